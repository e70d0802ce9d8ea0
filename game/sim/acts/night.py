"""The night walk: through a house where somebody sleeps. Who hears what is done in systems/listen; here is what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.sim.acts.act import Act
from game.sim.happenings import Creaked, Heard
from game.sim.parts import Din, Person, Place, Sleeper

if TYPE_CHECKING:
    from game.sim.session import Session

SNORE_TICKS = 330
NOTE = "boards_known"
"""Story.notes: the boards that have given her away, as "real/flat_up:3 real/flat_up:7"."""


@dataclass
class NightAct(Act):
    """``ears`` open of three, ``is_caught`` with the third; ``known`` boards have creaked under her once and are not forgotten;
    ``din`` ticks for which nothing is heard."""

    ears: int = 0
    is_caught: bool = False
    din: int = 0
    known: list[int] = field(default_factory=list)

    def tick(self, session: Session) -> None:
        if self.ticks == 1:
            self.known = known_boards(session)
        for board in session.news.of(Creaked):
            if board.board not in self.known:
                self.known.append(board.board)
                here = f"{session.room.name}:{board.board}"
                session.story.notes[NOTE] = f"{session.story.notes.get(NOTE, '')} {here}".strip()
        if self.ticks % SNORE_TICKS == 0 and not self.ears:
            for entity, place, _ in session.world.each(Place, Sleeper):
                session.news.tell(Heard("snore", place.x, place.y, 0.6 if session.world.has(entity, Person) else 0.3))
                break
        self.ears = max((s.ears for _, s in session.world.each(Sleeper)), default=0)
        self.din = max((d.ticks for _, d in session.world.each(Din)), default=0)
        self.is_caught = self.ears >= 3


def known_boards(session: Session) -> list[int]:
    """The boards of this room that have given her away before."""
    rooms = (word.rpartition(":") for word in session.story.notes.get(NOTE, "").split())
    return [int(number) for room, _, number in rooms if room == session.room.name]
