"""Props of the drive, the garden and the orchard: van, car, beds, hedges, walls, the boarded well and what hangs on
trees.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from tools.make_art.core.field import Sketch, grid
from tools.make_art.core.ramps import IDS
from tools.make_art.places.lettering import centred, letters
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.props_grounds import _foliage
from tools.make_art.places.props_house import _carton, grain
from tools.make_art.places.sdf import (
    RX,
    RY,
    RZ,
    G,
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
    wavy,
)
from tools.make_art.places.surfaces import courses, plain, rubble, shingles

Built = list[G]
Over = Callable[[Sketch, int, int], None]


def _flat(paint: Callable[[Sketch, np.ndarray, np.ndarray], None]) -> tuple[list[G], Over]:
    """A picture on the ground: ``paint`` gets x and y from the middle."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        paint(sk, x - ax + 0.5, y - ay + 0.5)

    return [], over


# ---- the drive -------------------------------------------------------------------------------------------------------
def _wheel(x: float, z: float, r: float = 9.0) -> list[G]:
    flat = RX(90)
    return [
        G("dark", [move(cyl(0, 0, -3, 3, r, r), flat, (x, r, z))], 0, plain(0.12)),
        G("enamel", [move(cyl(0, 0, -1, 1, r * 0.5, r * 0.42), flat, (x, r, z + 2.6))]),
    ]


@prop("grounds", (112, 110), view=(190, 250, 190), name="moving_van")
def moving_van():
    """Seen from behind: doors open, ramp down, boxes inside; 4 x 5 tiles."""
    hull = sub(blk(0, 14, -34, 98, 84, 92, 2), blk(0, 18, -10, 88, 74, 60, 0.6))
    door = [
        moved(
            [
                G("red", [box((21, 0, 0), (21, 37, 1.6), 0.6)], 0, lambda q, n: -0.14 * ((q[:, 1] % 15) < 1)),
                G(
                    "iron",
                    [
                        rod((36, -16, 2), (36, 16, 2), 1.0),
                        blk(4, 10, 1.6, 6, 3, 2, 0.4),
                        blk(4, -14, 1.6, 6, 3, 2, 0.4),
                    ],
                ),
            ],
            RY(-a),
            (s * 49, 55, 12),
        )
        for s, a in ((1, 35.0), (-1, 145.0))
    ]
    ramp = move(box((0, 0, 0), (26, 1.4, 21), 0.5), RX(30), (0, 8, 30))
    cargo = [
        g
        for x, y, z, w, h, t in (
            (-26, 18, -2, 28, 24, 4),
            (4, 18, -4, 26, 20, -5),
            (30, 18, -2, 24, 30, 3),
            (-27, 42, -4, 24, 18, -6),
            (3, 38, -5, 24, 20, 5),
            (29, 48, -5, 20, 14, 0),
        )
        for g in moved(_carton(w, h, 16), RY(t), (x, y, z))
    ]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for k, line in enumerate(("HASTE & SONS", "REMOVALS", "EST. 1951")):
            centred(sk, ax, ay - 140 + 10 * k, line, "red", 0.3)

    lamps = [ball((s * 43, 19, 13), (3, 2.4, 1.4)) for s in (-1, 1)]
    return [
        G("red", [hull], 0, lambda q, n: -0.15 * ((q[:, 2] % 18) < 1) * (n[:, 1] > 0.6) - 0.13 * ((q[:, 1] % 24) < 1)),
        G("paper", [blk(0, 97.4, -34, 70, 1, 60, 0.3)], 0, lambda q, n: -0.32 - 0.1 * ((q[:, 2] % 18) < 1)),
        G("dark", [blk(0, 18, -38, 88, 74, 2)]),
        G("red", [blk(0, 10, -92, 90, 50, 26, 8)], 0, plain(-0.08)),
        *[g for d in door for g in d],
        *cargo,
        G("iron", [blk(0, 10, 8, 100, 6, 9, 1)], 0, plain(0.12)),
        *[g for s in (-1, 1) for g in _wheel(s * 38, -2, 10)],
        G("flame", lamps, 0, plain(0.0)),
        G("wood", [ramp], 0, lambda q, n: -0.2 * ((q[:, 2] % 6) < 1)),
    ], over


