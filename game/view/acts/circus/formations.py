"""Where fifty mice want to be: pure functions of the show's ticks, in px round the mark. Springs in circus.py bring them there.

A formation answers MICE spots: (x, y, z, anim): z px off the floor, anim of the atlas. y is squashed: the ring lies on a floor.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from game.sim.acts.circus import BAR_TICKS, BEAT_TICKS, SECTIONS, at_beat

MICE = 50
FLAT = 0.84
OUTER, INNER = 30, 20


@dataclass(frozen=True)
class Spot:
    """Where one of them wants to be, and what it does there. ``away``: it faces up, with its back to us."""

    x: float
    y: float
    z: float = 0.0
    anim: str = "stand"
    away: bool = False


def beat_of(t: float) -> tuple[int, float]:
    """(number of the beat, how far into it 0..1)."""
    n = math.floor(t / BEAT_TICKS)
    return n, t / BEAT_TICKS - n


def ease(f: float) -> float:
    """A step that is over after half its beat."""
    f = min(f * 2.0, 1.0)
    return f * f * (3 - 2 * f)


def hop(t: float, high: float = 6.0) -> float:
    """Up on every beat; on the big one higher."""
    n, f = beat_of(t)
    if f > 0.62:
        return 0.0
    return high * (1.9 if n % 4 == 3 else 1.0) * math.sin(math.pi * f / 0.62)


def gathered(t: float) -> list[Spot]:
    """Two rows before the band, in step, waiting."""
    out = []
    for i in range(MICE):
        row, column = divmod(i, 25)
        out.append(Spot((column - 12) * 13.0 + (6.5 if row else 0.0), -118.0 - row * 13.0, 0.0, "stand"))
    return out


def lined(t: float, waving: int) -> list[Spot]:
    """Those who wave stand along her way out, the rest before the band."""
    out = gathered(t)
    for i in range(min(waving, MICE)):
        side = -1 if i % 2 else 1
        k = i // 2
        z = 4.0 * abs(math.sin((t + k * 9) * 0.09))
        out[i] = Spot(46.0 + k * 11.5, 6.0 + side * 25.0, z, "cheer")
    return out


def march(t: float) -> list[Spot]:
    """In by twos from the band, down the middle, parting round the ring."""
    out = []
    for i in range(MICE):
        pair, side = i // 2, -1 if i % 2 else 1
        way = t * 2.75 - pair * 13.0
        x, y = _round_the_ring(way, pair, side)
        out.append(Spot(x, y, hop(t, 3.0), "walk" if way < _ends(pair) else "stand"))
    return out


def _ends(pair: int) -> float:
    """How far the pair goes: the first half round, the last hardly past the top."""
    return 120.0 + (24 - pair) / 24 * 330.0


def _round_the_ring(way: float, pair: int, side: int) -> tuple[float, float]:
    way = min(way, _ends(pair))
    if way < 120.0:
        return side * 9.0, -84.0 - 120.0 + way
    angle = (way - 120.0) / 112.0
    return side * max(math.sin(angle) * 128.0, 9.0), -math.cos(angle) * 128.0 * FLAT - 4.0


def ring(t: float) -> list[Spot]:
    """Two rings that turn against each other, a place a beat."""
    n, f = beat_of(t)
    k = n + ease(f)
    wide = 8.0 * max(0.0, 1 - f * 2.2) if n % 4 == 3 else 0.0
    out = []
    for i in range(MICE):
        if i < OUTER:
            angle, r = (i + k) * math.tau / OUTER, 138.0 + wide
        else:
            angle, r = (i - OUTER - k) * math.tau / INNER, 92.0 + wide * 0.6
        anim = "cheer" if n % 4 == 3 and f < 0.7 else "stand" if f > 0.5 else "walk"
        out.append(Spot(math.cos(angle) * r, math.sin(angle) * r * FLAT, hop(t), anim))
    return out


def star(t: float) -> list[Spot]:
    """Four points, one at each cannon; it breathes with the beat and sways with the bar."""
    n, f = beat_of(t)
    swell = 1.0 + 0.10 * math.exp(-4.5 * f) * (1.8 if n % 4 == 3 else 1.0)
    sway = 0.10 * math.sin(t * math.tau / (2 * BAR_TICKS))
    out = []
    for i in range(MICE):
        angle = i * math.tau / MICE
        point = ((1 - math.cos(4 * angle)) / 2) ** 2.2
        r = (66.0 + 88.0 * point) * swell
        x, y = math.cos(angle + sway) * r, math.sin(angle + sway) * r * FLAT
        out.append(Spot(x, y, hop(t, 4.0 + 6.0 * point), "cheer" if point > 0.6 and f < 0.6 else "stand"))
    return out


def pyramid(t: float) -> list[Spot]:
    """Nine, eight, seven ... one on another's shoulders; five run round it. On the big beat all of it bows."""
    n, f = beat_of(t)
    bows = n % 4 == 3
    dip = math.sin(math.pi * min(f * 1.1, 1.0)) if bows else 0.0
    sway = 3.0 * math.sin(t * math.tau / (4 * BEAT_TICKS))
    out = []
    row, column, wide = 0, 0, 9
    for _ in range(45):
        x = (column - (wide - 1) / 2) * 14.5 + sway * row * 0.35
        out.append(Spot(x, -56.0 + dip * row * 1.4, row * 11.6 * (1 - 0.16 * dip), "idle" if dip > 0.35 else "stand"))
        column += 1
        if column == wide:
            row, column, wide = row + 1, 0, wide - 1
    for i in range(5):
        angle = t * 0.045 + i * 0.34
        out.append(Spot(math.cos(angle) * 118.0, -58.0 + math.sin(angle) * 26.0, hop(t, 5.0), "walk"))
    return out


