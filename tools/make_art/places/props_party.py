"""Props of the party: the painted sheet, a door for a table, ginger beer, chairs, beds dug and in bloom, paper chains, sun."""

from __future__ import annotations

import itertools
import math

import numpy as np

from tools.make_art.core.field import Array, Sketch, bayer, grid
from tools.make_art.places.brush import around, cells, disc, rect, rim
from tools.make_art.places.prop import Over, make_prop, prop
from tools.make_art.places.props_grounds import _letters
from tools.make_art.places.props_house import S, _carton, grain
from tools.make_art.places.sdf import RX, RY, RZ, G, ball, blk, cyl, move, moved, rod, sub, torus, wavy
from tools.make_art.places.surfaces import chance, plain

ROOM = "garden_party"
Built = list[G]

# ---- letters with a brush -------------------------------------------------------------------------------------------
Stroke = tuple[tuple[float, float], ...]
BRUSHED: dict[str, tuple[Stroke, ...]] = {  # on a field 10 wide, 16 high, y up
    "F": (((1, 0), (1.4, 16)), ((1.4, 15.6), (9.4, 15)), ((1.2, 8.4), (7.2, 8.8))),
    "I": (((2.2, 0), (1.6, 16)),),
    "N": (((0.8, 0), (1.2, 15.4)), ((1.2, 15.4), (9.2, 0.6)), ((9.2, 0.6), (9.8, 16))),
    "S": (((9, 13), (6.4, 15.8), (2.6, 14.8), (1.6, 11.6), (4.8, 8.8), (8.4, 6.6), (8.6, 2.6), (5.4, 0.2), (1, 1.8)),),
    "H": (((1.2, 0), (0.8, 16)), ((8.8, 0.4), (9.6, 15.6)), ((1, 7.6), (9.2, 8.6))),
    "E": (((1.2, 0.2), (1, 15.8)), ((1, 15.6), (8.8, 15)), ((1, 8.2), (7, 8.2)), ((1.2, 0.4), (9.2, 1))),
    "D": (((1.4, 0), (1, 15.8)), ((1, 15.6), (6, 15), (9.4, 10.4), (9, 4.6), (5.6, 0.6), (1.2, 0.4))),
}


def _near(X: Array, Y: Array, stroke: Stroke) -> Array:
    """Distance of every pixel from a bent line."""
    best = np.full(X.shape, 99.0)
    for (ax, ay), (bx, by) in itertools.pairwise(stroke):
        dx, dy = bx - ax, by - ay
        t = np.clip(((X - ax) * dx + (Y - ay) * dy) / (dx * dx + dy * dy), 0, 1)
        best = np.minimum(best, np.hypot(X - ax - dx * t, Y - ay - dy * t))
    return best


def _brushed(X: Array, Y: Array, letter: str, x: float, y: float, size: float, tilt: float) -> Array:
    """Where a broad brush went for this letter, its lower left corner at (x, y)."""
    a = math.radians(tilt)
    U, V = X - x, Y - y
    U, V = (U * math.cos(a) + V * math.sin(a)) / size, (-U * math.sin(a) + V * math.cos(a)) / size
    wobble = 0.28 * np.sin(V * 1.1 + x) + 0.2 * np.sin(U * 1.7 + y)
    d = np.minimum.reduce([_near(U + wobble, V, s) for s in BRUSHED[letter]])
    return np.asarray(d * size < 1.75)


def _cloth(sk: Sketch, m: Array, X: Array, Y: Array, sag: Array) -> None:
    """An old bed sheet in the sun: folds that run from where it is tied."""
    fold = (
        0.06 * np.sin(X * 0.19 + 0.05 * Y)
        + 0.05 * np.sin(X * 0.43 + 1.0 - 0.09 * Y)
        + 0.035 * np.sin(X * 0.83 + Y * 0.06)
    )
    light = 0.86 + fold - 0.0022 * (sag - Y) * 2.0 - 0.0007 * X
    rim(sk, m, "paper", 0.05)
    sk.put(m, "paper", np.clip(light, 0.3, 1.0), 0.5)
    hem = m & ~np.roll(m, -1, 0)
    sk.put(hem, "paper", 0.42)
    top = m & ~np.roll(m, 1, 0)
    sk.put(top, "paper", 1.0)


