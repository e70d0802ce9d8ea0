"""Title screen 640x360: the Pink Palace under a button moon, and the logo as its own picture (for the menu to animate)."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tools.make_art.core.field import Array, Sketch, bayer, grid, noise
from tools.make_art.core.ramps import OTHER, hexc, ramp
from tools.make_art.interface import font
from tools.make_art.interface.ui import button, quant, save
from tools.make_art.places import prop
from tools.make_art.places.textures import shingles, siding

W, H = 640, 360
SKY = ramp("0a0820 120c34 1e144c 321c64 502a7c 7c3c8c b4588c e88c90 fcc4a0")
MOON = ramp("6c5474 9c84a0 d0bcb8 f4e8cc fff8e0 ffffff")
NIGHT = np.array([0.50, 0.42, 0.78])


def logo(px_small: int = 20, px: int = 52) -> Array:
    """RGBA: THE over PINK PALACE in stitched pink felt."""
    out = np.zeros((104, 430, 4))
    felt = ramp("2c0a28 6c1848 a42a60 d44c7c f4809c ffc0c8")
    x0 = 4
    for text, y, x, size in (("THE", 0, x0 + 4, px_small), ("PINK", 30, x0, px), ("PALACE", 30, x0 + 138, px)):
        d = font.title_text(text, size, 2)
        h, w = d.shape
        h, w = min(h, 104 - y), min(w, 430 - x)
        d = d[:h, :w]
        s = (slice(y, y + h), slice(x, x + w))
        yy, xx = grid(h, w)
        big = size > 30
        inside = d < (0.35 if big else 0.15)
        halo = d < (3.2 if big else 1.6)
        sh = np.zeros_like(halo)
        sh[3:, 2:] = halo[:-3, :-2]
        m = sh & ~halo
        out[s][m] = (6, 4, 18, 255)
        out[s][halo] = (*hexc("180828"), 255)
        v = 0.80 - 0.42 * (yy / h) + (noise(h, w, max(h // 3, 2), max(w // 3, 2), 3) - 0.5) * 0.10
        v = np.where((d > -0.9) & (np.roll(d, 1, 0) > d), v - 0.25, v)
        v = np.where((d > -1.0) & (np.roll(d, -1, 0) > d), v + 0.0, v)
        top = inside & ~np.roll(inside, 1, 0)
        v = np.where(top, 0.98, v)
        out[s][inside] = np.concatenate([quant(v, felt, 0.35), np.full((h, w, 1), 255)], -1)[inside]
        if big:
            core = (d < -1.55) & (d > -2.75)
            st = core & ((yy + xx // 3) % 6 < 3)
            out[s][st] = (*hexc("fff0d8"), 255)
    return out


def mansion(h: int = 150, w: int = 220) -> tuple[Array, Array]:
    """(rgba, glow) of the house, front, night."""
    s = Sketch(h, w, wall=True)
    y, x = grid(h, w)
    wall, roof = siding(224, 160, ph=4).cut(0, 0, h, w), shingles(224, 160).cut(0, 0, h, w)

    def clad(mask: Array, src: Sketch, d: float = 0) -> None:
        s.mat[mask], s.tone[mask] = src.mat[mask], src.tone[mask] + d

    def gable(cx: int, base: int, half: int, height: int) -> None:
        t = np.abs(x - cx) / half * height
        clad((y < base) & (y > base - height + t) & (np.abs(x - cx) < half), wall, 0.04)
        band = (np.abs(y - (base - height + t)) < 3.2) & (np.abs(x - cx) < half + 4) & (y < base + 3)
        s.put(band, "roof", np.where(x < cx, 0.62, 0.34))

    clad((x > 40) & (x < 180) & (y > 66) & (y < 138), wall)
    clad((x > 34) & (x < 186) & (y > 40) & (y <= 66) & (np.abs(x - 110) < 60 + (y - 40) * 0.7), roof)
    gable(84, 68, 24, 38)
    gable(146, 70, 22, 32)
    clad((x > 18) & (x < 52) & (y > 50) & (y < 140), wall, 0.06)  # turret
    clad((np.abs(x - 35) < (y - 8) * 0.46) & (y > 8) & (y <= 52), roof, 0.05)
    s.put((np.abs(x - 35) < 1) & (y > 0) & (y <= 9), "brass", 0.7)
    clad((x > 176) & (x < 204) & (y > 84) & (y < 140), wall, -0.06)  # annex
    clad((x > 172) & (x < 208) & (y > 72) & (y <= 84), roof)
    s.put((x > 120) & (x < 130) & (y > 18) & (y < 46), "brick", 0.5 + 0.1 * ((y % 4) < 1)).put(
        (x > 118) & (x < 132) & (y > 15) & (y <= 19), "brick", 0.7
    )
    for ex in (41, 52, 176, 179):
        s.put((x == ex) & (y > 70) & (y < 138), "trimw", 0.7)
    s.put((x > 56) & (x < 170) & (y > 102) & (y < 108), "roof", 0.45 - 0.2 * (y > 105))  # porch
    for px in range(60, 170, 18):
        s.put((np.abs(x - px) < 1.5) & (y >= 108) & (y < 138), "trimw", 0.75)
    s.put((x > 56) & (x < 170) & (y >= 126) & (y < 128), "trimw", 0.6).put(
        (x > 56) & (x < 170) & (y >= 128) & (y < 137) & (x % 4 == 0), "trimw", 0.55
    )
    s.put((x > 54) & (x < 172) & (y >= 137) & (y < 142), "wood", 0.45)
    s.put((x > 100) & (x < 120) & (y >= 136) & (y < 148), "wood", np.where(y % 4 == 0, 0.7, 0.35))
    s.put((x > 104) & (x < 116) & (y > 112) & (y < 137), "red", 0.45)
    glow = np.zeros((h, w))
    for cx, cy, ww, hh, on in (
        (35, 70, 5, 8, 1),
        (35, 104, 5, 8, 0),
        (84, 52, 6, 8, 1),
        (146, 58, 5, 7, 0),
        (66, 84, 6, 9, 0),
        (96, 84, 6, 9, 1),
        (126, 84, 6, 9, 1),
        (158, 84, 6, 9, 0),
        (74, 118, 6, 8, 1),
        (90, 118, 5, 8, 1),
        (134, 118, 6, 8, 0),
        (156, 118, 6, 8, 1),
        (190, 102, 6, 8, 0),
        (190, 126, 6, 6, 1),
    ):
        m = (np.abs(x - cx) <= ww) & (np.abs(y - cy) <= hh)
        s.put((np.abs(x - cx) <= ww + 2) & (np.abs(y - cy) <= hh + 2), "trimw", 0.5)
        s.put(m, "shade" if on else "glass", 0.75 if on else 0.22)
        s.put(m & ((x == cx) | (y == cy - 1)), "trimw", 0.25)
        if on:
            glow[m] = 1
    return s.paint(OTHER).astype(float), glow


def _sprite(im: Array, name: str, x: int, y: int, tint: Array, flip: bool = False, rim: float = 0) -> None:
    p = prop.picture(prop.ALL[name], OTHER, True)
    c = p.rgba.astype(float)
    ax = p.ax
    if flip:
        c, ax = c[:, ::-1], c.shape[1] - p.ax
    h, w = c.shape[:2]
    X, Y = x - ax, y - p.ay
    x0, y0, x1, y1 = max(X, 0), max(Y, 0), min(X + w, W), min(Y + h, H)
    if x1 <= x0 or y1 <= y0:
        return
    q = c[y0 - Y : y1 - Y, x0 - X : x1 - X]
    a = q[..., 3:] / 255
    col = q[..., :3] * tint
    im[y0:y1, x0:x1] = im[y0:y1, x0:x1] * (1 - a) + col * a


def picture() -> Array:
    y, x = grid(H, W)
    im = quant(np.clip((y / 262.0) ** 1.25, 0, 1), SKY, 0.34).astype(float)
    rng = np.random.default_rng(5)
    for _ in range(150):
        sx, sy = int(rng.integers(0, W)), int(rng.integers(0, 150))
        im[sy, sx] = np.maximum(im[sy, sx], (255, 244, 220) if rng.random() < 0.4 else (170, 150, 210))
    mx, my, R = 476, 112, 66
    d = np.hypot(x - mx, y - my)
    for k, r in enumerate((150, 118, 92)):
        f = np.floor(np.clip(1 - d / r, 0, 1) * 4 + bayer(H, W) * 0.8) / 4
        im += f[..., None] * np.array([20, 16, 26]) * (0.6 + 0.3 * k)
    button(im, mx, my, R, MOON)
    for k in range(3):  # craters of wool
        pass
    cl = noise(H, W, 14, 5, 8, 3)
    band = np.clip((cl - 0.50) * 4, 0, 1) * np.clip(1 - np.abs(y - 168) / 80.0, 0, 1)
    band = np.floor(band * 5 + bayer(H, W) * 0.7) / 5
    im = im * (1 - 0.45 * band[..., None]) + np.array([70, 44, 110]) * 0.45 * band[..., None]
    far = 246 - 16 * np.sin(x / 90.0 + 1) - 8 * np.sin(x / 37.0) - 3 * noise(1, W, 1, 80, 3)[0]
    im[y > far] = hexc("2a1854")
    m = (y > far) & (y < far + 2)
    im[m] = hexc("5c3484")
    tree_line = (
        256
        - 12 * noise(1, W, 1, 60, 6, 2)[0]
        - 10 * np.abs(np.sin(x / 9.0 + 3 * noise(1, W, 1, 20, 9)[0])) * (np.abs(x - 440) > 120)
    )
    im[y > tree_line] = hexc("1a1242")
    hill = 282 - 46 * np.exp(-((np.clip(np.abs(x - 440) - 70, 0, 999) / 110.0) ** 2)) - 5 * np.sin(x / 60.0)
    n = noise(H, W, 30, 40, 4, 2)
    tone = 0.30 + 0.22 * np.clip((hill + 60 - y) / 60, 0, 1) + (n - 0.5) * 0.2
    grass = ramp("0a1030 101c40 163050 1c4a5c 2c6c64 52906c")
    g = quant(np.round(np.clip(tone, 0, 1) * 6) / 6, grass)
    im = np.where((y > hill)[..., None], g, im)
    lip = (y > hill) & (y < hill + 2)
    im[lip] = grass[4]
    mc, glow = mansion()
    h, w = glow.shape
    X, Y = 332, 98
    a = mc[..., 3:] / 255
    shade = np.clip(0.75 + 0.35 * (np.arange(w) / w), 0, 1.1)[None, :, None]
    col = np.where(glow[..., None] > 0, mc[..., :3], mc[..., :3] * NIGHT * shade)
    im[Y : Y + h, X : X + w] = im[Y : Y + h, X : X + w] * (1 - a) + col * a
    g2 = np.zeros((H, W))
    g2[Y : Y + h, X : X + w] = glow
    from tools.make_art.places.light import blur

    halo = blur(g2, 5) * 1.0 + blur(g2, 14) * 0.9
    im += halo[..., None] * np.array([120, 74, 24])
    px = (
        442 + 40 * np.sin((y - 240) / 38.0) * np.clip((y - 244) / 60.0, 0, 1) - np.clip(y - 250, 0, 200) * 0.9
    )  # the path
    half_ = 5 + np.clip(y - 246, 0, 200) * 0.26
    onp = (np.abs(x - px) < half_ + 2 * (n - 0.5) * 6) & (y > 246)
    im[onp] = quant(
        np.clip(0.34 + (noise(H, W, 60, 60, 7) - 0.5) * 0.35 + 0.10 * (np.abs(x - px) < half_ * 0.5), 0, 1),
        ramp("1a1240 2c2058 46386c 6c5480 9c7c94"),
    )[onp]
    im[(np.abs(np.abs(x - px) - half_) < 1.2) & (y > 246)] = hexc("14103c")
    dark = np.array([0.34, 0.30, 0.62])
    for nme, tx, ty, fl, k in (
        ("tree_2", 300, 292, False, 0.9),
        ("tree_blossom_1", 596, 284, True, 1.0),
        ("tree_1", 232, 306, True, 0.9),
        ("tree_bare_1", 560, 300, False, 0.8),
    ):
        _sprite(im, nme, tx, ty, dark * k + 0.10)
    _sprite(im, "lantern_post_lit", 372, 312, np.array([0.9, 0.8, 0.8]))
    dl = np.hypot(x - 372, (y - 256))
    im += (np.floor(np.clip(1 - dl / 60, 0, 1) ** 2 * 6 + bayer(H, W) * 0.8) / 6)[..., None] * np.array([110, 70, 26])
    _sprite(im, "signpost", 150, 336, np.array([0.62, 0.52, 0.78]))
    _sprite(im, "well", 560, 344, np.array([0.42, 0.40, 0.72]))
    fig = [
        "...bbbbbb...",
        "..bbBBbbbb..",
        ".bbBbbbbbbb.",
        ".bbbbbbbbbb.",
        ".bbbbbbbbbb.",
        "..bbbbbbbb..",
        "..yyyyyyyy..",
        ".yyYYyyyyyy.",
        ".yyYyyyyyyy.",
        "..yyyyyyyy..",
        "..yyyyyyyy..",
        "..yyyyyyyy..",
        ".yyyyyyyyyy.",
        "...ll..ll...",
        "...ll..ll...",
        "...oo..oo...",
        "...oo..oo...",
    ]
    cm = {
        "b": "23408f",
        "B": "3f8fd0",
        "y": "c07c1c",
        "Y": "f9d23e",
        "l": "1e2142",
        "o": "b97a1e",
    }  # a small girl, seen from behind
    for j, r in enumerate(fig):
        for i, ch in enumerate(r):
            if ch in cm:
                im[310 + j, 322 + i] = hexc(cm[ch])
    for j, r in enumerate(
        [
            "..........k.",
            "k..k......kk",
            "kkkk.......k",
            "kkkk......kk",
            "kkkkkkkkkkk.",
            ".kkkkkkkkkk.",
            ".kkkkkkkkk..",
            ".kk.k..kk.k.",
            ".k..k..k..k.",
        ]
    ):
        for i, ch in enumerate(r):
            if ch == "k":
                im[318 + j, 340 + i] = (12, 10, 28)
    im[320, 341] = im[320, 343] = hexc("d0f0a0")
    rngt = np.random.default_rng(9)
    for _ in range(420):  # grass in front
        gx, gy = int(rngt.integers(0, W)), int(rngt.integers(330, 366))
        for b in range(-2, 3):
            L = int(rngt.integers(4, 9)) - abs(b)
            for j in range(L):
                yy, xx = gy - j, gx + b + (np.sign(b) if j > L - 3 else 0)
                if 0 <= yy < H and 0 <= xx < W:
                    im[yy, int(xx)] = grass[0] * 0.8 if j < L - 2 else grass[1 + (gy < 345)]
    f = 0.5 * noise(H, W, 20, 4, 11, 2) + 0.5 * noise(H, W, 26, 6, 12, 2)
    v = np.floor(np.clip((f - 0.45) * 3, 0, 1) * 0.5 * np.clip(1 - np.abs(y - 286) / 50.0, 0, 1) * 8 + bayer(H, W)) / 8
    im = im * (1 - v[..., None] * 0.5) + np.array([110, 90, 170]) * v[..., None] * 0.5
    v = np.clip(np.hypot((x - W / 2) / (W * 0.62), (y - H / 2) / (H * 0.62)) - 0.5, 0, 1) ** 1.6
    return np.clip(im, 0, 255) * (1 - 0.8 * np.clip(v, 0, 0.5))[..., None]


def write(out: Path) -> None:
    im = picture()
    save(im, out / "title.png")
    lg = logo()
    save(lg, out / "logo.png")
    full = im.copy()
    a = lg[..., 3:] / 255
    full[18 : 18 + lg.shape[0], 14 : 14 + lg.shape[1]] = (
        full[18 : 18 + lg.shape[0], 14 : 14 + lg.shape[1]] * (1 - a) + lg[..., :3] * a
    )
    font.write(full, 24, 128, "a Coraline story", hexc("f8d8e0"), hexc("0c0818"))
    save(full, out / "title_preview.png")
