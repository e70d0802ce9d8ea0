"""What the chase cuts out once and shows often: webs whole and torn, floor that sags, a rib that has come down, glints."""

from __future__ import annotations

import math

import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Surface

from game.core.chance import Flair
from game.view.sprites import Layers

Colour = tuple[int, int, int]
SILK: tuple[Colour, ...] = ((118, 112, 158), (176, 172, 210), (226, 226, 246))
BONE: Colour = (74, 62, 96)
FINGER_STEP = 46
WEB_OVER, RIB_OVER, SOFT_OVER = 26, 34, 14


def grip(ahead_x: float, phase: float) -> tuple[float, float]:
    """(x of a fingertip that holds on while its hand comes on, how far its present reach has got: below 1 it is in the air)."""
    n = ahead_x / FINGER_STEP + phase
    held = math.floor(n)
    slide = min((n - held) / 0.25, 1.0)
    ease = slide * slide * (3 - 2 * slide)
    return (held - 1 + ease - phase) * FINGER_STEP + FINGER_STEP, slide


def star(layers: Layers, x: int, y: int, r: int, colour: Colour) -> None:
    """A glint: a cross of light."""
    if r <= 0:
        return
    half = (colour[0] // 2, colour[1] // 2, colour[2] // 2)
    layers.glow.fill(half, (x - r, y, 2 * r + 1, 1), BLEND_RGB_ADD)
    layers.glow.fill(half, (x, y - r, 1, 2 * r + 1), BLEND_RGB_ADD)
    layers.glow.fill(colour, (x - 1, y - 1, 3, 3), BLEND_RGB_ADD)


def disc(colour: Colour, radius: int) -> Surface:
    """Light that falls off from the middle, to be added."""
    out = Surface((2 * radius, 2 * radius), 0, 32)
    for r in range(radius, 0, -3):
        k = (1 - (r / radius) ** 2) ** 2
        pygame.draw.circle(out, (int(colour[0] * k), int(colour[1] * k), int(colour[2] * k)), (radius, radius), r)
    return out


def web(w: int, h: int, seed: int, torn: bool) -> Surface:
    """An orb across part of the way, hung on more threads than it needs; torn, it is two rags and much thread."""
    over = WEB_OVER
    out = Surface((w + 2 * over, h + 2 * over), SRCALPHA, 32)
    flair = Flair(seed * 71 + 5)
    cx, cy = over + w * 0.5 + flair.between(-8, 8), over + h * 0.5 + flair.between(-8, 8)
    spokes = 13
    angles = [n / spokes * math.tau + flair.between(-0.12, 0.12) for n in range(spokes)]
    reach = [1.0 + flair.between(-0.08, 0.34) for _ in angles]

    def at(n: int, k: float) -> tuple[float, float]:
        a, r = angles[n % spokes], k * min(reach[n % spokes], 1.3)
        return cx + math.cos(a) * r * w * 0.5, cy + math.sin(a) * r * h * 0.5

    shade = Surface(out.get_size(), SRCALPHA, 32)
    pygame.draw.ellipse(shade, (10, 6, 22, 120), (over, over + 6, w, h))
    out.blit(shade, (0, 0))
    for n in range(spokes):
        if torn and n % 3 == 1:
            end = at(n, flair.between(0.5, 0.8))
            pygame.draw.lines(out, SILK[0], False, [at(n, 1.0), end, (end[0] + 5, end[1] + 14)])
            continue
        start = at(n, 0.45) if torn else (cx, cy)
        pygame.draw.line(out, SILK[2] if n % 2 else SILK[1], start, at(n, 1.0), 1 if torn else 2)
    for ring in range(1, 8):
        k = ring / 7.6
        if torn and ring < 4:
            continue
        for n in range(spokes):
            if torn and (n + ring) % 3:
                continue
            a, b = at(n, k), at(n + 1, k)
            sag = (
                (a[0] + b[0]) / 2 + (cx - (a[0] + b[0]) / 2) * 0.10,
                (a[1] + b[1]) / 2 + (cy - (a[1] + b[1]) / 2) * 0.10,
            )
            pygame.draw.lines(out, SILK[1] if ring % 2 else SILK[2], False, [a, sag, b])
    for _ in range(3 if torn else 9):  # dew
        n, k = flair.below(spokes), flair.between(0.3, 1.0)
        x, y = at(n, k)
        out.fill((250, 250, 255, 255), (round(x), round(y), 2, 2))
    return out


def sagging(w: int, h: int) -> Surface:
    """Floor that has been darned once too often: it hangs between the walls like a sheet with somebody heavy gone from it."""
    over = SOFT_OVER
    out = Surface((w + 2 * over, h), SRCALPHA, 32)
    flair = Flair(w * 31 + h)
    mid, wide = over + w / 2, w / 2 + 8
    edges = []
    for y in range(h):
        bulge = 0.5 + 0.5 * math.sin(y / h * math.pi)
        left = mid - wide * (0.72 + 0.2 * bulge) + 3 * math.sin(y / 9.0) + 2 * math.sin(y / 3.7)
        right = mid + wide * (0.72 + 0.2 * bulge) + 3 * math.sin(y / 11.0 + 2) + 2 * math.sin(y / 4.3)
        edges.append((round(left), round(right)))
        for x in range(round(left), round(right) + 1):
            k = (x - left) / max(right - left, 1)
            deep = max(math.sin(k * math.pi), 0.0) ** 0.7
            shade = max(1 - deep * 1.05, 0.0)
            c = (round(10 + 46 * shade), round(5 + 26 * shade), round(22 + 84 * shade))
            out.set_at((x, y), (*c, 255))
    for y in range(3, h - 2, 6):  # thread across it, each hanging lower than it should
        left, right = edges[y]
        droop = 5 + flair.below(7)
        last = None
        for n in range(13):
            k = n / 12
            p = (left - 4 + (right - left + 8) * k, y + droop * math.sin(k * math.pi) - 2)
            if last is not None and flair.below(9):
                tone = SILK[0] if 0.2 < k < 0.85 else SILK[1]
                pygame.draw.line(out, tone, last, p)
            last = p
        for x, way in ((left, -1), (right, 1)):
            out.fill((*SILK[2], 255), (x + way * 4, y - 2, 2, 2))
    for n in range(3):  # and thread the other way, where there was a hole in the darning
        x = round(mid + (n - 1) * w * 0.26)
        for y in range(0, h - 6, 11):
            if flair.below(4):
                pygame.draw.line(out, (86, 74, 128), (x + flair.below(3), y), (x + flair.below(3), y + 7))
    return out


def fallen_rib(h: int) -> Surface:
    """A rib of the passage that has come down: a bow of bone across the way, splintered at its upper end."""
    w, tall = 56, h + RIB_OVER + 12
    out = Surface((w, tall), SRCALPHA, 32)
    shade = Surface((w, tall), SRCALPHA, 32)
    pygame.draw.ellipse(shade, (4, 2, 10, 170), (4, RIB_OVER, w - 10, h + 8))
    out.blit(shade, (0, 0))
    for y in range(10, tall - 6):
        k = (y - 10) / (tall - 16)
        cx = w / 2 - 11 + 21 * max(math.sin(k * math.pi), 0.0) ** 0.9
        half = 6.0 + 4.5 * math.sin(k * math.pi) + (2.4 if k > 0.9 else 0.0)
        for x in range(round(cx - half), round(cx + half) + 1):
            u = (x - cx) / half
            lit = max(1 - abs(u + 0.42) / 0.5, 0.0)
            body = max(1 - u * u, 0.0)
            c = [round(22 + BONE[i] * (0.35 + 0.65 * body) + (104, 92, 112)[i] * lit * 0.75) for i in range(3)]
            if (x * 5 + y * 3) % 11 == 0:
                c = [v - 12 for v in c]
            out.set_at((x, y), (*(min(max(v, 0), 255) for v in c), 255))
        if y % 17 == 3:  # it was stitched on
            pygame.draw.line(out, (20, 12, 30), (cx - half, y), (cx + half, y + 3), 2)
            out.fill((190, 150, 220, 255), (round(cx - half), y, 2, 2))
    top = w / 2 - 11
    for n, high in ((-5, 10), (-1, 0), (3, 7), (6, 12)):
        pygame.draw.polygon(out, (150, 132, 156), [(top + n - 3, 16), (top + n, high), (top + n + 3, 16)])
        pygame.draw.line(out, (226, 210, 226), (top + n, high), (top + n - 2, 14))
    return out
