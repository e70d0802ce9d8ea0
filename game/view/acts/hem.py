"""What is thrown over the hem: in colour, in grey, in outline, and then in nothing at all."""

from __future__ import annotations

from typing import Any

import pygame
from pygame import SRCALPHA, Surface

from game.sim.acts.hem import GREY_AT, OUTLINE_AT
from game.view.acts.look import ActLook
from game.view.assets import Assets
from game.view.pictures import washed
from game.view.sprites import Layers

TURNS_TICKS = 22
LIT = (150, 148, 150)


class UnmadeLook(ActLook):
    """Keeps the four pictures of the thing."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._stages: list[Surface] = []

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        if not self._stages:
            self._stages = self._made(act.prop)
        if act.stage >= 3 or not self._stages:
            return
        at = (GREY_AT, OUTLINE_AT, OUTLINE_AT + 200)[act.stage] - act.ticks
        whole = self._stages[act.stage]
        x = round(act.x) - layers.x - whole.get_width() // 2
        y = round(act.y - act.lift) - layers.y - whole.get_height()
        self._blit(layers, whole, x, y)
        if 0 < at < TURNS_TICKS and act.stage < 2:  # the next is already seen through this
            after = self._stages[act.stage + 1].copy()
            after.set_alpha(round(255 * (1 - at / TURNS_TICKS)))
            self._blit(layers, after, x, y)

    @staticmethod
    def _blit(layers: Layers, picture: Surface, x: int, y: int) -> None:
        """Over the white, which is all glow: the thing must cover it to be seen."""
        dark = picture.copy()
        dark.fill((0, 0, 0, 255), special_flags=pygame.BLEND_RGBA_MULT)
        dark.set_alpha(picture.get_alpha())
        layers.glow.blit(dark, (x, y))
        layers.albedo.blit(picture, (x, y))
        layers.light.fill(LIT, (x, y, *picture.get_size()))

    def _made(self, name: str) -> list[Surface]:
        props = self.assets.props("other")
        if props.has(f"{name}_small"):
            name = f"{name}_small"
        whole = _bare(props.get(name).picture) if props.has(name) else _apple()
        grey = washed(whole, 0.0)
        mask = pygame.mask.from_surface(whole, 127)
        line = Surface(whole.get_size(), SRCALPHA, 32)
        for px, py in mask.outline():
            line.set_at((px, py), (170, 166, 182, 255))
        return [whole, grey, line]


def _bare(picture: Surface) -> Surface:
    """A prop without the shadow under it: there is nothing for one to fall on."""
    mask = pygame.mask.from_surface(picture, 200)
    return mask.to_surface(setsurface=picture, unsetcolor=(0, 0, 0, 0))


def _apple() -> Surface:
    """Where there is no picture of it."""
    s = Surface((14, 14), SRCALPHA, 32)
    pygame.draw.circle(s, (40, 10, 24), (7, 8), 6)
    pygame.draw.circle(s, (226, 62, 60), (7, 8), 5)
    pygame.draw.circle(s, (255, 150, 120), (5, 6), 2)
    pygame.draw.line(s, (90, 60, 30), (7, 3), (8, 0))
    return s
