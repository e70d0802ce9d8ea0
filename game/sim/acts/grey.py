"""The grey passage: bits of its floor are soft and hold her by the shoes; at its end a latch that only somebody thin can lift."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import Box
from game.sim.acts.act import Act
from game.sim.happenings import Heard
from game.sim.parts import Walker

if TYPE_CHECKING:
    from game.sim.session import Session

HOLDS = 0.55
"""How much of a step a soft bit keeps."""
TWANG_TICKS = 40


@dataclass
class GreyWalk(Act):
    """``soft``: where the floor is. ``in_soft`` ticks she has been in it, ``sank`` how often. ``latch_ticks`` since the latch was
    lifted, at (latch_x, latch_y)."""

    soft: tuple[Box, ...] = ()
    in_soft: int = 0
    sank: int = 0
    latch_ticks: int = 0
    latch_x: float = 0.0
    latch_y: float = 0.0

    def tick(self, session: Session) -> None:
        place = session.place
        walker = session.world.get(session.hero, Walker)
        walker.drift_x = walker.drift_y = 0.0
        if self.latch_ticks:
            self.latch_ticks += 1
        if not any(box.holds(place.x, place.y) for box in self.soft):
            self.in_soft = 0
            return
        if self.in_soft == 0:
            self.sank += 1
        walker.drift_x, walker.drift_y = -walker.wish_x * HOLDS, -walker.wish_y * HOLDS
        if self.in_soft % TWANG_TICKS == 0 and (walker.wish_x or walker.wish_y):
            session.news.tell(Heard("web_twang", place.x, place.y, 0.5))
        self.in_soft += 1
