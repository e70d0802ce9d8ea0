"""Act: a game within the game that runs in the world while she moves in it: a night to sneak through, a beam, a show.

A beat sets ``session.act`` and waits for it to be over; only one at a time. One file an act; how it looks: view/acts. An act is
never saved: a beat that goes on after a load makes it anew from the story's flags and counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from game.sim.parts import Prompt
    from game.sim.session import Session


@dataclass
class Act:
    """Base of all. Plain data only (it is part of the state hash). The system ``act`` ticks it unless somebody talks."""

    ticks: int = 0
    """Since it began, while nobody talked."""
    is_over: bool = False
    holds_her: bool = False
    """Her feet are the act's: she neither walks nor uses things, and the act reads the intent itself."""
    is_hushed: bool = False
    """She walks, and nothing else answers her meanwhile: no door, trigger, person or cat. ``session.prompt`` is the act's."""

    takes_cat: bool = False
    """The button that calls the cat is the act's: it means something else here."""
    keeps_time: bool = False
    """It is played to music: the world's speed stays whole meanwhile, since music cannot be slowed."""

    can_slip: ClassVar[bool] = False
    """After three tries in vain the player may ask to be let by: see ``slip``."""

    @property
    def is_dangerous(self) -> bool:
        """Whether she can be caught in it: notices that tell nothing of it wait until it is over."""
        return self.can_slip and not self.is_over

    @property
    def hides_goal(self) -> bool:
        """Whether there is something to be seen just now that no plate may lie over."""
        return False

    @property
    def keeps_clear(self) -> tuple[float, float] | None:
        """Where something stands, map px, that words cried over heads must not lie upon."""
        return None

    @property
    def pace(self) -> float:
        """How fast the world goes on the screen meanwhile, 1 = as the player has set it; a tick stays a tick."""
        return 1.0

    def slip(self, session: Session) -> None:
        """Lets her by: the part she is at counts as done."""

    def offers(self, session: Session) -> Prompt | None:
        """What interact does here before it does anything else, None for whatever it would do. Asked only while she is free."""
        return None

    def answers(self, session: Session, prompt: Prompt) -> None:
        """Interact was pressed at what it offers."""

    def stands_by(self, session: Session) -> None:
        """Instead of a tick, while somebody talks or something is held before the world."""

    def tick(self, session: Session) -> None:
        """One tick, after everybody has moved."""
