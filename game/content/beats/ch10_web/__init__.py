"""Chapter 10, needle and thread: her true form, a lie told boldly, a cat thrown, the climb, the chase, the door."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
MINDS: tuple[Callable[[Session], None], ...] = ()
STARTS: dict[str, Start] = {}