@prop("grounds", (92, 40), view=(150, 130, 90))
def family_car():
    """A small old saloon, side on, with one suitcase still on the roof."""
    roof_z, glass = 0.0, lambda q, n: 0.2 * ((q[:, 0] * 0.9 + q[:, 1]) % 19 < 4) - 0.3
    body = [blk(0, 8, 0, 92, 17, 38, 8), ball((-33, 19, 0), (15, 8, 17)), ball((32, 19, 0), (16, 8, 17))]
    rack = [rod((x, 43, -12), (x, 43, 12), 0.8) for x in (-14, 10)] + [
        rod((-18, 43, z), (14, 43, z), 0.7) for z in (-12, 12)
    ]
    return [
        G("green", body, 5.0, lambda q, n: 0.1 - 0.22 * (np.abs(np.abs(q[:, 0] + 1) - 20) < 0.6) * (n[:, 2] > 0.6)),
        G(
            "green",
            [inter(inter(blk(-2, 24, roof_z, 54, 18, 32, 7), half((0.74, 0.66, 0), 43)), half((-0.6, 0.8, 0), 47))],
            0,
            plain(0.1),
        ),
        G(
            "glass",
            [inter(inter(blk(-2, 26, 1, 50, 13, 33, 3), half((0.74, 0.66, 0), 41)), half((-0.6, 0.8, 0), 44))],
            0,
            glass,
        ),
        G("green", [blk(x, 24, 15.6, 3, 15, 4, 0.6) for x in (-2,)]),
        G(
            "iron",
            [
                blk(0, 9, 0, 97, 4, 40, 1.6),
                *rack,
                rod((6, 22, 19.6), (12, 22, 19.6), 1.0),
                rod((-14, 22, 19.6), (-8, 22, 19.6), 1.0),
            ],
            0,
            plain(0.3),
        ),
        *_wheel(-28, 17, 9),
        *_wheel(28, 17, 9),
        G("shade", [ball((47, 19, 13), (2, 3.4, 3.4))], 0, plain(0.2)),
        G("red", [ball((-46, 18, 14), (1.6, 3, 2.6))], 0, plain(0.2)),
        G("wood", [blk(-2, 44, 0, 24, 9, 17, 1.4)], 0, plain(0.1)),
        G("brass", [blk(x - 2, 44, 0, 2.2, 9.6, 17.6, 0.4) for x in (-7, 7)]),
    ]


def _puddle(w: float, h: float, seed: int) -> tuple[list[G], Over]:
    def paint(sk: Sketch, X: np.ndarray, Y: np.ndarray) -> None:
        a = np.arctan2(Y / h, X / w)
        r = (
            np.hypot(X / w, Y / h)
            - 0.16 * np.sin(2 * a + seed)
            - 0.08 * np.sin(3 * a + seed * 2)
            - 0.04 * np.sin(7 * a)
        )
        # rain water holds the sky: grey here, blue in the Other World ("stone" and "glass" are both)
        sk.put(r < 0.98, "dirt", 0.12).put(r < 0.9, "stone", 0.36 + 0.06 * (Y < 0))
        sk.put((r < 0.9) & (-h * 0.28 > Y), "stone", 0.24)
        sk.put((r < 0.88) & (r > 0.8) & (Y > 0), "glass", 0.6)
        sky = (r < 0.74) & (np.abs(Y - h * 0.1 - 1.6 * np.sin(X * 0.13 + seed)) < h * 0.26)
        sk.put(sky, "stone", 0.54).put(sky & (np.abs(Y - h * 0.02) < h * 0.1), "stone", 0.68)
        sk.put(sky & ((X + Y * 2) % 13 < 3) & (np.abs(Y - h * 0.1) < h * 0.1), "glass", 0.82)
        sk.alpha[(r >= 0.9) & (r < 0.98)] = 0.5

    return _flat(paint)


for _i, (_w, _h) in enumerate(((26, 10), (17, 7), (38, 13))):
    make_prop(
        f"puddle_{_i + 1}", "grounds", lambda w=_w, h=_h, s=_i: _puddle(w, h, s + 1), None, flat=True, shadow=False
    )


@prop("grounds", (18, 16))
def gate_post():
    return [
        G("stone", [blk(0, 0, 0, 20, 44, 16, 0.8)], 0, courses(9, 14)),
        G("stone", [blk(0, 43, 0, 26, 5, 20, 1), blk(0, 0, 0, 24, 6, 19, 0.8), ball((0, 54, 0), (7, 6.4, 6))], 0.4),
        G("leaf", [ball((-8, 3, 8), (5, 3, 3)), ball((7, 2, 9), (4, 2.4, 3))], 1),
    ]


def _iron_leaf(w: float) -> list[G]:
    bars = [
        rod((x, 3, 0), (x, 34 + 5 * math.sin(math.pi * (x + w / 2) / w), 0), 0.9) for x in np.linspace(-w / 2, w / 2, 8)
    ]
    tips = [
        ball((x, 37 + 5 * math.sin(math.pi * (x + w / 2) / w), 0), (1.6, 2.6, 1.4))
        for x in np.linspace(-w / 2, w / 2, 8)
    ]
    rails = [rod((-w / 2, y, 0), (w / 2, y, 0), 1.1) for y in (5, 14, 30)]
    rings = [torus((x, 9.5, 0), 3, 0.7, RX(90)) for x in np.linspace(-w / 2 + 6, w / 2 - 6, 4)]
    return [G("iron", bars + tips + rails + rings, 0, plain(0.14))]


