"""What is baked of the dream: two skies, the islands, the stars one steps on, what hangs far off. Numbers in, pictures out."""

from __future__ import annotations

import math

import numpy as np
import pygame
from pygame import SRCALPHA, Rect, Surface

from game.view import looks
from game.view.paint_soft import picture

F = looks.F
NIGHT = ((10, 9, 38), (20, 16, 64), (42, 28, 98), (74, 44, 122), (108, 64, 138))
DAWN = ((58, 72, 148), (112, 108, 182), (190, 138, 186), (246, 176, 158), (255, 218, 170))
"""From the top of the sky to its hem."""
MEADOW = ((26, 34, 82), (36, 56, 106), (50, 80, 128), (78, 112, 160))
MOONLIT, THREAD = (196, 206, 255), (230, 226, 255)
STEPS = 40
"""So many tones from the top of the sky to its hem: bands one can see are part of it."""
SQUASH = 0.66
"""A star lies on its back and is seen from the side."""
POINTS = 8


def sky(size: tuple[int, int], stops: tuple[tuple[int, int, int], ...], seed: int, is_dawn: bool) -> Surface:
    """A whole sky of that size (w, h)."""
    w, h = size
    y = np.linspace(0, 1, h)[:, None] * np.ones((1, w))
    x = np.linspace(0, 1, w)[None, :] * np.ones((h, 1))
    wisps = looks.noise(h, w, 3, 5, seed, 4)
    if is_dawn:  # long clouds, lit from below
        long = looks.noise(h, w, 9, 3, seed + 1, 3)
        k = np.clip(y + (wisps - 0.5) * 0.10, 0, 1)
        rows = _ramp(stops, _stepped(k, h, w))
        cloud = np.clip((long - 0.52) * 3.2, 0, 1) * np.clip(1.2 - abs(y - 0.62) * 2.2, 0, 1)
        cloud = np.floor(cloud * 5 + looks.bayer(h, w) * 0.9) / 5
        warm = np.array([255, 226, 196]) * (0.7 + 0.3 * y[..., None])
        rows = rows * (1 - 0.55 * cloud[..., None]) + warm * 0.55 * cloud[..., None]
    else:  # a band of dust across it
        k = np.clip(y * 0.9 + (wisps - 0.5) * 0.16, 0, 1)
        rows = _ramp(stops, _stepped(k, h, w))
        line = abs((y - 0.24) - (x - 0.5) * -0.42 - (looks.noise(h, w, 4, 6, seed + 2, 2) - 0.5) * 0.22)
        dust = np.clip(1 - line * 4.2, 0, 1) * np.clip(looks.noise(h, w, 10, 16, seed + 3, 3) * 1.7 - 0.45, 0, 1)
        dust = np.floor(dust * 7 + looks.bayer(h, w) * 0.9) / 7
        rows = rows + dust[..., None] * np.array([62, 46, 74])
    return picture(np.clip(rows, 0, 255).astype(np.uint8))


def _stepped(k: F, h: int, w: int) -> F:
    return np.asarray(np.clip(np.floor(k * STEPS + looks.bayer(h, w) * 0.95) / STEPS, 0, 1))


def _ramp(stops: tuple[tuple[int, int, int], ...], k: F) -> F:
    at = k * (len(stops) - 1)
    low = np.clip(at.astype(int), 0, len(stops) - 2)
    part = (at - low)[..., None]
    table = np.array(stops, float)
    return np.asarray(table[low] * (1 - part) + table[low + 1] * part)


DRIP = 40
"""px that an island hangs down below its rim."""
MARGIN = 12


