"""The pursuit: no squares any more. She runs, and both run after her, each the wrong way round; two followspots wait for them.

Each light holds the one it is meant for, for a while. Both held at once is the end of it. Being touched costs a stitch.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from game.core.geometry import Facing, Vec
from game.sim.acts.duet.stage import DUO
from game.sim.acts.theatre.house import House, is_on_boards
from game.sim.happenings import Heard, Shook
from game.sim.harm import prick, tries
from game.sim.parts import Gaze, Harm, Look, Place, Walker

if TYPE_CHECKING:
    from game.sim.session import Session

PINS = ("duet_pin_spink", "duet_pin_forcible")
"""Spots of the map at which the two lights shine."""
COPIES = 0.9
"""How much of her speed they have, mirrored."""
CREEP = {"storybook": 26.0, "brave": 36.0, "beldam": 42.0}
"""px/s at which the threads draw them towards her besides."""
PIN_TICKS = {"storybook": 900, "brave": 660, "beldam": 500}
HARDER = (1.0, 1.08, 1.15)
"""By souls taken."""
PIN_PX = 32.0
TOUCH_PX = 18.0
DAZED_TICKS = 80
ROUNDS, LOOSE_TICKS = (2, 2, 3), 56
"""How often both must be held, by souls taken; how long they hang there after they have torn loose."""
BACK_PX = 56.0
HEAD_START_TICKS = 70
LEFT, RIGHT, TOP, FRONT = 240.0, 912.0, 152.0, 370.0
"""px: as far as the threads reach."""
POOL_PX = 42.0
MERCY = 0.35
"""So much longer the lights hold for every time she has had to begin again."""
BOWS_TICKS = 40
"""Both are held so long before it is over."""
CALM = 90
CRY_EVERY_TICKS = 700


@dataclass
class Pursuit(House):
    """``pins`` ticks each is still held, ``dazed`` each does nothing; ``beams`` for the eye, as in a show."""

    souls: int = 0
    pins: list[int] = field(default_factory=lambda: [0, 0])
    most: int = 1
    """Ticks a light holds somebody."""
    dazed: list[int] = field(default_factory=lambda: [HEAD_START_TICKS, HEAD_START_TICKS])
    both: int = 0
    rounds: int = 0
    """How often both have been held, and torn loose again."""
    touches: int = 0
    told: list[str] = field(default_factory=list)
    beams: tuple[tuple[float, float, float, float, str], ...] = ()
    is_won: bool = False
    slips: bool = False
    """She has asked to be let by."""
    is_hushed: bool = True
    curtain: float = 0.0
    curtain_goal: float = 0.0
    dusk: float = 1.0
    dusk_goal: float = 1.0
    can_slip: ClassVar[bool] = True

    def slip(self, session: Session) -> None:
        """The lights find them by themselves."""
        self.slips, self.pins = True, [self.most, self.most]

    def tick(self, session: Session) -> None:
        self.tally_ticks += 1
        self.breathe()
        rules = session.rules
        kind = 1 + MERCY * min(tries(session), 4)
        self.most = round(PIN_TICKS[rules.difficulty] * rules.show_window * kind / HARDER[min(self.souls, 2)])
        if self.ticks == 1:
            for who in DUO:
                if session.find(who):
                    session.space.haunt(session.find(who), True)
        her = session.place
        is_here = is_on_boards(her.x, her.y) and not session.world.get(session.hero, Harm).holds
        for i, who in enumerate(DUO):
            entity = session.find(who)
            if entity:
                self._chase(session, i, entity, is_here)
        self.both = self.both + 1 if all(self.pins) else 0
        self.beams = tuple(
            (at.x, at.y, POOL_PX, 1.0 if self.pins[i] or self.ticks // 12 % 5 else 0.55, ("rose", "blue")[i])
            for i, at in enumerate(self.pools(session))
        )
        if is_here:
            session.gaze = Gaze(min(max(her.x, 536.0), 616.0), 248.0, 6.0)
        else:
            session.gaze = None
        if self.ticks % CRY_EVERY_TICKS == CALM and is_here:
            self.told.append("cry")
        if self.both >= BOWS_TICKS:
            if self.rounds + 1 < ROUNDS[min(self.souls, 2)] and not self.slips:
                self._tear_loose(session)
            else:
                self._end(session)

    def pools(self, session: Session) -> tuple[Vec, Vec]:
        """Where the two lights shine: Spink's, Forcible's. They change places every time the two tear loose."""
        spots = session.room.spots
        first, second = (PINS, PINS[::-1])[self.rounds % 2]
        return spots[first].box.middle, spots[second].box.middle

    def _chase(self, session: Session, i: int, entity: int, is_here: bool) -> None:
        place, her = session.world.get(entity, Place), session.place
        pool = self.pools(session)[i]
        if self.pins[i]:
            self.pins[i] -= 0 if all(self.pins) else 1
            self._put(session, entity, pool.x, pool.y, "bow")
            if not self.pins[i]:
                self.dazed[i] = 24
                session.news.tell(Heard("string_pull", place.x, place.y, 0.8))
            return
        if self.dazed[i] or not is_here:
            self.dazed[i] = max(self.dazed[i] - 1, 0)
            self._put(session, entity, place.x, place.y, "idle")
            return
        walker = session.world.get(session.hero, Walker)
        vx, vy = (-walker.vx, walker.vy) if i == 0 else (walker.vx, -walker.vy)
        far = math.hypot(her.x - place.x, her.y - place.y) or 1.0
        creep = CREEP[session.rules.difficulty] * HARDER[min(self.souls, 2)]
        x = place.x + (vx * COPIES + (her.x - place.x) / far * creep) / 60
        y = place.y + (vy * COPIES + (her.y - place.y) / far * creep) / 60
        x, y = min(max(x, LEFT), RIGHT), min(max(y, TOP), FRONT)
        dx, dy = x - place.x, y - place.y
        place.facing = Facing.of(dx, dy, place.facing)
        self._put(session, entity, x, y, "walk")
        if math.hypot(x - pool.x, (y - pool.y) * 1.3) < PIN_PX:
            self.pins[i] = self.most
            place.facing = Facing.DOWN
            self.told.append(f"pinned_{i}")
            session.news.tell(Heard("spotlight", pool.x, pool.y))
            session.news.tell(Heard(f"heel_note_{'d' if all(self.pins) else 'a'}", pool.x, pool.y, 0.9))
        elif math.hypot(her.x - x, her.y - y) < TOUCH_PX:
            self._touch(session, entity, i, x, y)

    def _tear_loose(self, session: Session) -> None:
        """Held is not let go: the threads snatch both out of the light, and the lights change places."""
        self.rounds += 1
        self.both, self.pins, self.dazed = 0, [0, 0], [LOOSE_TICKS, LOOSE_TICKS]
        self.told.append("loose")
        session.news.tell(Heard("string_pull", session.place.x, 180.0))
        session.news.tell(Heard("spotlight", session.place.x, 240.0, 0.7))
        session.news.tell(Shook(2.5, 26))

    def _touch(self, session: Session, entity: int, i: int, x: float, y: float) -> None:
        """They have hold of her; the threads snatch them back before they know what to do with her."""
        her = session.place
        if not prick(session, "caught", x, y):
            return
        self.touches += 1
        self.dazed[i] = DAZED_TICKS
        d = math.hypot(x - her.x, y - her.y) or 1.0
        at = Vec(x + (x - her.x) / d * BACK_PX, y + (y - her.y) / d * BACK_PX)
        self._put(session, entity, min(max(at.x, LEFT), RIGHT), min(max(at.y, TOP), FRONT), "cheer")
        session.news.tell(Heard("string_pull", x, y))

    def _end(self, session: Session) -> None:
        self.is_over = self.is_won = True
        session.gaze = None
        for who in DUO:
            entity = session.find(who)
            if entity:
                session.world.get(entity, Look).mood = ""
                session.world.get(entity, Place).facing = Facing.DOWN
        session.act = House(curtain=0.0, curtain_goal=0.0, dusk=self.dusk, dusk_goal=0.7)

    @staticmethod
    def _put(session: Session, entity: int, x: float, y: float, anim: str) -> None:
        world = session.world
        place, walker, look = world.get(entity, Place), world.get(entity, Walker), world.get(entity, Look)
        walker.wish_x = walker.wish_y = 0.0
        place.x, place.y, place.lift = x, y, 0.0
        session.space.move(entity, x, y)
        look.mood, look.is_once = "held", False
        if look.anim != anim:
            look.anim, look.ticks = anim, 0


@dataclass
class Farewell(House):
    """The house at the end: lamps on whoever is left (``beams``), then two gloves that come down, one on each side.

    ``gloves``: where they will lie, px.
    """

    beams: tuple[tuple[float, float, float, float, str], ...] = ()
    gloves: tuple[tuple[float, float], ...] = ()
    curtain: float = 0.0
    curtain_goal: float = 0.0
    dusk: float = 0.5
    dusk_goal: float = 0.9
