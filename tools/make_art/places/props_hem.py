"""Props of the orchard that ends: trees tacked together, a cushion for a rock, glass bees, posts of gold, what is sewn.

The ground's own end, the hem and the white behind it, is the terrain "hem" of the tileset grounds.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from tools.make_art.core.field import Sketch, grid
from tools.make_art.core.ramps import IDS
from tools.make_art.places.lettering import centred
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.props_evening import bloom, outline
from tools.make_art.places.props_garden import _nettles, _wall_run, nest
from tools.make_art.places.props_grounds import _tree
from tools.make_art.places.props_house import grain
from tools.make_art.places.sdf import G, ball, blk, cyl, rod, torus, wavy
from tools.make_art.places.surfaces import plain

Built = list[G]
Over = Callable[[Sketch, int, int], None]


# ---- trees with only a front ---------------------------------------------------------------------------------------
def _pin(sk: Sketch, x: int, y: int, ramp: str) -> None:
    """A dressmaker's pin, stuck in from the right."""
    for i in range(1, 7):
        sk.mat[y, x + i], sk.tone[y, x + i], sk.alpha[y, x + i] = IDS["enamel"], 1.0 if i < 5 else 0.7, 1
    for dy, dx in ((0, 6), (0, 7), (1, 6), (1, 7), (0, 8), (-1, 7), (-1, 6)):
        sk.mat[y + dy, x + dx], sk.tone[y + dy, x + dx], sk.alpha[y + dy, x + dx] = IDS[ramp], 0.85 - 0.2 * (dy > 0), 1
        sk.glow[y + dy, x + dx] = 0.3


