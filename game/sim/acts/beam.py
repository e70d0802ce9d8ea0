"""Over the joists on beams one tile wide: arms out, a mouse in front, and now and then the beam has another opinion.

She goes along a rail. While she goes, pushes come from the side, each told beforehand by the mouse, who squeaks and leans the
way to lean. Standing still is always safe. Too far off the middle she flaps; who leans back in time is on again, who does not
comes down on a mattress that four mice were so kind to bring, and is carried back to the last rest. Nothing else is lost.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Facing
from game.core.intent import STICK
from game.sim.acts.act import Act
from game.sim.acts.rail import Rail
from game.sim.happenings import Heard, Shook, Stepped
from game.sim.parts import Look, Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

SPEED = 64.0
"""px/s along a beam, at most."""
EDGE_PX = 14.0
"""So far from the middle line she is still on."""
LEAN_SPEED = 24.0
"""px/s that leaning all the way moves her."""
RIGHTS = 1.4
"""How quickly she comes back to the middle by herself, each second, of what is missing."""
PUSHES = (22.0, 36.0, 46.0)
"""px/s at the worst, by leg. The first alone throws nobody off: it is there to be understood."""
PUSH_TICKS = 75
TOLD_TICKS = {"storybook": 42, "brave": 30, "beldam": 26}
"""The mouse leans so long before anything happens."""
FORCE = {"storybook": 0.75, "brave": 1.0, "beldam": 1.12}
FLAP_TICKS = {"storybook": 48, "brave": 32, "beldam": 26}
MERCY_FROM, MERCY, MERCY_MOST = 2, 0.13, 0.55
"""After so many falls before one rest the beam gets calmer with every further one, down to so much of itself."""
BACK_TICKS = 7
"""How long one must lean back, flapping, to be on again."""
SAVED_PX = 7.0
FIRST_GAP, GAPS = 34, ((64, 90), (40, 84), (18, 60))
"""Ticks of walking without a push: the first on every leg, then between two (least, most), by leg."""
FALL_TICKS, LIE_TICKS = 30, 54
SIDE_PX = 36.0
"""Where the mattress lies, from the middle line."""
CARRY_SPEED = 150.0
HOP_TICKS = 18
AHEAD_PX = 46.0
"""How far in front the mouse goes."""
STRIDE_PX = 17.0
TURN_PX = 9.0
"""So near a corner she may turn it."""
PARADE_TOLD, PARADE_MICE, PARADE_GAP, PARADE_SPEED, PARADE_HALF = 42, 8, 20.0, 104.0, 84.0
"""The parade: ticks it is told ahead, mice in it, px between two, px/s, px to each side from which it comes."""
PARADE_NEAR_PX, PARADE_HUSH_PX = 86.0, 90.0
"""So near they are told; so much further off nothing else begins any more."""
PARADE_WIDE_PX = 24.0
"""Who walks so near to where they cross is in the way."""

WALK, FLAP, FALL, LIE, CARRIED, HOP = "walk", "flap", "fall", "lie", "carried", "hop"


@dataclass
class BeamAct(Rail, Act):
    """``rests`` (from, to) in px along the rail; ``s`` where she is on it, ``offset`` from the middle.

    ``offset``, ``side`` and ``lean`` count to the right on a beam that goes up or down, and downwards on one that goes across.
    """

    rests: tuple[tuple[float, float], ...] = ()
    s: float = 0.0
    rest: int = 0
    """Rests reached so far; 0 = none yet, she began on the floor."""
    mouse: int = 0
    parade_s: float = -1.0
    """Where the parade crosses, px along the rail; -1 = not today."""
    holds_her: bool = True

    state: str = WALK
    state_ticks: int = 0
    offset: float = 0.0
    lean: float = 0.0
    is_going: bool = False
    way: int = 1
    phase: str = "calm"
    """calm, told or push."""
    phase_ticks: float = 0.0
    gap: float = FIRST_GAP
    side: int = 0
    """The way the push goes; the mouse leans the other way."""
    pushes: int = 0
    back_ticks: int = 0
    saves: int = 0
    falls: int = 0
    falls_here: int = 0
    """Since the last rest; the beat may bring some from before a load."""
    mat_x: float = 0.0
    mat_y: float = 0.0
    mat: float = 0.0
    """How much of the mattress is there, 0..1."""
    walked: float = 0.0
    mouse_s: float = 0.0
    parade: str = ""
    """"", told, crossing or gone."""
    parade_ticks: int = 0
    is_left: bool = False
    """She went back to where she came from."""
    is_across: bool = False
    from_x: float = 0.0
    from_y: float = 0.0
    told: list[str] = field(default_factory=list)
    """What has happened that somebody may want to say something about: squeak, save, fall, rest, bump. The beat empties it."""

    # ---- along the rail

    def leg(self, s: float) -> int:
        """0, 1, 2: how hard the pushes are there; they grow after every rest, but for the last steps."""
        return min(sum(1 for _, end in self.rests if s >= end), len(PUSHES) - 1)

    @property
    def mercy(self) -> float:
        """1 at first; less when she has come down here more often than is funny."""
        return max(1 - MERCY * max(self.falls_here - MERCY_FROM, 0), MERCY_MOST)

    def is_rest(self, s: float) -> bool:
        return any(a <= s <= b for a, b in self.rests)

    # ---- a tick

    def tick(self, session: Session) -> None:
        if self.ticks == 1:
            session.space.haunt(session.hero, True)  # off the middle of a beam there is nothing to bump into
            self.mouse_s = self.s + AHEAD_PX
        self.state_ticks += 1
        getattr(self, f"_{self.state}")(session)
        if self.is_over:
            session.space.haunt(session.hero, False)
            session.world.get(session.hero, Look).mood = ""
            return
        self._mattress()
        self._march(session)
        self._lead(session)

    def _turn(self, state: str) -> None:
        self.state, self.state_ticks = state, 0

    def _walk(self, session: Session) -> None:
        along, self.lean = self._wish(session)
        before = self.s
        self.s = self.gone(self.s, along * SPEED / 60)
        gone = self.s - before
        self.is_going = abs(gone) > 0.02
        if self.is_going:
            self.way = 1 if gone > 0 else -1
            self.walked += abs(gone)
            if self.walked >= STRIDE_PX:
                self.walked -= STRIDE_PX
                x, y = self.at(self.s)
                session.news.tell(Stepped("coraline", "wood", x, y, 24.0))
        if self.s <= 0 or self.s >= self.length:
            self.is_left, self.is_across = self.s <= 0, self.s > 0
            self.is_over = True
            self._stand(session, *self.at(self.s), "")
            return
        if self.is_rest(self.s):
            self._reach_rest()
        else:
            self._sway(session, min(abs(gone) * 60 / SPEED, 1.0))
        if abs(self.offset) > EDGE_PX:
            self._turn(FLAP)
            self.back_ticks = 0
            self.told.append("flap")
            session.news.tell(Heard("rope_creak", *self.at(self.s), 0.8))
        self._place(session, "")

    def _wish(self, session: Session) -> tuple[float, float]:
        """(along the rail -1..1, to the side -1..1) of what the stick says."""
        x, y = session.intent.x / STICK, session.intent.y / STICK
        i, d = self.segment(self.s)
        ahead = self.way_of(i)
        along = x * ahead[0] + y * ahead[1]
        side = y if self.goes_across(self.s) else x
        left = math.dist(self.points[i], self.points[i + 1]) - d
        # Near a corner the other beam may be wanted already, and there is nothing to lean against.
        if i < len(self.points) - 2 and left < TURN_PX:
            on = self.way_of(i + 1)
            forth = x * on[0] + y * on[1]
            side, along = 0.0, forth if forth > 0.4 and forth >= abs(along) else along
        elif i > 0 and d < TURN_PX:
            back = self.way_of(i - 1)
            home = -(x * back[0] + y * back[1])
            side, along = 0.0, -home if home > 0.4 and home >= abs(along) else along
        # A keyboard's diagonal is meant as both at once.
        return max(-1.0, min(1.0, along * 1.4)), max(-1.0, min(1.0, side * 1.4))

    def _reach_rest(self) -> None:
        self.offset *= 0.8
        self.phase, self.phase_ticks, self.gap = "calm", 0.0, FIRST_GAP
        n = next(i for i, (a, b) in enumerate(self.rests, 1) if a <= self.s <= b)
        if n > self.rest:
            self.rest = n
            self.told.append("rest")

    def _sway(self, session: Session, pace: float) -> None:
        """Pushes come while she goes; whoever stands comes back to the middle."""
        force = 0.0
        if pace > 0 and not session.rules.no_sway:
            self.phase_ticks += pace
            if self.phase == "calm" and self.phase_ticks >= self.gap and not self._is_parade_due():
                self._tell_push(session)
            elif self.phase == "told" and self.phase_ticks >= TOLD_TICKS[session.rules.difficulty]:
                self.phase, self.phase_ticks = "push", 0.0
                session.news.tell(Heard("board_creak", *self.at(self.s), 0.7))
            elif self.phase == "push":
                worst = PUSHES[self.leg(self.s)] * FORCE[session.rules.difficulty] * self.mercy
                force = self.side * worst * math.sin(math.pi * min(self.phase_ticks / PUSH_TICKS, 1.0)) * pace
                if self.phase_ticks >= PUSH_TICKS:
                    self._calm(session)
        if pace > 0:
            self.offset += (force + LEAN_SPEED * self.lean - RIGHTS * self.offset) / 60
        else:
            self.offset += (LEAN_SPEED * 0.5 * self.lean - 2 * RIGHTS * self.offset) / 60

    def _is_parade_due(self) -> bool:
        """One thing at a time: nothing else begins when they are about to come, or while they cross."""
        if self.parade_s < 0 or self.parade == "gone":
            return False
        return bool(self.parade) or -PARADE_WIDE_PX < self.parade_s - self.s < PARADE_NEAR_PX + PARADE_HUSH_PX

    def _tell_push(self, session: Session) -> None:
        self.phase, self.phase_ticks = "told", 0.0
        other = 1 if session.fate.below(2) else -1
        self.side = -self.side if self.side and session.fate.below(3) else other
        self.pushes += 1
        self.told.append("squeak")
        session.news.tell(Heard("mouse_squeak", *self.at(self.mouse_s)))

    def _calm(self, session: Session) -> None:
        least, most = GAPS[self.leg(self.s)]
        self.phase, self.phase_ticks, self.gap = "calm", 0.0, session.fate.between(least, most)

    def _flap(self, session: Session) -> None:
        """Arms go round. Any way back saves."""
        self.is_going = False
        _, self.lean = self._wish(session)
        out = 1 if self.offset > 0 else -1
        self.offset = out * (EDGE_PX + 3.0 * math.sin(self.state_ticks * 0.55) + 1.0)
        self.back_ticks = self.back_ticks + 1 if self.lean * out < -0.3 else 0
        if self.back_ticks >= BACK_TICKS:
            self.offset = out * SAVED_PX
            self.saves += 1
            self.told.append("save")
            session.news.tell(Heard("board_creak", *self.at(self.s)))
            self._calm(session)
            self.gap = max(self.gap, 50.0)
            self._turn(WALK)
        elif self.state_ticks >= FLAP_TICKS[session.rules.difficulty]:
            self.falls += 1
            self.falls_here += 1
            self.from_x, self.from_y = self.beside(self.s, self.offset)
            session.news.tell(Heard("throw_whoosh", self.from_x, self.from_y))
            self._turn(FALL)
        self._place(session, "flap" if self.state == FLAP else "")

    def _fall(self, session: Session) -> None:
        k = self.state_ticks / FALL_TICKS
        out = 1 if self.offset > 0 else -1
        x, y = self.beside(self.s, out * SIDE_PX)
        x, y = self.from_x + (x - self.from_x) * k, self.from_y + (y - self.from_y) * k
        self._stand(session, x, y, "flap" if k < 0.4 else "hurt", lift=math.sin(math.pi * k) * 12 + 4 * k)
        if self.state_ticks >= FALL_TICKS:
            session.news.tell(Heard("mattress_pomf", x, y))
            session.news.tell(Shook(2.0, 8))
            self.told.append("fall")
            self._turn(LIE)

    def _lie(self, session: Session) -> None:
        t = self.state_ticks
        bounce = abs(math.cos(t * 0.2)) * 10 * math.exp(-t * 0.08)
        self._stand(session, self.mat_x, self.mat_y, "sit", lift=4 + bounce)
        if t >= LIE_TICKS:
            self.from_x, self.from_y = self.mat_x, self.mat_y
            session.news.tell(Heard("mouse_squeak", self.mat_x, self.mat_y, 0.8))
            self._turn(CARRIED)

    def _carried(self, session: Session) -> None:
        """Back to the last rest, or to the floor she came from, on four mice at each corner."""
        gx, gy = self._home()
        x, y = self.mat_x, self.mat_y
        left = math.dist((x, y), (gx, gy))
        step = CARRY_SPEED / 60
        if left <= step + 20:
            self.from_x, self.from_y = x, y
            self._turn(HOP)
        else:
            self.mat_x += (gx - x) / left * step
            self.mat_y += (gy - y) / left * step
            if self.state_ticks % 26 == 0:
                session.news.tell(Heard("mice_hup", x, y, 0.4))
        self._stand(session, self.mat_x, self.mat_y, "sit", lift=4 + abs(math.sin(self.state_ticks * 0.5)) * 1.5)

    def _home(self) -> tuple[float, float]:
        return self.at(self._home_s())

    def _home_s(self) -> float:
        """The middle of the last rest she came to on her way; a little way on to the first beam without one."""
        passed = [(a + b) / 2 for a, b in self.rests[: self.rest] if a <= self.s]
        return passed[-1] if passed else 6.0

    def _hop(self, session: Session) -> None:
        k = self.state_ticks / HOP_TICKS
        gx, gy = self._home()
        x, y = self.from_x + (gx - self.from_x) * k, self.from_y + (gy - self.from_y) * k
        self._stand(session, x, y, "balance_idle", lift=math.sin(math.pi * k) * 16)
        if self.state_ticks >= HOP_TICKS:
            self.s, self.offset, self.is_going, self.way = self._home_s(), 0.0, False, 1
            self.mouse_s = self.s + AHEAD_PX
            self.phase, self.phase_ticks, self.gap, self.side = "calm", 0.0, FIRST_GAP, 0
            if self.parade != "gone":
                self.parade, self.parade_ticks = "", 0
            session.news.tell(Heard("step_wood", gx, gy))
            self._turn(WALK)

    # ---- where everybody is

    def _place(self, session: Session, anim: str) -> None:
        x, y = self.beside(self.s, self.offset)
        if not anim:
            tips = abs(self.offset) > 5.5 and not self.is_rest(self.s)
            anim = "balance" if self.is_going else "balance_idle"
            if tips:
                anim = "balance_left" if self.offset < 0 else "balance_right"
            elif self.is_rest(self.s):
                anim = "walk" if self.is_going else "idle"
        self._stand(session, x, y, anim)
        i, _ = self.segment(self.s)
        wx, wy = self.way_of(i)
        session.place.facing = Facing.of(wx * self.way, wy * self.way)

    def _stand(self, session: Session, x: float, y: float, anim: str, lift: float = 0.0) -> None:
        place = session.place
        walker = session.world.get(session.hero, Walker)
        walker.wish_x = walker.wish_y = 0.0
        walker.vx, walker.vy = (x - place.was_x) * 60, (y - place.was_y) * 60
        place.x, place.y, place.lift = x, y, lift
        session.space.move(session.hero, x, y)
        look = session.world.get(session.hero, Look)
        look.mood, look.is_once = "held", False
        if anim and look.anim != anim:
            look.anim, look.ticks = anim, 0

    def _mattress(self) -> None:
        """It comes running while she flaps, on the side it will be wanted on; and goes away again, a little let down."""
        if self.state == FLAP:
            out = 1 if self.offset > 0 else -1
            far = max(1 - self.state_ticks / 24, 0.0)
            self.mat = min(self.mat + 0.08, 1.0)
            self.mat_x, self.mat_y = self.beside(self.s, out * (SIDE_PX + 70 * far))
        elif self.state in (FALL, LIE, CARRIED):
            self.mat = 1.0
        else:
            self.mat = max(self.mat - 0.03, 0.0)

    def _march(self, session: Session) -> None:
        """The parade: they have right of way."""
        if self.parade_s < 0 or self.parade == "gone":
            return
        if not self.parade:
            if self.state == WALK and 0 < self.parade_s - self.s < PARADE_NEAR_PX and self.phase == "calm":
                self.parade, self.parade_ticks = "told", 0
                self.told.append("parade")
                session.news.tell(Heard("mouse_drum", *self.at(self.parade_s), 0.5))
            return
        self.parade_ticks += 1
        if self.parade == "told" and self.parade_ticks >= PARADE_TOLD:
            self.parade, self.parade_ticks = "crossing", 0
        elif self.parade == "crossing":
            xs = self.parade_mice()
            last = self.parade_ticks * PARADE_SPEED / 60 - PARADE_HALF - (PARADE_MICE - 1) * PARADE_GAP
            if self.parade_ticks % 24 == 1:
                session.news.tell(Heard("mouse_squeak", *self.at(self.parade_s), 0.5))
            in_way = any(abs(x) < 15 for x in xs) and abs(self.parade_s - self.s) < PARADE_WIDE_PX
            if in_way and self.is_going and self.state == WALK:
                self.told.append("bump")
                session.news.tell(Heard("mouse_squeak", *self.at(self.s)))
                self.offset = math.copysign(EDGE_PX + 1, self.offset or -1)
                self._turn(FLAP)
            if last > PARADE_HALF:
                self.parade = "gone"

    def parade_mice(self) -> list[float]:
        """How far each is from the middle of the beam, px, in the way they go; those who are not there are left out."""
        if self.parade != "crossing":
            return []
        first = self.parade_ticks * PARADE_SPEED / 60 - PARADE_HALF
        mice = [first - i * PARADE_GAP for i in range(PARADE_MICE)]
        return [x for x in mice if -PARADE_HALF <= x <= PARADE_HALF]

    def _lead(self, session: Session) -> None:
        """The mouse keeps in front, waits, and leans."""
        if not self.mouse or session.world.find(self.mouse, Place) is None:
            return
        goal = min(self.s + AHEAD_PX, self.length + 6)
        if self.parade in ("told", "crossing"):
            goal = min(goal, self.parade_s - 4) if self.s < self.parade_s - 12 else goal
        if self.state in (FALL, LIE, CARRIED, HOP):
            goal = self.mouse_s
        step = min(max(goal - self.mouse_s, -90 / 60), 110 / 60)
        self.mouse_s += step
        place, look = session.world.get(self.mouse, Place), session.world.get(self.mouse, Look)
        x, y = self.at(self.mouse_s)
        place.was_x, place.was_y = place.x, place.y
        place.x, place.y = x, y
        session.space.move(self.mouse, x, y)
        i, _ = self.segment(self.mouse_s)
        wx, wy = self.way_of(i)
        leans = self.phase in ("told", "push") and self.state == WALK
        stops = self.parade in ("told", "crossing")
        goes = abs(step) > 0.3
        # It looks round at her whenever it has something to say.
        sign = -1 if leans or stops or self.state != WALK or not goes else 1
        place.facing = Facing.of(wx * sign, wy * sign)
        waits = self.is_rest(self.s) and self.state == WALK and not self.is_going
        want = "walk" if goes and not leans else "beckon" if waits else "stand"
        look.mood = "held"
        look.is_hidden = leans  # it is drawn leaning, which no atlas can
        if look.anim != want:
            look.anim, look.ticks = want, 0
