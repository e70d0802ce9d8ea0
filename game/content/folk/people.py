"""People of the map: from an Npc point to somebody who stands, works, follows a way and talks."""

from __future__ import annotations

from game.core.geometry import Facing, Vec
from game.sim.parts import Follower, Look, Person, Place, Sleeper, Walker
from game.sim.room import Path, Thing
from game.sim.session import Session

RADIUS = 7.0
BUSY = {"mel": "busy", "charlie": "busy"}
"""What people do when nobody talks to them, if their atlas has it."""
ASLEEP = "asleep"
"""The dialog of those who sleep, and hear."""
TURNS_AWAY = {"mel", "charlie"}
"""Those who do not look up when she comes near. They are busy."""


def make_person(
    session: Session,
    actor: str,
    at: Vec,
    facing: Facing = Facing.DOWN,
    dialog: str = "",
    path: Path | None = None,
    is_ghost: bool = False,
) -> int:
    """Somebody at a place. With a path they set out on it at once."""
    idle = "sleep" if dialog == ASLEEP else BUSY.get(actor, "idle")
    parts: list[object] = [
        Place(at.x, at.y, at.x, at.y, facing),
        Walker(RADIUS, is_ghost=is_ghost or path is not None),
        Look(actor, idle),
        Person(actor, dialog, idle, facing, actor not in TURNS_AWAY),
    ]
    if dialog == ASLEEP:
        parts.append(Sleeper())
    if path is not None:
        parts.append(Follower(path.points, path.mode, path.speed, path.wait))
    return session.world.born(*parts)


def make_npc(session: Session, thing: Thing) -> int | None:
    """An Npc of the map. Raises KeyError when its path is not there."""
    path = thing.text("path")
    return make_person(
        session,
        thing.text("actor"),
        thing.foot,
        Facing(thing.text("facing", "down")),
        thing.text("dialog"),
        session.room.paths[path] if path else None,
    )
