"""Pictures of the last game's tables: the five clues, the wager and her hand over it, the three souls, pips of the hunts.

board.png/json (84 x 62 each: card_kettle, card_page, card_coats, card_snow, card_doll; door 70 x 92, wool 12 x 26, pin
10 x 12), wager.png/json (her_reach, her_pinch, her_recoil 110 x 130; my_hand, my_hold 64 x 48; eye_left, eye_mid,
eye_right 48 x 36; knot_black 20 x 16), souls.png/json (pen, fan, medal, stone 64 x 64, each with NAME_awake but the stone),
hunt.png/json (ribbon, clasp, medal and NAME_empty 32 x 32; undo, reset, peek 16 x 16).
"""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np

from tools.make_art.actors import atlas, creatures, paint
from tools.make_art.actors import sdf as body
from tools.make_art.actors.sdf import Part, cap, ell, frus, part_moved, part_scaled, rot_x, rot_z
from tools.make_art.core import cache
from tools.make_art.core.field import Array, bayer, grid
from tools.make_art.core.ramps import hexc
from tools.make_art.interface.felt import CLOTH, Felt, grown, sheet
from tools.make_art.interface.icons import ICONS, PAL
from tools.make_art.places import sdf
from tools.make_art.places.sdf import RX, moved, scaled

CARD = (84, 62)


# ---- the five clues ------------------------------------------------------------------------------------------------
def card_kettle() -> np.ndarray:
    """Full, and stone cold: no steam, no flame under it."""
    f = Felt(*CARD, 11)
    f.add(f.box(14, 52, 70, 57, 2), "black")
    for x in (24, 42, 60):
        f.add(f.box(x - 3, 48, x + 3, 53, 1), "black")
    f.add(f.line([(26, 24), (30, 8), (54, 8), (58, 24)], 4.0, curved=True), "brown")
    f.add(f.blob([(62, 30), (76, 18), (79, 20), (70, 36), (62, 42)]), "grey")
    f.add(f.blob([(22, 26), (42, 18), (62, 26), (68, 44), (60, 50), (24, 50), (16, 44)]), "grey")
    f.add(f.oval(42, 21, 12, 3.4), "grey")
    f.add(f.oval(42, 16.4, 3.4), "brown")
    f.stitch([(21, 42), (30, 46), (54, 46), (63, 42)], "pale", 3, 2, curved=True)
    for x, y in ((30, 31), (50, 36), (38, 39)):
        f.stitch([(x - 3, y), (x + 4, y)], "blue", 9, 0)
        f.stitch([(x, y - 3), (x, y + 4)], "blue", 9, 0)
    return f.done()


def card_page() -> np.ndarray:
    """The page in the roller; the last line stops in the middle of a word."""
    f = Felt(*CARD, 12)
    f.add(f.poly([(18, 3), (66, 3), (67, 42), (17, 42)]), "cream")
    for k, w in enumerate((40, 36, 39, 34)):
        y = 9 + 6 * k
        x, run = 22, 0
        while x < 22 + w:
            step = (5, 8, 3, 7, 4, 9)[(run + k * 2) % 6]
            f.stitch([(x, y), (min(x + step, 22 + w), y)], "black", 30, 0, tone=2)
            x, run = x + step + 3, run + 1
    f.stitch([(22, 33), (27, 33)], "red", 30, 0, tone=2)
    f.stitch([(30, 33), (34, 33)], "red", 30, 0, tone=2)
    f.add(f.box(6, 40, 78, 50, 4), "black")
    f.add(f.box(2, 41, 8, 49, 2), "grey")
    f.add(f.box(76, 41, 82, 49, 2), "grey")
    f.add(f.poly([(10, 50), (74, 50), (79, 60), (5, 60)]), "teal")
    for k in range(9):
        f.add(f.oval(15 + 6.8 * k, 55.6, 2.0), "cream", line=False)
    return f.done()


