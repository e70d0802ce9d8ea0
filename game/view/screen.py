"""Screen: a painter and how its picture fits into a window that somebody else has opened."""

from __future__ import annotations

from pathlib import Path

import pygame
from pygame import Rect, Surface

from game.view.fit import Fit, fitted
from game.view.paint_soft import SoftPainter
from game.view.painter import Frame, Painter, Size
from game.view.stage import Choice, open_painter


class Screen:
    """``open`` chooses the painter, ``show`` paints a frame, for software onto the window's surface."""

    def __init__(self, shaders: Path, size: Size, fit: Fit = "whole") -> None:
        self.size, self.fit = size, fit
        self._shaders = shaders
        self.painter: Painter = SoftPainter(size)
        self._scaled: Surface | None = None

    def open(self, choice: Choice, has_context: bool, window: Size) -> str:
        """The painter for a window; OpenGL only where the window ``has_context``. One line when it is not as asked, else ""."""
        if choice == "software" or not has_context:
            note = "OpenGL: the window could not be opened for it; painting in software" if choice == "opengl" else ""
            self._take(SoftPainter(self.size))
            return note
        painter, note = open_painter(choice, self.size, window, self._shaders, on_window=True, fit=self.fit)
        self._take(painter)
        return note

    def _take(self, painter: Painter) -> None:
        self.painter.close()
        self.painter = painter

    def resized(self, has_context: bool, window: Size) -> None:
        """The window has another size."""
        if self.painter.is_opengl:
            self.open("opengl", has_context, window)

    def show(self, frame: Frame, window: Surface | None) -> None:
        """Paints. ``window`` is None for OpenGL, which paints into the window by itself."""
        self.painter.draw(frame)
        if window is not None and isinstance(self.painter, SoftPainter):
            self._put(self.painter.target, window)

    def _put(self, picture: Surface, window: Surface) -> None:
        """Whole zooms straight into the window; others by way of the next whole one, so that pixels keep their edges."""
        area = fitted(self.size, window.get_size(), self.fit)
        for bar in _bars(area, window.get_size()):
            window.fill((0, 0, 0), bar)
        if area.size == self.size:
            window.blit(picture, area)
            return
        into = window.subsurface(area.clip(window.get_rect()))
        whole = area.w % self.size[0] == 0 and area.h % self.size[1] == 0
        if whole and into.get_bitsize() == picture.get_bitsize() and into.get_masks() == picture.get_masks():
            pygame.transform.scale(picture, area.size, into)
        elif whole:
            window.blit(pygame.transform.scale(picture, area.size), area)
        else:
            zoom = -(-area.w // self.size[0])
            big = (self.size[0] * zoom, self.size[1] * zoom)
            if self._scaled is None or self._scaled.get_size() != big:
                self._scaled = Surface(big, 0, 32)
            pygame.transform.scale(picture, big, self._scaled)
            window.blit(pygame.transform.smoothscale(self._scaled, area.size), area)


def _bars(area: Rect, window: Size) -> list[tuple[int, int, int, int]]:
    """What of the window the picture leaves."""
    w, h = window
    bars = [(0, 0, w, area.y), (0, area.bottom, w, h - area.bottom)]
    bars += [(0, area.y, area.x, area.h), (area.right, area.y, w - area.right, area.h)]
    return [b for b in bars if b[2] > 0 and b[3] > 0]
