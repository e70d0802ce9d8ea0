"""Points, boxes and the four directions, in px. The y axis points down, as on the screen."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

TILE = 32
"""px a tile, everywhere."""


@dataclass(frozen=True, slots=True)
class Vec:
    """A point or a way to go.

    >>> Vec(3, 4).length
    5.0
    >>> Vec(1, 2) + Vec(2, 0)
    Vec(x=3, y=2)
    """

    x: float
    y: float

    def __add__(self, other: Vec) -> Vec:
        return Vec(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Vec) -> Vec:
        return Vec(self.x - other.x, self.y - other.y)

    def __mul__(self, k: float) -> Vec:
        return Vec(self.x * k, self.y * k)

    @property
    def length(self) -> float:
        return math.hypot(self.x, self.y)

    def toward(self, other: Vec) -> Vec:
        """The unit way from here to ``other``; (0, 0) when they are one point."""
        d = other - self
        n = d.length
        return Vec(d.x / n, d.y / n) if n else Vec(0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: top left corner and size.

    >>> Box(0, 0, 10, 10).holds(10, 5)
    False
    >>> Box(0, 0, 10, 10).distance(13, 14)
    5.0
    """

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def middle(self) -> Vec:
        return Vec(self.x + self.w / 2, self.y + self.h / 2)

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies inside; the right and the lower edge do not."""
        return self.x <= x < self.right and self.y <= y < self.bottom

    def touches(self, other: Box) -> bool:
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def grown(self, px: float) -> Box:
        return Box(self.x - px, self.y - px, self.w + 2 * px, self.h + 2 * px)

    def nearest(self, x: float, y: float) -> Vec:
        return Vec(min(max(x, self.x), self.right), min(max(y, self.y), self.bottom))

    def distance(self, x: float, y: float) -> float:
        """px from the point to the nearest edge; 0 inside."""
        p = self.nearest(x, y)
        return math.hypot(p.x - x, p.y - y)


class Facing(StrEnum):
    """The four ways anybody looks. The value is what Tiled maps and sprite atlases call it."""

    DOWN = "down"
    LEFT = "left"
    UP = "up"
    RIGHT = "right"

    @property
    def way(self) -> Vec:
        return _WAYS[self]

    @property
    def back(self) -> Facing:
        return _BACKS[self]

    @staticmethod
    def of(x: float, y: float, now: Facing | None = None) -> Facing:
        """The direction of a way to go. On an exact diagonal ``now`` is kept if it still fits.

        >>> Facing.of(3, -1)
        <Facing.RIGHT: 'right'>
        >>> Facing.of(1, 1, Facing.DOWN)
        <Facing.DOWN: 'down'>
        """
        if now is not None and (x or y) and abs(abs(x) - abs(y)) < 0.2 * max(abs(x), abs(y)):
            w = now.way
            if w.x * x + w.y * y > 0:
                return now
        if abs(x) >= abs(y):
            return Facing.RIGHT if x >= 0 else Facing.LEFT
        return Facing.DOWN if y > 0 else Facing.UP


_WAYS = {Facing.DOWN: Vec(0, 1), Facing.LEFT: Vec(-1, 0), Facing.UP: Vec(0, -1), Facing.RIGHT: Vec(1, 0)}
_BACKS = {
    Facing.DOWN: Facing.UP,
    Facing.UP: Facing.DOWN,
    Facing.LEFT: Facing.RIGHT,
    Facing.RIGHT: Facing.LEFT,
}


def approach(value: float, goal: float, step: float) -> float:
    """``value`` moved towards ``goal`` by at most ``step``.

    >>> approach(0, 10, 3), approach(9, 10, 3)
    (3, 10)
    """
    return min(value + step, goal) if value < goal else max(value - step, goal)
