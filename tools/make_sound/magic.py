"""The stone with the hole, souls, ghosts, and the Other World coming apart."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from tools.make_sound.catalogue import effect
from tools.make_sound.dsp import (
    Wave,
    between,
    colored,
    count,
    curve,
    fade,
    filtered,
    filtered_circular,
    impulse,
    modal,
    put,
    resonant,
    reverb_circular,
    room,
    saturate,
    sweep,
    timeline,
    trim,
    voice,
    white,
)


@effect(loudness=-22, telegraph=True)
def mirror_ripple(r: Generator) -> Wave:
    """A ripple comes back."""
    d = 2.0
    t = timeline(d)
    y = np.zeros((count(d), 2))
    for i, f in enumerate((587.3, 880, 1108.7, 1318.5, 1760)):
        for c, s in ((0, -1), (1, 1)):
            y[:, c] += (
                np.sin(2 * np.pi * f * t + 3 * np.sin(2 * np.pi * (1.7 + 0.3 * i) * t * s + i))
                * np.sin(np.pi * t / d) ** 2
                / (1 + i)
            )
    return trim(room(y, 0.4, 1.6, "bell"))


@effect(loudness=-26, loop=True, flac=True)
def stone_hum_loop(r: Generator) -> Wave:
    """4 s; every partial has an integer number of cycles => perfect loop."""
    d = 4.0
    t = timeline(d)
    y = np.zeros((count(d), 2))

    def q(f):
        return round(f * d) / d

    for i, (f, a) in enumerate(
        (
            (146.83, 1),
            (220, 0.8),
            (293.66, 0.6),
            (440, 0.42),
            (659.26, 0.22),
            (880, 0.15),
            (1174.7, 0.1),
            (1661.2, 0.06),
        )
    ):
        for c, s in ((0, -1), (1, 1)):
            beat = q(0.5 + 0.25 * i)
            y[:, c] += (
                a
                * (np.sin(2 * np.pi * q(f) * t) + 0.7 * np.sin(2 * np.pi * (q(f) + s * beat) * t + i))
                * (1 + 0.35 * np.sin(2 * np.pi * q(0.25 * (1 + i % 3)) * t + i * 1.3))
            )
    air = filtered_circular(colored(d, r, -2), "band", (2500, 7000))
    y += air[:, None] * 0.06 * (1 + 0.5 * np.sin(2 * np.pi * 0.5 * t))[:, None]
    return reverb_circular(y, impulse(1.6, seed="stone")) * 0.004 + y * 0.5


@effect(loudness=-22)
def stone_on(r: Generator) -> Wave:
    """The stone hums awake."""
    d = 0.7
    y = np.zeros(count(d))
    t = timeline(0.6)
    for i, f in enumerate((440, 587.33, 880)):
        put(
            y,
            np.sin(2 * np.pi * f * t + 1.5 * np.exp(-t / 0.1) * np.sin(2 * np.pi * f * 1.5 * t))
            * np.minimum(1, t / 0.04)
            * np.exp(-t / 0.18),
            0.03 * i,
            0.7,
        )
    return trim(room(y, 0.3, 1.0, "stone"))


@effect(loudness=-25)
def stone_off(r: Generator) -> Wave:
    """The stone goes still."""
    y = np.zeros(count(0.6))
    t = timeline(0.45)
    for i, f in enumerate((880, 587.33, 440)):
        put(y, np.sin(2 * np.pi * f * t) * np.minimum(1, t / 0.01) * np.exp(-t / 0.09), 0.045 * i, 0.7)
    return trim(room(y, 0.25, 0.7, "stone"))


@effect(loudness=-21, telegraph=True)
def stone_reveal(r: Generator) -> Wave:
    """Something true comes clear."""
    y = np.zeros((count(1.6), 2))
    for i, f in enumerate((880, 1108.73, 1318.5, 1760, 2217.5)):
        x = modal(1.2, [f, f * 2.76, f * 5.4], [0.4, 0.14, 0.05], [1, 0.3, 0.12], r, 0.002)
        p = 0.5 + 0.35 * np.sin(i * 2.1)
        put(y[:, 0], x, 0.06 * i, (1 - p) * 0.8)
        put(y[:, 1], x, 0.06 * i, p * 0.8)
    return trim(room(y, 0.35, 1.4, "bell"))


@effect(loudness=-25, telegraph=True)
def soul_near(r: Generator) -> Wave:
    """Two held notes of the motif, A and F sharp, breathing."""
    d = 2.6
    t = timeline(d)
    y = np.zeros((count(d), 2))
    e = np.sin(np.pi * t / d) ** 1.4
    for i, (f, a) in enumerate(((440, 1), (739.99, 0.7), (880, 0.35))):
        for c, s in ((0, -1), (1, 1)):
            y[:, c] += (
                a
                * np.sin(2 * np.pi * (f + s * (0.4 + 0.3 * i)) * t + i)
                * e
                * (1 + 0.25 * np.sin(2 * np.pi * 3.1 * t + i))
            )
    return trim(room(y, 0.4, 1.8, "bell"))


@effect(loudness=-18)
def soul_collect(r: Generator) -> Wave:
    """The leitmotif in major, on glass, plus a child-like 'ah'."""
    y = np.zeros((count(3.4), 2))
    m = [(880, 0.0), (1174.66, 0.2), (1108.73, 0.4), (739.99, 0.64), (1479.98, 0.64)]
    for i, (f, at) in enumerate(m):
        x = modal(
            2.2,
            [f, f * 2.0, f * 2.756, f * 5.404, f * 8.93],
            [0.9, 0.4, 0.28, 0.1, 0.04],
            [1, 0.18, 0.4, 0.18, 0.07],
            r,
            0.002,
        )
        p = 0.5 + 0.3 * (-1) ** i
        put(y[:, 0], x, at, 1 - p)
        put(y[:, 1], x, at, p)
    d = 2.2
    t = timeline(d)
    for f, p in ((369.99, 0.3), (440, 0.7), (587.33, 0.5)):
        v = (
            voice(
                f * (1 + 0.006 * np.sin(2 * np.pi * 5.2 * t + f)),
                [850, 1350, 2900, 3900],
                d,
                tilt=1.5,
                jitter=0.004,
                r=r,
            )
            * np.sin(np.pi * t / d) ** 1.3
        )
        v = v / np.abs(v).max() * 0.17
        put(y[:, 0], v, 0.6, 1 - p)
        put(y[:, 1], v, 0.6, p)
    return trim(room(y, 0.4, 2.2, "bell"))


@effect(2, loudness=-28, telegraph=True, quality=0.6)
def ghost_breath(r: Generator) -> Wave:
    """Somebody's breath, held."""
    d = 1.5
    w = white(d, r)
    e = np.interp(timeline(d), [0, 0.5, 0.75, 0.8, 1.5], [0, 0.8, 1, 0.12, 0])
    y = (
        resonant(w, 850 * between(r, 0.95, 1.05), 5) + 0.6 * resonant(w, 2300, 6) + 0.15 * filtered(w, "high", 3500)
    ) * e
    return trim(room(y, 0.4, 1.4, "cath"))


