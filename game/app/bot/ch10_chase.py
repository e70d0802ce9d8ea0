"""Chapter 10 from the globe on: the climb, the chase, the door."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from game.core.chance import Flair
from game.core.geometry import Vec
from game.core.intent import NOTHING, STICK, Action, Intent
from game.sim.acts import Chase, Climb, Unfloored
from game.sim.panels import BracePanel
from game.testing import Play

if TYPE_CHECKING:
    from game.app.bot.bot import Bot
    from game.sim.acts.chase import Obstacle

SEES_PX, SOON_PX = 210.0, 100.0
"""So far ahead she looks for what stands in the way; what comes so soon counts most."""
WIDE_PX = 12.0
JUMP_PX = 24.0
"""So far before something she presses dodge to go through it."""
LATE_PX = 22.0
"""So near needles that were to be got round she dodges after all."""
CHASE_TICKS = 60 * 60 * 6
HELD_UP_TICKS = 14


class Runner:
    """Runs one stretch after the other. ``clean`` of all obstacles are got round or through, ``through`` of those by a dodge."""

    def __init__(self, play: Play, clean: float = 1.0, through: float = 0.5, seed: int = 5) -> None:
        self.play, self.clean, self.through = play, clean, through
        self._chance = Flair(seed)
        self._plans: dict[tuple[int, float, float], str] = {}
        self._tries = -1
        self._held_up = 0
        self._was_x = 0.0

    def tick(self) -> None:
        """One tick of it, whatever is before her."""
        session, play = self.play.session, self.play
        act = session.act
        if session.talk is not None:
            play.press("interact")
        elif not isinstance(act, Chase) or not session.is_free:
            play.wait(1)
        else:
            play.tick(self._intent(act))

    def _intent(self, act: Chase) -> Intent:
        session = self.play.session
        if session.story.counts.get("tries", 0) != self._tries:  # another go: another mind
            self._tries = session.story.counts.get("tries", 0)
            self._plans.clear()
        x, y = session.place.x, session.place.y
        self._held_up = self._held_up + 1 if act.phase == "runs" and x - self._was_x < 0.5 else 0
        self._was_x = x
        if self._held_up > HELD_UP_TICKS:  # that cannot be run through
            for o in act.obstacles:
                if o.kind == "rib" and abs(o.box.middle.x - x) < SEES_PX:
                    self._plans[(act.stretch, o.box.x, o.box.y)] = "round"
        ahead = [o for o in act.obstacles if o.box.right > x - 10 and o.box.x < x + SEES_PX and o.state in LIES]
        goal = self._lane(act, ahead, y)
        pressed = NOTHING
        for o in ahead:
            at = o.box.x - x
            late = o.kind == "needle" and self._plan(act, o) == "round" and at < LATE_PX
            if (late or self._plan(act, o) == "through") and -8 < at < JUMP_PX and o.box.y - 6 < y < o.box.bottom + 6:
                pressed = Action.DODGE
        if act.told and act.told > act.told_of - 4 and act.distance_tiles(session) < 2.4:
            pressed = Action.DODGE  # her hand is coming down
        dy = goal - y
        tilt = 0 if abs(dy) < 4 else max(-STICK, min(STICK, round(dy * 12)))
        return Intent(STICK, tilt, Action.RUN | pressed, pressed)

    def _plan(self, act: Chase, o: Obstacle) -> str:
        key = (act.stretch, o.box.x, o.box.y)
        if key not in self._plans:
            if self._chance.below(1000) >= self.clean * 1000:
                plan = "blunder"
            elif o.kind != "rib" and (self._chance.below(1000) < self.through * 1000 or o.kind == "soft"):
                plan = "through"
            else:
                plan = "round"
            self._plans[key] = plan
        return self._plans[key]

    def _lane(self, act: Chase, ahead: list[Obstacle], y: float) -> float:
        """The way down the tube with the least in it, near where she is."""
        best, least = y, 1e9
        rows = 10
        for n in range(rows):
            at = act.top + 10 + (act.low - act.top - 20) * n / (rows - 1)
            cost = abs(at - y)
            for o in ahead:
                inside = o.box.y - WIDE_PX < at < o.box.bottom + WIDE_PX
                plan, near = self._plan(act, o), 1.0 if o.box.x - self._was_x < SOON_PX else 0.3
                if o.kind == "soft":
                    continue
                if plan == "round" and inside:
                    cost += near * (900.0 if o.kind == "rib" else 500.0)
                elif plan == "through" and not inside:
                    cost += near * 60.0
                elif plan == "blunder" and not inside:
                    cost += near * 200.0
            if cost < least:
                best, least = at, cost
        return best


LIES = ("", "told", "out")


HEARTH_STANDS = Vec(552, 164)
CLIMB_TICKS = 60 * 60 * 8
WARY_PX = 124.0
BELLS_PX = 20.0


def globe_taken(bot: Bot) -> None:
    """On tiptoe to the hearth; then along the strands, walking while she hums, still while she listens."""
    play = bot.play
    for _ in range(CLIMB_TICKS):
        session = play.session
        act = session.act
        if play.saw("globe_taken"):
            return
        if session.talk is not None:
            play.press("interact")
        elif isinstance(act, Unfloored) and session.is_free:
            _to_the_hearth(play, act)
        elif isinstance(act, Climb) and session.is_free:
            _climbs(play, act)
        else:
            play.wait(1)


def _to_the_hearth(play: Play, act: Unfloored) -> None:
    place = play.session.place
    if math.hypot(HEARTH_STANDS.x - place.x, HEARTH_STANDS.y - place.y) > 8:
        _step(play, HEARTH_STANDS, act.blind.state == "hush")
    else:
        play.tick(Intent(held=Action.INTERACT, pressed=Action.INTERACT if act.taking == 0 else NOTHING))


def _climbs(play: Play, act: Climb) -> None:
    session = play.session
    place, blind = session.place, act.blind
    points = session.room.paths["climb_quiet"].points
    here = Vec(place.x, place.y)
    goal = _next_point(points, here)
    far = math.hypot(blind.x - place.x, blind.y - place.y)
    on_bells = any(s.kind == "bells" and s.box.grown(BELLS_PX).holds(place.x, place.y) for s in act.strands)
    hums = blind.state == "hums" and blind.ticks < blind.hums_for(session) - 12
    if blind.state in ("comes", "gropes"):
        near = math.hypot(blind.goal_x - place.x, blind.goal_y - place.y) < WARY_PX
        _step(play, goal, True) if near or not blind.is_lured else _step(play, goal, on_bells)
    elif hums and far > WARY_PX:
        _step(play, goal, on_bells)
    elif hums or far > 70:
        play.wait(1) if far < 60 or not hums else _step(play, goal, True)
    else:
        play.wait(1)


def _next_point(points: Sequence[Vec], here: Vec) -> Vec:
    """The end of the leg of a way that is nearest to her, or of the next one once she is there."""
    best, least = points[-1], 1e9
    for n, (a, b) in enumerate(pairwise(points)):
        length = (b - a).length or 1.0
        k = min(max(((here.x - a.x) * (b.x - a.x) + (here.y - a.y) * (b.y - a.y)) / length**2, 0.0), 1.0)
        off = math.hypot(a.x + (b.x - a.x) * k - here.x, a.y + (b.y - a.y) * k - here.y)
        if off <= least + 2.0:  # of two that are as near, the one that is farther on
            least = min(off, least)
            best = b if (b - here).length > 10 or n + 2 >= len(points) else points[n + 2]
    return best


def _step(play: Play, goal: Vec, softly: bool) -> None:
    place = play.session.place
    dx, dy = goal.x - place.x, goal.y - place.y
    d = math.hypot(dx, dy) or 1.0
    play.tick(Intent(round(dx / d * STICK), round(dy / d * STICK), Action.SNEAK if softly else NOTHING))


def beldam_chase(bot: Bot) -> None:
    """Runs, goes round, dodges through every other thing."""
    runner = Runner(bot.play)
    for _ in range(CHASE_TICKS):
        if bot.play.saw("beldam_chase"):
            return
        runner.tick()


def door_closed(bot: Bot) -> None:
    """Holds, presses at every creak, turns the key."""
    play = bot.play
    for _ in range(60 * 60 * 3):
        if play.saw("door_closed"):
            return
        if isinstance(play.session.panel, BracePanel):
            bot.hold_on()
        elif play.session.talk is not None or play.prompt == "turn":
            play.press("interact")
        else:
            play.wait(1)


PLAYS: dict[str, Callable[[Bot], None]] = {
    "globe_taken": globe_taken,
    "beldam_chase": beldam_chase,
    "door_closed": door_closed,
}
"""Every beat the bot can play -> how."""
