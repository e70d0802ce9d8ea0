"""The climb out of the bowl: strands of silk round and up, a blind thing that hears, thimbles to throw where one is not.

Brittle strands bear whoever walks. Dew hangs on others like bells and rings at every step that is no tiptoe. Rings of the web are
checkpoints; being had costs a stitch and the way from the last of them.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import TILE, Box, Vec
from game.sim.acts.act import Act
from game.sim.acts.climb.blind import Blind
from game.sim.happenings import Heard, Shook
from game.sim.harm import can_be_hurt, drop, seize, sew
from game.sim.parts import Furniture, Harm, Hero, Name, Place, Pushable

if TYPE_CHECKING:
    from game.sim.session import Session

MARKS = ("cp_bowl", "cp_ring2", "cp_ring3")
MARK_PX = 56.0
THROWS, THIMBLE, THIMBLE_PX = "china_", "thimble", 10.0
REFILL_TICKS = 360
MENDS_TICKS = 300
BELL_PX = 192.0
BELL_EVERY_TICKS = 26
DOOR_PX = 62.0
LAST_THREAD = (22, 24)
"""Columns of tiles that are left of the room's floor: a thread to the small door."""
QUIET_DOOR_TICKS = 120
FAR_PX = 260.0
"""So far off, about, she is when she begins."""
FEELS_PX = {"storybook": 190.0, "brave": 150.0, "beldam": 128.0}


@dataclass
class Strand:
    """A stretch of silk: ``kind`` brittle or bells. ``broken`` ticks until it is spun again; ``rang`` ticks since it rang."""

    kind: str
    box: Box
    broken: int = 0
    rang: int = 999


@dataclass
class Cast:
    """A place where something to throw lies; ``wait`` ticks until it does again."""

    at: Vec
    entity: int = 0
    wait: int = 0


