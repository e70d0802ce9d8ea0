"""The OpenGL painter: moderngl, GLSL 330 in assets/shaders/. Same picture as paint_soft.py, but
refraction and halo at window resolution.

Passes: scene (logical) -> compose or passage (logical) -> falling pieces (logical) -> window -> lens
(window) -> stitches -> veil -> interface.
Logical targets keep row 0 at the top; only the window pass flips. Change together with paint_soft.py.
"""

from __future__ import annotations

import math
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import moderngl
import numpy as np
import numpy.typing as npt
import pygame

from game.view import border, looks
from game.view.painter import BLOCK, SIZE, Crumble, Frame, Grade, Layer, Lens, Scene, Size, grid_of

NAMES = ("scene", "compose", "passage", "present", "lens", "flat")
Area = tuple[float, float, float, float]
Texture = Any
Framebuffer = Any


def is_software(ctx: Any) -> bool:
    """True when OpenGL runs on the processor (llvmpipe and friends): `auto` then chooses the software painter."""
    name = str(ctx.info["GL_RENDERER"]).lower()
    return any(w in name for w in ("llvmpipe", "softpipe", "swiftshader", "software", "gdi generic", "basic render"))


class GLPainter:
    """Paints into the bound window (``window=True``) or an offscreen target of ``size``; ``area`` = where the canvas lies in it.

    ``area`` is (x, y, w, h) in window px, y down; left out: letterboxed, zoomed by a whole number.
    """

    is_opengl = True

    def __init__(
        self,
        ctx: Any,
        shaders: Path,
        size: Size,
        canvas: Size = SIZE,
        window: bool = False,
        area: tuple[int, int, int, int] | None = None,
    ) -> None:
        self.ctx, self.size, self.canvas, self._shaders = ctx, size, canvas, shaders
        zoom = max(min(size[0] // canvas[0], size[1] // canvas[1]), 1)
        w, h = canvas[0] * zoom, canvas[1] * zoom
        self.area = area or ((size[0] - w) // 2, (size[1] - h) // 2, w, h)
        self.screen = ctx.screen if window else ctx.simple_framebuffer(size, 3)
        if window:
            self.screen.viewport = (0, 0, *size)  # it remembers the window that the context was born with
            self.screen.scissor = None
        vertex = self._source("screen.vert")
        self._programs = {
            n: ctx.program(vertex_shader=vertex, fragment_shader=self._source(f"{n}.frag")) for n in NAMES
        }
        self._quads = {n: ctx.vertex_array(p, []) for n, p in self._programs.items()}
        self._lit, self._into, self._truth, self._world = (self._logical() for _ in range(4))
        self._seen = {id(t): t.color_attachments[0] for t in (self._lit, self._into, self._truth, self._world)}
        for t in (self._truth, self._world):
            self._seen[id(t)].filter = (moderngl.LINEAR, moderngl.LINEAR)
        self._layers: dict[str, tuple[Texture, weakref.ref[pygame.Surface] | None, int]] = {}
        self._fixed: dict[str, Texture] = {}
        self._keyed: dict[str, tuple[object, Texture]] = {}
        self._over: pygame.Surface | None = None
        self._spared: pygame.Surface | None = None
        self._warming: tuple[float, Iterator[None]] | None = None
        self._same_light = False
        self._falling: tuple[Any, Any, Any] | None = None
        self._tunnel = [tuple(c) for c in looks.ramp(looks.TUNNEL)]

    def _source(self, name: str) -> str:
        text = (self._shaders / name).read_text(encoding="utf-8")
        for part in ("common", "grade"):
            text = text.replace(f"#include {part}", (self._shaders / f"{part}.glsl").read_text(encoding="utf-8"))
        return text

    def warm(self, stone: float = 60.0) -> Iterator[None]:
        for radius in looks.RADII:
            if radius <= stone:
                self._ring(radius)
                yield
        for name in ("grain_tile", "vignette_field"):
            self._still(name)
            yield
        border.warm(self.canvas)
        yield

    def _get_ready(self, stone: float) -> None:
        """A step of what the stone in her pocket will need."""
        if stone <= 0:
            return
        if self._warming is None or self._warming[0] != stone:
            self._warming = stone, self.warm(stone)
        next(self._warming[1], None)

    def _ring(self, radius: int) -> Texture:
        name = f"ring{radius}"
        if name not in self._fixed:
            self._fixed[name] = self._rgba(looks.stone(radius)[0])
        return self._fixed[name]

    def close(self) -> None:
        """The window and its context belong to the stage; textures go with the context."""
        self._layers.clear()
        self._keyed.clear()
        self._fixed.clear()

    # ---- textures
    def _logical(self) -> Framebuffer:
        t = self.ctx.texture(self.canvas, 4)
        t.filter, t.repeat_x, t.repeat_y = (moderngl.NEAREST, moderngl.NEAREST), False, False
        return self.ctx.framebuffer([t])

    def _picture_of(self, target: Framebuffer) -> Texture:
        return self._seen[id(target)]

    def _field(self, a: looks.F) -> Texture:
        """(h, w) or (h, w, n) floats as they are."""
        n = 1 if a.ndim == 2 else a.shape[2]
        return self.ctx.texture((a.shape[1], a.shape[0]), n, np.ascontiguousarray(a, np.float32).tobytes(), dtype="f4")

    def _rgba(self, a: looks.F) -> Texture:
        u = a if a.dtype == np.uint8 else (np.clip(a, 0, 1) * 255 + 0.5).astype(np.uint8)
        return self.ctx.texture((u.shape[1], u.shape[0]), u.shape[2], np.ascontiguousarray(u).tobytes(), alignment=1)

    def _sprite(self, s: pygame.Surface) -> Texture:
        pixels = np.frombuffer(pygame.image.tobytes(s, "RGBA"), np.uint8)
        return self._rgba(pixels.reshape(s.get_height(), s.get_width(), 4))

    def _still(self, name: str) -> Texture:
        """A picture that never changes, baked when it is first wanted."""
        if name not in self._fixed:
            a = _FIXED[name](self.canvas)
            self._fixed[name] = self._field(a) if a.ndim == 2 else self._rgba(a)
        return self._fixed[name]

    def _cached(self, name: str, key: object, make: Callable[[], Texture]) -> Texture:
        """A texture that is made again only when its key changes (stone radius, stitch count, bloom centre)."""
        old = self._keyed.get(name)
        if old and old[0] == key:
            return old[1]
        if old:
            old[1].release()
        self._keyed[name] = (key, make())
        return self._keyed[name][1]

    def _layer(self, slot: str, layer: Layer) -> Texture:
        """The layer's pixels on the card; uploaded only when the surface or its version changed."""
        texture, ref, version = self._layers.get(slot, (None, None, -1))
        if texture is None:
            texture = self.ctx.texture(self.canvas, 4)
            texture.swizzle = "BGR1"  # pygame's 32-bit surfaces are B, G, R, x in memory
        if ref is None or ref() is not layer.surface or version != layer.version:
            if layer.area is None:
                texture.write(layer.surface.get_view("0"))
            elif layer.area.w and layer.area.h:
                part = pygame.Surface(layer.area.size, 0, 32)
                part.blit(layer.surface, (0, 0), layer.area)
                texture.write(part.get_view("0"), viewport=tuple(layer.area))
            self._layers[slot] = (texture, weakref.ref(layer.surface), layer.version)
        return texture

    # ---- passes
    def _pass(self, name: str, target: Framebuffer, area: Area, textures: dict[str, Texture], **values: object) -> None:
        program = self._programs[name]
        target.use()
        window = target is self.screen
        values |= {"area": area, "target": self.size if window else self.canvas, "flip": window}
        self._set(program, textures, values)
        self._quads[name].render(moderngl.TRIANGLE_STRIP, 4)

    @staticmethod
    def _set(program: Any, textures: dict[str, Texture], values: dict[str, object]) -> None:
        for unit, (key, texture) in enumerate(textures.items()):
            if key in program:
                texture.use(unit)
                program[key] = unit
        for key, value in values.items():
            if key in program:
                program[key] = value

    def _scene(self, slot: str, target: Framebuffer, scene: Scene, area: Area, time: float) -> None:
        g, fog = scene.grade, scene.fog
        shared = slot == "truth" and self._same_light
        self._pass(
            "scene",
            target,
            area,
            {
                "albedo": self._layer(slot + ".albedo", scene.albedo),
                "light": self._layers["scene.light"][0] if shared else self._layer(slot + ".light", scene.light),
                "emissive": self._layer(slot + ".emissive", scene.emissive),
            }
            | ({"fog_tile": self._still("fog_tile")} if fog.density > 0 else {}),
            fog=(*fog.colour, fog.density),
            fog_at=(int(time * fog.scroll[0]) % 512, int(time * fog.scroll[1]) % 256),
            saturation=g.saturation,
            gain=g.gain,
            lift=g.lift,
        )

    def draw(self, frame: Frame) -> None:
        self._get_ready(frame.stone)
        ctx, full, lens = self.ctx, (0, 0, *self.canvas), frame.lens
        ctx.disable(moderngl.BLEND)
        self._same_light = frame.truth is not None and frame.truth.light.surface is frame.scene.light.surface
        amount = lens.amount if lens else 0.0
        shared = {"vignette_field": self._still("vignette_field")}
        if amount > 0:
            shared["grain_tile"] = self._still("grain_tile")
        values: dict[str, object] = {
            "drain": amount,
            "grain_at": looks.grain_corner(frame),
            "dusk": int(looks.dusk(frame) * looks.DUSKS + 0.5) / looks.DUSKS,
        }
        if frame.passage:
            self._passage(frame, shared, values)
        else:
            self._scene("scene", self._lit, frame.scene, full, frame.time)
            self._compose(frame, shared, values)
        self.screen.use()
        if self.area != (0, 0, *self.size):
            ctx.clear()
        zoom = (self.area[2] / self.canvas[0], self.area[3] / self.canvas[1])
        if lens and amount > 0 and lens.radius >= 3:
            self._see_truth(lens, frame.truth or frame.scene, frame.time)
        self._present(self._picture_of(self._world), zoom)
        if lens and amount > 0 and lens.radius >= 3:
            self._lens(lens, frame, zoom)
        ctx.enable(moderngl.BLEND)
        ctx.blend_func = moderngl.SRC_ALPHA, moderngl.ONE_MINUS_SRC_ALPHA
        steps = int(frame.stitches * 16 + 0.5)
        if steps > 0:
            sewn = self._cached("stitches", steps, lambda: self._rgba(border.stitches(self.canvas, steps)))
            self._present(sewn, zoom)
        if frame.veiled > 0:
            colour = (*(v / 255 for v in frame.veil), min(frame.veiled, 1.0))
            self._pass("flat", self.screen, self.area, {}, colour=colour)
        if frame.paint_over:
            self._interface(frame.paint_over, zoom)
        ctx.disable(moderngl.BLEND)

    def _present(self, source: Texture, zoom: tuple[float, float]) -> None:
        self._pass(
            "present",
            self.screen,
            self.area,
            {"source": source},
            zoom=zoom,
            corner=self.area[:2],
            size=self.canvas,
            smooth_edges=any(z != int(z) for z in zoom),
        )

    def _interface(self, paint: Callable[[pygame.Surface], None], zoom: tuple[float, float]) -> None:
        """The interface on its own transparent layer, laid over the picture."""
        if self._over is None:
            self._over = pygame.Surface(self.canvas, pygame.SRCALPHA, 32)
        self._over.fill((0, 0, 0, 0))
        paint(self._over)
        texture, _, _ = self._layers.get("interface", (None, None, 0))
        if texture is None:
            texture = self.ctx.texture(self.canvas, 4)
            texture.swizzle, texture.filter = "BGRA", (moderngl.LINEAR, moderngl.LINEAR)
            texture.repeat_x = texture.repeat_y = False
            self._layers["interface"] = (texture, None, 0)
        texture.write(self._over.get_view("0"))
        self._present(texture, zoom)

    def _compose(self, frame: Frame, shared: dict[str, Texture], values: dict[str, object]) -> None:
        bloom, crumble = frame.bloom, frame.crumble
        textures = shared | {"lit": self._picture_of(self._lit)}
        if crumble:
            textures |= self._crumbling(crumble)
            values |= self._where(crumble, frame.scene.grade)
            values["tremor"] = -1 if frame.calm else int(frame.time * looks.TREMBLES_HZ)
        if bloom and bloom.amount > 0:
            self._scene("into", self._into, bloom.into, (0, 0, *self.canvas), frame.time)
            key = (int(bloom.x), int(bloom.y))
            textures["lit_into"] = self._picture_of(self._into)
            textures["bloom_order"] = self._cached(
                "bloom", key, lambda: self._field(looks.bloom_map(self.canvas, *key))
            )
        self._pass(
            "compose",
            self._world,
            (0, 0, *self.canvas),
            textures,
            crumbling=crumble is not None,
            blooming=bloom.amount if bloom else 0.0,
            **values,
        )
        if crumble:
            more = {"lit": self._picture_of(self._lit), "spared": textures["spared"]}
            self._fall(crumble, shared | more, values)

    def _crumbling(self, crumble: Crumble) -> dict[str, Texture]:
        """The textures of a crumble: how much is left of each block, and where somebody stands before them."""
        rows, columns = crumble.integrity.shape
        if self._spared is None:
            self._spared = pygame.Surface(self.canvas, 0, 32)
        self._spared.fill((0, 0, 0))
        for mask, at in crumble.spared:
            mask.to_surface(self._spared, setcolor=(255, 255, 255), unsetcolor=None, dest=at)
        size = (columns, rows)
        integrity = self._cached("integrity", size, lambda: self.ctx.texture(size, 2, dtype="f4"))
        seed = looks.block_seed(_first(crumble), (rows, columns))
        integrity.write(np.ascontiguousarray(np.stack([crumble.integrity, seed], -1), np.float32))
        spared = self._cached("spared", 0, lambda: self.ctx.texture(self.canvas, 4))
        spared.write(self._spared.get_view("0"))
        still = {n: self._still(n) for n in ("white_void", "slab")}
        return still | {"integrity": integrity, "spared": spared}

    @staticmethod
    def _where(crumble: Crumble, grade: Grade) -> dict[str, object]:
        x, y = crumble.origin
        n = looks.VOID_PX
        return {
            "block_at": (x % BLOCK, y % BLOCK),
            "first_column": x // BLOCK % 16,
            "void_at": (x % n, y % n),
            "saturation": grade.saturation,
            "gain": grade.gain,
            "lift": grade.lift,
        }

    def _passage(self, frame: Frame, shared: dict[str, Texture], values: dict[str, object]) -> None:
        p = frame.passage
        assert p
        make = lambda: self._field(np.stack(looks.passage_map(self.canvas, *p.centre), -1))  # noqa: E731
        textures = shared | {"passage_map": self._cached("passage", p.centre, make), "skin": self._still("skin")}
        self._pass(
            "passage",
            self._world,
            (0, 0, *self.canvas),
            textures,
            ramp=self._tunnel,
            travel=p.travel,
            squeeze_at=13.0 * (1 - p.pulse) - 0.8,
            squeeze=p.strength if p.pulse > 0 else 0.0,
            shifts=not frame.calm,
            **values,
        )
        self.ctx.enable(moderngl.BLEND)
        self.ctx.blend_func = moderngl.SRC_ALPHA, moderngl.ONE_MINUS_SRC_ALPHA
        for i, (s, (x, y)) in enumerate(frame.over):
            texture = self._cached(f"over{i}", id(s), lambda s=s: self._sprite(s))  # type: ignore[misc]
            self._pass(
                "present",
                self._world,
                (x, y, *s.get_size()),
                {"source": texture},
                zoom=(1.0, 1.0),
                corner=(x, y),
                size=s.get_size(),
                smooth_edges=False,
            )
        self.ctx.disable(moderngl.BLEND)

    def _fall(self, crumble: Crumble, textures: dict[str, Texture], values: dict[str, object]) -> None:
        found = looks.pieces(crumble, self.canvas)
        if found is None:
            return
        if self._falling is None:
            columns, rows = grid_of(self.canvas, (1, 1))
            program = self.ctx.program(
                vertex_shader=self._source("piece.vert"), fragment_shader=self._source("piece.frag")
            )
            blocks = self.ctx.buffer(reserve=columns * rows * 28, dynamic=True)
            self._falling = program, blocks, self.ctx.vertex_array(program, [(blocks, "4f 3f/i", "places", "state")])
        program, blocks, pieces = self._falling
        steps = found.step / (looks.STATES - 1)
        turns = found.turn / looks.TURNS * (np.pi / 2)
        parts = (found.from_x, found.from_y, found.x, found.y, steps, turns, found.bleach)
        blocks.write(np.stack(parts, 1).astype(np.float32).tobytes())
        self._world.use()
        self._set(program, textures, values | {"target": self.canvas})
        pieces.render(moderngl.TRIANGLE_STRIP, 4, instances=len(steps))

    def _see_truth(self, lens: Lens, truth: Scene, time: float) -> None:
        """Lights the truth only where the hole can look."""
        r, (w, h) = int(lens.radius * 1.2) + 4, self.canvas
        x0, y0 = max(int(lens.x) - r, 0), max(int(lens.y) - r, 0)
        x1, y1 = min(int(lens.x) + r, w), min(int(lens.y) + r, h)
        if x1 > x0 and y1 > y0:
            self._scene("truth", self._truth, truth, (x0, y0, x1 - x0, y1 - y0), time)

    def _lens(self, lens: Lens, frame: Frame, zoom: tuple[float, float]) -> None:
        radius = looks.baked_radius(lens.radius)
        ring, calm = self._ring(radius), frame.calm
        half = ring.width // 2
        # On whole window pixels; halves go up, as in the software painter.
        cx, cy = (math.floor(v * z + 0.5) / z + 0.5 for v, z in zip((lens.x, lens.y), zoom))
        left, top = self.area[0] + (cx - half - 0.5) * zoom[0], self.area[1] + (cy - half - 0.5) * zoom[1]
        area = (left, top, ring.width * zoom[0], ring.width * zoom[1])
        phase = max(looks.phase_of(frame, radius), 0) / looks.PHASES * 6.2831853
        self.ctx.enable(moderngl.BLEND)
        self.ctx.blend_func = moderngl.ONE, moderngl.ONE_MINUS_SRC_ALPHA
        self._pass(
            "lens",
            self.screen,
            area,
            {"truth": self._picture_of(self._truth), "ring": ring},
            zoom=zoom,
            corner=self.area[:2],
            size=self.canvas,
            centre=(cx, cy),
            radius=float(radius),
            half_ring=half,
            halo_px=looks.HALO,
            phase=phase,
            alive=0.0 if calm else 1.0,
            glow=lens.glow,
        )
        self.ctx.disable(moderngl.BLEND)

    def read(self) -> npt.NDArray[np.uint8]:
        w, h = self.size
        pixels = np.frombuffer(self.screen.read(viewport=(0, 0, w, h), components=3, alignment=1), np.uint8)
        return pixels.reshape(h, w, 3)[::-1].copy()


def _first(crumble: Crumble) -> tuple[int, int]:
    """(column, row) in the map of the first block of a crumble."""
    return crumble.origin[0] // BLOCK, crumble.origin[1] // BLOCK


_FIXED: dict[str, Callable[[Size], looks.F]] = {
    "vignette_field": looks.vignette,
    "grain_tile": looks.grain_tile,
    "fog_tile": lambda size: looks.fog_tile(),
    "white_void": lambda size: looks.void_tile(),
    "slab": lambda size: looks.slab_strip(),
    "skin": lambda size: looks.passage_skin(),
}
"""Baked pictures and the looks they come from."""
