"""Stitches of honour: what each of [achievements] is earned by, as rules over the story; and who watches that they come true.

A rule is asked now and then while one plays. A new honour: its words in [achievements.name] and [achievements.text], a line here.
What adds up over several books (plates, keepsakes, the doll's places) is judged by whoever keeps them: see LASTING.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from game.content.deeds import ALL_KEEPSAKES, ALL_PLATES, BEGUN_AT, MANY_MINUTES, SAW_DOLL
from game.core.words import Words
from game.sim.acts.ripples import Ripples
from game.sim.session import Session
from game.sim.story import BEATS

DOLL_PLACES = (
    *("porch_bench", "sofa_arm", "mantelpiece", "stair_top", "stair_bottom", "kitchen_chair", "larder", "typewriter"),
    *("coat_hook", "letterbox", "airing_cupboard", "bath", "my_pillow", "window_sill", "big_bed", "hall_clock"),
    *("dads_chair", "larder_door", "seed_drawer", "well_boards"),
)
"""Everywhere it may sit; their words stand in [doll]."""
TREES = 5
EVERY_TICKS = 20
NEAR, FAR = 0.5, 0.12
"""How cold it is beside a voice, and where it is cold no more."""

Rule = Callable[[Session], bool]


def _flags(expression: str) -> Rule:
    return lambda s: s.story.holds(expression)


def _count(s: Session, name: str) -> int:
    return s.story.counts.get(name, 0)


def _trees(s: Session) -> bool:
    return sum(flag.startswith("stuck_in_") for flag in s.story.flags) >= TREES


HONOURS: Mapping[str, Rule] = {
    "moved_in": _flags("boxes_in"),
    "tally": lambda s: _count(s, "minutes") >= MANY_MINUTES,
    "bells": _flags("bells_counted"),
    "tag": _flags("tag_won,!tag_tired"),
    "warned": _flags("twin_told,bobinsky_warns,actresses_warn"),
    "message": _flags("mice_first_try"),
    "passed_on": _flags("passed_all"),
    "perfect_show": _flags("circus_perfect"),
    "leading_lady": _flags("show_flawless"),
    "asked_twice": _flags("said_yes_once,buttons_offered"),
    "three_voices": _flags("found_silas,found_hester,found_ivy"),
    "true_things": _flags("seen_false_pearls,seen_false_bookcase,seen_false_review"),
    "no_holes": lambda s: s.story.holds("game_proposed") and not _count(s, "bet_tries"),
    "kind": _flags("kind_other_father,kind_other_actresses,kind_other_bobinsky"),
    "three_souls": _flags("soul_house,soul_theatre,soul_circus"),
    "no_thread": lambda s: s.story.holds("globe_taken") and not _count(s, "web_hits"),
    "quiet": lambda s: s.story.holds("globe_taken") and not _count(s, "heard_by_her"),
    "cat_first": lambda s: s.story.holds("cat_thrown") and _count(s, "cat_throws") == 1,
    "right_hand": _flags("hand_crushed"),
    "stuck_five": _trees,
    "asked_all": _flags("asked_all"),
    "the_end": _flags(BEATS[-1].id),
}
"""Honour -> whether this story has earned it."""
LASTING: Mapping[str, int] = {
    "twelve_plates": ALL_PLATES,
    "nine_keepsakes": ALL_KEEPSAKES,
    "doll_all": len(DOLL_PLACES),
}
"""Honour -> how many of its kind must have been found in all books together."""


def honours(words: Words) -> list[str]:
    """All of them, in the order of the words."""
    return words.names("achievements.name")


class Watch:
    """Watches one session. What held before (a story begun in its middle takes much for granted) is not earned."""

    def __init__(self, session: Session) -> None:
        self._due = dict(HONOURS)
        if BEGUN_AT in session.story.notes:
            self._due = {name: rule for name, rule in HONOURS.items() if not rule(session)}
        self._was_near = False

    def tick(self, session: Session) -> tuple[str, ...]:
        """After a tick: what has just come true."""
        self._listen(session)
        return () if session.tick % EVERY_TICKS else self.look(session)

    def look(self, session: Session) -> tuple[str, ...]:
        """What has come true by now."""
        new = tuple(name for name, rule in self._due.items() if rule(session))
        for name in new:
            del self._due[name]
        return new

    def _listen(self, session: Session) -> None:
        """Behind the mirror: near a voice, and away from it again, is a wrong turn."""
        act = session.act
        if not isinstance(act, Ripples) or not session.is_free:
            self._was_near = False
        elif act.cold > NEAR:
            self._was_near = True
        elif self._was_near and act.cold < FAR:
            self._was_near = False
            if "three_voices" in self._due:
                del self._due["three_voices"]


def seen_places(flags: Collection[str]) -> list[str]:
    """Where the doll was seen, of DOLL_PLACES."""
    return [place for place in DOLL_PLACES if f"{SAW_DOLL}{place}" in flags]
