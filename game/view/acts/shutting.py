"""The small door from so near that there is nothing else: a gap, needles round its edge, hands against the wood.

Drawn over the world as long as she braces; afterwards something that has fallen lies about for a moment, in the room itself.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGBA_MULT, SRCALPHA, Rect, Surface

from game.core.chance import Flair
from game.sim.acts.shutting import FLINCH_TICKS
from game.view.acts.look import ActLook, ToScreen
from game.view.assets import Assets
from game.view.felt import Cloth
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.rigs.parts import Parts
from game.view.sprites import Layers

Colour = tuple[int, int, int]
Point = tuple[float, float]
Ramp = tuple[Colour, Colour, Colour]
COMES, GOES = 0.07, 0.035
FREE_X, HINGE_X, WIDE_PX = 232, 470, 128
"""px of the picture: the door's free edge when it is shut, its hinges, how far the free edge goes when it is wide open."""
TOP, LOW, LEAN = 16, 300, 30
WOOD: tuple[Colour, ...] = ((30, 20, 26), (52, 35, 38), (74, 51, 48), (104, 76, 64))
WALL: tuple[Colour, ...] = ((10, 11, 24), (15, 17, 34), (22, 25, 46))
VIOLET: tuple[Colour, ...] = ((8, 3, 20), (36, 14, 78), (92, 48, 170), (178, 120, 250))
STEEL: tuple[Colour, ...] = ((26, 28, 40), (92, 98, 120), (160, 168, 188), (232, 240, 252))
SKIN: Ramp = ((126, 78, 70), (206, 150, 130), (244, 206, 182))
COAT: Ramp = ((130, 92, 20), (206, 154, 34), (250, 208, 82))
GHOSTS: tuple[tuple[Colour, Point, Point, bool], ...] = (
    ((96, 224, 244), (330, 96), (560, 20), True),
    ((186, 126, 250), (372, 226), (600, 300), True),
    ((252, 188, 84), (296, 166), (60, 40), False),
)
"""Of each: colour, where the hand is laid, where the arm comes from, whether it is a right hand."""
HERS: tuple[tuple[Point, Point, bool], ...] = (((322, 214), (150, 372), False), ((404, 156), (330, 380), True))
FALLS_TICKS = 70
CRAWLS_TICKS, GOES_AT = 170, 84
HAND = "hand"
FINGERS = ((92, 70, -34), (116, 96, -22), (142, 104, -2), (168, 92, 20), (206, 58, 34))
"""Of each: where it comes round the edge, how long it is, how far it goes up (or down) on its way."""


