"""The lantern: three rings that hang together, two readings, one place where both are true."""

from itertools import product

import pytest

from game.sim.panels import LanternPanel
from game.sim.panels.lantern import PAR, START, TURN_TICKS
from tests.arena import arena


def lantern(**k):
    play = arena()
    play.session.panel = panel = LanternPanel(**k)
    play.wait(2)
    return play, panel


def turn(play, panel, handle, way, times=1):
    while panel.handle != handle:
        play.hold("down" if handle > panel.handle else "up", ticks=1).wait(2)
    for _ in range(times):
        play.hold("right" if way > 0 else "left", ticks=1)
        play.wait(TURN_TICKS + 2)


@pytest.mark.parametrize(
    ("handle", "way", "rings"),
    [(0, 1, (3, 0, 1)), (0, -1, (1, 4, 1)), (1, 1, (2, 0, 2)), (2, 1, (2, 5, 0)), (2, -1, (2, 5, 2))],
)
def test_each_handle_turns_its_rings(handle, way, rings):
    play, panel = lantern()
    turn(play, panel, handle, way)
    assert panel.rings == rings and panel.turns == 1
    assert "lantern_ring" in play.heard


def test_it_can_be_done_in_par():
    play, panel = lantern()
    turn(play, panel, 0, -1, 2)
    turn(play, panel, 1, -1, 3)
    assert panel.reading == "bridge"
    turn(play, panel, 2, -1, 2)
    assert panel.reading == "both" and panel.turns == PAR


def test_there_is_one_place_where_both_are_right():
    readings = [LanternPanel(rings=r).reading for r in product(range(6), repeat=3)]
    assert readings.count("both") == 1
    assert readings.count("needle") >= 20 and readings.count("bridge") == 5
    assert LanternPanel(rings=START).reading == "nothing"


def test_a_turn_asked_for_while_brass_moves_is_done_after():
    play, panel = lantern()
    play.hold("right", ticks=1).wait(4)
    play.hold("right", ticks=1).wait(2 * TURN_TICKS + 6)
    assert panel.turns == 2 and panel.rings == (4, 1, 1)


def test_holding_turns_on_slowly():
    play, panel = lantern()
    play.hold("right", ticks=TURN_TICKS * 4)
    assert 2 <= panel.turns <= 4


def test_the_ring_that_has_caught_stays_where_it_belongs():
    play, panel = lantern(rings=(4, 3, 1), was=(4, 3, 1), now=(4, 3, 1))
    panel.catch(play.session)
    play.wait(TURN_TICKS + 2)
    assert panel.rings == (0, 3, 1)
    turn(play, panel, 0, 1)
    assert panel.rings == (0, 4, 1)


def test_nothing_turns_while_it_is_talked_about():
    play, panel = lantern(is_fixed=True)
    play.hold("right", ticks=40)
    assert panel.turns == 0
    panel.is_fixed = False
    play.session.say("spink", "grand", "Slowly!", "")
    play.hold("right", ticks=40)
    assert panel.turns == 0
