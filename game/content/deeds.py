"""What she did, in the words the text asks for: at the party and in the end somebody speaks of it.

Choices are flags as they are made. What only shows over a whole story (how often, how soon, which first) is ``reckon``ed from
counts, and becomes flags then; [flags] in the words says what each of them means.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.sim.session import Session
from game.sim.story import ANY_ORDER, Story

MANY_MINUTES, FEW_MINUTES = 10, 4
MANY_FALLS = 10
MANY_BETS = 4
FAST_TICKS, SLOW_TICKS = 25 * 3600, 50 * 3600
"""The three souls in less, or in more."""
CLOSE_PX = 48
"""One tile, from its middle to hers, and a half for the two of them."""
ALL_PLATES, ALL_KEEPSAKES = 12, 9
PLATE, KEEPSAKES = "plate_", "keepsakes"
SAW_DOLL = "saw_doll_"
"""With the place it sat in: she came upon it there."""
OTHER_SIDE, STONE = "other_side", "adder_stone"
"""The flag of a story that is told again with the stone in her pocket from the first day; and the stone."""
BEGUN_AT = "begun_at"
"""The note of a story that did not begin with its first beat: which one it began with."""
ROCKS = 3


def plates(story: Story) -> int:
    """Of the catalogue's twelve, how many she has found."""
    return sum(item.startswith(PLATE) for item in story.items)


def keepsakes(session: Session) -> int:
    """Of the nine small things that were somebody's, how many she has."""
    return sum(session.content.words.has(f"{KEEPSAKES}.{item}") for item in session.story.items)


def souls_ticks(story: Story) -> int:
    """From the bet to the third soul; 0 while one is missing."""
    ends = [story.counts.get(f"at.{soul}", 0) for soul in ANY_ORDER]
    return max(ends) - story.counts.get("at.game_proposed", 0) if all(ends) else 0


def _first(soul: str) -> Callable[[Session], bool]:
    return lambda s: next((beat for beat in s.story.done if beat in ANY_ORDER), "") == soul


def _count(s: Session, name: str) -> int:
    return s.story.counts.get(name, 0)


RECKONED: Mapping[str, Callable[[Session], bool]] = {
    "kind_all": lambda s: s.story.holds("kind_other_father,kind_other_actresses,kind_other_bobinsky"),
    "minutes_many": lambda s: _count(s, "minutes") >= MANY_MINUTES,
    "minutes_few": lambda s: _count(s, "minutes") < FEW_MINUTES,
    "stone_all_false": lambda s: s.story.holds("seen_false_pearls,seen_false_bookcase,seen_false_review"),
    "order_house_first": _first("soul_house"),
    "order_theatre_first": _first("soul_theatre"),
    "order_circus_first": _first("soul_circus"),
    "wager_first_try": lambda s: s.story.holds("game_proposed") and not _count(s, "bet_tries"),
    "wager_many_tries": lambda s: _count(s, "bet_tries") >= MANY_BETS,
    "souls_fast": lambda s: 0 < souls_ticks(s.story) < FAST_TICKS,
    "souls_slow": lambda s: souls_ticks(s.story) > SLOW_TICKS,
    "plants_all": lambda s: plates(s.story) >= ALL_PLATES,
    "keepsakes_all": lambda s: keepsakes(s) >= ALL_KEEPSAKES,
    "never_hit": lambda s: not _count(s, "pricked"),
    "many_falls": lambda s: _count(s, "falls") >= MANY_FALLS,
    "falls_some": lambda s: _count(s, "falls") > 0,
    "sewn_shut": lambda s: _count(s, "closed") > 0,
    "closest": lambda s: 0 < _count(s, "closest_px") <= CLOSE_PX,
    "cat_hit_first": lambda s: s.story.holds("cat_thrown") and _count(s, "cat_throws") == 1,
    "cat_missed_first": lambda s: _count(s, "cat_throws") > 1,
    "rock_first_try": lambda s: s.story.holds("hand_crushed") and _count(s, "rock_tries") == 1,
    "rock_third_try": lambda s: _count(s, "rock_tries") >= ROCKS,
    "wybie_untouched": lambda s: s.story.holds("hand_crushed") and not _count(s, "wybie_hurt"),
    "wybie_hurt_2": lambda s: _count(s, "wybie_hurt") >= 2,
}
"""Flag -> whether it holds, by what is counted so far."""


def reckon(session: Session) -> None:
    """Sets and clears the flags that are worked out: before somebody speaks of the whole of it."""
    for flag, holds in RECKONED.items():
        session.story.set(flag, holds(session))
