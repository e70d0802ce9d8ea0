"""Props of the attic (Bobinsky, circus) and the basement (Spink and Forcible, theatre)."""

from __future__ import annotations

import numpy as np

from tools.make_art.core.field import grid
from tools.make_art.places.prop import make_prop
from tools.make_art.places.props_house import S, _armchair, _cup, _teapot, grain, lamp_shade, legs, lines_x, lines_y
from tools.make_art.places.sdf import (
    RX,
    RY,
    RZ,
    G,
    ball,
    blk,
    box,
    cyl,
    inter,
    move,
    moved,
    orb,
    rod,
    sub,
    torus,
    wavy,
)

# ---- Bobinsky ------------------------------------------------------------------------------------------------------
make_prop(
    "vaulting_horse",
    "attic",
    lambda: [
        G("card", [blk(0, 20, 0, 46, 12, 16, 5)], 0, lines_x(9, 0.1)),
        G("wood", legs(17, 5, 20, 1.8)),
        G("iron", [torus((s * 7, 33, 0), 4, 1, RX(90)) for s in S(-1, 1)]),
    ],
    (46, 16),
)
make_prop(
    "barbell",
    "attic",
    lambda: [G("iron", [rod((-24, 8, 0), (24, 8, 0), 1.2), ball((-24, 8, 0), 8), ball((24, 8, 0), 8)])],
    (62, 12),
    push="ball",
)
make_prop(
    "dumbbells",
    "attic",
    lambda: [
        G(
            "iron",
            [
                s
                for x, z in ((-6, -3), (6, 4))
                for s in (rod((x - 6, 3, z), (x + 6, 3, z), 1.1), ball((x - 6, 3, z), 3.2), ball((x + 6, 3, z), 3.2))
            ],
        )
    ],
    (28, 14),
)
make_prop(
    "parallel_bars",
    "attic",
    lambda: [
        G("wood", [rod((-30, 28, z), (30, 28, z), 1.5) for z in S(-9, 9)], 0, grain),
        G(
            "iron",
            [rod((x, 0, z), (x, 28, z), 1.2) for x in S(-24, 24) for z in S(-9, 9)]
            + [blk(x, 0, 0, 4, 2, 24) for x in S(-24, 24)],
        ),
    ],
    (62, 24),
)
make_prop(
    "rings",
    "attic",
    lambda: [
        G("tape", [rod((x, 30, 0), (x, 78, 0), 0.7) for x in S(-10, 10)]),
        G("wood", [torus((x, 25, 0), 5, 1.3, RX(90)) for x in S(-10, 10)]),
    ],
    None,
    shadow=False,
)
make_prop(
    "trapeze",
    "attic",
    lambda: [
        G("tape", [rod((x, 20, 0), (x, 90, 0), 0.8) for x in S(-16, 16)]),
        G("wood", [rod((-19, 19, 0), (19, 19, 0), 1.6)], 0, grain),
    ],
    None,
    shadow=False,
)
make_prop(
    "balance_beam",
    "attic",
    lambda: [G("card", [blk(0, 12, 0, 74, 5, 7, 1)]), G("wood", [blk(s * 28, 0, 0, 5, 12, 16, 1) for s in S(-1, 1)])],
    (74, 12),
)
make_prop(
    "trampoline",
    "attic",
    lambda: [
        G(
            "iron",
            [torus((0, 11, 0), 21, 1.2)]
            + [
                rod((np.cos(a) * 20, 0, np.sin(a) * 20), (np.cos(a) * 20, 11, np.sin(a) * 20), 1)
                for a in np.arange(6) * 1.05 + 0.3
            ],
        ),
        G("blue", [cyl(0, 0, 10.4, 11.4, 19, 19)]),
    ],
    (44, 40),
)


def _cage():
    bars = [rod((x, 3, z), (x, 17, z), 0.5) for x in S(-12, -8, -4, 0, 4, 8, 12) for z in S(-8, 8)] + [
        rod((x, 3, z), (x, 17, z), 0.5) for x in S(-12, 12) for z in S(-4, 0, 4)
    ]
    return [
        G("wood", [blk(0, 0, 0, 28, 3, 20, 0.8), blk(0, 17, 0, 28, 2.4, 20, 0.8)], 0, grain),
        G("iron", [*bars, torus((0, 21, 0), 3, 0.7, RX(90))]),
        G("brass", [torus((-4, 9, -1), 5, 0.8, RX(90))]),
        G("fur", [ball((5, 5, 2), (2.8, 2, 1.8)), ball((7.6, 6, 3), 1.5)], 0.5),
    ]


