"""Mice at a party: paper hats with a rubber band, one of them asleep under its own."""

from __future__ import annotations

import math

import numpy as np

from tools.make_art.actors.creatures import ROD, ROD_ANIMS, CAnim, CPose, Creature, Decal, rodent, rodent_face
from tools.make_art.actors.sdf import Part, cap, ell, frus, part_moved, rot_x, rot_z

_plain = rodent("mouse", "", "rose")


def _bands(q: np.ndarray, n: np.ndarray) -> np.ndarray:
    """Rings round a cone."""
    return np.asarray(0.12 - 0.5 * ((q[1] % 2.6) < 1.1))


def _hat(at: tuple[float, float, float], back: float = -10, side: float = 0) -> list[Part]:
    turn = rot_z(side) @ rot_x(back)
    cone = Part("gold", [frus((0, 0), 0, 6.4, 2.2, 0.5, 1.0, 0.3)], 0, _bands)
    tuft = Part("red", [ell((0, 6.6, 0), 1.2)], 0, lambda q, n: 0.16 + 0 * q[0])
    return [part_moved(g, turn, at) for g in (cone, tuft)]


def _asleep(p: CPose) -> list[Part]:
    """A ball with a tail round it."""
    b = p.get("breath", 0.0)
    tail = [
        cap(
            (5.0 * math.cos(a), 0.8, 1.0 + 4.6 * math.sin(a)),
            (5.0 * math.cos(a + 0.5), 0.8, 1.0 + 4.6 * math.sin(a + 0.5)),
            0.6,
        )
        for a in np.arange(-0.4, 2.6, 0.5)
    ]
    return [
        Part("mouse", [ell((0, 2.6 + b * 0.3, -0.4), (4.6, 3.0 + b * 0.5, 3.6))], 0.6),
        Part("mouse", [ell((-2.6, 2.2, 2.4), (2.6, 2.2, 2.4)), ell((-3.0, 1.6, 4.4), (1.3, 1.0, 1.5))], 0.6),
        Part("mouse", [ell((-4.6, 4.2, 1.4), (1.8, 1.9, 0.7)), ell((-1.0, 4.4, 1.4), (1.8, 1.9, 0.7))], 0),
        Part("rose", [ell((-4.6, 4.1, 1.9), (1.1, 1.2, 0.5)), ell((-1.0, 4.3, 1.9), (1.1, 1.2, 0.5))], 0),
        Part("rose", tail, 0.3),
        *_hat((-3.2, 4.4, 2.4), 12, 38),
    ]


def hatted_mouse(p: CPose) -> tuple[list[Part], np.ndarray]:
    """Parts and where the head is."""
    if p.get("sleep"):
        return _asleep(p), np.array([-2.8, 2.2, 3.4])
    parts, head = _plain(p)
    bow = p.get("bow", 0.0)
    return [*parts, *_hat((float(head[0]), float(head[1]) + 2.3, float(head[2]) - 1.5), -14 + 50 * bow, 5)], head


def _face(d: str, p: CPose) -> Decal:
    if not p.get("sleep"):
        return rodent_face("K")(d, p)
    return ((-1, 0, "w"), (0, 1, "w"), (1, 0, "w")) if d == "down" else ()


ANIMS = {
    **{k: ROD_ANIMS[k] for k in ("idle", "walk", "stand", "cheer", "wave")},
    "sleep": CAnim(({"sleep": 1.0}, {"sleep": 1.0, "breath": 1.0}), (40, 36), True, ("down",)),
}
CREATURES = [Creature("mouse_party", hatted_mouse, ANIMS, decals=_face, scale=1.25, **ROD)]
