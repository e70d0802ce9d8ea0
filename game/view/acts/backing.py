"""The room that backs away: boards that run from under her, faster the nearer she gets."""

from __future__ import annotations

import math
from typing import Any

import pygame

from game.sim.parts import Place
from game.view.acts.look import ActLook
from game.view.assets import Assets
from game.view.sprites import Layers

STREAKS = 18
DIMS = 104
"""Of 255, off all light, when she has asked three times."""


class BackingLook(ActLook):
    """Lines on the floor, along the way it slides; and a light less for every time she asked."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._dark = -1.0

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._dark = act.dark if self._dark < 0 else self._dark + (act.dark - self._dark) * 0.05
        k = round(DIMS * self._dark)
        if k:
            layers.light.fill((k, round(k * 1.1), round(k * 0.8)), special_flags=pygame.BLEND_RGB_SUB)

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        entity = session.find(act.who)
        if not entity or act.pull <= 0 or (act.speed <= 0 and not act.throws):
            return
        at = session.world.get(entity, Place)
        ox, oy = at.x - layers.x, at.y - layers.y
        for i in range(STREAKS):
            a = i * math.tau / STREAKS + (i % 3) * 0.2
            d = 34 + (i * 53 + t * (act.speed + 3 * act.throws) / 60) % 130
            k = act.pull * (1 - abs(d - 99) / 75)
            if k <= 0.05:
                continue
            x, y = ox + math.cos(a) * d, oy + math.sin(a) * d * 0.6
            length = 6 + 14 * k
            end = (x + math.cos(a) * length, y + math.sin(a) * length * 0.6)
            pygame.draw.line(layers.albedo, (40, 18, 30), (x, y), end, 1 + (k > 0.5))
