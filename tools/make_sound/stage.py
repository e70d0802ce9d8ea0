"""The theatre and the circus."""

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
    decay,
    filtered,
    modal,
    put,
    resonant,
    room,
    saturate,
    sweep,
    timeline,
    trim,
    white,
)
from tools.make_sound.materials import creak, steel, wood


@effect(loudness=-24)
def theatre_applause(r: Generator) -> Wave:
    """Clapping, a little too long."""
    d = 3.0
    y = np.zeros((count(d), 2))
    e = curve([(0, 10), (0.5, 150), (1.8, 170), (3, 8)], d)
    t = 0.0
    while t < d - 0.05:
        x = resonant(white(0.03, r), between(r, 900, 2300), 3) * decay(0.03, 0.0008, 0.006)
        p = between(r, 0, 1)
        put(y[:, 0], x, t, (1 - p) * between(r, 0.3, 1))
        put(y[:, 1], x, t, p * between(r, 0.3, 1))
        t += r.exponential(1 / e[int(t * RATE)])
    return trim(room(y, 0.35, 1.2, "theatre"))


@effect(3, loudness=-18)
def drum_beat(r: Generator) -> Wave:
    """A big drum with a soft beater: boom, skin, shell; must read on small speakers."""
    d = 0.8
    t = timeline(d)
    y = np.sin(sweep(curve([(0, 118), (0.05, 82), (d, 74)], d))) * np.exp(-t / 0.2) * np.minimum(1, t / 0.002)
    y += modal(d, [163, 231, 318, 452], [0.11, 0.08, 0.06, 0.04], [0.8, 0.7, 0.5, 0.4], r, 0.001)
    put(y, filtered(white(0.05, r), "band", (250, 2400)) * decay(0.05, 0.0005, 0.012), 0.001, 1.0)
    return trim(room(saturate(y * 0.8, 1.2), 0.18, 0.8, "tent"))


@effect(loudness=-21)
def drum_roll(r: Generator) -> Wave:
    """A drum roll."""
    d = 2.4
    y = np.zeros(count(d + 0.6))
    t = 0.002
    e = curve([(0, 0.2), (1.6, 0.8), (2.4, 1)], d)
    while t < d - 0.03:
        put(
            y,
            filtered(white(0.07, r), "band", (300, 5200)) * decay(0.07, 0.0005, 0.016)
            + modal(0.07, [212, 341], [0.02, 0.015], [0.5, 0.4], r),
            t,
            e[int(t * RATE)] * between(r, 0.75, 1),
        )
        t += 0.041 * between(r, 0.9, 1.1)
    put(
        y,
        filtered(white(0.2, r), "band", (250, 6000)) * decay(0.2, 0.0004, 0.04) * 1.5
        + modal(0.2, [180, 290], [0.05, 0.03], [0.8, 0.6], r),
        d - 0.01,
        1,
    )
    return trim(room(y, 0.2, 0.8, "tent"))


@effect(2, loudness=-19)
def thunder_sheet(r: Generator) -> Wave:
    """A sheet of tin, shaken by hand: one flap up front so that the beat is clear."""
    d = 1.25
    t = timeline(d)
    y = np.zeros(count(d))
    am = 1 + 0.8 * np.sin(sweep(np.interp(t, [0, d], [11, 7])))
    y += (
        (filtered(colored(d, r, -4), "band", (90, 900)) + 0.35 * filtered(white(d, r), "band", (900, 4200)))
        * np.exp(-t / 0.38)
        * am
        * 0.5
    )
    y += modal(d, [146, 233, 389, 612, 977], [0.3, 0.25, 0.2, 0.12, 0.08], [0.5, 0.5, 0.45, 0.4, 0.3], r, 0.001) * (
        1 + 0.4 * am
    )
    put(y, filtered(white(0.06, r), "band", (300, 5000)) * decay(0.06, 0.0004, 0.014), 0.001, 1.5)
    return trim(room(y, 0.2, 0.9, "theatre"))


@effect(2, loudness=-20)
def trapdoor(r: Generator) -> Wave:
    """A trapdoor drops."""
    y = np.zeros(count(1.1))
    put(y, steel(r, 1700, 0.15, 0.03) * 0.5, 0.002)
    put(y, wood(r, 128, 0.4), 0.03)
    put(y, filtered(white(0.06, r), "band", (250, 2600)) * decay(0.06, 0.0005, 0.013), 0.03, 1.0)
    put(y, wood(r, 96, 0.4, 0.4) * 0.7, 0.24)
    put(y, creak(r, 0.3, 60, 35, [380, 760, 1300]) * 0.12, 0.3)
    return trim(room(y, 0.25, 0.8, "theatre"))


@effect(2, loudness=-23)
def spotlight(r: Generator) -> Wave:
    """A light thunks on."""
    y = np.zeros(count(1.0))
    put(y, wood(r, 205, 0.2, 1.2), 0.002)
    put(y, modal(0.15, [1240, 2110, 3300], [0.02, 0.014, 0.008], [0.7, 0.5, 0.3], r), 0.003)
    t = timeline(0.8)
    put(
        y,
        (np.sin(2 * np.pi * 240 * t) + 0.5 * np.sin(2 * np.pi * 480 * t) + 0.25 * np.sin(2 * np.pi * 960 * t))
        * np.exp(-t / 0.3)
        * np.minimum(1, t / 0.03),
        0.03,
        0.12,
    )
    return trim(room(y, 0.25, 0.9, "theatre"))


@effect(3, loudness=-25, telegraph=True)
def rope_creak(r: Generator) -> Wave:
    """A rope takes weight."""
    k = between(r, 0.9, 1.1)
    y = creak(r, between(r, 0.6, 0.85), 70 * k, 52 * k, [430 * k, 810 * k, 1370 * k, 2050 * k], jit=0.5, f_mid=125 * k)
    return trim(
        room(
            y + 0.1 * filtered(white(len(y) / RATE, r), "band", (900, 3200))[: len(y)] * np.hanning(len(y)),
            0.15,
            0.6,
            "theatre",
        )
    )
