"""Home, and a dream: whatever she asks they remember nothing; stars take whoever leans, and wake for who steps in time."""

from __future__ import annotations

import pytest

from game.app.bot import Bot
from game.app.bot.ch11 import WAYS, step_to
from game.sim.acts import Snow, Starway
from game.sim.acts.starway import BEAT_TICKS, WAKES_AT
from game.sim.parts import Rules
from game.testing import Play

TOPICS = ("where", "her", "globe", "button")


def home() -> Play:
    """Both are back, and have snow on them."""
    play = Play(beat="parents_back")
    play.until(lambda: play.session.is_running("parents_back"), within=300, reads=True)
    bot = Bot(play)
    bot.use("globe_place")
    play.until(lambda: "home_opened" in play.session.story.flags, within=3000, reads=True)
    play.read()
    return play


def ask(play: Play, who: str = "mel") -> None:
    play.read()
    play.use(who)
    play.until(lambda: play.talk is not None or not play.session.is_free, within=60)
    while not (play.talk is not None and play.talk.options) and not play.session.is_free:
        play.until(lambda: True, within=1, reads=True)
        play.read()


def test_nobody_comes_before_the_globe_is_put_down() -> None:
    play = Play(beat="parents_back")
    play.wait(600)
    assert not play.session.find("mel")
    assert "globe" in play.session.story.items


def test_snow_is_brushed_off_first_and_goes() -> None:
    play = home()
    act = play.session.act
    assert isinstance(act, Snow)
    before = act.on["mel"]
    ask(play, "mel")
    play.until(lambda: "home_snow" in play.session.story.flags, within=3000, reads=True)
    assert act.on["mel"] < before
    assert play.said("parents_back.snow")
    assert "home_fire" in play.session.story.flags


@pytest.mark.parametrize("order", [(0, 0, 0, 0), (3, 2, 1, 0)])
def test_whatever_she_asks_nobody_remembers(order: tuple[int, ...]) -> None:
    play = home()
    ask(play)
    play.until(lambda: "home_snow" in play.session.story.flags, within=3000, reads=True)
    for n, pick in enumerate(order):
        ask(play, ("mel", "charlie")[n % 2])
        assert play.talk is not None and play.talk.options
        assert any("Stop" in o.pick for o in play.talk.options) == (n >= 2)
        play.choose(pick)
        play.until(lambda: play.talk is None or bool(play.talk.options), within=600, reads=True)
    assert all(play.said(f"ask_{topic}") for topic in TOPICS)
    play.until(
        lambda: play.talk is not None and any(o.sets == "told_parents" for o in play.talk.options), 1200, reads=True
    )
    play.choose(0)
    play.until(lambda: play.saw("parents_back"), within=3000, reads=True)
    assert "told_parents" in play.session.story.flags
    assert play.session.find("mel_evening") or play.session.room.name == "real/flat_down"


def test_she_may_stop_asking_and_hold_on() -> None:
    play = home()
    ask(play)
    play.until(lambda: "home_snow" in play.session.story.flags, within=3000, reads=True)
    for _ in range(2):
        ask(play)
        play.choose(0)
        play.until(lambda: play.talk is None or bool(play.talk.options), within=600, reads=True)
    ask(play)
    assert play.talk is not None
    play.choose(len(play.talk.options) - 1)
    play.until(lambda: play.talk is not None and any(o.sets == "held_on" for o in play.talk.options), 1200, reads=True)
    play.choose(1)
    play.until(lambda: play.saw("parents_back"), within=3000, reads=True)
    assert "held_on" in play.session.story.flags


def test_home_can_be_left_off_and_loaded() -> None:
    play = home()
    play.until(
        lambda: play.session.checkpoint is not None and not play.session.wants_checkpoint, within=300, reads=True
    )
    assert play.session.checkpoint is not None
    again = Play.load(play.session.checkpoint)
    again.until(
        lambda: again.session.is_running("parents_back") and bool(again.session.find("mel")), within=120, reads=True
    )
    ask(again)
    assert again.session.is_running("parents_back")


# ---------------------------------------------------------------- the sky


def sky(rules: Rules | None = None) -> tuple[Play, Starway]:
    play = Play(beat="ghost_dream", rules=rules)
    play.until(lambda: "dream_opened" in play.session.story.flags and play.session.locks == 0, within=900, reads=True)
    play.read()
    act = play.session.act
    assert isinstance(act, Starway)
    return play, act


def test_there_is_nothing_to_fall_off() -> None:
    play, act = sky()
    for way in ("up", "down", "left"):
        play.hold(way, ticks=200)
    assert act.at == "isle_1"
    assert act.nodes[0].box.grown(8).holds(play.position.x, play.position.y)
    assert not play.session.story.counts.get("falls", 0)


def test_who_only_leans_is_taken_along_and_wakes_no_gold() -> None:
    play, act = sky()
    play.walk_to((6, 8.5), near=6)
    play.hold("right", ticks=8 * BEAT_TICKS)
    assert act.at != "isle_1" and act.steps >= 1
    assert not act.awake


def test_who_steps_in_time_wakes_the_stars_beside_the_way() -> None:
    play, _ = sky()
    bot = Bot(play)
    bot.run("ghost_dream")
    assert {"star_1", "star_2", "star_3"} <= set(play.session.story.flags)


def test_holding_counts_as_in_step_for_whoever_asks_for_help() -> None:
    play, act = sky(Rules(auto_brace=True))
    play.walk_to((6, 8.5), near=6)
    for _ in range(WAKES_AT + 2):
        goal = next((n for n in act.nodes if n.leg == 1 and not n.lit and not n.is_gold), None)
        if goal is None:
            break
        for _ in range(3 * BEAT_TICKS):
            d = goal.box.middle - play.position
            if act.at == goal.name and not act.hop:
                break
            play.stick(d.x / d.length, d.y / d.length, ticks=1)
    assert act.awake


def test_the_next_part_sleeps_until_somebody_has_said_thank_you() -> None:
    play, act = sky()
    bot = Bot(play)
    for name in WAYS[0]:
        step_to(bot, name)
    play.walk_to((29.4, 8.5), near=6)
    play.hold("right", ticks=4 * BEAT_TICKS)
    assert act.at == "isle_2"
    bot.use("ghost_silas")
    play.until(lambda: "thanked_silas" in play.session.story.flags, within=2000, reads=True)
    step_to(bot, "pad_2_1")
    assert act.at == "pad_2_1"


def test_to_bed_and_awake_in_it() -> None:
    play = Play("real/flat_up", beat="ghost_dream")
    assert play.session.goal == "ghost_dream_bed" or play.wait(2).session.goal == "ghost_dream_bed"
    Bot(play).run("ghost_dream")
    assert play.session.room.name == "real/flat_up"
    assert play.session.is_night
    assert "warned_by_ghosts" in play.session.story.flags
    assert "in_pyjamas" not in play.session.story.flags
