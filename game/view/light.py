"""Light, made in software for both painters: who shines, what casts a shadow, and how bright each pixel of a G-buffer becomes.

A light map holds half the light: 128 = as painted, 255 = twice. ``shade`` bakes it from normals, heights, lamps, shadows and
the sky, in sixteen dithered bands (ART.md 7). What stands still is baked once; tiles.py and sprites.py keep the results.
Numbers to turn when a place looks wrong: the constants below and Mood.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt
import pygame
from pygame import Rect, Surface

from game.core.geometry import Box
from game.view.painter import Colour
from game.view.relief import F32
from game.view.shape import WALL_TALL, grey

BANDS = 16
"""Steps of brightness from dark to 1."""
DITHER = 0.45
SHADOW_GRID = 2
"""px of the map to one of a shadow picture."""
FURNITURE_TALL = 24.0
"""How high furniture counts for its shadow; all of its height would darken half a room."""
FURNITURE_SHADE = 0.55
LAMP_ABOVE = 44.0
"""px above the floor of a lamp that hangs on no wall."""
FLICKER_SHARE = 0.30
"""The part of a flickering lamp's light that comes and goes."""
FLICKER_TICKS = 4
"""60 / 4 = 15 times a second."""
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / np.float32(16)


def colour_of(text: str) -> Colour:
    """ "#AARRGGBB" or "#RRGGBB" (Tiled's) -> 0..1. White for what is no colour."""
    digits = text.lstrip("#")[-6:]
    try:
        r, g, b = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    except ValueError:
        return (1.0, 1.0, 1.0)
    return (r, g, b)


@dataclass(frozen=True)
class Light:
    """A lamp as it shines: over the floor point (x, z), ``h`` px high. ``key`` tells lamps of one room apart."""

    key: int
    x: float
    z: float
    h: float
    radius: float
    colour: Colour
    energy: float
    wrap: float = 0.32
    soft: bool = True
    shadows: bool = False
    flicker: float = 0.0
    stretch: float = 1.0

    @property
    def reach(self) -> Box:
        """The part of the picture it can touch: walls show light up to their height above the floor."""
        wide = self.radius * max(self.stretch, 1.0)
        return Box(self.x - wide, self.z - self.radius - WALL_TALL, 2 * wide, 2 * self.radius + WALL_TALL)


@dataclass(frozen=True)
class Sky:
    """Light from everywhere (``ambient``) and from far away (``sun``, from the upper left, a little in front)."""

    ambient: Colour
    sun: Colour = (0.0, 0.0, 0.0)
    way: tuple[float, float, float] = (-0.40, 0.74, 0.54)
    wrap: float = 0.35


@dataclass(frozen=True)
class Beam:
    """Daylight falling in through a window: from its sill (x0..x1, y) down over the floor to ``low``, leaning right."""

    x0: float
    x1: float
    y: float
    low: float
    lean: float
    colour: Colour
    strength: float


@dataclass(frozen=True)
class Shade:
    """What a tall thing out of doors takes from the ground: an ellipse round (x, z)."""

    x: float
    z: float
    rx: float
    rz: float
    strength: float


