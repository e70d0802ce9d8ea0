"""Checks by ear-less means: is it in tune with its own score, is its pulse where the data says, is the seam clean?"""

from __future__ import annotations

from typing import Any

import numpy as np

from tools.make_music.notation import UNPITCHED
from tools.make_music.tune import Tune
from tools.make_sound import manifest, vorbis
from tools.make_sound.dsp import RATE, Wave, each_channel, filtered
from tools.make_sound.loudness import SMALL_SPEAKER, centroid, integrated, seam, true_peak

FFT = 65536


def pitched(tune: Tune, stems: list[str]) -> list[str]:
    """Those stems that have written pitches and no noise from effects."""
    noisy = {t.stem for t in tune.tracks if t.effect}
    noted = {t.stem for t in tune.tracks if not t.effect}
    return [k for k in stems if k in noted and (k not in noisy or len(noted) == 1)]


def chroma_match(tune: Tune, x: Wave, stems: list[str]) -> tuple[float, int]:
    """Mean correlation of heard and written pitch classes a beat, and the transposition that fits best (must be 0)."""
    n, beats = tune.samples_per_beat, tune.beats * tune.bars
    m = x.mean(1)
    frequency = np.fft.rfftfreq(FFT, 1 / RATE)
    inside = (frequency > 60) & (frequency < 2200)
    classes = np.round(12 * np.log2(frequency[inside] / 440) + 69).astype(int) % 12
    written = np.zeros((beats, 12))
    for track in tune.tracks:
        if track.stem not in stems or track.effect or track.program in UNPITCHED:
            continue
        for beat, dur, pitch, vel in track.notes:
            for i in range(max(0, int(beat)), min(beats, int(np.ceil(beat + dur)))):
                overlap = min(beat + dur, i + 1) - max(beat, i)
                written[i, pitch % 12] += vel / 100 * max(0.0, min(1.0, overlap))
    heard = np.zeros((beats, 12))
    for i in range(min(beats, len(m) // n)):
        piece = m[i * n : (i + 1) * n][:FFT]
        heard[i] = np.bincount(classes, np.abs(np.fft.rfft(piece * np.hanning(len(piece)), FFT))[inside], 12)
    usable = [i for i in range(beats) if written[i].std() > 0 and heard[i].std() > 0]
    fits = [np.mean([np.corrcoef(heard[i], np.roll(written[i], s))[0, 1] for i in usable]) for s in range(12)]
    return round(float(fits[0]), 2), int(np.argmax(fits))


def beat_error(tune: Tune, x: Wave, step: int = 64) -> dict[str, Any]:
    """Distance (ms) from each beat to the steepest rise of energy within 70 ms: median and 95th percentile."""
    m = filtered(x.mean(1), "high", 150)
    energy = np.sqrt(np.convolve(m**2, np.ones(240) / 240, "same"))[::step]
    rise = np.maximum(0, np.diff(np.log(energy + 1e-4)))
    errors = []
    for beat in range(tune.beats * tune.bars):
        here = round(beat * tune.samples_per_beat / step)
        first = max(0, here - 52)
        window = rise[first : here + 53]
        if len(window) and window.max() > 0.02:
            errors.append((first + int(np.argmax(window)) - here) * step / RATE * 1000)
    return {
        "found": len(errors),
        "of": tune.beats * tune.bars,
        "median": round(float(np.median(errors)), 1),
        "p95": round(float(np.percentile(np.abs(errors), 95)), 1),
    }


def facts(tune: Tune, part: str, made: Wave, data: bytes) -> dict[str, Any]:
    """What the manifest says about one file; measured on what was decoded again."""
    heard = vorbis.decode(data)
    if len(heard) != len(made):
        raise ValueError(f"{tune.name} {part}: {len(heard)} samples came back of {len(made)}; stems would drift")
    small = each_channel(heard, lambda c: filtered(c, "high", SMALL_SPEAKER, 4))
    loud = integrated(heard)
    result: dict[str, Any] = {
        "sha256": manifest.sha256(data),
        "piece": tune.name,
        "stem": part,
        "bus": "music",
        "bytes": len(data),
        "seconds": round(len(heard) / RATE, 4),
        "loudness": round(loud, 1),
        "true_peak": round(true_peak(heard), 1),
        "centroid": centroid(heard),
        "small_speaker": round(integrated(small) - loud, 1),
        "width": round(float(np.corrcoef(heard[:, 0], heard[:, 1])[0, 1]), 2),
    }
    if tune.loop:
        step, usual = seam(heard)
        result |= {"loop_samples": len(made), "seam": round(step, 5), "usual_step": round(usual, 5)}
    return result
