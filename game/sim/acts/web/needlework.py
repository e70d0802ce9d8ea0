"""Her needles, in rows, like hemming: which rows is told by a thread that glints along them, and there is always a gap.

Each attack goes told -> strike -> out -> rest. A seam is several attacks; its last needle comes where she stands. Being hit sews
one stitch and throws her into the nearest gap. Slipped past, a seam counts as done.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from game.core.geometry import TILE, Box
from game.sim.acts.act import Act
from game.sim.acts.web.attacks import ATTACKS, COLUMNS, ROWS, SEAMS, Attack
from game.sim.happenings import Heard, Shook, Told
from game.sim.harm import prick
from game.sim.parts import Arachnid, Place

if TYPE_CHECKING:
    from game.sim.session import Session

FIRST_REST = 70
"""Ticks before the first row: to see where one is."""
LENIENT_PX = 4.0
"""Feet so little over a row's edge are not in it."""
BACK_PX = 34.0
FLAT = 0.8
"""The sweep is an arc on a floor that is looked at from above and before."""
NEAR_PX = 34.0
"""Below her own middle the talon does not reach."""
SWEEP_FROM, SWEEP_TO = 172.0, 58.0
"""Degrees of the arc of the left side (90 = down the picture); the right side's is its mirror image."""
TALON_DEG = 16.0
FOLLOWS_TICKS, FOLLOW_PX = 34, 2.2
"""A last needle hangs over her so long before it holds still, px a tick; only then does its warning begin."""
BREATH_TICKS = 26
"""Between one wave of columns and the next."""


