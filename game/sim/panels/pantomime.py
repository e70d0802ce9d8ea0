"""The second memory: a girl does the whole pantomime to a row of shut doors; and a house in which every face is turned to her."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.panels.memory import MemoryPanel

if TYPE_CHECKING:
    from game.sim.session import Session

DOORS = (3, 2, 2, 2, 2, 1, 1, 1)
"""Turns it takes before each of the eight opens. They have all been clapped already."""
TRICKS = {"up": "sing", "right": "sword", "left": "fan", "down": "horse", "": "bow"}
TRICK_TICKS = 36
LIT_TICKS = 44
"""So long a door stands open on her; then: very nice, Hester."""
SHUT_TICKS, GO_TICKS = 14, 34
BOWS = 3
BOW_TICKS = 70


@dataclass
class PantomimePanel(MemoryPanel):
    """``door`` she stands before; ``turns`` done there; ``trick`` she is at for ``trick_ticks``.

    ``lit``: ticks the door has stood open; ``shut``: ticks since it shut; ``bows`` taken before the full house.
    """

    door: int = 0
    turns: int = 0
    trick: str = ""
    trick_ticks: int = 0
    lit: int = 0
    shut: int = 0
    bows: int = 0
    done: int = 0

    @property
    def is_done(self) -> bool:
        """All doors are shut."""
        return self.door >= len(DOORS)

    @property
    def has_bowed(self) -> bool:
        return self.bows >= BOWS and not self.trick

    @property
    def gape(self) -> float:
        """How far the door before her is open, 0..1."""
        if self.is_done:
            return 0.0
        if self.shut:
            return max(1 - self.shut / SHUT_TICKS, 0.0)
        if self.lit:
            return 1.0
        at = self.turns - (1 - self.trick_ticks / TRICK_TICKS if self.trick else 0.0)
        return 0.8 * max(at, 0.0) / DOORS[self.door]

    def play(self, session: Session) -> None:
        if self.phase == "doors":
            self._doors(session)
        elif self.phase == "house":
            self._house(session)

    def _doors(self, session: Session) -> None:
        if self.is_done:
            return
        if self.trick:
            self._goes_on()
            if not self.trick and self.turns >= DOORS[self.door]:
                self.lit = 1
                self.tell(session, "door_creak", 0.6)
        elif self.shut:
            self.shut += 1
            if self.shut > SHUT_TICKS + GO_TICKS:
                self.shut = self.lit = self.turns = 0
                self.door += 1
        elif self.lit:
            self.lit += 1
            if self.lit > LIT_TICKS - 4 * self.door:
                self.shut = 1
                self.tell(session, "door_close")
        elif self.way or self.acts(session):
            self._turn(session, TRICKS[self.way])
            self.turns += 1

    def _house(self, session: Session) -> None:
        if self.trick:
            self._goes_on()
        elif self.ticks > 40 and self.bows < BOWS and (self.way or self.acts(session)):
            self._turn(session, "bow")
            self.bows += 1
            self.tell(session, "mole_clap" if self.bows < BOWS else "button_click", 0.8)

    def _turn(self, session: Session, trick: str) -> None:
        self.trick, self.trick_ticks = trick, 1
        self.done += 1
        self.tell(
            session, {"sing": "chime_small", "horse": "heel_click", "sword": "dodge"}.get(trick, "cloth_turn"), 0.7
        )

    def _goes_on(self) -> None:
        self.trick_ticks += 1
        if self.trick_ticks > (BOW_TICKS if self.phase == "house" else TRICK_TICKS):
            self.trick, self.trick_ticks = "", 0
