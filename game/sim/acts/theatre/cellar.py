"""Act two, the cellar: lids that open to music, and a guessing game in mime with things that come up on them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Box, Facing, Vec
from game.core.intent import Action
from game.sim.acts.theatre.house import inside
from game.sim.acts.theatre.show import BEAT_TICKS, Show
from game.sim.happenings import Heard
from game.sim.parts import Look, Place, Prompt, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

LIDS = ("trap_1", "trap_2", "trap_3")
TRAPS: tuple[tuple[int, tuple[int, ...]], ...] = (
    (6, (1,)),
    (10, (0,)),
    (14, (1,)),
    (18, (2,)),
    (22, (1, 2)),
    (26, (0, 1, 2)),
)
"""(beat, the lids that open on it). The light leads her over them: it knows nothing of lids."""
STOPS = ((6, "trap_2"), (10, "trap_1"), (14, "trap_2"), (18, "trap_3"), (22, "between"), (26, "trap_2"))
TOLD_TICKS = 60
OPEN_TICKS = 56
LEAVES_TICKS, ARRIVES_TICKS = 24, 30
"""The light sets out so long after a lid has opened and is there so long before the next does."""
LIGHT_PX = 66.0
BRAVE_PX = 104.0
"""This near the light she counts as having been there."""
RIM_PX = 5.0
"""So much of a lid's rim may be stood on."""
LIFTS_BEAT = 29
ASKS: tuple[tuple[int, int, str, int], ...] = (
    (32, 41, "other_spink", 1),
    (40, 49, "other_forcible", 0),
    (48, 59, "other_spink", 2),
)
"""(beat, beat until which it may be brought, who mimes, the lid on which the right thing stands)."""
GOODS = (
    "lantern_hand_lit",
    "teapot",
    "alarm_clock",
    "pumpkin",
    "cake",
    "globe",
    "gramophone",
    "ball_striped",
    "cheese_wheel",
    "bucket",
)
"""Props that may come up."""
TAKE_PX, GIVE_PX = 42.0, 44.0
BULBS = len(TRAPS) + len(ASKS)
FAREWELL_BEAT = 60


