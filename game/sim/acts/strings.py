"""Strings: the Other Father is dragged after her by a thread from a hook in the ceiling. Led round posts, it winds itself up.

The rule is the taut length (core/taut.py): when no thread is left and the posts it must lie round hold it, he is still. His body is
dragged by joints (sim/space.py, Leash), so he swings out, is jerked when the thread ends, and hangs there. He goes where she
went, step for step: to be led round a thing he has only to be led round it, and led back he comes undone.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar

from game.core.clock import TICK_S
from game.core.geometry import Box, Facing, Vec
from game.core.route import Cell, route
from game.core.taut import Corner, Taut, corners_of
from game.sim.acts.act import Act
from game.sim.acts.needles import Needles, needle_lane, walk_needles
from game.sim.happenings import Heard, Knotted, Shook, Told, Wound
from game.sim.harm import can_be_hurt, prick, seize
from game.sim.parts import Hidden, Look, Place, Walker
from game.sim.ruin import souls
from game.sim.space import Leash

if TYPE_CHECKING:
    from game.sim.session import Session

DRAG_PX_S = 80.0
FASTER = (1.0, 1.08, 1.15)
"""By the souls that are taken already."""
PACE = {"storybook": 0.86, "brave": 1.0, "beldam": 1.1}
FASTEST_PX_S = 0.92 * 152.0
FAR_PX, NEAR_PX = 4.0 * 32, 1.7 * 32
FAR_PACE, NEAR_PACE = 1.25, 0.8
"""Left behind he is hauled along faster; close to her he is not."""
LOST_PX, LOST_PACE = 10.0 * 32, 1.7
"""Left a room behind he is hauled after her as fast as he can be."""
GRAIN_PX = 7.0
"""She leaves a point of her trail every so many px."""
REACH_PX = 30.0
"""So near he lifts his arms."""
HAS_PX = 27.0
"""So near, when they come down, he has her."""
TOLD_TICKS, LEAST_TOLD_TICKS = 30, 24
CORNERED_TICKS = 60
"""When he stands between her and the way out he does not lift them before that."""
REST_TICKS = 46
"""He stands so long after arms that closed on nothing."""
HELD_TICKS = 60
WAITS_TICKS = 90
"""He hangs slack so long after she has been carried off."""
CLEAR_PX = 3.5 * 32
"""She is put back no nearer to him than this, where there is room."""
FREEZE_TICKS = 4
KNOT_TICKS = 50
LOWER_TICKS = 64
LIFT_PX = 150.0
STUCK_TICKS = 84
"""At the end of his thread and not tied up yet he strains so long; then he is dragged straight at her."""
TAUT_PX = 5.0
SLIPS = 0.3
"""A post that has hold of the thread has it until it turns so little there, of what it takes to hold."""
WOUND = 1.4
"""With no thread left, so many times the turns that the posts ask for tie him wherever they are."""
TUG_EVERY_TICKS, TUG_TOLD_TICKS, TUG_TICKS = 330, 40, 34
TUG_PACE = 1.75
BARK_TICKS = 420
STEP_PX = 16
HOOK_UP_PX, HAND_UP_PX, POST_UP_PX = 104.0, 36.0, 22.0
"""How high the thread is at the hook, at his hands, round a post."""


NOWHERE = Box(0, 0, 0, 0)


@dataclass
class Strings(Act):
    """One room. ``who`` is dragged, from ``home``, by a thread of ``long_px`` from ``hook``; within ``area`` only.

    ``part``: down (let down by his thread), drag, tell (arms up), reach (arms out), hold (has her), wait, knot (just tied up),
    still, up (hauled out of the picture) or gone; ``since`` ticks of it.
    """

    can_slip: ClassVar[bool] = True

    who: str = ""
    hook: Vec = Vec(0, 0)  # frozen
    home: Vec = Vec(0, 0)
    door: Vec = Vec(0, 0)
    area: Box = NOWHERE
    posts: tuple[tuple[str, Box], ...] = ()
    """All that can hold the thread."""
    must: tuple[str, ...] = ()
    """Those that have to, or he is not tied up."""
    turn: float = 120.0
    """Degrees that the thread must turn at such a post to hold there."""
    long_px: float = 400.0
    tugs: bool = False
    """She feels for the slack, and pulls."""
    needles: list[Needles] = field(default_factory=list)
    """Where there are several posts, a row more of them walks for every one that holds the thread."""
    part: str = "down"
    since: int = 0
    taut: Taut = field(default_factory=lambda: Taut(0, 0, 0, 0))
    trail: list[Vec] = field(default_factory=list)
    lead: Vec = Vec(0, 0)
    held_by: tuple[str, ...] = ()
    """The posts of ``must`` that hold the thread now."""
    stuck: int = 0
    tug: int = 0
    """Ticks since she began to feel for the slack; 0 = she does not."""
    tug_in: int = TUG_EVERY_TICKS
    barked: int = 0
    caught: int = 0
    strain: float = 0.0
    was_out: bool = True
    rests: bool = False
    """Somebody has just talked: he begins with a rest."""
    corners: tuple[Corner, ...] = ()

    def __post_init__(self) -> None:
        self.corners = corners_of(self.posts)
        self._reset(self.home)

    # ---- what the story and the eye ask

    @property
    def is_still(self) -> bool:
        return self.part in ("knot", "still")

    @property
    def used(self) -> float:
        """Of the thread, 0..1."""
        return min(self.taut.length / self.long_px, 1.0)

    @property
    def holds(self) -> tuple[float, ...]:
        """How well each post of ``must`` holds the thread, 0..1."""
        return tuple(min(self.taut.turn_of(post) / self.turn, 1.0) for post in self.must)

    def leash(self, session: Session) -> Leash:
        """His body and the thread's last piece."""
        leash = session.space.leashes.get(self.who)
        if leash is None:
            leash = session.space.leashes[self.who] = Leash(self.home.x, self.home.y)
        return leash

    def begin(self, part: str) -> None:
        self.part, self.since = part, 0

    # ---- a tick

    def tick(self, session: Session) -> None:
        entity = session.find(self.who)
        if not entity:
            return
        self.since += 1
        place, walker = session.world.get(entity, Place), session.world.get(entity, Walker)
        look = session.world.get(entity, Look)
        leash = self.leash(session)
        self.holds_her = self.part == "hold" or (self.part == "knot" and self.since <= FREEZE_TICKS)
        if self.rests:
            self.rests = False
            if self.part in ("drag", "tell", "reach"):
                self.begin("wait")
        if self.part in ("drag", "tell", "reach", "wait"):
            self._remember_her(session)
        getattr(self, f"_{self.part}")(session, leash, place)
        if self.part not in ("knot", "down", "up", "gone") or self.since > FREEZE_TICKS:
            self._thread(session, leash, place)
        if self.needles and self.part in ("drag", "tell", "reach", "wait"):
            walk_needles(
                session,
                self.needles[: len(self.held_by) if len(self.must) > 1 else None],
                needle_lane(session.room, self.area),
                self.area,
            )
        self._show(session, leash, place, walker, look)

    def stands_by(self, session: Session) -> None:
        """While somebody talks he stands; and then he needs a moment."""
        self.rests = True
        walker = session.world.find(session.find(self.who), Walker)
        if walker is not None:
            walker.wish_x = walker.wish_y = 0.0

    def slip(self, session: Session) -> None:
        """He is tied as he stands."""
        entity = session.find(self.who)
        if entity and self.part in ("drag", "tell", "reach", "wait"):
            self._tie(session, self.leash(session), session.world.get(entity, Place))

    def _remember_her(self, session: Session) -> None:
        """Her steps, for him to follow; when she has been out of the room, or was carried, a new way to her."""
        her = Vec(session.place.x, session.place.y)
        if not self.area.holds(her.x, her.y):
            self.trail.clear()
            self.was_out = True
            return
        if self.was_out or (self.trail and (self.trail[-1] - her).length > 48):
            self.trail = self._way_to(session, her)
            self.was_out = False
        if not self.trail or (self.trail[-1] - her).length >= GRAIN_PX:
            self.trail.append(her)

    def _way_to(self, session: Session, her: Vec) -> list[Vec]:
        """Points along free floor from him to her."""

        def is_free(c: Cell) -> bool:
            return session.space.is_free(c[0] * STEP_PX, c[1] * STEP_PX, 8.0, session.hero, walls_only=True)

        first = (round(self.lead.x / STEP_PX), round(self.lead.y / STEP_PX))
        last = (round(her.x / STEP_PX), round(her.y / STEP_PX))
        return [Vec(x * STEP_PX, y * STEP_PX) for x, y in route(first, last, is_free, 4000)[1:]]

    def speed(self, session: Session) -> float:
        """px/s he is dragged at: a plain function of how far behind he is, the difficulty, the souls, and whether she pulls."""
        gap = self._gap(session)
        k = min(max((gap - NEAR_PX) / (FAR_PX - NEAR_PX), 0.0), 1.0)
        lost = min(max((gap - FAR_PX) / (LOST_PX - FAR_PX), 0.0), 1.0)
        speed = DRAG_PX_S * (NEAR_PACE + (FAR_PACE - NEAR_PACE) * k + (LOST_PACE - FAR_PACE) * lost)
        speed *= (
            PACE[session.rules.difficulty]
            * FASTER[min(souls(session.story), 2)]
            / (1 + 0.3 * (session.rules.windup - 1))
        )
        if self.tug > TUG_TOLD_TICKS:
            speed *= TUG_PACE
        return min(speed, FASTEST_PX_S)

    def _gap(self, session: Session) -> float:
        """px along her trail from him to her."""
        points = [self.lead, *self.trail]
        return sum((b - a).length for a, b in pairwise(points))

    def _drag(self, session: Session, leash: Leash, place: Place) -> None:
        self._tug(session, place)
        if not self.trail:
            return
        self._go(leash, self.speed(session) * TICK_S)
        self._bark(session, place)
        far = math.hypot(session.place.x - place.x, session.place.y - place.y)
        if far < REACH_PX and _can_have_her(session) and self.area.holds(session.place.x, session.place.y):
            self.begin("tell")
            session.news.tell(Told(place.x, place.y, self.told(session, place)))
            session.news.tell(Heard("string_pull", place.x, place.y, 0.7))

    def _go(self, leash: Leash, left: float) -> None:
        """The lead goes on along the trail; never further ahead of him than his thread could pull."""
        x, y = leash.at
        while self.trail and left > 0:
            goal = self.trail[0]
            d = (goal - self.lead).length
            if d <= left:
                self.lead = self.trail.pop(0)
                left -= d
            else:
                self.lead = self.lead + self.lead.toward(goal) * left
                left = 0
        over = math.hypot(self.lead.x - x, self.lead.y - y)
        if over > 26 and self._is_at_end():
            back = Vec(x, y)
            self.trail.insert(0, self.lead)
            self.lead = back + back.toward(self.lead) * 26

    def told(self, session: Session, place: Place) -> int:
        """Ticks his arms are up before they close."""
        ticks = TOLD_TICKS * (1.0, 0.92, 0.85)[min(souls(session.story), 2)] * session.rules.windup
        return max(round(ticks), LEAST_TOLD_TICKS) + (CORNERED_TICKS if self._is_between(session, place) else 0)

    def _is_between(self, session: Session, place: Place) -> bool:
        """Whether he stands in her way out."""
        her, at = Vec(session.place.x, session.place.y), Vec(place.x, place.y)
        out, to_him = self.door - her, at - her
        return out.length > to_him.length and out.x * to_him.x + out.y * to_him.y > 0.8 * out.length * to_him.length

    def _tell(self, session: Session, leash: Leash, place: Place) -> None:
        if self.trail:
            self._go(leash, DRAG_PX_S * 0.45 * TICK_S)
        if self.since >= self.told(session, place):
            self.begin("reach")

    def _reach(self, session: Session, leash: Leash, place: Place) -> None:
        """His arms close. Whoever steps aside in time is not in them."""
        if self.since == 1:
            session.news.tell(Heard("cloth_turn", place.x, place.y))
        far = math.hypot(session.place.x - place.x, session.place.y - place.y)
        if self.since <= 8 and far < HAS_PX and _can_have_her(session):
            self.begin("hold")
            self.caught += 1
            session.story.count("father_caught")
            session.news.tell(Heard("hide_in", place.x, place.y))
            session.news.tell(Shook(3.0, 16))
            if session.story.counts["father_caught"] % 3 == 1:
                session.cry("other_father", "beats.soul_house.caught.1", Vec(place.x, place.y))
            return
        if self.since >= REST_TICKS:
            self.begin("drag")

    def _hold(self, session: Session, leash: Leash, place: Place) -> None:
        if self.since == 20:
            session.news.tell(Heard("needle_scrape", place.x, place.y, 0.8))
        if self.since >= HELD_TICKS:
            prick(session, "caught", place.x, place.y, 0.0)
            seize(session, self._put_back(session, place), "caught")
            self.begin("wait")
            self.trail.clear()
            self.was_out = True

    def _put_back(self, session: Session, place: Place) -> Vec:
        """Where she is put when he has had her: at the door, unless he stands there; then somewhere that is well off from him."""
        at, area = Vec(place.x, place.y), self.area
        spots = [Vec(area.x + area.w * kx, area.y + area.h * ky) for ky in (0.75, 0.4) for kx in (0.25, 0.75)]
        free = [s for s in spots if session.space.is_free(s.x, s.y, 12.0, session.hero, walls_only=True)]
        choice = [self.door, self.home, *free]
        far = next((s for s in choice if (s - at).length >= CLEAR_PX), None)
        return far if far is not None else max(choice, key=lambda s: (s - at).length)

    def _wait(self, session: Session, leash: Leash, place: Place) -> None:
        if self.since >= WAITS_TICKS:
            self.begin("drag")

    def _knot(self, session: Session, leash: Leash, place: Place) -> None:
        if self.since == FREEZE_TICKS:
            leash.pluck(260.0)
            session.news.tell(Shook(4.0, 22))
        if self.since >= KNOT_TICKS:
            self.begin("still")

    def _still(self, session: Session, leash: Leash, place: Place) -> None:
        if self.since % 150 == 40:
            leash.pluck(60.0)
            session.news.tell(Heard("rope_creak", place.x, place.y, 0.3))

    def _down(self, session: Session, leash: Leash, place: Place) -> None:
        """He comes out of the ceiling."""
        k = min(self.since / LOWER_TICKS, 1.0)
        place.lift = LIFT_PX * (1 - k) ** 2
        if self.since == 1:
            self._reset(self.home)
            leash.put(self.home.x, self.home.y)
            session.news.tell(Heard("string_pull", self.home.x, self.home.y))
        if k >= 1:
            place.lift = 0.0
            session.news.tell(Heard("step_soft", self.home.x, self.home.y))
            self.begin("drag")

    def _up(self, session: Session, leash: Leash, place: Place) -> None:
        """And goes back into it."""
        k = min(self.since / LOWER_TICKS, 1.0)
        place.lift = LIFT_PX * k * k
        if self.since == 1:
            session.news.tell(Heard("thread_pull", place.x, place.y))
        if k >= 1:
            self.begin("gone")

    def _gone(self, session: Session, leash: Leash, place: Place) -> None:
        """Out of the picture."""

    # ---- the thread

    def _thread(self, session: Session, leash: Leash, place: Place) -> None:
        """The thread's end goes where he has been dragged to: it is laid round what it meets, or comes off."""
        x, y = leash.at
        laid, came_off = self.taut.follow(x, y, self.corners)
        if laid or came_off:
            at = Vec(*self.taut.last)
            session.news.tell(Heard("web_twang", at.x, at.y, 0.35))
            leash.pluck(110.0 if laid else 40.0)
        held = tuple(post for post, k in zip(self.must, self.holds) if k >= (SLIPS if post in self.held_by else 1.0))
        if held != self.held_by:
            self._hold_on(session, held)
        self.strain = round(min(leash.strain, 9.0), 2) if self._is_at_end() else 0.0
        if self.part not in ("drag", "tell", "reach"):
            self._hold_to(leash)
            return
        if len(self.held_by) == len(self.must) or (self._is_at_end() and self._is_wound()):
            self._tie(session, leash, place)
        elif self._is_at_end() and self.part == "drag":
            self._strain(session, place)
        else:
            self.stuck = max(self.stuck - 2, 0)
        self._hold_to(leash)

    def _hold_on(self, session: Session, held: tuple[str, ...]) -> None:
        """A post has got hold of the thread, or has lost it."""
        is_on = len(held) > len(self.held_by)
        name = next((p for p in self.must if (p in held) != (p in self.held_by)), "")
        at = next((Vec(b.corner.x, b.corner.y) for b in self.taut.bends if b.corner.post == name), Vec(*self.taut.last))
        self.held_by = held
        session.news.tell(Wound(name, at.x, at.y, is_on, len(held), len(self.must)))
        session.news.tell(Heard("string_pull" if is_on else "unpick", at.x, at.y))
        if is_on:
            session.news.tell(Shook(1.5, 8))

    def _hold_to(self, leash: Leash) -> None:
        x, y = self.taut.last
        leash.pull(self.lead.x, self.lead.y, x, y, self.long_px - self.taut.laid_length)

    def _is_at_end(self) -> bool:
        return self.taut.length >= self.long_px - TAUT_PX

    def _is_wound(self) -> bool:
        """Whether all of it lies round whatever there is: a knot too, though it took longer."""
        turns = sum(self.taut.turn_of(post) for post in self.taut.posts)
        return turns >= WOUND * self.turn * max(len(self.must), 2)

    def _tie(self, session: Session, leash: Leash, place: Place) -> None:
        """All posts hold it, or no thread is left and enough of it is wound: a knot pulled tight."""
        self.held_by = self.must
        self.lead = Vec(*leash.at)
        self.trail.clear()
        leash.put(*leash.at)
        self.begin("knot")
        self.tug = 0
        session.news.tell(Knotted(place.x, place.y))
        session.news.tell(Heard("string_pull", place.x, place.y))
        session.news.tell(Heard("rope_creak", place.x, place.y))
        session.news.tell(Heard("piano_note", self.hook.x, self.hook.y, 0.7))

    def _strain(self, session: Session, place: Place) -> None:
        """At the end of the thread and yet not tied: he hangs in it; after a while it drags him straight at her."""
        self.stuck += 1
        if self.stuck % 40 == 1:
            session.news.tell(Heard("rope_creak", place.x, place.y, 0.5))
        if self.stuck >= STUCK_TICKS:
            self.stuck = 0
            her = Vec(session.place.x, session.place.y)
            self.lead = Vec(place.x, place.y)
            self.trail = self._way_to(session, her)

    def _tug(self, session: Session, place: Place) -> None:
        """She feels along the thread for slack, finds it, and pulls: told by a hum and a shiver."""
        if not self.tugs:
            return
        if self.tug:
            self.tug += 1
            if self.tug == TUG_TOLD_TICKS:
                session.news.tell(Heard("thread_pull", place.x, place.y))
                session.news.tell(Shook(1.5, 14))
            if self.tug > TUG_TOLD_TICKS + TUG_TICKS:
                self.tug = 0
                self.tug_in = round(TUG_EVERY_TICKS * session.rules.windup)
            return
        self.tug_in -= 1
        if self.tug_in <= 0 and not self._is_at_end():
            self.tug = 1
            self.leash(session).pluck(150.0)
            if session.story.count("father_tugged") == 1:
                session.cry("other_father", "beats.soul_house.tug.1", Vec(place.x, place.y))
            session.news.tell(Told(place.x, place.y, TUG_TOLD_TICKS))
            session.news.tell(Heard("rope_creak", self.hook.x, self.hook.y))

    def _bark(self, session: Session, place: Place) -> None:
        self.barked += 1
        if self.barked % BARK_TICKS == 150:
            keys = session.content.words.numbered("barks.other_father_hunt")
            n = session.story.count("father_hunt_barks") - 1
            session.cry("other_father", keys[n % len(keys)], Vec(place.x, place.y))

    # ---- how he stands

    def _show(self, session: Session, leash: Leash, place: Place, walker: Walker, look: Look) -> None:
        x, y = leash.at
        walker.wish_x, walker.wish_y = (x - place.x) / TICK_S, (y - place.y) / TICK_S
        if math.hypot(walker.wish_x, walker.wish_y) > 400:
            session.space.move(session.find(self.who), x, y)
            place.x = place.was_x = x
            place.y = place.was_y = y
            walker.wish_x = walker.wish_y = 0.0
        look.is_hidden = self.part == "gone"
        her = session.place
        if self.part in ("drag", "tell", "reach", "hold"):
            place.facing = Facing.of(her.x - place.x, her.y - place.y, place.facing)
        self._pose(look, math.hypot(walker.wish_x, walker.wish_y))
        lx, ly = self.taut.last
        up = POST_UP_PX if self.taut.bends else HOOK_UP_PX
        slack = 0.005 if self.is_still or self._is_at_end() else 0.012 if self.tug else 0.05
        leash.hang((lx, ly - up), (place.x, place.y - HAND_UP_PX - place.lift), slack)

    def _pose(self, look: Look, speed: float) -> None:
        moves = speed > 14
        anim = "dragged_walk" if moves else "dragged_idle"
        if self.part in ("tell", "reach", "hold"):
            anim = "grab"
        elif self.part in ("knot", "still"):
            anim = "tangled"
        elif self.part == "wait":
            anim = "still"
        elif self.part == "drag" and (0 < self.tug <= TUG_TOLD_TICKS or self.stuck > 12):
            anim = "tug"
        if look.anim != anim:
            look.anim, look.ticks = anim, 0
        look.mood = "held"
        if self.part == "tell":
            look.ticks = 0  # arms up, and there they stay
        elif self.part == "hold":
            look.ticks = max(look.ticks, 20)

    def _reset(self, at: Vec) -> None:
        self.taut = Taut(self.hook.x, self.hook.y, at.x, at.y)
        self.lead = at
        self.trail = []
        self.held_by = ()
        self.stuck = 0
        self.was_out = True


def _can_have_her(session: Session) -> bool:
    """Not while nothing can touch her, nor where she hides: what drags him has no eyes."""
    return can_be_hurt(session) and not session.world.has(session.hero, Hidden)
