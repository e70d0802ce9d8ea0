"""Preview lighting (ART.md section 7) on a G-buffer: what the game's painter should show. Only numpy."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tools.make_art.core.field import Array, bayer


@dataclass
class Light:
    """Point light at floor position (x, z) and height h."""

    x: float
    z: float
    h: float
    r: float
    rgb: tuple[float, float, float]
    i: float = 1.0
    wrap: float = 0.3
    shadows: bool = False


@dataclass
class Mood:
    """Ambient, grade and vignette of a place."""

    amb: tuple[float, float, float]
    sat: float = 1.0
    lift: tuple[float, float, float] = (0, 0, 0)
    gain: tuple[float, float, float] = (1, 1, 1)
    gamma: float = 1.0
    contrast: float = 1.0
    vignette: float = 0.4
    bloom: float = 0.0
    threshold: float = 0.8
    rim: tuple[int, int, tuple[float, float, float]] | None = None
    fill: tuple[float, float, float] = (0.24, 0.21, 0.20)


REAL_DAY = Mood(
    (0.66, 0.68, 0.73),
    0.70,
    (0.02, 0.022, 0.035),
    (1.02, 1.03, 1.06),
    0.98,
    1.02,
    0.36,
    0.25,
    0.85,
    (-1, -1, (0.18, 0.2, 0.24)),
    (0.16, 0.15, 0.18),
)
OTHER_WARM = Mood(
    (0.50, 0.42, 0.54),
    1.04,
    (0.03, 0.008, 0.045),
    (1.03, 1.0, 0.98),
    0.96,
    1.05,
    0.55,
    0.38,
    0.82,
    (0, 1, (0.34, 0.17, 0.06)),
)
NIGHT = Mood(
    (0.30, 0.38, 0.62),
    1.42,
    (0.004, 0.018, 0.075),
    (0.95, 1.02, 1.10),
    0.94,
    1.16,
    0.5,
    0.55,
    0.70,
    (-1, -1, (0.26, 0.38, 0.46)),
    (0.12, 0.15, 0.22),
)


@dataclass
class GBuffer:
    """Float arrays (h, w[, 3]); albedo and emissive 0..1."""

    albedo: Array
    normal: Array
    height: Array
    emissive: Array
    actor: Array
    occluder: Array

    def view(self, x: int, y: int, w: int = 640, h: int = 360) -> GBuffer:
        s = (slice(y, y + h), slice(x, x + w))
        return GBuffer(
            *(getattr(self, k)[s].copy() for k in ("albedo", "normal", "height", "emissive", "actor", "occluder"))
        )


def blur(a: Array, r: int) -> Array:
    """Two box blurs along each axis."""
    for ax in (0, 1):
        for _ in range(2):
            p = np.pad(a, [(r + 1, r) if i == ax else (0, 0) for i in range(a.ndim)], "edge")
            c = np.cumsum(p, ax)
            n = a.shape[ax]
            a = (np.take(c, range(2 * r + 1, 2 * r + 1 + n), ax) - np.take(c, range(n), ax)) / (2 * r + 1)
    return a


def lit(g: GBuffer, mood: Mood, lights: list[Light], bands: int = 16) -> Array:
    """albedo * light + emissive, luminance in 16 bands."""
    H, W = g.height.shape
    y, x = np.mgrid[0:H, 0:W].astype(float)
    pz, py = y + g.height, g.height
    tot = np.zeros((H, W, 3)) + np.array(mood.amb)
    n = g.normal
    tot += (
        g.actor[..., None]
        * np.array(mood.fill)
        * (0.35 + 0.65 * np.clip(n[..., 2:3] * 0.6 + n[..., 1:2] * 0.5 - n[..., 0:1] * 0.3, 0, 1))
        * 1.6
    )
    if mood.rim:
        dx, dy, c = mood.rim
        tot += ((g.actor > 0) & (np.roll(g.actor, (dy * 2, dx * 2), (0, 1)) == 0))[..., None] * np.array(c)
    for l in lights:
        if l.x < -l.r or l.x > W + l.r or l.z < -l.r or l.z > H + l.r + 120:
            continue
        dx, dy, dz = l.x - x, l.h - py, l.z - pz
        d = np.sqrt(dx * dx + dy * dy + dz * dz) + 1e-3
        at = np.clip(1 - (d / l.r) ** 2, 0, 1) ** 2
        wrap = l.wrap + 0.75 * g.actor
        nl = np.clip(((n[..., 0] * dx + n[..., 1] * dy + n[..., 2] * dz) / d + wrap) / (1 + wrap), 0, 1)
        sh: Array | float = 1.0
        if l.shadows and g.occluder.any():
            acc = np.zeros((H, W))
            for k in range(1, 28):
                f = k / 28
                xi, zi = (
                    np.clip((x + (l.x - x) * f), 0, W - 1).astype(int),
                    np.clip((pz + (l.z - pz) * f), 0, H - 1).astype(int),
                )
                acc += (g.occluder[zi, xi] > 0) * ((py + (l.h - py) * f) < 22) * (g.height < 3)
            sh = blur(1 - 0.55 * np.clip(acc / 3.0, 0, 1) * (1 - g.actor), 2)
        tot += (at * nl * sh)[..., None] * np.array(l.rgb) * l.i
    lum = tot.max(-1, keepdims=True)
    q = np.floor(lum * bands + bayer(H, W)[..., None] * 0.40) / bands
    return np.clip(g.albedo * tot * np.clip(q / np.maximum(lum, 1e-3), 0, 3) + g.emissive, 0, 4)


def finish(im: Array, mood: Mood) -> Array:
    """Bloom, grade, vignette."""
    if mood.bloom:
        b = np.clip(im - mood.threshold, 0, 1)
        im = im + mood.bloom * (blur(b, 4) + 0.6 * blur(b, 12))
    lum = (im * [0.299, 0.587, 0.114]).sum(-1, keepdims=True)
    o = np.clip(lum + (im - lum) * mood.sat, 0, None) ** mood.gamma
    o = (o - 0.5) * mood.contrast + 0.5
    o = np.clip(o * np.array(mood.gain) + np.array(mood.lift) * (1 - np.clip(o, 0, 1)), 0, 1)
    H, W = o.shape[:2]
    y, x = np.mgrid[0:H, 0:W]
    v = np.clip(np.hypot((x - W / 2) / (W * 0.62), (y - H / 2) / (H * 0.62)) - 0.45, 0, 1) ** 1.6
    v = np.floor(v * 14 + bayer(H, W)) / 14
    return o * (1 - mood.vignette * 2 * np.clip(v, 0, 0.5))[..., None]


def motes(im: Array, n: int, rgb: tuple[float, float, float], seed: int = 0, k: float = 0.6) -> Array:
    rng = np.random.default_rng(seed)
    H, W = im.shape[:2]
    for _ in range(n):
        x, y, a = int(rng.integers(2, W - 2)), int(rng.integers(2, H - 2)), k * rng.uniform(0.25, 1)
        im[y, x] = im[y, x] * (1 - a * 0.6) + np.array(rgb) * a
        if rng.random() < 0.3:
            for dy, dx in ((0, 1), (0, -1), (1, 0), (-1, 0)):
                im[y + dy, x + dx] += np.array(rgb) * a * 0.22
    return im


def beam(im: Array, pts: list[tuple[float, float]], rgb: tuple[float, float, float], k: float = 0.25) -> Array:
    """Light shaft: convex quad in six dithered steps, fading downwards."""
    H, W = im.shape[:2]
    y, x = np.mgrid[0:H, 0:W]
    p = np.array(pts, float)
    m = np.ones((H, W))
    for i in range(len(p)):
        a, b = p[i], p[(i + 1) % len(p)]
        m = np.minimum(
            m, np.clip(((b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])) / np.hypot(*(b - a)) / 10 + 0.3, 0, 1)
        )
    v = m * (np.clip(1 - (y - p[:, 1].min()) / (p[:, 1].max() - p[:, 1].min()), 0, 1) * 0.8 + 0.2)
    return im + np.array(rgb) * k * (np.floor(v * 6 + bayer(H, W) * 0.9) / 6)[..., None]


def fog(im: Array, rgb: tuple[float, float, float], density: float, actor: Array, seed: int = 4) -> Array:
    """Low fog in eight dithered steps, not over actors."""
    from tools.make_art.core.field import noise

    H, W = im.shape[:2]
    n = 0.6 * noise(H, W, 22, 6, seed, 2) + 0.4 * noise(H, W, 30, 7, seed + 5, 2)
    v = np.floor(np.clip((n - 0.42) * 3, 0, 1) * density * 8 + bayer(H, W)) / 8
    v = v * (1 - 0.8 * blur(actor.astype(float), 1))
    return im * (1 - v[..., None] * 0.75) + np.array(rgb) * v[..., None] * 0.75
