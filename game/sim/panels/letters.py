"""The first memory: a boy writes to the other end of the sea, sixty-one Sundays; and who has read them all by morning."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.panels.memory import MemoryPanel

if TYPE_CHECKING:
    from game.sim.session import Session

SUNDAYS = (1, 1, 2, 3, 5, 8, 11, 14, 16)
"""Letters that go at once: at first each is a week's work, then they run together. Sixty-one."""
WRITE_TICKS = (104, 92, 80, 70, 62, 56, 52, 48, 46)
SENDS_ITSELF_TICKS = 44
"""A page that is full and still held goes by itself after so long."""
FOLD_TICKS = 26
SAIL_TICKS = 210
HOME_TICKS = 190
"""In which all of them come back, to the wrong door."""
NEARER_TICKS = 170
"""Holding the way to the light so long, he is there."""


@dataclass
class LettersPanel(MemoryPanel):
    """``batch`` of SUNDAYS is on the desk, ``ink`` 0..1 written; ``boats``: (life when folded, its first letter, how many).

    ``near`` 0..1: how far he has gone to the light.
    """

    batch: int = 0
    ink: float = 0.0
    full: int = 0
    fold: int = 0
    sent: int = 0
    boats: list[tuple[int, int, int]] = field(default_factory=list)
    is_writing: bool = False
    near: float = 0.0

    @property
    def is_written(self) -> bool:
        return self.batch >= len(SUNDAYS) and not self.fold

    def play(self, session: Session) -> None:
        if self.phase == "write":
            self._write(session)
        elif self.phase == "home" and self.ticks in (10, 40, 70, 95, 115, 130):
            self.tell(session, "paper_rustle", 0.7)
        elif self.phase == "nearer":
            walks = self.held_way == "right" or session.held(Action.INTERACT)
            self.near = min(self.near + 1 / NEARER_TICKS, 1.0) if walks else self.near
            if walks and self.ticks % 24 == 0:
                self.tell(session, "step_soft", 0.5)

    def _write(self, session: Session) -> None:
        if self.fold:
            self.fold -= 1
            return
        if self.batch >= len(SUNDAYS):
            return
        holds = session.held(Action.INTERACT) or (self.is_writing and session.rules.auto_brace)
        if self.ink < 1:
            self.is_writing = holds
            if holds:
                self.ink = min(self.ink + 1 / WRITE_TICKS[self.batch], 1.0)
                if self.ticks % 22 == 0:
                    self.tell(session, "pen", 0.25)
            return
        self.full += 1
        if not holds or self.full >= SENDS_ITSELF_TICKS or session.rules.auto_brace:
            many = SUNDAYS[self.batch]
            self.boats.append((self.life, self.sent, many))
            self.sent += many
            self.batch += 1
            self.ink, self.full, self.fold, self.is_writing = 0.0, 0, FOLD_TICKS, False
            self.tell(session, "paper_rustle")
