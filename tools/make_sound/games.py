"""What the games of chapters 3 to 5 say back: a bulb that is won, an arm that winds up, paws that clap, a ring that clicks."""

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
    filtered,
    modal,
    put,
    resonant,
    room,
    saturate,
    sweep,
    timeline,
    trim,
    voice,
    white,
)
from tools.make_sound.materials import creak, steel, wood

G_MAJOR = (783.99, 987.77, 1174.66, 1567.98)
HUMMED = ((0.0, 98.0), (0.34, 98.0), (0.6, 116.5), (0.94, 87.3))
"""(s, Hz) of the four phrases of the mice's sentence."""


@effect(4, loudness=-25, numbered=True)
def bulb_lit(r: Generator, variant: int) -> Wave:
    """A bulb along the ring is won: a filament's ting, a note of G major."""
    f = G_MAJOR[variant % 4]
    y = modal(0.7, [f, f * 2.76, f * 5.4], [0.24, 0.1, 0.05], [1, 0.4, 0.2], r)
    put(y, filtered(white(0.02, r), "high", 4000) * decay(0.02, 0.0004, 0.005), 0.0, 0.5)
    return trim(room(y, 0.14, 0.6, "tent"))


@effect(2, loudness=-25, telegraph=True)
def wind_up(r: Generator) -> Wave:
    """An arm goes back, like a spring being wound."""
    y = np.zeros(count(0.85))
    t = 0.0
    for k in range(13):
        x = modal(0.06, [900 + 70 * k, 2100 + 90 * k], [0.012, 0.008], [1, 0.5], r) + wood(r, 240 + 14 * k, 0.06) * 0.5
        put(y, x, t, 0.5 + 0.04 * k)
        t += 0.082 * (1 - 0.035 * k)
    return trim(room(y, 0.12, 0.4, "garden"))


@effect(loudness=-20, telegraph=True)
def pumpkin_great(r: Generator) -> Wave:
    """Something very round rolls by, and bursts."""
    d = 1.3
    e = np.interp(timeline(d), [0, 0.3, 1.1, d], [0, 0.7, 1, 0.9])
    y = np.zeros(count(2.0))
    rumble = filtered(white(d, r), "band", (90, 420)) * (1 + 0.6 * np.sin(sweep(curve([(0, 5), (d, 9)], d)))) * e
    put(y, rumble, 0.0, 0.9)
    put(y, saturate(filtered(white(0.5, r), "band", (150, 2200)) * decay(0.5, 0.001, 0.1) * 2, 1.2), d)
    for _ in range(14):
        f = between(r, 400, 1300)
        put(
            y,
            np.sin(sweep(curve([(0, f), (0.06, f * 0.55)], 0.06))) * decay(0.06, 0.002, 0.014),
            d + between(r, 0, 0.4),
            0.3,
        )
    return trim(room(y, 0.15, 0.6, "garden"))


@effect(2, loudness=-26)
def mice_hup(r: Generator) -> Wave:
    """Fifty very small people jump."""
    y = np.zeros((count(0.4), 2))
    for _ in range(24):
        f = between(r, 1500, 2300)
        x = np.sin(sweep(curve([(0, f * 0.9), (0.03, f * 1.25), (0.09, f)], 0.09))) * decay(0.09, 0.004, 0.03)
        p, at = between(r, 0, 1), between(r, 0.0, 0.035)
        put(y[:, 0], x, at, 1 - p)
        put(y[:, 1], x, at, p)
    return trim(room(y, 0.2, 0.7, "tent"))


@effect(loudness=-25)
def mice_ooh(r: Generator) -> Wave:
    """Fifty very small people see a picture."""
    d = 1.1
    y = np.zeros((count(d), 2))
    for _ in range(18):
        f = between(r, 1050, 1500)
        n = between(r, 0.7, 0.95)
        glide = curve([(0, f * 0.86), (n * 0.35, f * 1.16), (n, f * 0.94)], n)
        x = np.sin(sweep(glide)) * np.interp(timeline(n), [0, 0.01, n * 0.5, n], [0, 0.4, 1, 0])
        p, at = between(r, 0, 1), between(r, 0, 0.1)
        put(y[:, 0], x, at, 1 - p)
        put(y[:, 1], x, at, p)
    return trim(room(y, 0.24, 0.8, "tent"))


