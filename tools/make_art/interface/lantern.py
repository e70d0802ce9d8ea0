"""The ladies' magic lantern: three pierced rings of brass, what they let through, the lantern and its sheet.

lantern_inner.png, lantern_middle.png, lantern_outer.png: the ring in 36 positions, 10 degrees apart and turning with the
clock, six in a row; lantern_light_*.png the same for the light that falls through it, at the size of the sheet.
lantern.png/json: body, sheet, frame, girl, pulled, handle_*, and the numbers of the rings.

At home (position 0) inner and middle show a bridge; wherever middle and outer stand alike there is a needle, and the
bridge is the thread in its eye.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tools.make_art.actors import atlas, cast_real, rig
from tools.make_art.core import cache
from tools.make_art.core.field import Array, bayer, grid, noise
from tools.make_art.core.ramps import OTHER, Palette, hexc, ramp
from tools.make_art.interface.felt import grown, sheet, shifted
from tools.make_art.places import sdf
from tools.make_art.places.sdf import RX, G, ball, blk, box, cyl, moved, rod, sub, torus

POSITIONS, PER_ROW = 36, 6
R_RING, R_CAST = 58.0, 76.0  # px: the whole disc in the lantern, and on the sheet
RINGS = {"inner": (0.0, 0.37), "middle": (0.37, 0.685), "outer": (0.685, 1.0)}
BRASS = ramp("1e1008 4a2c10 7c5018 b07c24 dcac40 f8dc78 fffbd0")
IRON = ramp("12101c 2a2836 484656 6c6a7c 9896a4 c8c6cc f4f2f0")
METAL = {"inner": BRASS, "middle": IRON, "outer": BRASS}
SHEET_W, SHEET_H = 220, 160
PAL: Palette = {
    **OTHER,
    "japan": ramp("0a060c 1c1018 341c22 54302c 7c4c3c ac7854"),
    "brass": ramp("2a1608 5c3a14 8e621e c0902c e8bc50 fce890"),
    "lens": ramp("2c3c5c 4c78a0 8cbcd0 d0ecec fffbe4 ffffff"),
    "wood": ramp("1c1010 3c2420 64402c 8e603c b88854 dcb47c"),
}


# ---- what is cut out, in units of the disc (x right, y down) ------------------------------------------------------
def _deck(x: Array) -> Array:
    """Height of the middle of the bridge."""
    return 0.10 - 0.10 * np.cos(x * 2.2)


def _bridge(x: Array, y: Array) -> Array:
    """Deck, rail, posts, and three arches under it; slender in the middle ring, as thread is."""
    d = _deck(x)
    near = np.abs(x) < 0.40
    deck = np.abs(y - d) < np.where(near, 0.030, 0.022)
    rail = (np.abs(y - d + 0.115) < 0.014) & near
    posts = near & (np.abs((x + 0.04) % 0.08 - 0.04) < 0.011) & (y < d) & (y > d - 0.12)
    span = (x + 0.12) % 0.24 - 0.12
    arch = near & (y > d) & (y < 0.33) & (np.hypot(span / 0.105, (y - 0.33) / 0.24) > 1)
    return deck | rail | posts | arch


def _needle(x: Array, y: Array) -> Array:
    """Upright at x = 0.53: blunt end above, the eye where the thread comes through, point below."""
    u = x - 0.53
    half = np.interp(
        y, [-0.26, -0.20, -0.05, 0.10, 0.24, 0.40, 0.78, 0.86], [0.0, 0.042, 0.066, 0.070, 0.044, 0.036, 0.022, 0.0]
    )
    body = np.abs(u) < half
    eye = np.hypot(u / 0.030, (y - 0.055) / 0.10) < 1
    return body & ~eye


def _sector(x: Array, y: Array, at: float, wide: float) -> Array:
    """Within so many degrees of an angle (0 = right, with the clock)."""
    a = (np.degrees(np.arctan2(y, x)) - at + 180) % 360 - 180
    return np.abs(a) < wide / 2


def _sign(kind: str, x: Array, y: Array) -> Array:
    """The little signs in the rings."""
    r, a = np.hypot(x, y), np.arctan2(y, x)
    if kind == "star":
        return r < 0.040 + 0.030 * np.cos(a * 5 + math.pi / 2)
    if kind == "moon":
        return (r < 0.068) & (np.hypot(x - 0.030, y + 0.012) > 0.056)
    if kind == "button":
        return (r < 0.066) & ~((np.hypot(np.abs(x) - 0.022, np.abs(y) - 0.022)) < 0.013)
    if kind == "key":
        ring = (np.hypot(x, y + 0.040) < 0.036) & (np.hypot(x, y + 0.040) > 0.015)
        return (
            ring
            | ((np.abs(x) < 0.010) & (y > -0.01) & (y < 0.080))
            | ((np.abs(y - 0.066) < 0.010) & (x > 0) & (x < 0.036))
        )
    if kind == "house":
        return ((np.abs(x) < 0.048) & (y > -0.008) & (y < 0.058)) | (
            (y <= -0.005) & (y > -0.068) & (np.abs(x) < 0.066 * (y + 0.068) / 0.062)
        )
    return r < 0.05


def _signs(x: Array, y: Array, radius: float, kinds: dict[float, str]) -> Array:
    out = np.zeros_like(x, bool)
    for angle, kind in kinds.items():
        t = math.radians(angle)
        px, py = x - radius * math.cos(t), y - radius * math.sin(t)
        c, s = math.cos(t + math.pi / 2), math.sin(t + math.pi / 2)
        out |= _sign(kind, px * c + py * s, -px * s + py * c)
    return out


def pierced(ring: str, x: Array, y: Array) -> Array:
    """Where the light comes through this ring when it is home."""
    lo, hi = RINGS[ring]
    r = np.hypot(x, y)
    rim = 0.022
    inside = (r > lo + (rim if lo else -1)) & (r < hi - rim)
    if ring == "inner":
        return inside & ~_bridge(x, y)
    if ring == "middle":
        window = _sector(x, y, 6, 68) | _sector(x, y, 176, 62)
        light = window & ~_bridge(x, y) & ~_needle(x, y)
        return inside & (light | _signs(x, y, 0.53, {72: "star", 112: "moon", 244: "star", 296: "key"}))
    window = _sector(x, y, 56, 40)
    return inside & (
        (window & ~_needle(x, y))
        | _signs(
            x, y, 0.845, {4: "star", 108: "button", 150: "moon", 192: "house", 234: "star", 276: "key", 318: "moon"}
        )
    )


def _turned(size: float, k: int, extent: int, fine: int) -> tuple[Array, Array]:
    """Home coordinates of every sample of a picture of ``extent`` px whose disc has radius ``size``, k positions on."""
    t = np.radians(k * 360 / POSITIONS)
    y, x = (np.mgrid[0 : extent * fine, 0 : extent * fine] + 0.5) / fine - extent / 2
    x, y = x / size, y / size
    return x * math.cos(t) + y * math.sin(t), -x * math.sin(t) + y * math.cos(t)


def _mean(a: Array, fine: int) -> Array:
    h, w = a.shape
    return a.reshape(h // fine, fine, w // fine, fine).mean((1, 3))


def extent(ring: str, size: float) -> int:
    """Width of the square picture of a ring, px."""
    return 2 * math.ceil(RINGS[ring][1] * size) + 4


def metal(ring: str, k: int) -> np.ndarray:
    """The ring itself at position k: bevelled edges lit from the upper left, whichever way it is turned."""
    fine, n = 4, extent(ring, R_RING)
    x, y = _turned(R_RING, k, n, fine)
    lo, hi = RINGS[ring]
    r = np.hypot(x, y)
    disc = (r < hi) & (r >= lo)
    solid = disc & ~pierced(ring, x, y)
    cover = _mean(solid.astype(float), fine)
    m = cover >= 0.5
    rr, c = _mean(r, fine), METAL[ring]
    yy, xx = grid(n, n)
    light = -(xx - n / 2) * 0.5 - (yy - n / 2) * 0.8
    tone = 0.46 + 0.14 * light / (n / 2) + 0.07 * np.sin(rr * 150) * (noise(n, n, 8, 8, 3) - 0.2)
    up, left = shifted(m, 1, 0), shifted(m, 0, 1)
    down, right = shifted(m, -1, 0), shifted(m, 0, -1)
    tone += 0.26 * (m & (~up | ~left)) - 0.26 * (m & (~down | ~right))
    edge = (np.abs(rr - hi + 0.030) < 0.010) | ((np.abs(rr - lo - 0.034) < 0.010) & (lo > 0))
    tone -= 0.16 * edge
    if ring == "outer":  # a milled rim for the fingers
        a = np.degrees(np.arctan2(_mean(y, fine), _mean(x, fine)))
        tone = np.where(rr > hi - 0.026, 0.40 + 0.30 * ((a % 7.5) < 3.75) + 0.12 * light / (n / 2), tone)
    ix = np.clip(np.round(1 + tone * (len(c) - 2)), 1, len(c) - 1).astype(int)
    im = np.zeros((n, n, 4))
    rim = grown(m) & ~m
    im[rim] = (*(c[0] * 0.8), 255)
    im[m, :3] = c[ix][m]
    im[m, 3] = 255
    for rivet in range(6):
        t = math.radians(rivet * 60 + 30 + k * 360 / POSITIONS)
        q = (lo + hi) / 2 if ring == "none" else hi - 0.052
        px, py = int(n / 2 + q * R_RING * math.cos(t)), int(n / 2 + q * R_RING * math.sin(t))
        if m[py, px]:
            im[py, px, :3] = c[-1]
            if m[py + 1, px]:
                im[py + 1, px, :3] = c[1]
    return np.clip(im, 0, 255).astype(np.uint8)


def cast(ring: str, k: int) -> np.ndarray:
    """The light on the sheet: (n, n, 4), warm white where it falls, soft at the edge."""
    fine, n = 3, extent(ring, R_CAST)
    x, y = _turned(R_CAST, k, n, fine)
    light = _mean(pierced(ring, x, y).astype(float), fine)
    step = np.floor(light * 4 + 0.5) / 4
    im = np.zeros((n, n, 4))
    im[..., :3] = np.where((step > 0.8)[..., None], hexc("fff6dc"), hexc("f0d8a4"))
    im[..., 3] = np.round(step * 255)
    im[step <= 0.2] = 0
    return im.astype(np.uint8)


def strip(make: Callable[[str, int], np.ndarray], ring: str) -> np.ndarray:
    """All positions, six in a row."""
    frames = [make(ring, k) for k in range(POSITIONS)]
    rows = [np.concatenate(frames[i : i + PER_ROW], 1) for i in range(0, POSITIONS, PER_ROW)]
    return np.concatenate(rows, 0)


# ---- the lantern, the sheet ---------------------------------------------------------------------------------------
def body() -> np.ndarray:
    """132 x 190: a japanned box with a chimney and brass feet; the rings go on the round plate at ``plate``."""

    def make() -> dict[str, np.ndarray]:
        plate = rod((0, 0, 30), (0, 0, 33), 61.5)
        flat = lambda q: np.maximum(np.hypot(q[:, 0], q[:, 1]) - 62, np.abs(q[:, 2] - 32) - 2.2)  # noqa: E731
        hole = lambda q: np.hypot(q[:, 0], q[:, 1]) - 56  # noqa: E731
        ring = lambda q: np.maximum(flat(q), -hole(q))  # noqa: E731
        glass = lambda q: np.maximum(np.hypot(q[:, 0], q[:, 1]) - 56.5, np.abs(q[:, 2] - 31) - 1.0)  # noqa: E731
        del plate
        holes = [box((-24 + 12 * k, 88, 26), (2.2, 4.4, 30), 2) for k in range(5)]
        chimney = cyl(0, 0, 78, 100, 26, 20, 1, 2)
        for h in holes:
            chimney = sub(chimney, h)
        groups = [
            G("japan", [blk(0, -66, 0, 116, 138, 56, 7)], 0, lambda q, n: 0.05 * np.sin(q[:, 1] * 0.12) + 0.04),
            G("brass", [blk(0, 70, 0, 122, 5, 62, 2), blk(0, -70, 0, 122, 5, 62, 2)]),
            G("japan", [chimney], 0),
            G("brass", [torus((0, 80, 0), 26, 2), cyl(0, 0, 99, 104, 27, 24, 1, 2), cyl(0, 0, 104, 110, 10, 4, 1, 1)]),
            G("brass", [ring], 0, lambda q, n: 0.10 * (np.sin(np.arctan2(q[:, 1], q[:, 0]) * 48) > 0) - 0.04),
            G("lens", [glass], 0, lambda q, n: 0.30 - 0.006 * np.hypot(q[:, 0] + 10, q[:, 1] - 12)),
            G("brass", [ball((s * 52, -78, 14), (7, 7, 7)) for s in (-1, 1)]),
            G("wood", [rod((60, 40, 0), (68, 40, 0), 3), ball((70, 40, 0), (4, 6, 4))]),
        ]
        w, h = 148, 206
        buffer = sdf.render(moved(groups, RX(4)), w, h, 72, 118, ss=2, pitch=-2)
        image, _, _ = sdf.paint(buffer, [g.mat for g in groups], [g.glow for g in groups], PAL, 4)
        return {"image": image}

    key = cache.source_hash(Path(sdf.__file__), Path(__file__), "body")
    return cache.arrays("lantern_body", key, make)["image"]


def linen() -> np.ndarray:
    """220 x 160: a bed sheet on a line, pegged; pale, unlit, folds running down."""
    h, w = SHEET_H, SHEET_W
    y, x = grid(h, w)
    tone = 0.62 + 0.09 * np.sin(x * 0.085 + 0.5 * np.sin(y * 0.02)) + 0.05 * np.sin(x * 0.23 + y * 0.012)
    tone -= 0.12 * np.clip((y - 20) / h, 0, 1) + 0.06 * ((x == 73) | (x == 147)) + 0.05 * (y == 82)
    hang = 9 + 5 * np.sin(np.pi * (x / w * 4 % 1)) ** 2
    hem = h - 6 - 2.2 * np.sin(x * 0.13) - 1.4 * np.sin(x * 0.31)
    on = (y >= hang) & (y < hem) & (x > 3) & (x < w - 4)
    tone = np.where(y > hem - 6, tone - 0.10 + 0.10 * (np.floor(x / 3) % 2) * (np.abs(y - hem + 5) < 1), tone)
    tone = np.where(y < hang + 4, tone + 0.10, tone)
    c = ramp("2a2230 443a4a 62586a 80768a a098a8 c0bac4 dcd8dc f2f0f0")
    im = np.zeros((h, w, 4))
    im[..., :3] = c[np.clip(np.round(tone * 7 + (bayer(h, w) - 0.5) * 0.5), 0, 7).astype(int)]
    im[..., 3] = on * 255
    rim = grown(on) & ~on
    im[rim] = (*c[0], 255)
    line = (np.abs(y - 6 - 2.0 * np.sin(np.pi * x / w)) < 1) & ~on
    im[line] = (*hexc("8a7450"), 255)
    im[shifted(line, 1, 0) & ~line & ~on] = (*hexc("4a3a28"), 255)
    for px in (8, 64, 110, 156, 211):
        peg = (np.abs(x - px) < 2.5) & (y > 2) & (y < 15)
        im[peg] = (*hexc("c89858"), 255)
        im[peg & (x == px + 2)] = (*hexc("7a5030"), 255)
        im[(np.abs(x - px) < 2.5) & (y == 8)] = (*hexc("6a6c84"), 255)
    return im.astype(np.uint8)


def _figure(anim_pose: rig.Pose, d: str, scale: int) -> np.ndarray:
    """Coraline as a shadow: the sprite's shape, enlarged and smoothed, plum-black, its rim a little lighter."""
    m = rig.draw(cast_real.CORALINE, anim_pose, d).rgba[..., 3] > 0
    ys, xs = np.nonzero(m)
    m = m[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    m = np.pad(np.kron(m, np.ones((scale, scale), bool)), 3)
    soft = m.astype(float)
    for _ in range(2):  # what a doubled sprite has in corners, light rounds off
        p = np.pad(soft, 1)
        soft = (
            sum(p[1 + dy : p.shape[0] - 1 + dy, 1 + dx : p.shape[1] - 1 + dx] for dy in (-1, 0, 1) for dx in (-1, 0, 1))
            / 9
        )
    on, rim = soft > 0.5, (soft > 0.28) & (soft <= 0.5)
    im = np.zeros((*m.shape, 4), np.uint8)
    im[on] = (26, 16, 34, 235)
    im[rim] = (46, 30, 52, 150)
    return im


def girl() -> np.ndarray:
    """Her shadow on the sheet: like her, with a hump (it is the hood)."""
    return _figure(rig.P(lean=8, nod=4), "right", 2)


def pulled(k: int) -> np.ndarray:
    """Her shadow when it no longer does as she does: hauled along by a thread. Three steps."""
    lean, reach = ((12, 9.5), (24, 12.0), (36, 14.0))[k]
    pose = rig.P(
        lean=lean,
        handL=(-1.5, 9, reach),
        handR=(1.5, 10, reach),
        legL=-10 - 14 * k,
        legR=-30 - 8 * k,
        liftR=2.0 * k,
        nod=-8,
    )
    return _figure(pose, "right", 2)


def handle(metal_: Array, lit: bool) -> np.ndarray:
    """A knob on a stalk beside the rings, 22 x 20; ``lit`` when she has hold of it."""
    y, x = grid(20, 22)
    im = np.zeros((20, 22, 4))
    stalk = (np.abs(y - 9.5) < 2.2) & (x < 11)
    knob = np.hypot((x - 13.5), (y - 9.5)) < 7.6
    light = (-(x - 13.5) * 0.5 - (y - 9.5) * 0.8) / 7.6
    c = metal_
    tone = np.clip(
        np.round(3.2 + 2.4 * light + 0.5 * (np.sin(np.arctan2(y - 9.5, x - 13.5) * 10) > 0) + lit), 1, 6
    ).astype(int)
    m = stalk | knob
    rim = grown(m) & ~m
    im[rim] = (*(hexc("fff2b0") if lit else c[0] * 0.8), 255)
    im[m, :3] = c[tone][m]
    im[stalk & ~knob, :3] = c[np.clip(4 - np.abs(y - 9), 1, 5).astype(int)][stalk & ~knob]
    im[m, 3] = 255
    im[np.hypot(x - 13.5, y - 9.5) < 2.3, :3] = c[1]
    im[np.hypot(x - 13, y - 9) < 1.2, :3] = c[5]
    return np.clip(im, 0, 255).astype(np.uint8)


def write(out: Path) -> list[Path]:
    """All of it."""
    files = []
    for ring in RINGS:
        for stem, make in (("lantern", metal), ("lantern_light", cast)):
            files.append(out / f"{stem}_{ring}.png")
            atlas.save_png(files[-1], strip(make, ring))
    made = {"sheet": linen(), "body": body(), "girl": girl()} | {f"pulled_{k}": pulled(k) for k in range(3)}
    for name, c in (("inner", BRASS), ("middle", IRON), ("outer", BRASS)):
        for lit in (False, True):
            made[f"handle_{name}{'_held' * lit}"] = handle(c, lit)
    image, where = sheet(made, 480)
    files += [out / "lantern.png", out / "lantern.json"]
    atlas.save_png(files[-2], image)
    rings = {r: {"size": extent(r, R_RING), "light": extent(r, R_CAST), "reach": list(RINGS[r])} for r in RINGS}
    facts = {
        "positions": POSITIONS, "per_row": PER_ROW, "rings": rings, "radius": R_RING, "light_radius": R_CAST,
        "plate": [72, 118], "sheet_middle": [SHEET_W // 2, 82], "needle": [0.53, 0.05], "pictures": where,
    }  # fmt: skip
    files[-1].write_text(json.dumps(facts) + "\n", encoding="utf-8")
    return files