def island(w: int, h: int, seed: int) -> Surface:
    """Night meadow on a cloud: (w, h) px of floor, with MARGIN round it and DRIP below."""
    tw, th = w + 2 * MARGIN, h + 2 * MARGIN + DRIP
    yy, xx = np.mgrid[0:th, 0:tw].astype(float)
    cx, cy = tw / 2, MARGIN + h / 2
    wob = (looks.noise(th, tw, 7, 9, seed, 3) - 0.5) * 0.20
    px, py = abs(xx - cx) / (w / 2 + 6), abs(yy - cy) / (h / 2 + 5)
    round_ = (px**3.4 + py**3.4) ** (1 / 3.4) + wob * 0.8
    top = round_ < 1.0
    out = np.zeros((th, tw, 4))
    # what hangs below: the rim's shape let down, thinner and thinner
    fringe = looks.noise(th, tw, 3, 14, seed + 7, 2)
    for d in range(DRIP, 0, -1):
        low = np.roll(top, d, 0)
        k = d / DRIP
        narrow = px < 1.0 - 0.34 * k * k - 0.25 * (fringe - 0.5)
        here = low & ~top & narrow & (fringe > k * 0.62)
        tone = np.array([58, 44, 116]) * (1 - k) + np.array([24, 16, 60]) * k
        out[here, :3] = tone
        out[here, 3] = 255 * (1 - k) ** 0.8
    grain = looks.noise(th, tw, 4, 6, seed + 11, 2)
    lit = np.clip(0.48 + (grain - 0.5) * 0.9 - (yy - cy) / h * 0.5 - (xx - cx) / w * 0.2, 0, 0.999)
    lit = np.clip(np.floor(lit * 8 + looks.bayer(th, tw) * 0.9) / 8, 0, 0.999)
    colour = _ramp(MEADOW, lit)
    out[top, :3] = colour[top]
    out[top, 3] = 255
    rim = top & ~np.roll(top, 1, 0)
    rim |= top & ~np.roll(top, 1, 1) & (grain > 0.4)
    out[rim, :3] = np.array(MOONLIT) * 0.9
    under = top & ~np.roll(top, -2, 0) & ~rim
    out[under, :3] = (32, 24, 78)
    s = picture(out.astype(np.uint8))
    _tufts(s, w, h, seed)
    return s


