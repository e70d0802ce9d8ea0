"""Props of the house front: bays, turret, gable, porch, chimney, ivy, gutter, stairs and the small brass things by the
door.

Most hang on the wall (wall=True): their anchor stands on the wall's foot line, so put it on the first floor row of
the map.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from tools.make_art.core.field import Sketch, grid
from tools.make_art.places.lettering import centred
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.props_grounds import _foliage
from tools.make_art.places.props_house import grain
from tools.make_art.places.sdf import (
    RX,
    RZ,
    G,
    Shape,
    ball,
    blk,
    box,
    cyl,
    half,
    inter,
    move,
    moved,
    rod,
    sub,
    torus,
)
from tools.make_art.places.surfaces import clapboards, courses, plain, shingles

Built = list[G]
Over = Callable[[Sketch, int, int], None]
PANE = 0.2  # how much lighter a streak on a pane is


def _pane(glow: float) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """Glass: sky streaks by day, an even glow when lit."""
    return lambda q, n: (0.2 if glow else PANE * ((q[:, 0] * 0.9 + q[:, 1]) % 23 < 4) - 0.34) + 0 * q[:, 0]


# ---- bay windows -----------------------------------------------------------------------------------------------------
def _bay_slab(y: float, h: float, grow: float = 0.0) -> Shape:
    """A slice of the bay's plan: 92 wide at the wall, 56 wide 16 px in front of it."""
    d = 30.56 + grow * 0.9
    body = blk(0, y, 8 + grow / 2, 96 + 2 * grow, h, 16 + grow, 0.5)
    return inter(inter(body, half((16, 0, 18), d)), half((-16, 0, 18), d))


def _bay_storey(y: float, glow: float) -> Built:
    """Panel, sill, window band and cornice of one storey (82 px)."""
    posts = [rod((x, y + 28, z), (x, y + 74, z), 1.9) for x, z in ((-45, 0.6), (45, 0.6), (-28, 16), (28, 16))]
    bars = [rod((x, y + 28, 16.4), (x, y + 74, 16.4), 1.1) for x in (-9.5, 9.5)]
    panels = [blk(x, y + 8, 16, 22, 14, 1.6, 0.4) for x in (-13, 13)]
    return [
        G("siding", [_bay_slab(y, 28)], 0, clapboards(7)),
        G("siding", panels, 0, plain(0.08)),
        G("glass" if not glow else "shade", [_bay_slab(y + 26, 50, -1.4)], 0, _pane(glow), glow),
        G("trimw", [_bay_slab(y + 25, 4, 2.4), _bay_slab(y + 54, 2, 0.6), _bay_slab(y + 73, 3, 0.6), *posts, *bars]),
        G("trimw", [_bay_slab(y + 76, 5, 3.4)], 0, lambda q, n: -0.2 * ((q[:, 0] % 6) < 2) * (n[:, 2] > 0.4)),
    ]


def _bay(storeys: int, glow: float = 0.0) -> Built:
    top = 8 + storeys * 82
    cap = inter(
        inter(_bay_slab(top, 26, 4), half((0, 0.62, 0.78), top * 0.62 + 17)), half((0.5, 0.8, 0), top * 0.8 + 30)
    )
    out = [G("stone", [_bay_slab(0, 8, 2)], 0, courses(8, 18))]
    for k in range(storeys):
        out += _bay_storey(8 + k * 82, glow)
    return [
        *out,
        G("roof", [inter(cap, half((-0.5, 0.8, 0), top * 0.8 + 30))], 0, shingles(8, 5)),
        G("brass", [ball((0, top + 26, 2), (2, 2, 2)), rod((0, top + 26, 2), (0, top + 36, 2), 0.8, 0.4)]),
    ]


TALL = (140, 190, 170)  # first view of a storey; saves the renderer from growing the picture step by step
make_prop("bay_window", "facade", lambda: _bay(1), None, wall=True, view=TALL)
make_prop("bay_window_lit", "facade", lambda: _bay(1, 0.7), None, wall=True, view=TALL, light="lamp")
make_prop("bay_tower", "facade", lambda: _bay(2), None, wall=True, view=(140, 280, 260))


