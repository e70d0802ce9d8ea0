"""The chase as it is seen: what stands in the way, the dark that closes in behind, fingers that feel along the walls for more.

Everything that hurts shines before it does: thread before needles, a red ring where a hand comes down.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, BLEND_RGB_SUB, SRCALPHA, Rect, Surface

from game.core.chance import Flair
from game.core.geometry import Vec
from game.sim.acts.chase.chase import CAUGHT_TICKS, MIDDLE_PX
from game.view.acts.chase_art import RIB_OVER, SILK, SOFT_OVER, WEB_OVER, disc, fallen_rib, grip, sagging, star, web
from game.view.acts.look import ActLook
from game.view.assets import Assets
from game.view.sprites import Layers

Colour = tuple[int, int, int]
LEADS_PX = (96.0, 96.0, 96.0)
"""How far ahead of her the picture looks, by stretch."""
SHOWS_PX = -44.0
"""And so far where it draws back to what comes behind."""
STEEL: tuple[Colour, ...] = ((40, 42, 58), (120, 126, 150), (214, 222, 240))
RED: Colour = (255, 70, 70)
HER_GLOW, HER_PX = (40, 38, 50), 76
COMES_GLOW, COMES_PX = (96, 34, 52), 150
BONE_GLOW: Colour = (112, 104, 118)
GAP_GLOW, GAP_PX = (84, 84, 92), 58
"""Light lies in the gap that a rib leaves: bone is solid, and the way round it has to be seen from afar."""
WISPS: tuple[Colour, ...] = ((80, 216, 240), (176, 112, 240), (248, 176, 64))
NEEDLE_PX, NEEDLE_EVERY = 34, 15
RISES_TICKS, BREAKS_TICKS = 4, 14
DARK_PX, DARK_ROW = 190, 10
DARK_BEHIND_PX = 20.0
FINGERS_UP, FINGERS_LOW = 4, 3
PULSE_TICKS = 94.8
"""Two bars' half of the music: light runs along the walls with it."""


