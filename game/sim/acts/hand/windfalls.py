"""Apples in the grass: at most one a place, and ten seconds after it was taken the tree has dropped another."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import Box, Vec
from game.sim.happenings import Heard
from game.sim.parts import Flight, Furniture, Hero, Name, Place, Pushable

if TYPE_CHECKING:
    from game.sim.session import Session

REFILL_TICKS = 600
APPLE_PX = 12.0
TAKEN_PX = 20.0
"""So far from its place an apple is no longer in it."""
REACH_PX = 34.0
MOST_LYING = 3
"""Of those that have been thrown."""


@dataclass
class Windfall:
    """One place of them; ``entity`` lies there, 0 = none; ``wait`` ticks until the next."""

    at: Vec
    name: str
    entity: int = 0
    wait: int = 0


class Windfalls:
    """All places. ``tick`` lets fall what is due."""

    def __init__(self, places: tuple[Vec, ...]) -> None:
        self.places = [Windfall(at, f"windfall_{n}") for n, at in enumerate(places, 1)]
        self.thrown: list[int] = []
        self.made = 0

    def __repr__(self) -> str:
        return f"Windfalls({self.places!r}, {self.thrown!r}, {self.made})"

    def tick(self, session: Session) -> None:
        """One tick."""
        world = session.world
        for fall in self.places:
            if fall.entity:
                place = world.find(fall.entity, Place) if world.is_alive(fall.entity) else None
                push = world.find(fall.entity, Pushable) if place is not None else None
                gone = place is None or push is None or push.is_carried
                if gone or (place is not None and math.hypot(place.x - fall.at.x, place.y - fall.at.y) > TAKEN_PX):
                    self.thrown.append(fall.entity)
                    fall.entity, fall.wait = 0, REFILL_TICKS
            elif fall.wait > 0:
                fall.wait -= 1
            else:
                fall.entity = self._drop(session, fall)
        self.thrown = [e for e in self.thrown if world.is_alive(e)]
        lying = [e for e in self.thrown if not world.get(e, Pushable).is_carried and not world.has(e, Flight)]
        for entity in lying[: max(len(lying) - MOST_LYING, 0)]:
            self.thrown.remove(entity)
            session.bury(entity)

    def _drop(self, session: Session, fall: Windfall) -> int:
        self.made += 1
        at = fall.at
        push = Pushable("ball", APPLE_PX, APPLE_PX, 1.0, 0.8, can_carry=True)
        name = f"apple_{self.made}"
        box = Box(at.x - APPLE_PX / 2, at.y - APPLE_PX, APPLE_PX, APPLE_PX)
        entity = session.world.born(Place(at.x, at.y, at.x, at.y), push, Name(name))
        session.world.add(entity, Furniture(0, "apple", box, at.y))
        session.names[name] = entity
        session.bear(entity)
        if self.made > len(self.places):
            session.news.tell(Heard("thrown_land", at.x, at.y, 0.4))
        return entity

    def near(self, session: Session) -> int:
        """The apple she could lift now, 0 for none."""
        if session.world.get(session.hero, Hero).carries:
            return 0
        best, least = 0, REACH_PX
        here = session.place
        for entity in (*[f.entity for f in self.places if f.entity], *self.thrown):
            place, push = session.world.find(entity, Place), session.world.find(entity, Pushable)
            if place is None or push is None or push.is_carried or place.lift > 4:
                continue
            d = math.hypot(place.x - here.x, place.y - push.h / 2 - here.y)
            if d < least:
                best, least = entity, d
        return best

    def bury(self, session: Session) -> None:
        """Takes all of them out of the world."""
        hero = session.world.get(session.hero, Hero)
        for entity in (*[f.entity for f in self.places if f.entity], *self.thrown):
            if session.world.is_alive(entity):
                hero.carries = 0 if hero.carries == entity else hero.carries
                session.bury(entity)
        for fall in self.places:
            fall.entity = 0
        self.thrown.clear()
