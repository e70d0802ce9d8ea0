"""What hangs on the clue board, cut once: cards with pinked edges, pins, the little door, and the strand on its latch."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import Rect, Surface

from game.view.felt import CREAM, SHADOW, blank, mix, stitches

DOOR_W, DOOR_H = 62, 82
WOOL = ((196, 192, 200), (138, 134, 150))


def pinked(s: Surface, box: Rect, colour: Any) -> None:
    """A piece cut with pinking shears: teeth all round."""
    n = 4
    points: list[tuple[int, int]] = []
    for i in range(box.x, box.right, n):
        points.append((i, box.y + (0 if (i - box.x) // n % 2 else 2)))
    for i in range(box.y, box.bottom, n):
        points.append((box.right - 1 - (0 if (i - box.y) // n % 2 else 2), i))
    for i in range(box.right, box.x, -n):
        points.append((i, box.bottom - 1 - (0 if (box.right - i) // n % 2 else 2)))
    for i in range(box.bottom, box.y, -n):
        points.append((box.x + (0 if (box.bottom - i) // n % 2 else 2), i))
    pygame.draw.polygon(s, colour, points)


def pin(to: Surface, x: int, y: int, n: int) -> None:
    """A pin with a head of glass."""
    colour = ((206, 72, 84), (236, 190, 92), (112, 178, 190), (222, 226, 240), (168, 108, 200))[n % 5]
    pygame.draw.line(to, SHADOW, (x + 1, y + 3), (x + 4, y + 7), 2)
    pygame.draw.circle(to, SHADOW, (x + 1, y + 2), 5)
    pygame.draw.circle(to, mix(colour, SHADOW, 0.3), (x, y), 5)
    pygame.draw.circle(to, colour, (x, y), 4)
    to.fill(CREAM, (x - 2, y - 2, 2, 2))


def snowflake(s: Surface, cx: int, cy: int) -> None:
    """Of glass, on a carpet, large."""
    for r in range(24, 0, -3):
        pygame.draw.circle(s, (96, 116, 150, 14), (cx, cy), r)
    for i in range(6):
        a = i * math.tau / 6 + math.tau / 12
        dx, dy = math.cos(a), math.sin(a)
        end = (cx + dx * 22, cy + dy * 22)
        pygame.draw.line(s, (88, 108, 148), (cx + 1, cy + 1), (end[0] + 1, end[1] + 1), 3)
        pygame.draw.line(s, (196, 220, 244), (cx, cy), end, 2)
        for far, side in ((9, 5), (15, 7)):
            bx, by = cx + dx * far, cy + dy * far
            for turn in (-1, 1):
                b = a + turn * math.tau / 6
                pygame.draw.line(s, (226, 240, 255), (bx, by), (bx + math.cos(b) * side, by + math.sin(b) * side), 1)
    pygame.draw.circle(s, (255, 255, 255), (cx, cy), 2)
    s.fill((255, 255, 255), (cx - 9, cy - 12, 2, 2))


def chair_back(s: Surface) -> None:
    """Dad's: both arms and the wings of it."""
    w, h = s.get_size()
    for box, k in (
        (Rect(w // 2 - 27, 2, 54, h), 0.5),
        (Rect(w // 2 - 23, 6, 46, h), 0.3),
        (Rect(w // 2 - 34, 28, 17, h), 0.15),
        (Rect(w // 2 + 17, 28, 17, h), 0.15),
    ):
        pygame.draw.rect(s, SHADOW, box.inflate(2, 2), border_radius=9)
        pygame.draw.rect(s, mix((104, 116, 118), SHADOW, k), box, border_radius=8)


def two_coats(s: Surface) -> None:
    """Hers and his on two hooks, a sleeve round the other; two pairs of shoes under them."""
    w, h = s.get_size()
    pygame.draw.rect(s, (70, 50, 46), Rect(8, 3, w - 16, 5))
    pygame.draw.line(s, (128, 98, 80), (8, 3), (w - 9, 3))
    for x, colour, wide, long in ((30, (118, 122, 112), 17, 38), (53, (122, 100, 90), 14, 34)):
        dark = mix(colour, SHADOW, 0.45)
        pygame.draw.circle(s, (196, 160, 90), (x, 7), 2)
        body = [
            (x - 5, 9),
            (x + 5, 9),
            (x + wide - 7, 15),
            (x + wide - 5, 9 + long),
            (x - wide + 5, 9 + long),
            (x - wide + 7, 15),
        ]
        pygame.draw.polygon(s, SHADOW, [(a + 1, b + 2) for a, b in body])
        pygame.draw.polygon(s, colour, body)
        pygame.draw.polygon(s, dark, body, 1)
        pygame.draw.line(s, dark, (x, 13), (x, 8 + long), 1)
        pygame.draw.polygon(s, dark, [(x - 4, 9), (x, 15), (x + 4, 9)])
        for k in range(3):
            s.fill((214, 190, 140), (x + 2, 19 + k * 7, 2, 2))
        out = -1 if x < 40 else 1
        arm = [
            (x + out * (wide - 8), 14),
            (x + out * (wide - 3), 30),
            (x + out * (wide - 8), 31),
            (x + out * (wide - 12), 19),
        ]
        pygame.draw.polygon(s, dark, arm)
    sleeve = [(40, 15), (58, 19), (61, 25), (56, 26), (38, 22)]  # his, round her
    pygame.draw.polygon(s, SHADOW, [(a, b + 1) for a, b in sleeve])
    pygame.draw.polygon(s, mix((118, 122, 112), CREAM, 0.15), sleeve)
    for x, c in ((22, (66, 50, 48)), (32, (66, 50, 48)), (48, (110, 72, 64)), (57, (110, 72, 64))):
        pygame.draw.ellipse(s, SHADOW, Rect(x - 1, h - 9, 10, 8))
        pygame.draw.ellipse(s, c, Rect(x - 1, h - 10, 9, 7))


def little_door() -> Surface:
    """Sewn on long ago; it comes up to her chin."""
    s = blank(DOOR_W, DOOR_H)
    out = Rect(0, 0, DOOR_W, DOOR_H)
    pygame.draw.rect(s, (24, 14, 28), out, border_radius=12)
    pygame.draw.rect(s, (116, 62, 56), out.inflate(-4, -4), border_radius=10)
    for row in range(6):
        for i in range(-1, 4):
            x = 4 + i * 16 + (8 if row % 2 else 0)
            brick = Rect(max(x, 3), 4 + row * 13, 14, 11).clip(Rect(3, 3, DOOR_W - 6, DOOR_H - 6))
            pygame.draw.rect(s, mix((142, 78, 66), (96, 50, 52), (row * 5 + i * 3) % 7 / 7), brick)
    leaf = out.inflate(-14, -12).move(2, 3)
    pygame.draw.rect(s, (26, 14, 26), leaf.inflate(3, 3), border_radius=9)
    for i in range(leaf.h):
        k = i / leaf.h
        pygame.draw.line(
            s,
            mix((112, 84, 84), (70, 46, 58), k),
            (leaf.x + (3 if i < 3 else 0), leaf.y + i),
            (leaf.right - 3, leaf.y + i),
        )
    for box in (Rect(leaf.x + 6, leaf.y + 7, leaf.w - 13, 22), Rect(leaf.x + 6, leaf.y + 36, leaf.w - 13, 24)):
        pygame.draw.rect(s, (54, 34, 48), box, 2)
        pygame.draw.line(s, (140, 108, 100), (box.x + 1, box.bottom), (box.right - 2, box.bottom))
    pygame.draw.circle(s, (40, 26, 20), (leaf.right - 7, leaf.centery + 1), 4)
    pygame.draw.circle(s, (216, 176, 96), (leaf.right - 8, leaf.centery), 3)
    for i in range(4, DOOR_H - 6, 9):
        stitches(s, (1, i), (1, i + 4), (190, 150, 140))
        stitches(s, (DOOR_W - 2, i), (DOOR_W - 2, i + 4), (190, 150, 140))
    return s


def wool(to: Surface, x: int, y: int, k: float, t: int) -> None:
    """A strand of it, caught on the latch, stirring."""
    n = max(round(22 * k), 1)
    for i in range(n):
        px = x + math.sin(i * 0.5 + t * 0.05) * (1 + i * 0.12)
        to.fill(SHADOW, (round(px) + 1, y + i + 1, 2, 1))
        to.fill(WOOL[i % 2], (round(px), y + i, 2, 1))
