"""Props that chapter 1 tells its story with: bells, drip, drawing board, labelled boxes, wallpaper strips, the flats'
odds and ends.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from tools.make_art.core.field import Sketch, grid, noise
from tools.make_art.places.lettering import centred, letters
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.props_house import _carton, _desk, _papers, grain, lamp_shade, legs
from tools.make_art.places.sdf import (
    RX,
    RY,
    RZ,
    G,
    ball,
    blk,
    box,
    cyl,
    move,
    moved,
    orb,
    rod,
    sub,
    torus,
    wavy,
)
from tools.make_art.places.surfaces import plain

Built = list[G]
Over = Callable[[Sketch, int, int], None]


# ---- halls -----------------------------------------------------------------------------------------------------------
@prop("hall", None, wall=True, view=(150, 90, 60))
def bell_board():
    """Seventeen servants' bells on springs in two rows, each with its label; one label is bare."""
    spots = [(-56 + 14 * k, 25) for k in range(9)] + [(-49 + 14 * k, 5) for k in range(8)]
    springs = [
        s
        for x, y in spots
        for s in (rod((x, y + 9, 3), (x + 2, y + 12, 4), 0.7), rod((x + 2, y + 12, 4), (x + 1, y + 6, 5), 0.7))
    ]
    bells = [s for x, y in spots for s in (cyl(x + 1, 5, y + 1, y + 6, 3.6, 1.8), ball((x + 1, y + 0.4, 5), 1.0))]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        for k, (bx, by) in enumerate(spots):
            label = (np.abs(x - ax - bx) <= 3) & (np.abs(y - (ay - by - 14)) <= 1)
            sk.put(label, "paper" if k != 12 else "dwood", 0.8 if k != 12 else 0.5)
            if k != 12:
                sk.put((y == ay - by - 14) & (np.abs(x - ax - bx) <= 2 - k % 2), "dark", 0.3)

    return [
        G(
            "dwood",
            [blk(0, -2, 0, 132, 46, 2.4, 0.8)],
            0,
            lambda q, n: grain(q, n) - 0.12 * (np.abs(q[:, 1] - 21) < 0.6),
        ),
        G("wood", [blk(0, 43, 1, 138, 4, 6, 0.8), blk(0, -4, 1, 136, 3, 4, 0.6)], 0, grain),
        G("iron", springs, 0, plain(0.2)),
        G("brass", bells, 0, plain(0.08)),
    ], over


@prop("hall", (22, 18))
def umbrella_elephant():
    """An elephant's foot with umbrellas in it. Say sorry."""
    return [
        G(
            "bark",
            [
                sub(cyl(0, 0, 0, 20, 11, 8.6, 0.85, 1.5), cyl(0, 0, 6, 40, 6.6, 6.6, 0.85)),
                ball((0, 3, 0), (11.6, 3.6, 10)),
            ],
            2,
            lambda q, n: -0.2 * (np.sin(q[:, 1] * 1.1 + np.sin(q[:, 0] * 0.9) * 1.2) > 0.8) - 0.05,
        ),
        G("paper", [ball((x, 2, z), (2.8, 2.4, 1.6)) for x, z in ((-7, 7.6), (0, 9.4), (7, 7.6))], 0, plain(-0.12)),
        G("red", [rod((-2, 8, 0), (-6, 34, -2), 2.2, 1.0)]),
        G("wood", [rod((3, 8, 0), (6, 36, -1), 1.0), torus((8.4, 36, -1), 2.4, 0.9, RX(90))]),
        G("dark", [rod((0, 8, 2), (1, 30, 1), 1.8, 0.9)], 0, plain(0.1)),
    ]


@prop("hall", (30, 16))
def telephone_table():
    phone = [
        blk(0, 27, 0, 12, 4, 9, 1.4),
        cyl(0, 1, 30, 33, 4, 3),
        rod((-7, 34, 0), (7, 34, 0), 1.5),
        ball((-7, 33, 1), (2.4, 2.8, 2.4)),
        ball((7, 33, 1), (2.4, 2.8, 2.4)),
    ]
    cord = [rod((8 + 2 * (k % 2), 29 - 4 * k, 6), (8 + 2 * ((k + 1) % 2), 25 - 4 * k, 6.5), 0.7) for k in range(4)]
    return [
        G(
            "wood",
            [
                blk(0, 24, 0, 34, 2.6, 18, 0.8),
                blk(0, 17, 0, 28, 7, 14, 0.6),
                blk(0, 5, 0, 26, 1.6, 12, 0.5),
                *legs(13, 6, 24, 1.5),
            ],
            0,
            grain,
        ),
        G("brass", [ball((0, 20, 7.6), 1.2)]),
        G("dark", phone + cord, 0.4, plain(0.16)),
        G(
            "paper",
            [
                move(cyl(0, 0, 0, 0.8, 2.8, 2.8), RX(64), (0, 31, 5)),
                move(blk(0, 0, 0, 8, 1, 9, 0.2), RY(12), (-11, 26.6, 2)),
            ],
            0,
            plain(0.05),
        ),
    ]


