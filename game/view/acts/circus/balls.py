"""Balls in the air: from a cannon to her hands, bouncing on the taps; up to the mice; on to where she throws."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import pygame
from pygame import SRCALPHA, Surface

from game.sim.acts.circus import (
    BAR_TICKS,
    HEARD_LATE_TICKS,
    LONG,
    MISSED,
    WAYS,
    Circus,
    Cue,
)
from game.view.acts.circus import formations
from game.view.acts.circus.mice import Mouse
from game.view.sprites import Layers

HAND_PX = 20.0
BALL = 17
TRAIL = ((8.0, 2, 30), (5.5, 3, 52), (3.0, 4, 80))
"""Behind a ball: ticks ago, radius, how much light."""
AFTER_TICKS = 60
SHOWS = ("show", "rehearse")


@dataclass
class Thrown:
    """What became of a cue: for the balls and the pops. ``tick`` of the part when it was judged."""

    cue: Cue
    number: int
    verdict: str
    tick: int
    off: int


class Balls:
    """Those of now; ``past`` is what became of the last few."""

    def __init__(self) -> None:
        self.past: list[Thrown] = []

    def due(self, act: Circus) -> list[tuple[Cue, int]]:
        """(cue, ticks since its ball was fired) of every ball that flies to her now."""
        if act.part not in SHOWS:
            return []
        out = []
        for cue, verdict in zip(act.cues, act.verdicts):
            since = act.since - HEARD_LATE_TICKS - (cue.tick - cue.lead)
            if cue.kind == "catch" and not verdict and since >= 0:
                out.append((cue, since))
        return out

    def muzzle(self, act: Circus, cannon: int) -> tuple[float, float, float]:
        at, way = act.cannons[cannon - 1], WAYS[cannon]
        return at.x - way.x * 16, at.y - way.y * 4 + 4, 26.0

    def _hand(self, act: Circus, cannon: int) -> tuple[float, float, float]:
        way = WAYS[cannon]
        return act.mark.x + way.x * 9, act.mark.y + way.y * 2 + 2, HAND_PX

    def on_its_way(self, act: Circus, cue: Cue, since: float) -> tuple[float, float, float]:
        """A ball from its cannon to her hand; a long one touches the floor on each of the three taps."""
        x0, y0, z0 = self.muzzle(act, cue.cannon)
        x1, y1, z1 = self._hand(act, cue.cannon)
        k = since / cue.lead
        x, y = x0 + (x1 - x0) * k, y0 + (y1 - y0) * k
        if cue.lead == LONG:
            n, f = formations.beat_of(since)
            low0 = z0 if n == 0 else 0.0
            low1 = z1 if n >= 2 else 0.0
            return x, y, low0 + (low1 - low0) * f + (46.0 - 7.0 * n) * 4 * f * (1 - f)
        return x, y, z0 + (z1 - z0) * k + 44.0 * 4 * k * (1 - k)

    def flying(self, act: Circus, between: float, mice: list[Mouse]) -> list[tuple[float, float, float, float]]:
        """(x, y, z, turn) of every ball in the air or in her hands."""
        part_t = act.since + between
        out: list[tuple[float, float, float, float]] = []
        for cue, since in self.due(act):
            s = since + (part_t - act.since)
            x, y, z = self.on_its_way(act, cue, min(max(s, 0.0), cue.lead * 1.35))
            out.append((x, y, max(z, 0.0), s * 0.22))
        for p in self.past:
            age = part_t - p.tick
            if not 0 <= age < AFTER_TICKS or p.cue.kind not in ("catch", "throw"):
                continue
            found = self._after(act, p, age, mice)
            if found is not None:
                out.append((*found, age * 0.3))
        if act.has_ball and act.part in SHOWS:
            side = -7 if act.way_x >= 0 else 6  # in the hand that is up
            out.append((act.mark.x + side, act.mark.y + 1, HAND_PX + 19, 0.0))
        return out

    def _after(self, act: Circus, p: Thrown, age: float, mice: list[Mouse]) -> tuple[float, float, float] | None:
        """Where a ball is after it was caught, thrown or missed."""
        way = WAYS[p.cue.cannon]
        hx, hy, hz = self._hand(act, p.cue.cannon)
        if p.cue.kind == "throw":
            if p.verdict == MISSED:
                return (act.mark.x + way.x * age * 0.3, act.mark.y + 6, max(0.0, 18 - age * 0.9)) if age < 40 else None
            if age > 22:
                return None
            k = age / 22
            gx, gy, gz = self.goal(act, p.cue, mice)
            return hx + (gx - hx) * k, hy + (gy - hy) * k, hz + (gz - hz) * k + 30 * 4 * k * (1 - k)
        if p.verdict == MISSED:
            if age > 46:
                return None
            bounce = abs(math.sin(age * 0.16)) * max(20 - age * 0.5, 0)
            return hx - way.x * age * 2.1, hy - way.y * age * 1.2, bounce
        if p.number + 1 < len(act.cues) and act.cues[p.number + 1].kind == "throw":
            return None  # it is in her hands
        if age < 8:
            return hx, hy, hz
        k = (age - 8) / 24
        if k > 1:
            return None
        return hx - way.x * 74 * k, hy - way.y * 46 * k, hz + (6 - hz) * k + 52 * 4 * k * (1 - k)

    def goal(self, act: Circus, cue: Cue, mice: list[Mouse]) -> tuple[float, float, float]:
        """Where she throws: into a cannon, or at a mouse that is out of its place."""
        if act.part == "show" and cue.tick > 20 * BAR_TICKS:
            m = mice[47]
            return act.mark.x + m.x, act.mark.y + m.y, 6.0
        x, y, z = self.muzzle(act, cue.cannon)
        return x, y, z

    @cached_property
    def _ball(self) -> list[Surface]:
        """Eight turns of a striped ball."""
        out = []
        red, white, blue = (226, 60, 74), (255, 246, 232), (66, 120, 226)
        for k in range(8):
            s = Surface((BALL, BALL), SRCALPHA, 32)
            c = (BALL - 1) / 2
            for py in range(BALL):
                for px in range(BALL):
                    dx, dy = px - c, py - c
                    d = math.hypot(dx, dy)
                    if d > c + 0.3:
                        continue
                    a = (math.atan2(dy, dx) / math.tau + k / 8 + d * 0.012) % 1.0
                    base = (red, white, blue, white, red, white)[int(a * 6)] if d > 1.4 else (255, 210, 90)
                    lit = 1.0 - 0.34 * max(0.0, (dx + dy) / (2 * c)) + 0.16 * max(0.0, -(dx + dy) / (2 * c))
                    edge = 0.55 if d > c - 0.7 else 1.0
                    s.set_at((px, py), tuple(min(int(v * lit * edge), 255) for v in base))
            out.append(s)
        return out

    def draw(self, layers: Layers, act: Circus, between: float, mice: list[Mouse]) -> None:
        """Those, the farther ones first, each with the light it leaves behind it."""
        for ago, r, level in TRAIL:
            for x, y, z, _ in self.flying(act, between - ago, mice):
                if z > 1:
                    at = (round(x) - layers.x, round(y - z) - layers.y)
                    pygame.draw.circle(layers.glow, (level, level * 5 // 6, level // 2), at, r)
        for x, y, z, turn in sorted(self.flying(act, between, mice), key=lambda b: b[1]):
            ball = self._ball[int(turn * 8 / math.tau) % 8]
            at = (round(x) - BALL // 2 - layers.x, round(y - z) - BALL // 2 - layers.y)
            layers.albedo.blit(ball, at)
            layers.light.blit(self._shine, at)

    @cached_property
    def _shine(self) -> Surface:
        """A follow-spot's light, of a ball's shape."""
        s = Surface((BALL, BALL), SRCALPHA, 32)
        pygame.draw.circle(s, (128, 124, 118, 255), (BALL // 2, BALL // 2), BALL // 2)
        return s
