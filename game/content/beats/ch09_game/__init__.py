"""Chapter 9, the game: a cat at heel, a bet without holes, three souls in any order, and what is left after."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch09_game import (
    cat_joins,
    game_proposed,
    only_living_room,
    soul_circus,
    soul_house,
    soul_theatre,
)
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {
    **cat_joins.BEATS,
    **game_proposed.BEATS,
    **only_living_room.BEATS,
    **soul_circus.BEATS,
    **soul_house.BEATS,
    **soul_theatre.BEATS,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    **cat_joins.SCRIPTS,
    **soul_circus.SCRIPTS,
    **soul_house.SCRIPTS,
    **soul_theatre.SCRIPTS,
}
MINDS: tuple[Callable[[Session], None], ...] = (
    *cat_joins.MINDS,
    *game_proposed.MINDS,
    *only_living_room.MINDS,
    *soul_circus.MINDS,
    *soul_house.MINDS,
)
STARTS: dict[str, Start] = {
    **cat_joins.STARTS,
    **game_proposed.STARTS,
    **only_living_room.STARTS,
    **soul_circus.STARTS,
    **soul_house.STARTS,
    **soul_theatre.STARTS,
}
