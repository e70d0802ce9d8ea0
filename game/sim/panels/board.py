"""The journal laid open on felt: five cards and a small door. A thread goes from pin to pin; what belongs together holds.

A thread between two that do not belong together falls off, with a thought. After three of those the right ones tremble.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import STICK, Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

CARDS = ("kettle", "page", "coats", "snow", "doll", "door")
"""Five things that were found, and where they lead."""
PLACES = ((90, 58), (514, 186), (90, 186), (514, 58), (302, 206), (302, 104))
"""Where each hangs, px on the board: threads that hold cross over the door."""
LINKS = ((0, 1), (2, 3), (4, 5))
"""Kettle and page, coats and snow, the doll's buttons and the door; in any order."""
REPEAT_FIRST, REPEAT_NEXT = 20, 9
PULL_TICKS = 34
"""A thread is drawn tight before it is known whether it holds."""
FALL_TICKS = 46
TREMBLE_AFTER = 3
AIM_LEAST, AIM_FAR = 14, 50
"""So far a stick (or the mouse) is put over before it points at the door, and at a card."""
LEAST_TICKS = 6

COME, PICK, PULL, FALL, TOLD = "come", "pick", "pull", "fall", "told"
COMES_TICKS = 30


def is_link(a: int, b: int) -> bool:
    """Whether these two know each other."""
    return (min(a, b), max(a, b)) in LINKS


@dataclass
class BoardPanel(Panel):
    """``held``: the card a thread hangs from, -1 = none. ``tied``: pairs that hold. ``tries`` the last pair, ``is_right`` it.

    ``state`` come, pick, pull, fall, told: then the beat says what came of it and calls ``again``.
    """

    cursor: int = 0
    held: int = -1
    is_dragged: bool = False
    """The thread was begun by a press that has been kept down: letting go ties it."""
    tied: tuple[tuple[int, int], ...] = ()
    tries: tuple[int, int] = (0, 0)
    wrong: int = 0
    state: str = COME
    ticks: int = 0
    age: int = 0
    moved: int = 0
    is_left: bool = False
    """She will come back to it."""
    is_fixed: bool = False
    """Nothing answers: the story has it."""
    joined: int = 0
    """Ticks since the last of the three threads held."""

    @property
    def is_right(self) -> bool:
        """Whether the last thread tied holds."""
        return is_link(*self.tries)

    @property
    def is_done(self) -> bool:
        return len(self.tied) == len(LINKS)

    @property
    def trembles(self) -> tuple[int, ...]:
        """The cards that cannot keep still: a pair that is still wanted, when she has been wrong often enough."""
        if self.wrong < TREMBLE_AFTER or self.is_done:
            return ()
        return next(pair for pair in LINKS if pair not in self.tied)

    def again(self) -> None:
        """On with it."""
        if self.state == TOLD:
            self._turn(PICK)

    def work(self, session: Session) -> None:
        self.ticks += 1
        self.age += 1
        if self.is_done:
            self.joined += 1
        if self.state == COME and self.ticks >= COMES_TICKS:
            self._turn(PICK)
        elif self.state == PICK and not self.is_fixed:
            self._pick(session)
        elif self.state == PULL and self.ticks >= PULL_TICKS:
            self._judge(session)
        elif self.state == FALL and self.ticks >= FALL_TICKS:
            self._turn(TOLD)

    def _turn(self, state: str) -> None:
        self.state, self.ticks = state, 0

    def _pick(self, session: Session) -> None:
        x, y = session.place.x, session.place.y
        before = self.cursor
        self._point(session)
        if self.cursor != before:
            session.news.tell(Heard("ui_move", x, y, 0.6))
        if session.pressed(Action.DODGE) and self.held >= 0:
            self._drop()
            session.news.tell(Heard("ui_back", x, y, 0.6))
        elif session.pressed(Action.DODGE):
            self.is_left = True
            session.news.tell(Heard("ui_back", x, y, 0.6))
        elif session.pressed(Action.INTERACT) and self.ticks > LEAST_TICKS:
            if self.held < 0:
                self.held, self.is_dragged = self.cursor, True
                session.news.tell(Heard("thread_pull", x, y, 0.7))
            elif self.held == self.cursor:
                self._drop()
                session.news.tell(Heard("ui_back", x, y, 0.6))
            else:
                self._tie(session)
        elif self.held >= 0 and self.is_dragged and not session.held(Action.INTERACT):
            self.is_dragged = False
            if self.held != self.cursor:
                self._tie(session)

    def _point(self, session: Session) -> None:
        """To the card that lies that way: from card to card with the stick, or straight at one with the other stick."""
        aim_x, aim_y = session.intent.aim_x, session.intent.aim_y
        if math.hypot(aim_x, aim_y) > AIM_LEAST:
            self.cursor = self.card_at(aim_x, aim_y)
            return
        if math.hypot(session.intent.x, session.intent.y) <= STICK // 2:
            self.moved = 0
            return
        self.moved += 1
        if self.moved == 1 or (self.moved > REPEAT_FIRST and (self.moved - REPEAT_FIRST) % REPEAT_NEXT == 0):
            self.cursor = self.next_card(self.cursor, session.intent.x, session.intent.y)

    @staticmethod
    def card_at(x: float, y: float) -> int:
        """The card that lies in that direction from the middle of the board; near the middle, the door."""
        far = math.hypot(x, y)
        if far < AIM_FAR:
            return CARDS.index("door")
        middle = PLACES[CARDS.index("door")]
        ways = []
        for n, (px, py) in enumerate(PLACES[:-1]):
            dx, dy = px - middle[0], py - middle[1]
            ways.append(((x * dx + y * dy) / (far * math.hypot(dx, dy)), -n))
        return -max(ways)[1]

    @staticmethod
    def next_card(here: int, x: float, y: float) -> int:
        """The nearest card that lies more or less that way from ``here``; ``here`` itself when none does."""
        far = math.hypot(x, y)
        best, least = here, math.inf
        hx, hy = PLACES[here]
        for n, (px, py) in enumerate(PLACES):
            dx, dy = px - hx, py - hy
            along = (dx * x + dy * y) / far
            across = abs(dx * y - dy * x) / far
            if n != here and along > 20 and along + 2.2 * across < least:
                best, least = n, along + 2.2 * across
        return best

    def _drop(self) -> None:
        self.held, self.is_dragged = -1, False

    def _tie(self, session: Session) -> None:
        pair = (min(self.held, self.cursor), max(self.held, self.cursor))
        if pair in self.tied:
            self._drop()
            return
        self.tries = pair
        self._drop()
        session.news.tell(Heard("string_pull", session.place.x, session.place.y, 0.6))
        self._turn(PULL)

    def _judge(self, session: Session) -> None:
        x, y = session.place.x, session.place.y
        if self.is_right:
            self.tied = (*self.tied, self.tries)
            session.news.tell(Heard("sew_stitch", x, y))
            self._turn(TOLD)
        else:
            self.wrong += 1
            session.news.tell(Heard("unpick", x, y, 0.7))
            self._turn(FALL)
