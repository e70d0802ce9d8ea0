"""A theatre of cut paper, seen through two round holes: flats with shadows behind them, figures with joints, backlight, grain.

Pieces are polygons; a ``Flat`` is a sheet on which they are laid, which throws one shadow on what lies behind it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from random import Random
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, SRCALPHA, Rect, Surface

from game.core.words import Words
from game.sim.panels.memory import THREAD_TICKS, THREADS
from game.view.felt import CREAM, SHADOW, THREAD, Cloth, Colour, ease, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer

Points = Sequence[tuple[float, float]]
WIDE, HIGH = 556, 264
"""px of the stage: what the two holes show of it together."""
APART, HOLE = 139, 128
"""px from the middle of the picture to that of a hole; a hole's radius."""
SKIN: Colour = (14, 11, 18)
"""What the figures are cut from, unless they say otherwise."""
FALLS = (3, 4)
"""Where the shadow of a flat lies."""
NEEDLE: Colour = (214, 220, 232)


class Flat:
    """One sheet of the stage. ``put`` lays it down with its shadow."""

    def __init__(self, w: int = WIDE, h: int = HIGH) -> None:
        self.on = Surface((w, h), SRCALPHA, 32)

    def clear(self) -> Flat:
        self.on.fill((0, 0, 0, 0))
        return self

    def put(self, to: Surface, at: tuple[int, int] = (0, 0), shade: int = 90) -> None:
        if shade:
            mask = pygame.mask.from_surface(self.on, 60)
            dark = mask.to_surface(setcolor=(4, 2, 8, shade), unsetcolor=(0, 0, 0, 0))
            to.blit(dark, (at[0] + FALLS[0], at[1] + FALLS[1]))
        to.blit(self.on, at)


def cut(to: Surface, points: Points, colour: Colour, edge: float = 0.16) -> None:
    """A piece of paper; its upper edge catches a little of the light."""
    pygame.draw.polygon(to, colour, points)
    if edge:
        pygame.draw.polygon(to, mix(colour, (255, 244, 226), edge), points, 1)


def limb(
    to: Surface, x: float, y: float, angle: float, length: float, thick: tuple[float, float], colour: Colour
) -> tuple[float, float]:
    """A tapered strip that hangs from (x, y); ``angle`` 0 is straight down, positive to the right. Its far end."""
    dx, dy = math.sin(angle), math.cos(angle)
    ex, ey = x + dx * length, y + dy * length
    a, b = thick[0] / 2, thick[1] / 2
    cut(
        to,
        [(x - dy * a, y + dx * a), (x + dy * a, y - dx * a), (ex + dy * b, ey - dx * b), (ex - dy * b, ey + dx * b)],
        colour,
        0.1,
    )
    pygame.draw.circle(to, colour, (x, y), max(a, 1))
    pygame.draw.circle(to, colour, (ex, ey), max(b, 1))
    return ex, ey


def arm(
    to: Surface, x: float, y: float, upper: float, lower: float, size: float, colour: Colour = SKIN
) -> tuple[float, float]:
    """Shoulder to hand, with an elbow."""
    ex, ey = limb(to, x, y, upper, 15 * size, (7 * size, 6 * size), colour)
    hx, hy = limb(to, ex, ey, lower, 13 * size, (6 * size, 4 * size), colour)
    pygame.draw.circle(to, colour, (hx, hy), 3 * size)
    return hx, hy


def leg(
    to: Surface, x: float, y: float, upper: float, lower: float, size: float, colour: Colour = SKIN, way: int = 1
) -> None:
    """Hip to shoe, with a knee."""
    kx, ky = limb(to, x, y, upper, 15 * size, (8 * size, 6 * size), colour)
    fx, fy = limb(to, kx, ky, lower, 15 * size, (6 * size, 4 * size), colour)
    cut(
        to,
        [
            (fx - 3 * size, fy - 2 * size),
            (fx + way * 8 * size, fy + 1 * size),
            (fx + way * 8 * size, fy + 3.5 * size),
            (fx - 3 * size, fy + 3.5 * size),
        ],
        colour,
        0.1,
    )


def rivet(to: Surface, x: float, y: float, size: float = 1.0) -> None:
    """What holds two pieces together."""
    pygame.draw.circle(to, (96, 84, 72), (x, y), 1.6 * size)


