"""A bare room for tests of the rules: 20 x 12 tiles, with whatever walls and things a test puts there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.content.start import make_content
from game.core.geometry import Box, Vec
from game.sim.parts import Rules
from game.sim.room import Room, Spawn, Surface, Thing
from game.sim.session import Session
from game.testing import Play

WIDTH, HEIGHT = 20, 12


def thing(cls: str, name: str, box: Box, solids: Sequence[Box] = (), **members: str | float | bool) -> Thing:
    return Thing(
        hash_free_id(name), name, cls, "actors", box, Vec(box.middle.x, box.bottom), members, (), 0, tuple(solids)
    )


def hash_free_id(name: str) -> int:
    return sum(name.encode()) + 1


def arena(
    walls: Sequence[Box] = (),
    things: Sequence[Thing] = (),
    at: Vec = Vec(320, 192),
    surfaces: Sequence[Surface] = (),
    rules: Rules | None = None,
    more_rooms: dict[str, Room] | None = None,
    **room: object,
) -> Play:
    """A game that stands in the bare room, as a player finds it; its name is real/arena."""
    bare = Room(
        "real/arena",
        "real",
        WIDTH,
        HEIGHT,
        walls=tuple(walls),
        spawns={"start": Spawn("start", at)},
        first_spawn="start",
        things=tuple(things),
        surfaces=tuple(surfaces),
    )
    rooms = {"real/arena": replace(bare, **room), **(more_rooms or {})}  # type: ignore[arg-type]
    content = replace(make_content(), load_room=rooms.__getitem__, minds=())
    session = Session(content, rules or Rules(text_speed=0.0))
    session.enter("real/arena")
    play = Play(session=session)
    play.wait(30)
    return play
