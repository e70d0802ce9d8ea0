"""Tileset 'between': passage, web, void, mirror room, dream sky. The same pixels in both worlds' palettes where it
fits.
"""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np

from tools.make_art.core.field import Array, Sketch, bayer, grid, noise
from tools.make_art.places.terrain import add_terrain
from tools.make_art.places.tileset import FULL, Tileset
from tools.make_art.places.walls import add_face, add_mass


def cloth_floor(t: float = 0.0) -> Sketch:
    """Passage floor: soft ribs across the way, stitched seams."""
    y, x = grid(64, 64)
    f = ((y + 2 * np.sin(x * 2 * math.pi / 64)) % 32) / 32
    s = Sketch(64, 64).put(
        True, "portal", 0.22 + 0.26 * np.sin(f * math.pi) ** 0.8 + 0.04 * np.sin(x * 2 * math.pi / 16 + y / 5), 0.6
    )
    s.put(f < 0.06, "portal", 0.04)
    st = (f > 0.10) & (f < 0.16) & (x % 8 < 5)
    s.put(st, "portal", 0.70)
    s.glow = np.where(st, 0.45 + 0.3 * math.sin(2 * math.pi * t), 0.06 * np.sin(f * math.pi))
    return s


def face_passage(h: int, w: int) -> Sketch:
    y, x = grid(h, w)
    f = ((y + 3 * np.sin(x * 2 * math.pi / 32)) % 36) / 36
    s = Sketch(h, w, wall=True).put(
        True, "portal", 0.14 + 0.34 * np.sin(f * math.pi) ** 0.8 + 0.05 * np.sin(x * 2 * math.pi / 8), 0.6
    )
    st = (f > 0.09) & (f < 0.14) & (x % 8 < 5)
    s.put(f < 0.06, "portal", 0.03).put(st, "portal", 0.75)
    s.glow = np.where(st, 0.5, 0.10)
    s.height = np.sin(f * math.pi) * 2
    return s


RIBS = (0, 58, 138, 196, 250, 334, 390, 452, 512)
"""px of the passage's ribs; eight chambers of different depth repeat."""


def _skin(h: int, w: int, cells: int, seed: int) -> tuple[Array, Array, Array, Array]:
    """The inside of the passage, rings seen from the side: (tone, swelling 0..1, px from the next rib, bright dashes).

    Ribs stand upright and wave with a period of one tile, so that walls and floors of any height meet.
    """
    y, x = grid(h, w)
    u = (x + 3.2 * np.sin(y * 2 * math.pi / 32) + 1.6 * np.sin(y * 2 * math.pi / 16 + 1)) % w
    edges = np.array(RIBS, float)
    chamber = np.clip(np.searchsorted(edges, u, "right") - 1, 0, len(RIBS) - 2)
    wide = (edges[1:] - edges[:-1])[chamber]
    r = (u - edges[chamber]) / wide
    rng = np.random.default_rng(seed)
    lit, off = rng.uniform(-0.25, 1.0, (len(RIBS) - 1, cells)), rng.random(len(RIBS) - 1)
    v = y / h * cells + off[chamber] + 0.20 * np.sin(r * np.pi)
    cell, k = v % 1, np.floor(v).astype(int) % cells
    glow = np.clip(lit[chamber, k], 0, 1)
    swell = np.clip(1 - np.hypot((cell - 0.5) / 0.54, (r - 0.5) / 0.47), 0, 1) ** 0.8
    tone = 0.13 + 0.10 * np.sin(r * np.pi) + 0.46 * glow * swell
    tone += 0.08 * (noise(h, w, 16, 64, seed + 5, 2) - 0.5)
    seam = np.abs(cell - 0.5) * h / cells
    tone = np.where(h / cells / 2 - seam < 1.2, 0.03, np.where(h / cells / 2 - seam < 2.4, tone + 0.05, tone))
    rib = np.minimum(r, 1 - r) * wide
    tone = np.where(rib < 3.0, 0.0, np.where(rib < 4.6, tone * 0.55, tone))
    dash = (r * wide > 4.4) & (r * wide < 6.0) & (np.sin(y * 0.55 + chamber * 2.1) > -0.25)
    return tone, swell * glow, rib, dash


