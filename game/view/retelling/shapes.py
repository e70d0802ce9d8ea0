"""What several patches have in them, cut by hand: house, hills, trees, rain; and who cuts from the game's pictures."""

from __future__ import annotations

import math
from collections.abc import Sequence

from pygame import Surface

from game.view.assets import Assets
from game.view.felt import Cloth, Colour, blank, mix
from game.view.retelling.cloths import Dash, curve
from game.view.retelling.patch import HIGH, WIDE, Patch

FOOT = 168
"""Where people stand."""


class Chest:
    """Pictures of the game to cut from; an empty one where a picture is missing."""

    def __init__(self, assets: Assets, cloth: Cloth) -> None:
        self.assets = assets
        self.cloth = cloth

    def actor(self, name: str, anim: str = "idle", facing: str = "right", ticks: int = 0) -> Surface:
        try:
            return self.assets.actor(name).pose(anim, facing, ticks).picture
        except FileNotFoundError:
            return blank(1, 1)

    def prop(self, name: str, side: str = "real") -> Surface:
        props = self.assets.props(side)
        return props.get(name).picture if props.has(name) else blank(1, 1)

    def item(self, name: str) -> Surface:
        return self.cloth.thing(name)


def moved(points: Sequence[tuple[float, float]], x: float, y: float, k: float = 1.0) -> list[tuple[float, float]]:
    return [(x + px * k, y + py * k) for px, py in points]


def hill(p: Patch, y: float, rise: float, colour: Colour, shift: float = 0.0, seam: int = 4) -> None:
    """A rolling edge from side to side and everything below it."""
    top = [
        (x, y - rise * math.sin(math.pi * (x + shift) / 190) - rise * 0.4 * math.sin(x / 43 + shift))
        for x in range(-4, WIDE + 9, 6)
    ]
    p.cut([*top, (WIDE + 4, HIGH + 4), (-4, HIGH + 4)], colour, mix(p.tones.thread, colour, 0.45), seam)


def floor(p: Patch, y: float = FOOT - 6, colour: Colour | None = None) -> None:
    """Boards."""
    felt = colour or mix(p.tones.low, p.tones.dark, 0.45)
    p.cut([(-3, y), (WIDE + 3, y), (WIDE + 3, HIGH + 3), (-3, HIGH + 3)], felt, mix(p.tones.thread, felt, 0.5), 3)
    p.sew([(0, y + 16), (WIDE, y + 16)], mix(felt, p.tones.dark, 0.5), on=30, off=6)


def house(p: Patch, x: float, base: float, k: float, wall: Colour, roof: Colour, lit: Sequence[int] = (1, 4)) -> None:
    """The house, 150 k wide: a tower, two gables, a porch; the windows whose numbers are ``lit`` have a lamp in them."""
    body = [(-62, 0), (-62, -70), (60, -70), (60, 0)]
    p.cut(moved([(-86, 0), (-86, -92), (-54, -92), (-54, 0)], x, base, k), mix(wall, p.tones.dark, 0.18))
    p.cut(moved(body, x, base, k), wall)
    p.cut(moved([(-70, -68), (-30, -108), (-8, -84), (22, -116), (70, -68)], x, base, k), roof)
    p.cut(moved([(-92, -88), (-70, -128), (-48, -88)], x, base, k), roof)
    p.cut(moved([(38, -84), (38, -118), (48, -118), (48, -76)], x, base, k), mix(roof, p.tones.dark, 0.4), seam=0)
    p.cut(moved([(-26, 2), (-26, -24), (26, -24), (26, 2)], x, base, k), mix(wall, p.tones.dark, 0.35), seam=0)
    p.cut(moved([(-33, -22), (0, -36), (33, -22)], x, base, k), roof, seam=0)
    lamp = (252, 208, 116)
    windows = ((-70, -74), (-40, -58), (0, -58), (40, -58), (-40, -20), (42, -20), (22, -90), (-30, -88))
    for n, (wx, wy) in enumerate(windows):
        w, h = (6, 9) if wy > -80 else (4.5, 6)
        colour = lamp if n in lit else mix(wall, p.tones.dark, 0.62)
        cx, cy = x + wx * k, base + wy * k
        if n in lit:
            p.glow(cx, cy, round(26 * k), lamp, 0.5)
        p.cut(moved([(-w, -h), (w, -h), (w, h), (-w, h)], cx, cy, k), colour, seam=0)
        cross = mix(colour, p.tones.dark, 0.6)
        p.strokes([(cx - w * k + 1, cy, cx + w * k - 1, cy), (cx, cy - h * k + 1, cx, cy + h * k - 1)], cross)
    p.cut(moved([(-7, 2), (-7, -18), (7, -18), (7, 2)], x, base, k), p.tones.dark, seam=0)


