"""sight: who looks for her sees and hears. A cone along its gaze, a circle round it, walls and the dark before it; ears that know
how far a step, a board, a thrown thing is heard.

walk: its round. alert: it stands and turns to what it noticed. search: it goes there and looks about. return: back to its round.
reach: it is sure, and says so for 24 ticks; is she still before it then, it has her: caught, told as Caught. What comes of that is
the beat's. Being seen fills ``Watcher.seen`` over FILL_TICKS; hiding, a wall, distance, the dark let it run out again.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.sim.happenings import Banged, Bumped, Caught, Creaked, Heard, Landed, Stepped, Told, Watched
from game.sim.parts import Follower, Hidden, Lamp, Patrol, Place, Walker, Watcher
from game.sim.systems.hide import is_hidden
from game.sim.systems.listen import HUSHED
from game.sim.systems.prowl import is_awake, way_to

if TYPE_CHECKING:
    from game.sim.session import Session

FILL_TICKS = {"storybook": 56, "brave": 36, "beldam": 36}
"""Seen for so long (0.6 s), it is sure. Rules.windup makes it longer."""
REACH = {"storybook": 0.85, "brave": 1.0, "beldam": 1.12}
EBB_TICKS = 110
"""Out of its sight it has forgotten her after so long."""
TURNS_AT = 0.28
"""So sure, it stops and turns."""
REACH_TICKS = 24
GRASP = 1.25
"""At the end of that she has to be so many reaches away, or out of its sight."""
PRICKS_TICKS, BLIND_TICKS = 40, 28
"""What it has heard it faces for so long before it goes there; so long, if ears are all it has."""
LOSES_TICKS = 44
LOOKS_TICKS = 150
SEARCH_TICKS = 900
DARK = 0.42
"""How much of its reach is left where it is dark."""
MUFFLED = 0.6
"""What is left of a noise behind a wall."""
TURN = math.radians(6.0)
SWEEP, SWEEP_TICKS = math.radians(42), 26.0
CREAK_PX, BUMP_PX, BANG_PX = 192.0, 160.0, 420.0
EYE_PX = 4.0


def sight(session: Session) -> None:
    watchers = session.world.each(Place, Walker, Watcher)
    if not watchers or not is_awake(session):
        return
    noises = heard_of_her(session)
    for entity, place, walker, watcher in watchers:
        if session.world.has(entity, Follower) or watcher.state == "caught":
            continue
        watcher.ticks += 1
        watcher.sees = sees_her(session, place, watcher)
        _fills(session, watcher)
        _THINKS[watcher.state](session, entity, place, watcher)
        if watcher.state in ("walk", "search", "return", "alert") and watcher.ears:
            _hears(session, entity, place, watcher, noises)
        _turns(session, entity, place, walker, watcher)


# ---------------------------------------------------------------- senses


def reach_of(session: Session, watcher: Watcher) -> float:
    """px it sees in the light, at this difficulty."""
    return watcher.reach * REACH[session.rules.difficulty]


def fill_ticks(session: Session) -> float:
    """Ticks of being seen until a watcher is sure."""
    return FILL_TICKS[session.rules.difficulty] * max(session.rules.windup, 1.0)


def sees_her(session: Session, place: Place, watcher: Watcher) -> bool:
    """Whether it sees her now."""
    if is_hidden(session):
        return False
    her = session.place
    dx, dy = her.x - place.x, her.y - place.y
    d = math.hypot(dx, dy)
    if d > watcher.near:
        if watcher.is_blind or d > reach_of(session, watcher):
            return False
        if abs(turn_between(watcher.gaze, math.atan2(dy, dx))) > math.radians(watcher.spread / 2):
            return False
        if watcher.dark and d > reach_of(session, watcher) * DARK and light_at(session, her.x, her.y) < watcher.dark:
            return False
    return session.space.sees(place.x, place.y - EYE_PX, her.x, her.y - EYE_PX)


def light_at(session: Session, x: float, y: float) -> float:
    """How much lamplight falls there: about 1 under a lamp, 0 where none shines. Walls keep it out."""
    total = 0.0
    for _, place, lamp in session.world.each(Place, Lamp):
        d2 = (place.x - x) ** 2 + (place.y - y) ** 2
        if d2 < lamp.radius**2:
            share = lamp.energy * (1 - d2 / lamp.radius**2) ** 2
            if share > 0.02:
                total += share
    return total


def heard_of_her(session: Session) -> list[tuple[Vec, float]]:
    """What she did in this tick that can be heard: where, and how far (px)."""
    found: list[tuple[Vec, float]] = []
    news = session.news
    for step in news.of(Stepped):
        if step.who == "coraline" and step.noise > 0:
            found.append((Vec(step.x, step.y), step.noise * HUSHED.get(step.surface, 1.0)))
    found += [(Vec(board.x, board.y), CREAK_PX) for board in news.of(Creaked)]
    found += [(Vec(down.x, down.y), down.noise) for down in news.of(Landed)]
    found += [(Vec(bump.x, bump.y), BUMP_PX) for bump in news.of(Bumped)]
    found += [(Vec(bang.x, bang.y), BANG_PX) for bang in news.of(Banged)]
    return found


def turn_between(a: float, b: float) -> float:
    """The turn from one direction to another, -pi..pi."""
    return (b - a + math.pi) % math.tau - math.pi


# ---------------------------------------------------------------- what it makes of them


def _fills(session: Session, watcher: Watcher) -> None:
    if watcher.sees:
        watcher.seen = min(watcher.seen + 1 / fill_ticks(session), 1.0)
        watcher.lost_ticks = 0
        watcher.goal_x, watcher.goal_y = session.place.x, session.place.y
    else:
        watcher.seen = max(watcher.seen - 1 / EBB_TICKS, 0.0)
        watcher.lost_ticks += 1


def _walks(session: Session, entity: int, place: Place, watcher: Watcher) -> None:
    if watcher.sees and watcher.seen >= TURNS_AT:
        _becomes(session, entity, place, watcher, "alert", by_ear=False)


def _is_alert(session: Session, entity: int, place: Place, watcher: Watcher) -> None:
    if watcher.seen >= 1.0:
        _becomes(session, entity, place, watcher, "reach")
        session.news.tell(Told(place.x, place.y, REACH_TICKS, True))
    elif watcher.by_ear and not watcher.sees:
        if watcher.ticks >= (BLIND_TICKS if watcher.is_blind else PRICKS_TICKS) * max(session.rules.windup, 1.0):
            _searches(session, entity, place, watcher)
    elif not watcher.sees and watcher.lost_ticks >= LOSES_TICKS:
        _searches(session, entity, place, watcher)


def _searches(session: Session, entity: int, place: Place, watcher: Watcher) -> None:
    hidden = session.world.find(session.hero, Hidden)
    if hidden is not None and not watcher.by_ear:  # it looks where she was last, not where she sits
        watcher.goal_x, watcher.goal_y = hidden.out_x, hidden.out_y
    watcher.way = way_to(session, Vec(place.x, place.y), Vec(watcher.goal_x, watcher.goal_y))
    watcher.index = 0
    _becomes(session, entity, place, watcher, "search")


def _looks(session: Session, entity: int, place: Place, watcher: Watcher) -> None:
    if watcher.sees and watcher.seen >= TURNS_AT:
        _becomes(session, entity, place, watcher, "alert", by_ear=False)
        return
    is_there = watcher.index >= len(watcher.way)
    if not is_there and watcher.ticks < SEARCH_TICKS:
        watcher.lost_ticks = 0
    elif watcher.lost_ticks >= LOOKS_TICKS:
        patrol = session.world.find(entity, Patrol)
        back = patrol.points[patrol.index] if patrol is not None else Vec(place.x, place.y)
        watcher.way = way_to(session, Vec(place.x, place.y), back)
        watcher.index = 0
        _becomes(session, entity, place, watcher, "return")


def _returns(session: Session, entity: int, place: Place, watcher: Watcher) -> None:
    if watcher.sees and watcher.seen >= TURNS_AT:
        _becomes(session, entity, place, watcher, "alert", by_ear=False)
    elif watcher.index >= len(watcher.way):
        _becomes(session, entity, place, watcher, "walk", by_ear=False)


def _grasps(session: Session, entity: int, place: Place, watcher: Watcher) -> None:
    if watcher.ticks < REACH_TICKS * max(session.rules.windup, 1.0):
        return
    her = session.place
    d = math.hypot(her.x - place.x, her.y - place.y)
    if session.rules.no_fail:  # she lets go again, whatever she saw
        watcher.seen = 0.0
        _becomes(session, entity, place, watcher, "search")
        watcher.way, watcher.index = (), 0
        return
    is_near = d <= max(reach_of(session, watcher) * GRASP if not watcher.is_blind else 0.0, watcher.near * GRASP)
    if is_near and not is_hidden(session) and session.space.sees(place.x, place.y - EYE_PX, her.x, her.y - EYE_PX):
        _becomes(session, entity, place, watcher, "caught")
        session.news.tell(Caught(entity, place.x, place.y))
    else:
        watcher.seen = TURNS_AT
        _searches(session, entity, place, watcher)


_THINKS = {
    "walk": _walks,
    "alert": _is_alert,
    "search": _looks,
    "return": _returns,
    "reach": _grasps,
}


def _hears(session: Session, entity: int, place: Place, watcher: Watcher, noises: list[tuple[Vec, float]]) -> None:
    for at, far in noises:
        d = math.hypot(at.x - place.x, at.y - place.y)
        reach = far * watcher.ears
        if d > reach or (watcher.sees and not watcher.by_ear):
            continue
        if d > reach * MUFFLED and not session.space.sees(place.x, place.y - EYE_PX, at.x, at.y - EYE_PX):
            continue
        watcher.goal_x, watcher.goal_y = at.x, at.y
        if watcher.state == "search":
            watcher.lost_ticks = 0
            if math.hypot(at.x - place.x, at.y - place.y) > watcher.near:
                watcher.by_ear = True
                watcher.way, watcher.index = way_to(session, Vec(place.x, place.y), at), 0
        elif watcher.state != "alert":
            _becomes(session, entity, place, watcher, "alert", by_ear=True)
        return


def _becomes(
    session: Session, entity: int, place: Place, watcher: Watcher, state: str, by_ear: bool | None = None
) -> None:
    watcher.state, watcher.ticks = state, 0
    if by_ear is not None:
        watcher.by_ear = by_ear
    if state == "search":
        watcher.lost_ticks = 0
    session.news.tell(Watched(entity, state, watcher.by_ear, place.x, place.y))
    sound = "beldam_listens" if not watcher.is_blind else "needle_skitter"
    if state == "alert":
        session.news.tell(Heard(sound, place.x, place.y))
    elif state == "reach":
        session.news.tell(Heard("needle_scrape" if not watcher.is_blind else "needle_stab", place.x, place.y))


# ---------------------------------------------------------------- where it looks


def _turns(session: Session, entity: int, place: Place, walker: Walker, watcher: Watcher) -> None:
    """The gaze turns as fast as a head does; standing on its round, or searching, it sweeps."""
    goal = math.atan2(place.facing.way.y, place.facing.way.x)
    moves = math.hypot(walker.wish_x, walker.wish_y) > 4
    sweep = SWEEP * math.sin(watcher.ticks / SWEEP_TICKS)
    if watcher.state in ("alert", "reach", "caught"):
        goal = math.atan2(watcher.goal_y - place.y, watcher.goal_x - place.x)
        place.facing = Facing.of(watcher.goal_x - place.x, watcher.goal_y - place.y, place.facing)
    elif moves:
        goal = math.atan2(walker.wish_y, walker.wish_x)
    elif watcher.state == "search":
        goal += sweep * 1.3
    elif watcher.state == "walk":
        patrol = session.world.find(entity, Patrol)
        if patrol is not None and patrol.pause_ticks > 0:
            goal += sweep
    d = turn_between(watcher.gaze, goal)
    watcher.gaze = (watcher.gaze + max(min(d, TURN), -TURN)) % math.tau
