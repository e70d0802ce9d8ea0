"""Asking again: the room backs away from her, so that it takes a run-up to stand before somebody and say it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import Facing
from game.sim.acts.act import Act
from game.sim.happenings import Heard
from game.sim.parts import Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

REACH_PX = 46.0
"""This near she can be heard."""
FAR_PX = 190.0
"""Further off the floor lies still."""
CREAK_TICKS = 34
THROW_SPEED = 118.0
"""px/s at which the whole room slides off with her, once it has been said."""
THROWN_PX = 165.0


@dataclass
class Backing(Act):
    """The floor slides away from ``who`` at ``speed`` px/s until ``is_near``; ``throws`` ticks are left of a bigger slide.

    ``pull`` 0..1 and ``dark`` 0..1 (how many of the lights have given up) are for the eye.
    """

    who: str = ""
    speed: float = 0.0
    is_near: bool = False
    throws: int = 0
    pull: float = 0.0
    dark: float = 0.0

    def ask(self, speed: float) -> None:
        """She is to come near again, against that slide."""
        self.speed, self.is_near = speed, False

    def tick(self, session: Session) -> None:
        entity = session.find(self.who)
        walker = session.world.get(session.hero, Walker)
        walker.drift_x = walker.drift_y = 0.0
        if not entity:
            self.is_over = True
            return
        at, her = session.world.get(entity, Place), session.place
        dx, dy = her.x - at.x, her.y - at.y
        d = math.hypot(dx, dy) or 1.0
        self.pull = min(max((FAR_PX - d) / (FAR_PX - REACH_PX), 0.0), 1.0)
        if self.throws > 0:
            self.throws -= 1
            if d < THROWN_PX:  # east, where the floor is free; never out of the door
                walker.drift_x, walker.drift_y = THROW_SPEED, min(max((at.y - her.y) * 2, -60.0), 60.0)
        elif self.is_near or not session.is_free:
            return
        elif d <= REACH_PX:
            her.facing = Facing.of(-dx, -dy, her.facing)
            self.is_near = True
        elif d < FAR_PX:
            walker.drift_x, walker.drift_y = dx / d * self.speed, dy / d * self.speed
            if self.speed and self.ticks % CREAK_TICKS == 0:
                session.news.tell(Heard("board_creak", her.x, her.y, 0.5))
