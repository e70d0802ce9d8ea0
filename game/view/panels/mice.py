"""Four mice made of felt, about 80 px tall: cut out, stuffed, sewn round with a thread, each with a hat of their own."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

import pygame
from pygame import SRCALPHA, Rect, Surface

from game.view.felt import Colour, mix

K = 4
"""They are cut larger than they are shown, so that their edges are soft."""
CUT_W, CUT_H, CUT_GROUND = 64, 92, 86
SHOWN = 1.36
W, H = round(CUT_W * SHOWN), round(CUT_H * SHOWN)
"""px of a mouse's picture."""
GROUND = round(CUT_GROUND * SHOWN)
"""The row of their feet."""
INK: Colour = (34, 26, 38)
PINK: Colour = (222, 140, 142)


@dataclass(frozen=True)
class Cut:
    """One of them. ``tall`` 0.8..1.1; ``hat``: fez, bowler, cone or cap; ``extra``: tie, glasses, sash or none."""

    fur: Colour
    tall: float
    hat: str
    cloth: Colour
    extra: str = ""


CAST = (
    Cut((176, 168, 166), 1.06, "fez", (164, 52, 60), "tie"),
    Cut((150, 142, 148), 0.94, "bowler", (62, 60, 84), "glasses"),
    Cut((196, 186, 176), 1.0, "cone", (74, 116, 140), "sash"),
    Cut((164, 150, 140), 0.8, "cap", (186, 142, 58)),
)


def mouse(n: int, mood: str = "plain", hat: bool = True) -> Surface:
    """Mouse ``n`` of the cast, W x H. ``mood``: plain, blink, glad, sing or shy."""
    cut = CAST[n]
    s = Surface((CUT_W * K, CUT_H * K), SRCALPHA, 32)
    t = cut.tall
    feet = CUT_GROUND
    body_h, head_r = 34 * t, 15.5 * (0.86 + 0.14 * t)
    body = (CUT_W / 2, feet - body_h * 0.52)
    head = (CUT_W / 2, feet - body_h - head_r * 0.62)
    dark = mix(cut.fur, INK, 0.5)
    _tail(s, body, t)
    for side in (-1, 1):
        ear = (head[0] + side * head_r * 0.86, head[1] - head_r * 0.72)
        _blob(s, ear, 9.0 * t + 1, 9.4 * t + 1, cut.fur)
        _blob(s, ear, 5.4 * t + 0.6, 5.8 * t + 0.6, mix(PINK, cut.fur, 0.25), seam=False)
    for side in (-1, 1):
        _blob(s, (CUT_W / 2 + side * 8 * t, feet - 2.4), 7.0, 3.6, mix(PINK, cut.fur, 0.15), seam=False)
    _blob(s, body, 15 * t + 1.5, body_h * 0.56, cut.fur)
    _blob(s, (body[0], body[1] + 3), 9.5 * t + 1, body_h * 0.4, mix(cut.fur, (246, 238, 226), 0.5), seam=False)
    _blob(s, head, head_r, head_r * 0.94, cut.fur)
    _extra(s, cut, body, head, head_r)
    _face(s, cut, head, head_r, mood, dark)
    if hat:
        _hat(s, cut, (head[0], head[1] - head_r * 0.78))
    small = pygame.transform.smoothscale(s, (W, H))
    _nap(small, n)
    return small


def chin(n: int) -> int:
    """The row below a mouse's face: a card may begin here."""
    t = CAST[n].tall
    head_r = 15.5 * (0.86 + 0.14 * t)
    return round((CUT_GROUND - 34 * t + head_r * 0.3) * SHOWN)


def paw(n: int) -> Surface:
    """A paw, to be laid over the edge of a card."""
    s = Surface((10 * K, 8 * K), SRCALPHA, 32)
    _blob(s, (5, 4), 4.2, 3.2, mix(PINK, CAST[n].fur, 0.3), seam=False)
    return pygame.transform.smoothscale(s, (14, 11))


def _px(p: tuple[float, float]) -> tuple[int, int]:
    return round(p[0] * K), round(p[1] * K)


