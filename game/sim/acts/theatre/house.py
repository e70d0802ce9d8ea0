"""The theatre itself: a curtain, lamps that go down, and a full house that claps for everything."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.core.geometry import Vec, approach
from game.sim.acts.act import Act
from game.sim.happenings import Heard

if TYPE_CHECKING:
    from game.sim.room import Path
    from game.sim.session import Session

SOFT_CLAP = 0.05
"""Less than this of the house claps without a sound."""
CURTAIN_TICKS = 64
DUSK_TICKS = 50
CLAP_LASTS_TICKS = 240
STAGE_LEFT, STAGE_RIGHT, STAGE_TOP, STAGE_FRONT = 160.0, 992.0, 128.0, 392.0
"""px: the boards, and where they end towards the house."""


@dataclass
class House(Act):
    """Between shows. ``curtain`` 1 shut .. 0 open, ``dusk`` 0 lamps up .. 1 down, ``applause`` 0..1; each goes to its goal."""

    curtain: float = 1.0
    curtain_goal: float = 1.0
    dusk: float = 0.0
    dusk_goal: float = 0.0
    applause: float = 0.0
    tally: tuple[int, int, int] = (0, 0, 0)
    """Bulbs lit, bulbs in all, the best so far: what the playbill says; it stands for a while from ``tally_ticks`` 0."""
    tally_ticks: int = 0

    def tick(self, session: Session) -> None:
        self.tally_ticks += 1
        self.breathe()

    def breathe(self) -> None:
        """Curtain, lamps and hands go on."""
        self.curtain = approach(self.curtain, self.curtain_goal, 1 / CURTAIN_TICKS)
        self.dusk = approach(self.dusk, self.dusk_goal, 1 / DUSK_TICKS)
        self.applause = approach(self.applause, 0.0, 1 / CLAP_LASTS_TICKS)

    def clap(self, session: Session, much: float, is_heard: bool = False) -> None:
        """The small pink hands: ``much`` 0..1 of the house; ``is_heard``: as a roar, else only seen."""
        self.applause = min(max(self.applause, 0.0) + much, 1.0)
        if is_heard:
            session.news.tell(Heard("theatre_applause", 560.0, 560.0, 0.35 + 0.65 * much))
        elif much > SOFT_CLAP:
            session.news.tell(Heard("mole_clap", 560.0, 560.0, 0.5 + 0.5 * much))

    def draw_curtain(self, session: Session, is_open: bool) -> None:
        """Sets it going one way or the other."""
        goal = 0.0 if is_open else 1.0
        if goal != self.curtain_goal:
            self.curtain_goal = goal
            session.news.tell(Heard("curtain_wide", 576.0, 380.0))


def is_on_boards(x: float, y: float) -> bool:
    """Whether that is on the stage."""
    return STAGE_LEFT <= x <= STAGE_RIGHT and y < STAGE_FRONT


def pan(path: Path, ticks: float) -> Vec:
    """Where a lamp that goes to and fro along a Path of the map points after so many ticks; it rests at every bend."""
    legs = [(b - a).length / path.speed * 60 + path.wait for a, b in zip(path.points, path.points[1:])]
    whole = sum(legs)
    t = ticks % (2 * whole)
    points = path.points
    if t >= whole:
        t, points, legs = t - whole, points[::-1], legs[::-1]
    for a, b, leg in zip(points, points[1:], legs):
        if t < leg:
            k = min(t / (leg - path.wait), 1.0)
            return a + (b - a) * k
        t -= leg
    return points[-1]


def inside(x: float, y: float, at: Vec, radius: float) -> bool:
    """Whether somebody stands in a round patch of light: it lies on the floor, so it is less deep than wide."""
    return math.hypot(x - at.x, (y - at.y) / FLAT) <= radius


FLAT = 0.72
"""Depth of a round patch on the floor, of its width."""
