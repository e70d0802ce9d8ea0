"""The cat, thrown. Hold to lift and aim, let go to throw; while she aims and while it flies the world dawdles.

Her face sways from side to side; where the cat would come is marked, and a throw leans a little towards the eyes. A cat that
misses lands on its feet, gives her a look and comes back. Nothing can happen to it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.core.intent import STICK, Action
from game.sim.acts.act import Act
from game.sim.happenings import Heard, Shook
from game.sim.parts import Arachnid, Look, Place, Prompt
from game.sim.systems.reveal import UP_PX

if TYPE_CHECKING:
    from game.sim.session import Session

SWAY_PX, SWAY_TICKS = 96.0, 160
LEAN_PX = {"storybook": 30.0, "brave": 20.0, "beldam": 14.0}
"""So far from her eyes the mark may be for the cat to find them."""
KINDER_PX = 7.0
"""More with every miss."""
REACH_PX = 30.0
"""How near the cat must be to be lifted."""
FLIES_TICKS = 34
MARK_PX = 4.4
"""px a tick that the stick moves the mark."""
EDGE_PX = 190.0
"""So far from her middle the mark may go."""
SLOW = 0.4
"""The world's pace meanwhile."""
LANDS_TICKS, LOOKS_TICKS, RUNS_PX = 34, 46, 3.4
FACE_UP_PX = 120.0
"""Her eyes are so far over the floor below her."""
HIT_TICKS = 70


