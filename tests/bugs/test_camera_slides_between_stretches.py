"""Bug: at the second and third stretch of the long passage the picture slid down to her through the dark, and she ran unseen."""

from __future__ import annotations

import pytest

from game.app.headless import Headless
from game.core.geometry import Vec
from game.sim.acts import Chase
from game.sim.acts.chase.pace import start_tiles
from game.testing import Play
from game.view.show import Show

DT_S = 1 / 60


def hero_in_picture(show: Show, play: Play) -> tuple[float, float]:
    place = play.session.place
    show.hear(play.session)
    x, y = show.look(play.session, Vec(place.x, place.y), DT_S)
    return place.x - x, place.y - y


@pytest.mark.parametrize("stretch", [0, 1])
def test_the_picture_is_at_her_from_the_first_tick_of_a_stretch(stretch: int):
    spawn = ("from_web", "stretch_2")[stretch]
    play = Play("between/passage_long", spawn, "beldam_chase", ["chase_opened"])
    play.until(lambda: isinstance(play.session.act, Chase) and play.session.is_free, within=120)
    show = Headless(play.session).game.play.show
    for _ in range(30):
        hero_in_picture(show, play)
    act = play.session.act
    assert isinstance(act, Chase)
    act.phase = "won"
    was_free = 0
    for _ in range(120):
        play.hold("right", "run", ticks=1)
        x, y = hero_in_picture(show, play)
        now = play.session.act
        if isinstance(now, Chase) and now is not act and play.session.is_free:
            was_free += 1
            assert 100 < y < 300 and 60 < x < 330, (was_free, x, y)
            if was_free == 1:
                assert now.distance_tiles(play.session) >= start_tiles("brave", 0) - 0.1
            if was_free > 45:
                break
    assert was_free > 45