make_prop("mouse_cage", "attic", _cage, (28, 20))
make_prop(
    "mouse_circus",
    "attic",
    lambda: [
        G("wood", [cyl(0, 0, 0, 3, 24, 24, 0.72)]),
        G("yellow", [cyl(0, 0, 3, 4, 21, 21, 0.72)]),
        G(
            "red",
            [sub(cyl(0, 0, 3, 6.4, 23.4, 23.4, 0.72), cyl(0, 0, 1, 9, 20.4, 20.4, 0.72))],
            0,
            lambda q, n: 0.26 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 9) > 0),
        ),
        G("iron", [rod((x, 4, -5), (x, 24, -5), 0.7) for x in S(-12, 12)] + [rod((-12, 24, -5), (12, 24, -5), 0.7)]),
        G(
            "fur",
            [
                ball((-6, 7, 4), (2.2, 3, 2)),
                ball((-6, 11, 4), 1.8),
                ball((4, 7, 6), (2.2, 3, 2)),
                ball((4, 11, 6), 1.8),
                ball((9, 7, -1), (2.2, 3, 2)),
                ball((9, 11, -1), 1.8),
            ],
            0.4,
        ),
        G("brass", [cyl(-2.4, 7, 9, 12, 0.6, 2)]),
    ],
    (48, 34),
)
make_prop(
    "mouse",
    "attic",
    lambda: [
        G(
            "fur",
            [
                ball((0, 2.6, 0), (4, 2.8, 2.6)),
                ball((4, 3.6, 0.6), (2.2, 1.9, 1.9)),
                ball((3.4, 5.6, -0.6), 1.2),
                ball((4.2, 5.4, 1.6), 1.2),
                rod((-4, 2, 0), (-9, 3.4, -1), 0.6, 0.3),
            ],
            0.6,
        ),
        G("red", [ball((6.2, 3.5, 0.7), 0.6)]),
    ],
    (10, 5),
)
make_prop(
    "samovar",
    "attic",
    lambda: [
        G(
            "brass",
            [
                cyl(0, 0, 0, 3, 6, 5),
                ball((0, 11, 0), (7.4, 8, 7.4)),
                cyl(0, 0, 18, 22, 4, 3),
                rod((0, 8, 7), (0, 7, 11), 1.1),
                torus((-8, 12, 0), 2.4, 0.8, RX(90)),
                torus((8, 12, 0), 2.4, 0.8, RX(90)),
            ],
            0.6,
        ),
        G("china", [ball((0, 25, 0), (4, 3.4, 4))]),
        G("red", [ball((0, 28, 0), 1)]),
    ],
    (16, 12),
)
make_prop(
    "beet_crate",
    "attic",
    lambda: [
        G("wood", [sub(blk(0, 0, 0, 30, 14, 20, 0.5), blk(0, 3, 0, 26, 20, 16, 0.4))], 0, lines_y(4.6)),
        G(
            "red",
            [
                ball((x, 13 + (k % 2), z), 3.8)
                for k, (x, z) in enumerate(((-9, -4), (-1, -5), (8, -4), (-6, 3), (3, 3), (10, 4)))
            ],
        ),
        G("leaf", [rod((x, 16, z), (x + 2, 22, z), 1, 0.5) for x, z in ((-9, -4), (8, -4), (-6, 3), (3, 3))]),
    ],
    (30, 20),
    push="crate",
)
make_prop(
    "cheese_wheel",
    "attic",
    lambda: [
        G(
            "yellow",
            [
                sub(
                    cyl(0, 0, 0, 8, 12, 12, 0.8),
                    ball((9, 8, 8), 6),
                )
            ],
            0,
            lambda q, n: -0.22 * (np.sin(q[:, 0] * 1.1) * np.sin(q[:, 2] * 1.2 + 1) > 0.6),
        )
    ],
    (24, 18),
    push="box",
)
make_prop(
    "medal_case",
    "attic",
    lambda: [
        G("wood", [box((0, 0, 0), (18, 12, 2), 0.6)], 0, grain),
        G("red", [box((0, 0, 1.6), (15.5, 9.5, 0.8), 0.2)]),
        G("brass", [ball((-9 + 9 * k, -3, 3), (2.6, 2.6, 0.8)) for k in range(3)]),
        G("blue", [box((-9 + 9 * k, 2.6, 2.6), (1.4, 3, 0.5), 0.2) for k in range(3)]),
    ],
    None,
    wall=True,
)
make_prop(
    "medal",
    "attic",
    lambda: [G("brass", [ball((0, 5, 0), (4, 4, 1.2))]), G("blue", [box((0, 12, 0), (2, 4, 0.6), 0.2)])],
    (8, 4),
    item="medal",
)
make_prop(
    "drum",
    "attic",
    lambda: [
        G(
            "red",
            [cyl(0, 0, 0, 14, 11, 11, 0.8)],
            0,
            lambda q, n: 0.3 * (np.abs(np.sin(np.arctan2(q[:, 0], q[:, 2]) * 5 + q[:, 1] * 0.25)) < 0.18),
        ),
        G("brass", [cyl(0, 0, 0, 2, 11.8, 11.8, 0.8), cyl(0, 0, 12, 14.2, 11.8, 11.8, 0.8)]),
        G("paper", [cyl(0, 0, 13.6, 14.8, 10.4, 10.4, 0.8)]),
    ],
    (24, 18),
)
make_prop(
    "ladder",
    "attic",
    lambda: [
        G(
            "wood",
            [rod((s * 8, 0, 4), (s * 7, 74, -4), 1.4) for s in S(-1, 1)]
            + [rod((-8, y, 4 - y * 0.105), (8, y, 4 - y * 0.105), 1.0) for y in range(8, 72, 10)],
            0,
            grain,
        )
    ],
    (18, 8),
)
make_prop(
    "popcorn_cart",
    "attic",
    lambda: [
        G("red", [blk(0, 8, 0, 34, 14, 18, 1)], 0, lambda q, n: 0.25 * ((q[:, 0] % 8) < 4)),
        G(
            "glass",
            [blk(0, 22, 0, 30, 22, 14, 0.6)],
            0,
            lambda q, n: -0.1 + 0.25 * (q[:, 1] < 31) * (np.sin(q[:, 0] * 2.1) * np.sin(q[:, 1] * 1.9) > -0.2),
            0.2,
        ),
        G("yellow", [blk(0, 44, 0, 38, 4, 20, 1), ball((0, 50, 0), (10, 5, 6))]),
        G("brass", [torus((s * 12, 8, 10), 7, 1.2, RX(90)) for s in S(-1, 1)]),
    ],
    (38, 20),
)
make_prop(
    "cannon",
    "attic",
    lambda: [
        G("iron", [move(cyl(0, 0, -16, 16, 8, 6.4), RZ(-62), (2, 17, 0)), ball((-13, 10, 0), 8)], 0.5),
        G("red", [torus((s * 0 - 2, 9, s * 9), 8, 1.8, RX(90)) for s in S(-1, 1)] + [blk(-4, 6, 0, 22, 4, 14, 1)]),
        G("brass", [move(cyl(0, 0, 13, 16.4, 7.4, 7.4), RZ(-62), (2, 17, 0))]),
    ],
    (42, 22),
)
make_prop(
    "circus_pedestal",
    "attic",
    lambda: [
        G(
            "red",
            [cyl(0, 0, 0, 14, 15, 11, 0.8)],
            0,
            lambda q, n: 0.28 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 7) > 0),
        ),
        G("yellow", [cyl(0, 0, 14, 17, 12, 12, 0.8)]),
    ],
    (30, 22),
)
make_prop(
    "ball_striped",
    "attic",
    lambda: [
        G(
            "red",
            [orb((0, 7, 0), 9.5)],
            0,
            lambda q, n: 0.34 * (np.sin(np.arctan2(q[:, 0], (q[:, 1] - 7) * 1.4) * 4) > 0),
        )
    ],
    (18, 12),
    push="ball",
)
make_prop(
    "ball_blue",
    "attic",
    lambda: [G("blue", [orb((0, 5, 0), 6.6)], 0, lambda q, n: 0.4 * (np.abs(q[:, 1] - 5 + q[:, 0] * 0.3) < 0.9))],
    (11, 9),
    push="ball",
)
make_prop(
    "star_lantern",
    "attic",
    lambda: [
        G(
            "yellow",
            [move(box((0, 0, 0), (5.5, 5.5, 2), 0.6), RZ(a)) for a in S(0, 45)],
            0,
            lambda q, n: 0.3 + 0 * q[:, 0],
            0.9,
        ),
        G("tape", [rod((0, 7, 0), (0, 22, 0), 0.5)]),
    ],
    None,
    shadow=False,
    light="lamp",
)
make_prop(
    "bunting",
    "attic",
    lambda: [
        G(
            "tape",
            [
                rod(
                    (-30 + 6 * k, 8 - 4 * np.sin(k / 10 * 3.14), 0),
                    (-24 + 6 * k, 8 - 4 * np.sin((k + 1) / 10 * 3.14), 0),
                    0.6,
                )
                for k in range(10)
            ],
        ),
        *[
            G(
                c,
                [
                    box((-27 + 6 * k, 2 - 4 * np.sin((k + 0.5) / 10 * 3.14), 0), (2, 3.6, 0.6), 0.2)
                    for k in range(j, 10, 3)
                ],
            )
            for j, c in enumerate(("red", "yellow", "blue"))
        ],
    ],
    None,
    shadow=False,
)
make_prop(
    "bed_cot",
    "attic",
    lambda: [
        G(
            "iron",
            [rod((s * 14, 0, z), (s * 14, 22 if z < 0 else 14, z), 1.1) for s in S(-1, 1) for z in S(-30, 30)]
            + [rod((-14, 20, -30), (14, 20, -30), 1), rod((-14, 13, 30), (14, 13, 30), 1)],
        ),
        G("cloth", [blk(0, 7, 0, 28, 6, 58, 2)], 0, lambda q, n: 0.14 * ((q[:, 2] % 10) < 5)),
        G("paper", [box((0, 15, -22), (10, 3, 6), 2.6)]),
    ],
    (32, 60),
    hide="bed",
)
make_prop(
    "crutch_coat",
    "attic",
    lambda: [
        G("wood", [cyl(0, 0, 0, 2, 7, 6), rod((0, 2, 0), (0, 46, 0), 1.3), rod((-8, 40, 0), (8, 40, 0), 1.2)]),
        G(
            "blue",
            [
                wavy(cyl(0, 0, 10, 40, 11, 8, 0.5), lambda p: 0.8 * np.sin(np.arctan2(p[:, 0], p[:, 2]) * 8)),
                rod((-8, 38, 0), (-11, 20, 2), 3),
                rod((8, 38, 0), (11, 20, 2), 3),
            ],
            1,
        ),
        G("brass", [ball((0, y, 5.4), 1) for y in S(16, 23, 30)]),
    ],
    (20, 12),
    name_hint="coat",
)

