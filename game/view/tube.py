"""The passage as a tube one walks along: what is wall leans away and darkens upwards, what is floor lies flat, with a carpet all
the way along and a ring across it under every rib.

Its tiles are one skin for wall and floor alike; what tells them apart is drawn here, over them, once for the room and in its
colours: violet as long as guests are expected, cobweb grey when they are not (the weather "cold").
"""

from __future__ import annotations

import math
from collections import OrderedDict
from typing import Any

import numpy as np
import pygame
from numpy.typing import NDArray
from pygame import BLEND_RGB_MULT, SRCALPHA, Rect, Surface

from game.core.geometry import Box
from game.sim.room import Room
from game.view.sprites import Layers

Colour = tuple[int, int, int]
F = NDArray[np.float64]
F32 = NDArray[np.float32]
U32 = NDArray[np.uint32]
I = NDArray[np.int64]  # noqa: E741
B = NDArray[np.bool_]
STRIP_PX, STRIPS_KEPT = 128, 10
"""It is baked in strips so wide; those of a view are six or seven."""
OVER_PX, UNDER_PX = 128, 96
"""Of a straight piece: px of wall over its floor, px before it."""
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
    """One for a room, or for a ``straight`` piece of one whose floor is that box; see above."""

    def __init__(self, room: Room, is_cold: bool, straight: Box | None = None) -> None:
        self._is_cold = is_cold
        self._w = int(room.size.x)
        sways: F | float = 0.0
        if straight is None:
            self._y, self._h = 0, int(room.size.y)
            self._tops, self._lows = tops, lows = _floor_of(room)
        else:
            self._y, self._h = round(straight.y) - OVER_PX, OVER_PX + round(straight.h) + UNDER_PX
            x = np.arange(self._w)
            sways = 20 * np.sin(x / 231.0) + 9 * np.sin(x / 83.0)
            self._tops = tops = OVER_PX + 3 * np.sin(x / 61.0)
            self._lows = lows = OVER_PX + straight.h + 3 * np.sin(x / 47.0 + 1)
        low = self._y + self._h
        self._middle = _smooth(
            np.clip((tops + lows) / 2 + 4 + sways, tops + CARPET_HALF + 14, lows - CARPET_HALF - 8), 161
        )
        ribs = [
            int(thing.box.middle.x)
            for thing in room.things
            if thing.name.startswith("glow_") and self._y <= thing.box.bottom < low
        ]
        self._rings = [self._ring(min(max(x, 0), self._w - 1)) for x in ribs]
        self._strips: OrderedDict[int, tuple[Surface, Surface]] = OrderedDict()

    def draw(self, layers: Layers) -> None:
        """Over the tiles, under everybody."""
        view = Rect((layers.x, layers.y), layers.albedo.get_size())
        if view.bottom <= self._y or view.top >= self._y + self._h:
            return
        for n in range(max(view.left, 0) // STRIP_PX, (min(view.right, self._w) - 1) // STRIP_PX + 1):
            over, dim = self._strip(n)
            at = (n * STRIP_PX - layers.x, self._y - layers.y)
            layers.albedo.blit(over, at)
            layers.glow.blit(dim, at, special_flags=BLEND_RGB_MULT)

    def _strip(self, n: int) -> tuple[Surface, Surface]:
        """(what lies over the tiles, what dims their glow) of a piece of the tube, baked when it is first seen."""
        found = self._strips.get(n)
        if found is None:
            left = n * STRIP_PX
            pixels, level = self._skin(left, min(left + STRIP_PX, self._w))
            for xs, ys, colours in self._rings:
                here = (xs >= left) & (xs < left + len(pixels)) & (ys >= 0) & (ys < self._h)
                pixels[xs[here] - left, ys[here]] = colours[here]
            self._carpet(pixels, left)
            over, dim = Surface(pixels.shape, SRCALPHA, 32), Surface(pixels.shape, 0, 32)
            pygame.surfarray.blit_array(over, pixels)
            pygame.surfarray.blit_array(dim, level)
            found = self._strips[n] = over, dim
            if len(self._strips) > STRIPS_KEPT:
                self._strips.popitem(last=False)
        self._strips.move_to_end(n)
        return found

    def _skin(self, left: int, right: int) -> tuple[U32, U32]:
        """Wall: darker the higher; the crease at its foot; floor: lightest along the middle, dark before the near edge.

        (w, h) 0xAARRGGBB over the tiles, and what is left of their glow.
        """
        x, y = np.arange(left, right, dtype=np.float32)[:, None], np.arange(self._h, dtype=np.float32)[None]
        top = self._tops[left:right, None].astype(np.float32)
        low = self._lows[left:right, None].astype(np.float32)
        k = np.minimum((top - y) / (FACE_PX * 1.25), 1.0)
        crease = np.clip(1 - (top - y) / 20.0, 0, 1)
        shade = np.minimum(24 + 205 * k * k + 150 * crease**2, 240)
        on_wall, on_floor = y < top, (y >= top) & (y < low)
        alpha = np.where(on_wall, shade, np.where(on_floor, 238, 235)).astype(np.uint32)
        glow = (26 if self._is_cold else 255) * (0.9 - 0.5 * np.clip(k, 0, 1))
        level = np.where(on_wall, glow, np.where(on_floor, 36, 20)).astype(np.uint32) * np.uint32(0x010101)
        colour = np.full(on_floor.shape, _packed(np.array(INK)), np.uint32)
        colour[on_floor] = self._floor(on_floor, x, top, low)
        half = _packed(np.array(FLOOR[self._is_cold][1], np.float32) / 2)
        sag = 3 * np.sin(x / 15.0)
        for n in range(ROWS - 1):  # quilted, row by row: closer together the further off
            row = np.round(top + (low - top) * ((n + 1) / ROWS) ** 1.3 + sag * (0.4 + n * 0.15))
            colour[(row == y) & ((x + n * 17) % 34 > 1) & on_floor] = half
        seam = on_floor & (y < top + 1) & (x % 7 < 4)
        colour[seam], alpha[seam] = _packed(np.array(HOOP[self._is_cold][2])), 170
        return colour | alpha << np.uint32(24), level

    def _floor(self, where: B, x: F32, top: F32, low: F32) -> U32:
        """0xRRGGBB of the floor's pixels, (n,)."""
        far, mid, near = (np.array(c, np.float32) for c in FLOOR[self._is_cold])
        columns, rows = np.nonzero(where)
        x, y, top, low = x[columns, 0], rows.astype(np.float32), top[columns, 0], low[columns, 0]
        g = np.clip((y - top) / (low - top), 0, 1)
        is_back = g < 0.45
        f = np.where(is_back, g / 0.45, (g - 0.45) / 0.55)
        f = f * f * (3 - 2 * f)
        grain = (((x * 7 + y * 13) * 40503).astype(np.int64) >> 7) % 9 - 4
        out = np.zeros(len(x), np.uint32)
        for i in range(3):
            back, front = far[i] + (mid[i] - far[i]) * f, mid[i] + (near[i] - mid[i]) * f
            out = out << np.uint32(8) | np.clip(np.where(is_back, back, front) + grain, 0, 255).astype(np.uint32)
        return out

    def _carpet(self, pixels: U32, left: int) -> None:
        """All along, column by column, into (w, h) 0xAARRGGBB."""
        carpet, band, thread = (np.array(c) for c in CARPET[self._is_cold])
        x = np.arange(left, left + len(pixels))
        mid = self._middle[x]
        top, middle = np.rint(mid - CARPET_HALF).astype(int), np.rint(mid).astype(int)

        def put(ys: I, tall: int, colour: U32 | int, where: B | None = None) -> None:
            for y in (ys + n for n in range(tall)):
                here = (y >= 0) & (y < self._h) if where is None else where & (y >= 0) & (y < self._h)
                pixels[x[here] - left, y[here]] = colour if isinstance(colour, int) else colour[here]

        opaque = 0xFF << 24
        put(top + 2 * CARPET_HALF, 3, _packed(carpet // 4) | opaque)  # it lies on something
        put(top, 2 * CARPET_HALF, _packed(carpet) | opaque)
        for y in (top + 3, top + 2 * CARPET_HALF - 6):
            put(y, 3, _packed(band) | opaque)
        for y in (top, top + 2 * CARPET_HALF - 1):
            put(y, 1, _packed(thread) | opaque, x % 6 < 4)
        lozenge = abs(x % 56 - 28)
        for edge in (mid - (18 - lozenge) * 0.62, mid + (18 - lozenge) * 0.62):
            put(np.rint(edge).astype(int), 2, _packed(band) | opaque, lozenge < 18)
        put(middle - 1, 3, _packed(thread) | opaque, lozenge < 3)
        wear = (26 + 18 * np.sin(x / 23.0) + 12 * np.sin(x / 7.0)).astype(int)
        worn = np.full(len(x), 0xFF, np.uint32)
        for c in carpet:
            worn = worn << np.uint32(8) | np.maximum(c - wear // 3, 0).astype(np.uint32)
        put(middle + 6 + x * 5 % 3, 1, worn)

    def _ring(self, x: int) -> tuple[I, I, U32]:
        """Under a rib the tube is gathered: a ring that runs down the wall goes on across the floor, bowed like a hoop.

        (columns, rows, 0xAARRGGBB) of its pixels; of those that come twice the later one is seen.
        """
        top, low = self._tops[x], self._lows[x]
        dark, body, light = (np.array(c, np.float64) for c in HOOP[self._is_cold])
        # Where no light hangs on the wall the ring itself is seen there.
        k = np.arange(-48 if self._is_cold else 0, 97)[:, None] / 96
        down = np.rint(top - 6 + (low - top + 8) * k).astype(int)
        bow = np.where(k > 0, 22 * np.sin(math.pi * k), 0.0)
        half = 4.5 + 2.5 * np.maximum(k, 0.0)
        dx = np.arange(-9, 12)[None]
        across = np.rint(x - bow + 3 * np.sin(k * 11 + x) + dx).astype(int)
        u = dx / half
        shine = np.maximum(1 - abs(u + 0.35) / 0.7, 0.0) * (0.55 + 0.45 * np.sin(k * 9 + x * 0.7))
        colours = np.full(u.shape, 0xFF, np.uint32)
        for a, b, c in zip(dark, body, light):
            lit = np.rint(a + (b - a) * np.maximum(1 - abs(u), 0.0))
            colours = colours << np.uint32(8) | np.rint(lit + (c - lit) * shine).astype(np.uint32)
        colours[u > 1.0] = _packed(np.array(INK)) | 0xFF << 24
        whole = half.astype(int)
        is_ring = (dx >= -whole - 2) & (dx < whole + 5)
        twice = np.stack((down + 0 * dx, down + 1 + 0 * dx), -1)[is_ring].reshape(-1)
        return np.repeat(across[is_ring], 2), twice, np.repeat(colours[is_ring], 2)


def _packed(colour: NDArray[Any]) -> int:
    """(3,) 0..255 -> 0xRRGGBB."""
    r, g, b = (int(c) for c in colour)
    return r << 16 | g << 8 | b


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