@dataclass
class CatThrow(Act):
    """``state``: wait, aim, fly, miss (it lands and looks), back, hit. ``mark`` px along the picture where it would come.

    ``middle``: the floor below the middle of her sway. ``cat_x``, ``cat_y``, ``cat_up``: where the cat is while it is anywhere but
    at heel.
    """

    middle: Vec = field(default_factory=lambda: Vec(0, 0))
    state: str = "wait"
    since: int = 0
    sway: float = 0.0
    """Ticks of her swaying, which dawdle too."""
    mark: float = 0.0
    goal: float = 0.0
    throws: int = 0
    misses: int = 0
    cat_x: float = 0.0
    cat_y: float = 0.0
    cat_up: float = 0.0
    from_x: float = 0.0
    from_y: float = 0.0
    told: list[str] = field(default_factory=list)
    """throw, miss, hit. The beat empties it."""

    @property
    def pace(self) -> float:
        return SLOW if self.state in ("aim", "fly") else 1.0

    @property
    def face(self) -> Vec:
        """Between her eyes, where they are drawn."""
        return Vec(self.face_x(self.sway), self.middle.y - FACE_UP_PX)

    def face_x(self, ticks: float) -> float:
        return self.middle.x + SWAY_PX * math.sin(ticks / SWAY_TICKS * math.tau)

    def lean(self, session: Session) -> float:
        """px off her eyes at which the cat still finds them."""
        return LEAN_PX[session.rules.difficulty] + KINDER_PX * min(self.misses, 4)

    def arrives(self) -> float:
        """Where her eyes will be, along the picture, when a cat thrown now gets there."""
        return self.face_x(self.sway + FLIES_TICKS * SWAYS_ON)

    def is_on(self, session: Session) -> bool:
        """Whether a throw now would hit."""
        return abs(self.mark - self.arrives()) <= self.lean(session)

    # ---- a tick

    def tick(self, session: Session) -> None:
        self.since += 1
        self.sway += SWAYS_ON if self.state in ("aim", "fly") else 0.0 if self.state == "hit" else 1.0
        getattr(self, f"_{self.state}")(session)
        self._pose(session)
        self._cat(session)

    def _turn(self, state: str) -> None:
        self.state, self.since = state, 0

    def _wait(self, session: Session) -> None:
        cat = session.find("cat")
        at = session.world.get(cat, Place) if cat else session.place
        self.cat_x, self.cat_y, self.cat_up = at.x, at.y, 0.0
        near = math.hypot(at.x - session.place.x, at.y - session.place.y) < REACH_PX + 30
        if not near or not session.is_free:
            return
        session.prompt = Prompt("throw", cat, at.x, at.y - 34, "throw")
        if session.held(Action.THROW):
            self._turn("aim")
            self.holds_her = True
            look = session.world.get(session.hero, Look)
            look.anim, look.ticks, look.is_once, look.mood = "aim_empty", 0, False, "held"
            self.mark = session.place.x
            session.news.tell(Heard("cat_meow", at.x, at.y))

    def _aim(self, session: Session) -> None:
        intent, place = session.intent, session.place
        place.facing = Facing.UP
        tilt = math.hypot(intent.aim_x, intent.aim_y)
        if tilt > STICK * 0.3 and intent.aim_y < -STICK * 0.12:
            # A mouse or a stick points: along that ray, at the height of her eyes.
            up = place.y - UP_PX - self.face.y
            self.mark = place.x + up * intent.aim_x / -intent.aim_y
        else:
            self.mark += MARK_PX * intent.x / STICK
        self.mark = min(max(self.mark, self.middle.x - EDGE_PX), self.middle.x + EDGE_PX)
        self.cat_x, self.cat_y, self.cat_up = place.x, place.y - 1, 34.0
        if not session.held(Action.THROW) and self.since > 6:
            self._turn("fly")
            self.throws += 1
            self.from_x, self.from_y, self.goal = place.x, place.y, self.mark
            will_be = self.arrives()
            if abs(self.mark - will_be) <= self.lean(session):
                self.goal = will_be
            self.told.append("throw")
            look = session.world.get(session.hero, Look)
            look.anim, look.ticks, look.is_once, look.then, look.mood = "throw", 8, True, "idle", ""
            session.news.tell(Heard("throw_whoosh", place.x, place.y))
            session.news.tell(Heard("cat_hiss", place.x, place.y))

    def _fly(self, session: Session) -> None:
        k = min(self.since / FLIES_TICKS, 1.0)
        end_y = self.middle.y + 6
        self.cat_x = self.from_x + (self.goal - self.from_x) * k
        self.cat_y = self.from_y + (end_y - self.from_y) * k
        self.cat_up = 34 + (FACE_UP_PX - 34) * k + 36 * math.sin(math.pi * k)
        if k < 1:
            return
        if abs(self.cat_x - self.face.x) <= self.lean(session):
            self._turn("hit")
            self.told.append("hit")
            session.news.tell(Heard("cat_hiss", self.cat_x, self.cat_y))
            session.news.tell(Heard("thrown_land", self.cat_x, self.cat_y))
            session.news.tell(Shook(5.0, 24))
            return
        self.misses += 1
        self.from_x, self.from_y = self.cat_x, self.cat_y
        self._turn("miss")
        self.holds_her = False
        self.told.append("miss")

    def _miss(self, session: Session) -> None:
        """Down, on four feet; then the look."""
        k = min(self.since / LANDS_TICKS, 1.0)
        aside = 46.0 if self.from_x < self.face.x else -46.0
        self.cat_x = self.from_x - aside * k * 0.4
        self.cat_y = self.from_y + 26 * k
        self.cat_up = FACE_UP_PX * (1 - k) * (1 + k)
        if self.since == LANDS_TICKS:
            session.news.tell(Heard("cat_land", self.cat_x, self.cat_y))
        if self.since >= LANDS_TICKS + LOOKS_TICKS:
            self._turn("back")

    def _back(self, session: Session) -> None:
        goal = Vec(session.place.x + 24, session.place.y + 6)
        here = Vec(self.cat_x, self.cat_y)
        d = goal - here
        if d.length <= RUNS_PX:
            self.cat_x, self.cat_y = goal.x, goal.y
            self._turn("wait")
            cat = session.find("cat")
            if cat:
                look = session.world.get(cat, Look)
                look.anim, look.ticks = "sit", 0
            return
        self.cat_x += d.x / d.length * RUNS_PX
        self.cat_y += d.y / d.length * RUNS_PX

    def _hit(self, session: Session) -> None:
        """Round her head, and off by way of a thumb."""
        turn = self.since / 11
        face = self.face
        self.cat_x = face.x + math.cos(turn) * 10
        self.cat_y = self.middle.y + 8
        self.cat_up = FACE_UP_PX + 4 + math.sin(turn * 2) * 5
        if self.since >= HIT_TICKS:
            self.is_over = True

    # ---- how they hold themselves

    def _pose(self, session: Session) -> None:
        entity = session.find("beldam")
        she = session.world.find(entity, Arachnid) if entity else None
        if she is None:
            return
        at = session.world.get(entity, Place)
        at.was_x, at.was_y = at.x, at.y
        at.x, at.y = self.face_x(self.sway), self.middle.y
        she.heading, she.told, she.struck = 90.0, 0.0, 0
        she.reach_x = she.reach_y = -1.0
        she.look_x, she.look_y = at.x, at.y + 200
        she.pose = "stare"
        if self.state == "hit":
            she.pose = "thrash"
            she.reach_x, she.reach_y = self.cat_x, self.cat_y

    def _cat(self, session: Session) -> None:
        cat = session.find("cat")
        if not cat or self.state == "wait":
            return
        at, look = session.world.get(cat, Place), session.world.get(cat, Look)
        at.was_x, at.was_y = at.x, at.y
        at.x, at.y, at.lift = self.cat_x, self.cat_y, self.cat_up
        session.space.move(cat, at.x, at.y)
        lands = self.state == "miss" and self.since > LANDS_TICKS
        anim = "sit" if lands else CAT_DOES[self.state]
        if look.anim != anim:
            look.anim, look.ticks, look.is_once, look.mood = anim, 0, False, "held"
        if self.state == "back" or lands:
            at.facing, at.lift = Facing.of(session.place.x - at.x, session.place.y - at.y), 0.0
        elif self.state in ("aim", "fly"):
            at.facing = Facing.UP


