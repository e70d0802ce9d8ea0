"""The software painter: pygame-ce surfaces, and numpy only inside the stone, the passage and the falling tiles.

Order of one picture: light the scene -> crumble -> bloom -> drain for the stone -> vignette -> stone -> stitches
-> veil -> interface.
Everything static is baked when it is first needed (or by ``warm``). Change together with paint_gl.py and assets/shaders/.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, BLEND_RGB_SUB, Rect, Surface

from game.view import border, looks
from game.view.painter import BLOCK, SIZE, STANDS, Bloom, Colour, Crumble, Frame, Grade, Lens, Passage, Scene, Size
from game.view.pictures import roomy

I32 = npt.NDArray[np.int32]
U8 = npt.NDArray[np.uint8]
KEY = 0xFF00FE
"""A colour that stands for "somebody stands before this": such pixels do not fall with their block."""
VIGNETTES = 2
"""Kept: of 0.9 MB each, and a grade that changes passes through many."""


def _byte(c: Colour, k: float = 1.0) -> tuple[int, int, int]:
    r, g, b = (min(max(int(v * k * 255 + 0.5), 0), 255) for v in c)
    return r, g, b


def picture(a: looks.F) -> Surface:
    """(h, w, 3 or 4) 0..1 or u8 -> surface in the painter's own format (32 bit, alpha only when given)."""
    u = a if a.dtype == np.uint8 else (np.clip(a, 0, 1) * 255 + 0.5).astype(np.uint8)
    h, w, n = u.shape
    s = pygame.image.frombuffer(np.ascontiguousarray(u).tobytes(), (w, h), "RGBA" if n == 4 else "RGB")
    out = Surface((w, h), pygame.SRCALPHA if n == 4 else 0, 32)
    if n == 4:
        out.fill((0, 0, 0, 0))
        out.blit(s, (0, 0), special_flags=pygame.BLEND_RGBA_ADD)
    else:
        out.blit(s, (0, 0))
    return out


def grey(a: looks.F) -> Surface:
    """(h, w) 0..1 -> opaque grey surface."""
    return picture(np.repeat(a[..., None], 3, -1))


@lru_cache(maxsize=16)
def _stone(radius: int) -> tuple[Surface, Surface, int]:
    """(ring, shadow to multiply, half size) for one radius: baked once."""
    ring, _, shadow, _ = looks.stone(radius)
    return picture(ring), grey(1 - shadow), ring.shape[0] // 2


@lru_cache(maxsize=16)
def _halo(radius: int, glow: Colour) -> Surface:
    """Light round the stone, to add."""
    return picture(looks.stone(radius)[1][..., None] * np.array(glow, np.float32) * np.float32(0.30))


def _warm_stone(radius: int, glow: Colour) -> Iterator[None]:
    looks.stone(radius)
    yield
    _stone(radius)
    yield
    _halo(radius, glow)
    yield


@lru_cache(maxsize=32)
def _hole(radius: int, phase: int) -> tuple[tuple[I32, I32], I32, U8, U8, int]:
    """Refraction tables of the hole: (target (x, y), source indices (3, n), multiply (n,), add (n,), half size).

    Indices are into a flat patch of (2c+1)^2 pixels. looks.PHASES phases of the slow wobble make one turn; phase -1 is
    calm: no wobble, no split colours.
    """
    c = int(radius * 1.10) + 2
    n = 2 * c + 1
    y, x = np.mgrid[0:n, 0:n].astype(float) - c
    d, th = np.hypot(x, y), np.arctan2(y, x)
    f = d / (radius * looks.hole_wobble(th))
    inside = f < 1
    dx, dy, f = x[inside], y[inside], f[inside]
    mag = 1 / 1.10 + 0.26 * np.clip((f - 0.70) / 0.30, 0, 1) ** 2
    wob = 0.8 * np.sin(dy * 0.22 + phase / looks.PHASES * 2 * np.pi) * f if phase >= 0 else 0.0 * f
    chroma = 0.022 * f * f if phase >= 0 else 0.0 * f
    src = []
    for k in (1 - chroma, 1.0, 1 + chroma):
        sx, sy = np.rint(dx * mag * k + wob).astype(int) + c, np.rint(dy * mag * k).astype(int) + c
        src.append(np.clip(sy, 0, n - 1) * n + np.clip(sx, 0, n - 1))
    exposure = 1.14 - 0.40 * f**4
    rim = np.clip((f - 0.74) / 0.26, 0, 1) ** 2
    return (
        ((dx + c).astype(np.int32), (dy + c).astype(np.int32)),
        np.array(src, np.int32),
        (exposure * 200).astype(np.uint8),
        (rim * 255).astype(np.uint8),
        c,
    )


