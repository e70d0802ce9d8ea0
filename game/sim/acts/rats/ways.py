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
    _beside: dict[Cell, tuple[Cell, ...]] = field(default_factory=dict, repr=False, compare=False)
    """The cells one can go to from each, in the order of _STEPS; corners are not cut."""

    def near(self, x: float, y: float) -> Cell:
        """The free cell nearest to a point."""
        at = (int(x // CELL_PX), int(y // CELL_PX))
        if at in self.free:
            return at
        for ring in range(1, 8):
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
        """From every cell the next one on a shortest way."""
        out: dict[Cell, Cell] = {goal: goal}
        queue = deque([goal])
        beside = self._beside
        while queue:
            at = queue.popleft()
            for to in beside[at] if at in beside else self._find_beside(at):
                if to not in out:
                    out[to] = at
                    queue.append(to)
        del out[goal]
        return out

    def _find_beside(self, at: Cell) -> tuple[Cell, ...]:
        x, y = at
        free = self.free
        self._beside[at] = found = tuple(
            (x + dx, y + dy)
            for dx, dy in _STEPS
            if (x + dx, y + dy) in free and (not (dx and dy) or ((x + dx, y) in free and (x, y + dy) in free))
        )
        return found


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
    free = [(x, y) for x in range(wide) for y in range(high) if (x, y) not in shut]
    ways = Ways(frozenset(free))
    for cell in free:  # now, while a room is come to: later it would be a long tick
        ways._find_beside(cell)
    return ways
