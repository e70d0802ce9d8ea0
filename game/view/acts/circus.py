"""The circus as it looks: fifty mice on springs, a kerb of bulbs that is the score, balls in the air, the ribbon of beats.

Where mice want to be is in formations.py; what is judged in sim/acts/circus.py. Here nothing is decided.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, SRCALPHA, Rect, Surface

from game.core.geometry import Facing
from game.sim.acts.circus import (
    BAR_TICKS,
    BEAT_TICKS,
    CAUGHT,
    HEARD_LATE_TICKS,
    LONG,
    MISSED,
    PERFECT,
    WAYS,
    Circus,
    Cue,
)
from game.sim.happenings import Judged
from game.view.acts import formations
from game.view.acts.formations import MICE, PICTURE, Spot
from game.view.acts.look import ActLook, ToScreen
from game.view.assets import Actor, Assets
from game.view.felt import CREAM, GOLD, WARM, Cloth, Colour, bob, ease, edges, mix, stitches
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste, draw_arrow
from game.view.specks import CONFETTI, DUST, Specks
from game.view.specks import GOLD as SPARKS
from game.view.sprites import Layers

KERB = (251.0, 224.0)
"""px: half the width and height of the ring's kerb, where the bulbs are."""
KERB_FROM, KERB_TO = -0.60, 0.58
"""Radians: how far up and down its two sides they go."""
LANTERNS: dict[str, Colour] = {
    "roof": (214, 120, 196),
    "wall": (176, 132, 226),
    "window": (255, 206, 96),
    "hair": (92, 168, 255),
    "face": (255, 232, 208),
    "coat": (255, 222, 64),
    "boots": (232, 150, 60),
}
SEAMS = (
    (("roof", 0), ("roof", 7)),
    (("roof", 0), ("roof", 8)),
    (("roof", 7), ("wall", 8)),
    (("roof", 8), ("wall", 9)),
    (("wall", 8), ("wall", 9)),
)
CALLS: dict[str, Colour] = {
    "catch": (255, 214, 110),
    "throw": (255, 126, 168),
    "dodge": (120, 206, 255),
    "bow": (255, 246, 220),
}
"""The colour of each thing to do, on the ribbon and in the ring."""
BUTTONS = {"catch": "interact", "throw": "throw", "dodge": "dodge", "bow": "interact"}
ARROW_OF = {1: "\u2196", 2: "\u2197", 3: "\u2199", 4: "\u2198"}
LANE_PX = 1.5
"""px of ribbon a tick."""
LANE_W, LANE_H, LANE_NOW = 348, 36, 62
HAND_PX = 20.0
BALL = 13
AFTER_TICKS = 60
POP_TICKS = 26
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


@dataclass
class Thrown:
    """What became of a cue: for the balls and the pops. ``tick`` of the part when it was judged."""

    cue: Cue
    number: int
    verdict: str
    tick: int
    off: int


