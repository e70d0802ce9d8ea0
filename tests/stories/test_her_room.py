"""Chapter 10 up to the thrown cat: the room is torn off, she sews, is told on, is lied to, and loses her eyes."""

from __future__ import annotations

import pytest

from game.app.bot import Bot
from game.app.bot.ch03 import hear_out
from game.app.bot.ch10 import RIGHT_CLAIM, go, refuge
from game.app.bot.trembling import Trembling
from game.content.start import new_session
from game.core.intent import Action, Intent
from game.sim.acts import CatThrow, Needlework, Stare
from game.sim.acts.web import SEAMS
from game.sim.happenings import CameBack
from game.sim.harm import can_slip, slip_past
from game.sim.panels import ClaimPanel
from game.sim.parts import Arachnid, Rules
from game.testing import Play

ROOM = "between/web"
BEATS = ("true_form", "ghost_advice", "beldam_tricked", "cat_thrown")


@pytest.mark.parametrize("difficulty", ["storybook", "brave", "beldam"])
def test_the_bot_gets_from_her_unfolding_to_the_buttons(difficulty: str) -> None:
    play = Play(beat="true_form", rules=Rules(difficulty=difficulty))
    report = Bot(play).run("cat_thrown")
    assert tuple(report.beats) == BEATS
    counts = play.session.story.counts
    assert counts["web_seams"] == len(SEAMS)
    assert counts["cat_throws"] >= 1
    assert not play.session.find("cat")
    play.wait(2)
    assert play.session.world.get(play.session.find("beldam"), Arachnid).is_blind


@pytest.mark.parametrize("seed", [1, 2])
def test_hands_that_tremble_get_there_too(seed: int) -> None:
    play = Trembling(0.05, seed, new_session(beat="true_form", seed=seed))
    report = Bot(play).run("cat_thrown")
    assert report.beats[-1] == "cat_thrown"


def test_after_the_last_room_hers_is_torn_off() -> None:
    play = Play(beat="only_living_room")
    Bot(play).run("only_living_room")
    play.until(lambda: play.session.room.name == ROOM, within=900, reads=True)
    play.until(lambda: play.session.is_running("true_form"), within=300, reads=True)


def test_each_seam_is_a_checkpoint() -> None:
    play = Play(beat="true_form")
    bot = Bot(play)
    session = play.session
    for _ in range(60 * 60):
        act = session.act
        if session.story.counts.get("web_seams") == 1 and isinstance(act, Needlework) and act.seam == 1:
            break
        if session.talk is not None:
            hear_out(bot)
        elif isinstance(act, Needlework) and session.is_free:
            go(play, refuge(play, act))
        else:
            play.tick()
    assert session.checkpoint is not None
    again = Play.load(session.checkpoint)
    again.until(lambda: isinstance(again.session.act, Needlework), within=300, reads=True)
    act = again.session.act
    assert isinstance(act, Needlework)
    assert act.seam == 1
    assert not again.said("true_form.open")


def test_who_is_sewn_shut_begins_the_seam_again_and_may_slip_past() -> None:
    play = Play(beat="true_form")
    session = play.session
    play.until(lambda: isinstance(session.act, Needlework), within=1500, reads=True)
    for n in range(3):
        for _ in range(60 * 240):
            if session.news.of(CameBack):
                break
            if session.talk is not None:
                play.read()
            else:
                play.tick()
        else:
            pytest.fail(f"standing still was survived the {n}. time")
        play.until(lambda: isinstance(session.act, Needlework), within=300, reads=True)
    seam = session.story.counts.get("web_seams", 0)
    assert any("Back so soon" in line or "There you are again" in line for line in play.lines)
    assert can_slip(session)
    slip_past(session)
    play.until(lambda: session.story.counts.get("web_seams", 0) == seam + 1, within=120, reads=True)


# ---------------------------------------------------------------- the lie


def asked() -> Play:
    """She has seen them, and is about to say something."""
    play = Play(beat="beldam_tricked", flags=("tricked_opened", "globe_seen"))
    play.until(lambda: play.talk is not None and bool(play.talk.options), within=900, reads=True)
    return play


@pytest.mark.parametrize("pick", [0, 1, 2])
def test_what_is_not_wrong_enough_leaves_the_door_shut(pick: int) -> None:
    play = asked()
    play.choose(pick)
    play.until(lambda: play.talk is not None and bool(play.talk.options), within=900, reads=True)
    assert "web_unlocked" not in play.session.story.flags


def test_a_lie_that_is_let_go_of_must_be_told_again() -> None:
    play = asked()
    play.choose(RIGHT_CLAIM)
    play.until(lambda: isinstance(play.session.panel, ClaimPanel), within=120, reads=True)
    panel = play.session.panel
    assert isinstance(panel, ClaimPanel)
    play.hold("interact", ticks=50)
    play.wait(60)
    assert panel.said == 0 and panel.slips == 1
    assert "web_unlocked" not in play.session.story.flags
    play.hold("interact", ticks=95)
    play.until(lambda: "web_unlocked" in play.session.story.flags, within=1500, reads=True)
    play.until(lambda: play.saw("beldam_tricked"), within=1500, reads=True)
    assert play.said("claim_said") and play.said("goad")


def test_who_cannot_hold_need_only_press() -> None:
    play = asked()
    play.session.rules.auto_brace = True
    play.choose(RIGHT_CLAIM)
    play.until(lambda: isinstance(play.session.panel, ClaimPanel), within=120, reads=True)
    play.press("interact")
    play.until(lambda: "web_unlocked" in play.session.story.flags, within=1500, reads=True)


# ---------------------------------------------------------------- the cat


def test_the_first_throw_is_remembered() -> None:
    play = Play(beat="cat_thrown")
    Bot(play).run("cat_thrown")
    flags = play.session.story.flags
    assert "cat_hit_first" in flags and "cat_missed_first" not in flags
    assert play.said("gone")


def test_a_miss_is_remembered_and_hurts_nobody() -> None:
    play = Play(beat="cat_thrown", flags=("cat_warned",))
    session = play.session
    play.until(lambda: isinstance(session.act, CatThrow), within=300, reads=True)
    act = session.act
    assert isinstance(act, CatThrow)
    play.hold("left", "throw", ticks=90)
    play.until(lambda: "cat_missed_first" in session.story.flags, within=120)
    assert act.state == "miss"
    play.until(lambda: act.state == "wait", within=300)
    assert session.find("cat") and session.story.counts.get("stitches", 0) == 0
    Bot(play).run("cat_thrown")
    assert "cat_hit_first" not in session.story.flags
    assert session.story.counts["cat_throws"] == 2


def test_nothing_is_seen_by_the_globe_while_she_looks_too() -> None:
    play = Play(beat="beldam_tricked", flags=("tricked_opened",))
    session = play.session
    play.until(lambda: isinstance(session.act, Stare), within=300, reads=True)
    for _ in range(200):
        play.tick(Intent(held=Action.STONE))
    assert "globe_seen" not in session.story.flags
