"""Act three, the flight: catch the rope as it comes by, pump at each turn, let go late, land in the cheering; then roses."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.core.intent import Action
from game.sim.acts.theatre.house import inside, is_on_boards
from game.sim.acts.theatre.show import BEAT_TICKS, LAST_TICK, Show
from game.sim.happenings import Heard, Shook
from game.sim.parts import Gaze, Look, Prompt
from game.sim.space import Rope

if TYPE_CHECKING:
    from game.sim.session import Session

ROPE = "flying"
LENGTH = 250.0
HANDS_PX = 20.0
"""How high her feet hang at the lowest."""
LOOSE = 0.55
"""Radians that the rope swings while nobody holds it."""
LEAST, MOST, GAIN, LOSS = 0.30, 1.02, 0.095, 0.985
"""The swing's amplitude: after the grab, at most, by each good press; and what is left of it without."""
GRAB_FROM, GRAB_TO = 5, 15
"""Odd beats on which the loose rope comes past the mark; on the last it is put into her hands."""
GRAB_TICKS, GRAB_PX = 15, 30.0
TURNS = tuple(range(16, 52, 2))
TURN_EARLY, TURN_LATE = 11, 15
"""Ticks before and after a turn in which a press is a good one."""
PUMPS = 8
"""So many lift her over the footlights."""
RELEASE_FROM, RELEASE_TURN = 50, 52
LATE_FROM, LATE_TO = 4, 38
"""Ticks after the lowest point in which letting go is late, and not too late."""
PLANE_FROM, PLANE_TO = 34, 48
"""Beats in which the swing is turned towards the house."""
NEAR_SIDE, FAR_SIDE = 0.9, 0.2
"""How much of a swing towards us, and away from us, is seen."""
FLIGHT_TICKS = 64
FALL = 0.09
"""px a tick and tick, of the flight."""
ROSES = 5
ROSES_FROM = 56
ROSE_TICKS = 40
ROSE_PX = 25.0
ROSE_STEP_PX = 60.0
BULBS = 1 + PUMPS + 1 + ROSES
LANDING, SHORT, FAR = Vec(560.0, 640.0), Vec(560.0, 446.0), Vec(560.0, 548.0)
"""Where she comes down: in the cheering; too early, before the first row; too late, on somebody's hat."""