@effect(2, loudness=-18, telegraph=True)
def wall_crumble(r: Generator) -> Wave:
    """A wall comes down."""
    d = 3.2
    y = np.zeros((count(d + 0.8), 2))
    e = curve([(0, 0.2), (0.25, 1), (1.2, 0.8), (2.4, 0.3), (3.2, 0)], d)
    for c in (0, 1):
        put(y[:, c], filtered(colored(d, r, -6), "band", (28, 160)) * e, 0.0, 0.5)
        put(
            y[:, c],
            filtered(colored(d, r, -3), "band", (200, 1800)) * e * np.abs(filtered(white(d, r), "low", 30)) * 6,
            0.0,
            0.3,
        )
    for _ in range(170):
        s = r.random()
        f = between(r, 140, 900) * (1 if s < 0.4 else 2.6)
        x = modal(0.1, [f, f * 1.7, f * 2.9], [0.02, 0.012, 0.007], [1, 0.6, 0.4], r) * r.exponential(0.28)
        at = min(d, r.gamma(1.6, 0.6))
        p = between(r, 0.1, 0.9)
        put(y[:, 0], x, at, 1 - p)
        put(y[:, 1], x, at, p)
    return trim(room(saturate(y * 0.8, 1.2), 0.2, 0.7, "outdoor", bright=3000))


@effect(loudness=-20, telegraph=True)
def world_unravel(r: Generator) -> Wave:
    """Reversed shimmer + falling pitch: a piece of the Other World turns to blank paper."""
    d = 2.6
    t = timeline(d)
    y = np.zeros((count(d), 2))
    for _ in range(14):
        f0 = between(r, 300, 1800)
        f = curve([(0, f0), (d, f0 * 0.35)], d)
        x = np.sin(sweep(f)) * (t / d) ** 2 * np.exp(-(((t - between(r, 1.6, 2.5)) / 0.5) ** 2))
        p = between(r, 0, 1)
        y[:, 0] += x * (1 - p)
        y[:, 1] += x * p
    for c in (0, 1):
        y[:, c] += filtered(white(d, r), "high", 2500) * (t / d) ** 4 * 0.25
    return trim(room(fade(y, 0.02, 0.03), 0.3, 1.0, "bell"))
