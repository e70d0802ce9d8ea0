"""The night walk: through a house where somebody sleeps. Who hears what is done in systems/listen; here is what comes of it.

Now and then one of the sleepers comes half up, to listen: the snoring stops, the guide stands still, the ears quiver. Whoever
stands still too is not there. They do it in turns, like owls.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Box
from game.sim.acts.act import Act
from game.sim.happenings import Creaked, Heard
from game.sim.parts import Din, Guide, Hero, Person, Place, Sleeper

if TYPE_CHECKING:
    from game.sim.session import Session

SNORE_TICKS = 330
HUSH_EVERY_TICKS = {"storybook": 840, "brave": 560, "beldam": 400}
"""Between two times that somebody listens, while she is where they can hear her."""
HUSH_FIRST_TICKS = 90
HUSH_TOLD_TICKS = 56
"""The snoring has stopped, the guide stands: so long before a step is heard."""
HUSH_LISTENS_TICKS = 96
NOTE = "boards_known"
"""Story.notes: the boards that have given her away, as "real/flat_up:3 real/flat_up:7"."""


@dataclass
class NightAct(Act):
    """``ears`` open of three, ``is_caught`` with the third; ``known`` boards have creaked under her once and are not forgotten;
    ``din`` ticks for which nothing is heard.

    ``zone``: where somebody may listen. ``hush`` ticks since one began to, 0 = all snore; ``calm_ticks`` until the next does;
    ``hushes`` so far; ``kept`` how often she stood still for it.
    """

    ears: int = 0
    is_caught: bool = False
    din: int = 0
    known: list[int] = field(default_factory=list)
    zone: Box | None = None
    hush: int = 0
    calm_ticks: int = HUSH_FIRST_TICKS
    hushes: int = 0
    kept: int = 0
    has_moved: bool = False

    @property
    def listens(self) -> bool:
        """Whether a step would be heard now."""
        return self.hush > HUSH_TOLD_TICKS

    def tick(self, session: Session) -> None:
        if self.ticks == 1:
            self.known = known_boards(session)
        for board in session.news.of(Creaked):
            if board.board not in self.known:
                self.known.append(board.board)
                here = f"{session.room.name}:{board.board}"
                session.story.notes[NOTE] = f"{session.story.notes.get(NOTE, '')} {here}".strip()
        if self.ticks % SNORE_TICKS == 0 and not self.ears and not self.hush:
            self._snore(session)
        self._hush(session)
        self.ears = max((s.ears for _, s in session.world.each(Sleeper)), default=0)
        self.din = max((d.ticks for _, d in session.world.each(Din)), default=0)
        self.is_caught = self.ears >= 3
        if self.is_caught:
            self.end_hush(session)

    def _hush(self, session: Session) -> None:
        place = session.place
        if self.hush == 0:
            is_near = self.zone is not None and self.zone.holds(place.x, place.y)
            if is_near and not self.ears and session.is_free and not session.rules.quiet_boards:
                self.calm_ticks -= 1
                if self.calm_ticks <= 0:
                    self._begin_hush(session)
            return
        if not session.is_free:
            return
        self.hush += 1
        for _, sleeper in session.world.each(Sleeper):
            sleeper.is_alert = self.listens
        if self.listens and session.world.get(session.hero, Hero).still_ticks == 0:
            self.has_moved = True
        if self.hush == HUSH_TOLD_TICKS + 1:
            session.news.tell(Heard("heartbeat", place.x, place.y, 0.5))
        if self.hush >= HUSH_TOLD_TICKS + HUSH_LISTENS_TICKS:
            self.kept += not self.has_moved
            self.end_hush(session)
            self._snore(session)

    def _begin_hush(self, session: Session) -> None:
        self.hush = 1
        self.hushes += 1
        self.has_moved = False
        for _, guide in session.world.each(Guide):
            guide.is_still = True
        for _, place, _ in session.world.each(Place, Sleeper):
            session.news.tell(Heard("bed_spring", place.x, place.y, 0.7))
            break

    def end_hush(self, session: Session) -> None:
        """Everybody breathes again."""
        if self.hush:
            self.hush = 0
            self.calm_ticks = HUSH_EVERY_TICKS[session.rules.difficulty]
        for _, sleeper in session.world.each(Sleeper):
            sleeper.is_alert = False
        for _, guide in session.world.each(Guide):
            guide.is_still = False

    def _snore(self, session: Session) -> None:
        for entity, place, _ in session.world.each(Place, Sleeper):
            session.news.tell(Heard("snore", place.x, place.y, 0.6 if session.world.has(entity, Person) else 0.3))
            break


def known_boards(session: Session) -> list[int]:
    """The boards of this room that have given her away before."""
    rooms = (word.rpartition(":") for word in session.story.notes.get(NOTE, "").split())
    return [int(number) for room, _, number in rooms if room == session.room.name]
