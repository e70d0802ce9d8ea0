"""What the four beats of the night at the well share: who is there, what is cried in the fight, how a part begins and is kept."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from game.content.beats.boss_lines import cry_boss_line
from game.content.beats.verbs import Stage
from game.content.folk.people import make_person
from game.core.geometry import Facing, Vec
from game.core.script import Script
from game.sim.acts import HandFight
from game.sim.harm import limit, stitches, tries
from game.sim.parts import Look, Name, Place
from game.sim.session import Session

MAP = "real/orchard"
KEY = "key"
CRY_GAP_TICKS = 200
"""Between two remarks in passing."""
EASE = 2
"""So many stitches are free when a part begins."""


@dataclass
class Remarks:
    """What she and Wybie cry while they fight: one at a time, each list in turn, remarks on how it goes in between."""

    stage: Stage
    rest: int = 60
    hits: int = 0
    began: int = 0
    spare: set[str] = field(default_factory=set)

    def tick(self) -> None:
        self.rest = max(self.rest - 1, 0)

    def cry(self, who: str, moment: str, must: bool = False) -> bool:
        """The next of a moment's lines, over who says it; False when somebody has only just said something."""
        if self.rest and not must:
            return False
        session = self.stage.session
        key = self.stage.key(moment)
        keys = session.content.words.numbered(key)
        turn = session.story.count(f"cry.{key}") - 1
        return self.words(who, keys[turn % len(keys)])

    def words(self, who: str, key: str) -> bool:
        session = self.stage.session
        entity = session.actor_of(who)
        place = session.world.find(entity, Place) if entity else None
        here = session.place
        at = Vec(place.x, place.y) if place is not None and who != "narrator" else Vec(here.x, here.y)
        session.cry(who, key, at)
        self.rest = CRY_GAP_TICKS
        return True

    def boss(self, table: str, facts: Collection[str] = (), must: bool = False) -> bool:
        """A line about how she fights, if one holds."""
        if self.rest and not must:
            return False
        session = self.stage.session
        key = cry_boss_line(session, table, facts, self.spare)
        if not key:
            return False
        node = session.content.words.node(key)
        self.spare.add(str(node["when"]))  # said once a try
        self.rest = CRY_GAP_TICKS
        return True

    def facts(self) -> set[str]:
        """What holds of her fight so far."""
        session = self.stage.session
        hits = session.story.counts.get("hand_hits", 0)
        out = set()
        if not hits and not tries(session):
            out.add("hand_no_hits")
        if hits - self.began >= 2:
            out.add("hand_hits_2")
        return out


def remarks(stage: Stage) -> Remarks:
    """Those of a part that begins; tried again, it is remarked on."""
    out = Remarks(stage, began=stage.session.story.counts.get("hand_hits", 0))
    out.spare = {"used_stone", "used_apples"} - set()
    return out


def part(stage: Stage, name: str, at: Vec | None = None) -> HandFight:
    """The act for a part, under way; she has two stitches to lose at least."""
    session = stage.session
    if stitches(session) > max(limit(session) - EASE, 0) and not tries(session):
        session.story.counts["stitches"] = max(limit(session) - EASE, 0)
    act = HandFight.of(session, name, at)
    session.act = act
    return act


def over(stage: Stage, act: HandFight) -> None:
    """Takes the act away."""
    act.close(stage.session)
    if stage.session.act is act:
        stage.session.act = None


def keep(stage: Stage) -> Script:
    """A checkpoint, as soon as her hands are free: the beat goes on from there."""
    session = stage.session
    stage.keep()
    yield lambda: not session.wants_checkpoint


def wybie(stage: Stage, at: Vec, facing: Facing = Facing.LEFT, sheet: str = "wybie") -> int:
    """Wybie, there; on foot or on his bicycle."""
    session = stage.session
    entity = session.find("wybie")
    if entity and session.world.is_alive(entity):
        look = session.world.get(entity, Look)
        if look.sheet != sheet:
            look.sheet, look.anim, look.ticks, look.mood = sheet, "idle", 0, ""
        stage.bring("wybie", at, facing)
        return entity
    entity = session.bear(make_person(session, sheet, at, facing, "none", is_ghost=True))
    session.names["wybie"] = entity
    session.world.add(entity, Name("wybie"))
    return entity


def is_hand_boss(session: Session) -> bool:
    """Whether the fight is on."""
    return isinstance(session.act, HandFight)
