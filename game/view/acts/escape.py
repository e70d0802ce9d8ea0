"""The dark house: hardly a light, and a red that comes up from the edges as somebody nears; the passage that dies behind her."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, BLEND_RGB_SUB, BLEND_RGBA_MAX, BLEND_RGBA_MULT, Rect

from game.sim.acts.held import HEAVE_TICKS
from game.sim.parts import Place, Watcher
from game.view.acts.look import ActLook
from game.view.assets import Assets
from game.view.sprites import Layers

NIGHT = (136, 130, 174)
"""What all light is multiplied by (255 = as it is)."""
HER_GLOW, HER_PX = (38, 36, 44), 62
THEIRS, THEIRS_PX = (66, 30, 40), 54
"""Whoever looks for her can be made out, wherever it goes."""
FRIEND = "other_wybie"
DIES_PX, STEP_PX = 150.0, 8
DOOR_RIGHT, DOOR_LOW = 14, 22
"""px from where he stands to the door's left edge, from the mouth's middle to its lower one."""


def _shines(layers: Layers, x: float, y: float, colour: tuple[int, int, int], radius: int) -> None:
    """A little light of their own, so that nobody is lost in it."""
    for r in (radius, radius * 2 // 3, radius // 3):
        glow = pygame.Surface((2 * r, 2 * r))
        pygame.draw.circle(glow, tuple(c // 3 for c in colour), (r, r), r)
        at = (round(x) - r - layers.x, round(y) - r - layers.y)
        layers.light.blit(glow, at, special_flags=BLEND_RGB_ADD)


class EscapeLook(ActLook):
    """Lights low."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._danger = 0.0

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._danger += (act.danger - self._danger) * 0.05
        beat = 0.5 + 0.5 * math.sin(t * (0.10 + 0.12 * self._danger))
        k = self._danger * (0.75 + 0.25 * beat)
        tint = (NIGHT[0] + round(20 * k), NIGHT[1] - round(34 * k), NIGHT[2] - round(50 * k))
        layers.light.fill(tint, special_flags=BLEND_RGB_MULT)
        place = session.place
        _shines(layers, place.x, place.y - 14, HER_GLOW, HER_PX)
        friend = session.find(FRIEND)
        if friend:
            at = session.world.get(friend, Place)
            _shines(layers, at.x, at.y - 16, HER_GLOW, THEIRS_PX)
        for _, at, _ in session.world.each(Place, Watcher):
            _shines(layers, at.x, at.y - 26, THEIRS, THEIRS_PX)


class HeldLook(ActLook):
    """Ribs go out behind her; at the far mouth stands the door, and each time it gives, light breaks in."""

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        props = self.assets.props("other")
        state = "heaved" if act.heave > HEAVE_TICKS * 0.55 else "ajar" if act.heave > 4 else "shut"
        if not props.has(f"small_door_held_{state}"):
            return
        picture = props.get(f"small_door_held_{state}").picture
        shakes = round(math.sin(t * 1.9) * 2 * act.heave / HEAVE_TICKS)
        at = (
            round(act.door_x) + DOOR_RIGHT - layers.x + shakes,
            round(session.room.spots["mouth_other"].foot.y) + DOOR_LOW - picture.get_height() - layers.y,
        )
        dark = picture.copy()
        dark.fill((0, 0, 0, 255), special_flags=BLEND_RGBA_MULT)
        layers.glow.blit(dark, at)
        layers.albedo.blit(picture, at)
        lit = picture.copy()
        lit.fill((255, 255, 255, 0), special_flags=BLEND_RGBA_MAX)
        lit.fill((120, 104, 120, 255), special_flags=BLEND_RGBA_MULT)
        layers.light.blit(lit, at)
        if state != "shut":  # through the crack
            box = Rect(at[0] + 3, at[1] + 8, 6 if state == "ajar" else 12, picture.get_height() - 8)
            layers.glow.fill((120, 86, 34), box, BLEND_RGB_ADD)

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        w, h = layers.light.get_size()
        for x in range(0, w, STEP_PX):
            k = min(max((layers.x + x - act.dark_x) / DIES_PX, 0.0), 1.0)
            if k > 0:
                dark = round(215 * k)
                layers.light.fill((dark, dark, round(dark * 0.9)), (x, 0, STEP_PX, h), special_flags=BLEND_RGB_SUB)
                gone = round(255 * (1 - k))
                layers.glow.fill((gone, gone, gone), (x, 0, STEP_PX, h), special_flags=BLEND_RGB_MULT)
        k = act.heave / HEAVE_TICKS
        if k > 0:
            x = round(act.door_x) + 14 - layers.x
            for n in range(6):
                wide = round((90 + 150 * k) * (1 - n / 6))
                box = Rect(x - wide, 0, wide, h)
                layers.light.fill((round(13 * k), round(7 * k), round(5 * k)), box, BLEND_RGB_ADD)


class GreyLook(ActLook):
    """The soft bits of the grey passage: darned, and the darns darned; they sag under her."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._patches: dict[tuple[int, int], pygame.Surface] = {}

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        for box in act.soft:
            key = (round(box.w), round(box.h))
            if key not in self._patches:
                self._patches[key] = _darned(*key)
            sag = round(2 + math.sin(t * 0.2)) if box.holds(session.place.x, session.place.y) else 0
            layers.albedo.blit(self._patches[key], (round(box.x) - layers.x, round(box.y) - layers.y + sag))

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        k = act.latch_ticks
        if not k:
            return
        x, y = round(act.latch_x) - layers.x, round(act.latch_y) - layers.y
        for n in range(5):  # warm light comes through the crack
            wide, high = round((10 + min(k, 60) * 1.6) * (1 - n / 5)), 120
            box = Rect(x - wide, y - high // 2, wide + 20, high)
            layers.light.fill((18, 11, 5), box, BLEND_RGB_ADD)


def _darned(w: int, h: int) -> pygame.Surface:
    """A hole's worth of thread, over and under."""
    out = pygame.Surface((w, h), pygame.SRCALPHA, 32)
    pygame.draw.ellipse(out, (12, 12, 18, 190), out.get_rect())
    hole = pygame.mask.from_surface(out, 40)
    for y in range(2, h, 4):
        for x in range(w):
            if hole.get_at((x, y)):
                over = (x // 5 + y // 4) % 2
                c = (150, 152, 162, 255) if over else (78, 80, 92, 255)
                out.set_at((x, min(y + round(math.sin(x * 0.11) * 1.2), h - 1)), c)
    for x in range(3, w, 7):
        for y in range(h):
            if hole.get_at((x, y)) and (x // 7 + y // 4) % 2:
                out.set_at((x, y), (118, 120, 132, 255))
    for n in range(40):  # loose ends round it
        a = n / 40 * math.tau
        far = 1.0 + 0.12 * math.sin(n * 5.3)
        px, py = w / 2 + math.cos(a) * w * 0.47 * far, h / 2 + math.sin(a) * h * 0.47 * far
        if 0 <= px < w and 0 <= py < h:
            out.set_at((int(px), int(py)), (170, 172, 182, 255))
    return out
