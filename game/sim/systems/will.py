"""will: the Intent becomes what Coraline wants: how fast, which way, round which corner."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.geometry import Facing, approach
from game.core.intent import STICK, Action
from game.sim.parts import Aim, Follower, Hero, Place, Pushable, Walker
from game.sim.systems.reveal import STONE_FACTOR, is_looking

if TYPE_CHECKING:
    from game.sim.session import Session

WALK_SPEED = 96.0
RUN_SPEED = 152.0
SNEAK_SPEED = 48.0
RAMP_TICKS = 4.8
"""Full speed in 0.08 s."""
SNEAK_TILT = 0.45
"""A stick tilted less than this sneaks."""
CARRY_FACTOR = 0.8
NOISE = {"walk": 96.0, "run": 192.0, "sneak": 24.0, "still": 0.0}
SLIP_PX = 8
"""She slips round a corner that stands this far in her way."""
SLIP_SPEED = 70.0
GRIP_SPEED = 56.0
RUNS_ON, SNEAKS_ON = "she_runs", "she_sneaks"


def push_speed(mass: float) -> float:
    """How fast a box of that mass is pushed, px/s: 8 -> 80, 12 -> 64, 24 -> 40."""
    return max(min(104.0 - 3.0 * mass, 84.0), 32.0) if mass > 8 else 80.0


def will(session: Session) -> None:
    world = session.world
    hero = world.get(session.hero, Hero)
    walker = world.get(session.hero, Walker)
    place = world.get(session.hero, Place)
    intent = session.intent
    hero.hold_ticks = hero.hold_ticks + 1 if session.held(Action.INTERACT) else 0
    if not session.is_free:
        if not world.has(session.hero, Follower):  # a scene walks her
            _slow(walker, 0.0, 0.0, WALK_SPEED / RAMP_TICKS)
        hero.grips = 0
        hero.pushes = 0
        return
    tilt = min(math.hypot(intent.x, intent.y) / STICK, 1.0)
    # Toggles are kept by the story: they outlast doors and checkpoints.
    if session.rules.run_toggle and session.pressed(Action.RUN):
        session.story.set(RUNS_ON, RUNS_ON not in session.story.flags)
    if session.rules.sneak_toggle and session.pressed(Action.SNEAK):
        session.story.set(SNEAKS_ON, SNEAKS_ON not in session.story.flags)
    runs = RUNS_ON in session.story.flags if session.rules.run_toggle else session.held(Action.RUN)
    runs = runs != session.rules.auto_run
    sneaks = SNEAKS_ON in session.story.flags if session.rules.sneak_toggle else session.held(Action.SNEAK)
    if sneaks or 0 < tilt < SNEAK_TILT:
        hero.stance, top = "sneak", SNEAK_SPEED
        tilt = min(max(tilt / SNEAK_TILT, 0.4), 1.0) if tilt and not sneaks else tilt
    elif runs and not hero.carries:
        hero.stance, top = "run", RUN_SPEED
    else:
        hero.stance, top = "walk", WALK_SPEED
    if is_looking(session):
        hero.stance, top = ("sneak", SNEAK_SPEED) if hero.stance == "sneak" else ("walk", WALK_SPEED * STONE_FACTOR)
    if hero.carries and not world.get(hero.carries, Pushable).can_throw:
        top *= CARRY_FACTOR
    aim = world.find(session.hero, Aim)
    if aim is not None and aim.ticks:  # she stands to aim; the stick points
        tilt = 0.0
    if not tilt:
        hero.noise = 0.0
        hero.still_ticks += 1
        hero.pushes = 0
        _slow(walker, 0.0, 0.0, top / RAMP_TICKS)
        if not hero.grips:
            return
    hero.still_ticks = 0 if tilt else hero.still_ticks
    n = math.hypot(intent.x, intent.y) or 1.0
    way_x, way_y = intent.x / n, intent.y / n
    if hero.grips:
        push = world.find(hero.grips, Pushable)
        if push is not None:
            top = min(top, GRIP_SPEED, push_speed(push.mass))
    else:
        if tilt:
            place.facing = Facing.of(way_x, way_y, place.facing)
        hero.pushes = _pushed(session, place, way_x, way_y) if tilt else 0
        if hero.pushes:
            hero.push_ticks += 1
            top = min(top, push_speed(world.get(hero.pushes, Pushable).mass))
        else:
            hero.push_ticks = 0
    if not tilt:
        return
    hero.noise = NOISE[hero.stance]
    speed = top * tilt
    want_x, want_y = way_x * speed, way_y * speed
    # Round a wall's corner, but not round a box: that one is meant to move.
    slip_x, slip_y = (0.0, 0.0) if hero.pushes else _slip(session, place, walker, way_x, way_y, speed)
    _slow(walker, want_x + slip_x, want_y + slip_y, top / RAMP_TICKS)


def _slow(walker: Walker, x: float, y: float, step: float) -> None:
    """The wish goes towards (x, y) by at most ``step`` along its way, so that diagonals are no faster."""
    dx, dy = x - walker.wish_x, y - walker.wish_y
    d = math.hypot(dx, dy)
    k = 1.0 if d <= step else approach(0.0, d, step) / d
    walker.wish_x += dx * k
    walker.wish_y += dy * k


def _pushed(session: Session, place: Place, way_x: float, way_y: float) -> int:
    """The box she walks into, or 0."""
    for entity, at, push in session.world.each(Place, Pushable):
        if push.is_carried or at.lift > 4:
            continue
        nx = min(max(place.x, at.x - push.w / 2), at.x + push.w / 2)
        ny = min(max(place.y, at.y - push.h), at.y)
        dx, dy = nx - place.x, ny - place.y
        d = math.hypot(dx, dy)
        if d < 10.0 and dx * way_x + dy * way_y > 0.6 * d:
            return entity
    return 0


def _slip(
    session: Session, place: Place, walker: Walker, way_x: float, way_y: float, speed: float
) -> tuple[float, float]:
    """Sideways speed round a corner, when she walks straight along an axis and is held up by one."""
    if min(abs(way_x), abs(way_y)) > 0.3 or speed < 20:
        return 0.0, 0.0
    along = walker.vx * way_x + walker.vy * way_y
    if along > 0.6 * speed:
        return 0.0, 0.0
    side_x, side_y = (0.0, 1.0) if abs(way_x) > abs(way_y) else (1.0, 0.0)
    inner = walker.radius - 0.6
    ahead = walker.radius * 0.5 + 2.0

    def is_free(side: float, forward: float) -> bool:
        x = place.x + side_x * side + way_x * forward
        y = place.y + side_y * side + way_y * forward
        return session.space.is_free(x, y, inner, session.hero)

    if is_free(0.0, ahead):
        return 0.0, 0.0
    for k in range(1, SLIP_PX + 2):
        for sign in (1, -1):
            if is_free(k * sign, ahead) and is_free(k * sign, 0.0):
                return side_x * sign * SLIP_SPEED, side_y * sign * SLIP_SPEED
    return 0.0, 0.0