make_prop("gate_iron_off", "grounds", lambda: moved(_iron_leaf(48), RZ(-7) @ RY(16), (0, 2, 0)), (46, 10))
make_prop("gate_iron", "grounds", lambda: _iron_leaf(48), (50, 6))


@prop("grounds", (8, 6))
def weed_pennies():
    """Honesty in green: a tall plain weed holding up flat green pennies."""
    rng = np.random.default_rng(5)
    stems, coins = [], []
    for k, a in enumerate((-0.5, -0.2, 0.12, 0.42)):
        top = (math.sin(a) * 26, 34 - 5 * (k % 2), 2 - k)
        stems.append(rod((0, 0, 0), top, 1.1, 0.6))
        for t in np.linspace(0.45, 1.0, 5):
            s = rng.choice((-1, 1))
            coins.append(ball((top[0] * t + s * 3.4, top[1] * t + 1, top[2] + 1), (2.7, 2.7, 0.8)))
    return [G("leaf", stems + [ball((x, 5, 2), (5, 2, 2)) for x in (-5, 5)]), G("green", coins, 0, plain(0.2))]


@prop("grounds", (124, 8), view=(170, 110, 80))
def washing_line():
    """Two posts, a line, and a single peg."""
    line = [
        rod((a, 50 - 7 * (1 - (a / 58) ** 2), 0), (a + 8, 50 - 7 * (1 - ((a + 8) / 58) ** 2), 0), 0.6)
        for a in range(-58, 58, 8)
    ]
    posts = [rod((s * 58, 0, 0), (s * 60, 54, 0), 1.8, 1.5) for s in (-1, 1)] + [
        rod((s * 60 - 9, 51, 0), (s * 60 + 9, 51, 0), 1.2) for s in (-1, 1)
    ]
    prop_pole = [rod((8, 0, 3), (2, 45, 0), 1.0)]
    return [
        G("wood", posts + prop_pole, 0, grain),
        G("paper", line, 0, plain(-0.1)),
        G("yellow", [blk(-22, 38, 1, 2.6, 9, 2, 0.5)], 0, plain(0.15)),
    ]


@prop("grounds", (20, 14))
def sundial():
    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        d = np.hypot((x - ax + 0.5) / 9.4, (y - (ay - 30)) / 6.6)
        ang = np.round(np.degrees(np.arctan2(y - (ay - 30), x - ax + 0.5)) / 30) * 30
        tick = (d < 1) & (d > 0.72) & (np.abs(np.degrees(np.arctan2(y - (ay - 30), x - ax + 0.5)) - ang) < 5)
        sk.put(tick, "dark", 0.3)

    return [
        G(
            "stone",
            [
                blk(0, 0, 0, 26, 4, 20, 1),
                cyl(0, 0, 4, 9, 7, 5),
                cyl(0, 0, 9, 24, 4, 3.6),
                cyl(0, 0, 24, 28, 6, 12, 0.72),
            ],
            0.6,
        ),
        G("brass", [cyl(0, 0, 28, 30, 10.4, 10.4, 0.72)]),
        G("iron", [inter(blk(1, 30, 0, 11, 10, 1.2, 0.2), half((0.7, 0.7, 0), 25.4))], 0, plain(0.2)),
        G("leaf", [ball((-9, 2, 10), (5, 2.4, 3)), ball((11, 3, 8), (4, 3, 3))], 1),
    ], over


