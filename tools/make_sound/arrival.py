"""What the first chapter needs: boxes, sticking doors, chores, fog and crows, a doll, bricks."""

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
    resonant,
    room,
    saturate,
    sweep,
    timeline,
    trim,
    voice,
    white,
)
from tools.make_sound.materials import cloth, creak, steel, taps, wood


def _cardboard(r: Generator, seconds: float) -> Wave:
    """Cardboard shifting: dull grains."""
    y = np.zeros(count(seconds))
    t = 0.004
    while t < seconds - 0.03:
        span = between(r, 0.008, 0.03)
        grain = filtered(white(span, r), "band", (between(r, 250, 500), between(r, 1600, 3200)), 1)
        put(y, grain * np.hanning(count(span)), t, between(r, 0.2, 1))
        t += r.exponential(0.012)
    return y


def _thud(r: Generator, f: float, seconds: float = 0.3) -> Wave:
    """Something heavy and dull comes to rest."""
    k = between(r, 0.94, 1.06) * f
    body = modal(seconds, [k, k * 1.9, k * 3.2, k * 5.1], [0.06, 0.04, 0.022, 0.012], [0.7, 0.8, 0.6, 0.4], r, 0.001)
    put(body, filtered(white(0.06, r), "band", (200, 1800)) * decay(0.06, 0.0008, 0.014), 0.0, 0.8)
    return body


# ------------------------------------------------------------------------------------------------------ boxes, the van
@effect(2, loudness=-26)
def box_lift(r: Generator) -> Wave:
    """A box is lifted: cardboard takes the weight, something shifts inside."""
    y = np.zeros(count(0.7))
    put(y, _cardboard(r, 0.34) * np.linspace(1, 0.3, count(0.34)), 0.0)
    put(y, wood(r, 230, 0.12, 0.4), between(r, 0.2, 0.26), 0.25)
    put(y, steel(r, 2300, 0.2, 0.03), between(r, 0.28, 0.34), 0.06)
    return trim(y)


@effect(2, loudness=-24)
def box_put(r: Generator) -> Wave:
    """A box is set down."""
    y = np.zeros(count(0.7))
    put(y, _thud(r, 118), 0.002)
    put(y, _cardboard(r, 0.2), 0.01, 0.5)
    put(y, wood(r, 260, 0.1, 0.5), between(r, 0.07, 0.1), 0.25)
    return trim(room(y, 0.08, 0.3, "room"))


@effect(2, loudness=-25)
def tape_rip(r: Generator) -> Wave:
    """Parcel tape is torn off."""
    d = between(r, 0.45, 0.6)
    rate = curve([(0, 120), (d * 0.5, 320), (d, 520)], d)
    x = filtered(white(d, r), "band", (900, 7500)) * (0.4 + 0.6 * np.sign(np.sin(sweep(rate)))) * 0.5
    x *= np.interp(timeline(d), [0, 0.01, d - 0.05, d], [0, 1, 0.9, 0])
    put(x, filtered(white(0.02, r), "high", 2000) * decay(0.02, 0.0003, 0.004), d - 0.03, 1.0)
    return trim(x)


@effect(loudness=-21, telegraph=True)
def van_door(r: Generator) -> Wave:
    """The van's sliding door."""
    y = np.zeros(count(1.5))
    d = 0.62
    roll = filtered(colored(d, r, -3), "band", (250, 2600)) * np.interp(
        timeline(d), [0, 0.05, 0.5, d], [0, 0.6, 1, 0.6]
    )
    put(y, roll * (1 + 0.5 * np.sin(2 * np.pi * 23 * timeline(d))), 0.0, 0.35)
    put(y, modal(0.6, [96, 171, 288, 462, 811], [0.09, 0.07, 0.05, 0.03, 0.02], [0.8, 0.8, 0.7, 0.5, 0.4], r, 0.001), d)
    put(y, steel(r, 1300, 0.3, 0.05), d + 0.01, 0.4)
    return trim(room(y, 0.1, 0.5, "outdoor", bright=3000))


@effect(2, loudness=-25)
def sign_creak(r: Generator) -> Wave:
    """A painted sign swings on two hooks."""
    y = creak(r, between(r, 0.5, 0.7), 52, 34, [560, 1120, 1790, 2900], jit=0.35, f_mid=88)
    return trim(room(y, 0.08, 0.4, "outdoor", bright=4000))