# ---- parlour -------------------------------------------------------------------------------------------------------
make_prop(
    "parlour_sofa",
    "parlour",
    lambda: [
        G(
            "velvet",
            [
                blk(0, 8, 0, 66, 8, 22, 3),
                wavy(box((0, 22, -9), (32, 10, 3.5), 3.4), lambda p: -1.4 * np.cos(p[:, 0] / 32 * 3.14)),
                rod((-31, 10, -8), (-31, 18, 9), 4),
                rod((31, 10, -8), (31, 18, 9), 4),
            ],
            2,
        ),
        G("wood", [*legs(28, 8, 8, 2), rod((-30, 32, -9), (0, 36, -9), 1.5), rod((30, 32, -9), (0, 36, -9), 1.5)]),
        G("brass", [ball((x, 23, -5), 0.9) for x in S(-18, -6, 6, 18)]),
    ],
    (68, 22),
)
make_prop("parlour_armchair", "parlour", lambda: _armchair("velvet", "cush"), (38, 20))
make_prop(
    "tea_table",
    "parlour",
    lambda: (
        [
            G(
                "wood",
                [cyl(0, 0, 18, 20.4, 18, 18, 0.8), rod((0, 0, 0), (0, 18, 0), 2)]
                + [rod((0, 4, 0), (x, 0, z), 1.6, 1.2) for x, z in ((-9, 5), (9, 5), (0, -8))],
                0.8,
                grain,
            ),
            G(
                "paper",
                [cyl(0, 0, 20, 21, 12, 12, 0.8)],
                0,
                lambda q, n: -0.2 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 12) > 0.7),
            ),
            *_teapot(-2, 21, -4),
            *_cup(-8, 21, 5),
            *_cup(7, 21, 4),
        ]
    ),
    (28, 18),
)
make_prop(
    "tea_trolley",
    "parlour",
    lambda: (
        [
            G(
                "brass",
                [rod((sx * 17, 2, sz * 8), (sx * 17, 26, sz * 8), 1) for sx in S(-1, 1) for sz in S(-1, 1)]
                + [torus((sx * 17, 3, 9), 2.6, 0.8, RX(90)) for sx in S(-1, 1)],
            ),
            G("wood", [blk(0, 8, 0, 36, 2, 18, 0.5), blk(0, 22, 0, 36, 2, 18, 0.5)], 0, grain),
            *_teapot(-6, 24, 0),
            *_cup(8, 24, 3),
        ]
    ),
    (38, 20),
)
make_prop(
    "taffy_bowl",
    "parlour",
    lambda: [
        G("glass", [sub(cyl(0, 0, 0, 7, 4, 8, 0.85), cyl(0, 0, 2, 10, 3, 7.2, 0.85))]),
        *[
            G(c, [ball((x, 7, z), 2)])
            for c, x, z in (("red", -3, 0), ("green", 2, 2), ("yellow", 0, -3), ("cush", 4, -1))
        ],
    ],
    (16, 11),
)


