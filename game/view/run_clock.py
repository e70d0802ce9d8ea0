"""The run clock: ticks since the story began as time, the chapter's, and how that compares with the best run. Looks only."""

from __future__ import annotations

from collections.abc import Mapping

import pygame

from game.sim.story import BEATS
from game.view.felt import BAD, CREAM, DIM, FELT, GOOD, Cloth
from game.view.font import Font

TICKS_A_SECOND = 60
SHOWN_TICKS = 6 * TICKS_A_SECOND
"""So long a split stands."""
LAST = {b.chapter: b.id for b in BEATS}
"""Chapter -> the beat that ends it, where its order is fixed; chapter 9 ends with its last whatever the hunts' order."""


def as_time(ticks: int, is_short: bool = False) -> str:
    """
    >>> as_time(60 * 3723 + 30), as_time(90), as_time(90, True)
    ('1:02:03.50', '0:01.50', '0:01.5')
    """
    seconds, rest = divmod(max(ticks, 0), TICKS_A_SECOND)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    part = f"{rest * 10 // TICKS_A_SECOND}" if is_short else f"{rest * 100 // TICKS_A_SECOND:02}"
    return f"{hours}:{minutes:02}:{seconds:02}.{part}" if hours else f"{minutes}:{seconds:02}.{part}"


def splits(counts: Mapping[str, int]) -> dict[int, int]:
    """Chapter -> ticks at its end, of those that are over."""
    return {chapter: counts[f"at.{beat}"] for chapter, beat in LAST.items() if f"at.{beat}" in counts}


def best_splits(best: Mapping[str, int]) -> dict[int, int]:
    """The same of a run that is kept: beat -> ticks."""
    return {chapter: best[beat] for chapter, beat in LAST.items() if beat in best}


def against(ticks: int, best: int) -> str:
    """
    >>> against(100 * 60, 90 * 60), against(80 * 60, 90 * 60)
    ('+0:10.0', '-0:10.0')
    """
    return ("-" if ticks < best else "+") + as_time(abs(ticks - best), True)


class RunClock:
    """``draw`` it; answers its box."""

    def __init__(self, cloth: Cloth, font: Font) -> None:
        self.cloth, self.font = cloth, font

    def draw(
        self, to: pygame.Surface, room: pygame.Rect, counts: Mapping[str, int], best: Mapping[str, int], size: int
    ) -> pygame.Rect:
        """At the upper edge in the middle: the time, and for a while after a chapter how it went against the best."""
        cut = self.font.cut(min(size, 150))
        now = counts.get("ticks", 0)
        text = as_time(now)
        done = splits(counts)
        last = max(done, key=lambda chapter: done[chapter], default=0)
        known = best_splits(best)
        split, colour = "", DIM
        if last and now - done[last] < SHOWN_TICKS:
            split = as_time(done[last], True)
            if last in known:
                split, colour = against(done[last], known[last]), GOOD if done[last] < known[last] else BAD
        # digits are not equally wide: the plate keeps to the widest they can be
        wide = cut.width("".join("0" if c.isdigit() else c for c in text)) + 18
        extra = cut.width(split) + 14 if split else 0
        box = pygame.Rect(0, 0, wide + extra, cut.line + 6)
        box.midtop = (room.centerx, room.y)
        to.blit(self.cloth.plate(box.w, box.h, FELT, False), box)
        y = box.centery - cut.cap / 2 - cut.rise
        cut.write(to, box.x + 9, y, text, CREAM)
        if split:
            cut.write(to, box.right - 9, y, split, colour, align=1.0)
        return box
