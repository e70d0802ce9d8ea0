"""parents_back: a globe is put where it goes, and the front door opens. They have snow on their shoulders and remember nothing.

She may ask as much as she likes; every answer is an ordinary one, and with each the room gets warmer.
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage, Start
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import Snow
from game.sim.parts import Look, Name, Person
from game.sim.session import Session

BEAT = "parents_back"
ROOM = "real/flat_down"
MANTEL, BEFORE_MANTEL = Vec(793, 90), Vec(796, 166)
FRONT_DOOR = Vec(736, 880)
FLOOR = Vec(900, 206)
"""Where she sits down, with her back against nothing in particular."""
HALL = {"mel": Vec(716, 520), "charlie": Vec(690, 536)}
ROOM_AT = {"mel": Vec(826, 236), "charlie": Vec(770, 252)}
HEARTH, LAMP, SIDE = Vec(808, 172), Vec(1030, 172), Vec(870, 214)
PARENTS = ("mel", "charlie")
TALK = "home_talk"
TOPICS = ("where", "her", "globe", "button")
ENOUGH = 2
"""So many answers, and she may stop asking."""
LEAVES = (
    "has_globe",
    "globe_put",
    "home_opened",
    "home_snow",
    "home_fire",
    "lamp_living",
    *(f"asked_{topic}" for topic in TOPICS),
    "asked_enough",
    "home_chosen",
    "held_on",
)
POCKETS = ("doll", "note", "key", "tally", "adder_stone", "globe")
FLAGS = ("is_night", "!bricked", "!in_pyjamas", "door_pulled_to", "has_globe", "chased")


def is_home(session: Session) -> None:
    """The door behind her is shut. It begins as soon as she has her breath back."""
    begins = session.story.beat == BEAT and session.room.name == ROOM
    if begins and session.is_free and not session.is_running(BEAT) and not session.wants_checkpoint:
        session.begin(BEAT)


def parents_back(session: Session) -> Script:
    stage = Stage(session, BEAT)
    stage.small_door("pulled_to")
    stage.music("none")
    if not stage.flag("globe_put"):
        stage.goal("globe")
        yield lambda: stage.flag("globe_put") and session.is_free
        session.story.notes.pop("goal", None)
    if not stage.flag("home_opened"):
        yield from _come_in(stage)
        stage.set("home_opened")
        stage.keep()
        yield 2
    else:
        _stand(stage, ROOM_AT)
    stage.music("real_night", "base", *(("lead",) if stage.flag("home_snow") else ()))
    snow = Snow(on={who: 0.45 if stage.flag("home_snow") else 1.0 for who in PARENTS})
    session.act = snow
    yield from _ask(stage)
    if not stage.flag("home_chosen"):
        yield from _choice(stage)
        stage.set("home_chosen")
    yield from _good_night(stage)


# ---------------------------------------------------------------- the globe


def put_globe(session: Session, entity: int) -> Script:
    """Down where it goes, with both hands. It says something as it cools."""
    stage = Stage(session, BEAT)
    with stage.scene():
        yield from stage.walk("coraline", BEFORE_MANTEL, 60)
        stage.face("coraline", Facing.UP)
        yield from stage.pose("coraline", "lift", 22)
        session.take_away("globe")
        stage.set("globe_put")
        stage.sound("plate_slide", MANTEL, 0.6)
        yield 30
        yield from stage.say("globe", only=(1,))
        yield 24
        stage.sound("light_click", MANTEL)
        stage.sound("drip_d", MANTEL, 0.5)
        yield 26
        yield from stage.say("globe", only=(2,))


# ---------------------------------------------------------------- home


def _make(stage: Stage, who: str, at: Vec, facing: Facing) -> None:
    session = stage.session
    if session.find(who):
        session.bury(session.find(who))
    entity = session.bear(make_person(session, who, at, facing, TALK, is_ghost=True))
    session.names[who] = entity
    session.world.add(entity, Name(who))
    person = session.world.get(entity, Person)
    person.idle, person.turns_to_her = "idle", True
    if not session.story.holds("home_snow"):
        session.world.get(entity, Look).sheet = f"{who}_snow"


def _stand(stage: Stage, where: dict[str, Vec]) -> None:
    for who in PARENTS:
        _make(stage, who, where[who], Facing.RIGHT)


def _come_in(stage: Stage) -> Script:
    """She hears it all from the floor, before she sees anybody."""
    session = stage.session
    with stage.scene():
        yield from stage.walk("coraline", FLOOR, 60)
        stage.face("coraline", Facing.DOWN)
        yield from stage.pose("coraline", "sit")
        yield 70
        stage.sound("key_turn", FRONT_DOOR)
        yield 24
        stage.sound("door_creak", FRONT_DOOR)
        yield 20
        yield from stage.say("open", only=(1,))
        _stand(stage, HALL)
        session.act = Snow(on=dict.fromkeys(PARENTS, 1.0))
        for n, who in enumerate(PARENTS):
            stage.sound("step_soft", HALL[who], 0.6)
            yield 10 + n
        stage.music("real_night", "base")
        yield from stage.together(
            stage.walk("mel", ROOM_AT["mel"], 76),
            _after(26, stage.walk("charlie", ROOM_AT["charlie"], 70)),
            _looks_up(stage),
        )
        for who in PARENTS:
            stage.face(who, "coraline")
        yield from stage.say("open", only=(2,))
        stage.rest("coraline")
        stage.sound("cloth_turn")
        at = stage.at("mel")
        yield from stage.walk("coraline", Vec(at.x + 26, at.y + 2), 150)
        stage.face("coraline", "mel")
        yield from stage.pose("coraline", "happy", 40)
        yield from stage.say("open", only=(3,))
        stage.face("charlie", Facing.DOWN)
        yield from stage.say("open", only=(4,))
        stage.face("charlie", "coraline")


def _after(ticks: int, script: Script) -> Script:
    yield ticks
    yield from script


def _looks_up(stage: Stage) -> Script:
    """To where the steps are."""
    yield 40
    stage.face("coraline", "mel")


# ---------------------------------------------------------------- questions


def home_talk(session: Session, entity: int) -> Script:
    """To either of them: first the snow, then whatever she wants to know."""
    stage = Stage(session, BEAT)
    who = session.world.get(entity, Name).name if entity else "mel"
    if not session.is_running(BEAT) or stage.flag("home_chosen"):
        yield from stage.bark(who, "soft")
        return
    session.story.notes["home_who"] = who
    stage.set("home_asks")
    yield None


def _ask(stage: Stage) -> Script:
    session = stage.session
    session.story.set("home_asks", False)
    while not stage.flag("asked_done"):
        yield lambda: stage.flag("home_asks") and session.is_free
        session.story.set("home_asks", False)
        who = session.story.notes.get("home_who", "mel")
        with stage.scene():
            stage.face("coraline", who)
            for parent in PARENTS:
                stage.face(parent, "coraline")
            if not stage.flag("home_snow"):
                yield from _snow(stage, who)
                stage.set("home_snow")
            else:
                _brush(stage, who)
                yield 14
                yield from _question(stage)
        yield None
    session.story.set("home_asks", False)


def _brush(stage: Stage, who: str) -> None:
    act = stage.session.act
    if isinstance(act, Snow) and act.on.get(who, 0.0) > 0.15:
        act.brush(stage.session, who)


def _snow(stage: Stage, who: str) -> Script:
    """A hand across a shoulder, and another; none of it gets as far as the floor."""
    session = stage.session
    yield from stage.pose("coraline", "interact", 18)
    _brush(stage, who)
    yield 50
    yield from stage.say("snow", only=(1,))
    other = PARENTS[1 - PARENTS.index(who)] if who in PARENTS else "charlie"
    stage.face("mel", Facing.UP)
    yield 16
    yield from stage.say("snow", only=(2,))
    _brush(stage, other)
    stage.face("mel", "coraline")
    yield from stage.say("snow", only=(3,))
    for parent in PARENTS:  # what is left of it lies on them as it does on anybody
        session.world.get(stage.body(parent), Look).sheet = parent
    # Charlie is a man who can be told that it is cold.
    yield from stage.together(_lights_fire(stage), _turns_lamp(stage))
    stage.music("real_night", "base", "lead")


def _lights_fire(stage: Stage) -> Script:
    yield from stage.walk("charlie", HEARTH, 64)
    stage.face("charlie", Facing.UP)
    stage.sound("paper_rustle", HEARTH)
    yield from stage.pose("charlie", "interact", 44)
    stage.set("home_fire")
    stage.sound("light_click", HEARTH)
    yield 30
    yield from stage.walk("charlie", ROOM_AT["charlie"], 64)
    stage.face("charlie", "coraline")


def _turns_lamp(stage: Stage) -> Script:
    if stage.flag("lamp_living"):
        return
    yield 40
    yield from stage.walk("mel", LAMP, 76)
    stage.face("mel", Facing.UP)
    yield from stage.pose("mel", "interact", 18)
    stage.sound("lamp_click", LAMP)
    stage.set("lamp_living")
    yield 14
    yield from stage.walk("mel", ROOM_AT["mel"], 76)
    stage.face("mel", "coraline")


def _asked(stage: Stage) -> int:
    asked = sum(stage.flag(f"asked_{topic}") for topic in TOPICS)
    stage.session.story.set("asked_enough", asked >= ENOUGH)
    return asked


def _question(stage: Stage) -> Script:
    _asked(stage)
    yield from stage.choose("ask")
    if _asked(stage) == len(TOPICS):
        stage.set("asked_done")


# ---------------------------------------------------------------- all of it, or none


def _choice(stage: Stage) -> Script:
    """Everything, or only a sleeve."""
    with stage.scene():
        at = stage.at("mel")
        yield from stage.walk("coraline", Vec(at.x + 24, at.y + 2), 60)
        stage.face("coraline", "mel")
        for who in PARENTS:
            stage.face(who, "coraline")
        yield 30
        yield from stage.together(stage.choose("choice"), _holds(stage))


def _holds(stage: Stage) -> Script:
    """Told or not, she ends with her face in a cardigan."""
    yield lambda: stage.flag("held_on") or stage.flag("told_parents")
    if stage.flag("held_on"):
        at = stage.at("mel")
        yield from stage.walk("coraline", Vec(at.x + 13, at.y + 1), 50, straight=True)
        yield from stage.walk("charlie", Vec(at.x - 16, at.y - 2), 46, straight=True)
    else:
        stage.face("charlie", "mel")


def _good_night(stage: Stage) -> Script:
    session = stage.session
    with stage.scene():
        yield 50
        stage.camera(MANTEL + Vec(0, 60), 1.6)
        yield 80
        stage.sound("drip_d", MANTEL, 0.4)
        yield from stage.say("end")
        yield 40
        stage.camera_back()
        yield 20
        yield from stage.say("after")
        yield from stage.fade_out(50)
        session.act = None
        for who in PARENTS:
            if session.find(who):
                session.bury(session.find(who))
                session.names.pop(who, None)
        stage.bring("coraline", SIDE, Facing.DOWN)
        yield 30
        stage.music("")
        yield from stage.fade_in(50)


BEATS: dict[str, Callable[[Session], Script]] = {BEAT: parents_back}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"put_globe": put_globe, TALK: home_talk}
MINDS: tuple[Callable[[Session], None], ...] = (is_home,)
STARTS: dict[str, Start] = {BEAT: Start(ROOM, "from_passage", LEAVES, POCKETS, FLAGS)}
