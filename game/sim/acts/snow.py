"""Snow on somebody's shoulders, indoors. It melts in its own time; brushed off, it goes at once, and never reaches the floor."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.sim.acts.act import Act
from game.sim.happenings import Heard
from game.sim.parts import Place

if TYPE_CHECKING:
    from game.sim.session import Session

MELTS = 1 / (60 * 90)
"""Of what lies there, a tick: a minute and a half to the last flake."""
BRUSHED = 0.34
"""What a hand takes off at one go."""
LEAST = 0.12
"""Some of it stays in the hair."""
FLURRY_TICKS = 70


@dataclass
class Snow(Act):
    """``on`` how much lies on whom (a name of the room), 0..1; ``flurry`` ticks since a hand was there, 0 = not lately."""

    on: dict[str, float] = field(default_factory=dict)
    flurry: dict[str, int] = field(default_factory=dict)

    def brush(self, session: Session, who: str) -> None:
        """A hand across a shoulder."""
        self.on[who] = max(self.on.get(who, 0.0) - BRUSHED, LEAST)
        self.flurry[who] = 1
        entity = session.find(who)
        place = session.world.get(entity, Place) if entity else session.place
        session.news.tell(Heard("cloth_turn", place.x, place.y, 0.5))

    def tick(self, session: Session) -> None:
        for who in self.on:
            self.on[who] = max(self.on[who] - MELTS, 0.0)
        self._fall()

    def stands_by(self, session: Session) -> None:
        """What falls, falls, whoever talks."""
        self._fall()

    def _fall(self) -> None:
        for who, ticks in self.flurry.items():
            if ticks:
                self.flurry[who] = ticks + 1 if ticks < FLURRY_TICKS else 0
