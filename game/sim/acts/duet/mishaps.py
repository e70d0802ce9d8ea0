"""What goes wrong on the boards: a step in the light and the hook that fetches her, a step where there is no floor."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import TILE, Facing
from game.sim.acts.duet.board import FORCIBLE, HER, SPINK
from game.sim.acts.duet.stage import DUO, Boards
from game.sim.happenings import Heard, Shook
from game.sim.harm import sew
from game.sim.parts import Look, Place

if TYPE_CHECKING:
    from game.sim.session import Session

STEP_TICKS = 10
"""From one step to the next, at the soonest: four to go, six to land."""
LOSES = 3
"""Steps the hook takes back."""
HOOK_COMES, HOOK_PULLS, HOOK_OFF, HOOK_BACK, HOOK_LANDS = 18, 28, 54, 86, 108
"""Ticks into it: the crook is round her; she goes; she is gone; she is thrown back on; she has landed."""
FALL_TICKS, CLIMB_TICKS = 34, 66
PLAY, ENTER, HOOK, FALL, DONE = "play", "enter", "hook", "fall", "done"


@dataclass
class Mishaps(Boards):
    """``phase`` of a board under way, for ``phase_ticks``; ``side`` the wing the hook comes from, (from_x, from_y) where she was.

    ``told``: what has happened that somebody may want to say something about; the beat empties it.
    """

    phase: str = ENTER
    phase_ticks: int = 0
    step_ticks: int = STEP_TICKS
    """Since the last step began."""
    early: str = ""
    hooks: int = 0
    falls: tuple[int, ...] = ()
    side: int = 1
    """-1 left, 1 right."""
    from_x: float = 0.0
    from_y: float = 0.0
    told: list[str] = field(default_factory=list)

    def _turn(self, phase: str) -> None:
        self.phase, self.phase_ticks = phase, 0

    def _undo(self, session: Session, many: int) -> None:
        raise NotImplementedError

    def _again(self, session: Session) -> None:
        raise NotImplementedError

    def _place_all(self, session: Session) -> None:
        raise NotImplementedError

    def _seen(self, session: Session) -> None:
        """A step in the light: the hook."""
        self.hooks += 1
        session.story.count("duet_hooks")
        session.story.count("tries")
        place = session.place
        self.side = -1 if place.x < self.corner.x + self.board.width * TILE / 2 else 1
        self.from_x, self.from_y = place.x, place.y
        self.told.append("spotted")
        session.news.tell(Heard("show_miss", place.x, place.y, 0.9))
        self._turn(HOOK)
        self.early = ""

    def hook_x(self) -> float:
        """Where the crook's bend is, px; out of the picture when there is none."""
        t, off = self.phase_ticks, self.corner.x + self.board.width * TILE / 2 + self.side * 460.0
        at = self.from_x + self.side * 4.0
        if self.phase != HOOK or t >= HOOK_BACK:
            return off
        if t < HOOK_COMES:
            k = t / HOOK_COMES
            return off + (at - off) * k * k * (3 - 2 * k)
        if t < HOOK_PULLS:
            return at
        k = min((t - HOOK_PULLS) / (HOOK_OFF - HOOK_PULLS), 1.0)
        return at + (off - at) * k * k

    def _hook(self, session: Session) -> None:
        """A crook from the wings, a look at the house, and off; some seconds later she is thrown back on."""
        t, hero = self.phase_ticks, session.hero
        look = session.world.get(hero, Look)
        if t < HOOK_PULLS:
            self._stand(session, hero, self.from_x, self.from_y, "idle" if t < HOOK_COMES - 6 else "afraid")
            session.place.facing = Facing.DOWN
            if t == HOOK_COMES:
                session.news.tell(Heard("rope_creak", self.from_x, self.from_y))
        elif t < HOOK_OFF:
            self._stand(
                session, hero, self.hook_x() - self.side * 4.0, self.from_y, "flap", 2.0 + abs(math.sin(t * 0.9)) * 3
            )
            session.place.facing = Facing.LEFT if self.side > 0 else Facing.RIGHT
            if t == HOOK_PULLS:
                session.news.tell(Heard("throw_whoosh", self.from_x, self.from_y))
        elif t < HOOK_BACK:
            if t == HOOK_OFF:
                look.is_hidden = True
                session.news.tell(Heard("mattress_pomf", self.hook_x(), self.from_y))
                session.news.tell(Shook(3.0, 14))
                if session.rules.difficulty != "storybook":
                    sew(session, "caught")
                self._undo(session, LOSES)
        else:
            k = min((t - HOOK_BACK) / (HOOK_LANDS - HOOK_BACK - 8), 1.0)
            look.is_hidden = False
            goal = self.foot(self.now[HER])
            start = self.corner.x + self.board.width * TILE / 2 + self.side * 360.0
            lift = 56.0 * math.sin(math.pi * k)
            self._stand(
                session,
                hero,
                start + (goal.x - start) * k,
                self.from_y + (goal.y - self.from_y) * k,
                "flap" if k < 1 else "hurt",
                lift,
            )
            if k == 1.0 and t == HOOK_LANDS - 8:
                session.news.tell(Heard("thrown_land", goal.x, goal.y))
        for who in (SPINK, FORCIBLE):
            entity = session.find(DUO[who - SPINK])
            if entity and t < HOOK_OFF:
                place = session.world.get(entity, Place)
                self._stand(session, entity, place.x, place.y, "hook" if t > HOOK_COMES else "idle")
                place.facing = Facing.DOWN
            else:
                self._glide(session, who, 0.2)
        if t >= HOOK_LANDS:
            self._turn(PLAY)
            self.last, self.step_ticks = self.now, STEP_TICKS

    # ---- a fall

    def _fall(self, session: Session) -> None:
        """Whoever stepped where there is no floor looks at the house, and is not there any more."""
        t = self.phase_ticks
        self._place_all(session)
        if t == 10:
            for who in self.falls:
                at = self.foot(self.now[who])
                session.news.tell(Heard("trapdoor", at.x, at.y, 0.8))
        for who in self.falls:
            entity = session.find(DUO[who - SPINK])
            if not entity:
                continue
            at = self.foot(self.now[who])
            k = max(t - 12, 0) / (FALL_TICKS - 12)
            self._stand(session, entity, at.x, at.y, "cheer", 5.0 * math.sin(min(t, 12) / 12 * math.pi) - 70.0 * k * k)
            session.world.get(entity, Place).facing = Facing.DOWN
            if t >= FALL_TICKS:
                session.world.get(entity, Look).is_hidden = True
        if t == FALL_TICKS + 4:
            session.news.tell(Heard("hide_in", session.place.x, session.place.y, 0.7))
            self.told.append("fell")
        if t >= CLIMB_TICKS:
            for who in self.falls:
                entity = session.find(DUO[who - SPINK])
                if entity:
                    session.world.get(entity, Look).is_hidden = False
            self.falls = ()
            self._again(session)
            self._turn(PLAY)
