"""With run or sneak as a toggle, she goes on running through a door and over a checkpoint."""

import pytest

from game.app.bot import Bot
from game.sim.parts import Hero, Rules
from game.testing import Play


@pytest.mark.xfail(
    strict=True, raises=AssertionError, reason="Hero.runs_on/sneaks_on are born anew with every room and checkpoint"
)
def test_a_toggled_run_lasts_into_the_next_room():
    play = Play("real/flat_down", spawn="from_up", beat="doll_given", rules=Rules(run_toggle=True))
    play.press("run")
    Bot(play).go_to_map("real/flat_up")
    assert play.session.world.get(play.session.hero, Hero).runs_on
