"""Props of the flats: living room, hall, kitchen, study, bedrooms, bathroom. One function, one thing; units are
pixels.
"""

from __future__ import annotations

import numpy as np

from tools.make_art.core.field import Sketch, grid
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.sdf import (
    RX,
    RY,
    RZ,
    Array,
    G,
    Shape,
    ball,
    blk,
    box,
    cyl,
    inter,
    move,
    moved,
    orb,
    rod,
    scaled,
    sub,
    torus,
    wavy,
)


def grain(q: Array, n: Array) -> Array:
    """Upright wood grain."""
    v = np.where(
        np.abs(n[:, 1]) > 0.6,
        np.sin(q[:, 2] * 1.5 + 0.9 * np.sin(q[:, 0] * 0.11)),
        np.sin(q[:, 0] * 1.3 + 0.9 * np.sin(q[:, 1] * 0.12 + q[:, 0] * 0.2)),
    )
    return np.where(np.abs(v) > 0.55, 0.055 * v, 0)


def lines_x(step: float, dark: float = 0.2):
    """Board joints every ``step`` along x."""
    return lambda q, n: -dark * ((q[:, 0] % step) < 0.9)


def lines_y(step: float, dark: float = 0.2):
    return lambda q, n: -dark * ((q[:, 1] % step) < 0.9) * (n[:, 2] > 0.5)


def brick_tex(q: Array, n: Array) -> Array:
    return -0.16 * (((q[:, 1] % 6) < 1) | (((q[:, 0] + (np.floor(q[:, 1] / 6) % 2) * 6) % 12) < 1.0)) * (n[:, 2] > 0.6)


def legs(x: float, z: float, h: float, r: float = 1.6) -> list[Shape]:
    return [rod((sx * x, 0, sz * z), (sx * x, h, sz * z), r * 0.8, r) for sx in (-1, 1) for sz in (-1, 1)]


def S(*xs: float) -> tuple[float, ...]:
    return xs


# ---- living room ---------------------------------------------------------------------------------------------------
@prop("living", (82, 26))
def sofa(other):
    def arm(s):
        return [box((s * 36, 9, 0), (5, 9, 13), 3), rod((s * 36, 18, -11), (s * 36, 18, 11), 5)]

    g = [
        G(
            "sofa",
            [
                box((0, 5, 0), (36, 5, 13), 2),
                box((0, 16, -10), (36, 14, 5), 4),
                rod((-30, 28, -11), (30, 28, -11), 5),
                *arm(-1),
                *arm(1),
            ],
            2.0,
        ),
        G("sofa", [box((s * 15.5, 12, 2.5), (15, 4, 11), 3) for s in S(-1, 1)], 0.5),
        G("cush", [move(box((0, 0, 0), (8, 7.5, 2.6), 2.4), RX(-22) @ RZ(s * 9), (s * 23, 20, -2)) for s in S(-1, 1)]),
        G("wood", [rod((s * 33, 0, z), (s * 33, 2, z), 1.6, 2) for s in S(-1, 1) for z in S(-9, 11)]),
    ]
    return g + (
        [
            G(
                "brass",
                [ball((x, 22, -4.8), 0.9) for x in S(-24, -12, 0, 12, 24)]
                + [ball((s * 36, 17.8, 16), (2.4, 2.4, 1)) for s in S(-1, 1)],
            )
        ]
        if other
        else []
    )


def _armchair(main: str, seat: str):
    return [
        G(
            main,
            [
                box((0, 5, 0), (16, 5, 11), 2),
                box((0, 15, -9), (14, 12, 4.5), 4),
                rod((-15, 13, -8), (-15, 12, 9), 4.0, 4.2),
                rod((15, 13, -8), (15, 12, 9), 4.0, 4.2),
            ],
            2.4,
        ),
        G(seat, [box((0, 11, 1), (10.5, 3.2, 9), 2.6)]),
        G("wood", legs(13, 9, 2)),
    ]


@prop("living", (38, 20))
def armchair(other):
    return _armchair("cush" if other else "sofa", "card" if other else "cush")


@prop("living", (30, 20))
def ottoman():
    return [
        G("cush", [box((0, 8, 0), (14, 5, 9), 3)], 1),
        G("wood", legs(11, 7, 4)),
        G("brass", [ball((0, 13, 0), (1.3, 0.8, 1.3))]),
    ]


def lamp_shade(y0: float, y1: float, low: float, top: float, glow: float, x: float = 0) -> list[G]:
    """A pleated shade: light gathers at its foot; bound below and above, so that it stays a shade however it shines."""

    def pleats(q, n):
        up = np.clip((q[:, 1] - y0) / (y1 - y0), 0, 1)
        fold = np.sin(np.arctan2(q[:, 0] - x, q[:, 2] * 2) * 9) > 0.45
        return (0.16 - 0.34 * up if glow else -0.02) - 0.13 * fold

    return [
        G("shade", [cyl(x, 0, y0, y1, low, top, 0.5, 0.5)], 0, pleats, glow),
        G(
            "cush",
            [
                cyl(x, 0, y0 - 1.2, y0 + 1.0, low + 0.7, low + 0.4, 0.5),
                cyl(x, 0, y1 - 0.8, y1 + 0.8, top + 0.6, top + 0.4, 0.5),
            ],
        ),
        G("brass", [ball((x, y1 + 2.6, 0), 1.5), cyl(x, 0, y1, y1 + 1.6, top * 0.5, top * 0.3, 0.5)]),
    ]


def _lamp(glow: float):
    return [
        G("brass", [cyl(0, 0, 0, 2, 7, 5.5), rod((0, 2, 0), (0, 46, 0), 1.1, 0.9), ball((0, 16, 0), 1.9)], 0.5),
        *lamp_shade(44, 59, 11, 6, glow),
    ]


make_prop("floor_lamp", "living", lambda: _lamp(0), (12, 7))
make_prop("floor_lamp_lit", "living", lambda: _lamp(0.42), (12, 7), light="lamp")


def _round_table():
    return [
        G(
            "wood",
            [cyl(0, 0, 19, 21.5, 17, 17, 0.8, 0.8), rod((0, 0, 0), (0, 19, 0), 2.2, 1.7), ball((0, 9, 0), 3.0)]
            + [rod((0, 3, 0), (x, 0, z), 1.7, 1.2) for x, z in ((-9, 5), (9, 5), (0, -8))],
            1,
            grain,
        )
    ]


@prop("living", (22, 14))
def side_table():
    return _round_table()


def _globe(y: float = 0, glow: float = 0):
    return [
        G("wood", [cyl(0, 0, y, y + 4, 5.4, 4.4)]),
        G("glass", [orb((0, y + 8, 0), 6.4)], 0, lambda q, n: np.where(q[:, 1] < y + 6, 0.34, 0) - 0.05, glow),
    ]


@prop("living", (22, 14))
def table_globe():
    return _round_table() + moved(_globe(21.5, 0.12), None, (0, 0, -1))


@prop("living", (12, 8), item="snow_globe")
def snow_globe():
    return _globe(0, 0.15)


def _books(full: bool, seed: int = 7):
    cols = ("cush", "sofa", "card", "brass", "trimw", "green", "red")
    rng = np.random.default_rng(seed)

    def hole(p):
        return np.minimum.reduce([box((0, 11 + i * 15, 5), (22, 6, 8), 0.3)(p) for i in range(4)])

    g = [
        G(
            "wood",
            [
                sub(box((0, 32, 0), (25, 32, 7), 1), hole),
                box((0, 65, 0), (27, 2, 9), 1),
                box((0, 2, 0), (27, 2.4, 9), 1),
            ],
            0,
            grain,
        )
    ]
    made: dict[str, list[Shape]] = {}
    for i in range(4):
        x = -21.0
        while x < 17:
            w, h = rng.uniform(2.4, 4.4), rng.uniform(8, 11.5)
            if rng.random() < (0.88 if full else 0.25):
                made.setdefault(cols[rng.integers(0, 7)], []).append(
                    box((x + w / 2, 5 + i * 15 + h / 2, 2.5), (w / 2 - 0.1, h / 2, 3.4), 0.4)
                )
            x += w + (0 if rng.random() < 0.8 else 3)
    return g + [G(k, v) for k, v in made.items()]


make_prop("bookcase", "living", lambda: _books(True), (54, 16))
make_prop("bookcase_empty", "living", lambda: _books(False), (54, 16))


@prop("living", (92, 18))
def fireplace(other):
    g = [
        G("brick", [sub(box((0, 28, 0), (40, 28, 7), 0.6), box((0, 14, 6), (22, 22, 14), 7))], 0, brick_tex),
        G(
            "trimw",
            [box((0, 57, 1), (46, 3, 10), 1), box((0, 52, 0), (43, 2, 8), 0.6)]
            + [box((s * 34, 26, 6), (6, 24, 2.6), 0.8) for s in S(-1, 1)]
            + [box((s * 34, 2.5, 6), (7.5, 2.6, 3.4), 0.6) for s in S(-1, 1)],
        ),
        G(
            "iron",
            [box((0, 16, -4), (24, 18, 3), 0), rod((-15, 6, 5), (15, 6, 5), 0.9), rod((-15, 11, 5), (15, 11, 5), 0.9)]
            + [rod((x, 0, 5), (x, 13, 5), 0.9) for x in S(-15, -5, 5, 15)],
        ),
        G("wood", [rod((-11, 3, 1), (10, 4, 1), 3, 2.6), rod((-8, 7, -1), (9, 8, 0), 2.6, 2.3)]),
    ]
    if other:
        return [
            *g,
            G("brass", [ball((s * 34, 47, 9), (3.4, 3.4, 1.4)) for s in S(-1, 1)] + [ball((0, 57, 11), (3, 3, 1))]),
            G("cush", [cyl(s * 30, 2, 60, 70, 3, 2) for s in S(-1, 1)]),
        ]
    return [*g, G("glass", [cyl(-28, 2, 60, 67, 3, 2.4)]), G("card", [box((20, 63, 2), (7, 3.6, 5), 0.4)])]


