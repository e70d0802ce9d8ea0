"""Her room for practice: all of her needlework without what is told before it, or one attack over and over."""

from __future__ import annotations

from game.content.beats.ch10_web.beldam_tricked import stare_of
from game.content.beats.ch10_web.scenery import PERCH, bring_her
from game.core.geometry import Facing
from game.sim.acts import Needlework
from game.sim.acts.web import ATTACKS
from game.sim.session import Session

BEAT = "true_form"
SPAWN = "cp_arena"
FLAGS = ("web_opened",)
ATTACK_NAMES = tuple(ATTACKS)


def begin(session: Session, attack: str) -> None:
    """Into a session at the start of true_form: the fight ("") or one attack."""
    for flag in FLAGS:
        session.story.set(flag)
    if not attack:
        session.begin(BEAT)
    elif ATTACKS[attack].kind == "stare":
        bring_her(session, PERCH)
        session.act = stare_of(session)
    else:
        bring_her(session)
        session.place.facing = Facing.UP
        session.act = Needlework(floor=session.room.spots["room_floor"].box, only=attack)
