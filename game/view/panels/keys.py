"""A tray of twelve keys and the lock they are for."""

from __future__ import annotations

import math
from typing import Any

import pygame

from game.core.words import Words
from game.sim.panels import KeyPanel
from game.view.felt import CREAM, GOLD, SHADOW, Cloth, blank, ease, edges, mix, seam_round, stitches
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer, veil
from game.view.textbox import draw_needle

BRASS = ((34, 18, 8), (92, 56, 20), (150, 98, 34), (206, 152, 54), (240, 204, 104), (255, 244, 192))


class KeyDrawer(Drawer):
    """Keeps the keys it has cut out."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self._keys: dict[int, pygame.Surface] = {}

    def draw(self, to: pygame.Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        """A tray of twelve keys and the lock they are for."""
        veil(to, 150)
        room = edges(to, taste.is_safe)
        w, h = 462, 242
        x = room.centerx - w // 2
        y = room.top + 6 + (0 if taste.calm else round((1 - ease(self.life_s / 0.25)) * 30))
        self.box = pygame.Rect(x, y, w, h)
        to.blit(self.cloth.panel(w, h, self.felt()), (x, y))
        lining = mix(self.ramp[3], self.ramp[4], 0.45)
        for i in range(12):
            at = self.key_place(x, y, i)
            is_tried, has_focus = i in panel.tried, i == panel.cursor
            pygame.draw.rect(to, self.ramp[0], at)
            pygame.draw.rect(to, mix(lining, self.ramp[2], 0.7) if is_tried else lining, at.inflate(-2, -2))
            pygame.draw.line(to, self.ramp[1], (at.x + 1, at.y + 1), (at.right - 2, at.y + 1))
            pygame.draw.line(to, self.ramp[4], at.bottomleft, (at.right - 1, at.bottom))
            if i != panel.chosen:
                key = self._key(i, panel.right)
                if is_tried:
                    key = key.copy()
                    key.fill((120, 112, 140, 150), special_flags=pygame.BLEND_RGBA_MULT)
                lift = -2 if has_focus and not is_tried else 0
                to.blit(key, (at.centerx - key.get_width() // 2, at.centery - key.get_height() // 2 + lift))
            if is_tried:  # by shape, not only by grey: a stitch through it
                stitches(to, (at.x + 8, at.centery), (at.right - 8, at.centery), CREAM, 3, 4)
            if has_focus:
                seam_round(to, at.inflate(4, 4), GOLD, int(self.life_s * 10))
                draw_needle(self.cloth, to, at.x - 10, at.bottom - 10, self.life_s)
        self._draw_lock(to, panel, x + 352, y + 40)

    @staticmethod
    def key_place(x: int, y: int, i: int) -> pygame.Rect:
        """Where key ``i`` lies in a tray whose panel has its corner at (x, y)."""
        return pygame.Rect(x + 26 + i % 4 * 78, y + 22 + i // 4 * 67, 70, 62)

    def _draw_lock(self, to: pygame.Surface, panel: KeyPanel, x: int, y: int) -> None:
        plate = pygame.Rect(x, y, 86, 158)
        pygame.draw.rect(to, SHADOW, plate.move(2, 3), border_radius=10)
        pygame.draw.rect(to, BRASS[0], plate, border_radius=10)
        for i in range(plate.h - 2):
            pygame.draw.line(to, mix(BRASS[2], BRASS[1], i / plate.h), (x + 4, y + 1 + i), (x + 81, y + 1 + i))
        pygame.draw.rect(to, BRASS[3], plate.inflate(-2, -2), 1, border_radius=9)
        pygame.draw.rect(to, BRASS[1], plate.inflate(-10, -10), 1, border_radius=6)
        for sx, sy in ((x + 9, y + 9), (x + 76, y + 9), (x + 9, y + 148), (x + 76, y + 148)):
            pygame.draw.circle(to, BRASS[0], (sx, sy), 4)
            pygame.draw.circle(to, BRASS[3], (sx, sy), 3)
            pygame.draw.line(to, BRASS[0], (sx - 2, sy - 1), (sx + 1, sy + 2))
        cx, cy = x + 43, y + 52
        pygame.draw.circle(to, BRASS[0], (cx, cy), 30)
        pygame.draw.circle(to, BRASS[3], (cx, cy), 28)
        pygame.draw.circle(to, BRASS[4], (cx - 1, cy - 1), 26)
        pygame.draw.circle(to, BRASS[3], (cx, cy), 25)
        pygame.draw.circle(to, BRASS[2], (cx, cy), 20, 1)
        for dx in (-7, 7):
            for dy in (-7, 7):
                pygame.draw.circle(to, BRASS[4], (cx + dx + 1, cy + dy + 1), 5)
                pygame.draw.circle(to, BRASS[0], (cx + dx, cy + dy), 5)
                pygame.draw.circle(to, BRASS[1], (cx + dx, cy + dy + 1), 3)
        hole_y = y + 106
        pygame.draw.circle(to, BRASS[4], (cx + 1, hole_y + 1), 9)
        pygame.draw.circle(to, SHADOW, (cx, hole_y), 9)
        pygame.draw.polygon(
            to, SHADOW, [(cx - 4, hole_y), (cx + 4, hole_y), (cx + 7, hole_y + 24), (cx - 7, hole_y + 24)]
        )
        if panel.chosen >= 0:
            key = self._key(panel.chosen, panel.right)
            wiggle = round(1.6 * math.sin(self.life_s * 26))
            to.blit(pygame.transform.flip(key, False, True), (cx - key.get_width() // 2 + wiggle, hole_y - 12))

    def _key(self, i: int, right: int) -> pygame.Surface:
        """Key number ``i`` of the ring, 64 x 64; the one with the button lies in the place of the right one."""
        table = self.cloth.table("ui/keys_tray")
        if not table:
            icon = self.cloth.icon("key_button" if i == right else "key_plain")
            return pygame.transform.scale_by(icon or blank(24, 24), 2)
        names = [n for n in table["keys"] if n != table["right"]]
        names.insert(right, table["right"])
        n = int(table["size"])
        at = table["keys"].index(names[i % len(names)])
        if at not in self._keys:
            self._keys[at] = pygame.transform.scale_by(self.cloth.piece("ui/keys_tray", (at * n, 0, n, n)), 2)
        return self._keys[at]
