"""What stands on the ground: people and props, y-sorted, each with its shadow, its own light, its glow.

Three layers grow together (albedo, light, glow), so a prop's light is drawn in the same order as its colours. A prop that stands
still is lit once, from its normal map; somebody who moves takes the light of the floor at the feet, capped so that faces do not
burn out, with a rim on the side of the nearest lamp. Props that hide her fade.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGBA_MULT, SRCALPHA, Mask, Rect, Surface

from game.core.geometry import Facing
from game.sim.parts import (
    DollSeat,
    Feigned,
    Follower,
    Furniture,
    Harm,
    Hidden,
    HidePlace,
    Look,
    Moving,
    Place,
    Pushable,
    Slips,
    Stone,
    Veiled,
)
from game.sim.room import FLIPS
from game.sim.ruin import FALL_TICKS, HOLDS
from game.view.assets import Actor, Assets, Pose
from game.view.light import BAYER, Light, Shade, Shading, Surfaces, lit_surface
from game.view.pictures import washed
from game.view.props import GLOW_REACH, Prop, Props
from game.view.shape import Shape
from game.view.tiles import ACROSS, Lighting, frame_at, source_of

CAP = 120
"""Light under a person, of 128: more would burn out her face."""
FLOOR = (22, 18, 17)
"""Light that people bring themselves, as if from the camera."""
DARKEST = 30
RIM = 34
SHADE = 0.20
"""How much darker somebody is on the side away from a strong lamp."""
FADED = 0.35
FADE_S = 0.2
FADE_STEPS = 8
HIDES_FROM = 40
"""A prop less tall than this never hides anybody."""
DARKS = 256
"""Pictures kept blackened: what stands before a glow covers it."""
BLINK_TICKS = 7
BANKS_FROM, BANK_BEFORE, BANK_AFTER = 0.35, 26.0, 22.0
"""Who rides leans into bends sharper than this (sine), from so many px before the bend to so many after it."""
SHADES_FROM = 44
"""px of height from which a thing darkens the ground round it."""
HEAD = 23
"""Rows of her head: it shows above what she carries."""
WITH_HER = "_in"
"""The picture of a hiding place with her in it, where there is one."""
HELD, HELD_UP, HELD_AHEAD = 0.0, 6.0, 6.0
"""px: how far above her feet what she carries ends (seen from behind: a little higher), and how far before her."""
HELD_TALL = 34
"""What is less tall than this is held so much higher: before her chest, not before her knees."""
SHINS = 8
"""Rows that are not seen of somebody who sits."""
GLIMMER = 44.0
LOOKS_UP_TICKS = 11
LOOKS_THROUGH = {"idle": "look", "walk": "look_walk", "sneak": "look_walk", "run": "look_walk"}
"""What she does with the stone before one eye, by what her legs do."""
FALLS_TICKS = FALL_TICKS + 40
"""So long what stood on floor that fell is still drawn, to fall with it."""
TUMBLES_TICKS = 36
"""In so many ticks of falling she is as small as she gets."""
AUDIENCE = "moles_"
"""Rows of those who clap while an act's ``applause`` lasts: their pictures NAME_clap_1 and _2."""
GLIMMER_ENERGY = 0.6
Blit = tuple[Surface, tuple[int, int]]
Bools = npt.NDArray[np.bool_]
OPENS_PX, STIRS_PX = 74.0, 130.0
"""How near she is when a plant has opened, and when it begins to; when toys turn to her."""
TOYS = frozenset({"scottie_stuffed", "rocking_horse", "dinner_train", "toy_duck", "cannon", "toys", "jack_box"})
"""Those whose picture has a side to it: on the other side of the door they turn to face her."""


@dataclass
class Layers:
    """The three pictures of a scene, of the canvas' size, and the corner of the view in the map."""

    albedo: Surface
    light: Surface
    glow: Surface
    x: int = 0
    y: int = 0
    glows: list[Rect] = field(default_factory=list)
    """Where something shines on this picture: what stands before it must cover it."""


@dataclass
class LitPiece:
    """A prop's light, baked when it stood at (x, y)."""

    stamp: int
    key: tuple[object, ...]
    x: int
    y: int
    light: Surface


@dataclass
class Piece:
    """A prop of the map as looks know it. ``box`` its picture in the map."""

    entity: int
    furniture: Furniture
    place: Place | None
    push: Pushable | None
    key: float
    moving: Moving | None = None
    opacity: float = 1.0
    lit: dict[str, LitPiece] = field(default_factory=dict)
    """Its light by the name of the frame."""
    still: tuple[str, Prop, Surface] | None = None
    """Its picture, when it never changes."""
    now: LitPiece | None = None
    area: Rect = field(default_factory=lambda: Rect(0, 0, 0, 0))
    """Its picture in the map as last drawn."""
    goes: bool = False
    """Whether it may stand elsewhere in the next picture."""

    def foot(self, between: float) -> tuple[int, int]:
        """Where it stands in the map, px, less what it is lifted by."""
        p = self.place
        if p is None:
            return round(self.furniture.box.x), round(self.furniture.box.bottom)
        return round(p.was_x + (p.x - p.was_x) * between), round(p.was_y + (p.y - p.was_y) * between - p.lift)

    def corner(self, between: float) -> tuple[int, int]:
        """The top left of its picture in the map, px."""
        f = self.furniture
        if self.push is None or self.place is None:
            return round(f.box.x), round(f.box.y)
        p = self.place
        x, y = p.was_x + (p.x - p.was_x) * between, p.was_y + (p.y - p.was_y) * between
        return round(x - f.box.w / 2), round(f.box.y + (y - f.sort_y) - p.lift)


