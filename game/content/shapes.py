"""Geometry of collision: many small boxes into few large ones, any polygon into convex ones. Pure; px."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.core.geometry import Box, Vec

_NEAR = 0.01
"""px below which two edges are the same edge."""

Ring = tuple[Vec, ...]


def merge(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """Boxes that cover the same ground with fewer pieces: long rows first or long columns first, whichever is fewer.

    >>> merge([Box(0, 0, 32, 32), Box(32, 0, 32, 32), Box(0, 32, 32, 32), Box(32, 32, 32, 32)])
    (Box(x=0, y=0, w=64, h=64),)
    """
    given = list(dict.fromkeys(boxes))
    rows = _join_down(_join_along(given))
    columns = _join_along(_join_down(given))
    best = min(rows, columns, key=len)
    return tuple(sorted(best, key=lambda b: (b.y, b.x, b.h, b.w)))


def _join_along(boxes: Sequence[Box]) -> list[Box]:
    """Joins neighbours of one row: same top, same height, touching or overlapping."""
    out: list[Box] = []
    for b in sorted(boxes, key=lambda b: (b.y, b.h, b.x, b.w)):
        last = out[-1] if out else None
        if last and last.y == b.y and last.h == b.h and b.x <= last.right + _NEAR:
            out[-1] = Box(last.x, last.y, max(last.right, b.right) - last.x, last.h)
        else:
            out.append(b)
    return out


def _join_down(boxes: Sequence[Box]) -> list[Box]:
    return [_turned(b) for b in _join_along([_turned(b) for b in boxes])]


def _turned(b: Box) -> Box:
    return Box(b.y, b.x, b.h, b.w)


def bounds(points: Sequence[Vec]) -> Box:
    """The smallest box round the points."""
    xs, ys = [p.x for p in points], [p.y for p in points]
    return Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def area(ring: Sequence[Vec]) -> float:
    """Twice the signed area; positive when the ring runs clockwise on the screen."""
    return sum(a.x * b.y - b.x * a.y for a, b in zip(ring, (*ring[1:], ring[0])))


def _side(a: Vec, b: Vec, c: Vec) -> float:
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)


def crosses_itself(ring: Sequence[Vec]) -> bool:
    """Whether two sides that are not neighbours meet."""
    n = len(ring)
    sides = [(ring[i], ring[(i + 1) % n]) for i in range(n)]
    for i, (a, b) in enumerate(sides):
        for j in range(i + 2, n):
            if i == 0 and j == n - 1:
                continue
            c, d = sides[j]
            if max(c.x, d.x) < min(a.x, b.x) or max(a.x, b.x) < min(c.x, d.x):
                continue
            if _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0:
                return True
    return False


def is_convex(ring: Sequence[Vec]) -> bool:
    """Whether a ring that runs clockwise on the screen has no dent."""
    n = len(ring)
    return all(_side(ring[i - 1], ring[i], ring[(i + 1) % n]) >= 0 for i in range(n))


def convex_pieces(ring: Sequence[Vec]) -> tuple[Ring, ...]:
    """A simple polygon cut into convex ones, each clockwise on the screen. A ring without area gives none.

    >>> len(convex_pieces([Vec(0, 0), Vec(4, 0), Vec(4, 4), Vec(2, 4), Vec(2, 2), Vec(0, 2)]))
    2
    """
    points = list(ring)
    if len(points) > 1 and points[0] == points[-1]:
        points.pop()
    if len(points) < 3 or area(points) == 0:
        return ()
    if area(points) < 0:
        points.reverse()
    if is_convex(points):
        return (tuple(points),)
    return tuple(_grown(_triangles(points)))


def _triangles(points: list[Vec]) -> list[list[Vec]]:
    """Ear clipping."""
    left = list(points)
    out: list[list[Vec]] = []
    while len(left) > 3:
        for i in range(len(left)):
            a, b, c = left[i - 1], left[i], left[(i + 1) % len(left)]
            turn = _side(a, b, c)
            if turn == 0:
                left.pop(i)
                break
            others = (p for p in left if p not in (a, b, c))
            if turn > 0 and not any(
                _side(a, b, p) >= 0 and _side(b, c, p) >= 0 and _side(c, a, p) >= 0 for p in others
            ):
                out.append([a, b, c])
                left.pop(i)
                break
        else:
            break
    if len(left) == 3 and _side(*left) > 0:
        out.append(left)
    return out


def _grown(pieces: list[list[Vec]]) -> list[Ring]:
    """Joins neighbours across a shared side as long as the whole stays convex."""
    again = True
    while again:
        again = False
        for i, one in enumerate(pieces):
            for j in range(i + 1, len(pieces)):
                joined = _joined(one, pieces[j])
                if joined:
                    pieces[i] = joined
                    pieces.pop(j)
                    again = True
                    break
            if again:
                break
    return [tuple(p) for p in pieces]


def _joined(one: list[Vec], two: list[Vec]) -> list[Vec] | None:
    for i, a in enumerate(one):
        b = one[(i + 1) % len(one)]
        for j, c in enumerate(two):
            if c == b and two[(j + 1) % len(two)] == a:
                rest = [two[(j + 2 + k) % len(two)] for k in range(len(two) - 2)]
                whole = one[i + 1 :] + one[: i + 1] + rest
                if is_convex(whole):
                    return whole
    return None
