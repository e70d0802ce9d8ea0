"""How long a blow is announced: one rule for everything that strikes, so that no difficulty takes the warning away."""

from __future__ import annotations

from game.sim.parts import Rules

LEAST_TOLD_TICKS = 24
"""Whatever the difficulty: so long anybody has to see it coming."""
SLOWER = {"storybook": 1.5, "brave": 1.0, "beldam": 0.85}


def told_for(ticks: int, rules: Rules) -> int:
    """Ticks of warning for a blow that is told ``ticks`` ahead on Brave.

    >>> told_for(40, Rules()), told_for(40, Rules(difficulty="storybook")), told_for(26, Rules(difficulty="beldam"))
    (40, 60, 24)
    """
    return max(LEAST_TOLD_TICKS, round(ticks * SLOWER[rules.difficulty] * rules.windup))
