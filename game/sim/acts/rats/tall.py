"""Other Bobinsky, stood up out of his rats: he stalks, leaps, and cannot leave cheese alone. Two lights at once break him.

``come`` -> ``rise``  out of a heap of rats          ``stalk``  towards her, or to what smells
``eat``     bent down over it        ``windup`` -> ``leap`` -> ``recover``: told, and over at once
``shaken``  two lights have him      ``fallen`` a coat on the floor, and what was in it lies bare
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.sim.acts.rats.flock import Flock, Rat
from game.sim.happenings import Heard, Shook, Told
from game.sim.harm import prick
from game.sim.parts import Look, Place, Walker
from game.sim.systems.dodge import reaches

if TYPE_CHECKING:
    from game.sim.session import Session

LIVES = 3
RISE_TICKS, SHAKEN_TICKS = 80, 54
STALK_SPEED, LURED_SPEED, SHY_OF_LIGHT = 54.0, 92.0, 0.55
"""px/s; and what is left of it in one light."""
EAT_TICKS = 320
WINDUP_TICKS, LEAST_WINDUP, LEAP_TICKS, RECOVER_TICKS = 40, 24, 16, 70
LEAP_PX, LEAP_FROM_PX, HITS_PX = 96.0, 112.0, 20.0
CALM_TICKS = 70
"""Between two leaps he only walks, at least so long."""
BARE_TICKS = 120
TALL_PX = 104.0
HEAP_PX, COMES_SPEED, MOST_COME_TICKS = 30.0, 165.0, 320

# Where the rats of a man are, from his middle on the floor: (x, how far behind it, z), from the boots up.
_LEGS = tuple((side * (9.0 - z * 0.06), 0.0, z) for z in (0.0, 10.0, 20.0) for side in (-1, 1))
_TRUNK = tuple((x * (11.0 - abs(row - 2) * 0.8), x * x * 1.5, 30.0 + row * 9.0) for row in range(5) for x in (-1, 1, 0))
_ARMS = tuple((side * (19.0 + n * 2.5), 1.0, 66.0 - n * 11.0) for n in range(4) for side in (-1, 1))
_HEAD = (
    (-6.0, 0.5, 78.0),
    (6.0, 0.5, 78.0),
    (0.0, 1.5, 84.0),
    (-4.0, -0.5, 92.0),
    (4.0, -0.5, 92.0),
    (0.0, 1.0, 100.0),
)
MAN = (*_LEGS, *_TRUNK, *_HEAD, *_ARMS)


@dataclass
class TallMan:
    """(x, y) where his boots are; ``left`` of his three lives."""

    x: float
    y: float
    state: str = "come"
    ticks: int = 0
    left: int = LIVES
    pace: float = 1.0
    way_x: float = 0.0
    way_y: float = 1.0
    lift: float = 0.0
    calm: int = CALM_TICKS
    told: int = WINDUP_TICKS
    to_x: float = 0.0
    to_y: float = 0.0
    has_hit: bool = False
    lights: int = 0
    """How many lights he is in."""
    walked: float = 0.0
    bare: int = BARE_TICKS

    def become(self, state: str) -> None:
        self.state, self.ticks = state, 0

    @property
    def size(self) -> float:
        """Of what he was."""
        return (0.62, 0.62, 0.8, 1.0)[min(self.left, 3)]

    @property
    def wants(self) -> int:
        """How many rats it takes."""
        return (10, 18, 27, len(MAN))[min(self.left, 3)]

    # ---- a tick

    def tick(self, session: Session, flock: Flock, bait: Vec | None, lights: int, windup: float) -> str:
        """One tick. Says what has happened: "" mostly, else burst, bare, again (nobody took it) or bite."""
        self.ticks += 1
        self.calm = max(self.calm - 1, 0)
        self.lights = lights
        out = ""
        if self.state in ("stalk", "eat", "recover") and lights >= 2:
            self.become("shaken")
            session.news.tell(Heard("rats_turn", self.x, self.y))
            session.news.tell(Heard("mouse_squeak", self.x, self.y))
            session.news.tell(Shook(3.0, 30))
        elif self.state == "come":
            self._come(session, flock)
        elif self.state == "rise" and self.ticks >= RISE_TICKS:
            self.become("stalk")
        elif self.state == "stalk":
            self._stalk(session, bait, windup)
        elif self.state == "eat":
            out = "bite"
            if bait is None or self.ticks > EAT_TICKS:
                self.become("stalk")
        elif self.state in ("windup", "leap", "recover"):
            self._leap(session)
        elif self.state == "shaken" and self.ticks >= SHAKEN_TICKS:
            self.left -= 1
            out = "burst" if self.left else "bare"
            self.become("rise" if self.left else "fallen")
            self.calm = CALM_TICKS
            self.pace *= 1.12
        elif self.state == "fallen":
            self.bare -= 1
            if self.bare <= 0:
                self.left, self.bare = 1, BARE_TICKS
                self.become("rise")
                out = "again"
        self._pose(session, flock)
        return out

    def _come(self, session: Session, flock: Flock) -> None:
        """All of them to one place."""
        there = 0
        for i, rat in enumerate(flock.rats):
            if rat.is_off:
                there += 1
            elif self.ticks > i * 2:
                flock.out_of_hole(session, rat)
                place = session.world.get(rat.entity, Place)
                if math.hypot(place.x - self.x, place.y - self.y) < HEAP_PX or self.ticks > MOST_COME_TICKS:
                    rat.is_off = True
                    session.space.haunt(rat.entity, True)
                    continue
                to = flock.ways.next(place.x, place.y, Vec(self.x, self.y)) if flock.ways else Vec(self.x, self.y)
                flock.want(session, rat, to, COMES_SPEED, 9.0)
        if there >= len(flock.rats):
            self.become("rise")
            session.news.tell(Heard("rats_turn", self.x, self.y))

    def _stalk(self, session: Session, bait: Vec | None, windup: float) -> None:
        her = session.place
        goal = bait or Vec(her.x, her.y)
        dx, dy = goal.x - self.x, goal.y - self.y
        d = math.hypot(dx, dy)
        to_her = math.hypot(her.x - self.x, her.y - self.y)
        if bait is not None and d < 10:
            self.become("eat")
            session.news.tell(Heard("rat_chitter", self.x, self.y))
            return
        if bait is None and to_her < LEAP_FROM_PX and not self.calm:
            self.told = max(round(WINDUP_TICKS * windup), LEAST_WINDUP)
            self.become("windup")
            self.has_hit = False
            session.news.tell(Told(self.x, self.y, self.told, True))
            session.news.tell(Heard("wind_up", self.x, self.y))
            return
        speed = (LURED_SPEED if bait is not None else STALK_SPEED) * self.pace
        speed *= SHY_OF_LIGHT if self.lights == 1 and bait is None else 1.0
        if d > 4:
            self.way_x, self.way_y = dx / d, dy / d
            self._go(session, speed / 60)
        if self.ticks % 46 == 1:
            session.news.tell(Heard("rat_chitter", self.x, self.y, 0.6))

    def _go(self, session: Session, px: float) -> None:
        """A step, round what stands there."""
        for x, y in (
            (self.x + self.way_x * px, self.y + self.way_y * px),
            (self.x + self.way_x * px, self.y),
            (self.x, self.y + self.way_y * px),
        ):
            if session.space.is_free(x, y, 12.0, walls_only=True):
                self.x, self.y = x, y
                self.walked += px
                return

    def _leap(self, session: Session) -> None:
        her = session.place
        if self.state == "windup":
            if self.ticks < self.told - 10:  # then it is too late to think again
                dx, dy = her.x - self.x, her.y - self.y
                d = math.hypot(dx, dy) or 1.0
                self.way_x, self.way_y = dx / d, dy / d
                far = min(d + 8, LEAP_PX)
                self.to_x, self.to_y = self.x + self.way_x * far, self.y + self.way_y * far
            if self.ticks >= self.told:
                self.become("leap")
                session.news.tell(Heard("hand_leap", self.x, self.y))
            return
        if self.state == "leap":
            left = LEAP_TICKS - self.ticks + 1
            x, y = self.x + (self.to_x - self.x) / left, self.y + (self.to_y - self.y) / left
            if session.space.is_free(x, y, 10.0, walls_only=True):
                self.x, self.y = x, y
            self.lift = 34.0 * math.sin(math.pi * self.ticks / LEAP_TICKS)
            if not self.has_hit and self.ticks > 4 and reaches(session, self.x, self.y, 6.0, HITS_PX):
                self.has_hit = prick(session, "rats", self.x, self.y, 56.0)
            if self.ticks >= LEAP_TICKS:
                self.lift = 0.0
                self.become("recover")
                session.news.tell(Heard("wood_thud", self.x, self.y))
                session.news.tell(Shook(2.0, 14))
            return
        if self.ticks >= RECOVER_TICKS:
            self.calm = CALM_TICKS
            self.become("stalk")

    # ---- what he is made of

    def stretch(self) -> float:
        """How tall he stands just now, of 1."""
        if self.state == "come":
            return 0.1
        if self.state == "rise":
            k = 0.1 + 0.9 * min(self.ticks / RISE_TICKS, 1.0)
            return k * k * (3 - 2 * k)
        if self.state == "windup":
            return 1.0 - 0.34 * min(self.ticks / max(self.told - 8, 1), 1.0)
        if self.state == "leap":
            return 1.12
        if self.state == "recover":
            return 0.5 + 0.5 * min(max(self.ticks - 24, 0) / (RECOVER_TICKS - 24), 1.0)
        if self.state == "eat":
            return max(1.0 - self.ticks / 24, 0.56)
        return 0.0 if self.state == "fallen" else 1.0

    def _pose(self, session: Session, flock: Flock) -> None:
        """Every rat of him to where it belongs."""
        if self.state == "fallen":
            return
        n = 0
        tall = self.stretch() * self.size
        facing = Facing.of(self.way_x, self.way_y)
        sway = math.sin(self.walked * 0.11)
        for rat in flock.rats:
            if rat.is_in or not rat.is_off:
                continue
            if n >= self.wants:
                break
            x, back, z = MAN[n % len(MAN)]
            x, back, z = self._bent(n, x * (0.7 + 0.3 * self.size), back, z * tall, sway)
            self._to(session, rat, x, back, z, facing, n)
            n += 1

    def _bent(self, n: int, x: float, back: float, z: float, sway: float) -> tuple[float, float, float]:
        """A rat's place, for the way he holds himself."""
        if n < 6:  # he wades
            z += max(sway * (1 if n % 2 else -1), 0.0) * 5.0 * (self.state == "stalk")
        else:
            x += sway * 2.0 * (self.state == "stalk")
        lean = {"eat": 16.0, "windup": -9.0, "leap": 22.0, "recover": 18.0}.get(self.state, 0.0) * z / TALL_PX
        x += lean * self.way_x
        back -= lean * self.way_y * 0.6
        if n >= len(MAN) - len(_ARMS):
            side = 1 if n % 2 else -1
            if self.state == "windup":
                x, z = x + side * 5.0, z + 22.0
            elif self.state == "leap":
                x, z = x + self.way_x * 16.0, z + 14.0
            elif self.state == "shaken":
                z += 18.0 * math.sin(self.ticks * 0.7 + n)
        if self.state == "shaken":
            x += 3.0 * math.sin(self.ticks * 1.3 + n * 2.1)
        return x, back, z

    def _to(self, session: Session, rat: Rat, x: float, back: float, z: float, facing: Facing, n: int) -> None:
        place, walker = session.world.get(rat.entity, Place), session.world.get(rat.entity, Walker)
        walker.wish_x = walker.wish_y = 0.0
        wobble = math.sin((session.tick + n * 17) * 0.13)
        goal_x, goal_y = self.x + x + wobble * 0.8, self.y - back * 0.5 - 0.02 * n
        k = 0.16 if self.state in ("come", "rise") else 0.42 if self.state != "leap" else 0.8
        place.lift += (z + self.lift + wobble * 0.6 - place.lift) * k
        session.space.move(rat.entity, place.x + (goal_x - place.x) * k, place.y + (goal_y - place.y) * k)
        place.x, place.y = place.x + (goal_x - place.x) * k, place.y + (goal_y - place.y) * k
        look = session.world.get(rat.entity, Look)
        if (n * 7 + session.tick // 20) % 5 == 0:
            place.facing = Facing.LEFT if n % 2 else Facing.RIGHT
        else:
            place.facing = facing
        anim = "stand" if n % 3 else "cheer" if n % 2 else "wave"
        if look.anim != anim:
            look.anim, look.ticks = anim, n * 5 % 20