class CircusLook(ActLook):
    """See above."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self.mice: list[Mouse] = []
        self.specks = Specks(0xC1C5)
        self.past: list[Thrown] = []
        self._dark = 0.0
        self._part = ""
        self._ticks = 0
        self._confetti = 0
        self._claps = 0
        self._word: tuple[str, int] = ("", -999)
        self._discs: dict[tuple[int, int, Colour, int], Surface] = {}
        self._tints: dict[tuple[int, Colour], Surface] = {}
        self._kept: list[Surface] = []
        self._caps: dict[tuple[str, str], Surface] = {}

    # ---- after every tick

    def hear(self, session: Any, act: Circus) -> None:
        """Moves the mice, notes what was judged, lets sparks fly."""
        self._ticks += 1
        if act.part != self._part:
            self._part = act.part
            if act.part in SHOWS:
                self.past.clear()
            self._confetti = 170 if act.part == "cheer" else 0
        for j in session.news.of(Judged):
            self._judged(act, j)
        wants = self._wants(session, act)
        if not self.mice:
            self.mice = [Mouse(s.x, s.y, s.z) for s in wants]
        for mouse, spot in zip(self.mice, wants):
            self._step(mouse, spot, act)
        self._specks(session, act)
        goal = {"show": 0.62, "rehearse": 0.3, "picture": 0.86, "done": 0.5, "cheer": 0.35}.get(act.part, 0.0)
        self._dark += (goal - self._dark) * 0.03

    def _wants(self, session: Any, act: Circus) -> list[Spot]:
        t = float(act.since)
        if act.part == "show":
            right = sum(
                v in (CAUGHT, PERFECT)
                for c, v in zip(act.cues, act.verdicts)
                if c.kind == "throw" and c.tick > 20 * BAR_TICKS
            )
            if t > 23 * BAR_TICKS - 20:
                right = 3
            return formations.in_show(t, right)
        if act.part == "rehearse":
            return [Spot(s.x, s.y, formations.hop(t, 3.0), "stand") for s in formations.ring(0.0)]
        if act.part == "picture":
            return formations.picture(t)
        if act.part in ("done", "cheer"):
            return formations.cheering(float(self._ticks))
        if act.part == "rest" and act.best:
            return formations.lined(float(self._ticks), session.story.counts.get("circus_waves", 0))
        return formations.gathered(float(self._ticks))

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

    def _judged(self, act: Circus, j: Judged) -> None:
        x, y = act.mark.x, act.mark.y
        if j.cue < 0:
            self._claps = 10
            return
        cue = act.cues[j.cue]
        if j.verdict == "early":
            self._word = ("early", self._ticks)
            return
        if j.verdict == "wrong":
            self._word = ("wrong", self._ticks)
            return
        self.past.append(Thrown(cue, j.cue, j.verdict, act.since, j.off))
        del self.past[:-12]
        if j.verdict == MISSED:
            return
        is_gold = j.verdict == PERFECT
        if not is_gold and abs(j.off) > 4:
            self._word = ("late" if j.off > 0 else "early", self._ticks)
        if cue.kind in ("catch", "throw"):
            way = WAYS[cue.cannon]
            at = (x + way.x * 9, y + 1, HAND_PX + 2)
            self.specks.burst(
                "star", at, 9 if is_gold else 5, SPARKS, 110 if is_gold else 70, 60, 24, 4.0 if is_gold else 2.6, 20
            )
        elif cue.kind == "dodge":
            self.specks.burst("puff", (x, y, 2), 8, DUST, 60, 20, 22, 2.6, 20)
            self.specks.burst(
                "star", (x, y, 26), 5 if is_gold else 3, ((190, 226, 255), (255, 255, 255)), 80, 60, 22, 3.0, 20
            )
        else:
            self.specks.burst("confetti", (x, y, 40), 14, CONFETTI, 70, 90, 90, 2, 120)
        bx, by = self._bulb_at(act, j.cue)
        self.specks.burst("star", (bx, by, 3), 4 if is_gold else 2, SPARKS, 40, 40, 20, 2.6, 20)

    def _specks(self, session: Any, act: Circus) -> None:
        self.specks.tick()
        self._claps = max(self._claps - 1, 0)
        if self._confetti:
            self._confetti -= 1
            x = act.mark.x + (self._ticks * 97 % 560) - 280
            y = act.mark.y + (self._ticks * 53 % 200) - 90
            self.specks.burst("confetti", (x, y, 190), 2, CONFETTI, 26, 0, 200, 2, 60)
        if act.part == "show" and act.since % BAR_TICKS == 3 * BEAT_TICKS + HEARD_LATE_TICKS:
            for bx, by, tool, _ in BAND:
                if tool == "drum":
                    self.specks.burst("dot", (act.mark.x + bx, act.mark.y + by, 16), 3, CONFETTI, 20, 70, 40, 2, 120)
        for cue, since in self._due(act):
            if since == 0 and act.cannons:
                cx, cy, cz = self._muzzle(act, cue.cannon)
                self.specks.burst("puff", (cx, cy, cz), 7, ((238, 226, 214), (200, 184, 190)), 40, 26, 26, 2.8, 10)
                self.specks.burst("confetti", (cx, cy, cz), 7, CONFETTI, 70, 60, 60, 2, 120)
            elif cue.lead == LONG and since in (BEAT_TICKS, 2 * BEAT_TICKS):
                bx, by, _ = self._on_its_way(act, cue, since)
                self.specks.burst("puff", (bx, by, 1), 4, DUST, 34, 12, 18, 2.0, 20)

    def _due(self, act: Circus) -> list[tuple[Cue, int]]:
        """(cue, ticks since its ball was fired) of every ball that flies to her now."""
        if act.part not in SHOWS:
            return []
        out = []
        for cue, verdict in zip(act.cues, act.verdicts):
            since = act.since - HEARD_LATE_TICKS - (cue.tick - cue.lead)
            if cue.kind == "catch" and not verdict and since >= 0:
                out.append((cue, since))
        return out

    # ---- where things are

    def _muzzle(self, act: Circus, cannon: int) -> tuple[float, float, float]:
        at, way = act.cannons[cannon - 1], WAYS[cannon]
        return at.x - way.x * 16, at.y - way.y * 4 + 4, 26.0

    def _hand(self, act: Circus, cannon: int) -> tuple[float, float, float]:
        way = WAYS[cannon]
        return act.mark.x + way.x * 9, act.mark.y + way.y * 2 + 2, HAND_PX

    def _on_its_way(self, act: Circus, cue: Cue, since: float) -> tuple[float, float, float]:
        """A ball from its cannon to her hand; a long one touches the floor on each of the three taps."""
        x0, y0, z0 = self._muzzle(act, cue.cannon)
        x1, y1, z1 = self._hand(act, cue.cannon)
        k = since / cue.lead
        x, y = x0 + (x1 - x0) * k, y0 + (y1 - y0) * k
        if cue.lead == LONG:
            n, f = formations.beat_of(since)
            low0 = z0 if n == 0 else 0.0
            low1 = z1 if n >= 2 else 0.0
            return x, y, low0 + (low1 - low0) * f + (46.0 - 7.0 * n) * 4 * f * (1 - f)
        return x, y, z0 + (z1 - z0) * k + 44.0 * 4 * k * (1 - k)

    def _balls(self, act: Circus, t: float) -> list[tuple[float, float, float, float]]:
        """(x, y, z, turn) of every ball in the air or in her hands."""
        part_t = t - (self._now - act.since)
        out: list[tuple[float, float, float, float]] = []
        for cue, since in self._due(act):
            s = since + (part_t - act.since)
            x, y, z = self._on_its_way(act, cue, min(max(s, 0.0), cue.lead * 1.35))
            out.append((x, y, max(z, 0.0), s * 0.22))
        for p in self.past:
            age = part_t - p.tick
            if not 0 <= age < AFTER_TICKS or p.cue.kind not in ("catch", "throw"):
                continue
            found = self._after(act, p, age)
            if found is not None:
                out.append((*found, age * 0.3))
        if act.has_ball and act.part in SHOWS:
            way = 1 if act.way_x >= 0 else -1
            out.append((act.mark.x + way * 7, act.mark.y + 1, HAND_PX + 12, 0.0))
        return out

    def _after(self, act: Circus, p: Thrown, age: float) -> tuple[float, float, float] | None:
        """Where a ball is after it was caught, thrown or missed."""
        way = WAYS[p.cue.cannon]
        hx, hy, hz = self._hand(act, p.cue.cannon)
        if p.cue.kind == "throw":
            if p.verdict == MISSED:
                return (act.mark.x + way.x * age * 0.3, act.mark.y + 6, max(0.0, 18 - age * 0.9)) if age < 40 else None
            if age > 22:
                return None
            k = age / 22
            gx, gy, gz = self._goal(act, p.cue)
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

    def _goal(self, act: Circus, cue: Cue) -> tuple[float, float, float]:
        """Where she throws: into a cannon, or at a mouse that is out of its place."""
        if act.part == "show" and cue.tick > 20 * BAR_TICKS:
            m = self.mice[47]
            return act.mark.x + m.x, act.mark.y + m.y, 6.0
        x, y, z = self._muzzle(act, cue.cannon)
        return x, y, z

    # ---- under everybody

    def floor(self, layers: Layers, session: Any, act: Circus, t: float) -> None:
        """The dark round the ring, the lights, the bulbs, and the mice behind her."""
        self._now = session.tick
        self._lights(layers, act, t)
        self._kerb(layers, act, t)
        for x, y, z, _ in self._balls(act, t):
            self._shade(layers, x, y, 12 - min(z, 60) / 12)
        self._hoops(layers, act, t)
        actor = self._actor
        self._troupe(layers, act, actor, t, [m for m in self.mice if behind_her(m)])
        self._band(layers, act, t)

    _now = 0

    @cached_property
    def _actor(self) -> Actor:
        return self.assets.actor("circus_mouse")

    def _lights(self, layers: Layers, act: Circus, t: float) -> None:
        if self._dark < 0.02:
            return
        k = self._dark
        dim = (int(255 * (1 - 0.54 * k)), int(255 * (1 - 0.58 * k)), int(255 * (1 - 0.40 * k)))
        layers.light.fill(dim, special_flags=BLEND_RGB_MULT)
        n, f = formations.beat_of(act.since - HEARD_LATE_TICKS)
        big = n % 4 == 3 and act.part in SHOWS
        beat = math.exp(-5.0 * f) if act.part in SHOWS else 0.0
        x, y = round(act.mark.x) - layers.x, round(act.mark.y) - layers.y
        warm = 0.7 + 0.3 * beat
        self._disc(layers.light, x, y, 104, 66, (int(190 * k * warm), int(168 * k * warm), int(120 * k * warm)))
        if act.part == "picture":
            return
        # Two coloured lights go round the ring; on the big beat they flare.
        for i, colour in enumerate(((120, 44, 96), (38, 92, 110), (110, 84, 30))):
            a = t * 0.011 + i * math.tau / 3
            level = k * (0.75 + (0.7 if big else 0.25) * beat)
            cx, cy = x + round(math.cos(a) * 168), y + round(math.sin(a) * 96)
            self._disc(
                layers.light, cx, cy, 92, 58, (int(colour[0] * level), int(colour[1] * level), int(colour[2] * level))
            )

    def _disc(self, to: Surface, x: int, y: int, rx: int, ry: int, colour: Colour) -> None:
        """Soft light, added."""
        key = (rx, ry, (colour[0] & ~7, colour[1] & ~7, colour[2] & ~7), 0)
        if key not in self._discs:
            if len(self._discs) > 90:
                self._discs.clear()
            s = Surface((2 * rx, 2 * ry), 0, 32)
            steps = 16
            for i in range(steps, 0, -1):
                k = (1 - ((i - 0.5) / steps) ** 2) ** 2
                box = Rect(0, 0, max(2 * rx * i // steps, 2), max(2 * ry * i // steps, 2))
                box.center = (rx, ry)
                pygame.draw.ellipse(s, (int(key[2][0] * k), int(key[2][1] * k), int(key[2][2] * k)), box)
            self._discs[key] = s
        to.blit(self._discs[key], (x - rx, y - ry), special_flags=BLEND_RGB_ADD)

    def _bulb_at(self, act: Circus, i: int) -> tuple[float, float]:
        half = max((len(act.cues) + 1) // 2 - 1, 1)
        a = KERB_FROM + (KERB_TO - KERB_FROM) * (i // 2) / half
        side = -1 if i % 2 == 0 else 1
        return act.mark.x + side * math.cos(a) * KERB[0], act.mark.y + math.sin(a) * KERB[1]

    def _kerb(self, layers: Layers, act: Circus, t: float) -> None:
        """A bulb for everything there is to do: gold, white, dark, or not yet."""
        if not act.cues or act.part in ("wait", "rest"):
            return
        n, f = formations.beat_of(act.since - HEARD_LATE_TICKS)
        beat = math.exp(-4.5 * f) * (1.0 if n % 4 == 3 else 0.45) if act.part in SHOWS else 0.3
        chase = int(t / 3) % 9 if act.streak >= 6 or act.part == "cheer" else -1
        upcoming = act.next_cue()
        for i, verdict in enumerate(act.verdicts):
            bx, by = self._bulb_at(act, i)
            x, y = round(bx) - layers.x, round(by) - layers.y
            if verdict == PERFECT:
                colour, glow = (255, 216, 104), 0.75 + 0.25 * beat
            elif verdict == CAUGHT:
                colour, glow = (255, 244, 224), 0.5 + 0.25 * beat
            elif verdict == MISSED:
                colour, glow = (70, 52, 66), 0.0
            else:
                blink = i == upcoming and int(t / 8) % 2 == 0
                colour, glow = ((214, 150, 96), 0.34) if blink else ((120, 82, 62), 0.10 + 0.24 * beat)
            if chase >= 0 and i % 9 == chase and verdict != MISSED:
                glow += 0.35
            to = layers.albedo
            to.fill((34, 18, 28), (x - 3, y - 2, 7, 6))
            to.fill((84, 48, 52), (x - 3, y + 2, 7, 2))
            to.fill(colour, (x - 2, y - 3, 5, 4))
            to.fill(mix(colour, (255, 255, 255), 0.55 if glow else 0.1), (x - 1, y - 3, 2, 1))
            if glow > 0.05:
                r = 9 if glow < 0.4 else 13
                self._disc(layers.glow, x, y - 1, r, r, mix((0, 0, 0), colour, min(glow * 0.6, 1.0)))
                self._disc(layers.light, x, y + 2, 22, 14, mix((0, 0, 0), colour, min(glow * 0.35, 1.0)))

    @cached_property
    def _shades(self) -> list[Surface]:
        out = []
        for w in range(3, 18):
            s = Surface((w, max(w // 3, 2)), SRCALPHA, 32)
            pygame.draw.ellipse(s, (16, 6, 18, 110), s.get_rect())
            out.append(s)
        return out

    def _shade(self, layers: Layers, x: float, y: float, wide: float) -> None:
        s = self._shades[min(max(round(wide) - 3, 0), len(self._shades) - 1)]
        layers.albedo.blit(s, (round(x) - s.get_width() // 2 - layers.x, round(y) - s.get_height() // 2 - layers.y))

    def _hoops(self, layers: Layers, act: Circus, t: float) -> None:
        """Where the next throw is to go: a hoop of light round the cannon's mouth."""
        i = act.next_cue()
        if act.part not in SHOWS or i < 0 or act.cues[i].kind != "throw":
            return
        cue = act.cues[i]
        left = cue.tick - act.since + HEARD_LATE_TICKS
        if left > 2 * BEAT_TICKS:
            return
        x, y, z = self._goal(act, cue)
        px, py = round(x) - layers.x, round(y - z) - layers.y
        r = 12 + round(2 * math.sin(t * 0.3)) + max(left, 0) // 8
        for to, flags in ((layers.albedo, 0), (layers.glow, BLEND_RGB_ADD)):
            colour = CALLS["throw"] if not flags else mix((0, 0, 0), CALLS["throw"], 0.5)
            for k in range(14):
                a = k * math.tau / 14 + t * 0.05
                to.fill(
                    colour, (px + round(math.cos(a) * r), py + round(math.sin(a) * r * 0.8), 2, 2), special_flags=flags
                )

    def _troupe(self, layers: Layers, act: Circus, actor: Actor, t: float, mice: list[Mouse]) -> None:
        """These mice, the farther ones first."""
        blits, lights = [], []
        level = (118, 110, 112) if act.part != "picture" else (74, 66, 86)
        for m in sorted(mice, key=lambda m: (m.y, m.z)):
            x, y = m.x + act.mark.x, m.y + act.mark.y
            if m.z < 26:
                self._shade(layers, x, y, 10 - m.z * 0.2)
            pose = actor.pose(m.anim, m.facing, m.ticks)
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

    # ---- the band

    def _band(self, layers: Layers, act: Circus, t: float) -> None:
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
            self._shade(layers, x, y, 15)
            at = (round(x) - prop.anchor[0] - layers.x, round(y - 4 * hit) - prop.anchor[1] - layers.y)
            layers.albedo.blit(prop.picture, at)
            layers.light.blit(self._lit(prop.picture, (112, 104, 106)), at)

    # ---- over everybody

    def over(self, layers: Layers, session: Any, act: Circus, t: float) -> None:
        """Mice before her, balls, lanterns, sparks."""
        self._troupe(layers, act, self._actor, t, [m for m in self.mice if not behind_her(m)])
        for x, y, z, turn in sorted(self._balls(act, t), key=lambda b: b[1]):
            ball = self._ball[int(turn * 8 / math.tau) % 8]
            layers.albedo.blit(ball, (round(x) - BALL // 2 - layers.x, round(y - z) - BALL // 2 - layers.y))
        self._lamps(layers, act, t)
        self.specks.draw(layers)

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

    def _lamps(self, layers: Layers, act: Circus, t: float) -> None:
        """Each mouse of the picture holds a lantern; threads of light join them."""
        if not self.mice or max(m.glow for m in self.mice) < 0.04:
            return
        amount = min(act.since / 200, 1.0) if act.part == "picture" else max(m.glow for m in self.mice)
        spots = [(round(m.x + act.mark.x) - layers.x, round(m.y + act.mark.y - m.z) - 22 - layers.y) for m in self.mice]
        if act.part == "picture" and act.since > 110:
            self._window(layers, spots, min((act.since - 110) / 60, 1.0), t)
        for i, (m, (x, y)) in enumerate(zip(self.mice, spots)):
            if m.glow < 0.05:
                continue
            colour = LANTERNS[PICTURE[i][2]]
            k = m.glow * (0.86 + 0.14 * math.sin(t * 0.11 + i)) * amount
            girl = PICTURE[i][2] in ("hair", "face", "coat", "boots")
            half = 4 if girl else 2
            to = layers.albedo
            to.fill((40, 22, 40), (x - half - 1, y - half - 1, 2 * half + 3, 2 * half + 4))
            to.fill(colour, (x - half, y - half, 2 * half + 1, 2 * half + 2))
            to.fill(mix(colour, (255, 255, 255), 0.6), (x - half + 1, y - half + 1, half, half))
            layers.light.fill((150, 146, 146), (x - half, y - half, 2 * half + 1, 2 * half + 2))
            r = 15 if girl else 12
            self._disc(layers.glow, x, y, r, r, mix((0, 0, 0), colour, 0.17 * k))
            self._disc(layers.light, x, y + 12, 24, 16, mix((0, 0, 0), colour, 0.12 * k))

    def _window(self, layers: Layers, spots: list[tuple[int, int]], k: float, t: float) -> None:
        """The lit pane behind her, and stitches of light from lantern to lantern."""
        panes = [spots[i] for i in range(MICE) if PICTURE[i][2] == "window"]
        x0, x1 = min(p[0] for p in panes), max(p[0] for p in panes)
        y0, y1 = min(p[1] for p in panes), max(p[1] for p in panes)
        warm = mix((0, 0, 0), (96, 64, 22), k * (0.9 + 0.1 * math.sin(t * 0.05)))
        layers.glow.fill(mix((0, 0, 0), warm, 0.12), (x0, y0, x1 - x0, y1 - y0), special_flags=BLEND_RGB_ADD)
        layers.light.fill(warm, (x0, y0, x1 - x0, y1 - y0), special_flags=BLEND_RGB_ADD)
        of: dict[str, list[int]] = {}
        for i in range(MICE):
            of.setdefault(PICTURE[i][2], []).append(i)
        lines = [(of[a][m], of[b][n]) for (a, m), (b, n) in SEAMS]
        w = of["window"]
        lines += [(w[0], w[4]), (w[5], w[9]), (w[0], w[5]), (w[4], w[9])]
        for a, b in lines:
            self._thread(layers, spots[a], spots[b], k)

    @staticmethod
    def _thread(layers: Layers, a: tuple[int, int], b: tuple[int, int], k: float) -> None:
        far = max(math.hypot(b[0] - a[0], b[1] - a[1]), 1.0)
        n = int(far / 5)
        for i in range(int(n * k)):
            s = (i + 0.5) / n
            x, y = round(a[0] + (b[0] - a[0]) * s), round(a[1] + (b[1] - a[1]) * s)
            size = (3, 1) if abs(b[0] - a[0]) > abs(b[1] - a[1]) else (1, 3)
            layers.glow.fill((70, 50, 66), (x, y, *size), special_flags=BLEND_RGB_ADD)

    # ---- in the interface

    def hud(
        self,
        to: Surface,
        session: Any,
        act: Circus,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        """The ring that closes on the beat, the ribbon of what comes, and at the end how many bulbs are lit."""
        if act.part in SHOWS and session.talk is None:
            x, y = to_screen(act.mark.x, act.mark.y)
            self._call(to, act, marks, round(x), round(y) - 18, taste)
            self._lane(to, act, taste, cloth)
            self._say(to, session, act, font, round(x), round(y), taste)
        elif act.part == "cheer" and session.talk is None:
            self._score(to, session, act, font, cloth, taste)

    def _call(self, to: Surface, act: Circus, marks: Glyphs, x: int, y: int, taste: Taste) -> None:
        """Round her: a ring that has closed when it is time, and which way."""
        i = act.next_cue()
        if i < 0:
            return
        cue = act.cues[i]
        left = cue.tick - (act.since - HEARD_LATE_TICKS)
        if left > 64:
            return
        colour = CALLS[cue.kind]
        r = 20 + max(left, 0) * 0.72
        fade = min(1.0, (64 - left) / 16)
        ring(to, x, y, 20, mix((40, 20, 40), colour, 0.45), 1)
        ring(to, x, y, r, mix((60, 30, 50), colour, fade), 2)
        if cue.cannon:
            way = WAYS[cue.cannon]
            d = 36 + (0 if taste.calm else 3 * math.sin(left * 0.3))
            sign = -1 if cue.kind == "catch" else 1
            cx, cy = x + way.x * d * 0.78, y + way.y * d * 0.62
            chevron(to, cx, cy, way.x * sign, way.y * sign * 0.8, colour)
            chevron(
                to, cx + way.x * 8, cy + way.y * 6, way.x * sign, way.y * sign * 0.8, mix(colour, (60, 30, 60), 0.4)
            )
        cap = self._cap(marks, BUTTONS[cue.kind])
        if left < 44:
            to.blit(cap, (x - cap.get_width() // 2, y - 56 + (0 if taste.calm else bob(left / 60, 1.5, 0.5))))

    def _cap(self, marks: Glyphs, action: str) -> Surface:
        key = (marks.stamp, action)
        if key not in self._caps:
            self._caps[key] = marks.drawn(action, 100)
        return self._caps[key]

    def _lane(self, to: Surface, act: Circus, taste: Taste, cloth: Cloth) -> None:
        """A ribbon along the bottom: stitches are beats, buttons big beats; what is to be done runs to the needle."""
        room = edges(to, taste.is_safe)
        box = Rect(room.centerx - LANE_W // 2, room.bottom - LANE_H, LANE_W, LANE_H)
        to.blit(cloth.plate(LANE_W, LANE_H, WARM, False), box)
        now = act.since - HEARD_LATE_TICKS
        x0, mid = box.x + LANE_NOW, box.centery
        stitches(to, (box.x + 8, mid), (box.right - 8, mid), mix(WARM[4], WARM[2], 0.4), 4, 3, int(now * LANE_PX))
        clip = to.get_clip()
        to.set_clip(box.inflate(-8, -4))
        first = int((now - LANE_NOW / LANE_PX) // BEAT_TICKS)
        for n in range(max(first, 0), first + 10):
            x = round(x0 + (n * BEAT_TICKS - now) * LANE_PX)
            if n % 4 == 3:
                pygame.draw.circle(to, WARM[0], (x, mid), 7)
                pygame.draw.circle(to, mix(WARM[3], WARM[4], 0.5), (x, mid), 6)
                pygame.draw.circle(to, WARM[1], (x, mid), 3)
            else:
                pygame.draw.circle(to, WARM[4], (x, mid), 2)
        for i, cue in enumerate(act.cues):
            at = x0 + (cue.tick - now) * LANE_PX
            verdict = act.verdicts[i]
            if not box.x - 20 < at < box.right + 20 or (verdict and cue.tick < now - 40):
                continue
            self._mark(to, cue, verdict, round(at), mid, now)
        to.set_clip(clip)
        n, f = formations.beat_of(now)
        kick = math.exp(-5 * f)
        glow = mix(WARM[5], GOLD, kick)
        r = 12 + (round(3 * kick) if n % 4 == 3 and not taste.calm else 0)
        pygame.draw.circle(to, WARM[0], (x0, mid), r + 1, 2)
        pygame.draw.circle(to, glow, (x0, mid), r, 2)

    def _mark(self, to: Surface, cue: Cue, verdict: str, x: int, y: int, now: int) -> None:
        colour = CALLS[cue.kind]
        if verdict == MISSED:
            colour, y = (90, 70, 76), y + min(max(now - cue.tick, 0) // 2, 8)
        elif verdict:
            y -= min(max(now - cue.tick + 4, 0), 14)
        badge(to, cue.kind, x, y, colour)
        if cue.cannon:
            arrow = ARROW_OF[cue.cannon]
            dark_arrow(to, x, y, arrow)
        elif cue.kind == "dodge":
            dark_arrow(to, x, y, "\u2191")
        else:
            pygame.draw.lines(to, (60, 24, 40), False, [(x - 4, y - 2), (x, y + 3), (x + 4, y - 2)], 2)

    def _say(self, to: Surface, session: Any, act: Circus, font: Font, x: int, y: int, taste: Taste) -> None:
        """Early or late, in a word, for a moment."""
        word, when = self._word
        age = self._ticks - when
        if age > POP_TICKS or word not in ("early", "late"):
            return
        text = session.content.words.get(f"panel.brace_{word}")
        cut = font.cut(taste.text_size)
        cut.write(to, x - cut.width(text) // 2, y + 14 - (0 if taste.calm else round(age * 0.2)), text, CREAM)

    def _score(self, to: Surface, session: Any, act: Circus, font: Font, cloth: Cloth, taste: Taste) -> None:
        """How many bulbs are lit, counted up, and the best so far."""
        words = session.content.words
        cut = font.cut(taste.text_size)
        k = min(act.since / 70, 1.0)
        lines = [words.get("circus.score", hits=round(act.hits * k), all=len(act.cues))]
        if act.golds:
            lines.append(words.get("circus.golds", golds=round(act.golds * k)))
        if act.since > 80:
            best = session.story.counts.get("circus_best", 0)
            key = "circus.new_best" if act.hits > act.best and act.best else "circus.best"
            lines.append(words.get(key, best=max(best, act.hits)))
        w = max(cut.width(line) for line in lines) + 44
        h = cut.line * len(lines) + 22
        room = edges(to, taste.is_safe)
        y = room.y + 18 - (0 if taste.calm else round((1 - ease(min(act.since / 20, 1.0))) * 60))
        box = Rect(room.centerx - w // 2, y, w, h)
        to.blit(cloth.panel(w, h, "felt_warm", False), box)
        for i, line in enumerate(lines):
            cut.write(
                to, box.centerx - cut.width(line) // 2, box.y + 11 + i * cut.line, line, GOLD if i == 0 else CREAM
            )


def behind_her(m: Mouse) -> bool:
    """Whether she stands before it; the others are drawn over all that stands in the ring."""
    return -60 < m.y < 0 and abs(m.x) < 50


def ring(to: Surface, x: float, y: float, r: float, colour: Colour, wide: int) -> None:
    """An ellipse that lies round her a little aslant, with its shadow."""
    box = Rect(0, 0, round(2 * r), round(2 * r * 0.8))
    box.center = (round(x), round(y) + 1)
    pygame.draw.ellipse(to, (24, 8, 26), box, wide)
    box.y -= 1
    pygame.draw.ellipse(to, colour, box, wide)


def chevron(to: Surface, x: float, y: float, way_x: float, way_y: float, colour: Colour) -> None:
    """A small arrowhead at (x, y) that points that way."""
    n = math.hypot(way_x, way_y) or 1.0
    ux, uy = way_x / n, way_y / n
    tip = (x + ux * 6, y + uy * 6)
    wings = [(x - ux * 3 + s * uy * 6, y - uy * 3 - s * ux * 6) for s in (-1, 1)]
    for shade, dy in (((24, 8, 26), 1), (colour, 0)):
        pygame.draw.lines(to, shade, False, [(w[0], w[1] + dy) for w in (wings[0], tip, wings[1])], 3)


def badge(to: Surface, kind: str, x: int, y: int, colour: Colour) -> None:
    """Each thing to do has its own shape: round to catch, square on its corner to throw, square to dodge, a button to bow."""
    rim, dark = (30, 12, 22), mix(colour, (40, 16, 30), 0.5)
    if kind == "throw":
        for r, c in ((12, rim), (11, colour)):
            pygame.draw.polygon(to, c, [(x - r, y), (x, y - r), (x + r, y), (x, y + r)])
        pygame.draw.polygon(to, dark, [(x - 11, y), (x, y - 11), (x + 11, y), (x, y + 11)], 1)
    elif kind == "dodge":
        for r, c in ((10, rim), (9, colour)):
            pygame.draw.rect(to, c, (x - r, y - r, 2 * r + 1, 2 * r + 1), border_radius=3)
        pygame.draw.rect(to, dark, (x - 9, y - 9, 19, 19), 1, border_radius=3)
    else:
        for r, c in ((10, rim), (9, colour)):
            pygame.draw.circle(to, c, (x, y), r)
        pygame.draw.circle(to, dark, (x, y), 9, 1)


def dark_arrow(to: Surface, x: int, y: int, arrow: str) -> None:
    """The arrow of a mark, dark on its colour."""
    s = Surface((18, 18), SRCALPHA, 32)
    draw_arrow(s, 9, 9, 12, arrow)
    s.fill((60, 24, 40, 255), special_flags=pygame.BLEND_RGBA_MULT)
    to.blit(s, (x - 9, y - 9))
