"""The garden's games: fair warnings, nothing that can be lost, and that one may walk away."""

import math

import pytest

from game.content.beats.ch04_circus.garden import THROWING, ring_box
from game.core.geometry import Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import Garden
from game.sim.happenings import Slipped, Splashed, Threw, Told
from game.sim.parts import Flight, Follower, Furniture, Hero, Place, Rules, Target
from game.sim.systems.throw import let_fly
from game.testing import Play

FLAGS = ("woke_home", "actresses_warn", "is_night")


def garden(part, at, **rules):
    """In the other garden, before any story, with the game on."""
    play = Play("other/grounds", "cp_porch", flags=FLAGS, rules=Rules(text_speed=0.0, **rules))
    session = play.session
    session.space.move(session.hero, at.x, at.y)
    play.wait(3)
    points = session.room.paths["dodge_ring"].points
    ground = THROWING if part in ("throw", "slide") else ring_box(session).grown(24)
    act = Garden(
        part=part,
        wybie=session.find("other_wybie"),
        line=session.room.spots["throw_line"].box,
        ground=ground,
        ring=points,
    )
    session.act = act
    return play, act


LINE, RING = Vec(1186, 900), Vec(1552, 960)


def hit(play, name):
    """As if a ball had hit it."""
    session = play.session
    target = session.world.get(session.find(name), Target)
    target.hits += 1
    target.hit_tick = session.tick


def test_three_hits_win_and_every_target_counts_once():
    play, act = garden("throw", LINE)
    play.wait(5)
    for name in ("target_1", "target_1", "target_2"):
        hit(play, name)
        play.wait(3)
    assert act.starred == ("target_1", "target_2") and not act.is_over
    hit(play, "target_3")
    play.wait(3)
    assert act.is_over and act.result == "done"
    assert not play.session.world.each(Target)


def test_a_target_that_is_hit_shows_it_and_mends():
    play, _ = garden("throw", LINE)
    play.wait(5)
    thing = play.session.world.get(play.session.find("target_2"), Furniture)
    whole = thing.prop
    hit(play, "target_2")
    play.wait(3)
    assert thing.prop.endswith("_hit")
    play.wait(80)
    assert thing.prop == whole


def test_from_in_front_of_the_line_it_counts_as_well():
    play, act = garden("throw", Vec(1400, 900))
    play.wait(5)
    hit(play, "target_2")
    play.wait(3)
    assert act.starred == ("target_2",)


def test_a_ball_that_hit_and_rolls_on_is_no_miss():
    play, act = garden("throw", Vec(1200, 900))
    play.wait(5)
    session = play.session
    ball, goal = session.find("soft_ball_1"), session.world.get(session.find("target_2"), Place)
    let_fly(session, ball, goal.x, goal.y, 260.0, by=session.hero, target=session.find("target_2"))
    play.wait(240)
    assert act.starred == ("target_2",) and act.misses == 0


def test_a_ball_lies_still_as_she_walks_over_it_and_throw_lifts_it_a_little_before():
    play, _ = garden("throw", Vec(1150, 890))
    play.wait(5)
    session = play.session
    ball = session.find("soft_ball_1")
    at = session.world.get(ball, Place)
    lay = Vec(at.x, at.y)
    session.space.move(session.hero, lay.x - 30, lay.y)
    play.hold("right", ticks=30)
    assert (Vec(at.x, at.y) - lay).length < 1
    session.space.move(session.hero, lay.x - 44, lay.y)
    play.tick(Intent(STICK, 0, Action.THROW, Action.THROW))
    for _ in range(14):
        play.tick(Intent(STICK, 0))
    assert session.world.get(session.hero, Hero).carries == ball


def test_targets_slide_two_tiles_and_stand_where_they_stood_afterwards():
    play, act = garden("slide", LINE)
    place = play.session.world.get(play.session.find("target_2"), Place)
    home = place.y
    ys = []
    for _ in range(200):
        play.tick()
        ys.append(place.y)
    assert max(ys) - min(ys) == pytest.approx(64, abs=2)
    for name in ("target_1", "target_2", "target_3"):
        hit(play, name)
    play.wait(4)
    assert act.is_over and place.y == pytest.approx(home)


def test_a_ball_that_lies_far_off_comes_home():
    play, _ = garden("throw", LINE)
    session = play.session
    ball = session.find("soft_ball_1")
    session.space.move(ball, 1500, 900)
    play.wait(260)
    home = session.room.spots["ball_1"].box.middle
    at = session.world.get(ball, Place)
    assert math.hypot(at.x - home.x, at.y - home.y) < 70


@pytest.mark.parametrize("longer", [1.0, 1.5, 2.0])
def test_every_throw_is_told_in_good_time(longer):
    play, _ = garden("dodge", RING, windup=longer)
    told, thrown, tick = [], [], 0
    while len(told) < 6:
        play.tick(Intent(0, 0))
        tick += 1
        told += [(tick, t.ticks) for t in play.session.news.of(Told)]
        thrown += [tick] * len(play.session.news.of(Threw))
        assert tick < 5000
    for at, ticks in told[:-1]:
        first = min(t for t in thrown if t > at)
        assert first - at >= 24 and first - at >= ticks - 1
        assert ticks >= 30 * longer


def test_who_stands_still_is_hit_and_nothing_comes_of_it():
    play, act = garden("dodge", RING)
    splashes = []
    for _ in range(1500):
        play.tick()
        splashes += play.session.news.of(Splashed)
    assert act.felt >= 3 and not act.is_over
    assert any(s.on_her for s in splashes)
    assert play.session.story.counts.get("stitches", 0) == 0


def test_a_dodge_at_the_right_moment_goes_through():
    play, act = garden("dodge", RING)
    slipped = 0
    for _ in range(2400):
        near = [
            (at, f)
            for _, at, f in play.session.world.each(Place, Flight)
            if math.hypot(at.x - play.position.x, at.y - play.position.y) < 44 and not f.bounces
        ]
        press = Action.DODGE if near else Action(0)
        if near:
            f = near[0][1]
            speed = math.hypot(f.vx, f.vy)
            play.tick(Intent(round(-f.vx / speed * STICK), round(-f.vy / speed * STICK), press, press))
            for _ in range(24):
                slipped += len(play.session.news.of(Slipped))
                play.tick()
        else:
            play.tick()
        if act.dodged >= 2:
            break
    assert act.dodged >= 2 and slipped >= 1


def test_walking_away_ends_it_and_everything_is_as_before():
    for part, at in (("throw", LINE), ("slide", LINE), ("dodge", RING), ("both", RING)):
        play, act = garden(part, at)
        play.wait(120)
        session = play.session
        session.space.move(session.hero, 300, 1300)
        play.wait(300)
        assert act.is_over and act.result == "left", part
        assert not session.world.each(Target) and not session.world.has(act.wybie, Follower)
        assert session.act is None


def test_three_balls_thrown_back_are_enough():
    play, act = garden("both", RING)
    play.wait(10)
    for _ in range(3):
        target = play.session.world.get(act.wybie, Target)
        target.hits += 1
        play.wait(20)
    assert act.is_over and act.result == "done"
