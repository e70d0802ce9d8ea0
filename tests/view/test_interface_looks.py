"""The interface drawn: every element on every screen, readable, out of her way, and without touching the session."""

from __future__ import annotations

import copy
import os
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.app.bindings import BOTH
from game.sim.happenings import Checkpointed, Taught, Took
from game.sim.panels import (
    BoxPanel,
    BracePanel,
    DinnerPanel,
    DollPanel,
    EyesPanel,
    KeyPanel,
    LanternPanel,
    MessagePanel,
    NotePanel,
    NoughtsPanel,
    PhotoPanel,
    TellPanel,
)
from game.sim.parts import Fade, Hero, Option, Prompt, Talk, Title
from game.view import felt
from game.view.glyphs import Glyphs
from game.view.hud import Hud, Taste
from game.view.journal import PAGE, TABS, Journal
from game.view.overlay import Overlay
from game.view.plan import Plan
from game.view.portraits import NEAREST, Portraits
from game.view.textbox import TextBox
from game.view.wipe import Wipe
from tests.interface import (
    SCREENS,
    SIZES,
    StubSession,
    cloth,
    contrast,
    font,
    gamepad,
    keep,
    keyboard,
    large,
    needs_art,
    screen,
    words,
)

pytestmark = needs_art
PICTURES = os.environ.get("PINK_PALACE_PICTURES", "")
"""A folder to keep the pictures in, for eyes."""

OPTIONS = tuple(Option(p) for p in ("Sit it on the bed.", "Turn it to the wall.", "Shut it in a packing box."))
STATES: dict[str, dict[str, Any]] = {
    "walking": {"prompt": Prompt("open", 7, 300, 200)},
    "talk": {"talk": Talk("charlie", "plain", "Hold {brace} and lean. When it creaks, press once.", "k", 99)},
    "letters": {"talk": Talk("mel", "busy", "Honesty. It's a plant.", "k", 9)},
    "thought": {"talk": Talk("coraline", "worried", "(I didn't leave it here.)", "k", 99)},
    "narrator": {"talk": Talk("narrator", "plain", "A Wednesday. Rain, with a house in it.", "k", 99)},
    "choice": {"talk": Talk("coraline", "curious", "", "k", options=OPTIONS, cursor=1)},
    "brace": {"panel": BracePanel(3, 1, 44, is_holding=True)},
    "brace_late": {"panel": BracePanel(3, 2, 58, last="late")},
    "doll": {"panel": DollPanel(2, (0, 1, 2))},
    "keys": {"panel": KeyPanel(5, (0, 3, 4))},
    "keys_tried": {"panel": KeyPanel(6, (0,), chosen=6)},
    "note": {"panel": NotePanel("note", "beats.doll_given.note")},
    "sign": {"panel": NotePanel("sign", "beats.arrival.sign.1")},
    "box": {"panel": BoxPanel(60)},
    "box_open": {"panel": BoxPanel(60, 50)},
    "eyes": {"panel": EyesPanel(700)},
    "eyes_sewn": {"panel": EyesPanel(1190)},
    "dinner": {"panel": DinnerPanel(ticks=200, course=1, course_ticks=120)},
    "noughts": {"panel": NoughtsPanel(["x", "o", "", "", "x", "", "", "", ""], ticks=40)},
    "photo": {"panel": PhotoPanel(ticks=90, seen=(0,))},
    "message": {"panel": MessagePanel(state="pick", ticks=60)},
    "lantern": {"panel": LanternPanel(turns=3)},
    "tell": {"panel": TellPanel("boots", ticks=60)},
    "chapter": {"title": Title("menu.chapters.1", "chapter", 60), "fade": Fade(1.0)},
    "place": {"title": Title("place.real.orchard", "place", 60)},
}


def overlay() -> Overlay:
    return Overlay(cloth(), font(), words(), large())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", STATES)
def test_everything_draws_on_every_screen_and_changes_nothing(name: str, size: int):
    session = StubSession()
    for key, value in STATES[name].items():
        setattr(session, key, copy.deepcopy(value))
    session.news.tell(Taught("sneak"))
    session.news.tell(Took("key"))
    session.news.tell(Checkpointed())
    over = overlay()
    over.tick(session)
    session.news.clear()
    for _ in range(40):
        over.tick(session)
    before = copy.deepcopy((session.talk, session.panel, session.title, session.prompt, session.story))
    for wh in SCREENS:
        to = screen(wh)
        for _ in range(12):
            to.fill((60, 64, 76, 255))
            captions = [("board_creak", "←", 0.2), ("rain_loop", "", 1.0)]
            over.draw(to, session, keyboard(), lambda x, y: (x, y), Taste(size, True), captions)
        assert pygame.transform.average_color(to) != (60, 64, 76, 255)
        if PICTURES and wh == (640, 360):
            keep(to, Path(PICTURES), f"{name}_{size}")
    assert before == (session.talk, session.panel, session.title, session.prompt, session.story)