def _dog(wings: bool):
    g = [
        G(
            "fur",
            [
                ball((0, 7, 0), (8, 5, 4.4)),
                ball((8, 12, 1), (4.4, 4, 3.8)),
                ball((11.4, 10.6, 1.6), (2.6, 2, 2.2)),
                rod((-5, 6, 2), (-5, 0, 2), 1.5),
                rod((5, 6, 2), (5, 0, 2), 1.5),
                rod((-5, 6, -2), (-5, 0, -2), 1.5),
                rod((5, 6, -2), (5, 0, -2), 1.5),
                rod((-7, 9, 0), (-10, 14, 0), 1.2),
                rod((6, 15, -1), (5.4, 18, -1), 1.3),
                rod((9, 15, 2), (9.4, 18, 2.4), 1.3),
            ],
            1,
        ),
        G("dark", [ball((13.6, 11, 2), 0.9), ball((9.6, 13, 4.4), 0.8)]),
        G("red", [torus((5, 9, 0.6), 3.4, 0.7, RZ(60))]),
    ]
    return g + (
        [
            G("paper", [ball((-1, 14, -3), (5, 6, 1.2)), ball((-3, 12, 3), (4, 5, 1))], 0.3),
            G("yellow", [torus((8, 20, 0), 3, 0.6)]),
        ]
        if wings
        else []
    )


