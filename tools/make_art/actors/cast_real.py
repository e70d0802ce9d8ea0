"""The people of the real world."""

from __future__ import annotations

import numpy as np

from tools.make_art.actors import hair
from tools.make_art.actors.faces import Face
from tools.make_art.actors.rig import Human, Pose, hidden_legs
from tools.make_art.actors.sdf import Part, beside, cap, ell, frus, moved, rot_x, rot_z, tor


# --- Coraline -------------------------------------------------------------------------------------------------------
def _raincoat(p: Pose) -> list[Part]:
    return [
        Part("coat", [frus((0, 0), -2.5 + p.hem, 12.3, 7.2, 4.2, 0.84, 1.0, 0.85)], 2, None),
        Part("coat", [tor((0, 12.0, -1.0), 4.1, 1.7, rot_x(18)), ell((0, 10.6, -4.2), (4.0, 3.2, 2.0))], 1),
        Part("coatd", [ell((s * 3.2, 1.8, 5.0), (1.7, 1.2, 0.9)) for s in (-1, 1)], 0),
        Part("curl", [ell((0, 8.4 - 3.2 * i, 4.9 + 0.6 * i), 0.8) for i in range(3)], 0),
    ]


_bob = hair.bob_hair("bluehair")


def _cor_hair(p: Pose) -> list[Part]:
    return [*_bob(p), Part("clip", [cap((6.6, 5.4, 5.6), (9.2, 3.4, 2.2), 0.9, 0.9)], 0)]


def in_hand(p: Pose) -> list[Part]:
    """What a child holds: the stone with the hole, or a soft ball."""
    x, y, z = p.handR or (3, 19, 9)
    if p.prop == "ball":
        return soft_ball((x + 0.4, y + 2.8, z + 0.6))
    if p.prop == "photo":
        return [
            Part("cream", [ell((x - 2, y + 2.2, z + 0.8), (3.6, 2.9, 0.6))], 0),
            Part("wood", [ell((x - 2, y + 2.2, z + 1.2), (2.5, 1.9, 0.5))], 0),
        ]
    if p.prop == "caught":
        return soft_ball((0, y + 0.8, z + 1.6))
    return [Part("stone", [tor((x - 0.2, y + 1.2, z + 1.0), 2.2, 1.0, rot_x(80))], 0)]


def soft_ball(c: tuple[float, float, float], r: float = 2.9) -> list[Part]:
    """Felt, red, with a cream seam."""
    return [Part("red", [ell(c, r)], 0), Part("cream", [tor(c, r - 0.25, 0.55, rot_z(24))], 0)]


COR_FACE = Face(
    extra=((-5, 5, "c"), (-4, 5, "f"), (4, 5, "f"), (5, 5, "c"), (-5, 4, "f"), (5, 4, "f")),
    extra_side=((2, 5, "f"), (3, 5, "c"), (2, 4, "f")),
)
CORALINE = Human("coraline", _raincoat, _cor_hair, COR_FACE, props=in_hand, shoulder=4.3)


def _pyjamas(p: Pose) -> list[Part]:
    def stripe(q, n):
        return -0.30 * (np.sin(np.arctan2(q[0], q[2]) * 8) > 0.35)

    return [
        Part("pyj", [frus((0, 0), -1.5, 12.0, 5.8, 4.2, 0.8, 1.0, 0.9)], 2, stripe),
        Part("rose", [tor((0, 11.9, -0.2), 3.2, 1.0, rot_x(14))], 0),
        Part("rose", [ell((0, 8.6 - 3.2 * i, 4.2 + 0.3 * i), 0.7) for i in range(3)], 0),
    ]


PYJAMAS = Human(
    "coraline_pyjamas",
    _pyjamas,
    _cor_hair,
    COR_FACE,
    leg_mat="pyj",
    boot_mat="rose",
    arm_mat="pyj",
    boot_h=0.6,
    boot_r=1.9,
    leg_r=2.1,
    shoulder=4.2,
    cuff=2.3,
    props=in_hand,
)


# --- the parents ----------------------------------------------------------------------------------------------------
ADULT = {
    "leg": 18,
    "torso": 16.5,
    "shoulder": 4.7,
    "sh_drop": 1.9,
    "arm": 7.0,
    "arm_r": 1.7,
    "cuff": 1.9,
    "hand_r": 1.6,
    "head": (6.9, 7.8, 6.8),
    "neck": 7.6,
    "neck_len": 4.0,
    "boot_r": 2.0,
    "hip_w": 2.4,
    "leg_r": 2.0,
    "boot_h": 0.8,
    "stride": 0.8,
    "frame": (48, 84),
    "anchor": (24.5, 66),
    "hurt": (12, 20),
}
MEL_COL = {"e": "14142a", "b": "3d5a3a", "m": "8c3a48"}


