"""drive: what looks like a number and is none is answered with an error, as any other line."""

import pytest

from game.app.drive import Driver, LineError
from game.app.headless import Headless
from game.content.start import new_session


@pytest.mark.parametrize("line", ["wait ²", "tap ²", "stick 0 0 ²"])
def test_a_superscript_is_no_number_of_ticks(line):
    with pytest.raises(LineError):
        Driver(Headless(new_session(beat="bricks"))).do(line.split())