make_prop(
    "scottie_stuffed",
    "parlour",
    lambda: [*moved(_dog(True), None, (0, 2, 0)), G("wood", [blk(1, 0, 0, 26, 2, 11, 0.5)], 0, grain)],
    (26, 11),
)
make_prop(
    "dog_shelf",
    "parlour",
    lambda: (
        [
            G("wood", [blk(0, -2, 0, 64, 2, 12, 0.4)], 0, grain),
            *moved(_dog(True), None, (-18, 0, 0)),
            *moved(_dog(True), None, (12, 0, 0)),
        ]
    ),
    None,
    wall=True,
)
make_prop(
    "dog_basket",
    "parlour",
    lambda: [
        G(
            "wood",
            [sub(cyl(0, 0, 0, 8, 16, 17, 0.72), cyl(0, 0, 3, 14, 13, 14.5, 0.72))],
            0,
            lambda q, n: -0.16 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 16 + q[:, 1]) > 0.4),
        ),
        G("cush", [cyl(0, 0, 2, 6, 14, 14, 0.72)]),
        G("fur", [ball((-2, 9, 1), (8, 4, 5.4)), ball((6, 10, 2), (3.6, 3, 3.2))], 1),
    ],
    (34, 24),
)
make_prop(
    "dressing_screen",
    "parlour",
    lambda: [
        q
        for k, a in enumerate((24, -24, 24))
        for q in moved(
            [
                G("wood", [sub(box((0, 27, 0), (10, 27, 1.3), 0.6), box((0, 28, 0), (8, 23, 4), 0.4))], 0, grain),
                G(
                    "cloth",
                    [box((0, 28, 0), (8.6, 24, 0.5), 0.1)],
                    0,
                    lambda q, n: 0.18 * (np.hypot((q[:, 0] % 8) - 4, (q[:, 1] % 10) - 5) < 2.2),
                ),
            ],
            RY(a),
            (-19 + 19 * k, 0, 0),
        )
    ],
    (58, 10),
    hide="curtain",
)
make_prop(
    "wig_stand",
    "parlour",
    lambda: [
        G("wood", [cyl(0, 0, 0, 2, 6, 5), rod((0, 1, 0), (0, 8, 0), 1.4)]),
        G("paper", [ball((0, 13, 0), (4.4, 5.4, 4.4))]),
        G(
            "yellow",
            [
                wavy(
                    sub(ball((0, 15, -0.6), (6, 6, 5.6)), ball((0, 12, 5), (4.4, 5.4, 4))),
                    lambda p: 0.4 * np.sin(p[:, 1] * 2),
                )
            ],
        ),
    ],
    (12, 9),
)
make_prop(
    "hat_boxes",
    "parlour",
    lambda: [
        G(
            "purple",
            [cyl(0, 0, 0, 11, 13, 13, 0.8)],
            0,
            lambda q, n: 0.2 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 9) > 0),
        ),
        G("yellow", [cyl(0, 0, 10, 13, 13.8, 13.8, 0.8)]),
        G("cush", [cyl(1, 0, 13, 22, 9, 9, 0.8)]),
        G("paper", [cyl(1, 0, 21, 23.4, 9.8, 9.8, 0.8)]),
    ],
    (28, 20),
)
make_prop(
    "costume_rack",
    "parlour",
    lambda: [
        G(
            "iron",
            [rod((s * 24, 2, 0), (s * 24, 48, 0), 1.1) for s in S(-1, 1)]
            + [rod((-24, 48, 0), (24, 48, 0), 1.1)]
            + [rod((s * 24, 2, -8), (s * 24, 2, 8), 1) for s in S(-1, 1)],
        ),
        *[
            G(
                c,
                [
                    wavy(
                        cyl(x, 0, 8 + (k % 2) * 6, 45, 5, 3.4, 0.8),
                        lambda p: 0.5 * np.sin(np.arctan2(p[:, 0], p[:, 2]) * 6),
                    )
                ],
            )
            for k, (c, x) in enumerate((("red", -17), ("green", -8), ("purple", 1), ("yellow", 10), ("blue", 18)))
        ],
    ],
    (52, 18),
    hide="curtain",
)
make_prop(
    "gramophone",
    "parlour",
    lambda: [
        G("wood", [blk(0, 0, 0, 20, 10, 18, 1)], 0, grain),
        G("dark", [cyl(0, 1, 10, 11.4, 7, 7)]),
        G(
            "brass",
            [
                sub(
                    move(cyl(0, 0, 0, 16, 2, 11), RX(38) @ RZ(18), (-2, 14, -6)),
                    move(cyl(0, 0, 2, 18, 1, 10), RX(38) @ RZ(18), (-2, 14, -6)),
                ),
                rod((6, 11, -6), (-2, 15, -6), 1.2),
            ],
        ),
    ],
    (22, 18),
)
make_prop(
    "fringe_lamp_lit",
    "parlour",
    lambda: [
        G("brass", [cyl(0, 0, 0, 2, 5, 4), rod((0, 2, 0), (0, 20, 0), 1)]),
        *lamp_shade(18, 28, 10.5, 5, 0.42),
        G("red", [cyl(0, 0, 14.6, 18.2, 11.2, 10.9, 0.5)], 0, lambda q, n: -0.3 * ((q[:, 0] + 40) % 3 < 1.2)),
    ],
    (12, 9),
    light="lamp",
)


