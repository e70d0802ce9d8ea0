"""Props of the last show: seats that are left or only painted, things under sheets, gowns, fans, a heart behind a cloud."""

from __future__ import annotations

import math

import numpy as np

from tools.make_art.core.field import Sketch
from tools.make_art.places.again import Built, line, over_it
from tools.make_art.places.brush import around, cells, disc, glow, rect, rim
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.props_house import grain
from tools.make_art.places.props_theatre import _seats
from tools.make_art.places.sdf import G, ball, blk, box, cyl, rod, torus, wavy

ROOM = "boards"
S = (-1, 1)
SEATS = (-44, -22, 0, 22, 44)
GLOVE = "..kk.kk... .kpkkpkk.. .kpkkpkpk. kkpppppkk. kPkppppk.. kPPpppk... .kPPppk... ..kwwwk... ..kwwwk... ...kkk...."
GLOVE_INKS = {"k": ("cush", 0.0), "p": ("cush", 0.8), "P": ("cush", 0.6), "w": ("china", 0.9)}


def _left_behind(fallen: tuple[int, ...]) -> Built:
    """A pair of small gloves over each back; some have slid off."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for k, x in enumerate(SEATS):
            for s in S:
                down = k in fallen and s > 0
                y = 1 if down else 17
                rows = GLOVE.split()
                rows = [r[::-1] for r in rows] if s > 0 else rows
                cells(
                    sk,
                    ax + x + (3 if s > 0 else -10) + (4 if down else 0),
                    ay - y - 5 - (k * s) % 2,
                    " ".join(rows),
                    GLOVE_INKS,
                )

    return _seats(), over


for _k, _fallen in (("a", (1, 4)), ("b", (2,)), ("c", (0, 3))):
    make_prop(f"seats_gloves_{_k}", ROOM, lambda f=_fallen: _left_behind(f), (112, 14), view=(180, 100, 66))


@prop(ROOM, (112, 14), shadow=False, view=(180, 110, 70))
def seats_painted():
    """The same row on canvas: you would sit down and meet the wall."""
    flat = [G(g.mat, g.shapes, g.k, (lambda p, n, t=g.tex: (t(p, n) if t else 0) - 0.16)) for g in _seats()]

    flat.append(
        G("card", [box((-1, 1, -9), (57, 18, 0.6), 0.3)], 0, lambda p, n: -0.34 + 0.04 * (np.floor(p[:, 1] / 5) % 2))
    )

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for x in SEATS:  # the shadow is painted too, and all of them the same
            sk.put(rect(X, Y, x - 8, -8, x + 11, -5), "dark", 0.3)
            for j in range(3):
                line(sk, ax + x - 6 + j * 4, ay - 17 - j, ax + x + 1 + j * 4, ay - 13 - j, "seat", 0.42)
        lath = rect(X, Y, -61, -10, -57, 26)
        rim(sk, lath, "wood", 0.0)
        sk.put(lath, "wood", 0.6 + 0.1 * (Y.astype(int) % 7 == 0))
        for y in (-4, 8, 20):
            sk.put(disc(X, Y, -58.6, y, 1.2), "iron", 0.85)
        for k in range(9):
            line(sk, ax + 55, ay - 2 - k * 3, ax + 58 + (k * 7) % 4, ay + 1 - k * 3, "tape", 0.55)

    return flat, over


# ---- under sheets --------------------------------------------------------------------------------------------------
def _sheet(shape: list, wide: float) -> Built:
    """Whatever it is, it is covered; red tacking at the hem."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        y0 = -6.0 + 2.4 * np.abs(X / wide) ** 2 * 4
        hem = (sk.mat < 0) & (np.abs(Y - y0 - 3.4) < 0.7) & (np.abs(X) < wide - 1.5) & ((X.astype(int) + 40) % 6 < 3)
        sk.put(hem, "red", 0.62)

    def folds(p: np.ndarray, n: np.ndarray) -> np.ndarray:
        a = np.arctan2(p[:, 0], p[:, 2] + 0.01)
        return np.asarray(-0.16 + 0.08 * np.sin(a * 8 + 0.2 * p[:, 1]) * np.clip((34 - p[:, 1]) / 24, 0, 1))

    return [G("web", shape, 5, folds)], over


def _drape(r: float, top: float, h: float, sz: float) -> object:
    def wave(p: np.ndarray) -> np.ndarray:
        a = np.arctan2(p[:, 0], p[:, 2] + 0.01)
        return np.asarray((0.3 + 1.2 * np.clip((h - p[:, 1]) / h, 0, 1)) * np.sin(a * 8))

    return wavy(cyl(0, 0, 0, h, r, top, sz, 1.0, 0.8), wave)


