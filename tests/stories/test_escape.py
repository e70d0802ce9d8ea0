"""Chapter 7, its second half: out of the dark house. She is seen, heard, put back in no time, and never hurt."""

import pytest

from game.app.bot import Bot, ch07_escape
from game.content.start import new_session
from game.core.geometry import Vec
from game.sim.acts import Escape, Held
from game.sim.happenings import Seized
from game.sim.harm import stitches
from game.sim.parts import Hidden, Patrol, Place, Rules, Watcher
from game.testing import Play

FLAGS = ("escaping", "mirror_out", "hand_seen", "began_wybie_frees")


def escaping(*flags: str, told: bool = True, rules: Rules | None = None, spawn: str = "from_mirror") -> Play:
    """On the hall's floor, just pulled out of the glass."""
    more = (*FLAGS, "escape_told") if told else FLAGS
    session = new_session("other/flat_down", spawn, "wybie_frees", (*more, *flags), 1, rules)
    session.begin("wybie_frees")
    play = Play(session=session)
    if told:
        play.until(lambda: isinstance(session.act, Escape) and session.is_free, within=400)
        play.wait(3)
    return play


def watcher(play: Play, name: str) -> tuple[Watcher, Place]:
    entity = play.session.find(name)
    return play.session.world.get(entity, Watcher), play.session.world.get(entity, Place)


def meet_her(play: Play) -> None:
    """Stands in the open hall before her until she has her."""
    seized: list[int] = []
    play.on_tick.append(lambda _: seized.extend(play.session.tick for _ in play.session.news.of(Seized)))
    for _ in range(4000):
        if seized:
            return
        _, at = watcher(play, "seeker")
        if play.session.is_free and abs(play.position.x - at.x) > 120:
            play.walk_to(Vec(min(max(at.x - 90, 110), 1200), 530), near=30, within=60 * 60, stop=lambda: bool(seized))
        play.wait(4)
    raise AssertionError("she never had her")


def test_it_is_told_once_and_then_they_set_off():
    play = escaping(told=False)
    play.until(lambda: "escape_told" in play.session.story.flags, within=6000, reads=True)
    assert play.said("wybie_frees.through")
    assert play.said("teach_hide")
    again = Play.load(play.session.checkpoint)
    again.wait(200)
    assert not again.said("wybie_frees.through")
    assert isinstance(again.session.act, Escape)


@pytest.mark.parametrize("level", ["storybook", "brave", "beldam"])
def test_the_bot_gets_out_and_is_home(level: str):
    play = escaping("missed_talking", rules=Rules(text_speed=0.0, difficulty=level))
    ch07_escape.escape(Bot(play))
    flags = play.session.story.flags
    assert play.session.room.name == "real/flat_down"
    assert "escaping" not in flags
    assert "thanked_other_wybie" in flags
    assert stitches(play.session) == 0


def test_caught_is_two_seconds_and_no_stitch():
    play = escaping()
    meet_her(play)
    start = play.session.tick
    play.until(lambda: play.session.is_free and play.session.fade.amount < 0.3, within=120)
    assert play.session.tick - start < 120
    assert (play.position - play.point_of("escape_cp_0")).length < 12
    assert stitches(play.session) == 0
    seeker, at = watcher(play, "seeker")
    assert seeker.state == "walk"
    assert abs(at.x - play.position.x) > 500


def test_each_time_she_sees_a_little_less_far():
    play = escaping()
    before = watcher(play, "seeker")[0].reach
    meet_her(play)
    play.wait(60)
    assert watcher(play, "seeker")[0].reach < before


def test_in_the_larder_she_walks_past():
    play = escaping()
    play.walk_to("larder_curtain", near=26).hold("left", ticks=3).wait(2)
    if play.prompt != "hide":
        play.hold("up", ticks=2).wait(2)
    assert play.prompt == "hide"
    play.press("interact").wait(1400)
    assert play.session.world.has(play.session.hero, Hidden)
    assert isinstance(play.session.act, Escape)
    assert play.session.act.tries == 0


