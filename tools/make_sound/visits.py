"""Chapters 2 to 6: the night upstairs, the dinner that comes round, the shows and who claps, the hem of the world."""

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
    resonant,
    room,
    saturate,
    sweep,
    timeline,
    trim,
    voice,
    white,
)
from tools.make_sound.materials import wood

# ---- the night upstairs


@effect(loudness=-20)
def clock_strike(r: Generator) -> Wave:
    """One stroke of a tall clock that is a little flat."""
    y = modal(
        2.2, [196.5, 393, 588, 832, 1061, 1490], [0.9, 0.6, 0.42, 0.28, 0.2, 0.1], [1, 0.6, 0.5, 0.35, 0.2, 0.12], r
    )
    put(y, filtered(white(0.05, r), "band", (300, 3000)) * decay(0.05, 0.0005, 0.012), 0.001, 0.7)
    return trim(room(y, 0.2, 0.9, "hall"))


@effect(3, loudness=-25)
def bed_spring(r: Generator) -> Wave:
    """An old mattress as somebody turns over."""
    y = np.zeros(count(0.9))
    for k in range(4):
        f = between(r, 520, 900)
        d = 0.34
        wobble = f * (1 + 0.05 * np.sin(2 * np.pi * between(r, 9, 14) * timeline(d)))
        put(y, np.sin(sweep(wobble)) * decay(d, 0.003, 0.08), 0.004 + k * between(r, 0.05, 0.13), between(r, 0.3, 0.8))
    put(y, filtered(white(0.6, r), "band", (300, 1800)) * decay(0.6, 0.004, 0.16), 0.003, 0.35)
    return trim(room(y, 0.12, 0.35, "bedroom"))


@effect(2, loudness=-27, telegraph=True)
def snore(r: Generator) -> Wave:
    """A comfortable one: in, a hold, and out through the lips."""
    d = 1.7
    t = timeline(d)
    e = np.interp(t, [0, 0.25, 0.75, 0.9, 1.1, 1.7], [0, 0.7, 0.9, 0.05, 0.35, 0])
    flutter = 0.6 + 0.4 * np.sign(np.sin(2 * np.pi * between(r, 27, 33) * t))
    y = resonant(white(d, r), 380, 3) * e * np.where(t < 0.85, flutter, 1.0)
    y += 0.4 * resonant(white(d, r), 1100, 3) * np.where(t > 0.95, e, 0)
    return trim(filtered(y, "low", 2600))


@effect(4, loudness=-30)
def mouse_step(r: Generator) -> Wave:
    """Four feet on a board, all in a tenth of a second."""
    y = np.zeros(count(0.16))
    for k in range(4):
        x = modal(0.03, [between(r, 1700, 2300), between(r, 3200, 4100)], [0.006, 0.004], [1, 0.5], r, 0.0003)
        put(y, x, 0.002 + k * 0.026 * between(r, 0.85, 1.15), between(r, 0.5, 1))
    return trim(y)


@effect(2, loudness=-25)
def blanket(r: Generator) -> Wave:
    """Bed-clothes tucked in, twice."""
    y = np.zeros(count(0.8))
    for at in (0.0, 0.36):
        put(y, filtered(white(0.3, r), "band", (400, 5200)) * decay(0.3, 0.006, 0.07), at, between(r, 0.7, 1))
        put(y, filtered(white(0.12, r), "low", 320) * decay(0.12, 0.004, 0.03), at + 0.03, 0.8)
    return trim(y)


# ---- the dinner that comes round by itself


@effect(loudness=-23)
def train_whistle(r: Generator) -> Wave:
    """A whistle a thumb long, two notes."""
    y = np.zeros(count(0.75))
    for at, f, d in ((0.0, 1320.0, 0.2), (0.22, 1760.0, 0.4)):
        t = timeline(d)
        e = np.minimum(1, t / 0.008) * np.minimum(1, (d - t) / 0.06)
        x = (np.sin(2 * np.pi * f * t) + 0.5 * np.sin(2 * np.pi * f * 1.26 * t)) * e
        put(y, x + 0.25 * resonant(white(d, r), f, 6) * e, at)
    return trim(room(y, 0.14, 0.5, "kitchen"))


