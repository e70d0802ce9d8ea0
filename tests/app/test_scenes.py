"""Scenes: the stack, the focus that reaches everything and gets out again, and what each of them answers."""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pygame
import pytest

import game.app.scenes as folder
from game.app.pad import Controls, Menu
from game.app.records import Records
from game.app.scenes.chapter_end import ChapterEnd
from game.app.scenes.collections import Collection, doll_page, honours_page, keepsakes_page, plants_page
from game.app.scenes.confirm import Confirm
from game.app.scenes.controls import SHOWN, WAIT_S, ControlsPage
from game.app.scenes.extras import Chapters, Clock, Extras, Practice
from game.app.scenes.journal import JournalScene
from game.app.scenes.notice import Notice
from game.app.scenes.options import TABS, First, Options
from game.app.scenes.pause import Pause
from game.app.scenes.scene import Pop, Push, Quit, Scenes, Shell, Swap
from game.app.scenes.title import Title
from tests.interface import SCREENS, SIZES, StubSession, needs_art, screen, shell

FLAGS = (Menu.UP, Menu.DOWN, Menu.LEFT, Menu.RIGHT, Menu.CONFIRM, Menu.BACK, Menu.TAB_LEFT, Menu.TAB_RIGHT)


class Dummy:
    """Stands for the game being played."""

    def __init__(self, is_over: bool = False) -> None:
        self.is_over = is_over
        self.ticks = 0
        self.drawn = 0

    def tick(self, controls: Controls) -> Any:
        self.ticks += 1
        return None

    def draw(self, surface: pygame.Surface, between: float) -> None:
        self.drawn += 1


def press(scenes: Scenes, *flags: Menu, sources: tuple[str, ...] = ()) -> Scenes:
    for flag in flags or (Menu(0),):
        scenes.tick(Controls(menu=flag, sources=sources))
        scenes.settle()
    return scenes


def test_changes_wait_for_the_seam_between_frames():
    below, above = Dummy(), Dummy(is_over=True)
    scenes = Scenes(below)
    below.tick = lambda controls: Push(above)  # type: ignore[method-assign]
    scenes.tick(Controls())
    assert scenes.top is below
    assert scenes.settle()
    assert scenes.top is above
    scenes.draw(screen(), 0.0)
    assert (below.drawn, above.drawn) == (1, 1)
    above.is_over = False
    scenes.draw(screen(), 0.0)
    assert (below.drawn, above.drawn) == (1, 2)
    scenes.do(Pop(2))
    assert scenes.is_over


def test_swap_all_leaves_one():
    scenes = Scenes(Dummy())
    scenes.do(Push(Dummy()))
    scenes.do(Swap(last := Dummy(), all=True))
    assert scenes.all == (last,)
    scenes.do(Quit())
    assert scenes.is_over


def test_scenes_never_touch_a_device():
    for path in Path(folder.__file__).parent.glob("*.py"):
        if path.name == "play.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute):
                dotted = ast.unparse(node)
                assert not dotted.startswith(("pygame.event", "pygame.key", "pygame.joystick", "pygame.mixer")), path


def signature(scenes: Scenes) -> tuple[Any, ...]:
    """Where the focus is."""
    out: list[Any] = []
    for scene in scenes.all:
        place: list[Any] = [type(scene).__name__]
        if isinstance(scene, Options):
            place += [scene.tab, scene.menu.cursor]
        elif isinstance(scene, ControlsPage):
            place += [scene.device, scene.row, scene.slot, scene.listens_s > 0]
        elif isinstance(scene, JournalScene):
            place += [scene.journal.tab, scene.journal.cursor, min(scene.journal.scroll, 2)]
        elif hasattr(scene, "menu"):
            place += [scene.menu.cursor]
        out.append(tuple(place))
    return tuple(out)


def crawl(make: Callable[[], Scenes], most: int = 4000) -> dict[tuple[Any, ...], list[Menu]]:
    """Every place the focus can reach, with the presses that lead there."""
    found: dict[tuple[Any, ...], list[Menu]] = {signature(make()): []}
    due = deque(found.items())
    tried = 0
    while due and tried < most:
        _, path = due.popleft()
        for flag in FLAGS:
            tried += 1
            scenes = press(make(), *path, flag) if path else press(make(), flag)
            if scenes.is_over:
                continue
            here = signature(scenes)
            if here not in found:
                found[here] = [*path, flag]
                due.append((here, found[here]))
    assert not due, "the crawl did not come to an end"
    return found


