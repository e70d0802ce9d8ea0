"""Brightness textures for solid props: clapboards, shingles, bricks, stones. All take (points, normals) and return a
tone shift.
"""

from __future__ import annotations

import numpy as np

from tools.make_art.places.sdf import Array, Texture


def chance(a: Array, b: Array) -> Array:
    """Repeatable noise 0..1 for whole numbers a, b."""
    return np.asarray(np.abs(np.sin(a * 12.9898 + b * 78.233) * 43758.5453) % 1.0)


def clapboards(step: float = 8.0, dark: float = 0.24, wear: float = 0.06) -> Texture:
    """Lapped boards: a dark joint, a lit lip and boards of slightly different age."""

    def tex(q: Array, n: Array) -> Array:
        row, f = np.floor(q[:, 1] / step), q[:, 1] % step
        piece = chance(row, np.floor((q[:, 0] + row * 17) / 44))
        return (-dark * (f < 1.0) + 0.07 * (f > step - 1.4) + wear * (piece - 0.5) * 2) * (n[:, 1] < 0.8)

    return tex


def shingles(w: float = 9.0, h: float = 6.0, radial: float = 0.0, dark: float = 0.24) -> Texture:
    """Scalloped rows over a slope; with ``radial`` the rows run round an axis of that radius (cones)."""

    def tex(q: Array, n: Array) -> Array:
        v = q[:, 1] - 0.35 * q[:, 2] if not radial else q[:, 1]
        u = np.arctan2(q[:, 0], q[:, 2] * 1.6) * radial if radial else q[:, 0]
        row, fv = np.floor(v / h), v % h
        u = u + (row % 2) * w / 2
        fu = np.abs((u % w) - w / 2) / (w / 2)
        edge = fv < 0.6 + 1.9 * fu**2.4
        age = chance(row, np.floor(u / w)) - 0.5
        return -dark * edge + 0.16 * age

    return tex


def courses(h: float = 6.0, w: float = 12.0, dark: float = 0.2, age: float = 0.14) -> Texture:
    """Bricks or squared stones on the front and on the sides."""

    def tex(q: Array, n: Array) -> Array:
        u = np.where(np.abs(n[:, 0]) > 0.7, q[:, 2], q[:, 0])
        row = np.floor(q[:, 1] / h)
        u = u + (row % 2) * w / 2
        joint = ((q[:, 1] % h) < 1.0) | ((u % w) < 1.0)
        return (-dark * joint + age * (chance(row, np.floor(u / w)) - 0.5)) * (np.abs(n[:, 1]) < 0.75)

    return tex


def rubble(size: float = 7.0, seed: float = 3.0, dark: float = 0.3) -> Texture:
    """Dry stones: cells of a jittered grid with dark gaps."""

    def tex(q: Array, n: Array) -> Array:
        a, b = q[:, 0] / size, (q[:, 1] - q[:, 2] * 0.8) / (size * 0.62)
        best, second, who = np.full(len(a), 9.0), np.full(len(a), 9.0), np.zeros(len(a))
        for di in (-1, 0, 1):
            for dj in (-1, 0, 1):
                i, j = np.floor(a) + di, np.floor(b) + dj
                d = np.hypot(a - i - chance(i + seed, j), b - j - chance(i, j + seed + 7))
                nearer = d < best
                second = np.where(nearer, best, np.minimum(second, d))
                who = np.where(nearer, chance(i, j), who)
                best = np.minimum(best, d)
        return -dark * (second - best < 0.13) + 0.22 * (who - 0.5)

    return tex


def plain(delta: float) -> Texture:
    """One tone up or down everywhere."""
    return lambda q, n: delta + 0 * q[:, 0]
