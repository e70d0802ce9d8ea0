"""A question before something that cannot be taken back: No is in focus, Back means no."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.app.scenes.scene import DT_S, Change, Controls, Menu, Pop, Shell, went
from game.view.felt import CREAM, ease
from game.view.font import balanced
from game.view.menu import ROW, Item
from game.view.menu import Menu as List
from game.view.panels import veil


class Confirm:
    """``question`` is a text; ``yes`` is called for Yes and answers the change to make (None = only close)."""

    is_over = True

    def __init__(self, shell: Shell, question: str, yes: Callable[[], Change | None], yes_text: str = "") -> None:
        self.shell = shell
        self.question = question
        words = shell.words
        self.menu = List(
            [
                Item("no", words.get("menu.confirm.no"), on=lambda: Pop()),
                Item("yes", yes_text or words.get("menu.confirm.yes"), on=lambda: yes() or Pop()),
            ]
        )
        self._life_s = 0.0

    def tick(self, controls: Controls) -> Change | None:
        self._life_s += DT_S
        if went(controls, Menu.BACK):
            self.shell.sound("ui_back")
            return Pop()
        for flag, way in ((Menu.UP, -1), (Menu.DOWN, 1), (Menu.LEFT, -1), (Menu.RIGHT, 1)):
            if went(controls, flag):
                self.menu.move(way)
                self.shell.sound("ui_move")
        if went(controls, Menu.CONFIRM):
            self.shell.sound("ui_select")
            change: Change | None = self.menu.press()
            return change
        return None

    def draw(self, surface: pygame.Surface, between: float) -> None:
        veil(surface, 140)
        taste = self.shell.taste
        size = taste.text_size
        cut = self.shell.font.cut(size)
        t = balanced(cut, self.question, {100: 250, 150: 360, 200: 470}[size], self.shell.glyphs())
        rows = ROW[size] * len(self.menu.items)
        w, h = max(t.width + 60, 240), t.height + rows + 58
        x = (surface.get_width() - w) // 2
        y = (surface.get_height() - h) // 2 + (0 if taste.calm else round((1 - ease(self._life_s / 0.18)) * 20))
        surface.blit(self.shell.cloth.panel(w, h), (x, y))
        t.draw(surface, x + w // 2, y + 20, CREAM, align=0.5)
        wide = min(w - 76, {100: 150, 150: 200, 200: 260}[size])
        box = pygame.Rect(x + (w - wide) // 2 + 8, y + t.height + 36, wide, rows)
        self.shell.look.draw_rows(surface, self.menu, box, size, self._life_s)
