"""The bet, sewn: four patches of words on a strip, each with others to put in its place. Said aloud, it is sewn through.

Where a word leaves a hole the needle stops, and something looks through it. When nothing is wrong with it any more she helps
herself: a hand comes down for a patch further on. Whoever presses while it hangs there keeps the patch.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import STICK, Action
from game.sim.happenings import Heard
from game.sim.panels.panel import Panel

if TYPE_CHECKING:
    from game.sim.session import Session

PATCHES = ("who", "if", "then", "else")
WORDS = (4, 2, 3, 2)
"""How many there are to choose from for each patch."""
WHOLE = (3, 1, 2, 1)
"""The one bet without a hole."""
HOLES = (("children", "souls", "parents", ""), ("look", ""), ("may", "home", ""), ("week", ""))
"""What is wrong with each of the words: beats.game_proposed.hole_..."""
SAY = len(PATCHES)
"""The place of the needle, below the last patch."""
TRICKS = ((2, 0), (1, 0), (3, 0))
"""(patch, word she puts there): what she tries when the bet is whole, one at each reading."""
TRICKS_BY_DIFFICULTY = {"storybook": 1, "brave": 2, "beldam": 3}
REPEAT_FIRST, REPEAT_NEXT = 20, 10
TURN_TICKS = 16
"""A patch is turned over to its next word."""
SEW_TICKS = 96
"""The needle's way through one patch: long enough to read it."""
RIPS_AT = 0.75
"""So far along a patch that will not hold the needle stops."""
RIP_TICKS = 44
REACH_TICKS = 120
"""Her hand is on its way down so long; all of this time a press keeps the patch."""
PINCH_TICKS = 20
GLINT_TICKS = 40
KNOT_TICKS = 60
COMES_TICKS = 40
SHAKE_TICKS = 18
"""One does not walk out of a bet: the cloth only shakes."""
LEAST_TICKS = 6

COME, PICK, SEW, RIP, TOLD, KNOT, TIED = "come", "pick", "sew", "rip", "told", "knot", "tied"


