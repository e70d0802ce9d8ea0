"""Ways from one map to another that are more than a fade: through the passage, through sleep, through glass, through the dark.

``leave_for(map, spawn, how)`` names one; here stands how the picture closes for it and what is seen on the other side.
"""

from __future__ import annotations

from game.sim.parts import Crossing

CLOSES = {
    "fade": (13, "black"),
    "dark": (7, "black"),
    "passage": (30, "#0c0322"),
    "sleep": (84, "black"),
    "wake": (84, "black"),
    "mirror": (44, "white"),
}
"""how -> (ticks until the picture is shut, its colour)."""
ARRIVES = {"bloom": (130, 0), "drain": (120, 0), "pulse": (84, 70), "wake": (170, 120), "mirror": (70, 50)}
"""kind -> (ticks it can be seen, ticks it holds her)."""


def arriving(how: str, side: str) -> Crossing | None:
    """What is seen on coming to a map of that side by that way; None for plain fades."""
    kind = how
    if how == "passage":
        kind = {"other": "bloom", "real": "drain"}.get(side, "pulse")
    elif how == "sleep":
        kind = "wake"
    if kind not in ARRIVES:
        return None
    lasts, holds = ARRIVES[kind]
    return Crossing(kind, lasts, holds)
