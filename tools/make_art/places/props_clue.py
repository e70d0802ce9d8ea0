"""Props of the empty house and the lesson with the stone: what was left in the middle, what three things really are."""

from __future__ import annotations

import numpy as np

from tools.make_art.core.field import Sketch
from tools.make_art.places.again import line, over_it
from tools.make_art.places.brush import around, cells, disc, rect, rim
from tools.make_art.places.prop import prop
from tools.make_art.places.props_house import grain
from tools.make_art.places.sdf import G, blk, box, cyl, rod, sub
from tools.make_art.places.surfaces import plain

ROOM = "clue"
FLAKE = (
    "...W.W.W... ....WiW.... W...iWi...W .Wi..W..iW. ..iWiWiWi.. WWWWWcWWWWW ..iWiWiWi.. "
    ".Wi..W..iW. W...iWi...W ....WiW.... ...W.W.W..."
)


@prop(ROOM, None, flat=True, shadow=False, view=(40, 40, 20))
def snowflake_glass():
    """One flake on the carpet, in October; it does not melt."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        halo = disc(X, Y, 0.5, 0.5, 7.4)
        sk.put(halo, "glass", 0.3)
        sk.alpha[halo] = 0.25
        cells(sk, ax - 5, ay - 6, FLAKE, {"W": ("glass", 1.0), "i": ("glass", 0.72), "c": ("paper", 1.0)})
        bright = (sk.tone > 0.9) & (sk.alpha > 0.9) & (sk.mat >= 0)
        sk.glow[bright] = 0.45

    return [], over


@prop(ROOM, None, wall=True, view=(30, 50, 40))
def wool_latch():
    """Grey wool, caught on a latch."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for k in range(3):
            m = (np.abs(X - 1.6 * np.sin(Y * 0.32 + 0.6 * k) - 0.4 * k) < 0.75) & (1 + 3 * k < Y) & (Y < 21)
            sk.put(m, "cloth" if k % 2 else "stone", 0.55 + 0.16 * ((Y.astype(int) + k) % 3 == 0))
        loop = np.abs(np.hypot(X, Y - 20) - 3.0) < 0.9
        sk.put(loop, "stone", 0.66)
        for x in (-3, 2):
            line(sk, ax + x, ay - 3, ax + x + (1 if x > 0 else -1), ay, "stone", 0.5)

    return [], over


