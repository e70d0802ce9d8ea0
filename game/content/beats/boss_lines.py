"""What is said about how she fights: the first line of a table [boss.FOE.WHO] that holds now, and never the same twice running.

A line's ``when`` names flags of the story and facts of this fight ("hits_2"), which only the beat knows. Mostly they are cried
while she plays on; ``boss_line`` gives the key for whoever wants to say it otherwise.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from game.core.geometry import Vec
from game.sim.harm import tries
from game.sim.parts import Place
from game.sim.session import Session

RETRIES = {"retry_1": 1, "retry_3": 3}
"""Facts that hold from so many tries in vain on, wherever one fights."""


def boss_line(session: Session, table: str, facts: Collection[str] = (), spare: Collection[str] = ()) -> str:
    """The text key of the line to say now, "" when none holds. ``table``: "hand.coraline"; ``spare``: facts not to speak of."""
    words, story = session.content.words, session.story
    known = {*facts, *(name for name, least in RETRIES.items() if tries(session) >= least)}
    last = story.notes.get(f"boss.{table}", "")
    for key in words.numbered(f"boss.{table}"):
        node = words.node(key)
        if not isinstance(node, Mapping) or key == last:
            continue
        names = [n.strip() for n in str(node.get("when", "")).split(",") if n.strip()]
        if all(n in known or n in story.flags for n in names) and not any(n in spare for n in names):
            story.notes[f"boss.{table}"] = key
            return key
    return ""


def cry_boss_line(
    session: Session, table: str, facts: Collection[str] = (), spare: Collection[str] = (), lasts: int = 0
) -> str:
    """Cries it over whoever says it, stopping nobody; says which, "" for none."""
    key = boss_line(session, table, facts, spare)
    if key:
        node = session.content.words.node(key)
        assert isinstance(node, Mapping)
        who = str(node["who"])
        entity = session.actor_of(who)
        place = session.world.find(entity, Place) if entity else None
        at = Vec(place.x, place.y) if place is not None else Vec(session.place.x, session.place.y)
        session.cry_words(who, str(node["say"]), key, at, lasts)
    return key