def tube_floor() -> Sketch:
    """512 x 128: a soft floor between the ribs, woven, without one footprint."""
    s = Sketch(128, 512)
    tone, swell, rib, dash = _skin(128, 512, 2, 61)
    y, x = grid(128, 512)
    weave = np.where((x + np.where(y % 8 < 4, y, -y)) % 4 == 0, 0.05, 0.0) * (rib > 5)
    s.put(True, "portal", 0.07 + tone * 0.80 + weave, 0.8).put(dash, "portal", 0.62)
    s.put(swell > 0.78, "purple", 0.55 + 0.5 * (swell - 0.7), 0.8)
    s.glow = np.where(dash, 0.34, 0.03 + 0.22 * swell)
    s.height = 5 * np.clip(rib / 14, 0, 1) ** 0.6
    return s


def tube_face() -> Sketch:
    """512 x 128: the far side of the passage, swollen cells lit from behind; the uppermost tile leans into the dark."""
    s = Sketch(128, 512, wall=True)
    tone, swell, rib, dash = _skin(128, 512, 3, 23)
    y, _ = grid(128, 512)
    up = np.clip((y - 14) / 70, 0, 1)
    crease = np.clip((y - 116) / 12, 0, 1)
    s.put(True, "portal", tone * (0.30 + 0.78 * up) + 0.05 * up - 0.16 * crease, 0.7)
    s.put((swell > 0.62) & (y > 30), "purple", (0.44 + 0.7 * (swell - 0.55)) * up, 0.8)
    s.put(dash & (y > 22), "portal", 0.42 + 0.46 * up)
    s.glow = np.where(dash, 0.20 + 0.34 * up, (0.03 + 0.48 * swell) * up)
    s.height = 7 * np.clip(rib / 18, 0, 1) ** 0.6
    return s


def tube_rim() -> Sketch:
    """512 x 128: what lies beyond the edge: the same skin, solid."""
    s = tube_floor()
    s.glow *= 0.6
    return s


def tube_dark(v: int) -> Sketch:
    """Full dark round the passage."""
    s = Sketch(32, 32).put(True, "dark", 0.16 + 0.05 * (noise(32, 32, 4, 4, 3, 2) - 0.5), 0.4)
    rng = np.random.default_rng(v + 9)
    if v % 4 == 1:
        s.tone[rng.integers(4, 28), rng.integers(4, 28)] = 0.7
    return s


def tube_lip(s: Sketch, f: Array) -> None:
    """The near fold of the passage: bands of skin, one behind the other, the innermost with a lit seam; before it, shade."""
    y, x = grid(32, 32)
    for low, high, tone in (
        (0.0, 0.04, 0.0),
        (0.04, 0.16, 0.36),
        (0.16, 0.20, 0.0),
        (0.20, 0.31, 0.20),
        (0.31, 0.35, 0.0),
        (0.35, 0.42, 0.10),
    ):
        s.put((f > low) & (f <= high), "portal", tone + 0.07 * np.sin(x * 0.6 + y * 0.3) * (tone > 0.05), 0.7)
    seam = (f > 0.05) & (f < 0.085) & ((x + y) % 11 < 7)
    s.put(seam, "portal", 0.84)
    s.glow[seam] = 0.6
    shade = np.floor(np.clip((f + 0.46) / 0.46, 0, 1) ** 1.6 * 7 + bayer(32, 32) * 0.9) / 7
    out = (f <= 0) & (shade > 0.05)
    s.put(out, "dark", 0.0)
    s.alpha[out] = 0.78 * shade[out]
    s.clear((f <= 0) & ~out)


tube_lip.cuts = True  # type: ignore[attr-defined]


def face_mirror(h: int, w: int) -> Sketch:
    """Behind the mirror: near darkness, cold veins."""
    y, _x = grid(h, w)
    v = np.abs(noise(h, w, 6, 4, 8, 3) - 0.5)
    s = Sketch(h, w, wall=True).put(True, "dark", 0.34 + (noise(h, w, 3, 3, 4, 2) - 0.5) * 0.3 - 0.2 * (y / h), 0.6)
    return s.put(v < 0.012, "dark", 0.85)


def face_web(h: int, w: int) -> Sketch:
    s = Sketch(h, w, wall=True)
    y, x = grid(h, w)
    s.put(True, "dark", 0.30 - 0.2 * y / h, 0.5)
    for k in range(4):
        c = (x * 1.0 + y * (0.5 + 0.25 * k) + 23 * k) % 32
        s.put(np.abs(c - 16) < 0.6, "web", 0.32)
    sag = (y + 6 * np.cos(x * 2 * math.pi / 32)) % 22
    return s.put(sag < 1, "web", 0.45)


