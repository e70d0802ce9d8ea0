"""Chapter 12, the party: what was finished, who came, and how the story begins."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch12_party import cat_vanishes, grandmother, guests, party
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {**party.BEATS, **grandmother.BEATS, **cat_vanishes.BEATS}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {**guests.SCRIPTS, **party.SCRIPTS, **grandmother.SCRIPTS}
MINDS: tuple[Callable[[Session], None], ...] = (*guests.MINDS, *party.MINDS, *cat_vanishes.MINDS)
STARTS: dict[str, Start] = {**party.STARTS, **grandmother.STARTS, **cat_vanishes.STARTS}
