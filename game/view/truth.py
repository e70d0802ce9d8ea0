"""What the stone shows: the same room as it truly is, drawn once more, but only where the hole of the stone is.

Tiles of the layer ``truth``, what is hidden or false, strings, souls, and people as they are made. Nothing is drawn while there
is nothing in the hole that ordinary eyes would not see as well: then the painters show the scene itself in its own colours.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

import numpy as np
import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGBA_MULT, SRCALPHA, Mask, Rect, Surface

from game.core.geometry import TILE, Box, Facing
from game.sim.parts import Feigned, Furniture, Look, Place, Stone, Truth, Veiled
from game.view import looks
from game.view.assets import Actor, Assets, Pose
from game.view.camera import smooth
from game.view.painter import Colour, Lens, Size
from game.view.pictures import washed
from game.view.sprites import Layers
from game.view.tiles import Ground

REACH = 1.2
"""Of the radius: what the hole looks at lies within this (see the painters)."""
HAND_PX = (7.0, 30.0)
"""Ahead of and above her feet: where the stone is before she has raised it."""
FIRST_PX = 6.0
MADE = ("other_", "mole", "winged_terrier", "circus_mouse")
"""Names of those who were made, not born, begin so. Where there is an atlas NAME_truth it says how; else they are sackcloth."""
LINE_PX = 16
"""px of a layer in a line of the cache."""
HANGS = "other_"
"""Who hangs on strings."""
CLOTH = (206, 176, 148)
GLOW: Colour = (0.30, 0.95, 1.0)
SOULS: dict[str, Colour] = {"house": (1.0, 0.74, 0.32), "theatre": (0.86, 0.46, 1.0), "circus": (0.30, 0.95, 1.0)}
"""Colours of the three souls, by a word of their Truth's name or hint."""
NEAR_SOUL_PX = 230.0
THREAD: tuple[int, int, int] = (110, 132, 190)
STRING: tuple[int, int, int] = (128, 150, 214)
WEB_PX = 112
HOLE = (10, 7, 18)