@needs_art
def test_the_focus_reaches_every_item_of_the_options_and_leaves():
    base = shell()

    def make() -> Scenes:
        scenes = Scenes(Dummy())
        scenes.do(Push(Options(base)))
        return scenes

    found = crawl(make, 20000)
    for tab in range(len(TABS)):
        n = len(Options(base).pages[TABS[tab]].items)
        reached = {s[1][2] for s in found if len(s) == 2 and s[1][0] == "Options" and s[1][1] == tab}
        assert reached == set(range(n)), TABS[tab]
    assert {s[2][1] for s in found if len(s) > 2 and s[2][0] == "ControlsPage"} == {"keyboard", "pad"}
    for path in found.values():
        scenes = press(make(), *path) if path else make()
        for _ in range(6):
            press(scenes, Menu.BACK)
            if isinstance(scenes.top, ControlsPage) and scenes.top.listens_s > 0:
                for _ in range(int(WAIT_S * 60) + 2):
                    press(scenes)
        assert [type(s) for s in scenes.all] == [Dummy], path


@needs_art
def test_the_focus_reaches_all_of_pause_title_and_journal():
    base, session = shell(), StubSession()
    outside = shell(title=lambda: Dummy())

    def paused() -> Scenes:
        scenes = Scenes(Dummy())
        scenes.do(Push(Pause(base, session)))
        return scenes

    reached = {s[1][1] for s in crawl_shallow(paused, 2) if len(s) == 2}
    assert reached == set(range(7))
    reached = {s[0][1] for s in crawl_shallow(lambda: Scenes(Title(base)), 1) if s[0][0] == "Title"}
    assert reached == set(range(5))

    def reading() -> Scenes:
        scenes = Scenes(Dummy())
        scenes.do(Push(JournalScene(base, session)))
        return scenes

    places = crawl(reading, 20000)
    assert {s[1][1] for s in places if len(s) == 2} == set(range(5))
    assert {s[1][2] for s in places if len(s) == 2 and s[1][1] == 3} == set(range(6))
    assert outside.title() is not None


def crawl_shallow(make: Callable[[], Scenes], deep: int) -> set[tuple[Any, ...]]:
    """As crawl, without going further than ``deep`` scenes."""
    found, due = {signature(make())}, deque([[]])
    while due:
        path = due.popleft()
        for flag in FLAGS:
            scenes = press(make(), *path, flag)
            here = signature(scenes) if not scenes.is_over else ()
            if here and here not in found and len(here) <= deep:
                found.add(here)
                due.append([*path, flag])
    return found


@needs_art
def test_continue_is_in_focus_when_there_is_a_save():
    assert Title(shell(has_save=True)).menu.item.key == "continue"
    assert Title(shell(has_save=False)).menu.item.key == "new"
    playing = Dummy()
    scenes = press(Scenes(Title(shell(continue_=lambda: playing))), Menu.CONFIRM)
    assert scenes.top is playing


@needs_art
def test_a_new_story_over_an_old_one_asks_first_with_no_in_focus():
    playing = Dummy()
    scenes = press(Scenes(Title(shell(start_new=lambda: playing))), Menu.DOWN, Menu.CONFIRM)
    assert isinstance(scenes.top, Confirm) and scenes.top.menu.item.key == "no"
    press(scenes, Menu.CONFIRM)
    assert isinstance(scenes.top, Title)
    press(scenes, Menu.CONFIRM, Menu.DOWN, Menu.CONFIRM)
    assert scenes.all == (playing,)


@needs_art
def test_escape_at_the_title_does_not_quit():
    scenes = press(Scenes(Title(shell())), Menu.BACK, Menu.BACK)
    assert not scenes.is_over


@needs_art
def test_back_to_the_checkpoint_asks_and_closes_the_pause():
    called = []
    base = shell(restart=lambda: called.append(1))
    scenes = Scenes(Dummy())
    scenes.do(Push(Pause(base, StubSession())))
    press(scenes, *[Menu.DOWN] * 4, Menu.CONFIRM, Menu.DOWN, Menu.CONFIRM)
    assert called == [1]
    assert [type(s) for s in scenes.all] == [Dummy]


