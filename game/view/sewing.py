"""Stitches on the picture's border, and what a hit looks like. Listens to the news; what it shows eases towards the count."""

from __future__ import annotations

from typing import Any

from game.sim.happenings import Pricked, SewnShut
from game.sim.harm import limit, stitches
from game.sim.parts import Harm
from game.sim.systems.mend import CLOSE_TICKS
from game.view.felt import ease
from game.view.painter import Frame
from game.view.specks import Specks

FULL = 3.0
"""The border as the painters know it: all that it takes."""
SEWS_TICKS, OPENS_TICKS = 34, 9
"""For one stitch to go in, and to come out."""
SHUT_BY = 0.62
"""Part of the closing after which nothing is to be seen any more."""
FLASH_TICKS, FLASH, FLASHES = 16, (150, 14, 34), 0.34
YARN = ((208, 64, 60), (168, 36, 56), (238, 122, 88), (246, 240, 228))


class Sewing:
    """One for a Show."""

    def __init__(self) -> None:
        self.shown = 0.0
        self._flash = 0

    def hear(self, session: Any, specks: Specks) -> None:
        """After a tick."""
        self._flash = max(self._flash - 1, 0)
        for told in session.news.of(Pricked):
            self._flash = FLASH_TICKS
            specks.burst("dot", (told.x, told.y, 16.0), 10, YARN, speed=90, up=80, life=26)
            specks.burst("star", (told.x, told.y, 22.0), 3, YARN, speed=30, up=20, life=16, size=4)
        if session.news.of(SewnShut):
            self._flash = 0
        goal = wanted(session)
        if self.shown < goal:
            step = FULL if goal > FULL else 1 / SEWS_TICKS  # the last one has its own clock
            self.shown = min(self.shown + step, goal)
        else:
            self.shown = max(self.shown - 1 / OPENS_TICKS, goal)

    def put_into(self, frame: Frame, flashes: bool) -> None:
        """Border and flash into a frame; the flash only where the picture is not veiled already."""
        frame.stitches = self.shown
        if self._flash and flashes and not frame.calm and frame.veiled <= 0:
            frame.veil, frame.veiled = FLASH, FLASHES * (self._flash / FLASH_TICKS) ** 2


def wanted(session: Any) -> float:
    """0..3 of the border, 3..4 closing, as the rules stand now."""
    harm = session.world.find(session.hero, Harm)
    if harm is not None and harm.closes:
        return FULL + ease(min(harm.closes / (CLOSE_TICKS * SHUT_BY), 1.0))
    most = max(limit(session), 1)
    return min(stitches(session), most) / most * FULL
