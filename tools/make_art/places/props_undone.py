"""Props of the Other World when it stops pretending: seams open, eyes cut out, furniture fallen, beds of wire; souls."""

from __future__ import annotations

import math

import numpy as np

from tools.make_art.core.field import Sketch, bayer, grid
from tools.make_art.core.ramps import IDS
from tools.make_art.places.again import Built, Over, corners, line, over_it, xy
from tools.make_art.places.brush import around, cells, disc, glow, rect, rim
from tools.make_art.places.lettering import centred
from tools.make_art.places.prop import ALL, make_prop, prop
from tools.make_art.places.props_fx import _fire
from tools.make_art.places.props_house import grain
from tools.make_art.places.sdf import RX, RY, RZ, G, Shape, ball, blk, box, cyl, moved, rod, sub, torus, wavy
from tools.make_art.places.surfaces import plain

HOUSE, GARDEN, SOULS = "undone", "undone_garden", "souls"
S = (-1, 1)


def _again(
    name: str, base: str, *paint: Over, room: str = HOUSE, size: tuple[int, int, int, int] | None = None
) -> None:
    """A state of ``base`` that is only painted over."""
    p = ALL[base]
    prop(room, p.foot, wall=p.wall, flat=p.flat, shadow=p.shadow, name=name, view=p.view)(
        lambda other: over_it(base, *paint, other=other, size=size)
    )


# ---- the house -----------------------------------------------------------------------------------------------------
def _seam(x0: float, y0: float, x1: float, y1: float, wide: float = 2.4, stuffing: bool = True) -> Over:
    """A seam that has come open: dark, wool in it, the ends of its thread."""

    def paint(sk: Sketch, ax: int, ay: int) -> None:
        n = int(math.hypot(x1 - x0, y1 - y0))
        dx, dy = (x1 - x0) / n, (y1 - y0) / n
        for i in range(n + 1):
            f = i / n
            w = wide * math.sin(math.pi * min(max(f, 0.04), 0.96)) + 0.4
            cx, cy = ax + x0 + dx * i, ay - (y0 + dy * i)
            X, Y = xy(sk, 0, 0)
            across = np.abs((X - cx) * dy - (Y - cy) * -dx)
            along = np.abs((X - cx) * dx - (Y - cy) * dy)
            m = (along < 0.8) & (across < w)
            sk.put(m, "dark", 0.08)
            if stuffing and i % 5 in (1, 2) and w > 1.2:
                sk.put((np.hypot(X - cx, Y - cy - 0.6 * (i % 2)) < w * 0.55) & m, "paper", 0.6 + 0.15 * (i % 2))
        for i in range(2, n - 1, 4):
            cx, cy = ax + x0 + dx * i, ay - (y0 + dy * i)
            k = wide * math.sin(math.pi * i / n) + 1.6
            for s in S:
                line(
                    sk, cx + s * dy * k, cy + s * dx * k, cx + s * dy * (k + 2), cy + s * dx * (k + 2) + 1, "red", 0.62
                )

    return paint