def _poster(kind: int):
    def over(sk, ax, ay):
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, ay - y + 0.5
        inn = (np.abs(X) < 15) & (np.abs(Y) < 21)
        sk.put(inn, "paper", 0.62).put(inn & ((np.abs(X) > 13.5) | (np.abs(Y) > 19.5)), ("red", "blue")[kind], 0.5)
        sk.put(inn & (np.abs(Y - 15) < 2.5) & (np.abs(X) < 11) & (X.astype(int) % 4 != 0), "red", 0.4)
        sk.put(inn & (np.abs(Y + 16) < 1.5) & (np.abs(X) < 9) & (X.astype(int) % 3 != 0), "dark", 0.2)
        if kind == 0:
            for s in (-1, 1):
                sk.put(inn & (np.hypot((X - s * 5) / 4, (Y + 6) / 7) < 1), ("green", "purple")[s > 0], 0.55).put(
                    inn & (np.hypot(X - s * 5, Y - 4) < 3), "skin", 0.75
                ).put(inn & (np.hypot(X - s * 5, Y - 6.5) < 2.6), ("yellow", "red")[s > 0], 0.6)
        else:
            sk.put(inn & (np.hypot((X) / 6, (Y + 6) / 8) < 1), "blue", 0.5).put(
                inn & (np.hypot(X, Y - 5) < 3.6), "skin", 0.7
            ).put(inn & (np.abs(X) < 5) & (np.abs(Y - 3) < 0.8), "fur", 0.3)
            sk.put(inn & (np.hypot(np.abs(X) - 9, Y + 10) < 2), "fur", 0.6)

    return [G("paper", [box((0, 0, 0), (15.5, 21.5, 0.6), 0.2)])], over


make_prop("poster_actresses", "parlour", lambda: _poster(0), None, wall=True)
make_prop("poster_circus", "attic", lambda: _poster(1), None, wall=True)

