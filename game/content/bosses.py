"""Fights one can begin anywhere in: for tests, for figures, and for whoever wants to practise one attack.

``BOSSES`` knows each by name. The whole fight begins where a beat does, without what is told before it; an attack alone is
done over and over until one has had enough: ``Play.boss("hand", attack="leap")``, or ``--boss hand --attack leap``.
To add one: a line in BOSSES whose ``begin`` puts its act into a session that stands at the beat's start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.content.beats.ch10_web import practice as web
from game.content.beats.ch10_web import practice_passage as passage
from game.content.beats.ch11_well import practice as hand
from game.sim.session import Session

NOTE = "practice"
"""The note of the story that says what is practised: "hand leap"."""


@dataclass(frozen=True)
class Boss:
    """``beat`` it belongs to, at ``spawn``; ``flags`` besides the beat's own; ``begin(session, attack)``: "" = all of it."""

    beat: str
    spawn: str
    attacks: tuple[str, ...]
    begin: Callable[[Session, str], None]
    flags: tuple[str, ...] = ()


BOSSES: dict[str, Boss] = {
    "web": Boss(web.BEAT, web.SPAWN, web.ATTACK_NAMES, web.begin, web.FLAGS),
    "climb": Boss(
        passage.CLIMB_BEAT, passage.CLIMB_SPAWN, passage.CLIMB_NAMES, passage.begin_climb, passage.CLIMB_FLAGS
    ),
    "chase": Boss(passage.BEAT, passage.SPAWN, passage.ATTACK_NAMES, passage.begin, passage.FLAGS),
    "hand": Boss(hand.BEAT, hand.SPAWN, hand.ATTACK_NAMES, hand.begin, hand.FLAGS),
}


class BossError(Exception):
    """There is no such fight, or it has no such attack; the message says what there is."""


def find_boss(name: str, attack: str = "") -> Boss:
    """The fight of that name. Raises BossError for one, or an attack, that is not."""
    boss = BOSSES.get(name)
    if boss is None:
        raise BossError(f"nobody is fought under the name {name!r}; there is {', '.join(BOSSES)}")
    if attack and attack not in boss.attacks:
        raise BossError(f"{name!r} has no attack {attack!r}; it has {', '.join(boss.attacks)}")
    return boss


def begin_boss(session: Session, name: str, attack: str = "") -> None:
    """In a session that stands at the start of the fight's beat. Raises BossError."""
    boss = find_boss(name, attack)
    for flag in boss.flags:
        session.story.set(flag)
    if attack:
        session.story.notes[NOTE] = f"{name} {attack}"
    else:
        session.story.set(f"began_{boss.beat}")
    session.keep()  # whoever falls begins here again
    if session.act is None:
        boss.begin(session, attack)


def keep_practising(session: Session) -> None:
    """After a fall, or when it has run its course: once more."""
    note = session.story.notes.get(NOTE, "")
    if note and session.act is None and session.is_free and session.fade.goal == 0:
        name, attack = note.split()
        BOSSES[name].begin(session, attack)


MINDS: tuple[Callable[[Session], None], ...] = (keep_practising,)
