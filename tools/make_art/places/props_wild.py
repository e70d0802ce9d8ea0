"""What lives and grows outdoors and the light that falls in: a crow, tall grass, daylight under the front door."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from tools.make_art.core.field import Sketch, grid
from tools.make_art.core.ramps import IDS
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.sdf import G

Over = Callable[[Sketch, int, int], None]
Points = Sequence[tuple[float, float]]

# ---- a crow ----------------------------------------------------------------------------------------------------------
INK = {"k": ("fur", 0.0), "d": ("fur", 0.22), "h": ("fur", 0.46), "e": ("paper", 0.9), "b": ("iron", 0.75)}
INK["l"] = ("iron", 0.45)
PERCHED = (
    "....kkkk........",
    "...kdhhdk.......",
    "bbbkdeddk.......",
    ".bbkddddk.......",
    "...kdddhdkk.....",
    "...kddhhhhdkk...",
    "...kdddhhhhddk..",
    "....kdddhhhhddk.",
    ".....kdddddhhddk",
    "......kkddddddkk",
    "........lkklkddk",
    "........l..l.kkk",
    ".......ll.ll....",
)
CAWS = (
    "...kkkk.........",
    "bb.kdhhdk.......",
    ".bbkdeddk.......",
    ".bbkddddk.......",
    "bb.kdddhdkk.....",
    *PERCHED[5:],
)
FLYING = (
    ".....kkk.............",
    "...kkdhdkkkkkkk......",
    "bbbkdedddddddddkkkk..",
    "..bkddddhhhhdddddddkk",
    "....kkddddddddkkkkkk.",
    "......kkkkkkkk.......",
)
WINGS: tuple[tuple[Points, Points], ...] = (  # near and far wing, from the shoulder, y up: up, half, down, half
    (((-1, 0), (7, 1), (12, 15), (5, 13), (1, 8)), ((-2, 1), (3, 1), (3, 14), (-2, 11))),
    (((-1, 0), (8, 0), (17, 7), (9, 8), (2, 5)), ((-2, 1), (3, 1), (-3, 9), (-7, 7))),
    (((-1, 1), (8, 1), (10, -9), (6, -11), (1, -6)), ((-2, 0), (2, 0), (-1, -6), (-5, -7))),
    (((-1, 1), (8, 1), (18, -2), (10, -5), (2, -4)), ((-2, 0), (3, 1), (-5, -2), (-8, 0))),
)


def _inside(sk: Sketch, ax: float, ay: float, points: Points) -> np.ndarray:
    """Mask of a polygon given from (ax, ay), y up."""
    y, x = grid(*sk.shape)
    X, Y = x - ax, ay - y
    out = np.zeros(sk.shape, bool)
    for (x0, y0), (x1, y1) in zip(points, (*points[1:], points[0])):
        if y0 != y1:
            out ^= ((y0 <= Y) != (y1 <= Y)) & ((x1 - x0) * (Y - y0) / (y1 - y0) + x0 > X)
    return out


def _stamp(sk: Sketch, x0: int, y0: int, rows: Sequence[str]) -> None:
    for j, row in enumerate(rows):
        for i, ch in enumerate(row):
            if ch != ".":
                ramp, tone = INK[ch]
                sk.mat[y0 + j, x0 + i], sk.tone[y0 + j, x0 + i] = IDS[ramp], tone


def _rim(sk: Sketch, ramp: str) -> None:
    """A dark line round all that is there."""
    on = sk.mat >= 0
    rim = np.zeros_like(on)
    for way in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        rim |= np.roll(on, way, (0, 1)) & ~on
    sk.put(rim, ramp, 0.0)


def _crow(rows: Sequence[str]) -> tuple[list[G], Over]:
    return [], lambda sk, ax, ay: _stamp(sk, ax - 9, ay - len(rows), rows)


def _crow_flying(k: int) -> tuple[list[G], Over]:
    """Frame k of four, flying left; the anchor is below it on the ground."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        near, far = WINGS[k]
        lift = (0, 1, 2, 1)[k]
        top = ay - 22 - lift
        y, x = grid(*sk.shape)
        sk.put(_inside(sk, ax - 1, top + 2, far), "fur", 0.2)
        _rim(sk, "fur")
        _stamp(sk, ax - 10, top, FLYING)
        wing = _inside(sk, ax - 2, top + 3, near)
        sk.put(wing, "fur", 0.24).put(wing & ((x - y) % 4 == 0), "fur", 0.42)
        edge = np.zeros_like(wing)
        for way in ((0, 1), (0, -1), (1, 0), (-1, 0)):
            edge |= np.roll(wing, way, (0, 1)) & ~wing
        sk.put(edge, "fur", 0.0)

    return [], over