@dataclass
class Climb(Act):
    """``mark`` 0..2 where she goes back to. ``told`` what has just happened, for the beat's lines: heard, lured, had, snapped."""

    mark: int = 0
    blind: Blind = field(default_factory=lambda: Blind((), 0.0, 0.0))
    strands: list[Strand] = field(default_factory=list)
    casts: list[Cast] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    is_built: bool = False
    is_done: bool = False
    """She is at the door. What is left of the floor stays to be seen."""
    was_let_by: bool = False
    still_s: float = 0.0
    caught_wait: int = 0
    can_slip = True

    @classmethod
    def of(cls, session: Session, mark: int) -> Climb:
        """As the map draws it. Raises KeyError where Path hunt or a Spot is missing."""
        act = cls(mark=mark)
        at = _far_off(session, Vec(session.place.x, session.place.y))
        act.blind = Blind((), at.x, at.y, feels_px=FEELS_PX[session.rules.difficulty])
        act.strands = [
            Strand(t.text("kind"), t.box)
            for t in session.room.things
            if t.kind == "Hazard" and t.text("kind") in ("brittle", "bells")
        ]
        act.casts = [Cast(s.foot) for name, s in session.room.spots.items() if name.startswith(THROWS)]
        return act

    def slip(self, session: Session) -> None:
        """Up at the door, and nobody has heard."""
        at = session.room.spots["door_small_front"].foot
        session.space.move(session.hero, at.x, at.y + 20)
        session.place.x = session.place.was_x = at.x
        session.place.y = session.place.was_y = at.y + 20
        self.was_let_by = True
        self.is_done = True

    def tick(self, session: Session) -> None:
        if not self.is_built:
            self._unfloors(session)
        if self.is_done:
            return
        harm = session.world.get(session.hero, Harm)
        loud = 0.0 if harm.holds else self._strands(session)
        self._lay(session)
        lures, comes = self.blind.lures, self.blind.comes
        self.blind.is_deaf = bool(harm.holds or self.caught_wait)
        self.caught_wait = max(self.caught_wait - 1, 0)
        self.blind.tick(session, loud)
        if self.blind.lures > lures:
            self.told.append("lured")
        if self.blind.comes > comes:
            self.told.append("heard")
        if self.blind.has_her:
            self._had(session)
        self._marks(session)
        still = session.world.get(session.hero, Hero).still_ticks
        self.still_s = still / 60
        door = session.room.spots["door_small_front"].foot
        if math.hypot(session.place.x - door.x, session.place.y - door.y) < DOOR_PX and session.is_free:
            self.is_done = True

    def _unfloors(self, session: Session) -> None:
        """Of the room one thread is left."""
        self.is_built = True
        floor = session.room.spots["room_floor"].box
        left, right = LAST_THREAD[0] * TILE, LAST_THREAD[1] * TILE
        session.space.block(("floor", 0), Box(floor.x, floor.y, left - floor.x, floor.h))
        session.space.block(("floor", 1), Box(right, floor.y, floor.right - right, floor.h))

    def _strands(self, session: Session) -> float:
        """What gives and what rings under her; how far that is heard, px."""
        place, hero = session.place, session.world.get(session.hero, Hero)
        loud = 0.0
        for n, s in enumerate(self.strands):
            s.rang += 1
            if s.broken:
                s.broken -= 1
                if s.broken == 0:
                    session.space.unblock(("strand", n))
                continue
            if not s.box.holds(place.x, place.y):
                continue
            if s.kind == "brittle" and hero.stance == "run" and hero.noise and can_be_hurt(session):
                s.broken = MENDS_TICKS
                session.news.tell(Heard("plant_snap", place.x, place.y))
                session.news.tell(Shook(3.0, 14))
                self.told.append("snapped")
                loud = BELL_PX
                drop(session, "fell")
            elif s.kind == "bells" and hero.noise and hero.stance != "sneak" and s.rang >= BELL_EVERY_TICKS:
                s.rang = 0
                session.news.tell(Heard("bell_wire", place.x, place.y))
                loud = BELL_PX
        for n, s in enumerate(self.strands):
            if s.broken and not s.box.grown(8).holds(place.x, place.y):
                session.space.block(("strand", n), s.box)
        return loud

    def _lay(self, session: Session) -> None:
        """A thimble in each of its places, if she has thrown the last one."""
        world = session.world
        for n, cast in enumerate(self.casts):
            if cast.entity:
                push = world.find(cast.entity, Pushable) if world.is_alive(cast.entity) else None
                if push is None or push.is_carried:
                    cast.entity, cast.wait = 0, REFILL_TICKS
            elif cast.wait > 0:
                cast.wait -= 1
            else:
                at = cast.at
                name = f"{THROWS}{n}_{self.ticks}"
                push = Pushable("ball", THIMBLE_PX, THIMBLE_PX, 1.0, 0.8, can_carry=True, breaks=True)
                box = Box(at.x - 6, at.y - 15, 12, 17)
                cast.entity = world.born(Place(at.x, at.y, at.x, at.y), push, Name(name))
                world.add(cast.entity, Furniture(0, THIMBLE, box, at.y))
                session.names[name] = cast.entity
                session.bear(cast.entity)

    def _had(self, session: Session) -> None:
        self.blind.has_her = False
        if session.world.get(session.hero, Harm).holds:
            return
        self.told.append("had")
        self.caught_wait = 90
        session.news.tell(Heard("hurt", session.place.x, session.place.y))
        sew(session, "caught")
        if not session.world.get(session.hero, Harm).closes:
            seize(session, MARKS[self.mark], "caught")
        at = _far_off(session, session.room.spawns[MARKS[self.mark]].at)
        self.blind.x, self.blind.y = self.blind.goal_x, self.blind.goal_y = at.x, at.y

    def _marks(self, session: Session) -> None:
        for n in range(self.mark + 1, len(MARKS)):
            at = session.room.spawns[MARKS[n]].at
            if math.hypot(session.place.x - at.x, session.place.y - at.y) < MARK_PX and session.is_free:
                self.mark = n
                self.told.append("mark")


def _far_off(session: Session, at: Vec) -> Vec:
    """Of the points of her round the one that lies about FAR_PX from there."""
    way = session.room.paths["hunt"].points
    return min(way, key=lambda p: abs((p - at).length - FAR_PX))
