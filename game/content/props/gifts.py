"""Two small things nobody asks for twice: a bulb in the drip pan, a yellow leaf by a lamp. Somebody remembers them."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.geometry import Facing
from game.core.script import Script
from game.sim.session import Session

LEAF = "yellow_leaf"


def plant_bulb(session: Session, entity: int) -> Script:
    """The pan under the drip: she kept one bulb back."""
    stage = Stage(session, "ignored")
    if session.story.holds("irises_shown,pan_done,!well_sealed") and stage.once("bulb_planted"):
        with stage.scene():
            yield from stage.pose("coraline", "interact", 22)
            stage.sound("plate_slide")
            yield 20
            stage.sound("drip_d")
            yield from stage.say("bulb")
        return
    session.look("drip_pan")
    yield lambda: session.talk is None


def leaf_by_lamp(session: Session, entity: int) -> Script:
    """Dad's lamp: he asked for a leaf, so as not to be told in words."""
    stage = Stage(session, "ignored")
    if LEAF in session.story.items:
        with stage.scene():
            stage.face("coraline", Facing.UP)
            yield from stage.pose("coraline", "interact", 20)
            stage.sound("leaf_rustle", gain=0.6)
            session.take_away(LEAF)
            stage.set("painted_room")
            yield from stage.say("leaf")
        return
    session.look("desk_lamp")
    yield lambda: session.talk is None


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"plant_bulb": plant_bulb, "leaf_by_lamp": leaf_by_lamp}
