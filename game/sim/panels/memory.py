"""A memory, seen through a doll's two eyes: a small stage of cut paper that she may move one thing on. At its end it is sewn shut.

Phases follow one another by ``go``; the beat says what is said between them. Each child's own is in a file of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import STICK, Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

OPEN_TICKS = 54
"""In which the two holes open."""
THREADS, THREAD_TICKS, SHUT_TICKS = 4, 30, 40
"""Threads drawn across them at the end, one each so many ticks, and then they close."""
TILT = STICK // 2
"""A stick pushed further than this means it."""


@dataclass
class MemoryPanel(Panel):
    """``phase`` and for how many ``ticks``; ``threads`` are through. ``way``: a direction that was pressed in this very tick."""

    phase: str = "open"
    ticks: int = 0
    life: int = 0
    threads: int = 0
    is_over: bool = False
    way: str = ""
    held_way: str = ""

    def go(self, phase: str) -> None:
        """On to the next part."""
        self.phase, self.ticks = phase, 0

    @property
    def sight(self) -> float:
        """How far the holes are open, 0..1."""
        if self.phase == "open":
            return min(self.ticks / OPEN_TICKS, 1.0)
        if self.phase == "sew":
            return max(1 - max(self.ticks - THREADS * THREAD_TICKS, 0) / SHUT_TICKS, 0.0)
        return 1.0

    @property
    def is_open(self) -> bool:
        return self.phase != "open" or self.ticks >= OPEN_TICKS

    def work(self, session: Session) -> None:
        self.ticks += 1
        self.life += 1
        x, y = session.intent.x, session.intent.y
        now = ("right" if x > 0 else "left") if abs(x) > TILT and abs(x) >= abs(y) else ""
        now = now or (("down" if y > 0 else "up") if abs(y) > TILT else "")
        self.way = now if now != self.held_way else ""
        self.held_way = now
        if self.phase == "sew":
            self._sew(session)
        else:
            self.play(session)

    def play(self, session: Session) -> None:
        """One tick of the child's own part."""

    def _sew(self, session: Session) -> None:
        before = self.threads
        self.threads = min(self.ticks // THREAD_TICKS, THREADS)
        if self.threads > before:
            self.tell(session, "sew_stitch")
        if self.ticks >= THREADS * THREAD_TICKS + SHUT_TICKS:
            self.is_over = True
            session.panel = None

    @staticmethod
    def tell(session: Session, sound: str, gain: float = 1.0) -> None:
        session.news.tell(Heard(sound, session.place.x, session.place.y, gain))

    @staticmethod
    def acts(session: Session) -> bool:
        """Interact was pressed."""
        return session.pressed(Action.INTERACT)
