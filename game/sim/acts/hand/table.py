"""What the hand can do, as plain data: how long each attack is told, lasts, leaves it open, and how far it reaches.

All times are ticks on Brave. Nothing is ever told for less than LEAST_TOLD, whatever the difficulty.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.harm import tries

if TYPE_CHECKING:
    from game.sim.session import Session

LEAST_TOLD = 24
SLOWER = {"storybook": 1.5, "brave": 1.0, "beldam": 0.85}
MERCY_FROM, MERCY, MOST_MERCY = 2, 0.15, 0.45
"""From the third try at one place on, wind-ups grow by so much a try, to at most so much."""


@dataclass(frozen=True)
class Attack:
    """``parts`` of the fight it belongs to. ``tells``: the sound of its wind-up, ``pose`` its look. Ticks; px from its palm."""

    name: str
    parts: tuple[str, ...]
    told: int
    active: int
    recover: int
    reach_px: float
    tells: str
    pose: str


ATTACKS: dict[str, Attack] = {
    a.name: a
    for a in (
        Attack("leap", ("stalk", "shield", "rock"), 36, 18, 40, 132.0, "needle_scrape", "coil"),
        Attack("sweep", ("stalk", "shield", "rock"), 30, 10, 30, 46.0, "needle_skitter", "fan"),
        Attack("rush", ("stalk",), 48, 72, 44, 200.0, "hand_rustle", "coil"),
        Attack("yank", ("drag",), 34, 20, 30, 64.0, "string_pull", "drag"),
        Attack("slap", ("drag",), 30, 10, 40, 46.0, "needle_scrape", "slap"),
        Attack("double", ("stalk", "rock"), 36, 18, 52, 132.0, "needle_scrape", "coil"),
        Attack("feint", ("stalk", "rock"), 34, 18, 48, 132.0, "needle_scrape", "coil"),
        Attack("wybie", ("shield", "rock"), 60, 240, 30, 24.0, "needle_skitter", "fan"),
    )
}


def told_ticks(session: Session, attack: Attack) -> int:
    """How long it is told here and now: never less than LEAST_TOLD."""
    more = 1.0 + min(max(tries(session) - MERCY_FROM, 0) * MERCY, MOST_MERCY)
    k = SLOWER.get(session.rules.difficulty, 1.0) * session.rules.windup * more
    return max(round(attack.told * k), LEAST_TOLD)
