"""Flock: two dozen rats that are one animal, until there is cheese, or light.

``stream``  behind a head that runs its round     ``bait``   in a heap on whatever smells
``split``   every rat an opinion of its own       ``gather`` running together again
``away``    to their hole, one after the other    ``hid``    in it
Every rat is a small pymunk circle: they shove, jam and pile up by themselves. Here stands only what each of them wants.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.sim.acts.rats.ways import Ways
from game.sim.happenings import Heard
from game.sim.parts import Look, Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

SHEETS = ("rat_hat", "rat_hat_b", "rat_hat_g")
"""They have kept the hats."""
RADIUS = 4.6
LANES = 3
ROW_PX, LANE_PX = 12.0, 9.0
WEAVE_PX = 3.5
SPEED = 110.0
"""px/s of the head: 72 % of her run."""
CATCH_UP = 1.45
TURN_RAD = 0.085
"""The head bends its way by so much a tick: the flock goes in curves, like water."""
NEAR_PX = 30.0
"""Of a point of its round at which the next one is meant."""
PANIC_SPEED = 172.0
PANIC_LEAST, PANIC_MORE = 7, 16
"""Ticks that a frightened rat keeps to one way."""
SHY_PX = 46.0
"""Rats by themselves keep so far from her."""
HEAP_AT_PX = 30.0
GATHER_TICKS = 100
HOLE_PX = 15.0
BITES = 240
"""Rat-bites in a cheese, in units of a whole flock's ticks."""
FLOOR_RATS = 14
"""So many of a heap stand on the floor; the rest stand on those."""
TUMBLE_TICKS = 22
SQUEAKS_TICKS = 34


@dataclass
class Rat:
    """One of them. ``row`` px behind the head and ``lane`` px beside its way; ``turn`` ticks until it changes its mind."""

    entity: int
    row: float
    lane: float
    nerve: float
    turn: int = 0
    goal_x: float = 0.0
    goal_y: float = 0.0
    place: int = 0
    """Which of a heap's places it has."""
    is_in: bool = False
    """It has gone into the hole."""
    is_off: bool = False
    """It minds something else: it carries the medal, it is part of a man."""