@dataclass
class Flight(Show):
    """``state``: loose, on, air, down. ``x``, ``y``, ``lift``: the rope's end as seen."""

    part: int = 3
    bulbs: list[str] = field(default_factory=lambda: [""] * BULBS)
    state: str = "loose"
    amplitude: float = LOOSE
    angle: float = 0.0
    off: float = 0.0
    x: float = 0.0
    y: float = 0.0
    lift: float = 0.0
    pumps: int = 0
    pressed_turn: int = -1
    last_press: str = ""
    press_tick: int = -1000
    air_ticks: int = 0
    air_from: tuple[float, float, float] = (0.0, 0.0, 0.0)
    air_to: tuple[float, float] = (0.0, 0.0)
    bounce: int = 0
    roses: list[tuple[float, float, float, float]] = field(default_factory=list)
    """(from x, from y, to x, to y) of each thrown so far."""
    caught: int = 0

    def play(self, session: Session) -> None:
        self._swing(session)
        if self.state == "loose":
            self._grab(session)
        elif self.state == "on":
            self._ride(session)
        elif self.state == "air":
            self._fly(session)
        else:
            self._land(session)
        self._duo(session)

    def may_be_away(self) -> bool:
        return self.state in ("on", "air", "down")

    def closes(self) -> bool:
        return False

    # ---- the rope

    @property
    def pivot(self) -> Vec:
        """The point of the floor below which the rope hangs plumb."""
        return Vec(560.0, 318.0 + 26.0 * self.plane)

    @property
    def plane(self) -> float:
        """0 along the stage .. 1 out over the house."""
        k = min(max((self.beat - PLANE_FROM) / (PLANE_TO - PLANE_FROM), 0.0), 1.0)
        return k * k * (3 - 2 * k)

    def _swing(self, session: Session) -> None:
        """The joint does the swinging; each time it passes the plumb line it gets the speed that takes it as far as wanted."""
        ropes = session.space.ropes
        if ROPE not in ropes:
            ropes[ROPE] = Rope(LENGTH, LOOSE, Rope.gravity_for(LENGTH, LOOSE, 2 * BEAT_TICKS))
        rope = ropes[ROPE]
        if self.ticks % (2 * BEAT_TICKS) == BEAT_TICKS and self.state != "down":
            way = -1.0 if self.ticks % (4 * BEAT_TICKS) == BEAT_TICKS else 1.0
            rope.gravity = Rope.gravity_for(LENGTH, self.amplitude, 2 * BEAT_TICKS)
            rope.drive(way * Rope.speed_for(LENGTH, self.amplitude, rope.gravity))
        self.angle, self.off = rope.angle, rope.off
        turn = self.plane * math.pi / 2
        self.x = self.pivot.x + rope.off * math.cos(turn)
        self.y = self.pivot.y + rope.off * math.sin(turn) * (NEAR_SIDE if rope.off > 0 else FAR_SIDE)
        self.lift = rope.lift + HANDS_PX
        if self.state == "on":
            self._hang(session)

    def _hang(self, session: Session) -> None:
        self._put(session, self.x, self.y, self.lift)
        look = session.world.get(session.hero, Look)
        look.anim, look.mood, look.is_once = "swing", "held", False
        facing = Facing.RIGHT if session.space.ropes[ROPE].speed > 0 else Facing.LEFT
        session.place.facing = Facing.DOWN if self.plane > 0.6 else facing

    @staticmethod
    def _put(session: Session, x: float, y: float, lift: float) -> None:
        place = session.place
        place.x, place.y, place.lift = x, y, lift
        session.space.move(session.hero, x, y)

    # ---- bars 1 to 4: catching it

    def _grab(self, session: Session) -> None:
        self.show_sign("catch")
        wide = self.window(session)
        mark = session.room.spots["mark_4"].box.middle
        place = session.place
        self.beams = ((mark.x, mark.y, 46.0, 1.0, "gold"),)
        passes = [b for b in range(GRAB_FROM, GRAB_TO + 1, 2) if self.since(b) <= GRAB_TICKS * wide]
        due = passes[0] if passes else GRAB_TO
        since = self.since(due)
        self.feet = ((mark.x, 80.0, 1 - min(abs(since) / (2 * BEAT_TICKS), 1.0), "gold"),)
        on_mark = inside(place.x, place.y, mark, GRAB_PX * wide)
        if on_mark:
            session.prompt = Prompt("", 0, mark.x, mark.y - 66)  # the ring over her says which button
            if session.pressed(Action.INTERACT):
                if abs(since) <= GRAB_TICKS * wide:
                    self._take(session, True)
                else:
                    self._note(session, "early" if since < 0 else "late")
        if self.state == "loose" and self.since(GRAB_TO) >= GRAB_TICKS * wide:
            self._take(session, False)  # it is put into her hands, with a bow

    def _take(self, session: Session, is_good: bool) -> None:
        self.judge(session, 0, is_good)
        self.state, self.amplitude = "on", LEAST
        self.holds_her = True
        session.space.haunt(session.hero, True)
        session.news.tell(Heard("rope_creak", session.place.x, session.place.y))

    # ---- bars 5 to 13: pumping

    def _ride(self, session: Session) -> None:
        wide = self.window(session)
        early, late = TURN_EARLY * wide, TURN_LATE * wide
        self.beams = ((self.x, self.y, 54.0, 1.0, "gold"),)
        pressed = session.pressed(Action.INTERACT)
        if self.beat < RELEASE_FROM + 0.5:
            if self.beat >= GRAB_TO:
                self.show_sign("swing")
            now = next((i for i, b in enumerate(TURNS) if self.since(b) <= late), len(TURNS) - 1)
            since = self.since(TURNS[now])
            if pressed and self.beat >= GRAB_TO and self.pressed_turn != now:
                if -early <= since <= late:
                    self.pressed_turn = now
                    self._pump(session)
                elif since < -early and since > -BEAT_TICKS:
                    self._note(session, "early")
            if self.ticks % (2 * BEAT_TICKS) == 0 and self.pressed_turn < now - 1:
                self.amplitude = max(self.amplitude * LOSS, LEAST)
            if self.beat >= GRAB_TO and since == 0:
                session.news.tell(Heard("rope_creak", self.x, self.y, 0.4))
            self._chase(session, since)
            return
        self._let_go(session, pressed, wide)

    def _chase(self, session: Session, since: float) -> None:
        """A light runs along the footlights with the swing, and is at the end on the turn."""
        if self.beat < GRAB_TO:
            return
        at = 576.0 + 330.0 * math.sin(min(max(self.angle / max(self.amplitude, 0.05), -1.0), 1.0) * math.pi / 2)
        self.feet = ((at, 64.0, 1.0 if abs(since) < 12 else 0.7, "gold"),)

    def _pump(self, session: Session) -> None:
        self.amplitude = min(self.amplitude + GAIN, MOST)
        self._note(session, "good")
        session.news.tell(Heard("rope_creak", self.x, self.y, 0.8))
        session.news.tell(Heard("throw_whoosh", self.x, self.y, 0.5))
        if self.pumps < PUMPS:
            self.judge(session, 1 + self.pumps, True)
        else:
            self.clap(session, 0.15)
        self.pumps += 1

    def _note(self, session: Session, what: str) -> None:
        """How the last press was: good, early or late."""
        self.last_press, self.press_tick = what, self.ticks
        if what != "good":
            session.news.tell(Heard("cloth_turn", self.x, self.y, 0.5))

    # ---- bar 13: letting go

    def _let_go(self, session: Session, pressed: bool, wide: float) -> None:
        self.show_sign("let_go")
        since = self.since(RELEASE_FROM + 1)  # the lowest point of the last way out
        k = min(max((since + BEAT_TICKS) / (2 * BEAT_TICKS), 0.0), 1.0)
        self.feet = ((576.0, 80.0 + 420.0 * k, 0.5 + 0.5 * k, "white" if since >= LATE_FROM else "gold"),)
        is_good = LATE_FROM / wide <= since <= LATE_TO
        is_high = self.pumps >= PUMPS // 2
        if pressed and since < LATE_FROM / wide:
            self._note(session, "early")
            self._leave(session, SHORT, False)
        elif pressed and is_good:
            self._note(session, "good")
            self._leave(session, LANDING if is_high else FAR, True)
        elif since > LATE_TO + 6 * wide:
            self._note(session, "late")
            self._leave(session, FAR, False)

    def _leave(self, session: Session, to: Vec, is_good: bool) -> None:
        place = session.place
        self.judge(session, 1 + PUMPS, is_good)
        for i in range(min(self.pumps, PUMPS), PUMPS):
            if not self.bulbs[1 + i]:
                self.bulbs[1 + i] = "miss"
        self.state, self.air_ticks = "air", 0
        self.air_from, self.air_to = (place.x, place.y, place.lift), (to.x, to.y)
        self.amplitude = 0.35
        session.news.tell(Heard("drum_roll" if is_good else "throw_whoosh", place.x, place.y))

    def _fly(self, session: Session) -> None:
        self.air_ticks += 1
        k = min(self.air_ticks / FLIGHT_TICKS, 1.0)
        x0, y0, l0 = self.air_from
        rise = (FALL * FLIGHT_TICKS**2 / 2 - l0) / FLIGHT_TICKS
        t = self.air_ticks
        x, y = x0 + (self.air_to[0] - x0) * k, y0 + (self.air_to[1] - y0) * k
        self._put(session, x, y, max(l0 + rise * t - FALL * t * t / 2, 0.0))
        look = session.world.get(session.hero, Look)
        look.anim, look.mood, look.is_once = "flap", "held", False
        session.place.facing = Facing.DOWN
        self.beams = ((x, y, 54.0, 1.0, "gold"),)
        if k >= 1.0:
            self.state, self.bounce = "down", 1
            self.clap(session, 1.0, is_heard=True)
            session.news.tell(Heard("hide_in", x, y))
            session.news.tell(Shook(2.0, 12))

    # ---- bars 15 and 16: down, and roses

    def _land(self, session: Session) -> None:
        """Many small hands throw her up twice more before they let her stand."""
        place, look = session.place, session.world.get(session.hero, Look)
        self.beams = ((place.x, place.y, 58.0, 1.0, "gold"),)
        self._throw_roses(session)
        if self.bounce:
            self.bounce += 1
            t = self.bounce
            high = 26.0 if t < 30 else 12.0
            k = t / 30 if t < 30 else (t - 30) / 22
            self._put(session, self.air_to[0], self.air_to[1], max(high * 4 * k * (1 - k), 0.0))
            if t == 30:
                session.news.tell(Heard("cloth_turn", place.x, place.y))
            if t >= 52:
                self.bounce = 0
                place.lift = 0.0
                look.mood = ""
                self.holds_her = False
                session.space.haunt(session.hero, False)
                session.space.ropes.pop(ROPE, None)
            return
        if self.beat < 61:
            self.show_sign("roses")
        if self.beat >= 61.5 and look.mood != "held" and abs(place.x - place.was_x) + abs(place.y - place.was_y) < 0.1:
            place.facing = Facing.DOWN
            look.anim, look.ticks, look.mood = "happy", 0, "held"

    def _throw_roses(self, session: Session) -> None:
        place = session.place
        for i in range(ROSES):
            since = self.since(ROSES_FROM + i)
            if since == -ROSE_TICKS:
                self.roses.append(self._rose(session, i))
                session.news.tell(Heard("throw_whoosh", place.x, place.y, 0.35))
            if since == 0:
                x, y = self.roses[i][2:]
                reach = ROSE_PX * self.window(session)
                is_good = inside(place.x, place.y, Vec(x, y), reach)
                self.caught += is_good
                session.news.tell(Heard("item_get" if is_good else "rose_land", x, y, 0.6))
                self.judge(session, 1 + PUMPS + 1 + i, is_good, is_quiet=True)

    def _rose(self, session: Session, i: int) -> tuple[float, float, float, float]:
        """From one of the seats to a place near where the last one fell."""
        last = self.roses[-1][2:] if self.roses else (session.place.x, session.place.y)
        fate = session.fate
        angle, far = fate.between(0, 2 * math.pi), fate.between(0.5, 1.0) * ROSE_STEP_PX
        x = min(max(last[0] + math.cos(angle) * far, 516.0), 612.0)
        y = min(max(last[1] + math.sin(angle) * far * 0.7, 600.0), 690.0)
        if is_on_boards(*last) or last[1] < 560.0:  # she came down short: the roses come to her
            y = min(max(last[1] + math.sin(angle) * far * 0.5, 430.0), 560.0)
        side = -1 if i % 2 else 1
        return (560.0 + side * 150.0, y - 40.0, x, y)

    # ---- the picture

    def _aim(self, session: Session) -> None:
        place = session.place
        if self.state in ("on", "air") or self.bounce:
            down = max(place.y - 300.0, 0.0) * 0.7
            session.gaze = Gaze(min(max(place.x, 448.0), 688.0), 236.0 + down, 12.0)
        elif self.state == "down" and self.ticks < LAST_TICK:
            session.gaze = Gaze(place.x, place.y - 40.0, 8.0)
        else:
            super()._aim(session)

    # ---- the ladies

    def _duo(self, session: Session) -> None:
        """They fly with her, each on the other side, and agree about the middle."""
        for i, who in enumerate(("other_spink", "other_forcible")):
            home = (280.0, 850.0)[i]
            self.steer(session, who, home, 176.0, 90.0)
            self.turn(session, who, Facing.DOWN)
            now = int(self.beat) % 4
            if self.beat >= ROSES_FROM:
                self.pose(session, who, "bow" if now < 2 else "cheer")
            elif self.beat >= GRAB_TO:
                self.pose(session, who, "swing")
            else:
                self.pose(session, who, "cheer" if now == 3 else "")
