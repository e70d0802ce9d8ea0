"""Ambience loops: what a place sounds like when nothing happens. Each is periodic, so it loops without a seam."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from tools.make_sound.catalogue import effect
from tools.make_sound.dsp import (
    Wave,
    between,
    colored,
    count,
    filtered,
    filtered_circular,
    impulse,
    put_circular,
    reverb_circular,
    sweep,
    timeline,
    white,
)
from tools.make_sound.household import type_key


@effect(bus="ambience", loudness=-32, loop=True, quality=0.2)
def rain_loop(r: Generator) -> Wave:
    """Rain."""
    d = 8.0
    n = count(d)
    y = np.zeros((n, 2))
    for c in (0, 1):
        y[:, c] = (
            filtered_circular(colored(d, r, -2), "band", (500, 9000)) * 0.16
            + filtered_circular(colored(d, r, -5), "low", 400) * 0.05
        )
    for _ in range(1500):
        f = between(r, 1400, 6500)
        span = between(r, 0.004, 0.02)
        x = (
            np.sin(2 * np.pi * f * timeline(span) * (1 + 2 * timeline(span)))
            * np.hanning(count(span))
            * r.exponential(0.25)
        )
        p = between(r, 0, 1)
        k = int(r.integers(n))
        put_circular(y[:, 0], x, k, 1 - p)
        put_circular(y[:, 1], x, k, p)
    return y


@effect(bus="ambience", loudness=-34, loop=True, quality=0.2)
def wind_loop(r: Generator) -> Wave:
    """Wind."""
    d = 12.0
    n = count(d)
    t = timeline(d)
    y = np.zeros((n, 2))
    for c in (0, 1):
        for j, (f, b) in enumerate(((260, 90), (430, 120), (690, 150), (1100, 250))):
            g = 0.5 + 0.5 * np.sin(2 * np.pi * (j + 1) / d * t + between(r, 0, 6))
            g = g * (0.5 + 0.5 * np.sin(2 * np.pi * (2 * j + 3) / d * t + between(r, 0, 6)))
            y[:, c] += filtered_circular(colored(d, r, -4), "band", (f - b / 2, f + b / 2), 1) * g
    return y


@effect(bus="ambience", loudness=-38, loop=True, quality=0.2)
def house_loop(r: Generator) -> Wave:
    """Room tone: 60-240 Hz air. Its creaks are events of the ear, so that they never repeat with the loop."""
    d = 16.0
    n = count(d)
    y = np.zeros((n, 2))
    for c in (0, 1):
        y[:, c] = (
            filtered_circular(colored(d, r, -6), "band", (60, 240)) * 0.3
            + filtered_circular(colored(d, r, -4), "band", (240, 1400), 1) * 0.16
        )
    return y


@effect(bus="ambience", loudness=-32, loop=True, quality=0.2)
def void_loop(r: Generator) -> Wave:
    """Blank white world beyond the garden: airy cluster D-Eb-A, slow beating."""
    d = 16.0
    t = timeline(d)

    def q(f):
        return round(f * d) / d

    y = np.zeros((count(d), 2))
    for i, f in enumerate((73.42, 77.78, 110, 146.8, 155.6, 293.7, 311.1, 440)):
        for c, s in ((0, 1), (1, -1)):
            y[:, c] += (
                np.sin(2 * np.pi * q(f + s * 0.12 * (i + 1)) * t + i)
                * (0.5 + 0.5 * np.sin(2 * np.pi * (1 + i % 4) / d * t + i * 0.8))
                / (1 + 0.35 * i)
            )
    for c in (0, 1):
        y[:, c] += filtered_circular(colored(d, r, -1), "band", (3000, 9000)) * 0.12
    return y + reverb_circular(y, impulse(2.5, seed="void")) * 0.006


@effect(bus="ambience", loudness=-33, loop=True, quality=0.2)
def other_garden_loop(r: Generator) -> Wave:
    """Glowing garden: soft crickets that sing D-F#-A, leaves."""
    d = 10.0
    n = count(d)
    y = np.zeros((n, 2))
    for k, f in enumerate((2349.3, 2960, 3520, 1760)):
        t0 = between(r, 0, 1.0)
        while t0 < d - 0.2:
            span = 0.16
            x = (
                np.sin(2 * np.pi * f * timeline(span))
                * (0.5 + 0.5 * np.sin(2 * np.pi * 38 * timeline(span) - 1.57))
                * np.hanning(count(span))
            )
            p = (k + 0.5) / 4
            put_circular(y[:, 0], x, count(t0), (1 - p) * 0.25)
            put_circular(y[:, 1], x, count(t0), p * 0.25)
            t0 += between(r, 0.5, 1.4)
    for c in (0, 1):
        y[:, c] += (
            filtered_circular(colored(d, r, -3), "band", (400, 5000), 1)
            * 0.05
            * (1 + 0.6 * np.sin(2 * np.pi * 2 / d * timeline(d) + c))
        )
    return y


@effect(bus="ambience", loudness=-38, loop=True, quality=0.2)
def typing_wall_loop(r: Generator) -> Wave:
    """The study, from the next room: bursts behind plaster, 12 s."""
    d = 12.0
    n = count(d)
    y = np.zeros(n)
    t = 0.2
    while t < d - 0.5:
        for _ in range(int(r.integers(4, 11))):
            put_circular(y, type_key(r), count(t), between(r, 0.5, 1))
            t += between(r, 0.09, 0.17)
        t += between(r, 0.35, 1.1)
    return (
        filtered_circular(filtered_circular(y, "low", 900), "high", 120)
        + filtered_circular(colored(d, r, -5), "band", (120, 500)) * 0.0015
    )