@dataclass
class Flock:
    """See above. ``hole`` is where they live; ``ring`` the round they run."""

    ring: tuple[Vec, ...]
    hole: Vec
    speed: float = SPEED
    mood: str = "hid"
    since: int = 0
    """Ticks in this mood."""
    rats: list[Rat] = field(default_factory=list)
    head_x: float = 0.0
    head_y: float = 0.0
    way_x: float = 1.0
    way_y: float = 0.0
    run: float = 0.0
    """px the head has run."""
    trail: list[tuple[float, float, float]] = field(default_factory=list)
    """(run, x, y) of where the head has been."""
    at_point: int = 0
    goal: Vec | None = None
    """Where the head is called to, instead of its round."""
    fear: Vec = Vec(0, 0)
    split_left: int = 0
    hurry_left: int = 0
    bites: float = 0.0
    """What is left of the cheese they are at."""
    ways: Ways | None = field(default=None, repr=False, compare=False)

    # ---- who there is

    def born(self, session: Session, count: int) -> None:
        """Makes so many more of them, in the hole."""
        for _ in range(count):
            i = len(self.rats)
            look = Look(SHEETS[i * 5 % 3], "idle", ticks=i * 5, is_hidden=True, mood="held")
            place = Place(self.hole.x, self.hole.y, self.hole.x, self.hole.y)
            entity = session.world.born(place, Walker(RADIUS, is_ghost=True, is_small=True), look)
            session.bear(entity)
            rat = Rat(entity, 8.0 + (i // LANES) * ROW_PX, (i % LANES - (LANES - 1) / 2) * LANE_PX, session.fate.unit())
            rat.place, rat.is_in = i, True
            self.rats.append(rat)

    def bury(self, session: Session) -> None:
        for rat in self.rats:
            session.bury(rat.entity)
        self.rats.clear()

    def middle(self, session: Session) -> Vec:
        """Where most of them are."""
        out = [session.world.get(r.entity, Place) for r in self.rats if not r.is_in and not r.is_off]
        if not out:
            return self.hole
        return Vec(sum(p.x for p in out) / len(out), sum(p.y for p in out) / len(out))

    def near(self, session: Session, x: float, y: float, px: float) -> int:
        """How many of them are so near to a point."""
        places = (session.world.get(r.entity, Place) for r in self.rats if not r.is_in)
        return sum((p.x - x) ** 2 + (p.y - y) ** 2 <= px * px for p in places)

    @property
    def is_whole(self) -> bool:
        return self.mood in ("stream", "bait")

    @property
    def is_split(self) -> bool:
        return self.mood == "split"

    @property
    def now_speed(self) -> float:
        return self.speed * (1.1 if self.hurry_left else 1.0)

    # ---- what happens to them

    def become(self, mood: str) -> None:
        self.mood, self.since = mood, 0

    def pour_out(self, session: Session, toward: Vec | None = None) -> None:
        """Out of their hole, a rat at a time, and off on their round."""
        self.head_x, self.head_y = self.hole.x, self.hole.y
        self.run = 0.0
        self.trail = [(-400.0, self.hole.x, self.hole.y), (0.0, self.hole.x, self.hole.y)]
        self.at_point = min(range(len(self.ring)), key=lambda i: (self.ring[i] - (toward or self.hole)).length)
        self.goal = None
        self.become("stream")
        session.news.tell(Heard("rats_turn", self.hole.x, self.hole.y))

    def call(self, session: Session, goal: Vec, bites: float = BITES) -> None:
        """Something smells: the whole flock turns."""
        if self.mood != "stream":
            return
        self.goal, self.bites = goal, bites
        session.news.tell(Heard("rats_turn", self.head_x, self.head_y))

    def scare(self, session: Session, fear: Vec, ticks: int) -> None:
        """One animal becomes two dozen."""
        if self.mood in ("away", "hid"):
            return
        is_new = self.mood != "split"
        self.split_left = max(ticks, self.split_left)
        self.goal = None
        if not is_new:
            return
        middle = self.middle(session)
        self.fear = Vec(middle.x * 0.75 + fear.x * 0.25, middle.y * 0.75 + fear.y * 0.25)
        self.become("split")
        for rat in self.rats:
            rat.turn = 0
            place = session.world.get(rat.entity, Place)
            if place.lift > 0:
                session.space.haunt(rat.entity, False)
        session.news.tell(Heard("mouse_squeak", fear.x, fear.y))
        session.news.tell(Heard("rats_turn", fear.x, fear.y))

    def send_away(self, session: Session) -> None:
        """Home, all of them."""
        if self.mood != "hid":
            self.become("away")
            self.goal = None
            for rat in self.rats:
                session.space.haunt(rat.entity, rat.is_in)

    # ---- a tick

    def tick(self, session: Session) -> None:
        """What each wants now."""
        self.since += 1
        self.hurry_left = max(self.hurry_left - 1, 0)
        getattr(self, f"_{self.mood}")(session)
        self._squeak(session)

    def rest(self, session: Session) -> None:
        """Somebody talks: they sit where they are."""
        for rat in self.rats:
            walker = session.world.get(rat.entity, Walker)
            walker.wish_x = walker.wish_y = 0.0
            if not rat.is_off:
                self.dress(session, rat, "idle" if rat.nerve < 0.7 else "stand")

    def _hid(self, session: Session) -> None:
        for rat in self.rats:
            if not rat.is_off:
                self.into_hole(session, rat)

    def _away(self, session: Session) -> None:
        left = 0
        for rat in self.rats:
            if rat.is_off or rat.is_in:
                continue
            left += 1
            place = session.world.get(rat.entity, Place)
            self.settle(session, rat, place)
            if math.hypot(place.x - self.hole.x, place.y - self.hole.y) < HOLE_PX or self.since > 600:
                self.into_hole(session, rat)
                session.news.tell(Heard("mouse_step", place.x, place.y, 0.4))
                continue
            to = self.ways.next(place.x, place.y, self.hole) if self.ways else self.hole
            self.want(session, rat, to, PANIC_SPEED * (0.8 + 0.3 * rat.nerve))
        if not left:
            self.become("hid")

    def into_hole(self, session: Session, rat: Rat) -> None:
        walker = session.world.get(rat.entity, Walker)
        walker.wish_x = walker.wish_y = 0.0
        if not rat.is_in:
            rat.is_in = True
            session.world.get(rat.entity, Look).is_hidden = True
            session.space.haunt(rat.entity, True)
            place = session.world.get(rat.entity, Place)
            place.lift = 0.0
            session.space.move(rat.entity, self.hole.x, self.hole.y)

    def out_of_hole(self, session: Session, rat: Rat) -> None:
        """It is seen again, where it is."""
        if rat.is_in:
            rat.is_in = False
            session.world.get(rat.entity, Look).is_hidden = False
            session.space.haunt(rat.entity, False)

    def _stream(self, session: Session) -> None:
        self._lead(session)
        for rat in self.rats:
            if rat.is_off:
                continue
            if rat.is_in:
                if self.run < rat.row - 4:
                    continue
                self.out_of_hole(session, rat)
            place = session.world.get(rat.entity, Place)
            self.settle(session, rat, place)
            x, y, way_x, way_y = self._on_trail(rat.row)
            weave = rat.lane + WEAVE_PX * math.sin(self.run * 0.045 + rat.nerve * 6.28)
            self.want(session, rat, Vec(x - way_y * weave, y + way_x * weave), self.now_speed * CATCH_UP, 7.0)
        if self.goal is not None and math.hypot(self.head_x - self.goal.x, self.head_y - self.goal.y) < HEAP_AT_PX:
            self.become("bait")

    def _lead(self, session: Session) -> None:
        """The head goes on: its round, or to where it is called."""
        if self.goal is not None:
            to = self.ways.next(self.head_x, self.head_y, self.goal) if self.ways else self.goal
            bend = TURN_RAD * 2.2
        else:
            to, bend = self.ring[self.at_point], TURN_RAD
            if math.hypot(to.x - self.head_x, to.y - self.head_y) < NEAR_PX:
                self.at_point = (self.at_point + 1) % len(self.ring)
                to = self.ring[self.at_point]
        dx, dy = to.x - self.head_x, to.y - self.head_y
        off = math.atan2(self.way_x * dy - self.way_y * dx, self.way_x * dx + self.way_y * dy)
        turn = min(max(off, -bend), bend)
        c, s = math.cos(turn), math.sin(turn)
        self.way_x, self.way_y = self.way_x * c - self.way_y * s, self.way_x * s + self.way_y * c
        step = self.now_speed / 60 * (0.6 if abs(off) > 1.2 else 1.0)
        self.head_x += self.way_x * step
        self.head_y += self.way_y * step
        self.run += step
        self.trail.append((self.run, self.head_x, self.head_y))
        if len(self.trail) > 420:
            del self.trail[:120]

    def _on_trail(self, behind: float) -> tuple[float, float, float, float]:
        """(x, y, way) of the point so many px behind the head."""
        at = self.run - behind
        i = min(max(bisect_left(self.trail, (at, 0.0, 0.0)), 1), len(self.trail) - 1)
        r0, x0, y0 = self.trail[i - 1]
        r1, x1, y1 = self.trail[i]
        k = min(max((at - r0) / (r1 - r0 or 1.0), 0.0), 1.0)
        n = math.hypot(x1 - x0, y1 - y0) or 1.0
        return x0 + (x1 - x0) * k, y0 + (y1 - y0) * k, (x1 - x0) / n, (y1 - y0) / n

    def _bait(self, session: Session) -> None:
        """A heap: some on the floor round it, the rest on top of those, and now and then one falls off."""
        goal = self.goal
        if goal is None:
            self.gather(session)
            return
        if self.since % TUMBLE_TICKS == 0:
            self._tumble()
        eats = 0
        for rat in self.rats:
            if rat.is_off or rat.is_in:
                continue
            place = session.world.get(rat.entity, Place)
            x, y, z = _heap(rat.place, self.since, rat.nerve)
            spot = Vec(goal.x + x, goal.y + y)
            d = math.hypot(place.x - spot.x, place.y - spot.y)
            climbs = z > 0 and d < 26
            session.space.haunt(rat.entity, climbs)
            self.settle(session, rat, place, z if climbs and d < 12 else 0.0)
            self.want(session, rat, spot, self.now_speed * CATCH_UP, 8.0)
            if d < 12:
                eats += 1
                anim = "climb" if climbs else "eat"
                self.dress(session, rat, anim, Facing.of(goal.x - place.x, goal.y - place.y - 0.1))
        if eats >= 6:
            self.bites -= eats / max(len(self.rats), 1)
        if self.bites <= 0 or self.since > BITES * 3:
            self.gather(session)

    def _tumble(self) -> None:
        """Who was on top is at the bottom: places change hands."""
        high = [r for r in self.rats if r.place >= FLOOR_RATS]
        low = [r for r in self.rats if r.place < FLOOR_RATS]
        if high and low:
            n = self.since // TUMBLE_TICKS
            a, b = high[(n * 5) % len(high)], low[(n * 3) % len(low)]
            a.place, b.place = b.place, a.place

    def gather(self, session: Session) -> None:
        """They run together again, to where most of them are."""
        self.goal = None
        at = self.middle(session)
        cell = self.ways.near(at.x, at.y) if self.ways else (0, 0)
        if self.ways:
            at = Vec((cell[0] + 0.5) * 16, (cell[1] + 0.5) * 16)
        self.head_x, self.head_y, self.run = at.x, at.y, 0.0
        self.at_point = min(range(len(self.ring)), key=lambda i: (self.ring[i] - at).length)
        to = self.ring[self.at_point] - at
        n = to.length or 1.0
        self.way_x, self.way_y = to.x / n, to.y / n
        self.trail = [(-1.0, at.x - self.way_x, at.y - self.way_y), (0.0, at.x, at.y)]
        for rat in self.rats:
            session.space.haunt(rat.entity, rat.is_in)
        self.become("gather")

    def _gather(self, session: Session) -> None:
        there = 0
        for i, rat in enumerate(self.rats):
            if rat.is_off or rat.is_in:
                there += 1
                continue
            place = session.world.get(rat.entity, Place)
            self.settle(session, rat, place)
            a = i * 2.39996
            spot = Vec(self.head_x + math.cos(a) * (4 + i * 0.9), self.head_y + math.sin(a) * (3 + i * 0.7))
            d = math.hypot(place.x - spot.x, place.y - spot.y)
            there += d < 22
            to = spot if d < 60 or self.ways is None else self.ways.next(place.x, place.y, spot)
            self.want(session, rat, to, self.now_speed * CATCH_UP, 6.0)
        if there >= len(self.rats) - 2 or self.since > GATHER_TICKS:
            self.become("stream")

    def _split(self, session: Session) -> None:
        """Everybody for himself."""
        self.split_left -= 1
        her = session.place
        for rat in self.rats:
            if rat.is_off or rat.is_in:
                continue
            place = session.world.get(rat.entity, Place)
            walker = session.world.get(rat.entity, Walker)
            self.settle(session, rat, place)
            rat.turn -= 1
            is_stuck = rat.turn < PANIC_LEAST + PANIC_MORE - 6 and math.hypot(walker.vx, walker.vy) < 24
            if rat.turn <= 0 or is_stuck:
                self._change_mind(session, rat, place, her)
            tired = 1.0 if self.since < 90 else 0.62
            self.want(session, rat, Vec(rat.goal_x, rat.goal_y), PANIC_SPEED * tired * (0.75 + 0.4 * rat.nerve), 9.0)
            if rat.turn < 3 and rat.nerve > 0.6 and self.since > 40:
                self.dress(session, rat, "stand")
        if self.split_left <= 0:
            self.gather(session)

    def _change_mind(self, session: Session, rat: Rat, place: Place, her: Place) -> None:
        """Off, away from the light at first, then anywhere, but never at her."""
        fate = session.fate
        rat.turn = PANIC_LEAST + fate.below(PANIC_MORE)
        fear = self.fear
        if math.hypot(place.x - her.x, place.y - her.y) < SHY_PX:
            fear = Vec(her.x, her.y)
        d = math.hypot(place.x - fear.x, place.y - fear.y)
        away = math.atan2(place.y - fear.y, place.x - fear.x) if d > 1 else fate.between(-3.14, 3.14)
        wide = 0.7 if d < 70 else 1.4 if d < 150 else 3.1
        a = away + fate.between(-wide, wide)
        if d > 210:  # not out of the picture, if it can be helped
            a = away + math.pi + fate.between(-1.2, 1.2)
        rat.goal_x, rat.goal_y = place.x + math.cos(a) * 90, place.y + math.sin(a) * 90

    # ---- a rat

    def want(self, session: Session, rat: Rat, to: Vec, most: float, keen: float = 8.0) -> None:
        """Runs there, and shows it."""
        place, walker = session.world.get(rat.entity, Place), session.world.get(rat.entity, Walker)
        dx, dy = to.x - place.x, to.y - place.y
        d = math.hypot(dx, dy)
        speed = min(d * keen, most)
        k = speed / d if d > 0.01 else 0.0
        walker.wish_x, walker.wish_y = dx * k, dy * k
        runs = math.hypot(walker.vx, walker.vy) > 22
        if runs:
            anim = "panic" if self.mood == "split" else "run"
            self.dress(session, rat, anim, Facing.of(walker.vx, walker.vy, place.facing))
        elif speed < 20:
            self.dress(session, rat, "idle")

    def dress(self, session: Session, rat: Rat, anim: str, facing: Facing | None = None) -> None:
        look = session.world.get(rat.entity, Look)
        if look.anim != anim:
            look.anim, look.ticks = anim, rat.place * 3 % 20
        if facing is not None:
            session.world.get(rat.entity, Place).facing = facing

    @staticmethod
    def settle(session: Session, rat: Rat, place: Place, high: float = 0.0) -> None:
        """Up onto a heap in a scramble, down from it at once."""
        place.lift += (high - place.lift) * (0.16 if high > place.lift else 0.3)
        if place.lift < 0.3 and not high:
            place.lift = 0.0

    def _squeak(self, session: Session) -> None:
        if self.mood == "hid" or self.since % SQUEAKS_TICKS:
            return
        at = self.middle(session)
        if self.mood in ("split", "bait"):
            session.news.tell(Heard("mouse_squeak", at.x, at.y, 0.55))
        session.news.tell(Heard("rat_chitter", at.x, at.y, 0.7))


def _heap(place: int, since: int, nerve: float) -> tuple[float, float, float]:
    """Where the n-th rat of a heap is: (x, y) from its middle, z up."""
    wobble = math.sin(since * 0.35 + nerve * 12.0)
    if place < FLOOR_RATS:
        first = place < 6
        a = place * (math.tau / 6) if first else (place - 6) * (math.tau / 8) + 0.4
        r = 9.0 if first else 19.0
        return math.cos(a) * r + wobble, math.sin(a) * r * 0.8, 0.0
    k = place - FLOOR_RATS
    if k < 6:
        a = k * (math.tau / 6) + 0.5
        return math.cos(a) * 9.0 + wobble, math.sin(a) * 6.0 + 2.0, 8.0 + wobble
    if k < 9:
        a = k * (math.tau / 3)
        return math.cos(a) * 4.5 + wobble, math.sin(a) * 3.0 + 3.0, 16.0 + wobble
    return (k % 3 - 1) * 2.0 + wobble, 3.5, 23.0 + 6.0 * (k - 9) / 3 + wobble