@effect(2, loudness=-26)
def crowd_mice(r: Generator) -> Wave:
    """Fifty small pairs of paws."""
    d = 1.9
    y = np.zeros((count(d), 2))
    for _ in range(260):
        x = filtered(white(0.02, r), "band", (1600, 5200)) * decay(0.02, 0.0006, 0.004)
        p, at = between(r, 0, 1), 0.003 + between(r, 0, 1) * (d - 0.1)
        gain = between(r, 0.3, 1) * np.interp(at, [0, 0.2, 1.2, d], [0.5, 1, 0.9, 0.1])
        put(y[:, 0], x, at, (1 - p) * gain)
        put(y[:, 1], x, at, p * gain)
    return trim(room(y, 0.22, 0.8, "tent"))


@effect(loudness=-24)
def mouse_drum(r: Generator) -> Wave:
    """A roll on a tin, played with two matches."""
    y = np.zeros(count(0.8))
    t = 0.002
    for k in range(19):
        x = modal(0.05, [1250, 2230, 3900], [0.012, 0.01, 0.006], [1, 0.7, 0.4], r) * between(r, 0.6, 1)
        put(y, x, t, 0.4 + 0.03 * k)
        t += 0.033 * between(r, 0.94, 1.06)
    return trim(room(y, 0.12, 0.4, "attic"))


@effect(2, loudness=-22)
def mattress_pomf(r: Generator) -> Wave:
    """A mattress, met."""
    y = np.sin(sweep(curve([(0, 190), (0.05, 118), (0.3, 96)], 0.3))) * decay(0.3, 0.002, 0.07)
    put(y, filtered(white(0.4, r), "band", (300, 2600)) * decay(0.4, 0.004, 0.09), 0.003, 0.8)
    put(y, creak(r, 0.2, 90, 70, [520, 980, 1500]) * 0.2, 0.06)
    return trim(room(y, 0.1, 0.35, "attic"))


@effect(3, loudness=-23)
def lantern_ring(r: Generator) -> Wave:
    """A brass ring turns by one notch."""
    y = np.zeros(count(0.4))
    put(y, steel(r, between(r, 1500, 1800), 0.2, 0.03) * 0.6, 0.004)
    put(y, wood(r, 260, 0.12), 0.004, 0.8)
    put(y, steel(r, between(r, 2100, 2400), 0.3, 0.06), 0.075)
    put(y, resonant(white(0.09, r), 1900, 3) * decay(0.09, 0.004, 0.03), 0.005, 0.4)
    return trim(room(y, 0.12, 0.4, "parlour"))


@effect(loudness=-24, telegraph=True)
def thread_pull(r: Generator) -> Wave:
    """A long thread is drawn tight, and goes on being drawn."""
    d = 1.6
    e = np.interp(timeline(d), [0, 0.2, 1.3, d], [0, 0.7, 1, 0])
    y = 0.5 * creak(r, d, 60, 130, [640, 1180, 2300], jit=0.3)[: count(d)]
    y = np.pad(y, (0, max(count(d) - len(y), 0)))[: count(d)] * e
    y += (
        0.4
        * np.sin(sweep(curve([(0, 480), (1.2, 880), (d, 910)], d)))
        * e
        * (0.7 + 0.3 * np.sin(2 * np.pi * 31 * timeline(d)))
    )
    return trim(room(y, 0.2, 0.8, "parlour"))


@effect(loudness=-22, telegraph=True)
def bobinsky_hum(r: Generator) -> Wave:
    """Four notes, hummed by somebody broad."""
    y = np.zeros(count(1.6))
    for at, f in HUMMED:
        d = 0.34 if at < 0.9 else 0.6
        x = voice(f * 1.0, (330.0, 820.0, 2100.0), d, 1.4, 0.004, r) * np.interp(
            timeline(d), [0, 0.04, d * 0.7, d], [0, 1, 0.8, 0]
        )
        put(y, x, at)
    return trim(room(y, 0.16, 0.5, "attic"))


@effect(2, loudness=-24)
def leaves_kick(r: Generator) -> Wave:
    """A boot goes through wet leaves."""
    y = filtered(white(0.45, r), "band", (900, 6500)) * np.interp(
        timeline(0.45), [0, 0.012, 0.12, 0.45], [0, 1, 0.55, 0]
    )
    for _ in range(12):
        x = filtered(white(0.03, r), "band", (1500, 5200)) * decay(0.03, 0.001, 0.007)
        put(y, x, between(r, 0.05, 0.4), between(r, 0.3, 0.9))
    return trim(y)
