"""The journal over the stopped world: tabs with the tab buttons, pages with left and right, back to close."""

from __future__ import annotations

from typing import Any

import pygame

from game.app.scenes.scene import DT_S, Change, Controls, Menu, Pop, Shell, went
from game.view.journal import Journal
from game.view.panels import veil


class JournalScene:
    """Opens at ``page``: now, map, people, things or log."""

    is_over = True

    def __init__(self, shell: Shell, session: Any, page: str = "now", journal: Journal | None = None) -> None:
        self.shell = shell
        self.session = session
        self.journal = journal or Journal(shell.cloth, shell.font, shell.words, shell.load_room)
        self.journal.open(session, page)
        shell.sound("ui_page")
        self._passed_s = 0.0

    def tick(self, controls: Controls) -> Change | None:
        self._passed_s += DT_S
        journal = self.journal
        if any(went(controls, f) for f in (Menu.BACK, Menu.JOURNAL, Menu.PAUSE)):
            self.shell.sound("ui_back")
            return Pop()
        for flag, way in ((Menu.TAB_LEFT, -1), (Menu.TAB_RIGHT, 1)):
            if went(controls, flag):
                journal.turn(way)
                self.shell.sound("ui_page")
        for flag, way in ((Menu.LEFT, -1), (Menu.RIGHT, 1)):
            if went(controls, flag):
                was = (journal.tab, journal.map)
                journal.side(way, self.session)
                self.shell.sound("ui_page" if was != (journal.tab, journal.map) else "ui_move")
        for flag, way in ((Menu.UP, -1), (Menu.DOWN, 1)):
            if went(controls, flag):
                # In the log and the story so far, up is back in time.
                step = -way if journal.page in ("now", "log") else way
                if journal.move(step, self.session):
                    self.shell.sound("ui_move")
        return None

    def draw(self, surface: pygame.Surface, between: float) -> None:
        veil(surface, 160)
        self.journal.draw(surface, self.session, self.shell.glyphs(), self.shell.taste, self._passed_s)
        self._passed_s = 0.0
