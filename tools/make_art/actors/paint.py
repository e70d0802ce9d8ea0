"""G-buffer -> pixel layers -> finished sprite.

A Layer holds tones, not colours, so that stable layers (a head, a coat) are moved by whole pixels between frames
without re-rendering: that is what keeps the animation from shimmering. Layers merge by depth, lines are drawn after
the merge.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from tools.make_art.actors.sdf import GBuffer
from tools.make_art.core.ramps import ACTOR_GAINS as GAINS
from tools.make_art.core.ramps import ACTOR_IDS as IDS
from tools.make_art.core.ramps import ACTOR_TABLE as TABLE
from tools.make_art.core.ramps import hexc as rgb

FARAWAY = 9e9


@dataclass
class Layer:
    """Tone image: ramp id (-1 = empty), tone 0..5, depth, normal and painted-over decal colours."""

    ramp: np.ndarray
    tone: np.ndarray
    depth: np.ndarray
    normal: np.ndarray
    over: np.ndarray  # (H, W, 3), nan where no decal


def empty(h: int, w: int) -> Layer:
    """Blank layer."""
    return Layer(
        np.full((h, w), -1),
        np.zeros((h, w), int),
        np.full((h, w), FARAWAY),
        np.zeros((h, w, 3)),
        np.full((h, w, 3), np.nan),
    )


def shade(g: GBuffer, remap: Mapping[str, str] | None = None) -> Layer:
    """Light -> tone per ramp, orphan pixels removed.  remap swaps ramps (costumes, ghosts)."""
    remap = remap or {}
    ids = np.array([IDS[remap.get(p.mat, p.mat)] for p in g.parts] or [0])
    ramp = np.where(g.mat >= 0, ids[np.maximum(g.mat, 0)], -1)
    val = np.clip(g.lit * GAINS[np.maximum(ramp, 0)], 0, 1) ** 1.18 * 1.1 * 5
    tone = np.where(ramp >= 0, 1 + np.clip(val.astype(int), 0, 4), 0)
    h, w = ramp.shape
    return Layer(ramp, _no_orphans(tone, ramp), g.depth.copy(), g.normal, np.full((h, w, 3), np.nan))


def _shift(a: np.ndarray, dy: int, dx: int, fill: float) -> np.ndarray:
    """Shift without wrapping."""
    out = np.full_like(a, fill)
    h, w = a.shape[:2]
    if abs(dy) < h and abs(dx) < w:
        out[max(dy, 0) : h + min(dy, 0), max(dx, 0) : w + min(dx, 0)] = a[
            max(-dy, 0) : h + min(-dy, 0), max(-dx, 0) : w + min(-dx, 0)
        ]
    return out


NEIGHBOURS = ((0, 1), (0, -1), (1, 0), (-1, 0))


RING = tuple((dy, dx) for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dy or dx)


def _no_orphans(tone: np.ndarray, ramp: np.ndarray) -> np.ndarray:
    """Speckle removal, twice: a pixel with at most one like-toned neighbour among six or more takes the commonest
    tone.
    """
    for least in (1, 0):
        ts = np.stack([_shift(tone, dy, dx, 0) for dy, dx in RING])
        same = np.stack([_shift(ramp, dy, dx, -2) for dy, dx in RING]) == ramp
        lonely = (ramp >= 0) & (same.sum(0) >= 5) & (((ts == tone) & same).sum(0) <= least)
        votes = np.stack([((ts == k) & same).sum(0) for k in range(6)])
        tone = np.where(lonely, votes.argmax(0), tone)
    return tone


def stamp(
    lay: Layer, grid: Iterable[tuple[int, int, str]], x0: int, y0: int, colours: Mapping[str, str], lock: bool = True
) -> None:
    """Paint decal pixels (dx, dy, letter) onto a layer; with lock only where it has pixels."""
    h, w = lay.ramp.shape
    ref = lay.depth[max(y0 - 3, 0) : y0 + 4, max(x0 - 3, 0) : x0 + 4]
    z = float(np.min(ref)) if ref.size else 0.0
    for dx, dy, ch in grid:
        x, y = x0 + dx, y0 + dy
        if not (0 <= x < w and 0 <= y < h):
            continue
        if lay.ramp[y, x] < 0:
            if lock:
                continue
            lay.ramp[y, x], lay.tone[y, x] = lay.ramp[y0, x0], 3
            lay.depth[y, x] = z
        lay.over[y, x] = rgb(colours[ch])


def merge(stack: Iterable[tuple[Layer, int, int, float]], h: int, w: int) -> Layer:
    """Depth-merge layers, each shifted by (dx, dy) pixels and dz in depth."""
    out = empty(h, w)
    for lay, dx, dy, dz in stack:
        d = _shift(lay.depth, dy, dx, FARAWAY) + dz
        r = _shift(lay.ramp, dy, dx, -1)
        m = (r >= 0) & (d < out.depth)
        out.depth[m] = d[m]
        out.ramp[m] = r[m]
        for name in ("tone", "normal", "over"):
            getattr(out, name)[m] = _shift(getattr(lay, name), dy, dx, 0)[m]
    return out


def finish(
    lay: Layer, zjump: float = 2.2, outline: bool = True, flat_lines: bool = False
) -> tuple[np.ndarray, np.ndarray]:
    """Inner lines, colours, 1 px outline.  Returns (rgba uint8, normal float)."""
    ramp, tone, z = lay.ramp, lay.tone.copy(), lay.depth
    solid = ramp >= 0
    for dy, dx in NEIGHBOURS:
        zs, rs = _shift(z, -dy, -dx, FARAWAY), _shift(ramp, -dy, -dx, -1)
        behind = solid & (rs >= 0) & (z - zs > zjump)
        soft = np.maximum(lay.tone - 2, 1 if flat_lines else 0)
        tone = np.where(behind, np.minimum(tone, np.where(rs != ramp, 0, soft)), tone)
    col = TABLE[np.maximum(ramp, 0), tone]
    has = ~np.isnan(lay.over[..., 0])
    col[has] = lay.over[has]
    a, nrm = solid.copy(), lay.normal.copy()
    if outline:
        for dy, dx in NEIGHBOURS:
            new = ~a & _shift(solid, dy, dx, False)
            col[new] = TABLE[np.maximum(_shift(ramp, dy, dx, 0), 0), 0][new] * 0.8
            nrm[new] = _shift(lay.normal, dy, dx, 0)[new]
            a |= new
    out = np.zeros((*ramp.shape, 4), np.uint8)
    out[..., :3] = np.clip(col, 0, 255)
    out[..., 3] = a * 255
    out[~a] = 0
    return out, nrm
