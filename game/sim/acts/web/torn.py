"""The last room comes off the rest of the house, from its edges inwards; what she stands on holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Box
from game.sim.acts.act import Act
from game.sim.happenings import Heard, Shook

if TYPE_CHECKING:
    from game.sim.session import Session

TEARS_TICKS = 150
CRASHES = {
    1: "world_unravel",
    30: "wall_crumble",
    66: "wall_crumble",
    96: "web_twang",
    110: "wall_crumble",
    134: "web_twang",
}


@dataclass
class TornOff(Act):
    """``keeps``: what of the map's floor stays; (shift_x, shift_y) px from there to the same place in the room that is left."""

    holds_her: bool = True
    keeps: Box = field(default_factory=lambda: Box(0, 0, 0, 0))
    shift_x: float = 0.0
    shift_y: float = 0.0

    @property
    def gone(self) -> float:
        """0..1 of it is over."""
        return min(self.ticks / TEARS_TICKS, 1.0)

    def tick(self, session: Session) -> None:
        place = session.place
        sound = CRASHES.get(self.ticks)
        if sound:
            session.news.tell(Heard(sound, place.x, place.y - 60, 0.9))
            session.news.tell(Shook(2.0 + 3.0 * self.gone, 26))
        self.is_over = self.ticks >= TEARS_TICKS + 20
