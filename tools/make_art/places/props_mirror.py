"""Props behind the mirror and on the way home: three cots, what the children left, hiding places with somebody in them."""

from __future__ import annotations

import math

import numpy as np

from tools.make_art.core.field import Sketch, noise
from tools.make_art.places.again import Built, Over, line, over_it
from tools.make_art.places.brush import around, cells, disc, glow, rect, rim
from tools.make_art.places.prop import ALL, make_prop, prop
from tools.make_art.places.props_house import grain
from tools.make_art.places.sdf import G, ball, blk, cyl, rod, torus, wavy
from tools.make_art.places.surfaces import plain

ROOM, HIDES = "mirror", "hides"
S = (-1, 1)


# ---- the room behind the glass -------------------------------------------------------------------------------------
def _cot(x: float, w: float, d: float) -> list[G]:
    """An iron bedstead, head to the wall, a bare mattress."""
    rails = [rod((x + s * w / 2, 0, z), (x + s * w / 2, h, z), 1.1) for s in S for z, h in ((-d / 2, 20), (d / 2, 12))]
    rails += [rod((x - w / 2, h, z), (x + w / 2, h, z), 1.0) for z, h in ((-d / 2, 19), (-d / 2, 12), (d / 2, 11.4))]
    rails += [rod((x + k * w / 6, 7, -d / 2), (x + k * w / 6, 19, -d / 2), 0.6) for k in (-2, -1, 0, 1, 2)]
    knobs = [ball((x + s * w / 2, h + 1, z), 1.7) for s in S for z, h in ((-d / 2, 20), (d / 2, 12))]

    def tick(p: np.ndarray, n: np.ndarray) -> np.ndarray:
        return np.asarray(-0.30 - 0.10 * (np.abs((p[:, 0] - x) % 5 - 2.5) < 0.7) - 0.08 * (np.abs(p[:, 2]) < 0.8))

    return [
        G("iron", rails, 0.3),
        G("iron", knobs),
        G("stone", [blk(x, 6, 0, w - 2.5, 4.5, d - 2, 2)], 0, tick),
        G("web", [blk(x, 9.4, -d / 2 + 5, w - 6, 2.6, 6.5, 1.3)], 0, plain(-0.34)),
    ]


@prop(ROOM, (106, 22), view=(150, 100, 70))
def cots_three():
    """Three sizes, none of them with a dip in it."""
    return [*_cot(-36, 32, 30), *_cot(0, 28, 26), *_cot(33, 24, 22)]


@prop(ROOM, None, wall=True, view=(40, 100, 84))
def bell_pull_worn():
    """A ribbon with a ring, worn right through; it hangs by threads."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        sway = 0.8 * np.sin(Y * 0.10)
        bracket = rect(X, Y, -5, 62, 5, 65) | disc(X, Y, 0, 66, 2.6)
        rim(sk, bracket, "brass", 0.0)
        sk.put(bracket, "brass", 0.44)
        fray = 3.0 - 2.4 * np.exp(-(((Y - 26) / 5.5) ** 2)) + 0.7 * np.sin(Y * 1.7)
        ribbon = (np.abs(X - sway) < fray) & (Y > 12) & (Y < 62)
        hole = (Y > 23) & (Y < 30)
        ribbon &= ~hole
        rim(sk, ribbon, "purple", 0.0)
        sk.put(ribbon, "purple", 0.50 + 0.12 * (sway > X)).put(
            ribbon & (np.abs(X - sway) < 0.7) & (Y % 5 < 3), "brass", 0.5
        )
        for k, x in enumerate((-2, 0, 1)):
            line(sk, ax + x, ay - 31, ax + x + (k - 1), ay - 22, "web", 0.5)
        ring = disc(X, Y, 0.6, 7, 5.2) & ~disc(X, Y, 0.6, 7, 2.8)
        rim(sk, ring, "brass", 0.0)
        sk.put(ring, "brass", 0.46).put(ring & (Y > 9), "brass", 0.72)

    return [], over


@prop(ROOM, None, wall=True, view=(140, 90, 70))
def tally_marks():
    """Scratches in fives; three columns that stop at different heights."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(12)
        for x0, rows, wide in ((-50, 7, 3), (-12, 5, 3), (27, 3, 2)):
            for j in range(rows):
                for i in range(wide):
                    if j == rows - 1 and i == wide - 1:
                        continue
                    x, y = ax + x0 + i * 10, ay - 4 - j * 8
                    for k in range(4):
                        t = 0.62 + 0.2 * rng.random() - 0.02 * j
                        m = line(sk, x + k * 2, y, x + k * 2 + rng.integers(0, 2), y - 5, "web", t)
                        sk.alpha[m] = 0.75
                    m = line(sk, x - 1, y - 1, x + 8, y - 4, "web", 0.78)
                    sk.alpha[m] = 0.75
        m = line(sk, ax + 27, ay - 29, ax + 27, ay - 33, "web", 0.7)
        sk.alpha[m] = 0.75

    return [], over