# ---- turret, gable, dormer, chimney --------------------------------------------------------------------------------
def _curved_window(a: float, y: float, r: float, w: float, h: float) -> Built:
    """A window on the turret's curve, ``a`` degrees from the front."""
    t = math.radians(a)
    at = (math.sin(t) * r, y, math.cos(t) * r * 0.5)
    w *= max(math.cos(t) ** 0.5, 0.45)
    frame = sub(blk(0, 0, 0, w + 6, h + 6, 5, 0.6), blk(0, 3, 0, w, h, 12, 0.4))
    bars = [blk(0, 3 + h / 2, 1, w, 1.6, 2.4, 0.3)] + ([blk(0, 3, 1, 1.6, h, 2.4, 0.3)] if abs(a) < 20 else [])
    sill = blk(0, -2, 1.4, w + 10, 3, 6, 0.6)
    return moved([G("trimw", [frame, *bars, sill]), G("glass", [blk(0, 3, -0.6, w, h, 1, 0)], 0, _pane(0))], None, at)


def _belt(r: float, y0: float, y1: float) -> Shape:
    return cyl(0, 0, y0, y1, r, r, 0.5)


def _turret(other: bool) -> Built:
    r = 40.0
    out = [
        G("stone", [_belt(r + 2, 0, 16)], 0, courses(8, 18)),
        G("siding", [_belt(r, 14, 238)], 0, clapboards(8)),
        G("trimw", [_belt(r + 2, 96, 100), _belt(r + 2, 178, 182), _belt(r + 3, 230, 236), _belt(r + 6, 236, 240)]),
        G("siding", [_belt(r + 0.6, 182, 230)], 0, shingles(9, 7, r)),
        G("roof", [cyl(0, 0, 240, 330, r + 9, 3, 0.5, power=0.86)], 0, shingles(10, 7, 34)),
        G("brass", [rod((0, 328, 0), (0, 352, 0), 1.2, 0.6), ball((0, 334, 0), 3.4), ball((0, 342, 0), 2.0)]),
        G(
            "trimw",
            [
                rod((math.sin(a) * 44, 226, math.cos(a) * 22), (math.sin(a) * 47, 236, math.cos(a) * 24), 1.3)
                for a in np.linspace(-1.4, 1.4, 9)
            ],
        ),
    ]
    for y, h in ((34, 46), (116, 46), (192, 26)):
        out += _curved_window(0, y, r, 20, h)
        for a in (-52, 52):
            out += _curved_window(a, y, r, 15, h)
    if other:
        out.append(G("yellow", [ball((0, 356, 0), (5, 5, 2))], 0, plain(0.2), 0.7))
    return out


@prop("facade", None, wall=True, view=(130, 440, 400))
def turret(other):
    return _turret(other)


def _gable(w: float, h: float, round_window: bool, glow: float = 0.0) -> Built:
    slope = math.atan2(h, w)
    deg, n = math.degrees(slope), (math.sin(slope), math.cos(slope), 0)
    edge = h * math.cos(slope)
    wall = inter(inter(box((0, h / 2, 0), (w, h / 2 + 1, 3), 0.4), half(n, edge)), half((-n[0], n[1], 0), edge))
    length = math.hypot(w, h) / 2 + 5
    slabs, boards = [], []
    for s in (-1, 1):
        at = (s * w / 2, h / 2 + 2.4, 0)
        slabs.append(move(box((s * 2, 2.2, -8), (length, 2.2, 15), 0.5), RZ(-s * deg), at))
        boards.append(move(box((s * 2, 1.0, 7.6), (length, 3.0, 1.4), 0.4), RZ(-s * deg), at))
    out = [
        G("siding", [wall], 0, shingles(8, 6)),
        G("roof", slabs, 0, shingles(8, 5)),
        G("trimw", [*boards, blk(0, -3, 3, 2 * w + 8, 4, 8, 0.6)]),
        G("brass", [rod((0, h + 2, 6), (0, h + 18, 6), 1.3, 0.5), ball((0, h + 7, 6), 2.4)]),
        G("trimw", [rod((-w * 0.3, h * 0.62, 5), (w * 0.3, h * 0.62, 5), 1.4), rod((0, h * 0.6, 5), (0, h, 5), 1.4)]),
    ]
    if round_window:
        ring = move(torus((0, 0, 0), 9.4, 2.0), RX(90), (0, h * 0.34, 3))
        disc = move(cyl(0, 0, -1, 1, 9, 9), RX(90), (0, h * 0.34, 3))
        cross = [blk(0, h * 0.34 - 9, 4, 1.4, 18, 1.4, 0.3), blk(0, h * 0.34 - 0.7, 4, 18, 1.4, 1.4, 0.3)]
        return [*out, G("trimw", [ring, *cross]), G("shade" if glow else "glass", [disc], 0, _pane(glow), glow)]
    return out