def card_coats() -> np.ndarray:
    """Two coats on two hooks, a sleeve of one round the other; two pairs of shoes below."""
    f = Felt(*CARD, 13)
    f.add(f.box(12, 3, 72, 8, 1.5), "brown")
    for x in (30, 54):
        f.add(f.line([(x, 7), (x, 12), (x + 3, 13)], 2.2), "gold")
    f.add(f.blob([(54, 11), (62, 16), (67, 40), (60, 45), (46, 44), (45, 20)]), "green")
    f.add(f.blob([(60, 15), (68, 22), (70, 36), (66, 38), (60, 24)]), "green")
    f.add(f.blob([(30, 11), (38, 16), (41, 42), (34, 46), (18, 44), (20, 18)]), "tan")
    f.add(f.blob([(20, 16), (15, 24), (13, 38), (17, 39), (23, 24)]), "tan")
    f.add(f.blob([(37, 17), (46, 26), (58, 30), (59, 34), (45, 32), (35, 24)]), "tan")
    f.stitch([(30, 16), (29, 43)], "brown", 2, 2)
    f.stitch([(55, 16), (54, 42)], "cream", 2, 2)
    f.dots([(32, 22), (32, 28), (32, 34)], "brown", 0)
    for x, c in ((20, "brown"), (30, "brown"), (50, "red"), (59, "red")):
        f.add(f.blob([(x - 3, 50), (x + 1, 51), (x + 5, 56), (x + 5, 59), (x - 4, 59), (x - 4, 54)]), c)
    return f.done()


def card_snow() -> np.ndarray:
    """One flake of glass on a carpet."""
    f = Felt(*CARD, 14)
    f.add(f.blob([(4, 30), (14, 14), (42, 9), (70, 14), (80, 32), (70, 52), (42, 57), (12, 50)]), "red")
    f.stitch([(10, 31), (18, 18), (42, 14), (66, 18), (74, 32), (66, 47), (42, 52), (16, 46), (10, 32)], "gold", 4, 3)
    for x, y in ((18, 32), (66, 32), (28, 46), (56, 46), (28, 20), (56, 20)):
        f.add(f.oval(x, y, 2.6, 1.8), "rose", line=False)
    cx, cy = 42, 32
    halo = f.oval(cx, cy, 17.5)
    f.im[halo, :3] = f.im[halo, :3] * 0.72 + CLOTH["navy"][1] * 0.28
    for k in range(6):
        a = math.radians(60 * k + 30)
        dx, dy = math.cos(a), math.sin(a)
        f.add(f.line([(cx, cy), (cx + 16 * dx, cy + 16 * dy)], 2.4), "soul", line=True)
    for k in range(6):
        a = math.radians(60 * k + 30)
        for r, long in ((7, 4), (11.5, 4.5)):
            for s in (-1, 1):
                b = a + s * math.radians(55)
                x0, y0 = cx + r * math.cos(a), cy + r * math.sin(a)
                f.add(f.line([(x0, y0), (x0 + long * math.cos(b), y0 + long * math.sin(b))], 1.4), "soul", line=False)
    f.add(f.oval(cx, cy, 3.4), "pale")
    f.dots([(36, 26), (49, 24), (52, 38), (35, 41)], "pale", 4)
    return f.done()


def card_doll() -> np.ndarray:
    """The doll in Dad's chair, two new buttons on that do not match."""
    f = Felt(*CARD, 15)
    f.add(f.blob([(16, 18), (28, 5), (56, 5), (68, 18), (66, 50), (18, 50)]), "violet")
    f.stitch([(26, 12), (42, 9), (58, 12)], "pale", 3, 2)
    f.add(f.box(22, 34, 62, 52, 4), "dusk")
    for x in (11, 61):
        f.add(f.blob([(x, 28), (x + 7, 25), (x + 12, 30), (x + 12, 56), (x, 56)]), "violet")
    f.add(f.line([(36, 48), (33, 58)], 4.4), "navy")
    f.add(f.line([(47, 48), (50, 58)], 4.4), "navy")
    f.add(f.line([(32, 34), (25, 43)], 4.6), "yellow")
    f.add(f.line([(52, 34), (59, 43)], 4.6), "yellow")
    f.add(f.blob([(34, 28), (50, 28), (55, 49), (29, 49)]), "yellow")
    f.add(f.oval(42, 19, 13.4, 11.6), "blue")
    f.add(f.oval(42, 21, 9.4, 8.4), "skin")
    f.add(f.blob([(33, 16), (42, 9), (51, 16), (46, 17), (42, 14), (37, 17)]), "blue")
    f.button(38, 21, 2.6)
    f.button(46.4, 21, 2.6)
    f.stitch([(39, 26), (42, 27), (46, 26)], "red", 9, 0, tone=1)
    f.button(40, 36, 4.4, "green")
    f.button(45, 44, 3.4, "pale")
    f.stitch([(44, 33), (47, 30)], "red", 9, 0)
    return f.done()


