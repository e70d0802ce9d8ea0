"""Her: needles, thread, buttons, and the throat of the Beldam."""

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
    room,
    saturate,
    sweep,
    timeline,
    trim,
    voice,
    white,
)
from tools.make_sound.materials import needle


@effect(3, loudness=-24)
def needle_skitter(r: Generator) -> Wave:
    """Needles skitter."""
    y = np.zeros((count(1.5), 2))
    t = 0.001
    fin = 0
    rate = between(r, 0.050, 0.060)
    fr = [3350, 3720, 4210, 4680, 5300]
    while t < 1.3:
        p = between(r, -0.5, 0.5)
        x = needle(r, fr[fin % 5] * between(r, 0.97, 1.03), (0.95 if fin % 5 == 0 else 0.55) * between(r, 0.75, 1))
        put(y[:, 0], x, t, 0.5 - p / 2)
        put(y[:, 1], x, t, 0.5 + p / 2)
        w = modal(0.04, [420 * between(r, 0.9, 1.1), 880], [0.009, 0.006], [1, 0.5], r) * 0.35
        put(y[:, 0], w, t)
        put(y[:, 1], w, t)
        fin += 1
        t += rate * (1 + 0.25 * r.standard_normal() * 0.5) + (0.05 if fin % 5 == 0 else 0)
        rate *= 0.985
    return trim(room(y, 0.15, 0.4, "hallway"))


@effect(2, loudness=-24)
def needle_scrape(r: Generator) -> Wave:
    """A needle scrapes."""
    d = 0.75
    f = curve([(0, 2100), (0.35, 3600), (0.75, 2500)], d) * between(r, 0.9, 1.1)
    ph = sweep(f)
    am = 1 + 0.6 * np.sin(sweep(np.full(count(d), 83.0) + 20 * np.sin(2 * np.pi * 7 * timeline(d))))
    x = sum(a * np.sin(ph * k + r.uniform(0, 6)) for k, a in ((1, 1), (1.493, 0.6), (2.21, 0.5), (2.94, 0.35))) * am
    x = x * 0.5 + filtered(white(d, r), "band", (2500, 8000)) * 1.1
    x *= np.interp(timeline(d), [0, 0.06, 0.5, 0.75], [0, 1, 0.8, 0])
    return trim(room(x, 0.18, 0.5, "hallway"))


@effect(2, loudness=-19, telegraph=True)
def needle_stab(r: Generator) -> Wave:
    """A needle strikes."""
    y = np.zeros(count(0.6))
    put(y, filtered(white(0.09, r), "high", 1800) * np.linspace(0, 1, count(0.09)) ** 2, 0.0, 0.4)
    put(y, modal(0.25, [140, 260, 520, 890], [0.03, 0.025, 0.015, 0.01], [1, 0.8, 0.5, 0.3], r, 0.0006), 0.09)
    put(y, needle(r, 3900, 0.8, 0.05), 0.091)
    put(
        y,
        modal(0.4, [2380, 3910], [0.12, 0.07], [0.3, 0.2], r) * (1 + 0.4 * np.sin(2 * np.pi * 31 * timeline(0.4))),
        0.095,
    )
    return trim(room(y, 0.12, 0.3, "room"))


@effect(4, loudness=-29)
def needle_tick(r: Generator) -> Wave:
    """In the wall: one tap through plaster."""
    y = np.zeros(count(0.18))
    put(y, needle(r, between(r, 2900, 3500), 1, 0.009), 0.001)
    put(y, modal(0.1, [410 * between(r, 0.9, 1.1), 760], [0.012, 0.008], [0.6, 0.4], r), 0.001)
    return trim(room(filtered(y, "low", 5200), 0.2, 0.35, "hallway"))


@effect(loudness=-19, telegraph=True)
def beldam_hiss(r: Generator) -> Wave:
    """The Beldam hisses."""
    d = 1.5
    e = np.interp(timeline(d), [0, 0.12, 0.5, 1.1, 1.5], [0, 0.9, 1, 0.5, 0])
    w = white(d, r)
    x = (
        (filtered(w, "band", (3800, 9500)) * 0.7 + filtered(w, "band", (1500, 3000)) * 0.4)
        * e
        * (1 + 0.35 * np.sin(sweep(np.interp(timeline(d), [0, 1.5], [26, 41]))))
    )
    v = voice(
        curve([(0, 150), (0.5, 118), (1.5, 74)], d),
        [620, 1190, 2500, 3500],
        d,
        tilt=0.75,
        jitter=0.05,
        r=r,
        widths=(140, 180, 260, 300),
    )
    v /= np.abs(v).max()
    v = saturate(v * (1 + 0.7 * np.sign(np.sin(sweep(np.full(count(d), 37.0))))), 2.5) * e
    return trim(room(x * 0.55 + v * 0.6, 0.28, 0.9, "hallway2"))


