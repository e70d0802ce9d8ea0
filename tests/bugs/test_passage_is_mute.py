"""Bug: whatever she touched between the two flats said its key instead of its line."""

from __future__ import annotations

import pytest

from game.testing import Play


@pytest.mark.parametrize("thing", ["walls", "walls_b", "lights", "lights_b", "smell", "floor", "floor_b"])
def test_things_of_the_passage_answer(thing: str):
    play = Play("between/passage", "from_real", flags=("mouse_guide", "is_night", "in_pyjamas"))
    play.use(thing)
    play.until(lambda: bool(play.keys), within=60)
    assert play.keys[-1].startswith("things.passage.first.")
    assert not play.lines[-1].startswith("["), play.lines[-1]
