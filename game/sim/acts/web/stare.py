"""Her gaze goes over the room like a lamp, and with it the stare: whoever peeps through the stone in it is not left in doubt.

With the stone down she may be looked at as much as one likes. What she must be seen without seeing is the globe.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from game.core.geometry import Vec
from game.sim.acts.act import Act
from game.sim.acts.web.attacks import ATTACKS
from game.sim.happenings import Heard, Shook, Told
from game.sim.harm import can_be_hurt, prick
from game.sim.parts import Arachnid, Place, Stone
from game.sim.systems.reveal import stone_sees

if TYPE_CHECKING:
    from game.sim.session import Session

SPREAD_DEG = 56.0
FROM_DEG, TO_DEG = -16.0, 148.0
"""Her gaze goes from the hearth to the far corner and back; 90 = down the picture."""
GOES_TICKS = {"storybook": 190, "brave": 150, "beldam": 126}
"""From one end to the other."""
PREENS_TICKS = {"storybook": 130, "brave": 96, "beldam": 74}
"""At the far end she admires her hands: nothing is seen meanwhile."""
LINGERS_TICKS = 26
"""At the hearth she only turns."""
WANES = 0.03
"""Of the stare, a tick outside it or with the stone down."""
SEES_TICKS = 26
"""So long the globe must be looked at."""
FORGETS_TICKS = 40


@dataclass
class Stare(Act):
    """``gaze`` degrees, ``stare`` 0..1 how sure she is of having been peeped at, ``seen`` 0..1 how much of the globe is.

    ``globe`` and ``others`` (name, x, y) are what can be looked at. ``state``: goes, lingers, preens or strikes, ``since`` ticks.
    """

    globe: Vec = field(default_factory=lambda: Vec(0, 0))
    others: tuple[tuple[str, float, float], ...] = ()
    gaze: float = TO_DEG
    way: int = -1
    state: str = "preens"
    since: int = 0
    stare: float = 0.0
    seen: float = 0.0
    looks: int = 0
    """How often she has been caught at it."""
    is_found: bool = False
    warned: int = 0
    """Ticks since she last said that she feels something."""
    looked: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    """seen, felt, found, or the name of something looked at for the first time. The beat empties it."""

    can_slip: ClassVar[bool] = True

    def slip(self, session: Session) -> None:
        """She has seen what is in the globe."""
        self.is_found = self.is_over = True

    @property
    def is_blink(self) -> bool:
        """She sees nobody just now."""
        return self.state == "preens"

    def sees(self, session: Session) -> bool:
        """Whether Coraline stands in her gaze."""
        at, _ = self._she(session)
        if at is None or self.is_blink:
            return False
        dx, dy = session.place.x - at.x, session.place.y - at.y
        off = (math.degrees(math.atan2(dy, dx)) - self.gaze + 180) % 360 - 180
        return math.hypot(dx, dy) < ATTACKS["stare"].reach and abs(off) <= SPREAD_DEG / 2

    def _she(self, session: Session) -> tuple[Place | None, Arachnid | None]:
        entity = session.find("beldam")
        she = session.world.find(entity, Arachnid) if entity else None
        return (session.world.get(entity, Place), she) if she is not None else (None, None)

    def tick(self, session: Session) -> None:
        self.since += 1
        self.warned = max(self.warned - 1, 0)
        self._turns(session)
        self._stares(session)
        self._finds(session)
        self._pose(session)

    def _turns(self, session: Session) -> None:
        difficulty = session.rules.difficulty
        if self.state == "goes":
            self.gaze += self.way * (TO_DEG - FROM_DEG) / GOES_TICKS[difficulty]
            if not FROM_DEG < self.gaze < TO_DEG:
                self.gaze = min(max(self.gaze, FROM_DEG), TO_DEG)
                self.state, self.since = ("lingers" if self.way < 0 else "preens"), 0
                if self.state == "preens":
                    at, _ = self._she(session)
                    session.news.tell(Heard("button_click", at.x if at else 0, at.y if at else 0, 0.8))
                self.way = -self.way
            return
        ends = {"lingers": LINGERS_TICKS, "preens": PREENS_TICKS[difficulty], "strikes": ATTACKS["stare"].recover}
        if self.since >= ends[self.state]:
            if self.state == "preens":  # she looks again: told by ear as well
                at, _ = self._she(session)
                session.news.tell(Heard("needle_skitter", at.x if at else 0, at.y if at else 0, 0.6))
            self.state, self.since = "goes", 0

    def _stares(self, session: Session) -> None:
        stone = session.world.find(session.hero, Stone)
        peeps = stone is not None and stone.raised > 0.2
        if not peeps or not self.sees(session) or self.state == "strikes" or not can_be_hurt(session):
            self.stare = max(self.stare - WANES, 0.0)
            return
        told = ATTACKS["stare"].told(session.rules)
        place = session.place
        if self.stare <= WANES and not self.warned:
            session.news.tell(Told(place.x, place.y, told))
            session.news.tell(Heard(ATTACKS["stare"].sounds[0], place.x, place.y))
            self.told.append("felt")
            self.warned = FORGETS_TICKS
        self.stare += 1 / told
        if self.stare >= 1:
            self.stare, self.state, self.since = 0.0, "strikes", 0
            self.looks += 1
            session.news.tell(Heard(ATTACKS["stare"].sounds[1], place.x, place.y))
            session.news.tell(Shook(3.0, 12))
            prick(session, "needle", place.x, place.y - 2, 26.0)
            self.told.append("seen")

    def _finds(self, session: Session) -> None:
        for name, x, y in self.others:
            if name not in self.looked and stone_sees(session, x, y):
                self.looked.append(name)
                self.told.append(name)
        if self.is_found:
            return
        # While she looks as well, there is nothing in it.
        if stone_sees(session, self.globe.x, self.globe.y) and not self.sees(session):
            before = self.seen
            self.seen += 1 / SEES_TICKS
            if before == 0:
                session.news.tell(Heard("soul_near", self.globe.x, self.globe.y, 0.7))
            if self.seen >= 1:
                self.is_found = self.is_over = True
                self.told.append("found")
        else:
            self.seen = max(self.seen - 0.5 / SEES_TICKS, 0.0)

    def _pose(self, session: Session) -> None:
        at, she = self._she(session)
        if at is None or she is None:
            return
        she.pose, she.heading = "stare", self.gaze
        she.told, she.struck, she.reach_x, she.reach_y = self.stare, 0, -1.0, -1.0
        if self.state == "strikes":
            she.struck = self.since if self.since <= ATTACKS["stare"].active else 0
            she.look_x, she.look_y = session.place.x, session.place.y - 20
            if self.since < 20:
                she.reach_x, she.reach_y, she.told = session.place.x, session.place.y, 1.0
        elif self.is_blink:
            she.reach_x, she.reach_y = at.x - 26, at.y - 8
            she.look_x, she.look_y = at.x - 40, at.y + 6
        else:
            a = math.radians(self.gaze)
            she.look_x, she.look_y = at.x + math.cos(a) * 160, at.y + math.sin(a) * 160
