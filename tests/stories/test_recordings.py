"""The whole story as it was recorded, tick for tick: once in every run, in every order and on every difficulty at night."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from game.app.recorded import session_of
from game.app.replay import do_deed, play_back, read, seen
from game.content.ledger import load_ledger, met
from game.content.start import make_content
from game.sim.happenings import Ended
from game.sim.story import ANY_ORDER, BEATS
from tools.record import REPLAYS, RUNS

ORDINARY = "house_theatre_circus"
RENEW = "is it wanted? Then: python -m tools.record"
LOOK_TICKS = 20


class Watched:
    """A session that somebody keeps an eye on: which beats end, and what she meets."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self.ended: list[str] = []
        self.met: set[str] = set()

    def step(self, intent: Any) -> None:
        self.session.step(intent)
        self.ended += [ended.beat for ended in self.session.news.of(Ended)]
        if self.session.tick % LOOK_TICKS == 0:
            self.met |= met(self.session)

    def state_hash(self) -> str:
        return self.session.state_hash()


def in_their_order(beats: list[str]) -> list[str]:
    """The hunts may come as they like; here they come as the plot has them."""
    souls = [b for b in beats if b in ANY_ORDER]
    return [ANY_ORDER[souls.index(b)] if b in souls else b for b in beats]


@pytest.mark.parametrize("name", [pytest.param(n, marks=() if n == ORDINARY else pytest.mark.nightly) for n in RUNS])
def test_the_whole_story_plays_again_to_the_last_tick(name: str) -> None:
    file: Path = REPLAYS / f"{name}.replay.xz"
    watched: list[Watched] = []

    def begin(header: Any) -> Watched:
        watched.append(Watched(session_of(header, make_content())))
        return watched[0]

    result = play_back(
        read(file),
        begin,
        lambda w: seen(w.session),
        lambda w, deed: do_deed(w.session, deed),
    )
    assert result.first_difference is None, f"{file.name}: {result.first_difference}; {RENEW}"
    assert result.ok
    story = watched[0]
    assert in_their_order(story.ended) == [b.id for b in BEATS]
    ledger = load_ledger()
    missed = [name for name, ways in {**ledger.people, **ledger.things}.items() if not story.met & set(ways)]
    assert missed == [], "nobody meets them"
