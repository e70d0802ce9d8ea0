"""Holding on: a stuck door, a hand that pulls. Hold, and press once as it creaks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.happenings import Heard, Pulsed
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

WINDOW_TICKS = {"storybook": 20, "brave": 14, "beldam": 10}
CREAK_AHEAD_TICKS = 8
"""The creak is heard this much before the middle of its window, and pressing somewhat late is fine: ears and hands take time."""
LATE_IS_FINE_TICKS = 6


@dataclass
class BracePanel(Panel):
    """Holding on: hold, and press once in each pulse. ``tick`` runs to ``period``; the pulse is at ``beat`` +- ``window``."""

    pulses: int
    done: int = 0
    tick: int = 0
    period: int = 60
    beat: int = 44
    window: int = 14
    is_holding: bool = False
    has_pressed: bool = False
    last: str = ""
    tries: int = 0
    strain: float = 0.0

    def work(self, session: Session) -> None:
        """Hold, and press once as it creaks. Letting go slackens it and loses nothing but time."""
        self.is_holding = session.held(Action.INTERACT) or (self.is_holding and session.rules.auto_brace)
        if not self.is_holding and not session.pressed(Action.INTERACT):
            self.strain = max(self.strain - 0.05, 0.0)
            if self.tick < self.beat - self.window:
                return
        self.strain = min(self.strain + 0.04, 1.0)
        self.tick += 1
        x, y = session.place.x, session.place.y
        if self.tick == self.beat - CREAK_AHEAD_TICKS:
            session.news.tell(Pulsed("creak"))
            session.news.tell(Heard("board_creak", x, y))
        in_window = -self.window <= self.tick - self.beat <= self.window + LATE_IS_FINE_TICKS
        # Any button counts as the press: with one hand full of door, a player uses the other.
        pressed = bool(session.intent.pressed) and self.tick > 2
        if session.rules.auto_brace:  # she does it by herself, whatever else is pressed
            pressed = self.tick == self.beat
        if pressed and not self.has_pressed:
            if in_window:
                self.has_pressed = True
                self.last = "good"
            elif self.tick >= self.beat // 3:
                self.has_pressed = True
                self.last = "early" if self.tick < self.beat else "late"
            if self.has_pressed:
                self.tries += 1
                session.news.tell(Pulsed(self.last))
                session.news.tell(Heard("door_give" if self.last == "good" else "wood_thud", x, y))
        if self.tick >= self.period:
            if not self.has_pressed:
                self.last = "late"
                self.tries += 1
                session.news.tell(Pulsed("late"))
            if self.last == "good":
                self.done += 1
            self.tick = 0
            self.has_pressed = False
            if self.done >= self.pulses:
                session.panel = None
