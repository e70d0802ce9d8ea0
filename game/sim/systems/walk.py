"""walk: one step of the space; then her feet: steps, surfaces, noise, the rooms she has seen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.sim.happenings import Bumped, Creaked, Discovered, Heard, Stepped
from game.sim.parts import Hero, Place, Pushable, Sleeper, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

STRIDE = {"walk": 30.0, "run": 40.0, "sneak": 26.0}
"""px between two footfalls."""
SLIDE_EVERY_TICKS = 26
RIM_PX = 4.0
"""So far over the edge of a creaking board nothing happens yet."""


def walk(session: Session) -> None:
    world = session.world
    were = [(push, math.hypot(push.vx, push.vy)) for _, push in world.each(Pushable)]
    session.space.step(world)
    _feet(session)
    _boards(session)
    for (_, place, push), (_, speed) in zip(world.each(Place, Pushable), were, strict=True):
        now = math.hypot(push.vx, push.vy)
        if push.is_carried:
            continue
        if speed < 8 <= now or (now > 12 and session.tick % SLIDE_EVERY_TICKS == 0):
            session.news.tell(Bumped(push.kind, place.x, place.y, now))
    area = session.room.area_at(session.place.x, session.place.y)
    if area is not None:
        key = f"{session.room.name}/{area.title}"
        if key not in session.story.areas:
            session.story.areas.append(key)
            session.news.tell(Discovered("area", key))


def _feet(session: Session) -> None:
    world = session.world
    hero = world.get(session.hero, Hero)
    walker = world.get(session.hero, Walker)
    place = session.place
    gone = math.hypot(place.x - place.was_x, place.y - place.was_y)
    hero.step_gathered += gone
    if math.hypot(walker.vx, walker.vy) < 6:
        hero.step_gathered = min(hero.step_gathered, STRIDE["walk"] * 0.6)
        return
    if hero.step_gathered >= STRIDE[hero.stance]:
        hero.step_gathered = 0.0
        ground = session.room.surface_at(place.x, place.y, session.story.holds)
        kind = ground.kind if ground else "wood" if session.room.indoors else "grass"
        session.news.tell(Stepped("coraline", kind, place.x, place.y, hero.noise))


def _boards(session: Session) -> None:
    """A board creaks once as she puts her weight on it; a soft one only if she does not sneak. Its rim is forgiving."""
    if not session.world.each(Sleeper):
        return  # by day nobody minds them
    hero = session.world.get(session.hero, Hero)
    place = session.place
    for i, board in enumerate(session.room.surfaces):
        if board.creaks == "no" or not board.box.holds(place.x, place.y):
            continue
        if hero.board == i or not board.box.grown(-RIM_PX).holds(place.x, place.y):
            return
        is_heard = board.creaks == "loud" or hero.stance != "sneak"
        if is_heard and session.is_free and not session.rules.quiet_boards:
            hero.board = i
            session.news.tell(Creaked(i, place.x, place.y))
            session.news.tell(Heard("board_creak", place.x, place.y))
        return
    hero.board = -1
