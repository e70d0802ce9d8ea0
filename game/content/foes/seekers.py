"""Those who look for her in the dark house: the Other Mother, who sees, and a sewing box, which only hears."""

from __future__ import annotations

import math

from game.core.geometry import Facing, Vec
from game.sim.parts import Look, Patrol, Person, Place, Walker, Watcher
from game.sim.room import Thing
from game.sim.session import Session

RADIUS = 7.0
DARK = 0.17
"""Less lamplight than this, and she sees two tiles."""


def make_seeker(session: Session, thing: Thing) -> int | None:
    """The Other Mother on her round."""
    watcher = Watcher(reach=160.0, spread=70.0, near=40.0, ears=0.8, dark=DARK, speed=92.0)
    return _make(session, thing, "other_mother_thin", "other_mother", watcher)


def make_sewing_box(session: Session, thing: Thing) -> int | None:
    """On needle legs. It has no eyes, and a whole room to listen to."""
    watcher = Watcher(reach=0.0, spread=0.0, near=26.0, ears=1.0, is_blind=True, speed=128.0)
    return _make(session, thing, "sewing_box", "sewing_box", watcher)


def _make(session: Session, thing: Thing, sheet: str, actor: str, watcher: Watcher) -> int:
    facing = Facing(thing.text("facing", "down"))
    watcher.gaze = math.atan2(facing.way.y, facing.way.x) % math.tau
    path = session.room.paths.get(thing.text("path"))
    points = path.points if path is not None else (Vec(thing.foot.x, thing.foot.y),)
    speed, wait = (path.speed, path.wait) if path is not None else (60.0, 0)
    return session.world.born(
        Place(thing.foot.x, thing.foot.y, thing.foot.x, thing.foot.y, facing),
        Walker(RADIUS, is_ghost=True),
        Look(sheet),
        Person(actor, "none", "idle", facing, turns_to_her=False),
        watcher,
        Patrol(points, path.mode if path is not None else "once", speed, wait),
    )
