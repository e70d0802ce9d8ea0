"""The room comes off in blocks, from the edges of the picture inwards, and behind it is the dark, with a web in it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pygame
from pygame import Rect, Surface

from game.view.acts.look import ActLook
from game.view.assets import Assets
from game.view.dice import Dice
from game.view.sprites import Layers
from game.view.weave import BLOCK, F32, WALL_TOPS, dark_web

FALLS_TICKS = 26
SPREAD = 118.0
"""Ticks between the first block that goes and the last."""
RAGGED = 26.0


class TornLook(ActLook):
    """Remembers when each block of the picture goes, and what is behind them."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._at: F32 | None = None
        self._corner = (0, 0)
        self._behind: Surface | None = None

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        corner, size = (layers.x, layers.y), layers.albedo.get_size()
        if self._at is None or self._behind is None or corner != self._corner:
            self._plan(act, corner, size)
        assert self._at is not None and self._behind is not None
        age = act.ticks - self._at
        ox, oy = -(corner[0] % BLOCK), -(corner[1] % BLOCK)
        gone = age > 0
        if not gone.any():
            return
        falling: list[tuple[Surface, Surface, int, int, float]] = []
        for row, column in np.argwhere((age > 0) & (age < FALLS_TICKS)).tolist():
            at = Rect(ox + column * BLOCK, oy + row * BLOCK, BLOCK, BLOCK).clip(layers.albedo.get_rect())
            if at.w and at.h:
                k = float(age[row, column])
                falling.append((layers.albedo.subsurface(at).copy(), layers.light.subsurface(at).copy(), at.x, at.y, k))
        starts = np.diff(np.pad(gone.astype(np.int8), ((0, 0), (1, 1))), axis=1)
        rows, begins = (v.tolist() for v in np.nonzero(starts == 1))
        for row, begin, end in zip(rows, begins, np.nonzero(starts == -1)[1].tolist(), strict=True):
            area = Rect(ox + begin * BLOCK, oy + row * BLOCK, (end - begin) * BLOCK, BLOCK)
            layers.albedo.blit(self._behind, area, area)
            layers.light.fill((128, 128, 128), area)
            layers.glow.fill((0, 0, 0), area)
        for colour, light, x, y, k in falling:
            drop = 0.16 * k * k
            side = round(math.sin(x * 1.7 + y) * k * 0.25)
            fade = max(1 - k / FALLS_TICKS, 0.0)
            light.fill((round(255 * fade),) * 3, special_flags=pygame.BLEND_RGB_MULT)
            layers.albedo.blit(colour, (x + side, y + round(drop)))
            layers.light.blit(light, (x + side, y + round(drop)))

    def _plan(self, act: Any, corner: tuple[int, int], size: tuple[int, int]) -> None:
        """When each block goes: far ones first; those that stay never."""
        self._corner = corner
        rows, columns = size[1] // BLOCK + 2, size[0] // BLOCK + 2
        ys, xs = np.mgrid[0:rows, 0:columns].astype(np.float32)
        xs = (xs + corner[0] // BLOCK) * BLOCK + BLOCK / 2
        ys = (ys + corner[1] // BLOCK) * BLOCK + BLOCK / 2
        keeps = act.keeps
        stays = (xs > keeps.x) & (xs < keeps.right) & (ys > keeps.y) & (ys < keeps.bottom)
        for x0, x1, top in WALL_TOPS:
            stays |= (xs - act.shift_x > x0) & (xs - act.shift_x < x1) & (ys > top) & (ys <= keeps.y)
        middle = keeps.middle
        far = np.hypot((xs - middle.x) / 1.5, ys - middle.y)
        k = 1 - np.clip((far - 90) / max(float(far.max()) - 90, 1), 0, 1)
        luck = Dice(17).random(rows, columns).astype(np.float32)
        at = 8 + k * SPREAD + (luck - 0.5) * RAGGED
        self._at = np.where(stays, np.float32(1e9), at).astype(np.float32)
        first = (round(corner[0] - act.shift_x), round(corner[1] - act.shift_y))
        picture = dark_web(first, size)
        self._behind = pygame.surfarray.make_surface(picture.swapaxes(0, 1).astype(np.uint8))
