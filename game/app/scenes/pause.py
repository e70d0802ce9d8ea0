"""Pause: everything has stopped. Go on, journal, options, controls, back to the checkpoint, save and leave."""

from __future__ import annotations

from typing import Any

import pygame

from game.app.scenes.confirm import Confirm
from game.app.scenes.journal import JournalScene
from game.app.scenes.notice import Notice
from game.app.scenes.options import Options
from game.app.scenes.scene import DT_S, Change, Controls, Menu, Pop, Push, Quit, Shell, Swap, went
from game.sim.harm import can_slip
from game.view.felt import CREAM, GOLD, ease
from game.view.font import balanced
from game.view.menu import ROW, Item
from game.view.menu import Menu as List
from game.view.panels import veil


class Pause:
    """Over the play scene, whose ``session`` the journal reads."""

    is_over = True

    def __init__(self, shell: Shell, session: Any) -> None:
        self.shell = shell
        self.session = session
        w = shell.words
        self.menu = List(
            [
                Item("resume", w.get("menu.pause.resume"), on=lambda: Pop()),
                Item("journal", w.get("menu.pause.journal"), on=lambda: Push(JournalScene(shell, session))),
                Item("options", w.get("menu.pause.options"), on=lambda: Push(Options(shell))),
                Item("controls", w.get("menu.pause.controls"), on=lambda: Push(Options(shell, "controls"))),
                Item("restart", w.get("menu.pause.restart"), on=self._restart),
                *([Item("slip_past", w.get("menu.pause.slip_past"), on=self._slip)] if can_slip(session) else []),
                Item("save_title", w.get("menu.pause.save_title"), on=self._to_title),
                Item("quit_desktop", w.get("menu.pause.quit_desktop"), on=self._quit),
            ]
        )
        self._life_s = 0.0

    def _slip(self) -> Change:
        self.shell.slip()
        return Pop()

    def _restart(self) -> Change:
        def yes() -> Change:
            self.shell.restart()
            return Pop(2)

        return Push(Confirm(self.shell, self.shell.words.get("menu.confirm.sure_restart"), yes))

    def _to_title(self) -> Change:
        wrong = self.shell.save_now()
        title = self.shell.title()
        if wrong:
            return Push(Notice(self.shell, wrong, lambda: Swap(title, all=True) if title else None))
        return Swap(title, all=True) if title else Pop()

    def _quit(self) -> Change:
        wrong = self.shell.save_now()
        if wrong:
            return Push(Confirm(self.shell, wrong, lambda: Quit(), self.shell.words.get("menu.title.quit")))
        return Quit()

    def tick(self, controls: Controls) -> Change | None:
        self._life_s += DT_S
        if went(controls, Menu.BACK) or went(controls, Menu.PAUSE):
            self.shell.sound("ui_back")
            return Pop()
        if went(controls, Menu.JOURNAL):
            return Push(JournalScene(self.shell, self.session))
        for flag, way in ((Menu.UP, -1), (Menu.DOWN, 1)):
            if went(controls, flag) and self.menu.move(way):
                self.shell.sound("ui_move")
        if went(controls, Menu.CONFIRM):
            self.shell.sound("ui_select")
            change: Change | None = self.menu.press()
            return change
        return None

    def draw(self, surface: pygame.Surface, between: float) -> None:
        veil(surface, 150)
        shell, taste = self.shell, self.shell.taste
        size = taste.text_size
        cut, big = shell.font.cut(size), shell.font.cut(max(size, 150))
        rows = ROW[size] * len(self.menu.items)
        w = max(cut.width(i.name) for i in self.menu.items) + 92
        head = balanced(big, shell.words.get("menu.pause.paused"), max(w - 50, 240), None)
        w = max(w, head.width + 50)
        foot = self._saved()
        h = rows + head.height + 52 + (cut.line + 8 if foot else 0)
        x = (surface.get_width() - w) // 2
        y = (surface.get_height() - h) // 2 + (0 if taste.calm else round((1 - ease(self._life_s / 0.2)) * 24))
        surface.blit(shell.cloth.panel(w, h), (x, y))
        head.draw(surface, x + w // 2, y + 16, GOLD, align=0.5)
        box = pygame.Rect(x + 38, y + head.height + 28, w - 60, rows)
        shell.look.draw_rows(surface, self.menu, box, size, self._life_s)
        if foot:
            cut.write(surface, x + w // 2, y + h - cut.line - 14, foot, CREAM, align=0.5)

    def _saved(self) -> str:
        since = self.shell.since_saved_s()
        return "" if since is None else self.shell.words.get("menu.pause.last_saved", seconds=int(since))
