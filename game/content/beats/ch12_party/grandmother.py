"""grandmother: a photograph, two messages, a laugh with stiff hinges; slowly up the drive; a chair, a rug, and first words."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch12_party import guests
from game.content.beats.ch12_party.guests import EVERYBODY, GROUNDS, SEATS
from game.content.beats.verbs import Stage, Start
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Party
from game.sim.parts import Person
from game.sim.session import Session

BEAT = "grandmother"
WAY = ("gran_walk_1", "gran_walk_2", "gran_walk_3")
SPEED, WYBIE_SPEED = 36.0, 44.0
"""px/s on gravel."""
WAITS_PX, BACK_PX = 150.0, 96.0
STOPS_TICKS = 50
STORY = Vec(1024, 1150)
LEAVES = ("gran_met", "gran_up", "gran_seated", "began_true", "story_begun", "wants_rug")


def grandmother(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if not isinstance(session.act, Party):
        session.act = guests.act_of(session)
    stage.music("party", "base")
    if not stage.flag("gran_met"):
        yield from _meet(stage)
        stage.set("gran_met")
    if not stage.flag("gran_up"):
        yield from _walk_up(stage)
        stage.set("gran_up")
        stage.keep()
        yield 2
    yield from _sits(stage)
    yield from _tell(stage)


def _meet(stage: Stage) -> Script:
    """At the gate. He does stop talking."""
    session = stage.session
    with stage.scene():
        session.world.get(stage.body("grandmother"), Person).turns_to_her = True
        yield from stage.together(
            stage.walk("grandmother", Vec(1032, 1400), 50),
            stage.walk("wybie", Vec(986, 1398), 70),
            stage.walk("coraline", "gate_in", 70),
        )
        stage.camera(Vec(1020, 1370), 3.0)
        person = session.world.get(stage.body("grandmother"), Person)
        if person.idle == "idle_hat":
            person.idle = "idle"
            yield from stage.pose("grandmother", "hat_off", 34)
        stage.face("coraline", "grandmother")
        stage.face("grandmother", Facing.UP)
        stage.face("wybie", Facing.RIGHT)
        yield 20
        yield from stage.say("open", only=(1, 2))
        stage.face("coraline", Facing.DOWN)
        yield 30
        yield from stage.say("open", only=(3, 4))
        yield 20
        if stage.flag("kept_photo"):
            stage.sound("paper_rustle")
            yield from stage.pose("coraline", "interact", 26)
            session.take_away("photo")
            yield from stage.pose("grandmother", "interact", 26)
        yield from stage.say("photo")
        yield 40
        yield from stage.say("ivy", only=(1, 2))
        yield 20
        yield from stage.say("ivy", only=(3,))
        stage.face("grandmother", Facing.LEFT)
        yield 50
        yield from stage.say("ivy", only=(4,))
        yield 50
        yield from stage.say("let_win", only=(1,))
        stage.face("grandmother", "coraline")
        yield 24
        yield from stage.say("let_win", only=(2,))
        yield 40
        stage.sound("laugh_table", "grandmother", 0.35)
        stage.shake(1.0, 16)
        yield from stage.pose("grandmother", "talk", 60)
        yield from stage.say("let_win", only=(3,))
        stage.camera_back()
        yield 10


def _walk_up(stage: Stage) -> Script:
    """At the pace of somebody who has been sixty years on some stairs. She waits for whoever runs ahead, and is waited for."""
    stage.goal("walk")
    yield from stage.say("hat")
    entity, boy = stage.body("grandmother"), stage.body("wybie")
    for name in (*WAY, "seat_2"):
        goal = stage.at(name)
        here = stage.at("grandmother")
        points = stage.way(here, goal, entity)
        behind = goal + Vec(-36, 16) if name != "seat_2" else stage.at("seat_wybie")
        yield from stage.together(
            stage.go(entity, points, SPEED, is_watched=False),
            stage.go(boy, stage.way(stage.at("wybie"), behind, boy), WYBIE_SPEED, is_watched=False),
        )
        if name == "seat_2":
            break
        for _ in range(STOPS_TICKS):
            yield None
        stage.face("grandmother", "coraline")
        far = (stage.at("coraline") - stage.at("grandmother")).length
        if far > WAITS_PX:
            yield lambda: (stage.at("coraline") - stage.at("grandmother")).length < BACK_PX


def _sits(stage: Stage) -> Script:
    """That chair; and there is room on the rug."""
    session = stage.session
    guests.seat(stage, "grandmother", sits=False)
    guests.seat(stage, "wybie", sits=False)
    if not stage.flag("gran_seated"):
        yield lambda: session.is_free and (stage.at("coraline") - stage.at("grandmother")).length < WAITS_PX
        with stage.scene():
            stage.face("coraline", "grandmother")
            stage.face("grandmother", "coraline")
            yield from stage.say("sit", only=(1,))
            stage.face("grandmother", Facing.DOWN)
            guests.sit_down(stage, "grandmother")
            stage.sound("cloth_turn", "grandmother")
            yield 20
            yield from stage.say("sit", only=(2, 3))
        stage.set("gran_seated")
        stage.keep()
        yield 2
    guests.sit_down(stage, "grandmother")
    stage.goal("sit")
    yield lambda: stage.flag("wants_rug") and session.is_free


def sit_story(session: Session, entity: int) -> Script:
    """The rug: a place to begin from."""
    if session.is_running(BEAT) and session.story.holds("gran_seated"):
        session.story.set("wants_rug")
    yield None


def _tell(stage: Stage) -> Script:
    """They come when they hear that somebody is about to begin."""
    session = stage.session
    session.story.notes.pop("goal", None)
    act = session.act
    if isinstance(act, Party):
        act.company = ""
    with stage.scene():
        yield from stage.walk("coraline", "on_rug", 70)
        stage.face("coraline", Facing.UP)
        yield from stage.pose("coraline", "sit")
        stage.camera(STORY, 2.0)
        others = [who for who in EVERYBODY if who not in ("grandmother", "wybie", "mel", "charlie")]
        yield from stage.together(*(_takes_seat(stage, who, 14 * n) for n, who in enumerate(others)))
        guests.sit_down(stage, "wybie")
        yield 20
        yield from stage.choose("first_words")
        stage.face("coraline", Facing.UP)
        yield 30
        yield from stage.say("all", only=(1, 2, 3))
        yield from stage.together(_takes_seat(stage, "charlie", 0), _takes_seat(stage, "mel", 18))
        yield from stage.say("all", only=(4,))
        yield 20
        yield from stage.say("all", only=(5,))
        yield 70
        stage.sound("leaf_rustle", STORY, 0.5)
        yield from stage.fade_out(120)
        yield 60
        stage.rest("coraline")
        for who in EVERYBODY:
            guests.seat(stage, who, sits=who in ("grandmother", "mel"))
        stage.bring("coraline", "on_rug", Facing.UP)
        stage.set("story_begun")
        session.weather = "gold"
        stage.camera_back()
        stage.music("party")
        yield from stage.fade_in(70)


def _takes_seat(stage: Stage, who: str, after: int) -> Script:
    yield after
    spot, facing = SEATS[who]
    entity = stage.body(who)
    yield from stage.go(entity, stage.way(stage.at(who), stage.at(spot), entity), 104)
    stage.face(who, facing)
    guests.seat(stage, who)


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: grandmother}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"sit_story": sit_story}
STARTS: dict[str, Start] = {BEAT: Start(GROUNDS, "start", LEAVES, ("photo",), ())}
