"""The night at the well as a player meets it: the walk, the fight and what is said of it, Wybie, the rock, the lid."""

from __future__ import annotations

import pytest

from game.app.bot import Bot
from game.app.bot.hand_fighter import SKILLS, Fighter
from game.content.beats.boss_lines import boss_line
from game.core.chance import Chance
from game.sim.acts import HandFight, LanternWalk
from game.sim.happenings import CameBack, Cried, Spoke
from game.sim.harm import limit, stitches
from game.sim.parts import Rules
from game.testing import Play


def fight_on(play: Play, until: str, skill: str = "perfect", ticks: int = 40_000) -> None:
    """Plays the fight until something has happened in it."""
    fighter = Fighter(play, SKILLS[skill], Chance(3))
    for _ in range(ticks):
        act = play.session.act
        if isinstance(act, HandFight) and until in act.happened:
            return
        if play.session.talk is not None:
            play.read()
        elif isinstance(act, HandFight) and not play.session.locks:
            fighter.tick(act)
        else:
            play.tick()
    raise AssertionError(f"{until} never happened; {play.where()}")


def test_the_whole_night() -> None:
    play = Play(beat="hand_attacks")
    Bot(play).run("well_sealed")
    story = play.session.story
    for moment in ("open", "walk", "seen", "stuck", "phase_2", "drag", "well_edge"):
        assert play.said(f"hand_attacks.{moment}"), moment
    for moment in ("open", "hit", "down", "shield", "rock"):
        assert play.said(f"wybie_arrives.{moment}"), moment
    for moment in ("open", "near_miss_1", "near_miss_2", "lure", "too_soon", "now", "hit", "after"):
        assert play.said(f"hand_crushed.{moment}"), moment
    for moment in ("open", "wrap", "throw", "no_splash", "lid", "done", "cat", "end"):
        assert play.said(f"well_sealed.{moment}"), moment
    assert "key" not in story.items
    assert story.holds("well_shut,!well_open,!is_night")
    assert story.holds("wybie_untouched") == (not story.counts.get("wybie_hurt"))
    assert story.holds("rock_first_try") == (story.counts["rock_tries"] == 1)


def test_something_walks_behind_her_and_is_never_there() -> None:
    play = Play(beat="hand_attacks")
    play.until(lambda: isinstance(play.session.act, LanternWalk) and play.session.is_free, within=1500, reads=True)
    play.hold("right", ticks=200)
    play.until(lambda: "hand_rustle" in play.heard, within=120)
    play.hold("left", ticks=30)
    assert not play.session.find("hand")


def test_nothing_that_is_said_in_the_fight_stops_it() -> None:
    play = Play.boss("hand")
    spoken: list[str] = []
    cried: list[str] = []

    def listen(_: object) -> None:
        act = play.session.act
        if isinstance(act, HandFight) and not play.session.locks and not act.won:
            spoken.extend(s.key for s in play.session.news.of(Spoke))
            cried.extend(c.key for c in play.session.news.of(Cried))

    play.on_tick.append(listen)
    Bot(play).run("hand_crushed")
    assert not spoken
    assert len(cried) >= 6


def test_fallen_in_the_second_phase_she_begins_at_the_second_phase() -> None:
    play = Play.boss("hand", rules=Rules(text_speed=0.0))
    fight_on(play, "won")
    play.until(lambda: getattr(play.session.act, "part", "") == "drag", within=1500, reads=True)
    session = play.session
    session.story.set("stone_given")
    assert stitches(session) <= limit(session) - 2, "two to lose at least"
    back = False
    for _ in range(6000):
        play.tick()
        back = back or bool(session.news.of(CameBack))
        if back and isinstance(session.act, HandFight) and session.is_free:
            break
    assert back
    assert isinstance(session.act, HandFight)
    assert session.act.part == "drag"
    assert not play.session.locks


def test_loaded_after_a_drop_of_the_rock_the_drop_still_counts() -> None:
    play = Play(beat="hand_crushed")
    play.until(lambda: getattr(play.session.act, "part", "") == "rock", within=3000, reads=True)
    fight_on(play, "near_miss_1")
    session = play.session
    play.until(lambda: session.checkpoint is not None and session.checkpoint.counts.get("hand_drops") == 1, within=900)
    snapshot = session.checkpoint
    assert snapshot is not None
    again = Play.load(snapshot)
    again.wait(5)
    act = again.session.act
    assert isinstance(act, HandFight)
    assert act.rock.drops == 1
    assert act.hand.fingers == 4


@pytest.mark.parametrize(
    ("facts", "number"),
    [
        ({"retry_3", "retry_1"}, 1),
        ({"retry_1", "hand_hits_2"}, 2),
        ({"hand_no_hits"}, 3),
        ({"hand_hits_2", "used_stone"}, 4),
        ({"used_stone"}, 5),
        ({"used_apples"}, 6),
    ],
)
def test_how_she_fought_is_answered(facts: set[str], number: int) -> None:
    session = Play("real/orchard").session
    assert boss_line(session, "hand.coraline", facts) == f"boss.hand.coraline.{number}"
    assert boss_line(session, "hand.coraline", facts) != f"boss.hand.coraline.{number}", "never the same twice running"


def test_three_tries_in_vain_and_one_may_slip_past() -> None:
    play = Play.boss("hand")
    play.tick()
    act = play.session.act
    assert isinstance(act, HandFight)
    assert act.can_slip
    act.slip(play.session)
    play.until(lambda: "hand_phase_2" in play.session.story.flags, within=2500, reads=True)


@pytest.mark.parametrize("rules", [Rules(auto_brace=True), Rules(difficulty="beldam"), Rules(no_fail=True)])
def test_every_kind_of_rules_comes_to_the_end(rules: Rules) -> None:
    play = Play.boss("hand", rules=rules)
    Bot(play).run("well_sealed")
    assert play.saw("well_sealed")