@dataclass
class WagerPanel(Panel):
    """``chosen[i]``: which words are on patch i. ``sewn`` patches the needle is through. ``tries`` bets with a hole in them.

    ``state`` come, pick, sew, rip, told (a hole: the beat says it and calls ``again``), knot, tied (nothing wrong with it).
    """

    chosen: tuple[int, ...] = (0, 0, 0, 0)
    tricks: int = 2
    """How often she will help herself."""
    windup: float = 1.0
    cursor: int = 0
    state: str = COME
    ticks: int = 0
    age: int = 0
    moved: int = 0
    turned: int = 0
    """Ticks until the patch at the cursor lies still; ``turned_way`` it was turned."""
    turned_way: int = 1
    sewn: int = 0
    tries: int = 0
    tricked: int = 0
    """How often she has reached for a patch."""
    kept: int = 0
    """How often she was kept from it."""
    reach: int = 0
    """Ticks of her hand's way down, 0 = it is not there; ``target`` the patch it comes for."""
    target: int = -1
    away: int = 0
    """Ticks since it was slapped, or has what it came for: it goes back up."""
    slapped: bool = False
    is_stolen: bool = False
    """The hole in this bet is her doing."""
    shaken: int = 0
    """Ticks left of a shake: somebody wanted to leave."""
    glint: int = 0

    @property
    def is_whole(self) -> bool:
        return self.chosen == WHOLE

    @property
    def hole(self) -> str:
        """The name of the first hole in the bet as it stands, "" when it has none."""
        return next((HOLES[i][word] for i, word in enumerate(self.chosen) if HOLES[i][word]), "")

    @property
    def hole_at(self) -> int:
        """The patch the first hole is in, -1 = none."""
        return next((i for i, word in enumerate(self.chosen) if HOLES[i][word]), -1)

    @property
    def reach_ticks(self) -> int:
        return round(REACH_TICKS * self.windup)

    @property
    def patch_read(self) -> int:
        """The patch the needle is in, -1 = none."""
        return self.sewn if self.state == SEW else -1

    def again(self) -> None:
        """Unpicked: on with it."""
        if self.state == TOLD:
            self.cursor = max(self.hole_at, 0)
            self.sewn = 0
            self.is_stolen = False
            self._turn(PICK)

    def work(self, session: Session) -> None:
        self.ticks += 1
        self.age += 1
        self.turned = max(self.turned - 1, 0)
        self.glint = max(self.glint - 1, 0)
        self.shaken = max(self.shaken - 1, 0)
        if self.away:
            self.away += 1
        if self.state == COME and self.ticks >= COMES_TICKS:
            self._turn(PICK)
        elif self.state == PICK:
            self._pick(session)
        elif self.state == SEW:
            self._sew(session)
        elif self.state == RIP and self.ticks >= RIP_TICKS:
            self._turn(TOLD)
        elif self.state == KNOT and self.ticks >= KNOT_TICKS:
            self._turn(TIED)

    def _turn(self, state: str) -> None:
        self.state, self.ticks = state, 0

    # ---- choosing

    def _pick(self, session: Session) -> None:
        x, y = session.place.x, session.place.y
        tilt_x, tilt_y = session.intent.x, session.intent.y
        up_down = (tilt_y > STICK // 2) - (tilt_y < -STICK // 2)
        across = 0 if up_down else (tilt_x > STICK // 2) - (tilt_x < -STICK // 2)
        if up_down or across:
            self.moved += 1
            if self.moved == 1 or (self.moved > REPEAT_FIRST and (self.moved - REPEAT_FIRST) % REPEAT_NEXT == 0):
                if up_down:
                    self.cursor = (self.cursor + up_down) % (SAY + 1)
                    session.news.tell(Heard("ui_move", x, y, 0.6))
                elif self.cursor < SAY:
                    self._next(session, across)
        else:
            self.moved = 0
        if session.pressed(Action.DODGE) and self.ticks > LEAST_TICKS:
            self.cursor, self.shaken = max(self.cursor - 1, 0), 0 if self.cursor else SHAKE_TICKS
            session.news.tell(Heard("ui_back", x, y, 0.6))
        elif session.pressed(Action.INTERACT) and self.ticks > LEAST_TICKS:
            if self.cursor == SAY:
                self._say(session)
            else:
                self._next(session, 1)

    def _next(self, session: Session, way: int) -> None:
        row = list(self.chosen)
        row[self.cursor] = (row[self.cursor] + way) % WORDS[self.cursor]
        self.chosen = tuple(row)
        self.turned, self.turned_way = TURN_TICKS, way
        session.news.tell(Heard("cloth_turn", session.place.x, session.place.y, 0.7))

    def _say(self, session: Session) -> None:
        self.sewn, self.reach, self.target, self.away = 0, 0, -1, 0
        if self.is_whole and self.tricked < self.tricks:
            self.target = TRICKS[self.tricked % len(TRICKS)][0]
        session.news.tell(Heard("thread_pull", session.place.x, session.place.y, 0.8))
        self._turn(SEW)

    # ---- said aloud

    def _sew(self, session: Session) -> None:
        x, y = session.place.x, session.place.y
        self._hand(session)
        if self.ticks % 16 == 4:
            session.news.tell(Heard("sew_stitch", x, y, 0.35))
        if self.ticks >= SEW_TICKS * RIPS_AT and HOLES[self.sewn][self.chosen[self.sewn]]:
            self.tries += 1
            self.reach = 0
            session.news.tell(Heard("tape_rip", x, y, 0.8))
            self._turn(RIP)
        elif self.ticks >= SEW_TICKS and not (self.reach and self.target == self.sewn + 1):
            self.sewn += 1
            if self.sewn == SAY:
                self._turn(KNOT)
            else:
                self._turn(SEW)

    def _hand(self, session: Session) -> None:
        """It comes while the patch before is read, and the needle waits for what becomes of it."""
        x, y = session.place.x, session.place.y
        if self.target < 0 or self.sewn != self.target - 1:
            return
        if self.reach == 0:
            if self.ticks == 12:
                self.reach = 1
                self.slapped, self.away = False, 0
                session.news.tell(Heard("needle_skitter", x, y, 0.9))
            return
        self.reach += 1
        if session.pressed(Action.INTERACT) and self.reach <= self.reach_ticks:
            self.kept += 1
            self._withdraw(slapped=True)
            session.news.tell(Heard("wood_thud", x, y, 0.8))
            session.news.tell(Heard("beldam_hiss", x, y, 0.7))
        elif self.reach == self.reach_ticks:
            row = list(self.chosen)
            row[self.target] = TRICKS[self.tricked % len(TRICKS)][1]
            self.chosen = tuple(row)
            self.is_stolen = True
            self.glint = GLINT_TICKS
            session.news.tell(Heard("unpick", x, y, 0.8))
        elif self.reach >= self.reach_ticks + PINCH_TICKS:
            self._withdraw(slapped=False)

    def _withdraw(self, slapped: bool) -> None:
        self.tricked += 1
        self.slapped, self.away = slapped, 1
        self.reach, self.target = 0, -1