# ---- garden beds and hedges ----------------------------------------------------------------------------------------
def _bed(seed: int, alive: bool) -> Built:
    """96 x 64 of earth in a plank border: dead sticks with labels, or snapdragons that glow."""
    rng = np.random.default_rng(seed)
    spots = [(-34 + 17 * i + rng.uniform(-3, 3), -16 + 16 * j + rng.uniform(-3, 3)) for j in range(3) for i in range(5)]
    earth = blk(0, 0, 0, 88, 5, 54, 1.5)
    soil = wavy(earth, lambda p: 0.9 * np.sin(p[:, 2] * 0.55) + 0.4 * np.sin(p[:, 0] * 0.7 + p[:, 2]))
    edge = [blk(0, 0, z, 94, 7, 3.4, 0.6) for z in (-28.4, 28.4)] + [blk(x, 0, 0, 3.4, 7, 60, 0.6) for x in (-46, 46)]
    out = [G("dirt", [soil], 0, lambda q, n: 0.16 * np.sin(q[:, 2] * 0.55 + 1.6) - 0.05), G("wood", edge, 0, grain)]
    if alive:
        stems = [rod((x, 4, z), (x + 2 * math.sin(x), 16 + 3 * math.sin(z), z), 0.9) for x, z in spots]
        buds = [ball((x + 2 * math.sin(x), 19 + 3 * math.sin(z), z + 1), (3.4, 4, 3)) for x, z in spots]
        leaves = [ball((x + s * 3.4, 8, z), (3, 1.3, 1.8)) for x, z in spots for s in (-1, 1)]
        return [
            *out,
            G("leaf", stems + leaves),
            G("flower", buds[::2], 0, plain(0.1), 0.7),
            G("yellow", buds[1::2], 0, plain(0.1), 0.7),
        ]
    sticks = []
    for x, z in spots:
        lean = rng.uniform(-4, 4)
        h = rng.uniform(8, 17)
        sticks += [
            rod((x, 3, z), (x + lean, h, z), 0.9, 0.5),
            rod((x + lean * 0.5, h * 0.6, z), (x + lean * 0.5 + rng.choice((-4, 4)), h * 0.85, z), 0.6, 0.4),
        ]
    tags = [
        s
        for x, z in spots[::3]
        for s in (rod((x + 6, 3, z + 5), (x + 6, 9, z + 5), 0.6), blk(x + 6, 8, z + 5, 7, 5, 1, 0.3))
    ]
    return [
        *out,
        G("bark", sticks, 0, plain(0.16)),
        G("paper", tags, 0, lambda q, n: 0.05 - 0.3 * ((q[:, 1] % 2.4) < 0.8)),
    ]


for _i in range(3):

    def _bed_maker(other: bool, seed: int = 11 + _i) -> Built:
        return _bed(seed, other)

    prop("grounds", (94, 56), name=f"garden_bed_{_i + 1}", view=(130, 130, 70))(_bed_maker)


@prop("grounds", (60, 18), view=(120, 130, 100))
def hedge_peacock(other):
    """Box hedge: cut like a peacock once (in the Other World it still is)."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(9)
        wild = 0 if other else 4
        parts = [(x, -9 - rng.uniform(0, 3), 12, 0.26) for x in (-26, -13, 0, 13, 26)]
        parts += [
            (22 - 5 * math.cos(a) * 7, -30 - math.sin(a) * 33, 9.5, 0.3 + 0.1 * math.sin(a))
            for a in np.linspace(0.5, 2.7, 7)
        ]
        parts += [(20 - 24 * math.cos(a), -26 - math.sin(a) * 18, 9, 0.3) for a in np.linspace(0.4, 2.8, 5)]
        parts += [(-8, -24, 14, 0.32), (-20, -36, 8, 0.34), (-25, -46, 6.4, 0.38), (-28, -54, 6.4, 0.44)]
        jolt = [
            (
                ax + x + rng.uniform(-wild, wild),
                ay + y + rng.uniform(-wild, wild),
                r * rng.uniform(1 - wild * 0.03, 1 + wild * 0.03),
                t,
            )
            for x, y, r, t in parts
        ]
        _foliage(sk, sorted(jolt, key=lambda c: -abs(c[0] - ax - 20) * 0.2 + (c[0] < ax - 5) * 40), "leaf", 9, 0.75)
        y, x = grid(*sk.shape)
        if other:
            for a in np.linspace(0.5, 2.7, 7):
                cx, cy = ax + 22 - 35 * math.cos(a), ay - 30 - math.sin(a) * 35
                d = np.hypot(x - cx, y - cy)
                sk.put(d < 3.2, "blue", 0.7).put(d < 1.6, "yellow", 0.95)
                sk.glow[d < 3.2] = 0.7
        sk.put((np.abs(x - (ax - 35)) < 3.4) & (np.abs(y - (ay - 53) - (ax - 35 - x) * 0.2) < 1.4), "bark", 0.6)

    return [G("bark", [rod((0, 0, 0), (0, 8, 0), 2.4)])], over


def _hedge_arch() -> tuple[list[G], Over]:
    """A leafy tunnel seen end on, 64 wide: walk through the middle."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        parts = [
            (ax + s * 26 + dx, ay - h, 11.0, 0.26 + h * 0.0014)
            for s in (-1, 1)
            for h in range(6, 62, 11)
            for dx in (-3, 3)
        ]
        parts += [(ax + 27 * math.cos(a), ay - 60 - 24 * math.sin(a), 12.0, 0.36) for a in np.linspace(0, math.pi, 8)]
        _foliage(sk, parts, "leaf", 21, 0.7)

    return [], over


