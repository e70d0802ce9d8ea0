"""The followspots of the duet: which column of a board is announced and which is lit, as a plain function of time.

A light goes the way an eye goes along a line: left, left, then right. Each look is announced by the footlight below, then
falls, then is dark. Who stands still in it is a prop; who steps in it is seen.
"""

from __future__ import annotations

from dataclasses import dataclass

TOLD_TICKS, LIT_TICKS, DARK_TICKS = 48, 60, 12
LOOK_TICKS = TOLD_TICKS + LIT_TICKS + DARK_TICKS
JUMPS = (-3, -3, 2)
"""Columns from look to look: left, left, then right."""


@dataclass(frozen=True)
class Beam:
    """One light now: ``column``, and ``told`` 0..1 how far it is announced, ``lit`` 0..1 how much of its time is left."""

    column: int
    told: float
    lit: float

    @property
    def is_lit(self) -> bool:
        return self.lit > 0


def sweep(light: int, ticks: float, width: int, wide: float = 1.0, is_steady: bool = False) -> Beam:
    """Where light number ``light`` is after so many ticks on a board of ``width`` columns.

    ``wide`` makes every warning that much longer; a steady light shines on one column at the side for good and catches nobody
    who does not go there.
    """
    if is_steady:
        return Beam(0 if light % 2 else width - 1, 0.0, 0.5)
    told = TOLD_TICKS * wide
    look_ticks = told + LIT_TICKS + DARK_TICKS
    t = ticks + light * look_ticks / 2
    look, into = int(t // look_ticks), t % look_ticks
    column = _column(light, look, width)
    if into < told:
        return Beam(column, into / told, 0.0)
    if into < told + LIT_TICKS:
        return Beam(column, 1.0, 1 - (into - told) / LIT_TICKS)
    return Beam(column, 0.0, 0.0)


def _column(light: int, look: int, width: int) -> int:
    """The column of its so-many-th look: each light begins elsewhere, and the second reads from the other end."""
    whole, part = divmod(look, len(JUMPS))
    gone = whole * sum(JUMPS) + sum(JUMPS[:part])
    start = (width - 2, 3, width // 2)[light % 3]
    return (start + gone) % width