def mel_body(p: Pose) -> list[Part]:
    """Cardigan over a cream shirt."""
    return [
        Part("olive", [frus((0, 0), -3.5, 16, 5.6, 4.3, 0.76, 1.2, 0.8)], 2),
        Part("cream", [ell((0, 11.5, 2.6), (2.1, 5.6, 1.7))], 0),
        Part("cream", [tor((0, 16.1, 0.3), 2.5, 0.9, rot_x(14))], 0),
        Part("olive", [ell((s * 3.2, 1.2, 4.0), (1.6, 1.3, 0.8)) for s in (-1, 1)], 0),
    ]


def mel_hair(p: Pose) -> list[Part]:
    """Black like her double's, tied up in a hurry with a pencil through it."""
    return [
        *hair.bun("black", y=6.8, z=-6.4, r=3.3, base=(7.9, 8.2, 7.9), line=3.2)(p),
        Part(
            "black",
            [
                cap((-2.0, 6.8, 4.4), (-6.2, 1.4, 4.0), 1.7, 0.9),
                cap((-1, 7.0, 4.6), (5.8, 2.6, 4.2), 1.8, 0.9),
                cap((6.6, 1, 1.5), (6.8, -5, 1.4), 0.9, 0.5),
            ],
            0.8,
        ),
        Part("gold", [cap((-4.6, 8.6, -7.0), (4.8, 6.2, -6.4), 0.55)], 0),
    ]


def page(p: Pose) -> list[Part]:
    """A typed sheet between her hands, or Charlie's sketch pad."""
    if p.prop == "pad":
        return [
            Part("wood", [ell((-1.6, 8.6, 8.0), (4.0, 3.0, 0.8))], 0),
            Part("white", [ell((-1.6, 9.0, 8.6), (3.4, 2.5, 0.6))], 0),
        ]
    return [Part("white", [ell((0, 9.6, 8.4), (3.4, 2.8, 0.5)), ell((0, 10.8, 8.2), (3.2, 2.0, 0.5))], 0)]


MEL = Human(
    "mel",
    mel_body,
    mel_hair,
    Face("adult", "flat", brow="ee", brow_y=-1, eye_y=1, mouth_y=5, colours_=MEL_COL),
    arm_mat="olive",
    leg_mat="grey",
    boot_mat="curl",
    props=page,
    **ADULT,
)


def charlie_body(p: Pose) -> list[Part]:
    """A rust-brown knitted jumper, a shirt collar."""

    def knit(q, n):
        return 0.05 * np.sin(q[1] * 3.2) - 0.05 * (np.abs((np.arctan2(q[0], q[2]) * 4) % 2 - 1) < 0.16)

    return [
        Part("knit", [frus((0, 0), -2.0, 16.6, 5.3, 5.2, 0.78, 1.4, 0.9)], 2, knit),
        Part("knit", [tor((0, -1.6, 0), 4.6, 0.9)], 0.5),
        Part("white", [tor((0, 16.6, 0.3), 2.5, 0.9, rot_x(20))], 0),
    ]


def charlie_head(p: Pose) -> list[Part]:
    """Short full beard and ears."""
    beard = [
        ell((0, -5.4, 2.6), (5.4, 3.6, 4.6)),
        cap((-5.8, -1.4, 0.8), (-3.6, -5.4, 2.6), 1.5, 1.7),
        cap((5.8, -1.4, 0.8), (3.6, -5.4, 2.6), 1.5, 1.7),
    ]
    return [Part("sandy", beard, 1.2, lambda q, n: 0.06 * np.sin(q[0] * 2.6 + q[1] * 1.4)), *hair.ears("skin", 6.6)(p)]


CHARLIE_FACE = Face(
    "specs",
    "flat",
    brow=".eee",
    brow_y=-3,
    mouth_y=6,
    colours_={"e": "7e5a3a", "b": "3c4a5a", "m": "6a3434", "o": "2c2a38", "G": "dce4ea"},
)
CHARLIE = Human(
    "charlie",
    charlie_body,
    hair.cap_hair("sandy", (7.5, 7.6, 7.4), line=5.2, back=-3),
    CHARLIE_FACE,
    arm_mat="knit",
    leg_mat="denim",
    boot_mat="wool",
    head_extra=charlie_head,
    props=page,
    **{**ADULT, "leg": 19, "torso": 17.2, "shoulder": 5.4, "hip_w": 2.6, "leg_r": 2.2},
)


