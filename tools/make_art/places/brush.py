"""Painting flat things by hand: coordinates round the anchor, outlines, little heads. Used by props that are mostly paint."""

from __future__ import annotations

import numpy as np

from tools.make_art.core.field import Array, Sketch, grid
from tools.make_art.core.ramps import IDS


def around(sk: Sketch, ax: int, ay: int) -> tuple[Array, Array]:
    """(X, Y) of every pixel's middle, from the anchor, Y up."""
    y, x = grid(*sk.shape)
    return x - ax + 0.5, ay - y - 0.5


def rim(sk: Sketch, mask: Array, ramp: str = "dark", tone: float = 0.0) -> None:
    """A line one pixel wide round a shape."""
    wide = mask.copy()
    wide[1:] |= mask[:-1]
    wide[:-1] |= mask[1:]
    wide[:, 1:] |= mask[:, :-1]
    wide[:, :-1] |= mask[:, 1:]
    sk.put(wide & ~mask, ramp, tone)


def glow(sk: Sketch, mask: Array, strength: float = 0.9) -> None:
    """These pixels shine by themselves."""
    sk.glow[mask] = strength


def disc(X: Array, Y: Array, x: float, y: float, rx: float, ry: float | None = None) -> Array:
    return np.asarray(np.hypot((X - x) / rx, (Y - y) / (ry or rx)) < 1)


def rect(X: Array, Y: Array, x0: float, y0: float, x1: float, y1: float) -> Array:
    return np.asarray((x0 <= X) & (x1 > X) & (y0 <= Y) & (y1 > Y))


def bulb(sk: Sketch, X: Array, Y: Array, x: float, y: float, ramp: str = "shade", r: float = 2.4) -> None:
    """A small lit lamp."""
    m = disc(X, Y, x, y, r)
    rim(sk, m, ramp, 0.1)
    sk.put(m, ramp, 0.86).put(disc(X, Y, x - 0.5, y + 0.5, r * 0.5), ramp, 1.0)
    glow(sk, m)


def cells(sk: Sketch, x0: int, y0: int, rows: str, inks: dict[str, tuple[str, float]]) -> None:
    """A tiny picture, a letter a pixel, rows parted by spaces; its upper left corner at pixel (x0, y0)."""
    for j, row in enumerate(rows.split()):
        for i, c in enumerate(row):
            yy, xx = y0 + j, x0 + i
            if c in inks and 0 <= yy < sk.shape[0] and 0 <= xx < sk.shape[1]:
                sk.mat[yy, xx], sk.tone[yy, xx], sk.alpha[yy, xx] = IDS[inks[c][0]], inks[c][1], 1.0
