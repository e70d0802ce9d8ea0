"""Chapter 11, the well: they are back and know nothing; three thank her; and something walks behind her in the orchard."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch11_well import parents_back
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {
    **parents_back.BEATS,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    **parents_back.SCRIPTS,
}
MINDS: tuple[Callable[[Session], None], ...] = (
    *parents_back.MINDS,
)
STARTS: dict[str, Start] = {
    **parents_back.STARTS,
}
