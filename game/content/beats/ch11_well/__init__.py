"""Chapter 11, the well: they are back and know nothing; three thank her; and something walks behind her in the orchard."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {}
MINDS: tuple[Callable[[Session], None], ...] = ()
STARTS: dict[str, Start] = {}
