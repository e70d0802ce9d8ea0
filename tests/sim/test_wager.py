"""The wager: every bet is read to its first hole; the whole one is reached for, and can be held on to."""

from itertools import product

import pytest

from game.content.words import load_words
from game.data import data_folder
from game.sim.panels import WagerPanel
from game.sim.panels.wager import HOLES, SAY, TRICKS, WHOLE, WORDS
from tests.arena import arena


def bet(**k):
    play = arena()
    play.session.panel = panel = WagerPanel(**k)
    play.until(lambda: panel.state == "pick", within=120)
    play.wait(8)
    return play, panel


def put(play, panel, words):
    for i, word in enumerate(words):
        while panel.cursor != i:
            play.hold("down" if panel.cursor < i else "up", ticks=1).wait(1)
        while panel.chosen[i] != word:
            play.hold("right", ticks=1).wait(2)


def say(play, panel, keeps=True):
    while panel.cursor != SAY:
        play.hold("down", ticks=1).wait(1)
    play.wait(8).press("interact")
    for _ in range(1600):
        if panel.state in ("told", "tied"):
            return
        if keeps and panel.reach > 20:
            play.press("interact")
        else:
            play.tick()
    raise AssertionError(panel)


def test_words_and_holes_are_those_of_the_text():
    words = load_words(data_folder("assets"))
    for patch, many, holes in zip(("who", "if", "then", "else"), WORDS, HOLES, strict=True):
        assert len(words.numbered(f"beats.game_proposed.tile_{patch}")) == many == len(holes)
        for hole in holes:
            assert not hole or words.numbered(f"beats.game_proposed.hole_{hole}")


def test_of_all_bets_there_is_one_without_a_hole():
    whole = [c for c in product(*(range(n) for n in WORDS)) if not WagerPanel(chosen=c).hole]
    assert whole == [WHOLE]


@pytest.mark.parametrize("patch", range(SAY))
def test_it_is_read_as_far_as_its_first_hole_and_then_unpicked(patch):
    play, panel = bet()
    words = list(WHOLE)
    words[patch] = 0
    put(play, panel, words)
    say(play, panel)
    assert panel.state == "told" and panel.sewn == panel.hole_at == patch
    assert panel.hole == HOLES[patch][0] and panel.tries == 1
    panel.again()
    assert panel.state == "pick" and panel.cursor == patch and panel.sewn == 0


def test_the_whole_bet_is_reached_for_and_she_who_holds_on_keeps_it():
    play, panel = bet(tricks=1)
    put(play, panel, WHOLE)
    say(play, panel, keeps=True)
    assert panel.state == "tied" and panel.kept == 1 and panel.tries == 0
    assert "beldam_hiss" in play.heard


def test_who_lets_her_has_a_hole_in_it_and_no_more_is_lost():
    play, panel = bet(tricks=1)
    put(play, panel, WHOLE)
    say(play, panel, keeps=False)
    patch, word = TRICKS[0]
    assert panel.state == "told" and panel.chosen[patch] == word and panel.tries == 1
    panel.again()
    put(play, panel, WHOLE)
    say(play, panel, keeps=False)
    assert panel.state == "tied"


def test_her_hand_is_seen_a_second_and_a_half_before_it_takes_anything():
    play, panel = bet(tricks=1)
    put(play, panel, WHOLE)
    while panel.cursor != SAY:
        play.hold("down", ticks=1).wait(1)
    play.wait(8).press("interact")
    play.until(lambda: panel.reach > 0, within=400)
    play.wait(80)
    assert panel.chosen == WHOLE and panel.reach > 60


def test_more_time_with_longer_windups():
    assert WagerPanel(windup=2.0).reach_ticks == 2 * WagerPanel().reach_ticks


def test_a_bet_that_has_a_hole_anyway_is_left_to_itself():
    play, panel = bet(tricks=2)
    say(play, panel, keeps=False)
    assert panel.tricked == 0 and panel.hole == "children"
