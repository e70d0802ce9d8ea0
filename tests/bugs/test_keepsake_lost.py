"""She found a keepsake, was sewn shut, and had to find it again: what was found stays found."""

from game.core.geometry import Box, Vec
from game.sim.harm import prick
from game.sim.parts import Rules
from tests.arena import arena, thing


def test_a_keepsake_outlasts_a_picture_that_closed():
    item = thing("Item", "stamp", Box(232, 186, 4, 4), item="silas_stamp", once=True)
    kettle = thing("Item", "kettle", Box(176, 186, 4, 4), item="kettle", once=True)
    play = arena(things=[item, kettle], at=Vec(206, 192), rules=Rules(text_speed=0.0))
    session = play.session
    session.story.set("stone_given")
    session.keep()
    play.hold("right", ticks=2).wait(2).press("interact").wait(4)
    assert "silas_stamp" in session.story.items
    for _ in range(4):
        prick(session, "needle", session.place.x + 10, session.place.y)
        play.wait(100)
    play.wait(60)
    assert session.story.counts["falls"] == 1
    assert "silas_stamp" in session.story.items and not session.find("stamp")
    assert session.find("kettle")
