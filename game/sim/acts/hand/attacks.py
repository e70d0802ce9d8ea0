"""Each attack of the hand, from its telling to the moment it can go on: one generator, a tick a ``yield``, startable alone.

They are told by sight (it coils, fans, glints: ``told`` rises) and by sound (``Attack.tells``, with a caption), and then do what
was told: none of them changes its mind in the last LATE ticks before it comes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.sim.acts.hand.creature import HEIGHT_PX
from game.sim.acts.hand.table import ATTACKS, LEAST_TOLD, Attack, told_ticks
from game.sim.happenings import Heard, Shook, Told
from game.sim.harm import prick
from game.sim.parts import Dodge, Walker
from game.sim.systems.dodge import is_slipping, reaches

if TYPE_CHECKING:
    from game.sim.acts.hand.fight import HandFight
    from game.sim.session import Session

Moves = Generator[None, None, None]
LATE = 9
"""So many ticks before it comes, an attack no longer looks where she goes."""
LEAPS_PAST_PX, LEAST_LEAP_PX = 12.0, 56.0
LEAP_HIGH_PX = 30.0
HITS_PX = 15.0
LEADS = 0.62
"""What of her walking a leap reckons with: whoever only walks on is met."""
WOOD_PX = 9.0
"""A leap that passes wood so near ends in it."""
BEHIND_PX = 46.0
"""Wood so far behind where it meant to land is still in its way."""
STUCK_TICKS, PULLS_OUT_TICKS = 150, 40
RUSH_SPEED, RUSH_TURN_DEG = 205.0, 1.5
SWEEP_TICKS_OUT = 3
YANK_SPEED = 200.0
HOP_TICKS = 14


# ---------------------------------------------------------------- the parts they are made of


def tell(fight: HandFight, session: Session, attack: Attack, aims: Callable[[], None], rasps: int = 1) -> Moves:
    """The fair warning: it stops, coils, glints, rasps. ``aims`` is called until LATE ticks before it comes."""
    hand, ticks = fight.hand, told_ticks(session, attack)
    hand.become("told", attack.pose)
    fight.attack = attack.name
    fight.tells += 1
    session.news.tell(Told(hand.x, hand.y, ticks, True))
    for n in range(ticks):
        if n % max(ticks // rasps, 1) == 0 and n // max(ticks // rasps, 1) < rasps:
            session.news.tell(Heard(attack.tells, hand.x, hand.y, 1.0))
        if n < ticks - LATE:
            aims()
        hand.told = (n + 1) / ticks
        yield


def again(fight: HandFight, session: Session, attack: Attack, aims: Callable[[], None]) -> Moves:
    """A second warning, short but no shorter than fair."""
    hand, ticks = fight.hand, max(LEAST_TOLD, told_ticks(session, attack) - 10)
    hand.become("told", attack.pose)
    fight.tells += 1
    session.news.tell(Told(hand.x, hand.y, ticks, True))
    session.news.tell(Heard(attack.tells, hand.x, hand.y))
    for n in range(ticks):
        if n < ticks - LATE:
            aims()
        hand.told = (n + 1) / ticks
        yield


def rest(fight: HandFight, pose: str, ticks: int) -> Moves:
    """It is open for so long."""
    hand = fight.hand
    hand.become("open", pose, ticks)
    while hand.left > 0:
        hand.left -= 1
        yield
    hand.become("free", "stalk")


def aimed_leap(fight: HandFight, session: Session, reach_px: float) -> Vec:
    """Where a leap would land now: at her, a little past her, a little before where she walks; ``reach_px`` at most."""
    hand, place, walker = fight.hand, session.place, session.world.get(session.hero, Walker)
    ahead = (LATE + 10) / 60 * LEADS
    x, y = place.x + walker.vx * ahead, place.y + walker.vy * ahead
    step = session.world.find(session.hero, Dodge)
    if step is not None and step.ticks:  # a quick step fools it: it thinks that she will go on
        x, y = place.x + walker.vx * ahead * 0.5, place.y + walker.vy * ahead * 0.5
    dx, dy = x - hand.x, y - hand.y
    d = math.hypot(dx, dy) or 1.0
    far = min(max(d + LEAPS_PAST_PX, LEAST_LEAP_PX), reach_px)
    return Vec(*fight.arena.keep(hand.x + dx / d * far, hand.y + dy / d * far))


def flight(fight: HandFight, session: Session, goal: Vec, ticks: int) -> Moves:
    """Through the air to ``goal``; whoever is in its way is hit. Wood in the way, or just behind, holds it."""
    hand = fight.hand
    start = hand.at
    dx, dy = goal.x - start.x, goal.y - start.y
    long = math.hypot(dx, dy) or 1.0
    past = Vec(goal.x + dx / long * BEHIND_PX, goal.y + dy / long * BEHIND_PX)
    found = fight.arena.wood_on(start, past, WOOD_PX, after=30.0)
    fight.sticks_in = found[0].name if found is not None else ""
    if found is not None:
        post, along = found
        way = Vec(dx / long, dy / long)
        stop = max(along - post.radius * 0.6, 20.0)
        goal = Vec(start.x + way.x * stop, start.y + way.y * stop)
    hand.become("out", "leap")
    hand.face(goal.x, goal.y)
    session.news.tell(Heard("hand_leap", hand.x, hand.y))
    has_hit = False
    for n in range(1, ticks + 1):
        k = n / ticks
        hand.x, hand.y = start.x + (goal.x - start.x) * k, start.y + (goal.y - start.y) * k
        hand.z = LEAP_HIGH_PX * math.sin(math.pi * k)
        hand.struck = n
        if not has_hit and n > 2:
            has_hit = fight.hits(session, hand.x, hand.y, hand.z + HEIGHT_PX, HITS_PX)
        yield
    hand.z = 0.0
    if found is not None:
        hand.pin = found[0].at
        return
    session.news.tell(Heard("thrown_land", hand.x, hand.y, 0.8))
    session.news.tell(Shook(1.5, 10))


def in_wood(fight: HandFight, session: Session) -> Moves:
    """Its needles are in wood: it pulls, and they come out in the end."""
    hand = fight.hand
    session.news.tell(Heard("hand_stuck", hand.x, hand.y))
    session.news.tell(Shook(2.5, 14))
    fight.stuck(session)
    hand.become("stuck", "stuck", round(STUCK_TICKS * fight.longer(session)))
    while hand.left > 0:
        hand.left -= 1
        if hand.left % 46 == 20:
            session.news.tell(Heard("needle_scrape", hand.x, hand.y, 0.5))
        yield
    hand.pin = None
    yield from rest(fight, "pant", PULLS_OUT_TICKS)


# ---------------------------------------------------------------- stalking, and by the rock


def leap(fight: HandFight, session: Session) -> Moves:
    """The rustle stops; it coils, glints, rasps, and goes straight for the key. What it means to hit is where she was."""
    hand, attack = fight.hand, ATTACKS["leap"]
    goal = aimed_leap(fight, session, attack.reach_px)

    def aims() -> None:
        nonlocal goal
        goal = aimed_leap(fight, session, attack.reach_px)
        hand.face(goal.x, goal.y)
        fight.aim = goal

    yield from tell(fight, session, attack, aims)
    yield from flight(fight, session, goal, attack.active)
    fight.aim = None
    if hand.pin is not None:
        yield from in_wood(fight, session)
    else:
        fight.landed(session)
        yield from rest(fight, "pant", attack.recover)


def double(fight: HandFight, session: Session) -> Moves:
    """Two rasps, two leaps: the second comes as soon as the first has landed. Then it is out of breath."""
    hand, attack = fight.hand, ATTACKS["double"]
    goal = aimed_leap(fight, session, attack.reach_px)

    def aims() -> None:
        nonlocal goal
        goal = aimed_leap(fight, session, attack.reach_px)
        hand.face(goal.x, goal.y)
        fight.aim = goal

    yield from tell(fight, session, attack, aims, rasps=2)
    for n in (1, 2):
        yield from flight(fight, session, goal, attack.active)
        fight.aim = None
        if hand.pin is not None:
            yield from in_wood(fight, session)
            return
        if n == 1:
            yield from again(fight, session, attack, aims)
    fight.landed(session)
    yield from rest(fight, "pant", attack.recover)


def feint(fight: HandFight, session: Session) -> Moves:
    """It has noticed that she leans: it coils, springs aside instead, and coils again. Then it comes."""
    hand, attack = fight.hand, ATTACKS["feint"]
    goal = aimed_leap(fight, session, attack.reach_px)

    def aims() -> None:
        nonlocal goal
        goal = aimed_leap(fight, session, attack.reach_px)
        hand.face(goal.x, goal.y)
        fight.aim = goal

    yield from tell(fight, session, attack, aims)
    fight.aim = None
    place = session.place
    a = math.atan2(hand.y - place.y, hand.x - place.x) + math.radians(52 if session.fate.unit() < 0.5 else -52)
    far = min(max(hand.far(place.x, place.y), 70.0), 112.0)
    start, to = hand.at, fight.arena.keep(place.x + math.cos(a) * far, place.y + math.sin(a) * far)
    session.news.tell(Heard("needle_skitter", hand.x, hand.y))
    hand.become("told", "leap")
    for n in range(1, HOP_TICKS + 1):
        k = n / HOP_TICKS
        hand.x, hand.y = start.x + (to[0] - start.x) * k, start.y + (to[1] - start.y) * k
        hand.z = 20 * math.sin(math.pi * k)
        hand.face(place.x, place.y)
        yield
    hand.z = 0.0
    yield from again(fight, session, attack, aims)
    yield from flight(fight, session, goal, attack.active)
    fight.aim = None
    if hand.pin is not None:
        yield from in_wood(fight, session)
    else:
        fight.landed(session)
        yield from rest(fight, "pant", attack.recover)


def sweep(fight: HandFight, session: Session) -> Moves:
    """She is too near: its fingers fan out, and then it sweeps all round."""
    hand, attack = fight.hand, ATTACKS["sweep"]
    yield from tell(fight, session, attack, lambda: hand.face(session.place.x, session.place.y))
    hand.become("out", "sweep")
    session.news.tell(Heard("throw_whoosh", hand.x, hand.y))
    has_hit = False
    for n in range(1, attack.active + 1):
        hand.struck = n
        if not has_hit and n >= SWEEP_TICKS_OUT:
            has_hit = fight.hits(session, hand.x, hand.y, HEIGHT_PX, attack.reach_px)
        yield
    fight.landed(session)
    yield from rest(fight, "pant", attack.recover)


def rush(fight: HandFight, session: Session) -> Moves:
    """A wake in the grass: it stops, points at her, and comes through it low and fast, as good as straight."""
    hand, attack = fight.hand, ATTACKS["rush"]
    yield from tell(fight, session, attack, lambda: hand.face(session.place.x, session.place.y), rasps=2)
    hand.become("out", "stalk")
    fight.rushes = True
    session.news.tell(Heard("hand_leap", hand.x, hand.y, 0.7))
    has_hit = False
    left = attack.reach_px + 40.0
    for n in range(1, attack.active + 1):
        want = math.degrees(math.atan2(session.place.y - hand.y, session.place.x - hand.x))
        turn = (want - hand.heading + 180) % 360 - 180
        hand.heading = (hand.heading + min(max(turn, -RUSH_TURN_DEG), RUSH_TURN_DEG)) % 360
        a = math.radians(hand.heading)
        px = min(RUSH_SPEED / 60, left)
        x, y = fight.arena.keep(hand.x + math.cos(a) * px, hand.y + math.sin(a) * px)
        stopped = math.hypot(x - hand.x, y - hand.y) < px * 0.4
        hand.x, hand.y = x, y
        left -= px
        hand.struck = n
        if n % 6 == 0:
            session.news.tell(Heard("hand_rustle", hand.x, hand.y, 0.7))
        if not has_hit:
            has_hit = fight.hits(session, hand.x, hand.y, HEIGHT_PX, HITS_PX)
        wood = fight.arena.wood_on(hand.at, Vec(hand.x + math.cos(a) * 8, hand.y + math.sin(a) * 8), 2.0)
        if wood is not None and wood[1] < 12:
            fight.rushes = False
            hand.pin = wood[0].at
            fight.sticks_in = wood[0].name
            yield from in_wood(fight, session)
            return
        if left <= 1 or stopped:
            break
        yield
    fight.rushes = False
    fight.landed(session)
    yield from rest(fight, "pant", attack.recover)


# ---------------------------------------------------------------- on the string


def yank(fight: HandFight, session: Session) -> Moves:
    """The string goes taut and hums; then it throws itself back. Whoever holds on, or steps aside just then, stays."""
    hand, attack = fight.hand, ATTACKS["yank"]
    hand.hum = 30

    def aims() -> None:
        hand.face(2 * hand.x - session.place.x, 2 * hand.y - session.place.y)  # it leans away from her
        hand.hum = 20

    yield from tell(fight, session, attack, aims)
    hand.become("out", "drag")
    session.news.tell(Heard("rope_creak", session.place.x, session.place.y))
    pulled = 0.0
    for n in range(1, attack.active + 1):
        hand.struck = n
        if fight.holds_on or is_slipping(session):
            fight.yanked_in_vain(session)
            break
        px = min(YANK_SPEED / 60, attack.reach_px - pulled)
        pulled += px
        fight.pulls_px_s = px * 60
        yield
    fight.pulls_px_s = 0.0
    if pulled > attack.reach_px * 0.5:
        fight.yanks += 1
        session.news.tell(Shook(2.0, 12))
    hand.become("free", "drag")


def slap(fight: HandFight, session: Session) -> Moves:
    """It comes along the string, lifts its wrist, and slaps flat down; then it is a moment until it has itself together."""
    hand, attack = fight.hand, ATTACKS["slap"]
    hand.become("free", "stalk")
    for _ in range(150):
        place = session.place
        if hand.far(place.x, place.y) <= attack.reach_px - 12:
            break
        hand.face(place.x, place.y)
        hand.go(place.x, place.y, 150.0 / 60)
        yield
    yield from tell(fight, session, attack, lambda: hand.face(session.place.x, session.place.y))
    hand.become("out", "slap")
    has_hit = False
    for n in range(1, attack.active + 1):
        hand.struck = n
        if n == 3:
            session.news.tell(Heard("needle_stab", hand.x, hand.y))
            session.news.tell(Shook(2.0, 10))
        if not has_hit and n >= 3:
            has_hit = fight.hits(session, hand.x, hand.y, HEIGHT_PX, attack.reach_px)
        yield
    fight.landed(session)
    yield from rest(fight, "pant", attack.recover)


# ---------------------------------------------------------------- at somebody else


def at_wybie(fight: HandFight, session: Session) -> Moves:
    """It turns its back on her, ticks, and goes for Wybie. A jingle, an apple or she herself in its way calls it off."""
    hand, attack = fight.hand, ATTACKS["wybie"]
    goal = fight.wybie_floor(session)
    yield from tell(fight, session, attack, lambda: hand.face(goal.x, goal.y), rasps=3)
    hand.become("out", "stalk")
    for n in range(1, attack.active + 1):
        goal = fight.wybie_floor(session)
        hand.struck = n
        hand.face(goal.x, goal.y)
        if n % 9 == 0:
            session.news.tell(Heard("needle_skitter", hand.x, hand.y, 0.8))
        if hand.go(goal.x, goal.y, fight.speed(session) * 1.08 / 60) or hand.far(goal.x, goal.y) < attack.reach_px:
            fight.reaches_wybie(session)
            break
        if fight.is_in_its_way(session, goal):
            break
        yield
    hand.become("free", "stalk")


MOVES: dict[str, Callable[[HandFight, Session], Moves]] = {
    "leap": leap,
    "sweep": sweep,
    "rush": rush,
    "yank": yank,
    "slap": slap,
    "double": double,
    "feint": feint,
    "wybie": at_wybie,
}
"""Every attack -> what it does. Names as in ATTACKS."""


def strike(session: Session, x: float, y: float, z: float, radius: float) -> bool:
    """Whether something of the hand at (x, y), ``z`` px up, hurts her."""
    return reaches(session, x, y, z, radius) and prick(session, "hand", x, y, 40.0)
