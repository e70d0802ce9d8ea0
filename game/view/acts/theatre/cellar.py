"""The cellar: flat arches, paper bats, lids that glow, gape and come up with things, and what is mimed in a cloud of cloth."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, Rect, Surface

from game.sim.acts.theatre.cellar import LIDS, OPEN_TICKS
from game.sim.acts.theatre.show import BEAT_TICKS
from game.sim.parts import Place
from game.view.acts.look import ToScreen
from game.view.acts.theatre import scenery
from game.view.acts.theatre.look import HouseLook
from game.view.acts.theatre.scenery import INK, Colour, Cutout, clear, mix
from game.view.assets import Assets
from game.view.felt import CREAM, Cloth, bob, ease
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.sprites import Layers

LIT: Colour = (132, 124, 132)
RISE_PX = 10
THROWN_TICKS = 50
SHAPE_ONLY = 2
"""From this ask on only the shape of the thing is mimed."""
CLOUD = (62, 52)


class CellarLook(HouseLook):
    """See above."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._wall = scenery.cellar_wall()
        self._bats = [Cutout(s) for s in scenery.bat()]
        self._hole = _hole()
        self._leaf = _leaf()
        self._cloud = _cloud()
        self._shapes: dict[str, Surface] = {}
        self._glows: dict[int, Surface] = {}

    def backcloth(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self.cloth(layers, self._wall)
        for i, x in enumerate((270, 520, 760, 900)):
            bat = self._bats[(0, 1, 2, 1)[round(t / 7 + i) % 4]]
            dx = 46 * math.sin(t * 0.011 + i * 1.7)
            y = 74 + 9 * math.sin(t * 0.05 + i)
            at = (round(x + dx + 17) - layers.x, 0)
            pygame.draw.line(layers.albedo, (120, 110, 130), at, (at[0], round(y) + 4 - layers.y))
            self.put(layers, bat, x + dx, y, (104, 98, 122))
        for x in (200, 430, 690, 950):
            thing = self.prop("candelabra_lit")
            if thing is not None:
                h = thing.picture.get_height()
                self.put(layers, thing, x - thing.picture.get_width() / 2, 158 - h, (150, 140, 120))
                flick = 0.5 + 0.12 * math.sin(t * 0.3 + x)
                s = self._glow(flick)
                at = (x - 30 - layers.x, 158 - h - 22 - layers.y)
                layers.glow.blit(s, at, special_flags=BLEND_RGB_ADD)
                layers.light.blit(s, at, special_flags=BLEND_RGB_ADD)

    def _glow(self, level: float) -> Surface:
        """Of a candle, in steps."""
        step = round(level * 10)
        if step not in self._glows:
            s = Surface((60, 60), 0, 32)
            for r in range(30, 0, -3):
                k = (1 - r / 30) ** 1.5 * step / 20
                pygame.draw.circle(s, (round(255 * k), round(190 * k), round(100 * k)), (30, 30), r)
            self._glows[step] = s
        return self._glows[step]

    def behind(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        for lid, name in enumerate(LIDS):
            box = session.room.spots[name].box
            x, y = round(box.x) - layers.x, round(box.y) - layers.y
            if act.open[lid]:
                self._gape(layers, x, y, act.open[lid])
            elif act.glow[lid] > 0:
                self._warn(layers, Rect(x, y, round(box.w), round(box.h)), act.glow[lid], t)
            elif act.lifts[lid] and act.rise > 0:
                self._lift(layers, x, y, act.lifts[lid], act, t)

    def _gape(self, layers: Layers, x: int, y: int, left: int) -> None:
        layers.albedo.blit(self._hole, (x, y))
        layers.light.fill((70, 60, 80), (x, y, 64, 64))
        k = ease(min((OPEN_TICKS - left) / 6, left / 8, 1.0))
        wide = max(round(32 * (1 - k * 0.82)), 5)
        s = pygame.transform.scale(self._leaf, (wide, 64))
        for at in (x - 1, x + 65 - wide):
            layers.albedo.blit(s, (at, y))
            layers.light.fill((110, 100, 104), (at, y, wide, 64))

    def _warn(self, layers: Layers, box: Rect, glow: float, t: float) -> None:
        """Light through the cracks, and a seam of red round the lid that runs: sight, and not by colour alone."""
        pulse = 0.65 + 0.35 * math.sin(t * (0.25 + 0.35 * glow))
        c = mix((90, 30, 20), (255, 150, 70), glow * pulse)
        for w, k in ((9, 0.25), (5, 0.5), (2, 1.0)):
            part = Surface(box.inflate(2 * w, 2 * w).size, 0, 32)
            one = (round(c[0] * k * 0.5), round(c[1] * k * 0.5), round(c[2] * k * 0.5))
            pygame.draw.rect(part, one, part.get_rect(), w)
            layers.glow.blit(part, box.inflate(2 * w, 2 * w), special_flags=BLEND_RGB_ADD)
        mid = box.centerx
        pygame.draw.line(layers.albedo, c, (mid, box.top + 2), (mid, box.bottom - 3), 2)
        layers.light.fill((round(150 * glow), round(80 * glow), 40), box, special_flags=BLEND_RGB_ADD)
        shift = round(t * 0.6)
        for i in range(0, 64, 8):
            k = (i + shift) % 64
            for at in ((box.x + k, box.y), (box.right - 4 - k, box.bottom - 2)):
                layers.albedo.fill((255, 214, 150), (*at, 4, 2))

    def _lift(self, layers: Layers, x: int, y: int, name: str, act: Any, t: float) -> None:
        up = round(RISE_PX * ease(min((act.ticks - act.ask_tick) / 24, 1.0)))
        layers.albedo.fill((30, 14, 26), (x, y, 64, 64))
        layers.light.fill((80, 72, 84), (x, y, 64, 64))
        layers.albedo.blit(self._leaf, (x, y - up))
        layers.albedo.blit(pygame.transform.flip(self._leaf, True, False), (x + 32, y - up))
        layers.albedo.fill((54, 26, 26), (x, y + 64 - up, 64, up))
        layers.light.fill((140, 132, 128), (x, y - up, 64, 64 + up))
        thing = self.prop(name)
        if thing is not None:
            w, h = thing.picture.get_size()
            hop = 2 * abs(math.sin(math.tau * t / (2 * BEAT_TICKS)))
            self.put(layers, thing, x + layers.x + 32 - w / 2, y + layers.y + 46 - up - h - hop, LIT)

    def before(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        place = session.place
        if act.held:
            thing = self.prop(act.held)
            if thing is not None:
                w, h = thing.picture.get_size()
                x = place.was_x + (place.x - place.was_x) * 0.5 + place.facing.way.x * 7
                y = place.y - 8 - (4 if place.facing.way.y < 0 else 0)
                if place.facing.way.y >= 0:
                    self.put(layers, thing, x - w / 2, y - h, LIT)
        since = act.ticks - act.thrown_tick
        if act.thrown and 0 <= since < THROWN_TICKS:  # over the shoulder, into the wings
            thing = self.prop(act.thrown)
            if thing is not None:
                k = since / THROWN_TICKS
                way = -1 if act.thrown_x < 576 else 1
                s = pygame.transform.rotate(thing.picture, way * -360 * k)
                x = act.thrown_x + way * 190 * k - layers.x
                y = act.thrown_y - 40 - 90 * math.sin(math.pi * k) + 20 * k - layers.y
                layers.albedo.blit(s, (x - s.get_width() / 2, y - s.get_height() / 2))

    def hud(
        self,
        to: Surface,
        session: Any,
        act: Any,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        super().hud(to, session, act, marks, taste, to_screen, cloth, font, dt_s)
        entity = session.find(act.asker) if act.asker else 0
        if not entity or session.talk is not None:
            return
        at = session.world.get(entity, Place)
        x, y = to_screen(at.x, at.y - 62)
        k = ease(min((act.ticks - act.ask_tick) / 14, 1.0))
        hop = 0 if taste.calm else bob(act.ticks / 60, 1.5, 2.0)
        side = 1 if at.x < 576 else -1
        box = Rect(0, 0, *CLOUD)
        box.center = (round(x) + side * 36, round(y) - 16 + hop)
        box.clamp_ip(to.get_rect().inflate(-8, -40))
        s = self._cloud
        if k < 1:
            s = pygame.transform.scale_by(s, max(k, 0.1))
        to.blit(s, s.get_rect(center=box.center))
        for n, r in ((1, 4), (2, 2)):
            pygame.draw.circle(to, INK, (round(x + side * (16 - n * 5)), round(y) + 6 + n * 5), r + 1)
            pygame.draw.circle(to, CREAM, (round(x + side * (16 - n * 5)), round(y) + 6 + n * 5), r)
        thing = self.prop(act.wanted)
        if thing is None or k < 0.8:
            return
        picture = thing.picture
        if act.ask >= SHAPE_ONLY and session.rules.difficulty != "storybook":
            picture = self._shape(act.wanted, picture)
        if picture.get_height() > CLOUD[1] - 10:
            picture = pygame.transform.scale_by(picture, (CLOUD[1] - 10) / picture.get_height())
        to.blit(picture, picture.get_rect(center=(box.centerx, box.centery - 1)))

    def _shape(self, name: str, picture: Surface) -> Surface:
        """Only its outline, hatched: what a mime can do with two hands."""
        if name not in self._shapes:
            mask = pygame.mask.from_surface(picture, 127)
            s = mask.to_surface(setcolor=(96, 64, 120, 255), unsetcolor=(0, 0, 0, 0))
            for x in range(-s.get_height(), s.get_width(), 5):
                pygame.draw.line(s, (126, 92, 150), (x, s.get_height()), (x + s.get_height(), 0))
            cut = mask.to_surface(setsurface=s, unsetcolor=(0, 0, 0, 0))
            self._shapes[name] = cut
        return self._shapes[name]


def _hole() -> Surface:
    """What gapes: dark, with three rungs and somebody's washing line far down."""
    s = Surface((64, 64), 0, 32)
    s.fill((8, 3, 12))
    for k in range(6):
        pygame.draw.rect(s, (26 - k * 3, 12, 24 - k * 2), (k * 2, k * 3, 64 - k * 4, 64 - k * 4), 2)
    for y in (12, 22, 34):
        pygame.draw.line(s, (60, 36, 34), (22 + y // 8, y), (42 - y // 8, y), 2)
    return s


def _leaf() -> Surface:
    """One leaf of a lid."""
    s = Surface((32, 64), 0, 32)
    s.fill((96, 50, 40))
    for y in range(0, 64, 11):
        pygame.draw.rect(s, (118, 64, 48) if y // 11 % 2 else (104, 55, 43), (0, y, 32, 10))
        pygame.draw.line(s, (62, 28, 30), (0, y + 10), (32, y + 10))
    pygame.draw.rect(s, (44, 30, 70), (0, 0, 32, 64), 2)
    pygame.draw.rect(s, (196, 150, 70), (24, 29, 4, 6))
    return s


def _cloud() -> Surface:
    """The bubble of a mime: cream cloth with a running stitch."""
    w, h = CLOUD
    s = clear(w, h)
    pygame.draw.ellipse(s, INK, (0, 0, w, h))
    pygame.draw.ellipse(s, CREAM, (1, 1, w - 2, h - 2))
    for i in range(26):
        a0, a1 = i * math.tau / 26, (i + 0.5) * math.tau / 26
        one = (w / 2 + math.cos(a0) * (w / 2 - 4), h / 2 + math.sin(a0) * (h / 2 - 4))
        two = (w / 2 + math.cos(a1) * (w / 2 - 4), h / 2 + math.sin(a1) * (h / 2 - 4))
        pygame.draw.line(s, (196, 132, 150), one, two)
    return s
