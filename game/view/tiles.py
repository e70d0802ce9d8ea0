"""The ground: 8 x 8 tiles at a time, baked when the camera comes near, with the light that never moves baked in for good.

A Chunk holds what the painters' layers are put together from: albedo, light, glow, what flickers, and the layers above people.
Ground.frame() says which chunks a view needs: missing ones are finished at once, neighbours a step a frame.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Rect, Surface

from game.core.geometry import TILE
from game.sim.room import FLIPS, Picture, Room
from game.view.assets import Assets, Sheet
from game.view.light import Beam, Light, Shade, Shading, Shadow, Sky, Surfaces, cast, lit_surface, packed
from game.view.pictures import roomy, washed
from game.view.relief import F32, FLAT, normals_of
from game.view.shape import Shape
from game.view.weave import WEB, Weave

TILES = 8
PX = TILES * TILE
HURRY = 3
KEPT = 24
"""Chunks kept, of up to 1 MB each: those of a view and round it are 20 at most."""
BELOW = ("below/floor", "below/decor", "below/walls")
ABOVE = ("above/roof", "above/canopy")
TRUTH = "truth"
"""The layer of tiles that only the stone shows."""
Bools = npt.NDArray[np.bool_]
ACROSS, DOWN, DIAGONAL = 0x8000_0000, 0x4000_0000, 0x2000_0000


@dataclass
class Lighting:
    """What the static light of a room is made of. ``stamp`` changes when any of it does."""

    sky: Sky
    lights: tuple[Light, ...]
    beams: tuple[Beam, ...]
    stamp: int = 0
    walls: Sequence[Rect] = ()
    furniture: Sequence[Rect] = ()
    shades: Sequence[Shade] = ()
    shadows: dict[Light, Shadow] = field(default_factory=dict)

    def shadow(self, light: Light) -> Shadow | None:
        """What the lamp cannot reach; worked out when it is first asked for."""
        if not light.shadows:
            return None
        if light not in self.shadows:
            self.shadows[light] = cast(light, self.walls, self.furniture)
        return self.shadows[light]

    def __post_init__(self) -> None:
        self._reaches = [(light.reach, light) for light in self.lights]

    def reaching(self, area: Rect) -> tuple[Light, ...]:
        """The lamps that may touch a part of the map."""
        left, top, right, bottom = area.left, area.top, area.right, area.bottom
        return tuple(
            light for r, light in self._reaches if r.x < right and r.x + r.w > left and r.y < bottom and r.y + r.h > top
        )

    def shading(self, area: Rect) -> Iterator[Shade]:
        """The shades that may touch a part of the map."""
        left, top, right, bottom = area.left - 1, area.top - 1, area.right + 1, area.bottom + 1
        for s in self.shades:
            if s.x - s.rx < right and s.x + s.rx > left and s.z - s.rz < bottom and s.z + s.rz > top:
                yield s

    def key(self, area: Rect) -> tuple[object, ...]:
        """Equal keys = equal light on that part of the map."""
        return (self.sky, self.reaching(area), self.beams)


@dataclass
class Lit:
    """The baked light of a chunk, halved (128 = as painted). ``flicker`` is added in part."""

    stamp: int
    key: tuple[object, ...]
    light: Surface
    flicker: Surface | None = None
    """The part of the chunk in which there is any."""
    flickers_at: tuple[int, int] = (0, 0)
    above: Surface | None = None
    void: Bools | None = None
    """The Chunk.void it has been put out for."""


@dataclass
class Chunk:
    """8 x 8 tiles as they look. None = nothing there."""

    at: tuple[int, int]
    albedo: Surface
    glow: Surface | None = None
    above: Surface | None = None
    roof: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))
    """The part of ``above`` where there is anything."""
    moving: list[tuple[int, tuple[int, int]]] = field(default_factory=list)
    """(gid, px in the chunk) of tiles that change with the ticks."""
    lit: Lit | None = None
    coming: Lit | None = None
    """Light that will be shown when all of the view has its own."""
    void: Bools | None = None
    """Blocks in it and round it that are painted as gone, see view/ruins.py; None: nobody has looked yet."""


def source_of(room: Room, gid: int) -> Picture | None:
    """The picture of a gid, its flips left aside."""
    return room.pictures.get(gid & ~FLIPS)


def frame_at(frames: tuple[tuple[int, int], ...], tick: int) -> int:
    """Which gid of an animated tile or prop is shown at a tick."""
    t = tick % (sum(ticks for _, ticks in frames) or 1)
    for gid, ticks in frames:
        t -= ticks
        if t < 0:
            return gid
    return frames[-1][0]


def turned(part: Surface, gid: int) -> Surface:
    """A tile with its gid's flips (the diagonal first, as Tiled does)."""
    if gid & DIAGONAL:
        part = pygame.transform.flip(pygame.transform.rotate(part, 90), False, True)
    if gid & (ACROSS | DOWN):
        part = pygame.transform.flip(part, bool(gid & ACROSS), bool(gid & DOWN))
    return part


