"""A map that became smaller after it was saved on: she stands on it all the same."""

import msgspec
import pytest

from game.testing import Play


@pytest.mark.parametrize("at", [(5000.0, 300.0), (700.0, -900.0)])
def test_who_was_saved_beyond_the_edge_comes_back_on_the_map(at):
    saved = Play(beat="door_found").session.checkpoint
    play = Play.load(msgspec.structs.replace(saved, hero=(*at, "down")))
    size = play.session.room.size
    play.wait(10)
    assert 0 <= play.position.x <= size.x and 0 <= play.position.y <= size.y
