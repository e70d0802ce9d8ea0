"""Bodies: heart, hurt, throwing, dodging, and the hand."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from tools.make_sound.catalogue import effect
from tools.make_sound.dsp import (
    Wave,
    between,
    count,
    curve,
    decay,
    fade,
    filtered,
    modal,
    put,
    random_for,
    room,
    saturate,
    sweep,
    timeline,
    trim,
    white,
)
from tools.make_sound.materials import needle, steel, wood


@effect(loudness=-22)
def heartbeat(r: Generator) -> Wave:
    """Your heart."""
    y = np.zeros(count(0.62))
    for at, f, g in ((0.0, 58, 1), (0.225, 47, 0.72)):
        t = timeline(0.26)
        x = np.sin(sweep(curve([(0, f * 1.7), (0.03, f), (0.26, f * 0.8)], 0.26))) * np.exp(-t / 0.06) * np.minimum(
            1, t / 0.006
        ) + 0.25 * filtered(white(0.26, r), "low", 180) * np.exp(-t / 0.03)
        x = (
            x
            + 0.7 * np.sin(sweep(curve([(0, f * 5.2), (0.03, f * 4), (0.26, f * 3.6)], 0.26))) * np.exp(-t / 0.03)
            + 0.5 * filtered(white(0.26, r), "band", (180, 700)) * np.exp(-t / 0.018)
        )
        put(y, x, at, g)
    return trim(saturate(y, 1.6))


@effect(loudness=-22)
def heartbeat_fast(r: Generator) -> Wave:
    """Your heart, running."""
    beat = heartbeat(random_for("heartbeat"))
    y = np.zeros(count(1.5))
    span = count(0.36)
    for i in range(3):
        put(y, fade(beat[:span], 0.0005, 0.03), 0.395 * i, 1)
    return trim(y)


@effect(2, loudness=-20)
def hurt(r: Generator) -> Wave:
    """Ow."""
    d = 0.4
    y = np.zeros(count(d))
    put(y, modal(0.2, [108, 193, 391], [0.045, 0.03, 0.02], [0.7, 0.6, 0.5], r, 0.001), 0)
    put(y, filtered(white(0.06, r), "band", (400, 2800)) * decay(0.06, 0.0005, 0.014), 0.0, 1.0)
    put(y, modal(0.35, [622.25, 659.26, 1244], [0.1, 0.1, 0.05], [0.5, 0.5, 0.2], r, 0.002), 0.01)
    return trim(y)


@effect(2, loudness=-25, telegraph=True)
def throw_whoosh(r: Generator) -> Wave:
    """Something thrown."""
    d = 0.3
    w = white(d, r)
    a = filtered(w, "band", (400, 1100))
    b = filtered(w, "band", (1100, 3000))
    u = np.sin(np.pi * np.linspace(0, 1, count(d))) ** 2
    return trim((a * (1 - u * 0.6) + b * u) * u)


@effect(3, loudness=-23)
def thrown_land(r: Generator) -> Wave:
    """Something lands."""
    y = np.zeros(count(0.7))
    put(y, wood(r, 190 * between(r, 0.85, 1.2), 0.25, 0.8), 0.002)
    for i, t in enumerate((0.14, 0.24, 0.31)):
        put(y, wood(r, 260, 0.15) * 0.5 ** (i + 1), t)
    return trim(room(y, 0.12, 0.35, "room"))


@effect(3, loudness=-27)
def dodge(r: Generator) -> Wave:
    """A quick step."""
    d = 0.2
    u = np.sin(np.pi * np.linspace(0, 1, count(d))) ** 2
    w = white(d, r)
    y = np.zeros(count(0.34))
    put(y, (filtered(w, "band", (500, 1500)) * (1 - 0.5 * u) + filtered(w, "band", (1500, 4200)) * u) * u, 0.0, 0.6)
    put(y, wood(r, 120, 0.12, 0.4) * 0.5, 0.006)
    put(y, wood(r, 135, 0.12, 0.4) * 0.4, 0.19)
    return trim(y)


@effect(2, loudness=-19)
def hand_hit(r: Generator) -> Wave:
    """The hand is struck."""
    y = np.zeros(count(0.5))
    put(y, modal(0.3, [740, 1310, 2150, 3480], [0.05, 0.035, 0.02, 0.01], [1, 0.8, 0.6, 0.4], r), 0)
    put(y, filtered(white(0.05, r), "low", 2200) * decay(0.05, 0.0005, 0.01), 0, 0.8)
    [put(y, needle(r, between(r, 3200, 5200), 0.35), 0.03 + 0.03 * i) for i in range(5)]
    return trim(room(y, 0.15, 0.4, "outdoor", bright=3000))


@effect(3, loudness=-24, telegraph=True, quality=0.7)
def hand_rustle(r: Generator) -> Wave:
    """Something in the long grass."""
    y = np.zeros((count(0.9), 2))
    p = between(r, 0.2, 0.8)
    g = np.zeros(count(0.8))
    for _ in range(46):
        span = between(r, 0.006, 0.03)
        put(
            g,
            filtered(white(span, r), "high", between(r, 1500, 3600)) * np.hanning(count(span)),
            between(r, 0, 0.72),
            between(r, 0.2, 1),
        )
    for i in range(5):
        put(g, needle(r, between(r, 3200, 4600), 0.35), 0.12 + 0.06 * i)
    put(y[:, 0], g, 0, 1 - p * 0.7)
    put(y[:, 1], g, 0, 0.3 + p * 0.7)
    return trim(room(y, 0.08, 0.4, "outdoor", bright=3000))


@effect(2, loudness=-19, telegraph=True)
def hand_leap(r: Generator) -> Wave:
    """Spring wound and let go."""
    y = np.zeros(count(0.8))
    d = 0.22
    f = curve([(0, 900), (0.16, 2600), (0.22, 3900)], d) * between(r, 0.95, 1.05)
    put(
        y,
        np.sin(sweep(f)) * np.linspace(0.1, 1, count(d)) ** 1.5 * (1 + 0.6 * np.sin(2 * np.pi * 61 * timeline(d))),
        0,
        0.5,
    )
    put(y, steel(r, 3100, 0.5, 0.1), d, 0.8)
    put(y, filtered(white(0.25, r), "band", (700, 4000)) * np.hanning(count(0.25)), d, 0.4)
    return trim(room(y, 0.12, 0.4, "outdoor", bright=3000))


@effect(2, loudness=-18)
def hand_stuck(r: Generator) -> Wave:
    """Steel sticks in wood."""
    y = np.zeros(count(1.2))
    put(y, wood(r, 150, 0.3) * 1.1, 0.002)
    put(y, filtered(white(0.04, r), "band", (400, 3500)) * decay(0.04, 0.0004, 0.009), 0.002, 0.9)
    buzz = steel(r, 1450 * between(r, 0.95, 1.05), 1.0, 0.3) * (1 + 0.7 * np.sin(2 * np.pi * 27 * timeline(1.0)))
    put(y, buzz, 0.006, 0.35)
    return trim(room(y, 0.12, 0.4, "outdoor", bright=3000))