@prop(ROOM, None, view=(230, 110, 92))
def banner_finished():
    """Two bamboo canes, one sheet, FINISHE; the D did not fit and has a sheet of its own."""
    canes = [rod((s * 95, 0, 0), (s * 96.5 + 1.0, 73 - 3 * s, 0), 1.7, 1.4) for s in S(-1, 1)]

    def joints(q: Array, n: Array) -> Array:
        return 0.12 - 0.3 * ((q[:, 1] + 3 * (q[:, 0] > 0)) % 13 < 1.1) + 0.08 * ((q[:, 1] + 3) % 13 < 1.0)

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        sag = 68.5 - 5.0 * (1 - ((X + 17) / 74) ** 2)
        low = sag - 36 - 1.2 * np.sin(X * 0.11 + 0.6)
        sheet = (np.abs(X + 17) < 73.5 + 0.7 * np.sin(Y * 0.35)) & (sag > Y) & (low < Y)
        a = math.radians(-9)
        U, V = (X - 74) * math.cos(a) + (Y - 44) * math.sin(a), -(X - 74) * math.sin(a) + (Y - 44) * math.cos(a)
        patch = (np.abs(U) < 15.5) & (np.abs(V) < 15.6 + 0.5 * np.sin(U * 0.4))
        for x0, y0, x1, y1 in ((-97, 70, -90, 67.6), (-96, 34, -90, 32.6), (56, 68, 96, 70.6), (88, 57, 97, 65)):
            t = np.clip((X - x0) / (x1 - x0), 0, 1)
            string = (
                (np.abs(Y - y0 - (y1 - y0) * t + 3.0 * np.sin(t * math.pi) * (x1 - x0 > 20)) < 0.75)
                & (x0 < X)
                & (x1 > X)
            )
            sk.put(string, "tape", 0.55)
        _cloth(sk, sheet, X, Y, sag)
        for k, (letter, size, lift, tilt) in enumerate(
            (
                ("F", 1.50, 0.0, 3),
                ("I", 1.42, 1.6, -3),
                ("N", 1.46, 0.4, 2),
                ("I", 1.50, 0.8, 5),
                ("S", 1.52, -0.4, -2),
                ("H", 1.36, 1.8, 2),
                ("E", 1.30, 2.6, -5),
            )
        ):
            x = (-85, -64.5, -53.5, -30.5, -18.5, 2.5, 23.5)[k] + 2.0
            base = 68.5 - 5.0 * (1 - ((x + 10 + 17) / 74) ** 2) - 31 + lift
            ink = _brushed(X, Y, letter, x, base, size, tilt) & sheet
            sk.put(ink, "flame", 0.16 + 0.05 * np.sin(X * 0.8 + Y * 0.5)).put(ink & ~np.roll(ink, 1, 0), "flame", 0.34)
        for x, y, long in ((-80.5, 38, 5), (-34, 35, 7), (13.5, 36, 4)):  # it ran
            sk.put((np.abs(X - x) < 0.8) & (y > Y) & (y - long < Y) & sheet, "flame", 0.16)
        sk.put(np.roll(np.roll(patch, 2, 0), 2, 1) & sheet, "paper", 0.36)
        _cloth(sk, patch, X, Y, np.full(X.shape, 60.0))
        ink = _brushed(X, Y, "D", 65.5, 33.0, 1.42, -14) & patch
        sk.put(ink, "flame", 0.16).put(ink & ~np.roll(ink, 1, 0), "flame", 0.34)
        for px, py in ((60.5, 58.6), (87.4, 54.2)):  # two pegs
            peg = (np.abs(X - px) < 1.3) & (np.abs(Y - py) < 4.2)
            rim(sk, peg, "wood", 0.0)
            sk.put(peg, "wood", 0.8).put(peg & (np.abs(Y - py) < 0.7), "iron", 0.6)

    tufts = [ball((s * 95 + x, 1.6, 2), (4.0, 2.4, 2.2)) for s in S(-1, 1) for x in S(-2.6, 2.8)]
    return [G("yellow", canes, 0, joints), G("leaf", tufts, 1)], over


# ---- a door on two boxes ----------------------------------------------------------------------------------------------
DOOR_Y, DOOR_D = 24.0, 32.0
"""Height of the table's top and how deep it is."""


def _panels(q: Array, n: Array) -> Array:
    """Four panels of a door that lies down, and its paint."""
    u, v = np.abs(np.abs(q[:, 0]) - 30), np.abs(np.abs(q[:, 2]) - 7.4)
    on = n[:, 1] > 0.6
    edge = (u < 24) & (v < 5.6) & ~((u < 22.4) & (v < 4.0))
    inside = (u < 22.4) & (v < 4.0)
    worn = 0.03 * np.sin(q[:, 0] * 0.33 + 1.4 * np.sin(q[:, 2] * 0.5))
    light = (q[:, 2] - np.sign(q[:, 2]) * 7.4) < 0
    return np.asarray(
        np.where(on, np.where(edge, np.where(light, -0.42, 0.2), -0.12 * inside + 0.04 * ~inside) + worn, worn)
    )


def _door_table() -> Built:
    """Boxes, and the door of something on them: knob, hinges, all."""
    y = DOOR_Y
    return [
        *moved(_carton(30, 21, 22), RY(5), (-42, 0, -1)),
        *moved(_carton(30, 21, 22), RY(-4), (42, 0, -1)),
        G("green", [move(blk(0, 0, 0, 128, 3.4, DOOR_D, 0.8), RZ(-0.6), (0, y - 3.4, 0))], 0, _panels),
        G("brass", [ball((55, y + 2.6, 4), (3.2, 2.6, 2.4)), cyl(55, 4, y - 0.4, y + 1.2, 2.2, 1.6)], 0.6, plain(0.1)),
        G("iron", [blk(x, y - 2.8, -DOOR_D / 2 - 0.4, 9, 3.0, 1.6, 0.4) for x in S(-44, 40)]),
        G("iron", [blk(x, y - 0.2, DOOR_D / 2 - 2.0, 8, 0.8, 4.4, 0.3) for x in S(-46, 44)], 0, plain(0.12)),
    ]


def _paper_cloth(x0: float, x1: float) -> tuple[Built, Over]:
    """Paper over part of the table, its front edge cut in scallops."""
    mid, w, y = (x0 + x1) / 2, x1 - x0, DOOR_Y

    def crease(q: Array, n: Array) -> Array:
        fold = np.abs((q[:, 0] - x0) % (w / 4) - w / 8) < 0.55
        return np.asarray(0.1 - 0.14 * fold + 0.03 * np.sin(q[:, 0] * 0.5 + q[:, 2] * 0.4))

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        front = y - DOOR_D / 2
        drop = 7.0 + 2.6 * np.abs(np.sin((X - x0) * math.pi / (w / 8)))
        m = (x0 < X) & (x1 > X) & (front + 0.6 > Y) & (front - drop < Y)
        rim(sk, m, "paper", 0.05)
        sk.put(m, "paper", 0.66 + 0.04 * np.sin(X * 0.5)).put(m & (front - 1 < Y), "paper", 0.95)
        holes = m & ((X - x0) % (w / 8) - w / 16 < 1.2) & ((X - x0) % (w / 8) - w / 16 > -1.2)
        sk.put(holes & (np.abs(Y - front + 5.6) < 1.1), "paper", 0.2)

    return [G("paper", [blk(mid, y - 0.2, 0, w, 0.9, DOOR_D + 0.6, 0.3)], 0, crease)], over


