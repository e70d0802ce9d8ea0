"""Furniture of the other side that is somewhere else when one looks again; toys and the piano that go by themselves.

A map says what may move: a Prop NAME and a Spot ``moves_NAME`` on free floor, where its foot would stand. It goes there, and back
another time, only while nobody looks: she faces away, or the picture does not reach so far. What has moved is a flag of the story.
To let it be: the story has got serious (``buttons_offered``); then the house does not play any more.
"""

from __future__ import annotations

from dataclasses import replace

from game.content.props.murmurs import now_and_then
from game.content.spawn import make
from game.core.geometry import Box, Vec
from game.sim.happenings import Heard
from game.sim.parts import Name, Place, Walker
from game.sim.room import Thing
from game.sim.session import Session

PREFIX = "moves_"
EVERY_TICKS = 420
"""It takes a chance about so often, each piece at its own time."""
UNSEEN_X_PX, UNSEEN_Y_PX = 350.0, 210.0
"""Further off than this no picture reaches."""
BEHIND_PX = 56.0
"""Nearer than this one would feel it go by."""
SERIOUS = "buttons_offered"
STEPS = ("cloth_turn", "wood_thud")


def settle_furniture(session: Session) -> None:
    """On coming into a room: what has moved before stands where it went."""
    for spot in _spots(session):
        if _is_moved(session, spot):
            _put(session, spot, is_moved=True)


def move_unseen(session: Session) -> None:
    """A mind: one piece at a time, behind her back."""
    if session.room.side != "other" or not session.is_free or session.act is not None:
        return
    if SERIOUS in session.story.flags:
        return
    for n, spot in enumerate(_spots(session)):
        if not now_and_then(session.tick, EVERY_TICKS, 31 + n):
            continue
        entity = session.find(spot.name.removeprefix(PREFIX))
        if not entity:
            continue
        at = session.world.get(entity, Place)
        goes_back = _is_moved(session, spot)
        goal = _thing(session, spot).foot if goes_back else spot.foot
        if _is_unseen(session, Vec(at.x, at.y)) and _is_unseen(session, goal) and _is_clear(session, goal):
            session.story.set(_flag(session, spot), not goes_back)
            _put(session, spot, is_moved=not goes_back)
            session.news.tell(Heard(STEPS[n % 2], goal.x, goal.y, 0.35))
            return


def _spots(session: Session) -> list[Thing]:
    return [spot for name, spot in session.room.spots.items() if name.startswith(PREFIX)]


def _thing(session: Session, spot: Thing) -> Thing:
    name = spot.name.removeprefix(PREFIX)
    return next(thing for thing in session.room.things if thing.name == name)


def _flag(session: Session, spot: Thing) -> str:
    return f"moved.{session.room.name}.{spot.name.removeprefix(PREFIX)}"


def _is_moved(session: Session, spot: Thing) -> bool:
    return _flag(session, spot) in session.story.flags


def _is_unseen(session: Session, at: Vec) -> bool:
    """Outside every picture, or well behind her."""
    dx, dy = at.x - session.place.x, at.y - session.place.y
    if abs(dx) > UNSEEN_X_PX or abs(dy) > UNSEEN_Y_PX:
        return True
    way = session.place.facing.way
    return dx * way.x + dy * way.y < -BEHIND_PX


def _is_clear(session: Session, at: Vec) -> bool:
    return all(
        abs(place.x - at.x) > 40 or abs(place.y - at.y) > 40 for _, place, _ in session.world.each(Place, Walker)
    )


def _put(session: Session, spot: Thing, is_moved: bool) -> None:
    """The piece is born anew where it stands now: its body, its picture and its reach go along."""
    thing = _thing(session, spot)
    old = session.find(thing.name)
    if old:
        session.bury(old)
    if is_moved:
        by = spot.foot - thing.foot
        thing = replace(
            thing, box=_shifted(thing.box, by), foot=spot.foot, solids=tuple(_shifted(b, by) for b in thing.solids)
        )
    entity = make(session, thing)
    if entity is None:
        return
    session.world.add(entity, Name(thing.name))
    session.names[thing.name] = entity
    session.bear(entity)


def _shifted(box: Box, by: Vec) -> Box:
    return Box(box.x + by.x, box.y + by.y, box.w, box.h)


MINDS = (move_unseen,)
