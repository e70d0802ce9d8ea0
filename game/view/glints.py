"""Glints: what the story can be gone on with twinkles now and then, so that one need not walk into everything.

To let a thing twinkle, add its script to WHEN with the flags that must hold. Looks only.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pygame

from game.sim.parts import Person, Pickup, Place, Reach, Veiled

WHEN = {
    "find_kettle": "chores_given,!has_kettle",
    "put_kettle": "has_kettle,!kettle_done",
    "find_pan": "chores_given,!has_pan",
    "put_pan": "chores_given,!pan_done",
    "find_irises": "chores_given,!has_irises,!has_bulbs",
    "find_bulbs": "chores_given,!has_bulbs",
    "feel_draught": "chores_given,!draught_done",
    "stuck_door": "boxes_in,!door_open",
    "doll_parcel": "wybie_met,!doll_given",
    "peel": "doll_given",
    "small_door": "crate_moved,!door_found",
    "touch_small_door": "night_due",
    "little_door_again": "door_pulled_to",
    "sit_to_dinner": "dinner_met,!dinner_sat",
    "lie_down": "buttons_offered,!tried_to_sleep",
    "climb_out": "awake_still,!cat_on_sill",
    "clue_snow": "alone_opened,!clue_snow",
    "clue_doll": "alone_opened,!clue_doll",
    "clue_kettle": "alone_opened,!clue_kettle",
    "clue_page": "alone_opened,!clue_page",
    "clue_shoes": "alone_opened,!clue_shoes",
    "ring_wybie": "night_sat,!wybie_rang",
}
FOR_DAD = ("irises", "bulbs")
EVERY_TICKS, LASTS_TICKS = 110, 34
FAR_PX = 420
ARMS = ((1, 0), (-1, 0), (0, 1), (0, -1))
PALE, WARM = (255, 250, 226), (250, 214, 130)


def draw_glints(to: pygame.Surface, session: Any, to_screen: Callable[[float, float], tuple[float, float]]) -> None:
    """A small four-pointed star over each, one after the other."""
    if not session.is_free:
        return
    story = session.story
    her = session.place
    for entity, reach in session.world.each(Reach):
        rule = WHEN.get(reach.script)
        if rule is not None and story.holds(rule):
            at = reach.area.middle
            _star(to, session.tick + entity * 37, at.x + 5, min(at.y, reach.area.y + 18), her, to_screen)
    for entity, place, _ in session.world.each(Place, Pickup):
        if not session.world.has(entity, Veiled):
            _star(to, session.tick + entity * 37, place.x + 4, place.y - 8, her, to_screen)
    if any(item in story.items for item in FOR_DAD):
        for entity, place, person in session.world.each(Place, Person):
            if person.actor == "charlie":
                _star(to, session.tick + entity * 37, place.x + 8, place.y - 44, her, to_screen)


def _star(
    to: pygame.Surface,
    tick: int,
    x: float,
    y: float,
    her: Place,
    to_screen: Callable[[float, float], tuple[float, float]],
) -> None:
    age = tick % EVERY_TICKS
    if age >= LASTS_TICKS or math.hypot(x - her.x, y - her.y) > FAR_PX:
        return
    sx, sy = (round(v) for v in to_screen(x, y))
    size = round(4.5 * math.sin(math.pi * age / LASTS_TICKS))
    for dx, dy in ARMS:
        for n in range(1, size + 1):
            to.fill(PALE if n < 3 else WARM, (sx + dx * n, sy + dy * n, 1, 1))
    if size:
        to.fill(PALE, (sx, sy, 1, 1))
