"""A rail: a line of straight pieces that somebody goes along, measured in px from its beginning."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise


@dataclass
class Rail:
    """``points`` in px; ``s`` is always a length along them. Pieces lie across (left to right) or go up and down.

    >>> r = Rail(((0.0, 0.0), (10.0, 0.0), (10.0, 20.0)))
    >>> r.length, r.at(15.0), r.goes_across(5.0), r.corner(1)
    (30.0, (10.0, 5.0), True, 10.0)
    """

    points: tuple[tuple[float, float], ...] = ()

    @property
    def length(self) -> float:
        return sum(math.dist(a, b) for a, b in pairwise(self.points))

    def segment(self, s: float) -> tuple[int, float]:
        """(which part of the rail, px into it)."""
        for i, (a, b) in enumerate(pairwise(self.points)):
            d = math.dist(a, b)
            if s < d - 0.01 or i == len(self.points) - 2:
                return i, max(s, 0.0)
            s -= d
        return 0, 0.0

    def corner(self, i: int) -> float:
        """px along the rail at which its point ``i`` lies."""
        return sum(math.dist(a, b) for a, b in zip(self.points[:i], self.points[1 : i + 1]))

    def at(self, s: float) -> tuple[float, float]:
        """The point of the middle line."""
        i, d = self.segment(s)
        (ax, ay), (bx, by) = self.points[i], self.points[i + 1]
        n = math.dist((ax, ay), (bx, by)) or 1.0
        return ax + (bx - ax) * d / n, ay + (by - ay) * d / n

    def goes_across(self, s: float) -> bool:
        """Whether the beam lies from left to right there."""
        i, _ = self.segment(s)
        (ax, ay), (bx, by) = self.points[i], self.points[i + 1]
        return abs(bx - ax) >= abs(by - ay)

    def beside(self, s: float, offset: float) -> tuple[float, float]:
        x, y = self.at(s)
        return (x, y + offset) if self.goes_across(s) else (x + offset, y)

    def way_of(self, i: int) -> tuple[float, float]:
        """The unit way of a piece."""
        (ax, ay), (bx, by) = self.points[i], self.points[i + 1]
        n = math.dist((ax, ay), (bx, by)) or 1.0
        return (bx - ax) / n, (by - ay) / n

    def gone(self, s: float, px: float) -> float:
        """Along the rail, stopping at its corners: a corner is turned by wanting the other way."""
        goal = min(max(s + px, 0.0), self.length)
        for i in range(1, len(self.points) - 1):
            c = self.corner(i)
            if (s < c - 0.01 and goal > c) or (s > c + 0.01 and goal < c):
                return c
        return goal
