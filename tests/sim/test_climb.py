"""Blind, she goes by ear: what she hears, what she does about it, and what can be done about her."""

from __future__ import annotations

import itertools
import math

import pytest

from game.content.start import make_content
from game.core.geometry import Vec
from game.sim.acts import Climb, Unfloored
from game.sim.acts.climb import ATTACKS, Blind
from game.sim.acts.climb.blind import HELD_TICKS
from game.sim.happenings import Heard, Landed, Told
from game.sim.parts import Rules
from game.sim.telling import told_for
from game.testing import Play

CONTENT = make_content()
DIFFICULTIES = ("storybook", "brave", "beldam")
STANDS = Vec(544, 1080)


def climb(difficulty: str = "brave") -> tuple[Play, Climb]:
    """At the bottom of the bowl; she is 150 px off, and listens."""
    flags = ["globe_opened", "has_globe", "web_fell"]
    play = Play("between/web", "cp_bowl", "globe_taken", flags)
    play.session.rules.difficulty = difficulty
    play.until(lambda: isinstance(play.session.act, Climb) and play.session.is_free, within=200)
    act = play.session.act
    assert isinstance(act, Climb)
    put(play, STANDS)
    hush(act, STANDS + Vec(-90, 0))
    play.wait(8)
    return play, act


def put(play: Play, at: Vec) -> None:
    session = play.session
    session.space.move(session.hero, at.x, at.y)
    session.place.x = session.place.was_x = at.x
    session.place.y = session.place.was_y = at.y


def hush(act: Climb, at: Vec) -> None:
    b = act.blind
    b.x, b.y, b.state, b.ticks = at.x, at.y, "hush", 0


def stitches(play: Play) -> int:
    return play.session.story.counts.get("stitches", 0)


@pytest.mark.parametrize("attack", sorted(ATTACKS))
def test_she_is_told_24_ticks_ahead(attack):
    for difficulty, windup in itertools.product(DIFFICULTIES, (1.0, 2.0)):
        assert told_for(ATTACKS[attack].told_ticks, Rules(difficulty=difficulty, windup=windup)) >= 24
    assert HELD_TICKS >= 24


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_who_makes_a_noise_in_the_hush_and_stands_is_had(difficulty):
    play, act = climb(difficulty)
    play.hold("up", ticks=8)
    assert act.blind.state == "comes"
    told = play.session.tick
    before = stitches(play)
    play.until(lambda: stitches(play) > before, within=300)
    assert play.session.tick - told >= 24


def test_it_is_told_by_sight_and_sound():
    play, act = climb()
    while act.blind.state == "hush":
        play.hold("up", ticks=1)
    news = play.session.news
    assert news.of(Told) and news.of(Told)[0].ticks >= 24
    assert "beldam_hiss" in [told.name for told in news.of(Heard)] and CONTENT.words.has("captions.beldam_hiss")


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_who_steps_away_on_tiptoe_is_not_had(difficulty):
    play, act = climb(difficulty)
    while act.blind.state == "hush":
        play.hold("right", ticks=1)
    play.hold("right", "sneak", ticks=150)
    assert stitches(play) == 0


def test_tiptoe_and_standing_still_are_not_heard_in_the_hush():
    play, act = climb()
    play.hold("up", "sneak", ticks=60)
    play.wait(40)
    assert act.blind.state == "hush"


def test_while_she_hums_walking_is_safe_a_little_way_off():
    play, act = climb()
    b = act.blind
    b.x, b.y, b.state, b.ticks = STANDS.x - 200, STANDS.y, "hums", 2
    b.goal_x, b.goal_y = b.x, b.y
    play.hold("right", ticks=60)
    assert b.state == "hums"


def test_the_hum_runs_down_before_a_hush_and_that_is_heard():
    play, act = climb()
    act.blind.state, act.blind.ticks = "hums", 1
    act.blind.goal_x, act.blind.goal_y = act.blind.x, act.blind.y
    put(play, STANDS + Vec(120, 0))
    heard = -1
    for _ in range(400):
        play.wait(1)
        if any(told.name == "beldam_listens" for told in play.session.news.of(Heard)):
            heard = play.session.tick
        if act.blind.state == "hush":
            break
    assert heard > 0 and play.session.tick - heard >= 24


def test_a_thrown_thimble_calls_her_to_where_it_lands():
    play, act = climb()
    play.session.news.tell(Landed(0, STANDS.x + 180, STANDS.y - 40, 100.0, 160.0))
    act.blind.tick(play.session)
    assert act.blind.is_lured
    play.until(lambda: act.blind.state == "gropes", within=200)
    assert math.hypot(act.blind.x - STANDS.x - 180, act.blind.y - STANDS.y + 40) < 14


def test_there_is_something_to_throw_and_it_comes_again():
    play, act = climb()
    play.wait(5)
    assert all(cast.entity for cast in act.casts) and len(act.casts) == 5


def test_brittle_silk_bears_who_walks_and_not_who_runs():
    for keys, falls in ((("up",), False), (("up", "run"), True)):
        play, act = climb()
        strand = next(s for s in act.strands if s.kind == "brittle")
        act.blind.x, act.blind.y, act.blind.state, act.blind.ticks = 60.0, 60.0, "hush", 0
        put(play, Vec(strand.box.middle.x, strand.box.bottom + 26))
        play.hold(*keys, ticks=40)
        assert bool(strand.broken) is falls
        play.wait(60)
        assert (stitches(play) > 0) is falls


def test_dew_rings_for_all_but_tiptoes():
    for keys, rings in ((("right",), True), (("right", "sneak"), False)):
        play, act = climb()
        dew = next(s for s in act.strands if s.kind == "bells")
        act.blind.x, act.blind.y = 60.0, 60.0
        put(play, Vec(dew.box.x - 14, dew.box.middle.y))
        play.hold(*keys, ticks=30)
        assert ("bell_wire" in play.heard) is rings


def test_rows_of_floor_go_and_the_hearth_stays():
    play = Play("between/web", "throw_from", "globe_taken", ["globe_opened"])
    play.until(lambda: isinstance(play.session.act, Unfloored), within=200)
    act = play.session.act
    assert isinstance(act, Unfloored)
    act.blind.way = (Vec(300, 200),)
    act.blind.is_deaf = True
    put(play, Vec(552, 160))
    play.until(lambda: act.gone >= 3, within=1500)
    play.wait(400)
    assert act.gone == act.rows - 3
    assert act.row_box(play.session, 2).bottom > play.position.y


def test_the_globe_wants_to_be_held_on_to():
    play = Play("between/web", "throw_from", "globe_taken", ["globe_opened"])
    play.until(lambda: isinstance(play.session.act, Unfloored), within=200)
    put(play, Vec(540, 160))
    play.hold("interact", ticks=10)
    assert "globe" not in play.session.story.items
    play.wait(30)
    play.hold("interact", ticks=60)
    play.until(lambda: "globe" in play.session.story.items, within=200, reads=True)
    play.until(lambda: isinstance(play.session.act, Climb), within=900, reads=True)


def test_blind_is_plain_data():
    assert "Blind(" in repr(Blind((), 0.0, 0.0))