make_prop("gable", "facade", lambda: _gable(60, 62, True), None, wall=True, view=TALL)
make_prop("gable_lit", "facade", lambda: _gable(60, 62, True, 0.75), None, wall=True, view=TALL, light="lamp")


def _dormer(glow: float) -> Built:
    top = moved(_gable(28, 26, False), None, (0, 36, 0))
    window = sub(blk(0, 2, 2, 40, 34, 4, 0.6), blk(0, 5, 2, 32, 28, 12, 0.4))
    return [
        G("siding", [blk(0, 0, -9, 46, 37, 20, 0.6)], 0, clapboards(7)),
        G(
            "trimw",
            [window, blk(0, 5, 3, 1.8, 28, 2, 0.3), blk(0, 18, 3, 32, 1.8, 2, 0.3), blk(0, -1, 4, 46, 3, 6, 0.6)],
        ),
        G("shade" if glow else "glass", [blk(0, 4, 1.6, 33, 30, 1, 0)], 0, _pane(glow), glow),
        *top,
    ]


make_prop("dormer", "facade", lambda: _dormer(0), None, wall=True)
make_prop("dormer_lit", "facade", lambda: _dormer(0.75), None, wall=True, light="lamp")


@prop("facade", None, wall=True)
def chimney():
    return [
        G("brick", [blk(0, 0, 0, 30, 52, 18, 0.6)], 0, courses(6, 12)),
        G("brick", [blk(0, 50, 0, 36, 6, 23, 0.8), blk(0, 8, 0, 34, 5, 21, 0.6)], 0, courses(6, 12)),
        G("stone", [blk(0, 56, 0, 38, 3, 25, 0.8)]),
        G(
            "clay",
            [cyl(x, 0, 59, 74, 5.4, 4.2, 0.8) for x in (-9, 9)] + [cyl(x, 0, 72, 75, 5.4, 5.4, 0.8) for x in (-9, 9)],
        ),
        G("dark", [cyl(x, 0, 74.6, 75.4, 3.4, 3.4, 0.8) for x in (-9, 9)]),
    ]


# ---- porch ---------------------------------------------------------------------------------------------------------
def _porch_post(x: float, h: float) -> list[Shape]:
    """A turned post with a square foot and two brackets."""
    turned = [cyl(x, 20, 8, 34, 3.2, 2.8), ball((x, 35, 20), (4, 2, 4)), cyl(x, 20, 36, h - 18, 2.6, 2.2)]
    feet = [blk(x, 0, 20, 9, 9, 9, 0.8), blk(x, h - 18, 20, 7, 18, 7, 0.6), ball((x, h - 20, 20), (3.8, 2, 3.8))]
    arms = [rod((x + s * 3, h - 16, 20), (x + s * 13, h - 2, 20), 1.4) for s in (-1, 1)]
    return turned + feet + arms


