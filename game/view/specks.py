"""Specks: dust, seeds, feathers, confetti, stars, for a moment. Looks only; chance is private.

``burst`` makes some, ``tick`` moves them once a tick, ``draw`` paints them. z is px over the floor at (x, y).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Rect, Surface

from game.core.chance import Flair
from game.view.sprites import Layers

Colour = tuple[int, int, int]
MOST = 360
DUST: tuple[Colour, ...] = ((196, 178, 150), (160, 140, 118), (120, 104, 96))
SEEDS: tuple[Colour, ...] = ((250, 214, 130), (240, 150, 60), (214, 96, 34), (255, 236, 190))
FEATHERS: tuple[Colour, ...] = ((250, 246, 236), (226, 220, 232), (206, 214, 240))
CONFETTI: tuple[Colour, ...] = (
    (240, 84, 108),
    (250, 200, 88),
    (110, 206, 190),
    (150, 120, 226),
    (250, 246, 236),
    (240, 140, 200),
)
GOLD: tuple[Colour, ...] = ((255, 244, 196), (250, 208, 108), (240, 166, 70))


@dataclass
class Speck:
    """One of them. ``kind``: dot, puff, feather, confetti or star."""

    kind: str
    x: float
    y: float
    z: float
    vx: float
    vy: float
    vz: float
    fall: float
    drag: float
    life: int
    colour: Colour
    size: float
    turn: float
    age: int = 0


class Specks:
    """Those in the air now."""

    def __init__(self, seed: int = 0x5EED) -> None:
        self._flair = Flair(seed)
        self._all: list[Speck] = []
        self._puffs: dict[tuple[int, Colour, int], Surface] = {}

    def __len__(self) -> int:
        return len(self._all)

    def clear(self) -> None:
        self._all.clear()

    def burst(
        self,
        kind: str,
        at: tuple[float, float, float],
        n: int,
        colours: Sequence[Colour],
        speed: float = 60.0,
        up: float = 70.0,
        life: int = 40,
        size: float = 2.0,
        fall: float = 260.0,
        way: tuple[float, float] = (0.0, 0.0),
        spread: float = 0.0,
    ) -> None:
        """``n`` of them from (x, y, z), outwards at up to ``speed`` px/s, upwards at up to ``up``; ``way`` adds to all."""
        f = self._flair
        for _ in range(min(n, MOST - len(self._all))):
            angle, k = f.between(0.0, math.tau), 0.35 + 0.65 * f.unit()
            x, y, z = at
            if spread:
                x, y = x + f.between(-spread, spread), y + f.between(-spread, spread) * 0.6
            self._all.append(
                Speck(
                    kind,
                    x,
                    y,
                    z,
                    math.cos(angle) * speed * k + way[0],
                    math.sin(angle) * speed * k * 0.6 + way[1],
                    up * (0.4 + 0.6 * f.unit()),
                    fall,
                    {"feather": 0.94, "confetti": 0.96, "puff": 0.90, "star": 0.92}.get(kind, 0.985),
                    max(round(life * (0.7 + 0.6 * f.unit())), 2),
                    colours[f.below(len(colours))],
                    size * (0.75 + 0.5 * f.unit()),
                    f.between(0.0, math.tau),
                )
            )

    def tick(self) -> None:
        """One tick: they fly, flutter and settle."""
        dt = 1 / 60
        for s in self._all:
            s.age += 1
            s.vx *= s.drag
            s.vy *= s.drag
            s.vz -= s.fall * dt
            if s.kind in ("feather", "confetti"):
                s.vz = max(s.vz, -26.0 if s.kind == "feather" else -44.0)
            s.x += s.vx * dt
            s.y += s.vy * dt
            s.z += s.vz * dt
            s.turn += 0.16
            if s.kind == "feather":
                s.x += math.sin(s.turn * 0.7) * 0.5
            elif s.kind == "confetti":
                s.x += math.sin(s.turn) * 0.35
            if s.z < 0.0:
                s.z, s.vz = 0.0, -s.vz * 0.3 if s.kind == "dot" else 0.0
                s.vx, s.vy = s.vx * 0.6, s.vy * 0.6
        self._all = [s for s in self._all if s.age < s.life]

    def draw(self, layers: Layers) -> None:
        """All of them, on whatever is there."""
        to, ox, oy = layers.albedo, layers.x, layers.y
        for s in self._all:
            x, y = round(s.x) - ox, round(s.y - s.z) - oy
            left = 1 - s.age / s.life
            if s.kind == "puff":
                self._puff(to, x, y, s, left)
            elif s.kind == "star":
                self._star(layers, x, y, s, left)
            elif s.kind == "feather":
                w = 4 if math.sin(s.turn * 0.7) > 0 else 3
                to.fill(s.colour, (x - w // 2, y, w, 1))
                to.fill(s.colour, (x - w // 2 + (1 if w == 4 else 0), y - 1, 2, 1))
            elif s.kind == "confetti":
                k = abs(math.cos(s.turn * 2))
                to.fill(s.colour, (x, y, 2, 3 if k > 0.6 else 2 if k > 0.25 else 1))
            else:
                n = max(round(s.size * min(left * 2.0, 1.0)), 1)
                to.fill(s.colour, (x - n // 2, y - n // 2, n, n))

    def _puff(self, to: Surface, x: int, y: int, s: Speck, left: float) -> None:
        r = max(round(s.size * (1.2 + 1.6 * (1 - left))), 1)
        step = max(round(left * 5), 0)
        key = (r, s.colour, step)
        if key not in self._puffs:
            if len(self._puffs) > 120:
                self._puffs.clear()
            disc = Surface((2 * r + 1, 2 * r + 1), SRCALPHA, 32)
            pygame.draw.circle(disc, (*s.colour, 26 * step), (r, r), r)
            self._puffs[key] = disc
        to.blit(self._puffs[key], (x - r, y - r))

    @staticmethod
    def _star(layers: Layers, x: int, y: int, s: Speck, left: float) -> None:
        n = max(round(s.size * math.sin(math.pi * min(left + 0.1, 1.0))), 0)
        for to in (layers.albedo, layers.glow):
            flags = BLEND_RGB_ADD if to is layers.glow else 0
            to.fill(s.colour, (x, y - n, 1, 2 * n + 1), special_flags=flags)
            to.fill(s.colour, (x - n, y, 2 * n + 1, 1), special_flags=flags)
        layers.glows.append(Rect(x - n, y - n, 2 * n + 1, 2 * n + 1))
