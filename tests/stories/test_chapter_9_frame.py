"""What frames chapter 9, as a player meets it: the bet and every hole in it, and the room that is left when three are found."""

from itertools import permutations, product

import pytest

from game.app.bot import Bot
from game.core.geometry import Vec
from game.sim.panels import WagerPanel
from game.sim.panels.wager import HOLES, SAY, WHOLE, WORDS
from game.sim.parts import Look, Rules
from game.sim.save import Snapshot
from game.sim.story import ANY_ORDER
from game.testing import Play

QUICK = Rules(text_speed=0.0)


def at_the_bet(rules=QUICK):
    play = Play(beat="game_proposed", rules=rules)
    play.until(lambda: isinstance(play.session.panel, WagerPanel) and play.talk is None, within=6000, reads=True)
    panel = play.session.panel
    play.until(lambda: panel.state == "pick", within=120)
    play.wait(8)
    return play, panel


def say(play, panel, words, keeps=True):
    """Turns the patches over until the bet is that, and says it."""
    for i, word in enumerate(words):
        while panel.cursor != i:
            play.hold("down" if panel.cursor < i else "up", ticks=1).wait(1)
        while panel.chosen[i] != word:
            play.hold("right", ticks=1).wait(2)
    while panel.cursor != SAY:
        play.hold("down", ticks=1).wait(1)
    play.wait(8).press("interact")
    tries = panel.tries
    for _ in range(2400):
        if panel.state == "tied" or (panel.tries > tries and panel.state == "told"):
            return
        if keeps and 20 < panel.reach < panel.reach_ticks:
            play.press("interact")
        else:
            play.tick()
    raise AssertionError(play.where())


def until_pick(play, panel):
    play.until(lambda: panel.state == "pick" and play.talk is None, within=2000, reads=True)
    play.wait(8)


@pytest.mark.parametrize("beat", ("game_proposed", "only_living_room"))
def test_every_beat_can_be_begun_alone_and_ends(beat):
    play = Play(beat=beat, rules=QUICK)
    Bot(play).run(beat)
    assert play.saw(beat)


# ---------------------------------------------------------------- the bet


def test_the_little_door_is_shut_behind_her_and_stays_so():
    play, _ = at_the_bet()
    assert play.session.story.holds("bet_shut") and play.said("game_proposed.open.1")
    assert play.session.find("small_door_bet") and not play.session.find("small_door_open")


def test_every_hole_there_is_has_been_said_by_her():
    play, panel = at_the_bet()
    for patch, holes in enumerate(HOLES):
        for word, hole in enumerate(holes):
            if hole:
                words = list(WHOLE)
                words[patch] = word
                say(play, panel, words)
                play.until(lambda h=hole: play.said(f"hole_{h}"), within=200)
                until_pick(play, panel)
    assert play.said("game_proposed.again") and panel.tries == sum(bool(h) for hs in HOLES for h in hs)
    say(play, panel, WHOLE)
    play.until(lambda: play.saw("game_proposed"), within=6000, reads=True)
    assert play.said("many_tries") and not play.said("first_try")


def test_who_says_it_whole_at_once_is_remembered_for_it():
    play, panel = at_the_bet()
    say(play, panel, WHOLE)
    play.until(lambda: play.saw("game_proposed"), within=6000, reads=True)
    assert play.said("game_proposed.first_try") and not play.said("many_tries")
    assert play.session.story.holds("bet_first_try,game_proposed")


def test_who_is_not_quick_is_kept_from_nothing():
    play, panel = at_the_bet(Rules(text_speed=0.0, difficulty="beldam"))
    for _ in range(6):
        say(play, panel, WHOLE, keeps=False)
        if panel.state == "tied":
            break
        until_pick(play, panel)
    play.until(lambda: play.saw("game_proposed"), within=6000, reads=True)


