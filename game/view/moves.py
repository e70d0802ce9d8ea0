"""What her quick feet and hands look like: the shadows a dodge leaves, dust, where a throw would land, and that it hit.

``hear`` after every tick, ``ground`` under everybody, ``over`` over them. Nothing here changes a session.
"""

from __future__ import annotations

import math
from collections import deque
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGBA_MULT, SRCALPHA, Rect, Surface

from game.core.geometry import Facing
from game.sim.happenings import Dodged, Landed, Slipped, Struck
from game.sim.parts import Aim, Dodge, Look, Place, Pushable, Target
from game.sim.systems.throw import ARC, ARC_LEAST, ARC_MOST, HAND_PX
from game.view.assets import Assets
from game.view.specks import DUST, FEATHERS, GOLD, SEEDS, Specks
from game.view.sprites import Layers

GHOST_TICKS = 15
GHOST_EVERY = 3
GHOST_TINT = (120, 190, 255)
DOT_PX = 13.0
CREAM, LEANS = (255, 246, 220), (255, 206, 96)


@dataclass
class Ghost:
    """How she was some ticks ago."""

    sheet: str
    anim: str
    facing: Facing
    anim_ticks: int
    x: float
    y: float
    tick: int


class Moves:
    """One for a Show."""

    def __init__(self, assets: Assets) -> None:
        self.assets = assets
        self.specks = Specks()
        self._ghosts: deque[Ghost] = deque(maxlen=6)
        self._room: object = None
        self._tinted: dict[int, tuple[Surface, list[Surface]]] = {}

    def hear(self, session: Any) -> None:
        """Notes what this tick leaves behind."""
        if session.room is not self._room:
            self._room = session.room
            self._ghosts.clear()
            self.specks.clear()
        self.specks.tick()
        for d in session.news.of(Dodged):
            self.specks.burst("puff", (d.x, d.y, 2), 7, DUST, 46, 26, 24, 2.6, 30, (-d.way_x * 50, -d.way_y * 36), 4)
        for s in session.news.of(Slipped):
            self.specks.burst("star", (s.x, s.y, 20), 6, ((190, 226, 255), (255, 255, 255)), 70, 60, 26, 3.4, 60)
        for hit in session.news.of(Struck):
            if hit.whom:
                self.specks.burst("star", (hit.x, hit.y, hit.z), 7, GOLD, 90, 70, 26, 3.6, 40)
            else:
                self.specks.burst("puff", (hit.x, hit.y, hit.z), 4, DUST, 40, 20, 20, 2.2, 40)
        for down in session.news.of(Landed):
            if down.breaks:
                self.specks.burst("dot", (down.x, down.y, 6), 22, SEEDS, 120, 130, 46, 2.8, 420)
                self.specks.burst("feather", (down.x, down.y, 8), 9, FEATHERS, 60, 70, 90, 2, 60)
            else:
                self.specks.burst("puff", (down.x, down.y, 1), 6, DUST, 44, 18, 24, 2.6, 30)
        step = session.world.find(session.hero, Dodge)
        if step is not None and step.ticks and step.ticks % GHOST_EVERY == 1:
            place, look = session.place, session.world.get(session.hero, Look)
            self._ghosts.append(Ghost(look.sheet, look.anim, place.facing, look.ticks, place.x, place.y, session.tick))

    # ---- under everybody

    def ground(self, layers: Layers, session: Any, between: float, t: float) -> None:
        """Shadows of what flies, her own shapes of a moment ago, the mark of a throw."""
        for _, place, push in session.world.each(Place, Pushable):
            if place.lift > 2 and not push.is_carried:
                x = place.was_x + (place.x - place.was_x) * between
                y = place.was_y + (place.y - place.was_y) * between
                self.shade(layers, x, y, push.w, place.lift)
        for g in self._ghosts:
            age = (t - g.tick) / GHOST_TICKS
            if 0 <= age < 1:
                self._ghost(layers, g, age)
        aim = session.world.find(session.hero, Aim)
        if aim is not None and aim.ticks:
            self._mark(layers, session, aim, t)

    def shade(self, layers: Layers, x: float, y: float, wide: float, lift: float) -> None:
        """The shadow of something ``lift`` px over the floor: smaller and fainter the higher it is."""
        w = max(round(wide * (1 - min(lift, 120) / 260)), 4)
        s = self._shades[min(w // 3, len(self._shades) - 1)]
        layers.albedo.blit(s, (round(x) - s.get_width() // 2 - layers.x, round(y) - s.get_height() // 2 - layers.y))

    @cached_property
    def _shades(self) -> list[Surface]:
        out = []
        for i in range(16):
            w = 4 + 3 * i
            s = Surface((w + 2, w // 3 + 3), SRCALPHA, 32)
            pygame.draw.ellipse(s, (10, 5, 20, 70), s.get_rect())
            pygame.draw.ellipse(s, (10, 5, 20, 120), s.get_rect().inflate(-4, -2))
            out.append(s)
        return out

    def _ghost(self, layers: Layers, g: Ghost, age: float) -> None:
        try:
            pose = self.assets.actor(g.sheet).pose(g.anim, g.facing, g.anim_ticks, True)
        except FileNotFoundError:
            return
        kept = self._tinted.get(id(pose.picture))
        if kept is None or kept[0] is not pose.picture:
            if len(self._tinted) > 40:
                self._tinted.clear()
            steps = []
            for k in range(5):
                s = pose.picture.copy()
                s.fill((*GHOST_TINT, 0), special_flags=BLEND_RGB_ADD)
                s.fill((255, 255, 255, 116 - 24 * k), special_flags=BLEND_RGBA_MULT)
                steps.append(s)
            kept = self._tinted[id(pose.picture)] = (pose.picture, steps)
        at = (round(g.x) + pose.offset[0] - layers.x, round(g.y) + pose.offset[1] - layers.y)
        layers.albedo.blit(kept[1][min(int(age * 5), 4)], at)

    def _mark(self, layers: Layers, session: Any, aim: Aim, t: float) -> None:
        """A ring of stitches where it would land; round whom it means it closes, and is gold."""
        meant = session.world.find(aim.target, Target) if aim.target else None
        if meant is not None:
            at = session.world.get(aim.target, Place)
            x, y, r, colour = at.x, at.y - 2, meant.radius + 5 + 2 * math.sin(t * 0.2), LEANS
        else:
            x, y, r, colour = aim.lands_x, aim.lands_y, 11.0, CREAM
        n = 14
        for i in range(n):
            if i % 2:
                continue
            for k in range(4):
                a = (i + k * 0.22) / n * math.tau + t * 0.03
                px, py = round(x + math.cos(a) * r) - layers.x, round(y + math.sin(a) * r * 0.55) - layers.y
                layers.albedo.fill((20, 10, 30), (px, py + 1, 2, 1))
                layers.albedo.fill(colour, (px, py, 2, 1))
                layers.glow.fill(tuple(c // 3 for c in colour), (px, py, 2, 1), special_flags=BLEND_RGB_ADD)
        box = Rect(0, 0, round(2 * r) + 4, round(1.1 * r) + 4)
        box.center = (round(x) - layers.x, round(y) - layers.y)
        layers.glows.append(box)

    # ---- over everybody

    def over(self, layers: Layers, session: Any, t: float) -> None:
        """The way it would fly, dot by dot; sparks; a hit target's star."""
        aim = session.world.find(session.hero, Aim)
        if aim is not None and aim.ticks > 2:
            self._arc(layers, session, aim, t)
        self.specks.draw(layers)

    def _arc(self, layers: Layers, session: Any, aim: Aim, t: float) -> None:
        place = session.place
        meant = session.world.find(aim.target, Target) if aim.target else None
        end = meant.height if meant is not None else 0.0
        far = max(aim.reach, 1.0)
        high = min(max(far * ARC, ARC_LEAST), ARC_MOST)
        colour = LEANS if meant is not None else CREAM
        n = max(int(far / DOT_PX), 3)
        for i in range(n):
            s = (i + (t * 0.05) % 1) / n
            if not 0.08 < s < 0.97:
                continue
            x = place.x + (aim.lands_x - place.x) * s
            y = place.y + (aim.lands_y - place.y) * s
            z = HAND_PX * (1 - s) + end * s + 4 * high * s * (1 - s)
            px, py = round(x) - layers.x, round(y - z) - layers.y
            size = 2 if s < 0.75 else 1
            layers.albedo.fill((20, 10, 30), (px, py + 1, size, size))
            layers.albedo.fill(colour, (px, py, size, size))
            layers.glow.fill(tuple(c // 4 for c in colour), (px, py, size, size), special_flags=BLEND_RGB_ADD)
            layers.glows.append(Rect(px, py, size, size))
