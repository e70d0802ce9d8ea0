"""still_there: every way out of the house is a way in."""

from __future__ import annotations

from game.content.beats.verbs import Stage
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.parts import Name
from game.sim.session import Session

BEAT = "still_there"
ROOM = "other/flat_up"
WINDOWS = ("bed", "bath")
PANES = {"bedroom_window": "bed", "bathroom_window": "bath"}
"""Those it needs; every other one leads back in as well."""
LEAVES = (
    "tried_to_sleep",
    "awake_still",
    "toys_said",
    "window_bed_tried",
    "window_bath_tried",
    "bed_tried_again",
    "cat_on_sill",
)
CLIMB_PX = 22.0


def follow_night(session: Session) -> None:
    """The beat begins upstairs, whichever way she got there."""
    begins = session.story.beat == BEAT and session.room.name == ROOM
    if begins and session.is_free and not session.is_running(BEAT) and not session.wants_checkpoint:
        session.begin(BEAT)


def still_there(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if not stage.flag("tried_to_sleep"):
        yield lambda: stage.flag("tried_to_sleep")
    if not stage.flag("awake_still"):
        yield from _wakes_here(stage)
        stage.keep()
    yield lambda: all(stage.flag(f"window_{w}_tried") for w in WINDOWS) and session.is_free
    if not stage.flag("cat_on_sill"):
        yield from _cat(stage)
        stage.set("cat_on_sill")
        stage.goal("down")
        stage.keep()
    yield 10


def lie_down(session: Session, entity: int) -> Script:
    """The bed: once to get home by it, and once more to see that it will not have her."""
    stage = Stage(session, BEAT)
    if session.story.beat != BEAT:
        session.look("bed")
        yield lambda: session.talk is None
    elif not stage.flag("tried_to_sleep"):
        stage.set("tried_to_sleep")
    elif stage.once("bed_tried_again"):
        yield from stage.say("bed_again")
    else:
        session.look("bed")
        yield lambda: session.talk is None


def _wakes_here(stage: Stage) -> Script:
    """Down, dark, up again: and the colours have not changed."""
    session = stage.session
    with stage.scene():
        yield from stage.walk("coraline", "bed_side", 90)
        bed = stage.at("coraline")
        stage.sound("blanket")
        stage.lie("coraline", awake=True)
        yield 40
        yield from stage.say("bed")
        yield from stage.fade_out(90)
        stage.music("")
        stage.sound("clock_tick_loop")
        yield 110
        stage.set("awake_still")
        stage.goal("windows")
        stage.lie("coraline")
        stage.music("other_world", "tense")
        yield from stage.fade_in(70)
        yield from stage.say("awake")
        yield from stage.get_up("coraline", bed)
        yield 30
        if stage.once("toys_said"):
            stage.camera(stage.at("coraline") + Vec(60, 30), 3.0)
            yield from stage.say("toys")
            stage.camera_back()
    session.wants_checkpoint = True


def climb_out(session: Session, entity: int) -> Script:
    """Out of a window, and in by it."""
    stage = Stage(session, BEAT)
    window = session.world.get(entity, Name).name if entity else "bedroom_window"
    which = PANES.get(window, "other")
    if session.story.beat != BEAT or not stage.flag("awake_still"):
        session.look(window)
        yield lambda: session.talk is None
        return
    is_second = any(stage.flag(f"window_{w}_tried") for w in (*WINDOWS, "other") if w != which)
    here = Vec(session.place.x, session.place.y)
    with stage.scene():
        stage.face("coraline", Facing.UP)
        stage.sound("cupboard_open")
        yield from stage.pose("coraline", "lift", 20)
        yield from stage.go(session.hero, (Vec(here.x, here.y - CLIMB_PX),), 40)
        yield from stage.fade_out(18, "#000010")
        stage.sound("draught")
        yield 24
        echo = 0
        if is_second:  # she passes herself on the way out
            echo = session.bear(
                make_person(session, "coraline", Vec(here.x + 26, here.y + 4), Facing.UP, "none", is_ghost=True)
            )
        stage.bring("coraline", Vec(here.x, here.y - CLIMB_PX), Facing.DOWN)
        stage.open_picture(18)
        yield from stage.go(session.hero, (here,), 40)
        if echo:
            yield from stage.go(echo, (Vec(here.x + 26, here.y - CLIMB_PX),), 36)
            session.bury(echo)
        yield 10
        was = stage.flag(f"window_{which}_tried")
        if was or which == "other":
            yield from stage.say("window_third" if is_second else "window")
        else:
            yield from stage.say("window_again" if is_second else "window")
        stage.set(f"window_{which}_tried")
        left = [w for w in WINDOWS if not stage.flag(f"window_{w}_tried")]
        stage.goal("windows" if len(left) == len(WINDOWS) else f"left_{left[0]}" if left else "down")


def _cat(stage: Stage) -> Script:
    """On the sill, when one comes back in by it."""
    session = stage.session
    yield lambda: session.is_free
    here = Vec(session.place.x, session.place.y)
    with stage.scene():
        yield 20
        sill = Vec(here.x + 20, here.y - 8)
        cat = session.bear(make_person(session, "cat", sill, Facing.DOWN, "none", is_ghost=True))
        stage.sound("cat_meow", sill)
        yield 16
        stage.face("coraline", "cat")
        yield from stage.say("cat")
        yield from stage.say("down")
        stage.sound("cat_land", sill)
        session.bury(cat)


def ask_mother(session: Session, entity: int) -> Script:
    """She is downstairs, and has something to say of it."""
    yield from Stage(session, BEAT).say("mother_awake" if "awake_still" in session.story.flags else "mother_night")


SCRIPTS = {"lie_down": lie_down, "climb_out": climb_out, "still_there_other_mother": ask_mother}
