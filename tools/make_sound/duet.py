"""The duet: a heel on hollow boards, and the eight notes a row of steps makes, each by its own name."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from tools.make_sound.catalogue import effect
from tools.make_sound.dsp import Wave, count, decay, filtered, modal, put, room, trim, white
from tools.make_sound.materials import wood

TUNE = (440.0, 587.33, 554.37, 349.23, 392.0, 440.0, 554.37, 587.33)
"""Hz: the four holes of a button with the true fourth note, and the way home."""


@effect(2, loudness=-24, quality=0.2)
def heel_click(r: Generator) -> Wave:
    """A heel, put down on a stage."""
    y = np.zeros(count(0.34))
    put(y, filtered(white(0.02, r), "band", (1500, 5200)) * decay(0.02, 0.0004, 0.004), 0.001, 0.9)
    put(y, wood(r, 212, 0.2, 1.1), 0.003, 0.8)
    put(y, wood(r, 96, 0.24, 0.4), 0.012, 0.4)
    return trim(room(y, 0.12, 0.5, "theatre"), -50)


def _note(r: Generator, f: float) -> Wave:
    """A key of the mole's piano, damped at once."""
    up = range(1, 8)
    d = 0.85
    y = modal(d, [f * k * (1 + 0.0004 * k * k) for k in up], [0.32 / k for k in up], [1 / k for k in up], r, 0.002)
    put(y, filtered(white(0.03, r), "low", 900) * decay(0.03, 0.001, 0.007), 0.001, 0.5)
    return trim(room(y, 0.1, 0.45, "theatre"), -50)


for _n, _f in enumerate(TUNE):
    effect(loudness=-25, quality=0.15, name=f"heel_note_{'abcdefgh'[_n]}")(lambda r, f=_f: _note(r, f))
