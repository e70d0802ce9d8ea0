"""Title screen: the Pink Palace under a button moon, as five layers for parallax, and the logo as its own picture.

title_layers.json lists the layers from far to near: name, depth (0 = stands still, 1 = moves most), mode (alpha or
add). Each is 680x360, 20 px wider than the screen on both sides. title.png is all of them laid together, 640x360.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from tools.make_art.actors import cast_real, rig
from tools.make_art.actors.rig import Pose
from tools.make_art.core.field import Array, Sketch, bayer, blur, grid, noise
from tools.make_art.core.ramps import OTHER, hexc, ramp
from tools.make_art.interface import font
from tools.make_art.interface.ui import quant, save
from tools.make_art.places import prop
from tools.make_art.places.textures import shingles, siding

SEEN, OVER = 640, 20  # width of the screen, and what each layer has beyond it on both sides
W, H = SEEN + 2 * OVER, 360
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


def _stand(im: Array, name: str, x: int, y: int, tint: Array, flip: bool = False) -> None:
    """Put a prop of the Other World into an RGBA layer, its anchor at (x, y)."""
    made = prop.picture(prop.ALL[name], OTHER, True)
    _lay(im, made.rgba.astype(float), made.ax, made.ay, x, y, tint, flip)


def _lay(im: Array, c: Array, ax: int, ay: int, x: int, y: int, tint: Array, flip: bool = False) -> None:
    if flip:
        c, ax = c[:, ::-1], c.shape[1] - ax
    h, w = c.shape[:2]
    X, Y = x - ax, y - ay
    x0, y0, x1, y1 = max(X, 0), max(Y, 0), min(X + w, W), min(Y + h, H)
    if x1 <= x0 or y1 <= y0:
        return
    q = c[y0 - Y : y1 - Y, x0 - X : x1 - X]
    _over(im[y0:y1, x0:x1], q[..., :3] * tint, q[..., 3] / 255)


def _over(im: Array, rgb: Array, a: Array) -> None:
    """Alpha-blend onto an RGBA layer in place; a is 0..1."""
    under = im[..., 3] / 255 * (1 - a)
    out = a + under
    k = np.maximum(out, 1e-6)[..., None]
    im[..., :3] = (rgb * a[..., None] + im[..., :3] * under[..., None]) / k
    im[..., 3] = out * 255


def _layer() -> tuple[Array, Array, Array]:
    """(empty RGBA, y, x) with x counted from the left edge of the screen."""
    y, x = grid(H, W)
    return np.zeros((H, W, 4)), y, x - OVER


def _put(im: Array, mask: Array, rgb: Array) -> None:
    """Opaque paint: one colour, or a picture of the layer's size."""
    im[mask, :3] = rgb if rgb.ndim == 1 else rgb[mask]
    im[mask, 3] = 255


def _steps(v: Array, n: int, k: float = 0.8) -> Array:
    """0..1 in n dithered steps."""
    return np.asarray(np.floor(np.clip(v, 0, 1) * n + bayer(H, W) * k) / n)


def sky() -> Array:
    """Dusk, stars, the moon that is a button, long clouds."""
    im, y, x = _layer()
    im[..., 3] = 255
    rgb = quant(np.clip((y / 262.0) ** 1.25, 0, 1), SKY, 0.34).astype(float)
    rng = np.random.default_rng(5)
    for _ in range(170):
        sx, sy = int(rng.integers(0, W)), int(rng.integers(0, 150))
        warm = rng.random() < 0.4
        rgb[sy, sx] = np.maximum(rgb[sy, sx], (255, 244, 220) if warm else (170, 150, 210))
        if rng.random() < 0.08 and sy > 0 and 0 < sx < W - 1:
            for dy, dx in ((0, 1), (0, -1), (1, 0), (-1, 0)):
                rgb[sy + dy, sx + dx] = np.maximum(rgb[sy + dy, sx + dx], (120, 104, 170))
    mx, my, r = 476, 112, 66
    d = np.hypot(x - mx, y - my)
    for k, reach in enumerate((150, 118, 92)):
        rgb += _steps(1 - d / reach, 4)[..., None] * np.array([20, 16, 26]) * (0.6 + 0.3 * k)
    _moon(rgb, x - mx, y - my, r)
    band = np.clip((noise(H, W, 14, 5, 8, 3) - 0.50) * 4, 0, 1) * np.clip(1 - np.abs(y - 168) / 80.0, 0, 1)
    band = np.floor(band * 5 + bayer(H, W) * 0.7)[..., None] / 5 * 0.45
    im[..., :3] = rgb * (1 - band) + np.array([70, 44, 110]) * band
    return im


