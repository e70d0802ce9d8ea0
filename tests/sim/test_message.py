"""The scrambled message: two mice that are picked change places; the drum has it read; the right ones sit down."""

import pytest

from game.core.intent import Action, Intent
from game.sim.panels import MessagePanel
from game.sim.panels.message import DRUM, HUM_AFTER_READS, HUM_AFTER_SWAPS
from tests.arena import arena


def mice(**k):
    """A game in which the four stand ready."""
    play = arena()
    play.session.panel = panel = MessagePanel(**k)
    play.until(lambda: panel.state == "pick", within=120)
    play.wait(8)
    return play, panel


def point_at(play, panel, place):
    while panel.cursor != place:
        play.hold("right" if place > panel.cursor else "left", ticks=1).wait(1)


def swap(play, panel, a, b):
    for place in (a, b):
        point_at(play, panel, place)
        play.wait(6).press("interact")
    play.until(lambda: panel.state == "pick", within=60)
    play.wait(8)


def read(play, panel):
    point_at(play, panel, DRUM)
    play.press("interact")
    play.until(lambda: panel.state == "told", within=400)


def test_two_that_are_picked_change_places():
    play, panel = mice()
    swap(play, panel, 0, 3)
    assert panel.order == (1, 0, 2, 3) and panel.swaps == 1
    assert "mouse_squeak" in play.heard


def test_it_can_be_put_right_in_two():
    play, panel = mice()
    swap(play, panel, 0, 1)
    swap(play, panel, 1, 3)
    read(play, panel)
    assert panel.is_right and panel.swaps == 2 and panel.reads == 1
    play.wait(30)
    assert panel.bow_ticks > 20


def test_a_mouse_that_stands_right_sits_down_after_a_reading_and_gets_up_to_move():
    play, panel = mice()
    read(play, panel)
    assert panel.sits == (2,) and not panel.is_right
    panel.again()
    play.wait(8)
    swap(play, panel, 2, 3)
    assert panel.sits == ()


@pytest.mark.parametrize("button", ["interact", "dodge"])
def test_one_can_think_better_of_it(button):
    play, panel = mice()
    point_at(play, panel, 1)
    play.wait(6).press("interact")
    assert panel.held == 1
    play.wait(6).press(button)
    assert panel.held == -1 and panel.swaps == 0


def test_the_row_goes_round():
    play, panel = mice()
    play.hold("left", ticks=1)
    assert panel.cursor == DRUM


def test_somebody_hums_after_many_tries():
    play, panel = mice()
    for _ in range(HUM_AFTER_READS):
        assert not panel.hums
        read(play, panel)
        panel.again()
        play.wait(8)
    assert panel.hums
    play, panel = mice()
    for _ in range(HUM_AFTER_SWAPS):
        swap(play, panel, 0, 1)
    assert panel.hums


def test_nobody_moves_while_it_is_read_or_while_somebody_talks():
    play, panel = mice()
    point_at(play, panel, DRUM)
    play.press("interact")
    play.hold("left", ticks=40)
    assert panel.cursor == DRUM
    play.session.say("bobinsky", "plain", "Elbows.", "")
    before = panel.ticks
    play.hold("left", ticks=20)
    assert panel.ticks == before


def test_holding_a_way_goes_on_along_the_row():
    play, panel = mice()
    for _ in range(42):
        play.tick(Intent(x=127, held=Action(0)))
    assert panel.cursor == 3