@pytest.mark.parametrize("page", TABS)
@pytest.mark.parametrize("size", SIZES)
def test_every_page_of_the_journal_draws(page: str, size: int):
    session, book = StubSession(), Journal(cloth(), font(), words())
    book.open(session, page)
    for _ in range(70):
        to = screen()
        book.draw(to, session, keyboard(), Taste(size))
    if PICTURES:
        keep(to, Path(PICTURES), f"journal_{page}_{size}")
    for way in (1, 1, -1, 1, 1, 1):
        book.move(way, session)
        book.side(way, session)
        book.draw(to, session, keyboard(), Taste(size))


@pytest.mark.parametrize("size", SIZES)
def test_no_word_runs_off_the_page(size: int):
    session, book = StubSession(), Journal(cloth(), font(), words())
    session.story.done = ["arrival"]
    session.story.flags = {"chores_given": True, "kettle_done": True}
    for page in TABS:
        book.open(session, page)
        spread = book.spread(session, keyboard(), Taste(size))
        low = spread.subsurface((20, PAGE[1] - 9, 230, 9))
        for ink in (felt.INK, felt.INK_RED, felt.INK_SOFT):
            assert pygame.mask.from_threshold(low, ink, (6, 6, 6, 255)).count() == 0, page


def test_an_empty_journal_draws_too():
    session = StubSession()
    for shelf in ("areas", "done", "items", "people", "log"):
        getattr(session.story, shelf).clear()
    book = Journal(cloth(), font(), words())
    for page in TABS:
        book.open(session, page)
        book.draw(screen(), session, keyboard(), Taste())
        book.move(1, session)
        book.side(1, session)


def test_the_map_lists_every_room_of_the_graph_and_inks_only_the_visited():
    session = StubSession()
    to = screen((600, 300))
    to.fill((*felt.PAPER[4], 255))
    plan = Plan(session.room, {"kitchen"}, pygame.Rect(10, 10, 580, 280))
    plan.draw(to, set(), 1.0)

    def ink(title: str) -> int:
        box = plan.box(next(a.box for a in session.room.areas if a.title == title)).inflate(8, 8).clip(to.get_rect())
        part = to.subsurface(box)
        return pygame.mask.from_threshold(part, felt.INK, (20, 20, 20, 255)).count()

    assert ink("kitchen") > 200
    assert ink("study") == 0


def test_the_talk_box_keeps_off_her():
    for size in SIZES:
        for wh in SCREENS:
            for hero_y in range(40, wh[1], 20):
                box = TextBox(cloth(), font(), words())
                talk = Talk("mel", "busy", "In a minute. When page nineteen's done we'll look at every brick.", "k", 99)
                for _ in range(20):
                    box.draw(screen(wh), talk, keyboard(), size, hero_y)
                assert not box.box.collidepoint(box.box.centerx, hero_y), (size, wh, hero_y, box.box)
                assert screen(wh).get_rect().contains(box.box)


def test_plates_stay_inside_the_safe_edges():
    session = StubSession()
    for size in SIZES:
        for x, y in ((-50, 100), (700, 20), (320, 500)):
            hud = Hud(cloth(), font(), words())
            to = screen()
            hud.draw_prompt(to, Prompt("brace", 1, 0, 0), keyboard(), lambda *_, p=(x, y): p, Taste(size, is_safe=True))
            used = to.get_bounding_rect()
            assert felt.edges(to, True).inflate(2, 12).contains(used), (size, used)
    assert session.prompt is None


PAIRS = [
    ("talk on felt", felt.CREAM, felt.FELT[2]),
    ("focus on its row", felt.GOLD, felt.mix(felt.FELT[2], felt.FELT[3], 0.65)),
    ("name on its tab", felt.GOLD, felt.FELT[1]),
    ("thought on felt", felt.THOUGHT, felt.FELT[2]),
    ("quiet on felt", felt.DIM, felt.FELT[2]),
    ("talk on warm felt", felt.CREAM, felt.WARM[2]),
    ("thought on warm felt", felt.THOUGHT, felt.WARM[2]),
    ("focus on warm felt", felt.GOLD, felt.mix(felt.WARM[2], felt.WARM[3], 0.65)),
    ("good on felt", felt.GOOD, felt.FELT[2]),
    ("bad on felt", felt.BAD, felt.FELT[2]),
    ("bad on warm felt", felt.BAD, felt.WARM[2]),
    ("card on ribbon", felt.CREAM, felt.PINK[3]),
    ("ink on paper", felt.INK, felt.PAPER[3]),
    ("soft ink on paper", felt.INK_SOFT, felt.PAPER[4]),
    ("soft ink on stained paper", felt.INK_SOFT, felt.PAPER[3]),
    ("red ink on paper", felt.INK_RED, felt.PAPER[3]),
]