def _bottle(x: float, y: float, z: float, tall: float = 1.0) -> Built:
    """Stoneware: cream below, toffee above, a stopper."""
    h = 15 * tall
    return [
        G("paper", [cyl(x, z, y, y + h * 0.55, 3.1, 3.1, rd=0.8)], 0, plain(-0.06)),
        G(
            "clay",
            [cyl(x, z, y + h * 0.5, y + h * 0.74, 3.1, 1.5, rd=0.8), cyl(x, z, y + h * 0.7, y + h, 1.5, 1.5, rd=0.4)],
            0.6,
        ),
        G("iron", [cyl(x, z, y + h, y + h + 1.6, 1.1, 1.1, rd=0.3)]),
    ]


def _tumbler(x: float, y: float, z: float, full: bool = True) -> Built:
    """A glass, of ginger beer or of nothing."""
    if not full:
        return [G("glass", [sub(cyl(x, z, y, y + 6.5, 2.1, 2.6), cyl(x, z, y + 1.6, y + 9, 1.5, 2.0))], 0, plain(0.08))]
    return [
        G("flame", [cyl(x, z, y, y + 5.0, 2.2, 2.5)], 0, plain(0.24)),
        G("paper", [cyl(x, z, y + 4.8, y + 6.6, 2.6, 2.5, rd=0.8)], 0, plain(0.1)),
    ]


def _jug(x: float, y: float, z: float) -> Built:
    return [
        G(
            "blue",
            [cyl(x, z, y, y + 6, 5.2, 6.2, rd=1.6), cyl(x, z, y + 5, y + 14, 6.0, 4.4, rd=1.0)],
            1.6,
            plain(0.08),
        ),
        G(
            "blue",
            [torus((x + 6.6, y + 8.0, z), 3.6, 1.1, RX(90)), rod((x - 4, y + 13, z), (x - 6.4, y + 14.4, z), 1.3)],
        ),
        G("paper", [cyl(x, z, y + 2.6, y + 4.2, 6.2, 6.3)], 0, plain(0.05)),
        G("flame", [cyl(x, z, y + 12.6, y + 13.8, 3.6, 3.6)], 0, plain(0.0)),
    ]


@prop(ROOM, (126, 26), view=(170, 110, 74))
def trestle():
    """The drinks end: a jug, brown bottles, every glass from three kitchens."""
    y = DOOR_Y + 0.4
    cloth, over = _paper_cloth(-62, 10)
    things = [
        *_jug(-46, y, -4),
        *(q for x, z, t in ((-29, -8, 1.0), (-21, -7, 1.12), (-14, -10, 0.92)) for q in _bottle(x, y, z, t)),
        *(
            q
            for x, z, f in ((-34, 7, 1), (-25, 9, 1), (-16, 6, 0), (-7, 9, 1), (0, 4, 0))
            for q in _tumbler(x, y, z, f > 0)
        ),
        *_bottle(30, y, -9, 1.05),
        G("china", [cyl(20, 4, y + 1.2 * k, y + 1.2 * k + 0.8, 6.2 - 0.2 * k, 6.6) for k in range(3)]),
    ]
    return [*_door_table(), *cloth, *things], over


@prop(ROOM, (126, 26), view=(170, 110, 74))
def trestle_bare():
    """A door on two boxes, and it shows."""
    return _door_table()


def _sheet_cake(x: float, y: float, z: float, iced: bool = True) -> Built:
    """Square ginger cake, whole; one corner has got icing."""
    out = [
        G("china", [cyl(x, z, y, y + 5, 5, 3.4), cyl(x, z, y + 5, y + 6.6, 21, 22, 0.62)], 0.6),
        G(
            "clay",
            [blk(x, y + 6.4, z, 32, 7.4, 20, 2.4)],
            0,
            lambda q, n: (
                0.07
                * (n[:, 1] > 0.5)
                * (np.sin(q[:, 0] * 1.7 + 2 * np.sin(q[:, 2] * 0.9)) * np.sin(q[:, 2] * 1.5) > 0.4)
                - 0.16 * (n[:, 1] > 0.5)
                + 0.14 * (n[:, 1] > 0.5) * (np.abs(q[:, 0] - x + q[:, 2] - z + 9) < 2.2)
                - 0.22 * (n[:, 1] < 0.5)
                - 0.10 * (n[:, 1] < 0.5) * (np.sin(q[:, 0] * 2.1 + q[:, 1] * 1.7) > 0.5)
            ),
        ),
    ]
    if iced:
        out += [
            G(
                "paper",
                [
                    blk(x + 11.4, y + 13.0, z + 5.8, 10.4, 2.4, 9.4, 1.1),
                    *(
                        rod(
                            (x + 8.6 + k * 2.6, y + 14, z + 10.4),
                            (x + 8.6 + k * 2.6, y + 10.6 + (k % 2), z + 10.6),
                            1.0,
                        )
                        for k in range(4)
                    ),
                ],
                0.6,
                plain(0.1),
            ),
            G("flame", [ball((x + 11.4, y + 15.8, z + 5.8), (1.8, 1.3, 1.6))], 0, plain(-0.15)),
        ]
    return out


@prop(ROOM, (126, 26), view=(170, 110, 74))
def trestle_cake():
    """The cake end: nobody has dared."""
    y = DOOR_Y + 0.4
    cloth, over = _paper_cloth(-62, 34)
    plates = [cyl(-42, 2, y + 1.4 * k, y + 1.4 * k + 0.9, 7.2, 7.8, 0.7) for k in range(6)]
    return [
        *_door_table(),
        *cloth,
        *_sheet_cake(-6, y, 0),
        G("china", plates, 0, lambda q, n: -0.16 * ((q[:, 1] - y) % 1.4 > 0.9)),
        G(
            "iron",
            [rod((18, y + 0.6, 10), (30, y + 0.6, 6), 0.7), rod((18, y + 0.6, 10), (12, y + 0.6, 12), 1.1)],
            0,
            plain(0.3),
        ),
        *_tumbler(46, y, -6, True),
        G("red", [blk(-24 + k * 1.2, y + k * 0.5, 11, 10, 0.8, 6, 0.3) for k in range(3)], 0, plain(0.14)),
    ], over


