"""The glass from behind: left is right, steps are heard before the light goes, and whoever stays in it loses one touch."""

import pytest

from game.core.geometry import Vec
from game.sim.acts import Pane
from game.sim.acts.pane import HANDS_X, STEPS_AHEAD_TICKS, TOLD_TICKS
from game.sim.happenings import Heard
from game.sim.parts import Rules
from game.testing import Play

GLASS_Y = 146.0


def at_the_glass(rules: Rules | None = None) -> tuple[Play, Pane]:
    play = Play(beat="wybie_frees", spawn="cp_cell", flags=["hand_seen"], rules=rules)
    play.until(lambda: isinstance(play.session.act, Pane) and play.session.is_free, within=200)
    return play, pane(play)


def pane(play: Play) -> Pane:
    act = play.session.act
    assert isinstance(act, Pane)
    return act


def touch(play: Play) -> None:
    """Meets the glove once."""
    act = pane(play)
    before = act.matches
    play.walk_to(Vec(act.reflection_x(HANDS_X[before]), GLASS_Y), near=3)
    play.until(lambda: pane(play).matches > before, within=160)
    play.wait(3)


def test_the_reflection_goes_the_other_way():
    _, act = at_the_glass()
    assert act.reflection_x(200) > act.reflection_x(220)
    assert act.reflection_x(320) == 320


def test_standing_before_the_glove_is_wrong_and_is_said():
    play, act = at_the_glass()
    play.walk_to(Vec(HANDS_X[0], GLASS_Y), near=3).wait(120)
    assert act.matches == 0 and play.said("cold.1")


def test_nearly_is_said_too():
    play, act = at_the_glass()
    play.walk_to(Vec(act.reflection_x(HANDS_X[0]) + 26, GLASS_Y), near=3).wait(120)
    assert act.matches == 0 and play.said("cold.2")


def test_a_touch_is_kept_by_a_load():
    play, _ = at_the_glass()
    touch(play)
    play.until(lambda: play.session.checkpoint.counts.get("pane.matches") == 1, within=400)
    again = Play.load(play.session.checkpoint)
    again.wait(3)
    assert pane(again).matches == 1


def test_the_light_goes_before_she_comes():
    play, _ = at_the_glass()
    touch(play)
    steps: list[Heard] = []
    play.on_tick.append(lambda _: steps.extend(h for h in play.session.news.of(Heard) if h.name == "needle_stab"))
    play.until(lambda: pane(play).dark > 0, within=400)
    assert steps, "steps first"
    told = play.session.tick
    play.until(lambda: pane(play).past >= 0, within=200)
    assert play.session.tick - told >= TOLD_TICKS - 2


@pytest.mark.parametrize("windup", [1.0, 2.0])
def test_slower_windups_tell_sooner(windup: float):
    play, _ = at_the_glass(Rules(windup=windup))
    play.wait(1)
    assert pane(play).told == min(round(TOLD_TICKS * windup), STEPS_AHEAD_TICKS)


def wait_for_her(play: Play, at: Vec) -> None:
    play.walk_to(at, near=5)
    play.until(lambda: pane(play).past > 0.98, within=700)
    play.wait(10)


def test_out_of_the_light_nobody_is_seen():
    play, _ = at_the_glass()
    touch(play)
    wait_for_her(play, Vec(320, 300))
    assert pane(play).seen == 0 and pane(play).matches == 1


def test_in_the_light_one_is_and_the_last_touch_is_lost():
    play, _ = at_the_glass()
    touch(play)
    wait_for_her(play, Vec(320, 170))
    act = pane(play)
    assert act.seen == 1 and act.matches == 0 and act.dull > 0
    play.wait(400)
    assert act.dark == 0 and act.is_hand_there, "and all is as it was at first"


def test_no_fail_loses_nothing():
    play, _ = at_the_glass(Rules(no_fail=True))
    touch(play)
    wait_for_her(play, Vec(320, 170))
    assert pane(play).seen == 1 and pane(play).matches == 1


@pytest.mark.parametrize("level", ["storybook", "brave", "beldam"])
def test_three_touches_and_she_is_out(level: str):
    from game.app.bot import Bot
    from game.app.bot.ch07 import meet_the_glove

    play, _ = at_the_glass(Rules(difficulty=level))
    meet_the_glove(Bot(play))
    assert play.session.room.name == "other/flat_down"
    assert {"mirror_out", "escaping"} <= set(play.session.story.flags)
