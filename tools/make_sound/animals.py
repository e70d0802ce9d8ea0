"""The cat, the mice, the rats, the dogs."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from tools.make_sound.catalogue import effect
from tools.make_sound.dsp import (
    RATE,
    Wave,
    between,
    colored,
    count,
    curve,
    fade,
    filtered,
    filtered_circular,
    modal,
    put,
    put_circular,
    resonant,
    room,
    saturate,
    sweep,
    timeline,
    trim,
    voice,
    white,
)


@effect(3, loudness=-21, telegraph=True)
def cat_meow(r: Generator) -> Wave:
    """The cat, remarking."""
    d = between(r, 0.62, 0.8)
    k = between(r, 0.94, 1.08)

    def T(p):
        return [(a * d, b) for a, b in p]

    f0 = curve(T([(0, 370 * k), (0.18, 560 * k), (0.42, 640 * k), (0.75, 520 * k), (1, 360 * k)]), d) * (
        1 + 0.012 * np.sin(2 * np.pi * 6.5 * timeline(d))
    )
    F1 = curve(T([(0, 420), (0.2, 650), (0.5, 1150), (0.8, 850), (1, 560)]), d)
    F2 = curve(T([(0, 2300), (0.22, 2450), (0.5, 1850), (0.8, 1350), (1, 1050)]), d)
    F3 = curve(T([(0, 3600), (0.5, 3300), (1, 3000)]), d)
    e = np.interp(timeline(d) / d, [0, 0.1, 0.35, 0.7, 0.9, 1], [0, 0.35, 1, 0.8, 0.3, 0])
    v = voice(
        f0, [F1, F2, F3, 4700], d, tilt=0.95, jitter=0.012, r=r, widths=(150, 200, 280, 350), gains=(1, 0.8, 0.5, 0.25)
    )
    v /= np.abs(v).max()
    return trim(
        room(fade(v * e + filtered(white(d, r), "band", (2500, 7000)) * e * 0.012, 0.01, 0.04), 0.1, 0.3, "room")
    )


@effect(bus="ambience", loudness=-30, loop=True)
def cat_purr_loop(r: Generator) -> Wave:
    """The cat purrs."""
    d = 2.0
    n = count(d)
    t = timeline(d)
    f = 25
    x = np.zeros(n)
    for i in range(int(d * f)):
        g = modal(
            0.05,
            [78 * between(r, 0.95, 1.05), 160, 290, 410],
            [0.012, 0.009, 0.007, 0.005],
            [1, 0.6, 0.35, 0.2],
            r,
            0.003,
        ) * between(r, 0.8, 1)
        put_circular(x, g, int(i * RATE / f))
    x += filtered_circular(colored(d, r, -3), "band", (300, 2500)) * 0.05 * (1 + np.sin(2 * np.pi * f * t))
    return x * (0.75 + 0.25 * np.sin(2 * np.pi * t / d))


@effect(loudness=-20)
def cat_hiss(r: Generator) -> Wave:
    """The cat hisses."""
    d = 0.8
    e = np.interp(timeline(d), [0, 0.03, 0.2, 0.8], [0, 1, 0.8, 0])
    w = white(d, r)
    return trim((filtered(w, "band", (2800, 8500)) + 0.5 * resonant(w, 1900, 4)) * e)


@effect(4, loudness=-25)
def mouse_squeak(r: Generator) -> Wave:
    """A mouse squeaks."""
    y = np.zeros(count(0.34))
    t = 0.005
    for _ in range(int(r.integers(1, 4))):
        d = between(r, 0.045, 0.085)
        f = curve([(0, between(r, 2600, 3100)), (d * 0.35, between(r, 4300, 5200)), (d, between(r, 3000, 3600))], d)
        ph = sweep(f)
        put(
            y,
            (np.sin(ph) + 0.35 * np.sin(2 * ph) + 0.12 * np.sin(3 * ph))
            * np.sin(np.pi * np.linspace(0, 1, count(d))) ** 0.7,
            t,
            between(r, 0.6, 1),
        )
        t += d + between(r, 0.02, 0.05)
    return trim(y)


@effect(2, loudness=-25)
def rat_chitter(r: Generator) -> Wave:
    """Rats chitter."""
    y = np.zeros(count(0.6))
    t = 0.002
    for _ in range(9):
        d = between(r, 0.02, 0.034)
        ph = sweep(curve([(0, between(r, 1500, 1900)), (d, between(r, 900, 1200))], d))
        put(y, saturate(np.sin(ph) + 0.6 * np.sin(2 * ph), 2) * np.hanning(count(d)), t, between(r, 0.4, 1))
        t += d + between(r, 0.015, 0.05)
    return trim(filtered(y, "high", 500))


@effect(loudness=-22)
def rats_turn(r: Generator) -> Wave:
    """Forty small feet, one silence, forty feet the other way, one squeal."""
    y = np.zeros((count(1.9), 2))

    def foot():
        return modal(0.03, [between(r, 900, 2200), between(r, 2400, 4200)], [0.006, 0.004], [1, 0.6], r)

    for a, b, side in ((0.0, 0.55, 0), (0.8, 1.5, 1)):
        for _ in range(60):
            at = between(r, a, b)
            p = np.clip((at - a) / (b - a) if side else 1 - (at - a) / (b - a), 0.1, 0.9)
            x = foot() * between(r, 0.3, 1)
            put(y[:, 0], x, at, 1 - p)
            put(y[:, 1], x, at, p)
    d = 0.16
    ph = sweep(curve([(0, 1700), (0.05, 2600), (0.16, 1500)], d))
    q = saturate(np.sin(ph) + 0.5 * np.sin(2 * ph), 2) * np.hanning(count(d))
    for c in (0, 1):
        put(y[:, c], q, 0.6, 0.5)
    return trim(room(y, 0.15, 0.5, "hallway"))


@effect(2, loudness=-22)
def dog_bark(r: Generator) -> Wave:
    """One bark."""
    d = 0.19
    k = between(r, 0.9, 1.15)
    f0 = curve([(0, 430 * k), (0.05, 610 * k), (0.19, 330 * k)], d)
    v = voice(
        f0,
        [curve([(0, 600), (0.06, 1150), (0.19, 700)], d), 1750, 2900, 4100],
        d,
        tilt=0.6,
        jitter=0.05,
        r=r,
        widths=(220, 260, 320, 400),
    )
    v /= np.abs(v).max()
    e = np.interp(timeline(d), [0, 0.012, 0.09, 0.19], [0, 1, 0.75, 0])
    return trim(
        room(saturate(v, 1.8) * e + filtered(white(d, r), "band", (1000, 5000)) * e * 0.08, 0.15, 0.4, "hallway")
    )
