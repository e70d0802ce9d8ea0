"""Props outdoors: trees, the well, signpost, garden tools, party."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from tools.make_art.core.field import Sketch, grid
from tools.make_art.core.ramps import IDS
from tools.make_art.places.prop import make_prop
from tools.make_art.places.props_house import S, _candle, _table, grain, lines_y
from tools.make_art.places.sdf import RX, RZ, G, ball, blk, box, cyl, move, rod, sub, torus, unit, wavy

LEAF = (
    ((1, 1, 0), (0, 1, 1)),
    ((0, 1, 1), (1, 1, 0)),
    ((1, 1), (1, 1)),
    ((0, 1, 0), (1, 1, 1)),
    ((1, 1, 1),),
    ((0, 1), (1, 1), (1, 0)),
)


def _foliage(sk: Sketch, clusters, ramp: str, seed: int, dens: float = 0.62) -> None:
    """Leaf stamps over cluster spheres, painted from dark to light, with a dark rim."""
    rng = np.random.default_rng(seed)
    st = []
    for ci, (cx, cy, r, lv) in enumerate(clusters):
        n = int(r * r * dens)
        a, q = rng.uniform(0, 6.283, n), np.sqrt(rng.random(n))
        dx, dy = np.cos(a) * q, np.sin(a) * q
        z = np.sqrt(np.maximum(0, 1 - q * q))
        t = lv + 0.42 * (-0.42 * dx - 0.78 * dy + 0.40 * z) + rng.normal(0, 0.10, n)
        st += [(ci * 0.30 + tt, cx + x * r, cy + y * r * 0.86, tt) for tt, x, y in zip(t, dx, dy)]
    st.sort(key=lambda s: s[0])
    H, W = sk.shape
    k = IDS[ramp]
    for _, x, y, t in st:
        shape = LEAF[int(rng.integers(0, 6))]
        X, Y = int(x), int(y)
        for j, row in enumerate(shape):
            for i, c in enumerate(row):
                if c and 0 <= Y + j < H and 0 <= X + i < W:
                    sk.mat[Y + j, X + i] = k
                    sk.tone[Y + j, X + i] = np.clip(t - (0.14 if j else 0), 0.15, 0.98)
    a = sk.mat == k
    rim = np.zeros_like(a)
    for s in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        rim |= np.roll(a, s, (0, 1)) & (sk.mat < 0)
    sk.put(rim, ramp, 0)


def _tree(seed: int, ramp: str | None, big: float = 1.0, gnarl: float = 1.0):
    rng = np.random.default_rng(seed)
    sh, tips = [], []

    def branch(p, d, L, r, k):
        q = p + d * L
        mid = (p + q) / 2 + rng.normal(0, 1.5 * gnarl, 3)
        sh.append(rod(tuple(p), tuple(mid), r, r * 0.85))
        sh.append(rod(tuple(mid), tuple(q), r * 0.85, r * 0.68))
        if k == 0 or r < 0.9:
            tips.append(q)
            return
        for _ in range(3 if k > 2 else 2):
            nd = unit(d + rng.normal(0, 0.62, 3) * np.array([1, 0.45, 0.6]) + np.array([0, 0.22, 0]))
            branch(q, nd, L * rng.uniform(0.62, 0.82), r * 0.64, k - 1)

    branch(np.zeros(3), unit((rng.normal(0, 0.12), 1, 0)), 26 * big, 6.0 * big, 3 if ramp else 4)
    for i in range(5):
        a = i * 1.26 + rng.random()
        sh.append(rod((0, 6, 0), (math.cos(a) * 10 * big, 0, math.sin(a) * 6 * big), 3.0 * big, 1.2))

    def bark(q, n):
        return 0.13 * np.sin(q[:, 1] * 0.55 + np.arctan2(q[:, 0], q[:, 2]) * 5 + np.sin(q[:, 1] * 0.2) * 2)

    g = [G("bark", sh, 2.0, bark)]
    if not ramp:
        return g
    T = np.array(tips)
    ctr = T.mean(0)
    cl = [(t[0] * 1.05, -t[1] + t[2] * 0.6, rng.uniform(13, 18) * big, rng.uniform(0.30, 0.42)) for t in T]
    for _ in range(5):
        q = ctr + rng.normal(0, 1, 3) * np.array([15, 7, 0]) * big
        cl.append((q[0], -q[1] - 4, rng.uniform(15, 20) * big, rng.uniform(0.30, 0.40)))
    cl.sort(key=lambda c: -c[1] + rng.normal(0, 3))
    lo, hi = min(c[1] for c in cl), max(c[1] for c in cl)
    cl = [(a, b, r, lv + 0.10 * (hi - b) / (hi - lo + 1) - 0.05) for a, b, r, lv in cl]
    return g, lambda sk, ax, ay: _foliage(sk, [(ax + a, ay + b, r, lv) for a, b, r, lv in cl], ramp, seed)


for _i, (_n, _s, _r, _b) in enumerate(
    (
        ("tree_1", 60, "leaf", 1.0),
        ("tree_2", 63, "leaf", 1.1),
        ("tree_3", 66, "leaf", 0.9),
        ("tree_4", 20, "leaf", 1.15),
        ("tree_5", 22, "leaf", 0.95),
        ("tree_blossom_1", 21, "bloss", 0.95),
        ("tree_blossom_2", 24, "bloss", 1.05),
        ("tree_blossom_3", 64, "bloss", 1.0),
        ("tree_autumn", 71, "leafdry", 0.95),
        ("tree_bare_1", 33, None, 0.9),
        ("tree_bare_2", 35, None, 1.0),
    )
):
    make_prop(_n, "orchard", lambda s=_s, r=_r, b=_b: _tree(s, r, b), (24 * _b, 13), sway=True)


def _bush(seed: int, ramp: str, w: float):
    rng = np.random.default_rng(seed)
    cl = [(rng.uniform(-w, w), -rng.uniform(6, 12), rng.uniform(8, 11), 0.34) for _ in range(5)] + [(0, -13, 10, 0.40)]
    return [], lambda sk, ax, ay: _foliage(sk, [(ax + a, ay + b, r, lv) for a, b, r, lv in cl], ramp, seed, 0.8)


make_prop("bush_1", "orchard", lambda: _bush(3, "leaf", 9), (28, 12))
make_prop("bush_2", "orchard", lambda: _bush(5, "leaf", 14), (38, 13))
make_prop("bush_bloom", "orchard", lambda: _bush(7, "bloss", 10), (30, 12))
make_prop(
    "stump",
    "orchard",
    lambda: [
        G(
            "bark",
            [cyl(0, 0, 0, 12, 11, 9, 0.8)]
            + [rod((0, 4, 0), (math.cos(a) * 15, 0, math.sin(a) * 9), 3, 1.2) for a in np.arange(5) * 1.3],
            2,
            lambda q, n: 0.12 * np.sin(np.arctan2(q[:, 0], q[:, 2]) * 9),
        ),
        G(
            "wood",
            [cyl(0, 0, 11, 13, 8, 8, 0.8)],
            0,
            lambda q, n: 0.15 + 0.16 * np.sin(np.hypot(q[:, 0], q[:, 2] / 0.8) * 2.4),
        ),
    ],
    (24, 16),
)
make_prop(
    "log",
    "orchard",
    lambda: [
        G(
            "bark",
            [move(cyl(0, 0, -24, 24, 7, 6.4), RZ(90), (0, 7, 0)), rod((8, 12, 0), (12, 19, -2), 2, 1.4)],
            1,
            lambda q, n: 0.14 * np.sin(np.arctan2(q[:, 1] - 7, q[:, 2]) * 8 + np.sin(q[:, 0] * 0.3)),
        ),
        G("wood", [move(cyl(0, 0, 23.4, 25, 5.6, 5.6), RZ(-90), (0, 7, 0))]),
    ],
    (50, 14),
)
make_prop(
    "root_arch",
    "orchard",
    lambda: [
        G(
            "bark",
            [
                rod((-18, 0, 0), (-8, 9, 2), 3, 2.6),
                rod((-8, 9, 2), (6, 8, 0), 2.6),
                rod((6, 8, 0), (18, 0, 3), 2.6, 1.6),
            ],
            2,
            lambda q, n: 0.12 * np.sin(q[:, 0] * 0.9),
        )
    ],
    (38, 8),
)


def _rock(s: float, seed: int):
    rng = np.random.default_rng(seed)
    ph = rng.uniform(0, 6, 4)
    return [
        G(
            "stone",
            [
                wavy(
                    ball((0, 9 * s, 0), (15 * s, 12 * s, 11 * s)),
                    lambda p: (
                        1.5 * s * np.sin(p[:, 0] * 0.22 / s + ph[0]) * np.sin(p[:, 1] * 0.25 / s + ph[1])
                        + 0.6 * np.sin(p[:, 0] * 0.6 + ph[2]) * np.sin(p[:, 2] * 0.5 + ph[3])
                    ),
                )
            ],
            0,
            lambda q, n: 0.10 * (np.sin(q[:, 0] * 0.5 + q[:, 1] * 0.7) > 0.75) - 0.05,
        )
    ]


make_prop("rock_small", "orchard", lambda: _rock(0.5, 2), (15, 10))
make_prop("rock", "orchard", lambda: _rock(1, 4), (30, 20), push="box")
make_prop("rock_great", "orchard", lambda: _rock(1.9, 7), (56, 38))


def _well_ring():
    def bt(q, n):
        return (
            -0.30
            * (
                ((q[:, 1] % 7) < 1.0)
                | ((((np.arctan2(q[:, 0], q[:, 2]) * 22 / 3.1416) + (np.floor(q[:, 1] / 7) % 2) * 1.5) % 3) < 0.28)
            )
            * (n[:, 1] < 0.8)
        )

    return [
        G("stone", [sub(cyl(0, 0, 0, 20, 25, 24, 0.72), cyl(0, 0, 6, 40, 18.5, 18.5, 0.72))], 0, bt),
        G("water", [cyl(0, 0, 0, 7, 19, 19, 0.72)], 0, None, 0.15),
    ]


def _well_roof():
    return [
        G(
            "wood",
            [blk(s * 24, 0, 0, 4.8, 62, 5.2) for s in S(-1, 1)]
            + [
                move(box((0, 0, 0), (33, 1.6, 13), 0.5), RX(-40), (0, 62, 8)),
                move(box((0, 0, 0), (33, 1.6, 13), 0.5), RX(40), (0, 62, -9)),
            ],
            0,
            lambda q, n: -0.22 * ((q[:, 0] % 5.5) < 0.9) * (n[:, 1] > 0.3) + 0.07 * np.sin(q[:, 0] * 2.3 + q[:, 2]),
        ),
        G(
            "wood",
            [rod((-24, 46, 0), (24, 46, 0), 1.9), rod((28, 46, 0), (31, 42, 0), 1), rod((31, 42, 0), (34, 42, 0), 1)],
        ),
        G("tape", [rod((2, 46, 1), (2, 30, 1), 0.6), torus((2, 46, 0), 2.4, 0.8, RZ(90))]),
        G("iron", [cyl(2, 1, 22, 31, 3.6, 4.4)]),
    ]


def _cover(y: float):
    return [
        G(
            "wood",
            [cyl(0, 0, y, y + 3, 25, 25, 0.72)],
            0,
            lambda q, n: -0.24 * ((q[:, 0] % 6.5) < 0.9) + 0.05 * np.sin(q[:, 2] * 2 + np.floor(q[:, 0] / 6.5) * 2),
        ),
        G("dwood", [blk(0, y + 2.4, -6, 40, 2.6, 4, 0.5), blk(0, y + 2.4, 7, 40, 2.6, 4, 0.5)]),
        G("iron", [ball((s * 15, y + 5, z), 1) for s in S(-1, 1) for z in S(-6, 7)] + [torus((0, y + 4.6, 0), 3, 0.8)]),
    ]


make_prop("well", "orchard", lambda: _well_ring() + _well_roof(), (50, 34))
make_prop("well_open", "orchard", _well_ring, (50, 34))
make_prop("well_covered", "orchard", lambda: _well_ring()[:1] + _cover(20), (50, 34))
make_prop("well_cover", "orchard", lambda: _cover(0), (50, 34), push="box")
make_prop(
    "well_lost",
    "orchard",
    lambda: [
        G("wood", [cyl(0, 0, 0, 3, 25, 25, 0.72)], 0, lambda q, n: -0.24 * ((q[:, 0] % 6.5) < 0.9)),
        *[G("leaf", [ball((x, 3, z), (5, 2.4, 4)) for x, z in ((-16, 5), (12, 9), (17, -4), (-6, -12))], 1)],
    ],
    None,
    flat=True,
)


# ---- the drive -----------------------------------------------------------------------------------------------------
FONT3 = {
    "P": "11 1 11 1 1",
}


def _letters(sk: Sketch, x0: int, y0: int, text: str, ramp: str, tone: float) -> None:
    """Tiny 3x5 capitals."""
    rows = {
        "P": ("110", "101", "110", "100", "100"),
        "I": ("1", "1", "1", "1", "1"),
        "N": ("1001", "1101", "1011", "1001", "1001"),
        "K": ("101", "110", "100", "110", "101"),
        "A": ("010", "101", "111", "101", "101"),
        "L": ("100", "100", "100", "100", "111"),
        "C": ("011", "100", "100", "100", "011"),
        "E": ("111", "100", "110", "100", "111"),
        "R": ("110", "101", "110", "101", "101"),
        "T": ("111", "010", "010", "010", "010"),
        "M": ("10001", "11011", "10101", "10001", "10001"),
        "S": ("011", "100", "010", "001", "110"),
        " ": ("00",) * 5,
    }
    for ch in text:
        g = rows[ch]
        for j, r in enumerate(g):
            for i, c in enumerate(r):
                if c == "1":
                    sk.mat[y0 + j, x0 + i] = IDS[ramp]
                    sk.tone[y0 + j, x0 + i] = tone
        x0 += len(g[0]) + 1


def _sign():
    def over(sk, ax, ay):
        _letters(sk, ax - 20, ay - 57 + 6, "PINK PALACE", "red", 0.35)
        _letters(sk, ax - 20, ay - 57 + 14, "APARTMENTS", "red", 0.35)

    return [
        G("wood", [blk(s * 27, 0, 0, 4, 62, 4, 0.8) for s in S(-1, 1)] + [blk(0, 60, 0, 66, 4, 5, 1)], 0, grain),
        G("siding", [blk(0, 33, 1, 54, 24, 2.4, 0.8)], 0, lambda q, n: 0.12 - 0.10 * ((q[:, 1] % 8) < 0.9)),
        G("trimw", [blk(0, 31.4, 1.4, 58, 2.4, 3, 0.6), blk(0, 56, 1.4, 58, 2.4, 3, 0.6)]),
        G("iron", [rod((s * 18, 60, 1), (s * 18, 57, 1), 0.7) for s in S(-1, 1)]),
        G("leaf", [ball((x, 3, 3), (5, 4, 3)) for x in S(-30, -24, 25, 31)], 1),
    ], over


make_prop("signpost", "grounds", _sign, (60, 8))
make_prop(
    "mailbox",
    "grounds",
    lambda: [
        G("wood", [blk(0, 0, 0, 4, 26, 4, 0.6)], 0, grain),
        G(
            "iron",
            [move(cyl(0, 0, -9, 9, 7, 7), RZ(90), (0, 33, 0)), blk(0, 26, 0, 18, 7, 13, 1)],
            0.4,
            lambda q, n: 0.14 + 0 * q[:, 0],
        ),
        G("red", [blk(9, 34, 4, 1.6, 9, 1.4, 0.3), blk(11, 40, 4, 5, 3, 1.4, 0.3)]),
    ],
    (16, 10),
)
make_prop("lantern_post", "grounds", lambda: _lantern(0), (10, 8))


def _lantern(glow: float):
    return [
        G(
            "iron",
            [
                cyl(0, 0, 0, 5, 5, 3),
                rod((0, 4, 0), (0, 52, 0), 1.6, 1.3),
                cyl(0, 0, 51, 53, 4, 5),
                cyl(0, 0, 65, 70, 7, 1.5),
                ball((0, 71, 0), 1.3),
            ]
            + [rod((sx * 4, 53, sz * 4), (sx * 5.4, 65, sz * 5.4), 0.6) for sx in S(-1, 1) for sz in S(-1, 1)],
            0.4,
        ),
        G("shade", [cyl(0, 0, 53, 65, 3.6, 4.8)], 0, lambda q, n: (0.28 if glow else -0.25) + 0 * q[:, 0], glow),
    ]


make_prop("lantern_post_lit", "grounds", lambda: _lantern(0.95), (10, 8), light="lantern")
make_prop(
    "lantern_hand_lit",
    "grounds",
    lambda: [
        G("iron", [cyl(0, 0, 0, 2, 4.4, 4), cyl(0, 0, 9, 12, 4.4, 1.5), torus((0, 15, 0), 3.4, 0.6, RX(90))]),
        G("shade", [cyl(0, 0, 2, 9, 3, 3)], 0, lambda q, n: 0.3 + 0 * q[:, 0], 0.95),
    ],
    (9, 7),
    light="lantern",
)
make_prop(
    "garden_gate",
    "grounds",
    lambda: [
        G(
            "wood",
            [blk(s * 22, 0, 0, 5, 42, 5, 1) for s in S(-1, 1)]
            + [blk(-18 + 6 * k, 4, 0, 4, 26 + 5 * math.sin(k / 6 * 3.14), 2, 0.5) for k in range(7)]
            + [blk(0, y, -1, 40, 3, 2, 0.4) for y in S(9, 23)],
            0,
            grain,
        ),
        G("iron", [ball((15, 20, 2), 1.5)]),
    ],
    (50, 6),
    door=True,
)
make_prop(
    "bench",
    "grounds",
    lambda: [
        G(
            "wood",
            [blk(0, 12, z, 50, 2, 5, 0.5) for z in S(-5, 1, 7)] + [blk(0, y, -8, 50, 4, 1.6, 0.5) for y in S(18, 24)],
            0,
            grain,
        ),
        G(
            "iron",
            [rod((s * 21, 0, z), (s * 21, 12, z * 0.8), 1.2) for s in S(-1, 1) for z in S(-8, 8)]
            + [rod((s * 21, 12, -8), (s * 21, 28, -9), 1.2) for s in S(-1, 1)],
        ),
    ],
    (50, 16),
)
make_prop(
    "wheelbarrow",
    "grounds",
    lambda: [
        G("red", [sub(blk(0, 9, 0, 30, 11, 20, 2), blk(0, 12, 0, 26, 14, 16, 2))]),
        G("dirt", [ball((0, 17, 0), (13, 5, 8))]),
        G(
            "wood",
            [rod((-12, 10, z), (-34, 16, z * 1.1), 1.3) for z in S(-8, 8)]
            + [rod((-10, 9, z), (-13, 0, z), 1.3) for z in S(-7, 7)],
        ),
        G("iron", [torus((19, 6, 0), 5, 1.6, RX(90))]),
    ],
    (40, 20),
)
make_prop(
    "watering_can",
    "grounds",
    lambda: [
        G(
            "enamel",
            [
                cyl(0, 0, 0, 11, 6.4, 6),
                rod((5, 3, 0), (14, 12, 0), 1.3),
                cyl(15, 0, 11.4, 14, 1.6, 3),
                torus((-5, 9, 0), 5, 0.9, RX(90)),
            ],
            0.5,
        )
    ],
    (14, 11),
)
make_prop(
    "spade",
    "grounds",
    lambda: [
        G("wood", [rod((0, 12, 0), (3, 42, -3), 1), rod((0, 42, -3), (6, 42, -3), 0.9)]),
        G("iron", [box((-0.8, 6, 0), (4.4, 7, 1), 0.8)]),
    ],
    (9, 5),
)
make_prop(
    "rake",
    "grounds",
    lambda: [
        G("wood", [rod((0, 5, 0), (6, 46, -4), 1)]),
        G("iron", [rod((-8, 5, 0), (8, 5, 0), 1)] + [rod((x, 5, 0), (x, 0, 1.5), 0.6) for x in range(-8, 9, 4)]),
    ],
    (18, 5),
)
make_prop(
    "shears",
    "grounds",
    lambda: [
        G("iron", [rod((0, 2, 0), (10, 2, -4), 1, 0.4), rod((0, 2, 0), (10, 2, 1), 1, 0.4)]),
        G("red", [torus((-5, 2, 2), 3, 0.9), torus((-5, 2, -4), 3, 0.9)]),
    ],
    (20, 8),
)
make_prop(
    "flower_pots",
    "grounds",
    lambda: [
        G("clay", [cyl(x, z, 0, 8, 4, 5.4) for x, z in ((-9, 2), (4, -3), (10, 4))]),
        G("leaf", [ball((x, 11, z), (4, 4, 3.4)) for x, z in ((-9, 2), (4, -3), (10, 4))], 0.5),
        *[
            G(c, [ball((x + dx, 14 + dy, z + 2), 1.8) for dx, dy in ((-2, 0), (2, 1), (0, 2))])
            for c, x, z in (("flower", -9, 2), ("yellow", 4, -3), ("red", 10, 4))
        ],
    ],
    (32, 14),
)
make_prop(
    "seedlings",
    "grounds",
    lambda: [
        G(
            "leaf",
            [
                s
                for k in range(6)
                for s in (
                    rod((-25 + 10 * k, 0, 0), (-25 + 10 * k, 6, 0), 0.7),
                    ball((-27 + 10 * k, 7, 0), (2.4, 1.4, 1.6)),
                    ball((-23 + 10 * k, 7, 0), (2.4, 1.4, 1.6)),
                )
            ],
            0.3,
        )
    ],
    None,
    shadow=False,
)
make_prop(
    "tulips",
    "grounds",
    lambda: [
        G(
            "leaf",
            [rod((x, 0, z), (x, 10, z), 0.7) for x in range(-20, 21, 8) for z in S(-3, 3)]
            + [ball((x + 2, 4, z), (1, 4, 1.2)) for x in range(-20, 21, 8) for z in S(-3, 3)],
        ),
        *[
            G(c, [ball((x, 12, z), (2.3, 3, 2.3)) for x in range(-20 + 8 * j, 21, 24) for z in S(-3, 3)])
            for j, c in enumerate(("red", "yellow", "flower"))
        ],
    ],
    (46, 10),
)
make_prop(
    "pumpkin",
    "grounds",
    lambda: [
        G(
            "leafdry",
            [ball((math.cos(a) * 4, 6, math.sin(a) * 3.4), (5.4, 6.4, 5)) for a in np.arange(6) * 1.047],
            0.4,
            lambda q, n: 0.12 + 0 * q[:, 0],
        ),
        G("leaf", [rod((0, 11, 0), (2, 15, 0), 1.2, 0.8)]),
    ],
    (20, 13),
)


def _toadstools() -> tuple[list[G], Callable[[Sketch, int, int], None]]:
    """Three fly agarics drawn pixel by pixel: a flat-bottomed spotted cap, gills, a frilled stem with a foot."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        for mx, foot, tall, r in ((5, -4, 5, 5), (-5, -2, 9, 6), (2, 2, 3, 4)):
            X, Y = x - ax - mx, ay + foot - y  # Y up from the foot
            stem = (np.abs(X + 0.5) < 2) & (Y >= 0) & (tall >= Y) | (np.abs(X + 0.5) < 3) & (Y >= 0) & (Y < 2)
            shape = ((X + 0.5) / r) ** 2 + ((Y - tall) / (r * 0.82)) ** 2
            cap = (shape <= 1) & (tall <= Y)
            gills = (np.abs(X + 0.5) < r - 1) & (tall - 2 <= Y) & (tall > Y)
            on = stem | cap | gills
            rim = np.zeros_like(on)
            for way in ((0, 1), (0, -1), (1, 0), (-1, 0)):
                rim |= np.roll(on, way, (0, 1)) & ~on
            sk.put(rim, "dark", 0.15)
            sk.put(stem, "paper", np.select([tall - 2 > Y, X < 0], [0.85 - 0.2 * (X >= 1), 0.6], 0.45))
            sk.put(stem & (np.abs(Y - tall + 4) < 1), "paper", 1.0).put(stem & (Y < 1), "paper", 0.4)
            sk.put(gills, "plaster", np.where(X % 2 == 0, 0.35, 0.6))
            tone = 0.60 - 0.05 * (X + r) / 2 + 0.05 * (Y - tall) - 0.14 * (tall + 1 > Y)
            sk.put(cap, "red", np.clip(tone, 0.2, 0.8))
            for dx, dy, w in ((-0.55, 0.36, 1), (0.05, 0.62, 1), (0.5, 0.22, 1), (-0.12, 0.12, 0), (-0.82, 0.06, 0)):
                px, py = round(dx * r), round(tall + dy * r)
                spot = (px <= X) & (px + w >= X) & (py >= Y) & (py - w // 2 <= Y) & cap
                sk.put(spot, "paper", 1.0)

    return [], over


make_prop("mushrooms", "orchard", _toadstools, (20, 9))
make_prop(
    "glow_flower_blue",
    "orchard",
    lambda: [
        G("leaf", [rod((0, 0, 0), (0, 8, 0), 0.7), ball((2, 4, 0), (2.4, 1, 1.4))]),
        G(
            "glass",
            [ball((math.cos(a) * 2.6, 10, math.sin(a) * 2), 1.8) for a in np.arange(5) * 1.257],
            0.4,
            lambda q, n: 0.2 + 0 * q[:, 0],
            0.9,
        ),
        G("yellow", [ball((0, 11, 0), 1.3)], 0, None, 0.9),
    ],
    None,
    shadow=False,
    light="flower",
)
make_prop(
    "glow_flower_pink",
    "orchard",
    lambda: [
        G("leaf", [rod((0, 0, 0), (0, 10, 0), 0.7), ball((-2, 5, 0), (2.4, 1, 1.4))]),
        G(
            "flower",
            [ball((0, 12, 0), (3.2, 3.8, 3)), ball((-2.4, 13, 0), 1.8), ball((2.4, 13, 0), 1.8)],
            0.4,
            None,
            0.8,
        ),
    ],
    None,
    shadow=False,
    light="flower",
)
make_prop(
    "snapdragon",
    "orchard",
    lambda: [
        G(
            "leaf",
            [
                rod((0, 0, 0), (2, 16, 0), 1.5),
                rod((2, 16, 0), (-1, 26, 0), 1.3),
                ball((-5, 5, 1), (5, 1.6, 3)),
                ball((6, 7, 1), (5, 1.6, 3)),
            ],
            0.6,
        ),
        G("flower", [ball((2, 30, 1), (6, 4, 5)), ball((4, 26, 2), (5, 2.4, 4))], 0.3),
        G("yellow", [ball((6, 28, 4), (2, 1.4, 2))]),
    ],
    (10, 7),
)
make_prop(
    "bicycle",
    "grounds",
    lambda: [
        G("iron", [torus((-14, 9, 0), 8.4, 1.1, RX(90)), torus((14, 9, 0), 8.4, 1.1, RX(90))]),
        G(
            "red",
            [
                rod((-14, 9, 0), (-3, 9, 0), 0.9),
                rod((-3, 9, 0), (9, 19, 0), 0.9),
                rod((-7, 19, 0), (9, 19, 0), 0.9),
                rod((-3, 9, 0), (-8, 21, 0), 0.9),
                rod((-14, 9, 0), (-7, 19, 0), 0.9),
                rod((14, 9, 0), (9, 22, 0), 0.9),
            ],
        ),
        G(
            "dark",
            [ball((-8, 22, 0), (4, 1.6, 2.2)), rod((8, 23, 3), (10, 25, 6), 0.9), rod((8, 23, -3), (10, 25, -6), 0.9)],
        ),
        G("shade", [ball((16, 19, 0), 1.9)], 0, None, 0.3),
    ],
    (44, 8),
)
make_prop(
    "parcel",
    "grounds",
    lambda: [
        G("paper", [blk(0, 0, 0, 20, 9, 14, 0.6)], 0, lambda q, n: -0.2 + 0 * q[:, 0]),
        G(
            "tape",
            [
                box((0, 4.6, 0), (0.9, 4.8, 7.2), 0.2),
                box((0, 4.6, 0), (10.2, 4.8, 0.9), 0.2),
                torus((2, 10, 0), 2, 0.7, RX(70)),
                torus((-2, 10, 0), 2, 0.7, RX(70)),
            ],
        ),
    ],
    (20, 14),
)
make_prop(
    "swing",
    "orchard",
    lambda: [
        G("tape", [rod((s * 10, 10, 0), (s * 10, 74, -2), 0.7) for s in S(-1, 1)]),
        G("wood", [blk(0, 8, 0, 24, 2, 9, 0.5)], 0, grain),
    ],
    None,
)
make_prop(
    "scarecrow",
    "grounds",
    lambda: [
        G("wood", [rod((0, 0, 0), (0, 40, 0), 1.5), rod((-18, 32, 0), (18, 32, 0), 1.4)]),
        G(
            "blue",
            [
                wavy(cyl(0, 0, 14, 34, 9, 6, 0.6), lambda p: 0.7 * np.sin(np.arctan2(p[:, 0], p[:, 2]) * 7)),
                rod((-6, 32, 0), (-16, 31, 0), 3),
                rod((6, 32, 0), (16, 31, 0), 3),
            ],
            1,
        ),
        G("card", [ball((0, 42, 0), (6, 6.4, 5.4))]),
        G(
            "yellow",
            [cyl(0, 0, 46, 47.4, 11, 11, 0.7), cyl(0, 0, 47, 53, 6, 4, 0.8)]
            + [rod((s * 17, 31, 0), (s * 22, 29 + d, d), 0.6) for s in S(-1, 1) for d in S(-3, 0, 3)],
        ),
        G("dark", [ball((s * 2.4, 43, 5), 1.2) for s in S(-1, 1)]),
    ],
    (14, 8),
)
make_prop(
    "birdbath",
    "grounds",
    lambda: [
        G(
            "stone",
            [
                cyl(0, 0, 0, 3, 9, 7),
                cyl(0, 0, 3, 20, 4, 3),
                sub(cyl(0, 0, 19, 25, 7, 14, 0.8), ball((0, 28, 0), (11, 6, 9))),
            ],
            0.5,
        ),
        G("water", [cyl(0, 0, 21, 23.6, 10, 10, 0.8)]),
    ],
    (20, 13),
)
make_prop(
    "apple_crate",
    "orchard",
    lambda: [
        G("wood", [sub(blk(0, 0, 0, 28, 12, 18, 0.5), blk(0, 3, 0, 24, 18, 14, 0.4))], 0, lines_y(4.2)),
        G("red", [ball((-9 + 6 * (k % 4), 11 + (k % 2) * 1.4, -4 + 5 * (k // 4)), 3.2) for k in range(8)]),
    ],
    (28, 18),
    push="crate",
)
make_prop(
    "apples_fallen",
    "orchard",
    lambda: [
        G("red", [ball((x, 2.4, z), 2.7) for x, z in ((-9, -2), (-2, 4), (6, -3), (11, 3))]),
        G("leafdry", [ball((x, 0.6, z), (2.2, 0.5, 1.5)) for x, z in ((-4, 0), (3, 6), (9, 7), (-11, 4))]),
    ],
    None,
)
make_prop(
    "party_table",
    "party",
    lambda: (
        [
            *_table(92, 32, True),
            G("glass", [sub(cyl(-26, -2, 23.6, 32, 6, 9, 0.8), cyl(-26, -2, 26, 36, 5, 8, 0.8))], 0),
            G("red", [cyl(-26, -2, 25, 30, 6.4, 7.6, 0.8)]),
            *[G("china", [cyl(x, 6, 23.6, 24.6, 5, 5, 0.8)]) for x in S(-2, 14, 30)],
            G("cush", [cyl(14, -6, 24, 31, 7, 7, 0.8)]),
            G("paper", [cyl(14, -6, 30, 33, 7.4, 7, 0.8)]),
            *_candle(True, 32, 14)[1:],
        ]
    ),
    (94, 34),
)
make_prop(
    "folding_chair",
    "party",
    lambda: [
        G("paper", [blk(0, 11, 0, 15, 2, 12, 0.5), blk(0, 20, -6, 15, 9, 1.6, 0.5)]),
        G(
            "iron",
            [rod((s * 7, 0, 6), (s * 7, 28, -7), 0.8) for s in S(-1, 1)]
            + [rod((s * 7, 0, -6), (s * 7, 11, 5), 0.8) for s in S(-1, 1)],
        ),
    ],
    (16, 13),
)
make_prop(
    "paper_lantern_lit",
    "party",
    lambda: [
        G("red", [ball((0, 10, 0), (8, 7.4, 8))], 0, lambda q, n: 0.22 - 0.14 * ((q[:, 1] % 3) < 0.9), 0.6),
        G("brass", [cyl(0, 0, 2, 4, 3, 3), cyl(0, 0, 16, 18, 3, 3), rod((0, 18, 0), (0, 30, 0), 0.5)]),
    ],
    None,
    shadow=False,
    light="lamp",
)
make_prop(
    "banner",
    "party",
    lambda: [
        G("wood", [rod((s * 40, 0, 0), (s * 40, 58, 0), 1.4) for s in S(-1, 1)]),
        G(
            "paper",
            [wavy(box((0, 48, 0), (38, 7, 0.8), 0.3), lambda p: 0.3 * np.sin(p[:, 0] * 0.3))],
            0,
            lambda q, n: -0.5 * ((np.abs(q[:, 1] - 48) < 3) & ((q[:, 0] % 6) < 3.4)),
        ),
        G("red", [box((0, 40.4, 0), (38, 0.8, 1), 0.2), box((0, 55.4, 0), (38, 0.8, 1), 0.2)]),
    ],
    None,
)
make_prop(
    "picnic_blanket",
    "party",
    lambda: [
        G(
            "red",
            [blk(0, 0, 0, 74, 1, 44, 0.4)],
            0,
            lambda q, n: 0.20 * ((np.floor(q[:, 0] / 7) % 2) + (np.floor(q[:, 2] / 7) % 2)) - 0.1,
        )
    ],
    None,
    flat=True,
    shadow=False,
)
make_prop(
    "porch_lamp_lit",
    "grounds",
    lambda: [
        G("iron", [cyl(0, 0, -1, 1, 3, 4), cyl(0, 2, 10, 13, 5, 1.4), rod((0, 13, 0), (0, 15, 0), 0.8)]),
        G("shade", [cyl(0, 2, 1, 10, 3.4, 4)], 0, lambda q, n: 0.3 + 0 * q[:, 0], 0.95),
    ],
    None,
    wall=True,
    light="lantern",
)
make_prop("window_house", "grounds", lambda: _house_window(0), None, wall=True)
make_prop("window_house_lit", "grounds", lambda: _house_window(0.8), None, wall=True, light="lamp")


def _house_window(glow: float):
    return [
        G(
            "trimw",
            [
                sub(blk(0, 0, 0, 38, 50, 4, 0.8), blk(0, 4, 0, 30, 42, 12, 0.4)),
                blk(0, 24, 1, 31, 2, 2, 0.3),
                blk(0, 4, 1, 2, 42, 2, 0.3),
                blk(0, -2, 2, 44, 4, 8, 0.8),
                blk(0, 49, 1, 44, 5, 7, 0.8),
            ],
        ),
        G(
            "shade" if glow else "glass",
            [blk(0, 4, -1, 31, 42, 1, 0)],
            0,
            lambda q, n: (0.22 if glow else 0.2 * ((q[:, 0] + q[:, 1]) % 22 < 4) - 0.35) + 0 * q[:, 0],
            glow,
        ),
        G("wood", [blk(s * 24, 2, 0, 9, 46, 2.4, 0.5) for s in S(-1, 1)], 0, lambda q, n: -0.2 * ((q[:, 1] % 4) < 1)),
    ]
