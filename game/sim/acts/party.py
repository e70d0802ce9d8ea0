"""The party: what she carries has something in it, who goes with her looks where she looks, and chairs know where they belong.

Nothing here can be failed. Ginger beer slops when one turns on one's heel with it; the cloth was going to be washed anyway.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.sim.acts.act import Act
from game.sim.happenings import Heard
from game.sim.parts import Hero, Name, Place, Prompt, Pushable, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

TRAY, CAKE, CAN = "tray", "cake_plate", "party_can"
BEER_TABLE, CAKE_TABLE, BED = "trestle_beer", "trestle_cake", "bed_dug"
REACH_PX, TABLE_PX = 46.0, 40.0
HEIGHTS = {"bobinsky": 66.0, "mice": 20.0}
HEIGHT_PX = 54.0
SPRING, DAMPING = 0.0121, 0.055
"""Of what is in three glasses: it swings at about the pace of a step."""
BRIM_PX = 20.0
"""Further than this it is over."""
SPILL_REST_TICKS = 70
DROPS = 24
SEATS = ("seat_1", "seat_2", "seat_3")
SEAT_PX = 44.0
CHAIRS = ("party_chair_1", "party_chair_2", "party_chair_3")
BESIDE_PX, NEAR_PX = 44.0, 34.0
WALKS, HURRIES = 92.0, 150.0
TRAIL = 40
REMARK_TICKS = 30
REMARKS_REST_TICKS = 420


@dataclass
class Party(Act):
    """``poured`` and ``caked``: who has had theirs. ``company`` walks with her ("" nobody). ``slosh_x/y`` px, on the tray."""

    poured: list[str] = field(default_factory=list)
    caked: list[str] = field(default_factory=list)
    guests: tuple[str, ...] = ()
    thirsty: tuple[str, ...] = ()
    """Those of them who have a glass."""
    company: str = ""
    trail: list[Vec] = field(default_factory=list)
    slosh_x: float = 0.0
    slosh_y: float = 0.0
    slosh_vx: float = 0.0
    slosh_vy: float = 0.0
    was_vx: float = 0.0
    was_vy: float = 0.0
    spills: int = 0
    rest: int = 0
    drops: list[tuple[int, float, float]] = field(default_factory=list)
    remark: int = 0
    remarks_rest: int = 0
    looked: Vec | None = None

    # ---- what hands do

    def carried(self, session: Session) -> str:
        """The name of what she carries, "" for nothing."""
        entity = session.world.get(session.hero, Hero).carries
        name = session.world.find(entity, Name) if entity else None
        return name.name if name is not None else ""

    def offers(self, session: Session) -> Prompt | None:
        what = self.carried(session)
        if what == TRAY:
            return self._guest(session, self.thirsty, self.poured, "pour") or self._table(session, BEER_TABLE)
        if what == CAKE:
            return self._guest(session, self.guests, self.caked, "give") or self._table(session, CAKE_TABLE)
        if what == CAN and session.story.holds("packet_sown,!packet_watered"):
            return self._table(session, BED, "pour")
        return None

    def answers(self, session: Session, prompt: Prompt) -> None:
        what = self.carried(session)
        if prompt.verb == "put_down":
            session.run("party_put_back", prompt.entity)
        elif what == TRAY:
            session.run("party_pour", prompt.entity)
        elif what == CAKE:
            session.run("party_give", prompt.entity)
        else:
            session.run("party_water", prompt.entity)

    def _guest(self, session: Session, who_may: tuple[str, ...], had: list[str], verb: str) -> Prompt | None:
        """Whoever is nearest, before her, and has had none."""
        her = session.place
        best: tuple[float, str] | None = None
        for who in who_may:
            entity = session.find(who)
            if not entity or who in had:
                continue
            at = session.world.get(entity, Place)
            d = math.hypot(at.x - her.x, at.y - her.y)
            ahead = ((at.x - her.x) * her.facing.way.x + (at.y - her.y) * her.facing.way.y) / (d or 1.0)
            if d < REACH_PX and (ahead > 0.2 or d < 20) and (best is None or (d, who) < best):
                best = (d, who)
        if best is None:
            return None
        entity = session.find(best[1])
        at = session.world.get(entity, Place)
        top = min(at.y - HEIGHTS.get(best[1], HEIGHT_PX), her.y - HEIGHT_PX if at.y > her.y else at.y)
        return Prompt(verb, entity, at.x, top)

    def _table(self, session: Session, name: str, verb: str = "put_down") -> Prompt | None:
        entity = session.find(name)
        thing = next((t for t in session.room.things if t.name == name), None)
        if not entity or thing is None:
            return None
        her = session.place
        foot = thing.solids[0] if thing.solids else thing.box
        if foot.distance(her.x, her.y) > TABLE_PX:
            return None
        return Prompt(verb, entity, foot.middle.x, foot.y - 24)

    # ---- a tick

    def stands_by(self, session: Session) -> None:
        """Whoever goes with her stands while somebody talks, and looks at what is looked at."""
        self._stop(session)
        if session.talk is not None and session.talk.key.startswith("things.") and self.looked is None:
            self.looked = Vec(session.place.x, session.place.y) + session.place.facing.way * 30.0
            if not self.remarks_rest:
                self.remark, self.remarks_rest = REMARK_TICKS, REMARKS_REST_TICKS
        self._calm()

    def tick(self, session: Session) -> None:
        self.rest = max(self.rest - 1, 0)
        self._slop(session)
        self._chairs(session)
        self._goes_along(session)

    def _slop(self, session: Session) -> None:
        walker = session.world.get(session.hero, Walker)
        if self.carried(session) != TRAY:
            self._calm()
            self.was_vx, self.was_vy = walker.vx, walker.vy
            return
        ax, ay = (walker.vx - self.was_vx) / 60, (walker.vy - self.was_vy) / 60
        self.was_vx, self.was_vy = walker.vx, walker.vy
        self.slosh_vx += -ax - SPRING * self.slosh_x - DAMPING * self.slosh_vx
        self.slosh_vy += -ay - SPRING * self.slosh_y - DAMPING * self.slosh_vy
        self.slosh_x += self.slosh_vx
        self.slosh_y += self.slosh_vy
        if math.hypot(self.slosh_x, self.slosh_y) > BRIM_PX and not self.rest:
            self._spill(session)

    def _calm(self) -> None:
        self.slosh_x *= 0.9
        self.slosh_y *= 0.9
        self.slosh_vx *= 0.8
        self.slosh_vy *= 0.8

    def _spill(self, session: Session) -> None:
        place = session.place
        self.spills += 1
        self.rest = SPILL_REST_TICKS
        session.story.set("party_spilled")
        session.news.tell(Heard("splat", place.x, place.y, 0.6))
        far = math.hypot(self.slosh_x, self.slosh_y)
        for n in range(4):
            k = 14 + 9 * n
            self.drops.append(
                (session.tick, place.x + self.slosh_x / far * k, place.y + 6 + self.slosh_y / far * k * 0.6)
            )
        del self.drops[:-DROPS]
        self.slosh_vx = self.slosh_vy = 0.0
        self.slosh_x *= 0.3
        self.slosh_y *= 0.3

    def _chairs(self, session: Session) -> None:
        """Put down on one of the chalk marks, it is a seat."""
        for chair in CHAIRS:
            entity = session.find(chair)
            push = session.world.find(entity, Pushable) if entity else None
            if push is None or push.is_carried:
                continue
            place = session.world.get(entity, Place)
            free = [s for s in SEATS if f"chair_at_{s}" not in session.story.flags and s in session.room.spots]
            near = [(session.room.spots[s].box.distance(place.x, place.y), s) for s in free]
            if near and min(near)[0] < SEAT_PX:
                session.story.set(f"chair_at_{min(near)[1]}")
                session.story.set(f"{chair}_set")
                session.news.tell(Heard("wood_thud", place.x, place.y, 0.6))

    # ---- company

    def _stop(self, session: Session) -> None:
        entity = session.find(self.company) if self.company else 0
        if entity:
            walker = session.world.get(entity, Walker)
            walker.wish_x = walker.wish_y = 0.0

    def _goes_along(self, session: Session) -> None:
        """On her heels, by the way she went; and turned to whatever she looks at."""
        entity = session.find(self.company) if self.company else 0
        if not entity:
            return
        world, her = session.world, session.place
        place, walker = world.get(entity, Place), world.get(entity, Walker)
        here = Vec(her.x, her.y)
        if not self.trail or (here - self.trail[-1]).length > 12:
            self.trail.append(here)
            del self.trail[:-TRAIL]
        self.remarks_rest = max(self.remarks_rest - 1, 0)
        if self.remark:
            self.remark -= 1
            if not self.remark:
                self._remarks(session, Vec(place.x, place.y))
        far = math.hypot(her.x - place.x, her.y - place.y)
        while self.trail and math.hypot(self.trail[0].x - place.x, self.trail[0].y - place.y) < 10:
            self.trail.pop(0)
        if far < BESIDE_PX or not self.trail or session.locks:
            walker.wish_x = walker.wish_y = 0.0
            to = self.looked if self.looked is not None and far < BESIDE_PX + 30 else here
            if far > 4:
                place.facing = Facing.of(to.x - place.x, to.y - place.y)
            return
        self.looked = None
        goal = self.trail[0]
        d = goal - Vec(place.x, place.y)
        speed = HURRIES if far > 110 else WALKS
        walker.wish_x, walker.wish_y = d.x / (d.length or 1) * speed, d.y / (d.length or 1) * speed
        place.facing = Facing.of(walker.wish_x, walker.wish_y)

    def _remarks(self, session: Session, at: Vec) -> None:
        keys = session.content.words.numbered(f"barks.{self.company}_party")
        if keys and session.talk is None:
            turn = session.story.count("mel_looked") - 1
            session.cry(self.company, keys[turn % len(keys)], at)