def _window(other: bool, night: bool, w: int = 25, drape: bool = True):
    g = [
        G(
            "trimw",
            [
                sub(box((0, 0, 0), (w + 5, 32, 3), 1), box((0, 0, 0), (w, 27, 9), 1)),
                box((0, 0, 0), (1.5, 28, 2)),
                box((0, 0, 0), (w + 1, 1.5, 2)),
                box((0, -33, 3), (w + 8, 2.4, 5), 1),
            ],
        ),
        G(
            "glass",
            [box((0, 0, -2), (w + 1, 28, 1), 0)],
            0,
            lambda q, n: 0.22 * ((q[:, 0] * 0.8 + q[:, 1]) % 22 < 4) - (0.62 if night else 0.22),
            0.12 if night else 0.5,
        ),
    ]
    if drape:
        g += [
            G(
                "cush",
                [
                    wavy(box((s * (w + 6), -3, 4), (8, 37, 2.5), 2), lambda p: 0.9 * np.sin(p[:, 0] * 1.25))
                    for s in S(-1, 1)
                ]
                + [ball((0, 33, 5), (w + 13, 5, 3))],
                2,
            ),
            G(
                "brass",
                [rod((-w - 15, 37, 6), (w + 15, 37, 6), 1.3), ball((-w - 16, 37, 6), 2.4), ball((w + 16, 37, 6), 2.4)],
            ),
        ]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        if not (other and night):
            return
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y - 2
        pane = (np.abs(X) < w - 0.5) & (np.abs(Y - 0) < 26.5) & (np.abs(X) > 1.5) & (np.abs(Y + 1) > 1.8)
        v = 0.12 + 0.40 * np.clip((26 - Y) / 52, 0, 1)
        sk.put(pane, "glass", v, 0.9)
        rng = np.random.default_rng(4)
        for _ in range(22):
            px, py = rng.integers(-w + 2, w - 1), rng.integers(2, 24)
            sk.put(pane & (px == X) & (py == Y), "yellow", 0.95)
        d = np.hypot(X - w * 0.55, Y - 14)
        sk.put(pane & (d < 6.6), "yellow", 0.96).put(
            pane & (d < 6.6) & (np.hypot(X - w * 0.55 - 2.4, Y - 13) < 5), "yellow", 0.86
        )
        sk.put(pane & (-17 + 4 * np.sin(X * 0.4) + 2 * np.sin(X * 0.9) > Y), "leaf", 0.05)
        sk.glow[pane] = 0.55
        sk.glow[pane & (d < 6.6)] = 0.9

    return g, over


@prop("living", None, wall=True, light="window")
def window(other):
    return _window(other, False)


@prop("living", None, wall=True, light="moon")
def window_night(other):
    return _window(other, True)


make_prop("window_plain", "house", lambda: _window(False, False, 19, False), None, wall=True, light="window")


def _frame(w: float, h: float, mat: str = "brass"):
    return [
        G(mat, [sub(box((0, 0, 0), (w, h, 2), 1), box((0, 0, 2), (w - 4, h - 4, 3), 0.5))]),
        G("dark", [box((0, 0, -0.5), (w - 3, h - 3, 1), 0)]),
    ]


def _painting(kind: str, w: int, h: int):
    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = (x - ax + 0.5), (ay - y + 0.5)
        inn = (np.abs(X) < w - 4) & (np.abs(Y) < h - 4)
        if kind == "landscape":
            sk.put(inn, "blue", 0.60 + Y * 0.012, 0.5).put(inn & (1 + 3 * np.sin(X * 0.3) > Y), "green", 0.45).put(
                inn & (-4 + 2 * np.sin(X * 0.5 + 1) > Y), "grass", 0.62
            )
            sk.put(inn & (np.hypot(X - 4, Y - 6) < 2.3), "yellow", 0.9).put(
                inn & (np.abs(X + 4) < 1) & (Y < 3) & (Y > -5), "bark", 0.3
            ).put(inn & (np.hypot(X + 4, Y - 4) < 3.4), "leaf", 0.45)
        elif kind == "portrait":
            sk.put(inn, "cloth", 0.3, 0.4).put(inn & (np.hypot(X / 8, (Y + 12) / 9) < 1), "green", 0.4).put(
                inn & (np.hypot(X / 4, (Y - 2) / 5) < 1), "skin", 0.62
            )
            sk.put(inn & (np.hypot(X / 4.6, (Y - 5) / 4) < 1) & (Y > 3.5), "fur", 0.5).put(
                inn & (np.abs(np.abs(X) - 1.8) < 0.6) & (np.abs(Y - 2) < 0.6), "fur", 0.1
            )
        elif kind == "boy":
            sk.put(inn, "wall", 0.35, 0.4).put(inn & (np.hypot(X / 7, (Y + 11) / 8) < 1), "blue", 0.55).put(
                inn & (np.hypot(X / 4, (Y - 1) / 4.6) < 1), "skin", 0.75
            )
            sk.put(inn & (np.hypot(X / 4.6, (Y - 4) / 3.5) < 1) & (Y > 2), "yellow", 0.5).put(
                inn & (np.abs(np.abs(X) - 1.7) < 0.7) & (np.abs(Y - 1) < 0.7), "fur", 0.1
            )
            sk.put(inn & (np.abs(X) < 1.5) & (np.abs(Y + 2) < 0.6), "skin", 0.3)
        elif kind == "ship":
            sk.put(inn, "paint", 0.6, 0.5).put(inn & (-3 + np.sin(X) > Y), "blue", 0.35).put(
                inn & (np.hypot(X / 8, (Y + 1) / 4) < 1) & (Y < 0), "wood", 0.4
            )
            sk.put(inn & (X > -6) & (X < 0) & (Y > 1) & (Y < 8) & (Y - 1 < (X + 6) * 1.4), "paper", 0.8).put(
                inn & (np.abs(X) < 0.8) & (Y > -1) & (Y < 9), "wood", 0.2
            ).put(inn & (X > 1) & (X < 5) & (Y > 1) & (Y < 6 - (X - 1)), "paper", 0.65)
        elif kind == "photo":
            sk.put(inn, "paper", 0.55).put(inn & (np.abs(np.abs(X) - 3.5) < 2.8) & (Y < -1), "cloth", 0.45)
            for s in (-1, 1):
                sk.put(inn & (np.hypot(X - s * 3.5, Y - 2) < 2.4), "paper", 0.9).put(
                    inn & (np.hypot(X - s * 3.5, Y - 4) < 2.2) & (Y > 2.5), "fur", 0.4
                )

    return _frame(w, h), over


for _k, _w, _h in (("landscape", 17, 14), ("portrait", 14, 18), ("boy", 14, 17), ("ship", 18, 13), ("photo", 11, 9)):
    make_prop("picture_" + _k, "living", lambda k=_k, w=_w, h=_h: _painting(k, w, h), None, wall=True)


@prop("hall", None, wall=True)
def mirror_wall():
    return [
        G(
            "brass",
            [
                sub(move(cyl(0, 0, -2, 2, 17, 17, 1.4), RX(90)), move(cyl(0, 0, -6, 6, 13, 13, 1.45), RX(90))),
                ball((0, 25, 1), (4, 3, 1.5)),
                ball((0, -25, 1), (4, 2.4, 1.5)),
            ],
            0.5,
        ),
        G(
            "glass",
            [move(cyl(0, 0, -1, 0, 14, 14, 1.42), RX(90))],
            0,
            lambda q, n: 0.25 * ((q[:, 0] + q[:, 1]) % 17 < 4) - 0.1,
            0.08,
        ),
    ]


@prop("hall", (22, 8))
def mirror_standing():
    return [
        G(
            "wood",
            [
                sub(box((0, 33, 0), (15, 30, 2), 3), box((0, 33, 0), (11.5, 26.5, 6), 2)),
                rod((-15, 33, 0), (-17, 0, 4), 1.4),
                rod((15, 33, 0), (17, 0, 4), 1.4),
                rod((-14, 0, -4), (-15, 30, 0), 1.3),
                rod((14, 0, -4), (15, 30, 0), 1.3),
                ball((0, 65, 0), 3),
            ],
            0.4,
            grain,
        ),
        G(
            "glass",
            [box((0, 33, -0.5), (12, 27, 0.8), 0)],
            0,
            lambda q, n: 0.22 * ((q[:, 0] + q[:, 1]) % 24 < 5) - 0.12,
            0.06,
        ),
    ]


