"""Pictures of the chapters' games: ears that wake, cards the mice hold, what the shows ask for, eyes that are sewn shut.

show.png/json: name -> [x, y, w, h]: ear_closed, ear_half, ear_open (20 x 20), card_1 .. card_4, card_blank, card_held
(96 x 60; words go in ``card_text``), mark, mark_lit (44 x 28, lies on the floor), catch, throw, dodge, bow, rose, applause,
still, beat, beat_ring_0 .. 3 (32 x 32; rings 48 x 48), lightning, trapdoor, rope, ball, prop_*; spotlight.png
(128 x 128), gobo_floor.png (128 x 84); eyelids.png/json.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tools.make_art.actors import atlas
from tools.make_art.core.field import Array, bayer, grid, noise
from tools.make_art.core.ramps import hexc, ramp
from tools.make_art.interface.felt import Felt, grown, sheet, shifted

CARD = (96, 60)
CARD_TEXT = [8, 36, 80, 18]


# ---- ears that wake -----------------------------------------------------------------------------------------------
def ear(k: int) -> np.ndarray:
    """20 x 20: 0 folded down, 1 pricked half, 2 wide awake. A bed spring for an earring."""
    f = Felt(20, 20, 3)
    cloth = ("dusk", "tan", "yellow")[k]
    inner = ("violet", "rose", "orange")[k]
    if k == 0:
        f.add(
            f.blob([(5.4, 11), (5.6, 8), (10, 6), (15, 8), (15.2, 11), (12.6, 13.4), (12, 16), (9, 18), (6.4, 16)]),
            cloth,
        )
        f.stitch([(8.6, 15.6), (10.4, 14.4)], inner, 9, 0)
        f.add(f.blob([(4, 8.4), (8, 4.4), (13.4, 4.6), (16.8, 8.4), (14.6, 12.6), (10, 11.4), (6, 12.6)]), cloth)
        f.stitch([(6, 10.6), (10, 9.8), (14.6, 10.6)], inner, 9, 0)
    else:
        top = 4.0 if k == 1 else 2.0
        f.add(
            f.blob(
                [
                    (5.4, 11),
                    (5.6, top + 3),
                    (10, top),
                    (15, top + 2.4),
                    (15.4, 9),
                    (12.6, 12.4),
                    (12, 16),
                    (9, 18),
                    (6.4, 16),
                ]
            ),
            cloth,
        )
        f.add(
            f.line([(8, 10.4), (8.4, top + 4), (11, top + 3), (12.8, 7.6), (10.6, 11), (10.4, 14)], 1.5, curved=True),
            inner,
            line=False,
        )
        if k == 1:
            f.add(f.blob([(11, 3.4), (16, 4.6), (16.6, 8.8), (13.4, 6.6)]), cloth)
    if k == 2:
        for x0, y0, x1, y1 in ((17, 4, 19, 2.4), (17.6, 8, 19.6, 8), (17, 12, 19, 13.6)):
            f.stitch([(x0, y0), (x1, y1)], "chalk", 9, 0)
    return f.done()


# ---- cards --------------------------------------------------------------------------------------------------------
INK, PALE_INK = "3a2230", "a07868"


def _card(held: bool = False) -> Felt:
    """Torn cardboard with a pin at the top."""
    w, h = CARD
    f = Felt(w, h, 8)
    f.fuzz = np.where((f.fuzz > 0.985) | (f.fuzz < 0.012), f.fuzz, 0.5)  # smoother than felt
    pts = [(2 + 1.1 * math.sin(k * 2.1), 3 + k * (h - 6) / 6) for k in range(7)]
    pts += [(2 + k * (w - 4) / 9, h - 3 + 1.0 * math.sin(k * 1.7)) for k in range(10)]
    pts += [(w - 2 + 0.9 * math.sin(k * 2.4), h - 3 - k * (h - 6) / 6) for k in range(7)]
    pts += [(w - 2 - k * (w - 4) / 9, 3 + 0.9 * math.sin(k * 1.3 + 1)) for k in range(10)]
    m = f.poly(pts)
    f.add(m, "cream")
    ruled = m & (np.mgrid[0:h, 0:w][0] == 34) & (np.mgrid[0:h, 0:w][1] > 8) & (np.mgrid[0:h, 0:w][1] < w - 9)
    f.im[ruled & (np.mgrid[0:h, 0:w][1] % 4 < 2), :3] = hexc(PALE_INK)
    if held:
        edge = grown(grown(m)) & ~m
        f.im[edge] = (*hexc("fcd860"), 255)
        f.im[grown(m) & ~m] = (*hexc("b06a14"), 255)
    f.add(f.oval(w / 2, 5.4, 2.6), "red")
    f.dot(w // 2 - 1, 4, "red", 4)
    return f


def _ink(f: Felt, mask: Array, colour: str = INK) -> None:
    f.im[mask, :3] = hexc(colour)


def card(k: int) -> np.ndarray:
    """1 a small door; 2 a door not shut; 3 a mouse that says 'only'; 4 cheeks full of breath. 0 is blank."""
    f = _card()
    x = 48.0
    if k in (1, 2):
        _ink(f, f.poly([(x - 11, 32), (x - 11, 17), (x - 7, 12), (x, 10), (x + 7, 12), (x + 11, 17), (x + 11, 32)]))
        inside = f.poly([(x - 9, 32), (x - 9, 17.6), (x - 6, 13.6), (x, 12), (x + 6, 13.6), (x + 9, 17.6), (x + 9, 32)])
        if k == 1:
            _ink(f, inside, "b8865c")
            for dx in (-4.5, 0.5, 5.5):
                _ink(f, f.line([(x + dx, 14), (x + dx, 31)], 1.0) & inside, "8a5c40")
            f.add(f.oval(x + 5.6, 23, 1.6), "gold")
        else:
            _ink(f, inside, "fce8a0")
            leaf = f.poly([(x - 9, 32), (x - 9, 17.6), (x - 6, 14), (x + 1, 17), (x + 1, 34)])
            _ink(f, grown(leaf))
            _ink(f, leaf, "b8865c")
            f.add(f.oval(x - 1.6, 25, 1.3), "gold")
            for a in (-0.9, -0.35, 0.2, 0.7):
                _ink(
                    f,
                    f.line(
                        [
                            (x + 12 + 2 * math.cos(a), 22 + 9 * math.sin(a)),
                            (x + 18 + 3 * math.cos(a), 22 + 14 * math.sin(a)),
                        ],
                        1.2,
                    ),
                    "d8a030",
                )
    elif k == 3:
        f.add(
            f.blob([(x - 12, 26), (x - 9, 20), (x, 18), (x + 8, 21), (x + 11, 27), (x + 8, 31.6), (x - 8, 31.6)]), "tan"
        )
        for dx in (-8, -1.6):
            f.add(f.oval(x + dx, 17.4, 3.4), "tan")
            f.add(f.oval(x + dx, 17.8, 1.8), "rose", line=False, flat=True)
        f.add(f.oval(x - 7.6, 23.6, 1.1, 1.4), "black", line=False, flat=True)
        f.add(f.oval(x - 12.4, 26, 1.4), "red")
        f.add(f.poly([(x - 9, 14.6), (x - 1, 14.6), (x - 5, 8.4)]), "red")
        for j in range(3):
            _ink(f, f.oval(x - 19 - 5 * j, 25, 1.5))
    elif k == 4:
        f.add(f.oval(x, 21, 12.4, 11), "skin")
        for s in (-1, 1):
            f.add(f.oval(x + s * 9, 24, 5.2), "rose", line=False)
            _ink(f, f.line([(x + s * 7.4, 17.4), (x + s * 3.4, 18.6)], 1.6))
            _ink(f, f.line([(x + s * 8, 13), (x + s * 3.6, 14.4)], 1.2))
        f.add(f.oval(x, 25.6, 2.0, 1.4), "red")
        for s in (-1, 1):
            _ink(f, f.line([(x + s * 18, 17), (x + s * 22, 15)], 1.3), PALE_INK)
            _ink(f, f.line([(x + s * 18.6, 24), (x + s * 23, 25)], 1.3), PALE_INK)
    return f.done()


# ---- what the shows ask for ---------------------------------------------------------------------------------------
def mark(lit: bool) -> np.ndarray:
    """44 x 28, painted on boards: a star in a ring."""
    h, w = 28, 44
    y, x = grid(h, w)
    u, v = (x - 21.5) / 20.5, (y - 13.5) / 12.5
    r, a = np.hypot(u, v), np.arctan2(v, u) + math.pi / 2
    point = np.abs((a / (2 * math.pi / 5)) % 1 - 0.5) * 2
    star = r < 0.24 + 0.44 * point**1.5
    ring = np.abs(r - 0.88) < 0.07
    im = np.zeros((h, w, 4))
    worn = noise(h, w, 7, 11, 4) > (0.02 if lit else 0.30)
    c = ramp("6a2c08 c87820 fcd860 fffbd8") if lit else ramp("3a2030 8a6450 d8b088 f4dcb8")
    for m, t in ((ring & worn, 2), (star & worn, 2)):
        im[m] = (*c[t], 255)
    im[(star | ring) & worn & shifted(~(star | ring), 1, 0)] = (*c[3], 255)
    im[(star | ring) & worn & shifted(~(star | ring), -1, 0)] = (*c[1], 255)
    if lit:
        glow = (r < 1.0) & ~star & ~ring & ((x + y) % 2 == 0) & (r > 0.3)
        im[glow] = (*c[2], 110)
    return np.clip(im, 0, 255).astype(np.uint8)


def catch(f: Felt) -> None:
    """A mitt with a ball in it."""
    f.add(
        f.blob(
            [
                (5, 15),
                (6, 8),
                (10, 5),
                (14, 7),
                (18, 4.4),
                (22, 7),
                (26, 8.6),
                (27.4, 15),
                (24, 23),
                (20, 27),
                (10.6, 26.6),
                (6, 22),
            ]
        ),
        "tan",
    )
    f.add(f.blob([(3, 19), (2.6, 13.4), (6, 12), (9.6, 16), (10, 22)]), "tan")
    f.stitch([(10, 8), (11, 14)], "brown", 9, 0).stitch([(16, 7), (16.4, 13)], "brown", 9, 0).stitch(
        [(22, 9), (21, 14)], "brown", 9, 0
    )
    f.add(f.oval(16.6, 17.4, 5.6), "red")
    f.stitch([(12.4, 15), (16.6, 18), (19.6, 22)], "cream", 9, 0)
    f.add(f.box(10, 25, 22, 30, 1.4), "red")
    f.stitch([(12, 27.4), (21, 27.4)], "cream", 2, 2)


def throw(f: Felt) -> None:
    """A ball on its way up and over."""
    f.add(f.line([(3.6, 27), (8, 16), (16, 10), (22, 9.4)], 3.2, curved=True), "teal")
    f.add(f.poly([(19, 3.6), (29.6, 9.4), (19.6, 16)]), "teal")
    f.add(f.line([(3.6, 27), (8, 16), (16, 10), (22, 9.4)], 2.0, curved=True), "teal", line=False)
    f.add(f.oval(23, 23, 5.4), "red")
    f.stitch([(19, 21), (23, 23.4), (26, 27)], "cream", 9, 0)
    f.stitch([(10, 27), (15, 25)], "chalk", 2, 2)


def dodge(f: Felt) -> None:
    """Feet that are elsewhere already."""
    f.add(f.line([(4, 9), (16, 5), (24, 10), (25, 17)], 3.0, curved=True), "violet")
    f.add(f.poly([(19, 15.6), (30.6, 15.6), (25, 24.6)]), "violet")
    for x, y in ((6, 18), (11, 24)):
        f.add(f.oval(x, y, 3.4, 4.6, 24), "yellow")
        f.add(f.oval(x + 1.4, y + 5.4, 1.9, 2.0), "yellow")


def bow(f: Felt) -> None:
    """A little figure that bows."""
    f.add(f.poly([(8, 29), (11, 15), (15, 15), (15, 29)]), "navy")
    f.add(f.line([(12.6, 14), (21.6, 12.4)], 6.4), "red")
    f.add(f.oval(25.4, 13.6, 4.0), "skin")
    f.add(f.blob([(22.6, 11), (26, 8.6), (29.6, 11), (29, 14), (26.4, 11.6)]), "brown", line=False)
    f.add(f.line([(19, 14.6), (20, 22)], 2.4), "red")
    f.add(f.line([(14, 11), (6.4, 7.6)], 2.4), "red")
    f.stitch([(4, 30), (28, 30)], "chalk", 2, 2)


def rose(f: Felt) -> None:
    """Thrown over the footlights."""
    f.add(f.line([(16, 17), (14, 24), (10, 30)], 2.0, curved=True), "green")
    f.add(f.blob([(13, 24), (20, 20.6), (25, 22.4), (21, 26)]), "green")
    f.add(f.blob([(12.6, 25), (7, 22), (3.6, 24.6), (8, 27.6)]), "green")
    f.add(f.blob([(8, 9), (11, 4), (17, 2.6), (23, 5), (25, 11), (22, 17), (16, 19), (10, 16)]), "red")
    f.add(
        f.line(
            [(12, 11.6), (13, 7.4), (18, 6.6), (20.6, 10.4), (17, 13.6), (14.6, 11.4), (16.6, 9.6)], 1.3, curved=True
        ),
        "rose",
        line=False,
        flat=True,
    )
    f.stitch([(9.6, 12), (13, 16.4), (20, 16), (23.4, 11)], "red", 60, 0, tone=1)


def applause(f: Felt) -> None:
    """Two small pink hands, like spades."""
    for s in (-1, 1):
        x = 16 + s * 5.4
        for k in range(4):
            a = math.radians(s * (14 + 17 * k) - s * 22)
            f.add(f.line([(x, 17), (x + 9.6 * math.sin(a), 17 - 9.6 * math.cos(a))], 3.0), "rose")
        f.add(f.oval(x, 18.4, 4.8, 6.0), "rose")
        f.add(f.box(x - 4, 23, x + 4, 29, 1.4), "dusk")
    for x0, y0, x1, y1 in ((16, 2, 16, 5), (9, 2.4, 10.4, 5), (23, 2.4, 21.6, 5)):
        f.add(f.line([(x0, y0), (x1, y1)], 1.3), "gold")


def still(f: Felt) -> None:
    """Hold still: a hand, flat, under a bolt."""
    f.add(f.poly([(17, 1.6), (9, 14), (14.6, 14), (11.4, 23), (23, 10.4), (17, 10.4), (21.6, 1.6)]), "yellow")
    f.add(f.line([(3.6, 27), (28.4, 27)], 3.4), "skin")
    f.add(f.line([(5, 24.4), (11, 24.4)], 2.6), "skin")


def beat(f: Felt) -> None:
    """The big one: a drum."""
    f.add(f.poly([(4, 12), (28, 12), (26.6, 27), (5.4, 27)]), "red")
    for k in range(5):
        f.stitch([(5 + 5.6 * k, 14), (7.6 + 5.2 * k, 26)], "gold", 30, 0)
        f.stitch([(9.6 + 5 * k, 14), (7.6 + 5 * k, 26)], "gold", 30, 0) if k < 4 else None
    f.add(f.oval(16, 27, 10.8, 2.6), "gold")
    f.add(f.oval(16, 12, 12.2, 3.6), "cream")
    f.add(f.line([(3, 3), (13, 10.6)], 1.8), "brown")
    f.add(f.oval(13.4, 10.6, 1.8), "tan")
    f.add(f.line([(29, 2.6), (20, 9.6)], 1.8), "brown")
    f.add(f.oval(19.6, 10, 1.8), "tan")


def trapdoor(f: Felt) -> None:
    """Two leaves and a dark."""
    f.add(f.box(3, 9, 29, 27, 1), "brown")
    f.add(f.box(6, 12, 26, 25, 0.5), "black", line=False, flat=True)
    f.add(f.poly([(6, 12), (11, 15), (11, 24), (6, 25)]), "tan", line=True)
    f.add(f.poly([(26, 12), (21, 15), (21, 24), (26, 25)]), "tan", line=True)
    f.add(f.line([(16, 13), (16, 20)], 2.2), "yellow")
    f.add(f.poly([(12.4, 18.6), (19.6, 18.6), (16, 23.4)]), "yellow")


def rope(f: Felt) -> None:
    """A rope with a knot to stand on."""
    f.add(f.line([(16, 1.6), (16.6, 12), (15.6, 22)], 3.0, curved=True), "tan")
    for y in range(3, 21, 3):
        f.stitch([(14.6, y + 1.4), (17.6, y)], "brown", 9, 0)
    f.add(f.oval(16, 24, 4.6, 4.0), "tan")
    f.stitch([(12.6, 23), (16, 25.6), (19.6, 23)], "brown", 9, 0)
    for dx in (-2, 0.4, 2.4):
        f.add(f.line([(16 + dx * 0.5, 27), (16 + dx, 30.6)], 1.3), "tan")


def lightning(f: Felt) -> None:
    """For the storm."""
    f.add(
        f.blob([(3, 12), (6, 6.4), (12, 6), (17, 2.8), (23, 6), (28, 8.6), (29, 13.4), (24, 15.6), (7, 15.6)]), "grey"
    )
    f.add(f.poly([(17, 13), (11, 22), (15.4, 22), (12.4, 30.6), (22.6, 19.6), (17.6, 19.6), (21, 13)]), "yellow")


def prop_anchor(f: Felt) -> None:
    """To be carried across in the cellar act: an anchor of pasteboard."""
    f.add(f.line([(16, 8), (16, 27)], 3.0), "grey")
    f.add(f.line([(9.6, 12), (22.4, 12)], 2.8), "grey")
    f.add(f.oval(16, 5.6, 3.4) & ~f.oval(16, 5.6, 1.5), "grey")
    f.add(f.line([(5, 19), (8, 25), (16, 28.4), (24, 25), (27, 19)], 3.0, curved=True), "grey")
    for s in (-1, 1):
        f.add(f.poly([(16 + s * 13.4, 19.6), (16 + s * 12, 15.4), (16 + s * 7.8, 19.6)]), "grey")
    f.stitch([(16, 10), (16, 26)], "pale", 2, 2)


def prop_barrel(f: Felt) -> None:
    """A barrel with a face painted on its end."""
    f.add(f.blob([(7, 4), (25, 4), (28, 16), (25, 28.6), (7, 28.6), (4, 16)]), "brown")
    for x in (10, 16, 22):
        f.stitch([(x, 4), (x + (x - 16) * 0.16, 16), (x, 28)], "brown", 80, 0, tone=0)
    for y in (8, 24):
        f.add(f.line([(5.6, y), (16, y + 1.2), (26.4, y)], 2.0), "grey")
    f.add(f.oval(12.4, 15, 1.4), "cream", line=False).add(f.oval(19.6, 15, 1.4), "cream", line=False)
    f.stitch([(12, 19), (16, 20.6), (20, 19)], "cream", 9, 0)


def prop_wave(f: Felt) -> None:
    """A wave on a stick."""
    f.add(f.line([(16, 20), (16, 30.6)], 2.2), "tan")
    f.add(
        f.blob(
            [
                (2.6, 21),
                (5, 13),
                (12, 8),
                (20, 8.6),
                (25, 13),
                (22, 16.4),
                (18.6, 14),
                (16.6, 17),
                (20, 20),
                (29.4, 19),
                (29, 24),
                (3, 24.4),
            ]
        ),
        "blue",
    )
    f.stitch([(6, 18), (10, 12.6), (17, 10.4)], "chalk", 3, 1, curved=True)
    for x, y in ((24, 9), (27, 12.6), (22, 5.6)):
        f.add(f.oval(x, y, 1.4), "chalk")


def ball(f: Felt) -> None:
    """The circus ball: half teal, half cream, a band of gold."""
    m = f.oval(16, 16, 11)
    f.add(m, "teal")
    f.add(m & f.poly([(2, 19), (30, 11), (31, 31), (1, 31)]), "cream", line=False)
    f.add(m & f.line([(2, 19), (30, 11)], 3.0), "gold", line=False)
    f.add(f.oval(11.6, 10, 2.4, 1.5, -30), "soul", line=False, flat=True)


def beat_ring(k: int) -> np.ndarray:
    """48 x 48: the ring that closes on the beat, 0 far .. 3 on it."""
    n = 48
    y, x = grid(n, n)
    d = np.hypot(x - 23.5, y - 23.5)
    a = np.degrees(np.arctan2(y - 23.5, x - 23.5)) % 20
    r = (22.0, 18.0, 14.0, 10.5)[k]
    im = np.zeros((n, n, 4))
    body, gap = np.abs(d - r) < (0.9, 1.2, 1.5, 2.2)[k], a < (10, 12, 15, 20)[k]
    m = body & gap
    im[grown(m) & ~m] = (*hexc("2a0c20"), 255)
    c = ("b888d8", "e0a0d0", "f8c878", "fff0a0")[k]
    im[m] = (*hexc(c), 255)
    im[m & shifted(~m, 1, 0)] = (255, 255, 255, 255)
    return im.astype(np.uint8)


def spotlight(h: int, w: int) -> np.ndarray:
    """A followspot: a disc with a soft, banded rim and the cut-out of a star in its middle, only just to be seen."""
    y, x = grid(h, w)
    u, v = (x - w / 2 + 0.5) / (w / 2 - 1), (y - h / 2 + 0.5) / (h / 2 - 1)
    r, a = np.hypot(u, v), np.arctan2(v, u) + math.pi / 2
    point = np.abs((a / (2 * math.pi / 5)) % 1 - 0.5) * 2
    star = np.abs(r - (0.30 + 0.30 * point**1.6)) < 0.025
    level = np.clip((1.0 - r) / 0.16, 0, 1)
    band = np.floor(level * 5 + bayer(h, w) * 0.9) / 5
    im = np.zeros((h, w, 4))
    im[..., :3] = hexc("fff2cc")
    im[..., 3] = np.clip(band, 0, 1) * 150
    im[star & (band > 0.6), 3] = 186
    im[(np.abs(r - 0.90) < 0.012), 3] = 200
    im[band <= 0] = 0
    return im.astype(np.uint8)


# ---- eyes sewn shut -----------------------------------------------------------------------------------------------
LID = ramp("120612 2c1018 58262c 8a4440 b86a58 dc9474 f0b894")


def eyelid(upper: bool) -> np.ndarray:
    """264 x 120 (upper) or 264 x 96: a lid of skin-coloured felt; its rim is the almond that closes on the other one."""
    w, h = 264, 120 if upper else 96
    y, x = grid(h, w)
    u = (x - w / 2 + 0.5) / (w / 2 - 4)
    bow = 0.30 * (1 - np.clip(np.abs(u), 0, 1) ** 2) * h
    rim_y = h - 14 - (34 - bow) * 0.4 if upper else 13 + (26 - bow) * 0.2
    inside = (y < rim_y) if upper else (y > rim_y)
    back = np.hypot(u, (y - (h if upper else 0)) / (h * 1.02))
    m = inside & (np.abs(u) <= 1.0) & (back < 1.0)
    away = np.abs(y - rim_y)
    tone = 0.62 - 0.34 * np.clip(back - 0.2, 0, 1) + 0.10 * np.cos(u * 1.6) - 0.10 * u
    crease = np.exp(-((away - (30 if upper else 24) + 8 * u**2) ** 2) / 16)
    tone += 0.02 * (noise(h, w, h // 3, w // 3, 5) - 0.5) - 0.16 * crease + 0.10 * np.exp(-((away - 5) ** 2) / 10)
    ix = np.clip(np.round(tone * 6 + (bayer(h, w) - 0.5) * 0.12), 1, 6).astype(int)
    im = np.zeros((h, w, 4))
    im[..., :3] = LID[ix]
    im[..., 3] = m * 255
    edge = m & (away < 2.2)
    im[edge, :3] = LID[2]
    im[m & (away >= 2.2) & (away < 3.4), :3] = LID[5]
    for k in range(13):  # lashes, sewn on with one thread each
        t = -0.86 + 1.72 * k / 12
        cx = w / 2 + t * (w / 2 - 4)
        cy = float(rim_y[0, int(cx)])
        length = (11 if upper else 7) * (1 - 0.3 * abs(t))
        for s in np.arange(0, length, 0.5):
            px, py = cx + t * s * 0.9 + 0.02 * s * s * t, cy + (s if upper else -s)
            if 0 <= int(py) < h and 0 <= int(px) < w:
                im[int(py), int(px)] = (*hexc("140814"), 255)
                if s < length * 0.5 and int(px) + 1 < w:
                    im[int(py), int(px) + 1] = (*hexc("140814"), 255)
    return np.clip(im, 0, 255).astype(np.uint8)


def eye_button(k: int) -> np.ndarray:
    """88 x 88: the button that goes on, k threads of its cross through (0..4)."""
    n, r = 88, 41.0
    y, x = grid(n, n)
    dx, dy = x - 43.5, y - 43.5
    d = np.hypot(dx, dy)
    c = ramp("04040a 0c0c1a 181830 2a2a4c 4c4c7a 8890b8 d0dcf4")
    light = (-dx * 0.55 - dy * 0.8) / r
    tone = np.where(d > r * 0.76, 0.40 + 0.36 * light, 0.27 - 0.16 * light)
    tone = np.where((d > r * 0.67) & (d < r * 0.76), 0.07, tone)
    tone += np.where((d <= r * 0.67) & (d > r * 0.62), 0.10 * -light, 0)
    m = d <= r
    im = np.zeros((n, n, 4))
    im[..., :3] = c[np.clip(np.round(tone * 6 + (bayer(n, n) - 0.5) * 0.12), 0, 6).astype(int)]
    im[..., 3] = m * 255
    im[(d > r) & (d <= r + 1.2)] = (*c[0], 255)
    holes = [(-12.0, -12.0), (12.0, -12.0), (-12.0, 12.0), (12.0, 12.0)]
    for hx, hy in holes:
        q = np.hypot(dx - hx, dy - hy)
        im[q < 5.2, :3] = c[0]
        im[(q >= 5.2) & (q < 6.4) & (dx - hx + dy - hy > 0), :3] = c[4]
    for hx, hy, reach in ((-0.52, -0.64, 4.2), (-0.34, -0.80, 2.4), (-0.66, -0.42, 1.8)):
        im[np.hypot(dx - r * hx, dy - r * hy) < reach, :3] = c[6]
    pairs = (((-12, -12), (12, 12)), ((12, -12), (-12, 12)), ((-12, -12), (12, -12)), ((-12, 12), (12, 12)))
    for (x0, y0), (x1, y1) in pairs[:k]:
        t = np.clip(((dx - x0) * (x1 - x0) + (dy - y0) * (y1 - y0)) / ((x1 - x0) ** 2 + (y1 - y0) ** 2), 0, 1)
        away = np.hypot(dx - x0 - t * (x1 - x0), dy - y0 - t * (y1 - y0) + 1.2 * np.sin(t * math.pi))
        im[away < 3.4, :3] = hexc("2c0610")
        im[away < 2.4, :3] = hexc("a41c30")
        twist = (np.floor((dx + dy * 0.6) / 2.4) % 2 == 0) & (away < 2.0)
        im[twist, :3] = hexc("f06858")
    return np.clip(im, 0, 255).astype(np.uint8)


def stitch_cross(k: int) -> np.ndarray:
    """26 x 36: a stitch over the rims, in three steps: hole, first leg, cross with a knot."""
    f = Felt(26, 36, 2)
    for x, y in ((6, 5), (20, 5), (6, 31), (20, 31)):
        f.add(f.oval(x, y, 2.2), "black", line=False, flat=True)
    if k > 0:
        f.add(f.line([(6, 5), (13, 17.6), (20, 31)], 3.0), "red")
    if k > 1:
        f.add(f.line([(20, 5), (13, 18.4), (6, 31)], 3.0), "red")
        f.add(f.oval(13, 18, 2.6), "red")
    for y in range(7, 31, 4):
        if k > 0:
            f.dot(round(6 + (y - 5) * 14 / 26), y, "red", 4)
        if k > 1:
            f.dot(round(20 - (y - 5) * 14 / 26), y, "red", 4)
    return f.done()


def needle() -> np.ndarray:
    """96 x 14: the needle, warmed; its point is on the right."""
    h, w = 14, 96
    y, x = grid(h, w)
    half = np.interp(x, [1, 6, 16, 24, 60, 94], [1.2, 3.4, 3.6, 2.6, 2.2, 0.4])
    m = np.abs(y - 6.5) <= half
    eye = (np.abs(y - 6.5) < 1.4) & (x > 6) & (x < 16)
    c = ramp("0a0c18 3c465c 6c7890 a4b0c4 dce4ee ffffff")
    im = np.zeros((h, w, 4))
    t = np.clip(np.round(3 - (y - 6.5) * 1.1), 1, 5).astype(int)
    im[m, :3] = c[t][m]
    warm = np.clip((x - 70) / 40, 0, 1)[..., None]
    im[..., :3] = im[..., :3] * (1 - warm) + hexc("f8984c") * warm * (im[..., :3].mean(-1, keepdims=True) / 200)
    im[m, 3] = 255
    im[grown(m) & ~m] = (*c[0], 255)
    im[eye] = 0
    im[grown(eye) & ~eye & m, :3] = c[1]
    return np.clip(im, 0, 255).astype(np.uint8)


ASKED = (catch, throw, dodge, bow, rose, applause, still, beat)
STAGED = (trapdoor, rope, lightning, prop_anchor, prop_barrel, prop_wave, ball)
SYMBOLS: dict[str, Callable[[Felt], None]] = {f.__name__: f for f in (*ASKED, *STAGED)}


def write(out: Path) -> list[Path]:
    """show.png/json, spotlight.png, gobo_floor.png, eyelids.png/json."""
    made: dict[str, np.ndarray] = {f"ear_{n}": ear(k) for k, n in enumerate(("closed", "half", "open"))}
    made |= {f"card_{k}": card(k) for k in (1, 2, 3, 4)}
    made |= {"card_blank": card(0), "card_held": _card(held=True).done(), "mark": mark(False), "mark_lit": mark(True)}
    for k, (name, draw) in enumerate(SYMBOLS.items()):
        f = Felt(32, 32, 30 + k)
        draw(f)
        made[name] = f.done()
    made |= {f"beat_ring_{k}": beat_ring(k) for k in range(4)}
    eyes = {"lid_upper": eyelid(True), "lid_lower": eyelid(False), "needle": needle()}
    eyes |= {f"button_{k}": eye_button(k) for k in range(5)} | {f"stitch_{k}": stitch_cross(k) for k in range(3)}
    files = [
        out / n for n in ("show.png", "show.json", "eyelids.png", "eyelids.json", "spotlight.png", "gobo_floor.png")
    ]
    image, where = sheet(made, 392)
    atlas.save_png(files[0], image)
    files[1].write_text(json.dumps({"pictures": where, "card_text": CARD_TEXT}) + "\n", encoding="utf-8")
    image, where = sheet(eyes, 452)
    atlas.save_png(files[2], image)
    files[3].write_text(json.dumps(where) + "\n", encoding="utf-8")
    atlas.save_png(files[4], spotlight(128, 128))
    atlas.save_png(files[5], spotlight(84, 128))
    return files