def cross(t: float) -> list[Spot]:
    """Two lines abreast that sweep through one another; they meet at the mark on the second beat of each bar."""
    met = at_beat(13, 2)
    out = []
    for i in range(MICE):
        line, k = divmod(i, 25)
        y = (k - 12) * 9.0
        phase = math.pi * (t - met) / BAR_TICKS - 0.5 * abs(y) / 110.0
        x = 176.0 * math.sin(phase) * (-1 if line else 1)
        near = abs(x) < 60
        out.append(Spot(x, y, 2.0 if near else hop(t, 4.0), "walk"))
    return out


def spiral(t: float) -> list[Spot]:
    """Wound round her, turning a notch each beat."""
    n, f = beat_of(t)
    k = n + ease(f)
    out = []
    for i in range(MICE):
        r = 54.0 + i * 1.9
        angle = i * 0.405 + k * math.tau / 18
        out.append(
            Spot(math.cos(angle) * r, math.sin(angle) * r * FLAT, hop(t - i * 0.5, 5.0), "walk" if f < 0.5 else "stand")
        )
    return out


LETTERS = (
    "X.X XXX X.. X.. XXX",
    "X.X X.. X.. X.. X.X",
    "XXX XXX X.. X.. X.X",
    "X.X X.. X.. X.. X.X",
    "X.X XXX XXX XXX XXX",
)
"""HELLO, a mouse for every X: forty-eight; two hold it up from the ends."""
ASTRAY = 3
"""Mice of the last letter that are out of their place until something puts them right."""


def _hello_places() -> list[tuple[float, float]]:
    places = []
    for column in range(len(LETTERS[0])):
        for row, line in enumerate(LETTERS):
            if line[column] == "X":
                places.append(((column - 9) * 17.5, -126.0 + row * 15.0))
    return places


HELLO = _hello_places()


def hello(t: float, put_right: int) -> list[Spot]:
    """The word over her head, three mice of it astray; ``put_right`` of them have been knocked into place."""
    out = []
    n, f = beat_of(t)
    for i, (x, y) in enumerate(HELLO):
        late = i - (len(HELLO) - ASTRAY)
        if late >= put_right:
            angle = t * 0.05 + late * 2.1
            out.append(
                Spot(
                    196.0 + math.cos(angle) * 26.0,
                    -20.0 + late * 26.0 + math.sin(angle * 1.3) * 10.0,
                    hop(t, 4.0),
                    "walk",
                )
            )
        else:
            out.append(Spot(x, y, hop(t, 3.5), "cheer" if n % 4 == 3 and f < 0.6 else "stand"))
    out += [Spot(side * 176.0, -96.0, hop(t, 8.0), "cheer") for side in (-1, 1)]
    return out


