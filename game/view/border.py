"""Stitches on the picture's border, as both painters show them: felt that grows inwards, red thread across its seam.

A pure function of the canvas and of sixteenths of a stitch; worked out anew for each state (two ms), so that nothing is kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from game.view import looks
from game.view.painter import Size

FELT = "0c0818 1a1230 2a1c46 4a3468 7c5c94"
THREAD = "480e2c a82438 d0403c ee7a58"
SEWN = 44  # px of the border that stitches may reach before the picture closes


@dataclass(frozen=True)
class _Cloth:
    """What of the border does not change with the stitches: the pixels ``at`` (flat indices) and fields of the same length."""

    at: npt.NDArray[np.intp]
    x: looks.F
    y: looks.F
    edge: looks.F
    wave: looks.F
    corner: looks.F
    tone: looks.F
    dither: looks.F


@lru_cache(maxsize=2)
def _cloth(size: Size, whole: bool) -> _Cloth:
    w, h = size
    x, y = (v.astype(np.float32) for v in np.mgrid[0:h, 0:w][::-1])
    edge = np.minimum(np.minimum(x, w - 1 - x) * np.float32(0.9), np.minimum(y, h - 1 - y))
    at = np.flatnonzero(edge < SEWN + 8) if not whole else np.arange(w * h)
    wave = 2.2 * np.sin(x * 0.050 + 1) + 1.6 * np.sin(y * 0.07) + 1.2 * np.sin(x * 0.13 + y * 0.11)
    corner = np.clip(60 - np.minimum(x, w - 1 - x) - np.minimum(y, h - 1 - y), 0, 60) * np.float32(0.14)
    weave = (
        0.42
        + 0.20 * (((x + y) % 4 < 2) ^ ((x - y) % 8 < 4))
        + (looks.noise(h, w, 90, 160, 7, 1) - 0.5) * 0.22
        + (looks.noise(h, w, 12, 20, 9, 2) - 0.5) * 0.25
    )
    fields = (x, y, edge, wave, corner, weave * 0.55, (looks.bayer(h, w) - 0.5) * 0.6)
    return _Cloth(at, *(np.ascontiguousarray(f.reshape(-1)[at], np.float32) for f in fields))


def warm(size: Size) -> None:
    """Works out beforehand what every state of the border needs."""
    _cloth(size, False)


def stitches(size: Size, steps: int) -> looks.U8:
    """RGBA border for ``steps`` sixteenths of a stitch (0..64). 16 a hit; 48..64 sews the picture shut."""
    w, h = size
    n = steps / 16
    out = np.zeros((h, w, 4), np.uint8)
    if n <= 0:
        return out
    c = _cloth(size, n > 3)
    few = np.float32(min(n, 3))
    lid = min(max(n - 3, 0), 1)
    signed = c.edge - (np.float32(3.5) + np.float32(4.2) * few) - c.wave * np.float32(min(n, 1)) - c.corner * few
    if lid > 0:
        lid = 1.2 if lid > 0.97 else lid
        across = np.sqrt(np.clip(1.08 - ((np.arange(w, dtype=np.float32) - w / 2) / (w / 2)) ** 2, 0, 1))
        eye = np.abs(c.y - h / 2) / (h / 2) - np.float32(max(1 - lid**0.8, -0.2)) * across[c.x.astype(np.intp)]
        signed = np.minimum(signed, -eye * np.float32(h / 2) - c.wave)
    flat = out.reshape(-1, 4)
    felt = signed < 0
    tone = c.tone[felt] + np.clip(1 + signed[felt] / 9, 0, 1) * np.float32(0.34) - np.float32(0.06)
    colours = np.concatenate([_bytes(FELT), np.full((5, 1), 255, np.uint8)], 1)
    shade = np.clip(np.floor(np.clip(tone, 0, 0.99) * 5 + c.dither[felt]), 0, 4).astype(np.intp)
    shade[signed[felt] > -1.2] = 4
    flat[c.at[felt]] = colours[shade]
    soft = (signed >= 0) & (signed < 4)
    flat[c.at[soft]] = colours[0]
    flat[c.at[soft], 3] = np.where(signed[soft] < 1, 204, 87)
    _sew(size, out, c, signed, n)
    return out


def _bytes(colours: str) -> looks.U8:
    return np.asarray((looks.ramp(colours) * 255 + 0.5).astype(np.uint8))


def _sew(size: Size, out: looks.U8, cloth: _Cloth, signed: looks.F, n: float) -> None:
    """Red thread across the seam, clockwise from the top left: a third of the border per hit."""
    w, h = size
    if n >= 3.97:  # shut: one seam from side to side
        x = np.arange(w)
        y = (h / 2 + 2 * np.sin(x * 0.05 + 1)).astype(int)
        for dy, c in ((-1, 2), (0, 0), (1, 3)):
            out[y + dy, x, :3] = _bytes(FELT)[c]
        for dy in (2, 3, 4):
            out[y + dy, x, :3] = (out[y + dy, x, :3] * 0.6).astype(np.uint8)
        px = np.arange(12, w - 8, 11)
        path = np.stack([px, y[px], px * 0, px * 0 + 1, px // 11], 1)
    else:
        path = _seam(size, cloth, signed, n)
    if not len(path):
        return
    # Every stitch is eleven px long, leans, and has a shadow below and a light edge: drawn in this order, last on top.
    s = np.arange(-5, 6)
    px, py, dx, dy, i = (v[:, None] for v in path.T)
    lean = np.rint(s[None] * 0.45) * np.where(i % 2 == 1, 1.0, 0.6)
    qx, qy = (px + dx * s + dy * lean).astype(int), (py + dy * s + dx * lean).astype(int)
    near = np.broadcast_to(np.abs(s) < 4, qx.shape)
    light = np.broadcast_to((s == -1) | (s == 0), qx.shape)
    mids = np.where(light & near, 3, np.where(near, 2, 1))
    xs = np.stack([qx + 1, qx, qx + (dy != 0)], -1).reshape(-1)
    ys = np.stack([qy + 1, qy, qy + (dx != 0)], -1).reshape(-1)
    colour = np.stack([mids * 0, mids, mids * 0 + 1], -1).reshape(-1)
    inside = (xs >= 0) & (xs < w) & (ys >= 0) & (ys < h)
    thread = np.concatenate([_bytes(THREAD), np.full((4, 1), 255, np.uint8)], 1)
    out[ys[inside], xs[inside]] = thread[colour[inside]]


def _seam(size: Size, cloth: _Cloth, signed: looks.F, n: float) -> looks.F:
    """(m, 5) whole numbers: where each stitch sits on the cloth's edge, which way is inward, and its number."""
    w, h = size
    field: looks.F = np.full((h, w), 9.0, np.float32)
    field.reshape(-1)[cloth.at] = signed
    tops, lefts = np.arange(0, w, 11), np.arange(0, h, 11)
    sides = (
        (field[:, tops], tops, tops * 0, 0, 1),
        (field[lefts][:, ::-1].T, lefts * 0 + w - 1, lefts, -1, 0),
        (field[::-1, w - 1 - tops], w - 1 - tops, tops * 0 + h - 1, 0, -1),
        (field[h - 1 - lefts].T, lefts * 0, h - 1 - lefts, 1, 0),
    )
    parts = []
    for inward, x, y, dx, dy in sides:  # rows = steps inward
        k = np.argmax(inward[:190] >= 0, axis=0)
        k = np.where((inward[:190] >= 0).any(0), k, 190)
        parts.append(np.stack([x + dx * k, y + dy * k, x * 0 + dx, x * 0 + dy, k], 1))
    path = np.concatenate(parts)
    number = np.arange(len(path))
    path = np.concatenate([path, number[:, None]], 1)[: int(len(path) * min(n / 3, 1))]
    return path[(path[:, 4] > 2) & (path[:, 4] < 190)][:, [0, 1, 2, 3, 5]]
