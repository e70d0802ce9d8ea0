"""The Other World: button-eyed doubles, richer and wronger than the people they copy."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tools.make_art.actors import cast_real as real
from tools.make_art.actors import hair
from tools.make_art.actors.faces import Face
from tools.make_art.actors.rig import Human, Pose, hidden_legs
from tools.make_art.actors.sdf import Part, cap, ell, frus, part_moved, rot_x, sub, tor

BUTTON = {"B": "0a0a12", "g": "7c86a0", "K": "0a0a12"}


# --- Other Mother: caring, then thin --------------------------------------------------------------------------------
def mother_body(p: Pose) -> list[Part]:
    """Red dress with pleats, a cream apron with a heart-shaped bib."""

    def pleat(q, n):
        return 0.10 * np.sin(np.arctan2(q[0], q[2]) * 9) * np.clip((22 - q[1]) / 14, 0, 1)

    sway = p.sway * 0.5
    return [
        Part("red", [frus((0, 0), 1, 16.5, 4.4, 4.1, 0.74, 1.2, 1)], 2),
        Part("red", [frus((sway * 0.4, 0), -17.5, 4, 7.9, 3.6, 0.84, 1.0, 0.72)], 2, pleat),
        Part(
            "cream",
            [
                cap((-1.3, 10.5, 3.0), (0, 6.6, 3.3), 1.5, 1.2),
                cap((1.3, 10.5, 3.0), (0, 6.6, 3.3), 1.5, 1.2),
                cap((0, 3.2, 3.5), (sway, -8.5, 5.2), 2.6, 3.4),
            ],
            0.8,
        ),
        Part("cream", [tor((0, 3.4, 0), 3.5, 0.8)], 0),
        Part("cream", [ell((s * 2.0, 3.6, -3.6), (1.9, 1.4, 0.8)) for s in (-1, 1)], 0.3),
        Part("bone", [tor((0, 16.2, 0.4), 2.7, 1.0, rot_x(12))], 0),
    ]


_om_bob = hair.bob_hair("black", 8.5, -6.2, fringe=False, flick=True, face_x=7.6)


def mother_hair(p: Pose) -> list[Part]:
    """Perfect waves, tips turned out."""
    return [
        *_om_bob(p),
        Part(
            "black",
            [cap((-2, 6.6, 4.4), (-6.2, 2.8, 4.2), 1.8, 0.9), cap((-1.5, 6.8, 4.6), (5.6, 3.4, 4.4), 1.9, 0.9)],
            0.8,
            hair.strands(),
        ),
    ]


def dish(p: Pose) -> list[Part]:
    """What she carries: a pie on a plate, or the small round box."""
    (xl, yl, zl), (xr, yr, zr) = p.handL or (-3, 8, 9), p.handR or (3, 8, 9)
    x, y, z = (xl + xr) / 2, (yl + yr) / 2 + 1.2, (zl + zr) / 2 + 1.8
    if p.prop == "box":
        return [
            Part("plum", [frus((x, z), y - 0.6, y + 3.4, 3.8, 3.8, 1.0, 0.5)], 0),
            Part("gold", [tor((x, y + 2.0, z), 3.8, 0.5), ell((x, y + 4.2, z), (1.6, 1.0, 1.4))], 0),
        ]
    if p.prop == "thread":
        return [Part("rose", [cap((xl, yl + 1, zl + 1), (xr, yr + 2, zr + 1), 0.55)], 0)]
    return [
        Part("white", [frus((x, z), y - 0.8, y + 0.4, 3.6, 5.6, 0.9, 0.4)], 0),
        Part("sandy", [ell((x, y + 0.8, z), (4.2, 2.4, 3.8))], 0),
        Part("wood", [tor((x, y + 0.7, z), 4.0, 0.8)], 0),
        Part("wood", [cap((x - 0.9, y + 3.1, z + 0.6), (x + 0.9, y + 3.1, z + 0.8), 0.5)], 0),
    ]


MOTHER_FACE = Face(
    "button",
    "big",
    talk="bigtalk",
    brow="EEE",
    brow_y=-3,
    mouth_y=7,
    nose_front=True,
    colours_=dict(BUTTON, E="2b1c2c", n="a39fae", r="c82c3c", M="480e2c"),
    side_dx=0,
)
MOTHER = Human(
    "other_mother",
    mother_body,
    mother_hair,
    MOTHER_FACE,
    skin="paleskin",
    arm_mat="red",
    leg_mat="black",
    boot_mat="black",
    leg=20,
    torso=17.5,
    shoulder=4.5,
    arm=7.4,
    arm_r=1.5,
    cuff=1.9,
    arm_out=0.22,
    head=(7.0, 7.9, 6.8),
    neck=7.8,
    neck_len=4,
    hand_r=1.5,
    fingers=4.2,
    boot_r=1.6,
    boot_h=0.4,
    hip_w=2.6,
    legs=hidden_legs,
    props=dish,
    frame=(48, 80),
    anchor=(24.5, 68),
    hurt=(12, 24),
)


def thin_hair(p: Pose) -> list[Part]:
    """Drawn back into spikes."""
    sw = p.sway * 0.5
    sh = [sub(ell((0, 1.6, -1.2), (7.6, 8.6, 7.8)), ell((0, -3.2, 6.6), (6.6, 9.6, 7.6)))]
    spikes = [
        cap((s * x, y, -2), (s * (x + dx) + sw, y + dy, -4), 2.0, 0.3)
        for s in (-1, 1)
        for x, y, dx, dy in ((5.5, 4.5, 5.5, 2.6), (6.4, -0.5, 5.2, -3.6), (3, 8, 2.6, 5.2))
    ]
    return [Part("black", sh + spikes + [cap((0, 8.5, -3), (sw, 14.5, -5), 2.0, 0.3)], 1.2, hair.strands(11, 0.09))]


def thin_head(p: Pose) -> list[Part]:
    """Hollow cheeks: sharp cheekbones and a long chin."""
    return [
        Part(
            "paleskin",
            [cap((s * 4.4, -1.4, 4.6), (s * 5.8, -0.4, 2.6), 1.2) for s in (-1, 1)]
            + [cap((0, -6.5, 3.2), (0, -8.6, 4.2), 2.0, 1.1)],
            1.2,
        )
    ]


def _between(a: float, b: float, t: float) -> float:
    return a + (b - a) * t


def _tall_body(leg: float, torso: float, t: float):
    """What a dress does on a woman who is growing out of it. t: 0 as she came in, 1 wrists, 2 ribs, 3 thin."""
    red = "red" if t < 1.6 else "blood"

    def rib(q, n):
        return -0.22 * np.clip(t - 1, 0, 1) * (np.sin(q[1] * 1.25) > 0.62) * (np.abs(q[0]) < 5)

    def cloth(q, n):
        return 0.10 * np.sin(np.arctan2(q[0], q[2]) * (9 + t)) * np.clip((torso + 4 - q[1]) / 14, 0, 1)

    def body(p: Pose) -> list[Part]:
        waist, low, sway = _between(4.0, 7.5, t / 3), leg - 2.4, p.sway * 0.5
        upright = rot_x(-0.8 * p.lean)  # she bends at the waist: the skirt hangs

        def hang(g: Part) -> Part:
            return part_moved(g, upright)

        parts = [
            Part(
                red,
                [
                    frus(
                        (0, 0),
                        waist - 3,
                        torso - 0.9,
                        _between(4.4, 2.5, t / 3),
                        _between(4.1, 4.7, t / 3),
                        0.72,
                        1.1,
                        1.1,
                    )
                ],
                2,
                rib,
            ),
            hang(
                Part(
                    red,
                    [
                        frus(
                            (sway * 0.4, 0),
                            -low,
                            waist,
                            _between(7.9, 8.0, t / 3),
                            _between(3.6, 2.5, t / 3),
                            0.84,
                            0.9,
                            _between(0.72, 0.55, t / 3),
                        )
                    ],
                    1.8,
                    cloth,
                )
            ),
            Part("black" if t > 1.5 else "cream", [tor((0, waist - 0.5, 0), _between(3.5, 2.4, t / 3), 0.8)], 0),
        ]
        if t < 1.6:  # the apron, pulled long
            hem = -low * _between(0.48, 0.78, t)
            bib = torso - 7.0
            parts += [
                Part(
                    "cream",
                    [
                        cap((-1.3, bib, 3.0), (0, bib - 3.9, 3.3), 1.5, 1.2),
                        cap((1.3, bib, 3.0), (0, bib - 3.9, 3.3), 1.5, 1.2),
                        cap((0, bib - 4, 3.3), (0, waist - 1, 3.4), 0.9),
                    ],
                    0.8,
                ),
                hang(
                    Part(
                        "cream",
                        [cap((0, waist - 0.8, 3.5), (sway, hem, 5.4), _between(2.6, 1.9, t), _between(3.4, 2.7, t))],
                    )
                ),
            ]
        elif t < 2.6:  # what is left of it: two strips
            strips = [
                cap((s * 1.4, waist - 0.5, 3.0), (s * (2.6 + sway), -low * (0.55 + 0.15 * s), 5.6), 0.9, 1.3)
                for s in (-1, 1)
            ]
            parts.append(hang(Part("cream", strips, 0.3)))
        spike = np.clip(t - 1.2, 0, 1.8) / 1.8
        if spike > 0:
            top = torso - 1.0
            parts += [
                Part(
                    "black",
                    [
                        cap((s * 2.6, top, -1.6), (s * (3.2 + 1.8 * spike), top + 6 * spike, -2.4), 1.5, 0.3)
                        for s in (-1, 1)
                    ]
                    + [cap((0, top, -2.4), (0, top + 5 * spike, -3.6), 2.2, 0.6)],
                    1.0,
                ),
                Part(
                    "black",
                    [
                        cap((s * 4.6, top - 0.3, 0), (s * (5.4 + 2.8 * spike), top + 2.4 * spike, -0.8), 1.9, 0.4)
                        for s in (-1, 1)
                    ],
                    0.5,
                ),
            ]
        else:
            parts.append(Part("bone", [tor((0, torso - 1.3, 0.4), 2.7, 1.0, rot_x(12))], 0))
        return parts

    return body


def _tall_hair(t: float):
    """The waves are drawn back, then up."""
    if t >= 2.6:
        return thin_hair
    if t < 0.6:
        return mother_hair
    k = np.clip(t - 0.6, 0, 1.4) / 1.4
    under = hair.bob_hair("black", 8.3, -6.2 + 2.6 * k, fringe=False, flick=k < 0.2, face_x=7.4)

    def parts(p: Pose) -> list[Part]:
        sw = p.sway * 0.5
        spikes = [
            cap((s * x, y, -2), (s * (x + dx * k) + sw, y + dy * k, -3.6), 2.0, _between(1.4, 0.4, k))
            for s in (-1, 1)
            for x, y, dx, dy in ((5.5, 4.0, 4.6, 1.6), (6.2, -1.5, 4.0, -3.2))
        ]
        parted = [cap((-2, 6.6, 4.4), (-6.2, 2.8, 4.2), 1.8, 0.9), cap((-1.5, 6.8, 4.6), (5.6, 3.4, 4.4), 1.9, 0.9)]
        top = [cap((0, 7.6, -3), (sw, 7.6 + 5.5 * k, -4.6), 2.2, 0.5)] if k > 0.4 else []
        return [*under(p), Part("black", [*spikes, *parted, *top], 1.0, hair.strands(11, 0.09))]

    return parts


_TALL = (  # t, leg, torso, shoulder, arm, sleeve, neck, length of neck, fingers: 57, 66, 78, 90 px
    (0.0, 20.0, 17.5, 4.5, 7.4, 1.5, 7.8, 4.0, 4.2),
    (1.0, 26.2, 22.4, 4.6, 9.8, 1.4, 9.0, 5.5, 5.0),
    (2.0, 30.0, 25.4, 4.9, 12.2, 1.3, 9.8, 6.5, 5.8),
    (3.0, 36.0, 30.0, 5.2, 13.6, 1.25, 10.6, 7.5, 6.6),
)


def _mother_at(t: float) -> Human:
    """Her at a height between the four of the table."""
    t = min(max(t, 0.0), 3.2)
    leg, torso, shoulder, arm, arm_r, neck, neck_len, fingers = (
        float(np.interp(t, [r[0] for r in _TALL], [r[c] for r in _TALL]) + max(t - 3, 0) * (_TALL[3][c] - _TALL[2][c]))
        for c in range(1, 9)
    )
    k = t / 3
    marks: tuple[tuple[int, int, str], ...] = ()
    if t > 1.5:
        marks = ((-5, 5, "d"), (5, 5, "d"), (-4, 6, "d"), (4, 6, "d"))
    if t > 2.5:
        marks += ((2, -4, "d"), (3, -3, "d"), (2, -2, "d"))
    return replace(
        MOTHER,
        name=f"other_mother@{t:.2f}",
        body=_tall_body(leg, torso, t),
        hair=_tall_hair(t),
        face=replace(
            MOTHER_FACE,
            mouth="big" if t < 0.5 else "flat" if t < 1.5 else "grit",
            talk="bigtalk" if t < 1.5 else "ah",
            extra=marks,
            extra_side=((4, 5, "d"), (5, 6, "d")) if t > 1.5 else (),
        ),
        arm_mat="red" if t < 1.6 else "blood",
        fore_mat="paleskin" if t > 0.4 else "",
        hand_mat="needle" if t > 1.6 else "paleskin",
        leg=leg,
        torso=torso,
        shoulder=shoulder,
        arm=arm,
        arm_r=arm_r,
        cuff=_between(1.9, 1.4, k),
        arm_out=_between(0.22, 0.2, k),
        neck=neck,
        neck_len=neck_len,
        fingers=fingers,
        head=(_between(7.0, 6.3, k), _between(7.9, 8.2, k), _between(6.8, 6.2, k)),
        jaw=(_between(0.72, 0.6, k), _between(0.53, 0.62, k), _between(0.76, 0.7, k)),
        head_extra=thin_head if t > 1.5 else None,
        boot_h=0.2,
        frame=(112, 124),
        anchor=(56.5, 108),
        shadow=(11, 4),
        hurt=(12, 26),
    )


def _tall(name: str, t: float, frame: tuple[int, int]) -> Human:
    """Her at one of the heights, and able to grow to it from the one before."""
    box = {"frame": frame, "anchor": (frame[0] // 2 + 0.5, frame[1] - 14)}
    return replace(_mother_at(t), name=name, grown=lambda u: replace(_mother_at(t - 1 + u), **box), **box)


MOTHER_2 = _tall("other_mother_2", 1.0, (88, 98))
MOTHER_3 = _tall("other_mother_3", 2.0, (100, 110))
THIN = _tall("other_mother_thin", 3.0, (116, 124))
TALL = [MOTHER_2, MOTHER_3, THIN]


# --- Other Father ---------------------------------------------------------------------------------------------------
def father_body(p: Pose) -> list[Part]:
    """Peacock smoking jacket, gold lapels, bow tie."""

    def leaf(q, n):
        return 0.12 * (np.sin(q[0] * 1.4 + np.sin(q[1] * 0.9) * 1.6) * np.sin(q[1] * 1.1) > 0.55)

    return [
        Part("peacock", [frus((0, 0), -4.5, 16.6, 6.0, 5.3, 0.8, 1.4, 0.9)], 2, leaf),
        Part("cream", [cap((0, 15, 3.4), (0, 9, 4.0), 1.8, 0.7)], 0.3),
        Part("gold", [cap((s * 2.6, 15.4, 3.2), (s * 0.8, 6.8, 4.4), 1.0, 0.8) for s in (-1, 1)], 0),
        Part("plum", [ell((s * 1.5, 15.0, 4.4), (1.5, 1.1, 0.8)) for s in (-1, 1)], 0),
        Part("gold", [ell((0, 4.6, 4.8), 0.8), ell((0, 1.6, 5.0), 0.8)], 0),
    ]


def _beard(p):
    return [replace_mat(g, "wood") for g in real.charlie_head(p)[:1]] + hair.ears("paleskin", 6.6)(p)


def replace_mat(g: Part, mat: str) -> Part:
    """Same shapes, other ramp."""
    return Part(mat, g.shapes, g.k, g.tex)


FATHER = replace(
    real.CHARLIE,
    name="other_father",
    body=father_body,
    hair=hair.cap_hair("wood", (7.7, 8.4, 7.6), line=3.6, back=-3),
    head_extra=_beard,
    skin="paleskin",
    arm_mat="peacock",
    leg_mat="plum",
    boot_mat="black",
    face=Face(
        "button", "smile", brow="EE", brow_y=-3, mouth_y=7, colours_=dict(BUTTON, E="4a2a2a", m="781834", n="a39fae")
    ),
    hand_mat="paleskin",
)


# --- Other Wybie: his own coat zipped up over the mouth -------------------------------------------------------------
def owybie_body(p: Pose) -> list[Part]:
    """A neat violet coat whose funnel collar swallows the mouth."""
    return [
        Part("dusk", [frus((0, 0), -4.5, 12.5, 6.8, 4.7, 0.8, 1.2, 0.9)], 2),
        Part("gold", [ell((s * 2.2, 7.0 - 3.4 * i, 4.8 + 0.45 * i), 0.7) for s in (-1, 1) for i in range(3)], 0),
        Part("metal", [cap((0, 10.5, 4.3), (0, -3.6, 5.9), 0.45)], 0),
    ]


def owybie_head(p: Pose) -> list[Part]:
    """Collar and zip, in head space so that they follow the head."""
    return [
        Part("dusk", [sub(frus((0, 0.4), -11.5, -2.6, 6.6, 7.9, 0.98, 1.6), ell((0, 3.4, 0), (7.2, 6.6, 7.2)))], 0.6),
        Part("metal", [cap((0, -3.2, 8.6), (0, -10.5, 6.9), 0.55), ell((0, -2.8, 8.8), (1.0, 1.5, 0.7))], 0),
        *hair.ears("otherbrn", 7.2, -0.4)(p),
    ]


OWYBIE = Human(
    "other_wybie",
    owybie_body,
    hair.curls("curl", seed=8, n=40, r=(1.9, 2.5)),
    Face("button", "none", talk="none", brow="KK", brow_y=-3, eye_y=1, nose_front=False, mouth_y=8, colours_=BUTTON),
    skin="otherbrn",
    arm_mat="dusk",
    leg_mat="navy",
    boot_mat="black",
    head_extra=owybie_head,
    props=real.in_hand,
    **real.KID,
)


# --- Other neighbours -----------------------------------------------------------------------------------------------
def obob_body(p: Pose) -> list[Part]:
    """Bandmaster: crimson tail coat with gold frogging and epaulettes."""
    return [
        Part(
            "red",
            [frus((0, 0), -1, 12, 5.2, 7.4, 0.78, 2.0, 0.8), ell((0, 14.5, 0.4), (8.0, 5.0, 5.2))]
            + [cap((s * 3.4, 0, -3.6), (s * 4.4 + p.sway * 0.4, -11, -4.4), 2.6, 1.0) for s in (-1, 1)],
            2,
        ),
        Part(
            "gold",
            [cap((-4.4 + 0.3 * i, 14.5 - 3.1 * i, 4.9), (4.4 - 0.3 * i, 14.5 - 3.1 * i, 4.9), 0.65) for i in range(4)],
            0,
        ),
        Part("gold", [ell((s * 8.4, 18.4, 0), (3.3, 1.5, 3.0)) for s in (-1, 1)], 0),
        Part("gold", [tor((0, 19.2, 0.2), 3.4, 0.9)], 0),
        Part("cream", [frus((0, 0), -4.5, -0.5, 5.2, 5.4, 0.8, 1.0)], 1),
    ]


def shako(p: Pose) -> list[Part]:
    """Tall hat with a plume."""
    return [
        Part("red", [frus((0, -0.4), 3.6, 14.0, 6.9, 7.6, 0.96, 1.0)], 0),
        Part(
            "gold",
            [tor((0, 4.2, -0.4), 6.9, 0.8), tor((0, 13.6, -0.4), 7.4, 0.7), ell((0, 8.8, 6.8), (1.7, 2.0, 0.8))],
            0,
        ),
        Part(
            "peacock",
            [cap((0, 13, 5), (p.sway * 0.6, 20, 3.4), 1.3, 1.9), ell((p.sway * 0.9, 21.4, 2.6), (2.2, 2.4, 2.2))],
            0.8,
        ),
        Part("black", [ell((0, 3.8, 6.0), (5.2, 0.8, 3.2))], 0),
    ]


OBOB = replace(
    real.BOBINSKY,
    name="other_bobinsky",
    body=obob_body,
    hair=hair.join(real.bald("black"), shako),
    skin="paleskin",
    arm_mat="red",
    hand_mat="white",
    leg_mat="cream",
    boot_mat="black",
    fore_mat="",
    head_extra=hair.join(real.moustache("black", 6.4, r=1.5), hair.ears("paleskin", 7.0)),
    cuff=3.0,
    arm_r=2.6,
    boot_h=5.0,
    frame=(72, 104),
    anchor=(36.5, 90),
    face=Face("button", "none", talk="none", brow="", nose_front=False, mouth_y=8, colours_=BUTTON, eye_y=1),
)


def leotard(main: str, trim: str, stars: bool):
    """Acrobat: bodice, short flared skirt, sash."""

    def body(p: Pose) -> list[Part]:
        tex = (
            (lambda q, n: 0.30 * ((np.sin(q[0] * 1.7 + 1) * np.sin(q[1] * 1.5)) > 0.72))
            if stars
            else (lambda q, n: -0.16 * (np.sin(np.arctan2(q[0], q[2]) * 7 + q[1] * 0.5) > 0.5))
        )
        skirt = [frus((p.sway * 0.3, 0), -3.6, 2.4, 7.6, 3.4, 0.86, 0.7, 0.6)]
        return [
            Part(
                main,
                [frus((0, 0), -1, 6, 3.6, 3.0, 0.76, 1.0), frus((0, 0), 5, 14.6, 3.0, 4.1, 0.74, 1.4, 1.0)],
                2,
                tex,
            ),
            Part(trim, skirt, 0.4, lambda q, n: 0.12 * np.sin(np.arctan2(q[0], q[2]) * 12)),
            Part("gold", [tor((0, 2.6, 0), 3.2, 0.7), tor((0, 14.6, 0.2), 2.9, 0.7, rot_x(12))], 0),
        ]

    return body


def trapeze(p: Pose) -> list[Part]:
    """The bar over her head; its ropes are the game's."""
    return [Part("gold", [cap((-10, 30, 1), (10, 30, 1), 0.8), ell((-10, 30, 1), 1.2), ell((10, 30, 1), 1.2)], 0)]