def door() -> np.ndarray:
    """70 x 92: the small door, shut, sewn on; bricks at the crack."""
    f = Felt(70, 92, 16)
    f.add(f.box(3, 3, 67, 90, 3), "brown")
    for j in range(8):
        for i in range(4):
            x = 6 + 15 * i - (7 if j % 2 else 0)
            f.add(f.box(max(x, 6), 6 + 10.4 * j, min(x + 13, 64), 14.6 + 10.4 * j, 1), "red", line=False)
    f.add(f.blob([(12, 88), (12, 34), (17, 18), (35, 10), (53, 18), (58, 34), (58, 88)]), "tan")
    for x in (23, 35, 47):
        f.stitch([(x, 16 if x == 35 else 22), (x, 86)], "brown", 5, 1, tone=0)
    for y in (38, 70):
        f.add(f.box(12, y, 40, y + 5, 2), "black")
    f.button(50, 56, 4.6)
    f.stitch([(9, 88), (9, 34), (15, 15), (35, 7), (55, 15), (61, 34), (61, 88)], "cream", 4, 3, curved=True)
    return f.done()


def wool() -> np.ndarray:
    """12 x 26: a strand of grey wool."""
    f = Felt(12, 26, 17)
    f.add(f.line([(6, 1), (3, 6), (8, 12), (4, 18), (7, 25)], 2.6, curved=True), "grey")
    f.stitch([(8, 1), (6, 7), (9, 13), (6, 19), (9, 24)], "pale", 2, 1, curved=True, tone=2)
    return f.done()


def pin() -> np.ndarray:
    """10 x 12: a pin with a glass head."""
    f = Felt(10, 12, 18)
    f.stitch([(6, 6), (9, 11)], "grey", 20, 0)
    f.add(f.oval(4.4, 4.4, 3.2), "red")
    f.dot(3, 3, "red", 4)
    return f.done()


# ---- the wager -----------------------------------------------------------------------------------------------------
def _lit(
    parts: list[Part], size: tuple[int, int], anchor: tuple[float, float], key: str, pitch: float = 6
) -> np.ndarray:
    """People's flesh and cloth, large; cached by this module's source."""

    def make() -> dict[str, np.ndarray]:
        g = body.render(parts, size, anchor, 0, pitch, ss=2, far=200)
        rgba, _ = paint.finish(paint.shade(g), 4)
        return {"im": rgba}

    here = Path(__file__)
    full = cache.source_hash(Path(body.__file__), Path(creatures.__file__), here, key)
    return cache.arrays(f"wager_{key}", full, make)["im"]


def _her_hand(key: str, turn: float, **pose: float) -> np.ndarray:
    """Five needles on a palm, from above; the wrist leaves by the upper edge."""
    parts, _ = creatures.hand(pose)
    parts = [g for g in parts if g.mat not in ("red", "black")]
    sleeve = [
        Part(
            "black",
            [frus((0, 0), -34, -9, 4.6, 3.6, 0.8, 0.8)],
            0,
            lambda q, n: 0.08 * np.sin(np.arctan2(q[0], q[2]) * 7),
        ),
        Part("blood", [frus((0, 0), -11, -8.4, 4.0, 4.2, 0.8, 0.6)], 0),
    ]
    sleeve = [part_moved(g, rot_x(90), (0, 7.4, 0)) for g in sleeve]
    parts = [part_moved(g, rot_z(turn) @ rot_x(74), (0, 0, 0)) for g in [*parts, *sleeve]]
    return _lit([part_scaled(g, 3.7) for g in parts], (110, 130), (56, 62), key)


