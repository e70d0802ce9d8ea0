"""The lens lesson: three false things, two true ladies, a tortoise; what is false is gone while it is seen, and only then."""

import pytest

from game.app.bot import ch08
from game.app.bot.bot import Bot
from game.core.geometry import Vec
from game.core.intent import Action, Intent
from game.sim.parts import Feigned, Rules, Truth, Veiled
from game.testing import Play

QUICK = Rules(text_speed=0.0)
THINGS = {
    "false_pearls": ("pearl_dish_picture", "pearls_true", "real_pearls", "false_1"),
    "false_bookcase": ("bookcase_hall", "bookcase_true", "real_bookcase", "false_2"),
    "false_review": ("framed_review", "review_true", "real_review", "false_3"),
}


def lesson(rules=QUICK):
    """The stone is hers, and nothing is looked at yet."""
    play = Play(
        beat="stone_given", spawn="cp_aisle", flags=["began_stone_given", "stone_lent", "taught_stone"], rules=rules
    )
    play.session.give("adder_stone")
    play.until(lambda: play.session.is_free, within=400, reads=True)
    play.wait(6)
    return play


def look(play, name, ticks):
    """Walks there and looks, for so long."""
    at = play.session.world.get(play.session.find(name), Truth).area.middle
    ch08.look_at(Bot(play), at, ticks)


@pytest.mark.parametrize("name", THINGS)
def test_what_is_false_is_gone_while_she_looks_and_is_back_afterwards(name):
    play = lesson()
    world = play.session.world
    seeming, true, _, _ = THINGS[name]
    feigned = world.get(play.session.find(seeming), Feigned)
    veiled = world.get(play.session.find(true), Veiled)
    assert not feigned.is_seen and not veiled.is_seen
    look(play, name, 50)
    assert feigned.is_seen and veiled.is_seen, "it should have fallen away"
    play.wait(60)
    play.read()
    assert not feigned.is_seen and not veiled.is_seen


@pytest.mark.parametrize("name", THINGS)
def test_it_is_spoken_of_once_it_has_been_looked_at(name):
    play = lesson()
    moment = THINGS[name][3]
    look(play, name, 120)
    play.until(lambda: play.said(f"stone_given.{moment}"), within=200)
    play.read()
    look(play, name, 120)
    play.wait(100)
    play.read()
    log = [say for _, say in play.session.story.log]
    first = play.session.content.words.get(f"beats.stone_given.{moment}.1")
    assert log.count(first) == 1


def test_a_glance_counts_when_she_puts_the_stone_down():
    play = lesson()
    look(play, "false_bookcase", 44)
    assert not play.said("false_2")
    play.until(lambda: play.said("stone_given.false_2"), within=120)


def test_what_it_is_can_be_asked_through_the_stone():
    play = lesson()
    play.walk_to(Vec(820, 498), near=4).hold("up", ticks=3)
    for _ in range(40):
        play.tick(Intent(held=Action.STONE, aim_y=-120))
    assert play.session.prompt is not None
    play.tick(Intent(held=Action.STONE | Action.INTERACT, pressed=Action.INTERACT, aim_y=-120))
    play.until(lambda: play.said("real_bookcase"), within=30)


def test_the_ladies_look_exactly_like_themselves():
    play = lesson()
    ch08.look_at(Bot(play), play.point_of("forcible"), 160)
    play.until(lambda: play.said("stone_given.true"), within=60)


def test_without_looking_at_anything_nothing_is_learned():
    play = lesson()
    play.walk_to("cp_stage").walk_to("cp_aisle")
    play.wait(600)
    assert not any(play.said(f"stone_given.false_{n}") for n in (1, 2, 3))


def test_with_a_toggle_the_stone_stays_up_by_itself():
    play = lesson(Rules(text_speed=0.0, stone_toggle=True))
    at = play.session.world.get(play.session.find("false_bookcase"), Truth).area.middle
    play.walk_to(at)
    play.tick(Intent(held=Action.STONE, pressed=Action.STONE))
    for _ in range(160):
        if play.said("stone_given.false_2"):
            return
        play.tick(Intent(aim_y=-120))
    raise AssertionError(play.where())
