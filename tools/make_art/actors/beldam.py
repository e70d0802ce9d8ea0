"""What of the Beldam in her true form is drawn beforehand: her abdomen and her head, from eight sides, in four moods.

Limbs, hands and corset are drawn by the game, bone by bone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.make_art.actors import paint, sdf
from tools.make_art.actors.hair import strands
from tools.make_art.actors.rig import Frame
from tools.make_art.actors.sdf import (
    Part,
    cap,
    ell,
    part_scaled,
    sub,
)

B = 1.42  # fight scale
PITCH = 24
DIR8 = ("down", "down_right", "right", "up_right", "up", "up_left", "left", "down_left")

EYES = {
    "B": "0a0a12",
    "o": "3c4664",
    "R": "f0475a",
    "d": "76708a",
    "r": "b9333f",
    "x": "cdc8c8",
    "E": "1c1220",
    "h": "fbf9ee",
}
FACE = {
    "neutral": (
        "..EE.............EE..",
        "....EEE.......EEE....",
        "......EE.....EE......",
        "....BBBB.....BBBB....",
        "...BBooBB...BBooBB...",
        "..BBoBBBBB.BBoBBBBB..",
        "..BoBRBBBB.BoBRBBBB..",
        "..BBBBRBBB.BBBBRBBB..",
        "...BBBBBB...BBBBBB...",
        "....BBBB..d..BBBB....",
        "...d.....d.d......d..",
        "..dd.............dd..",
        "...d..d.........d.d..",
        "....d.B.........B....",
        ".....rBBxBxBxBxBr....",
        "......rBxBxBxBBr.....",
        ".......rBBBBBBr......",
        "........rrrrrr.......",
    ),
    "snarl": (
        "..E...............E..",
        "...EEE.........EEE...",
        ".....EEE.....EEE.....",
        "....BBBEE...EEBBB....",
        "...BBooBB...BBooBB...",
        "..BBoBBBBB.BBoBBBBB..",
        "..BoBRBBBB.BoBRBBBB..",
        "..BBBRRBBB.BBBRRBBB..",
        "...BBBBBB...BBBBBB...",
        "....BBBB..d..BBBB....",
        "..dd.....d.d.....dd..",
        "...d.............d...",
        ".....BBBBBBBBBBB.....",
        "....rBxBxBxBxBxBr....",
        "....rBBBBBBBBBBBr....",
        "....rBBBrrrrrBBBr....",
        ".....rBxBxBxBxBr.....",
        "......rrrrrrrrr......",
    ),
    "blind": (
        "..EE.............EE..",
        "....EEE.......EEE....",
        "......EE.....EE......",
        "....EEEE.....EEEE....",
        "...EddddE...EddddE...",
        "..EdBBBBdE.EdBBBBdE..",
        "..EdBBBBdE.EdBBBBdE..",
        "...EdBBdE...EdBBdE...",
        "....EEEE..d..EEEE....",
        "......d......d.......",
        "...d..d......d....d..",
        "..dd...d......d..dd..",
        ".....BBBBBBBBBBB.....",
        "....rBxBxBxBxBxBr....",
        "....rBBBBBBBBBBBr....",
        ".....rBBrrrrrBBr.....",
        "......rxBxBxBxr......",
        ".......rrrrrrr.......",
    ),
    "hurt": (
        "..EE.............EE..",
        "....EE.........EE....",
        ".....EE.......EE.....",
        "....BBBB.....dddd....",
        "...BBooBB...dEEEEd...",
        "..BBoBBBBB.dEEEEEEd..",
        "..BoBRBBBB.dEEEEEEd..",
        "..BBBRRBBB..dEEEEd...",
        "...BBBBBB....dExd....",
        "....BBBB..d...hx.d...",
        "...d.....d.d...x..d..",
        "..dd..........hx.....",
        "...BBBBBBBB..BBBB....",
        "..rBxBxBxBxrBBooBB...",
        "..rBBBBBBBBrBoBBBB...",
        "..rBBBBBBBBrBBRRBB...",
        "..rBBBrrrBBr.BBBB....",
        "...rBxBxBxr..........",
        "...rrBBBBrr..........",
        "....rrrrrr...........",
    ),
}
SIDE_FACE = {
    "neutral": (
        "EE........",
        ".EEE......",
        "...EE.....",
        "..BBBB..EE",
        ".BBooBB.BB",
        ".BoBBBB.BB",
        ".BBBRBB.BB",
        "..BBBB..B.",
        ".......d..",
        ".d........",
        "..d....B..",
        "..rxBxBxB.",
        "...rBxBx..",
        "....rrr...",
    ),
    "snarl": (
        "E.........",
        ".EEE......",
        "...EEE....",
        "..BBEE..EE",
        ".BBooBB.BB",
        ".BoBBBB.BB",
        ".BBRRBB.BB",
        "..BBBB..B.",
        ".......d..",
        ".d........",
        "..rBxBxBx.",
        "..rBBBBBB.",
        "..rBxBxBx.",
        "...rrrrr..",
    ),
    "blind": (
        "EE........",
        ".EEE......",
        "...EE.....",
        "..EEEE..EE",
        ".EddddE.dB",
        ".EdBBdE.BB",
        ".EdBBdE.dB",
        "..EEEE..E.",
        "...d...d..",
        ".d.d......",
        "..rBxBxBx.",
        "..rBBBBBB.",
        "..rBxBxBx.",
        "...rrrrr..",
    ),
    "hurt": (
        "EE........",
        ".EEE......",
        "...EE.....",
        "..dddd..EE",
        ".dEEEEd.dB",
        ".dEEEEd.BB",
        ".dEEEEd.dB",
        "..dExd..E.",
        "...hx..d..",
        ".d..x.....",
        "..BBBB.BBB",
        ".BBooBrxBx",
        ".BoBBBrBBB",
        ".BBRBBrrBB",
        "..BBBBrBxB",
        "......rrrr",
    ),
}


def abdomen() -> list[Part]:
    """A cracked black bag, as glossy as a beetle, with a red hourglass."""

    def gloss(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        cracks = -0.18 * (np.sin(q[2] * 0.75 + np.abs(q[0]) * 0.18) > 0.76)
        leather = 0.04 * np.sin(q[0] * 0.9) * np.sin(q[1] * 1.1)
        shine = np.clip(n[0] * -0.38 + n[1] * 0.78 + n[2] * 0.5, 0, 1)
        low = np.clip(n[0] * 0.75 - n[1] * 0.15 + n[2] * 0.62, 0, 1)
        return np.asarray(cracks + leather - 0.20 + 1.5 * shine**44 + 0.22 * shine**9 + 0.34 * low**18)

    def lit(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        return 0.10 + 0 * q[0]

    made = [
        Part("black", [ell((0, 0, -2), (15, 12.5, 17)), ell((0, -4, 15), (7.4, 6.4, 8))], 5, gloss),
        Part(
            "red",
            [
                ell((0, 11.0, 0), (3.8, 2.2, 3.8)),
                ell((0, 11.2, -7), (2.6, 2.0, 3.8)),
                ell((0, 11.3, -3.4), (1.4, 2.0, 2.2)),
            ],
            0.8,
            lit,
        ),
        Part(
            "needle",
            [
                cap((s * 5.5, 8.6 - i, -4.0 - 5 * i), (s * 8.0, 13.4 - 1.8 * i, -7 - 6 * i), 1.1, 0.2)
                for s in (-1, 1)
                for i in range(2)
            ],
            0,
        ),
    ]
    return [part_scaled(g, 1.3) for g in made]


def head(sw: float = 0) -> list[Part]:
    """Skull-pale face, crown of spikes; origin at the head centre, 1.25 larger than life."""
    cut = ell((0, -3.6, 7.4), (7.4, 11.0, 8.4))
    skull = [
        ell((0, 1.5, 0), (8.2, 9.4, 8.2)),
        ell((0, -6.0, 2.2), (4.8, 6.4, 4.8)),
        ell((0, -2.2, 8.2), (1.1, 2.2, 1.3)),
    ] + [cap((s * 4.6, -1.6, 6.2), (s * 6.6, -0.4, 4.4), 1.3) for s in (-1, 1)]
    hs = [sub(ell((0, 2.6, -1), (10.2, 10.4, 10.0)), cut)]
    for s in (-1, 1):
        hs += [
            cap((s * 8, 3, 0), (s * 10.5 + sw, -5, 1), 3, 1.8),
            cap((s * 10.5 + sw, -5, 1), (s * 15 + sw, -9.5, 2), 1.8, 0.3),
            cap((s * 9, 5, -2), (s * 16 + sw, -1, -2), 2.4, 0.3),
            cap((s * 6, 10, -2), (s * 13, 14.5, -4), 2.4, 0.3),
            cap((s * 3, 12, -2), (s * 5.5, 19, -5), 2.0, 0.3),
            cap((s * 5, 4, -7), (s * 9, 2, -14), 2.4, 0.3),
            cap((s * 3, -2, -8), (s * 5, -6, -13), 2.4, 0.3),
        ]
    hs += [cap((-1.5, 9.4, 5), (-6.4, 6.0, 6.0), 1.8, 0.6), cap((1.5, 9.4, 5), (6.6, 6.2, 5.8), 1.8, 0.6)]
    return [part_scaled(g, 1.25) for g in (Part("paleskin", skull, 1.6), Part("black", hs, 1.2, strands(15, 0.09)))]


@dataclass(frozen=True)
class PartSprite:
    """A part image with its pivot pixel."""

    name: str
    frame: Frame
    pivot: tuple[int, int]


def _draw(
    parts: list[Part], size: tuple[int, int], anchor: tuple[float, float], yaw: float, pitch: float, zjump: float = 3.4
) -> tuple[paint.Layer, float]:
    g = sdf.render([part_scaled(p, B) for p in parts], size, anchor, yaw, pitch, far=150, ss=3)
    return paint.shade(g), zjump


def _frame(lay: paint.Layer, zjump: float) -> Frame:
    rgba, nrm = paint.finish(lay, zjump)
    return Frame(rgba, nrm, lay.depth, {})


def body_sprite(kind: str, i: int, mood: str = "neutral") -> PartSprite:
    """Abdomen or head in direction i of DIR8."""
    yaw = (0, 42, 64, 135, 180, 225, 296, 318)[i] if kind == "head" else i * 45
    size, anchor, parts = {
        "abdomen": ((104, 104), (52.5, 55.5), abdomen),
        "head": ((96, 96), (48.5, 54.5), head),
    }[kind]
    lay, z = _draw(parts(), size, anchor, yaw, PITCH)
    if kind == "head" and i not in (3, 4, 5):
        grid, ox, oy = (FACE[mood], -10, -3) if i == 0 else (SIDE_FACE[mood], 2 if i in (2, 6) else 0, -2)
        px = [(ox + x, oy + y, ch) for y, row in enumerate(grid) for x, ch in enumerate(row) if ch != "."]
        if i > 4:
            px = [(-x, y, c) for x, y, c in px]
        paint.stamp(lay, px, int(anchor[0]), int(anchor[1]) + 3, EYES)
    name = f"{kind}_{mood}_{DIR8[i]}" if kind == "head" else f"{kind}_{DIR8[i]}"
    return PartSprite(name, _frame(lay, z), (int(anchor[0]), int(anchor[1])))


def part_jobs() -> list[tuple]:
    """Every sprite of the kit as (function name, args)."""
    jobs: list[tuple] = [("body_sprite", "abdomen", i) for i in range(8)]
    return jobs + [("body_sprite", "head", i, m) for m in FACE for i in range(8)]


def make(job: tuple) -> PartSprite:
    """Run one job."""
    return globals()[job[0]](*job[1:])
