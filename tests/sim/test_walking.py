"""How she moves: numbers of the design book, measured from outside."""

import math

import pytest

from game.core.geometry import Box, Vec
from game.core.intent import STICK, Action, Intent
from game.sim.happenings import Stepped
from game.sim.parts import Rules
from game.sim.room import Surface
from tests.arena import arena, thing


def speed_of(play, x, y, actions=Action(0), ticks=60):
    """px/s at full speed: the second half of a second's walk."""
    for _ in range(ticks // 2):
        play.tick(Intent(x, y, actions, actions))
    start = play.position
    for _ in range(ticks // 2):
        play.tick(Intent(x, y, actions))
    return (play.position - start).length / (ticks // 2) * 60


@pytest.mark.parametrize("sixteenth", range(16))
def test_walking_is_as_fast_in_every_direction(sixteenth):
    angle = sixteenth * math.pi / 8
    play = arena()
    x, y = round(math.cos(angle) * STICK), round(math.sin(angle) * STICK)
    assert speed_of(play, x, y) == pytest.approx(96, rel=0.012)


def test_running_and_sneaking_have_their_speeds():
    assert speed_of(arena(at=Vec(60, 192)), STICK, 0, Action.RUN) == pytest.approx(152, rel=0.01)
    assert speed_of(arena(), STICK, 0, Action.SNEAK) == pytest.approx(48, rel=0.01)


def test_a_light_stick_sneaks():
    play = arena()
    assert speed_of(play, 50, 0) < 50


def test_full_speed_comes_within_five_ticks_and_she_stands_as_soon():
    play = arena()
    play.stick(1, 0, 5)
    before = play.position
    play.stick(1, 0, 1)
    assert (play.position - before).length * 60 == pytest.approx(96, rel=0.02)
    play.wait(6)
    before = play.position
    play.wait(1)
    assert (play.position - before).length < 0.05


def test_a_press_shows_within_three_ticks():
    play = arena()
    start = play.position
    play.stick(1, 0, 3)
    assert (play.position - start).length > 0.5


def test_toggled_running_lasts_until_pressed_again():
    play = arena(at=Vec(40, 192), rules=Rules(run_toggle=True))
    play.press("run")
    assert speed_of(play, STICK, 0) == pytest.approx(152, rel=0.01)
    play.press("run")
    assert speed_of(play, STICK, 0) == pytest.approx(96, rel=0.01)


@pytest.mark.parametrize("off", [-6, -4, 4, 6])
def test_she_slips_round_a_corner_that_catches_her_by_a_little(off):
    """A wall across her way whose end stands ``off`` px short of letting her by."""
    wall = Box(400, 192 + 7 - off, 64, 300) if off > 0 else Box(400, 192 - 7 - off - 300, 64, 300)
    play = arena(walls=[wall], at=Vec(370, 192))
    play.stick(1, 0, 60)
    assert play.position.x > 420


def test_a_wall_stops_her_and_she_slides_along_it():
    play = arena(walls=[Box(400, 0, 32, 384)], at=Vec(370, 192))
    play.stick(1, 0, 60)
    assert play.position.x == pytest.approx(400 - 7, abs=0.5)
    y = play.position.y
    play.stick(0.7, 0.7, 30)
    assert play.position.y > y + 20


def test_nobody_leaves_the_map_through_its_edge():
    play = arena(at=Vec(20, 20))
    play.stick(-1, -1, 120)
    assert play.position.x >= 6.5 and play.position.y >= 6.5


def test_steps_are_heard_and_say_what_they_step_on():
    play = arena(surfaces=[Surface(Box(0, 0, 640, 384), "carpet")])
    steps = []
    play.on_tick.append(lambda i: steps.extend(play.session.news.of(Stepped)))
    play.stick(1, 0, 60)
    assert 2 <= len(steps) <= 5
    assert {s.surface for s in steps} == {"carpet"} and {s.noise for s in steps} == {96.0}
    steps.clear()
    play.hold("left", "run", ticks=60)
    assert {s.noise for s in steps} == {192.0}


def box(name, x, y, mass=8.0, carry=True, size=30):
    """A moving box whose foot's middle stands at (x, y)."""
    foot = Box(x - size / 2, y - 20, size, 20)
    return thing("Push", name, foot, [foot], kind="box", mass=mass, friction=0.6, carry=carry)


def test_a_box_slides_before_her_and_stops_soon_after():
    play = arena(things=[box("box_1", 380, 202)], at=Vec(340, 192))
    play.stick(1, 0, 60)
    pushed = play.point_of("box_1").x
    assert pushed > 395
    play.wait(40)
    assert play.point_of("box_1").x - pushed < 12


def test_a_heavy_box_is_slower():
    ways = []
    for mass in (8.0, 12.0, 24.0):
        play = arena(things=[box("b", 380, 202, mass)], at=Vec(340, 192))
        play.stick(1, 0, 70)
        ways.append(play.point_of("b").x)
    assert ways[0] > ways[1] > ways[2] > 384


def test_a_box_is_lifted_carried_slower_and_put_down():
    play = arena(things=[box("box_1", 360, 202)], at=Vec(330, 192))
    play.stick(1, 0, 2).wait(2)
    assert play.prompt == "lift"
    play.press("interact")
    assert play.prompt == "put_down"
    assert speed_of(play, -STICK, 0) == pytest.approx(96 * 0.8, rel=0.02)
    play.press("interact")
    assert play.prompt == "lift"
    at = play.point_of("box_1")
    assert (at - play.position).length < 60


def test_nothing_is_put_down_into_a_wall():
    play = arena(things=[box("box_1", 360, 202)], walls=[Box(200, 0, 32, 384)], at=Vec(330, 192))
    play.stick(1, 0, 2).press("interact")
    play.stick(-1, 0, 120)
    play.press("interact")
    left = play.point_of("box_1").x - 15
    assert left >= 232 - 1


def test_a_heavy_box_is_held_and_pulled_out_of_a_corner():
    play = arena(things=[box("crate", 620, 372, 24.0, carry=False)], at=Vec(590, 362))
    play.stick(1, 0, 10).wait(2)
    assert play.prompt == "push"
    start = play.point_of("crate").x
    play.hold("interact", ticks=14)
    for _ in range(90):
        play.tick(Intent(-STICK, 0, Action.INTERACT))
    assert play.point_of("crate").x < start - 40
    play.wait(5)
    stood = play.point_of("crate").x
    play.stick(-1, 0, 30)
    assert play.point_of("crate").x == pytest.approx(stood, abs=2)