def backlight(w: int, h: int, top: Colour, low: Colour, sun: tuple[float, float, float], glow: Colour) -> Surface:
    """A lit sheet: from one colour down to another, and the lamp behind it at (x, y) with a radius."""
    s = Surface((w, h), 0, 32)
    for y in range(h):
        pygame.draw.line(s, mix(top, low, (y / h) ** 1.2), (0, y), (w, y))
    lamp = Surface((w, h), 0, 32)
    lx, ly, radius = sun
    for i in range(28, 0, -1):
        k = (1 - i / 28) ** 2 * 0.16 + 0.012
        pygame.draw.circle(lamp, tuple(int(v * k * (1 + 2.4 * (1 - i / 28))) for v in glow), (lx, ly), radius * i / 28)
    s.blit(lamp, (0, 0), special_flags=BLEND_RGB_ADD)
    return s


def grain(w: int, h: int, seed: int = 5) -> Surface:
    """The tooth of paper, to be multiplied."""
    s = Surface((w, h), 0, 32)
    s.fill((250, 250, 250))
    rng = Random(seed)
    for _ in range(w * h // 14):
        v = rng.randrange(214, 246)
        s.fill((v, v, v), (rng.randrange(w), rng.randrange(h), rng.choice((1, 1, 2, 3)), 1))
    return s


def glow_disc(radius: int, colour: Colour) -> Surface:
    """Light to be added."""
    s = Surface((radius * 2, radius * 2), 0, 32)
    for r in range(radius, 0, -2):
        k = (1 - (r / radius) ** 2) ** 2
        pygame.draw.circle(s, tuple(int(v * k) for v in colour), (radius, radius), r)
    return s


class PaperDrawer(Drawer):
    """A memory: ``scene`` paints the stage, the rest is the doll it is seen through. Keeps its sheets."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self.words_below = True
        self.stage = Surface((WIDE, HIGH), 0, 32)
        self.t = 0.0
        self._grain = grain(WIDE, HIGH)
        self._mask: Surface | None = None
        self._lights: dict[tuple[int, Colour], Surface] = {}

    def scene(self, stage: Surface, panel: Any, taste: Taste) -> None:
        """The stage, WIDE x HIGH."""
        raise NotImplementedError

    def ask(self, panel: Any) -> str:
        """Which buttons are wanted now: "interact", "right", "move+interact"; "" for none."""
        return ""

    def word(self, panel: Any) -> str:
        """A word under the button, by its key; "" for none."""
        return ""

    def glow(self, at: tuple[float, float], radius: int, colour: Sequence[int]) -> None:
        """Light on the stage."""
        key = (radius, (colour[0] & ~7, colour[1] & ~7, colour[2] & ~7))
        if key not in self._lights:
            if len(self._lights) > 60:
                self._lights.clear()
            self._lights[key] = glow_disc(*key)
        s = self._lights[key]
        self.stage.blit(s, (round(at[0]) - radius, round(at[1]) - radius), special_flags=BLEND_RGB_ADD)

    def draw(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        w, h = to.get_size()
        self.t = float(panel.life)
        cx, cy = w // 2, h * 41 // 100
        to.fill(SHADOW)
        self.scene(self.stage, panel, taste)
        self.stage.blit(self._grain, (0, 0), special_flags=BLEND_RGB_MULT)
        to.blit(self.stage, (cx - WIDE // 2, cy - HIGH // 2))
        to.blit(self._doll(w, h, cx, cy, ease(panel.sight)), (0, 0))
        if panel.phase == "sew":
            self._sew(to, panel, cx, cy)
        elif panel.phase != "open" and not self.is_spoken_over:
            self._ask(to, marks, taste, self.ask(panel), cx, h)
            self._word(to, taste, self.word(panel), cx, h)

    def _ask(self, to: Surface, marks: Glyphs, taste: Taste, what: str, cx: int, h: int) -> None:
        """What one may press, below the holes."""
        if not what:
            return
        y = h - 52 + bob_of(self.life_s)
        names = [n if marks.family == "keyboard" or n != "right" else "move" for n in what.split("+")]
        caps = [marks.drawn(name) for name in names]
        caps = [pygame.transform.scale_by(c, 2) for c in caps]
        wide = sum(c.get_width() for c in caps) + 12 * (len(caps) - 1)
        x = cx - wide // 2
        for cap in caps:
            to.blit(cap, (x, y - cap.get_height() // 2))
            x += cap.get_width() + 12

    def _word(self, to: Surface, taste: Taste, key: str, cx: int, h: int) -> None:
        if key:
            cut = self.font.cut(taste.text_size)
            cut.write(to, cx, h - 28, self.words.get(key), CREAM, align=0.5)

    def _doll(self, w: int, h: int, cx: int, cy: int, sight: float) -> Surface:
        """The inside of a doll's face: felt, and two holes rimmed with black button."""
        if self._mask is not None and sight >= 1 and self._mask.get_size() == (w, h):
            return self._mask
        s = Surface((w, h), SRCALPHA, 32)
        s.fill((*FELT_DARK, 255))
        rng = Random(11)
        for _ in range(w * h // 60):
            v = rng.randrange(-6, 9)
            c = tuple(max(min(b + v, 255), 0) for b in FELT_DARK)
            x, y = rng.randrange(w), rng.randrange(h)
            pygame.draw.line(s, c, (x, y), (x + rng.randrange(-3, 4), y + rng.randrange(-2, 3)))
        for x in range(cx - 3, cx + 4, 6):  # the nose's seam
            for y in range(cy + 60, h, 11):
                pygame.draw.line(s, (44, 32, 36), (x, y), (cx * 2 - x, y + 7))
        for side in (-1, 1):
            mx = cx + side * APART
            r = max(round(HOLE * sight), 0)
            for i in range(12):  # the button, from its rim inwards
                k = i / 11
                c = mix((6, 5, 9), (58, 54, 66), math.sin(math.pi * k) ** 2 * 0.8)
                pygame.draw.circle(s, (*c, 255), (mx, cy), r + 12 - i)
            arc = Rect(mx - r - 8, cy - r - 8, 2 * r + 16, 2 * r + 16)
            pygame.draw.arc(s, (150, 146, 164, 255), arc, 1.9, 2.6, 2)
            pygame.draw.arc(s, (96, 92, 110, 255), arc, 5.0, 5.5, 2)
            if r > 0:
                pygame.draw.circle(s, (0, 0, 0, 0), (mx, cy), r)
                for i in range(10):
                    pygame.draw.circle(s, (2, 1, 4, 150 - i * 15), (mx, cy), r - i, 2)
        if sight >= 1:
            self._mask = s
        return s

    def _sew(self, to: Surface, panel: Any, cx: int, cy: int) -> None:
        """Thread by thread, over both."""
        for i in range(THREADS):
            k = min(max((panel.ticks - i * THREAD_TICKS) / THREAD_TICKS, 0.0), 1.0)
            if k <= 0:
                break
            way = 1 if i % 2 == 0 else -1
            y0 = cy + (i - 1.5) * 52
            points = []
            for n in range(41):
                u = n / 40
                if u > k:
                    break
                x = cx + way * (u * 2 - 1) * (APART + HOLE + 10)
                y = y0 + (26 if i % 2 else -26) * (u - 0.5) + math.sin(u * math.tau * 2) * 2
                points.append((x, y))
            for x, y in points[:: max(len(points) - 1, 1)]:
                pygame.draw.circle(to, SHADOW, (x, y), 3)
            if len(points) > 1:
                pygame.draw.lines(to, SHADOW, False, [(x + 2, y + 4) for x, y in points], 4)
                pygame.draw.lines(to, mix(THREAD, SHADOW, 0.35), False, points, 4)
                pygame.draw.lines(to, THREAD, False, [(x, y - 1) for x, y in points], 2)
            if 0 < k < 1 and points:
                x, y = points[-1]
                pygame.draw.line(to, SHADOW, (x, y + 3), (x + way * 46, y + 5), 4)
                pygame.draw.line(to, NEEDLE, (x, y), (x + way * 46, y + 2), 3)
                pygame.draw.line(to, (120, 126, 150), (x, y + 1), (x + way * 46, y + 3), 1)


FELT_DARK: Colour = (24, 17, 22)


def bob_of(life_s: float) -> int:
    return round(math.sin(life_s * 5.2) * 2)
