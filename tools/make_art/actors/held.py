"""What is in somebody's hands, or round them, in the last game: the stone with the hole, threads, a stage hook."""

from __future__ import annotations

import numpy as np

from tools.make_art.actors import cast_real as real
from tools.make_art.actors.rig import Pose
from tools.make_art.actors.sdf import Part, ell, rot_x, rot_y, tor

RING = {"stone": 0.0, "stone_r": -48.0, "stone_l": 48.0, "stone_up": 0.0}
"""Name of the stone in a pose -> degrees it is turned towards whoever looks on from the side."""


def adder_stone(p: Pose) -> list[Part]:
    """Held up by its edge: a ring of grey-green, light in the hole; anything else a child may hold."""
    if p.prop not in RING:
        return real.in_hand(p)
    x, y, z = p.handR or (3, 19, 9)
    turn = rot_y(RING[p.prop]) @ rot_x(78)
    c = (x + 0.2, y + 2.2, z + 1.0)

    def pits(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        return np.asarray(-0.20 - 0.16 * (np.sin(q[0] * 1.9 + q[1]) * np.sin(q[1] * 2.3 + 1) > 0.55))

    flat = tor(c, 2.75, 1.35, turn)
    return [
        Part("stone", [flat], 0.4, pits),
        Part("soulc", [ell(tuple(np.array(c) - turn @ (0, 1.0, 0)), 1.6)], 0, lambda q, n: 0.12 + 0 * q[0]),
    ]


def bound(p: Pose) -> list[Part]:
    """Threads wound round a man, arms and all."""
    if p.prop != "bound":
        return real.page(p)
    rings = [
        tor((0, y, 0.2), 6.9 - 0.10 * abs(y - 8), 0.45, rot_x(t))
        for y, t in ((2.0, 8), (5.2, -10), (8.2, 6), (11.4, -8))
    ]
    return [Part("silk", rings, 0, lambda q, n: 0.2 + 0 * q[0])]


def new_buttons(p: Pose) -> list[Part]:
    """Two buttons on the doll's coat, off two people: a large green one, a small white one."""
    return [
        Part("green", [ell((-0.8, 4.6, 3.9), (1.7, 1.7, 0.8))], 0, lambda q, n: 0.1 + 0 * q[0]),
        Part("white", [ell((1.4, 1.6, 4.6), (1.3, 1.3, 0.8))], 0),
    ]
