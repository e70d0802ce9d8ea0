"""game_proposed: a door without a key in it, a bet, and every word of the bet."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage, Start
from game.content.folk import cat as cats
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.panels import WagerPanel
from game.sim.panels.wager import TRICKS_BY_DIFFICULTY
from game.sim.parts import Look, Name, Person
from game.sim.session import Session

BEAT = "game_proposed"
ROOM = "other/flat_down"
SHUT = "bet_shut"
"""The flag: the little door has been locked, from her side."""
STANDS = Vec(816, 286)
BELDAM = Vec(808, 222)
CAT = Vec(868, 292)
DOOR = Vec(976, 134)
AGAIN_EVERY = 2
"""The cat remarks on every so-many-th bet with a hole in it."""
MANY_TRIES = 4
POCKETS = ("doll", "note", "key", "tally", "adder_stone")
FLAGS = ("is_night", "!bricked", "!in_pyjamas", "!refused", "!door_pulled_to")
LEAVES = (SHUT, "bet_offered", "bet_tied", *FLAGS)


def she_waits(session: Session) -> None:
    """It begins as she comes in by the little door."""
    begins = session.story.beat == BEAT and session.room.name == ROOM
    if begins and session.is_free and not session.is_running(BEAT) and not session.wants_checkpoint:
        session.begin(BEAT)


def game_proposed(session: Session) -> Script:
    stage = Stage(session, BEAT)
    stage.music("none")
    _set_stage(stage)
    if not stage.flag("bet_offered"):
        with stage.scene():
            yield from _open(stage)
            yield from _offer(stage)
        stage.set("bet_offered")
        stage.keep()
        yield 2
    if not stage.flag("bet_tied"):
        with stage.scene():
            yield from _bargain(stage)
        stage.set("bet_tied")
    with stage.scene():
        yield from _announced(stage)


def _set_stage(stage: Stage) -> None:
    """She stands before the cold fire. The cat sits where it can see both of her hands."""
    session = stage.session
    if session.find("beldam"):
        stage.bring("beldam", BELDAM, Facing.DOWN)
        session.world.get(session.find("beldam"), Person).idle = "still"
    if not session.find("cat"):
        cat = session.bear(make_person(session, "cat", CAT, Facing.LEFT, "none", is_ghost=True))
        session.names["cat"] = cat
        session.world.add(cat, Name("cat"))
    stage.bring("cat", CAT, Facing.LEFT)
    session.world.get(session.find("cat"), Look).is_hidden = False
    cats.sits(session, "cat")
    if stage.flag("bet_offered"):
        stage.face("coraline", Facing.UP)


def _open(stage: Stage) -> Script:
    session = stage.session
    yield 30
    stage.sound("door_close", DOOR)
    stage.set(SHUT)
    stage.shake(1.5, 10)
    yield 24
    stage.sound("key_turn", DOOR)
    yield 30
    yield from stage.say("open", only=(1,))
    stage.camera(Vec(BELDAM.x + 10, BELDAM.y + 20), 2.5)
    stage.music("other_world", "wall")
    yield 60
    stage.face("beldam", "coraline")
    yield from stage.together(_comes_up(stage), stage.say("open", only=(2,)))
    stage.face("coraline", Facing.UP)
    stage.face("beldam", Facing.DOWN)
    yield from stage.say("open", only=(3,))
    session.world.get(stage.body("beldam"), Person).idle = "idle"
    yield from stage.say("open", only=(4, 5))


def _comes_up(stage: Stage) -> Script:
    """To the far edge of the web that was a carpet."""
    yield from stage.walk("coraline", STANDS, 72)


def _offer(stage: Stage) -> Script:
    """Miss Forcible was right: she is as still as a thing that has been put down."""
    session = stage.session
    yield from stage.say("offer", only=(1,))
    session.world.get(stage.body("beldam"), Person).idle = "still"
    stage.music("none")
    stage.sound("clock_stop", gain=0.7)
    yield 50
    yield from stage.say("offer", only=(2, 3))
    yield 20
    session.world.get(stage.body("beldam"), Person).idle = "idle"
    stage.sound("beldam_listens", "beldam")
    yield from stage.say("offer", only=(4,))
    stage.face("cat", "coraline")
    yield from stage.say("teach")


def _bargain(stage: Stage) -> Script:
    """Sewn, said, unpicked, until there is no hole in it that she could get a finger through."""
    session = stage.session
    rules = session.rules
    slow = 2.0 if rules.no_fail else 1.0
    panel = WagerPanel(tricks=TRICKS_BY_DIFFICULTY[rules.difficulty], windup=rules.windup * slow)
    session.panel = panel
    stage.music("doll")
    while True:
        yield lambda: panel.state in ("told", "tied")
        if panel.state == "tied":
            break
        yield from stage.say(f"hole_{panel.hole}")
        if panel.is_stolen:
            yield from stage.say("stolen")
        elif panel.tries % AGAIN_EVERY == 0:
            yield from stage.say("again")
        panel.again()
    session.story.counts["bet_tries"] = panel.tries
    yield 40
    yield from stage.say("won", only=(1, 2))
    session.panel = None
    yield 10


def _announced(stage: Stage) -> Script:
    session = stage.session
    yield from stage.say("won", only=(3, 4))
    stage.camera(Vec(BELDAM.x + 10, BELDAM.y + 20), 2.5)
    yield from stage.pose("beldam", "sew")
    stage.sound("thread_pull", "beldam")
    yield 40
    stage.sound("sew_stitch", "beldam")
    stage.music("none")
    yield 40
    yield from stage.say("won", only=(5,))
    stage.rest("beldam")
    tries = session.story.counts.get("bet_tries", 0)
    if not tries:
        stage.set("bet_first_try")
        yield from stage.say("first_try")
    elif tries >= MANY_TRIES:
        yield from stage.say("many_tries")
    yield from stage.say("clue")
    yield from _gone(stage)
    yield from stage.say("end")
    stage.camera_back()
    stage.music("search", "heart")
    yield from _off(stage)


def _gone(stage: Stage) -> Script:
    """The light goes for as long as a stitch takes; then there is nobody before the fire."""
    session = stage.session
    yield 20
    stage.sound("light_click")
    session.fade.colour = "black"
    session.fade.goal, session.fade.step = 1.0, 0.5
    yield 16
    session.world.get(stage.body("beldam"), Look).is_hidden = True
    stage.sound("needle_skitter", BELDAM)
    yield 30
    yield from stage.fade_in(16)
    stage.face("coraline", "cat")
    stage.face("cat", "coraline")
    yield 20


def _off(stage: Stage) -> Script:
    """The cat has somewhere to be: round something thin."""
    session = stage.session
    at = stage.at("cat")
    stage.sound("cat_land", "cat", 0.4)
    cats.stands(session, "cat")
    yield from cats.slip_away(stage, "cat", Vec(at.x + 40, at.y), 1)
    session.bury(stage.body("cat"))
    session.names.pop("cat", None)


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: game_proposed}
MINDS: tuple[Callable[[Session], None], ...] = (she_waits,)
STARTS: dict[str, Start] = {BEAT: Start(ROOM, "from_passage", LEAVES, POCKETS, FLAGS)}
