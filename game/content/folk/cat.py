"""The cat, called. It comes round something thin, sits, says one thing about what is to be done, and is elsewhere again.

Each call goes one step further: a nudge, a pointer, the answer ([hints.BEAT] 1..3). Where it cannot speak, which is everywhere
but on the other side after the orchard, it shows itself somewhere and looks; the words tell at what.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from game.content.beats.verbs import Stage
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.intent import Action
from game.core.script import Script
from game.sim.happenings import Heard
from game.sim.parts import Look, Name, Person, Place, Slips
from game.sim.session import Session

TIERS = 3
SOUGHT = "cat_speaks"
"""The beat in which it is the cat that is looked for."""
CAN_TALK = "cat_named"
"""The flag: it has spoken to her."""
TALKS = "ch05_cat"
"""The script of talking to it."""
WAS_CALLED = "cat_was_called"
CALLED = "cat_called"
"""Its name while it is only here because it was called."""
MOODS = ("bored", "plain", "sly")
THIN_PX = 280.0
"""A thin place so near is the one it comes by."""
BESIDE_PX = (72.0, 92.0, 54.0)
"""Without one it comes round nothing in particular, so far to her side."""
HALF_PX = 26.0
"""Half a cat, and a whisker: so far it walks on to be through."""
SITS_PX = 34.0
STAYS_TICKS = 170
"""So long it sits there after it has spoken: called again meanwhile it says more."""
PATIENCE_TICKS = 360
MEW_TICKS = 420
"""So long it can be seen from which side it called."""
SPEED = 92.0


def hint_key(session: Session, tier: int) -> str:
    """The text key of a hint for what is to be done now, "" when there is none."""
    key = f"hints.{topic(session)}.{tier}"
    return key if session.content.words.has(key) else ""


def topic(session: Session) -> str:
    """What hints are about now: the part of the beat that is the goal, if it has hints of its own, else the beat."""
    part = session.goal
    return part if session.content.words.has(f"hints.{part}.1") else session.story.beat


def tier_of(session: Session) -> int:
    """How many hints she has had for the present beat, 0..3."""
    return min(session.story.counts.get(f"hint.{topic(session)}", 0), TIERS)


def may_call(session: Session) -> bool:
    """Whether a call is heard: she is free, and in no show."""
    act = session.act
    hushed = act is not None and (act.is_hushed or act.holds_her or act.takes_cat)
    return session.is_free and not hushed and session.fade.amount < 0.3 and session.title is None


def hears_call(session: Session) -> None:
    """The button of the cat."""
    if session.pressed(Action.CAT) and may_call(session) and hint_key(session, 1):
        session.run("call_cat")


# ---------------------------------------------------------------- a call


def call_cat(session: Session, entity: int) -> Script:
    stage = Stage(session, "cat_speaks")
    if session.room.side != "other" or not stage.flag(CAN_TALK):
        yield from _shows(stage)
        return
    cat, is_guest = _at_hand(session)
    thin, way = entrance(session)
    if not cat:
        cat = CALLED if is_guest else "cat"
        if is_guest:
            _make(stage, thin)
        yield from slip_out(stage, cat, thin, way)
        yield from comes(stage, cat)
    yield from _tells(stage, cat)
    if not is_guest:
        return
    stays = STAYS_TICKS
    while stays > 0:
        stays -= 1
        if session.pressed(Action.CAT) and may_call(session):
            yield from _tells(stage, cat)
            stays = STAYS_TICKS
        if _is_seen(session, "cat"):
            break  # the story has brought it in by another way: it is not here twice
        yield None
    if not session.find(cat):
        return
    _remarks(stage, cat)
    back = Vec(stage.at(cat).x - way * 18, stage.at(cat).y)
    stands(session, cat)
    yield from slip_away(stage, cat, back, -way)
    session.bury(stage.body(cat))
    session.names.pop(cat, None)


def _at_hand(session: Session) -> tuple[str, bool]:
    """(its name when it is there to be asked or "", whether it will only be here for the call)."""
    if _is_seen(session, "cat"):
        return "cat", False  # however far off it sits: there are not two of it
    if _is_seen(session, CALLED):
        place = session.world.get(session.find(CALLED), Place)
        if math.hypot(place.x - session.place.x, place.y - session.place.y) < THIN_PX:
            return CALLED, True
    return "", not session.find("cat")


def _is_seen(session: Session, name: str) -> bool:
    entity = session.find(name)
    return bool(entity) and not session.world.get(entity, Look).is_hidden


def entrance(session: Session) -> tuple[Vec, int]:
    """By which thin place it comes and which way it then goes: -1 left, 1 right."""
    her = session.place
    thins = [t.foot for t in session.room.things if t.kind == "Thin"]
    near = [t for t in thins if math.hypot(t.x - her.x, t.y - her.y) < THIN_PX]
    if near:
        at = min(near, key=lambda t: math.hypot(t.x - her.x, t.y - her.y))
        return at, 1 if her.x >= at.x else -1
    first = -1 if her.facing is Facing.LEFT else 1
    for far in BESIDE_PX:
        for side in (first, -first):
            for dy in (0.0, -18.0, 18.0):
                at = Vec(her.x + side * far, her.y + dy)
                free = session.space.is_free(at.x, at.y, 8.0, walls_only=True)
                if free and session.space.sees(her.x, her.y, at.x, at.y):
                    return at, -side
    return Vec(her.x + first * 30, her.y), -first


def _make(stage: Stage, at: Vec) -> None:
    session = stage.session
    entity = session.bear(make_person(session, "cat", at, Facing.DOWN, TALKS))
    session.names[CALLED] = entity
    session.world.add(entity, Name(CALLED))
    session.world.get(entity, Look).is_hidden = True


def comes(stage: Stage, cat: str) -> Script:
    """Up to her, not in her way, and down on its haunches."""
    session = stage.session
    at, her = stage.at(cat), stage.at("coraline")
    d = at - her
    far = d.length or 1.0
    if far > SITS_PX:
        goal = her + d * (SITS_PX / far)
        entity = stage.body(cat)
        yield from stage.go(entity, stage.way(at, goal, entity), SPEED, is_watched=False)
    sits(session, cat)


def sits(session: Session, cat: str) -> None:
    entity = session.find(cat)
    session.world.get(entity, Person).idle = "sit"
    session.world.get(entity, Look).mood = ""


def stands(session: Session, cat: str) -> None:
    session.world.get(session.find(cat), Person).idle = "idle"


def _tells(stage: Stage, cat: str) -> Script:
    """The next step of help, as soon as she has a moment."""
    session = stage.session
    for _ in range(PATIENCE_TICKS):
        if may_call(session):
            break
        yield None
    if not may_call(session):
        return
    tier = _next(session)
    key = hint_key(session, tier)
    if not key:
        return
    stage.face(cat, "coraline")
    stage.sound("cat_meow", cat, 0.6)
    session.story.set(WAS_CALLED)
    yield from stage.line("cat", MOODS[tier - 1], session.content.words.get(key), key)


def _remarks(stage: Stage, cat: str) -> None:
    """Now and then something over its shoulder, that stops nobody."""
    session = stage.session
    keys = session.content.words.numbered("barks.cat_other")
    turn = session.story.count("cat_left")
    if keys and turn % 2 == 0:
        session.cry("cat", keys[turn // 2 % len(keys)], stage.at(cat))


def _next(session: Session) -> int:
    return min(session.story.count(f"hint.{topic(session)}"), TIERS)


def _shows(stage: Stage) -> Script:
    """It says nothing: it is seen, or nearly, and what it looks at is told."""
    session = stage.session
    key = hint_key(session, _next(session))
    # Nowhere in particular when it is not here: a mew from one side would be read as the way to go.
    at = stage.at("cat") if session.find("cat") else Vec(session.place.x, session.place.y)
    session.news.tell(Heard("cat_meow", at.x, at.y, 0.5))
    if session.find("cat"):
        stage.face("coraline", "cat")
        if not session.world.get(stage.body("cat"), Look).is_hidden:
            # At the picture's edge if it sits farther off. It points to itself only where it is what is looked for.
            side = "_left" if at.x < session.place.x else "_right"
            session.cry("cat", f"hints.mew{side if session.story.beat == SOUGHT else ''}", at, MEW_TICKS)
    yield from stage.line("narrator", "plain", session.content.words.get(key), key)


# ---------------------------------------------------------------- thin places


def slip_out(stage: Stage, who: str, at: Vec, way: int) -> Script:
    """Out from behind something thinner than itself, going left (-1) or right (1); nobody waits for it."""
    session = stage.session
    entity = stage.body(who)
    look = session.world.get(entity, Look)
    stage.bring(who, Vec(at.x - way * HALF_PX, at.y), Facing.RIGHT if way > 0 else Facing.LEFT)
    slips = Slips(at.x, -way)
    session.world.add(entity, slips)
    look.is_hidden = False
    stage.sound("cat_land", at, 0.4)
    yield from stage.go(entity, (Vec(at.x + way * HALF_PX, at.y),), SPEED, is_watched=False)
    session.world.drop(entity, Slips)


def slip_away(stage: Stage, who: str, at: Vec, way: int) -> Script:
    """Behind it, and not out on its other side."""
    session = stage.session
    entity = stage.body(who)
    place = session.world.get(entity, Place)
    here = Vec(place.x, place.y)
    before = Vec(at.x - way * HALF_PX, at.y)
    if (here - before).length > 6:
        yield from stage.go(entity, stage.way(here, before, entity), SPEED, is_watched=False)
    session.world.add(entity, Slips(at.x, way))
    yield from stage.go(entity, (Vec(at.x + way * HALF_PX, at.y),), SPEED, is_watched=False)
    session.world.get(entity, Look).is_hidden = True
    session.world.drop(entity, Slips)


SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"call_cat": call_cat}
MINDS: tuple[Callable[[Session], None], ...] = (hears_call,)
