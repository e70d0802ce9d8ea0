"""The small round box with the ribbon: closed until she opens it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

LOOK_LEAST_TICKS = 40
"""It stands there a moment before it can be opened."""


@dataclass
class BoxPanel(Panel):
    """``opened`` ticks since the lid came off, 0 = shut. The beat takes it away."""

    ticks: int = 0
    opened: int = 0

    @property
    def is_open(self) -> bool:
        return self.opened > 0

    def work(self, session: Session) -> None:
        self.ticks += 1
        if self.opened:
            self.opened += 1
        elif self.ticks > LOOK_LEAST_TICKS and session.pressed(Action.INTERACT):
            self.opened = 1
            session.news.tell(Heard("box_open", session.place.x, session.place.y))