# ------------------------------------------------------------------------------------------------------ the front door
@effect(2, loudness=-22)
def door_rattle(r: Generator) -> Wave:
    """The door sticks: it gives a finger's breadth and no more."""
    y = np.zeros(count(0.7))
    for at, g in ((0.002, 0.7), (0.11, 1.0), (0.2, 0.5)):
        put(y, wood(r, 105, 0.22, 0.7), at, g)
        put(y, modal(0.06, [890, 1740, 2600], [0.012, 0.009, 0.005], [0.6, 0.4, 0.3], r), at + 0.012, g * 0.4)
    put(y, creak(r, 0.25, 70, 50, [420, 830, 1400]), 0.2, 0.12)
    return trim(room(y, 0.15, 0.5, "hallway"))


@effect(loudness=-18, telegraph=True)
def door_burst(r: Generator) -> Wave:
    """The door gives all at once, and says so to the whole hall."""
    y = np.zeros(count(1.6))
    put(y, creak(r, 0.22, 60, 160, [380, 760, 1250, 2100]), 0.0, 0.4)
    put(
        y,
        modal(0.7, [71, 122, 189, 305, 489, 760], [0.1, 0.09, 0.07, 0.05, 0.03, 0.02], [0.8] * 4 + [0.5, 0.3], r),
        0.2,
    )
    put(y, filtered(white(0.08, r), "band", (300, 3600)) * decay(0.08, 0.0005, 0.02), 0.2, 1.2)
    put(y, wood(r, 150, 0.25), 0.62, 0.5)
    put(y, wood(r, 158, 0.2), 0.78, 0.25)
    return trim(room(y, 0.3, 0.9, "hallway2"))


# -------------------------------------------------------------------------------------------------------------- chores
@effect(2, loudness=-25)
def cupboard_open(r: Generator) -> Wave:
    """A cupboard door: a catch, a small complaint."""
    y = np.zeros(count(0.8))
    put(y, modal(0.06, [1320, 2460, 3900], [0.012, 0.008, 0.005], [1, 0.6, 0.4], r), 0.002, 0.8)
    put(y, wood(r, 240, 0.12, 0.8), 0.006, 0.5)
    put(y, creak(r, between(r, 0.26, 0.36), 62, 90, [640, 1180, 1900]), 0.08, 0.25)
    return trim(room(y, 0.12, 0.35, "room"))


@effect(2, loudness=-25)
def drawer_slide(r: Generator) -> Wave:
    """A drawer: wood on wood, and what rolls about in it."""
    d = between(r, 0.4, 0.5)
    x = filtered(colored(d, r, -3), "band", (260, 2200)) * np.interp(timeline(d), [0, 0.02, d * 0.7, d], [0, 1, 0.8, 0])
    y = np.zeros(count(d + 0.4))
    put(y, x, 0, 0.4)
    put(y, wood(r, 185, 0.2), d - 0.02, 0.7)
    taps(y, [d + 0.05, d + 0.11, d + 0.16], lambda i: steel(r, 2900 + 300 * i, 0.15, 0.02), lambda i: 0.12 / (i + 1))
    return trim(y)


@effect(loudness=-23)
def kettle_put(r: Generator) -> Wave:
    """A full kettle on an iron ring."""
    y = np.zeros(count(1.0))
    parts = [410, 760, 1230, 2140, 3300]
    put(y, modal(0.7, parts, [0.16, 0.12, 0.08, 0.05, 0.03], [0.8, 0.7, 0.5, 0.35, 0.2], r, 0.0008), 0.002)
    put(y, _thud(r, 130, 0.2), 0.002, 0.6)
    for i in range(8):  # the water has not finished
        f = between(r, 420, 900)
        put(y, np.sin(sweep(np.linspace(f, f * 1.4, count(0.03)))) * np.hanning(count(0.03)), 0.06 + 0.06 * i, 0.12)
    return trim(room(y, 0.12, 0.4, "room"))


@effect(loudness=-22)
def pan_put(r: Generator) -> Wave:
    """A pan is put under the drip; it rings a D."""
    y = np.zeros(count(1.5))
    f = 293.66 * 2
    put(
        y,
        modal(1.3, [f, f * 2.63, f * 4.21, f * 6.3], [0.3, 0.16, 0.08, 0.04], [0.8, 0.6, 0.4, 0.25], r, 0.0008),
        0.002,
    )
    put(y, filtered(white(0.04, r), "band", (400, 3500)) * decay(0.04, 0.0005, 0.008), 0.002, 0.8)
    put(y, modal(0.5, [f * 1.01, f * 2.6], [0.1, 0.06], [0.5, 0.4], r), 0.13, 0.4)
    return trim(room(y, 0.15, 0.6, "pan"))


