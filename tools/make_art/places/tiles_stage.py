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


def joists() -> Sketch:
    """Open joists of an attic over lath and plaster, 64 px: nothing to set a foot on."""
    y, x = grid(64, 64)
    s = Sketch(64, 64)
    lath = y % 5
    s.put(True, "plaster", 0.16 + (noise(64, 64, 12, 8, 41) - 0.5) * 0.18)
    s.put(lath < 3, "dwood", np.select([lath == 0], [0.34], 0.24) + (noise(64, 64, 13, 4, 42) - 0.5) * 0.16)
    s.put(lath == 4, "dark", 0.25)
    j = x % 32
    s.add((j > 19) & (j < 27), -0.12)  # the shade of the joist to the left
    s.put(
        (j >= 10) & (j < 20),
        "wood",
        np.select([j == 10, j == 11, j >= 18], [0.1, 0.5, 0.16], 0.32) + (noise(64, 64, 5, 32, 43) - 0.5) * 0.2,
    )
    s.put((j == 15) & (y % 32 == 12), "iron", 0.7)
    return s


def beams() -> Sketch:
    """Scrubbed beams over the joists: sixteen tiles, number = 1 north + 2 east + 4 south + 8 west."""
    sheet = joists().tile(2, 2)
    y, x = grid(32, 32)
    for mask in range(16):
        n, e, so, w = (bool(mask >> k & 1) for k in range(4))
        up_down = (x >= 5) & (x < 27) & ((y >= 4) | n) & ((y < 25) | so)
        across = (y >= 4) & (y < 25) & ((x >= 5) | w) & ((x < 27) | e)
        top = up_down | across
        s = sheet.cut((mask // 4) * 32, (mask % 4) * 32)
        low = np.zeros_like(top)
        for d in range(1, 6):
            low[d:] |= top[:-d]
        below = low & ~top
        for d in range(6, 10):
            low[d:] |= top[:-d]
        s.add(low & ~top & ~below, -0.22)
        s.put(below, "dwood", np.where(y % 2 == 0, 0.2, 0.26))
        grain = noise(32, 32, 4, 16, 44) if (n or so) and not (e or w) else noise(32, 32, 16, 4, 45)
        s.put(top, "wood", 0.66 + (grain - 0.5) * 0.24)
        edge = top & ~(np.roll(top, 1, 0) | (y == 0) & top)
        s.put(edge, "wood", 0.9)
        left = top & (x > 0) & ~np.roll(top, 1, 1)
        s.put(left, "wood", 0.84)
        s.put(top & (x < 31) & ~np.roll(top, -1, 1), "wood", 0.3)
        s.put(top & (y < 31) & ~np.roll(top, -1, 0), "wood", 0.4)
        if bin(mask).count("1") != 2 or (n and e) or (e and so) or (so and w) or (w and n):
            for px in (10, 21):
                s.put((np.abs(x - px) < 1) & (np.abs(y - 9) < 1), "iron", 0.6)
                s.put((np.abs(x - px) < 1) & (np.abs(y - 20) < 1), "iron", 0.6)
        sheet.paste(s, (mask // 4) * 32, (mask % 4) * 32)
    return sheet


def plank_rest() -> Sketch:
    """A little platform of boards on the joists, 64 px, to stand still on."""
    s = joists()
    y, x = grid(64, 64)
    board = (x >= 3) & (x < 61) & (y >= 2) & (y < 57)
    row = (y - 2) // 11
    tone = (
        0.58
        + (noise(64, 64, 24, 5, 46) - 0.5) * 0.2
        + np.array([0.04, -0.05, 0.02, -0.02, 0.06, 0])[np.clip(row, 0, 5)]
    )
    s.put(board, "wood", tone).put(board & ((y - 2) % 11 == 0), "wood", 0.84).put(
        board & ((y - 2) % 11 == 10), "wood", 0.14
    )
    s.put(board & ((x == 3) | (x == 4)), "wood", 0.8).put(board & (x == 60), "wood", 0.2)
    s.put((x >= 3) & (x < 61) & (y >= 57) & (y < 62), "dwood", 0.2)
    for px in (8, 55):
        s.put(board & (np.abs(x - px) < 1) & ((y - 2) % 11 == 5), "iron", 0.7)
    return s


def stage_lip() -> Sketch:
    """The edge of a stage that stands one tile high: nosing, gilt rail, panels; left end, middle, right end."""
    y, x = grid(32, 96)
    s = Sketch(32, 96, wall=True)
    s.put(True, "wood", np.select([y == 0, y < 4, y < 6], [0.95, 0.68, 0.2], 0.3))
    s.put((y >= 6) & (y < 8), "brass", np.where(y == 6, 0.8, 0.45))
    u = x % 32
    p = (u >= 2) & (u < 30) & (y >= 11) & (y < 28)
    s.put(p, "velvet", 0.42 - 0.1 * ((u + 2) % 4 == 0)).put(p & ((u == 2) | (y == 11)), "velvet", 0.1)
    s.put(p & ((u == 29) | (y == 27)), "brass", 0.55)
    rose = (np.hypot(u - 15.5, y - 19) < 4) & p
    s.put(rose, "brass", 0.7).put((np.hypot(u - 15.5, y - 19) < 1.6) & p, "brass", 0.25)
    s.put(y >= 30, "dark", 0)
    s.put((x < 3) | (x > 92), "brass", np.where(y < 30, 0.5, 0.1))
    return s


def stage_steps() -> Sketch:
    """Three steps down from that stage, two tiles wide, with a red runner."""
    y, x = grid(32, 64)
    s = Sketch(32, 64)
    step = y // 11
    f = y % 11
    s.put(True, "wood", np.select([f == 0, f < 7], [0.9, 0.62], 0.24) - 0.06 * step)
    r = (x >= 9) & (x < 55)
    s.put(r, "carpetA", np.select([f == 0, f < 7], [0.95, 0.7], 0.3) - 0.05 * step)
    s.put(r & ((np.abs(x - 11.5) < 1) | (np.abs(x - 52.5) < 1)), "brass", np.where(f < 7, 0.75, 0.35))
    s.put((x < 2) | (x > 61), "brass", 0.4)
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
    ts.add("joists", joists(), "wood")
    ts.add("beam", beams(), "wood")
    ts.add("plank_rest", plank_rest(), "wood")
    ts.add("stage_lip", stage_lip(), "wall", FULL)
    ts.add("stage_steps", stage_steps(), "wood")
    return ts
