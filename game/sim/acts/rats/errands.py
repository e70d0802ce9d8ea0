"""Errands: rats that leave the flock, one with the medal and light after it, others with nothing; to a coat, and up into it.

The one with the medal stops at another coat first, as if it went there. It does not stop where it stays.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.sim.acts.act import Act
from game.sim.acts.rats.flock import Flock, Rat
from game.sim.happenings import Heard
from game.sim.parts import Look, Place

if TYPE_CHECKING:
    from game.sim.session import Session

COLOURS = ("red", "blue", "green", "gold", "grey")
HARDER = (1.0, 1.08, 1.15)
STAYS_TICKS = {"storybook": 1800, "brave": 1200, "beldam": 1000}
"""How long the medal stays in a coat, in the end."""
FEINT_TICKS = 54
COURIER_SPEED = 104.0
TAIL_EVERY = 5


@dataclass
class Courier:
    """One rat that carries the medal (or makes as if it did) to a coat; ``stops`` on its way: there it only stands a while."""

    rat: int
    coat: str
    has_it: bool
    feint: str = ""
    rests: int = 0
    ticks: int = 0
    is_there: bool = False


@dataclass
class Errands(Act):
    """The part of the hunt that knows where the medal is."""

    part: str = "away"
    flock: Flock = field(default_factory=lambda: Flock((), Vec(0, 0)))
    coats: dict[str, Vec] = field(default_factory=dict)
    """Colour -> where a rat goes up into it."""
    right: str = ""
    """The coat the medal is in, "" while it is on its way."""
    tried: dict[str, int] = field(default_factory=dict)
    """Coats that hang open, for so many ticks more."""
    cleared: list[str] = field(default_factory=list)
    """Coats she has seen through the stone to have no heart in them: they stop marching."""
    found: str = ""
    """The coat that was the right one, once she has opened it."""
    couriers: list[Courier] = field(default_factory=list)
    tail: list[tuple[float, float, bool]] = field(default_factory=list)
    """Where the light went: (x, y, whether it stood there)."""
    stays: int = 0
    carrier: int = 0
    hardness: int = 0

    def send(self, session: Session) -> None:
        """The last puzzle: every so often a rat leaves with it for another coat, light after it; others run with none."""
        if self.found:
            return
        if not self.couriers:
            if self.flock.mood in ("stream", "split") and self.flock.since > 60:
                self.stays -= 1
                if self.stays <= 0:
                    self._sets_off(session)
            return
        for courier in self.couriers:
            self._carry(session, courier)
        if all(c.is_there for c in self.couriers):
            for courier in self.couriers:
                if not courier.has_it:
                    self._back_to_flock(session, courier)
            self.couriers = [c for c in self.couriers if c.has_it]
            if self.flock.mood == "stream":
                self.stays -= 1
            if self.stays <= 0:
                for courier in self.couriers:
                    self._back_to_flock(session, courier)
                self.couriers.clear()
                self.stays = 40

    def _sets_off(self, session: Session) -> None:
        fate = session.fate
        rats = [i for i, r in enumerate(self.flock.rats) if not r.is_off and not r.is_in]
        if len(rats) < 6:
            return
        options = [c for c in COLOURS if c not in self.tried]
        goal = options.pop(fate.below(len(options)))
        feint = options.pop(fate.below(len(options)))
        self.right, self.tail = "", []
        self.stays = round(STAYS_TICKS[session.rules.difficulty] / HARDER[self.hardness])
        first = rats[fate.below(len(rats))]
        self.couriers = [Courier(first, goal, True, feint)]
        self.carrier = first
        others = [i for i in rats if i != first]
        for _ in range(1 + self.hardness // 2 + 1):
            i = others.pop(fate.below(len(others)))
            self.couriers.append(Courier(i, COLOURS[fate.below(len(COLOURS))], False))
        for courier in self.couriers:
            self.flock.rats[courier.rat].is_off = True
        at = session.world.get(self.flock.rats[first].entity, Place)
        session.news.tell(Heard("chime_small", at.x, at.y, 0.9))

    def _carry(self, session: Session, courier: Courier) -> None:
        if courier.is_there:
            return
        flock = self.flock
        rat = flock.rats[courier.rat]
        place = session.world.get(rat.entity, Place)
        courier.ticks += 1
        to = self.coats[courier.feint or courier.coat]
        flock.settle(session, rat, place)
        if math.hypot(place.x - to.x, place.y - to.y) < 12 or courier.ticks > 1500:
            if courier.feint:
                courier.rests += 1
                flock.want(session, rat, Vec(place.x, place.y), 0.0)
                flock.dress(session, rat, "stand")
                if courier.rests == 1:
                    session.news.tell(Heard("chime_small", place.x, place.y, 0.6))
                if courier.has_it and courier.rests % 9 == 1:
                    self.tail.append((place.x, place.y, True))
                if courier.rests >= FEINT_TICKS:
                    courier.feint = ""
                return
            courier.is_there = True
            self._up_the_coat(session, rat, to)
            if courier.has_it:
                self.right = courier.coat
                self.tail.append((to.x, to.y - 14, False))
            return
        way = flock.ways.next(place.x, place.y, to) if flock.ways else to
        flock.want(session, rat, way, COURIER_SPEED * HARDER[self.hardness], 9.0)
        if courier.has_it and courier.ticks % TAIL_EVERY == 0:
            self.tail.append((place.x, place.y, False))

    def _up_the_coat(self, session: Session, rat: Rat, at: Vec) -> None:
        rat.is_in = True
        session.world.get(rat.entity, Look).is_hidden = True
        session.space.haunt(rat.entity, True)
        session.news.tell(Heard("hide_in", at.x, at.y, 0.5))

    def _back_to_flock(self, session: Session, courier: Courier) -> None:
        rat = self.flock.rats[courier.rat]
        rat.is_off = False
        self.flock.out_of_hole(session, rat)
        if courier.has_it:
            self.right = ""

    def home(self, session: Session, courier: Courier) -> None:
        rat = self.flock.rats[courier.rat]
        rat.is_off = False
        self.flock.out_of_hole(session, rat)