# ---- carried -----------------------------------------------------------------------------------------------------------
def _tray() -> G:
    return G(
        "wood",
        [
            sub(blk(0, 0, 0, 29, 2.6, 13, 1), blk(0, 1.2, 0, 26, 4, 10, 0.6)),
            rod((-15, 2, -3), (-15, 2, 3), 0.9),
            rod((15, 2, -3), (15, 2, 3), 0.9),
        ],
        0,
        grain,
    )


@prop(ROOM, None, shadow=False, view=(60, 50, 34), push="box")
def tray_beer():
    """Three glasses and the bottle, held before her chest."""
    return [
        _tray(),
        *(q for x, z in ((-9, 2), (-2, 3.4), (10, 2.4)) for q in _tumbler(x, 1.6, z)),
        *_bottle(4, 1.6, -2, 0.86),
    ]


@prop(ROOM, None, shadow=False, view=(60, 40, 24))
def tray_empty():
    """A tray."""
    return [_tray()]


@prop(ROOM, None, shadow=False, view=(50, 40, 24))
def cake_plate():
    """A slice on a plate."""
    return [
        G("china", [cyl(0, 0, 0, 1.8, 6, 8.4, 0.62)]),
        G(
            "clay",
            [blk(0, 1.6, 0, 9, 5, 5, 0.8)],
            0,
            lambda q, n: 0.08 * (n[:, 1] > 0.5) - 0.1 * (np.sin(q[:, 0] * 2 + q[:, 1] * 2) > 0.6),
        ),
        G("paper", [blk(0, 6.2, 0, 9.4, 1.5, 5.4, 0.6), rod((3, 6.6, 2.6), (3, 4.2, 2.8), 0.8)], 0.5, plain(0.1)),
    ]


def _slats(q: Array, n: Array) -> Array:
    return np.asarray(grain(q, n) - 0.28 * ((q[:, 0] % 4.0) < 0.9) * (n[:, 2] > 0.4))


def _seat_slats(q: Array, n: Array) -> Array:
    return np.asarray(grain(q, n) - 0.26 * ((q[:, 2] % 3.4) < 0.9) * (n[:, 1] > 0.6))


@prop(ROOM, (18, 13), view=(60, 70, 52))
def chair_party():
    """A folding garden chair, its back behind whoever sits."""
    return [
        G("iron", [rod((s * 10, 0, 6), (s * 10, 13, -6), 1.1) for s in S(-1, 1)], 0, plain(0.14)),
        G("wood", [rod((s * 9.6, 0, -6), (s * 9.6, 25.5, -7.2), 1.3) for s in S(-1, 1)], 0, grain),
        G("wood", [rod((s * 8.6, 0, 6.4), (s * 8.6, 13, 5.6), 1.2) for s in S(-1, 1)], 0, grain),
        G("wood", [blk(0, 12, -0.4, 21, 2.2, 14, 0.7)], 0, _seat_slats),
        G(
            "wood",
            [move(blk(0, 0, 0, 20, 10, 1.6, 0.6), RX(-5), (0, 15.0, -7.0))],
            0,
            lambda q, n: grain(q, n) - 0.3 * ((q[:, 1] % 4.2) < 1.0) * (n[:, 2] > 0.4),
        ),
    ]


@prop(ROOM, (18, 13), view=(60, 70, 52))
def chair_party_back():
    """The same from behind."""
    return [
        G("wood", [rod((s * 9.6, 0, 6), (s * 9.6, 25, 7.2), 1.3) for s in S(-1, 1)], 0, grain),
        G("wood", [rod((s * 8.6, 0, -6.4), (s * 8.6, 13, -5.6), 1.2) for s in S(-1, 1)], 0, grain),
        G("wood", [blk(0, 12, 0.4, 21, 2.2, 13, 0.7)], 0, _seat_slats),
        G(
            "wood",
            [move(blk(0, 0, 0, 20, 10, 1.6, 0.6), RX(5), (0, 14.6, 7.0))],
            0,
            lambda q, n: grain(q, n) - 0.3 * ((q[:, 1] % 4.2) < 1.0) * (n[:, 2] > 0.4),
        ),
        G("iron", [rod((s * 10, 0, -6), (s * 10, 13, 6), 1.0) for s in S(-1, 1)], 0, plain(0.14)),
    ]


@prop(ROOM, None, shadow=False, view=(50, 60, 44), push="box")
def chair_folded():
    """Folded flat, as it is carried."""
    return [
        G("wood", [rod((s * 8.8, 0, 0), (s * 8.8, 33, 0), 1.3) for s in S(-1, 1)], 0, grain),
        G(
            "wood",
            [blk(0, 19, 0.8, 18, 12, 1.8, 0.6)],
            0,
            lambda q, n: grain(q, n) - 0.3 * ((q[:, 1] % 4.0) < 1.0) * (n[:, 2] > 0.4),
        ),
        G("wood", [blk(0, 5, 1.4, 17, 13, 1.6, 0.6)], 0, _slats),
        G("iron", [rod((s * 7.4, 2, 2.4), (-s * 1.0, 18, 2.4), 0.8) for s in S(-1, 1)], 0, plain(0.16)),
    ]


# ---- tables of the guests ---------------------------------------------------------------------------------------------
def _check(q: Array, n: Array) -> Array:
    a, b = np.floor(q[:, 0] / 4.0) % 2, np.floor((q[:, 2] + q[:, 1] * (n[:, 1] < 0.5)) / 4.0) % 2
    return np.asarray(0.14 - 0.17 * (a + b) + 0.05 * np.sin(np.arctan2(q[:, 0], q[:, 2]) * 9) * (n[:, 1] < 0.5))


