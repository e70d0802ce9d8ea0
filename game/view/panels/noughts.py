"""Noughts and crosses on a slate: chalk that dusts, seven wins as strokes, and somebody who is delighted to lose."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import Rect, Surface

from game.core.words import Words
from game.sim.panels.noughts import WINS, NoughtsPanel
from game.view.felt import GOLD, SHADOW, Cloth, Colour, bob, ease, edges, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer, veil
from game.view.portraits import Portraits

SLATE: Colour = (52, 60, 70)
CHALK: Colour = (236, 236, 224)
HERS: Colour = (250, 214, 120)
CELL = 52
STROKE_S = 0.22


class NoughtsDrawer(Drawer):
    """Remembers when each cell was marked, so that chalk is drawn and not stamped."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self.portraits = Portraits(cloth)
        self._seen = [""] * 9
        self._ages = [9.0] * 9
        self._line_s = 0.0
        self._board: Surface | None = None
        self._dry: tuple[str, ...] = ()

    def draw(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        p: NoughtsPanel = panel
        for i in range(9):
            if p.cells[i] != self._seen[i]:
                self._seen[i], self._ages[i] = p.cells[i], 0.0
            self._ages[i] += dt_s
        self._line_s = self._line_s + dt_s if p.line else 0.0
        veil(to, 120)
        room = edges(to, taste.is_safe)
        w, h = 3 * CELL + 60, 3 * CELL + 74
        rise = 0 if taste.calm else round((1 - ease(self.life_s / 0.3)) * 60)
        box = Rect(room.centerx - w // 2, room.y + 14 + rise, w, h)
        self.box = box
        to.blit(self._slate(p, w, h), box)
        self._draw_face(to, p, box)
        x0, y0 = box.x + 30, box.y + 30
        for i, mark in enumerate(p.cells):
            if mark and self._ages[i] < STROKE_S:
                self._draw_mark(to, mark, x0, y0, i, self._ages[i] / STROKE_S)
        if p.state == "hers":
            self._draw_cursor(to, p, x0, y0, marks, taste)
        if p.line:
            a, b = p.line[0], p.line[2]
            start = (x0 + a % 3 * CELL + CELL // 2, y0 + a // 3 * CELL + CELL // 2)
            end = (x0 + b % 3 * CELL + CELL // 2, y0 + b // 3 * CELL + CELL // 2)
            for d in (-1, 0, 1):
                _chalk(to, (start[0] + d, start[1]), (end[0] + d, end[1]), GOLD, min(self._line_s / 0.18, 1.0), 90 + d)
        for i in range(p.wins):  # as prisoners count
            x = x0 + 6 + i % 5 * 9 + (i // 5) * 56
            y = box.bottom - 34
            if i % 5 == 4:
                _chalk(to, (x - 40, y + 14), (x - 2, y + 2), HERS, 1.0, i)
            else:
                _chalk(to, (x, y), (x + 1, y + 16), HERS, 1.0, i)
        if p.wins >= WINS and not taste.calm:
            for i in range(24):
                turn = i * 0.7 + self.life_s * 2
                far = 60 + (self.life_s * 50 + i * 13) % 60
                to.fill(
                    GOLD if i % 2 else HERS,
                    (
                        round(box.centerx + math.cos(turn) * far),
                        round(box.centery - 20 + math.sin(turn) * far * 0.8),
                        2,
                        2,
                    ),
                )

    def _slate(self, p: NoughtsPanel, w: int, h: int) -> Surface:
        """The slate with all that is dry on it; made anew when a stroke is finished."""
        dry = tuple(mark if self._ages[i] >= STROKE_S else "" for i, mark in enumerate(p.cells))
        if self._board is None or dry != self._dry:
            self._dry = dry
            self._board = slate(w, h)
            for k in (1, 2):
                _chalk(self._board, (30 + k * CELL, 32), (30 + k * CELL, 28 + 3 * CELL), CHALK, 1.0, 3 + k)
                _chalk(self._board, (32, 30 + k * CELL), (28 + 3 * CELL, 30 + k * CELL), CHALK, 1.0, 7 + k)
            for i, mark in enumerate(dry):
                if mark:
                    self._draw_mark(self._board, mark, 30, 30, i, 1.0)
        return self._board

    def _draw_mark(self, to: Surface, mark: str, x0: int, y0: int, i: int, drawn: float) -> None:
        cx, cy = x0 + i % 3 * CELL + CELL // 2, y0 + i // 3 * CELL + CELL // 2
        if mark == "o":
            _ring(to, cx, cy, 15, drawn, i)
            return
        _chalk(to, (cx - 14, cy - 14), (cx + 14, cy + 14), HERS, min(drawn * 2, 1.0), i)
        if drawn > 0.5:
            _chalk(to, (cx + 14, cy - 14), (cx - 14, cy + 14), HERS, drawn * 2 - 1, i + 30)

    def _draw_face(self, to: Surface, p: NoughtsPanel, box: Rect) -> None:
        """He watches over the rim of the slate."""
        face = self.portraits.face("other_father", "glad")
        if face is None:
            return
        hop = 0
        if p.state == "won" or (p.state == "again" and p.line):
            hop = -abs(round(7 * math.sin(p.ticks * 0.25)))
        frame = Rect(box.right + 12, box.y + 24, 72, 72)
        pygame.draw.rect(to, SHADOW, frame.inflate(8, 8))
        pygame.draw.rect(to, (40, 110, 112), frame.inflate(6, 6))
        clip = to.get_clip()
        to.set_clip(frame.inflate(4, 4))
        to.blit(face, (frame.x, frame.y + 2 + hop + bob(self.life_s, 1.2, 2.2)))
        to.set_clip(clip)
        pygame.draw.rect(to, GOLD, frame.inflate(6, 6), 1)

    def _draw_cursor(self, to: Surface, p: NoughtsPanel, x0: int, y0: int, marks: Glyphs, taste: Taste) -> None:
        cell = Rect(x0 + p.cursor % 3 * CELL + 4, y0 + p.cursor // 3 * CELL + 4, CELL - 8, CELL - 8)
        tone = mix(SLATE, HERS, 0.45 + 0.25 * math.sin(self.life_s * 5))
        for k in range(0, cell.w, 6):
            to.fill(tone, (cell.x + k, cell.y, 3, 1))
            to.fill(tone, (cell.x + k, cell.bottom - 1, 3, 1))
            to.fill(tone, (cell.x, cell.y + k, 1, 3))
            to.fill(tone, (cell.right - 1, cell.y + k, 1, 3))
        cap = marks.drawn("interact", taste.text_size)
        to.blit(cap, (cell.centerx - cap.get_width() // 2, cell.bottom + bob(self.life_s, 1.2, 1.2) - 6))


def slate(w: int, h: int) -> Surface:
    """A slate in a wooden frame, wiped many times."""
    s = Surface((w, h), pygame.SRCALPHA, 32)
    pygame.draw.rect(s, SHADOW, (0, 0, w, h), border_radius=6)
    pygame.draw.rect(s, (128, 72, 40), (1, 1, w - 2, h - 2), border_radius=5)
    pygame.draw.rect(s, (186, 122, 66), (2, 2, w - 4, h - 5), border_radius=5)
    for y in range(4, h - 4, 5):
        pygame.draw.line(s, (168, 104, 56), (3, y), (w - 4, y + 1))
    inner = Rect(12, 12, w - 24, h - 24)
    pygame.draw.rect(s, (60, 34, 26), inner.inflate(4, 4))
    pygame.draw.rect(s, SLATE, inner)
    for i in range(60):  # old chalk
        x, y = inner.x + (i * 83) % inner.w, inner.y + (i * 47) % inner.h
        wide = 10 + (i * 7) % 30
        pygame.draw.line(
            s, mix(SLATE, CHALK, 0.05 + 0.05 * (i % 3)), (x, y), (min(x + wide, inner.right - 2), y + (i % 5) - 2)
        )
    for x, y in ((6, 6), (w - 7, 6), (6, h - 7), (w - 7, h - 7)):
        pygame.draw.circle(s, (236, 190, 90), (x, y), 3)
        pygame.draw.circle(s, (120, 70, 30), (x, y), 1)
    return s


def _chalk(
    to: Surface, start: tuple[float, float], end: tuple[float, float], colour: Colour, amount: float, seed: int
) -> None:
    """A stroke as far as it is drawn; it wavers, and leaves gaps."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    long = max(math.hypot(dx, dy), 1)
    for n in range(int(long * amount)):
        k = n / long
        off = math.sin(n * 0.21 + seed * 2.3) * 1.1
        x, y = start[0] + dx * k - dy / long * off, start[1] + dy * k + dx / long * off
        rough = (n * 7 + seed * 13) % 11
        if rough != 3:
            to.fill(colour if rough % 3 else mix(SLATE, colour, 0.7), (round(x), round(y), 2, 2 if rough % 4 else 3))


def _ring(to: Surface, cx: float, cy: float, r: float, amount: float, seed: int) -> None:
    for n in range(int(94 * amount)):
        a = -1.2 + n / 94 * math.tau * 1.03
        rr = r + math.sin(n * 0.3 + seed) * 1.0
        rough = (n * 5 + seed * 11) % 9
        if rough != 2:
            to.fill(
                CHALK if rough % 3 else mix(SLATE, CHALK, 0.7),
                (round(cx + math.cos(a) * rr), round(cy + math.sin(a) * rr * 1.05), 2, 2),
            )
