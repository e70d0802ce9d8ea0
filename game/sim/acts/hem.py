"""What happens to a thing that is thrown over the hem of that world: it turns grey, then an outline, then a pause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.acts.act import Act
from game.sim.happenings import Heard

if TYPE_CHECKING:
    from game.sim.session import Session

GREY_AT, OUTLINE_AT, GONE_AT, PAUSE_TICKS = 34, 74, 118, 200
SPEED, SLOWS = 2.6, 0.985
"""px a tick outwards, and what is left of it after each: there is nothing to slow it, and yet."""
SINKS = 0.004


@dataclass
class Unmade(Act):
    """``prop`` is the thing's picture, at (``x``, ``y``) and ``lift`` px up. Over after the pause."""

    prop: str = ""
    x: float = 0.0
    y: float = 0.0
    lift: float = 20.0
    speed: float = SPEED
    rises: float = 0.5
    is_hushed: bool = True

    @property
    def stage(self) -> int:
        """0 as it was, 1 grey, 2 an outline, 3 a pause."""
        return sum(self.ticks >= at for at in (GREY_AT, OUTLINE_AT, GONE_AT))

    def tick(self, session: Session) -> None:
        session.prompt = None
        if self.ticks in (GREY_AT, OUTLINE_AT):
            session.news.tell(Heard("web_twang", self.x, self.y, 0.25))
        self.x += self.speed
        self.speed *= SLOWS
        self.lift += self.rises
        self.rises -= SINKS
        self.is_over = self.ticks >= PAUSE_TICKS
