"""Props of the cellar: the parlour of two who were on the stage, and the theatre that the Other World makes of it."""

from __future__ import annotations

import math

import numpy as np

from tools.make_art.core.field import Array, Sketch, noise
from tools.make_art.places.brush import around, bulb, cells, disc, glow, rect, rim
from tools.make_art.places.lettering import centred, letters
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.props_house import S, _cup, grain, lamp_shade, legs, lines_x, lines_y
from tools.make_art.places.sdf import RX, RZ, G, ball, blk, box, cyl, inter, move, moved, rod, sub, torus, wavy
from tools.make_art.places.surfaces import plain

# ---- moles ---------------------------------------------------------------------------------------------------------------
GOWNS = ("purple", "blue", "green", "red", "velvet")


def _mole_back(x: float, kind: int, clap: int) -> list[G]:
    """A mole from behind above the back of its seat. ``clap``: -1 hands in the lap, 0 apart, 1 together."""
    g = [
        G(
            "fur",
            [ball((x, 31, 2), (6.6, 6.4, 5.4)), ball((x, 22, 2), (7.6, 7, 5.6))],
            1.5,
            lambda q, n: 0.10 + 0.10 * (n[:, 1] > 0.3),
        ),
        G(GOWNS[kind % 5], [ball((x, 20, 2.6), (7.9, 6, 5.8))], 0, plain(0.02)),
    ]
    hand = {-1: None, 0: (9.4, 31.0), 1: (3.0, 39.5)}[clap]
    if hand:
        dx, y = hand
        g.append(G("fur", [rod((x + s * 7, 22, 2), (x + s * dx, y - 3, 1), 2.2) for s in S(-1, 1)], 0.5, plain(0.1)))
        g.append(G("bloss", [ball((x + s * dx, y, 1), (2.5, 2.7, 2.0)) for s in S(-1, 1)], 0, plain(0.16)))
    if kind == 0:
        g.append(G("dark", [cyl(x, 2, 35, 36.4, 7.4, 7.4, 0.8), cyl(x, 2, 36, 44, 4.9, 5.2, 0.8)], 0, plain(0.2)))
    elif kind == 1:
        g.append(G("brass", [torus((x, 35, 2), 5, 1), *(ball((x + d, 38, 1), 1.1) for d in S(-3.5, 0, 3.5))]))
    elif kind == 2:
        g += [
            G(
                "cush",
                [rod((x - 2, 36, 2), (x - 6, 46, 2), 1.8, 0.8), rod((x + 1, 36, 2), (x - 1, 46, 1), 1.6, 0.7)],
                0.6,
            ),
            G("paper", [torus((x, 27, 2), 5.6, 1.2)]),
        ]
    elif kind == 3:
        g.append(
            G("red", [ball((x + s * 3, 37.4, 2), (2.8, 2.2, 1.6)) for s in S(-1, 1)] + [ball((x, 37.2, 2.6), 1.3)])
        )
    else:
        g.append(
            G(
                "paper",
                [ball((x, 35.6, 1.4), (6.2, 3.4, 5)), ball((x - 4, 33, 4), 2.4), ball((x + 4, 33, 4), 2.4)],
                0.8,
                plain(-0.05),
            )
        )
    return g


def _seats() -> list[G]:
    return [
        G(
            "seat",
            [
                s
                for x in S(-44, -22, 0, 22, 44)
                for s in (blk(x, 7, 0, 18, 5, 13, 2), box((x, 15, 6), (9, 9, 2.6), 2.4))
            ],
            0.6,
        ),
        G("dwood", [blk(x, 0, 0, 2.4, 14, 13, 0.8) for x in S(-55, -33, -11, 11, 33, 55)], 0, grain),
        G("brass", [blk(x, 18, 8.4, 5, 3, 0.8, 0.3) for x in S(-44, -22, 0, 22, 44)]),
    ]


def _moles(order: tuple[int, ...], claps: tuple[int, ...]) -> list[G]:
    return _seats() + [
        q for k, x in enumerate((-44, -22, 0, 22, 44)) if order[k] >= 0 for q in _mole_back(x, order[k], claps[k])
    ]


for _row, _order in (("a", (0, 3, 4, 2, 1)), ("b", (2, 4, 0, 1, 3)), ("c", (3, 1, 2, 0, 4))):
    _one, _two = tuple((k + ord(_row)) % 2 for k in range(5)), tuple((k + ord(_row) + 1) % 2 for k in range(5))
    make_prop(f"moles_{_row}", "theatre", lambda o=_order: _moles(o, (-1,) * 5), (112, 14), view=(180, 100, 66))
    make_prop(
        f"moles_{_row}_clap_1",
        "theatre",
        lambda o=_order, c=_one: _moles(o, c),
        (112, 14),
        view=(180, 100, 66),
        frames=f"moles_{_row}_clap_1,moles_{_row}_clap_2",
        ms={"a": 150, "b": 183, "c": 167}[_row],
    )
    make_prop(f"moles_{_row}_clap_2", "theatre", lambda o=_order, c=_two: _moles(o, c), (112, 14), view=(180, 100, 66))


def _mole_front(x: float, y: float, z: float, kind: int, hands: float = 7.0) -> list[G]:
    """A mole who looks at us, more or less: no eyes to speak of."""
    g = [
        G(
            "fur",
            [
                ball((x, y + 15, z), (6.6, 6.4, 5.4)),
                ball((x, y + 5, z), (8, 8, 5.6)),
                ball((x, y + 14, z + 5), (3.4, 2.8, 3.6)),
            ],
            1.6,
            lambda q, n: 0.12 + 0.10 * (n[:, 1] > 0.3),
        ),
        G(GOWNS[kind % 5], [ball((x, y + 3, z + 0.6), (8.3, 7, 5.9))]),
        G(
            "bloss",
            [
                ball((x, y + 14.4, z + 8.6), (1.7, 1.5, 1.4)),
                *(ball((x + s * hands, y + 9, z + 5), (2.6, 2.4, 2)) for s in S(-1, 1)),
            ],
            0,
            plain(0.14),
        ),
        G("dark", [ball((x + s * 3, y + 17, z + 4.2), (0.9, 0.5, 0.6)) for s in S(-1, 1)]),
    ]
    if kind == 0:
        g += [
            G(
                "dark",
                [cyl(x, z, y + 19, y + 20.4, 7.4, 7.4, 0.8), cyl(x, z, y + 20, y + 28, 4.9, 5.2, 0.8)],
                0,
                plain(0.2),
            ),
            G("paper", [ball((x, y + 8, z + 5.4), (2.4, 3.4, 1))]),
        ]
    elif kind == 1:
        g += [
            G("brass", [torus((x, y + 19, z), 5, 1), *(ball((x + d, y + 22, z + 2), 1.1) for d in S(-3.5, 0, 3.5))]),
            G("china", [torus((x, y + 9.6, z + 2), 5.4, 1.3)]),
        ]
    elif kind == 2:
        g += [
            G(
                "cush",
                [
                    rod((x - 2, y + 20, z), (x - 7, y + 31, z), 1.8, 0.8),
                    rod((x + 1, y + 20, z), (x - 1, y + 31, z), 1.6, 0.7),
                ],
                0.6,
            )
        ]
    elif kind == 3:
        g += [G("red", [ball((x + s * 3, y + 8.6, z + 6), (2.8, 2.0, 1.4)) for s in S(-1, 1)])]
    else:
        g += [
            G(
                "paper",
                [
                    ball((x, y + 19.6, z - 1), (6.4, 3.6, 5)),
                    ball((x - 6, y + 15, z + 1), 2.6),
                    ball((x + 6, y + 15, z + 1), 2.6),
                ],
                0.8,
                plain(-0.05),
            )
        ]
    return g


