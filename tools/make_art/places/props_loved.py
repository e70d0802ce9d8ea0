"""Props of the other flat, the same house loved: the long table, the music room, toys that watch, beds with curtains.

Those with a real form too (moon patches, posts) look plain there.
"""

from __future__ import annotations

import math

import numpy as np

from tools.make_art.core.field import Sketch, bayer, grid
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.props_house import (
    S,
    _bed,
    _cake,
    _candle,
    _frame,
    _roast,
    _setting,
    _table,
    grain,
    legs,
    lines_y,
)
from tools.make_art.places.sdf import RX, RY, RZ, Array, G, ball, blk, box, cyl, move, moved, rod, torus, wavy
from tools.make_art.places.surfaces import plain


def _turned(h: float, r: float, x: float = 0, z: float = 0, y0: float = 0) -> G:
    """A turned post of wood."""
    rings = [
        cyl(x, z, y0 + h * a, y0 + h * b, r * c, r * d)
        for a, b, c, d in ((0, 0.12, 1.5, 1.2), (0.1, 0.45, 0.75, 1.15), (0.45, 0.52, 1.4, 1.4), (0.5, 0.9, 1.1, 0.7))
    ]
    return G("wood", [*rings, ball((x, y0 + h * 0.95, z), r * 1.35)], 1.2, grain)


# ---- the kitchen -----------------------------------------------------------------------------------------------------
@prop("kitchen", (150, 44), view=(220, 130, 90), light="candle")
def table_long():
    """Laid for six, with a rail round its rim for the train."""
    w, d, top = 148, 42, 23.4

    def sleepers(q: Array, n: Array) -> Array:
        return -0.2 * ((q[:, 0] + q[:, 2]) % 4 < 1)

    rail = [
        rod((sx * (w / 2 - 4), top + 1, sz * (d / 2 - 4)), (-sx * (w / 2 - 4), top + 1, sz * (d / 2 - 4)), 0.9)
        for sx, sz in ((1, 1), (1, -1))
    ] + [rod((s * (w / 2 - 4), top + 1, d / 2 - 4), (s * (w / 2 - 4), top + 1, 4 - d / 2), 0.9) for s in S(-1, 1)]
    seats = [(-40, 11), (40, 11), (0, 11), (-22, -11), (22, -11)]
    food = (
        _roast(-22, top, -1)
        + _cake(50, top, -2, 1.0)
        + [q for x, z in seats for q in _setting(x, top, z * 0.9)]
        + [G("cush", [ball((-52, top + 4, -2), (6, 5, 5)), ball((-58, top + 3, 2), (3.4, 3, 3))], 0.6, plain(0.05))]
        + [G("yellow", [ball((22 + k * 4.4, top + 3, 2 + (k % 2) * 3), 2.6) for k in range(3)])]
    )
    arms = ((-10, 12), (-5, 15), (0, 17), (5, 15), (10, 12))
    stand = [
        G("brass", [cyl(0, -6, top, top + 2, 5, 4), rod((0, top, -6), (0, top + 15, -6), 1.2)], 0.5),
        G("brass", [rod((x, top + y - 2, -6), (0, top + 9, -6), 0.8) for x, y in arms], 0.6),
    ]
    flames = [q for x, y in arms for q in moved(_candle(True, top + y - 1, x), None, (0, 0, -6))]
    train = [
        G("red", [blk(30, top + 1.6, -17, 9, 4, 4, 0.8), blk(33.6, top + 4, -17, 4, 4, 4, 0.6)], 0.3),
        G("blue", [blk(19, top + 1.6, -17, 8, 4, 4, 0.8)]),
        G("green", [blk(9, top + 1.6, -17, 8, 4, 4, 0.8)]),
        G("yellow", [blk(-1, top + 1.6, -17, 8, 4, 4, 0.8)]),
    ]
    return [
        *_table(w, d, True),
        G("brass", rail, 0, lambda q, n: -0.2 * ((q[:, 0] + q[:, 2]) % 4 < 1)),
        *food,
        *stand,
        *flames,
        *train,
    ]


