"""portal: the bricks have gone. In, or first a moment's thought; then a long soft somewhere that hums, one voice a rib."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.geometry import Box, Facing, Vec
from game.core.script import Script
from game.sim.parts import Place, Reach
from game.sim.session import Session

HERE, BETWEEN, THERE = "real/flat_down", "between/passage", "other/flat_down"
DOOR = Vec(976, 146)
BEFORE_DOOR = Vec(976, 170)
LEAVES = ("portal_seen", "portal_middle", "thought_first")
CALLS_PX = 92.0
"""So near the door she sees that the bricks have gone."""
RIBS = ("rib1", "rib2", "rib3", "rib4")
MIDDLE_X = 656.0


def portal(session: Session) -> Script:
    stage = Stage(session, "portal")
    if session.room.name == HERE:
        yield from _at_the_door(stage)
    elif session.room.name == BETWEEN:
        yield from _in_between(stage)
    else:
        yield from _comes_out(stage)


def door_calls(session: Session) -> None:
    """It begins when she comes near the open door."""
    if session.story.beat != "portal" or session.room.name != HERE or not session.is_free or session.scenes:
        return
    near = math.hypot(session.place.x - DOOR.x, session.place.y - DOOR.y) < CALLS_PX
    if near and not session.wants_checkpoint and session.fade.amount == 0:
        session.begin("portal")


def _at_the_door(stage: Stage) -> Script:
    session = stage.session
    if stage.once("portal_seen"):
        with stage.scene():
            stage.camera(Vec(DOOR.x, DOOR.y + 40), 3.0)
            yield from stage.walk("coraline", BEFORE_DOOR, 70)
            stage.face("coraline", Facing.UP)
            yield 30
            stage.sound("draught", DOOR)
            yield from stage.say("open")
            yield from stage.together(stage.choose("choice"), _pulled_to(stage))
            stage.camera_back()
        if not stage.flag("thought_first"):
            yield from _goes_in(stage)
    if stage.flag("door_pulled_to"):
        door = session.world.born(
            Place(DOOR.x, DOOR.y, DOOR.x, DOOR.y), Reach(Box(963, 108, 26, 44), "open", script="little_door_again")
        )
        session.names["little_door"] = door
        yield lambda: not stage.flag("door_pulled_to")
        session.bury(door)
        with stage.scene():
            yield from stage.walk("coraline", BEFORE_DOOR, 60)
            stage.face("coraline", Facing.UP)
            stage.sound("little_door_open", DOOR)
            yield 40
            yield from stage.say("go")
        yield from _goes_in(stage)
    yield lambda: False  # the door stands open: she goes when she goes


def _pulled_to(stage: Stage) -> Script:
    """The door shuts as she decides to think."""
    yield lambda: stage.session.talk is not None
    yield lambda: stage.session.talk is None or not stage.session.talk.options
    yield None
    if stage.flag("thought_first"):
        stage.small_door("pulled_to")
        stage.sound("door_close", DOOR, 0.7)


def little_door_again(session: Session, entity: int) -> Script:
    Stage(session, "portal").small_door("open")
    yield None


def _goes_in(stage: Stage) -> Script:
    """She has to stoop for it; somebody of her size need hardly."""
    with stage.scene():
        yield from stage.walk("coraline", DOOR, 60, straight=True)
        yield from stage.leave(BETWEEN, "from_real", "passage")


def _in_between(stage: Stage) -> Script:
    """Each rib she passes adds its voice; in the middle somebody is heard laying a table."""
    session = stage.session
    lights = sorted(t.box.middle.x for t in session.room.things if t.name.startswith("lit_rib_"))
    sung = -1
    while True:
        x = session.place.x
        passed = sum(at < x + 40 for at in lights)
        if passed != sung:
            sung = passed
            stage.music("passage", "drone", *RIBS[:sung])
        if x > MIDDLE_X and session.is_free and stage.once("portal_middle"):
            stage.sound("pan_put", Vec(x + 260, session.place.y), 0.5)
            yield 20
            yield from stage.say("middle")
        yield None


def _comes_out(stage: Stage) -> Script:
    with stage.scene():
        stage.session.fade.step = 1 / 70
        stage.camera(Vec(800, 200), 2.0)
        yield 80
        yield from stage.say("end", only=(1,))
        stage.face("coraline", Facing.LEFT)
        yield 36
        stage.face("coraline", Facing.DOWN)
        yield from stage.say("end", only=(2,))
        stage.camera_back()


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"little_door_again": little_door_again}