CAT_DOES = {"aim": "thrown", "fly": "thrown", "miss": "jump", "back": "run", "hit": "arched"}
SWAYS_ON = 0.34
"""Of her swaying, a tick, while the world dawdles: she does so less than her picture, so that one can lead."""


@dataclass
class Buttons(Act):
    """What she saw with: two black buttons that jump from her face, bounce, roll over the web, and over the edge.

    ``x``, ``y`` the floor below her eyes; ``edge`` the y at which there is no floor any more.
    """

    x: float = 0.0
    y: float = 0.0
    edge: float = 352.0

    def tick(self, session: Session) -> None:
        for n in (0, 1):
            if self.ticks == BOUNCES[n]:
                session.news.tell(Heard("button_click", self.x, self.y + 20))
        self.is_over = self.ticks >= ROLL_TICKS

    def at(self, n: int, between: float = 0.0) -> tuple[float, float, float, float, float]:
        """(x, y, height, turns, how much is left of it 0..1) of a button ``between`` ticks later."""
        t = self.ticks + between - n * 9
        if t < 0:
            return self.x, self.y, FACE_UP_PX, 0.0, 0.0
        side = -1 if n == 0 else 1
        fall = BOUNCES[n] - n * 9
        k = min(t / fall, 1.0)
        up = FACE_UP_PX * (1 - k * k)
        if t > fall:
            up = max(0.0, 16 * math.sin(min((t - fall) / 18, 1.0) * math.pi))
        way = max(t - fall * 0.6, 0.0)
        x = self.x + side * (8 + 26 * k + way * (0.62 if n else 0.4))
        y = self.y + 24 * k + way * (1.5 + 0.2 * n)
        gone = max(y - self.edge, 0.0)
        return x, y + gone * 1.6, up, t * 0.45, max(1 - gone / 46, 0.0)


BOUNCES = (26, 35)
"""Ticks at which each first touches the floor."""
ROLL_TICKS = 150
