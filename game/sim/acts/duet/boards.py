"""The boards themselves: pictures of tiles, where they lie on the stage, how many lights read them, and their pars.

Each is the same on both sides of the stage, so that the two look alike and are not: one of them goes the other way.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.sim.acts.duet.board import Board


@dataclass(frozen=True)
class Scene:
    """``tile`` (column, row) of the map at which the board's top left lies; ``lights`` at the first soul."""

    board: Board
    tile: tuple[int, int]
    par: int
    lights: int = 0


SCENERY: tuple[tuple[str, int, int], ...] = (("sheeted_a", 42, 56), ("sheeted_b", 44, 51))
"""What stands in the way: props (name, px wide, px high), a pair of each in turn."""

BOARDS: tuple[Scene, ...] = (
    # Two steps to one side, one up: both rules once, and nothing in the way.
    Scene(
        Board.parse(
            (
                ".......",
                "..s...F",
                "S...f..",
                "...C...",
            )
        ),
        (14, 6),
        3,
    ),
    # Inwards is easy, for both at once. But who goes down with her comes up with her.
    Scene(
        Board.parse(
            (
                "S.......F",
                ".........",
                "..s...f..",
                "...#.#...",
                "....C....",
            )
        ),
        (13, 6),
        9,
    ),
    # The marks lie behind the flats, and below the marks there is nothing.
    Scene(
        Board.parse(
            (
                ".S.......F.",
                "...........",
                "...........",
                ".....C.....",
                ".#.s...f.#.",
                "...o...o...",
            )
        ),
        (12, 5),
        16,
        1,
    ),
    # They must cross, and there is one stage. Her own room to and fro is what they cross by.
    Scene(
        Board.parse(
            (
                ".f.........s.",
                "..S.......F..",
                ".............",
                ".............",
                "o.....C.....o",
                ".............",
                ".#.........#.",
            )
        ),
        (11, 5),
        22,
        2,
    ),
)
