"""Props as the stone shows them, or as they look once they stop pretending: beds, tables, chairs, what hangs on walls."""

from __future__ import annotations

import math

import numpy as np

from tools.make_art.core.field import Sketch, bayer
from tools.make_art.places.again import Built, Over, line, over_it
from tools.make_art.places.brush import around, cells, disc, glow, rect, rim
from tools.make_art.places.lettering import centred
from tools.make_art.places.prop import ALL, make_prop, prop
from tools.make_art.places.props_house import grain
from tools.make_art.places.props_mirror import _coats
from tools.make_art.places.sdf import G, ball, cyl, rod, wavy
from tools.make_art.places.surfaces import plain

ROOM = "seen"
S = (-1, 1)


def _state(name: str, base: str, *paint: Over, more: list[G] | None = None, other: bool = True) -> None:
    """A state of ``base``: more of it, painted over."""
    p = ALL[base]

    def build() -> Built:
        groups, over = over_it(base, *paint, other=other)
        return [*groups, *(more or [])], over

    make_prop(name, ROOM, build, p.foot, wall=p.wall, flat=p.flat, shadow=p.shadow, view=p.view)


# ---- beds ----------------------------------------------------------------------------------------------------------
def _somebody(x: float, y: float, wide: float) -> list[G]:
    """Her shape under the quilt; only pillows, probably."""
    return [
        G(
            "cush",
            [
                wavy(ball((x, y, 8), (wide, 7, 22)), lambda p: 0.4 * np.sin(p[:, 0] * 0.7 + p[:, 2] * 0.4)),
                ball((x - 1, y + 2, -8), (wide * 0.92, 6, 8)),
                ball((x + 4, y + 1, 22), (wide * 0.6, 6, 7)),
            ],
            3,
            lambda p, n: -0.02 + 0.06 * (((p[:, 0] + p[:, 2]) // 6) % 2),
        ),
        G("china", [ball((x, y + 4, -27), (7.4, 6.4, 6.4))], 0, plain(-0.04)),
        G(
            "blue",
            [
                ball((x, y + 6.4, -31), (8.0, 6.0, 5.0)),
                rod((x - 7, y + 3, -28), (x - 8, y + 2, -22), 2.2),
                rod((x + 7, y + 3, -28), (x + 8, y + 2, -22), 2.2),
            ],
            1,
        ),
        G("dark", [ball((x + s * 2.7, y + 8.0, -21.6), (1.5, 1.2, 1.0)) for s in S], 0, plain(0.1)),
    ]


_state("bed_child_shape", "bed_child", more=_somebody(-1, 20, 13))
_state("bed_canopy_shape", "bed_canopy", more=_somebody(-1, 20, 14))


def _lattice(p: np.ndarray, n: np.ndarray) -> np.ndarray:
    a, b = (p[:, 0] + p[:, 2] * 0.7) / 10, (p[:, 0] - p[:, 2] * 0.7) / 10
    seam = np.minimum(np.abs(a - np.round(a)), np.abs(b - np.round(b)))
    return np.asarray(-0.2 * (seam < 0.07) + 0.1 * np.clip(seam * 3, 0, 1))


def _pins(sk: Sketch, ax: int, ay: int) -> None:
    """Stuck in up to their coloured heads."""
    rng = np.random.default_rng(17)
    for k in range(15):
        x, y = ax + int(rng.integers(-19, 18)), ay + int(rng.integers(-36, 12))
        lean = int(rng.integers(-3, 4))
        line(sk, x, y, x + lean, y - 8, "enamel", 1.0)
        head = ("blue", "yellow", "green", "paper", "cush")[k % 5]
        cells(sk, x + lean - 1, y - 11, ".a. aAa .a.", {"a": (head, 0.55), "A": (head, 0.95)})


_state(
    "bed_pincushion",
    "bed_canopy",
    _pins,
    more=[G("red", [ball((-1, 22, 4), (25, 11, 36))], 0, _lattice), G("brass", [ball((-1, 33, 4), (2.2, 1.2, 2.2))])],
)


# ---- at table ------------------------------------------------------------------------------------------------------
def _leaves_on(sk: Sketch, ax: int, ay: int) -> None:
    """On every plate leaves; a bit of candle."""
    X, Y = around(sk, ax, ay)
    rng = np.random.default_rng(23)
    for x, y, r in ((-37, 29, 12), (29, 28, 12), (-52, 12, 7), (-18, 12, 7), (10, 12, 7), (44, 12, 7)):
        cover_ = disc(X, Y, x, y, r + 1, (r + 1) * (1.1 if r > 9 else 0.8))
        sk.put(cover_, "paper", 0.88)
        plate = disc(X, Y, x, y - 1, r, r * 0.5)
        rim(sk, plate, "stone", 0.45)
        sk.put(plate, "china", 0.72).put(disc(X, Y, x, y - 1, r * 0.7, r * 0.34), "china", 0.86)
        for _ in range(4 if r > 9 else 2):
            lx, ly, a = x + rng.uniform(-r * 0.5, r * 0.5), y + rng.uniform(-2, 3), rng.uniform(0, math.pi)
            u, v = (X - lx) * math.cos(a) + (Y - ly) * math.sin(a), -(X - lx) * math.sin(a) + (Y - ly) * math.cos(a)
            leaf = (np.abs(v) < 2.4 * np.clip(1 - (u / 4.6) ** 2, 0, 1)) & (np.abs(u) < 4.6)
            rim(sk, leaf, "bark", 0.0)
            sk.put(leaf, "bark", 0.62).put(leaf & (np.abs(v) < 0.5), "bark", 0.35)
    sk.glow[:] = np.where(Y > 34, sk.glow, 0)


_state("dining_table_leaves", "dining_table", _leaves_on)


def _one_cover(sk: Sketch, ax: int, ay: int) -> None:
    """Laid for one; the cover is a little to one side, and under it there is a spool."""
    X, Y = around(sk, ax, ay)
    cloth = rect(X, Y, -16, 2, 16, 30)
    rim(sk, cloth, "tape", 0.3)
    sk.put(cloth, "paper", 0.86)
    plate = disc(X, Y, 0, 15, 11, 6.6)
    rim(sk, plate, "stone", 0.4)
    sk.put(plate, "china", 0.84)
    spool = rect(X, Y, -3.5, 13, 3.5, 23)
    rim(sk, spool, "dwood", 0.0)
    sk.put(spool, "red", 0.5 + 0.14 * (Y.astype(int) % 2)).put(spool & ((Y > 21) | (Y < 15)), "wood", 0.7)
    dome = disc(X, Y, 10, 18, 9, 8) & (Y > 17)
    rim(sk, dome, "iron", 0.1)
    sk.put(dome, "iron", 0.62).put(disc(X, Y, 7.6, 22, 2.4, 1.6), "iron", 0.95).put(
        disc(X, Y, 10, 26.6, 1.6), "brass", 0.8
    )
    line(sk, ax - 13, ay - 12, ax - 13, ay - 19, "enamel", 0.9)


_state("kitchen_table_one", "kitchen_table", _one_cover)
_knees = [
    G(
        "wood",
        [
            rod((s * 10, 14, 6), (s * 12, 10, 13), 2.2),
            rod((s * 12, 10, 13), (s * 10, 1, 9), 1.8),
            ball((s * 12, 10.4, 13.4), 3.0),
            ball((s * 10, 1, 11), (2.2, 1.4, 3.6)),
        ],
        0.6,
        grain,
    )
    for s in S
]
_state("chair_arms_knees", "chair_arms", more=_knees)


# ---- the study -----------------------------------------------------------------------------------------------------
def _page(sk: Sketch, ax: int, ay: int) -> tuple[np.ndarray, np.ndarray]:
    X, Y = around(sk, ax, ay)
    sheet = rect(X, Y, -22, 24, 12, 54)
    sk.put(sheet, "paper", 0.92)
    return X, Y


def _pen_under(sk: Sketch, ax: int, ay: int) -> None:
    """The iris is paper; under it there is a pen, and the pen has a heart in it."""
    X, Y = _page(sk, ax, ay)
    near = np.clip(1 - np.hypot((X + 5) / 17, (Y - 39) / 14), 0, 1)
    sheet = rect(X, Y, -22, 24, 12, 54)
    on = sheet & (np.floor(near * 6 + bayer(*sk.shape)) > 1)
    sk.put(on, "glass", 0.86)
    sk.glow[sheet] = (0.8 * near)[sheet]
    for k in range(5):
        a = k * 1.257
        petal = disc(X, Y, -5 + 6 * math.cos(a), 39 + 6 * math.sin(a), 3.6) & ~disc(
            X, Y, -5 + 6 * math.cos(a), 39 + 6 * math.sin(a), 2.7
        )
        sk.put(petal & sheet, "purple", 0.75)
    for i in range(17):
        x, y = -13 + i, 31 + i
        core = disc(X, Y, x + 0.5, y + 0.5, 1.9)
        sk.put(core, "green" if 4 < i < 14 else "brass", 0.72)
    for i in range(17):
        sk.put(disc(X, Y, -13.4 + i, 31.9 + i, 0.7), "glass", 1.0)
    beat = disc(X, Y, -5, 39, 2.6)
    sk.put(beat, "glass", 1.0)
    glow(sk, beat, 1.0)


def _go(sk: Sketch, ax: int, ay: int) -> None:
    """A very small door, and two words; crossed out in black thread."""
    X, Y = _page(sk, ax, ay)
    arch = (rect(X, Y, -9, 26, -1, 34) | disc(X, Y, -5, 34, 4)) & ~(rect(X, Y, -8, 26, -2, 34) | disc(X, Y, -5, 34, 3))
    sk.put(arch, "dark", 0.2)
    sk.put(disc(X, Y, -3.4, 30, 0.8), "dark", 0.2)
    centred(sk, ax - 5, ay - 52, "CORALINE", "dark", 0.25)
    centred(sk, ax - 5, ay - 45, "GO", "dark", 0.25)
    for x0, y0, x1, y1 in ((-21, 51, 11, 41), (-20, 41, 10, 52), (-18, 36, 9, 28), (-16, 28, 8, 37)):
        line(sk, ax + x0, ay - y0, ax + x1, ay - y1, "dark", 0.0)
        line(sk, ax + x0, ay - y0 + 1, ax + x1, ay - y1 + 1, "dark", 0.3, 2)


_state("drawing_board_pen", "drawing_board", _pen_under)
_state("drawing_board_go", "drawing_board", _go)


# ---- walls, stage, floor -------------------------------------------------------------------------------------------
def _gate_off(sk: Sketch, ax: int, ay: int) -> None:
    """Nobody on the stairs; the bottom of the frame hangs from one corner, like a gate."""
    X, Y = around(sk, ax, ay)
    gap = rect(X, Y, -17, -17, 17, -9)
    sk.put(gap, "red", 0.34).put(gap & ((X.astype(int) + Y.astype(int)) % 5 == 0), "red", 0.22)
    sk.put(rect(X, Y, -22, -19, 22, -17) | rect(X, Y, -17, -17, 17, -16), "dark", 0.3)
    fig = rect(X, Y, 2, 3, 8, 12)
    sk.put(fig, "purple", 0.35)
    u, v = (X + 19) * 0.82 + (Y + 15) * -0.57, (X + 19) * 0.57 + (Y + 15) * 0.82
    bar = (u > -1) & (u < 36) & (np.abs(v) < 3.2)
    rim(sk, bar, "brass", 0.0)
    sk.put(bar, "brass", 0.6).put(bar & (v > 1.2), "brass", 0.9)


prop(ROOM, None, wall=True, name="picture_stairs_open", view=(110, 110, 50))(
    lambda: over_it("picture_stairs", _gate_off)
)


@prop(ROOM, (14, 8), view=(50, 60, 40))
def footlight_needles():
    """A footlight that is needles, stood on end."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for _k, (x, tall) in enumerate(((-6, 15), (-3, 20), (0, 17), (3, 22), (6, 14))):
            for i in range(tall):
                mask = np.zeros(sk.shape, bool)
                mask[ay - 4 - i, ax + x : ax + x + (2 if i < tall - 6 else 1)] = True
                sk.put(mask, "enamel", 0.55 + 0.4 * (i / tall))
                if i > tall - 3:
                    sk.glow[mask] = 0.7
            cells(sk, ax + x, ay - 6, "k", {"k": ("dark", 0.0)})

    return [G("brass", [cyl(0, 0, 0, 4, 9, 8.2, 0.7)], 0, plain(-0.08))], over


_state("peacock_shut", "peacock", other=False)


def _asleep(sk: Sketch, ax: int, ay: int) -> None:
    """All of them the same face, asleep."""
    face = ".sssss. sssssss skksskk sssssss sfsssfs .smmms. ..sss.."
    inks = {"s": ("skin", 0.8), "k": ("dark", 0.2), "f": ("skin", 0.6), "m": ("red", 0.5)}
    for x, y in ((-28, 27), (-15, 24), (-2, 27), (11, 26), (24, 27)):
        cells(sk, ax + x - 3, ay - y - 3, face, inks)


_state("wigs_asleep", "wigs_five", _asleep)


@prop(ROOM, None, flat=True, shadow=False, view=(280, 180, 90))
def carpet_web():
    """What the carpet was: a web as large as a rug, 248 x 144."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        x, y = X / 124, Y / 72
        r, a = np.hypot(x, y), np.arctan2(y, x)
        n = 16
        k = a / (2 * math.pi) * n
        near = np.abs(k - np.round(k)) * 2 * math.pi / n * r
        sag = 1 - 0.09 * np.cos((k - np.floor(k) - 0.5) * math.pi)
        spoke = (near * 98 < 0.8) & (r < 1.0) & (r > 0.03)
        ring = np.abs(((r / sag) * 9.5 + a / (2 * math.pi)) % 1 - 0.5) * 10.4 < 0.62
        ring &= (r < 0.97) & (r > 0.08)
        sk.put(ring, "web", 0.46 + 0.2 * (1 - r))
        sk.put(spoke, "web", 0.62 + 0.2 * (1 - r))
        m = ring | spoke
        sk.alpha[m] = 0.78
        dew = m & (((X.astype(int) * 7 + Y.astype(int) * 13) % 61) == 0)
        sk.put(dew, "web", 1.0)
        sk.glow[dew] = 0.5

    return [], over


def _folded() -> Built:
    """The coats have their arms folded."""
    groups, paint = _coats(False)
    return [
        *groups,
        G(
            "purple",
            [
                rod((-6, 46, 9), (-7, 38, 11), 2.6),
                rod((-7, 38, 11), (5, 34, 14), 2.5),
                rod((6, 46, 9), (8, 38, 11), 2.6),
                rod((8, 38, 11), (-5, 36, 14.6), 2.5),
            ],
            0.3,
        ),
        G("brass", [ball((5.6, 34, 15.4), 1.6), ball((-5.4, 36, 16), 1.6)]),
    ], paint


make_prop("coats_folded", ROOM, _folded, (24, 12), view=(90, 120, 90))


@prop(ROOM, None, wall=True, view=(50, 70, 50))
def banister_hand():
    """The end of the banister: a wooden hand, palm up."""
    fingers = [rod((-5 + 3.2 * k, 20, 2), (-6.4 + 4.2 * k, 28 - abs(k - 1.4), 4), 1.7, 1.3) for k in range(4)]
    return [
        G(
            "wood",
            [
                cyl(0, 0, 0, 3, 6.4, 5.4),
                rod((0, 2, 0), (0, 13, 0), 3.0, 3.8),
                ball((0, 16.6, 1), (6.6, 5.6, 3.4)),
                *fingers,
                rod((5.6, 15, 2), (10, 19.4, 4), 2.0, 1.5),
            ],
            1.2,
            grain,
        ),
        G("brass", [cyl(0, 0, 9, 11, 4.4, 4.4)]),
    ]


@prop(ROOM, (40, 18), view=(100, 70, 44))
def toys_skins():
    """Turned out of their skins: a bear's, a rabbit's, and one button that hums."""

    def skin(mat: str, x: float, z: float, k: float, long: bool) -> list[G]:
        limbs = [
            rod((x, 1.4, z), (x + dx, 1.2, z + dz), 2.8 * k, 2.0 * k) for dx, dz in ((-9, -3), (9, -4), (-6, 8), (7, 8))
        ]
        ears = [
            rod(
                (x + s * 3, 1.6, z - 8), (x + s * (4.5 if not long else 3), 1.6, z - (11 if not long else 17)), 1.9, 1.4
            )
            for s in S
        ]
        return [
            G(
                mat,
                [
                    wavy(ball((x, 1.2, z), (7 * k, 1.8, 7.5 * k)), lambda p: 0.4 * np.sin(p[:, 0] * 1.1)),
                    ball((x, 1.6, z - 7), (5, 1.8, 4)),
                    *limbs,
                    *ears,
                ],
                1.6,
            ),
            G("dark", [ball((x, 2.6, z + 1), (1.2, 0.6, 4.6))], 0, plain(0.05)),
            G("web", [ball((x - 1.4, 3.0, z + 2), (1.6, 1.0, 1.4)), ball((x + 2, 2.8, z + 6), (1.8, 1.0, 1.6))]),
        ]

    return [
        *skin("wood", -14, 0, 1.0, False),
        *skin("paper", 14, 2, 0.9, True),
        G("dark", [cyl(0, 10, 0, 1.6, 3, 3)], 0, plain(0.2)),
    ]
