"""How a world that comes apart looks: what of sim's Ruin is baked into the ground as white nothing, and what is falling now.

A block is 8 px. A tile's blocks do not fall all in the same tick, and some at the edge of what stands stay hanging there.
Gone for good is painted into the chunks, once; the painters only get what moves (Frame.crumble), and nothing when all is still.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame
from pygame import BLEND_RGB_ADD, Mask, Rect, Surface

from game.core.geometry import TILE
from game.sim.happenings import Crumbled, Loosened
from game.sim.parts import DoorWay, Furniture
from game.sim.ruin import FALL_TICKS, HOLDS, LOOSE_TICKS, Ruin
from game.view import looks
from game.view.assets import Assets
from game.view.dice import Dice
from game.view.painter import BAKED, BLOCK, STANDS, Crumble, Size, grid_of
from game.view.specks import DUST, Specks
from game.view.sprites import Layers
from game.view.tiles import PX, Chunk, Ground

F32 = npt.NDArray[np.float32]
Bools = npt.NDArray[np.bool_]
SPLIT = TILE // BLOCK
SIDE = PX // BLOCK
"""Blocks along one side of a chunk."""
NEVER = np.float32(1e9)
RAGGED_TICKS = 34
"""The blocks of a tile fall within so many ticks of each other."""
HANGS_1, HANGS_2 = 0.62, 0.24
"""How many of the blocks next to what stands stay there: of the first row, and of the second."""
SETTLES_TICKS = 24
"""So long a chunk waits for more before what has fallen of it is baked."""
WIDE = looks.VOID_PX
CRUMBS = 0.15
"""How many blocks leave a crumb afloat."""
PALE = (236, 228, 224)
PLASTER = ((236, 228, 224), (214, 208, 214), (190, 184, 200))
DOOR_PX, NEAR_DOOR_PX = 54, 48.0
"""So high is a way out that has no door's picture; so near one's foot is to what leads through it."""
RIM = (255, 245, 219, 166)
OWN = (slice(2, 2 + SIDE), slice(1, 1 + SIDE))
"""Of the blocks round a chunk: its own."""
Colour = tuple[int, int, int]
UNLIT: Colour = (128, 128, 128)
"""The light of nothing: its own colours, as they are."""


class Ruins:
    """One for a Show. ``enter`` a room, ``bake`` before the ground is drawn, ``crumble`` after everything stands."""

    def __init__(self, assets: Assets, size: Size) -> None:
        self.assets, self.size = assets, size
        self._ruin: weakref.ref[Ruin] | None = None
        self._tiles_at: list[F32] = []
        self._at: dict[int, F32] = {}
        self._shape = (0, 0)
        self._void: Surface | None = None
        self._slabs: Surface | None = None
        self._waits: dict[tuple[int, int], int] = {}

    # ---- what the rules say, block by block

    def look(self, session: Any) -> bool:
        """Takes in the room's ruin when it is another one; False while nothing there can ever fall."""
        ruin: Ruin = session.ruin
        if self._ruin is None or self._ruin() is not ruin:
            self._ruin = weakref.ref(ruin)
            self._waits.clear()
            self._at.clear()
            self._tiles_at = self._tiles(ruin)
            self._shape = (ruin.height * SPLIT, ruin.width * SPLIT)
        return bool(self._tiles_at)

    def _blocks_of(self, decay: int) -> F32:
        """As ``_blocks``; worked out when its clock first runs."""
        if decay not in self._at:
            others = [t for i, t in enumerate(self._tiles_at) if i != decay]
            self._at[decay] = self._blocks(self._tiles_at[decay], others)
        return self._at[decay]

    @staticmethod
    def _tiles(ruin: Ruin) -> list[F32]:
        out = []
        for fall in ruin.falls:
            at = np.full(ruin.width * ruin.height, NEVER, np.float32)
            tiles = np.fromiter(fall.at, np.int64, len(fall.at))
            at[tiles] = np.fromiter(fall.at.values(), np.float32, len(fall.at))
            out.append(at.reshape(ruin.height, ruin.width))
        return out

    @staticmethod
    def _blocks(tiles: F32, others: list[F32]) -> F32:
        """(rows, columns) of blocks: the tick of the decay's clock at which each begins to fall."""
        at = np.repeat(np.repeat(tiles, SPLIT, 0), SPLIT, 1)
        seed = looks.block_seed((0, 0), (at.shape[0], at.shape[1])).astype(np.float32)
        falls = at < NEVER
        own = np.where(falls, at + (seed - np.float32(0.35)) * RAGGED_TICKS, NEVER)
        # At the edge of what stands longer some blocks hang on: they go with their neighbour.
        holds = np.where(falls, own, NEVER)
        elsewhere = np.zeros_like(tiles, bool)
        for other in others:
            elsewhere |= other < NEVER
        lasting = np.where(elsewhere & (tiles >= NEVER), np.float32(-1), tiles)
        pad = np.pad(np.repeat(np.repeat(lasting, SPLIT, 0), SPLIT, 1), 2, constant_values=-1)
        chance = Dice(77).random(64, 128)
        luck = chance[np.arange(at.shape[0]) % 64][:, np.arange(at.shape[1]) % 128]
        h, w = at.shape
        for reach, share in ((1, HANGS_1), (2, HANGS_2)):
            for dy, dx in ((0, reach), (0, -reach), (reach, 0), (-reach, 0)):
                beside = pad[2 + dy : 2 + dy + h, 2 + dx : 2 + dx + w]
                takes = falls & (luck < share) & (beside > at + RAGGED_TICKS)
                late = np.where(beside >= NEVER, NEVER, beside + (seed - np.float32(0.6)) * RAGGED_TICKS)
                holds = np.where(takes, np.maximum(holds, late), holds)
        return np.asarray(holds, np.float32)

    def _left(self, session: Any, rows: slice, columns: slice) -> F32:
        """Ticks until each block of a part of the map falls; negative: since it did."""
        ruin: Ruin = session.ruin
        out = np.full((rows.stop - rows.start, columns.stop - columns.start), NEVER, np.float32)
        height, width = self._shape
        r0, r1, c0, c1 = max(rows.start, 0), min(rows.stop, height), max(columns.start, 0), min(columns.stop, width)
        if r1 <= r0 or c1 <= c0:
            return out
        part = out[r0 - rows.start : r1 - rows.start, c0 - columns.start : c1 - columns.start]
        for i in range(len(self._tiles_at)):
            clock = ruin.falls[i].clock
            if clock >= 0:
                at = self._blocks_of(i)
                np.minimum(part, np.where(at[r0:r1, c0:c1] < NEVER, at[r0:r1, c0:c1] - clock, NEVER), out=part)
        return out

    # ---- what is gone for good

    def bake(self, session: Any, ground: Ground, view: Rect) -> bool:
        """Brings the chunks of a view up to date: what has fallen for good is white nothing in them.

        True: some stand again, and must be baked anew.
        """
        dropped = False
        runs = bool(self._tiles_at) and any(f.clock >= 0 for f in session.ruin.falls)
        has_room = True
        chunks = ground.kept(view)
        if runs and chunks:
            # One row and column more each way, and a second row above: a floor's thickness hangs down two.
            x0, y0 = min(c.at[0] for c in chunks), min(c.at[1] for c in chunks)
            x1, y1 = max(c.at[0] for c in chunks) + 1, max(c.at[1] for c in chunks) + 1
            all_left = self._left(session, slice(y0 * SIDE - 2, y1 * SIDE + 1), slice(x0 * SIDE - 1, x1 * SIDE + 1))
            all_gone = all_left <= -FALL_TICKS
        for chunk in chunks:
            if not runs:
                if chunk.void is not None and chunk.void.any():
                    ground.drop(chunk.at)
                    dropped = True
                continue
            row, column = (chunk.at[1] - y0) * SIDE, (chunk.at[0] - x0) * SIDE
            part = slice(row, row + SIDE + 3), slice(column, column + SIDE + 2)
            left, gone = all_left[part], all_gone[part].copy()
            old = chunk.void
            if old is not None and (old > gone).any():  # it stands again: she is back at a mark
                ground.drop(chunk.at)
                dropped = True
                continue
            if old is None:
                old = chunk.void = np.zeros_like(gone)
                is_new = True
            else:
                is_new = False
            if (old != gone).any():
                falling = ((left < LOOSE_TICKS) & ~gone).any()
                waited = self._waits[chunk.at] = self._waits.get(chunk.at, 0) + 1
                if is_new or (has_room and (not falling or waited > SETTLES_TICKS)):
                    has_room = is_new
                    self._waits.pop(chunk.at, None)
                    self._unmake(chunk, old, gone)
                    chunk.void = gone
            if chunk.lit is not None and chunk.void is not None and chunk.lit.void is not chunk.void:
                ground.light_void(chunk, np.repeat(np.repeat(chunk.void[OWN], BLOCK, 0), BLOCK, 1))
        return dropped

    def over_rugs(self, layers: Layers, ground: Ground, areas: Iterable[Rect]) -> None:
        """What lies on the floor (``areas`` of the map) is drawn after it: where the floor is gone, that is gone too."""
        rugs = list(areas)
        view = Rect((layers.x, layers.y), layers.albedo.get_size())
        for chunk in ground.kept(view) if rugs else ():
            if chunk.void is None or not chunk.void.any():
                continue
            x0, y0 = chunk.at[0] * PX, chunk.at[1] * PX
            lies = Rect(x0, y0, PX, PX)
            for rug in rugs:
                part = rug.clip(lies).clip(view)
                if not part.w or not part.h:
                    continue
                c0, r0 = (part.x - x0) // BLOCK, (part.y - y0) // BLOCK
                c1, r1 = -(-(part.right - x0) // BLOCK), -(-(part.bottom - y0) // BLOCK)
                gone = chunk.void[OWN][r0:r1, c0:c1]
                starts = np.diff(np.pad(gone.astype(np.int8), ((0, 0), (1, 1))), axis=1)
                rows, begins = (v.tolist() for v in np.nonzero(starts == 1))
                for row, begin, end in zip(rows, begins, np.nonzero(starts == -1)[1].tolist()):
                    box = Rect((c0 + begin) * BLOCK, (r0 + row) * BLOCK, (end - begin) * BLOCK, BLOCK)
                    to = (x0 + box.x - layers.x, y0 + box.y - layers.y)
                    layers.albedo.blit(chunk.albedo, to, box)
                    layers.light.fill(UNLIT, (to, box.size))
                    layers.glow.fill((0, 0, 0), (to, box.size))

    def _unmake(self, chunk: Chunk, old: Bools, gone: Bools) -> None:
        """Paints white nothing over what of a chunk is gone, with the torn edge of what stands and crumbs afloat."""
        if self._void is None or self._slabs is None:
            self._void = _picture(looks.void_tile())
            self._slabs = _picture((np.clip(looks.slab_strip(), 0, 1) * 255 + 0.5).astype(np.uint8))
        x0, y0 = chunk.at[0] * PX, chunk.at[1] * PX
        fresh = gone & ~old
        changed = fresh.copy()
        changed[1:] |= fresh[:-1]
        changed[2:] |= fresh[:-2]
        changed &= gone
        to, own = chunk.albedo, changed[OWN]
        crumbs = self._crumbs(to, fresh[OWN], (x0 // BLOCK, y0 // BLOCK))
        starts = np.diff(np.pad(own.astype(np.int8), ((0, 0), (1, 1))), axis=1)
        rows, begins = (v.tolist() for v in np.nonzero(starts == 1))
        ends = np.nonzero(starts == -1)[1].tolist()
        for row, begin, end in zip(rows, begins, ends):
            x, y, w = begin * BLOCK, row * BLOCK, (end - begin) * BLOCK
            to.blit(self._void, (x, y), ((x0 + x) % WIDE, (y0 + y) % WIDE, w, BLOCK))
        for area, colour in crumbs:
            to.fill(colour, area)
        stands = ~gone
        for y, x in zip(*(v.tolist() for v in np.nonzero(own))):
            column = (x0 // BLOCK + x) % 16 * BLOCK
            if stands[y + 1, x + 1]:  # what is above it stands: the thickness of a floor
                to.blit(self._slabs, (x * BLOCK, y * BLOCK), (column, 0, BLOCK, BLOCK))
            elif stands[y, x + 1]:
                to.blit(self._slabs, (x * BLOCK, y * BLOCK), (column, BLOCK, BLOCK, 4))
        self._rims(to, old, gone)
        if chunk.moving:
            mine = gone[OWN]
            chunk.moving = [m for m in chunk.moving if not mine[m[1][1] // BLOCK, m[1][0] // BLOCK]]

    @staticmethod
    def _rims(to: Surface, old: Bools, gone: Bools) -> None:
        """A bright line where what stands now ends."""
        line = {True: Surface((BLOCK, 1), pygame.SRCALPHA, 32), False: Surface((1, BLOCK), pygame.SRCALPHA, 32)}
        for s in line.values():
            s.fill(RIM)
        stands, fresh = ~gone, gone & ~old
        for dy, dx, ox, oy in ((-1, 0, 0, 0), (1, 0, 0, BLOCK - 1), (0, -1, 0, 0), (0, 1, BLOCK - 1, 0)):
            beside = fresh[2 + dy : 2 + dy + SIDE, 1 + dx : 1 + dx + SIDE]
            for y, x in zip(*(v.tolist() for v in np.nonzero(stands[OWN] & beside))):
                to.blit(line[dx == 0], (x * BLOCK + ox, y * BLOCK + oy))

    @staticmethod
    def _crumbs(colours: Surface, gone: Bools, first: tuple[int, int]) -> list[tuple[Rect, Colour]]:
        """Bits of what was there that float in the nothing, in its colours, paler the smaller they are."""
        out: list[tuple[Rect, Colour]] = []
        bits = _bits()
        for y, x in zip(*(v.tolist() for v in np.nonzero(gone))):
            luck, size, dx, dy = bits[(first[1] + y) % 64, (first[0] + x) % 128].tolist()
            if luck > CRUMBS:
                continue
            c = colours.get_at((x * BLOCK + 4, y * BLOCK + 4))
            n, k = 2 + int(size * 4), 0.25 + 0.40 * (1 - size)
            r, g, b = (int(v + (p - v) * k) for v, p in zip((c.r, c.g, c.b), PALE))
            px, py = x * BLOCK + int(dx * (BLOCK - n)), y * BLOCK + int(dy * (BLOCK - n))
            out.append((Rect(px, py, n, n), (int(r * 0.66), int(g * 0.66), int(b * 0.66))))
            out.append((Rect(px, py, n, n - 1), (r, g, b)))
        return out

    def hear(self, session: Any, specks: Specks) -> None:
        """After a tick: dust where the floor shakes, plaster where it goes."""
        for told in session.news.of(Loosened):
            specks.burst("puff", (told.x, told.y, 2.0), 2, DUST, speed=26, up=18, life=30, size=3, fall=40, spread=14)
            specks.burst("dot", (told.x, told.y, 10.0), 4, DUST, speed=30, up=40, life=24, spread=16)
        for told in session.news.of(Crumbled):
            n = min(2 + told.tiles // 2, 5)
            specks.burst(
                "puff", (told.x, told.y, 2.0), n, PLASTER, speed=60, up=30, life=36, size=4, fall=60, spread=20
            )

    def doors(self, layers: Layers, session: Any, t: float) -> None:
        """Doors that lead nowhere any more stand open on white."""
        view = Rect(layers.x, layers.y, *self.size)
        for _, door in session.world.each(DoorWay):
            if not door.is_lost:
                continue
            area = _opening(session, door)
            if area.colliderect(view):
                at = area.move(-layers.x, -layers.y)
                for i, level in enumerate((40, 60, 90, 120)):
                    inner = at.inflate(-4 * i, -3 * i)
                    layers.glow.fill((level, level, round(level * 0.97)), inner, BLEND_RGB_ADD)
                layers.glows.append(at)
                spill = Rect(at.x - 12, at.bottom - 6, at.w + 24, 34)
                for i in range(4):
                    layers.light.fill((22, 22, 24), spill.inflate(-10 * i, -7 * i), BLEND_RGB_ADD)

    # ---- what falls now

    def crumble(
        self,
        session: Any,
        ground: Ground,
        view: Rect,
        between: float,
        hero: tuple[float, float],
        standing: Callable[[], Iterable[tuple[Mask, tuple[int, int]]]],
    ) -> Crumble | None:
        """What the painters must show of it, None when all of the view is still. ``standing``: shapes on the canvas."""
        if not self._tiles_at or all(f.clock < 0 for f in session.ruin.falls):
            return None
        columns, rows = grid_of(self.size, view.topleft)
        c0, r0 = view.x // BLOCK, view.y // BLOCK
        left = self._left(session, slice(r0, r0 + rows), slice(c0, c0 + columns))
        if not (left < LOOSE_TICKS).any():
            return None
        left -= np.float32(between - 1)
        k = np.where(
            left > 0,
            HOLDS + (1 - HOLDS) * np.clip(left / LOOSE_TICKS, 0, 1),
            np.maximum(HOLDS * (1 + left / FALL_TICKS), 0),
        ).astype(np.float32)
        k[(k < STANDS) & (k <= 0)] = 0
        for chunk in ground.kept(view):
            if chunk.void is None:
                continue
            y, x = chunk.at[1] * SIDE - r0, chunk.at[0] * SIDE - c0
            y0, x0, y1, x1 = max(y, 0), max(x, 0), min(y + SIDE, rows), min(x + SIDE, columns)
            if y1 > y0 and x1 > x0:
                k[y0:y1, x0:x1][chunk.void[OWN][y0 - y : y1 - y, x0 - x : x1 - x]] = BAKED
        moving = (k < looks.TREMBLES_AT) & (k >= 0)
        if not moving.any():
            return None
        gone, corner = (k < STANDS) & (k >= 0), (view.x % BLOCK, view.y % BLOCK)
        spared = [(m, at) for m, at in standing() if _touches(gone, Rect(at, m.get_size()).move(corner))]
        return Crumble(k, hero, view.topleft, spared)


def _touches(blocks: Bools, area: Rect) -> bool:
    """Whether any of the blocks lies in an area, px from the first block's corner."""
    rows = slice(max(area.top // BLOCK, 0), max(-(-area.bottom // BLOCK), 0))
    columns = slice(max(area.left // BLOCK, 0), max(-(-area.right // BLOCK), 0))
    return bool(blocks[rows, columns].any())


def _opening(session: Any, door: DoorWay) -> Rect:
    """Where on the map a way out stands open: in the picture of its door, if it has one."""
    b = door.box
    m = b.middle
    for _, f in session.world.each(Furniture):
        p = f.box
        if "door" in f.prop and p.x <= m.x <= p.right and p.y < b.bottom and abs(p.bottom - b.y) < NEAR_DOOR_PX:
            return Rect(round(p.x) + 6, round(p.y) + 10, round(p.w) - 12, round(p.h) - 14)
    high = DOOR_PX if b.w >= b.h else 0
    return Rect(round(b.x), round(b.y) - high, round(b.w), round(b.h) + high)


@lru_cache(maxsize=1)
def _bits() -> npt.NDArray[np.float64]:
    """(64, 128, 4): what is random about a crumb: whether, how large, where in its block."""
    return Dice(21).random(64, 128, 4)


def _picture(a: looks.U8) -> Surface:
    """(h, w, 3 or 4) -> surface."""
    h, w, n = a.shape
    s = pygame.image.frombuffer(np.ascontiguousarray(a).tobytes(), (w, h), "RGBA" if n == 4 else "RGB")
    out = Surface((w, h), pygame.SRCALPHA if n == 4 else 0, 32)
    out.blit(s, (0, 0), special_flags=pygame.BLEND_RGBA_ADD if n == 4 else 0)
    return out
