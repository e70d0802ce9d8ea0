"""The show: its three acts won, slept through, fallen out of, walked away from, loaded in the middle."""

from __future__ import annotations

from typing import Any

import pytest

from game.app.bot import Bot, ch05
from game.core.geometry import Vec
from game.core.intent import Action, Intent
from game.sim.acts import Cellar, Flight, Show, Storm
from game.sim.acts.theatre import cellar, flight, storm
from game.sim.acts.theatre.show import BEAT_TICKS
from game.sim.parts import Rules
from game.testing import Play

BEFORE = ("show_welcomed", "show_led", "show_met", "show_seated", "show_cast", "began_theatre_show")


def on_stage(part: int, rules: Rules | None = None) -> tuple[Play, Any]:
    """The curtain is about to rise on an act."""
    flags = (*BEFORE, *(f"show_act_{n}" for n in range(1, part)))
    play = Play("other/basement", "cp_stage", beat="theatre_show", flags=flags, rules=rules or Rules(text_speed=0.0))
    play.until(lambda: isinstance(play.session.act, Show), within=2000, reads=True)
    return play, play.session.act


def until_beat(play: Play, show: Show, beat: float) -> None:
    play.until(lambda: show.since(beat) >= 0, within=3000)


@pytest.mark.parametrize(("part", "of"), [(1, 21), (2, 9), (3, 15)])
def test_a_decent_player_is_cheered(part: int, of: int) -> None:
    play, show = on_stage(part)
    ch05.act_of(Bot(play))
    assert len(show.bulbs) == of
    assert show.good >= of - 2
    assert show.falls == 0
    assert play.said("theatre_show.good")


@pytest.mark.parametrize("part", [1, 2, 3])
def test_hands_in_ones_lap_lose_nothing(part: int) -> None:
    play, show = on_stage(part)
    play.until(lambda: show.is_over, within=3500)
    assert "" not in show.bulbs, "every bulb was asked for"
    assert not show.is_left
    play.until(lambda: f"show_act_{part}" in play.session.story.flags, within=200, reads=True)


def test_light_is_what_counts_in_the_storm() -> None:
    play, show = on_stage(1)
    assert isinstance(show, Storm)
    until_beat(play, show, storm.SPOTS_FROM)
    first = play.session.room.paths["spot_a"].points[0]
    for _ in range(4 * BEAT_TICKS + 1):
        at = show.lamps_at(play.session, show.since(storm.SPOTS_FROM))[0]
        assert (at - first).length < 400
        ch05._toward(Bot(play), at, run=True)
    assert show.bulbs[3] in ("good", "miss")


def test_moving_while_it_thunders_makes_her_wet() -> None:
    play, show = on_stage(1)
    assert isinstance(show, Storm)
    until_beat(play, show, 47)
    play.hold("left", ticks=60)
    assert show.bulbs[11] == "miss"
    assert show.splash_tick > 0
    until_beat(play, show, 51)
    assert show.bulbs[12] == "good"


def test_a_lid_opens_and_she_is_below_and_comes_back() -> None:
    play, show = on_stage(2)
    assert isinstance(show, Cellar)
    middle = play.session.room.spots["trap_2"].box.middle
    while show.since(6) < 0:
        ch05._toward(Bot(play), middle)
    play.until(lambda: show.falls == 1, within=30)
    store = play.session.room.spawns["cp_store"].at
    play.until(lambda: show.is_below and not show.fall_ticks, within=120)
    assert (play.position - store).length < 4
    assert play.session.is_free
    ch05._back_up(Bot(play))
    play.wait(2)
    assert not show.is_below and not show.is_left
    assert "theatre_applause" in play.heard
    assert show.since(6) < 6 * 60, "back by the stair in six seconds"


def test_the_wrong_thing_is_thrown_away_and_the_right_one_still_counts() -> None:
    play, show = on_stage(2)
    assert isinstance(show, Cellar)
    until_beat(play, show, cellar.ASKS[0][0] + 0.1)
    wrong = next(n for n in show.lifts if n != show.wanted)
    real = show.wanted
    show_wanted(play, show, wrong)
    assert show.thrown == wrong
    assert show.bulbs[len(cellar.TRAPS)] == ""
    assert show.wanted == real
    show_wanted(play, show, real)
    assert show.bulbs[len(cellar.TRAPS)] == "good"


def show_wanted(play: Play, show: Cellar, thing: str) -> None:
    """Fetches a thing from its lid and gives it to whoever mimes."""
    bot = Bot(play)
    lid = play.session.room.spots[cellar.LIDS[show.lifts.index(thing)]].box.middle
    while show.held != thing:
        verb = play.session.prompt.verb if play.session.prompt else ""
        ch05._toward(bot, lid, Action.INTERACT if verb == "take" else Action(0), run=True)
    ladies = {"other_spink": Vec(368, 286), "other_forcible": Vec(784, 286)}
    to = ladies[show.asker]
    while show.held:
        verb = play.session.prompt.verb if play.session.prompt else ""
        ch05._toward(bot, to, Action.INTERACT if verb == "give" else Action(0), run=True)


