"""A promise: she holds on for three heartbeats, and with each of them somebody joins her. Letting go loses nothing but breath."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.acts.ripples import Cell
from game.sim.happenings import Heard

if TYPE_CHECKING:
    from game.sim.session import Session

PULSE_TICKS = {"storybook": 56, "brave": 68, "beldam": 78}
SLIPS = 0.03
"""Of a pulse, a tick: how fast what was held goes when she lets go."""
GRACE_TICKS = 9
"""A thumb may slip for so long."""
ECHO_TICKS = 70
"""After the third: it comes back from the walls."""
NAMES = ("silas", "hester", "ivy")


@dataclass
class Vow(Cell):
    """``pulses`` heartbeats held, each with somebody at her side; ``held`` 0..1 of the next. ``lets_go`` how often it slipped."""

    holds_her: bool = True
    may_knock: bool = False
    pulses: int = 0
    held: float = 0.0
    lets_go: int = 0
    is_holding: bool = False
    slack: int = 0
    echo: int = 0

    def tick(self, session: Session) -> None:
        super().tick(session)
        place = session.place
        if self.pulses >= len(NAMES):
            self.echo += 1
            if self.echo in (24, 48):
                self.bloom(place.x, place.y, "")
                session.news.tell(Heard("mirror_ripple", place.x, place.y, 1.2 - self.echo / 60))
            self.is_over = self.echo >= ECHO_TICKS
            return
        if session.held(Action.INTERACT) or (self.is_holding and session.rules.auto_brace):
            self.is_holding, self.slack = True, 0
            before = self.held
            self.held += 1 / PULSE_TICKS[session.rules.difficulty]
            if before < 0.5 <= self.held:
                session.news.tell(Heard("heartbeat", place.x, place.y))
            if self.held >= 1:
                self._beat(session)
            return
        self.slack += 1
        if self.slack <= GRACE_TICKS:
            return
        if self.is_holding and self.pulses + self.held > 0.3:
            self.lets_go += 1
            session.news.tell(Heard("ghost_breath", place.x, place.y))
        self.is_holding = False
        self.held = max(self.held - SLIPS, 0.0)
        if not self.held and self.pulses:
            self.pulses, self.held = self.pulses - 1, 1.0

    def _beat(self, session: Session) -> None:
        place = session.place
        self.bloom(place.x, place.y, NAMES[self.pulses])
        self.pulses, self.held = self.pulses + 1, 0.0
        session.news.tell(Heard("heartbeat", place.x, place.y))
        session.news.tell(Heard("mirror_ripple", place.x, place.y, 0.5 + 0.2 * self.pulses))