# --- Wybie ----------------------------------------------------------------------------------------------------------
def wybie_body(p: Pose) -> list[Part]:
    """An olive parka much too big, a rust scarf."""
    return [
        Part("parka", [frus((0, 0), -4.5, 12.5, 7.0, 4.7, 0.8, 1.2, 0.9)], 2),
        Part("rust", [tor((0, 12.3, 0.2), 3.7, 1.6, rot_x(14)), cap((2.4, 11.4, 3.6), (3.2, 5.6, 5.4), 1.4, 1.2)], 0.6),
        Part("parka", [ell((s * 3.4, 0.6, 5.0), (1.8, 1.5, 0.9)) for s in (-1, 1)], 0),
        Part("metal", [cap((0, 9.0, 4.3), (0, -3.4, 6.0), 0.45)], 0),
    ]


WYBIE_FACE = Face(
    "kid",
    "half",
    brow=".KK",
    colours_={"b": "4a2a20", "n": "86503f", "m": "6a2c30", "f": "a0684c", "c": "a8684c", "e": "1e1420"},
)
KID = {"leg": 12.5, "torso": 12.5, "shoulder": 4.6, "head": (7.7, 8.1, 7.5), "boot_r": 2.2}
_curls = hair.curls("curl")
WYBIE = Human(
    "wybie",
    wybie_body,
    hair.join(_curls, hair.ears("brownskin", 7.4)),
    WYBIE_FACE,
    skin="brownskin",
    arm_mat="parka",
    leg_mat="denim",
    boot_mat="black",
    props=in_hand,
    **KID,
)


def bike(p: Pose) -> list[Part]:
    """A home-made electric bicycle, long side along z."""
    ry = rot_z(90)
    wheels = [moved(tor((0, 0, 0), 5.4, 1.0), ry, (0, 6.2, z)) for z in (-10, 10)]
    spokes = [
        cap((0, 6.2, z), (0, 6.2 + 4.4 * np.cos(a), z + 4.4 * np.sin(a)), 0.42, 0.5)
        for z in (-10, 10)
        for a in np.radians(p.legL / 3) + np.array([0.0, 2.094, 4.189])  # a third of a turn a pedal turn: it rolls
    ]
    frame = [
        cap((0, 6.2, -10), (0, 11.5, -3), 0.8),
        cap((0, 11.5, -3), (0, 12.5, 6.5), 0.9),
        cap((0, 5.5, -1), (0, 11.5, -3), 0.8),
        cap((0, 5.5, -1), (0, 12.5, 6.5), 0.9),
        cap((0, 6.2, 10), (0, 17.5, 5.8), 0.9),
        cap((-4.6, 18, 5.2), (4.6, 18, 5.2), 0.7),
    ]
    return [
        Part("black", wheels, 0),
        Part("metal", spokes, 0),
        Part("clip", frame, 0.3),
        Part(
            "black",
            [
                ell((0, 13.0, -4.4), (2.2, 1.0, 3.2)),
                cap((-5.6, 18, 4.8), (-4.2, 18, 5.2), 1.0),
                cap((5.6, 18, 4.8), (4.2, 18, 5.2), 1.0),
            ],
            0,
        ),
        Part("gold", [ell((0, 15.6, 8.0), (1.7, 1.7, 1.3))], 0),
        Part("grey", [ell((0, 6.4, 0.4), (2.0, 2.4, 2.8))], 0),
    ]


def riding_legs(s: Human, p: Pose) -> list[Part]:
    """Bicycle plus two legs on the pedals."""
    from tools.make_art.actors.rig import bend

    out = bike(p)
    legs, boots = [], []
    for sx, ph in ((-1, 0.0), (1, np.pi)):
        a = np.radians(p.legL) + ph
        foot = np.array([sx * 2.8, 5.6 + 2.6 * np.cos(a), 0.2 + 2.6 * np.sin(a)])
        hip = np.array([sx * 2.2, s.leg + p.bob, -3.4])
        knee = bend(hip, foot, 6.6, 6.6, np.array([sx * 0.1, 0.3, 1.0]))
        legs += [cap(tuple(hip), tuple(knee), 2.1, 1.9), cap(tuple(knee), tuple(foot), 1.9, 1.7)]
        boots += [ell(beside(foot, 0, 0, 1.2), (2.0, 1.7, 3.0))]
    return [*out, Part(s.leg_mat, legs, 0.6), Part(s.boot_mat, boots, 0.5)]


