"""Those who belong to nobody: birds that sit where the map says, and the cat, who is seen and was never there.

Birds are Spots called bird_..., their note "crow 34" or "sparrow 54": the kind, and how high above the Spot they sit.
The cat of chapter 1 is needed by nobody before the orchard. It watches them move in, looks in once, crosses the way once.
"""

from __future__ import annotations

import math

from game.content.folk.people import make_person
from game.core.geometry import Facing
from game.sim.happenings import Heard
from game.sim.parts import Bird, Follower, Look, Person, Place
from game.sim.session import Session

SHY_PX = {"crow": 72.0, "sparrow": 40.0}
FLOWN_TICKS = 150
"""After so long a bird is out of every picture."""
CAT_SHY_PX = 64.0
CAT_SEAT_PX = 47.0
"""How high the roof of the car is."""
JUMP_TICKS = 12
CROSSES_AT = 130.0
"""px from the western edge of the orchard at which she sees it cross."""
SILL_PX = 190.0
SILL_SHY_PX = 74.0
SILL_TICKS = 420
"""It looks in for so long, if nobody comes near."""


def settle_birds(session: Session) -> None:
    """On coming into a room: the birds that have not flown off on this visit sit down."""
    off = _flown(session)
    for name, spot in session.room.spots.items():
        if name.startswith("bird_") and name not in off and not session.is_night:
            kind, lift = spot.text("note").split()
            at = spot.foot
            place = Place(at.x, at.y, at.x, at.y, Facing.LEFT if len(name) % 2 else Facing.RIGHT, float(lift))
            session.names[name] = session.world.born(place, Bird(kind))


def _visit(session: Session) -> str:
    return f"{session.room.name}:{session.story.counts.get(f'visits.{session.room.name}', 0)}"


def _flown(session: Session) -> tuple[str, ...]:
    visit, _, names = session.story.notes.get("birds_off", "").partition(" ")
    return tuple(names.split()) if visit == _visit(session) else ()


def birds(session: Session) -> None:
    """Off they go when she comes near, away from her, and complain."""
    her = session.place
    for entity, place, bird in session.world.each(Place, Bird):
        if bird.away_ticks:
            bird.away_ticks += 1
            if bird.away_ticks > FLOWN_TICKS:
                session.world.dies(entity)
        elif math.hypot(her.x - place.x, her.y - place.y) < SHY_PX[bird.kind]:
            bird.away_ticks = 1
            place.facing = Facing.RIGHT if place.x >= her.x else Facing.LEFT
            name = next(n for n, e in session.names.items() if e == entity)
            session.story.notes["birds_off"] = " ".join((_visit(session), *_flown(session), name))
            session.news.tell(Heard("wings", place.x, place.y - place.lift))
            if bird.kind == "crow":
                session.news.tell(Heard("crow_far", place.x, place.y - place.lift, 0.8))


def cat_watches(session: Session) -> None:
    """On the car, while they carry; down and away when she comes near. It goes east, where the orchard is."""
    cat = session.find("cat_watches")
    if not cat:
        return
    world = session.world
    place, person = world.get(cat, Place), world.get(cat, Person)
    way = world.find(cat, Follower)
    if way is None:
        person.idle, place.lift = "sit", CAT_SEAT_PX
        if math.hypot(session.place.x - place.x, session.place.y - place.y) < CAT_SHY_PX:
            look = world.get(cat, Look)
            look.anim, look.ticks, look.is_once, look.then = "jump", 0, True, "run"
            session.space.haunt(cat, True)
            path = session.room.paths["cat_slips"]
            world.add(cat, Follower(path.points, "once", path.speed, 0))
            session.news.tell(Heard("cat_land", place.x, place.y))
        return
    place.lift = max(place.lift - CAT_SEAT_PX / JUMP_TICKS, 0.0)
    if way.is_there:
        session.story.set("cat_slipped")


def cat_crosses(session: Session) -> None:
    """Over the orchard's path, once, before anybody has a name for it."""
    path = session.room.paths.get("cat_crosses")
    if path is None or session.story.holds("wybie_met"):
        return
    cat = session.find("cat_crossing")
    if cat:
        if session.world.get(cat, Follower).is_there:
            session.bury(cat)
            del session.names["cat_crossing"]
    elif session.place.x > CROSSES_AT and session.is_free and not session.story.holds("cat_crossed"):
        session.story.set("cat_crossed")
        cat = make_person(session, "cat", path.points[0], dialog="none", path=path)
        session.bear(cat)
        session.names["cat_crossing"] = cat


def cat_looks_in(session: Session) -> None:
    """On the outer sill of the living room window, once, while nobody has time. The looks draw it behind the glass."""
    story = session.story
    window = session.find("living_window")
    if not window or not story.holds("began_ignored,!ignored,!cat_left_sill") or session.room.side != "real":
        return
    at = session.world.get(window, Place)
    far = math.hypot(session.place.x - at.x, session.place.y - at.y)
    area = session.room.area_at(session.place.x, session.place.y)
    if not story.holds("cat_at_sill"):
        if far < SILL_PX and area is not None and area.title == "living_room":
            story.set("cat_at_sill")
            story.counts["cat_at_sill"] = session.tick
    elif far < SILL_SHY_PX or session.tick - story.counts["cat_at_sill"] > SILL_TICKS:
        story.set("cat_left_sill")
        session.news.tell(Heard("cat_land", at.x, at.y - 40, 0.4))


MINDS = (birds, cat_watches, cat_crosses, cat_looks_in)
