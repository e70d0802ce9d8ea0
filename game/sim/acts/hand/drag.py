"""It has the string, and her on it: it draws her to the well, harder and harder. At a root she can hold on.

Each hold wants two or three good pulses; after them the hand comes flying over the well and lies there. Three such hits.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.core.intent import Action
from game.sim.happenings import Heard, Pulsed, Shook
from game.sim.harm import prick
from game.sim.panels.brace import CREAK_AHEAD_TICKS, LATE_IS_FINE_TICKS, WINDOW_TICKS
from game.sim.parts import Furniture, Harm, Look, Prompt, Walker

if TYPE_CHECKING:
    from game.sim.acts.hand.arena import Post
    from game.sim.acts.hand.attacks import Moves
    from game.sim.acts.hand.fight import HandFight
    from game.sim.session import Session

HITS = 3
WANTS = (2, 3, 3)
"""Good pulses until it comes flying, by hits it has taken."""
ROOT_PX = 36.0
PERIOD_TICKS, BEAT_TICK = 60, 44
WINS_PX, SLIPS_PX = 28.0, 22.0
SLIDE_TICKS = 14
LEAST_PULL, MOST_PULL, PULL_GROWS = 34.0, 104.0, 9.0
"""px/s; and px/s more in every second."""
SOFTER = {"storybook": 0.7, "brave": 1.0, "beldam": 1.1}
LIP_PX = 50.0
"""So near the middle of the well she is over its edge."""
ROPE_PX = 300.0
PERCH_PX = 58.0
FLUNG_TICKS, FLUNG_LIES_TICKS, FLUNG_PX = 30, 140, 74.0
NECK_PX = 30.0
GAP_TICKS = 62


@dataclass
class Drag:
    """``pull_px_s`` how hard it draws now; ``pulses`` of this hold that were good; ``torn`` roots that have come out."""

    hits: int = 0
    pull_px_s: float = LEAST_PULL
    holds_on: bool = False
    root: str = ""
    pulses: int = 0
    tick_: int = 0
    has_pressed: bool = False
    last: str = ""
    strain: float = 0.0
    torn: list[str] = field(default_factory=list)
    slide_px: float = 0.0
    since_slap: int = 0
    edges: int = 0

    @property
    def wants(self) -> int:
        """Good pulses until it comes flying."""
        return WANTS[min(self.hits, len(WANTS) - 1)]

    # ---- begin

    def begin(self, fight: HandFight, session: Session) -> None:
        """It sits on the far side of the well, and the string is taut."""
        hand = fight.hand
        at = self.perch(fight, session)
        hand.put(session, at.x, at.y)
        hand.string = "taut"
        hand.string_at = Vec(session.place.x, session.place.y - NECK_PX)

    def perch(self, fight: HandFight, session: Session) -> Vec:
        """Across the well from her."""
        well, place = fight.arena.well, session.place
        dx, dy = place.x - well.x, place.y - well.y
        d = math.hypot(dx, dy) or 1.0
        return Vec(well.x - dx / d * PERCH_PX, well.y - dy / d * PERCH_PX * 0.8)

    # ---- a tick

    def tick(self, fight: HandFight, session: Session) -> None:
        hand, place = fight.hand, session.place
        walker = session.world.get(session.hero, Walker)
        well = fight.arena.well
        hand.string_at = Vec(place.x, place.y - NECK_PX)
        is_slack = hand.state in ("open", "stunned", "down") or fight.doing in ("slap", "knocked", "flung", "away")
        hand.string = "slack" if is_slack else "taut"
        grace = session.world.get(session.hero, Harm).grace
        dx, dy = well.x - place.x, well.y - place.y
        d = math.hypot(dx, dy) or 1.0
        pull = 0.0
        if fight.won or fight.only:
            pull = fight.pulls_px_s
        elif self.holds_on:
            self._brace(fight, session)
            pull = 0.0
        elif not is_slack and not grace:
            most = MOST_PULL * SOFTER.get(session.rules.difficulty, 1.0)
            self.pull_px_s = min(self.pull_px_s + PULL_GROWS / 60, most)
            pull = self.pull_px_s + fight.pulls_px_s
        if self.slide_px:
            step = math.copysign(min(abs(self.slide_px), 2.4), self.slide_px)
            self.slide_px -= step
            pull += step * 60
        if d > ROPE_PX and not fight.won:
            pull = max(pull, 180.0)
        walker.drift_x, walker.drift_y = dx / d * pull, dy / d * pull
        if d < LIP_PX and not fight.won and not grace and not is_slack:
            self._over_the_edge(fight, session)
        if pull > 60 and session.tick % 40 == 0:
            session.news.tell(Heard("rope_creak", place.x, place.y, 0.5))

    def _over_the_edge(self, fight: HandFight, session: Session) -> None:
        """A stitch, and she has thrown herself back."""
        well = fight.arena.well
        if prick(session, "hand", well.x, well.y, 58.0):
            session.story.count("hand_hits")
            self.edges += 1
            self.pull_px_s = LEAST_PULL
            self.holds_on = False
            fight.happened.append("edge")
            session.news.tell(Heard("well_boards", well.x, well.y))

    # ---- holding on

    def near_root(self, fight: HandFight, session: Session) -> Post | None:
        """The root she could hold on to."""
        place = session.place
        near = [
            (math.hypot(r.at.x - place.x, r.at.y - place.y), r) for r in fight.arena.roots if r.name not in self.torn
        ]
        near = [n for n in near if n[0] < ROOT_PX]
        return min(near, key=lambda n: n[0])[1] if near else None

    def her_hands(self, fight: HandFight, session: Session) -> bool:
        """The button that holds on; True when there is nothing else to be said."""
        if fight.won or fight.doing == "flung" or fight.hand.state in ("stunned", "down"):
            self._let_go(fight, session)
            return False
        root = self.near_root(fight, session)
        if root is None:
            self._let_go(fight, session)
            return False
        if self.holds_on:
            keeps = session.held(Action.INTERACT) or session.rules.auto_brace
            wants_off = session.rules.auto_brace and session.pressed(Action.DODGE)
            if not keeps or wants_off:
                self._let_go(fight, session)
            return True
        session.prompt = Prompt("brace", session.hero, root.at.x, root.at.y - 26)
        if session.held(Action.INTERACT) and not session.world.get(session.hero, Harm).holds:
            self.holds_on, fight.holds_her = True, True
            self.root, self.tick_, self.has_pressed, self.last = root.name, 0, True, ""
            well = fight.arena.well
            place = session.place
            place.facing = Facing.of(well.x - place.x, well.y - place.y)
            look = session.world.get(session.hero, Look)
            look.anim, look.ticks, look.is_once, look.mood = "brace", 0, False, "held"
            session.news.tell(Heard("wood_thud", place.x, place.y, 0.6))
            fight.happened.append("holds_on")
        return True

    def _let_go(self, fight: HandFight, session: Session) -> None:
        if self.holds_on or fight.holds_her:
            self.holds_on, fight.holds_her = False, False
            look = session.world.get(session.hero, Look)
            if look.mood == "held":
                look.mood, look.anim, look.ticks = "", "idle", 0
            self.pull_px_s = min(self.pull_px_s, 40.0)

    def _brace(self, fight: HandFight, session: Session) -> None:
        """A pulse: it creaks, and she presses once. The first one comes a little sooner."""
        self.strain = min(self.strain + 0.04, 1.0)
        fight.hand.hum = 12
        self.tick_ += 1
        if self.tick_ == 1 and self.has_pressed:  # the press that took hold is none
            self.has_pressed = False
            self.tick_ = 12
        x, y = session.place.x, session.place.y
        window = WINDOW_TICKS.get(session.rules.difficulty, 14)
        if self.tick_ == BEAT_TICK - CREAK_AHEAD_TICKS:
            session.news.tell(Pulsed("creak"))
            session.news.tell(Heard("board_creak", x, y))
        in_window = -window <= self.tick_ - BEAT_TICK <= window + LATE_IS_FINE_TICKS
        pressed = bool(session.intent.pressed) and self.tick_ > 14
        if session.rules.auto_brace:
            pressed = self.tick_ == BEAT_TICK
        if pressed and not self.has_pressed and (in_window or self.tick_ >= BEAT_TICK // 2):
            self.has_pressed = True
            self.last = "good" if in_window else "early" if self.tick_ < BEAT_TICK else "late"
            self._judge(fight, session)
        if self.tick_ >= PERIOD_TICKS + 6:
            if not self.has_pressed:
                self.last = "late"
                self._judge(fight, session)
            self.tick_, self.has_pressed = 0, False

    def _judge(self, fight: HandFight, session: Session) -> None:
        x, y = session.place.x, session.place.y
        session.news.tell(Pulsed(self.last))
        if self.last != "good":
            session.news.tell(Heard("rope_creak", x, y))
            fight.happened.append("pulse_lost")
            return
        self.pulses += 1
        fight.hand.hurt = 12
        session.news.tell(Heard("string_pull", x, y))
        session.news.tell(Shook(1.5 + self.pulses, 12))
        fight.happened.append("pulse")
        if self.pulses >= self.wants:
            self.pulses = 0
            self._let_go(fight, session)
            fight.do(self._flung(fight, session), "flung")

    def _flung(self, fight: HandFight, session: Session) -> Moves:
        """Over the well it comes, and lies before her on its back."""
        hand, place = fight.hand, session.place
        well = fight.arena.well
        dx, dy = well.x - place.x, well.y - place.y
        d = math.hypot(dx, dy) or 1.0
        far = max(min(FLUNG_PX, d - LIP_PX - 24.0), 40.0)  # on this side of the well: she can get at it
        goal = fight.arena.keep(place.x + dx / d * far, place.y + dy / d * far)
        hand.become("down", "leap")
        fight.happened.append("flung")
        session.news.tell(Heard("throw_whoosh", hand.x, hand.y))
        from_x, from_y = hand.x, hand.y
        for n in range(1, FLUNG_TICKS + 1):
            k = n / FLUNG_TICKS
            hand.x, hand.y = from_x + (goal[0] - from_x) * k, from_y + (goal[1] - from_y) * k
            hand.z = 52 * math.sin(math.pi * k)
            hand.heading = (hand.heading + 17) % 360
            yield
        hand.z = 0.0
        session.news.tell(Heard("thrown_land", hand.x, hand.y))
        session.news.tell(Shook(2.5, 14))
        hand.become("stunned", "pant", round(FLUNG_LIES_TICKS * fight.longer(session)))
        while hand.left > 0:
            hand.left -= 1
            yield
        fight.happened.append("got_up")
        hand.become("free", "stalk")

    def hit(self, fight: HandFight, session: Session) -> None:
        """It was hit while it lay there: the root she held on to has had it as well."""
        fight.happened.append("drag_hit")
        if fight.only:
            return
        self.hits += 1
        self.pull_px_s = LEAST_PULL + 6.0 * self.hits
        if self.root and self.root not in self.torn and self.hits < HITS:
            self.torn.append(self.root)
            thing = session.world.find(session.find(self.root), Furniture)
            if thing is not None:
                thing.prop = "root_torn"
        if self.hits >= HITS:
            fight.won = True
            fight.happened.append("won")

    # ---- what it is about

    def perches(self, fight: HandFight, session: Session) -> Moves:
        """Round the well, so that it stays between them."""
        hand = fight.hand
        hand.become("free", "drag")
        for n in range(GAP_TICKS - 8 * self.hits + 240):
            at = self.perch(fight, session)
            far = hand.far(at.x, at.y)
            if far > 90:  # not through the well: round it
                well = fight.arena.well
                a = math.atan2(hand.y - well.y, hand.x - well.x)
                want = math.atan2(at.y - well.y, at.x - well.x)
                turn = (want - a + math.pi) % math.tau - math.pi
                a += min(max(turn, -0.6), 0.6)
                far = max(PERCH_PX, min(hand.far(well.x, well.y), 90.0))
                at = Vec(well.x + math.cos(a) * far, well.y + math.sin(a) * far * 0.85)
                hand.pose = "stalk"
                hand.face(at.x, at.y)
            else:
                hand.pose = "drag"
                hand.face(2 * hand.x - session.place.x, 2 * hand.y - session.place.y)
            there = hand.go(at.x, at.y, fight.speed(session) * 1.15 / 60)
            if there and n >= GAP_TICKS - 8 * self.hits and not (self.holds_on and not self._is_sly(fight)):
                return
            yield

    def _is_sly(self, fight: HandFight) -> bool:
        """Before the last hit it does not wait until she has done with holding on."""
        return self.hits >= 1 and self.pulses >= 1 and self.since_slap >= 1

    def next_attack(self, fight: HandFight, session: Session) -> str:
        """Yanks mostly; now and then it comes along the string."""
        if self.holds_on and self._is_sly(fight):
            self.since_slap = 0
            return "slap"
        near = fight.hand.far(session.place.x, session.place.y) < 120
        self.since_slap += 1
        if self.since_slap > 2 or (near and self.since_slap > 1):
            self.since_slap = 0
            return "slap"
        return "yank"
