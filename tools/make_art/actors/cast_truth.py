"""What the people of the Other World are made of, as the stone shows it: paper and string, gowns of gloves, pins, straw."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from tools.make_art.actors import cast_other as other
from tools.make_art.actors import hair
from tools.make_art.actors.faces import Face
from tools.make_art.actors.rig import Human, Pose
from tools.make_art.actors.sdf import Part, Shape, cap, ell, frus, rot_x, sub, tor

BUTTONS = {"B": "0a0a12", "g": "7c86a0", "K": "0a0a12"}
SEWN = Face("button", "none", talk="none", brow="", nose_front=False, colours_=BUTTONS)


def _no_legs(s: Human, p: Pose) -> list[Part]:
    """Nothing below the hem but a trailing thread."""
    return [Part("silk", [cap((0, 1.2, 1.0), (1.4, 0.4, 3.6), 0.5, 0.4)], 0)]


def _nothing(p: Pose) -> list[Part]:
    return [Part("black", [ell((0, -2, 0), 1.2)], 0)]


# --- Other Father: catalogue pages and packing string ---------------------------------------------------------------
def _print(q: np.ndarray, n: np.ndarray) -> np.ndarray:
    """Lines of small type round a roll of paper."""
    word = np.sin(np.arctan2(q[0], q[2]) * 9 + np.floor(q[1] / 2.0) * 2.4) > -0.55
    return np.asarray(-0.34 * ((q[1] % 2.0) < 0.62) * word)


def paper_body(p: Pose) -> list[Part]:
    """A roll of page nineteens, tied like a parcel; a lapel that was only ever painted on."""
    knots = [tor((0, y, 0.2), r, 0.55, rot_x(t)) for y, r, t in ((1.0, 5.9, 6), (6.4, 5.3, -8), (12.0, 5.0, 5))]
    return [
        Part("cream", [frus((0, 0), -4.5, 16.2, 5.7, 4.8, 0.82, 0.9)], 0.8, _print),
        Part(
            "white", [sub(frus((0, 0), 12.5, 18.4, 4.4, 5.4, 0.86, 0.5), frus((0, 0), 14, 20, 3.4, 4.6, 0.86, 0.3))], 0
        ),
        Part("rust", [*knots, cap((0.4, 17, 4.6), (-0.6, -4.5, 5.2), 0.55)], 0),
        Part(
            "rust",
            [
                ell((0, 6.4, 5.4), (1.6, 1.1, 0.9)),
                cap((0, 6.2, 5.6), (2.6, 3.6, 5.6), 0.45),
                cap((0, 6.2, 5.6), (-2.2, 3.2, 5.8), 0.45),
            ],
            0,
        ),
    ]


def paper_head(p: Pose) -> list[Part]:
    """Crumpled; one dry leaf for hair."""
    rng = np.random.default_rng(4)
    lumps: list[Shape] = []
    for _ in range(16):
        a, e = rng.uniform(0, math.tau), rng.uniform(-0.7, 1.4)
        d = np.array([math.cos(a) * math.cos(e), math.sin(e), math.sin(a) * math.cos(e)])
        if d[2] < 0.55:
            lumps.append(ell(tuple(d * (5.6, 6.4, 5.4)), float(rng.uniform(1.8, 3.0))))
    return [
        Part("white", lumps, 0.2, _print),
        Part("rust", [ell((-2.4, 8.0, 1.6), (3.6, 0.9, 2.0)), cap((1.0, 8.0, 1.8), (3.2, 9.0, 2.2), 0.4)], 0.2),
        Part("rust", [tor((0, -5.4, 0.4), 3.0, 0.5)], 0),
    ]


FATHER_TRUTH = replace(
    other.FATHER,
    name="other_father_truth",
    body=paper_body,
    hair=paper_head,
    head_extra=None,
    face=replace(SEWN, mouth="flat", talk="ah", mouth_y=6, colours_={**BUTTONS, "m": "6b4a3a", "M": "3a2a30"}),
    skin="white",
    arm_mat="cream",
    hand_mat="white",
    leg_mat="cream",
    boot_mat="rust",
    cuff=2.1,
    fingers=3.4,
    nose=(0.5, 0.5, 0.5),
)


# --- Other Mother: a dressmaker's stand with a dress pinned to its front --------------------------------------------
def stand_body(p: Pose) -> list[Part]:
    """Hoops of lath, a canvas bust; the red dress covers what faces you and is pinned at the edges."""
    hoops = [tor((0, y, 0), r, 0.55) for y, r in ((3.4, 3.4), (-2.4, 5.0), (-8.4, 6.4), (-14.6, 7.4))]
    ribs = [
        cap((3.2 * math.sin(a), 3.4, 3.2 * math.cos(a)), (7.2 * math.sin(a), -15, 7.2 * math.cos(a)), 0.45)
        for a in np.arange(0.5, 6.5, 0.9)
    ]
    front = sub(frus((0, 0), -17.0, 14.0, 7.8, 3.9, 0.86, 0.8, 0.72), ell((0, 0, -5.0), (12, 24, 7.4)))
    pins = [
        cap((s * x, y, 2.2), (s * (x + 2.4), y + 0.8, 3.4), 0.4, 0.3)
        for s in (-1, 1)
        for x, y in ((4.0, 10), (3.9, 4), (5.2, -3), (6.4, -9))
    ]
    return [
        Part("sandy", [frus((0, 0), 2.6, 16.5, 3.4, 3.9, 0.74, 1.2, 1.0)], 1),
        Part("wood", [*hoops, *ribs], 0.2),
        Part("wood", [cap((0, 3, 0), (0, -18, 0), 1.0)], 0),
        Part("blood", [front], 0.4, lambda q, n: 0.10 * np.sin(np.arctan2(q[0], q[2]) * 9)),
        Part("needle", pins, 0),
        Part("white", [cap((-2.4, 12.6 - 2.6 * i, 3.9), (2.4, 12.6 - 2.6 * i, 3.9), 0.35) for i in range(4)], 0),
    ]


def stand_legs(s: Human, p: Pose) -> list[Part]:
    """One pole, three feet."""
    feet = [cap((0, 3.4, 0), (5.4 * math.sin(a), 0.8, 5.4 * math.cos(a)), 0.9, 0.7) for a in (0.5, 2.6, 4.7)]
    return [Part("wood", [cap((0, 6, 0), (0, 2.4, 0), 1.0), *feet], 0.4)]


def cushion_head(p: Pose) -> list[Part]:
    """A pincushion in six segments; needles for hair."""
    rng = np.random.default_rng(11)
    pins: list[Shape] = []
    heads: list[Shape] = []
    for _ in range(26):
        a, e = rng.uniform(0, math.tau), rng.uniform(0.25, 1.45)
        d = np.array([math.cos(a) * math.cos(e), math.sin(e), math.sin(a) * math.cos(e)])
        if d[2] > 0.6 and d[1] < 0.7:
            continue
        long = float(rng.uniform(10.5, 14.5))
        pins.append(cap(tuple(d * 6), tuple(d * long), 0.4, 0.35))
        heads.append(ell(tuple(d * long), 0.85))

    def segments(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        return np.asarray(-0.34 * (np.abs(np.sin(np.arctan2(q[0], q[2] + 0.01) * 3 + 0.4)) < 0.13))

    return [
        Part("wool", [ell((0, 0.6, -0.2), (7.4, 7.2, 7.0))], 0, segments),
        Part("needle", pins, 0),
        Part("black", heads, 0),
        Part("rust", [ell((0, 7.4, 0), (1.6, 0.8, 1.6))], 0),
    ]


MOTHER_TRUTH = replace(
    other.MOTHER,
    name="other_mother_truth",
    body=stand_body,
    hair=cushion_head,
    face=replace(
        SEWN, mouth="big", talk="bigtalk", mouth_y=6, colours_={**BUTTONS, "r": "0c0818", "t": "f4fbf4", "M": "0c0818"}
    ),
    skin="wool",
    arm_mat="needle",
    hand_mat="needle",
    arm_r=0.9,
    cuff=0.7,
    hand_r=1.0,
    fingers=6.4,
    legs=stand_legs,
    nose=(0.5, 0.5, 0.5),
    frame=(56, 88),
    anchor=(28.5, 74),
)


# --- Other Bobinsky: a coat with nobody in it -----------------------------------------------------------------------
def shako_low(p: Pose) -> list[Part]:
    """The hat stands on the collar."""
    return [Part(g.mat, [_lower(s, -6.4) for s in g.shapes], g.k, g.tex) for g in other.shako(p)]


def _lower(s: Shape, dy: float) -> Shape:
    off = np.array([[0.0], [dy], [0.0]], np.float32)
    return Shape(lambda q: s.f(q - off), (s.c[0], s.c[1] + dy, s.c[2]), s.r)


BOBINSKY_TRUTH = replace(
    other.OBOB,
    name="other_bobinsky_truth",
    hair=shako_low,
    head_extra=_nothing,
    head=(3.0, 2.4, 3.0),
    nose=(0.4, 0.4, 0.4),
    neck=4.0,
    neck_len=0,
    skin="black",
    face=Face("button", "none", talk="none", brow="", nose_front=False, eye_y=60, mouth_y=60, colours_=BUTTONS),
)


# --- the two stars: dressing gowns full of applause -----------------------------------------------------------------
def gown(main: str, trim: str, width: float):
    """Open in front; gloves clap inside it and out at the top."""

    def body(p: Pose) -> list[Part]:
        whole = frus((p.sway * 0.4, 0), -16.0, 13.5, width + 2.4, 4.6, 0.84, 1.0, 0.72)
        slit = ell((0, -3, 7.6), (2.7, 15.5, 5.4))
        inner = [
            ell((x, y, 3.0), (1.7, 1.5, 1.2))
            for x, y in ((-0.9, 8.2), (1.1, 5.4), (-1.0, 2.4), (0.9, -0.8), (-0.8, -4.2), (0.9, -7.6))
        ]
        fold = [cap((s * 2.9, 12.4, 3.8), (s * 2.5, -14, 7.0), 1.0, 1.1) for s in (-1, 1)]
        return [
            Part(main, [sub(whole, slit)], 1, lambda q, n: 0.09 * np.sin(np.arctan2(q[0], q[2]) * 8)),
            Part(trim, [*fold, tor((0, 13.6, -0.2), 3.9, 1.2, rot_x(10))], 0.4),
            Part("black", [frus((0, 0), -14, 12, 5.6, 3.4, 0.7, 0.8)], 0),
            Part("white", inner, 0),
            Part("gold", [tor((0, 3.2, 0), 4.4, 0.55)], 0),
        ]

    return body


def _glove(x: float, y: float, z: float, tip: float) -> list[Shape]:
    c, s = math.cos(math.radians(tip)), math.sin(math.radians(tip))

    def at(u: float, v: float) -> tuple[float, float, float]:
        return (x + u * c - v * s, y + u * s + v * c, z)

    palm = cap(at(0, -4), at(0, 0), 1.2, 1.7)
    return [
        palm,
        *(cap(at(u * 0.7, 0.8), at(u * 1.3, 3.4 - 0.3 * abs(u)), 0.65, 0.5) for u in (-1.3, 0, 1.3)),
        cap(at(1.2, -0.6), at(2.7, 1.0), 0.6, 0.5),
    ]


def gloves_up(p: Pose) -> list[Part]:
    """Where a head would be: hands, clapping."""
    k = p.bounce
    out = [
        *_glove(-4.6 + k, 0.6, 1.4, 18 - 10 * k),
        *_glove(4.6 - k, 0.6, 1.4, -18 + 10 * k),
        *_glove(0, 4.4 + k, -1.2, 4),
    ]
    return [Part("white", out, 0.4), Part("silk", _glove(-2.6, 2.2 - k, 3.2, -24) + _glove(3.0, 2.4 - k, 3.0, 30), 0.4)]


def _star(name: str, base: Human, main: str, trim: str, width: float) -> Human:
    return replace(
        base,
        name=name,
        body=gown(main, trim, width),
        hair=gloves_up,
        props=None,
        head=(1.6, 1.4, 1.6),
        nose=(0.3, 0.3, 0.3),
        neck=6.6,
        neck_len=0,
        skin="black",
        arm_mat=main,
        hand_mat="white",
        arm_r=2.0,
        cuff=2.9,
        hand_r=2.0,
        legs=_no_legs,
        face=Face("button", "none", talk="none", brow="", nose_front=False, eye_y=60, mouth_y=60, colours_=BUTTONS),
    )


SPINK_TRUTH = _star("other_spink_truth", other.OSPINK, "gown", "rose", 5.2)
FORCIBLE_TRUTH = _star("other_forcible_truth", other.OFORCIBLE, "housecoat", "gold", 5.8)


# --- Other Wybie: a coat stuffed with straw, a sack for a head ------------------------------------------------------
def straw_body(p: Pose) -> list[Part]:
    """Seams gone at the side and the shoulders; straw comes out."""
    rng = np.random.default_rng(9)
    tufts: list[Shape] = []
    for _ in range(22):
        a = rng.uniform(0, math.tau)
        y, r = (-4.6, 5.6) if rng.random() < 0.55 else (12.0, 3.6)
        x, z = r * math.sin(a), r * 0.8 * math.cos(a)
        up = -2.6 if y < 0 else 2.0
        tufts.append(cap((x * 0.8, y, z * 0.8), (x * 1.25, y + up * rng.uniform(0.5, 1.2), z * 1.25), 0.5, 0.3))
    side = [cap((5.4, 8 - 2.2 * i, 3.0), (7.2, 7.2 - 2.2 * i, 3.6), 0.45, 0.35) for i in range(4)]

    def seam(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        return np.asarray(
            -0.30 * (np.abs(q[0]) < 0.5) * (q[2] > 0) + 0.24 * ((np.abs(q[0]) < 1.6) & (q[1] % 2.4 < 0.7) & (q[2] > 0))
        )

    return [Part("dusk", [frus((0, 0), -4.0, 12.5, 6.6, 4.7, 0.8, 1.2, 0.9)], 2, seam), Part("sandy", tufts + side, 0)]


def sack_head(p: Pose) -> list[Part]:
    """Tied at the neck, sewn up the middle, wool stuck on."""

    def weave(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        return np.asarray(
            0.07 * np.sign(np.sin(q[0] * 2.2) * np.sin(q[1] * 2.2)) - 0.3 * ((np.abs(q[0]) < 0.5) & (q[1] > 2.5))
        )

    return [
        Part("sandy", [ell((0, -0.4, 0.4), (8.2, 8.2, 7.8))], 0, weave),
        Part("rust", [tor((0, -7.2, 0.4), 4.2, 0.7)], 0),
        Part(
            "white",
            [cap((s * 1.2, -3.6, 8.0), (s * 1.2, -5.4, 7.4), 0.4) for s in (-1, 0, 1)]
            + [cap((-2.8, -4.5, 7.8), (2.8, -4.5, 7.8), 0.35)],
            0,
        ),
    ]


WYBIE_TRUTH = replace(
    other.OWYBIE,
    name="other_wybie_truth",
    body=straw_body,
    hair=hair.join(hair.curls("curl", seed=8, n=14, r=(1.6, 2.2)), sack_head),
    head_extra=None,
    skin="sandy",
    arm_mat="dusk",
    fore_mat="",
    leg_mat="sandy",
    boot_mat="black",
    hand_mat="cream",
    face=replace(SEWN, brow=""),
)

TRUTH = [FATHER_TRUTH, MOTHER_TRUTH, BOBINSKY_TRUTH, SPINK_TRUTH, FORCIBLE_TRUTH, WYBIE_TRUTH]
"""The same height and frame as the people they belong to."""
