"""hide: into a bed, a curtain or a trunk, where nobody sees her; out of it by the same button, or by going the way out.

``go_in`` is called by touch, when interact means a hiding place. While she hides she is not free (session.is_free): no doors, no
triggers, no checkpoint; the way out is in Hidden.out_x and out_y, always on free floor.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.geometry import Box, Facing, Vec
from game.core.intent import STICK, Action
from game.sim.happenings import Heard, Hid
from game.sim.parts import (
    Aim,
    Follower,
    Furniture,
    Harm,
    Hero,
    Hidden,
    HidePlace,
    Look,
    Place,
    Prompt,
    Reach,
    Walker,
    Watcher,
)
from game.sim.systems.carry import let_go

if TYPE_CHECKING:
    from game.sim.session import Session

IN_TICKS, OUT_TICKS = 16, 14
HOP_PX = {"trunk": 12.0, "bed": 5.0, "curtain": 0.0}
"""How high she hops on the way."""
FAR_OUT_PX, STEP_PX = 88.0, 4.0
"""So far the way out is looked for."""
BODY_PX = 7.0
CLEAR_PX = 5.0
LEANS_TICKS = 7
"""So long the stick points out of it before she goes."""
DEAF_TICKS = 14
"""After going in the stick that brought her there is not minded."""
PROMPT_PX = 46.0


def hides_now(session: Session, entity: int) -> bool:
    """Whether interact at a hiding place hides her. With nobody about she looks at it first."""
    if not session.world.has(entity, HidePlace):
        return False
    reach = session.world.find(entity, Reach)
    if reach is None or not reach.text or session.world.each(Watcher):
        return True
    return session.thing_key(reach.text) in session.story.looked


def go_in(session: Session, entity: int) -> None:
    """She goes in. Arms full or not, her hands are empty afterwards."""
    world = session.world
    let_go(session)
    aim = world.find(session.hero, Aim)
    if aim is not None:
        aim.ticks = 0
    place, spot = session.place, world.get(entity, HidePlace)
    area = area_of(session, entity)
    at = area.middle
    out = way_out(session, area, spot.exit, Vec(place.x, place.y))
    world.add(session.hero, Hidden(entity, place.x, place.y, at.x, at.y, out.x, out.y))
    hero = world.get(session.hero, Hero)
    hero.noise, hero.pushes, hero.grips = 0.0, 0, 0
    session.space.haunt(session.hero, True)
    place.facing = Facing.of(at.x - place.x, at.y - place.y, place.facing)
    session.prompt = None
    _poses(session, "hide_in")
    session.news.tell(Hid(spot.kind, True, at.x, at.y))
    session.news.tell(Heard("hide_in", at.x, at.y))


def area_of(session: Session, entity: int) -> Box:
    """Where one is in there: what of it stands on the floor."""
    reach = session.world.find(entity, Reach)
    if reach is not None:
        return reach.area
    at = session.world.get(entity, Place)
    return Box(at.x - 8, at.y - 10, 16, 12)


def way_out(session: Session, area: Box, exit_to: Facing, came_from: Vec) -> Vec:
    """The floor on the side of its exit; where there is none, the place she came from."""
    way, at = exit_to.way, area.middle
    far = abs(way.x) * area.w / 2 + abs(way.y) * area.h / 2 + BODY_PX
    while far < FAR_OUT_PX:
        x, y = at.x + way.x * far, at.y + way.y * far
        if session.space.is_free(x, y, BODY_PX, session.hero, walls_only=True):
            x, y = x + way.x * CLEAR_PX, y + way.y * CLEAR_PX
            if session.space.is_free(x, y, BODY_PX, session.hero):
                return Vec(x, y)
            break
        far += STEP_PX
    return came_from


def is_hidden(session: Session) -> bool:
    """Whether nobody can see her: from half way in until she is half way out."""
    hidden = session.world.find(session.hero, Hidden)
    if hidden is None:
        return False
    if hidden.phase == "in":
        return hidden.ticks >= IN_TICKS // 2
    return hidden.phase == "within" or hidden.ticks < OUT_TICKS // 2


def hide(session: Session) -> None:
    world = session.world
    hidden = world.find(session.hero, Hidden)
    if hidden is None:
        return
    if world.get(session.hero, Harm).holds:  # somebody has her, and she is put elsewhere
        hidden.out_x, hidden.out_y = session.place.x, session.place.y
        _is_out(session, hidden)
        return
    if world.has(session.hero, Follower) or not world.is_alive(hidden.place):
        _is_out(session, hidden)  # a scene walks her, or what she hid in is gone
        return
    if session.leaving is not None:
        return
    walker = world.get(session.hero, Walker)
    walker.wish_x = walker.wish_y = 0.0
    hidden.ticks += 1
    if hidden.phase == "in":
        _moves(session, hidden, Vec(hidden.from_x, hidden.from_y), Vec(hidden.x, hidden.y), IN_TICKS)
        if hidden.ticks >= IN_TICKS:
            hidden.phase, hidden.ticks, hidden.leans = "within", 0, 0
            world.get(session.hero, Look).is_hidden = True
    elif hidden.phase == "within":
        _waits(session, hidden)
    else:
        _moves(session, hidden, Vec(hidden.x, hidden.y), Vec(hidden.out_x, hidden.out_y), OUT_TICKS)
        if hidden.ticks >= OUT_TICKS:
            _is_out(session, hidden)


def _moves(session: Session, hidden: Hidden, start: Vec, end: Vec, ticks: int) -> None:
    k = min(hidden.ticks / ticks, 1.0)
    k = k * k * (3 - 2 * k)
    at = start + (end - start) * k
    session.space.move(session.hero, at.x, at.y)
    kind = session.world.get(hidden.place, HidePlace).kind
    session.place.lift = HOP_PX.get(kind, 0.0) * 4 * k * (1 - k)


def _waits(session: Session, hidden: Hidden) -> None:
    if session.locks or session.talk is not None or session.panel is not None:
        return
    picture = session.world.find(hidden.place, Furniture)
    top = picture.box.y if picture is not None else hidden.y - PROMPT_PX
    session.prompt = Prompt("come_out", hidden.place, hidden.x, top)
    intent = session.intent
    tilt = math.hypot(intent.x, intent.y)
    way = Vec(hidden.x, hidden.y).toward(Vec(hidden.out_x, hidden.out_y))
    leans = tilt > STICK * 0.4 and (intent.x * way.x + intent.y * way.y) > 0.6 * tilt
    hidden.leans = hidden.leans + 1 if leans and hidden.ticks > DEAF_TICKS else 0
    if (session.pressed(Action.INTERACT) and hidden.ticks > 2) or hidden.leans >= LEANS_TICKS:
        come_out(session)


def come_out(session: Session) -> None:
    """She comes out of where she hides."""
    hidden = session.world.find(session.hero, Hidden)
    if hidden is None or hidden.phase == "out":
        return
    if not session.space.is_free(hidden.out_x, hidden.out_y, BODY_PX, session.hero):
        hidden.out_x, hidden.out_y = hidden.from_x, hidden.from_y
    hidden.phase, hidden.ticks = "out", 0
    session.prompt = None
    session.world.get(session.hero, Look).is_hidden = False
    _poses(session, "hide_out")
    session.place.facing = Facing.of(hidden.out_x - hidden.x, hidden.out_y - hidden.y, session.place.facing)
    kind = session.world.get(hidden.place, HidePlace).kind
    session.news.tell(Hid(kind, False, hidden.x, hidden.y))
    session.news.tell(Heard("hide_out", hidden.x, hidden.y))


def _poses(session: Session, anim: str) -> None:
    look = session.world.get(session.hero, Look)
    look.anim, look.ticks, look.is_once, look.then, look.mood = anim, 0, True, "idle", ""


def _is_out(session: Session, hidden: Hidden) -> None:
    session.world.get(session.hero, Look).is_hidden = False
    session.place.lift = 0.0
    session.space.move(session.hero, hidden.out_x, hidden.out_y)
    session.space.haunt(session.hero, False)
    session.world.drop(session.hero, Hidden)
