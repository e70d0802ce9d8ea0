"""Signal building blocks shared by make_sound and make_music: noise, filters, envelopes, resonances, reverb.

Every signal is a float array at RATE: shape (n,) for mono, (n, 2) for stereo. Lengths are given in seconds, frequencies
in Hz. Nothing here draws a random number except from a generator that the caller made with random_for(name)."""

from __future__ import annotations

import functools
import itertools
import zlib
from collections.abc import Callable, Sequence

import numpy as np
import scipy.fft
from numpy.random import Generator
from numpy.typing import NDArray
from scipy import signal
from scipy.interpolate import PchipInterpolator

Wave = NDArray[np.float64]
RATE = 48000  # samples a second: the mixer's rate too, because SDL resamples Vorbis badly (measured 27-38 dB SNR)
OCTAVE_BANDS = (110, 220, 400, 650, 1000, 1500, 2200, 3200, 4800, 7200, 11000)  # Hz, edges of the reverb's bands


def random_for(name: str, salt: int = 0) -> Generator:
    """The one source of chance: the same name and salt give the same numbers, on every run."""
    return np.random.default_rng([zlib.crc32(name.encode()), salt])


def between(r: Generator, low: float, high: float) -> float:
    """One uniform draw."""
    return float(r.uniform(low, high))


def count(seconds: float) -> int:
    """Seconds to a whole number of samples."""
    return round(seconds * RATE)


def timeline(seconds: float) -> Wave:
    """The time of every sample, in seconds, shape (n,)."""
    return np.arange(count(seconds)) / RATE


def ratio(decibels: float) -> float:
    """Decibels to an amplitude factor."""
    return float(10 ** (decibels / 20))


def decibels(amplitude: float) -> float:
    """Amplitude to decibels, with a floor of -240 dB."""
    return float(20 * np.log10(max(amplitude, 1e-12)))


# ------------------------------------------------------------------------------------------------------------- noise
def white(seconds: float, r: Generator) -> Wave:
    """White noise of unit deviation."""
    return r.standard_normal(count(seconds))


def colored(seconds: float, r: Generator, slope: float) -> Wave:
    """Noise falling by `slope` dB an octave (-3 pink, -6 brown). Made in the frequency domain, so it loops exactly."""
    n = count(seconds)
    spectrum = np.fft.rfft(r.standard_normal(n))
    frequency = np.fft.rfftfreq(n, 1 / RATE)
    frequency[0] = frequency[1]
    gain = (frequency / 1000.0) ** (slope / 6.02)
    gain[frequency < 20] = 0
    y = np.fft.irfft(spectrum * gain, n)
    return y / np.std(y)


# ----------------------------------------------------------------------------------------------------------- filters
def filtered(x: Wave, kind: str, edge: float | Sequence[float], order: int = 2) -> Wave:
    """Butterworth filter. kind is "low", "high" or "band" (then edge is a pair of Hz)."""
    return signal.sosfilt(signal.butter(order, edge, kind, fs=RATE, output="sos"), x)


def filtered_circular(x: Wave, kind: str, edge: float | Sequence[float], order: int = 2) -> Wave:
    """The same filter's magnitude, without phase, wrapped round: a loop stays a loop."""
    n = len(x)
    _, response = signal.sosfreqz(
        signal.butter(order, edge, kind, fs=RATE, output="sos"), worN=np.fft.rfftfreq(n, 1 / RATE), fs=RATE
    )
    return np.fft.irfft(np.fft.rfft(x) * np.abs(response), n)


def resonant(x: Wave, frequency: float, q: float) -> Wave:
    """Two-pole band-pass with its peak at 0 dB."""
    b, a = signal.iirpeak(min(frequency, RATE * 0.45), q, fs=RATE)
    return signal.lfilter(b, a, x)


# --------------------------------------------------------------------------------------------------- envelopes, curves
def decay(seconds: float, attack: float, tau: float, curve_: float = 1.0) -> Wave:
    """Linear attack of `attack` seconds, then an exponential fall with time constant tau."""
    t = timeline(seconds)
    return np.minimum(1, t / max(attack, 1e-5)) * np.exp(-np.maximum(0, t - attack) / tau) ** curve_