@effect(loudness=-23)
def beldam_listens(r: Generator) -> Wave:
    """Skitter that stops dead, then one breath in through the teeth."""
    y = np.zeros((count(2.6), 2))
    t = 0.001
    for i in range(9):
        x = needle(r, (3350, 3720, 4210, 4680, 5300)[i % 5], 0.8)
        p = between(r, 0.3, 0.7)
        put(y[:, 0], x, t, 1 - p)
        put(y[:, 1], x, t, p)
        t += 0.058
    put(y[:, 0], needle(r, 3350, 0.9, 0.05), t + 0.14, 0.6)
    put(y[:, 1], needle(r, 3350, 0.9, 0.05), t + 0.14, 0.6)
    d = 1.1
    b = filtered(white(d, r), "band", (2600, 6500)) * np.interp(timeline(d), [0, 0.8, 1.05, 1.1], [0, 1, 0.9, 0]) ** 2
    for c in (0, 1):
        put(y[:, c], b, 1.15, 0.3)
    return trim(room(y, 0.2, 0.7, "hallway2"))


@effect(2, loudness=-22)
def web_twang(r: Generator) -> Wave:
    """A thread twangs."""
    d = 0.8
    t = timeline(d)
    f = curve([(0, 310), (0.06, 196), (0.8, 188)], d) * between(r, 0.92, 1.08)
    ph = sweep(f)
    y = sum(np.sin(ph * k * (1 + 0.0007 * k * k)) / k**0.9 * np.exp(-t / (0.32 / k**0.6)) for k in range(1, 18))
    return trim(room(y * np.minimum(1, t / 0.002), 0.15, 0.5, "room"))


@effect(2, loudness=-23)
def string_pull(r: Generator) -> Wave:
    """A string pulls tight."""
    d = 0.9
    t = timeline(d)
    f = curve([(0, 160), (0.28, 392), (d, 398)], d) * between(r, 0.96, 1.04)
    ph = sweep(f)
    y = (
        sum(np.sin(ph * k * (1 + 0.0005 * k * k)) / k for k in range(1, 14))
        * np.interp(t, [0, 0.02, 0.28, d], [0, 0.4, 1, 0]) ** 1.2
    )
    put(y, filtered(white(0.3, r), "band", (1200, 4200)) * np.hanning(count(0.3)), 0, 0.35)
    return trim(room(y, 0.15, 0.5, "room"))


@effect(3, loudness=-26)
def sew_stitch(r: Generator) -> Wave:
    """A stitch goes in."""
    y = np.zeros(count(0.62))
    put(
        y,
        modal(0.05, [2900, 4700], [0.006, 0.004], [1, 0.6], r)
        + np.pad(filtered(white(0.02, r), "low", 900) * decay(0.02, 0.0005, 0.004), (0, count(0.05) - count(0.02))),
        0.0,
        0.9,
    )
    d = 0.38
    curve([(0, 900), (0.38, 2600)], d)
    w = white(d, r) * (1 + 0.7 * np.sin(sweep(np.linspace(95, 170, count(d)))))
    z = filtered(w, "band", (1200, 5200)) * np.sin(np.pi * np.linspace(0, 1, count(d))) ** 0.8
    put(y, z, 0.12, 0.22)
    return trim(y)


@effect(3, loudness=-26)
def unpick(r: Generator) -> Wave:
    """The stitch backwards: thread drawn out, then the little prick of release."""
    d = 0.3
    w = white(d, r) * (1 + 0.7 * np.sin(sweep(np.linspace(170, 80, count(d)))))
    y = np.zeros(count(0.5))
    put(y, filtered(w, "band", (1200, 5200)) * np.sin(np.pi * np.linspace(0, 1, count(d))) ** 0.4, 0.0, 0.22)
    put(y, modal(0.12, [1900, 3100, 5200], [0.02, 0.012, 0.006], [1, 0.6, 0.4], r), d - 0.01, 0.8)
    return trim(y)


@effect(2, loudness=-25)
def button_click(r: Generator) -> Wave:
    """Buttons click."""
    return trim(
        modal(0.12, [1210 * between(r, 0.96, 1.04), 2480, 3970], [0.016, 0.01, 0.006], [1, 0.6, 0.35], r)
        + np.pad(modal(0.08, [520, 760], [0.01, 0.008], [0.6, 0.4], r), (0, count(0.12) - count(0.08)))
    )
