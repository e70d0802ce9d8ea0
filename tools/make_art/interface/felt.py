"""Cut-outs of felt: a shape in picture units becomes cloth with a lit and a shaded edge, fuzz and its own dark line."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

import numpy as np
from PIL import Image, ImageDraw

from tools.make_art.core.field import Array, noise
from tools.make_art.core.ramps import hexc, ramp

Point = tuple[float, float]
FINE = 8  # samples a px, along each axis

CLOTH: dict[str, Array] = {  # line, shade, body, light, thread
    "red": ramp("2c0c14 8c1d38 c8384a e8645c ffb0a0"),
    "rose": ramp("381028 a03c64 d8688c f498a8 ffd0cc"),
    "orange": ramp("3a1408 a8481c e07c2c f8ac4c ffd890"),
    "yellow": ramp("402408 b87818 f0b838 fce070 fff8c8"),
    "green": ramp("0c2418 2c6834 50984c 88c464 d0eca0"),
    "teal": ramp("08242c 1c6470 34989c 70c8bc c4f0dc"),
    "blue": ramp("0c1440 23509c 3f86d0 7cc0f0 d0ecff"),
    "navy": ramp("080c24 1e2a56 34488c 5c74b8 a0b4e0"),
    "violet": ramp("1a0f2e 503080 7c54b4 a888d8 dccaf4"),
    "dusk": ramp("120a24 382a64 5c4690 8468b0 bca8dc"),
    "brown": ramp("24121a 5a3432 8a5640 b8805c e4bc94"),
    "tan": ramp("38201c 9a6a48 c89868 e8c494 fce8c4"),
    "skin": ramp("3b2234 b47868 e0a88c f8d0b4 ffeedc"),
    "pale": ramp("2a2440 908aa4 c4bec8 ece8e4 ffffff"),
    "cream": ramp("3a2a30 b89c84 e4d4b8 f8f0e0 ffffff"),
    "grey": ramp("14161e 4a5062 767e90 a4acb8 dce0e4"),
    "black": ramp("04040a 16162a 2a2a48 4c4c74 9098bc"),
    "chalk": ramp("1a1230 a89cc0 f0e8f4 ffffff ffffff"),
    "gold": ramp("3a1408 a0641c e0a828 fcdc68 fff6b8"),
    "soul": ramp("083048 1880a8 50c8e8 a0f0ff f0ffff"),
}


def cover(
    w: int, h: int, paint: Callable[[ImageDraw.ImageDraw, Callable[[Sequence[Point]], list[Point]]], None]
) -> Array:
    """(h, w) bool: where ``paint`` covers at least half a px. It draws with 255 on a finely sampled canvas."""
    im = Image.new("L", (w * FINE, h * FINE), 0)
    paint(ImageDraw.Draw(im), lambda pts: [(x * FINE, y * FINE) for x, y in pts])
    a = np.asarray(im, float).reshape(h, FINE, w, FINE).mean((1, 3))
    return a >= 127


def smooth(points: Sequence[Point], closed: bool = True, steps: int = 8) -> list[Point]:
    """A curve through the points (Catmull-Rom)."""
    n = len(points)
    out: list[Point] = []
    for i in range(n if closed else n - 1):
        a, b, c, d = (points[(i + k) % n] if closed else points[min(max(i + k, 0), n - 1)] for k in (-1, 0, 1, 2))
        for t in np.arange(steps) / steps:
            out.append(
                tuple(  # type: ignore[arg-type]
                    0.5 * (2 * b[j] + (c[j] - a[j]) * t + (2 * a[j] - 5 * b[j] + 4 * c[j] - d[j]) * t**2
                           + (3 * b[j] - a[j] - 3 * c[j] + d[j]) * t**3)
                    for j in (0, 1)
                )
            )  # fmt: skip
    return out if closed else [*out, points[-1]]


class Felt:
    """A picture of ``w`` x ``h`` px, built from cut-outs in order."""

    def __init__(self, w: int = 32, h: int = 32, seed: int = 1) -> None:
        self.w, self.h = w, h
        self.im = np.zeros((h, w, 4))
        self.fuzz = noise(h, w, h, w, seed)

    # ---- shapes: masks

    def poly(self, points: Sequence[Point]) -> Array:
        """Straight edges."""
        return cover(self.w, self.h, lambda d, s: d.polygon(s(points), fill=255))

    def blob(self, points: Sequence[Point]) -> Array:
        """Round edges through the points."""
        return self.poly(smooth(points))

    def oval(self, x: float, y: float, rx: float, ry: float | None = None, tilt: float = 0) -> Array:
        """An ellipse; tilt in degrees."""
        ry = rx if ry is None else ry
        t, k = np.linspace(0, 2 * math.pi, 48, endpoint=False), math.radians(tilt)
        return self.poly(
            [
                (x + rx * math.cos(a) * math.cos(k) - ry * math.sin(a) * math.sin(k),
                 y + rx * math.cos(a) * math.sin(k) + ry * math.sin(a) * math.cos(k))
                for a in t
            ]
        )  # fmt: skip

    def line(self, points: Sequence[Point], width: float = 2.0, curved: bool = False) -> Array:
        """A stroke with round ends."""
        pts = smooth(points, closed=False) if curved else list(points)

        def paint(d: ImageDraw.ImageDraw, s: Callable[[Sequence[Point]], list[Point]]) -> None:
            d.line(s(pts), fill=255, width=max(round(width * FINE), 1), joint="curve")
            r = width * FINE / 2
            for x, y in s(pts):
                d.ellipse((x - r, y - r, x + r, y + r), fill=255)

        return cover(self.w, self.h, paint)

    def box(self, x0: float, y0: float, x1: float, y1: float, r: float = 1.0) -> Array:
        """A rectangle with round corners."""
        return cover(
            self.w,
            self.h,
            lambda d, s: d.rounded_rectangle([*s([(x0, y0)])[0], *s([(x1, y1)])[0]], r * FINE, fill=255),
        )

    # ---- cloth

    def add(self, mask: Array, cloth: str, line: bool = True, flat: bool = False) -> Felt:
        """Lay a cut-out on top: its outline goes one px round it, also over what lies below."""
        c = CLOTH[cloth]
        m = np.asarray(mask, bool)
        if line:
            edge = grown(m) & ~m
            self.im[edge, :3] = c[0]
            self.im[edge, 3] = 255
        tone = np.full(m.shape, 2)
        if not flat:
            tone[m & (self.fuzz > 0.93)] = 3
            tone[m & (self.fuzz < 0.05)] = 1
            tone[m & (~shifted(m, 1, 0) | ~shifted(m, 0, 1))] = 3  # lit from above, from the left
            tone[m & (~shifted(m, -1, 0) | ~shifted(m, 0, -1))] = 1
        self.im[m, :3] = c[tone][m]
        self.im[m, 3] = 255
        return self

    def stitch(
        self,
        points: Sequence[Point],
        cloth: str = "cream",
        on: int = 2,
        off: int = 2,
        curved: bool = False,
        tone: int = 3,
    ) -> Felt:
        """Thread along a line, one px wide, in and out of the cloth."""
        pts = smooth(points, closed=False) if curved else list(points)
        run, seen = 0, set()
        for (x0, y0), (x1, y1) in itertools.pairwise(pts):
            n = max(int(math.hypot(x1 - x0, y1 - y0) * 2), 1)
            for i in range(n):
                p = math.floor(x0 + (x1 - x0) * i / n), math.floor(y0 + (y1 - y0) * i / n)
                if p in seen:
                    continue
                seen.add(p)
                if run % (on + off) < on:
                    self.dot(*p, cloth, tone)
                run += 1
        return self

    def dot(self, x: int, y: int, cloth: str, tone: int = 2) -> Felt:
        """One px."""
        if 0 <= x < self.w and 0 <= y < self.h:
            self.im[y, x] = (*CLOTH[cloth][tone], 255)
        return self

    def dots(self, points: Sequence[tuple[int, int]], cloth: str, tone: int = 2) -> Felt:
        """Some px."""
        for x, y in points:
            self.dot(x, y, cloth, tone)
        return self

    def clear(self, mask: Array) -> Felt:
        """Cut away."""
        self.im[np.asarray(mask, bool)] = 0
        return self

    def button(self, x: float, y: float, r: float, cloth: str = "black") -> Felt:
        """A sewn-on button with four holes."""
        self.add(self.oval(x, y, r), cloth)
        if r >= 4:
            ring = self.oval(x, y, r - 1.2) & ~self.oval(x, y, r - 2.0)
            self.im[ring, :3] = CLOTH[cloth][1]
        k = max(r * 0.3, 0.9)
        for sx in (-1, 1):
            for sy in (-1, 1):
                self.dot(math.floor(x + sx * k), math.floor(y + sy * k), cloth, 0)
        self.dot(math.floor(x - r * 0.5), math.floor(y - r * 0.6), cloth, 4)
        return self

    def done(self) -> np.ndarray:
        """(h, w, 4) uint8."""
        return np.clip(self.im, 0, 255).astype(np.uint8)


def shifted(m: Array, dy: int, dx: int) -> Array:
    """The mask moved by whole px, nothing wrapping round."""
    out = np.zeros_like(m)
    h, w = m.shape
    out[max(dy, 0) : h + min(dy, 0), max(dx, 0) : w + min(dx, 0)] = m[
        max(-dy, 0) : h + min(-dy, 0), max(-dx, 0) : w + min(-dx, 0)
    ]
    return out


def grown(m: Array) -> Array:
    """The mask and its four neighbours."""
    return m | shifted(m, 1, 0) | shifted(m, -1, 0) | shifted(m, 0, 1) | shifted(m, 0, -1)


def ink(im: Array, mask: Array, colour: str, alpha: float = 255) -> None:
    """Plain colour into (h, w, 4)."""
    im[mask] = (*hexc(colour), alpha)


def sheet(pictures: dict[str, np.ndarray], width: int = 256, gap: int = 1) -> tuple[np.ndarray, dict[str, list[int]]]:
    """Shelf-pack pictures by height; returns (sheet, name -> [x, y, w, h])."""
    order = sorted(pictures, key=lambda n: (-pictures[n].shape[0], list(pictures).index(n)))
    width = max(width, max(p.shape[1] for p in pictures.values()))
    x = y = row = 0
    where: dict[str, list[int]] = {}
    for n in order:
        h, w = pictures[n].shape[:2]
        if x + w > width:
            x, y, row = 0, y + row + gap, 0
        where[n] = [x, y, w, h]
        x, row = x + w + gap, max(row, h)
    out = np.zeros((y + row, width, 4), np.uint8)
    for n, (x, y, w, h) in where.items():
        out[y : y + h, x : x + w] = pictures[n]
    return out, {n: where[n] for n in pictures}
