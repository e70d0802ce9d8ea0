"""The way to the well by night: a lantern, and something that walks when she walks and stops when she stops.

Three times it is heard behind her; whoever turns round sees leaves that have just stopped moving. It is never there.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.sim.acts.act import Act
from game.sim.happenings import Heard
from game.sim.parts import Lamp, Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

STIRS_AT_PX = (384.0, 640.0, 864.0)
"""x at which it is heard the next time."""
BEHIND_PX = 92.0
STIR_TICKS = 46
STEP_EVERY = 13
LANTERN_PX, LANTERN_TINT, LANTERN_ENERGY = 196.0, "#ffffa850", 1.8


@dataclass
class LanternWalk(Act):
    """``stirs`` so often it has been heard; ``left`` ticks it still scuttles."""

    stirs: int = 0
    left: int = 0
    echo: int = 0
    side: float = 1.0
    at_x: float = 0.0
    at_y: float = 0.0
    lantern: int = 0
    is_late: bool = False
    """The story is told: only the lantern is left of this."""
    happened: list[str] = field(default_factory=list)

    @staticmethod
    def of(session: Session, is_late: bool = False) -> LanternWalk:
        act = LanternWalk(is_late=is_late)
        here = session.place
        lamp = Lamp(LANTERN_PX, LANTERN_TINT, LANTERN_ENERGY, flicker=0.06)
        act.lantern = session.world.born(Place(here.x, here.y, here.x, here.y), lamp, Walker(is_ghost=True))
        act.stirs = sum(1 for x in STIRS_AT_PX if here.x > x + 40)
        return act

    def close(self, session: Session) -> None:
        if self.lantern and session.world.is_alive(self.lantern):
            session.bury(self.lantern)
        self.is_over = True

    def stands_by(self, session: Session) -> None:
        self.happened.clear()
        self._carry(session)

    def tick(self, session: Session) -> None:
        self.happened.clear()
        self._carry(session)
        if self.is_late:
            return
        place = session.place
        walker = session.world.get(session.hero, Walker)
        if self.stirs < len(STIRS_AT_PX) and place.x > STIRS_AT_PX[self.stirs]:
            self.stirs += 1
            self.left = STIR_TICKS
            self.side = -self.side
            self.at_x, self.at_y = place.x - BEHIND_PX, place.y + 34.0 * self.side
            self.happened.append("stirs")
        moves = abs(walker.vx) + abs(walker.vy) > 20
        if self.left:
            self.left -= 1
            self.at_x += 1.1
            self.at_y -= 0.5 * self.side
            if self.left % 9 == 0:
                session.news.tell(Heard("needle_skitter", self.at_x, self.at_y, 0.8))
            if self.left % 15 == 5:
                session.news.tell(Heard("hand_rustle", self.at_x, self.at_y, 0.9))
        elif self.stirs:
            # One step too many, after each of hers.
            self.echo = self.echo + 1 if moves else 0 if self.echo <= 0 else -8
            if self.echo > 0 and self.echo % (STEP_EVERY * 3) == 0:
                session.news.tell(
                    Heard("hand_rustle", place.x - BEHIND_PX * 1.4, place.y + 30, 0.35 + 0.1 * self.stirs)
                )
            elif self.echo == -1:  # she has stopped: it was a step late
                session.news.tell(Heard("needle_skitter", place.x - BEHIND_PX, place.y + 24 * self.side, 0.45))
        self.echo += 1 if self.echo < 0 else 0

    def _carry(self, session: Session) -> None:
        place = session.world.find(self.lantern, Place)
        if place is not None:
            her = session.place
            place.was_x, place.was_y = place.x, place.y
            place.x, place.y, place.lift = her.x + 5.0, her.y, 2.0
