"""24 px icons that a 3-D render cannot do: flat round things with 2-D radial shading."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tools.make_art.core.ramps import hexc as rgb

INK = ("05050c", "1c2040", "303a68", "4c5a94", "8492c4", "dce6fa")
BRASS = ("3a1408", "8a4c18", "c0801e", "eeb832", "fde070", "fff6b8")
BONE = ("3a3040", "6a5c68", "968a90", "c4b8b0", "e8e0d0", "fffaf0")


def button(
    size: int = 24, ramp: Sequence[str] = INK, thread: str = "e8dcc0", outline: str = "f0e4c8", r: float | None = None
) -> np.ndarray:
    """A coat button: bright rim, dished middle, four holes, crossed thread, and a pale keyline so that black reads on black."""
    r = r or size / 2 - 2.2
    c = (size - 1) / 2
    y, x = np.mgrid[0:size, 0:size]
    dx, dy = x - c, y - c
    d = np.hypot(dx, dy)
    light = -(dx * 0.55 + dy * 0.83) / r
    v = np.where(d > r * 0.74, 0.50 + 0.46 * light, 0.34 - 0.22 * light)
    v = np.where((d > r * 0.64) & (d <= r * 0.76), 0.14 - 0.08 * light, v)
    tone = np.clip((v * 6).astype(int), 0, 5)
    out = np.zeros((size, size, 4), np.uint8)
    table = np.stack([rgb(h) for h in ramp])
    m = d <= r
    out[m, :3], out[m, 3] = table[tone][m], 255
    for sx in (-1, 1):
        for sy in (-1, 1):
            h = np.hypot(dx - sx * r * 0.26, dy - sy * r * 0.26) < max(r * 0.14, 0.75)
            out[h, :3] = table[0]
    cross = ((np.abs(dx - dy) < 0.6) | (np.abs(dx + dy) < 0.6)) & (d < r * 0.36)
    out[cross, :3] = rgb(thread)
    glint = np.hypot(dx + r * 0.5, dy + r * 0.55) < max(r * 0.13, 0.8)
    out[glint & m, :3] = table[5]
    for k, colour in ((1.0, ramp[0]), (2.0, outline)):
        ring = (d > r + k - 1) & (d <= r + k) & (out[..., 3] == 0)
        out[ring, :3], out[ring, 3] = rgb(colour), 255
    return out
