"""A way through a grid: A*, four neighbours and diagonals that cut no corner. Ties break by order, so it repeats."""

from __future__ import annotations

import heapq
from collections.abc import Callable

Cell = tuple[int, int]
_STEPS = ((0, -1, 10), (1, 0, 10), (0, 1, 10), (-1, 0, 10), (1, -1, 14), (1, 1, 14), (-1, 1, 14), (-1, -1, 14))


def route(start: Cell, goal: Cell, is_free: Callable[[Cell], bool], most: int = 20_000) -> list[Cell]:
    """Cells from start to goal, both included; to the cell nearest to the goal when it cannot be reached.

    At most ``most`` cells are looked at.

    >>> route((0, 0), (2, 0), lambda c: c != (1, 0) and -1 <= c[0] <= 3 and 0 <= c[1] <= 1)
    [(0, 0), (0, 1), (1, 1), (2, 1), (2, 0)]
    """

    def left(c: Cell) -> int:
        dx, dy = abs(c[0] - goal[0]), abs(c[1] - goal[1])
        return 10 * max(dx, dy) + 4 * min(dx, dy)

    free: dict[Cell, bool] = {}

    def may(c: Cell) -> bool:
        known = free.get(c)
        if known is None:
            known = free[c] = is_free(c)
        return known

    came: dict[Cell, Cell] = {}
    cost = {start: 0}
    queue: list[tuple[int, int, Cell]] = [(left(start), 0, start)]
    best = start
    turn = 0
    closed: dict[Cell, bool] = {}
    while queue and len(closed) < most:
        _, _, at = heapq.heappop(queue)
        if at in closed:
            continue
        closed[at] = True
        if left(at) < left(best):
            best = at
        if at == goal:
            best = at
            break
        for dx, dy, step in _STEPS:
            to = (at[0] + dx, at[1] + dy)
            if to in closed or not may(to):
                continue
            if dx and dy and not (may((at[0] + dx, at[1])) and may((at[0], at[1] + dy))):
                continue
            total = cost[at] + step
            if total < cost.get(to, 1 << 30):
                cost[to] = total
                came[to] = at
                turn += 1
                heapq.heappush(queue, (total + left(to), turn, to))
    way = [best]
    while way[-1] != start:
        way.append(came[way[-1]])
    return way[::-1]