def _turn_at(place: Place, way: Follower) -> float:
    """Sine of the bend of its way here: > 0 to the right, 0 where it is straight or far from a bend."""
    n = len(way.points)
    if n < 3:
        return 0.0
    bend = way.points[way.index]
    k = way.index
    if math.hypot(bend.x - place.x, bend.y - place.y) > BANK_BEFORE:
        k -= way.step
        bend = way.points[k % n]
        if math.hypot(bend.x - place.x, bend.y - place.y) > BANK_AFTER:
            return 0.0
    last, then = way.points[(k - way.step) % n], way.points[(k + way.step) % n]
    ax, ay, bx, by = bend.x - last.x, bend.y - last.y, then.x - bend.x, then.y - bend.y
    return (ax * by - ay * bx) / (math.hypot(ax, ay) * math.hypot(bx, by) or 1.0)


def _flowers(props: Props) -> dict[str, tuple[str, str, str]]:
    """Plants that open as she comes: the shut one -> (shut, half open, open)."""
    out = {}
    for name in props.names():
        stem = name.removesuffix("_shut")
        if stem != name and props.has(f"{stem}_open"):
            half = f"{stem}_half" if props.has(f"{stem}_half") else f"{stem}_open"
            out[name] = (name, half, f"{stem}_open")
    return out


def _nearness(session: Any, f: Furniture) -> int:
    """0 far, 1 near, 2 beside her."""
    d = math.hypot(session.place.x - f.box.x - f.box.w / 2, session.place.y - f.sort_y)
    return 2 if d < OPENS_PX else 1 if d < STIRS_PX else 0


def _is_carried(piece: Piece) -> bool:
    return piece.push is not None and piece.push.is_carried