@dataclass
class Cellar(Show):
    """``open`` ticks each lid still gapes, ``glow`` 0..1 how it warns; ``lifts`` what stands on each, ``wanted`` what is mimed."""

    part: int = 2
    bulbs: list[str] = field(default_factory=lambda: [""] * BULBS)
    open: list[int] = field(default_factory=lambda: [0, 0, 0])
    glow: list[float] = field(default_factory=lambda: [0.0, 0.0, 0.0])
    rise: float = 0.0
    lifts: list[str] = field(default_factory=lambda: ["", "", ""])
    wanted: str = ""
    asker: str = ""
    ask_tick: int = 0
    held: str = ""
    thrown: str = ""
    """The wrong thing, as it is thrown into the wings; ``thrown_tick`` since when, from (``thrown_x``, ``thrown_y``)."""
    thrown_tick: int = -1000
    thrown_x: float = 0.0
    thrown_y: float = 0.0
    fell_at: int = -1
    """The trap (by number) she fell through last."""

    def play(self, session: Session) -> None:
        if self.beat < LIFTS_BEAT:
            self._traps(session)
        else:
            self._goods(session)
        self._carry(session)
        self._duo(session)

    # ---- lids

    def stop(self, session: Session, name: str) -> Vec:
        """A place the light goes to."""
        spots = session.room.spots
        if name == "between":
            a, b = spots["trap_2"].box.middle, spots["trap_3"].box.middle
            return Vec((a.x + b.x) / 2, (a.y + b.y) / 2)
        return spots[name].box.middle

    def light_at(self, session: Session) -> Vec:
        """Where the lantern points now."""
        first = self.stop(session, STOPS[0][1])
        before, left = Vec(576.0, 330.0), -LEAVES_TICKS
        at = first
        for beat, name in STOPS:
            goal, due = self.stop(session, name), beat * BEAT_TICKS - ARRIVES_TICKS
            if self.ticks < due:
                k = min(max((self.ticks - left) / max(due - left, 1), 0.0), 1.0)
                return before + (goal - before) * k
            before, left, at = goal, beat * BEAT_TICKS + LEAVES_TICKS, goal
        return at

    def _traps(self, session: Session) -> None:
        self.show_sign("lids")
        wide = self.window(session)
        at = self.light_at(session)
        self.beams = ((at.x, at.y, LIGHT_PX, 1.0, "blue"),)
        feet: list[tuple[float, float, float, str]] = []
        self.glow = [0.0, 0.0, 0.0]
        place = session.place
        told = round(TOLD_TICKS * max(wide, 1.0))
        for i, (beat, lids) in enumerate(TRAPS):
            since = self.since(beat)
            if -told <= since < 0:
                for lid in lids:
                    self.glow[lid] = 0.4 + 0.6 * (1 + since / told)
                    middle = session.room.spots[LIDS[lid]].box.middle
                    feet.append((middle.x, 56.0, self.glow[lid] * (0.6 + 0.4 * (int(-since) // 10 % 2)), "red"))
                if since == -told:
                    session.news.tell(Heard("rope_creak", at.x, at.y, 0.8))
            if since == 0:
                for lid in lids:
                    self.open[lid] = OPEN_TICKS
                    middle = session.room.spots[LIDS[lid]].box.middle
                    session.news.tell(Heard("trapdoor", middle.x, middle.y))
            if 0 <= since <= OPEN_TICKS and not self.fall_ticks and not self.is_below:
                for lid in lids:
                    if self.open[lid] and self._lid(session, lid, wide).holds(place.x, place.y):
                        self.fell_at = i
                        self.drop(session)
                        break
            if since == LEAVES_TICKS:
                is_near = inside(place.x, place.y, at, BRAVE_PX * max(wide, 1.0))
                is_good = self.fell_at != i and not self.is_below and is_near
                self.judge(session, i, is_good, is_quiet=self.is_below)
        self.open = [max(n - 1, 0) for n in self.open]
        self.feet = tuple(feet)

    @staticmethod
    def _lid(session: Session, lid: int, wide: float) -> Box:
        """The part of a lid that is no rim."""
        return session.room.spots[LIDS[lid]].box.grown(-RIM_PX * max(wide, 1.0))

    # ---- things

    def _goods(self, session: Session) -> None:
        self.glow, self.open = [0.0, 0.0, 0.0], [0, 0, 0]
        self.rise = min(max(self.since(LIFTS_BEAT) / (2 * BEAT_TICKS), 0.0), 1.0)
        if self.since(LIFTS_BEAT) == 0:
            self.show_sign("mime")
            session.news.tell(Heard("crate_slide", 560.0, 256.0, 0.7))
        for i, (beat, until, who, lid) in enumerate(ASKS):
            bulb = len(TRAPS) + i
            if self.since(beat) == 0:
                self._ask(session, who, lid)
            if self.since(until) == 0 and not self.bulbs[bulb]:
                self.judge(session, bulb, False)
                self._done(session)
        now = self.asker and session.find(self.asker)
        beams = []
        for lid, name in enumerate(LIDS):
            middle = session.room.spots[name].box.middle
            if self.lifts[lid]:
                beams.append((middle.x, middle.y, 44.0, 0.55, "gold"))
        if now:
            at = session.world.get(now, Place)
            beams.append((at.x, at.y, 52.0, 0.95, "rose"))
            pulse = 0.5 + 0.4 * abs((self.ticks / BEAT_TICKS) % 1 - 0.5) * 2
            self.feet = ((at.x, 70.0, pulse, "rose"),)
        self.beams = tuple(beams)

    def _ask(self, session: Session, who: str, lid: int) -> None:
        """Three new things come up; somebody begins to mime one of them."""
        if self.held:
            self._let_go(session)
        pool = list(GOODS)
        fresh = [pool.pop(session.fate.below(len(pool))) for _ in LIDS]
        self.lifts = fresh
        self.wanted, self.asker, self.ask_tick = fresh[lid], who, self.ticks
        session.news.tell(Heard("cloth_turn", 560.0, 256.0))

    def _done(self, session: Session) -> None:
        self.wanted = self.asker = ""
        self.lifts = ["", "", ""]
        if self.held:
            self._let_go(session)

    @property
    def ask(self) -> int:
        """Which of the three asks is on, -1 for none."""
        now = [i for i, a in enumerate(ASKS) if a[0] <= self.beat < a[1] and not self.bulbs[len(TRAPS) + i]]
        return now[-1] if now and self.wanted else -1

    def _carry(self, session: Session) -> None:
        """Taking from a lid and bringing to whoever mimes; she is drawn with it in her arms."""
        place, look = session.place, session.world.get(session.hero, Look)
        if self.fall_ticks:
            return
        pressed = session.pressed(Action.INTERACT)
        lid = self.lid_near(session)
        asker = session.find(self.asker) if self.asker else 0
        to = session.world.get(asker, Place) if asker else None
        reach = GIVE_PX * max(self.window(session), 1.0)
        if self.held and to is not None and inside(place.x, place.y, Vec(to.x, to.y + 10), reach):
            session.prompt = Prompt("give", asker, to.x, to.y - 58)
            if pressed:
                self._give(session, to)
        elif lid >= 0:
            middle = session.room.spots[LIDS[lid]].box.middle
            session.prompt = Prompt("take", 0, middle.x, middle.y - 30)
            if pressed:
                self.held, self.lifts[lid] = self.lifts[lid], self.held
                session.news.tell(Heard("box_lift", place.x, place.y))
        if self.held:
            walker = session.world.get(session.hero, Walker)
            anim = "carry_walk" if abs(walker.vx) + abs(walker.vy) > 10 else "carry_idle"
            if look.anim != anim:
                look.ticks = 0
            look.anim, look.mood, look.is_once = anim, "held", False
        elif look.mood == "held":
            look.mood = ""

    def lid_near(self, session: Session) -> int:
        """The lid with something on it that she could take from, -1 for none."""
        place = session.place
        for lid, name in enumerate(LIDS):
            middle = session.room.spots[name].box.middle
            if self.lifts[lid] and inside(place.x, place.y, middle, TAKE_PX * max(self.window(session), 1.0)):
                return lid
        return -1

    def _give(self, session: Session, to: Place) -> None:
        right = self.held == self.wanted
        if right:
            self.judge(session, len(TRAPS) + self.ask, True)
            session.news.tell(Heard("item_get", to.x, to.y))
            self.pose(session, self.asker, "cheer")
            self._let_go(session)
            self._done(session)
            return
        session.news.tell(Heard("throw_whoosh", to.x, to.y))
        self.thrown, self.thrown_tick = self.held, self.ticks
        self.thrown_x, self.thrown_y = to.x, to.y
        self.misses += 1
        self._cry(session, "miss")
        self._let_go(session)

    def _let_go(self, session: Session) -> None:
        self.held = ""
        look = session.world.get(session.hero, Look)
        look.mood = ""

    def goal_x(self, session: Session) -> float:
        """Things and whoever mimes lie on both sides: with her arms full she sees to whom, else all the lids."""
        asker = session.find(self.asker) if self.asker else 0
        if asker and self.held:
            return session.world.get(asker, Place).x
        if self.wanted:
            return session.room.spots[LIDS[1]].box.middle.x
        return super().goal_x(session)

    # ---- the ladies

    def _duo(self, session: Session) -> None:
        for i, who in enumerate(("other_spink", "other_forcible")):
            x = (368.0, 784.0)[i]
            if self.beat < LIFTS_BEAT:
                # They skip over the lids as if they had never heard of them.
                if self.steer(
                    session, who, x + (-26 if i else 26) * (1 if int(self.beat) % 4 < 2 else -1), 168.0, 84.0
                ):
                    self.turn(session, who, Facing.DOWN)
                now = int(self.beat)
                if now in (6, 10, 14, 18, 22, 26) and now // 4 % 2 == i:
                    self.turn(session, who, Facing.RIGHT if i == 0 else Facing.LEFT)
                    self.pose(session, who, "flip", is_once=True)
                elif self.since(now) > 30:
                    self.pose(session, who, "")
                continue
            there = self.steer(session, who, x, 262.0, 100.0)
            if not there:
                self.pose(session, who, "")
                continue
            self.turn(session, who, Facing.DOWN)
            if who == self.asker:
                self.pose(session, who, "interact" if self.ticks // 16 % 2 else "swing")
            elif self.beat >= FAREWELL_BEAT:
                self.pose(session, who, "bow")
            else:
                self.pose(session, who, "cheer" if self.applause > 0.5 else "")
