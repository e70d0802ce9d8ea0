"""From one picture to another: the fade of a story, and a wipe in the shape of a button for new scenes.

The rules move Fade; a Wipe runs by itself, for the outside (title to play and back). Both only draw.
"""

from __future__ import annotations

import math

import pygame

from game.sim.parts import Fade
from game.view.felt import SHADOW, blank, ease, mix
from game.view.panels import COAT

WIPE_S = 0.45


def draw_fade(to: pygame.Surface, fade: Fade) -> None:
    """The whole surface towards a colour."""
    if fade.amount <= 0:
        return
    colour = pygame.Color(fade.colour)
    if fade.amount >= 1:
        to.fill(colour)
        return
    veil = pygame.Surface(to.get_size(), pygame.SRCALPHA, 32)
    veil.fill((colour.r, colour.g, colour.b, round(255 * fade.amount)))
    to.blit(veil, (0, 0))


class Wipe:
    """The picture closes to a button's rim round (x, y), or opens from it. ``calm``: a plain fade instead."""

    def __init__(self, opens: bool, x: float = 320, y: float = 180, calm: bool = False) -> None:
        self.opens = opens
        self.x, self.y = x, y
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
        open_part = k if self.opens else 1 - k
        if self.calm:
            draw_fade(to, Fade(1 - open_part))
            return
        w, h = to.get_size()
        far = math.hypot(max(self.x, w - self.x), max(self.y, h - self.y))
        r = round(far * open_part)
        dark = blank(w, h)
        dark.fill((*SHADOW, 255))
        if r > 0:
            at = (round(self.x), round(self.y))
            rim = 4 + round(8 * (1 - open_part))
            for i in range(rim, 0, -1):
                pygame.draw.circle(dark, (*mix(COAT[1], COAT[4], i / rim), 255), at, r + i)
            pygame.draw.circle(dark, (0, 0, 0, 0), at, r)
        to.blit(dark, (0, 0))