def test_afterwards_she_is_gone_and_there_are_three_ways_to_go():
    play, panel = at_the_bet()
    say(play, panel, WHOLE)
    play.until(lambda: play.saw("game_proposed"), within=6000, reads=True)
    play.wait(20)
    assert not play.session.find("beldam")
    story = play.session.story
    assert all(story.may_begin(soul) for soul in ANY_ORDER)
    assert "other_mother" not in {look.sheet for _, look in play.session.world.each(Look)}


def test_a_bet_that_was_interrupted_is_offered_again_where_it_was():
    play, _ = at_the_bet()
    again = Play.load(Snapshot.from_data(play.session.checkpoint.to_data()))
    again.session.rules = QUICK
    again.until(lambda: isinstance(again.session.panel, WagerPanel), within=600, reads=True)
    assert not again.said("game_proposed.open")
    Bot(again).run("game_proposed")


def test_there_are_forty_eight_bets_and_each_has_an_answer():
    bets = list(product(*(range(n) for n in WORDS)))
    assert len(bets) == 48
    words = Play("real/flat_up").session.content.words
    for bet in bets:
        hole = WagerPanel(chosen=bet).hole
        assert bet == WHOLE or words.numbered(f"beats.game_proposed.hole_{hole}")


# ---------------------------------------------------------------- the last room


def last_room(order=ANY_ORDER, spawn="cp_living", room="other/flat_down"):
    play = Play(room, spawn, beat="only_living_room", rules=QUICK)
    done = [b for b in play.session.story.done if b not in ANY_ORDER]
    play.session.story.done[:] = [*done, *order]
    return play


@pytest.mark.parametrize("order", list(permutations(ANY_ORDER)))
def test_whoever_was_first_says_so(order):
    play = last_room(order)
    Bot(play).run("only_living_room")
    for soul in ANY_ORDER:
        assert play.said(f"only_living_room.order_{soul.removeprefix('soul_')}") == (soul == order[0])
    assert play.session.story.beat == "true_form"


@pytest.mark.parametrize("room", ("other/flat_up", "other/grounds", "other/basement", "other/attic"))
def test_from_wherever_there_is_one_room_to_come_to(room):
    play = last_room(room=room, spawn="")
    play.until(lambda: play.session.room.name == "other/flat_down", within=400, reads=True)
    play.until(lambda: play.session.is_running("only_living_room"), within=400, reads=True)


def test_the_window_may_be_looked_at_first_and_is_never_left_out():
    for first in (True, False):
        play = last_room()
        play.until(lambda p=play: p.session.is_free and p.session.story.holds("white_opened"), within=3000, reads=True)
        if first:
            play.walk_to(Vec(628, 190), near=20, stop=lambda p=play: not p.session.is_free)
            play.wait(4)
            play.read()
            assert play.session.story.holds("window_looked") and not play.said("only_living_room.ghosts")
        play.walk_to("carpet", stop=lambda p=play: not p.session.is_free)
        play.until(lambda p=play: p.saw("only_living_room"), within=4000, reads=True)
        assert play.said("only_living_room.window") and play.said("only_living_room.end")


def test_they_are_called_by_their_names_now():
    play = last_room()
    play.until(lambda: play.session.is_free and play.session.story.holds("white_opened"), within=3000, reads=True)
    play.walk_to("carpet", stop=lambda: not play.session.is_free)
    play.until(lambda: play.talk is not None and play.talk.who == "ghost_ivy", within=2000, reads=True)
    assert play.talk.is_known


def test_the_ground_is_the_carpets_and_then_there_is_none():
    play = last_room()
    play.until(lambda: play.session.is_free and play.session.story.holds("white_opened"), within=3000, reads=True)
    ruin = play.session.ruin
    assert ruin is not None and ruin.is_sound(816, 262)
    for x, y in ((256, 300), (720, 530), (1264, 200), (1200, 800), (300, 790)):
        assert ruin.is_gone(x, y), (x, y)
