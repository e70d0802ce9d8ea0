"""Hunt A as a player meets it: from the kitchen to the hall that folds up, left halfway and come back to, the run-out run."""

from __future__ import annotations

import pytest

from game.app.bot import Bot, ch09_house
from game.core.geometry import Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import RunOut, Strings
from game.sim.parts import Harm, Rules
from game.sim.ruin import souls
from game.testing import Play

DONE = ("house_opened", "began_soul_house", "house_saw_strings")
TANGLED = (
    *DONE,
    "house_kitchen",
    "house_study",
    "house_music",
    "house_up",
    "house_parents",
    "house_long",
    "house_told",
)


def at_the_board(rules: Rules | None = None, seed: int = 1) -> Play:
    """He has said where it is; she stands in the music room."""
    play = Play(beat="soul_house", flags=TANGLED, rules=rules, seed=seed)
    play.session.story.notes["house_rest"] = "718.0 500.0"
    play.session.story.notes["house_thread"] = "965.0 453.0 house_e -1"
    play.session.enter("other/flat_down", "cp_box")
    play.wait(60)
    return play


def running(rules: Rules | None = None) -> tuple[Play, Bot]:
    play = at_the_board(rules)
    bot = Bot(play)
    ch09_house.take_pen(bot)
    play.until(lambda: isinstance(play.session.act, RunOut), within=600, reads=True)
    return play, bot


def test_the_whole_hunt():
    play = Play(beat="soul_house")
    Bot(play).run("soul_house")
    story = play.session.story
    assert play.saw("soul_house") and souls(story) == 1
    assert {"pen"} <= set(story.items)
    for moment in (
        "open",
        "teach_strings",
        "lead",
        "strings_1",
        "strings_2",
        "doors",
        "stairs",
        "beds",
        "tangled",
        "soul",
    ):
        assert play.said(f"soul_house.{moment}"), moment
    for moment in ("crumble", "run_1", "father_end", "done"):
        assert play.said(f"soul_house.{moment}"), moment
    assert "runout_house" not in story.flags
    assert story.counts.get("falls", 0) == 0


@pytest.mark.parametrize("room", ["study", "long"])
def test_left_in_the_middle_and_come_back(room: str):
    before = {
        "study": ((*DONE, "house_kitchen"), "other/flat_down", "from_mirror"),
        "long": (
            (*DONE, "house_kitchen", "house_study", "house_music", "house_up", "house_parents"),
            "other/flat_up",
            "cp_parents",
        ),
    }
    flags, where, spawn = before[room]
    play = Play(beat="soul_house", flags=flags)
    play.session.enter(where, spawn)
    play.wait(60)
    bot = Bot(play)
    ch09_house.enter_room(bot, room)
    for x, y in ch09_house.ROUTES[room][:2]:
        play.walk_to(Vec(x * 32, y * 32), near=10)
    other = "other/flat_up" if where == "other/flat_down" else "other/flat_down"
    play.session.leave_for(other, "from_down" if other == "other/flat_up" else "from_up")
    play.until(lambda: play.session.room.name == other, within=200)
    play.wait(90)
    play.read()
    play.session.leave_for(where, spawn)
    play.until(lambda: play.session.room.name == where, within=200)
    play.wait(90)
    for _ in range(4):
        if f"house_{room}" not in play.session.story.flags:
            ch09_house.tangle(bot, room)
    assert f"house_{room}" in play.session.story.flags


def test_the_pen_is_only_there_for_who_looks():
    play = at_the_board()
    play.walk_to((33.2, 25.6))
    play.hold("down", ticks=4).wait(4)
    assert play.prompt == "look"
    play.press("interact")
    play.read()
    assert "house_pen" not in play.session.story.flags
    ch09_house.take_pen(Bot(play))
    assert "pen" in play.session.story.items


@pytest.mark.parametrize("difficulty", ["storybook", "brave", "beldam"])
def test_the_run_out_can_be_run(difficulty: str):
    play, bot = running(Rules(text_speed=0.0, difficulty=difficulty))
    began = play.session.tick
    ch09_house.run_out(bot)
    assert play.saw("soul_house")
    assert 20 * 60 < play.session.tick - began < 60 * 60
    assert play.session.story.counts.get("runout.house.falls", 0) == 0


def test_whoever_stands_still_falls_and_is_back_at_once():
    play, bot = running()
    play.until(lambda: play.session.world.get(play.session.hero, Harm).holds, within=60 * 60, reads=True)
    play.until(lambda: isinstance(play.session.act, RunOut) and play.session.is_free, within=240, reads=True)
    ch09_house.run_out(bot)
    assert play.saw("soul_house")


def test_saved_in_the_run_out_it_goes_on():
    play, _ = running()
    assert play.session.checkpoint is not None
    again = Play.load(play.session.checkpoint)
    again.wait(40)
    assert isinstance(again.session.act, RunOut)
    ch09_house.run_out(Bot(again))
    assert again.saw("soul_house")


def test_after_it_the_upstairs_is_gone():
    play, bot = running()
    ch09_house.run_out(bot)
    play.read()
    play.wait(120)
    assert play.session.ruin.is_gone(8 * 32, 7 * 32) and play.session.ruin.is_gone(37 * 32, 24 * 32)
    assert not play.session.ruin.is_gone(25 * 32, 7 * 32) and not play.session.ruin.is_gone(22 * 32, 25 * 32)


def test_the_keepsakes_are_seen_only_through_the_stone():
    flags = (*DONE, "house_kitchen", "house_study", "house_music", "house_up")
    play = Play(beat="soul_house", flags=flags)
    play.session.enter("other/flat_down", "from_up")
    play.wait(60)
    play.walk_to((37.1, 5.3))
    play.hold("up", ticks=3).wait(3)
    play.press("interact").wait(10)
    assert "silas_bottle" not in play.session.story.items
    for _ in range(60):
        play.tick(Intent(held=Action.STONE, aim_y=-STICK))
    play.tick(Intent(held=Action.STONE | Action.INTERACT, pressed=Action.INTERACT, aim_y=-STICK))
    play.wait(60)
    assert "silas_bottle" in play.session.story.items
    play.until(lambda: play.said("soul_house.keepsake"), within=300, reads=True)


def test_it_is_harder_when_souls_are_taken():
    play = Play(beat="soul_house", flags=(*DONE, "house_kitchen"))
    play.session.enter("other/flat_down", "from_mirror")
    play.wait(60)
    ch09_house.enter_room(Bot(play), "study")
    act = play.session.act
    assert isinstance(act, Strings)
    slow = act.speed(play.session)
    play.session.story.done.append("soul_circus")
    assert act.speed(play.session) > slow * 1.05


def test_the_goal_says_where_he_is_next():
    for done, where, goal in (
        (("house_kitchen",), "other/flat_down", "study"),
        (("house_kitchen", "house_study"), "other/flat_down", "music"),
        (("house_kitchen", "house_study", "house_music"), "other/flat_down", "stairs"),
        (("house_kitchen", "house_study", "house_music"), "other/flat_up", "parents"),
        (("house_kitchen", "house_study", "house_music", "house_parents"), "other/flat_up", "long"),
    ):
        play = Play(beat="soul_house", flags=(*DONE, *done))
        play.session.enter(where, "from_up" if where == "other/flat_down" else "from_down")
        play.wait(60)
        assert play.session.goal == f"soul_house_{goal}"
        for n in (1, 2, 3):
            assert play.session.content.words.has(f"hints.soul_house_{goal}.{n}")
