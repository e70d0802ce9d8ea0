"""The tray of twelve keys."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import STICK, Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

KEYS_ACROSS, KEYS_DOWN = 4, 3
REPEAT_TICKS = 12


@dataclass
class KeyPanel(Panel):
    """The tray of keys, 4 across and 3 down; ``tried`` are back in the drawer; ``chosen`` is being tried."""

    cursor: int = 0
    tried: tuple[int, ...] = ()
    chosen: int = -1
    moved: int = 0
    right: int = 6

    def work(self, session: Session) -> None:
        if self.chosen >= 0:
            return  # the beat is trying it
        x, y = session.intent.x, session.intent.y
        way_x = (x > STICK // 2) - (x < -STICK // 2)
        way_y = (y > STICK // 2) - (y < -STICK // 2)
        if way_x or way_y:
            self.moved += 1
            if self.moved == 1 or self.moved % REPEAT_TICKS == 0:
                column = (self.cursor % KEYS_ACROSS + way_x) % KEYS_ACROSS
                row = (self.cursor // KEYS_ACROSS + way_y) % KEYS_DOWN
                self.cursor = row * KEYS_ACROSS + column
                session.news.tell(Heard("key_pickup", session.place.x, session.place.y, 0.5))
        else:
            self.moved = 0
        if session.pressed(Action.INTERACT):
            if self.cursor in self.tried:
                session.news.tell(Heard("ui_error", session.place.x, session.place.y))
            else:
                self.chosen = self.cursor
