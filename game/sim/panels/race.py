"""The third memory: two girls race down an orchard and one of them always wins; and a cat sits hard on the other one's foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.panels.memory import MemoryPanel

if TYPE_CHECKING:
    from game.sim.session import Session

LENGTH_PX = 2150.0
SPEED, GAIN = 3.6, 0.09
"""px a tick at a full run, and how fast she comes to it."""
JUMP_TICKS = 34
ROOTS = (430.0, 760.0, 1010.0, 1340.0, 1600.0, 1880.0)
"""px along the way: what there is to jump over."""
ROOT_PX = 15.0
STUMBLE_TICKS = 26
LEAD_NEAR, LEAD_FAR = 40.0, 150.0
"""px the other one is ahead: never less, whoever runs; and no more than that, since she waits."""
AT_WALL = 184.0
"""px: she slaps it first."""
CAT_TICKS = 260
"""In which it gets up, walks along the wall, jumps down, and sits."""
TUGS, TUG_TICKS = 7, 22
ALONE_TICKS = 1500
"""After so long the foot comes out by itself: it was a long time ago, and it did."""
AWAY_TICKS = 160


@dataclass
class RacePanel(MemoryPanel):
    """``at`` px run at ``speed``; ``lead`` px the other one is ahead; ``air`` ticks of a jump, ``stumble`` of a trip over a root.

    ``tugs`` of the foot under the cat, ``tug`` ticks of the last one; ``away`` 0..1 gone for a coat.
    """

    at: float = 0.0
    speed: float = 0.0
    lead: float = 70.0
    air: int = 0
    stumble: int = 0
    trips: int = 0
    tugs: int = 0
    tug: int = 0
    away: float = 0.0

    @property
    def is_run(self) -> bool:
        return self.at >= LENGTH_PX

    @property
    def is_free(self) -> bool:
        """The foot is out from under."""
        return self.tugs >= TUGS and not self.tug

    def play(self, session: Session) -> None:
        if self.phase == "race":
            self._run(session)
        elif self.phase == "cat":
            if self.ticks == CAT_TICKS * 3 // 4:
                self.tell(session, "cat_land")
        elif self.phase == "foot":
            self._pull(session)
        elif self.phase == "away":
            walks = self.held_way == "right" or session.held(Action.INTERACT)
            self.away = min(self.away + 1 / AWAY_TICKS, 1.0) if walks else self.away
            if walks and self.ticks % 22 == 0:
                self.tell(session, "step_grass" if self.away < 0.6 else "step_wood", 0.5)

    def _run(self, session: Session) -> None:
        if self.is_run:
            self.lead += (AT_WALL - self.lead) * 0.05
            return
        runs = self.held_way == "right"
        self.stumble = max(self.stumble - 1, 0)
        top = 0.0 if not runs else SPEED * (0.35 if self.stumble else 1.0)
        self.speed += (top - self.speed) * GAIN
        before = self.at
        self.at += self.speed
        if self.air:
            self.air = (self.air + 1) % JUMP_TICKS
            if not self.air:
                self.tell(session, "step_grass", 0.6)
        elif (self.acts(session) or self.way == "up") and not self.stumble:
            self.air = 1
            self.tell(session, "dodge", 0.4)
        elif runs and int(self.at / 44) != int(before / 44):
            self.tell(session, "step_grass", 0.4)
        if not self.air and any(before < r - ROOT_PX <= self.at for r in ROOTS):
            self.stumble = STUMBLE_TICKS
            self.trips += 1
            self.tell(session, "leaf_rustle")
        # Run as one may: the nearer she comes, the more the other one finds in her legs.
        goal = LEAD_NEAR + (LEAD_FAR - LEAD_NEAR) * max(1 - self.speed / SPEED, 0.0)
        self.lead += (goal - self.lead) * (0.012 if goal < self.lead else 0.02)

    def _pull(self, session: Session) -> None:
        if self.tug:
            self.tug = (self.tug + 1) % TUG_TICKS
            return
        if self.tugs >= TUGS:
            return
        wants = self.acts(session) or self.way == "right"
        if wants or self.ticks > ALONE_TICKS or (session.rules.auto_brace and self.tugs):
            self.tugs += 1
            self.tug = 1
            self.tell(session, "cloth_turn", 0.6)
            if self.tugs == TUGS:
                self.tell(session, "cat_meow", 0.7)
