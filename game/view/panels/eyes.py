"""How yes would go, from inside: two lids of felt come down over the picture and are sewn, one after the other."""

from __future__ import annotations

import math
from typing import Any

import pygame

from game.core.words import Words
from game.view.felt import SHADOW, THREAD, Cloth, bob, ease, edges, knot, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer
from game.view.portraits import Portraits

SKIN = ((10, 5, 14), (40, 20, 34), (78, 42, 50))
OPEN_PX, HALF_W = 92.0, 128
BUTTON_AT = 0.72
FACE_ZOOM = 6
STITCHES = 5
"""Across one lid."""


class EyesDrawer(Drawer):
    """Keeps her face, made large once."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self._big: pygame.Surface | None = None

    def draw(self, to: pygame.Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        w, h = to.get_size()
        self._face(to, panel, min(panel.ticks / 70, 1.0))
        dark = pygame.Surface((w, h), pygame.SRCALPHA, 32)
        come = ease(min(panel.ticks / 70, 1.0))
        dark.fill((*SHADOW, round(250 * come)))
        flutter = 0.16 * math.sin(math.pi * panel.flinch / 26) if panel.flinch else 0.0
        shut = (min(panel.shut * 2.2, 1.0), min(max(panel.shut * 2.2 - 1.1, 0.0), 1.0))
        eyes = []
        for side, k in enumerate(shut):
            cx, cy = w // 2 + (-1 if side == 0 else 1) * w * 23 // 100, h * 45 // 100
            gape = OPEN_PX * max(1 - ease(k) + flutter, 0.0)
            lids = self._lids(cx, cy, gape)
            if gape > 1.5:
                pygame.draw.polygon(dark, (0, 0, 0, 0), lids)
                self._soften(dark, lids, come)
            eyes.append((cx, cy, gape, k))
        to.blit(dark, (0, 0))
        for cx, cy, gape, k in eyes:
            self._sew(to, cx, cy, gape, k, panel, taste.calm)
            self._button(to, cx, cy, k)
        if panel.threads > 0:
            room = edges(to, taste.is_safe)
            cap = marks.drawn("interact")
            to.blit(cap, (room.centerx - cap.get_width() // 2, room.bottom - 28 + bob(self.life_s, 1.5, 0.7)))
        self.box = pygame.Rect(0, 0, 0, 0)  # the words go over it

    def _face(self, to: pygame.Surface, panel: Any, come: float) -> None:
        """What there is to look at as hard as one can: her, near, coming nearer."""
        if self._big is None:
            face = Portraits(self.cloth).face("other_mother", "smile")
            if face is None:
                return
            self._big = pygame.transform.scale_by(face, FACE_ZOOM)
        w, h = to.get_size()
        wide = round(self._big.get_width() * (1.0 + 0.25 * panel.shut))
        shown = pygame.transform.scale(self._big, (wide, wide * self._big.get_height() // self._big.get_width()))
        shown.set_alpha(round(255 * come))
        to.fill(mix(SHADOW, (70, 24, 30), 0.6 * come), special_flags=pygame.BLEND_RGB_MULT if come < 0.2 else 0)
        to.blit(shown, ((w - shown.get_width()) // 2, h * 45 // 100 - shown.get_height() * 46 // 100))

    def _button(self, to: pygame.Surface, cx: int, cy: int, k: float) -> None:
        """It comes down on an eye that is shut, and is held by more threads as the dark goes on."""
        table = self.cloth.table("ui/eyelids")
        if not table or k < BUTTON_AT:
            return
        come = min((k - BUTTON_AT) / (1 - BUTTON_AT), 1.0)
        threads = min(int(come * 5), 4)
        picture = self.cloth.piece("ui/eyelids", tuple(table[f"button_{threads}"]))
        y = cy - picture.get_height() // 2 - round((1 - ease(min(come * 4, 1.0))) * 40)
        to.blit(picture, (cx - picture.get_width() // 2, y))

    @staticmethod
    def _lids(cx: int, cy: int, gape: float) -> list[tuple[float, float]]:
        up = [(cx + HALF_W * i / 24, cy - gape * (1 - (i / 24) ** 2)) for i in range(-24, 25)]
        down = [(cx + HALF_W * i / 24, cy + 0.8 * gape * (1 - (i / 24) ** 2)) for i in range(24, -25, -1)]
        return up + down

    @staticmethod
    def _soften(dark: pygame.Surface, lids: list[tuple[float, float]], come: float) -> None:
        """It gets dark from the edge in, like a stage."""
        for i in range(1, 9):
            pygame.draw.lines(dark, (*SHADOW, round(come * (235 - i * 26))), True, _shrunk(lids, 1 - i * 0.016), 3)

    def _sew(self, to: pygame.Surface, cx: int, cy: int, gape: float, k: float, panel: Any, calm: bool) -> None:
        """The rims of felt, and as many stitches as are through."""
        through = round(STITCHES * k)
        tremble = 0 if calm else math.sin(self.life_s * 31) * (1.2 if panel.flinch else 0.3)
        for sign, factor in ((-1, 1.0), (1, 0.8)):
            rim = [
                (cx + HALF_W * i / 24, cy + sign * factor * gape * (1 - (i / 24) ** 2) + tremble)
                for i in range(-24, 25)
            ]
            pygame.draw.lines(to, SKIN[1], False, rim, 5)
            pygame.draw.lines(to, mix(SKIN[2], (190, 96, 80), 0.25), False, rim, 2)
        for i in range(STITCHES):
            if i >= through:
                break
            u = (i + 0.5) / STITCHES * 2 - 1
            x = cx + HALF_W * 0.82 * u
            half = gape * (1 - u * u) + 11
            pygame.draw.line(to, SHADOW, (x - 5, cy - half + 1), (x + 7, cy + half * 0.8 + 1), 3)
            pygame.draw.line(to, THREAD, (x - 6, cy - half), (x + 6, cy + half * 0.8), 2)
            pygame.draw.line(to, THREAD, (x + 6, cy - half), (x - 6, cy + half * 0.8), 2)
            knot(to, x - 6, cy - half)


def _shrunk(points: list[tuple[float, float]], k: float) -> list[tuple[float, float]]:
    mx = sum(p[0] for p in points) / len(points)
    my = sum(p[1] for p in points) / len(points)
    return [(mx + (x - mx) * k, my + (y - my) * k) for x, y in points]