# the small door in its states (38 x 45 on the wall; anchor = floor line)
def _small_door(state: str, other: bool):
    frame = "brass" if other else "wood"
    surround = [
        G(frame, [sub(box((0, 20, 0), (19, 21, 3), 1), box((0, 15, 0), (14, 20, 9), 0.5)), ball((0, 40, 3), (4, 3, 2))])
    ]
    leaf_shut = [
        G(
            "wood",
            [box((0, 17, 0), (14, 17, 1.6), 0.5)],
            0,
            lambda q, n: (
                grain(q, n)
                - 0.2
                * (
                    (np.abs(np.abs(q[:, 0]) - 7) < 5)
                    & (np.abs(np.abs(q[:, 1] - 17) - 8) < 6)
                    & ~((np.abs(np.abs(q[:, 0]) - 7) < 4) & (np.abs(np.abs(q[:, 1] - 17) - 8) < 5))
                )
            ),
        )
    ]
    leaf_open = moved(
        [G("wood", [box((13, 0, 0), (13, 17, 1.2), 0.5)], 0, grain), G("brass", [ball((22, -2, 2), 1.6)])],
        RY(-62),
        (13, 17, 3),
    )

    def key(sk: Sketch, ax: int, ay: int, kx: int = 9, ky: int = 18) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax - kx, ay - y - ky
        d = X * X + Y * Y
        sk.put(d <= 10, "brass", np.where(X - Y < -1, 0.85, np.where(X - Y < 2, 0.62, 0.25)))
        sk.put((np.abs(X) == 1) & (np.abs(Y) == 1), "dark", 0)

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        hole = (np.abs(X) < 14) & (Y > 0) & (Y < 35)
        if state in ("papered", "peeled"):
            from tools.make_art.places.textures import wallpaper

            pw = wallpaper(45, 38).cut(0, 0, 45, 38)
            pw.mat[:] = np.where(pw.mat >= 0, pw.mat, 0)
            sk.paste(pw, ay - 45, ax - 19)
            box_ = (X >= -19) & (X < 19) & (Y > 0) & (Y <= 45)
            sk.tone[box_] += 0.10
            edge = box_ & ((Y == 45) | (X == -19) | (X == 18))
            sk.put(edge, "wall", 0.0)
            sk.put(box_ & ((Y == 44) | (X == -18)) & ~edge, "wall", 0.85)
            if state == "peeled":
                cut = (
                    box_
                    & ~edge
                    & (
                        (28 + 0.9 * (X + 12) + 3 * np.sin(X * 0.9) < Y)
                        | (20 - 1.2 * (X + 22) + 2 * np.sin(X) > Y)
                        | ((X > 2) & (Y > 8) & (Y < 30))
                    )
                )
                sk.put(
                    cut, "wood", 0.42 + 0.10 * np.sin(Y * 0.9 + np.sin(X * 0.7) * 1.4) - 0.25 * (np.abs(X + 1) < 0.6)
                )
                lip = cut & ~(np.roll(cut, -1, 0) & np.roll(cut, 1, 0) & np.roll(cut, 1, 1) & np.roll(cut, -1, 1))
                sk.put(lip & ~edge, "tape", 0.95)
            key(sk, ax, ay)
        elif state == "bricked":
            from tools.make_art.places.textures import bricks

            b = bricks(64, 32, bw=8, bh=8).cut(0, 0, 34, 28)
            sk.paste(b, ay - 34, ax - 14)
            sk.add(hole & (Y > 28), -0.2)
            sk.mat[~hole] = -1
        elif state == "portal":
            Xc, Yc = X / 14.0, (Y - 17) / 18.0
            r, th = np.hypot(Xc, Yc) + 1e-3, np.arctan2(Yc, Xc)
            u = -np.log(r) * 4.2 + 0.16 * np.sin(th * 5 + 1)
            f = u - np.floor(u)
            v = (
                0.12
                + 0.44 * np.sin(f * np.pi) ** 0.8 * (0.4 + 0.6 * np.clip(-np.log(r) / 2.4, 0, 1))
                + 0.5 * np.clip(-np.log(r) - 1.3, 0, 1)
            )
            sk.put(hole, "portal", v + 0.05 * np.sin(th * 17 + np.floor(u) * 1.7), 0.8)
            sk.glow[hole] = 0.8
        elif state == "dark":
            sk.put(hole, "dark", 0.1 + 0.12 * (Y < 5))
        elif state == "locked":
            key(sk, ax, ay)
        # the open leaf must stay in front of the hole
        if state in ("bricked", "portal", "dark"):
            leaf = (X >= 8) & (Y < 36 - (X - 8) * 0.0) & (X > 12 - 0)
            sk.mat[leaf & hole] = -1

    if state in ("papered", "peeled"):
        return [], over
    if state == "locked":
        return surround + leaf_shut, over
    return [*surround, G("dark", [box((0, 16, -2), (14.5, 19, 0.5), 0)]), *leaf_open], over


for _s in ("papered", "peeled", "locked", "bricked", "dark", "portal"):

    def _mk(other, s=_s):
        return _small_door(s, other)

    prop("living", None, wall=True, name=f"small_door_{_s}", **({"light": "portal"} if _s == "portal" else {}))(_mk)


# ---- boxes ---------------------------------------------------------------------------------------------------------
def _carton(w: float, h: float, d: float, open_: bool = False, tilt: float = 0, y: float = 0):
    if not open_:
        g = [
            G("card", [blk(0, 0, 0, w, h, d)]),
            G("tape", [box((0, h / 2 + 0.15, 0), (2.2, h / 2 + 0.15, d / 2 + 0.15), 0.2)]),
        ]
    else:
        g = [
            G(
                "card",
                [
                    sub(blk(0, 0, 0, w, h, d), box((0, h, 0), (w / 2 - 1.4, h - 3, d / 2 - 1.4), 0.2)),
                    move(box((0, 0, 0), (4, 0.6, d / 2), 0.3), RZ(24), (-w / 2 - 3.2, h - 1, 0)),
                    move(box((0, 0, 0), (4, 0.6, d / 2), 0.3), RZ(-24), (w / 2 + 3.2, h - 1, 0)),
                    move(box((0, 0, 0), (w / 2, 0.6, 3), 0.3), RX(38), (0, h + 1.5, d / 2 + 2)),
                ],
            ),
            G("cush", [ball((-3, h - 4, 0), (6, 4.5, 5))]),
            G("glass", [rod((5, h - 6, 0), (6.5, h + 4, 0), 1.6, 1.2)]),
        ]
    return moved(g, RY(tilt), (0, y, 0))


make_prop("moving_box", "hall", lambda: _carton(30, 20, 20), (30, 20), push="box")
make_prop("moving_box_small", "hall", lambda: _carton(22, 15, 16), (22, 16), push="box")
make_prop("moving_box_tall", "hall", lambda: _carton(22, 30, 18), (22, 18), push="box")
make_prop("moving_box_open", "hall", lambda: _carton(28, 18, 20, True), (28, 20), push="box")
make_prop("box_stack", "hall", lambda: _carton(30, 20, 20) + _carton(24, 16, 16, False, 14, 20), (30, 20))


@prop("hall", (28, 22), push="crate")
def crate():
    def d(q, n):
        return (
            grain(q, n) - 0.2 * ((q[:, 1] % 6) < 0.9) * (n[:, 2] > 0.5) - 0.2 * ((q[:, 2] % 6) < 0.9) * (n[:, 1] > 0.5)
        )

    return [
        G("wood", [blk(0, 1, 0, 26, 22, 20)], 0, d),
        G(
            "wood",
            [blk(s * 12.5, 0, z, 4, 24, 3) for s in S(-1, 1) for z in S(-10, 10)]
            + [blk(0, y, z, 28, 4, 2.4) for y in S(0, 20) for z in S(-10.4, 10.4)]
            + [blk(s * 13, 20, 0, 3, 4, 22) for s in S(-1, 1)],
            0,
            grain,
        ),
        G("iron", [ball((s * 12, y, 12), 0.9) for s in S(-1, 1) for y in S(2.4, 21.6)]),
    ]


def _trunk(open_: bool):
    body = [
        G("wood", [sub(blk(0, 0, 0, 40, 16, 22, 1), blk(0, 4, 0, 36, 20, 18))], 0, lines_y(5, 0.14)),
        G("brass", [blk(s * 14, 0, 0, 3.4, 16.4, 22.6) for s in S(-1, 1)] + [blk(0, 12, 11, 6, 5, 1.4)]),
    ]
    lid = [
        G("wood", [inter(move(cyl(0, 0, -20, 20, 11.4, 11.4), RZ(90)), lambda p: -p[:, 1])], 0, lines_y(4, 0.12)),
        G(
            "brass",
            [inter(move(cyl(0, 0, -1.7, 1.7, 12, 12), RZ(90), (s * 14, 0, 0)), lambda p: -p[:, 1]) for s in S(-1, 1)],
        ),
    ]
    if open_:
        return (
            body
            + moved(lid, RX(-78), (0, 16, -11))
            + [
                G("dark", [blk(0, 4, 0, 36, 1, 18)]),
                G("cloth", [ball((-8, 7, 2), (8, 4, 6)), ball((9, 6, 0), (7, 4, 6))]),
                G("paper", [move(blk(0, 0, 0, 9, 1, 7), RY(20), (2, 10, 3))]),
            ]
        )
    return body + moved(lid, None, (0, 16, 0))


make_prop("trunk", "bedroom", lambda: _trunk(False), (40, 22), hide="trunk")
make_prop("trunk_open", "bedroom", lambda: _trunk(True), (40, 22))