@prop("theatre", None, wall=True, view=(180, 170, 110))
def mole_box():
    """A gilded box with three of the best people in it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        low = 4 + 7 * np.abs(np.sin((X + 48) * math.pi / 32))
        drape = (np.abs(X) < 48) & (low < Y) & (Y < 23)
        rim(sk, drape, "velvet", 0.0)
        sk.put(drape, "red", 0.34 + 0.012 * Y + 0.10 * np.sin(X * 0.8)).put(drape & (low + 2.4 > Y), "brass", 0.75)
        for x in (-32, 0, 32):
            crest = disc(X, Y, x, 15, 5)
            rim(sk, crest, "brass", 0.0)
            sk.put(crest, "brass", 0.7).put(disc(X, Y, x, 15, 2.4), "purple", 0.4)
        for x in (-52, 52):
            bulb(sk, X, Y, x, 40, "shade", 3.2)

    return [
        G("dark", [box((0, 46, -4), (50, 30, 1), 0.3)], 0, plain(0.1)),
        G(
            "velvet",
            [wavy(box((s * 42, 48, 1), (9, 30, 2.4), 1.5), lambda p: 1.2 * np.sin(p[:, 0] * 1.1)) for s in S(-1, 1)],
        ),
        G("velvet", [wavy(box((0, 74, 3), (52, 7, 3), 2), lambda p: 1.2 * np.cos(p[:, 0] * 0.3))]),
        G(
            "brass",
            [
                rod((-52, 82, 4), (52, 82, 4), 2.2),
                *(rod((s * 53, 2, 4), (s * 53, 84, 4), 2.6) for s in S(-1, 1)),
                ball((0, 86, 4), (10, 6, 3)),
            ],
            0.6,
        ),
        *_mole_front(-27, 24, 2, 1),
        *_mole_front(0, 26, 2, 0),
        *_mole_front(27, 24, 2, 2),
        G("wood", [blk(0, 0, 6, 104, 24, 12, 2)], 0, grain),
        G("brass", [blk(0, 23, 6, 108, 4, 15, 1.4), blk(0, 0, 6, 108, 4, 15, 1.4)]),
    ], over


@prop("theatre", (18, 12), view=(90, 100, 70))
def mole_usher():
    """A mole with a torch and a cap, who knows the way in the dark."""
    return [
        G("fur", [ball((s * 4, 2, 2), (3.4, 2, 4.4)) for s in S(-1, 1)]),
        *_mole_front(0, 6, 0, 3),
        G("red", [cyl(0, -0.4, 26, 31, 5, 5.6, 0.8)]),
        G(
            "brass",
            [torus((0, 26.4, -0.4), 5.4, 0.9)]
            + [ball((x, 11 + k * 3, 6.2), 0.8) for k in range(3) for x in S(-3, 3)]
            + [rod((7, 15, 6), (10, 20, 9), 1.6)],
        ),
        G("shade", [ball((11, 22, 9.6), 2.4)], 0, plain(0.3), 0.95),
    ]


@prop("theatre", (64, 26), view=(140, 110, 80))
def mole_piano():
    """A mole at an upright, with its back to us."""
    return [
        G(
            "dwood",
            [blk(0, 0, -9, 66, 40, 14, 1), blk(0, 16, 1, 62, 4, 10, 0.8), blk(0, 39, -9, 70, 3, 18, 0.8)],
            0,
            grain,
        ),
        G(
            "paper",
            [blk(0, 19.6, 3, 54, 1.2, 6, 0.2), box((0, 34, -1.6), (11, 6, 0.5), 0.1)],
            0,
            lambda q, n: -0.5 * ((q[:, 0] % 4) < 0.8) * (n[:, 1] > 0.5),
        ),
        G("brass", [rod((s * 24, 30, 0), (s * 24, 38, 3), 1.2) for s in S(-1, 1)]),
        G("shade", [ball((s * 24, 41, 3), (1.6, 3, 1.6)) for s in S(-1, 1)], 0, plain(0.3), 0.95),
        G("red", [cyl(0, 16, 6, 9, 9, 9, 0.7)]),
        G("wood", legs(6, 3, 7, 1.4)),
        *moved(_mole_back(0, 0, -1), None, (0, -6, 15)),
        G("bloss", [ball((s * 9, 22, 9), 2.4) for s in S(-1, 1)], 0, plain(0.12)),
    ]


# ---- the stage -------------------------------------------------------------------------------------------------------------
@prop("theatre", None, wall=True, view=(456, 130, 62))
def backdrop_sea():
    """Sky, clouds and a sea, all of it paint."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        cloth = (np.abs(X) < 208) & (np.abs(Y) < 49)
        h, w = sk.shape
        sk.put(cloth, "portal", 0.30 + 0.0032 * (49 - Y), 0.8)
        sk.put(cloth & (8 + 3 * np.sin(X * 0.03) > Y), "purple", 0.42 + 0.004 * (10 - Y), 0.8)
        moon = disc(X, Y, 96, 20, 20)
        for r, tone in ((34, 0.62), (27, 0.72)):
            sk.put(cloth & disc(X, Y, 96, 20, r), "purple", tone, 0.6)
        sk.put(cloth & moon, "yellow", 0.92).put(cloth & moon & disc(X, Y, 90, 14, 5), "yellow", 0.72).put(
            cloth & moon & disc(X, Y, 103, 26, 3.4), "yellow", 0.74
        )
        glow(sk, cloth & moon, 0.30)
        rng = np.random.default_rng(33)
        for _ in range(70):
            x, y = rng.uniform(-204, 204), rng.uniform(6, 47)
            star = disc(X, Y, x, y, rng.choice([0.8, 0.8, 1.5]))
            sk.put(cloth & star & ~moon, "paper", 0.95)
            glow(sk, cloth & star & ~moon, 0.5)
        for cx, cy, s in ((-150, 24, 1.2), (-66, 34, 0.9), (14, 22, 1.3), (168, 30, 1.0)):
            puff = np.zeros_like(cloth)
            for dx, dy, r in ((-22, 0, 9), (-10, 5, 12), (5, 3, 13), (18, 0, 9), (28, -2, 6)):
                puff |= disc(X, Y, cx + dx * s, cy + dy * s, r * s, r * s * 0.8)
            puff &= (cy - 6 * s < Y) & cloth
            rim(sk, puff, "purple", 0.2)
            sk.put(puff, "cush", 0.5 + 0.02 * (Y - cy)).put(puff & (cy - 1 * s > Y), "purple", 0.6)
            sk.put(puff & (cy + 6 * s < Y), "bloss", 0.85)
        for k, (y0, tone) in enumerate(((-8, 0.5), (-20, 0.42), (-33, 0.34))):
            crest = y0 + 5 * np.abs(np.sin((X + k * 19) * math.pi / 44)) ** 0.7
            sea = cloth & (crest > Y)
            sk.put(sea, "sofa", tone, 0.3).put(sea & (crest - 2.2 < Y), "glass", 0.86)
            sk.put(sea & (np.abs((X * 0.5 + Y * 2 + k * 31) % 37) < 3) & (crest - 8 > Y), "sofa", tone + 0.16)
        path = (
            cloth
            & (np.abs(X - 96) < 8 + (0 - Y) * 0.4)
            & (Y < -4)
            & ((np.floor(Y) + np.floor((X + noise(h, w, 30, 60, 8) * 9) / 7)) % 3 == 0)
        )
        sk.put(path, "yellow", 0.8)
        edge = cloth & ((np.abs(X) > 204) | (np.abs(Y) > 46))
        sk.put(edge, "dwood", 0.35).put(edge & (Y > 46.9), "dwood", 0.65)
        sk.put(cloth & (np.abs(X + 118 - 0.04 * Y) < 0.6), "purple", 0.25)
        sk.put(cloth & (np.abs(X - 36) < 0.6), "purple", 0.25)
        for x in (-200, -100, 0, 100, 200):
            sk.put(rect(X, Y, x - 0.6, 49, x + 0.6, 58), "tape", 0.5)

    return [], over


def _cloud(s: float, flip: int):
    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        puff = np.zeros(sk.shape, bool)
        for dx, dy, r in ((-22, 0, 10), (-10, 6, 13), (6, 4, 14), (20, 0, 10), (30, -2, 7)):
            puff |= disc(X, Y, flip * dx * s, dy * s, r * s, r * s * 0.85)
        puff &= -8 * s < Y
        for x in (-16, 18):
            sk.put(rect(X, Y, x * s - 0.5, 10 * s, x * s + 0.5, 46), "tape", 0.35)
        rim(sk, puff, "purple", 0.1)
        sk.put(puff, "paper", 0.68 + 0.012 * Y / s).put(puff & (-2 * s > Y), "purple", 0.72).put(
            puff & (9 * s < Y), "paper", 0.95
        )
        swirl = puff & (np.abs(np.hypot(X - 4 * s, Y - 2 * s) - 7 * s) < 0.8) & (4 * s - 3 < X)
        sk.put(swirl, "purple", 0.6)

    return [], over


make_prop("cloud_wire", "theatre", lambda: _cloud(1.0, 1), None, wall=True, view=(120, 110, 60))
make_prop("cloud_wire_small", "theatre", lambda: _cloud(0.7, -1), None, wall=True, view=(110, 110, 60))


@prop("theatre", (92, 12), view=(170, 160, 130))
def ship_flat():
    """A ship of painted board on a rocker."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        hull = (np.abs(X) < 46) & (Y > 8) & (Y < 34 + 0.006 * X**2) & (np.abs(X) < 34 + (Y - 8) * 0.55)
        rim(sk, hull, "dwood", 0.0)
        sk.put(hull, "wood", 0.5 - 0.18 * (np.floor(Y) % 6 == 0)).put(
            hull & (np.abs(Y - 30 - 0.006 * X**2) < 1.6), "brass", 0.75
        )
        for x in (-26, -13, 0, 13, 26):
            sk.put(disc(X, Y, x, 22, 3), "brass", 0.7).put(disc(X, Y, x, 22, 2), "dark", 0.1)
        for x, top in ((-16, 112), (17, 100)):
            sk.put(rect(X, Y, x - 1.4, 34, x + 1.4, top), "dwood", 0.55)
            for y0, y1, wd in ((44, 70, 24), (73, 93, 19)):
                if y1 > top - 4:
                    continue
                sail = (
                    (np.abs(X - x) < wd - 3 * np.sin((Y - y0) / (y1 - y0) * math.pi))
                    & (y0 + 3 * np.cos((X - x) / wd * 1.6) < Y)
                    & (y1 > Y)
                )
                rim(sk, sail, "tape", 0.1)
                stripe = np.floor((X - x + 40) / 8) % 2 == 0
                sk.put(sail, "paper", 0.66 + 0.006 * (Y - y0)).put(sail & stripe, "red", 0.55)
                sk.put(rect(X, Y, x - wd, y1, x + wd, y1 + 2), "dwood", 0.6)
            flag = rect(X, Y, x + 1, top - 7, x + 15, top) & (np.abs(Y - top + 3.5) < 3.6 - (X - x) * 0.12)
            sk.put(flag, "cush", 0.6)
        sk.put((np.abs(Y - 36 - (46 - X) * 1.1) < 0.7) & (X > 17) & (X < 46), "tape", 0.4)
        foam = (np.abs(X) < 52) & (Y >= 0) & (11 + 3 * np.abs(np.sin(X * 0.2)) > Y)
        rim(sk, foam, "sofa", 0.0)
        sk.put(foam, "sofa", 0.5).put(foam & (8 + 3 * np.abs(np.sin(X * 0.2)) < Y), "glass", 0.9)

    return [G("wood", [blk(s * 30, 0, -6, 4, 30, 4, 0.5) for s in S(-1, 1)], 0, grain)], over


@prop("theatre", (168, 12), view=(230, 80, 56))
def waves_long():
    """Three cut-out seas on a frame, one behind the other."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for k, (top, low, tone) in enumerate(((26, 6, 0.36), (18, 2, 0.46), (10, -4, 0.58))):
            phase = (X + k * 13) % 28
            crest = top + 7 * np.abs(np.sin(phase * math.pi / 28)) - 3 * (phase < 9)
            wave = (np.abs(X) < 86) & (low <= Y) & (crest > Y)
            rim(sk, wave, "sofa", 0.0)
            sk.put(wave, "sofa", tone).put(wave & (crest - 2.4 < Y), "glass", 0.92)
            sk.put(wave & (np.abs(np.hypot(phase - 14, Y - top + 2) - 5) < 0.9) & (phase > 10), "glass", 0.75)

    return [], over


