"""The mood of a place: its sky, its grade, what falls through its windows, what floats in its air. Numbers only.

Change the tables here when a place is too dark, too grey or too warm; ART.md 7 and SHADERS.md say where they came from.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.sim.room import Room
from game.view.light import Sky, colour_of
from game.view.painter import Colour, Grade

REAL_DAY = Grade(0.76, (1.03, 1.05, 1.09), (-0.004, -0.004, 0.006), 0.50)
REAL_OUT = Grade(0.86, (1.02, 1.03, 1.06), (0.0, 0.0, 0.006), 0.36)
REAL_RAIN = Grade(0.72, (0.99, 1.03, 1.10), (-0.006, -0.004, 0.010), 0.50)
REAL_FOG = Grade(0.80, (1.03, 1.04, 1.06), (0.016, 0.018, 0.024), 0.34)
REAL_NIGHT = Grade(0.92, (0.90, 1.00, 1.20), (-0.006, 0.0, 0.022), 0.58)
OTHER = Grade(1.0, (1.08, 1.05, 1.04), (0.012, -0.012, 0.022), 0.66)
OTHER_OUT = Grade(1.0, (0.98, 1.03, 1.12), (0.0, -0.006, 0.026), 0.56)
BETWEEN = Grade(0.94, (1.0, 1.0, 1.06), (0.0, 0.0, 0.012), 0.60)


@dataclass(frozen=True)
class Mood:
    """All that a room's hour decides. ``motes`` a picture; ``rain`` and ``fog`` 0..1; ``dims`` what the weather leaves of the sky."""

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


def _scaled(c: Colour, k: float) -> Colour:
    return c[0] * k, c[1] * k, c[2] * k


def mood_of(room: Room, weather: str, is_night: bool) -> Mood:
    """The mood of a room in this weather, by day or night. Pure."""
    ambient = colour_of(room.ambient_night if is_night else room.ambient)
    rains, foggy = weather == "rain", weather == "fog"
    outdoors = not room.indoors
    if room.side == "other":
        grade = OTHER_OUT if outdoors else OTHER
        sun = (0.32, 0.46, 0.66) if outdoors else (0.10, 0.08, 0.12)
        return Mood(Sky(ambient, sun), grade, (0.42, 0.55, 0.95), 0.16, (1.0, 0.76, 0.38), 90, leaves=0)
    if room.side == "between":
        return Mood(Sky(ambient, (0.06, 0.06, 0.08)), BETWEEN, (0.5, 0.5, 0.7), 0.1, (0.7, 0.7, 0.9), 40)
    if is_night:
        sun = (0.34, 0.50, 0.72) if outdoors else (0.03, 0.05, 0.08)
        sky = Sky(_scaled(ambient, 1.12), sun, (-0.52, 0.62, 0.58), 0.2)
        return Mood(
            sky, REAL_NIGHT, (0.38, 0.50, 0.80), 0.16, (0.55, 0.68, 0.9), 36 if outdoors else 20,
            rain=1.0 if rains and outdoors else 0.0, fog=0.55 if foggy else 0.0, fog_colour=(70, 92, 132),
        )  # fmt: skip
    if outdoors:
        if rains:
            sky, grade = Sky(_scaled(ambient, 1.00), (0.26, 0.27, 0.31)), REAL_RAIN
        elif foggy:
            sky, grade = Sky(_scaled(ambient, 1.16), (0.30, 0.30, 0.30), wrap=0.6), REAL_FOG
        else:
            sky, grade = Sky(_scaled(ambient, 1.12), (0.50, 0.48, 0.43)), REAL_OUT
        return Mood(
            sky, grade, (0, 0, 0), 0.0, (0.8, 0.8, 0.8), 0, rain=1.0 if rains else 0.0, fog=0.7 if foggy else 0.0,
            fog_colour=(172, 180, 192), leaves=6 if rains else 14,
        )  # fmt: skip
    dims = 0.93 if rains else 1.0
    sky = Sky(_scaled(ambient, 1.16 * dims), _scaled((0.20, 0.205, 0.22), dims))
    return Mood(sky, REAL_DAY, (0.62, 0.66, 0.74), 0.34 if rains else 0.46, (0.70, 0.74, 0.80), 60)
