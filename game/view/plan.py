"""The map page: one map as a drawing in ink, room by room, as far as she has been.

Reads a Room's areas, walls, props and doors. Where she has not been there is only a dotted edge; what the world has lost is
torn out of the page.
"""

from __future__ import annotations

import random
from itertools import pairwise

import pygame

from game.core.geometry import TILE, Box
from game.core.words import Words
from game.sim.room import Area, Room
from game.view.felt import INK, INK_SOFT, PAPER, blank, mix
from game.view.font import Font

BEHIND = ((20, 14, 38), (32, 22, 56))
"""Felt, seen through a hole in the page."""
FRAY = 3
LOST = 0.6
"""A room of which so much has gone has no name any more."""
DOORWAY = 4.5 * TILE
"""How far beyond a room its doorways are drawn."""


class Plan:
    """One map as a drawing on paper. ``known``: titles of the areas that may be drawn; ``paper``: where it goes.

    ``gone``: numbers of tiles (row * width + column) that are no more.
    """

    def __init__(self, room: Room, known: set[str], paper: pygame.Rect, gone: frozenset[int] = frozenset()) -> None:
        self.room = room
        self.known = known
        self.gone = gone
        shown = [a.box for a in room.areas]
        left, top = min(b.x for b in shown) - 24, min(b.y for b in shown) - 24
        right, bottom = max(b.right for b in shown) + 24, max(b.bottom for b in shown) + 24
        self.scale = min(paper.w / (right - left), paper.h / (bottom - top))
        self._dx = paper.centerx - (left + right) / 2 * self.scale
        self._dy = paper.centery - (top + bottom) / 2 * self.scale
        self.paper = paper
        self.doorways = self._find_doorways()

    def at(self, x: float, y: float) -> tuple[float, float]:
        """px of the map -> px of the page."""
        return x * self.scale + self._dx, y * self.scale + self._dy

    def box(self, b: Box) -> pygame.Rect:
        x, y = self.at(b.x, b.y)
        return pygame.Rect(round(x), round(y), round(b.w * self.scale), round(b.h * self.scale))

    def draw(self, s: pygame.Surface, fresh: set[str], inked: float) -> None:
        """Rooms known, each a wash and a hand-drawn outline; ``fresh`` ones are ``inked`` so far (0..1)."""
        areas = self.room.areas
        for a in areas:
            if a.title not in self.known:
                self._unknown(s, self.box(a.box))
        for a in areas:
            if a.title in self.known:
                self._wash(s, a, inked if a.title in fresh else 1.0)
        self._walls(s)
        for a in areas:
            if a.title in self.known:
                k = inked if a.title in fresh else 1.0
                self._outline(s, self.box(a.box).inflate(3, 3), k, a.title)
        self._ways(s)
        self._doors(s)
        self._tear(s)

    def _tear(self, s: pygame.Surface) -> None:
        """Holes where tiles are gone, with a pale frayed edge."""
        if not self.gone:
            return
        hole = pygame.mask.Mask(s.get_size())
        for tile in sorted(self.gone):
            r = self.box(Box(tile % self.room.width * TILE, tile // self.room.width * TILE, TILE, TILE))
            rng = random.Random(tile)
            r = (
                r.move(rng.choice((-1, 0, 0, 1)), rng.choice((-1, 0, 0, 1)))
                .inflate(2, 2)
                .clip(self.paper.inflate(16, 16))
            )
            if r.w > 0 and r.h > 0:
                hole.draw(pygame.mask.Mask(r.size, fill=True), r.topleft)
        edge = pygame.mask.Mask(s.get_size())
        for dx in range(-FRAY, FRAY + 1):
            edge.draw(hole, (dx, FRAY - abs(dx)))
            edge.draw(hole, (dx, abs(dx) - FRAY))
        edge.to_surface(s, setcolor=PAPER[5], unsetcolor=None)
        hole.to_surface(s, setcolor=BEHIND[0], unsetcolor=None)
        shade = hole.overlap_mask(hole, (2, 3))
        shade.to_surface(s, setcolor=BEHIND[1], unsetcolor=None)

    def _is_lost(self, area: Area) -> bool:
        """Whether so much of a room has gone that its name has gone too."""
        b, w = area.box, self.room.width
        tiles = [
            y * w + x
            for y in range(int(b.y // TILE), int(b.bottom // TILE))
            for x in range(int(b.x // TILE), int(b.right // TILE))
        ]
        return bool(tiles) and sum(t in self.gone for t in tiles) > LOST * len(tiles)

    def _ways(self, s: pygame.Surface) -> None:
        """Doorways from a known room, cut into the ink."""
        for tile in self.doorways:
            r = self.box(tile)
            pygame.draw.rect(s, PAPER[3], (r.x, r.y - 2, r.w + 1, r.h + 4))

    def _find_doorways(self) -> list[Box]:
        """Indoors: free tiles that belong to no room but lie close to a known one."""
        if not self.room.indoors:
            return []
        known = [a.box.grown(DOORWAY) for a in self.room.areas if a.title in self.known]
        found = []
        for ty in range(self.room.height):
            for tx in range(self.room.width):
                tile = Box(tx * TILE, ty * TILE, TILE, TILE)
                m = tile.middle
                if not any(b.holds(m.x, m.y) for b in known) or any(a.box.holds(m.x, m.y) for a in self.room.areas):
                    continue
                if not any(w.touches(tile) for w in self.room.walls):
                    found.append(tile)
        return found

    def _unknown(self, s: pygame.Surface, box: pygame.Rect) -> None:
        for x in range(box.left, box.right, 6):
            s.fill(PAPER[2], (x, box.top, 2, 1))
            s.fill(PAPER[2], (x, box.bottom - 1, 2, 1))
        for y in range(box.top, box.bottom, 6):
            s.fill(PAPER[2], (box.left, y, 1, 2))
            s.fill(PAPER[2], (box.right - 1, y, 1, 2))

    def _wash(self, s: pygame.Surface, a: Area, k: float) -> None:
        box = self.box(a.box)
        rng = random.Random(a.title)
        tint = rng.choice(((214, 178, 168), (190, 196, 176), (186, 190, 206), (216, 196, 148), (200, 178, 196)))
        wash = blank(box.w, box.h)
        wash.fill((*tint, round(120 * k)))
        for i in range(-box.h, box.w, 7):
            pygame.draw.line(wash, (*mix(tint, PAPER[1], 0.4), round(70 * k)), (i, box.h), (i + box.h, 0))
        s.blit(wash, box)

    def _walls(self, s: pygame.Surface) -> None:
        """Solid things inside known rooms: beds, stairs, hedges, as small hatched boxes."""
        boxes = list(self.room.walls)
        for t in self.room.things:
            if t.kind == "Prop" and not t.text("if_flag"):
                boxes.extend(t.solids)
        for b in boxes:
            m = b.middle
            inside = any(a.title in self.known and a.box.holds(m.x, m.y) for a in self.room.areas)
            if not inside or b.w * self.scale < 3 or b.h * self.scale < 2 or b.w * b.h > 40000:
                continue
            r = self.box(b)
            pygame.draw.rect(s, PAPER[3], r)
            pygame.draw.rect(s, INK_SOFT, r, 1)

    def _outline(self, s: pygame.Surface, r: pygame.Rect, k: float, seed: str) -> None:
        """Round the room with an unsteady pen, as far as ``k``."""
        rng = random.Random(seed)
        corners = [r.topleft, r.topright, r.bottomright, r.bottomleft, r.topleft]
        points: list[tuple[float, float]] = []
        for (x0, y0), (x1, y1) in pairwise(corners):
            n = max(int(max(abs(x1 - x0), abs(y1 - y0)) / 14), 1)
            for i in range(n):
                wob = rng.choice((-0.5, 0, 0, 0.5)) if i else 0
                points.append((x0 + (x1 - x0) * i / n + wob, y0 + (y1 - y0) * i / n + wob))
        points.append(points[0])
        points = points[: max(2, round(len(points) * k))]
        pygame.draw.lines(s, INK, False, points, 2)

    def _doors(self, s: pygame.Surface) -> None:
        """Ways out, as small doors standing open."""
        for t in self.room.things:
            if t.kind != "Door":
                continue
            m = t.box.middle
            if not any(a.title in self.known and a.box.grown(48).holds(m.x, m.y) for a in self.room.areas):
                continue
            x, y = (round(v) for v in self.at(m.x, m.y))
            pygame.draw.rect(s, INK, (x - 4, y - 4, 9, 8))
            pygame.draw.rect(s, (196, 92, 116), (x - 3, y - 3, 7, 6))
            s.set_at((x + 2, y), PAPER[5])

    def write(
        self, s: pygame.Surface, font: Font, words: Words, size: int, pin: tuple[float, float] | None = None
    ) -> None:
        """Names, in the largest cut that fits each room, clear of the ``pin`` that says where she is."""
        done: set[str] = set()
        for a in sorted(self.room.areas, key=lambda a: -a.box.w * a.box.h):
            if a.title not in self.known or a.title in done or (self.gone and self._is_lost(a)):
                continue
            done.add(a.title)
            key = f"area.{a.title}"
            name = words.get(key) if words.has(key) else a.title.replace("_", " ").capitalize()
            r = self.box(a.box)
            cut = next(
                (c for c in (font.cut(z) for z in (200, 150, 100) if z <= size) if c.width(name) < r.w - 4),
                font.cut(100),
            )
            w = cut.width(name)
            x = min(max(r.centerx, self.paper.left + w // 2), self.paper.right - w // 2)
            y = r.centery - cut.cap / 2 - cut.rise
            if pin is not None and abs(pin[0] - x) < w / 2 + 10 and -24 < y + cut.rise - pin[1] < 6:
                y = pin[1] + 4 - cut.rise if pin[1] + cut.line < r.bottom else pin[1] - 24 - cut.line
            for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
                cut.write(s, x + dx, y + dy, name, PAPER[4], False, 0.5)
            cut.write(s, x, y, name, INK, False, 0.5)