@effect(2, loudness=-27)
def bulb_turn(r: Generator) -> Wave:
    """A bulb is screwed in: glass and thread."""
    y = np.zeros(count(0.8))
    for i in range(4):
        f = curve([(0, 1900 + 150 * i), (0.1, 2500 + 150 * i)], 0.1) * between(r, 0.97, 1.03)
        squeak = (np.sin(sweep(f)) + 0.4 * np.sin(2 * sweep(f))) * np.hanning(count(0.1))
        put(
            y,
            squeak * 0.35 + filtered(white(0.1, r), "band", (2500, 6000)) * np.hanning(count(0.1)) * 0.15,
            0.002 + 0.16 * i,
        )
    return trim(filtered(y, "high", 300))


@effect(loudness=-24)
def light_click(r: Generator) -> Wave:
    """A switch, and a bulb waking up."""
    y = np.zeros(count(0.9))
    put(y, modal(0.06, [1480, 2710, 4300], [0.01, 0.007, 0.004], [1, 0.7, 0.4], r), 0.001)
    put(y, wood(r, 320, 0.08), 0.002, 0.5)
    t = timeline(0.7)
    glow = np.sin(2 * np.pi * 100 * t) + 0.6 * np.sin(2 * np.pi * 300 * t) + 0.4 * np.sin(2 * np.pi * 880 * t)
    put(y, glow * np.exp(-t / 0.2) * np.minimum(1, t / 0.05), 0.03, 0.05)
    return trim(room(y, 0.1, 0.3, "room"))


@effect(3, loudness=-23, telegraph=True)
def bell_wire(r: Generator) -> Wave:
    """A servants' bell on its spring: wire, then a small bell that has not been asked for years."""
    k = between(r, 0.9, 1.12)
    y = np.zeros(count(1.8))

    def ring(i: int) -> Wave:
        return modal(1.2, [1568 * k, 3260 * k, 5480 * k], [0.28, 0.12, 0.05], [1, 0.5, 0.25], r, 0.0006)

    put(y, filtered(white(0.06, r), "band", (1800, 5000)) * np.hanning(count(0.06)), 0.0, 0.25)
    taps(y, (0.03, 0.19, 0.33, 0.52), ring, lambda i: (1.0, 0.7, 0.45, 0.22)[i])
    return trim(room(y, 0.25, 0.9, "hallway"))


@effect(3, loudness=-31)
def pipe_knock(r: Generator) -> Wave:
    """Old pipes: two or three knocks, a long way in."""
    y = np.zeros(count(1.4))
    f = between(r, 240, 330)
    t = 0.002
    for i in range(int(r.integers(2, 5))):
        put(
            y, modal(0.4, [f, f * 2.1, f * 3.4, f * 5.2], [0.08, 0.05, 0.03, 0.015], [0.8, 0.7, 0.5, 0.3], r), t, 0.8**i
        )
        t += between(r, 0.12, 0.34)
    return trim(room(filtered(y, "low", 3200), 0.35, 0.9, "hallway2"))


# ------------------------------------------------------------------------------------------------- fog, orchard, Wybie
@effect(3, loudness=-32, telegraph=True)
def crow_far(r: Generator) -> Wave:
    """Crows, a long way off."""
    y = np.zeros(count(3.2))
    t = 0.01
    k = between(r, 0.92, 1.08)
    for i in range(int(r.integers(2, 5))):
        d = between(r, 0.24, 0.34)
        f0 = curve([(0, 470 * k), (d * 0.3, 560 * k), (d, 400 * k)], d)
        v = voice(f0, [curve([(0, 900), (d * 0.4, 1350), (d, 1000)], d), 1900, 3000], d, 0.5, 0.06, r, (240, 320, 420))
        v = saturate(v / np.abs(v).max() * (1 + 0.5 * np.sin(2 * np.pi * 61 * timeline(d))), 1.8)
        put(y, v * np.interp(timeline(d), [0, 0.03, d * 0.7, d], [0, 1, 0.7, 0]), t, 0.85**i)
        t += d + between(r, 0.18, 0.4)
    return trim(room(filtered(y, "band", (450, 2800)), 0.6, 2.0, "sky", bright=1800), -45)


