"""Dialogue voices: one syllable a blip. Fifteen people, six syllables each, and the rising ends of questions.

The ear plays one blip for two letters; the vowel picks the syllable (a e i o u, and m for the rest). For a question the
last three blips are q1, q2, q3: +1, +2, +3 semitones, two vowels each, so that two questions running differ."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from tools.make_sound.catalogue import effect
from tools.make_sound.dsp import Wave, between, count, fade, filtered, put, saturate, timeline, voice, white

VOWELS = {
    "a": (800, 1250, 2600),
    "e": (520, 1900, 2600),
    "i": (320, 2300, 3000),
    "o": (480, 900, 2500),
    "u": (340, 800, 2400),
    "m": (280, 1100, 2200),
}  # formants in Hz of a grown-up; each person scales them
SEMITONES = {"a": 0.0, "e": 1.0, "i": 2.0, "o": -1.0, "u": -2.0, "m": -0.5}
QUESTION_VOWELS = {1: "ae", 2: "eo", 3: "ai"}


@dataclass(frozen=True)
class Throat:
    """What makes one person's voice: pitch in Hz, size of the head, softness, unsteadiness, air, length in s."""

    pitch: float
    scale: float
    tilt: float
    jitter: float
    breath: float
    length: float
    vibrato: float = 0.0
    habit: str = ""  # slouch, glide, ring, purr, roll or echo: see _habit


THROATS = {
    "coraline": Throat(285, 1.20, 1.10, 0.010, 0.02, 0.075),
    "wybie": Throat(205, 1.06, 0.95, 0.022, 0.03, 0.070, habit="slouch"),
    "mother": Throat(205, 1.08, 1.25, 0.006, 0.02, 0.070),
    "father": Throat(112, 0.92, 1.20, 0.010, 0.03, 0.082),
    "other_mother": Throat(233, 1.10, 1.45, 0.002, 0.05, 0.100, 0.012, "glide"),  # too steady, and gliding up
    "beldam": Throat(131, 0.86, 0.75, 0.030, 0.06, 0.105, habit="ring"),
    "other_father": Throat(123, 0.93, 1.3, 0.004, 0.02, 0.100, 0.02, "glide"),
    "cat": Throat(138, 0.98, 1.30, 0.005, 0.06, 0.095, habit="purr"),
    "bobinsky": Throat(96, 0.84, 0.85, 0.015, 0.03, 0.085, 0.01, "roll"),
    "spink": Throat(262, 1.05, 1.0, 0.012, 0.04, 0.090, 0.03, "glide"),
    "forcible": Throat(330, 1.12, 1.2, 0.010, 0.03, 0.085, 0.035),
    "ghost": Throat(392, 1.25, 1.7, 0.003, 0.30, 0.140, 0.010, "echo"),
    "grandmother": Throat(175, 1.02, 1.0, 0.035, 0.08, 0.090),
    "mice": Throat(880, 1.7, 1.2, 0.01, 0.01, 0.045),
    "narrator": Throat(160, 1.0, 1.6, 0.004, 0.04, 0.070),
}


def _melody(habit: str, u: Wave, question: bool) -> Wave:
    """The pitch over the syllable as a factor; u runs 0..1. In a question the person's own habit is held back."""
    if question:
        return np.interp(u, [0, 1], {"glide": [0.97, 1.03], "slouch": [1.03, 0.97]}.get(habit, [0.985, 1.015]))
    if habit == "glide":
        return np.interp(u, [0, 1], [0.94, 1.05])
    if habit == "slouch":
        return np.interp(u, [0, 0.3, 1], [1.06, 1.0, 0.9])
    return np.interp(u, [0, 0.4, 1], [0.97, 1.03, 0.96])


def _habit(y: Wave, habit: str, r: Generator) -> Wave:
    """What is odd about a voice: ring modulation, a purr, a rolled r."""
    n = len(y)
    t = timeline(n / 48000)[:n]
    if habit == "ring":
        hiss = filtered(r.standard_normal(n), "band", (3500, 8000)) * 0.0875
        return saturate(y * (0.6 + 0.4 * np.sin(2 * np.pi * 61 * t)) + hiss, 1.8)
    if habit == "purr":
        return y * (0.72 + 0.28 * np.sin(2 * np.pi * 27 * t))
    if habit == "roll":
        return y * (0.75 + 0.25 * np.sign(np.sin(2 * np.pi * 31 * t)))
    return y


def _echo(y: Wave) -> Wave:
    z = np.zeros(len(y) + count(0.16))
    put(z, y, 0)
    put(z, filtered(y, "low", 2500), 0.07, 0.4)
    put(z, filtered(y, "low", 1600), 0.14, 0.18)
    return fade(z, 0.002, 0.02)


def syllable(throat: Throat, vowel: str, r: Generator, step: int = 0) -> Wave:
    """One syllable. step 0 is plain speech, 1..3 the end of a question (step 3 longer, and gliding up)."""
    question = step > 0
    length = throat.length * (1.25 if step == 3 else 1.0 if question else between(r, 0.92, 1.08))
    t = timeline(length)
    u = t / length
    drift = between(r, -0.15, 0.15) if question else between(r, -0.3, 0.3)
    semitones = SEMITONES[vowel] * (0.4 if question else 1.0) + step + drift
    pitch = throat.pitch * 2 ** (semitones / 12) * _melody(throat.habit, u, question)
    if step == 3:
        pitch = pitch * 2 ** (u**1.5 / 12)
    pitch = pitch * (1 + throat.vibrato * np.sin(2 * np.pi * 6 * t))
    formants: list[Wave | float] = [f * throat.scale for f in VOWELS[vowel]] + [3700 * throat.scale]
    first = VOWELS[vowel][0] * throat.scale
    formants[0] = np.interp(u, [0, 0.25, 1], [first * 0.7, first, first * 0.85])  # it opens like a soft consonant
    y = voice(pitch, formants, length, throat.tilt, throat.jitter, r, widths=(90, 120, 180, 240))
    y /= np.abs(y).max() + 1e-9
    y = y * (1 - throat.breath) + filtered(white(length, r)[: len(y)], "band", (1500, 7500)) * throat.breath * 0.5
    y = _habit(y, throat.habit, r)
    y = fade(y * np.interp(u, [0, 0.12, 0.6, 1], [0, 1, 0.88, 0]), 0.003, 0.012)
    return filtered(_echo(y) if throat.habit == "echo" else y, "high", 90)


def _enter(who: str, throat: Throat) -> None:
    def plain(r: Generator, variant: int) -> Wave:
        return syllable(throat, "aeioum"[variant], r)

    effect(6, "voice", loudness=-25, numbered=True, name=f"voice_{who}")(plain)
    for step, vowels in QUESTION_VOWELS.items():

        def asking(r: Generator, variant: int, step: int = step, vowels: str = vowels) -> Wave:
            return syllable(throat, vowels[variant], r, step)

        effect(2, "voice", loudness=-25, numbered=True, name=f"voice_{who}_q{step}")(asking)


for _who, _throat in THROATS.items():
    _enter(_who, _throat)