make_prop("hedge_arch", "grounds", _hedge_arch, None, view=(120, 150, 120))


@prop("grounds", (116, 60), view=(170, 180, 130))
def shed(other):
    """Garden shed, 4 x 3 tiles: plank walls, a tarred roof, one window, Wybie's oil cans."""

    def planks(q, n):
        return grain(q, n) - 0.24 * ((q[:, 0] % 8) < 1) * (n[:, 1] < 0.6)

    roof_a = move(box((0, 0, 0), (64, 2, 26), 0.5), RX(28), (0, 60, 18))
    roof_b = move(box((0, 0, 0), (64, 2, 26), 0.5), RX(-28), (0, 60, -26))
    ends = inter(inter(blk(0, 46, -4, 114, 30, 60, 0.5), half((0, 0.88, 0.47), 58)), half((0, 0.88, -0.47), 62))
    window = sub(blk(30, 17, 27, 30, 22, 3, 0.6), blk(30, 20, 28, 24, 16, 8, 0.3))
    return [
        G("wood", [blk(0, 0, -4, 114, 48, 60, 0.6), ends], 0, planks),
        G("roof", [roof_a, roof_b], 0, shingles(12, 8)),
        G("dwood", [blk(-26, 0, 26, 30, 42, 2.4, 0.5)], 0, lambda q, n: -0.2 * ((q[:, 0] % 7.5) < 1)),
        G("dwood", [blk(-26, y, 27.6, 30, 3.4, 1.4, 0.3) for y in (7, 32)]),
        G("trimw", [window, blk(30, 20, 27.4, 1.6, 16, 2, 0.3), blk(30, 15, 29, 34, 2.6, 5, 0.5)]),
        G(
            "shade" if other else "glass",
            [blk(30, 19, 26, 25, 18, 1, 0)],
            0,
            plain(0.15 if other else -0.25),
            0.6 if other else 0.0,
        ),
        G(
            "iron",
            [ball((-15, 20, 29), 1.6), torus((-47, 26, 28), 6, 1.0, RX(90)), rod((-47, 34, 27), (-47, 38, 27), 0.8)],
            0,
            plain(0.1),
        ),
        G("clay", [cyl(8, 31, 0, 9, 4.4, 5.6, 0.8)]),
        G("red", [cyl(48, 32, 0, 9, 4, 4, 0.8), cyl(48, 32, 9, 12, 1.4, 1, 0.8)]),
        G("leaf", [ball((x, 3, 28 + (x % 3)), (5, 3.4, 3)) for x in (-56, -50, 20, 27, 56)], 1),
    ]


@prop("grounds", (84, 58), view=(130, 130, 80))
def fountain(other):
    """Dry, with three coins from three countries; the other one runs upward."""
    basin = sub(cyl(0, 0, 0, 15, 42, 43, 0.7, 1), cyl(0, 0, 5, 30, 36, 37, 0.7, 0.5))
    stem = [
        cyl(0, 0, 4, 10, 10, 7, 0.8),
        cyl(0, 0, 10, 30, 4.4, 3.6),
        sub(cyl(0, 0, 28, 36, 6, 17, 0.75), ball((0, 39, 0), (14, 6, 10))),
    ]
    out = [
        G("stone", [basin], 0, courses(8, 15)),
        G("stone", [cyl(0, 0, 4, 6, 36, 36, 0.7), *stem, ball((0, 39, 0), (3, 5, 3))], 0.4, plain(-0.03)),
    ]
    if other:
        jets = [
            rod((math.sin(a) * 5, 40, math.cos(a) * 3), (math.sin(a) * 11, 62, math.cos(a) * 6), 1.6, 0.6)
            for a in np.arange(5) * 1.26
        ]
        return [
            *out,
            G("water", [cyl(0, 0, 5, 11, 36, 36, 0.7), cyl(0, 0, 31, 35, 13, 13, 0.75)], 0, None, 0.3),
            G("water", [*jets, ball((0, 60, 0), (4, 6, 3))], 1, plain(0.3), 0.5),
        ]
    coins = [
        G(m, [cyl(x, z, 6, 7, 2.2, 2.2, 0.8)], 0, plain(0.25))
        for m, x, z in (("brass", -18, 15), ("yellow", 12, 18), ("china", 22, 9))
    ]
    leaves = G("leafdry", [ball((x, 6.6, z), (2.6, 0.7, 1.6)) for x, z in ((-25, 5), (-6, 20), (28, 2), (4, 13))])
    return [*out, *coins, leaves]


