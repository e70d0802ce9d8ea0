"""The 60 Hz stepper: real seconds in, whole ticks out. Knows no clock of its own, so tests can feed it any."""

from __future__ import annotations

TICKS_A_SECOND = 60
TICK_S = 1 / TICKS_A_SECOND
MOST_AT_ONCE = 5
"""Ticks a frame at the most; what is over is dropped, so that a long stall does not become a long rush."""


class TooLong(AssertionError):
    """Something did not happen within its ticks."""


class Stepper:
    """Gathers time and gives it out in ticks.

    >>> s = Stepper()
    >>> [s.take(1 / 144) for _ in range(5)]
    [0, 0, 1, 0, 1]
    >>> s.take(3.0)
    5
    """

    def __init__(self) -> None:
        self._gathered_s = 0.0
        self.dropped_ticks = 0

    def take(self, elapsed_s: float) -> int:
        """How many ticks are due after another ``elapsed_s`` seconds: 0..MOST_AT_ONCE."""
        # A hair of tolerance: 1/60 fed sixty times must give sixty ticks, whatever the rounding.
        self._gathered_s += max(elapsed_s, 0.0)
        due = int(self._gathered_s / TICK_S + 1e-6)
        self._gathered_s = max(self._gathered_s - due * TICK_S, 0.0)
        if due > MOST_AT_ONCE:
            self.dropped_ticks += due - MOST_AT_ONCE
            due = MOST_AT_ONCE
        return due

    @property
    def between(self) -> float:
        """How far we are between the last tick and the next, 0..1: what drawing interpolates by."""
        return min(self._gathered_s / TICK_S, 1.0)
