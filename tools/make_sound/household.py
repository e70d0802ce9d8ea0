"""Things in the house: paper, typewriter, clocks, drips, kettle, crates, curtains."""

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
    fade,
    filtered,
    modal,
    put,
    room,
    sweep,
    timeline,
    trim,
    white,
)
from tools.make_sound.materials import cloth, creak, taps, wood

D4, F_SHARP4 = 293.66, 369.99  # Hz: the truth and the lie


@effect(3, loudness=-28)
def paper_rustle(r: Generator) -> Wave:
    """Paper rustles."""
    d = between(r, 0.5, 0.75)
    y = np.zeros(count(d))
    rate = curve([(0, 60), (d * 0.3, 240), (d * 0.6, 110), (d, 15)], d)
    t = 0.0
    while t < d - 0.03:
        span = between(r, 0.0015, 0.011)
        g = filtered(white(span, r), "band", (between(r, 1100, 2600), between(r, 6000, 12000)), 1) * np.hanning(
            count(span)
        )
        put(y, g, t, r.exponential(0.5) + 0.1)
        t += r.exponential(1 / rate[int(t * RATE)])
    return trim(filtered(y, "high", 700))


@effect(2, loudness=-24)
def paper_peel(r: Generator) -> Wave:
    """Wallpaper peels."""
    d = between(r, 1.1, 1.4)
    rate = curve([(0, 90), (d * 0.4, 210), (d * 0.8, 130), (d, 320)], d)
    y = np.zeros(count(d))
    t = 0.005
    while t < d - 0.02:  # glue letting go: grain rate rises towards the end
        span = between(r, 0.002, 0.008)
        put(
            y,
            filtered(white(span, r), "band", (between(r, 700, 1600), between(r, 4500, 9000)), 1)
            * np.hanning(count(span)),
            t,
            0.2 + r.exponential(0.4),
        )
        t += r.exponential(1 / rate[int(t * RATE)])
    tear = filtered(white(d, r), "band", (1800, 5200)) * np.interp(
        timeline(d), [0, 0.15, d * 0.9, d], [0, 0.25, 0.5, 0]
    )
    return trim(room(y + tear * 0.35, 0.1, 0.3, "room"))


@effect(3, loudness=-29)
def typewriter_keys(r: Generator) -> Wave:
    """A typewriter, busy."""
    y = np.zeros(count(0.9))
    t = 0.001
    while t < 0.8:
        put(
            y,
            modal(0.04, [1850 * between(r, 0.9, 1.1), 3100, 470], [0.007, 0.005, 0.01], [0.8, 0.5, 0.5], r) + 0,
            t,
            between(r, 0.5, 1),
        )
        t += between(r, 0.07, 0.16)
    return trim(y)


@effect(4, loudness=-28)
def type_key(r: Generator) -> Wave:
    """One key."""
    return trim(
        modal(
            0.09,
            [1850 * between(r, 0.92, 1.08), 3100, 470, 820],
            [0.008, 0.005, 0.014, 0.01],
            [0.8, 0.5, 0.6, 0.4],
            r,
            0.0004,
        )
    )


@effect(loudness=-26)
def type_bell(r: Generator) -> Wave:
    """The bell at the end of the line."""
    return trim(
        room(modal(1.1, [2794, 2794 * 2.7, 2794 * 4.9], [0.3, 0.1, 0.04], [1, 0.3, 0.1], r, 0.0008), 0.1, 0.4, "room")
    )


@effect(2, loudness=-27)
def type_carriage(r: Generator) -> Wave:
    """The carriage goes home."""
    y = np.zeros(count(0.75))

    def tick(i):
        return modal(0.03, [1500 * between(r, 0.95, 1.05), 2600], [0.006, 0.004], [1, 0.6], r)

    taps(y, [0.002 + 0.022 * i for i in range(20)], tick, lambda i: 0.35 + 0.02 * i)
    put(y, wood(r, 210, 0.2) * 0.9, 0.48)
    put(y, modal(0.1, [1250, 2300], [0.02, 0.01], [0.6, 0.4], r), 0.485)
    return trim(y)


@effect(bus="ambience", loudness=-36, loop=True)
def clock_tick_loop(r: Generator) -> Wave:
    """A clock ticks."""
    y = np.zeros(count(2))
    put(y, modal(0.08, [1450, 2370, 640], [0.009, 0.007, 0.014], [1, 0.6, 0.5], r), 0.0)
    put(y, modal(0.08, [1230, 2050, 560], [0.01, 0.007, 0.014], [0.8, 0.5, 0.5], r), 1.0)
    return np.roll(y, count(0.2))


@effect(loudness=-24)
def clock_stop(r: Generator) -> Wave:
    """A clock stops."""
    y = np.zeros(count(2.4))

    def tick(i):
        return modal(0.1, [1450 * (0.98**i), 2370, 640], [0.01, 0.007, 0.016], [1, 0.6, 0.5], r)

    taps(y, (0.002, 0.5, 1.04, 1.68), tick, lambda i: (1, 0.9, 0.75, 0.5)[i])
    put(
        y, modal(0.5, [196, 311, 466], [0.12, 0.08, 0.05], [0.6, 0.4, 0.3], r, 0.004), 1.7, 0.45
    )  # the spring gives a small sigh
    return trim(room(y, 0.2, 0.6, "hallway"))