def _tufts(s: Surface, w: int, h: int, seed: int) -> None:
    """Blades, and small lights caught in them."""
    for i in range(w * h // 150):
        x = MARGIN + 6 + int(_dice(i, seed) * (w - 12))
        y = MARGIN + 8 + int(_dice(i, seed + 1) * (h - 14))
        kind = _dice(i, seed + 2)
        if s.get_at((x, y))[3] < 255:
            continue
        if kind < 0.84:
            for k, dx in enumerate((-1, 0, 1)):
                s.set_at((x + dx, y - (k == 1)), (92, 132, 176, 255) if kind < 0.5 else (66, 98, 148, 255))
            s.set_at((x, y + 1), (30, 44, 92, 255))
        elif kind < 0.95:
            s.set_at((x, y), (222, 224, 255, 255))
            s.set_at((x, y + 1), (88, 90, 164, 255))
        else:
            for dx, dy in ((0, -1), (-1, 0), (1, 0), (0, 1)):
                s.set_at((x + dx, y + dy), (168, 176, 244, 255))
            s.set_at((x, y), (255, 255, 255, 255))


def _dice(i: int, salt: int) -> float:
    v = (i * 374761393 + salt * 668265263) & 0xFFFFFFFF
    v = ((v ^ (v >> 13)) * 1274126177) & 0xFFFFFFFF
    return ((v ^ (v >> 16)) & 0xFFFF) / 0xFFFF


def star(radius: int, inner: tuple[int, int, int], rim: tuple[int, int, int], filled: float) -> Surface:
    """A star of cloth lying down, sewn round its edge. ``filled`` 0 (only a seam) .. 1."""
    w, h = radius * 2 + 5, round(radius * 2 * SQUASH) + 5
    yy, xx = np.mgrid[0:h, 0:w].astype(float)
    dx, dy = xx - w // 2, (yy - h // 2) / SQUASH
    r, a = np.hypot(dx, dy), np.arctan2(dy, dx) + math.pi / 2
    step = math.tau / POINTS
    near = np.abs((a + step / 2) % step - step / 2) / (step / 2)  # 0 at a point, 1 between two
    long = np.where(np.round(a / step).astype(int) % 2 == 0, 1.0, 0.74)
    edge = radius * (long * (1 - near) + 0.50 * near) * 0.98
    inside = r < edge
    out = np.zeros((h, w, 4))
    shade = np.clip(1.12 - r / radius * 0.6 - dy / radius * 0.18, 0.3, 1.15)
    shade = np.floor(shade * 7 + looks.bayer(h, w) * 0.9) / 7
    out[inside, :3] = np.clip(np.array(inner) * shade[..., None], 0, 255)[inside]
    out[inside, 3] = 255 * filled
    line = inside & ~(np.roll(inside, 1, 0) & np.roll(inside, -1, 0) & np.roll(inside, 1, 1) & np.roll(inside, -1, 1))
    dashes = (np.arctan2(dy, dx) * radius / 4.2 % 2) < 1.25
    out[line & (dashes | (filled > 0.6)), :3] = rim
    out[line & dashes, 3] = 255
    out[line & ~dashes, 3] = 255 if filled > 0.6 else 60
    seam = inside & (abs(r - edge * 0.72) < 0.7) & dashes & (filled > 0.2)
    out[seam, :3] = np.clip(np.array(rim) * 0.92, 0, 255)
    out[seam, 3] = 255 * max(filled, 0.5)
    return picture(out.astype(np.uint8))


def soft(radius: int, colour: tuple[int, int, int], squash: float = 1.0) -> Surface:
    """A soft disc to be added."""
    w, h = radius * 2, max(round(radius * 2 * squash), 2)
    yy, xx = np.mgrid[0:h, 0:w].astype(float)
    r = np.hypot((xx - w / 2 + 0.5) / radius, (yy - h / 2 + 0.5) / (radius * squash))
    k = np.clip(1 - r, 0, 1) ** 1.8
    k = np.floor(k * 14 + looks.bayer(h, w) * 0.9) / 14
    return picture(np.clip(k[..., None] * np.array(colour), 0, 255).astype(np.uint8))


def house() -> Surface:
    """The house, a long way down: it looks small, and it is asleep."""
    s = Surface((96, 58), SRCALPHA, 32)
    hill, wall, roof, edge = (26, 20, 62, 255), (64, 40, 92, 255), (38, 26, 74, 255), (120, 104, 176, 255)
    pygame.draw.ellipse(s, hill, Rect(-6, 38, 108, 40))
    pygame.draw.rect(s, wall, Rect(24, 22, 44, 22))
    pygame.draw.polygon(s, roof, ((20, 23), (34, 10), (58, 10), (72, 23)))
    pygame.draw.line(s, edge, (21, 22), (34, 10))
    pygame.draw.line(s, edge, (34, 10), (58, 10))
    pygame.draw.rect(s, wall, Rect(64, 14, 11, 30))
    pygame.draw.polygon(s, roof, ((62, 15), (69, 1), (77, 15)))
    pygame.draw.line(s, edge, (62, 14), (69, 1))
    pygame.draw.rect(s, roof, Rect(38, 32, 14, 12))
    pygame.draw.rect(s, (20, 14, 46, 255), Rect(43, 35, 4, 9))
    for x, y in ((28, 27), (56, 27), (28, 35), (57, 35), (67, 20), (67, 30)):
        pygame.draw.rect(s, (24, 18, 54, 255), Rect(x, y, 4, 5))
    for x in (8, 14, 82, 88):
        pygame.draw.circle(s, (20, 16, 50, 255), (x, 40 + x % 3), 5)
    return s


def moon(radius: int) -> Surface:
    """Just the moon. It is not sewn to anything."""
    w = radius * 2 + 2
    yy, xx = np.mgrid[0:w, 0:w].astype(float)
    dx, dy = xx - w / 2 + 0.5, yy - w / 2 + 0.5
    r = np.hypot(dx, dy) / radius
    spots = looks.noise(w, w, 4, 4, 12, 2)
    tone = np.clip(0.95 - 0.28 * r - 0.30 * np.clip(spots - 0.52, 0, 1) * 2 - (dx - dy) / radius * 0.10, 0, 1)
    tone = np.floor(tone * 9 + looks.bayer(w, w) * 0.9) / 9
    out = np.zeros((w, w, 4))
    out[..., :3] = tone[..., None] * np.array([236, 236, 255])
    out[..., 3] = np.where(r < 1, 255, 0)
    return picture(out.astype(np.uint8))
