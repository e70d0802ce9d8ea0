"""Hands that tremble: a Play that now and then does something else than it was told. What survives them is not brittle."""

from __future__ import annotations

from game.core.chance import Chance
from game.core.intent import NOTHING, STICK, STILL, Action, Intent
from game.sim.session import Session
from game.testing import Play

SLIP_TICKS = 12
"""A slip lasts at most so long."""
SLIPS = (Action.INTERACT, Action.DODGE, Action.THROW, Action.CAT, Action.STONE, Action.SNEAK, Action.RUN)


class Trembling(Play):
    """``noise`` 0..1 = the part of all ticks in which chance holds the pad."""

    def __init__(self, noise: float, seed: int, session: Session) -> None:
        super().__init__(session=session)
        self.noise = noise
        self._chance = Chance(seed * 6151 + 7)
        self._left = 0
        self._slip = STILL

    def tick(self, intent: Intent = STILL) -> None:
        """One tick, as told or not."""
        if self._left == 0 and self._chance.unit() < self.noise / (SLIP_TICKS / 2):
            self._left = 1 + self._chance.below(SLIP_TICKS)
            action = self._chance.pick(SLIPS) if self._chance.below(2) else NOTHING
            x, y = (self._chance.below(2 * STICK + 1) - STICK for _ in range(2))
            self._slip = Intent(x, y, action, action)
        if self._left:
            self._left -= 1
            intent, self._slip = self._slip, Intent(self._slip.x, self._slip.y, self._slip.held)
        super().tick(intent)
