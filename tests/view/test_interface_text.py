"""Every string has room in its place, at 100, 150 and 200 per cent."""

from __future__ import annotations

from typing import Any

import pytest

from game.sim.parts import Option, Talk
from game.view.font import Font, lay_out
from game.view.hud import Hud, Taste
from game.view.journal import MARGIN, PAGE, TABS, Journal
from game.view.menu import MenuLook
from game.view.panels.note import NoteDrawer
from game.view.textbox import MEASURE, TextBox
from tests.interface import SIZES, cloth, filled, font, gamepad, keyboard, large, needs_art, texts, words

pytestmark = needs_art
SAFE_W, SAFE_H = 576, 324
"""The smallest screen, less 5 % at each side."""
TALK_H = {100: 104, 150: 112, 200: 170}
"""The talk box never takes more than this, so that she and who speaks stay in sight."""


def say_lines() -> list[tuple[str, dict[str, Any]]]:
    """All tables that say something, wherever they stand."""
    found = []

    def walk(node: Any, path: str) -> None:
        if isinstance(node, dict):
            if "say" in node:
                found.append((path, node))
            else:
                for k, v in node.items():
                    walk(v, f"{path}.{k}" if path else k)

    walk(words().node("beats"), "beats")
    return found


def test_every_letter_is_in_the_font():
    tree = {k: words().node(k) for k in words().names("") or ()}
    lacking = {c for _, t in texts(tree or all_words()) for c in t if not font().has(c) and not c.isspace()}
    assert not lacking


def all_words() -> dict[str, Any]:
    sections = (
        "beats",
        "things",
        "doll",
        "barks",
        "hints",
        "journal",
        "captions",
        "prompt",
        "teach",
        "menu",
        "options",
    )
    return {s: words().node(s) for s in (*sections, "assists", "place", "system", "area", "panel", "speakers")}


@pytest.mark.parametrize("size", SIZES)
def test_talk_fits_its_box(size: int):
    box = TextBox(cloth(), font(), words())
    too_large = []
    for key, line in say_lines():
        talk = Talk(line["who"], line.get("mood", ""), filled(line["say"]), key)
        w, h = box.size_of(talk, size, keyboard())
        t = box.lines(talk.say, size, keyboard())
        if w > 624 or h > TALK_H[size] or t.width > MEASURE[size] or (size == 100 and len(t.rows) > 3):
            too_large.append((key, w, h, t.width, len(t.rows)))
    assert not too_large


@pytest.mark.parametrize("size", SIZES)
def test_choices_fit_their_box(size: int):
    box = TextBox(cloth(), font(), words())
    seen = 0

    def walk(node: Any) -> None:
        nonlocal seen
        if not isinstance(node, dict):
            return
        picks = [v["pick"] for v in node.values() if isinstance(v, dict) and "pick" in v]
        if picks:
            seen += 1
            talk = Talk("coraline", "plain", "", "k", options=tuple(Option(p) for p in picks))
            w, h = box.size_of(talk, size, keyboard())
            assert w <= 640 and h <= 230, picks
        for v in node.values():
            walk(v)

    walk(words().node("beats"))
    assert seen > 10


@pytest.mark.parametrize("size", SIZES)
def test_things_looked_at_fit_the_talk_box(size: int):
    box = TextBox(cloth(), font(), words())
    for section in ("things", "doll", "barks", "hints"):
        for key, text in texts(words().node(section), section):
            if key.endswith(("who", "mood", "when", "set")):
                continue
            _, h = box.size_of(Talk("coraline", "plain", filled(text), key), size, keyboard())
            assert h <= TALK_H[size] + 30, (key, h)