make_prop("crow_sit", "grounds", lambda: _crow(PERCHED), None, shadow=False, frames="crow_sit,crow_caw", ms=1400)
make_prop("crow_caw", "grounds", lambda: _crow(CAWS), None, shadow=False)
for _k in range(4):
    _more = {"frames": ",".join(f"crow_fly_{i + 1}" for i in range(4)), "ms": 90} if _k == 0 else {}
    make_prop(f"crow_fly_{_k + 1}", "grounds", lambda k=_k: _crow_flying(k), None, shadow=False, **_more)


# ---- tall grass ------------------------------------------------------------------------------------------------------
def _tall_grass(seed: int, w: float, tall: float, sway: float) -> tuple[list[G], Over]:
    """A clump of long blades with seed heads; ``sway`` px at the tips."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(seed)
        n = int(w * 1.6)
        roots = sorted(((rng.uniform(-w, w), rng.uniform(-4, 3)) for _ in range(n)), key=lambda r: r[1])
        for rx, ry in roots:
            h = tall * rng.uniform(0.55, 1.0) * (1 - 0.35 * abs(rx) / w)
            bow = rx / w * rng.uniform(2.5, 6.0) + rng.uniform(-2, 2)
            tone, dry = rng.uniform(0.34, 0.56), rng.random() < 0.2
            for t in range(int(h) + 1):
                u = t / h
                px, py = round(ax + rx + (bow + sway) * u * u), round(ay + ry - t + 0.6 * abs(bow) * u**3)
                ramp = "leafdry" if dry and u > 0.35 else "grass"
                sk.mat[py, px], sk.tone[py, px] = IDS[ramp], min(tone - 0.16 + 0.5 * u, 0.95)
                if u < 0.4:
                    sk.mat[py, px + 1], sk.tone[py, px + 1] = IDS["grass"], tone - 0.24
            if dry:
                for k in range(3):
                    sk.mat[py - k, px + k % 2], sk.tone[py - k, px + k % 2] = IDS["leafdry"], 0.75
        _rim(sk, "leaf")

    return [], over


for _k, (_w, _h) in enumerate(((11, 19), (17, 24), (7, 15))):
    _both = {"frames": f"tall_grass_{_k + 1},tall_grass_{_k + 1}b", "ms": 820 + 130 * _k}
    make_prop(
        f"tall_grass_{_k + 1}",
        "grounds",
        lambda k=_k, w=_w, h=_h: _tall_grass(50 + k, w, h, 0.0),
        None,
        shadow=False,
        **_both,
    )
    make_prop(
        f"tall_grass_{_k + 1}b",
        "grounds",
        lambda k=_k, w=_w, h=_h: _tall_grass(50 + k, w, h, 2.0),
        None,
        shadow=False,
    )


# ---- the front door from inside --------------------------------------------------------------------------------------
@prop("house", None, flat=True, shadow=False, view=(110, 80, 60))
def door_light():
    """What comes in under a front door to the south and through the glass over it, on the boards before it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, ay - y
        reach = 17 + Y * 0.42
        lit = (Y > 3) & (Y < 34) & (np.abs(X) < reach)
        bars = (np.abs(np.abs(X) - reach / 3) < 1.1) | (np.abs(X) < 0.8) & (Y > 16)
        glow = np.clip(0.34 - Y / 110, 0.05, 0.4)
        level = np.floor(glow * 10 + ((x + y) % 2) * 0.5) / 10
        sk.put(lit & ~bars, "shade", 0.9)
        sk.alpha[lit & ~bars] = level[lit & ~bars] * 0.6
        sk.glow[lit & ~bars] = level[lit & ~bars] * 0.4
        gap = (Y >= 0) & (Y <= 2) & (np.abs(X) < 17)
        sk.put(gap, "shade", np.where(Y == 1, 1.0, 0.75))
        sk.glow[gap] = 0.5

    return [], over
