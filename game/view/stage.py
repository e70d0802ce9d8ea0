"""The stage: which painter paints, and where its logical picture lies in a window. view/screen.py puts it there.

``open_painter`` never raises: whatever OpenGL has to complain about becomes one line, and the software painter paints.
moderngl is only imported when OpenGL is asked for.
"""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import Any, Literal

from game.view.fit import Fit, fitted
from game.view.paint_soft import SoftPainter
from game.view.painter import SIZE, Painter, Size

Choice = Literal["auto", "opengl", "software"]


def is_software(context: Any) -> bool:
    """Whether an OpenGL context runs on the processor."""
    return bool(import_module("game.view.paint_gl").is_software(context))


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