def _cut_eyes(ys: float, apart: float) -> Over:
    """Two holes where the painted eyes were; something wet behind them."""

    def paint(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for s in S:
            hole = disc(X, Y, s * apart - 0.5, ys, 2.4, 1.7)
            rim(sk, hole, "paper", 0.55)
            sk.put(hole, "dark", 0.0)
            at = disc(X, Y, s * apart + 0.4, ys, 0.9, 0.9)
            sk.put(at, "shade", 0.9)
            sk.glow[at] = 0.7

    return paint


for _name, _y, _a in (("picture_portrait", 3.0, 3.0), ("picture_boy", 2.0, 2.5)):
    _again(f"{_name}_eyes", _name, _cut_eyes(_y, _a))


def _small_holes(x: float, y: float) -> Over:
    """The same in a small picture."""

    def paint(sk: Sketch, ax: int, ay: int) -> None:
        for s in S:
            cells(
                sk,
                ax + round(x + s * 1.7 - 1.5),
                ay - round(y) - 1,
                "pkp kkk pkp",
                {"k": ("dark", 0.0), "p": ("paper", 0.7)},
            )

    return paint


for _k, (_x, _y) in enumerate(((0, 2), (4, -1), (0, 0))):
    _again(f"picture_girl_{_k + 1}_holes", f"picture_girl_{_k + 1}", _small_holes(_x, _y))


def _nothing_there(sk: Sketch, ax: int, ay: int) -> None:
    """Behind the panes: white, a little too bright."""
    X, Y = around(sk, ax, ay)
    pane = (np.abs(X) < 24.5) & (np.abs(Y) < 26.5) & (np.abs(X) > 1.5) & (np.abs(Y) > 1.5)
    sk.put(pane, "china", 1.0)
    sk.put(pane & ((np.abs(X) > 23.4) | (np.abs(Y) > 25.4)), "china", 0.85)
    sk.glow[pane] = 0.85


_again("window_white", "window", _nothing_there)


def _cold(t: float) -> Built:
    """The fire, as it burns for nobody: pale, slow, tacked down."""
    _, flames = _fire(34, 30, t)

    def over(sk: Sketch, ax: int, ay: int) -> None:
        flames(sk, ax, ay)
        m = sk.mat == IDS["flame"]
        sk.mat[m] = IDS["glass"]
        sk.tone[m] = 0.28 + 0.66 * sk.tone[m]
        sk.glow[m] = 0.35
        x, y = xy(sk, ax, ay)
        for k in (-9, 0, 9):
            stitch = m & (np.abs(x - k - 2 * np.sin(y * 0.16 + k)) < 0.8) & (y % 6 < 3)
            sk.put(stitch, "red", 0.6)
            sk.glow[stitch] = 0.2

    return [], over


def _pulled(k: int) -> Built:
    """What the fire is, through the stone: red thread, drawn up and down by something in the chimney."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for i in range(9):
            x = -15 + 3.8 * i
            top = 30 + 9 * math.sin(i * 1.9 + k * 2.1) - 0.06 * x * x
            m = (np.abs(X - x - 1.2 * np.sin(Y * 0.16 + i + k)) < 0.8) & (Y > 1) & (top > Y)
            sk.put(m, "red", 0.45 + 0.3 * ((Y.astype(int) + i) % 4 < 2))
            sk.put((np.abs(X - x * 0.6) < 0.6) & (top <= Y) & (Y < 44), "red", 0.3)
            sk.glow[m] = 0.25
        corners(sk, ax - 17, ay - 44, ax + 17, ay + 17)

    return [], over


for _k in range(6):
    _names = ",".join(f"fire_cold_{i + 1}" if i else "fire_cold" for i in range(6))
    make_prop(
        f"fire_cold_{_k + 1}" if _k else "fire_cold",
        HOUSE,
        lambda k=_k: _cold(k / 6),
        None,
        wall=True,
        view=(60, 90, 56),
        **({"frames": _names, "ms": 190} if _k == 0 else {}),
    )
for _k in range(3):
    make_prop(
        f"fire_thread_{_k + 1}",
        HOUSE,
        lambda k=_k: _pulled(k),
        None,
        wall=True,
        view=(60, 90, 56),
        **({"frames": "fire_thread_1,fire_thread_2,fire_thread_3", "ms": 160} if _k == 0 else {}),
    )


def _breathing(sk: Sketch, ax: int, ay: int) -> None:
    """The buttons are off the sofa."""
    X, Y = around(sk, ax, ay)
    for x in (-9, 0, 9):
        hole = disc(X, Y, x, 26, 1.9)
        sk.put(hole, "dark", 0.05)
        line(sk, ax + x, ay - 26, ax + x + 1, ay - 19, "red", 0.6)


_again("sofa_undone", "sofa", _breathing, _seam(-30, 8, -6, 10), _seam(14, 13, 34, 9), _seam(-41, 24, -38, 6, 1.6))
_again("armchair_undone", "armchair", _seam(-8, 20, 9, 22), _seam(-17, 20, -16, 4, 1.5), _seam(3, 8, 12, 2, 1.8))


def _strings_down(sk: Sketch, ax: int, ay: int) -> None:
    """Threads that come down to it, all slack."""
    X, Y = around(sk, ax, ay)
    for k, x in enumerate((-14, -5, 4, 13)):
        down = 70 - Y
        m = (np.abs(X - x - 3.0 * np.sin(down * 0.09 + k)) < 0.7) & (12 - 3 * (k % 2) < Y) & (Y < 70)
        sk.put(m, "web", 0.72)
        sk.put(
            disc(X, Y, x + 3.0 * math.sin((58 + 3 * (k % 2)) * 0.09 + k), 12 - 3 * (k % 2), 2.2)
            & ~disc(X, Y, x, 11, 0.8),
            "red",
            0.6,
        )


_again("armchair_strings", "armchair", _strings_down)


def _fallen(name: str, groups: list[G], foot: tuple[float, float], view: tuple[int, int, int]) -> None:
    make_prop(name, HOUSE, lambda: groups, foot, view=view)


_chair = moved(over_it("chair_front")[0], RZ(84) @ RY(30), (14, 10, 0))
_fallen("chair_fallen", _chair, (28, 14), (110, 90, 60))
_table = [
    G("wood", [box((-15, 16, 0), (1.6, 16, 13), 0.6)], 0, lambda p, n: 0.05 * np.sin(p[:, 1] * 1.6)),
    G("wood", [rod((-14, y, z), (9, y * 1.02, z), 1.9, 1.5) for y in (4, 27) for z in (-10, 10)], 0, grain),
    G("dwood", [box((-12.4, 16, 0), (0.8, 12, 9), 0.2)], 0, grain),
    G("china", [ball((14, 1.2, 6), (4.2, 0.9, 3)), ball((19, 2.4, -3), (2.2, 2.4, 2.2))]),
]
_fallen("table_fallen", _table, (44, 18), (120, 90, 60))


@prop(HOUSE, (68, 18), view=(150, 90, 60))
def bookcase_fallen():
    """On its face, books out of it."""
    rng = np.random.default_rng(8)
    books = []
    for i in range(11):
        x, z, t = -34 + 6.6 * i + rng.uniform(-2, 2), 13 + rng.uniform(-2, 6), rng.uniform(-60, 60)
        books.append((("red", "green", "blue", "yellow", "purple")[i % 5], x, z, t))
    out = [
        G("wood", [blk(0, 0, 0, 70, 15, 26, 0.8)], 0, grain),
        G("dwood", [blk(x, 15, 0, 2, 1, 26, 0.3) for x in (-34, -12, 11, 34)], 0, plain(-0.1)),
        G("dwood", [blk(0, 14.4, 0, 66, 1.0, 22, 0.3)], 0, lambda p, n: -0.12 + 0.05 * np.sin(p[:, 2] * 0.9)),
    ]
    for m, x, z, t in books:
        out += moved(
            [G(m, [blk(0, 0, 0, 7, 2.4, 5, 0.4)]), G("paper", [blk(0.6, 0.4, 0.4, 6.6, 1.6, 4.8, 0.2)])],
            RY(t),
            (x, 0, z),
        )
    return out


@prop(HOUSE, (36, 12), view=(110, 70, 44))
def lamp_fallen():
    """A standard lamp on its side, out."""
    return [
        G(
            "brass",
            [rod((-12, 3, 0), (17, 3, 0), 1.2), ball((-14, 3.4, 0), (2.2, 5, 5)), rod((17, 3, 0), (19, 3, 0), 1.8)],
            0.4,
        ),
        G("shade", [_cone((12, 5.6, 0), 5.6, 9.0, 13)], 0, plain(-0.34)),
        G("dark", [ball((25.4, 5.6, 0), (0.8, 6.6, 6.0))]),
    ]


def _cone(c: tuple[float, float, float], r0: float, r1: float, long: float) -> Shape:
    """A truncated cone lying along x."""

    def f(p: np.ndarray) -> np.ndarray:
        x = p[:, 0] - c[0]
        r = np.hypot(p[:, 1] - c[1], p[:, 2] - c[2])
        return np.asarray(
            np.maximum((r - (r0 + (r1 - r0) * np.clip(x / long, 0, 1))) * 0.85, np.abs(x - long / 2) - long / 2)
        )

    return f


@prop(HOUSE, (74, 16), view=(160, 80, 50))
def clock_fallen():
    """The tall clock on its back, stopped at now."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        face = disc(X, Y, 26, 14, 6.2, 6.0)
        rim(sk, face, "brass", 0.2)
        sk.put(face, "paper", 0.9)
        line(sk, ax + 26, ay - 14, ax + 26, ay - 18, "dark", 0.1)
        line(sk, ax + 26, ay - 14, ax + 29, ay - 14, "dark", 0.1)
        glass = rect(X, Y, -22, 8, 10, 18)
        sk.put(glass, "dark", 0.12).put(disc(X, Y, -14, 12, 2.6), "brass", 0.8)
        line(sk, ax - 12, ay - 12, ax + 9, ay - 14, "brass", 0.6)
        for x0, y0, x1, y1 in ((-4, 9, 2, 17), (2, 17, 7, 11)):
            line(sk, ax + x0, ay - y0, ax + x1, ay - y1, "glass", 0.95)

    return [
        G("wood", [blk(-29, 0, 0, 16, 13, 20, 1), blk(0, 0, 0, 46, 11, 15, 1), blk(27, 0, 0, 19, 13, 19, 1)], 0, grain),
        G("wood", [ball((38, 6, 0), (4, 6, 8))], 0, grain),
    ], over


def _flat_door(way: int) -> Built:
    """A door that is only painted on the wall: its light is painted, its shadow too."""
    keep = [
        G("trimw", [blk(0, 0, -0.4, 50, 84, 0.8, 0.2)], 0, plain(-0.12)),
        G("wood", [blk(0, 0, 0.2, 41, 80, 0.8, 0.2)], 0, plain(-0.14)),
    ]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        door = rect(X, Y, -20, 0, 20, 79)
        frame = rect(X, Y, -25, 0, 25, 84) & ~door
        sk.put(frame, "trimw", 0.55).put(frame & (X < -23.5), "trimw", 0.8).put(frame & (X > 23), "trimw", 0.25)
        sk.put(rect(X, Y, -27, 83, 27, 88), "trimw", 0.7).put(rect(X, Y, -27, 83, 27, 84), "trimw", 0.3)
        sk.put(door, "wood", 0.44 + 0.03 * np.sin(X * 1.1 + np.sin(Y * 0.2)))
        for x in S:
            for y0 in (6, 44):
                panel = rect(X, Y, x * 9.5 - 7, y0, x * 9.5 + 7, y0 + 28)
                inner = rect(X, Y, x * 9.5 - 6, y0 + 1, x * 9.5 + 6, y0 + 27)
                sk.put(panel & ~inner, "wood", 0.2).put(inner & (y0 + 26 < Y), "wood", 0.75)
                sk.put(inner & (x * 9.5 - 5 > X), "wood", 0.66)
        knob = disc(X, Y, 15 * way, 36, 2.6)
        rim(sk, knob, "brass", 0.1)
        sk.put(knob, "brass", 0.6).put(disc(X, Y, 15 * way - 0.8, 36.8, 1.1), "brass", 1.0)
        sk.put(rect(X, Y, 17 * way - 1.5, 31, 17 * way + 2.5, 33), "wood", 0.22)  # the knob's shadow, to the wrong side
        sk.put(rect(X, Y, -25, 0, 25, 1), "dark", 0.2)
        if way < 0:
            sk.put(rect(X, Y, -20, 0, 20, 2) & (X.astype(int) % 9 < 6), "web", 0.5)

    return keep, over


make_prop("painted_door_1", HOUSE, lambda: _flat_door(1), None, wall=True, view=(90, 120, 104))
make_prop("painted_door_2", HOUSE, lambda: _flat_door(-1), None, wall=True, view=(90, 120, 104))


def _paper_edge(sk: Sketch, ax: int, ay: int) -> None:
    """A white edge along the right side: it is a picture of a post, cut out."""
    X, Y = around(sk, ax, ay)
    sk.put(rect(X, Y, 9, -4, 10, 12) | rect(X, Y, 8, 12, 9, 46) | rect(X, Y, 3, 46, 4, 64), "paper", 0.95)


_again("bed_post_false", "bed_post", _paper_edge)


@prop(HOUSE, None, flat=True, view=(150, 120, 60))
def floor_hole_kitchen():
    """Boards broken away: the kitchen's red tiles below, a corner of the table, a candle."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, y - ay + 0.5
        a = np.arctan2(Y * 1.3, X)
        r = np.hypot(X / 54, Y / 40)
        jag = 0.10 * np.sin(a * 7 + 1) + 0.07 * np.sin(a * 13) + 0.05 * ((y // 10) % 2)
        hole = r < 0.84 + jag
        lip = (r < 0.97 + jag) & ~hole
        board = (y % 11) < 1
        sk.put(lip, "wood", 0.34 + 0.12 * ((x * 3 + (y // 11) * 7) % 9 < 4)).put(lip & board, "dark", 0.1)
        splint = lip & (((x * 7 + (y // 11) * 13) % 17) < 3)
        sk.put(splint, "wood", 0.8)
        depth = np.clip((0.84 + jag - r) * 3.2, 0, 1)
        tile = ((x // 8 + y // 8) % 2) == 0
        light = np.clip(1 - np.hypot((X - 12) / 40, (Y - 8) / 30), 0, 1)
        sk.put(hole, "red", 0.12 + 0.5 * light * depth + 0.10 * tile)
        sk.put(hole & ((x % 8 == 0) | (y % 8 == 0)), "red", 0.06)
        table = hole & (X > 8 - Y * 0.2) & (Y > -2 + 0.12 * X) & (X < 60)
        sk.put(table, "paper", 0.45 + 0.45 * light).put(table & (Y < 0.12 * X), "paper", 0.95)
        sk.put(hole & (np.abs(X - 8 + Y * 0.2) < 1), "paper", 0.35)
        plate = table & (np.hypot((X - 30) / 9, (Y - 14) / 6) < 1)
        sk.put(plate, "china", 0.6).put(plate & (np.hypot((X - 30) / 6, (Y - 14) / 4) < 1), "china", 0.85)
        stick = rect(X, -Y, 14.5, -14, 17.5, -4)
        sk.put(stick & hole, "china", 0.9)
        flame = (np.hypot((X - 16) / 2.0, (Y + 0) / 3.6) < 1) & hole
        sk.put(flame, "flame", 0.9)
        sk.glow[hole] = (0.08 + 0.34 * light * depth)[hole]
        sk.glow[flame] = 1.0
        shade = hole & (depth < 0.30) & (Y < 0)
        sk.put(shade, "dark", 0.14)
        sk.glow[shade] = 0
        upper = (r >= 0.97 + jag) & (r < 1.14 + jag)
        warm = upper & (bayer(*sk.shape) < 0.3)
        sk.put(warm, "flame", 0.7)
        sk.alpha[warm] = 0.22
        sk.glow[warm] = 0.2

    return [], over


@prop(HOUSE, None, flat=True, view=(60, 50, 26))
def cardigan_leaf():
    """Where he stood: a cardigan, folded, and one dry leaf."""
    return [
        G(
            "green",
            [blk(0, 0, 0, 24, 4.4, 14, 1.6), blk(0, 3.6, -1, 22, 3, 11, 1.4)],
            1,
            lambda p, n: -0.05 + 0.05 * np.sin(p[:, 0] * 2.2),
        ),
        G(
            "green",
            [rod((-10, 6.4, -3), (7, 7.0, 3), 2.2, 1.8), rod((10, 6.2, -4), (-6, 7.4, 1), 2.2, 1.8)],
            0.6,
            plain(-0.02),
        ),
        G("brass", [ball((0, 5.0, 6.6 - 0.2 * i), (1.0, 1.0, 0.8)) for i in range(1)]),
        G("leafdry", [ball((3, 9.2, 2.6), (4.6, 0.8, 2.2)), rod((7, 9.2, 2.4), (10, 9.8, 1.8), 0.6)], 0.3),
    ]


@prop(HOUSE, None, view=(30, 30, 20))
def thimble():
    """Good for throwing; it has got tooth marks."""
    return [
        G(
            "brass",
            [
                sub(cyl(0, 0, 0, 8, 4.2, 3.2), cyl(0, 0, -2, 5, 3.2, 2.4)),
                ball((0, 7.6, 0), (3.1, 1.4, 3.1)),
                torus((0, 0.8, 0), 4.2, 0.7),
            ],
            0,
            lambda p, n: -0.22 * (np.sin(p[:, 1] * 3) * np.sin(np.arctan2(p[:, 0], p[:, 2]) * 9) > 0.4),
        )
    ]


# ---- the garden and the drive --------------------------------------------------------------------------------------
def _bare(sk: Sketch, ax: int, ay: int) -> None:
    """Stalks, and every bell gone; the gloves lie below."""
    rng = np.random.default_rng(3)
    for k in range(4):
        x0, tall = ax - 15 + 10 * k, 34 + 6 * (k % 2)
        for t in range(4, tall):
            px = round(x0 + 1.2 * math.sin(t * 0.11 + k))
            line(sk, px, ay - t, px, ay - t, "leaf", 0.5)
            if t > 12 and t % 4 == 0:
                s = 1 if (t // 4) % 2 else -1
                line(sk, px, ay - t, px + s * 3, ay - t - 1, "leaf", 0.6)
    for _ in range(9):
        x, y = ax + int(rng.integers(-20, 20)), ay + int(rng.integers(-3, 4))
        cells(sk, x, y, "k.kk .ppk kppk .kk.", {"k": ("bloss", 0.1), "p": ("bloss", 0.55)})


make_prop("foxgloves_bare", GARDEN, lambda: ([], _bare), None, shadow=False, view=(80, 90, 64))


def _wire_bed(which: int) -> Built:
    """The same bed: sticks and wire with paper on."""
    groups, _ = over_it(f"garden_bed_{which}", other=False)

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        rng = np.random.default_rng(which)
        for row in range(3):
            for i in range(5):
                x = -38 + 19 * i + int(rng.integers(-4, 4))
                y = 14 - 16 * row
                tall = int(rng.integers(12, 20))
                lean = float(rng.uniform(-0.3, 0.3))
                line(sk, ax + x, ay - y, ax + x + lean * tall, ay - y - tall, "iron", 0.62)
                hx, hy = x + lean * tall, y + tall
                if rng.random() < 0.75:
                    for k in range(5):
                        a = k * 1.257 + row
                        petal = disc(X, Y, hx + 2.8 * math.cos(a), hy + 2.8 * math.sin(a), 2.2)
                        sk.put(petal, "paper", 0.62 + 0.07 * k)
                        sk.put(petal & (Y.astype(int) % 2 == 0) & (X.astype(int) % 3 > 0), "paper", 0.3)
                    sk.put(disc(X, Y, hx, hy, 1.2), "iron", 0.3)
                else:
                    line(sk, ax + hx, ay - hy, ax + hx + 3, ay - hy + 2, "iron", 0.5)

    return [G(g.mat, g.shapes, g.k, g.tex) for g in groups], over


for _k in (1, 2):
    make_prop(
        "flowers_wire" if _k == 1 else "flowers_wire_2",
        GARDEN,
        lambda k=_k: _wire_bed(k),
        (94, 56),
        view=(140, 120, 70),
    )


@prop(GARDEN, None, flat=True, view=(70, 40, 20))
def doormat_stay():
    """It says STAY."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        x, y = xy(sk, ax, ay)
        mat = (np.abs(x + 0.5) < 23) & (np.abs(y + 0.5) < 10)
        sk.put(mat, "card", 0.34 + 0.09 * ((x * 3 + y * 5) % 4 == 0) - 0.08 * ((x + y) % 3 == 0))
        sk.put(mat & ((np.abs(x + 0.5) > 20) | (np.abs(y + 0.5) > 7)), "dwood", 0.4 + 0.1 * (x % 2))
        letters = {
            "S": "01111 10000 01110 00001 11110",
            "T": "11111 00100 00100 00100 00100",
            "A": "01110 10001 11111 10001 10001",
            "Y": "10001 01010 00100 00100 00100",
        }
        for k, ch in enumerate("STAY"):
            cells(sk, ax - 15 + 8 * k, ay - 3, letters[ch], {"1": ("dark", 0.05)})

    return [], over


@prop(GARDEN, (60, 30), view=(120, 90, 60))
def parcels_opened():
    """Opened from the inside."""
    out: list[G] = []
    for x, z, w, h, d, m, r in (
        (-18, 0, 22, 22, 18, "purple", "yellow"),
        (10, -4, 24, 24, 20, "blue", "red"),
        (24, 10, 13, 12, 11, "green", "yellow"),
    ):
        shell = sub(blk(x, 0, z, w, h, d, 1), blk(x, 3, z, w - 4, h + 6, d - 4, 0.5))
        out += [
            G(m, [wavy(shell, lambda p: 0.5 * np.sin(p[:, 0] * 0.8 + p[:, 1]))], 0, plain(-0.06)),
            G("dark", [blk(x, 1, z, w - 4, h - 7, d - 4, 0.5)], 0, plain(-0.1)),
            G(r, [blk(x, 0, z + d / 2, 3.4, h * 0.6, 0.8, 0.2), blk(x, 0, z + d / 2 + 4, 3.0, 0.8, 9, 0.3)]),
        ]
        for k, (dx, dz, t) in enumerate(((-w / 2, 0, 50), (w / 2, 0, -50), (0, d / 2, 0))):
            flap = [G(m, [blk(0, 0, 0, w * 0.7 if k == 2 else d * 0.5, 7, 0.9, 0.2)], 0, plain(0.06))]
            out += moved(flap, (RX(60) if k == 2 else RZ(-t) @ RY(90)), (x + dx * 1.05, h - 1, z + dz * 1.05))
    out.append(G("cush", [ball((2, 1.4, 18), (4, 0.7, 2)), ball((-6, 1.2, 16), (3, 0.7, 1.6))]))
    return out


@prop(GARDEN, None, wall=True, view=(110, 90, 70))
def gate_drawn():
    """It is shut. It is drawn on."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        bar = np.zeros(sk.shape, bool)
        for k in range(9):
            x = -36 + 9 * k
            top = 44 + 8 * math.cos((k - 4) * 0.36)
            bar |= (np.abs(X - x - 0.7 * np.sin(Y * 0.2 + k)) < 0.8) & (Y > 1) & (top > Y)
            bar |= np.abs(np.hypot(X - x, (Y - top - 2) * 0.8) - 2) < 0.6
        for y in (8, 30):
            bar |= (np.abs(Y - y - 0.6 * np.sin(X * 0.15)) < 0.8) & (np.abs(X) < 38)
        bar |= (np.abs(np.hypot(X, Y - 19) - 6) < 0.8) & (Y < 26)
        sk.put(bar, "iron", 0.30)
        again = np.roll(np.roll(bar, 1, 1), 1, 0) & ~bar & (bayer(*sk.shape) < 0.5)
        sk.put(again, "iron", 0.55)
        centred(sk, ax, ay - 60, "SHUT", "iron", 0.35)

    return [], over


@prop(GARDEN, None, wall=True, view=(90, 130, 110))
def stars_hanging():
    """Half of them have come unsewn and hang on their threads."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        rng = np.random.default_rng(31)
        for k in range(11):
            x, low = -29 + 5.8 * k + rng.uniform(-1.5, 1.5), float(rng.uniform(8, 74))
            m = (np.abs(X - x - 1.6 * np.sin(Y * 0.07 + k)) < 0.5) & (low < Y) & (Y < 96)
            sk.put(m, "web", 0.5 + 0.3 * ((Y.astype(int) + k) % 7 < 2))
            cx = x + 1.6 * math.sin(low * 0.07 + k)
            a, d = np.arctan2(X - cx, Y - low), np.hypot(X - cx, Y - low)
            star = d < (3.4 + 1.5 * np.cos(5 * (a + 0.3 * k))) * (0.8 + 0.3 * (k % 3))
            rim(sk, star, "brass", 0.1)
            sk.put(star, "brass", 0.78).put(star & (d < 1.6), "shade", 1.0)
            glow(sk, star, 0.55)

    return [], over


@prop(GARDEN, (124, 8), view=(190, 100, 80))
def washing_shapes():
    """My clothes, with people in: all the same shape."""
    groups, _ = over_it("washing_line")

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for x, main in ((-40, "yellow"), (-14, "blue"), (14, "paper"), (40, "cush")):
            sag = 42 - 3 * (1 - (x / 60) ** 2)
            top = sag + 4
            coat = (np.abs(X - x) < 5 + (top - Y) * 0.20) & (top > Y) & (top - 20 < Y)
            arms = (np.abs(X - x) < 12) & (np.abs(Y - (top - 7 - np.abs(X - x) * 0.5)) < 2.4)
            legs = (np.abs(np.abs(X - x) - 3) < 2.0) & (top - 20 >= Y) & (top - 30 < Y)
            body = coat | arms | legs
            rim(sk, body, main, 0.0)
            sk.put(body, main, 0.62 + 0.16 * (X - x < -2) - 0.2 * (X - x > 4)).put(legs, "iron", 0.35)
            sk.put(coat & (np.abs(X - x) < 0.6) & (Y.astype(int) % 4 == 0), "dark", 0.1)
            neck = disc(X, Y, x, top + 0.5, 3.4, 1.6)
            sk.put(neck, "dark", 0.05)
            for s in S:
                sk.put(rect(X, Y, x + s * 4 - 0.8, top - 1, x + s * 4 + 0.8, top + 5), "wood", 0.75)

    return groups, over


@prop(GARDEN, (10, 8), view=(60, 100, 76))
def coat_wybie():
    """His coat on the gate post, zipped to the top; the gloves have been put in the pockets."""
    return [
        G("stone", [blk(0, 0, 0, 13, 40, 11, 1.4), ball((0, 44, 0), (6, 6, 5))], 0, plain(-0.08)),
        G(
            "purple",
            [
                wavy(
                    cyl(0, 1, 9, 38, 11.5, 8.5, 0.72, 0.8, 0.8),
                    lambda p: 0.7 * np.sin(np.arctan2(p[:, 0], p[:, 2] + 0.01) * 7),
                ),
                rod((-8, 35, 3), (-12.5, 15, 4), 3.0, 2.6),
                rod((8, 35, 3), (12.5, 14, 5), 3.0, 2.6),
                torus((0, 38, 1), 6.0, 2.2),
            ],
            1,
        ),
        G("iron", [rod((0, 37, 8), (0, 11, 9.6), 0.7)], 0, plain(0.3)),
        G("brass", [ball((s * 3.4, y, 8.6), 1.1) for s in S for y in (18, 24, 30)]),
        G("wood", [ball((-7.6, 17, 8.4), (2.6, 2.4, 1.4)), ball((7.6, 16.6, 8.4), (2.6, 2.4, 1.4))]),
    ]


def _outline_car(sk: Sketch, ax: int, ay: int) -> None:
    """Only the left side, drawn: she saw it from there."""
    X, Y = around(sk, ax, ay)
    body = (disc(X, Y, 0, 14, 40, 13) & (Y > 6)) | (disc(X, Y, 3, 26, 20, 13) & (Y > 18))
    edge = np.zeros(sk.shape, bool)
    for dy, dx in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        edge |= body & ~np.roll(np.roll(body, dy, 0), dx, 1)
    sk.put(edge & (X < 22), "china", 0.75)
    for x in (-24, 22):
        ring = np.abs(np.hypot(X - x, Y - 6) - 7) < 0.8
        sk.put(ring & (X < 22), "china", 0.75)
    sk.put((np.abs(X - 2) < 0.6) & (Y > 8) & (Y < 37), "china", 0.6)
    for k in range(5):
        line(sk, ax + 22, ay - 6 - 6 * k, ax + 26 + 2 * (k % 2), ay - 5 - 6 * k, "red", 0.6)


make_prop("car_outline", GARDEN, lambda: ([], _outline_car), None, shadow=False, view=(120, 80, 60))


@prop(GARDEN, (22, 14), view=(70, 80, 56))
def thimble_birds():
    """The birds are thimbles."""
    out = [
        G("stone", [cyl(0, 0, 0, 3, 10, 8), cyl(0, 0, 3, 18, 4, 3.4), cyl(0, 0, 18, 22, 8, 13, 0.8)], 0, plain(-0.05)),
        G("water", [cyl(0, 0, 20.6, 21.6, 11, 11, 0.8)], 0, plain(0.05)),
    ]
    for x, z, t in ((-7, 1, -18), (5, 3, 12), (1, -4, 4)):
        out += moved(
            [
                G(
                    "brass",
                    [cyl(0, 0, 0, 8, 3.4, 2.6), ball((0, 8, 0), (2.5, 1.4, 2.5)), torus((0, 0.8, 0), 3.4, 0.6)],
                    0,
                    lambda p, n: -0.2 * (np.sin(p[:, 1] * 3) > 0.5),
                )
            ],
            RZ(t),
            (x, 21.5, z),
        )
    return out


@prop(GARDEN, (60, 30), shadow=False, view=(110, 90, 60))
def parcels_dust():
    """Full of dust, in the shape of presents."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        rng = np.random.default_rng(5)
        speck = rng.random(sk.shape)
        for x0, y0, x1, y1 in ((-30, -6, -8, 20), (-4, -2, 20, 30), (20, -10, 32, 4), (-16, 20, 4, 36)):
            m = rect(X, Y, x0, y0, x1, y1)
            edge = m & ~rect(X, Y, x0 + 1.2, y0 + 1.2, x1 - 1.2, y1 - 1.2)
            grey = m & (speck < 0.42)
            sk.put(grey, "stone", 0.55 + 0.3 * speck)
            sk.put(edge & (speck < 0.75), "stone", 0.8)
            sk.put(m & (np.abs(X - (x0 + x1) / 2) < 1.4) & (speck < 0.8), "web", 0.7)
        fall = (Y < -4) & (Y > -13) & (np.abs(X) < 36) & (speck < 0.16)
        sk.put(fall, "stone", 0.5)

    return [], over


WITHERS = (
    ("leaf", "bark", 0.85),
    ("grass", "bark", 0.8),
    ("bloss", "dirt", 0.85),
    ("flower", "dirt", 0.8),
    ("yellow", "dirt", 0.95),
    ("shade", "dirt", 0.9),
    ("portal", "bark", 0.8),
    ("paper", "bark", 0.95),
    ("china", "bark", 0.95),
    ("web", "bark", 0.9),
)


def _withered() -> Over:
    """What bloomed hangs its head: colours go to dry leaf."""

    def paint(sk: Sketch, ax: int, ay: int) -> None:
        was = sk.mat.copy()
        for ramp, to, k in WITHERS:
            m = was == IDS[ramp]
            sk.mat[m] = IDS[to]
            sk.tone[m] = sk.tone[m] * k
            sk.glow[m] = 0

    return paint


for _base in (
    "foxgloves",
    "foxgloves_row",
    "rosebell_open",
    "sunbell_open",
    "moonflower_open",
    "flower_box_1",
    "flower_box_long",
    "roses_1",
    "roses_2",
    "rose_arch",
):
    if _base in ALL:
        _again(f"{_base}_withered", _base, _withered(), room=GARDEN)


# ---- souls ---------------------------------------------------------------------------------------------------------
def _soul_orb(ramp: str) -> Built:
    """A glass marble: a black disc with a bright heart."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        ball_ = disc(X, Y, 0, 7, 6.6)
        rim(sk, ball_, ramp, 0.3)
        sk.put(ball_, "dark", 0.12)
        d = np.hypot(X, Y - 7)
        sk.put(disc(X, Y, 0.4, 6.4, 4.4), ramp, 0.34).put(disc(X, Y, 0.4, 6.4, 3.2), ramp, 0.66).put(
            disc(X, Y, 0.2, 6.6, 1.9), ramp, 0.95
        )
        sk.put(disc(X, Y, -2.6, 10, 1.5, 1.1), "paper", 1.0)
        sk.put((d > 4.9) & (d < 6) & (X > 1) & (Y < 5), ramp, 0.55)
        sk.glow[ball_] = np.clip(1.1 - d / 6.4, 0, 1)[ball_]

    return [], over


for _name, _ramp in (("house", "glass"), ("theatre", "portal"), ("circus", "shade")):
    make_prop(f"soul_orb_{_name}", SOULS, lambda r=_ramp: _soul_orb(r), None, view=(40, 40, 26), light="soul")


@prop(SOULS, None, flat=True, shadow=False, view=(40, 40, 20))
def adder_stone_lying():
    """Miss Spink's stone: a pebble with a hole, as it lies on a table."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rows = (
            "...kkkkk.... .kkccccbbkk. kccbbbbbbbak kcbbkkkkbbak kbbkggGkbbak kbbkgGgkbaak kabbkkkbbaak "
            ".kaabbbaaak. ..kkkaaakk.. .....kkk...."
        )
        inks = {
            "k": ("dark", 0.0),
            "a": ("stone", 0.3),
            "b": ("stone", 0.52),
            "c": ("stone", 0.72),
            "g": ("glass", 0.5),
            "G": ("glass", 0.9),
        }
        cells(sk, ax - 6, ay - 8, rows, inks)

    return [], over


PEN = (
    "...............kk. ..............kyyk .............kyWyk ............kryyk. "
    "...........krrrk.. ..........krRrk... .........krRrk.... ........krRrk..... "
    ".......kgRrk...... ......kgggk....... .....kiggk........ ....kiiik......... "
    "...kWiik.......... ..kWWik........... ..kWik............ .kkkk............. "
    "kk................"
)
FAN = (
    ".......kkkkkk....... .....kkyyyyyykk..... ...kkypppPPpppykk... ..kyppPppPPppPppyk.. "
    ".kypPppPpPPpPppPpyk. .kyppPpPpPPpPpPppyk. kypPppPPpPPpPPppPpyk kyppPpPPpPPpPPpPppyk "
    ".kyppPpPpPPpPpPppyk. ..kkyppPPPPPPppykk.. ....kkyppPPppykk.... ......kkyggykk...... "
    "........kggk........ .........kk........."
)
MEDAL = (
    "krrk....krrk krRrk..krRrk .krRrkkrRrk. ..krRrrRrk.. ...krRRrk... ....kyyk.... "
    "..kkyyyykk.. .kyyYYYYyyk. .kyYYWWYYyk. kyYYWyyWYYyk kyYYyYYyYYyk kyYYyWWyYYyk "
    "kyYYyyyyYYyk .kyYYYYYYyk. .kyyYYYYyyk. ..kkyyyykk.. ....kkkk...."
)
SOUL_INKS = {
    "pen": {
        "k": ("dark", 0.0),
        "r": ("green", 0.5),
        "R": ("green", 0.8),
        "y": ("brass", 0.6),
        "W": ("china", 1.0),
        "g": ("brass", 0.75),
        "i": ("iron", 0.75),
    },
    "fan": {
        "k": ("purple", 0.0),
        "p": ("purple", 0.55),
        "P": ("purple", 0.8),
        "y": ("brass", 0.8),
        "g": ("brass", 0.6),
    },
    "medal": {
        "k": ("brass", 0.0),
        "r": ("blue", 0.4),
        "R": ("blue", 0.7),
        "y": ("brass", 0.5),
        "Y": ("brass", 0.72),
        "W": ("shade", 1.0),
    },
}


def _soul_thing(which: str, t: int) -> Built:
    """Pen, fan or medal with its soul's light round it, four states of a slow pulse (0: asleep, no light)."""
    ramp = {"pen": "glass", "fan": "portal", "medal": "shade"}[which]
    rows = {"pen": PEN, "fan": FAN, "medal": MEDAL}[which]
    k = (0.0, 0.45, 0.8, 1.0, 0.8)[t]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        lines = rows.split()
        w, h = len(lines[0]), len(lines)
        cy = h / 2 + 3
        if k:
            d = np.hypot(X, Y - cy)
            a = np.arctan2(X, Y - cy)
            v = np.clip(1 - d / (15 + 2 * k), 0, 1) * k
            ray = (np.abs(np.sin(a * 4 + t * 0.4)) < 0.10) & (d < 17 * k) & (d > 8)
            on = (np.floor(v * 7 + bayer(*sk.shape)) / 7) > 0.12
            sk.put(on, ramp, 0.72)
            sk.alpha[on] = 0.10 + 0.36 * v[on]
            sk.glow[on] = (0.7 * v)[on]
            sk.put(ray, ramp, 0.95)
            sk.alpha[ray] = 0.6
            sk.glow[ray] = 0.8
        cells(sk, ax - w // 2, ay - h - 3, rows, SOUL_INKS[which])
        if k:
            solid = (sk.alpha > 0.99) & (sk.mat >= 0)
            sk.glow[solid] = 0.25 + 0.45 * k * np.clip(1 - np.hypot(X, Y - cy) / 14, 0, 1)[solid]
        corner = 18
        for x, y in ((ax - corner, ay - 26), (ax + corner, ay + 4)):
            if sk.mat[y, x] < 0:
                sk.put((xy(sk, x, y)[0] == 0) & (xy(sk, x, y)[1] == 0), "dark", 0.0)
                sk.alpha[y, x] = 0.012

    return [], over


for _which in ("pen", "fan", "medal"):
    make_prop(f"soul_{_which}_asleep", SOULS, lambda w=_which: _soul_thing(w, 0), None, shadow=False, view=(60, 60, 40))
    _frames = ",".join(f"soul_{_which}_{i}" for i in (1, 2, 3, 4))
    for _t in (1, 2, 3, 4):
        make_prop(
            f"soul_{_which}_{_t}",
            SOULS,
            lambda w=_which, t=_t: _soul_thing(w, t),
            None,
            shadow=False,
            view=(60, 60, 40),
            **({"frames": _frames, "ms": 180, "light": "soul"} if _t == 1 else {}),
        )