@pytest.mark.parametrize("marks", [keyboard, gamepad], ids=["keyboard", "pad"])
@pytest.mark.parametrize("size", SIZES)
def test_plates_of_the_hud_fit(size: int, marks: Any):
    hud, taste, m = Hud(cloth(), font(), words()), Taste(size), marks()
    cut = font().cut(size)
    for key, word in texts(words().node("prompt")):
        assert cut.width(word) + 70 < SAFE_W / 2, key
    for key in words().names("teach"):
        t = hud.teach_text(key, taste, m)
        assert t.width + 30 <= SAFE_W and t.height <= 120, (key, t.width, t.height)
    for key, text in texts(words().node("captions")):
        assert cut.width(text) + 40 <= SAFE_W * 0.8, key
    for key, text in texts(words().node("journal.goal")):
        t = lay_out(cut, filled(text), 190 * size // 100 + 60, m)
        assert t.width + 46 <= SAFE_W and t.height <= 120, key
    for key in words().names("journal.items"):
        t = lay_out(cut, filled(hud.item_text(key, 888)), 160 * size // 100 + 60, m)
        assert t.width + 68 <= SAFE_W and t.height <= 150, key


@pytest.mark.parametrize("size", SIZES)
def test_journal_pages_hold_their_words(size: int):
    book = Journal(cloth(), font(), words())
    taste = Taste(size)
    cut = font().cut(size)
    page_h = PAGE[1] - 2 * MARGIN - 40
    for section in ("goal", "so_far"):
        for key, text in texts(words().node(f"journal.{section}")):
            assert book._text(filled(text), taste, keyboard()).height <= page_h, key
    for who in words().names("journal.people"):
        blocks = book.about(who, 9, 888, taste, keyboard())
        assert sum(b.height + 7 for b in blocks) <= PAGE[1] - 2 * MARGIN - 50, who
        assert min(b.cut.size for b in blocks) >= min(size, 150), who
        assert cut.width(book._name(who)) <= 140, who
    for key in words().names("journal.items"):
        text = filled(words().get(f"journal.items.{key}"))
        assert book._text(text, taste, keyboard()).height <= PAGE[1] - MARGIN - 112, key
    cut = font().cut(min(size, 150))
    tabs = sum(cut.width(words().get(f"menu.journal.{t}")) + 25 for t in TABS)
    assert 34 + tabs + 40 <= 616


@pytest.mark.parametrize("size", SIZES)
def test_notes_and_cards_fit(size: int):
    t = NoteDrawer(cloth(), font(), words()).note_text("beats.doll_given.note", size, keyboard())
    assert t.width + 76 <= 640 and t.height + 64 <= 360
    for key, text in texts(words().node("menu.chapters")):
        if key.isdigit():
            assert large().has(text.upper()[0]) and font().cut(200).width(text) + 150 <= 640
    for key, text in texts(words().node("place")):
        assert font().cut(max(size, 150)).width(text) + 150 <= 640, key
    for key in words().names("panel"):
        widest = 86 if key.startswith("brace_hold") else 190 if key.startswith("brace") else 600
        assert font().cut(size).width(words().get(f"panel.{key}")) <= widest, key


@pytest.mark.parametrize("size", SIZES)
def test_options_fit_their_rows(size: int):
    look = MenuLook(cloth(), font(), words())
    cut = font().cut(size)
    row_w = {100: 460, 150: 540, 200: 612}[size] - 62
    room = look.value_left(row_w, size) - 16
    for section in ("options", "assists"):
        for key in words().names(f"{section}.name"):
            assert cut.width(words().get(f"{section}.name.{key}")) <= room, key
        for key in words().names(f"{section}.help"):
            t = lay_out(cut, words().get(f"{section}.help.{key}"), {100: 412, 150: 492, 200: 564}[size])
            assert len(t.rows) <= 2, key
    for key in words().names("options.value"):
        assert cut.width(words().get(f"options.value.{key}")) <= row_w - room - 30, key
    cut = font().cut(min(size, 150))
    assert sum(cut.width(words().get(f"options.tabs.{t}")) + 25 for t in words().names("options.tabs")) <= 612 - 70


def test_words_wrap_without_losing_a_letter():
    text = "Put your hands on it and tell me that."
    for size in SIZES:
        for width in (60, 120, 300):
            t = lay_out(font().cut(size), text, width)
            assert " ".join(r.text for row in t.rows for r in row) == text
            assert t.width <= width


def test_the_typewriter_shows_as_much_as_was_said():
    t = lay_out(font().cut(100), "Hold {brace} and lean.", 400, keyboard())
    starts = [(r.start, r.text, r.mark is not None) for row in t.rows for r in row]
    assert starts == [(0, "Hold", False), (5, "", True), (13, "and", False), (17, "lean.", False)]


def test_cuts_are_what_they_say():
    for size in SIZES:
        cut = font().cut(size)
        assert abs(cut.cap / font().cut(100).cap - size / 100) < 0.12
        assert abs(cut.width("Coraline") / font().cut(100).width("Coraline") - size / 100) < 0.16
    with pytest.raises(KeyError):
        font().cut(120)
    assert isinstance(font(), Font)