ACRO = {
    "props": trapeze,
    "leg": 18,
    "torso": 15.4,
    "shoulder": 4.2,
    "arm": 6.8,
    "arm_r": 1.3,
    "cuff": 1.3,
    "head": (6.8, 7.5, 6.6),
    "neck": 7.4,
    "neck_len": 4,
    "boot_r": 1.6,
    "boot_h": 0.6,
    "hip_w": 2.0,
    "leg_r": 1.6,
    "arm_out": 0.34,
    "hand_r": 1.5,
    "skin": "paleskin",
    "frame": (88, 98),
    "anchor": (44.5, 82),
}
SHOW_FACE = {"brow": "EEE", "brow_y": -3, "mouth_y": 7, "talk": "bigtalk"}
OSPINK = Human(
    "other_spink",
    leotard("spotty", "plum", True),
    hair.bun("rose", y=8.6, z=-2.4, r=3.9, base=(7.7, 7.9, 7.6), line=3.4, tiers=2),
    Face("button", "smile", colours_=dict(BUTTON, E="6c2c98", m="c82c3c", r="c82c3c", n="a39fae"), **SHOW_FACE),
    arm_mat="paleskin",
    leg_mat="silk",
    boot_mat="gold",
    **ACRO,
)
_curl_top = hair.join(
    hair.cap_hair("auburn", (8.0, 8.2, 8.0), line=3.0, back=-5.5),
    lambda p: [
        Part("auburn", [ell((s * 7.6, -4.4, -1), (2.3, 2.6, 2.2)) for s in (-1, 1)], 0),
        Part("peacock", [tor((0, 4.0, -0.6), 7.6, 1.1, rot_x(-16))], 0),
        Part("gold", [ell((0, 6.4, 7.0), 1.3)], 0),
    ],
)
OFORCIBLE = Human(
    "other_forcible",
    leotard("peacock", "teal", False),
    _curl_top,
    Face("button", "big", colours_=dict(BUTTON, E="883c32", m="c82c3c", r="c82c3c", n="a39fae"), **SHOW_FACE),
    arm_mat="paleskin",
    leg_mat="peacock",
    boot_mat="gold",
    **{**ACRO, "leg": 16, "torso": 15.0, "shoulder": 4.8},
)


