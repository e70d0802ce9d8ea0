"""The doll in her hands, turned side by side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import STICK
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

TURN_TICKS = 14


@dataclass
class DollPanel(Panel):
    """The doll in her hands: ``side`` 0 front, 1 left, 2 back, 3 right; ``seen`` as looked at; ``turn`` ticks of the last turn."""

    side: int = 0
    seen: tuple[int, ...] = (0,)
    turn: int = 0
    way: int = 1

    def work(self, session: Session) -> None:
        self.turn = max(self.turn - 1, 0)
        x = session.intent.x
        if self.side not in self.seen:
            return  # first what there is to say of this side
        if self.turn == 0 and abs(x) > STICK // 2:
            self.way = 1 if x > 0 else -1
            self.side = (self.side + self.way) % 4
            self.turn = TURN_TICKS
            session.news.tell(Heard("cloth_turn", session.place.x, session.place.y))