def bow(t: float) -> list[Spot]:
    """All of them before her in two arcs, and down on the last beat."""
    n, _ = beat_of(t)
    down = n % 4 == 3 or n // 4 >= 24
    out = []
    for i in range(MICE):
        row, k = divmod(i, 25)
        a = (k - 12) / 12
        x, y = a * (170.0 + row * 14), 60.0 - abs(a) ** 2 * 62.0 - row * 15.0
        out.append(Spot(x, y, 0.0 if down else hop(t, 5.0), "idle" if down else "cheer"))
    return out


def cheering(t: float) -> list[Spot]:
    """After the last drum: hats in the air."""
    out = []
    for i, s in enumerate(bow(0.0)):
        out.append(Spot(s.x, s.y, 7.0 * abs(math.sin((t + i * 7) * 0.11)), "cheer"))
    return out


PICTURE: tuple[tuple[float, float, str], ...] = (
    (0.0, 0.0, "roof"),
    *((side * 1.5 * r, float(r), "roof") for r in (1, 2, 3, 4) for side in (-1, 1)),
    *((side * 5.4, r, "wall") for r in (5.0, 6.1, 7.2, 8.3, 9.4) for side in (-1, 1)),
    (-4.0, 9.4, "wall"),
    (4.0, 9.4, "wall"),
    (-2.7, 9.4, "wall"),
    (2.7, 9.4, "wall"),
    *((c, 3.5, "window") for c in (-2.6, -1.3, 0.0, 1.3, 2.6)),
    *((c, 8.2, "window") for c in (-2.6, -1.3, 0.0, 1.3, 2.6)),
    *((side * 2.6, r, "window") for r in (4.7, 5.9, 7.1) for side in (-1, 1)),
    (0.0, 4.5, "coat"),
    (-0.55, 5.1, "hair"),
    (0.0, 5.1, "face"),
    (0.55, 5.1, "hair"),
    (0.0, 5.75, "coat"),
    *((c, 6.35, "coat") for c in (-0.55, 0.0, 0.55)),
    (0.0, 6.95, "coat"),
    (-0.35, 7.55, "boots"),
    (0.35, 7.55, "boots"),
)
"""A house in lanterns: (column, row, what it is part of). The last eleven are a girl in its window, her hood up."""
COLUMN_PX, ROW_PX = 21.0, 17.5
PICTURE_TOP = -202.0


def picture(t: float) -> list[Spot]:
    """Run together, a house, and who stands in the window; they come in the order of the lines above."""
    out = []
    for i, (column, row, _) in enumerate(PICTURE[:MICE]):
        came = t - i * 1.2
        x, y = column * COLUMN_PX, PICTURE_TOP + row * ROW_PX
        if came < 0:
            out.append(Spot(*_waits(i), 0.0, "walk"))
        else:
            out.append(Spot(x, y, 0.0, "stand"))
    return out


def _waits(i: int) -> tuple[float, float]:
    angle = i * math.tau / MICE
    return math.cos(angle) * 150.0, math.sin(angle) * 150.0 * FLAT


SHOWN: dict[str, Callable[[float], list[Spot]]] = {
    "march": march,
    "ring": ring,
    "star": star,
    "pyramid": pyramid,
    "cross": cross,
    "spiral": spiral,
    "bow": bow,
}


def in_show(t: float, put_right: int) -> list[Spot]:
    """The formation at a tick of the show; they set out for the next one a beat before its bar."""
    bar = (t + BEAT_TICKS * 0.75) / BAR_TICKS + 1
    name = [n for n, first in SECTIONS if first <= bar][-1] if bar >= 1 else "march"
    if name == "hello":
        return hello(t, put_right)
    return SHOWN[name](t)
