"""lead: guides go ahead of her along their way, wait at every bend, look back, and call when she is lost."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.clock import TICK_S
from game.core.geometry import Facing
from game.sim.happenings import Beckoned, Heard
from game.sim.parts import Follower, Guide, Name, Person, Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

BOWS_EVERY = 3
"""It bows at every third bend, and beckons at the others."""
BOW_TICKS = 56
CALLS_AFTER_TICKS = 210
"""Waiting alone for so long, it calls; and again each time so long after."""
CALL_TICKS = 48
PATTER_TICKS = 24
HURRY = 2.0
"""How much faster it goes when she is close behind or has gone past it."""
CLOSE_PX = 40.0
FAR_FACTOR = 1.6
"""She is lost when she is so many leads away: it stops where it is."""


def lead(session: Session) -> None:
    for entity, place, walker, guide in session.world.each(Place, Walker, Guide):
        if session.world.has(entity, Follower):
            continue  # a scene walks it
        walker.wish_x = walker.wish_y = 0.0
        person = session.world.find(entity, Person)
        if not session.is_free or guide.is_there:
            continue
        dx, dy = session.place.x - place.x, session.place.y - place.y
        gap = math.hypot(dx, dy)
        if guide.is_still:
            _stands(person, place, dx, dy, "stand")
            continue
        if guide.rest_ticks > 0:
            guide.rest_ticks -= 1
            _stands(person, place, dx, dy, "bow" if guide.index % BOWS_EVERY == 0 else "beckon")
            continue
        if gap > guide.lead * (1.0 if guide.lonely_ticks else FAR_FACTOR):
            _waits(session, entity, place, guide)
            called = guide.lonely_ticks % CALLS_AFTER_TICKS
            _stands(person, place, dx, dy, "cheer" if guide.called and called < CALL_TICKS else "beckon")
            continue
        guide.lonely_ticks = 0
        _goes(session, entity, place, walker, guide, gap)
        if person is not None:
            person.idle = "idle"


def _stands(person: Person | None, place: Place, dx: float, dy: float, idle: str) -> None:
    if person is not None:
        person.idle = idle
        person.home_facing = place.facing = Facing.of(dx, dy, place.facing)


def _waits(session: Session, entity: int, place: Place, guide: Guide) -> None:
    guide.lonely_ticks += 1
    if guide.lonely_ticks % CALLS_AFTER_TICKS == 0:
        guide.called += 1
        session.news.tell(Heard("mouse_squeak", place.x, place.y, 0.7))
        _tell(session, entity, place, "calls")
    elif guide.lonely_ticks == 1:
        _tell(session, entity, place, "waits")


def _goes(session: Session, entity: int, place: Place, walker: Walker, guide: Guide, gap: float) -> None:
    goal = guide.points[guide.index]
    dx, dy = goal.x - place.x, goal.y - place.y
    d = math.hypot(dx, dy)
    hers = math.hypot(goal.x - session.place.x, goal.y - session.place.y)
    speed = guide.speed * (HURRY if gap < CLOSE_PX or hers < d else 1.0)
    if session.tick % PATTER_TICKS == 0:
        session.news.tell(Heard("mouse_step", place.x, place.y, 0.5))
    if d > speed * TICK_S:
        walker.wish_x, walker.wish_y = dx / d * speed, dy / d * speed
        place.facing = Facing.of(dx, dy, place.facing)
        return
    walker.wish_x, walker.wish_y = dx / TICK_S, dy / TICK_S
    guide.rest_ticks = guide.wait
    if guide.index + 1 < len(guide.points):
        guide.index += 1
        if guide.index % BOWS_EVERY == 0:
            guide.rest_ticks = max(guide.wait, BOW_TICKS)
        _tell(session, entity, place, "bows")
    else:
        guide.is_there = True
        _tell(session, entity, place, "waits")


def _tell(session: Session, entity: int, place: Place, how: str) -> None:
    name = session.world.find(entity, Name)
    session.news.tell(Beckoned(name.name if name else "", how, place.x, place.y))