# ---- theatre -------------------------------------------------------------------------------------------------------
make_prop(
    "seat",
    "theatre",
    lambda: [
        G("seat", [blk(0, 7, 0, 18, 5, 13, 2), box((0, 17, -6), (9, 9, 2.6), 2.4)], 1),
        G("dwood", [blk(s * 10, 0, 0, 2.4, 15, 13, 0.8) for s in S(-1, 1)], 0, grain),
        G("brass", [ball((s * 10, 15, 6), 1.2) for s in S(-1, 1)]),
    ],
    (22, 14),
)
make_prop(
    "seat_back",
    "theatre",
    lambda: [
        G("seat", [blk(0, 7, 0, 18, 5, 13, 2), box((0, 17, 5), (9, 10, 2.6), 2.4)], 1),
        G("dwood", [blk(s * 10, 0, 0, 2.4, 15, 13, 0.8) for s in S(-1, 1)], 0, grain),
        G("brass", [blk(0, 21, 7.4, 5, 3, 0.8, 0.3)]),
    ],
    (22, 14),
)
make_prop(
    "seat_row_back",
    "theatre",
    lambda: [
        G(
            "seat",
            [
                s
                for x in S(-44, -22, 0, 22, 44)
                for s in (blk(x, 7, 0, 18, 5, 13, 2), box((x, 17, 5), (9, 10, 2.6), 2.4))
            ],
            0.6,
        ),
        G("dwood", [blk(x, 0, 0, 2.4, 15, 13, 0.8) for x in S(-55, -33, -11, 11, 33, 55)], 0, grain),
        G("brass", [blk(x, 21, 7.4, 5, 3, 0.8, 0.3) for x in S(-44, -22, 0, 22, 44)]),
    ],
    (112, 14),
)
make_prop(
    "spotlight",
    "theatre",
    lambda: [
        G(
            "iron",
            [rod((0, 4, 0), (0, 34, 0), 1.2)]
            + [rod((0, 10, 0), (np.cos(a) * 10, 0, np.sin(a) * 7), 1) for a in S(0.5, 2.6, 4.7)]
            + [move(cyl(0, 0, -8, 7, 5, 6.4), RX(60) @ RZ(20), (0, 38, 0))],
            0.4,
        ),
        G(
            "shade",
            [move(cyl(0, 0, 6.4, 8, 5.4, 5.4), RX(60) @ RZ(20), (0, 38, 0))],
            0,
            lambda q, n: 0.3 + 0 * q[:, 0],
            0.9,
        ),
    ],
    (18, 12),
    light="spot",
)
make_prop(
    "footlight",
    "theatre",
    lambda: [
        G("brass", [inter(ball((0, 0, 0), 7), lambda p: p[:, 2])]),
        G("shade", [ball((0, 3, -2), 2.6)], 0, lambda q, n: 0.3 + 0 * q[:, 0], 0.9),
    ],
    (14, 8),
    light="lamp",
)
make_prop(
    "stage_tree",
    "theatre",
    lambda: [
        G("wood", [blk(0, 0, 0, 8, 28, 2, 0.6), blk(0, 0, 4, 18, 2, 10, 0.4)], 0, grain),
        G(
            "leaf",
            [ball((x, y, 0), (r, r, 1.6)) for x, y, r in ((0, 42, 15), (-12, 34, 10), (12, 34, 10), (0, 56, 10))],
            0,
            lambda q, n: 0.14 * (np.hypot((q[:, 0] % 9) - 4.5, (q[:, 1] % 8) - 4) < 2),
        ),
        G("tape", [rod((-3, 16, 1.6), (3, 18, 1.6), 0.4)]),
    ],
    (18, 8),
)
make_prop(
    "stage_moon",
    "theatre",
    lambda: [
        G("yellow", [sub(ball((0, 40, 0), (16, 16, 1.8)), ball((8, 45, 0), (14, 14, 6)))], 0, None, 0.15),
        G("tape", [rod((-6, 55, 0), (-6, 84, 0), 0.5)]),
    ],
    None,
    shadow=False,
)
make_prop(
    "stage_waves",
    "theatre",
    lambda: [
        G(
            "blue",
            [
                wavy(
                    blk(0, 0, z, 84, 16 - (z > 0) * 5, 1.6, 0.5),
                    lambda p: 2.2 * np.sin(p[:, 0] * 0.35 + 4) * (p[:, 1] > 6),
                )
                for z in S(-4, 4)
            ],
            0,
            lambda q, n: 0.2 * (np.sin(q[:, 0] * 0.35 + q[:, 1] * 0.6) > 0.6),
        )
    ],
    (86, 12),
)
make_prop(
    "rope_coil",
    "theatre",
    lambda: [
        G(
            "tape",
            [torus((0, 1.6 + 2.4 * k, 0), 8 - k * 0.4, 1.4) for k in range(3)] + [rod((8, 2, 2), (15, 1, 5), 1.2)],
            0,
            lambda q, n: -0.16 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 20) > 0.2),
        )
    ],
    (20, 16),
)
make_prop(
    "sandbag",
    "theatre",
    lambda: [
        G(
            "card",
            [ball((0, 6, 0), (8, 6.4, 6)), ball((0, 12, 0), (3, 2.4, 2.4))],
            1,
            lambda q, n: -0.06 * (np.sin(q[:, 0] * 3) > 0),
        ),
        G("tape", [rod((0, 13, 0), (0, 20, 0), 0.7), torus((0, 11, 0), 2.4, 0.7)]),
    ],
    (16, 11),
)
make_prop(
    "ticket_booth",
    "theatre",
    lambda: [
        G(
            "red",
            [blk(0, 0, 0, 40, 26, 22, 1), blk(-18, 26, 0, 4, 34, 22, 0.5), blk(18, 26, 0, 4, 34, 22, 0.5)],
            0,
            lines_x(8, 0.12),
        ),
        G("dark", [blk(0, 26, -4, 34, 30, 10)]),
        G("yellow", [blk(0, 58, 0, 46, 10, 26, 2), blk(0, 26, 2, 42, 2, 26, 0.5)]),
        G("shade", [ball((-18 + 6 * k, 63, 13), 1.7) for k in range(7)], 0, lambda q, n: 0.3 + 0 * q[:, 0], 0.9),
    ],
    (44, 24),
    light="lamp",
)
make_prop(
    "curtain_left",
    "theatre",
    lambda: [
        G(
            "velvet",
            [
                wavy(
                    box((0, 50, 0), (15, 50, 4), 2),
                    lambda p: (
                        1.6 * np.sin(p[:, 0] * 1.0 + np.clip(40 - p[:, 1], 0, 40) * 0.02)
                        + np.clip(p[:, 0] + 6 - np.abs(p[:, 1] - 42) * 0.5, 0, 9) * 0.8
                    ),
                )
            ],
        ),
        G("brass", [torus((-4, 42, 0), 9, 1.2, RX(20)), ball((4, 36, 5), 2.6)]),
    ],
    (26, 8),
    hide="curtain",
)
make_prop(
    "curtain_right",
    "theatre",
    lambda: moved(
        [
            G(
                "velvet",
                [
                    wavy(
                        box((0, 50, 0), (15, 50, 4), 2),
                        lambda p: (
                            1.6 * np.sin(p[:, 0] * 1.0) + np.clip(-p[:, 0] + 6 - np.abs(p[:, 1] - 42) * 0.5, 0, 9) * 0.8
                        ),
                    )
                ],
            ),
            G("brass", [torus((4, 42, 0), 9, 1.2, RX(20)), ball((-4, 36, 5), 2.6)]),
        ]
    ),
    (26, 8),
    hide="curtain",
)
make_prop(
    "fan_stage",
    "theatre",
    lambda: [
        G(
            "purple",
            [move(inter(cyl(0, 0, 0, 1.6, 14, 14), lambda p: np.maximum(p[:, 2], -p[:, 2] - 40)), RX(70), (0, 2, 0))],
            0,
            lambda q, n: 0.22 * (np.sin(np.arctan2(q[:, 0], q[:, 1]) * 22) > 0),
        ),
        G("brass", [ball((0, 2, 1), 1.6)]),
    ],
    (24, 6),
    item="fan",
)

