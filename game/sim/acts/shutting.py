"""The small door that will not shut, with her hand in it. Hands hold and press in a BracePanel; here is what the door does.

Each good heave brings a ghost's hand to the wood; each missed one lets the door open by a hand's breadth. It cannot be lost.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.acts.act import Act
from game.sim.happenings import Heard, Shook
from game.sim.panels import BracePanel
from game.sim.panels.brace import CREAK_AHEAD_TICKS
from game.sim.parts import Prompt

if TYPE_CHECKING:
    from game.sim.session import Session

PULSES = 3
PERIOD_TICKS, BEAT_TICKS = 96, 70
AJAR = (0.62, 0.46, 0.30, 0.0)
"""How far it stands open, of wide, with so many hands at it."""
SLIPS = 0.2
EASES = 0.12
KEY_WAITS_TICKS = 90
"""Whose bracing is done for her has the key turned for her as well, after so long."""
FLINCH_TICKS = 26
REACH_PX = 52.0


@dataclass
class Shutting(Act):
    """``phase`` braces, shut, key, locked, after. ``open`` 0..1 how far it stands open; ``hands`` 0..3 of ghosts at it.

    ``heave`` ticks left of one; ``missed`` in a row, ``slips`` in all.
    """

    door_x: float = 976.0
    door_y: float = 148.0
    phase: str = "braces"
    open: float = 0.8
    hands: int = 0
    heave: int = 0
    missed: int = 0
    slips: int = 0
    tries: int = 0
    phase_ticks: int = 0
    is_turned: bool = False
    is_hushed: bool = True

    def panel(self) -> BracePanel:
        """What her hands do."""
        return BracePanel(PULSES, period=PERIOD_TICKS, beat=BEAT_TICKS)

    def turn_to(self, phase: str) -> None:
        self.phase, self.phase_ticks = phase, 0

    def tick(self, session: Session) -> None:
        self.phase_ticks += 1
        self._moves()
        if self.phase == "key":
            place = session.place
            if math.hypot(place.x - self.door_x, place.y - self.door_y) > REACH_PX:
                session.prompt = None
                return
            session.prompt = Prompt("turn", session.hero, self.door_x, self.door_y - 54)
            waited = session.rules.auto_brace and self.phase_ticks > KEY_WAITS_TICKS
            if session.pressed(Action.INTERACT) or waited:
                session.prompt = None
                self.is_turned = True
                self.turn_to("locked")

    def stands_by(self, session: Session) -> None:
        """While she holds on, and while anything is said."""
        self.ticks += 1
        self.phase_ticks += 1
        panel = session.panel
        if isinstance(panel, BracePanel):
            self._braced(session, panel)
        self._moves()

    def _braced(self, session: Session, panel: BracePanel) -> None:
        # The panel is worked after the act: what it told is looked at a tick later, by its counts.
        if panel.tick == panel.beat - CREAK_AHEAD_TICKS + 1 and self.heave == 0:
            self.heave = FLINCH_TICKS
            session.news.tell(Heard("needle_scrape", self.door_x, self.door_y, 0.7))
        if panel.tries > self.tries:
            self.tries = panel.tries
            if panel.last == "good":
                self.missed = 0
                session.news.tell(Shook(2.0, 12))
            else:
                self._slips(session, panel)
        if panel.done > self.hands:
            self.hands = panel.done
            session.news.tell(Heard("ghost_breath", self.door_x, self.door_y))

    def _slips(self, session: Session, panel: BracePanel) -> None:
        self.missed += 1
        self.slips += 1
        self.open = min(self.open + SLIPS, 1.0)
        session.news.tell(Heard("door_creak", self.door_x, self.door_y))
        session.news.tell(Shook(3.0, 18))
        if self.missed >= 2 and self.hands:
            self.missed = 0
            self.hands -= 1
            panel.done = self.hands

    def _moves(self) -> None:
        """Towards where so many hands hold it; it trembles while it is heaved at."""
        goal = 0.0 if self.phase != "braces" else AJAR[self.hands] + (0.1 if self.heave else 0.0)
        self.open += (goal - self.open) * (EASES if self.phase == "braces" else 0.5)
        self.heave = max(self.heave - 1, 0)
