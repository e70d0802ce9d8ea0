"""The pictures that Other Wybie draws: felt cut-outs of 32 px, one for every name of [pictures] in the text.

pictures.png, and pictures.json: size, pictures (name -> [x, y, w, h]); ``bubble`` is a nine-slice (corner 10),
``bubble_tail`` hangs below it, ``smudge_1`` to ``smudge_3`` are chalk dust for what is rubbed out.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tools.make_art.actors import atlas
from tools.make_art.core.field import grid, noise
from tools.make_art.core.ramps import hexc
from tools.make_art.interface.felt import CLOTH, Felt, grown, sheet, shifted

SIZE = 32
PICTURES: dict[str, Callable[[Felt], object]] = {}


def picture(make: Callable[[Felt], object]) -> Callable[[Felt], object]:
    """Registers a picture under the name of its function."""
    PICTURES[make.__name__.strip("_")] = make
    return make


def _head(f: Felt, x: float, y: float, k: float = 1.0) -> None:
    """Coraline: blue bob, clip, two eyes."""

    def p(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + a * k, y + b * k) for a, b in points]

    f.add(f.blob(p((-8, 5), (-9, -2), (-5, -9), (2, -9.6), (8, -5), (9, 3), (8, 7), (4, 8), (-5, 8))), "blue")
    f.add(
        f.blob(p((-5.4, 0), (-4, -3.4), (1, -4.4), (5, -2.4), (5.6, 2), (3.4, 6.2), (0, 7.4), (-3.6, 6.2))),
        "skin",
        line=False,
    )
    f.add(
        f.blob(p((-6, 1), (-5, -5), (0, -7.4), (6, -4.6), (6.4, 0.6), (3.4, -1.6), (0.6, -3.2), (-3, -1.4))),
        "blue",
        line=False,
    )
    for s in (-1, 1):
        f.add(f.oval(x + s * 2.7 * k, y + 2.2 * k, 0.95 * k, 1.3 * k), "black", line=False, flat=True)
    f.stitch(p((-1.6, 5.2), (0, 5.8), (1.6, 5.2)), "red", 3, 0)
    f.add(f.line(p((5.2, -4.4), (7.4, -2.6)), 1.3 * k), "orange", line=False)


@picture
def arrow(f: Felt) -> None:
    f.add(
        f.poly(
            [(3, 20), (5, 12), (13, 9), (20, 10), (20, 4.5), (30, 14), (20, 23), (20, 17), (13, 16), (9, 18), (8, 24)]
        ),
        "yellow",
    )
    f.stitch([(6, 19), (8, 14), (14, 12.5), (21, 13.5), (26, 14)], "orange", 2, 2)


@picture
def arrow_side(f: Felt) -> None:
    f.stitch([(16, 3), (16, 29)], "chalk", 2, 3)
    f.add(f.line([(24, 26), (25, 15), (16, 10), (11, 12)], 4.6, curved=True), "teal")
    f.add(f.poly([(14, 4.5), (2.5, 13.5), (15, 20)]), "teal")
    f.add(f.line([(24, 26), (25, 15), (16, 10), (11, 12)], 3.4, curved=True), "teal", line=False)


@picture
def ball(f: Felt) -> None:
    f.add(f.oval(16, 16, 11.5), "red")
    seam = f.line([(6, 10.5), (14, 15), (20, 24), (20.6, 27)], 3.0, curved=True) & f.oval(16, 16, 11.5)
    f.add(seam, "cream", line=False)
    f.stitch([(7, 12.5), (13, 16), (18, 24)], "red", 1, 2)
    f.add(f.oval(11.5, 9.5, 2.6, 1.6, -30), "rose", line=False, flat=True)


@picture
def bicycle(f: Felt) -> None:
    for x in (8, 24):
        f.add(f.oval(x, 21, 7) & ~f.oval(x, 21, 5), "black")
        f.clear(f.oval(x, 21, 4.2))
        for a in (0.4, 1.45, 2.5):
            f.stitch(
                [(x - 4 * math.cos(a), 21 - 4 * math.sin(a)), (x + 4 * math.cos(a), 21 + 4 * math.sin(a))], "grey", 1, 1
            )
        f.add(f.oval(x, 21, 1.4), "yellow")
    frame = f.line([(8, 21), (12, 12), (21.5, 11), (24, 21)], 1.8) | f.line([(12, 12), (15.5, 21), (8, 21)], 1.7)
    frame |= f.line([(15.5, 21), (21.5, 11)], 1.7) | f.line([(21.5, 11), (20.6, 7)], 1.8)
    f.add(frame, "rose")
    f.add(f.line([(17.4, 6.4), (21, 6.6), (24.4, 8)], 1.9), "brown")
    f.add(f.oval(11, 10.6, 3.4, 1.5), "brown")


@picture
def breeze(f: Felt) -> None:
    for pts, w in (
        ([(2, 11), (12, 10), (20, 11), (25, 8), (23, 4), (19.5, 5.5)], 2.4),
        ([(4, 17), (16, 17), (26, 17), (29, 21), (25, 24), (22.6, 21.6)], 2.4),
        ([(2, 23), (9, 22.4), (15, 23.6), (17, 27), (13.6, 28)], 2.2),
    ):
        f.add(f.line(pts, w, curved=True), "soul")


@picture
def bucket(f: Felt) -> None:
    handle = f.line([(6, 12), (9, 3.6), (16, 2), (23, 3.6), (26, 12)], 1.8, curved=True)
    f.add(handle, "black")
    f.add(f.poly([(5, 11), (27, 11), (23.6, 29), (8.4, 29)]), "grey")
    f.add(f.oval(16, 11, 11.2, 3.0), "grey")
    f.add(f.oval(16, 11, 9.4, 2.0), "black", line=False, flat=True)
    f.stitch([(7.6, 22), (16, 23.6), (24.4, 22)], "pale", 2, 2)


@picture
def button(f: Felt) -> None:
    f.add(f.oval(16, 16, 12.6), "black")
    ring = f.oval(16, 16, 10) & ~f.oval(16, 16, 8.6)
    f.im[ring, :3] = CLOTH["black"][1]
    lit = ring & ~shifted(ring, -1, 0) & (np.mgrid[0:32, 0:32][0] > 17)
    f.im[lit, :3] = CLOTH["black"][3]
    for x, y in ((12, 12), (20, 12), (12, 20), (20, 20)):
        f.add(f.oval(x, y, 1.9), "black", line=False, flat=True)
        f.im[f.oval(x, y, 1.7), :3] = CLOTH["black"][0]
    for a, b in (((12, 12), (20, 20)), ((20, 12), (12, 20))):
        f.add(f.line([a, b], 1.7), "red")
    f.dots([(8, 9), (9, 8), (10, 7)], "black", 4)


@picture
def cat(f: Felt) -> None:
    for s in (-1, 1):
        f.add(f.poly([(16 + s * 3.5, 11), (16 + s * 10.5, 2.5), (16 + s * 12, 14)]), "navy")
        f.add(f.poly([(16 + s * 6.5, 10), (16 + s * 9.8, 5.5), (16 + s * 10.4, 11)]), "rose", line=False, flat=True)
    f.add(f.blob([(16, 7), (24, 9), (28, 17), (25, 24), (16, 28), (7, 24), (4, 17), (8, 9)]), "navy")
    for s in (-1, 1):
        f.add(f.oval(16 + s * 5.4, 16, 3.2, 3.0), "green")
        f.add(f.oval(16 + s * 5.4, 16, 0.9, 2.6), "black", line=False, flat=True)
    f.add(f.poly([(14.4, 20.6), (17.6, 20.6), (16, 22.4)]), "rose", line=False, flat=True)
    for s in (-1, 1):
        for dy in (-1, 1.4):
            f.stitch([(16 + s * 6, 21.5 + dy * 0.5), (16 + s * 13, 20.6 + dy * 1.6)], "pale", 9, 0)
        f.stitch([(16, 23), (16 + s * 2.6, 24.6)], "pale", 9, 0)


@picture
def curtain(f: Felt) -> None:
    f.add(f.line([(2.6, 4), (29.4, 4)], 2.6), "gold")
    for s in (-1, 1):
        f.add(
            f.blob(
                [
                    (16 + s * 1.5, 5),
                    (16 + s * 12.5, 5),
                    (16 + s * 13, 28),
                    (16 + s * 8.6, 28.6),
                    (16 + s * 8.4, 21),
                    (16 + s * 5, 12),
                ]
            ),
            "red",
        )
        for k in (4.5, 8, 11):
            f.stitch([(16 + s * k, 7), (16 + s * (k * 0.5 + 6.2), 18)], "rose", 9, 0)
        f.add(f.line([(16 + s * 8, 20.5), (16 + s * 13, 19.5)], 2.0), "gold")


@picture
def door(f: Felt) -> None:
    f.add(f.poly([(5, 29), (5, 12), (9, 5.6), (16, 3.4), (23, 5.6), (27, 12), (27, 29)]), "brown")
    f.add(f.poly([(8, 29), (8, 13), (11, 8.4), (16, 6.8), (21, 8.4), (24, 13), (24, 29)]), "tan")
    f.add(
        f.poly([(10.5, 25.5), (10.5, 14), (13, 10.8), (16, 9.8), (19, 10.8), (21.5, 14), (21.5, 25.5)]),
        "brown",
        line=False,
    )
    f.add(f.oval(20.4, 19.6, 1.9), "gold")
    f.add(f.oval(20.4, 19.8, 0.7), "black", line=False, flat=True)
    f.add(f.line([(3.6, 29.4), (28.4, 29.4)], 1.6), "soul")


@picture
def ear(f: Felt) -> None:
    f.add(
        f.blob(
            [
                (9, 14),
                (11, 5),
                (18, 3),
                (24.6, 7),
                (25, 14),
                (20.4, 19),
                (19.6, 25),
                (15.4, 29),
                (10.6, 26.6),
                (10.6, 21),
            ]
        ),
        "skin",
    )
    f.add(
        f.line(
            [(13, 14), (14, 8.6), (18.4, 7), (21.4, 10.4), (20, 14), (16.4, 17), (17, 21), (14, 24)], 1.6, curved=True
        ),
        "rose",
        line=False,
    )


@picture
def finger_lips(f: Felt) -> None:
    f.add(
        f.blob(
            [(3, 15), (8, 10.6), (13, 10), (16, 11.6), (19, 10), (24, 10.6), (29, 15), (23, 20.6), (16, 22), (9, 20.6)]
        ),
        "red",
    )
    f.stitch([(5, 15.4), (11, 15), (16, 16), (21, 15), (27, 15.4)], "black", 30, 0)
    f.add(f.blob([(13.2, 30), (13, 20), (13.4, 6), (16, 3), (18.6, 6), (19, 20), (20, 30)]), "skin")
    f.add(f.oval(16, 6.4, 1.5, 1.9), "rose", line=False, flat=True)
    f.stitch([(14, 16.5), (18, 16.5)], "rose", 9, 0)
    f.add(f.blob([(19, 24), (25, 23), (28, 26.4), (27, 30.6), (19, 30.8)]), "skin")


@picture
def fingers(f: Felt) -> None:
    """Three, stitched to their neighbours."""
    f.add(f.blob([(4.4, 22), (27.6, 22), (27, 30.4), (5, 30.4)]), "tan")
    for x, top in ((8.4, 7), (16, 3.6), (23.6, 6.6)):
        f.add(f.blob([(x - 3.5, 27), (x - 3.5, top + 4), (x, top), (x + 3.5, top + 4), (x + 3.5, 27), (x, 28)]), "tan")
        f.add(f.oval(x, top + 3.8, 1.8, 2.2), "cream", line=False, flat=True)
        f.stitch([(x - 2, 16.5), (x + 2.5, 16.5)], "brown", 9, 0)
    for x in (12.2, 19.8):
        for y in (11.5, 15.5, 19.5, 23.5):
            f.add(f.line([(x - 2.4, y - 0.9), (x + 2.4, y + 0.9)], 1.2), "red", line=False, flat=True)
            f.dot(round(x) - 3, round(y) - 1, "brown", 0).dot(round(x) + 2, round(y), "brown", 0)


def _glove(f: Felt, s: int, cloth: str) -> None:
    x = 16.0
    for k, top in ((-6, 8.6), (-2, 5), (2, 5), (6, 8)):
        f.add(
            f.blob(
                [(x + k - 2.2, 18), (x + k - 2.1, top + 2), (x + k, top), (x + k + 2.1, top + 2), (x + k + 2.2, 18)]
            ),
            cloth,
        )
    f.add(
        f.blob([(x + s * 7, 16), (x + s * 11, 12.4), (x + s * 13.6, 14), (x + s * 11.4, 19.4), (x + s * 6.4, 24)]),
        cloth,
    )
    f.add(f.blob([(x - 8, 14), (x + 8, 14), (x + 8, 22), (x + 6, 25), (x - 6, 25), (x - 8, 22)]), cloth, line=False)
    f.add(f.box(x - 7, 24.4, x + 7, 29.6, 1.4), "cream")
    f.stitch([(x - 5.4, 27), (x + 6, 27)], cloth, 2, 2)
    for k in (-4, 0, 4):
        f.stitch([(x + k, 13), (x + k, 17)], cloth if cloth == "x" else "cream", 1, 2)


@picture
def glove_left(f: Felt) -> None:
    _glove(f, 1, "blue")


@picture
def glove_right(f: Felt) -> None:
    _glove(f, -1, "orange")


def _hand(f: Felt, x: float, y: float, k: float, s: int, cloth: str = "skin") -> None:
    """An open hand, thumb to the side s."""
    for a, length in ((-28, 11.4), (-9, 13.6), (9, 13.4), (27, 11)):
        t = math.radians(a)
        f.add(
            f.line(
                [
                    (x + 3 * k * math.sin(t) * 1.6, y - 2 * k),
                    (x + length * k * math.sin(t), y - length * k * math.cos(t)),
                ],
                4.0 * k,
            ),
            cloth,
        )
    f.add(f.line([(x + s * 3 * k, y + 3 * k), (x + s * 10 * k, y - 1.6 * k)], 4.2 * k), cloth)
    f.add(
        f.blob(
            [
                (x - 6 * k, y - 4 * k),
                (x + 6 * k, y - 4 * k),
                (x + 6.2 * k, y + 3 * k),
                (x + 3.6 * k, y + 7 * k),
                (x - 3.6 * k, y + 7 * k),
                (x - 6.2 * k, y + 3 * k),
            ]
        ),
        cloth,
        line=False,
    )


@picture
def hand(f: Felt) -> None:
    _hand(f, 15.5, 17.5, 1.0, 1)
    f.add(f.box(10.4, 24, 20.6, 30, 1.2), "dusk")
    f.stitch([(12, 27), (20, 27)], "gold", 2, 2)


@picture
def hands(f: Felt) -> None:
    _hand(f, 8.6, 18, 0.72, 1)
    _hand(f, 23.4, 18, 0.72, -1)
    for x in (8.6, 23.4):
        f.add(f.box(x - 4, 23, x + 4, 28, 1), "dusk")


@picture
def heart(f: Felt) -> None:
    """Rubbed out quickly: the right half is chalk dust."""
    m = f.blob(
        [
            (16, 28),
            (6.4, 19.4),
            (3.6, 12),
            (6.6, 5.6),
            (12, 5),
            (16, 9.6),
            (20, 5),
            (25.4, 5.6),
            (28.4, 12),
            (25.6, 19.4),
        ]
    )
    f.add(m, "rose")
    y, x = np.mgrid[0:32, 0:32]
    streak = ((x * 0.9 + y * 1.6) % 7 < 4.4) & (x + y * 0.35 > 17)
    gone = grown(m) & streak
    f.clear(gone)
    dust = grown(grown(m)) & (x + y * 0.35 > 17) & (noise(32, 32, 16, 16, 5) > 0.56) & (f.im[..., 3] == 0)
    f.im[dust] = (*hexc("d8a0b8"), 255)
    f.stitch([(8, 10), (9, 8), (11, 7.4)], "chalk", 9, 0)


@picture
def leg(f: Felt) -> None:
    for x, s in ((10, 0), (21, 1)):
        f.add(f.line([(x, 3), (x + s, 13), (x - 1 + s, 22)], 4.6), "navy")
        f.add(f.blob([(x - 4, 22), (x + 3, 21.6), (x + 8, 26), (x + 7.4, 29), (x - 3.6, 29)]), "yellow")
        f.stitch([(x - 2, 14), (x + 2.5, 14)], "blue", 2, 1)
    f.stitch([(4, 30), (28, 30)], "chalk", 2, 2)


@picture
def mask(f: Felt) -> None:
    f.add(f.line([(5.4, 13), (2, 24), (4.4, 29)], 1.8, curved=True), "red")
    f.add(f.line([(26.6, 13), (30, 24), (27.6, 29)], 1.8, curved=True), "red")
    f.add(f.blob([(5, 7), (16, 9), (27, 7), (27.6, 17), (23, 25), (16, 29), (9, 25), (4.4, 17)]), "cream")
    for s in (-1, 1):
        f.add(
            f.blob([(16 + s * 2.6, 15.4), (16 + s * 6, 12), (16 + s * 9.6, 14.4), (16 + s * 6, 16)]), "black", flat=True
        )
        f.add(f.oval(16 + s * 8.4, 19, 2.2, 1.4), "rose", line=False, flat=True)
    f.add(f.blob([(9.4, 20), (16, 22.4), (22.6, 20), (20, 25), (16, 26.6), (12, 25)]), "red")


@picture
def mouse(f: Felt) -> None:
    f.add(f.line([(25, 22), (29.5, 19), (29, 12), (26, 10)], 1.7, curved=True), "rose")
    f.add(f.blob([(4, 20), (8, 14), (16, 11.6), (24, 15), (27, 22), (24, 27), (10, 27), (5, 24.6)]), "tan")
    for x, y in ((8.4, 11.4), (14.6, 9.6)):
        f.add(f.oval(x, y, 4.2), "tan")
        f.add(f.oval(x, y + 0.4, 2.4), "rose", line=False, flat=True)
    f.add(f.oval(8.4, 18.4, 1.3, 1.6), "black", line=False, flat=True)
    f.dot(8, 17, "chalk")
    f.add(f.oval(3.8, 21, 1.6), "red")
    for dy in (-1, 1):
        f.stitch([(7, 22 + dy), (13, 23 + dy * 2)], "cream", 9, 0)


@picture
def mouth(f: Felt) -> None:
    f.add(
        f.blob([(2, 15), (7, 9), (12.6, 7.6), (16, 9.6), (19.4, 7.6), (25, 9), (30, 15), (24, 22), (16, 25), (8, 22)]),
        "red",
    )
    f.add(
        f.blob([(5, 15), (11, 12.4), (21, 12.4), (27, 15), (22, 19.4), (16, 21), (10, 19.4)]),
        "black",
        line=False,
        flat=True,
    )
    f.add(f.poly([(9, 13), (23, 13), (21.6, 15.8), (10.4, 15.8)]), "chalk", line=False, flat=True)
    f.add(f.oval(16, 19.4, 4.4, 1.7), "rose", line=False, flat=True)


@picture
def pumpkin(f: Felt) -> None:
    f.add(f.line([(16, 9), (15.6, 5), (18.6, 2.8)], 2.8), "green")
    for x, rx in ((8, 5.4), (24, 5.4), (12, 6), (20, 6), (16, 5.2)):
        f.add(f.oval(x, 18.6, rx, 10), "orange")
    for s in (-1, 1):
        f.add(f.poly([(16 + s * 2.6, 17.6), (16 + s * 5.4, 12.6), (16 + s * 8.2, 17.6)]), "yellow")
    f.add(
        f.poly(
            [(7.6, 21), (12, 22.4), (14, 21), (16, 23), (18, 21), (20, 22.4), (24.4, 21), (20.6, 26.4), (11.4, 26.4)]
        ),
        "yellow",
    )


@picture
def question(f: Felt) -> None:
    f.add(
        f.line(
            [(8.6, 10.6), (10.4, 5.8), (16, 3.8), (22, 6), (23, 11), (19, 15), (16, 18), (16, 21)], 4.8, curved=True
        ),
        "violet",
    )
    f.add(f.oval(16, 27.4, 2.8), "violet")
    f.stitch([(10.6, 8), (16, 5), (21.4, 8.6), (18, 14), (16, 18)], "cream", 2, 2, curved=True)


@picture
def shoes(f: Felt) -> None:
    """Bare feet, on tiptoe."""
    for x, s in ((9, 1), (23, -1)):
        f.add(
            f.blob(
                [
                    (x - 4.2, 13),
                    (x, 11.4),
                    (x + 4.2, 13),
                    (x + 3.2, 19),
                    (x + 3, 26),
                    (x, 29),
                    (x - 3, 26),
                    (x - 3 + s * 0.6, 19),
                ]
            ),
            "skin",
        )
        for k in range(5):
            f.add(f.oval(x + s * (4.0 - 2.05 * k), 9.4 + 0.75 * k - (0.8 if k == 0 else 0), 2.1 - 0.2 * k), "skin")
        f.add(f.oval(x, 24.6, 2.2, 2.6), "rose", line=False, flat=True)
        f.add(f.oval(x + s * 0.4, 14.6, 3.0, 1.6), "rose", line=False, flat=True)


@picture
def smile(f: Felt) -> None:
    """Handed over to be polite. It is the wrong way up."""
    f.add(f.blob([(3, 23), (6, 13), (16, 8), (26, 13), (29, 23), (24, 19), (16, 16.4), (8, 19)]), "red")
    f.add(f.blob([(7.6, 17), (10, 13.4), (16, 11), (22, 13.4), (24.4, 17), (16, 13.8)]), "chalk", line=False, flat=True)
    for x in (11.4, 14.4, 17.6, 20.6):
        f.stitch([(x, 11), (x, 16)], "grey", 1, 1)
    for x in (2.6, 29.4):
        f.add(f.oval(x, 24, 1.6), "rose")


@picture
def splat(f: Felt) -> None:
    pts = []
    for k in range(20):
        r = (12.6, 6.4, 10, 7.2)[k % 4] + (k * 7 % 3) * 0.7
        a = k / 20 * 2 * math.pi
        pts.append((16 + r * math.cos(a) * 1.05, 16.6 + r * math.sin(a)))
    f.add(f.blob(pts), "orange")
    f.add(f.blob([(16 + (x - 16) * 0.5, 16 + (y - 16) * 0.5) for x, y in pts[::2]]), "yellow", line=False)
    for x, y, r in ((4, 5, 1.6), (28, 7, 1.3), (27, 28, 1.8), (5, 27, 1.2)):
        f.add(f.oval(x, y, r), "orange")
    for x, y in ((13, 15), (18, 18), (17, 13)):
        f.add(f.oval(x, y, 1.1, 1.7, 30), "cream")


def _stairs(f: Felt, up: bool) -> None:
    f.add(
        f.poly(
            [
                (2.6, 29),
                (2.6, 24),
                (9, 24),
                (9, 18.6),
                (15.4, 18.6),
                (15.4, 13),
                (21.8, 13),
                (21.8, 7.6),
                (29.4, 7.6),
                (29.4, 29),
            ]
        ),
        "violet",
    )
    for k in range(4):
        f.stitch([(4 + 6.4 * k, 25.5 - 5.5 * k), (8.6 + 6.4 * k, 25.5 - 5.5 * k)], "gold", 3, 1)
    a, b = ((3.4, 15), (14, 5)) if up else ((14, 5), (3.4, 15))
    f.add(f.line([a, b], 2.4), "yellow")
    s = 1 if up else -1
    f.add(
        f.poly([(b[0] + s * 1.8, b[1] - s * 1.7), (b[0] - s * 4.6, b[1] - s * 1.2), (b[0] + s * 1.2, b[1] + s * 4.8)]),
        "yellow",
    )


@picture
def stairs(f: Felt) -> None:
    _stairs(f, True)


@picture
def stairs_down(f: Felt) -> None:
    _stairs(f, False)


@picture
def star(f: Felt) -> None:
    pts = [
        (
            16 + (13 if k % 2 == 0 else 5.6) * math.sin(k * math.pi / 5),
            17 - (13 if k % 2 == 0 else 5.6) * math.cos(k * math.pi / 5),
        )
        for k in range(10)
    ]
    f.add(f.poly(pts), "yellow")
    f.stitch([(16 + (x - 16) * 0.62, 17 + (y - 17) * 0.62) for x, y in [*pts, pts[0]]], "orange", 2, 1)


@picture
def tall_woman(f: Felt) -> None:
    """With a great many elbows."""
    for s in (-1, 1):
        for pts in (
            [(16, 13), (16 + s * 6, 9), (16 + s * 8.4, 3.4)],
            [(16, 14), (16 + s * 8, 16), (16 + s * 12, 10)],
            [(16, 15), (16 + s * 7, 22), (16 + s * 12.6, 19.4)],
        ):
            f.add(f.line(pts, 1.9), "red")
            x, y = pts[-1]
            f.add(f.oval(x, y, 1.3), "pale")
    f.add(f.poly([(14, 11), (18, 11), (20.4, 30), (11.6, 30)]), "red")
    f.add(f.oval(16, 6.8, 4.2, 4.6), "black")
    f.add(f.oval(16, 8, 2.9, 3.2), "pale", line=False)
    for s in (-1, 1):
        f.add(f.oval(16 + s * 1.5, 7.4, 1.0), "black", line=False, flat=True)
    f.stitch([(14.6, 10), (17.6, 10)], "red", 9, 0)


@picture
def tent(f: Felt) -> None:
    f.add(f.line([(16, 6), (16, 2)], 1.6), "gold")
    f.add(f.poly([(16.5, 1.4), (23, 3), (16.5, 5)]), "blue")
    f.add(f.poly([(16, 5), (29, 15), (26.6, 29), (5.4, 29), (3, 15)]), "cream")
    for a, b, c, d in ((3, 8.6, 5.4, 9.6), (13.4, 18.6, 13.8, 18.2), (23.4, 29, 22.4, 26.6)):
        f.add(f.poly([(16, 5), (a, 15), (c, 29), (d, 29), (b, 15)]), "red", line=False)
    f.add(f.poly([(12, 29), (16, 17.6), (20, 29)]), "black")
    for k in range(6):
        f.add(f.oval(5.2 + 4.32 * k, 15.4, 2.1, 1.8), "gold", line=False)


@picture
def thread(f: Felt) -> None:
    f.add(f.line([(21, 18), (28, 20), (26, 26), (18, 27.6), (10, 26.4), (4, 29)], 1.7, curved=True), "red")
    f.add(f.box(6, 3, 22, 7.4, 1.4), "tan")
    f.add(f.box(8, 7, 20, 19, 1.0), "red")
    for y in (9, 12, 15):
        f.stitch([(8.6, y + 1.4), (19.8, y - 0.2)], "rose", 30, 0)
    f.add(f.box(6, 18.6, 22, 23, 1.4), "tan")


@picture
def tree(f: Felt) -> None:
    f.add(f.poly([(14, 17), (18.4, 17), (18.8, 26), (21.6, 30), (10.8, 30), (13.6, 26)]), "brown")
    for x, y, r in ((9, 14, 6.2), (23, 14, 6.2), (16, 8.6, 7.2), (16, 16, 6.6)):
        f.add(f.oval(x, y, r), "green")
    f.add(f.oval(16, 12.6, 6), "green", line=False)
    for x, y in ((10, 12), (20, 8), (22, 16), (14, 17)):
        f.add(f.oval(x, y, 1.7), "red")


@picture
def two(f: Felt) -> None:
    """Two seats, side by side."""
    for x in (8.6, 23.4):
        f.add(f.blob([(x - 5.4, 20), (x - 5.6, 8), (x - 3, 4), (x + 3, 4), (x + 5.6, 8), (x + 5.4, 20)]), "red")
        f.button(x, 11, 1.6, "gold")
        f.add(f.box(x - 6.4, 18, x + 6.4, 24.4, 2.4), "red")
        for s in (-1, 1):
            f.add(f.line([(x + s * 5, 25), (x + s * 5, 29)], 1.8), "gold")


@picture
def walking_away(f: Felt) -> None:
    """A bucket that has had enough."""
    for k, x in enumerate((3, 8)):
        f.add(f.oval(x, 27.6 - k, 1.4), "chalk")
    f.add(f.line([(18, 20), (14.4, 26), (17, 28.6)], 2.4), "navy")
    f.add(f.line([(23, 20), (26, 25), (29, 25.4)], 2.4), "navy")
    f.add(f.line([(14, 9), (16, 3.4), (22, 2.4), (27, 5), (28, 9.6)], 1.4, curved=True), "black")
    f.add(f.poly([(12.6, 8.4), (29.4, 10), (26, 22.4), (14.6, 21.4)]), "grey")
    f.add(f.line([(12.6, 8.6), (29.4, 10.2)], 1.8), "grey")
    f.stitch([(14.6, 16), (27, 17.4)], "pale", 2, 2)
    for y in (11, 15, 19):
        f.stitch([(3, y), (9 + (y == 15) * 2, y + 0.4)], "chalk", 4, 0)


@picture
def wave(f: Felt) -> None:
    _hand(f, 15, 18, 0.9, 1)
    f.add(f.box(10.4, 24, 19.6, 29.6, 1.2), "dusk")
    for s, x in ((-1, 3.4), (1, 28)):
        f.add(f.line([(x, 6), (x - s * 1.6, 10), (x, 14)], 1.5, curved=True), "chalk")
        f.add(f.line([(x + s * -3.4 + s * 0.6, 4), (x - s * 4.2, 7)], 1.3), "chalk") if s < 0 else None


@picture
def wybie(f: Felt) -> None:
    """Himself: curls, two buttons, the collar where a mouth would be."""
    for k in range(11):
        a = math.pi * (0.02 + 0.096 * k)
        f.add(f.oval(16 - 9.4 * math.cos(a), 13.4 - 8 * math.sin(a), 3.6), "brown")
    f.add(f.blob([(7.4, 13), (10, 8), (22, 8), (24.6, 13), (23.4, 20), (16, 23), (8.6, 20)]), "tan")
    f.add(f.blob([(8, 10.6), (12, 6), (20, 6), (24, 10.6), (18, 10), (14, 11)]), "brown", line=False)
    for s in (-1, 1):
        f.button(16 + s * 4.2, 15, 3.0, "black")
    f.add(f.blob([(6, 20), (10, 18.6), (16, 19.8), (22, 18.6), (26, 20), (27.4, 29.6), (4.6, 29.6)]), "dusk")
    f.stitch([(16, 20), (16, 29)], "pale", 1, 1)


@picture
def you(f: Felt) -> None:
    f.add(f.blob([(4.6, 30), (6.6, 24), (12, 21), (20, 21), (25.4, 24), (27.4, 30)]), "yellow")
    f.dots([(16, 26), (16, 29)], "brown", 1)
    _head(f, 16, 13.4, 1.18)


LETTERS = {
    "C": "0110 1001 1000 1001 0110", "O": "0110 1001 1001 1001 0110", "R": "1110 1001 1110 1010 1001",
    "A": "0110 1001 1111 1001 1001", "L": "1000 1000 1000 1000 1111", "I": "010 010 010 010 010",
    "N": "1001 1101 1011 1001 1001", "E": "1111 1000 1110 1000 1111",
}  # fmt: skip


@picture
def your_name(f: Felt) -> None:
    """CORALINE, in chalk, spelt right."""
    f.add(f.box(1.4, 3, 30.6, 29, 3), "dusk")
    f.stitch([(3.4, 5.4), (28.6, 5.4), (28.6, 26.6), (3.4, 26.6), (3.4, 5.4)], "gold", 2, 2)
    for row, y in (("CORA", 9), ("LINE", 18)):
        x = 16 - sum(len(LETTERS[c].split()[0]) + 1.6 for c in row) / 2 + 0.8
        for k, c in enumerate(row):
            for j, bits in enumerate(LETTERS[c].split()):
                for i, b in enumerate(bits):
                    if b == "1":
                        f.dot(round(x) + i, y + j + (k % 2), "chalk")
            x += len(LETTERS[c].split()[0]) + 1.6


def bubble() -> np.ndarray:
    """Nine-slice of 30 px, corner 10: pale felt with a running stitch, such as he might have had in a pocket."""
    f = Felt(30, 30, 4)
    f.add(f.box(1, 1, 29, 29, 7), "cream")
    y, x = grid(30, 30)
    e = np.minimum(np.minimum(x, 29 - x), np.minimum(y, 29 - y))
    run = np.where((y < 5) | (y > 24), x, y)
    st = (e == 4) & (run % 5 < 3) & (np.minimum(x, 29 - x) + np.minimum(y, 29 - y) > 12)
    f.im[st, :3] = hexc("a888d8")
    return f.done()


def bubble_tail() -> np.ndarray:
    """14 x 10 px; its upper edge lies on the lower edge of the bubble, two px over it."""
    f = Felt(14, 10, 4)
    f.add(f.blob([(2.4, -4), (11.6, -4), (9.4, 4), (3.4, 8.6), (4.8, 4)]), "cream")
    f.im[0:2, :, :] = np.where(f.im[0:2, :, 3:] > 0, (*CLOTH["cream"][2], 255), 0)
    return f.done()


def smudge(k: int) -> np.ndarray:
    """Chalk dust in a wiped streak, 32 px."""
    y, x = grid(32, 32)
    n = noise(32, 32, 10, 10, 20 + k, 2)
    streak = np.abs(np.sin((x * 0.5 + y * (1.0 + 0.2 * k)) * 0.42 + k)) > 0.5
    m = (np.hypot((x - 16) / 13, (y - 16) / (9 - 1.4 * k)) < 1) & streak & (n > 0.42 + 0.07 * k)
    im = np.zeros((32, 32, 4), np.uint8)
    im[m] = (*(int(v) for v in hexc("d8cce4")), 255)
    im[m & (n > 0.62)] = (255, 255, 255, 255)
    return im


def render(name: str) -> np.ndarray:
    """RGBA (32, 32) of one picture."""
    f = Felt(SIZE, SIZE, 1 + list(PICTURES).index(name))
    PICTURES[name](f)
    return f.done()


def write(out: Path) -> list[Path]:
    """pictures.png and pictures.json."""
    files = [out / "pictures.png", out / "pictures.json"]
    made = {n: render(n) for n in sorted(PICTURES)}
    made |= {"bubble": bubble(), "bubble_tail": bubble_tail()} | {f"smudge_{k}": smudge(k) for k in (1, 2, 3)}
    image, where = sheet(made, 33 * 8)
    atlas.save_png(files[0], image)
    files[1].write_text(json.dumps({"size": SIZE, "corner": 10, "pictures": where}) + "\n", encoding="utf-8")
    return files
