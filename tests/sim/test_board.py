"""The clue board: threads from pin to pin; right ones hold, wrong ones fall, and after three the right pair trembles."""

import pytest

from game.core.intent import Action, Intent
from game.sim.panels import BoardPanel
from game.sim.panels.board import CARDS, LINKS, PLACES, TREMBLE_AFTER
from tests.arena import arena

WRONG = [(a, b) for a in range(6) for b in range(a + 1, 6) if (a, b) not in LINKS]


def board(**k):
    play = arena()
    play.session.panel = panel = BoardPanel(**k)
    play.until(lambda: panel.state == "pick", within=120)
    play.wait(8)
    return play, panel


def point_at(play, panel, card):
    """With nothing but the four ways, as on a keyboard."""
    ways = ((1, 0), (-1, 0), (0, 1), (0, -1))
    came, queue = {panel.cursor: ()}, [panel.cursor]
    for here in queue:
        for way in ways:
            there = BoardPanel.next_card(here, *way)
            if there not in came:
                came[there] = (*came[here], way)
                queue.append(there)
    for x, y in came[card]:
        play.stick(x, y, ticks=1).wait(1)
    assert panel.cursor == card


def tie(play, panel, a, b):
    for card in (a, b):
        point_at(play, panel, card)
        play.wait(8).press("interact")
    play.until(lambda: panel.state == "told", within=200)


def test_every_card_is_reached_from_every_card_with_four_keys():
    for start in range(len(CARDS)):
        reached, queue = {start}, [start]
        for here in queue:
            for way in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                there = BoardPanel.next_card(here, *way)
                if there not in reached:
                    reached.add(there)
                    queue.append(there)
        assert reached == set(range(len(CARDS))), start


@pytest.mark.parametrize("pair", LINKS)
def test_what_belongs_together_holds_from_either_end(pair):
    for a, b in (pair, pair[::-1]):
        play, panel = board()
        tie(play, panel, a, b)
        assert panel.is_right and panel.tied == (pair,) and panel.wrong == 0
        assert "sew_stitch" in play.heard


@pytest.mark.parametrize("pair", WRONG)
def test_what_does_not_falls_off(pair):
    play, panel = board()
    tie(play, panel, *pair)
    assert not panel.is_right and panel.tied == () and panel.wrong == 1
    panel.again()
    assert panel.state == "pick"


def test_after_three_wrong_ones_a_right_pair_that_is_still_wanted_trembles():
    play, panel = board()
    tie(play, panel, *LINKS[0])
    panel.again()
    for n in range(TREMBLE_AFTER):
        assert panel.trembles == ()
        tie(play, panel, *WRONG[n])
        panel.again()
    assert panel.trembles == LINKS[1]


def test_three_threads_are_all_of_it():
    play, panel = board()
    for pair in LINKS[::-1]:
        assert not panel.is_done
        tie(play, panel, *pair)
        panel.again()
    assert panel.is_done and panel.trembles == ()
    play.wait(30)
    assert panel.joined > 20


def test_a_press_kept_down_drags_the_thread_and_letting_go_ties_it():
    play, panel = board(cursor=0)
    play.tick(Intent(held=Action.INTERACT, pressed=Action.INTERACT))
    for _ in range(3):
        play.tick(Intent(held=Action.INTERACT))
    x, y = PLACES[1][0] - PLACES[5][0], PLACES[1][1] - PLACES[5][1]
    k = 120 / max(abs(x), abs(y))
    play.tick(Intent(aim_x=round(x * k), aim_y=round(y * k), held=Action.INTERACT))
    assert panel.cursor == 1 and panel.held == 0
    play.tick(Intent())
    play.until(lambda: panel.state == "told", within=200)
    assert panel.tied == ((0, 1),)


@pytest.mark.parametrize("card", range(5))
def test_the_other_stick_points_straight_at_a_card(card):
    play, panel = board(cursor=5)
    x, y = PLACES[card][0] - PLACES[5][0], PLACES[card][1] - PLACES[5][1]
    k = 120 / max(abs(x), abs(y))
    play.tick(Intent(aim_x=round(x * k), aim_y=round(y * k)))
    assert panel.cursor == card


def test_the_thread_is_let_go_with_the_other_button_and_then_the_board():
    play, panel = board()
    play.press("interact").wait(2)
    assert panel.held == 0
    play.press("dodge")
    assert panel.held == -1 and not panel.is_left
    play.wait(2).press("dodge")
    assert panel.is_left


def test_a_pair_that_is_tied_is_not_tied_again():
    play, panel = board()
    tie(play, panel, 0, 1)
    panel.again()
    point_at(play, panel, 0)
    play.wait(8).press("interact")
    point_at(play, panel, 1)
    play.wait(8).press("interact").wait(4)
    assert panel.state == "pick" and panel.held == -1 and panel.tied == ((0, 1),)


def test_a_small_tilt_points_at_the_door_in_the_middle():
    play, panel = board()
    play.tick(Intent(aim_x=20, aim_y=-20))
    assert CARDS[panel.cursor] == "door"
