"""The boards of the duet as pure rules: who goes where when she steps, and the shortest way to an end.

She steps; Spink copies her with left and right swapped, Forcible with front and back. Who would meet a wall, the edge or
somebody stands still; if she herself cannot go, nobody does. An open trap she will not enter; a performer would fall.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

Cell = tuple[int, int]
"""(column, row) of a board, from its top left."""
State = tuple[Cell, Cell, Cell]
"""Where Coraline, Spink and Forcible stand."""
WAYS: dict[str, Cell] = {"L": (-1, 0), "R": (1, 0), "U": (0, -1), "D": (0, 1)}
HER, SPINK, FORCIBLE = 0, 1, 2
SIGNS = "CSFsf"


@dataclass(frozen=True)
class Board:
    """``walls`` nobody enters, ``traps`` are open; ``start`` the three, ``marks`` where Spink and Forcible are wanted."""

    width: int
    height: int
    walls: frozenset[Cell]
    traps: frozenset[Cell]
    start: State
    marks: tuple[Cell, Cell]

    @staticmethod
    def parse(rows: Sequence[str]) -> Board:
        """From a picture: ``#`` wall, ``o`` trap, ``C S F`` the three, ``s f`` their marks. Raises ValueError if one is missing.

        >>> Board.parse(["S.sCf.F"]).marks
        ((2, 0), (4, 0))
        """
        cells = {(x, y): sign for y, row in enumerate(rows) for x, sign in enumerate(row)}
        at = {sign: cell for cell, sign in cells.items() if sign in SIGNS}
        missing = [sign for sign in SIGNS if sign not in at]
        if missing or len({len(row) for row in rows}) != 1:
            raise ValueError(f"a board wants rows of one length and each of {SIGNS} once; missing: {missing}")
        return Board(
            len(rows[0]),
            len(rows),
            frozenset(c for c, sign in cells.items() if sign == "#"),
            frozenset(c for c, sign in cells.items() if sign == "o"),
            (at["C"], at["S"], at["F"]),
            (at["s"], at["f"]),
        )

    def is_free(self, cell: Cell) -> bool:
        """On the board, and no wall. A trap counts as free: one can go there, once."""
        return 0 <= cell[0] < self.width and 0 <= cell[1] < self.height and cell not in self.walls

    def is_done(self, state: State) -> bool:
        """Both on their marks at once."""
        return (state[SPINK], state[FORCIBLE]) == self.marks

    def step(self, state: State, way: str) -> Step:
        """What comes of a step ("L" "R" "U" "D")."""
        dx, dy = WAYS[way]
        her, spink, forcible = state
        to = (her[0] + dx, her[1] + dy)
        if not self.is_free(to) or to in self.traps:
            return Step(state, None, "trap" if to in self.traps else "wall")
        s, f = (spink[0] - dx, spink[1] + dy), (forcible[0] + dx, forcible[1] - dy)
        s = s if self.is_free(s) else spink
        f = f if self.is_free(f) else forcible
        # Nobody shares or swaps a tile. One who gives way may make room too little for the next: three looks settle it.
        for _ in range(3):
            if s == f or (s == forcible and f == spink):
                s, f = spink, forcible
            if s == to or (s == her and to == spink):
                s = spink
            if f == to or (f == her and to == forcible):
                f = forcible
        if to in (s, f) or s == f:
            return Step(state, None, "somebody")
        falls = tuple(who for who, cell in ((SPINK, s), (FORCIBLE, f)) if cell in self.traps)
        return Step((to, s, f), falls)

    def moves(self, state: State) -> dict[str, State]:
        """Every step that goes and in which nobody falls -> where it leads, in the order L R U D."""
        steps = {way: self.step(state, way) for way in WAYS}
        return {way: step.state for way, step in steps.items() if step.falls == ()}

    def solve(self, state: State | None = None, most: int = 200_000) -> str | None:
        """The shortest way from there (the start) to both marks, "" if they are there; None if there is none.

        Breadth first, so its length is the board's par. Raises ValueError past ``most`` positions.
        """
        first = state or self.start
        came: dict[State, tuple[State, str] | None] = {first: None}
        queue = deque([first])
        while queue:
            here = queue.popleft()
            if self.is_done(here):
                return _way_back(came, here)
            for way, there in self.moves(here).items():
                if there not in came:
                    came[there] = (here, way)
                    queue.append(there)
            if len(came) > most:
                raise ValueError(f"more than {most} positions")
        return None


@dataclass(frozen=True)
class Step:
    """``state`` after it; ``falls`` who (1 Spink, 2 Forcible) drops through a trap, None if she could not step: ``why`` not."""

    state: State
    falls: tuple[int, ...] | None = ()
    why: str = ""


def _way_back(came: dict[State, tuple[State, str] | None], end: State) -> str:
    ways: list[str] = []
    at = came[end]
    while at is not None:
        ways.append(at[1])
        at = came[at[0]]
    return "".join(reversed(ways))
