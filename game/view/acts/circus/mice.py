"""Fifty mice and a band: how they are moved, and drawn in the follow-spots."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import pygame
from pygame import SRCALPHA, Surface

from game.core.geometry import Facing
from game.sim.acts.circus import HEARD_LATE_TICKS, Circus
from game.view.acts.circus import formations
from game.view.acts.circus.formations import Spot
from game.view.assets import Actor, Assets
from game.view.felt import Colour
from game.view.specks import DUST, Specks
from game.view.sprites import Layers

BAND = (
    (-196.0, -92.0, "horn", (0, 1, 2)),
    (-178.0, -108.0, "drum", (3,)),
    (-158.0, -122.0, "tuba", (0, 3)),
    (-138.0, -134.0, "horn", (1, 2)),
    (138.0, -134.0, "horn", (0, 2)),
    (158.0, -122.0, "tuba", (0, 3)),
    (178.0, -108.0, "drum", (3,)),
    (196.0, -92.0, "horn", (1, 2, 3)),
)
"""(x, y from the mark, instrument, the beats of a bar that it plays on)."""
SPRING, DAMP = 0.045, 0.72
SHOWS = ("show", "rehearse")


@dataclass
class Mouse:
    """Where it is, px round the mark, and how fast, px a tick."""

    x: float
    y: float
    z: float
    vx: float = 0.0
    vy: float = 0.0
    anim: str = "stand"
    facing: Facing = Facing.DOWN
    ticks: int = 0
    glow: float = 0.0


class Troupe:
    """All of them, for one look."""

    def __init__(self, assets: Assets, specks: Specks) -> None:
        self.assets = assets
        self.specks = specks
        self.mice: list[Mouse] = []
        self._ticks = 0
        self._tints: dict[tuple[int, Colour], Surface] = {}
        self._kept: list[Surface] = []

    def tick(self, act: Circus, wants: list[Spot]) -> None:
        """A step towards where each wants to be."""
        self._ticks += 1
        if not self.mice:
            self.mice = [Mouse(s.x, s.y, s.z) for s in wants]
        for mouse, spot in zip(self.mice, wants):
            self._step(mouse, spot, act)

    def _step(self, m: Mouse, s: Spot, act: Circus) -> None:
        """A spring, with a limit, so that they run and do not fly."""
        m.vx = (m.vx + (s.x - m.x) * SPRING) * DAMP
        m.vy = (m.vy + (s.y - m.y) * SPRING) * DAMP
        speed = math.hypot(m.vx, m.vy)
        if speed > 6.5:
            m.vx, m.vy = m.vx * 6.5 / speed, m.vy * 6.5 / speed
        m.x += m.vx
        m.y += m.vy
        m.z += (s.z - m.z) * 0.45
        m.ticks += 1
        anim = "walk" if speed > 0.55 and s.z < 30 else s.anim
        if speed > 0.35 and m.z < 30:
            m.facing = Facing.of(m.vx, m.vy, m.facing)
        elif anim != "walk":
            m.facing = Facing.UP if s.away else self._toward_her(m)
        if speed > 4.2 and self._ticks % 5 == 0 and m.z < 4:
            self.specks.burst("puff", (m.x + act.mark.x, m.y + act.mark.y, 1), 1, DUST, 8, 6, 14, 1.4, 10)
        if anim != m.anim:
            m.anim, m.ticks = anim, 0
        lit = 1.0 if act.part == "picture" and act.since > 40 else 0.0
        m.glow += (lit - m.glow) * 0.05

    @staticmethod
    def _toward_her(m: Mouse) -> Facing:
        """They look at her; those behind her and near the middle look at us."""
        if m.y < -20 or abs(m.x) < 26:
            return Facing.DOWN if m.y < 20 else Facing.UP
        return Facing.LEFT if m.x > 0 else Facing.RIGHT

    @cached_property
    def _actor(self) -> Actor:
        return self.assets.actor("circus_mouse")

    @cached_property
    def _shades(self) -> list[Surface]:
        out = []
        for w in range(3, 18):
            s = Surface((w, max(w // 3, 2)), SRCALPHA, 32)
            pygame.draw.ellipse(s, (16, 6, 18, 110), s.get_rect())
            out.append(s)
        return out

    def shade(self, layers: Layers, x: float, y: float, wide: float) -> None:
        s = self._shades[min(max(round(wide) - 3, 0), len(self._shades) - 1)]
        layers.albedo.blit(s, (round(x) - s.get_width() // 2 - layers.x, round(y) - s.get_height() // 2 - layers.y))

    def draw(self, layers: Layers, act: Circus, mice: list[Mouse]) -> None:
        """These mice, the farther ones first."""
        blits, lights = [], []
        level = (118, 110, 112) if act.part != "picture" else (74, 66, 86)
        for m in sorted(mice, key=lambda m: (m.y, m.z)):
            x, y = m.x + act.mark.x, m.y + act.mark.y
            if m.z < 26:
                self.shade(layers, x, y, 10 - m.z * 0.2)
            pose = self._actor.pose(m.anim, m.facing, m.ticks)
            at = (round(x) + pose.offset[0] - layers.x, round(y - m.z) + pose.offset[1] - layers.y)
            blits.append((pose.picture, at))
            lights.append((self._lit(pose.picture, level), at))
        layers.albedo.fblits(blits)
        layers.light.fblits(lights)

    def _lit(self, picture: Surface, level: Colour) -> Surface:
        """A figure's shape in one light: the follow-spots are on all of them."""
        key = (id(picture), level)
        kept = self._tints.get(key)
        if kept is None:
            if len(self._tints) > 160:
                self._tints.clear()
            kept = Surface(picture.get_size(), SRCALPHA, 32)
            pygame.mask.from_surface(picture, 127).to_surface(kept, setcolor=(*level, 255), unsetcolor=(0, 0, 0, 0))
            self._tints[key] = kept
            self._kept.append(picture)
        return kept

    def band(self, layers: Layers, act: Circus) -> None:
        """Eight who have come down to the ring with their instruments: drums on the big beat, tubas on the first, horns between."""
        if act.part in ("wait", "rest", "picture"):
            return
        n, f = formations.beat_of(act.since - HEARD_LATE_TICKS)
        kick = math.exp(-6 * f) if act.part in SHOWS else 0.0
        props = self.assets.props("other")
        for bx, by, tool, beats in BAND:
            x, y = act.mark.x + bx, act.mark.y + by
            hit = kick if n % 4 in beats else 0.0
            name = f"bandmouse_{tool}_{2 if hit > 0.25 else 1}"
            if not props.has(name):
                continue
            prop = props.get(name)
            self.shade(layers, x, y, 15)
            at = (round(x) - prop.anchor[0] - layers.x, round(y - 4 * hit) - prop.anchor[1] - layers.y)
            layers.albedo.blit(prop.picture, at)
            layers.light.blit(self._lit(prop.picture, (112, 104, 106)), at)


def behind_her(m: Mouse) -> bool:
    """Whether she stands before it; the others are drawn over all that stands in the ring."""
    return -60 < m.y < 0 and abs(m.x) < 50