# --- ghosts and the doll --------------------------------------------------------------------------------------------
def ghost_boy(p: Pose) -> list[Part]:
    """Victorian sailor collar, robe of mist."""
    return [
        Part(
            "soulc",
            [frus((p.sway * 0.5, 0), -12, 12, 7.0, 4.2, 0.86, 1.0, 0.8)],
            2,
            lambda q, n: 0.10 * np.sin(np.arctan2(q[0], q[2]) * 8),
        ),
        Part("silk", [ell((0, 10.8, -0.4), (5.6, 1.8, 4.8))], 0.5),
        Part("soulc", [cap((0, 10, 4.4), (0, 5.8, 4.8), 0.9, 0.6)], 0),
    ]


def ghost_girl(p: Pose) -> list[Part]:
    """A bonnet ghost with a wide skirt."""
    return [
        Part(
            "soulv",
            [frus((p.sway * 0.6, 0), -12, 4, 9.0, 4.0, 0.86, 1.0, 0.7), frus((0, 0), 2, 12, 3.8, 4.0, 0.78, 1.0)],
            2,
            lambda q, n: 0.10 * np.sin(np.arctan2(q[0], q[2]) * 10),
        ),
        Part("silk", [cap((0, 4.5, 3.6), (0, -4, 5.4), 2.0, 2.8)], 0.6),
    ]


