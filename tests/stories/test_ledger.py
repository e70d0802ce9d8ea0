"""The story ledger: every sentence of the plot has beats, maps, people, things and tests, and they are what the game has."""

from __future__ import annotations

import ast
import functools
from pathlib import Path

import pytest

from game.app.main import main
from game.content.ledger import FILE, LedgerError, load_ledger
from game.data import data_folder
from game.sim.story import BEAT, BEATS

ROOT = Path(__file__).resolve().parents[2]
LEDGER = load_ledger()


@functools.cache
def played_in(file: str) -> set[str]:
    tree = ast.parse((ROOT / file).read_text(encoding="utf-8"))
    return {f.name for f in tree.body if isinstance(f, ast.FunctionDef) and f.name.startswith("test_")}


def test_there_are_33_sentences_in_their_order():
    assert [s.n for s in LEDGER.sentence] == list(range(1, 34))
    assert len({s.told for s in LEDGER.sentence}) == 33


@pytest.mark.parametrize("sentence", LEDGER.sentence, ids=lambda s: str(s.n))
def test_a_sentence_is_kept(sentence):
    assert list(sentence.beats) == [b.id for b in BEATS if sentence.n in b.sentences]
    assert set(sentence.maps) == {BEAT[b].map for b in sentence.beats}
    for room in sentence.maps:
        assert (data_folder("maps") / f"{room}.tmx").is_file(), room
    assert sentence.people
    assert set(sentence.people) <= set(LEDGER.people)
    assert set(sentence.things) <= set(LEDGER.things)
    assert sentence.tests, "nobody plays it"
    for test in sentence.tests:
        file, _, name = test.partition("::")
        assert (name in played_in(file)) if name else played_in(file), test


def test_nobody_in_the_ledger_is_idle():
    """Each of its people and things is in a sentence; test_recordings.py meets every one of them in a story played through."""
    assert set(LEDGER.people) == {p for s in LEDGER.sentence for p in s.people}
    assert set(LEDGER.things) == {t for s in LEDGER.sentence for t in s.things}


@pytest.mark.parametrize("text", [None, "[[sentence]]\nn = 1", "sentence = 3 =", 'people = {a = ["x"]}'])
def test_a_torn_ledger_is_named_in_one_line(tmp_path, text):
    file = tmp_path / FILE
    file.parent.mkdir()
    if text is not None:
        file.write_text(text, encoding="utf-8")
    with pytest.raises(LedgerError, match="ledger") as told:
        load_ledger(tmp_path)
    assert "\n" not in str(told.value)


def test_the_ledger_is_printed(capsys):
    assert main(["beats", "--ledger"]) == 0
    out = capsys.readouterr().out
    for sentence in LEDGER.sentence:
        assert sentence.told in out
