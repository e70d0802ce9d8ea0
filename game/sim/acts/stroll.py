"""A walk with somebody who can only say things while he moves. What there is to see of it: leaves that are kicked."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.sim.acts.act import Act

KICK_TICKS = 46
"""So long leaves fly."""


@dataclass
class StrollAct(Act):
    """``kicks``: (x, y, way -1 or 1, the session's tick) of every boot through leaves that can still be seen."""

    kicks: list[tuple[float, float, int, int]] = field(default_factory=list)
    gap: float = 0.0
    """px from her to who talks."""
    waits: bool = False
    face: tuple[float, float] | None = None
    """Where somebody looks out of a window, px."""

    def kick(self, x: float, y: float, way: int, tick: int) -> None:
        self.kicks = [k for k in self.kicks if tick - k[3] < KICK_TICKS]
        self.kicks.append((x, y, way, tick))
