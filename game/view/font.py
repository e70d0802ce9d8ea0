"""Letters: the bitmap font in three cuts (100, 150, 200), words wrapped by their real width, buttons drawn among them.

assets/fonts/font.png and .json hold {height, baseline, line, tracking, glyphs: {letter: [x, y, width]}}. The 150 cut
is not a blurred picture: each letter's strokes are drawn again one and a half times as far apart with a pen of two px.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Protocol

import pygame

from game.view.felt import SHADOW, Colour, blank

SIZES = (100, 150, 200)
TOKEN = re.compile(r"\{(\w+)\}")


class Marks(Protocol):
    """What draws {interact} and its like: view/glyphs.py, or nothing."""

    def knows(self, token: str) -> bool: ...

    def drawn(self, token: str, size: int) -> pygame.Surface: ...

    @property
    def stamp(self) -> str: ...


class Cut:
    """The font in one size. ``line`` px from row to row, ``rise`` px above the capitals, ``cap`` px of a capital."""

    def __init__(self, font: Font, size: int) -> None:
        self._font = font
        self.size = size
        k = size / 100
        self.line = round(font.line * k)
        self.rise = int(font.rise * k)
        self.cap = {100: 7, 150: 11, 200: 14}[size] if font.cap == 7 else round(font.cap * k)
        self.tracking = {100: 1, 150: 1, 200: 2}[size]
        self.space = {100: 2, 150: 4, 200: 4}[size]
        self._glyphs: dict[str, pygame.Surface] = {}
        self._widths: dict[str, int] = {}
        self._rows: dict[tuple[str, Colour, bool], pygame.Surface] = {}

    def glyph(self, letter: str) -> pygame.Surface:
        """The letter in white."""
        if letter not in self._glyphs:
            small = self._font.letter(letter)
            if self.size == 200:
                s = pygame.transform.scale_by(small, 2)
            elif self.size == 150:
                s = redrawn(small)
            else:
                s = small
            self._glyphs[letter] = s
        return self._glyphs[letter]

    def width(self, text: str) -> int:
        """px of a row of letters; kept, because words are measured again and again until they are set."""
        w = self._widths.get(text)
        if w is None:
            if len(self._widths) > 2000:
                self._widths.clear()
            w = 0
            for c in text:
                w += (self.space if c == " " else self.glyph(c).get_width()) + self.tracking
            w = self._widths[text] = max(w - self.tracking, 0)
        return w

    def row(self, text: str, colour: Colour, shadow: bool = True) -> pygame.Surface:
        """A row of letters with a shadow of one px; kept, because the same words stand for many frames."""
        key = (text, colour, shadow)
        if key not in self._rows:
            if len(self._rows) > 600:
                self._rows.clear()
            drop = 2 if self.size == 200 else 1
            h = self.line + drop
            white = blank(self.width(text) + drop, h)
            x = 0
            for c in text:
                if c != " ":
                    white.blit(self.glyph(c), (x, 0))
                x += (self.space if c == " " else self.glyph(c).get_width()) + self.tracking
            out = blank(*white.get_size())
            if shadow:
                dark = white.copy()
                dark.fill((*SHADOW, 255), special_flags=pygame.BLEND_RGBA_MULT)
                out.blit(dark, (0, drop))
            white.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
            out.blit(white, (0, 0))
            self._rows[key] = out
        return self._rows[key]

    def write(
        self, to: pygame.Surface, x: float, y: float, text: str, colour: Colour, shadow: bool = True, align: float = 0.0
    ) -> int:
        """One row at (x, y) = top left; ``align`` 0.5 centres on x, 1 ends there. Answers its width."""
        w = self.width(text)
        to.blit(self.row(text, colour, shadow), (round(x - w * align), round(y)))
        return w


class Font:
    """Letters from a picture. ``cut(100 | 150 | 200)`` gives a size of them."""

    def __init__(self, sheet: pygame.Surface, table: dict[str, Any]) -> None:
        self._sheet = sheet
        self._table: dict[str, Any] = table["glyphs"]
        self.height = int(table["height"])
        self.line = int(table.get("line", self.height + 1))
        self.cap = int(table.get("cap", 7))
        self.rise = int(table["baseline"]) - self.cap
        self._letters: dict[str, pygame.Surface] = {}
        self._cuts: dict[int, Cut] = {}

    def has(self, letter: str) -> bool:
        return letter in self._table

    def letter(self, letter: str) -> pygame.Surface:
        """White on nothing, full height; a box for a letter that the font lacks."""
        if letter not in self._letters:
            entry = self._table.get(letter)
            if entry is None:
                s = blank(5, self.height)
                pygame.draw.rect(s, (255, 255, 255), (0, self.rise, 5, self.cap), 1)
            else:
                x, y, w = entry[0], entry[1], entry[2]
                s = blank(w, self.height)
                s.blit(self._sheet, (0, 0), (x, y, w, self.height))
                shape = pygame.mask.from_surface(s, 100)
                s = shape.to_surface(setcolor=(255, 255, 255, 255), unsetcolor=(0, 0, 0, 0))
            self._letters[letter] = s
        return self._letters[letter]

    def cut(self, size: int) -> Cut:
        """Raises KeyError for a size that is not in SIZES."""
        if size not in SIZES:
            raise KeyError(f"no cut of {size}")
        if size not in self._cuts:
            self._cuts[size] = Cut(self, size)
        return self._cuts[size]


def redrawn(small: pygame.Surface) -> pygame.Surface:
    """One and a half times the letter: its pixels are points of strokes, drawn again with a pen of 2 px."""
    shape = pygame.mask.from_surface(small, 100)
    w, h = shape.get_size()

    def far(v: int) -> int:
        return (v * 3 + 1) // 2

    out = blank(far(w - 1) + 2, far(h - 1) + 3)

    def dab(x: int, y: int) -> None:
        out.fill((255, 255, 255, 255), (x, y, 2, 2))

    def has(x: int, y: int) -> bool:
        return 0 <= x < w and 0 <= y < h and bool(shape.get_at((x, y)))

    for y in range(h):
        for x in range(w):
            if not has(x, y):
                continue
            x0, y0 = far(x), far(y)
            dab(x0, y0)
            for dx, dy in ((1, 0), (0, 1), (1, 1), (-1, 1)):
                if not has(x + dx, y + dy) or (dx and dy and (has(x + dx, y) or has(x, y + dy))):
                    continue
                x1, y1 = far(x + dx), far(y + dy)
                for k in range(1, 3):
                    dab(round(x0 + (x1 - x0) * k / 3), round(y0 + (y1 - y0) * k / 3))
    return out


@dataclass(frozen=True)
class Run:
    """A piece of a row: letters, or the picture of a button. ``start`` is its place in the whole text."""

    x: int
    start: int
    text: str = ""
    mark: pygame.Surface | None = None


@dataclass
class Text:
    """Words laid out. ``rows`` of runs; ``tops`` their y; ``width`` and ``height`` px of it all."""

    cut: Cut
    rows: list[list[Run]] = field(default_factory=list)
    tops: list[int] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    width: int = 0
    height: int = 0

    def draw(
        self,
        to: pygame.Surface,
        x: float,
        y: float,
        colour: Colour,
        shown: float = 1e9,
        shadow: bool = True,
        align: float = 0.0,
        first: int = 0,
        rows: int = 999,
    ) -> None:
        """Top left at (x, y); with ``align`` rows are set on x. ``shown`` letters; ``rows`` rows from ``first``."""
        base = self.tops[first] if first < len(self.tops) else 0
        for row, top, w in list(zip(self.rows, self.tops, self.widths))[first : first + rows]:
            left = round(x - w * align)
            for run in row:
                if run.start >= shown:
                    return
                if run.mark is not None:
                    mid = y + top - base + self.cut.rise + self.cut.cap / 2
                    to.blit(run.mark, (left + run.x, round(mid - run.mark.get_height() / 2)))
                else:
                    text = run.text[: max(0, int(shown - run.start))] if shown < 1e8 else run.text
                    to.blit(self.cut.row(text, colour, shadow), (left + run.x, round(y + top - base)))


def lay_out(cut: Cut, text: str, width: int, marks: Marks | None = None, pitch: int = 0) -> Text:
    """Wraps ``text`` to ``width`` px. {tokens} that ``marks`` knows become pictures. ``pitch``: px a row."""
    pitch = pitch or cut.line
    out = Text(cut)
    row: list[Run] = []
    x = 0
    tall = 0

    def end_row() -> None:
        nonlocal row, x, tall
        extra = max(0, tall + 1 - pitch)
        out.tops.append(out.height + extra // 2)
        out.rows.append(row)
        last = row[-1] if row else None
        w = 0 if last is None else last.x + (last.mark.get_width() if last.mark else cut.width(last.text))
        out.widths.append(w)
        out.width = max(out.width, w)
        out.height += pitch + extra
        row, x, tall = [], 0, 0

    for line in _lines(text):
        for at, word in _words(line[1], line[0]):
            pieces = _pieces(word, at, marks, cut.size)
            w = sum(_wide(cut, p) for p in pieces) + cut.tracking * (len(pieces) - 1)
            gap = cut.space + 2 * cut.tracking if row else 0
            if row and x + gap + w > width:
                end_row()
                gap = 0
            x += gap
            for start, piece in pieces:
                if isinstance(piece, str):
                    for s, part in _fitting(cut, piece, start, width, x):
                        if row and x + cut.width(part) > width and part is not piece:
                            end_row()
                        row.append(Run(x, s, part))
                        x += cut.width(part) + cut.tracking
                else:
                    row.append(Run(x, start, mark=piece))
                    tall = max(tall, piece.get_height())
                    x += piece.get_width() + cut.tracking
            x -= cut.tracking
        end_row()
    return out


def balanced(cut: Cut, text: str, width: int, marks: Marks | None = None, pitch: int = 0) -> Text:
    """As ``lay_out``, with rows as even as they can be: for plates and for words set in the middle."""
    widest = lay_out(cut, text, width, marks, pitch)
    low, high, best = widest.width // max(len(widest.rows), 1), widest.width, widest
    while high - low > 6:
        mid = (low + high) // 2
        tried = lay_out(cut, text, mid, marks, pitch)
        if len(tried.rows) == len(widest.rows) and tried.width <= mid:
            best, high = tried, mid
        else:
            low = mid
    return best


def _lines(text: str) -> list[tuple[int, str]]:
    at, out = 0, []
    for line in text.split("\n"):
        out.append((at, line))
        at += len(line) + 1
    return out


def _words(line: str, at: int) -> list[tuple[int, str]]:
    return [(at + m.start(), m.group()) for m in re.finditer(r"\S+", line)]


def _pieces(word: str, at: int, marks: Marks | None, size: int) -> list[tuple[int, str | pygame.Surface]]:
    out: list[tuple[int, str | pygame.Surface]] = []
    last = 0
    if marks is not None:
        for m in TOKEN.finditer(word):
            if not marks.knows(m.group(1)):
                continue
            if m.start() > last:
                out.append((at + last, word[last : m.start()]))
            out.append((at + m.start(), marks.drawn(m.group(1), size)))
            last = m.end()
    if last < len(word):
        out.append((at + last, word[last:]))
    return out


def _wide(cut: Cut, piece: tuple[int, str | pygame.Surface]) -> int:
    return cut.width(piece[1]) if isinstance(piece[1], str) else piece[1].get_width()


def _fitting(cut: Cut, word: str, start: int, width: int, x: int) -> list[tuple[int, str]]:
    """A word, broken only when no row is long enough for it."""
    if cut.width(word) <= width:
        return [(start, word)]
    parts, now, at = [], "", start
    for c in word:
        if now and cut.width(now + c) > width:
            parts.append((at, now))
            at += len(now)
            now = ""
        now += c
    return [*parts, (at, now)]
