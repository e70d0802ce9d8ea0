"""Chapter 5, the theatre: she plays the lead; the cat has one thing to say; the world has a hem.

theatre_show  led down the steps, put on the stage: a storm, a cellar, a flight; led out to the gate
cat_speaks    the cat, out of the front of its face; posts that are thinner than they look; where the garden stops
"""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch05_theatre import cat, show
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {
    "theatre_show": show.theatre_show,
    "cat_speaks": cat.cat_speaks,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {"ch05_stage": show.stage_door, **cat.SCRIPTS}
MINDS: tuple[Callable[[Session], None], ...] = (
    show.third_visit,
    show.full_house,
    show.waits_at_gate,
    *cat.MINDS,
)
ARRIVALS: tuple[Callable[[Session], None], ...] = (
    show.full_house,
    show.waits_at_gate,
    show.guest_is_out,
    cat.stays_gone,
    cat.settles,
    cat.answers,
)
"""On coming into a room, or loading, before anything is seen."""
VISITING = ("is_night", "!bricked", "!in_pyjamas", "small_door_open")
STARTS: dict[str, Start] = {
    "theatre_show": Start(
        "other/flat_down",
        "from_passage",
        (
            *VISITING,
            *("show_welcomed", "show_led", "show_met", "show_seated", "show_cast"),
            *("show_act_1", "show_act_2", "show_act_3", "show_over"),
        ),
        ("doll", "note", "key", "tally"),
        VISITING,
    ),
    "cat_speaks": Start(
        "other/orchard",
        "from_grounds",
        (*VISITING, *cat.LEAVES),
        ("doll", "note", "key", "tally"),
        VISITING,
    ),
}
