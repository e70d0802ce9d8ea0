"""Surfaces as Sketches. Every one repeats: sizes are multiples of 32 and all noise is periodic."""

from __future__ import annotations

import math

import numpy as np

from tools.make_art.core.field import Array, Sketch, grid, noise

ROWS3 = ((0, 11), (11, 22), (22, 32))  # three planks a tile


def planks(
    ramp: str = "floor",
    h: int = 128,
    w: int = 256,
    seed: int = 3,
    contrast: float = 0.9,
    wear: float = 0.0,
    across: bool = False,
) -> Sketch:
    """Boards: few strong grain streaks, calm otherwise; butt joints, nails. ``across`` turns them by 90 degrees."""
    rng = np.random.default_rng(seed)
    v, hm = np.zeros((h, w)), np.ones((h, w))
    fine, broad = noise(h, w, h // 2 + h // 4, w // 26, seed + 1, 2), noise(h, w, h // 3, w // 64, seed + 2)
    for row in range(h // 32):
        for a, b in ROWS3:
            y0, y1 = row * 32 + a, row * 32 + b
            n = max(w // 86, 1)
            cuts = np.sort((rng.integers(0, w) + np.arange(n) * w // n + rng.integers(-16, 17, n)) % w)
            base = 0.52 + rng.uniform(-0.085, 0.085, n) * contrast
            which = (np.searchsorted(cuts, np.arange(w), side="right") - 1) % n
            roll = rng.integers(0, w, n)
            g = np.stack([np.roll(fine[y0:y1], int(r), 1) for r in roll])[which, :, np.arange(w)].T
            g = (g - 0.5) * 0.42 * contrast
            g = np.where(np.abs(g) < 0.088 * contrast, 0, g) + (broad[y0:y1] - 0.5) * 0.10
            v[y0:y1] = base[which][None, :] + g
            v[y0] += 0.12
            v[y1 - 1] -= 0.33
            hm[y1 - 1] = 0.3
            for c in cuts:
                v[y0:y1, c] -= 0.30
                hm[y0:y1, c] = 0.3
                for dx in (3, -3):
                    v[y0 + (y1 - y0) // 2, (c + dx) % w] -= 0.22
    if wear:
        v -= wear * np.clip(noise(h, w, 5, 8, seed + 9, 2) - 0.55, 0, 1) * 1.5
    if across:
        v, hm = v.T.copy(), hm.T.copy()
        h, w = w, h
    s = Sketch(h, w).put(True, ramp, np.clip(v, 0, 1))
    s.height = hm * 0.7
    return s


def damask(W: int = 32, H: int = 64) -> Array:
    """Mirrored palmette, half-drop repeat; negative inside."""
    y, x = grid(H, W)

    def leaf(X: Array, Y: Array, cx: float, cy: float, ang: float, L: float, wd: float) -> Array:
        c, s = math.cos(ang), math.sin(ang)
        u, v = (X - cx) * c + (Y - cy) * s, -(X - cx) * s + (Y - cy) * c
        t = np.clip(u / L, 0, 1)
        v = v + 1.8 * np.sin(t * math.pi) * (0.5 if ang < 0 else -0.4)
        return np.where(
            (u >= 0) & (u <= L), np.abs(v) - wd * np.sin(np.clip(t, 0.02, 0.98) * math.pi) ** 0.7 * (1.1 - 0.5 * t), 9.0
        )

    def motif(cx: float, cy: float) -> Array:
        X, Y = np.abs((x - cx + W / 2) % W - W / 2), (y - cy + H / 2) % H - H / 2
        d = np.full((H, W), 9.0)
        bud = np.hypot(X / 0.78, (Y + 7) / 1.35)
        d = np.minimum(d, np.maximum(bud - 4.6, 3.1 - bud))
        d = np.minimum(d, np.hypot(X, (Y + 7) / 1.6) - 1.5)
        for a, b, ang, L, wd in ((1, 3, -1.05, 13, 2.7), (1, 6, -0.35, 11, 2.6), (1, 8, 0.75, 9, 2.3)):
            d = np.minimum(d, leaf(X, Y, a, b, ang, L, wd))
        d = np.minimum(d, np.maximum(np.abs(X) - 0.6, np.abs(Y - 10) - 8))
        d = np.minimum(d, np.abs(X) + np.abs(Y - 20) - 2.2)
        return np.minimum(d, np.abs(X) * 1.3 + np.abs(Y + 18) - 2.6)

    return np.minimum(motif(W / 2 - 0.5, H * 0.25), motif(-0.5, H * 0.75))


def wallpaper(h: int, w: int, ramp: str = "wall", strength: float = 0.16, seed: int = 2, y0: int = 8) -> Sketch:
    """Damask over a faintly striped ground, worn patches, ceiling shadow at the top."""
    m = np.tile(damask(), (h // 64 + 2, w // 32 + 1))[y0 : y0 + h, :w]
    y, x = grid(h, w)
    ink = m < 0.35
    edge = ink & ~(np.roll(ink, (1, 1), (0, 1)))
    v = np.full((h, w), 0.48) + np.where((x // 16) % 2 == 0, 0.03, 0)
    dim = 0.20 * np.clip(1 - y / 30, 0, 1)
    s = Sketch(h, w, wall=True).put(True, ramp, v - dim, 0.35)
    s.put(ink, "gold", 0.34 + 0.42 * edge - dim * 1.2, 0.2)
    s.height = np.where(ink, 0.5, 0.0)
    return s


def wainscot(w: int, ramp: str = "trimw", h: int = 34) -> Sketch:
    """Bevelled panels of 32 px under a chair rail."""
    y, x = grid(h, w)
    px = x % 32
    v = np.full((h, w), 0.42)
    for rows, t in (
        ((0, 2), 0.85),
        ((2, 3), 0.6),
        ((3, 4), 0.12),
        ((27, 28), 0.12),
        ((28, 29), 0.8),
        ((29, h), 0.55),
        ((h - 1, h), 0.2),
    ):
        v[rows[0] : rows[1]] = t
    a = (px >= 4) & (px < 29) & (y >= 8) & (y < 25)
    v[a] = 0.34
    v[a & ((px == 4) | (y == 8))] = 0.10
    v[a & ((px == 28) | (y == 24))] = 0.72
    b = (px >= 7) & (px < 26) & (y >= 11) & (y < 22)
    v[b] = 0.5
    v[b & ((px == 7) | (y == 11))] = 0.76
    v[b & ((px == 25) | (y == 21))] = 0.16
    s = Sketch(h, w, wall=True).put(True, ramp, v)
    s.height = np.where(a, 0, 0.8) + np.where(b, 0.7, 0)
    return s


def bricks(h: int = 128, w: int = 128, ramp: str = "brick", seed: int = 5, bw: int = 16, bh: int = 8) -> Sketch:
    rng = np.random.default_rng(seed)
    y, x = grid(h, w)
    r = y // bh
    xo = (x + (r % 2) * (bw // 2)) % w
    t = rng.random((h // bh, w // bw))[r, xo // bw]
    v = 0.45 + (t - 0.5) * 0.34 + (noise(h, w, h // 2, w // 3, seed) - 0.5) * 0.13
    fx, fy = xo % bw, y % bh
    v = v + np.where(fy == 0, 0.16, 0) + np.where(fx == 0, 0.08, 0) - np.where(fy == bh - 2, 0.12, 0)
    m = (fy == bh - 1) | (fx == bw - 1)
    s = Sketch(h, w, wall=True).put(True, ramp, np.where(m, 0.12, np.clip(v, 0, 1)))
    s.height = np.where(m, 0, 0.6)
    return s


def cobble(h: int = 128, w: int = 128, ramp: str = "stone", seed: int = 6, g: int = 14) -> Sketch:
    """Rounded stones (periodic Voronoi). ``height`` is 0 in the gaps."""
    rng = np.random.default_rng(seed)
    ny, nx = round(h / (g * 0.76)), round(w / g)
    P = np.array(
        [
            ((i + rng.uniform(0.18, 0.82)) * w / nx, (j + rng.uniform(0.18, 0.82)) * h / ny)
            for j in range(ny)
            for i in range(nx)
        ]
    )
    tone = rng.random(len(P))
    y, x = grid(h, w)
    d0, d1, who = np.full((h, w), 9e9), np.full((h, w), 9e9), np.zeros((h, w), int)
    for k, (a, b) in enumerate(P):
        q = np.hypot((x - a + w / 2) % w - w / 2, ((y - b + h / 2) % h - h / 2) * 1.25)
        m = q < d0
        d1 = np.where(m, d0, np.minimum(d1, q))
        who = np.where(m, k, who)
        d0 = np.where(m, q, d0)
    e = d1 - d0
    ox, oy = (x - P[who, 0] + w / 2) % w - w / 2, (y - P[who, 1] + h / 2) % h - h / 2
    v = 0.50 + (tone[who] - 0.5) * 0.2 - ox * 0.022 - oy * 0.036
    v = np.where(e < 1.5, 0.06, np.where(e < 2.9, v - 0.15, v))
    s = Sketch(h, w).put(True, ramp, np.clip(v, 0, 0.92))
    s.height = np.clip(e / 3, 0, 1)
    return s


def flags(h: int = 128, w: int = 128, ramp: str = "stone", seed: int = 8) -> Sketch:
    """Stone slabs 32x16, half-bond."""
    rng = np.random.default_rng(seed)
    y, x = grid(h, w)
    r = y // 16
    xo = (x + (r % 2) * 16) % w
    t = rng.random((h // 16, w // 32))[r, xo // 32]
    fx, fy = xo % 32, y % 16
    v = 0.48 + (t - 0.5) * 0.16 + (noise(h, w, h // 5, w // 7, seed, 2) - 0.5) * 0.22
    v += np.where((fy == 0) | (fx == 0), 0.13, 0) - np.where((fy == 14) | (fx == 30), 0.08, 0)
    gap = (fy == 15) | (fx == 31)
    s = Sketch(h, w).put(True, ramp, np.where(gap, 0.08, v))
    s.height = np.where(gap, 0, 0.7)
    return s


def checks(
    ramp_a: str,
    ramp_b: str,
    size: int = 16,
    h: int = 64,
    w: int = 64,
    seed: int = 4,
    ta: float = 0.62,
    tb: float = 0.42,
) -> Sketch:
    """Lino or bathroom tiles in two materials, bevelled."""
    y, x = grid(h, w)
    odd = ((x // size) + (y // size)) % 2 == 1
    fx, fy = x % size, y % size
    bev = np.where((fx == 0) | (fy == 0), 0.10, 0) - np.where((fx == size - 1) | (fy == size - 1), 0.16, 0)
    nz = (noise(h, w, h // 8, w // 8, seed, 2) - 0.5) * 0.07
    s = Sketch(h, w).put(True, ramp_a, ta + bev + nz).put(odd, ramp_b, tb + bev + nz)
    s.height = np.where((fx == size - 1) | (fy == size - 1), 0, 0.5)
    return s


def wall_tiles(w: int, h: int, ramp: str = "china", size: int = 8) -> Sketch:
    """Glazed wall tiles."""
    y, x = grid(h, w)
    fx, fy = x % size, y % size
    v = 0.60 + (noise(h, w, max(h // size, 1), w // size, 3) - 0.5) * 0.16
    v = v + np.where((fx == 0) | (fy == 0), 0.16, 0) - np.where((fx == size - 1) | (fy == size - 1), 0.26, 0)
    s = Sketch(h, w, wall=True).put(True, ramp, v)
    s.height = np.where((fx == size - 1) | (fy == size - 1), 0, 0.6)
    return s


def boards_up(w: int, h: int, ramp: str, pw: int = 8, seed: int = 2, base: float = 0.5) -> Sketch:
    """Vertical wall boards (attic, siding turned, backstage)."""
    rng = np.random.default_rng(seed)
    _y, x = grid(h, w)
    t = rng.uniform(-0.08, 0.08, w // pw)[x // pw]
    g = (noise(h, w, max(h // 24, 1), w, seed + 1, 1) - 0.5) * 0.30
    g = np.where(np.abs(g) < 0.09, 0, g)
    fx = x % pw
    v = base + t + g + np.where(fx == 0, 0.10, 0) - np.where(fx == pw - 1, 0.32, 0)
    s = Sketch(h, w, wall=True).put(True, ramp, v)
    s.height = np.where(fx == pw - 1, 0, 0.6)
    return s


def siding(w: int, h: int, ramp: str = "siding", ph: int = 8, seed: int = 3, wear: int = 0) -> Sketch:
    """Lap siding of the Pink Palace: horizontal boards, peeling here and there. ``wear``: where (else as ``seed``);
    pieces that share a seed fit side by side, for no peeling crosses their sides.
    """
    y, x = grid(h, w)
    rng = np.random.default_rng(seed)
    fy = y % ph
    t = rng.uniform(-0.05, 0.05, max(h // ph, 1))[(y // ph) % max(h // ph, 1)]
    peel = noise(h, w, max(h // 6, 1), max(w // 12, 1), wear or seed, 2)
    if wear:
        peel = peel - 0.3 * np.clip(1 - np.minimum(np.minimum(x, w - 1 - x), np.minimum(y, h - 1 - y)) / 7, 0, 1)
    v = 0.56 + t + np.where(fy == 0, 0.14, 0) - np.where(fy == ph - 1, 0.34, 0) - np.where(fy == ph - 2, 0.10, 0)
    v = v - np.where(peel > 0.68, 0.12, 0)
    s = Sketch(h, w, wall=True).put(True, ramp, v)
    s.put((peel > 0.78) & (fy > 0) & (fy < ph - 1), "wood", 0.52)
    s.height = 1 - fy / ph
    return s


def shingles(w: int, h: int, ramp: str = "roof", seed: int = 7) -> Sketch:
    """Roof shingles 16x8 with scalloped ends."""
    rng = np.random.default_rng(seed)
    y, x = grid(h, w)
    r = y // 8
    xo = (x + (r % 2) * 8) % w
    t = rng.random((h // 8, w // 16))[r % (h // 8), xo // 16]
    fx, fy = xo % 16, y % 8
    end = fy >= 7 - np.minimum(fx, 15 - fx) * 0.0 - (np.minimum(fx, 15 - fx) < 2)
    v = 0.50 + (t - 0.5) * 0.22 + np.where(fy < 2, -0.10, 0) + np.where((fy >= 4) & (fy < 7), 0.07, 0)
    v = np.where(end | (fx == 15), 0.10, v)
    s = Sketch(h, w, wall=True).put(True, ramp, v)
    s.height = fy / 8
    return s


def stripes(w: int, h: int, period: int = 32, seed: int = 3) -> Sketch:
    """Circus canvas: two materials, soft hanging folds."""
    _y, x = grid(h, w)
    fold = 0.10 * np.sin(x * 2 * math.pi / period * 2 + 0.6)
    s = Sketch(h, w, wall=True).put(True, "tentA", 0.56 + fold, 0.3)
    s.put((x % period) >= period // 2, "tentB", 0.66 + fold, 0.3)
    s.add((x % (period // 2)) == 0, -0.16)
    s.height = np.sin(x * 2 * math.pi / period * 2) * 0.6
    return s


def drape(w: int, h: int, ramp: str = "velvet", period: int = 16, seed: int = 1) -> Sketch:
    """Hanging curtain."""
    y, x = grid(h, w)
    wob = 1.4 * np.sin(y * 2 * math.pi / 64 + 1)
    ph = (x + wob) * 2 * math.pi / period
    v = 0.46 + 0.26 * np.sin(ph) + 0.07 * np.sin(ph * 2 + 1)
    v = np.where(np.sin(ph + 0.55) < -0.93, v - 0.16, v)
    s = Sketch(h, w, wall=True).put(True, ramp, v, 0.25)
    s.height = np.sin(ph) * 1.2
    return s


# ---- outdoors ------------------------------------------------------------------------------------------------------
GRASS_TONES = (0.20, 0.40, 0.58)


def tuft(s: Sketch, x: int, y: int, tone: float, rng: np.random.Generator, ramp: str = "grass", big: int = 0) -> None:
    """A fan of 3-5 blades, tips two tones lighter, wraps round the picture."""
    h, w = s.shape
    n, top = int(rng.choice([3, 3, 5])), int(rng.integers(3, 6)) + big
    from tools.make_art.core.ramps import IDS

    for k in range(n):
        o = k - n // 2
        L = top - abs(o)
        for j in range(L):
            xx = x + o + (int(np.sign(o)) if j >= L - 2 else 0)
            t = tone + (0 if j < 1 else 0.2 if j < L - 1 else 0.4)
            s.mat[(y - j) % h, xx % w] = IDS[ramp]
            s.tone[(y - j) % h, xx % w] = min(t, 0.96)
            s.alpha[(y - j) % h, xx % w] = 1
        s.mat[(y + 1) % h, (x + o) % w] = IDS[ramp]
        s.tone[(y + 1) % h, (x + o) % w] = max(tone - 0.2, 0)
        s.alpha[(y + 1) % h, (x + o) % w] = 1


def meadow(tone: float, h: int = 128, w: int = 128, seed: int = 5, density: int = 260) -> Sketch:
    """Flat grass with sparse tufts: one terrain colour."""
    rng = np.random.default_rng(seed)
    s = Sketch(h, w).put(True, "grass", tone)
    pts = sorted(
        ((int(rng.integers(0, w)), int(rng.integers(0, h))) for _ in range(h * w // density)), key=lambda p: p[1]
    )
    for x, y in pts:
        if 5 <= x % 32 < 27 and 7 <= y % 32 < 30:  # inside its tile: variants may be mixed freely
            tuft(s, x, y, tone, rng)
    return s


def blades_edge(s: Sketch, mask: Array, tone: float, seed: int = 1) -> None:
    """Grass leaning over the border of another surface (mask = the grass)."""
    rng = np.random.default_rng(seed)
    h, w = mask.shape
    low = mask & ~np.roll(mask, -1, 0)
    low[-1] = False
    ys, xs = np.nonzero(low)
    for y, x in zip(ys, xs):
        if rng.random() < 0.5 and 1 <= x < w - 1 and y + 2 < h:
            from tools.make_art.core.ramps import IDS

            for j in range(int(rng.integers(1, 4))):
                if y + j < h:
                    s.mat[y + j, x] = IDS["grass"]
                    s.tone[y + j, x] = tone - 0.05 * j


def leaves(h: int = 64, w: int = 64, seed: int = 4, n: int = 46) -> Sketch:
    """Fallen leaves on nothing (overlay)."""
    rng = np.random.default_rng(seed)
    s = Sketch(h, w)
    y, x = grid(h, w)
    for _ in range(n):
        cx, cy, a, t = rng.uniform(4, w - 4), rng.uniform(4, h - 4), rng.uniform(0, 3.14), rng.uniform(0.3, 0.85)
        u, v = (x - cx) * math.cos(a) + (y - cy) * math.sin(a), -(x - cx) * math.sin(a) + (y - cy) * math.cos(a)
        d = (u / 2.8) ** 2 + (v / 1.5) ** 2
        s.put((np.abs(x - cx - 0.7) + np.abs(y - cy - 1.4) < 2.3), "leafdry", 0.05)
        s.put(d < 1, "leafdry", t)
        s.put((d < 1) & (np.abs(v) < 0.45), "leafdry", t - 0.25)
    return s


def water(h: int = 64, w: int = 64, t: float = 0.0) -> Sketch:
    """Calm water with drifting glints; t 0..1 loops."""
    y, x = grid(h, w)
    tau = 2 * math.pi
    a = np.sin(tau * (x / w + 0.9 * np.sin(tau * (y / h + t)) * 0.12 + y / h * 2)) + np.sin(
        tau * (2 * x / w - 3 * y / h - t)
    )
    b = noise(h, w, 8, 4, 3, 2)
    b2 = noise(h, w, 8, 4, 9, 2)
    n = b * (0.5 + 0.5 * math.cos(tau * t)) + b2 * (0.5 - 0.5 * math.cos(tau * t))
    v = 0.34 + 0.06 * a + (n - 0.5) * 0.2
    s = Sketch(h, w).put(True, "water", np.round(v * 7) / 7)
    glint = (np.sin(tau * (y / h * 4 + 0.35 * np.sin(tau * (x / w + t)))) > 0.965) & (np.roll(n, int(t * 16), 1) > 0.56)
    s.put(glint, "water", 0.80)
    return s