@effect(3, loudness=-28)
def train_chuff(r: Generator) -> Wave:
    """One soft puff."""
    y = filtered(white(0.16, r), "band", (500, 4200)) * decay(0.16, 0.004, 0.035)
    put(y, filtered(white(0.1, r), "low", 420) * decay(0.1, 0.003, 0.025), 0, 0.7)
    return trim(y)


@effect(loudness=-23)
def train_bell(r: Generator) -> Wave:
    """The little bell on the engine."""
    return trim(room(modal(0.9, [2093, 4180, 5610], [0.3, 0.16, 0.08], [1, 0.5, 0.25], r), 0.12, 0.5, "kitchen"))


@effect(2, loudness=-23)
def cloche(r: Generator) -> Wave:
    """The lid comes off a silver dish."""
    f = between(r, 1040, 1130)
    y = modal(1.0, [f, f * 2.31, f * 3.9, f * 5.2], [0.4, 0.22, 0.14, 0.08], [1, 0.6, 0.4, 0.25], r)
    put(y, filtered(white(0.2, r), "band", (1200, 7000)) * decay(0.2, 0.003, 0.05), 0.004, 0.25)
    return trim(room(y, 0.12, 0.5, "kitchen"))


@effect(3, loudness=-25)
def plate_take(r: Generator) -> Wave:
    """A plate set down on a cloth."""
    f = between(r, 760, 900)
    y = modal(0.35, [f, f * 2.7, f * 4.6], [0.06, 0.04, 0.02], [1, 0.5, 0.3], r)
    put(y, filtered(white(0.08, r), "low", 500) * decay(0.08, 0.002, 0.02), 0.002, 1.2)
    return trim(y)


@effect(3, loudness=-26)
def plate_slide(r: Generator) -> Wave:
    """A plate sent along polished wood."""
    d = 0.42
    e = np.interp(timeline(d), [0, 0.02, 0.22, d], [0, 1, 0.6, 0])
    return trim(
        (resonant(white(d, r), between(r, 1500, 1900), 3) + 0.5 * filtered(white(d, r), "band", (300, 900))) * e
    )


@effect(loudness=-24)
def laugh_table(r: Generator) -> Wave:
    """Two people laugh kindly, a bit too long."""
    y = np.zeros(count(2.4))
    for pitch, vowels, start in ((236.0, (760.0, 1350.0, 2600.0), 0.0), (128.0, (640.0, 1150.0, 2450.0), 0.12)):
        t = start
        for k in range(11):
            d = 0.13
            f = pitch * (1.1 - 0.014 * k) * between(r, 0.98, 1.02)
            x = voice(curve([(0, f * 1.08), (d, f * 0.9)], d), vowels, d, 1.3, 0.004, r) * decay(d, 0.012, 0.06)
            put(y, x, t, 0.8 * (1 - 0.05 * k))
            put(y, filtered(white(0.05, r), "band", (900, 4500)) * decay(0.05, 0.004, 0.012), t, 0.12)
            t += 0.178
    return trim(room(y, 0.16, 0.5, "kitchen"))


@effect(3, loudness=-27)
def chalk(r: Generator) -> Wave:
    """One stroke on a slate."""
    d = between(r, 0.2, 0.3)
    e = np.interp(timeline(d), [0, 0.01, d * 0.7, d], [0, 1, 0.7, 0])
    squeal = 0.12 * np.sin(sweep(curve([(0, 2900), (d, 3300)], d)))
    y = (filtered(white(d, r), "band", (1800, 8500)) + squeal) * e
    put(y, modal(0.03, [1500, 2600], [0.006, 0.004], [1, 0.5], r), 0.001, 1.2)
    return trim(y)


# ---- the shows


