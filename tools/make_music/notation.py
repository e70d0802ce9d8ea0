"""Writing music down: text to notes, chords to voicings, patterns to parts.

A note is (beat, length in beats, MIDI pitch, velocity). The leitmotif, "Four Holes", is the degrees 5-1-7-3: A D C# F.
Minor (F, the truth), major (F sharp, the lie), inverted (D A Bb F sharp: hers). Each has its reason."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

import numpy as np

Note = tuple[float, float, int, float]
Harmony = list[tuple[float, float, str]]  # (bar, length in bars, chord symbol)

CLASSES = {"C": 0, "D": 2, "E": 4, "F": 5, "G": 7, "A": 9, "B": 11}
QUALITIES = {
    "": (0, 4, 7),
    "m": (0, 3, 7),
    "7": (0, 4, 7, 10),
    "m7": (0, 3, 7, 10),
    "maj7": (0, 4, 7, 11),
    "m6": (0, 3, 7, 9),
    "6": (0, 4, 7, 9),
    "dim": (0, 3, 6),
    "m7b5": (0, 3, 6, 10),
    "sus4": (0, 5, 7),
    "7sus4": (0, 5, 7, 10),
    "add9": (0, 4, 7, 14),
    "madd9": (0, 3, 7, 14),
    "maj7#11": (0, 4, 7, 11, 18),
    "aug": (0, 4, 8),
    "5": (0, 7),
}
# General MIDI programs of FluidR3, counted from 0. Left out on purpose: piano (too modern), orchestra hit, synth leads.
PROGRAMS = {
    "honky": 3,
    "celesta": 8,
    "glock": 9,
    "musicbox": 10,
    "vibes": 11,
    "marimba": 12,
    "xylo": 13,
    "accordion": 21,
    "harmonica": 22,
    "nylon": 24,
    "violin": 40,
    "viola": 41,
    "cello": 42,
    "contra": 43,
    "trem": 44,
    "pizz": 45,
    "harp": 46,
    "timp": 47,
    "strings": 48,
    "slowstr": 49,
    "choir": 52,
    "oohs": 53,
    "trombone": 57,
    "tuba": 58,
    "horn": 60,
    "oboe": 68,
    "ehorn": 69,
    "bassoon": 70,
    "clarinet": 71,
    "piccolo": 72,
    "flute": 73,
    "ocarina": 79,
    "bowed": 92,
    "crystal": 98,
    "woodblock": 115,
    "taiko": 116,
    "tom": 117,
}
UNPITCHED = (115, 116, 117)


def pitch(text: str) -> int:
    """ "C#4" to its MIDI number. Raises ValueError on anything else."""
    m = re.fullmatch(r"([A-G])([#b]*)(-?\d)", text)
    if m is None:
        raise ValueError(f"{text!r} is no pitch")
    return CLASSES[m[1]] + m[2].count("#") - m[2].count("b") + 12 * (int(m[3]) + 1)


def mel(
    text: str,
    vel: float = 80,
    start: float = 0.0,
    octaves: int = 0,
    stretch: float = 1.0,
    legato: float = 0.96,
    semis: int = 0,
) -> list[Note]:
    """A melody: "A4 D5:2 -:1 | (A4,D5):2 F4!"

    ':' gives beats (default 1), '-' rests, '!' accents, '|' is for the eye."""
    out: list[Note] = []
    beat = start
    for token in text.replace("|", " ").split():
        name, _, beats = token.partition(":")
        accent = 14 if name.endswith("!") else 0
        name = name.removesuffix("!")
        length_ = float(beats or 1) * stretch
        if name != "-":
            for part in name.strip("()").split(","):
                out.append((beat, length_ * legato, pitch(part) + 12 * octaves + semis, vel + accent))
        beat += length_
    return out


def length(text: str) -> float:
    """How many beats a melody lasts."""
    return sum(float(token.partition(":")[2] or 1) for token in text.replace("|", " ").split())


def line(text: str, beats: float, bars: int, **how: float) -> list[Note]:
    """mel() that insists on full bars: every '|' part lasts exactly `beats`, or ValueError is raised."""
    parts = [p for p in text.split("|") if p.strip()]
    if len(parts) != bars:
        raise ValueError(f"{len(parts)} bars, not {bars}: {text[:40]}")
    for i, part in enumerate(parts, 1):
        if abs(length(part) - beats) > 1e-6:
            raise ValueError(f"bar {i} lasts {length(part)} beats: {part}")
    return mel(text, **how)  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------------------------- harmony
def chord(symbol: str) -> tuple[int, list[int], int]:
    """ "Bb/D" to (root, pitch classes, bass)."""
    name, _, under = symbol.partition("/")
    m = re.match(r"([A-G][#b]?)(.*)$", name)
    if m is None:
        raise ValueError(f"{symbol!r} is no chord")
    root = pitch(m[1] + "0") % 12
    return root, [(root + i) % 12 for i in QUALITIES[m[2]]], pitch(under + "0") % 12 if under else root


def chords(text: str) -> Harmony:
    """ "Dm Bb:2 A7" to a harmony; ':n' counts bars."""
    out: Harmony = []
    bar = 0.0
    for token in text.replace("|", " ").split():
        name, _, bars = token.partition(":")
        out.append((bar, float(bars or 1), name))
        bar += float(bars or 1)
    return out


def near(classes: Sequence[int], center: int, n: int, before: Sequence[int] | None = None) -> tuple[int, ...]:
    """The n-voice voicing near `center` that moves least from the one before."""
    candidates = [p for p in range(center - 9, center + 10) if p % 12 in classes]
    best: tuple[float, tuple[int, ...]] | None = None
    for c in itertools.combinations(candidates, n):
        if len({p % 12 for p in c}) < min(n, len(set(classes)) if n <= 3 else 3) or min(np.diff(c)) < 2:
            continue
        off = abs(float(np.mean(c)) - center)
        cost = (sum(abs(a - b) for a, b in zip(c, before, strict=True)) if before else off * n) + 0.3 * off
        if best is None or cost < best[0]:
            best = (cost, c)
    if best is None:
        raise ValueError(f"no voicing of {classes} near {center}")
    return best[1]


def pad(
    harmony: Harmony,
    beats: float,
    center: int = 60,
    n: int = 3,
    vel: float = 55,
    legato: float = 1.02,
    swell: float = 0,
) -> list[Note]:
    """Held chords."""
    out: list[Note] = []
    voicing: tuple[int, ...] | None = None
    for bar, bars, symbol in harmony:
        voicing = near(chord(symbol)[1], center, n, voicing)
        loud = vel + (swell if int(bar) % 4 == 2 else 0)
        out += [(bar * beats, bars * beats * legato, p, loud) for p in voicing]
    return out


def bass(
    harmony: Harmony,
    beats: float,
    low: int = 36,
    vel: float = 60,
    pattern: Sequence[tuple[float, float, int]] = ((0, 1, 0),),
    legato: float = 0.95,
) -> list[Note]:
    """A bass: in every bar, (beat, length, 0 = the bass note or 1 = the fifth)."""
    out: list[Note] = []
    for bar, bars, symbol in harmony:
        root, classes, under = chord(symbol)
        fifth = (root + 7) % 12 if (root + 7) % 12 in classes else classes[2]
        for k in range(round(bars)) if bars >= 1 else [0]:
            for at, lasting, degree in pattern:
                if bars < 1 and at >= bars * beats:
                    continue
                p = low + (((under if degree == 0 else fifth) - low) % 12)
                out.append(
                    ((bar + k) * beats + at, min(lasting, bars * beats if bars < 1 else lasting) * legato, p, vel)
                )
    return out


def arp(
    harmony: Harmony,
    beats: float,
    center: int = 62,
    shape: Sequence[int] = (0, 1, 2, 3, 2, 1),
    step: float = 0.5,
    vel: float = 52,
    accent: float = 8,
) -> list[Note]:
    """Broken chords: `shape` walks over three voices and the octave of the lowest."""
    out: list[Note] = []
    voicing: tuple[int, ...] | None = None
    for bar, bars, symbol in harmony:
        voicing = near(chord(symbol)[1], center, 3, voicing)
        four = (*voicing, voicing[0] + 12)
        for k in range(int(np.ceil(bars * beats / step - 1e-6))):
            at = k * step
            loud = vel + (accent if abs(at % beats) < 1e-6 else 0)
            out.append((bar * beats + at, step * 1.9, four[shape[k % len(shape)] % 4], loud))
    return out


def comp(
    harmony: Harmony,
    beats: float,
    at: Sequence[float],
    center: int = 60,
    vel: float = 56,
    dur: float = 0.4,
    n: int = 3,
    soft: Sequence[float] = (),
) -> list[Note]:
    """Short chords at the given beats of every bar; those in `soft` are played 6 softer."""
    out: list[Note] = []
    voicing: tuple[int, ...] | None = None
    for bar, bars, symbol in harmony:
        voicing = near(chord(symbol)[1], center, n, voicing)
        for k in range(int(bars)):
            out += [((bar + k) * beats + a, dur, p, vel - 6 * (a in soft)) for a in at for p in voicing]
    return out


# ---------------------------------------------------------------------------------------------------- patterns
def every(
    pattern: str | Sequence[str],
    bars: int,
    beats: float,
    vel: float = 70,
    note: int = 60,
    dur: float = 0.2,
    start: int = 0,
) -> list[Note]:
    """A drum line: a string of steps a bar, 'x' a hit, 'X' an accent; several strings take turns."""
    out: list[Note] = []
    for k in range(bars):
        steps = pattern if isinstance(pattern, str) else pattern[k % len(pattern)]
        for i, c in enumerate(steps):
            if c in "xX":
                out.append(((start + k) * beats + i * beats / len(steps), dur, note, vel + (18 if c == "X" else 0)))
    return out


def shift(notes: Iterable[Note], beats: float = 0, semis: int = 0, louder: float = 0) -> list[Note]:
    """The same notes elsewhere, higher, louder."""
    return [(b + beats, d, p + semis, min(127, max(1, v + louder))) for b, d, p, v in notes]


def crop(notes: Iterable[Note], first: float, last: float) -> list[Note]:
    """The notes that begin in [first, last) beats."""
    return [n for n in notes if first <= n[0] < last]


def at_bar(notes: Iterable[Note], bar: int, beats: float) -> list[Note]:
    """The same notes, starting at a bar (counted from 1)."""
    return shift(notes, (bar - 1) * beats)


def hold(*rows: tuple[float, ...]) -> list[Note]:
    """Long tones, from rows of (start beat, length, velocity, *MIDI pitches)."""
    return [(b, d, int(p), v) for b, d, v, *pitches in rows for p in pitches]