def _wing(flip: int):
    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        X = X * flip
        edge = 18 + 5 * np.sin(Y * 0.13) + 4 * np.sin(Y * 0.31 + 1)
        flat = (X > -28) & (edge > X) & (Y >= 0) & (Y < 116)
        rim(sk, flat, "dwood", 0.0)
        sk.put(flat, "leaf", 0.26 + 0.0016 * Y)
        h, w = sk.shape
        leaf = noise(h, w, 26, 30, 17)
        sk.put(flat & (leaf > 0.46), "leaf", 0.4).put(flat & (leaf > 0.62), "leaf", 0.55).put(
            flat & (leaf > 0.76), "green", 0.75
        )
        trunk = (np.abs(X + 12 + 3 * np.sin(Y * 0.05)) < 6 - 0.02 * Y) & (Y >= 0) & (Y < 88)
        sk.put(trunk, "bark", 0.45 + 0.1 * np.sin(X * 1.4)).put(trunk & (X > -9), "bark", 0.25)
        for k in range(9):
            x, y = (-22 + (k * 37) % 40), 14 + (k * 29) % 90
            apple = flat & disc(X, Y, x, y, 3.4)
            rim(sk, apple, "red", 0.0)
            sk.put(apple, "red", 0.66).put(flat & disc(X, Y, x - 1, y + 1, 1), "red", 0.95)

    return [G("wood", [blk(flip * -10, 0, -7, 4, 60, 4, 0.5), blk(flip * 6, 0, -7, 4, 40, 4, 0.5)], 0, grain)], over


make_prop("wing_left", "theatre", lambda: _wing(1), (46, 12), view=(120, 150, 126))
make_prop("wing_right", "theatre", lambda: _wing(-1), (46, 12), view=(120, 150, 126))


@prop("theatre", None, shadow=False, view=(110, 180, 150))
def velvet_leg():
    """A long narrow curtain at the side of a stage."""
    return [
        G(
            "velvet",
            [
                wavy(
                    box((0, 66, 0), (17, 66, 3), 2),
                    lambda p: 1.5 * np.sin(p[:, 0] * 0.9 + 0.4 * np.sin(p[:, 1] * 0.03)),
                )
            ],
        ),
        G("brass", [box((0, 3, 3), (16.5, 2, 1), 0.4), box((0, 131, 1), (18, 2, 3), 0.6)], 0, lines_x(3, 0.3)),
    ]


@prop("theatre", (22, 14), view=(100, 210, 180))
def proscenium():
    """A gilded column beside a stage, with a mask on it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        mask = disc(X, Y, 0, 106, 8, 9)
        rim(sk, mask, "brass", 0.0)
        sk.put(mask, "paper", 0.78).put(mask & (X > 0), "paper", 0.6)
        for s in (-1, 1):
            sk.put(disc(X, Y, s * 3, 108, 2, 1.4), "dark", 0.1)
        sk.put((np.abs(np.hypot(X, Y - 104) - 4) < 0.8) & (Y < 104), "dark", 0.1)
        for k in range(5):
            sk.put(disc(X, Y, 0, 30 + 13 * k, 2.2), "purple", 0.5)

    return [
        G("dwood", [blk(0, 0, 0, 28, 10, 18, 1)], 0, grain),
        G(
            "brass",
            [
                blk(0, 10, 0, 24, 6, 16, 1.4),
                cyl(0, 0, 16, 132, 9, 8, 0.8),
                blk(0, 132, 0, 26, 7, 17, 1.6),
                blk(0, 139, 0, 30, 5, 20, 1.2),
                torus((0, 22, 0), 9, 2),
                torus((0, 92, 0), 8.4, 2),
                torus((0, 122, 0), 8.4, 2),
            ],
            0.6,
            lambda q, n: 0.14 * np.sin(np.arctan2(q[:, 0], q[:, 2]) * 9) * (q[:, 1] > 24) * (q[:, 1] < 90),
        ),
        G(
            "brass",
            [
                ball((0, 150, 0), (9, 7, 7)),
                *(move(box((0, 0, 0), (1.6, 8, 1.6), 0.6), RZ(a), (0, 152, 0)) for a in S(-60, -20, 20, 60)),
            ],
            1,
        ),
    ], over


@prop("theatre", None, shadow=False, view=(200, 260, 250))
def chandelier_great():
    """Crystal and candles, hung high over the stalls."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        sk.put(rect(X, Y, -1, 206, 1, 236), "brass", 0.5)
        for r, y, n in ((52, 150, 11), (34, 172, 8), (18, 190, 5)):
            for k in range(n):
                a = math.pi * (0.5 + k) / n
                x, yy = math.cos(a) * r, y - math.sin(a) * r * 0.28
                for d in range(4):
                    drop = disc(X, Y, x, yy - 6 - d * 4.2, 1.7 - 0.2 * d, 2.2)
                    rim(sk, drop, "glass", 0.35)
                    sk.put(drop, "glass", 0.75 + 0.08 * d)
                    glow(sk, drop, 0.35)
                sk.put(rect(X, Y, x - 1.4, yy, x + 1.4, yy + 8), "paper", 0.9)
                flame = disc(X, Y, x, yy + 11, 1.8, 3.2)
                sk.put(flame, "flame", 0.9)
                glow(sk, flame, 1.0)

    def hoop(y: float, R: float, r: float):
        return lambda p: torus((0, y, 0), R, r)(p * np.array([1, 1, 1 / 0.28], np.float32)) * 0.5

    return [
        G("brass", [hoop(150, 52, 2.6), hoop(172, 34, 2.4), hoop(190, 18, 2.2)], 0, plain(0.12), 0.34),
        G(
            "brass",
            [rod((0, 140, 0), (0, 206, 0), 2.4), ball((0, 136, 0), (7, 8, 7)), ball((0, 206, 0), 5)]
            + [rod((math.cos(a) * 52, 150, math.sin(a) * 14), (0, 182, 0), 1.1) for a in np.arange(8) * math.pi / 4],
            0.8,
            plain(0.1),
            0.28,
        ),
        G("glass", [ball((0, 126, 0), 5)], 0, plain(0.2), 0.3),
    ], over


@prop("theatre", (40, 18), view=(110, 140, 110))
def pin_rail():
    """Where the ropes of the flies are made fast: pins, ropes, a sandbag."""
    return [
        G(
            "wood",
            [
                blk(0, 22, 0, 52, 6, 8, 1),
                blk(0, 36, 0, 52, 5, 8, 1),
                *(blk(s * 22, 0, 0, 6, 46, 10, 0.8) for s in S(-1, 1)),
            ],
            0,
            grain,
        ),
        G("card", [rod((x, 17, 4), (x, 34, 4), 1.4) for x in S(-14, -4, 6, 15)]),
        G(
            "tape",
            [rod((x, 30, 5), (x + 1, 104, 0), 1.0) for x in S(-14, -4, 6, 15)]
            + [torus((x, 25, 6), 3.2, 1.2, RX(80)) for x in S(-14, -4, 6, 15)],
            0.4,
        ),
        G("card", [ball((9, 7, 8), (8, 7, 6)), ball((9, 14, 8), (3, 2.6, 2.6))], 1, plain(-0.1)),
    ]


@prop("theatre", (30, 8), view=(90, 140, 110))
def thunder_sheet():
    """Shake it."""
    return [
        G(
            "wood",
            [rod((s * 22, 0, 0), (s * 22, 92, 0), 2) for s in S(-1, 1)]
            + [rod((-24, 92, 0), (24, 92, 0), 2), *(blk(s * 22, 0, 0, 6, 3, 18, 0.6) for s in S(-1, 1))],
            0,
            grain,
        ),
        G(
            "iron",
            [wavy(box((0, 48, 0), (17, 36, 1), 0.4), lambda p: 1.6 * np.sin(p[:, 1] * 0.16 + p[:, 0] * 0.08))],
            0,
            plain(0.26),
        ),
        G("tape", [rod((s * 14, 84, 0), (s * 14, 92, 0), 0.8) for s in S(-1, 1)] + [rod((0, 12, 1), (0, 4, 3), 1.0)]),
    ]


