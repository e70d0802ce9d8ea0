"""Her web, painted into the chunks of the ground: the torn edge of the room, the dark with the great web in it, paths of silk.

The map says only where there are boards, walls and silk; how they end, and on what, is drawn here, once for every chunk. Numbers
are for turning: what is dark, how ragged, how many spokes. Everything keeps to the map, so nothing swims when the picture scrolls.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import numpy.typing as npt
import pygame
from pygame import BLEND_RGB_ADD, Rect, Surface

from game.core.geometry import TILE
from game.sim.room import FLIPS, Room
from game.view.dice import Dice

WEB = "between/web"
BAND = 32
"""Rows of px that are painted at a time."""
BLOCK = 8
"""px: what is torn comes off in blocks of this size."""
A_TILE = TILE // BLOCK
BETWEEN = (6001, 8000)
"""gids of the tileset whose floor is silk."""
F32 = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
U8 = npt.NDArray[np.uint8]
DARKS = np.array(
    [(6, 5, 15), (9, 8, 22), (14, 11, 32), (21, 17, 46), (30, 23, 64), (42, 30, 84), (56, 38, 104)], np.float32
)
SPARK = (76, 84, 110)
THREAD, SPOKE, DEW = (74, 72, 124), (116, 118, 182), (214, 226, 255)
HEART = (552.0, 120.0)
"""Where all its spokes meet: behind her."""
SPOKES, RINGS_FROM, RING_PX, SAG = 24, 46.0, 44.0, 0.12
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]], np.float32) / 16 - np.float32(0.47)
SIDE_RAGGED, LOW_RAGGED = (0, 5), (0, 3)
"""Blocks by which the boards go on beyond where one can stand: at the sides, at the lower edge (least, most)."""
WALL_TOPS = (
    (468, 482, 104),
    (482, 500, 58),
    (500, 530, 16),
    (530, 585, 2),
    (585, 612, 22),
    (612, 634, 66),
    (634, 668, 108),
    (668, 692, 96),
    (692, 752, 62),
    (752, 766, 100),
)
"""(from x, to x, y of the upper edge) of what is left of the wall, px of the map."""
SLAB = ((120, 66, 52), (70, 36, 36), (44, 22, 28), (26, 13, 22), (14, 8, 18))
"""The thickness of a floor, from its edge down."""
SILK = ((17, 13, 40), (30, 24, 66), (84, 84, 142), (126, 130, 196), (196, 204, 244))
"""Silk: hollow, sheet, cross thread, long thread, the light on a cable."""
CROSS_PX = 11


class Weave:
    """The looks of one room of web. ``paint`` and ``unlight`` take a chunk's corner, px of the map."""

    def __init__(self, room: Room) -> None:
        layers = {layer.name: np.array(layer.gids, np.int64).reshape(room.height, room.width) for layer in room.layers}
        floor = layers["below/floor"] & ~FLIPS
        walls = layers.get("below/walls", np.zeros_like(floor)) & ~FLIPS
        silk = (floor >= BETWEEN[0]) & (floor <= BETWEEN[1])
        self._silk = silk
        boards = (floor > 0) & ~silk
        spot = room.spots.get("room_floor")
        stands = np.repeat(np.repeat(boards, A_TILE, 0), A_TILE, 1)
        if spot is not None:
            stands = self._torn(stands, spot.box.x, spot.box.y, spot.box.w, spot.box.h)
        self.stands: Bools = stands | self._wall(np.repeat(np.repeat(walls > 0, A_TILE, 0), A_TILE, 1))
        """(rows, columns) of blocks that are boards or wall."""
        self.is_silk: Bools = np.repeat(np.repeat(silk, A_TILE, 0), A_TILE, 1)
        runs = [_runs(silk, axis, back) for axis in (1, 0) for back in (True, False)]
        self._left, self._right, self._up, self._down = runs
        self._anchors = self._hung(silk)

    @staticmethod
    def _hung(silk: Bools) -> list[tuple[float, float, float, float]]:
        """What the paths hang by: threads (x0, y0, x1, y1) from their outer corners into the dark."""
        dice, out = Dice(91), []
        padded = np.pad(silk, 1)
        for y, x in zip(*(v.tolist() for v in np.nonzero(silk))):
            for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
                if padded[y + 1 + dy, x + 1] or padded[y + 1, x + 1 + dx] or padded[y + 1 + dy, x + 1 + dx]:
                    continue
                at = ((x + (dx > 0)) * TILE - 3 * dx, (y + (dy > 0)) * TILE - 3 * dy)
                for _ in range(2):
                    way, far = dice.uniform(-0.5, 0.5), dice.uniform(90, 230)
                    a = math.atan2(dy, dx) + way
                    out.append((*at, at[0] + math.cos(a) * far, at[1] + math.sin(a) * far))
        return out

    @staticmethod
    def _torn(boards: Bools, x: float, y: float, w: float, h: float) -> Bools:
        """Boards end raggedly, each row of blocks at another place; where one can stand they are whole."""
        rows, columns = boards.shape
        x0, x1, y0, y1 = (round(v) // BLOCK for v in (x, x + w, y, y + h))
        chance = Dice(41).random(4, max(rows, columns))
        whole = np.zeros_like(boards)
        whole[y0:y1, x0:x1] = True
        least, most = SIDE_RAGGED
        reach = [0, 0]
        for row in range(y0, min(y1 + 2, rows)):
            for side in (0, 1):
                if row % 3 == 0 or chance[side, row] < 0.25:  # a board is some rows high
                    reach[side] = least + int(chance[side, row] * (most - least + 1) * _swell(row - y0, y1 - y0))
            if row < y1:
                whole[row, max(x0 - reach[0], 0) : x0] = True
                whole[row, x1 : x1 + reach[1]] = True
        low = 0
        for column in range(x0 - 3, x1 + 3):
            if column % 5 == 0 or chance[2, column] < 0.2:
                low = int(LOW_RAGGED[0] + chance[3, column] * (LOW_RAGGED[1] - LOW_RAGGED[0] + 1))
            whole[y1 : y1 + low, column] = True
        return whole & boards

    @staticmethod
    def _wall(walls: Bools) -> Bools:
        out = np.zeros_like(walls)
        chance = Dice(57).random(walls.shape[1] * 2)
        for x0, x1, top in WALL_TOPS:
            for column in range(x0 // BLOCK, -(-x1 // BLOCK)):
                rise = round((chance[column] - 0.5) * 3.4)
                out[max(top // BLOCK + rise, 0) :, column] = True
        return out & walls

    # ---- a chunk

    def paint(self, albedo: Surface, glow: Surface, at: tuple[int, int]) -> Iterator[None]:
        """Paints over what the tiles have left, and the dew into the glow; in steps of some ms."""
        w, h = albedo.get_size()
        for top in range(0, h, BAND):
            part = Rect(0, top, w, min(BAND, h - top))
            self._band(albedo.subsurface(part), glow.subsurface(part), (at[0], at[1] + top))
            yield

    def _band(self, albedo: Surface, glow: Surface, at: tuple[int, int]) -> None:
        w, h = albedo.get_size()
        ys, xs = np.mgrid[at[1] : at[1] + h, at[0] : at[0] + w].astype(np.float32)
        rows = np.minimum(ys.astype(np.int32) // BLOCK, self.stands.shape[0] - 1)
        columns = np.minimum(xs.astype(np.int32) // BLOCK, self.stands.shape[1] - 1)
        stands, silk = self.stands[rows, columns], self.is_silk[rows, columns]
        target = pygame.surfarray.pixels3d(albedo)
        padded = np.clip((np.arange(at[1] - 1, at[1] + h + 1)) // BLOCK, 0, self.stands.shape[0] - 1)
        self._rims(target, self.stands[padded[:, None], columns[0]].T)
        if stands.all():
            return
        picture = self._slabs(dark_web(at, (w, h)), rows, columns, ys, stands)
        picture = self._anchored(picture, at)
        if silk.any():
            picture = np.where(silk[..., None], self._paths(xs, ys, picture), picture)
        shown = np.ascontiguousarray(picture.swapaxes(0, 1)).astype(np.uint8)
        free = ~stands.T
        target[free] = shown[free]
        del target
        spark = np.zeros((w, h, 3), np.uint8)
        spark[(shown.min(axis=2) > 150) & free] = SPARK
        glow.blit(pygame.surfarray.make_surface(spark), (0, 0), special_flags=BLEND_RGB_ADD)

    def unlight(self, light: Surface, at: tuple[int, int]) -> None:
        """The dark is as it is painted: no lamp reaches it."""
        w, h = light.get_size()
        r0, c0 = at[1] // BLOCK, at[0] // BLOCK
        rows, columns = h // BLOCK, w // BLOCK
        part = np.zeros((rows, columns), bool)
        lit = (self.stands | self.is_silk)[r0 : r0 + rows, c0 : c0 + columns]
        part[: lit.shape[0], : lit.shape[1]] = lit
        for y, x in zip(*(v.tolist() for v in np.nonzero(~part))):
            light.fill((128, 128, 128), Rect(x * BLOCK, y * BLOCK, BLOCK, BLOCK))

    def _anchored(self, picture: F32, at: tuple[int, int]) -> F32:
        """With the threads that the paths hang by: bright where they begin, gone where they end."""
        h, w = picture.shape[:2]
        for x0, y0, x1, y1 in self._anchors:
            if max(x0, x1) < at[0] or min(x0, x1) > at[0] + w or max(y0, y1) < at[1] or min(y0, y1) > at[1] + h:
                continue
            n = int(max(abs(x1 - x0), abs(y1 - y0))) + 1
            k = np.linspace(0, 1, n, dtype=np.float32)
            xs = np.round(x0 + (x1 - x0) * k).astype(np.int32) - at[0]
            ys = np.round(y0 + (y1 - y0) * k + 10 * k * (1 - k)).astype(np.int32) - at[1]
            here = (xs >= 0) & (xs < w) & (ys >= 0) & (ys < h)
            shade = ((1 - k) ** 1.4)[here][:, None]
            picture[ys[here], xs[here]] += (np.array(SILK[3], np.float32) - picture[ys[here], xs[here]]) * shade * 0.8
        return picture

    # ---- what ends

    def _slabs(
        self, picture: F32, rows: npt.NDArray[np.int32], columns: npt.NDArray[np.int32], ys: F32, stands: Bools
    ) -> F32:
        """Under an edge one sees how thick a floor is."""
        above1 = self.stands[np.maximum(rows - 1, 0), columns]
        above2 = self.stands[np.maximum(rows - 2, 0), columns]
        deep = (ys % BLOCK) + np.where(above1, 0, BLOCK)
        ends = 9 + (columns * 7 % 5) - (columns * 3 % 4)
        is_slab = ~stands & (above1 | above2) & (deep < ends)
        tone = np.clip(deep * len(SLAB) / 13, 0, len(SLAB) - 1).astype(np.int32)
        tone = np.where((deep > 4) & (columns % 4 == 0), len(SLAB) - 1, tone)
        return np.where(is_slab[..., None], np.array(SLAB, np.float32)[tone], picture)

    @staticmethod
    def _rims(target: npt.NDArray[np.uint8], stands: Bools) -> None:
        """A lighter line where a board ends, as broken wood has. Arrays (x, y), ``stands`` a row more above and below."""
        own = stands[:, 1:-1]
        edge = own & ~(stands[:, 2:] & stands[:, :-2])
        edge[:-1] |= own[:-1] & ~own[1:]
        edge[1:] |= own[1:] & ~own[:-1]
        target[edge] = np.minimum(target[edge].astype(np.int16) * 3 // 2 + 26, 255).astype(np.uint8)

    # ---- silk

    def _paths(self, xs: F32, ys: F32, dark: F32) -> F32:
        """Two cables, threads across that sag between them, and a sheet so thin that the dark shows through it."""
        tx = np.minimum(xs.astype(np.int32) // TILE, self._silk.shape[1] - 1)
        ty = np.minimum(ys.astype(np.int32) // TILE, self._silk.shape[0] - 1)
        px, py = xs % TILE, ys % TILE
        left, right = self._left[ty, tx] * TILE + px, self._right[ty, tx] * TILE + TILE - 1 - px
        up, down = self._up[ty, tx] * TILE + py, self._down[ty, tx] * TILE + TILE - 1 - py
        long_x, long_y = left + right > 2.4 * TILE, up + down > 2.4 * TILE
        across = np.where(long_x & ~(long_y & (left + right < up + down)), 1, 0)
        sway = np.sin(xs * 0.071 + ys * 0.023) + np.sin(ys * 0.067 - xs * 0.019 + 1.0)
        edge = np.minimum(np.minimum(left, right), np.minimum(up, down)) - (2.2 + 1.5 * sway)
        near, far = np.where(across, up, left), np.where(across, down, right)
        v = near / np.maximum(near + far, 1)
        u = np.where(across, xs, ys) + 7 * 4 * v * (1 - v) + 3 * np.sin(np.where(across, ys, xs) * 0.05)
        silk = np.array(SILK, np.float32)
        out = dark * 0.45 + silk[1] * 0.55
        both = long_x & long_y
        crossing = (u % CROSS_PX < 1) | (both & ((np.where(across, ys, xs) + 5 * np.sin(u * 0.2)) % CROSS_PX < 1))
        out = np.where(crossing[..., None], silk[2], out)
        lengthwise = (np.abs(v - 0.33) * (near + far) < 0.8) | (np.abs(v - 0.67) * (near + far) < 0.8)
        out = np.where(lengthwise[..., None], silk[3] * 0.86, out)
        for px_in, tone in ((0, silk[0]), (1, silk[2]), (2, silk[4]), (3, silk[3]), (4, silk[2] * 0.8)):
            out = np.where((np.floor(edge) == px_in)[..., None], tone, out)
        twist = (np.floor(edge) == 2) & ((xs + ys) % 5 < 1)
        out = np.where(twist[..., None], silk[3], out)
        out = np.where((edge < 0)[..., None], dark, out)
        luck = np.sin(xs * 7.13 + ys * 157.31) * 9631.7
        luck = luck - np.floor(luck)
        dew = (crossing & (luck > 0.975)) | ((np.floor(edge) == 2) & (luck > 0.985))
        return np.asarray(np.where(dew[..., None], np.array(DEW, np.float32), out), np.float32)


def _swell(n: int, of: int) -> float:
    """More is left of a floor half way down than at its ends."""
    return 0.45 + 0.55 * math.sin(math.pi * min(max(n / max(of, 1), 0.0), 1.0))


def _runs(mask: Bools, axis: int, back: bool) -> npt.NDArray[np.int32]:
    """How many cells of the mask follow one another before (``back``) or behind each cell, along an axis."""
    a = mask if not back else np.flip(mask, axis)
    a = a if axis == 1 else a.T
    out = np.zeros(a.shape, np.int32)
    for i in range(a.shape[1] - 2, -1, -1):
        out[:, i] = np.where(a[:, i] & a[:, i + 1], out[:, i + 1] + 1, 0)
    out = out if axis == 1 else out.T
    return out if not back else np.flip(out, axis)


def dark_web(at: tuple[int, int], size: tuple[int, int]) -> F32:
    """(h, w, 3): nothing, and the great web in it, of a part of the map."""
    w, h = size
    spokes = _spokes()
    ys, xs = np.mgrid[at[1] : at[1] + h, at[0] : at[0] + w].astype(np.float32)
    dx, dy = xs - np.float32(HEART[0]), (ys - np.float32(HEART[1])) * np.float32(1.15)
    r = np.sqrt(dx * dx + dy * dy) + np.float32(1e-3)
    cloud = np.sin(xs * 0.0127 + np.sin(ys * 0.011) * 1.9) + np.sin(ys * 0.0171 - xs * 0.006 + 1.3) * 0.8
    level = 5.0 * np.exp(-((r / 380.0) ** 1.3)) + 0.6 * cloud + 1.0
    step = level + np.tile(BAYER, (-(-h // 4), -(-w // 4)))[:h, :w]
    out = DARKS[np.clip(np.floor(step), 0, len(DARKS) - 1).astype(np.int32)]
    angle = np.arctan2(dy, dx) % np.float32(math.tau)
    n = np.searchsorted(spokes, angle, side="right") - 1
    low = spokes[n]
    high = spokes[(n + 1) % SPOKES]
    wide = (high - low) % np.float32(math.tau)
    a = ((angle - low) % np.float32(math.tau)) / wide
    near = np.minimum(a, 1 - a) * wide * r
    flat = r / (1 - SAG * 4 * a * (1 - a))
    ring = (flat - RINGS_FROM) / RING_PX
    which = np.round(ring)
    fade = np.clip(1.3 - r / 820.0, 0.34, 1.0)[..., None]
    on_ring = (np.abs(ring - which) * RING_PX < 0.75) & (which >= 0)
    gap = np.sin(which * 12.9 + n * 4.1) > 0.72  # here and there one is torn
    out = np.where((on_ring & ~gap)[..., None], out + (np.array(THREAD, np.float32) - out) * fade * 0.8, out)
    on_spoke = near < np.where(r < 420, 0.9, 0.62)
    out = np.where(on_spoke[..., None], out + (np.array(SPOKE, np.float32) - out) * fade * 0.85, out)
    luck = np.sin(xs * 12.9898 + ys * 78.233) * 43758.547
    luck = luck - np.floor(luck)
    dew = (on_ring | on_spoke) & (luck > 0.972)
    out = np.where((dew | (luck > 0.9993))[..., None], np.array(DEW, np.float32) * (0.35 + 0.65 * fade), out)
    return np.asarray(out, np.float32)


@lru_cache(maxsize=1)
def _spokes() -> F32:
    """The ways its threads go, radians, in order."""
    turns = (np.arange(SPOKES) + Dice(23).random(SPOKES) * 0.6) / SPOKES * math.tau
    return np.sort(turns).astype(np.float32)
