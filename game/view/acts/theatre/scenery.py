"""Painted cloth and cardboard of the other theatre: curtain, skies, arches, bats, lightning, roses. Made once.

Everything has an outline and three tones, as the props have, and shows a little of what it is: pins, rods, battens.
"""

from __future__ import annotations

import math
import random

import pygame
from pygame import SRCALPHA, Rect, Surface

Colour = tuple[int, int, int]
INK: Colour = (24, 10, 30)
WIDE = 832
"""px of the boards."""
SKY_H = 104
CURTAIN_H = 356


def clear(w: int, h: int) -> Surface:
    return Surface((w, h), SRCALPHA, 32)


def mix(a: Colour, b: Colour, k: float) -> Colour:
    k = min(max(k, 0.0), 1.0)
    return round(a[0] + (b[0] - a[0]) * k), round(a[1] + (b[1] - a[1]) * k), round(a[2] + (b[2] - a[2]) * k)


class Cutout:
    """A picture that stands in the air of the stage, and its light in whatever colour is asked for."""

    def __init__(self, picture: Surface) -> None:
        self.picture = picture
        self._lit: dict[Colour, Surface] = {}

    def light(self, colour: Colour) -> Surface:
        """Its shape in one colour of light."""
        if colour not in self._lit:
            if len(self._lit) > 12:
                self._lit.clear()
            lit = self.picture.copy()
            lit.fill((255, 255, 255, 0), special_flags=pygame.BLEND_RGBA_ADD)
            lit.fill((*colour, 255), special_flags=pygame.BLEND_RGBA_MULT)
            self._lit[colour] = lit
        return self._lit[colour]


def outlined(s: Surface, colour: Colour = INK) -> Surface:
    """The picture with one px of ink round its shape."""
    mask = pygame.mask.from_surface(s, 127)
    out = clear(s.get_width() + 2, s.get_height() + 2)
    for dx, dy in ((0, 1), (2, 1), (1, 0), (1, 2)):
        mask.to_surface(out, setcolor=(*colour, 255), unsetcolor=None, dest=(dx, dy))
    out.blit(s, (1, 1))
    return out


# ---------------------------------------------------------------- curtain


