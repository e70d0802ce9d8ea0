"""Blind in her own room she takes it up by the boards: rows of floor go, from the far end to the hearth, where the globe is."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import TILE, Box, Vec
from game.core.intent import Action
from game.sim.acts.act import Act
from game.sim.acts.climb.blind import Blind
from game.sim.happenings import Heard, Shook
from game.sim.harm import drop, seize, sew
from game.sim.parts import Harm, Hero, Prompt
from game.sim.telling import told_for

if TYPE_CHECKING:
    from game.sim.session import Session

FIRST_TICKS, EVERY_TICKS = 300, 110
ROW_TOLD_TICKS = 45
LAST_ROW = 3
"""Rows below the hearth that stay until she has the globe."""
TAKE_TICKS = 36
TAKE_PX = 46.0


@dataclass
class Unfloored(Act):
    """``gone`` rows have fallen of ``rows``; ``told`` ticks the next has been coming loose. ``taking`` ticks she holds on to it."""

    blind: Blind = field(default_factory=lambda: Blind((), 0.0, 0.0))
    rows: int = 7
    gone: int = 0
    told: int = 0
    told_of: int = 0
    taking: int = 0
    is_taken: bool = False
    noticed: list[str] = field(default_factory=list)
    is_hushed: bool = True
    can_slip = True

    def slip(self, session: Session) -> None:
        """It is in her hands."""
        self.is_taken = True

    def row_box(self, session: Session, n: int) -> Box:
        """Row ``n`` of the floor, 0 next to the hearth."""
        floor = session.room.spots["room_floor"].box
        return Box(floor.x, floor.y + n * TILE, floor.w, TILE)

    def tick(self, session: Session) -> None:
        if self.is_taken:
            return
        harm = session.world.get(session.hero, Harm)
        self.blind.is_deaf = bool(harm.holds)
        comes = self.blind.comes
        self.blind.tick(session)
        if self.blind.comes > comes:
            self.noticed.append("heard")
        if self.blind.has_her:
            self.blind.has_her = False
            if not harm.holds:
                self.noticed.append("had")
                sew(session, "caught")
                if not harm.closes:
                    seize(session, self._edge(session), "caught")
        if not harm.holds:
            self._falls(session)
            self._takes(session)

    def _edge(self, session: Session) -> Vec:
        """The middle of the last row that stands, as far from the hearth as one can be."""
        box = self.row_box(session, self.rows - 1 - self.gone - (1 if self.told else 0))
        return Vec(box.middle.x, box.bottom - 8)

    def _falls(self, session: Session) -> None:
        n = self.rows - 1 - self.gone
        if n < LAST_ROW:
            return
        if not self.told:
            if self.ticks >= FIRST_TICKS + EVERY_TICKS * self.gone:
                box = self.row_box(session, n)
                self.told, self.told_of = 1, told_for(ROW_TOLD_TICKS, session.rules)
                session.news.tell(Heard("thread_pull", box.middle.x, box.middle.y))
            return
        self.told += 1
        if self.told <= self.told_of:
            return
        box = self.row_box(session, n)
        self.told = 0
        self.gone += 1
        session.news.tell(Heard("wall_crumble", box.middle.x, box.middle.y, 0.7))
        session.news.tell(Shook(2.5, 20))
        place = session.place
        if place.y >= box.y - 2:
            harm = session.world.get(session.hero, Harm)
            harm.sound_x, harm.sound_y = place.x, box.y - 20
            drop(session, "fell")
        session.space.block(("row", n), box)

    def _takes(self, session: Session) -> None:
        globe = session.room.spots["globe_spot"].box.middle
        place = session.place
        near = math.hypot(place.x - globe.x, (place.y - 158) * 1.0) < TAKE_PX
        if not near or not session.is_free or session.world.get(session.hero, Hero).carries:
            self.taking, session.prompt = 0, None
            return
        session.prompt = Prompt("take", session.hero, globe.x, globe.y - 26)
        self.taking = self.taking + 1 if session.held(Action.INTERACT) else max(self.taking - 2, 0)
        if self.taking >= TAKE_TICKS:
            session.prompt = None
            self.is_taken = True
