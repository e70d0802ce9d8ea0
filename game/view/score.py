"""What a place wants to sound like: its music and stems, the air in it, and the things that hum where they stand.

The ear plays it; here is only decided. To let a thing hum, add it to HUMS; to let a room change the music, to STEMS.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from game.sim.parts import Furniture, Look, Place, Stone
from game.sim.ruin import souls
from game.view.ear import place_sounds

HUMS = {"fridge": "fridge_loop"}
"""A prop -> the loop that comes from where it stands."""
WORKING = {"mel": "typing_wall_loop", "charlie": "pencil_loop"}
"""Somebody busy -> what is heard of it."""
STEMS = {
    ("real_day", "study"): {"base": 1.0, "lead": 0.0, "typing": 1.0},
    ("real_day", ""): {"base": 1.0, "lead": 1.0, "typing": 0.0},
    ("chase", ""): {"base": 1.0, "drive": 0.0, "panic": 0.0},
}
"""(piece, room of the map page) -> its stems there; "" is every other room."""
STONE_HUM, HUMS_FROM = "stone_hum_loop", 0.3
UNRAVELS = "game_proposed"
"""From this flag on the other place loses a voice with every soul."""
_SWEET = ({"sweet": 0.7, "tense": 1.0}, {"sweet": 0.0, "tense": 1.0}, {"sweet": 0.0, "tense": 0.5})
_ALONE = ({"full": 1.0}, {"full": 0.7}, {"full": 0.4})
LEFT = {"other_world": _SWEET, "garden_other": _SWEET, "circus": _ALONE, "theatre": _ALONE}
"""Piece -> what is still to be heard of it after none, one and two souls."""
EMPTY = "void"
"""The music of what has no music left."""


@dataclass
class Wanted:
    """All that should be heard of a place now."""

    music: str = ""
    stems: dict[str, float] = field(default_factory=dict)
    ambience: list[str] = field(default_factory=list)
    around: dict[str, tuple[float, float]] = field(default_factory=dict)


def wanted(session: Any) -> Wanted:
    """What the session's room sounds like where she stands."""
    room = session.room
    area = room.area_at(session.place.x, session.place.y)
    title = area.title if area is not None else ""
    stems = STEMS.get((room.music, title)) or STEMS.get((room.music, "")) or {}
    music = room.music
    if room.side == "other" and UNRAVELS in session.story.flags:
        found = souls(session.story)
        if found > 2:
            music, stems = EMPTY, {}
        elif music in LEFT:
            stems = LEFT[music][found]
    around: dict[str, tuple[float, float]] = {}
    stone = session.world.find(session.hero, Stone)
    if stone is not None and stone.raised > HUMS_FROM:
        around[STONE_HUM] = (session.place.x, session.place.y)
    for _, place, thing in session.world.each(Place, Furniture):
        if thing.prop in HUMS:
            around.setdefault(HUMS[thing.prop], (place.x, place.y))
    for _, place, look in session.world.each(Place, Look):
        if look.sheet in WORKING and look.anim == "busy":
            around.setdefault(WORKING[look.sheet], (place.x, place.y))
    return Wanted(music, stems, place_sounds(room.ambience, session.weather, room.indoors), around)