@prop("theatre", (14, 8), view=(60, 50, 36))
def foot_shell():
    """A footlight, its brass shell towards the stalls."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        flare = (np.hypot(X / 8.5, (Y - 10) / 7) < 1) & (Y > 9.5)
        sk.put(flare, "shade", 0.95 - 0.04 * (Y - 10)).put(flare & (np.abs(X) < 4) & (Y < 14), "shade", 1.0)
        glow(sk, flare, 1.0)

    return [
        G(
            "brass",
            [inter(ball((0, 1, 0), (8.6, 9, 5)), lambda p: -p[:, 1])],
            0,
            lambda q, n: 0.16 * np.sin(np.arctan2(q[:, 0], q[:, 1] + 1) * 11) - 0.34,
        )
    ], over


# ---- foyer, dressing room, store -------------------------------------------------------------------------------------------
@prop("theatre", (66, 24), view=(130, 150, 120))
def ticket_desk():
    """A gilded window with nobody behind it. The bill is always paid."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        hole = rect(X, Y, -20, 33, 20, 60) | disc(X, Y, 0, 58, 20, 13)
        sk.put(hole & (Y > 33), "shade", 0.5, 0.6)
        glow(sk, hole & (Y > 33), 0.35)
        bars = (
            hole & (Y > 33) & ((np.abs((X + 40) % 8 - 4) < 0.8) | (np.abs(Y - 52) < 0.8)) & ~rect(X, Y, -7, 33, 7, 41)
        )
        sk.put(bars, "brass", 0.75)
        glow(sk, bars, 0.0)
        arch = ~hole & (rect(X, Y, -23, 33, 23, 60) | disc(X, Y, 0, 58, 23, 16)) & (Y > 33)
        sk.put(arch, "brass", 0.8)
        sign = rect(X, Y, -26, 76, 26, 87)
        rim(sk, sign, "brass", 0.9)
        sk.put(sign, "purple", 0.28)
        centred(sk, ax, ay - 85, "TICKETS", "yellow", 1.0)
        for k in range(9):
            bulb(sk, X, Y, -32 + 8 * k, 91, "shade", 2.0)
        roll = rect(X, Y, -16, 28, -4, 33)
        sk.put(roll, "cush", 0.7).put(roll & (np.floor(X) % 4 == 0), "cush", 0.4)

    return [
        G("velvet", [blk(0, 0, 0, 66, 26, 22, 2)], 0, lines_x(11, 0.14)),
        G("purple", [blk(0, 26, -8, 62, 62, 6, 1)]),
        G(
            "brass",
            [
                blk(0, 26, 1, 72, 4, 26, 1.2),
                blk(0, 0, 0, 70, 4, 25, 1),
                blk(0, 73, -4, 70, 3, 8, 1),
                *(rod((s * 31, 28, -3), (s * 31, 88, -3), 2.4) for s in S(-1, 1)),
                *(ball((x, 13, 11.4), (3, 4, 1)) for x in S(-22, 0, 22)),
            ],
            0.4,
        ),
    ], over


@prop("theatre", (70, 22), view=(130, 110, 80))
def sweet_counter():
    """Every sweet there is, behind glass."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        case = rect(X, Y, -33, 14, 33, 44)
        sk.put(case, "shade", 0.42, 0.4)
        glow(sk, case, 0.22)
        rng = np.random.default_rng(44)
        for y in (16, 26, 36):
            sk.put(case & rect(X, Y, -33, y - 2, 33, y - 0.6), "brass", 0.7)
            for k in range(9):
                x = -29 + 7.2 * k
                ramp = ("red", "cush", "green", "yellow", "blue", "purple")[int(rng.integers(6))]
                form = int(rng.integers(3))
                m = (
                    disc(X, Y, x, y + 2.4, 2.8)
                    if form == 0
                    else rect(X, Y, x - 2.6, y, x + 2.6, y + 4.4)
                    if form == 1
                    else (np.abs(X - x) < 3 - (Y - y) * 0.4) & (y <= Y) & (y + 6.5 > Y)
                )
                rim(sk, m & case, ramp, 0.1)
                sk.put(m & case, ramp, 0.66).put(m & case & (x - 0.6 > X), ramp, 0.88)
        shine = case & (np.abs((X - Y * 0.8) % 46 - 4) < 2)
        sk.add(shine, 0.14)
        for x, r, ramp in ((-22, 7, "cush"), (22, 7, "green")):
            jar = rect(X, Y, x - r, 49, x + r, 64) | disc(X, Y, x, 64, r, 4)
            rim(sk, jar, "glass", 0.2)
            sk.put(jar, "glass", 0.7).put(
                jar & (Y < 61), ramp, 0.6 + 0.2 * (np.sin(X * 1.9) * np.sin(Y * 1.7) > 0)
            ).put(rect(X, Y, x - 3, 67, x + 3, 70), "brass", 0.8)

    return [
        G("wood", [blk(0, 0, 0, 72, 14, 22, 1)], 0, lines_x(12, 0.14)),
        G(
            "brass",
            [
                blk(0, 13, 0, 74, 2, 23, 0.5),
                blk(0, 44, -2, 74, 3, 22, 0.8),
                *(blk(s * 35, 14, 7, 3, 31, 3, 0.4) for s in S(-1, 1)),
                blk(0, 0, 0, 76, 3, 24, 0.6),
            ],
        ),
        G("dark", [blk(0, 15, -6, 68, 28, 4)]),
    ], over


@prop("theatre", None, wall=True, view=(80, 90, 45))
def poster_show_twice(other):
    """SPINK AND FORCIBLE, twice nightly; CORALINE AND CORALINE."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        sheet = rect(X, Y, -23, -31, 23, 31)
        sk.put(sheet, "paper", 0.68).put(sheet & ~rect(X, Y, -21, -29, 21, 29), "purple", 0.5)
        stage = rect(X, Y, -19, -14, 19, 12)
        sk.put(stage, "velvet", 0.45 + 0.1 * np.sin(X)).put(stage & (Y < -8), "wood", 0.6).put(
            stage & (np.abs(X) < 13 + Y * 0.1) & (Y < 9), "shade", 0.6
        )
        for s in (-1, 1):
            gown = (np.abs(X - s * 7) < 5.5 - (Y + 12) * 0.22) & (Y > -12) & (Y < 3)
            sk.put(gown, "yellow" if other else ("green", "purple")[s > 0], 0.6)
            sk.put(
                disc(X, Y, s * 7, 5, 4.6, 4), ("blue", "blue")[s > 0] if other else ("yellow", "red")[s > 0], 0.6
            ).put(disc(X, Y, s * 7, 3.8, 3, 3.2), "skin", 0.75)
            if other:
                for e in (-1, 1):
                    sk.put(disc(X, Y, s * 7 + e * 1.3, 4, 0.8), "dark", 0)
        if other:
            centred(sk, ax, ay - 27, "CORALINE", "red", 0.45)
            centred(sk, ax, ay - 20, "AND", "dark", 0.3)
            centred(sk, ax, ay + 16, "CORALINE", "red", 0.45)
            centred(sk, ax, ay + 23, "NIGHTLY", "dark", 0.3)
        else:
            centred(sk, ax, ay - 27, "SPINK", "red", 0.45)
            centred(sk, ax, ay - 20, "AND", "dark", 0.3)
            centred(sk, ax, ay + 16, "FORCIBLE", "red", 0.45)
            centred(sk, ax, ay + 23, "TWICE", "dark", 0.3)

    return [G("paper", [box((0, 0, 0), (23.5, 31.5, 0.6), 0.2)])], over


