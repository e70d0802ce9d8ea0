"""Something held up to be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

READ_LEAST_TICKS = 24
"""A note cannot be put away by the press that was meant for what came before."""


@dataclass
class NotePanel(Panel):
    """Something to read, held up: a note, a page, the sign. ``kind`` names its picture; ``key`` the text."""

    kind: str
    key: str = ""
    ticks: int = 0

    def work(self, session: Session) -> None:
        self.ticks += 1
        if session.pressed(Action.INTERACT | Action.DODGE) and self.ticks > READ_LEAST_TICKS:
            session.panel = None
