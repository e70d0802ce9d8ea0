"""The mood of a place: its sky, its grade, what falls through its windows, what floats in its air. Numbers only.

Change the tables here when a place is too dark, too grey or too warm; ART.md 7 and SHADERS.md say where they came from.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.sim.room import Room
from game.view.light import Sky, colour_of
from game.view.painter import Colour, Grade

REAL_DAY = Grade(lift=(0.0, 0.0, 0.008), vignette=0.42)
REAL_OUT = Grade(lift=(0.0, 0.0, 0.006), vignette=0.32)
REAL_RAIN = Grade(lift=(0.0, 0.002, 0.012), vignette=0.42)
REAL_FOG = Grade(lift=(0.014, 0.016, 0.022), vignette=0.30)
REAL_SUN = Grade(lift=(0.010, 0.006, 0.0), vignette=0.24)
"""The one day of all with sun in it."""
REAL_NIGHT = Grade(lift=(0.0, 0.0, 0.020), vignette=0.52)
OTHER = Grade(lift=(0.012, 0.0, 0.022), vignette=0.62)
OTHER_OUT = Grade(lift=(0.0, 0.0, 0.026), vignette=0.46)
BETWEEN = Grade(lift=(0.0, 0.0, 0.012), vignette=0.60)
COLD = Grade(lift=(0.0, 0.002, 0.008), vignette=0.66, saturation=0.9)

OTHER_COLD = Grade(lift=(0.0, 0.002, 0.014), vignette=0.70)
"""When nobody is expected: the fire gives no warmth and the colours have been let go."""
LUMA = (0.3, 0.55, 0.15)

MOON = (-0.52, 0.62, 0.58)
INDOORS = (-0.30, 0.55, 0.78)
"""From the camera's side: it is what shows the walls."""


@dataclass(frozen=True)
class Mood:
    """All that a room's hour decides. ``motes`` and ``leaves`` a picture; ``rain`` and ``fog`` 0..1."""

    sky: Sky
    grade: Grade
    beam: Colour
    beam_strength: float
    mote: Colour
    motes: int
    rain: float = 0.0
    fog: float = 0.0
    fog_colour: tuple[int, int, int] = (150, 160, 176)
    leaves: int = 0
    saturation: float = 1.0
    """Of floors, walls and props; washed out of the pictures once, instead of out of every frame. People keep more."""
    tint: Colour = (1.0, 1.0, 1.0)
    """Multiplies all light: the gain of a grade, baked instead of paid for in every picture."""


def _scaled(c: Colour, k: float) -> Colour:
    return c[0] * k, c[1] * k, c[2] * k


def mood_of(room: Room, weather: str, is_night: bool) -> Mood:
    """The mood of a room in this weather, by day or night. Pure."""
    ambient = colour_of(room.ambient_night if is_night else room.ambient)
    rains, foggy = weather == "rain", weather == "fog"
    if room.side == "other" and weather == "cold":
        return _other_cold(room, ambient)
    if room.side == "other":
        if room.indoors:
            sky, grade, tint = Sky(ambient, (0.12, 0.09, 0.13)), OTHER, (1.08, 1.03, 1.04)
        else:
            sky, grade, tint = Sky(ambient, (0.34, 0.48, 0.70), MOON, 0.2), OTHER_OUT, (0.98, 1.03, 1.12)
        return Mood(sky, grade, (0.42, 0.55, 0.95), 0.16, (1.0, 0.76, 0.38), 90, tint=tint)
    if room.side == "between":
        if weather == "cold":
            sky = Sky(_scaled(ambient, 0.98), (0.07, 0.07, 0.08))
            return Mood(sky, COLD, (0.5, 0.5, 0.6), 0.1, (0.6, 0.62, 0.7), 26, saturation=0.08, tint=(0.98, 1.0, 1.06))
        return Mood(Sky(ambient, (0.06, 0.06, 0.08)), BETWEEN, (0.5, 0.5, 0.7), 0.1, (0.7, 0.7, 0.9), 40)
    if is_night:
        return _real_night(room, ambient, rains, foggy)
    if not room.indoors:
        return (
            _sunny(ambient, weather == "gold") if weather in ("sun", "gold") else _real_outdoors(ambient, rains, foggy)
        )
    dims = 0.94 if rains else 1.0
    sky = Sky(_scaled(ambient, 1.20 * dims), _scaled((0.27, 0.275, 0.29), dims), INDOORS, 0.45)
    strength = 0.52 if rains else 0.70
    if weather in ("sun", "gold"):
        warm = Sky(_scaled(ambient, 1.22), (0.34, 0.30, 0.24), INDOORS, 0.45)
        return Mood(
            warm, REAL_SUN, (0.98, 0.82, 0.52), 0.86, (1.0, 0.86, 0.56), 80, saturation=0.9, tint=(1.10, 1.06, 1.0)
        )
    return Mood(
        sky,
        REAL_DAY,
        (0.62, 0.66, 0.74),
        strength,
        (0.70, 0.74, 0.80),
        60,
        0.0,
        0.0,
        saturation=0.74,
        tint=(1.03, 1.05, 1.09),
    )


