"""The small round box on the cloth: a lid with a ribbon; then what lies in it on velvet."""

from __future__ import annotations

import math
from typing import Any

import pygame

from game.view.felt import GOLD, PINK, SHADOW, THREAD, bob, ease, edges, thread
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer, veil

OPEN_TICKS = 40
GLOW_RINGS = 26
VELVET = ((34, 6, 22), (62, 12, 40), (96, 24, 60))
BLACK = ((4, 4, 8), (18, 18, 26), (52, 52, 66), (138, 140, 156))


class BoxDrawer(Drawer):
    """The picture of the box if it is there, else one drawn here."""

    def draw(self, to: pygame.Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        veil(to, 165)
        room = edges(to, taste.is_safe)
        cx, cy = room.centerx, room.top + 108
        glow = pygame.Surface((420, 260), pygame.SRCALPHA, 32)  # the lamp over the table
        for r in range(GLOW_RINGS):
            box = glow.get_rect().inflate(-r * 420 // GLOW_RINGS, -r * 260 // GLOW_RINGS)
            pygame.draw.ellipse(glow, (150, 84, 52, 5 + r * 3), box)
        to.blit(glow, (cx - 210, cy - 118))
        self.box = pygame.Rect(cx - 110, room.top + 10, 220, 190)
        k = 0.0 if not panel.is_open else 1.0 if taste.calm else ease(min(panel.opened / OPEN_TICKS, 1.0))
        picture = self.cloth.picture("ui/button_box_open" if k >= 0.5 else "ui/button_box_closed")
        if picture is not None:
            hop = round(6 * math.sin(math.pi * k)) if 0 < k < 1 else bob(self.life_s, 1.0, 2.4)
            to.blit(picture, (cx - picture.get_width() // 2, cy - picture.get_height() // 2 - hop))
        else:
            self._draw_box(to, cx, cy, k)
        if not panel.is_open and self.life_s > 0.7:
            cap = marks.drawn("interact")
            to.blit(cap, (cx - cap.get_width() // 2, room.top + 196 + bob(self.life_s, 1.5, 1.2)))

    def _draw_box(self, to: pygame.Surface, cx: int, cy: int, k: float) -> None:
        tub = pygame.Rect(0, 0, 168, 96)
        tub.center = (cx, cy + 26)
        pygame.draw.ellipse(to, SHADOW, tub.move(0, 18).inflate(14, 0))
        pygame.draw.ellipse(to, PINK[0], tub.move(0, 14))
        pygame.draw.ellipse(to, PINK[2], tub)
        pygame.draw.ellipse(to, VELVET[0], tub.inflate(-12, -10))
        pygame.draw.ellipse(to, VELVET[1], tub.inflate(-20, -18).move(0, 4))
        for sign in (-1, 1):
            x, y = cx + sign * 32, cy + 24
            pygame.draw.circle(to, BLACK[0], (x + 1, y + 3), 18)
            pygame.draw.circle(to, BLACK[1], (x, y), 18)
            pygame.draw.circle(to, BLACK[2], (x - 1, y - 1), 15, 2)
            for hx, hy in ((-4, -4), (4, -4), (-4, 4), (4, 4)):
                pygame.draw.circle(to, BLACK[0], (x + hx, y + hy), 2)
            pygame.draw.arc(to, BLACK[3], pygame.Rect(x - 14, y - 14, 24, 24), 1.7, 2.9, 2)
        thread(to, [(cx - 8 + i, cy + 46 + 4 * math.sin(i * 0.5)) for i in range(0, 40, 2)], THREAD, 2)
        pygame.draw.line(to, (210, 214, 226), (cx - 26, cy + 58), (cx + 30, cy + 50), 2)
        if k < 1:
            lid = pygame.Rect(0, 0, 176, 84)
            lid.center = (cx + round(70 * k), cy + 6 - round(120 * k))
            pygame.draw.ellipse(to, PINK[1], lid.move(0, 10))
            pygame.draw.ellipse(to, PINK[3], lid)
            pygame.draw.ellipse(to, PINK[4], lid.inflate(-16, -12), 2)
            pygame.draw.line(to, GOLD, lid.midleft, lid.midright, 7)
            pygame.draw.line(to, GOLD, lid.midtop, (lid.centerx, lid.bottom + 8), 7)
            for sign in (-1, 1):
                bow = pygame.Rect(0, 0, 30, 18)
                bow.center = (lid.centerx + sign * 16, lid.centery - 6)
                pygame.draw.ellipse(to, GOLD, bow, 5)
            pygame.draw.circle(to, GOLD, (lid.centerx, lid.centery - 3), 6)
