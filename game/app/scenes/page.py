"""What the pages of the extras share: a felt panel over the title, a heading, back to close."""

from __future__ import annotations

from typing import ClassVar

import pygame

from game.app.scenes.scene import DT_S, Change, Controls, Menu, Pop, Shell, went
from game.view.felt import FELT, GOLD, ease
from game.view.panels import veil

WIDE = {100: 560, 150: 596, 200: 624}


class Page:
    """A panel as large as the picture allows. Subclasses answer ``pressed`` and draw into ``draw_in``'s box."""

    is_over = True
    wide: ClassVar[dict[int, int]] = WIDE
    """px by text size."""

    def __init__(self, shell: Shell, title: str) -> None:
        self.shell = shell
        self.title = title
        self.life_s = 0.0

    def tick(self, controls: Controls) -> Change | None:
        self.life_s += DT_S
        if went(controls, Menu.BACK) or went(controls, Menu.PAUSE):
            self.shell.sound("ui_back")
            return Pop()
        return self.pressed(controls)

    def pressed(self, controls: Controls) -> Change | None:
        """What the other buttons do."""
        return None

    def high(self, size: int, most: int) -> int:
        """px of the whole panel."""
        return most

    def draw(self, surface: pygame.Surface, between: float) -> None:
        veil(surface, 190)
        shell, taste = self.shell, self.shell.taste
        size = taste.text_size
        big = shell.font.cut(max(size, 150))
        w, most = self.wide[size], surface.get_height() - 16
        h = min(self.high(size, most), most)
        x = (surface.get_width() - w) // 2
        y = (surface.get_height() - h) // 2 + (0 if taste.calm else round((1 - ease(self.life_s / 0.2)) * 24))
        surface.blit(shell.cloth.panel(w, h), (x, y))
        big.write(surface, x + w // 2, y + 13, shell.words.get(self.title), GOLD, align=0.5)
        top = y + big.line + 20
        for k in range(x + 24, x + w - 24, 7):
            pygame.draw.line(surface, FELT[4], (k, top - 3), (k + 3, top - 3))
        self.draw_in(surface, pygame.Rect(x + 24, top + 3, w - 48, y + h - 16 - top - 3), size)

    def draw_in(self, to: pygame.Surface, box: pygame.Rect, size: int) -> None:
        """What is on it."""
        raise NotImplementedError


class Grid:
    """A cursor over ``n`` cells in rows of ``columns``."""

    def __init__(self, n: int, columns: int) -> None:
        self.n, self.columns, self.at = n, columns, 0

    def move(self, controls: Controls) -> bool:
        """Whether it has moved."""
        was = self.at
        ways = ((Menu.LEFT, -1), (Menu.RIGHT, 1), (Menu.UP, -self.columns), (Menu.DOWN, self.columns))
        for flag, way in ways:
            if went(controls, flag) and 0 <= self.at + way < self.n:
                self.at += way
            elif (
                went(controls, flag) and way == self.columns and self.at // self.columns < (self.n - 1) // self.columns
            ):
                self.at = self.n - 1  # down onto a row that is not full
        return self.at != was
