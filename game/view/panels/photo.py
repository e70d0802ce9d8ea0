"""The photograph of the twins, held up close: where her eye is the brown is clear, and round it the years are."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGBA_MULT, SRCALPHA, Rect, Surface

from game.core.words import Words
from game.sim.panels.photo import GLANCE_TICKS, LEFT, RIGHT
from game.view.felt import CREAM, FELT, GOLD, PAPER, SHADOW, Cloth, blank, bob, ease, edges, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer, veil, way_cap

SCALE = 2
NAME = "ui/photo_twins"
SPOTS = {"left": (62, 51), "right": (134, 51), "doll": (174, 80)}
"""Where the faces and the doll are, if the picture does not say so itself."""
SEES_PX = 86.0
"""How far round the eye it is clear, px of the screen."""


class PhotoDrawer(Drawer):
    """Her eye glides from face to face; it is ours to be late a little."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self.words_below = True
        spots = cloth.table(NAME).get("spots", SPOTS)
        self._spots = [tuple(spots[k]) for k in ("left", "right", "doll")]

    @cached_property
    def _photo(self) -> Surface:
        made = self.cloth.picture(NAME)
        picture = made if made is not None else drawn(200, 140)
        return pygame.transform.scale_by(picture, SCALE)

    @cached_property
    def _mask(self) -> Surface:
        """What dims the rest: a soft hole, as wide as three photographs."""
        w, h = self._photo.get_size()
        s = Surface((w * 2, h * 2), SRCALPHA, 32)
        s.fill((0, 0, 0, 255))
        for i in range(24):
            k = i / 23
            r = SEES_PX * (1.9 - 0.9 * ease(k))
            level = round(96 + 159 * ease(k))
            pygame.draw.circle(s, (level, level, level, 255), (w, h), round(r))
        s.fill((96, 96, 96, 255), special_flags=pygame.BLEND_RGBA_MAX)
        return s

    def draw(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        veil(to, 190)
        room = edges(to, taste.is_safe)
        photo = self._photo
        w, h = photo.get_size()
        rise = 0 if taste.calm else round((1 - ease(self.life_s / 0.35)) * 70)
        x = room.centerx - w // 2
        y = room.top + 2 + rise + (0 if taste.calm else bob(self.life_s, 1.2, 3.4))
        self.box = Rect(x, y, w, h)
        shadow = blank(w + 12, h + 12)
        pygame.draw.rect(shadow, (*SHADOW, 120), (6, 8, w, h), border_radius=4)
        to.blit(shadow, (x, y))
        k = ease(min(panel.ticks / GLANCE_TICKS, 1.0))
        (ax, ay), (bx, by) = self._spots[panel.was], self._spots[panel.eye]
        drift = 0.0 if taste.calm else math.sin(self.life_s * 0.9) * 2
        ex = (ax + (bx - ax) * k) * SCALE + drift
        ey = (ay + (by - ay) * k) * SCALE + math.cos(self.life_s * 0.7) * (0 if taste.calm else 1.5)
        near = photo.copy()
        near.blit(self._mask, (round(ex) - w, round(ey) - h), special_flags=BLEND_RGBA_MULT)
        to.blit(near, (x, y))
        self._draw_thumb(to, x, y + h)
        if panel.is_fixed or panel.chosen >= 0:
            return
        if panel.asks:
            self._draw_question(to, panel, marks, taste, room)
        else:
            self._draw_ways(to, panel, marks, taste, room)

    @cached_property
    def _thumb(self) -> Surface:
        """Of a knitted glove, as it lies on a corner that it does not quite let go."""
        k = 4
        wool, dark, light = (112, 100, 78), (48, 42, 42), (150, 136, 104)
        s = Surface((26 * k, 62 * k), SRCALPHA, 32)
        for grow, colour in ((0, dark), (6, wool)):
            body = Rect(grow, grow, 26 * k - grow * 2, 80 * k)
            pygame.draw.rect(s, colour, body, border_radius=13 * k)
        pygame.draw.rect(s, light, Rect(5 * k, 5 * k, 7 * k, 60 * k), border_radius=4 * k)
        for row in range(9):
            y = (10 + row * 6) * k
            for col in range(4):
                x = (4 + col * 5) * k
                pygame.draw.line(s, mix(wool, dark, 0.45), (x, y), (x + 2 * k, y + 3 * k), k // 2)
                pygame.draw.line(s, mix(wool, dark, 0.45), (x + 4 * k, y), (x + 2 * k, y + 3 * k), k // 2)
        small = pygame.transform.smoothscale(s, (26, 62))
        return pygame.transform.rotate(small, -38)

    def _draw_thumb(self, to: Surface, x: int, y: int) -> None:
        to.blit(self._thumb, (x - 34, y - 32))

    def _draw_ways(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, room: Rect) -> None:
        """Look from one to the other: a key on each side, and a button for each face that was seen."""
        for way, at, name in ((LEFT, self.box.left - 26, "left"), (RIGHT, self.box.right + 26, "right")):
            if panel.eye == way:
                continue
            cap = way_cap(marks, name)
            step = bob(self.life_s, 2.0, 1.1) * (-1 if way == LEFT else 1)
            to.blit(cap, (at - cap.get_width() // 2 + step, self.box.centery - 8))
        self._plate(to, self.words.get("panel.photo_look"), taste, room, CREAM)
        for i in (LEFT, RIGHT):
            name = "button_full" if i in panel.seen else "button_empty"
            to.blit(self.cloth.hud(name), (room.centerx - 22 + i * 26, self.box.bottom + 34))

    def _draw_question(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, room: Rect) -> None:
        """Which one: the words of the answer belong to the face that is looked at."""
        keys = [k for k in self.words.numbered(panel.caption) if "pick" in self.words.node(k)]
        pick = self.words.node(keys[panel.eye])["pick"] if panel.eye < len(keys) else ""
        box = self._plate(to, pick, taste, room, GOLD)
        cap = marks.drawn("interact")
        to.blit(cap, (box.right - cap.get_width() // 2 - 4, box.bottom - 6 + bob(self.life_s, 1.4, 1.2)))
        for way, at, name in ((LEFT, self.box.left - 26, "left"), (RIGHT, self.box.right + 26, "right")):
            if panel.eye != way:
                key = way_cap(marks, name)
                step = bob(self.life_s, 2.0, 1.1) * (-1 if way == LEFT else 1)
                to.blit(key, (at - key.get_width() // 2 + step, self.box.centery - 8))

    def _plate(self, to: Surface, text: str, taste: Taste, room: Rect, colour: tuple[int, int, int]) -> Rect:
        cut = self.font.cut(taste.text_size)
        w, h = cut.width(text) + 34, cut.line + 14
        box = Rect(0, 0, w, h)
        box.midtop = (room.centerx, min(self.box.bottom + 6, room.bottom - h - 30))
        to.blit(self.cloth.plate(w, h, FELT), box)
        cut.write(to, box.centerx, box.y + (h - cut.cap) // 2 - cut.rise, text, colour, align=0.5)
        return box


def drawn(w: int, h: int) -> Surface:
    """Two pinafores in brown, for as long as there is no better picture."""
    s = Surface((w, h), SRCALPHA, 32)
    s.fill(PAPER[4])
    s.fill((122, 92, 66), (9, 9, w - 18, h - 18))
    for x, bow in ((62, -1), (134, 1)):
        pygame.draw.polygon(s, (58, 40, 32), [(x - 30, h - 10), (x + 30, h - 10), (x + 12, 74), (x - 12, 74)])
        pygame.draw.polygon(s, (206, 178, 138), [(x - 18, h - 10), (x + 18, h - 10), (x + 8, 84), (x - 8, 84)])
        pygame.draw.circle(s, (44, 30, 26), (x, 48), 26)
        pygame.draw.circle(s, (196, 160, 122), (x, 52), 20)
        for e in (-8, 8):
            pygame.draw.circle(s, (40, 26, 22), (x + e, 50), 2)
        pygame.draw.arc(
            s, (70, 38, 34), Rect(x - 7, 56 if bow > 0 else 62, 14, 10), *((3.3, 6.1) if bow > 0 else (0.2, 2.9)), 2
        )
    return s
