"""Who would rather meet no spider meets a tall shadow with hands: the same joints, and a gown that never quite ends."""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

import pygame

from game.sim.parts import Arachnid
from game.view.rigs.ink import P2, Ink, Lit, Tones
from game.view.rigs.spider import ARM0, CHEST, FINGER0, HEAD, PELVIS, Limbs, Spider
from game.view.sprites import Layers

GOWN = (16, 9, 28)
FOLD = (30, 18, 48)
GLOVE = Tones((26, 20, 40), (120, 110, 150), (186, 178, 206), (236, 230, 244))
SLEEVE = Tones((16, 9, 28), (16, 9, 28), (16, 9, 28), (30, 18, 48))
EYE = (120, 150, 214)
HEM_PX, WAIST_PX, SHOULDER_PX = 46.0, 15.0, 19.0
FADE_PX = 54
"""The gown comes apart into rows over so many px above the floor."""


def shadow_of(spider: Spider, she: Arachnid, limbs: Limbs, lit: Lit, t: float) -> Callable[[Layers], None]:
    """What draws her so."""
    flat = [(x, y - z) for x, y, z in limbs.points]
    floor = (spider.x, spider.y - spider.lift)

    def draw(layers: Layers) -> None:
        ink = Ink(layers, covers=True)
        _gown(ink, flat, floor, t, lit)
        for n in (0, 1):
            _arm(ink, flat, n, lit, she, t)
        if not she.is_blind:
            x, y = flat[HEAD]
            for side in (-1, 1):
                ink.glint((x + side * 5, y - 1), 0.22 + 0.4 * she.told, EYE)

    return draw


def _gown(ink: Ink, flat: list[P2], floor: P2, t: float, lit: Lit) -> None:
    """From the head down to where it dissolves, row by row."""
    head, chest, hips = flat[HEAD], flat[CHEST], flat[PELVIS]
    low = (floor[0], max(floor[1] + 8, hips[1] + 40))
    ways = ((head, 10.0), (chest, SHOULDER_PX), (hips, WAIST_PX), (low, HEM_PX))
    left: list[P2] = []
    right: list[P2] = []
    for (a, wa), (b, wb) in pairwise(ways):
        for n in range(6):
            k = n / 6
            x, y = a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k
            w = wa + (wb - wa) * k * k
            stir = math.sin(t * 0.045 + y * 0.06) * 2.2
            left.append((x - w + stir - ink.ox, y - ink.oy))
            right.append((x + w + stir - ink.ox, y - ink.oy))
    shape = [*left, *reversed(right)]
    draw = pygame.draw
    floor_light = tuple(int(c * 0.72) for c in lit.floor)
    draw.polygon(ink.albedo, GOWN, shape)
    draw.polygon(ink.light, floor_light, shape)
    draw.polygon(ink.glow, (0, 0, 0), shape)
    for fold in (-0.5, 0.05, 0.6):
        points = [(a[0] + (b[0] - a[0]) * (fold + 1) / 2, a[1]) for a, b in zip(left[8:], right[8:], strict=True)]
        draw.lines(ink.albedo, FOLD, False, points)
    hx, hy = head[0] - ink.ox, head[1] - ink.oy
    draw.ellipse(ink.albedo, GOWN, (hx - 13, hy - 20, 26, 34))
    draw.ellipse(ink.light, floor_light, (hx - 13, hy - 20, 26, 34))
    bottom = left[-1][1]
    middle, wide = (left[-1][0] + right[-1][0]) / 2, (right[-1][0] - left[-1][0]) / 2
    for row in range(0, 34, 2):  # the hem: rows that grow thin
        k = 1 - row / 34
        y = bottom + row * 0.8
        w = wide * (0.65 + 0.35 * k) + math.sin(t * 0.06 + row) * 5
        draw.line(ink.albedo, GOWN, (middle - w * k, y), (middle + w * k, y))


def _arm(ink: Ink, flat: list[P2], n: int, lit: Lit, she: Arachnid, t: float) -> None:
    shoulder, elbow, wrist = flat[ARM0 + n * 3 : ARM0 + n * 3 + 3]
    for a, b, ra, rb in ((shoulder, elbow, 6.5, 5.0), (elbow, wrist, 5.0, 3.0)):
        ink.hull(a, b, ra, rb, SLEEVE, lit)
        ink.bone(a, b, ra, rb, SLEEVE, lit)
    fingers = [flat[FINGER0 + (n * 5 + k) * 3 : FINGER0 + (n * 5 + k) * 3 + 3] for k in range(5)]
    ends = [(m, (m[0] * 0.45 + tip[0] * 0.55, m[1] * 0.45 + tip[1] * 0.55)) for _, m, tip in fingers]
    for m, end in ends:
        ink.hull(wrist, m, 3.0, 2.0, GLOVE, lit)
        ink.hull(m, end, 2.0, 1.5, GLOVE, lit)
    for m, end in ends:
        ink.bone(wrist, m, 3.0, 2.0, GLOVE, lit)
        ink.bone(m, end, 2.0, 1.5, GLOVE, lit)
    ink.dome(wrist, 4.5, GLOVE, lit)
    leads = (n == 1) == she.is_left and she.reach_x >= 0
    if leads and she.told > 0.3:
        for k, (_, end) in enumerate(ends):
            ink.glint(end, (she.told - 0.3) * (0.9 + 0.2 * math.sin(t * 0.6 + k)))