def _ride_body(p: Pose) -> list[Part]:
    from tools.make_art.actors.sdf import part_moved

    return [part_moved(g, rot_x(0), (0, 0, -3.2)) for g in wybie_body(p)]


WYBIE_BIKE = Human(
    "wybie_bike",
    _ride_body,
    hair.join(_curls, hair.ears("brownskin", 7.4)),
    WYBIE_FACE,
    skin="brownskin",
    arm_mat="parka",
    leg_mat="denim",
    boot_mat="black",
    **{**KID, "leg": 16.0, "head_z": -1.2},
    legs=riding_legs,
    frame=(64, 80),
    anchor=(32.5, 68),
    side_yaw=68,
    shadow=(18, 5),
    hurt=(22, 16),
)


# --- the neighbours -------------------------------------------------------------------------------------------------
def bob_body(p: Pose) -> list[Part]:
    """Striped strongman's singlet over a barrel chest, a medal."""

    def stripe(q, n):
        return -0.46 * ((q[1] * 0.21) % 1 < 0.42) + 0.10

    return [
        Part(
            "singlet",
            [
                frus((0, 0), -2, 12, 5.4, 7.4, 0.78, 2.0, 0.8),
                ell((0, 14.5, 0.4), (8.0, 5.0, 5.4)),
                ell((0, 4.5, 2.6), (5.6, 5.4, 4.4)),
            ],
            3,
            stripe,
        ),
        Part(
            "skinruddy",
            [ell((s * 6.6, 17.2, 0), (3.4, 2.6, 3.2)) for s in (-1, 1)] + [ell((0, 18.6, 0.2), (4.2, 2.6, 3.4))],
            2,
        ),
        Part("gold", [ell((2.8, 12.0, 6.1), (1.3, 1.5, 0.7))], 0),
        Part("red", [cap((2.8, 15.4, 5.4), (2.8, 13.4, 6.0), 0.7)], 0),
        Part("navy", [frus((0, 0), -4.5, -0.5, 5.4, 5.6, 0.8, 1.0)], 1),
    ]


def moustache(mat: str, w: float = 5.4, y: float = -2.9, z: float = 6.4, r: float = 1.7):
    """Great drooping moustache."""

    def parts(p: Pose) -> list[Part]:
        sh = [cap((s * 0.6, y + 0.5, z), (s * w * 0.72, y - 0.9, z - 1.4), r, r * 0.9) for s in (-1, 1)] + [
            cap((s * w * 0.72, y - 0.9, z - 1.4), (s * w * 1.15, y - 4.2, z - 3.2), r * 0.9, 0.5) for s in (-1, 1)
        ]
        return [Part(mat, sh, 0.8, lambda q, n: 0.06 * np.sin(q[0] * 3))]

    return parts


def bald(mat: str, base: tuple[float, float, float] = (7.5, 5.0, 7.2), y: float = -1.4):
    """A ring of hair round a bald crown."""
    return lambda p: [Part(mat, [_ring(base, y)], 0.6, hair.strands(11, 0.08))]


def _ring(base: tuple[float, float, float], y: float):
    """Hair ring shape."""
    from tools.make_art.actors.sdf import below, inter, sub

    return inter(
        sub(ell((0, 0, -0.9), (base[0], 7.6, base[2])), ell((0, -2.0, 7.2), (base[0] * 0.95, 11.0, 8.4))),
        below(2.6 + y + 1.4),
    )


