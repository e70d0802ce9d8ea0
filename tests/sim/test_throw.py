"""Throwing: lift, aim, let go; where it lands, what it knocks, and that boxes are as they were."""

import math

import pytest

from game.core.chance import Chance
from game.core.geometry import Box, Vec
from game.core.intent import STICK, Action, Intent
from game.sim.happenings import Landed, Struck, Threw
from game.sim.parts import Aim, Flight, Hero, Place, Rules, Stunned, Target
from tests.arena import arena, thing


def ball(name, x, y, size=20):
    foot = Box(x - size / 2, y - size, size, size)
    return thing("Push", name, foot, [foot], kind="ball", mass=1.0, friction=0.3, carry=True)


def box(name, x, y):
    foot = Box(x - 15, y - 20, 30, 20)
    return thing("Push", name, foot, [foot], kind="box", mass=8.0, friction=0.6, carry=True)


def holding(at=Vec(120, 192), facing="right", **more):
    """She stands with the ball in her hands."""
    play = arena(things=[ball("ball_1", at.x + 24, at.y + 8), *more.pop("things", [])], at=at, **more)
    play.hold("right", ticks=2).wait(1).press("throw").wait(26)
    assert carries(play)
    if facing != "right":
        play.hold(facing, ticks=1).wait(8)
    return play


def carries(play):
    return play.session.world.get(play.session.hero, Hero).carries


def target(play, x, y, radius=16.0, stun=0):
    session = play.session
    entity = session.world.born(Place(x, y, x, y), Target(radius, 14.0, stun))
    session.world.settle()
    return entity


def aim_and_throw(play, x, y, ticks=14):
    """Holds throw with the stick that way, and lets go."""
    tilt = math.hypot(x, y) or 1
    sx, sy = round(x / tilt * STICK), round(y / tilt * STICK)
    for i in range(ticks):
        play.tick(Intent(sx, sy, Action.THROW, Action.THROW if i == 0 else Action(0)))
    play.tick(Intent(sx, sy))


def fly_out(play, within=240):
    """Until it lies still; (landings, what it struck)."""
    landed, struck = [], []
    for _ in range(within):
        play.tick()
        landed += play.session.news.of(Landed)
        struck += play.session.news.of(Struck)
    return landed, struck


def test_throw_lifts_and_says_so():
    play = arena(things=[ball("ball_1", 354, 202)], at=Vec(330, 192))
    play.hold("right", ticks=2).wait(1)
    assert play.prompt == "lift" and play.session.prompt.button == "throw"
    play.press("throw").wait(2)
    assert carries(play) and play.prompt == "throw"


def test_a_tap_throws_ahead_of_her_and_it_rolls_out():
    play = holding()
    her = play.position
    play.press("throw", ticks=3)
    assert not carries(play)
    landed, _ = fly_out(play)
    assert len(landed) == 1 and landed[0].noise == 160
    assert landed[0].x - her.x == pytest.approx(160, abs=14)
    at = play.point_of("ball_1")
    assert 165 < at.x - her.x < 320
    assert not play.session.world.each(Flight)


def test_it_flies_at_260_px_a_second_in_an_arc():
    play = holding(at=Vec(60, 192))
    play.press("throw", ticks=3)
    ball_1 = play.session.find("ball_1")
    highest, start = 0.0, None
    for _ in range(20):
        at = play.session.world.get(ball_1, Place)
        highest = max(highest, at.lift)
        start = at.x if start is None else start
        play.tick()
    assert (play.session.world.get(ball_1, Place).x - start) / 20 * 60 == pytest.approx(260, rel=0.03)
    assert highest > 30


def test_held_longer_it_goes_farther():
    ways = []
    for ticks in (12, 30, 60):
        play = holding(at=Vec(60, 192))
        her = play.position
        aim_and_throw(play, 1, 0, ticks)
        landed, _ = fly_out(play)
        ways.append(landed[0].x - her.x)
    assert ways[0] < ways[1] < ways[2] < 400


def test_the_button_that_lifts_may_be_held_on_to_aim():
    play = arena(things=[ball("ball_1", 154, 202)], at=Vec(130, 192))
    play.hold("right", ticks=2).wait(1)
    play.hold("throw", ticks=60)
    assert play.session.world.get(play.session.hero, Aim).ticks
    play.tick()
    assert not carries(play) and play.session.world.each(Flight)


def test_interact_lifts_puts_down_and_held_throws():
    play = arena(things=[ball("ball_1", 154, 202)], at=Vec(130, 192))
    play.hold("right", ticks=2).wait(1).press("interact").wait(26)
    assert carries(play)
    play.press("interact").wait(4)
    assert not carries(play) and not play.session.world.each(Flight)
    play.hold("right", ticks=2).wait(1).press("interact").wait(26)
    play.hold("interact", ticks=20).wait(1)
    assert not carries(play) and play.session.world.each(Flight)


def test_she_stands_to_aim_and_turns_with_the_stick():
    play = holding()
    before = play.position
    for i in range(20):
        play.tick(Intent(0, -STICK, Action.THROW, Action.THROW if i == 0 else Action(0)))
    assert (play.position - before).length < 2
    assert play.session.place.facing.value == "up"


def aims(n, most):
    chance = Chance(11)
    return [chance.between(-most, most) for _ in range(n)]


def test_a_hundred_aims_within_20_degrees_land_on_it():
    for far in (96, 288, 480):
        play = holding(at=Vec(60, 192))
        mark = target(play, 60 + far, 192)
        hits = 0
        for degrees in aims(100 if far == 288 else 20, 19.4):
            angle = math.radians(degrees)
            _put_back(play)
            aim_and_throw(play, math.cos(angle), math.sin(angle), 10)
            _, struck = fly_out(play, within=140)
            hits += any(s.whom == mark for s in struck)
        assert hits == (100 if far == 288 else 20)


