"""Tileset 'grounds': grass, paths, water, leaves, hedges, fences, the outside of the mansion. Day colours; night
comes from light.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tools.make_art.core.field import Array, Sketch, grid, noise
from tools.make_art.core.ramps import IDS
from tools.make_art.places.terrain import add_terrain, add_transition
from tools.make_art.places.textures import (
    GRASS_TONES,
    leaves,
    meadow,
    planks,
    shingles,
    siding,
    tuft,
    water,
)
from tools.make_art.places.tileset import FULL, Tileset, corner_id


def grass(level: int):
    macro = meadow(GRASS_TONES[level], seed=20 + level, density=(300, 190, 150)[level])
    return lambda v: macro.cut((v // 4 % 4) * 32, (v % 4) * 32)


def grass_blend(lo: Sketch, hi: Sketch, f: Array) -> Sketch:
    """Hard leafy edge: a rim one step darker under the light patch."""
    out = lo.copy()
    out.add((f > -0.10) & (f <= 0), -0.07)
    m = f > 0
    for k in ("mat", "tone"):
        getattr(out, k)[m] = getattr(hi, k)[m]
    return out


def stone_tile(v: int) -> Sketch:
    """Cobbles of one tile: border stones the same in all variants; middle stones, tones and moss differ."""
    rng = np.random.default_rng(11)
    P: list[tuple[float, float]] = []

    def wrap(dx, dy):
        return np.hypot((dx + 16) % 32 - 16, ((dy + 16) % 32 - 16) * 1.35)

    for _ in range(7):  # best-candidate points on the torus
        c = rng.uniform(0, 32, (40, 2))
        P.append(tuple(max(c, key=lambda q: min([wrap(q[0] - a, q[1] - b) for a, b in P] or [0.0]))))
    rv = np.random.default_rng(90 + v)
    pts = np.array(
        [(a + rv.uniform(-3, 3), b + rv.uniform(-2.4, 2.4)) if 10 < a < 22 and 10 < b < 22 else (a, b) for a, b in P]
    )
    tone = rng.random(len(pts)) * 0.5 + rv.uniform(-0.5, 0.5, len(pts))
    y, x = grid(32, 32)
    d0, d1, who = np.full((32, 32), 9e9), np.full((32, 32), 9e9), np.zeros((32, 32), int)
    for k, (a, b) in enumerate(pts):
        q = wrap(x - a, y - b)
        m = q < d0
        d1 = np.where(m, d0, np.minimum(d1, q))
        who = np.where(m, k, who)
        d0 = np.where(m, q, d0)
    e = d1 - d0
    ox, oy = (x - pts[who, 0] + 16) % 32 - 16, (y - pts[who, 1] + 16) % 32 - 16
    t = 0.38 + (tone[who] - 0.2) * 0.16 - ox * 0.020 - oy * 0.034 + (noise(32, 32, 10, 10, 5) - 0.5) * 0.12
    s = Sketch(32, 32).put(True, "stone", np.where(e < 1.8, 0.04, np.where(e < 3.2, t - 0.15, t)))
    moss = noise(32, 32, 5, 5, 9 + v, 2)
    s.put((e < 1.8) & (moss > 0.40), "grass", 0.16)
    s.put((e < 3.4) & (moss > 0.62), "grass", 0.30)
    s.height = np.clip(e / 3, 0, 1)
    return s


def stone_edge(s: Sketch, f: Array) -> None:
    lip = (f > 0) & (f < 0.09)
    s.put(lip, "grass", 0.12)
    s.add((f >= 0.09) & (f < 0.15), -0.14)


def dirt_tile(v: int) -> Sketch:
    """Trodden earth: at its rim all variants are alike, so that any two meet; inside each has patches of its own."""
    y, x = grid(32, 32)
    inner = np.clip(1.5 * np.sin(np.pi * (x + 0.5) / 32) * np.sin(np.pi * (y + 0.5) / 32), 0, 1) ** 0.6
    rim, own = noise(32, 32, 4, 3, 4, 2) - 0.5, noise(32, 32, 3, 3, 400 + v, 3) - 0.5
    tone = 0.50 + rim * 0.16 * (1 - inner) + own * 0.40 * inner
    s = Sketch(32, 32).put(True, "dirt", np.round(tone * 12) / 12)
    rng = np.random.default_rng(v)
    for _ in range((5, 3, 6, 2, 4, 1)[v % 6]):
        x, y = int(rng.integers(4, 27)), int(rng.integers(4, 27))
        s.mat[y, x : x + 2] = IDS["stone"]
        s.tone[y, x : x + 2] = 0.6
        s.tone[y + 1, x : x + 2] = 0.2
    return s


def dirt_edge(s: Sketch, f: Array) -> None:
    s.put((f > 0) & (f < 0.07), "grass", 0.14)
    s.add((f >= 0.07) & (f < 0.16), -0.16)


def leaf_tile(v: int) -> Sketch:
    return leaves(32, 32, 40 + v, 17)


def leaf_edge(s: Sketch, f: Array) -> None:
    s.clear(f + (noise(32, 32, 8, 8, 3) - 0.5) * 0.5 < 0)


leaf_edge.cuts = True  # type: ignore[attr-defined]


def pond_edge(s: Sketch, f: Array) -> None:
    s.put((f > 0) & (f < 0.05), "grass", 0.08).put((f >= 0.05) & (f < 0.12), "dirt", 0.34).put(
        (f >= 0.12) & (f < 0.17), "water", 0.05
    )
    s.add((f >= 0.17) & (f < 0.24), 0.16)


def hem_tile(v: int) -> Sketch:
    """Where a garden has run out: white nothing, lit by itself."""
    s = Sketch(32, 32).put(True, "web", 0.97 + (noise(32, 32, 4, 3, 60 + v, 2) - 0.5) * 0.12, 0.5)
    s.glow[:] = 1.0
    return s


def hem_edge(s: Sketch, f: Array) -> None:
    """The grass, turned under and stitched, before the nothing."""
    y, x = grid(*s.shape)
    fold = (f > 0.05) & (f <= 0.34)
    s.glow[f <= 0.42] = 0
    s.put((f > 0) & (f <= 0.05), "grass", 0.05)
    s.put(fold, "grass", np.clip(0.62 - 0.9 * (f - 0.05), 0.2, 1) + 0.05 * ((x + y) % 3 == 0))
    s.put(fold & (np.abs(f - 0.19) < 0.028) & ((x + 2 * y) % 8 < 5), "china", 0.9)
    s.put((f > 0.34) & (f <= 0.38), "grass", 0.1)
    s.put((f > 0.38) & (f <= 0.44), "web", 0.55)


def bed_tile(v: int) -> Sketch:
    """Dug garden bed: furrows."""
    y, _x = grid(32, 32)
    return Sketch(32, 32).put(
        True,
        "dirt",
        np.select([y % 8 == 0, y % 8 < 3, y % 8 > 5], [0.55, 0.42, 0.12], 0.28) + (noise(32, 32, 8, 8, v) - 0.5) * 0.14,
    )


def hedge(mask_w: bool, mask_e: bool, seed: int) -> Sketch:
    """Clipped hedge, 2 tiles high (top row + front), leaf stamps."""
    rng = np.random.default_rng(seed)
    s = Sketch(64, 32, wall=True)
    y, x = grid(64, 32)
    x0, x1 = (0 if mask_w else 2), (32 if mask_e else 30)
    body = (x >= x0) & (x < x1) & (y >= 8)
    s.put(body, "leaf", np.where(y < 30, 0.46, 0.26))
    stamps = [((1, 1, 0), (0, 1, 1)), ((0, 1, 1), (1, 1, 0)), ((1, 1), (1, 1)), ((0, 1, 0), (1, 1, 1)), ((1, 1, 1),)]
    pts = sorted(((int(rng.integers(0, 32)), int(rng.integers(6, 60))) for _ in range(250)), key=lambda p: rng.random())
    for px, py in pts:
        if not (x0 <= px < x1 - 1):
            continue
        t = (0.62 if py < 26 else 0.50 if py < 32 else 0.36 - 0.004 * (py - 32)) + rng.normal(0, 0.09)
        st = stamps[int(rng.integers(0, 5))]
        for j, row in enumerate(st):
            for i, c in enumerate(row):
                X, Y = px + i, py + j
                if mask_e and X >= 32:
                    X -= 32
                if c and 0 <= Y < 62 and x0 <= X < x1:
                    s.mat[Y, X] = IDS["leaf"]
                    s.tone[Y, X] = np.clip(t - 0.12 * j, 0.1, 0.95)
    s.put(body & (y >= 60) & (y < 62), "leaf", 0.05)
    s.put((y >= 62) & (x >= x0) & (x < x1), "dark", 0)
    s.alpha[62:] = 0.4
    if not mask_w:
        s.put((x == 2) & (y >= 8) & (y < 62), "leaf", 0)
    if not mask_e:
        s.put((x == 29) & (y >= 8) & (y < 62), "leaf", 0)
    return s


def fence() -> Sketch:
    """Picket fence 64x96: left end, middle, right end; two rows."""
    s = Sketch(64, 96, wall=True)
    y, x = grid(64, 96)
    for ry in (30, 44):
        s.put(
            (y >= ry) & (y < ry + 4) & (x >= 4) & (x < 92),
            "wood",
            np.where(y == ry, 0.7, np.where(y == ry + 3, 0.08, 0.45)),
        )
    for k in range(12):
        cx = 4 + k * 8
        px = x - cx
        top = 18 + np.abs(px - 2)
        m = (px >= 0) & (px < 5) & (y >= top) & (y < 57)
        s.put(m, "wood", np.select([px == 0, px == 4], [0.75, 0.2], 0.58) - 0.12 * (y > 50))
        s.put((px >= 0) & (px < 5) & (y == top.astype(int)), "wood", 0.85)
        s.put((px == 5) & (y >= 21) & (y < 57), "wood", 0.0)
        s.put((px >= 0) & (px < 6) & (y >= 57) & (y < 59), "dark", 0)
    return s


def iron_fence() -> Sketch:
    s = Sketch(64, 96, wall=True)
    y, x = grid(64, 96)
    for ry in (24, 50):
        s.put((y >= ry) & (y < ry + 2), "iron", np.where(y == ry, 0.8, 0.3))
    for k in range(12):
        c = x - (3 + k * 8)
        s.put((c >= 0) & (c < 2) & (y >= 12) & (y < 60), "iron", np.where(c == 0, 0.85, 0.35))
        s.put((np.abs(c - 0.5) + np.abs(y - 11) * 0.6 < 2.2), "iron", 0.75)
    return s


def facade() -> dict[str, Sketch]:
    """Outside of the Pink Palace."""
    out: dict[str, Sketch] = {}
    for name, wear in (("siding", 3), ("siding_b", 8), ("siding_c", 14), ("siding_d", 27)):  # four ways to peel
        out[name] = siding(128, 64, wear=wear)
    y, x = grid(32, 128)
    st = Sketch(32, 128, wall=True).put(
        True, "stone", 0.48 + (((x // 32 + y // 16) % 2) - 0.5) * 0.06 + (noise(32, 128, 5, 14, 3, 2) - 0.5) * 0.2
    )
    st.put((y % 16 == 15) | ((x + 16 * (y // 16)) % 32 == 31), "stone", 0.08).put(y == 0, "stone", 0.9).put(
        y % 16 == 0, "stone", 0.7
    )
    out["foundation"] = st
    cs = siding(32, 96, seed=4)
    y, x = grid(96, 32)
    for name, d in (("corner_l", x), ("corner_r", 31 - x)):
        s = cs.copy()
        s.put(d < 7, "trimw", np.select([d == 0, d == 1, d == 6], [0.15, 0.85, 0.15], 0.62))
        out[name] = s
    out["shingles"] = shingles(128, 64)
    s = Sketch(32, 96, wall=True)
    y, x = grid(32, 96)
    s.put(y < 14, "roof", np.where((y // 7) % 2, 0.5, 0.42) - 0.3 * (y % 7 == 6))
    s.put((y >= 14) & (y < 22), "trimw", np.select([y == 14, y == 15, y == 21], [0.1, 0.9, 0.2], 0.6))
    scal = 22 + 5 * np.abs(np.sin((x + 0.5) * np.pi / 16))
    s.put((y >= 22) & (y < scal), "trimw", 0.5).put(np.abs(y - scal) < 1, "trimw", 0.15)
    sd = siding(96, 32, seed=6)
    m = y > scal
    s.mat = np.where(m, sd.mat, s.mat)
    s.tone = np.where(m, sd.tone - 0.22 * np.clip(1 - (y - 22) / 10, 0, 1), s.tone)
    out["eaves"] = s
    p = planks("wood", 64, 128, seed=41, wear=0.2)
    out["porch_floor"] = p
    s = Sketch(64, 96)
    y, x = grid(64, 96)
    f = y % 16
    s.put(
        True,
        "wood",
        np.select([f == 0, f < 10, f == 10], [0.8, 0.56, 0.1], 0.30) + (noise(64, 96, 30, 4, 3) - 0.5) * 0.14,
    )
    s.put((x < 4) | (x > 91), "wood", np.where((x == 0) | (x == 95), 0.1, 0.4))
    out["porch_steps"] = s
    s = Sketch(64, 96, wall=True)
    for ry, hh in ((16, 4), (52, 3)):
        s.put((y >= ry) & (y < ry + hh), "trimw", np.select([y == ry, y == ry + hh - 1], [0.92, 0.15], 0.62))
    for k in range(12):
        c = np.abs(x - (4 + 8 * k))
        rad = 1.2 + 1.3 * np.abs(np.sin((y - 20) * np.pi / 16))
        s.put((c < rad) & (y >= 20) & (y < 52), "trimw", np.where(x < 4 + 8 * k, 0.78, 0.38))
    out["porch_rail"] = s
    s = Sketch(96, 32, wall=True)
    y, x = grid(96, 32)
    c = np.abs(x - 15.5)
    rad = np.where((y < 8) | (y > 86), 8, np.where((y < 12) | (y > 82), 6, 4.5))
    s.put(c < rad, "trimw", np.clip(0.80 - (x - 10) * 0.045, 0.1, 0.95)).put(np.abs(c - rad) < 0.8, "trimw", 0.05)
    out["porch_post"] = s
    return out


def void_edge(v: int) -> Sketch:
    return Sketch(32, 32)


def build(lock: Path) -> Tileset:
    ts = Tileset("grounds", lock)
    add_transition(
        ts,
        "grass",
        [grass(0), grass(1), grass(2)],
        [("shade", "#2b3733"), ("grass", "#3c4a3e"), ("bright", "#6a7858")],
        "grass",
        grass_blend,
        variants=16,
    )
    add_terrain(ts, "cobbles", stone_tile, "#868b8e", "stone", stone_edge, seed=5, variants=6)
    add_terrain(ts, "path", dirt_tile, "#7d7062", "dirt", dirt_edge, seed=8)
    more = Sketch(32, 32 * 8)  # further full tiles of the same terrain: their block came later, so old ids stay
    for v in range(8):
        more.paste(dirt_tile(4 + v), 0, 32 * v)
    for i in ts.add("path_more", more, "dirt").ravel():
        ts.wangs[-1].tiles[int(i)] = corner_id(1, 1, 1, 1)
    add_terrain(ts, "leaf_litter", leaf_tile, "#9c8064", "leaves", leaf_edge, seed=2, variants=4)
    add_terrain(ts, "bed", bed_tile, "#4f463f", "dirt", dirt_edge, seed=11, variants=2, wobble=0.1)
    macro = [water(32, 32, k / 4) for k in range(4)]
    sets = []
    for k in range(4):  # pond: 4 frames of the whole terrain; frame 0 is animated
        ids = add_terrain(
            ts,
            "pond" if k == 0 else f"pond_frame_{k + 1}",
            lambda v, m=macro[k]: m.cut(0, 0),
            "#466074",
            "water",
            pond_edge,
            variants=1,
            seed=7,
            solid_full=True,
            wang=None if k == 0 else type("Unused", (), {"tiles": {}})(),
        )
        sets.append(ids)
    ts.animate(sets[0][None, :29], [q[None, :29] for q in sets], 260)
    rng = np.random.default_rng(7)
    for k in range(8):  # loose tufts and flowers, for below/decor
        s = Sketch(32, 32)
        for _ in range((2, 3, 4, 5, 3, 3, 2, 4)[k]):
            tuft(s, int(rng.integers(7, 25)), int(rng.integers(12, 29)), (0.42, 0.5)[k % 2], rng, big=1)
        if k >= 4:
            for _ in range(4):
                fx, fy = int(rng.integers(5, 27)), int(rng.integers(6, 24))
                r = ("flower", "yellow", "blue", "flower")[k - 4]
                s.mat[fy + 1 : fy + 4, fx] = IDS["grass"]
                s.tone[fy + 1 : fy + 4, fx] = 0.5
                for dx, dy, t in ((0, 0, 0.95), (1, 0, 0.7), (-1, 0, 0.75), (0, -1, 0.85), (0, 1, 0.6)):
                    s.mat[fy + dy, fx + dx] = IDS[r]
                    s.tone[fy + dy, fx + dx] = t
        ts.add(f"tuft_{k + 1}", s, "grass")
    for k, (w, e) in enumerate(((False, True), (True, True), (True, True), (True, False), (False, False))):
        ts.add(("hedge_l", "hedge_m1", "hedge_m2", "hedge_r", "hedge_one")[k], hedge(w, e, 30 + k), "wall", None)
    for n in ("hedge_l", "hedge_m1", "hedge_m2", "hedge_r", "hedge_one"):
        ts.tiles[int(ts.blocks[n][0, 0])].solid = [(0, 14, 32, 18)]
        ts.tiles[int(ts.blocks[n][1, 0])].solid = FULL
    for n, fn in (("fence", fence), ("iron_fence", iron_fence)):
        ids = ts.add(n, fn(), "", None)
        for i in ids[1]:
            ts.tiles[int(i)].solid = [(0, 12, 32, 16)]
    s = Sketch(96, 32, wall=True)
    y, x = grid(96, 32)
    for py in range(0, 96, 24):
        m = (np.abs(x - 15.5) < 2.5) & (y >= py + 2) & (y < py + 22)
        s.put(m, "wood", np.where(x < 15, 0.7, 0.4)).put(m & (y < py + 4), "wood", 0.9)
    ids = ts.add("fence_side", s)
    for i in ids.ravel():
        ts.tiles[int(i)].solid = [(10, 0, 12, 32)]
    for n, sk in facade().items():
        ts.add(
            n,
            sk,
            "wood" if n in ("porch_floor", "porch_steps") else "wall",
            None if n in ("porch_floor", "porch_steps", "shingles", "eaves") else FULL,
        )
    y, x = grid(32, 32)
    ts.add(
        "shade_tree",
        Sketch(64, 96).shadow(
            0.5 * np.clip(1.15 - np.hypot(*((grid(64, 96)[k] - (32, 48)[k]) / (26, 44)[k] for k in (0, 1))), 0, 1)
        ),
    )
    ts.add("shade_top", Sketch(32, 32).shadow(0.42 * np.clip(1 - y / 20, 0, 1)))
    add_terrain(ts, "hem", hem_tile, "#fcffff", "grass", hem_edge, variants=3, seed=13, wobble=0.35, solid_full=True)
    return ts
