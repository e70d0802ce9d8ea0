"""Long grass by night: tufts that sway, part where somebody goes and close again behind. Looks only; the same at every visit."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from pygame import SRCALPHA, Rect, Surface

from game.core.chance import Flair
from game.core.geometry import Box
from game.view.sprites import Layers

STEP_X, STEP_Y = 13.0, 10.0
TURN = math.tau / 256
KINDS, LEANS = 4, 6
"""Shapes of tufts; how far they lean to either side."""
HIGH, WIDE = 26, 34
WAKE_PX, WAKE_TICKS, WAKE_EVERY = 24.0, 64, 3
DARK = ((30, 44, 50), (40, 62, 58), (54, 84, 70), (92, 126, 98), (150, 176, 134))


@dataclass(frozen=True)
class Row:
    """Tufts at about one ``y``, from left to right: x, y, which shape, when it sways. ``xs`` to find them by."""

    y: float
    xs: list[int]
    tufts: list[tuple[int, int, int, int]]


class Grass:
    """All patches of a map."""

    def __init__(self, patches: Sequence[Box], keep_off: Sequence[Rect] = ()) -> None:
        flair = Flair(0x6A55)
        self._rows: list[Row] = []
        for box in patches:
            for j in range(int(box.h / STEP_Y)):
                row: list[tuple[int, int, int, int]] = []
                for i in range(int(box.w / STEP_X)):
                    x = box.x + (i + 0.5 + flair.between(-0.45, 0.45)) * STEP_X
                    y = box.y + (j + 0.5 + flair.between(-0.4, 0.4)) * STEP_Y
                    kind = flair.below(KINDS)
                    edge = min(x - box.x, box.right - x, (y - box.y) * 1.4, (box.bottom - y) * 1.4)
                    if edge < 26 and flair.unit() > edge / 26 + 0.15:
                        continue
                    if any(r.collidepoint(x, y) for r in keep_off):
                        continue
                    phase = int(x * 0.55 + y * 0.8) & 255
                    row.append((round(x), round(y), kind, phase))
                row.sort()
                self._rows.append(Row(box.y + (j + 0.5) * STEP_Y, [r[0] for r in row], row))
        self._rows.sort(key=lambda r: r.y)
        self._pictures = [[_tuft(kind, lean) for lean in range(-LEANS, LEANS + 1)] for kind in range(KINDS)]
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
        left, right = layers.x - WIDE, layers.x + w + WIDE
        cells = self._influences(t)
        swaying = [
            LEANS + round(1.7 * math.sin((k + t * 0.85) * TURN) + 0.6 * math.sin((k * 3 + t * 2) * TURN))
            for k in range(256)
        ]
        ox, oy = WIDE // 2 + layers.x, HIGH + layers.y
        pictures = self._pictures
        todo: list[tuple[Surface, tuple[int, int]]] = []
        for row in self._rows:
            if not layers.y - 6 < row.y < layers.y + h + HIGH:
                continue
            if before is None:
                spans = [(left, right)]
            else:
                spans = [(int(bx) - 26, int(bx) + 26) for bx, by in before if -4 <= row.y - by < 24]
            for x0, x1 in spans:
                tufts = row.tufts[bisect_left(row.xs, x0) : bisect_left(row.xs, x1)]
                if before is not None:
                    feet = [by for bx, by in before if int(bx) - 26 == x0]
                    tufts = [tuft for tuft in tufts if any(tuft[1] >= by for by in feet)]
                if any(cy == int(row.y) >> 5 for _, cy in cells):
                    todo += [
                        (pictures[kind][self._parted(cells, x, y, swaying[phase])], (x - ox, y - oy))
                        for x, y, kind, phase in tufts
                    ]
                else:
                    todo += [(pictures[kind][swaying[phase]], (x - ox, y - oy)) for x, y, kind, phase in tufts]
        layers.albedo.fblits(todo)

    @staticmethod
    def _parted(cells: dict[tuple[int, int], list[tuple[float, float, float]]], x: int, y: int, lean: int) -> int:
        """How a tuft leans that somebody may be brushing by; 0..2 * LEANS."""
        near = cells.get((x >> 5, y >> 5))
        if not near:
            return lean
        more = 0.0
        for px, py, k in near:
            dx, dy = x - px, (y - py) * 1.3
            d = math.hypot(dx, dy)
            if d < WAKE_PX:
                more += math.copysign((1 - d / WAKE_PX) * 7.5 * k, dx if abs(dx) > 1 else 1)
        return max(min(lean + round(more), 2 * LEANS), 0)

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
