"""The front: the window, with the title's picture standing still in it, before the rest of the game is read.

All that is imported here keeps the first picture waiting: pygame and the settings, no rules, no numpy. main.py reads the rest.
"""

from __future__ import annotations

import argparse
import contextlib
from dataclasses import dataclass

import pygame

from game.app.folder import Folders
from game.app.settings import Settings, SettingsFile
from game.app.window import Window, WindowError, may_have_card, prepare
from game.data import data_folder
from game.view.fit import fitted

HEADLESS_DRIVERS = ("dummy", "offscreen")
STILL = "title.png"


@dataclass
class Front:
    """What the game goes on with. ``note``: one line for the player about the settings' file, or "".

    ``window`` is open already where the title comes first; where something was asked for, that is looked at before.
    """

    settings: Settings
    file: SettingsFile
    note: str
    window: Window | None = None


def open_front(options: argparse.Namespace) -> Front:
    """The settings as the command line wants them, and if it all begins with the title, the window with a still picture.

    Raises WindowError when there is no display.
    """
    file = SettingsFile(Folders.of(options.saves).settings)
    settings, note = file.load()
    if options.window:
        settings.window, settings.window_size = "window", options.window
    if options.fullscreen:
        settings.window = "fullscreen"
    if options.renderer:
        settings.renderer = options.renderer
    front = Front(settings, file, note)
    if not (options.map or options.beat or options.flag or options.boss or options.attack):
        front.window = open_window(settings)
        if not settings.first_run:
            show_still(front.window)
    return front


def open_window(settings: Settings) -> Window:
    """Raises WindowError when there is no display."""
    prepare()
    try:
        pygame.display.init()
    except pygame.error as e:
        raise WindowError(f"no window: {e}") from e
    headless = pygame.display.get_driver() in HEADLESS_DRIVERS
    wants_opengl = settings.renderer == "opengl" or (settings.renderer == "auto" and not headless and may_have_card())
    icon = data_folder("assets") / "art" / "ui" / "icon.png"
    return Window(settings, icon if icon.exists() else None, wants_opengl)


def show_still(window: Window) -> None:
    """The title without its menu, where the title will be. A window for OpenGL stays dark: only OpenGL can paint in it."""
    if window.is_opengl:
        return
    with contextlib.suppress(pygame.error, OSError):
        still = pygame.image.load(data_folder("assets") / "art" / "ui" / STILL)
        area = fitted(still.get_size(), window.size)
        window.surface.blit(pygame.transform.scale(still, area.size), area)
        pygame.display.flip()
