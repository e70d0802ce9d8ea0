"""Chapter 11, the well: they are back and know nothing; three thank her; and something walks behind her in the orchard."""

from __future__ import annotations

from collections.abc import Callable

from game.content.beats.ch11_well import (
    ghost_dream,
    hand_attacks,
    hand_crushed,
    parents_back,
    well_sealed,
    wybie_arrives,
)
from game.content.beats.verbs import Start
from game.core.script import Script
from game.sim.session import Session

BEATS: dict[str, Callable[[Session], Script]] = {
    **ghost_dream.BEATS,
    **parents_back.BEATS,
    **hand_attacks.BEATS,
    **hand_crushed.BEATS,
    **well_sealed.BEATS,
    **wybie_arrives.BEATS,
}
SCRIPTS: dict[str, Callable[[Session, int], Script]] = {
    **ghost_dream.SCRIPTS,
    **parents_back.SCRIPTS,
    **hand_attacks.SCRIPTS,
    **hand_crushed.SCRIPTS,
    **well_sealed.SCRIPTS,
    **wybie_arrives.SCRIPTS,
}
MINDS: tuple[Callable[[Session], None], ...] = (
    *ghost_dream.MINDS,
    *parents_back.MINDS,
    *hand_attacks.MINDS,
    *hand_crushed.MINDS,
    *well_sealed.MINDS,
    *wybie_arrives.MINDS,
)
STARTS: dict[str, Start] = {
    **ghost_dream.STARTS,
    **parents_back.STARTS,
    **hand_attacks.STARTS,
    **hand_crushed.STARTS,
    **well_sealed.STARTS,
    **wybie_arrives.STARTS,
}
