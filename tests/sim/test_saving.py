"""A checkpoint loaded is the checkpoint played on: bit for bit."""

import json

import pytest

from game.app.bot import Bot
from game.content.start import loaded_session
from game.core.intent import Action, Intent
from game.sim.happenings import Checkpointed
from game.sim.save import Snapshot
from game.testing import Play

STEPS = [Intent(127, 0), Intent(0, -127, Action.RUN), Intent(-90, 90), Intent()] * 40


@pytest.mark.parametrize("beat", ["arrival", "ignored", "wybie_met", "doll_given", "door_found"])
def test_played_on_equals_loaded(beat):
    play = Play(beat=beat)
    snapshot = play.session.checkpoint
    assert snapshot is not None
    other = Play(session=loaded_session(Snapshot.from_data(json.loads(json.dumps(snapshot.to_data())))))
    for intent in STEPS:
        play.tick(intent)
        other.tick(intent)
        assert play.hash() == other.hash()


@pytest.mark.parametrize("beat", ["ignored", "door_found"])
def test_what_follows_a_checkpoint_is_the_same_for_one_who_loads_it(beat):
    """Every checkpoint of a run: the hands do the same again after a load, and it comes to the same."""
    play = Play(beat=beat)
    since = []

    def watch(intent):
        if play.session.news.of(Checkpointed):
            since.append((play.session.checkpoint, []))
        elif since and len(since[-1][1]) < 400:
            since[-1][1].append((intent, play.hash()))

    play.on_tick.append(watch)
    Bot(play).run(beat)
    assert since
    for snapshot, steps in since:
        again = Play.load(snapshot)
        for intent, hashed in steps:
            again.tick(intent)
            assert again.hash() == hashed


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"version": 99}, "newer version"),
        ({"tick": "soon"}, "tick"),
        ({"hero": [1, 2]}, "hero"),
        ({"flags": None}, "flags"),
    ],
)
def test_a_wrong_snapshot_says_what_is_wrong(change, message):
    data = Play("real/flat_up").session.checkpoint.to_data() | change
    with pytest.raises(ValueError, match=message):
        Snapshot.from_data(data)
