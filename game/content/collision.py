"""What is solid in a map: collision shapes of tiles and pictures, whichever way they are flipped. px of the map."""

from __future__ import annotations

from game.content.shapes import Ring, convex_pieces
from game.content.tmx import Draft, Obj, Reader
from game.content.tsx import Tile, boxes_of
from game.core.geometry import TILE, Box, Vec
from game.sim.room import FLIPS

ACROSS, DOWN, DIAGONAL = 0x8000_0000, 0x4000_0000, 0x2000_0000
"""Tiled's three flip bits: left-right, up-down, and along the diagonal (done first)."""
WALL_LAYERS = ("below/floor", "below/decor", "below/walls")
"""Layers whose tiles' collision shapes are walls."""
_WITH_AREA = ("Solid", "Push", "Prop")
"""Classes whose plain rectangle is solid. A Prop's only when its own member says so."""


def solid_tiles(draft: Draft, reader: Reader) -> tuple[list[Box], list[Ring]]:
    """What the tiles of WALL_LAYERS have for walls, in map px: boxes as they lie, and convex pieces."""
    walls: list[Box] = []
    slopes: list[Ring] = []
    shapes: dict[int, tuple[tuple[Box, ...], tuple[Ring, ...]]] = {}
    for layer in draft.layers:
        if layer.name not in WALL_LAYERS or layer.is_hidden:
            continue
        for gid in set(layer.gids):
            if gid and gid not in shapes:
                found = reader.tile(draft, gid)
                tile = found[2] if found else Tile()
                boxes = tuple(flipped_box(b, *tile.size, gid) for b in tile.solids)
                rings = (tuple(flipped_point(p, *tile.size, gid) for p in r) for r in tile.rings)
                shapes[gid] = boxes, tuple(piece for r in rings for piece in convex_pieces(r))
        solid = {gid for gid, (boxes, rings) in shapes.items() if boxes or rings}
        for i, gid in enumerate(layer.gids):
            if gid in solid:
                x, y = i % draft.width * TILE, i // draft.width * TILE
                boxes, pieces = shapes[gid]
                walls += [Box(x + b.x, y + b.y, b.w, b.h) for b in boxes]
                slopes += [tuple(Vec(p.x + x, p.y + y) for p in piece) for piece in pieces]
    return walls, slopes


def flipped_point(p: Vec, w: float, h: float, gid: int) -> Vec:
    """Where a point of a w x h picture lands with the gid's flips. The diagonal is only met on squares."""
    x, y = (p.y, p.x) if gid & DIAGONAL else (p.x, p.y)
    return Vec(w - x if gid & ACROSS else x, h - y if gid & DOWN else y)


def flipped_box(b: Box, w: float, h: float, gid: int) -> Box:
    if not gid & FLIPS:
        return b
    one = flipped_point(Vec(b.x, b.y), w, h, gid)
    two = flipped_point(Vec(b.right, b.bottom), w, h, gid)
    return Box(min(one.x, two.x), min(one.y, two.y), abs(one.x - two.x), abs(one.y - two.y))


def foot_of(o: Obj, reader: Reader, draft: Draft) -> Vec:
    """Where it stands: a picture's anchor, the middle of an area, the point itself."""
    found = reader.tile(draft, o.gid) if o.gid else None
    if found is None:
        return o.box.middle
    tile = found[2]
    anchor = flipped_point(tile.anchor, *tile.size, o.gid)
    return Vec(o.box.x + anchor.x * o.box.w / tile.size[0], o.box.y + anchor.y * o.box.h / tile.size[1])


def solids_of(o: Obj, reader: Reader, draft: Draft) -> list[Box]:
    """Its collision boxes; none when its member ``solid`` is false."""
    if not o.members.get("solid", True):
        return []
    found = reader.tile(draft, o.gid) if o.gid else None
    if found is None:
        return [o.box] if o.kind in _WITH_AREA else []
    tile = found[2]
    wide, high = o.box.w / tile.size[0], o.box.h / tile.size[1]
    flipped = (flipped_box(b, *tile.size, o.gid) for b in boxes_of(tile))
    return [Box(o.box.x + b.x * wide, o.box.y + b.y * high, b.w * wide, b.h * high) for b in flipped]
