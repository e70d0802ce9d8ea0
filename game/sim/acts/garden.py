"""The game in the other garden: throw at buckets and pumpkins, dodge what he throws, throw it back. Nobody can lose it.

``throw``  three targets that stand, three hits          ``slide``  the same, up and down
``dodge``  ten throws out of the ring of flowers, told 48, 40, then 30 ticks before; six she must be rid of
``both``   he throws soft balls; three of them back at him
She may walk away from any of them: after a while that one is over too. Balls that lie about come back by themselves, like dogs.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Box, Facing, Vec
from game.sim.acts.act import Act
from game.sim.acts.circus import move_furniture
from game.sim.happenings import Heard, Landed, Splashed, Struck, Threw, Told
from game.sim.parts import Flight, Follower, Furniture, Hero, Look, Name, Person, Place, Pushable, Target, Walker
from game.sim.systems.dodge import reaches
from game.sim.systems.throw import let_fly

if TYPE_CHECKING:
    from game.sim.session import Session

TARGETS = ("target_1", "target_2", "target_3")
BALLS = ("soft_ball_1", "soft_ball_2", "soft_ball_3")
HITS = 3
TARGET_UP, TARGET_RADIUS = 40.0, 17.0
SLIDE_PX, SLIDE_TICKS = 32.0, 180
"""So far up and down from its place, there and back in so many ticks."""
MENDS_TICKS = 70
HOME_PX, HOME_AFTER_TICKS = 70.0, 50
TOLD_TICKS = (48, 48, 48, 40, 40, 40, 36, 36, 30, 54)
"""Of each throw, before it: the fair warning. The last is the great pumpkin."""
LEAST_TOLD = 24
LEADS_FROM = 3
"""From this throw on he aims where she will be."""
THROWS, DODGES = 10, 6
PUMPKIN_SPEED, GREAT_SPEED = 190.0, 140.0
PUMPKIN_PX, GREAT_PX = 9.0, 22.0
PAUSE_TICKS, FIRST_PAUSE = 64, 90
PAST_HER_PX = 110.0
"""A throw is meant to go through her, and on."""
FAN_RAD = 0.34
SECOND_TICKS = 18
WALK_SPEED = 96.0
AWAY_PX, AWAY_TICKS = 190.0, 240
LIE_MOST = 4
"""Soft balls that may lie about in the last game."""


NOWHERE = Box(0, 0, 0, 0)


@dataclass
class Wave:
    """One of his throws: ``entities`` under way; ``hit`` whether any of it was felt."""

    number: int
    entities: tuple[int, ...] = ()
    hit: bool = False


@dataclass
class Garden(Act):
    """``part``: throw, slide, dodge or both; ``result``: "" while it is on, then done or left."""

    part: str = "throw"
    wybie: int = 0
    since: int = 0
    result: str = ""
    line: Box = NOWHERE
    ground: Box = NOWHERE
    """Where the part is played: farther off she has walked away."""
    ring: tuple[Vec, ...] = ()
    starred: tuple[str, ...] = ()
    """Targets hit in this part."""
    homes: dict[str, tuple[float, float]] = field(default_factory=dict)
    away_ticks: int = 0
    windup: int = 0
    """Ticks until he lets go, 0 = he is not at it."""
    told: int = 0
    """How long that warning is in all."""
    pause: int = FIRST_PAUSE
    aim_x: float = 0.0
    aim_y: float = 0.0
    second: int = 0
    thrown: int = 0
    dodged: int = 0
    felt: int = 0
    hits: int = 0
    waves: list[Wave] = field(default_factory=list)
    made: int = 0
    misses: int = 0
    spent: list[int] = field(default_factory=list)
    """Balls whose throw has been counted: what they do after that, rolling, is no miss."""
    seen: dict[str, int] = field(default_factory=dict)
    """Hits of each target that have been counted."""
    whole: dict[str, str] = field(default_factory=dict)
    """What the targets that are hit just now look like otherwise."""

    # ---- begin and end

    def open(self, session: Session) -> None:
        """Sets out what is played with."""
        if self.part in ("throw", "slide"):
            for name in TARGETS:
                entity = session.find(name)
                if entity:
                    session.world.add(entity, Target(TARGET_RADIUS, TARGET_UP))
                    session.space.remove(entity)
        else:
            self.is_hushed = self.part == "dodge"  # nothing to be looked at while pumpkins fly
            session.space.haunt(self.wybie, True)
            points = self.ring
            place = session.world.get(self.wybie, Place)
            first = min(range(len(points)), key=lambda i: (points[i] - Vec(place.x, place.y)).length)
            session.world.add(self.wybie, Follower(points, "loop", WALK_SPEED, 0, index=first))
            if self.part == "both":
                session.world.add(self.wybie, Target(15.0, 26.0, stun=40))

    def close(self, session: Session, result: str) -> None:
        """Puts everything back."""
        self.result, self.is_over = result, True
        for name in TARGETS:
            entity = session.find(name)
            if entity and session.world.has(entity, Target):
                session.world.drop(entity, Target)
                move_furniture(session, entity, Vec(0, 0))
                self._dress(session, name, False)
                session.space.add(entity, session.world)
        hero = session.world.get(session.hero, Hero)
        for entity, called, _ in session.world.each(Name, Pushable):
            if called.name.startswith("thrown_"):
                hero.carries = 0 if hero.carries == entity else hero.carries
                session.bury(entity)
        for kind in (Follower, Target):
            session.world.drop(self.wybie, kind)
        walker = session.world.get(self.wybie, Walker)
        walker.wish_x = walker.wish_y = 0.0
        session.space.haunt(self.wybie, False)
        self._rest(session)

    # ---- a tick

    def tick(self, session: Session) -> None:
        """One tick of whichever game is on."""
        if self.is_over:
            return
        self.since += 1
        if self.since == 1:
            self.open(session)
        if self.is_hushed:
            session.prompt = None
        if self._has_left(session):
            self.close(session, "left")
            return
        if self.part in ("throw", "slide"):
            self._targets(session)
            self._balls_come_home(session)
            if len(self.starred) >= HITS:
                self.close(session, "done")
            return
        self._he_throws(session)
        self._what_flies(session)
        if self.part == "dodge" and self.thrown >= THROWS and self.dodged >= DODGES and not self.waves:
            self.close(session, "done")
        if self.part == "both":
            self._thrown_back(session)
            if self.hits >= HITS:
                self.close(session, "done")

    def _has_left(self, session: Session) -> bool:
        """Away for four seconds: she has had enough."""
        place = session.place
        is_away = self.ground.distance(place.x, place.y) > AWAY_PX
        self.away_ticks = self.away_ticks + 1 if is_away else 0
        return self.away_ticks > AWAY_TICKS

    # ---- throwing at targets

    def _targets(self, session: Session) -> None:
        for i, name in enumerate(TARGETS):
            entity = session.find(name)
            if not entity:
                continue
            if self.part == "slide":
                k = (self.since / SLIDE_TICKS + i / 3) % 1.0
                off = SLIDE_PX * (4 * abs(k - 0.5) - 1)
                move_furniture(session, entity, Vec(0, off))
            target = session.world.get(entity, Target)
            if session.tick - target.hit_tick == MENDS_TICKS:
                self._dress(session, name, False)
                session.news.tell(Heard("page_tick", session.world.get(entity, Place).x, session.place.y, 0.5))
            if target.hits > self.seen.get(name, 0):  # also what was hit while somebody spoke
                self.seen[name] = target.hits
                self._hit_target(session, name)
        self._count_misses(session)

    def _count_misses(self, session: Session) -> None:
        """A throw of hers that comes to the ground or to a wall before it came to anybody."""
        for threw in session.news.of(Threw):
            if threw.entity in self.spent:
                self.spent.remove(threw.entity)
        for struck in session.news.of(Struck):
            self._ends_throw(session, struck.entity, bool(struck.whom))
        for landed in session.news.of(Landed):
            self._ends_throw(session, landed.entity, landed.breaks)

    def _ends_throw(self, session: Session, entity: int, is_hit: bool) -> None:
        flight = session.world.find(entity, Flight)
        is_hers = flight is not None and flight.by == session.hero
        if entity not in self.spent:
            self.spent.append(entity)
            self.misses += is_hers and not is_hit

    def _hit_target(self, session: Session, name: str) -> None:
        place = session.world.get(session.find(name), Place)
        self._dress(session, name, True)
        kind = "bucket" if name == TARGETS[0] else "pumpkin"
        session.news.tell(Splashed(place.x, place.y, TARGET_UP, kind))
        session.news.tell(Heard("pan_ring" if kind == "bucket" else "splat", place.x, place.y))
        if name not in self.starred:
            self.starred = (*self.starred, name)
            session.news.tell(Heard("chime_small", place.x, place.y, 0.8))
            self._pose(session, "clap")

    def _balls_come_home(self, session: Session) -> None:
        """What lies far from where it was gets up and comes back: in this garden balls have been told to."""
        for name in BALLS:
            entity = session.find(name)
            spot = session.room.spots.get(name.removeprefix("soft_"))
            if not entity or spot is None or session.world.has(entity, Flight):
                continue
            place, push = session.world.get(entity, Place), session.world.get(entity, Pushable)
            home = spot.box.middle
            far = math.hypot(place.x - home.x, place.y - home.y)
            lies = not push.is_carried and math.hypot(push.vx, push.vy) < 12
            key = f"lies_{name}"
            waited, _ = self.homes.get(key, (0.0, 0.0))
            self.homes[key] = (waited + 1, 0.0) if lies and far > HOME_PX else (0.0, 0.0)
            if self.homes[key][0] > HOME_AFTER_TICKS:
                self.homes[key] = (0.0, 0.0)
                let_fly(session, entity, home.x, home.y, 300.0, by=self.wybie, arc=0.26)
                session.world.get(entity, Flight).bounces = 1  # it hurts nobody on its way

    # ---- what he throws

    def _he_throws(self, session: Session) -> None:
        place = session.world.get(self.wybie, Place)
        follower = session.world.find(self.wybie, Follower)
        if follower is None:
            return
        if self.second:
            self.second -= 1
            if self.second == 0:
                self._point(session)
                self._release(session, self.waves[-1] if self.waves else Wave(self.thrown))
        if self.windup:
            self.windup -= 1
            if self.windup > self.told // 3:
                self._point(session)
            place.facing = Facing.of(self.aim_x - place.x, self.aim_y - place.y, place.facing)
            session.world.get(self.wybie, Person).home_facing = place.facing
            if self.windup == 0:
                self._let_go(session)
            return
        if self.pause:
            self.pause -= 1
            return
        if self.part == "dodge" and (self.thrown >= THROWS and self.dodged + len(self.waves) >= DODGES):
            return
        if not self.ground.grown(40).holds(session.place.x, session.place.y):
            return  # he waits until she is in the ring
        follower.is_on = False
        n = self.thrown if self.thrown < THROWS else 1
        told = TOLD_TICKS[n] if self.part == "dodge" else 40
        self.told = self.windup = max(round(told * session.rules.windup), LEAST_TOLD)
        self._point(session)
        self._pose(session, "aim")
        session.news.tell(Told(place.x, place.y, self.told, n == THROWS - 1 and self.part == "dodge"))
        session.news.tell(Heard("wind_up", place.x, place.y, 0.9))

    def _point(self, session: Session) -> None:
        """Where he means to hit her: later on, where she will be."""
        her, walker = session.place, session.world.get(session.hero, Walker)
        place = session.world.get(self.wybie, Place)
        self.aim_x, self.aim_y = her.x, her.y
        if self.part == "dodge" and LEADS_FROM <= self.thrown < THROWS:
            ticks = math.hypot(her.x - place.x, her.y - place.y) / PUMPKIN_SPEED
            self.aim_x += walker.vx * ticks * 0.8
            self.aim_y += walker.vy * ticks * 0.8

    def _let_go(self, session: Session) -> None:
        wave = Wave(self.thrown)
        self.waves.append(wave)
        self.thrown += 1
        self._pose(session, "throw")
        self._release(session, wave)
        if self.part == "dodge" and wave.number in (6, 7):
            self.second = SECOND_TICKS
        follower = session.world.find(self.wybie, Follower)
        if follower is not None:
            follower.is_on = True
        self.pause = PAUSE_TICKS if self.part == "dodge" else PAUSE_TICKS * 2

    def _release(self, session: Session, wave: Wave) -> None:
        """One pumpkin, a fan of three, or the great one."""
        place = session.world.get(self.wybie, Place)
        dx, dy = self.aim_x - place.x, self.aim_y - place.y
        far = max(math.hypot(dx, dy), 1.0)
        is_great = self.part == "dodge" and wave.number == THROWS - 1
        turns = (-FAN_RAD, 0.0, FAN_RAD) if self.part == "dodge" and wave.number == 8 else (0.0,)
        for turn in turns:
            c, s = math.cos(turn), math.sin(turn)
            way_x, way_y = (dx * c - dy * s) / far, (dx * s + dy * c) / far
            entity = self._make(session, place, "great" if is_great else "pumpkin" if self.part == "dodge" else "soft")
            speed = GREAT_SPEED if is_great else PUMPKIN_SPEED
            reach = far + PAST_HER_PX * (2.2 if is_great else 1.0)
            session.world.get(entity, Place).lift = 8.0 if is_great else 22.0
            let_fly(session, entity, place.x + way_x * reach, place.y + way_y * reach, speed, self.wybie, arc=0.02)
            wave.entities = (*wave.entities, entity)

    def _make(self, session: Session, at: Place, kind: str) -> int:
        """Something to throw, in his hands. Only soft balls can be picked up again."""
        self.made += 1
        size = {"great": 40.0, "pumpkin": 18.0, "soft": 20.0}[kind]
        push = Pushable("ball", size, size, 1.0, 0.3, can_carry=kind == "soft", breaks=kind != "soft")
        entity = session.world.born(Place(at.x, at.y, at.x, at.y), push)
        if kind != "great":  # of that one there is no picture: its look draws it
            prop = "pumpkin_ball" if kind == "pumpkin" else "ball_soft"
            session.world.add(entity, Furniture(0, prop, Box(at.x - size / 2, at.y - size, size, size), at.y))
        name = f"thrown_{self.made}"
        session.world.add(entity, Name(name))
        session.names[name] = entity
        return entity

    def _what_flies(self, session: Session) -> None:
        """Whether she feels it, and whether it has gone by."""
        for wave in list(self.waves):
            left = []
            for entity in wave.entities:
                flight = session.world.find(entity, Flight)
                if not session.world.is_alive(entity) or flight is None or flight.bounces:
                    continue
                place = session.world.get(entity, Place)
                is_great = session.world.get(entity, Pushable).w > 30
                radius = GREAT_PX if is_great else PUMPKIN_PX
                if reaches(session, place.x, place.y, place.lift, radius):
                    self._feels(session, wave, entity, place)
                else:
                    left.append(entity)
            wave.entities = tuple(left)
            if not wave.entities and not (self.second and wave is self.waves[-1]):
                self.waves.remove(wave)
                self.felt += wave.hit
                self.dodged += not wave.hit
                if not wave.hit:
                    session.news.tell(Heard("page_tick", session.place.x, session.place.y, 0.6))
                elif self.part == "dodge":
                    self._pose(session, "shake")

    def _feels(self, session: Session, wave: Wave, entity: int, place: Place) -> None:
        """Feathers and pumpkin. It does not even hurt."""
        wave.hit = True
        kind = "pumpkin" if session.world.get(entity, Pushable).breaks else "feathers"
        session.news.tell(Splashed(place.x, place.y, place.lift + 8, kind, on_her=True))
        session.news.tell(Heard("splat", place.x, place.y))
        session.bury(entity)
        look = session.world.get(session.hero, Look)
        look.anim, look.ticks, look.is_once, look.then = "hurt", 0, True, "idle"

    def _thrown_back(self, session: Session) -> None:
        """Three hits on him; what lies about too long is fetched away."""
        at, target = session.world.get(self.wybie, Place), session.world.get(self.wybie, Target)
        if target.hits > self.hits:
            self.hits = target.hits
            self.windup = 0
            self.pause = PAUSE_TICKS * 2
            session.news.tell(Splashed(at.x, at.y, 26.0, "feathers"))
            self._pose(session, "happy")
            follower = session.world.find(self.wybie, Follower)
            if follower is not None:
                follower.is_on = True
        lying = [
            e
            for e, name, push in session.world.each(Name, Pushable)
            if name.name.startswith("thrown_") and not push.is_carried and not session.world.has(e, Flight)
        ]
        for entity in lying[: max(len(lying) - LIE_MOST, 0)]:
            lies = session.world.get(entity, Place)
            session.news.tell(Splashed(lies.x, lies.y, 4.0, "feathers"))
            session.bury(entity)

    def _dress(self, session: Session, name: str, is_hit: bool) -> None:
        """A target that has been hit shows it for a while; then it has mended itself, as everything does here."""
        thing = session.world.find(session.find(name), Furniture)
        if thing is None:
            return
        if is_hit and name not in self.whole:
            self.whole[name] = thing.prop
            thing.prop = f"{_kind(thing.prop)}_hit"
        elif not is_hit and name in self.whole:
            thing.prop = self.whole.pop(name)

    # ---- how he holds himself

    def _pose(self, session: Session, anim: str) -> None:
        look = session.world.get(self.wybie, Look)
        once = anim in ("throw", "shake", "happy", "clap")
        look.anim, look.ticks, look.is_once, look.then = anim, 0, once, "idle"
        look.mood = "" if once else "held"

    def _rest(self, session: Session) -> None:
        look = session.world.get(self.wybie, Look)
        look.mood, look.is_once = "", False


def _kind(prop: str) -> str:
    """target_pumpkin_2 -> target_pumpkin: all of a kind break alike."""
    head, _, tail = prop.rpartition("_")
    return head if tail.isdigit() else prop
