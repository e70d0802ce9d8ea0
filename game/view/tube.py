"""The passage as a tube one walks along: what is wall leans away and darkens upwards, what is floor lies flat, with a carpet all
the way along and a ring across it under every rib.

Its tiles are one skin for wall and floor alike; what tells them apart is drawn here, over them, once for the room and in its
colours: violet as long as guests are expected, cobweb grey when they are not (the weather "cold").
"""

from __future__ import annotations

import math

import numpy as np
import pygame
from numpy.typing import NDArray
from pygame import BLEND_RGB_MULT, SRCALPHA, Rect, Surface

from game.sim.room import Room
from game.view.sprites import Layers

Colour = tuple[int, int, int]
F = NDArray[np.float64]
STEP = 8
FACE_PX = 92
"""px of wall above the floor's far edge that still belong to its lower half."""
CARPET_HALF = 21
FLOOR = {False: ((30, 14, 58), (86, 56, 138), (40, 22, 72)), True: ((26, 27, 34), (88, 91, 102), (38, 40, 48))}
"""Of the floor, by whether it is cold: at the far edge, along the middle, at the near edge."""
CARPET = {False: ((104, 38, 108), (168, 84, 150), (238, 180, 214)), True: ((64, 65, 74), (84, 87, 96), (150, 156, 168))}
"""Of the carpet: itself, its bands, its thread."""
HOOP = {False: ((22, 8, 48), (74, 44, 150), (196, 140, 255)), True: ((18, 18, 24), (70, 73, 84), (128, 134, 148))}
ROWS = 7
INK = (14, 6, 28)