BOB = {
    "leg": 20,
    "torso": 19.5,
    "shoulder": 8.6,
    "sh_drop": 2.4,
    "arm": 8.4,
    "arm_r": 2.5,
    "cuff": 2.0,
    "hand_r": 2.4,
    "head": (7.2, 7.8, 7.0),
    "neck": 7.6,
    "neck_len": 4,
    "boot_r": 2.3,
    "boot_h": 1.0,
    "hip_w": 3.2,
    "leg_r": 2.6,
    "stride": 0.8,
    "frame": (72, 92),
    "anchor": (36.5, 80),
    "arm_out": 0.3,
    "shadow": (14, 5),
    "hurt": (18, 24),
    "nose": (1.7, 1.6, 1.8),
}
BOB_FACE = Face(
    "adult",
    "none",
    brow="eee",
    brow_y=-1,
    nose_front=False,
    colours_={"e": "6a6c84", "b": "3d5a7a"},
    talk="o",
    mouth_y=8,
)
BOBINSKY = Human(
    "bobinsky",
    bob_body,
    bald("white"),
    BOB_FACE,
    skin="skinruddy",
    arm_mat="skinruddy",
    leg_mat="navy",
    boot_mat="white",
    head_extra=hair.join(moustache("white"), hair.ears("skinruddy", 7.0)),
    **BOB,
)


def spink_body(p: Pose) -> list[Part]:
    """Faded violet evening gown, pearls, a moulting feather boa."""
    rng = np.random.default_rng(5)

    def pleat(q, n):
        return 0.08 * np.sin(np.arctan2(q[0], q[2]) * 9) * (q[1] < 16)

    boa = [
        ell(
            (np.cos(a) * 4.9, 14.6 + rng.uniform(-0.5, 0.5) - 1.2 * np.sin(a), np.sin(a) * 3.4 + 0.4),
            rng.uniform(1.5, 2.1),
        )
        for a in np.linspace(0, 6.28, 14, endpoint=False)
    ]
    boa += [ell((4.4 + 0.3 * np.sin(i), 12.6 - i * 2.0, 3.6 + 0.1 * i), rng.uniform(1.3, 1.8)) for i in range(5)]
    return [
        Part(
            "gown",
            [frus((0, 0), 0, 15.8, 3.9, 4.0, 0.74, 1.2), frus((0, 0), -16.5, 3, 7.4, 3.9, 0.84, 1.0, 0.7)],
            2,
            pleat,
        ),
        Part("rose", boa, 0.2),
        Part(
            "white",
            [
                ell((np.cos(a) * 3.0, 14.0 - 1.4 * np.sin(a), 3.3 + 0.8 * np.sin(a)), 0.75)
                for a in np.linspace(0.3, 2.84, 6)
            ],
            0,
        ),
    ]


LADY = {"legs": hidden_legs, "stride": 0.3, "lift": 0.3, "hip_w": 2.6, "boot_r": 1.7, "boot_h": 0.6, "neck_len": 4}
SPINK = Human(
    "spink",
    spink_body,
    hair.bun("white", y=9.0, z=-2.0, r=4.4, base=(7.8, 8.0, 7.8), line=3.6, tiers=2),
    Face(
        "adult",
        "smile",
        brow="eee",
        brow_y=-2,
        colours_={"e": "7a4c95", "m": "a82438", "b": "4a6a8a", "K": "2a1a40"},
        extra=((-4, 4, "c"), (-3, 4, "c"), (4, 4, "c"), (3, 4, "c")),
        extra_side=((3, 4, "c"), (2, 4, "c")),
    ),
    skin="skinold",
    arm_mat="gown",
    leg_mat="gown",
    boot_mat="gown",
    hand_mat="lilac",
    leg=18.5,
    torso=16.2,
    shoulder=4.3,
    arm=7.0,
    arm_r=1.4,
    cuff=1.6,
    arm_out=0.24,
    head=(6.7, 7.6, 6.6),
    neck=7.6,
    fingers=0,
    anchor=(24.5, 68),
    frame=(48, 80),
    **LADY,
)


def forcible_body(p: Pose) -> list[Part]:
    """Round as a barrel, in a quilted teal house-coat with a sash."""

    def quilt(q, n):
        return -0.10 * (
            (np.abs((np.arctan2(q[0], q[2]) * 3.4 + q[1] * 0.28) % 1 - 0.5) < 0.09)
            | (np.abs((np.arctan2(q[0], q[2]) * 3.4 - q[1] * 0.28) % 1 - 0.5) < 0.09)
        )

    return [
        Part(
            "housecoat", [ell((0, 9.6, 1.0), (7.6, 5.4, 6.2)), frus((0, 0), -9, 8, 10.0, 7.8, 0.86, 1.4, 0.8)], 3, quilt
        ),
        Part("clip", [tor((0, 5.2, 0.4), 7.1, 1.2, rot_x(0))], 0.3),
        Part("clip", [cap((1.5, 5.0, 7.2), (2.6, -1.5, 8.6), 1.1, 1.4)], 0.3),
        Part("cream", [tor((0, 13.6, 0.6), 3.0, 1.5, rot_x(16))], 0.5),
    ]


