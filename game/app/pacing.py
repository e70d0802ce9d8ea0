"""How evenly frames come: what F3 shows and ``--pacing FILE`` writes. Measures only; changes nothing."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Sequence

import pygame

KEPT = 3600
"""Frames remembered: a minute at 60 Hz."""
SHOWN = 120
INK, PAPER, LATE = (235, 230, 220), (18, 16, 24), (230, 120, 90)


def percentile(values: Sequence[float], part: float) -> float:
    """The value that ``part`` (0..1) of them do not exceed; 0 for none.

    >>> percentile([4, 1, 3, 2], 0.5), percentile([], 0.9)
    (2, 0.0)
    """
    if not values:
        return 0.0
    ordered = sorted(values)
    return ordered[max(0, -int(-part * len(ordered) // 1) - 1)]


class Pacing:
    """A ring of frame times. ``period_s``: what a frame should last."""

    def __init__(self, period_s: float) -> None:
        self.period_s = period_s
        self.is_shown = False
        self.frames = 0
        self.ticks = 0
        self.dropped_ticks = 0
        self._lasted: deque[float] = deque(maxlen=KEPT)
        self._worked: deque[float] = deque(maxlen=KEPT)

    def note(self, lasted_s: float, worked_s: float, ticks: int, dropped_ticks: int) -> None:
        """One frame: from the last one's start to this one's, the work in it, ticks in it, ticks ever dropped."""
        self.frames += 1
        self.ticks += ticks
        self.dropped_ticks = dropped_ticks
        self._lasted.append(lasted_s)
        self._worked.append(worked_s)

    def report(self) -> dict[str, float | int]:
        """Of the last minute, in ms; ``late`` frames lasted more than half a period too long."""
        lasted, worked = list(self._lasted), list(self._worked)
        return {
            "frames": self.frames,
            "ticks": self.ticks,
            "dropped_ticks": self.dropped_ticks,
            "period_ms": round(self.period_s * 1000, 3),
            "late": sum(t > self.period_s * 1.5 for t in lasted),
            **{f"frame_p{p}_ms": round(percentile(lasted, p / 100) * 1000, 3) for p in (50, 95, 99)},
            **{f"work_p{p}_ms": round(percentile(worked, p / 100) * 1000, 3) for p in (50, 95, 99)},
            "longest_ms": round(max(lasted, default=0.0) * 1000, 3),
        }

    def to_json(self) -> str:
        """The report and every frame of the last minute."""
        frames = [round(t * 1000, 2) for t in self._lasted]
        return json.dumps({**self.report(), "frame_ms": frames}) + "\n"

    def lines(self) -> list[str]:
        """For the overlay."""
        r = self.report()
        return [
            f"frame {r['frame_p50_ms']:.1f} / {r['frame_p95_ms']:.1f} / {r['frame_p99_ms']:.1f} ms",
            f"work {r['work_p50_ms']:.1f} / {r['work_p95_ms']:.1f} / {r['work_p99_ms']:.1f} ms",
            f"late {r['late']}  dropped ticks {r['dropped_ticks']}",
        ]

    def paint(self, surface: pygame.Surface, font: pygame.font.Font) -> None:
        """The overlay, top left: 50th, 95th and 99th percentile, and a bar for each of the last frames."""
        lines = self.lines()
        step = font.get_linesize()
        box = pygame.Rect(4, 4, SHOWN + 8, step * len(lines) + 40)
        surface.fill(PAPER, box)
        for i, line in enumerate(lines):
            surface.blit(font.render(line, False, INK), (8, 6 + i * step))
        for i, lasted in enumerate(list(self._lasted)[-SHOWN:]):
            height = min(30, max(1, round(lasted / self.period_s * 10)))
            colour = LATE if lasted > self.period_s * 1.5 else INK
            surface.fill(colour, (8 + i, box.bottom - 2 - height, 1, height))
