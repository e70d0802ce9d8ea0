"""other_dinner: everything she has said since Wednesday is answered, in order; dinner comes round by itself; she wins seven times.

Whoever walks off before the end finds it as she left it: what has been is kept in flags.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.geometry import Box, Facing, Vec
from game.core.script import Running, Script
from game.sim.panels import DinnerPanel, NoughtsPanel
from game.sim.panels.noughts import WINS
from game.sim.parts import Look, Place, Reach
from game.sim.session import Session

HERE = "other/flat_down"
LEAVES = ("dinner_met", "dinner_sat", "dined", "dinner_played", "dinner_over")
DOORWAY, HALL_DOOR = Vec(530, 252), Vec(800, 430)
"""Where each of them comes into the living room."""
LOOKS_ROUND_TICKS = 900
"""So long she may look at the other living room before somebody comes."""
PANS_TICKS = 150
CHAIR = Box(112, 230, 104, 100)
"""From her chair round the table before it: it is for her, from whichever side she comes."""
SEAT_PX = 9.0
CALLS_TICKS = 1200


def other_dinner(session: Session) -> Script:
    stage = Stage(session, "other_dinner")
    if not stage.flag("dinner_met"):
        stage.goal("look")
        yield from _is_found(stage)
        stage.set("dinner_met")
        stage.goal("table")
        yield from _go_to_table(stage)
        stage.keep()
    _wait_at_table(stage)
    if not stage.flag("dined"):
        stage.goal("table")
        yield from _is_seated(stage)
        yield from _dines(stage)
    else:
        _sits(stage)
    if not stage.flag("dinner_talked"):
        with stage.scene():
            yield from stage.choose("choice")
        stage.set("dinner_talked")
    with stage.scene():
        if not stage.flag("dinner_played"):
            yield from _plays(stage)
        yield from _is_tired(stage)


def dinner_is_ready(session: Session) -> None:
    """It begins by itself: she is expected."""
    if (
        session.story.beat == "other_dinner"
        and session.room.name == HERE
        and session.is_free
        and not session.scenes
        and not session.wants_checkpoint
    ):
        session.begin("other_dinner")


# ---------------------------------------------------------------- met


def _is_found(stage: Stage) -> Script:
    """She looks about until she has had enough of it, or somebody comes who knew that she would."""
    session = stage.session
    for ticks in range(LOOKS_ROUND_TICKS):
        at = session.place
        if at.x < 660 or at.y > 322 or at.y < 100:
            break
        if ticks % PANS_TICKS == PANS_TICKS // 2:
            stage.sound("pan_put", DOORWAY, 0.5)
        yield None
    yield lambda: session.is_free
    with stage.scene():
        yield from _mother_comes(stage)
        yield from stage.say("open", only=(1,))
        stage.face("coraline", "other_mother")
        yield from stage.say("open", only=(2,))
        yield from stage.say("open", only=(3,))
        yield from stage.say("eyes", only=(1,))
        yield from stage.pose("other_mother", "tilt", 40)
        yield from stage.say("eyes", only=(2,))
        stage.face("other_mother", Facing.DOWN)
        stage.music("st_discover")
        stage.shake(1.0, 10)
        yield from stage.pose("coraline", "afraid", 26)
        yield from stage.say("eyes", only=(3,))
        yield from stage.pose("other_mother", "still")
        yield from stage.say("eyes", only=(4,))
        stage.rest("other_mother")
        stage.music("other_world", "sweet")
        yield from _father_comes(stage)
        yield from stage.say("father")
        stage.face("other_mother", "coraline")
        yield from _all_answered(stage)
        stage.camera_back()


def _mother_comes(stage: Stage) -> Script:
    """Out of the kitchen with a dish, as if it were the hundredth time."""
    session = stage.session
    at = session.place
    side = 1 if at.x < DOORWAY.x + 90 else -1
    goal = Vec(at.x + side * 46, min(max(at.y + 4, 186), 318))
    if not session.space.is_free(goal.x, goal.y, 9.0, session.hero):
        goal = Vec(at.x - side * 46, goal.y)
    stage.bring("other_mother", DOORWAY, Facing.RIGHT)
    stage.sound("step_wood", DOORWAY)
    stage.camera(Vec((at.x + DOORWAY.x) / 2 + 40, at.y), 3.0)
    yield 30
    yield from stage.walk("other_mother", goal, 84)
    stage.face("other_mother", "coraline")
    stage.camera(Vec((at.x + goal.x) / 2, at.y), 3.0)
    yield 16


def _father_comes(stage: Stage) -> Script:
    session = stage.session
    at = session.place
    stage.bring("other_father", HALL_DOOR, Facing.UP)
    stage.sound("door_creak", HALL_DOOR, 0.6)
    mother = stage.at("other_mother")
    side = -1 if mother.x > at.x else 1
    goal = Vec(at.x + side * 48, min(max(at.y + 10, 190), 322))
    yield from stage.walk("other_father", goal, 120)
    stage.face("other_father", "coraline")
    stage.face("coraline", "other_father")


def _all_answered(stage: Stage) -> Script:
    """All that was brushed off: the room, the yellow, the four hundred packets."""
    for n, who in ((1, "other_mother"), (2, "other_father"), (3, "other_mother")):
        stage.face("coraline", who)
        yield from stage.say("answered", only=(n,))
    yield from stage.pose("coraline", "happy", 40)
    yield from stage.say("answered", only=(4,))
    yield from stage.pose("other_mother", "clasp")
    yield from stage.say("answered", only=(5,))
    stage.rest("other_mother")


# ---------------------------------------------------------------- at table


def _go_to_table(stage: Stage) -> Script:
    """They go ahead; she comes along when she likes."""
    session = stage.session
    walks = []
    for who, seat in (("other_mother", "dinner_mother"), ("other_father", "dinner_father")):
        at = stage.at(who)
        entity = stage.body(who)
        walks.append(Running(stage.go(entity, stage.way(at, stage.at(seat), entity), 112, is_watched=False)))
    while walks:
        for walk in walks:
            walk.tick()
        walks = [walk for walk in walks if not walk.is_over]
        yield None
    _wait_at_table(stage)
    yield lambda: session.is_free


def _wait_at_table(stage: Stage) -> None:
    stage.bring("other_mother", "dinner_mother", Facing.LEFT)
    stage.bring("other_father", "dinner_father", Facing.RIGHT)
    look = stage.session.world.get(stage.body("other_father"), Look)
    look.anim, look.mood = "sit", "held"


def sit_to_dinner(session: Session, entity: int) -> Script:
    session.story.set("dinner_sat")
    yield None


def _is_seated(stage: Stage) -> Script:
    """Until she has taken the chair that has been laid for since she was born."""
    session = stage.session
    at = Vec(CHAIR.middle.x, CHAIR.y)
    if not stage.flag("dinner_sat"):
        seat = session.world.born(Place(at.x, at.y, at.x, at.y), Reach(CHAIR, "sit", script="sit_to_dinner"))
        session.names["her_chair"] = seat
        ticks = 0
        while not stage.flag("dinner_sat"):
            ticks += session.is_free
            if ticks % CALLS_TICKS == CALLS_TICKS - 1:
                turn = session.story.count("bark.other_mother") - 1
                keys = session.content.words.numbered("barks.other_mother")
                session.cry("other_mother", keys[turn % len(keys)], stage.at("other_mother") - Vec(0, 60))
            yield None
        session.bury(seat)
        del session.names["her_chair"]
    with stage.scene():
        _sits(stage)
        yield 24
        stage.face("other_mother", "coraline")
        yield from stage.say("table")


def _sits(stage: Stage) -> None:
    """On her chair behind the table, looking out of the picture."""
    session = stage.session
    session.space.haunt(session.hero, True)
    stage.bring("coraline", "dinner_seat", Facing.DOWN)
    session.place.lift = SEAT_PX
    look = session.world.get(session.hero, Look)
    look.anim, look.ticks, look.is_once, look.mood = "sit", 0, False, "held"


def _dines(stage: Stage) -> Script:
    session = stage.session
    panel = DinnerPanel()
    with stage.scene():
        stage.music("tea")
        session.panel = panel
        while session.panel is panel:
            if panel.cue:
                cue, panel.cue = panel.cue, ""
                yield from stage.say(cue)
            yield None
        stage.music("other_world", "sweet")
    session.story.counts["dinner_taken"] = panel.taken
    session.story.counts["dinner_laughs"] = panel.laughs
    session.story.set("passed_all", panel.taken == 0)
    stage.set("dined")


# ---------------------------------------------------------------- after dinner


def _plays(stage: Stage) -> Script:
    """Noughts and crosses. He has let her win the toss as well."""
    session = stage.session
    stage.face("other_father", "coraline")
    panel = NoughtsPanel()
    session.panel = panel
    yield lambda: panel.wins >= WINS or session.panel is not panel
    yield 30
    yield from stage.say("game", only=(1,))
    yield lambda: session.panel is not panel
    yield from stage.say("game", only=(2,))
    yield from stage.say("game", only=(3,))
    yield from stage.say("game", only=(4,))
    stage.set("dinner_played")


def _is_tired(stage: Stage) -> Script:
    """The picture closes here and does not open: the night goes on upstairs."""
    stage.face("other_mother", "coraline")
    yield from stage.say("bed")
    stage.music("dream")
    yield from stage.fade_out(70)
    stage.set("dinner_over")


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"sit_to_dinner": sit_to_dinner}