class _Row:
    """Pieces that stand still, in drawing order, with their places: the seen ones are found in one call."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self._areas = [p.area for p in pieces]

    def seen(self, view: Rect) -> list[Piece]:
        return [self.pieces[i] for i in view.collidelistall(self._areas)]


def _without(these: set[int], pieces: list[Piece]) -> _Row:
    return _Row([p for p in pieces if p.entity not in these])


class Stand:
    """Everything that stands in one room. Made when a room is entered."""

    def __init__(self, assets: Assets, session: Any, shape: Shape, lighting: Lighting, saturation: float = 1.0) -> None:
        self.assets, self.shape, self.lighting = assets, shape, lighting
        self.room = session.room
        self.is_calm = False
        """Flames hold still."""
        self._saturation = saturation
        self._last_light = FLOOR
        self._washed: dict[int, tuple[Surface, Surface]] = {}
        self.props = assets.props(self.room.side)
        stands = (f.prop for _, f in session.world.each(Furniture))
        names = {*(picture.prop for picture in self.room.pictures.values()), *stands}
        hides = {f.prop for _, f, _ in session.world.each(Furniture, HidePlace)}
        self.props.want(names | {f"{name}{WITH_HER}" for name in hides})
        assets.keep_wanted()
        self._rows: tuple[object, ...] | None = None
        self._goers: tuple[object, ...] | None = None
        self.glimmers: tuple[Light, ...] = ()
        self._pieces: list[Piece] = []
        self._flat = _Row([])
        self._upright = _Row([])
        self._true: tuple[_Row, _Row] | None = None
        """What lies and what stands as the stone shows it, where that is another thing."""
        self.made: list[tuple[int, int, Pose]] = []
        """(x, y of the feet in the map, pose) of those who hang on strings, as last drawn in the stone."""
        self.standing: list[tuple[Mask, tuple[int, int]]] = []
        """(shape, top left on the canvas) of people in the last picture."""
        self._pushed: list[Piece] = []
        self._to_warm: list[Piece] = []
        self._falling_until = 0
        self._darks: dict[int, tuple[Surface, Surface]] = {}
        self._shades: dict[tuple[int, int], Surface] = {}
        self._masks: dict[int, tuple[Surface, Mask]] = {}
        self._lamp_sides: dict[tuple[int, int, int], tuple[Pose, tuple[Mask, Mask, Mask]]] = {}
        self._faded: dict[tuple[int, int], tuple[Surface, Surface, Surface]] = {}
        self._tile_pictures: dict[str, Surface] = {}
        self._flipped: dict[tuple[str, bool], Surface] = {}
        self._moods = _flowers(self.props)
        self._hides = 0
        """What she hides in now."""
        self._also: list[tuple[Rect, float]] = []
        """(where in the map, y of its feet) of what else must not be hidden by a tree: what leaps at her."""
        self._seats: dict[int, tuple[Pose, Pose]] = {}
        self._tumbles: dict[tuple[int, int], tuple[Pose, Pose]] = {}
        self._parts: dict[tuple[int, int, int], tuple[Pose, Pose]] = {}
        self._props_here: dict[str, Prop | None] = {}
        self.bakes_left = 0
        self.lights_left = 999
        """How many props may still be lit for the first time; the others are not there yet."""

    # ---- who is there

    def gather(self, session: Any) -> None:
        """Keeps the list of props; made anew only when births or deaths changed it."""
        rows, moving = session.world.each(Furniture), session.world.each(Furniture, Moving)
        if rows is self._rows and moving is self._goers and not 0 < self._falling_until < session.tick:
            return
        self._rows, self._goers = rows, moving
        veiled = {entity for entity, _, _ in session.world.each(Furniture, Veiled)}
        feigned = {entity for entity, _, _ in session.world.each(Furniture, Feigned)}
        old = {p.entity: p for p in self._pieces}
        lit = {(p.furniture.gid, p.furniture.box): p.lit for p in self._pieces}
        self._pieces = []
        for entity, f in rows:
            place, push = session.world.find(entity, Place), session.world.find(entity, Pushable)
            piece = old.get(entity)
            if piece is None or piece.furniture is not f:
                piece = Piece(entity, f, place, push, f.sort_y)
                piece.lit = lit.get((f.gid, f.box), piece.lit)  # a checkpoint makes everything anew, as it was
            piece.moving = session.world.find(entity, Moving)
            piece.goes = push is not None or piece.moving is not None
            self._pieces.append(piece)
        for p in self._pieces:
            p.area = Rect(p.corner(1.0), (math.ceil(p.furniture.box.w), math.ceil(p.furniture.box.h)))
        flat = [p for p in self._pieces if p.furniture.hangs or self._is_flat(p)]
        flat.sort(key=lambda p: (not p.furniture.hangs, p.key))
        lies = {id(p) for p in flat}
        upright = sorted((p for p in self._pieces if id(p) not in lies and not p.goes), key=lambda p: p.key)
        self._flat, self._upright = _Row(flat), _Row(upright)
        self._true = None
        alive = {entity for entity, _ in rows}
        fallen = [p for e, p in old.items() if e not in alive and self._is_falling(session, p)]
        self._falling_until = session.tick + FALLS_TICKS if fallen else 0
        if fallen:  # the rules are done with it; the eye is not
            self._pieces += fallen
            upright = sorted([*upright, *(p for p in fallen if not p.furniture.hangs)], key=lambda p: p.key)
            flat = flat + [p for p in fallen if p.furniture.hangs]
            self._flat, self._upright = _Row(flat), _Row(upright)
        if veiled or feigned:
            self._true = _without(feigned, flat), _without(feigned, upright)
            self._flat, self._upright = _without(veiled, flat), _without(veiled, upright)
        self._pushed = [p for p in self._pieces if id(p) not in lies and p.goes]
        self._to_warm = list(self._pieces)
        self.glimmers = self._glimmers()

    @staticmethod
    def _is_falling(session: Any, piece: Piece) -> bool:
        ruin = session.ruin
        if not ruin.gone:
            return False
        x, y = piece.foot(1.0)
        tile = ruin.tile_at(x, y)
        return tile in ruin.gone and ruin.ticks_left(tile) > -FALLS_TICKS

    def _is_flat(self, piece: Piece) -> bool:
        prop = self._prop(piece.furniture.prop)
        return piece.furniture.flat or (prop is not None and prop.is_flat and piece.push is None)

    def _prop(self, name: str) -> Prop | None:
        """None for what is no prop but a tile."""
        if name not in self._props_here:
            self._props_here[name] = self.props.get(name) if self.props.has(name) else None
        return self._props_here[name]

    def footprints(self, session: Any) -> list[Rect]:
        """What of the furniture stands in the way of lamps: the props' feet."""
        self.gather(session)
        out = []
        for p in self._upright.pieces:
            f, prop = p.furniture, self._prop(p.furniture.prop)
            if prop is not None and prop.foot and not prop.is_wall and prop.tallness > 14:
                w, d = prop.foot[0] * 0.9, prop.foot[1] * 0.84
                x, y = f.box.x + prop.anchor[0], f.box.y + prop.anchor[1]
                out.append(Rect(int(x - w / 2), int(y - d / 2), max(int(w), 2), max(int(d), 2)))
        return out

    def _glimmers(self) -> tuple[Light, ...]:
        """Little lights that props shed by themselves: the flowers that glow."""
        out = []
        for p in self._pieces:
            name = p.furniture.prop
            prop = self._prop(name)
            if prop is not None and prop.light == "flower":
                b, anchor = p.furniture.box, prop.anchor
                tint = (0.94, 0.47, 0.86) if "pink" in name else (0.47, 0.90, 1.0)
                at = (b.x + anchor[0], b.y + anchor[1])
                out.append(Light(-p.entity, *at, 14.0, GLIMMER, tint, GLIMMER_ENERGY, 0.5))
        return tuple(out)

    def shades(self) -> list[Shade]:
        """What trees and their like take from the ground, out of doors."""
        out = []
        for p in self._upright.pieces:
            f, prop = p.furniture, self._prop(p.furniture.prop)
            if self.room.indoors or prop is None:
                continue
            if prop.tallness > SHADES_FROM and not prop.is_wall:
                x, y = f.box.x + prop.anchor[0], f.box.y + prop.anchor[1]
                out.append(Shade(x + f.box.w * 0.08, y + 3, f.box.w * 0.52, f.box.w * 0.24 + 4, 0.28))
        return out

    def lying(self, view: Rect) -> list[Rect]:
        """Where rugs and the like lie in a part of the map."""
        return [p.area for p in self._flat.seen(view) if not p.furniture.hangs]

    def windows(self) -> Iterable[tuple[Prop, Furniture]]:
        """The room's windows, for the light that falls through them."""
        for p in self._pieces:
            name = p.furniture.prop
            if name.startswith("window") and self.props.has(name):
                yield self.props.get(name), p.furniture

    # ---- drawing

    def draw(
        self,
        session: Any,
        layers: Layers,
        between: float,
        dt_s: float,
        hero_at: tuple[float, float],
        on_walls: Callable[[], None] = lambda: None,
        truth: Any = None,
        rigs: Any = None,
    ) -> None:
        """Shadows, then what lies and hangs (and what ``on_walls`` draws there), then everybody and everything by y.

        ``truth``: as the stone shows them, within the layers' clip. ``rigs``: bodies of joints, which stand among them.
        """
        self.gather(session)
        self.bakes_left = 3 if truth is None else 1
        hidden = session.world.find(session.hero, Hidden)
        self._hides = hidden.place if hidden is not None and hidden.phase == "within" else 0
        view = layers.albedo.get_clip().move(layers.x, layers.y)
        people = self._people(session, between, truth)
        flat, stands = (self._flat, self._upright) if truth is None or self._true is None else self._true
        if truth is None:
            self.standing = [
                (self._mask(pose.picture), (x + pose.offset[0] - layers.x, y - lift + pose.offset[1] - layers.y))
                for _, pose, _, x, y, lift, _ in people
            ]
        for actor, _, _, x, y, lift, _ in people:
            self._shade(layers, actor, x, y, lift)
        if rigs is not None:
            rigs.shade(layers, session, between)
        self._batch(session, layers, flat.seen(view), None, 0.0)
        on_walls()
        jointed = rigs.pieces(layers, self, session, between) if rigs is not None else []
        self._also = rigs.wanted(session) if rigs is not None else []
        upright = stands.seen(view)
        for p in self._pushed:
            p.area.topleft = self._held_at(session, p, between) if _is_carried(p) else p.corner(between)
            if p.moving is not None and self.props.has(p.furniture.prop):
                p.still = None
                prop = self.props.get(p.furniture.prop)
                x, y = p.foot(between)
                p.area = Rect((x - prop.anchor[0], y - prop.anchor[1]), prop.picture.get_size())
            assert p.place is not None
            p.key = p.place.was_y + (p.place.y - p.place.was_y) * between
        if self._pushed:
            seen = [p for p in self._pushed if p.area.colliderect(view) and not _is_carried(p)]
            upright = sorted([*upright, *seen], key=lambda p: p.key)
        held = [p for p in self._pushed if _is_carried(p)]
        hero = Rect(round(hero_at[0]) - 8, round(hero_at[1]) - 40, 16, 36)
        start = 0

        def all_behind(y: float) -> None:
            """Draws what stands further back than that and is not drawn yet."""
            while jointed and jointed[0][0] <= y:
                key, draw_it = jointed.pop(0)
                all_behind_props(key)
                draw_it(layers)
            all_behind_props(y)

        def all_behind_props(y: float) -> None:
            nonlocal start
            end = start
            while end < len(upright) and upright[end].key <= y:
                end += 1
            self._batch(session, layers, upright[start:end], hero, dt_s, hero_at[1])
            start = end

        for actor, pose, entity, x, y, lift, alpha in people:
            all_behind(y)
            carries = held if entity == session.hero else ()
            if carries and session.world.get(entity, Look).anim == "aim_empty":
                hand = pose.points.get("hand_r", (0, -34))
                for p in carries:  # held up, to be thrown
                    p.area.center = (x + hand[0], y - lift + hand[1] - 3)
                self._batch(session, layers, carries, None, 0.0)
                carries = ()
            if carries and session.world.get(entity, Place).facing is Facing.UP:
                self._batch(session, layers, carries, None, 0.0)
                carries = ()
            self._person(layers, actor, pose, x, y - lift, alpha)
            if carries:
                self._batch(session, layers, carries, None, 0.0)
                facing = session.world.get(entity, Place).facing
                if actor.has("carry_hands", facing.value):
                    self._person(layers, actor, actor.pose("carry_hands", facing, 0), x, y - lift, alpha)
                self._person(layers, actor, pose, x, y - lift, alpha, HEAD)
        all_behind(math.inf)

    def shapes(self, session: Any, view: Rect) -> Iterable[tuple[Mask, tuple[int, int]]]:
        """(shape, top left on the canvas) of all that stands on floor that still holds: people, furniture, what hangs."""
        ruin = session.ruin
        yield from self.standing
        for p in (*self._upright.seen(view), *self._flat.seen(view)):
            f, prop = p.furniture, self._prop(p.furniture.prop)
            if prop is None or (self._is_flat(p) and not f.hangs):
                continue
            x, y = p.foot(1.0) if p.place is not None else (f.box.middle.x, f.sort_y)
            if ruin.integrity_at(x, y - 1) >= HOLDS:
                yield self._mask(prop.picture), (p.area.x - view.x, p.area.y - view.y)

    def warm(self, session: Any, view: Rect) -> None:
        """Lights one prop that will soon be seen."""
        if session.tick % 2 or not self._to_warm:
            return
        wide = view.inflate(256, 192)
        i = wide.collidelist([p.area for p in self._to_warm])
        if i < 0:
            return
        p = self._to_warm.pop(i)
        name = p.furniture.prop
        if p.push is None and self.props.has(name):
            kept = p.lit.get(name)
            if kept is None or kept.stamp != self.lighting.stamp:
                self.bakes_left = 1
                self._light_of(p, self.props.get(name), *p.area.topleft)

    def _held_at(self, session: Any, piece: Piece, between: float) -> tuple[int, int]:
        """The top left of what she carries: in her arms, its upper edge below her eyes."""
        hero = session.world.get(session.hero, Place)
        x, y = hero.was_x + (hero.x - hero.was_x) * between, hero.was_y + (hero.y - hero.was_y) * between
        _, _, colour = self._picture(session, piece)
        w, h = colour.get_size() if colour is not None else (0, 0)
        way = hero.facing.way
        bottom = y + 0.5 - (HELD_UP if way.y < 0 else HELD)
        if piece.push is not None and not piece.push.can_throw:
            bottom -= max(HELD_TALL - h, 0)
        return math.floor(x + 0.5 + way.x * HELD_AHEAD) - w // 2, math.floor(bottom) - h

    def _batch(
        self,
        session: Any,
        layers: Layers,
        pieces: Iterable[Piece],
        hero: Rect | None,
        dt_s: float,
        hero_y: float = 0.0,
    ) -> None:
        """Props in the order given: three lists of blits, one for each layer."""
        albedo: list[Blit] = []
        light: list[Blit] = []
        lit: Surface
        ox, oy, stamp = layers.x, layers.y, self.lighting.stamp
        for p in pieces:
            x, y = p.area.topleft
            still, kept = p.still, p.now
            if still is not None and still[0] != p.furniture.prop:
                still = p.still = None  # it was hit, and shows it
            if p.entity == self._hides:
                still = p.still = None
            name, prop, colour = still or self._picture(session, p)
            if colour is None:
                continue
            if still is not None and kept is not None and kept.stamp == stamp and not p.goes:
                lit = kept.light  # nearly everything, nearly always
            elif prop is None:
                lit = self._tile_light(layers, colour, x, y)
            else:
                if (
                    p.furniture.prop in self._moods or p.entity == self._hides
                ):  # what has opened stands where it stood shut
                    shut = self.props.get(p.furniture.prop)
                    x, y = x + shut.anchor[0] - prop.anchor[0], y + shut.anchor[1] - prop.anchor[1]
                if name not in p.lit:
                    if self.lights_left <= 0:
                        continue
                    self.lights_left -= 1
                lit = self._light_of(p, prop, x, y, name)
            at = (x - ox, y - oy)
            hides = p.opacity < 1 or (hero is not None and p.key > hero_y + 2 and hero.colliderect(p.area))
            if not hides and hero is not None and self._also:
                hides = any(p.key > y0 + 2 and area.colliderect(p.area) for area, y0 in self._also)
            if hides and prop is not None and hero is not None:
                self._fade(p, prop, x, y, hero, hero_y, dt_s)
                if p.opacity < 0.999:
                    colour, lit = self._thinned(colour, lit, p.opacity)
            albedo.append((colour, at))
            light.append((lit, at))
            if layers.glows:
                self._cover(layers, colour, at)
            if prop is not None and prop.emissive is not None:
                layers.glows.append(Rect(at, colour.get_size()))
                layers.glow.blit(prop.glow, (at[0] - GLOW_REACH, at[1] - GLOW_REACH), special_flags=BLEND_RGB_ADD)
        if albedo:
            layers.albedo.fblits(albedo)
            layers.light.fblits(light)

    def _picture(self, session: Any, piece: Piece) -> tuple[str, Prop | None, Surface | None]:
        """(name, prop, colours) of its present frame; tile pictures have no prop."""
        f = piece.furniture
        picture = source_of(self.room, f.gid)
        name, gid = f.prop, f.gid
        if picture is not None and picture.frames:
            is_flame = self.is_calm and self.props.has(name) and self.props.get(name).emissive is not None
            gid = frame_at(picture.frames, 0 if is_flame else session.tick)
            shown = self.room.pictures.get(gid)
            name = shown.prop if shown is not None and shown.prop else name
        across = bool(f.gid & ACROSS)
        moods = self._moods.get(name)
        if moods:
            name = moods[_nearness(session, f)]
        elif name in TOYS and self.room.side == "other" and _nearness(session, f):
            across = session.place.x < f.box.x + f.box.w / 2
        if piece.entity == self._hides and self.props.has(f"{name}{WITH_HER}"):
            name = f"{name}{WITH_HER}"
        if _is_carried(piece) and self.props.has(f"{name}_small"):
            name = f"{name}_small"  # the big one would hide all of her
        claps = name.startswith(AUDIENCE) and self.props.has(f"{name}_clap_1")
        if claps and getattr(session.act, "applause", 0.0) > (piece.entity * 37 % 10) / 11 + 0.04:
            name = f"{name}_clap_{1 + (session.tick // 7 + piece.entity) % 2}"
        if name and self.props.has(name):
            prop = self.props.get(name)
            colour = self._wash(self._turned(name, prop.picture, across), self._saturation)
            found = (name, prop, colour)
            is_lively = bool(moods) or claps or f.prop in TOYS
            if (
                piece.push is None
                and not is_lively
                and piece.entity != self._hides
                and (picture is None or not picture.frames)
            ):
                piece.still = found
            return found
        picture = self.room.pictures.get(gid & ~FLIPS)
        if picture is None:
            return name, None, None
        sheet = self.assets.sheet(picture.source)
        b = picture.box
        part = sheet.colour.subsurface(Rect(int(b.x), int(b.y), int(b.w), int(b.h)))
        if f"#{gid}" not in self._tile_pictures:
            self._tile_pictures[f"#{gid}"] = washed(self._turned(f"#{gid & ~FLIPS}", part, across), self._saturation)
        return name, None, self._tile_pictures[f"#{gid}"]

    def _wash(self, picture: Surface, saturation: float) -> Surface:
        kept = self._washed.get(id(picture))
        if kept is None or kept[0] is not picture:
            kept = (picture, washed(picture, saturation))
            self._washed[id(picture)] = kept
        return kept[1]

    def _turned(self, name: str, picture: Surface, across: bool) -> Surface:
        if not across:
            return picture
        if (name, across) not in self._flipped:
            self._flipped[name, across] = pygame.transform.flip(picture, True, False)
        return self._flipped[name, across]

    # ---- light of props

    def _light_of(self, piece: Piece, prop: Prop, x: int, y: int, name: str = "") -> Surface:
        """The prop's own light, lit from its normals where it stands; kept while nothing moves."""
        name = name or prop.name
        kept = piece.lit.get(name)
        area = Rect(x, y, *prop.picture.get_size())
        if kept is not None and abs(kept.x - x) < 8 and abs(kept.y - y) < 8:
            piece.now = kept
            if kept.stamp == self.lighting.stamp or self.bakes_left <= 0:
                return kept.light
            if kept.key == self.lighting.key(area):
                kept.stamp = self.lighting.stamp
                return kept.light
        self.bakes_left -= 1
        base = self.shape.base_at(piece.furniture.box.middle.x, y + prop.picture.get_height() - 1)
        heights = prop.heights.astype(np.float32)
        if piece.furniture.hangs and base:
            rows = np.arange(heights.shape[0], dtype=np.float32)[:, None]
            heights = np.broadcast_to(np.maximum(np.float32(base - y) - rows, 0), heights.shape)
        normals = prop.normals
        if piece.furniture.gid & ACROSS:
            normals = normals[:, :, ::-1] * np.array([-1, 1, 1], np.float32)[:, None, None]
            heights = heights[:, ::-1]
        shading = Shading(Surfaces((x, y), normals, heights, is_floor=False), self.lighting.sky)
        for light in self.lighting.reaching(area):
            shading.add(light, self.lighting.shadow(light))
        if shading.flicker is not None:
            shading.total += shading.flicker * np.float32(0.5)
        lit = lit_surface(shading.finish())
        out = Surface(lit.get_size(), SRCALPHA, 32)
        out.blit(lit, (0, 0))
        picture = self._turned(prop.name, prop.picture, bool(piece.furniture.gid & ACROSS))
        pygame.surfarray.pixels_alpha(out)[...] = pygame.surfarray.pixels_alpha(picture)
        piece.now = piece.lit[name] = LitPiece(self.lighting.stamp, self.lighting.key(area), x, y, out)
        return out

    def _tile_light(self, layers: Layers, colour: Surface, x: int, y: int) -> Surface:
        """A plain tile picture takes the light of the floor before it."""
        w, h = colour.get_size()
        c = floor_light(layers, x + w // 2 - layers.x, y + h + 4 - layers.y)
        out = colour.copy()
        out.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_ADD)
        out.fill((*c, 255), special_flags=BLEND_RGBA_MULT)
        return out

    def _cover(self, layers: Layers, picture: Surface, at: tuple[int, int]) -> None:
        """What stands before a light hides it."""
        if layers.glows and Rect(at, picture.get_size()).collidelist(layers.glows) >= 0:
            kept = self._darks.get(id(picture))
            if kept is None or kept[0] is not picture:
                if len(self._darks) >= DARKS:
                    self._darks.clear()
                dark = picture.copy()
                dark.fill((0, 0, 0, 255), special_flags=BLEND_RGBA_MULT)
                kept = self._darks[id(picture)] = (picture, dark)
            layers.glow.blit(kept[1], at)

    # ---- fading

    def _fade(self, piece: Piece, prop: Prop, x: int, y: int, hero: Rect, hero_y: float, dt_s: float) -> None:
        """Goes towards FADED while the prop stands before her and covers her."""
        hides = False
        if prop.picture.get_height() > HIDES_FROM and piece.key > hero_y + 2:
            hides = self._covers(prop, x, y, hero)
        if not hides and self._also and prop.picture.get_height() > HIDES_FROM:
            hides = any(piece.key > y0 + 2 and self._covers(prop, x, y, area) for area, y0 in self._also)
        goal = FADED if hides else 1.0
        step = dt_s / FADE_S * (1 - FADED)
        piece.opacity = min(piece.opacity + step, goal) if piece.opacity < goal else max(piece.opacity - step, goal)

    def _covers(self, prop: Prop, x: int, y: int, hero: Rect) -> bool:
        mask = self._mask(prop.picture)
        w, h = prop.picture.get_size()
        seen = 0
        for px, py in ((hero.centerx, hero.top + 8), (hero.centerx, hero.centery), (hero.left + 3, hero.centery - 4),
                       (hero.right - 3, hero.centery - 4)):  # fmt: skip
            qx, qy = px - x, py - y
            if 0 <= qx < w and 0 <= qy < h and mask.get_at((qx, qy)):
                seen += 1
        return seen >= 2

    def _thinned(self, colour: Surface, lit: Surface, opacity: float) -> tuple[Surface, Surface]:
        k = round(opacity * FADE_STEPS)
        key = (id(lit), k)
        kept = self._faded.get(key)
        if kept is None or kept[2] is not lit:
            if len(self._faded) > 64:
                self._faded.clear()
            pair = []
            for s in (colour, lit):
                thin = s.copy()
                thin.fill((255, 255, 255, int(255 * k / FADE_STEPS)), special_flags=BLEND_RGBA_MULT)
                pair.append(thin)
            kept = self._faded[key] = (pair[0], pair[1], lit)
        return kept[0], kept[1]

    # ---- people

    def _people(
        self, session: Any, between: float, truth: Any = None
    ) -> list[tuple[Actor, Pose, int, int, int, int, int]]:
        """(atlas, pose, entity, x, y, lift, alpha) of everybody to be seen, by y; ``truth``: as they are made."""
        out = []
        unseen = {e for e, _ in session.world.each(Veiled if truth is None else Feigned)}
        if truth is not None:
            self.made.clear()
        for entity, place, look in session.world.each(Place, Look):
            if look.is_hidden or not look.sheet or entity in unseen:
                continue
            try:
                actor = self.assets.actor(look.sheet)
            except FileNotFoundError:
                continue
            x = math.floor(place.was_x + (place.x - place.was_x) * between + 0.5)
            y = math.floor(place.was_y + (place.y - place.was_y) * between + 0.5)
            anim, ticks = self._anim(session, entity, look, actor, place.facing)
            pose = actor.pose(anim, place.facing, ticks, look.is_once)
            if anim == "sit" and not actor.has("sit", place.facing.value):
                pose = self._seated(pose)
            if truth is not None:
                actor, pose, hangs = truth.as_made(look.sheet, actor, pose, anim, place.facing, ticks, look.is_once)
                if hangs:
                    self.made.append((x, y - round(place.lift), pose))
            elif entity == session.hero:
                pose = self._tumbling(session, pose)
            slips = session.world.find(entity, Slips)
            if slips is not None:
                part = self._slipping(pose, slips, x)
                if part is None:
                    continue
                pose = part
            out.append(
                (
                    actor,
                    pose,
                    entity,
                    x,
                    y,
                    round(place.lift),
                    actor.alpha,
                )
            )
        out.sort(key=lambda p: (p[4], p[2]))
        return out

    def _tumbling(self, session: Any, pose: Pose) -> Pose:
        """She falls into white: turning, smaller and smaller, deeper and deeper."""
        harm = session.world.find(session.hero, Harm)
        if harm is None or not harm.tumble:
            return pose
        k = min(harm.tumble / TUMBLES_TICKS, 1.0)
        step = min(harm.tumble // 2, TUMBLES_TICKS // 2)
        kept = self._tumbles.get((id(pose), step))
        if kept is None or kept[0] is not pose:
            if len(self._tumbles) > 64:
                self._tumbles.clear()
            small = pygame.transform.rotozoom(pose.picture, step * 13, max(1 - k * 0.86, 0.1))
            w, h = small.get_size()
            middle = (pose.offset[0] + pose.picture.get_width() / 2, pose.offset[1] + pose.picture.get_height() / 2)
            at = (round(middle[0] - w / 2), round(middle[1] - h / 2 + 46 * k * k))
            kept = (pose, Pose(small, at, pose.ticks, {}, Rect(0, 0, 0, 0)))
            self._tumbles[id(pose), step] = kept
        return kept[1]

    def _slipping(self, pose: Pose, slips: Slips, x: int) -> Pose | None:
        """The part of somebody that is not yet behind something thinner than they are; None when all of it is."""
        w, h = pose.picture.get_size()
        cut = min(max(round(slips.x) - x - pose.offset[0], 0), w)
        left, wide = (0, cut) if slips.side > 0 else (cut, w - cut)
        if wide <= 0:
            return None
        if wide == w:
            return pose
        key = (id(pose), left, wide)
        kept = self._parts.get(key)
        if kept is None or kept[0] is not pose:
            area, rect = Rect(left, 0, wide, h), Rect(pose.rect.x + left, pose.rect.y, wide, h)
            at = (pose.offset[0] + left, pose.offset[1])
            kept = (pose, Pose(pose.picture.subsurface(area), at, pose.ticks, pose.points, rect))
            self._parts[key] = kept
        return kept[1]

    def _seated(self, pose: Pose) -> Pose:
        """Somebody of whom no seated picture was made: their lower legs hang behind the edge of the seat."""
        kept = self._seats.get(id(pose))
        if kept is None or kept[0] is not pose:
            w, h = pose.picture.get_width(), pose.picture.get_height() - SHINS
            area, rect = Rect(0, 0, w, h), Rect(pose.rect.x, pose.rect.y, w, h)
            kept = (pose, Pose(pose.picture.subsurface(area), pose.offset, pose.ticks, pose.points, rect))
            self._seats[id(pose)] = kept
        return kept[1]

    @staticmethod
    def _anim(session: Any, entity: int, look: Look, actor: Actor, facing: Facing) -> tuple[str, int]:
        """The animation, with what only looks know: eyes that blink now and then, the doll that follows her."""
        seat = session.world.find(entity, DollSeat)
        if seat is not None and not seat.is_turned and actor.has(f"watch_{facing.value}", Facing.DOWN.value):
            return f"watch_{facing.value}", look.ticks  # only its head turns
        stone = session.world.find(entity, Stone)
        if stone is not None and stone.raised > 0 and look.anim in LOOKS_THROUGH and actor.has("look", facing.value):
            if stone.raised < 1:
                return "look_up", round(stone.raised * LOOKS_UP_TICKS)
            return LOOKS_THROUGH[look.anim], look.ticks
        way = session.world.find(entity, Follower)
        if way is not None and look.anim == "walk" and actor.has("bank_left", facing.value):
            turn = _turn_at(session.world.get(entity, Place), way)
            if abs(turn) > BANKS_FROM:
                return ("bank_right" if turn > 0 else "bank_left"), look.ticks
        if look.anim == "idle" and not look.is_once and actor.has("blink", facing.value):
            t = session.tick + entity * 97
            cycle = t // 240
            when = (cycle * 7919 + entity * 31) % 170 + 30
            if when <= t % 240 < when + BLINK_TICKS:
                return "blink", t % 240 - when
        return look.anim, look.ticks

    def faces(self, session: Any, layers: Layers, between: float) -> list[tuple[Mask, tuple[int, int], int]]:
        """(mask, top left, y of the feet) of everybody on the canvas: what fog must spare."""
        out = []
        for _, pose, _, x, y, lift, _ in self._people(session, between):
            at = (x + pose.offset[0] - layers.x, y - lift + pose.offset[1] - layers.y)
            out.append((self._mask(pose.picture), at, y - lift - layers.y))
        return out

    def _mask(self, picture: Surface) -> Mask:
        kept = self._masks.get(id(picture))
        if kept is None or kept[0] is not picture:
            kept = (picture, pygame.mask.from_surface(picture, 127))
            self._masks[id(picture)] = kept
        return kept[1]

    def _sides(self, actor: Actor, pose: Pose, dx: int, dy: int) -> tuple[Mask, Mask, Mask]:
        """What of a figure looks towards a lamp (dx, dy), what looks away, and its two px of rim on the lamp's side."""
        key = (id(pose), dx, dy)
        kept = self._lamp_sides.get(key)
        if kept is not None and kept[0] is pose:
            return kept[1]
        body = self._mask(pose.picture)
        rim = body.copy()
        rim.erase(body, (-dx * 2, -dy * 2))
        near, off = Mask(body.get_size()), Mask(body.get_size())
        normals = actor.normals(pose) if pose.rect.w else None
        if normals is not None:
            # A lamp behind her must not black out her face: what is before or behind counts for little.
            facing = (normals[0] * dx + normals[1] * 0.45 + normals[2] * dy * 0.3) / math.sqrt(dx * dx + dy * dy + 0.3)
            near = mask_of(facing > 0.42).overlap_mask(body, (0, 0))
            off = mask_of(facing < -0.22).overlap_mask(body, (0, 0))
        if len(self._lamp_sides) > 800:
            self._lamp_sides.clear()
        self._lamp_sides[key] = (pose, (near, off, rim))
        return near, off, rim

    def _person(self, layers: Layers, actor: Actor, pose: Pose, x: int, y: int, alpha: int, rows: int = 0) -> None:
        """Somebody in colours and light; ``rows``: only so many from the top (her head, over what she carries)."""
        at = (x + pose.offset[0] - layers.x, y + pose.offset[1] - layers.y)
        w, h = pose.picture.get_size()
        if not layers.albedo.get_clip().colliderect((at, (w, h))):
            return
        area = Rect(0, 0, w, min(rows or h, h))
        colour = self._wash(pose.picture, (1 + self._saturation) / 2)
        if alpha < 255:
            colour = colour.copy()
            colour.fill((255, 255, 255, alpha), special_flags=BLEND_RGBA_MULT)
        layers.albedo.blit(colour, at, area)
        light = layers.light
        if rows:
            r, g, b = self._last_light
        else:
            c = floor_light(layers, x - layers.x, y - layers.y)
            r, g, b = (max(min(v, CAP), DARKEST) + f for v, f in zip(c, FLOOR))
            self._last_light = r, g, b
        self._mask(pose.picture).to_surface(light, setcolor=(r, g, b), unsetcolor=None, dest=at, area=area)
        lamp, strength = self._nearest(x, y)
        if lamp is not None:
            far = math.hypot(lamp.x - x, lamp.z - y) or 1.0
            dx, dy = round((lamp.x - x) / far), round((lamp.z - y) / far)
            tint = [RIM * strength * v for v in lamp.colour]
        else:
            dx, dy, tint = -1, 0, [60 * (v + 0.1) * 0.5 for v in self.lighting.sky.sun]
            strength = 0.35
        if dx or dy:
            near, off, rim = self._sides(actor, pose, dx, dy)
            k = 1 - SHADE * min(strength, 1.0)
            dark = (int(r * k), int(g * k), int(b * k))
            off.to_surface(light, setcolor=dark, unsetcolor=None, dest=at, area=area)
            for mask, part in ((near, 0.35), (rim, 1.0)):
                cr, cg, cb = (min(int(v + t * part), 255) for v, t in zip((r, g, b), tint))
                mask.to_surface(light, setcolor=(cr, cg, cb), unsetcolor=None, dest=at, area=area)
        self._cover(layers, pose.picture, at)

    def _nearest(self, x: float, y: float) -> tuple[Light | None, float]:
        """The lamp that shines on somebody most, and how much (0..1.5)."""
        best, most = None, 0.12
        for lamp in self.lighting.lights:
            d2 = (lamp.x - x) ** 2 + (lamp.z - y) ** 2
            r2 = lamp.radius**2
            if d2 < r2:
                k = lamp.energy * (1 - d2 / r2) ** 2
                if k > most:
                    best, most = lamp, k
        return best, min(most * 1.6, 1.5)

    def _shade(self, layers: Layers, actor: Actor, x: int, y: int, lift: int) -> None:
        """The dark ellipse at the feet, in three dithered steps."""
        if actor.shadow not in self._shades:
            self._shades[actor.shadow] = ground_shade(*actor.shadow)
        s = self._shades[actor.shadow]
        layers.albedo.blit(s, (x + 1 - s.get_width() // 2 - layers.x, y - s.get_height() // 2 - layers.y))


def mask_of(chosen: Bools) -> Mask:
    """A shape from (h, w) yes and no."""
    cut = Surface(chosen.shape[::-1], SRCALPHA, 32)
    pygame.surfarray.pixels_alpha(cut)[...] = (chosen * 255).astype(np.uint8).T
    return pygame.mask.from_surface(cut, 127)


def ground_shade(rx: int, ry: int) -> Surface:
    """An ellipse of shadow rx x ry px, dithered like ART.md 4."""
    w, h = rx * 2 + 7, ry * 2 + 5
    y, x = np.mgrid[0:h, 0:w].astype(np.float32)
    d = np.hypot((x - w // 2) / (rx + 1.5), (y - h // 2) / (ry + 1.2))
    dither = np.tile(BAYER, (h // 4 + 1, w // 4 + 1))[:h, :w]
    k = np.clip(np.floor((1.15 - d) * 3.2 + dither * 0.9), 0, 3) / 3 * (d < 1.15)
    out = Surface((w, h), SRCALPHA, 32)
    out.fill((10, 5, 20, 0))
    pygame.surfarray.pixels_alpha(out)[...] = (k * 140).astype(np.uint8).T
    return out


def floor_light(layers: Layers, x: int, y: int) -> tuple[int, int, int]:
    """The light of the floor round a point of the picture."""
    w, h = layers.light.get_size()
    r = g = b = 0
    for dx, dy in ((0, 2), (-7, 0), (7, 0), (0, 6)):
        c = layers.light.get_at((min(max(x + dx, 0), w - 1), min(max(y + dy, 0), h - 1)))
        r, g, b = r + c.r, g + c.g, b + c.b
    return r // 4, g // 4, b // 4
