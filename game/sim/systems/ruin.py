"""ruin: the clocks of a world that comes apart run on; tiles shake, fall, and take with them what stands on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.core.geometry import TILE, Box
from game.sim.happenings import Crumbled, Heard, Loosened
from game.sim.harm import drop
from game.sim.parts import DoorWay, Furniture, Harm, Hero, Person, Place, TriggerArea
from game.sim.ruin import GONE_LONG_AGO, LOOSE_TICKS, Fall, clock_of, souls

if TYPE_CHECKING:
    from game.sim.session import Session

TELL_EVERY_TICKS = 9
COYOTE_TICKS = 10
"""So long the floor under her feet still carries after it has gone."""
DOOR_PX = 180.0
"""A door is asked what lies behind it when she is as near as this."""


def ruin(session: Session) -> None:
    _begin_stages(session)
    ruined = session.ruin
    place = session.place
    for fall in ruined.falls:
        fall.clock = clock_of(session.story, fall.decay.name)
        if fall.clock >= 0 and fall.done < len(fall.order):
            _tell_loose(session, fall)
            _let_go(session, fall)
    under = ruined.tile_at(place.x, place.y)
    if session.void_waits:
        # A tile becomes a wall of nothing only when she is off it, or it would spit her out.
        still = [t for t in session.void_waits if t == under]
        for tile in session.void_waits:
            if tile != under:
                session.space.block(("void", tile), box_of(tile, ruined.width))
        session.void_waits = still
    harm = session.world.get(session.hero, Harm)
    if (
        under in ruined.gone
        and not harm.holds
        and ruined.ticks_left(under) <= -COYOTE_TICKS
        and session.leaving is None
    ):
        drop(session)
    _ask_doors(session)


def box_of(tile: int, width: int) -> Box:
    return Box(tile % width * TILE, tile // width * TILE, TILE, TILE)


def _begin_stages(session: Session) -> None:
    """The n-th soul sets the n-th stage going, on every map at once."""
    story = session.story
    n = souls(story)
    if n > story.counts.get("souls", 0):
        story.counts["souls"] = n
        for i in range(1, n + 1):
            story.counts.setdefault(f"stage_{i}.at", story.counts.get("ticks", 0))


def _tell_loose(session: Session, fall: Fall) -> None:
    """A few times a second: where the floor has begun to shake."""
    first = fall.told
    while fall.told < len(fall.order) and fall.at[fall.order[fall.told]] - LOOSE_TICKS <= fall.clock:
        fall.told += 1
    if fall.told > first and session.tick % TELL_EVERY_TICKS == 0:
        at = box_of(fall.order[fall.told - 1], session.ruin.width).middle
        session.news.tell(Loosened(at.x, at.y))


def _let_go(session: Session, fall: Fall) -> None:
    """What is due falls."""
    ruined, gone = session.ruin, []
    while fall.done < len(fall.order) and fall.at[fall.order[fall.done]] <= fall.clock:
        tile = fall.order[fall.done]
        fall.done += 1
        if tile not in ruined.gone:
            ruined.gone.add(tile)
            gone.append(tile)
    if not gone:
        return
    session.void_waits += gone
    _take_along(session, gone)
    at = box_of(gone[len(gone) // 2], ruined.width).middle
    session.news.tell(Crumbled(at.x, at.y, len(gone)))
    if session.tick % 6 == 0 or len(gone) > 12:
        session.news.tell(Heard("wall_crumble", at.x, at.y, 0.7))


def _take_along(session: Session, gone: list[int]) -> None:
    """Whatever stands on those tiles goes with them; people have their own ways of going."""
    world, tiles, ruined = session.world, set(gone), session.ruin  # only asked what it holds
    for entity, place in world.each(Place):
        if world.has(entity, Hero) or world.has(entity, Person) or ruined.tile_at(place.x, place.y) not in tiles:
            continue
        furniture = world.find(entity, Furniture)
        if furniture is None or not furniture.flat:  # what lies on the floor goes with it bit by bit
            session.bury(entity)
    for entity, door in world.each(DoorWay):
        if ruined.tile_at(door.box.middle.x, door.box.middle.y) in tiles:
            session.bury(entity)
    for entity, trigger in world.each(TriggerArea):
        if ruined.tile_at(trigger.box.middle.x, trigger.box.middle.y) in tiles:
            session.bury(entity)


def _ask_doors(session: Session) -> None:
    """Doors of the Other World: what is left behind them?"""
    found = session.story.counts.get("souls", 0)
    if session.room.side != "other" or not found:
        return
    place = session.place
    for entity, door in session.world.each(DoorWay):
        if session.asked_doors.get(entity) != found and door.box.distance(place.x, place.y) < DOOR_PX:
            session.asked_doors[entity] = found
            door.is_lost = is_lost(session, door.target_map, door.target_spawn)


def is_lost(session: Session, map_name: str, spawn: str) -> bool:
    """Whether the place a door leads to has fallen, or has begun to."""
    room = session.content.load_room(map_name)
    if spawn not in room.spawns:
        return False
    at = room.spawns[spawn].at
    tile = int(at.y // TILE) * room.width + int(at.x // TILE)
    return any(
        tile in decay.seconds and clock_of(session.story, decay.name) >= (GONE_LONG_AGO if decay.is_hunt else 0)
        for decay in session.decays_of(room)
    )
