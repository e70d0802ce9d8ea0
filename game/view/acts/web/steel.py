"""What several of her looks draw: a needle that stands in a floor, dotted arcs, a soft light."""

from __future__ import annotations

import math
from functools import lru_cache

import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Rect, Surface

from game.view.sprites import Layers

RGB = tuple[int, int, int]
LINE, DARK, BASE, LIGHT = (12, 12, 26), (84, 92, 116), (168, 180, 198), (246, 250, 255)
NEEDLE_H = 46


@lru_cache(maxsize=4)
def needle(h: int = NEEDLE_H) -> Surface:
    """A needle, point down, its eye at the top: 7 px wide, a long one 9."""
    wide = 7 if h < 60 else 9
    c = wide // 2
    s = Surface((wide, h), SRCALPHA, 32)
    for y in range(h):
        k = y / (h - 1)
        half = c - 0.4 if y < h // 5 else (c - 0.9) * (1 - k) ** 0.7 + 0.25
        if y < 2:
            half = c - 1.8 + y * 0.7
        a, b = c - half, c + half
        for x in range(wide):
            if a - 1 <= x <= b + 1:
                s.set_at((x, y), (*LINE, 255))
        for x in range(wide):
            if a <= x <= b:
                tone = LIGHT if x < c else BASE if x == c else DARK
                s.set_at((x, y), (*tone, 255))
    for y in range(3, h // 6 + 1):
        s.set_at((c, y), (*LINE, 255))
    return s


def put(layers: Layers, picture: Surface, at: tuple[int, int], light: int = 128, area: Rect | None = None) -> None:
    """A picture with its top left at ``at`` of the canvas, under a light of its own; what shines behind it is hidden."""
    part = area or picture.get_rect()
    shown = picture.subsurface(part)
    layers.albedo.blit(shown, at)
    veil = lit_veil(picture, light).subsurface(part)
    layers.light.blit(veil, at)
    layers.glow.blit(lit_veil(picture, 0).subsurface(part), at)


@lru_cache(maxsize=64)
def lit_veil(picture: Surface, light: int) -> Surface:
    """The picture's shape, filled with one light."""
    s = picture.copy()
    s.fill((light, light, light, 255), special_flags=pygame.BLEND_RGBA_MIN)
    s.fill((light, light, light, 0), special_flags=pygame.BLEND_RGBA_MAX)
    return s


@lru_cache(maxsize=24)
def disc(rx: int, ry: int, colour: RGB) -> Surface:
    """A soft light to be added, brightest in the middle."""
    out = Surface((2 * rx, 2 * ry), 0, 32)
    steps = max(min(rx, 24), 4)
    for i in range(steps):
        k = i / steps
        c = tuple(int(v * k * k) for v in colour)
        box = Rect(0, 0, max(round(2 * rx * (1 - k)), 1), max(round(2 * ry * (1 - k)), 1))
        box.center = (rx, ry)
        pygame.draw.ellipse(out, c, box)
    return out


def shine(layers: Layers, x: float, y: float, rx: int, ry: int, colour: RGB, on: str = "light") -> None:
    """A soft light at a place of the map, onto the layer ``on``: light or glow."""
    s = disc(rx, ry, (colour[0] & ~7, colour[1] & ~7, colour[2] & ~7))
    at = (round(x) - layers.x - rx, round(y) - layers.y - ry)
    to = layers.light if on == "light" else layers.glow
    to.blit(s, at, special_flags=BLEND_RGB_ADD)
    if on == "glow":
        layers.glows.append(Rect(at, s.get_size()))


def dots(
    layers: Layers,
    x: float,
    y: float,
    r: float,
    flat: float,
    low: float,
    high: float,
    colour: RGB,
    gap_px: float = 5.0,
    shift: float = 0.0,
) -> None:
    """A dotted arc round a place of the map, degrees ``low``..``high`` (90 = down), that shines."""
    n = max(int(math.radians(high - low) * r / gap_px), 1)
    fill = layers.glow.fill
    for i in range(n):
        a = math.radians(low + (high - low) * ((i + shift) % n) / n)
        px, py = round(x + math.cos(a) * r) - layers.x, round(y + math.sin(a) * r * flat) - layers.y
        fill(colour, (px, py, 2, 1))