@prop(ROOM, (26, 10), view=(60, 110, 80))
def sheet_ghost():
    """A sheet over a nail. It was never anything else."""

    def folds(p: np.ndarray) -> np.ndarray:
        a = np.arctan2(p[:, 0], p[:, 2] + 0.01)
        low = np.clip((46 - p[:, 1]) / 46, 0, 1)
        return np.asarray((0.5 + 1.5 * low) * np.sin(a * 7 + 0.4 * np.sin(p[:, 1] * 0.1)))

    def eyes(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for s in S:
            sk.put(disc(X, Y, s * 3.2, 43, 1.6, 2.4), "web", 0.34)
        sk.put(disc(X, Y, 0, 58.5, 1.6), "iron", 0.7)

    return [
        G(
            "web",
            [wavy(cyl(0, 0, 0, 50, 13.5, 4.4, 0.6, 0.5, 0.7), folds), ball((0, 49, 0), (6.6, 7.4, 5))],
            3,
            plain(-0.14),
        ),
    ], eyes


@prop(ROOM, (56, 22), view=(100, 80, 56))
def rags_heap():
    """Small coats and rags, soft enough to be hidden in."""
    heap = [
        ("iron", (-6, 6, -3), (24, 9, 9)),
        ("stone", (10, 7, -2), (17, 9, 8)),
        ("purple", (-15, 6, 4), (13, 6, 6)),
        ("blue", (6, 9, 3), (13, 7, 6)),
        ("iron", (19, 4, 5), (11, 5, 5)),
        ("stone", (-4, 13, 0), (11, 6, 5)),
    ]
    out = [
        G(
            m,
            [wavy(ball(c, r), lambda p, k=k: 0.9 * np.sin(p[:, 0] * 0.8 + k) * np.sin(p[:, 1] * 0.9 + p[:, 2] * 0.5))],
            2,
            plain(-0.16),
        )
        for k, (m, c, r) in enumerate(heap)
    ]
    out += [
        G("blue", [rod((-20, 4, 8), (-28, 2, 11), 3.4, 2.6)], 0, plain(-0.14)),
        G("purple", [rod((14, 8, 7), (25, 2, 10), 3.2, 2.4)], 0, plain(-0.12)),
        G("brass", [ball((4 + 3 * i, 12 - 2 * i, 9), 1.0) for i in range(3)], 0, plain(-0.1)),
    ]
    return out


# ---- on the floor of the way home ----------------------------------------------------------------------------------
def _small(rows: str, inks: dict[str, tuple[str, float]]) -> Built:
    def over(sk: Sketch, ax: int, ay: int) -> None:
        grid_ = rows.split()
        cells(sk, ax - len(grid_[0]) // 2, ay - len(grid_) + 1, rows, inks)

    return [], over


GREYS = {
    "k": ("dark", 0.0),
    "a": ("stone", 0.25),
    "b": ("stone", 0.45),
    "c": ("stone", 0.62),
    "d": ("web", 0.62),
    "g": ("brass", 0.45),
}
SMALL = {
    "old_shoe": (
        "......kkk..... .....kbcbk.... ....kaakcbk... ....kkkabcbk.. ...kbkgkbbckk. ..kbbkgkbbbcck "
        ".kaabbbbbbbbck kaaaaaaaaaaaak kkkkkkkkkkkkkk"
    ),
    "old_sock": (
        "kkkk........ kdck........ kbbk........ kdck........ kbbkk....... kddcbkkkk... .kbbbddcbkk. "
        "..kkdccbbddk ...kkbbddcbk .....kkkkkk."
    ),
    "old_collar": (
        "..kkkkkkkkkkk... .kddddddddddck.. kdbbbbbbbbbbck.. kdbddddddddbdck. kdbdkkkkkkdbdck. "
        ".kdbdck.kcdbdck. ..kkdk...kdbdk.. ....k..d..kkk..d .......d.d.ddd.d ........d.d...d."
    ),
    "glove_left": (
        ".....kk.kk........ ....kbckbckk...... ...kkbckbckbck.... ..kbkbbkbbkbbck... "
        "kkkbbkbbkbbbbbckkk kbckbbbbbbbbbbkddk kbbbbbbbbbbbbbkddk .kabbbbbbbbbbakddk "
        "..kaaaabbbbaaakddk ...kkkkaaaaakkkdk. .......kkkkk..kkk."
    ),
}
for _name, _rows in SMALL.items():
    _inks = dict(GREYS)
    if _name == "glove_left":
        _inks |= {"a": ("wood", 0.25), "b": ("wood", 0.5), "c": ("wood", 0.75), "d": ("china", 0.8)}
    make_prop(_name, ROOM, lambda r=_rows, i=_inks: _small(r, i), None, flat=True, shadow=False, view=(40, 40, 20))


def _held(state: int) -> Built:
    """The little door seen from inside: planks, light round it. 0 shut, 1 ajar, 2 heaved open against somebody."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        hole = (np.abs(X) < 17) & (Y > 0) & (Y < 40) | disc(X, Y, 0, 40, 17, 15)
        frame = (np.abs(X) < 20) & (Y > -1) & (Y < 40) | disc(X, Y, 0, 40, 20, 18)
        sk.put(frame, "dwood", 0.18).put(frame & (X < -17.5), "dwood", 0.4)
        sk.put(hole, "flame", 0.84 if state else 0.1)
        glow(sk, hole, 0.8 if state else 0.0)
        left = -17 + (0, 5, 11)[state]
        lean = (0.0, 0.04, 0.11)[state]
        x = X - lean * (Y - 20)
        door = hole & (x > left)
        plank = ((x + 40) % 7) < 1
        grey = noise(*sk.shape, 24, 4, 3, 2)
        sk.put(door, "wood", 0.30 + 0.16 * grey).put(door & plank, "wood", 0.08)
        sk.glow[door] = 0
        sk.put(door & (((Y > 9) & (Y < 13)) | ((Y > 36) & (Y < 40))), "wood", 0.5)
        sk.put(door & ((np.abs(Y - 11) < 0.7) | (np.abs(Y - 38) < 0.7)) & (X.astype(int) % 7 == 3), "iron", 0.8)
        knob = disc(X, Y, left + 6 + lean * 4, 23, 2.2)
        rim(sk, knob, "iron", 0.0)
        sk.put(knob, "iron", 0.6)
        edge = hole & (x > left) & (x < left + 1.4)
        sk.put(edge, "shade" if state else "wood", 0.9 if state else 0.1)
        if state:
            glow(sk, edge, 0.9)
        else:
            slit = hole & ((Y < 1.5) | (X < -15.6))
            sk.put(slit, "flame", 0.7)
            glow(sk, slit, 0.5)
        if state == 2:  # four stitched fingers hold on to it
            for i in range(4):
                f = rect(X, Y, left - 3, 26 - 4 * i, left + 4, 29 - 4 * i)
                rim(sk, f, "dark", 0.0)
                sk.put(f, "skin", 0.5)

    return [], over


for _k, _state in enumerate(("shut", "ajar", "heaved")):
    make_prop(f"small_door_held_{_state}", ROOM, lambda k=_k: _held(k), None, wall=True, view=(70, 90, 70))


# ---- somebody is in there ------------------------------------------------------------------------------------------
BOOT = ".kkkk. kYyyyk kyyyok kkkkkk"
BOOT_INKS = {"k": ("flame", 0.0), "Y": ("flame", 1.0), "y": ("flame", 0.8), "o": ("flame", 0.6)}
EYES = "kwk..kwk"


def _boots(x: int, y: int) -> Over:
    return lambda sk, ax, ay: [cells(sk, ax + x + dx, ay + y, BOOT, BOOT_INKS) for dx in (-6, 1)] and None  # type: ignore[return-value]


def _shape_under(groups: list[G], mat: str, x: float, y: float, r: tuple[float, float, float], z: float) -> list[G]:
    """Somebody behind the cloth, as one more fold of it."""
    return [
        *groups,
        G(mat, [ball((x, y, z), r), ball((x + 1, y + r[1] * 0.9, z), (r[0] * 0.62, r[0] * 0.62, r[2] * 0.8))], 4),
    ]


def _gap(x0: float, y0: float, x1: float, y1: float, eyes: tuple[int, int]) -> Over:
    """A dark gap with two eyes in it."""

    def paint(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        m = rect(X, Y, x0, y0, x1, y1)
        sk.put(m, "dark", 0.06).put(m & (y1 - 1 < Y), "dark", 0.0)
        for dx in (-3, 2):
            cells(sk, ax + eyes[0] + dx, ay - eyes[1], "wk", {"w": ("paper", 1.0), "k": ("dark", 0.0)})
            sk.glow[ay - eyes[1], ax + eyes[0] + dx] = 0.5

    return paint


def _hide(
    base: str,
    size: tuple[int, int, int, int],
    *paint: Over,
    more: tuple[str, float, float, tuple[float, float, float], float] | None = None,
) -> None:
    def build(other: bool) -> Built:
        groups, over = over_it(base, *paint, other=other, size=size)
        return (_shape_under(groups, *more) if more else groups), over

    prop(HIDES, ALL[base].foot, wall=ALL[base].wall, name=f"{base}_in", view=(140, 160, 120))(
        lambda other: build(other)
    )


_hide("curtain_left", (36, 116, 17, 106), _boots(-2, 1), more=("velvet", -2.0, 21.0, (8.0, 19.0, 4.0), 4.0))
_hide("curtain_right", (35, 116, 16, 106), _boots(0, 1), more=("velvet", 0.0, 21.0, (8.0, 19.0, 4.0), 4.0))
_hide("curtain_door", (78, 93, 39, 89), _boots(27, -3), more=("velvet", 27.0, 20.0, (7.4, 17.0, 3.6), 3.0))
_hide("trunk", (50, 50, 25, 34), _gap(-20, 8, 20, 13, (2, 11)))
_hide("toy_chest", (40, 44, 19, 31), _gap(-15, 5, 15, 9, (0, 7)))
_hide("wardrobe", (64, 96, 32, 82), _gap(-1, -5, 5, 55, (1, 26)))
_hide("dressing_screen", (68, 70, 34, 60), _boots(10, 0))


def _coats(hidden: bool) -> Built:
    """A rack so full that somebody can stand in it."""

    def paint(sk: Sketch, ax: int, ay: int) -> None:
        if hidden:
            _boots(1, 1)(sk, ax, ay)

    return [
        G(
            "wood",
            [cyl(0, 0, 0, 3, 9, 7), rod((0, 2, 0), (0, 64, 0), 1.6)]
            + [rod((0, 58, 0), (math.cos(a) * 11, 63, math.sin(a) * 5), 1.0) for a in (0.3, 1.2, 1.9, 2.8, 3.6, 5.0)],
            0.6,
            grain,
        ),
        G("cloth", [wavy(ball((9, 34, 3), (8, 26, 5)), lambda p: 0.8 * np.sin(p[:, 0] * 1.3))]),
        G("green", [wavy(ball((-9, 36, 3), (8, 24, 5)), lambda p: 0.8 * np.sin(p[:, 0] * 1.3 + 1))]),
        G(
            "purple",
            [
                wavy(
                    ball((0, 33 + 2 * hidden, 6), (7.4 + 1.4 * hidden, 26, 5 + 2 * hidden)),
                    lambda p: 0.7 * np.sin(p[:, 0] * 1.4 + 2),
                )
            ],
        ),
        G("purple", [rod((5, 44, 9), ((11, 36, 13) if hidden else (8, 26, 9)), 2.8, 2.4)]),
        G("brass", [ball((0.4, y, 11 + 2 * hidden), 1.0) for y in (22, 30, 38)]),
        G("red", [ball((-10, 65, 2), (5.4, 3, 4)), cyl(-10, 2, 62, 63, 7.4, 7.4, 0.8)]),
        G("blue", [torus((10, 63, 2), 3.4, 1.4)]),
    ], paint


make_prop("coats", HIDES, lambda: _coats(False), (24, 12), view=(90, 120, 90))
make_prop("coats_in", HIDES, lambda: _coats(True), (24, 12), view=(90, 120, 90))
_hide("coat_rack", (29, 81, 14, 68), _boots(6, 1), more=("cloth", 6.0, 24.0, (8.0, 20.0, 5.0), 4.0))
