"""frames: which animation everybody shows. One-shots run to their end; the rest follows from what they do."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.sim.panels import BracePanel
from game.sim.parts import Aim, Follower, Hero, Look, Person, Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

ONE_SHOT_TICKS = {"lift": 24, "interact": 20, "throw": 24, "hurt": 20, "dodge": 17, "jump": 24, "fall": 30}
SEATED = frozenset({"grandmother", "wybie", "mel", "charlie", "bobinsky", "spink", "forcible"})
"""Those who can talk without getting up."""
TALKS = {"sit": "sit_talk", "sit_glass": "sit_talk", "sit_happy": "sit_talk", "idle_hat": "talk_hat"}
MOVES = 8.0
"""px/s below which somebody stands."""


def frames(session: Session) -> None:
    world = session.world
    for entity, place, look in world.each(Place, Look):
        look.ticks += 1
        if look.is_once:
            if look.ticks >= ONE_SHOT_TICKS.get(look.anim, 20):
                look.is_once, look.anim, look.ticks = False, look.then, 0
            continue
        hero = world.find(entity, Hero)
        want = _hers(session, hero) if hero else _theirs(session, entity, place)
        if want and want != look.anim:
            look.anim, look.ticks = want, 0


def _talks(session: Session, who: str) -> bool:
    line = session.talk
    spoken = line is not None and not line.options and not line.is_whole and line.who == who
    return spoken and line is not None and not line.say.startswith("(")


def _hers(session: Session, hero: Hero) -> str:
    walker = session.world.get(session.hero, Walker)
    look = session.world.get(session.hero, Look)
    if look.mood == "held":
        return ""  # a script poses her
    moves = math.hypot(walker.vx, walker.vy) > MOVES
    if isinstance(session.panel, BracePanel):
        return "brace"
    aim = session.world.find(session.hero, Aim)
    if aim is not None and aim.ticks:
        return "aim_empty"  # what she throws is drawn in her hand
    if hero.carries:
        return "carry_walk" if moves else "carry_idle"
    if hero.grips or (hero.pushes and hero.push_ticks > 6):
        return "push"
    if moves:
        return hero.stance
    return "talk" if _talks(session, "coraline") else "idle"


def _theirs(session: Session, entity: int, place: Place) -> str:
    world = session.world
    look = world.get(entity, Look)
    if look.mood == "held":
        return ""
    walker = world.find(entity, Walker)
    speed = math.hypot(walker.vx, walker.vy) if walker else 0.0
    person = world.find(entity, Person)
    if speed > MOVES:
        follower = world.find(entity, Follower)
        if person is not None and person.idle == "idle_hat":
            return "walk_hat"
        return "run" if follower and follower.speed > 110 and look.sheet in ("wybie", "cat", "other_wybie") else "walk"
    if person is None:
        return ""
    if session.talk is not None and session.talk.pictures and session.talk.who == person.actor:
        return "draw"  # he has no other words
    if not _talks(session, person.actor) or look.sheet == "wybie_bike":
        return person.idle
    return TALKS.get(person.idle, "talk") if look.sheet in SEATED else "talk"
