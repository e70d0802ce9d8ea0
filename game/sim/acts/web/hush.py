"""Being told something in a pocket: she stands still, and listens. Walking about only keeps it waiting."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.acts.act import Act
from game.sim.happenings import Heard
from game.sim.parts import Arachnid, Hero, Place, Prompt

if TYPE_CHECKING:
    from game.sim.session import Session

STILL_TICKS = 40
BREATHES_EVERY = 100
GLOWS = 0.025


@dataclass
class Hush(Act):
    """``glow`` 0..1 of the pocket's light: it grows while she stands still."""

    is_hushed: bool = True
    glow: float = 0.0

    def tick(self, session: Session) -> None:
        still = session.world.get(session.hero, Hero).still_ticks
        self.glow = min(self.glow + GLOWS, 1.0) if still > 4 else max(self.glow - 2 * GLOWS, 0.15)
        place = session.place
        if self.ticks % BREATHES_EVERY == 20:
            session.news.tell(Heard("ghost_breath", place.x, place.y, 0.7))
        self._threads(session)
        if still < STILL_TICKS or not session.is_free:
            return
        session.prompt = Prompt("listen", session.hero, place.x, place.y - 52)
        if session.pressed(Action.INTERACT):
            session.prompt = None
            self.is_over = True

    def _threads(self, session: Session) -> None:
        """The Beldam threads a needle meanwhile, and looks at nothing but its eye."""
        entity = session.find("beldam")
        she = session.world.find(entity, Arachnid) if entity else None
        if she is None:
            return
        at = session.world.get(entity, Place)
        she.pose, she.told, she.struck = "listen" if self.ticks % 360 > 300 else "stand", 0.0, 0
        she.reach_x, she.reach_y = at.x + 30, at.y - 40
        she.look_x, she.look_y = at.x + 40, at.y + 10
