"""The whole story in one sitting, by hands that only press buttons: on each difficulty, with chance at the pad, from saves.

Long runs, at night. In every run the kept recording of such a sitting is played again (test_recordings.py).
"""

from __future__ import annotations

import pytest

from game.app.bot import Bot
from game.app.bot.trembling import Trembling
from game.content.start import new_session, playable_beats
from game.content.words import load_words
from game.data import data_folder
from game.sim.parts import Rules
from game.sim.story import BEATS
from game.testing import Play


def test_all_47_beats_can_be_played():
    assert list(playable_beats()) == [b.id for b in BEATS]


def test_every_chapter_that_ends_with_a_ribbon_has_words_on_it():
    words = load_words(data_folder("assets"))
    for chapter in range(1, 12):
        assert words.has(f"menu.end.{chapter}"), chapter


@pytest.mark.nightly
@pytest.mark.parametrize("difficulty", ["storybook", "brave", "beldam"])
def test_the_story_is_told_in_order(difficulty: str):
    play = Play(rules=Rules(difficulty=difficulty))
    report = Bot(play).run(BEATS[-1].id)
    assert report.beats == [b.id for b in BEATS]


@pytest.mark.nightly
@pytest.mark.parametrize("seed", range(1, 6))
def test_trembling_hands_get_from_the_web_to_the_end(seed: int):
    play = Trembling(0.05, seed, new_session(beat="true_form", seed=seed))
    assert Bot(play).run(BEATS[-1].id).beats[-1] == BEATS[-1].id


@pytest.mark.nightly
def test_a_chapter_can_be_gone_on_with_from_what_was_saved_in_it():
    """What Continue does, once after every beat."""
    play = Play()
    bot = Bot(play)
    for beat in BEATS[:-1]:
        bot.run(beat.id)
        play.until(lambda: not play.session.wants_checkpoint, within=1200, reads=True)
        snapshot = play.session.checkpoint
        assert snapshot is not None
        again = Play.load(snapshot)
        assert again.session.story.beats_now