class Tube:
    """One for a room; see above."""

    def __init__(self, room: Room, is_cold: bool) -> None:
        w, h = int(room.size.x), int(room.size.y)
        self._over = Surface((w, h), SRCALPHA, 32)
        self._dim = Surface((w, h), 0, 32)
        tops, lows = _floor_of(room)
        middle = _smooth(np.clip((tops + lows) / 2 + 4, tops + CARPET_HALF + 14, lows - CARPET_HALF - 8), 161)
        self._skin(tops, lows, is_cold)
        for thing in room.things:
            if thing.name.startswith("glow_"):
                self._ring(int(thing.box.middle.x), tops, lows, is_cold)
        for x in range(w):
            self._carpet(x, middle[x], *CARPET[is_cold])

    def _skin(self, tops: F, lows: F, is_cold: bool) -> None:
        """Wall: darker the higher; the crease at its foot; floor: lightest along the middle, dark before the near edge."""
        w, h = self._over.get_size()
        x, y = np.mgrid[0:w, 0:h].astype(np.float32)
        top, low = tops[:, None].astype(np.float32), lows[:, None].astype(np.float32)
        k = np.minimum((top - y) / (FACE_PX * 1.25), 1.0)
        crease = np.clip(1 - (top - y) / 20.0, 0, 1)
        shade = np.minimum(24 + 205 * k * k + 150 * crease**2, 240)
        far, mid, near = (np.array(c, np.float32) for c in FLOOR[is_cold])
        g = np.clip((y - top) / (low - top), 0, 1)
        f = np.where(g < 0.45, g / 0.45, (g - 0.45) / 0.55)[..., None]
        f = f * f * (3 - 2 * f)
        back = (g < 0.45)[..., None]
        colour = np.where(back, far + (mid - far) * f, mid + (near - mid) * f)
        grain = (((x * 7 + y * 13) * 40503).astype(np.int64) >> 7) % 9 - 4
        colour = np.clip(colour + grain[..., None], 0, 255)
        sag = 3 * np.sin(x / 15.0)
        for n in range(ROWS - 1):  # quilted, row by row: closer together the further off
            row = top + (low - top) * ((n + 1) / ROWS) ** 1.3 + sag * (0.4 + n * 0.15)
            colour[(np.round(row) == y) & ((x + n * 17) % 34 > 1)] = mid / 2
        on_wall, on_floor = y < top, (y >= top) & (y < low)
        colour = np.where(on_floor[..., None], colour, np.array(INK, np.float32))
        alpha = np.where(on_wall, shade, np.where(on_floor, 238, 235))
        seam = on_floor & (y < top + 1) & (x % 7 < 4)
        colour[seam], alpha[seam] = HOOP[is_cold][2], 170
        level = np.where(on_wall, (26 if is_cold else 255) * (0.9 - 0.5 * np.clip(k, 0, 1)), np.where(on_floor, 36, 20))
        pygame.surfarray.pixels3d(self._over)[...] = colour.astype(np.uint8)
        pygame.surfarray.pixels_alpha(self._over)[...] = alpha.astype(np.uint8)
        pygame.surfarray.pixels3d(self._dim)[...] = level.astype(np.uint8)[..., None]

    def _carpet(self, x: int, mid: float, carpet: Colour, band: Colour, thread: Colour) -> None:
        top = round(mid - CARPET_HALF)
        put = self._over.fill
        put((*(c // 4 for c in carpet), 255), (x, top + 2 * CARPET_HALF, 1, 3))  # it lies on something
        put((*carpet, 255), (x, top, 1, 2 * CARPET_HALF))
        for y in (top + 3, top + 2 * CARPET_HALF - 6):
            put((*band, 255), (x, y, 1, 3))
        if x % 6 < 4:
            for y in (top, top + 2 * CARPET_HALF - 1):
                put((*thread, 255), (x, y, 1, 1))
        lozenge = abs((x % 56) - 28)
        if lozenge < 18:
            for edge in (mid - (18 - lozenge) * 0.62, mid + (18 - lozenge) * 0.62):
                put((*band, 255), (x, round(edge), 1, 2))
        if lozenge < 3:
            put((*thread, 255), (x, round(mid) - 1, 1, 3))
        wear = int(26 + 18 * math.sin(x / 23.0) + 12 * math.sin(x / 7.0))
        put([max(c - wear // 3, 0) for c in carpet], (x, round(mid) + 6 + (x * 5) % 3, 1, 1))

    def _ring(self, x: int, tops: F, lows: F, is_cold: bool) -> None:
        """Under a rib the tube is gathered: a ring that runs down the wall goes on across the floor, bowed like a hoop."""
        x = min(max(x, 0), len(tops) - 1)
        top, low = tops[x], lows[x]
        dark, body, light = HOOP[is_cold]
        for n in range(-48 if is_cold else 0, 97):  # where no light hangs on the wall the ring itself is seen there
            k = n / 96
            y = top - 6 + (low - top + 8) * k
            cx = x - (22 * math.sin(math.pi * k) if k > 0 else 0.0) + 3 * math.sin(k * 11 + x)
            half = 4.5 + 2.5 * max(k, 0.0)
            for dx in range(-int(half) - 2, int(half) + 5):
                u = dx / half
                if u > 1.0:
                    self._over.fill((*INK, 255), (round(cx + dx), round(y), 1, 2))
                else:
                    shine = max(1 - abs(u + 0.35) / 0.7, 0.0) * (0.55 + 0.45 * math.sin(k * 9 + x * 0.7))
                    c = [round(a + (b - a) * max(1 - abs(u), 0.0)) for a, b in zip(dark, body)]
                    c = [round(a + (b - a) * shine) for a, b in zip(c, light)]
                    self._over.fill((c[0], c[1], c[2], 255), (round(cx + dx), round(y), 1, 2))

    def draw(self, layers: Layers) -> None:
        """Over the tiles, under everybody."""
        view = Rect((layers.x, layers.y), layers.albedo.get_size())
        layers.albedo.blit(self._over, (0, 0), view)
        layers.glow.blit(self._dim, (0, 0), view, special_flags=BLEND_RGB_MULT)


def _floor_of(room: Room) -> tuple[F, F]:
    """For every column the far and the near edge of the floor, smoothed: the tube has no corners."""
    w, h = int(room.size.x), int(room.size.y)
    solid = np.zeros((w // STEP + 1, h // STEP), bool)
    for b in room.walls:
        solid[round(b.x / STEP) : round(b.right / STEP), round(b.y / STEP) : round(b.bottom / STEP)] = True
    tops, lows = np.zeros(len(solid)), np.zeros(len(solid))
    for i, column in enumerate(solid):
        run = _longest([STEP * int(n) for n in np.nonzero(~column)[0]])
        tops[i], lows[i] = (run[0], run[1] + STEP) if run else (0, 0)
    known = np.nonzero(lows)[0]
    at = np.arange(w) / STEP
    top = np.interp(at, known, tops[known])
    low = np.interp(at, known, lows[known])
    return _smooth(top, 41), _smooth(low, 41)


def _longest(ys: list[int]) -> tuple[int, int] | None:
    best: tuple[int, int] | None = None
    start = last = None
    for y in ys:
        if last is None or y != last + STEP:
            start = y
        last = y
        assert start is not None
        if best is None or last - start > best[1] - best[0]:
            best = (start, last)
    return best


def _smooth(values: F, n: int) -> F:
    return np.convolve(np.pad(values, n // 2, mode="edge"), np.ones(n) / n, mode="valid")[: len(values)]
