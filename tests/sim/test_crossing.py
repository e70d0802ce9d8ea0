"""Ways from one map to another that are more than a fade: they hold her a moment, and are the same after a load."""

import pytest

from game.sim.crossing import CLOSES
from game.sim.save import Snapshot
from game.testing import Play


def gone(how: str, target: str = "other/flat_down", spawn: str = "from_passage") -> Play:
    play = Play("real/flat_down", spawn="from_passage", flags=["bricks", "mouse_guide"])
    play.wait(20)
    play.session.leave_for(target, spawn, how)
    play.until(lambda: play.session.leaving is None, within=120)
    return play


@pytest.mark.parametrize("how", CLOSES)
def test_every_way_arrives_and_lets_her_go(how: str):
    play = gone(how)
    play.until(lambda: play.session.is_free and play.session.crossing is None, within=300)


def test_through_the_passage_the_colours_open_and_on_the_way_back_they_drain():
    assert gone("passage").session.crossing.kind == "bloom"
    assert gone("passage", "real/flat_down").session.crossing.kind == "drain"
    assert gone("passage", "between/passage", "from_real").session.crossing.kind == "pulse"
    assert gone("fade").session.crossing is None


def test_who_wakes_cannot_walk_yet():
    play = gone("sleep", "real/flat_up", "cp_bed")
    before = play.position
    play.hold("right", ticks=60)
    assert (play.position - before).length < 1
    play.wait(80).hold("right", ticks=20)
    assert (play.position - before).length > 10


def test_a_load_wakes_like_the_first_time():
    play = gone("sleep", "real/flat_up", "cp_bed")
    assert play.session.checkpoint is not None
    again = Play.load(Snapshot.from_data(play.session.checkpoint.to_data()))
    play.wait(200)
    again.wait(200)
    assert again.hash() == play.hash()
