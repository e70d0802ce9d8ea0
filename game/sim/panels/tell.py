"""Things held up to be looked at, one after another: muddy boots, a piece of pastry that is a leaf by day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

CHANGE_TICKS = 26
"""In which one becomes another."""


@dataclass
class TellPanel(Panel):
    """Shows ``what``; ``was`` is what it was until ``ticks`` ago. The beat changes it by ``show``, and takes it away."""

    what: str
    was: str = ""
    ticks: int = 0

    def show(self, what: str) -> None:
        """From now on it is that."""
        self.was, self.what, self.ticks = self.what, what, 0

    def work(self, session: Session) -> None:
        self.ticks += 1
