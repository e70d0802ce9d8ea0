"""The presenter: the painter on the window. Changes painters when the settings say so, or when OpenGL is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pygame

from game.app.settings import Settings
from game.app.window import Window
from game.view.fit import Fit
from game.view.painter import Frame, Size
from game.view.screen import Screen
from game.view.stage import Choice

FITS: dict[str, Fit] = {"integer": "whole", "fit": "fit", "stretch": "stretch"}


class Presenter:
    """``present`` paints a frame and shows it. ``note`` is told in one line when it is not as the player asked."""

    def __init__(
        self, window: Window, settings: Settings, size: Size, shaders: Path, note: Callable[[str], None]
    ) -> None:
        self.window, self.settings = window, settings
        self._note = note
        self._choice: Choice = settings.renderer
        self._fit = FITS[settings.scale]
        self.screen = Screen(shaders, size, self._fit)
        self._open()

    def _open(self) -> None:
        line = self.screen.open(self._choice, self.window.is_opengl, self.window.size)
        if self.window.is_opengl and not self.screen.painter.is_opengl:
            self.window.reopen(False)
        if line:
            self._note(line)

    def present(self, frame: Frame) -> None:
        if self._fit != FITS[self.settings.scale]:
            self._fit = self.screen.fit = FITS[self.settings.scale]
            self.resize(self.window.size)
        if not self.screen.painter.is_opengl:
            self.screen.show(frame, self.window.surface)
            pygame.display.flip()
            return
        try:
            self.screen.show(frame, None)
            pygame.display.flip()
        except Exception as trouble:  # whatever a driver dies of, the game goes on
            self._note(f"OpenGL was lost ({' '.join(str(trouble).split())[:120]}); painting in software")
            self._choice = "software"
            self.window.reopen(False)
            self._open()
            self.present(frame)

    def resize(self, size: Size) -> None:
        self.screen.resized(self.window.is_opengl, size)
        if not self.screen.painter.is_opengl:
            self.window.surface.fill((0, 0, 0))