@pytest.mark.parametrize(("name", "ink", "ground"), PAIRS, ids=[p[0] for p in PAIRS])
def test_words_stand_out(name: str, ink: Any, ground: Any):
    assert contrast(ink, ground) >= 4.5, name


@pytest.mark.parametrize(
    ("kind", "ink"), [("felt", felt.CREAM), ("felt_warm", felt.CREAM), ("felt_warm", felt.THOUGHT)]
)
def test_words_stand_out_on_the_panel_really_drawn(kind: str, ink: Any):
    panel = cloth().panel(200, 90, kind, False)
    ground = [panel.get_at((x, y)) for x in range(16, 184) for y in range(12, 78)]
    assert all(c.a == 255 for c in ground), "the plate is opaque"
    assert min(contrast(ink, tuple(c)[:3]) for c in set(map(tuple, ground)) for c in [c]) >= 4.5


def test_buttons_are_called_what_the_device_calls_them():
    assert keyboard().names("interact") == ("E", "Z")
    assert keyboard().names("run") == ("Shift",)
    assert gamepad("xbox").names("interact") == ("A",)
    assert gamepad("playstation").names("interact") == ("Cross",)
    assert gamepad("nintendo").names("interact") == ("B",)
    assert gamepad("deck").names("stone") == ("LB",)


def test_a_new_binding_shows_and_a_foreign_keyboard_too():
    bound = Glyphs(cloth(), font(), "keyboard", BOTH | {"interact": ("key.KP_0",)})
    assert bound.names("brace") == ("Num 0",)
    assert bound.drawn("interact").get_height() == 17
    french = Glyphs(cloth(), font(), "keyboard", BOTH, lambda s: "z" if s == "key.W" else "")
    assert french.called("key.W") == "Z"
    assert french.drawn("move").get_width() > 60
    assert not french.knows("minutes")


def test_moods_fall_back_to_faces_that_exist():
    faces = Portraits(cloth())
    for who in words().names("speakers"):
        for mood in words().node(f"speakers.{who}.moods"):
            assert faces.nearest(mood, ["neutral", "happy"]) in ("neutral", "happy")
    assert faces.face("narrator", "plain") is None
    assert faces.face("mel", "busy") is not None
    assert all(isinstance(v, tuple) for v in NEAREST.values())


def test_teaching_goes_when_it_was_done():
    session, hud = StubSession(), Hud(cloth(), font(), words())
    session.news.tell(Taught("run"))
    hud.tick(session)
    session.news.clear()
    for _ in range(120):
        hud.tick(session)
    assert hud.teach is not None
    session.world.get(session.hero, Hero).stance = "run"
    for _ in range(30):
        hud.tick(session)
    assert hud.teach is None


def test_the_goal_shows_when_it_changes_and_goes_again():
    session, hud = StubSession(), Hud(cloth(), font(), words())
    hud.tick(session)
    assert hud.goal is not None and hud.goal.key == "doll_given"
    for _ in range(400):
        hud.tick(session)
    assert hud.goal is None
    hud.show_goal()
    assert hud.goal is not None


@pytest.mark.parametrize("calm", [False, True])
def test_a_wipe_begins_dark_and_ends_clear(calm: bool):
    to, wipe = screen(), Wipe(calm)
    to.fill((200, 100, 50, 255))
    wipe.draw(to)
    assert to.get_at((2, 2))[:3] == felt.SHADOW
    to.fill((200, 100, 50, 255))
    wipe.pass_by(9)
    wipe.draw(to)
    assert wipe.is_over
    assert to.get_at((2, 2))[:3] == (200, 100, 50)


def test_standing_about_brings_the_goal_back():
    session, hud = StubSession(), Hud(cloth(), font(), words())
    for _ in range(500):
        hud.tick(session)
    assert hud.goal is None
    session.world.get(session.hero, Hero).still_ticks = 1200
    hud.tick(session)
    assert hud.goal is not None
