"""woke_home: tucked in there, awake here. Muddy boots, a leaf that was pastry, a mother who has a deadline; forty-four bricks."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.panels import TellPanel
from game.sim.session import Session

OTHER_UP, UP, DOWN, TABLE = "other/flat_up", "real/flat_up", "real/flat_down", "other/flat_down"
LEAVES = (
    "tucked_in",
    "woke_muddy",
    "woke_up",
    "mum_told",
    "bricks_again",
    "bricked",
    "told_mel",
    "!is_night",
    "!in_pyjamas",
)
DOOR = Vec(976, 150)
SEEN_PX = 96.0
GATE_PX = 120.0


def woke_home(session: Session) -> Script:
    stage = Stage(session, "woke_home")
    if session.room.name == TABLE:
        yield from stage.leave(OTHER_UP, "cp_bed", "sleep")
    if session.room.name == OTHER_UP:
        yield from _tucked_in(stage)
    if session.room.name == UP and not stage.flag("woke_up"):
        yield from _wakes(stage)
    while not (stage.flag("mum_told") and stage.flag("bricks_again")):
        yield 4
        stage.goal("mum" if stage.flag("bricks_again") else "door" if stage.flag("mum_told") else "both")
        near = math.hypot(session.place.x - DOOR.x, session.place.y - DOOR.y) < SEEN_PX
        if session.room.name == DOWN and near and session.is_free and stage.once("bricks_again"):
            yield from _bricks(stage)
    yield lambda: session.is_free
    with stage.scene():
        yield 40
        stage.end_chapter(2)
        yield 20


def morning_comes(session: Session) -> None:
    """Dinner over, the picture is dark: it begins by itself, wherever she is tired."""
    if session.story.beat != "woke_home" or session.leaving is not None or session.scenes:
        return
    if session.room.name in (TABLE, OTHER_UP, UP) and session.locks == 0:
        session.begin("woke_home")


# ---------------------------------------------------------------- there


def _tucked_in(stage: Stage) -> Script:
    """To the chin on both sides."""
    session = stage.session
    with stage.scene():
        stage.lie("coraline", awake=True)
        stage.music("dream")
        session.fade.step = 1 / 70
        for who, spot, facing in (
            ("other_mother", "mother_bed", Facing.LEFT),
            ("other_father", "father_bed", Facing.UP),
        ):
            session.names[who] = session.bear(make_person(session, who, stage.at(spot), facing, "none"))
        yield 90
        stage.sound("blanket", "other_mother")
        yield from stage.pose("other_mother", "interact", 30)
        yield from stage.say("other_bed", only=(1,))
        yield from stage.say("other_bed", only=(2,))
        yield from stage.say("other_bed", only=(3,))
        yield from stage.pose("other_mother", "smile")
        yield from stage.say("other_bed", only=(4,))
        stage.lie("coraline")
        yield 40
        yield from stage.fade_out(110)
        stage.set("tucked_in")
        stage.night(False)
        stage.small_door("bricked")
        stage.set("woke_muddy")
        session.story.notes["doll_next"] = "doll_mantelpiece"
        yield from stage.leave(UP, "cp_bed", "wake")


# ---------------------------------------------------------------- here


def _wakes(stage: Stage) -> Script:
    session = stage.session
    with stage.scene():
        stage.lie("coraline")
        stage.music("real_day", "base", "typing")
        session.fade.step = 1 / 110
        yield 120
        yield from stage.say("awake", only=(1,))
        stage.sits_up("coraline", wakes=True)
        yield 146
        stage.sits_up("coraline")
        yield from stage.say("awake", only=(2,))
        yield from stage.get_up("coraline", "cp_bed")
        stage.face("coraline", Facing.LEFT)
        yield 20
        panel = TellPanel("boots")
        session.panel = panel
        stage.sound("step_soft")
        yield 40
        yield from stage.say("shoes", only=(1,))
        panel.show("pastry")
        stage.sound("cloth_turn")
        yield 40
        yield from stage.say("shoes", only=(2,))
        session.panel = None
        yield from stage.fade_out(24)
        stage.wear_pyjamas(False)
        stage.sound("cloth_turn")
        yield 24
        stage.set("woke_up")
        yield from stage.fade_in(30)
    stage.goal("both")
    stage.keep()


def tell_mum(session: Session, entity: int) -> Script:
    """She is told everything; it is very practical."""
    stage = Stage(session, "woke_home")
    if not stage.flag("woke_up") or stage.flag("mum_told"):
        yield from stage.bark("mel")
        return
    with stage.scene():
        stage.face("coraline", "mel")
        yield from stage.say("mel")
        yield from stage.together(stage.choose("choice"), _looks(stage))
        stage.face("mel", Facing.UP)
    stage.set("mum_told")
    stage.keep()


def _looks(stage: Stage) -> Script:
    """If she shows the pastry: it is a leaf. It has been a leaf since Mum looked."""
    session = stage.session
    yield lambda: session.talk is not None and bool(session.talk.options)
    yield lambda: session.talk is None or not session.talk.options
    if not stage.flag("told_mel"):
        return
    panel = TellPanel("pastry")
    session.panel = panel
    stage.face("mel", "coraline")
    yield lambda: session.talk is not None
    for what in ("turning", "leaf"):
        panel.show(what)
        panel.ticks = 0
        for n in range(30):
            panel.ticks = n  # while she speaks nobody's hands work
            yield None
    stage.sound("leaf_rustle")
    yield lambda: session.talk is None
    yield 2
    yield lambda: session.talk is None
    session.panel = None


def _bricks(stage: Stage) -> Script:
    with stage.scene():
        yield from stage.walk("coraline", DOOR + Vec(0, 26), 80)
        stage.face("coraline", Facing.UP)
        stage.camera(Vec(DOOR.x - 60, DOOR.y + 30), 3.0)
        stage.sound("brick_thud", DOOR)
        yield from stage.pose("coraline", "interact", 26)
        yield from stage.say("bricks", only=(1,))
        stage.face("coraline", Facing.LEFT)
        stage.camera(Vec(DOOR.x - 150, DOOR.y + 20), 3.0)
        stage.sound("doll_moved", DOOR + Vec(-160, 0), 0.7)
        yield 30
        yield from stage.say("bricks", only=(2,))
        stage.camera_back()
    if not stage.flag("mum_told"):
        stage.keep()


# ---------------------------------------------------------------- by the gate


def honesty_at_the_gate(session: Session) -> None:
    """A thing she notices, if she goes as far as the gate on the morning after."""
    story = session.story
    if session.room.name != "real/grounds" or not session.is_free or session.scenes:
        return
    if not story.holds("woke_up,!honesty_seen,!is_night"):
        return
    gate = session.room.spots.get("honesty_gate")
    at = gate.box.middle if gate else _signpost(session)
    if at is not None and math.hypot(session.place.x - at.x, session.place.y - at.y) < GATE_PX:
        story.set("honesty_seen")
        session.run("honesty")


def _signpost(session: Session) -> Vec | None:
    return next((t.foot for t in session.room.things if t.name in ("garden_gate", "signpost")), None)


def honesty(session: Session, entity: int) -> Script:
    yield from Stage(session, "woke_home").say("honesty")


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"woke_home_mel": tell_mum, "honesty": honesty}
