"""Pictures and tables that both painters share, baked once with numpy. Parity begins here: a shape lives in
this file or it will differ.

Arrays are (height, width[, channels]); float pictures 0..1. Everything is a pure function of its arguments.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt

from game.view.dice import Dice
from game.view.painter import BLOCK, STANDS, Crumble, Frame, Size

F = npt.NDArray[Any]  # float arrays
U8 = npt.NDArray[np.uint8]
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16.0

STONE = "0c1218 1c2a30 34484a 566e68 829a88 b4c8aa e6f0d0"
TUNNEL = "07061a 110c34 1f1358 3a1c86 6430b0 9a50d0 d088e8 f8d0f4"
VOID = "a6abc0 b8bdcc c8ccd8 d8dae0 e6e6e6 f0efea f8f6f0 fffdf6"
SLAB = "664866 4d385c 382b4f"

RADII = (8, 16, 24, 32, 40, 48, 54, 60, 68, 76, 84)  # sizes the stone is baked in: the raise passes through them
WOBBLES_FROM = 60  # px; smaller ones are only seen for a tick or two
PHASES = 8  # of the slow wobble of the glass
HALO = 26  # px beyond the stone
STONE_RATIO = 61 / 46  # outer / inner radius


def ramp(text: str) -> F:
    """Hex colours -> (n, 3) 0..1."""
    return np.array([[int(h[i : i + 2], 16) for i in (0, 2, 4)] for h in text.split()]) / 255.0


def bayer(h: int, w: int) -> F:
    return np.tile(BAYER, (h // 4 + 1, w // 4 + 1))[:h, :w]


def noise(h: int, w: int, gy: int, gx: int, seed: int, octaves: int = 1) -> F:
    """Periodic value noise 0..1, gy x gx cells."""
    rng, out, amp, total = Dice(seed), np.zeros((h, w)), 1.0, 0.0
    for _ in range(octaves):
        g = rng.random(gy, gx)
        y, x = np.arange(h) * gy / h, np.arange(w) * gx / w
        yi, xi = y.astype(int), x.astype(int)
        fy, fx = (y - yi)[:, None], (x - xi)[None]
        fy, fx = fy * fy * (3 - 2 * fy), fx * fx * (3 - 2 * fx)
        y1, x1 = (yi + 1) % gy, (xi + 1) % gx
        out += amp * (
            (g[yi][:, xi] * (1 - fx) + g[yi][:, x1] * fx) * (1 - fy)
            + (g[y1][:, xi] * (1 - fx) + g[y1][:, x1] * fx) * fy
        )
        total, amp, gy, gx = total + amp, amp / 2, gy * 2, gx * 2
    return np.asarray(out / total)


def quantise(v: F, colours: F, dither: float) -> F:
    """Value 0..1 -> ramp colour with ordered dither of ``dither`` of a step."""
    n = len(colours)
    return np.asarray(colours[np.clip(np.floor(v * n + (bayer(*v.shape) - 0.5) * dither), 0, n - 1).astype(int)])


# ---- adder stone ------------------------------------------------------------------------------------------------------
def hole_wobble(th: F) -> F:
    """Hole radius / mean radius, by angle. lens.frag repeats this line: keep them equal."""
    return np.asarray(1 + 0.035 * np.sin(th * 2 + 1.2) + 0.02 * np.sin(th * 5))


def stone_wobble(th: F) -> F:
    return np.asarray(1 + 0.030 * np.sin(th * 3 + 0.8) + 0.022 * np.sin(th * 5 + 2.1) + 0.012 * np.sin(th * 9))


def baked_radius(radius: float) -> int:
    """The nearest size that the stone is baked in; larger ones as they are."""
    return min(RADII, key=lambda r: abs(r - radius)) if radius < RADII[-1] + 1 else round(radius)


@lru_cache(maxsize=2)
def stone(radius: int) -> tuple[U8, F, F, F]:
    """The stone for one hole radius: (rgba ring u8, halo 0..1, shadow 0..1, hole mask), all (n, n[, 4]), centre at n // 2."""
    outer = radius * STONE_RATIO
    c = int(outer * 1.07) + HALO + 2
    n = 2 * c + 1
    y, x = np.mgrid[0:n, 0:n].astype(np.float32) - c
    th, d = np.arctan2(y, x), np.hypot(x, y)
    r0, r1 = radius * hole_wobble(th), outer * stone_wobble(th)
    u = np.clip((d - r0) / (r1 - r0), 0, 1)
    inside = (d >= r0) & (d <= r1)
    nr, nz = 2 * u - 1, np.sqrt(np.clip(1 - (2 * u - 1) ** 2, 0, 1))
    nx, ny = nr * np.cos(th), nr * np.sin(th)
    k = max(n // 14, 3)
    grain, pit = noise(n, n, k, k, 8, 2) - 0.5, noise(n, n, k * 2, k * 2, 77, 1)
    v = 0.42 + 0.44 * (-0.55 * nx - 0.75 * ny) + 0.11 * nz + grain * 0.24
    v = np.where(pit > 0.80, v - 0.24, np.where(pit > 0.74, v + 0.11, v))
    v += 0.10 * np.exp(-(((th + 2.2) / 0.35) ** 2)) * (nz > 0.6)  # one wet highlight
    rgb = quantise(np.clip(v, 0, 1), ramp(STONE), 0.35)
    rgb += (np.clip(1 - u * 3.0, 0, 1) ** 1.2 * 0.8)[..., None] * np.array([0.12, 0.50, 0.48])
    rgb[inside & (d > r1 - 1.0)] = ramp("0a0c12")[0]
    rgb[inside & (d < r0 + 1.1)] = ramp("befff0")[0]
    rgb[inside & (d >= r0 + 1.1) & (d < r0 + 2.1)] *= 0.62
    ring = np.concatenate([np.clip(rgb, 0, 1), inside[..., None].astype(float)], -1)
    halo = np.clip(1 - (d - r1) / HALO, 0, 1) ** 2 * (d > r1)
    ds = np.hypot(x - 3, y - 5)
    shadow = np.clip((outer + 7 - ds) / 9, 0, 1) * (d > r1) * 0.5
    return (ring * 255 + 0.5).astype(np.uint8), halo, shadow, (d < r0).astype(np.float32)


def phase_of(frame: Frame, radius: int) -> int:
    """Which phase of the wobble is seen, 0..PHASES - 1; -1: none, and no split colours."""
    if frame.calm:
        return -1
    return int(frame.time * 4) % PHASES if radius >= WOBBLES_FROM else 0


def grain_tile(size: Size) -> F:
    """Film grain 0..1, wider than the screen so that a random corner can be shown."""
    g = Dice(11).random(size[1] + 64, size[0] + 64)
    return np.floor((0.65 * g + 0.35 * np.roll(g, 1, 1)) * 6) / 5


def vignette(size: Size) -> F:
    """0 in the middle .. 1 in the corners, in 16 dithered steps."""
    w, h = size
    x, y = np.arange(w, dtype=np.float32)[None], np.arange(h, dtype=np.float32)[:, None]
    v = np.clip(np.sqrt(((x - w / 2) / (w * 0.62)) ** 2 + ((y - h / 2) / (h * 0.62)) ** 2) - 0.42, 0, 0.5) / 0.5
    v = v * v * (3 - 2 * v)
    return np.asarray(np.clip(np.floor(v * 18 + bayer(h, w) * 0.8) / 18, 0, 1))


def fog_tile() -> F:
    """Tileable (256, 512) mist 0..1 in eight dithered steps."""
    v = 0.6 * noise(256, 512, 14, 5, 4, 2) + 0.4 * noise(256, 512, 20, 6, 9, 2)
    return np.clip(np.floor(np.clip((v - 0.42) * 3.2, 0, 1) * 8 + bayer(256, 512) * 0.6) / 8, 0, 1)


DUSKS = 16  # steps of vignette strength


def dusk(frame: Frame) -> float:
    """How strong the vignette is now: of the place, of the place that blooms, or of the stone."""
    if frame.passage:
        return 0.5
    v = frame.scene.grade.vignette
    if frame.bloom:
        v += (frame.bloom.into.grade.vignette - v) * frame.bloom.amount
    return v + (0.5 - v) * (frame.lens.amount if frame.lens else 0)


# ---- void and crumble -------------------------------------------------------------------------------------------------
VOID_PX = 512
"""The white nothing repeats after so many px of the map."""


@lru_cache(maxsize=1)
def void_tile() -> U8:
    """(VOID_PX, VOID_PX, 3): the white nothing: pale paper with slow clouds and unravelling threads. Repeats every way."""
    n = VOID_PX
    clouds = noise(n, n, 4, 3, 4, 3) - 0.5
    v = 0.46 + clouds * 1.25 + (noise(n, n, 40, 12, 9, 2) - 0.5) * 0.10
    out = quantise(np.clip(v, 0.06, 0.999), ramp(VOID), 0.22)
    rng = Dice(8)
    for i in range(30):
        a, px, py = rng.uniform(0, 6.28), rng.uniform(0, n), rng.uniform(0, n)
        for s in range(90):
            a2 = a + np.sin(s * 0.11 + i) * 1.1
            px, py = px + np.cos(a2) * 1.6, py + np.sin(a2) * 1.1 + 0.15
            if s % 8 < 6:
                y, x = int(py) % n, int(px) % n
                out[y, x] = out[y, x] * 0.35 + ramp("7c5c94")[0] * 0.65
    return np.asarray((out * 255 + 0.5).astype(np.uint8))


def slab_strip() -> F:
    """(16, 128, 4) torn underside of a floating floor, hung below the frontier."""
    n = noise(1, 128, 1, 32, 3, 2)[0] * 9 + Dice(5).random(128) * 3
    k = np.arange(16)[:, None]
    rgb = ramp(SLAB)[np.clip(k // 4, 0, 2)] * (1 - 0.10 * (noise(16, 128, 4, 32, 6)[..., None] > 0.6))
    rgb[0] *= 0.72
    return np.concatenate([np.broadcast_to(rgb, (16, 128, 3)), (k < 4 + n)[..., None].astype(float)], -1)


GRAIN = 17 / 255  # brightness of the grain in the drained world
STATES = 24  # steps of a fall that a piece is shown in


TURNS = 16  # steps of a quarter turn
PIECE = 12  # px; the box a piece turns in


def fall(f: F, seed: F) -> tuple[F, F, F, F, F]:
    """A block's way down for f 0..1: (outward drift px, drop px, turn rad, size 0..1, bleach 0..1)."""
    e = f * f
    return (
        34 * f * (0.5 + seed),
        30 * e * (0.4 + seed) - 10 * f * (1 - f),
        (seed - 0.5) * 5.0 * f,
        1 - 0.72 * f,
        0.20 + 0.55 * f,
    )


def tilt(f: F) -> F:
    """How high a piece seems, 0..1, as it flips about its own axis. piece.frag repeats it."""
    return np.asarray(0.55 + 0.45 * np.abs(np.cos(f * 7.0)))


@dataclass(frozen=True)
class Pieces:
    """What falls now, deepest first: where each block was and where its box is, px of the canvas; its state; how pale it is."""

    from_x: npt.NDArray[np.intp]
    from_y: npt.NDArray[np.intp]
    x: npt.NDArray[np.intp]
    y: npt.NDArray[np.intp]
    step: npt.NDArray[np.intp]
    turn: npt.NDArray[np.intp]
    bleach: F


def pieces(crumble: Crumble, canvas: Size) -> Pieces | None:
    """The falling blocks of a crumble that lie in the picture; None when there are none."""
    k, (w, h) = crumble.integrity, canvas
    ys, xs = np.nonzero((k < STANDS) & (k > 0))
    bx, by = xs * BLOCK - crumble.origin[0] % BLOCK, ys * BLOCK - crumble.origin[1] % BLOCK
    f = (STANDS - k[ys, xs]) / STANDS
    seed = block_seed((crumble.origin[0] // BLOCK, crumble.origin[1] // BLOCK), (k.shape[0], k.shape[1]))[ys, xs]
    drift, drop, turn, _, bleach = fall(f, seed)
    cx, cy = bx + 4.0, by + 4.0
    ang = np.arctan2(cy - crumble.centre[1], cx - crumble.centre[0]) + (seed - 0.5) * 0.6
    px = (cx + np.cos(ang) * drift).astype(int) - PIECE // 2
    py = (cy + np.sin(ang) * drift * 0.7 + drop).astype(int) - PIECE // 2
    keep = (bx >= 0) & (by >= 0) & (bx <= w - BLOCK) & (by <= h - BLOCK)
    keep &= (px >= 0) & (py >= 0) & (px < w - PIECE) & (py < h - PIECE)
    if not keep.any():
        return None
    order = np.flatnonzero(keep)[np.argsort(-f[keep], kind="stable")]
    step = (f[order] * (STATES - 1)).astype(int)
    turned = (turn[order] / (np.pi / 2) * TURNS).astype(int) % TURNS
    return Pieces(bx[order], by[order], px[order], py[order], step, turned, bleach[order])


@lru_cache(maxsize=1)
def _seeds() -> F:
    return Dice(3).random(64, 128)


def block_seed(first: tuple[int, int], shape: tuple[int, int]) -> F:
    """One random number for each block of the map: (rows, columns) from the block ``first`` (column, row) on."""
    rows, columns = (np.arange(shape[0]) + first[1]) % 64, (np.arange(shape[1]) + first[0]) % 128
    return np.asarray(_seeds()[rows][:, columns])


TREMBLES_HZ = 20
TREMBLES_AT = 0.95  # integrity below which a block that still stands is seen to tremble


def tremble(seed: F, time: float) -> F:
    """px to the side, -1..1, that a block which loosens is shown at. compose.frag repeats it."""
    return np.asarray((seed * 97).astype(int) + int(time * TREMBLES_HZ)) % 3 - 1


# ---- passage ----------------------------------------------------------------------------------------------------------
ROWS, COLS = 64, 512  # one chamber of the tunnel skin: depth x angle


@lru_cache(maxsize=4)
def passage_map(size: Size, cx: int, cy: int) -> tuple[F, F]:
    """Per pixel (depth in chambers from the near mouth, angle 0..1)."""
    w, h = size
    y, x = np.mgrid[0:h, 0:w].astype(float)
    dx, dy = x - cx + 0.5, (y - cy + 0.5) / 0.72
    d, th = np.hypot(dx, dy), np.arctan2(dy, dx)
    bend = np.clip(d / 300, 0, 1)
    th2 = th + 0.10 * np.sin(d * 0.012)
    d = d * (1 + bend * (0.055 * np.sin(th2 * 3 + 0.6) + 0.04 * np.sin(th2 * 5 + 2)) + 0.03 * np.sin(th2 * 7 + 1))
    return 3.1 * np.log(430 / np.maximum(d, 2.5)), (th2 / (2 * np.pi)) % 1.0


def passage_skin() -> F:
    """(4 * ROWS, COLS) tone -1..1 of four chambers: dark ribs with a lit lip and dashes of stitching, swollen cells between."""
    v = np.zeros((4 * ROWS, COLS))
    a = np.arange(COLS)
    for c in range(4):
        rng = Dice(40 + c)
        wob = 3.2 * np.sin(a / COLS * 2 * np.pi * 6 + c * 2) + 1.8 * np.sin(a / COLS * 2 * np.pi * 13 + c)
        r = (np.arange(ROWS)[:, None] + wob[None]) % ROWS / ROWS
        n, off = 9 + c, rng.one()
        cell = (a / COLS * n + off + 0.16 * np.sin(r * np.pi)) % 1
        k = (a / COLS * n + off + 0.16 * np.sin(r * np.pi)).astype(int) % n
        lit = (1.05 * rng.random(n) - 0.05)[k]
        bulge = np.clip(1 - np.hypot((cell - 0.5) / 0.38, (r - 0.5) / 0.34), 0, 1)
        t = (
            0.15
            + 0.24 * lit * bulge**0.8
            + 0.09 * np.sin(r * np.pi)
            + 0.03 * (noise(ROWS, COLS, 8, 40, 60 + c, 2) - 0.5)
        )
        t = np.where(np.abs(cell - 0.5) > 0.468, t - 0.15, t)  # seams between the cells
        rib = np.minimum(r, 1 - r)
        t = np.where(rib < 0.075, -0.42, np.where(rib < 0.12, t - 0.11, t))
        dash = (a % 32 < 17)[None] & (rng.random(COLS // 32)[(a // 32)] < 0.8)[None]
        t = np.where((r > 0.105) & (r < 0.150) & dash, t + 0.40, t)
        v[c * ROWS : (c + 1) * ROWS] = t
    return v


def passage_glow(depth: F) -> F:
    """Tone added by the far mouth, by depth in chambers."""
    return 0.09 + 0.93 * np.clip((depth - 1.0) / 10.5, 0, 1.1) ** 1.5


def passage_contrast(depth: F) -> F:
    """How strongly the skin shows: softly when near, not at all in the blinding far mouth."""
    return np.clip(0.60 + depth * 0.05, 0, 1) * np.clip((14.0 - depth) / 3, 0, 1)


def passage_squeeze(depth: F, pulse: float, strength: float) -> tuple[F, F]:
    """The pulse: a swelling at one depth that walks from the far mouth to the near one. -> (shift in chambers, tone)."""
    if pulse <= 0:
        return np.zeros_like(depth), np.zeros_like(depth)
    at = 13.0 * (1 - pulse) - 0.8
    b = np.exp(-(((depth - at) / 1.15) ** 2)) * strength
    return 0.55 * b, 0.30 * b


# ---- palette bloom ----------------------------------------------------------------------------------------------------
PETAL = 4  # px; the bloom's frontier moves on this grid


@lru_cache(maxsize=4)
def bloom_map(size: Size, x: int, y: int) -> F:
    """(h / 4, w / 4, rounded up) opening order 0..1: 0 at (x, y), 1 at the furthest corner, with six petals and a ragged edge."""
    w, h = -(-size[0] // PETAL), -(-size[1] // PETAL)
    yy, xx = np.mgrid[0:h, 0:w] * float(PETAL) + PETAL / 2
    dx, dy = xx - x, yy - y
    d, th = np.hypot(dx, dy), np.arctan2(dy, dx)
    petals = np.abs(np.sin(th * 3 + d * 0.004 + 0.5)) ** 0.55
    d = d * (1 + 0.42 * np.exp(-d / 420) * (1 - petals)) + 6 * (Dice(2).random(h, w) - 0.5) + 3
    return np.asarray((d / d.max()).astype(np.float32))


BLOOM_EDGE = (
    (0.000, "fffff4"),
    (0.007, "fcd858"),
    (0.016, "e84878"),
    (0.025, "6a3cc4"),
)  # distance behind the front -> colour

BLOOM_BACK = 0.034


def grain_corner(frame: Frame) -> tuple[int, int]:
    """From which corner of the grain the picture is cut now: another 12 times a second, always the same one when calm."""
    i = 0 if frame.calm else int(frame.time * 12)
    return i * 29 % 64, i * 41 % 64