@dataclass
class Needlework(Act):
    """``seam`` 0..2 of SEAMS, or ``only`` one attack by name. ``floor`` is the part of the map it is sewn into.

    ``phase``: rest, hang (a last needle that has not settled), told, strike or out, for ``since`` ticks of ``lasts``.
    """

    floor: Box = field(default_factory=lambda: Box(0, 0, 0, 0))
    seam: int = 0
    only: str = ""
    step: int = 0
    """The attack of the seam that is on or comes next."""
    wave: int = 0
    phase: str = "rest"
    since: int = 0
    lasts: int = FIRST_REST
    x: float = 0.0
    y: float = 0.0
    """Where a last needle will come down."""
    is_left: bool = False
    """It is her left half of the room (as one sees it) that a talon goes over."""
    hits: int = 0
    dodged: int = 0
    """Attacks in a row that she was not hit by."""
    was_hit: bool = False
    told: list[str] = field(default_factory=list)
    """What has happened that somebody may want to say something about: hit, miss. The beat empties it."""

    can_slip: ClassVar[bool] = True

    # ---- what is on

    @property
    def names(self) -> tuple[str, ...]:
        return (self.only,) if self.only else SEAMS[self.seam]

    @property
    def attack(self) -> Attack | None:
        """What she is about, None at rest."""
        return None if self.phase == "rest" or self.step >= len(self.names) else ATTACKS[self.names[self.step]]

    @property
    def lines(self) -> tuple[int, ...]:
        """Rows or columns that are struck now or next."""
        attack = self.attack
        return attack.waves[self.wave] if attack is not None and attack.waves else ()

    def row(self, n: int) -> Box:
        """The floor of a row."""
        return Box(self.floor.x, self.floor.y + n * TILE, self.floor.w, TILE)

    def column(self, n: int) -> Box:
        return Box(self.floor.x + n * TILE, self.floor.y, TILE, self.floor.h)

    def gaps(self) -> tuple[int, ...]:
        """Rows or columns of this wave that are safe."""
        attack = self.attack
        if attack is None or not attack.waves:
            return ()
        every = ROWS if attack.kind == "rows" else COLUMNS
        return tuple(n for n in range(every) if n not in self.lines)

    def talon(self) -> float:
        """Degrees at which her hand is in a sweep; 90 = down the picture."""
        attack = ATTACKS["sweep"]
        k = self.since / attack.active if self.phase == "strike" else 0.0 if self.phase == "told" else 1.0
        angle = SWEEP_FROM + (SWEEP_TO - SWEEP_FROM) * min(k, 1.0)
        return angle if self.is_left else 180.0 - angle

    def in_sweep(self, at: Place, x: float, y: float) -> bool:
        """Whether a point is in the arc that her talon is about to go over, or goes over."""
        dx, dy = x - at.x, (y - at.y) / FLAT
        far = math.hypot(dx, dy)
        if not NEAR_PX < far < ATTACKS["sweep"].reach:
            return False
        angle = math.degrees(math.atan2(dy, dx)) % 360
        low, high = (SWEEP_TO, SWEEP_FROM) if self.is_left else (180 - SWEEP_FROM, 180 - SWEEP_TO)
        return low <= angle <= high

    # ---- a tick

    def slip(self, session: Session) -> None:
        self.is_over = True

    def tick(self, session: Session) -> None:
        self.since += 1
        getattr(self, f"_{self.phase}")(session)
        self._pose(session)

    def _turn(self, phase: str, lasts: int) -> None:
        self.phase, self.since, self.lasts = phase, 0, lasts

    def _she(self, session: Session) -> tuple[Place, Arachnid] | None:
        entity = session.find("beldam")
        she = session.world.find(entity, Arachnid) if entity else None
        return (session.world.get(entity, Place), she) if she is not None else None

    def _rest(self, session: Session) -> None:
        if self.since < self.lasts:
            return
        if self.step >= len(self.names):
            self.is_over = True
            return
        self.wave, self.was_hit = 0, False
        attack = ATTACKS[self.names[self.step]]
        she = self._she(session)
        self.is_left = session.place.x < (she[0].x if she else self.floor.middle.x)
        if attack.kind == "needle":
            self.x, self.y = session.place.x, session.place.y
            self._turn("hang", FOLLOWS_TICKS)
            session.news.tell(Heard("thread_pull", self.x, self.y, 0.5))
        else:
            self._tell(session, attack)

    def _hang(self, session: Session) -> None:
        """It swings after her on its thread, and then no further."""
        dx, dy = session.place.x - self.x, session.place.y - self.y
        far = math.hypot(dx, dy)
        k = min(FOLLOW_PX / far, 1.0) if far else 0.0
        self.x, self.y = self.x + dx * k, self.y + dy * k
        if self.since >= self.lasts:
            self._tell(session, ATTACKS[self.names[self.step]])

    def _tell(self, session: Session, attack: Attack) -> None:
        told = attack.told(session.rules)
        self._turn("told", told)
        at = self._middle(session, attack)
        session.news.tell(Told(*at, told, len(self.lines) > 3))
        session.news.tell(Heard(attack.sounds[0], *at))

    def _middle(self, session: Session, attack: Attack) -> tuple[float, float]:
        """Where it is heard from."""
        if attack.kind == "rows":
            rows = [self.row(n).middle.y for n in self.lines]
            return session.place.x, min(rows, key=lambda y: abs(y - session.place.y))
        if attack.kind == "columns":
            columns = [self.column(n).middle.x for n in self.lines]
            return min(columns, key=lambda x: abs(x - session.place.x)), session.place.y
        if attack.kind == "sweep":
            she = self._she(session)
            return (she[0].x, she[0].y) if she else (self.floor.middle.x, self.floor.y)
        return self.x, self.y

    def _told(self, session: Session) -> None:
        attack = ATTACKS[self.names[self.step]]
        if attack.kind in ("rows", "columns") and self.since in (self.lasts // 3, self.lasts * 2 // 3):
            session.news.tell(Heard("needle_tick", *self._middle(session, attack), 0.7))
        elif attack.kind == "sweep" and self.since == self.lasts // 2:
            session.news.tell(Heard("needle_scrape", *self._middle(session, attack), 0.8))
        if self.since >= self.lasts:
            self._turn("strike", attack.active)
            session.news.tell(Heard(attack.sounds[1], *self._middle(session, attack)))
            session.news.tell(Shook(2.5 if attack.kind != "needle" else 1.5, 10))
            self._strikes(session, attack)

    def _strike(self, session: Session) -> None:
        attack = ATTACKS[self.names[self.step]]
        self._strikes(session, attack)
        if self.since >= self.lasts:
            self._turn("out", attack.recover)

    def _strikes(self, session: Session, attack: Attack) -> None:
        at = session.place
        source = self._source(session, attack, at)
        if source is not None and prick(session, "needle", *source, BACK_PX):
            self.was_hit = True
            self.hits += 1
            self.dodged = 0
            self.told.append("hit")

    def _source(self, session: Session, attack: Attack, at: Place) -> tuple[float, float] | None:
        """Where what hits her comes from (she is thrown away from it), None when nothing does."""
        if attack.kind == "rows":
            hit = any(r.y + LENIENT_PX <= at.y < r.bottom - LENIENT_PX for r in map(self.row, self.lines))
            near = min((self.row(n).middle.y for n in self.gaps()), key=lambda y: abs(y - at.y))
            return (at.x, at.y - math.copysign(8.0, near - at.y)) if hit else None
        if attack.kind == "columns":
            hit = any(c.x + LENIENT_PX <= at.x < c.right - LENIENT_PX for c in map(self.column, self.lines))
            near = min((self.column(n).middle.x for n in self.gaps()), key=lambda x: abs(x - at.x))
            return (at.x - math.copysign(8.0, near - at.x), at.y) if hit else None
        if attack.kind == "sweep":
            she = self._she(session)
            if she is None or not self.in_sweep(she[0], at.x, at.y):
                return None
            angle = math.degrees(math.atan2((at.y - she[0].y) / FLAT, at.x - she[0].x)) % 360
            return (she[0].x, she[0].y) if abs(angle - self.talon()) <= TALON_DEG else None
        return (self.x, self.y - 1.0) if math.hypot(at.x - self.x, at.y - self.y) <= attack.reach else None

    def _out(self, session: Session) -> None:
        """The needles go up again; they hurt nobody on their way."""
        attack = ATTACKS[self.names[self.step]]
        if self.since == 1 and attack.kind != "sweep":
            session.news.tell(Heard("needle_scrape", *self._middle(session, attack), 0.5))
        if self.since < self.lasts:
            return
        if self.wave + 1 < len(attack.waves):
            self.wave += 1
            self._turn("told", attack.told(session.rules))
            session.news.tell(Told(*self._middle(session, attack), self.lasts, True))
            session.news.tell(Heard(attack.sounds[0], *self._middle(session, attack)))
            return
        if not self.was_hit:
            self.dodged += 1
            self.told.append("miss")
        self.step += 1
        self._turn("rest", attack.rest)

    # ---- how she holds herself

    def _pose(self, session: Session) -> None:
        found = self._she(session)
        if found is None:
            return
        at, she = found
        she.pose, she.heading = "stand", 90.0
        she.look_x, she.look_y = session.place.x, session.place.y - 20
        she.told, she.struck = 0.0, 0
        she.reach_x = she.reach_y = -1.0
        attack = self.attack
        if attack is None:
            return
        if self.phase in ("hang", "told"):
            she.told = min(self.since / max(self.lasts, 1), 1.0) if self.phase == "told" else 0.15
        elif self.phase == "strike":
            she.told, she.struck = 1.0, self.since + 1
        else:
            she.told = max(1.0 - self.since / 14, 0.0)
        if attack.kind == "sweep":
            a = math.radians(self.talon())
            far = attack.reach * (0.86 if self.phase == "strike" else 0.62)
            she.reach_x, she.reach_y = at.x + math.cos(a) * far, at.y + math.sin(a) * far * FLAT
            she.is_left = not self.is_left  # her own left is on the picture's right
        elif attack.kind == "needle":
            she.reach_x, she.reach_y = self.x, self.y
            she.is_left = self.x > at.x
        else:
            side = 1 if (self.step + self.wave) % 2 else -1
            she.is_left = side > 0
            she.reach_x = at.x + side * 96
            she.reach_y = at.y + (46 if self.phase == "strike" else 6)