def _guest_table(beer: int, cake: bool) -> Built:
    """Round, with a checked cloth; ``beer`` 0 no glass, 1 an empty one, 2 a full one."""
    top = 21.0
    out = [
        G(
            "wood",
            [cyl(0, 0, 0, 16, 2.2, 1.8)]
            + [rod((0, 4, 0), (9 * c, 0, 6 * s), 1.3) for c, s in ((1, 0.6), (-1, 0.6), (0.5, -1), (-0.5, -1))],
            0,
            grain,
        ),
        G(
            "red",
            [
                cyl(0, 0, 13.5, top, 20.2, 18.6, 0.66, 1.2),
            ],
            0,
            _check,
        ),
        G(
            "red",
            [
                wavy(
                    cyl(0, 0, 11.0, 15, 20.4, 20.2, 0.66, 0.6),
                    lambda p: 0.8 * np.sin(np.arctan2(p[:, 0], p[:, 2]) * 11),
                )
            ],
            0,
            _check,
        ),
        G("glass", [cyl(11, -4, top, top + 6, 1.7, 1.2)], 0, plain(0.05)),
        G(
            "flower",
            [ball((x, top + y, -4 + z), 1.9) for x, y, z in ((9.4, 9, 0), (12.6, 9.4, 0.6), (11, 11.2, -0.6))],
            0,
            plain(0.12),
        ),
        G("leaf", [rod((11, top + 4, -4), (x, top + 8.4, -4), 0.7) for x in S(9.6, 12.4)]),
    ]
    if beer:
        out += _tumbler(-7, top, 3, beer > 1)
    if cake:
        out += [
            G("china", [cyl(4, 5, top, top + 1.4, 5, 6.8, 0.66)]),
            G("clay", [blk(4, top + 1.2, 5, 7.4, 4, 4.4, 0.8)], 0, plain(0.06)),
            G("paper", [blk(4, top + 4.8, 5, 7.8, 1.4, 4.8, 0.6)], 0, plain(0.1)),
        ]
    return out


for _name, _beer, _cake in (
    ("", 0, False),
    ("_glass", 1, False),
    ("_full", 2, False),
    ("_cake", 1, True),
    ("_both", 2, True),
):
    make_prop(f"guest_table{_name}", ROOM, lambda b=_beer, c=_cake: _guest_table(b, c), (36, 22), view=(80, 80, 56))


# ---- the sign ------------------------------------------------------------------------------------------------------------
@prop(ROOM, (60, 8), view=(110, 160, 130))
def signpost_balloon():
    """The sign of the house; a balloon has been tied to it. The left post stands free: somebody goes behind it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        _letters(sk, ax - 20, ay - 57 + 6, "PINK PALACE", "red", 0.35)
        _letters(sk, ax - 20, ay - 57 + 14, "APARTMENTS", "red", 0.35)
        X, Y = around(sk, ax, ay)
        t = np.clip((Y - 63) / 26, 0, 1)
        string = (np.abs(X - 27 - 6 * t - 1.6 * np.sin(t * 6)) < 0.75) & (Y > 62) & (Y < 91)
        sk.put(string & (sk.mat < 0), "paper", 0.75)
        bx, by = 33.5, 103.0
        body = np.hypot((X - bx) / 11.5, (Y - by) / np.where(by > Y, 14.5, 12.5)) < 1
        knot = (np.abs(X - bx) < 2.2 - 0.4 * (Y - 87)) & (Y > 87) & (Y < 90)
        rim(sk, body | knot, "flame", 0.0)
        r = np.hypot((X - bx + 3.4) / 12.5, (Y - by - 3.2) / 14.5)
        sk.put(body, "flame", np.clip(0.44 - 0.34 * r, 0.02, 0.44), 0.4).put(knot, "flame", 0.14)
        sk.put(body & (np.hypot((X - bx - 1) / 10.4, (Y - by + 2) / 12.4) > 0.93) & (bx < X), "flame", 0.02)
        sk.put(disc(X, Y, bx - 5.0, by + 5.4, 1.9, 2.6), "paper", 0.98).put(
            disc(X, Y, bx - 6.2, by + 0.6, 0.8, 1.1), "paper", 0.9
        )

    return [
        G("wood", [blk(s * 27, 0, 0, 4, 62, 4, 0.8) for s in S(-1, 1)] + [blk(0, 60, 0, 66, 4, 5, 1)], 0, grain),
        G("siding", [blk(0, 33, 1, 54, 24, 2.4, 0.8)], 0, lambda q, n: 0.12 - 0.10 * ((q[:, 1] % 8) < 0.9)),
        G("trimw", [blk(0, 31.4, 1.4, 58, 2.4, 3, 0.6), blk(0, 56, 1.4, 58, 2.4, 3, 0.6)]),
        G("iron", [rod((s * 18, 60, 1), (s * 18, 57, 1), 0.7) for s in S(-1, 1)]),
        G("leaf", [ball((x, 3, 3), (5, 4, 3)) for x in S(25, 31)], 1),
        G("tape", [torus((27, 62.4, 0), 2.8, 0.7)]),
    ], over


# ---- flower beds ------------------------------------------------------------------------------------------------------
def _dug(tone: float, furrow: float = 1.0) -> Built:
    """Planks round fresh earth, raked."""
    earth = wavy(
        blk(0, 0, 0, 88, 5.4, 54, 1.5),
        lambda p: (
            0.35 * np.sin(p[:, 2] * 0.78 + 0.3 * np.sin(p[:, 0] * 0.12)) * furrow
            + 0.5 * np.sin(p[:, 0] * 0.9 + 1.7 * np.sin(p[:, 2] * 0.6)) * np.sin(p[:, 2] * 1.1 + p[:, 0] * 0.23)
        ),
    )
    edge = [blk(0, 0, z, 94, 7, 3.4, 0.6) for z in S(-28.4, 28.4)] + [blk(x, 0, 0, 3.4, 7, 60, 0.6) for x in S(-46, 46)]

    def rake(q: Array, n: Array) -> Array:
        row = np.sin(q[:, 2] * 0.78 + 0.3 * np.sin(q[:, 0] * 0.12) + 1.5)
        clod = chance(np.floor(q[:, 0] / 2.6 + 0.5 * np.sin(q[:, 2])), np.floor(q[:, 2] / 2.2))
        return np.asarray(tone + 0.07 * row * furrow + 0.12 * (clod > 0.9) - 0.10 * (clod < 0.14))

    return [G("bark", [earth], 0, rake), G("wood", edge, 0, grain)]


def _hole(sk: Sketch, X: Array, Y: Array) -> None:
    """One neat hole in the middle, its earth beside it."""
    r = np.hypot(X / 10.5, (Y - 5) / 7.0)
    sk.put(r < 1.12, "bark", 0.42).put(r < 1, "dark", 0.12).put((r < 1) & (Y > 7.4), "bark", 0.2).put(
        (r < 1) & (Y < 1.4) & (r > 0.8), "bark", 0.3
    )
    heap = np.hypot((X - 17) / 8.4, (Y - 6) / np.where(Y > 5, 6.6, 3.0)) < 1
    rim(sk, heap, "bark", 0.0)
    sk.put(heap, "bark", np.clip(0.34 + 0.05 * (Y - 5) - 0.03 * (X - 17), 0.1, 0.7), 0.8)


@prop(ROOM, (94, 56), view=(130, 130, 70))
def bed_dug():
    """Raked; one hole."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        _hole(sk, X, Y)

    return _dug(-0.34), over


