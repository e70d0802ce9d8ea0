"""One message that stands until a button is pressed: a damaged book, a controller gone."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.app.scenes.scene import DT_S, Change, Controls, Menu, Pop, Shell, went
from game.view.felt import CREAM, bob, ease
from game.view.font import balanced
from game.view.panels import veil


class Notice:
    """``then`` is asked what to do when it is read (None = only close). ``until`` closes it by itself when it holds."""

    is_over = True

    def __init__(
        self,
        shell: Shell,
        text: str,
        then: Callable[[], Change | None] | None = None,
        icon: str = "needle",
        waits_for_controller: bool = False,
    ) -> None:
        self.shell = shell
        self.text = text
        self.icon = icon
        self._then = then
        self._waits = waits_for_controller
        self._life_s = 0.0

    @classmethod
    def lost(cls, shell: Shell) -> Notice:
        """The controller has gone; goes when anything is pressed on anything."""
        return cls(shell, shell.words.get("menu.controls.lost"), waits_for_controller=True)

    def tick(self, controls: Controls) -> Change | None:
        self._life_s += DT_S
        if self._waits and (controls.lost or self._life_s < 2 * DT_S):
            return None
        if self._waits or went(controls, Menu.CONFIRM) or went(controls, Menu.BACK):
            self.shell.sound("ui_select")
            return (self._then() if self._then else None) or Pop()
        return None

    def draw(self, surface: pygame.Surface, between: float) -> None:
        veil(surface, 150)
        taste = self.shell.taste
        cut = self.shell.font.cut(taste.text_size)
        marks = self.shell.glyphs()
        t = balanced(cut, self.text, {100: 260, 150: 370, 200: 460}[taste.text_size], marks)
        w, h = t.width + 104, max(t.height + 48, 74)
        x = (surface.get_width() - w) // 2
        y = (surface.get_height() - h) // 2 + (0 if taste.calm else round((1 - ease(self._life_s / 0.18)) * 20))
        surface.blit(self.shell.cloth.panel(w, h), (x, y))
        icon = self.shell.cloth.icon(self.icon)
        if icon is not None:
            surface.blit(pygame.transform.scale_by(icon, 2), (x + 16, y + (h - 48) // 2))
        t.draw(surface, x + 74, y + (h - t.height) // 2, CREAM)
        if not self._waits:
            cap = marks.drawn("confirm")
            surface.blit(cap, (x + w - 34 - cap.get_width() // 2, y + h - 11 + bob(self._life_s, 1.4, 1.2)))
