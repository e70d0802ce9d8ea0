"""Chance for looks that are baked: the numbers of numpy.random.default_rng(seed), without numpy.random.

That one brings cryptography along for its seeds: 6 MB and 20 ms. The same generator (PCG64) is a page of arithmetic.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
U64 = npt.NDArray[np.uint64]
M32, M64, M128 = (1 << 32) - 1, (1 << 64) - 1, (1 << 128) - 1
TIMES = 0x2360ED051FC65DA44385DF649FCCF645
POOL = 4
LEAP = 4096
"""Numbers worked out at once: what is larger leaves the processor's cache."""
LOW, HALF, WHOLE = np.uint64(M32), np.uint64(32), np.uint64(64)
TOP, DROPPED = np.uint64(58), np.uint64(11)


class Dice:
    """Equal seeds, equal numbers, in the order in which they are asked for. ``seed`` 0 .. 2^128 - 1."""

    def __init__(self, seed: int) -> None:
        words = _spread(seed)
        first, add = (words[i] << 64 | words[i + 1] for i in (0, 2))
        self._add = (add << 1 | 1) & M128
        self._state = ((self._add + first) * TIMES + self._add) & M128

    def one(self) -> float:
        """The next number, 0 <= it < 1."""
        self._state = (self._state * TIMES + self._add) & M128
        turn, mixed = self._state >> 122, (self._state >> 64 ^ self._state) & M64
        return (((mixed >> turn | mixed << (64 - turn)) & M64) >> 11) * 2.0**-53

    def random(self, *shape: int) -> F64:
        """The next numbers, 0 <= they < 1, in that shape."""
        high, low = self._states(math.prod(shape))
        turn: U64 = high >> TOP
        mixed: U64 = high ^ low
        turned: U64 = mixed >> turn | mixed << (WHOLE - turn) % WHOLE
        return np.asarray((turned >> DROPPED) * 2.0**-53).reshape(shape)

    def uniform(self, low: float, high: float) -> float:
        """The next number, low <= it < high."""
        return low + (high - low) * self.one()

    def _states(self, n: int) -> tuple[U64, U64]:
        """(high, low) halves of the next n states. Those that are known give as many again by one multiplication."""
        high, low = np.empty(n, np.uint64), np.empty(n, np.uint64)
        if not n:
            return high, low
        state = (self._state * TIMES + self._add) & M128
        high[0], low[0] = state >> 64, state & M64
        done, leap, times, add = 1, 1, TIMES, self._add
        while done < n:
            if done <= LEAP:
                if done > 1:
                    times, add = times * times & M128, (times * add + add) & M128
                leap = done
            more = min(leap, n - done)
            known = slice(done - leap, done - leap + more)
            high[done : done + more], low[done : done + more] = _leap(high[known], low[known], times, add)
            done += more
        self._state = int(high[-1]) << 64 | int(low[-1])
        return high, low


def _leap(high: U64, low: U64, times: int, add: int) -> tuple[U64, U64]:
    """(high, low) times ``times`` plus ``add``, of 128 bits each."""
    h, l1, l0, a1, a0 = (np.uint64(n) for n in (times >> 64, times >> 32 & M32, times & M32, add >> 64, add & M64))
    x1, x0 = low >> HALF, low & LOW
    p00, p01, p10 = x0 * l0, x0 * l1, x1 * l0
    middle = (p00 >> HALF) + (p01 & LOW) + (p10 & LOW)
    below = (middle << HALF | p00 & LOW) + a0
    above = x1 * l1 + (p01 >> HALF) + (p10 >> HALF) + (middle >> HALF)
    above += high * np.uint64(times & M64) + low * h + a1
    above += below < a0
    return above, below


def _spread(seed: int) -> list[int]:
    """Four words of 64 bits out of a seed, as numpy's SeedSequence makes them."""
    factor = 0x43B0D7E5

    def mixed(value: int, by: int) -> int:
        nonlocal factor
        value ^= factor
        factor = factor * by & M32
        value = value * factor & M32
        return value ^ value >> 16

    pool = [mixed(seed >> 32 * i & M32, 0x931E8875) for i in range(POOL)]
    for a in range(POOL):
        for b in range(POOL):
            if a != b:
                value = (0xCA01F9DD * pool[b] - 0x4973F715 * mixed(pool[a], 0x931E8875)) & M32
                pool[b] = value ^ value >> 16
    factor = 0x8B51F9DD
    out = [mixed(pool[i % POOL], 0x58F38DED) for i in range(2 * POOL)]
    return [out[2 * i + 1] << 32 | out[2 * i] for i in range(POOL)]