def web_tile(v: int) -> Sketch:
    """Web terrain: strands on darkness, matching at the borders."""
    s = Sketch(32, 32)
    y, x = grid(32, 32)
    s.put(True, "dark", 0.18 + (noise(32, 32, 4, 4, 3, 2) - 0.5) * 0.2, 0.5)
    for a, b in ((1, 1), (1, -1), (2, 1), (1, -2)):
        c = (a * x + b * y + 7 * a) % 32
        s.put(c < 1, "web", 0.34 + 0.1 * (v % 2))
    d = np.hypot(x - 15.5, (y - 15.5) * 1.3)
    s.put((np.abs(d - 7) < 0.5) | (np.abs(d - 12) < 0.5), "web", 0.5)
    rng = np.random.default_rng(v)
    for _ in range(2):
        px, py = rng.integers(5, 27, 2)
        s.mat[py, px] = s.mat[py, px]
        s.tone[py, px] = 1
    s.height = (s.tone > 0.3) * 1.0
    return s


def web_edge(s: Sketch, f: Array) -> None:
    s.put((f > 0) & (f < 0.06), "web", 0.55)


def overlay_web(corner: int) -> Sketch:
    """Cobweb decal in a corner (0 tl, 1 tr, 2 br, 3 bl)."""
    s = Sketch(32, 32)
    y, x = grid(32, 32)
    X, Y = (x, y) if corner == 0 else (31 - x, y) if corner == 1 else (31 - x, 31 - y) if corner == 2 else (x, 31 - y)
    r, a = np.hypot(X, Y), np.arctan2(Y, X + 0.01)
    for k in range(5):
        s.put((np.abs(a - (k + 0.5) * math.pi / 10) * r < 0.6) & (r < 30), "web", 0.45)
    q = (a / (math.pi / 10) + 0.5) % 1
    for R in (9, 16, 23, 28):
        s.put(np.abs(r - (R - 3 * np.sin(q * math.pi))) < 0.6, "web", 0.6)
    s.alpha[s.mat >= 0] = 0.8
    return s


def slab_edge(s: Sketch, f: Array) -> None:
    """Solid ground breaking off into the void: bright frontier line."""
    s.put((f > 0) & (f < 0.06), "web", 1.0)
    s.glow[(f > 0) & (f < 0.06)] = 0.5


def void_tile(v: int) -> Sketch:
    s = Sketch(32, 32)
    return s.put(True, "web", 0.62 + (noise(32, 32, 4, 3, 5, 2) - 0.5) * 0.16, 0.5)


def void_edge(s: Sketch, f: Array) -> None:
    s.put((f > 0) & (f < 0.05), "web", 1.0)
    _y, _ = grid(32, 32)
    south = (f > 0.05) & (f < 0.30) & (np.roll(f, 6, 0) <= f - 0.05)
    s.put(south & (f < 0.14), "purple", 0.38).put(south & (f >= 0.14) & (f < 0.22), "purple", 0.24).put(
        south & (f >= 0.22), "purple", 0.14
    )