def ghost_twin(p: Pose) -> list[Part]:
    """The grandmother's sister: pinafore and two plaits with bows."""
    return [
        Part(
            "soula",
            [frus((p.sway * 0.6, 0), -12, 4, 8.0, 4.0, 0.86, 1.0, 0.75), frus((0, 0), 2, 12, 3.8, 4.1, 0.78, 1.0)],
            2,
            lambda q, n: -0.12 * (np.sin(q[1] * 1.5) > 0.6),
        ),
        Part("silk", [cap((s * 2.2, 11, 3.0), (s * 1.6, 3.2, 3.8), 0.8) for s in (-1, 1)], 0),
    ]


def cap_hat(mat: str):
    """Flat cap."""
    return lambda p: [Part(mat, [ell((0, 6.4, -0.6), (8.8, 3.2, 8.4)), ell((0, 5.2, 6.6), (5.0, 1.0, 3.0))], 0.8)]


def bonnet(mat: str, ribbon: str):
    """Deep bonnet."""
    return lambda p: [
        Part(
            mat,
            [sub(ell((0, 1.4, -1.8), (10.2, 9.8, 9.2)), ell((0, -1.0, 7.6), (8.6, 8.8, 11.0)))],
            0.5,
            lambda q, n: 0.07 * np.sin(np.arctan2(q[0], q[1]) * 14),
        ),
        Part(ribbon, [tor((0, 1.0, -2.2), 9.7, 0.9, rot_x(84)), ell((0, -8.8, 3.4), (2.4, 1.2, 1.0))], 0),
    ]


