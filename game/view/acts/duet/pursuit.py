"""The pursuit and the farewell: two rings in two pools of light, and two gloves that come down."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import Rect

from game.sim.acts.duet.board import FORCIBLE, SPINK
from game.sim.acts.duet.stage import DUO
from game.view.acts.duet.boards import HERS, TONES, BoardsLook
from game.view.acts.theatre.look import HouseLook
from game.view.acts.theatre.scenery import mix
from game.view.sprites import Layers

FALLS_TICKS = 110


class PursuitLook(BoardsLook):
    """Both after her: their rings in two pools of light, and what is left of the time a light holds."""

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        for who, at in zip((SPINK, FORCIBLE), act.pools(session), strict=True):
            name = DUO[who - SPINK]
            there = self._at(session, name)
            far = math.hypot(there[0] - at.x, there[1] - at.y) if there is not None else 999.0
            warm = 1.0 if act.pins[who - SPINK] else max(1 - far / 200, 0.0)
            self._ring_of(layers, at.x, at.y - 6, who, warm, t)
            if there is not None:
                self._lamp(layers, there[0], there[1] - 4, TONES[who], 46, 0.34)
            left = act.pins[who - SPINK] / max(act.most, 1)
            if left > 0:
                box = Rect(0, 0, 46, 34)
                box.center = (round(at.x) - layers.x, round(at.y) - 6 - layers.y)
                pygame.draw.arc(layers.glow, TONES[who], box, math.pi / 2, math.pi / 2 + math.tau * left, 3)
        her = session.place
        self._lamp(layers, her.x, her.y - 6, HERS, 46, 0.26)


class FarewellLook(HouseLook):
    """Two gloves come down out of the flies, the way gloves do."""

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        super().over(layers, session, act, t)
        for i, ((x, y), name) in enumerate(zip(act.gloves, ("stage_glove_left", "stage_glove_right"), strict=False)):
            thing = self.prop(name)
            if thing is None:
                continue
            age = act.ticks - 14 * i
            k = min(max(age / FALLS_TICKS, 0.0), 1.0)
            high = 190 * (1 - k)
            sway = 16 * math.sin(age * 0.075 + i) * (1 - k)
            tone = mix((60, 56, 80), (214, 204, 230), min(k * 2, 1.0))
            big = pygame.transform.scale_by(thing.picture, 2)
            at = (round(x + sway) - big.get_width() // 2 - layers.x, round(y - high) - big.get_height() - layers.y)
            layers.albedo.blit(big, at)
            pygame.mask.from_surface(big, 127).to_surface(layers.light, setcolor=tone, unsetcolor=None, dest=at)