@prop(ROOM, (30, 18), view=(70, 80, 60))
def sheeted_a():
    """A lamp? A tree? It is under a sheet."""
    return _sheet([_drape(15, 6, 30, 0.6), ball((0, 30, 0), (8, 7, 6)), ball((-7, 24, 2), (5, 4, 4))], 15)


@prop(ROOM, (30, 18), view=(70, 80, 60))
def sheeted_b():
    """A chair, or a thing with knees."""
    return _sheet([_drape(16, 12, 17, 0.62), blk(0, 10, -4, 20, 18, 6, 3), ball((7, 17, 5), (6, 4, 4))], 16)


@prop(ROOM, (30, 18), view=(70, 90, 66))
def sheeted_c():
    """Somebody's height."""
    return _sheet([_drape(14, 5.5, 36, 0.6), ball((0, 40, 0), (6.2, 7.4, 5.6)), ball((0, 30, 0), (9.6, 5, 5.6))], 14)


# ---- the two gowns -------------------------------------------------------------------------------------------------
def _gown(main: str, trim: str, wide: float) -> Built:
    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        open_ = (np.abs(X) < 2.4 + 0.075 * (40 - Y)) & (Y > -4) & (Y < 40)
        sk.put(open_, "dark", 0.1)
        for k in range(6):
            x, y = (-2.5, 2.0, -1.4, 1.6, -2.4, 0.8)[k], 35 - 7 * k
            p = disc(X, Y, x, y, 2.4, 2.0) & open_
            rim(sk, p, "dark", 0.0)
            sk.put(p, "china", 0.78).put(p & (y < Y), "china", 0.98)
        for x, y, flip in ((-6, 48, 1), (5, 47, -1), (-1, 53, 1)):
            rows = "k.kk.k. wkwwkwk wwwwwwk kwwwwwk .kwwwk. ..kwk.."
            cells(
                sk,
                ax + x - 3,
                ay - y - 2,
                " ".join(r[::flip] for r in rows.split()),
                {"k": ("purple", 0.0), "w": ("china", 0.9)},
            )
        m = line(sk, ax, ay - 57, ax, ay - 70, "red", 0.7, 2)
        glow(sk, m, 0.3)

    return [
        G(
            main,
            [
                wavy(
                    cyl(0, 0, 0, 40, wide + 4, 7, 0.6, 0.8, 0.8),
                    lambda p: 0.7 * np.sin(np.arctan2(p[:, 0], p[:, 2] + 0.01) * 8),
                ),
                rod((-7, 37, 0), (-15, 26, 4), 3.0, 4.0),
                rod((7, 37, 0), (15, 27, 4), 3.0, 4.0),
            ],
            1,
        ),
        G(trim, [torus((0, 41, 0), 6.0, 2.0), torus((-15.6, 25, 4), 3.6, 1.2), torus((15.6, 26, 4), 3.6, 1.2)]),
        G("china", [ball((-16, 21.5, 5), (2.8, 3, 2.6)), ball((16, 22.5, 5), (2.8, 3, 2.6))]),
        G("brass", [torus((0, 22, 0), 8.6, 0.9)]),
    ], over


make_prop("gown_spink", ROOM, lambda: _gown("purple", "cush", 9.0), (22, 14), view=(70, 110, 84))
make_prop("gown_forcible", ROOM, lambda: _gown("sofa", "yellow", 10.5), (22, 14), view=(70, 110, 84))