def cloud_tile(v: int) -> Sketch:
    """Night cloud, dense enough for slippers: violet swells lit by a moon, silver grass on some; in some a star is caught."""
    s = Sketch(32, 32)
    y, x = grid(32, 32)
    inside = np.sin(np.pi * (x + 0.5) / 32) * np.sin(np.pi * (y + 0.5) / 32)
    swell = noise(32, 32, 2, 2, 71, 2) * (1 - inside) + noise(32, 32, 3, 3, 72 + v, 2) * inside
    soft = swell + 0.05 * (bayer(32, 32) - 0.5)
    s.put(True, "portal", 0.66)
    s.put(soft > 0.49, "portal", 0.86).put(soft > 0.68, "portal", 0.99)
    rng = np.random.default_rng(v + 90)
    for _ in range((2, 4, 3, 5)[v]):  # a few blades
        bx, by = (int(q) for q in rng.integers(5, 27, 2))
        for dx, long in ((-2, 2), (0, 4), (2, 3)):
            for k in range(long):
                s.put((x == bx + dx + (dx // 2 if k > 1 else 0)) & (y == by - k), "purple", 0.55 + 0.09 * k)
    for k in range(v):
        px, py = (int(q) for q in rng.integers(6, 26, 2))
        for ox, oy in ((0, 0), (-1, 0), (1, 0), (0, -1), (0, 1)) if k == 0 else ((0, 0),):
            tone = 0.72 if ox or oy else 1.0
            s.put((x == px + ox) & (y == py + oy), "web", tone)
            s.glow[py + oy, px + ox] = 0.9 * tone
    s.height = 3 * s.tone
    return s


def cloud_edge(s: Sketch, f: Array) -> None:
    """A moonlit rim above, and below it the cloud comes apart in soft drops."""
    _, x = grid(32, 32)
    gy, gx = np.gradient(f)
    south = np.clip(-gy / np.maximum(np.hypot(gx, gy), 1e-4), -1, 1)
    t = x * 2 * math.pi / 32
    drip = 0.5 + 0.5 * np.sin(3 * t + 0.6) * (0.7 + 0.3 * np.sin(2 * t + 1)) + 0.12 * np.sin(7 * t)
    hang = (0.07 + 0.27 * np.clip(drip, 0, 1)) * np.clip(south, 0, 1)
    under = (f <= 0) & (-hang < f)
    low = np.clip(-f / np.maximum(hang, 1e-3), 0, 1)
    s.put(under, "portal", 0.62 - 0.30 * low, 0.6)
    s.put(under & (low > 0.72) & (drip < 0.75), "portal", 0.26)
    rim_ = (f > 0) & (f < 0.06)
    s.put((f >= 0.06) & (f < 0.19) & (south < 0.2), "portal", 0.99)
    s.put((f >= 0.06) & (f < 0.12) & (south < 0.1), "purple", 0.66)
    s.put((f >= 0) & (f < 0.20) & (south >= 0.2), "portal", 0.54)
    s.put(rim_ & (south < 0.3), "glass", np.clip(0.66 - 0.26 * south, 0.45, 0.95))
    s.put(rim_ & (south >= 0.3), "purple", 0.42)
    s.glow[rim_ & (south < 0)] = 0.28
    s.clear((f <= 0) & ~under)
    s.glow[f <= 0] = 0


cloud_edge.cuts = True  # type: ignore[attr-defined]


def build(lock: Path) -> Tileset:
    ts = Tileset("between", lock)
    fr = [ts.add("cloth" if k == 0 else f"cloth_frame_{k + 1}", cloth_floor(k / 3), "web") for k in range(3)]
    ts.animate(fr[0], [*fr, fr[1]], 220)
    add_mass(ts, "mass_passage", "portal")
    add_mass(ts, "mass_mirror", "dark")
    for n, fn in (("passage", face_passage), ("mirror", face_mirror), ("web", face_web)):
        add_face(ts, "face_" + n, fn, post="dark", cap="portal" if n == "passage" else "dark", pilaster=False)
    y, x = grid(64, 64)
    d = np.hypot(x - 31.5, y - 31.5)
    mir = Sketch(64, 64).put(True, "dark", 0.26 + (noise(64, 64, 4, 4, 7, 2) - 0.5) * 0.16, 0.5)
    ts.add("mirror_floor", mir, "stone")
    frames = []
    for k in range(4):
        s = mir.copy()
        for r in (6, 14, 22):
            q = np.abs(d - (r + 2 * k))
            s.put(q < 0.9, "dark", 0.86 - (r + 2 * k) * 0.018)
            s.glow[q < 0.9] = 0.35
        frames.append(ts.add(f"ripple_{k + 1}", s, "stone"))
    ts.animate(frames[0], frames, 170)
    add_terrain(ts, "web", web_tile, "#868c9a", "web", web_edge, variants=4, seed=4)
    add_terrain(ts, "void", void_tile, "#dcd6d0", "void", void_edge, variants=3, seed=9, wobble=0.5, solid_full=True)
    for c in range(4):
        ts.add(f"cobweb_{c}", overlay_web(c))
    s = Sketch(64, 64).put(True, "portal", 0.15, 0.8)
    rng = np.random.default_rng(3)
    for _ in range(34):
        px, py = rng.integers(1, 63, 2)
        s.mat[py, px] = s.mat[py, px]
        s.tone[py, px] = rng.uniform(0.5, 1)
        s.glow[py, px] = 0.8
    ts.add("sky", s, "void")
    y, x = grid(32, 96)
    e = np.abs(y - 15.5)
    st = (
        Sketch(32, 96)
        .put(e < 12, "blue", 0.6 + 0.3 * np.cos(e / 12 * 1.5) - 0.3 * (e > 10), 0.9)
        .put((e < 13) & (e >= 12), "blue", 0.95)
    )
    st.glow[e < 13] = 0.5
    ts.add("star_path", st, "stone")
    ts.add("tube", tube_floor(), "soft")
    ts.add("face_tube", tube_face(), "wall", FULL)
    ts.add("tube_rim", tube_rim(), "wall", FULL)
    add_terrain(ts, "tube_dark", tube_dark, "#1a1440", "void", tube_lip, variants=4, seed=6, wobble=0.42)
    add_terrain(ts, "cloud", cloud_tile, "#503c90", "soft", cloud_edge, variants=4, seed=4, wobble=0.34)
    return ts