class SoftPainter:
    """Paints at ``canvas`` size into ``self.target``; the stage scales it to the window."""

    is_opengl = False

    def __init__(self, size: Size = SIZE) -> None:
        self.size = self.canvas = size
        self.target = Surface(size, 0, 32)
        self._full = Rect((0, 0), size)
        self._patch: dict[int, Surface] = {}
        self._rims: dict[tuple[int, int], npt.NDArray[np.uint32]] = {}
        self._vignettes: dict[int, Surface] = {}
        self._fogs: dict[tuple[Colour, int], Surface] = {}
        self._stitched: tuple[int, Surface] | None = None
        self._void: tuple[Grade, Surface, list[Surface]] | None = None
        self._warming: tuple[float, Iterator[None]] | None = None
        self._tunnel_ramp = np.array([int(h, 16) for h in looks.TUNNEL.split()], np.uint32)

    # ---- what is baked when it is first needed
    @cached_property
    def _other(self) -> Surface:
        return roomy(self.canvas)

    @cached_property
    def _spare(self) -> Surface:
        return roomy(self.canvas)

    @cached_property
    def _grey(self) -> Surface:
        return Surface(self.canvas, 0, 32)

    @cached_property
    def _vignette_field(self) -> U8:
        return (looks.vignette(self.canvas) * 255 + 0.5).astype(np.uint8)

    @cached_property
    def _grain(self) -> Surface:
        return grey(looks.grain_tile(self.canvas) * looks.GRAIN)

    @cached_property
    def _fog_field(self) -> looks.F:
        w, h = self.canvas
        return np.tile(looks.fog_tile(), (h // 256 + 2, w // 512 + 2))[: h + 256, : w + 512]

    def _nothing(self, grade: Grade) -> tuple[Surface, list[Surface]]:
        """The white nothing and the sixteen torn undersides above it, through the grade of a place."""
        if self._void is None or self._void[0] != grade:
            void, strip = picture(looks.void_tile()), picture(looks.slab_strip())
            self._grade(void, grade)
            plain = Surface(strip.get_size(), 0, 32)
            plain.blit(strip, (0, 0))
            self._grade(plain, grade)
            pygame.surfarray.pixels3d(strip)[...] = pygame.surfarray.pixels3d(plain)
            self._void = grade, void, [strip.subsurface((i * BLOCK, 0, BLOCK, 12)) for i in range(16)]
        return self._void[1], self._void[2]

    @cached_property
    def _edges(self) -> list[Surface]:
        return [_edge(m) for m in range(16)]

    @cached_property
    def _pieces(self) -> tuple[npt.NDArray[Any], ...]:
        return _piece_tables(self.canvas[0])

    @cached_property
    def _skin(self) -> npt.NDArray[np.float32]:
        return looks.passage_skin().astype(np.float32)

    @cached_property
    def _wide(self) -> npt.NDArray[np.uint32]:
        return np.zeros((self.canvas[1], self.canvas[0]), np.uint32)

    def warm(self, stone: float = 60.0) -> Iterator[None]:
        """Bakes what later effects need, a little at each next(): one step a frame after loading."""
        for name in ("_grain", "_grey"):
            getattr(self, name)
            yield
        border.warm(self.canvas)
        yield
        for radius in looks.RADII:
            if radius <= stone:
                yield from _warm_stone(radius, Lens.glow)
                for phase in range(looks.PHASES if radius >= looks.WOBBLES_FROM else 1):
                    _hole(radius, phase)
                    yield

    def _get_ready(self, stone: float) -> None:
        """A step of what the stone in her pocket will need."""
        if stone <= 0:
            return
        if self._warming is None or self._warming[0] != stone:
            self._warming = stone, self.warm(stone)
        next(self._warming[1], None)

    def close(self) -> None:
        """Nothing is held outside this process."""

    # ---- one picture
    def draw(self, frame: Frame) -> None:
        out = self.target
        self._get_ready(frame.stone)
        if frame.passage:
            self._passage(out, frame.passage, frame.calm)
        else:
            self._light(out, frame.scene, self._full, frame.time)
            if frame.crumble:
                self._crumble(out, frame.crumble, frame)
            if frame.bloom and frame.bloom.amount > 0:
                self._bloom(out, frame.bloom, frame.time)
        lens = frame.lens
        if lens and lens.amount > 0:
            self._drain(out, lens.amount, looks.grain_corner(frame))
        dusk = looks.dusk(frame)
        if dusk > 0:
            out.blit(self._vignette(dusk), (0, 0), special_flags=BLEND_RGB_MULT)
        for s, at in frame.over:
            out.blit(s, at)
        if lens and lens.amount > 0 and lens.radius >= 3:
            self._lens(out, lens, frame.truth or frame.scene, frame)
        self._stitch(out, int(frame.stitches * 16 + 0.5))
        self._veil(out, frame)
        if frame.paint_over:
            frame.paint_over(out)

    def read(self) -> npt.NDArray[np.uint8]:
        return pygame.surfarray.array3d(self.target).swapaxes(0, 1).copy()

    def _stitch(self, out: Surface, steps: int) -> None:
        if steps <= 0:
            return
        if self._stitched is None or self._stitched[0] != steps:
            self._stitched = (steps, picture(border.stitches(self.canvas, steps)))
        (w, h), s, m = self.canvas, self._stitched[1], border.SEWN
        sides = (Rect(0, 0, w, m), Rect(0, h - m, w, m), Rect(0, m, m, h - 2 * m), Rect(w - m, m, m, h - 2 * m))
        for r in (self._full,) if steps > 48 else sides:
            out.blit(s, r, r)

    def _veil(self, out: Surface, frame: Frame) -> None:
        if frame.veiled >= 1:
            out.fill(frame.veil)
        elif frame.veiled > 0:
            k = int((1 - frame.veiled) * 255 + 0.5)
            out.fill((k, k, k), special_flags=BLEND_RGB_MULT)
            if any(frame.veil):
                r, g, b = (int(v * frame.veiled + 0.5) for v in frame.veil)
                out.fill((r, g, b), special_flags=BLEND_RGB_ADD)

    # ---- scene
    def _light(self, out: Surface, scene: Scene, area: Rect, time: float) -> None:
        """Fills ``area`` of out (same coordinates; out may be a patch whose top left is area's)."""
        whole = out.get_size() == self.canvas
        at = area.topleft if whole else (0, 0)
        half = self._spare if whole else Surface(out.get_size(), 0, 32)
        half.blit(scene.albedo.surface, at, area)
        if scene.fog.density > 0:
            self._fog(half, scene, area, at, time)
        half.blit(scene.light.surface, at, area, BLEND_RGB_MULT)
        out.blit(half, (0, 0))
        out.blit(
            half, (0, 0), None, BLEND_RGB_ADD
        )  # light 128 = 1.0, so twice; onto itself would take ten times as long
        out.blit(scene.emissive.surface, at, area, BLEND_RGB_ADD)
        self._grade(out, scene.grade)

    def _grade(self, out: Surface, grade: Grade) -> None:
        whole = out.get_size() == self.canvas
        if grade.saturation < 0.98:
            of = out if out.get_parent() is None else out.copy()  # of a part of a larger picture it makes stripes
            g = pygame.transform.grayscale(of, self._grey) if whole else pygame.transform.grayscale(of)
            g.set_alpha(int((1 - grade.saturation) * 255 + 0.5))
            out.blit(g, (0, 0))
            g.set_alpha(None)
        r, g_, b = grade.gain
        over, under = (max(r - 1, 0), max(g_ - 1, 0), max(b - 1, 0)), (min(r, 1), min(g_, 1), min(b, 1))
        if max(over) > 0.004:
            spare = self._spare if whole else out.copy()
            if whole:
                spare.blit(out, (0, 0))
            spare.fill(_byte(over), special_flags=BLEND_RGB_MULT)
            out.blit(spare, (0, 0), special_flags=BLEND_RGB_ADD)
        if min(under) < 0.996:
            out.fill(_byte(under), special_flags=BLEND_RGB_MULT)
        if max(grade.lift) > 0:
            out.fill(_byte(grade.lift), special_flags=BLEND_RGB_ADD)
        if min(grade.lift) < 0:
            out.fill(_byte(grade.lift, -1), special_flags=BLEND_RGB_SUB)

    def _fog(self, out: Surface, scene: Scene, area: Rect, at: tuple[int, int], time: float) -> None:
        fog = scene.fog
        key = (fog.colour, int(fog.density * 64))
        if key not in self._fogs:
            a = np.empty((*self._fog_field.shape, 4))
            a[..., :3], a[..., 3] = fog.colour, self._fog_field * fog.density
            self._fogs[key] = picture(a)
        ox, oy = int(time * fog.scroll[0]) % 512, int(time * fog.scroll[1]) % 256
        out.blit(self._fogs[key], at, area.move(ox, oy))

    def _vignette(self, amount: float) -> Surface:
        k = int(amount * looks.DUSKS + 0.5)
        if k not in self._vignettes:
            while len(self._vignettes) >= VIGNETTES:
                del self._vignettes[next(iter(self._vignettes))]
            table = ((1 - np.arange(256) / 255 * k / looks.DUSKS) * 255 + 0.5).astype(np.uint32) * 0x010101
            s = Surface(self.canvas, 0, 32)
            pygame.surfarray.blit_array(s, table[self._vignette_field].T)
            self._vignettes[k] = s
        return self._vignettes[k]

    # ---- adder stone
    def _drain(self, out: Surface, amount: float, corner: tuple[int, int]) -> None:
        """The world outside the stone: grey, cool, grainy."""
        g = pygame.transform.grayscale(out, self._grey)
        g.fill((184, 198, 230), special_flags=BLEND_RGB_MULT)
        g.blit(self._grain, (0, 0), Rect(corner, self.canvas), BLEND_RGB_ADD)
        if amount >= 1:
            out.blit(g, (0, 0))
        else:
            g.set_alpha(int(amount * 255))
            out.blit(g, (0, 0))
            g.set_alpha(None)

    def _lens(self, out: Surface, lens: Lens, truth: Scene, frame: Frame) -> None:
        radius, x, y = looks.baked_radius(lens.radius), math.floor(lens.x + 0.5), math.floor(lens.y + 0.5)
        ring, shadow, half = _stone(radius)
        halo = _halo(radius, lens.glow)
        at = (x - half, y - half)
        out.blit(shadow, at, special_flags=BLEND_RGB_MULT)
        out.blit(halo, at, special_flags=BLEND_RGB_ADD)
        target, source, exposure, rim, c = _hole(radius, looks.phase_of(frame, radius))
        n = 2 * c + 1
        patch = self._patch.setdefault(n, Surface((n, n), 0, 32))
        patch.fill((6, 5, 12))
        area = Rect(x - c, y - c, n, n)
        seen = area.clip(self._full)
        if seen.w and seen.h:
            part = patch if seen.size == area.size else Surface(seen.size, 0, 32)
            self._light(part, truth, seen, frame.time)
            if part is not patch:
                patch.blit(part, (seen.x - area.x, seen.y - area.y))
        flat, times = _flat(patch), exposure.astype(np.uint32)
        lit = np.zeros(len(times), np.uint32)
        for i in range(3):
            one = flat.take(source[i]) >> np.uint32(16 - 8 * i) & np.uint32(255)
            one *= times
            one //= np.uint32(200)
            one += self._rim_light(radius, rim, int(lens.glow[i] * 105))
            lit = lit << np.uint32(8) | np.minimum(one, np.uint32(255))
        del flat
        base = out.subsurface(seen) if seen == area else None
        view = Surface((n, n), 0, 32) if base is None else base
        if base is None:
            view.blit(out, (0, 0), area)
        px = pygame.surfarray.pixels2d(view)
        px[target] = lit
        del px
        if base is None:
            out.blit(view, area.topleft)
        out.blit(ring, at)

    def _rim_light(self, radius: int, rim: U8, glow: int) -> npt.NDArray[np.uint32]:
        """What the soul's light, 0..255 of one colour, adds to the hole's pixels; their rim does not wobble."""
        if (radius, glow) not in self._rims:
            if len(self._rims) > 3 * len(looks.RADII):
                self._rims.clear()
            self._rims[radius, glow] = rim.astype(np.uint32) * np.uint32(glow) // np.uint32(255)
        return self._rims[radius, glow]

    # ---- crumble
    def _crumble(self, out: Surface, crumble: Crumble, frame: Frame) -> None:
        k = crumble.integrity
        solid = k >= STANDS
        gone = ~solid & (k >= 0)
        loose = solid & (k < looks.TREMBLES_AT) & (not frame.calm)
        if not (gone.any() or loose.any()):
            return
        columns, rows = crumble.origin[0] // BLOCK, crumble.origin[1] // BLOCK
        ox, oy = crumble.origin[0] % BLOCK, crumble.origin[1] % BLOCK
        seed = looks.block_seed((columns, rows), k.shape)
        lit = self._other
        lit.blit(out, (0, 0))
        if loose.any():
            self._tremble(out, lit, loose, looks.tremble(seed, frame.time), (ox, oy))
        if not gone.any():
            return
        void, slabs = self._nothing(frame.scene.grade)
        ys, xs = np.nonzero(gone)
        area = Rect(int(xs.min()) * BLOCK - ox, int(ys.min()) * BLOCK - oy, 0, 0)
        area.size = int(xs.max()) * BLOCK + BLOCK - ox - area.x, int(ys.max()) * BLOCK + BLOCK - oy - area.y
        spare = self._spare
        spare.set_clip(area)
        n = looks.VOID_PX
        for x in range(-(crumble.origin[0] % n), self.canvas[0], n):
            for y in range(-(crumble.origin[1] % n), self.canvas[1], n):
                spare.blit(void, (x, y))
        spare.set_clip(None)
        out.blits(_runs(spare, gone, BLOCK, (ox, oy)), False)
        p = np.pad(gone, 1)
        code = (p[:-2, 1:-1] * 1 + p[1:-1, 2:] * 2 + p[2:, 1:-1] * 4 + p[1:-1, :-2] * 8) * solid
        where = zip(*(q.tolist() for q in np.nonzero(code)), code[code > 0].tolist())
        blits = [(self._edges[m], (x * BLOCK - ox, y * BLOCK - oy)) for y, x, m in where]
        drop = gone[1:] & solid[:-1]  # void below a floor: show its thickness
        drop[:-1] &= ~solid[2:]
        under = zip(*(q.tolist() for q in np.nonzero(drop)))
        blits += [(slabs[(x + columns) % 16], (x * BLOCK - ox, (y + 1) * BLOCK - oy)) for y, x in under]
        out.fblits(blits)
        people = []
        for mask, at in crumble.spared:
            one = Surface(mask.get_size(), 0, 32)
            one.blit(lit, (0, 0), Rect(at, one.get_size()))
            people.append((mask, at, one))
        for mask, at, _ in people:
            mask.to_surface(lit, setcolor=pygame.Color(255, 0, 254), unsetcolor=None, dest=at)
        self._fall(out, lit, crumble)
        for mask, at, one in people:
            mask.to_surface(out, setsurface=one, unsetcolor=None, dest=at)

    def _tremble(
        self, out: Surface, lit: Surface, loose: npt.NDArray[np.bool_], by: looks.F, at: tuple[int, int]
    ) -> None:
        """Blocks that loosen are shown a pixel to the side."""
        ys, xs = np.nonzero(loose & (by != 0))
        shifts = by[ys, xs].tolist()
        places = zip((xs * BLOCK - at[0]).tolist(), (ys * BLOCK - at[1]).tolist(), shifts)
        out.blits([(lit, (x, y), (x - dx, y, BLOCK, BLOCK)) for x, y, dx in places], False)

    def _fall(self, out: Surface, lit: Surface, crumble: Crumble) -> None:
        """All falling blocks in one gather and one scatter; a table per (step of fall, turn)."""
        found, w = looks.pieces(crumble, self.canvas), self.canvas[0]
        if found is None:
            return
        state = found.step * looks.TURNS + found.turn
        starts, counts, source, target, shade = self._pieces
        n = counts[state]
        rows = np.arange(n.sum()) + np.repeat(starts[state] - np.cumsum(n) + n, n)  # of the tables, piece after piece
        from_ = source[rows] + np.repeat(
            found.from_y * (w + 1) + found.from_x, n
        )  # _other is one px wider than it seems
        dst = target[rows] + np.repeat(found.y * w + found.x, n)
        a = _flat(lit)[from_]
        white = np.repeat((found.bleach * 255).astype(np.uint32), n)
        stay, dark, o = 255 - white, shade[rows], np.zeros(len(a), np.uint32)
        for shift, pale in ((16, 236), (8, 228), (0, 224)):
            o |= (((a >> shift & 255) * stay + pale * white) // 255 * dark >> 8) << shift
        if crumble.spared:
            own = (a & 0xFFFFFF) != KEY
            dst, o = dst[own], o[own]
        _flat(out)[dst] = o

    # ---- passage
    def _passage(self, out: Surface, p: Passage, calm: bool) -> None:
        """Gather of an animated skin (depth x angle) through a fixed screen table, at full size."""
        screen = _passage_table(self.canvas, *p.centre)
        depth = np.arange(_PD, dtype=np.float32) / _PD * _PMAX
        shift, tone = looks.passage_squeeze(depth, p.pulse, p.strength)
        if calm:
            shift = np.zeros_like(shift)
        rows = ((depth + shift - p.travel) * looks.ROWS).astype(int) % (4 * looks.ROWS)
        v = self._skin[rows] * looks.passage_contrast(depth)[:, None] + (looks.passage_glow(depth) + tone)[:, None]
        band = self._tunnel_ramp[np.clip(v * 8, 0, 7).astype(np.int8)]
        np.take(band.reshape(-1), screen, out=self._wide, mode="clip")
        pygame.surfarray.blit_array(out, self._wide.T)

    # ---- palette bloom
    def _bloom(self, out: Surface, bloom: Bloom, time: float) -> None:
        other = self._other
        self._light(other, bloom.into, self._full, time)
        if bloom.amount >= 1:
            out.blit(other, (0, 0))
            return
        q = looks.PETAL
        order = looks.bloom_map(self.canvas, int(bloom.x), int(bloom.y))
        behind = bloom.amount * 1.05 - order
        out.blits(_runs(other, behind > 0, q), False)
        levels = [lv for lv, _ in looks.BLOOM_EDGE] + [looks.BLOOM_BACK]
        for (low, colour), high in zip(looks.BLOOM_EDGE, levels[1:]):
            dot = Surface((q, q), 0, 32)
            dot.fill(pygame.Color("#" + colour))
            ys, xs = np.nonzero((behind > low) & (behind <= high))
            out.fblits([(dot, (x * q, y * q)) for y, x in zip(ys.tolist(), xs.tolist())])


_PD, _PMAX = 1024, 16.0
"""Rows of the animated passage skin, and the chambers they span."""


def _edge(mask: int) -> Surface:
    """8x8 overlay: a bright line on the sides (1 up, 2 right, 4 down, 8 left) where the next block is gone."""
    s = Surface((BLOCK, BLOCK), pygame.SRCALPHA, 32)
    for bit, r in ((1, (0, 0, 8, 1)), (2, (7, 0, 1, 8)), (4, (0, 7, 8, 1)), (8, (0, 0, 1, 8))):
        if mask & bit:
            s.fill((255, 245, 219, 166), r)
    return s


def _flat(s: Surface) -> npt.NDArray[np.uint32]:
    """All pixels of a picture of 32 bits, row by row, with what lies beyond the rows' ends. Hold it only for a moment."""
    pixels: npt.NDArray[np.uint32] = pygame.surfarray.pixels2d(s.get_parent() or s).T
    assert pixels.flags.c_contiguous
    return pixels.reshape(-1)


def _runs(
    from_: Surface, mask: npt.NDArray[np.bool_], q: int, at: tuple[int, int] = (0, 0)
) -> list[tuple[Surface, tuple[int, int], tuple[int, int, int, int]]]:
    """Blits of the parts of ``from_`` whose q x q cells are set, one for each run of a row; ``at``: px of the first cell
    that lie left of and above the picture."""
    runs = np.diff(np.pad(mask.astype(np.int8), ((0, 0), (1, 1))), axis=1)
    rows, starts = np.nonzero(runs == 1)
    ends = np.nonzero(runs == -1)[1]
    xs, ys, ws = (starts * q - at[0]).tolist(), (rows * q - at[1]).tolist(), ((ends - starts) * q).tolist()
    return [(from_, (x, y), (x, y, w, q)) for x, y, w in zip(xs, ys, ws)]


@lru_cache(maxsize=2)
def _passage_table(size: Size, cx: int, cy: int) -> I32:
    depth, angle = looks.passage_map(size, cx, cy)
    row = np.clip(depth / _PMAX * _PD, 0, _PD - 1).astype(np.int32)
    return np.asarray(row * looks.COLS + (angle * looks.COLS).astype(np.int32) % looks.COLS, np.int32)


def _piece_tables(width: int) -> tuple[npt.NDArray[Any], ...]:
    """For each (step of the fall, turn) the pixels of a shrunk, turned, tilting 8x8 piece in a 12x12 box, all in flat tables.

    (first row, number of rows) per state; then per row: source offset (in a ``roomy`` picture ``width`` wide), target offset
    (in a plain one), shade 0..256.
    """
    side = looks.PIECE
    y, x = (v.reshape(-1) - (side - 1) / 2 for v in np.mgrid[0:side, 0:side].astype(float))
    counts, source, target, shade = [], [], [], []
    for s in range(looks.STATES):
        f = s / (looks.STATES - 1)
        size, tilt = 1 - 0.72 * f, float(looks.tilt(np.array(f)))
        for t in range(looks.TURNS):
            a = t / looks.TURNS * np.pi / 2
            u, v = (np.cos(a) * x + np.sin(a) * y) / size, (-np.sin(a) * x + np.cos(a) * y) / (size * tilt)
            inside = np.flatnonzero((np.abs(u) < 4) & (np.abs(v) < 4))
            u, v, lip = u[inside], v[inside], 1.1 / (size * tilt)
            counts.append(len(inside))
            source.append((v + 4).astype(int) * (width + 1) + (u + 4).astype(int))
            target.append(inside // side * width + inside % side)
            shade.append(np.where(v > 4 - lip, 170, np.where(v < -4 + lip, 256, 226)))
    n = np.array(counts)
    return (
        np.cumsum(n) - n,
        n,
        np.concatenate(source),
        np.concatenate(target),
        np.concatenate(shade).astype(np.uint32),
    )