@prop("hall", (26, 14))
def clock_grandfather():
    def over(sk, ax, ay):
        y, x = grid(*sk.shape)
        d = np.hypot(x - ax + 0.5, ay + 7 - y - 70)
        sk.put(d < 6.5, "paper", 0.85).put((d < 6.5) & (d > 5.4), "brass", 0.6).put(
            (x == ax) & (np.abs(ay + 7 - y - 72) < 3), "dark", 0
        ).put((ay + 7 - y == 70) & (x >= ax) & (x < ax + 4), "dark", 0)

    return [
        G(
            "wood",
            [
                blk(0, 0, 0, 26, 14, 14, 1),
                blk(0, 14, 0, 20, 44, 11, 0.6),
                blk(0, 58, 0, 26, 24, 14, 1),
                cyl(0, 0, 82, 88, 11, 5, 0.5),
                ball((0, 89, 0), 2.4),
            ],
            0,
            grain,
        ),
        G("dark", [blk(0, 20, 5, 12, 32, 2)]),
        G(
            "brass",
            [
                rod((0, 50, 6.4), (0, 30, 6.4), 0.7),
                ball((0, 28, 6.6), (3.2, 3.2, 1)),
                rod((-3, 48, 6.4), (-3, 40, 6.4), 1.2),
            ],
        ),
    ], over


@prop("living", (16, 10))
def clock_mantel():
    def over(sk, ax, ay):
        y, x = grid(*sk.shape)
        d = np.hypot(x - ax + 0.5, ay + 4 - y - 9)
        sk.put(d < 4, "paper", 0.85).put((d < 4) & (d > 3.1), "brass", 0.5).put(
            (x == ax) & (np.abs(ay + 4 - y - 10) < 2), "dark", 0
        )

    return [
        G("wood", [blk(0, 0, 0, 18, 4, 8), blk(0, 3, 0, 13, 9, 7), ball((0, 12, 0), (6.5, 5, 3.4))], 0, grain)
    ], over


@prop("living", (28, 14))
def radio():
    return [
        G("wood", [blk(0, 0, 0, 28, 18, 12, 3)], 0, grain),
        G("cloth", [move(cyl(0, 0, 0, 1, 6, 6), RX(90), (-6, 9, 6))], 0, lambda q, n: -0.2 * ((q[:, 0] % 2) < 0.9)),
        G("brass", [ball((8, 6, 6), (2, 2, 1)), ball((8, 12, 6), (2, 2, 1))]),
    ]


@prop("living", (34, 20))
def television():
    return [
        G(
            "wood",
            [blk(0, 4, 0, 34, 24, 18, 2), rod((-12, 0, 6), (-10, 5, 4), 1.3), rod((12, 0, 6), (10, 5, 4), 1.3)],
            0,
            grain,
        ),
        G("glass", [blk(-4, 8, 9, 22, 17, 1.6, 1)], 0, lambda q, n: 0.2 * ((q[:, 0] + q[:, 1]) % 18 < 3) - 0.35),
        G(
            "iron",
            [
                ball((12, 20, 9), (2, 2, 1)),
                ball((12, 13, 9), (2, 2, 1)),
                rod((-2, 28, 0), (-10, 42, -2), 0.6),
                rod((2, 28, 0), (10, 40, -2), 0.6),
            ],
        ),
    ]


