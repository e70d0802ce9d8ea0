"""Act one, the storm at sea: on the mark, in the light, and still as a picture when the tin sheet thunders."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Facing, Vec
from game.sim.acts.theatre.house import inside, pan
from game.sim.acts.theatre.show import BEAT_TICKS, Show
from game.sim.happenings import Heard
from game.sim.parts import Walker

if TYPE_CHECKING:
    from game.sim.session import Session

MARKS = ((3, "mark_1"), (8, "mark_2"), (13, "mark_3"))
"""(beat, the mark to stand on): the light goes there two beats before."""
SPOTS_FROM, SPOTS_TO, BAR = 16, 48, 4
OUT_A, OUT_B = (40, 48), (32, 40)
"""Beats in which a lamp is out. It stutters for two beats before, and the lamps meet on their ways just then."""
FLASHES = tuple(range(48, 64, 2))
STORM_MARKS = ((54, "mark_1"), (62, "mark_2"))
MARK_PX, LIGHT_PX = 27.0, 58.0
MARK_LATE_TICKS = 22
BAR_SHARE = 0.6
"""Of a bar in the light that makes it a good one."""
STILL_FROM, STILL_TO, STILL_PX = -2, 8, 4.0
"""Ticks round a flash in which she may move so many px."""
RESTLESS_PX = 8.0
"""So far she must have gone since the last flash for standing still to be an achievement."""
AHEAD_BEATS = 2
BULBS = len(MARKS) + (SPOTS_TO - SPOTS_FROM) // BAR + len(FLASHES) + len(STORM_MARKS)


def _flash_bulb(i: int) -> int:
    """Bulbs stand in the order in which they are asked for: four flashes, a mark, four flashes, a mark."""
    return 11 + i + i // 4


@dataclass
class Storm(Show):
    """See above. ``lit_ticks`` she stood in the light in this bar; ``stood`` where she was when the flash began."""

    part: int = 1
    bulbs: list[str] = field(default_factory=lambda: [""] * BULBS)
    lit_ticks: int = 0
    stood: tuple[float, float] = (0.0, 0.0)
    flash_tick: int = -1000
    gone_px: float = 0.0
    """How far she has walked since the last flash."""

    def play(self, session: Session) -> None:
        if self.beat < SPOTS_FROM:
            self._marks(session)
        elif self.beat < SPOTS_TO:
            self._spots(session)
        else:
            self._storm(session)
        if any(self.since(beat) == STILL_FROM for beat in FLASHES):
            self.stood = (session.place.x, session.place.y)
        self._duo(session)

    # ---- bars 1 to 4: marks

    def _marks(self, session: Session) -> None:
        self.show_sign("mark")
        wide = self.window(session)
        for i, (beat, mark) in enumerate(MARKS):
            at = session.room.spots[mark].box.middle
            since = self.since(beat)
            is_next = not self.bulbs[i] and (i == 0 or bool(self.bulbs[i - 1]))
            if is_next:
                came = min((since + 2.5 * BEAT_TICKS) / 30, 1.0) if i else 1.0
                came = max(came, 0.0)
                before = session.room.spots[MARKS[i - 1][1]].box.middle if i else at
                lamp = before + (at - before) * (came * came * (3 - 2 * came))
                self.beams = ((lamp.x, lamp.y, LIGHT_PX * 0.8, 1.0, "gold"),)
                if since == -AHEAD_BEATS * BEAT_TICKS:
                    session.news.tell(Heard("spotlight", at.x, at.y, 0.7))
                self.feet = ((at.x, 90.0, self.near(since), "gold"),)
                if since >= 0:
                    on = inside(session.place.x, session.place.y, at, MARK_PX * wide)
                    if on or since > MARK_LATE_TICKS * wide:
                        self.judge(session, i, on)
        if self.since(14.2) > 0:
            self._lamps(session, 0)

    def near(self, since: float) -> float:
        """How loudly the footlights announce something ``since`` ticks away: from two beats before, brighter on each."""
        if not -AHEAD_BEATS * BEAT_TICKS <= since <= BEAT_TICKS / 2:
            return 0.0
        pulse = 0.5 + 0.5 * math.cos(2 * math.pi * since / BEAT_TICKS)
        k = 1 + since / (AHEAD_BEATS * BEAT_TICKS) if since < 0 else 1 - since * 2 / BEAT_TICKS
        return min((0.35 + 0.65 * k) * (0.55 + 0.45 * pulse), 1.0)

    # ---- bars 5 to 12: two lamps

    def lamps_at(self, session: Session, ticks: float) -> tuple[Vec, Vec]:
        """Where the lamps point so many ticks into the fifth bar."""
        paths = session.room.paths
        return pan(paths["spot_a"], max(ticks, 0.0)), pan(paths["spot_b"], max(ticks, 0.0))

    def _level(self, out: tuple[int, int]) -> float:
        """A lamp's: out for two bars, unsteady before."""
        first, last = out
        if first <= self.beat < last:
            return 0.0
        if first - AHEAD_BEATS <= self.beat < first:
            return 0.35 + 0.65 * (int(self.since(first) // 7) % 2)
        return 1.0

    def _lamps(self, session: Session, ticks: float) -> tuple[tuple[Vec, float], tuple[Vec, float]]:
        """The two lamps of now and how bright they are."""
        a, b = self.lamps_at(session, ticks)
        level_a, level_b = self._level(OUT_A), self._level(OUT_B)
        radius = LIGHT_PX * (0.6 + 0.4 * self.window(session))
        self.beams = ((a.x, a.y, radius, level_a, "gold"), (b.x, b.y, radius, level_b, "rose"))
        return (a, level_a), (b, level_b)

    def _spots(self, session: Session) -> None:
        self.show_sign("light")
        t = self.since(SPOTS_FROM)
        lamps = self._lamps(session, t)
        radius = self.beams[0][2]
        place = session.place
        if any(level > 0 and inside(place.x, place.y, at, radius) for at, level in lamps):
            self.lit_ticks += 1
        for beat in (OUT_A[0], OUT_A[1], OUT_B[0]):
            if self.since(beat) == 0:
                session.news.tell(Heard("spotlight", place.x, place.y, 0.8))
        ahead = self.lamps_at(session, t + AHEAD_BEATS * BEAT_TICKS)
        pulse = 0.45 + 0.3 * max(math.cos(2 * math.pi * self.beat), 0.0)
        out = (OUT_A, OUT_B)
        self.feet = tuple(
            (at.x, 60.0, pulse, kind)
            for at, kind, (first, last) in zip(ahead, ("gold", "rose"), out, strict=True)
            if not first <= self.beat + AHEAD_BEATS < last
        )
        bar = (t + 1) / (BAR * BEAT_TICKS)
        if t > 0 and bar == int(bar):
            share = self.lit_ticks / (BAR * BEAT_TICKS)
            self.lit_ticks = 0
            self.judge(session, len(MARKS) + int(bar) - 1, share >= BAR_SHARE / self.window(session))

    # ---- bars 13 to 16: lightning

    def _storm(self, session: Session) -> None:
        self.show_sign("still")
        wide = self.window(session)
        place = session.place
        goal = next((m for m in STORM_MARKS if self.since(m[0]) < BEAT_TICKS), STORM_MARKS[-1])
        at = session.room.spots[goal[1]].box.middle
        self.gone_px += math.hypot(place.x - place.was_x, place.y - place.was_y)
        self.beams = ((at.x, at.y, LIGHT_PX * 0.8, 0.9, "blue"),)
        feet = [(at.x, 70.0, 0.4, "blue")]
        for i, beat in enumerate(FLASHES):
            since = self.since(beat)
            level = self.near(since)
            if level:
                feet.append((576.0, 600.0, level, "white"))
            if since == 0:
                self.flash_tick = self.ticks
                session.news.tell(Heard("thunder_sheet", place.x, 200.0, 0.9))
            if since == STILL_TO:
                moved = math.hypot(place.x - self.stood[0], place.y - self.stood[1])
                is_still = moved <= STILL_PX * wide and not self.is_below
                has_moved = self.gone_px >= RESTLESS_PX / wide
                self.gone_px = 0.0
                if not is_still:
                    self.splash_tick = self.ticks
                    session.news.tell(Heard("well_splash", place.x, place.y, 0.4))
                self.judge(session, _flash_bulb(i), is_still and has_moved)
        for i, (beat, mark) in enumerate(STORM_MARKS):
            if self.since(beat) == STILL_TO + 1:
                there = session.room.spots[mark].box.middle
                self.judge(session, 15 + 5 * i, inside(place.x, place.y, there, MARK_PX * 1.2 * wide), is_quiet=True)
        self.feet = tuple(feet)

    # ---- the ladies

    def _duo(self, session: Session) -> None:
        """They show what is to be done: walk where the light will be, and stand when it thunders."""
        if self.beat < SPOTS_FROM:
            for who, x, turn in (("other_spink", 250.0, 4), ("other_forcible", 880.0, 10)):
                if self.steer(session, who, x, 176.0):
                    if turn <= self.beat < turn + 1:
                        self.turn(session, who, Facing.RIGHT)
                        self.pose(session, who, "flip", is_once=True)
                    elif int(self.beat) % 4 == 3:
                        self.turn(session, who, Facing.DOWN)
                        self.pose(session, who, "cheer")
                    else:
                        self.pose(session, who, "")
                        self.turn(session, who, Facing.DOWN)
        elif self.beat < SPOTS_TO:
            ahead = self.lamps_at(session, self.since(SPOTS_FROM) + AHEAD_BEATS * BEAT_TICKS)
            for who, at, y in (("other_spink", ahead[0], 166.0), ("other_forcible", ahead[1], 178.0)):
                self.pose(session, who, "")
                if self.steer(session, who, at.x, y, 110.0):
                    self.turn(session, who, Facing.DOWN)
        else:
            flash = self.ticks - self.flash_tick
            for i, who in enumerate(("other_spink", "other_forcible")):
                entity = session.find(who)
                if not entity:
                    continue
                if flash < 30:
                    walker = session.world.get(entity, Walker)
                    walker.wish_x = walker.wish_y = 0.0
                    self.turn(session, who, Facing.DOWN)
                    self.pose(session, who, "cheer" if i else "bow")
                else:
                    self.pose(session, who, "")
                    step = 44.0 if int(self.beat) // 2 % 2 else -44.0
                    self.steer(session, who, (400.0, 730.0)[i] + (step if i else -step), 172.0, 96.0)