def curtain_half(flip: bool) -> Surface:
    """One half, drawn shut: velvet in folds, a button as large as a cartwheel sewn on it, gold fringe."""
    w, h = WIDE // 2 + 12, CURTAIN_H
    s = Surface((w, h), SRCALPHA, 32)
    tones = ((70, 6, 26), (112, 12, 36), (158, 22, 48), (196, 40, 62), (226, 72, 84))
    rng = random.Random(5)
    x = 0
    while x < w:
        fold = rng.choice((22, 26, 30, 34))
        for i in range(fold):
            k = math.sin(math.pi * i / fold)
            tone = tones[min(int(k * 4.6), 4)] if i > fold * 0.28 else tones[min(int(k * 3.2), 2)]
            pygame.draw.line(s, tone, (x + i, 0), (x + i, h))
        pygame.draw.line(s, (46, 4, 22), (x, 0), (x, h))
        x += fold
    for y in range(0, h, 2):  # nap of the velvet
        for _ in range(5):
            px = rng.randrange(w)
            c = s.get_at((px, y))
            s.set_at((px, y), mix((c.r, c.g, c.b), (255, 120, 120), 0.10))
    for y0, k in ((0, 120), (26, 70), (52, 30)):  # dark under the batten
        shade = clear(w, 26)
        shade.fill((20, 0, 16, k))
        s.blit(shade, (0, y0))
    _button(s, w // 2, round(h * 0.46), 74)
    fringe = h - 22
    pygame.draw.rect(s, (140, 84, 18), (0, fringe, w, 6))
    pygame.draw.rect(s, (240, 186, 64), (0, fringe + 1, w, 3))
    for fx in range(0, w, 3):
        long = 12 + (fx // 3 % 2) * 2
        pygame.draw.line(s, (248, 204, 92) if fx % 2 else (196, 132, 36), (fx, fringe + 6), (fx, fringe + long))
        s.set_at((fx, fringe + long + 1), (120, 70, 14, 255))
    pygame.draw.line(s, (20, 2, 16), (w - 1, 0), (w - 1, h - 8))
    return pygame.transform.flip(s, True, False) if flip else s


def _button(s: Surface, cx: int, cy: int, r: int) -> None:
    """A button in gold thread: rim, dish, four holes, and the thread that holds it."""
    gold = ((120, 66, 12), (176, 112, 26), (226, 166, 52), (250, 212, 104))
    for ring, tone in ((r, gold[0]), (r - 3, gold[2]), (r - 9, gold[1]), (r - 12, (128, 16, 40))):
        pygame.draw.circle(s, tone, (cx, cy), ring)
    pygame.draw.circle(s, (150, 24, 48), (cx, cy), r - 14)
    for i in range(48):  # stitches round the rim
        a = i * math.tau / 48
        x0, y0 = cx + math.cos(a) * (r - 8), cy + math.sin(a) * (r - 8)
        x1, y1 = cx + math.cos(a) * (r - 2), cy + math.sin(a) * (r - 2)
        pygame.draw.line(s, gold[3] if i % 2 else gold[0], (x0, y0), (x1, y1))
    d = r * 0.30
    holes = [(cx - d, cy - d), (cx + d, cy - d), (cx - d, cy + d), (cx + d, cy + d)]
    for a, b in ((0, 3), (1, 2)):
        pygame.draw.line(s, gold[0], (holes[a][0] + 1, holes[a][1] + 2), (holes[b][0] + 1, holes[b][1] + 2), 5)
        pygame.draw.line(s, gold[3], holes[a], holes[b], 3)
    for x, y in holes:
        pygame.draw.circle(s, gold[2], (round(x), round(y)), 11)
        pygame.draw.circle(s, (44, 4, 22), (round(x), round(y)), 8)


def valance(w: int) -> Surface:
    """The scalloped edge over the picture, with its fringe."""
    h = 15
    s = clear(w, h + 4)
    step = 40
    for x0 in range(-step // 2, w + step, step):
        for i in range(step):
            drop = round(h - 5 + 4 * math.sin(math.pi * i / step))
            k = math.sin(math.pi * i / step)
            tone = mix((88, 8, 30), (176, 30, 52), k)
            x = x0 + i
            if 0 <= x < w:
                pygame.draw.line(s, tone, (x, 0), (x, drop - 3))
                pygame.draw.line(s, (240, 186, 64), (x, drop - 2), (x, drop - 1))
                if i % 3:
                    pygame.draw.line(s, (196, 132, 36), (x, drop), (x, drop + 2))
        pygame.draw.circle(s, (250, 212, 104), (x0, h - 6), 3)
        pygame.draw.circle(s, (120, 66, 12), (x0, h - 6), 3, 1)
    pygame.draw.line(s, (30, 2, 16), (0, 0), (w, 0))
    return s


# ---------------------------------------------------------------- act one


def storm_sky() -> Surface:
    """A cloth with a storm on it: bands of cloud in thread, sewn rain."""
    s = _gradient(((30, 22, 66), (44, 40, 104), (46, 74, 128), (66, 118, 140)))
    rng = random.Random(11)
    for _ in range(26):
        x, y, r = rng.randrange(WIDE), rng.randrange(0, 52), rng.randrange(12, 26)
        tone = rng.choice(((58, 52, 118), (74, 70, 136), (40, 34, 88)))
        for k in range(3):
            pygame.draw.circle(s, mix(tone, (110, 116, 170), k * 0.22), (x - k * 3, y - k * 4), r - k * 6)
        pygame.draw.arc(s, (150, 160, 200), Rect(x - r, y - r, 2 * r, 2 * r), 0.6, 2.4)
    for _ in range(150):  # rain, in running stitch
        x, y = rng.randrange(WIDE), rng.randrange(SKY_H - 10)
        pygame.draw.line(s, (120, 150, 190), (x, y), (x - 3, y + 7))
    return _hemmed(s)


def bolt(seed: int) -> Surface:
    """Lightning of gilded cardboard, on its string."""
    rng = random.Random(seed)
    h = 78
    s = clear(34, h)
    x, y = 17, 14
    points = [(x, y)]
    while y < h - 8:
        x += rng.choice((-9, -7, 8, 10)) if y < h - 24 else rng.choice((-3, 3))
        y += rng.choice((11, 14))
        points.append((min(max(x, 6), 28), min(y, h - 4)))
    left = [(px - 4, py) for px, py in points[:-1]]
    right = [(px + 4, py + 2) for px, py in points[:-1]]
    pygame.draw.polygon(s, (250, 214, 92), [*left, points[-1], *reversed(right)])
    pygame.draw.lines(s, (255, 250, 210), False, points, 2)
    out = outlined(s)
    pygame.draw.line(out, (90, 70, 90), (18, 0), (18, 16))
    return out


def roller(piece: Surface, wide: int) -> Surface:
    """A row of cardboard waves nailed to a roller: the prop's piece, as often as it takes."""
    margin, foot = 5, 4
    part = piece.subsurface(Rect(margin, 0, piece.get_width() - 2 * margin - 1, piece.get_height() - foot))
    s = clear(wide, part.get_height())
    for x in range(0, wide, part.get_width()):
        s.blit(part, (x, 0))
    return s


# ---------------------------------------------------------------- act two


def cellar_wall() -> Surface:
    """Arches of brick, barrels between them, webs in the corners; all of it flat."""
    s = _gradient(((22, 14, 30), (36, 22, 40), (48, 30, 46), (56, 36, 50)))
    rng = random.Random(23)
    for row in range(0, SKY_H, 10):
        for x in range(-12 + (row // 10 % 2) * 12, WIDE, 24):
            tone = mix((74, 44, 58), (104, 62, 66), rng.random())
            pygame.draw.rect(s, tone, (x + 1, row + 1, 22, 8))
            pygame.draw.line(s, mix(tone, (160, 110, 100), 0.4), (x + 1, row + 1), (x + 21, row + 1))
    for cx in range(80, WIDE, 168):
        pygame.draw.ellipse(s, (20, 10, 24), Rect(cx - 58, 20, 116, 170))
        for i in range(13):
            a = math.pi + i * math.pi / 12
            at = (round(cx + math.cos(a) * 62), round(102 + math.sin(a) * 82))
            pygame.draw.circle(s, (134, 84, 78), at, 8)
            pygame.draw.circle(s, (92, 54, 62), at, 8, 1)
        if cx // 168 % 2:
            _barrel(s, cx - 26, 58)
            _barrel(s, cx + 14, 62)
        else:
            _eyes(s, cx, 66)
    for x, way in ((2, 1), (WIDE - 3, -1)):
        for k in range(1, 5):
            pygame.draw.line(s, (150, 140, 160), (x, 2), (x + way * 14 * k, 2 + (5 - k) * 11))
        for r in (16, 30, 44):
            pygame.draw.arc(
                s,
                (150, 140, 160),
                Rect(x - r, 2 - r, 2 * r, 2 * r),
                math.pi * (1.5 if way > 0 else 1),
                math.pi * (2 if way > 0 else 1.5),
            )
    return _hemmed(s)


def _barrel(s: Surface, x: int, y: int) -> None:
    pygame.draw.ellipse(s, (96, 54, 34), Rect(x, y, 34, 44))
    pygame.draw.ellipse(s, (140, 84, 46), Rect(x + 3, y + 3, 24, 38))
    for dy in (12, 30):
        pygame.draw.line(s, (60, 56, 76), (x + 1, y + dy), (x + 32, y + dy), 3)
    pygame.draw.ellipse(s, INK, Rect(x, y, 34, 44), 1)


def _eyes(s: Surface, x: int, y: int) -> None:
    """Somebody small behind the arch, who has paid."""
    for dx in (-12, 10):
        pygame.draw.circle(s, (244, 196, 92), (x + dx, y), 4)
        pygame.draw.circle(s, INK, (x + dx, y), 2)


def bat() -> list[Surface]:
    """A bat of black felt, wings up, level, down."""
    out = []
    for dy in (-6, -1, 5):
        s = clear(34, 22)
        body = (17, 11)
        for way in (-1, 1):
            tip = (17 + way * 15, 11 + dy)
            pygame.draw.polygon(
                s,
                (60, 40, 74),
                [body, (17 + way * 8, 8 + dy // 2), tip, (17 + way * 10, 14 + dy // 2), (17 + way * 4, 15)],
            )
        pygame.draw.circle(s, (76, 54, 92), body, 5)
        s.set_at((15, 10), (250, 214, 92, 255))
        s.set_at((19, 10), (250, 214, 92, 255))
        out.append(outlined(s))
    return out


# ---------------------------------------------------------------- act three


def night_sky() -> Surface:
    """Blue velvet with sequins on it, and roofs cut out of black felt."""
    s = _gradient(((20, 16, 64), (30, 28, 96), (56, 44, 128), (110, 70, 150)))
    rng = random.Random(31)
    for _ in range(120):
        x, y = rng.randrange(WIDE), rng.randrange(4, 76)
        tone = rng.choice(((255, 250, 220), (250, 214, 130), (190, 200, 255)))
        if rng.random() < 0.22:
            pygame.draw.line(s, tone, (x - 2, y), (x + 2, y))
            pygame.draw.line(s, tone, (x, y - 2), (x, y + 2))
        else:
            s.set_at((x, y), tone)
    x = 0
    while x < WIDE:
        w, h = rng.choice((26, 34, 44)), rng.randrange(14, 34)
        y = SKY_H - 16 - h
        pygame.draw.polygon(s, (26, 14, 44), [(x, SKY_H), (x, y), (x + w // 2, y - 12), (x + w, y), (x + w, SKY_H)])
        for _ in range(2):
            wx, wy = x + rng.randrange(5, w - 7), y + rng.randrange(4, max(h, 6))
            pygame.draw.rect(s, (250, 200, 96), (wx, wy, 4, 5))
        pygame.draw.line(s, (60, 40, 84), (x + w // 2, y - 12), (x + w, y))
        x += w - 3
    return _hemmed(s)


def rose(lying: bool) -> Surface:
    """One rose: in the air, or on the velvet."""
    s = clear(14, 12)
    pygame.draw.line(s, (52, 120, 62), (3, 10) if not lying else (1, 8), (8, 4) if not lying else (9, 7), 2)
    s.set_at((4, 7) if not lying else (4, 6), (90, 170, 90, 255))
    at = (9, 4) if not lying else (10, 6)
    pygame.draw.circle(s, (150, 14, 40), at, 4)
    pygame.draw.circle(s, (222, 44, 72), (at[0] - 1, at[1] - 1), 3)
    s.set_at((at[0], at[1] - 1), (250, 130, 150, 255))
    s.set_at((at[0] - 2, at[1]), (120, 8, 34, 255))
    return outlined(s)


# ---------------------------------------------------------------- shared


def _gradient(tones: tuple[Colour, ...]) -> Surface:
    """A cloth of the stage's width, dyed from top to bottom, dithered between the dyes."""
    s = Surface((WIDE, SKY_H), SRCALPHA, 32)
    bayer = ((0, 8, 2, 10), (12, 4, 14, 6), (3, 11, 1, 9), (15, 7, 13, 5))
    for y in range(SKY_H):
        at = y / SKY_H * (len(tones) - 1)
        low = min(int(at), len(tones) - 2)
        row = [tones[low + (at - low > (bayer[y % 4][x] + 0.5) / 16)] for x in range(4)]
        for x in range(4):
            s.set_at((x, y), row[x])
    tile = s.subsurface(Rect(0, 0, 4, SKY_H)).copy()
    for x in range(0, WIDE, 4):
        s.blit(tile, (x, 0))
    return s


def _hemmed(s: Surface) -> Surface:
    """The cloth's lower edge: turned under, stitched, and a rod in it."""
    w, h = s.get_size()
    pygame.draw.rect(s, (92, 58, 40), (0, h - 6, w, 6))
    pygame.draw.line(s, (150, 104, 66), (0, h - 6), (w, h - 6))
    pygame.draw.line(s, INK, (0, h - 1), (w, h - 1))
    for x in range(3, w, 10):
        pygame.draw.line(s, (232, 214, 180), (x, h - 10), (x + 4, h - 10))
    return s