@prop(ROOM, (12, 8), view=(60, 40, 26))
def pearls_true():
    """Painted, very nicely, on the dish."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for k in range(12):
            a = k * 0.5236
            b = disc(X, Y, np.cos(a) * 6.2, 4.4 + np.sin(a) * 2.8, 1.25, 0.9)
            sk.put(b, "china", 0.62)
        sk.put(disc(X, Y, -1.5, 4.8, 0.8, 0.5), "glass", 0.8)

    return [G("glass", [sub(cyl(0, 0, 0, 5, 5, 9, 0.75), cyl(0, 0, 2.6, 9, 4.4, 8.2, 0.75))])], over


@prop(ROOM, (58, 16), view=(110, 130, 100))
def bookcase_true():
    """A door with the backs of books on, ajar, and an ironing board behind it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        inside = rect(X, Y, -24, 2, 24, 62)
        sk.put(inside, "dark", 0.18)
        board = (np.abs(X + 3 - 0.05 * Y) < 8 - 4.6 * np.clip((Y - 40) / 18, 0, 1) ** 2) & (Y > 8) & (Y < 58)
        rim(sk, board & inside, "iron", 0.0)
        sk.put(board, "cloth", 0.62 + 0.08 * ((X.astype(int) // 3 + Y.astype(int) // 3) % 2)).put(
            board & (X < -9 + 0.05 * Y), "cloth", 0.82
        )
        line(sk, ax - 7, ay - 10, ax + 3, ay - 2, "iron", 0.7)
        line(sk, ax + 2, ay - 10, ax - 8, ay - 2, "iron", 0.6)
        iron = (np.abs(X - 13) < 7 - 0.9 * np.clip(Y - 4, 0, 4)) & (Y > 3) & (Y < 9)
        rim(sk, iron, "iron", 0.0)
        sk.put(iron, "iron", 0.66).put(rect(X, Y, 8, 10, 18, 12), "dwood", 0.45)
        leaf = rect(X, Y, 17, -3, 27, 64 - 2)
        shade = (X - 17) / 10
        sk.put(leaf, "dwood", 0.34)
        for j, y0 in enumerate((2, 17, 32, 47)):
            row = leaf & (y0 < Y) & (y0 + 12 > Y)
            for i in range(5):
                spine = row & (np.floor((X - 17) / 2) == i)
                sk.put(spine, ("red", "green", "blue", "yellow", "purple")[(i + j) % 5], 0.55 - 0.2 * shade)
        sk.put(leaf & (X < 18), "wood", 0.7)

    return [
        G("wood", [sub(blk(0, 0, 0, 60, 66, 15, 0.8), blk(0, 2, 6, 52, 60, 14, 0.5))], 0, grain),
        G("dark", [box((0, 32, -3), (26, 30, 0.6), 0)], 0, plain(0.0)),
    ], over


@prop(ROOM, None, wall=True, view=(70, 60, 30))
def review_true():
    """Two different papers, one pair of scissors; a little heart of glue."""
    groups, _ = over_it("review_frame", other=False)

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        inn = rect(X, Y, -15, -11, 15, 11)
        cut = Y + 0.28 * X + 1.4 * np.sign(np.sin(X * 0.9)) > 0
        sk.put(inn & cut, "paper", 0.86).put(inn & ~cut, "tape", 0.72)
        for k in range(6):
            text = inn & (np.abs(Y - 7 + 3 * k) < 0.8) & (np.abs(X) < 12 - (k % 3))
            sk.put(text & cut & (np.floor(X * 1.3 + k) % 5 != 0), "dark", 0.4)
            sk.put(text & ~cut & (np.floor(X * 0.8 + k) % 4 != 0), "dark", 0.15)
        edge = inn & (np.abs(Y + 0.28 * X + 1.4 * np.sign(np.sin(X * 0.9))) < 0.8)
        sk.put(edge, "paper", 1.0)
        cells(sk, ax + 7, ay - 1, ".r.r. rRrRr rrrrr .rrr. ..r..", {"r": ("red", 0.62), "R": ("red", 0.85)})

    return groups, over


@prop(ROOM, None, flat=True, shadow=False, view=(40, 30, 15))
def feather():
    """Long, pink, dropped by somebody with four feet."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        mid = 0.0016 * (X + 2) ** 3 * 0.12 + 0.14 * X
        half = 2.9 * np.clip((X + 9) / 6, 0, 1) * np.clip((9.6 - X) / 4, 0, 1) ** 0.6
        vane = (np.abs(Y - mid) < half) & (np.abs(X) < 9.5)
        rim(sk, vane, "cush", 0.05)
        sk.put(vane, "cush", 0.62 + 0.16 * (mid < Y) - 0.1 * ((X + Y).astype(int) % 4 == 0))
        sk.put((np.abs(Y - mid) < 0.6) & (np.abs(X) < 10), "paper", 0.9)

    return [], over


@prop(ROOM, None, wall=True, view=(50, 60, 44))
def page_roller():
    """Page nineteen, still in the roller; it stops in the middle of a word. Lies over the typewriter on the desk."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        page = rect(X, Y, -8, 0, 8, 15)
        rim(sk, page, "iron", 0.2)
        sk.put(page, "paper", 0.9)
        for k, w in enumerate((6, 5, 6, 1)):
            sk.put(rect(X, Y, -6, 11 - 3 * k, -6 + 2 * w, 12 - 3 * k) & (X.astype(int) % 4 != 0), "dark", 0.35)

    return [], over


@prop(ROOM, None, flat=True, shadow=False, view=(60, 40, 20))
def shoes_two_pairs():
    """Two pairs of outdoor shoes under two coats."""
    out = []
    for x, m, s in ((-13, "wood", 1.0), (-5, "wood", 1.0), (6, "red", 0.8), (13, "red", 0.8)):
        out += [
            G(
                m,
                [
                    rod((x, 2.2 * s, -3 * s), (x, 2.0 * s, 3.6 * s), 2.6 * s, 2.4 * s),
                    cyl(x, -3 * s, 1, 6 * s, 2.7 * s, 2.4 * s),
                ],
                1.2,
            ),
            G("dark", [cyl(x, -3 * s, 5 * s, 6.2 * s, 1.6 * s, 1.6 * s)]),
        ]
    return out
