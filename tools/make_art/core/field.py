"""2-D fields and Sketch: a picture in ramp indices, painted with any palette. All noise is periodic."""

from __future__ import annotations

import numpy as np

from tools.make_art.core.ramps import IDS, NAMES, Palette

Array = np.ndarray
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16.0


def bayer(h: int, w: int, y0: int = 0, x0: int = 0) -> Array:
    """4x4 ordered dither matrix tiled over (h, w), 0..1."""
    return BAYER[(np.arange(h)[:, None] + y0) % 4, (np.arange(w)[None, :] + x0) % 4]


def noise(h: int, w: int, gy: int, gx: int, seed: int = 0, octaves: int = 1) -> Array:
    """Periodic value noise 0..1 with gy x gx cells over the whole picture."""
    rng = np.random.default_rng(seed)
    out = np.zeros((h, w))
    amp, total = 1.0, 0.0
    for _ in range(octaves):
        g = rng.random((gy, gx))
        y, x = np.arange(h) * gy / h, np.arange(w) * gx / w
        yi, xi = y.astype(int), x.astype(int)
        fy, fx = y - yi, x - xi
        fy, fx = fy * fy * (3 - 2 * fy), fx * fx * (3 - 2 * fx)
        yi, xi = yi % gy, xi % gx
        y1, x1 = (yi + 1) % gy, (xi + 1) % gx
        out += amp * (
            (g[yi][:, xi] * (1 - fx) + g[yi][:, x1] * fx) * (1 - fy)[:, None]
            + (g[y1][:, xi] * (1 - fx) + g[y1][:, x1] * fx) * fy[:, None]
        )
        total += amp
        amp, gy, gx = amp * 0.5, gy * 2, gx * 2
    return out / total


def grid(h: int, w: int) -> tuple[Array, Array]:
    """(y, x) integer coordinates."""
    y, x = np.mgrid[0:h, 0:w]
    return y, x


def blur(a: Array, r: int) -> Array:
    """Two box blurs along each axis."""
    for ax in (0, 1):
        for _ in range(2):
            p = np.pad(a, [(r + 1, r) if i == ax else (0, 0) for i in range(a.ndim)], "edge")
            c = np.cumsum(p, ax)
            n = a.shape[ax]
            a = (np.take(c, range(2 * r + 1, 2 * r + 1 + n), ax) - np.take(c, range(n), ax)) / (2 * r + 1)
    return a


class Sketch:
    """(h, w) of material, tone 0..1, alpha, height, glow. ``wall`` tells which way the flat surface looks."""

    def __init__(self, h: int, w: int, wall: bool = False) -> None:
        self.mat = np.full((h, w), -1, np.int16)
        self.tone = np.zeros((h, w))
        self.alpha = np.ones((h, w))
        self.height = np.zeros((h, w))
        self.glow = np.zeros((h, w))
        self.wall = np.full((h, w), wall)

    @property
    def shape(self) -> tuple[int, int]:
        return self.mat.shape  # type: ignore[return-value]

    def put(self, mask: Array | bool, ramp: str, tone: Array | float, dither: float = 0.0) -> Sketch:
        """Paint ``ramp`` at ``tone`` where mask."""
        m = np.broadcast_to(np.asarray(mask, bool), self.shape)
        t = np.broadcast_to(np.asarray(tone, float), self.shape)
        if dither:
            t = t + (bayer(*self.shape) - 0.5) * dither / 5
        self.mat[m] = IDS[ramp]
        self.tone[m] = t[m]
        self.alpha[m] = 1
        return self

    def add(self, mask: Array | bool, delta: Array | float) -> Sketch:
        """Lighten or darken where mask."""
        m = np.broadcast_to(np.asarray(mask, bool), self.shape)
        self.tone[m] += np.broadcast_to(np.asarray(delta, float), self.shape)[m]
        return self

    def clear(self, mask: Array) -> Sketch:
        self.mat[mask] = -1
        return self

    def shadow(self, strength: Array) -> Sketch:
        """Make this sketch an overlay: line colour of 'dark' at alpha = strength (in 1/12 steps, dithered)."""
        s = np.floor(np.clip(strength, 0, 1) * 12 + bayer(*self.shape) * 0.9) / 12
        self.mat[:] = np.where(s > 0, IDS["dark"], -1)
        self.tone[:] = 0
        self.alpha[:] = s
        return self

    def copy(self) -> Sketch:
        out = Sketch(*self.shape)
        for k in vars(self):
            setattr(out, k, getattr(self, k).copy())
        return out

    def cut(self, y: int, x: int, h: int = 32, w: int = 32) -> Sketch:
        out = Sketch(h, w)
        for k in vars(self):
            setattr(out, k, getattr(self, k)[y : y + h, x : x + w].copy())
        return out

    def paste(self, other: Sketch, y: int = 0, x: int = 0) -> Sketch:
        """Copy the opaque part of another sketch (clipped)."""
        h, w = other.shape
        H, W = self.shape
        y0, x0, y1, x1 = max(y, 0), max(x, 0), min(y + h, H), min(x + w, W)
        if y1 <= y0 or x1 <= x0:
            return self
        s = (slice(y0 - y, y1 - y), slice(x0 - x, x1 - x))
        d = (slice(y0, y1), slice(x0, x1))
        m = other.mat[s] >= 0
        for k in vars(self):
            getattr(self, k)[d][m] = getattr(other, k)[s][m]
        return self

    def tile(self, ny: int, nx: int) -> Sketch:
        """Repeat."""
        out = Sketch(self.shape[0] * ny, self.shape[1] * nx)
        for k in vars(self):
            setattr(out, k, np.tile(getattr(self, k), (ny, nx)))
        return out

    # ---- pictures
    def paint(self, pal: Palette) -> Array:
        """RGBA uint8."""
        h, w = self.shape
        out = np.zeros((h, w, 4), np.uint8)
        for i in np.unique(self.mat):
            if i < 0:
                continue
            r = pal[NAMES[i]]
            m = self.mat == i
            ix = np.clip(np.round(np.clip(self.tone[m], 0, 1) * (len(r) - 1)).astype(int), 0, len(r) - 1)
            out[m, :3] = np.clip(r[ix], 0, 255)
            out[m, 3] = np.clip(self.alpha[m] * 255, 0, 255)
        return out

    def normal(self, k: float = 0.7) -> Array:
        """RGBA uint8 normal map: x right, y up out of the floor, z to the viewer; flat where transparent."""
        hm = np.pad(self.height, 1, "edge")
        gx, gy = (hm[1:-1, 2:] - hm[1:-1, :-2]) / 2 * k, (hm[2:, 1:-1] - hm[:-2, 1:-1]) / 2 * k
        one = np.ones_like(gx)
        floor, wall = np.stack([-gx, one, -gy], -1), np.stack([-gx, gy, one], -1)
        n = np.where(self.wall[..., None], wall, floor)
        n /= np.linalg.norm(n, axis=-1, keepdims=True)
        out = np.zeros((*self.shape, 4), np.uint8)
        out[..., :3] = np.clip(n * 127 + 128, 0, 255)
        out[..., 3] = ((self.mat >= 0) & (self.alpha > 0.99)) * 255
        return out

    def emissive(self, pal: Palette) -> Array:
        """RGBA uint8: colour times glow."""
        out = self.paint(pal)
        out[..., :3] = np.clip(out[..., :3] * self.glow[..., None], 0, 255)
        out[self.alpha < 0.99] = 0
        return out