# ---- between -------------------------------------------------------------------------------------------------------
make_prop(
    "button_giant",
    "between",
    lambda: [
        G(
            "dark",
            [
                sub(
                    sub(cyl(0, 0, 0, 5, 17, 17), cyl(0, 0, 3, 9, 13, 14)),
                    lambda p: np.minimum.reduce(
                        [cyl(x, z, -4, 9, 2, 2)(p) for x in S(-4.5, 4.5) for z in S(-4.5, 4.5)]
                    ),
                )
            ],
            0,
            lambda q, n: 0.28 + 0 * q[:, 0],
        )
    ],
    (34, 34),
)
make_prop(
    "spool_giant",
    "between",
    lambda: [
        G("wood", [cyl(0, 0, 0, 5, 15, 15, 0.8), cyl(0, 0, 27, 32, 15, 15, 0.8)], 0, grain),
        G("red", [cyl(0, 0, 5, 27, 11, 11, 0.8)], 0, lambda q, n: -0.16 * (((q[:, 1] + q[:, 0] * 0.15) % 2.4) < 0.9)),
    ],
    (30, 24),
)
make_prop(
    "needle_floor",
    "between",
    lambda: [
        G("iron", [rod((0, -2, 0), (3, 64, -4), 1.8, 0.9)], 0, lambda q, n: 0.25 + 0 * q[:, 0]),
        G("dark", [ball((2.8, 57, -2.4), (0.8, 3, 1.2))]),
    ],
    (8, 5),
)
make_prop(
    "cocoon",
    "between",
    lambda: [
        G(
            "web",
            [ball((0, 20, 0), (9, 19, 8))],
            0,
            lambda q, n: (
                -0.16 * (np.sin(q[:, 1] * 1.1 + q[:, 0] * 0.7) > 0.5)
                - 0.12 * (np.sin(q[:, 1] * 0.9 - q[:, 0] * 0.9) > 0.7)
            ),
        ),
        G("web", [rod((0, 38, 0), (0, 70, -3), 0.6)] + [rod((s * 6, 32, 0), (s * 22, 56, 0), 0.5) for s in S(-1, 1)]),
    ],
    (18, 14),
)
make_prop(
    "web_pillar",
    "between",
    lambda: [
        G(
            "web",
            [cyl(0, 0, 0, 80, 9, 4, 0.8, power=0.5)]
            + [
                rod((np.cos(a) * 5, 10, np.sin(a) * 4), (np.cos(a) * 19, 0, np.sin(a) * 12), 1, 0.5)
                for a in np.arange(7) * 0.9
            ],
            1.5,
            lambda q, n: -0.18 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 7 + q[:, 1] * 0.18) > 0.5),
        )
    ],
    (24, 16),
)
make_prop(
    "button_box",
    "between",
    lambda: [
        G("purple", [blk(0, 0, 0, 20, 8, 16, 0.8)]),
        G("cush", [blk(0, 6, 0, 17, 3, 13, 1)]),
        G("dark", [cyl(x, 0, 9, 10.4, 3, 3) for x in S(-4, 4)], 0, lambda q, n: 0.2 + 0 * q[:, 0]),
        G("iron", [rod((-1, 9.4, 5), (7, 9.4, 5), 0.6)]),
        *moved([G("purple", [blk(0, 0, 0, 20, 3, 16, 0.8)])], RX(-70), (0, 8, -9)),
    ],
    (20, 16),
    item="button_box",
)
make_prop(
    "mirror_great",
    "between",
    lambda: [
        G(
            "brass",
            [
                sub(box((0, 44, 0), (26, 44, 3), 5), box((0, 44, 0), (20, 38, 9), 3)),
                ball((0, 90, 1), (7, 5, 3)),
                ball((-24, 6, 2), 5),
                ball((24, 6, 2), 5),
            ],
            1.5,
            lambda q, n: 0.12 * np.sin(q[:, 1] * 0.8) * np.sin(q[:, 0] * 0.8),
        ),
        G(
            "glass",
            [box((0, 44, -0.6), (20.6, 38.6, 0.8), 0)],
            0,
            lambda q, n: 0.22 * ((q[:, 0] + q[:, 1]) % 34 < 5) - 0.2,
            0.18,
        ),
    ],
    (54, 10),
)