def plaits(mat: str, bow: str):
    """Two plaits with bows."""

    def parts(p: Pose) -> list[Part]:
        sh = [
            ell((s * (8.2 + 0.4 * i) + p.sway * 0.3 * i, -2.4 - 2.4 * i, 0.2), 2.1 - 0.22 * i)
            for s in (-1, 1)
            for i in range(4)
        ]
        return [
            Part(mat, sh, 0.3),
            Part(bow, [ell((s * 9.0 + d * 1.6, -9.4, 1.0), (1.5, 1.0, 0.8)) for s in (-1, 1) for d in (-1, 1)], 0.2),
        ]

    return parts


GHOST = {
    "skin": "silk",
    "leg": 13,
    "torso": 12.5,
    "stride": 0,
    "lift": 0,
    "leg_r": 1.0,
    "boot_r": 0.9,
    "boot_h": 0.2,
    "hip_w": 0.5,
    "shoulder": 4.2,
    "ghost": True,
    "cuff": 2.6,
    "head": (7.6, 8.0, 7.4),
}
GFACE = Face(
    "small_button",
    "o",
    talk="ah",
    brow="",
    colours_={"B": "14284a", "g": "a0e8ff", "M": "24486a", "m": "3a6a90", "n": "a8b8d0", "K": "14284a"},
)


