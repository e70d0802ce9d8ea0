"""The doll, large, in a pool of lamplight."""

from __future__ import annotations

import math
from typing import Any

import pygame

from game.core.words import Words
from game.view.felt import GOLD, Cloth, blank, bob, ease, edges, mix, seam_round
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer, veil

SIDES = ("front", "left", "back", "right")
TURN_S = 0.22


class DollDrawer(Drawer):
    """Remembers which side was shown, to turn it."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self._side = self._was_side = -1
        self._turn_s = 1.0

    def draw(self, to: pygame.Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        """The doll, large, turned by squashing it; a button below for each of its sides."""
        self._turn_s += dt_s
        if self._side < 0:
            self._side = self._was_side = panel.side
        elif panel.side != self._side:
            self._was_side, self._side, self._turn_s = self._side, panel.side, 0.0
        veil(to, 150)
        room = edges(to, taste.is_safe)
        w, h = 236, 228
        x = room.centerx - w // 2
        y = room.top + 8 + (0 if taste.calm else round((1 - ease(self.life_s / 0.25)) * 30))
        self.box = pygame.Rect(x, y, w, h)
        to.blit(self.cloth.panel(w, h, self.felt()), (x, y))
        inner = pygame.Rect(x + 18, y + 16, w - 36, h - 56)
        for r in range(5):  # a pool of lamplight
            pygame.draw.ellipse(
                to, mix(self.ramp[2], (160, 112, 84), 0.10 * (r + 1)), inner.inflate(-r * 26, -r * 24 - 4).move(0, 4)
            )
        k = min(self._turn_s / TURN_S, 1.0)
        shown = self._was_side if k < 0.5 else self._side
        squash = 1.0 if taste.calm else max(abs(math.cos(math.pi * k)), 0.06)
        doll = self._doll(SIDES[shown % 4])
        wide = max(round(doll.get_width() * squash), 2)
        lift = bob(self.life_s, 1.0, 2.6)
        turned = pygame.transform.scale(doll, (wide, doll.get_height()))
        shadow = pygame.Rect(0, 0, max(wide * 3 // 4, 8), 12)
        shadow.center = (inner.centerx, inner.bottom - 4)
        pygame.draw.ellipse(to, self.ramp[0], shadow)
        to.blit(turned, (inner.centerx - wide // 2, inner.bottom - 6 - doll.get_height() + lift))
        for i, way in enumerate(("left", "right")):
            cap = marks.cap(f"key.{way.upper()}") if marks.family == "keyboard" else marks.cap(f"pad.dp{way}")
            step = bob(self.life_s + i * 0.8, 1.4, 1.6) * (-1 if i == 0 else 1)
            cx = inner.left + 4 if i == 0 else inner.right - 4 - cap.get_width()
            to.blit(cap, (cx + step, inner.centery - 8))
        for i in range(4):
            seen = i in panel.seen
            px, py = x + w // 2 - 44 + i * 24, y + h - 34
            to.blit(self.cloth.hud("button_full" if seen else "button_empty"), (px, py))
            if i == panel.side:
                seam_round(to, pygame.Rect(px - 3, py - 3, 23, 23), GOLD, int(self.life_s * 10))

    def _doll(self, side: str) -> pygame.Surface:
        made = self.cloth.picture(f"ui/doll_{side}")
        if made is not None:
            return made if made.get_height() > 100 else pygame.transform.scale_by(made, 2)
        icon = self.cloth.icon("rag_doll") or blank(24, 24)
        big = pygame.transform.scale_by(icon, 6)
        if side == "left":
            return pygame.transform.scale(big, (big.get_width() * 2 // 3, big.get_height()))
        if side == "right":
            return pygame.transform.flip(
                pygame.transform.scale(big, (big.get_width() * 2 // 3, big.get_height())), True, False
            )
        return big
