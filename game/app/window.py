"""The window: opened, resized, put on the whole screen and back. What is painted in it is view/'s business.

``prepare`` must come before anything of SDL is started.
"""

from __future__ import annotations

import contextlib
import os
import sys
import warnings
from collections.abc import MutableMapping
from pathlib import Path

import pygame

from game.app.settings import Settings

TITLE = "The Pink Palace"
SMALLEST = (640, 360)
USUAL_HZ = 60
HINTS = {
    "SDL_WINDOWS_DPI_AWARENESS": "permonitorv2",  # real pixels: the system must not blur our whole steps
    "SDL_GAMECONTROLLER_USE_BUTTON_LABELS": "0",  # buttons by place; whose letter says yes is decided in pad.py
    "SDL_VIDEO_X11_WMCLASS": "pink-palace",
    "SDL_APP_NAME": TITLE,
}
MINIMIZE = "SDL_VIDEO_MINIMIZE_ON_FOCUS_LOSS"
PLAIN_WINDOW = "SDL_FRAMEBUFFER_ACCELERATION"
"""SDL would show our finished pictures through OpenGL, which without a graphics card is Mesa: 90 MB, and slower."""
CARDS = ("dri/renderD*", "dri/card*", "nvidia[0-9]*", "dxg")
"""What a graphics card is called in Linux' /dev (dxg: Windows' card, seen from inside)."""


class WindowError(Exception):
    """No window can be had; one line that says why."""

    exit_code = 2


def prepare(environment: MutableMapping[str, str] = os.environ) -> None:
    """Tells SDL how we want it; what a player has set themselves stays."""
    for name, value in HINTS.items():
        environment.setdefault(name, value)


def may_have_card(platform: str = sys.platform, dev: Path = Path("/dev")) -> bool:
    """False where asking OpenGL would only load a renderer that works on the processor."""
    return platform != "linux" or any(any(dev.glob(card)) for card in CARDS)


class Window:
    """One window. ``wants_opengl``: with a context for the OpenGL painter, if the screen can; ``is_opengl`` says so.

    Raises WindowError when there is no display.
    """

    def __init__(self, settings: Settings, icon: Path | None = None, wants_opengl: bool = False) -> None:
        self.settings = settings
        self.is_opengl = False
        self.has_vsync = False
        self._is_full = False
        self._whole = "fullscreen"
        self._was_named = os.environ.get("SDL_VIDEODRIVER", "")
        self._start()
        if icon is not None:
            with contextlib.suppress(pygame.error, OSError):  # a missing icon is no reason not to play
                pygame.display.set_icon(pygame.image.load(icon))
        pygame.display.set_caption(TITLE)
        self.reopen(wants_opengl)

    def _start(self) -> None:
        try:
            pygame.display.init()
        except pygame.error as e:
            raise WindowError(f"no window: {e}") from e
        # SDL falls back to a screen that nobody can see; only tests want that, and they name it.
        if pygame.display.get_driver() == "offscreen" and self._was_named != "offscreen":
            pygame.display.quit()
            raise WindowError("no window: no display was found (is DISPLAY or WAYLAND_DISPLAY set?)")
        if pygame.display.get_driver() == "x11":
            os.environ.setdefault(PLAIN_WINDOW, "0")  # Wayland can only do it through OpenGL

    def reopen(self, wants_opengl: bool) -> None:
        """Another painter needs another kind of window. Falls back to a plain one, then see ``is_opengl``."""
        if pygame.display.get_surface() is not None and wants_opengl != self.is_opengl:
            pygame.display.quit()
            self._start()
            pygame.display.set_caption(TITLE)
        self._is_full = False
        self.is_opengl = wants_opengl and self._open(pygame.OPENGL | pygame.DOUBLEBUF)
        if not self.is_opengl and not self._open(0):
            raise WindowError(f"no window: {pygame.get_error() or 'the screen refused'}")
        self.set_mode(self.settings.window)

    def _open(self, flags: int) -> bool:
        if flags & pygame.OPENGL:
            pygame.display.gl_set_attribute(pygame.GL_CONTEXT_MAJOR_VERSION, 3)
            pygame.display.gl_set_attribute(pygame.GL_CONTEXT_MINOR_VERSION, 3)
            pygame.display.gl_set_attribute(pygame.GL_CONTEXT_PROFILE_MASK, pygame.GL_CONTEXT_PROFILE_CORE)
        # Without OpenGL, SDL waits for the screen by painting through it all the same: only worth it with a card.
        waits = self.settings.vsync and (bool(flags & pygame.OPENGL) or may_have_card())
        for vsync in (1, 0) if waits else (0,):
            with warnings.catch_warnings(record=True) as warned:
                warnings.simplefilter("always")
                try:
                    pygame.display.set_mode(self._fitting_size(), flags | pygame.RESIZABLE, vsync=vsync)
                except pygame.error:
                    continue
            if warned and vsync:
                continue  # it would wait for the screen, but copy every picture the slow way
            self.has_vsync = bool(vsync)
            return True
        return False

    def _fitting_size(self) -> tuple[int, int]:
        """The remembered size, or less when the screen has become smaller."""
        sizes = pygame.display.get_desktop_sizes() or [(1280, 720)]
        most = max(w for w, _ in sizes), max(h for _, h in sizes)
        w, h = (min(n, m) for n, m in zip(self.settings.window_size, most))
        return max(w, SMALLEST[0]), max(h, SMALLEST[1])

    @property
    def surface(self) -> pygame.Surface:
        """What is shown at the next flip. Another one after ``reopen``; the same through all other changes."""
        surface = pygame.display.get_surface()
        assert surface is not None, "the window was closed"
        return surface

    @property
    def size(self) -> tuple[int, int]:
        return pygame.display.get_window_size()

    @property
    def hz(self) -> float:
        """How often the screen the window is on shows a picture; 60 when it does not say."""
        try:
            hz = pygame.display.get_current_refresh_rate()
        except pygame.error:
            hz = 0
        return float(hz) if 20 <= hz <= 1000 else float(USUAL_HZ)

    # ---- modes

    def set_mode(self, mode: str) -> None:
        """``window``, ``borderless`` or ``fullscreen``, on the screen the window is on; remembered in the settings.

        Both whole-screen modes keep the desktop's resolution: the picture is scaled by us. Borderless stays there when
        another window is used on a second screen; fullscreen gets out of the way.
        """
        os.environ[MINIMIZE] = "1" if mode == "fullscreen" else "0"
        if (mode != "window") != self._is_full:
            with contextlib.suppress(pygame.error):  # a driver without: the window stays a window
                pygame.display.toggle_fullscreen()
                self._is_full = not self._is_full
        if mode != "window":
            self._whole = mode
        if mode in ("window", "borderless", "fullscreen"):
            self.settings.window = mode  # type: ignore[assignment]  # one of the three

    def toggle_fullscreen(self) -> None:
        """Alt+Enter, F11: to the whole-screen mode used last, and back."""
        self.set_mode(self._whole if self.settings.window == "window" else "window")

    def feed(self, event: pygame.event.Event) -> bool:
        """True when the size changed. The size of a window is remembered, that of a whole screen is not."""
        if event.type not in (pygame.WINDOWSIZECHANGED, pygame.WINDOWDISPLAYCHANGED):
            return False
        if not self._is_full and event.type == pygame.WINDOWSIZECHANGED:
            w, h = self.size
            self.settings.window_size = max(w, SMALLEST[0]), max(h, SMALLEST[1])
        return True

    def close(self) -> None:
        pygame.display.quit()