def test_pressing_at_the_turn_swings_higher() -> None:
    play, show = on_stage(3)
    assert isinstance(show, Flight)
    play.until(lambda: show.state == "on", within=1200)
    low = show.amplitude
    until_beat(play, show, flight.TURNS[0])
    play.tick(Intent(pressed=Action.INTERACT, held=Action.INTERACT))
    assert show.amplitude > low
    assert show.last_press == "good"
    until_beat(play, show, flight.TURNS[1] - 0.7)
    play.tick(Intent(pressed=Action.INTERACT, held=Action.INTERACT))
    assert show.last_press == "early"


@pytest.mark.parametrize(("wide", "verdict"), [(1.0, "miss"), (2.0, "good")])
def test_patient_shows_wait(wide: float, verdict: str) -> None:
    play, show = on_stage(3, Rules(text_speed=0.0, show_window=wide))
    assert isinstance(show, Flight)
    play.until(lambda: show.state == "on", within=1200)
    until_beat(play, show, flight.TURNS[0])
    play.wait(round(flight.TURN_LATE + 8))
    play.tick(Intent(pressed=Action.INTERACT, held=Action.INTERACT))
    assert (show.last_press == "good") == (verdict == "good")


@pytest.mark.parametrize(("at", "where"), [(-20, flight.SHORT), (20, flight.LANDING)])
def test_letting_go_late_lands_in_the_cheering(at: int, where: Vec) -> None:
    play, show = on_stage(3)
    assert isinstance(show, Flight)
    while show.since(flight.RELEASE_FROM + 1) < at:
        due = any(show.since(b) == 1 for b in flight.TURNS)
        play.tick(Intent(pressed=Action.INTERACT, held=Action.INTERACT) if due else Intent())
    play.tick(Intent(pressed=Action.INTERACT, held=Action.INTERACT))
    play.until(lambda: show.state == "down" and not show.bounce, within=200)
    assert (play.position - where).length < 4
    assert play.session.is_free
    play.until(lambda: show.is_over, within=600)


def test_who_walks_off_is_asked_to_her_place_again() -> None:
    play, show = on_stage(1)
    until_beat(play, show, 6)
    play.walk_to("cp_aisle", run=True, stop=lambda: show.is_over)
    play.until(lambda: show.is_over, within=900)
    assert show.is_left
    play.wait(90)
    assert play.session.is_free and "show_act_1" not in play.session.story.flags
    play.walk_to(Vec(192, 340), near=10, stop=lambda: not play.session.is_free)
    play.until(lambda: play.said("fail.show.2"), within=200, reads=True)
    play.until(lambda: isinstance(play.session.act, Storm), within=1200, reads=True)
    assert play.session.act is not show


def test_an_act_that_is_played_is_not_played_again_after_a_load() -> None:
    play, show = on_stage(1)
    play.until(lambda: show.is_over, within=3500)
    play.until(lambda: isinstance(play.session.act, Cellar), within=1500, reads=True)
    play.wait(300)
    assert play.session.checkpoint is not None
    again = Play.load(play.session.checkpoint)
    assert again.hash() == Play.load(play.session.checkpoint).hash()
    again.until(lambda: isinstance(again.session.act, Show), within=1500, reads=True)
    assert isinstance(again.session.act, Cellar)


def test_nothing_else_answers_on_the_stage() -> None:
    play, show = on_stage(1)
    until_beat(play, show, 5)
    for action in ("interact", "cat", "throw"):
        play.press(action)
    spink = play.point_of("other_spink")
    for _ in range(40):
        ch05._toward(Bot(play), Vec(spink.x, spink.y + 24), Action.INTERACT)
    assert play.talk is None and play.session.panel is None
    assert not play.session.is_running("call_cat")


def test_the_same_hands_play_the_same_show() -> None:
    ends = []
    for _ in range(2):
        play, _ = on_stage(2)
        for n in range(900):
            play.hold("left" if n // 90 % 2 else "right", ticks=1)
        ends.append(play.hash())
    assert ends[0] == ends[1]


def test_who_never_moved_is_no_picture_when_it_thunders() -> None:
    play, show = on_stage(1)
    play.until(lambda: show.is_over, within=3500)
    assert all(show.bulbs[storm._flash_bulb(i)] == "miss" for i in range(len(storm.FLASHES)))
    assert show.splash_tick < 0, "she is dry, at least"


def test_the_bow_is_in_the_middle_of_the_stage_whatever_she_did() -> None:
    play, show = on_stage(3)
    play.until(lambda: show.is_over, within=3500)
    play.until(lambda: play.said("theatre_show.bow"), within=900, reads=True)
    assert (play.position - Vec(560, 346)).length < 6
    play.until(lambda: play.said("theatre_show.after_little"), within=1500, reads=True)
