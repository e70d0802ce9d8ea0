"""Where a picture lies in a window."""

from __future__ import annotations

from typing import Literal

from pygame import Rect

Size = tuple[int, int]
Fit = Literal["whole", "fit", "stretch"]


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
