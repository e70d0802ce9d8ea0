"""Stitches: what a hit does, what protects from it, and the picture that closes and opens again."""

import pytest

from game.core.geometry import Vec
from game.core.intent import Action, Intent
from game.sim.happenings import CameBack, Pricked, Seized, SewnShut
from game.sim.harm import prick, seize
from game.sim.parts import Rules
from tests.arena import arena


def hurting(**rules):
    play = arena(rules=Rules(text_speed=0.0, **rules))
    play.session.story.set("stone_given")
    play.session.keep()
    return play


def hit(play):
    place = play.session.place
    return prick(play.session, "needle", place.x + 10, place.y)


def stitches(play):
    return play.session.story.counts.get("stitches", 0)


def run(play, ticks):
    told = []
    for _ in range(ticks):
        play.tick()
        told += play.session.news.all()
    return told


def test_a_hit_sews_one_stitch_and_throws_her_back():
    play = hurting()
    x = play.session.place.x
    assert hit(play)
    run(play, 30)
    assert stitches(play) == 1 and play.session.place.x < x - 20


def test_right_after_a_hit_nothing_hurts():
    play = hurting()
    assert hit(play) and not hit(play)
    run(play, 100)
    assert hit(play)
    assert stitches(play) == 2


def test_a_dodge_lets_it_through():
    play = hurting()
    play.tick(Intent(x=127, held=Action.DODGE, pressed=Action.DODGE))
    play.wait(5)
    assert not hit(play) and stitches(play) == 0


def test_before_the_stone_nothing_sews():
    play = arena()
    hit(play)
    run(play, 30)
    assert stitches(play) == 0


@pytest.mark.parametrize(("more", "hits"), [(0, 4), (2, 6)])
def test_one_too_many_closes_the_picture_and_she_is_back_whole_within_two_seconds(more, hits):
    play = hurting(more_stitches=more)
    start = (play.session.place.x, play.session.place.y)
    play.hold("right", ticks=40)
    for _ in range(hits - 1):
        assert hit(play)
        assert not any(isinstance(n, SewnShut) for n in run(play, 100))
    tick = play.session.tick
    hit(play)
    told = run(play, 120)
    assert any(isinstance(n, CameBack) and n.why == "sewn" for n in told)
    assert stitches(play) == 0 and (play.session.place.x, play.session.place.y) == start
    assert play.session.is_free and play.session.tick == tick + 120  # time goes on
    assert play.session.story.counts["falls"] == 1


def test_no_fail_never_closes():
    play = hurting(no_fail=True)
    for _ in range(8):
        hit(play)
        assert not any(isinstance(n, SewnShut) for n in run(play, 100))
    assert stitches(play) == 3


def test_seized_is_put_back_without_a_stitch():
    play = hurting()
    start = play.session.room.spawns["start"].at
    play.hold("right", ticks=60)
    seize(play.session, "start")
    told = run(play, 60)
    place = play.session.place
    assert Vec(place.x, place.y) == start and stitches(play) == 0
    assert play.session.is_free and play.session.fade.amount == 0
    assert not any(isinstance(n, Pricked | Seized) for n in told)
