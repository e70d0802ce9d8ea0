"""The storm at sea: a sewn sky, waves on rollers that keep the beat, a ship between them, gilded lightning, a bucket."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD

from game.core.geometry import Facing
from game.sim.acts.theatre.house import STAGE_LEFT
from game.sim.acts.theatre.show import BEAT_TICKS
from game.sim.acts.theatre.storm import AHEAD_BEATS, SPOTS_FROM, SPOTS_TO
from game.view.acts.theatre import scenery
from game.view.acts.theatre.look import HouseLook
from game.view.acts.theatre.scenery import Colour, Cutout
from game.view.assets import Assets
from game.view.sprites import Layers

FAR: Colour = (58, 62, 92)
LIT: Colour = (92, 94, 116)
NEAR: Colour = (104, 98, 112)
FLASH_TICKS = 16
BOLT_TICKS = 46
WATER: tuple[Colour, ...] = ((190, 230, 250), (120, 190, 230), (240, 250, 255))
CAT_LIT: Colour = (86, 80, 116)
BATTEN_Y = 120
"""Where, of all the ropes above the stage, somebody walks who is not in the show."""


class StormLook(HouseLook):
    """See above."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._sky = scenery.storm_sky()
        piece, ship = self.prop("waves_long"), self.prop("ship_flat")
        self._waves = Cutout(scenery.roller(piece.picture, scenery.WIDE + 160)) if piece else None
        self._ship = [Cutout(pygame.transform.rotate(ship.picture, a)) for a in (5, 2.5, 0, -2.5, -5)] if ship else []
        self._bolts = [Cutout(scenery.bolt(n)) for n in range(4)]
        self._wet = -1000

    def hear(self, session: Any, act: Any) -> None:
        super().hear(session, act)
        if act.splash_tick != self._wet:
            self._wet = act.splash_tick
            if act.ticks - act.splash_tick < 3:
                p = session.place
                self.specks.burst("dot", (p.x, p.y, 46), 34, WATER, 70, 60, 44, 2.6, 300)

    def backcloth(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self.cloth(layers, self._sky)
        flash = act.ticks - act.flash_tick
        if 0 <= flash < BOLT_TICKS:  # let down on strings, and pulled up again
            k = math.sin(math.pi * flash / BOLT_TICKS)
            for i, at in enumerate((250, 470, 700, 900)):
                y = 16 + 40 * k - (i % 2) * 8
                self.put(layers, self._bolts[i], at, y, (190, 180, 150))
        self._roll(layers, 118, 0.0, t, -1, FAR)
        if self._ship:
            tilt = math.sin(math.tau * t / (BEAT_TICKS * 4))
            ship = self._ship[min(max(round(tilt * 2.4) + 2, 0), 4)]
            x = 576 + 90 * math.sin(math.tau * t / (BEAT_TICKS * 32)) - ship.picture.get_width() / 2
            y = 168 - ship.picture.get_height() - 4 * abs(math.sin(math.tau * t / (BEAT_TICKS * 2)))
            self.put(layers, ship, x, y, LIT)
        self._roll(layers, 138, 0.5, t, 1, LIT)

    def _roll(self, layers: Layers, y: float, phase: float, t: float, way: int, light: Colour) -> None:
        """To and fro: a push on every beat, as by somebody at a crank."""
        if self._waves is None:
            return
        beat = t / BEAT_TICKS + phase
        swing = 60 * math.sin(math.tau * (beat % 8 / 8)) * way
        jerk = 3 * math.sin(math.tau * (beat % 1))
        bob = 2 * math.sin(math.tau * beat / 2)
        self.put(layers, self._waves, STAGE_LEFT - 80 + swing + jerk, y + bob, light)

    def behind(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._cat(layers, session, act, t)

    def before(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        clip = self._clip(layers)
        self._roll(layers, 343, 0.25, t, -1, NEAR)
        self._unclip(layers, clip)
        flash = act.ticks - act.flash_tick
        if 0 <= flash < FLASH_TICKS:
            k = 1 - flash / FLASH_TICKS
            adds = round(46 * k)
            layers.light.fill((adds, adds, adds + 8), special_flags=BLEND_RGB_ADD)

    def _cat(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """It looks at the light, and moves before the light does."""
        left = round(STAGE_LEFT) - layers.x
        layers.albedo.fill((70, 44, 34), (left, BATTEN_Y - layers.y, scenery.WIDE, 3))
        layers.albedo.fill((120, 82, 56), (left, BATTEN_Y - layers.y, scenery.WIDE, 1))
        actor = self.assets.actor("cat")
        x, anim, facing = 690.0, "sit", Facing.DOWN
        if SPOTS_FROM - 2 <= act.beat < SPOTS_TO:
            since = act.since(SPOTS_FROM)
            ahead = act.lamps_at(session, since + (AHEAD_BEATS + 1) * BEAT_TICKS)[0]
            after = act.lamps_at(session, since + (AHEAD_BEATS + 1) * BEAT_TICKS + 6)[0]
            x = ahead.x
            if abs(after.x - ahead.x) > 1:
                anim, facing = "walk", Facing.RIGHT if after.x > ahead.x else Facing.LEFT
        self.sits(layers, actor.pose(anim, facing, round(t)), x, BATTEN_Y + 1, CAT_LIT)
