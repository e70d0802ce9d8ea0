"""Animated pictures: fire, flame, portal. Frames of one thing share a frame size; the first one carries the Tiled
animation.
"""

from __future__ import annotations

import math

import numpy as np

from tools.make_art.core.field import Sketch, grid
from tools.make_art.core.ramps import IDS
from tools.make_art.places.prop import make_prop


def _corners(sk: Sketch, x0: int, y0: int, x1: int, y1: int) -> None:
    """Nearly invisible pixels that keep all frames the same size."""
    for x, y in ((x0, y0), (x1, y1)):
        if sk.mat[y, x] < 0:
            sk.mat[y, x] = IDS["dark"]
            sk.alpha[y, x] = 0.012


def _fire(w: int, h: int, t: float, seed: int = 1):
    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(seed)
        y, x = grid(*sk.shape)
        X, Y = x - ax + w / 2, y - ay + h
        v = np.zeros(sk.shape)
        for i in range(9):
            ph = (t + rng.random()) % 1.0
            bx = w * (0.2 + 0.6 * rng.random())
            yy, r = h - 3 - ph * h * 0.85, (w * 0.20) * (1 - ph) ** 0.7 + 0.6
            xx = bx + (w / 2 - bx) * ph * 0.6 + 1.4 * math.sin(ph * 7 + i)
            v += np.clip(1 - np.hypot((X - xx) / r, (Y - yy) / (r * 1.7)), 0, 1) * 1.1
        v += np.clip(1 - np.hypot((X - w / 2) / (w * 0.42), (Y - h + 1) / (h * 0.42)), 0, 1) * 0.9
        inside = (X >= 0) & (w > X) & (Y >= 0) & (h > Y)
        ix = np.clip((v * 4.2).astype(int), 0, 5)
        m = (v > 0.26) & inside
        sk.put(m, "flame", ix / 5)
        sk.glow[m] = 0.75
        _corners(sk, ax - w // 2, ay - h, ax + w // 2, ay + 17)  # sorts in front of the hearth

    return [], over


def _swirl(t: float):
    """The glowing passage in the small door's hole, 28 x 34."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = (x - ax) / 14.0, (ay - y - 17) / 18.0
        r, th = np.hypot(X, Y) + 1e-3, np.arctan2(Y, X)
        u = -np.log(r) * 4.2 + t + 0.16 * np.sin(th * 5 + 1)
        f = u - np.floor(u)
        v = (
            0.12
            + 0.44 * np.sin(f * np.pi) ** 0.8 * (0.4 + 0.6 * np.clip(-np.log(r) / 2.4, 0, 1))
            + 0.5 * np.clip(-np.log(r) - 1.3, 0, 1)
        )
        m = (np.abs(x - ax) < 14) & (ay - y > 0) & (ay - y < 35) & ~(x - ax > 12)
        sk.put(m, "portal", v, 0.8)
        sk.glow[m] = 0.8

    return [], over


for _k in range(6):
    make_prop(
        f"fire_{_k + 1}",
        "fx",
        lambda k=_k: _fire(34, 26, k / 6),
        None,
        shadow=False,
        **({"frames": ",".join(f"fire_{i + 1}" for i in range(6)), "ms": 90, "light": "fire"} if _k == 0 else {}),
    )
for _k in range(4):
    make_prop(
        f"flame_{_k + 1}",
        "fx",
        lambda k=_k: _fire(8, 11, k / 4, 3),
        None,
        shadow=False,
        **({"frames": ",".join(f"flame_{i + 1}" for i in range(4)), "ms": 110} if _k == 0 else {}),
    )
    make_prop(
        f"portal_swirl_{_k + 1}",
        "fx",
        lambda k=_k: _swirl(k / 4),
        None,
        shadow=False,
        **({"frames": ",".join(f"portal_swirl_{i + 1}" for i in range(4)), "ms": 120} if _k == 0 else {}),
    )
