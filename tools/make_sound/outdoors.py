"""The grounds: the well, rock, plants, a bicycle, thunder."""

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
    decay,
    fade,
    filtered,
    modal,
    put,
    room,
    saturate,
    sweep,
    timeline,
    trim,
    white,
)
from tools.make_sound.materials import taps


@effect(loudness=-20)
def well_splash(r: Generator) -> Wave:
    """Far down, a splash."""
    y = np.zeros(count(2.6))
    put(y, filtered(white(0.5, r), "band", (250, 2600)) * decay(0.5, 0.004, 0.09), 0.0)
    put(y, filtered(white(0.9, r), "high", 2200) * decay(0.9, 0.05, 0.16), 0.02, 0.25)
    for _ in range(26):
        f = between(r, 350, 1500)
        d = between(r, 0.03, 0.09)
        ph = sweep(np.linspace(f, f * between(r, 1.2, 1.9), count(d)))
        put(y, np.sin(ph) * np.hanning(count(d)), 0.1 + r.exponential(0.28), between(r, 0.05, 0.3))
    return trim(room(y, 0.55, 2.2, "well", bright=2500, pre=0.03))


@effect(2, loudness=-15)
def rock_impact(r: Generator) -> Wave:
    """The rock lands."""
    y = np.zeros(count(1.8))
    t = timeline(0.6)
    ph = sweep(curve([(0, 120), (0.08, 52), (0.6, 38)], 0.6))
    put(y, np.sin(ph) * np.exp(-t / 0.16), 0.002, 0.8)
    put(y, modal(0.6, [221, 356, 587, 940], [0.07, 0.055, 0.04, 0.025], [0.8, 0.7, 0.6, 0.4], r), 0.002)
    put(y, filtered(white(0.3, r), "band", (60, 2600)) * decay(0.3, 0.001, 0.05), 0.002, 1.2)
    put(y, modal(0.3, [310, 680, 1190, 2050], [0.03, 0.02, 0.015, 0.01], [0.6, 0.5, 0.4, 0.3], r), 0.01)
    for _ in range(30):
        put(
            y,
            modal(0.05, [between(r, 600, 2600), between(r, 1500, 5000)], [0.008, 0.005], [1, 0.6], r),
            0.05 + r.exponential(0.22),
            r.exponential(0.12),
        )
    return trim(room(saturate(y, 1.3), 0.2, 0.8, "outdoor", bright=3000))


@effect(loudness=-22)
def rock_drag(r: Generator) -> Wave:
    """Stone grinds on stone."""
    d = 1.2
    w = colored(d, r, -4)
    g = np.abs(filtered(r.standard_normal(count(d)), "low", 22))
    g /= g.max()
    return trim(
        fade((filtered(w, "band", (120, 700)) + 0.35 * filtered(w, "band", (900, 2600))) * (0.25 + g), 0.05, 0.15)
    )


@effect(2, loudness=-20, telegraph=True)
def plant_snap(r: Generator) -> Wave:
    """Petals shut."""
    y = np.zeros(count(0.6))
    put(y, filtered(white(0.1, r), "band", (500, 3500)) * np.linspace(0, 1, count(0.1)) ** 3, 0.0, 0.5)
    put(y, modal(0.2, [210, 540, 980, 1700], [0.03, 0.02, 0.012, 0.008], [1, 0.9, 0.7, 0.5], r, 0.0005), 0.1)
    for _ in range(10):
        put(
            y,
            filtered(white(0.01, r), "high", 2500) * decay(0.01, 0.0003, 0.002),
            0.11 + r.exponential(0.07),
            between(r, 0.1, 0.4),
        )
    return trim(room(y, 0.12, 0.3, "outdoor", bright=3000))


@effect(2, loudness=-22)
def bicycle_bell(r: Generator) -> Wave:
    """A bicycle bell."""
    k = between(r, 0.985, 1.015)
    y = np.zeros(count(1.5))

    def ring(i):
        return modal(1.2, [2217 * k, 2217 * 2.41 * k, 2217 * 3.9 * k], [0.32, 0.14, 0.06], [1, 0.45, 0.2], r, 0.0008)

    return trim(
        room(
            taps(y, (0.002, 0.085, 0.19, 0.275), ring, lambda i: (0.9, 0.6, 1, 0.6)[i]),
            0.1,
            0.5,
            "outdoor",
            bright=4000,
        )
    )


@effect(2, loudness=-29)
def bicycle_wheel(r: Generator) -> Wave:
    """A wheel ticks."""
    y = np.zeros(count(1.6))
    t = 0.001
    gap = 0.055
    while t < 1.45:
        put(y, modal(0.03, [2600 * between(r, 0.95, 1.05), 4100], [0.005, 0.003], [1, 0.6], r), t, between(r, 0.5, 1))
        t += gap
        gap *= 1.05
    return trim(y)


@effect(2, loudness=-18, telegraph=True)
def thunder(r: Generator) -> Wave:
    """Thunder."""
    d = 4.5
    y = np.zeros((count(d), 2))
    for c in (0, 1):
        rum = filtered(colored(d, r, -6), "band", (25, 220))
        e = np.zeros(count(d))
        for i in range(9):
            at = between(r, 0, 2.6) * (i > 0)
            e += np.where(timeline(d) > at, np.exp(-(timeline(d) - at) / between(r, 0.25, 0.8)) * between(r, 0.3, 1), 0)
        y[:, c] += (rum * 0.42 + filtered(colored(d, r, -5), "band", (160, 900)) * 0.3) * filtered(e, "low", 12) * 0.5
    for _ in range(14):
        x = filtered(white(0.12, r), "band", (300, 4500)) * decay(0.12, 0.001, 0.02)
        at = 0.02 + r.exponential(0.09)
        put(y[:, 0], x, at, between(r, 0.1, 0.8))
        put(y[:, 1], x, at, between(r, 0.1, 0.8))
    return trim(room(saturate(y, 1.2), 0.3, 2.2, "sky", bright=1500), -50)