# ---- fans ----------------------------------------------------------------------------------------------------------
def _slats(sk: Sketch, ax: int, ay: int, r: float, n: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    X, Y = around(sk, ax, ay)
    d, a = np.hypot(X, Y), np.arctan2(X, Y)
    open_ = 1.36
    k = (a + open_) / (2 * open_) * n
    fan = (np.abs(a) < open_) & (d < r - 1.2 * np.abs((k % 1) - 0.5)) & (d > 5)
    return fan, k, d


@prop(ROOM, None, view=(70, 60, 44))
def fan_hester():
    """Open: on every slat is somebody's face."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        n = 9
        fan, k, d = _slats(sk, ax, ay, 31, n)
        rim(sk, fan, "purple", 0.0)
        sk.put(fan, "purple", 0.52 + 0.13 * (np.floor(k) % 2)).put(fan & ((k % 1) < 0.14), "purple", 0.2)
        sk.put(fan & (d > 28.4), "brass", 0.8).put(fan & (d < 9), "brass", 0.55)
        glow(sk, fan, 0.30)
        for i in range(n):
            a = (i + 0.5) / n * 2.72 - 1.36
            x, y = math.sin(a) * 21, math.cos(a) * 21
            face = disc(X, Y, x, y, 2.6, 3.0)
            sk.put(face, "shade", 0.86).put(
                disc(X, Y, x, y + 2.0, 2.7, 1.4) & face, ("wood", "brass", "fur")[i % 3], 0.5
            )
            glow(sk, face, 0.85)
            for s in S:
                sk.put(disc(X, Y, x + s * 1.2, y, 0.55), "dark", 0.1)
            sk.put(disc(X, Y, x, y - 1.5, 0.7, 0.5), "red", 0.5)
        pin = disc(X, Y, 0, 3, 3.4)
        rim(sk, pin, "brass", 0.0)
        sk.put(pin, "brass", 0.7).put(disc(X, Y, -0.8, 4, 1.4), "brass", 1.0)
        tassel = rect(X, Y, -0.6, -8, 0.6, 0) | disc(X, Y, 0, -8, 1.8, 3)
        sk.put(tassel, "cush", 0.7)

    return [], over


@prop(ROOM, (20, 8), shadow=False, view=(60, 50, 34))
def fan_painted():
    """Only paint on card, and the card has split."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        fan, k, d = _slats(sk, ax, ay, 19, 7)
        fan &= Y > -1
        rim(sk, fan, "card", 0.0)
        sk.put(fan, "purple", 0.42 + 0.05 * (np.floor(k) % 2)).put(fan & (np.abs(d - 12) < 0.6), "purple", 0.3)
        split = np.abs(X - 4 - 0.25 * Y - 0.9 * np.sin(Y * 1.1)) < 0.9
        sk.put(fan & split & (Y > 5), "card", 0.75).put(fan & (X > 9) & (Y < 7), "card", 0.5)
        sk.put(rect(X, Y, -4, -3, 4, 2), "brass", 0.42)

    return [], over


@prop(ROOM, None, wall=True, view=(120, 110, 60))
def cloud_heart():
    """The third cloud, seen through the stone: something beats behind it."""
    _, base = over_it("cloud_wire")

    def over(sk: Sketch, ax: int, ay: int) -> None:
        base(sk, ax, ay)
        X, Y = around(sk, ax, ay)
        x, y = X - 2, Y - 3
        heart = (
            disc(x, y, -4.2, 2.6, 5.0, 4.8)
            | disc(x, y, 4.2, 2.6, 5.0, 4.8)
            | ((np.abs(x) < (y + 8) * 0.95) & (y < 2) & (y > -8))
        )
        near = np.clip(1 - np.hypot(x / 22, (y - 1) / 15), 0, 1)
        halo = (sk.mat >= 0) & (near > 0.05)
        sk.glow[halo] = (0.5 * near)[halo]
        rim(sk, heart, "cush", 0.45)
        sk.put(heart, "cush", 0.72).put(heart & (near > 0.62), "shade", 0.82).put(heart & (near > 0.82), "shade", 1.0)
        sk.glow[heart] = 0.95

    return [], over


# ---- long gloves ---------------------------------------------------------------------------------------------------
LONG = (
    "k.kk.k..... wkwwkwk.... wwwwwwkk... kwwwwwwk... .kwwwwk.... .kawwwk.... .kawwwk.... "
    ".kaawwwk... ..kaawwk... ..kaawwk... ..kbbbbk... ...kkkk...."
)
for _name, _main, _flip in (("left", "purple", 1), ("right", "yellow", -1)):

    def _long(main: str = _main, flip: int = _flip) -> Built:
        def over(sk: Sketch, ax: int, ay: int) -> None:
            rows = " ".join(r[::flip] for r in LONG.split())
            cells(
                sk,
                ax - 5,
                ay - 11,
                rows,
                {"k": (main, 0.0), "w": (main, 0.85), "a": (main, 0.62), "b": ("china", 0.95)},
            )

        return [], over

    make_prop(f"stage_glove_{_name}", ROOM, _long, None, flat=True, shadow=False, view=(40, 40, 24))


@prop(ROOM, None, wall=True, view=(40, 150, 130))
def hook_cane():
    """What takes one off who is not wanted: a long hook out of the wings, pointing left."""
    return [
        G(
            "wood",
            [
                rod((10, 0, 0), (10, 96, 0), 2.0),
                torus((2, 97, 0), 8, 2.0, np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]], np.float32)),
            ],
            0.4,
            grain,
        ),
        G("brass", [cyl(10, 0, -1, 5, 2.8, 2.8), ball((-6, 96, 0), 2.6)]),
    ]


@prop(ROOM, None, flat=True, view=(60, 60, 30))
def mark_duet():
    """A chalk mark on the boards: a star with one foot drawn in it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        a, d = np.arctan2(X, Y * 1.35), np.hypot(X, Y * 1.35)
        star = np.abs(d - (10.5 + 3.4 * np.cos(5 * a))) < 1.1
        sk.put(star, "china", 0.85)
        foot = disc(X, Y, 0, -0.4, 2.2, 3.4) & ~disc(X, Y, 0, -0.4, 1.2, 2.4)
        sk.put(foot, "china", 0.8)
        sk.alpha[star | foot] = 0.8

    return [], over