@effect(3, loudness=-26)
def mole_clap(r: Generator) -> Wave:
    """Sixty very small soft pairs of hands."""
    d = 0.7
    y = np.zeros((count(d), 2))
    for _ in range(90):
        x = filtered(white(0.03, r), "band", (500, 2600)) * decay(0.03, 0.001, 0.007)
        p, at = between(r, 0, 1), 0.003 + between(r, 0, 1) ** 1.4 * (d - 0.05)
        gain = between(r, 0.3, 1) * (1 - at / d)
        put(y[:, 0], x, at, (1 - p) * gain)
        put(y[:, 1], x, at, p * gain)
    return trim(room(y, 0.25, 0.9, "theatre"))


@effect(2, loudness=-26)
def mole_gasp(r: Generator) -> Wave:
    """Sixty small breaths, drawn in together."""
    d = 0.55
    y = np.zeros((count(d), 2))
    for _ in range(26):
        n = between(r, 0.22, 0.36)
        x = resonant(white(n, r), between(r, 1500, 2900), 2.5) * np.interp(
            timeline(n), [0, 0.01, n * 0.6, n], [0, 0.6, 1, 0]
        )
        p = between(r, 0, 1)
        at = between(r, 0, 0.07)
        put(y[:, 0], x, at, 1 - p)
        put(y[:, 1], x, at, p)
    return trim(room(y, 0.25, 0.8, "theatre"))


@effect(2, loudness=-23)
def show_miss(r: Generator) -> Wave:
    """A muted trumpet shrugs: two notes down, kindly."""
    y = np.zeros(count(0.62))
    for at, f, d in ((0.0, 311.0, 0.17), (0.19, 233.0, 0.36)):
        wah = curve([(0, 650), (d * 0.4, 1500), (d, 600)], d)
        x = voice(f, (wah, 2100.0), d, 0.9, 0.003, r, (140, 260), (1, 0.4))
        put(y, x * np.interp(timeline(d), [0, 0.012, d * 0.7, d], [0, 1, 0.8, 0]), at)
    return trim(room(y, 0.2, 0.8, "tent"))


@effect(3, loudness=-28)
def rose_land(r: Generator) -> Wave:
    """A flower on velvet."""
    y = filtered(white(0.12, r), "band", (700, 5200)) * decay(0.12, 0.002, 0.022)
    put(y, filtered(white(0.06, r), "low", 400) * decay(0.06, 0.002, 0.015), 0.004, 0.8)
    return trim(y)


@effect(2, loudness=-22)
def curtain_wide(r: Generator) -> Wave:
    """A great curtain runs along its rail."""
    d = 1.4
    t = timeline(d)
    e = np.interp(t, [0, 0.05, 0.9, 1.25, d], [0, 0.8, 1, 0.5, 0])
    y = filtered(colored(d, r, -3), "band", (200, 3800)) * e
    for k in range(16):
        put(
            y,
            modal(0.06, [between(r, 1900, 2600), 4100], [0.012, 0.006], [1, 0.4], r),
            0.004 + k * 0.078,
            between(r, 0.3, 0.7),
        )
    put(y, filtered(white(0.3, r), "low", 300) * decay(0.3, 0.004, 0.09), 1.05, 1.6)
    return trim(room(y, 0.28, 1.0, "theatre"))


@effect(3, loudness=-20)
def cannon_pop(r: Generator) -> Wave:
    """A mouse's cannon: a cork, a puff."""
    y = np.sin(sweep(curve([(0, 520), (0.03, 210), (0.2, 150)], 0.2))) * decay(0.2, 0.001, 0.04)
    put(y, filtered(white(0.2, r), "band", (400, 4600)) * decay(0.2, 0.001, 0.05), 0.001, 0.7)
    return trim(room(saturate(y, 1.3), 0.16, 0.7, "tent"))


