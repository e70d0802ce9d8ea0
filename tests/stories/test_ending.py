"""The ending: what is told is what was done, in the words' order; and the way from the last beat to the title, by presses."""

from __future__ import annotations

import pytest

from game.app.game import Kept
from game.app.headless import Headless
from game.app.pad import Controls, Menu
from game.app.records import RecordsFile
from game.app.scenes.credits import BAR_S, Credits
from game.app.scenes.how_it_went import HowItWent
from game.app.settings import Settings
from game.content.ending import RETELLING, Retold, retell
from game.content.start import new_session
from game.testing import Play
from game.view.retelling.patches import PATCHES
from tests.interface import needs_art, screen, shell, words


def told(**counts: int) -> list[str]:
    session = Play(beat="cat_vanishes").session
    for name, n in counts.items():
        session.story.counts[name] = n
    return [text for _, text in retell(session).lines]


def test_what_is_always_true_stands_first_and_last():
    lines = told()
    assert lines[0] == words().get(f"{RETELLING}.1")
    assert lines[-1] == words().get(f"{RETELLING}.38")
    assert not any("{" in line for line in lines)


def test_the_numbers_are_the_players_own():
    assert "She asked 14 times to be looked at, and wrote it down." in told(minutes=14)
    assert "She fell 3 times and got up 3 times. It comes out even." in told(falls=3)
    assert "She threw the cat 4 times. It has been mentioned." in told(cat_throws=4)
    assert "It took her 6 goes to make a bet with no holes. She kept the tries." in told(bet_tries=5)
    assert words().get(f"{RETELLING}.27") in told(closest_px=40)
    assert words().get(f"{RETELLING}.27") not in told(closest_px=90)


def test_no_two_sentences_contradict_each_other():
    lines = told(minutes=12, pricked=1, cat_throws=1)
    pairs = ((2, 3), (12, 13), (20, 21), (25, 26), (30, 31), (33, 34))
    for a, b in pairs:
        both = {words().get(f"{RETELLING}.{n}") for n in (a, b)} & set(lines)
        assert len(both) <= 1, both


def test_every_sentence_has_its_patch():
    numbers = {key.rsplit(".", 1)[1] for key in words().numbered(RETELLING)}
    assert numbers == set(PATCHES)


def test_what_frightened_her_first_is_remembered():
    session = Play(beat="cat_vanishes").session
    session.story.notes["first_fright"] = "doll"
    assert ("first", "A doll that had moved") in retell(session).numbers
    del session.story.notes["first_fright"]
    assert "first" not in [key for key, _ in retell(session).numbers]


def ended(kept=None) -> Headless:
    """A game whose story has just been told."""
    settings = Settings(first_run=False, text_speed="at_once")
    session = new_session(beat="cat_vanishes", rules=settings.rules())
    headless = Headless(session, kept=kept, settings=settings)
    headless.tick(30)
    session.end_beat("cat_vanishes")
    for scene in session.scenes:
        scene.running.stop()
    session.scenes.clear()
    session.is_story_over = True
    headless.tick(2)
    return headless


@needs_art
def test_the_story_ends_in_credits_numbers_and_a_title_that_knows(tmp_path):
    headless = ended(Kept.on_disk(tmp_path))
    assert headless.screen == "credits"
    credits_ = headless.game.scenes.top
    assert isinstance(credits_, Credits)
    n = len(credits_.told.lines)
    whole_s = sum(credits_.lasts_s(line) for line in range(n + len(credits_.roll)))
    assert all(abs(credits_.lasts_s(line) / BAR_S - round(credits_.lasts_s(line) / BAR_S)) < 1e-6 for line in range(n))
    headless.tick(int(whole_s * 60) + 30)
    assert headless.screen == "howitwent"
    assert RecordsFile(headless.game.keeper.file._folder).open().records.finished == 1  # type: ignore[union-attr]
    headless.tick(60)
    headless.game.pad.hold("confirm", True)
    headless.tick(2)
    headless.game.pad.hold("confirm", False)
    headless.tick(2)
    assert headless.screen == "title"
    extras = next(i for i in headless.game.scenes.top.menu.items if i.key == "extras")
    page = extras.on().scene
    assert not any(item.is_dim for item in page.menu.items)


@needs_art
def test_holding_skips_and_a_press_goes_on():
    headless = ended()
    credits_ = headless.game.scenes.top
    assert isinstance(credits_, Credits)
    headless.tick(90)
    for _ in range(4):  # the rest of a line at once, then the next
        headless.game.pad.hold("confirm", True)
        headless.tick(2)
        headless.game.pad.hold("confirm", False)
        headless.tick(2)
    assert credits_.line == 2
    headless.game.pad.hold("interact", True)
    headless.tick(70)
    headless.game.pad.hold("interact", False)
    assert isinstance(headless.game.scenes.top, HowItWent)


@needs_art
@pytest.mark.parametrize("calm", [False, True])
@pytest.mark.parametrize("size", [(640, 360), (640, 400), (853, 360)])
def test_every_second_of_it_can_be_drawn(size, calm):
    base = shell(200)
    base.settings.calm = calm
    session = Play(beat="cat_vanishes").session
    session.story.counts |= {"minutes": 12, "falls": 2, "cat_throws": 3}
    scene = Credits(base, retell(session), lambda: None)
    for n in range(len(scene.told.lines) + len(scene.roll)):
        for _ in range(3):
            scene.tick(Controls())
        to = screen(size)
        scene.draw(to, 0.0)
        assert to.get_bounding_rect().size == size
        for _ in range(70):
            scene.tick(Controls())
        scene.draw(to, 0.0)
        while scene.line == n and scene.line < len(scene.told.lines) + len(scene.roll):
            scene.tick(Controls(menu=Menu.CONFIRM))


@needs_art
def test_credits_without_a_finished_run_only_say_who_made_it():
    base = shell()
    done = []
    scene = Credits(base, Retold(), lambda: done.append(True))
    assert scene.is_rolling and len(scene.roll) == 4
    for _ in range(60 * 60):
        scene.tick(Controls())
        if done:
            break
    assert done
    to = screen()
    Credits(base, Retold(), lambda: None).draw(to, 0.0)
