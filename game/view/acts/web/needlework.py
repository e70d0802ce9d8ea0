"""Rows that glint before the needles stand in them, gaps that stay calm, dotted arcs before a talon, a needle on a thread.

A threatened row is told three ways, none of which is colour alone: a thread is drawn along it and tightens, hatching runs over it,
and points begin to shine in its boards. Its gaps get a calm seam on both sides.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, Rect

from game.core.geometry import Box
from game.sim.acts.web.attacks import SEAMS
from game.sim.acts.web.needlework import FLAT, SWEEP_FROM, SWEEP_TO
from game.sim.parts import Place
from game.view.acts.look import ActLook, ToScreen
from game.view.acts.web.steel import NEEDLE_H, dots, needle, put, shine
from game.view.felt import CREAM, GOLD, SHADOW, Cloth, edges, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.rigs.ink import Ink
from game.view.sprites import Layers
from game.view.touches import scattered

EVERY_PX, DOWN_PX = 24, 48
"""Between two needles of a row, of a column."""
GREAT_H = 74
"""The last needle is a darning needle."""
DROP_TICKS, DROP_PX = 5, 150
"""A needle comes down in the last ticks of the warning, from so far up."""
STANDS_TICKS, LIFT_TICKS = 10, 16
"""So long they still stand there, and are on their way up again."""
WARN = (58, 0, 46)
"""Added to the light of a row that will be struck."""
CALM = (0, 20, 24)
THREAD = (208, 196, 244)
CALM_SEAM = (150, 224, 220)
HATCH_PX = 16
ARCS = (0.42, 0.56, 0.7, 0.84, 0.98)
GLINTS = (255, 236, 250)
STITCH_PX, SEAM_GAP, THIN = 13, 9, (84, 70, 112)
"""Of the hem at the lower edge: a stitch, between two seams, what is not sewn yet."""


class NeedleworkLook(ActLook):
    """Keeps nothing: all of it follows from the act."""

    # ---- on the floor

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        attack = act.attack
        if attack is None:
            return
        if attack.kind in ("rows", "columns"):
            self._told_lines(layers, act, attack, t)
            self._needles(layers, session, act, attack, behind=True)
        elif attack.kind == "sweep":
            self._told_sweep(layers, session, act, t)
        else:
            self._told_needle(layers, act, t)

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        attack = act.attack
        if attack is None:
            return
        if attack.kind in ("rows", "columns"):
            self._needles(layers, session, act, attack, behind=False)
        elif attack.kind == "needle":
            self._one_needle(layers, act, t)
        elif attack.kind == "sweep" and act.phase == "strike":
            self._slash(layers, session, act)

    def _boxes(self, act: Any, attack: Any, which: tuple[int, ...]) -> list[Box]:
        return [act.row(n) if attack.kind == "rows" else act.column(n) for n in which]

    def _told_lines(self, layers: Layers, act: Any, attack: Any, t: float) -> None:
        k = min(act.since / max(act.lasts, 1), 1.0) if act.phase == "told" else 1.0
        left = 1.0 if act.phase != "out" else max(1 - act.since / STANDS_TICKS, 0.0)
        if left <= 0:
            return
        beat = 0.72 + 0.28 * math.sin(t * (0.25 + 0.3 * k))
        level = (0.35 + 0.65 * k) * beat * left
        along = attack.kind == "rows"
        for box in self._boxes(act, attack, act.lines):
            at = Rect(round(box.x) - layers.x, round(box.y) - layers.y, round(box.w), round(box.h))
            warn = tuple(int(c * level) for c in WARN)
            layers.light.fill(warn, at, BLEND_RGB_ADD)
            self._hatch(layers, at, level, t, along)
            if act.phase == "told":
                self._thread(layers, box, k, t, along)
                self._points(layers, box, k, t, along)
        calm = min(k * 3, 1.0) * left
        for box in self._runs(act, attack):
            at = Rect(round(box.x) - layers.x, round(box.y) - layers.y, round(box.w), round(box.h))
            layers.light.fill(tuple(int(c * calm) for c in CALM), at, BLEND_RGB_ADD)
            self._seam(layers, at, calm, t, along)

    def _runs(self, act: Any, attack: Any) -> list[Box]:
        """The gaps, those that lie side by side as one."""
        out: list[Box] = []
        last = -9
        for n in act.gaps():
            box = act.row(n) if attack.kind == "rows" else act.column(n)
            if n == last + 1 and out:
                b = out[-1]
                out[-1] = Box(b.x, b.y, max(b.w, box.right - b.x), max(b.h, box.bottom - b.y))
            else:
                out.append(box)
            last = n
        return out

    def _hatch(self, layers: Layers, at: Rect, level: float, t: float, along: bool) -> None:
        """Slanting chalk, as on cloth that is to be cut."""
        colour = (int(46 * level), int(20 * level), int(44 * level))
        clip = layers.glow.get_clip()
        layers.glow.set_clip(at.clip(clip))
        shift = int(t * 0.5) % HATCH_PX
        reach = at.w if along else at.h
        for d in range(-HATCH_PX * 2 + shift, reach, HATCH_PX):
            if along:
                pygame.draw.line(layers.glow, colour, (at.x + d, at.bottom - 2), (at.x + d + at.h - 4, at.y + 2))
            else:
                pygame.draw.line(layers.glow, colour, (at.x + 2, at.y + d + at.w), (at.right - 2, at.y + d))
        layers.glow.set_clip(clip)
        layers.glows.append(at)

    def _seam(self, layers: Layers, at: Rect, calm: float, t: float, along: bool) -> None:
        """Even stitches on both sides of a gap: here one may stand."""
        colour = tuple(int(c * 0.42 * calm) for c in CALM_SEAM)
        step, on = 14, 7
        shift = 0
        for d in range(shift, at.w if along else at.h, step):
            for side in (3, -4):
                if along:
                    y = at.y + side if side > 0 else at.bottom + side
                    layers.glow.fill(colour, (at.x + d, y, on, 1), BLEND_RGB_ADD)
                else:
                    x = at.x + side if side > 0 else at.right + side
                    layers.glow.fill(colour, (x, at.y + d, 1, on), BLEND_RGB_ADD)
        layers.glows.append(at)

    def _thread(self, layers: Layers, box: Box, k: float, t: float, along: bool) -> None:
        """It is thrown along the row, sags, tightens; a glint runs through it."""
        ink = Ink(layers)
        m = box.middle
        grown = min(k * 3.2, 1.0)
        length = (box.w if along else box.h) * grown
        slack = 9 * (1 - k) ** 2 + 0.6 * math.sin(t * 1.7) * k
        points = []
        for i in range(0, int(length) + 1, 12):
            sag = slack * math.sin(math.pi * i / max(length, 1)) + slack * 0.4 * math.sin(i * 0.06 + t * 0.1)
            points.append((box.x + i, m.y + sag) if along else (m.x + sag, box.y + i))
        ink.thread(points, THREAD, int(60 + 120 * k))
        for j in range(3):
            run = (t * 5.2 + j * 211) % 620
            if run < length:
                at = (box.x + run, m.y) if along else (m.x, box.y + run)
                ink.glint(at, 0.35 + 0.6 * k, GLINTS)

    def _points(self, layers: Layers, box: Box, k: float, t: float, along: bool) -> None:
        """Where the needles will stand, the boards begin to shine."""
        if k < 0.3:
            return
        level = (k - 0.3) / 0.7
        m = box.middle
        every = EVERY_PX if along else DOWN_PX
        for i in range(every // 2, int(box.w if along else box.h), every):
            x, y = (box.x + i, m.y + 4) if along else (m.x, box.y + i)
            px, py = round(x) - layers.x, round(y) - layers.y
            v = int((70 + 60 * math.sin(t * 0.5 + i)) * level)
            layers.glow.fill((v, int(v * 0.7), v), (px - 1, py, 3, 1), BLEND_RGB_ADD)
            layers.glow.fill((v, int(v * 0.7), v), (px, py - 1, 1, 3), BLEND_RGB_ADD)

    # ---- needles

    def _needles(self, layers: Layers, session: Any, act: Any, attack: Any, behind: bool) -> None:
        """Those that stand behind her first, the others over her: a strip for each line of them across the floor."""
        up = self._height(act)
        if up is None:
            return
        for y, xs in self._stands(act, attack):
            if (y <= session.place.y) == behind:
                self._strip(layers, act, xs, y, up, attack.kind == "rows")

    def _stands(self, act: Any, attack: Any) -> list[tuple[float, tuple[int, ...]]]:
        """(y of the points, x of each) of the lines of needles, from the back to the front."""
        floor = act.floor
        if attack.kind == "rows":
            xs = range(EVERY_PX // 2, int(floor.w), EVERY_PX)
            return [
                (
                    act.row(n).middle.y + 6,
                    tuple(round(floor.x + x + scattered(x + n * 31, 5) * 6 - 3) for x in xs),
                )
                for n in act.lines
            ]
        xs_ = tuple(round(act.column(n).middle.x) for n in act.lines)
        ys = range(DOWN_PX // 2, int(floor.h), DOWN_PX)
        return [(floor.y + y + 6, tuple(x + round(scattered(x + y, 5) * 4 - 2) for x in xs_)) for y in ys]

    def _strip(self, layers: Layers, act: Any, xs: tuple[int, ...], y: float, up: float, sewn: bool) -> None:
        picture = strip(xs, sewn and act.phase != "told")
        sunk = max(round(-up), 0)
        shown = Rect(0, 0, picture.get_width(), NEEDLE_H - sunk)
        at = (min(xs) - 4 - layers.x, round(y - max(up, 0)) - layers.y - shown.h)
        put(layers, picture, at, 150, shown)
        if act.phase == "told":  # streaks behind what falls
            for x in xs:
                for i in range(1, 4):
                    v = 70 // i
                    layers.glow.fill((v, v, v + 10), (x - layers.x, at[1] - 14 * i, 1, 12), BLEND_RGB_ADD)
        elif act.phase == "strike" and act.since < 7:
            k = 1 - act.since / 7
            for n, x in enumerate(xs):
                if n % 2 == 0:
                    shine(layers, x, y, 16, 5, (int(150 * k), int(110 * k), int(170 * k)), "glow")
                if act.since < 3 and n % 3 == act.since:
                    Ink(layers).glint((x - 1, y - NEEDLE_H + 12), 0.8)

    def _height(self, act: Any) -> float | None:
        """px over the floor of the needles' points; below zero: in it. None: not to be seen."""
        if act.phase == "told":
            left = act.lasts - act.since
            return float(DROP_PX * left / DROP_TICKS) if left <= DROP_TICKS else None
        if act.phase == "strike":
            return -7.0 + (2.0 if act.since < 4 and act.since % 2 else 0.0)
        if act.phase == "out" and act.since < STANDS_TICKS + LIFT_TICKS:
            k = max(float(act.since) - STANDS_TICKS, 0.0) / LIFT_TICKS
            return -7.0 + (DROP_PX + 7) * k * k
        return None

    # ---- the talon

    def _told_sweep(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        she = session.world.get(session.find("beldam"), Place)
        low, high = (SWEEP_TO, SWEEP_FROM) if act.is_left else (180 - SWEEP_FROM, 180 - SWEEP_TO)
        if act.phase == "out":
            return
        k = min(act.since / max(act.lasts, 1), 1.0) if act.phase == "told" else 1.0
        beat = 0.7 + 0.3 * math.sin(t * 0.5)
        reach = act.attack.reach
        points = [(she.x, she.y)]
        for i in range(25):
            a = math.radians(low + (high - low) * i / 24)
            points.append((she.x + math.cos(a) * reach, she.y + math.sin(a) * reach * FLAT))
        at = [(round(x) - layers.x, round(y) - layers.y) for x, y in points]
        xs, ys = [p[0] for p in at], [p[1] for p in at]
        area = Rect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)
        warn = pygame.Surface(area.size, 0, 32)
        pygame.draw.polygon(
            warn, tuple(int(c * (0.4 + 0.6 * k) * beat) for c in WARN), [(x - area.x, y - area.y) for x, y in at]
        )
        layers.light.blit(warn, area, special_flags=BLEND_RGB_ADD)
        grown = min(k * 1.6, 1.0)
        first = SWEEP_FROM if act.is_left else 180 - SWEEP_FROM
        last = first + ((SWEEP_TO - SWEEP_FROM) if act.is_left else (SWEEP_FROM - SWEEP_TO)) * grown
        a, b = min(first, last), max(first, last)
        for n, share in enumerate(ARCS):
            v = (0.35 + 0.65 * k) * (0.75 + 0.25 * math.sin(t * 0.4 - n))
            colour = (int(236 * v), int(196 * v), int(226 * v))
            dots(layers, she.x, she.y, reach * share, FLAT, a, b, colour, 6.0, t * 0.12 * (1 if act.is_left else -1))
        layers.glows.append(area)

    def _slash(self, layers: Layers, session: Any, act: Any) -> None:
        """Five scratches in the air behind her fingers."""
        she = session.world.get(session.find("beldam"), Place)
        hand = act.talon()
        back = 46.0 if act.is_left else -46.0
        for n, share in enumerate(ARCS):
            r = act.attack.reach * share
            points = []
            for i in range(13):
                a = math.radians(hand + back * i / 12)
                points.append((she.x + math.cos(a) * r - layers.x, she.y + math.sin(a) * r * FLAT - layers.y))
            for i in range(12):
                v = int(230 * (1 - i / 12))
                pygame.draw.line(layers.glow, (v, int(v * 0.86), v), points[i], points[i + 1], 2 if i < 5 else 1)
            if n == 4:
                Ink(layers).glint((points[0][0] + layers.x, points[0][1] + layers.y), 1.0)

    # ---- the last needle

    def _told_needle(self, layers: Layers, act: Any, t: float) -> None:
        r = act.attack.reach
        if act.phase == "out":
            return
        k = min(act.since / max(act.lasts, 1), 1.0)
        held = act.phase != "hang"
        wide = r + (16 * (1 - k) if held else 18 + 3 * math.sin(t * 0.3))
        box = Rect(0, 0, round(2 * wide), round(1.2 * wide))
        box.center = (round(act.x) - layers.x, round(act.y) - layers.y)
        colour = (255, 132, 168) if held else (168, 150, 214)
        level = 0.9 if held else 0.5
        shade = tuple(int(c * level) for c in colour)
        if held:
            shine(layers, act.x, act.y, round(r) + 6, round(r * 0.6) + 4, tuple(int(c * 0.9 * k) for c in (90, 0, 60)))  # type: ignore[arg-type]
        if held:
            for i in range(4):  # four stitches that close in
                a0 = i / 4 * math.tau + math.pi / 4
                near, far = 1.0 + 0.5 * (1 - k), 1.35 + 0.9 * (1 - k)
                x0, y0 = box.centerx + math.cos(a0) * box.w / 2 * near, box.centery + math.sin(a0) * box.h / 2 * near
                x1, y1 = box.centerx + math.cos(a0) * box.w / 2 * far, box.centery + math.sin(a0) * box.h / 2 * far
                pygame.draw.line(layers.glow, (255, 214, 228), (x0, y0), (x1, y1), 2)
        for i in range(16):
            a0 = (i + t * (0.03 if held else 0.01)) / 16 * math.tau
            x0, y0 = box.centerx + math.cos(a0) * box.w / 2, box.centery + math.sin(a0) * box.h / 2
            x1, y1 = box.centerx + math.cos(a0 + 0.2) * box.w / 2, box.centery + math.sin(a0 + 0.2) * box.h / 2
            pygame.draw.line(layers.glow, shade, (x0, y0), (x1, y1), 2 if held else 1)
        layers.glows.append(box)

    def _one_needle(self, layers: Layers, act: Any, t: float) -> None:
        k = min(act.since / max(act.lasts, 1), 1.0)
        up = self._height(act)
        if act.phase == "hang":
            up = 96.0
        elif act.phase == "told" and up is None:
            up = 96.0 + 26 * k  # it is drawn up, to come down
        if up is None:
            return
        up = min(up, 122.0)
        sway = 5 * math.sin(t * 0.11) * (1 - k) if act.phase == "hang" else 0.0
        x, y = act.x + sway, act.y + 4
        picture = needle(GREAT_H)
        sunk = max(round(-up), 0)
        shown = Rect(0, 0, picture.get_width(), GREAT_H - sunk)
        at = (round(x) - layers.x - 3, round(y - max(up, 0)) - layers.y - shown.h)
        eye = (x, y - max(up, 0) - shown.h + 5)
        Ink(layers).thread([(x - sway * 2, float(layers.y)), eye], THREAD, 70)
        if act.phase != "strike":
            shine(layers, x, y - max(up, 0) - GREAT_H / 2, 16, 46, (60, 40, 74), "glow")
        put(layers, picture, at, 190, shown)
        if act.phase == "told":
            Ink(layers).glint((x, y - up), 0.3 + 0.7 * k)
        elif act.phase == "strike" and act.since < 7:
            v = 1 - act.since / 7
            shine(layers, act.x, act.y, 24, 12, (int(200 * v), int(150 * v), int(210 * v)), "glow")

    # ---- over the world

    def hud(
        self,
        to: pygame.Surface,
        session: Any,
        act: Any,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        """How far the hem is: three seams, a stitch for each of her attacks."""
        if session.talk is not None or act.only:
            return
        room = edges(to, taste.is_safe)
        long = sum(len(seam) for seam in SEAMS) * STITCH_PX + (len(SEAMS) - 1) * SEAM_GAP
        x, y = room.centerx - long // 2, room.bottom - 4
        pygame.draw.rect(to, SHADOW, (x - 5, y - 4, long + 8, 9))
        for n, seam in enumerate(SEAMS):
            for i in range(len(seam)):
                done = n < act.seam or (n == act.seam and i < act.step)
                now = n == act.seam and i == act.step
                pulse = 0.6 + 0.4 * math.sin(session.tick * 0.2)
                colour = GOLD if done else mix(THIN, CREAM, pulse) if now else THIN
                pygame.draw.line(to, colour, (x, y), (x + STITCH_PX - 4, y), 2)
                x += STITCH_PX
            x += SEAM_GAP


@lru_cache(maxsize=48)
def strip(xs: tuple[int, ...], sewn: bool) -> pygame.Surface:
    """A line of needles that stand at these places of the map, px; ``sewn``: with the thread through their eyes."""
    one, first = needle(), min(xs)
    out = pygame.Surface((max(xs) - first + 9, NEEDLE_H), pygame.SRCALPHA, 32)
    if sewn:
        for a, b in pairwise(sorted(xs)):
            points = [(a - first + 4, 6), ((a + b) // 2 - first + 4, 11), (b - first + 4, 6)]
            pygame.draw.lines(out, (*THREAD, 255), False, points)
    for x in xs:
        out.blit(one, (x - first + 1, 0))
    return out
