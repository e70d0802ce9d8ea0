"""The way round: after three tries in vain whatever stands before her can be slipped past, and the story goes on."""

from __future__ import annotations

import pytest

from game.sim.harm import OFFER_AFTER, can_slip, slip_past
from tests.sim.test_rats import hunt
from tests.stories.test_escape import escaping


@pytest.mark.parametrize("part", ["two", "four", "five"])
def test_the_right_coat_falls_open(part: str) -> None:
    play, act = hunt(part, "" if part == "five" else "gold")
    session = play.session
    assert not can_slip(session)
    session.story.counts["tries"] = OFFER_AFTER
    assert can_slip(session)
    slip_past(session)
    play.wait(2)
    assert act.found and not session.story.counts.get("stitches")
    assert "used_skip" in session.story.flags and not can_slip(session)


def test_the_man_of_rats_lets_go() -> None:
    play, act = hunt("tall")
    play.session.story.counts["tries"] = OFFER_AFTER
    slip_past(play.session)
    assert act.taken


def test_other_wybie_opens_to_whoever_has_been_caught_three_times() -> None:
    play = escaping()
    session = play.session
    play.wait(5)
    session.story.counts["tries"] = OFFER_AFTER
    slip_past(session)
    play.until(lambda: play.talk is not None and bool(play.talk.options), within=3000, reads=True)
    play.choose(0)
    play.until(lambda: session.room.name == "between/passage", within=3000, reads=True)
