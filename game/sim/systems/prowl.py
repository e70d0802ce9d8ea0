"""prowl: watchers go: their round while all is quiet, to what they have seen or heard, and back. What they notice: see sight."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.clock import TICK_S
from game.core.geometry import Facing, Vec
from game.core.route import Cell, route
from game.sim.parts import Follower, Patrol, Place, Walker, Watcher

if TYPE_CHECKING:
    from game.sim.session import Session

GRID_PX = 16
BODY_PX = 8.0
MOST_CELLS = 2600
PACE = {"storybook": 0.88, "brave": 1.0, "beldam": 1.1}


def is_awake(session: Session) -> bool:
    """Whether watchers go on: not while somebody talks, a scene plays or the picture is shut. That she hides does not matter."""
    waits = session.talk is not None or session.panel is not None or session.leaving is not None or session.locks > 0
    waits = waits or (session.crossing is not None and session.crossing.ticks < session.crossing.holds)
    return not waits and session.fade.amount < 0.6


def prowl(session: Session) -> None:
    world = session.world
    for entity, place, walker, watcher in world.each(Place, Walker, Watcher):
        if world.has(entity, Follower):
            continue  # a scene walks it
        walker.wish_x = walker.wish_y = 0.0
        if not is_awake(session):
            continue
        pace = PACE[session.rules.difficulty]
        patrol = world.find(entity, Patrol)
        if watcher.state == "walk" and patrol is not None:
            _patrols(place, walker, patrol, pace)
        elif watcher.state in ("search", "return"):
            _seeks(place, walker, watcher, pace)
        if walker.wish_x or walker.wish_y:
            place.facing = Facing.of(walker.wish_x, walker.wish_y, place.facing)


def _patrols(place: Place, walker: Walker, patrol: Patrol, pace: float) -> None:
    if patrol.pause_ticks > 0:
        patrol.pause_ticks -= 1
        return
    if _goes_to(place, walker, patrol.points[patrol.index], patrol.speed * pace):
        patrol.pause_ticks = patrol.wait
        _next(patrol)


def _next(patrol: Patrol) -> None:
    last = len(patrol.points) - 1
    patrol.index += patrol.step
    if 0 <= patrol.index <= last:
        return
    if patrol.mode == "loop":
        patrol.index = 0
    elif patrol.mode == "pingpong" and last > 0:
        patrol.step = -patrol.step
        patrol.index += 2 * patrol.step
    else:
        patrol.index = last


def _seeks(place: Place, walker: Walker, watcher: Watcher, pace: float) -> None:
    if watcher.index < len(watcher.way) and _goes_to(place, walker, watcher.way[watcher.index], watcher.speed * pace):
        watcher.index += 1


def _goes_to(place: Place, walker: Walker, goal: Vec, speed: float) -> bool:
    """A tick of the way; True when it is there."""
    dx, dy = goal.x - place.x, goal.y - place.y
    d = math.hypot(dx, dy)
    if d <= speed * TICK_S:
        walker.wish_x, walker.wish_y = dx / TICK_S, dy / TICK_S
        return True
    walker.wish_x, walker.wish_y = dx / d * speed, dy / d * speed
    return False


def way_to(session: Session, start: Vec, goal: Vec) -> tuple[Vec, ...]:
    """Points along free floor, as near to the goal as one can come."""

    def is_free(c: Cell) -> bool:
        return session.space.is_free(c[0] * GRID_PX, c[1] * GRID_PX, BODY_PX, walls_only=True)

    first = (round(start.x / GRID_PX), round(start.y / GRID_PX))
    last = (round(goal.x / GRID_PX), round(goal.y / GRID_PX))
    cells = route(first, last, is_free, MOST_CELLS)
    points = [Vec(x * GRID_PX, y * GRID_PX) for x, y in cells[1:]]
    if (
        points
        and (points[-1] - goal).length < GRID_PX
        and session.space.is_free(goal.x, goal.y, BODY_PX, walls_only=True)
    ):
        points[-1] = goal
    return tuple(points)
