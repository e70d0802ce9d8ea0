"""Who is in the orchard, in cut paper: trees, two girls, a cat; and the same cat and a foot, large."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import Surface

from game.view.felt import Colour, mix
from game.view.panels.paper import SKIN, Points, arm, cut, leg, limb, rivet

HERS: Colour = (112, 44, 38)
"""The dress of the one who wins."""


def tree(on: Surface, x: float, y: float, k: float, bark: Colour, leaf: Colour, seed: int) -> None:
    """An apple tree: a forked trunk, three clouds of leaf, apples."""
    lean = ((seed * 37) % 9 - 4) * k
    top = y - 62 * k
    cut(on, [(x - 6 * k, y), (x - 3 * k + lean, top), (x + 4 * k + lean, top), (x + 8 * k, y)], bark, 0.2)
    limb(on, x + lean, y - 44 * k, 2.5, 26 * k, (6 * k, 3 * k), bark)
    limb(on, x + lean, y - 38 * k, -2.4, 26 * k, (6 * k, 3 * k), bark)
    for i, (dx, dy, r) in enumerate(((-20, -66, 21), (18, -70, 23), (-1, -86, 25))):
        cx, cy, rr = x + (dx * k) + lean, y + dy * k, r * k
        points = []
        for n in range(14):
            a = math.tau * n / 14
            wob = rr * (0.9 + 0.14 * math.sin(n * 2.4 + seed + i))
            points.append((cx + math.cos(a) * wob, cy + math.sin(a) * wob * 0.82))
        cut(on, points, mix(leaf, bark, 0.16 * i), 0.25)
        for n in range(3):
            a = n * 2.1 + seed + i
            pygame.draw.circle(
                on, (206, 62, 50), (cx + math.cos(a) * rr * 0.6, cy + math.sin(a) * rr * 0.5), max(2.4 * k, 1)
            )


def runner(
    on: Surface,
    x: float,
    y: float,
    phase: float,
    speed: float,
    is_still: bool,
    arms: tuple[float, float] = (0.2, 0.1),
    k: float = 1.2,
    lean: float = 0.0,
    ribbon: bool = False,
    turned: bool = False,
    dress: Colour = SKIN,
) -> None:
    """One of two girls. The one with a ribbon is the one who wins."""
    if is_still:
        a1 = a2 = 0.0
        u1, u2 = arms
    else:
        a1, a2 = math.sin(phase) * 1.0 * speed, math.sin(phase + math.pi) * 1.0 * speed
        u1, u2 = a2 * 0.9, a1 * 0.9
    swing = 0.25 * math.sin(phase) if is_still and phase else 0.0
    hip = y - 29 * k
    leg(on, x, hip, a1 + swing, a1 * 0.3 - 0.7 * speed * max(-math.cos(phase), 0.0), k)
    leg(on, x + 2, hip, a2 - swing, a2 * 0.3 - 0.7 * speed * max(math.cos(phase), 0.0), k)
    top = hip - 24 * k
    tip = lean
    cut(
        on,
        [(x - 12 * k, hip + 7 * k), (x - 6 * k + tip, top), (x + 6 * k + tip, top), (x + 12 * k, hip + 6 * k)],
        dress,
        0.25,
    )
    arm(on, x - 3 * k + tip, top + 4 * k, u1, u1 + 0.7 * speed, k)
    arm(on, x + 3 * k + tip, top + 4 * k, u2, u2 + 0.7 * speed, k)
    hx, hy = x + tip * 1.5 + 2, top - 10 * k
    way = -1 if turned else 1
    pygame.draw.circle(on, SKIN, (hx, hy), 10 * k)
    cut(on, [(hx + way * 9 * k, hy - 2), (hx + way * 13 * k, hy + 2), (hx + way * 9 * k, hy + 4)], SKIN, 0.0)
    blow = -way * (0.5 + 0.9 * speed)
    for dy in (-4, 2, 7):
        limb(
            on,
            hx - way * 6 * k,
            hy + dy * 0.6 * k,
            blow + 0.06 * math.sin(phase * 2 + dy),
            17 * k,
            (7 * k, 3 * k),
            (44, 26, 26),
        )
    pygame.draw.circle(on, (44, 26, 26), (hx - way * 2, hy - 4 * k), 9 * k)
    if ribbon:
        cut(
            on,
            [(hx - way * 4 * k, hy - 12 * k), (hx - way * 14 * k, hy - 18 * k), (hx - way * 13 * k, hy - 8 * k)],
            (226, 96, 70),
            0.3,
        )
    rivet(on, x - 3 * k + tip, top + 4 * k)


def cat(on: Surface, x: float, y: float, k: float, pose: str, t: float) -> None:
    """Black, from the side, looking left."""
    c = (10, 8, 12)
    if pose == "sit":
        cut(
            on,
            [
                (x - 9 * k, y),
                (x - 9 * k, y - 14 * k),
                (x - 5 * k, y - 20 * k),
                (x + 2 * k, y - 18 * k),
                (x + 9 * k, y - 8 * k),
                (x + 10 * k, y),
            ],
            c,
            0.3,
        )
        hx, hy = x - 7 * k, y - 24 * k
        tail = [(x + 9 * k, y - 2 * k), (x + 16 * k, y - 3 * k), (x + 20 * k, y - (9 + 2 * math.sin(t * 0.07)) * k)]
    else:
        step = math.sin(t * 0.25) * 4 if pose == "walk" else 5
        cut(
            on,
            [(x - 13 * k, y - 9 * k), (x - 10 * k, y - 16 * k), (x + 10 * k, y - 15 * k), (x + 14 * k, y - 8 * k)],
            c,
            0.3,
        )
        for lx, d in ((-10, step), (-7, -step), (8, -step), (11, step)):
            spread = d if pose == "walk" else (-6 if lx < 0 else 6)
            limb(on, x + lx * k, y - 9 * k, spread * 0.08, 9 * k, (3.5 * k, 2.4 * k), c)
        hx, hy = x - 15 * k, y - 18 * k
        tail = [(x + 13 * k, y - 12 * k), (x + 22 * k, y - 18 * k), (x + 26 * k, y - 28 * k)]
    pygame.draw.circle(on, c, (hx, hy), 7 * k)
    for ear in (-4, 3):
        cut(
            on,
            [(hx + (ear - 3) * k, hy - 4 * k), (hx + ear * k, hy - 12 * k), (hx + (ear + 3) * k, hy - 4 * k)],
            c,
            0.2,
        )
    pygame.draw.lines(on, c, False, tail, max(round(3 * k), 2))
    for ex in (-4, 0):
        on.set_at((round(hx + ex * k), round(hy - k)), (150, 220, 255, 255))
        on.set_at((round(hx + ex * k) + 1, round(hy - k)), (90, 160, 220, 255))


def stocking(on: Surface, x0: float, y0: float, x1: float, y1: float, is_down: bool) -> None:
    """A leg from above the picture down to its boot; one of the two has its sock down."""
    c, sock = (146, 96, 76), (208, 190, 154)
    kx, ky = (x0 + x1) / 2 + 10, (y0 + y1) / 2 - 16
    for (ax, ay), (bx, by), wa, wb in (((x0, y0), (kx, ky), 44, 36), ((kx, ky), (x1, y1), 36, 24)):
        d = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / d, (bx - ax) / d
        cut(
            on,
            [
                (ax + nx * wa / 2, ay + ny * wa / 2),
                (bx + nx * wb / 2, by + ny * wb / 2),
                (bx - nx * wb / 2, by - ny * wb / 2),
                (ax - nx * wa / 2, ay - ny * wa / 2),
            ],
            c,
            0.2,
        )
    pygame.draw.circle(on, c, (kx, ky), 18)
    cut(on, [(x0 - 60, -4), (x0 + 50, -4), (x0 + 60, 26), (x0 - 66, 30)], (30, 16, 20), 0.3)
    if is_down:
        for i in range(3):
            pygame.draw.ellipse(on, mix(sock, (120, 96, 80), 0.2 * i), (x1 - 16, y1 - 30 + i * 7, 34, 12))
    else:
        cut(on, [(x1 - 13, y1 - 4), (x1 - 12, y1 - 66), (x1 + 18, y1 - 66), (x1 + 15, y1 - 4)], sock, 0.3)
        for i in range(2):
            pygame.draw.line(on, (170, 70, 60), (x1 - 12, y1 - 60 + i * 6), (x1 + 17, y1 - 60 + i * 6), 2)
    boot = [
        (x1 - 15, y1 - 14),
        (x1 + 16, y1 - 14),
        (x1 + 17, y1 + 14),
        (x1 - 34, y1 + 14),
        (x1 - 40, y1 + 6),
        (x1 - 22, y1 - 2),
    ]
    cut(on, boot, (26, 16, 20), 0.4)
    cut(on, [(x1 - 42, y1 + 13), (x1 + 19, y1 + 13), (x1 + 19, y1 + 19), (x1 - 42, y1 + 19)], (14, 9, 12), 0.2)


def big_cat(on: Surface, x: float, y: float, k: float, tilt: float, panel: Any, t: float) -> None:
    """All of it, on the toe of the boot, hard. It looks up at each tug."""
    c = (9, 7, 12)
    breath = 1 + 0.012 * math.sin(t * 0.06)

    def put(points: Points) -> list[tuple[float, float]]:
        cs, sn = math.cos(tilt), math.sin(tilt)
        return [(x + (px * cs - py * sn) * k * breath, y + (px * sn + py * cs) * k) for px, py in points]

    tail = [(-40, -4), (-66, -8), (-84, -2), (-92, -18 - 5 * math.sin(t * 0.05))]
    pygame.draw.lines(on, c, False, put(tail), 9)
    body = [(-52, 4), (-50, -34), (-36, -66), (-14, -86), (14, -84), (34, -60), (44, -24), (44, 4)]
    cut(on, put(body), c, 0.35)
    for px in (4, 24):
        cut(on, put([(px, -40), (px + 14, -42), (px + 15, 4), (px - 3, 4)]), (13, 10, 17), 0.35)
    up = 6 if panel.tug else 0
    hx, hy = 4.0, -104.0 - up
    head = [(hx + math.cos(a) * 29, hy + math.sin(a) * 25) for a in (math.tau * i / 20 for i in range(20))]
    cut(on, put(head), c, 0.35)
    for side in (-1, 1):
        cut(on, put([(hx + side * 25, hy - 10), (hx + side * 23, hy - 44), (hx + side * 6, hy - 23)]), c, 0.35)
        pygame.draw.polygon(
            on, (54, 32, 44), put([(hx + side * 21, hy - 15), (hx + side * 20, hy - 34), (hx + side * 11, hy - 22)])
        )
    blink = not panel.tug and t % 230 < 8
    for side in (-1, 1):
        (ex, ey) = put([(hx + side * 12, hy - 2)])[0]
        if blink:
            pygame.draw.line(on, (110, 170, 220), (ex - 6, ey), (ex + 6, ey), 2)
            continue
        pygame.draw.ellipse(on, (122, 190, 240), (ex - 7, ey - 6, 14, 12))
        pygame.draw.ellipse(on, (6, 5, 10), (ex - 2, ey - 6, 5, 12))
        pygame.draw.circle(on, (255, 255, 255), (ex - 2, ey - 3), 1.4)
    (nx, ny) = put([(hx, hy + 10)])[0]
    pygame.draw.polygon(on, (120, 76, 84), [(nx - 3, ny - 2), (nx + 3, ny - 2), (nx, ny + 2)])
    for side in (-1, 1):
        for i in (-1, 1):
            pygame.draw.line(on, (90, 84, 96), (nx + side * 6, ny + i), (nx + side * 26, ny + i * 5 - 1))