@dataclass
class Shadow:
    """How much of a lamp arrives at the floor, 0..255, on a grid of SHADOW_GRID px from (x, y).

    ``tall``: past walls; ``low``: past furniture, None where there is none.
    """

    x: int
    y: int
    tall: npt.NDArray[np.uint8]
    low: npt.NDArray[np.uint8] | None = None

    @cached_property
    def lit(self) -> tuple[int, int, int, int]:
        """(left, top, right, bottom) of the floor, px, outside which none of the light arrives."""
        cols, rows = np.flatnonzero(self.tall.any(0)), np.flatnonzero(self.tall.any(1))
        if not len(cols):
            return 0, 0, 0, 0
        g = SHADOW_GRID
        return (
            self.x + int(cols[0]) * g,
            self.y + int(rows[0]) * g,
            self.x + int(cols[-1] + 1) * g,
            self.y + int(rows[-1] + 1) * g,
        )

    def look(self, has_low: bool, xs: npt.NDArray[np.int32], zs: npt.NDArray[np.int32]) -> F32:
        """0..1 at floor points, px: (n,) columns and (h, w) or (h, 1) rows; ``has_low``: furniture counts."""
        cols = np.clip((xs - self.x) // SHADOW_GRID, 0, self.tall.shape[1] - 1)
        rows = np.clip((zs - self.y) // SHADOW_GRID, 0, self.tall.shape[0] - 1)
        arrives = self.tall[rows, cols].astype(np.float32) / np.float32(255)
        if not has_low or self.low is None:
            return arrives
        low = self.low[rows, cols].astype(np.float32) / np.float32(255)
        return np.asarray(arrives * (1 - FURNITURE_SHADE * (1 - low)))


def cast(light: Light, blocks: Sequence[Rect], furniture: Sequence[Rect]) -> Shadow:
    """The shadows of one lamp: tall blocks swallow all behind them, furniture darkens the floor a way."""
    r = int(light.radius * max(light.stretch, 1.0))
    area = Rect(int(light.x) - r, int(light.z) - r, 2 * r, 2 * r)
    g = SHADOW_GRID
    s = Surface((area.w // g + 1, area.h // g + 1), 0, 32)

    def paint(rects: Iterable[Rect], stretch: float) -> npt.NDArray[np.uint8]:
        s.fill((255, 255, 255))
        for b in rects:
            if b.colliderect(area) and not b.collidepoint(light.x, light.z):
                for quad in _behind(b, light.x, light.z, stretch, 3.0 * r):
                    pygame.draw.polygon(s, (0, 0, 0), [((x - area.x) / g, (y - area.y) / g) for x, y in quad])
        return np.ascontiguousarray(grey(pygame.transform.box_blur(s, 3)).T)

    tall = paint(blocks, math.inf)
    ways = light.h / max(light.h - FURNITURE_TALL, 4.0)
    near = [b for b in furniture if b.colliderect(area)]
    return Shadow(area.x, area.y, tall, paint(near, ways) if near else None)


def _behind(b: Rect, lx: float, lz: float, stretch: float, far: float) -> Iterable[tuple[tuple[float, float], ...]]:
    """The four-sided shadows of the edges of a box that face away from the light."""
    x0, y0, x1, y1 = float(b.left), float(b.top), float(b.right), float(b.bottom)

    def away(x: float, y: float) -> tuple[float, float]:
        dx, dy = x - lx, y - lz
        d = math.hypot(dx, dy) or 1.0
        k = far / d + 1 if math.isinf(stretch) else min(stretch, far / d + 1)
        return lx + dx * k, lz + dy * k

    for ax, ay, bx, by, back in (
        (x0, y0, x1, y0, lz > y0),
        (x0, y1, x1, y1, lz < y1),
        (x0, y0, x0, y1, lx > x0),
        (x1, y0, x1, y1, lx < x1),
    ):
        if back:
            yield (ax, ay), (bx, by), away(bx, by), away(ax, ay)


@dataclass
class Surfaces:
    """A G-buffer: what the light falls on. ``origin`` px in the map; ``heights`` px above the floor, None = all floor."""

    origin: tuple[int, int]
    normals: F32
    heights: F32 | None = None
    is_floor: bool = True
    """False for a prop: furniture's low shadows stay on the floor."""

    @property
    def size(self) -> tuple[int, int]:
        h, w = self.normals.shape[1:]
        return w, h


@lru_cache(maxsize=64)
def bayer(w: int, h: int, x: int, y: int) -> F32:
    """The ordered dither of a picture whose corner lies at (x, y) mod 4."""
    rows, cols = (np.arange(h) + y) % 4, (np.arange(w) + x) % 4
    return np.asarray(BAYER[rows][:, cols])


class Shading:
    """Light gathering on a G-buffer, one lamp at a time, so that a bake can be spread over frames."""

    def __init__(self, on: Surfaces, sky: Sky, corners: F32 | None = None) -> None:
        self.on = on
        w, h = on.size
        nx, ny, nz = on.normals
        dim = ny * np.float32(0.12)
        dim += nz * np.float32(0.08)
        dim += np.float32(0.80)
        if corners is not None:
            dim *= 1 - np.float32(0.34) * corners
        self.total: F32 = np.empty((3, h, w), np.float32)
        for i in range(3):
            np.multiply(dim, np.float32(sky.ambient[i]), out=self.total[i])
        if max(sky.sun) > 0:
            wx, wy, wz = sky.way
            lit = nx * np.float32(wx)
            lit += ny * np.float32(wy)
            lit += nz * np.float32(wz)
            lit += np.float32(sky.wrap)
            lit *= np.float32(1 / (1 + sky.wrap))
            np.clip(lit, 0, 1, out=lit)
            for i in range(3):
                self.total[i] += lit * np.float32(sky.sun[i])
        self.flicker: F32 | None = None
        self.tallest = 0 if on.heights is None else math.ceil(float(on.heights.max()))
        """px: how high it goes."""
        self._x = np.arange(w, dtype=np.float32) + np.float32(on.origin[0])
        self._y = np.arange(h, dtype=np.float32) + np.float32(on.origin[1])

    def add(self, light: Light, shadow: Shadow | None) -> None:
        """One lamp's light. A flickering lamp's unsteady part is gathered apart."""
        (w, h), (ox, oy) = self.on.size, self.on.origin
        reach = light.reach
        top = reach.y if self.on.heights is not None else light.z - light.radius
        x0, x1 = max(int(reach.x) - ox, 0), min(int(reach.right) + 1 - ox, w)
        y0, y1 = max(int(top) - oy, 0), min(int(reach.bottom) + 1 - oy, h)
        if shadow is not None:  # behind walls is nothing to be worked out
            left, first, right, last = shadow.lit
            x0, x1 = max(x0, left - ox), min(x1, right - ox)
            y0, y1 = max(y0, first - 2 - self.tallest - oy), min(y1, last - oy)
        if x1 <= x0 or y1 <= y0 or self._is_beyond(light, ox + x0, ox + x1, oy + y0, oy + y1):
            return
        part = (slice(y0, y1), slice(x0, x1))
        dx = np.float32(light.x) - self._x[x0:x1][None]
        wide = dx / np.float32(light.stretch) if light.stretch != 1.0 else dx
        y = self._y[y0:y1][:, None]
        nx, ny, nz = (n[part] for n in self.on.normals)
        lit = nx * dx
        if self.on.heights is None:
            z: F32 = y
            dz, up = np.float32(light.z) - y, np.float32(light.h)
            d2 = wide * wide + (dz * dz + up * up)
            lit += ny * up
        else:
            high = self.on.heights[part]
            z = y + high
            dz, dy = np.float32(light.z) - z, np.float32(light.h) - high
            d2 = dz * dz
            d2 += dy * dy
            d2 += wide * wide
            lit += ny * dy
        lit += nz * dz
        lit /= np.sqrt(d2 + np.float32(1))
        lit += np.float32(light.wrap)
        np.maximum(lit, 0, out=lit)
        d2 *= np.float32(-1 / light.radius**2)
        d2 += np.float32(1)
        np.maximum(d2, 0, out=d2)
        d2 *= d2 if light.soft else np.sqrt(d2)
        lit *= d2
        lit *= np.float32(light.energy / (1 + light.wrap))
        if shadow is not None:
            cols, rows = self._x[x0:x1].astype(np.int32), z.astype(np.int32) + 2
            if self.on.heights is None or not self.on.is_floor:
                lit *= shadow.look(self.on.is_floor, cols, rows)
            else:  # furniture's low shadows do not climb the walls
                faces = self.on.heights[part] > 3
                lit *= np.where(faces, shadow.look(False, cols, rows), shadow.look(True, cols, rows))
        share = np.float32(min(FLICKER_SHARE * light.flicker * 2, 0.6)) if light.flicker > 0.05 else np.float32(0)
        if share and self.flicker is None:
            self.flicker = np.zeros_like(self.total)
        for i in range(3):
            gain = lit * np.float32(light.colour[i])
            if share and self.flicker is not None:
                unsteady = gain * share
                self.flicker[i][part] += unsteady
                gain -= unsteady
            self.total[i][part] += gain

    def _is_beyond(self, light: Light, left: int, right: int, top: int, bottom: int) -> bool:
        """Whether a part of the picture, px, lies outside the lamp's radius, whatever its heights."""
        dx = max(left - light.x, light.x - right, 0.0) / light.stretch
        dz = max(top - light.z, light.z - bottom - self.tallest, 0.0)
        return dx * dx + dz * dz > (light.radius + 1) ** 2

    def shade(self, s: Shade) -> None:
        """The soft dark under a tree."""
        (w, h), (ox, oy) = self.on.size, self.on.origin
        x0, x1 = max(int(s.x - s.rx) - ox, 0), min(int(s.x + s.rx) + 1 - ox, w)
        y0, y1 = max(int(s.z - s.rz) - oy, 0), min(int(s.z + s.rz) + 1 - oy, h)
        if x1 <= x0 or y1 <= y0:
            return
        x, y = self._x[x0:x1][None], self._y[y0:y1][:, None]
        d = ((x - np.float32(s.x)) / np.float32(s.rx)) ** 2 + ((y - np.float32(s.z)) / np.float32(s.rz)) ** 2
        k = 1 - np.float32(s.strength) * np.clip((1 - d) * np.float32(1.8), 0, 1)
        for i in range(3):
            self.total[i][y0:y1, x0:x1] *= k

    def beam(self, b: Beam) -> None:
        """A shaft of daylight in six dithered steps."""
        (w, h), (ox, oy) = self.on.size, self.on.origin
        left, right = b.x0 + min(b.lean, 0), b.x1 + max(b.lean, 0)
        x0, x1 = max(int(left) - 40 - ox, 0), min(int(right) + 40 - ox, w)
        y0, y1 = max(int(b.y) - 12 - oy, 0), min(int(b.low) - oy, h)
        if x1 <= x0 or y1 <= y0:
            return
        x, y = self._x[x0:x1][None], self._y[y0:y1][:, None]
        down = (y - np.float32(b.y)) / np.float32(b.low - b.y)
        middle, half = (b.x0 + b.x1) / 2 + b.lean * down, (b.x1 - b.x0) / 2 * (1 + 0.9 * down)
        along = np.clip((y - np.float32(b.y)) / 8 + 1, 0, 1) * np.clip((1 - down) * 5, 0, 1)
        along = along * (np.clip(1 - down, 0, 1) * np.float32(0.85) + np.float32(0.15))
        inside = np.clip((half - np.abs(x - middle)) / 9 + 0.3, 0, 1) * along
        steps = np.floor(inside * 6 + bayer(w, h, ox % 4, oy % 4)[y0:y1, x0:x1] * np.float32(0.9)) / np.float32(6)
        for i in range(3):
            self.total[i][y0:y1, x0:x1] += steps * np.float32(b.colour[i] * b.strength)

    def finish(self) -> npt.NDArray[np.uint32]:
        """(h, w) 0xRRGGBB: half the light, in bands that keep their hue."""
        w, h = self.on.size
        return banded(self.total, bayer(w, h, self.on.origin[0] % 4, self.on.origin[1] % 4))


def banded(light: F32, dither: F32) -> npt.NDArray[np.uint32]:
    """Light (3, h, w) 0..2 -> (h, w) 0xRRGGBB of half of it, its brightest channel in BANDS steps a unit."""
    high = np.maximum(np.maximum(light[0], light[1]), light[2])
    steps = high * np.float32(BANDS)
    steps += dither * np.float32(DITHER) + np.float32(0.3)
    np.floor(steps, out=steps)
    steps *= np.float32(127.5 / BANDS)
    steps /= np.maximum(high, np.float32(1e-3))
    return packed(light, steps)


def packed(light: F32, k: F32 | float) -> npt.NDArray[np.uint32]:
    """(3, h, w) times ``k`` -> (h, w) 0xRRGGBB, at most 255 each."""
    out = np.zeros(light.shape[1:], np.uint32)
    for i in range(3):
        out <<= 8
        out |= np.minimum(light[i] * k, np.float32(255)).astype(np.uint32)
    return out


def lit_surface(pixels: npt.NDArray[np.uint32]) -> Surface:
    """(h, w) 0xRRGGBB as a picture in the layers' own format."""
    h, w = pixels.shape
    out = Surface((w, h), 0, 32)
    pygame.surfarray.blit_array(out, pixels.T)
    return out


def wavering(tick: int, seed: int = 0) -> float:
    """How much of a flame's unsteady part is there now, 0..1; changes 15 times a second and looks only at the tick."""
    t = tick // FLICKER_TICKS / 15.0
    i = (tick // FLICKER_TICKS * 2654435761 + seed * 40503) & 0xFFFF
    wave = 0.5 + 0.28 * math.sin(7.3 * t + seed) + 0.14 * math.sin(17.1 * t + seed * 2) + 0.18 * (i / 0xFFFF - 0.5)
    return min(max(wave, 0.0), 1.0)
