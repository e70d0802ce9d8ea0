"""What people hold and wear at the party and the morning before it: glasses, a bottle, a key on its string, a spade, a hat;
how ladies in long skirts sit; snow on shoulders; the Other Father's hair and beard."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tools.make_art.actors import cast_other as other
from tools.make_art.actors import cast_real as real
from tools.make_art.actors import hair, rig
from tools.make_art.actors.rig import Human, PartFn, Pose
from tools.make_art.actors.sdf import Part, beside, cap, ell, frus, moved, rot_x, rot_z, tor, unit

Hand = tuple[float, float, float]
KEY = {"key": 0.0, "key_a": 1.7, "key_b": -1.7}
"""Name of the key in a pose -> px by which it swings out at the end of its string."""


def _bright(by: float = 0.14):
    return lambda q, n: by + 0 * q[0]


def _glass(hand: Hand, full: bool = True) -> list[Part]:
    """A tumbler of ginger beer, foam on top."""
    x, y, z = hand[0] + 0.2, hand[1], hand[2] + 1.9
    return [
        Part("gold" if full else "silk", [frus((x, z), y + 0.2, y + 4.4, 1.7, 1.95, 1.0, 0.4)], 0, _bright()),
        Part("cream" if full else "silk", [ell((x, y + 4.9, z), (2.1, 1.1, 2.0))], 0, _bright()),
    ]


def _bottle(p: Pose) -> list[Part]:
    """A big stoneware bottle, tilted away from her: cream below, toffee at the shoulders."""
    base, neck = np.array([3.2, 13.4, 5.4]), np.array([-2.2, 9.0, 14.4])
    if p.prop == "bottle_r":
        base, neck = base * (-1, 1, 1), neck * (-1, 1, 1)
    if p.prop == "bottle_up":
        base, neck = np.array([2.6, 8.0, 7.0]), np.array([-1.6, 16.0, 10.0])
    way = neck - base

    def at(f: float) -> tuple[float, float, float]:
        v = base + way * f
        return float(v[0]), float(v[1]), float(v[2])

    return [
        Part("cream", [cap(at(0), at(0.45), 2.9, 2.9)], 0),
        Part("rust", [cap(at(0.52), at(0.62), 2.8, 2.2), cap(at(0.62), at(0.95), 1.5, 1.2)], 0.5),
        Part("wood", [cap(at(0.98), at(1.06), 1.4)], 0),
    ]


def _key(p: Pose) -> list[Part]:
    """It hangs from her fist and jingles."""
    x, y, z = p.handR or (5, 20, 6)
    swing = KEY[p.prop]
    top, bow = (x + 0.2, y - 0.6, z + 1.2), (x + 0.2 + swing * 0.7, y - 5.0, z + 1.4)
    tip = (x + 0.2 + swing * 1.9, y - 10.4, z + 1.4)
    bit = (x + 2.0 + swing * 1.8, y - 9.6, z + 1.4)
    return [
        Part("cream", [cap(top, bow, 0.42)], 0, _bright()),
        Part("metal", [tor(bow, 1.7, 0.7, rot_x(86)), cap(bow, tip, 0.75)], 0, _bright(0.1)),
        Part("metal", [cap((tip[0], tip[1] + 1.0, tip[2]), bit, 0.7)], 0, _bright(0.1)),
    ]


def _spade(p: Pose) -> list[Part]:
    """Grip in the upper hand, through the lower one, into the ground."""
    a, b = np.array(p.handR or (3, 9, 7)), np.array(p.handL or (-1, 3, 9))
    d = unit(b - a)
    top, end = a - d * 2.0 + (0, 0, 1.0), b + d * 7.0 + (0, 0, 1.0)
    blade = cap(tuple(end), tuple(end + d * 3.6), 2.5, 1.4)
    out = [
        Part("wood", [cap(tuple(top), tuple(end), 0.75), cap(beside(top, -1.7, 0, 0), beside(top, 1.7, 0, 0), 0.8)], 0),
        Part("metal", [blade], 0),
    ]
    if p.prop == "spade_soil":
        out.append(Part("curl", [ell(tuple(end + d * 1.6 + (0, 1.2, 1.2)), (2.6, 1.6, 2.2))], 0))
    return out


HAT = "plum"


def _hat(at: Hand, tip: float) -> list[Part]:
    """Her good hat: plum felt, a ribbon, a pin."""
    M = rot_x(tip)

    def put(part: Part) -> Part:
        return Part(part.mat, [moved(s, M, at) for s in part.shapes], part.k, part.tex)

    return [
        put(Part(HAT, [ell((0, 0, 0), (9.2, 1.5, 8.6))], 0)),
        put(Part(HAT, [frus((0, 0), 0.2, 5.2, 6.3, 5.4, 1.0, 1.4)], 0)),
        put(Part("cream", [tor((0, 1.5, 0), 6.1, 0.9)], 0)),
        put(Part("gold", [ell((3.4, 2.2, 5.4), (1.3, 1.5, 0.8))], 0)),
    ]


def _hatted(p: Pose) -> list[Part]:
    if p.prop == "hat_on":
        return _hat((0, 24.0, 1.2), -5)
    x, y, z = p.handR or (0, 0, 0)
    if p.prop == "hat_lift":
        return _hat((x - 6.0, y + 2.2, z - 4.0), -14)
    return _hat((0, y + 0.2, z + 2.4), 40)


def _branch(p: Pose) -> list[Part] | None:
    hand = p.handR or (5, 10, 7)
    if p.prop in ("glass", "glass_empty"):
        return _glass(hand, p.prop == "glass")
    if p.prop in KEY:
        return _key(p)
    if p.prop in ("bottle", "bottle_r", "bottle_up"):
        return _bottle(p)
    if p.prop in ("spade", "spade_soil"):
        return _spade(p)
    return _hatted(p) if p.prop.startswith("hat") else None


def at_party(base: PartFn | None) -> PartFn:
    """The same hands, with what the party puts into them."""

    def props(p: Pose) -> list[Part]:
        mine = _branch(p)
        if mine is not None:
            return mine
        return base(p) if base else []

    return props


# ---- ladies sit: the skirt goes over the knees and falls from them ----------------------------------------------------
SITS = 0.001
"""``hem`` of a pose in which a lady sits: what is drawn of her depends on it."""


def _skirt(mat: str, lap: float, width: float, fall: float, knee: float) -> list[Part]:
    shapes = [
        ell((0, 0.6, knee * 0.5), (lap, 3.0, knee * 0.72)),
        cap((-lap * 0.45, 0.6, knee), (lap * 0.45, 0.6, knee), 2.8),
        frus((0, knee + 0.6), -fall, 1.2, width, lap * 0.8, 0.42, 0.8),
    ]

    def fold(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        return np.asarray(0.07 * np.sin(q[0] * 1.5) * (q[1] < 0))

    return [Part(mat, shapes, 1.6, fold)]


def lady_legs(s: Human, p: Pose) -> list[Part]:
    """Shoe tips: under the hem where she stands, before her where she sits."""
    if not p.seat:
        return rig.hidden_legs(s, p)
    return [Part(s.boot_mat, [ell((x, s.leg - SHIN[s.name], 9.6), (s.boot_r, 1.3, 2.8)) for x in (-2.2, 2.2)], 0.4)]


SHIN = {"spink": 10.4, "forcible": 7.2, "grandmother": 6.4}


def spink_body(p: Pose) -> list[Part]:
    """Her gown, sitting or standing."""
    parts = real.spink_body(p)
    if not p.seat:
        return parts
    bodice = Part("gown", [frus((0, 0), -1.5, 15.8, 4.4, 4.0, 0.76, 1.2)], 1, parts[0].tex)
    return [bodice, *parts[1:], *_skirt("gown", 5.4, 6.6, 10.0, 7.6)]


def forcible_body(p: Pose) -> list[Part]:
    """The house-coat, sitting or standing."""
    parts = real.forcible_body(p)
    if not p.seat:
        return parts
    coat = Part(
        "housecoat",
        [ell((0, 9.6, 1.0), (7.6, 5.4, 6.2)), frus((0, 0), -2, 8, 8.8, 7.8, 0.86, 1.4)],
        3,
        parts[0].tex,
    )
    return [coat, parts[1], parts[3], *_skirt("housecoat", 7.6, 8.0, 6.6, 7.4)]


def gran_body(p: Pose) -> list[Part]:
    """Coat, shawl and cane; sitting, the cane stands before her."""
    parts = real.gran_body(p)
    if not p.seat:
        return parts
    coat = Part("navy", [frus((0, 0), -1.5, 11.5, 5.6, 4.6, 0.86, 1.2)], 1)
    cane = Part(
        "wood", [cap((7.6, 4.4, 9.6), (8.2, -6.4, 10.4), 0.8, 0.7), tor((7.6, 5.4, 8.4), 1.5, 0.7, rot_z(90))], 0.4
    )
    return [coat, parts[1], parts[2], cane, *_skirt("navy", 5.6, 6.4, 5.8, 7.0)]


# ---- snow -----------------------------------------------------------------------------------------------------------
def _snowed(body: PartFn, wide: float, high: float) -> PartFn:
    """Snow that lies on shoulders and collar, in lumps."""
    spots = ((-1.0, 0.0, 2.5), (-0.62, 0.5, 2.3), (0.62, 0.5, 2.2), (1.0, 0.0, 2.6), (-0.3, 0.1, 1.7), (0.25, 0.2, 1.6))
    lumps = [ell((wide * x, high + y, -0.4), (r * 1.1, r * 0.7, r * 1.15)) for x, y, r in spots]
    crumbs = [ell((x, y, 3.4), (1.0, 0.8, 0.8)) for x, y in ((-3.6, high - 5), (2.4, high - 3.4), (4.0, high - 9))]
    return lambda p: [*body(p), Part("white", lumps, 1.0, _bright(0.1)), Part("white", crumbs, 0, _bright(0.1))]


def _snow_cap(top: float, wide: float) -> PartFn:
    """And on the hair."""
    spots = (
        (0.0, 0.0, 0.4, 3.2),
        (-0.62, -1.6, 1.8, 2.4),
        (0.66, -1.4, 1.2, 2.5),
        (0.1, -0.6, 3.4, 2.2),
        (-0.3, -1.6, -5.4, 3.0),
        (0.5, -2.8, -5.8, 2.5),
    )
    lumps = [ell((wide * x, top + y, z), (r, r * 0.55, r)) for x, y, z, r in spots]
    return lambda p: [Part("white", lumps, 1.2, _bright(0.1))]


SNOW = [
    replace(
        real.MEL,
        name="mel_snow",
        body=_snowed(real.mel_body, 5.6, 16.6),
        hair=hair.join(real.mel_hair, _snow_cap(7.9, 6.0)),
        boot_mat="gold",
        boot_h=3.4,
        boot_r=1.9,
    ),
    replace(
        real.CHARLIE,
        name="charlie_snow",
        body=_snowed(real.charlie_body, 6.3, 17.2),
        hair=hair.join(real.CHARLIE.hair, _snow_cap(8.0, 5.8)),
        boot_mat="red",
        boot_h=3.4,
        boot_r=2.1,
    ),
]


# ---- the Other Father: as much hair as in his portrait -----------------------------------------------------------------
def father_hair(p: Pose) -> list[Part]:
    """Combed over from a parting, locks to be seen."""

    def comb(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        lock = np.sin(np.arctan2(q[0] + 3.2, q[2] + 0.4 * q[1]) * 7.0)
        parting = np.exp(-(((q[0] + 3.2) / 0.9) ** 2)) * (q[1] > 3.5) * (q[2] > -5)
        return np.asarray(-0.10 + 0.17 * lock - 0.34 * parting)

    shell = hair.cap_hair("wood", (7.9, 8.6, 7.8), line=3.4, back=-4.4)(p)
    quiff = Part(
        "wood",
        [
            cap((-3.0, 7.4, 3.6), (2.6, 7.6, 4.6), 2.0, 2.4),
            cap((2.4, 7.4, 4.4), (6.6, 3.6, 3.8), 2.2, 1.3),
            cap((-3.6, 7.0, 3.4), (-6.6, 3.2, 3.4), 1.7, 1.1),
        ],
        0.9,
        comb,
    )
    return [*(Part(g.mat, g.shapes, g.k, comb) for g in shell), quiff]


def father_head(p: Pose) -> list[Part]:
    """A full beard, sideboards up to the hair."""

    def curls(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        return np.asarray(-0.14 + 0.16 * np.sin(q[0] * 2.1 + q[1] * 1.7) * np.sin(q[1] * 1.9 + 1.0))

    beard = [
        ell((0, -6.2, 2.8), (5.9, 4.2, 4.7)),
        cap((-6.2, 0.6, 0.9), (-4.2, -5.4, 2.6), 1.7, 2.1),
        cap((6.2, 0.6, 0.9), (4.2, -5.4, 2.6), 1.7, 2.1),
        cap((-3.4, -3.4, 6.0), (3.4, -3.4, 6.0), 0.9),
    ]
    return [Part("wood", beard, 1.2, curls), *hair.ears("paleskin", 6.6)(p)]


GRAN = replace(real.GRAN, body=gran_body, hair=hair.bun("grey", y=3.4, z=-8.4, r=2.9, base=(7.7, 7.8, 7.6), line=3.8))
FATHER = replace(other.FATHER, hair=father_hair, head_extra=father_head)

NAMES = (
    "coraline",
    "wybie",
    "mel",
    "charlie",
    "bobinsky",
    "spink",
    "forcible",
    "grandmother",
    "mel_snow",
    "charlie_snow",
    "other_father",
)
"""Who is drawn with this file."""