# ---- the orchard ---------------------------------------------------------------------------------------------------
def _wall_run(w: float, gap: tuple[float, float] | None = None, smooth: bool = False) -> Built:
    body = wavy(blk(0, 0, 0, w, 26, 15, 3), lambda p: 0.8 * np.sin(p[:, 0] * 0.5) * np.sin(p[:, 1] * 0.6))
    if gap:
        body = sub(body, ball((gap[0], 30, 0), (gap[1], 26, 40)))
    cope = [
        ball((x, 28 + 1.2 * math.sin(x * 3.1), 0), (4.6, 5 + math.sin(x), 7))
        for x in np.arange(-w / 2 + 4, w / 2, 7.2)
        if not gap or abs(x - gap[0]) > gap[1] + 2
    ]
    if smooth:
        cope = [c for c, x in zip(cope, np.arange(-w / 2 + 4, w / 2, 7.2), strict=False) if abs(x) > 11] + [
            blk(0, 24, 0, 26, 6, 15, 2.6)
        ]
    out = [G("stone", [body], 0, rubble(8)), G("stone", cope, 0.4, rubble(9, 5, 0.16))]
    if gap:
        out.append(
            G(
                "stone",
                [
                    ball((gap[0] + dx, 3, z), (r, r * 0.7, r * 0.8))
                    for dx, z, r in ((-9, 13, 6), (4, 15, 5), (14, 11, 4.4), (-2, 4, 6))
                ],
                0,
                rubble(9),
            )
        )
    return out


make_prop("dry_wall", "orchard", lambda: _wall_run(96), (96, 15), view=(140, 90, 60))
make_prop("dry_wall_broken", "orchard", lambda: _wall_run(96, (8, 20)), (96, 15), view=(140, 90, 60))
make_prop("dry_wall_smooth", "orchard", lambda: _wall_run(96, None, True), (96, 15), view=(140, 90, 60))
make_prop("dry_wall_end", "orchard", lambda: _wall_run(32), (32, 15))


@prop("orchard", (15, 64), view=(70, 150, 90))
def dry_wall_side():
    body = wavy(blk(0, 0, 0, 15, 26, 64, 3), lambda p: 0.8 * np.sin(p[:, 2] * 0.5) * np.sin(p[:, 1] * 0.6))
    cope = [ball((0, 27, z), (7.4, 4, 4.6)) for z in np.arange(-28, 32, 7.6)]
    return [G("stone", [body], 0, rubble(8)), G("stone", cope, 0.4, rubble(9, 5, 0.16))]


@prop("orchard", (54, 36), view=(110, 90, 50))
def well_boards():
    """The well: a low ring of stones under five weathered boards."""
    rocks = [
        ball((math.cos(a) * 27, 3.4, math.sin(a) * 19), (6.0, 4.6 + 0.8 * math.sin(a * 5), 5))
        for a in np.arange(14) * (2 * math.pi / 14)
    ]
    boards = [
        move(
            box((0, 0, 0), (24 - 2.2 * abs(k - 2) ** 1.6, 1.3, 3.0), 0.5),
            RY((-3, 2, -1, 3, -2)[k]),
            (0.8 * math.sin(k * 2.4), 7.4 + 0.4 * (k % 2), -13 + k * 6.6),
        )
        for k in range(5)
    ]
    nails = [ball((s * 17, 9.2, -13 + k * 6.6), 0.8) for k in range(1, 4) for s in (-1, 1)]
    return [
        G("dark", [cyl(0, 0, 0, 4, 24, 24, 0.7)]),
        G("stone", rocks, 0, rubble(11, 2, 0.12)),
        G("wood", boards, 0, lambda q, n: 0.05 * np.sin(q[:, 2] * 2.6 + 1.4 * np.sin(q[:, 0] * 0.2)) - 0.02),
        G("iron", nails),
        G("leaf", [ball((x, 2, z), (4.4, 2.2, 2.6)) for x, z in ((-30, 10), (28, 14), (10, 23), (-16, 21))], 1),
    ]


@prop("orchard", None, flat=True, shadow=False, view=(160, 140, 80))
def toadstool_ring():
    """A fairy ring, 128 x 92: put the well in the middle (same anchor)."""
    rng = np.random.default_rng(12)
    angles = np.arange(26) * (2 * math.pi / 26)
    spots = [
        (math.cos(a) * 56 + rng.uniform(-3, 3), math.sin(a) * 40 + rng.uniform(-3, 3), rng.uniform(3.0, 5.2))
        for a in angles
    ]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for x, z, r in spots:
            px, py = int(ax + x), round(ay - r * 1.85 + z)
            for dx, dy in ((-1, -1), (1, 0), (-2, 1))[: 3 if r > 4 else 2]:
                if sk.mat[py + dy, px + dx] < 0:
                    sk.mat[py + dy, px + dx], sk.tone[py + dy, px + dx] = IDS["paper"], 1.0

    return [
        G("paper", [cyl(x, z, 0, r * 1.5, r * 0.4, r * 0.34) for x, z, r in spots]),
        G("red", [ball((x, r * 1.5, z), (r, r * 0.5, r * 0.55)) for x, z, r in spots], 0, plain(0.06)),
    ], over


