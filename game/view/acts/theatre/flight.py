"""The flight: a moon, quilted clouds on rods, the rope from far above, roses from the house."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import Surface

from game.sim.acts.theatre.flight import (
    GRAB_FROM,
    GRAB_TO,
    HANDS_PX,
    LENGTH,
    RELEASE_FROM,
    ROSE_TICKS,
    ROSES_FROM,
    TURNS,
)
from game.sim.acts.theatre.show import BEAT_TICKS, DUO
from game.sim.parts import Look, Place
from game.view.acts.look import ToScreen
from game.view.acts.theatre import scenery
from game.view.acts.theatre.look import HouseLook, hands_of
from game.view.acts.theatre.scenery import Colour, Cutout
from game.view.assets import Assets
from game.view.felt import BAD, GOOD, Cloth, ease, edges
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.sprites import Layers

LIT: Colour = (116, 112, 132)
ROPE: tuple[Colour, Colour] = ((214, 166, 96), (132, 84, 48))
FELT_TICKS = 54
"""How long a word about the last press stands."""
LIES_TICKS = 400


class FlightLook(HouseLook):
    """See above."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._sky = scenery.night_sky()
        self._rose = Cutout(scenery.rose(False)), Cutout(scenery.rose(True))

    def backcloth(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self.cloth(layers, self._sky)
        moon = self.prop("stage_moon")
        if moon is not None:
            x = 716 + 3 * math.sin(t * 0.02)
            self.put(layers, moon, x, 56, (190, 176, 140))
            # Somebody has found the best seat in the house.
            self.sits(layers, self.assets.actor("cat").pose("sit", "down", round(t)), x + 19, 111, (96, 90, 124))
        for i, (x, y) in enumerate(((210, 44), (400, 30), (600, 52), (880, 38))):
            self._cloud(layers, i % 2, x + 34 * math.sin(math.tau * t / (BEAT_TICKS * 16) + i * 1.4), y)

    def _cloud(self, layers: Layers, size: int, x: float, y: float) -> None:
        cloud = self.prop("cloud_wire_small" if size else "cloud_wire")
        if cloud is not None:
            self.put(layers, cloud, x, y, LIT)

    def behind(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        if act.state in ("loose", "on"):
            self.shadow(layers, act.x, act.y, 12, 5, 110)
        for i, (_, _, x, y) in enumerate(act.roses):
            since = act.since(ROSES_FROM + i)
            if since < 0:
                k = 1 + since / ROSE_TICKS
                self.shadow(layers, x, y, 4 + round(5 * k), 2 + round(2 * k), 60 + round(80 * k))
            elif since < LIES_TICKS and act.bulbs[-len(act.roses) :] and not self._is_caught(act, i):
                self.put(layers, self._rose[1], x - 8, y - 6, (150, 120, 124))

    @staticmethod
    def _is_caught(act: Any, i: int) -> bool:
        return bool(act.bulbs[len(act.bulbs) - 5 + i] == "good")

    def before(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._ropes(layers, session, act)
        clip = self._clip(layers)
        for i, x in enumerate((176, 838)):
            self._cloud(layers, 0, x + 40 * math.sin(math.tau * t / (BEAT_TICKS * 12) + i * 2.5), 34)
        self._unclip(layers, clip)
        for i, (x0, y0, x1, y1) in enumerate(act.roses):
            since = act.since(ROSES_FROM + i)
            if since < 0:
                k = 1 + since / ROSE_TICKS
                x, y = x0 + (x1 - x0) * k, y0 + (y1 - y0) * k
                lift = 18 + 84 * math.sin(math.pi * k) * (1 - k * 0.2) - 18 * k
                self.put(layers, self._rose[0], x - 8, y - lift - 6, (176, 150, 150))

    def _ropes(self, layers: Layers, session: Any, act: Any) -> None:
        """Hers, to a point far above the stage; and each of the ladies', straight up."""
        top = (act.pivot.x, act.pivot.y - LENGTH - HANDS_PX - 26)
        if act.state == "on":
            x, y = hands_of(self.assets, session, session.hero)
            place = session.place
            x += (place.was_x - place.x) * 0.0
            self._rope(layers, top, (x, y), tail=14)
        elif act.state == "loose" or act.state == "air":
            self._rope(layers, top, (act.x, act.y - act.lift - 16), tail=18, knot=True)
        for who in DUO:
            entity = session.find(who)
            if entity and session.world.get(entity, Look).anim == "swing":
                at = session.world.get(entity, Place)
                x, y = hands_of(self.assets, session, entity)
                self._rope(layers, (at.x, at.y - LENGTH), (x, y), tail=0)

    @staticmethod
    def _rope(
        layers: Layers, top: tuple[float, float], end: tuple[float, float], tail: int, knot: bool = False
    ) -> None:
        ox, oy = layers.x, layers.y
        x0, y0, x1, y1 = top[0] - ox, top[1] - oy, end[0] - ox, end[1] - oy
        long = math.hypot(x1 - x0, y1 - y0) or 1.0
        ux, uy = (x1 - x0) / long, (y1 - y0) / long
        n = int((long + tail) / 4)
        for i in range(n):
            a, b = i * 4, i * 4 + 4
            pygame.draw.line(layers.albedo, ROPE[i % 2], (x0 + ux * a, y0 + uy * a), (x0 + ux * b, y0 + uy * b), 2)
        pygame.draw.line(layers.light, (132, 122, 116), (x0, y0), (x1 + ux * tail, y1 + uy * tail), 3)
        if knot:
            at = (round(x1 + ux * tail), round(y1 + uy * tail))
            pygame.draw.circle(layers.albedo, ROPE[1], at, 4)
            pygame.draw.circle(layers.albedo, ROPE[0], (at[0] - 1, at[1] - 1), 3)
            layers.light.fill((140, 130, 120), (at[0] - 4, at[1] - 4, 9, 9))

    # ---- what to press, and how it was

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
        if session.talk is not None:
            return
        place = session.place
        if act.state == "loose" and session.prompt is not None:
            due = next((b for b in range(GRAB_FROM, GRAB_TO + 1, 2) if act.since(b) <= 16), GRAB_TO)
            self._closes(to, marks, taste, to_screen(place.x, place.y - 84), -act.since(due), BEAT_TICKS * 2)
        elif act.state == "on" and act.beat >= GRAB_TO + 0.2:
            self._ring(to, act, marks, taste, to_screen(place.x, place.y - place.lift - 66))
        if act.ticks - act.press_tick < FELT_TICKS and act.last_press in ("early", "late"):
            cut = font.cut(taste.text_size)
            words = session.content.words.get(f"show.{act.last_press}")
            x, y = to_screen(place.x, place.y - place.lift - 92)
            sign = "← " if act.last_press == "early" else "→ "
            room = edges(to, taste.is_safe)
            y = max(y, room.y + 30)
            cut.write(to, round(x), round(y - (act.ticks - act.press_tick) * 0.1), sign + words, BAD, align=0.5)

    def _ring(self, to: Surface, act: Any, marks: Glyphs, taste: Taste, at: tuple[float, float]) -> None:
        """For the next turn, or for letting go."""
        if act.beat < RELEASE_FROM + 0.5:
            due = next((b for b in TURNS if act.since(b) <= 16), TURNS[-1])
            self._closes(to, marks, taste, at, -act.since(due), BEAT_TICKS * 2)
        else:
            self._closes(to, marks, taste, at, -(act.since(RELEASE_FROM + 1) - 20), BEAT_TICKS)

    @staticmethod
    def _closes(to: Surface, marks: Glyphs, taste: Taste, at: tuple[float, float], to_go: float, whole: float) -> None:
        """A ring that closes on the button just as it is to be pressed; ``to_go`` ticks of ``whole`` are left."""
        cap = marks.drawn("interact")
        x, y = round(at[0]), max(round(at[1]), 44)
        if to_go > 0:
            r = 13 + round(34 * min(to_go / whole, 1.0))
            pygame.draw.circle(to, (40, 14, 40), (x, y), r + 1, 3)
            pygame.draw.circle(to, (255, 230, 150) if to_go < 14 else (220, 180, 200), (x, y), r, 1 + (to_go < 14))
        if abs(to_go) <= 14:
            pygame.draw.circle(to, GOOD, (x, y), 15, 2)
        hop = 0 if taste.calm else round(2 * ease(1 - min(abs(to_go) / whole, 1.0)))
        to.blit(cap, (x - cap.get_width() // 2, y - cap.get_height() // 2 - hop))
