"""Behind the mirror it is dark, and light is what comes of a step: rings go out, break on whoever is there, and come back.

``Cell`` is the room in any state: her steps and knocks make rings. ``Ripples`` hides voices in it, to be found by what comes back.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.intent import Action
from game.sim.acts.act import Act
from game.sim.happenings import Heard, Stepped
from game.sim.parts import Hero, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

SQUASH = 0.72
"""A ring lies on the floor and is seen from the side: so much less high than wide."""
SPEED = 2.2
"""px a tick at which rings go out."""
REACH = {"sneak": 58.0, "walk": 112.0, "run": 156.0}
"""px that a step's ring goes, by how she steps."""
KNOCK_REACH = 420.0
KNOCK_REST_TICKS = 34
ANSWER_REST_TICKS = 46
"""A voice breaks no more than one ring in so many ticks: what comes back can be told apart."""
GAP = 0.34
"""Radians on either side of a voice in which a ring is broken."""
FEEL_PX, HERE_PX = 92.0, 40.0
"""How near a voice its cold is felt; how near one has found it."""
STILL_SPEED = 14.0
DWELL_TICKS = 44
"""Standing there so long finds it; knocking there does half of that."""
BREATH_TICKS = 96
LONELY_TICKS, HUM_TICKS = 1500, 150
"""After so long without an answer the nearest voice begins to hum, every so often."""


@dataclass
class Ring:
    """``radius`` px so far, of ``reach``; ``of`` is "" for hers, or whose voice sent it back. ``gaps``: where it broke, radians."""

    x: float
    y: float
    reach: float
    of: str = ""
    radius: float = 0.0
    gaps: list[float] = field(default_factory=list)

    @property
    def left(self) -> float:
        """How much of it is left, 1..0."""
        return max(1 - self.radius / self.reach, 0.0)


@dataclass
class Voice:
    """Somebody who cannot be seen yet. ``dwell`` ticks she has stood there; ``rest`` until it breaks a ring again."""

    name: str
    x: float
    y: float
    rest: int = 0
    dwell: int = 0
    answers: int = 0


def floor_distance(ax: float, ay: float, bx: float, by: float) -> float:
    """px between two points of the floor as rings measure it."""
    return math.hypot(bx - ax, (by - ay) / SQUASH)


@dataclass
class Cell(Act):
    """The room. ``steps`` and ``knocks`` she has made; ``may_knock``: interact, where nothing else answers, knocks on the floor."""

    rings: list[Ring] = field(default_factory=list)
    steps: int = 0
    knocks: int = 0
    knock_rest: int = 0
    may_knock: bool = True

    def tick(self, session: Session) -> None:
        hero = session.world.get(session.hero, Hero)
        for step in session.news.of(Stepped):
            self.steps += 1
            self.rings.append(Ring(step.x, step.y, REACH.get(hero.stance, REACH["walk"])))
        self.knock_rest = max(self.knock_rest - 1, 0)
        wants = session.pressed(Action.INTERACT) and session.is_free and session.prompt is None
        if self.may_knock and wants and not self.knock_rest:
            self.knock(session)
        for ring in self.rings:
            before, ring.radius = ring.radius, ring.radius + SPEED
            self._spread(session, ring, before)
        self.rings = [r for r in self.rings if r.radius < r.reach]

    def knock(self, session: Session) -> None:
        """A ring as wide as the room, from where she stands."""
        place = session.place
        self.knocks += 1
        self.knock_rest = KNOCK_REST_TICKS
        self.rings.append(Ring(place.x, place.y, KNOCK_REACH))
        session.news.tell(Heard("drip_d", place.x, place.y))

    def bloom(self, x: float, y: float, of: str, reach: float = KNOCK_REACH) -> None:
        """A ring in somebody's colour, from a place."""
        self.rings.append(Ring(x, y, reach, of))

    def _spread(self, session: Session, ring: Ring, before: float) -> None:
        """A ring has gone from ``before`` px to where it is: what it meets."""


@dataclass
class Ripples(Cell):
    """Voices in the dark. ``found`` names the one just found, until the beat has taken note; ``cold`` 0..1: how near one is."""

    voices: list[Voice] = field(default_factory=list)
    found: str = ""
    cold: float = 0.0
    lonely: int = 0
    breath: int = 0

    @property
    def echoes(self) -> int:
        """Rings that have come back."""
        return sum(v.answers for v in self.voices)

    @property
    def heard(self) -> int:
        """How many different voices have sent one back."""
        return sum(v.answers > 0 for v in self.voices)

    def forget(self, name: str) -> None:
        """That voice has been found, and hides no more."""
        self.voices = [v for v in self.voices if v.name != name]
        self.found, self.lonely = "", 0

    def tick(self, session: Session) -> None:
        knocks = self.knocks
        super().tick(session)
        place, walker = session.place, session.world.get(session.hero, Walker)
        is_still = math.hypot(walker.vx, walker.vy) < STILL_SPEED
        self.breath = max(self.breath - 1, 0)
        self.lonely += 1
        near = FEEL_PX
        for voice in self.voices:
            voice.rest = max(voice.rest - 1, 0)
            d = floor_distance(place.x, place.y, voice.x, voice.y)
            near = min(near, d)
            if d < HERE_PX and self.knocks > knocks:
                voice.dwell += DWELL_TICKS // 2
            if d < HERE_PX and is_still and session.is_free:
                voice.dwell += 1
                if voice.dwell >= DWELL_TICKS and not self.found:
                    self.found = voice.name
            elif d > FEEL_PX:
                voice.dwell = 0
            if d < FEEL_PX and not self.breath:
                self.breath = BREATH_TICKS
                session.news.tell(Heard("ghost_breath", voice.x, voice.y, 0.9))
        self.cold = 1 - near / FEEL_PX
        self._hum(session)

    def _hum(self, session: Session) -> None:
        """Nobody is left alone in the dark for long: the nearest begins by itself."""
        if self.lonely < LONELY_TICKS or self.lonely % HUM_TICKS or not self.voices:
            return
        place = session.place
        nearest = min(self.voices, key=lambda v: (floor_distance(place.x, place.y, v.x, v.y), v.name))
        self.rings.append(Ring(nearest.x, nearest.y, 190.0, nearest.name))
        session.news.tell(Heard("ghost_breath", nearest.x, nearest.y))

    def _spread(self, session: Session, ring: Ring, before: float) -> None:
        if ring.of:
            return
        for voice in self.voices:
            d = floor_distance(ring.x, ring.y, voice.x, voice.y)
            if not before <= d < ring.radius:
                continue
            ring.gaps.append(math.atan2((voice.y - ring.y) / SQUASH, voice.x - ring.x))
            if voice.rest:
                continue
            voice.rest = ANSWER_REST_TICKS
            voice.answers += 1
            self.rings.append(Ring(voice.x, voice.y, min(d + 56.0, 300.0), voice.name))
            session.news.tell(Heard("mirror_ripple", voice.x, voice.y, max(1 - d / 520.0, 0.35)))
