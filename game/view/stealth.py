"""Who looks for her, as it lies on the floor: cones with a stitched hem, rings of what she lets be heard, where she hides.

``hear`` after every tick, ``ground`` under everybody, ``over`` over them. A cone is what its watcher really sees: walls cut it, and
it fills from the eye outwards as the watcher grows sure. Nothing here changes a session.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Rect, Surface

from game.sim.happenings import Hid, Stepped
from game.sim.parts import Furniture, Hidden, HidePlace, Place, Watcher
from game.sim.systems.listen import HUSHED
from game.sim.systems.sight import DARK, reach_of
from game.view.props import Props
from game.view.specks import DUST, Specks
from game.view.sprites import WITH_HER, Layers

RAYS = 18
CALM, WARY, SURE = (168, 140, 236), (255, 196, 84), (255, 74, 74)
RING_TICKS = 26
FLAT = 0.6
BREATH_TICKS = 70.0
BOOT, BOOT_DARK = (244, 196, 52), (150, 96, 20)
EYE_WHITE, EYE_DARK = (246, 236, 214), (16, 10, 22)
BLINK_EVERY, BLINK_TICKS = 150, 8


@dataclass
class Ring:
    """A step of hers that can be heard so far."""

    x: float
    y: float
    far: float
    tick: int


class Stealth:
    """One for a Show."""

    def __init__(self) -> None:
        self.specks = Specks()
        self._rings: list[Ring] = []
        self._room: object = None

    def hear(self, session: Any) -> None:
        """Notes what this tick lets be heard."""
        if session.room is not self._room:
            self._room = session.room
            self._rings.clear()
            self.specks.clear()
        self.specks.tick()
        for hid in session.news.of(Hid):
            self.specks.burst("puff", (hid.x, hid.y, 8), 7, DUST, 40, 26, 26, 2.4, 30)
        if not session.world.each(Watcher):
            return
        for step in session.news.of(Stepped):
            if step.who == "coraline" and step.noise > 0:
                far = step.noise * HUSHED.get(step.surface, 1.0)
                self._rings.append(Ring(step.x, step.y, far, session.tick))
        self._rings = [r for r in self._rings if session.tick - r.tick < RING_TICKS]

    def ground(self, layers: Layers, session: Any, between: float, t: float) -> None:
        """Cones and rings."""
        for ring in self._rings:
            self._ring(layers, ring, (t - ring.tick) / RING_TICKS)
        for _, place, watcher in session.world.each(Place, Watcher):
            x = place.was_x + (place.x - place.was_x) * between
            y = place.was_y + (place.y - place.was_y) * between
            tint = colour_of(watcher)
            if watcher.is_blind:
                _circle(layers, x, y, watcher.near, tint, t)
            else:
                _cone(layers, session, watcher, x, y, tint, t)
        hidden = session.world.find(session.hero, Hidden)
        if hidden is not None and hidden.phase == "within":
            _way_out(layers, hidden, t)

    def over(self, layers: Layers, session: Any, t: float, props: Props) -> None:
        """Her boots under the hem, her eyes under the lid, where no picture of ``props`` shows them."""
        self.specks.draw(layers)
        hidden = session.world.find(session.hero, Hidden)
        if hidden is None or hidden.phase != "within":
            return
        spot = session.world.find(hidden.place, HidePlace)
        f = session.world.find(hidden.place, Furniture)
        if spot is None or (f is not None and props.has(f"{f.prop}{WITH_HER}")):
            return
        breath = math.sin(t / BREATH_TICKS * math.tau)
        if spot.kind == "curtain":
            x, y = round(hidden.x) - layers.x, round(hidden.y + 4 if f is None else f.sort_y) - layers.y
            _boots(layers, x, y)
            if f is not None:
                _bulge(layers, x, y, breath)
        else:
            x = round(hidden.x) - layers.x
            y = (round(f.box.y + f.box.h * 0.42) if f is not None else round(hidden.y - 6)) - layers.y
            _eyes(layers, x, y, t)

    def _ring(self, layers: Layers, ring: Ring, k: float) -> None:
        if not 0 <= k < 1 or ring.far < 12:
            return
        r = ring.far * (0.15 + 0.85 * math.sin(k * math.pi / 2))
        fade = (1 - k) ** 1.5 * 0.6
        box = Rect(0, 0, round(2 * r), max(round(2 * r * FLAT), 2))
        box.center = (round(ring.x) - layers.x, round(ring.y) - layers.y)
        if not box.colliderect(layers.glow.get_rect()):
            return
        tint = (int(120 * fade), int(128 * fade), int(160 * fade))
        pygame.draw.ellipse(layers.glow, tint, box, 1)


def colour_of(watcher: Watcher) -> tuple[int, int, int]:
    """Lilac while all is quiet, amber when it has noticed something, red as it grows sure."""
    base = CALM if watcher.state in ("walk", "return") else WARY
    k = 1.0 if watcher.state in ("reach", "caught") else watcher.seen
    r, g, b = (round(a + (c - a) * k) for a, c in zip(base, SURE))
    return r, g, b


def _cone(
    layers: Layers, session: Any, watcher: Watcher, x: float, y: float, tint: tuple[int, int, int], t: float
) -> None:
    """Felt on the floor and a little light on it: what stands there is drawn over both."""
    reach = reach_of(session, watcher)
    view = Rect((layers.x, layers.y), layers.albedo.get_size())
    if not view.colliderect((x - reach, y - reach, 2 * reach, 2 * reach)):
        return
    _circle(layers, x, y, watcher.near, tint, t, 0.5)
    half = math.radians(watcher.spread / 2)
    rim = []
    for i in range(RAYS + 1):
        a = watcher.gaze - half + 2 * half * i / RAYS
        way = math.cos(a), math.sin(a)
        far = reach * session.space.ray(x, y - 4, x + way[0] * reach, y - 4 + way[1] * reach)
        rim.append((*way, far))
    xs = [x, *(x + cx * far for cx, _, far in rim)]
    ys = [y, *(y + cy * far for _, cy, far in rim)]
    area = Rect(math.floor(min(xs)) - 1, math.floor(min(ys)) - 1, 0, 0)
    area.size = math.ceil(max(xs)) - area.x + 2, math.ceil(max(ys)) - area.y + 2
    if not view.colliderect(area):
        return
    ox, oy = x - area.x, y - area.y

    def outline(most: float) -> list[tuple[float, float]]:
        return [(ox, oy), *((ox + cx * min(far, most), oy + cy * min(far, most)) for cx, cy, far in rim)]

    whole, inner = outline(reach), outline(reach * (DARK if watcher.dark else 0.45))
    felt = Surface(area.size, SRCALPHA, 32)
    glow = Surface(area.size, 0, 32)
    for most, alpha, share in ((whole, 40, 7), (inner, 66, 5)):
        pygame.draw.polygon(felt, (*tint, alpha), most)
        pygame.draw.polygon(glow, (tint[0] // share, tint[1] // share, tint[2] // share), most)
    if watcher.seen > 0.02:
        sure = outline(reach * watcher.seen)
        pygame.draw.polygon(felt, (*SURE, 110), sure)
        pygame.draw.polygon(glow, (SURE[0] // 3, SURE[1] // 4, SURE[2] // 4), sure)
    _stitch(felt, glow, [*whole, whole[0]], tint, t)
    at = (area.x - layers.x, area.y - layers.y)
    layers.albedo.blit(felt, at)
    layers.light.blit(glow, at, special_flags=BLEND_RGB_ADD)


def _stitch(
    felt: Surface, glow: Surface, points: list[tuple[float, float]], tint: tuple[int, int, int], t: float
) -> None:
    """A running stitch along a line: four px of thread, four of none; it creeps."""
    gone = (t * 0.12) % 8
    for (ax, ay), (bx, by) in pairwise(points):
        far = math.hypot(bx - ax, by - ay)
        if far < 0.5:
            continue
        s = -gone
        while s < far:
            k0, k1 = max(s, 0.0) / far, min(s + 4, far) / far
            if k1 > k0:
                p = (round(ax + (bx - ax) * k0), round(ay + (by - ay) * k0))
                q = (round(ax + (bx - ax) * k1), round(ay + (by - ay) * k1))
                pygame.draw.line(felt, (*tint, 235), p, q)
                pygame.draw.line(glow, (150, 150, 150), p, q)
            s += 8
        gone = (gone + far) % 8


def _circle(
    layers: Layers, x: float, y: float, r: float, tint: tuple[int, int, int], t: float, share: float = 1.0
) -> None:
    n = 20
    for i in range(0, n, 2):
        a = i / n * math.tau + t * 0.01
        p = (round(x + math.cos(a) * r) - layers.x, round(y + math.sin(a) * r * 0.8) - layers.y)
        q = (round(x + math.cos(a + 0.2) * r) - layers.x, round(y + math.sin(a + 0.2) * r * 0.8) - layers.y)
        k = 0.45 * share
        pygame.draw.line(layers.albedo, tint, p, q)
        pygame.draw.line(layers.light, (int(290 * k), int(290 * k), int(290 * k)), p, q)


def _way_out(layers: Layers, hidden: Hidden, t: float) -> None:
    """Three stitched arrow heads to where she will stand."""
    dx, dy = hidden.out_x - hidden.x, hidden.out_y - hidden.y
    far = math.hypot(dx, dy) or 1.0
    wx, wy = dx / far, dy / far
    for n in range(3):
        k = (t / 50 + n / 3) % 1.0
        x = hidden.out_x + wx * (k * 18 - 8) - layers.x
        y = hidden.out_y + wy * (k * 18 - 8) - layers.y
        light = math.sin(k * math.pi)
        tint = (int(150 * light), int(130 * light), int(80 * light))
        for side in (1, -1):
            tail = (round(x - wx * 5 - wy * 5 * side), round(y - wy * 5 + wx * 5 * side))
            pygame.draw.line(layers.glow, tint, (round(x), round(y)), tail, 2)
        layers.glows.append(Rect(round(x) - 8, round(y) - 8, 16, 16))


def _lit(layers: Layers, colour: tuple[int, int, int], box: tuple[int, int, int, int]) -> None:
    layers.albedo.fill(colour, box)
    layers.light.fill((150, 140, 140), box)


def _boots(layers: Layers, x: int, y: int) -> None:
    for dx in (-6, 2):
        _lit(layers, BOOT_DARK, (x + dx - 1, y - 3, 6, 4))
        _lit(layers, BOOT, (x + dx, y - 3, 4, 3))
        _lit(layers, (255, 232, 140), (x + dx, y - 3, 2, 1))


def _bulge(layers: Layers, x: int, y: int, breath: float) -> None:
    """Somebody's shape behind cloth: lighter where it presses, darker beside it."""
    w, h = 20 + round(breath * 1.5), 40
    layers.albedo.blit(_swell(w, h), (x - w // 2, y - h - 4))


@lru_cache(maxsize=8)
def _swell(w: int, h: int) -> Surface:
    out = Surface((w, h), SRCALPHA, 32)
    for row in range(h):
        v = row / h
        wide = (0.55 if v < 0.3 else 0.8) * math.sin(math.pi * min(v * 1.1 + 0.12, 1.0)) ** 0.5
        for col in range(w):
            u = (col + 0.5) / w * 2 - 1
            if abs(u) > wide:
                continue
            k = u / wide
            a = int(66 * (1 - k * k))
            out.set_at((col, row), (255, 226, 190, a) if k < 0.25 else (20, 6, 20, int(70 * (k - 0.25))))
    return out


def _eyes(layers: Layers, x: int, y: int, t: float) -> None:
    """Out of the dark: two eyes that look about, and blink."""
    slit = (x - 11, y - 3, 22, 7)
    layers.albedo.fill(EYE_DARK, slit)
    if t % BLINK_EVERY < BLINK_TICKS:
        return
    look = round(1.4 * math.sin(t / 37))
    for dx in (-6, 3):
        box = (x + dx, y - 2, 4, 4)
        layers.albedo.fill(EYE_WHITE, box)
        layers.light.fill((190, 180, 170), box)
        layers.albedo.fill(EYE_DARK, (x + dx + 1 + look, y - 1, 2, 2))
    layers.glow.fill((40, 36, 30), slit, special_flags=BLEND_RGB_ADD)
