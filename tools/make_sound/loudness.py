"""Meters: how loud, how bright, how soon a sound is; and the level that every file is brought to."""

from __future__ import annotations

import functools

import numpy as np
import pyloudnorm
from scipy import signal
from scipy.ndimage import minimum_filter1d, uniform_filter1d

from tools.make_sound.dsp import RATE, Wave, count, decibels, filtered, mono, ratio

SMALL_SPEAKER = 250  # Hz: below this a laptop says nothing
CEILING = -1.5  # dB, peaks above it are rounded off


@functools.cache
def meter() -> pyloudnorm.Meter:
    """The BS.1770 meter."""
    return pyloudnorm.Meter(RATE)


def integrated(x: Wave) -> float:
    """Integrated loudness (LUFS) of a stereo signal; shorter ones are padded to one second."""
    return float(meter().integrated_loudness(x if len(x) > RATE else np.vstack([x, np.zeros((RATE - len(x), 2))])))


def peak_loudness(x: Wave) -> float:
    """K-weighted loudness of the loudest 100 ms, in dB: for sounds shorter than the 400 ms gate of BS.1770."""
    z = x if x.ndim == 2 else np.stack([x, x], 1) / np.sqrt(2)
    z = np.vstack([z, np.zeros((count(0.12), 2))])
    for stage in ("high_shelf", "high_pass"):
        z = np.stack([meter()._filters[stage].apply_filter(z[:, c]) for c in (0, 1)], 1)
    window = count(0.1)
    power = np.concatenate([[0.0], np.cumsum((z**2).sum(1))])
    return float(-0.691 + 10 * np.log10((power[window:] - power[:-window]).max() / window + 1e-12))


def levelled(x: Wave, target: float) -> Wave:
    """Bring x to its target loudness; peaks over the ceiling are rounded off softly."""
    x = x * ratio(target - peak_loudness(x))
    top = ratio(CEILING)
    if np.abs(x).max() > top:
        over = np.sign(x) * (0.5 + (top - 0.5) * np.tanh((np.abs(x) - 0.5) / (top - 0.5)))
        x = np.where(np.abs(x) > 0.5, over, x)
    return x


def limited(x: Wave, ceiling: float = -1.2, look: int = 240) -> tuple[Wave, float]:
    """Look-ahead limiter (circular, so a loop stays a loop). Returns the signal and its deepest gain in dB."""
    gain = np.minimum(1, ratio(ceiling) / np.maximum(np.abs(x).max(1), 1e-9))
    gain = minimum_filter1d(gain, 2 * look + 1, mode="wrap")
    for _ in range(2):
        gain = uniform_filter1d(gain, look, mode="wrap")
    return x * gain[:, None], decibels(float(gain.min()))


def true_peak(x: Wave) -> float:
    """Peak in dB after four-fold oversampling."""
    return decibels(float(np.abs(signal.resample_poly(x, 4, 1, axis=0)).max()))


def centroid(x: Wave) -> int:
    """The middle of the spectrum in Hz."""
    m = mono(x)
    power = np.abs(np.fft.rfft(m)) ** 2
    return int((power * np.fft.rfftfreq(len(m), 1 / RATE)).sum() / (power.sum() + 1e-12))


def small_speaker_loss(x: Wave) -> float:
    """How many dB a small speaker takes away (negative)."""
    m = mono(x)
    return peak_loudness(filtered(m, "high", SMALL_SPEAKER, 4)) - peak_loudness(m)


def onset(x: Wave) -> float:
    """Milliseconds until 5 % of the peak."""
    m = np.abs(mono(x))
    return float(np.argmax(m > 0.05 * m.max()) / RATE * 1000)


def seam(x: Wave) -> tuple[float, float]:
    """For a loop: the step from its last sample to its first, and the 99th percentile of all its steps."""
    z = x if x.ndim == 2 else x[:, None]
    steps = np.abs(np.diff(np.vstack([z, z[:1]]), axis=0)).max(1)
    return float(steps[-1]), float(np.percentile(steps, 99))
