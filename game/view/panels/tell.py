"""Things held up to be looked at: large, in a pool of light, and one becomes another while one looks."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import Rect, Surface

from game.core.words import Words
from game.sim.panels.tell import CHANGE_TICKS
from game.view.felt import Cloth, blank, bob, ease, edges, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer, veil

LARGE = 3


class TellDrawer(Drawer):
    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self.words_below = True

    def draw(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        veil(to, 130)
        room = edges(to, taste.is_safe)
        w, h = 236, 172
        x = room.centerx - w // 2
        y = room.y + 22 + (0 if taste.calm else round((1 - ease(self.life_s / 0.3)) * 40))
        self.box = Rect(x, y, w, h)
        to.blit(self.cloth.panel(w, h, self.felt()), (x, y))
        inner = Rect(x + 20, y + 18, w - 40, h - 36)
        for r in range(6):
            ring = inner.inflate(-r * 22, -r * 15)
            pygame.draw.ellipse(to, mix(self.ramp[1], (196, 160, 110), 0.09 * (r + 1)), ring)
        k = 1.0 if not panel.was or taste.calm else min(panel.ticks / CHANGE_TICKS, 1.0)
        if k < 1:
            self._draw_thing(to, panel.was, inner, 1 - k, k)
        self._draw_thing(to, panel.what, inner, k, 0.0)

    def _draw_thing(self, to: Surface, name: str, inner: Rect, amount: float, turned: float) -> None:
        rect = self.cloth.table("ui/tell").get(name)
        thing = self.cloth.piece("ui/tell", tuple(rect)) if rect else blank(40, 28)
        big = pygame.transform.scale_by(thing, LARGE)
        if turned:  # it thins as it goes
            wide = max(round(big.get_width() * abs(math.cos(turned * math.pi / 2))), 2)
            big = pygame.transform.scale(big, (wide, big.get_height()))
        big.set_alpha(round(255 * amount))
        lift = bob(self.life_s, 1.5, 2.6)
        shade = Rect(0, 0, big.get_width() * 3 // 4, 10)
        shade.center = (inner.centerx, inner.centery + big.get_height() // 2)
        if amount > 0.5:
            pygame.draw.ellipse(to, mix(self.ramp[0], self.ramp[1], 0.4), shade)
        to.blit(big, (inner.centerx - big.get_width() // 2, inner.centery - big.get_height() // 2 + lift))
