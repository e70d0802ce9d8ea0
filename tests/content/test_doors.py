"""A door that is shut says so; once it is open one walks through and is not asked."""

from game.core.geometry import Box, Vec
from tests.arena import arena, thing

LINE = "things.flat_down.real.small_door"


def room():
    door = thing(
        "Door",
        "gate",
        Box(304, 160, 32, 16),
        target_map="real/arena",
        target_spawn="start",
        kind="door",
        facing="up",
        needs="door_open",
        locked=LINE,
    )
    return arena(things=[door], at=Vec(320, 190))


def test_a_locked_door_is_asked_and_answers():
    play = room()
    play.hold("up", ticks=2).wait(2)
    assert play.prompt == "open"
    play.press("interact").wait(3)
    assert play.keys[-1] == LINE
    play.read()
    play.hold("up", ticks=40)
    assert play.session.leaving is None


def test_an_open_one_is_only_walked_through():
    play = room()
    play.session.story.set("door_open")
    play.hold("up", ticks=2).wait(2)
    assert play.prompt == ""
    play.hold("up", ticks=40)
    assert play.session.leaving is not None or play.session.story.counts["visits.real/arena"] == 2
