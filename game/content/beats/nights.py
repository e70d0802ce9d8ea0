"""Nights that begin with a touch. By day there are bricks behind the small door; whoever is expected there feels them hum.

For each visit to the other side that she sets out on by herself: touched by day, the door makes it night, and stands open.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.geometry import Facing
from game.core.script import Script
from game.sim.session import Session

VISITS = {"other_wybie": 4, "theatre_show": 5}
"""A beat that waits on the other side -> the chapter it begins."""
DUE = "night_due"
"""The flag: the door would make it night. Glints and goals go by it."""
KEPT_IN = "kept_in"
"""The flag: it is night, and somebody would mind if she went out."""
ROOM = "real/flat_down"


def visit_due(session: Session) -> str:
    """The beat of the visit that a touch would begin now, "" for none."""
    now = session.story.beat
    ready = now in VISITS and now in session.content.beats and not session.is_night
    return now if ready and session.room.side == "real" else ""


def nights(session: Session) -> None:
    """By day the bricks are back; the journal says what to do about it. By night she is kept in, while there is who keeps her."""
    session.story.set(KEPT_IN, session.story.holds("is_night,!parents_gone"))
    due = visit_due(session)
    session.story.set(DUE, bool(due))
    if due:
        session.story.set("bricked")
        session.story.notes["goal"] = f"{due}_night"


def touch_small_door(session: Session, entity: int) -> Script:
    """The bricks, looked at or, when somebody waits behind them, touched until it is night."""
    beat = visit_due(session)
    if not beat:
        session.look("small_door")
        yield lambda: session.talk is None
        return
    stage = Stage(session, beat)
    with stage.scene():
        stage.face("coraline", Facing.UP)
        yield from stage.pose("coraline", "interact", 24)
        stage.sound("breath_out")
        stage.music("none")
        yield from stage.fade_out(64)
        stage.sound("clock_stop")
        stage.night()
        stage.small_door("open")
        stage.wear_pyjamas(False)
        session.story.set(DUE, False)
        session.story.notes.pop("goal", None)
        stage.chapter_card(VISITS[beat])
        yield 170
        stage.music("")
        stage.sound("little_door_open")
        yield from stage.fade_in(50)
    stage.keep()
    yield 2


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"touch_small_door": touch_small_door}
MINDS: tuple[Callable[[Session], None], ...] = (nights,)
