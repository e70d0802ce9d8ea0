"""Where the hand is fought, as the map has it: wood it sticks in, roots to hold on to, long grass, the well, chutes, windfalls."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import Box, Vec

if TYPE_CHECKING:
    from game.sim.room import Room

WOOD = ("stump", "tree_", "log", "glove_tree")
"""Props whose names begin so are wood."""
TRUNK_PX = 13.0
EDGE_PX = 14.0


@dataclass(frozen=True)
class Post:
    """Something of wood: the foot of it, and how thick it is."""

    name: str
    at: Vec
    radius: float = TRUNK_PX


@dataclass(frozen=True)
class Chute:
    """A notch of the bank: ``lands`` where a rock comes down, ``above`` where it is pushed from."""

    lands: Vec
    above: Vec


@dataclass(frozen=True)
class Arena:
    """All of it. ``box`` is the ground that is fought on; ``well`` the middle of the well."""

    box: Box
    well: Vec
    wood: tuple[Post, ...]
    roots: tuple[Post, ...]
    grass: tuple[Box, ...]
    chutes: tuple[Chute, ...]
    windfalls: tuple[Vec, ...]

    @staticmethod
    def of(room: Room) -> Arena:
        """From the map's Spots, Surfaces and Props. Raises KeyError when it has no spot `hand_arena`."""
        spots = room.spots
        box = spots["hand_arena"].box
        wood, roots = [], []
        for thing in room.things:
            picture = room.pictures.get(thing.gid) if thing.kind == "Prop" else None
            if picture is None or not _near(box, thing.foot, 40.0):
                continue
            if picture.prop.startswith("root"):
                roots.append(Post(thing.name, thing.foot))
            elif picture.prop.startswith(WOOD):
                foot = thing.solids[0].middle if thing.solids else thing.foot
                wide = thing.solids[0].w / 2 if thing.solids else TRUNK_PX
                wood.append(Post(thing.name, foot, max(wide, TRUNK_PX)))
        chutes = tuple(
            Chute(spots[f"rock_{n}"].box.middle, spots[f"rock_{n}_above"].box.middle)
            for n in (1, 2, 3)
            if f"rock_{n}" in spots
        )
        grass = tuple(s.box for s in room.surfaces if s.kind == "grass" and _near(box, s.box.middle, 0.0))
        falls = tuple(spots[f"apple_{n}"].box.middle for n in range(1, 5) if f"apple_{n}" in spots)
        well = next(t.foot for t in room.things if t.name == "well")
        return Arena(box, Vec(well.x, well.y - 8), tuple(wood), tuple(roots), grass, chutes, falls)

    def holds(self, x: float, y: float) -> bool:
        """Whether the fight goes there at all."""
        b = self.box
        return b.x + EDGE_PX <= x <= b.right - EDGE_PX and b.y + EDGE_PX <= y <= b.bottom - EDGE_PX

    def keep(self, x: float, y: float) -> tuple[float, float]:
        """The nearest point that does."""
        b = self.box
        x = min(max(x, b.x + EDGE_PX), b.right - EDGE_PX)
        return x, min(max(y, b.y + EDGE_PX), b.bottom - EDGE_PX)

    def in_grass(self, x: float, y: float, more: float = 0.0) -> bool:
        """Whether long grass stands there, ``more`` px of margin counted in."""
        return any(g.x - more <= x <= g.right + more and g.y - more <= y <= g.bottom + more for g in self.grass)

    def wood_on(self, start: Vec, end: Vec, wide: float, after: float = 0.0) -> tuple[Post, float] | None:
        """The first post within ``wide`` px (and its own radius) of the way between two points, and how far along it
        stands, px; ``after`` so many px of the way."""
        dx, dy = end.x - start.x, end.y - start.y
        long = math.hypot(dx, dy) or 1.0
        best: tuple[Post, float] | None = None
        for post in self.wood:
            px, py = post.at.x - start.x, post.at.y - start.y
            along = (px * dx + py * dy) / long
            aside = abs(px * dy - py * dx) / long
            is_near = after <= along <= long + post.radius and aside <= wide + post.radius
            if is_near and (best is None or along < best[1]):
                best = (post, along)
        return best


def _near(box: Box, at: Vec, more: float) -> bool:
    return box.x - more <= at.x <= box.right + more and box.y - more <= at.y <= box.bottom + more
