"""Chapter 10, needle and thread: her true form, a lie told boldly, a cat thrown, the climb, the chase, the door."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch10_web import (
    beldam_chase,
    beldam_tricked,
    cat_thrown,
    door_closed,
    ghost_advice,
    globe_taken,
    scenery,
    true_form,
)
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {
    **true_form.BEATS,
    **ghost_advice.BEATS,
    **beldam_tricked.BEATS,
    **cat_thrown.BEATS,
    **globe_taken.BEATS,
    **beldam_chase.BEATS,
    **door_closed.BEATS,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {**true_form.SCRIPTS}
MINDS: tuple[Callable[[Session], None], ...] = (
    *true_form.MINDS,
    *globe_taken.MINDS,
    *beldam_chase.MINDS,
    *door_closed.MINDS,
)
STARTS: dict[str, Start] = {
    **true_form.STARTS,
    **ghost_advice.STARTS,
    **beldam_tricked.STARTS,
    **cat_thrown.STARTS,
    **globe_taken.STARTS,
    **beldam_chase.STARTS,
    **door_closed.STARTS,
}
ARRIVALS: tuple[Callable[[Session], None], ...] = (scenery.settle,)
