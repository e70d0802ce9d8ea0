"""The back of a great mirror: the other hall as it is seen through it; and soft discs of light."""

from __future__ import annotations

from random import Random

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, Rect, Surface

from game.view.assets import Assets
from game.view.felt import Colour, mix

HALL_WARM = (255, 196, 122)


def disc(hue: Colour, radius: int, k: float) -> Surface:
    """Soft light, to be added, lying on the floor."""
    high = round(radius * 0.86)
    out = Surface((radius * 2, high * 2), 0, 32)
    for r in range(radius, 0, -1):
        part = (1 - (r / radius) ** 2) ** 2 * k
        box = Rect(0, 0, r * 2, max(round(r * 2 * 0.86), 1))
        box.center = (radius, high)
        pygame.draw.ellipse(out, tuple(min(int(v * part), 255) for v in hue), box)
    return out


def hall_picture(assets: Assets, w: int, h: int) -> Surface:
    """The other hall seen through the back of its mirror: paper, a dado, things along the far wall; softer than life."""
    s = Surface((w, h), 0, 32)
    wall = h * 66 // 100
    for y in range(wall):
        pygame.draw.line(s, mix((96, 40, 66), (66, 26, 54), 0.35 * y / wall), (0, y), (w, y))
        for x in range(12, w, 24):
            pygame.draw.line(s, mix((96, 40, 66), (66, 26, 54), 0.55 + 0.35 * y / wall), (x, y), (x + 11, y))
    rng = Random(3)
    for x in range(6, w, 24):
        for y in range(6, wall - 16, 14):
            dx = 12 if (y // 14) % 2 else 0
            s.fill((150, 78, 84), (x + dx - 1, y, 3, 2))
            s.fill((188, 120, 92), (x + dx, y - 1, 1, 1))
    pygame.draw.rect(s, (54, 24, 34), (0, wall - 18, w, 18))
    pygame.draw.line(s, (150, 96, 66), (0, wall - 18), (w, wall - 18))
    for x in range(0, w, 22):
        pygame.draw.rect(s, (70, 32, 40), (x + 3, wall - 14, 16, 11), 1)
    for y in range(wall, h):
        k = (y - wall) / (h - wall)
        pygame.draw.line(s, mix((60, 26, 30), (126, 70, 44), k), (0, y), (w, y))
        if (y - wall) % 7 == 0:
            pygame.draw.line(s, (44, 20, 28), (0, y), (w, y))
    pygame.draw.polygon(s, (120, 30, 48), [(0, wall + 9), (w, wall + 9), (w, h - 5), (0, h - 5)])
    for y in (wall + 11, h - 8):
        pygame.draw.line(s, (206, 150, 80), (0, y), (w, y))
    props = assets.props("other")
    row = (("clock_grandfather", 54), ("sconce_lit", 112), ("picture_portrait", 150), ("side_table", 190), ("sconce_lit", 246),
           ("coat_rack", 292), ("picture_girl_2", 336), ("palm_pot", 368))  # fmt: skip
    for name, x in row:
        if not props.has(name):
            continue
        p = props.get(name)
        picture = pygame.transform.flip(p.picture, True, False)
        on_wall = p.is_wall
        y = wall - 22 - picture.get_height() if on_wall else wall + 10 - picture.get_height()
        s.blit(picture, (x - picture.get_width() // 2, max(y, -30) if on_wall else y))
        if "lit" in name:
            glow = disc(HALL_WARM, 40, 0.34)
            s.blit(glow, (x - 40, y - 8), special_flags=BLEND_RGB_ADD)
    for _ in range(120):
        s.fill(
            (170, 120, 90), (rng.randrange(w), rng.randrange(wall), 1, 1), BLEND_RGB_ADD if rng.random() < 0.2 else 0
        )
    soft = pygame.transform.smoothscale(pygame.transform.smoothscale(s, (w * 2 // 3, h * 2 // 3)), (w, h))
    soft.fill((206, 226, 232), special_flags=BLEND_RGB_MULT)
    return soft
