"""Noughts and crosses against somebody who would rather lose: three in a row for her, whatever she does, and again, and again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.intent import STICK, Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

LINES = ((0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6))
REPEAT_TICKS = 12
THINKS_TICKS = 34
"""He draws his nought after so long, beaming."""
RUBS_TICKS = 46
"""He needs so long to turn one of his noughts into a cross of hers."""
WON_TICKS = 70
AGAIN_TICKS = 11
"""A mark of the games that are only shown."""
WINS = 7
QUICK = ((0, 4, 8), (2, 4, 6), (0, 1, 2), (3, 4, 5), (1, 4, 7), (6, 7, 8))
"""Her lines in the games that go by themselves."""


@dataclass
class NoughtsPanel(Panel):
    """``cells`` "", "x" (hers) or "o"; ``state``: hers, his, rubs (he gives her one of his), won, again; ``ticks`` in it."""

    cells: list[str] = field(default_factory=lambda: [""] * 9)
    cursor: int = 4
    moved: int = 0
    state: str = "hers"
    ticks: int = 0
    wins: int = 0
    marked: int = -1
    """The cell of the last mark."""
    line: tuple[int, ...] = ()

    def work(self, session: Session) -> None:
        """One tick; the panel is over after the seventh win."""
        self.ticks += 1
        if self.state == "hers":
            self._hers(session)
        elif self.state == "his" and self.ticks >= THINKS_TICKS:
            self._mark(session, self._worst(), "o")
            self._turn("rubs" if all(self.cells) else "hers")
        elif self.state == "rubs" and self.ticks >= RUBS_TICKS:
            self._mark(session, self._gift(), "x")
            self._judge(session)
        elif self.state == "won" and self.ticks >= WON_TICKS:
            self._again(session)
        elif self.state == "again":
            self._quick(session)

    def _turn(self, state: str) -> None:
        self.state, self.ticks = state, 0

    def _hers(self, session: Session) -> None:
        x, y = session.intent.x, session.intent.y
        way_x = (x > STICK // 2) - (x < -STICK // 2)
        way_y = (y > STICK // 2) - (y < -STICK // 2)
        if way_x or way_y:
            self.moved += 1
            if self.moved == 1 or self.moved % REPEAT_TICKS == 0:
                column = (self.cursor % 3 + way_x) % 3
                row = (self.cursor // 3 + way_y) % 3
                self.cursor = row * 3 + column
                _sound(session, "ui_move", 0.6)
        else:
            self.moved = 0
        if session.pressed(Action.INTERACT) and self.ticks > 6:
            if self.cells[self.cursor]:
                _sound(session, "ui_error", 0.5)
                return
            self._mark(session, self.cursor, "x")
            self._judge(session)

    def _judge(self, session: Session) -> None:
        self.line = next((line for line in LINES if all(self.cells[i] == "x" for i in line)), ())
        if self.line:
            self.wins += 1
            _sound(session, "chime_small", 0.7)
            self._turn("won")
        elif all(self.cells):
            self._turn("rubs")
        else:
            self._turn("his")

    def _mark(self, session: Session, cell: int, what: str) -> None:
        self.cells[cell] = what
        self.marked = cell
        _sound(session, "chalk", 0.8)

    def _worst(self) -> int:
        """Where a nought does him the least good and her the least harm."""

        def harm(cell: int) -> int:
            found = 0
            for line in LINES:
                if cell in line:
                    marks = [self.cells[i] for i in line if i != cell]
                    found += 8 * (marks == ["x", "x"]) + 6 * (marks == ["o", "o"]) + marks.count("x") + (not any(marks))
            return found

        return min((c for c in range(9) if not self.cells[c]), key=lambda c: (harm(c), c))

    def _gift(self) -> int:
        """The nought that completes a row when it is made a cross; any, if none does."""
        for line in LINES:
            left = [i for i in line if self.cells[i] != "x"]
            if len(left) == 1:
                return left[0]
        return next(i for i in range(9) if self.cells[i] == "o")

    def _again(self, session: Session) -> None:
        self.cells = [""] * 9
        self.line = ()
        self.marked = -1
        self._turn("again")
        _sound(session, "paper_rustle", 0.5)

    def _quick(self, session: Session) -> None:
        """A whole game in half a second: three crosses, and two noughts that stand nowhere."""
        if self.ticks % AGAIN_TICKS:
            return
        line = QUICK[(self.wins - 1) % len(QUICK)]
        step = self.ticks // AGAIN_TICKS
        if step <= 3:
            self._mark(session, line[step - 1], "x")
            spare = [i for i in range(9) if i not in line and not self.cells[i]]
            if step < 3:
                self.cells[spare[step]] = "o"
        elif step == 4:
            self.line = line
            self.wins += 1
            _sound(session, "chime_small", 0.35)
        elif self.wins >= WINS:
            if step >= 8:
                session.panel = None
        else:
            self._again(session)


def _sound(session: Session, name: str, gain: float) -> None:
    session.news.tell(Heard(name, session.place.x, session.place.y, gain))
