"""Tileset 'between': passage, web, void, mirror room, dream sky. The same pixels in both worlds' palettes where it fits."""
from __future__ import annotations

from pathlib import Path

import math
import numpy as np

from tools.make_art.core.field import Array, Sketch, grid, noise
from tools.make_art.places.terrain import add_terrain
from tools.make_art.places.tileset import FULL, Tileset
from tools.make_art.places.walls import add_face, add_mass


def cloth_floor(t: float = 0.0) -> Sketch:
    """Passage floor: soft ribs across the way, stitched seams."""
    y, x = grid(64, 64)
    f = ((y + 2 * np.sin(x * 2 * math.pi / 64)) % 32) / 32
    s = Sketch(64, 64).put(True, "portal", .22 + .26 * np.sin(f * math.pi) ** .8 + .04 * np.sin(x * 2 * math.pi / 16 + y / 5), .6)
    s.put(f < .06, "portal", .04)
    st = (f > .10) & (f < .16) & (x % 8 < 5)
    s.put(st, "portal", .70)
    s.glow = np.where(st, .45 + .3 * math.sin(2 * math.pi * t), .06 * np.sin(f * math.pi))
    return s


def face_passage(h: int, w: int) -> Sketch:
    y, x = grid(h, w)
    f = ((y + 3 * np.sin(x * 2 * math.pi / 32)) % 36) / 36
    s = Sketch(h, w, wall=True).put(True, "portal", .14 + .34 * np.sin(f * math.pi) ** .8 + .05 * np.sin(x * 2 * math.pi / 8), .6)
    st = (f > .09) & (f < .14) & (x % 8 < 5)
    s.put(f < .06, "portal", .03).put(st, "portal", .75)
    s.glow = np.where(st, .5, .10)
    s.height = np.sin(f * math.pi) * 2
    return s


def face_mirror(h: int, w: int) -> Sketch:
    """Behind the mirror: near darkness, cold veins."""
    y, x = grid(h, w)
    v = np.abs(noise(h, w, 6, 4, 8, 3) - .5)
    s = Sketch(h, w, wall=True).put(True, "dark", .34 + (noise(h, w, 3, 3, 4, 2) - .5) * .3 - .2 * (y / h), .6)
    return s.put(v < .012, "dark", .85)


def face_web(h: int, w: int) -> Sketch:
    s = Sketch(h, w, wall=True)
    y, x = grid(h, w)
    s.put(True, "dark", .30 - .2 * y / h, .5)
    for k in range(4):
        c = (x * 1.0 + y * (.5 + .25 * k) + 23 * k) % 32
        s.put(np.abs(c - 16) < .6, "web", .32)
    sag = (y + 6 * np.cos(x * 2 * math.pi / 32)) % 22
    return s.put(sag < 1, "web", .45)


def web_tile(v: int) -> Sketch:
    """Web terrain: strands on darkness, matching at the borders."""
    s = Sketch(32, 32)
    y, x = grid(32, 32)
    s.put(True, "dark", .18 + (noise(32, 32, 4, 4, 3, 2) - .5) * .2, .5)
    for a, b in ((1, 1), (1, -1), (2, 1), (1, -2)):
        c = (a * x + b * y + 7 * a) % 32
        s.put(c < 1, "web", .34 + .1 * (v % 2))
    d = np.hypot(x - 15.5, (y - 15.5) * 1.3)
    s.put((np.abs(d - 7) < .5) | (np.abs(d - 12) < .5), "web", .5)
    rng = np.random.default_rng(v)
    for _ in range(2):
        px, py = rng.integers(5, 27, 2)
        s.mat[py, px] = s.mat[py, px]; s.tone[py, px] = 1
    s.height = (s.tone > .3) * 1.0
    return s


def web_edge(s: Sketch, f: Array) -> None:
    s.put((f > 0) & (f < .06), "web", .55)