class ShuttingLook(ActLook):
    """``_near`` 0..1: how far the picture has gone up to the door; ``_laid`` how far each ghost's hand has come."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._near = 0.0
        self._laid = [0.0, 0.0, 0.0]
        self._ticks = 0
        self._shut_for = 0
        self._flair = Flair(0xD00F)
        self._open = 0.8

    def hear(self, session: Any, act: Any) -> None:
        self._ticks += 1
        wants = act.phase in ("braces", "shut")
        self._near = min(self._near + COMES, 1.0) if wants else max(self._near - GOES, 0.0)
        for n in range(3):
            goal = 1.0 if act.hands > n else 0.0
            self._laid[n] += (goal - self._laid[n]) * 0.12
        self._shut_for = self._shut_for + 1 if act.phase != "braces" else 0
        self._open = act.open

    # ---- in the room

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """What fell on this side: it lies, it thinks, it is not there any more."""
        if act.phase != "after" or act.phase_ticks > CRAWLS_TICKS:
            return
        k = max(act.phase_ticks - GOES_AT, 0) / (CRAWLS_TICKS - GOES_AT)
        twitches = 34 < act.phase_ticks <= GOES_AT
        anim = "scuttle" if k else "stunned" if twitches else "crushed"
        pose = self.assets.actor(HAND).pose(anim, "right" if k else "down", act.phase_ticks)
        x, y = act.door_x + 34 + 96 * k * k, act.door_y + 36 - 6 * k
        picture = pose.picture
        if k > 0.55:  # in among the boxes
            picture = picture.copy()
            picture.fill((255, 255, 255, round(255 * (1 - k) / 0.45)), special_flags=BLEND_RGBA_MULT)
        shade = Surface((40, 10), SRCALPHA, 32)
        pygame.draw.ellipse(shade, (4, 4, 10, round(120 * (1 - k))), shade.get_rect())
        layers.albedo.blit(shade, (round(x) - 20 - layers.x, round(y) - 4 - layers.y))
        layers.albedo.blit(picture, (round(x) + pose.offset[0] - layers.x, round(y) + pose.offset[1] - layers.y))

    # ---- quite near

    def hud(
        self,
        to: Surface,
        session: Any,
        act: Any,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        if self._near <= 0.01:
            return
        picture = self._picture
        picture.blit(self._wall, (0, 0))
        shake = (
            0.0
            if taste.calm
            else act.heave / FLINCH_TICKS * 3 + (6 * max(1 - self._shut_for / 16, 0) if self._shut_for else 0)
        )
        dx = round(math.sin(self._ticks * 2.3) * shake)
        dy = round(math.sin(self._ticks * 3.1) * shake * 0.6)
        free = FREE_X + WIDE_PX * self._open
        lean = LEAN * self._open
        leaf = [(free, TOP - lean), (HINGE_X, TOP), (HINGE_X, LOW), (free, LOW + lean)]
        leaf = [(x + dx * (1 if x == free else 0), y + dy) for x, y in leaf]
        if self._open > 0.015:
            self._gap(picture, leaf, act)
        self._leaf(picture, leaf)
        if act.phase == "braces":
            self._needles(picture, leaf, act)
        else:
            self._cut(picture)
        for n, (colour, at, arm, right) in enumerate(GHOSTS):
            if self._laid[n] > 0.03 and self._shut_for < 120:
                self._ghost(picture, self._on_leaf(at, leaf), arm, colour, self._laid[n], right, act)
        for at, arm, right in HERS:
            push = 3 * act.heave / FLINCH_TICKS
            where = self._on_leaf((at[0] + push, at[1]), leaf)
            sleeve(picture, arm, where, COAT, 40)
            hand(picture, where, SKIN, 1.0, right, math.atan2(where[1] - arm[1], where[0] - arm[0]))
        if self._shut_for and self._shut_for < 14:
            flash = round(190 * (1 - self._shut_for / 14)) if taste.calm is False else 0
            picture.fill((flash, flash, min(flash + 30, 255)), special_flags=BLEND_RGB_ADD)
        w, h = to.get_size()
        shown = picture if picture.get_size() == (w, h) else pygame.transform.scale(picture, (w, h))
        shown.set_alpha(round(255 * min(self._near * 1.2, 1.0)))
        to.blit(shown, (0, 0))

    @cached_property
    def _picture(self) -> Surface:
        return Surface((640, 360), 0, 32)

    @cached_property
    def _wall(self) -> Surface:
        """Her own living-room wall by night, and the frame."""
        out = Surface((640, 360), 0, 32)
        out.fill(WALL[0])
        for x in range(0, 640, 26):
            pygame.draw.line(out, WALL[1], (x, 0), (x, 360), 12)
            for y in range((x // 26 % 2) * 22, 360, 44):
                pygame.draw.circle(out, WALL[2], (x + 13, y), 3, 1)
        pygame.draw.polygon(out, (26, 22, 40), [(150, 0), (540, 0), (556, 360), (132, 360)])  # where paper was torn off
        for n in range(36):
            y = n * 10
            out.fill(WALL[1], (134 + (n * 13) % 15, y, 8, 10))
            out.fill(WALL[1], (541 + (n * 7) % 13, y, 8, 10))
        frame = Rect(FREE_X - 26, -10, HINGE_X - FREE_X + 52, LOW + 36)
        pygame.draw.rect(out, WOOD[1], frame)
        pygame.draw.rect(out, WOOD[2], frame.inflate(-8, -8), 4)
        pygame.draw.rect(out, WOOD[0], frame.inflate(-36, -20))
        for y in range(frame.top + 6, frame.bottom, 9):
            pygame.draw.line(out, WOOD[0], (frame.left + 3, y), (frame.left + 20, y + 3))
            pygame.draw.line(out, WOOD[0], (frame.right - 20, y), (frame.right - 4, y + 2))
        out.fill(VIOLET[0], (FREE_X, 0, HINGE_X - FREE_X, LOW))
        return out

    def _gap(self, to: Surface, leaf: list[Point], act: Any) -> None:
        """Between jamb and door: the passage, and what fills it."""
        wide = max(leaf[0][0] - FREE_X, 1)
        t = self._ticks
        for n in range(7):
            k = n / 7
            pulse = 0.5 + 0.5 * math.sin(t * 0.09 - n)
            c = tuple(round(VIOLET[0][i] + (VIOLET[2][i] - VIOLET[0][i]) * k * (0.5 + 0.4 * pulse)) for i in range(3))
            box = Rect(0, 0, max(round(wide * (1 - k) * 1.3), 1), round(300 * (1 - k * 0.8)))
            box.center = (round(FREE_X + wide * 0.42), 150)
            pygame.draw.ellipse(to, c, box.clip(Rect(FREE_X, 0, round(wide), LOW)).inflate(0, 0) if wide < 12 else box)
        # She fills it: an arm as far as the elbow, and part of a face with no eyes.
        wrist = (leaf[0][0] - 6, 150 + math.sin(t * 0.13) * 3)
        arm = [(FREE_X - 4, 214), (FREE_X + wide * 0.3, 196), wrist, (wrist[0] - 6, wrist[1] + 26), (FREE_X - 4, 250)]
        pygame.draw.polygon(to, (12, 10, 20), arm)
        pygame.draw.lines(to, (110, 96, 112), False, arm[:3], 3)
        if wide > 14:
            face = self._face
            at = (round(FREE_X + wide * 0.46 - face.get_width() * 0.5), round(4 + math.sin(t * 0.07) * 4))
            to.set_clip(Rect(FREE_X, 0, max(round(wide) + 30, 0), LOW))
            to.blit(face, at)
            to.set_clip(None)
        cover = [(FREE_X - 27, 0), (FREE_X, 0), (FREE_X, LOW), (FREE_X - 27, LOW)]
        pygame.draw.polygon(to, WOOD[1], cover)
        pygame.draw.line(to, WOOD[3], (FREE_X - 2, 0), (FREE_X - 2, LOW), 2)
        edge = Surface((max(round(wide), 1), LOW), 0, 32)
        edge.fill((14, 6, 30))
        to.blit(edge, (FREE_X, 0), special_flags=BLEND_RGB_ADD)

    @cached_property
    def _face(self) -> Surface:
        """Hers, without its buttons, from so near that it is mostly dark."""
        head = Parts(self.assets.root / "art" / "actors").pose("head_blind", 90.0).picture
        face = pygame.transform.scale_by(head, 2)
        face.fill((214, 168, 236, 255), special_flags=BLEND_RGBA_MULT)
        shade = Surface(face.get_size(), SRCALPHA, 32)
        for y in range(face.get_height()):
            k = round(255 * (1 - 0.4 * y / face.get_height()))
            shade.fill((k, k, k, 255), (0, y, face.get_width(), 1))
        face.blit(shade, (0, 0), special_flags=BLEND_RGBA_MULT)
        return face

    def _leaf(self, to: Surface, leaf: list[Point]) -> None:
        """Old boards, standing a little towards her where they stand open."""
        pygame.draw.polygon(to, WOOD[2], leaf)
        (x0, t0), (x1, t1), (_, l1), (_, l0) = leaf
        for n in range(1, 5):
            k = n / 5
            a = (x0 + (x1 - x0) * k, t0 + (t1 - t0) * k)
            b = (x0 + (x1 - x0) * k, l0 + (l1 - l0) * k)
            pygame.draw.line(to, WOOD[0], a, b, 3)
            pygame.draw.line(to, WOOD[3], (a[0] + 2, a[1]), (b[0] + 2, b[1]))
        for n in range(26):  # the grain
            k = (n * 0.381) % 1.0
            x = x0 + (x1 - x0) * k
            top, low = t0 + (t1 - t0) * k, l0 + (l1 - l0) * k
            y = top + (low - top) * ((n * 0.237) % 0.9)
            pygame.draw.line(to, WOOD[1], (x, y), (x + 1, y + 22))
        for k in (0.16, 0.84):  # rails across
            a = (x0, t0 + (l0 - t0) * k)
            b = (x1, t1 + (l1 - t1) * k)
            pygame.draw.line(to, WOOD[0], (a[0], a[1] + 11), (b[0], b[1] + 10), 3)
            pygame.draw.line(to, WOOD[3], a, b, 9)
            pygame.draw.line(to, WOOD[2], (a[0], a[1] + 3), (b[0], b[1] + 3), 7)
            for m in (0.07, 0.5, 0.93):
                pygame.draw.circle(to, STEEL[1], (a[0] + (b[0] - a[0]) * m, a[1] + (b[1] - a[1]) * m + 2), 3)
        pygame.draw.line(to, WOOD[3], leaf[0], leaf[3], 4)
        pygame.draw.line(to, WOOD[0], (x0 + 4, t0), (x0 + 4, l0), 2)
        lock = self._on_leaf((FREE_X + 22, 196), leaf)
        pygame.draw.ellipse(to, (120, 96, 44), (lock[0] - 9, lock[1] - 13, 18, 26))
        pygame.draw.ellipse(to, (196, 164, 84), (lock[0] - 9, lock[1] - 13, 18, 26), 2)
        pygame.draw.circle(to, (12, 8, 12), (lock[0], lock[1] - 3), 3)
        pygame.draw.line(to, (12, 8, 12), (lock[0], lock[1] - 2), (lock[0], lock[1] + 7), 3)
        pygame.draw.line(to, STEEL[2], (lock[0] + 2, lock[1] - 3), (lock[0] + 20, lock[1] + 3), 3)  # the key, in it
        pygame.draw.circle(to, STEEL[2], (lock[0] + 26, lock[1] + 5), 8, 3)
        for ox, oy in ((-2, -2), (2, -2), (-2, 2), (2, 2)):
            to.fill(STEEL[2], (round(lock[0] + 26 + ox), round(lock[1] + 5 + oy), 1, 1))

    @staticmethod
    def _on_leaf(at: Point, leaf: list[Point]) -> Point:
        """A point of the shut door, where it is now."""
        k = (at[0] - FREE_X) / (HINGE_X - FREE_X)
        x = leaf[0][0] + (leaf[1][0] - leaf[0][0]) * k
        top = leaf[0][1] + (leaf[1][1] - leaf[0][1]) * k
        low = leaf[3][1] + (leaf[2][1] - leaf[3][1]) * k
        return x, top + (low - top) * (at[1] - TOP) / (LOW - TOP)

    def _needles(self, to: Surface, leaf: list[Point], act: Any) -> None:
        """Her fingers round the edge: longer than the hand they are on."""
        x = leaf[0][0]
        t = self._ticks
        strain = act.heave / FLINCH_TICKS
        for n, (y, long, rise) in enumerate(FINGERS):
            flex = math.sin(t * 0.11 + n * 1.3) * 3 + math.sin(t * 1.7 + n) * 3 * strain
            reach = long * (1.0 + 0.10 * strain)
            knuckle = (x - 8, y)
            first = (x + reach * 0.36, y + rise * 0.55 - 11 + flex * 0.5)
            second = (x + reach * 0.74, y + rise * 0.95 - 5 + flex)
            tip = (x + reach, y + rise + 16 + flex * 1.6)
            bones = (knuckle, first, second, tip)
            pygame.draw.lines(to, (12, 8, 12), False, [(p[0] + 2, p[1] + 8) for p in bones], 8)
            for m, wide in enumerate((13, 9, 7)):
                blade(to, bones[m], bones[m + 1], wide, ends=m == 2)
            for m, r in ((1, 6), (2, 5)):
                pygame.draw.circle(to, STEEL[0], bones[m], r)
                pygame.draw.circle(to, STEEL[2], (bones[m][0] - 1, bones[m][1] - 1), r - 2)
            pygame.draw.ellipse(to, (60, 52, 66), (knuckle[0] - 11, knuckle[1] - 9, 21, 20))
            pygame.draw.ellipse(to, (198, 190, 204), (knuckle[0] - 10, knuckle[1] - 9, 18, 17))
            pygame.draw.ellipse(to, (236, 230, 240), (knuckle[0] - 7, knuckle[1] - 7, 8, 6))
            for m in range(4 if strain > 0.3 else 2):  # what they do to the paint
                pygame.draw.line(to, WOOD[0], (tip[0] - 2 - m * 5, tip[1] - 3), (tip[0] + 9 - m * 5, tip[1] + 9 + m))

    def _cut(self, to: Surface) -> None:
        """They come down on this side."""
        k = self._shut_for
        if k > FALLS_TICKS:
            return
        turned = pygame.transform.rotate(self._lost, -k * 7.5)
        at = (FREE_X + 34 + k * 1.1, 168 - 3.4 * k + 0.17 * k * k)
        to.blit(turned, (round(at[0] - turned.get_width() / 2), round(at[1] - turned.get_height() / 2)))
        for n in range(10):
            a = n * 0.63
            far = 6 + k * 3.2
            if k < 16:
                at = (FREE_X + 4 + math.cos(a) * far, 160 + math.sin(a) * far * 1.4)
                to.fill(STEEL[3], (round(at[0]), round(at[1]), 2, 2))

    @cached_property
    def _lost(self) -> Surface:
        """Her right hand, by itself."""
        return pygame.transform.scale_by(self.assets.actor(HAND).poses("idle", "down")[0].picture, 2)

    def _ghost(self, to: Surface, at: Point, arm: Point, colour: Colour, laid: float, right: bool, act: Any) -> None:
        """A cold hand, with nobody at the other end that can be seen."""
        breathes = 0.75 + 0.25 * math.sin(self._ticks * 0.08 + at[0])
        layer = self._layer
        layer.fill((0, 0, 0, 0))
        where = (arm[0] + (at[0] - arm[0]) * laid, arm[1] + (at[1] - arm[1]) * laid)
        r, g, b = colour
        ramp = ((r // 3, g // 3, b // 3), (r * 2 // 3, g * 2 // 3, b * 2 // 3), colour)
        sleeve(layer, arm, where, ramp, 26)
        hand(layer, where, ramp, 0.86, right, math.atan2(where[1] - arm[1], where[0] - arm[0]))
        fade = round(215 * laid * breathes)
        if self._shut_for > 70:
            fade = round(fade * max(1 - (self._shut_for - 70) / 50, 0.0))
        layer.fill((255, 255, 255, fade), special_flags=BLEND_RGBA_MULT)
        to.blit(layer, (0, 0))
        for n in range(5):
            r = round((58 - n * 10) * laid)
            if r > 2:
                glow = Surface((2 * r, 2 * r), 0, 32)
                pygame.draw.circle(glow, (colour[0] // 26, colour[1] // 26, colour[2] // 26), (r, r), r)
                to.blit(glow, (round(where[0]) - r, round(where[1]) - r), special_flags=BLEND_RGB_ADD)

    @cached_property
    def _layer(self) -> Surface:
        return Surface((640, 360), SRCALPHA, 32)


def blade(to: Surface, a: Point, b: Point, wide: float, ends: bool = False) -> None:
    """A piece of a needle finger, light along its upper side; ``ends`` in a point."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    d = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / d * wide / 2, dx / d * wide / 2
    tip = 0.0 if ends else 0.7
    shape = [
        (a[0] + nx, a[1] + ny),
        (b[0] + nx * tip, b[1] + ny * tip),
        (b[0] - nx * tip, b[1] - ny * tip),
        (a[0] - nx, a[1] - ny),
    ]
    pygame.draw.polygon(to, STEEL[1], shape)
    pygame.draw.polygon(to, STEEL[0], shape, 1)
    pygame.draw.line(to, STEEL[3], (a[0] - nx * 0.4, a[1] - ny * 0.4), (b[0] - nx * tip * 0.4, b[1] - ny * tip * 0.4))