def _tacked(seed: int, ramp: str, big: float, cut: float) -> tuple[Built, Over]:
    """A tree whose right side, from ``cut`` px of the trunk on, is bare canvas: tacked, with the pins still in."""
    groups, leaves = _tree(seed, ramp, big)

    def over(sk: Sketch, ax: int, ay: int) -> None:
        leaves(sk, ax, ay)
        y, x = grid(*sk.shape)
        wave = ax + cut + 4 * np.sin(y * 0.16 + seed)
        crown = (sk.mat >= 0) & (x > wave)
        edge = (sk.mat >= 0) & (np.abs(x - wave) < 1)
        weave = ((x + y) % 2) * 0.05 + ((x // 2 + y) % 5 == 0) * 0.06
        sk.put(crown, "paper", 0.48 + weave - 0.0016 * (y - (ay - 90)))
        rim = crown & ~(np.roll(crown, 1, 1) & np.roll(crown, -1, 1) & np.roll(crown, 1, 0) & np.roll(crown, -1, 0))
        sk.put(rim, "paper", 0.16)
        inner = crown & np.roll(crown, -5, 1) & np.roll(crown, 5, 1) & np.roll(crown, -5, 0) & np.roll(crown, 5, 0)
        deep = inner & np.roll(inner, 1, 1) & np.roll(inner, -1, 1) & np.roll(inner, 1, 0) & np.roll(inner, -1, 0)
        sk.put(inner & ~deep & ((x + y) % 6 < 4), "red", 0.45)
        sk.put(edge, "leaf", 0.0)
        rng = np.random.default_rng(seed)
        ys, xs = np.nonzero(rim & (x > ax + cut + 10))
        for k, j in enumerate(sorted(rng.choice(len(ys), 5, replace=False)) if len(ys) > 5 else []):
            _pin(sk, int(xs[j]) - 4, int(ys[j]), ("red", "blue", "yellow")[k % 3])

    return groups, over


for _k, (_seed, _ramp, _big, _cut) in enumerate(
    ((21, "bloss", 0.95, 4.0), (63, "leaf", 1.1, 2.0), (64, "bloss", 1.0, 0.0), (60, "leaf", 1.0, -4.0))
):
    make_prop(
        f"tree_tacked_{_k + 1}",
        "hem",
        lambda s=_seed, r=_ramp, b=_big, c=_cut: _tacked(s, r, b, c),
        (24 * _big, 13),
        view=(140, 150, 110),
    )


@prop("hem", (10, 10), view=(70, 170, 130))
def tree_edge_on():
    """The last of the trees, seen along its edge: a painted board with a strut behind and tacks down the side."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, ay - y
        half = np.select([Y < 44, Y < 104], [2.6, 4.4 + 2.2 * np.sin((Y - 44) * 0.052) + 0.8 * np.sin(Y * 0.5)], 0)
        board = (Y >= 0) & (Y < 104) & (np.abs(X) < half)
        front = board & (-half * 0.1 > X)
        sk.put(board, "paper", 0.5 + 0.1 * ((x + y) % 3 == 0))
        sk.put(front & (Y < 46), "bark", 0.5 + 0.1 * (y % 5 < 2)).put(
            front & (Y >= 46), "bloss", 0.5 + 0.2 * ((x * 3 + y * 5) % 7 < 3)
        )
        strut = (np.abs(X - 3 - (60 - Y) * 0.24) < 1.2) & (Y > 0) & (Y < 60)
        sk.put(strut, "wood", np.where((x + y) % 7 == 0, 0.85, 0.6))
        sk.put((np.abs(X) < 5) & (Y >= -2) & (Y < 1), "wood", 0.4)
        outline(sk, "dark", 0.05)
        for k, t in enumerate((18, 52, 70, 88)):
            _pin(sk, int(ax + half[ay - t, ax] - 3), ay - t, ("red", "blue", "yellow")[k % 3])

    return [], over


def _apples_hung(seed: int) -> tuple[Built, Over]:
    """Apples like lamps, for the crown of a tree with the same anchor."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(seed)
        y, x = grid(*sk.shape)
        for _ in range(9):
            a, q = rng.uniform(0, 6.28), math.sqrt(rng.random())
            px, py = int(ax + 30 * q * math.cos(a)), int(ay - 76 + 16 * q * math.sin(a))
            d = np.hypot(x - px, y - py)
            sk.put(d < 4, "red", 0.1).put(d < 3.2, "red", 0.85 - 0.08 * d).put(
                np.hypot(x - px + 1, y - py + 1) < 1.2, "yellow", 0.95
            )
            sk.put((x == px) & (y > py - 6) & (y < py - 3), "bark", 0.4)
            sk.glow[d < 3.2] = 0.85

    return [], over


for _k in range(3):
    make_prop(
        f"apples_hung_{_k + 1}",
        "hem",
        lambda k=_k: _apples_hung(5 + k),
        None,
        shadow=False,
        view=(90, 130, 110),
        light="lamp",
    )


# ---- things that are not what they were ----------------------------------------------------------------------------
@prop("hem", (58, 34), view=(110, 110, 70))
def rock_cushion():
    """A big cushion in the shape of a rock, embroidered ROCK."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        frame = (np.abs(x - ax + 0.5) < 15) & (np.abs(y - (ay - 18)) < 8)
        inner = (np.abs(x - ax + 0.5) < 14) & (np.abs(y - (ay - 18)) < 7)
        sk.put(frame & ~inner & ((x + y) % 4 < 3), "yellow", 0.85)
        centred(sk, ax, ay - 20, "ROCK", "yellow", 0.95)

    body = wavy(
        ball((0, 22, 0), (34, 25, 20)),
        lambda p: (
            1.6 * np.sin(p[:, 0] * 0.17 + 1) * np.sin(p[:, 1] * 0.2)
            + 2.0 * np.exp(-((p[:, 0] ** 2 + (p[:, 1] - 46) ** 2) / 40))
        ),
    )
    return [
        G("stone", [body], 0, lambda q, n: 0.08 + 0.05 * np.sin(q[:, 0] * 0.5 + q[:, 1] * 0.4)),
        G(
            "velvet",
            [wavy(torus((0, 20, 0), 33.5, 1.8), lambda p: 0 * p[:, 0])],
            0,
            lambda q, n: 0.2 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 40) > 0),
        ),
        G(
            "brass",
            [ball((s * 34, 17, 6), (3, 3, 3)) for s in (-1, 1)]
            + [rod((s * 34, 15, 7), (s * 36, 5, 9), 1.8, 2.6) for s in (-1, 1)],
        ),
    ], over


@prop("hem", (24, 18), light="flower")
def beehive_glass():
    """Glass bees, all doing sums."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(4)
        for _k in range(7):
            px, py = int(ax + rng.uniform(-20, 20)), int(ay - 14 - rng.uniform(0, 34))
            for dx, ramp, tone in ((0, "yellow", 0.9), (1, "dark", 0.2), (2, "yellow", 0.8)):
                sk.mat[py, px + dx], sk.tone[py, px + dx], sk.glow[py, px + dx] = (
                    IDS[ramp],
                    tone,
                    0.8 * (ramp == "yellow"),
                )
            sk.mat[py - 1, px + 1], sk.tone[py - 1, px + 1], sk.glow[py - 1, px + 1] = IDS["glass"], 1.0, 0.7

    return [
        G(
            "glass",
            [blk(0, 6 + 9 * k, 0, 28 - 2 * k, 9.4, 20 - 1.6 * k, 1.6) for k in range(3)],
            0,
            lambda q, n: 0.14 - 0.3 * (((q[:, 1] - 6) % 9) < 1),
            0.35,
        ),
        G("brass", [blk(0, 33, 0, 30, 3, 20, 1), ball((0, 39, 0), (3, 4, 3)), blk(0, 4, 0, 31, 3, 22, 0.8)]),
        G(
            "yellow",
            [blk(0, 9, 8, 14, 16, 2, 0.6)],
            0,
            lambda q, n: 0.2 * (((q[:, 0] % 4) < 2) ^ ((q[:, 1] % 4) < 2)),
            0.7,
        ),
        G("wood", [rod((sx * 10, 0, sz * 7), (sx * 10, 5, sz * 7), 1.5) for sx in (-1, 1) for sz in (-1, 1)]),
    ], over


def _velvet_nettles(seed: int, w: float) -> tuple[Built, Over]:
    groups, paint = _nettles(seed, w)

    def over(sk: Sketch, ax: int, ay: int) -> None:
        paint(sk, ax, ay)
        on = (sk.mat == IDS["leaf"]) | (sk.mat == IDS["grass"])
        sk.mat[on] = IDS["purple"]
        sk.tone[on] = np.clip(sk.tone[on] * 1.1, 0, 1)

    return groups, over


make_prop("nettles_velvet_1", "hem", lambda: _velvet_nettles(4, 14), None, shadow=False)
make_prop("nettles_velvet_2", "hem", lambda: _velvet_nettles(7, 22), None, shadow=False)
make_prop("wall_glass", "hem", lambda: (list(_wall_run(96, None, True)), _shards), (96, 15), view=(140, 90, 60))


def _shards(sk: Sketch, ax: int, ay: int) -> None:
    """Bits of glass, sewn on where a cat would sit."""
    for k, x in enumerate(range(-12, 13, 4)):
        tall = (5, 7, 4, 8, 5, 7, 4)[k]
        for t in range(tall):
            for d in range(-(tall - t) // 3, (tall - t) // 3 + 1):
                sk.mat[ay - 29 - t, ax + x + d], sk.tone[ay - 29 - t, ax + x + d] = IDS["glass"], 0.95 - 0.1 * (d > 0)
                sk.glow[ay - 29 - t, ax + x + d] = 0.5
        for d in (-2, 2):
            sk.mat[ay - 28, ax + x + d], sk.tone[ay - 28, ax + x + d] = IDS["red"], 0.6


@prop("hem", None, wall=True)
def nest_eggs():
    """Four blue eggs, two holes each."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        for dx, dy in ((-4, -4), (1, -5), (-1, -1), (5, -2)):
            d = np.hypot((x - ax - dx) / 2.4, (y - ay - dy) / 3.0)
            sk.put(d < 1.25, "blue", 0.15).put(d < 1, "blue", 0.95 - 0.2 * d)
            for s in (0, 1):
                sk.put((x == ax + dx - 1 + s * 2) & (y == ay + dy), "dark", 0)

    return nest(), over


@prop("hem", (14, 8), view=(80, 110, 80))
def scarecrow_polite():
    """It takes off its hat; there is no head under it."""
    return [
        G(
            "wood",
            [rod((0, 0, 0), (0, 34, 0), 1.5), rod((-18, 32, 0), (8, 32, 0), 1.4), rod((6, 32, 0), (18, 46, 2), 1.4)],
        ),
        G(
            "velvet",
            [
                wavy(cyl(0, 0, 14, 34, 9, 6, 0.6), lambda p: 0.7 * np.sin(np.arctan2(p[:, 0], p[:, 2]) * 7)),
                rod((-6, 32, 0), (-16, 31, 0), 3),
                rod((6, 32, 0), (15, 43, 1), 3),
            ],
            1,
            plain(0.08),
        ),
        G("yellow", [ball((0, 28 - 5 * k, 7), 1.3) for k in range(3)], 0, plain(0.2)),
        G("yellow", [cyl(20, 2, 48, 49.4, 11, 11, 0.7), cyl(20, 2, 49, 55, 6, 4, 0.8)]),
        G("red", [cyl(20, 2, 49.4, 51, 6.4, 6, 0.8)]),
        G("dark", [cyl(0, 0, 33.6, 34.6, 4, 4, 0.7)]),
    ]


@prop("hem", (8, 6), light="flower")
def gatepost_gold():
    """A post of gold, as thick as a broom; one cat hair on it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for k in range(5):
            sk.mat[ay - 26 - k, ax + 2 + k // 2], sk.tone[ay - 26 - k, ax + 2 + k // 2] = IDS["dark"], 0.2

    return [
        G("brass", [rod((0, 0, 0), (0, 44, 0), 2.0, 1.8)], 0, plain(0.1), 0.1),
        G(
            "brass",
            [ball((0, 47, 0), (3.2, 3, 3)), cyl(0, 0, 42, 44, 3.4, 3.4), cyl(0, 0, 0, 3, 4, 3.2)],
            0,
            plain(0.16),
            0.15,
        ),
        G("leaf", [ball((-3, 2, 2), (4, 2.4, 2.4))]),
        G("flower", [ball((-5, 4, 4), 1.6), ball((4, 3, 4), 1.4)], 0, plain(0.2), 0.5),
    ], over


@prop("hem", (22, 14))
def stump_plain():
    """A stump without rings: it is just the one, all the way in."""
    return [
        G(
            "bark",
            [cyl(0, 0, 0, 12, 11, 10, 0.8)]
            + [rod((0, 4, 0), (math.cos(a) * 15, 0, math.sin(a) * 9), 3, 1.2) for a in np.arange(5) * 1.3],
            2,
            plain(0.02),
        ),
        G("clay", [cyl(0, 0, 11.6, 12.8, 9, 9, 0.8)], 0, plain(0.22)),
    ]


@prop("hem", None, flat=True, shadow=False, view=(120, 90, 40))
def lawn_thin():
    """Where the well is, over there: a round of grass a little too pale, sewn down all round."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, y - ay + 0.5
        d = np.hypot(X / 40, Y / 27)
        a = np.degrees(np.arctan2(Y / 27, X / 40)) % 6
        tuft = (x * 7 + y * 13 + (x // 3) * (y // 2)) % 11
        sk.put(d < 1, "grass", 0.78 + 0.1 * (tuft < 2) - 0.1 * (tuft > 9))
        sk.put((d < 0.5) & (tuft < 4), "grass", 0.95)
        sk.put((d >= 1) & (d < 1.04), "grass", 0.25)
        sk.put((np.abs(d - 0.93) < 0.025) & (a < 3.6), "china", 0.85)
        dip = np.hypot((X - 4) / 13, (Y + 1) / 7) < 1
        sk.put(dip & (tuft > 3), "grass", 0.5)
        sk.put(dip & (Y < -3) & (tuft > 2), "grass", 0.3)

    return [], over


@prop("hem", None, flat=True, shadow=False, view=(160, 40, 20))
def track_ruled():
    """A bicycle's track, dead straight, with the ruler's marks."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, y - ay
        on = (X >= -64) & (X < 64)
        sk.put(on & ((Y == 0) | (Y == 1)), "dirt", np.where(X % 6 < 4, 0.32, 0.5))
        tick = on & (Y >= 3) & (np.where(X % 32 == 0, 8, 6) > Y) & (X % 8 == 0)
        sk.put(tick, "china", 0.7)
        sk.alpha[tick] = 0.55

    return [], over


@prop("hem", None, shadow=False, view=(90, 150, 120))
def swing_whole():
    """A whole swing: two ropes of ribbon and a cushion."""
    return [
        G(
            "flower",
            [rod((s * 9, 14, 0), (s * 9, 80, -2), 1.0) for s in (-1, 1)],
            0,
            lambda q, n: 0.2 * ((q[:, 1] % 6) < 3),
        ),
        G("wood", [blk(0, 12, 0, 26, 2.6, 10, 0.6)], 0, grain),
        G("velvet", [blk(0, 14, 0, 22, 3.4, 9, 1.6)], 0, plain(0.1)),
        G("leaf", [ball((s * 9, y, 1), (3, 2, 2)) for s in (-1, 1) for y in (30, 48, 66)], 1),
        G("bloss", [ball((s * 9 + 1, y + 1, 2), 1.7) for s in (-1, 1) for y in (30, 48, 66)], 0, plain(0.2), 0.4),
    ]


@prop("hem", None, flat=True, shadow=False, view=(170, 70, 40))
def mist_low():
    """Mist, knee deep."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, y - ay
        d = np.hypot(X / 74, (Y + 4 * np.sin(X * 0.06)) / 20)
        v = np.clip(1 - d, 0, 1) * (0.75 + 0.25 * np.sin(X * 0.11 + Y * 0.2))
        level = np.floor(v * 9 + ((x % 2) * 2 + (y % 2)) / 4) / 9
        sk.put(level > 0, "china", 0.9)
        sk.alpha[level > 0] = level[level > 0] * 0.34
        sk.glow[level > 0] = 0.2

    return [], over


def _pins(seed: int) -> tuple[Built, Over]:
    """Pins left sticking in the grass."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(seed)
        for k in range(3):
            bx, by = ax + int(rng.integers(-9, 9)), ay + int(rng.integers(-3, 4))
            lean = rng.choice((-1, 1))
            for t in range(9):
                px = bx + lean * t // 3
                sk.mat[by - t, px], sk.tone[by - t, px] = IDS["enamel"], 0.95 - 0.05 * t
            bloom(sk, px - 1, by - 11, "ball", ("red", "yellow", "blue")[k], 0.3)

    return [], over


make_prop("pins_1", "hem", lambda: _pins(3), None, shadow=False)
make_prop("pins_2", "hem", lambda: _pins(8), None, shadow=False)


@prop("hem", None, flat=True, shadow=False, view=(160, 50, 30))
def thread_loose():
    """A thread that has come out of the hem and lies in loops."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for k in range(420):
            t = k / 420
            px = round(ax - 60 + 120 * t + 7 * math.sin(t * 31))
            py = round(ay + 5 * math.sin(t * 12) + 6 * math.cos(t * 31) * (0.4 + 0.6 * math.sin(t * 5) ** 2))
            sk.mat[py, px], sk.tone[py, px], sk.glow[py, px] = IDS["red"], 0.75, 0.15

    return [], over
