"""Being seen and heard: 0.6 s, walls, the dark, hiding, steps; and what a watcher does of itself."""

from __future__ import annotations

import math

import pytest

from game.core.geometry import Box, Facing, Vec
from game.sim.happenings import Caught
from game.sim.parts import Lamp, Look, Patrol, Place, Rules, Walker, Watcher
from game.sim.room import Thing
from game.testing import Play
from tests.arena import arena, thing


def watched(
    at: Vec = Vec(120, 192),
    her: Vec = Vec(220, 192),
    things: tuple[Thing, ...] = (),
    walls: tuple[Box, ...] = (),
    rules: Rules | None = None,
    patrol: tuple[Vec, ...] = (),
    **more: object,
) -> tuple[Play, Watcher]:
    """Somebody at a place who looks to the right, and her."""
    play = arena(things=things, walls=walls, at=her, rules=rules)
    session = play.session
    watcher = Watcher(**more)  # type: ignore[arg-type]
    entity = session.bear(
        session.world.born(
            Place(at.x, at.y, at.x, at.y, Facing.RIGHT),
            Walker(7.0, is_ghost=True),
            Look("other_mother_thin"),
            watcher,
            Patrol(patrol or (at,), "pingpong", 72.0, 0),
        )
    )
    session.names["watcher"] = entity
    session.world.settle()
    return play, watcher


def test_she_is_sure_after_six_tenths_of_a_second_and_not_before() -> None:
    play, watcher = watched()
    play.wait(35)
    assert watcher.state != "reach"
    assert watcher.seen > 0.9
    play.wait(3)
    assert watcher.state == "reach"


def test_she_has_her_only_after_one_more_warning() -> None:
    play, watcher = watched()
    caught: list[int] = []
    play.on_tick.append(lambda _: caught.extend(play.session.tick for _ in play.session.news.of(Caught)))
    start = play.session.tick
    play.wait(90)
    assert watcher.state == "caught"
    assert len(caught) == 1
    assert caught[0] - start >= 36 + 24


@pytest.mark.parametrize(("level", "ticks"), [("storybook", 50), ("beldam", 35)])
def test_no_difficulty_is_quicker_and_the_story_book_is_slower(level: str, ticks: int) -> None:
    play, watcher = watched(rules=Rules(text_speed=0.0, difficulty=level))
    play.wait(ticks)
    assert watcher.state in ("walk", "alert")


def test_longer_windups_hold_for_eyes_too() -> None:
    play, watcher = watched(rules=Rules(text_speed=0.0, windup=2.0))
    play.wait(66)
    assert watcher.state in ("walk", "alert")


def test_a_wall_stands_before_her() -> None:
    play, watcher = watched(walls=(Box(160, 150, 12, 90),))
    play.wait(120)
    assert watcher.seen == 0


def test_nobody_sees_behind_himself_but_very_near() -> None:
    play, watcher = watched(her=Vec(60, 192))
    play.wait(60)
    assert watcher.seen == 0
    play, watcher = watched(her=Vec(90, 192))
    play.wait(20)
    assert watcher.seen > 0


def test_in_the_dark_she_sees_two_tiles() -> None:
    play, watcher = watched(dark=0.2)
    play.wait(60)
    assert watcher.seen == 0
    play.session.world.born(Place(220, 190, 220, 190), Lamp(120.0, "#ffffff", 0.9))
    play.wait(20)
    assert watcher.seen > 0.3


def test_hiding_breaks_it() -> None:
    trunk = Box(236, 180, 30, 22)
    play, watcher = watched(things=(thing("Hide", "trunk", trunk, (trunk,), kind="trunk", exit="up"),))
    play.hold("right", ticks=3).wait(14)
    assert play.prompt == "hide"
    play.press("interact").wait(300)
    assert watcher.state in ("search", "return", "walk")
    assert watcher.seen == 0
    play.wait(700)
    assert watcher.state == "walk"  # looked about, and went back


def test_who_runs_is_heard_behind_her_back_and_who_sneaks_is_not() -> None:
    play, watcher = watched(at=Vec(400, 192), her=Vec(280, 192))
    play.hold("down", "sneak", ticks=90)
    assert watcher.state == "walk"
    play.hold("up", "run", ticks=40)
    assert watcher.by_ear
    assert watcher.state != "walk"


def test_who_is_blind_hears_a_walk_and_goes_there() -> None:
    play, watcher = watched(at=Vec(200, 192), her=Vec(240, 130), is_blind=True, near=24.0)
    play.hold("left", ticks=44).hold("up", "sneak", ticks=60).wait(60)
    place = play.session.world.get(play.session.find("watcher"), Place)
    assert math.hypot(place.x - 200, place.y - 192) > 24
    assert watcher.state == "search"


def test_it_goes_its_round_and_stands_still_while_somebody_talks() -> None:
    play, _ = watched(her=Vec(40, 40), patrol=(Vec(120, 192), Vec(400, 192)))
    place = play.session.world.get(play.session.find("watcher"), Place)
    play.wait(60)
    assert place.x > 170
    play.session.say("coraline", "plain", "(!)", "x")
    play.wait(2)
    before = place.x
    play.wait(30)
    assert place.x == pytest.approx(before, abs=2)
