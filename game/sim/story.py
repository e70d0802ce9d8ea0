"""The story's skeleton and what it remembers: beats in their order, flags, counts, things, places.

BEATS is the ledger: which sentences of the plot a beat tells and on which map it plays. A beat is written in content/beats;
here stands only that it exists and when its turn has come. Three hunts may come in any order; everything else is a line.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Beat:
    """``sentences`` of the plot it covers (1..33), the ``map`` it begins on, the maps it ``also`` goes on in."""

    id: str
    chapter: int
    map: str
    sentences: tuple[int, ...]
    also: tuple[str, ...] = ()

    def plays_on(self, room: str) -> bool:
        """Whether it goes on when she comes (or loads) into that map."""
        return room == self.map or room in self.also


BEATS: tuple[Beat, ...] = (
    Beat("arrival", 1, "real/grounds", (1,)),
    Beat("ignored", 1, "real/flat_down", (2,)),
    Beat("wybie_met", 1, "real/orchard", (3,)),
    Beat("doll_given", 1, "real/grounds", (4,)),
    Beat("door_found", 1, "real/flat_down", (5,)),
    Beat("bricks", 1, "real/flat_down", (5,)),
    Beat("mouse_guide", 2, "real/flat_up", (6,), ("real/flat_down",)),
    Beat("portal", 2, "between/passage", (6,), ("real/flat_down", "other/flat_down")),
    Beat("other_dinner", 2, "other/flat_down", (7, 8)),
    Beat("woke_home", 2, "real/flat_up", (8,), ("other/flat_up", "real/flat_down")),
    Beat("twin_told", 3, "real/grounds", (9,)),
    Beat("bobinsky_warns", 3, "real/attic", (10,)),
    Beat("actresses_warn", 3, "real/basement", (10,)),
    Beat("other_wybie", 4, "other/grounds", (11,), ("other/flat_down",)),
    Beat("mouse_circus", 4, "other/attic", (11,), ("other/flat_up", "real/flat_up")),
    Beat("theatre_show", 5, "other/basement", (11,), ("other/flat_down", "other/grounds")),
    Beat("cat_speaks", 5, "other/orchard", (12,)),
    Beat("buttons_offered", 6, "other/flat_down", (13,)),
    Beat("still_there", 6, "other/flat_up", (14,), ("other/flat_down",)),
    Beat("she_turns", 6, "other/flat_down", (15,)),
    Beat("mirror_ghosts", 7, "between/mirror", (16, 17)),
    Beat("promise", 7, "between/mirror", (18,)),
    Beat("wybie_frees", 7, "between/mirror", (18,), ("other/flat_down", "between/passage", "real/flat_down")),
    Beat("parents_gone", 8, "real/flat_down", (19,), ("real/flat_up",)),
    Beat("stone_given", 8, "real/basement", (20, 21)),
    Beat("cat_joins", 9, "between/passage", (21,), ("real/flat_down",)),
    Beat("game_proposed", 9, "other/flat_down", (21,)),
    Beat("soul_house", 9, "other/flat_down", (22,), ("other/flat_up",)),
    Beat("soul_theatre", 9, "other/basement", (22,), ("other/grounds",)),
    Beat("soul_circus", 9, "other/attic", (22,), ("other/grounds",)),
    Beat("only_living_room", 9, "other/flat_down", (22,)),
    Beat("true_form", 10, "between/web", (23,)),
    Beat("ghost_advice", 10, "between/web", (24,)),
    Beat("beldam_tricked", 10, "between/web", (25,)),
    Beat("cat_thrown", 10, "between/web", (25,)),
    Beat("globe_taken", 10, "between/web", (25, 26)),
    Beat("beldam_chase", 10, "between/passage_long", (26,)),
    Beat("door_closed", 10, "real/flat_down", (26,)),
    Beat("parents_back", 11, "real/flat_down", (27,)),
    Beat("ghost_dream", 11, "between/dream", (28,), ("real/flat_up",)),
    Beat("hand_attacks", 11, "real/orchard", (29,)),
    Beat("wybie_arrives", 11, "real/orchard", (30,)),
    Beat("hand_crushed", 11, "real/orchard", (30,)),
    Beat("well_sealed", 11, "real/orchard", (31,)),
    Beat("party", 12, "real/grounds", (32,)),
    Beat("grandmother", 12, "real/grounds", (33,)),
    Beat("cat_vanishes", 12, "real/grounds", (33,)),
)
ANY_ORDER = ("soul_house", "soul_theatre", "soul_circus")
BEAT = {b.id: b for b in BEATS}


@dataclass
class Story:
    """What has happened so far, as far as anybody remembers. All of it is saved; ``log`` is only for reading back."""

    flags: dict[str, bool] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    items: list[str] = field(default_factory=list)
    areas: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    looked: list[str] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    places: dict[str, tuple[float, float]] = field(default_factory=dict)
    log: list[tuple[str, str]] = field(default_factory=list)
    version: int = 0
    _beat: str = ""
    _beat_at: tuple[int, int] = (-1, -1)

    def set(self, flag: str, on: bool = True) -> None:
        """Remembers a flag, or forgets it."""
        if on != (flag in self.flags):
            if on:
                self.flags[flag] = True
            else:
                del self.flags[flag]
            self.version += 1

    def holds(self, expression: str) -> bool:
        """Whether all of "a, !b" hold: flags by name, ``!`` for not set. Empty holds. "never" never does."""
        for part in expression.split(","):
            word = part.strip()
            if word and (word.lstrip("!") in self.flags) == word.startswith("!"):
                return False
        return True

    def count(self, what: str, by: int = 1) -> int:
        """Counts up and says how far it has got."""
        self.counts[what] = self.counts.get(what, 0) + by
        return self.counts[what]

    @property
    def beat(self) -> str:
        """The beat whose turn it is: the first that is not done; "" when the story is told."""
        at = (self.version, len(self.done))
        if at != self._beat_at:  # asked for some twenty times a tick
            self._beat_at = at
            self._beat = next((b.id for b in BEATS if b.id not in self.done), "")
        return self._beat

    @property
    def beats_now(self) -> tuple[str, ...]:
        """All whose turn it is: three while souls are looked for, one else."""
        now = self.beat
        if now in ANY_ORDER:
            return tuple(b for b in ANY_ORDER if b not in self.done)
        return (now,) if now else ()

    @property
    def chapter(self) -> int:
        now = self.beat
        return BEAT[now].chapter if now else BEATS[-1].chapter

    def may_begin(self, beat: str) -> bool:
        """Whether its turn has come. Raises KeyError for a beat that does not exist."""
        if beat in self.done:
            return False
        if beat in ANY_ORDER:
            return self.beat in ANY_ORDER
        return BEAT[beat].id == self.beat

    def end(self, beat: str) -> None:
        """The beat is done; its id becomes a flag."""
        if beat not in self.done:
            self.done.append(beat)
        self.set(beat)

    def has_begun(self, beat: str) -> bool:
        return f"began_{beat}" in self.flags
