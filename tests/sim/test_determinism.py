"""The same wishes come to the same end: in another process, with other hash seeds, drawn or not, today and next week."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.app.bot import Bot
from game.content.start import make_content
from game.core.intent import Action, Intent
from game.data import data_folder
from game.testing import Play
from game.view.assets import Assets
from game.view.paint_soft import SoftPainter
from game.view.show import Show

ROOT = Path(__file__).resolve().parents[2]
WISHES = [
    Intent(127, 0),
    Intent(0, -127, Action.RUN),
    Intent(-90, 90),
    Intent(0, 0, Action.INTERACT, Action.INTERACT),
    Intent(),
]
STORY = ("arrival", "ignored", "wybie_met", "door_found")

SCRIPT = f"""
import json, sys
sys.path.insert(0, {str(ROOT)!r})
from tests.sim.test_determinism import STORY, hashes
print(json.dumps([hashes(beat) for beat in STORY]))
"""


def hashes(beat: str, ticks: int = 240) -> list[str]:
    """The state once a second of a game that is played rather at random."""
    play = Play(beat=beat, seed=7)
    told = []
    for n in range(ticks):
        play.tick(WISHES[n // 11 % len(WISHES)])
        if n % 60 == 59:
            told.append(play.hash())
    return told


def test_another_process_with_another_hash_seed_plays_the_same():
    ours = [hashes(beat) for beat in STORY]
    for seed in ("0", "4242"):
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        assert json.loads(done.stdout) == ours, f"PYTHONHASHSEED={seed}"


def test_two_games_side_by_side_do_not_meddle_with_each_other():
    one, two = Play(beat="arrival"), Play(beat="wybie_met")
    for n in range(300):
        one.tick(WISHES[n // 7 % len(WISHES)])
        two.tick(WISHES[n // 5 % len(WISHES)])
    alone = Play(beat="arrival")
    for n in range(300):
        alone.tick(WISHES[n // 7 % len(WISHES)])
    assert one.hash() == alone.hash()


def test_another_seed_is_another_game():
    assert Play(beat="wybie_met", seed=1).hash() != Play(beat="wybie_met", seed=2).hash()


@pytest.mark.parametrize("beat", ["arrival", "door_found"])
def test_being_looked_at_changes_nothing(beat):
    """Drawn in software at odd times and sizes of step, against never drawn."""
    seen, unseen = Play(beat=beat), Play(beat=beat)
    show = Show(Assets(data_folder("assets"), data_folder("maps")), (640, 360))
    painter = SoftPainter((640, 360))
    for n in range(90):
        wish = WISHES[n // 9 % len(WISHES)]
        seen.tick(wish)
        unseen.tick(wish)
        if n % 7 in (0, 3, 4):
            painter.draw(show.frame(seen.session, (n % 5) / 5, (n % 3 + 1) / 144))
        assert seen.hash() == unseen.hash(), f"tick {n + 1}"


def test_a_loaded_checkpoint_goes_on_as_the_one_that_was_never_left():
    """From the first checkpoint of a beat's run to the next: hash for hash."""
    content = make_content()
    play = Play(beat="door_found", content=content)
    Bot(play).run("door_found")
    snapshot = play.session.checkpoint
    assert snapshot is not None
    one, two = Play.load(snapshot, content), Play.load(snapshot)
    for n in range(300):
        one.tick(WISHES[n // 8 % len(WISHES)])
        two.tick(WISHES[n // 8 % len(WISHES)])
        assert one.hash() == two.hash(), f"tick {n + 1}"
