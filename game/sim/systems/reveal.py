"""reveal: the adder stone goes up to her eye; what it shows is so while it shows it: open, solid, gone, or to be taken."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.geometry import TILE, Box
from game.core.intent import STICK, Action
from game.sim.happenings import Heard, Raised, Revealed
from game.sim.harm import drop
from game.sim.parts import Feigned, Furniture, Hero, Name, Place, Solid, Stone, Truth, Veiled

if TYPE_CHECKING:
    from game.sim.room import Thing
    from game.sim.session import Session

ITEM = "adder_stone"
RAISE_TICKS, LOWER_TICKS = 14, 10
RADIUS_PX, WIDE_PX = 60.0, 84.0
AHEAD_PX = 48.0
UP_PX = 14.0
"""The stone is held so high above her feet."""
TURN = 0.22
"""Part of the way to where she looks that the stone goes in a tick."""
LINGER_TICKS = 14
"""A cell counts as seen so long after the ring has left it."""
STONE_FACTOR = 0.6
"""How much slower she walks with a stone before one eye."""
FOOT_PX = 7.0
SEEN_PART = 0.7
"""What comes as near to the middle of the ring as this part of its radius is seen."""


def reveal(session: Session) -> None:
    stone = session.world.find(session.hero, Stone)
    if stone is None:
        return
    _hold(session, stone)
    _point(session, stone)
    for entity, truth in session.world.each(Truth):
        _look_at(session, stone, entity, truth)
    for entity, veiled in session.world.each(Veiled):
        veiled.is_seen = _is_in(stone, _outline(session, entity))
    for entity, feigned in session.world.each(Feigned):
        seen = _is_in(stone, _outline(session, entity))
        if seen != feigned.is_seen:
            feigned.is_seen = seen
            if seen:
                session.space.remove(entity)
            elif not _stands_in(session, entity):
                session.space.add(entity, session.world)
            else:
                feigned.is_seen = True  # it waits until she is out


def stone_sees(session: Session, x: float, y: float) -> bool:
    """Whether that point of the map is seen through the stone now."""
    stone = session.world.find(session.hero, Stone)
    return stone is not None and stone.shows(x, y)


def is_looking(session: Session) -> bool:
    """Whether she walks about with the stone before her eye."""
    stone = session.world.find(session.hero, Stone)
    return stone is not None and stone.raised > 0.2


# ---- in her hand


def _hold(session: Session, stone: Stone) -> None:
    has_it = ITEM in session.story.items
    hero = session.world.get(session.hero, Hero)
    if not has_it or not session.is_free or hero.carries or hero.grips:
        stone.is_wanted = False
    elif session.rules.stone_toggle:
        if session.pressed(Action.STONE):
            stone.is_wanted = not stone.is_wanted
    else:
        stone.is_wanted = session.held(Action.STONE)
    before = stone.raised
    if stone.is_wanted:
        stone.raised = min(stone.raised + 1 / RAISE_TICKS, 1.0)
    else:
        stone.raised = max(stone.raised - 1 / LOWER_TICKS, 0.0)
    place = session.place
    if stone.is_wanted and before == 0:
        session.news.tell(Raised(True))
        session.news.tell(Heard("stone_on", place.x, place.y))
    elif not stone.is_wanted and stone.raised < before and before == 1:
        session.news.tell(Raised(False))
        session.news.tell(Heard("stone_off", place.x, place.y))


def _point(session: Session, stone: Stone) -> None:
    """Where a stick or the mouse points, else where she looks."""
    intent, place = session.intent, session.place
    aim = math.hypot(intent.aim_x, intent.aim_y)
    way = place.facing.way
    x, y = (intent.aim_x / aim, intent.aim_y / aim) if aim > STICK * 0.3 else (way.x, way.y)
    k = TURN if stone.raised else 1.0
    stone.way_x += (x - stone.way_x) * k
    stone.way_y += (y - stone.way_y) * k
    stone.radius = WIDE_PX if session.rules.wide_lens else RADIUS_PX
    stone.x = place.x + stone.way_x * AHEAD_PX
    stone.y = place.y - UP_PX + stone.way_y * AHEAD_PX * 0.9


# ---- what it shows


def _look_at(session: Session, stone: Stone, entity: int, truth: Truth) -> None:
    place = session.place
    for i, cell in enumerate(truth.cells):
        was = truth.seen[i] > 0
        if _is_covered(stone, cell):
            truth.seen[i] = LINGER_TICKS
        elif was:
            truth.seen[i] -= 1
        now = truth.seen[i] > 0
        if now != was:
            if truth.over and _would_trap(truth, now) and cell.grown(FOOT_PX - 1).holds(place.x, place.y):
                if truth.over == "wall":
                    truth.seen[i] = 1  # a wall waits until she is out of it
                    continue
                if cell.holds(place.x, place.y):
                    drop(session)
            _settle(session, entity, truth, i, now)
    if truth.is_seen and not truth.was_seen:
        truth.was_seen = True
        name = session.world.find(entity, Name)
        at = truth.area.middle
        if name is not None:
            session.story.set(f"seen_{name.name}")
        session.news.tell(Revealed(name.name if name else "", truth.shows, at.x, at.y))
        session.news.tell(Heard("soul_near" if truth.shows == "soul" else "stone_reveal", at.x, at.y))


def _is_covered(stone: Stone, cell: Box) -> bool:
    """Whether so much of a cell lies in the ring that it counts as seen."""
    if not stone.is_up:
        return False
    near = cell.nearest(stone.x, stone.y)
    middle = cell.middle
    reach = math.hypot((near.x + middle.x) / 2 - stone.x, (near.y + middle.y) / 2 - stone.y)
    return reach <= stone.radius


def is_solid(truth: Truth, seen: bool) -> bool:
    """Whether a cell of it stands in the way: hidden ways are shut until seen, false floor is none once seen."""
    if truth.over == "floor":
        return seen
    return bool(truth.over) and not seen


def _would_trap(truth: Truth, seen: bool) -> bool:
    return is_solid(truth, seen)


def _settle(session: Session, entity: int, truth: Truth, i: int, seen: bool) -> None:
    if not truth.over:
        return
    key = (entity, i)
    if is_solid(truth, seen):
        session.space.block(key, truth.cells[i])
    else:
        session.space.unblock(key)


def settle_truths(session: Session) -> None:
    """On coming into a room: whatever is shut for ordinary eyes is shut."""
    for entity, truth in session.world.each(Truth):
        for i in range(len(truth.cells)):
            _settle(session, entity, truth, i, truth.seen[i] > 0)


def forget_truth(session: Session, entity: int) -> None:
    """A Truth that holds no longer shuts nothing any more."""
    truth = session.world.find(entity, Truth)
    for i in range(len(truth.cells) if truth is not None else 0):
        session.space.unblock((entity, i))


def is_floor_true(session: Session, x: float, y: float) -> bool:
    """Whether the floor there is what it seems: no plank, no way or floor that hangs on her looking."""
    return not any(truth.over and cell.holds(x, y) for _, truth in session.world.each(Truth) for cell in truth.cells)


def _outline(session: Session, entity: int) -> Box:
    """Where a thing is looked at."""
    furniture, solid = session.world.find(entity, Furniture), session.world.find(entity, Solid)
    if furniture is not None:
        return furniture.box
    if solid is not None and solid.boxes:
        return solid.boxes[0]
    place = session.world.find(entity, Place)
    return Box(place.x - 8, place.y - 16, 16, 16) if place is not None else Box(-1e6, -1e6, 0, 0)


def _is_in(stone: Stone, box: Box) -> bool:
    """Whether so much of it lies in the ring that one would say one sees it."""
    return stone.is_up and box.distance(stone.x, stone.y) <= stone.radius * SEEN_PART


def _stands_in(session: Session, entity: int) -> bool:
    solid, place = session.world.find(entity, Solid), session.place
    return solid is not None and any(b.grown(FOOT_PX).holds(place.x, place.y) for b in solid.boxes)


def make_truth(session: Session, thing: Thing) -> int | None:
    """A Truth of the map."""
    box, cells = thing.box, []
    rows, columns = max(round(box.h / TILE), 1), max(round(box.w / TILE), 1)
    w, h = box.w / columns, box.h / rows
    for row in range(rows):
        for column in range(columns):
            cells.append(Box(box.x + column * w, box.y + row * h, w, h))
    truth = Truth(
        thing.text("shows", "hidden"), thing.text("over"), box, tuple(cells), [0] * len(cells), thing.text("hint")
    )
    return session.world.born(truth)