@effect(3, loudness=-22)
def ball_catch(r: Generator) -> Wave:
    """Soft leather into two hands, with a spark of brass when it is on the beat."""
    y = filtered(white(0.1, r), "band", (250, 2400)) * decay(0.1, 0.001, 0.02)
    put(y, modal(0.4, [1568, 2349, 3136], [0.12, 0.09, 0.06], [0.5, 0.35, 0.2], r), 0.006, 0.6)
    return trim(room(y, 0.14, 0.6, "tent"))


@effect(2, loudness=-22)
def splat(r: Generator) -> Wave:
    """Wet, orange, and nobody minds."""
    y = filtered(white(0.24, r), "band", (180, 1700)) * decay(0.24, 0.001, 0.05)
    for _ in range(9):
        f = between(r, 500, 1400)
        put(
            y,
            np.sin(sweep(curve([(0, f), (0.05, f * 0.6)], 0.05))) * decay(0.05, 0.002, 0.012),
            between(r, 0.02, 0.2),
            0.4,
        )
    put(y, wood(r, 150, 0.2) * 0.6, 0.001)
    return trim(y)


# ---- the hem of the world, and what comes after


@effect(loudness=-24, telegraph=True)
def edge_gone(r: Generator) -> Wave:
    """What does not land: it thins, and is not there."""
    d = 1.7
    t = timeline(d)
    low = curve([(0, 300), (0.7, 2400), (1.5, 7200), (d, 7600)], d)
    noise = filtered(white(d, r), "band", (300, 5200)) * np.interp(t, [0, 0.15, 0.9, 1.4], [0, 1, 0.3, 0])
    y = noise + 0.5 * np.sin(sweep(low)) * np.interp(t, [0, 0.4, 1.2, 1.52, 1.53], [0, 0.2, 0.6, 0.4, 0])
    return trim(room(y, 0.3, 1.6, "void"))


@effect(2, loudness=-22, telegraph=True)
def floor_slides(r: Generator) -> Wave:
    """Boards that run away from under one's feet."""
    d = 1.0
    t = timeline(d)
    e = np.interp(t, [0, 0.12, 0.7, d], [0, 1, 0.7, 0])
    y = resonant(colored(d, r, -3), 240, 2) * e * 1.5 + filtered(white(d, r), "band", (600, 2400)) * e * 0.3
    for k in range(9):
        put(y, wood(r, between(r, 150, 210), 0.12) * 0.5, 0.03 + k * 0.1)
    return trim(room(y, 0.2, 0.8, "hall"))


@effect(2, loudness=-21, telegraph=True)
def she_stretches(r: Generator) -> Wave:
    """Cloth and bone, longer than they were."""
    d = 1.5
    y = np.zeros(count(d))
    for k in range(15):
        f = 90 + k * 9
        put(
            y,
            modal(0.12, [f * 4, f * 7.3, f * 11], [0.02, 0.014, 0.008], [1, 0.6, 0.3], r),
            0.02 + k * 0.085,
            between(r, 0.5, 1),
        )
    y += filtered(white(d, r), "band", (700, 3400)) * np.interp(timeline(d), [0, 0.3, 1.1, d], [0, 0.25, 0.35, 0])
    y += 0.3 * np.sin(sweep(curve([(0, 70), (d, 130)], d))) * np.interp(timeline(d), [0, 0.4, 1.2, d], [0, 0.6, 1, 0])
    return trim(room(y, 0.24, 1.0, "hall"))


@effect(loudness=-23)
def piano_note(r: Generator) -> Wave:
    """One key of an old upright, its string a little sour."""
    f = 293.66
    up = range(1, 9)
    y = modal(1.6, [f * k * (1 + 0.0004 * k * k) for k in up], [0.7 / k for k in up], [1 / k for k in up], r, 0.002)
    y += modal(1.6, [f * k * 1.0035 for k in up], [0.6 / k for k in up], [0.5 / k for k in up], r, 0.002)
    put(y, filtered(white(0.04, r), "low", 900) * decay(0.04, 0.001, 0.008), 0.001, 0.6)
    return trim(room(y, 0.14, 0.6, "parlour"))
