"""Three souls in any order, by hands that only press buttons; by hands that tremble; and the same again as recorded."""

from __future__ import annotations

import json
from itertools import permutations
from pathlib import Path

import pytest

from game.app.bot import Bot
from game.app.bot.trembling import Trembling
from game.app.main import main
from game.content.start import new_session, playable_beats
from game.sim.ruin import HUNTS
from game.testing import Play

FIRST, LAST = "cat_joins", "only_living_room"
ORDERS = list(permutations(HUNTS))
pytestmark = pytest.mark.skipif(LAST not in playable_beats(), reason="chapter 9 is not written to its end")


def some_now(cases, now):
    """Those numbers in every run, the others at night."""
    return [pytest.param(c, marks=() if n in now else pytest.mark.nightly) for n, c in enumerate(cases)]


@pytest.mark.parametrize("order", some_now(ORDERS, (3,)))
def test_any_order_leads_to_the_living_room(order):
    play = Play(beat=FIRST)
    report = Bot(play, order=order).run(LAST)
    assert [b for b in report.beats if b.startswith("soul_")] == [f"soul_{hunt}" for hunt in order]
    assert report.beats[-1] == LAST
    assert play.session.room.name == "other/flat_down"


@pytest.mark.parametrize("seed", some_now(range(1, 21), (0,)))
def test_trembling_hands_get_there_too(seed):
    play = Trembling(0.05, seed, new_session(beat=FIRST, seed=seed))
    report = Bot(play, order=ORDERS[seed % 6]).run(LAST)
    assert report.beats[-1] == LAST


@pytest.mark.parametrize("order", some_now(ORDERS, ()))
def test_a_recording_plays_again_to_the_same_end(order, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "hunts.replay"
    asked = ["bot", "--from", FIRST, "--until", LAST, "--order", ",".join(order), "--record", str(file), "--json"]
    assert main(asked) == 0
    told = json.loads(capsys.readouterr().out)
    assert main(["replay", str(file)]) == 0
    assert told["hash"] in capsys.readouterr().out
