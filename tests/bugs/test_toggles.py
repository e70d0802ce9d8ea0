"""With run or sneak as a toggle, she goes on running through a door and over a checkpoint."""

from game.app.bot import Bot
from game.sim.parts import Rules
from game.testing import Play


def test_a_toggled_run_lasts_into_the_next_room():
    play = Play("real/flat_down", spawn="from_up", beat="doll_given", rules=Rules(run_toggle=True))
    play.press("run")
    Bot(play).go_to_map("real/flat_up")
    start = play.position
    play.hold("left", ticks=40)
    assert (play.position - start).length > 96 * 40 / 60