@effect(2, loudness=-23, quality=0.7)
def bike_skid(r: Generator) -> Wave:
    """A bicycle stops sideways: rubber, leaves, a brake that sings."""
    d = between(r, 0.55, 0.7)
    t = timeline(d)
    e = np.interp(t, [0, 0.02, d * 0.6, d], [0, 1, 0.7, 0])
    rubber = filtered(colored(d, r, -2), "band", (500, 3200)) * (1 + 0.5 * np.sin(sweep(np.linspace(95, 38, len(t)))))
    f = curve([(0, 1750), (d * 0.5, 1500), (d, 1180)], d) * between(r, 0.95, 1.05)
    sing = np.sin(sweep(f)) + 0.5 * np.sin(2.01 * sweep(f))
    y = np.zeros(count(d + 0.3))
    put(y, (rubber * 0.5 + sing * 0.14) * e, 0.0)
    for _ in range(30):
        span = between(r, 0.002, 0.01)
        put(y, filtered(white(span, r), "high", 2500) * np.hanning(count(span)), between(r, 0.05, d + 0.2), 0.35)
    put(y, steel(r, 1900, 0.2, 0.03), d, 0.2)
    return trim(room(y, 0.08, 0.4, "outdoor", bright=3000))


@effect(3, loudness=-23)
def cough(r: Generator) -> Wave:
    """Somebody coughs behind a tree, and is sorry at once."""
    y = np.zeros(count(1.0))
    k = between(r, 0.93, 1.07)
    for at, d, g in ((0.002, 0.15, 1.0), (0.26, 0.12, 0.6)):
        e = np.interp(timeline(d), [0, 0.008, 0.04, d], [0, 1, 0.5, 0])
        throat = voice(
            curve([(0, 260 * k), (d, 150 * k)], d), [620 * k, 1250 * k, 2500], d, 0.8, 0.08, r, (160, 220, 300)
        )
        air = filtered(white(d, r), "band", (700, 4200))
        put(y, (throat / np.abs(throat).max() * 0.5 + air * 0.5) * e, at, g)
    return trim(room(y, 0.1, 0.4, "outdoor", bright=3000))


@effect(3, loudness=-28)
def leaf_rustle(r: Generator) -> Wave:
    """Somebody moves in the leaves."""
    return trim(cloth(r, between(r, 0.4, 0.6), 1500, 9500, start=0.1))


@effect(2, loudness=-23)
def well_boards(r: Generator) -> Wave:
    """Boards over a well: a knock, and how far down it goes."""
    y = np.zeros(count(0.5))
    put(y, wood(r, 142, 0.3, 0.9), 0.002)
    put(y, wood(r, 150, 0.2, 0.6), 0.12, 0.4)
    return trim(room(filtered(y, "high", 110), 0.45, 2.0, "well", bright=2400))


@effect(2, loudness=-23)
def cat_land(r: Generator) -> Wave:
    """The cat comes down on four feet: almost nothing."""
    y = np.zeros(count(0.35))
    for at, g in ((0.002, 1.0), (0.035, 0.7), (0.09, 0.5)):
        soft = filtered(colored(0.08, r, -3), "band", (220, 1800)) * decay(0.08, 0.003, 0.016)
        put(y, soft, at, g)
    return trim(y)


# ------------------------------------------------------------------------------------------- the doll, the door, bricks
@effect(loudness=-24)
def doll_moved(r: Generator) -> Wave:
    """Two notes: a falling fourth on a music box with one tooth short. The doll is not where it was."""
    y = np.zeros(count(2.6))
    for at, f, g in ((0.002, 880.0, 1.0), (0.34, 622.25, 0.8)):
        put(
            y,
            modal(1.8, [f, f * 2.0, f * 6.27, f * 9.1], [0.5, 0.28, 0.08, 0.03], [1, 0.14, 0.2, 0.08], r, 0.001),
            at,
            g,
        )
        put(y, filtered(white(0.02, r), "high", 3000) * decay(0.02, 0.0003, 0.003), at, 0.08)
    t = timeline(1.4)
    breath = np.sin(2 * np.pi * 311.13 * t) * np.sin(np.pi * t / 1.4) ** 2
    put(y, breath, 0.5, 0.05)
    return trim(room(y, 0.35, 1.6, "bell"))


