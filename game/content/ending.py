"""What the credits say of this player's own run: the sentences that are true of it, what their pictures count, and the numbers.

Everything comes from [credits] of the words and from what the story remembers; ``reckon`` works out the rest.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.content.deeds import ALL_KEEPSAKES, ALL_PLATES, keepsakes, plates, reckon
from game.core.clock import TICKS_A_SECOND
from game.sim.harm import FRIGHT
from game.sim.session import Session

RETELLING, NUMBERS, ROLL = "credits.retelling", "credits.numbers", "credits.roll"


@dataclass(frozen=True)
class Retold:
    """``lines``: (number of the sentence, its text); ``facts``: what the pictures count; ``numbers``: (key, value as text)."""

    lines: tuple[tuple[str, str], ...] = ()
    facts: Mapping[str, int] = field(default_factory=dict)
    numbers: tuple[tuple[str, str], ...] = ()


def retell(session: Session) -> Retold:
    """The run as it stands; sets the flags that are reckoned."""
    reckon(session)
    story, words = session.story, session.content.words
    facts = {
        "minutes": story.counts.get("minutes", 0),
        "falls": story.counts.get("falls", 0),
        "wager_tries": story.counts.get("bet_tries", 0) + 1,
        "cat_throws": story.counts.get("cat_throws", 0),
    }
    lines = []
    for key in words.numbered(RETELLING):
        node = words.node(key)
        if not isinstance(node, dict) or story.holds(node.get("when", "")):
            lines.append((key.rsplit(".", 1)[1], words.get(key, **facts)))
    ticks = story.counts.get("ticks", 0)
    minutes = ticks // TICKS_A_SECOND // 60
    fright = f"credits.fright.{story.notes.get(FRIGHT, '')}"
    numbers = [
        ("time", words.get("menu.save.time", hours=minutes // 60, minutes=minutes % 60)),
        ("falls", str(facts["falls"])),
        ("minutes", str(facts["minutes"])),
        ("plates", f"{plates(story)} / {ALL_PLATES}"),
        ("keepsakes", f"{keepsakes(session)} / {ALL_KEEPSAKES}"),
        ("doll", str(story.counts.get("doll_seen", 0))),
    ]
    if words.has(fright):
        numbers.append(("first", words.get(fright)))
    return Retold(tuple(lines), facts, tuple(numbers))