def fade(x: Wave, fade_in: float = 0.002, fade_out: float = 0.01) -> Wave:
    """A copy with a linear fade in and a raised-cosine fade out (seconds)."""
    x = x.copy()
    a, b = count(fade_in), count(fade_out)
    column = (...,) + (None,) * (x.ndim - 1)
    if a:
        x[:a] *= np.linspace(0, 1, a)[column]
    if b:
        x[-b:] *= (0.5 + 0.5 * np.cos(np.linspace(0, np.pi, b)))[column]
    return x


def curve(points: Sequence[tuple[float, float]], seconds: float) -> Wave:
    """Smooth monotone curve through (time, value) points, one value a sample."""
    p = np.array(points, float)
    return PchipInterpolator(p[:, 0], p[:, 1])(np.clip(timeline(seconds), p[0, 0], p[-1, 0]))


def sweep(frequency: Wave) -> Wave:
    """Frequency per sample to phase per sample."""
    return 2 * np.pi * np.cumsum(frequency) / RATE


# -------------------------------------------------------------------------------------------------------------- sources
def modal(
    seconds: float,
    frequencies: Sequence[float],
    taus: Sequence[float],
    amplitudes: Sequence[float],
    r: Generator | None = None,
    attack: float = 0.0004,
) -> Wave:
    """A struck thing: a sum of decaying sines, each with its own time constant and (with r) a random phase."""
    t = timeline(seconds)
    y = np.zeros_like(t)
    for frequency, tau, amplitude in zip(frequencies, taus, amplitudes, strict=False):
        if frequency > RATE * 0.46:
            continue
        phase = 0 if r is None else r.uniform(0, 2 * np.pi)
        y += amplitude * np.sin(2 * np.pi * frequency * t + phase) * np.exp(-t / tau)
    out = min(len(y), count(0.008))
    y[-out:] *= 0.5 + 0.5 * np.cos(np.linspace(0, np.pi, out))  # never end on a step
    return y * np.minimum(1, t / attack)


def voice(
    pitch: Wave | float,
    formants: Sequence[Wave | float],
    seconds: float,
    tilt: float = 1.2,
    jitter: float = 0.0,
    r: Generator | None = None,
    widths: Sequence[float] = (80, 110, 160, 220),
    gains: Sequence[float] = (1, 0.7, 0.35, 0.2),
    harmonics: int = 70,
) -> Wave:
    """Additive throat: harmonic k has amplitude k^-tilt times the resonances read at k * pitch(t).

    pitch and formants are Hz, constant or per sample. Free of aliasing and of filter transients."""
    n = count(seconds)
    f0 = np.broadcast_to(pitch, (n,)).astype(float)
    if jitter and r is not None:
        wander = filtered(r.standard_normal(n + 4800), "low", 18)[4800:]
        f0 = f0 * (1 + jitter * wander / (np.std(wander) + 1e-9))
    phase = sweep(f0)
    y = np.zeros(n)
    tracks = [np.broadcast_to(f, (n,)) for f in formants]
    for k in range(1, harmonics + 1):
        here = k * f0
        if here.min() > 16000:
            break
        amplitude = np.zeros(n)
        for formant, width, gain in zip(tracks, widths, gains, strict=False):
            amplitude += gain / np.sqrt(1 + ((here - formant) / (width * 0.9)) ** 2)
        y += amplitude * k**-tilt * (here < 17000) * np.sin(k * phase)
    return y


# -------------------------------------------------------------------------------------------------------------- placing
def put(buffer: Wave, x: Wave, at: float, gain: float = 1.0) -> Wave:
    """Add x into buffer at `at` seconds, cutting what does not fit. Returns the buffer."""
    i = count(at)
    if i < 0:
        x, i = x[-i:], 0
    m = min(len(x), len(buffer) - i)
    if m > 0:
        buffer[i : i + m] += gain * x[:m]
    return buffer