def _g(name, body, hr, mat, **k):
    return Human(name, body, hr, GFACE, arm_mat=mat, hand_mat="silk", leg_mat=mat, boot_mat=mat, **{**GHOST, **k})


GHOST1 = _g(
    "ghost_boy",
    ghost_boy,
    hair.join(hair.cap_hair("soulc", (8.2, 8.0, 8.0), line=3.4, back=-3), cap_hat("soulc")),
    "soulc",
)
GHOST2 = _g("ghost_girl", ghost_girl, hair.join(hair.bob_hair("soulv", 8.6, -6.0), bonnet("silk", "soulv")), "soulv")
GHOST3 = _g(
    "ghost_twin",
    ghost_twin,
    hair.join(hair.cap_hair("soula", (8.4, 8.4, 8.2), line=2.6, back=-4), plaits("soula", "silk")),
    "soula",
)
MENDED = [
    replace(
        g,
        name=g.name + "_mended",
        face=replace(
            GFACE, eyes="kid", mouth="smile", talk="talk", colours_=dict(GFACE.colours_, b="4a9ac0", W="ffffff")
        ),
    )
    for g in (GHOST1, GHOST2, GHOST3)
]


def doll_body(p: Pose) -> list[Part]:
    """A little yellow coat in felt."""
    return [
        Part("coat", [frus((0, 0), -1.6, 7.2, 4.6, 2.6, 0.84, 0.8, 0.85)], 1),
        Part("boot", [ell((0, 5.0 - 2.2 * i, 3.0 + 0.5 * i), 0.6) for i in range(2)], 0),
        Part("coatd", [cap((2.4, 4, 2.6), (3.4, 0.4, 3.0), 0.35)], 0),
    ]


