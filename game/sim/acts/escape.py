"""The way out: a dark house, somebody in it who looks for her, and a box that listens. Nothing here hurts; it costs time.

What watchers do stands in systems/sight and prowl. Here: what the Other Mother says on her round, being caught and set back to
the last of three marks, and how near it all is (``danger``), for the light and the music.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.sim.acts.act import Act
from game.sim.happenings import Caught, Heard, Watched
from game.sim.harm import seize
from game.sim.parts import Look, Patrol, Person, Place, Watcher
from game.sim.systems.mend import SEIZED_AT

if TYPE_CHECKING:
    from game.sim.session import Session

MARKS = ("escape_cp_0", "escape_cp_1", "escape_cp_2")
"""Where she is set down again; she has reached the second and third once she has stood in the spots escape_mark_N."""
MARK = "escape_cp"
LINES = "beats.wybie_frees.patrol"
SAFE_PX = 104.0
"""So near the mark she was set down at nobody notices her, until she has once gone further."""
SPEAKS_EVERY_TICKS = 560
SPEAKS_FIRST_TICKS = 150
SPEECH_TICKS = 190
"""While she talks she listens to nobody but herself, and looks where she goes."""
SPEECH_SPREAD = 0.6
EASES = 0.86
"""Each time she has had her she sees so much less far; ``EASES_LEAST`` at the least."""
EASES_LEAST = 0.6
NEAR_PX = 330.0
TICKS_APART = 34
HUM_TICKS = 150
AHEAD_S, AHEAD_PX = 4.2, 32.0
"""So far ahead he thinks: about as long as she needs from one of his places to the next."""
POSES = {"alert": "still", "reach": "reach", "caught": "grab", "search": "still"}
SETS_OFF: dict[str, tuple[tuple[float, float, int], ...]] = {
    "seeker": ((960, 528, 4), (528, 528, 4), (528, 528, 4)),
    "sewing_box": ((1040, 304, 1), (984, 205, 0), (592, 304, 2)),
}
"""Where each begins, by mark, and at which point of its round it then aims: least in the way, and not for long."""


@dataclass
class Escape(Act):
    """``mark`` 0..2 where she goes back to; ``tries`` how often she has been caught; ``speech`` ticks a line still lasts;
    ``resets`` counts up as everybody is set back; ``danger`` 0..1, ``is_hunted``: one of them has noticed her."""

    mark: int = 0
    tries: int = 0
    speech: int = 0
    spoke: int = 0
    resets: int = 0
    again_in: int = 0
    danger: float = 0.0
    is_hunted: bool = False
    is_let_by: bool = False
    """The player has asked for the way round."""
    can_slip = True

    def slip(self, session: Session) -> None:
        """He opens, and nobody has seen."""
        self.is_let_by = True

    has_set_out: bool = False
    """She has left the mark; from now on she can be seen anywhere."""

    def tick(self, session: Session) -> None:
        self._marks(session)
        if session.news.of(Caught) and not self.again_in:
            seize(session, MARKS[self.mark])
            self.again_in = SEIZED_AT
            self.tries += 1
        elif self.again_in:
            self.again_in -= 1
            if self.again_in == 0:
                self.set_back(session)
        for told in session.news.of(Watched):
            if told.state == "alert" and told.entity == session.find("sewing_box"):
                look = session.world.get(told.entity, Look)
                look.anim, look.ticks, look.is_once, look.then = "alert", 0, True, "listen"
            if told.state == "search" and told.entity == session.find("sewing_box"):
                self._rattles(session, told.entity)
            if told.state == "reach" and told.entity == session.find("seeker"):
                at = session.world.get(told.entity, Place)
                key = "beats.wybie_frees.seen.1"
                session.cry_words("other_mother", session.content.words.get(f"{key}.say"), key, Vec(at.x, at.y), 80)
        self._speaks(session)
        self._waits(session)
        self._nears(session)
        self._poses(session)

    @staticmethod
    def _rattles(session: Session, box: int) -> None:
        """What the box has heard it tells, with everything that is in it; she comes to see."""
        seeker, at = session.find("seeker"), session.world.get(box, Place)
        watcher = session.world.find(seeker, Watcher) if seeker else None
        session.news.tell(Heard("drawer_slide", at.x, at.y, 0.8))
        if watcher is None or watcher.state not in ("walk", "return"):
            return
        place = session.world.get(seeker, Place)
        watcher.goal_x, watcher.goal_y = at.x, at.y
        watcher.state, watcher.ticks, watcher.by_ear = "alert", 0, True
        session.news.tell(Watched(seeker, "alert", True, place.x, place.y))
        session.news.tell(Heard("beldam_listens", place.x, place.y, 0.8))

    def _marks(self, session: Session) -> None:
        for n in range(self.mark + 1, len(MARKS)):
            spot = session.room.spots.get(f"escape_mark_{n}")
            if spot is not None and spot.box.holds(session.place.x, session.place.y):
                self.mark = n
                session.story.counts[MARK] = n

    def set_back(self, session: Session) -> None:
        """Everybody where they are least in the way of the mark, and none the wiser."""
        self.resets += 1
        set_off(session, self.mark)
        self.speech = 0
        self.has_set_out = False

    def _waits(self, session: Session) -> None:
        """Where she is set down she may watch a whole round go by: whoever passes does not look there."""
        if self.has_set_out:
            return
        at = session.room.spots[MARKS[self.mark]].box.middle
        self.has_set_out = math.hypot(session.place.x - at.x, session.place.y - at.y) > SAFE_PX
        for _, watcher in session.world.each(Watcher):
            if watcher.state in ("walk", "return"):
                watcher.seen, watcher.ears = 0.0, 0.0 if not watcher.is_blind else watcher.ears

    def _speaks(self, session: Session) -> None:
        """Now and then she says something to nobody; that is when to move."""
        entity = session.find("seeker")
        watcher = session.world.find(entity, Watcher) if entity else None
        if watcher is None:
            return
        ease = max(EASES**self.tries, EASES_LEAST)
        watcher.reach = 160.0 * ease
        if self.speech > 0:
            self.speech -= 1
        due = self.ticks % SPEAKS_EVERY_TICKS == SPEAKS_FIRST_TICKS
        if due and watcher.state == "walk" and not self.again_in:
            keys = session.content.words.numbered(LINES)
            place = session.world.get(entity, Place)
            session.cry("other_mother", keys[self.spoke % len(keys)], Vec(place.x, place.y), SPEECH_TICKS)
            self.spoke += 1
            self.speech = SPEECH_TICKS
        is_busy = self.speech > 0 and watcher.state in ("walk", "return")
        watcher.ears = 0.0 if is_busy else 0.8
        watcher.spread = 70.0 * (SPEECH_SPREAD if is_busy else 1.0)

    def _nears(self, session: Session) -> None:
        """How near, and what is heard of it."""
        self.is_hunted = False
        nearest = 9999.0
        for entity, place, watcher in session.world.each(Place, Watcher):
            far = math.hypot(place.x - session.place.x, place.y - session.place.y)
            nearest = min(nearest, far)
            self.is_hunted = self.is_hunted or watcher.state in ("alert", "search", "reach")
            if entity == session.find("seeker"):
                if self.ticks % TICKS_APART == 0 and watcher.state in ("walk", "return", "search"):
                    session.news.tell(Heard("needle_tick", place.x, place.y, 0.55))
            elif self.ticks % (TICKS_APART // 2) == 0 and watcher.state != "alert":
                session.news.tell(Heard("needle_skitter", place.x, place.y, 0.2))
        self.danger = max(min(1.0 - (nearest - 60) / NEAR_PX, 1.0), 0.0)

    @staticmethod
    def _poses(session: Session) -> None:
        for entity, _, watcher, person in session.world.each(Place, Watcher, Person):
            if entity == session.find("seeker"):
                person.idle = (
                    POSES.get(watcher.state, "idle") if watcher.way == () or watcher.state != "search" else "idle"
                )
            else:
                person.idle = {"walk": "idle", "return": "idle", "reach": "pounce", "caught": "pounce"}.get(
                    watcher.state, "listen"
                )


def set_off(session: Session, mark: int) -> None:
    """Everybody at the beginning of their round."""
    for name, begins in SETS_OFF.items():
        entity = session.find(name)
        watcher = session.world.find(entity, Watcher) if entity else None
        patrol = session.world.find(entity, Patrol) if entity else None
        if watcher is None or patrol is None:
            continue
        x, y, n = begins[mark]
        place = session.world.get(entity, Place)
        place.x, place.y = place.was_x, place.was_y = x, y
        session.space.move(entity, x, y)
        patrol.index, patrol.step, patrol.pause_ticks = min(n, len(patrol.points) - 1), 1, 0
        way = Vec(x, y).toward(patrol.points[patrol.index])
        place.facing, watcher.gaze = Facing.of(way.x, way.y), math.atan2(way.y, way.x) % math.tau
        watcher.state, watcher.seen, watcher.ticks, watcher.sees = "walk", 0.0, 0, False
        watcher.way, watcher.index, watcher.by_ear = (), 0, False


def clear_way(session: Session, points: tuple[Vec, ...], far_px: float = 200.0) -> bool:
    """Whether nobody who looks for her is near the way, comes towards it, or will on its round in the next moments."""
    for entity, place, watcher in session.world.each(Place, Watcher):
        if watcher.state in ("alert", "search", "reach"):
            return False
        reach = far_px if not watcher.is_blind else far_px * 0.45
        way = place.facing.way
        for p in points:
            dx, dy = p.x - place.x, p.y - place.y
            d = math.hypot(dx, dy)
            comes = (dx * way.x + dy * way.y) > 0.3 * d
            if d < reach * (1.25 if comes else 0.7) and session.space.sees(place.x, place.y - 4, p.x, p.y - 4):
                return False
        patrol = session.world.find(entity, Patrol)
        if patrol is None or watcher.state != "walk":
            continue
        for at in round_ahead(Vec(place.x, place.y), patrol, patrol.speed * AHEAD_S):
            for p in points:
                if (p - at).length < reach * 0.85 and session.space.sees(at.x, at.y - 4, p.x, p.y - 4):
                    return False
    return True


def round_ahead(at: Vec, patrol: Patrol, px: float) -> list[Vec]:
    """Where somebody will come by in the next ``px`` of a round, every AHEAD_PX."""
    found: list[Vec] = []
    index, step = patrol.index, patrol.step
    while px > 0 and len(found) < 40:
        goal = patrol.points[index]
        far = (goal - at).length
        way = at.toward(goal)
        for k in range(1, int(min(far, px) // AHEAD_PX) + 1):
            found.append(at + way * (k * AHEAD_PX))
        px -= max(far, AHEAD_PX)
        at, index = goal, index + step
        if index >= len(patrol.points) and patrol.mode == "loop":
            index = 0
        elif not 0 <= index < len(patrol.points):
            step = -step
            index = min(max(index + 2 * step, 0), len(patrol.points) - 1)
    return found
