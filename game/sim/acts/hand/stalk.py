"""What the hand does when it does not attack: circles her from grass to grass, flies when it is knocked, flinches, creeps off."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.sim.acts.hand.table import ATTACKS
from game.sim.happenings import Heard

if TYPE_CHECKING:
    from game.sim.acts.hand.attacks import Moves
    from game.sim.acts.hand.fight import HandFight
    from game.sim.parts import Place
    from game.sim.session import Session

BREATH_TICKS = 130
"""After it was hit it is gone for so long."""
KNOCKED_TICKS, LIES_TICKS, KNOCKED_PX = 24, 46, 92.0
FLINCH_TICKS = 20
CIRCLES_PX = 108.0
PATIENCE_TICKS = 240
KEEPS_PX = 46.0
"""It does not walk over her."""


def waits(fight: HandFight, session: Session) -> Moves:
    """For practice: it only keeps its distance."""
    attack = ATTACKS[fight.only]
    near = max(attack.reach_px - 30, 30.0) if fight.only not in ("yank", "wybie") else 0.0
    for _ in range(70):
        keep_off(fight, session, near, fight.speed(session))
        yield


def keep_off(fight: HandFight, session: Session, far_px: float, speed: float) -> None:
    """A step that brings it so far from her."""
    hand, place = fight.hand, session.place
    if not far_px:
        return
    d = hand.far(place.x, place.y) or 1.0
    x = place.x + (hand.x - place.x) / d * far_px
    y = place.y + (hand.y - place.y) / d * far_px
    hand.go(*fight.arena.keep(x, y), speed / 60)
    hand.face(place.x, place.y)


def circles(fight: HandFight, session: Session) -> Moves:
    """Round her, from grass to grass where there is any, until it has been long enough and it is near enough."""
    hand = fight.hand
    hand.become("free", "stalk")
    gap = fight.gap()
    side = 1.0 if session.fate.unit() < 0.5 else -1.0
    goal = lurks(fight, session, side)
    stops = 14 + session.fate.below(16)
    for n in range(gap + PATIENCE_TICKS):
        place = session.place
        d = hand.far(place.x, place.y)
        reach = ATTACKS["leap"].reach_px
        if n >= gap and d < reach - 6:
            break
        if n >= gap:  # closer
            hand.face(place.x, place.y)
            walk(fight, session, Vec(place.x, place.y), 1.0)
        elif walk(fight, session, goal, 0.86):
            stops -= 1
            if stops <= 0:
                side = -side if session.fate.unit() < 0.3 else side
                goal, stops = lurks(fight, session, side), 8 + session.fate.below(20)
        if hand.is_hidden and n % 34 == 0 and hand.moved_px > 0.4:
            session.news.tell(Heard("hand_rustle", hand.x, hand.y, 0.8))
        elif not hand.is_hidden and n % 11 == 0 and hand.moved_px > 0.4:
            session.news.tell(Heard("needle_skitter", hand.x, hand.y, 0.4))
        yield
    # It has stopped. That is what one hears.
    for _ in range(10):
        hand.face(session.place.x, session.place.y)
        yield


def walk(fight: HandFight, session: Session, goal: Vec, k: float) -> bool:
    hand, place = fight.hand, session.place
    hand.face(goal.x, goal.y)
    there = hand.go(*fight.arena.keep(goal.x, goal.y), fight.speed(session) * k / 60)
    d = hand.far(place.x, place.y)
    if d < KEEPS_PX:  # round her, not over her
        far = min(KEEPS_PX, d + 2.4)
        dx, dy = (hand.x - place.x) / max(d, 1.0), (hand.y - place.y) / max(d, 1.0)
        hand.x, hand.y = fight.arena.keep(place.x + dx * far, place.y + dy * far)
    return there


def lurks(fight: HandFight, session: Session, side: float) -> Vec:
    """Where it goes next: some way round her, in the grass if that is near."""
    hand, place = fight.hand, session.place
    now = math.atan2(hand.y - place.y, hand.x - place.x)
    best, least = Vec(hand.x, hand.y), 1e9
    for k in range(1, 7):
        a = now + side * k * 0.42
        for far in (CIRCLES_PX, CIRCLES_PX * 0.82, CIRCLES_PX * 1.3):
            x, y = place.x + math.cos(a) * far, place.y + math.sin(a) * far * 0.9
            if not fight.arena.holds(x, y):
                continue
            cost = abs(k - 3) * 14 + abs(far - CIRCLES_PX) * 0.2
            cost -= 40 if hand.hides and fight.arena.in_grass(x, y, -6.0) else 0
            cost += 60 if math.hypot(x - fight.arena.well.x, y - fight.arena.well.y) < 50 else 0
            if cost < least:
                best, least = Vec(x, y), cost
    return best


def away(fight: HandFight, session: Session) -> Moves:
    """It has had enough: into the grass."""
    hand = fight.hand
    hand.become("free", "stalk")
    boxes = fight.arena.grass or (fight.arena.box,)
    goal = min((g.middle for g in boxes), key=lambda p: hand.far(p.x, p.y))
    while True:
        walk(fight, session, goal, 1.2)
        yield


def knocked(fight: HandFight, session: Session, start: Vec) -> Moves:
    """Away from her in an arc, and there it lies on its back; then it is gone into the grass."""
    hand = fight.hand
    hand.become("down", "leap")
    dx, dy = hand.x - start.x, hand.y - start.y
    d = math.hypot(dx, dy) or 1.0
    goal = fight.arena.keep(hand.x + dx / d * KNOCKED_PX, hand.y + dy / d * KNOCKED_PX)
    from_x, from_y = hand.x, hand.y
    for n in range(1, KNOCKED_TICKS + 1):
        k = n / KNOCKED_TICKS
        hand.x, hand.y = from_x + (goal[0] - from_x) * k, from_y + (goal[1] - from_y) * k
        hand.z = 34 * math.sin(math.pi * k)
        hand.heading = (hand.heading + 24) % 360
        yield
    hand.z = 0.0
    session.news.tell(Heard("thrown_land", hand.x, hand.y))
    hand.become("down", "pant")
    yield from (None for _ in range(LIES_TICKS))
    hand.become("free", "stalk")
    if fight.part == "stalk" and not fight.won:  # a breath: for so long there is only the night
        goal_at = lurks(fight, session, 1.0)
        away = min(fight.arena.grass or (fight.arena.box,), key=lambda g: -_far(g.middle, session.place))
        for n in range(BREATH_TICKS):
            walk(fight, session, away.middle if n < BREATH_TICKS * 0.6 else goal_at, 1.0)
            yield


def flinches(fight: HandFight, session: Session) -> Moves:
    """Hit by the way: it starts back, and thinks again."""
    hand, place = fight.hand, session.place
    hand.become("down", "pant")
    d = hand.far(place.x, place.y) or 1.0
    goal = fight.arena.keep(hand.x + (hand.x - place.x) / d * 30, hand.y + (hand.y - place.y) / d * 30)
    for _ in range(FLINCH_TICKS):
        hand.go(*goal, 2.4)
        yield
    hand.become("free", "stalk")


def _far(at: Vec, place: Place) -> float:
    return math.hypot(at.x - place.x, at.y - place.y)
