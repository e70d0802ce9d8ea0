"""door_closed: a small door, a large hand in it, and four people on the other side. Then the key, and how quiet it is."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch10_web.scenery import POCKETS
from game.content.beats.verbs import Stage, Start
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Shutting
from game.sim.session import Session

BEAT = "door_closed"
ROOM = "real/flat_down"
AT_DOOR = Vec(976, 171)
FAST = "door_fast"
CUT = "door_cut"
SILENCE_TICKS = 120
TAUGHT_PX = 50.0


def she_is_behind(session: Session) -> None:
    """Out of the passage she turns round at once."""
    begins = session.story.beat == BEAT and session.room.name == ROOM
    if begins and session.is_free and not session.is_running(BEAT) and not session.wants_checkpoint:
        session.begin(BEAT)


def door_closed(session: Session) -> Script:
    stage = Stage(session, BEAT)
    act = Shutting()
    session.act = act
    if not stage.flag(CUT):
        yield from _holds(stage, act)
        yield from _cut(stage, act)
    act.turn_to("key")
    stage.bring("coraline", AT_DOOR, Facing.UP)
    yield lambda: act.is_turned
    stage.set(FAST)
    stage.sound("key_turn", AT_DOOR)
    with stage.scene():
        yield from _silence(stage, act)
    session.act = None
    stage.end_chapter(10)
    yield 2


def _holds(stage: Stage, act: Shutting) -> Script:
    """Three creaks, three heaves, three hands."""
    session = stage.session
    with stage.scene():
        stage.bring("coraline", Vec(AT_DOOR.x, AT_DOOR.y + 16), Facing.UP)
        stage.sound("door_burst", AT_DOOR)
        stage.shake(4.0, 24)
        stage.music("chase", "base", "drive", "panic")
        yield 14
        yield from stage.walk("coraline", AT_DOOR, 120, straight=True)
        stage.face("coraline", Facing.UP)
        yield from stage.pose("coraline", "brace")
        yield from stage.say("open")
        yield from stage.say("teach")
    panel = act.panel()
    session.panel = panel
    said = slips = 0
    while session.panel is panel:
        if act.hands > said:
            said = act.hands
            for key in session.content.words.numbered(stage.key(f"pulse_{said}")):
                who = session.content.words.node(key)["who"]
                session.cry(who, key, Vec(AT_DOOR.x + (said - 2) * 130, AT_DOOR.y - 20), 170)
        said = min(said, act.hands)
        if act.slips > slips:
            if slips % 3 == 0:
                session.cry("coraline", stage.key("slip.1"), Vec(AT_DOOR.x, AT_DOOR.y), 150)
            slips = act.slips
        yield None
    act.hands = 3
    if slips == 0:
        stage.set("held_on")


def _cut(stage: Stage, act: Shutting) -> Script:
    """It shuts. All the way."""
    session = stage.session
    with stage.scene():
        key = stage.key("pulse_3.1")
        session.cry("ghost_ivy", key, Vec(AT_DOOR.x + 130, AT_DOOR.y - 20), 110)
        yield 46
        act.turn_to("shut")
        stage.small_door("pulled_to")
        stage.music("none")
        stage.sound("door_close", AT_DOOR)
        stage.sound("needle_stab", AT_DOOR)
        stage.shake(6.0, 22)
        yield 50
        yield from stage.say("cut", only=(1,))
        yield from stage.say("cut", only=(2,))
    stage.set(CUT)


def _silence(stage: Stage, act: Shutting) -> Script:
    stage.music("none")
    yield 60
    yield from stage.say("cut", only=(3,))
    stage.rest("coraline")
    yield SILENCE_TICKS
    act.turn_to("after")
    stage.face("coraline", Facing.DOWN)
    yield 40
    stage.sound("hand_rustle", Vec(AT_DOOR.x + 40, AT_DOOR.y + 10), 0.8)
    stage.sound("needle_tick", Vec(AT_DOOR.x + 40, AT_DOOR.y + 10), 0.6)
    yield 50
    stage.face("coraline", Facing.RIGHT)
    yield from stage.say("after", only=(1,))
    stage.face("coraline", Facing.DOWN)
    yield 70
    yield from stage.say("after", only=(2,))
    yield 30


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: door_closed}
MINDS: tuple[Callable[[Session], None], ...] = (she_is_behind,)
STARTS: dict[str, Start] = {
    BEAT: Start(
        ROOM,
        "from_passage",
        (CUT, FAST, "held_on", "door_pulled_to"),
        (*POCKETS, "globe"),
        ("is_night", "!bricked", "!in_pyjamas", "!door_pulled_to", "has_globe", "chased"),
    ),
}
