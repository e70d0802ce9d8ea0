"""A lie, said boldly: it must be held on to until it is out. Letting go half way is not being sure, and she begins again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

BOLD_TICKS = 90
GRACE_TICKS = 9
"""A thumb may slip for so long."""
WITHERS = 0.05
"""Of the claim, a tick, once it has been let go."""
BEATS_AT = (0.25, 0.5, 0.75)


@dataclass
class ClaimPanel(Panel):
    """``key`` of the words; ``said`` 0..1 of them is out. ``slips``: how often it was let go; ``is_said`` it stands."""

    key: str
    said: float = 0.0
    slips: int = 0
    slack: int = 0
    is_holding: bool = False
    is_said: bool = False
    ticks: int = 0

    def work(self, session: Session) -> None:
        """Hold. Nothing is lost by letting go but the breath."""
        self.ticks += 1
        if self.is_said:
            return
        place = session.place
        if session.held(Action.INTERACT) or (self.is_holding and session.rules.auto_brace):
            before = self.said
            self.is_holding, self.slack = True, 0
            self.said = min(self.said + 1 / BOLD_TICKS, 1.0)
            if any(before < at <= self.said for at in BEATS_AT):
                session.news.tell(Heard("heartbeat", place.x, place.y))
            if self.said >= 1:
                self.is_said = True
                session.news.tell(Heard("wood_thud", place.x, place.y))
            return
        self.slack += 1
        if self.slack <= GRACE_TICKS:
            return
        if self.is_holding:
            self.is_holding = False
            if self.said > 0.1:
                self.slips += 1
                session.news.tell(Heard("ghost_breath", place.x, place.y))
        self.said = max(self.said - WITHERS, 0.0)
