"""What is in the air: rain, fog, leaves, dust. Everything follows from the tick and from where the picture lies in the map.

Fog is drawn in two parts, on the ground before people and thinly over everything after them, but never over faces.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import numpy as np
import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGBA_ADD, SRCALPHA, Rect, Surface

from game.view import looks
from game.view.dice import Dice
from game.view.mood import Mood
from game.view.paint_soft import picture
from game.view.painter import Size
from game.view.sprites import Layers

FOG_TILE = (512, 256)
FOG_GROUND, FOG_OVER = 0.62, 0.30
KNEE = 13
"""px above the feet that fog reaches on people."""
RAIN_TILE = 256
STREAKS = ((120, 11, 42, 660.0, 0.16), (56, 19, 78, 960.0, 0.16))
"""Two depths of rain: drops a tile, px long, brightness, px/s, lean."""
RIPPLES = 40
RIPPLE_TICKS = 20
DROPS = 9
"""Drops on a window."""
LIGHTNING_EVERY = 60 * 23
LIGHTNING_TICKS = 14


def scattered(i: int, salt: int) -> float:
    """A number 0..1 that is always the same for (i, salt)."""
    v = (i * 374761393 + salt * 668265263) & 0xFFFFFFFF
    v = ((v ^ (v >> 13)) * 1274126177) & 0xFFFFFFFF
    return ((v ^ (v >> 16)) & 0xFFFF) / 0xFFFF


class Weather:
    """Draws on the layers of one canvas size. Bakes its tiles when they are first needed."""

    def __init__(self, size: Size) -> None:
        self.size = size
        self._fogs: dict[tuple[tuple[int, int, int], int], Surface] = {}

    # ---- baked

    @cached_property
    def _fog_field(self) -> looks.F:
        """Softer and wider than the painters' fog; tileable."""
        h, w = FOG_TILE[1], FOG_TILE[0]
        v = 0.65 * looks.noise(h, w, 6, 4, 14, 3) + 0.35 * looks.noise(h, w, 12, 5, 19, 2)
        v = np.clip((v - 0.30) * 2.1, 0, 1)
        return np.asarray(np.clip(np.floor(v * 14 + looks.bayer(h, w) * 0.8) / 14, 0, 1))

    def _fog(self, colour: tuple[int, int, int], density: float) -> Surface:
        key = (colour, int(density * 64))
        if key not in self._fogs:
            a = np.empty((FOG_TILE[1], FOG_TILE[0], 4), np.uint8)
            a[..., :3], a[..., 3] = colour, self._fog_field * density * 255
            self._fogs[key] = picture(a)
        return self._fogs[key]

    @cached_property
    def _rains(self) -> list[Surface]:
        return [_rain_tile(i, n, long, bright, lean) for i, (n, long, bright, _, lean) in enumerate(STREAKS)]

    @cached_property
    def _ripples(self) -> list[Surface]:
        out = []
        for k in range(5):
            s = Surface((15, 9), SRCALPHA, 32)
            rx, ry = 1.5 + k * 1.3, 1.0 + k * 0.7
            box = Rect(0, 0, round(rx * 2) + 1, round(ry * 2) + 1)
            box.center = (7, 4)
            pygame.draw.ellipse(s, (190, 205, 225, 120 - k * 22), box, 1)
            if k == 0:
                s.set_at((7, 2), (210, 222, 240, 150))
            out.append(s)
        return out

    @cached_property
    def leaves(self) -> list[list[Surface]]:
        """Four looks of a tumbling leaf in three colours."""
        shapes = (
            (((0, 1), (1, 0), (2, 0), (1, 1))),
            ((0, 0), (1, 0), (2, 1)),
            ((0, 0), (1, 1), (1, 0)),
            ((0, 1), (1, 1), (2, 0)),
        )
        out = []
        for colours in (
            ((122, 78, 44), (160, 108, 58)),
            ((134, 96, 46), (176, 138, 70)),
            ((110, 60, 48), (148, 84, 62)),
        ):
            frames = []
            for dots in shapes:
                s = Surface((3, 2), SRCALPHA, 32)
                for i, dot in enumerate(dots):
                    s.set_at(dot, (*colours[i % 2], 255))
                frames.append(s)
            out.append(frames)
        return out

    # ---- under people

    def ground(self, layers: Layers, mood: Mood, t: float, is_floor: Callable[[float, float], bool]) -> None:
        """Ripples of rain and the fog that lies on the ground. ``t`` ticks; ``is_floor`` of a point of the map."""
        if mood.rain > 0:
            self._draw_ripples(layers, mood.rain, t, is_floor)
        if mood.fog > 0:
            tile = self._fog(mood.fog_colour, mood.fog * FOG_GROUND)
            self._tile(layers.albedo, tile, layers.x - t * 0.10, layers.y - t * 0.02)

    def _draw_ripples(self, layers: Layers, amount: float, t: float, is_floor: Callable[[float, float], bool]) -> None:
        (w, h), tick = self.size, int(t)
        blits = []
        for i in range(int(RIPPLES * amount)):
            age = tick + int(scattered(i, 1) * RIPPLE_TICKS)
            turn = age // RIPPLE_TICKS
            mx = int(scattered(i * 131 + turn, 2) * (w + 16))
            my = int(scattered(i * 131 + turn, 3) * (h + 16))
            x, y = (mx - layers.x) % (w + 16) - 8, (my - layers.y) % (h + 16) - 8
            if is_floor(x + layers.x, y + layers.y):
                blits.append((self._ripples[age % RIPPLE_TICKS * 5 // RIPPLE_TICKS], (x - 7, y - 4)))
        layers.albedo.fblits(blits)

    def panes(self, layers: Layers, glasses: Iterable[Rect], t: float) -> None:
        """Drops that run down the windows of a dry room. ``glasses`` in the map, px."""
        for glass in glasses:
            area = glass.move(-layers.x, -layers.y)
            if not area.colliderect((0, 0), self.size):
                continue
            for i in range(DROPS):
                own = i + glass.x * 7
                slow = 0.16 + 0.30 * scattered(own, 20)
                way = t * slow + 8 * math.sin(t * 0.02 * (1 + scattered(own, 21)) + own)  # they stick, then run
                x = area.x + int(scattered(own, 22) * area.w)
                y = area.y + int(scattered(own, 23) * area.h + way) % area.h
                long = min(2 + i % 3, area.bottom - y)
                layers.glow.fill((20, 24, 30), (x, max(y - 4, area.y), 1, long + 4), BLEND_RGB_ADD)
                layers.glow.fill((34, 40, 48), (x, y, 1, long), BLEND_RGB_ADD)

    # ---- over people

    def over(
        self,
        layers: Layers,
        mood: Mood,
        t: float,
        people: Iterable[tuple[pygame.mask.Mask, tuple[int, int], int]],
        flashes: bool,
        calm: bool,
        dry: Sequence[Rect] = (),
    ) -> None:
        """Thin fog (not over faces), leaves, rain, lightning, dust.

        ``people``: (mask, top left, y of the feet) on the canvas. ``dry``: what has a roof over it, on the canvas: no rain there.
        """
        if mood.fog > 0:
            self._thin_fog(layers, mood, t, people)
        if mood.leaves and not calm:
            self._draw_leaves(layers, mood, t)
        if mood.rain > 0:
            for wet in without(Rect((0, 0), self.size), dry):
                layers.glow.set_clip(wet)
                for tile, (_, _, _, speed, lean) in zip(self._rains, STREAKS):
                    way = t / 60 * speed * (0.5 if calm else 1.0)
                    self._tile(layers.glow, tile, layers.x + way * lean, layers.y - way, BLEND_RGB_ADD)
            layers.glow.set_clip(None)
            if flashes and not calm:
                self._lightning(layers, t)
        if mood.motes:
            self._draw_motes(layers, mood, t * (0.4 if calm else 1.0))

    def _thin_fog(
        self, layers: Layers, mood: Mood, t: float, people: Iterable[tuple[pygame.mask.Mask, tuple[int, int], int]]
    ) -> None:
        veil = self._veil
        veil.fill((0, 0, 0, 0))
        tile = self._fog(mood.fog_colour, mood.fog * FOG_OVER)
        self._tile(veil, tile, layers.x * 1.04 - t * 0.16, layers.y + t * 0.03, BLEND_RGBA_ADD)
        for mask, at, feet in people:
            w, h = mask.get_size()
            mask.to_surface(
                veil,
                setcolor=(0, 0, 0, 0),
                unsetcolor=None,
                dest=at,
                area=Rect(0, 0, w, min(max(feet - KNEE - at[1], 0), h)),
            )
        layers.albedo.blit(veil, (0, 0))

    @cached_property
    def _veil(self) -> Surface:
        return Surface(self.size, SRCALPHA, 32)

    def _draw_leaves(self, layers: Layers, mood: Mood, t: float) -> None:
        w, h = self.size
        blits = []
        for i in range(mood.leaves):
            speed = 0.22 + 0.22 * scattered(i, 5)
            sway = math.sin(t * 0.03 * (0.6 + scattered(i, 6)) + i) * 16
            x = (scattered(i, 7) * 997 + t * 0.30 + sway - layers.x) % (w + 32) - 16
            y = (scattered(i, 8) * 997 + t * speed - layers.y) % (h + 32) - 16
            frames = self.leaves[i % 3]
            blits.append((frames[int(t * 0.07 + i) % 4], (int(x), int(y))))
        layers.albedo.fblits(blits)

    def _lightning(self, layers: Layers, t: float) -> None:
        turn = int(t) // LIGHTNING_EVERY
        age = int(t) % LIGHTNING_EVERY - int(scattered(turn, 9) * (LIGHTNING_EVERY - 60))
        if 0 <= age < LIGHTNING_TICKS:
            k = (1 - age / LIGHTNING_TICKS) ** 2 * (0.4 if 3 <= age < 6 else 1.0)
            layers.glow.fill((int(58 * k), int(62 * k), int(76 * k)), special_flags=BLEND_RGB_ADD)

    def _draw_motes(self, layers: Layers, mood: Mood, t: float) -> None:
        """Dust: seen where there is light, twinkling as it turns."""
        w, h = self.size
        light, glow = layers.light, layers.glow
        r, g, b = mood.mote
        ox, oy, sin = layers.x, layers.y, math.sin
        for i, (mx, my, slow, own) in enumerate(self._dust[: mood.motes]):
            turn = t * slow
            px = int(mx + turn * 0.05 + sin(turn * 0.011 + i) * 9 - ox) % (w - 4) + 2
            py = int(my + turn * 0.035 + sin(turn * 0.013 + i * 1.7) * 6 - oy) % (h - 4) + 2
            c = light.get_at_mapped((px, py))
            k = ((c >> 16 & 255) + (c >> 8 & 255) + (c & 255) - 170) * own * abs(sin(turn * 0.02 + i * 2.4))
            if k < 12:
                continue
            k = min(k, 135)
            colour = (int(r * k), int(g * k), int(b * k))
            glow.fill(colour, (px, py, 1, 1), BLEND_RGB_ADD)
            if i % 3 == 0:
                dim = (colour[0] // 4, colour[1] // 4, colour[2] // 4)
                glow.fill(dim, (px - 1, py, 3, 1), BLEND_RGB_ADD)
                glow.fill(dim, (px, py - 1, 1, 3), BLEND_RGB_ADD)

    @cached_property
    def _dust(self) -> list[tuple[float, float, float, float]]:
        """(x, y, speed, brightness) of a hundred motes."""
        return [
            (scattered(i, 11) * 1021, scattered(i, 12) * 1021, 0.3 + scattered(i, 10), 0.5 + 0.9 * scattered(i, 13))
            for i in range(100)
        ]

    # ---- both

    def _tile(self, to: Surface, tile: Surface, x: float, y: float, flags: int = 0) -> None:
        """Covers the canvas with a tile whose pattern stands at (x, y) at the canvas' corner."""
        (w, h), (tw, th) = self.size, tile.get_size()
        x0, y0 = -(math.floor(x) % tw), -(math.floor(y) % th)
        to.fblits([(tile, (i, j)) for j in range(y0, h, th) for i in range(x0, w, tw)], flags)


def without(whole: Rect, holes: Iterable[Rect]) -> list[Rect]:
    """What is left of a rectangle when others are cut out of it, as rectangles that do not overlap.

    >>> without(Rect(0, 0, 10, 10), [Rect(4, 4, 20, 2)])
    [Rect(0, 0, 10, 4), Rect(0, 6, 10, 4), Rect(0, 4, 4, 2)]
    """
    left = [whole]
    for hole in holes:
        pieces: list[Rect] = []
        for r in left:
            cut = r.clip(hole)
            if not cut:
                pieces.append(r)
                continue
            sides = (
                Rect(r.x, r.y, r.w, cut.y - r.y),
                Rect(r.x, cut.bottom, r.w, r.bottom - cut.bottom),
                Rect(r.x, cut.y, cut.x - r.x, cut.h),
                Rect(cut.right, cut.y, r.right - cut.right, cut.h),
            )
            pieces += [side for side in sides if side.w > 0 and side.h > 0]
        left = pieces
    return left


def _rain_tile(seed: int, drops: int, long: int, bright: int, lean: float) -> Surface:
    """A tileable picture of streaks, to be added."""
    rng = Dice(70 + seed)
    a = np.zeros((RAIN_TILE, RAIN_TILE, 3), np.float32)
    for _ in range(drops):
        x, y, k = rng.uniform(0, RAIN_TILE), rng.uniform(0, RAIN_TILE), rng.uniform(0.5, 1)
        for s in range(int(long * rng.uniform(0.6, 1))):
            qx, qy = int(x - s * lean) % RAIN_TILE, int(y + s) % RAIN_TILE
            a[qy, qx] = np.maximum(a[qy, qx], np.array([0.82, 0.92, 1.08]) * bright * k * (0.35 + 0.65 * s / long))
    return picture(np.minimum(a, 255).astype(np.uint8))
