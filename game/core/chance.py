"""Chance, twice: Fate for rules (saved, hashed, replayed) and Flair for looks (nobody cares). Never the random module."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_MASK = (1 << 64) - 1


class Chance:
    """A small splitmix64 stream: one number of state, the same on every machine.

    >>> a, b = Chance(7), Chance(7)
    >>> [a.below(10) for _ in range(5)] == [b.below(10) for _ in range(5)]
    True
    """

    def __init__(self, seed: int) -> None:
        self.state = seed & _MASK

    def bits(self) -> int:
        """The next 64 random bits."""
        self.state = (self.state + 0x9E3779B97F4A7C15) & _MASK
        z = self.state
        z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9 & _MASK
        z = (z ^ z >> 27) * 0x94D049BB133111EB & _MASK
        return z ^ z >> 31

    def unit(self) -> float:
        """0 <= number < 1."""
        return (self.bits() >> 11) / (1 << 53)

    def below(self, n: int) -> int:
        """A whole number 0..n-1. Raises ValueError when n < 1."""
        if n < 1:
            raise ValueError(f"below({n}): there is no such number")
        return self.bits() % n

    def between(self, low: float, high: float) -> float:
        return low + (high - low) * self.unit()

    def pick(self, things: Sequence[T]) -> T:
        return things[self.below(len(things))]


class Fate(Chance):
    """The rules' stream. Only systems and beats may draw from it."""


class Flair(Chance):
    """The looks' stream: drawing from it never changes what happens."""
