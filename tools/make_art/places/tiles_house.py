"""Tileset 'house': floors, rugs, walls, doorways, stairs of the Pink Palace's flats."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tools.make_art.core.field import Sketch, bayer, grid, noise
from tools.make_art.places.textures import bricks, checks, flags, planks, wainscot, wall_tiles, wallpaper
from tools.make_art.places.tileset import FULL, Tileset
from tools.make_art.places.walls import add_face, add_mass, add_shades


def face_paper(h: int, w: int) -> Sketch:
    s = wallpaper(h, w)
    return s.paste(wainscot(w), h - 34, 0)


def face_stripe(h: int, w: int) -> Sketch:
    """Study and hall: striped paper over the same wainscot."""
    y, x = grid(h, w)
    dim = 0.20 * np.clip(1 - y / 30, 0, 1)
    band = x % 16
    s = Sketch(h, w, wall=True).put(True, "paint", 0.40 - dim, 0.3).put(band < 8, "paint", 0.50 - dim, 0.3)
    s.put((band == 0) | (band == 8), "paint", 0.30 - dim)
    d = np.abs((x % 16) - 3.5) + np.abs(((y + (x // 16 % 2) * 8) % 16) - 8)
    s.put((d < 2.2) & (band < 8), "gold", 0.6 - dim)
    return s.paste(wainscot(w), h - 34, 0)


def face_kitchen(h: int, w: int) -> Sketch:
    """Painted plaster over white tiles with a dark border row."""
    y, x = grid(h, w)
    dim = 0.20 * np.clip(1 - y / 30, 0, 1)
    s = Sketch(h, w, wall=True).put(True, "paint", 0.56 - dim + (noise(h, w, 4, 3, 6, 2) - 0.5) * 0.10, 0.4)
    t = wall_tiles(w, 48)
    s.paste(t, h - 52, 0)
    s.put((y >= h - 56) & (y < h - 52), "green", np.where((x % 8) < 4, 0.55, 0.35))
    s.put((y == h - 57) | (y == h - 52), "green", 0.1)
    return s.put(y >= h - 4, "trimw", np.where(y == h - 4, 0.7, 0.3))


def face_bath(h: int, w: int) -> Sketch:
    y, _ = grid(h, w)
    s = face_kitchen(h, w)
    s.paste(wall_tiles(w, 72), h - 76, 0)
    s.put((y >= h - 80) & (y < h - 76), "blue", 0.5).put(y == h - 81, "blue", 0.1)
    return s.put(y >= h - 4, "china", np.where(y == h - 4, 0.7, 0.3))


def face_room(h: int, w: int) -> Sketch:
    """Bedrooms: plain paper with small stars, low skirting."""
    y, x = grid(h, w)
    dim = 0.20 * np.clip(1 - y / 30, 0, 1)
    s = Sketch(h, w, wall=True).put(True, "blue", 0.46 - dim, 0.35)
    u, v = (x + (y // 16 % 2) * 8) % 16 - 8, y % 16 - 8
    s.put((np.abs(u) + np.abs(v) < 2) | ((u == 0) & (np.abs(v) < 3)) | ((v == 0) & (np.abs(u) < 3)), "blue", 0.72 - dim)
    t = h - y
    s.put(t <= 12, "trimw", np.select([t == 12, t == 11, t == 10, t == 3, t == 1], [0.1, 0.85, 0.6, 0.75, 0.2], 0.5))
    return s


def face_cream(h: int, w: int) -> Sketch:
    """Coraline's bedroom: cream, the colour of a tooth, a raised sprig that one has to look for, a picture rail."""
    y, x = grid(h, w)
    dim = 0.20 * np.clip(1 - y / 30, 0, 1)
    old = (noise(h, w, 3, 3, 15, 2) - 0.5) * 0.12
    s = Sketch(h, w, wall=True).put(True, "yellow", 0.86 - dim + old, 0.3)
    u, v = (x + (y // 16 % 2) * 8) % 16 - 8, y % 16 - 8
    leaf = (
        (np.abs(u) + np.abs(v - 1) < 2) | ((u == 0) & (v >= -3) & (v <= 4)) | ((np.abs(u) == 2) & (np.abs(v - 2) < 1))
    )
    s.add(leaf & (y > 24), -0.14).add(np.roll(leaf, (1, 1), (0, 1)) & ~leaf & (y > 24), 0.08)
    for k, t in enumerate((0.75, 0.55, 0.1)):
        s.put(y == 20 + k, "trimw", t - 0.06)
    t = h - y
    s.put(t <= 12, "trimw", np.select([t == 12, t == 11, t == 10, t == 3, t == 1], [0.1, 0.85, 0.6, 0.75, 0.2], 0.5))
    return s


def face_plaster(h: int, w: int) -> Sketch:
    """Bare plaster, cracks, brick showing through: cellar stairs, Bobinsky's landing."""
    y, _x = grid(h, w)
    n = noise(h, w, 4, 6, 12, 3)
    s = Sketch(h, w, wall=True).put(True, "plaster", 0.52 + (n - 0.5) * 0.3 - 0.20 * np.clip(1 - y / 30, 0, 1), 0.4)
    crack = np.abs(noise(h, w, 5, 6, 40, 2) - 0.5) < 0.012
    s.put(crack, "plaster", 0.12)
    hole = n > 0.70
    b = bricks(128, w, bw=16).cut(0, 0, h, w)
    s.mat = np.where(hole, b.mat, s.mat)
    s.tone = np.where(hole, b.tone, s.tone)
    s.put(hole & ~np.roll(hole, 1, 0), "plaster", 0.1)
    t = h - y
    return s.put(t <= 10, "wood", np.select([t == 10, t == 9, t == 1], [0.05, 0.7, 0.1], 0.42))


def face_brick(h: int, w: int) -> Sketch:
    s = bricks(128, w).cut(0, 0, h, w)
    y, _ = grid(h, w)
    return s.add(True, -0.20 * np.clip(1 - y / 30, 0, 1))


def rug(a: str, b: str, m: str) -> tuple[Sketch, Sketch]:
    """(96x96 nine-slice, 64x128 medallion): trim, lozenge lattice of 16x16, fringe left and right."""

    def field(h: int, w: int) -> Sketch:
        y, x = grid(h, w)
        nz = (bayer(h, w) - 0.5) * 0.10
        s = Sketch(h, w).put(True, a, 0.62)
        u, v = x % 16, y % 16
        d = np.abs(u - 7.5) / 8 + np.abs(v - 7.5) / 8
        s.put(np.abs(d - 1) < 0.07, a, 0.34)
        s.put(d < 0.44, b, 0.60 + nz).put(d < 0.20, m, 0.45)
        s.put((np.abs(u - 7.5) > 6.5) & (np.abs(v - 7.5) > 6.5), b, 0.7)
        return s

    s = field(96, 96)
    y, x = grid(96, 96)
    e = np.minimum(np.minimum(x - 4, 91 - x), np.minimum(y - 2, 92 - y))
    nz = (bayer(96, 96) - 0.5) * 0.10
    s.put((e < 13) & (e >= 0), b, 0.45 + nz).put(e < 3, b, 0.15).put(e == 4, m, 0.75).put((e == 10), m, 0.75).put(
        e == 12, b, 0.1
    )
    run = np.where(np.minimum(y - 2, 92 - y) < np.minimum(x - 4, 91 - x), x, y) % 8
    s.put((e >= 5) & (e < 10) & (np.abs(run - 3.5) + np.abs(e - 7) < 2.7), m, 0.6)
    s.put(e == -1, "dark", 0.0)
    s.clear(e < -1)
    fringe = ((x < 4) | (x > 91)) & (y % 2 == 0) & (y >= 2) & (y <= 92)
    s.put(fringe, m, 0.7)
    s.put((y == 93) & (x >= 5) & (x <= 92), "dark", 0)
    s.alpha[(y == 93)] = 0.45
    md = field(64, 128)
    yy, xx = grid(64, 128)
    X, Y = np.abs(xx - 63.5), np.abs(yy - 31.5)
    th = np.arctan2(Y / 26, X / 52)
    r = np.hypot(X / 52, Y / 26)
    pet = 0.90 + 0.11 * np.cos(8 * th)
    nz = (bayer(64, 128) - 0.5) * 0.10
    for lim, ramp, t in (
        (pet + 0.10, b, 0.22),
        (pet, b, 0.52),
        (pet - 0.12, m, 0.58),
        (pet - 0.20, a, 0.70),
        (0.46 + 0.09 * np.cos(6 * th), b, 0.6),
        (np.full_like(r, 0.24), m, 0.72),
        (np.full_like(r, 0.12), a, 0.6),
    ):
        md.put(r < lim, ramp, t + nz)
    return s, md


def doorway(h: int = 128, w: int = 64) -> Sketch:
    """Open dark doorway with a moulded frame, 40 px wide, cut from the wallpaper wall: rows upper, middle, lower (and
    the cap strip).
    """
    s = Sketch(h, w, wall=True)
    y, x = grid(h, w)
    X = np.abs(x - 31.5)
    top = 44
    frame = (X < 27) & (y >= top - 7)
    s.put(frame, "trimw", np.select([X > 25.5, X > 24, X > 21.5], [0.15, 0.8, 0.5], 0.25))
    s.put(frame & (y < top), "trimw", np.select([y == top - 7, y == top - 6, y == top - 5], [0.1, 0.85, 0.7], 0.5))
    s.put((X < 20) & (y >= top), "dark", 0.10 + 0.35 * np.clip((y - 92) / 36, 0, 1))
    s.put((X < 20) & (y >= 116), "floor", 0.10 + 0.30 * (y - 116) / 12)
    s.put((X >= 19.5) & (X < 20.6) & (y >= top), "dark", 0)
    s.put((X < 20) & (y == top), "dark", 0)
    return s


def stairs_up(h: int = 128, w: int = 96) -> Sketch:
    """Flight going up, north, between strings; stands in the wall's four rows."""
    s = Sketch(h, w, wall=True)
    y, x = grid(h, w)
    k = (h - 1 - y) // 9
    f = (h - 1 - y) % 9
    base = 0.64 - k * 0.030
    s.put(True, "floor", np.select([f < 4, f == 4, f == 8], [base - 0.26, base - 0.36, base + 0.14], base), 0.2)
    mid = np.abs(x - 47.5) < 26
    s.put(mid & (f >= 4), "runA", base + 0.02 - 0.2 * (f == 4)).put(mid & (f < 4), "runA", base - 0.22)
    s.put((np.abs(np.abs(x - 47.5) - 24) < 1), "carpetM", base - 0.05 * (f < 4))
    for side in (x, w - 1 - x):
        s.put(side < 8, "wood", np.select([side == 0, side == 1, side < 5, side == 6], [0.0, 0.75, 0.55, 0.3], 0.12))
    s.add(True, -0.28 * np.clip(1 - (y - 20) / 60, 0, 1))
    for k, t in enumerate((0.2, 0.62, 0.4, 0.2, 0, 0)):
        s.put(y == 14 + k, "wood", t)
    return s.clear(y < 14)


def stairs_down(h: int = 96, w: int = 64) -> Sketch:
    """A stairwell going down, south to north darker."""
    s = Sketch(h, w)
    y, x = grid(h, w)
    f = y % 12
    base = 0.16 + 0.46 * (y / h)
    s.put(True, "floor", np.select([f == 0, f < 8], [base + 0.14, base], base - 0.18), 0.2)
    e = np.minimum(np.minimum(x, w - 1 - x), y)
    s.put(e < 5, "wood", np.select([e == 0, e == 1, e == 4], [0.1, 0.7, 0.0], 0.45))
    return s


def build(lock: Path) -> Tileset:
    ts = Tileset("house", lock)
    ts.add("wood", planks(wear=0.30), "wood")
    ts.add("wood_dark", planks("dwood", seed=12, wear=0.2), "wood")
    ts.add("lino", checks("lino", "lino", 16, ta=0.64, tb=0.46), "stone")
    ts.add("bath", checks("china", "blue", 8, seed=7, ta=0.6, tb=0.5), "stone")
    ts.add("flags", flags(), "stone")
    y, x = grid(64, 64)
    for name, r in (("carpet_red", "carpetA"), ("carpet_blue", "carpetB"), ("carpet_purple", "runA")):
        s = Sketch(64, 64).put(True, r, 0.54 + 0.06 * ((x + y) % 2))
        s.put((np.abs(x % 16 - 8) + np.abs(y % 16 - 8) < 2), r, 0.75)
        ts.add(name, s, "carpet")
    add_mass(ts, "mass")
    for name, fn in (
        ("paper", face_paper),
        ("stripe", face_stripe),
        ("kitchen", face_kitchen),
        ("bathroom", face_bath),
        ("bedroom", face_room),
        ("plaster", face_plaster),
        ("brick", face_brick),
    ):
        add_face(ts, "face_" + name, fn)
    add_face(ts, "face_cream", face_cream)
    for name, mats in (("rug", ("carpetA", "carpetB", "carpetM")), ("runner", ("runA", "runB", "carpetM"))):
        nine, med = rug(*mats)
        ts.add(name, nine, "carpet")
        ts.add(name + "_medallion", med, "carpet")
    ids = ts.add("doorway", doorway(), "wall", FULL)
    for i in ids[3]:
        ts.tiles[int(i)].solid = []
    ids = ts.add("stairs_up", stairs_up(), "wood")
    for r in range(4):
        ts.tiles[int(ids[r, 0])].solid = [(0, 0, 8, 32)]
        ts.tiles[int(ids[r, 2])].solid = [(24, 0, 8, 32)]
    ids = ts.add("stairs_down", stairs_down(), "wood")
    for r in range(3):
        ts.tiles[int(ids[r, 0])].solid = [(0, 0, 5, 32)]
        ts.tiles[int(ids[r, 1])].solid = [(27, 0, 5, 32)]
    y, x = grid(32, 64)
    sill = Sketch(32, 64).put(True, "wood", np.select([y % 32 < 2, y % 32 > 29], [0.65, 0.1], 0.42))
    ts.add("threshold", sill.put((x % 32 == 31) & False, "wood", 0), "wood")
    add_shades(ts)
    y, x = grid(64, 64)  # water stains and torn paper for faded walls: decals for a second wall layer or tile objects
    for k in range(3):
        n = noise(64, 64, 3, 3, 60 + k, 3) - 0.5 * np.hypot((x - 32) / 32, (y - 32) / 32)
        st = Sketch(64, 64, wall=True).shadow(np.where(n > 0.16, 0.16, 0) + np.where((n > 0.16) & (n < 0.19), 0.14, 0))
        ts.add(f"stain_{k + 1}", st)
    return ts
