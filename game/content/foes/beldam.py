"""The Beldam as she is. Beats put her into a room; an act says every tick what she does (parts.Arachnid).

Her limbs are the picture's business (view/rigs). She has no body that anybody bumps into: what her hands hit is the act's to say.
"""

from __future__ import annotations

from game.core.geometry import Facing, Vec
from game.sim.parts import Arachnid, Name, Place
from game.sim.session import Session

NAME = "beldam"


def make_beldam(session: Session, at: Vec, pose: str = "stand") -> int:
    """Her, with the point on the floor below her middle at ``at`` (map px). If she is there already she is put there."""
    entity = session.find(NAME)
    if entity and session.world.is_alive(entity):
        place, she = session.world.get(entity, Place), session.world.get(entity, Arachnid)
        place.x, place.y = place.was_x, place.was_y = at.x, at.y
        she.pose = pose
        return entity
    entity = session.world.born(Name(NAME), Place(at.x, at.y, at.x, at.y, Facing.DOWN), Arachnid(pose))
    session.names[NAME] = entity
    return entity
