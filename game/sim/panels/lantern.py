"""A magic lantern with three pierced rings, and her shadow on a sheet among what they cut out of the light.

The rings hang together: the first handle turns inner and middle, the second middle and outer, the third the outer alone and the
other way about. A bridge stands when inner and middle are home; a needle is threaded wherever middle and outer agree; at
one place of 216 it is both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import STICK, Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

SIGNS = 6
"""Places of a ring; each is 60 degrees on."""
TURNS = ((1, 1, 0), (0, 1, 1), (0, 0, -1))
"""What one turn of a handle to the right does to (inner, middle, outer)."""
TURN_TICKS = 22
START = (2, 5, 1)
PAR = 7
LOCK_AFTER = 20
"""After so many turns the inner ring catches, where it belongs."""
REPEAT_FIRST, REPEAT_NEXT = 20, 9
READINGS = ("nothing", "bridge", "needle", "both")


@dataclass
class LanternPanel(Panel):
    """``rings`` (inner, middle, outer), each 0..5, 0 = home; ``was`` before the turn that is under way, not wrapped.

    ``handle`` 0..2 is the one she has hold of; ``state`` turn or still. The beat reads ``turns`` and ``reading``.
    """

    rings: tuple[int, int, int] = START
    was: tuple[int, int, int] = START
    now: tuple[int, int, int] = START
    """As ``rings``, but counted on past 5 and 0, so that looks know which way round it went."""
    handle: int = 0
    way: int = 1
    ticks: int = TURN_TICKS
    turns: int = 0
    moved: int = 0
    queued: int = 0
    """A turn asked for while another was under way: hands are quicker than brass."""
    is_locked: bool = False
    is_fixed: bool = False
    """Nobody turns it any more."""
    is_left: bool = False
    """She has got up from it: the rings stay as they are."""
    pulled: int = 0
    """Ticks since the shadow began to be pulled by itself; 0 = it does as she does."""
    guess: str = ""
    """A text key: what one of them takes it for just now."""
    guess_ticks: int = 0

    @property
    def is_turning(self) -> bool:
        return self.ticks < TURN_TICKS

    @property
    def reading(self) -> str:
        """nothing, bridge, needle or both."""
        inner, middle, outer = self.rings
        bridge, needle = inner == middle == 0, middle == outer
        return READINGS[bridge + 2 * needle]

    def turned_by(self, handle: int) -> tuple[int, int, int]:
        """What a handle does to the three rings; a ring that has caught stays."""
        inner, middle, outer = TURNS[handle]
        return (0 if self.is_locked else inner, middle, outer)

    def work(self, session: Session) -> None:
        self.ticks += 1
        self.guess_ticks += 1
        if self.pulled:
            self.pulled += 1
        if not self.is_fixed and not self.is_turning and session.pressed(Action.DODGE):
            self.is_left = self.is_fixed = True
            session.news.tell(Heard("ui_cancel", session.place.x, session.place.y, 0.6))
        x, y = session.intent.x, session.intent.y
        turn, change = _tilt(x), _tilt(y)
        if self.is_fixed or (not turn and not change and not self.queued):
            self.moved = 0
            return
        if self.is_turning:
            if turn and not self.moved:
                self.queued = turn
            self.moved = self.moved + 1 if turn or change else 0
            return
        if self.queued:
            self._turn(session, self.queued)
            self.queued = 0
            return
        self.moved += 1
        if self.moved > 1 and (self.moved <= REPEAT_FIRST or (self.moved - REPEAT_FIRST) % REPEAT_NEXT):
            return
        if change and abs(y) >= abs(x):
            self.handle = (self.handle + change) % len(TURNS)
            session.news.tell(Heard("ui_move", session.place.x, session.place.y, 0.6))
        elif turn:
            self._turn(session, turn)

    def _turn(self, session: Session, way: int) -> None:
        by = self.turned_by(self.handle)
        self.way, self.was, self.ticks = way, self.now, 0
        self.now = (self.now[0] + way * by[0], self.now[1] + way * by[1], self.now[2] + way * by[2])
        self.rings = (self.now[0] % SIGNS, self.now[1] % SIGNS, self.now[2] % SIGNS)
        self.turns += 1
        session.news.tell(Heard("lantern_ring", session.place.x, session.place.y, 0.7))

    def catch(self, session: Session) -> None:
        """The inner ring slips home and catches."""
        self.is_locked = True
        self.was, self.ticks = self.now, 0
        inner = self.now[0] - self.rings[0] if self.rings[0] <= SIGNS // 2 else self.now[0] + SIGNS - self.rings[0]
        self.now = (inner, self.now[1], self.now[2])
        self.rings = (0, self.rings[1], self.rings[2])
        session.news.tell(Heard("light_click", session.place.x, session.place.y))


def _tilt(v: int) -> int:
    return (v > STICK // 2) - (v < -STICK // 2)