def put_circular(buffer: Wave, x: Wave, i: int, gain: float = 1.0) -> None:
    """Add x into a loop at sample i; what passes the end comes in at the start."""
    n = len(buffer)
    i %= n
    while len(x):
        m = min(len(x), n - i)
        buffer[i : i + m] += gain * x[:m]
        x, i = x[m:], 0


def stereo(left: Wave, right: Wave) -> Wave:
    """Two mono signals to one of shape (n, 2)."""
    return np.stack([left, right], 1)


def mono(x: Wave) -> Wave:
    """The mean of the channels."""
    return x if x.ndim == 1 else x.mean(1)


def each_channel(x: Wave, change: Callable[[Wave], Wave]) -> Wave:
    """Apply a mono function to both channels of a stereo signal."""
    return np.stack([change(x[:, c]) for c in (0, 1)], 1)


# --------------------------------------------------------------------------------------------------------------- rooms
@functools.cache
def impulse(
    seconds: float = 1.8,
    pre: float = 0.012,
    bright: float = 5000,
    dark: float = 0.5,
    seed: str = "hall",
    width: float = 1.0,
) -> Wave:
    """Stereo reverb impulse: early taps, then decaying noise whose highs die faster. `seconds` is its RT60."""
    r = random_for("ir" + seed)
    n = count(seconds * 1.3)
    t = np.arange(n) / RATE
    out = np.zeros((n, 2))
    for c in range(2):
        noise = r.standard_normal(n)
        total = np.zeros(n)
        for low, high in itertools.pairwise(OCTAVE_BANDS):
            middle = np.sqrt(low * high)
            tau = seconds / 6.91 * (1 if middle < 900 else (900 / middle) ** dark)
            total += filtered(noise, "band", (low, high), 2) * np.exp(-t / tau) / (1 + (middle / bright) ** 2)
        out[:, c] = total * np.minimum(1, t / 0.02)
    for k in range(9):
        at = count(pre + r.uniform(0.004, 0.055))
        for c in range(2):
            out[min(n - 1, at + int(r.integers(0, 60))), c] += r.choice([-1, 1]) * 5 * 0.75**k
    out = np.vstack([np.zeros((count(pre), 2)), out])
    out /= np.sqrt((out**2).sum(0).mean())
    middle_ = out.mean(1, keepdims=True)
    return middle_ + (out - middle_) * width


def reverb_circular(x: Wave, h: Wave) -> Wave:
    """Circular convolution over the length of x: a loop's tail rings into its own start."""
    n = len(x)
    if len(h) > n:
        pad = (-len(h)) % n
        h = np.vstack([h, np.zeros((pad, 2))]).reshape(-1, n, 2).sum(0)
    wet = [scipy.fft.irfft(scipy.fft.rfft(x[:, c]) * scipy.fft.rfft(h[:, c], n), n) for c in range(2)]
    return np.stack(wet, 1)


def room(
    x: Wave, mix: float = 0.2, seconds: float = 0.35, seed: str = "room", pre: float = 0.004, **how: float
) -> Wave:
    """Put a mono or stereo sound in a room; the result is stereo and longer by the reverb."""
    if x.ndim == 1:
        x = np.stack([x, x], 1)
    h = impulse(seconds, seed=seed, pre=pre, **how)
    wet = np.stack([signal.fftconvolve(x[:, c], h[:, c]) for c in range(2)], 1)
    dry = np.vstack([x, np.zeros((len(wet) - len(x), 2))])
    return dry * (1 - mix * 0.5) + wet * mix


# -------------------------------------------------------------------------------------------------------------- finish
def trim(x: Wave, threshold_db: float = -62, tail: float = 0.01) -> Wave:
    """Cut the silence at the end: what lies `threshold_db` under the peak, less a tail in seconds."""
    loud = np.abs(x) if x.ndim == 1 else np.abs(x).max(1)
    i = np.nonzero(loud > loud.max() * ratio(threshold_db))[0]
    return x[: min(len(x), i[-1] + count(tail))] if len(i) else x


def saturate(x: Wave, drive: float = 1.0) -> Wave:
    """Soft clipping; 1.0 stays 1.0."""
    return np.tanh(x * drive) / np.tanh(drive)
