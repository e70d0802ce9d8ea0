"""Ink: bones, balls and needles drawn straight into colours and light, in the tones of the drawn cast.

A bone may point anywhere and be of any length, so nothing snaps from one picture to the next. It has a dark line round it, a
bright upper left flank and a dark lower right one, as everything in this game; the light map gets the floor's light, and on the
flank towards the nearest lamp that lamp's own colour: what a normal map would say of a round bone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import pygame
from pygame import BLEND_RGB_ADD, Rect, Surface

from game.view.sprites import Layers

THIN = 2.2
"""px; a bone no thicker has lines for flanks."""
P2 = tuple[float, float]
RGB = tuple[int, int, int]


@dataclass(frozen=True)
class Tones:
    """From the line round it to its brightest edge."""

    line: RGB
    dark: RGB
    base: RGB
    light: RGB


NEEDLE = Tones((10, 12, 24), (120, 132, 154), (190, 202, 210), (244, 251, 244))
BONE = Tones((28, 22, 35), (139, 129, 136), (218, 208, 192), (251, 246, 228))
METAL = Tones((12, 14, 24), (61, 70, 88), (118, 130, 150), (216, 224, 228))
CORSET = Tones((26, 16, 36), (84, 66, 92), (134, 112, 136), (190, 172, 176))
BLACK = Tones((5, 5, 12), (20, 20, 40), (38, 39, 68), (65, 74, 112))


@dataclass
class Lit:
    """The light on somebody: of the floor, and what the nearest lamp adds on its side, which lies towards (x, y)."""

    floor: RGB
    lamp: RGB
    x: float = -0.7
    y: float = -0.7

    def dimmed(self, k: float) -> Lit:
        r, g, b = self.floor
        lr, lg, lb = self.lamp
        return Lit((int(r * k), int(g * k), int(b * k)), (int(lr * k), int(lg * k), int(lb * k)), self.x, self.y)


class Ink:
    """Draws into ``layers``; all points are px of the map. ``covers``: something shines behind, and is hidden by what is drawn."""

    def __init__(self, layers: Layers, covers: bool = False) -> None:
        self.layers, self.covers = layers, covers
        self.albedo, self.light, self.glow = layers.albedo, layers.light, layers.glow
        self.ox, self.oy = layers.x, layers.y

    def hull(self, a: P2, b: P2, ra: float, rb: float, tones: Tones, lit: Lit) -> None:
        """The dark line round a bone, and the floor's light on all of it."""
        quad = self._quad(a, b, ra + 1.1, rb + 1.1)
        if quad is None:
            return
        draw = pygame.draw.polygon
        draw(self.albedo, tones.line, quad)
        draw(self.light, lit.floor, quad)
        if self.covers:
            draw(self.glow, (0, 0, 0), quad)
        ax, ay = a[0] - self.ox, a[1] - self.oy
        if ra > 1.4:
            pygame.draw.circle(self.albedo, tones.line, (ax, ay), ra + 1.1)
            pygame.draw.circle(self.light, lit.floor, (ax, ay), ra + 1.1)
        if rb > 1.4:
            bx, by = b[0] - self.ox, b[1] - self.oy
            pygame.draw.circle(self.albedo, tones.line, (bx, by), rb + 1.1)
            pygame.draw.circle(self.light, lit.floor, (bx, by), rb + 1.1)

    def bone(self, a: P2, b: P2, ra: float, rb: float, tones: Tones, lit: Lit) -> None:
        """The bone itself, over its hull."""
        ax, ay, bx, by = a[0] - self.ox, a[1] - self.oy, b[0] - self.ox, b[1] - self.oy
        dx, dy = bx - ax, by - ay
        d = math.hypot(dx, dy)
        if d < 0.5:
            return
        nx, ny = -dy / d, dx / d
        if nx + ny > 0:  # towards the upper left, whence the drawn light comes
            nx, ny = -nx, -ny
        draw, albedo = pygame.draw.polygon, self.albedo
        draw(albedo, tones.base, _strip(ax, ay, bx, by, nx, ny, -ra, ra, -rb, rb))
        if ra > THIN:
            draw(albedo, tones.dark, _strip(ax, ay, bx, by, nx, ny, -ra, -ra * 0.3, -rb, -rb * 0.3))
            draw(albedo, tones.light, _strip(ax, ay, bx, by, nx, ny, ra * 0.15, ra, rb * 0.15, rb))
        else:
            line, low, high, high_b = pygame.draw.line, ra * 0.8, ra * 0.4, rb * 0.4
            line(albedo, tones.dark, (ax - nx * low, ay - ny * low), (bx - nx * rb, by - ny * rb))
            line(albedo, tones.light, (ax + nx * high, ay + ny * high), (bx + nx * high_b, by + ny * high_b))
        s = nx * lit.x + ny * lit.y
        if abs(s) > 0.2:
            side = 1.0 if s > 0 else -1.0
            k = min(abs(s), 1.0)
            r, g, b2 = lit.floor
            lr, lg, lb = lit.lamp
            colour = (min(int(r + lr * k), 255), min(int(g + lg * k), 255), min(int(b2 + lb * k), 255))
            far_a, far_b = (ra + 0.6) * side, (rb + 0.6) * side
            draw(self.light, colour, _strip(ax, ay, bx, by, nx, ny, 0.0, far_a, 0.0, far_b))

    def ball(self, at: P2, r: float, tones: Tones, lit: Lit) -> None:
        """A joint."""
        x, y = at[0] - self.ox, at[1] - self.oy
        circle = pygame.draw.circle
        circle(self.albedo, tones.line, (x, y), r + 1)
        circle(self.albedo, tones.base, (x, y), r)
        circle(self.albedo, tones.light, (x - r * 0.3, y - r * 0.35), max(r * 0.5, 1))
        circle(self.light, lit.floor, (x, y), r + 1)

    def dome(self, at: P2, r: float, tones: Tones, lit: Lit) -> None:
        """Something round over what is drawn already: no line, three tones, and the lamp's on its side."""
        x, y = at[0] - self.ox, at[1] - self.oy
        circle = pygame.draw.circle
        circle(self.albedo, tones.dark, (x, y), r)
        circle(self.albedo, tones.base, (x - r * 0.12, y - r * 0.16), r * 0.86)
        circle(self.albedo, tones.light, (x - r * 0.3, y - r * 0.36), r * 0.5)
        colour = tuple(min(a + b, 255) for a, b in zip(lit.floor, lit.lamp, strict=True))
        circle(self.light, colour, (x + lit.x * r * 0.45, y + lit.y * r * 0.45), r * 0.6)

    def needle(self, a: P2, b: P2, r: float, tones: Tones, lit: Lit) -> None:
        """A thin tapering point with its own line: fingers."""
        ax, ay, bx, by = a[0] - self.ox, a[1] - self.oy, b[0] - self.ox, b[1] - self.oy
        dx, dy = bx - ax, by - ay
        d = math.hypot(dx, dy)
        if d < 0.5:
            return
        nx, ny = -dy / d, dx / d
        if nx + ny > 0:
            nx, ny = -nx, -ny
        hull = ((ax + nx * (r + 1.1), ay + ny * (r + 1.1)), (bx + dx / d, by + dy / d),
                (ax - nx * (r + 1.1), ay - ny * (r + 1.1)))  # fmt: skip
        draw = pygame.draw.polygon
        draw(self.albedo, tones.line, hull)
        draw(self.light, lit.floor, hull)
        if self.covers:
            draw(self.glow, (0, 0, 0), hull)
        core = ((ax + nx * r, ay + ny * r), (bx, by), (ax - nx * r, ay - ny * r))
        draw(self.albedo, tones.base, core)
        line = pygame.draw.line
        line(self.albedo, tones.light, (ax + nx * r * 0.4, ay + ny * r * 0.4), (bx, by))

    def thread(self, points: list[P2], colour: RGB, glow: int = 0) -> None:
        """A line of thread; ``glow`` 0..255 of it shines."""
        at = [(x - self.ox, y - self.oy) for x, y in points]
        if len(at) < 2:
            return
        pygame.draw.lines(self.albedo, colour, False, at)
        if glow:
            pygame.draw.lines(self.glow, (glow, glow, min(glow + 20, 255)), False, at)

    def glint(self, at: P2, k: float, colour: RGB = (255, 250, 255)) -> None:
        """A star of light, ``k`` 0..1 of its size."""
        if k <= 0.02:
            return
        x, y = round(at[0] - self.ox), round(at[1] - self.oy)
        r, g, b = (int(c * min(k * 1.2, 1.0)) for c in colour)
        fill, add = self.glow.fill, BLEND_RGB_ADD
        fill((r, g, b), (x, y, 1, 1), add)
        long = round(1 + 5 * k)
        for n in range(1, long + 1):
            f = 1 - n / (long + 1)
            c = (int(r * f), int(g * f), int(b * f))
            for at4 in ((x - n, y, 1, 1), (x + n, y, 1, 1), (x, y - n, 1, 1), (x, y + n, 1, 1)):
                fill(c, at4, add)
        if k > 0.5:
            c = (r // 3, g // 3, b // 3)
            fill(c, (x - 1, y - 1, 3, 3), add)
        self.layers.glows.append(Rect(x - long, y - long, 2 * long + 1, 2 * long + 1))

    def picture(self, surface: Surface, at: P2) -> tuple[int, int]:
        """A picture with its top left at ``at``; says where on the canvas that was."""
        to = (round(at[0]) - self.ox, round(at[1]) - self.oy)
        self.albedo.blit(surface, to)
        return to

    def _quad(self, a: P2, b: P2, ra: float, rb: float) -> tuple[P2, P2, P2, P2] | None:
        ax, ay, bx, by = a[0] - self.ox, a[1] - self.oy, b[0] - self.ox, b[1] - self.oy
        dx, dy = bx - ax, by - ay
        d = math.hypot(dx, dy)
        if d < 0.5:
            return None
        nx, ny = -dy / d, dx / d
        return _strip(ax, ay, bx, by, nx, ny, -ra, ra, -rb, rb)


def _strip(
    ax: float, ay: float, bx: float, by: float, nx: float, ny: float, a0: float, a1: float, b0: float, b1: float
) -> tuple[P2, P2, P2, P2]:
    """Four corners between two offsets across a line."""
    return (
        (ax + nx * a0, ay + ny * a0),
        (ax + nx * a1, ay + ny * a1),
        (bx + nx * b1, by + ny * b1),
        (bx + nx * b0, by + ny * b0),
    )
