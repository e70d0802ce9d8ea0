"""24 px icons of everything the player carries or collects: small SDF things, rendered like the props."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from tools.make_art.core import cache
from tools.make_art.core.ramps import OTHER, Palette, ramp
from tools.make_art.places import sdf
from tools.make_art.places.prop import ALL
from tools.make_art.places.sdf import RX, RZ, G, ball, blk, box, cyl, move, moved, rod, scaled, sub, torus, wavy

# item colours: warm and readable in both worlds
PAL: Palette = {
    **OTHER,
    "stone": ramp("0c1218 24343a 3e5654 5c7a70 8aa68e c8dcb4"),
    "glass": ramp("101848 243a80 4a78c0 84b8e8 c0e4fc f4fdff"),
    "wood": ramp("28101e 4e2a28 7c4a30 a8703a d09a50 f2c874"),
    "iron": ramp("10121e 23283a 3d4658 657084 9aa5b4 d8e0e4"),
    "fur": ramp("0c0c16 1c1e30 363c54 5c6684 90a0b8 ccd8e4"),
    "soulA": ramp("083048 126890 20a0c8 50d8f0 a0f4ff f0ffff"),
    "soulB": ramp("281448 4a2484 7c44c4 b070f0 d8a8f8 f8e8ff"),
    "soulC": ramp("482008 805008 c07818 f8b040 fcd880 fff8d8"),
    "leaf": ramp("0c2418 184028 2c6834 50943c 88c050 c8e884"),
}
Z = RX(0)
ICONS: dict[str, Callable[[], list[G]]] = {}


def icon(name: str, make: Callable[[], list[G]]) -> None:
    ICONS[name] = make


def face(groups: list[G], tilt: float = 28) -> list[G]:
    """Turn a thing lying in x, y towards the viewer."""
    return moved(groups, RX(-tilt))


def _key() -> list[G]:
    k = RZ(45)
    return moved(
        [
            G(
                "brass",
                [
                    torus((0, 6, 0), 4.6, 1.5, RX(90)),
                    rod((0, 1, 0), (0, -10, 0), 1.3, 1.2),
                    box((2.6, -9, 0), (2.4, 1, 1), 0.3),
                    box((2.2, -6, 0), (2, 1, 1), 0.3),
                ],
                0.4,
            ),
            G("dark", [ball((0, 6, 0.4), (3.4, 3.4, 1))], 0, lambda q, n: 0.25 + 0 * q[:, 0]),
            G("iron", [rod((-1.6, 4.4, 1.6), (1.6, 7.6, 1.6), 0.6), rod((1.6, 4.4, 1.6), (-1.6, 7.6, 1.6), 0.6)]),
        ],
        k,
    )


icon("key_button", _key)
icon(
    "key_plain",
    lambda: moved(
        [
            G(
                "iron",
                [
                    torus((0, 6, 0), 3.6, 1.3, RX(90)),
                    rod((0, 2, 0), (0, -9, 0), 1.1),
                    box((2.2, -8, 0), (2, 0.9, 0.8), 0.3),
                ],
                0.4,
            )
        ],
        RZ(45),
    ),
)
icon(
    "adder_stone",
    lambda: [
        G(
            "stone",
            [
                wavy(
                    sub(ball((0, 0, 0), (10, 9, 4)), rod((1, 0.6, -9), (1, 0.6, 9), 3.2)),
                    lambda q: 0.6 * np.sin(q[:, 0] * 0.8 + 1) * np.sin(q[:, 1] * 0.7),
                )
            ],
        )
    ],
)
icon(
    "button",
    lambda: moved(
        [
            G(
                "fur",
                [
                    sub(
                        sub(cyl(0, 0, -2, 2, 10, 10, 1, 1), cyl(0, 0, 0.8, 5, 7.4, 7.8)),
                        lambda p: np.minimum.reduce(
                            [cyl(x, z, -5, 5, 1.3, 1.3)(p) for x in (-2.6, 2.6) for z in (-2.6, 2.6)]
                        ),
                    )
                ],
                0,
                lambda q, n: 0.06 + 0 * q[:, 0],
            ),
            G("red", [rod((-2.6, 1.4, -2.6), (2.6, 1.4, 2.6), 0.8), rod((2.6, 1.4, -2.6), (-2.6, 1.4, 2.6), 0.8)]),
        ],
        RX(62),
    ),
)
icon(
    "snow_globe",
    lambda: [
        G("wood", [cyl(0, 0, -11, -5, 8, 6.4)]),
        G("glass", [ball((0, 2, 0), 8.6)], 0, lambda q, n: np.where(q[:, 1] < -2, 0.34, 0) - 0.10),
        G("paper", [ball((x, y, z), 0.9) for x, y, z in ((-3, 4, 7.6), (3, 6, 6.6), (4, 0, 7.8), (-1, 8, 5))]),
    ],
)
icon(
    "rag_doll",
    lambda: moved(
        scaled(
            [
                G("yellow", [cyl(0, 0, -10, 1, 6, 2.8)]),
                G("cloth", [rod((-3, -2, 0), (-7, -6, 1), 1.5), rod((3, -2, 0), (7, -6, 1), 1.5)]),
                G("paper", [ball((0, 5, 0), (5, 4.8, 4.2))]),
                G("blue", [sub(ball((0, 6, -0.6), (6, 5.8, 5)), ball((0, 4, 5), (4.8, 5.2, 5)))]),
                G("dark", [ball((s * 1.9, 4.6, 4.2), 1.1) for s in (-1, 1)]),
            ],
            1.15,
        ),
        None,
    ),
)
for _n, _m in (("soul_house", "soulA"), ("soul_theatre", "soulB"), ("soul_circus", "soulC")):
    icon(
        _n,
        lambda m=_m: [
            G(m, [ball((0, 0, 0), 8.6)], 0, lambda q, n: 0.22 * np.sin(q[:, 0] * 0.9 + np.sin(q[:, 1] * 0.8) * 2))
        ],
    )
icon(
    "catalogue_pen",
    lambda: moved(
        [
            G("green", [rod((0, -4, 0), (0, 9, 0), 2)]),
            G("brass", [rod((0, -4, 0), (0, -6, 0), 2, 1.2), rod((2.2, 8, 1), (2.2, 2, 1), 0.6)]),
            G("iron", [rod((0, -6, 0), (0, -11, 0), 1.2, 0.3)]),
        ],
        RZ(-40),
    ),
)
icon(
    "stage_fan",
    lambda: [
        G(
            "purple",
            [sub(move(cyl(0, 0, -1, 1, 14, 14), RX(90), (0, -7, 0)), lambda p: np.minimum(p[:, 1] + 6, 99))],
            0,
            lambda q, n: -0.10 - 0.26 * (np.sin(np.arctan2(q[:, 0], q[:, 1] + 7) * 20) > 0.2),
        ),
        G("brass", [sub(torus((0, -7, 0.6), 13.4, 1.0, RX(90)), lambda p: np.minimum(p[:, 1] + 6, 99))]),
        G("brass", [ball((0, -7, 1), 2)]),
    ],
)
icon(
    "medal",
    lambda: [
        G("brass", [move(cyl(0, 0, -1.4, 1.4, 7, 7), RX(90), (0, -4, 0))]),
        G("yellow", [move(cyl(0, 0, 1, 2, 4.4, 4.4), RX(90), (0, -4, 0))]),
        G("blue", [box((-2.4, 7, 0), (2.2, 5, 0.8), 0.2), box((2.4, 7, 0), (2.2, 5, 0.8), 0.2)]),
    ],
)
icon(
    "needle",
    lambda: moved(
        [
            G("iron", [rod((0, 10, 0), (0, -12, 0), 1.2, 0.4)], 0, lambda q, n: 0.2 + 0 * q[:, 0]),
            G("red", [rod((0, 9, 1), (4, 6, 1), 0.6), rod((4, 6, 1), (6, 0, 1), 0.6), rod((6, 0, 1), (3, -6, 1), 0.6)]),
        ],
        RZ(-35),
    ),
)
icon(
    "thread",
    lambda: [
        G("wood", [cyl(0, 0, -10, -7, 7, 7), cyl(0, 0, 7, 10, 7, 7)]),
        G("red", [cyl(0, 0, -7, 7, 5.4, 5.4)], 0, lambda q, n: -0.16 * (((q[:, 1] + q[:, 0] * 0.2) % 2.4) < 0.9)),
    ],
)
icon(
    "lantern",
    lambda: [
        G(
            "iron",
            [cyl(0, 0, -11, -8, 6, 5.4), cyl(0, 0, 5, 9, 6, 1.5), torus((0, 10, 0), 3, 0.7, RX(90))]
            + [rod((s * 4.6, -8, 2), (s * 4.6, 5, 2), 0.6) for s in (-1, 1)],
        ),
        G("shade", [cyl(0, 0, -8, 5, 4.6, 4.6)], 0, lambda q, n: 0.3 + 0 * q[:, 0]),
    ],
)
icon(
    "catalogue",
    lambda: moved(
        [
            G("green", [box((0, 0, 0), (8, 10.5, 1.4), 0.4)]),
            G("paper", [box((0.7, -0.4, 0), (8, 10, 1), 0.2)]),
            G("flower", [ball((0, 3, 1.8), (3, 3, 0.8))]),
            G("yellow", [ball((0, 3, 2.4), 1.2), box((0, -5, 1.6), (5, 1.4, 0.4), 0.1)]),
            G("leaf", [rod((0, 1, 1.6), (0, -3, 1.6), 0.7)]),
        ],
        RZ(8),
    ),
)
icon(
    "journal",
    lambda: moved(
        [
            G("red", [box((0, 0, 0), (8, 10.5, 2), 0.6)]),
            G("paper", [box((1, -0.6, 0), (8, 9.6, 1.4), 0.2)]),
            G("brass", [box((0, 0, 2.2), (1, 10.4, 0.4), 0.1), ball((0, 0, 2.8), 2)]),
        ],
        RZ(-6),
    ),
)
icon(
    "map",
    lambda: moved(
        [
            G(
                "paper",
                [wavy(box((0, 0, 0), (11, 8, 0.8), 0.2), lambda p: 0.8 * np.sin(p[:, 0] * 0.85))],
                0,
                lambda q, n: -0.3 * (np.abs(q[:, 1] - 3 * np.sin(q[:, 0] * 0.4)) < 0.7),
            ),
            G("red", [rod((5, 1, 2), (8, 4, 2), 0.7), rod((8, 1, 2), (5, 4, 2), 0.7)]),
        ],
        RZ(6),
    ),
)
icon(
    "photograph",
    lambda: moved(
        [
            G("paper", [box((0, 0, 0), (10, 8, 0.8), 0.2)]),
            G("card", [box((0, 0.6, 0.6), (8, 5.6, 0.6), 0.1)]),
            G("skin", [ball((s * 3.4, 2, 1.4), (2, 2.2, 0.6)) for s in (-1, 1)]),
            G("fur", [ball((s * 3.4, 3.4, 1.2), (2.4, 1.8, 0.6)) for s in (-1, 1)]),
            G("blue", [ball((-3.4, -2.4, 1.2), (2.6, 2.6, 0.6))]),
            G("red", [ball((3.4, -2.4, 1.2), (2.6, 2.6, 0.6))]),
        ],
        RZ(-8),
    ),
)
icon(
    "note",
    lambda: moved(
        [
            G(
                "paper",
                [box((0, 0, 0), (9, 10, 0.8), 0.2)],
                0,
                lambda q, n: -0.3 * (((q[:, 1] % 3.4) < 0.9) & (np.abs(q[:, 0]) < 6.4)),
            )
        ],
        RZ(10),
    ),
)
icon(
    "tea_cup",
    lambda: [
        G(
            "china",
            [
                cyl(0, 0, -7, -5, 10, 10, 0.7),
                sub(cyl(0, 0, -5, 5, 5, 8, 0.8), cyl(0, 0, -2, 9, 4, 7.2, 0.8)),
                torus((8.6, 0, 0), 3, 1, RX(90)),
            ],
            0.3,
        ),
        G("clay", [cyl(0, 0, -3, 2.6, 6.4, 6.6, 0.8)]),
    ],
)
icon(
    "taffy",
    lambda: [
        G("flower", [rod((-5, -1, 0), (5, 1, 0), 4.4)], 0, lambda q, n: 0.2 * (np.sin(q[:, 0] * 1.2 + q[:, 1]) > 0)),
        G(
            "paper",
            [
                rod((-7, -1, 0), (-12, 3, 0), 1, 3),
                rod((-7, -1, 0), (-12, -5, 0), 1, 2.6),
                rod((7, 1, 0), (12, 5, 0), 1, 3),
                rod((7, 1, 0), (12, -3, 0), 1, 2.6),
            ],
        ),
    ],
)
icon(
    "sweet_scissors",
    lambda: moved(
        [
            G("iron", [rod((0, 0, 0), (2, 11, 0), 1.4, 0.5), rod((0, 0, 0), (-2, 11, 0), 1.4, 0.5)]),
            G(
                "red",
                [
                    torus((-4, -6, 0), 3.4, 1.1, RX(90)),
                    torus((4, -6, 0), 3.4, 1.1, RX(90)),
                    rod((-2, -3, 0), (0, 0, 0), 1),
                    rod((2, -3, 0), (0, 0, 0), 1),
                ],
            ),
        ],
        RZ(-30),
    ),
)
icon(
    "cheese",
    lambda: [
        G(
            "yellow",
            [
                sub(
                    cyl(-6, -2, -5, 5, 15, 15),
                    lambda p: (
                        -np.maximum(
                            np.maximum(-p[:, 2] * 0.9 - p[:, 0] * 0.3 - 3, p[:, 2] * 0.9 - p[:, 0] * 0.3 - 3), -99
                        )
                    ),
                )
            ],
            0,
            lambda q, n: -0.28 * (np.sin(q[:, 0] * 1.0 + 1) * np.sin(q[:, 1] * 1.3) > 0.55),
        )
    ],
)
icon(
    "apple",
    lambda: [
        G("red", [ball((-2.6, -1, 0), (6.4, 8, 6.4)), ball((2.6, -1, 0), (6.4, 8, 6.4))], 2),
        G("wood", [rod((0, 6, 0), (1, 11, 0), 0.8)]),
        G("leaf", [ball((4, 10, 0), (3.4, 1.4, 1.4))]),
    ],
)
icon(
    "candle",
    lambda: [
        G("brass", [cyl(0, 0, -11, -8, 7, 5.6, 0.7)]),
        G("paper", [cyl(0, 0, -8, 4, 3, 2.8)]),
        G("flame", [ball((0, 8, 0), (2.2, 4.4, 2.2))], 0, lambda q, n: 0.45 + 0 * q[:, 0]),
    ],
)
icon(
    "matches",
    lambda: moved(
        [
            G("blue", [box((0, 0, 0), (9, 6, 3), 0.5)]),
            G("yellow", [box((0, 1, 3), (6, 2.4, 0.6), 0.1)]),
            G("card", [rod((-4, 5, 0), (-4, 10, 0), 0.8), rod((0, 5, 0), (0, 11, 0), 0.8)]),
            G("red", [ball((-4, 10.6, 0), 1.3), ball((0, 11.4, 0), 1.3)]),
        ],
        RZ(-10),
    ),
)
icon(
    "rope",
    lambda: [
        G(
            "tape",
            [torus((0, k * 3 - 4, 0), 8, 1.6) for k in range(3)],
            0,
            lambda q, n: -0.18 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 20) > 0.2),
        )
    ],
)
icon(
    "thrown_ball",
    lambda: [G("red", [ball((0, 0, 0), 8.4)], 0, lambda q, n: 0.34 * (np.sin(np.arctan2(q[:, 0], q[:, 1]) * 3) > 0))],
)
icon("button_box", lambda: ALL["button_box"].build(False))
icon(
    "tea_leaves",
    lambda: [
        G("china", [sub(cyl(0, 0, -5, 4, 7, 11, 0.8), cyl(0, 0, -3, 9, 6, 10.2, 0.8))]),
        G("clay", [cyl(0, 0, -4, -1, 7, 7.6, 0.8)]),
        G("leaf", [ball((x, -0.6, z), (1.6, 0.7, 1)) for x, z in ((-3, 1), (1, -2), (3, 2), (-1, 3))]),
    ],
)
icon("lipstick_star", lambda: [G("yellow", [move(box((0, 0, 0), (7, 7, 2), 0.6), RZ(a)) for a in (0, 45)])])
# twelve catalogue plants: one seed packet each, told apart by the flower
for _k, (_f, _p) in enumerate(
    (
        ("flower", 5),
        ("yellow", 6),
        ("red", 4),
        ("blue", 5),
        ("purple", 6),
        ("paper", 8),
        ("card", 4),
        ("flower", 8),
        ("yellow", 3),
        ("red", 7),
        ("blue", 3),
        ("purple", 4),
    )
):

    def _seed(f: str = _f, p: int = _p, k: int = _k) -> list[G]:
        return moved(
            [
                G("paper", [box((0, -1, 0), (7.4, 10, 0.9), 0.3)]),
                G(
                    "leaf",
                    [
                        box((0, -8.6, 0.6), (7, 2.2, 0.6), 0.1),
                        rod((0, -7, 1.4), (0, 0, 1.4), 0.8),
                        ball((2.6, -4, 1.4), (2.4, 1.1, 0.6)),
                    ],
                ),
                G(
                    f,
                    [
                        ball((np.cos(a) * 3.2, 2.4 + np.sin(a) * 3.2, 1.4), (2.1, 2.1, 0.9))
                        for a in np.arange(p) * 6.283 / p
                    ],
                    0.2,
                ),
                G("yellow" if f != "yellow" else "clay", [ball((0, 2.4, 2.2), 1.7)]),
            ],
            RZ((k % 3 - 1) * 6),
        )

    icon(f"seeds_{_k + 1}", _seed)
# nine ghost keepsakes
icon(
    "keepsake_ribbon",
    lambda: [
        G(
            "blue",
            [
                torus((-5, 2, 0), 4, 1.5, RX(90)),
                torus((5, 2, 0), 4, 1.5, RX(90)),
                rod((0, 2, 0), (-5, -9, 0), 1.6),
                rod((0, 2, 0), (5, -9, 0), 1.6),
                ball((0, 2, 1), 2.2),
            ],
            0.4,
        )
    ],
)
icon(
    "keepsake_marble",
    lambda: [
        G("glass", [ball((0, 0, 0), 7.6)], 0, lambda q, n: 0.3 * (np.abs(np.sin(q[:, 0] * 0.5 + q[:, 1] * 0.4)) < 0.25))
    ],
)
icon(
    "keepsake_soldier",
    lambda: [
        G("red", [cyl(0, 0, -6, 3, 4, 3.4), rod((-3, 2, 0), (-5, -4, 1), 1.4), rod((3, 2, 0), (5, -4, 1), 1.4)]),
        G("skin", [ball((0, 5, 0), 2.8)]),
        G("fur", [cyl(0, 0, 6.4, 11, 2.8, 2.6), cyl(-1.6, 0, -11, -6, 1.5, 1.5), cyl(1.6, 0, -11, -6, 1.5, 1.5)]),
        G("brass", [blk(0, -12, 0, 9, 1.6, 6)]),
    ],
)
icon(
    "keepsake_thimble",
    lambda: [
        G(
            "brass",
            [cyl(0, 0, -7, 8, 7, 4.6)],
            0,
            lambda q, n: -0.16 * (np.sin(q[:, 0] * 2.2) * np.sin(q[:, 1] * 2.2) > 0.3),
        ),
        G("brass", [cyl(0, 0, -8, -5.6, 7.8, 7.8)]),
    ],
)
icon(
    "keepsake_whistle",
    lambda: moved(
        [
            G(
                "iron",
                [
                    move(cyl(0, 0, -3, 3, 5.4, 5.4), RX(90), (-3, -1, 0)),
                    box((5, 2, 0), (6, 2, 2.4), 0.6),
                    torus((-9, 3, 0), 2, 0.7, RX(90)),
                ],
                0.4,
            )
        ],
        RZ(14),
    ),
)
icon(
    "keepsake_comb",
    lambda: [
        G("wood", [box((0, 4, 0), (11, 3, 1.2), 1)] + [rod((x, 4, 0), (x, -7, 0), 0.7) for x in range(-9, 10, 3)])
    ],
)
icon(
    "keepsake_locket",
    lambda: [
        G(
            "brass",
            [
                ball((-2.4, -3, 0), (4.4, 5, 2)),
                ball((2.4, -3, 0), (4.4, 5, 2)),
                rod((-3, -6, 0), (0, -9, 0), 1.6),
                rod((3, -6, 0), (0, -9, 0), 1.6),
            ],
            1.5,
        ),
        G("yellow", [rod((0, 2, 0), (-6, 10, 0), 0.5), rod((0, 2, 0), (6, 10, 0), 0.5)]),
        G("red", [ball((0, -3, 2.2), 1.4)]),
    ],
)
icon(
    "keepsake_top",
    lambda: [
        G("red", [cyl(0, 0, -4, 4, 3, 9)], 0, lambda q, n: 0.3 * ((q[:, 1] % 4) < 2)),
        G("wood", [rod((0, 4, 0), (0, 11, 0), 1), rod((0, -4, 0), (0, -11, 0), 3, 0.4)]),
    ],
)
icon(
    "keepsake_bird",
    lambda: [
        G("wood", [ball((0, -1, 0), (7, 5, 4.4)), ball((6, 4, 0), 3.4), rod((-6, 0, 0), (-11, 4, 0), 1.6, 1)], 1),
        G("yellow", [rod((9, 4, 0), (11.6, 3.4, 0), 0.9, 0.3)]),
        G("dark", [ball((7, 5, 3), 0.8)]),
        G("blue", [ball((-1, 0, 4), (4, 3, 1))]),
    ],
)


# what chapter 1 hands her; what lies in the journal's first pages
icon("kettle", lambda: ALL["kettle"].build(False))
icon("pan", lambda: ALL["drip_pan"].build(False)[:1])
icon("parcel", lambda: ALL["parcel"].build(False))
icon("moving_box", lambda: ALL["moving_box"].build(False))
icon(
    "umbrella",
    lambda: [
        G("red", [cyl(0, 0, 0, 8, 11, 1)], 0, lambda q, n: 0.14 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 4) > 0)),
        G("wood", [rod((0, 8, 0), (0, -9, 0), 0.9), torus((2, -9, 0), 2, 0.8, RX(90))]),
    ],
)
icon(
    "bulbs",
    lambda: [
        G("shade", [ball((0, 4, 0), (6, 6.6, 6)), cyl(0, 0, -4, 0, 2.6, 4)], 2, lambda q, n: 0.16 + 0 * q[:, 0]),
        G("iron", [cyl(0, 0, -9, -4, 3, 3)], 0, lambda q, n: 0.2 - 0.3 * ((q[:, 1] % 2) < 0.9)),
        G(
            "flame",
            [rod((-2, 1, 5), (0, 5, 5.4), 0.6), rod((0, 5, 5.4), (2, 1, 5), 0.6)],
            0,
            lambda q, n: 0.4 + 0 * q[:, 0],
        ),
    ],
)
icon(
    "irises",
    lambda: [
        G(
            "clay",
            [ball((-4, -6, 0), (4.4, 5, 4.4)), ball((4, -6, 1), (4.4, 5, 4.4))],
            0.6,
            lambda q, n: 0.1 * np.sin(q[:, 0] * 3),
        ),
        G("leaf", [rod((-4, -2, 0), (-5, 6, 0), 1.2, 0.6), rod((4, -2, 1), (6, 7, 1), 1.2, 0.6)]),
        G(
            "purple",
            [ball((-5, 8, 0), (2.6, 3.4, 2)), ball((-7.4, 6.6, 0), (2, 1.6, 1.6)), ball((-2.8, 6.6, 0), (2, 1.6, 1.6))],
            0.6,
        ),
        G("paper", [rod((-8, -10, 2), (8, -10, 2), 0.9)]),
    ],
)


def _glove(mat: str) -> list[G]:
    fingers = [rod((-4.5 + 3 * k, 0, 0), (-5.4 + 3.6 * k, 8 - abs(k - 1.4) * 1.4, 0), 1.7, 1.4) for k in range(4)]
    return [
        G(mat, [box((0, -3, 0), (6, 5, 2.2), 2), *fingers, rod((5, -4, 0), (9.6, 1, 0), 2, 1.5)], 1.0),
        G(mat, [box((0, -9, 0), (6, 2.2, 2.6), 0.8)], 0, lambda q, n: 0.16 - 0.3 * ((q[:, 0] % 2.4) < 0.9)),
    ]


# the names of the journal's list of things
icon(
    "pear_drops",
    lambda: [
        G(
            c,
            [ball((x, y, z), 4.2), rod((x, y, z), (x + 2.6, y + 4.6, z), 2.6, 1.4)],
            0.8,
            lambda q, n: 0.12 + 0 * q[:, 0],
        )
        for c, x, y, z in (("yellow", -5, -3, 0), ("flower", 4, -4, 1), ("yellow", 0, 4, -2))
    ],
)
icon(
    "bell",
    lambda: [
        G("brass", [cyl(0, 0, -6, 6, 8.6, 3.4), ball((0, 6, 0), (3.6, 3, 3.6)), torus((0, -6, 0), 8.6, 1.2)], 0.5),
        G("brass", [torus((0, 10.6, 0), 2.2, 0.8, RX(90))]),
        G("iron", [ball((0, -8.4, 0), 2.4)]),
    ],
)
icon(
    "biscuit",
    lambda: [
        G(
            "card",
            [cyl(0, 0, -1.6, 1.6, 10, 10)],
            0,
            lambda q, n: 0.2 - 0.3 * ((np.hypot(q[:, 0] % 5 - 2.5, q[:, 2] % 5 - 2.5) < 0.9) & (n[:, 1] > 0.5)),
        ),
        G("card", [ball((math.cos(a) * 10, 0, math.sin(a) * 10), 1.5) for a in np.arange(16) * 0.3927]),
    ],
)
icon(
    "tally",
    lambda: moved(
        [
            G("paper", [box((0, 0, 0), (9, 11, 0.8), 0.2)]),
            G(
                "dark",
                [
                    rod((-6 + 2.6 * k, 4 - 7 * j, 1), (-6 + 2.6 * k, 8 - 7 * j, 1), 0.5)
                    for k in range(4)
                    for j in range(2)
                ]
                + [rod((-7.4, 4.4 - 7 * j, 1.2), (3.4, 7.6 - 7 * j, 1.2), 0.5) for j in range(2)],
            ),
        ],
        RZ(-7),
    ),
)
icon("glove_left", lambda: moved(_glove("blue"), RZ(8)))
icon(
    "remnants",
    lambda: [
        *_glove("green"),
        G("iron", [rod((-4 + 3 * k, 4, 1), (-7 + 5 * k, 12 - abs(k - 1), 1), 0.8, 0.3) for k in range(4)]),
    ],
)
icon("watering_can", lambda: ALL["watering_can"].build(False))
for _name, _same in (
    ("key", "key_button"),
    ("doll", "rag_doll"),
    ("photo", "photograph"),
    ("photo_returned", "photograph"),
    ("stone", "adder_stone"),
    ("pen", "catalogue_pen"),
    ("fan", "stage_fan"),
    ("globe", "snow_globe"),
    ("thimble", "keepsake_thimble"),
):
    icon(_name, ICONS[_same])


# ---- what the three ghosts kept ------------------------------------------------------------------------------------
icon(
    "keepsake_silas_bottle",
    lambda: moved(
        [
            G("leaf", [cyl(0, 0, -9, 3, 4.6, 4.6, 1, 1), cyl(0, 0, 3, 6, 4.4, 2.0), cyl(0, 0, 6, 9.5, 1.9, 1.9)], 0.8),
            G("paper", [rod((-0.8, -6, 3.4), (0.8, 1, 3.6), 2.0)], 0, lambda q, n: 0.1 - 0.3 * ((q[:, 1] % 2.6) < 0.8)),
            G("card", [cyl(0, 0, 8.6, 11.4, 1.8, 2.2)]),
        ],
        RZ(-24),
    ),
)
icon(
    "keepsake_silas_knot",
    lambda: [
        G(
            "dwood",
            [
                torus((-3.4, 1, 0), 4.6, 1.7, RX(78)),
                torus((3.4, 1, 1.4), 4.6, 1.7, RX(102)),
                rod((-7, -4, 0), (-10, -9, 0), 1.6),
                rod((7, -4, 1), (10, -9, 1), 1.6),
            ],
            0.4,
            lambda q, n: 0.12 * np.sin((q[:, 0] + q[:, 1]) * 2.4),
        )
    ],
)
icon(
    "keepsake_silas_stamp",
    lambda: moved(
        [
            G(
                "paper",
                [
                    box((0, 0, 0), (8.4, 10, 0.7), 0.2),
                    *(ball((x, y, 0), (1.3, 1.3, 0.7)) for x in (-8, -4, 0, 4, 8) for y in (-10, 10)),
                ],
                0.2,
            ),
            G("soulA", [box((0, 0, 0.6), (6, 7.6, 0.6), 0.2)], 0, lambda q, n: -0.25 + 0 * q[:, 0]),
            G("paper", [ball((0, 1.6, 1.2), (2.6, 3.2, 0.6)), ball((0, -4, 1.2), (4, 2.2, 0.6))]),
        ],
        RZ(6),
    ),
)
icon(
    "keepsake_hester_playbill",
    lambda: moved(
        [
            G(
                "paper",
                [box((0, 0, 0), (7.6, 11, 0.7), 0.2)],
                0,
                lambda q, n: -0.34 * ((q[:, 1] % 3.4 < 1.0) & (np.abs(q[:, 0]) < 5.4) & (q[:, 1] < 3)),
            ),
            G("red", [box((0, 7, 0.5), (6, 2, 0.5), 0.2)]),
            G("yellow", [box((5.4, -8, 1.2), (5.2, 2.4, 0.5), 0.2)], 0, lambda q, n: -0.3 * (q[:, 0] % 3.4 < 0.7)),
        ],
        RZ(-7),
    ),
)
icon(
    "keepsake_hester_ribbon",
    lambda: [
        G(
            "flower",
            [ball((-6, 4, 0), (5.4, 3.6, 1.8)), ball((6, 4, 0), (5.4, 3.6, 1.8)), ball((0, 3.6, 1), (2.2, 2.4, 2))],
            0.5,
        ),
        G(
            "flower",
            [rod((-1, 2, 0), (-5, -9, 0), 1.9, 1.5), rod((1, 2, 0), (6, -7, 0), 1.9, 1.2)],
            0.4,
            lambda q, n: -0.4 * ((q[:, 1] < -5) & (q[:, 0] % 1.9 < 0.8)),
        ),
    ],
)
icon(
    "keepsake_hester_penny",
    lambda: moved(
        [
            G("clay", [wavy(cyl(0, 0, -1.2, 1.2, 10, 10), lambda q: 0.06 * q[:, 0] * np.abs(q[:, 0]) * 0.1)]),
            G(
                "clay",
                [torus((0, 1.0, 0), 8.6, 0.8), ball((0.4, 1.2, -1), (3.2, 0.8, 4.0))],
                0,
                lambda q, n: 0.12 + 0 * q[:, 0],
            ),
        ],
        RX(58) @ RZ(12),
    ),
)
icon(
    "keepsake_ivy_ribbon",
    lambda: [
        G(
            "soulA",
            [
                box((0, 7, 0), (4.4, 3.4, 1), 0.4),
                rod((-2, 4, 0), (-5, -10, 0), 2.6, 2.4),
                rod((2, 4, 0.6), (5, -9, 0.6), 2.6, 2.4),
            ],
            0.4,
            lambda q, n: -0.22 + 0 * q[:, 0],
        ),
        G("brass", [torus((0, 10.5, 0), 2.0, 0.8, RX(90))]),
        G("paper", [box((0, 6.8, 1), (3, 1.5, 0.5), 0.2)]),
    ],
)
icon(
    "keepsake_ivy_plait",
    lambda: [
        G("dwood", [ball((1.5 * (1 if k % 2 else -1), 9 - 3.1 * k, 0), (2.9, 2.5, 2.2)) for k in range(6)], 0.2),
        G("wood", [ball((1.5 * (-1 if k % 2 else 1), 7.4 - 3.1 * k, 0.8), (2.5, 2.1, 2.0)) for k in range(6)], 0.2),
        G("red", [torus((0, 9.6, 0), 2.6, 1.0), torus((0, -8.8, 0), 2.4, 1.0)]),
    ],
)
icon(
    "keepsake_ivy_fishbone",
    lambda: moved(
        [
            G("leaf", [ball((0, -1.5, -1.6), (11, 6.4, 1.2))], 0, lambda q, n: -0.1 + 0.1 * np.sin(q[:, 0] * 1.4)),
            G(
                "paper",
                [
                    rod((-9, 0, 0.6), (8, 0, 0.6), 0.9),
                    ball((9, 0, 0.6), (2.8, 2.6, 1.4)),
                    *(
                        rod((x, 0, 0.6), (x - 2.2, s * (4.4 - abs(x + 1) * 0.22), 0.8), 0.75)
                        for x in (-6, -3, 0, 3, 6)
                        for s in (-1, 1)
                    ),
                    rod((-9, 0, 0.6), (-11.6, 3.4, 0.6), 0.8),
                    rod((-9, 0, 0.6), (-11.6, -3.4, 0.6), 0.8),
                ],
                0.2,
            ),
            G("dark", [ball((9.6, 0.7, 2), 0.8)]),
        ],
        RZ(18),
    ),
)
icon("cheese_bait", lambda: ALL["cheese_bait"].build(True))
icon(
    "feather",
    lambda: moved(
        [
            G(
                "flower",
                [ball((1, 1, 0), (10, 3.2, 1))],
                0,
                lambda q, n: 0.14 * np.sin((q[:, 0] - np.abs(q[:, 1])) * 2.2),
            ),
            G("paper", [rod((-13, -0.6, 0.6), (10, 1.4, 0.9), 0.6)]),
        ],
        RZ(34),
    ),
)
icon(
    "wool",
    lambda: [
        G(
            "fur",
            [torus((0, 0, 0), 6 - k, 1.5, RX(70 + 14 * k)) for k in range(3)],
            0.2,
            lambda q, n: 0.1 * np.sin((q[:, 0] + q[:, 2]) * 2.6),
        ),
        G("fur", [rod((5, -4, 1), (11, -9, 1), 1.1)]),
    ],
)


icon(
    "packet",
    lambda: moved(
        [
            G("paper", [box((0, 0, 0), (8, 11, 1.2), 0.5)], 0, lambda q, n: 0.12 + 0 * q[:, 0]),
            G("red", [box((0, 7.6, 0.5), (8.2, 3.0, 1.2), 0.4)]),
            G("paper", [box((0, 7.6, 1.2), (5, 0.8, 0.9), 0.2)], 0, lambda q, n: 0.1 + 0 * q[:, 0]),
            G("leaf", [rod((0, -8.6, 1.6), (0, -1, 1.6), 0.9), ball((-2.6, -6, 1.6), (2.4, 1.2, 0.8))]),
            G(
                "purple",
                [ball((2.6 * math.cos(a), 0.4 + 2.4 * math.sin(a), 1.7), 2.0) for a in (0.3, 1.6, 2.8, 4.1, 5.3)],
            ),
            G("flame", [ball((0, 0.4, 2.6), 1.4)], 0, lambda q, n: 0.2 + 0 * q[:, 0]),
        ],
        RZ(-8),
    ),
)
icon(
    "ginger_beer",
    lambda: [
        G("paper", [cyl(-4, 0, -11, -2, 4.6, 4.6, rd=1.0)]),
        G("clay", [cyl(-4, 0, -3, 3, 4.6, 2.0, rd=1.0), cyl(-4, 0, 2, 8.5, 2.0, 1.9)], 0.8),
        G("iron", [cyl(-4, 0, 8.4, 11, 1.6, 1.6)]),
        G("flame", [cyl(6, 3, -11, -2.4, 3.2, 3.9)], 0, lambda q, n: 0.24 + 0 * q[:, 0]),
        G("paper", [cyl(6, 3, -2.6, 1.0, 4.1, 4.0, rd=1.4)], 0, lambda q, n: 0.12 + 0 * q[:, 0]),
    ],
)
icon(
    "cake",
    lambda: [
        G("china", [cyl(0, 0, -8, -6, 9, 12, 0.8)]),
        G(
            "clay",
            [box((0, -1.4, 0), (7.4, 4.8, 4.6), 1.0)],
            0,
            lambda q, n: -0.1 * (np.sin(q[:, 0] * 2.2 + q[:, 1] * 1.9) > 0.5),
        ),
        G(
            "paper",
            [
                box((0, 4.0, 0), (7.8, 1.6, 5.0), 0.8),
                *(rod((x, 3.4, 4.6), (x, 0.4 - (x % 3), 4.8), 1.2) for x in (-5, -1, 4)),
            ],
            0.8,
            lambda q, n: 0.14 + 0 * q[:, 0],
        ),
        G("flame", [ball((2.4, 6.4, 0), (2.0, 1.4, 2.0))], 0, lambda q, n: -0.15 + 0 * q[:, 0]),
    ],
)


def render_icon(name: str) -> np.ndarray:
    """RGBA 24x24."""

    def make() -> dict[str, np.ndarray]:
        g = moved(ICONS[name](), RX(-30))  # seen from 18 degrees above, lit from the front
        b = sdf.render(g, 48, 48, 24, 24, ss=3, pitch=-48)
        ys, xs = np.nonzero(b["mat"] >= 0)
        h, w = ys.max() - ys.min() + 1, xs.max() - xs.min() + 1
        k = 22 / max(h, w)
        g = scaled(g, k)
        y, x = (ys.max() + ys.min() + 1) / 2 - 24, (xs.max() + xs.min() + 1) / 2 - 24
        b = sdf.render(g, 24, 24, 12 - x * k, 12 - y * k, ss=4, pitch=-48)
        im, _, _ = sdf.paint(b, [q.mat for q in g], [q.glow for q in g], PAL, 2.5)
        return {"im": im}

    key = cache.source_hash(Path(sdf.__file__), Path(__file__), name)
    return cache.arrays("icon_" + name, key, make)["im"]


def write(out: Path) -> int:
    """icons.png (16 a row) + icons.json."""
    n = len(ICONS)
    sheet = np.zeros((24 * ((n + 15) // 16), 24 * 16, 4), np.uint8)
    where = {}
    for k, name in enumerate(ICONS):
        y, x = k // 16 * 24, k % 16 * 24
        sheet[y : y + 24, x : x + 24] = render_icon(name)
        where[name] = [x, y]
    out.mkdir(parents=True, exist_ok=True)
    Image.fromarray(sheet).save(out / "icons.png", optimize=True)
    (out / "icons.json").write_text(json.dumps({"size": 24, "icons": where}) + "\n")
    return n
