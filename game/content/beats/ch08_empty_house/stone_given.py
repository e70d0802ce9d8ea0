"""stone_given: midnight, the good biscuits, two pieces of advice and a third; a stone with a hole, and what it does to things."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.parts import Place, Stone, Truth
from game.sim.session import Session
from game.sim.systems.reveal import stone_sees

BEAT = "stone_given"
ROOM = "real/basement"
FALSE = (("false_pearls", "false_1"), ("false_bookcase", "false_2"), ("false_review", "false_3"))
"""The Truth of the map, and what is said about it once it has been looked at."""
LADIES = ("spink", "forcible")
LOOK_TICKS = 78
"""So long a thing is looked at before anybody has words for it; if she looks away sooner, then."""
GLANCE_TICKS = 20
TRUE_TICKS = 46
WAIT_TRUE_TICKS = 420
ASKS_TICKS = 50
"""So soon after the third false thing she thinks of the two true ones."""
"""After so long without a look at the ladies they are looked at all the same."""
REACTS = {"false_1": ("spink", "worry"), "false_2": ("forcible", "point"), "false_3": ("forcible", "interact")}
LEAVES = (
    "stone_lent",
    "lesson_false_1",
    "lesson_false_2",
    "lesson_false_3",
    "lesson_true",
    "seen_false_pearls",
    "seen_false_bookcase",
    "seen_false_review",
    "took_biscuit",
)


def on_the_way(session: Session) -> None:
    """Until she is there the journal says where there is."""
    if session.story.beat == BEAT and not session.story.has_begun(BEAT):
        session.story.notes["goal"] = f"{BEAT}_{'in' if session.room.name == ROOM else 'steps'}"


def stone_given(session: Session) -> Script:
    stage = Stage(session, BEAT)
    if not stage.flag("stone_lent"):
        with stage.scene():
            yield from _advice(stage)
            yield from _lend(stage)
        stage.set("stone_lent")
        stage.goal("look")
        stage.keep()
        yield 2
    stage.teach("stone")
    yield from _lesson(stage)
    with stage.scene():
        yield from _between(stage)
        yield from stage.choose("choice")
        if stage.flag("took_biscuit"):
            stage.sound("plate_take", "tea_table", 0.7)
            session.give("biscuit")
        yield 16
        yield from stage.say("end")
        yield 20
        stage.end_chapter(8)
        yield 20


# ---------------------------------------------------------------- tea


def _advice(stage: Stage) -> Script:
    for who in LADIES:
        stage.face(who, "coraline")
    yield from stage.say("open", only=(1,))
    yield from _between(stage)
    yield from stage.say("open", only=(2, 3))
    stage.sound("kettle_put", "forcible")
    yield from stage.pose("forcible", "offer", 34)
    yield from stage.say("advice", only=(1,))
    yield from stage.say("advice", only=(2,))
    yield from stage.pose("forcible", "point", 20)
    yield from stage.say("advice", only=(3, 4, 5))
    yield from stage.pose("coraline", "interact", 24)


def _between(stage: Stage) -> Script:
    """Between the two chairs."""
    a, b = stage.at("spink"), stage.at("forcible")
    middle = Vec((a.x + b.x) / 2, max(a.y, b.y) + 22)
    if (stage.at("coraline") - middle).length > 12:
        yield from stage.walk("coraline", middle)
    stage.face("coraline", Facing.UP)
    for who in LADIES:
        stage.face(who, "coraline")


def _lend(stage: Stage) -> Script:
    """From under a tortoise."""
    session = stage.session
    yield from stage.pose("spink", "flourish", 30)
    yield from stage.say("stone", only=(1,))
    at = stage.at("tortoise_box")
    stage.face("spink", "tortoise_box")
    stage.camera(Vec((at.x + session.place.x) / 2, at.y - 20), 2.0)
    stage.sound("wood_thud", "tortoise_box", 0.4)
    yield 50
    stage.camera_back()
    yield from stage.pose("spink", "interact", 24)
    stage.face("spink", "coraline")
    yield from stage.say("stone", only=(2, 3, 4, 5))
    yield from stage.pose("spink", "offer", 30)
    session.give("adder_stone")
    stage.sound("item_get")
    yield 60
    yield from stage.say("stone", only=(6,))
    yield from stage.say("teach")


# ---------------------------------------------------------------- three false things, and two true ones


def _lesson(stage: Stage) -> Script:
    """She walks about with it. What she has looked at is spoken of; and at last she looks at them."""
    session = stage.session
    looked = {name: 0 for name, _ in FALSE}
    at_ladies = waited = 0
    stage.goal("look")
    while not (all(stage.flag(f"lesson_{moment}") for _, moment in FALSE) and stage.flag("lesson_true")):
        yield None
        if not session.is_free:
            continue
        at_ladies = at_ladies + 1 if _sees_ladies(session) else 0
        for name, moment in FALSE:
            if stage.flag(f"lesson_{moment}"):
                continue
            seen = _is_seen(session, name)
            looked[name] += seen
            if looked[name] >= LOOK_TICKS or (looked[name] >= GLANCE_TICKS and not seen):
                yield from _told(stage, moment)
                break
        done = all(stage.flag(f"lesson_{moment}") for _, moment in FALSE)
        waited += done
        session.story.counts["found"] = sum(stage.flag(f"lesson_{moment}") for _, moment in FALSE)
        if done and not stage.flag("lesson_true"):
            stage.goal("ladies")
            if waited == ASKS_TICKS:
                session.cry("coraline", stage.key("and_them.1"), stage.at("coraline"))
        if not stage.flag("lesson_true") and (at_ladies >= TRUE_TICKS or waited > WAIT_TRUE_TICKS):
            with stage.scene():
                for who in LADIES:
                    stage.face(who, "coraline")
                yield from stage.say("true")
            stage.set("lesson_true")
            stage.keep()
            yield 2


def _is_seen(session: Session, name: str) -> bool:
    entity = session.find(name)
    truth = session.world.find(entity, Truth) if entity else None
    return truth is not None and truth.is_seen


def _sees_ladies(session: Session) -> bool:
    """Either of them, in the ring: they have nothing to be but what they are."""
    stone = session.world.find(session.hero, Stone)
    if stone is None or not stone.is_up:
        return False
    for who in LADIES:
        place = session.world.get(session.find(who), Place)
        if stone_sees(session, place.x, place.y - 24):
            return True
    return False


def _told(stage: Stage, moment: str) -> Script:
    who, anim = REACTS[moment]
    with stage.scene():
        for lady in LADIES:
            stage.face(lady, "coraline")
        yield from stage.say(moment, only=(1,))
        yield from stage.pose(who, anim, 30)
        yield from stage.say(moment, only=(2, 3))
    stage.set(f"lesson_{moment}")
    stage.sound("chime_small")
    stage.keep()
    yield 2


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