class TruthLook:
    """One for a Show. ``lens`` says where the stone is; ``wants`` whether the truth must be drawn there."""

    def __init__(self, assets: Assets, size: Size) -> None:
        self.assets, self.size = assets, size
        self.layers: Layers | None = None
        self._now = self._was = (0.0, 0.0, 0.0)
        self._sewn: dict[int, tuple[Pose, Pose]] = {}
        self._wood: dict[tuple[int, int], Surface] = {}

    # ---- where

    def hear(self, session: Any) -> None:
        """After a tick: where the stone is now, so that pictures between ticks can be between."""
        stone = session.world.find(session.hero, Stone)
        now = (0.0, 0.0, 0.0) if stone is None else (stone.x, stone.y, stone.raised)
        self._was = self._now if self._now[2] > 0 else now
        self._now = now

    def lens(self, session: Any, between: float, hero: tuple[float, float], corner: tuple[int, int]) -> Lens | None:
        """The stone on the picture; None while it is down."""
        stone = session.world.find(session.hero, Stone)
        if stone is None or (self._now[2] <= 0 and self._was[2] <= 0):
            return None
        x, y, raised = (a + (b - a) * between for a, b in zip(self._was, self._now))
        s = smooth(raised)
        ahead = session.place.facing.way
        hand = (hero[0] + ahead.x * HAND_PX[0], hero[1] - HAND_PX[1])
        x, y = hand[0] + (x - hand[0]) * s, hand[1] + (y - hand[1]) * s
        radius = FIRST_PX + (stone.radius - FIRST_PX) * s
        return Lens(x - corner[0], y - corner[1], radius, s, self._glow(session, stone))

    @staticmethod
    def _glow(session: Any, stone: Stone) -> Colour:
        """The colour of the soul the stone is near."""
        for _, truth in session.world.each(Truth):
            if truth.shows == "soul" and truth.area.distance(stone.x, stone.y) < NEAR_SOUL_PX:
                return soul_colour(session, truth)
        return GLOW

    def area(self, lens: Lens) -> Rect:
        """The part of the picture that is seen through the stone."""
        r = math.ceil(lens.radius * REACH) + 6
        return Rect(int(lens.x) - r, int(lens.y) - r, 2 * r, 2 * r).clip((0, 0, *self.size))

    # ---- what

    def wants(self, session: Any, area: Rect, ground: Ground, act: Any) -> bool:
        """Whether anything in a part of the map (px) is other than it seems."""
        if act is not None and act.has_truth:
            return True
        if any(True for _ in ground.truths(area)):
            return True
        world = session.world
        if any(area.colliderect(box_rect(t.area)) for _, t in world.each(Truth) if not _is_web(t)):
            return True
        for kind in (Veiled, Feigned):
            for entity, _ in world.each(kind):
                if area.colliderect(_seen_at(session, entity)):
                    return True
        wide = area.inflate(32, 80)
        return any(
            is_made(look.sheet) and not look.is_hidden and wide.collidepoint(place.x, place.y - 20)
            for _, place, look in world.each(Place, Look)
        )

    def canvas(self, area: Rect, corner: tuple[int, int]) -> Layers:
        """The layers to draw into; nothing outside ``area`` of the picture is touched."""
        if self.layers is None:
            self.layers = Layers(Surface(self.size, 0, 32), Surface(self.size, 0, 32), Surface(self.size, 0, 32))
        layers = self.layers
        layers.x, layers.y = corner
        layers.glows.clear()
        for s in (layers.albedo, layers.light, layers.glow):
            s.set_clip(area)
        return layers

    @staticmethod
    def fill(layer: Surface, colour: tuple[int, int, int]) -> None:
        """What is within the clip, and a little beside it: SDL fills whole lines of the cache ten times as fast as parts."""
        clip = layer.get_clip()
        left, right = clip.left // LINE_PX * LINE_PX, -(-clip.right // LINE_PX) * LINE_PX
        layer.set_clip(None)
        layer.fill(colour, (left, clip.top, right - left, clip.h))
        layer.set_clip(clip)

    def ground(self, layers: Layers, session: Any, ground: Ground, area: Rect) -> None:
        """What lies on the floor or opens in a wall; ``area`` of the map, px. Over the ground's own tiles, under everybody."""
        painted = []
        for picture, at in ground.truths(area):
            layers.albedo.blit(picture, (at[0] - layers.x, at[1] - layers.y))
            painted.append(Rect(at, (TILE, TILE)))
        for _, truth in session.world.each(Truth):
            if truth.over and area.colliderect(box_rect(truth.area)):
                for cell in truth.cells:
                    spot = box_rect(cell)
                    if area.colliderect(spot) and spot.inflate(-8, -8).collidelist(painted) < 0:
                        self._cell(layers, ground, truth, spot)

    def holes(self, layers: Layers, session: Any) -> None:
        """By ordinary eyes: where only the stone shows something to stand on, there is nothing."""
        view = Rect((layers.x, layers.y), self.size)
        for _, truth in session.world.each(Truth):
            if truth.over == "hole" and view.colliderect(box_rect(truth.area)):
                for cell in truth.cells:
                    spot = box_rect(cell)
                    _hole(layers, spot.move(-layers.x, -layers.y), spot.top == box_rect(truth.area).top)

    def _cell(self, layers: Layers, ground: Ground, truth: Truth, spot: Rect) -> None:
        """A cell for which the map has no tile of its own: planks, an opening, a hole."""
        at = spot.move(-layers.x, -layers.y)
        if truth.over == "hole":
            layers.albedo.blit(self._planks(*at.size), at)
            layers.light.fill((104, 102, 110), at)
            layers.glow.fill((5, 9, 14), at, BLEND_RGB_ADD)
        elif truth.over == "floor":
            _hole(layers, at, spot.top == box_rect(truth.area).top)
        else:
            floor = ground.floor_near(spot.centerx, truth.area.bottom + TILE / 2)
            if floor is None:
                floor = ground.floor_near(spot.centerx, truth.area.y - TILE / 2)
            if floor is not None:
                layers.albedo.blit(floor, at, (0, 0, *at.size))
            else:
                layers.albedo.fill((58, 48, 70), at)
            layers.light.fill((96, 100, 112), at)
            layers.glow.fill((4, 8, 12), at, BLEND_RGB_ADD)
            box = box_rect(truth.area)
            for is_end, x in ((spot.left == box.left, at.x), (spot.right == box.right, at.right - 2)):
                if is_end:
                    layers.glow.fill((40, 110, 118), (x, at.y, 2, at.h), BLEND_RGB_ADD)

    def _planks(self, w: int, h: int) -> Surface:
        """Boards laid over nothing."""
        if (w, h) not in self._wood:
            s = Surface((w, h), 0, 32)
            for y in range(0, h, 8):
                tone = 0.86 + 0.14 * ((y // 8 * 5) % 3 / 2)
                s.fill((int(150 * tone), int(104 * tone), int(66 * tone)), (0, y, w, 7))
                s.fill((int(186 * tone), int(136 * tone), int(88 * tone)), (0, y, w, 1))
                s.fill((44, 28, 30), (0, y + 7, w, 1))
                s.fill((70, 46, 40), ((y * 7) % max(w - 4, 1), y + 3, 2, 1))
            self._wood[w, h] = s
        return self._wood[w, h]

    def over(self, layers: Layers, session: Any, area: Rect, t: float, made: Iterable[tuple[int, int, Pose]]) -> None:
        """Over everybody: the strings that hold them, strings that are stretched, souls."""
        for x, y, pose in made:
            self._strings_of(layers, x, y, pose, t)
        for entity, truth in session.world.each(Truth):
            if not area.colliderect(box_rect(truth.area).inflate(60, 90)):
                continue
            if truth.shows == "strings" and not _is_web(truth):
                _strings(layers, truth.area, t, entity)
            elif truth.shows == "soul":
                _soul(layers, truth.area, soul_colour(session, truth), t)
            elif truth.shows == "hidden":
                _sparkle(layers, truth.area, t, entity)

    def _strings_of(self, layers: Layers, x: int, y: int, pose: Pose, t: float) -> None:
        """Threads from hands and head straight up, out of the hole."""
        top = y + pose.offset[1]
        points = [pose.points[k] for k in ("hand_l", "hand_r") if k in pose.points]
        ends = [(x + px, y + py) for px, py in points] or [(x - 8, top + 24), (x + 8, top + 24)]
        ends.append((x, top + 3))
        for i, (ex, ey) in enumerate(ends):
            up = layers.albedo.get_clip().top + layers.y - 4
            sway = math.sin(t / 19 + i * 2) * 2
            line(layers, (ex, ey), (ex + (3 - i * 3) + sway, min(up, ey - 30)), THREAD)

    # ---- people

    def as_made(
        self, sheet: str, actor: Actor, pose: Pose, anim: str, facing: Facing, ticks: int, is_once: bool
    ) -> tuple[Actor, Pose, bool]:
        """Somebody as he is: (atlas, pose, whether strings hold him). Those who were born stay as they are."""
        if not is_made(sheet):
            return actor, pose, False
        if self.assets.has_actor(f"{sheet}_truth"):
            true = self.assets.actor(f"{sheet}_truth")
            return true, true.pose(anim, facing, ticks, is_once), sheet.startswith(HANGS)
        kept = self._sewn.get(id(pose))
        if kept is None or kept[0] is not pose:
            if len(self._sewn) > 96:
                self._sewn.clear()
            kept = self._sewn[id(pose)] = (
                pose,
                Pose(sewn(pose.picture), pose.offset, pose.ticks, pose.points, pose.rect),
            )
        return actor, kept[1], sheet.startswith(HANGS)


def is_made(sheet: str) -> bool:
    """Whether somebody was sewn by the Other Mother, or is herself."""
    return sheet.startswith(MADE)


def _is_web(truth: Truth) -> bool:
    """A whole room of strings is its act's to draw."""
    return truth.shows == "strings" and min(truth.area.w, truth.area.h) > WEB_PX


def soul_colour(session: Any, truth: Truth) -> Colour:
    """A soul's own colour, by the hunt it is hidden in."""
    words = f"{truth.hint} {session.room.name}"
    for hunt, colour in SOULS.items():
        if hunt in words:
            return colour
    rooms = {"flat": "house", "basement": "theatre", "attic": "circus", "grounds": "circus", "orchard": "circus"}
    return next((SOULS[hunt] for part, hunt in rooms.items() if part in session.room.name), GLOW)


def box_rect(box: Box) -> Rect:
    return Rect(round(box.x), round(box.y), round(box.w), round(box.h))


def _seen_at(session: Any, entity: int) -> Rect:
    """Where a thing is drawn, px in the map."""
    furniture = session.world.find(entity, Furniture)
    if furniture is not None:
        return box_rect(furniture.box)
    place = session.world.find(entity, Place)
    return Rect(round(place.x) - 16, round(place.y) - 40, 32, 44) if place is not None else Rect(0, 0, 0, 0)


def sewn(picture: Surface) -> Surface:
    """Somebody as sackcloth: the colours fade to cloth, the weave shows, a seam runs down the middle, eyes are buttons' shine."""
    out = washed(picture, 0.45)
    out.fill((*CLOTH, 255), special_flags=BLEND_RGBA_MULT)
    w, h = out.get_size()
    y, x = np.mgrid[0:h, 0:w]
    weave = np.where((x + y) % 4 < 2, 255, 214) - np.where((x - y) % 8 < 4, 0, 16)
    cloth = Surface((w, h), SRCALPHA, 32)
    pygame.surfarray.pixels3d(cloth)[...] = np.repeat(weave.T[..., None], 3, -1).astype(np.uint8)
    pygame.surfarray.pixels_alpha(cloth)[...] = 255
    out.blit(cloth, (0, 0), special_flags=BLEND_RGBA_MULT)
    body: Mask = pygame.mask.from_surface(picture, 127)
    boxes = body.get_bounding_rects()
    if not boxes:
        return out
    box = boxes[0].unionall(boxes[1:])
    middle = box.centerx
    for row in range(box.top + 2, box.bottom - 3, 3):  # a seam from the crown to the hem, stitched across
        for dx, dy, c in ((0, 0, (52, 22, 30)), (0, 1, (52, 22, 30)), (-1, 1, (176, 44, 56)), (1, 0, (176, 44, 56))):
            px, py = middle + dx, row + dy
            if 0 <= px < w and 0 <= py < h and body.get_at((px, py)):
                out.set_at((px, py), (*c, 255))
    waist = box.top + round(box.h * 0.58)
    for px in range(box.left, box.right):
        if px % 3 and body.get_at((px, waist)):
            out.set_at((px, waist), (92, 44, 48, 255))
    return out


def line(layers: Layers, a: tuple[float, float], b: tuple[float, float], colour: tuple[int, int, int]) -> None:
    """A thread that shines, between two points of the map."""
    start = (round(a[0]) - layers.x, round(a[1]) - layers.y)
    end = (round(b[0]) - layers.x, round(b[1]) - layers.y)
    soft = (colour[0] // 5, colour[1] // 5, colour[2] // 4)
    pygame.draw.line(layers.glow, soft, start, end, 3)
    pygame.draw.line(layers.glow, colour, start, end)


def _strings(layers: Layers, area: Box, t: float, seed: int) -> None:
    """Strings that are stretched through a place: along its longer side, a bead of light running through them."""
    if area.h >= area.w:
        n = max(round(area.w / 12), 1)
        ends = [
            (area.x + area.w * (i + 0.5) / n, area.y, area.x + area.w * (i + 0.5) / n, area.bottom) for i in range(n)
        ]
    else:
        n = max(round(area.h / 14), 1)
        ends = [
            (area.x, area.y + area.h * (i + 0.5) / n, area.right, area.y + area.h * (i + 0.5) / n) for i in range(n)
        ]
    for i, (x0, y0, x1, y1) in enumerate(ends):
        hum = math.sin(t / 7 + i * 1.7 + seed) * 0.8
        mid = ((x0 + x1) / 2 + (hum if area.h >= area.w else 0), (y0 + y1) / 2 + (0 if area.h >= area.w else 3 + hum))
        line(layers, (x0, y0), mid, STRING)
        line(layers, mid, (x1, y1), STRING)
        k = (t / 70 + i * 0.37) % 1
        bead(layers, x0 + (x1 - x0) * k, y0 + (y1 - y0) * k, 2, (200, 224, 255))


def bead(layers: Layers, x: float, y: float, r: int, colour: tuple[int, int, int]) -> None:
    """A drop of light."""
    px, py = round(x) - layers.x, round(y) - layers.y
    layers.glow.fill(tuple(c // 3 for c in colour), (px - r, py - r, 2 * r + 1, 2 * r + 1), BLEND_RGB_ADD)
    layers.glow.fill(colour, (px - r + 1, py - r + 1, 2 * r - 1, 2 * r - 1), BLEND_RGB_ADD)


def _soul(layers: Layers, area: Box, colour: Colour, t: float) -> None:
    """A marble with a light in it, and the shine round it."""
    x, y = area.middle.x, area.middle.y + math.sin(t / 24) * 2
    px, py = round(x) - layers.x, round(y) - layers.y
    beat = 0.75 + 0.25 * math.sin(t / 13)
    for r, k in ((40, 0.10), (28, 0.14), (18, 0.20), (12, 0.28)):
        halo = Surface((2 * r + 1, 2 * r + 1), 0, 32)
        pygame.draw.circle(halo, tuple(int(c * 255 * k * beat) for c in colour), (r, r), r)
        layers.glow.blit(halo, (px - r, py - r), special_flags=BLEND_RGB_ADD)
    pygame.draw.circle(layers.albedo, (6, 8, 14), (px, py), 7)
    pygame.draw.circle(layers.glow, tuple(int(c * 110) for c in colour), (px, py), 7)
    pygame.draw.circle(layers.glow, tuple(int(c * 200) for c in colour), (px, py), 5)
    pygame.draw.circle(layers.glow, tuple(int(120 + c * 130) for c in colour), (px - 1, py - 1), 3)
    layers.glow.fill((255, 255, 255), (px - 3, py - 3, 2, 2))
    for i in range(6):  # what rises from it
        k = (t / 90 + i / 6) % 1
        sx = x + math.sin(t / 21 + i * 2.1) * 9 * (0.4 + k)
        _star(layers, sx, y - 8 - k * 34, 2 if k < 0.6 else 1, tuple(int(c * 220 * (1 - k)) for c in colour))


def _hole(layers: Layers, at: Rect, is_top: bool) -> None:
    """Nothing where there was floor; its far edge shows how thick the boards were."""
    layers.albedo.fill(HOLE, at)
    layers.glow.fill((0, 0, 0), at)
    if is_top:
        layers.albedo.fill((64, 46, 70), (at.x, at.y, at.w, 7))
        layers.albedo.fill((38, 27, 48), (at.x, at.y + 7, at.w, 4))
        layers.albedo.fill((255, 245, 219), (at.x, at.y, at.w, 1))


def _sparkle(layers: Layers, area: Box, t: float, seed: int) -> None:
    """A few stars over what only the stone shows."""
    n = min(max(int(area.w * area.h / 900), 2), 8)
    bits = looks.block_seed((seed * 7, seed * 3), (n, 2))
    for i in range(n):
        k = (t / 60 + i / n + bits[i, 0]) % 1
        x, y = area.x + area.w * bits[i, 0], area.y + area.h * bits[i, 1]
        _star(layers, x, y, round(math.sin(k * math.pi) * 3), (120, 190, 200))


def _star(layers: Layers, x: float, y: float, n: int, colour: tuple[int, ...]) -> None:
    px, py = round(x) - layers.x, round(y) - layers.y
    layers.glow.fill(colour, (px - n, py, 2 * n + 1, 1), BLEND_RGB_ADD)
    layers.glow.fill(colour, (px, py - n, 1, 2 * n + 1), BLEND_RGB_ADD)
