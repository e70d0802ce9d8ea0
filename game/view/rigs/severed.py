"""The severed hand drawn, from where sim/fingers.py has its palm and fingers. Thread hangs from its wrist."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame
from pygame import Rect, Surface

from game.sim.parts import Place, Severed
from game.view.rigs.beldam import Piece, lit_at
from game.view.rigs.ink import BLACK, BONE, METAL, NEEDLE, P2, Ink, Lit, Tones
from game.view.sprites import Layers, Stand, ground_shade

STRING: tuple[int, int, int] = (166, 52, 62)
KEY: Tones = Tones((14, 10, 18), (44, 38, 52), (92, 84, 104), (178, 170, 190))
PALM: Tones = Tones((28, 22, 35), (104, 94, 112), (172, 162, 168), (232, 222, 214))
TORN = ((-7.0, 5.0), (-2.0, 8.0), (4.0, 6.0), (8.0, 3.0))
"""Ends of thread at the wrist, px aside and down."""
GLEAM_TICKS = 97
"""A tip gleams by itself so seldom: one should be able to find it in the dark."""


@dataclass
class Moment:
    """Where everything of it is at a tick."""

    x: float
    y: float
    lift: float
    palm: tuple[float, float, float]
    joints: tuple[tuple[float, ...], ...]
    thread: tuple[P2, ...]

    @staticmethod
    def of(place: Place, hand: Severed) -> Moment:
        return Moment(place.x, place.y, place.lift, hand.palm, hand.joints, hand.thread)

    def mixed(self, other: Moment, k: float) -> Moment:
        """So far (0..1) on the way to another; what has come or gone meanwhile, or is far off, is taken as it then is."""
        far = math.dist((self.x, self.y), (other.x, other.y)) > 64
        if far or len(self.joints) != len(other.joints):
            return other
        q = 1 - k
        joints = tuple(tuple(a * q + b * k for a, b in zip(f, g, strict=True))
                       for f, g in zip(self.joints, other.joints, strict=True))  # fmt: skip
        p, o = self.palm, other.palm
        palm = (p[0] * q + o[0] * k, p[1] * q + o[1] * k, p[2] * q + o[2] * k)
        thread = other.thread
        if len(self.thread) == len(thread):
            thread = tuple((a[0] * q + b[0] * k, a[1] * q + b[1] * k)
                           for a, b in zip(self.thread, thread, strict=True))  # fmt: skip
        x, y, lift = (a * q + b * k for a, b in ((self.x, other.x), (self.y, other.y), (self.lift, other.lift)))
        return Moment(x, y, lift, palm, joints, thread)


class SeveredLook:
    """Draws one of it. Keeps nothing but pictures."""

    def __init__(self) -> None:
        self._shades: dict[int, Surface] = {}

    def shade(self, layers: Layers, hand: Severed, now: Moment) -> None:
        """Its shadow: under the palm, smaller the higher it leaps, and a speck at each tip."""
        if hand.is_hidden or not now.joints:
            return
        wide = max(24 - int(now.lift * 0.2), 10)
        self._ellipse(layers, now.x, now.y, wide)
        for joint in now.joints:
            if abs(joint[5] - joint[6]) < 3:
                self._ellipse(layers, joint[4], joint[6], 3)

    def _ellipse(self, layers: Layers, x: float, y: float, rx: int) -> None:
        if rx not in self._shades:
            self._shades[rx] = ground_shade(rx, max(rx * 3 // 7, 1))
        s = self._shades[rx]
        layers.albedo.blit(s, (round(x) - s.get_width() // 2 - layers.x, round(y) - s.get_height() // 2 - layers.y))

    def pieces(self, layers: Layers, stand: Stand, hand: Severed, now: Moment, t: float) -> list[Piece]:
        """(y of the floor, what draws it)."""
        if not now.joints:
            return []
        lit = lit_at(layers, stand, (now.x, now.y, now.lift), now.y)
        around = Rect(now.x - 50 - layers.x, now.y - now.lift - 70 - layers.y, 100, 100)
        covers = around.collidelist(layers.glows) >= 0

        def draw(layers: Layers) -> None:
            ink = Ink(layers, covers)
            if now.thread:
                self._string(ink, hand, now)
            if not hand.is_hidden:
                self._hand(ink, hand, now, lit)
            self._glints(ink, hand, now, t)

        return [(now.y, draw)]

    def _hand(self, ink: Ink, hand: Severed, now: Moment, lit: Lit) -> None:
        px, py, _ = now.palm
        f = math.radians(hand.heading)
        wrist = (px - math.cos(f) * 9, py - math.sin(f) * 6)
        behind = [j for j in now.joints if j[6] < now.y]
        before = [j for j in now.joints if j[6] >= now.y]
        dim = lit.dimmed(0.84)
        for joint in sorted(behind, key=lambda j: j[6]):
            self._finger(ink, joint, dim)
        is_away = math.sin(f) < -0.3
        if not is_away:
            self._wrist(ink, wrist, f, lit)
        self._palm(ink, now, (px, py), wrist, lit)
        if is_away:
            self._wrist(ink, wrist, f, lit)
        for joint in sorted(before, key=lambda j: j[6]):
            self._finger(ink, joint, lit)

    @staticmethod
    def _palm(ink: Ink, now: Moment, palm: P2, wrist: P2, lit: Lit) -> None:
        """The back of a hand: round, with a tendon to each knuckle."""
        knuckles = [(j[0], j[1]) for j in now.joints]
        for k in knuckles:
            ink.hull(palm, k, 5.0, 2.6, BONE, lit)
        ink.hull(palm, wrist, 7.2, 4.4, BONE, lit)
        for k in knuckles:
            ink.bone(palm, k, 5.0, 2.6, PALM, lit)
        ink.bone(palm, wrist, 6.8, 4.2, PALM, lit)
        ink.dome(palm, 6.6, PALM, lit)
        for k in knuckles:
            ink.thread([((palm[0] + wrist[0]) / 2, (palm[1] + wrist[1]) / 2 - 2), (k[0], k[1] - 1)], PALM.dark)
            ink.ball(k, 2.0, METAL, lit)

    def _wrist(self, ink: Ink, wrist: P2, f: float, lit: Lit) -> None:
        """A black cuff, a stump of bone, and the thread it hung by."""
        c, s = math.cos(f), math.sin(f)
        end = (wrist[0] - c * 5, wrist[1] - s * 3.4)
        stump = (end[0] - c * 3, end[1] - s * 2)
        for side, down in TORN:
            x, y = stump[0] + s * side - c * down * 0.7, stump[1] - c * side * 0.6 + abs(down) * 0.6
            ink.thread([stump, ((x + stump[0]) / 2, y - 2), (x, y)], (128, 132, 158))
        ink.ball(stump, 2.6, BONE, lit)
        ink.hull(end, wrist, 4.0, 4.4, BLACK, lit)
        ink.bone(end, wrist, 4.0, 4.4, BLACK, lit)

    @staticmethod
    def _finger(ink: Ink, j: tuple[float, ...], lit: Lit) -> None:
        knuckle, middle, tip = (j[0], j[1]), (j[2], j[3]), (j[4], j[5])
        ink.hull(knuckle, middle, 2.1, 1.6, NEEDLE, lit)
        ink.bone(knuckle, middle, 2.1, 1.6, NEEDLE, lit)
        ink.needle(middle, tip, 1.7, NEEDLE, lit)
        ink.ball(middle, 1.9, METAL, lit)

    def _string(self, ink: Ink, hand: Severed, now: Moment) -> None:
        glow = 70 if hand.hum else 34 if hand.string == "taut" else 12
        points = list(now.thread)
        ink.thread(points, STRING)
        shine = [(x - ink.ox, y - ink.oy) for x, y in points]
        if len(shine) > 1:
            colour = (glow * 2, glow // 2, glow // 2 + 8)
            pygame.draw.lines(ink.glow, colour, False, shine)
        if hand.string in ("trails", "nailed"):
            self._key(ink, points[-1])

    @staticmethod
    def _key(ink: Ink, at: P2) -> None:
        lit = Lit((128, 124, 132), (20, 20, 30))
        x, y = at
        ink.hull((x, y), (x + 9, y + 3), 1.2, 1.2, KEY, lit)
        ink.ball((x, y), 3.0, KEY, lit)
        ink.bone((x, y), (x + 9, y + 3), 1.2, 1.2, KEY, lit)
        ink.bone((x + 7, y + 3), (x + 6, y + 6), 1.0, 1.0, KEY, lit)

    @staticmethod
    def _glints(ink: Ink, hand: Severed, now: Moment, t: float) -> None:
        """What announces a blow, and what betrays it in the dark."""
        told = max(hand.told - 0.15, 0.0) / 0.85
        for n, j in enumerate(now.joints):
            k = told * (0.8 + 0.2 * math.sin(t * 0.8 + n))
            if hand.told == 0 and hand.struck < 6 and hand.struck > 0:
                k = 0.7
            by_itself = (t + n * 19) % GLEAM_TICKS
            if by_itself < 14 and hand.pose != "crushed":
                k = max(k, 0.5 * math.sin(math.pi * by_itself / 14))
            ink.glint((j[4], j[5] - (3 if hand.is_hidden else 0)), k, (230, 240, 255))