def test_on_beldam_they_do_not_and_25_degrees_off_nobody_is_helped():
    play = holding(at=Vec(60, 192), rules=Rules(text_speed=0.0, difficulty="beldam"))
    mark = target(play, 348, 192)
    aim_and_throw(play, math.cos(math.radians(18)), math.sin(math.radians(18)), 10)
    assert not any(s.whom == mark for s in fly_out(play)[1])
    play = holding(at=Vec(60, 192))
    mark = target(play, 348, 192)
    aim_and_throw(play, math.cos(math.radians(25)), math.sin(math.radians(25)), 10)
    assert not any(s.whom == mark for s in fly_out(play)[1])


def _put_back(play):
    """The ball in her hands again, and she where she was."""
    session = play.session
    ball_1 = session.find("ball_1")
    if carries(play):
        return
    play.wait(30)
    at = session.world.get(ball_1, Place)
    at.x = at.was_x = session.place.x + 20
    at.y = at.was_y = session.place.y + 8
    session.space.move(ball_1, at.x, at.y)
    play.hold("right", ticks=1).wait(1).press("throw").wait(26)
    assert carries(play)


def test_it_leans_after_who_moves():
    play = holding(at=Vec(60, 192))
    mark = target(play, 300, 160)
    place = play.session.world.get(mark, Place)

    def slide(_):
        place.was_y = place.y
        place.y += 0.7 if play.session.tick // 90 % 2 else -0.7

    play.on_tick.append(slide)
    play.wait(5)
    aim_and_throw(play, 1, 0, 12)
    assert any(s.whom == mark for s in fly_out(play)[1])


def test_what_it_hits_may_be_stunned():
    play = holding()
    mark = target(play, 300, 192, stun=50)
    aim_and_throw(play, 1, 0, 4)
    for _ in range(120):
        play.tick()
        if play.session.world.has(mark, Stunned):
            break
    assert play.session.world.has(mark, Stunned)
    play.wait(51)
    assert not play.session.world.has(mark, Stunned)
    assert play.session.world.get(mark, Target).hits == 1


def test_walls_stop_it_and_it_flies_over_low_furniture():
    play = holding(walls=[Box(220, 0, 32, 384)])
    play.press("throw", ticks=3)
    fly_out(play)
    assert play.point_of("ball_1").x < 220
    table = thing("Prop", "table", Box(180, 172, 40, 40), [Box(180, 172, 40, 40)])
    play = holding(things=[table])
    play.press("throw", ticks=3)
    landed, struck = fly_out(play)
    assert landed[0].x > 230 and not struck


def test_it_never_comes_to_rest_inside_something():
    table = thing("Prop", "table", Box(250, 160, 60, 60), [Box(250, 160, 60, 60)])
    play = holding(things=[table])
    play.press("throw", ticks=3)
    fly_out(play)
    at = play.session.world.get(play.session.find("ball_1"), Place)
    assert not Box(251, 161, 58, 58).holds(at.x, at.y)


def test_a_dodge_takes_the_aim_back_and_keeps_the_ball():
    play = holding()
    play.hold("throw", ticks=12)
    play.tick(Intent(STICK, 0, Action.THROW | Action.DODGE, Action.DODGE))
    play.wait(30)
    assert carries(play)


def test_talk_takes_the_aim_back():
    play = holding()
    play.hold("throw", ticks=12)
    play.session.say("coraline", "plain", "Oh.", "x")
    play.wait(3).read()
    assert carries(play) and not play.session.world.get(play.session.hero, Aim).ticks


def test_boxes_are_carried_and_put_down_as_before():
    play = arena(things=[box("box_1", 360, 202)], at=Vec(330, 192))
    play.hold("right", ticks=2).wait(1)
    assert play.prompt == "lift" and play.session.prompt.button == "interact"
    play.press("throw").wait(2)
    assert not carries(play)
    play.press("interact").wait(26)
    assert play.prompt == "put_down"
    play.press("throw").wait(2)
    assert carries(play)
    play.press("interact").wait(2)
    assert not carries(play) and not play.session.world.each(Flight)


def test_it_can_be_thrown_again_after_a_save_in_between():
    play = holding()
    told = []
    play.on_tick.append(lambda i: told.extend(play.session.news.of(Threw)))
    play.press("throw", ticks=3)
    fly_out(play)
    play.session.keep()
    at = play.point_of("ball_1")
    again = type(play).load(play.session.checkpoint, play.session.content)
    assert (again.point_of("ball_1") - at).length < 0.01
    assert len(told) == 1


def test_two_runs_of_one_throw_are_one():
    hashes = []
    for _ in range(2):
        play = holding()
        target(play, 420, 230)
        aim_and_throw(play, 1, 0.1, 20)
        fly_out(play)
        hashes.append(play.hash())
    assert hashes[0] == hashes[1]


def test_over_a_hedge_out_of_doors_but_not_through_a_wall():
    hedge = Box(260, 100, 30, 180)
    play = holding(walls=[hedge], indoors=False)
    mark = target(play, 420, 192)
    aim_and_throw(play, 1, 0, 12)
    assert any(s.whom == mark for s in fly_out(play)[1])
    play = holding(walls=[hedge])
    mark = target(play, 420, 192)
    for i in range(12):
        play.tick(Intent(STICK, 0, Action.THROW, Action.THROW if i == 0 else Action(0)))
    assert play.session.world.get(play.session.hero, Aim).target == 0, "what is behind a wall is not meant"
