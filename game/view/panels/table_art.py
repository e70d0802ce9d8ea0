"""The Other Mother's table and what nobody had asked for on it. Drawn large, made small, given an outline.

Every picture is drawn once, when it is first wanted.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import pygame
from pygame import Rect, Surface

from game.view.felt import Colour, mix

FINE = 5
"""Shapes are drawn so many times as large: their edges come out as even as everybody else's."""
LINE: Colour = (34, 12, 26)
Point = tuple[float, float]


class Fine:
    """A picture of w x h px, drawn with whole colours in fractions of a px."""

    def __init__(self, w: int, h: int) -> None:
        self.w, self.h = w, h
        self.big = Surface((w * FINE, h * FINE), pygame.SRCALPHA, 32)

    def blob(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        box = Rect(0, 0, max(round(2 * rx * FINE), 1), max(round(2 * ry * FINE), 1))
        box.center = (round(x * FINE), round(y * FINE))
        pygame.draw.ellipse(self.big, colour, box)

    def form(self, points: Sequence[Point], colour: Colour) -> None:
        pygame.draw.polygon(self.big, colour, [(x * FINE, y * FINE) for x, y in points])

    def bar(self, x: float, y: float, w: float, h: float, colour: Colour, r: float = 0) -> None:
        box = Rect(round(x * FINE), round(y * FINE), round(w * FINE), round(h * FINE))
        pygame.draw.rect(self.big, colour, box, border_radius=round(r * FINE))

    def line(self, points: Sequence[Point], colour: Colour, wide: float = 1.0) -> None:
        pts = [(x * FINE, y * FINE) for x, y in points]
        pygame.draw.lines(self.big, colour, False, pts, max(round(wide * FINE), 1))
        for x, y in pts:
            pygame.draw.circle(self.big, colour, (round(x), round(y)), max(round(wide * FINE / 2), 1))

    def ball(self, x: float, y: float, r: float, colours: Sequence[Colour], flat: float = 1.0) -> None:
        """Round, lit from the upper left; ``colours`` dark to light."""
        n = len(colours)
        for i, colour in enumerate(colours):
            k = i / max(n - 1, 1)
            self.blob(x - r * 0.32 * k, y - r * 0.38 * k * flat, r * (1 - 0.72 * k), r * (1 - 0.72 * k) * flat, colour)

    def done(self, outline: Colour | None = LINE) -> Surface:
        """The picture in its own size, edges hard, with a line round it."""
        small = pygame.transform.smoothscale(self.big, (self.w, self.h))
        out = Surface((self.w, self.h), pygame.SRCALPHA, 32)
        for y in range(self.h):
            for x in range(self.w):
                r, g, b, a = small.get_at((x, y))
                if a > 120:
                    out.set_at((x, y), (r, g, b, 255))
        return outlined(out, outline) if outline else out


def outlined(picture: Surface, colour: Colour) -> Surface:
    """The picture with a line of one px round it; larger by that."""
    w, h = picture.get_size()
    mask = pygame.mask.from_surface(picture, 120)
    out = Surface((w + 2, h + 2), pygame.SRCALPHA, 32)
    line = mask.to_surface(setcolor=(*colour, 255), unsetcolor=None)
    for dx, dy in ((0, 1), (2, 1), (1, 0), (1, 2)):
        out.blit(line, (dx, dy))
    out.blit(picture, (1, 1))
    return out


def shades(colour: Colour, n: int = 5) -> tuple[Colour, ...]:
    """From its dark to its light; shadows go to plum, lights to butter."""
    dark, light = mix(colour, (44, 10, 46), 0.62), mix(colour, (255, 244, 206), 0.62)
    half = n // 2
    low = [mix(dark, colour, i / half) for i in range(half)]
    return (*low, *(mix(colour, light, i / (n - 1 - half)) for i in range(n - half)))


# ---------------------------------------------------------------- dishes

DISH_W, DISH_H = 38, 32
WARE = (236, 234, 236)


def _plate(f: Fine, colour: Colour = WARE, y: float = 23.0, rx: float = 17.0) -> None:
    dark, mid, light = (112, 168, 196), shades(colour, 3)[1], shades(colour, 3)[2]
    f.blob(19, y + 1.4, rx, 8.4, dark)
    f.blob(19, y, rx, 8.0, light)
    f.blob(19, y + 0.4, rx * 0.72, 5.4, mid)
    f.blob(19, y + 0.8, rx * 0.66, 4.8, light)


def _bowl(f: Fine, ware: Colour, soup: Colour) -> None:
    dark, mid, light = shades(ware, 3)
    f.blob(19, 28.6, 9, 2.4, dark)
    f.form([(4, 18), (34, 18), (30, 25), (25, 28.5), (13, 28.5), (8, 25)], mid)
    f.form([(4, 18), (10, 18), (12, 25), (14, 28.5), (13, 28.5), (8, 25)], light)
    f.form([(30, 18), (34, 18), (30, 25), (25, 28.5), (24, 28.5), (28, 24)], dark)
    f.blob(19, 18, 15.4, 4.8, light)
    f.blob(19, 18.4, 14, 4.0, dark)
    low, tone, high = shades(soup, 3)
    f.blob(19, 18.8, 13.2, 3.5, low)
    f.blob(18.4, 18.5, 12.4, 3.0, tone)
    f.blob(15, 17.8, 5, 1.2, high)
    for i in range(5):
        f.blob(8 + i * 5.4, 23.0 + (i % 2), 0.9, 0.9, (255, 240, 200))


def soup_green(f: Fine) -> None:
    _bowl(f, (206, 120, 170), (96, 150, 58))
    f.blob(14, 18, 1.6, 1.0, (190, 220, 120))
    f.blob(24, 19, 1.8, 1.0, (190, 220, 120))


def peas(f: Fine) -> None:
    _bowl(f, (186, 150, 214), (70, 130, 60))
    for i in range(13):
        f.ball(8 + (i * 7) % 23, 16.6 - (i % 3) * 1.9, 2.1, shades((126, 204, 84), 3))


def fish(f: Fine) -> None:
    _plate(f)
    body = shades((136, 176, 190), 4)
    f.form([(4, 17), (11, 21), (4, 26), (6, 21.5)], body[1])
    f.blob(20, 21.6, 11.5, 5.2, body[0])
    f.blob(19.6, 20.8, 11, 4.6, body[1])
    f.blob(19, 19.6, 9, 2.8, body[2])
    for i in range(4):
        f.line([(13 + i * 3.4, 18.6), (12 + i * 3.4, 21.5), (13 + i * 3.4, 24)], body[0], 0.6)
    f.blob(27.4, 19.6, 1.7, 1.7, (255, 252, 240))
    f.blob(27.6, 19.8, 0.8, 0.8, LINE)
    f.line([(26, 23), (28.4, 24.4), (30.8, 23)], LINE, 0.8)
    f.blob(10, 26, 2.2, 1.3, (250, 214, 90))


def loaf(f: Fine) -> None:
    _plate(f)
    dark, mid, light = shades((206, 138, 66), 3)
    f.bar(6, 17, 26, 10, dark, 4)
    f.blob(12, 17, 6.4, 6.4, mid)
    f.blob(19, 16.4, 6.8, 6.6, mid)
    f.blob(26, 17, 6.4, 6.4, mid)
    for x in (12, 19, 26):
        f.blob(x - 1, 14.6, 3.4, 2.6, light)
        f.line([(x - 3, 19), (x + 3, 17)], dark, 0.8)


def tea(f: Fine) -> None:
    ware = shades((220, 108, 128), 4)
    f.line([(29, 15), (34, 15.5), (34.5, 21), (29.5, 23)], ware[1], 2.0)
    f.form([(9, 17), (3, 13.5), (2.4, 16), (8, 23)], ware[1])
    f.ball(19, 20, 10.4, ware, 0.86)
    f.blob(19, 11.6, 6, 2.2, ware[0])
    f.blob(19, 10.8, 5.6, 1.9, ware[2])
    f.ball(19, 8, 1.9, shades((250, 216, 100), 3))
    for x, y in ((14, 20), (20, 23), (24, 18)):
        f.blob(x, y, 1.7, 1.7, (255, 236, 206))
        f.blob(x, y, 0.6, 0.6, (196, 60, 90))


def box(f: Fine) -> None:
    """Small and round, with a ribbon. Not for tonight."""
    tub = shades((150, 40, 92), 4)
    f.blob(19, 27, 12, 3.4, tub[0])
    f.form([(7, 18), (31, 18), (31, 26), (25, 29), (13, 29), (7, 26)], tub[1])
    f.form([(7, 18), (12, 18), (13, 29), (7, 26)], tub[2])
    f.blob(19, 16.8, 13.2, 3.8, tub[0])
    f.blob(19, 15.6, 13.0, 3.6, tub[2])
    gold = shades((246, 200, 70), 3)
    f.bar(17.4, 13, 3.4, 15.6, gold[1])
    f.blob(14.6, 12, 3.6, 2.0, gold[1])
    f.blob(23.6, 12, 3.6, 2.0, gold[1])
    f.blob(14.6, 12, 1.8, 0.9, gold[0])
    f.blob(23.6, 12, 1.8, 0.9, gold[0])
    f.ball(19, 12.4, 1.9, gold)


STAR = tuple(
    (math.sin(i * math.pi / 5) * (2.3 if i % 2 else 5.6), -math.cos(i * math.pi / 5) * (2.3 if i % 2 else 5.6))
    for i in range(10)
)
JELLIES: dict[str, tuple[Colour, tuple[Point, ...]]] = {
    "cat": ((232, 120, 60), ((-3.4, 5.4), (-5, 2), (-5, -5.4), (-2.2, -2), (2.2, -2), (5, -5.4), (5, 2), (3.4, 5.4))),
    "house": ((214, 74, 110), ((-5, 5), (-5, -1), (0, -5), (5, -1), (5, 5), (1.4, 5), (1.4, 1.4), (-1.4, 1.4), (-1.4, 5))),
    "star": ((236, 196, 60), STAR),
    "moon": ((112, 150, 230), ((2, -5), (-2, -4.4), (-4.6, -1), (-4.4, 2.4), (-1.6, 5), (2.4, 5), (-0.4, 2.4), (-0.8, -1.4))),
    "key": ((130, 200, 120), ((-5, -2), (-2, -4), (1, -2), (1, -1), (6, -1), (6, 2), (4.6, 0.8), (1, 0.8), (-2, 3), (-5, 1))),
    "mouse": ((170, 120, 210), ((-6, 4), (-4, 0), (0, -2), (1, -5), (3.6, -4.4), (3.4, -2), (6, 1.4), (5, 4))),
}  # fmt: skip


def jelly(shape: str) -> Callable[[Fine], None]:
    """A jelly that holds a shape."""
    colour, outline = JELLIES[shape]

    def draw(f: Fine) -> None:
        _plate(f)
        dark, low, mid, light, high = shades(colour, 5)
        for y, r in ((24.6, 13.4), (20.6, 12.2), (16.4, 10.6), (12.6, 8.2)):
            f.blob(19, y, r, 3.6, dark)
        f.form([(5.8, 24), (8.4, 12), (12, 8.4), (26, 8.4), (29.6, 12), (32.2, 24)], low)
        f.form([(7.6, 24), (10, 12.4), (13, 9.4), (25, 9.4), (27.6, 12.4), (30, 24)], mid)
        f.blob(19, 9.4, 7.4, 2.2, light)
        f.line([(10, 13), (8.6, 22)], high, 1.1)
        f.form([(19 + x * 1.25, 17.4 + y * 1.15) for x, y in outline], dark)
        f.form([(18.6 + x * 1.1, 17.0 + y * 1.0) for x, y in outline], high)

    return draw


def star(f: Fine) -> None:
    """A star of gilt paper on a stick: they come round with the cake."""
    gold = shades((248, 206, 80), 3)
    f.line([(19, 18), (19, 29)], gold[0], 1.4)
    points = [
        (
            19 + math.sin(i * math.pi / 5) * (10 if i % 2 == 0 else 4.2),
            13 - math.cos(i * math.pi / 5) * (10 if i % 2 == 0 else 4.2),
        )
        for i in range(10)
    ]
    f.form(points, gold[1])
    f.form([(19, 13), points[9], points[0], points[1]], gold[2])
    f.form([(19, 13), points[7], points[8], points[9]], gold[2])


DISHES: dict[str, Callable[[Fine], None]] = {
    "soup_green": soup_green,
    "peas": peas,
    "fish": fish,
    "loaf": loaf,
    "tea": tea,
    "box": box,
    "star": star,
    **{f"jelly_{shape}": jelly(shape) for shape in JELLIES},
}


def dish(name: str) -> Surface:
    """A dish in its own size, standing on the lower edge of the picture."""
    f = Fine(DISH_W, DISH_H)
    DISHES[name](f)
    return f.done()


# ---------------------------------------------------------------- the table and the room


W, H = 640, 360
MIDDLE = (320, 214)
TABLE = (272, 108)
RAILS = (234, 77)
DROP = 30
"""How far the cloth hangs over the front edge."""


def on_rails(place: float) -> tuple[float, float]:
    """Where a place of the rim is in the picture; 0 is hers, at the front, and they count to the right."""
    a = place * math.tau / 18
    return MIDDLE[0] + RAILS[0] * math.sin(a), MIDDLE[1] + RAILS[1] * math.cos(a)


def _ring(rx: float, ry: float, n: int = 160) -> list[Point]:
    return [
        (MIDDLE[0] + rx * math.sin(i * math.tau / n), MIDDLE[1] + ry * math.cos(i * math.tau / n)) for i in range(n)
    ]


def room() -> Surface:
    """The wall behind the table: damask, a window with a kind moon, bunting, two sconces."""
    s = Surface((W, H), 0, 32)
    for y in range(H):
        pygame.draw.line(s, mix((92, 32, 76), (40, 14, 40), min(y / 190, 1.0)), (0, y), (W, y))
    for row in range(9):  # the pattern of the paper
        for col in range(23):
            x, y = col * 30 + (row % 2) * 15 - 8, row * 20 - 6
            tone = mix((136, 56, 100), (56, 20, 52), min(y / 170, 1.0))
            pygame.draw.ellipse(s, tone, (x, y, 7, 10), 1)
            pygame.draw.line(s, tone, (x + 3, y - 4), (x + 3, y + 13))
            s.fill(tone, (x - 2, y + 4, 11, 1))
    frame = Rect(268, 8, 104, 92)
    pygame.draw.rect(s, (30, 10, 24), frame.inflate(8, 8))
    pygame.draw.rect(s, (150, 84, 46), frame.inflate(6, 6))
    for y in range(frame.h):
        pygame.draw.line(
            s, mix((30, 30, 92), (86, 60, 140), y / frame.h), (frame.x, frame.y + y), (frame.right - 1, frame.y + y)
        )
    for i in range(26):
        s.set_at((frame.x + (i * 37) % frame.w, frame.y + (i * 23) % 60), (220, 214, 255) if i % 3 else (255, 240, 170))
    pygame.draw.circle(s, (214, 196, 170), (frame.x + 72, frame.y + 28), 15)
    pygame.draw.circle(s, (255, 244, 206), (frame.x + 71, frame.y + 27), 14)
    for dx, dy in ((-4, -3), (4, -3), (-4, 4), (4, 4)):  # it has four holes, if one looks
        pygame.draw.circle(s, (222, 200, 160), (frame.x + 71 + dx, frame.y + 27 + dy), 2)
    for x in (frame.x + 33, frame.x + 68):
        pygame.draw.rect(s, (150, 84, 46), (x, frame.y, 3, frame.h))
    pygame.draw.rect(s, (150, 84, 46), (frame.x, frame.y + 44, frame.w, 3))
    for side in (-1, 1):  # curtains
        x0 = frame.centerx + side * 46
        for i in range(22):
            x = x0 + side * i
            k = 0.5 + 0.5 * math.sin(i * 0.9)
            bottom = frame.bottom + 6 - abs(i - 11) // 3
            pygame.draw.line(s, mix((96, 20, 44), (196, 54, 74), k), (x, frame.y - 6), (x, bottom))
    pygame.draw.rect(s, (236, 184, 84), (frame.x - 26, frame.y - 9, frame.w + 52, 4))
    colours = ((236, 96, 84), (246, 202, 92), (110, 190, 170), (150, 120, 220))
    for i in range(22):  # bunting
        x = 8 + i * 29
        y = 14 + round(9 * math.sin(math.pi * ((i * 29) % 210) / 210))
        if not frame.inflate(60, 60).collidepoint(x, y):
            pygame.draw.line(s, (236, 204, 150), (x - 15, y - 3), (x + 14, y - 3))
            pygame.draw.polygon(s, colours[i % 4], [(x - 7, y - 2), (x + 7, y - 2), (x, y + 10)])
            pygame.draw.polygon(s, mix(colours[i % 4], (40, 10, 30), 0.4), [(x, y - 2), (x + 7, y - 2), (x, y + 10)])
    return s


def chair(colour: Colour) -> Surface:
    """A high buttoned back, to sit a guest before."""
    f = Fine(104, 104)
    cloth, wood = shades(colour, 5), shades((150, 82, 40), 3)
    f.blob(52, 38, 49, 37, wood[0])
    f.bar(3, 34, 98, 70, wood[0], 8)
    f.blob(52, 38, 46, 34, wood[1])
    f.bar(6, 36, 92, 68, wood[1], 8)
    f.blob(52, 40, 40, 30, cloth[1])
    f.bar(12, 38, 80, 66, cloth[1], 6)
    f.blob(47, 37, 32, 24, cloth[2])
    for row in range(4):
        for col in range(5 - row % 2):
            x, y = 22 + col * 15 + (row % 2) * 7.5, 26 + row * 17
            f.line([(x - 7, y - 8), (x, y), (x + 7, y - 8)], cloth[0], 0.8)
            f.ball(x, y, 2.4, shades((244, 200, 92), 3))
    f.ball(52, 4.6, 4.4, shades((244, 200, 92), 3))
    return f.done()


def table() -> Surface:
    """The table, laid: a cloth that hangs in scallops, polished wood, a runner with stitches, rails round the rim."""
    big = Surface((W * 2, H * 2), pygame.SRCALPHA, 32)

    def ring(rx: float, ry: float, colour: Colour, dy: float = 0) -> None:
        pygame.draw.polygon(big, colour, [(x * 2, (y + dy) * 2) for x, y in _ring(rx, ry)])

    ring(TABLE[0] + 2, TABLE[1] + 2, (24, 8, 20), DROP + 4)
    ring(TABLE[0], TABLE[1], (150, 108, 110), DROP)
    for i in range(-29, 30):  # scallops, shaded by their fold
        a = i * math.pi / 60
        x, y = MIDDLE[0] + TABLE[0] * math.sin(a), MIDDLE[1] + TABLE[1] * math.cos(a) + DROP - 3
        tone = mix((206, 160, 140), (252, 226, 190), 0.5 + 0.5 * math.cos(i * 1.7)) if i % 2 else (190, 140, 126)
        pygame.draw.circle(big, tone, (round(x * 2), round(y * 2)), 20)
    for k in range(DROP - 4, -1, -1):
        tone = mix((255, 232, 196), (190, 138, 124), k / DROP)
        pygame.draw.polygon(big, tone, [(x * 2, (y + k) * 2) for x, y in _ring(TABLE[0], TABLE[1])])
    for i in range(-40, 41):  # folds down the front
        a = i * math.pi / 82
        x, y = MIDDLE[0] + TABLE[0] * math.sin(a), MIDDLE[1] + TABLE[1] * math.cos(a)
        if i % 3 == 0:
            pygame.draw.line(big, (214, 168, 146), (x * 2, y * 2 + 6), (x * 2, (y + DROP - 6) * 2), 2)
    ring(TABLE[0], TABLE[1], (255, 238, 206))
    ring(TABLE[0] - 4, TABLE[1] - 2, (232, 190, 150))
    ring(TABLE[0] - 6, TABLE[1] - 3, (250, 222, 184))
    ring(RAILS[0] + 22, RAILS[1] + 11, (170, 74, 92))
    ring(RAILS[0] + 20, RAILS[1] + 10, (126, 40, 66))
    for i, (x, y) in enumerate(_ring(RAILS[0], RAILS[1], 108)):  # sleepers, and two rails
        a = i * math.tau / 108
        ox, oy = math.sin(a) * 11, math.cos(a) * 5.4
        pygame.draw.line(big, (86, 42, 30), ((x - ox) * 2, (y - oy) * 2), ((x + ox) * 2, (y + oy) * 2), 5)
        pygame.draw.line(big, (136, 76, 48), ((x - ox) * 2, (y - oy) * 2 - 1), ((x + ox) * 2, (y + oy) * 2 - 1), 2)
    for grow in (-6.5, 6.5):
        points = [(x * 2, y * 2) for x, y in _ring(RAILS[0] + grow, RAILS[1] + grow * 0.5)]
        pygame.draw.polygon(big, (70, 50, 60), [(x, y + 2) for x, y in points], 3)
        pygame.draw.polygon(big, (236, 214, 200), points, 2)
    ring(RAILS[0] - 20, RAILS[1] - 11, (84, 26, 34))
    ring(RAILS[0] - 22, RAILS[1] - 12, (150, 66, 44))
    for step in range(9):  # polish
        inward = step / 9
        ring(
            (RAILS[0] - 24) * (1 - inward * 0.8),
            (RAILS[1] - 13) * (1 - inward * 0.8),
            mix((134, 56, 40), (206, 112, 62), inward),
            -8 * inward,
        )
    for i in range(7):
        a = 0.9 + i * 0.06
        x0 = MIDDLE[0] - 150 + i * 44
        pygame.draw.line(
            big,
            (170, 84, 52),
            (x0 * 2, (MIDDLE[1] - 20 + i * 5) * 2),
            ((x0 + 60 * a) * 2, (MIDDLE[1] - 19 + i * 5) * 2),
            1,
        )
    runner = [
        (MIDDLE[0] - 118, MIDDLE[1] - 22),
        (MIDDLE[0] + 118, MIDDLE[1] - 22),
        (MIDDLE[0] + 140, MIDDLE[1] + 22),
        (MIDDLE[0] - 140, MIDDLE[1] + 22),
    ]
    pygame.draw.polygon(big, (30, 70, 84), [(x * 2, y * 2 + 4) for x, y in runner])
    pygame.draw.polygon(big, (40, 122, 128), [(x * 2, y * 2) for x, y in runner])
    patches = ((226, 98, 84), (244, 200, 92), (120, 84, 160), (96, 168, 130), (236, 150, 170), (70, 110, 180))
    for i in range(12):
        left, right = -1 + i / 6, -1 + (i + 1) / 6
        for row in range(2):
            y0, y1 = row - 1.0, row * 1.0
            corner = []
            for u, v in ((left, y0), (right, y0), (right, y1), (left, y1)):
                wide = 129 + 11 * v
                corner.append(((MIDDLE[0] + u * (wide - 8)) * 2, (MIDDLE[1] + v * 18) * 2))
            pygame.draw.polygon(big, patches[(i * 5 + row * 3) % 6], corner)
            pygame.draw.polygon(big, mix(patches[(i * 5 + row * 3) % 6], (255, 250, 220), 0.4), corner, 1)
    return pygame.transform.smoothscale(big, (W, H))


def warmth() -> Surface:
    """Candlelight: to be multiplied over everything; bright over the table, plum in the corners."""
    small = Surface((64, 36), 0, 32)
    for y in range(36):
        for x in range(64):
            d = math.hypot((x - 32) / 34, (y - 20) / 21)
            k = min(max((d - 0.35) / 0.85, 0.0), 1.0)
            small.set_at((x, y), mix((255, 250, 238), (132, 84, 122), k * k))
    return pygame.transform.smoothscale(small, (W, H))
