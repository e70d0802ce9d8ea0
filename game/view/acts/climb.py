"""Going by ear, as it can be seen: rings that run out along the silk while she hums, one still ring while she listens, and how far
every step of one's own is heard. Floor that has gone; strands that would; dew that rings.
"""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGBA_MULT, SRCALPHA, Rect, Surface

from game.core.chance import Flair
from game.core.geometry import TILE, Box
from game.sim.acts.climb.blind import HELD_TICKS, LAST_NOTE_TICKS, NEAR_PX, Blind
from game.sim.acts.climb.climb import LAST_THREAD, MENDS_TICKS
from game.sim.acts.climb.unfloored import TAKE_TICKS
from game.sim.parts import Hero
from game.view.acts.look import ActLook
from game.view.assets import Assets
from game.view.sprites import Layers

Colour = tuple[int, int, int]
VOID: Colour = (7, 6, 18)
SILK: tuple[Colour, ...] = ((58, 62, 128), (112, 120, 190), (206, 214, 250))
BOARD: tuple[Colour, ...] = ((42, 22, 24), (84, 44, 36), (122, 68, 48))
HUM: Colour = (118, 70, 190)
STILL: Colour = (214, 220, 255)
DANGER: Colour = (255, 76, 76)
OWN: Colour = (110, 190, 220)
RING_EVERY, RINGS = 26, 4
FALLS_TICKS = 46
HER_GLOW, HER_PX = (36, 36, 50), 80
COMES_GLOW, COMES_PX = (92, 60, 120), 150


