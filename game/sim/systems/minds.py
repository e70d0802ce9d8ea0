"""minds: everybody but her decides: follows a way, turns towards her when she stands near."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.clock import TICK_S
from game.core.geometry import Facing
from game.sim.parts import Follower, Look, Person, Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

NEAR_PX = 44.0


def minds(session: Session) -> None:
    for _, place, walker, way in session.world.each(Place, Walker, Follower):
        _follow(place, walker, way)
        if walker.wish_x or walker.wish_y:
            place.facing = Facing.of(walker.wish_x, walker.wish_y, place.facing)
    her = session.place
    for entity, place, person, _ in session.world.each(Place, Person, Look):
        follower = session.world.find(entity, Follower)
        if follower is not None and follower.is_on and not follower.is_there:
            continue
        if session.locks or not person.turns_to_her:
            continue
        near = math.hypot(her.x - place.x, her.y - place.y) < NEAR_PX
        place.facing = Facing.of(her.x - place.x, her.y - place.y, place.facing) if near else person.home_facing
    for mind in session.content.minds:
        mind(session)


def _follow(place: Place, walker: Walker, follower: Follower) -> None:
    walker.wish_x = walker.wish_y = 0.0
    if not follower.is_on or follower.is_there:
        return
    if follower.pause_ticks > 0:
        follower.pause_ticks -= 1
        return
    left = follower.speed * TICK_S
    goal = follower.points[follower.index]
    dx, dy = goal.x - place.x, goal.y - place.y
    d = math.hypot(dx, dy)
    if d <= left:
        walker.wish_x, walker.wish_y = dx / TICK_S, dy / TICK_S
        follower.pause_ticks = follower.wait
        _next(follower)
        return
    walker.wish_x, walker.wish_y = dx / d * follower.speed, dy / d * follower.speed


def _next(follower: Follower) -> None:
    last = len(follower.points) - 1
    follower.index += follower.step
    if 0 <= follower.index <= last:
        return
    if follower.mode == "loop":
        follower.index = 0
    elif follower.mode == "pingpong":
        follower.step = -follower.step
        follower.index += 2 * follower.step
    else:
        follower.index = last
        follower.is_there = True
