"""Rows of needles that walk across a floor: where one will come down is seen before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import Box
from game.sim.happenings import Heard, Told
from game.sim.harm import prick

if TYPE_CHECKING:
    from game.sim.room import Room
    from game.sim.session import Session

NEEDLE_STEP_PX, NEEDLE_EVERY, NEEDLE_TOLD, NEEDLE_UP = 32.0, 62, 40, 9
"""px of a step and ticks between two; ticks it is seen before it comes down, and that it is down."""
NEEDLE_WIDE_PX = 13.0
HEARD_PX = 260.0
RIM_PX = 16.0
LANE = "needle_lane"
"""The Spot of a map that says where they walk."""


@dataclass
class Needles:
    """A row of needles across the room that comes down at ``x``, then a step further ``way``; ``since`` ticks of this step."""

    x: float
    way: int
    since: int = 0

    @property
    def is_down(self) -> bool:
        return NEEDLE_TOLD <= self.since < NEEDLE_TOLD + NEEDLE_UP


def needle_lane(room: Room, area: Box) -> Box:
    """The floor they walk over: the map's own, or all of ``area``."""
    spot = room.spots.get(LANE)
    return spot.box if spot else area


def walk_needles(session: Session, rows: Sequence[Needles], lane: Box, area: Box) -> None:
    """One tick of them; ``area`` is as far as they are heard."""
    every = round(NEEDLE_EVERY * session.rules.windup)
    her = session.place
    for row in rows:
        row.since += 1
        near = abs(her.x - row.x) < HEARD_PX and area.holds(her.x, her.y)
        if row.since == 1 and near:
            session.news.tell(Told(row.x, her.y, NEEDLE_TOLD))
            session.news.tell(Heard("needle_tick", row.x, her.y, 0.4))
        if row.since == NEEDLE_TOLD and near:
            session.news.tell(Heard("needle_stab", row.x, her.y, 0.7))
        if row.is_down and abs(her.x - row.x) < NEEDLE_WIDE_PX and lane.holds(her.x, her.y):
            prick(session, "needle", row.x, her.y)
        if row.since >= every:
            row.since = 0
            row.x += NEEDLE_STEP_PX * row.way
            if not lane.x + RIM_PX <= row.x <= lane.right - RIM_PX:
                row.way = -row.way
                row.x += 2 * NEEDLE_STEP_PX * row.way
