"""Rings in the dark: what steps and knocks make, what breaks them, what comes back, and how somebody is found."""

import pytest

from game.core.geometry import Vec
from game.sim.acts import Ripples
from game.sim.acts.ripples import KNOCK_REACH, LONELY_TICKS, Ring, floor_distance
from game.sim.happenings import Heard
from game.testing import Play

OPENED = ("mirror_opened", "ripples_told", "ring_said_1", "ring_said_2", "ring_said_3")
VOICES = ("silas", "hester", "ivy")


def in_the_dark(*flags: str) -> tuple[Play, Ripples]:
    play = Play(beat="mirror_ghosts", flags=[*OPENED, *flags])
    play.until(lambda: play.session.is_free and play.session.fade.amount == 0, within=300)
    act = play.session.act
    assert isinstance(act, Ripples)
    return play, act


def heard(play: Play, ticks: int, press: str = "") -> list[Heard]:
    """What is heard in so many ticks."""
    out: list[Heard] = []
    play.on_tick.append(lambda _: out.extend(play.session.news.of(Heard)))
    if press:
        play.press(press)
    play.wait(ticks)
    play.on_tick.pop()
    return out


def test_a_step_makes_a_ring_and_running_a_wider_one():
    play, act = in_the_dark()
    play.hold("down", ticks=40)
    walked = max(r.reach for r in act.rings)
    play.wait(120).hold("up", "run", ticks=40)
    assert act.steps > 1 and max(r.reach for r in act.rings) > walked


def test_a_knock_goes_through_the_whole_room_and_comes_back_three_times():
    play, act = in_the_dark()
    play.walk_to((9.5, 7)).wait(120)
    sounds = heard(play, 230, "interact")
    assert act.knocks == 1
    back = [s for s in sounds if s.name == "mirror_ripple"]
    at = {play.session.room.spots[f"voice_{n}"].box.middle for n in VOICES}
    assert {Vec(s.x, s.y) for s in back} == at, "each is heard from where it is"
    assert act.heard == 3


def test_a_ring_is_broken_where_somebody_stands():
    play, act = in_the_dark()
    ring = Ring(320, 240, KNOCK_REACH)
    act.rings = [ring]
    play.until(lambda: len(ring.gaps) == 3, within=250)
    assert all(r.of or r is ring for r in act.rings)


def test_what_comes_back_is_no_ring_of_hers():
    """Or they would answer each other for ever."""
    play, act = in_the_dark()
    act.bloom(320, 240, "silas")
    play.wait(220)
    assert act.echoes == 0


def test_passing_by_is_not_finding():
    play, act = in_the_dark()
    play.walk_to((7, 7)).walk_to((3, 7), run=True, near=4)
    play.walk_to((8, 8), run=True)
    assert not act.found and "found_silas" not in play.session.story.flags


@pytest.mark.parametrize("name", VOICES)
def test_standing_where_it_is_cold_finds_somebody(name: str):
    play, _ = in_the_dark()
    play.walk_to(f"voice_{name}", near=12)
    play.until(lambda: f"found_{name}" in play.session.story.flags, within=120)
    play.read()
    assert play.session.find(f"ghost_{name}")


def test_whoever_is_lost_is_hummed_to_by_the_nearest():
    play, _ = in_the_dark()
    play.walk_to((14, 6))
    sounds = heard(play, LONELY_TICKS + 320)
    hums = [s for s in sounds if s.name == "ghost_breath"]
    nearest = play.session.room.spots["voice_hester"].box.middle
    assert hums and all(Vec(s.x, s.y) == nearest for s in hums)


def test_things_are_looked_at_and_not_knocked_on():
    play, act = in_the_dark()
    play.use("bell_pull")
    play.until(lambda: play.said("bell_pull"), within=60)
    assert act.knocks == 0


def test_a_ring_lies_on_the_floor():
    assert floor_distance(0, 0, 0, 72) == pytest.approx(100)
