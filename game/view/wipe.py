"""A new scene opens in the shape of a coat button: a rim that grows until the picture is free.

The fade of a story is another thing: the rules move it, the painter draws it.
"""

from __future__ import annotations

import math

import pygame

from game.view.felt import SHADOW, blank, ease, mix

WIPE_S = 0.45

COAT = ((5, 5, 12), (20, 20, 42), (38, 38, 74), (68, 68, 112), (124, 134, 172), (208, 220, 240))


class Wipe:
    """Opens from the middle. ``calm``: the dark only thins. ``pass_by`` the time, ``draw`` over the new scene."""

    def __init__(self, calm: bool = False) -> None:
        self.calm = calm
        self.life_s = 0.0

    @property
    def is_over(self) -> bool:
        return self.life_s >= WIPE_S

    def pass_by(self, dt_s: float) -> None:
        """``dt_s`` seconds have gone."""
        self.life_s += dt_s

    def draw(self, to: pygame.Surface) -> None:
        k = ease(self.life_s / WIPE_S)
        w, h = to.get_size()
        dark = blank(w, h)
        if self.calm:
            dark.fill((*SHADOW, round(255 * (1 - k))))
        else:
            dark.fill((*SHADOW, 255))
            r, at = round(math.hypot(w, h) / 2 * k), (w // 2, h // 2)
            rim = 4 + round(8 * (1 - k))
            for i in range(rim, 0, -1):
                pygame.draw.circle(dark, (*mix(COAT[1], COAT[4], i / rim), 255), at, r + i)
            if r > 0:
                pygame.draw.circle(dark, (0, 0, 0, 0), at, r)
        to.blit(dark, (0, 0))
