"""The hall that lengthens: the glass at its end, flowers that open in the wallpaper, boards that run with the floor."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Surface

from game.view.acts.look import ActLook
from game.view.sprites import Layers

MIRROR = "mirror_great"
WALL_FOOT_PX = 8 * 32 + 12
FLOWER_EVERY_PX = 46
FLOWER_ROWS = (-78, -52, -30)
FLOWER_OPENS_PX = 120.0
PETALS = ((92, 18, 58), (170, 40, 92), (236, 120, 150))
GLASS_LIGHT = 92
DARK, DARK_STEPS, DARK_FROM_PX = (7, 6, 9), 8, 190


class CorridorLook(ActLook):
    """Everything hangs on where she is; nothing is remembered."""

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._flowers(layers, session, act)
        if act.stage:
            self._boards(layers, session, act, t)

    def _mirror(self, layers: Layers, act: Any, t: float) -> None:
        picture = self._picture
        if picture is None:
            return
        sway = math.sin(t * 0.05) * 1.5
        x = round(act.glass_x - layers.x - picture.get_width() / 2)
        y = round(WALL_FOOT_PX - layers.y - picture.get_height() + sway)
        layers.albedo.blit(picture, (x, y))
        glow = self._glow
        gx, gy = x + picture.get_width() // 2 - glow.get_width() // 2, y + 50 - glow.get_height() // 2
        layers.light.blit(glow, (gx, gy), special_flags=BLEND_RGB_ADD)
        layers.glow.blit(self._sheen, (x + 14, y + 19), special_flags=BLEND_RGB_ADD)
        layers.glows.append(pygame.Rect(x + 14, y + 19, *self._sheen.get_size()))

    @cached_property
    def _picture(self) -> Surface | None:
        props = self.assets.props("other")
        return props.get(MIRROR).picture if props.has(MIRROR) else None

    @cached_property
    def _glow(self) -> Surface:
        out = Surface((GLASS_LIGHT * 2, GLASS_LIGHT * 2), 0, 32)
        for r in range(GLASS_LIGHT, 0, -3):
            k = (1 - (r / GLASS_LIGHT) ** 2) ** 2
            pygame.draw.circle(out, (int(70 * k), int(120 * k), int(128 * k)), (GLASS_LIGHT, GLASS_LIGHT), r)
        return out

    @cached_property
    def _sheen(self) -> Surface:
        out = Surface((40, 71), 0, 32)
        for y in range(71):
            pygame.draw.line(out, (10, 34 - y // 4, 40 - y // 4), (0, y), (39, y))
        return out

    def _flowers(self, layers: Layers, session: Any, act: Any) -> None:
        """Buds while she is far, eyes of petals when she is near; behind her they stay open."""
        her = session.place.x
        left = int(layers.x // FLOWER_EVERY_PX) - 1
        for n in range(left, left + layers.albedo.get_width() // FLOWER_EVERY_PX + 3):
            x = n * FLOWER_EVERY_PX + (n * 17) % 19
            row = FLOWER_ROWS[n % 3]
            k = 1.0 if x > her + 8 else max(1 - (her - x) / FLOWER_OPENS_PX, 0.0)
            k *= min(act.gone * 5 + 0.15, 1.0)
            if k <= 0.03 or x < act.glass_x + 40:
                continue
            flower = self._flower_of[min(int(k * 5), 4)]
            at = (x - layers.x - flower.get_width() // 2, WALL_FOOT_PX + row - layers.y - flower.get_height() // 2)
            layers.albedo.blit(flower, at)

    @cached_property
    def _flower_of(self) -> list[Surface]:
        out = []
        for step in range(5):
            r = 2 + step * 1.7
            s = Surface((26, 26), SRCALPHA, 32)
            for p in range(6):
                a = p * math.tau / 6 + 0.3
                x, y = 13 + math.cos(a) * r * 0.8, 13 + math.sin(a) * r * 0.8
                pygame.draw.circle(s, PETALS[0], (x, y + 1), r * 0.62)
                pygame.draw.circle(s, PETALS[1], (x, y), r * 0.55)
            pygame.draw.circle(s, PETALS[2], (13, 13), max(r * 0.34, 1))
            if step >= 3:  # the middle is a button
                pygame.draw.circle(s, (6, 4, 10), (13, 13), 4)
                pygame.draw.circle(s, (70, 66, 84), (12, 12), 1)
            out.append(s)
        return out

    def _boards(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """Streaks along the floor, the way it slides."""
        speed = (0, 1.1, 1.9)[act.stage]
        w = layers.albedo.get_width()
        for i in range(26):
            x = (i * 97 + t * speed * (1 + i % 3 * 0.3) + (layers.x * -1)) % (w + 60) - 30
            y = 9 * 32 + (i * 37) % 62 - layers.y
            pygame.draw.line(layers.albedo, (26, 14, 30), (x, y), (x + 14 + i % 9, y))

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """The glass before all furniture; and what is further behind than her own light is not there any more."""
        self._mirror(layers, act, t)
        edge = round(session.place.x - layers.x + DARK_FROM_PX - act.stage * 40)
        w, h = layers.light.get_size()
        for i in range(DARK_STEPS):
            x = max(edge + i * 14, 0)
            if x < w:
                layers.light.fill(DARK, (x, 0, w - x, h), special_flags=pygame.BLEND_RGB_SUB)
