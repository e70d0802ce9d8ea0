"""The room that backs away: boards that run from under her, faster the nearer she gets."""

from __future__ import annotations

import math
from typing import Any

import pygame

from game.sim.parts import Place
from game.view.acts.look import ActLook
from game.view.sprites import Layers

STREAKS = 18


class BackingLook(ActLook):
    """Lines on the floor, along the way it slides."""

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        entity = session.find(act.who)
        if not entity or act.pull <= 0 or act.speed <= 0:
            return
        at = session.world.get(entity, Place)
        ox, oy = at.x - layers.x, at.y - layers.y
        for i in range(STREAKS):
            a = i * math.tau / STREAKS + (i % 3) * 0.2
            d = 34 + (i * 53 + t * act.speed / 60) % 130
            k = act.pull * (1 - abs(d - 99) / 75)
            if k <= 0.05:
                continue
            x, y = ox + math.cos(a) * d, oy + math.sin(a) * d * 0.6
            length = 6 + 14 * k
            end = (x + math.cos(a) * length, y + math.sin(a) * length * 0.6)
            pygame.draw.line(layers.albedo, (40, 18, 30), (x, y), end, 1 + (k > 0.5))
