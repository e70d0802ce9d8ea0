"""Chapter 8, the empty house: five clues and one thread; advice, a stone, and three things that are not so.

parents_gone  what is left of two people who went without their shoes; threads on felt; a telephone
stone_given   midnight in the basement: what a thing has got to be when it is looked at through a hole
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch08_empty_house import parents_gone, stone_given
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {
    "parents_gone": parents_gone.parents_gone,
    "stone_given": stone_given.stone_given,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {**parents_gone.SCRIPTS, **stone_given.SCRIPTS}
MINDS: tuple[Callable[[Session], None], ...] = (parents_gone.comes_home, stone_given.on_the_way)
ARRIVALS: tuple[Callable[[Session], None], ...] = (parents_gone.is_day_again,)
"""On coming into a room, or loading, before anything is seen."""
POCKETS = ("doll", "note", "key", "tally")
HOME = ("!is_night", "bricked", "!in_pyjamas", "!door_pulled_to")
STARTS: dict[str, Start] = {
    "parents_gone": Start("real/flat_down", "from_passage", parents_gone.LEAVES, POCKETS, HOME),
    "stone_given": Start(
        "real/basement",
        "from_grounds",
        stone_given.LEAVES,
        POCKETS,
        ("is_night", "bricked", "!in_pyjamas", "!door_pulled_to"),
    ),
}