def _blob(s: Surface, at: tuple[float, float], rx: float, ry: float, colour: Colour, seam: bool = True) -> None:
    """A stuffed piece: dark rim, light from the upper left, a seam just inside its edge."""
    x, y = _px(at)
    for grow, tone in ((1.3, mix(colour, INK, 0.72)), (0.0, mix(colour, INK, 0.2))):
        r = Rect(0, 0, round((rx + grow) * 2 * K), round((ry + grow) * 2 * K))
        r.center = (x, y)
        pygame.draw.ellipse(s, tone, r)
    for i, k in enumerate((0.92, 0.8, 0.64)):
        r = Rect(0, 0, round(rx * 2 * K * k), round(ry * 2 * K * k))
        r.center = (x - round(rx * K * 0.10 * (i + 0.4)), y - round(ry * K * 0.12 * (i + 0.4)))
        pygame.draw.ellipse(s, mix(colour, (255, 250, 240), 0.02 + 0.10 * i), r)
    if seam and rx > 5:
        n = max(round((rx + ry) * 0.9), 8)
        for i in range(n):
            a0, a1 = math.tau * i / n, math.tau * (i + 0.5) / n
            p = (at[0] + math.cos(a0) * (rx - 1.8), at[1] + math.sin(a0) * (ry - 1.8))
            q = (at[0] + math.cos(a1) * (rx - 1.8), at[1] + math.sin(a1) * (ry - 1.8))
            pygame.draw.line(s, mix(colour, INK, 0.42), _px(p), _px(q), 3)


def _tail(s: Surface, body: tuple[float, float], t: float) -> None:
    points = [_px((body[0] + 12 * t + i * 1.3, body[1] + 12 - math.sin(i * 0.42) * 7 - i * 0.9)) for i in range(14)]
    pygame.draw.lines(s, mix(PINK, INK, 0.55), False, points, 13)
    pygame.draw.lines(s, PINK, False, points, 7)


def _face(s: Surface, cut: Cut, head: tuple[float, float], r: float, mood: str, dark: Colour) -> None:
    hx, hy = head
    for side in (-1, 1):
        eye = (hx + side * r * 0.42, hy - r * 0.04)
        x, y = _px(eye)
        if mood in ("plain", "sing", "shy"):
            e = Rect(0, 0, 11, 14)
            e.center = (x, y)
            pygame.draw.ellipse(s, INK, e)
            pygame.draw.circle(s, (250, 246, 236), (x - 2, y - 3), 2)
        elif mood == "blink":
            pygame.draw.line(s, INK, (x - 7, y + 1), (x + 7, y + 1), 4)
        else:  # glad: two arches
            pygame.draw.arc(s, INK, Rect(x - 9, y - 6, 18, 18), 0.25, math.pi - 0.25, 5)
        pygame.draw.ellipse(s, mix(PINK, cut.fur, 0.45), Rect(x - 9 + side * 12, y + 15, 18, 10))
        for k in (-1, 0, 1):
            a = _px((hx + side * r * 0.34, hy + r * 0.42 + k * 1.2))
            b = _px((hx + side * r * 1.2, hy + r * 0.34 + k * 3.0))
            pygame.draw.line(s, mix(dark, (250, 246, 240), 0.45), a, b, 2)
    if mood == "sing":
        m = Rect(0, 0, 22, 22)
        m.center = _px((hx, hy + r * 0.66))
        pygame.draw.ellipse(s, INK, m)
        pygame.draw.ellipse(s, (182, 84, 92), Rect(m.x + 5, m.y + 11, 12, 9))
    else:
        m = Rect(0, 0, 16, 12)
        for side in (-1, 1):
            m.center = _px((hx + side * 1.9, hy + r * 0.56))
            pygame.draw.arc(s, INK, m, math.pi + 0.2, math.tau - 0.2, 4)
    nose = Rect(0, 0, 16, 12)
    nose.center = _px((hx, hy + r * 0.36))
    pygame.draw.ellipse(s, mix(PINK, INK, 0.25), nose)
    pygame.draw.ellipse(s, mix(PINK, (255, 240, 236), 0.3), Rect(nose.x + 3, nose.y + 2, 6, 4))


