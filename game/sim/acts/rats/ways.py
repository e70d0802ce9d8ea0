"""Ways: how rats find theirs. The floor of a room as cells of half a tile, and for every goal the next cell from each of them."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from game.core.geometry import Box, Vec
from game.sim.parts import Solid

if TYPE_CHECKING:
    from game.sim.session import Session

CELL_PX = 16
CLEAR_PX = 5.0
"""So far from any wall the middle of a cell must be."""
Cell = tuple[int, int]
_STEPS = ((0, -1), (1, 0), (0, 1), (-1, 0), (1, -1), (1, 1), (-1, 1), (-1, -1))


@dataclass
class Ways:
    """The free cells of a room, worked out once; ``_toward`` keeps what has been asked. It follows from the map: no state."""

    free: frozenset[Cell]
    _toward: dict[Cell, dict[Cell, Cell]] = field(default_factory=dict, repr=False, compare=False)

    def near(self, x: float, y: float) -> Cell:
        """The free cell nearest to a point."""
        at = (int(x // CELL_PX), int(y // CELL_PX))
        for ring in range(8):
            found = [
                (abs(dx) + abs(dy), dx, dy)
                for dx in range(-ring, ring + 1)
                for dy in range(-ring, ring + 1)
                if max(abs(dx), abs(dy)) == ring and (at[0] + dx, at[1] + dy) in self.free
            ]
            if found:
                _, dx, dy = min(found)
                return (at[0] + dx, at[1] + dy)
        return at

    def next(self, x: float, y: float, goal: Vec) -> Vec:
        """Where to run now, from (x, y), to come to ``goal``: the middle of a cell a little ahead, or the goal itself."""
        last = self.near(goal.x, goal.y)
        field_ = self._toward.get(last)
        if field_ is None:
            field_ = self._toward[last] = self._flood(last)
        at = self.near(x, y)
        for _ in range(3):  # a few ahead, or they would run in corners
            if at == last:
                return goal
            to = field_.get(at)
            if to is None:
                return goal
            at = to
        return goal if at == last else middle_of(at)

    def way(self, start: Vec, goal: Vec, most: int = 400) -> tuple[Vec, ...]:
        """All of it, cell by cell, both ends included."""
        last = self.near(goal.x, goal.y)
        field_ = self._toward.get(last)
        if field_ is None:
            field_ = self._toward[last] = self._flood(last)
        at, out = self.near(start.x, start.y), [start]
        for _ in range(most):
            to = field_.get(at)
            if at == last or to is None:
                break
            at = to
            out.append(middle_of(at))
        out.append(goal)
        return tuple(out)

    def _flood(self, goal: Cell) -> dict[Cell, Cell]:
        """From every cell the next one on a shortest way; corners are not cut."""
        out: dict[Cell, Cell] = {}
        queue = deque([goal])
        seen = {goal: True}
        while queue:
            at = queue.popleft()
            for dx, dy in _STEPS:
                to = (at[0] + dx, at[1] + dy)
                if to in seen or to not in self.free:
                    continue
                if dx and dy and not ((at[0] + dx, at[1]) in self.free and (at[0], at[1] + dy) in self.free):
                    continue
                seen[to] = True
                out[to] = at
                queue.append(to)
        return out


def middle_of(cell: Cell) -> Vec:
    return Vec((cell[0] + 0.5) * CELL_PX, (cell[1] + 0.5) * CELL_PX)


def ways_of(session: Session) -> Ways:
    """The ways of the room she is in, past walls and furniture."""
    room = session.room
    wide, high = int(room.size.x // CELL_PX), int(room.size.y // CELL_PX)
    shut: dict[Cell, bool] = {}
    boxes: list[Box] = list(room.walls)
    for _, solid in session.world.each(Solid):
        boxes.extend(solid.boxes)
    for box in boxes:
        b = box.grown(CLEAR_PX)
        for cx in range(int(b.x // CELL_PX), int(b.right // CELL_PX) + 1):
            for cy in range(int(b.y // CELL_PX), int(b.bottom // CELL_PX) + 1):
                at = middle_of((cx, cy))
                if b.holds(at.x, at.y):
                    shut[(cx, cy)] = True
    free = frozenset((x, y) for x in range(wide) for y in range(high) if (x, y) not in shut)
    return Ways(free)
