"""Tileset 'stage': attic (beams, boards, circus tent) and basement (theatre, parlour)."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from tools.make_art.core.field import Sketch, grid, noise
from tools.make_art.places.textures import boards_up, drape, planks, stripes
from tools.make_art.places.tileset import FULL, Tileset
from tools.make_art.places.walls import add_face, add_mass, add_shades


def face_attic(h: int, w: int) -> Sketch:
    """Roof boards with a rafter every 32 px."""
    s = boards_up(w, h, "dwood")
    y, x = grid(h, w)
    s.add(True, -0.24 * np.clip(1 - y / 50, 0, 1))
    r = x % 32
    s.put(
        (r >= 12) & (r < 20),
        "wood",
        np.select([r == 12, r == 13, r == 19], [0.1, 0.7, 0.05], 0.44) - 0.2 * np.clip(1 - y / 40, 0, 1),
    )
    t = h - y
    return s.put(t <= 7, "wood", np.select([t == 7, t == 6, t == 1], [0.05, 0.7, 0.1], 0.4))


def face_tent(h: int, w: int) -> Sketch:
    s = stripes(w, h, 32)
    y, x = grid(h, w)
    s.add(True, -0.22 * np.clip(1 - y / 34, 0, 1))
    sc = 10 + 5 * np.abs(np.sin((x + 0.5) * math.pi / 16))
    s.put(y < sc, "tentB", 0.55 - 0.15 * (y < 3)).put(np.abs(y - sc) < 1, "brass", 0.6)
    return s.put(h - y <= 5, "brass", np.select([h - y == 5, h - y == 4], [0.1, 0.9], 0.45))


def face_velvet(h: int, w: int) -> Sketch:
    s = drape(w, h)
    y, x = grid(h, w)
    s.add(True, -0.25 * np.clip(1 - y / 40, 0, 1))
    sc = 14 + 6 * np.abs(np.sin((x + 0.5) * math.pi / 32))
    val = drape(w, h, "velvet", 8, 3)
    m = y < sc
    s.mat = np.where(m, val.mat, s.mat)
    s.tone = np.where(m, val.tone + 0.08, s.tone)
    s.put(np.abs(y - sc) < 1.2, "brass", 0.7).put((y > sc + 1) & (y < sc + 4) & (x % 2 == 0), "brass", 0.5)
    return s.put(h - y <= 3, "dwood", 0.2)


def face_gilt(h: int, w: int) -> Sketch:
    """Theatre auditorium: panelled gilt and plum."""
    y, x = grid(h, w)
    s = Sketch(h, w, wall=True).put(True, "purple", 0.40 - 0.2 * np.clip(1 - y / 30, 0, 1), 0.3)
    px = x % 32
    e = np.minimum(np.minimum(px - 3, 28 - px), np.minimum(y - 12, h - 14 - y))
    s.put(e == 0, "brass", 0.75).put(e == 1, "brass", 0.35).put((e >= 5) & (e < 6), "purple", 0.62)
    t = h - y
    return s.put(t <= 9, "brass", np.select([t == 9, t == 8, t <= 2], [0.05, 0.85, 0.2], 0.5))


def ring(n: int = 5) -> Sketch:
    """Circus ring: sawdust disc with a red kerb, 5x5 tiles."""
    S = 32 * n
    y, x = grid(S, S)
    d = np.hypot(x - S / 2 + 0.5, y - S / 2 + 0.5)
    R = S / 2 - 2
    s = Sketch(S, S)
    s.put(d < R, "tentB", 0.42 + (noise(S, S, 30, 30, 4, 2) - 0.5) * 0.25, 0.5)
    a = np.arctan2(y - S / 2, x - S / 2)
    band = (d >= R - 12) & (d < R)
    seg = (np.floor(a / (2 * math.pi) * 24).astype(int) % 2) == 0
    e = R - d
    s.put(band, "tentA", np.select([e < 1, e < 4, e > 11], [0.1, 0.75, 0.1], 0.55)).put(
        band & seg, "tentB", np.select([e < 1, e < 4, e > 11], [0.2, 0.9, 0.2], 0.72)
    )
    k = (a + math.pi / 2) % (2 * math.pi / 5)
    star = (
        R
        * 0.52
        * 0.42
        / np.maximum(
            np.cos(np.abs(k - math.pi / 5)) * 0.42 / 0.80
            + np.abs(np.sin(k - math.pi / 5)) * 0
            + (1 - np.abs(k - math.pi / 5) / (math.pi / 5)) * 0.42,
            0.1,
        )
    )
    s.put(d < star, "yellow", 0.55, 0.4).put((d < star) & (d > star - 3), "yellow", 0.3)
    s.height = np.where(band, 3, 0)
    return s


def build(lock: Path) -> Tileset:
    ts = Tileset("stage", lock)
    ts.add("boards", planks("dwood", seed=31, wear=0.3), "wood")
    ts.add("stage_floor", planks("wood", seed=21, wear=0.1), "wood")
    add_mass(ts, "mass_attic", "dwood")
    for name, fn, pil in (
        ("attic", face_attic, False),
        ("tent", face_tent, False),
        ("velvet", face_velvet, False),
        ("gilt", face_gilt, True),
    ):
        add_face(ts, "face_" + name, fn, post="wood", pilaster=pil)
    ts.add("ring", ring(), "carpet")
    y, x = grid(64, 64)
    ts.add("sawdust", Sketch(64, 64).put(True, "tentB", 0.36 + (noise(64, 64, 24, 24, 5, 2) - 0.5) * 0.3, 0.5), "grass")
    st = Sketch(64, 64).put(True, "tentA", 0.42, 0.3).put(((x + y) // 16) % 2 == 0, "tentB", 0.55, 0.3)
    ts.add("canvas_floor", st, "carpet")
    # stage edge: front of the raised stage (lip with footlight trough), left, middle, right
    s = Sketch(64, 96, wall=True)
    y, x = grid(64, 96)
    s.put(True, "wood", np.select([y < 2, y < 6, y < 8], [0.8, 0.55, 0.15], 0.36))
    p = (x % 32 >= 3) & (x % 32 < 29) & (y >= 14) & (y < 56)
    s.put(p, "velvet", 0.40).put(p & ((x % 32 == 3) | (y == 14)), "velvet", 0.1).put(
        p & ((x % 32 == 28) | (y == 55)), "brass", 0.6
    )
    s.put((y >= 8) & (y < 11), "brass", 0.65).put(y == 63, "dark", 0)
    ts.add("stage_front", s, "wall", FULL)
    # beams to walk on, over a drop
    y, x = grid(32, 96)
    s = Sketch(32, 96).put(True, "dark", 0.1)
    b = (y >= 6) & (y < 24)
    s.put(
        b, "wood", np.select([y == 6, y < 9, y >= 21], [0.15, 0.75, 0.2], 0.5) + (noise(32, 96, 20, 3, 8) - 0.5) * 0.2
    )
    s.put((y >= 24) & (y < 29), "dwood", 0.18)
    ids = ts.add("beam_h", s, "wood")
    for i in ids.ravel():
        ts.tiles[int(i)].solid = [(0, 0, 32, 4), (0, 26, 32, 6)]
    y, x = grid(96, 32)
    s = Sketch(96, 32).put(True, "dark", 0.1)
    b = (x >= 6) & (x < 26)
    s.put(
        b, "wood", np.select([x == 6, x < 9, x >= 24], [0.15, 0.72, 0.2], 0.5) + (noise(96, 32, 3, 20, 8) - 0.5) * 0.2
    )
    ids = ts.add("beam_v", s, "wood")
    for i in ids.ravel():
        ts.tiles[int(i)].solid = [(0, 0, 4, 32), (28, 0, 4, 32)]
    y, x = grid(32, 32)
    s = Sketch(32, 32).put(True, "wood", 0.46 + (noise(32, 32, 6, 6, 8) - 0.5) * 0.2)
    e = np.minimum(np.minimum(x, 31 - x), np.minimum(y, 31 - y))
    ts.add(
        "beam_x",
        s.put(e == 0, "wood", 0.1)
        .put(e == 1, "wood", 0.72)
        .put((np.hypot(np.abs(x - 15.5) - 10, np.abs(y - 15.5) - 10) < 1.8), "iron", 0.8),
        "wood",
    )
    s = Sketch(64, 64).put(True, "dwood", 0.25)
    y, x = grid(64, 64)
    e = np.minimum(np.minimum(x, 63 - x), np.minimum(y, 63 - y))
    s = planks("dwood", 64, 64, 5)
    s.put(e == 0, "dark", 0).put((e == 1) | (e == 2), "iron", 0.6).put((np.abs(x - 31.5) < 1), "dark", 0)
    for k in (-1, 1):
        s.put(
            (np.abs(x - 31.5 - k * 8) < 3)
            & (np.abs(y - 31.5) < 5)
            & ~((np.abs(x - 31.5 - k * 8) < 2) & (np.abs(y - 31.5) < 4)),
            "iron",
            0.9,
        )
    ts.add("trapdoor", s, "wood")
    ts.add(
        "trapdoor_open",
        Sketch(64, 64).put(True, "dark", 0.06 + 0.1 * (y < 10)).put(e < 3, "iron", 0.5 - 0.2 * (e == 0)),
        "void",
        FULL,
    )
    mark = Sketch(32, 32)
    y, x = grid(32, 32)
    ts.add(
        "mark_x",
        mark.put((np.abs(np.abs(x - 15.5) - np.abs(y - 15.5)) < 2.2) & (np.abs(x - 15.5) < 10), "tape", 0.8),
        "wood",
    )
    # gym mat, nine-slice
    y, x = grid(96, 96)
    e = np.minimum(np.minimum(x - 2, 93 - x), np.minimum(y - 2, 93 - y))
    s = (
        Sketch(96, 96)
        .put(True, "blue", 0.5, 0.2)
        .put((x % 32 == 0), "blue", 0.3)
        .put(e < 4, "blue", 0.65)
        .put(e == 0, "blue", 0.1)
        .put(e == 4, "blue", 0.3)
    )
    ts.add("mat", s.clear(e < 0), "carpet")
    add_shades(ts)
    return ts