class ChaseLook(ActLook):
    """See above. Pictures of webs and sagging floor are made once each; the rest is lines."""

    cuts = True

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._made: dict[tuple[Any, ...], Surface] = {}
        self._discs: dict[tuple[Colour, int], Surface] = {}
        self._ends: list[list[float]] = []
        """Ends of thread in the air: x, y, z, vx, vz, age, long."""
        self._flair = Flair(0xC4A5E)
        self._broken: set[tuple[float, float]] = set()
        self._her_was = 0.0

    def lead_px(self, act: Any) -> float:
        return SHOWS_PX if act.is_shown else LEADS_PX[act.stretch]

    def ahead(self, act: Any, way: Vec) -> Vec:
        return Vec(1.0, way.y)  # there is only one way to go

    def hear(self, session: Any, act: Any) -> None:
        for end in self._ends:
            end[0] += end[3]
            end[2] = max(end[2] + end[4], 0.0)
            end[4] -= 0.16
            end[5] += 1
        self._ends = [end for end in self._ends if end[5] < 46]
        for o in act.obstacles:
            key = (o.box.x, o.box.y)
            if o.state == "broken" and key not in self._broken:
                self._broken.add(key)
                self._fly(session.place.x, session.place.y, 14)
        if act.snag and session.tick % 4 == 0:
            self._fly(act.her_x - 20, act.her_y, 2)

    def _fly(self, x: float, y: float, n: int) -> None:
        for _ in range(n):
            at = (x + self._flair.between(-20, 20), y + self._flair.between(-16, 10))
            z, vx, vz = self._flair.between(6, 34), self._flair.between(-1.4, 0.7), self._flair.between(0.4, 2.6)
            self._ends.append([*at, z, vx, vz, 0.0, self._flair.between(5, 13)])

    # ---- on the floor

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        view = Rect(layers.x - 80, 0, layers.albedo.get_width() + 160, 1)
        for n, o in enumerate(act.obstacles):
            if not view.left < o.box.right or not o.box.x < view.right:
                continue
            at = (round(o.box.x) - layers.x, round(o.box.y) - layers.y)
            if o.kind == "soft":
                self._soft(layers, session, o, at, t)
            elif o.kind == "web":
                self._web(layers, o, at, n, t, session.place.y)
            elif o.kind == "rib":
                self._rib(layers, o, at)
            elif o.kind == "needle":
                self._thread(layers, o, at, t, act.needles_told(session, o))
        self._mark(layers, act, t)

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._needles(layers, session, act, behind=True)
        self._fingers_behind(layers, act, t)

    def _soft(self, layers: Layers, session: Any, o: Any, at: tuple[int, int], t: float) -> None:
        w, h = round(o.box.w), round(o.box.h)
        key = ("soft", w, h)
        if key not in self._made:
            self._made[key] = sagging(w, h)
        inside = o.box.holds(session.place.x, session.place.y) and o.state == ""
        sag = round(2 + math.sin(t * 0.3)) if inside else 0
        layers.albedo.blit(self._made[key], (at[0] - SOFT_OVER, at[1] + sag))

    def _web(self, layers: Layers, o: Any, at: tuple[int, int], n: int, t: float, her_y: float) -> None:
        torn = o.state in ("broken", "passed")
        key = ("web", round(o.box.w), round(o.box.h), n, torn)
        if key not in self._made:
            self._made[key] = web(round(o.box.w), round(o.box.h), n, torn)
        picture = self._made[key]
        shakes = 0
        if o.state == "broken" and o.ticks < BREAKS_TICKS:
            shakes = round(math.sin(t * 2.4) * 3 * (1 - o.ticks / BREAKS_TICKS))
        where = (at[0] - WEB_OVER + shakes, at[1] - WEB_OVER)
        layers.albedo.blit(picture, where)
        level = 0 if torn else 34
        if level:
            if ("glow", *key) not in self._made:
                glow = Surface(picture.get_size(), 0, 32)
                glow.blit(picture, (0, 0))
                glow.fill((level, level, level + 10), special_flags=BLEND_RGB_MULT)
                self._made[("glow", *key)] = glow
            layers.glow.blit(self._made[("glow", *key)], where, special_flags=BLEND_RGB_ADD)

    def _rib(self, layers: Layers, o: Any, at: tuple[int, int]) -> None:
        key = ("rib", round(o.box.h))
        if key not in self._made:
            self._made[key] = fallen_rib(round(o.box.h))
        picture = self._made[key]
        layers.albedo.blit(picture, (at[0] + 16 - picture.get_width() // 2, at[1] - RIB_OVER))
        key = ("rib_glow", round(o.box.h))
        if key not in self._made:
            glow = Surface(picture.get_size(), 0, 32)
            glow.blit(picture, (0, 0))
            glow.fill(BONE_GLOW, special_flags=BLEND_RGB_MULT)
            self._made[key] = glow
        where = (at[0] + 16 - picture.get_width() // 2, at[1] - RIB_OVER)
        layers.glow.blit(self._made[key], where, special_flags=BLEND_RGB_ADD)

    def _thread(self, layers: Layers, o: Any, at: tuple[int, int], t: float, told: int) -> None:
        """A thread along the line, slack until it is drawn tight: then it shines, and points of steel come up along it.

        Points of steel glint along the slack one too, one after the other: who looks ahead sees where it lies.
        """
        x, top, high = at[0] + 16, at[1], round(o.box.h)
        k = 0.0
        if o.state == "told":
            k = min(o.ticks / max(told, 1), 1.0)
        elif o.state == "out":
            k = 1.0
        dim = (46, 44, 70) if o.state == "" else SILK[1]
        pygame.draw.line(layers.albedo, dim, (x, top), (x, top + high))
        for y in range(top + 7, top + high, NEEDLE_EVERY):
            pygame.draw.ellipse(layers.albedo, (8, 6, 14), (x - 4, y - 2, 8, 4))
        if o.state == "":
            layers.glow.fill((20, 20, 32), (x, top, 1, high), BLEND_RGB_ADD)
            for n, y in enumerate(range(top + 7, top + high, NEEDLE_EVERY)):
                k = max(math.sin(t * 0.09 - n * 0.8), 0.0) ** 3
                layers.albedo.fill(STEEL[1], (x - 1, y - 3, 2, 3))
                c = round(54 + 90 * k)
                layers.glow.fill((c, c, c + 16), (x - 1, y - 3, 2, 3), BLEND_RGB_ADD)
                if k > 0.5:
                    star(layers, x, y - 2, round(1 + 3 * k), (130, 136, 160))
        if o.state != "told":
            return
        flash = 0.5 + 0.5 * math.sin(t * (0.4 + 0.9 * k))
        c = round(70 + 120 * k * flash)
        layers.glow.fill((c, c, min(c + 26, 255)), (x, top, 1, high), BLEND_RGB_ADD)
        layers.glow.fill((c // 4, c // 5, c // 4), (x - 2, top, 5, high), BLEND_RGB_ADD)
        run = (t * 0.09) % 1.0
        for n in range(3):  # a glint that runs along it, as along a needle held to the lamp
            y = top + round(((run + n / 3) % 1.0) * high)
            star(layers, x, y, round(3 + 4 * k), (220, 226, 255))
        for y in range(top + 7, top + high, NEEDLE_EVERY):
            up = round(5 * k * k)
            if up:
                pygame.draw.line(layers.albedo, STEEL[2], (x, y), (x, y - up))
                layers.glow.fill((round(90 * k), round(20 * k), round(24 * k)), (x - 4, y - 2, 9, 4), BLEND_RGB_ADD)

    def _mark(self, layers: Layers, act: Any, t: float) -> None:
        """Where her hand will come down."""
        if act.strike_x < 0 or not (act.told or act.strike):
            return
        k = 1.0 if act.strike else min(act.told / max(act.told_of, 1), 1.0)
        x, y = round(act.strike_x) - layers.x, round(act.strike_y) - layers.y
        r = round(40 - 22 * k)
        box = Rect(x - r, y - r // 2, 2 * r, r)
        level = round(60 + 150 * k * (0.6 + 0.4 * math.sin(t * 0.9)))
        ring = Surface(box.size, 0, 32)
        pygame.draw.ellipse(ring, (level, level // 5, level // 4), ring.get_rect(), 2)
        layers.glow.blit(ring, box, special_flags=BLEND_RGB_ADD)
        dark = Surface(box.size, SRCALPHA, 32)
        pygame.draw.ellipse(dark, (10, 0, 6, round(60 + 110 * k)), dark.get_rect())
        layers.albedo.blit(dark, box)
        for n in range(5):
            a = -2.4 + n * 0.42
            far = r + 10 - round(8 * k)
            px, py = x + math.cos(a) * far, y + math.sin(a) * far * 0.5
            pygame.draw.line(layers.glow, (level, level // 4, level // 4), (px, py), (px - 5 * math.cos(a), py - 3))

    # ---- over everybody

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._needles(layers, session, act, behind=False)
        self._breath(layers, t)
        self._dark(layers, act, t)
        place = session.place
        for o in act.obstacles:
            if o.kind == "rib" and -GAP_PX < o.box.x - layers.x < layers.albedo.get_width() + GAP_PX:
                above = act.gap_is_above(o)
                gap = (act.top + o.box.y) / 2 if above else (o.box.bottom + act.low) / 2
                self._shine(layers, o.box.middle.x, gap, GAP_GLOW, GAP_PX)
        self._shine(layers, place.x + 10, place.y - 14, HER_GLOW, HER_PX)
        near = min(max(1.15 - act.distance_tiles(session) / 11, 0.25), 1.0)
        near = 1.0 if act.is_shown else near
        glow = (round(COMES_GLOW[0] * near), round(COMES_GLOW[1] * near), round(COMES_GLOW[2] * near))
        self._shine(layers, act.her_x - MIDDLE_PX + 20, act.her_y - 40, glow, COMES_PX)
        if act.stretch == 2:
            self._way_out(layers, act)
        else:
            self._fold(layers, act, t)
        self._threads_on_her(layers, act, t)
        self._ends_in_air(layers)
        self._wisps(layers, session, act, t)
        if act.phase == "caught":
            self._closes(layers, act)

    def _needles(self, layers: Layers, session: Any, act: Any, behind: bool) -> None:
        for o in act.obstacles:
            if o.kind != "needle" or o.state not in ("out", "broken"):
                continue
            x = round(o.box.middle.x) - layers.x
            if not -40 < x < layers.albedo.get_width() + 40:
                continue
            up = min(o.ticks / RISES_TICKS, 1.0) if o.state == "out" else 1.0
            for n, y in enumerate(range(round(o.box.y) + 7, round(o.box.bottom), NEEDLE_EVERY)):
                if (y < session.place.y) is not behind:
                    continue
                lean = (-5, 3, -2, 6)[n % 4]
                high = round(NEEDLE_PX * up * (0.3 if o.state == "broken" and n % 2 else 1.0))
                foot, tip = (x, y - layers.y), (x + lean * up, y - layers.y - high)
                pygame.draw.line(layers.albedo, STEEL[0], (foot[0] + 2, foot[1]), (tip[0] + 1, tip[1]), 3)
                pygame.draw.line(layers.albedo, STEEL[1], foot, tip, 2)
                pygame.draw.line(layers.albedo, STEEL[2], (foot[0], foot[1] - 2), tip)
                layers.glow.fill((70, 74, 92), (round(tip[0]), round(tip[1]), 1, 8), BLEND_RGB_ADD)
                if o.state == "out" and o.ticks < 10:
                    star(layers, round(tip[0]), round(tip[1]), 6 - o.ticks // 2, (230, 236, 255))

    def _breath(self, layers: Layers, t: float) -> None:
        """Light that runs along the tube ahead of them, two beats to a wave."""
        w, h = layers.light.get_size()
        at = (t % PULSE_TICKS) / PULSE_TICKS * (w + 400) - 200
        for n in range(-4, 5):
            k = 1 - abs(n) / 5
            x = round(at + n * 26)
            layers.light.fill((round(11 * k), round(6 * k), round(20 * k)), (x, 0, 26, h), BLEND_RGB_ADD)

    def _dark(self, layers: Layers, act: Any, t: float) -> None:
        """It closes in behind her like a throat: no edge of it is still."""
        h = layers.light.get_height()
        front = act.her_x - DARK_BEHIND_PX
        breath = 10 * math.sin(t * 0.045)
        for y in range(0, h, DARK_ROW):
            my = (y + layers.y) / 40
            wave = 16 * math.sin(my + t * 0.05) + 9 * math.sin(my * 2.3 - t * 0.08) + breath
            bulge = 34 * abs(y / h - 0.55) * 2  # walls first, the middle last
            edge = round(front + wave + bulge) - layers.x
            if edge - DARK_PX > 0:
                box = Rect(0, y, edge - DARK_PX, DARK_ROW)
                layers.light.fill((232, 240, 232), box, BLEND_RGB_SUB)
                layers.glow.fill((8, 6, 10), box, BLEND_RGB_MULT)
            if edge > 0:
                layers.light.blit(self._veil, (edge - DARK_PX, y), special_flags=BLEND_RGB_SUB)
                layers.glow.blit(self._veil_glow, (edge - DARK_PX, y), special_flags=BLEND_RGB_MULT)

    @cached_property
    def _veil(self) -> Surface:
        out = Surface((DARK_PX, DARK_ROW), 0, 32)
        for x in range(DARK_PX):
            k = (1 - x / DARK_PX) ** 1.6
            for y in range(DARK_ROW):
                n = round(228 * max(min(k + ((x * 7 + y * 5) % 4 - 1.5) * 0.012, 1.0), 0.0))
                out.set_at((x, y), (n, min(n + 6, 255), n))
        return out

    @cached_property
    def _veil_glow(self) -> Surface:
        out = Surface((DARK_PX, DARK_ROW), 0, 32)
        for x in range(DARK_PX):
            k = min(x / DARK_PX * 1.3, 1.0)
            out.fill((round(255 * k), round(250 * k), round(255 * k)), (x, 0, 1, DARK_ROW))
        return out

    def _fingers_behind(self, layers: Layers, act: Any, t: float) -> None:
        """Fingers that come out of the dark along both walls, ahead of her, each in turn letting go to reach further."""
        for n in range(FINGERS_UP + FINGERS_LOW):
            is_up = n < FINGERS_UP
            phase = n * 0.37
            tip = grip(act.her_x + 30 + (n * 53 % 70) + 24 * phase, phase)
            slide = tip[1]
            x = tip[0] - layers.x
            y = (act.top - 26 - (n * 29) % 50 if is_up else act.low - 2 + (n * 11) % 14) - layers.y
            lift = math.sin(min(slide, 1.0) * math.pi) * 9
            root = (act.her_x - 190 - layers.x, act.her_y - 60 - layers.y + (n - 3) * 14)
            knee = ((root[0] + x) / 2 - 12, (root[1] + y) / 2 + (-46 - lift if is_up else 44 + lift))
            knuckle = (x - 26, y + (-12 - lift if is_up else 10 + lift))
            end = (x, y - lift if is_up else y + lift)
            points = [root, knee, knuckle, end]
            pygame.draw.lines(layers.albedo, (5, 3, 9), False, points, 9)
            pygame.draw.lines(layers.albedo, (30, 24, 42), False, points, 4)
            pygame.draw.line(layers.albedo, STEEL[1], knuckle, end, 3)
            pygame.draw.line(layers.albedo, STEEL[2], knuckle, end)
            pygame.draw.circle(layers.albedo, (40, 34, 54), knuckle, 4)
            layers.glow.fill((86, 82, 108), (round(end[0]) - 1, round(end[1]) - 1, 3, 3), BLEND_RGB_ADD)
            if slide >= 1.0 and is_up:  # it has hold, and is dragged: a scratch with a spark at its end
                pygame.draw.line(layers.albedo, (12, 6, 22), (x - 44, y + 2), (x, y), 2)
                if (t // 3 + n) % 3 == 0:
                    star(layers, round(x), round(y), 3, (250, 190, 120))

    def _way_out(self, layers: Layers, act: Any) -> None:
        """From the far end comes a plain grey light that has nothing to do with any of this."""
        w, h = layers.light.get_size()
        x = act.end_x + 40 - layers.x
        reach = 260 + 420 * act.gone
        for n in range(8):
            left = round(x - reach * (1 - n / 8))
            if left < w:
                layers.light.fill((5, 6, 8), (max(left, 0), 0, w - max(left, 0), h), BLEND_RGB_ADD)
        if x < w + 60:
            mid = round((act.top + act.low) / 2) - layers.y
            left = round(x) - 10
            for wide, tall, c in ((46, 74, (34, 26, 30)), (40, 68, (74, 52, 48)), (32, 58, (16, 16, 24))):
                pygame.draw.rect(layers.albedo, c, (left - wide // 2, mid + 22 - tall, wide, tall))
            pane = Rect(left - 13, mid - 34, 26, 54)
            layers.albedo.fill((150, 162, 184), pane)
            layers.glow.fill((92, 100, 120), pane, BLEND_RGB_ADD)
            for n in range(5):  # it falls in as far as it can
                reach = 26 + n * 22
                layers.glow.fill((12, 13, 17), (left - reach, mid - 20 + n * 4, reach, 40), BLEND_RGB_ADD)

    def _fold(self, layers: Layers, act: Any, t: float) -> None:
        """Where a stretch ends the passage is folded over itself: a long slit, and the next stretch's light in it."""
        x, top, low = round(act.end_x) + 14 - layers.x, round(act.top) - 40 - layers.y, round(act.low) - 6 - layers.y
        if not -60 < x < layers.albedo.get_width() + 60:
            return
        mid, high = (top + low) / 2, (low - top) / 2
        self._shine(layers, x + layers.x, mid + layers.y, (72, 48, 104), 90)
        for y in range(top, low):
            k = 1 - ((y - mid) / high) ** 2
            half = round((13 + 2 * math.sin(t * 0.06 + y * 0.05)) * k)
            bend = round(3 * math.sin(y * 0.04 + t * 0.03))
            layers.albedo.fill((8, 4, 18), (x + bend - half - 3, y, 2 * half + 6, 1))
            layers.glow.fill((round(46 * k), round(30 * k), round(84 * k)), (x + bend - half, y, 2 * half, 1))
            layers.glow.fill((150, 116, 206), (x + bend - half - 1, y, 1, 1))
            layers.glow.fill((150, 116, 206), (x + bend + half, y, 1, 1))

    def _threads_on_her(self, layers: Layers, act: Any, t: float) -> None:
        """What she is caught in hangs on her and holds."""
        if not act.snag or act.strike:
            return
        torn = [o for o in act.obstacles if o.state in ("broken", "passed") and abs(o.box.middle.x - act.her_x) < 130]
        for o in torn[-1:]:
            for n in range(9):
                a = (o.box.x + (n * 31) % max(o.box.w, 1) - layers.x, o.box.y + (n * 47) % o.box.h - layers.y)
                b = (
                    act.her_x - 60 + math.sin(t * 0.9 + n) * 12 - layers.x,
                    act.her_y - 40 + n * 9 + math.sin(t + n) * 8 - layers.y,
                )
                pygame.draw.line(layers.albedo, SILK[2], a, b)
                pygame.draw.line(layers.glow, (40, 38, 52), a, b)

    def _ends_in_air(self, layers: Layers) -> None:
        for x, y, z, vx, vz, age, long in self._ends:
            px, py = round(x) - layers.x, round(y - z) - layers.y
            k = 1 - age / 46
            c = (round(SILK[1][0] * k), round(SILK[1][1] * k), round(SILK[1][2] * k))
            pygame.draw.line(layers.glow, (c[0] // 2, c[1] // 2, c[2] // 2), (px, py), (px - vx * long, py + vz * 2))

    def _wisps(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """The three run with her."""
        for n in range(act.wisps):
            a = t * 0.05 + n * 2.1
            x = session.place.x + 30 + 26 * n + 12 * math.sin(a)
            y = session.place.y - 26 + (n - 1) * 20 + 8 * math.sin(a * 1.7)
            c = WISPS[n]
            self._shine(layers, x, y, (c[0] // 4, c[1] // 4, c[2] // 4), 54)
            px, py = round(x) - layers.x, round(y) - layers.y
            for k in range(9):  # what it leaves behind it
                tail = Rect(px - k * 5, py + round(2 * math.sin(t * 0.2 - k * 0.7)), 3, 2)
                f = (1 - k / 9) * 0.6
                layers.glow.fill((round(c[0] * f), round(c[1] * f), round(c[2] * f)), tail, BLEND_RGB_ADD)
            star(layers, px, py, 4, c)

    def _closes(self, layers: Layers, act: Any) -> None:
        """Her fingers close over the picture from behind."""
        w, h = layers.albedo.get_size()
        k = min(act.caught_ticks / (CAUGHT_TICKS - 8), 1.0)
        ease = k * k * (3 - 2 * k)
        for n in range(5):
            y0, bend = h * (0.02 + 0.2 * n), (n - 2) * 34
            tip_x = -80 + (w + 150 - abs(n - 2) * 40) * ease
            tip_y = h * 0.5 + (y0 - h * 0.5) * (1.0 - 0.55 * ease)
            knee = ((tip_x - 60) * 0.55, y0 + bend * 0.7 - 10)
            wide = 44
            shape = [
                (-60, y0 - wide / 2),
                (knee[0], knee[1] - wide * 0.45),
                (tip_x, tip_y),
                (knee[0] - 8, knee[1] + wide * 0.5),
                (-60, y0 + wide),
            ]
            for layer in (layers.light, layers.glow):
                pygame.draw.polygon(layer, (0, 0, 0), shape)
            pygame.draw.polygon(layers.albedo, (2, 1, 4), shape)
            pygame.draw.line(layers.glow, (66, 66, 84), knee, (tip_x, tip_y), 2)
        gone = round(220 * ease**2)
        layers.light.fill((gone, gone, gone), special_flags=BLEND_RGB_SUB)

    def _shine(self, layers: Layers, x: float, y: float, colour: Colour, radius: int) -> None:
        key = ((colour[0] & ~3, colour[1] & ~3, colour[2] & ~3), radius)
        if key not in self._discs:
            if len(self._discs) > 40:
                self._discs.clear()
            self._discs[key] = disc(*key)
        at = (round(x) - radius - layers.x, round(y) - radius - layers.y)
        layers.light.blit(self._discs[key], at, special_flags=BLEND_RGB_ADD)
