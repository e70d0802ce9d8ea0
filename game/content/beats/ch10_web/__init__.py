"""Chapter 10, needle and thread: her true form, a lie told boldly, a cat thrown, the climb, the chase, the door."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch10_web import beldam_chase
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {
    **beldam_chase.BEATS,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
MINDS: tuple[Callable[[Session], None], ...] = (*beldam_chase.MINDS,)
STARTS: dict[str, Start] = {
    **beldam_chase.STARTS,
}
