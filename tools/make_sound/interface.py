"""Menus and rewards, tuned to D."""

from __future__ import annotations

import numpy as np
from numpy.random import Generator

from tools.make_sound.catalogue import effect
from tools.make_sound.dsp import Wave, count, curve, filtered, modal, put, room, trim, white


@effect(bus="ui", loudness=-29)
def ui_move(r: Generator) -> Wave:
    """Another line of the menu."""
    return trim(modal(0.1, [587.33, 1618], [0.022, 0.01], [1, 0.3], r, 0.001))


@effect(bus="ui", loudness=-25)
def ui_select(r: Generator) -> Wave:
    """Yes."""
    y = np.zeros(count(0.4))
    put(y, modal(0.3, [587.33, 1618, 3170], [0.07, 0.03, 0.01], [1, 0.3, 0.1], r, 0.001), 0)
    put(y, modal(0.3, [880, 2428, 4750], [0.09, 0.03, 0.01], [1, 0.3, 0.1], r, 0.001), 0.06)
    return trim(y)


@effect(bus="ui", loudness=-27)
def ui_back(r: Generator) -> Wave:
    """Back."""
    y = np.zeros(count(0.4))
    put(y, modal(0.3, [880, 2428], [0.05, 0.02], [1, 0.3], r, 0.001), 0)
    put(y, modal(0.3, [587.33, 1618], [0.08, 0.02], [1, 0.3], r, 0.001), 0.06)
    return trim(y)


@effect(bus="ui", loudness=-25)
def ui_error(r: Generator) -> Wave:
    """That won't go."""
    y = np.zeros(count(0.35))
    put(y, modal(0.2, [311.1, 329.6, 622], [0.05, 0.05, 0.02], [1, 0.9, 0.3], r, 0.002), 0)
    put(y, modal(0.25, [293.7, 311.1, 587], [0.07, 0.07, 0.02], [1, 0.9, 0.3], r, 0.002), 0.09)
    return trim(y)


@effect(bus="ui", loudness=-24)
def ui_save(r: Generator) -> Wave:
    """The game is saved."""
    y = np.zeros(count(1.0))
    [
        put(y, modal(0.8, [f, f * 2.76, f * 5.4], [0.25, 0.1, 0.03], [1, 0.3, 0.1], r, 0.001), 0.08 * i, 0.8)
        for i, f in enumerate((587.33, 739.99, 880, 1174.66))
    ]
    return trim(room(y, 0.2, 0.8, "bell"))


@effect(2, bus="ui", loudness=-29)
def ui_page(r: Generator) -> Wave:
    """A page of the journal turns."""
    d = 0.28
    w = white(d, r)
    f = curve([(0, 0.2), (0.1, 1), (0.28, 0.1)], d)
    return trim(filtered(w, "band", (1200, 7000)) * f**2 * (1 + 0.5 * filtered(white(d, r), "low", 120) / 0.05 * 0.05))


@effect(loudness=-20)
def item_get(r: Generator) -> Wave:
    """Something is yours: the motif, in the truth of D."""
    y = np.zeros(count(1.5))
    [
        put(y, modal(1.1, [f, f * 3.98, f * 9.1], [0.35, 0.12, 0.03], [1, 0.35, 0.1], r, 0.001), 0.1 * i)
        for i, f in enumerate((440, 587.33, 554.37, 739.99))
    ]
    return trim(room(y, 0.25, 1.0, "bell"))
