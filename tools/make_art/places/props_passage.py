"""Props of the way behind the small door: great ribs that a light runs through, their stumps before and above us, the two mouths.

All painted, none modelled: they follow the skin of the tileset ``between`` (tube, face_tube).
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from tools.make_art.core.field import Array, Sketch, bayer, grid, noise
from tools.make_art.places.prop import make_prop

Over = Callable[[Sketch, int, int], None]
FRAMES = 6


def _wave(y: Array) -> Array:
    """px a rib leans aside, so far from where wall and floor meet."""
    return np.asarray(3.0 * np.sin(y * 2 * math.pi / 74) + 1.2 * np.sin(y * 2 * math.pi / 27))


def _ridge(sk: Sketch, across: Array, along: Array, mask: Array, t: float, dim: Array) -> None:
    """A rounded ridge: ``across`` px from its middle, ``along`` px on it; a bright bead runs down it."""
    w = 9.5 + 1.6 * np.sin(along * 0.11) + 0.8 * np.sin(along * 0.31 + 2)
    d = np.abs(across) / w
    m = mask & (d < 1)
    body = 0.10 + 0.34 * np.sqrt(np.clip(1 - (d * 1.02) ** 2, 0, 1)) - 0.16 * np.clip(across / w, -0.2, 1)
    ring = np.abs((along % 11) - 5.5) < 0.8
    sk.put(m, "portal", (body - 0.07 * ring) * dim, 0.7)
    sk.put(mask & (d >= 1) & (np.abs(across) < w + 2.2), "dark", 0.08)
    far = ((along / 108.0 - t) % 1.0) * 108.0
    bead = np.clip(1 - np.minimum(far, 108 - far) / 26, 0, 1)
    vein = m & (np.abs(across + 1.5) < 1.4 + 1.5 * bead)
    sk.put(vein, "portal", (0.56 + 0.44 * bead) * (0.5 + 0.5 * dim))
    halo = m & ~vein & (np.abs(across + 1.5) < 5)
    sk.add(halo, 0.16 * bead)
    sk.glow[m] = (0.10 + 0.16 * bead)[m]
    sk.glow[vein] = ((0.42 + 0.50 * bead) * (0.35 + 0.65 * dim))[vein]


def _rib_wall(t: float) -> tuple[list[object], Over]:
    """Up the far side, 112 px; the anchor is where it meets the floor."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        up = ay - y
        m = (up >= 0) & (up < 116)
        lean = 7.0 * np.clip(up / 112.0, 0, 2) ** 2.2
        _ridge(sk, x - ax + _wave(up + 0.0) - lean, 116.0 - up, m, t, np.clip(1.15 - up / 120.0, 0.12, 1))

    return [], over


def _rib_floor(t: float) -> tuple[list[object], Over]:
    """On over the floor, 240 px; the anchor is where it meets the far side."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        down = y - ay
        m = (down >= 0) & (down < 240)
        _ridge(sk, (x - ax - _wave(down + 0.0)) * 1.25, 8.0 + down, m, t, np.clip(1.0 - down / 520.0, 0.3, 1) * 0.86)

    return [], over


def _horn(tall: float, bend: float, base: float, seed: int, hangs: bool) -> tuple[list[object], Over]:
    """The stump of a rib between us and the way: dark, with a rim of light. ``hangs``: from above."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        up = (y - ay) if hangs else (ay - y)
        f = np.clip(up / tall, 0, 1)
        middle = bend * f**1.7 + 1.6 * np.sin(up * 0.16 + seed)
        w = base * (1 - f) ** 0.75 + 1.2
        a = (x - ax) - middle
        m = (up >= 0) & (up < tall) & (np.abs(a) < w)
        ring = np.abs(((up + 0.25 * np.abs(a)) % 12) - 6) < 1.0
        lit = -a / w * (1 if bend > 0 else -1)
        tone = 0.20 + 0.26 * np.clip(lit, 0, 1) * np.clip(f * 1.5, 0, 1) - 0.08 * ring - 0.06 * (lit < -0.3)
        sk.put(m, "portal", tone, 0.7)
        sk.put(m & (np.abs(a) > w - 1.3), "dark", 0.04)
        rim = m & (lit > 0) & (np.abs(a) > w - 3.4) & (np.abs(a) <= w - 1.3) & (f > 0.12) & (~ring)
        sk.put(rim, "portal", 0.40 + 0.42 * f)
        sk.glow[m] = 0.06
        sk.glow[rim] = (0.16 + 0.34 * f)[rim]

    return [], over