@prop("theatre", None, wall=True, view=(170, 100, 50))
def playbill_wall(other):
    """Playbills, edge over edge."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        rng = np.random.default_rng(55)
        for k in range(22):
            x, y, w, h = rng.uniform(-54, 54), rng.uniform(-20, 20), rng.uniform(9, 14), rng.uniform(13, 18)
            tilt = rng.uniform(-0.06, 0.06)
            u, v = X - x + tilt * Y, Y - y - tilt * X
            bill = (np.abs(u) < w) & (np.abs(v) < h) & (np.abs(X) < 66) & (np.abs(Y) < 38)
            rim(sk, bill, "dark", 0.2)
            ink = ("red", "blue", "purple", "green", "dark")[k % 5]
            sk.put(bill, "paper", 0.56 + 0.2 * rng.random())
            sk.put(bill & (np.abs(v - h + 4) < 1.6) & (np.abs(u) < w - 2) & (np.floor(u) % 4 != 0), ink, 0.4)
            if k % 3 == 0:
                sk.put(bill & (np.hypot(u / (w * 0.5), v / (h * 0.4)) < 1), ink, 0.62).put(
                    bill & (np.hypot(u, v - 3) < 2.6), "skin", 0.7
                )
            for line in range(4):
                sk.put(
                    bill
                    & (np.abs(v + 4 + line * 2.6) < 0.7)
                    & (np.abs(u) < w - 3 - line % 2 * 2)
                    & (np.floor(u * 1.3) % 5 != 0),
                    "dark",
                    0.4,
                )

    return [], over


@prop("parlour", (84, 24), view=(150, 130, 90))
def throne_pair(other):
    """Two dents and a hump between; two thrones with one cushion."""
    if other:
        backs = [box((s * 20, 34, -9), (17, 26, 4), 4) for s in S(-1, 1)]
        return [
            G(
                "brass",
                [
                    *(box((s * 20, 34, -11), (20, 30, 3), 5) for s in S(-1, 1)),
                    *(ball((s * 20, 68, -9), (7, 6, 3)) for s in S(-1, 1)),
                    *(rod((s * 42, 14, -8), (s * 42, 16, 11), 3.4) for s in S(-1, 1)),
                    *(blk(x, 0, 8, 5, 12, 5, 1) for x in S(-40, 0, 40)),
                ],
                1.2,
            ),
            G("velvet", backs, 0, lambda q, n: -0.12 * (np.hypot((q[:, 0] % 11) - 5.5, (q[:, 1] % 11) - 5.5) < 1.6)),
            G("velvet", [blk(0, 9, 0, 82, 8, 24, 3)]),
            G("cush", [blk(0, 15, 2, 74, 5, 19, 2.4)]),
            G("shade", [ball((s * 20, 70, -6), 2) for s in S(-1, 1)], 0, plain(0.3), 0.8),
        ]
    return [
        G(
            "velvet",
            [
                blk(0, 8, 0, 78, 8, 24, 3),
                wavy(box((0, 23, -10), (38, 11, 4), 3.6), lambda p: -1.6 * np.cos(p[:, 0] / 19 * math.pi)),
                rod((-38, 10, -8), (-38, 19, 10), 4.6),
                rod((38, 10, -8), (38, 19, 10), 4.6),
            ],
            2,
        ),
        G(
            "velvet",
            [ball((0, 17, 2), (9, 4.6, 9)), ball((-22, 15, 2), (13, 2.6, 10)), ball((22, 15, 2), (13, 2.6, 10))],
            2,
            plain(-0.06),
        ),
        G("wood", [*legs(33, 9, 8, 2), rod((-36, 34, -10), (0, 39, -10), 1.6), rod((36, 34, -10), (0, 39, -10), 1.6)]),
        G("cush", [move(box((0, 0, 0), (8, 7, 2.6), 2.4), RX(-20) @ RZ(s * 11), (s * 27, 24, -3)) for s in S(-1, 1)]),
        G("brass", [ball((x, 24, -5.4), 0.9) for x in S(-21, -7, 7, 21)]),
    ]


def _fan(sk: Sketch, X: Array, Y: Array, x: float, y: float, r: float, ramp: str, open_: float) -> None:
    a = np.arctan2(X - x, Y - y)
    d = np.hypot(X - x, Y - y)
    plume = (np.abs(a) < open_) & (d < r - 1.4 + 1.8 * np.cos(a * 14 / max(open_, 0.4))) & (d > 3)
    rim(sk, plume, ramp, 0.0)
    sk.put(plume, ramp, 0.46 + 0.02 * d * 14 / r * 0.5 + 0.12 * np.sin(a * 14 / max(open_, 0.4))).put(
        plume & (d > r * 0.78), ramp, 0.9
    )
    eye = plume & (np.abs(d - r * 0.66) < 1.4) & (np.cos(a * 14 / max(open_, 0.4)) > 0.4)
    sk.put(eye, "brass", 0.8)
    sk.put(disc(X, Y, x, y, 2.6), "brass", 0.8)


@prop("parlour", None, wall=True, view=(190, 100, 50))
def fan_wall(other):
    """Seven feather fans, framed; in the other theatre they breathe."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        ramps = ("cush", "purple", "blue", "green", "red", "yellow", "bloss")
        for k in range(7):
            x, y = -60 + 20 * k, -10 + (13 if k % 2 else 0) - 6
            if k == 4 and not other:
                frame = rect(X, Y, x - 8, y - 2, x + 8, y + 16)
                sk.put(frame, "wood", 0.5).put(rect(X, Y, x - 6, y, x + 6, y + 14), "cloth", 0.3)
                continue
            _fan(sk, X, Y, x, y, 19, ramps[k], 1.15 if (other and k % 2) or not other else 0.85)
        for x in (-70, 70):
            sk.put(disc(X, Y, x, 20, 2), "brass", 0.8)

    return [G("wood", [blk(0, -24, 0, 148, 2.4, 2, 0.5), blk(0, 26, 0, 148, 2.4, 2, 0.5)], 0, grain)], over


@prop("parlour", (62, 18), view=(120, 110, 80))
def wigs_five(other):
    """Five plaster heads; somebody has drawn glasses on the middle one. In the other room they turn to watch."""
    wigs = ("yellow", "red", "paper", "fur", "purple")
    heads = []
    for k, x in enumerate(S(-26, -13, 0, 13, 26)):
        y = 24 + (3 if k % 2 == 0 else 0)
        heads += [
            G("china", [ball((x, y + 8, 1), (4.6, 5.6, 4.4)), cyl(x, 1, y, y + 4, 3, 2.4)], 0.8, plain(-0.02)),
            G(
                wigs[k],
                [
                    wavy(
                        sub(ball((x, y + 11, -0.4), (6.4, 6.4, 5.8)), ball((x, y + 7.4, 6), (4.4, 5.8, 4.4))),
                        lambda p: 0.5 * np.sin(p[:, 1] * 2),
                    ),
                    *(
                        [ball((x, y + 19, -1), (4.4, 5, 4))]
                        if k in (0, 2)
                        else [ball((x + s * 5.6, y + 4, 1), (2.4, 5, 2.4)) for s in S(-1, 1)]
                    ),
                ],
                0.8,
            ),
        ]
    marks = (
        [G("dark", [torus((s * 2.2, 35, 5.2), 1.7, 0.5, RX(90)) for s in S(-1, 1)])]
        if not other
        else [
            G(
                "dark",
                [
                    ball((x + s * 1.8 + 0.5, 24 + (3 if k % 2 == 0 else 0) + 8.6, 5.2), 0.9)
                    for k, x in enumerate(S(-26, -13, 0, 13, 26))
                    for s in S(-1, 1)
                ],
            )
        ]
    )
    return [
        G("wood", [blk(0, 20, 0, 70, 4, 18, 1), *legs(31, 6, 20, 1.8), blk(0, 12, 0, 62, 8, 14, 0.6)], 0, grain),
        G("brass", [ball((x, 16, 7.6), 1.1) for x in S(-20, 0, 20)]),
        *heads,
        *marks,
    ]


@prop("parlour", (54, 18), view=(120, 130, 100))
def vanity_bulbs(other):
    """A dressing mirror with bulbs round it. Two of them work; or all of them."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        spots = (
            [(-24, 34 + 11 * k) for k in range(5)]
            + [(24, 34 + 11 * k) for k in range(5)]
            + [(-14 + 14 * k, 84) for k in range(3)]
        )
        for k, (x, y) in enumerate(spots):
            if other or k in (3, 9):
                bulb(sk, X, Y, x, y, "shade", 2.8)
            else:
                m = disc(X, Y, x, y, 2.6)
                rim(sk, m, "glass", 0.1)
                sk.put(m, "glass", 0.5)
        for k, (x, ramp) in enumerate(((-24, "cush"), (-17, "blue"), (16, "red"), (24, "yellow"))):
            pot = rect(X, Y, x - 2.4, 25, x + 2.4, 30 + k % 2 * 2)
            rim(sk, pot, ramp, 0.0)
            sk.put(pot, ramp, 0.65).put(rect(X, Y, x - 1.4, 30 + k % 2 * 2, x + 1.4, 32 + k % 2 * 2), "brass", 0.8)
        card = rect(X, Y, 10, 66, 18, 78)
        sk.put(card, "paper", 0.8).put(card & (np.abs(Y - 73) < 2.4) & (np.abs(X - 14) < 2), "red", 0.5)

    return [
        G(
            "wood",
            [blk(0, 20, 0, 60, 4, 22, 1), *legs(26, 8, 20, 2), *(blk(s * 22, 8, 0, 14, 12, 18, 0.6) for s in S(-1, 1))],
            0,
            grain,
        ),
        G("brass", [ball((s * 22, 14, 9.6), 1.2) for s in S(-1, 1)]),
        G(
            "red" if other else "wood",
            [sub(box((0, 57, -8), (28, 32, 2), 3), box((0, 57, -6), (19.5, 23, 3), 1))],
            0,
            grain,
        ),
        G(
            "glass",
            [box((0, 57, -8.4), (20, 24, 1), 0)],
            0,
            lambda q, n: 0.24 * ((q[:, 0] + q[:, 1]) % 28 < 4) - 0.08,
            0.12 if other else 0.0,
        ),
    ], over


@prop("parlour", (12, 8), view=(60, 40, 26))
def pearl_dish(other):
    """The Duke's pearls; or pearls, and pearls, and pearls."""
    beads = [ball((math.cos(a) * 5, 5.4, math.sin(a) * 3.4), 1.2) for a in np.arange(10) * 0.628] + [
        ball((7 + 1.8 * k, 4 - 1.2 * k, 3.4), 1.1) for k in range(3)
    ]
    if other:
        beads += [
            ball((math.cos(a) * r, 6 + h, math.sin(a) * r * 0.7), 1.5)
            for a, r, h in ((0, 3, 1), (1.5, 3, 2), (3, 3.4, 1), (4.5, 2, 2.4), (0.8, 0, 3.4))
        ] + [ball((-10 - 2 * k, 1.2, 4 + (k % 2)), 1.2) for k in range(3)]
    return [
        G("glass", [sub(cyl(0, 0, 0, 5, 5, 9, 0.75), cyl(0, 0, 2, 9, 4, 8.2, 0.75))]),
        G("china", beads, 0, plain(0.1)),
    ]