def _hat(s: Surface, cut: Cut, at: tuple[float, float]) -> None:
    x, y = at
    dark, light = mix(cut.cloth, INK, 0.6), mix(cut.cloth, (255, 248, 236), 0.22)

    def poly(points: list[tuple[float, float]], colour: Colour) -> None:
        pygame.draw.polygon(s, colour, [_px((x + dx, y + dy)) for dx, dy in points])

    if cut.hat == "fez":
        poly([(-8.6, 1.6), (-6.6, -11.6), (6.6, -11.6), (8.6, 1.6)], dark)
        poly([(-7.2, 0.6), (-5.6, -10.4), (5.6, -10.4), (7.2, 0.6)], cut.cloth)
        poly([(-5.8, 0.2), (-4.6, -9.8), (-1.6, -9.8), (-2.2, 0.2)], light)
        pygame.draw.lines(s, (236, 198, 96), False, [_px((x, y - 11)), _px((x + 7, y - 10)), _px((x + 8, y - 3))], 4)
        pygame.draw.circle(s, (236, 198, 96), _px((x + 8, y - 2)), 7)
    elif cut.hat == "bowler":
        pygame.draw.ellipse(s, dark, Rect(*_px((x - 12, y - 1.5)), 24 * K, 6 * K))
        pygame.draw.ellipse(s, dark, Rect(*_px((x - 8.6, y - 11)), round(17.2 * K), 16 * K))
        pygame.draw.ellipse(s, cut.cloth, Rect(*_px((x - 7.4, y - 9.8)), round(14.8 * K), 13 * K))
        pygame.draw.ellipse(s, light, Rect(*_px((x - 5.6, y - 8.8)), 6 * K, 5 * K))
        pygame.draw.ellipse(s, cut.cloth, Rect(*_px((x - 10.6, y - 0.6)), round(21.2 * K), 4 * K))
        pygame.draw.line(s, (196, 110, 96), _px((x - 7.4, y - 0.6)), _px((x + 7.4, y - 0.6)), 7)
    elif cut.hat == "cone":
        poly([(-8.4, 2), (0, -19), (8.4, 2)], dark)
        poly([(-6.6, 1), (0, -16), (6.6, 1)], cut.cloth)
        poly([(-5.0, 0.6), (0, -15), (-0.6, 0.6)], light)
        for dx, dy in ((-2.5, -2.5), (2.2, -5.5), (-0.6, -9.5)):
            pygame.draw.circle(s, (246, 226, 150), _px((x + dx, y + dy)), 5)
        pygame.draw.circle(s, (246, 236, 214), _px((x, y - 18)), 12)
    else:
        pygame.draw.ellipse(s, dark, Rect(*_px((x - 9, y - 7)), 18 * K, 11 * K))
        pygame.draw.ellipse(s, cut.cloth, Rect(*_px((x - 8, y - 6)), 16 * K, 9 * K))
        pygame.draw.ellipse(s, light, Rect(*_px((x - 5.4, y - 5.4)), 6 * K, 3 * K))
        pygame.draw.ellipse(s, dark, Rect(*_px((x - 1, y - 0.4)), 12 * K, 4 * K))
        pygame.draw.circle(s, dark, _px((x, y - 6)), 6)


def _extra(s: Surface, cut: Cut, body: tuple[float, float], head: tuple[float, float], r: float) -> None:
    neck = (head[0], head[1] + r * 0.98)
    if cut.extra == "tie":
        for side in (-1, 1):
            points = [neck, (neck[0] + side * 7, neck[1] - 3.6), (neck[0] + side * 7, neck[1] + 3.6)]
            pygame.draw.polygon(s, mix(cut.cloth, INK, 0.35), [_px(p) for p in points])
            pygame.draw.polygon(s, cut.cloth, [_px((neck[0] + (p[0] - neck[0]) * 0.86, p[1])) for p in points])
        pygame.draw.circle(s, mix(cut.cloth, INK, 0.3), _px(neck), 7)
    elif cut.extra == "glasses":
        for side in (-1, 1):
            pygame.draw.circle(s, (206, 182, 120), _px((head[0] + side * r * 0.42, head[1] - r * 0.02)), 17, 4)
        pygame.draw.line(s, (206, 182, 120), _px((head[0] - 2, head[1])), _px((head[0] + 2, head[1])), 4)
    elif cut.extra == "sash":
        a, b = (body[0] - 12, body[1] - 8), (body[0] + 12, body[1] + 8)
        pygame.draw.line(s, mix(cut.cloth, INK, 0.4), _px(a), _px(b), 24)
        pygame.draw.line(s, cut.cloth, _px(a), _px(b), 16)


def _nap(s: Surface, seed: int) -> None:
    """Fibres: a pixel here and there a little lighter or darker."""
    rng = random.Random(seed * 131 + 7)
    w, h = s.get_size()
    for _ in range(w * h // 9):
        x, y = rng.randrange(w), rng.randrange(h)
        c = s.get_at((x, y))
        if c.a > 200:
            k = rng.uniform(-0.07, 0.07)
            tone = mix(c[:3], (255, 250, 240) if k > 0 else INK, abs(k) * 1.6)
            s.set_at((x, y), (*tone, c.a))
