"""dodge: a quick step aside. 56 px in 0.28 s; for ten ticks of it nothing can touch her; a press that comes early still counts."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.geometry import Facing
from game.core.intent import STICK, Action
from game.sim.happenings import Dodged, Heard, Slipped
from game.sim.parts import Aim, Dodge, Hero, Look, Pushable, Walker
from game.sim.systems.carry import let_go

if TYPE_CHECKING:
    from game.sim.session import Session

DODGE_TICKS = 17
DODGE_PX = 56.0
SAFE_FROM, SAFE_TO = 2, 12
"""Ticks of a dodge in which nothing can hurt her, both of them too."""
EARLY_TICKS = 6
"""A press this much before she can is not lost."""
REST_TICKS = 5
"""Between two of them she stands in the open."""
NOISE_PX = 96.0
HURT_X, HURT_UP = 6.0, 26.0
"""Half the width and the height of what of her can be hit: 0.5 of her picture's width, 0.6 of its height."""
_CURVE = tuple(1.0 if i <= 6 else 1.0 - 0.055 * (i - 6) for i in range(1, DODGE_TICKS + 1))
SPEEDS = tuple(DODGE_PX * 60.0 * k / sum(_CURVE) for k in _CURVE)
"""px/s in every tick of it: off at once, then slower, so that it ends in a walk."""


def dodge(session: Session) -> None:
    world = session.world
    step = world.find(session.hero, Dodge)
    if step is None:
        return
    step.rest = max(step.rest - 1, 0)
    if not session.is_free:
        step.ticks = step.early = 0
        return
    step.early = EARLY_TICKS + 1 if session.pressed(Action.DODGE) else max(step.early - 1, 0)
    if not step.ticks and step.early and _may(session, step):
        _begin(session, step)
    if step.ticks:
        _go_on(session, step)


def _may(session: Session, step: Dodge) -> bool:
    """Not with her arms full of box; a ball is no hindrance."""
    carries = session.world.get(session.hero, Hero).carries
    if carries and not session.world.get(carries, Pushable).can_throw:
        step.early = 0
        return False
    return step.rest == 0


def _begin(session: Session, step: Dodge) -> None:
    world, intent, place = session.world, session.intent, session.place
    let_go(session)
    aim = world.find(session.hero, Aim)
    if aim is not None:
        aim.ticks = 0
    tilt = math.hypot(intent.x, intent.y)
    way = place.facing.way
    step.way_x, step.way_y = (intent.x / tilt, intent.y / tilt) if tilt > STICK * 0.3 else (way.x, way.y)
    step.ticks, step.early, step.has_slipped = 1, 0, False
    look = world.get(session.hero, Look)
    look.anim, look.ticks, look.is_once, look.then = "dodge", 0, True, "idle"
    session.news.tell(Dodged(place.x, place.y, step.way_x, step.way_y))
    session.news.tell(Heard("dodge", place.x, place.y))


def _go_on(session: Session, step: Dodge) -> None:
    world = session.world
    walker, hero = world.get(session.hero, Walker), world.get(session.hero, Hero)
    speed = SPEEDS[step.ticks - 1]
    walker.wish_x, walker.wish_y = step.way_x * speed, step.way_y * speed
    session.place.facing = Facing.of(step.way_x, step.way_y, session.place.facing)
    hero.noise = NOISE_PX
    hero.still_ticks = 0
    hero.push_ticks = 0
    step.ticks += 1
    if step.ticks > DODGE_TICKS:
        step.ticks, step.rest = 0, REST_TICKS


def is_slipping(session: Session) -> bool:
    """Whether nothing can touch her just now."""
    step = session.world.find(session.hero, Dodge)
    # The tick that is being played has been counted on already.
    return step is not None and SAFE_FROM <= step.ticks - 1 <= SAFE_TO


def reaches(session: Session, x: float, y: float, z: float, radius: float) -> bool:
    """Whether something of ``radius`` px, ``z`` px over the floor at (x, y), hits her. A dodge lets it by, and that is told."""
    place = session.place
    dx, dy = max(abs(x - place.x) - HURT_X, 0.0), abs(y - place.y)
    dz = max(z - HURT_UP - place.lift, place.lift - z, 0.0)
    if math.hypot(dx, dy) >= radius or dz >= radius:
        return False
    if not is_slipping(session):
        return True
    step = session.world.get(session.hero, Dodge)
    if not step.has_slipped:
        step.has_slipped = True
        session.news.tell(Slipped(place.x, place.y))
    return False