@prop("parlour", (34, 18), view=(170, 170, 130))
def peacock(other):
    """Stuffed, on a stand; or alive, and every eye of its tail is a button."""
    spots = [(a, r) for r, n in ((26, 7), (36, 9), (45, 11)) for a in np.linspace(-1.25, 1.25, n)]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        if other:
            a, d = np.arctan2(X, Y - 24), np.hypot(X, Y - 24)
            body = (np.abs(X) < 8) & (Y < 58) & (Y > 16)
            tail = (np.abs(a) < 1.42) & (d < 52 + 2 * np.cos(a * 20)) & (d > 8) & ~body
            rim(sk, tail, "green", 0.0)
            sk.put(tail, "green", 0.34 + 0.1 * np.sin(a * 20) + 0.005 * d).put(tail & (d > 48), "yellow", 0.7)
            for ang, r in spots:
                x, y = math.sin(ang) * r, 24 + math.cos(ang) * r
                eye = tail & disc(X, Y, x, y, 4)
                sk.put(eye, "blue", 0.75).put(tail & disc(X, Y, x, y, 2.9), "dark", 0.35).put(
                    tail & (disc(X, Y, x - 0.9, y, 0.7) | disc(X, Y, x + 0.9, y, 0.7)), "paper", 0.9
                )
        else:
            tail = (np.abs(X - 10 - (30 - Y) * 0.5) < 6 + (30 - Y) * 0.06) & (Y > -6) & (Y < 34) & (X > 6)
            rim(sk, tail, "green", 0.0)
            sk.put(tail, "green", 0.4 + 0.1 * np.sin(X * 1.4))
            for k in range(5):
                x, y = 13 + 4 * k + (k % 2) * 2, 24 - 7 * k
                sk.put(disc(X, Y, x, y, 2.6), "blue", 0.6).put(disc(X, Y, x, y, 1.2), "dark", 0.2)
            sk.put(rect(X, Y, -8, 6, 8, 11), "brass", 0.7)

    return [
        G("wood", [cyl(0, 0, 0, 12, 14, 11, 0.75)], 0, grain),
        G(
            "blue",
            [ball((0, 26, 0), (8, 10, 7)), rod((-1, 32, 2), (-5, 50, 3), 4, 2.6), ball((-6, 53, 4), (4, 3.4, 3.4))],
            2,
            plain(0.05),
        ),
        G(
            "brass",
            [
                rod((-9, 52.6, 5), (-13, 51, 6), 1.3, 0.4),
                *(rod((-5, 56, 3), (-5 + d, 63, 2), 0.5) for d in S(-3, 0, 3)),
                *(ball((-5 + d, 63.6, 2), 1.1) for d in S(-3, 0, 3)),
                rod((-3, 18, 1), (-3, 11, 2), 0.9),
                rod((3, 18, 1), (3, 11, 2), 0.9),
            ],
        ),
        G("dark", [ball((-8, 54, 7), 0.9)]),
    ], over


@prop("parlour", (26, 16), view=(80, 90, 66))
def scrapbook_stand():
    """Reviews, pasted in."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for s in (-1, 1):
            for k, (y0, y1) in enumerate(((34, 42), (26, 32))):
                cut = rect(X, Y, s * 9 - 6, y0, s * 9 + 6, y1)
                sk.put(cut, "tape", 0.82).put(
                    cut & (np.floor(Y) % 2 == 0) & (np.floor(X * 1.2) % 4 != 0), "dark", 0.45
                ).put(rect(X, Y, s * 9 - 2, y1 - 1, s * 9 + 3, y1 + 1), "red", 0.5) if k != (s > 0) else None

    return [
        G("wood", [rod((0, 0, 0), (0, 24, 0), 2), cyl(0, 0, 0, 2.4, 10, 8, 0.75)], 0, grain),
        G("red", [move(blk(0, 0, 0, 42, 2, 26, 0.6), RX(42), (0, 26, 0))]),
        G("paper", [move(blk(s * 9.6, 1.6, 0, 18, 1.8, 23, 0.8), RX(42), (0, 26, 0)) for s in S(-1, 1)]),
    ], over


@prop("parlour", (40, 22), view=(100, 80, 56))
def tortoise_box(other):
    """Interval's house, STAGE DOOR on a plate; the other one holds gold that runs."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        plate = rect(X, Y, -17, 2, 3, 8)
        sk.put(plate, "brass", 0.8)
        letters(sk, ax - 16, ay - 8, "STAGE", "dark", 0.2)

    shell = "brass" if other else "green"
    y = 4 if other else 0
    return [
        G("wood", [sub(blk(0, 0, 0, 42, 13, 24, 0.6), blk(0, 3, 0, 38, 20, 20, 0.4))], 0, lines_y(6)),
        G(
            "leafdry",
            [blk(0, 3, 0, 38, 4, 20, 1)],
            0,
            lambda q, n: 0.12 * np.sin(q[:, 0] * 2.3) * np.sin(q[:, 2] * 2.7),
        ),
        G(
            shell,
            [ball((5, 9 + y, 0), (10.4, 8, 8))],
            0,
            lambda q, n: -0.22 * ((np.abs(((q[:, 0] - 5) % 6) - 3) < 0.7) | (np.abs((q[:, 2] % 6) - 3) < 0.7)) + 0.08,
            0.15 if other else 0.0,
        ),
        G(
            "yellow" if other else "leaf",
            [
                rod((14, 8 + y, 2), (19, 12 + y, 4), 2.6),
                ball((20, 13 + y, 4), (3.2, 2.6, 2.6)),
                ball((12, 4 + y, 7), 2.6),
                ball((-3, 4 + y, 7), 2.6),
            ],
            1,
        ),
        G("dark", [ball((21, 14 + y, 6.4), 0.8)]),
    ], over


@prop("parlour", None, wall=True, view=(130, 70, 36))
def street_window(other):
    """R: feet going by. O: no feet, and no road for them."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        pane = rect(X, Y, -40, -12, 40, 12)
        sk.put(pane, "portal" if other else "china", 0.2 if other else 0.7, 0.4)
        if not other:
            sk.put(pane & (Y < -8), "stone", 0.5).put(pane & (Y < -10.5), "stone", 0.3)
            for x, ramp, step in ((-26, "dark", 4), (-4, "bark", 3), (22, "red", 5)):
                for s in (-1, 1):
                    leg = rect(X, Y, x + s * step - 1.5, -8, x + s * step + 1.5, 12)
                    sk.put(pane & leg, ramp, 0.4).put(
                        pane & rect(X, Y, x + s * step - 1.5, -9, x + s * step + 4.5, -6), "dark", 0.2
                    )
            glow(sk, pane, 0.12)
        bars = pane & ((np.abs((X + 40) % 20 - 10) < 1) | (np.abs(Y) > 11))
        sk.put(bars, "iron", 0.4)
        glow(sk, bars, 0.0)

    return [
        G(
            "wood",
            [sub(box((0, 0, 0), (44, 16, 2), 0.6), box((0, 0, 2), (40, 12, 4), 0.2)), blk(0, -19, 2, 94, 3, 7, 0.8)],
            0,
            grain,
        ),
        G("dark", [box((0, 0, -0.5), (41, 13, 1), 0)]),
    ], over


@prop("parlour", None, wall=True, view=(70, 60, 30))
def review_frame():
    """One review, framed; or two, very neatly cut."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        inn = rect(X, Y, -15, -11, 15, 11)
        sk.put(inn, "paper", 0.8)
        for k in range(6):
            sk.put(
                inn & (np.abs(Y - 7 + 3 * k) < 0.8) & (np.abs(X) < 12 - (k % 3)) & (np.floor(X * 1.3 + k) % 5 != 0),
                "dark",
                0.4,
            )
        sk.put(inn & (np.abs(Y + X * 0.1) < 0.6), "tape", 0.4)

    return [
        G("brass", [sub(box((0, 0, 0), (18, 14, 2), 1), box((0, 0, 2), (15, 11, 3), 0.4))]),
        G("paper", [box((0, 0, -0.6), (16, 12, 0.8), 0)]),
    ], over


@prop("parlour", (40, 22), view=(100, 140, 110))
def hat_tower(other):
    """Eleven hat boxes."""
    sizes = (
        (-9, 0, 13, 12),
        (13, 0, 11, 11),
        (2, 12, 12, 10),
        (-14, 12, 9, 9),
        (0, 22, 10, 9),
        (14, 11, 8, 8),
        (-1, 31, 9, 9),
        (1, 40, 8, 8),
        (0, 48, 7, 7),
    )
    ramps = ("purple", "cush", "blue", "yellow", "red", "green", "bloss", "purple", "cush")
    g = []
    for (x, y, r, h), ramp in zip(sizes, ramps):
        g.append(
            G(
                ramp,
                [cyl(x, 0, y, y + h - 2, r, r, 0.75)],
                0,
                lambda q, n, x=x: 0.18 * (np.sin(np.arctan2(q[:, 0] - x, q[:, 2]) * 11) > 0),
            )
        )
        g.append(G("paper", [cyl(x, 0, y + h - 3, y + h, r + 0.7, r + 0.7, 0.75)], 0, plain(-0.06)))
    g.append(G("red", [ball((s * 2.6, 57, 2), (2.8, 2, 1.6)) for s in S(-1, 1)] + [ball((0, 57, 2.6), 1.2)]))
    return g


