"""What things are made of: wood, steel, cloth, needles, creaking boards. Effects put these together."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.random import Generator

from tools.make_sound.dsp import RATE, Wave, between, count, fade, filtered, modal, put, resonant, white


def creak(
    r: Generator,
    sec: float,
    f_a: float,
    f_b: float,
    modes: Sequence[float],
    jit: float = 0.18,
    f_mid: float | None = None,
) -> Wave:
    """Stick-slip: impulses whose rate wanders from f_a (over f_mid) to f_b Hz, into wood resonances. Peak 1."""
    n = count(sec)
    x = np.zeros(n)
    t = 0.0
    while t < sec:
        u = t / sec
        f = f_a + (f_b - f_a) * u if f_mid is None else (f_a * (1 - u) ** 2 + 2 * f_mid * u * (1 - u) + f_b * u * u)
        i = int(t * RATE)
        x[min(i, n - 1)] += between(r, 0.5, 1) * (0.35 + 0.65 * np.sin(np.pi * u))
        t += 1 / (f * np.exp(jit * r.standard_normal() * 0.6))
    x = np.convolve(x, np.exp(-np.arange(60) / 14))[:n]
    y = sum(
        resonant(x, m * between(r, 0.97, 1.03), between(r, 9, 20)) * a
        for m, a in zip(modes, [1, 0.9, 0.8, 0.6, 0.5, 0.4])
    )
    return fade(y / np.abs(y).max(), 0.01, 0.05)


def needle(r: Generator, f: float, g: float = 1, tau: float = 0.012) -> Wave:
    """One tap of a needle."""
    return (
        modal(
            0.07,
            [f, f * 1.58, f * 2.31, f * 3.4],
            [tau, tau * 0.7, tau * 0.5, tau * 0.3],
            [1, 0.7, 0.5, 0.3],
            r,
            0.0002,
        )
        * g
    )


def taps(
    y: Wave, times: Sequence[float], make: Callable[[int], Wave], gain: Callable[[int], float] = lambda i: 1.0
) -> Wave:
    """Place what make(i) gives at each of the times."""
    for i, t in enumerate(times):
        put(y, make(i), t, gain(i))
    return y


def cloth(r: Generator, sec: float, lo: float = 700, hi: float = 6500, start: float = 0.2) -> Wave:
    """Soft fabric: many short noise grains under one swell."""
    y = np.zeros(count(sec))
    t = 0.005
    while t < sec - 0.04:
        span = between(r, 0.006, 0.03)
        put(
            y,
            filtered(white(span, r), "band", (between(r, lo, lo * 1.6), between(r, hi * 0.6, hi)), 1)
            * np.hanning(count(span)),
            t,
            between(r, 0.3, 1),
        )
        t += r.exponential(0.006)
    e = np.interp(np.linspace(0, 1, len(y)), [0, start, 0.6, 1], [0, 1, 0.6, 0])
    return y * e


def wood(r: Generator, f: float = 180, sec: float = 0.35, bright: float = 1.0) -> Wave:
    """One knock on wood."""
    k = between(r, 0.95, 1.05)
    return modal(
        sec,
        [f * k, f * 1.82 * k, f * 3.1 * k, f * 5.2 * k, f * 8.3 * k],
        [0.06, 0.045, 0.03, 0.018, 0.01],
        [0.8, 0.8, 0.7, 0.5 * bright, 0.3 * bright],
        r,
        0.001,
    )


def steel(r: Generator, f: float = 2600, sec: float = 0.6, tau: float = 0.18) -> Wave:
    """One ring of thin steel."""
    return modal(
        sec, [f, f * 1.51, f * 2.27, f * 3.13], [tau, tau * 0.6, tau * 0.35, tau * 0.2], [1, 0.7, 0.4, 0.25], r, 0.0004
    )
