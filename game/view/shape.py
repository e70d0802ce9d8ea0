"""What of a room stands in the way of light: walls, where their faces have their foot, dark corners. Made once a room."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pygame
from pygame import Rect, Surface

from game.core.geometry import TILE
from game.sim.room import Room
from game.view.relief import F32

WALL_TALL = 108.0
"""px: how high a wall counts."""


def grey(s: Surface) -> npt.NDArray[np.uint8]:
    """(w, h) of a picture whose three colours are equal; a third of what array_red takes."""
    return pygame.surfarray.pixels2d(s).astype(np.uint8)


class Shape:
    """What of a room stands in the way of light: tall cells (walls), where faces have their foot, dark corners.

    Cells are tiles. Made once a room.
    """

    def __init__(self, room: Room) -> None:
        self.room = room
        w, h = room.width, room.height
        layers = {layer.name: layer.gids for layer in room.layers}
        faces = layers.get("below/walls", ())
        self.base = [[0] * w for _ in range(h)]
        """y of the floor line under a wall's face; 0 where there is none."""
        for x in range(w):
            foot = 0
            for y in range(h - 1, -1, -1):
                if faces and faces[y * w + x]:
                    foot = foot or (y + 1) * TILE
                    self.base[y][x] = foot
                else:
                    foot = 0
        covered = np.zeros((h, w), np.int32)
        for box in room.walls:
            x0, x1 = math.ceil((box.x - 8) / TILE), math.floor((box.right + 8) / TILE)
            y0, y1 = math.ceil((box.y - 8) / TILE), math.floor((box.bottom + 8) / TILE)
            covered[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)] = 1
        face = np.array(self.base, np.int32) > 0
        self.tall: npt.NDArray[np.bool_] = (covered > 0) & (face | room.indoors)
        self.blocks = self._merged()
        self._corner_map = self._corners()

    def _merged(self) -> list[Rect]:
        """Tall cells as few rectangles, px."""
        left = self.tall.copy()
        out = []
        for y in range(left.shape[0]):
            x = 0
            while x < left.shape[1]:
                if not left[y, x]:
                    x += 1
                    continue
                x1 = x
                while x1 < left.shape[1] and left[y, x1]:
                    x1 += 1
                y1 = y
                while y1 < left.shape[0] and left[y1, x:x1].all():
                    left[y1, x:x1] = False
                    y1 += 1
                out.append(Rect(x * TILE, y * TILE, (x1 - x) * TILE, (y1 - y) * TILE))
                x = x1
        return out

    def _corners(self) -> Surface | None:
        """Nearness of walls, one pixel for 4 x 4: 0 open floor .. 255 wall."""
        if not self.tall.any():
            return None
        w, h = self.room.width * 8, self.room.height * 8
        s = Surface((w, h), 0, 32)
        for b in self.blocks:
            s.fill((255, 255, 255), (b.x // 4, b.y // 4, b.w // 4, b.h // 4))
        return pygame.transform.box_blur(pygame.transform.box_blur(s, 4), 4)

    def corners(self, area: Rect) -> F32 | None:
        """(h, w) 0..1: how much of the sky the walls take from each floor pixel."""
        if self._corner_map is None:
            return None
        small = Rect(area.x // 4, area.y // 4, max(area.w // 4, 1), max(area.h // 4, 1))
        part = Surface(small.size, 0, 32)
        part.blit(self._corner_map, (0, 0), small)
        big = pygame.transform.smoothscale(part, area.size)
        return np.asarray(grey(big).T.astype(np.float32) / np.float32(255))

    def is_tall(self, x: float, y: float) -> bool:
        """Whether a point of the map lies in a wall, or on its face."""
        cx, cy = int(x // TILE), int(y // TILE)
        if 0 <= cx < self.room.width and 0 <= cy < self.room.height:
            return bool(self.tall[cy, cx])
        return True

    def base_at(self, x: float, y: float) -> int:
        """The floor line below the wall's face at that point of the picture; 0 where it is no face."""
        cx, cy = int(x // TILE), int(y // TILE)
        if 0 <= cx < self.room.width and 0 <= cy < self.room.height:
            return self.base[cy][cx]
        return 0
