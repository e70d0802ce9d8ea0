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
from game.sim.acts.rats.flock import Flock
from game.sim.happenings import Heard, Shook, Told
from game.sim.harm import prick
from game.sim.parts import Look, Place
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
STAY_OUT = 7
"""So many rats are not part of him, but of his steps."""
BURST_TICKS, RISE_FRAMES_TICKS = 20, 48
ONCE_TICKS = {"burst": 20, "leap": 16, "windup": 40}
ANIMS = {
    "come": ("rise", False),
    "rise": ("rise", False),
    "stalk": ("walk", False),
    "eat": ("eat", False),
    "windup": ("windup", True),
    "leap": ("leap", True),
    "recover": ("recover", False),
    "shaken": ("cower", False),
    "fallen": ("coat", False),
}
HEAP_PX, COMES_SPEED, MOST_COME_TICKS = 30.0, 165.0, 320


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
    was_walked: float = 0.0
    entity: int = 0
    bare: int = BARE_TICKS

    def become(self, state: str) -> None:
        self.state, self.ticks = state, 0

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
        self._feet(session, flock)
        self._show(session)
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
                    self.takes(session, flock, i)
                    continue
                to = flock.ways.next(place.x, place.y, Vec(self.x, self.y)) if flock.ways else Vec(self.x, self.y)
                flock.want(session, rat, to, COMES_SPEED, 9.0)
        if there >= len(flock.rats):
            self.become("rise")
            session.news.tell(Heard("rats_turn", self.x, self.y))

    @staticmethod
    def takes(session: Session, flock: Flock, i: int) -> None:
        """That rat is a part of him now."""
        rat = flock.rats[i]
        rat.is_off = True
        if i >= STAY_OUT:
            flock.into_hole(session, rat)
        else:
            flock.out_of_hole(session, rat)

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
                self.has_hit = prick(session, "rats", self.x, self.y, 38.0)
            if self.ticks >= LEAP_TICKS:
                self.lift = 0.0
                self.become("recover")
                session.news.tell(Heard("wood_thud", self.x, self.y))
                session.news.tell(Shook(2.0, 14))
            return
        if self.ticks >= RECOVER_TICKS:
            self.calm = CALM_TICKS
            self.become("stalk")

    # ---- how he is seen

    def born(self, session: Session) -> None:
        """His figure; it is hidden until he stands up."""
        place = Place(self.x, self.y, self.x, self.y)
        self.entity = session.bear(session.world.born(place, Look("rat_man", "rise", mood="held", is_hidden=True)))

    def bury(self, session: Session) -> None:
        if self.entity:
            session.bury(self.entity)

    def _show(self, session: Session) -> None:
        place, look = session.world.get(self.entity, Place), session.world.get(self.entity, Look)
        place.was_x, place.was_y = place.x, place.y
        place.x, place.y, place.lift = self.x, self.y, self.lift
        place.facing = Facing.of(self.way_x, self.way_y, place.facing)
        look.is_hidden = self.state == "come"
        anim, once = ANIMS[self.state]
        if self.state == "stalk" and self.walked == self.was_walked:
            anim = "idle"
        if self.state == "rise" and self.left < LIVES and self.ticks < BURST_TICKS:
            anim = "burst"
        self.was_walked = self.walked
        if look.anim != anim or (once and self.ticks == 1):
            look.anim, look.ticks = anim, 0
        if anim == "rise":  # as slow as he likes
            look.ticks = min(self.ticks * RISE_FRAMES_TICKS // RISE_TICKS, RISE_FRAMES_TICKS - 1)
        elif once:
            look.ticks = min(look.ticks, ONCE_TICKS[anim] - 1)

    def _feet(self, session: Session, flock: Flock) -> None:
        """A few of them run about his boots."""
        n = 0
        for rat in flock.rats:
            if not rat.is_off or rat.is_in:
                continue
            a = n * 2.39996 + session.tick * 0.02 * (1 if n % 2 else -1)
            r = 16.0 + 5.0 * (n % 3)
            spot = Vec(self.x + math.cos(a) * r, self.y + math.sin(a) * r * 0.6)
            flock.want(session, rat, spot, COMES_SPEED, 6.0)
            n += 1
