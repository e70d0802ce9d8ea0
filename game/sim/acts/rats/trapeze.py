"""A trapeze with nobody on it: it hangs high at one end, creaks, then sweeps along its line, low in the middle, and hangs again.

"Wait for it to come back. It always comes back."
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import Box, Vec
from game.sim.happenings import Heard, Told
from game.sim.harm import prick
from game.sim.systems.dodge import reaches

if TYPE_CHECKING:
    from game.sim.session import Session

SWEEP_TICKS = 64
TOLD_TICKS = 40
LEAST_TOLD = 24
LOW_PX, HIGH_PX = 14.0, 96.0
"""px over the floor in the middle of its line, and at the ends."""
HITS_PX = 13.0
BACK_PX = 41.0
"""Thrown with this she comes to rest two tiles off."""
SWEEPS_BELOW_PX = 44.0
"""Lower than this it takes along what lies on the floor."""


@dataclass
class Trapeze:
    """Its line is ``x``, from ``top`` to ``bottom``; it sweeps once in ``period`` ticks, ``phase`` of them gone at the start."""

    x: float
    top: float
    bottom: float
    period: int = 240
    phase: int = 0
    told: int = TOLD_TICKS
    is_on: bool = False
    ticks: int = 0
    at_top: bool = True
    has_hit: bool = False
    swept: int = 0
    """How often it has swept."""
    ridden: bool = False

    @staticmethod
    def of(box: Box, period: int, phase: int, told: int) -> Trapeze:
        """The one a Hazard of the map draws: a strip from its upper to its lower end."""
        return Trapeze(box.x + box.w / 2, box.y, box.bottom, period, phase, told)

    @property
    def sweep(self) -> float:
        """0..1 of its way, 0 while it hangs."""
        since = self.ticks - (self.period - SWEEP_TICKS)
        return min(max(since / SWEEP_TICKS, 0.0), 1.0)

    @property
    def is_sweeping(self) -> bool:
        return self.sweep > 0

    def warning(self) -> float:
        """0..1: how far it has told that it comes, 0 = not yet."""
        left = self.period - SWEEP_TICKS - self.ticks
        return 1 - left / self.told if self.is_on and 0 < left <= self.told else 0.0

    def at(self, sweep: float | None = None) -> tuple[float, float]:
        """(y on the floor, z over it) now, or at a point of its sweep."""
        k = self.sweep if sweep is None else sweep
        swing = (1 - math.cos(math.pi * k)) / 2
        k = swing if self.at_top else 1 - swing
        y = self.top + (self.bottom - self.top) * k
        bow = (2 * k - 1) ** 2
        return y, LOW_PX + (HIGH_PX - LOW_PX) * bow

    def tick(self, session: Session, windup: float) -> None:
        """One tick of it. ``windup``: how many times longer it tells."""
        if not self.is_on:
            return
        self.ticks += 1
        y, z = self.at()
        told = max(round(TOLD_TICKS * windup), LEAST_TOLD)
        self.told = min(told, self.period - SWEEP_TICKS - 10)
        if self.ticks == self.period - SWEEP_TICKS - self.told:
            session.news.tell(Told(self.x, y, self.told))
            session.news.tell(Heard("rope_creak", self.x, y))
        if self.ticks == self.period - SWEEP_TICKS:
            session.news.tell(Heard("throw_whoosh", self.x, (self.top + self.bottom) / 2, 0.9))
        if self.is_sweeping and not self.has_hit and reaches(session, self.x, y, max(z - 8.0, 0.0), HITS_PX):
            side = -1.0 if session.place.x < self.x else 1.0
            self.has_hit = prick(session, "trapeze", self.x - side * 4, session.place.y, BACK_PX)
        if self.ticks >= self.period:
            self.ticks, self.at_top, self.has_hit = 0, not self.at_top, False
            self.swept += 1

    def sweeps(self, at: Vec, width: float = 20.0) -> bool:
        """Whether it takes along what lies there."""
        if not self.is_sweeping:
            return False
        y, z = self.at()
        return abs(at.x - self.x) < width and abs(at.y - y) < 16.0 and z < SWEEPS_BELOW_PX
