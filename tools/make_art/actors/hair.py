"""Reusable hair, in head space (centre at the origin, face towards +z)."""

from __future__ import annotations

import math

import numpy as np

from tools.make_art.actors.rig import Pose
from tools.make_art.actors.sdf import Part, Shape, Texture, cap, ell, sub


def strands(freq: float = 13, amp: float = 0.13) -> Texture:
    """Vertical strand shading."""
    return lambda q, n: amp * np.sin(np.arctan2(q[0], q[2] + 0.001) * freq)


def bob_hair(
    mat: str, size: float = 10.0, drop: float = -7.2, fringe: bool = True, flick: bool = False, face_x: float = 7.6
):
    """Chin-length bob; flick: tips turned out."""
    k = size / 10.0

    def parts(p: Pose) -> list[Part]:
        sw, back, up = p.sway, p.flow, p.bounce
        face = ell((0, -3.6 * k, 7.4 * k), (face_x * k, 8.6 * k, 8.4 * k))
        shapes: list[Shape] = [
            sub(ell((0, 0.9, -0.4), (size, size, size * 0.97)), face),
            ell((sw * 0.6, -4.0 * k + up * 0.7, -3.4 * k - back * 0.9), (8.9 * k, 6.0 * k, 6.2 * k + back * 0.3)),
        ]
        for s in (-1, 1):
            shapes.append(
                cap((s * 8.2 * k, -1, -0.9), (s * 8.8 * k + sw, drop * k + up, -0.2 - back), 2.4 * k, 1.5 * k)
            )
            if flick:
                shapes.append(
                    cap((s * 8.6 * k + sw, drop * k, -0.4), (s * 11 * k + sw, drop * k - 1.2, -0.4), 1.6 * k, 0.6)
                )
        if fringe:
            shapes += [
                cap((-3.8 * k, 6.4 * k, 5.2 * k), (-7.0 * k, 2.6 * k, 5.2 * k), 1.8, 1.1),
                cap((-3.2 * k, 6.4 * k, 5.6 * k), (-2.6 * k, 4.2 * k, 7.9 * k), 1.8, 1.0),
                cap((-1.6 * k, 6.6 * k, 5.8 * k), (2.4 * k, 4.6 * k, 8.0 * k), 1.8, 0.9),
                cap((1.4, 6.6 * k, 5.6 * k), (6.6 * k, 3.1 * k, 5.8 * k), 1.8, 1.0),
            ]
        return [Part(mat, shapes, 1.3, strands())]

    return parts


def cap_hair(
    mat: str, size: tuple[float, float, float] = (8.6, 8.4, 8.4), line: float = 2.2, back: float = -4, side: bool = True
):
    """Short hair: a shell with a hairline at `line`."""

    def parts(p: Pose) -> list[Part]:
        face = ell((0, -4.2 + line * 0.4, 7.2), (size[0] * 0.88, 7.6, 7.8))
        sh = [sub(ell((0, 1.2, -0.8), size), face)]
        if side:
            sh += [cap((s * size[0] * 0.86, 0, -1), (s * size[0] * 0.84, back, -1.2), 1.6, 1.0) for s in (-1, 1)] + [
                ell((0, back * 0.7, -4), (size[0] * 0.8, 4.4, 4.6))
            ]
        return [Part(mat, sh, 1.2, strands(11, 0.10))]

    return parts


def curls(
    mat: str,
    seed: int = 3,
    n: int = 50,
    size: tuple[float, float, float] = (8.8, 9.6, 8.6),
    r: tuple[float, float] = (1.8, 2.8),
    low: float = 0.15,
):
    """A mop of curls."""

    def parts(p: Pose) -> list[Part]:
        rng = np.random.default_rng(seed)
        sh = [sub(ell((0, 1.6, -0.8), (8.4, 8.4, 8.2)), ell((0, -2.6, 7.0), (7.2, 7.8, 7.2)))]
        for _ in range(n):
            a, e = rng.uniform(0, 2 * math.pi), rng.uniform(low, 1.4)
            d = np.array([math.cos(a) * math.cos(e), math.sin(e), math.sin(a) * math.cos(e)])
            rad = rng.uniform(*r)
            if d[2] > 0.5 and d[1] < 0.55:
                continue
            c = d * np.array(size) + [p.sway * 0.3, 0.6, -0.6]
            sh.append(ell(tuple(c), rad))
        return [Part(mat, sh, 0.3)]

    return parts


def bun(
    mat: str,
    y: float = 9.5,
    z: float = -3.5,
    r: float = 3.6,
    base: tuple[float, float, float] = (8.5, 8.2, 8.2),
    line: float = 2.6,
    tiers: int = 1,
):
    """Hair drawn up into one or more rolls."""

    def parts(p: Pose) -> list[Part]:
        face = ell((0, -4.0 + line * 0.4, 7.0), (base[0] * 0.9, 7.8, 7.6))
        sh = [sub(ell((0, 1.0, -0.8), base), face), ell((0, -2.6, -4.0), (6.6, 4.4, 4.4))]
        top = [
            ell((0, y + i * r * 1.05, z + i * 0.5), (r * (1 - 0.12 * i) * 1.15, r * 0.8, r * (1 - 0.12 * i) * 1.1))
            for i in range(tiers)
        ]
        return [
            Part(mat, sh, 1.2, strands(11, 0.09)),
            Part(mat, top, 0.6, lambda q, n: 0.09 * np.sin(q[0] * 2.2 + q[1])),
        ]

    return parts


def join(*fns):
    """Concatenate part functions."""
    return lambda p: [g for f in fns for g in f(p)]


def ears(mat: str, x: float = 7.6, y: float = -1.5):
    """Two ears."""
    return lambda p: [Part(mat, [ell((s * x, y, 0), (1.4, 2.0, 1.4)) for s in (-1, 1)], 0)]
