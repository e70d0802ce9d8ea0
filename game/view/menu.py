"""Menus: items in a column, one of them in focus. The logic (move, change, press) and how it is drawn on felt or bare.

Focus shows by shape (a running seam, a needle) as well as by colour. Knows no devices: scenes call move, change, press.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.core.words import Words
from game.view.felt import CREAM, DIM, FELT, GOLD, SHADOW, Cloth, Colour, mix, seam_round
from game.view.font import Cut, Font, lay_out
from game.view.textbox import draw_needle

ROW = {100: 20, 150: 26, 200: 32}
"""px from row to row, by text size."""


@dataclass
class Item:
    """A row. ``on`` is called when it is pressed; what it returns is handed on by Menu.press."""

    key: str
    name: str
    help: str = ""
    on: Callable[[], Any] | None = None
    is_dim: bool = False

    def shown(self) -> str:
        """The value, in words."""
        return ""

    def change(self, way: int) -> bool:
        """LEFT (-1) or RIGHT (1); True when something changed."""
        return False


@dataclass
class Choice(Item):
    """One of several values, each with its words."""

    values: Sequence[tuple[Any, str]] = ()
    get: Callable[[], Any] = lambda: None
    set: Callable[[Any], None] = lambda _: None

    def index(self) -> int:
        now = self.get()
        return next((i for i, (v, _) in enumerate(self.values) if v == now), 0)

    def shown(self) -> str:
        return self.values[self.index()][1]

    def change(self, way: int) -> bool:
        self.set(self.values[(self.index() + way) % len(self.values)][0])
        return True


@dataclass
class Toggle(Choice):
    """Off or on: the first of two ``values`` is off, whatever it is called in the settings."""

    @property
    def is_on(self) -> bool:
        return self.index() == 1


@dataclass
class Slider(Item):
    """A number in even steps, 0 .. ``steps``."""

    steps: int = 10
    get: Callable[[], int] = lambda: 0
    set: Callable[[int], None] = lambda _: None

    def shown(self) -> str:
        return str(self.get())

    def change(self, way: int) -> bool:
        new = min(max(self.get() + way, 0), self.steps)
        if new == self.get():
            return False
        self.set(new)
        return True


@dataclass
class Menu:
    """A column of items. ``top`` is the first one shown when they do not all fit."""

    items: list[Item]
    cursor: int = 0
    top: int = 0

    @property
    def item(self) -> Item:
        return self.items[self.cursor]

    def move(self, way: int) -> bool:
        """Up (-1) or down (1), round the ends."""
        if len(self.items) < 2:
            return False
        self.cursor = (self.cursor + way) % len(self.items)
        return True

    def change(self, way: int) -> bool:
        return self.item.change(way)

    def press(self) -> Any:
        """Presses the item in focus: its ``on``, or the next value."""
        item = self.item
        if item.is_dim:
            return None
        if item.on is not None:
            return item.on()
        item.change(1)
        return None


class MenuLook:
    """Draws menus."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        self.cloth = cloth
        self.font = font
        self.words = words

    def draw_rows(
        self,
        to: pygame.Surface,
        menu: Menu,
        box: pygame.Rect,
        size: int,
        life_s: float,
        ramp: tuple[Colour, ...] = FELT,
    ) -> None:
        """Names at the left, values at the right, scrolling to keep the focus in sight."""
        cut, row = self.font.cut(size), ROW[size]
        fit = max(box.h // row, 1)
        menu.top = min(max(menu.top, menu.cursor - fit + 1), menu.cursor)
        menu.top = max(0, min(menu.top, len(menu.items) - fit))
        for k, item in enumerate(menu.items[menu.top : menu.top + fit]):
            i = menu.top + k
            rect = pygame.Rect(box.x, box.y + k * row, box.w, row - 2)
            has_focus = i == menu.cursor
            if has_focus:
                pygame.draw.rect(to, mix(ramp[2], ramp[3], 0.65), rect)
                seam_round(to, rect, GOLD, int(life_s * 10))
                draw_needle(self.cloth, to, rect.x - 14, rect.centery, life_s)
            colour = DIM if item.is_dim else GOLD if has_focus else CREAM
            y = rect.centery - cut.cap / 2 - cut.rise
            cut.write(to, rect.x + 12, y, item.name, colour)
            self.draw_value(to, item, cut, rect, colour, has_focus, ramp)
        if menu.top > 0:
            self._hint(to, box.centerx, box.top - 7, -1)
        if menu.top + fit < len(menu.items):
            self._hint(to, box.centerx, box.top + fit * row + 2, 1)

    def value_left(self, box_w: int, size: int) -> int:
        """px from the row's left where values begin, at the earliest."""
        return box_w - {100: 150, 150: 190, 200: 230}[size]

    def draw_value(
        self,
        to: pygame.Surface,
        item: Item,
        cut: Cut,
        rect: pygame.Rect,
        colour: Colour,
        has_focus: bool,
        ramp: tuple[Colour, ...],
    ) -> None:
        """A button sewn on, a row of stitches, or words between arrows."""
        x0 = rect.x + self.value_left(rect.w, cut.size)
        y = rect.centery - cut.cap / 2 - cut.rise
        if isinstance(item, Toggle):
            to.blit(self.cloth.hud("button_full" if item.is_on else "button_empty"), (x0, rect.centery - 8))
            cut.write(to, x0 + 24, y, item.shown(), colour)
        elif isinstance(item, Slider):
            n, at = item.steps, item.get()
            step = 9
            for i in range(n):
                px = x0 + 2 + i * step
                if i < at:
                    pygame.draw.rect(to, SHADOW, (px, rect.centery - 2, 7, 5))
                    pygame.draw.rect(to, colour, (px, rect.centery - 3, 7, 5))
                else:
                    pygame.draw.rect(to, ramp[0], (px, rect.centery - 1, 7, 2))
                    pygame.draw.line(to, ramp[4], (px, rect.centery + 1), (px + 6, rect.centery + 1))
            cut.write(to, rect.right - 10, y, str(at), colour, align=1.0)
        elif isinstance(item, Choice):
            mid = (x0 + rect.right - 8) // 2
            cut.write(to, mid, y, item.shown(), colour, align=0.5)
            if has_focus:
                for px, way in ((x0 - 2, -1), (rect.right - 10, 1)):
                    pygame.draw.polygon(
                        to, GOLD, [(px, rect.centery - 4), (px, rect.centery + 4), (px + way * 5, rect.centery)]
                    )
        elif item.shown():
            cut.write(to, rect.right - 10, y, item.shown(), colour, align=1.0)

    def draw_list(
        self,
        to: pygame.Surface,
        menu: Menu,
        x: int,
        y: int,
        size: int,
        life_s: float,
        pitch: int = 0,
        align: float = 0.0,
    ) -> None:
        """Bare words, for the title: the needle beside the one in focus, a thread under it."""
        cut = self.font.cut(size)
        pitch = pitch or cut.line + 5
        for i, item in enumerate(menu.items):
            has_focus = i == menu.cursor
            w = cut.width(item.name)
            left = round(x - w * align)
            top = y + i * pitch
            colour = DIM if item.is_dim else GOLD if has_focus else CREAM
            for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 2)):
                to.blit(cut.row(item.name, SHADOW, False), (left + dx, top + dy))
            cut.write(to, left, top, item.name, colour)
            if has_focus:
                draw_needle(self.cloth, to, left - 28, top + cut.rise + cut.cap // 2, life_s)
                under = top + cut.rise + cut.cap + 3
                for k in range(0, w, 7):
                    pygame.draw.line(to, GOLD, (left + k, under), (left + min(k + 3, w - 1), under))

    def draw_help(self, to: pygame.Surface, text: str, box: pygame.Rect, size: int, marks: Any = None) -> None:
        """One line of help, wrapped if it must be."""
        t = lay_out(self.font.cut(size), text, box.w, marks)
        t.draw(to, box.x, box.y + max(0, (box.h - t.height) // 2), CREAM)

    def _hint(self, to: pygame.Surface, x: int, y: int, way: int) -> None:
        pygame.draw.polygon(to, GOLD, [(x - 5, y), (x + 5, y), (x, y + 4 * way)])