@effect(3, loudness=-27)
def drip_d(r: Generator) -> Wave:
    """Drip."""
    return _drip(r, D4 * 4)


@effect(3, loudness=-27)
def drip_fsharp(r: Generator) -> Wave:
    """Drip, too sweet."""
    return _drip(r, F_SHARP4 * 4, sweet=True)


def _drip(r: Generator, f: float, sweet: bool = False) -> Wave:
    """A bubble sliding up into the note, then the pan answering with it; the sweet one rings on like a glass."""
    y = np.zeros(count(0.9))
    d = 0.035
    put(y, np.sin(sweep(np.linspace(f * 0.55, f, count(d)))) * np.hanning(count(d)), 0.002, 0.8)
    put(
        y,
        modal(
            0.8,
            [f, f * 2.01 if sweet else f * 2.63, f * 4.2],
            [0.22 if sweet else 0.09, 0.08, 0.03],
            [1, 0.35, 0.15],
            r,
            0.002,
        ),
        0.018,
    )
    put(y, filtered(white(0.012, r), "high", 3000) * decay(0.012, 0.0003, 0.003), 0.002, 0.3)
    return trim(room(y, 0.25 if sweet else 0.15, 0.9 if sweet else 0.4, "pan"))


@effect(loudness=-23)
def kettle_boil(r: Generator) -> Wave:
    """A kettle boils."""
    d = 4.0
    t = timeline(d)
    y = np.zeros(count(d))
    e = np.interp(t, [0, 2.4, 3.3, 4], [0.15, 0.8, 1, 0])
    y += filtered(colored(d, r, -4), "band", (150, 1400)) * e * 0.35
    for _ in range(220):
        f = between(r, 250, 1100)
        span = between(r, 0.012, 0.04)
        put(
            y,
            np.sin(sweep(np.linspace(f, f * 1.5, count(span)))) * np.hanning(count(span)),
            between(r, 0, d - 0.1),
            0.22 * e[int(between(r, 0, d - 0.1) * RATE)],
        )
    w = np.clip((t - 1.9) / 1.2, 0, 1) ** 2 * np.interp(t, [0, 3.5, 4], [1, 1, 0])
    f = np.interp(t, [0, 1.9, 3.1, 4], [1500, 1500, 2349, 2349]) * (1 + 0.006 * np.sin(2 * np.pi * 11 * t))
    y += (np.sin(sweep(f)) + 0.3 * np.sin(2 * sweep(f))) * w * 0.5
    return trim(room(y, 0.15, 0.5, "room"))


@effect(2, loudness=-24)
def crate_slide(r: Generator) -> Wave:
    """A crate slides."""
    d = between(r, 0.75, 0.95)
    x = creak(r, d, 62, 48, [210, 430, 760, 1250], jit=0.6) * 0.45 + filtered(
        colored(d, r, -4), "band", (160, 1200)
    ) * 0.3 * (1 + 0.5 * np.sin(sweep(np.full(count(d), 17.0))))
    y = np.zeros(count(d + 0.3))
    put(y, fade(x, 0.02, 0.06), 0)
    put(y, wood(r, 140, 0.25), d - 0.03, 0.5)
    return trim(y)


@effect(loudness=-25)
def push_crate(r: Generator) -> Wave:
    """A crate gives a little."""
    d = 0.55
    y = fade(
        creak(r, d, 55, 75, [240, 480, 830, 1300], jit=0.5) * 0.5
        + filtered(colored(d, r, -4), "band", (150, 900)) * 0.25,
        0.03,
        0.08,
    )
    return trim(y)


@effect(2, loudness=-27, telegraph=True)
def hide_in(r: Generator) -> Wave:
    """Cloth rustles shut."""
    y = np.zeros(count(0.9))
    put(y, cloth(r, 0.6, start=0.07), 0)
    put(y, wood(r, 150, 0.2, 0.3) * 0.35, 0.58)
    return trim(y)


@effect(2, loudness=-27)
def hide_out(r: Generator) -> Wave:
    """Cloth rustles open."""
    y = np.zeros(count(0.8))
    put(y, wood(r, 165, 0.15, 0.3) * 0.25, 0)
    put(y, cloth(r, 0.6, start=0.08), 0.04)
    return trim(y)


@effect(loudness=-18)
def globe_shatter(r: Generator) -> Wave:
    """Glass breaks."""
    y = np.zeros((count(1.8), 2))
    put(y[:, 0], filtered(white(0.05, r), "high", 1500) * decay(0.05, 0.0003, 0.01), 0.0)
    y[:, 1] = y[:, 0]
    for _ in range(95):
        f = between(r, 2200, 9500)
        x = modal(
            0.25, [f, f * 1.47, f * 2.09], [between(r, 0.01, 0.06), 0.02, 0.01], [1, 0.5, 0.3], r
        ) * r.exponential(0.18)
        p = between(r, 0, 1)
        at = 0.002 + r.exponential(0.16)
        put(y[:, 0], x, at, 1 - p)
        put(y[:, 1], x, at, p)
    return trim(room(y, 0.25, 0.8, "bell"))