def my_hand(closed: bool) -> np.ndarray:
    """64 x 48: her hand, palm up; or shut on its word."""
    fingers, thumb = [], []
    for k in range(4):
        x = -6.6 + 4.3 * k
        if closed:
            fingers.append(cap((x, 9.5, 3.6), (x * 0.96, 5.0, 5.4), 2.3, 2.1))
        else:
            fingers += [
                cap((x, 7, 0), (x * 1.15, 13.5 - 0.6 * abs(k - 1.6), 1.0), 2.15, 2.0),
                cap((x * 1.15, 13.5 - 0.6 * abs(k - 1.6), 1.0), (x * 1.3, 18.2 - 1.3 * abs(k - 1.6), 2.2), 2.0, 1.7),
            ]
    thumb = [cap((7.6, 1.5, 1.0), (11.6, 6.5, 2.4), 2.7, 2.3), cap((11.6, 6.5, 2.4), (14.2, 10.8, 3.0), 2.2, 1.8)]
    if closed:
        thumb = [cap((8.6, 1.5, 2.0), (8.2, 6.4, 5.6), 2.6, 2.2), cap((8.2, 6.4, 5.6), (1.6, 7.2, 7.6), 2.2, 1.9)]
    parts = [
        Part("skin", [ell((0, 3.2, 0), (8.8, 7.4, 3.0)), *fingers[:1]], 2.0),
        Part("skin", fingers, 0.4),
        Part("skin", thumb, 0.5),
        Part("coat", [frus((0, 0), -22, -3.4, 9.4, 8.0, 0.7, 1.2)], 0, lambda q, n: 0.06 * np.sin(q[1] * 1.3)),
        Part("boot", [frus((0, 0), -5.6, -2.8, 8.6, 8.4, 0.72, 0.8)], 0),
    ]
    return _lit([part_scaled(g, 1.75) for g in parts], (64, 48), (31, 36), f"my_{'hold' if closed else 'hand'}", 4)


def eye(look: int) -> np.ndarray:
    """48 x 36: a button looks through a hole torn in felt; -1 left, 0 ahead, 1 right."""
    f = Felt(48, 36, 20)
    hole = f.blob([(4, 18), (9, 8), (20, 4), (31, 6), (42, 10), (45, 19), (39, 29), (26, 33), (12, 30)])
    f.add(hole, "black", flat=True)
    f.im[hole, :3] = (6, 4, 12)
    c = CLOTH["black"]
    x0, y0, r = 24 + 8 * look, 18.5, 11.5
    y, x = np.mgrid[0:36, 0:48]
    d = np.hypot(x + 0.5 - x0, y + 0.5 - y0)
    light = (-(x - x0) * 0.5 - (y - y0) * 0.8) / r
    v = np.where(d > r * 0.72, 0.44 + 0.40 * light, 0.34 - 0.20 * light)
    v = np.where((d > r * 0.62) & (d < r * 0.76), 0.05, v)
    on = (d < r) & hole
    f.im[on, :3] = c[np.clip((v * 5).astype(int), 0, 4)][on]
    for sx in (-1, 1):
        for sy in (-1, 1):
            m = (np.hypot(x + 0.5 - x0 - sx * 3.2, y + 0.5 - y0 - sy * 3.2) < 1.6) & hole
            f.im[m, :3] = (4, 3, 10)
    f.stitch([(x0 - 3, y0 - 3), (x0 + 3.4, y0 + 3.4)], "red", 20, 0, tone=2)
    f.stitch([(x0 + 3, y0 - 3), (x0 - 3.4, y0 + 3.4)], "red", 20, 0, tone=2)
    f.dots(
        [
            (math.floor(x0 - 6), math.floor(y0 - 7)),
            (math.floor(x0 - 5), math.floor(y0 - 7)),
            (math.floor(x0 - 7), math.floor(y0 - 6)),
        ],
        "pale",
        4,
    )
    for k in range(14):  # the torn edge: fibres
        a = k * 0.449 + 0.2
        ex, ey = 24 + 20.5 * math.cos(a), 18.4 + 14 * math.sin(a)
        f.stitch([(ex, ey), (ex - 3.4 * math.cos(a + 0.4), ey - 2.6 * math.sin(a + 0.4))], "dusk", 9, 0, tone=2 + k % 2)
    return f.done()


def knot_black() -> np.ndarray:
    """20 x 16: one knot."""
    f = Felt(20, 16, 22)
    f.add(f.line([(0.5, 9), (5, 8), (9, 9)], 2.2, curved=True), "black")
    f.add(f.line([(19.5, 9), (15, 7), (11, 9)], 2.2, curved=True), "black")
    f.add(f.line([(7, 4.6), (12, 4), (13.6, 8), (10, 12), (6.4, 9), (7.4, 5)], 2.4, curved=True), "black")
    f.add(f.line([(8, 11), (10, 6.6), (12.6, 11)], 2.2, curved=True), "black")
    f.dots([(8, 4), (9, 4), (12, 7), (5, 7), (15, 6)], "black", 4)
    return f.done()


