"""A taut string on the floor: from a hook to whoever it holds, the shortest way round the corners it has been drawn about.

It bends at a corner when its last straight piece is swept over it, and straightens again when it is swept back. Plain data.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from game.core.geometry import Box

OFF_PX = 5.0
"""The string lies so far outside a corner."""
MOST_BENDS = 64


@dataclass(frozen=True, slots=True)
class Corner:
    """A point that can hold the string; ``post`` is whose corner it is."""

    x: float
    y: float
    post: str


@dataclass
class Bend:
    """The string lies round ``corner``; ``side`` is +1 when it turns clockwise there (on the screen), -1 when the other way."""

    corner: Corner
    side: int


@dataclass
class Taut:
    """From (x, y) over ``bends`` to (end_x, end_y)."""

    x: float
    y: float
    end_x: float
    end_y: float
    bends: list[Bend] = field(default_factory=list)

    def follow(self, x: float, y: float, corners: Sequence[Corner]) -> tuple[int, int]:
        """Its end goes straight to (x, y). How many bends (were laid, came off) on the way."""
        laid = came_off = 0
        while len(self.bends) < MOST_BENDS:
            hit = self._swept(x, y, corners)
            if hit is None:
                break
            self.bends.append(hit)
            laid += 1
            # The rest of the sweep turns about the new bend.
            self.end_x, self.end_y = _on_ray(self, hit.corner, x, y)
        self.end_x, self.end_y = x, y
        while self.bends and self._is_loose():
            self.bends.pop()
            came_off += 1
        return laid, came_off

    @property
    def last(self) -> tuple[float, float]:
        """Where the straight piece at its end begins."""
        if self.bends:
            c = self.bends[-1].corner
            return c.x, c.y
        return self.x, self.y

    @property
    def points(self) -> list[tuple[float, float]]:
        """Hook, bends, end."""
        return [(self.x, self.y), *((b.corner.x, b.corner.y) for b in self.bends), (self.end_x, self.end_y)]

    @property
    def length(self) -> float:
        """px from the hook to the end."""
        return self.laid_length + math.hypot(self.end_x - self.last[0], self.end_y - self.last[1])

    @property
    def laid_length(self) -> float:
        """px from the hook to the last bend."""
        points = self.points[:-1]
        return sum(math.hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points))

    @property
    def posts(self) -> tuple[str, ...]:
        """The posts that hold it, each once, from the hook on."""
        return tuple(dict.fromkeys(b.corner.post for b in self.bends))

    def turn_of(self, post: str) -> float:
        """Degrees that the string turns through at a post: what it holds by."""
        points, total = self.points, 0.0
        for i, bend in enumerate(self.bends, 1):
            if bend.corner.post == post:
                (ax, ay), (bx, by), (cx, cy) = points[i - 1 : i + 2]
                across, along = _cross(ax, ay, bx, by, cx, cy), (bx - ax) * (cx - bx) + (by - ay) * (cy - by)
                total += abs(math.degrees(math.atan2(across, along)))
        return total

    def _swept(self, x: float, y: float, corners: Sequence[Corner]) -> Bend | None:
        """The first corner that the last piece meets on its way to (x, y)."""
        ax, ay = self.last
        ex, ey = self.end_x, self.end_y
        held = self.bends[-1].corner if self.bends else None
        best, best_key = None, (math.inf, math.inf)
        for c in corners:
            if c is held or not _is_in(c.x, c.y, ax, ay, ex, ey, x, y):
                continue
            turn = abs(math.atan2(_cross(ax, ay, ex, ey, c.x, c.y), (ex - ax) * (c.x - ax) + (ey - ay) * (c.y - ay)))
            key = (turn, math.hypot(c.x - ax, c.y - ay))
            if key < best_key:
                best, best_key = c, key
        if best is None:
            return None
        return Bend(best, 1 if _cross(ax, ay, best.x, best.y, x, y) > 0 else -1)

    def _is_loose(self) -> bool:
        """Whether the last bend turns the wrong way now: nothing presses the string to its corner."""
        bend = self.bends[-1]
        c = bend.corner
        before = self.bends[-2].corner if len(self.bends) > 1 else None
        bx, by = (before.x, before.y) if before else (self.x, self.y)
        return _cross(bx, by, c.x, c.y, self.end_x, self.end_y) * bend.side < -1e-6


def corners_of(posts: Sequence[tuple[str, Box]], off: float = OFF_PX) -> tuple[Corner, ...]:
    """The corners that stick out: not those where two boxes lie against each other, nor those inside one.

    >>> len(corners_of([("p", Box(0, 0, 10, 10))])), len(corners_of([("a", Box(0, 0, 10, 10)), ("b", Box(10, 0, 10, 10))]))
    (4, 4)
    """
    out = []
    for name, b in posts:
        for x, y, sx, sy in (
            (b.x, b.y, -1, -1),
            (b.right, b.y, 1, -1),
            (b.right, b.bottom, 1, 1),
            (b.x, b.bottom, -1, 1),
        ):
            around = ((x + sx * off, y + sy * off), (x + sx, y - sy), (x - sx, y + sy))
            if not any(_holds(other, px, py) for _, other in posts for px, py in around):
                out.append(Corner(x + sx * off, y + sy * off, name))
    return tuple(out)


def _holds(b: Box, x: float, y: float) -> bool:
    return b.x <= x <= b.right and b.y <= y <= b.bottom


def _cross(ax: float, ay: float, bx: float, by: float, cx: float, cy: float) -> float:
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)


def _is_in(px: float, py: float, ax: float, ay: float, bx: float, by: float, cx: float, cy: float) -> bool:
    """Whether p lies strictly inside the triangle abc."""
    d1, d2, d3 = _cross(ax, ay, bx, by, px, py), _cross(bx, by, cx, cy, px, py), _cross(cx, cy, ax, ay, px, py)
    return (d1 > 1e-9 and d2 > 1e-9 and d3 > 1e-9) or (d1 < -1e-9 and d2 < -1e-9 and d3 < -1e-9)


def _on_ray(taut: Taut, corner: Corner, x: float, y: float) -> tuple[float, float]:
    """Where on the way to (x, y) the end is when the string first touches the corner."""
    if len(taut.bends) > 1:
        before = taut.bends[-2].corner
        ax, ay = before.x, before.y
    else:
        ax, ay = taut.x, taut.y
    ex, ey = taut.end_x, taut.end_y
    dx, dy = x - ex, y - ey
    down = _cross(0, 0, corner.x - ax, corner.y - ay, dx, dy)
    if abs(down) < 1e-12:
        return ex, ey
    k = -_cross(ax, ay, corner.x, corner.y, ex, ey) / down
    k = min(max(k, 0.0), 1.0)
    return ex + dx * k, ey + dy * k
