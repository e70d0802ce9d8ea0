"""The Beldam drawn from the joints of spider.py, back to front, in pieces that stand among others by where they touch the floor."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, Rect, Surface

from game.sim.parts import Arachnid
from game.view.rigs.ink import BLACK, BONE, CORSET, METAL, NEEDLE, P2, Ink, Lit
from game.view.rigs.parts import Parts
from game.view.rigs.spider import (
    ABDOMEN,
    ARM0,
    BEND,
    CHEST,
    FINGER0,
    HEAD,
    HIP0,
    PELVIS,
    THROAT,
    V3,
    Limbs,
    Spider,
)
from game.view.sprites import CAP, FLOOR, RIM, Layers, Stand, floor_light, ground_shade

DIM = 90
"""She is never darker than this, of 128: one must see what comes."""
FACE = 44
"""Her face is so much brighter than the rest of her."""
RIBS = 7
GLINT_FROM = 0.3
"""Her fingertips glint from this share of the warning on."""
SNARLS = ("run", "thrash", "stare")
Piece = tuple[float, Callable[[Layers], None]]


class BeldamLook:
    """Draws one Spider. Keeps nothing but pictures."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._shades: dict[tuple[int, int], Surface] = {}

    # ---- the floor

    def shade(self, layers: Layers, spider: Spider, limbs: Limbs, has_feet: bool = True) -> None:
        """Her shadow: one under the body, a small one at each foot that stands."""
        if spider.pose in ("climb", "gone"):
            return
        p = limbs.points[PELVIS]
        high = max(p[2] - 40, 0) / 4
        self._ellipse(layers, p[0], p[1] + 4, max(58 - int(high * 0.4), 34), max(20 - int(high * 0.1), 12))
        for n in range(6 if has_feet else 0):
            x, y, z = limbs.points[HIP0 + n * 4 + 3]
            if z < 6 and not spider.feet[n].is_on_wall:
                self._ellipse(layers, x, y, 5, 2)

    def _ellipse(self, layers: Layers, x: float, y: float, rx: int, ry: int) -> None:
        rx -= rx % 2
        if (rx, ry) not in self._shades:
            self._shades[rx, ry] = ground_shade(rx, ry)
        s = self._shades[rx, ry]
        layers.albedo.blit(s, (round(x) - s.get_width() // 2 - layers.x, round(y) - s.get_height() // 2 - layers.y))

    # ---- her

    def pieces(
        self, layers: Layers, stand: Stand, spider: Spider, she: Arachnid, limbs: Limbs, t: float
    ) -> list[Piece]:
        """(y of the floor by which it stands among others, what draws it), back to front."""
        points = limbs.points
        flat = [(x, y - z) for x, y, z in points]
        around = Rect(min(x for x, _ in flat), min(y for _, y in flat), 0, 0)
        around.size = (int(max(x for x, _ in flat)) - around.x, int(max(y for _, y in flat)) - around.y)
        around = around.move(-layers.x, -layers.y).inflate(80, 80)
        if not around.colliderect(layers.albedo.get_clip()):
            return []
        covers = around.collidelist(layers.glows) >= 0
        body_y = spider.y
        lit = lit_at(layers, stand, points[PELVIS], body_y)
        out: list[Piece] = []
        is_flat = spider.pose == "climb"
        for n in range(6):
            foot = spider.feet[n]
            fx, fy, _ = points[HIP0 + n * 4 + 3]
            behind = fy < body_y if not is_flat else True
            near = lit_at(layers, stand, (fx, fy, 0.0), fy) if foot.is_planted else lit
            if spider.pose == "hang":
                behind = foot.pair != 0
            if is_flat:
                key = body_y - 0.5
            elif foot.is_on_wall or spider.pose == "hang":
                key = body_y + (-0.5 if behind else 0.5)
            else:
                key = min(fy, body_y - 0.5) if behind else max(fy, body_y + 0.5)
            out.append((key, self._leg(flat, n, lit, near, behind, covers)))
        out.append((body_y, self._body(flat, points, spider, she, limbs, lit, stand, t, covers)))
        out.sort(key=lambda piece: piece[0])
        return out

    def _leg(self, flat: list[P2], n: int, lit: Lit, near: Lit, behind: bool, covers: bool) -> Callable[[Layers], None]:
        hip, knee, ankle, foot = flat[HIP0 + n * 4 : HIP0 + n * 4 + 4]
        if behind:
            lit, near = lit.dimmed(0.8), near.dimmed(0.86)

        def draw(layers: Layers) -> None:
            ink = Ink(layers, covers)
            ink.hull(hip, knee, 4.0, 2.9, NEEDLE, lit)
            ink.hull(knee, ankle, 2.9, 2.1, NEEDLE, lit)
            ink.hull(ankle, foot, 2.1, 0.3, NEEDLE, near)
            ink.bone(hip, knee, 4.0, 2.9, NEEDLE, lit)
            ink.bone(knee, ankle, 2.9, 2.1, NEEDLE, lit)
            tx, ty = ankle[0] * 0.55 + knee[0] * 0.45, ankle[1] * 0.55 + knee[1] * 0.45
            out = 1 if ankle[0] >= knee[0] else -1
            ink.needle((tx, ty), (tx + out * 7, ty - 3), 1.3, NEEDLE, lit)
            ink.bone(ankle, foot, 2.1, 0.3, NEEDLE, near)
            ink.ball(knee, 3.0, METAL, lit)
            ink.ball(ankle, 2.2, METAL, near)

        return draw

    def _body(
        self,
        flat: list[P2],
        points: list[V3],
        spider: Spider,
        she: Arachnid,
        limbs: Limbs,
        lit: Lit,
        stand: Stand,
        t: float,
        covers: bool,
    ) -> Callable[[Layers], None]:
        s = math.sin(math.radians(limbs.heading))

        def draw(layers: Layers) -> None:
            ink = Ink(layers, covers)
            if spider.pose == "hang":
                x, y = flat[ABDOMEN]
                ink.thread([(x, y), (x, y - 260)], (150, 156, 190), 46)

            def arm(n: int) -> Callable[[], None]:
                return lambda: self._arm(ink, flat, n, lit, she, t)

            def head() -> None:
                self._head(ink, layers, flat, spider, she, limbs, lit, stand)

            def abdomen() -> None:
                self._part(ink, layers, "abdomen", limbs.heading, 0.0, flat[ABDOMEN], lit, stand)

            def corset() -> None:
                self._corset(ink, flat, lit)

            arms = [arm(0), arm(1)]
            if s > 0.35:
                order = [abdomen, corset, head, *arms]
            elif s < -0.35:
                order = [*arms, head, corset, abdomen] if spider.pose == "climb" else [*arms, corset, head, abdomen]
            else:
                far = 0 if math.cos(math.radians(limbs.heading)) < 0 else 1
                order = [arms[far], abdomen, corset, head, arms[1 - far]]
            for part in order:
                part()

        return draw

    def _corset(self, ink: Ink, flat: list[P2], lit: Lit) -> None:
        """A spine in a corset of ribs, over a waist as thin as a needle; it bends."""
        a, b, c = flat[PELVIS], flat[BEND], flat[CHEST]
        a = (a[0] * 0.86 + c[0] * 0.14, a[1] * 0.86 + c[1] * 0.14)
        at = [_curve(a, b, c, n / RIBS) for n in range(RIBS + 1)]
        wide = (8.5, 6.0, 4.8, 5.6, 7.4, 9.0, 10.2, 10.6)
        throat, head = flat[THROAT], flat[HEAD]
        neck = (head[0] * 0.86 + throat[0] * 0.14, head[1] * 0.86 + throat[1] * 0.14 + 6)
        ink.hull(throat, neck, 3.4, 3.0, BONE, lit)
        for n in range(RIBS):
            ink.hull(at[n], at[n + 1], wide[n], wide[n + 1], BLACK if n < 2 else CORSET, lit)
        ink.bone(throat, neck, 3.4, 3.0, BONE, lit)
        for n in range(RIBS):
            tones = BLACK if n < 2 else CORSET
            ink.bone(at[n], at[n + 1], wide[n], wide[n + 1], tones, lit)
        dx, dy = c[0] - a[0], c[1] - a[1]
        d = math.hypot(dx, dy) or 1.0
        nx, ny, ux, uy = -dy / d, dx / d, dx / d, dy / d
        line = pygame.draw.line
        for n in range(2, RIBS + 1):
            x, y = at[n][0] - ink.ox, at[n][1] - ink.oy
            w = wide[n]
            line(
                ink.albedo,
                CORSET.line,
                (x - nx * w, y - ny * w),
                (x + nx * w * 0.2 - ux * 2, y + ny * w * 0.2 - uy * 2),
            )
            line(
                ink.albedo,
                CORSET.line,
                (x + nx * w * 0.2 - ux * 2, y + ny * w * 0.2 - uy * 2),
                (x + nx * w, y + ny * w),
            )
        x, y = c[0] + ux * 2, c[1] + uy * 2
        for side in (-1, 1):  # the collar's points
            root = (x + nx * side * 7, y + ny * side * 7)
            ink.needle(root, (root[0] + nx * side * 12 + ux * 8, root[1] + ny * side * 12 + uy * 8), 3.2, BLACK, lit)
        left, right = (x - nx * 10, y - ny * 10), (x + nx * 10, y + ny * 10)
        ink.hull(left, right, 2.6, 2.6, BLACK, lit)
        ink.bone(left, right, 2.6, 2.6, BLACK, lit)

    def _arm(self, ink: Ink, flat: list[P2], n: int, lit: Lit, she: Arachnid, t: float) -> None:
        shoulder, elbow, wrist = flat[ARM0 + n * 3 : ARM0 + n * 3 + 3]
        ink.hull(shoulder, elbow, 3.2, 2.2, BONE, lit)
        ink.hull(elbow, wrist, 2.5, 1.9, BONE, lit)
        ink.bone(shoulder, elbow, 3.2, 2.2, BONE, lit)
        ink.bone(elbow, wrist, 2.5, 1.9, BONE, lit)
        ink.ball(shoulder, 3.8, BLACK, lit)
        ink.ball(elbow, 3.0, METAL, lit)
        leads = (n == 1) == she.is_left and she.reach_x >= 0
        told = she.told if leads else 0.0
        fingers = [flat[FINGER0 + (n * 5 + k) * 3 : FINGER0 + (n * 5 + k) * 3 + 3] for k in range(5)]
        for root, middle, _ in fingers:
            ink.hull(root, middle, 1.7, 1.4, NEEDLE, lit)
        for root, middle, tip in fingers:
            ink.bone(root, middle, 1.7, 1.4, NEEDLE, lit)
            ink.needle(middle, tip, 1.5, NEEDLE, lit)
        for _, middle, _ in fingers:
            ink.ball(middle, 1.4, METAL, lit)
        ink.ball(wrist, 4.2, BONE, lit)
        if told > GLINT_FROM:
            k = (told - GLINT_FROM) / (1 - GLINT_FROM)
            for m, (_, _, tip) in enumerate(fingers):
                ink.glint(tip, k * (0.75 + 0.25 * math.sin(t * 0.7 + m)))
        elif leads and 0 < she.struck < 6:
            for _, _, tip in fingers:
                ink.glint(tip, 0.6 - she.struck * 0.09)

    def _head(
        self,
        ink: Ink,
        layers: Layers,
        flat: list[P2],
        spider: Spider,
        she: Arachnid,
        limbs: Limbs,
        lit: Lit,
        stand: Stand,
    ) -> None:
        angry = spider.pose in SNARLS or she.told > 0.2 or she.struck > 0
        kind = "head_blind" if she.is_blind else "head_snarl" if angry else "head_neutral"
        if spider.pose == "thrash":  # the cat has been at her: one button hangs by its thread
            kind = "head_hurt"
        r, g, b = lit.floor
        pale = Lit((min(r + FACE, 255), min(g + FACE, 255), min(b + FACE, 255)), lit.lamp, lit.x, lit.y)
        pose, at = self._part(ink, layers, kind, limbs.head, limbs.tilt, flat[HEAD], pale, stand)
        if not she.is_blind:
            glow = self.parts.eyes(pose)
            layers.glow.blit(glow, at, special_flags=BLEND_RGB_ADD)

    def _part(
        self, ink: Ink, layers: Layers, kind: str, degrees: float, tilt: float, at: P2, lit: Lit, stand: Stand
    ) -> tuple[Any, tuple[int, int]]:
        """A drawn part, lit by its normals."""
        pose = self.parts.pose(kind, degrees, tilt)
        to = ink.picture(pose.picture, (at[0] + pose.offset[0], at[1] + pose.offset[1]))
        light = layers.light
        mask = stand._mask(pose.picture)
        mask.to_surface(light, setcolor=lit.floor, unsetcolor=None, dest=to)
        dx, dy = round(lit.x), round(lit.y)
        if dx or dy:
            near, off, rim = stand._sides(self.parts, pose, dx, dy)  # type: ignore[arg-type]
            r, g, b = lit.floor
            off.to_surface(light, setcolor=(int(r * 0.8), int(g * 0.8), int(b * 0.8)), unsetcolor=None, dest=to)
            for shape, k in ((near, 0.4), (rim, 0.9)):
                cr, cg, cb = (min(int(v + a * k), 255) for v, a in zip(lit.floor, lit.lamp, strict=True))
                shape.to_surface(light, setcolor=(cr, cg, cb), unsetcolor=None, dest=to)
        stand._cover(layers, pose.picture, to)
        return pose, to


def _curve(a: P2, b: P2, c: P2, t: float) -> P2:
    q = 1 - t
    return q * q * a[0] + 2 * q * t * b[0] + t * t * c[0], q * q * a[1] + 2 * q * t * b[1] + t * t * c[1]


def lit_at(layers: Layers, stand: Stand, at: V3, floor_y: float) -> Lit:
    """The light on somebody there: the floor's below, and the nearest lamp's on its side."""
    c = floor_light(layers, round(at[0]) - layers.x, round(floor_y) - layers.y)
    r, g, b = (max(min(v, CAP), DIM) + f for v, f in zip(c, FLOOR, strict=True))
    lamp, strength = stand._nearest(at[0], floor_y)
    if lamp is None:
        return Lit((r, g, b), (22, 22, 30))
    dx, dy = lamp.x - at[0], lamp.z - floor_y + at[2] - lamp.h * 0.5
    d = math.hypot(dx, dy) or 1.0
    tint = tuple(int(RIM * 1.5 * strength * v) for v in lamp.colour)
    return Lit((r, g, b), (tint[0], tint[1], tint[2]), dx / d, dy / d)
