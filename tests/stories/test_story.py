"""The story as far as it is written, in one sitting, by hands that only press buttons; and that sitting again as recorded."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.bot import Bot
from game.app.main import main
from game.content.start import playable_beats
from game.testing import Play

LAST = playable_beats()[-1]


def test_the_story_so_far_is_told_in_order():
    play = Play()
    report = Bot(play).run(LAST)
    assert report.beats == list(playable_beats())
    assert report.falls == 0
    for chapter in range(1, play.session.story.chapter):
        assert play.session.content.words.has(f"menu.end.{chapter}"), "a ribbon without words"


@pytest.mark.nightly
def test_the_whole_recording_plays_again_to_the_same_end(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    file = tmp_path / "story.replay"
    assert main(["bot", "--until", LAST, "--record", str(file), "--json"]) == 0
    told = capsys.readouterr().out
    assert main(["replay", str(file)]) == 0
    assert told.rpartition('"hash": "')[2][:16] in capsys.readouterr().out