def _porch_roof(w: float, posts: tuple[float, ...]) -> Built:
    """A roof on turned posts that reaches 24 px out of the wall; its eave clears an 88 px door."""
    h, half_w = 112.0, w / 2
    drops = [move(cyl(0, 0, -1, 1, 4.4, 4.4), RX(90), (x, h + 1, 24.6)) for x in np.arange(-half_w + 6, half_w, 8.0)]
    slope = inter(blk(0, h + 8, 8, w + 8, 34, 40, 0.6), half((0, 0.80, 0.60), (h + 10) * 0.80 + 27 * 0.60))
    left, right = (
        half((-0.7, 0.7, 0), (h + 10) * 0.7 + half_w * 0.7),
        half((0.7, 0.7, 0), (h + 10) * 0.7 + half_w * 0.7),
    )
    return [
        G("trimw", [s for x in posts for s in _porch_post(x, h)]),
        G("trimw", [blk(0, h - 1, 22, w, 3, 5, 0.5), blk(0, h + 5, 12, w + 8, 5, 30, 0.8)]),
        G(
            "trimw",
            [sub(blk(0, h + 1, 24, w, 6, 2, 0.3), move(box((0, 0, 0), (w, 0.1, 0.1), 0), None, (0, -50, 0))), *drops],
            0,
            plain(-0.06),
        ),
        G("roof", [inter(inter(slope, left), right)], 0, shingles(9, 6)),
        G("iron", [rod((-half_w - 2, h + 8, 27.6), (half_w + 2, h + 8, 27.6), 1.6)]),
    ]


make_prop(
    "porch_roof", "facade", lambda: _porch_roof(264, (-124, -62, 62, 124)), None, shadow=False, view=(320, 240, 190)
)
make_prop("porch_roof_small", "facade", lambda: _porch_roof(92, (-40, 40)), None, shadow=False, view=(140, 240, 190))