@prop(ROOM, (94, 56), view=(130, 130, 70))
def bed_planted():
    """The hole filled and watered; a stick says what is in it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        wet = np.hypot(X / 20, (Y - 5) / 12.5) + 0.1 * np.sin(np.arctan2(Y - 5, X) * 5)
        sk.put(wet < 1, "bark", 0.12).put((wet < 1) & ((X + 2 * Y) % 9 < 1.4), "bark", 0.26)
        mound = np.hypot(X / 9, (Y - 5) / np.where(Y > 4, 6, 4)) < 1
        sk.put(mound, "bark", np.clip(0.26 + 0.03 * (Y - 4), 0.1, 0.4), 0.6)
        sk.put((np.abs(X - 3) < 0.9) & (Y > 5) & (Y < 22), "wood", 0.62)
        packet = rect(X, Y, -2, 15, 9, 28)
        rim(sk, packet, "dark", 0.1)
        sk.put(packet, "paper", 0.92).put(packet & (Y > 24), "red", 0.6)
        for cx, cy in ((1.5, 20), (4.5, 21.4), (3.5, 18)):
            sk.put(disc(X, Y, cx, cy, 1.6), "purple", 0.72)
        for x, y in ((-8, 11), (8, 1), (-10, 1), (12, 8)):
            sk.put(disc(X, Y, x, y, 1.0), "water", 0.8)

    return _dug(-0.34), over


@prop(ROOM, (94, 56), view=(140, 160, 100))
def bed_bloom():
    """What came up: honesty, its pennies silver, and irises."""
    rng = np.random.default_rng(23)
    spots = sorted(
        (
            (-37 + 10.4 * i + rng.uniform(-2.4, 2.4), -19 + 13 * j + rng.uniform(-2.6, 2.6))
            for j in range(4)
            for i in range(8)
        ),
        key=lambda s: s[1],
    )

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for k, (x, z) in enumerate(spots):
            base = 5.4 - z
            if k % 3 == 1:  # an iris: blades, a stalk, three falls
                for s in (-3.0, -1.2, 1.4, 3.2):
                    t = np.clip((Y - base) / 13, 0, 1)
                    blade = (np.abs(X - x - s * (0.4 + t)) < 1.2 * (1 - t) + 0.35) & (base < Y) & (base + 13 > Y)
                    sk.put(blade, "leaf", 0.34 + 0.1 * (s < 0) + 0.2 * t)
                sk.put((np.abs(X - x) < 0.7) & (base < Y) & (base + 17 > Y), "leaf", 0.5)
                top = base + 18
                hue = "purple" if k % 2 else "blue"
                for dx, dy, r in ((-3.2, -1.0, 2.5), (3.2, -1.0, 2.5), (0, -2.0, 2.4)):
                    petal = disc(X, Y, x + dx, top + dy, r, r * 0.9)
                    rim(sk, petal, hue, 0.05)
                    sk.put(petal, hue, 0.62)
                for dx in (-1.5, 1.5):
                    petal = disc(X, Y, x + dx, top + 2.6, 1.9, 2.9)
                    rim(sk, petal, hue, 0.05)
                    sk.put(petal, hue, 0.84 - 0.08 * (dx > 0))
                sk.put(disc(X, Y, x, top - 1.4, 1.0, 1.6), "flame", 0.7)
            else:  # honesty
                high = 15 + rng.uniform(0, 7)
                lean = rng.uniform(-0.2, 0.2)
                t = np.clip((Y - base) / high, 0, 1)
                sk.put((np.abs(X - x - lean * high * t) < 0.75) & (base < Y) & (base + high > Y), "leaf", 0.4)
                for s in (-1, 1):
                    leaf = disc(X, Y, x + s * 3.2, base + 4, 3.0, 1.7)
                    sk.put(leaf, "leaf", 0.5 + 0.1 * (s < 0))
                for q in range(4):
                    f = 0.48 + 0.17 * q
                    px, py = x + lean * high * f + (2.9 if q % 2 else -2.9) * (1 - 0.4 * (q > 2)), base + high * f
                    coin = disc(X, Y, px, py, 2.5, 2.9)
                    rim(sk, coin, "web" if k % 4 else "bloss", 0.12)
                    sk.put(coin, "web", 0.82).put(disc(X, Y, px - 0.7, py + 0.8, 1.0, 1.2), "web", 1.0)
                    if k % 4 == 0:
                        sk.put(coin, "bloss", 0.66).put(disc(X, Y, px, py, 0.9), "bloss", 0.95)

    return _dug(-0.32, 0.4), over


# ---- small --------------------------------------------------------------------------------------------------------------
PACKET = (
    "dddddddddd dppppppppd drrrrrrrrd drwrrwrwrd dppppppppd dpvppvvppd dvVvpvVvpd "
    "dpvggpvgpd dppgpgpgpd dppgpgpppd dppppppppd dttttttttd dddddddddd"
)


@prop(ROOM, None, flat=True, shadow=False, view=(40, 40, 20), item="packet")
def packet():
    """Seeds."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        inks = {
            "d": ("dark", 0.1),
            "p": ("paper", 0.92),
            "r": ("red", 0.55),
            "w": ("paper", 0.95),
            "v": ("purple", 0.55),
            "V": ("purple", 0.9),
            "g": ("leaf", 0.5),
            "t": ("tape", 0.6),
        }
        cells(sk, ax - 5, ay - 12, PACKET, inks)

    return [], over