def doll_hair(p: Pose) -> list[Part]:
    """Wool bob."""
    k = 0.62
    fr = [cap((x * k, 7.6 * k, 5.6 * k), (x * 1.6 * k, 3.4 * k, 7.4 * k), 1.1, 0.9) for x in (-4, -1.3, 1.3, 4)]
    sh = (
        [sub(ell((0, 0.5, -0.3), (6.3, 6.2, 6.0)), ell((0, -2.2, 4.6), (4.8, 5.4, 5.2)))]
        + [cap((s * 5.2, -0.5, -0.6), (s * 5.7, -4.2, -0.2), 1.6, 1.4) for s in (-1, 1)]
        + [ell((0, -2.4, -2.2), (5.4, 3.6, 3.8))]
    )
    return [Part("bluehair", sh + fr, 0.4, lambda q, n: 0.16 * np.sin(np.arctan2(q[0], q[2] + 0.001) * 9))]


DOLL = Human(
    "doll",
    doll_body,
    doll_hair,
    Face(
        "small_button",
        "half",
        brow="",
        eye_y=1,
        mouth_y=5,
        nose_front=False,
        colours_=dict(BUTTON, m="6a2430"),
        side_dx=-2,
    ),
    skin="skin",
    leg=5.5,
    torso=7.4,
    shoulder=2.7,
    sh_drop=1.2,
    arm=2.9,
    arm_r=1.2,
    cuff=1.4,
    hand_r=1.1,
    head=(5.2, 5.3, 5.0),
    neck=5.2,
    leg_r=1.1,
    boot_r=1.3,
    boot_h=0.8,
    hip_w=1.5,
    frame=(40, 44),
    anchor=(20.5, 36),
    shadow=(5, 2),
    hurt=(8, 8),
)

OTHER = [MOTHER, *TALL, FATHER, OWYBIE, OBOB, OSPINK, OFORCIBLE]
GHOSTS = [GHOST1, GHOST2, GHOST3, *MENDED]
