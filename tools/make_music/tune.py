"""Tune: one piece as data - tempo, bars, tracks with their roles, effect hits, cues. @piece enters its maker in PIECES.

beat   the unit of notation.mel(); a quarter unless the piece says otherwise
lu     the role of a track: its level in LU below the lead (lead 0, counter -4, pad -9 ...)
stem   the layer a track belongs to; the stems of one piece are locked to each other sample by sample"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np

from tools.make_music.notation import PROGRAMS, Note

RATE, TICK = 48000, 800  # samples a second; samples a game tick (60 a second)


@dataclass
class Track:
    """One instrument, or one of our own effects placed on beats."""

    name: str
    stem: str
    lu: float
    pan: float
    send: float  # how much goes to the reverb
    lowcut: float  # Hz, 0 = none
    program: int = 0
    notes: list[Note] = field(default_factory=list)
    effect: str = ""
    hits: list[tuple[float, float]] = field(default_factory=list)  # (beat, gain)


class Tune:
    """One piece. A beat is an exact number of samples, so a loop's length is one too."""

    def __init__(
        self,
        name: str,
        beats: int,
        bars: int,
        *,
        bpm: float = 0,
        ticks: int = 0,
        loop: bool = True,
        lufs: float = -19,
        reverb: tuple[str, float] = ("hall", 2.0),
        key: str = "",
        quality: float = 0.15,
        tail: float = 0.3,
    ) -> None:
        self.name, self.beats, self.bars, self.loop = name, beats, bars, loop
        # a multiple of 6, so that the MIDI tempo is a whole number of microseconds
        self.samples_per_beat = ticks * TICK if ticks else round(RATE * 60 / bpm / 6) * 6
        self.lufs, self.reverb, self.key, self.quality, self.tail = lufs, reverb, key, quality, tail
        self.form = ""  # the docstring of its maker
        self.tracks: list[Track] = []
        self.sections: list[dict[str, Any]] = []
        self.cuts: list[tuple[str, int, int]] = []  # (file, first bar, bar after the last): pieces played once, in acts
        self.cues: list[dict[str, Any]] = []
        self.main: tuple[str, ...] | None = None  # stems that normally sound together; None = all
        self.wall = False  # heard through plaster

    @property
    def samples(self) -> int:
        """The length of one pass."""
        return self.samples_per_beat * self.beats * self.bars

    @property
    def bpm(self) -> float:
        """The exact tempo."""
        return round(60 * RATE / self.samples_per_beat, 4)

    def voice(
        self,
        name: str,
        program: str | int,
        notes: Iterable[Note],
        lu: float = 0,
        stem: str = "base",
        pan: float = 0,
        send: float = 0.3,
        lowcut: float = 0,
        human: float = 1.0,
    ) -> None:
        """Add an instrument. `human` scales the unevenness of its player; 0 for pulses that are played to."""
        r = np.random.default_rng([zlib.crc32((self.name + name).encode()), 7])
        number = PROGRAMS[program] if isinstance(program, str) else program
        end = self.beats * self.bars
        played: list[Note] = []
        for beat, dur, pitch, vel in notes:
            if not 0 <= pitch <= 127:
                raise ValueError(f"{self.name}, {name}: pitch {pitch}")
            if beat >= end - 1e-6:
                continue
            at = beat + r.normal(0, 0.006) * human * self.bpm / 60  # 6 ms
            loud = int(np.clip(vel + r.normal(0, 4) * human, 1, 127))
            played.append((at, max(0.04, dur), int(pitch), loud))
        self.tracks.append(Track(name, stem, lu, pan, send, lowcut, number, played))

    def effect(
        self,
        name: str,
        effect: str,
        hits: Iterable[tuple[float, float]],
        lu: float = -6,
        stem: str = "base",
        pan: float = 0,
        send: float = 0.2,
        lowcut: float = 0,
    ) -> None:
        """Add a track made of one of our own effects: hits are (beat, gain)."""
        self.tracks.append(Track(name, stem, lu, pan, send, lowcut, effect=effect, hits=list(hits)))

    def cue(self, bar: int, beat: float, kind: str, lead: float = 0, **more: Any) -> None:
        """What the player must do on (bar, beat), both counted from 1; `lead` beats earlier it is announced."""
        self.cues.append({"bar": bar, "beat": beat, "kind": kind, "lead": lead, **more})

    def stems(self) -> list[str]:
        """The names of the layers, in the order they were written."""
        return list(dict.fromkeys(t.stem for t in self.tracks))

    def fingerprint(self) -> str:
        """A hash of everything that can be heard; notes rounded to 0.1 ms of a beat."""
        tracks = [
            asdict(t) | {"notes": [(round(b, 4), round(d, 4), p, v) for b, d, p, v in t.notes]} for t in self.tracks
        ]
        facts = [
            self.name,
            self.beats,
            self.bars,
            self.samples_per_beat,
            self.loop,
            self.lufs,
            self.reverb,
            self.quality,
        ]
        told = json.dumps([facts, self.tail, self.cuts, self.cues, self.main, self.wall, tracks], default=str)
        return hashlib.sha256(told.encode()).hexdigest()


def beat_data(tune: Tune) -> dict[str, Any]:
    """Plain data for a playable piece: the sample and tick of every beat, bars, sections and cues."""
    n, per = tune.beats * tune.bars, tune.samples_per_beat

    def seconds(beat: float) -> float:
        return round(beat * per / RATE, 6)

    cues = []
    for cue in tune.cues:
        at = (cue["bar"] - 1) * tune.beats + cue["beat"] - 1
        cues.append({**cue, "at_beat": at, "sample": round(at * per), "tick": round(at * per / TICK, 3)})
    return {
        "name": tune.name,
        "bpm": tune.bpm,
        "beats_per_bar": tune.beats,
        "bars": tune.bars,
        "loop": tune.loop,
        "samples_per_beat": per,
        "ticks_per_beat": per / TICK,
        "samples": tune.samples,
        "beat_seconds": [seconds(b) for b in range(n)],
        "bar_seconds": [seconds(b * tune.beats) for b in range(tune.bars)],
        "sections": tune.sections,
        "cues": sorted(cues, key=lambda c: c["at_beat"]),
    }


PIECES: dict[str, Callable[[], Tune]] = {}


def piece(make: Callable[[], Tune]) -> Callable[[], Tune]:
    """Enter a maker in PIECES under its own name; its docstring becomes the tune's form."""

    def made() -> Tune:
        tune = make()
        tune.form = " ".join((make.__doc__ or "").split())
        if tune.name != make.__name__:
            raise ValueError(f"{make.__name__}() makes {tune.name}")
        return tune

    made.__doc__ = make.__doc__
    PIECES[make.__name__] = made
    return made