@prop("kitchen", (20, 14))
def chair_arms():
    """Hers, with arms. They are quite long."""
    return [
        G("wood", [*legs(8, 6, 16, 1.4), blk(0, 15, 0, 20, 3, 16, 1), blk(0, 18, -7, 20, 22, 2.4, 1.4)], 0, grain),
        G("cush", [blk(0, 17.6, 0, 17, 3, 13, 1.4), blk(0, 22, -5.4, 14, 14, 1.6, 1)]),
        G("wood", [rod((s * 10, 25, -6), (s * 11, 24, 12), 1.5) for s in S(-1, 1)], 0.3),
        G("wood", [rod((s * 11, 24, 12), (s * (11 - k), 20.5, 14), 0.7) for s in S(-1, 1) for k in (-2, 0, 2)]),
        G("brass", [ball((s * 10, 40, -7), 1.9) for s in S(-1, 1)]),
    ]


# ---- music -----------------------------------------------------------------------------------------------------------
@prop("study", (34, 20), view=(110, 140, 110))
def harp():
    """Frame, neck in a wave, gold strings; a button where the pillar ends."""
    pillar = rod((-14, 4, 0), (-16, 70, 0), 2.2, 1.8)
    board = [rod((-12, 6, 2), (15, 42, 0), 3.4, 2.2)]
    neck = [rod((-16, 70, 0), (-6, 64, 0), 2.0), rod((-6, 64, 0), (6, 58, 0), 1.9), rod((6, 58, 0), (16, 44, 0), 1.8)]

    def strings(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        for k in range(11):
            f = k / 10
            x0 = -12 + 25 * f
            low, high = 10 + 32 * f, 66 - 20 * f**1.5
            m = (x == ax + round(x0)) & (ay - y > low) & (ay - y < high)
            sk.put(m, "brass", 0.95 if k % 3 else 0.75)
            sk.glow[m] = 0.32

    return [
        G("brass", [pillar, cyl(-14, 0, 0, 6, 7, 4), cyl(-16, 0, 70, 74, 3.6, 2.6)], 0.8),
        G("wood", [*board, blk(-2, 0, 0, 30, 5, 16, 1.6)], 1.5, grain),
        G("brass", neck, 1.2),
        G("dark", [ball((-16, 75, 0), 2.2)]),
    ], strings


@prop("study", (16, 12), view=(60, 90, 70))
def music_stand():
    """A turned post with a desk for notes."""

    def notes(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        page = (np.abs(X) < 9) & (Y > 33) & (Y < 45) & (np.abs(X) > 0)
        sk.put(page, "paper", 0.86).put(page & (Y % 3 == 0), "paper", 0.5)
        sk.put(page & ((X * 5 + Y * 3) % 7 == 0) & (Y % 3 != 0), "dark", 0.3)

    return [
        _turned(34, 2.2, 0, -2),
        G("wood", [rod((0, 1, 0), (s * 7, 0, 4), 1.3) for s in S(-1, 1)] + [rod((0, 1, -2), (0, 0, -8), 1.3)], 0.4),
        G("wood", [move(blk(0, 0, 0, 24, 15, 2, 0.8), RX(-16), (0, 31, 0)), blk(0, 30, 3, 24, 2, 4, 0.6)], 0, grain),
    ], notes


@prop("study", (18, 12))
def piano_stool():
    """Round, screwed down."""
    return [
        _turned(14, 3.0),
        G(
            "velvet",
            [cyl(0, 0, 14, 18, 9, 8.4, rd=1.2)],
            0,
            lambda q, n: -0.12 * (np.abs(np.sin(np.arctan2(q[:, 0], q[:, 2]) * 6)) < 0.2),
        ),
        G("brass", [torus((0, 14, 0), 8.8, 0.8)]),
    ]


@prop("study", (24, 16), view=(70, 90, 70))
def globe_stand():
    """A floor globe in a ring, on a turned post."""

    def land(q: Array, n: Array) -> Array:
        return np.where(np.sin(q[:, 0] * 0.55 + q[:, 1] * 0.3) + np.sin(q[:, 1] * 0.7 - q[:, 2] * 0.4) > 0.5, 0.34, 0.0)

    return [
        _turned(20, 3.0),
        G("wood", [rod((0, 2, 0), (9 * math.cos(a), 0, 7 * math.sin(a)), 1.5) for a in (0.4, 2.7, 4.7)], 0.4),
        G("blue", [ball((0, 34, 0), (12, 12, 9))], 0, land, 0.06),
        G(
            "brass",
            [torus((0, 34, 0), 13.4, 1.0, RX(70) @ RZ(20)), rod((0, 20, 0), (0, 23, 0), 1.8), ball((0, 47, 0), 1.5)],
        ),
    ]


@prop("study", (20, 14), view=(60, 90, 70))
def lectern():
    """A turned post under a sloping desk, a book on it."""
    return [
        _turned(30, 3.2),
        G("wood", [blk(0, 0, 0, 18, 3, 14, 1)], 0, grain),
        G("wood", [move(blk(0, 0, 0, 26, 3, 18, 0.8), RX(34), (0, 31, 0))], 0, grain),
        G("red", [move(blk(0, 0, 0, 21, 2, 13, 0.6), RX(34), (0, 33.6, 0))]),
        G(
            "paper",
            [move(blk(0, 0, 0, 19, 2.2, 11, 0.8), RX(34), (0, 34.8, 0.4))],
            0,
            lambda q, n: -0.2 * (np.abs(q[:, 0]) < 0.7),
        ),
    ]


# ---- beds ------------------------------------------------------------------------------------------------------------
@prop("bedroom", (52, 66), hide="bed", view=(130, 190, 150))
def bed_canopy():
    """With curtains, a C, and one corner turned down as a wink."""
    d = 66
    posts = [_turned(66, 1.7, sx * 25, -d / 2 - 1) for sx in S(-1, 1)] + [
        _turned(34, 1.7, sx * 25, d / 2) for sx in S(-1, 1)
    ]
    rail = [G("wood", [rod((-25, 66, -d / 2), (25, 66, -d / 2), 1.8)], 0, grain)]
    valance = [
        G(
            "velvet",
            [wavy(blk(0, 55, -d / 2 + 1, 50, 11, 3, 1), lambda p: 0.9 * np.sin(p[:, 0] * 0.8))],
            0,
            plain(0.04),
        ),
        G("brass", [ball((x, 55, -d / 2 + 3), 1.5) for x in range(-22, 23, 6)]),
        G(
            "velvet",
            [
                wavy(
                    rod((s * 22, 60, -d / 2 + 2), (s * 24, 16, -d / 2 + 4), 3.4, 4.6),
                    lambda p: 0.7 * np.sin(p[:, 0] * 1.5 + p[:, 1] * 0.06),
                )
                for s in S(-1, 1)
            ],
            0.6,
        ),
        G("brass", [torus((s * 23, 34, -d / 2 + 3), 4.6, 1.0) for s in S(-1, 1)]),
    ]

    def letter(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        r, a = np.hypot(X, (Y + 9) * 1.15), np.arctan2(Y + 9, X)
        c = (np.abs(r - 7) < 1.6) & (np.abs(a) > 0.75)
        sk.put(c, "brass", 0.9)
        wink = (X > 11) & (Y - X > -28) & (X < 20) & (Y > -16) & (Y < -4) & (X - 11 + (-4 - Y) < 12)
        sk.put(wink & (X - 11 > -(Y + 4) * 0.2), "paper", 0.8)

    return [*_bed(46, True, False), *posts, *rail, *valance], letter


@prop("bedroom", (12, 10), view=(50, 110, 90))
def bed_post():
    """A turned post that once held a curtain, and still holds some of it."""
    return [
        _turned(62, 2.4),
        G("wood", [blk(0, 0, 0, 13, 4, 11, 1)], 0, grain),
        G(
            "velvet",
            [wavy(rod((3, 54, 1), (5, 14, 3), 3.2, 4.6), lambda p: 0.7 * np.sin(p[:, 0] * 1.6 + p[:, 1] * 0.07))],
            0.4,
        ),
        G("brass", [torus((4, 32, 2), 4.6, 1.0), ball((0, 63, 0), 2.6)]),
    ]


@prop("bedroom", (44, 18), view=(90, 90, 70))
def sewing_table():
    """A black machine with gold, needles in order of size; the largest is not there."""

    def needles(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        for k in range(6):
            m = (x == ax + 6 + 2 * k) & (ay - y > 26) & (ay - y < 29 + 2 * k)
            sk.put(m & (k < 5), "web", 0.9)

    return [
        G("wood", [blk(0, 19, 0, 46, 3, 19, 1), blk(0, 14, 1, 40, 6, 15, 1)], 0, grain),
        G(
            "iron",
            [rod((s * 18, 0, z), (s * 14, 15, 0), 1.3) for s in S(-1, 1) for z in S(-6, 6)]
            + [torus((0, 7, 4), 6, 0.9, RX(90)), rod((-14, 3, 3), (14, 3, 3), 0.9)],
        ),
        G(
            "dark",
            [
                blk(-8, 22, -1, 22, 3, 9, 1),
                rod((1, 24, -1), (1, 33, -1), 2.6),
                rod((1, 34, -1), (-16, 33, -1), 2.4),
                rod((-16, 33, -1), (-16, 26, -1), 2.0),
            ],
            1.0,
            plain(0.16),
        ),
        G("brass", [torus((5, 32, -1), 3.6, 1.0, RZ(90)), ball((-16, 36, -1), 1.2)]),
        G("cush", [ball((12, 25, 2), (7, 3.6, 5))]),
    ], needles


# ---- toys ------------------------------------------------------------------------------------------------------------
@prop("bedroom", (34, 14), view=(90, 80, 60))
def rocking_horse():
    return [
        G(
            "paper",
            [
                rod((-9, 22, 0), (9, 22, 0), 6.4, 6.8),
                rod((10, 25, 0), (16, 37, 0), 4.6, 3.4),
                rod((16, 38, 0), (23, 34, 0), 3.6, 2.4),
            ],
            3.0,
        ),
        G(
            "paper",
            [rod((sx * 8, 20, sz * 3), (sx * 13, 6, sz * 4), 2.2, 1.5) for sx in S(-1, 1) for sz in S(-1, 1)],
            0.4,
        ),
        G(
            "red",
            [
                blk(-1, 26, 0, 11, 3, 13, 1.2),
                *[
                    rod((x, 4.4 + abs(x) * abs(x) * 0.011, z), (x + 6, 4.4 + (x + 6) ** 2 * 0.011, z), 1.6)
                    for x in range(-24, 20, 6)
                    for z in S(-6, 6)
                ],
            ],
            0.4,
        ),
        G("yellow", [rod((9, 32, 0), (14, 41, -1), 2.6, 1.6), rod((-15, 24, 0), (-20, 12, 0), 2.6, 1.2)], 1.0),
        G("dark", [ball((20, 38, 3.4), 1.3), ball((16.6, 42.6, 1), 1.2)]),
        G("brass", [torus((20, 35, 0), 3.2, 0.6, RZ(70))]),
    ]


@prop("bedroom", (18, 14), view=(60, 80, 64))
def jack_box():
    """Somebody on a spring, hands out."""
    return [
        G("blue", [blk(0, 0, 0, 18, 14, 16, 0.8)]),
        G("yellow", [blk(0, 3, 8.2, 8, 8, 0.8, 0.3), move(blk(0, 0, 0, 18, 1.6, 16, 0.6), RX(-74), (0, 14, -9))]),
        G("web", [torus((0.6 * (k % 2), 15 + 3 * k, 0), 4.2, 0.9) for k in range(4)]),
        G(
            "red",
            [
                cyl(0, 0, 26, 31, 5.5, 4),
                rod((-4, 29, 0), (-12, 33, 4), 1.7),
                rod((4, 29, 0), (12, 33, 4), 1.7),
                rod((0, 40, 0), (5, 48, 0), 4, 0.8),
            ],
            0.6,
        ),
        G("skin", [ball((0, 36, 1), 5.2), ball((-12.6, 33.6, 4.4), 1.8), ball((12.6, 33.6, 4.4), 1.8)]),
        G("dark", [ball((s * 2, 37, 5.6), 1.15) for s in S(-1, 1)]),
        G("red", [ball((0, 34.6, 6.2), 1.0)]),
    ]


@prop("bedroom", (28, 16))
def toy_blocks():
    cubes = ((-8, 0, 0, "red"), (4, 0, 2, "blue"), (-2, 10, 0, "yellow"), (13, 0, -4, "green"))
    return [
        q
        for x, y, z, c in cubes
        for q in (
            G(c, [blk(x, y, z, 10, 10, 10, 1)]),
            G("paper", [blk(x, y + 2, z + 5, 5.6, 5.6, 0.8, 0.3)], 0, plain(0.1)),
        )
    ]


@prop("bedroom", (26, 12))
def toy_duck():
    """On wheels, with a string."""
    return [
        G(
            "yellow",
            [ball((0, 10, 0), (9, 6.4, 5.4)), ball((8, 18, 0), 4.8), rod((-7, 12, 0), (-12, 16, 0), 2.6, 0.8)],
            1.6,
        ),
        G("flame", [rod((12, 17, 0.6), (15, 16.6, 0.6), 1.5, 0.7)], 0, plain(-0.1)),
        G("red", [blk(0, 2.4, 0, 19, 2.4, 9, 0.8)]),
        G("blue", [move(cyl(0, 0, -1, 1, 3, 3), RX(90), (sx * 7, 3, 5)) for sx in S(-1, 1)]),
        G("dark", [ball((9.6, 19.4, 4.0), 1.2)]),
    ]


@prop("bedroom", (22, 12), view=(60, 80, 60))
def toy_soldiers():
    out = []
    for k, (x, z) in enumerate(((-8, 1), (0, -2), (8, 1))):
        out += [
            G("blue" if k % 2 else "red", [cyl(x, z, 5, 14, 2.8, 2.4)]),
            G("paper", [rod((x + s, 0, z), (x + s, 6, z), 1.2) for s in S(-1.2, 1.2)]),
            G("skin", [ball((x, 16.6, z), 2.5)]),
            G(
                "dark",
                [cyl(x, z, 18, 24, 2.6, 2.8), ball((x - 0.8, 16.8, z + 2.4), 0.7), ball((x + 0.9, 16.8, z + 2.4), 0.7)],
            ),
        ]
    return out


# ---- walls and floors ------------------------------------------------------------------------------------------------
@prop("house", None, wall=True, view=(60, 80, 50), light="lamp")
def sconce_lit():
    """Two candles on a brass arm."""
    arm = [
        G(
            "brass",
            [
                box((0, 4, 1), (3, 7, 1.4), 1.2),
                rod((-8, 8, 5), (0, 2, 3), 0.9),
                rod((8, 8, 5), (0, 2, 3), 0.9),
                *[cyl(s * 8, 5, 8, 10, 3, 2.2) for s in S(-1, 1)],
            ],
            0.5,
        )
    ]
    return arm + [q for s in S(-1, 1) for q in moved(_candle(True, 9.5, s * 8), None, (0, 0, 5))]


def _girl(kind: int):
    """Pictures of her: at the window, at the door, asleep."""
    w, h = ((15, 20), (20, 16), (17, 17))[kind]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, ay - y + 0.5
        inn = (np.abs(X) < w - 4) & (np.abs(Y) < h - 4)
        sk.put(inn, ("purple", "green", "red")[kind], 0.34 + 0.014 * Y, 0.5)
        if kind == 1:  # before the house, on a hill
            sk.put(inn & (-2 + 2 * np.sin(X * 0.3) > Y), "grass", 0.6)
            sk.put(inn & (np.abs(X + 9) < 4) & (Y > -3) & (Y < 6), "siding", 0.6)
            sk.put(inn & (np.abs(X + 9) < 10 - Y) & (Y >= 6) & (Y < 10), "roof", 0.6)
        hx, hy = (0, 4, 0)[kind], (3, 0, 1)[kind]
        U, V = X - hx, Y - hy
        sk.put(inn & (np.abs(U) < 4.5 - V * 0.22) & (V < -4), "yellow", 0.64 - 0.03 * U)
        sk.put(inn & (np.abs(U) < 0.6) & (V < -5), "yellow", 0.4)
        hair = inn & (np.hypot(U / 6.6, (V - 0.6) / 6.2) < 1) & (V > -5.6)
        sk.put(hair, "blue", 0.62 + 0.025 * V - 0.02 * U)
        face = inn & (np.hypot(U / 4.0, (V + 1.2) / 4.0) < 1)
        sk.put(face, "skin", 0.74 - 0.03 * U)
        sk.put(face & (0.6 + 0.25 * np.abs(U - 1) < V), "blue", 0.6)
        for s in (-1.7, 1.7):
            sk.put(face & (np.abs(U - s) < 0.7) & (np.abs(V + 1) < 0.8), "dark", 0.1)
        sk.put(face & (np.abs(U) < 1.3) & (np.abs(V + 3.6) < 0.6), "red", 0.45)

    return _frame(w, h), over


for _k in range(3):
    make_prop(f"picture_girl_{_k + 1}", "living", lambda k=_k: _girl(k), None, wall=True)


def _moonlight(wide: int, deep: int):
    """Moonlight through four panes, leaning over the floor; the anchor is its upper middle."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        Y = (y - ay) / deep
        X = (x - ax - 0.34 * (y - ay)) / (wide / 2 * (1 + 0.22 * Y))
        inside = (np.abs(X) < 1) & (Y > 0) & (Y < 1)
        bars = (np.abs(X) < 0.055) | (np.abs(Y - 0.46) < 0.045)
        soft = np.minimum(np.minimum(1 - np.abs(X), 1) * 7, np.minimum(Y, 1 - Y) * 9)
        v = np.floor(np.clip(soft, 0, 1) * 4 + bayer(*sk.shape) * 0.9) / 4 * (1 - 0.35 * Y)
        m = inside & ~bars & (v > 0.1)
        sk.put(m, "glass", 0.9)
        sk.alpha[m] = 0.30 * v[m]
        sk.glow[m] = 0.16 * v[m]

    return [], over


make_prop("moon_patch", "house", lambda: _moonlight(66, 84), None, flat=True, shadow=False, view=(150, 120, 20))
make_prop("moon_patch_small", "house", lambda: _moonlight(40, 60), None, flat=True, shadow=False, view=(110, 100, 20))


# ---- plants ----------------------------------------------------------------------------------------------------------
def _fern(open_: float):
    """A tub of fronds that uncurl: 0 curled, 1 open."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        rng = np.random.default_rng(6)
        for k, a in enumerate(np.concatenate([np.linspace(-1.25, 1.25, 12), np.linspace(-1.05, 1.05, 7)])):
            long = (23 + 13 * rng.random() - (8 if k > 11 else 0)) * (0.66 + 0.34 * open_)
            px, py, way = 3.0 * a, 11.0 + 3 * abs(math.sin(k * 2.2)), math.pi / 2 - a * (0.35 + 0.55 * open_)
            for s in range(int(long)):
                f = s / long
                curl = (0.02 if open_ > 0.5 else 0.05) + (0.30 * f**3) * (1.2 - open_)
                way += -curl * (1 if a >= 0 else -1) * (1 if k % 3 else 0.6)
                px, py = px + math.cos(way), py + math.sin(way)
                q = (np.abs(x - ax - px) < 0.9) & (np.abs(ay - y - py) < 0.9)
                sk.put(q, "leaf", 0.30 + 0.5 * f)
                if s % 3 == 0 and s > 4:
                    for side in S(-1, 1):
                        size = (3.8 * math.sin(min(f + 0.12, 1) * math.pi)) * (0.35 + 0.65 * open_)
                        bx, by = px + side * size * math.sin(way), py - side * size * math.cos(way)
                        leaf = np.abs((x - ax - px) * (by - py) - (ay - y - py) * (bx - px)) < 0.9 * max(size, 0.6)
                        near = np.hypot(x - ax - (px + bx) / 2, ay - y - (py + by) / 2) < size / 2 + 0.4
                        sk.put(leaf & near, "leaf", 0.34 + 0.42 * f + 0.08 * side)
            if open_ > 0.5 and k % 4 == 1:
                tip = np.hypot(x - ax - px, ay - y - py)
                sk.put(tip < 2.4, "bloss", 0.72).put(tip < 1.1, "yellow", 0.85)
                sk.glow[tip < 2.4] = 0.25

    return [
        G("china", [cyl(0, 0, 0, 12, 7.4, 9.4), cyl(0, 0, 11, 14, 10, 10)], 0, lines_y(5, 0.16)),
        G("dirt", [cyl(0, 0, 13, 14.4, 8.6, 8.6)]),
    ], over


for _name, _open in (("fern_shut", 0.0), ("fern_half", 0.5), ("fern_open", 1.0)):
    make_prop(_name, "house", lambda o=_open: _fern(o), (20, 13), view=(130, 110, 80))


@prop("living", (52, 14), view=(120, 130, 110))
def curtain_door():
    """A portiere: two drawn drapes under a rod, to be walked between."""
    folds = lambda p: 0.9 * np.sin(p[:, 0] * 1.25)  # noqa: E731
    return [
        G("brass", [rod((-34, 84, 0), (34, 84, 0), 1.5), ball((-35, 84, 0), 3), ball((35, 84, 0), 3)]),
        G("velvet", [wavy(box((s * 27, 44, 0), (6.5, 40, 3), 2), folds) for s in S(-1, 1)]),
        G(
            "velvet",
            [
                wavy(
                    blk(0, 70, 1, 64, 12, 4, 2),
                    lambda p: 0.9 * np.sin(p[:, 0] * 0.9) - 2.2 * np.cos(p[:, 0] * 0.1) * (p[:, 1] < 74),
                )
            ],
        ),
        G("brass", [torus((s * 28, 36, 0), 7, 1.2, RY(0)) for s in S(-1, 1)]),
    ]
