"""The passage with somebody behind her who holds the door: it heaves, the light dies rib by rib, and she is not to look round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.acts.act import Act
from game.sim.happenings import Heard, Shook
from game.sim.parts import Hero, Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

HEAVES_EVERY_TICKS, HEAVE_TICKS = 150, 26
DIES_SPEED = 74.0
"""px/s at which the dark comes after her; slower than she walks."""
LAG_PX = 80.0
WIND_PX = 30.0
"""px/s that the passage pulls her back by while the door heaves."""
HEAVE_FAR_PX = 1400.0


@dataclass
class Held(Act):
    """``dark_x``: right of it the light has died. ``heave``: ticks left of one; ``heaves`` so far. ``who`` holds at ``door_x``."""

    who: str = ""
    door_x: float = 1340.0
    dark_x: float = 1500.0
    heave: int = 0
    heaves: int = 0

    def tick(self, session: Session) -> None:
        place = session.place
        walker = session.world.get(session.hero, Walker)
        goal = max(place.x + LAG_PX, 120.0)
        self.dark_x = max(self.dark_x - DIES_SPEED * 1.6 / 60, goal) if self.dark_x > goal else self.dark_x
        walker.drift_x = walker.drift_y = 0.0
        if self.heave > 0:
            self.heave -= 1
            moves = session.world.get(session.hero, Hero).still_ticks == 0
            walker.drift_x = WIND_PX * self.heave / HEAVE_TICKS if session.is_free and moves else 0.0
        elif self.ticks % HEAVES_EVERY_TICKS == 40 and session.is_free:
            self._heaves(session)
        entity = session.find(self.who) if self.who else 0
        if entity:
            at = session.world.get(entity, Place)
            give = 5.0 * (self.heave / HEAVE_TICKS) ** 2
            session.space.move(entity, self.door_x - give, at.y)

    def _heaves(self, session: Session) -> None:
        self.heave, self.heaves = HEAVE_TICKS, self.heaves + 1
        near = max(1.0 - (self.door_x - session.place.x) / HEAVE_FAR_PX, 0.25)
        session.news.tell(Shook(3.0 * near, HEAVE_TICKS))
        session.news.tell(Heard("wood_thud" if self.heaves % 3 else "door_rattle", self.door_x, session.place.y, near))