@prop("hall", (62, 14))
def radiator():
    ribs = [box((x, 16, 0), (2.6, 13, 5), 2.4) for x in np.arange(-26, 27, 6.5)]
    return [
        G("enamel", ribs, 0.8),
        G(
            "enamel",
            [rod((-29, 26, 0), (29, 26, 0), 2.0), rod((-29, 6, 0), (29, 6, 0), 2.0)]
            + [rod((x, 0, 0), (x, 4, 0), 1.6) for x in (-26, 26)],
        ),
        G("brass", [rod((31, 0, 0), (31, 7, 0), 1.4), ball((31, 9, 0), 2.4)]),
    ]


@prop("hall", (46, 18), view=(110, 120, 90))
def airing_cupboard():
    """Slatted doors, one ajar on folded towels and a fat copper tank: the only warm place in the house."""

    def slats(q, n):
        return -0.2 * ((q[:, 1] % 4) < 1) * (n[:, 2] > 0.3)

    shelf = [blk(11, y, -1, 18, 1.4, 12, 0.3) for y in (10, 26, 42)]
    towels = [
        blk(11 + (k % 2), 12 + 16 * (k // 2) + 4.4 * (k % 2), 1, 15 - 2 * (k % 2), 4.2, 11, 1.6) for k in range(6)
    ]
    return [
        G("paint", [sub(blk(0, 0, 0, 48, 68, 18, 0.8), blk(0, 5, 6, 42, 58, 18, 0.3))]),
        G("paint", [blk(0, 67, 1, 52, 3, 21, 0.8)]),
        G("dark", [blk(0, 5, -4, 42, 58, 1, 0)]),
        G("paint", [blk(-11, 5, 8, 20, 57, 2, 0.5)], 0, slats),
        *moved(
            [G("paint", [box((10, 0, 0), (10, 28.5, 1), 0.5)], 0, slats), G("brass", [ball((3, 0, 1.6), 1.2)])],
            RY(62),
            (21, 33.5, 8),
        ),
        G("wood", shelf),
        *[G(c, towels[i::3], 0.2) for i, c in enumerate(("paper", "cush", "blue"))],
        G("brass", [ball((-3, 33, 10), 1.2)]),
    ]


@prop("kitchen", None, wall=True, view=(110, 130, 100), door=True)
def larder_door():
    def vents(q, n):
        return grain(q, n) - 0.3 * ((q[:, 1] > 60) & ((q[:, 1] % 4) < 1.4) & (np.abs(q[:, 0]) < 11))

    return [
        G("trimw", [sub(blk(0, 0, 0, 44, 80, 6, 1), blk(0, -2, 0, 34, 77, 20, 0.4)), blk(0, 79, 1, 48, 4, 8, 0.8)]),
        G("paint", [blk(0, 0, 0, 34, 76, 3, 0.5)], 0, vents),
        G("paint", [blk(0, 6, 2.4, 24, 20, 1, 0.3), blk(0, 32, 2.4, 24, 20, 1, 0.3)], 0, plain(0.07)),
        G(
            "iron",
            [ball((12, 36, 3), 1.8), rod((-16, 62, 3), (-9, 62, 3), 1.0), rod((-16, 14, 3), (-9, 14, 3), 1.0)],
            0,
            plain(0.15),
        ),
        G("paper", [blk(-3, 58, 2, 13, 7, 1, 0.2)], 0, lambda q, n: -0.3 * ((q[:, 1] % 3) < 1)),
    ]


@prop("kitchen", None, wall=True)
def calendar():
    """A nurseryman's calendar: a picture of an iris, a month of squares, one ringed."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        sk.put((np.abs(X + 0.5) < 11) & (Y > 19) & (Y < 35), "green", 0.4)
        sk.put((np.abs(X) < 1) & (Y > 19) & (Y < 27), "leaf", 0.75)
        for dx, dy in ((0, 31), (-4, 28), (4, 28), (-3, 25), (3, 25)):
            sk.put(np.hypot((X - dx) / 2.6, (Y - dy) / 2.4) < 1, "purple", 0.8 if dy > 27 else 0.6)
        sk.put((np.abs(X) < 1.5) & (Y > 26) & (Y < 29), "yellow", 0.9)
        days = (np.abs(X + 0.5) < 11) & (Y > 2) & (Y < 16) & (X % 3 != 0) & (Y % 3 != 0)
        sk.put(days, "paper", 0.55)
        d = np.hypot((X - 6.5) / 3.4, (Y - 9.5) / 3)
        sk.put((d < 1.2) & (d > 0.75), "flame", 0.35)

    return [
        G("paper", [blk(0, 0, 0, 26, 38, 1.2, 0.4)]),
        G("iron", [rod((-9, 38, 1), (9, 38, 1), 0.9), ball((0, 41, 1), 1.1)]),
    ], over


# ---- the drip --------------------------------------------------------------------------------------------------------
def _drip(k: int) -> tuple[list[G], Over]:
    """One of six frames: gather, fall, splash. 16 wide, 96 high; put it over the puddle."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        fall = (90, 88, 62, 24)
        if k < 4:
            h = fall[k]
            sk.put((np.abs(X) < 1) & (np.abs(Y - h) < (2, 3, 4, 4)[k]), "water", 0.85)
            sk.put((X == 0) & (h + 1 == Y), "glass", 1.0)
            sk.glow[(np.abs(X) < 1) & (np.abs(Y - h) < 4)] = 0.15
        else:
            r = (3, 6)[k - 4]
            d = np.hypot(X / r, (Y - 3) / (r * 0.45))
            sk.put((d < 1.15) & (d > 0.7), "glass", 0.85)
            for dx, dy in (((-3, 7), (3, 8), (0, 10)), ((-6, 6), (6, 5), (1, 8)))[k - 4]:
                sk.put((dx == X) & (dy == Y), "glass", 1.0)
        for cx, cy in ((-8, 0), (8, 96)):
            sk.put((cx == X) & (cy == Y), "dark", 0)
            sk.alpha[(cx == X) & (cy == Y)] = 0.012

    return [], over


for _k in range(6):
    _more = {"frames": ",".join(f"drip_{i + 1}" for i in range(6)), "ms": 140} if _k == 0 else {}
    make_prop(f"drip_{_k + 1}", "fx", lambda k=_k: _drip(k), None, shadow=False, view=(64, 140, 110), **_more)


@prop("house", None, flat=True, shadow=False)
def drip_puddle():
    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, y - ay + 0.5
        a = np.arctan2(Y, X)
        r = np.hypot(X / 21, Y / 9) - 0.12 * np.sin(3 * a) - 0.07 * np.sin(5 * a + 1)
        sk.put(r < 1, "water", 0.2).put(r < 0.9, "water", 0.34)
        sk.alpha[r < 1] = 0.6
        sk.put((r < 0.82) & (r > 0.72) & (Y < 0), "glass", 0.8)
        sk.put((np.abs(r - 0.35) < 0.05), "glass", 0.6)

    return [], over


@prop("house", (22, 16))
def drip_pan():
    return [
        G(
            "iron",
            [sub(cyl(0, 0, 0, 10, 10, 12, 0.8), cyl(0, 0, 2, 20, 9, 11, 0.8)), rod((11, 8, 0), (24, 10, 2), 1.4)],
            0,
            plain(0.2),
        ),
        G(
            "water",
            [cyl(0, 0, 1, 6, 10, 10, 0.8)],
            0,
            lambda q, n: 0.3 * (np.abs(np.hypot(q[:, 0], q[:, 2] / 0.8) - 4) < 0.8),
        ),
    ]


# ---- boxes with labels ---------------------------------------------------------------------------------------------
def _labelled(w: float, h: float, d: float, lines: tuple[str, ...], wet: bool = False) -> tuple[Built, Over]:
    def over(sk: Sketch, ax: int, ay: int) -> None:
        top = ay - round(d / 2) + round(d) - round(h * 0.5) - 3 * len(lines) + 1
        for k, text in enumerate(lines):
            centred(sk, ax, top + 7 * k, text, "dark", 0.25)

    box_ = _carton(w, h, d)
    if wet:
        box_[0].tex = lambda q, n: -0.16 * (q[:, 1] < 6 + 2 * np.sin(q[:, 0] * 0.4))
    return [box_[0], G("tape", [box((0, h - 0.6, 0), (2.2, 0.9, d / 2 + 0.2), 0.2)])], over


for _name, _size, _text in (
    ("box_kitchen", (32, 20, 20), ("KITCHEN",)),
    ("box_misc", (30, 20, 20), ("MISC",)),
    ("box_coraline", (38, 22, 20), ("CORALINE", "DO NOT", "STACK")),
    ("box_bulbs", (28, 18, 18), ("BULBS",)),
    ("box_catalogue", (40, 24, 22), ("CATALOGUE", "1996-98".replace("-", "."))),
    ("box_books", (28, 20, 20), ("BOOKS",)),
    ("box_living", (32, 20, 20), ("LIVING", "RM")),
):
    make_prop(_name, "hall", lambda s=_size, t=_text: _labelled(*s, t), (_size[0], _size[2]), push="box")
make_prop("boxes_wet", "grounds", lambda: _boxes_wet(), (66, 30), view=(130, 120, 80))


def _boxes_wet() -> tuple[Built, Over]:
    at = ((-17, 0, 3, 32, 0), (17, 0, 0, 32, 4), (1, 20, -2, 32, -7))
    groups = [g for x, y, z, w, t in at for g in moved(_labelled(w, 20, 20, ("",), True)[0], RY(t), (x, y, z))]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for x, y, z, _, t in at:
            centred(sk, ax + x + (1 if t > 0 else 0), ay - y + z - 3, "KITCHEN", "dark", 0.25)

    return groups, over


@prop("hall", (46, 20), view=(110, 120, 80))
def box_stack_misc():
    """Eleven boxes say MISC; here are five."""
    rows = ((-12, 0, 0), (13, 0, 1), (-11, 18, -1), (12, 18, 0), (1, 36, 0))
    groups = [
        g for k, (x, y, z) in enumerate(rows) for g in moved(_carton(24, 18, 18), RY((0, 0, 4, -3, 8)[k]), (x, y, z))
    ]
    keep = [g for g in groups if g.mat == "card"]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for x, y, z in rows:
            centred(sk, ax + x, ay - y + z - 3, "MISC", "dark", 0.25)

    return [*keep, *[G("tape", [box((x, y + 17.6, z), (1.8, 0.9, 9.2), 0.2)]) for x, y, z in rows]], over


# ---- study and box room ----------------------------------------------------------------------------------------------
def _iris(sk: Sketch, cx: int, cy: int) -> None:
    """An iris in ink and wash, 13 x 20."""
    y, x = grid(*sk.shape)
    X, Y = x - cx, cy - y
    sk.put((np.abs(X - 0.12 * Y) < 0.8) & (Y < 0) & (Y > -10), "leaf", 0.5)
    sk.put((np.abs(X + 4 + Y * 0.3) < 1) & (Y < -3) & (Y > -11), "leaf", 0.65)
    for dx, dy, rx, ry, t in (
        (0, 5, 2.4, 4, 0.75),
        (-3.4, 3.4, 2, 3.4, 0.62),
        (3.4, 3.4, 2, 3.4, 0.68),
        (-3.6, -1, 2.8, 2, 0.8),
        (3.8, -1, 2.6, 2, 0.72),
        (0, -1.6, 1.8, 2.4, 0.86),
    ):
        d = np.hypot((X - dx) / rx, (Y - dy) / ry)
        sk.put(d < 1, "purple", t).put((d < 1) & (d > 0.74), "purple", 0.4)
    sk.put((np.abs(X) < 1) & (Y > -2) & (Y < 1), "yellow", 0.9)


@prop("study", (56, 26), view=(120, 130, 90))
def drawing_board():
    """A slanted board on trestles with a half-done iris, brushes in a jar, an anglepoise drawn out of the way."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        sheet = (np.abs(X + 5.5) < 17) & (Y > 24) & (Y < 54)
        sk.put(sheet, "paper", 0.92 - 0.06 * (X > 8)).put(sheet & ((np.abs(X + 5.5) > 16) | (Y == 25)), "paper", 0.6)
        _iris(sk, ax - 6, ay - 40)
        sk.put((np.abs(X - 17) < 4) & (np.abs(Y - 45) < 6), "paper", 0.85)
        sk.put((np.abs(X - 17) < 3) & (np.abs(Y - 45) < 5) & ((Y % 3) == 0), "purple", 0.5)
        for px, py in ((-21, 52), (10, 52), (-21, 26), (10, 26)):
            sk.put((px == X) & (py == Y), "red", 0.8)

    board = move(box((0, 0, 0), (33, 1.4, 20), 0.5), RX(38), (0, 34, 0))
    feet = [rod((s * 25, 0, z), (s * 25, 30 + z * -0.5, z * 0.2), 1.6) for s in (-1, 1) for z in (-11, 12)]
    return [
        G(
            "wood",
            [
                *feet,
                rod((-25, 10, 4), (25, 10, 4), 1.3),
                move(box((0, 1.8, 19), (33, 1.8, 1.4), 0.4), RX(38), (0, 34, 0)),
            ],
            0,
            grain,
        ),
        G("wood", [board], 0, plain(0.06)),
        G("glass", [cyl(29, -8, 44, 52, 3, 3.4)], 0, plain(0.1)),
        G(
            "bark",
            [
                rod((28, 50, -8), (26, 62, -9), 0.7),
                rod((30, 50, -8), (33, 63, -9), 0.7),
                rod((29, 50, -8), (30, 60, -8), 0.6),
            ],
        ),
    ], over


@prop("study", (30, 16), view=(96, 110, 80))
def seed_drawers():
    """Thirty tiny drawers, all labelled; one says MISC."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay + 8 - y
        cell = (np.abs(X + 0.5) < 20) & (Y > 4) & (Y < 52)
        fx, fy = (X + 20) % 8, (Y - 4) % 8
        sk.put(cell & ((fx == 0) | (fy == 0)), "dwood", 0.1)
        sk.put(cell & (fy == 7) & (fx > 0), "wood", 0.85)
        tag = cell & (fy >= 4) & (fy <= 5) & (fx >= 2) & (fx <= 6)
        sk.put(tag, "paper", 0.85)
        sk.put(cell & (fy == 2) & (fx == 4), "brass", 0.95)
        wide = (np.abs(X + 4) < 8) & (np.abs(Y - 32) < 4)
        sk.put(wide, "wood", 0.6)
        letters(sk, ax - 12, ay + 8 - 34, "MISC", "paper", 1.0)

    return [
        G("wood", [blk(0, 2, 0, 44, 52, 16, 0.8)], 0, plain(0.04)),
        G("wood", [blk(0, 53, 1, 48, 3, 19, 0.8), blk(0, 0, 0, 46, 3, 17, 0.6)], 0, grain),
    ], over


@prop("study", (70, 30), view=(130, 120, 90))
def piano_sheet():
    """A piano under a dust sheet that has slipped: half the keys show, the music desk stands up under the cloth, and
    below the hem are its two turned legs and the pedals.
    """

    def cloth(p: np.ndarray) -> np.ndarray:
        return np.asarray(
            0.9 * np.sin(p[:, 0] * 0.55 + 0.6 * np.sin(p[:, 1] * 0.12)) * np.clip(1.2 - p[:, 1] / 44, 0, 1)
        )

    def keys(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        row = (X > -4) & (X < 30) & (Y >= 13) & (Y <= 20)
        sk.put(row, "china", np.where(X % 4 == 0, 0.25, 0.9)).put(row & (Y == 13), "china", 0.45)
        black = np.isin((X // 4) % 7, (0, 1, 3, 4, 5)) & ((X % 4 == 0) | (X % 4 == 3))
        sk.put(row & (Y > 16) & black, "dark", 0.0)
        sk.put((X > -6) & (X < 32) & (Y == 21), "dwood", 0.1)

    upright = blk(0.5, 10, -6, 71, 35, 14, 3)
    desk = move(blk(0, 0, 0, 26, 15, 3, 1.5), RX(-12), (0, 34, 3))
    fall = blk(-19, 7, 7, 34, 19, 20, 4)  # the sheet still hangs over the left half of the keys
    return [
        G("paper", [wavy(upright, cloth), wavy(fall, cloth), desk], 4, plain(-0.12)),
        G(
            "dwood",
            [
                blk(0, 0, -7, 64, 12, 10, 0.8),
                blk(2, 19, 6, 66, 4, 17, 1),
                *[rod((s * 30, 0, 12), (s * 30, 20, 12), 2.2, 2.8) for s in (-1, 1)],
                *[ball((s * 30, y, 12), (3, 1.6, 3)) for s in (-1, 1) for y in (1.5, 10)],
            ],
            0,
            grain,
        ),
        G("brass", [ball((s * 5, 1.4, 3), (1.8, 1.2, 3.2)) for s in (-1, 1)], 0, plain(0.2)),
    ], keys


make_prop(
    "desk_catalogue",
    "study",
    lambda: _desk() + moved(_papers(3, 12, 0, 20), None, (0, 27, 0)),
    (70, 30),
    view=(130, 110, 80),
)


@prop("study", None, flat=True, shadow=False)
def paper_balls():
    """Eleven page nineteens."""
    rng = np.random.default_rng(19)
    at = [(rng.uniform(-26, 26), rng.uniform(-12, 12), rng.uniform(3.0, 4.2)) for _ in range(11)]
    balls = [
        wavy(orb((x, r * 0.7, z), r), lambda p: 0.8 * np.sin(p[:, 0] * 1.6) * np.sin(p[:, 1] * 1.9 + p[:, 2]))
        for x, z, r in at
    ]
    return [G("paper", balls, 0, lambda q, n: -0.1 - 0.3 * (np.sin(q[:, 0] * 1.7 + q[:, 2] * 2.1) > 0.6))]


# ---- bedrooms and bathroom -------------------------------------------------------------------------------------------
@prop("bathroom", (66, 30), view=(120, 110, 70))
def bath_lion():
    """A roll-top bath on lions' feet."""
    tub = sub(box((0, 18, 0), (33, 11, 16), 9), box((0, 24, 0), (29, 13, 12), 7))
    paws = [
        s
        for sx in (-1, 1)
        for sz in (-1, 1)
        for s in (
            rod((sx * 24, 11, sz * 9), (sx * 27, 3, sz * 12), 3, 2),
            ball((sx * 28, 1.8, sz * 12 + 1), (3.6, 2.2, 3.4)),
        )
    ]
    claws = [ball((sx * 28 + d, 1.4, 15.6), 0.9) for sx in (-1, 1) for d in (-2, 0, 2)]
    return [
        G("china", [tub], 0),
        G("brass", paws, 1.0),
        G(
            "brass",
            [*claws, rod((27, 28, -8), (27, 36, -8), 1.3), rod((27, 36, -8), (20, 34, -6), 1.2), ball((27, 38, -8), 2)],
            0,
            plain(0.1),
        ),
        G("water", [blk(0, 12, 0, 50, 2, 18, 1)], 0, plain(-0.05)),
    ]


@prop("bathroom", (18, 14))
def scales():
    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        d = np.hypot(x - ax + 0.5, (y - (ay - 10)) / 0.7)
        sk.put(d < 5, "paper", 0.9).put((d < 5) & (d > 4), "iron", 0.3)
        sk.put((np.abs((x - ax) + (y - (ay - 10))) < 1) & (d < 4) & (x >= ax), "flame", 0.3)

    return [
        G("enamel", [blk(0, 0, 0, 24, 5, 22, 2)]),
        G("dark", [blk(0, 4.6, 3, 20, 1, 13, 0.4)], 0, lambda q, n: 0.2 * ((q[:, 0] % 3) < 1)),
        G("enamel", [blk(0, 4, -7, 16, 2, 9, 1)]),
    ], over


@prop("bathroom", None, wall=True)
def toothbrush_mug():
    return [
        G("wood", [blk(0, -3, 2, 20, 2, 8, 0.5)]),
        G("china", [sub(cyl(0, 3, 0, 8, 4, 4.4), cyl(0, 3, 2, 12, 3.4, 3.8))]),
        *[
            G(c, [rod((x, 4, 3), (x * 2.2, 14, 3), 0.8), blk(x * 2.3, 14, 3, 2.6, 3, 1.6, 0.4)], 0, plain(0.15))
            for c, x in (("red", -2), ("blue", 1.6), ("yellow", 2.6))
        ],
    ]


@prop("bathroom", None, wall=True, light="window")
def window_frosted():
    frame = sub(blk(0, 0, 0, 38, 46, 4, 0.8), blk(0, 4, 0, 30, 38, 12, 0.4))

    def frost(q, n):
        return 0.1 * np.sin(q[:, 0] * 1.7) * np.sin(q[:, 1] * 1.3) + 0.08

    return [
        G("trimw", [frame, blk(0, 22, 1, 31, 2, 2, 0.3), blk(0, -2, 2, 44, 4, 8, 0.8)]),
        G("glass", [blk(0, 4, -1, 31, 38, 1, 0)], 0, frost, 0.4),
    ]


@prop("bedroom", (70, 66), hide="bed", view=(130, 160, 80))
def bed_parents(other):
    """The big bed: proofs on one side, irises on the other."""
    from_house = _big_bed(other)

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(4)
        y, x = grid(*sk.shape)
        for k in range(9):
            cx, cy = ax - 24 + int(rng.integers(0, 20)), ay - 24 + int(rng.integers(0, 25))
            page = (np.abs(x - cx + (y - cy) * (0.3 if k % 2 else -0.2)) < 4) & (np.abs(y - cy) < 5)
            sk.put(page, "paper", 0.9).put(page & (y % 2 == 0) & (np.abs(x - cx) < 3), "paper", 0.62)
        for _ in range(7):
            cx, cy = ax + 6 + int(rng.integers(0, 20)), ay - 22 + int(rng.integers(0, 23))
            page = (np.abs(x - cx) < 5) & (np.abs(y - cy) < 6)
            sk.put(page, "paper", 0.95).put(page & (np.hypot(x - cx, (y - cy + 1)) < 2.6), "purple", 0.65).put(
                page & (x == cx) & (y > cy + 1), "leaf", 0.5
            )

    return from_house, over


def _big_bed(other: bool) -> Built:
    from tools.make_art.places.prop import ALL

    made = ALL["bed_double"].build(other)
    return list(made[0] if isinstance(made, tuple) else made)


@prop("bedroom", (14, 10))
def alarm_clock():
    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        d = np.hypot(x - ax + 0.5, y - (ay - 5))
        sk.put(d < 4.4, "paper", 0.92).put((x == ax) & (y >= ay - 5) & (y < ay - 2), "dark", 0).put(
            (y == ay - 5) & (x >= ax) & (x < ax + 3), "dark", 0
        )

    return [
        G(
            "red",
            [
                move(cyl(0, 0, -2.4, 2.4, 6, 6), RX(90), (0, 7.4, 0)),
                rod((-4, 1, 0), (-5, 0, 1), 1.2),
                rod((4, 1, 0), (5, 0, 1), 1.2),
            ],
        ),
        G("brass", [ball((s * 3.6, 14, 0), (2.8, 2.2, 2.4)) for s in (-1, 1)] + [rod((0, 13, 0), (0, 16, 0), 0.8)]),
    ], over


@prop("bedroom", None, flat=True, shadow=False)
def slippers():
    """Two pairs, facing each other."""

    def pair(mat, x, s):
        return [
            G(mat, [ball((x, 1.6, z), (5.4, 2.0, 2.4)) for z in (-3.4, 3.4)], 0),
            G("dark", [ball((x - s * 2.4, 3, z), (2.2, 1, 1.4)) for z in (-3.4, 3.4)]),
            G(mat, [ball((x + s * 2.2, 2.6, z), (3, 1.8, 2.5)) for z in (-3.4, 3.4)], 0, plain(0.12)),
        ]

    return pair("cush", -8, 1) + pair("blue", 8, -1)


@prop("bedroom", (40, 18), view=(110, 90, 60))
def toys():
    """A bear, half a train, and a rabbit she is too old for."""
    bear = [
        ball((-15, 6, 0), (5.4, 6, 4.6)),
        ball((-15, 14.5, 0), (4.8, 4.4, 4.2)),
        *[ball((-15 + s * 3.6, 18, 0), 1.9) for s in (-1, 1)],
        *[rod((-15 + s * 4, 8, 1), (-15 + s * 7, 4, 3), 1.8) for s in (-1, 1)],
        *[rod((-15 + s * 2.6, 2, 2), (-15 + s * 4.6, 1.8, 8), 2.1) for s in (-1, 1)],
    ]
    rabbit = [
        ball((16, 5, 1), (4.4, 5, 4)),
        ball((16, 12, 1), (3.8, 3.6, 3.4)),
        rod((14.6, 14, 1), (13, 22, 0), 1.4, 1.1),
        rod((17.6, 14, 1), (20, 21, 0), 1.4, 1.1),
        rod((20, 20, 0), (23, 16, 1), 1.1),
        *[rod((16 + s * 2.4, 2, 3), (16 + s * 3.6, 1.6, 8), 1.7) for s in (-1, 1)],
    ]
    return [
        G("leafdry", bear, 0.8),
        G("paper", rabbit, 0.8, plain(-0.1)),
        G("red", [blk(1, 3, 4, 14, 7, 8, 1), cyl(6, 4, 9, 14, 2, 2)]),
        G("blue", [blk(-3, 8, 4, 6, 7, 9, 0.8)]),
        G("iron", [move(cyl(0, 0, -1, 1, 3, 3), RX(90), (x, 3, 8.6)) for x in (-2, 5)], 0, plain(0.2)),
        G(
            "dark",
            [ball((-15 + s * 1.8, 15.4, 4), 0.9) for s in (-1, 1)]
            + [ball((-15, 13.6, 4.6), 1.0)]
            + [ball((16 + s * 1.5, 12.6, 4), 0.8) for s in (-1, 1)],
        ),
    ]


@prop("bedroom", (13, 9), light="lamp")
def night_lamp():
    return [
        G("brass", [cyl(0, 0, 0, 2, 5, 4), rod((0, 2, 0), (0, 11, 0), 1)]),
        *lamp_shade(10, 19, 7, 4, 0.45),
    ]


# ---- the wallpaper over the small door -----------------------------------------------------------------------------
def _layer(kind: str, X: np.ndarray, Y: np.ndarray, sk: Sketch, m: np.ndarray) -> None:
    """One of the three old papers: roses, ships or the brown that gave up."""
    if kind == "roses":
        sk.put(m, "cloth", 0.78)
        fx, fy = (X + 5 * (np.floor(Y / 10) % 2)) % 10 - 5, Y % 10 - 5
        sk.put(m & (np.hypot(fx, fy) < 2.8), "red", 0.62).put(m & (np.hypot(fx, fy) < 1.2), "red", 0.36)
        sk.put(m & (np.abs(fx - 3) < 1) & (np.abs(fy + 2) < 1), "leaf", 0.5)
    elif kind == "ships":
        sk.put(m, "paint", 0.62)
        fx, fy = (X + 6 * (np.floor(Y / 12) % 2)) % 12 - 6, Y % 12 - 6
        sk.put(m & (np.abs(fx) < 4 - np.abs(fy + 2)) & (fy < 0) & (fy > -4), "blue", 0.3)
        sk.put(m & (fx >= 0) & (fx < 3) & (fy >= 0) & (fy < 4 - fx), "blue", 0.4).put(
            m & (fx == -1) & (fy >= 0) & (fy < 4), "blue", 0.35
        )
    else:
        sk.put(m, "card", 0.4 + 0.05 * (X % 4 < 1) + 0.04 * np.sin(Y * 0.4 + X))


def _paper(kind: str, seed: int) -> tuple[list[G], Over]:
    """A strip 34 x 70 of the wall's own paper, torn loose at the top so that the layer below looks out; a curl to
    pull at.
    """

    def over(sk: Sketch, ax: int, ay: int) -> None:
        from tools.make_art.places.textures import wallpaper

        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        strip = (X >= -17) & (X < 17) & (Y > 0) & (70 + 2 * np.sin(X * 0.6 + seed) >= Y)
        top = wallpaper(96, 64).cut(0, 0, 96, 64)
        sk.paste(top.cut(0, 8, 72, 34), ay - 72, ax - 17)
        sk.clear(~strip)
        rough = noise(*sk.shape, 24, 24, seed + 30, 2) - 0.5
        tear = 47 + 3.5 * np.sin(X * 0.28 + seed * 1.7) + 7 * rough - 0.4 * X * (1 if seed % 2 else -1)
        bare = strip & (tear < Y)
        _layer(kind, X, Y, sk, bare)
        sk.add(bare & (Y > 62), -0.10)
        sk.put(bare & (tear + 1.0 > Y), "paper", 0.80)
        sk.put(bare & (tear + 1.0 <= Y) & (tear + 2.6 > Y), "dark", 0.4)
        side = 1 if seed % 2 else -1
        cx = (X - side * 8) * side
        hang = 12 - np.abs(cx) * 0.9
        curl = strip & (tear >= Y) & (tear - hang < Y) & (np.abs(cx) < 9)
        sk.put(curl, "paper", np.clip(0.80 - (tear - Y) * 0.05 + 0.03 * cx, 0.25, 0.9))
        sk.put(strip & (tear - hang >= Y) & (tear - hang - 2 < Y) & (np.abs(cx) < 9), "dark", 0.3)
        # a seam, not a rim: a thin shade where one breadth ends, lifted here and there
        seam = (X <= -16) | (X >= 16)
        sk.add(strip & seam & ~bare, -0.16)
        foot = strip & (Y < 9)  # they papered down to the skirting
        sk.put(foot, "trimw", np.where(Y > 7, 0.30, np.where(Y > 6, 0.62, 0.40)))
        loose = (-15.2 + 1.6 * rough * 2 > X) & (np.sin(Y * 0.23 + seed * 2) > 0.72)
        sk.put(strip & loose & (Y > 11), "paper", 0.6)

    return [], over


for _i, _k in enumerate(("roses", "ships", "brown")):
    make_prop(f"paper_{_i + 1}", "living", lambda k=_k, s=_i + 1: _paper(k, s), None, wall=True, view=(96, 120, 90))


@prop("living", None, wall=True, view=(160, 120, 90))
def paper_gone():
    """What the strips leave: 102 x 72 of old plaster with a torn rim of three papers; the small door hangs over its
    middle.
    """

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, ay - y
        rough = noise(*sk.shape, 14, 18, 21, 3) - 0.5
        edge = 43 + 5 * np.sin(Y * 0.085 + 0.6 * np.sign(X)) * np.sign(X) + 14 * rough
        top = 61 + 4 * np.sin(X * 0.07 + 1) + 14 * rough
        depth = np.minimum(edge - np.abs(X), top - Y)
        inside = (depth > 0) & (Y > 0) & (np.abs(X) < 50.5) & (Y < 69)
        blotch = noise(*sk.shape, 9, 11, 5, 3)
        sk.put(inside, "plaster", 0.34 + 0.34 * (blotch - 0.5) + 0.002 * Y)
        crack = np.abs(np.sin(X * 0.11 + np.sin(Y * 0.13) * 1.6) * 12 + Y * 0.4 - 17) < 0.5
        sk.put(inside & crack & (np.abs(X) > 22), "plaster", 0.12)
        # where the plaster has come off as well: laths
        lath = inside & (depth > 6) & (noise(*sk.shape, 10, 9, 33, 2) > 0.66) & (np.abs(X) > 22)
        sk.put(lath, "wood", np.where(Y % 6 < 1.2, 0.0, 0.28 + 0.08 * np.sin(X * 0.5 + np.floor(Y / 6) * 2)))
        for k, kind in enumerate(("brown", "ships", "roses")):
            reach = (10.0, 6.5, 3.4)[k] * (0.3 + 1.5 * noise(*sk.shape, 12, 12, 40 + k, 2))
            left = inside & (depth < reach) & ~((Y < 34) & (depth > 3))
            _layer(kind, np.floor(X), np.floor(Y), sk, left)
            sk.add(left, -0.08)
            sk.put(left & (depth > reach - 1.2), "paper", 0.55)
        # the paper has a thickness: a shade under its upper left edge, a thin pale edge elsewhere
        shade = inside & (depth < 2.2) & ((X < -30) | (top - Y < 2.2))
        sk.put(shade, "dark", 0.42)
        sk.put(inside & (depth < 1.0) & ~shade & (rough > -0.08), "paper", 0.62)
        rail = (Y < 9) & (np.abs(X) < 54) & (Y > 0)
        sk.put(rail & inside, "trimw", np.where(Y > 7, 0.30, np.where(Y > 6, 0.62, 0.40)) - 0.08 * (blotch > 0.6))

    return [], over


@prop("living", None, flat=True, shadow=False)
def paper_fallen():
    """Strips on the floor under the small door."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = (x - ax + 0.0), (y - ay + 0.0)
        for k, kind in enumerate(("brown", "ships", "roses")):
            cx, cy = (-15, 13, 0)[k], (2, 0, 6)[k]
            u = (X - cx) * math.cos(0.3 * (k - 1)) + (Y - cy) * math.sin(0.3 * (k - 1)) * 2
            v = (Y - cy) - 1.8 * np.sin((X - cx) * 0.25 + k)
            strip = (np.abs(u) < 15) & (np.abs(v) < 4)
            _layer(kind, np.floor(u), np.floor(v * 2), sk, strip)
            sk.put(strip & (v < -3), "paper", 0.95).put((np.abs(u) < 15) & (v >= 4) & (v < 5), "dark", 0.3)

    return [], over


@prop("living", (24, 12))
def china_dog():
    return [
        G(
            "china",
            [
                ball((0, 6, 0), (6, 6, 4)),
                ball((3, 14, 1), (4.4, 4.4, 3.8)),
                rod((4, 3, 3), (5, 0, 4), 1.6),
                rod((-3, 3, 3), (-2, 0, 4), 1.6),
                ball((0, 15, -1), (1.6, 3.4, 1.4)),
                ball((6.4, 15, -1), (1.4, 3, 1.4)),
            ],
            1.2,
        ),
        G("brass", [torus((2, 10.4, 1), 3, 0.7)]),
    ]


@prop("hall", (26, 16))
def shoe_rack():
    def shoe(x, y, z, m):
        return G(m, [ball((x, y + 2, z), (2.2, 2, 5)), cyl(x, z - 3, y + 2, y + 6, 2, 2)], 1, plain(0.05))

    shoes = [
        shoe(x, y, 1, m)
        for x, y, m in (
            (-14, 3, "dark"),
            (-9, 3, "dark"),
            (-1, 3, "card"),
            (4, 3, "card"),
            (11, 13, "yellow"),
            (16, 13, "yellow"),
        )
    ]
    return [
        G(
            "wood",
            [blk(0, y, 0, 44, 1.8, 14, 0.5) for y in (2, 12)] + [blk(s * 21, 0, 0, 2.4, 22, 14, 0.6) for s in (-1, 1)],
            0,
            grain,
        ),
        *shoes,
    ]


@prop("house", None, wall=True)
def picture_stairs():
    """A painting of some stairs. Whoever did it couldn't do people."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        inn = (np.abs(X + 0.5) < 17) & (np.abs(Y) < 12)
        sk.put(inn, "wall", 0.5)
        step = np.floor((X + 17) / 4)
        sk.put(inn & (-11 + 2.6 * step > Y), "card", 0.5 - 0.12 * ((X + 17) % 4 == 0))
        sk.put(inn & (np.abs(Y - (-5 + 2.6 * step)) < 0.6), "dwood", 0.3)
        sk.put(inn & (np.hypot(X - 5, (Y - 8) / 1.5) < 1.8), "cloth", 0.8).put(
            inn & (np.abs(X - 5) < 1) & (Y > 1) & (Y < 6), "cloth", 0.5
        )

    frame = [sub(box((0, 0, 0), (21, 16, 2), 1), box((0, 0, 2), (17, 12, 3), 0.5))]
    return [G("brass", frame), G("dark", [box((0, 0, -0.5), (18, 13, 1), 0)])], over


make_prop(
    "rabbit_hook",
    "hall",
    lambda: [
        G("wood", [blk(0, 0, 0, 30, 5, 2, 0.6)], 0, grain),
        G("brass", [rod((x, 2, 2), (x, -2, 4), 0.9) for x in (-10, 0, 10)]),
        G("yellow", [move(blk(0, -24, 3, 12, 24, 3, 2), RZ(3), (-9, 0, 0))], 0, plain(0.1)),
    ],
    None,
    wall=True,
)
