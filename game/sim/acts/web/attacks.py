"""What the Beldam does with her needles in her own room: one table, plain data. Each attack can be begun alone.

Rows and columns count tiles of the floor, 0 = the first below the hearth, or the first from the left.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.sim.parts import Rules
from game.sim.telling import told_for


@dataclass(frozen=True)
class Attack:
    """``told_ticks`` on Brave; ``active`` ticks it hurts (no more than a dodge lets by), ``recover`` until it is out of the floor
    again; ``reach`` px.

    ``waves``: of rows or columns the sets that are struck one after the other.
    """

    name: str
    kind: str
    """rows, columns, sweep, needle or stare."""
    told_ticks: int
    active: int
    recover: int
    reach: float
    waves: tuple[tuple[int, ...], ...] = ()
    rest: int = 30
    """Ticks before the next thing begins."""
    sounds: tuple[str, str] = ("thread_pull", "needle_stab")
    """(as it is told, as it strikes)."""

    def told(self, rules: Rules) -> int:
        """Ticks of warning under these rules, never under 24."""
        return told_for(self.told_ticks, rules)


ROWS, COLUMNS = 7, 18


NARROW = (1, 2, 8, 9, 15, 16)
"""What is left of the last columns: three gaps of two."""


def _stripes(first: int) -> tuple[int, ...]:
    """Every other three columns."""
    return tuple(x for x in range(COLUMNS) if (x - first) % 6 < 3)


def _rows(name: str, *rows: int, told: int = 45, rest: int = 30) -> Attack:
    return Attack(name, "rows", told, 9, 38, 32.0, (rows,), rest)


ATTACKS: dict[str, Attack] = {
    a.name: a
    for a in (
        _rows("row_a", 0, 2, 4, 6, told=60, rest=36),
        _rows("row_b", 1, 3, 5, told=54, rest=36),
        _rows("row_c", 0, 1, 2, 3, told=78),
        _rows("row_d", 3, 4, 5, 6, told=72),
        _rows("row_e", 0, 1, 5, 6, told=60),
        _rows("row_g", 1, 2, 4, 5, told=52, rest=24),
        _rows("row_h", 0, 1, 2, 4, 5, 6, told=74),
        Attack("column_f", "columns", 58, 9, 34, 32.0, (_stripes(0), _stripes(3))),
        Attack("column_i", "columns", 72, 9, 38, 32.0, (tuple(x for x in range(COLUMNS) if x not in NARROW),)),
        Attack("sweep", "sweep", 54, 16, 40, 204.0, rest=24, sounds=("string_pull", "throw_whoosh")),
        Attack("last_needle", "needle", 34, 8, 24, 16.0, rest=16, sounds=("needle_tick", "needle_stab")),
        Attack("stare", "stare", 34, 8, 60, 620.0, rest=0, sounds=("beldam_listens", "needle_stab")),
    )
}
SEAMS: tuple[tuple[str, ...], ...] = (
    ("row_a", "row_b", "last_needle"),
    ("row_c", "sweep", "row_d", "column_f", "last_needle", "last_needle"),
    ("row_e", "sweep", "row_g", "row_h", "column_i", "sweep", "last_needle", "last_needle", "last_needle"),
)
"""Three seams, each of them a try; after the third she stops to talk."""
