"""Hiding: into a trunk and out of it, by the button or by going the way out; what is not done meanwhile."""

from __future__ import annotations

import pytest

from game.core.geometry import Box, Vec
from game.sim.parts import Hidden, Look
from game.sim.room import Thing
from game.testing import Play
from tests.arena import arena, thing

TRUNK = Box(360, 170, 32, 24)


def trunk(exit_to: str = "down", kind: str = "trunk") -> Thing:
    return thing("Hide", "trunk", TRUNK, (TRUNK,), kind=kind, exit=exit_to)


def in_trunk(exit_to: str = "down", **more: object) -> Play:
    play = arena(things=[trunk(exit_to)], at=Vec(340, 184), **more)  # type: ignore[arg-type]
    play.hold("right", ticks=4).wait(10)
    assert play.prompt == "hide"
    return play.press("interact").wait(24)


def test_she_is_in_it_and_not_to_be_seen() -> None:
    play = in_trunk()
    session = play.session
    assert session.world.get(session.hero, Hidden).phase == "within"
    assert session.world.get(session.hero, Look).is_hidden
    assert play.prompt == "come_out"
    assert not session.is_free


def test_the_same_button_lets_her_out_on_the_side_of_the_exit() -> None:
    play = in_trunk("down")
    play.press("interact").wait(20)
    assert play.session.is_free
    assert play.position.y > TRUNK.bottom
    assert not play.session.world.get(play.session.hero, Look).is_hidden


@pytest.mark.parametrize(("exit_to", "other"), [("down", "up"), ("left", "right"), ("up", "down")])
def test_so_does_going_the_way_out_and_no_other(exit_to: str, other: str) -> None:
    play = in_trunk(exit_to)
    play.hold(other, ticks=40)
    assert not play.session.is_free
    play.hold(exit_to, ticks=12).wait(18)
    assert play.session.is_free


def test_she_does_not_fall_out_again_because_the_stick_is_still_held() -> None:
    play = arena(things=[trunk("left")], at=Vec(340, 184))
    play.hold("right", ticks=4).wait(10)
    play.press("interact")
    play.hold("left", ticks=16 + 14)  # on the way in, and for a moment after
    assert not play.session.is_free


def test_a_wall_before_the_exit_lets_her_out_where_she_came_from() -> None:
    play = in_trunk("down", walls=[Box(330, 196, 120, 140)])
    play.press("interact").wait(20)
    assert play.session.is_free
    assert abs(play.position.x - 340) < 16


def test_no_dodge_no_running_and_no_checkpoint_in_there() -> None:
    play = in_trunk()
    where = play.position
    play.session.wants_checkpoint = True
    play.press("dodge").hold("right", "run", ticks=30)
    assert (play.position - where).length < 1
    assert play.session.wants_checkpoint
    play.press("interact").wait(24)
    assert not play.session.wants_checkpoint  # made as soon as she is out


def test_what_she_hid_in_is_gone_and_she_stands_beside_it() -> None:
    play = in_trunk()
    play.session.bury(play.session.find("trunk"))
    play.wait(3)
    assert play.session.is_free
