"""Coraline: what she is made of when she comes into a room. How she moves stands in sim/systems/will.py."""

from __future__ import annotations

from game.core.geometry import Facing, Vec
from game.sim.parts import Aim, Dodge, Harm, Hero, Look, Name, Place, Stone, Walker
from game.sim.session import Session

RADIUS = 7.0
"""px; her sprite is 24 wide: 0.58 of it can be bumped into."""
IN_PYJAMAS = "in_pyjamas"
"""The flag: she went to bed, and has not dressed since."""


def make_hero(session: Session, at: Vec, facing: Facing) -> int:
    """Puts her there, in whatever she has on."""
    sheet = "coraline_pyjamas" if IN_PYJAMAS in session.story.flags else "coraline"
    return session.world.born(
        Name("coraline"),
        Place(at.x, at.y, at.x, at.y, facing),
        Walker(RADIUS),
        Look(sheet),
        Hero(),
        Dodge(),
        Aim(),
        Stone(x=at.x, y=at.y, way_x=facing.way.x, way_y=facing.way.y),
        Harm(sound_x=at.x, sound_y=at.y),
    )
