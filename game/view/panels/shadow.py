"""What the lantern's rings cut out of the light: a girl with a bundle, a bridge, a needle and a reel; each can be turned.

All of it in px round the middle of the light, drawn SS times as large, white on nothing: it is tinted by who shows it.
"""

from __future__ import annotations

import math

import pygame
from pygame import Surface

from game.view.felt import ease

Points = list[tuple[float, float]]
REACH = 112
"""px from the middle of the light to where the outermost piece ends."""
SS = 2
CUT = (255, 255, 255, 255)
"""Drawn white, so that it can be tinted: it is the light that is missing."""


def turned(points: Points, angle: float) -> Points:
    """Round the middle, clockwise as seen, radians."""
    c, s = math.cos(angle), math.sin(angle)
    return [(x * c - y * s, x * s + y * c) for x, y in points]


def deck(x: float) -> float:
    """The height of the bridge at x: a little higher in its middle."""
    return 33.0 - 7.0 * (1 - (x / 74.0) ** 2)


def _at(points: Points) -> Points:
    m = REACH * SS
    return [(m + x * SS, m + y * SS) for x, y in points]


def draw_girl(s: Surface, inner: float, breath: float, pull: float) -> None:
    """Coraline's shadow in the middle, and what the inner ring gives her to carry: home is on her back, over her shoulder.

    ``pull`` 0..1: drawn along the thread towards the eye, head first, thinner and thinner.
    """
    jerk = ease((pull * 4) % 1.0) / 4 + math.floor(pull * 4) / 4 if pull < 1 else 1.0
    shift, squeeze, tip = 80.0 * jerk, 1 - 0.62 * jerk, 0.95 * jerk

    def put(points: Points) -> Points:
        out = []
        for x, y in points:
            px, py = x * squeeze, (y - 30) * (1 - 0.45 * jerk) + 30
            px += (30 - py) * math.sin(tip) * 0.7
            foot = deck(min(shift, 74.0)) - 30 + 4
            out.append((px + shift, py + (foot if pull else 0.0)))
        return _at(out)

    sway = breath * 0.5
    hair = [
        (-13.5, -16),
        (-14, -26),
        (-9, -35),
        (0, -37.5),
        (9, -35),
        (14, -26),
        (13.5, -16),
        (15.5, -9),
        (9, -7),
        (-9, -7),
        (-15.5, -9),
    ]
    pygame.draw.polygon(s, CUT, put([(x + sway, y) for x, y in hair]))
    pygame.draw.polygon(
        s, CUT, put([(2 + sway, -36), (6 + sway, -42), (8 + sway, -41), (6 + sway, -35)])
    )  # a lock that never lies down
    pygame.draw.polygon(s, CUT, put([(-8, -9), (8, -9), (11, 2), (15, 19), (-15, 19), (-11, 2)]))
    pygame.draw.polygon(s, CUT, put([(-8, -6), (-18, 10), (-15, 13), (-6, 2)]))
    pygame.draw.polygon(s, CUT, put([(8, -6), (17, 9), (14, 12), (6, 2)]))
    for x in (-7, 3):
        pygame.draw.polygon(s, CUT, put([(x, 18), (x + 5, 18), (x + 5, 27), (x + 7, 31), (x - 1, 31)]))
    load: Points = [(-32, -9), (-27, -13), (-18, -12), (-14, -7), (-14, 4), (-18, 8), (-28, 8), (-33, 3)]
    strap: Points = [(-24, -12), (-7, -9), (-7, -6), (-24, -8)]
    stick: Points = [(17, 4), (20, 4), (27, 31), (24, 32)]
    knob: Points = [(15, 1), (19, -1), (22, 2), (20, 6), (16, 6)]
    for piece in (load, strap, stick, knob):
        pygame.draw.polygon(s, CUT, put(turned(piece, inner)))


def draw_bridge(s: Surface, middle: float, pull: float) -> None:
    """The middle ring: a deck with a rail and an arch below; from both its ends a thread goes on.

    ``pull``: what was stone about it goes, and what is left is tight.
    """
    stone = (255, 255, 255, round(255 * (1 - ease(min(pull * 2.2, 1.0)))))
    thick = 4.5 - 2.6 * ease(min(pull * 2.2, 1.0))

    def put(points: Points) -> Points:
        return _at(turned(points, middle))

    if stone[3] > 3:
        arch = [(math.cos(a) * 50, 66 - math.sin(a) * 32) for a in (math.pi * i / 24 for i in range(25))]
        inside = [(math.cos(a) * 45, 66 - math.sin(a) * 27) for a in (math.pi * i / 24 for i in range(24, -1, -1))]
        pygame.draw.polygon(s, stone, put([*arch, *inside]))
        for x in (-56, -34, 34, 56):
            pygame.draw.polygon(s, stone, put(post(x, deck(x), 64, 1.6)))
        for x in range(-66, 67, 12):
            if abs(x) > 18:
                pygame.draw.polygon(s, stone, put(post(x, deck(x) - 9, deck(x), 0.8)))
        for a, b in ((-68, -20), (20, 68)):
            rail = [(x, deck(x) - 9.5) for x in range(a, b + 1, 4)]
            back = [(x, y + 1.6) for x, y in reversed(rail)]
            pygame.draw.polygon(s, stone, put([*rail, *back]))
    top = [(x, deck(x)) for x in range(-74, 75, 4)]
    low = [(x, y + thick) for x, y in reversed(top)]
    pygame.draw.polygon(s, CUT, put([*top, *low]))
    slack = 1 - pull
    for side in (-1, 1):
        wave = 2.6 * slack if side < 0 else 0.6
        thread = [
            (side * (72 + i * 3.2), deck(74) + 2 + math.sin(i * 0.5) * wave + (i * 0.8 * slack if side < 0 else 0))
            for i in range(11)
        ]
        pygame.draw.lines(s, CUT, False, put(thread), 3)


def post(x: float, top: float, low: float, half: float) -> Points:
    """An upright."""
    return [(x - half, top), (x + half, top), (x + half, low), (x - half, low)]


def draw_needle(s: Surface, outer: float) -> None:
    """The outer ring: a needle as tall as the light is wide, its eye where the thread of the bridge goes through; and a reel."""
    x, eye = 86.0, deck(74) + 2
    shaft: Points = [(x - 2.6, eye - 14), (x - 1.6, -58), (x, -72), (x + 1.6, -58), (x + 2.6, eye - 14)]
    head: Points = [(x + math.cos(a) * 6.4, eye + math.sin(a) * 17) for a in around(28)]
    hole: Points = [(x + math.cos(a) * 3.4, eye + math.sin(a) * 11.5) for a in around(24)]
    pygame.draw.polygon(s, CUT, _at(turned(shaft, outer)))
    pygame.draw.polygon(s, CUT, _at(turned(head, outer)))
    pygame.draw.polygon(s, (0, 0, 0, 0), _at(turned(hole, outer)))
    half: Points = [(8, 44), (8, 48), (4, 49), (4, 60), (8, 61), (8, 65)]
    reel = [(-92 + dx, y) for dx, y in half] + [(-92 - dx, y) for dx, y in reversed(half)]
    pygame.draw.polygon(s, CUT, _at(turned(reel, outer)))


def around(n: int) -> list[float]:
    """Angles of a circle of ``n`` corners."""
    return [math.tau * i / n for i in range(n)]