# ---- souls ---------------------------------------------------------------------------------------------------------
SOULS = {"pen": ("catalogue_pen", "50d8f0"), "fan": ("stage_fan", "b070f0"), "medal": ("medal", "f8b040")}


def _large(name: str, px: int = 46) -> np.ndarray:
    """An icon's thing at twice its size in a 64 px square."""

    def make() -> dict[str, np.ndarray]:
        g = moved(ICONS[name](), RX(-30))
        b = sdf.render(g, 48, 48, 24, 24, ss=2, pitch=-48)
        ys, xs = np.nonzero(b["mat"] >= 0)
        k = px / max(np.ptp(ys) + 1, np.ptp(xs) + 1)
        y, x = (ys.max() + ys.min() + 1) / 2 - 24, (xs.max() + xs.min() + 1) / 2 - 24
        g = scaled(g, float(k))
        b = sdf.render(g, 64, 64, 32 - x * k, 32 - y * k, ss=3, pitch=-48)
        im, _, _ = sdf.paint(b, [q.mat for q in g], [q.glow for q in g], PAL, 3)
        return {"im": im}

    full = cache.source_hash(Path(sdf.__file__), Path(__file__), Path(__file__).with_name("icons.py"), name, str(px))
    return cache.arrays(f"large_{name}", full, make)["im"]


def _slatted(im: np.ndarray) -> np.ndarray:
    """Sticks and folds over the fan's plain half moon; a gold edge."""
    out = im.copy()
    ys, xs = np.nonzero(im[..., 3] > 0)
    x0, y0 = (xs.min() + xs.max()) / 2, ys[np.abs(xs - (xs.min() + xs.max()) / 2) < 3].max() - 3.0
    y, x = grid(64, 64)
    d, a = np.hypot(x - x0, y - y0), np.arctan2(x - x0, y0 - y)
    leaf = (im[..., 3] > 0) & (im[..., 2] > im[..., 1] + 20)
    k = (a + math.pi / 2) / math.pi * 9
    out[leaf & (np.floor(k) % 2 == 0), :3] = (out[leaf & (np.floor(k) % 2 == 0), :3] * 0.8).astype(np.uint8)
    out[leaf & ((k % 1) * d < 1.1 * 9 / math.pi), :3] = (60, 28, 96)
    rim_ = leaf & (d > d[leaf].max() - 3.4)
    out[rim_, :3] = (238, 179, 50)
    out[leaf & (d < 9), :3] = (192, 128, 30)
    return out


def _awake(im: np.ndarray, colour: str) -> np.ndarray:
    """With its soul alight behind and in it."""
    y, x = grid(64, 64)
    d, a = np.hypot(x - 31.5, y - 31.5), np.arctan2(y - 31.5, x - 31.5)
    out = np.zeros((64, 64, 4))
    c = hexc(colour)
    v = np.clip(1.06 - d / 31, 0, 1) * (0.78 + 0.22 * np.cos(a * 12) * (d > 14))
    step = np.floor(v * 8 + bayer(64, 64) * 0.9) / 8
    out[..., :3] = c * (1 - 0.6 * step[..., None] ** 2) + 255 * 0.6 * step[..., None] ** 2
    out[..., 3] = 235 * step
    m = im[..., 3] > 0
    thing = im[..., :3].astype(float)
    warm = np.clip(1 - d / 30, 0, 1)[..., None] * 0.34
    out[m, :3] = (thing * (1 - warm) + (c * 0.5 + 128) * warm)[m]
    out[m, 3] = 255
    return np.clip(out, 0, 255).astype(np.uint8)