class Ground:
    """The tiles of one room."""

    def __init__(self, assets: Assets, room: Room, shape: Shape, lighting: Lighting, saturation: float = 1.0) -> None:
        self.assets, self.room, self.shape = assets, room, shape
        self.lighting = self.shown = lighting
        self._saturation = saturation
        self.hurry = HURRY
        """How much faster another light is baked than what only comes near."""
        self._tiles_alone: dict[int, Surface] = {}
        self._found: dict[int, tuple[Picture, Rect, Sheet] | None] = {}
        self._layers = {layer.name: layer.gids for layer in room.layers}
        self._chunks: OrderedDict[tuple[int, int], Chunk] = OrderedDict()
        self._baking: dict[tuple[int, int], Iterator[None]] = {}
        self._size = (-(-room.width // TILES), -(-room.height // TILES))
        self._weave = Weave(room) if room.name == WEB else None

    # ---- which chunks

    def frame(self, view: Rect, steps: int = 1, most: int = 99) -> list[Chunk]:
        """The chunks of a view, ready to draw. Of what is missing ``most`` are finished at once, and the others not there yet;
        ``steps`` bakes of what comes next."""
        need = self._around(view)
        out = []
        for at in need:
            chunk = self._chunks.get(at)
            if chunk is None or chunk.lit is None:
                if most <= 0:
                    continue
                most -= 1
                chunk = self._finish(at)
            self._chunks.move_to_end(at)
            out.append(chunk)
        if self.is_changing and all(self._is_fresh(c) for c in out):
            self._change()
        for _ in range(steps * self.hurry if self.is_changing else steps):
            late = self._next(view, need)
            if late is None:
                break
            self._step(late)
        return out

    def close(self) -> None:
        """A bake that was begun refers to the ground it is for: without this only the collector would find it."""
        self._baking.clear()
        self._chunks.clear()

    def kept(self, view: Rect) -> list[Chunk]:
        """Those of the view's chunks that are baked."""
        return [self._chunks[at] for at in self._around(view) if at in self._chunks]

    def drop(self, at: tuple[int, int]) -> None:
        """A chunk is baked anew when it is next seen."""
        self._chunks.pop(at, None)
        self._baking.pop(at, None)

    @staticmethod
    def light_void(chunk: Chunk, gone: Bools) -> None:
        """Where a chunk is gone there is neither lamp nor shade, nothing glows and nothing hangs over. (PX, PX) pixels."""
        assert chunk.lit is not None
        mask = gone.T
        pygame.surfarray.pixels2d(chunk.lit.light)[mask] = 0x808080
        if chunk.glow is not None:
            pygame.surfarray.pixels2d(chunk.glow)[mask] = 0
        if chunk.lit.flicker is not None:
            (x, y), (w, h) = chunk.lit.flickers_at, chunk.lit.flicker.get_size()
            pygame.surfarray.pixels2d(chunk.lit.flicker)[mask[x : x + w, y : y + h]] = 0
        for above in (chunk.above, chunk.lit.above):
            if above is not None:
                pygame.surfarray.pixels_alpha(above)[mask] = 0
        chunk.lit.void = chunk.void

    def truths(self, view: Rect) -> Iterator[tuple[Surface, tuple[int, int]]]:
        """(picture, top left in the map) of the tiles of a part of the map that only the stone shows."""
        if TRUTH not in self._layers:
            return
        for at in self._around(view):
            for gid, x, y in self._cells(at, TRUTH):
                spot = Rect(at[0] * PX + x, at[1] * PX + y, TILE, TILE)
                found = self._part(gid) if spot.colliderect(view) else None
                if found is not None:
                    yield turned(found[2].colour.subsurface(found[1]), gid), spot.topleft

    def floor_near(self, x: float, y: float) -> Surface | None:
        """The picture of the floor's tile at a point of the map."""
        column, row = int(x // TILE), int(y // TILE)
        gids = self._layers.get(BELOW[0])
        if not gids or not (0 <= column < self.room.width and 0 <= row < self.room.height):
            return None
        gid = gids[row * self.room.width + column]
        found = self._part(gid) if gid else None
        return turned(found[2].colour.subsurface(found[1]), gid) if found is not None else None

    def _around(self, view: Rect) -> list[tuple[int, int]]:
        x0, y0 = max(view.left // PX, 0), max(view.top // PX, 0)
        x1, y1 = min((view.right - 1) // PX, self._size[0] - 1), min((view.bottom - 1) // PX, self._size[1] - 1)
        return [(x, y) for y in range(y0, y1 + 1) for x in range(x0, x1 + 1)]

    def _is_fresh(self, chunk: Chunk | None) -> bool:
        lit = None if chunk is None else chunk.coming or chunk.lit
        return lit is not None and lit.stamp == self.lighting.stamp

    def _next(self, view: Rect, need: list[tuple[int, int]]) -> tuple[int, int] | None:
        """The chunk whose bake is wanted most: light that is out of date in view, then the neighbours."""
        for at in need:
            if not self._is_fresh(self._chunks.get(at)):
                return at
        for at in self._around(view.inflate(PX, PX)):
            if not self._is_fresh(self._chunks.get(at)):
                return at
        return None

    @property
    def is_changing(self) -> bool:
        """Another light is being baked; the view still shows the old one."""
        return self.shown.stamp != self.lighting.stamp

    def relight(self, lighting: Lighting, at_once: bool = False) -> None:
        """Another light. The view keeps the old one until all of it is ready (``at_once``: is baked within the next frame)."""
        self.lighting = lighting
        self._baking.clear()
        if at_once:
            self.shown = lighting
            for chunk in self._chunks.values():
                chunk.lit = chunk.coming = None

    def _change(self) -> None:
        self.shown = self.lighting
        for chunk in self._chunks.values():
            if chunk.coming is not None:
                chunk.lit, chunk.coming = chunk.coming, None

    def _step(self, at: tuple[int, int]) -> None:
        if at not in self._baking:
            if len(self._baking) > 1:  # she turned round; a bake on its way holds 3 MB
                self._baking.pop(next(iter(self._baking)))
            self._baking[at] = self._bake(at)
        if next(self._baking[at], self) is self:
            del self._baking[at]

    def _finish(self, at: tuple[int, int]) -> Chunk:
        baking = self._baking.pop(at, None) or self._bake(at)
        for _ in baking:
            pass
        chunk = self._chunks[at]
        if chunk.lit is None:
            chunk.lit, chunk.coming = chunk.coming, None
        return chunk

    # ---- baking

    def _bake(self, at: tuple[int, int]) -> Iterator[None]:
        """In steps of about two ms: the tiles, then the light, lamp by lamp."""
        lighting = self.lighting
        area = Rect(at[0] * PX, at[1] * PX, PX, PX)
        chunk = self._chunks.get(at)
        if chunk is None:
            tiles = list(self._parts(at))
            chunk = self._chunks[at] = self._tiles(at, tiles)
            while len(self._chunks) > KEPT:
                self._chunks.popitem(last=False)
            yield
            if self._weave is not None:
                chunk.glow = chunk.glow or Surface((PX, PX), 0, 32)
                yield from self._weave.paint(chunk.albedo, chunk.glow, area.topleft)
        key = lighting.key(area)
        old = chunk.lit
        if old is not None and old.key == key:
            old.stamp = lighting.stamp
            return
        normals = self._normal_map(self._parts(at))  # 1 MB while light is baked, so made anew for another light
        yield
        unit = np.trunc(normals_of(normals) * np.float32(127)) * np.float32(1 / 127)
        yield
        surfaces = Surfaces(area.topleft, unit, self._heights(at))
        shading = Shading(surfaces, lighting.sky, self.shape.corners(area))
        for shade in lighting.shading(area):
            shading.shade(shade)
        yield
        for light in lighting.reaching(area):
            shading.add(light, lighting.shadow(light))
            yield
        for beam in lighting.beams:
            shading.beam(beam)
        yield
        lit = Lit(lighting.stamp, key, roomy((PX, PX)))
        pygame.surfarray.blit_array(lit.light, shading.finish().T)
        if self._weave is not None:
            self._weave.unlight(lit.light, area.topleft)
        if shading.flicker is not None and shading.flicker.max() > 0.01:
            unsteady = packed(shading.flicker, 127.5)
            columns, rows = np.flatnonzero(unsteady.any(0)), np.flatnonzero(unsteady.any(1))
            if len(columns):
                lit.flickers_at = int(columns[0]), int(rows[0])
                lit.flicker = lit_surface(unsteady[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
        if chunk.above is not None:
            lit.above = self._above_light(chunk.above, lighting)
        if self.is_changing and chunk.lit is not None:
            chunk.coming = lit
        else:
            chunk.lit = lit

    def _cells(self, at: tuple[int, int], layer: str) -> Iterator[tuple[int, int, int]]:
        """(gid, x, y) of the tiles of a layer in a chunk; x, y px in the chunk."""
        gids = self._layers.get(layer)
        if not gids:
            return
        w, h = self.room.width, self.room.height
        for y in range(at[1] * TILES, min(at[1] * TILES + TILES, h)):
            row = gids[y * w + at[0] * TILES : y * w + min(at[0] * TILES + TILES, w)]
            for i, gid in enumerate(row):
                if gid:
                    yield gid, i * TILE, (y - at[1] * TILES) * TILE

    def _parts(self, at: tuple[int, int]) -> Iterator[tuple[int, int, int, Picture, Rect, Sheet]]:
        """(gid, x, y, picture, its rectangle, its sheet) of the tiles below people, bottom to top."""
        for layer in BELOW:
            for gid, x, y in self._cells(at, layer):
                found = self._part(gid)
                if found is not None:
                    yield gid, x, y, *found

    def _tiles(self, at: tuple[int, int], tiles: list[tuple[int, int, int, Picture, Rect, Sheet]]) -> Chunk:
        """Colours and glow of the tiles below people, and the tiles above them; normals come later."""
        albedo = Surface((PX, PX), 0, 32)
        albedo.fill((6, 5, 12))
        glow: Surface | None = None
        above: Surface | None = None
        moving: list[tuple[int, tuple[int, int]]] = []
        for gid, x, y, picture, rect, sheet in tiles:
            albedo.blit(turned(sheet.colour.subsurface(rect), gid), (x, y))
            shine = sheet.glow(rect)
            if shine is not None:
                glow = glow or Surface((PX, PX), 0, 32)
                glow.blit(turned(shine, gid), (x, y), special_flags=BLEND_RGB_ADD)
            if picture.frames:
                moving.append((gid, (x, y)))
        for layer in ABOVE:
            for gid, x, y in self._cells(at, layer):
                found = self._part(gid)
                if found is not None:
                    above = above or Surface((PX, PX), SRCALPHA, 32)
                    above.blit(turned(found[2].colour.subsurface(found[1]), gid), (x, y))
        below = roomy((PX, PX))
        below.blit(washed(albedo, self._saturation), (0, 0))
        above = washed(above, self._saturation) if above is not None else None
        roof = above.get_bounding_rect(min_alpha=1) if above is not None else Rect(0, 0, 0, 0)
        return Chunk(at, below, glow, above, roof, moving)

    def tile(self, gid: int, tick: int) -> Surface | None:
        """A moving tile as it looks now."""
        picture = source_of(self.room, gid)
        if picture is None:
            return None
        now = frame_at(picture.frames, tick)
        if now not in self._tiles_alone:
            found = self._part(now)
            if found is None:
                return None
            part = turned(found[2].colour.subsurface(found[1]), gid)
            self._tiles_alone[now] = washed(part, self._saturation)
        return self._tiles_alone[now]

    @staticmethod
    def _normal_map(tiles: Iterable[tuple[int, int, int, Picture, Rect, Sheet]]) -> Surface:
        out = Surface((PX, PX), SRCALPHA, 32)
        for gid, x, y, _, rect, sheet in tiles:
            if sheet.normals is not None:
                out.blit(turned(sheet.normals.subsurface(rect), gid), (x, y))
        return out

    def _part(self, gid: int) -> tuple[Picture, Rect, Sheet] | None:
        if gid not in self._found:
            self._found[gid] = self._find(gid)
        return self._found[gid]

    def _find(self, gid: int) -> tuple[Picture, Rect, Sheet] | None:
        picture = source_of(self.room, gid)
        if picture is None:
            return None
        b = picture.box
        return picture, Rect(int(b.x), int(b.y), int(b.w), int(b.h)), self.assets.sheet(picture.source)

    def _heights(self, at: tuple[int, int]) -> F32 | None:
        """px above the floor of the walls' faces; None when all is floor."""
        out: F32 | None = None
        x0, y0 = at[0] * TILES, at[1] * TILES
        up = np.arange(TILE - 1, -1, -1, dtype=np.float32)[:, None]
        for y in range(y0, min(y0 + TILES, self.room.height)):
            for x in range(x0, min(x0 + TILES, self.room.width)):
                base = self.shape.base[y][x]
                if base:
                    if out is None:
                        out = np.zeros((PX, PX), np.float32)
                    px, py = (x - x0) * TILE, (y - y0) * TILE
                    out[py : py + TILE, px : px + TILE] = up + min(base - (y + 1) * TILE, 255 - TILE)
        return out

    def _above_light(self, above: Surface, lighting: Lighting) -> Surface:
        """Roofs and tree tops only see the sky."""
        sky = lighting.sky
        k = 0.98 * FLAT[1]
        colour = [min(int((a + s * 0.8) * k * 127.5), 255) for a, s in zip(sky.ambient, sky.sun)]
        out = above.copy()
        out.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_ADD)
        out.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
        return out
