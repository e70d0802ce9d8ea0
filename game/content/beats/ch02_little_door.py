"""Chapter 2, the little door: a mouse with a light, a soft way, a dinner that comes round by itself, and a grey morning."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
MINDS: tuple[Callable[[Session], None], ...] = ()
STARTS: dict[str, Start] = {}
