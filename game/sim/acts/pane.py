"""The glass from behind: somebody's glove waits on the other side, and it is her reflection that must meet it, not she.

Her reflection stands where the room would be if left were right. Between two touches somebody tall goes past out there: the
light goes first. Whoever is seen in what light is left is knocked at, and the last touch is lost. Nothing else ever is.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import TILE, Box, Facing
from game.sim.acts.ripples import Cell
from game.sim.happenings import Heard, Shook
from game.sim.parts import Walker

if TYPE_CHECKING:
    from game.sim.session import Session

HANDS_X = (208.0, 432.0, 304.0)
"""px of the room at which the glove waits, first to third."""
MIDDLE_X = 320.0
NEAR_Y = 6 * TILE
"""px: nearer the glass than this she has a reflection."""
TOLERANCE_PX = {"storybook": 18.0, "brave": 13.0, "beldam": 10.0}
TOUCH_TICKS = 45
STILL_SPEED = 14.0
SLIDE_SPEED = 3.2
"""px a tick at which the glove goes on to its next place."""
EVERY_TICKS, FIRST_TICKS = 540, 50
"""Between two who go past; and before the first, after the first touch."""
STEPS_AHEAD_TICKS, TOLD_TICKS, PASS_TICKS, BACK_TICKS = 132, 48, 150, 40
"""Steps are heard, the light goes, she passes, the light comes back."""
GONE_TICKS = STEPS_AHEAD_TICKS + PASS_TICKS + BACK_TICKS
SEES_PX = 104.0
DULL_TICKS = 200
CALM_TICKS = 270
"""Whoever has been seen is left alone for so long: nobody is heard to come, whatever is touched."""
NOWHERE = Box(0, 0, 0, 0)
WRONG_TICKS = 64


@dataclass
class Pane(Cell):
    """``matches`` touches made of three; ``hand_x`` px where the glove is; ``touch`` ticks the two have met.

    ``clock`` runs while somebody may go past: steps, dark, past, light. ``wrong``: which mistake she has just made, 1 or 2.
    """

    light: Box = NOWHERE
    """Where the light of the hall falls on the floor."""
    matches: int = 0
    hand_x: float = HANDS_X[0]
    touch: int = 0
    clock: int = -FIRST_TICKS
    dull: int = 0
    seen: int = 0
    was_seen: bool = False
    calm: int = 0
    """Ticks for which nobody else comes, once the one who saw her has gone."""
    wrong: int = 0
    off: int = 0
    beside: int = 0
    told: int = TOLD_TICKS

    @property
    def goal_x(self) -> float:
        """Where the glove waits next."""
        return HANDS_X[min(self.matches, len(HANDS_X) - 1)]

    @property
    def past(self) -> float:
        """How far the one outside has gone along the glass, 0..1; -1 when nobody is there."""
        t = self.clock - STEPS_AHEAD_TICKS
        return t / PASS_TICKS if 0 <= t < PASS_TICKS else -1.0

    @property
    def shadow_x(self) -> float:
        """px of the room where she passes."""
        return self.light.x - 40 + (self.light.w + 80) * self.past

    @property
    def dark(self) -> float:
        """How much of the light is gone, 0..1."""
        t = self.clock - (STEPS_AHEAD_TICKS - self.told)
        if t < 0:
            return 0.0
        end = self.told + PASS_TICKS
        return min(t / (self.told * 0.6), 1.0) if t < end else max(1 - (t - end) / BACK_TICKS, 0.0)

    @property
    def is_hand_there(self) -> bool:
        """The glove is pressed to the glass, and waits."""
        return not self.dull and not self.dark and self.matches < len(HANDS_X)

    def reflection_x(self, x: float) -> float:
        """Where her reflection stands when she stands at ``x``."""
        return 2 * MIDDLE_X - x

    def is_lit(self, x: float, y: float) -> bool:
        """Whether a place lies in the light from the glass."""
        return self.light.holds(x, y)

    def tick(self, session: Session) -> None:
        super().tick(session)
        self.dull = max(self.dull - 1, 0)
        self.told = min(round(TOLD_TICKS * session.rules.windup), STEPS_AHEAD_TICKS)
        if self.matches >= len(HANDS_X):
            self.is_over = True
            return
        step = max(min(self.goal_x - self.hand_x, SLIDE_SPEED), -SLIDE_SPEED)
        self.hand_x += step if self.is_hand_there else 0.0
        self._meet(session)
        if self.matches or self.clock > 0:
            self._pass(session)

    def _meet(self, session: Session) -> None:
        place, walker = session.place, session.world.get(session.hero, Walker)
        off = abs(self.reflection_x(place.x) - self.hand_x)
        is_near = place.y < NEAR_Y and self.is_hand_there and self.hand_x == self.goal_x
        is_still = math.hypot(walker.vx, walker.vy) < STILL_SPEED and session.is_free
        wide = TOLERANCE_PX[session.rules.difficulty]
        if is_near and is_still and off < wide:
            place.facing = Facing.UP
            if self.touch == 0:
                session.news.tell(Heard("mirror_ripple", self.hand_x, place.y, 0.7))
            self.touch += 1
            if self.touch >= TOUCH_TICKS:
                self._met(session)
        else:
            self.touch = max(self.touch - 2, 0)
        # What went wrong is said once she has stood there long enough to mean it.
        was_off, was_beside = self.off, self.beside
        self.beside = self.beside + 1 if is_near and is_still and abs(place.x - self.hand_x) < 26 and off > wide else 0
        self.off = self.off + 1 if is_near and is_still and wide <= off < 46 else 0
        if was_beside < WRONG_TICKS <= self.beside:
            self.wrong = 1
        elif was_off < WRONG_TICKS <= self.off:
            self.wrong = 2

    def _met(self, session: Session) -> None:
        place = session.place
        self.matches += 1
        self.touch = 0
        self.clock = -FIRST_TICKS
        self.bloom(place.x, place.y, "")
        session.news.tell(Heard("stone_reveal", place.x, place.y))
        session.news.tell(Shook(1.0, 20))

    def _pass(self, session: Session) -> None:
        """Steps along the hall, the light, she herself."""
        place = session.place
        if self.calm and not 0 < self.clock < GONE_TICKS:
            self.calm -= 1
            self.clock = min(self.clock, 0)
            return
        self.clock += 1
        if 0 < self.clock < STEPS_AHEAD_TICKS + PASS_TICKS and self.clock % 30 == 0:
            far = max(1 - abs(self.clock - STEPS_AHEAD_TICKS - PASS_TICKS / 2) / 260, 0.3)
            x = self.shadow_x if self.past >= 0 else self.light.x - 60
            session.news.tell(Heard("needle_stab", x, self.light.y, far))
        if self.clock == STEPS_AHEAD_TICKS - self.told:
            session.news.tell(Heard("light_click", MIDDLE_X, self.light.y))
        if self.clock == STEPS_AHEAD_TICKS:
            self.was_seen = False
        is_before = self.past >= 0 and abs(self.shadow_x - place.x) < SEES_PX
        if is_before and not self.was_seen and session.is_free and self.is_lit(place.x, place.y):
            self.was_seen = True
            self.seen += 1
            self.dull = DULL_TICKS
            self.calm = CALM_TICKS
            if not session.rules.no_fail:
                self.matches = max(self.matches - 1, 0)
            session.news.tell(Heard("wood_thud", self.shadow_x, self.light.y))
            session.news.tell(Heard("beldam_listens", self.shadow_x, self.light.y))
            session.news.tell(Shook(3.0, 30))
        if self.clock >= EVERY_TICKS or (not self.matches and self.clock > GONE_TICKS):
            self.clock = 0
