"""The wall system of the three-quarter view, shared by all indoor tilesets.

A wall is: mass (near-black top seen from above, 47-tile blob with a moulding towards rooms) and, where a room lies
south of it, a face 108 px high = the lowest 12 px of the mass cell (row 0, drawn in below/walls over the mass) +
three rows of 32 px.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tools.make_art.core.field import Sketch, grid
from tools.make_art.places.tileset import FULL, Tileset, blob_masks

FaceFn = Callable[[int, int], Sketch]  # (height, width) -> Sketch of the bare wall
MOULD = (0, 0.2, 0.4, 0.62, 0.4, 0.2)  # tones of the moulding from the room inwards
FACE = 108


def mass_tile(mask: int, ramp: str = "wood", fill: str = "dark") -> Sketch:
    """One blob tile: bit k of mask = neighbour k (N NE E SE S SW W NW) is wall too."""
    y, x = grid(32, 32)
    d = np.full((32, 32), 99.0)
    n, ne, e, se, s, sw, w, nw = (bool(mask >> k & 1) for k in range(8))
    for open_, dist in ((not n, y), (not e, 31 - x), (not s, 31 - y), (not w, x)):
        if open_:
            d = np.minimum(d, dist)
    if n and e and not ne:
        d = np.minimum(d, np.maximum(y, 31 - x))
    if n and w and not nw:
        d = np.minimum(d, np.maximum(y, x))
    for on, dx in ((s and e and not se, 31 - x), (s and w and not sw, x)):
        if on:  # a face starts beside this tile: the moulding climbs to its top
            d = np.minimum(d, np.where(y >= 14, np.where(y < 20, np.maximum(19 - y, dx), dx), 99))
    sk = Sketch(32, 32).put(True, fill, 0.16 + 0.07 * (((x + y) % 8 == 0) & (y % 4 == 0)))
    for k, t in enumerate(MOULD):
        sk.put(d.astype(int) == k, ramp, t)
    sk.put(d.astype(int) == 6, fill, 0)
    sk.height = np.where(d < 6, 2 - abs(2.5 - d) * 0.5, 0)
    return sk


def add_mass(ts: Tileset, name: str, ramp: str = "wood", fill: str = "dark") -> dict[int, int]:
    """All 47 mass tiles with a mixed wang set; returns mask -> tile id."""
    ws = ts.wang(name, "mixed", [(name, "#6f5d5a")])
    out: dict[int, int] = {}
    masks = blob_masks()
    sheet = Sketch(32 * 3, 32 * 16)
    for k, m in enumerate(masks):
        sheet.paste(mass_tile(m, ramp, fill), 32 * (k // 16), 32 * (k % 16))
    ids = ts.add(name, sheet, "wall", FULL).ravel()
    for k, m in enumerate(masks):
        out[m] = int(ids[k])
        ws.tiles[int(ids[k])] = tuple(m >> b & 1 for b in range(8))
    return out


def add_face(
    ts: Tileset, name: str, bare: FaceFn, post: str = "trimw", cap: str = "wood", pilaster: bool = True
) -> np.ndarray:
    """Block 4x4: columns left end, middle, right end, single; rows cap strip, upper, middle, lower. Returns the ids."""
    block = Sketch(128, 128, wall=True)
    for col in range(4):
        left, right = col in (0, 3), col in (2, 3)
        wide = bare(FACE, 96)
        sk = wide.cut(0, 32, FACE, 32)
        y, x = grid(FACE, 32)
        for on, d in ((left, x), (right, 31 - x)):
            if on:
                sk.add(True, -0.20 * np.clip(1 - d / 13, 0, 1))
                if pilaster:
                    sk.put(
                        d < 4,
                        post,
                        np.select([d == 0, d == 1, d == 2], [0.25, 0.62, 0.48], 0.10)
                        - 0.20 * np.clip(1 - y / 30, 0, 1),
                    )
        sk.add(y >= FACE - 1, -0.2)
        strip = Sketch(20, 32, wall=True)
        yy, _ = grid(20, 32)
        for k, t in enumerate((0.2, 0.62, 0.4, 0.2, 0, 0)):
            strip.put(yy == 14 + k, cap, t)
        block.paste(strip, 0, col * 32)
        block.paste(sk, 20, col * 32)
    ids = ts.add(name, block, "wall", FULL)
    for i in ids[0]:
        ts.tiles[int(i)].solid = FULL
    return ids


def add_shades(ts: Tileset) -> None:
    """Contact shadows for below/decor: under the north wall, beside walls, in corners."""
    y, x = grid(32, 32)
    top, left, right = (
        0.40 * np.clip(1 - y / 18, 0, 1),
        0.30 * np.clip(1 - x / 12, 0, 1),
        0.30 * np.clip(1 - (31 - x) / 12, 0, 1),
    )
    for name, v in (
        ("ao_top", top),
        ("ao_left", left),
        ("ao_right", right),
        ("ao_tl", np.maximum(top, left)),
        ("ao_tr", np.maximum(top, right)),
        ("ao_both", np.maximum(left, right)),
        ("ao_tl_tr", np.maximum(top, np.maximum(left, right))),
    ):
        ts.add(name, Sketch(32, 32).shadow(v))
    c = np.clip(1 - np.hypot(x / 14, y / 18), 0, 1) * 0.34
    ts.add("ao_in_tl", Sketch(32, 32).shadow(c))
    ts.add("ao_in_tr", Sketch(32, 32).shadow(c[:, ::-1]))
