"""A bold lie: faint words that are said letter by letter as long as one holds on, and a thread that tightens under them."""

from __future__ import annotations

import math
from typing import Any

import pygame

from game.core.words import Words
from game.view.felt import BAD, CREAM, GOLD, SHADOW, THREAD, Cloth, blank, bob, ease, edges, mix, thread
from game.view.font import Cut, Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer

SLIP_S = 1.6
FAINT = (96, 84, 116)


class ClaimDrawer(Drawer):
    """Remembers when it was let go, to say so for a while."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self._slips = 0
        self._slip_s = 9.0
        self._said_s = 0.0

    def draw(self, to: pygame.Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        self._slip_s += dt_s
        if panel.slips != self._slips:
            self._slips, self._slip_s = panel.slips, 0.0
        self._said_s = self._said_s + dt_s if panel.is_said else 0.0
        text = self.words.get(panel.key)
        cut = self.font.cut(taste.text_size)
        wide = cut.width(text)
        room = edges(to, taste.is_safe)
        zoom = 2 if wide * 2 + 40 <= room.w else 1
        w, h = min(max(wide * zoom + 40, 380), room.w), 96 + cut.line
        y = room.bottom - h - 8 + (0 if taste.calm else round((1 - ease(self.life_s / 0.2)) * 20))
        shake = 0 if taste.calm else round(panel.said**2 * 2 * math.sin(self.life_s * 46))
        x = room.centerx - w // 2
        self.box = pygame.Rect(x, y, w, h)
        to.blit(self.cloth.panel(w, h, self.felt()), (x, y))
        self._words(to, panel, text, cut, zoom, x + (w - wide * zoom) // 2 + shake, y + 18)
        self._thread(to, panel, x + 30, x + w - 30, y + 30 + cut.line * 2)
        cap = marks.drawn("interact")
        down = 2 if panel.is_holding else bob(self.life_s, 1.5, 0.8)
        key = "panel.claim_said" if panel.is_said else "panel.claim_hold"
        colour = GOLD if panel.is_holding or panel.is_said else CREAM
        if self._slip_s < SLIP_S and not panel.is_holding:
            key, colour = "panel.claim_slip", BAD
        say = self.words.get(key)
        at = x + (w - cap.get_width() - 8 - cut.width(say)) // 2
        if not panel.is_said:
            to.blit(cap, (at, y + h - 32 + down))
        cut.write(to, at + cap.get_width() + 8, y + h - 28, say, colour)

    def _words(self, to: pygame.Surface, panel: Any, text: str, cut: Cut, zoom: int, x: int, y: int) -> None:
        """Twice as large as anything else she says, where there is room; what is out is bright, the rest is only meant."""
        out = round(panel.said * len(text))
        small = blank(cut.width(text) + 4, cut.line + 4)
        cut.write(small, 0, 1, text, FAINT)
        big = pygame.transform.scale_by(small, zoom)
        to.blit(big, (x, y))
        if out:
            said = text[:out]
            bright = blank(cut.width(said) + 4, cut.line + 4)
            cut.write(bright, 1, 2, said, SHADOW)
            glow = min(self._said_s * 3, 1.0)
            cut.write(bright, 0, 1, said, mix(CREAM, GOLD, glow))
            to.blit(pygame.transform.scale_by(bright, zoom), (x, y))

    def _thread(self, to: pygame.Surface, panel: Any, x0: int, x1: int, y: int) -> None:
        slack = 10 * (1 - panel.said) + (0 if panel.said >= 1 else 1)
        points = []
        for i in range(0, x1 - x0 + 1, 6):
            k = i / (x1 - x0)
            points.append(
                (float(x0 + i), y + slack * math.sin(math.pi * k) + slack * 0.25 * math.sin(i * 0.1 + self.life_s * 6))
            )
        thread(to, points, THREAD, 2)
        at = x0 + (x1 - x0) * panel.said
        needle = self.cloth.picture("ui/cursor")
        if needle is not None:
            k = panel.said
            sag = slack * math.sin(math.pi * k)
            to.blit(needle, (round(at) - 12, round(y + sag) - 9), (0, 0, 24, 16))