def _other_cold(room: Room, ambient: Colour) -> Mood:
    """As bright as before, and as if under ice."""
    grey = sum(c * k for c, k in zip(ambient, LUMA, strict=True))
    blue = (grey * 0.86, grey * 0.96, grey * 1.34)
    cold = (
        ambient[0] * 0.3 + blue[0] * 0.7,
        ambient[1] * 0.3 + blue[1] * 0.7,
        ambient[2] * 0.3 + blue[2] * 0.7,
    )
    if room.indoors:
        sky = Sky(_scaled(cold, 1.1), (0.09, 0.10, 0.15))
    else:
        sky = Sky(cold, (0.30, 0.42, 0.66), MOON, 0.2)
    tint = (0.97, 1.01, 1.10)
    return Mood(sky, OTHER_COLD, (0.42, 0.52, 0.9), 0.14, (0.7, 0.76, 0.9), 46, saturation=0.52, tint=tint)


def _real_night(room: Room, ambient: Colour, rains: bool, foggy: bool) -> Mood:
    sun = (0.05, 0.07, 0.11) if room.indoors else (0.30, 0.48, 0.74)
    return Mood(
        Sky(_scaled(ambient, 1.15 if room.indoors else 1.5), sun, MOON, 0.25),
        REAL_NIGHT,
        (0.34, 0.48, 0.86),
        0.30,
        (0.55, 0.68, 0.9),
        20 if room.indoors else 36,
        rain=1.0 if rains and not room.indoors else 0.0,
        fog=0.55 if foggy else 0.0,
        fog_colour=(70, 92, 132),
        saturation=0.74 if room.indoors else 0.82,
        tint=(1.0, 1.0, 1.04),
    )


def _sunny(ambient: Colour, is_late: bool) -> Mood:
    """Low and golden, with the blue left in the shadows, and every colour let out; lower and redder when it is late."""
    if is_late:
        warm = (ambient[0] * 1.06, ambient[1] * 0.98, ambient[2] * 1.14)
        sky = Sky(_scaled(warm, 1.10), (1.40, 0.98, 0.50), (-0.62, 0.42, 0.50), 0.34)
        tint = (1.16, 1.06, 0.98)
    else:
        warm = (ambient[0] * 1.10, ambient[1] * 1.08, ambient[2] * 1.08)
        sky = Sky(_scaled(warm, 1.16), (1.06, 0.90, 0.58), (-0.55, 0.46, 0.62), 0.30)
        tint = (1.12, 1.09, 1.0)
    motes = 48 if is_late else 34
    return Mood(sky, REAL_SUN, (0, 0, 0), 0.0, (1.0, 0.88, 0.56), motes, leaves=7, saturation=1.0, tint=tint)


def _real_outdoors(ambient: Colour, rains: bool, foggy: bool) -> Mood:
    if rains:
        sky, grade, tint = Sky(_scaled(ambient, 1.14), (0.36, 0.37, 0.41), wrap=0.5), REAL_RAIN, (0.99, 1.03, 1.10)
    elif foggy:
        sky, grade, tint = Sky(_scaled(ambient, 1.20), (0.36, 0.36, 0.37), wrap=0.6), REAL_FOG, (1.03, 1.04, 1.06)
    else:
        sky, grade, tint = Sky(_scaled(ambient, 1.14), (0.58, 0.56, 0.50)), REAL_OUT, (1.02, 1.03, 1.05)
    return Mood(
        sky,
        grade,
        (0, 0, 0),
        0.0,
        (0.8, 0.8, 0.8),
        0,
        rain=1.0 if rains else 0.0,
        fog=0.72 if foggy else 0.0,
        fog_colour=(172, 180, 192),
        leaves=6 if rains else 14,
        saturation=0.82,
        tint=tint,
    )