@prop(ROOM, None, flat=True, shadow=False, view=(60, 50, 24))
def doll_duster():
    """Under the bench: a cloth, some wool. It used to be somebody's likeness."""
    groups = [
        G(
            "cloth",
            [
                wavy(ball((-4, 1.6, 1), (8, 3.0, 4.6)), lambda p: 0.9 * np.sin(p[:, 0] * 0.9 + p[:, 2])),
                wavy(ball((5, 1.2, 2), (7.4, 2.2, 4)), lambda p: 0.8 * np.sin(p[:, 0] * 1.1 - p[:, 2])),
            ],
            2.2,
            lambda q, n: 0.12 - 0.1 * (((q[:, 0] + q[:, 2]) % 5) < 1.2),
        ),
        G("yellow", [ball((2, 1.2, 4.4), (4.6, 1.6, 2.4))], 0, plain(0.06)),
    ]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for k in range(4):  # blue wool, come undone
            a = X * 0.7 + k * 1.8
            strand = (np.abs(Y - 1.6 + k * 0.9 - 1.6 * np.sin(a)) < 0.75) & (-13 + k < X) & (-3 + k * 2 > X)
            sk.put(strand, "blue", 0.6 + 0.12 * (k % 2))

    return groups, over


@prop(ROOM, None, flat=True, shadow=False, view=(40, 40, 26))
def bell_17():
    """A brass bell on a folded paper."""
    return [
        G(
            "paper",
            [
                move(blk(0, 0, 0, 14, 1.0, 8, 0.3), RY(8), (0, 0, 1)),
                move(blk(0, 0, 0, 7, 1.2, 8, 0.3), RY(8) @ RZ(9), (3.4, 0.4, 1)),
            ],
            0,
            plain(0.06),
        ),
        G(
            "brass",
            [cyl(-1, 0, 1.4, 5.6, 4.0, 2.2, rd=1.0), ball((-1, 5.8, 0), 2.2), torus((-1, 8.6, 0), 1.2, 0.6, RX(90))],
            0.6,
            plain(0.12),
        ),
    ]