@needs_art
def test_saving_that_failed_is_told_before_leaving():
    base = shell(save_now=lambda: "There's no room left.", title=lambda: Dummy())
    scenes = Scenes(Dummy())
    scenes.do(Push(Pause(base, StubSession())))
    press(scenes, *[Menu.DOWN] * 5, Menu.CONFIRM)
    assert isinstance(scenes.top, Notice)
    press(scenes, Menu.CONFIRM)
    assert len(scenes.all) == 1
    scenes = Scenes(Dummy())
    scenes.do(Push(Pause(base, StubSession())))
    press(scenes, *[Menu.DOWN] * 6, Menu.CONFIRM)
    assert isinstance(scenes.top, Confirm) and scenes.top.menu.item.key == "no"


@needs_art
def test_the_first_page_is_left_with_one_press():
    for flag in (Menu.CONFIRM, Menu.BACK):
        base = shell()
        after = Dummy()
        scenes = press(Scenes(First(base, lambda after=after: after)), flag)
        assert scenes.top is after
        assert base.settings.first_run is False


@needs_art
def test_every_setting_can_be_changed_and_is_kept_when_the_page_closes():
    kept: list[bool] = []
    base = shell(apply=kept.append)
    scenes = Scenes(Dummy())
    scenes.do(Push(options := Options(base)))
    for tab in range(len(TABS)):
        for i, item in enumerate(options.pages[TABS[tab]].items):
            if item.on is None:
                options.tab, options.menu.cursor = tab, i
                before = item.shown()
                press(scenes, Menu.RIGHT)
                if item.shown() == before:
                    press(scenes, Menu.LEFT)
                assert item.shown() != before, item.key
    assert True not in kept
    press(scenes, Menu.BACK)
    assert kept[-1] is True


@needs_art
def test_a_key_is_bound_and_a_taken_one_asks():
    base = shell()
    scenes = Scenes(Dummy())
    scenes.do(Push(page := ControlsPage(base, "keyboard")))
    page.row = SHOWN.index("interact")
    press(scenes, Menu.CONFIRM)
    press(scenes, sources=("key.G",))
    assert base.settings.bindings.of("interact")[0] == "key.G"
    press(scenes, Menu.CONFIRM)
    press(scenes, sources=("key.SPACE",))
    assert isinstance(scenes.top, Confirm)
    press(scenes, Menu.DOWN, Menu.CONFIRM)
    assert base.settings.bindings.of("interact")[0] == "key.SPACE"
    assert "key.SPACE" not in base.settings.bindings.of("dodge")
    page.row = len(SHOWN)
    press(scenes, Menu.CONFIRM, Menu.DOWN, Menu.CONFIRM)
    assert base.settings.bindings.of("interact")[0] == "key.E"


@needs_art
def test_listening_ends_by_itself_and_by_escape():
    base = shell()
    page = ControlsPage(base, "keyboard")
    scenes = Scenes(Dummy())
    scenes.do(Push(page))
    page.row = SHOWN.index("run")
    press(scenes, Menu.CONFIRM)
    press(scenes, Menu.BACK, sources=("key.ESCAPE",))
    assert scenes.top is page and page.listens_s == 0
    press(scenes, Menu.CONFIRM)
    for _ in range(int(WAIT_S * 60) + 2):
        press(scenes)
    assert page.listens_s <= 0
    assert base.settings.bindings.of("run") == ("key.LSHIFT",)


@needs_art
def test_a_lost_controller_waits_for_any_button():
    scenes = Scenes(Dummy())
    scenes.do(Push(Notice.lost(shell())))
    for _ in range(5):
        scenes.tick(Controls(lost=True, menu=Menu.CONFIRM))
        scenes.settle()
    assert isinstance(scenes.top, Notice)
    press(scenes)
    assert isinstance(scenes.top, Dummy)


@needs_art
def test_the_end_of_a_chapter_cannot_be_skipped_by_accident():
    end = ChapterEnd(shell(), 1, lambda: Quit())
    scenes = press(Scenes(end), Menu.CONFIRM)
    assert not scenes.is_over
    for _ in range(120):
        press(scenes)
    assert press(scenes, Menu.CONFIRM).is_over


