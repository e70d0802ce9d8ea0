"""A thing once more, in another state: what another module builds, with something laid over it or under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from tools.make_art.core.field import Array, Sketch, grid
from tools.make_art.core.ramps import IDS
from tools.make_art.places.prop import ALL
from tools.make_art.places.sdf import G

Over = Callable[[Sketch, int, int], None]
Built = tuple[list[G], Over]


def built(name: str, other: bool = True) -> tuple[list[G], Over | None]:
    """(groups, painter or None) of a prop that exists."""
    made: Any = ALL[name].build(other)
    return made if isinstance(made, tuple) else (made, None)


def over_it(name: str, *more: Over, other: bool = True, size: tuple[int, int, int, int] | None = None) -> Built:
    """That prop with more painted over it. ``size`` (w, h, ax, ay): kept at least as large as the first one."""
    groups, first = built(name, other)

    def over(sk: Sketch, ax: int, ay: int) -> None:
        if first is not None:
            first(sk, ax, ay)
        for paint in more:
            paint(sk, ax, ay)
        if size is not None:
            w, h, x, y = size
            corners(sk, ax - x, ay - y, ax - x + w - 1, ay - y + h - 1)

    return groups, over


def corners(sk: Sketch, x0: int, y0: int, x1: int, y1: int) -> None:
    """Nearly invisible pixels: states of one thing share a frame."""
    for x, y in ((x0, y0), (x1, y1)):
        if 0 <= y < sk.shape[0] and 0 <= x < sk.shape[1] and sk.mat[y, x] < 0:
            sk.mat[y, x] = IDS["dark"]
            sk.alpha[y, x] = 0.012


def line(sk: Sketch, x0: float, y0: float, x1: float, y1: float, ramp: str, tone: float, every: int = 0) -> Array:
    """A line one px wide between two px; with ``every`` a row of stitches, so many px on and as many off."""
    n = int(max(abs(x1 - x0), abs(y1 - y0))) + 1
    mask = np.zeros(sk.shape, bool)
    for i, (x, y) in enumerate(zip(np.linspace(x0, x1, n), np.linspace(y0, y1, n), strict=True)):
        xi, yi = round(float(x)), round(float(y))
        if (every and (i // every) % 2) or not (0 <= yi < sk.shape[0] and 0 <= xi < sk.shape[1]):
            continue
        mask[yi, xi] = True
    sk.put(mask, ramp, tone)
    return mask


def xy(sk: Sketch, ax: int, ay: int) -> tuple[Array, Array]:
    """px from the anchor, y down."""
    y, x = grid(*sk.shape)
    return x - ax, y - ay