def turban(mat: str, gem: str = "gold"):
    """Wrapped head scarf with a jewel."""

    def parts(p: Pose) -> list[Part]:
        def twist(q, n):
            return 0.12 * np.sin(q[0] * 1.1 + q[1] * 1.3)

        from tools.make_art.actors.sdf import sub

        return [
            Part(
                mat,
                [
                    sub(ell((0, 2.6, -0.8), (8.7, 7.6, 8.4)), ell((0, -4.2, 6.6), (7.4, 8.2, 8.0))),
                    ell((0, 9.0, 0.6), (3.6, 2.8, 3.4)),
                ],
                1.6,
                twist,
            ),
            Part(gem, [ell((0, 5.2, 7.6), (1.4, 1.4, 0.9))], 0),
            Part("auburn", [ell((s * 6.2, 1.6, 4.4), (1.6, 2.0, 1.5)) for s in (-1, 1)], 0),
        ]

    return parts


FORCIBLE = Human(
    "forcible",
    forcible_body,
    turban("rust"),
    Face(
        "adult",
        "flat",
        brow="eee",
        brow_y=-2,
        colours_={"e": "60282c", "m": "a82438", "b": "4a3a2a", "K": "241428"},
        extra=((-4, 4, "c"), (4, 4, "c"), (-3, 5, "c"), (3, 5, "c"), (-2, 8, "x"), (2, 8, "x")),
        extra_side=((2, 4, "c"), (3, 5, "c")),
    ),
    skin="skinold",
    arm_mat="housecoat",
    leg_mat="housecoat",
    boot_mat="rose",
    leg=11,
    torso=14.5,
    shoulder=7.4,
    sh_drop=2.6,
    arm=5.4,
    arm_r=2.3,
    cuff=2.7,
    arm_out=0.34,
    head=(7.6, 7.6, 7.2),
    neck=7.4,
    frame=(56, 72),
    anchor=(28.5, 62),
    shadow=(12, 4),
    hurt=(16, 18),
    **{**LADY, "neck_len": 0},
)


def gran_body(p: Pose) -> list[Part]:
    """Stooped, navy coat, a crocheted shawl with a brooch, a cane."""

    def lace(q, n):
        return 0.16 * (np.sin(q[0] * 2.2) * np.sin(q[1] * 2.2) > 0.45) - 0.04

    return [
        Part("navy", [frus((0, 0), -8.5, 11.5, 6.8, 4.6, 0.86, 1.2, 0.8)], 2),
        Part("lilac", [ell((0, 9.6, -0.6), (6.4, 4.2, 5.2)), cap((-3, 8, 3.6), (-1, 3.2, 5.2), 2.4, 1.2)], 1.6, lace),
        Part("gold", [ell((0, 8.4, 4.9), (1.1, 1.1, 0.7))], 0),
        Part(
            "wood", [cap((7.2, 3.0, 6.5), (7.6, -9.4, 7.0), 0.8, 0.7), tor((7.2, 4.2, 5.2), 1.5, 0.7, rot_z(90))], 0.4
        ),
    ]


GRAN = Human(
    "grandmother",
    gran_body,
    hair.bun("grey", y=6.0, z=-6.0, r=3.4, base=(7.7, 7.8, 7.6), line=3.8),
    Face(
        "adult",
        "flat",
        brow="ee",
        brow_y=-1,
        mouth_y=5,
        colours_={"e": "6a6b74", "b": "2a1a14", "m": "6a2c30", "n": "7a4838", "c": "7a4838", "x": "7a4838"},
        extra=((-5, 3, "n"), (5, 3, "n"), (-3, 8, "n"), (3, 8, "n")),
        extra_side=((2, 4, "n"), (5, 8, "n")),
    ),
    skin="brownskin",
    arm_mat="lilac",
    leg_mat="black",
    boot_mat="black",
    leg=11,
    torso=12.5,
    shoulder=4.8,
    arm=5.0,
    arm_r=2.0,
    cuff=2.2,
    head=(7.1, 7.5, 7.0),
    head_z=2.2,
    neck=6.6,
    stride=0.5,
    lift=0.5,
    hip_w=2.2,
)

REAL = [CORALINE, PYJAMAS, MEL, CHARLIE, WYBIE, WYBIE_BIKE, BOBINSKY, SPINK, FORCIBLE, GRAN]
