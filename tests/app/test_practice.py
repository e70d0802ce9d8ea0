"""Practice: every fight can be begun from the menu, is called by a name, has an end that is noticed, and touches no book."""

from __future__ import annotations

from game.app.game import PRACTICE, PRACTICE_ENDS, STORY, Kept
from game.app.headless import Headless
from game.app.scenes.notice import Notice
from game.app.settings import Settings
from game.content.bosses import BOSSES
from game.content.start import new_session
from game.sim.story import BEATS
from tests.interface import words


def test_every_fight_and_attack_has_a_name_and_an_end():
    ids = [b.id for b in BEATS]
    for name, boss in BOSSES.items():
        assert words().has(f"menu.practice.{name}"), name
        assert not [a for a in boss.attacks if not words().has(f"menu.practice.{a}")], name
        assert ids.index(PRACTICE_ENDS[name]) >= ids.index(boss.beat), name


def test_practice_is_kept_in_no_book_and_ends_in_a_time(tmp_path):
    settings = Settings(first_run=False)
    headless = Headless(new_session(rules=settings.rules()), kept=Kept.on_disk(tmp_path), settings=settings)
    headless.tick(60)
    game = headless.game
    assert game.slot == STORY
    book = (tmp_path / "book_1.json").read_bytes()
    game.scenes.do(_swap(game.shell.practise("hand", "")))
    headless.tick(60)
    assert game.slot == PRACTICE and game._save() == ""
    session = headless.session
    session.end_beat(PRACTICE_ENDS["hand"])
    headless.tick(2)
    assert isinstance(game.scenes.top, Notice) and "Done, in" in game.scenes.top.text
    assert game.keeper.records.practice["hand"] == session.story.counts["ticks"]
    assert not game.keeper.records.honours
    game.pad.hold("confirm", True)
    headless.tick(2)
    assert headless.screen == "title"
    assert (tmp_path / "book_1.json").read_bytes() == book
    assert sorted(p.name for p in tmp_path.glob("book_*")) == ["book_1.json"]


def test_a_chapter_and_the_other_side_have_books_of_their_own(tmp_path):
    settings = Settings(first_run=False)
    headless = Headless(new_session(rules=settings.rules()), kept=Kept.on_disk(tmp_path), settings=settings)
    headless.tick(60)
    game = headless.game
    clock = iter(range(2_000_000_000, 2_000_000_100))
    game.kept.saves._now = lambda: next(clock)
    game.scenes.do(_swap(game.shell.begin_chapter(3)))
    headless.tick(60)
    assert headless.session.story.beat == "twin_told" and (tmp_path / "book_2.json").exists()
    game.scenes.do(_swap(game.shell.begin_other_side()))
    headless.tick(60)
    assert "adder_stone" in headless.session.story.items and "other_side" in headless.session.story.flags
    assert (tmp_path / "book_3.json").exists()
    again = game.shell.continue_()
    assert again is not None and "other_side" in again.session.story.flags and game.slot == 3


def test_the_stone_can_be_held_up_on_the_first_day():
    settings = Settings(first_run=False)
    headless = Headless(settings=settings)
    game = headless.game
    game.scenes.do(_swap(game.shell.begin_other_side()))
    headless.tick(240)
    for _ in range(40):
        if headless.session.is_free:
            break
        game.pad.hold("interact", True)
        headless.tick(4)
        game.pad.hold("interact", False)
        headless.tick(26)
    game.pad.hold("stone", True)
    headless.tick(50)
    from game.sim.parts import Stone

    stone = headless.session.world.get(headless.session.hero, Stone)
    assert stone.is_up


def _swap(scene):
    from game.app.scenes.scene import Swap

    assert scene is not None
    return Swap(scene, all=True)
