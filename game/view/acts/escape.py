"""The dark house: hardly a light, and a red that comes up from the edges as somebody nears; the passage that dies behind her."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, BLEND_RGB_SUB, Rect

from game.sim.parts import Place, Watcher
from game.view.acts.look import ActLook
from game.view.assets import Assets
from game.view.sprites import Layers

NIGHT = (118, 112, 156)
"""What all light is multiplied by (255 = as it is)."""
HER_GLOW, HER_PX = (38, 36, 44), 62
THEIRS, THEIRS_PX = (66, 30, 40), 54
"""Whoever looks for her can be made out, wherever it goes."""
DIES_PX, STEP_PX = 150.0, 8


def _shines(layers: Layers, x: float, y: float, colour: tuple[int, int, int], radius: int) -> None:
    """A little light of their own, so that nobody is lost in it."""
    for r in (radius, radius * 2 // 3, radius // 3):
        glow = pygame.Surface((2 * r, 2 * r))
        pygame.draw.circle(glow, tuple(c // 3 for c in colour), (r, r), r)
        at = (round(x) - r - layers.x, round(y) - r - layers.y)
        layers.light.blit(glow, at, special_flags=BLEND_RGB_ADD)


class EscapeLook(ActLook):
    """Lights low."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._danger = 0.0

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._danger += (act.danger - self._danger) * 0.05
        beat = 0.5 + 0.5 * math.sin(t * (0.10 + 0.12 * self._danger))
        k = self._danger * (0.75 + 0.25 * beat)
        tint = (NIGHT[0] + round(20 * k), NIGHT[1] - round(34 * k), NIGHT[2] - round(50 * k))
        layers.light.fill(tint, special_flags=BLEND_RGB_MULT)
        place = session.place
        _shines(layers, place.x, place.y - 14, HER_GLOW, HER_PX)
        for _, at, _ in session.world.each(Place, Watcher):
            _shines(layers, at.x, at.y - 26, THEIRS, THEIRS_PX)


class HeldLook(ActLook):
    """Ribs go out behind her; at the far mouth light breaks in each time the door gives."""

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        w, h = layers.light.get_size()
        for x in range(0, w, STEP_PX):
            k = min(max((layers.x + x - act.dark_x) / DIES_PX, 0.0), 1.0)
            if k > 0:
                dark = round(215 * k)
                layers.light.fill((dark, dark, round(dark * 0.9)), (x, 0, STEP_PX, h), special_flags=BLEND_RGB_SUB)
                gone = round(255 * (1 - k))
                layers.glow.fill((gone, gone, gone), (x, 0, STEP_PX, h), special_flags=BLEND_RGB_MULT)
        k = act.heave / 26
        if k > 0:
            x = round(act.door_x) + 14 - layers.x
            for n in range(6):
                wide = round((90 + 150 * k) * (1 - n / 6))
                box = Rect(x - wide, 0, wide, h)
                layers.light.fill((round(13 * k), round(7 * k), round(5 * k)), box, BLEND_RGB_ADD)
