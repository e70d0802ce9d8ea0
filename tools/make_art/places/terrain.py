"""Corner terrains: 15 transparent overlay tiles (or opaque transitions between two grounds), with variants of the
full tile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from tools.make_art.core.field import Array, Sketch, grid, noise
from tools.make_art.places.tileset import T, Tileset, Wang, corner_id

CORNERS = [(a, b, c, d) for a in (0, 1) for b in (0, 1) for c in (0, 1) for d in (0, 1)]  # tl tr br bl


def corner_field(tl: int, tr: int, br: int, bl: int, seed: int = 1, wobble: float = 0.30, variant: int = 0) -> Array:
    """Signed field, > 0 inside. Edges depend only on their two corners, so any neighbours fit."""
    y, x = grid(T, T)
    fx, fy = (x + 0.5) / T, (y + 0.5) / T
    sx, sy = fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)
    f = (tl * (1 - sx) + tr * sx) * (1 - sy) + (bl * (1 - sx) + br * sx) * sy - 0.5
    common = noise(T, T, 4, 3, seed, 2) - 0.5
    own = (noise(T, T, 4, 4, seed + 17 + variant, 2) - 0.5) * np.sin(np.pi * fx) * np.sin(np.pi * fy)
    k = 4 * np.clip(0.25 - f * f, 0, 0.25)  # only where the border runs
    return f + wobble * (common * 1.5 + own * 1.7) * k


def add_terrain(
    ts: Tileset,
    name: str,
    inner: Callable[[int], Sketch],
    colour: str,
    surface: str,
    edge: Callable[[Sketch, Array], None],
    variants: int = 4,
    seed: int = 1,
    wobble: float = 0.55,
    solid_full: bool = False,
    wang: Wang | None = None,
) -> np.ndarray:
    """Overlay terrain. ``inner(v)`` = 32x32 full tile, variant v; ``edge(sketch, field)`` decorates and cuts. Returns
    15 + variants-1 ids.
    """
    ws = wang or ts.wang(name, "corner", [(name, colour)])
    n = 14 * 2 + variants
    sheet = Sketch(T * ((n + 15) // 16), T * 16)
    cells: list[tuple[tuple[int, int, int, int], bool]] = []
    for v in range(2):
        for c in CORNERS[1:-1]:
            sk = inner(v)
            f = corner_field(*c, seed=seed, wobble=wobble, variant=v)
            edge(sk, f)
            sk.clear(f <= 0) if not getattr(edge, "cuts", False) else None
            cells.append((c, False))
            k = len(cells) - 1
            sheet.paste(sk, T * (k // 16), T * (k % 16))
    for v in range(variants):
        cells.append(((1, 1, 1, 1), True))
        k = len(cells) - 1
        sheet.paste(inner(v), T * (k // 16), T * (k % 16))
    ids = ts.add(name, sheet, surface).ravel()
    for k, (c, full) in enumerate(cells):
        ws.tiles[int(ids[k])] = corner_id(*c)
        if full and solid_full:
            ts.tiles[int(ids[k])].solid = [(0, 0, 32, 32)]
    return ids


def add_transition(
    ts: Tileset,
    name: str,
    grounds: Sequence[Callable[[int], Sketch]],
    names: Sequence[tuple[str, str]],
    surface: str,
    blend: Callable[[Sketch, Sketch, Array], Sketch],
    variants: int = 6,
    seed: int = 3,
) -> dict[tuple[int, int, int, int], list[int]]:
    """Opaque terrain of several levels; only neighbours in the list touch. Returns corners (levels from 1) -> tile
    ids.
    """
    ws = ts.wang(name, "corner", list(names))
    jobs: list[tuple[tuple[int, int, int, int], Sketch]] = []
    for lv, g in enumerate(grounds, 1):
        for v in range(variants):
            jobs.append(((lv,) * 4, g(v)))
    for lv in range(1, len(grounds)):
        for v in range(3):
            for c in CORNERS[1:-1]:
                f = corner_field(*c, seed=seed + lv, wobble=0.85, variant=v)
                # type: ignore[arg-type]
                jobs.append((tuple(lv + k for k in c), blend(grounds[lv - 1](v), grounds[lv](v + 2), f)))
    sheet = Sketch(T * ((len(jobs) + 15) // 16), T * 16)
    for k, (_, sk) in enumerate(jobs):
        sheet.paste(sk, T * (k // 16), T * (k % 16))
    ids = ts.add(name, sheet, surface).ravel()
    out: dict[tuple[int, int, int, int], list[int]] = {}
    for k, (c, _) in enumerate(jobs):
        ws.tiles[int(ids[k])] = corner_id(*c)
        out.setdefault(c, []).append(int(ids[k]))
    return out