def _rail(w: float) -> Built:
    n = int(w // 8)
    balusters = [rod((x, 4, 0), (x, 22, 0), 1.4, 1.0) for x in (np.arange(n) + 0.5) * (w / n) - w / 2]
    bulbs = [ball((x, 9, 0), (2.2, 3.4, 2)) for x in (np.arange(n) + 0.5) * (w / n) - w / 2]
    return [G("trimw", [blk(0, 22, 0, w + 2, 4, 5, 0.8), blk(0, 2, 0, w, 3, 3, 0.5), *balusters, *bulbs])]


make_prop("porch_rail", "facade", lambda: _rail(64), (64, 5))
make_prop("porch_rail_long", "facade", lambda: _rail(96), (96, 5))


@prop("facade", (8, 34))
def porch_rail_side():
    post = [rod((0, 4, z), (0, 22, z), 1.3) for z in range(-28, 33, 8)]
    return [G("trimw", [blk(0, 22, 2, 4, 4, 64, 0.8), blk(0, 2, 2, 3, 3, 62, 0.5), *post])]


# ---- ivy and gutters -----------------------------------------------------------------------------------------------
def _ivy(seed: int, w: int, h: int, n: int, ramp: str = "leaf") -> tuple[list[G], Over]:
    """Leaves climbing from the ground: thick below, fingers above, with the bare stems showing."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(seed)
        y, x = grid(*sk.shape)
        clusters = []
        for k in range(n):
            t = (k + 0.5) / n
            sway = math.sin(seed + t * 5) * w * 0.22
            spread = w * 0.5 * (1 - t) ** 0.7 + 5
            for _ in range(3 if t < 0.5 else 2):
                cx = sway + rng.uniform(-spread, spread)
                clusters.append(
                    (
                        ax + cx,
                        ay - 6 - t * (h - 16) + rng.uniform(-5, 5),
                        rng.uniform(7, 11) * (1.1 - 0.4 * t),
                        0.3 + 0.08 * t,
                    )
                )
            stem = ax + sway
            sk.put((np.abs(x - stem - 2 * np.sin(y * 0.17)) < 0.8) & (np.abs(y - (ay - t * h)) < h / n), "bark", 0.3)
        clusters.sort(key=lambda c: c[1])
        _foliage(sk, clusters, ramp, seed, 0.42)

    return [], over


make_prop("ivy_1", "facade", lambda: _ivy(3, 54, 120, 9), None, wall=True)
make_prop("ivy_2", "facade", lambda: _ivy(8, 34, 170, 11), None, wall=True)
make_prop("ivy_3", "facade", lambda: _ivy(14, 80, 74, 6), None, wall=True)


def _gutter(w: float, fern: bool) -> Built:
    out = [
        G(
            "iron",
            [
                rod((-w / 2, 0, 3), (w / 2, 0, 3), 3.0),
                *[blk(x, -2, 3, 3, 6, 7, 0.5) for x in np.arange(-w / 2 + 8, w / 2, 28)],
            ],
            0,
            plain(0.1),
        ),
        G("dark", [rod((-w / 2 + 2, 2.2, 2.6), (w / 2 - 2, 2.2, 2.6), 1.6)]),
    ]
    if fern:
        fronds = []
        for k, a in enumerate(np.linspace(-1.25, 1.25, 9)):
            tip = (26 + math.sin(a) * 17, 3 + math.cos(a) * (14 + 5 * (k % 2)), 4 + 3 * (k % 3))
            mid = (26 + math.sin(a) * 9, 4 + math.cos(a) * 13, 5)
            fronds += [rod((26, 2, 4), mid, 1.0, 1.6), rod(mid, tip, 1.6, 0.5)]
        out.append(G("leaf", fronds, 0, lambda q, n: 0.12 - 0.2 * ((q[:, 0] + q[:, 1]) % 3 < 1)))
    return out


make_prop("gutter", "facade", lambda: _gutter(128, False), None, wall=True)
make_prop("gutter_fern", "facade", lambda: _gutter(128, True), None, wall=True)


@prop("facade", None, wall=True, view=(64, 240, 210))
def drainpipe():
    pipe = [rod((0, 6, 3), (0, 176, 3), 2.6), rod((0, 176, 3), (6, 186, 4), 2.6), rod((0, 6, 3), (4, 1, 9), 2.8)]
    straps = [blk(0, y, 2, 10, 3, 5, 0.5) for y in (28, 84, 140)]
    return [G("iron", pipe + straps + [blk(7, 184, 4, 13, 9, 10, 1)], 0, plain(0.1))]


# ---- beside the door -----------------------------------------------------------------------------------------------
@prop("facade", None, wall=True)
def letterbox():
    return [
        G(
            "iron",
            [blk(0, 0, 0, 20, 24, 8, 1.4), move(box((0, 0, 0), (12, 1, 7), 0.4), RX(16), (0, 25, 1))],
            0,
            plain(0.16),
        ),
        G("brass", [sub(blk(0, 15, 4, 15, 6, 2, 0.5), blk(0, 17, 5, 11, 2, 4, 0.1)), ball((0, 6, 4.4), (1.6, 1.6, 1))]),
        G("dark", [blk(0, 17, 4, 11, 2, 1, 0)]),
        G("paper", [move(blk(0, 0, 0, 8, 7, 0.8, 0.2), RZ(12), (3, 18, 4))]),
    ]


@prop("facade", None, wall=True)
def bell_pulls():
    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        hole = np.hypot(x - ax + 0.5, y - (ay - 18)) < 2.4
        sk.put(hole, "dark", 0.0)
        for k, (dx, dy) in enumerate(((0, 3), (1, 4), (1, 5), (0, 6), (-1, 7))):
            sk.put((x == ax + dx) & (y == ay - 18 + dy - 1), "card", 0.8 - 0.08 * k)

    plates = [blk(0, y, 0, 13, 10, 2, 0.8) for y in (1, 13, 25)]
    knobs = [s for y in (6, 30) for s in (ball((0, y, 3), (3.2, 3.2, 2.4)), torus((0, y, 2), 4.4, 0.8, RX(90)))]
    return [
        G("dwood", [blk(0, -1, -1, 18, 38, 2, 0.8)], 0, grain),
        G("brass", plates, 0, plain(-0.1)),
        G("brass", knobs, 0, plain(0.12)),
    ], over


@prop("facade", None, flat=True, shadow=False)
def doormat():
    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, y - ay
        mat = (np.abs(X + 0.5) < 23) & (np.abs(Y + 0.5) < 10)
        sk.put(mat, "card", 0.42 + 0.09 * ((X * 3 + Y * 5) % 4 == 0) - 0.08 * ((X + Y) % 3 == 0))
        sk.put(mat & ((np.abs(X + 0.5) > 20) | (np.abs(Y + 0.5) > 7)), "dwood", 0.4 + 0.1 * (X % 2))
        sk.put((np.abs(X + 0.5) < 24) & (np.abs(X + 0.5) > 22.9) & (np.abs(Y + 0.5) < 10) & (Y % 2 == 0), "card", 0.2)
        big = {
            "W": ("10001", "10001", "10101", "11011", "10001"),
            "E": ("111", "100", "110", "100", "111"),
            "L": ("100", "100", "100", "100", "111"),
        }
        cx = ax - 17
        for ch in "WEL":
            for j, row in enumerate(big[ch]):
                for i, bit in enumerate(row):
                    if bit == "1":
                        sk.put(
                            (x >= cx + i) & (x < cx + i + 1) & (y >= ay - 5 + j * 2) & (y < ay - 3 + j * 2),
                            "dark",
                            0.25,
                        )
            cx += len(big[ch][0]) + 2
        ghost = (X > 0) & (X < 18) & (np.abs(Y) < 5) & ((X * 7 + Y * 3) % 5 == 0)
        sk.put(ghost & mat, "card", 0.66)

    return [], over


@prop("facade", None, wall=True)
def house_name():
    def over(sk: Sketch, ax: int, ay: int) -> None:
        centred(sk, ax, ay - 12, "PINK", "trimw", 0.95)
        centred(sk, ax, ay - 6, "PALACE", "trimw", 0.95)

    return [
        G("dwood", [blk(0, 0, 0, 32, 16, 2, 1)], 0, grain),
        G("brass", [ball((s * 13, 14, 2), 1) for s in (-1, 1)]),
    ], over


# ---- ways up and down ----------------------------------------------------------------------------------------------
@prop("facade", None, flat=True, shadow=False)
def outer_stairs():
    """Iron stairs seen from the front: 18 treads of 16 px between two rails, 64 x 300."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        run = (np.abs(X + 0.5) < 27) & (Y > 0) & (Y <= 288)
        f = (Y - 1) % 16
        grate = (X % 3 != 0) & (f >= 7) & (f <= 13)
        sk.put(run, "dark", 0.3)
        sk.put(run & (f < 6), "iron", np.where(X % 6 < 3, 0.3, 0.36))
        sk.put(run & grate, "iron", 0.62 + 0.12 * (f > 11))
        sk.put(run & ((f == 14) | (f == 6)), "iron", np.where(f == 14, 1.0, 0.82))
        sk.put(run & (f == 15), "dark", 0.0)
        for s in (-1, 1):
            c = (X + 0.5) * s
            rail = (c >= 26) & (c < 31) & (Y > 0) & (Y <= 298)
            sk.put(rail, "iron", np.select([c < 27, c < 28], [0.05, 0.85 if s < 0 else 0.6], 0.4))
            sk.put((c >= 31) & (c < 32) & (Y > 0) & (Y <= 298), "dark", 0)
            post = (c >= 25) & (c < 32) & (Y > 0) & (Y % 48 < 5) & (Y < 298)
            sk.put(post, "iron", np.where(Y % 48 == 4, 0.95, 0.5))
        rust = np.abs(np.sin(X * 1.9 + Y * 0.37) * np.sin(Y * 0.11 + X * 0.2)) > 0.9
        sk.put(run & rust & (f > 6) & (f < 14), "clay", 0.45)

    return [], over


@prop("facade", None, flat=True, shadow=False)
def area_steps():
    """Steps down to the basement: a stone-edged pit, seven treads, each darker than the last; one pink feather."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        pit = (np.abs(X + 0.5) < 30) & (Y > 0) & (Y <= 62)
        rim = (np.abs(X + 0.5) < 34) & (Y > -2) & (Y <= 64) & ~pit
        sk.put(rim, "stone", 0.62 + 0.12 * (Y > 62) - 0.16 * (((X + 3 * (Y // 11)) % 13) == 0) - 0.14 * (Y % 11 == 0))
        step = np.clip((Y - 1) // 9, 0, 6)
        f = (Y - 1) % 9
        sk.put(pit, "stone", 0.66 - 0.095 * step - np.select([f == 8, f >= 6], [0.22, 0.14], 0.0) + 0.1 * (f == 0))
        sk.put(pit & (np.abs(X + 0.5) > 26), "stone", 0.26 - 0.03 * step)
        sk.put(pit & (Y > 56), "dark", 0.05)
        along, across = (X - 6) + (Y - 30), (X - 6) - (Y - 30)
        feather = pit & (np.abs(along) < 13) & (np.abs(across) < 4.4 - np.abs(along - 2) * 0.26)
        sk.put(feather, "bloss", 0.6 + 0.3 * (across < 0))
        sk.put(pit & (np.abs(across) < 1) & (along > -16) & (along < 12), "bloss", 1.0)

    return [], over


@prop("facade", (70, 5))
def area_rail():
    bars = [rod((x, 0, 0), (x, 26, 0), 0.9) for x in range(-32, 33, 8)]
    tips = [ball((x, 28, 0), (1.6, 2.6, 1.6)) for x in range(-32, 33, 8)]
    return [
        G("iron", [*bars, *tips, rod((-34, 22, 0), (34, 22, 0), 1.1), rod((-34, 5, 0), (34, 5, 0), 1.1)], 0, plain(0.1))
    ]


@prop("facade", (60, 28))
def cellar_hatch():
    leafs = [move(box((0, 0, 0), (14, 1.6, 18), 0.5), RX(24), (s * 14.6, 9, 0)) for s in (-1, 1)]
    return [
        G("stone", [blk(0, 0, 0, 66, 4, 42, 0.8)], 0, courses(8, 16)),
        G("wood", leafs, 0, lambda q, n: grain(q, n) - 0.22 * ((q[:, 0] % 7) < 0.9)),
        G(
            "iron",
            [move(box((s * 14, 1.8, z), (13, 0.8, 1.6), 0.3), RX(24), (0, 9, 0)) for s in (-1, 1) for z in (-11, 10)],
        ),
        G("brass", [blk(0, 7, 10, 6, 6, 2.4, 0.6), torus((0, 14, 9), 2.2, 0.7, RX(90))]),
    ]


@prop("facade", None, wall=True)
def shutter_loose():
    def slats(q, n):
        return -0.22 * ((q[:, 1] % 4) < 1)

    return [
        G("wood", [move(blk(0, 0, 0, 11, 48, 2.4, 0.5), RZ(-9), (0, 0, 1))], 0, slats),
        G("iron", [ball((-3, 46, 3), 1.2)]),
    ]


@prop("facade", None, wall=True)
def window_attic():
    """Top window: a row of something very small, looking out. In hats?"""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        for k, hat in enumerate(("red", "blue", "yellow", "green", "purple")):
            cx = ax - 13 + 6 * k
            sk.put((np.hypot(x - cx, y - (ay - 8)) < 2.2), "fur", 0.62)
            sk.put((np.abs(x - cx) <= 1) & (y >= ay - 13) & (y <= ay - 10), hat, 0.75)
            sk.put((y == ay - 8) & (np.abs(x - cx) == 1), "dark", 0.0)

    frame = sub(blk(0, 0, 0, 42, 34, 4, 0.8), blk(0, 4, 0, 34, 26, 12, 0.4))
    return [
        G("trimw", [frame, blk(0, 20, 1, 34, 2, 2, 0.3), blk(0, -2, 2, 48, 4, 8, 0.8), blk(0, 33, 1, 46, 5, 7, 0.8)]),
        G("glass", [blk(0, 4, -1, 35, 26, 1, 0)], 0, _pane(0)),
    ], over