def tree(p: Patch, x: float, base: float, k: float, colour: Colour, lean: float = 0.0, leaves: bool = False) -> None:
    """A bare apple tree, or one with its crown."""
    if leaves:
        for dx, dy, r in ((-20, -62, 24), (18, -66, 26), (0, -86, 24)):
            p.disc(x + (dx + lean) * k, base + dy * k, r * k, r * 0.86 * k, mix(colour, p.tones.mid, 0.4), 3)
    trunk = [
        (-7, 2),
        (-4, -30),
        (-22, -56),
        (-18, -58),
        (-2, -42),
        (-6, -80),
        (-2, -81),
        (4, -46),
        (20, -68),
        (24, -66),
        (8, -34),
        (9, 2),
    ]
    p.cut(moved([(a + lean * -b / 60, b) for a, b in trunk], x, base, k), colour, mix(p.tones.thread, colour, 0.4), 0)


def rain(p: Patch, colour: Colour, n: int = 70, slant: float = 0.35, below: float = HIGH) -> None:
    """Single stitches, all one way."""
    lines: list[Dash] = []
    for _ in range(n):
        x, y = p.chance.uniform(-10, WIDE + 20), p.chance.uniform(-6, below)
        long = p.chance.uniform(6, 12)
        lines.append((x, y, x - long * slant, y + long))
    p.strokes(lines, colour)


def stars(p: Patch, n: int, below: float, colour: Colour) -> None:
    """Small crosses."""
    lines: list[Dash] = []
    for _ in range(n):
        x, y, r = p.chance.uniform(8, WIDE - 8), p.chance.uniform(8, below), p.chance.choice((1, 1, 2, 3))
        lines += [(x - r, y, x + r, y), (x, y - r, x, y + r)]
    p.strokes(lines, colour)


def grass(p: Patch, y: float, n: int, colour: Colour, high: float = 10.0) -> None:
    lines: list[Dash] = []
    for _ in range(n):
        x, up = p.chance.uniform(0, WIDE), p.chance.uniform(0.4, 1.0) * high
        at = y + p.chance.uniform(-2, 14)
        lines.append((x, at, x + p.chance.uniform(-4, 4), at - up))
    p.strokes(lines, colour)


def ring(
    x: float, y: float, rx: float, ry: float, steps: int = 40, start: float = 0.0, turn: float = 1.0
) -> list[tuple[float, float]]:
    """Points round an ellipse."""
    return [
        (x + rx * math.cos(start + math.tau * turn * i / steps), y + ry * math.sin(start + math.tau * turn * i / steps))
        for i in range(steps + 1)
    ]


def arc(x0: float, y0: float, x1: float, y1: float, rise: float, steps: int = 24) -> list[tuple[float, float]]:
    """A throw from one place to another."""
    return [
        (x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps - rise * 4 * (i / steps) * (1 - i / steps))
        for i in range(steps + 1)
    ]


