"""The orchard before its turn: nobody is there who says nothing."""

import pytest

from game.testing import Play


@pytest.mark.parametrize("who", ["wybie", "cat"])
@pytest.mark.parametrize("beat", ["arrival", "ignored"])
def test_they_are_not_there_before_they_are_met(who, beat):
    assert Play("real/orchard", beat=beat).session.find(who) == 0


def test_whoever_can_be_talked_to_answers():
    play = Play("real/orchard", beat="wybie_met", spawn="cp_well")  # tag has not begun: she came in by the other side
    play.walk_to("cat", near=20.0)
    is_asked = play.prompt == "talk"
    play.press("interact").wait(20)
    assert play.talk is not None or not is_asked
