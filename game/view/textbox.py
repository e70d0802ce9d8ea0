"""The talk box: who speaks, what is said so far, what she may answer. Draws a sim Talk; changes nothing.

Three rows of about 40 letters in every size: the box grows with the letters. Change MEASURE to make rows longer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame

from game.core.words import Words
from game.sim.parts import Talk
from game.view.drawings import PICTURE, Drawings
from game.view.felt import (
    CREAM,
    FELT,
    GOLD,
    THOUGHT,
    WARM,
    Cloth,
    Colour,
    bob,
    ease,
    edges,
    mix,
    seam_round,
)
from game.view.font import Font, Text, balanced, lay_out
from game.view.glyphs import Glyphs
from game.view.portraits import Portraits

MEASURE = {100: 250, 150: 376, 200: 462}
"""px of a row of talk, by text size: 38 letters of the widest kind."""
PITCH = {100: 16, 150: 22, 200: 30}
FACE = 80
OPEN_S = 0.14
HOP_TICKS = 9
TAB = 20
"""px of the name tab above the box."""


@dataclass
class Answers:
    """A choice laid out: a block of words for each answer, and where it stands in the box."""

    texts: list[Text]
    tops: list[int]
    height: int


class TextBox:
    """One box for the whole game. ``draw`` it each frame, with talk None when nobody speaks."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        self.cloth = cloth
        self.font = font
        self.words = words
        self.portraits = Portraits(cloth)
        self.drawings = Drawings(cloth, font, words)
        self.box = pygame.Rect(0, 0, 0, 0)
        self._laid: dict[tuple[bool, int, str, str], Text] = {}
        self._open_s = 0.0
        self._life_s = 0.0
        self._at_top = False
        self.left = 0
        """The box keeps right of this, px, where a panel has something to show; 0 = in the middle."""
        self._line = ("", "", "")
        self._last_face = ("", "")
        self._hops = False

    def lines(self, say: str, size: int, marks: Glyphs | None) -> Text:
        """What is said, wrapped for the box."""
        return self._kept(False, size, say, marks)

    def told(self, say: str, size: int, marks: Glyphs | None) -> Text:
        """What the narrator says, in rows of one length."""
        return self._kept(True, size, say, marks)

    def _kept(self, even: bool, size: int, say: str, marks: Glyphs | None) -> Text:
        key = (even, size, say, marks.stamp if marks else "")
        if key not in self._laid:
            if len(self._laid) > 60:
                self._laid.clear()
            make = balanced if even else lay_out
            self._laid[key] = make(self.font.cut(size), say, MEASURE[size], marks, PITCH[size])
        return self._laid[key]

    def answers(self, talk: Talk, size: int, marks: Glyphs | None) -> Answers:
        """The choice, wrapped for the box."""
        texts = [lay_out(self.font.cut(size), o.pick, MEASURE[size] - 22, marks, PITCH[size]) for o in talk.options]
        tops, y = [], 0
        for t in texts:
            tops.append(y)
            y += t.height + 7
        return Answers(texts, tops, y)

    def size_of(self, talk: Talk, size: int, marks: Glyphs | None) -> tuple[int, int]:
        """(width, height) px of the box for this line or choice."""
        if talk.who == "narrator" and not talk.options:
            t = self.told(talk.say, size, marks)
            return min(MEASURE[size] + 44, max(t.width + 60, 220)), t.height + 30
        inner = self.answers(talk, size, marks).height if talk.options else 0
        if talk.say:
            inner += self.lines(talk.say, size, marks).height + (6 if talk.options else 0)
        if talk.pictures:
            inner += PICTURE + 8
        return MEASURE[size] + FACE + 46, max(FACE + 16, inner + 34)

    def draw(
        self,
        to: pygame.Surface,
        talk: Talk | None,
        marks: Glyphs,
        size: int = 100,
        hero_y: float = 0.0,
        side: str = "real",
        dt_s: float = 1 / 60,
        is_safe: bool = False,
        calm: bool = False,
    ) -> None:
        """``hero_y`` px from the top of the screen, where her feet are: the box keeps away from her."""
        self._life_s += dt_s
        if talk is None:
            self._open_s = 0.0
            self._line = ("", "", "")
            self.box = pygame.Rect(0, 0, 0, 0)
            return
        w, h = self.size_of(talk, size, marks)
        room = edges(to, is_safe)
        w = min(w, room.w)
        if self._open_s == 0.0 or h > self.box.h:
            self._at_top = hero_y > room.bottom - h - 24
        self._open_s += dt_s
        if (talk.key, talk.who, talk.mood) != self._line:
            self._hops = (talk.who, talk.mood) != self._last_face and talk.who != "narrator"
            self._line = (talk.key, talk.who, talk.mood)
            self._last_face = (talk.who, talk.mood)
        grown = 1.0 if calm else ease(self._open_s / OPEN_S)
        slide = round((1 - grown) * 14) * (-1 if self._at_top else 1)
        y = (room.top + TAB - 6 if self._at_top else room.bottom - h - 4) + slide
        self.box = pygame.Rect(max(room.centerx - w // 2, min(self.left, room.right - w)), y, w, h)
        kind = "felt_warm" if side == "other" else "felt"
        if talk.who == "narrator" and not talk.options:
            self._draw_strip(to, talk, marks, size, kind)
        else:
            self._draw_box(to, talk, marks, size, kind, calm)
        if talk.is_whole and not talk.options:
            self._draw_next(to, marks)

    def _draw_strip(self, to: pygame.Surface, talk: Talk, marks: Glyphs, size: int, kind: str) -> None:
        box = self.box
        to.blit(self.cloth.panel(box.w, box.h, kind, False), box)
        t = self.told(talk.say, size, marks)
        t.draw(to, box.centerx, box.y + (box.h - t.height) // 2 + 1, CREAM, talk.shown, align=0.5)

    def _draw_box(self, to: pygame.Surface, talk: Talk, marks: Glyphs, size: int, kind: str, calm: bool) -> None:
        box = self.box
        ramp = WARM if kind == "felt_warm" else FELT
        to.blit(self.cloth.panel(box.w, box.h, kind), box)
        self._draw_face(to, talk, ramp)
        called = "named" if talk.is_known else "name"
        name = self.words.get(f"speakers.{talk.who}.{called}") if self.words.has(f"speakers.{talk.who}") else ""
        if name:
            self._draw_tab(to, name, size, ramp)
        x, y = box.x + FACE + 22, box.y + 17
        if talk.say:
            t = self.lines(talk.say, size, marks)
            if talk.pictures:
                y = box.y + max((box.h - t.height - PICTURE - 8) // 2, 10)
                self.drawings.row(to, x, y, talk, calm)
                y += PICTURE + 8
            elif not talk.options:
                y = max(box.y + 12, box.y + (box.h - t.height) // 2 + 1)
            colour = THOUGHT if talk.say.startswith("(") else CREAM
            t.draw(to, x, y, colour, talk.shown if not talk.options else 1e9)
            y += t.height + 6
        if talk.options:
            self._draw_answers(to, talk, marks, size, x, y, ramp)

    def _draw_face(self, to: pygame.Surface, talk: Talk, ramp: tuple[Colour, ...]) -> None:
        box = self.box
        x, y = box.x + 9, box.y + (box.h - FACE) // 2
        frame = self.cloth.picture("ui/portrait_frame")
        for row in range(FACE - 12):
            pygame.draw.line(
                to, mix(ramp[3], ramp[1], min(1.0, row / 62)), (x + 6, y + 6 + row), (x + FACE - 7, y + 6 + row)
            )
        blink = self._life_s % 3.4 < 0.12
        face = self.portraits.face(talk.who, talk.mood, blink)
        if face is not None:
            dy = 0
            if self._hops and talk.ticks < HOP_TICKS:
                dy = -round(2.4 * math.sin(math.pi * talk.ticks / HOP_TICKS))
            elif not talk.is_whole and not talk.say.startswith("("):
                dy = -((talk.ticks // 7) % 2)
            clip = to.get_clip()
            to.set_clip(pygame.Rect(x + 5, y + 5, FACE - 10, FACE - 11))
            to.blit(face, (x + 4, y + 5 + dy))
            to.set_clip(clip)
        if frame is not None:
            to.blit(frame, (x, y))

    def _draw_tab(self, to: pygame.Surface, name: str, size: int, ramp: tuple[Colour, ...]) -> None:
        cut = self.font.cut(150 if size == 200 else size)
        w, h = cut.width(name) + 22, cut.line + 8
        tab = self.cloth.plate(w, h, ramp, False)
        x, y = self.box.x + FACE + 14, self.box.y - h + 9
        to.blit(tab, (x, y))
        cut.write(to, x + 11, y + (h - cut.cap) // 2 - cut.rise, name, GOLD)

    def _draw_answers(
        self, to: pygame.Surface, talk: Talk, marks: Glyphs, size: int, x: int, y: int, ramp: tuple[Colour, ...]
    ) -> None:
        laid = self.answers(talk, size, marks)
        y = max(y - 3, self.box.y + (self.box.h - laid.height) // 2 + 3) if not talk.say else y
        for i, (t, top) in enumerate(zip(laid.texts, laid.tops)):
            row = pygame.Rect(x - 2, y + top - 2, MEASURE[size] + 4, t.height + 4)
            if i == talk.cursor:
                pygame.draw.rect(to, mix(ramp[2], ramp[3], 0.6), row)
                seam_round(to, row, GOLD, int(self._life_s * 10))
                draw_needle(self.cloth, to, row.x - 13, row.centery, self._life_s)
            t.draw(to, x + 14, y + top, GOLD if i == talk.cursor else CREAM)

    def _draw_next(self, to: pygame.Surface, marks: Glyphs) -> None:
        cap = marks.drawn("interact")
        y = self.box.bottom - 11 + bob(self._life_s, 1.4, 1.2)
        to.blit(cap, (self.box.right - 30 - cap.get_width() // 2, y))


def draw_needle(cloth: Cloth, to: pygame.Surface, x: int, y: int, life_s: float) -> None:
    """The cursor: a needle pointing right, its thread waving; (x, y) is the middle of its left end."""
    sheet = cloth.picture("ui/cursor")
    if sheet is None:
        pygame.draw.polygon(to, GOLD, [(x + 8, y - 4), (x + 16, y), (x + 8, y + 4)])
        return
    frame = int(life_s * 8) % 4
    to.blit(sheet, (x - 3 + bob(life_s, 1.2, 0.9), y - 8), (frame * 24, 0, 24, 16))
