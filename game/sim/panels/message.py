"""Four mice in a row, each with a piece of a sentence. Two that are picked change places; the drum has it read out.

Whoever is right after a reading sits down. When they have been wrong often enough somebody hums, and then the right ones
cannot keep their feet still.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import STICK, Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

MICE = 4
DRUM = MICE
"""The place of the drum, right of the last mouse."""
SWAP_TICKS = 30
READ_TICKS = 44
"""For each piece of the sentence."""
ROLL_TICKS = 34
COMES_TICKS = 70
"""The mice march in."""
REPEAT_FIRST, REPEAT_NEXT = 20, 9
HUM_AFTER_SWAPS, HUM_AFTER_READS = 8, 3
RIGHT = (0, 1, 2, 3)

COME, PICK, SWAP, READ, TOLD = "come", "pick", "swap", "read", "told"


@dataclass
class MessagePanel(Panel):
    """``order[i]``: which piece stands at place i. ``held``: the place picked first, -1 = none. ``sits``: pieces that sit.

    ``state`` come, pick, swap, read, told (the beat says what came of it and calls ``again``).
    """

    order: tuple[int, ...] = (3, 0, 2, 1)
    cursor: int = 0
    held: int = -1
    state: str = COME
    ticks: int = 0
    swapping: tuple[int, int] = (0, 0)
    sits: tuple[int, ...] = ()
    swaps: int = 0
    reads: int = 0
    moved: int = 0
    hums: bool = False
    is_left: bool = False
    """She will come back to it: the mice keep their places."""
    bow_ticks: int = 0
    """Since it was read right: hats off."""

    @property
    def is_right(self) -> bool:
        return self.order == RIGHT

    @property
    def piece_read(self) -> int:
        """The place whose piece is being read out, -1 while the drum rolls or nothing is read."""
        if self.state != READ or self.ticks < ROLL_TICKS:
            return -1
        return min((self.ticks - ROLL_TICKS) // READ_TICKS, MICE - 1)

    def work(self, session: Session) -> None:
        self.ticks += 1
        x, y = session.place.x, session.place.y
        if self.state == COME and self.ticks >= COMES_TICKS:
            self._turn(PICK)
        elif self.state == PICK:
            self._pick(session)
        elif self.state == SWAP and self.ticks >= SWAP_TICKS:
            a, b = self.swapping
            row = list(self.order)
            row[a], row[b] = row[b], row[a]
            self.order = tuple(row)
            self.swaps += 1
            if self.swaps >= HUM_AFTER_SWAPS:
                self.hums = True
            self._turn(PICK)
        elif self.state == READ:
            since = self.ticks - ROLL_TICKS
            if since >= 0 and since % READ_TICKS == 0 and since // READ_TICKS < MICE:
                session.news.tell(Heard("mouse_squeak", x, y, 0.8))
            if since >= MICE * READ_TICKS:
                self.reads += 1
                self.sits = tuple(p for i, p in enumerate(self.order) if p == RIGHT[i])
                if self.reads >= HUM_AFTER_READS:
                    self.hums = True
                self._turn(TOLD)
        elif self.state == TOLD and self.is_right:
            self.bow_ticks += 1

    def again(self) -> None:
        """They get up once more."""
        if self.state == TOLD:
            self._turn(PICK)

    def _turn(self, state: str) -> None:
        self.state, self.ticks = state, 0

    def _pick(self, session: Session) -> None:
        x, y = session.place.x, session.place.y
        tilt = session.intent.x
        way = (tilt > STICK // 2) - (tilt < -STICK // 2)
        if way:
            self.moved += 1
            if self.moved == 1 or (self.moved > REPEAT_FIRST and (self.moved - REPEAT_FIRST) % REPEAT_NEXT == 0):
                self.cursor = (self.cursor + way) % (MICE + 1)
                session.news.tell(Heard("ui_move", x, y, 0.7))
        else:
            self.moved = 0
        if session.pressed(Action.DODGE) and self.held >= 0:
            self.held = -1
            session.news.tell(Heard("ui_cancel", x, y, 0.6))
        elif session.pressed(Action.DODGE):
            self.is_left = True
            session.news.tell(Heard("ui_cancel", x, y, 0.6))
        elif session.pressed(Action.INTERACT) and self.ticks > 6:
            self._press(session)

    def _press(self, session: Session) -> None:
        x, y = session.place.x, session.place.y
        if self.cursor == DRUM:
            self.held = -1
            self.sits = ()
            session.news.tell(Heard("mouse_drum", x, y, 0.8))
            self._turn(READ)
        elif self.held < 0:
            self.held = self.cursor
            session.news.tell(Heard("mouse_squeak", x, y))
        elif self.held == self.cursor:
            self.held = -1
            session.news.tell(Heard("ui_cancel", x, y, 0.6))
        else:
            self.swapping = (self.held, self.cursor)
            self.held = -1
            self.sits = ()
            session.news.tell(Heard("mouse_squeak", x, y, 0.35))
            session.news.tell(Heard("paper_rustle", x, y, 0.6))
            self._turn(SWAP)