def _moon(rgb: Array, dx: Array, dy: Array, r: float) -> None:
    """The button moon: a broad rim round a dish with seas on it, four holes one can look into, twisted thread."""
    d = np.hypot(dx, dy)
    light = (-dx * 0.55 - dy * 0.80) / r
    seas = noise(H, W, 16, 30, 44, 3)
    tone = (
        np.where(d > r * 0.74, 0.62 + 0.34 * light, 0.46 - 0.20 * light) - 0.16 * (seas > 0.56) - 0.10 * (seas > 0.66)
    )
    tone = np.where((d > r * 0.95) & (light > 0), tone + 0.12, tone)
    tone = np.where((d > r * 0.70) & (d <= r * 0.74), 0.12 + 0.30 * (light < -0.15), tone)
    tone = np.where((d > r * 0.66) & (d <= r * 0.70), tone - 0.14, tone)
    face = d <= r
    rgb[face] = quant(tone, MOON, 0.5)[face]
    rgb[(d > r) & (d <= r + 1)] = hexc("4a3468")
    thread = np.zeros_like(face)
    for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        hole = np.hypot(dx - sx * r * 0.26, dy - sy * r * 0.26)
        rgb[hole < r * 0.125] = hexc("24164a")
        rgb[(hole < r * 0.125) & (hole > r * 0.07) & (dx - sx * r * 0.26 + dy - sy * r * 0.26 > 0)] = hexc("3c2868")
        rgb[(hole >= r * 0.125) & (hole < r * 0.15)] = MOON[1]
        rgb[(hole >= r * 0.125) & (hole < r * 0.16) & (dx - sx * r * 0.26 + dy - sy * r * 0.26 > 3)] = MOON[4]
    for way in (dx - dy, dx + dy):
        thread |= (np.abs(way) < 2.1) & (d < r * 0.38)
    rgb[np.roll(thread, (2, 1), (0, 1)) & face] = MOON[0]
    rgb[thread] = np.where((((dx + 2 * dy).astype(int) // 2) % 3 == 0)[..., None], MOON[2], MOON[5])[thread]


def hills() -> Array:
    """Far hills, a near line of firs, mist in the valley."""
    im, y, x = _layer()
    far = 246 - 16 * np.sin(x / 90.0 + 1) - 8 * np.sin(x / 37.0) - 3 * noise(1, W, 1, 80, 3)[0]
    _put(im, y > far, hexc("2a1854"))
    _put(im, (y > far) & (y < far + 2), hexc("5c3484"))
    firs = np.abs(np.sin(x / 9.0 + 3 * noise(1, W, 1, 20, 9)[0])) * (np.abs(x - 440) > 120)
    _put(im, y > 256 - 12 * noise(1, W, 1, 60, 6, 2)[0] - 10 * firs, hexc("1a1242"))
    mist = _steps((noise(H, W, 18, 5, 31, 2) - 0.35) * 1.6 * np.clip(1 - np.abs(y - 262) / 22.0, 0, 1), 6)
    _over(im, np.broadcast_to(hexc("6a4c9c"), (H, W, 3)), np.where(im[..., 3] > 0, mist * 0.55, 0))
    return im


def _meadow(im: Array, y: Array, x: Array) -> Array:
    """The hill that the house stands on, and its path; returns the noise it used."""
    hill = 282 - 46 * np.exp(-((np.clip(np.abs(x - 440) - 70, 0, 999) / 110.0) ** 2)) - 5 * np.sin(x / 60.0)
    n = noise(H, W, 30, 40, 4, 2)
    tone = 0.30 + 0.22 * np.clip((hill + 60 - y) / 60, 0, 1) + (n - 0.5) * 0.2
    _put(im, y > hill, quant(np.round(np.clip(tone, 0.30, 1) * 6) / 6, GRASS))
    ridge = hill - 2.6 * noise(1, W, 1, W // 3, 12)[0] - 1.5 * (noise(1, W, 1, W // 2, 13)[0] > 0.72)
    _put(im, (y > ridge) & (y < hill + 2), GRASS[2])
    _put(im, (y > ridge) & (y < ridge + 1) & (x > 300), GRASS[4])  # only where the moon reaches it
    rng = np.random.default_rng(21)
    for _ in range(240):  # tufts, smaller and denser farther off
        tx, ty = int(rng.integers(4, W - 4)), int(rng.integers(246, 330))
        if y[ty, 0] < hill[0, tx] + 5:
            continue
        for b in (-1, 0, 1):
            tall = 1 + (ty > 262) + (ty > 300) - (b != 0)
            for j in range(tall + 1):
                im[ty - j, tx + b, :3] = GRASS[3 if j == tall else 2 + (ty < 280)]
                im[ty - j, tx + b, 3] = 255
    bend = 40 * np.sin((y - 240) / 38.0) * np.clip((y - 244) / 60.0, 0, 1)
    px = 442 + bend - np.clip(y - 250, 0, 200) * 0.9
    wide = 5 + np.clip(y - 246, 0, 200) * 0.26
    path = (np.abs(x - px) < wide + 2 * (n - 0.5) * 6) & (y > 246)
    worn = 0.34 + (noise(H, W, 60, 60, 7) - 0.5) * 0.35 + 0.10 * (np.abs(x - px) < wide * 0.5)
    _put(im, path, quant(np.clip(worn, 0, 1), ramp("1a1240 2c2058 46386c 6c5480 9c7c94")))
    _put(im, (np.abs(np.abs(x - px) - wide) < 1.2) & (y > 246), hexc("14103c"))
    return n


HOUSE_AT = (332, 98)
GRASS = ramp("0a1030 101c40 163050 1c4a5c 2c6c64 52906c")


def house() -> Array:
    """The palace on its hill, the trees beside it, the lantern on the path."""
    im, y, x = _layer()
    _meadow(im, y, x)
    rgba, glow = mansion()
    h, w = glow.shape
    X, Y = HOUSE_AT[0] + OVER, HOUSE_AT[1]
    shade = np.clip(0.75 + 0.35 * (np.arange(w) / w), 0, 1.1)[None, :, None]
    rgb = np.where(glow[..., None] > 0, rgba[..., :3], rgba[..., :3] * NIGHT * shade)
    foot = np.clip(1 - np.hypot((x - 442) / 104.0, (y - 243) / 11.0), 0, 1)
    _over(
        im, np.broadcast_to(np.array([8.0, 8, 34]), (H, W, 3)), np.where(im[..., 3] > 0, _steps(foot * 1.6, 4) * 0.7, 0)
    )
    _over(im[Y : Y + h, X : X + w], rgb, rgba[..., 3] / 255)
    _moonlit(im, Y, X, h, w, rgba[..., 3] > 0)
    for lx, wide in ((333 + 74, 9), (333 + 90, 8), (333 + 156, 9), (333 + 190, 8)):  # panes of light on the lawn
        reach = (y - 246) / 26.0
        pane = (np.abs(x - lx + 4 * reach) < wide + 5 * reach) & (reach > 0) & (reach < 1) & (im[..., 3] > 0)
        _over(
            im,
            np.broadcast_to(np.array([255.0, 190, 96]), (H, W, 3)),
            np.where(pane, _steps((1 - reach) * 0.5, 5), 0) * 0.55,
        )
    dark = np.array([0.34, 0.30, 0.62])
    for name, tx, ty, flip, k in (
        ("tree_2", 300, 292, False, 0.9),
        ("tree_blossom_1", 596, 284, True, 1.0),
        ("tree_1", 232, 306, True, 0.9),
        ("tree_bare_1", 560, 300, False, 0.8),
    ):
        _stand(im, name, tx + OVER, ty, dark * k + 0.10, flip)
    _stand(im, "lantern_post_lit", 372 + OVER, 312, np.array([0.9, 0.8, 0.8]))
    return im


def _moonlit(im: Array, Y: int, X: int, h: int, w: int, solid: Array) -> None:
    """A cold rim on whatever of the house looks up to the moon behind it."""
    rim = solid & ~np.roll(solid, 1, 0)
    rim[0] = False
    rim &= (np.arange(w) > 60)[None, :] & (np.arange(h) < 90)[:, None]
    part = im[Y : Y + h, X : X + w]
    part[rim, :3] = np.minimum(part[rim, :3] * 0.4 + np.array([150.0, 130, 190]), 255)


def glow() -> Array:
    """What the windows and the lantern add to the air round them."""
    im, y, x = _layer()
    _, lit = mansion()
    h, w = lit.shape
    field = np.zeros((H, W))
    field[HOUSE_AT[1] : HOUSE_AT[1] + h, HOUSE_AT[0] + OVER : HOUSE_AT[0] + OVER + w] = lit
    halo = blur(field, 5) + blur(field, 14) * 0.9
    lamp = _steps((1 - np.clip(np.hypot(x - 372, y - 256) / 60, 0, 1)) ** 2, 6)
    im[..., :3] = halo[..., None] * np.array([120, 74, 24]) + lamp[..., None] * np.array([110, 70, 26])
    im[..., 3] = 255
    return im


def front() -> Array:
    """Signpost, well and a girl who looks at the house; grass before her and mist. The cat comes and goes by himself."""
    im, y, _x = _layer()
    _stand(im, "signpost", 150 + OVER, 336, np.array([0.62, 0.52, 0.78]))
    _stand(im, "well", 560 + OVER, 344, np.array([0.42, 0.40, 0.72]))
    girl = rig.draw(cast_real.CORALINE, Pose(), "up").rgba.astype(float)
    ax, ay = cast_real.CORALINE.anchor
    _lay(im, girl, int(ax), int(ay), 326 + OVER, 334, np.array([0.66, 0.58, 0.86]))
    rng = np.random.default_rng(9)
    for _ in range(450):
        gx, gy = int(rng.integers(0, W)), int(rng.integers(330, 366))
        for b in range(-2, 3):
            tall = int(rng.integers(4, 9)) - abs(b)
            for j in range(tall):
                yy, xx = gy - j, gx + b + (int(np.sign(b)) if j > tall - 3 else 0)
                if 0 <= yy < H and 0 <= xx < W:
                    im[yy, xx] = (*(GRASS[0] * 0.8 if j < tall - 2 else GRASS[1 + (gy < 345)]), 255)
    fog = 0.5 * noise(H, W, 20, 4, 11, 2) + 0.5 * noise(H, W, 26, 6, 12, 2)
    v = (
        np.floor(np.clip((fog - 0.45) * 3, 0, 1) * 0.5 * np.clip(1 - np.abs(y - 286) / 50.0, 0, 1) * 8 + bayer(H, W))
        / 8
    )
    _over(im, np.broadcast_to(np.array([110.0, 90, 170]), (H, W, 3)), v * 0.5)
    return im


LAYERS = (("sky", 0.0, sky), ("hills", 0.25, hills), ("house", 0.5, house), ("glow", 0.5, glow), ("front", 1.0, front))


def together(layers: dict[str, Array]) -> Array:
    """All layers on each other, cut to the screen, with the corners darkened: (360, 640, 3)."""
    im = np.zeros((H, W, 3))
    for name, layer in layers.items():
        a = layer[..., 3:] / 255
        im = im + layer[..., :3] if name == "glow" else im * (1 - a) + layer[..., :3] * a
    im = im[:, OVER : OVER + SEEN]
    y, x = grid(H, SEEN)
    v = np.clip(np.hypot((x - SEEN / 2) / (SEEN * 0.62), (y - H / 2) / (H * 0.62)) - 0.5, 0, 1) ** 1.6
    return np.asarray(np.clip(im, 0, 255) * (1 - 0.8 * np.clip(v, 0, 0.5))[..., None])


def is_mine(name: str) -> bool:
    """Whether a file of assets/art/ui is written here."""
    return name.startswith("title") or name == "logo.png"


def write(out: Path) -> list[Path]:
    """The layers, their list, all of them together, and the logo."""
    layers = {name: draw() for name, _, draw in LAYERS}
    for name, layer in layers.items():
        save(layer, out / f"title_{name}.png")
    save(together(layers), out / "title.png")
    save(logo(), out / "logo.png")
    rows = [{"name": f"title_{n}", "depth": d, "mode": "add" if n == "glow" else "alpha"} for n, d, _ in LAYERS]
    (out / "title_layers.json").write_text(json.dumps({"size": [SEEN, H], "overscan": OVER, "layers": rows}) + "\n")
    return [p for p in sorted(out.iterdir()) if is_mine(p.name)]
