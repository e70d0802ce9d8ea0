"""Chapter 4, the circus: a friend who cannot speak, a game of throwing, fifty mice in step.

other_wybie    the door is opened to her; in the garden somebody draws what he cannot say; throw, dodge, throw back
mouse_circus   the show in the attic, again if she likes; what a small mouse wanted; to bed there, awake here
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch04_circus import garden, ring
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

CARRIED = ("doll", "note", "key", "tally")
NIGHT = ("is_night", "!bricked", "!in_pyjamas")

BEATS: dict[str, Callable[[Session], Script]] = {
    "other_wybie": garden.other_wybie,
    "mouse_circus": ring.mouse_circus,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {**garden.SCRIPTS, **ring.SCRIPTS}
MINDS: tuple[Callable[[Session], None], ...] = (garden.second_visit, ring.mice_about, ring.bed_calls)
STARTS = {
    "other_wybie": Start("other/flat_down", "from_passage", garden.LEAVES, CARRIED, NIGHT),
    "mouse_circus": Start("other/attic", "from_grounds", ring.LEAVES, CARRIED, NIGHT),
}