@prop("living", (66, 26))
def piano():
    def keys(sk, ax, ay):
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        k = (np.abs(X) < 29) & (Y >= 14) & (Y <= 20)
        sk.put(k, "china", np.where(X % 4 == 0, 0.3, 0.85)).put(
            k & (Y > 16) & np.isin((X // 4) % 7, (0, 1, 3, 4, 5)) & (X % 4 == 0), "dark", 0
        ).put(k & (Y > 16) & np.isin((X // 4) % 7, (0, 1, 3, 4, 5)) & (X % 4 == 3), "dark", 0)

    return [
        G(
            "dwood",
            [
                blk(0, 0, -6, 66, 40, 12, 1),
                blk(0, 22, 5, 66, 4, 16, 1),
                blk(0, 40, -6, 68, 3, 14, 1),
                rod((-30, 0, 11), (-30, 22, 11), 2),
                rod((30, 0, 11), (30, 22, 11), 2),
            ],
            0,
            grain,
        ),
        G(
            "brass",
            [rod((s * 20, 32, 1), (s * 20, 32, 5), 0.8) for s in S(-1, 1)]
            + [ball((s * 20, 33, 5), 1.6) for s in S(-1, 1)],
        ),
        G("paper", [move(blk(0, 0, 0, 16, 11, 1), RX(-14), (0, 28, 2))], 0, lines_y(3, 0.3)),
    ], keys


@prop("hall", (16, 12))
def coat_rack():
    return [
        G(
            "wood",
            [cyl(0, 0, 0, 3, 8, 6), rod((0, 2, 0), (0, 60, 0), 1.5)]
            + [rod((0, 56, 0), (np.cos(a) * 8, 61, np.sin(a) * 5), 0.9) for a in S(0.3, 1.9, 3.4, 5.0)],
            0.6,
        ),
        G("cloth", [wavy(ball((5, 42, 3), (6, 14, 4)), lambda p: 0.6 * np.sin(p[:, 0] * 1.6))]),
        G("green", [ball((-6, 60, 2), (5, 3, 4)), cyl(-6, 2, 58, 59, 7, 7, 0.8)]),
    ]


@prop("hall", (12, 10))
def umbrella_stand():
    return [
        G("brass", [sub(cyl(0, 0, 0, 18, 5.5, 6.5), cyl(0, 0, 3, 30, 4.6, 5.4))]),
        G("red", [rod((-1, 6, 0), (-4, 30, -1), 1.8, 0.8)]),
        G("wood", [rod((2, 5, 0), (4, 32, 0), 0.9), torus((6, 32, 0), 2, 0.8, RX(90))]),
    ]


def _stain(seed: int, w: int = 46, h: int = 34):
    """Water stain for a faded wall: a darker rim round a faint shade (half transparent)."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        from tools.make_art.core.field import noise

        y, x = grid(*sk.shape)
        n = noise(64, 96, 3, 4, seed, 3)
        X, Y = np.clip(x - ax + w, 0, 95), np.clip(y - ay + h, 0, 63)
        v = n[Y, X] - 0.42 * np.hypot((x - ax) / w, (y - ay) / h)
        m = v > 0.18
        sk.put(m, "dark", 0.3)
        sk.alpha[m] = np.where(v[m] < 0.212, 0.34, 0.15)

    return [], over


for _k in range(3):
    make_prop(f"stain_{_k + 1}", "house", lambda k=_k: _stain(70 + k), None, wall=True)


@prop("hall", None, wall=True)
def key_rack():
    return [
        G("wood", [blk(0, 0, 0, 40, 12, 2)], 0, grain),
        G(
            "brass",
            [
                s
                for k in range(6)
                for s in (
                    ball((-16 + k * 6.4, 9, 2), 1),
                    torus((-16 + k * 6.4, 5, 2.4), 1.8, 0.6, RX(90)),
                    rod((-16 + k * 6.4, 3, 2.4), (-16 + k * 6.4, -5 - (k % 3), 2.4), 0.6),
                )
            ],
        ),
    ]


def _vase(mat: str):
    return [G(mat, [cyl(0, 0, 0, 5, 4, 6, power=0.8), ball((0, 8, 0), (6.5, 6, 6.5)), cyl(0, 0, 12, 17, 3, 4)], 1.5)]


@prop("living", (13, 11))
def vase():
    return _vase("china")


@prop("living", (14, 12))
def flowers_vase(other):
    rng = np.random.default_rng(4)
    st = [(rng.uniform(-7, 7), rng.uniform(24, 33), rng.uniform(-4, 4)) for _ in range(7)]
    col = ("flower", "yellow", "red") if other else ("leafdry",)
    return [
        *_vase("china"),
        G("leaf", [rod((0, 15, 0), s, 0.7) for s in st]),
        *[G(c, [ball(s, 2.6) for s in st[i :: len(col)]]) for i, c in enumerate(col)],
    ]


@prop("living", (16, 13))
def plant_pot(other):
    rng = np.random.default_rng(8)
    fr = [
        rod((0, 12, 0), (np.cos(a) * r, 26 + rng.uniform(-6, 8), np.sin(a) * r * 0.7), 1.9, 0.7)
        for a, r in zip(np.linspace(0, 6, 11), rng.uniform(8, 14, 11))
    ]
    return [
        G("clay", [cyl(0, 0, 0, 11, 5.5, 7.5), cyl(0, 0, 10, 13, 8.2, 8.2)]),
        G("dirt", [cyl(0, 0, 12, 13.4, 7, 7)]),
        G("leaf" if other else "leafdry", fr, 0.4),
    ]


def _candle(lit: bool, y: float = 0, x: float = 0):
    g = [G("paper", [cyl(x, 0, y, y + 10, 2, 1.8)])]
    return g + (
        [G("flame", [ball((x, y + 13, 0), (1.5, 3, 1.5))], 0, lambda q, n: 0.45 + 0 * q[:, 0], 1.0)]
        if lit
        else [G("dark", [rod((x, y + 10, 0), (x, y + 12, 0), 0.5)])]
    )


make_prop("candle", "house", lambda: [G("brass", [cyl(0, 0, 0, 2, 5, 4)]), *_candle(False, 2)], (8, 6))
make_prop(
    "candle_lit", "house", lambda: [G("brass", [cyl(0, 0, 0, 2, 5, 4)]), *_candle(True, 2)], (8, 6), light="candle"
)
make_prop(
    "candelabra_lit",
    "house",
    lambda: (
        [
            G(
                "brass",
                [
                    cyl(0, 0, 0, 3, 7, 4),
                    rod((0, 2, 0), (0, 24, 0), 1.4),
                    rod((-10, 20, 0), (10, 20, 0), 1.1),
                    ball((0, 12, 0), 2.4),
                ]
                + [cyl(x, 0, 20, 23, 2.6, 3) for x in S(-10, 10)]
                + [cyl(0, 0, 24, 27, 2.6, 3)],
                0.6,
            )
        ]
        + [q for x, y in ((-10, 23), (0, 27), (10, 23)) for q in _candle(True, y, x)]
    ),
    (14, 8),
    light="candle",
)


@prop("house", None, shadow=False, light="chandelier")
def chandelier():
    return [
        G(
            "brass",
            [rod((0, 24, 0), (0, 52, 0), 0.8), ball((0, 22, 0), (4, 5, 4)), torus((0, 14, 0), 22, 1.2)]
            + [rod((0, 22, 0), (np.cos(a) * 22, 14, np.sin(a) * 22), 0.8) for a in np.arange(6) * 1.047],
            0.5,
        )
    ] + [
        q
        for a in np.arange(6) * 1.047
        for q in moved(_candle(True, 15), None, (float(np.cos(a) * 22), 0, float(np.sin(a) * 22)))
    ]


@prop("living", (12, 8), spy=True)
def rag_doll(other):
    g = [
        G("yellow", [cyl(0, 0, 2, 11, 5.5, 2.8)]),
        G(
            "cloth",
            [
                rod((-2, 3, 3), (-4, 1, 9), 1.4),
                rod((2, 3, 3), (4, 1, 9), 1.4),
                rod((-3, 9, 1), (-6, 4, 3), 1.2),
                rod((3, 9, 1), (6, 4, 3), 1.2),
            ],
        ),
        G("paper", [ball((0, 15, 0.5), (5, 4.6, 4.2))], 0, lambda q, n: -0.1 + 0 * q[:, 0]),
        G("blue", [sub(ball((0, 16, -0.6), (6, 5.6, 5)), ball((0, 14, 5), (4.8, 5.2, 5)))]),
    ]

    def over(sk, ax, ay):
        for s in (-2, 1):
            sk.put(
                (grid(*sk.shape)[0] >= ay - 8)
                & (grid(*sk.shape)[0] < ay - 6)
                & (np.abs(grid(*sk.shape)[1] - ax - s - 0.5) < 1),
                "dark",
                0.1,
            )

    return scaled(g, 0.66), over


def _door(open_: bool, mat: str = "wood"):
    fr = [G("trimw", [sub(blk(0, 0, 0, 50, 84, 6, 1), blk(0, -2, 0, 40, 81, 20, 0.4)), blk(0, 83, 1, 54, 4, 8, 0.8)])]

    def tex(q, n):
        return grain(q, n) - 0.26 * (
            ((np.abs(np.abs(q[:, 0]) - 9.5) < 7) & (np.abs((q[:, 1] % 38) - 20) < 13))
            & ~((np.abs(np.abs(q[:, 0]) - 9.5) < 6) & (np.abs((q[:, 1] % 38) - 20) < 12))
        )

    if open_:
        return [
            *fr,
            G("dark", [blk(0, 0, -2, 40, 79, 0.6)]),
            *moved(
                [G(mat, [box((20, 0, 0), (20, 39, 1.4), 0.5)], 0, grain), G("brass", [ball((36, -3, 2), 1.8)])],
                RY(-74),
                (-20, 39.5, 2),
            ),
        ]
    return [*fr, G(mat, [blk(0, 0, 0, 40, 79, 3, 0.5)], 0, tex), G("brass", [ball((15, 38, 3), 2)])]


make_prop("door", "house", lambda: _door(False), None, wall=True, door=True)
make_prop("door_open", "house", lambda: _door(True), None, wall=True, door=True)
make_prop("front_door", "grounds", lambda: _door(False, "red"), None, wall=True, door=True)


# ---- kitchen -------------------------------------------------------------------------------------------------------
def _counter(w: float, mat: str = "paint"):
    n = max(int(w // 22), 1)
    doors = [blk((i + 0.5) * w / n - w / 2, 4, 10, w / n - 3, 17, 1.6, 0.4) for i in range(n)]
    return [
        G(mat, [blk(0, 2, 0, w, 22, 20, 0.6)]),
        G(mat, doors, 0, lambda q, n_: 0.06 + 0 * q[:, 0]),
        G("dwood", [blk(0, 0, -1, w - 2, 3, 18, 0.2)]),
        G("wood", [blk(0, 24, 0, w + 2, 2.6, 22, 0.6)], 0, lines_x(11, 0.07)),
        G(
            "brass",
            [
                ball(((i + 0.5) * w / n - w / 2 + (w / n / 2 - 4) * (1 if i % 2 == 0 else -1), 15, 11.4), 1)
                for i in range(n)
            ],
        ),
    ]


make_prop("counter", "kitchen", lambda: _counter(48), (50, 22))
make_prop("counter_small", "kitchen", lambda: _counter(24), (26, 22))


@prop("kitchen", (66, 22))
def sink():
    return [
        *_counter(64)[:3],
        G("wood", [sub(blk(0, 24, 0, 66, 2.6, 22, 0.6), blk(0, 18, 1, 28, 14, 14, 1.5))]),
        G("china", [sub(blk(0, 18, 1, 30, 8.4, 16, 2), blk(0, 20, 1, 26, 14, 12, 2))]),
        G(
            "iron",
            [
                rod((0, 26, -8), (0, 36, -8), 1.3),
                rod((0, 36, -8), (0, 36, -1), 1.2),
                rod((0, 36, -1), (0, 33, -1), 1.2),
                rod((-5, 27, -8), (5, 27, -8), 0.9),
            ],
        ),
        G("brass", [ball((s * 22, 15, 11.4), 1) for s in S(-1, 1)]),
        G(
            "china",
            [
                cyl(22, 0, 26.6, 28, 6, 6, 0.8),
                cyl(22, 0, 28, 29.2, 5.6, 5.6, 0.8),
                cyl(22, 0, 29.2, 30.6, 5.6, 5.6, 0.8),
            ],
        ),
    ]


@prop("kitchen", (36, 22))
def stove():
    def over(sk, ax, ay):
        _y, _x = grid(*sk.shape)

    return [
        G("enamel", [blk(0, 2, 0, 36, 24, 20, 1), blk(0, 26, -9, 36, 10, 2.4, 0.8)]),
        G(
            "iron",
            [
                blk(0, 0, 0, 32, 3, 18),
                torus((-9, 26.6, -3), 5, 0.9),
                torus((9, 26.6, -3), 5, 0.9),
                torus((-9, 26.6, 5.5), 4, 0.8),
                torus((9, 26.6, 5.5), 4, 0.8),
                blk(0, 9, 10, 24, 10, 1, 0.4),
                rod((-12, 21, 12), (12, 21, 12), 0.8),
            ],
        ),
        G("brass", [ball((-13 + k * 6.5, 31, -7.6), 1.3) for k in range(5)]),
    ], None


@prop("kitchen", (30, 22))
def fridge():
    return [
        G(
            "enamel",
            [blk(0, 1, 0, 30, 56, 20, 4)],
            0,
            lambda q, n: -0.28 * (np.abs(q[:, 1] - 38) < 0.6) * (n[:, 2] > 0.4),
        ),
        G(
            "iron",
            [
                rod((10, 30, 11), (10, 22, 11), 1),
                rod((10, 42, 11), (10, 48, 11), 1),
                blk(-9, 0, 6, 4, 2, 4),
                blk(9, 0, 6, 4, 2, 4),
            ],
        ),
        G("paper", [blk(-5, 22, 10.4, 8, 9, 0.8, 0.2)]),
        G("red", [ball((-5, 31, 11), 1)]),
    ]


@prop("kitchen", None, wall=True)
def cupboard_wall():
    return [
        G("paint", [blk(0, 0, 0, 54, 26, 10, 0.6)]),
        G("paint", [blk(s * 13.2, 2, 5, 23, 22, 1.4, 0.4) for s in S(-1, 1)], 0, lambda q, n: 0.05 + 0 * q[:, 0]),
        G("brass", [ball((s * 4, 8, 6), 1) for s in S(-1, 1)]),
        G("wood", [blk(0, 26, 1, 58, 2, 13)]),
    ]


@prop("kitchen", None, wall=True)
def shelf_plates():
    return [
        G(
            "wood",
            [blk(0, 0, 0, 46, 2, 8), blk(0, 15, 0, 46, 2, 8)] + [blk(s * 22, -2, 0, 2, 20, 7) for s in S(-1, 1)],
            0,
            grain,
        ),
        G("china", [move(cyl(0, 0, 0, 1, 5.6, 5.6), RX(80), (-14 + k * 14, 8, 1)) for k in range(3)]),
        G("blue", [cyl(-14, 0, 17, 23, 3, 3.4)]),
        G("card", [cyl(-2, 0, 17, 25, 4, 4)]),
        G("brass", [cyl(10, 0, 17, 22, 3.4, 3)]),
    ]


def _chair(back: int):
    seat = [G("wood", [blk(0, 12, 0, 16, 2.4, 13, 0.8), *legs(6.5, 5, 12, 1.1)], 0, grain)]
    if back == 0:
        return [
            *seat,
            G(
                "wood",
                [blk(s * 6.5, 13, -5.5, 2, 20, 2) for s in S(-1, 1)] + [blk(0, y, -5.5, 14, 3, 1.4) for y in S(21, 29)],
                0,
                grain,
            ),
        ]
    if back == 2:
        return [
            *seat,
            G(
                "wood",
                [blk(s * 6.5, 13, 5.5, 2, 18, 2) for s in S(-1, 1)] + [blk(0, y, 5.5, 14, 3, 1.4) for y in S(19, 27)],
                0,
                grain,
            ),
        ]
    return [
        *seat,
        G(
            "wood",
            [blk(back * 7, 13, z, 2, 20, 2) for z in S(-5, 5)] + [blk(back * 7, y, 0, 1.4, 3, 12) for y in S(21, 29)],
            0,
            grain,
        ),
    ]


for _n, _b in (("front", 0), ("back", 2), ("left", -1), ("right", 1)):
    make_prop(f"chair_{_n}", "kitchen", lambda b=_b: _chair(b), (16, 13))


def _table(w: float, d: float, cloth: bool = False, mat: str = "wood"):
    g = [
        G(
            mat,
            [blk(0, 20, 0, w, 3, d, 1)]
            + [
                rod((sx * (w / 2 - 4), 0, sz * (d / 2 - 4)), (sx * (w / 2 - 4), 20, sz * (d / 2 - 4)), 1.7, 2.2)
                for sx in S(-1, 1)
                for sz in S(-1, 1)
            ],
            0,
            lambda q, n: -0.12 * ((q[:, 2] % 8) < 0.9) * (n[:, 1] > 0.5),
        )
    ]
    if cloth:
        g.append(
            G(
                "paper",
                [wavy(blk(0, 15, 0, w + 2, 8.6, d + 2, 1), lambda p: 0.6 * np.sin(p[:, 0] * 0.9) * (p[:, 1] < 20))],
            )
        )
    return g


make_prop("kitchen_table", "kitchen", lambda: _table(62, 34), (62, 34))
make_prop("table_small", "house", lambda: _table(34, 24), (34, 24))


def _cake(x: float, y: float, z: float, s: float = 1):
    return [
        G("china", [cyl(x, z, y, y + 1.2, 9 * s, 9 * s, 0.8)]),
        G("cush", [cyl(x, z, y + 1, y + 7 * s, 7 * s, 7 * s, 0.8)]),
        G("paper", [cyl(x, z, y + 6 * s, y + 8.4 * s, 7.3 * s, 7 * s, 0.8)]),
        G("red", [ball((x, y + 9.6 * s, z), 1.5)]),
    ]


def _roast(x: float, y: float, z: float):
    return [
        G("brass", [cyl(x, z, y, y + 1.4, 10, 10, 0.7)]),
        G("card", [ball((x, y + 5, z), (7.5, 5, 5)), rod((x + 5, y + 4, z + 2), (x + 9, y + 7, z + 2), 1.8, 1)], 1.5),
        G("paper", [ball((x + 9.6, y + 7.4, z + 2), 1.4)]),
        G("leaf", [ball((x + dx, y + 1.6, z + dz), 2) for dx, dz in ((-8, 2), (-4, 5), (3, 5), (7, -3))]),
    ]


def _setting(x: float, y: float, z: float):
    return [G("china", [cyl(x, z, y, y + 1, 5, 5, 0.8)]), G("glass", [cyl(x + 7, z - 2, y, y + 5, 1.5, 2)])]


@prop("kitchen", (122, 42))
def dining_table(other):
    g = _table(120, 40, True)
    if not other:
        return g + [q for x in S(-40, 0, 40) for q in _setting(x, 23.6, 10)]
    food = (
        _roast(-34, 23.6, -2)
        + _cake(32, 23.6, -4, 1.1)
        + [q for x in S(-48, -14, 14, 48) for q in _setting(x, 23.6, 13)]
    )
    return (
        g
        + food
        + moved(
            [
                G(
                    "brass",
                    [cyl(0, 0, 0, 2, 5, 4), rod((0, 1, 0), (0, 12, 0), 1.1), rod((-8, 10, 0), (8, 10, 0), 0.9)],
                    0.5,
                )
            ]
            + [q for x, y in ((-8, 11), (0, 13), (8, 11)) for q in _candle(True, y, x)],
            None,
            (0, 23.6, -6),
        )
    )


make_prop("cake", "kitchen", lambda: _cake(0, 0, 0), (16, 12))
make_prop("roast", "kitchen", lambda: _roast(0, 0, 0), (18, 12))
make_prop(
    "dinner_train",
    "kitchen",
    lambda: [
        G(
            "red",
            [
                blk(-10, 3, 0, 18, 7, 9, 1),
                move(cyl(0, 0, -7, 7, 4.6, 4.6), RZ(90), (12, 9, 0)),
                blk(-14, 8, 0, 9, 9, 9, 1),
            ],
            0.4,
        ),
        G(
            "iron",
            [cyl(15, 0, 12, 18, 1.6, 2.2)]
            + [move(cyl(0, 0, -1, 1, 3, 3), RX(90), (x, 3, 5)) for x in S(-14, -4, 6, 15)],
        ),
        G("brass", [ball((18.5, 9, 0), 2), blk(-14, 17, 0, 11, 1.4, 11)]),
    ],
    (40, 12),
)


@prop("kitchen", (14, 10))
def kettle():
    return [
        G(
            "iron",
            [
                ball((0, 5, 0), (7, 5.4, 7)),
                rod((5, 5, 0), (10, 10, 0), 1.6, 1),
                torus((0, 10, 0), 5, 0.9, RX(90)),
                ball((0, 11, 0), 1.4),
            ],
            0.6,
        )
    ]


@prop("kitchen", (16, 12))
def pot():
    return [
        G(
            "iron",
            [
                sub(cyl(0, 0, 0, 10, 8, 8.4, 0.9), cyl(0, 0, 3, 14, 7, 7.2, 0.9)),
                rod((8, 8, 0), (12, 8, 0), 1),
                rod((-8, 8, 0), (-12, 8, 0), 1),
            ],
        ),
        G("green", [cyl(0, 0, 3, 6.5, 7.2, 7.2, 0.9)]),
    ]


def _teapot(x: float = 0, y: float = 0, z: float = 0):
    return [
        G(
            "china",
            [
                ball((x, y + 6, z), (6.4, 5.4, 6)),
                rod((x + 5, y + 5, z), (x + 10, y + 10, z), 1.5, 1),
                torus((x - 7, y + 6, z), 3, 0.9, RX(90)),
                ball((x, y + 12, z), 1.3),
            ],
            0.6,
        ),
        G("red", [torus((x, y + 7.5, z), 6.2, 0.5)]),
    ]


def _cup(x: float = 0, y: float = 0, z: float = 0):
    return [
        G(
            "china",
            [
                cyl(x, z, y, y + 0.9, 4.2, 4.2, 0.85),
                sub(cyl(x, z, y + 0.8, y + 5, 2, 3), cyl(x, z, y + 2, y + 8, 1.4, 2.3)),
            ],
        ),
        G("clay", [cyl(x, z, y + 2, y + 3.8, 2.3, 2.3)]),
    ]


make_prop("teapot", "parlour", lambda: _teapot(), (12, 9))
make_prop("teacup", "parlour", lambda: _cup(), (8, 6))
make_prop(
    "tea_set",
    "parlour",
    lambda: (
        [
            G("brass", [cyl(0, 0, 0, 1.4, 17, 17, 0.7)]),
            *_teapot(-3, 1.4, -3),
            *_cup(-9, 1.4, 5),
            *_cup(3, 1.4, 7),
            *_cup(10, 1.4, 1),
        ]
    ),
    (34, 20),
)


@prop("kitchen", (14, 12), name="bin")
def dust_bin():
    return [
        G(
            "iron",
            [cyl(0, 0, 0, 18, 6.4, 7.4), cyl(0, 0, 18, 20, 8, 7), ball((0, 21, 0), 1.6)],
            0,
            lambda q, n: -0.12 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 12) > 0.6),
        )
    ]


@prop("kitchen", (10, 8))
def broom():
    return [
        G("wood", [rod((-3, 8, 0), (5, 50, -4), 1)]),
        G("yellow", [cyl(-4, 1, 0, 11, 6, 2.6, 0.6)], 0, lambda q, n: -0.2 * ((q[:, 0] % 2.2) < 0.8)),
        G("red", [torus((-3.4, 9, 1), 2.8, 0.7)]),
    ]


@prop("kitchen", (16, 12))
def bucket():
    return [
        G(
            "iron",
            [
                sub(cyl(0, 0, 0, 13, 5.8, 7.4), cyl(0, 0, 3, 20, 5, 7)),
                torus((0, 13, 0), 7.4, 0.7),
                torus((0, 14, -2), 7, 0.5, RX(60)),
            ],
        ),
        G("water", [cyl(0, 0, 3, 10, 6.2, 6.4)]),
    ]


make_prop(
    "fruit_bowl",
    "kitchen",
    lambda: [
        G("china", [sub(cyl(0, 0, 0, 6, 4, 9, 0.8), cyl(0, 0, 2, 9, 4, 8.4, 0.8))]),
        G("red", [ball((-3, 7, 1), 3.4), ball((4, 6.6, 2), 3.2)]),
        G("yellow", [ball((0, 8, -3), 3.2)]),
        G("green", [ball((5, 7, -3), 3)]),
    ],
    (18, 12),
)


# ---- study ---------------------------------------------------------------------------------------------------------
def _desk(w: float = 70):
    return [
        G(
            "wood",
            [
                blk(0, 21, 0, w, 3, 30, 0.8),
                blk(-w / 2 + 11, 0, 0, 20, 21, 26, 0.6),
                blk(w / 2 - 11, 0, 0, 20, 21, 26, 0.6),
            ],
            0,
            grain,
        ),
        G("wood", [blk(s * (w / 2 - 11), y, 13, 17, 5.4, 1.4, 0.4) for s in S(-1, 1) for y in S(2, 8.4, 14.6)]),
        G("brass", [ball((s * (w / 2 - 11), y, 14.4), 1) for s in S(-1, 1) for y in S(4.6, 11, 17.2)]),
    ]


def _papers(seed: int = 1, n: int = 6, y: float = 0, spread: float = 12):
    rng = np.random.default_rng(seed)
    return [
        G(
            "paper",
            [
                move(
                    blk(0, 0, 0, 9, 0.8, 12, 0.1),
                    RY(rng.uniform(-35, 35)),
                    (rng.uniform(-spread, spread), y + k * 0.5, rng.uniform(-6, 6)),
                )
            ],
            0,
            lambda q, m: -0.22 * ((q[:, 2] % 2.4) < 0.8) * (np.abs(m[:, 1]) > 0.5),
        )
        for k in range(n)
    ]


def _typewriter(x: float = 0, y: float = 0, z: float = 0):
    return moved(
        [
            G(
                "iron",
                [
                    blk(0, 0, 2, 20, 4, 14, 1.5),
                    blk(0, 3, -3, 18, 6, 7, 2),
                    move(cyl(0, 0, -11, 11, 2, 2), RZ(90), (0, 10, -4)),
                ],
            ),
            G("china", [ball((-7 + 2.8 * i + j, 4.6 + 0.0, 3 + 2.6 * j), 0.95) for i in range(6) for j in range(3)]),
            G("paper", [move(blk(0, 0, 0, 13, 14, 0.8), RX(-14), (0, 9, -5))], 0, lines_y(2.6, 0.25)),
            G("brass", [rod((11, 10, -4), (14, 12, -3), 0.7)]),
        ],
        None,
        (x, y, z),
    )


make_prop("desk", "study", lambda: _desk(), (70, 30))
make_prop(
    "desk_typewriter",
    "study",
    lambda: (
        _desk()
        + _typewriter(0, 24, 0)
        + moved(_papers(3, 5, 24), None, (-22, 0, 0))
        + moved([G("china", [cyl(0, 0, 0, 6, 2.4, 3)]), G("clay", [cyl(0, 0, 4, 6.2, 2.4, 2.4)])], None, (24, 24, 5))
    ),
    (70, 30),
)
make_prop("typewriter", "study", lambda: _typewriter(), (22, 14))
make_prop("catalogue_pages", "study", lambda: _papers(5, 9, 0, 16), None, flat=True, shadow=False)
make_prop(
    "paper_stack",
    "study",
    lambda: [
        G(
            "paper",
            [move(blk(0, k * 1.6, 0, 11, 1.6, 14, 0.2), RY((k * 37) % 11 - 5)) for k in range(7)],
            0,
            lines_y(1.6, 0.2),
        )
    ],
    (14, 14),
)
make_prop(
    "catalogue",
    "study",
    lambda: [
        G("green", [move(blk(0, 0, 0, 14, 2.4, 18, 0.4), RY(8))]),
        G("paper", [move(blk(0.6, 0.5, 0, 13.4, 1.4, 17, 0.2), RY(8))]),
        G("yellow", [move(blk(0, 2.2, -3, 9, 0.6, 4, 0.2), RY(8)), ball((0, 2.6, 4), (3, 0.5, 3))]),
    ],
    (16, 16),
)


@prop("study", (24, 18))
def computer():
    return [
        G("tape", [blk(0, 0, 0, 24, 5, 18, 1), blk(0, 5, -1, 20, 17, 16, 2)]),
        G(
            "glass",
            [blk(0, 8, 7.4, 15, 11, 1, 1)],
            0,
            lambda q, n: -0.3 + 0.4 * ((q[:, 1] % 2.4) < 1) * (q[:, 0] < 3),
            0.4,
        ),
    ]


@prop("study", (20, 16))
def chair_office():
    return [
        G(
            "iron",
            [rod((0, 3, 0), (0, 12, 0), 1.3)]
            + [rod((0, 3, 0), (np.cos(a) * 9, 1, np.sin(a) * 6), 1) for a in np.arange(5) * 1.257],
        ),
        G("cloth", [blk(0, 12, 0, 17, 4, 14, 2), blk(0, 18, -6, 15, 16, 3.4, 2)]),
    ]


@prop("study", (26, 20))
def filing_cabinet():
    return [
        G("enamel", [blk(0, 0, 0, 26, 50, 18, 0.8)]),
        G("enamel", [blk(0, 2 + k * 12, 9, 23, 10.6, 1.4, 0.4) for k in range(4)], 0, lambda q, n: 0.05 + 0 * q[:, 0]),
        G("brass", [blk(0, 7 + k * 12, 10, 7, 1.6, 1.4, 0.3) for k in range(4)]),
        G("paper", [blk(0, 50, 0, 16, 4, 12, 0.4)], 0, lines_y(1.4)),
    ]


@prop("study", (16, 12))
def globe():
    return [
        G("wood", [cyl(0, 0, 0, 3, 8, 5), rod((0, 2, 0), (0, 7, 0), 1.4)]),
        G(
            "brass",
            [rod((0, 6, 0), (-8, 9, 0), 0.8), rod((-8, 9, 0), (-10, 15, 0), 0.8), rod((-10, 15, 0), (-5, 22, 0), 0.8)],
        ),
        G(
            "blue",
            [orb((0, 14, 0), 9)],
            0,
            lambda q, n: 0.26 * (np.sin(q[:, 0] * 0.6 + 1) * np.sin(q[:, 1] * 0.7 + q[:, 0] * 0.2) > 0.25),
        ),
    ]


@prop("study", (13, 10))
def wastebasket():
    return [
        G(
            "wood",
            [sub(cyl(0, 0, 0, 13, 5, 6.6), cyl(0, 0, 2, 20, 4, 6))],
            0,
            lambda q, n: -0.2 * (((q[:, 1] % 3) < 1) ^ (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 9) > 0)),
        ),
        G("paper", [ball((-1, 13, 0), 3.4), ball((3, 12, 2), 2.6)]),
    ]


@prop("study", None, wall=True)
def cork_board():
    rng = np.random.default_rng(2)
    return [
        G("wood", [sub(box((0, 0, 0), (26, 18, 1.6), 0.6), box((0, 0, 2), (23.5, 15.5, 2), 0.3))]),
        G("card", [box((0, 0, -0.4), (24, 16, 0.8), 0)]),
        G(
            "paper",
            [
                move(box((0, 0, 0), (4, 5, 0.5), 0.1), RZ(rng.uniform(-14, 14)), (x, y, 1))
                for x, y in ((-16, 6), (-5, 4), (-12, -8), (14, -6))
            ],
            0,
            lines_y(2.6),
        ),
        G("green", [box((7, 6, 1), (5, 6, 0.5), 0.1)]),
        G("red", [ball((x, y, 2), 0.9) for x, y in ((-16, 10), (-5, 8), (-12, -4), (14, -2), (7, 11))]),
    ]


def _desk_lamp(glow: float):
    return [
        G("brass", [cyl(0, 0, 0, 2, 5, 4.4), rod((0, 1, 0), (-3, 13, 0), 0.9), rod((-3, 13, 0), (4, 20, 1), 0.9)]),
        G("green", [move(cyl(0, 0, -3, 3, 6.5, 3), RZ(20), (6, 19, 1))], 0, None, glow * 0.4),
        G(
            "shade",
            [move(cyl(0, 0, -4, -2.6, 5.6, 5.6), RZ(20), (6, 19, 1))],
            0,
            lambda q, n: 0.3 * (glow > 0) + 0 * q[:, 0],
            glow,
        ),
    ]


make_prop("desk_lamp", "study", lambda: _desk_lamp(0), (11, 8))
make_prop("desk_lamp_lit", "study", lambda: _desk_lamp(0.8), (11, 8), light="lamp")


# ---- bedrooms ------------------------------------------------------------------------------------------------------
def _bed(w: float, other: bool, two: bool):
    def pat(q, n):
        return 0.13 * ((np.floor(q[:, 0] / 8) + np.floor(q[:, 2] / 8)) % 2) - 0.06

    d = 66
    pil = S(-w / 4, w / 4) if two else S(0)
    return [
        G(
            "wood",
            [blk(0, 0, -d / 2, w + 6, 34, 4, 2), blk(0, 0, d / 2, w + 6, 17, 4, 2), blk(0, 4, 0, w + 2, 8, d, 1)]
            + [ball((s * (w / 2 + 2), 35, -d / 2), 2.6) for s in S(-1, 1)],
            0,
            grain,
        ),
        G("paper", [blk(0, 10, 0, w, 6, d - 4, 2.4)]),
        G(
            "cush" if other else "blue",
            [wavy(blk(0, 9, 9, w + 3, 9, d - 22, 3), lambda p: 0.35 * np.sin(p[:, 0] * 0.8) * np.sin(p[:, 2] * 0.6))],
            0,
            pat,
        ),
        G("paper", [box((x, 18, -d / 2 + 11), (w / (5 if two else 3), 3.4, 7), 3) for x in pil]),
        G("china", [blk(0, 16.4, -11, w + 2, 2.2, 5, 1)]),
    ]


@prop("bedroom", (46, 66), hide="bed")
def bed_child(other):
    return _bed(40, other, False)


@prop("bedroom", (70, 66), hide="bed")
def bed_double(other):
    return _bed(64, other, True)


@prop("bedroom", (22, 16))
def nightstand():
    return [
        G("wood", [blk(0, 4, 0, 20, 16, 14, 0.8), blk(0, 20, 0, 22, 2, 16, 0.6), *legs(8, 5, 4, 1.2)], 0, grain),
        G("wood", [blk(0, 12, 7, 16, 6, 1.4, 0.4), blk(0, 5.4, 7, 16, 5.6, 1.4, 0.4)]),
        G("brass", [ball((0, y, 8.4), 1) for y in S(8.4, 15)]),
    ]


def _wardrobe(open_: bool):
    body = [
        G(
            "wood",
            [
                sub(blk(0, 2, 0, 48, 66, 18, 1), blk(0, 6, 6, 42, 57, 18, 0.6))
                if open_
                else blk(0, 2, 0, 48, 66, 18, 1),
                blk(0, 67, 0, 53, 4, 21, 1),
                blk(0, 0, 0, 50, 5, 19, 0.8),
            ],
            0,
            grain,
        )
    ]
    if open_:
        return [
            *body,
            G("dark", [blk(0, 6, -4, 42, 57, 1)]),
            G("cloth", [ball((-10, 34, 0), (6, 18, 4))]),
            G("yellow", [ball((2, 36, 0), (5.4, 16, 4))]),
            G("blue", [ball((13, 34, 0), (5.4, 18, 4))]),
            *moved([G("wood", [blk(0, 6, 0, 23, 58, 2)], 0, grain)], RY(64), (-27, 0, 18)),
            *moved([G("wood", [blk(0, 6, 0, 23, 58, 2)], 0, grain)], RY(-64), (27, 0, 18)),
        ]
    return [
        *body,
        G("wood", [blk(s * 11.4, 7, 9, 21.4, 57, 1.8, 0.5) for s in S(-1, 1)], 0, lambda q, n: grain(q, n) + 0.05),
        G("brass", [ball((s * 2.6, 34, 10.6), 1.3) for s in S(-1, 1)]),
    ]


make_prop("wardrobe", "bedroom", lambda: _wardrobe(False), (50, 19), hide="curtain")
make_prop("wardrobe_open", "bedroom", lambda: _wardrobe(True), (50, 19))


@prop("bedroom", (46, 18))
def dresser():
    return [
        G("wood", [blk(0, 3, 0, 44, 28, 16, 0.8), blk(0, 31, 0, 47, 2.6, 18, 0.8), *legs(19, 6, 3, 1.4)], 0, grain),
        G("wood", [blk(s * 10.6, 5 + k * 8.6, 8, 19.6, 7.4, 1.5, 0.4) for s in S(-1, 1) for k in range(3)]),
        G("brass", [ball((s * 10.6, 8.6 + k * 8.6, 9.4), 1.1) for s in S(-1, 1) for k in range(3)]),
    ]


@prop("bedroom", (40, 18))
def vanity():
    return [
        G(
            "wood",
            [
                blk(0, 18, 0, 40, 3, 17, 0.8),
                blk(-15, 3, 0, 10, 15, 15, 0.6),
                blk(15, 3, 0, 10, 15, 15, 0.6),
                *legs(17, 6, 3, 1.2),
            ],
            0,
            grain,
        ),
        G(
            "brass",
            [
                sub(
                    move(cyl(0, 0, -1.2, 1.2, 13, 13, 1.2), RX(90), (0, 38, -6)),
                    move(cyl(0, 0, -5, 5, 10.6, 10.6, 1.2), RX(90), (0, 38, -6)),
                ),
                ball((-15, 12, 8), 1),
                ball((15, 12, 8), 1),
            ],
        ),
        G(
            "glass",
            [move(cyl(0, 0, -0.6, 0.4, 11, 11, 1.2), RX(90), (0, 38, -6))],
            0,
            lambda q, n: 0.22 * ((q[:, 0] + q[:, 1]) % 15 < 4) - 0.1,
        ),
        G("cush", [cyl(-8, 2, 21, 26, 2, 1.6)]),
        G("glass", [cyl(6, 2, 21, 27, 1.8, 1.4)]),
    ]


@prop("bedroom", (30, 18))
def toy_chest():
    return [
        G("red", [blk(0, 0, 0, 30, 15, 17, 1)], 0, lines_x(7.5, 0.12)),
        G("yellow", [blk(0, 15, 0, 32, 3, 19, 1)]),
        G("blue", [ball((-8, 22, 0), 4.4)]),
        G("card", [ball((6, 22, -2), 4), ball((3.5, 25.6, -2), 1.6), ball((8.5, 25.6, -2), 1.6)], 0.4),
    ]


@prop("bedroom", (13, 10))
def teddy():
    return [
        G(
            "card",
            [
                ball((0, 6, 0), (5.4, 6, 5)),
                ball((0, 15, 0.6), (5, 4.6, 4.4)),
                ball((-3.6, 19, 0), 1.9),
                ball((3.6, 19, 0), 1.9),
                rod((-4, 9, 1), (-7, 4, 3), 1.9),
                rod((4, 9, 1), (7, 4, 3), 1.9),
                rod((-3, 2, 3), (-5, 1, 8), 2.2),
                rod((3, 2, 3), (5, 1, 8), 2.2),
            ],
            0.6,
        ),
        G("tape", [ball((0, 13.6, 4.4), (2, 1.5, 1))]),
        G("dark", [ball((s * 1.9, 16.2, 4.4), 0.8) for s in S(-1, 1)]),
    ]


@prop("bedroom", (36, 18))
def doll_house():
    return [
        G("siding", [blk(0, 0, 0, 34, 26, 15, 0.5)], 0, lines_y(3.4, 0.12)),
        G(
            "roof",
            [inter(move(box((0, 0, 0), (15, 15, 9), 0.4), RZ(45), (0, 22, 0)), lambda p: 24 - p[:, 1])],
            0,
            lines_y(3, 0.1),
        ),
        G("glass", [blk(x, y, 7.4, 6, 7, 1.2) for x in S(-10, 10) for y in S(4, 15)], 0, None, 0.25),
        G("wood", [blk(0, 0, 7.4, 7, 11, 1.4)]),
    ]


# ---- bathroom ------------------------------------------------------------------------------------------------------
@prop("bathroom", (60, 28))
def bathtub():
    return [
        G("china", [sub(blk(0, 4, 0, 60, 18, 28, 8), blk(0, 8, 0, 53, 20, 21, 7))], 0),
        G("water", [blk(0, 8, 0, 53, 8, 21, 3)], 0, None),
        G(
            "brass",
            [ball((sx * 22, 3, sz * 9), (3, 4, 3)) for sx in S(-1, 1) for sz in S(-1, 1)]
            + [rod((26, 22, 0), (26, 30, 0), 1), rod((26, 30, 0), (20, 30, 0), 1)],
        ),
    ]


@prop("bathroom", (18, 22))
def toilet():
    return [
        G("china", [blk(0, 12, -8, 19, 16, 8, 1.5), cyl(0, 2, 0, 9, 5, 7, 1.1), cyl(0, 2, 9, 13, 8.4, 8.4, 1.15)], 1),
        G("wood", [sub(cyl(0, 2, 13, 14.6, 8.6, 8.6, 1.15), cyl(0, 2, 10, 18, 5, 5, 1.15))]),
        G("brass", [rod((-6, 25, -3), (-9, 24, -2), 0.9)]),
    ]


@prop("bathroom", (26, 14))
def washbasin():
    return [
        G(
            "china",
            [
                cyl(0, 0, 0, 18, 5, 4),
                sub(blk(0, 18, 0, 26, 8, 17, 4), ball((0, 27, 1), (10, 6, 6))),
                blk(0, 24, -8, 26, 6, 2.4, 1),
            ],
            1,
        ),
        G(
            "brass",
            [
                rod((0, 26, -6), (0, 31, -5), 1),
                rod((0, 31, -5), (0, 30, -1), 0.9),
                ball((-6, 28, -6), 1.5),
                ball((6, 28, -6), 1.5),
            ],
        ),
    ]


make_prop(
    "mirror_cabinet",
    "bathroom",
    lambda: [
        G("trimw", [box((0, 0, 0), (15, 15, 3), 0.8)]),
        G(
            "glass",
            [box((0, 0, 3), (12, 12, 0.6), 0.2)],
            0,
            lambda q, n: 0.22 * ((q[:, 0] + q[:, 1]) % 17 < 4) - 0.12,
            0.05,
        ),
    ],
    None,
    wall=True,
)
make_prop(
    "towel_rail",
    "bathroom",
    lambda: [
        G("brass", [rod((-14, 6, 3), (14, 6, 3), 0.9)] + [rod((s * 14, 6, 0), (s * 14, 6, 3), 1.1) for s in S(-1, 1)]),
        G("blue", [blk(-3, -14, 3, 15, 21, 2.4, 1)], 0, lambda q, n: 0.2 * (np.abs(q[:, 1] + 9) < 1.2)),
    ],
    None,
    wall=True,
)
make_prop(
    "laundry_basket",
    "bathroom",
    lambda: [
        G(
            "wood",
            [cyl(0, 0, 0, 20, 8, 9.4)],
            0,
            lambda q, n: -0.18 * (((q[:, 1] % 4) < 1.2) ^ (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 10) > 0)),
        ),
        G("paper", [ball((-2, 21, 1), (6, 3, 5))]),
        G("red", [ball((4, 21, -1), (4, 3, 4))]),
    ],
    (19, 15),
)