# ---- pips of the hunts ---------------------------------------------------------------------------------------------
def _pip(name: str) -> Felt:
    f = Felt(32, 32, 40 + len(name))
    if name in ("ribbon", "medal"):
        f.add(f.poly([(9, 3), (15, 3), (18, 16), (14, 17)]), "blue")
        f.add(f.poly([(23, 3), (17, 3), (14, 16), (18, 17)]), "blue")
        f.stitch([(11, 5), (15, 14)], "pale", 2, 2)
    if name == "clasp":
        f.add(f.box(6, 11, 26, 21, 3), "gold")
        f.add(f.box(10, 14, 22, 18, 1), "red")
        f.add(f.line([(7, 16), (25, 16)], 1.4), "gold", line=False)
    if name == "medal":
        f.add(f.oval(16, 21.5, 7.6), "gold")
        f.add(
            f.poly(
                [
                    (
                        16 + (4.6 if k % 2 == 0 else 2.1) * math.sin(k * 0.628),
                        21.5 - (4.6 if k % 2 == 0 else 2.1) * math.cos(k * 0.628),
                    )
                    for k in range(10)
                ]
            ),
            "yellow",
            line=False,
        )
        f.dot(12, 17, "gold", 4)
    if name == "ribbon":
        f.add(f.blob([(12, 14), (20, 14), (21, 22), (24, 28), (16, 25), (8, 28), (11, 22)]), "blue")
        f.stitch([(16, 15), (16, 24)], "pale", 2, 2)
    return f


def _empty(im: np.ndarray) -> np.ndarray:
    """Only its outline, in thread."""
    m = im[..., 3] > 0
    inner = m & ~grown(~m)
    edge = m & ~inner
    y, x = np.mgrid[0 : m.shape[0], 0 : m.shape[1]]
    out = np.zeros_like(im)
    out[inner] = (26, 18, 48, 120)
    out[edge] = (92, 84, 128, 255)
    out[edge & ((x + y) % 5 < 2)] = (44, 38, 70, 255)
    return out


def _sign(name: str) -> np.ndarray:
    f = Felt(16, 16, 50 + len(name))
    if name == "undo":
        f.add(f.line([(13, 12), (12, 5), (5, 5)], 2.0, curved=True), "cream")
        f.add(f.poly([(6.5, 1.4), (6.5, 8.6), (1.6, 5)]), "cream")
        f.stitch([(13, 12), (10, 14), (7, 13)], "red", 2, 1)
    elif name == "reset":
        f.add(f.box(2, 2, 14, 4, 1), "gold")
        f.add(f.blob([(3, 4), (7.6, 4), (6, 10), (4, 14), (2.6, 14)]), "red")
        f.add(f.blob([(13, 4), (8.4, 4), (10, 10), (12, 14), (13.4, 14)]), "red")
    else:
        f.add(f.blob([(1.6, 8), (5, 4), (11, 4), (14.4, 8), (11, 12), (5, 12)]), "cream")
        f.add(f.oval(8, 8, 2.8), "black")
        f.dot(7, 6, "pale", 4)
    return f.done()


def write(out: Path) -> list[Path]:
    """Four sheets and their tables."""
    board = {f.__name__: f() for f in (card_kettle, card_page, card_coats, card_snow, card_doll, door, wool, pin)}
    wager = {
        "her_reach": _her_hand("her_reach", 4, spread=0.7),
        "her_pinch": _her_hand("her_pinch", 2, spread=-1.1, curl=0.7),
        "her_recoil": _her_hand("her_recoil", -14, spread=1.7, curl=-0.1),
        "my_hand": my_hand(False),
        "my_hold": my_hand(True),
        "eye_left": eye(-1),
        "eye_mid": eye(0),
        "eye_right": eye(1),
        "knot_black": knot_black(),
    }
    souls = {"stone": _large("adder_stone", 54)}
    for name, (what, colour) in SOULS.items():
        souls[name] = _slatted(_large(what)) if name == "fan" else _large(what)
        souls[f"{name}_awake"] = _awake(souls[name], colour)
    hunt: dict[str, Array] = {}
    for name in ("ribbon", "clasp", "medal"):
        hunt[name] = _pip(name).done()
        hunt[f"{name}_empty"] = _empty(hunt[name])
    hunt |= {name: _sign(name) for name in ("undo", "reset", "peek")}
    files: list[Path] = []
    for name, made in (("board", board), ("wager", wager), ("souls", souls), ("hunt", hunt)):
        image, where = sheet(made, 340)
        atlas.save_png(out / f"{name}.png", image)
        (out / f"{name}.json").write_text(json.dumps({"pictures": where}) + "\n", encoding="utf-8")
        files += [out / f"{name}.png", out / f"{name}.json"]
    return files