@prop("parlour", (28, 18), view=(110, 130, 100), light="lamp")
def shadow_lantern():
    """A magic lantern on a tall stool, looking up and away from us, with three brass rings to turn."""
    up = (0.0, 0.62, -0.78)

    def along(d: float) -> tuple[float, float, float]:
        return (0.0, 36 + up[1] * d, -2 + up[2] * d)

    return [
        G("wood", [blk(0, 18, 0, 34, 3, 22, 0.8), *legs(13, 8, 18, 1.7), rod((-13, 7, 8), (13, 7, 8), 1.2)], 0, grain),
        G("red", [blk(0, 21, 4, 26, 16, 15, 2)], 0, lines_y(5, 0.14)),
        G(
            "brass",
            [blk(0, 36, 4, 28, 3, 17, 0.8), blk(0, 20.6, 4, 29, 3, 18, 0.8), rod(along(2), along(30), 6.4, 5.4)],
            0.3,
        ),
        G("brass", [cyl(10, 6, 38, 50, 3, 2.6), cyl(10, 6, 50, 53, 4.6, 3.4)], 0, plain(-0.06)),
        G(
            "red",
            [move(cyl(0, 0, -1, 1, 9.4 - k, 9.4 - k), RX(-52), along(8 + 8 * k)) for k in range(3)],
            0,
            plain(0.06),
        ),
        G(
            "brass",
            [move(torus((0, 0, 0), 9.2 - k, 1.9), RX(-52), along(8 + 8 * k)) for k in range(3)],
            0,
            lambda q, n: 0.16 * np.sin(np.arctan2(q[:, 0], q[:, 1] - 40) * 18),
        ),
        G("shade", [ball(along(31), 5.6), box((0, 29, 12), (7, 5, 0.6), 0.3)], 0, plain(0.3), 0.95),
        G("dark", [box((0, 29, 12.4), (0.6, 5, 0.6), 0.1), box((0, 29, 12.4), (7, 0.6, 0.6), 0.1)]),
    ]


@prop("parlour", None, shadow=False, view=(260, 190, 150))
def sheet_line():
    """A white sheet on a line between two clothes props."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for s in (-1, 1):
            post = rect(X, Y, s * 92 - 2.4, -2, s * 92 + 2.4, 124)
            rim(sk, post, "wood", 0.0)
            sk.put(post, "wood", 0.55 - 0.2 * (X - s * 92 > 0.6)).put(
                rect(X, Y, s * 92 - 7, -2, s * 92 + 7, 2), "wood", 0.4
            )
        line = 118 - 5 * (1 - (X / 92) ** 2)
        low = 22 + 1.6 * np.sin(X * 0.13) + 1.2 * np.sin(X * 0.37 + 1)
        sheet = (np.abs(X) < 84 + 0.8 * np.sin(Y * 0.1)) & (line > Y) & (low < Y)
        rim(sk, sheet, "tape", 0.1)
        fold = 0.05 * np.sin(X * 0.16 + 0.5 * np.sin(Y * 0.05)) + 0.03 * np.sin(X * 0.43)
        sk.put(sheet, "paper", 0.66 + fold - 0.10 * np.clip((np.hypot(X / 84, (Y - 70) / 50) - 0.55) * 1.6, 0, 1), 0.3)
        sk.put(sheet & (low + 3 > Y), "paper", 0.56)
        spot = sheet & disc(X, Y, 0, 68, 46, 40)
        sk.put(spot, "paper", np.where(np.hypot(X / 46, (Y - 68) / 40) > 0.93, 0.72, 0.82))
        glow(sk, spot, 0.10)
        sk.put((np.abs(X) < 93) & (np.abs(Y - line) < 0.9), "tape", 0.45)
        for x in (-74, -44, -14, 16, 46, 75):
            peg = rect(X, Y, x - 1.2, 112, x + 1.2, 121) & (line - 5 < Y)
            sk.put(peg, "wood", 0.8)

    return [], over


@prop("parlour", (50, 18), view=(110, 90, 66))
def three_clocks():
    """A sideboard with three clocks, each kept at a curtain time."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for x, y, a, b in ((-18, 37, 0.5, 2.2), (0, 41, 1.6, 4.0), (18, 37, 3.6, 5.4)):
            sk.put(disc(X, Y, x, y, 5), "paper", 0.9)
            for ang, length in ((a, 4.2), (b, 2.8)):
                t = (X - x) * math.sin(ang) + (Y - y) * math.cos(ang)
                n = (X - x) * math.cos(ang) - (Y - y) * math.sin(ang)
                sk.put((t > 0) & (t < length) & (np.abs(n) < 0.6), "dark", 0.1)

    return [
        G("wood", [blk(0, 4, 0, 58, 22, 18, 1), *legs(26, 7, 4, 2), blk(0, 26, 0, 62, 3, 21, 0.8)], 0, grain),
        G("wood", [blk(x, 29, 0, 15, h, 9, 3) for x, h in ((-18, 15), (18, 15))], 0, plain(0.08)),
        G(
            "brass",
            [
                ball((0, 41, 0), (8, 8, 5)),
                blk(0, 29, 0, 12, 4, 9, 1),
                ball((0, 51, 0), 2),
                *(ball((s * 15, 15, 9.4), 1.3) for s in S(-1, 1)),
            ],
        ),
    ], over


@prop("parlour", (20, 14), view=(80, 110, 86))
def mannequin(other):
    """A dressmaker's figure in half a costume."""
    return [
        G(
            "wood",
            [cyl(0, 0, 0, 2.4, 9, 7, 0.8), rod((0, 2, 0), (0, 22, 0), 1.6), ball((0, 60, 0), (2.4, 3, 2.4))],
            0.4,
            grain,
        ),
        G(
            "card",
            [ball((0, 48, 0), (8.6, 9, 5.4)), ball((0, 38, 0), (6, 8, 4.6)), cyl(0, 0, 54, 59, 3.4, 2.6)],
            2,
            lambda q, n: -0.16 * (np.abs(q[:, 0]) < 0.6),
        ),
        G(
            "cush" if other else "purple",
            [wavy(cyl(0, 0, 12, 36, 15, 6.4, 0.7), lambda p: 1.0 * np.sin(np.arctan2(p[:, 0], p[:, 2]) * 9))],
        ),
        G("brass", [torus((0, 36, 0), 6.4, 1.2), *(ball((x, 46, 5.4), 0.9) for x in S(-3, 0, 3))]),
        G("paper", [move(rod((-8, 56, 2), (7, 34, 4), 1.4), None)], 0, lines_y(3, 0.2)),
    ]