def test_the_box_hears_who_walks_and_not_who_sneaks():
    play = escaping()
    box, at = watcher(play, "sewing_box")
    play.session.bury(play.session.find("seeker"))
    play.walk_to((16, 8), near=8)
    play.hold("right", "sneak", ticks=60)
    assert box.state == "walk"
    for _ in range(40):
        x = at.x - 60
        play.walk_to(Vec(min(max(x, 560), 1000), 310), near=10, within=600, stop=lambda: box.state != "walk")
        if box.state != "walk":
            break
        play.wait(6)
    assert box.by_ear


def test_while_she_talks_she_does_not_listen():
    play = escaping()
    act = play.session.act
    assert isinstance(act, Escape)
    play.until(lambda: act.speech > 0, within=400)
    assert play.said("wybie_frees.patrol")
    assert watcher(play, "seeker")[0].ears == 0


def test_no_fail_means_she_never_has_her():
    play = escaping(rules=Rules(text_speed=0.0, no_fail=True))
    play.walk_to((9, 16.6), near=10)
    play.wait(1500)
    assert isinstance(play.session.act, Escape)
    assert play.session.act.tries == 0


@pytest.mark.parametrize(("missed", "options"), [("missed_talking", 3), ("", 2)])
def test_last_words_depend_on_the_first_day(missed: str, options: int):
    play = escaping(*([missed] if missed else []))
    for name in ("seeker", "sewing_box"):
        play.session.bury(play.session.find(name))
    play.wait(2).walk_to((29, 6), stop=lambda: not play.session.is_free)
    play.until(lambda: bool(play.talk and play.talk.options), within=3000, reads=True)
    assert play.talk is not None
    assert len(play.talk.options) == options


def test_he_holds_the_door_and_the_light_dies_behind_her():
    play = escaping()
    for name in ("seeker", "sewing_box"):
        play.session.bury(play.session.find(name))
    play.wait(2).walk_to((29, 6), stop=lambda: not play.session.is_free)
    play.until(lambda: bool(play.talk and play.talk.options), within=3000, reads=True)
    play.choose(0)
    play.until(lambda: isinstance(play.session.act, Held) and play.session.is_free, within=3000, reads=True)
    act = play.session.act
    assert isinstance(act, Held)
    start = play.session.tick
    play.walk_to("mouth_real", near=6, stop=lambda: not play.session.is_free)
    assert 11 * 60 < play.session.tick - start < 19 * 60
    assert act.heaves >= 4
    assert act.dark_x < 700
    play.until(lambda: play.saw("wybie_frees"), within=3000, reads=True)
    assert play.said("wybie_frees.end")


def test_rounds_are_walked_on_floor():
    play = escaping()
    for name in ("seeker", "sewing_box"):
        entity = play.session.find(name)
        for p in play.session.world.get(entity, Patrol).points:
            assert play.session.space.is_free(p.x, p.y, 6.0, walls_only=True), (name, p)


def test_who_runs_through_the_living_room_brings_both_and_is_not_let_out_until_it_is_quiet():
    play = escaping()
    act = play.session.act
    assert isinstance(act, Escape)
    for at in ((256, 420), (452, 262), (600, 262), (800, 230), (948, 186)):
        play.walk_to(Vec(*at), near=20, run=True, within=900, stop=lambda: bool(act.tries))
    assert act.is_hunted
    play.wait(20)
    assert not play.said("wybie_frees.last")
    assert watcher(play, "seeker")[0].state != "walk"
    play.walk_to("curtain_living", near=20, within=900, stop=lambda: play.prompt == "hide" or bool(act.tries))
    if play.prompt == "hide":
        play.press("interact")
        play.until(lambda: not act.is_hunted, within=3600)
    assert act.tries <= 1
