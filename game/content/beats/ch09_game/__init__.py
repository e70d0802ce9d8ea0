"""Chapter 9, the game: a cat at heel, a bet without holes, three souls in any order, and what is left after."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch09_game import game_proposed, only_living_room, soul_circus, soul_house, soul_theatre
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {**game_proposed.BEATS, **only_living_room.BEATS, **soul_circus.BEATS, **soul_house.BEATS, **soul_theatre.BEATS}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {**soul_circus.SCRIPTS, **soul_house.SCRIPTS, **soul_theatre.SCRIPTS}
MINDS: tuple[Callable[[Session], None], ...] = (*game_proposed.MINDS, *only_living_room.MINDS, *soul_circus.MINDS, *soul_house.MINDS,)
STARTS: dict[str, Start] = {**game_proposed.STARTS, **only_living_room.STARTS, **soul_circus.STARTS, **soul_house.STARTS, **soul_theatre.STARTS}
