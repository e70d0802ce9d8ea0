"""The hall that lengthens: she runs, the glass at its end keeps its distance, and somebody tall comes after her.

It cannot be lost and cannot be won: whoever is caught up with is let go a little, as a cat does. Only so far, though.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import TILE
from game.sim.acts.act import Act
from game.sim.happenings import Heard, Shook
from game.sim.parts import Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

RUN_SPEED = 152.0
AHEAD_PX = 6.5 * TILE
"""The glass stays at least this far ahead until the hall has no more of itself to give."""
STRETCH_AT = (0.28, 0.62)
"""Parts of the way after which the floor slides, and slides more."""
SLIDE = (0.0, 22.0, 34.0)
NEAR_PX, FAR_PX = 2.6 * TILE, 6.0 * TILE
TOUCH_PX = 20.0
LETS_GO_TICKS = 70
"""So long she stands and watches after a touch."""
STEP_TICKS = 21


@dataclass
class Corridor(Act):
    """From ``start_x`` west to ``end_x`` px. ``glass_x`` is where the mirror hangs now; ``touches`` how often she was let go."""

    who: str = ""
    start_x: float = 0.0
    end_x: float = 0.0
    glass_x: float = 0.0
    touches: int = 0
    waits: int = 0

    @property
    def gone(self) -> float:
        """Of the whole way, 0..1, as far as she has ever got."""
        return min(
            max((self.start_x - self.glass_x - AHEAD_PX) / max(self.start_x - self.end_x - AHEAD_PX, 1.0), 0.0), 1.0
        )

    @property
    def stage(self) -> int:
        """0 flowers, 1 boards, 2 the arm."""
        return sum(self.gone >= at for at in STRETCH_AT)

    def chase_speed(self, gap_px: float) -> float:
        """px/s of the one behind: a plain function of how far behind."""
        k = min(max((gap_px - NEAR_PX) / (FAR_PX - NEAR_PX), 0.0), 1.0)
        return (0.62 + 0.36 * k) * (0.86 + 0.07 * self.stage) * RUN_SPEED

    def tick(self, session: Session) -> None:
        her, walker = session.place, session.world.get(session.hero, Walker)
        if not self.glass_x:
            self.glass_x = her.x - AHEAD_PX
        before = self.stage
        self.glass_x = max(min(self.glass_x, her.x - AHEAD_PX), self.end_x)
        if self.stage > before:
            session.news.tell(Shook(2.0, 40))
            session.news.tell(Heard("floor_slides", her.x, her.y))
        walker.drift_x = SLIDE[self.stage]
        self._chase(session, her)
        if her.x - self.end_x < 1.6 * TILE:
            walker.drift_x = 0.0
            self.is_over = True

    def _chase(self, session: Session, her: Place) -> None:
        entity = session.find(self.who)
        if not entity:
            return
        at, legs = session.world.get(entity, Place), session.world.get(entity, Walker)
        gap = at.x - her.x
        legs.wish_y = min(max(her.y - 6 - at.y, -30.0), 30.0)
        if self.waits:
            self.waits -= 1
            legs.wish_x = legs.wish_y = 0.0
        elif gap < TOUCH_PX:
            self.touches += 1
            self.waits = LETS_GO_TICKS
            legs.wish_x = 0.0
            session.news.tell(Heard("cloth_turn", her.x, her.y))
            session.news.tell(Shook(3.0, 20))
        else:
            legs.wish_x = -self.chase_speed(gap)
            if self.ticks % STEP_TICKS == 0:
                session.news.tell(Heard("needle_stab", at.x, at.y, 0.5))