def sleeve(to: Surface, a: Point, b: Point, ramp: Ramp, wide: float) -> None:
    """An arm from the picture's edge to a wrist."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    d = math.hypot(dx, dy) or 1.0
    nx, ny = -dy / d, dx / d
    end = (b[0] - dx / d * 15, b[1] - dy / d * 15)
    half, cuff = wide / 2, wide * 0.34
    shape = [
        (a[0] + nx * half * 1.3, a[1] + ny * half * 1.3),
        (end[0] + nx * cuff, end[1] + ny * cuff),
        (end[0] - nx * cuff, end[1] - ny * cuff),
        (a[0] - nx * half * 1.3, a[1] - ny * half * 1.3),
    ]
    pygame.draw.polygon(to, ramp[1], shape)
    pygame.draw.polygon(to, ramp[0], [shape[0], shape[1], end, a])
    pygame.draw.line(to, ramp[2], shape[2], shape[3], 3)
    for n in range(3):
        k = 0.55 + n * 0.15
        at = (a[0] + (end[0] - a[0]) * k, a[1] + (end[1] - a[1]) * k)
        pygame.draw.line(
            to, ramp[0], (at[0] + nx * cuff, at[1] + ny * cuff), (at[0] - nx * cuff * 0.4, at[1] - ny * cuff * 0.4), 2
        )


def hand(to: Surface, at: Point, ramp: Ramp, size: float, right: bool, way: float) -> None:
    """A child's hand laid flat against something, fingers along ``way``."""
    c, s = math.cos(way), math.sin(way)
    side = 1 if right else -1

    def turned(x: float, y: float) -> Point:
        y *= side
        return at[0] + (x * c - y * s) * size, at[1] + (x * s + y * c) * size

    for y, long in ((-10, 15), (-3.5, 19), (3.5, 18), (10, 13)):
        a, b = turned(3, y * 0.8), turned(8 + long, y * 1.15)
        pygame.draw.line(to, ramp[0], (a[0] + 1, a[1] + 1), (b[0] + 1, b[1] + 1), round(8 * size))
        pygame.draw.line(to, ramp[1], a, b, round(6 * size))
        pygame.draw.circle(to, ramp[1], b, 3 * size)
        pygame.draw.circle(to, ramp[2], turned(6 + long, y * 1.15), 1.6 * size)
    thumb = turned(4, 19)
    pygame.draw.line(to, ramp[0], turned(-6, 7), (thumb[0] + 1, thumb[1] + 1), round(8 * size))
    pygame.draw.line(to, ramp[1], turned(-6, 7), thumb, round(7 * size))
    pygame.draw.circle(to, ramp[1], thumb, 3.5 * size)
    pygame.draw.polygon(to, ramp[0], [turned(-13, -10), turned(7, -13), turned(8, 13), turned(-11, 11)])
    pygame.draw.polygon(to, ramp[1], [turned(-12, -9), turned(7, -12), turned(7, 11), turned(-11, 9)])
    for y in (-8, -2, 4, 9):
        pygame.draw.circle(to, ramp[2], turned(5, y), 1.8 * size)
