"""What the neighbours do when nobody talks to them. All of it follows from the tick, so that a load finds them at the same thing.

Mr Bobinsky stands on his hands, on his dignity, and now and then on nothing. His mice march. The ladies bicker across a table.
"""

from __future__ import annotations

import math

from game.content.folk.people import make_person
from game.content.props.murmurs import now_and_then
from game.core.geometry import Facing, Vec
from game.sim.happenings import Heard
from game.sim.parts import Follower, Look, Person, Place
from game.sim.session import Session

NEAR_PX = 62.0
"""Whoever comes so near is met on one's feet."""
EXERCISES = (
    ("idle", 150),
    ("flex", 110),
    ("leap", 120),
    ("idle", 90),
    ("handstand", 260),
    ("idle", 60),
    ("conduct", 192),
)
"""His morning: what, for how many ticks; and again from the top."""
LEAP_TICKS, LEAP_PX = 40, 22.0
MARCHERS = 6
MARCH_SPEED = 34.0
MARCH_PX = 19.0
STARE_PX = 34.0
"""They stop and count whoever comes so near."""
BICKER_EVERY_TICKS = 1100
BICKER_PX = 190.0
BICKER_STEP_TICKS = 112
FIDGET_EVERY_TICKS = 400
FIDGETS = {"spink": ("flourish", "interact", "offer"), "forcible": ("interact", "point", "interact")}
QUARRELS = {"spink": "flourish", "forcible": "point"}
"""What hands do while a remark is made."""


def _far(session: Session, at: Place) -> float:
    return math.hypot(session.place.x - at.x, session.place.y - at.y)


def exercises(session: Session) -> None:
    """Mr Bobinsky, by the hour."""
    entity = session.find("bobinsky")
    if not entity or session.room.name != "real/attic":
        return
    world = session.world
    place, person, look = world.get(entity, Place), world.get(entity, Person), world.get(entity, Look)
    if session.locks or look.mood == "held" or _far(session, place) < NEAR_PX:
        person.idle, place.lift = "idle", max(place.lift - 2.0, 0.0)
        return
    t = session.tick % sum(ticks for _, ticks in EXERCISES)
    what, into = EXERCISES[0][0], t
    for name, ticks in EXERCISES:
        if t < ticks:
            what, into = name, t
            break
        t -= ticks
    person.idle = "flex" if what == "leap" else what
    if what == "handstand":
        place.facing = Facing.RIGHT
    if what == "leap":
        k = into % LEAP_TICKS / LEAP_TICKS
        place.lift = math.sin(math.pi * min(k * 1.25, 1.0)) * LEAP_PX
        if into % LEAP_TICKS == round(LEAP_TICKS * 0.8):
            session.news.tell(Heard("wood_thud", place.x, place.y, 0.5))
    else:
        place.lift = max(place.lift - 2.0, 0.0)


def parade(session: Session) -> None:
    """Six of the forty, round and round before their hotel; they stop for a stranger, and count her."""
    spot = session.room.spots.get("mice_row")
    if spot is None or session.room.name != "real/attic":
        return
    box = spot.box
    ring = (
        Vec(box.x + 6, box.y - 8),
        Vec(box.right + 16, box.y - 8),
        Vec(box.right + 16, box.y + 92),
        Vec(box.x + 6, box.y + 92),
    )
    if "marcher_1" not in session.names:
        for n in range(1, MARCHERS + 1):
            at = Vec(ring[0].x + MARCH_PX * (MARCHERS - n), ring[0].y)
            mouse = session.bear(make_person(session, "mouse", at, Facing.RIGHT, is_ghost=True))
            session.world.add(mouse, Follower(ring, "loop", MARCH_SPEED, 0, index=1))
            session.names[f"marcher_{n}"] = mouse
        return
    world = session.world
    mice = [session.names[f"marcher_{n}"] for n in range(1, MARCHERS + 1)]
    stop = bool(session.locks) or any(_far(session, world.get(m, Place)) < STARE_PX for m in mice)
    for n, mouse in enumerate(mice):
        way, person = world.find(mouse, Follower), world.get(mouse, Person)
        if way is not None:
            way.is_on = not stop
        place = world.get(mouse, Place)
        person.idle = "stand" if stop else "idle"
        person.home_facing = Facing.of(session.place.x - place.x, session.place.y - place.y)
        if stop and not session.locks:
            place.facing = person.home_facing
        if not stop and n == 0 and now_and_then(session.tick, 420, 31):
            session.news.tell(Heard("mouse_squeak", place.x, place.y, 0.4))


def bicker(session: Session) -> None:
    """Across the table, when she is near enough to hear and nobody asked: one begins, the other has the last word."""
    if session.room.name != "real/basement" or session.locks or session.talk or session.panel or not session.is_free:
        return
    spink, forcible = session.find("spink"), session.find("forcible")
    if not spink or not forcible or not session.story.holds("ladies_met"):
        return
    world = session.world
    people = {"spink": world.get(spink, Place), "forcible": world.get(forcible, Place)}
    if min(_far(session, p) for p in people.values()) > BICKER_PX:
        return
    words = session.content.words
    rows = words.numbered("barks.spink_forcible_pair")
    turn, t = divmod(session.tick, BICKER_EVERY_TICKS)
    key = rows[turn % len(rows)]
    parts = [p.strip('" ') for p in words.get(key).split('" "')]
    for i, say in enumerate(parts):
        if t == i * BICKER_STEP_TICKS:
            who = ("spink", "forcible")[i % 2]
            other = people["forcible" if who == "spink" else "spink"]
            place = people[who]
            place.facing = Facing.of(other.x - place.x, other.y - place.y)
            _gesture(world.get(session.find(who), Look), QUARRELS[who])
            session.cry_words(who, say, key, Vec(place.x, place.y), BICKER_STEP_TICKS + 20)
            return


def fidgets(session: Session) -> None:
    """A cup goes up and down again; a wig is put right; an exit is pointed out to nobody."""
    if session.room.name != "real/basement" or session.locks:
        return
    for salt, (who, ways) in enumerate(FIDGETS.items(), 41):
        entity = session.find(who)
        look = session.world.find(entity, Look) if entity else None
        if look is not None and look.anim == "idle" and now_and_then(session.tick, FIDGET_EVERY_TICKS, salt):
            _gesture(look, ways[session.tick // FIDGET_EVERY_TICKS % len(ways)])


def _gesture(look: Look, anim: str) -> None:
    look.anim, look.ticks, look.is_once, look.then = anim, 0, True, "idle"


MINDS = (exercises, parade, bicker, fidgets)