@prop(ROOM, None, flat=True, shadow=False, view=(40, 40, 20))
def plate_page(other):
    """One plate out of the catalogue, let go of: a flower, its name in small print (in her house: pinned, too black)."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        a = math.radians(11)
        U, V = X * math.cos(a) + (Y - 6) * math.sin(a), -X * math.sin(a) + (Y - 6) * math.cos(a)
        page = (np.abs(U) < 7.4) & (np.abs(V) < 5.6) & ~((U > 5.0) & (V > 3.4) & (U + V > 10.4))
        curl = (U > 4.6) & (V > 3.0) & (U + V > 9.2) & page
        rim(sk, page, "dark", 0.05)
        sk.put(page, "paper", 0.94 - 0.012 * U - 0.05 * (V < -4.4)).put(curl, "tape", 0.62)
        sk.put(page & (np.abs(U + 0.2) < 0.02), "paper", 0.6)
        stem = (np.abs(U + 3.4 - 0.12 * (V + 3)) < 0.7) & (V > -4.2) & (V < 0.6)
        sk.put(stem, "leaf", 0.32 if other else 0.5)
        for s in (-1, 1):
            sk.put((np.hypot((U + 3.4 - s * 1.8) / 1.7, (V + 2.2) / 0.9) < 1) & page, "leaf", 0.34 if other else 0.55)
        for k in range(5):
            b = k * 1.2566 + 0.3
            petal = np.hypot(U + 3.2 - 1.6 * math.cos(b), V - 2.0 - 1.5 * math.sin(b)) < 1.15
            sk.put(petal, "red" if other else "purple", 0.62 + 0.1 * (k % 2))
        sk.put(np.hypot(U + 3.2, V - 2.0) < 0.8, "flame", 0.7)
        for k in range(4):
            row = (np.abs(V - 2.6 + 2 * k) < 0.55) & (U > 0.4) & ((6.2, 5.0, 6.0, 3.6)[k] > U)
            sk.put(row & ((np.floor(U * 1.2) + k) % 4 != 0) & ~curl, "dark", 0.02 if other else 0.55)
        if other:
            for x, y in ((-6.4, 4.6), (-6.4, -4.6), (6.4, -4.6), (5.4, 3.6)):
                sk.put(np.hypot(U - x, V - y) < 1.25, "brass", 0.95)

    return [], over


# ---- paper chains ------------------------------------------------------------------------------------------------------
PAGES = ("red", "yellow", "green", "blue", "paper", "purple")


def _droop(x: Array, wide: float, deep: float) -> Array:
    return np.asarray(-deep * (1 - (x / (wide / 2)) ** 2))


@prop(ROOM, None, wall=True, view=(260, 70, 44))
def garland_paper():
    """Bunting cut from the catalogue: tulips, spades, a page nineteen, in no order."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        top = 34 + _droop(X, 222, 17)
        sk.put((np.abs(Y - top) < 0.8) & (np.abs(X) < 111), "tape", 0.5)
        for k in range(13):
            x = -102 + 17 * k
            y = 34 - 17 * (1 - (x / 111) ** 2)
            tilt = 0.05 * ((k * 5) % 4 - 1.5) + 0.002 * x
            U, V = X - x + tilt * (Y - y), y - Y
            hue = PAGES[(k * 4 + k // 5) % 6]
            if k % 4 == 3:
                flag = (np.abs(U) < 5.4) & (V > 0) & (V < 12) & ~((V > 8) & (np.abs(U) < (V - 8) * 1.2))
            else:
                flag = (np.abs(U) < 6.8 - 0.47 * V) & (V > 0) & (V < 14)
            rim(sk, flag, hue, 0.0)
            sk.put(flag, hue, 0.74 - 0.05 * (U > 1.5) - 0.02 * (k % 3)).put(flag & (V < 1.6), hue, 0.95)
            if k % 3 == 0:  # print shows
                sk.put(
                    flag & ((V.astype(int)) % 3 == 2) & (np.abs(U) < 3.6) & ((U * 2 + k).astype(int) % 5 != 0),
                    "dark",
                    0.5,
                )
            elif k % 3 == 1:  # half a tulip
                sk.put(flag & (np.hypot(U / 2.4, (V - 4.6) / 2.6) < 1), "red" if hue != "red" else "paper", 0.86)
                sk.put(flag & (np.abs(U) < 0.6) & (V > 6.6) & (V < 10), "leaf", 0.6)
            else:
                sk.put(flag & (np.hypot(U / 2.2, (V - 4.4) / 2.2) < 1), "paper", 0.9)

    return [], over


def _lantern(kind: int) -> tuple[Built, Over]:
    """A lantern of slit pages, hung; a stub of candle in it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        sk.put((np.abs(X) < 0.7) & (Y > 20) & (Y < 27), "tape", 0.6)
        half = (
            4.6 + 3.6 * np.sin(np.clip((Y - 2) / 17, 0, 1) * math.pi)
            if kind == 1
            else 7.2 - 1.6 * np.abs((Y - 10.5) / 9)
        )
        body = (np.abs(X) < half) & (Y > 2) & (Y < 19)
        rim(sk, body, "flame", 0.0)
        d = np.hypot(X / 7.5, (Y - 9) / 10)
        sk.put(body, "shade", np.clip(0.95 - 0.38 * d, 0.3, 1.0))
        slit = (
            (np.floor((X + 20) * (1 if kind == 1 else 0.72)) % 3 == 0)
            if kind == 1
            else (np.floor((X - Y + 60) / 3) % 2 == 0)
        )
        sk.put(body & slit & (Y > 4) & (Y < 17), "red" if kind == 1 else "yellow", 0.62 + 0.16 * (1 - d))
        for y in (2.5, 18.5):
            sk.put((np.abs(X) < 5.2) & (np.abs(Y - y) < 1.3), "red" if kind == 1 else "blue", 0.55)
        glow = np.clip(0.62 - 0.5 * d, 0, 1)
        sk.glow[body] = glow[body]
        for s in (-1, 0, 1):
            sk.put((np.abs(X - s * 2.4) < 0.7) & (Y < 1.2) & (-3 + abs(s) < Y), "paper", 0.8)

    return [], over


for _k in (1, 2):
    make_prop(
        f"lantern_paper_{_k}", ROOM, lambda k=_k: _lantern(k), None, wall=True, view=(40, 60, 44), light="lantern"
    )


# ---- the first sun -----------------------------------------------------------------------------------------------------
@prop(ROOM, None, flat=True, shadow=False, view=(200, 200, 20))
def sun_shaft():
    """A broad slanting band of sun on the ground; the anchor is its upper middle."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        t = (y - ay) / 156.0
        mid = ax - 24 + 50 * t
        half = 19 + 10 * t
        d = np.abs(x - mid) / half
        soft = np.clip((1 - d) * 2.2, 0, 1) * np.clip(t * 8, 0, 1) * np.clip((1 - t) * 3.2, 0, 1)
        streak = 0.8 + 0.2 * np.sin((x - mid) / half * 7 + 0.8) * np.sin((x - mid) / half * 3)
        v = np.floor(np.clip(soft * streak, 0, 1) * 5 + bayer(*sk.shape) * 0.9) / 5
        m = (v > 0.05) & (t > 0) & (t < 1)
        sk.put(m, "flame", 1.0)
        sk.alpha[m] = 0.2 * v[m]
        sk.glow[m] = 0.12 * v[m]

    return [], over


@prop(ROOM, None, flat=True, shadow=False, view=(150, 100, 50))
def dapple():
    """Sun through leaves: coins of light on the grass."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        rng = np.random.default_rng(31)
        v = np.zeros(X.shape)
        for _ in range(30):
            a, r = rng.uniform(0, 6.28), rng.uniform(0, 1) ** 0.6
            cx, cy, big = 47 * r * math.cos(a), 23 * r * math.sin(a), rng.uniform(2.6, 6.6) * (1.1 - 0.4 * r)
            spot = np.clip(1.35 - np.hypot((X - cx) / big, (Y - cy) / (big * 0.62)), 0, 1)
            v = np.maximum(v, np.clip(spot * 2.0, 0, 1) * (1.05 - 0.45 * r))
        q = np.floor(np.clip(v, 0, 1) * 4 + bayer(*sk.shape) * 0.8) / 4
        m = q > 0.1
        sk.put(m, "flame", 1.0)
        sk.alpha[m] = 0.26 * q[m]
        sk.glow[m] = 0.13 * q[m]

    return [], over