@prop("orchard", (24, 18))
def beehive():
    tiers = [blk(0, 6 + 9 * k, 0, 28 - 2 * k, 9.4, 20 - 1.6 * k, 0.8) for k in range(3)]
    return [
        G("paper", tiers, 0, lambda q, n: -0.14 - 0.3 * (((q[:, 1] - 6) % 9) < 1) + 0.05 * np.sin(q[:, 0] * 1.7)),
        G(
            "paper",
            [move(box((s * 7, 0, 0), (9.6, 1.4, 13), 0.5), RZ(-s * 24), (0, 37, 0)) for s in (-1, 1)],
            0,
            plain(-0.22),
        ),
        G(
            "wood",
            [rod((sx * 10, 0, sz * 7), (sx * 10, 7, sz * 7), 1.5) for sx in (-1, 1) for sz in (-1, 1)]
            + [blk(0, 6, 11, 15, 1.4, 6, 0.4)],
        ),
        G("dark", [blk(0, 8, 10, 9, 2, 1, 0)]),
        G("leaf", [ball((x, 2, z), (4, 2.4, 2.4)) for x, z in ((-15, 9), (14, 10))], 1),
    ]


@prop("orchard", None)
def swing_half():
    """One rope holds; the seat hangs from it."""
    return [
        G(
            "tape",
            [
                rod((-9, 13, 0), (-9, 76, -2), 0.8),
                rod((9, 58, 0), (9, 76, -2), 0.8),
                rod((9, 58, 0), (11, 54, 0), 0.8, 0.4),
            ],
        ),
        G("wood", [move(box((12, 0, 0), (12, 1.3, 4.6), 0.5), RZ(-62), (-9, 13, 0))], 0, grain),
    ]


GLOVE = (  # cuff, palm, thumb, fingers
    ".cccc..",
    ".cccc..",
    ".pppp..",
    "ppppptt",
    "ppppp.t",
    "ppppp.t",
    "pfpfp..",
    "f.f.f..",
    "f.f.f..",
)


def _gloves(sk: Sketch, ax: int, ay: int, n: int = 19) -> None:
    """Gloves on pegs under the long branch of the glove tree."""
    colours = ("red", "paper", "yellow", "blue", "flower", "green", "tape", "red", "purple")
    tones = {"c": 1.0, "p": 0.84, "t": 0.7, "f": 0.66}
    for k in range(n):
        low = k % 2 * 8  # every second one hangs on a longer string: nineteen shapes, not a fringe
        gx, gy = ax + 12 + round(k * 7.2), ay - 53 - round(7 * math.sin(math.pi * min(k / 20, 1.0))) + (k * 5 % 3)
        ramp = colours[(k * 4) % len(colours)]
        body = [
            (gy + low + dy, gx + i + (dy > 5), bit)
            for dy, row in enumerate(GLOVE)
            for i, bit in enumerate(row)
            if bit != "."
        ]
        for y, x, _ in body:  # a dark line round each, or fog takes them
            for ly, lx in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                sk.mat[ly, lx], sk.tone[ly, lx] = IDS["dark"], 0.1
        for y, x, bit in body:
            sk.mat[y, x], sk.tone[y, x] = IDS[ramp], tones[bit] - 0.12 * (x - gx > 3)
        for dy in range(-2, low + 1):
            sk.mat[gy + dy, gx + 3], sk.tone[gy + dy, gx + 3] = IDS["wood"], 0.95


@prop("orchard", (20, 12), view=(340, 150, 110))
def glove_tree():
    """A bare tree with one long branch and nineteen gloves pegged to it, all waving the same way."""

    def bark(q, n):
        return 0.13 * np.sin(q[:, 1] * 0.55 + np.arctan2(q[:, 0], q[:, 2]) * 5)

    limbs = [
        rod((0, 0, 0), (2, 40, 0), 7.5, 5),
        rod((2, 38, 0), (-4, 68, -3), 5, 3),
        rod((-4, 66, -3), (-18, 86, -5), 3, 1.2),
        rod((-3, 64, -3), (8, 92, -4), 2.6, 1),
        rod((2, 40, 0), (30, 58, 2), 4.2, 3.2),
        rod((30, 58, 2), (84, 64, 3), 3.2, 2.4),
        rod((84, 64, 3), (152, 54, 4), 2.4, 1.0),
        rod((40, 60, 2), (50, 80, 0), 1.8, 0.7),
        rod((92, 62, 3), (106, 80, 1), 1.6, 0.6),
        rod((-2, 50, 0), (-24, 60, 2), 2.4, 0.8),
        *[rod((0, 5, 0), (14 * math.cos(a), 0, 8 * math.sin(a)), 3.6, 1.2) for a in np.arange(5) * 1.26],
    ]
    return [G("bark", limbs, 2.0, bark)], _gloves


