"""Auto-brace is for those who cannot press in time: what they press must not spoil it."""

import pytest

from game.core.intent import NOTHING, Action, Intent
from game.sim.panels import BracePanel
from game.sim.parts import Rules
from game.testing import Play


@pytest.mark.parametrize("every", [2, 10, 30])
def test_tapping_does_not_keep_the_door_shut(every):
    play = Play(
        "real/grounds",
        spawn="from_flat_down",
        beat="arrival",
        flags=["began_arrival", "arrival_opened", "boxes_in"],
        rules=Rules(auto_brace=True),
    )
    play.use("brace_door")
    play.until(lambda: isinstance(play.session.panel, BracePanel), within=4000, reads=True)
    for tick in range(1200):
        tap = Action.INTERACT if tick % every == 0 else NOTHING
        play.tick(Intent(held=tap, pressed=tap))
    assert not isinstance(play.session.panel, BracePanel)
