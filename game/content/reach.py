"""Can she get there? A flood over a grid of floor, with her own width. For the linter; the game itself moves in px."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Sequence

from game.core.geometry import Box, Vec

RADIUS = 7.0
"""px: half of her width on the floor, as sim/parts.Walker."""
FINEST = 8
MOST_NODES = 160_000
"""Beyond that the grid gets coarser, so that the largest map takes half a second too."""


class Floor:
    """A grid of places where a body of RADIUS may stand. Everything outside the map is wall."""

    def __init__(self, size: Vec, boxes: Iterable[Box], rings: Iterable[Sequence[Vec]]) -> None:
        self.step = FINEST
        while size.x * size.y / self.step**2 > MOST_NODES:
            self.step *= 2
        self.wide, self.high = int(size.x // self.step), int(size.y // self.step)
        self.free = [bytearray(b"\1" * self.wide) for _ in range(self.high)]
        for box in boxes:
            self._block(box)
        for ring in rings:
            self._block_ring(ring)
        self._block_edges(size)
        self.reached = [bytearray(self.wide) for _ in range(self.high)]

    def flood(self, at: Vec) -> None:
        """Marks all that can be reached from the free place nearest to ``at`` (not farther than 16 px)."""
        start = self._nearest_free(at)
        if start is None or self.reached[start[1]][start[0]]:
            return
        self.reached[start[1]][start[0]] = 1
        waiting = deque([start])
        while waiting:
            x, y = waiting.popleft()
            for nx, ny in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                if 0 <= nx < self.wide and 0 <= ny < self.high and self.free[ny][nx] and not self.reached[ny][nx]:
                    self.reached[ny][nx] = 1
                    waiting.append((nx, ny))

    def is_near(self, box: Box, px: float) -> bool:
        """Whether some reached place lies within ``px`` of the box."""
        wide = box.grown(px)
        half = self.step / 2
        y0, y1 = max(0, int((wide.y - half) // self.step)), min(self.high - 1, int(wide.bottom // self.step))
        x0, x1 = max(0, int((wide.x - half) // self.step)), min(self.wide - 1, int(wide.right // self.step))
        for y in range(y0, y1 + 1):
            row = self.reached[y]
            for x in range(x0, x1 + 1):
                if row[x] and box.distance(x * self.step + half, y * self.step + half) <= px:
                    return True
        return False

    def _nearest_free(self, at: Vec) -> tuple[int, int] | None:
        half = self.step / 2
        best, found = 16.0 + self.step, None
        cx, cy = int(at.x // self.step), int(at.y // self.step)
        for y in range(max(0, cy - 2), min(self.high, cy + 3)):
            for x in range(max(0, cx - 2), min(self.wide, cx + 3)):
                far = math.hypot(x * self.step + half - at.x, y * self.step + half - at.y)
                if self.free[y][x] and far < best:
                    best, found = far, (x, y)
        return found

    def _span(self, low: float, high: float, count: int) -> tuple[int, int]:
        """First and one past the last grid line whose middle lies strictly between."""
        half = self.step / 2
        first = max(0, math.floor((low - half) / self.step) + 1)
        return first, min(count, max(first, math.ceil((high - half) / self.step)))

    def _block(self, box: Box) -> None:
        """Rows a disc's width above and below, each as far to the sides as the disc is wide there."""
        y0, y1 = self._span(box.y - RADIUS, box.bottom + RADIUS, self.high)
        for y in range(y0, y1):
            cy = y * self.step + self.step / 2
            away = max(box.y - cy, cy - box.bottom, 0.0)
            reach = math.sqrt(max(RADIUS**2 - away**2, 0.0))
            x0, x1 = self._span(box.x - reach, box.right + reach, self.wide)
            if x1 > x0:
                self.free[y][x0:x1] = bytes(x1 - x0)

    def _block_ring(self, ring: Sequence[Vec]) -> None:
        """A convex piece, clockwise: everything on the inner side of every side moved out by RADIUS."""
        xs, ys = [p.x for p in ring], [p.y for p in ring]
        y0, y1 = self._span(min(ys) - RADIUS, max(ys) + RADIUS, self.high)
        x0, x1 = self._span(min(xs) - RADIUS, max(xs) + RADIUS, self.wide)
        sides = []
        for a, b in zip(ring, (*ring[1:], ring[0])):
            length = math.hypot(b.x - a.x, b.y - a.y) or 1.0
            sides.append((a.x, a.y, (b.x - a.x) / length, (b.y - a.y) / length))
        half = self.step / 2
        for y in range(y0, y1):
            cy = y * self.step + half
            for x in range(x0, x1):
                cx = x * self.step + half
                if all(ux * (cy - ay) - uy * (cx - ax) > -RADIUS for ax, ay, ux, uy in sides):
                    self.free[y][x] = 0

    def _block_edges(self, size: Vec) -> None:
        for box in (
            Box(-32, -32, size.x + 64, 32),
            Box(-32, size.y, size.x + 64, 32),
            Box(-32, -32, 32, size.y + 64),
            Box(size.x, -32, 32, size.y + 64),
        ):
            self._block(box)