def _nettles(seed: int, w: float) -> tuple[list[G], Over]:
    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(seed)
        stalks = sorted(
            ((rng.uniform(-w, w), rng.uniform(-9, 5), rng.uniform(15, 27)) for _ in range(int(w * 1.1))),
            key=lambda s: s[1],
        )
        for sx, sy, h in stalks:
            lean = rng.uniform(-0.12, 0.12)
            for t in range(int(h)):
                px, py = int(ax + sx + lean * t), int(ay + sy - t)
                reach = 0 if t < 3 else (3 - t % 4) if t < h - 4 else 1
                for d in range(-reach, reach + 1):
                    droop = abs(d) // 2
                    if 0 <= py + droop < sk.shape[0] and 0 <= px + d < sk.shape[1]:
                        sk.mat[py + droop, px + d] = IDS["leaf"]
                        sk.tone[py + droop, px + d] = np.clip(
                            0.22 + 0.5 * t / h + (0.12 if d < 0 else -0.08) + (0.16 if t % 4 == 0 else 0), 0, 0.9
                        )
        a = sk.mat >= 0
        rim = np.zeros_like(a)
        for s in ((0, 1), (0, -1), (1, 0), (-1, 0)):
            rim |= np.roll(a, s, (0, 1)) & ~a
        sk.put(rim, "leaf", 0)

    return [], over


make_prop("nettles_1", "orchard", lambda: _nettles(3, 20), (40, 12))
make_prop("nettles_2", "orchard", lambda: _nettles(8, 32), (60, 12))


@prop("orchard", None, flat=True, shadow=False, view=(260, 200, 100))
def bike_ruts():
    """Bicycle tracks, round and round: a worn oval 220 x 130 to lie on grass."""

    def paint(sk: Sketch, X: np.ndarray, Y: np.ndarray) -> None:
        a = np.arctan2(Y / 62, X / 106)
        for k, (grow, wob) in enumerate(((1.0, 1.5), (0.95, 2.2), (0.9, 3.1))):
            r = (
                np.hypot(X / (106 * grow), Y / (62 * grow)) * 100
                + 2.5 * np.sin(a * 3 + wob)
                + 1.5 * np.sin(a * 5 + wob * 2)
            )
            rut = np.abs(r - 100) < 1.7
            sk.put(rut, "dirt", 0.3 + 0.1 * ((X + Y) % 3 < 1))
            sk.alpha[rut] = 0.75 - 0.12 * k
            lip = (r - 100 >= 1.7) & (r - 100 < 2.9)
            sk.put(lip & ((X * 3 + Y) % 5 < 3), "dirt", 0.62)
            sk.alpha[lip] = np.minimum(sk.alpha[lip], 0.4)

    return _flat(paint)


@prop("orchard", (8, 6))
def gatepost_thin():
    return [
        G("wood", [rod((0, 0, 0), (1, 44, 0), 2.0, 1.7), rod((0, 30, 0), (4, 30, 1), 0.9)], 0, grain),
        G("leaf", [ball((-3, 2, 2), (4, 2.4, 2.4))]),
    ]


@prop("orchard", None, wall=True)
def nest():
    twigs = [torus((0, 2 + k, 0), 8 - 0.6 * k, 1.3, RZ(4 * math.sin(k * 2))) for k in range(3)]
    hair = [rod((-6, 4, 6), (2, 5, 8), 0.7), rod((2, 5, 8), (8, 3, 4), 0.7)]
    return [
        G("bark", twigs, 0, lambda q, n: 0.2 * np.sin(np.arctan2(q[:, 0], q[:, 2]) * 14 + q[:, 1] * 2)),
        G("dark", [cyl(0, 0, 1, 2.4, 6.6, 6.6)]),
        G("blue", hair, 0, plain(0.25)),
    ]


@prop("orchard", None)
def tree_label():
    def over(sk: Sketch, ax: int, ay: int) -> None:
        letters(sk, ax - 7, ay - 15, "PLUM", "dark", 0.3)

    return [
        G("wood", [rod((0, 0, 0), (0, 12, 0), 0.9)]),
        G("paper", [blk(1, 9, 1, 20, 8, 1.2, 0.4)], 0, plain(-0.1)),
    ], over
