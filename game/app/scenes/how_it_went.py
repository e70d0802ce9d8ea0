"""The end screen: how it went, in numbers, over the quilt of the run; and whether to tell it again."""

from __future__ import annotations

import pygame

from game.app.scenes.credits import to_title
from game.app.scenes.scene import DT_S, Change, Controls, Menu, Shell, Swap, went
from game.content.ending import NUMBERS, Retold
from game.view.badge import Badges
from game.view.felt import CREAM, DIM, GOLD, ease
from game.view.font import lay_out
from game.view.menu import Item
from game.view.menu import Menu as List
from game.view.panels import veil
from game.view.retelling.quilt import Quilt

ROW_S = 0.38
"""From one number to the next."""
BADGES_S = 3.6
"""When the numbers stand, what the end has earned is shown."""
QUIET_S = 0.8
"""Before it nothing can be pressed by accident."""


class HowItWent:
    """``quilt`` of the credits, or one is made of ``told``."""

    is_over = False

    def __init__(self, shell: Shell, told: Retold, quilt: Quilt | None = None) -> None:
        self.shell = shell
        self.told = told
        self.quilt = quilt or Quilt(shell.assets, shell.cloth, [n for n, _ in told.lines], told.facts)
        words = shell.words
        self.menu = List(
            [
                Item("title", words.get("menu.end.to_title"), on=lambda: to_title(shell)),
                Item("again", words.get("credits.numbers.again"), on=self._again),
            ]
        )
        self.badges = Badges(shell.cloth, shell.font, words)
        self.badges.add(shell.newly_earned())
        self._life_s = 0.0

    def _again(self) -> Change | None:
        scene = self.shell.start_new()
        return Swap(scene, all=True) if scene else None

    def tick(self, controls: Controls) -> Change | None:
        self._life_s += DT_S
        if self._life_s > BADGES_S:
            self.badges.pass_by(DT_S)
        if self._life_s < QUIET_S:
            return None
        for flag, way in ((Menu.UP, -1), (Menu.DOWN, 1), (Menu.LEFT, -1), (Menu.RIGHT, 1)):
            if went(controls, flag) and self.menu.move(way):
                self.shell.sound("ui_move")
        if went(controls, Menu.BACK):
            self.shell.sound("ui_back")
            return to_title(self.shell)
        if went(controls, Menu.CONFIRM):
            self.shell.sound("ui_select")
            change: Change | None = self.menu.press()
            return change
        return None

    def draw(self, surface: pygame.Surface, between: float) -> None:
        shell, taste = self.shell, self.shell.taste
        self.quilt.draw_whole(surface, 0.0)
        veil(surface, 120)
        size = taste.text_size
        cut, big = shell.font.cut(size), shell.font.cut(max(150, size))
        w = {100: 380, 150: 470, 200: 600}[size]
        words = shell.words
        label_w = w // 2 - 30
        rows = []
        for key, value in self.told.numbers:
            label = lay_out(cut, words.get(f"{NUMBERS}.{key}"), label_w)
            said = lay_out(cut, value, w - label_w - 70)
            rows.append((label, said))
        pitch = {100: 7, 150: 5, 200: 2}[size]
        tall = sum(max(a.height, b.height) + pitch for a, b in rows)
        items_h = big.line + 22
        h = min(tall + big.line + 44 + items_h, surface.get_height() - 8)
        x, y = (surface.get_width() - w) // 2, (surface.get_height() - h) // 2
        y += 0 if taste.calm else round((1 - ease(self._life_s / 0.3)) * 30)
        surface.blit(shell.cloth.panel(w, h), (x, y))
        big.write(surface, x + w // 2, y + 15, words.get(f"{NUMBERS}.title"), GOLD, align=0.5)
        top = y + 26 + big.line
        for n, (label, said) in enumerate(rows):
            shown = 1.0 if taste.calm else ease((self._life_s - 0.3 - n * ROW_S) / 0.4)
            high = max(label.height, said.height)
            if shown > 0:
                label.draw(surface, x + 30, top, DIM)
                for dot in range(x + 36 + label.width, x + w - 38 - said.width, 8):
                    pygame.draw.line(
                        surface, (124, 92, 148), (dot, top + cut.rise + cut.cap), (dot + 3, top + cut.rise + cut.cap)
                    )
                said.draw(surface, x + w - 30 - said.width + round((1 - shown) * 14), top, CREAM)
            top += high + pitch
        self._draw_items(surface, x, y + h - items_h + 2, w, size)
        if self._life_s > BADGES_S:
            self.badges.draw(surface, taste)

    def _draw_items(self, to: pygame.Surface, x: int, y: int, w: int, size: int) -> None:
        """The two of them side by side."""
        if not self.shell.taste.calm and self._life_s < QUIET_S:
            return
        for n, item in enumerate(self.menu.items):
            cut = self.shell.font.cut(size)
            mid = x + w * (1 + 2 * n) // 4
            one = List([item], 0) if n == self.menu.cursor else None
            if one is not None:
                self.shell.look.draw_list(to, one, mid, y, size, self._life_s, align=0.5)
            else:
                cut.write(to, mid, y, item.name, CREAM, align=0.5)
