"""What the bet is made with: two buttons that listen, a needle, a hand that is mostly needles, and hers."""

from __future__ import annotations

import pygame
from pygame import Rect, Surface

from game.view.felt import SHADOW, Colour, blank, mix, stitches

BONE: tuple[Colour, ...] = ((40, 34, 46), (92, 84, 98), (164, 156, 166), (228, 224, 228))
HAND_W, HAND_H = 118, 132


def listener(to: Surface, cx: int, y: int, keen: float, sway: int) -> None:
    """Two buttons; ``keen`` 0..1: how near they lean in."""
    for side in (-1, 1):
        r = 15 + round(keen * 6)
        bx, by = cx + side * (46 - round(keen * 14)) + sway, y + round(keen * 4)
        for k in range(5, 0, -1):
            pygame.draw.circle(to, mix(SHADOW, (92, 40, 66), 0.12 * (6 - k)), (bx, by), r + k * 4)
        pygame.draw.circle(to, (4, 3, 8), (bx, by + 1), r + 1)
        pygame.draw.circle(to, (34, 28, 40), (bx, by), r)
        pygame.draw.circle(to, (62, 54, 70), (bx, by), r, 2)
        pygame.draw.arc(to, (150, 140, 156), Rect(bx - r + 3, by - r + 3, 2 * r - 6, 2 * r - 6), 1.3, 2.8, 2)
        for dx in (-4, 4):
            for dy in (-4, 4):
                pygame.draw.circle(to, (6, 4, 10), (bx + dx, by + dy), 2)
        pygame.draw.line(to, (104, 30, 44), (bx - 4, by - 4), (bx + 4, by + 4), 1)
        pygame.draw.line(to, (104, 30, 44), (bx + 4, by - 4), (bx - 4, by + 4), 1)


def plain_hand(to: Surface, x: int, y: int) -> None:
    """Hers, while nobody has drawn it better: four fingers, a thumb, a cuff."""
    skin, cuff = (222, 178, 152), (66, 84, 124)
    for layer, grow in ((SHADOW, 2), (skin, 0)):
        pygame.draw.ellipse(to, layer, Rect(x - 17, y - 8, 34, 24).inflate(grow * 2, grow * 2))
        for n in range(4):
            finger = Rect(x - 17 + n * 9, y - 20 + abs(n - 1) * 3, 7, 18).inflate(grow * 2, grow * 2)
            pygame.draw.rect(to, layer, finger, border_radius=4)
        thumb = Rect(x + 14, y - 4, 14, 8).inflate(grow * 2, grow * 2)
        pygame.draw.rect(to, layer, thumb, border_radius=4)
        sleeve = Rect(x - 15, y + 12, 30, 26).inflate(grow * 2, grow * 2)
        pygame.draw.rect(to, SHADOW if grow else cuff, sleeve, border_radius=4)


def needle(to: Surface, tip: tuple[float, float], eye: tuple[float, float]) -> None:
    pygame.draw.line(to, SHADOW, (tip[0], tip[1] + 3), (eye[0], eye[1] + 3), 4)
    pygame.draw.line(to, (124, 128, 150), tip, eye, 3)
    pygame.draw.line(to, (240, 242, 250), (tip[0], tip[1] - 1), (eye[0], eye[1] - 1), 1)
    pygame.draw.ellipse(to, (84, 86, 108), Rect(round(eye[0]) - 4, round(eye[1]) - 2, 8, 4), 1)


def needle_hand(spread: float) -> Surface:
    """A hand that is mostly needles, coming down; ``spread`` 0 (pinched) .. 1.5 (flung open)."""
    s = blank(HAND_W, HAND_H)
    cx = HAND_W // 2
    pygame.draw.polygon(s, (4, 3, 8), [(cx - 18, 0), (cx + 18, 0), (cx + 22, 40), (cx - 22, 40)])
    pygame.draw.polygon(s, (30, 22, 36), [(cx - 15, 0), (cx + 15, 0), (cx + 19, 38), (cx - 19, 38)])
    for k in range(5):
        pygame.draw.line(s, (44, 32, 50), (cx - 16, k * 8), (cx + 15, k * 8 + 3))
    stitches(s, (cx - 18, 36), (cx + 18, 36), (150, 40, 52))
    ways = (-1.0, -0.45, 0.05, 0.5, 1.05)
    reach = (60, 82, 88, 80, 56)
    for n in (0, 4, 1, 3, 2):
        knee = (cx + ways[n] * 24 * (0.7 + 0.5 * spread), 54 + reach[n] * 0.28)
        tip = (cx + ways[n] * 40 * spread + (1 - min(spread, 1.0)) * 2, 38 + reach[n] + (4 if spread < 0.5 else 0))
        base = (cx + ways[n] * 17, 44)
        for grow, colour in ((7, BONE[0]), (5, BONE[1]), (2, BONE[2])):
            pygame.draw.line(s, colour, base, knee, grow)
        pygame.draw.circle(s, BONE[0], (round(knee[0]), round(knee[1])), 4)
        pygame.draw.circle(s, BONE[2], (round(knee[0]), round(knee[1])), 2)
        for k in range(12):
            a, b = k / 12, (k + 1) / 12
            p = (knee[0] + (tip[0] - knee[0]) * a, knee[1] + (tip[1] - knee[1]) * a)
            q = (knee[0] + (tip[0] - knee[0]) * b, knee[1] + (tip[1] - knee[1]) * b)
            pygame.draw.line(s, BONE[0], p, q, max(round(5 * (1 - a)), 2))
            pygame.draw.line(s, mix(BONE[2], BONE[3], a), p, q, max(round(3 * (1 - a)), 1))
    palm = Rect(cx - 21, 32, 42, 28)
    pygame.draw.ellipse(s, BONE[0], palm.inflate(3, 3))
    pygame.draw.ellipse(s, BONE[1], palm)
    pygame.draw.ellipse(s, BONE[2], palm.inflate(-12, -10).move(-3, -3))
    return s