@effect(3, loudness=-22)
def brick_thud(r: Generator) -> Wave:
    """A knuckle, a shoulder, on brick: no echo, nothing behind it."""
    y = np.zeros(count(0.4))
    k = between(r, 0.93, 1.07)
    put(
        y, modal(0.15, [168 * k, 331 * k, 590 * k, 1240 * k], [0.018, 0.014, 0.01, 0.006], [1, 0.9, 0.7, 0.4], r), 0.001
    )
    put(y, filtered(white(0.05, r), "band", (250, 2600)) * decay(0.05, 0.0005, 0.008), 0.001, 0.9)
    for _ in range(7):  # mortar, a little of it
        put(y, filtered(white(0.006, r), "high", 3000) * decay(0.006, 0.0003, 0.0015), 0.02 + r.exponential(0.06), 0.15)
    return trim(y)


@effect(2, loudness=-25)
def key_ring(r: Generator) -> Wave:
    """A ring of keys is looked through."""
    y = np.zeros(count(1.1))
    t = 0.002
    for _ in range(int(r.integers(6, 9))):
        f = between(r, 1900, 3400)
        put(
            y,
            modal(0.25, [f, f * 1.59, f * 2.45, f * 3.4], [0.06, 0.04, 0.025, 0.012], [1, 0.7, 0.4, 0.2], r),
            t,
            between(r, 0.3, 1),
        )
        t += between(r, 0.06, 0.16)
    return trim(room(y, 0.12, 0.4, "hallway"))


@effect(2, loudness=-26)
def curtain(r: Generator) -> Wave:
    """Curtain rings on a rail, and the cloth after them."""
    y = np.zeros(count(0.8))
    t = 0.002
    for _ in range(9):
        put(y, steel(r, between(r, 2300, 3600), 0.1, 0.014), t, between(r, 0.2, 0.5))
        t += between(r, 0.02, 0.05)
    put(y, cloth(r, 0.5, start=0.15), 0.03, 0.6)
    return trim(y)


@effect(loudness=-20, telegraph=True)
def lightning_far(r: Generator) -> Wave:
    """Thunder beyond the hills, for the night of the bricks."""
    d = 4.2
    swell = np.interp(timeline(d), [0, 0.6, 1.2, 2.4, d], [0, 0.6, 1, 0.45, 0])
    roll = filtered(colored(d, r, -5), "band", (60, 420)) * swell * (1 + 0.6 * filtered(white(d, r), "low", 7) * 12)
    return trim(
        room(
            fade(roll + filtered(colored(d, r, -4), "band", (250, 1100)) * swell * 0.4, 0.2, 0.6),
            0.3,
            2.0,
            "sky",
            bright=1200,
        ),
        -45,
    )


# ----------------------------------------------------------------------------------------------------------- interface
@effect(bus="ui", loudness=-27)
def page_tick(r: Generator) -> Wave:
    """A line of the journal is ticked off: pencil, two strokes."""
    y = np.zeros(count(0.32))
    for at, d, g in ((0.002, 0.06, 0.7), (0.09, 0.13, 1.0)):
        put(y, filtered(white(d, r), "band", (1400, 6000)) * np.hanning(count(d)) ** 0.6, at, g)
    put(y, wood(r, 420, 0.08), 0.22, 0.12)
    return trim(y)


@effect(bus="ui", loudness=-25)
def chime_small(r: Generator) -> Wave:
    """Done: the first and the last note of the motif, on a small glass."""
    y = np.zeros(count(1.4))
    for at, f in ((0.002, 880.0), (0.13, 1396.91)):
        put(y, modal(1.1, [f, f * 2.76, f * 5.4], [0.32, 0.1, 0.03], [1, 0.22, 0.08], r, 0.001), at, 0.8)
    return trim(room(y, 0.22, 0.9, "bell"))


@effect(2, bus="ui", loudness=-30)
def text_next(r: Generator) -> Wave:
    """The next box of talk."""
    return trim(resonant(white(0.03, r), 1175, 6) * decay(0.03, 0.0006, 0.006))


