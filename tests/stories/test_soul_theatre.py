"""Hunt B: the whole of it by the bot; left half-way; loaded in the middle; what only the stone shows; in any order."""

from __future__ import annotations

import pytest

from game.app.bot import Bot
from game.app.bot.ch09_theatre import board_of
from game.core.geometry import Vec
from game.core.intent import Action, Intent
from game.sim.acts import Duet, Interval, RunOut
from game.sim.acts.duet.board import HER
from game.sim.happenings import Fell, SewnShut
from game.sim.parts import Rules
from game.testing import Play

ORDER = ("theatre", "house", "circus")
OPEN = ("moles_gone", "duet_open", "duet_teach")
BOARDS_DONE = (*OPEN, "duet_1", "duet_2", "duet_3")


def hunt(flags: tuple[str, ...] = (), rules: Rules | None = None, spawn: str = "", seed: int = 1) -> Play:
    play = Play(beat="soul_theatre", spawn=spawn, flags=flags, rules=rules, seed=seed)
    if flags:
        play.session.begin("soul_theatre")
    return play


def test_the_whole_hunt() -> None:
    play = hunt()
    fallen: list[object] = []
    play.on_tick.append(lambda _: fallen.extend([*play.session.news.of(Fell), *play.session.news.of(SewnShut)]))
    report = Bot(play, order=ORDER).run("soul_theatre")
    for moment in (
        "open",
        "moles",
        "teach_mirror",
        "marks",
        "marked",
        "clap",
        "soul",
        "end_pair",
        "crumble",
        "run_1",
        "done",
    ):
        assert play.said(moment), moment
    session = play.session
    assert "fan" in session.story.items
    assert session.story.holds("kind_other_actresses,order_theatre_first,!runout_theatre")
    assert session.room.name == "other/grounds"
    assert not fallen  # who runs does not fall
    steps = next(t.box.middle for t in session.room.things if t.name == "basement_steps")
    assert session.ruin.is_gone(steps.x, steps.y) and not session.ruin.is_gone(session.place.x, session.place.y)
    assert report.ticks < 60 * 60 * 4


@pytest.mark.nightly
@pytest.mark.parametrize("souls", [("soul_house",), ("soul_house", "soul_circus")])
def test_harder_with_every_soul_and_still_done(souls: tuple[str, ...]) -> None:
    play = hunt(souls)
    Bot(play, order=ORDER).run("soul_theatre")
    assert "order_theatre_first" not in play.session.story.flags


@pytest.mark.nightly
@pytest.mark.parametrize("difficulty", ["storybook", "beldam"])
def test_every_difficulty(difficulty: str) -> None:
    play = hunt(rules=Rules(difficulty=difficulty))
    Bot(play, order=ORDER).run("soul_theatre")


def test_left_half_way_and_come_back() -> None:
    """In the middle of a board she steps down, goes out of the house, and comes back to the same board."""
    play = hunt(OPEN, spawn="cp_stage")
    bot = Bot(play, order=ORDER)
    play.until(lambda: isinstance(play.session.act, Interval) and play.session.act.is_waiting, within=300)
    play.walk_to(
        play.session.act.foot(play.session.act.now[HER]), near=3.0, stop=lambda: isinstance(play.session.act, Duet)
    )  # type: ignore[union-attr]
    play.until(lambda: isinstance(play.session.act, Duet) and play.session.act.phase == "play", within=200)
    play.hold("left", ticks=3).wait(20)
    play.hold("dodge", ticks=60)
    bot.go_to_map("other/grounds")
    assert play.session.room.name == "other/grounds"
    bot.go_to_map("other/basement")
    play.until(lambda: isinstance(play.session.act, Interval), within=300)
    assert play.session.act.number == 1  # type: ignore[union-attr]
    bot.run("soul_theatre")


def test_saved_and_loaded_between_boards() -> None:
    play = hunt(OPEN, spawn="cp_stage")
    seen = 0
    while seen < 2:  # two boards, the second of which is a checkpoint
        play.until(lambda: isinstance(play.session.act, Interval) and play.session.act.is_waiting, within=600)
        interval = play.session.act
        play.walk_to(interval.foot(interval.now[HER]), near=3.0, stop=lambda: isinstance(play.session.act, Duet))  # type: ignore[union-attr]
        play.until(lambda: isinstance(play.session.act, Duet), within=100)
        board_of(Bot(play, order=ORDER), play.session.act)  # type: ignore[arg-type]
        seen += 1
        play.until(lambda n=seen: f"duet_{n}" in play.session.story.flags, within=600, reads=True)  # type: ignore[misc]
    play.wait(30)
    snapshot = play.session.checkpoint
    assert snapshot is not None
    again = Play.load(snapshot)
    again.until(lambda: isinstance(again.session.act, Interval), within=300)
    assert again.session.act.number == 3  # type: ignore[union-attr]
    Bot(again, order=ORDER).run("soul_theatre")


def test_loaded_in_the_middle_of_the_run_is_as_played_on() -> None:
    play = hunt((*BOARDS_DONE, "duet_pinned", "duet_told", "duet_clouds", "duet_fan", "duo_gone"), spawn="cp_stage")
    Bot(play, order=ORDER)
    play.until(lambda: isinstance(play.session.act, RunOut), within=900, reads=True)
    play.session.space.move(play.session.hero, 80.0, 528.0)  # at the first mark, however she came there
    play.wait(40)
    play.until(lambda: "mark_theatre_1" in play.session.story.flags and not play.session.wants_checkpoint, within=200)
    snapshot = play.session.checkpoint
    assert snapshot is not None
    again = Play.load(snapshot)
    gone = [sorted(p.session.ruin.gone) for p in (play, again)]
    assert gone[0] == gone[1]
    for _ in range(120):
        play.tick()
        again.tick()
    assert sorted(play.session.ruin.gone) == sorted(again.session.ruin.gone)


def test_a_painted_row_lets_her_through_while_she_looks_and_hides_a_playbill() -> None:
    play = hunt(OPEN, spawn="cp_aisle")
    play.wait(5)
    play.walk_to(Vec(832.0, 640.0), near=6.0)
    play.hold("up", ticks=30)
    assert play.position.y > 600  # a row of seats, for all that one can see
    assert play.prompt != "take"  # and nothing to be seen behind it
    for _ in range(600):
        if play.prompt == "take":
            play.tick(Intent(0, 0, Action.STONE | Action.INTERACT, Action.INTERACT))
        elif "hester_playbill" in play.session.story.items:
            break
        else:
            play.tick(Intent(0, -127 if play.position.y > 588 else 0, Action.STONE))
    assert "hester_playbill" in play.session.story.items
    for _ in range(160):
        play.tick(Intent(0, -127, Action.STONE))
    assert play.position.y < 566  # out on the other side
    play.until(lambda: play.said("keepsake"), within=1200, reads=True)
    assert play.said("seats")


def test_the_wrong_fan_is_paint_and_pricks() -> None:
    play = hunt((*BOARDS_DONE, "duet_pinned", "duet_told"), spawn="cp_stage")
    play.wait(40)
    play.use("cloud_5")
    play.until(lambda: play.said("painted_fan"), within=400, reads=True)
    play.read()
    assert play.session.story.counts.get("stitches", 0) == 1
    play.use("cloud_1")
    play.until(lambda: play.said("only_cloud"), within=400, reads=True)
    play.read()
    assert "fan" not in play.session.story.items
    play.use("cloud_3")
    play.until(lambda: "fan" in play.session.story.items, within=400, reads=True)