@prop("parlour", (86, 18), view=(150, 140, 110))
def store_shelf(other):
    """R: programmes by year, tied with garters. O: crowns, masks, goblets, a spare moon."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        rng = np.random.default_rng(77)
        for row, y in enumerate((6, 30, 54)):
            x = -41.0
            k = 0
            while x < 36:
                if other:
                    wide = 15.0
                    cx = x + 7
                    form = (row * 5 + k * 2) % 6
                    if form == 0:
                        m = rect(X, Y, cx - 5, y, cx + 5, y + 5) | (
                            (np.abs((X - cx) % 4 - 2) > (Y - y - 5) * 0.45) & rect(X, Y, cx - 5, y + 5, cx + 5, y + 10)
                        )
                        sk.put(m, "brass", 0.8)
                    elif form == 1:
                        m = disc(X, Y, cx, y + 8, 5.4, 7)
                        rim(sk, m, "paper", 0.1)
                        sk.put(m, "paper", 0.85).put(
                            disc(X, Y, cx - 2, y + 9, 1.3) | disc(X, Y, cx + 2, y + 9, 1.3), "dark", 0
                        )
                        sk.put((np.abs(np.hypot(X - cx, Y - y - 6) - 2.6) < 0.7) & (y + 6 > Y), "dark", 0)
                    elif form == 2:
                        m = (
                            disc(X, Y, cx, y + 11, 4.4, 4)
                            | rect(X, Y, cx - 0.9, y + 2, cx + 0.9, y + 8)
                            | rect(X, Y, cx - 3.4, y, cx + 3.4, y + 2)
                        )
                        sk.put(m, "yellow", 0.7)
                    elif form == 3:
                        m = disc(X, Y, cx, y + 8, 7) & ~disc(X, Y, cx + 3.4, y + 9.4, 6)
                        sk.put(m, "yellow", 0.92)
                        glow(sk, m, 0.5)
                    elif form == 4:
                        _fan(sk, X, Y, cx, y + 2, 12, ("cush", "purple", "blue")[k % 3], 1.0)
                    else:
                        m = rect(X, Y, cx - 5, y, cx + 5, y + 11)
                        rim(sk, m, "blue", 0.0)
                        sk.put(m, ("red", "blue", "green")[row], 0.55).put(m & (np.floor(X + Y) % 5 == 0), "brass", 0.8)
                else:
                    wide = float(rng.integers(8, 15))
                    high = float(rng.integers(8, 17))
                    pile = rect(X, Y, x, y, x + wide, y + high)
                    rim(sk, pile, "tape", 0.05)
                    sk.put(pile, "paper", 0.5 + 0.2 * rng.random() - 0.16 * (np.floor(Y) % 3 == 0))
                    sk.put(pile & (np.abs(X - x - wide / 2) < 1), ("red", "blue", "purple")[k % 3], 0.6)
                x += wide + 2
                k += 1

    return [
        G("dwood", [blk(0, 0, -6, 86, 78, 3, 0.5)], 0, grain),
        G(
            "wood",
            [blk(s * 43, 0, 0, 3, 80, 15, 0.5) for s in S(-1, 1)]
            + [blk(0, y, 0, 84, 3, 15, 0.5) for y in S(2, 26, 50, 76)],
            0,
            grain,
        ),
    ], over


@prop("parlour", (16, 12), view=(80, 120, 100), light="lamp")
def fringe_floor_lamp():
    """A standard lamp whose shade moults."""
    return [
        G(
            "brass",
            [
                cyl(0, 0, 0, 2.4, 8, 6.4, 0.8),
                rod((0, 2, 0), (0, 56, 0), 1.3),
                ball((0, 20, 0), 2.4),
                ball((0, 40, 0), 2),
            ],
            0.4,
        ),
        *lamp_shade(54, 70, 15, 7, 0.36),
        G("red", [cyl(0, 0, 50.6, 54.4, 15.9, 15.5, 0.5)], 0, lambda q, n: -0.3 * ((q[:, 0] + 40) % 4 < 1.6)),
        G(
            "cush",
            [
                rod((math.cos(a) * 15.4, 51, math.sin(a) * 7.7), (math.cos(a) * 15.4, 47, math.sin(a) * 7.7), 0.8)
                for a in np.linspace(0.1, math.pi - 0.1, 12)
            ],
        ),
    ]


@prop("parlour", (14, 10), view=(60, 70, 54))
def bouquet():
    """Roses in a bucket, with a card."""
    return [
        G("brass", [cyl(0, 0, 0, 13, 5, 8, 0.8)], 0, lines_y(5, 0.2)),
        G("leaf", [ball((x, 15, z), 4) for x, z in ((-7, 2), (6, 3), (0, -3), (0, 5))], 1),
        G(
            "red",
            [ball((x, y, z), 3.6) for x, y, z in ((-6, 20, 1), (1, 23, -1), (7, 19, 2), (-1, 18, 5))],
            0,
            lambda q, n: 0.16 * np.sin(q[:, 0] * 1.9 + q[:, 1] * 1.6),
        ),
        G(
            "cush",
            [ball((x, y, z), 3) for x, y, z in ((-9, 16, 4), (4, 16, 6), (9, 24, -2), (-3, 26, -3))],
            0,
            plain(0.05),
        ),
        G("paper", [move(box((0, 0, 0), (4, 2.6, 0.4), 0.1), RZ(14), (5, 11, 7))]),
    ]


@prop("theatre", None, wall=True, view=(60, 80, 44), light="lamp")
def sconce_gilt():
    """Three candles on a gilded arm."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for x, y in ((-9, 6), (0, 10), (9, 6)):
            sk.put(rect(X, Y, x - 1.4, y, x + 1.4, y + 7), "paper", 0.9)
            flame = disc(X, Y, x, y + 10, 2, 3.4)
            sk.put(flame, "flame", 0.92).put(disc(X, Y, x, y + 9, 1, 1.6), "shade", 1.0)
            glow(sk, flame, 1.0)

    return [
        G(
            "brass",
            [
                ball((0, -6, 0), (5, 9, 2)),
                *(rod((0, -4, 2), (x, y - 2, 4), 1.3) for x, y in ((-9, 6), (0, 10), (9, 6))),
                *(cyl(x, 4, y - 2, y + 0.4, 2, 3) for x, y in ((-9, 6), (0, 10), (9, 6))),
                ball((0, -16, 1), 2.2),
            ],
            0.8,
        )
    ], over


@prop("theatre", None, wall=True, view=(120, 120, 60))
def mirror_gilt():
    """A mirror with a lot of frame."""
    return [
        G(
            "brass",
            [
                sub(box((0, 0, 0), (30, 40, 2.4), 2), box((0, 0, 2), (22, 32, 4), 2)),
                ball((0, 43, 1), (12, 6, 3)),
                *(ball((s * 27, t * 36, 1), (6, 6, 3)) for s in S(-1, 1) for t in S(-1, 1)),
                ball((0, -41, 1), (9, 4, 3)),
            ],
            1.4,
            lambda q, n: 0.14 * np.sin(q[:, 1] * 0.7) * np.sin(q[:, 0] * 0.7),
        ),
        G(
            "glass",
            [box((0, 0, -0.6), (23, 33, 0.8), 0)],
            0,
            lambda q, n: 0.22 * ((q[:, 0] + q[:, 1]) % 36 < 5) - 0.18,
            0.14,
        ),
    ]


@prop("theatre", (22, 16), view=(90, 110, 84))
def palm_pot():
    """A palm in brass."""
    fronds = []
    for k in range(9):
        a = k * 0.7
        c, s = math.cos(a), math.sin(a)
        fronds += [
            rod(
                (c * r, 30 + 22 * math.sin(min(r, 24) / 15), s * r * 0.7),
                (c * (r + 6), 30 + 22 * math.sin(min(r + 6, 26) / 15), s * (r + 6) * 0.7),
                2.0,
                1.2,
            )
            for r in (0, 6, 12, 18)
        ]
    return [
        G("brass", [cyl(0, 0, 0, 16, 8, 11, 0.8), torus((0, 16, 0), 10, 1.6)], 0.5),
        G("bark", [rod((0, 15, 0), (0, 32, 0), 2.6)]),
        G("leaf", fronds, 0.8, lambda q, n: 0.12 * np.sin(q[:, 0] * 1.7) + 0.05),
    ]


@prop("theatre", (20, 14), view=(80, 110, 86))
def bust_mole():
    """The founder, in plaster."""
    return [
        G(
            "purple",
            [cyl(0, 0, 0, 4, 11, 10, 0.8), cyl(0, 0, 4, 34, 8, 7, 0.8), cyl(0, 0, 34, 38, 10, 10, 0.8)],
            0,
            lambda q, n: 0.14 * np.sin(np.arctan2(q[:, 0], q[:, 2]) * 10),
        ),
        G("china", [ball((0, 53, 0), (7, 7, 6)), ball((0, 44, 0), (9, 6, 6)), ball((0, 52, 6), (3.4, 2.8, 4))], 1.6),
        G("brass", [torus((0, 58, 0), 5.4, 1.2), box((0, 20, 8), (6, 3, 0.6), 0.3)]),
    ]


@prop("theatre", None, wall=True, view=(70, 70, 35), light="lamp")
def star_sign():
    """The star on a dressing room."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        a = np.arctan2(X, Y) % (2 * math.pi / 5)
        star = np.hypot(X, Y) < 15 * 0.42 / (0.42 + 0.58 * (1 - np.abs(a - math.pi / 5) / (math.pi / 5)) ** 0.9)
        rim(sk, star, "brass", 0.0)
        sk.put(star, "yellow", 0.7).put(star & (np.hypot(X, Y) < 6), "yellow", 0.95)
        glow(sk, star, 0.55)

    return [], over


@prop("theatre", None, flat=True, shadow=False, view=(80, 50, 24))
def roses_thrown():
    """What lands on a stage."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(88)
        for _ in range(7):
            x, y = int(ax + rng.normal(0, 12)), int(ay + rng.normal(0, 6))
            cells(
                sk, x, y, ".rr.. rRRr. .rr.g ...g. ..g..", {"r": ("red", 0.55), "R": ("red", 0.8), "g": ("leaf", 0.5)}
            )

    return [], over


@prop("parlour", (20, 12), view=(80, 60, 44))
def side_sweets():
    """A little table with the jar of pear drops that two people have counted."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        jar = rect(X, Y, -6, 24, 6, 38) | disc(X, Y, 0, 38, 6, 3)
        rim(sk, jar, "glass", 0.1)
        sk.put(jar, "glass", 0.7).put(jar & (Y < 35), "cush", 0.55 + 0.2 * (np.sin(X * 1.9) * np.sin(Y * 1.9) > 0)).put(
            jar & (Y < 35) & (np.sin(X * 1.3 + Y) > 0.6), "yellow", 0.7
        )
        sk.put(rect(X, Y, -4.6, 40, 4.6, 43), "brass", 0.75).put(jar & (np.abs(X + 4) < 0.6), "paper", 0.95)

    return [
        G(
            "wood",
            [
                cyl(0, 0, 19, 22, 15, 15, 0.75),
                rod((0, 0, 0), (0, 19, 0), 1.8),
                *(rod((0, 4, 0), (x, 0, z), 1.4, 1.1) for x, z in ((-8, 4), (8, 4), (0, -7))),
            ],
            0.8,
            grain,
        ),
        *_cup(9, 22, 4),
    ], over


@prop("theatre", None, flat=True, shadow=False, view=(330, 150, 72))
def stage_star():
    """A compass laid into the boards round a trap."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        Y = Y * 2.1
        r, a = np.hypot(X, Y), np.arctan2(Y, X)
        worn = noise(*sk.shape, 60, 110, 23) < 0.9
        turn = (a / (math.pi / 4) + 0.5) % 1
        tip = np.abs(turn - 0.5) * 2
        for far, near, dark, light, k in ((128.0, 40.0, 0.36, 0.44, 1.0), (96.0, 34.0, 0.62, 0.74, -1.0)):
            t = tip if k > 0 else 1 - tip
            edge = far * near / (near + (far - near) * t**0.8)
            sk.put(worn & (r < edge), "wood", np.where(turn > 0.5, light, dark))
        sk.put(worn & (np.abs(r - 138) < 2.4), "wood", 0.34).put(worn & (np.abs(r - 147) < 1.4), "wood", 0.7)
        lid = (np.abs(X) < 33) & (np.abs(Y) < 33 * 2.1)
        rim(sk, lid, "wood", 0.3)
        sk.clear(lid)  # the trap in its middle is the map's

    return [], over
