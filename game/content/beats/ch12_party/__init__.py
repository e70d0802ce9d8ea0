"""Chapter 12, the party: what was finished, who came, and how the story begins."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
MINDS: tuple[Callable[[Session], None], ...] = ()
STARTS: dict[str, Start] = {}
