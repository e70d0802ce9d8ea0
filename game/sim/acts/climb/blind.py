"""How she hunts without eyes: she hums and walks about, hushes and listens, comes to what she heard, feels round for it.

While she hums she is deaf to all but what is quite near. In the hush whatever makes noise that reaches her is where she goes; what
she can do there is feel about for a while. Who stands in her hands for too long is had.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import Vec
from game.sim.happenings import Heard, Landed, Told
from game.sim.parts import Arachnid, Hero, Place
from game.sim.telling import told_for

if TYPE_CHECKING:
    from game.sim.session import Session

WHO = "beldam"


@dataclass(frozen=True)
class Attack:
    """``told_ticks`` she comes and gropes before she can have anybody (Brave); ``active`` ticks she goes on groping."""

    name: str
    told_ticks: int
    active: int
    recover: int
    reach_px: float


ATTACKS = {"grope": Attack("grope", 54, 84, 60, 48.0)}
HUM_TICKS, HUSH_TICKS = 180, 150
LAST_NOTE_TICKS = 30
"""So long before a hush the hum runs down: that is heard, and seen."""
NEAR_PX = 96.0
"""So near she hears while she hums, too."""
HUSH_FACTOR = {"storybook": 0.72, "brave": 1.0, "beldam": 1.12}
PATROL_PX_S, SOUND_PX_S, LURED_PX_S = 84.0, 130.0, 300.0
COMES_TICKS = 54
HELD_TICKS = 36
LURED_TICKS = 240
ARRIVES_PX = 10.0
TURNS = 0.14


@dataclass
class Blind:
    """``state`` hums, hush, comes, gropes; for ``ticks``. She is at (x, y), goes to (goal_x, goal_y); ``held`` ticks in her hands.

    ``way``: points of her round; without any she feels her way along the silk to about where somebody might be: ``feels_px`` off.
    ``is_lured``: what she goes for was thrown.
    """

    way: tuple[Vec, ...]
    x: float
    y: float
    lift_px: float = 0.0
    feels_px: float = 0.0
    index: int = 0
    state: str = "hums"
    ticks: int = 0
    goal_x: float = 0.0
    goal_y: float = 0.0
    speed: float = 0.0
    heading: float = 90.0
    held: int = 0
    told: int = 0
    is_lured: bool = False
    is_deaf: bool = False
    has_her: bool = False
    """She has been in her hands too long: the act puts it right and sets this back."""
    lures: int = 0
    comes: int = 0

    def hums_for(self, session: Session) -> int:
        return round(HUM_TICKS / HUSH_FACTOR[session.rules.difficulty])

    def hushes_for(self, session: Session) -> int:
        return round(HUSH_TICKS * HUSH_FACTOR[session.rules.difficulty])

    @property
    def reach_px(self) -> float:
        return ATTACKS["grope"].reach_px

    def tick(self, session: Session, loud: float = 0.0) -> None:
        """One tick. ``loud`` px of what else she has just made ring."""
        self.ticks += 1
        self._lured(session)
        hero, place = session.world.get(session.hero, Hero), session.place
        noise = max(hero.noise if session.is_free else 0.0, loud)
        far = math.hypot(place.x - self.x, place.y - self.y)
        if self.state == "hums":
            self._hums(session, noise, far)
        elif self.state == "hush":
            self._hushes(session, noise, far)
        elif self.state == "comes":
            self._comes(session)
        else:
            self._gropes(session, noise, far)
        self._pose(session)

    # ---- what she does

    def _hums(self, session: Session, noise: float, far: float) -> None:
        if self.ticks == 1 and not self.way:
            self._feels(session)
        goal = self.way[self.index] if self.way else Vec(self.goal_x, self.goal_y)
        self._toward(goal, PATROL_PX_S)
        if self.way and math.hypot(goal.x - self.x, goal.y - self.y) < ARRIVES_PX:
            self.index = (self.index + 1) % len(self.way)
        if self.ticks % 22 == 0:
            session.news.tell(Heard("needle_skitter", self.x, self.y, 0.5))
        if far < NEAR_PX and noise >= far and not self.is_deaf:
            self._goes(session, session.place.x, session.place.y)
        elif self.ticks == self.hums_for(session) - LAST_NOTE_TICKS:
            session.news.tell(Heard("beldam_listens", self.x, self.y))
        elif self.ticks >= self.hums_for(session):
            self._turns("hush")

    def _feels(self, session: Session) -> None:
        """Somebody's weight is on the silk: not where, but roughly which way."""
        place = session.place
        away = math.atan2(self.y - place.y, self.x - place.x) + (session.fate.below(160) - 80) / 100
        self.goal_x = place.x + math.cos(away) * self.feels_px
        self.goal_y = place.y + math.sin(away) * self.feels_px * 0.8

    def _hushes(self, session: Session, noise: float, far: float) -> None:
        if noise and noise >= far and not self.is_deaf and self.ticks > 6:
            self._goes(session, session.place.x, session.place.y)
        elif self.ticks >= self.hushes_for(session):
            self._turns("hums")
            session.news.tell(Heard("string_pull", self.x, self.y, 0.6))

    def _goes(self, session: Session, x: float, y: float) -> None:
        """She has heard something there: her head goes round first."""
        self.is_lured = False
        self.comes += 1
        self._turns("comes")
        self.goal_x, self.goal_y = x, y
        self.told = told_for(ATTACKS["grope"].told_ticks, session.rules)
        self.speed = max(SOUND_PX_S, math.hypot(x - self.x, y - self.y) * 60 / self.told)
        session.story.count("heard_by_her")
        session.news.tell(Told(x, y, self.told, is_great=True))
        session.news.tell(Heard("beldam_hiss", self.x, self.y))

    def _comes(self, session: Session) -> None:
        self._toward(Vec(self.goal_x, self.goal_y), self.speed)
        there = math.hypot(self.goal_x - self.x, self.goal_y - self.y) < ARRIVES_PX
        if there and self.ticks >= (0 if self.is_lured else self.told - 6):
            self._turns("gropes")
            self.held = 0
            session.news.tell(Heard("needle_stab", self.x, self.y))

    def _gropes(self, session: Session, noise: float, far: float) -> None:
        lasts = LURED_TICKS if self.is_lured else ATTACKS["grope"].active
        if far < self.reach_px:
            self.held += 1
            if self.held >= HELD_TICKS:
                self.has_her, self.held = True, 0
                self._turns("hums")
                return
        else:
            self.held = max(self.held - 1, 0)
        if self.ticks % 28 == 0:
            session.news.tell(Heard("needle_scrape", self.x, self.y, 0.6))
        if not self.is_lured and self.ticks > 20 and noise >= far > self.reach_px and not self.is_deaf:
            self._goes(session, session.place.x, session.place.y)
        elif self.ticks >= lasts:
            self._turns("hums")

    def _lured(self, session: Session) -> None:
        for landed in session.news.of(Landed):
            if self.state == "gropes" and not self.is_lured and self.held > 8:
                continue  # she has hold of something better
            self._turns("comes")
            self.is_lured, self.told = True, 0
            self.lures += 1
            self.goal_x, self.goal_y, self.speed = landed.x, landed.y, LURED_PX_S
            session.news.tell(Heard("beldam_hiss", self.x, self.y, 0.7))

    def _turns(self, state: str) -> None:
        self.state, self.ticks = state, 0

    def _toward(self, goal: Vec, speed: float) -> None:
        dx, dy = goal.x - self.x, goal.y - self.y
        d = math.hypot(dx, dy)
        if d < 1:
            return
        step = min(speed / 60, d)
        self.x, self.y = self.x + dx / d * step, self.y + dy / d * step
        turn = (math.degrees(math.atan2(dy, dx)) - self.heading + 180) % 360 - 180
        self.heading = (self.heading + turn * TURNS) % 360

    def _pose(self, session: Session) -> None:
        entity = session.find(WHO)
        if not entity:
            return
        place, she = session.world.get(entity, Place), session.world.get(entity, Arachnid)
        place.was_x, place.was_y = place.x, place.y
        place.x, place.y = self.x, self.y
        she.is_blind, she.heading, she.lift_px = True, self.heading, self.lift_px
        she.pose = {"hums": "climb", "hush": "listen", "comes": "run", "gropes": "thrash"}[self.state]
        goes = self.state == "comes"
        she.told = min(self.ticks / max(self.told, 1), 1.0) if goes and not self.is_lured else 0.0
        she.struck = self.ticks if self.state == "gropes" else 0
        she.reach_x, she.reach_y = (self.goal_x, self.goal_y) if self.state in ("comes", "gropes") else (-1.0, -1.0)
        she.look_x, she.look_y = (self.goal_x, self.goal_y) if goes else (-1.0, -1.0)