def overlay_web(corner: int) -> Sketch:
    """Cobweb decal in a corner (0 tl, 1 tr, 2 br, 3 bl)."""
    s = Sketch(32, 32)
    y, x = grid(32, 32)
    X, Y = (x, y) if corner == 0 else (31 - x, y) if corner == 1 else (31 - x, 31 - y) if corner == 2 else (x, 31 - y)
    r, a = np.hypot(X, Y), np.arctan2(Y, X + .01)
    for k in range(5):
        s.put((np.abs(a - (k + .5) * math.pi / 10) * r < .6) & (r < 30), "web", .45)
    q = (a / (math.pi / 10) + .5) % 1
    for R in (9, 16, 23, 28):
        s.put(np.abs(r - (R - 3 * np.sin(q * math.pi))) < .6, "web", .6)
    s.alpha[s.mat >= 0] = .8
    return s


def slab_edge(s: Sketch, f: Array) -> None:
    """Solid ground breaking off into the void: bright frontier line."""
    s.put((f > 0) & (f < .06), "web", 1.0)
    s.glow[(f > 0) & (f < .06)] = .5


def void_tile(v: int) -> Sketch:
    s = Sketch(32, 32)
    return s.put(True, "web", .62 + (noise(32, 32, 4, 3, 5, 2) - .5) * .16, .5)


def void_edge(s: Sketch, f: Array) -> None:
    s.put((f > 0) & (f < .05), "web", 1.0)
    y, _ = grid(32, 32)
    south = (f > .05) & (f < .30) & (np.roll(f, 6, 0) <= f - .05)
    s.put(south & (f < .14), "purple", .38).put(south & (f >= .14) & (f < .22), "purple", .24).put(south & (f >= .22), "purple", .14)


def build(lock: Path) -> Tileset:
    ts = Tileset("between", lock)
    fr = [ts.add("cloth" if k == 0 else f"cloth_frame_{k + 1}", cloth_floor(k / 3), "web") for k in range(3)]
    ts.animate(fr[0], fr + [fr[1]], 220)
    add_mass(ts, "mass_passage", "portal")
    add_mass(ts, "mass_mirror", "dark")
    for n, fn in (("passage", face_passage), ("mirror", face_mirror), ("web", face_web)):
        add_face(ts, "face_" + n, fn, post="dark", cap="portal" if n == "passage" else "dark", pilaster=False)
    y, x = grid(64, 64)
    d = np.hypot(x - 31.5, y - 31.5)
    mir = Sketch(64, 64).put(True, "dark", .26 + (noise(64, 64, 4, 4, 7, 2) - .5) * .16, .5)
    ts.add("mirror_floor", mir, "stone")
    frames = []
    for k in range(4):
        s = mir.copy()
        for r in (6, 14, 22):
            q = np.abs(d - (r + 2 * k))
            s.put(q < .9, "dark", .86 - (r + 2 * k) * .018)
            s.glow[q < .9] = .35
        frames.append(ts.add(f"ripple_{k + 1}", s, "stone"))
    ts.animate(frames[0], frames, 170)
    add_terrain(ts, "web", web_tile, "#868c9a", "web", web_edge, variants=4, seed=4)
    add_terrain(ts, "void", void_tile, "#dcd6d0", "void", void_edge, variants=3, seed=9, wobble=.5, solid_full=True)
    for c in range(4):
        ts.add(f"cobweb_{c}", overlay_web(c))
    s = Sketch(64, 64).put(True, "portal", .15, .8)
    rng = np.random.default_rng(3)
    for _ in range(34):
        px, py = rng.integers(1, 63, 2)
        s.mat[py, px] = s.mat[py, px]; s.tone[py, px] = rng.uniform(.5, 1); s.glow[py, px] = .8
    ts.add("sky", s, "void")
    s2 = Sketch(32, 96).put(True, "portal", .1)
    y, x = grid(32, 96)
    e = np.abs(y - 15.5)
    st = Sketch(32, 96).put(e < 12, "blue", .6 + .3 * np.cos(e / 12 * 1.5) - .3 * (e > 10), .9).put((e < 13) & (e >= 12), "blue", .95)
    st.glow[e < 13] = .5
    ts.add("star_path", st, "stone")
    return ts
