"""Draws the way of stars: sky, what hangs far off, islands, seams from star to star, stars that breathe, lights."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, Rect, Surface

from game.sim.acts.starway import BEAT_TICKS, FLIGHT_TICKS, HOP_TICKS, Node
from game.view.acts.look import ActLook
from game.view.acts.starway import sky
from game.view.assets import Assets
from game.view.sprites import Layers
from game.view.weather import scattered

Colour = tuple[int, int, int]
DRIFT = 0.16
"""How much the sky goes along when the picture moves; stars nearer by a little more."""
STARS = 170
TONES = 32
"""Between night and dawn."""
HUES: dict[str, Colour] = {"silas": (112, 220, 255), "hester": (206, 150, 255), "ivy": (255, 200, 116)}
WARM, PALE, GOLD = (255, 222, 150), (198, 200, 255), (255, 206, 92)
RADIUS = 29
BEADS = 9
RING_FROM = 1.55
HUNG = {"boat": (856, 132), "bow": (1462, 120), "pair": (1968, 78)}
"""What hangs over three of the islands, px of the map."""
HOUSE_AT, MOON_AT = (250, 62), (430, 62)
SUN = (2200, 250)


class StarwayLook(ActLook):
    """Bakes its skies once for the picture's size, its islands once for the map."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._size = (0, 0)
        self._skies: tuple[Surface, Surface] | None = None
        self._mixed: Surface | None = None
        self._tone = -1
        self._isles: dict[str, Surface] = {}
        self._stars: dict[str, Surface] = {}
        self._discs: dict[tuple[int, Colour, int], Surface] = {}
        self._moon = sky.moon(26)
        self._house = sky.house()

    # ---- baked

    def _bake(self, layers: Layers, act: Any) -> None:
        size = layers.albedo.get_size()
        if size != self._size:
            self._size = size
            whole = (size[0] + 360, size[1] + 40)
            self._skies = (sky.sky(whole, sky.NIGHT, 5, False), sky.sky(whole, sky.DAWN, 9, True))
            self._tone = -1
        if not self._isles:
            for n, node in enumerate(act.nodes):
                if node.is_isle:
                    self._isles[node.name] = sky.island(int(node.box.w), int(node.box.h), 30 + 7 * n)
            self._stars = {
                "asleep": sky.star(RADIUS, (70, 62, 130), (150, 150, 214), 0.0),
                "awake": sky.star(RADIUS, (84, 80, 160), (214, 216, 255), 0.66),
                "lit": sky.star(RADIUS, (236, 190, 116), (255, 244, 206), 1.0),
                "gold": sky.star(RADIUS - 3, (250, 190, 60), (255, 248, 190), 0.9),
                "small": sky.star(9, (255, 226, 140), (255, 250, 220), 1.0),
                "tiny": sky.star(6, (214, 220, 255), (255, 255, 255), 1.0),
            }

    def _disc(self, radius: int, hue: Colour, level: float, squash: int = 100) -> Surface:
        """A soft disc of that hue at one of eight strengths."""
        k = max(round(level * 8), 0)
        key = (radius * 1000 + squash, hue, k)
        if key not in self._discs:
            if len(self._discs) > 90:
                self._discs.clear()
            colour = (hue[0] * k // 8, hue[1] * k // 8, hue[2] * k // 8)
            self._discs[key] = sky.soft(radius, colour, squash / 100)
        return self._discs[key]

    def _shine(
        self, layers: Layers, x: float, y: float, radius: int, hue: Colour, level: float, squash: int = 100
    ) -> None:
        if level <= 0.06:
            return
        s = self._disc(radius, hue, min(level, 1.2), squash)
        at = (round(x) - s.get_width() // 2 - layers.x, round(y) - s.get_height() // 2 - layers.y)
        layers.glow.blit(s, at, special_flags=BLEND_RGB_ADD)
        layers.glows.append(Rect(at, s.get_size()))

    # ---- a picture

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._bake(layers, act)
        self._draw_sky(layers, act, t)
        self._far(layers, act, t)
        self._hung(layers, act, t)
        for node in act.nodes:
            if node.is_isle:
                self._draw_isle(layers, node)
        self._seams(layers, act)
        pulse = self._pulse(session, act, t)
        for node in act.nodes:
            if not node.is_isle:
                self._draw_star(layers, session, act, node, pulse, t)
        if act.open_end:
            self._draw_morning(layers, act, t)

    def _pulse(self, session: Any, act: Any, t: float) -> float:
        """1 on the beat and falling: they breathe in, and let go slowly."""
        phase = (t - act.cued) % BEAT_TICKS / BEAT_TICKS
        return float(max(1 - phase * 1.6, (phase - 0.72) / 0.28, 0.0))

    def _draw_sky(self, layers: Layers, act: Any, t: float) -> None:
        assert self._skies is not None
        night, dawn = self._skies
        tone = round(act.dawn * TONES)
        if self._mixed is None or tone != self._tone:
            self._tone = tone
            self._mixed = night.copy()
            if tone:
                over = dawn.copy()
                over.set_alpha(round(255 * tone / TONES))
                self._mixed.blit(over, (0, 0))
        x = -min(round(layers.x * DRIFT), 350)
        y = -min(round(layers.y * DRIFT), 38)
        layers.albedo.blit(self._mixed, (x, y))
        layers.glow.fill((0, 0, 0))
        level = 112 + round(26 * act.dawn) - round(46 * act.gloom)
        layers.light.fill((level - 6 + round(14 * act.dawn), level - 4, level + 12 - round(16 * act.dawn)))
        self._twinkle(layers, act, t)

    def _twinkle(self, layers: Layers, act: Any, t: float) -> None:
        (w, h), fade = self._size, 1 - act.dawn * 0.92
        if fade < 0.1:
            return
        for i in range(STARS):
            depth = 0.16 + 0.22 * scattered(i, 90)
            x = int(scattered(i, 91) * (w + 460) - layers.x * depth) % (w + 8)
            y = int(scattered(i, 92) * (h + 20) * 0.96 - layers.y * depth)
            k = (
                fade
                * (0.35 + 0.65 * scattered(i, 93))
                * (0.72 + 0.28 * math.sin(t * 0.035 * (0.5 + scattered(i, 94)) + i))
            )
            colour = (round(190 * k), round(196 * k), round(236 * k))
            layers.glow.fill(colour, (x, y, 1, 1), BLEND_RGB_ADD)
            if i % 9 == 0:
                dim = (colour[0] // 3, colour[1] // 3, colour[2] // 3)
                layers.glow.fill(dim, (x - 1, y, 3, 1), BLEND_RGB_ADD)
                layers.glow.fill(dim, (x, y - 1, 1, 3), BLEND_RGB_ADD)

    def _far(self, layers: Layers, act: Any, t: float) -> None:
        """The moon, and the house a long way down."""
        mx = MOON_AT[0] - round(layers.x * 0.22)
        my = MOON_AT[1] - round(layers.y * 0.18)
        if -60 < mx < self._size[0] + 60:
            layers.albedo.blit(self._moon, (mx - 27, my - 27))
            s = self._disc(74, (96, 98, 150), 0.7 * (1 - act.dawn * 0.8))
            layers.glow.blit(s, (mx - 74, my - 74), special_flags=BLEND_RGB_ADD)
        hx = HOUSE_AT[0] - round(layers.x * 0.34)
        hy = self._size[1] - HOUSE_AT[1] + round((70 - layers.y) * 0.5)
        layers.albedo.blit(self._house, (hx, hy))

    # ---- what hangs over the islands

    def _hung(self, layers: Layers, act: Any, t: float) -> None:
        up = {light.name.removesuffix("_up") for light in act.flown if light.name.endswith("_up")}
        x, y = HUNG["boat"]
        x += round(math.sin(t * 0.011) * 7)
        y += round(math.sin(t * 0.027) * 2)
        self._mote(layers, x, y, "silas", "silas" in up, t)
        sail = ((x + 1, y - 15), (x + 1, y - 3), (x + 10, y - 4))
        pygame.draw.polygon(layers.albedo, (214, 228, 246), [(px - layers.x, py - layers.y) for px, py in sail])
        pygame.draw.line(
            layers.albedo, (150, 168, 214), (x - layers.x, y - 16 - layers.y), (x - layers.x, y - 3 - layers.y)
        )
        x, y = HUNG["bow"]
        low = max(math.sin(t * 0.022), 0.0) ** 3
        self._mote(layers, x + 5 * low, y + 9 * low, "hester", "hester" in up, t)
        x, y = HUNG["pair"]
        lead = math.sin(t * 0.017)
        self._mote(layers, x - 9 + 4 * lead, y + 3 * lead, "ivy", "ivy" in up, t)
        self._mote(layers, x + 9 - 4 * lead, y - 3 * lead, "ivy", "ivy" in up, t + 30, small=True)

    def _mote(self, layers: Layers, x: float, y: float, who: str, is_up: bool, t: float, small: bool = False) -> None:
        s = self._stars["tiny" if small or not is_up else "small"]
        k = 0.5 + 0.14 * math.sin(t * 0.06 + x) + 0.4 * is_up
        self._shine(layers, x, y, 34 if is_up else 22, HUES[who], k)
        layers.albedo.blit(s, (round(x) - s.get_width() // 2 - layers.x, round(y) - s.get_height() // 2 - layers.y))

    # ---- the way

    def _draw_isle(self, layers: Layers, node: Node) -> None:
        s = self._isles[node.name]
        at = (int(node.box.x) - sky.MARGIN - layers.x, int(node.box.y) - sky.MARGIN - layers.y)
        if Rect(at, s.get_size()).colliderect((0, 0), self._size):
            layers.albedo.blit(s, at)
            hides = Rect(at[0] + 14, at[1] + 8, s.get_width() - 28, s.get_height() - sky.DRIP - 16)
            layers.glow.fill((0, 0, 0), hides)

    def _seams(self, layers: Layers, act: Any) -> None:
        """Thread from star to star, where she has gone."""
        for pair in dict.fromkeys(act.trail):
            a, b = (act.node(name) for name in pair.split(">"))
            if a is None or b is None:
                continue
            p, q = a.landing(b.box.middle), b.landing(a.box.middle)
            d = q - p
            far = d.length or 1.0
            for n in range(int(far // 7)):
                if n % 2 == 0 or n * 7 < 16 or n * 7 > far - 16:
                    continue
                x = round(p.x + d.x * n * 7 / far) - layers.x
                y = round(p.y + d.y * n * 7 / far) - layers.y
                x2 = round(p.x + d.x * (n * 7 + 5) / far) - layers.x
                y2 = round(p.y + d.y * (n * 7 + 5) / far) - layers.y
                pygame.draw.line(layers.albedo, (236, 214, 160), (x, y), (x2, y2))
                pygame.draw.line(layers.glow, (92, 76, 40), (x, y), (x2, y2))

    def _draw_star(self, layers: Layers, session: Any, act: Any, node: Node, pulse: float, t: float) -> None:
        x, y = node.box.middle.x, node.box.middle.y
        if not Rect(layers.x - 70, layers.y - 60, self._size[0] + 140, self._size[1] + 120).collidepoint(x, y):
            return
        is_awake = node.leg <= act.legs and (not node.is_gold or act.awake)
        if node.is_gold and not is_awake and not node.lit:
            if node.leg <= act.legs:  # one can see that there is something
                self._shine(layers, x, y, 10, PALE, 0.2 + 0.16 * pulse)
            return
        here = act.at == node.name and not act.hop
        kind = "lit" if node.lit and not node.is_gold else "gold" if node.is_gold else "awake" if is_awake else "asleep"
        sink = 2 if here else 0
        s = self._stars[kind]
        bob = 0 if node.lit or here else round(math.sin(t * 0.03 + x) * 1.5)
        at = (round(x) - s.get_width() // 2 - layers.x, round(y) - s.get_height() // 2 + sink + bob - layers.y)
        if is_awake or node.lit:
            hue = GOLD if node.is_gold else WARM if node.lit else PALE
            level = (0.16 + 0.20 * pulse) * (1.5 if here else 1.0) + 0.10 * bool(node.lit)
            self._shine(layers, x, y + sink, 46, hue, level, 64)
        layers.albedo.blit(s, at)
        if is_awake and self._is_next(act, node):
            self._ring(layers, session, act, x, y + bob, node, t)

    def _is_next(self, act: Any, node: Node) -> bool:
        here = act.node(act.at)
        if here is None or node.name == act.at or act.hop:
            return False
        start = here.box.middle if not here.is_isle else here.landing(node.box.middle)
        return bool((node.box.middle - start).length < 128)

    def _ring(self, layers: Layers, session: Any, act: Any, x: float, y: float, node: Node, t: float) -> None:
        """Draws in, and is as small as the star on the beat."""
        phase = (t - act.cued) % BEAT_TICKS / BEAT_TICKS
        k = max((phase - 0.35) / 0.65, 0.0)
        if k <= 0 or node.lit:
            return
        grow = 1 + (RING_FROM - 1) * (1 - k)
        rx, ry = RADIUS * grow, RADIUS * sky.SQUASH * grow
        level = round(130 * k)
        colour = (level, round(level * 0.94), round(level * 0.72))
        for i in range(28):
            if i % 2:
                continue
            a, b = math.tau * i / 28, math.tau * (i + 1) / 28
            p = (round(x + math.cos(a) * rx) - layers.x, round(y + math.sin(a) * ry) - layers.y)
            q = (round(x + math.cos(b) * rx) - layers.x, round(y + math.sin(b) * ry) - layers.y)
            pygame.draw.line(layers.glow, colour, p, q)

    def _draw_morning(self, layers: Layers, act: Any, t: float) -> None:
        k = 0.45 + 0.55 * act.dawn
        breath = 1 + 0.05 * math.sin(t * 0.04)
        self._shine(layers, SUN[0], SUN[1], 220, (255, 206, 132), 0.62 * k * breath)
        self._shine(layers, SUN[0], SUN[1], 96, (255, 236, 190), 0.9 * k * breath)

    # ---- over everybody

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        for light in act.flown:
            self._draw_flown(layers, light, t - session.tick)
        self._sparks(layers, session, act, t)
        if act.gloom > 0.02:
            level = 255 - round(96 * act.gloom)
            layers.light.fill((level, level, min(level + 22, 255)), special_flags=BLEND_RGB_MULT)
        if act.left:
            k = min(act.left / 26, 1.0)
            layers.glow.fill((round(250 * k), round(236 * k), round(206 * k)), special_flags=BLEND_RGB_ADD)

    def _draw_flown(self, layers: Layers, light: Any, between: float) -> None:
        who = light.name.removesuffix("_up")
        is_up = light.name.endswith("_up")
        goal = {"silas": HUNG["boat"], "hester": HUNG["bow"], "ivy": HUNG["pair"]}[who] if is_up else (1960, 200)
        if is_up:
            goal = (light.x - 60 + 60 * list(HUES).index(who), layers.y - 40)
        for n in range(BEADS):
            ticks = light.ticks + between - n * 2.2
            if not 0 < ticks < FLIGHT_TICKS:
                continue
            k = ticks / FLIGHT_TICKS
            e = k * k * (3 - 2 * k)
            x = light.x + (goal[0] - light.x) * e + (math.sin(k * 9) * 14 if is_up else 0)
            y = light.y + (goal[1] - light.y) * e - (0 if is_up else math.sin(math.pi * k) * 96)
            level = (1 - n / BEADS) * min(1.0, (1 - k) * 6)
            self._shine(layers, x, y, 26 if n == 0 else 10, HUES[who], 0.8 * level)
            if n == 0:
                layers.glow.fill(
                    (255, 255, 255), (round(x) - 1 - layers.x, round(y) - 1 - layers.y, 3, 3), BLEND_RGB_ADD
                )

    def _sparks(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """In step: a few, more with every one in a row."""
        age = t - act.last_hop - HOP_TICKS
        node = act.node(act.at)
        if not act.streak or node is None or not 0 <= age < 34 or not act.last_hop:
            return
        x0, y0 = session.place.x, session.place.y
        for i in range(4 + 3 * min(act.streak, 5)):
            a = math.tau * scattered(i + act.steps * 13, 95)
            far = (8 + 30 * scattered(i, 96)) * (1 - (1 - age / 34) ** 2)
            x = x0 + math.cos(a) * far
            y = y0 + math.sin(a) * far * sky.SQUASH - 10 * math.sin(math.pi * age / 34)
            k = 1 - age / 34
            hue = GOLD if act.streak >= 3 else WARM
            layers.glow.fill(
                (round(hue[0] * k), round(hue[1] * k), round(hue[2] * k)),
                (round(x) - layers.x, round(y) - layers.y, 2 if i % 3 == 0 else 1, 1),
                BLEND_RGB_ADD,
            )
