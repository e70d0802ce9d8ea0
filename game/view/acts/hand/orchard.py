"""The orchard at night, as the walk and the fight both show it: long grass, a lantern, dew that catches the light, the rock."""

from __future__ import annotations

import math
from bisect import bisect_left
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, Rect, Surface

from game.core.chance import Flair
from game.sim.acts import LanternWalk
from game.sim.parts import Dodge, Hero, Look, Person, Place, Walker
from game.view.acts.hand.grass import Grass
from game.view.acts.look import ActLook
from game.view.assets import Assets
from game.view.felt import Colour
from game.view.specks import Specks
from game.view.sprites import Layers

LEAVES: tuple[Colour, ...] = ((70, 96, 74), (54, 76, 66), (96, 116, 84), (120, 92, 70))
LANTERN = (9, -15)


class Orchard(ActLook):
    """What both the walk and the fight show of the orchard at night: grass, lantern, points of light in the dark."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self.specks = Specks(0x4A2D)
        self._grass: Grass | None = None
        self._room = ""
        self._ticks = 0
        self._went: dict[int, tuple[float, float]] = {}
        self._motes: list[tuple[float, float, float]] = []
        self._mote_ys: list[float] = []

    def _meadow(self, session: Any) -> Grass:
        if self._grass is None or self._room != session.room.name:
            self._room = session.room.name
            off = [
                Rect(round(b.x) - 3, round(b.y) - 2, round(b.w) + 6, round(b.h) + 4)
                for thing in session.room.things
                for b in thing.solids
                if thing.kind == "Prop"
            ]
            self._grass = Grass([s.box for s in session.room.surfaces if s.kind == "grass"], off)
            flair = Flair(0x51A2)
            size = session.room.size
            self._motes = [
                (flair.between(0, size.x), flair.between(200, size.y), flair.between(0, math.tau)) for _ in range(420)
            ]
            self._motes.sort(key=lambda m: m[1])
            self._mote_ys = [m[1] for m in self._motes]
        return self._grass

    def hear(self, session: Any, act: Any) -> None:
        self._ticks += 1
        self.specks.tick()
        self._meadow(session).tick(session.tick, self._goers(session, act))

    def _goers(self, session: Any, act: Any) -> list[tuple[float, float, float]]:
        """Who is in the grass: x, y, px gone in this tick."""
        out = []
        her = session.place
        out.append((her.x, her.y, math.hypot(her.x - her.was_x, her.y - her.was_y)))
        for entity, place, _ in session.world.each(Place, Person):
            if session.world.has(entity, Walker):
                out.append((place.x, place.y, math.hypot(place.x - place.was_x, place.y - place.was_y)))
        return out

    # ---- in the world

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._twinkle(layers, t)
        self._meadow(session).draw(layers, t)

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        feet = [(session.place.x, session.place.y)]
        feet += [(p.x, p.y) for _, p, _ in session.world.each(Place, Person) if p.lift < 4]
        feet += self._more_feet(act)
        self._meadow(session).draw(layers, t, feet)
        self._lantern(layers, session, act, t)
        self.specks.draw(layers)

    def _more_feet(self, act: Any) -> list[tuple[float, float]]:
        return []

    def _twinkle(self, layers: Layers, t: float) -> None:
        """Dew: points of cold light that come and go."""
        w, h = layers.albedo.get_size()
        first, last = bisect_left(self._mote_ys, layers.y), bisect_left(self._mote_ys, layers.y + h)
        for x, y, phase in self._motes[first:last]:
            sx, sy = round(x) - layers.x, round(y) - layers.y
            if not (0 <= sx < w and 0 <= sy < h):
                continue
            k = math.sin(t * 0.017 + phase)
            if k < 0.78:
                continue
            k = (k - 0.78) / 0.22
            c = (int(110 * k), int(150 * k), int(210 * k))
            layers.glow.fill(c, (sx, sy, 1, 1), BLEND_RGB_ADD)
            if k > 0.75:
                c = (int(46 * k), int(70 * k), int(110 * k))
                layers.glow.fill(c, (sx - 1, sy, 3, 1), BLEND_RGB_ADD)
                layers.glow.fill(c, (sx, sy - 1, 1, 3), BLEND_RGB_ADD)

    def _lantern(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """At her belt, so that both hands are free."""
        look = session.world.find(session.hero, Look)
        step = session.world.find(session.hero, Dodge)
        if look is None or look.is_hidden or (step is not None and step.ticks):
            return
        place = session.place
        props = self.assets.props("real")
        if not props.has("lantern_hand_lit"):
            return
        picture = props.get("lantern_hand_lit").picture
        side = -1 if place.facing.value == "left" else 1
        swing = round(math.sin(t * 0.16)) if session.world.get(session.hero, Hero).still_ticks == 0 else 0
        x = round(place.x) + side * LANTERN[0] - layers.x + swing
        y = round(place.y - place.lift) + LANTERN[1] - layers.y
        if place.facing.value == "up":
            return
        box = (x - picture.get_width() // 2, y - 8)
        layers.albedo.blit(picture, box)
        if getattr(act, "gutter", 0) > 60:  # out, but for the wick
            layers.albedo.fill((70, 52, 44), (x - 2, y + 3, 4, 6))
            return
        layers.light.fill((120, 110, 90), (box[0] + 3, box[1] + 6, picture.get_width() - 6, picture.get_height() - 10))
        k = 0.9 + 0.1 * math.sin(t * 0.31)
        disc = self._glowing
        layers.glow.blit(disc, (x - disc.get_width() // 2, y + 2 - disc.get_height() // 2), special_flags=BLEND_RGB_ADD)
        layers.glow.fill((int(150 * k), int(120 * k), int(60 * k)), (x - 2, y + 3, 4, 6), BLEND_RGB_ADD)
        layers.glows.append(Rect(x - 3, y, 6, 12))

    @cached_property
    def _glowing(self) -> Surface:
        s = Surface((44, 36), 0, 32)
        for r in range(10, 0, -1):
            c = (10 - r) * 3
            pygame.draw.ellipse(s, (c, int(c * 0.78), int(c * 0.36)), (22 - r * 2, 18 - r * 1.7, r * 4, r * 3.4))
        return s


class WalkLook(Orchard):
    """The way there, and the little way afterwards: then the rock lies where it fell."""

    def hear(self, session: Any, act: LanternWalk) -> None:
        super().hear(session, act)
        if act.left and act.left % 5 == 0:
            self.specks.burst("feather", (act.at_x, act.at_y, 6), 2, LEAVES, 40, 50, 40, 2.0, 60)

    def _goers(self, session: Any, act: LanternWalk) -> list[tuple[float, float, float]]:
        out = super()._goers(session, act)
        if act.left:
            out.append((act.at_x, act.at_y, 1.4))
        return out

    def floor(self, layers: Layers, session: Any, act: LanternWalk, t: float) -> None:
        super().floor(layers, session, act, t)
        if "hand_is_crushed" in session.story.flags and self.assets.props("real").has("rock_great"):
            spot = session.room.spots.get(f"rock_{1 + session.story.counts.get('hand_chute', 1)}")
            if spot is not None:
                draw_rock(layers, self.assets, spot.box.middle.x, spot.box.middle.y + 10, 0.0, split="rock_split")


def draw_rock(
    layers: Layers, assets: Assets, x: float, y: float, up: float, alpha: int = 255, turn: int = 0, split: str = ""
) -> None:
    """The rock, its foot at (x, y), ``up`` px higher (< 0)."""
    props = assets.props("real")
    name = split or ("rock_great", "rock_great_turn_1", "rock_great_turn_2")[turn % 3]
    if not props.has(name) or not alpha:
        return
    picture = props.get(name).picture
    at = (round(x) - picture.get_width() // 2 - layers.x, round(y + up) - picture.get_height() + 6 - layers.y)
    if 0 < alpha < 255:
        picture = picture.copy()
        picture.set_alpha(alpha)
    layers.albedo.blit(picture, at)
