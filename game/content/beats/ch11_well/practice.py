"""The fight at the well for practice: all of it without the walk there, or one attack over and over."""

from __future__ import annotations

from game.content.beats.ch11_well.night import wybie
from game.content.beats.verbs import Stage
from game.core.geometry import Facing, Vec
from game.sim.acts import HandFight
from game.sim.acts.hand import ATTACKS
from game.sim.session import Session

BEAT = "hand_attacks"
SPAWN = "cp_well"
FLAGS = ("hand_walk_opened", "hand_met", "is_night")
ATTACK_NAMES = tuple(ATTACKS)
OFF_PX = 104.0
"""So far from her it stands when one attack is practised."""


def begin(session: Session, attack: str) -> None:
    """Into a session at the start of hand_attacks: the fight ("") or one attack."""
    story = session.story
    for flag in FLAGS:
        story.set(flag)
    if not attack:
        session.begin(BEAT)
        return
    stage = Stage(session, BEAT)
    part = ATTACKS[attack].parts[0] if attack != "wybie" else "rock"
    here = session.place
    if part == "drag":
        story.set("well_open")
    if attack == "wybie":
        above = session.room.spots["rock_2_above"].box.middle
        wybie(stage, above + Vec(-26, 2), Facing.DOWN)
    act = HandFight.of(session, part, Vec(here.x + OFF_PX, here.y), only=attack)
    session.act = act
