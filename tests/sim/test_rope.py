"""A weight on a rope: it keeps its length, its time, and what it was given."""

from __future__ import annotations

import math

import pytest

from game.sim.space import Rope

LENGTH = 250.0


def turns(rope: Rope, ticks: int) -> list[int]:
    """The ticks at which it turned round."""
    out, before = [], rope.speed
    for tick in range(1, ticks + 1):
        rope.step()
        if before * rope.speed < 0:
            out.append(tick)
        before = rope.speed
    return out


@pytest.mark.parametrize("amplitude", [0.2, 0.6, 1.02])
def test_a_swing_takes_the_time_it_was_asked_for(amplitude: float) -> None:
    rope = Rope(LENGTH, -amplitude, Rope.gravity_for(LENGTH, amplitude, 80))
    assert turns(rope, 490) == [81, 161, 241, 321, 401, 481]


def test_it_keeps_its_length() -> None:
    rope = Rope(LENGTH, -1.0, Rope.gravity_for(LENGTH, 1.0, 80))
    for _ in range(600):
        rope.step()
        assert abs(math.hypot(rope.off, LENGTH - rope.lift) - LENGTH) < 0.5


def test_driven_at_the_lowest_point_it_goes_as_far_as_wanted() -> None:
    gravity = Rope.gravity_for(LENGTH, 0.9, 80)
    rope = Rope(LENGTH, 0.0, gravity)
    rope.drive(Rope.speed_for(LENGTH, 0.9, gravity))
    highest = 0.0
    for _ in range(60):
        rope.step()
        highest = max(highest, rope.angle)
    assert highest == pytest.approx(0.9, abs=0.01)


def test_who_lets_go_on_the_way_out_flies_out_and_up() -> None:
    gravity = Rope.gravity_for(LENGTH, 0.9, 80)
    rope = Rope(LENGTH, 0.0, gravity)
    rope.drive(Rope.speed_for(LENGTH, 0.9, gravity))
    for _ in range(20):
        rope.step()
    out, up = rope.velocity
    assert out > 0 and up > 0


def test_the_same_swing_comes_to_the_same_place() -> None:
    one, two = (Rope(LENGTH, 0.7, 1400.0) for _ in range(2))
    for _ in range(300):
        one.step()
        two.step()
    assert (one.off, one.lift) == (two.off, two.lift)