def _mouth(ramp: str, t: float, wide: int, tall: int, strength: float, way: int = 1) -> tuple[list[object], Over]:
    """Light that comes in at an end of the way: the anchor is the middle of the hole, rays to the left (``way`` 1)."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = way * (ax - x) / wide, (y - ay) / tall
        r = np.hypot(X, Y)
        ray = np.arctan2(Y, X + 0.22)
        v = np.clip(1 - r, 0, 1) ** 1.5 * (0.82 + 0.18 * np.sin(ray * 13 + 2 * math.pi * t) * np.sin(ray * 5 + 1))
        steps = np.floor(np.clip(v * strength, 0, 1) * 9 + bayer(*sk.shape) * 0.95) / 9
        m = (steps > 0.06) & (X >= 0)
        sk.put(m, ramp, np.clip(0.34 + 0.66 * steps, 0, 1))
        sk.alpha[m] = 0.02 + 0.34 * steps[m]
        sk.glow[m] = (0.10 + 0.62 * steps)[m]

    return [], over


def _threads(seed: int, n: int) -> tuple[list[object], Over]:
    """Loose ends that hang from above, each with a knot of light."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        rng = np.random.default_rng(seed)
        for _ in range(n):
            x0, long, k = rng.uniform(-26, 26), rng.uniform(24, 66), rng.uniform(0, 6)
            down = y - ay
            line = (np.abs(x - ax - x0 - 2.2 * np.sin(down * 0.09 + k)) < 0.6) & (down >= 0) & (down < long)
            sk.put(line, "portal", 0.24 + 0.5 * np.clip(down / long, 0, 1))
            sk.glow[line] = 0.12
            cx, cy = x0 + 2.2 * math.sin(long * 0.09 + k), long
            knot = np.hypot(x - ax - cx, down - cy) < 1.9
            sk.put(knot, "portal", 1.0)
            sk.glow[knot] = 0.85

    return [], over


def _motes(seed: int, w: int, h: int, n: int) -> tuple[list[object], Over]:
    """Lights under the skin: a spill of small round glows on the floor."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        rng = np.random.default_rng(seed)
        for _ in range(n):
            a, d = rng.uniform(0, 2 * math.pi), math.sqrt(rng.random())
            cx, cy, r = ax + w / 2 * d * math.cos(a), ay + h / 2 * d * math.sin(a), rng.choice((1.0, 1.5, 2.2))
            q = np.hypot(x - cx, (y - cy) * 1.2)
            core = q < r
            ramp = "bloss" if rng.random() < 0.3 else "portal"
            halo = (q < r * 3.2) & ~core & (bayer(*sk.shape) < 0.6 * np.clip(1 - q / (r * 3.2), 0, 1)) & (sk.mat < 0)
            sk.put(halo, ramp, 0.55)
            sk.alpha[halo] = 0.5
            sk.glow[halo] = 0.30
            sk.put(core, ramp, 0.86)
            sk.glow[core] = 0.8

    return [], over


def _pool(seed: int) -> tuple[list[object], Over]:
    """Skin so thin that the light comes through: a pool on the floor."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        n = noise(*sk.shape, 6, 6, seed, 2) - 0.5
        v = 1 - np.hypot((x - ax) / 42.0, (y - ay) / 20.0) + 0.55 * n
        steps = np.floor(np.clip(v * 1.25, 0, 1) * 6 + bayer(*sk.shape) * 0.9) / 6
        m = steps > 0.1
        sk.put(m, "portal", 0.34 + 0.34 * steps)
        sk.alpha[m] = 0.06 + 0.26 * steps[m]
        sk.glow[m] = (0.03 + 0.20 * steps)[m]

    return [], over


BETWEEN = "between"
for _k in range(FRAMES):
    _wall = ",".join(f"rib_wall_{i + 1}" for i in range(FRAMES))
    _floor = ",".join(f"rib_floor_{i + 1}" for i in range(FRAMES))
    make_prop(
        f"rib_wall_{_k + 1}",
        BETWEEN,
        lambda k=_k: _rib_wall(k / FRAMES),
        None,
        wall=True,
        view=(80, 160, 136),
        **({"frames": _wall, "ms": 170} if _k == 0 else {}),
    )
    make_prop(
        f"rib_floor_{_k + 1}",
        BETWEEN,
        lambda k=_k: _rib_floor(k / FRAMES - 116 / 108),
        None,
        flat=True,
        shadow=False,
        view=(80, 280, 20),
        **({"frames": _floor, "ms": 170} if _k == 0 else {}),
    )
for _n, (_tall, _bend, _base, _up) in enumerate(
    (
        (74, 22, 19, False),
        (58, -16, 16, False),
        (92, 30, 22, False),
        (64, 18, 18, True),
        (84, -24, 20, True),
        (86, -28, 21, False),
    ),
    1,
):
    make_prop(
        f"rib_stump_{_n}",
        BETWEEN,
        lambda a=_tall, b=_bend, c=_base, n=_n, u=_up: _horn(a, b, c, n, u),
        None,
        wall=_up,
        shadow=False,
        view=(140, 160, 30 if _up else 120),
    )
make_prop(
    "mouth_warm",
    BETWEEN,
    lambda: _mouth("flame", 0.0, 190, 112, 1.25),
    None,
    flat=True,
    shadow=False,
    view=(420, 300, 150),
    light="lamp",
)
make_prop(
    "mouth_cold",
    BETWEEN,
    lambda: _mouth("glass", 0.2, 110, 80, 1.0, -1),
    None,
    flat=True,
    shadow=False,
    view=(260, 200, 100),
)
for _n in (1, 2, 3):
    make_prop(f"tube_threads_{_n}", BETWEEN, lambda n=_n: _threads(n, 3 + n), None, wall=True, view=(110, 110, 20))
    make_prop(
        f"tube_motes_{_n}",
        BETWEEN,
        lambda n=_n: _motes(n + 20, 40 + 34 * n, 26 + 8 * n, 5 + 4 * n),
        None,
        flat=True,
        shadow=False,
        view=(190, 90, 45),
    )
    make_prop(f"tube_pool_{_n}", BETWEEN, lambda n=_n: _pool(n + 40), None, flat=True, shadow=False, view=(130, 80, 40))
