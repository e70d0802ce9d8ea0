"""cat_vanishes: he has heard this one. Down off the wall, down the drive, and behind a post that is as thick as a broom."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch12_party import guests
from game.content.beats.ch12_party.guests import EVERYBODY, GROUNDS
from game.content.beats.verbs import Stage, Start
from game.content.folk import cat as cats
from game.content.folk.people import make_person
from game.core.geometry import Box, Facing, Vec
from game.core.script import Script
from game.sim.parts import Look, Name, Person, Place
from game.sim.session import Session

BEAT = "cat_vanishes"
CAT = "cat"
WALL_PX = 33.0
"""How high the wall is."""
HOP_TICKS = 16
POST = Vec(1141, 1337)
"""The left leg of the signpost, where it stands, a little behind it."""
WAY = (Vec(1130, 1196), Vec(1076, 1240), Vec(1060, 1300), Vec(1096, 1338))
WAITS_PX, SPEED = 96.0, 62.0
NEAR_PX = 150.0
OTHER_SIDE = Box(1156, 1318, 96, 96)
"""Where one stands who watches the side he ought to come out on."""
WATCHES_TICKS, LONGEST_TICKS = 100, 300
LAST_TICKS = 240
SEES = Vec(1150, 1310)
STANDS = Vec(1052, 1384)
"""Where she stands to see it: to the left, so that her head is not before him."""


def keeps(session: Session) -> None:
    """After the story, whatever was loaded: they sit where they sat, and he is on the wall."""
    story = session.story
    if (
        session.room.name != GROUNDS
        or not story.holds("story_begun,!cat_vanishes")
        or session.is_running("grandmother")
    ):
        return
    if session.find(CAT) or "cat_gone" in story.flags:
        return
    stage = Stage(session, BEAT)
    for who in EVERYBODY:
        if session.find(who):
            guests.seat(stage, who, sits=who in ("grandmother", "mel"))
    at = stage.at("cat_on_wall")
    entity = session.bear(make_person(session, CAT, at, Facing.LEFT, "none", is_ghost=True))
    session.names[CAT] = entity
    session.world.add(entity, Name(CAT))
    session.world.get(entity, Place).lift = WALL_PX
    cats.sits(session, CAT)
    if story.beat == BEAT and not story.has_begun(BEAT):
        story.notes["goal"] = f"{BEAT}_cat"


def cat_vanishes(session: Session) -> Script:
    stage = Stage(session, BEAT)
    keeps(session)
    session.story.notes.pop("goal", None)
    if not stage.flag("cat_gone"):
        if not stage.flag("cat_thanked"):
            yield from _down(stage)
            stage.set("cat_thanked")
        yield from _leads(stage)
        yield from _post(stage)
    yield from _waits(stage)
    yield from _end(stage)


def _down(stage: Stage) -> Script:
    """The front half, and then the other."""
    session = stage.session
    entity = stage.body(CAT)
    place, look = session.world.get(entity, Place), session.world.get(entity, Look)
    with stage.scene():
        stage.face("coraline", CAT)
        yield 24
        start, goal = stage.at(CAT), stage.at("cat_below")
        look.anim, look.ticks, look.is_once, look.mood = "jump", 0, True, "held"
        for n in range(1, HOP_TICKS + 1):
            k = n / HOP_TICKS
            at = start + (goal - start) * k
            session.space.move(entity, at.x, at.y)
            place.lift = WALL_PX * (1 - k * k)
            yield None
        place.lift = 0.0
        stage.sound("cat_land", goal)
        stage.rest(CAT)
        yield 20
        yield from stage.pose(CAT, "arched", 44)
        cats.sits(session, CAT)
        yield from stage.say("open", only=(1,))
        at = stage.at(CAT)
        yield from stage.walk("coraline", Vec(at.x - 30, at.y + 4), 70)
        stage.face("coraline", CAT)
        stage.face(CAT, "coraline")
        yield from stage.say("open", only=(2,))
        yield 40
        yield from stage.say("open", only=(3, 4))
        stage.sound("cat_purr_loop", CAT, 0.5)
        yield 40
        yield from stage.say("walk")


def _leads(stage: Stage) -> Script:
    """At his own pace; which is to say that he waits, with his back turned."""
    session = stage.session
    entity = stage.body(CAT)
    session.world.get(entity, Person).turns_to_her = False
    session.world.get(entity, Place).lift = 0.0
    stage.music("party", "base")
    for goal in WAY:
        cats.stands(session, CAT)
        here = stage.at(CAT)
        yield from stage.go(entity, stage.way(here, goal, entity), SPEED, is_watched=False)
        if (stage.at("coraline") - goal).length > WAITS_PX:
            cats.sits(session, CAT)
            yield lambda: (stage.at("coraline") - stage.at(CAT)).length < WAITS_PX
    cats.sits(session, CAT)
    stage.face(CAT, Facing.RIGHT)


def _post(stage: Stage) -> Script:
    """A post as thick as a broom."""
    session = stage.session
    entity = stage.body(CAT)
    yield lambda: session.is_free and (stage.at("coraline") - POST).length < NEAR_PX
    with stage.scene():
        stage.camera(SEES, 1.4)
        stage.music("none")
        yield from stage.walk("coraline", STANDS, 80)
        stage.face("coraline", CAT)
        yield 90
        stage.face(CAT, "coraline")
        yield 70
        stage.face(CAT, Facing.RIGHT)
        yield 20
        yield from stage.say("post")
        cats.stands(session, CAT)
        yield from cats.slip_away(stage, CAT, POST, 1)
        stage.set("cat_gone")
        session.bury(entity)
        session.names.pop(CAT, None)
        yield 110
        yield from stage.say("gone")
        stage.camera_back()


def _waits(stage: Stage) -> Script:
    """She may look behind it. She may stand where he ought to come out. It is a fine day to wait in."""
    session = stage.session
    stage.goal("wait")
    watched = waited = 0
    while watched < WATCHES_TICKS and waited < LONGEST_TICKS:
        yield None
        if not session.is_free:
            continue
        waited += 1
        at = stage.at("coraline")
        is_still = abs(session.place.x - session.place.was_x) + abs(session.place.y - session.place.was_y) < 0.1
        watched = watched + 1 if OTHER_SIDE.holds(at.x, at.y) and is_still else 0


def _end(stage: Stage) -> Script:
    """The post; the afternoon; nobody on either side of it."""
    session = stage.session
    with stage.scene():
        stage.camera(SEES, 1.2)
        at = stage.at("coraline")
        stage.face("coraline", Facing.LEFT if at.x > POST.x else Facing.RIGHT)
        yield 60
        yield from stage.say("end")
        stage.sound("leaf_rustle", POST, 0.4)
        yield LAST_TICKS
        yield from stage.fade_out(150)
        yield 30
    session.story.notes.pop("goal", None)
    stage.end_story()


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: cat_vanishes}
MINDS: tuple[Callable[[Session], None], ...] = (keeps,)
STARTS: dict[str, Start] = {BEAT: Start(GROUNDS, "start", ("cat_thanked", "cat_gone"), (), ())}
