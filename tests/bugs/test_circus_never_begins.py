"""Whoever went round the mouth of the carpet could walk about in the ring, and the hunt did not begin."""

from game.core.geometry import Vec
from game.testing import Play


def test_over_the_rim_the_hunt_begins_as_well():
    play = Play("other/attic", "cp_coats", beat="soul_circus")
    play.walk_to(Vec(428, 600), within=900, stop=lambda: play.session.is_running("soul_circus"))
    play.until(lambda: play.said("soul_circus.open"), within=400, reads=True)
