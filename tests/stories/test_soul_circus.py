"""Hunt C as a player meets it: from the coat that falls apart to the ring that runs out; left halfway, sewn shut, come back to."""

from __future__ import annotations

import pytest

from game.app.bot import Bot, ch09_circus
from game.core.route import route
from game.sim.acts import RatHunt, RunOut
from game.sim.harm import prick
from game.sim.parts import Harm, Rules
from game.sim.ruin import souls
from game.testing import Play

ORDER = ("circus", "house", "theatre")
TAUGHT = ("began_soul_circus", "circus_rats_open", "circus_rats_taught")
HURT = (*TAUGHT, "circus_ribbon", "circus_clasp", "circus_bare", "circus_stood_up")
FOUND = (*HURT, "circus_soul")


def bot_of(play: Play) -> Bot:
    return Bot(play, order=ORDER)


def put(play: Play, x: float, y: float) -> None:
    session = play.session
    session.space.move(session.hero, x, y)
    session.place.x = session.place.was_x = x
    session.place.y = session.place.was_y = y


def running(rules: Rules | None = None) -> tuple[Play, Bot]:
    """She has the medal, on the mark in the middle; it begins to run out."""
    play = Play(beat="soul_circus", flags=FOUND, rules=rules)
    mark = play.session.room.spots["mark_centre"].box.middle
    put(play, mark.x, mark.y)
    play.wait(40)
    play.session.keep()
    play.until(lambda: isinstance(play.session.act, RunOut), within=900, reads=True)
    return play, bot_of(play)


def test_the_whole_hunt() -> None:
    play = Play(beat="soul_circus")
    bot = bot_of(play)
    bot.run("soul_circus")
    story = play.session.story
    assert play.saw("soul_circus") and souls(story) == 1
    assert "medal" in story.items
    for moment in ("open", "teach_rats", "flock", "bait", "light", "coats", "found", "stood", "soul", "crumble"):
        assert play.said(f"soul_circus.{moment}"), moment
    for moment in ("trapeze", "end_bobinsky", "run_1", "done"):
        assert play.said(f"soul_circus.{moment}"), moment
    assert "kind_other_bobinsky" in story.flags and "runout_circus" not in story.flags
    assert story.counts.get("falls", 0) <= 1


@pytest.mark.parametrize("flags", [TAUGHT, (*TAUGHT, "circus_ribbon", "circus_clasp")])
def test_left_in_the_middle_and_come_back(flags: tuple[str, ...]) -> None:
    play = Play(beat="soul_circus", flags=flags)
    session = play.session
    play.until(lambda: isinstance(session.act, RatHunt) and session.act.flock.mood == "stream", within=300)
    part = session.act.part if isinstance(session.act, RatHunt) else ""
    coats = {k: v for k, v in session.story.counts.items() if k.startswith("circus_coat")}
    play.wait(200)
    session.leave_for("other/grounds", "from_attic")
    play.until(lambda: session.room.name == "other/grounds", within=200)
    play.wait(60)
    assert session.act is None
    session.leave_for("other/attic", "from_grounds")
    play.until(lambda: isinstance(session.act, RatHunt), within=300)
    assert isinstance(session.act, RatHunt) and session.act.part == part
    assert coats == {k: v for k, v in session.story.counts.items() if k.startswith("circus_coat")}


def test_sewn_shut_she_is_back_before_this_puzzle() -> None:
    play = Play(beat="soul_circus", flags=(*TAUGHT, "circus_ribbon"))
    session = play.session
    play.until(lambda: isinstance(session.act, RatHunt), within=200)
    for _ in range(5):
        play.until(lambda: session.world.get(session.hero, Harm).grace == 0 and session.is_free, within=400)
        prick(session, "trapeze", session.place.x + 20, session.place.y)
        play.wait(5)
    play.until(lambda: isinstance(session.act, RatHunt) and session.is_free, within=300)
    assert isinstance(session.act, RatHunt) and session.act.part == "four"
    assert "circus_clasp" not in session.story.flags


@pytest.mark.parametrize("difficulty", ["storybook", "brave", "beldam"])
def test_the_run_out_can_be_run(difficulty: str) -> None:
    play, bot = running(Rules(text_speed=0.0, difficulty=difficulty))
    began = play.session.tick
    ch09_circus.soul_circus(bot)
    assert play.saw("soul_circus")
    assert 20 * 60 < play.session.tick - began < 60 * 60
    assert play.session.story.counts.get("runout.circus.falls", 0) == 0


def test_whoever_stands_still_falls_and_is_back_at_once() -> None:
    play, bot = running()
    session = play.session
    play.until(lambda: session.world.get(session.hero, Harm).holds, within=60 * 60, reads=True)
    play.until(lambda: isinstance(session.act, RunOut) and session.is_free, within=240, reads=True)
    ch09_circus.soul_circus(bot)
    assert play.saw("soul_circus")


def test_saved_in_the_run_out_it_goes_on() -> None:
    play, _ = running()
    assert play.session.checkpoint is not None
    again = Play.load(play.session.checkpoint)
    again.until(lambda: isinstance(again.session.act, RunOut), within=600, reads=True)
    ch09_circus.soul_circus(bot_of(again))
    assert again.saw("soul_circus")


def test_after_it_the_circus_is_gone_and_the_rest_can_be_walked_to() -> None:
    play, bot = running()
    session = play.session
    ch09_circus.soul_circus(bot)
    play.read()
    play.wait(900)
    ruin = session.ruin
    assert session.room.name == "other/grounds"
    assert ruin.is_gone(45 * 32, 20 * 32) and ruin.is_gone(51 * 32, 12 * 32) and ruin.is_gone(40 * 32, 42 * 32)
    here = (round(play.position.x / 16), round(play.position.y / 16))

    def is_free(cell: tuple[int, int]) -> bool:
        return session.space.is_free(cell[0] * 16, cell[1] * 16, 7.0, session.hero)

    for x, y in ((31.9, 19.0), (19.0, 19.5)):  # the front door, the basement steps
        goal = (int(x * 2), int(y * 2))
        assert route(here, goal, is_free)[-1] == goal, (x, y)


def test_the_other_garden_is_kept_no_more() -> None:
    play = Play("other/grounds", flags=("other_wybie", "stone_given"))
    fine = Play("other/grounds", flags=("other_wybie",))
    from game.sim.parts import Furniture

    now = {f.prop for _, f in play.session.world.each(Furniture)}
    then = {f.prop for _, f in fine.session.world.each(Furniture)}
    assert {"doormat_stay", "tree_bare_1"} <= now
    assert not any(name.startswith(("drift_", "fairy_lights", "tree_blossom")) for name in now)
    assert any(name.startswith("drift_") for name in then)
