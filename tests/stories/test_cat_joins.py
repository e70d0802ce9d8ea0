"""Chapter 9 begins: the bricks do not wait, the cat goes in front, the floor is soft in places, a latch is on the wrong side."""

from game.app.bot import Bot
from game.sim.acts import GreyWalk
from game.sim.parts import Lamp
from game.testing import Play


def in_the_grey() -> Play:
    play = Play(beat="cat_joins")
    play.until(lambda: "bricked" not in play.session.story.flags, within=900, reads=True)
    play.read()
    Bot(play).go_to_map("between/passage")
    play.until(lambda: "cat_waits_said" in play.session.story.flags, within=3000, reads=True)
    play.read()
    return play


def test_the_bricks_are_gone_before_the_key_has_finished():
    play = Play(beat="cat_joins")
    play.until(lambda: play.said("cat_joins.open.1"), within=900, reads=True)
    assert "bricked" not in play.session.story.flags


def test_the_bot_walks_it():
    play = Play(beat="cat_joins")
    Bot(play).run("cat_joins")
    for moment in ("passage", "why", "told_ivy", "teach_fetch", "door"):
        assert play.said(f"cat_joins.{moment}"), moment
    play.until(lambda: play.session.room.name == "other/flat_down", within=300)


def test_the_cat_carries_the_only_light():
    play = in_the_grey()
    cat = play.session.find("cat")
    assert play.session.world.has(cat, Lamp)
    assert play.session.weather == "cold"
    assert play.session.thing_key("walls").endswith("cold.walls")


def test_soft_bits_hold_her_by_the_shoes():
    play = in_the_grey()
    act = play.session.act
    assert isinstance(act, GreyWalk)
    soft = act.soft[0]
    play.walk_to(soft.middle, near=6, stop=lambda: play.talk is not None)
    play.read()
    play.walk_to(soft.middle, near=6)
    before = play.position.x
    play.hold("left", ticks=20)
    assert before - play.position.x < 20
    assert act.sank


def test_the_far_door_is_shut_until_the_cat_has_lifted_the_latch():
    play = in_the_grey()
    play.until(lambda: True, within=1)
    for _ in range(30):
        play.read()
        if play.session.story.notes.get("goal", "").endswith("latch"):
            break
        play.walk_to("cat", near=40, stop=lambda: not play.session.is_free).wait(20)
    play.read()
    play.walk_to("to_other", near=8).hold("right", ticks=60)
    assert play.session.room.name == "between/passage"
    play.press("cat").wait(200)
    play.read()
    assert "latch_lifted" in play.session.story.flags
    play.walk_to("to_other", near=8).hold("right", ticks=30)
    play.until(lambda: play.session.room.name == "other/flat_down", within=200)
    assert play.saw("cat_joins")


def test_loaded_in_the_middle_it_goes_on_where_it_was():
    play = in_the_grey()
    again = Play.load(play.session.checkpoint)
    again.wait(30)
    assert again.session.is_running("cat_joins")
    assert not again.said("cat_joins.open")
    Bot(again).run("cat_joins")