# --------------------------------------------------------------------------------------------------- hands on the house
@effect(2, loudness=-23)
def door_locked(r: Generator) -> Wave:
    """A knob turned against a lock: it goes so far, and stops."""
    y = np.zeros(count(0.6))
    for at, g in ((0.002, 0.6), (0.13, 1.0), (0.3, 0.7)):
        put(y, modal(0.1, [760, 1390, 2260, 3500], [0.022, 0.016, 0.01, 0.006], [0.9, 0.7, 0.5, 0.3], r), at, g)
        put(y, wood(r, 140, 0.15, 0.6), at + 0.004, 0.5 * g)
    return trim(room(y, 0.14, 0.45, "hallway"))


@effect(2, loudness=-21, telegraph=True)
def door_give(r: Generator) -> Wave:
    """A door that sticks gives another finger's breadth."""
    y = np.zeros(count(0.8))
    put(y, creak(r, 0.26, 48, 110, [360, 720, 1180, 1900]), 0.0, 0.5)
    put(y, _thud(r, 112), 0.2, 0.9)
    put(y, filtered(white(0.12, r), "band", (500, 3500)) * decay(0.12, 0.002, 0.03), 0.2, 0.4)
    return trim(room(y, 0.18, 0.5, "hallway"))


@effect(3, loudness=-22)
def wood_thud(r: Generator) -> Wave:
    """A shoulder on wood, for nothing."""
    y = np.zeros(count(0.45))
    put(y, _thud(r, 124, 0.25), 0.002)
    put(y, wood(r, 172, 0.18, 0.6), 0.004, 0.5)
    return trim(room(y, 0.12, 0.35, "hallway"))


@effect(2, loudness=-25)
def key_wrong(r: Generator) -> Wave:
    """A key goes in, turns a hair, and will not."""
    y = np.zeros(count(0.7))
    put(y, filtered(white(0.1, r), "band", (2500, 7000)) * np.hanning(count(0.1)), 0.0, 0.3)
    for i, at in enumerate((0.004, 0.05, 0.1)):
        put(y, modal(0.05, [1720, 2900, 4400], [0.012, 0.009, 0.006], [1, 0.7, 0.4], r), at, 0.4 + 0.1 * i)
    put(y, modal(0.16, [420, 880, 1510, 2300], [0.03, 0.022, 0.014, 0.01], [0.9, 0.8, 0.6, 0.4], r), 0.26)
    put(y, modal(0.1, [400, 860, 1500], [0.02, 0.015, 0.01], [0.9, 0.7, 0.5], r), 0.36, 0.5)
    return trim(room(y, 0.12, 0.35, "hallway"))


@effect(3, loudness=-24)
def tag(r: Generator) -> Wave:
    """A hand on a coat: caught."""
    y = np.zeros(count(0.5))
    put(y, filtered(white(0.05, r), "band", (500, 3800)) * decay(0.05, 0.0006, 0.008), 0.001)
    put(y, _thud(r, 190, 0.12), 0.001, 0.5)
    put(y, cloth(r, 0.3, 900, 6000, start=0.06), 0.01, 0.4)
    return trim(y)


@effect(3, loudness=-29)
def cloth_turn(r: Generator) -> Wave:
    """A small stuffed thing is turned in the hands."""
    y = np.zeros(count(0.35))
    put(y, cloth(r, 0.24, 600, 4200, start=0.12), 0.0)
    put(y, needle_soft(r), between(r, 0.08, 0.14), 0.12)
    return trim(y)


def needle_soft(r: Generator) -> Wave:
    """One button against another, through cloth."""
    return modal(0.06, [1210 * between(r, 0.95, 1.05), 2480], [0.012, 0.008], [1, 0.5], r)


@effect(2, loudness=-25)
def box_open(r: Generator) -> Wave:
    """A box is opened: tape, then four flaps."""
    y = np.zeros(count(1.1))
    put(y, tape_rip(r), 0.0, 0.7)
    for at in (0.52, 0.6, 0.72, 0.78):
        put(y, _cardboard(r, 0.12), at, between(r, 0.5, 0.9))
    return trim(y)


@effect(2, loudness=-29, telegraph=True)
def draught(r: Generator) -> Wave:
    """Cold air finds a hand held to the wall."""
    d = 2.2
    e = np.sin(np.pi * timeline(d) / d) ** 1.5
    y = filtered(colored(d, r, -3), "band", (350, 2600)) * 0.5
    for f, a in ((440, 1.0), (587, 0.6), (1110, 0.35)):
        y = y + resonant(white(d, r), f * between(r, 0.99, 1.01), 60) * a * 6
    return trim(room(y * e, 0.2, 0.7, "tunnel", bright=3000))