def web(
    p: Patch,
    x: float,
    y: float,
    spokes: int,
    rings: int,
    far: float,
    colour: Colour,
    from_a: float = 0.0,
    turn: float = 1.0,
) -> None:
    """Strands from a middle, and what is spun between them."""
    ways = [from_a + math.tau * turn * i / (spokes if turn == 1 else spokes - 1) for i in range(spokes)]
    for a in ways:
        p.sew([(x, y), (x + far * math.cos(a), y + far * math.sin(a))], colour, off=0)
    pairs = list(zip(ways, [*ways[1:], ways[0]] if turn == 1 else ways[1:]))
    for n in range(1, rings + 1):
        r = far * n / (rings + 0.5)
        for a, b in pairs:
            mid, low = (a + (b - a) / 2 if b > a else a + (b + math.tau - a) / 2), r * 0.88
            line = curve(
                [
                    (x + r * math.cos(a), y + r * math.sin(a)),
                    (x + low * math.cos(mid), y + low * math.sin(mid)),
                    (x + r * math.cos(b), y + r * math.sin(b)),
                ],
                4,
            )
            p.sew(line, mix(colour, p.tones.top, 0.35), off=0)


def bunting(p: Patch, points: Sequence[tuple[float, float]], colours: Sequence[Colour], n: int = 12) -> None:
    """A line with flags on it."""
    line = curve(points, 12)
    p.sew(line, p.tones.dark, off=0)
    for i in range(n):
        x, y = line[round((i + 0.5) / n * (len(line) - 1))]
        p.cut([(x - 7, y), (x + 7, y), (x, y + 14)], colours[i % len(colours)], seam=0)


def table(p: Patch, x0: float, x1: float, y: float, cloth: Colour, deep: float = 26) -> None:
    """A laid table from the side, its cloth hanging."""
    p.cut([(x0 + 8, y), (x0 + 8, y + 46), (x0 + 15, y + 46), (x0 + 15, y)], p.tones.dark, seam=0)
    p.cut([(x1 - 15, y), (x1 - 15, y + 46), (x1 - 8, y + 46), (x1 - 8, y)], p.tones.dark, seam=0)
    hem = [(x1 - (x1 - x0) * i / 16, y + deep + (5 if i % 2 else 0)) for i in range(17)]
    p.cut([(x0 - 4, y - 3), (x1 + 4, y - 3), *hem], cloth, None, 3)


def plate(p: Patch, x: float, y: float, rx: float, colour: Colour) -> None:
    p.disc(x, y, rx, rx * 0.3, colour, 0)
    p.sew(ring(x, y, rx * 0.62, rx * 0.18, 20), mix(colour, p.tones.dark, 0.5), off=0)


def hand(p: Patch, x: float, y: float, k: float, colour: Colour, flip: int = 1) -> None:
    """A hand that is needles: a palm and five of them, each with a joint, spread towards the right (``flip`` -1: the left)."""
    fingers = (
        (-1.05, 26, 0.35, 34),
        (-0.62, 30, 0.3, 50),
        (-0.22, 32, 0.42, 56),
        (0.16, 30, 0.62, 48),
        (0.9, 20, 1.25, 28),
    )
    wrist = [(-34, -9), (-10, -14), (10, -12), (14, 0), (10, 12), (-10, 14), (-34, 10)]
    p.cut([(x + a * k * flip, y + b * k) for a, b in wrist], mix(colour, p.tones.dark, 0.22), seam=0)
    for n, (up, first, down, second) in enumerate(fingers):
        bx, by = x + 8 * k * flip * math.cos(up), y + 8 * k * math.sin(up)
        kx, ky = bx + math.cos(up) * first * k * flip, by + math.sin(up) * first * k
        tx, ty = kx + math.cos(down) * second * k * flip, ky + math.sin(down) * second * k
        shade = mix(colour, p.tones.dark, 0.16 - 0.05 * n if n < 3 else 0.1)
        w = 3.0 * k
        nx, ny = -math.sin(up) * w, math.cos(up) * w
        p.cut(
            [(bx + nx, by + ny), (kx + nx * 0.7, ky + ny * 0.7), (kx - nx * 0.7, ky - ny * 0.7), (bx - nx, by - ny)],
            shade,
            seam=0,
        )
        nx, ny = -math.sin(down) * w * 0.62, math.cos(down) * w * 0.62
        p.cut([(kx + nx, ky + ny), (tx, ty), (kx - nx, ky - ny)], mix(shade, (255, 255, 255), 0.18), seam=0)
        p.disc(kx, ky, 3.0 * k, 3.0 * k, mix(shade, p.tones.dark, 0.15), 0)
