"""How fast she comes and what she does, in numbers. Nothing else in the game decides either; the tests read this file.

Her speed is a plain function of how far behind she is and of the difficulty. It never exceeds 92 % of Coraline's run.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.systems.will import RUN_SPEED
from game.sim.telling import told_for

if TYPE_CHECKING:
    from game.sim.parts import Rules

MOST = 0.92
"""Of Coraline's run, whatever the table says."""
LEAST = 0.35
CALM = 0.80
"""The most of it where the player has asked for a calm chase."""
LEASH_TILES = (7.2, 7.2, 7.2)
"""By stretch: out of the picture she is never farther behind than this; she comes through the walls."""
MERCY_MOST = 4
MERCY_SLOWER, MERCY_FARTHER_TILES = 0.03, 1.0
"""For each failed try of a stretch, told to nobody: so much slower, and so much farther off at the start."""
SNAGGED = 0.3
"""Of her speed while she breaks what was dodged through, and while she has just struck."""


@dataclass(frozen=True)
class Pace:
    """Her speed at ``d`` tiles is run * min(hi, max(LEAST, a + b * d)); ``snag_ticks`` she loses at what was dodged through."""

    a: float
    b: float
    hi: float
    start_tiles: float
    snag_ticks: int
    needles_sew: bool


PACES = {
    "storybook": Pace(0.62, 0.030, 0.88, 7.0, 54, False),
    "brave": Pace(0.71, 0.030, 0.92, 6.0, 36, True),
    "beldam": Pace(0.755, 0.030, 0.92, 5.5, 27, True),
}


def her_speed_px_s(distance_tiles: float, difficulty: str = "brave", mercy: int = 0, calm: bool = False) -> float:
    """px/s at which she comes, ``distance_tiles`` behind, after ``mercy`` failed tries of this stretch.

    >>> round(her_speed_px_s(2.0), 1), round(her_speed_px_s(99.0) / RUN_SPEED, 2)
    (117.0, 0.92)
    """
    pace = PACES[difficulty]
    hi = min(pace.hi, MOST, CALM if calm else MOST)
    a = pace.a - MERCY_SLOWER * min(mercy, MERCY_MOST)
    return RUN_SPEED * min(hi, max(LEAST, a + pace.b * distance_tiles))


def start_tiles(difficulty: str, mercy: int) -> float:
    """How far behind her she begins."""
    return PACES[difficulty].start_tiles + MERCY_FARTHER_TILES * min(mercy, MERCY_MOST)


# ---------------------------------------------------------------- attacks


@dataclass(frozen=True)
class Attack:
    """``told_ticks`` ahead by sight and sound (on Brave), ``active_ticks`` it hurts, ``recover_ticks`` she is slow after it.

    ``reach_px``: for the lunge, how far before her leading edge it hits; for needles, half the width of their line.
    """

    name: str
    told_ticks: int
    active_ticks: int
    recover_ticks: int
    reach_px: float


ATTACKS = {
    "lunge": Attack("lunge", 42, 8, 40, 30.0),
    "needles": Attack("needles", 45, 600, 0, 13.0),
}


def told_ticks(attack: str, rules: Rules) -> int:
    """Ticks between the warning and the blow.

    >>> from game.sim.parts import Rules
    >>> told_ticks("lunge", Rules()), told_ticks("needles", Rules(difficulty="beldam"))
    (42, 38)
    """
    return told_for(ATTACKS[attack].told_ticks, rules)
