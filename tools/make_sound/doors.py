"""Doors, locks and keys, and what breathes behind them."""

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
    filtered,
    modal,
    put,
    room,
    timeline,
    trim,
    white,
)
from tools.make_sound.materials import creak


@effect(3, loudness=-23, telegraph=True)
def door_creak(r: Generator) -> Wave:
    """A door creaks."""
    k = between(r, 0.9, 1.1)
    y = np.zeros(count(1.75))
    put(y, creak(r, 1.25, 38 * k, 30 * k, [340 * k, 720 * k, 1130 * k, 1880 * k, 2650 * k], f_mid=165 * k), 0.05, 0.9)
    put(y, filtered(colored(1.3, r, -3), "band", (200, 900)) * np.hanning(count(1.3)), 0.05, 0.03)
    put(y, modal(0.3, [110, 205, 330], [0.05, 0.035, 0.02], [1, 0.6, 0.3], r, 0.001), 1.38, 0.55)
    return trim(room(y, 0.22, 0.5, "hallway"))


@effect(2, loudness=-20)
def door_close(r: Generator) -> Wave:
    """A door shuts."""
    y = np.zeros(count(0.8))
    put(
        y,
        modal(
            0.6,
            [64, 108, 163, 259, 402, 655, 1010],
            [0.1, 0.08, 0.06, 0.05, 0.035, 0.022, 0.014],
            [0.8, 0.8, 0.75, 0.75, 0.6, 0.45, 0.3],
            r,
            0.001,
        ),
        0.002,
    )
    put(y, filtered(white(0.06, r), "band", (250, 3200)) * decay(0.06, 0.0005, 0.014), 0.002, 1.1)
    for d, g in ((0.085, 0.5), (0.12, 0.3)):
        put(y, modal(0.08, [1180, 2240, 3350], [0.012, 0.01, 0.006], [1, 0.7, 0.4], r), d, g * 0.45)
    return trim(room(y, 0.25, 0.6, "hallway"))


@effect(2, loudness=-24, telegraph=True)
def key_turn(r: Generator) -> Wave:
    """A key turns."""
    y = np.zeros(count(1.25))

    def tick(g, k=1):
        partials = [1630 * k, 2740 * k, 4180 * k, 6350 * k]
        return modal(0.06, partials, [0.014, 0.011, 0.008, 0.004], [1, 0.8, 0.55, 0.35], r) * g

    put(y, filtered(white(0.14, r), "band", (2500, 7000)) * np.hanning(count(0.14)), 0.0, 0.22)
    for i in range(7):
        put(y, tick(between(r, 0.25, 0.5), between(r, 0.94, 1.06)), 0.09 + 0.058 * i + between(r, -0.006, 0.006))
    put(y, modal(0.35, [148, 310, 690, 1240, 2080], [0.05, 0.04, 0.03, 0.02, 0.015], [1, 0.7, 0.6, 0.5, 0.4], r), 0.60)
    put(y, tick(0.7, 0.8), 0.605)
    put(y, tick(0.35, 0.9), 0.69)
    return trim(room(y, 0.18, 0.45, "hallway"))


@effect(loudness=-22)
def key_pickup(r: Generator) -> Wave:
    """Keys chink."""
    y = np.zeros(count(1.3))
    for i, (f, d) in enumerate(((1175, 0.0), (1760, 0.07), (1661, 0.14))):
        put(
            y,
            modal(1.1, [f, f * 2.76, f * 5.4, f * 8.9], [0.35, 0.16, 0.07, 0.03], [1, 0.5, 0.25, 0.1], r),
            d,
            0.8 - 0.1 * i,
        )
    return trim(room(y, 0.2, 0.9, "bell"))


@effect(loudness=-24)
def key_jingle_drop(r: Generator) -> Wave:
    """Keys fall."""
    y = np.zeros(count(1))
    t = 0.0
    g = 1.0
    for i in range(6):
        put(
            y,
            modal(
                0.3, [2130 * between(r, 0.97, 1.03), 3390, 5210, 7400], [0.07, 0.05, 0.03, 0.015], [1, 0.8, 0.5, 0.3], r
            ),
            t,
            g,
        )
        t += 0.17 * 0.68**i
        g *= 0.62
    return trim(room(y, 0.15, 0.4, "hallway"))


@effect(loudness=-20, telegraph=True)
def little_door_open(r: Generator) -> Wave:
    """The small door breathes in."""
    y = np.zeros(count(3.2))
    put(y, creak(r, 1.1, 60, 44, [520, 980, 1490, 2300], f_mid=210), 0.0, 0.5)
    w = colored(2.6, r, -5)
    c = curve([(0, 180), (1.2, 900), (2.6, 320)], 2.6)
    e = np.sin(np.pi * np.linspace(0, 1, len(w))) ** 1.5
    lo = filtered(w, "band", (90, 420))
    hi = filtered(w, "band", (420, 1600))
    m = np.clip((c - 180) / 720, 0, 1)
    put(y, (lo * (1 - 0.5 * m) + hi * m) * e, 0.5, 0.5)
    for i, f in enumerate((293.66, 440, 415.3, 587.33, 554.37)):
        t = timeline(2.2)
        put(
            y,
            np.sin(2 * np.pi * f * 2 * t + 2 * np.sin(2 * np.pi * 5.1 * t + i)) * np.sin(np.pi * t / 2.2) ** 2,
            0.8 + 0.12 * i,
            0.06,
        )
    return trim(room(y, 0.35, 1.6, "tunnel", bright=3000))


@effect(loudness=-18)
def gate_lock_slam(r: Generator) -> Wave:
    """A lock slams."""
    y = np.zeros(count(1.4))
    put(
        y,
        modal(
            1,
            [52, 87, 140, 221, 347, 560, 870, 1340],
            [0.2, 0.15, 0.12, 0.1, 0.07, 0.05, 0.03, 0.02],
            [0.8, 0.8, 0.75, 0.75, 0.7, 0.6, 0.45, 0.3],
            r,
            0.001,
        ),
        0.002,
    )
    put(y, filtered(white(0.1, r), "band", (200, 4000)) * decay(0.1, 0.0004, 0.022), 0.002, 1.3)
    for i in range(4):
        put(
            y,
            modal(0.2, [980, 1710, 2920, 4400], [0.05, 0.035, 0.02, 0.01], [1, 0.8, 0.5, 0.3], r),
            0.14 + 0.035 * i + between(r, 0, 0.01),
            0.28 - 0.04 * i,
        )
    return trim(room(y, 0.35, 1.2, "hallway2"))


@effect(loudness=-22, telegraph=True)
def breath_out(r: Generator) -> Wave:
    """The door breathes out."""
    d = 2.6
    w = colored(d, r, -5)
    e = np.interp(timeline(d), [0, 0.35, 1.1, 2.6], [0, 1, 0.6, 0])
    u = np.interp(timeline(d), [0, 0.4, 2.6], [0.3, 1, 0])
    y = (filtered(w, "band", (90, 420)) * (1 - 0.5 * u) + filtered(w, "band", (420, 1500)) * u) * e
    for i, f in enumerate((554.37, 587.33, 440)):
        y += 0.02 * np.sin(2 * np.pi * f * timeline(d) * (1 - 0.01 * timeline(d)) + i) * e
    return trim(room(y, 0.35, 1.6, "tunnel", bright=3000))
