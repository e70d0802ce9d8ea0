"""The dodge: its numbers, measured from outside, and what it may and may not be done with."""

import math

import pytest

from game.core.geometry import Box, Vec
from game.core.intent import STICK, Action, Intent
from game.sim.happenings import Dodged, Slipped
from game.sim.parts import Hero
from game.sim.systems.dodge import reaches
from tests.arena import arena, thing


def ball(name, x, y):
    foot = Box(x - 10, y - 20, 20, 20)
    return thing("Push", name, foot, [foot], kind="ball", mass=1.0, friction=0.3, carry=True)


def box(name, x, y):
    foot = Box(x - 15, y - 20, 30, 20)
    return thing("Push", name, foot, [foot], kind="box", mass=8.0, friction=0.6, carry=True)


def press_dodge(play, x=0, y=0):
    play.tick(Intent(x, y, Action.DODGE, Action.DODGE))


def went(play, ticks):
    """px in so many ticks with hands still."""
    before = play.position
    play.wait(ticks)
    return (play.position - before).length


@pytest.mark.parametrize("eighth", range(8))
def test_it_goes_56_px_in_a_quarter_of_a_second_whichever_way(eighth):
    play = arena()
    angle = eighth * math.pi / 4
    before = play.position
    x, y = round(math.cos(angle) * STICK), round(math.sin(angle) * STICK)
    press_dodge(play, x, y)
    for _ in range(16):
        play.tick(Intent())
    way = play.position - before
    assert way.length == pytest.approx(56, abs=2.0)
    assert math.atan2(way.y, way.x) == pytest.approx(math.atan2(y, x), abs=0.03)
    assert went(play, 20) < 9


def test_without_a_direction_it_goes_the_way_she_faces():
    play = arena()
    play.hold("left", ticks=3).wait(10)
    before = play.position
    press_dodge(play)
    play.wait(16)
    assert before.x - play.position.x == pytest.approx(56, abs=2.0)


def test_nothing_touches_her_in_ticks_two_to_twelve():
    play = arena()
    press_dodge(play, STICK)
    open_to = []
    for tick in range(1, 24):
        at = play.position
        open_to.append(reaches(play.session, at.x, at.y, 12, 8))
        play.tick(Intent())
        assert tick < 24
    safe = [i + 1 for i, hit in enumerate(open_to) if not hit]
    assert safe == list(range(2, 13))


def test_what_goes_through_her_is_told_once():
    play = arena()
    told = []
    play.on_tick.append(lambda i: told.extend(play.session.news.of(Slipped)))
    press_dodge(play, STICK)
    for _ in range(8):
        play.tick(Intent())
        at = play.position
        reaches(play.session, at.x, at.y, 12, 8)
        told.extend(play.session.news.of(Slipped))
    assert len(set(told)) == 1


@pytest.mark.parametrize("early", [1, 3, 6])
def test_a_press_up_to_six_ticks_early_still_fires(early):
    """Pressed again before the first is over and she has caught herself."""
    play = arena(at=Vec(100, 192))
    dodges = []
    play.on_tick.append(lambda i: dodges.extend(play.session.news.of(Dodged)))
    press_dodge(play, STICK)
    play.wait(17 + 5 - early - 1)
    press_dodge(play, STICK)
    play.wait(12)
    assert len(dodges) == 2


def test_a_press_much_too_early_is_lost():
    play = arena(at=Vec(100, 192))
    dodges = []
    play.on_tick.append(lambda i: dodges.extend(play.session.news.of(Dodged)))
    press_dodge(play, STICK)
    play.wait(8)
    press_dodge(play, STICK)
    play.wait(40)
    assert len(dodges) == 1


def test_a_wall_stops_it():
    play = arena(walls=[Box(350, 0, 32, 384)])
    press_dodge(play, STICK)
    play.wait(30)
    assert play.position.x == pytest.approx(350 - 7, abs=0.5)


def test_not_with_a_box_in_her_arms_but_with_a_ball():
    play = arena(things=[box("box_1", 360, 202)], at=Vec(330, 192))
    play.stick(1, 0, 2).press("interact").wait(30)
    press_dodge(play, -STICK)
    assert went(play, 16) < 2
    play = arena(things=[ball("ball_1", 354, 202)], at=Vec(330, 192))
    play.stick(1, 0, 2).press("interact").wait(30)
    press_dodge(play, -STICK)
    assert went(play, 16) > 50
    assert play.session.world.get(play.session.hero, Hero).carries


def test_it_turns_no_page_and_a_page_turned_is_no_dodge():
    play = arena()
    play.session.say("coraline", "plain", "Well.", "x")
    play.wait(4)
    before = play.position
    play.press("dodge").wait(20)
    assert play.talk is None
    assert (play.position - before).length < 1


def test_walking_on_from_it_is_smooth():
    play = arena(at=Vec(60, 192))
    press_dodge(play, STICK)
    play.stick(1, 0, 17)
    steps = []
    for _ in range(10):
        before = play.position
        play.stick(1, 0, 1)
        steps.append((play.position - before).length * 60)
    assert all(85 <= s <= 135 for s in steps)
