"""An old photograph of two girls, held up: her eye goes from the one to the other, and is asked which is which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import STICK, Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

GLANCE_TICKS = 18
"""From one face to the other."""
LOOK_TICKS = 40
"""A face is only seen when it was looked at for so long."""
LEFT, RIGHT, DOLL = 0, 1, 2


@dataclass
class PhotoPanel(Panel):
    """``eye`` is on the left girl, the right one, or (in a later look) on what she has under her arm.

    ``seen`` what was looked at long enough; with ``asks`` interact answers with whoever the eye is on.
    """

    eye: int = LEFT
    was: int = LEFT
    ticks: int = 0
    """Since the eye came to where it is."""
    seen: tuple[int, ...] = ()
    asks: bool = False
    is_fixed: bool = False
    """The eye stays where the story wants it."""
    chosen: int = -1
    caption: str = ""
    """A text key: what stands under the photograph while the eye is on a girl; {eye} is its number."""

    def work(self, session: Session) -> None:
        self.ticks += 1
        if self.ticks >= LOOK_TICKS and self.eye not in self.seen:
            self.seen = (*self.seen, self.eye)
        if self.is_fixed or self.chosen >= 0:
            return
        x = session.intent.x
        if self.ticks > GLANCE_TICKS and abs(x) > STICK // 2:
            goal = RIGHT if x > 0 else LEFT
            if goal != self.eye:
                self.look_at(session, goal)
        if self.asks and session.pressed(Action.INTERACT) and self.ticks > GLANCE_TICKS:
            self.chosen = self.eye
            session.news.tell(Heard("paper_rustle", session.place.x, session.place.y, 0.7))

    def look_at(self, session: Session, what: int) -> None:
        """The eye goes there."""
        if what != self.eye:
            self.was, self.eye, self.ticks = self.eye, what, 0
            session.news.tell(Heard("ui_move", session.place.x, session.place.y, 0.6))
