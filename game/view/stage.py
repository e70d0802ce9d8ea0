"""The stage: from a logical picture to the window. It opens the window, chooses the painter, scales and letterboxes.

``open_painter`` never raises: whatever OpenGL has to complain about becomes one line, and the software painter paints.
moderngl is only imported when OpenGL is asked for.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import pygame
from pygame import Rect, Surface

from game.view.paint_soft import SoftPainter
from game.view.painter import SIZE, Frame, Painter, Size

Choice = Literal["auto", "opengl", "software"]
Fit = Literal["whole", "fit", "stretch"]
HEADLESS = ("dummy", "offscreen")
"""SDL drivers without a screen: there `auto` is software."""


def is_software(context: Any) -> bool:
    """Whether an OpenGL context runs on the processor."""
    return bool(import_module("game.view.paint_gl").is_software(context))


def fitted(canvas: Size, window: Size, fit: Fit = "whole") -> Rect:
    """Where the canvas lies in the window. "whole": the largest whole zoom, centred (a window too small gets "fit").

    >>> fitted((640, 360), (1366, 768))
    Rect(43, 24, 1280, 720)
    >>> fitted((640, 360), (1366, 768), "fit").size, fitted((640, 360), (500, 500)).size
    ((1365, 768), (500, 281))
    """
    (w, h), (ww, wh) = canvas, window
    if fit == "stretch":
        return Rect(0, 0, ww, wh)
    zoom: float = min(ww // w, wh // h) if fit == "whole" else 0
    if zoom < 1:
        zoom = min(ww / w, wh / h)
    size = (max(int(w * zoom), 1), max(int(h * zoom), 1))
    return Rect((ww - size[0]) // 2, (wh - size[1]) // 2, *size)


def open_painter(
    choice: Choice,
    size: Size = SIZE,
    window: Size = (1280, 720),
    shaders: Path | None = None,
    on_window: bool = False,
    fit: Fit = "whole",
) -> tuple[Painter, str]:
    """(painter, note): the painter asked for, or the software painter and one line that says why. Never raises.

    ``on_window``: OpenGL paints into the pygame window, which must have been opened for it; else into a target of its own.
    "auto" takes OpenGL only where a graphics card does the work. The note is "" when all is as asked.
    """
    if choice == "software" or shaders is None:
        return SoftPainter(size), "" if choice != "opengl" else "OpenGL: the shaders are missing; painting in software"
    try:
        moderngl = import_module("moderngl")
        if on_window:
            try:
                context = moderngl.create_context(require=330)
            except Exception:  # Wayland and offscreen windows speak EGL
                context = moderngl.create_context(require=330, backend="egl")
        else:
            context = moderngl.create_standalone_context(require=330, backend="egl")
        paint_gl = import_module("game.view.paint_gl")
        if choice == "auto" and paint_gl.is_software(context):
            context.release()
            return SoftPainter(size), ""
        area = fitted(size, window, fit)
        return paint_gl.GLPainter(context, shaders, window, size, on_window, tuple(area)), ""
    except Exception as trouble:
        line = " ".join(str(trouble).split()) or type(trouble).__name__
        return SoftPainter(size), f"OpenGL: {line[:160]}; painting in software"


class Stage:
    """A window and its painter. ``show(frame)`` paints and presents; ``note`` says what did not go as asked, if anything."""

    def __init__(
        self,
        shaders: Path,
        choice: Choice = "auto",
        size: Size = SIZE,
        window: Size = (1280, 720),
        fullscreen: bool = False,
        fit: Fit = "whole",
        vsync: bool = True,
        title: str = "The Pink Palace",
    ) -> None:
        """Raises pygame.error when not even a plain window can be opened."""
        self.size, self.fit, self.note, self.title = size, fit, "", title
        self._shaders, self._choice, self._vsync = shaders, choice, vsync
        self._window, self._fullscreen = window, fullscreen
        self.painter: Painter = SoftPainter(size)
        self._scaled: Surface | None = None
        self._open()

    # ---- windows

    def _open(self) -> None:
        pygame.display.init()
        wants = self._choice != "software"
        if wants and self._choice == "auto" and pygame.display.get_driver() in HEADLESS:
            wants = False
        if wants and self._open_opengl():
            return
        self._open_plain()

    @staticmethod
    def _leave_kind(kind: int) -> None:
        """Closes an open window that is of this kind (pygame.OPENGL or 0): SDL does not change a window's kind."""
        old = pygame.display.get_surface()
        if old is not None and old.get_flags() & pygame.OPENGL == kind:
            pygame.display.quit()
            pygame.display.init()

    def _flags(self) -> int:
        return pygame.FULLSCREEN if self._fullscreen else pygame.RESIZABLE

    def _open_opengl(self) -> bool:
        """A window that OpenGL paints into; False (and a note) when that cannot be."""
        self._leave_kind(0)
        try:
            for key, value in (
                (pygame.GL_CONTEXT_MAJOR_VERSION, 3),
                (pygame.GL_CONTEXT_MINOR_VERSION, 3),
                (pygame.GL_CONTEXT_PROFILE_MASK, pygame.GL_CONTEXT_PROFILE_CORE),
            ):
                pygame.display.gl_set_attribute(key, value)
            flags = pygame.OPENGL | pygame.DOUBLEBUF | self._flags()
            pygame.display.set_mode(self._asked(), flags, vsync=int(self._vsync))
        except pygame.error as trouble:
            self.note = f"OpenGL: {trouble}; painting in software"
            return False
        pygame.display.set_caption(self.title)
        window = pygame.display.get_window_size()
        painter, note = open_painter(self._choice, self.size, window, self._shaders, on_window=True, fit=self.fit)
        if not painter.is_opengl:
            self.note = note
            return False
        self.painter.close()
        self.painter = painter
        return True

    def _open_plain(self) -> None:
        """A window for the software painter; one of the other kind must go first."""
        self._leave_kind(pygame.OPENGL)
        pygame.display.set_mode(self._asked(), self._flags())
        pygame.display.set_caption(self.title)
        if self.painter.is_opengl or self.painter.canvas != self.size:
            self.painter.close()
            self.painter = SoftPainter(self.size)

    def _asked(self) -> Size:
        return (0, 0) if self._fullscreen else self._window

    @property
    def area(self) -> Rect:
        """Where the picture lies in the window, px."""
        return fitted(self.size, pygame.display.get_window_size(), self.fit)

    def logical(self, at: tuple[float, float]) -> tuple[float, float]:
        """A point of the window as a point of the canvas (outside the canvas it lies outside)."""
        a = self.area
        return (at[0] - a.x) * self.size[0] / a.w, (at[1] - a.y) * self.size[1] / a.h

    def resized(self) -> None:
        """The window has another size now (pygame.VIDEORESIZE)."""
        if self.painter.is_opengl:
            self._again()
        else:
            surface = pygame.display.get_surface()
            if surface is not None:
                surface.fill((0, 0, 0))

    def change(
        self,
        choice: Choice | None = None,
        size: Size | None = None,
        window: Size | None = None,
        fullscreen: bool | None = None,
        fit: Fit | None = None,
        vsync: bool | None = None,
    ) -> None:
        """Other settings: the window is opened anew where it must be. What is left out stays."""
        self._choice, self.size = choice or self._choice, size or self.size
        self._window, self.fit = window or self._window, fit or self.fit
        self._fullscreen = self._fullscreen if fullscreen is None else fullscreen
        self._vsync = self._vsync if vsync is None else vsync
        self.note = ""
        self._open()

    def _again(self) -> None:
        """The OpenGL painter once more for the window as it is now; software when it will not."""
        window = pygame.display.get_window_size()
        painter, note = open_painter("opengl", self.size, window, self._shaders, on_window=True, fit=self.fit)
        self.painter = painter
        if not painter.is_opengl:
            self.note = note
            self._open_plain()

    # ---- a picture

    def show(self, frame: Frame) -> None:
        """Paints and presents. Should OpenGL fail (a lost context, a driver that dies), software goes on from this picture."""
        if self.painter.is_opengl:
            try:
                self.painter.draw(frame)
                pygame.display.flip()
                return
            except Exception as trouble:
                self.note = f"OpenGL was lost ({' '.join(str(trouble).split())[:120]}); painting in software"
                self._choice = "software"
                self.painter.close()
                self.painter = SoftPainter(self.size)
                self._open_plain()
        self.painter.draw(frame)
        if isinstance(self.painter, SoftPainter):
            self._present(self.painter.target)
        pygame.display.flip()

    def _present(self, picture: Surface) -> None:
        """Software: whole zooms straight into the window; others by way of the next whole one, so that pixels keep edges."""
        window = pygame.display.get_surface()
        if window is None:
            return
        a = fitted(self.size, window.get_size(), self.fit)
        if a.size != window.get_size():
            for bar in ((0, 0, window.get_width(), a.y), (0, a.bottom, window.get_width(), window.get_height()),
                        (0, a.y, a.x, a.h), (a.right, a.y, window.get_width(), a.h)):  # fmt: skip
                window.fill((0, 0, 0), bar)
        if a.size == self.size:
            window.blit(picture, a)
            return
        into = window.subsurface(a.clip(window.get_rect()))
        whole = a.w % self.size[0] == 0 and a.h % self.size[1] == 0
        if whole and into.get_bitsize() == picture.get_bitsize() and into.get_masks() == picture.get_masks():
            pygame.transform.scale(picture, a.size, into)
        elif whole:
            window.blit(pygame.transform.scale(picture, a.size), a)
        else:
            zoom = -(-a.w // self.size[0])
            big = (self.size[0] * zoom, self.size[1] * zoom)
            if self._scaled is None or self._scaled.get_size() != big:
                self._scaled = Surface(big, 0, 32)
            pygame.transform.scale(picture, big, self._scaled)
            window.blit(pygame.transform.smoothscale(self._scaled, a.size), a)
