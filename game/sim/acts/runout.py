"""The run-out of a hunt: the world falls behind her, by a clock that only runs while she does. Marks are checkpoints.

The map says what falls and when (sim/ruin.py). At a mark the clock waits for a runner who is late; a fall costs a stitch and
goes back to the mark, with a little more time from then on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.sim.acts.act import Act
from game.sim.happenings import Heard, Shook
from game.sim.parts import DoorWay, Harm
from game.sim.ruin import LEAD_S, fall_tick

if TYPE_CHECKING:
    from game.sim.session import Session

MARK_PX = 72.0
"""A mark that is a point counts from so far off."""


@dataclass
class RunOut(Act):
    """``hunt``: house, theatre or circus."""

    hunt: str = ""
    has_come: bool = False

    @property
    def waits(self) -> str:
        """The count of ticks the clock still stands for her."""
        return f"runout.{self.hunt}.waits"

    can_slip = True

    def slip(self, session: Session) -> None:
        """To the end of it at once, through as many maps as there are."""
        session.story.set(f"slips_{self.hunt}")
        self._slip_on(session)

    def _slip_on(self, session: Session) -> None:
        end = session.room.spots.get(f"runout_{self.hunt}_end")
        if end is not None:
            at = end.box.middle
            session.space.move(session.hero, at.x, at.y)
            session.place.x = session.place.was_x = at.x
            session.place.y = session.place.was_y = at.y
            self.is_over = True
            return
        for _, door in session.world.each(DoorWay):
            goal = session.content.load_room(door.target_map)
            if f"runout_{self.hunt}_end" in goal.spots:
                session.leave_for(door.target_map, door.target_spawn, "dark")
                return

    def tick(self, session: Session) -> None:
        story, place = session.story, session.place
        if f"slips_{self.hunt}" in story.flags:
            self._slip_on(session)
            return
        if session.world.get(session.hero, Harm).holds:
            return
        if not self.has_come:
            self.has_come = True
            if f"runout_{self.hunt}_in_{session.room.name}" not in story.flags:  # once a map: a door is a mark
                story.set(f"runout_{self.hunt}_in_{session.room.name}")
                self._wait_for(session)
        if story.counts.get(self.waits, 0) > 0:
            story.count(self.waits, -1)
        else:
            story.count(f"runout.{self.hunt}")
        if self.ticks % 90 == 1:
            session.news.tell(Shook(1.5, 60))
        if self.ticks % 240 == 1:
            session.news.tell(Heard("world_unravel", place.x, place.y, 0.6))
        self._marks(session)
        end = session.room.spots.get(f"runout_{self.hunt}_end")
        if end is not None and end.box.holds(place.x, place.y):
            self.is_over = True

    def _marks(self, session: Session) -> None:
        place = session.place
        for name, spot in session.room.spots.items():
            if not name.startswith(f"mark_{self.hunt}_") or name in session.story.flags:
                continue
            inside = spot.box.holds(place.x, place.y) if spot.box.w else spot.box.distance(place.x, place.y) < MARK_PX
            if inside:
                session.story.set(name)
                self._wait_for(session)
                session.wants_checkpoint = True

    def _wait_for(self, session: Session) -> None:
        """The floor here holds LEAD_S more at least."""
        clock = session.story.counts.get(f"runout.{self.hunt}", 0)
        left = fall_tick(session.ruin, self.hunt, session.place.x, session.place.y) - clock
        counts = session.story.counts
        counts[self.waits] = max(counts.get(self.waits, 0), round(LEAD_S * 60) - left, 0)
