"""How snow on somebody's shoulders looks: specks that keep to the person, a few that fall, and none that arrive."""

from __future__ import annotations

import math
from typing import Any

import pygame

from game.core.geometry import Facing
from game.sim.parts import Look, Place
from game.view.acts.look import ActLook
from game.view.sprites import Layers
from game.view.weather import scattered

WHITE, SHADE, RIM = (244, 247, 255), (196, 208, 232), (120, 134, 170)
SHOULDER_Y, HEAD_Y = 35, 57
"""px above the feet of a grown person."""
HALF = {Facing.LEFT: 6, Facing.RIGHT: 6}
FLAKES = 22
LIT = (150, 154, 168)


class SnowLook(ActLook):
    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        between = t - session.tick
        for n, (who, amount) in enumerate(act.on.items()):
            entity = session.find(who)
            place = session.world.find(entity, Place) if entity else None
            look = session.world.find(entity, Look) if entity else None
            if place is None or look is None or look.is_hidden:
                continue
            x = round(place.was_x + (place.x - place.was_x) * between) - layers.x
            y = round(place.was_y + (place.y - place.was_y) * between) - layers.y
            if amount > 0.02 and not look.sheet.endswith("_snow"):
                self._lies(layers, x, y, place.facing, amount, n)
            self._falls(layers, x, y, act.flurry.get(who, 0), n, t, amount)

    def _lies(self, layers: Layers, x: int, y: int, facing: Facing, amount: float, salt: int) -> None:
        half = HALF.get(facing, 10)
        for side in (-1, 1):
            if side == {Facing.LEFT: 1, Facing.RIGHT: -1}.get(facing, 0):
                continue
            wide = max(round((4 + 3 * (half > 6)) * min(amount * 1.5, 1.0)), 2)
            at = x + side * (half - 3) - wide // 2
            self._cap(layers, at, y - SHOULDER_Y, wide, amount > 0.45)
        for i in range(round(9 * amount)):
            hx = x + round((scattered(i, 60 + salt) - 0.5) * 15)
            hy = y - HEAD_Y + round(scattered(i, 70 + salt) * 6)
            self._dot(layers, hx, hy, WHITE if i % 3 else SHADE)

    def _cap(self, layers: Layers, x: int, y: int, wide: int, is_deep: bool) -> None:
        """A little drift: white, a blue edge below."""
        area = (x, y, wide, 2 + is_deep)
        layers.light.fill(LIT, area)
        layers.glow.fill((18, 20, 28), area, pygame.BLEND_RGB_MAX)
        layers.albedo.fill(RIM, (x, y + 1 + is_deep, wide, 1))
        layers.albedo.fill(WHITE, (x + (wide > 3), y, wide - 2 * (wide > 3), 1))
        layers.albedo.fill(SHADE, (x, y + 1, wide, is_deep))

    def _dot(self, layers: Layers, x: int, y: int, colour: tuple[int, int, int]) -> None:
        layers.light.fill(LIT, (x, y, 1, 1))
        layers.albedo.fill(colour, (x, y, 1, 1))

    def _falls(self, layers: Layers, x: int, y: int, flurry: int, salt: int, t: float, amount: float) -> None:
        """Brushed off: a cloud of it, gone by the knee. Else a flake now and then."""
        if flurry:
            for i in range(FLAKES):
                life = 26 + 34 * scattered(i, 80 + salt)
                if flurry > life:
                    continue
                k = flurry / life
                way = (scattered(i, 81) - 0.5) * 44
                fx = x + round(way * math.sqrt(k) + math.sin(flurry * 0.16 + i) * 2)
                fy = y - SHOULDER_Y - 4 + round(30 * k * k - 9 * scattered(i, 82) * (1 - k))
                self._dot(layers, fx, fy, WHITE if k < 0.6 else RIM)
        elif amount > 0.1:
            for i in range(3):
                age = (t + 37 * i + 11 * salt) % 110
                if age < 46:
                    fx = x + round(
                        (scattered(i + int(t / 110) * 3, 83 + salt) - 0.5) * 22 + math.sin(age * 0.1 + i) * 2
                    )
                    self._dot(layers, fx, y - SHOULDER_Y + round(age * 0.55), WHITE if age < 30 else RIM)
