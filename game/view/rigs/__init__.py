"""Rigs: who is not a picture but a body of joints: the Beldam as she is, and her hand without her.

``hear`` after every tick moves the limbs, ``pieces`` gives what to draw among everybody else, by the floor it stands on. Nothing
here is part of a session; after a load the limbs are set down anew.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pygame import SRCALPHA, Mask, Rect, Surface, mask

from game.sim.parts import Arachnid, Place, Severed
from game.view.assets import Assets
from game.view.rigs.beldam import BeldamLook, Piece, lit_at
from game.view.rigs.gentle import shadow_of
from game.view.rigs.parts import Parts
from game.view.rigs.severed import Moment, SeveredLook
from game.view.rigs.spider import PELVIS, Spider
from game.view.sprites import Layers, Stand

__all__ = ["Rigs"]
HERS = frozenset({"between/web", "between/passage_long"})
"""Rooms in which she will be met: her pictures are read on the way in, and let go elsewhere."""


class Rigs:
    """All of them in a room."""

    def __init__(self, assets: Assets) -> None:
        self.assets = assets
        self._spiders: dict[int, Spider] = {}
        self._look: BeldamLook | None = None
        self._hands: list[tuple[Moment, Moment]] = []
        self._severed = SeveredLook()
        self._cut: Layers | None = None
        self._room: object = None

    def hear(self, session: Any) -> None:
        """After a tick: the limbs go on."""
        if session.room is not self._room:
            self._room = session.room
            if session.room.name in HERS:
                self._drawn()  # while the picture is still dark
            else:
                self._look = None
        spiders: dict[int, Spider] = {}
        for n, (_, place, she) in enumerate(session.world.each(Place, Arachnid)):
            if she.pose != "gone":
                spider = spiders[n] = self._spiders.get(n) or Spider()
                if session.rules.gentle and she.pose == "climb":
                    she = replace(she, pose="listen")  # a shadow does not crawl
                spider.tick(session.tick, place.x, place.y, she, _walls_of(session))
        self._spiders = spiders
        hands = [Moment.of(place, hand) for _, place, hand in session.world.each(Place, Severed)]
        if hands or self._hands:
            before = [now for _, now in self._hands]
            self._hands = [(before[n] if n < len(before) else now, now) for n, now in enumerate(hands)]

    def shade(self, layers: Layers, session: Any, between: float) -> None:
        """Shadows on the floor."""
        for spider, _ in self._seen(session):
            self._drawn().shade(
                layers, spider, spider.was.mixed(spider.now, between), has_feet=not session.rules.gentle
            )
        for hand, (was, now) in self._hands_of(session):
            self._severed.shade(layers, hand, was.mixed(now, between))

    def pieces(self, layers: Layers, stand: Stand, session: Any, between: float) -> list[Piece]:
        """(y of the floor, what draws it), by y."""
        out: list[Piece] = []
        for spider, she in self._seen(session):
            limbs = spider.was.mixed(spider.now, between)
            t = session.tick + between
            if session.rules.gentle:
                lit = lit_at(layers, stand, limbs.points[PELVIS], spider.y)
                out.append((spider.y, shadow_of(spider, she, limbs, lit, t)))
            else:
                out += self._drawn().pieces(layers, stand, spider, she, limbs, t)
        for hand, (was, now) in self._hands_of(session):
            out += self._severed.pieces(layers, stand, hand, was.mixed(now, between), session.tick + between)
        out.sort(key=lambda piece: piece[0])
        return out

    def shapes(self, layers: Layers, stand: Stand, session: Any, between: float) -> list[tuple[Mask, tuple[int, int]]]:
        """(shape, top left on the canvas) of all of them, for what must not be drawn over them: floor that falls."""
        pieces = self.pieces(layers, stand, session, between)
        if not pieces:
            return []
        size = layers.albedo.get_size()
        if self._cut is None or self._cut.albedo.get_size() != size:
            self._cut = Layers(Surface(size, SRCALPHA, 32), Surface(size, 0, 32), Surface(size, 0, 32))
        cut = self._cut
        cut.albedo.fill((0, 0, 0, 0))
        cut.x, cut.y = layers.x, layers.y
        for _, draw in pieces:
            draw(cut)
        area = cut.albedo.get_bounding_rect(127)
        return [(mask.from_surface(cut.albedo.subsurface(area), 127), area.topleft)] if area.w else []

    def wanted(self, session: Any) -> list[tuple[Rect, float]]:
        """(where in the map, y of the floor) of what no tree should hide: the hand."""
        out = []
        for hand, (_, now) in self._hands_of(session):
            if not hand.is_hidden:
                out.append((Rect(round(now.x) - 14, round(now.y - now.lift) - 30, 28, 34), now.y))
        return out

    def _hands_of(self, session: Any) -> list[tuple[Severed, tuple[Moment, Moment]]]:
        rows = session.world.each(Place, Severed)
        return [(hand, both) for (_, _, hand), both in zip(rows, self._hands, strict=False) if hand.pose != "gone"]

    def _seen(self, session: Any) -> list[tuple[Spider, Arachnid]]:
        rows = session.world.each(Place, Arachnid)
        return [(self._spiders[n], she) for n, (_, _, she) in enumerate(rows) if n in self._spiders]

    def _drawn(self) -> BeldamLook:
        if self._look is None:
            self._look = BeldamLook(Parts(self.assets.root / "art" / "actors"))
        return self._look


def _walls_of(session: Any) -> Callable[[float, float], bool]:
    walls = session.room.walls

    def is_wall(x: float, y: float) -> bool:
        return any(w.holds(x, y) for w in walls)

    return is_wall
