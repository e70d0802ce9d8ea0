"""Feet and floors."""

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
    sweep,
    timeline,
    trim,
    white,
)
from tools.make_sound.materials import creak, needle, wood


@effect(4, loudness=-27)
def step_wood(r: Generator) -> Wave:
    """Footsteps on wood."""
    k = between(r, 0.93, 1.07)
    y = np.zeros(count(0.26))

    def body(g):
        return (
            modal(
                0.2,
                [92 * k, 171 * k, 263 * k, 428 * k, 690 * k, 1130 * k, 1720 * k],
                [0.026, 0.024, 0.02, 0.016, 0.012, 0.008, 0.006],
                [0.55, 0.55, 0.6, 0.65, 0.5, 0.38, 0.25],
                r,
                0.0012,
            )
            * g
        )

    put(y, body(1), 0.004)
    put(y, body(0.42), between(r, 0.052, 0.07))
    clk = filtered(white(0.03, r), "band", (1300, 3600)) * decay(0.03, 0.0004, 0.004)
    put(y, clk * 0.38, 0.003)
    put(y, clk * 0.2, between(r, 0.053, 0.068))
    if r.random() < 0.5:
        put(y, creak(r, 0.11, 140, 90, [520, 910, 1500]) * 0.05, 0.07)
    return trim(filtered(y, "low", 7000))


@effect(4, loudness=-31)
def step_carpet(r: Generator) -> Wave:
    """Soft footsteps."""
    y = np.zeros(count(0.22))
    put(y, modal(0.15, [68 * between(r, 0.9, 1.1), 128], [0.022, 0.016], [0.6, 0.4], r, 0.005), 0.0)
    b = filtered(colored(0.16, r, -4), "band", (160, 1300)) * decay(0.16, 0.018, 0.035)
    put(y, b * 0.6, 0.0)
    put(y, b * 0.36, between(r, 0.05, 0.07))
    return trim(filtered(y, "low", 2600))


@effect(4, loudness=-29)
def step_grass(r: Generator) -> Wave:
    """Footsteps in grass."""
    y = np.zeros(count(0.3))
    for i in range(int(between(r, 26, 36))):
        d = between(r, 0.006, 0.028)
        g = filtered(white(d, r), "high", between(r, 1800, 4200)) * np.hanning(count(d))
        put(y, g * between(r, 0.15, 1) * np.exp(-((i % 18) / 12)), abs(r.normal(0.07, 0.05)))
    put(y, modal(0.12, [75, 130], [0.025, 0.02], [1.1, 0.4], r, 0.006) * 1.2, 0.01)
    return trim(filtered(y, "band", (60, 9000), 1))


@effect(4, loudness=-27)
def step_stone(r: Generator) -> Wave:
    """Footsteps on stone."""
    k = between(r, 0.94, 1.06)
    y = np.zeros(count(0.22))

    def hit(g):
        return (
            modal(
                0.12,
                [178 * k, 640 * k, 1420 * k, 2310 * k, 3720 * k],
                [0.018, 0.012, 0.009, 0.006, 0.004],
                [0.8, 0.55, 0.5, 0.35, 0.2],
                r,
            )
            * g
        )

    put(y, hit(1), 0.003)
    put(y, hit(0.5), between(r, 0.045, 0.06))
    for _ in range(9):
        put(
            y,
            filtered(white(0.006, r), "high", 3000) * decay(0.006, 0.0003, 0.0015) * between(r, 0.05, 0.25),
            between(r, 0.003, 0.09),
        )
    return trim(room(y, 0.10, 0.25, "stonecell"))


@effect(4, loudness=-26)
def step_other(r: Generator) -> Wave:
    """Footsteps, not yours: heel, a needle-thin toe, too even."""
    y = np.zeros(count(0.4))
    put(y, wood(r, 118, 0.25, 0.5), 0.004)
    put(y, needle(r, 3300 * between(r, 0.97, 1.03), 0.35, 0.01), 0.075)
    put(y, wood(r, 190, 0.12) * 0.3, 0.078)
    return trim(room(y, 0.22, 0.5, "hallway"))


@effect(4, loudness=-24)
def board_creak(r: Generator) -> Wave:
    """A board creaks."""
    k = between(r, 0.85, 1.15)
    y = creak(r, between(r, 0.35, 0.6), 46 * k, 28 * k, [310 * k, 620 * k, 1040 * k, 1700 * k], jit=0.3, f_mid=95 * k)
    return trim(room(y, 0.2, 0.45, "hallway"))


@effect(4, loudness=-28)
def step_lino(r: Generator) -> Wave:
    """Footsteps on lino: a flat slap on stone, and the sole letting go."""
    k = between(r, 0.94, 1.06)
    y = np.zeros(count(0.24))
    slap = filtered(white(0.05, r), "band", (300, 2400)) * decay(0.05, 0.0006, 0.009)
    put(y, slap, 0.002)
    put(
        y,
        modal(0.12, [132 * k, 301 * k, 540 * k, 1190 * k], [0.02, 0.016, 0.01, 0.006], [0.7, 0.6, 0.5, 0.25], r),
        0.002,
    )
    put(y, slap * 0.4, between(r, 0.055, 0.07))
    if r.random() < 0.4:  # now and then a wet little squeak
        f = curve([(0, 900 * k), (0.03, 1350 * k)], 0.03)
        put(y, np.sin(sweep(f)) * np.hanning(count(0.03)), 0.1, 0.05)
    return trim(room(y, 0.08, 0.3, "room"))


@effect(4, loudness=-28)
def step_leaves(r: Generator) -> Wave:
    """Footsteps in leaves: dry, crisp, never twice the same."""
    y = np.zeros(count(0.34))
    for _ in range(int(between(r, 34, 46))):
        d = between(r, 0.002, 0.012)
        g = filtered(white(d, r), "band", (between(r, 1400, 2600), between(r, 6000, 11000)), 1) * np.hanning(count(d))
        put(y, g, abs(r.normal(0.06, 0.06)), between(r, 0.1, 1) ** 2)
    put(y, modal(0.1, [84, 150], [0.02, 0.016], [1.0, 0.4], r, 0.005), 0.004)
    return trim(filtered(y, "high", 70))


@effect(4, loudness=-30)
def step_web(r: Generator) -> Wave:
    """Footsteps on thread: a give, and a string answering."""
    d = 0.3
    t = timeline(d)
    f = between(r, 150, 235)
    y = sum(np.sin(2 * np.pi * f * k * t + k) / k**1.2 * np.exp(-t / (0.12 / k**0.5)) for k in range(1, 9))
    y = y * np.minimum(1, t / 0.004) * 0.5
    put(y, filtered(white(0.08, r), "band", (900, 4200)) * np.hanning(count(0.08)), 0.0, 0.25)
    return trim(room(fade(y, 0.0, 0.06), 0.12, 0.4, "hallway"))


@effect(4, loudness=-32)
def step_soft(r: Generator) -> Wave:
    """Footsteps on a mattress, a cushion, moss."""
    y = np.zeros(count(0.26))
    b = filtered(colored(0.2, r, -4), "band", (120, 900)) * decay(0.2, 0.014, 0.04)
    put(y, b, 0.0)
    put(y, modal(0.15, [92 * between(r, 0.9, 1.1), 196, 330], [0.03, 0.022, 0.015], [0.5, 0.5, 0.4], r, 0.004), 0.0)
    return trim(filtered(y, "low", 1800))
