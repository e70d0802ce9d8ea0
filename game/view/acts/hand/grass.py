"""Long grass by night: tufts that sway, part where somebody goes and close again behind. Looks only; the same at every visit."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence

import pygame
from pygame import SRCALPHA, Rect, Surface

from game.core.chance import Flair
from game.core.geometry import Box
from game.view.sprites import Layers

STEP_X, STEP_Y = 12.0, 9.0
KINDS, LEANS = 4, 6
"""Shapes of tufts; how far they lean to either side."""
HIGH, WIDE = 26, 34
WAKE_PX, WAKE_TICKS, WAKE_EVERY = 24.0, 64, 3
DARK = ((30, 44, 50), (40, 62, 58), (54, 84, 70), (92, 126, 98), (150, 176, 134))


class Grass:
    """All patches of a map."""

    def __init__(self, patches: Sequence[Box], keep_off: Sequence[Rect] = ()) -> None:
        flair = Flair(0x6A55)
        self.tufts: list[tuple[float, float, int]] = []
        for box in patches:
            rows = int(box.h / STEP_Y)
            for j in range(rows):
                for i in range(int(box.w / STEP_X)):
                    x = box.x + (i + 0.5 + flair.between(-0.45, 0.45)) * STEP_X
                    y = box.y + (j + 0.5 + flair.between(-0.4, 0.4)) * STEP_Y
                    edge = min(x - box.x, box.right - x, (y - box.y) * 1.4, (box.bottom - y) * 1.4)
                    if edge < 26 and flair.unit() > edge / 26 + 0.15:
                        continue
                    if any(r.collidepoint(x, y) for r in keep_off):
                        continue
                    self.tufts.append((x, y, flair.below(KINDS)))
        self.tufts.sort(key=lambda tuft: tuft[1])
        self._rows: dict[int, list[tuple[float, float, int]]] = {}
        for tuft in self.tufts:
            self._rows.setdefault(int(tuft[1]) // 32, []).append(tuft)
        self._pictures: dict[tuple[int, int], Surface] = {}
        self._wake: deque[tuple[float, float, int, float]] = deque(maxlen=120)
        self._parts: list[tuple[float, float]] = []
        self._tick = 0

    def tick(self, tick: int, goers: Sequence[tuple[float, float, float]]) -> None:
        """After every tick: who is in it now (x, y, px it went)."""
        self._tick = tick
        self._parts = [(x, y) for x, y, _ in goers]
        if tick % WAKE_EVERY == 0:
            for x, y, went in goers:
                if went > 0.3:
                    self._wake.append((x, y, tick, min(went, 3.0)))
        while self._wake and tick - self._wake[0][2] > WAKE_TICKS:
            self._wake.popleft()

    def draw(self, layers: Layers, t: float, before: Sequence[tuple[float, float]] | None = None) -> None:
        """All of it; or, ``before`` somebody (feet), only what stands in front of them."""
        w, h = layers.albedo.get_size()
        x0, x1, y0, y1 = layers.x - WIDE, layers.x + w + WIDE, layers.y - 4, layers.y + h + HIGH
        cells = self._influences(t)
        todo = []
        for row in range(int(y0) // 32, int(y1) // 32 + 1):
            for x, y, kind in self._rows.get(row, ()):
                if not (x0 < x < x1 and y0 < y < y1):
                    continue
                if before is not None and not any(abs(x - bx) < 26 and 0 <= y - by < 24 for bx, by in before):
                    continue
                lean = math.sin(t * 0.021 + x * 0.013 + y * 0.02) * 1.7 + math.sin(t * 0.05 + x * 0.05) * 0.7
                near = cells.get((int(x) >> 5, int(y) >> 5))
                if near:
                    for px, py, k in near:
                        dx, dy = x - px, (y - py) * 1.3
                        d = math.hypot(dx, dy)
                        if d < WAKE_PX:
                            lean += math.copysign((1 - d / WAKE_PX) * 7.5 * k, dx if abs(dx) > 1 else 1)
                n = max(min(round(lean), LEANS), -LEANS)
                todo.append((self._picture(kind, n), (round(x) - WIDE // 2 - layers.x, round(y) - HIGH - layers.y)))
        layers.albedo.fblits(todo)

    def _influences(self, t: float) -> dict[tuple[int, int], list[tuple[float, float, float]]]:
        """What parts it, by cell of 32 px."""
        out: dict[tuple[int, int], list[tuple[float, float, float]]] = {}
        points = [(x, y, 1.0) for x, y in self._parts]
        for x, y, at, k in self._wake:
            age = (t - at) / WAKE_TICKS
            if 0 <= age < 1:
                points.append((x, y, (1 - age) * math.cos(age * 14) * k * 0.42))
        for x, y, k in points:
            for cx in ((int(x) - 24) >> 5, (int(x) + 24) >> 5):
                for cy in ((int(y) - 20) >> 5, (int(y) + 20) >> 5):
                    cell = out.setdefault((cx, cy), [])
                    if not cell or cell[-1] != (x, y, k):
                        cell.append((x, y, k))
        return out

    def _picture(self, kind: int, lean: int) -> Surface:
        key = (kind, lean)
        if key not in self._pictures:
            self._pictures[key] = _tuft(kind, lean)
        return self._pictures[key]


def _tuft(kind: int, lean: int) -> Surface:
    """Five or six blades from one foot."""
    s = Surface((WIDE, HIGH + 2), SRCALPHA, 32)
    flair = Flair(0x7F + kind * 31)
    foot = HIGH
    blades = []
    for n in range(6 + kind % 2):
        x = WIDE / 2 + flair.between(-6.5, 6.5)
        high = flair.between(11, 22) * (0.8 if abs(x - WIDE / 2) > 5 else 1.0)
        bend = flair.between(-4.0, 4.0)
        shade = 0 if n < 2 else 1 if n < 4 else 2
        blades.append((high, x, bend, shade))
    for high, x, bend, shade in sorted(blades, key=lambda b: b[3]):
        low = abs(lean) / LEANS
        tip_x = x + bend + lean * 1.9
        tip_y = foot - high * (1 - 0.34 * low * low)
        mid_x, mid_y = x + (bend * 0.3 + lean * 0.55), foot - high * 0.55
        c, bright = DARK[shade], DARK[min(shade + 1, 3)]
        pygame.draw.line(s, c, (x, foot), (mid_x, mid_y), 2)
        pygame.draw.line(s, c, (mid_x, mid_y), (tip_x, tip_y), 1)
        pygame.draw.line(s, bright, (mid_x + 1, mid_y), (tip_x, tip_y), 1)
        if shade == 2:
            s.set_at((int(tip_x), int(tip_y)), DARK[4])
    return s
