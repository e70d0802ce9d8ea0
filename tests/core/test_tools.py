"""Clock, intent, chance, route: what the doctests do not say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.core.chance import Fate
from game.core.clock import MOST_AT_ONCE, Stepper
from game.core.intent import Action, Intent
from game.core.route import route
from game.core.script import Running


@pytest.mark.parametrize("hertz", [30, 59.94, 60, 72, 144, 165, 240])
def test_a_minute_is_3600_ticks_at_any_frame_rate(hertz):
    stepper = Stepper()
    ticks = sum(stepper.take(1 / hertz) for _ in range(round(hertz * 60)))
    assert abs(ticks - 3600) <= 1


def test_a_long_stall_is_dropped_not_made_up_for():
    stepper = Stepper()
    assert stepper.take(10.0) == MOST_AT_ONCE
    assert stepper.take(1 / 60) == 1
    assert stepper.dropped_ticks == 595


axis = st.integers(-127, 127)


@given(axis, axis, axis, axis, st.integers(0, 255), st.integers(0, 255))
def test_an_intent_survives_packing(x, y, ax, ay, held, pressed):
    intent = Intent(x, y, Action(held), Action(pressed), ax, ay)
    assert Intent.unpack(intent.pack()) == intent


@pytest.mark.parametrize("packed", [(-1, 0), (0, -1), (1 << 40, 0), (0, 1 << 40), (0, 0)])
def test_what_is_no_intent_is_refused(packed):
    with pytest.raises(ValueError, match="not an intent"):
        Intent.unpack(packed)


def test_fate_is_the_same_on_every_machine():
    fate = Fate(1)
    assert 0 <= fate.unit() < 1
    again = Fate(1)
    assert [again.bits() for _ in range(3)] == [10451216379200822465, 13757245211066428519, 17911839290282890590]


def test_a_script_that_is_stopped_cleans_up():
    log = []

    def scene():
        try:
            yield 100
        finally:
            log.append("swept")

    running = Running(scene())
    running.tick()
    running.stop()
    assert running.is_over and log == ["swept"]


def test_a_way_ends_as_near_as_it_can_get():
    walled = {(3, y) for y in range(-5, 6)}
    way = route((0, 0), (6, 0), lambda c: c not in walled and abs(c[0]) < 8 and abs(c[1]) <= 5)
    assert way[0] == (0, 0) and way[-1] == (2, 0)
