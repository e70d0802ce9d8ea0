"""carry: what she lifts goes over her head, what she grips comes along, and both can be let go."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.geometry import Box, Facing
from game.core.intent import Action
from game.sim.happenings import Heard, Lifted, PutDown
from game.sim.parts import Hero, Look, Name, Place, Pushable, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

CARRY_LIFT = 26.0
"""px above her feet that a carried box is drawn."""
GRIP_AFTER_TICKS = 8
"""Interact held this long at something heavy takes hold of it."""
GRIP_LOST_PX = 9.0


def carry(session: Session) -> None:
    world = session.world
    hero = world.get(session.hero, Hero)
    place = session.place
    if hero.carries:
        push = world.get(hero.carries, Pushable)
        at = world.get(hero.carries, Place)
        at.was_x, at.was_y = place.was_x, place.was_y + 0.5
        at.x, at.y, at.lift, at.facing = place.x, place.y + 0.5, CARRY_LIFT, place.facing
        push.vx = push.vy = 0.0
    if hero.grips:
        _drag(session, hero)


def _drag(session: Session, hero: Hero) -> None:
    world = session.world
    push = world.get(hero.grips, Pushable)
    at = world.get(hero.grips, Place)
    walker = world.get(session.hero, Walker)
    place = session.place
    off_x, off_y = hero.grip_ways
    lost = math.hypot(at.x - place.x - off_x, at.y - place.y - off_y) > GRIP_LOST_PX
    if not session.held(Action.INTERACT) or not session.is_free or lost:
        let_go(session)
        return
    push.vx, push.vy = walker.wish_x, walker.wish_y


def let_go(session: Session) -> None:
    """Opens her hands if they hold something heavy."""
    hero = session.world.get(session.hero, Hero)
    if hero.grips:
        push = session.world.get(hero.grips, Pushable)
        push.is_gripped = False
        push.vx = push.vy = 0.0
        hero.grips = 0


def grip(session: Session, entity: int) -> None:
    """Takes hold of something too heavy to lift."""
    hero = session.world.get(session.hero, Hero)
    at = session.world.get(entity, Place)
    place = session.place
    hero.grips = entity
    hero.grip_ways = (at.x - place.x, at.y - place.y)
    session.world.get(entity, Pushable).is_gripped = True
    session.news.tell(Heard("hide_in", place.x, place.y, 0.4))


def lift(session: Session, entity: int) -> None:
    """Takes a box up in her arms."""
    world = session.world
    world.get(session.hero, Hero).carries = entity
    world.get(entity, Pushable).is_carried = True
    session.space.remove(entity)
    look = world.get(session.hero, Look)
    look.anim, look.ticks, look.is_once, look.then = "lift", 0, True, "carry_idle"
    session.news.tell(Lifted(world.get(entity, Name).name))
    is_ball = world.get(entity, Pushable).can_throw
    session.news.tell(Heard("ball_catch" if is_ball else "box_lift", session.place.x, session.place.y))


def put_down(session: Session) -> bool:
    """Sets down what she carries, in front of her or where it fits; False when nowhere does."""
    world = session.world
    hero = world.get(session.hero, Hero)
    entity = hero.carries
    push = world.get(entity, Pushable)
    place = session.place
    facing = place.facing
    for way in (facing, Facing.DOWN, Facing.LEFT, Facing.RIGHT, Facing.UP):
        for far in (0, 6, 12):
            x = place.x + way.way.x * (push.w / 2 + 9 + far)
            y = place.y + way.way.y * (10 + far) + (push.h if way is Facing.DOWN else push.h / 2 if way.way.x else 0)
            box = Box(x - push.w / 2, y - push.h, push.w, push.h)
            clear = session.space.sees(place.x, place.y, x, y - push.h / 2)
            if clear and session.space.is_box_free(box.grown(-0.5), (session.hero,)):
                at = world.get(entity, Place)
                at.x, at.y, at.was_x, at.was_y, at.lift = x, y, x, y, 0.0
                push.is_carried = False
                hero.carries = 0
                session.space.add(entity, world)
                session.news.tell(PutDown(world.get(entity, Name).name))
                session.news.tell(Heard("box_put", x, y))
                look = world.get(session.hero, Look)
                look.anim, look.ticks, look.is_once = "idle", 0, False
                return True
    session.news.tell(Heard("ui_error", place.x, place.y))
    return False
