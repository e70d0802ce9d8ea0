"""Chapter 7, behind the mirror: three voices in the dark, a promise, a hand on the other side, and a long way on tiptoe."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
MINDS: tuple[Callable[[Session], None], ...] = ()
STARTS: dict[str, Start] = {}
