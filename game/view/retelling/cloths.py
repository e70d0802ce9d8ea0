"""Cloth and thread: the colours of a patch, woven ground, pieces of felt, pictures cut out of cloth, lines of running stitch."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import pygame
from pygame import BLEND_RGB_MULT, Mask, Surface

from game.view.felt import SHADOW, Colour, blank, mix

FELTS: tuple[Colour, ...] = (
    (24, 18, 34),
    (58, 44, 58),
    (96, 78, 84),
    (150, 134, 136),
    (206, 196, 190),
    (252, 246, 234),
    (34, 52, 104),
    (62, 104, 176),
    (126, 172, 214),
    (176, 118, 34),
    (236, 182, 58),
    (252, 222, 118),
    (122, 30, 44),
    (200, 56, 68),
    (240, 150, 140),
    (250, 214, 184),
    (206, 156, 118),
    (122, 78, 52),
    (56, 82, 56),
    (116, 144, 88),
    (112, 70, 134),
    (176, 128, 184),
)
"""The cloths there are for people and things."""
Points = Sequence[tuple[float, float]]
Dash = tuple[float, float, float, float]


@dataclass(frozen=True)
class Tones:
    """The cloths of a patch: ground from ``top`` to ``low``, felt from ``dark`` to ``light``, one that stands out, the thread."""

    top: Colour
    low: Colour
    dark: Colour
    mid: Colour
    light: Colour
    accent: Colour
    thread: Colour


RAIN = Tones(
    (50, 58, 94), (112, 122, 150), (22, 20, 44), (64, 56, 92), (168, 172, 196), (214, 92, 122), (230, 228, 236)
)
HOME = Tones(
    (88, 66, 92), (176, 138, 126), (38, 24, 44), (104, 66, 86), (236, 206, 160), (214, 92, 110), (255, 240, 214)
)
OTHER = Tones(
    (112, 46, 34), (222, 150, 70), (48, 16, 28), (128, 44, 44), (252, 206, 118), (74, 128, 150), (255, 238, 186)
)
GHOST = Tones((14, 28, 56), (46, 92, 112), (8, 12, 30), (30, 58, 84), (176, 238, 228), (226, 190, 110), (206, 250, 242))
WEB = Tones((12, 8, 22), (66, 48, 80), (6, 4, 12), (46, 32, 62), (206, 200, 222), (196, 48, 60), (236, 234, 246))
WELL = Tones((14, 22, 44), (54, 84, 86), (8, 12, 24), (32, 50, 56), (178, 200, 190), (226, 176, 84), (226, 236, 226))
MORNING = Tones(
    (236, 152, 136), (254, 226, 176), (84, 40, 66), (190, 92, 112), (255, 246, 218), (208, 64, 86), (255, 250, 232)
)
FOG = Tones(
    (122, 124, 142), (190, 188, 190), (44, 38, 60), (104, 96, 122), (236, 230, 224), (208, 150, 60), (250, 246, 240)
)


def woven(w: int, h: int, top: Colour, low: Colour, seed: int = 1) -> Surface:
    """Cloth: one colour down to another, its threads over and under, a fibre here and there."""
    rng = np.random.Generator(np.random.PCG64(seed))
    down = (np.arange(h, dtype=np.float32) / max(h - 1, 1))[:, None, None]
    colour = np.asarray(top, np.float32) + (np.asarray(low, np.float32) - np.asarray(top, np.float32)) * down
    image = np.repeat(colour, w, axis=1)
    yy, xx = np.mgrid[0:h, 0:w]
    weave = np.where((xx // 2 + yy // 2) % 2 == 0, 1.035, 0.955) * np.where(xx % 2 == yy % 2, 1.012, 0.99)
    weave = weave * (1 + 0.02 * rng.standard_normal((h, 1)) + 0.02 * rng.standard_normal((1, w)))
    image = np.clip(image * weave[..., None], 0, 255).astype(np.uint8)
    out = pygame.surfarray.make_surface(image.swapaxes(0, 1))
    surface = Surface((w, h), 0, 32)
    surface.blit(out, (0, 0))
    return surface


def nap(w: int, h: int, seed: int = 3) -> Surface:
    """The nap of felt, to be multiplied."""
    rng = np.random.Generator(np.random.PCG64(seed))
    grain = 246 + rng.integers(-10, 9, (w, h))
    image = np.repeat(np.clip(grain, 0, 255)[..., None], 3, axis=2).astype(np.uint8)
    s = Surface((w, h), 0, 32)
    s.blit(pygame.surfarray.make_surface(image), (0, 0))
    return s


def felt(shape: Mask, colour: Colour, rim: float = 0.22) -> Surface:
    """A piece of that shape: nap, a lit upper edge, a dark lower one."""
    w, h = shape.get_size()
    s = blank(w, h)
    shape.to_surface(s, setcolor=(*colour, 255), unsetcolor=(0, 0, 0, 0))
    edge(s, shape, (0, 1), (*mix(colour, (255, 246, 230), rim), 255))
    edge(s, shape, (0, -1), (*mix(colour, SHADOW, 0.4), 255))
    s.blit(nap(w, h), (0, 0), special_flags=BLEND_RGB_MULT)
    return s


def edge(to: Surface, shape: Mask, way: tuple[int, int], colour: tuple[int, ...]) -> None:
    """The row of pixels that ``shape`` has and the same shape moved that way has not."""
    edge = shape.copy()
    edge.erase(shape, way)
    edge.to_surface(to, setcolor=colour, unsetcolor=None)


def dyed(picture: Surface, felts: Sequence[Colour], into: Colour | None = None, part: float = 0.0) -> Surface:
    """A picture cut out of a few cloths: every pixel of the one it comes nearest to, all ``part`` of the way to ``into``."""
    w, h = picture.get_size()
    seen = pygame.surfarray.array_alpha(picture) > 110
    rgb = pygame.surfarray.array3d(picture).astype(np.int32)
    cloths = np.asarray(felts, np.int32)
    apart = ((rgb[:, :, None, :] - cloths[None, None]) ** 2 * np.asarray((3, 4, 2))).sum(axis=3)
    shown = [mix(c, into, part) for c in felts] if into is not None else list(felts)
    out = blank(w, h)
    pixels = pygame.surfarray.pixels3d(out)
    pixels[...] = np.asarray(shown, np.uint8)[apart.argmin(axis=2)]
    del pixels
    veil = pygame.surfarray.pixels_alpha(out)
    veil[...] = np.where(seen, 255, 0)
    del veil
    return out


def grown(picture: Surface, size: float) -> Surface:
    """Larger without steps: edges found twice over, then down to the size that is wanted."""
    big = pygame.transform.scale2x(pygame.transform.scale2x(picture))
    w, h = picture.get_size()
    return pygame.transform.smoothscale(big, (max(round(w * size), 1), max(round(h * size), 1)))


def dashes(points: Points, on: float = 5.0, off: float = 3.0) -> list[Dash]:
    """Running stitch along a line, in the order in which it is sewn."""
    out: list[Dash] = []
    left, is_on = on, True
    start = points[0] if points else (0.0, 0.0)
    for (x0, y0), (x1, y1) in pairwise(points):
        length = math.hypot(x1 - x0, y1 - y0)
        if length == 0:
            continue
        at = 0.0
        while length - at >= left:
            at += left
            x, y = x0 + (x1 - x0) * at / length, y0 + (y1 - y0) * at / length
            if is_on:
                out.append((*start, x, y))
            start, is_on = (x, y), not is_on
            left = on if is_on else off
        left -= length - at
        if is_on and math.hypot(x1 - start[0], y1 - start[1]) > on * 0.9:
            out.append((*start, x1, y1))  # round a corner a stitch is two
            start = (x1, y1)
    if is_on and points and math.hypot(points[-1][0] - start[0], points[-1][1] - start[1]) > 1:
        out.append((*start, *points[-1]))
    return out


def curve(points: Points, steps: int = 10) -> list[tuple[float, float]]:
    """A smooth line through all of them."""
    p = [points[0], *points, points[-1]]
    out: list[tuple[float, float]] = []
    for a, b, c, d in zip(p, p[1:], p[2:], p[3:]):
        for i in range(steps):
            t = i / steps
            t2, t3 = t * t, t * t * t
            out.append(
                (
                    0.5 * (2 * b[0] + (c[0] - a[0]) * t + (2 * a[0] - 5 * b[0] + 4 * c[0] - d[0]) * t2)
                    + 0.5 * (3 * b[0] - a[0] - 3 * c[0] + d[0]) * t3,
                    0.5 * (2 * b[1] + (c[1] - a[1]) * t + (2 * a[1] - 5 * b[1] + 4 * c[1] - d[1]) * t2)
                    + 0.5 * (3 * b[1] - a[1] - 3 * c[1] + d[1]) * t3,
                )
            )
    return [*out, points[-1]]


def inset(shape: Mask, px: int) -> Mask:
    """The shape without its outermost px."""
    out = shape
    for _ in range(px):
        inner = out.copy()
        for way in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            moved = Mask(out.get_size())
            moved.draw(out, way)
            inner = inner.overlap_mask(moved, (0, 0))
        out = inner
    return out
