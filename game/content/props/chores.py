"""The four jobs of chapter 1: things that are carried from one room to another, in any order.

Each is a pair of scripts: find it, bring it. What one finds before one was asked only gets looked at.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.geometry import Vec
from game.core.script import Script
from game.sim.parts import Place, Reach
from game.sim.session import Session

DRAUGHT_EVERY_TICKS = 140
CHORES = ("kettle_done", "pan_done", "bulbs_done", "draught_done")
"""The flags that say that a job is done."""


def is_all_done(session: Session) -> bool:
    return all(flag in session.story.flags for flag in CHORES)


def after_job(stage: Stage) -> None:
    """Keeps it; when it was the last, the goal is to say so."""
    stage.keep()
    if is_all_done(stage.session):
        stage.goal("told")


def _look(session: Session, entity: int) -> Script:
    """What one sees when there is nothing to do here."""
    reach = session.world.find(entity, Reach)
    if reach is not None and reach.text:
        session.look(reach.text)
        yield lambda: session.talk is None


def _find(item: str, moment: str) -> Callable[[Session, int], Script]:
    """Finding ``item``: her hands go in, out it comes; ``moment`` of the beat says what it is."""

    def find(session: Session, entity: int) -> Script:
        stage = Stage(session, "ignored")
        had = stage.flag(f"has_{item}")
        if not stage.flag("chores_given") or had or stage.flag("ignored"):
            yield from stage.say("box_shut" if not had else "box_empty")
            return
        with stage.scene():
            yield from stage.pose("coraline", "interact", 16)
            stage.sound("box_open")
            stage.set(f"has_{item}")
            session.give(item)
            stage.sound("item_get")
            yield from stage.say(moment)

    return find


def put_kettle(session: Session, entity: int) -> Script:
    stage = Stage(session, "ignored")
    if "kettle" not in session.story.items:
        yield from _look(session, entity)
        return
    with stage.scene():
        yield from stage.pose("coraline", "interact", 16)
        session.take_away("kettle")
        stage.sound("kettle_put")
        stage.set("kettle_done")
        yield 20
        yield from stage.say("chore_kettle")
        stage.sound("chore_done")
    after_job(stage)


def put_pan(session: Session, entity: int) -> Script:
    stage = Stage(session, "ignored")
    if "pan" not in session.story.items:
        yield from stage.say("drip")
        return
    with stage.scene():
        yield from stage.pose("coraline", "interact", 16)
        session.take_away("pan")
        stage.sound("pan_put")
        stage.set("pan_done")
        yield 30
        stage.sound("drip_d")
        yield 40
        yield from stage.say("chore_pan")
        stage.sound("chore_done")
    after_job(stage)


def feel_draught(session: Session, entity: int) -> Script:
    stage = Stage(session, "ignored")
    if stage.flag("draught_done"):
        session.look("wallpaper")
        yield lambda: session.talk is None
        return
    with stage.scene():
        yield from stage.pose("coraline", "interact", 16)
        stage.sound("draught")
        stage.set("draught_done")
        yield from stage.say("chore_draught")
        stage.sound("chore_done")
    after_job(stage)


def count_bells(session: Session, entity: int) -> Script:
    stage = Stage(session, "ignored")
    if stage.flag("well_sealed"):
        yield from Stage(session, "party").say("bells")
    elif stage.flag("began_ignored") and stage.once("bells_counted"):
        yield from stage.say("bells")
    else:
        session.look("bell_board")
        yield lambda: session.talk is None


def draught(session: Session) -> None:
    """Lets the draught be heard from where it comes, as long as nobody has found it: by ear, and by the captions' arrow."""
    if session.room.name != "real/flat_down" or session.tick % DRAUGHT_EVERY_TICKS or not session.is_free:
        return
    story = session.story
    asked = story.holds("chores_given,!draught_done")
    returned = story.holds("doll_given,!paper_1")
    wall = session.find("draught_wall") or session.find("paper_2")
    if (asked or returned) and wall:
        at = session.world.get(wall, Place)
        Stage(session, "ignored").sound("draught", Vec(at.x, at.y))


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    "find_kettle": _find("kettle", "found_kettle"),
    "find_pan": _find("pan", "found_pan"),
    "find_irises": _find("irises", "found_irises"),
    "find_bulbs": _find("bulbs", "found_bulbs"),
    "put_kettle": put_kettle,
    "put_pan": put_pan,
    "feel_draught": feel_draught,
    "count_bells": count_bells,
}
MINDS = (draught,)
