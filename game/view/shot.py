"""A picture of a session as a player would see it, without a window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame

from game.data import data_folder
from game.view.assets import Assets
from game.view.painter import Frame, Painter, Size
from game.view.show import Show
from game.view.stage import Choice, open_painter


def painter_for(choice: Choice, size: Size) -> tuple[Painter, str]:
    """A painter into memory, and one line when it is not the one asked for."""
    if choice != "software":
        pygame.display.init()
    return open_painter(choice, size, size, data_folder("assets") / "shaders")


def save_picture(painter: Painter, path: Path) -> Path:
    """What the painter painted last, as PNG. Raises OSError when it cannot be written."""
    pixels = painter.read()
    try:
        pygame.image.save(pygame.image.frombuffer(pixels.tobytes(), pixels.shape[1::-1], "RGB"), path)
    except pygame.error as e:
        raise OSError(f"{path}: cannot be written: {e}") from e
    return path


def save_shot(
    session: Any, path: Path, size: Size = (640, 360), over: Callable[[pygame.Surface], None] | None = None
) -> Path:
    """The world of a session now, software-painted; ``over`` may draw on it."""
    painter, _ = painter_for("software", size)
    show = Show(Assets(data_folder("assets"), data_folder("maps")), size)
    frame: Frame = show.frame(session, 1.0, 1 / 60)
    frame.paint_over = over
    painter.draw(frame)
    return save_picture(painter, path)