class EarLook(ActLook):
    """What both have in common: who hears what."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._discs: dict[tuple[Colour, int], Surface] = {}
        self._rings: dict[tuple[int, int, Colour], Surface] = {}

    def rings(self, layers: Layers, session: Any, blind: Blind, t: float) -> None:
        """On the floor: her humming, her listening, one's own noise."""
        at = (blind.x, blind.y)
        if blind.state == "hums":
            left = blind.hums_for(session) - blind.ticks
            k = min(left / LAST_NOTE_TICKS, 1.0)
            for n in range(RINGS):
                r = ((t + n * RING_EVERY) % (RING_EVERY * RINGS)) / (RING_EVERY * RINGS)
                self.ring(layers, at, 24 + 150 * r * k, HUM, 0.8 * (1 - r) * k)
            self.ring(layers, at, NEAR_PX, HUM, 0.35)
        elif blind.state == "hush":
            tight = max(1 - blind.ticks / 14, 0.0)
            self.ring(layers, at, 40 + 60 * tight, STILL, 0.9)
            self.ring(layers, at, 44 + 60 * tight, STILL, 0.35)
        else:
            beat = 0.6 + 0.4 * math.sin(t * 0.5)
            k = 1.0 if blind.state == "gropes" else min(blind.ticks / max(blind.told, 1), 1.0)
            self.ring(layers, (blind.goal_x, blind.goal_y), blind.reach_px * (1.7 - 0.7 * k), DANGER, 0.9 * beat)
            if blind.held:
                self.ring(layers, (blind.goal_x, blind.goal_y), blind.reach_px * blind.held / HELD_TICKS, DANGER, 1.0)
        hero = session.world.get(session.hero, Hero)
        place = session.place
        if hero.noise and session.is_free:
            heard = math.hypot(place.x - blind.x, place.y - blind.y) <= hero.noise and blind.state != "hums"
            self.ring(layers, (place.x, place.y), hero.noise, DANGER if heard else OWN, 0.35 if not heard else 0.8)

    def ring(self, layers: Layers, at: tuple[float, float], r: float, colour: Colour, k: float) -> None:
        """A ring on the floor, dashed, as if felt through it."""
        if r < 3 or k <= 0.03:
            return
        radius, step = round(r / 2) * 2, round(k * 6)
        key = (radius, step, colour)
        if key not in self._rings:
            if len(self._rings) > 90:
                self._rings.clear()
            s = Surface((2 * radius + 2, radius + 2), 0, 32)
            c = (colour[0] * step // 9, colour[1] * step // 9, colour[2] * step // 9)
            dashes = max(radius // 3, 8)
            for n in range(dashes):
                a, b = n / dashes * math.tau, (n + 0.62) / dashes * math.tau
                p = (radius + math.cos(a) * radius, radius / 2 + math.sin(a) * radius / 2)
                q = (radius + math.cos(b) * radius, radius / 2 + math.sin(b) * radius / 2)
                pygame.draw.line(s, c, p, q)
            self._rings[key] = s
        layers.glow.blit(
            self._rings[key],
            (round(at[0]) - radius - layers.x, round(at[1]) - radius // 2 - layers.y),
            special_flags=BLEND_RGB_ADD,
        )

    def lights(self, layers: Layers, session: Any, blind: Blind) -> None:
        """Enough to see by: hers, and the other's."""
        self.shine(layers, session.place.x, session.place.y - 14, HER_GLOW, HER_PX)
        self.shine(layers, blind.x, blind.y - 30, COMES_GLOW, COMES_PX)

    def shine(self, layers: Layers, x: float, y: float, colour: Colour, radius: int) -> None:
        key = (colour, radius)
        if key not in self._discs:
            out = Surface((2 * radius, 2 * radius), 0, 32)
            for r in range(radius, 0, -3):
                k = (1 - (r / radius) ** 2) ** 2
                pygame.draw.circle(out, tuple(int(c * k) for c in colour), (radius, radius), r)
            self._discs[key] = out
        at = (round(x) - radius - layers.x, round(y) - radius - layers.y)
        layers.light.blit(self._discs[key], at, special_flags=BLEND_RGB_ADD)


def void(w: int, h: int, seed: int, ragged: bool) -> Surface:
    """Where floor was: the dark below with a few threads across it, the ends of boards above."""
    flair = Flair(seed * 97 + 11)
    out = Surface((w, h), SRCALPHA, 32)
    out.fill((*VOID, 255))
    for _ in range(w // 60 + 2):
        x0, x1 = flair.between(-40, w), flair.between(0, w + 40)
        pygame.draw.line(out, SILK[0], (x0, 0), (x1, h))
    for _ in range(w * h // 1600):
        out.fill((*SILK[1], 255), (flair.below(w), flair.below(h), 1, 1))
    if ragged:
        x = 0
        while x < w:
            wide = 8 + flair.below(16)
            long = 2 + flair.below(9)
            out.fill((*BOARD[1], 255), (x, 0, wide - 1, long))
            out.fill((*BOARD[2], 255), (x, 0, wide - 1, 1))
            out.fill((*BOARD[0], 255), (x, long, wide - 1, 2))
            x += wide
    return out


class UnflooredLook(EarLook):
    """Rows of boards that go; the globe, which shines."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._voids: dict[tuple[int, bool], Surface] = {}
        self._fell: dict[int, int] = {}
        self._ticks = 0

    def hear(self, session: Any, act: Any) -> None:
        self._ticks += 1
        if act.gone not in self._fell:
            self._fell[act.gone] = self._ticks

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        for n in range(act.gone):
            row = act.rows - 1 - n
            box = act.row_box(session, row)
            top = n == act.gone - 1
            key = (row, top)
            if key not in self._voids:
                self._voids[key] = void(round(box.w), round(box.h), row, top)
            at = (round(box.x) - layers.x, round(box.y) - layers.y)
            layers.albedo.blit(self._voids[key], at)
            layers.glow.fill((0, 0, 0), (*at, round(box.w), round(box.h)))
            since = self._ticks - self._fell.get(n + 1, -999)
            if since < FALLS_TICKS:
                self._boards(layers, box, since, row)
        if act.told:
            self._loosens(layers, act.row_box(session, act.rows - 1 - act.gone), act.told / max(act.told_of, 1), t)
        self.rings(layers, session, act.blind, t)

    def _loosens(self, layers: Layers, box: Box, k: float, t: float) -> None:
        """The thread that holds a row is drawn; its boards stand up one after the other."""
        x, y, w = round(box.x) - layers.x, round(box.y) - layers.y, round(box.w)
        c = round(90 + 120 * k * (0.5 + 0.5 * math.sin(t * (0.5 + k))))
        layers.glow.fill((c, c, min(c + 20, 255)), (x, y + 1, round(w * min(k * 1.6, 1.0)), 1), BLEND_RGB_ADD)
        for n in range(w // 26):
            up = math.sin(t * 0.9 + n * 1.7) * 3 * k
            px = x + n * 26
            layers.albedo.fill(VOID, (px, y + 2, 2, 29))
            if up > 0.6:
                layers.albedo.fill(BOARD[2], (px + 3, y + 3 - round(up), 20, 2))
                layers.albedo.fill(VOID, (px + 3, y + 5, 20, round(up)))

    @staticmethod
    def _boards(layers: Layers, box: Box, since: int, row: int) -> None:
        flair = Flair(row * 13 + 3)
        for n in range(round(box.w) // 24):
            turn = flair.between(-0.09, 0.09) * since
            late = flair.between(0, 12)
            fall = max(since - late, 0.0)
            k = 1 - fall / FALLS_TICKS
            if k <= 0.05:
                continue
            x = box.x + n * 24 + 12 - layers.x
            y = box.y + 16 + 0.07 * fall * fall - layers.y
            half = 12 * k
            dx, dy = math.cos(turn) * half, math.sin(turn) * half
            shape = [
                (x - dx, y - dy - 4 * k),
                (x + dx, y + dy - 4 * k),
                (x + dx, y + dy + 5 * k),
                (x - dx, y - dy + 5 * k),
            ]
            pygame.draw.polygon(layers.albedo, BOARD[1], shape)
            pygame.draw.line(layers.albedo, BOARD[2], shape[0], shape[1])

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self.lights(layers, session, act.blind)
        globe = session.room.spots["globe_spot"].box.middle
        x, y = round(globe.x) - layers.x, round(globe.y) - layers.y
        beat = 0.6 + 0.4 * math.sin(t * 0.08)
        self.shine(layers, globe.x, globe.y, (60, 40, 96), 44)
        r = round(3 + 3 * beat)
        layers.glow.fill((120, 90, 190), (x - r, y, 2 * r + 1, 1), BLEND_RGB_ADD)
        layers.glow.fill((120, 90, 190), (x, y - r, 1, 2 * r + 1), BLEND_RGB_ADD)
        if act.taking:
            k = act.taking / TAKE_TICKS
            box = Rect(x - 16, y - 20, 32, 32)
            arc = Surface(box.size, 0, 32)
            pygame.draw.arc(arc, (230, 214, 255), arc.get_rect(), math.pi / 2 - math.tau * k, math.pi / 2, 2)
            layers.glow.blit(arc, box, special_flags=BLEND_RGB_ADD)


class ClimbLook(EarLook):
    """Silk over nothing; the room above it is one thread wide."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._made: dict[tuple[Any, ...], Surface] = {}

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._room(layers, session)
        for n, s in enumerate(act.strands):
            self._strand(layers, s, n, t)
        self.rings(layers, session, act.blind, t)

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self.lights(layers, session, act.blind)
        door = session.room.spots["door_small_front"].foot
        self.shine(layers, door.x, door.y - 20, (70, 52, 120), 96)

    def _room(self, layers: Layers, session: Any) -> None:
        """Of its floor there is a thread left, to the small door."""
        box = session.room.spots["room_floor"].box
        view = Rect(layers.x, layers.y, *layers.albedo.get_size())
        if not view.colliderect((round(box.x), round(box.y), round(box.w), round(box.h))):
            return
        key = ("room",)
        if key not in self._made:
            out = void(round(box.w), round(box.h), 5, True)
            x0, x1 = LAST_THREAD[0] * TILE - round(box.x), LAST_THREAD[1] * TILE - round(box.x)
            out.fill((20, 20, 52, 255), (x0 + 4, 0, x1 - x0 - 8, round(box.h)))
            for y in range(0, round(box.h), 9):
                sag = 3 if y % 18 else 5
                pygame.draw.lines(out, SILK[1], False, [(x0 + 3, y), ((x0 + x1) / 2, y + sag), (x1 - 4, y)])
            for x in (x0 + 3, (x0 + x1) // 2 - 8, (x0 + x1) // 2 + 8, x1 - 4):
                pygame.draw.line(out, SILK[2] if x in (x0 + 3, x1 - 4) else SILK[1], (x, 0), (x, round(box.h)))
            self._made[key] = out
        at = (round(box.x) - layers.x, round(box.y) - layers.y)
        layers.albedo.blit(self._made[key], at)
        layers.glow.fill((0, 0, 0), (*at, round(box.w), round(box.h)))

    def _strand(self, layers: Layers, s: Any, n: int, t: float) -> None:
        x, y, w, h = round(s.box.x) - layers.x, round(s.box.y) - layers.y, round(s.box.w), round(s.box.h)
        if not layers.albedo.get_rect().colliderect((x, y, w, h)):
            return
        if s.kind == "brittle":
            if s.broken:
                key: tuple[Any, ...] = ("gap", n)
                if key not in self._made:
                    self._made[key] = void(w, h, n + 20, False)
                picture = self._made[key]
                k = min((MENDS_TICKS - s.broken) / 10, 1.0)
                if s.broken < 60:
                    k = s.broken / 60
                shown = picture.copy()
                shown.fill((255, 255, 255, round(255 * k)), special_flags=BLEND_RGBA_MULT)
                layers.albedo.blit(shown, (x, y))
                for m in range(6):  # ends that hang
                    px = x + 6 + m * (w - 12) // 5
                    sway = math.sin(t * 0.07 + m) * 3
                    pygame.draw.line(layers.albedo, SILK[1], (px, y), (px + sway, y + 9 + m % 3 * 3))
                return
            key = ("brittle", n)
            if key not in self._made:
                self._made[key] = brittle(w, h, n)
            layers.albedo.blit(self._made[key], (x, y))
            return
        rings = s.rang < 26
        for m in range(10):
            bx = x + 6 + (m * 29) % (w - 10)
            by = y + 6 + (m * 17) % (h - 12)
            swing = math.sin(t * (0.9 if rings else 0.05) + m) * (3 if rings else 1)
            pygame.draw.line(layers.albedo, SILK[1], (bx, by - 5), (bx + swing, by))
            pygame.draw.circle(layers.albedo, (150, 176, 236), (bx + swing, by + 2), 3)
            layers.albedo.fill((250, 250, 255), (round(bx + swing) - 1, by + 1, 1, 1))
            shine = 150 if rings else round(40 + 26 * math.sin(t * 0.06 + m * 2))
            layers.glow.fill(
                (shine // 2, shine // 2 + 8, min(shine, 255)), (round(bx + swing) - 1, by + 1, 2, 2), BLEND_RGB_ADD
            )


def brittle(w: int, h: int, seed: int) -> Surface:
    """Silk that has gone the colour of old paper, and cracks of itself."""
    flair = Flair(seed * 41 + 7)
    out = Surface((w, h), SRCALPHA, 32)
    out.fill((96, 78, 60, 92))
    for _ in range(9):
        x, y = flair.between(0, w), flair.between(0, h)
        points = [(x, y)]
        for _ in range(4):
            x, y = x + flair.between(-13, 13), y + flair.between(-11, 11)
            points.append((x, y))
        pygame.draw.lines(out, (24, 18, 26, 255), False, points, 2)
        pygame.draw.lines(out, (214, 190, 150, 255), False, [(px, py - 1) for px, py in points])
    for _ in range(7):
        x = flair.below(w)
        pygame.draw.line(out, (190, 168, 136, 255), (x, 0), (x + flair.below(5) - 2, flair.below(9) + 3))
    return out
