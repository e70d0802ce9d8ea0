"""Chapter 7, behind the mirror: three voices in the dark, a promise, a hand on the other side, and a long way on tiptoe.

mirror_ghosts  rings of light go out over a dark floor; who breaks them; what a doll has seen of three children
promise        three heartbeats, held
wybie_frees    glass.py: her reflection meets a glove. escape.py: out of the house, from curtain to curtain
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch07_mirror import cell, escape, glass, mirror_ghosts, promise
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session


def wybie_frees(session: Session) -> Script:
    """On either side of the glass."""
    if session.room.name == cell.ROOM:
        yield from glass.through_the_glass(session)
    else:
        yield from escape.escape(session)


BEATS: dict[str, Callable[[Session], Script]] = {
    "mirror_ghosts": mirror_ghosts.mirror_ghosts,
    "promise": promise.promise,
    "wybie_frees": wybie_frees,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"mirror_ghost": mirror_ghosts.talk_to_ghost}
MINDS: tuple[Callable[[Session], None], ...] = (cell.falls_through, cell.goes_on)
ARRIVALS: tuple[Callable[[Session], None], ...] = (cell.settle,)
"""On coming into a room, or loading, before anything is seen."""
BEHIND = ("refused", "egg_laid", "demand_1_made", "demand_2_made", "demand_3_made", "run_said")
STARTS: dict[str, Start] = {
    "mirror_ghosts": Start(
        "between/mirror", "from_hall", mirror_ghosts.LEAVES, ("doll", "note", "key", "tally"), BEHIND
    ),
    "promise": Start("between/mirror", "cp_cell", promise.LEAVES, ("doll", "note", "key", "tally"), BEHIND),
    "wybie_frees": Start(
        "between/mirror", "cp_cell", ("hand_seen", *escape.LEAVES), ("doll", "note", "key", "tally"), BEHIND
    ),
}
