"""How yes would go: two eyes that are sewn shut, thread by thread. It passes; one may also wake from it sooner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

THREADS = 5
THREAD_TICKS = 240
WAKES_AFTER = 8
"""So many presses, once it has begun to hurt, open the eyes again."""
FLINCH_TICKS = 26


@dataclass
class EyesPanel(Panel):
    """``shut`` 0..1; ``presses`` towards waking; ``flinch`` ticks left of the last press' flutter."""

    ticks: int = 0
    presses: int = 0
    flinch: int = 0
    is_over: bool = False

    @property
    def threads(self) -> int:
        """How many are through."""
        return min(self.ticks // THREAD_TICKS, THREADS)

    @property
    def shut(self) -> float:
        return min(self.ticks / (THREADS * THREAD_TICKS), 1.0)

    def work(self, session: Session) -> None:
        before = self.threads
        self.ticks += 1
        self.flinch = max(self.flinch - 1, 0)
        x, y = session.place.x, session.place.y
        if self.threads > before:
            session.news.tell(Heard("sew_stitch", x, y))
        elif self.ticks % THREAD_TICKS == THREAD_TICKS - 40:
            session.news.tell(Heard("needle_tick", x, y, 0.6))
        if session.pressed(Action.INTERACT | Action.DODGE):
            self.presses += 1
            self.flinch = FLINCH_TICKS
            session.news.tell(Heard("heartbeat", x, y, 0.8))
        self.is_over = self.ticks >= THREADS * THREAD_TICKS or (self.threads > 0 and self.presses >= WAKES_AFTER)