MAKERS: dict[str, Callable[[Shell], Any]] = {
    "title": Title,
    "first": lambda s: First(s, Dummy),
    "options": Options,
    "controls": lambda s: ControlsPage(s, "keyboard"),
    "gamepad": lambda s: ControlsPage(s, "gamepad"),
    "pause": lambda s: Pause(s, StubSession()),
    "journal": lambda s: JournalScene(s, StubSession()),
    "confirm": lambda s: Confirm(s, s.words.get("menu.confirm.sure_restart"), lambda: None),
    "notice": lambda s: Notice(s, s.words.get("menu.save.damaged")),
    "end": lambda s: ChapterEnd(s, 1, lambda: Quit()),
    "extras": lambda s: Extras(s, lambda: Quit()),
    "chapters": Chapters,
    "practice": Practice,
    "clock": Clock,
    "honours": honours_page,
    "plants": plants_page,
    "keepsakes": keepsakes_page,
    "doll": doll_page,
}


@needs_art
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", MAKERS)
def test_every_scene_draws_on_every_screen(name: str, size: int):
    for wh in SCREENS:
        scenes = Scenes(MAKERS[name](shell(size, since_saved_s=lambda: 12.0)))
        for _ in range(150):
            scenes.tick(Controls())
        to = screen(wh)
        scenes.draw(to, 0.5)
        assert to.get_bounding_rect().size != (0, 0)


def open_extras(records: Records, **more: Any) -> tuple[Scenes, Extras]:
    base = shell(**more)
    base.records = records
    scenes = Scenes(Title(base))
    scenes.do(Push(page := Extras(base, lambda: Quit())))
    return scenes, page


@needs_art
def test_what_wants_a_finished_story_says_so():
    scenes, page = open_extras(Records())
    assert [i.key for i in page.menu.items if i.is_dim] == ["chapters", "other_side", "boss_rush", "clock"]
    press(scenes, Menu.CONFIRM)
    assert isinstance(scenes.top, Notice) and "Finish the story once" in scenes.top.text
    press(scenes, Menu.CONFIRM)
    assert scenes.top is page
    _, page = open_extras(Records(finished=1))
    assert not any(i.is_dim for i in page.menu.items)


@needs_art
def test_every_page_of_the_extras_opens_and_closes():
    scenes, page = open_extras(Records(finished=1))
    for item in page.menu.items:
        if item.key == "credits":
            assert isinstance(item.on(), Quit)
            continue
        page.menu.cursor = page.menu.items.index(item)
        press(scenes, Menu.CONFIRM)
        assert scenes.top is not page, item.key
        for flag in (Menu.RIGHT, Menu.DOWN, Menu.DOWN, Menu.LEFT, Menu.UP):
            press(scenes, flag)
        scenes.draw(screen(), 0.0)
        press(scenes, Menu.BACK)
        assert scenes.top is page, item.key


@needs_art
def test_a_chapter_a_fight_and_the_other_side_begin():
    begun: list[Any] = []
    other = Dummy()

    def begin(*what: Any) -> Dummy:
        begun.append(what)
        return other

    scenes, _ = open_extras(Records(finished=1), begin_chapter=begin, practise=begin, begin_other_side=begin)
    press(scenes, Menu.CONFIRM, Menu.DOWN, Menu.DOWN, Menu.CONFIRM)
    assert scenes.all == (other,) and begun == [(3,)]
    scenes, _ = open_extras(Records(finished=1), begin_chapter=begin, practise=begin, begin_other_side=begin)
    press(scenes, Menu.DOWN, Menu.CONFIRM)
    assert isinstance(scenes.top, Confirm)
    press(scenes, Menu.DOWN, Menu.CONFIRM)
    assert scenes.all == (other,) and begun[-1] == ()
    scenes, _ = open_extras(Records(finished=1), begin_chapter=begin, practise=begin, begin_other_side=begin)
    press(scenes, Menu.DOWN, Menu.DOWN, Menu.CONFIRM, Menu.DOWN, Menu.CONFIRM)
    assert begun[-1][0] == "web" and begun[-1][1]


@needs_art
@pytest.mark.parametrize("make", [honours_page, plants_page, keepsakes_page, doll_page])
def test_every_cell_of_a_collection_is_reached_and_says_only_what_was_found(make: Callable[[Shell], Collection]):
    page = make(shell())
    assert not any(thing.is_found for thing in page.things)
    scenes = Scenes(Dummy())
    scenes.do(Push(page))
    reached = {page.grid.at}
    for _ in range(20):
        for flag in (*[Menu.RIGHT] * page.grid.columns, *[Menu.LEFT] * page.grid.columns, Menu.DOWN):
            press(scenes, flag)
            reached.add(page.grid.at)
    assert reached == set(range(len(page.things)))
