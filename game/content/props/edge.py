"""The edge of what is left: who leans against the white for a while says now and then what it is like."""

from __future__ import annotations

import math
from collections.abc import Callable

from game.core.geometry import Vec
from game.sim.parts import Walker
from game.sim.ruin import running_out
from game.sim.session import Session

LEAN_TICKS = 30
"""So long she has to want to go on."""
AGAIN_TICKS = 1500
"""So long it is not said again."""
AHEAD_PX = (14.0, 26.0)
STOPPED = 0.35
"""Of the speed she wishes for: below this she is held up."""


def leans_on_white(session: Session) -> None:
    """A mind: counts how long she has walked against what has fallen."""
    counts = session.story.counts
    if not session.ruin.gone or not session.is_free or running_out(session.story) or not _is_held_up(session):
        counts.pop("edge_lean", None)
        return
    if session.story.count("edge_lean") != LEAN_TICKS:
        return
    now = counts.get("ticks", 0)
    if now < counts.get("edge_next", 0):
        return
    counts["edge_next"] = now + AGAIN_TICKS
    keys = session.content.words.numbered("barks.edge")
    turn = session.story.count("edge_said") - 1
    session.cry("coraline", keys[turn % len(keys)], Vec(session.place.x, session.place.y))


def _is_held_up(session: Session) -> bool:
    """She wants to go where the floor is gone, and does not get on."""
    walker, place = session.world.get(session.hero, Walker), session.place
    wish = math.hypot(walker.wish_x, walker.wish_y)
    if wish < 1.0:
        return False
    x, y = walker.wish_x / wish, walker.wish_y / wish
    if (place.x - place.was_x) * x + (place.y - place.was_y) * y > wish * STOPPED / 60:
        return False
    return any(session.ruin.is_gone(place.x + x * far, place.y + y * far) for far in AHEAD_PX)


MINDS: tuple[Callable[[Session], None], ...] = (leans_on_white,)