@effect(bus="ambience", loudness=-37, loop=True, quality=0.2)
def rain_inside_loop(r: Generator) -> Wave:
    """Rain heard from within: a roof, a gutter, panes. SDL has no filters, so what walls take away is taken here."""
    d = 10.0
    n = count(d)
    y = np.zeros((n, 2))
    for c in (0, 1):
        wash = filtered_circular(colored(d, r, -3), "band", (180, 1500))
        swell = 1 + 0.25 * np.sin(2 * np.pi * timeline(d) * 2 / d + 2 * c)
        y[:, c] = wash * 0.2 * swell + filtered_circular(colored(d, r, -5), "low", 260) * 0.05
    for _ in range(420):  # drops on the glass and in the gutter
        f = between(r, 500, 2100)
        span = between(r, 0.006, 0.03)
        x = np.sin(2 * np.pi * f * timeline(span)) * np.hanning(count(span)) * r.exponential(0.22)
        p = between(r, 0, 1)
        at = int(r.integers(n))
        put_circular(y[:, 0], x, at, 1 - p)
        put_circular(y[:, 1], x, at, p)
    return y


@effect(bus="ambience", loudness=-36, loop=True, quality=0.3)
def fridge_loop(r: Generator) -> Wave:
    """The refrigerator: 50 Hz and its family, a rattle in the door, a slow unevenness. Whole cycles only."""
    d = 8.0
    t = timeline(d)
    y = np.zeros((count(d), 2))
    for k, (f, a) in enumerate(((50, 0.5), (100, 1.0), (150, 0.35), (200, 0.5), (300, 0.28), (400, 0.16), (700, 0.07))):
        slow = 1 + 0.18 * np.sin(2 * np.pi * (1 + k % 3) / d * t + k)
        for c in (0, 1):
            y[:, c] += a * np.sin(2 * np.pi * f * t + k * 1.7 + 0.4 * c) * slow
    rattle = filtered_circular(colored(d, r, -2), "band", (900, 2600)) * (0.5 + 0.5 * np.sin(2 * np.pi * 50 * t)) ** 6
    pump = filtered_circular(colored(d, r, -4), "band", (120, 700))
    return y + (rattle * 0.12 + pump * 0.1)[:, None]


@effect(bus="ambience", loudness=-38, loop=True, quality=0.2)
def fog_loop(r: Generator) -> Wave:
    """Fog: the world wrapped in wool. Low air, drops falling from twigs, nothing near."""
    d = 16.0
    n = count(d)
    t = timeline(d)
    y = np.zeros((n, 2))
    for c in (0, 1):
        air = filtered_circular(colored(d, r, -4), "band", (140, 900), 1)
        y[:, c] = air * 0.25 * (1 + 0.35 * np.sin(2 * np.pi * 2 / d * t + 1.3 * c))
        y[:, c] += filtered_circular(colored(d, r, -2), "band", (2500, 6000), 1) * 0.012
    for _ in range(26):
        f = between(r, 900, 1900)
        x = np.sin(sweep(np.linspace(f * 0.8, f, count(0.02)))) * np.hanning(count(0.02)) * between(r, 0.05, 0.3)
        p = between(r, 0.1, 0.9)
        at = int(r.integers(n))
        put_circular(y[:, 0], x, at, 1 - p)
        put_circular(y[:, 1], x, at, p)
    return y + reverb_circular(y, impulse(1.8, seed="fog", bright=1500)) * 0.006


@effect(bus="ambience", loudness=-34, loop=True, quality=0.2)
def draught_loop(r: Generator) -> Wave:
    """Air through a seam in the wallpaper: a breath that almost finds a note."""
    d = 8.0
    t = timeline(d)
    y = np.zeros((count(d), 2))
    for c in (0, 1):
        swell = (0.55 + 0.45 * np.sin(2 * np.pi * t / d * 2 + 0.5 * c)) * (0.7 + 0.3 * np.sin(2 * np.pi * t / d * 5))
        for f, a in ((440, 1.0), (587, 0.6), (1110, 0.3)):
            y[:, c] += filtered_circular(white(d, r), "band", (f * 0.985, f * 1.015), 1) * a * swell
        y[:, c] += filtered_circular(colored(d, r, -3), "band", (300, 2400), 1) * 0.25 * swell
    return y


@effect(bus="ambience", loudness=-36, loop=True, quality=0.3)
def pencil_loop(r: Generator) -> Wave:
    """A pencil on drawing paper: strokes, a turn of the page, thinking."""
    d = 10.0
    y = np.zeros(count(d))
    at = 0.3
    while at < d - 1.2:
        for _ in range(int(r.integers(2, 7))):
            span = between(r, 0.09, 0.3)
            stroke = filtered(white(span, r), "band", (1500, 6500)) * np.hanning(count(span))
            put_circular(y, stroke * (1 + 0.4 * np.sin(2 * np.pi * 70 * timeline(span))), count(at), between(r, 0.4, 1))
            at += span + between(r, 0.02, 0.12)
        at += between(r, 0.3, 1.3)
    return y + filtered_circular(colored(d, r, -3), "band", (400, 3000)) * 0.002
