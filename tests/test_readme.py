"""What the README says is so: its two commands, its table of keys, its examples, its links."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from game.app.bindings import BOTH, GAME, PAD_TABLE
from tools.dev import PICTURES, readme_commands

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "LICENSE.md", "CHANGELOG.md")]
PAGES += sorted((ROOT / "docs").glob("*.md"))
ROWS = {  # the first word of a row -> actions
    "walk": ("up", "left", "down", "right"),
    "call": ("cat",),
    "look": ("stone",),
} | {name: (name,) for name in ("interact", "dodge", "run", "sneak", "throw", "next", "journal", "pause")}
NAMES = {
    "LSHIFT": "left Shift",
    "LCTRL": "left Ctrl",
    "righttrigger": "right trigger",
    "lefttrigger": "left trigger",
    "leftshoulder": "left shoulder",
    "rightshoulder": "right shoulder",
    "touchpad": "touchpad",
}


def name_of(source: str) -> str:
    """ "key.SPACE" -> "Space" """
    name = source.split(".")[1]
    return (
        "dpad"
        if name.startswith("dp")
        else NAMES.get(name, name if len(name) == 1 else name.title()).replace("  ", " ")
    )


def shown(cell: str) -> set[str]:
    return {word if len(word) > 1 else word.upper() for word in re.findall(r"`([^`]+)`", cell)}


def test_the_table_of_keys_is_what_the_keys_do():
    rows = dict(re.findall(r"^\| (\w+)[^|]*\| (.*) \|$", README, re.M))
    assert {action for row in rows if row in ROWS for action in ROWS[row]} == set(GAME)
    for row, actions in ROWS.items():
        keyboard, pad = rows[row].split(" | ")
        keys = {name_of(s) for action in actions for s in BOTH[action]}
        buttons = {name_of(s) for action in actions for s in PAD_TABLE[action]}
        assert shown(keyboard) == {k if len(k) > 1 else k.upper() for k in keys}, row
        assert shown(pad) == {b if len(b) > 1 else b.upper() for b in buttons}, row


def test_the_two_commands_are_there_and_their_extra_exists():
    play, test = readme_commands()
    assert play == "python3 -m pip install -e . && python3 -m game"
    assert test == "python3 -m pip install -e '.[test]' && python3 -m pytest"
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    assert "test" in extras


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_examples_run(page):
    """Every block of Python: it is executed, and so is each test in it."""
    for block in re.findall(r"```python\n(.*?)```", page.read_text(encoding="utf-8"), re.S):
        names: dict[str, object] = {}
        exec(compile(block, str(page), "exec"), names)
        for name, value in list(names.items()):
            if name.startswith("test_") and callable(value):
                value()


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_and_named_files_are_there(page):
    text = page.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
        if "://" not in link:
            assert (page.parent / link).exists(), link
    for path in re.findall(r"`((?:game|maps|assets|tests|tools|docs|\.ci)/[\w/.-]+)`", text):
        if "NAME" not in path and "NN" not in path:
            assert (ROOT / path).exists(), path


@pytest.mark.parametrize("name", PICTURES)
def test_its_pictures_are_shots_of_the_game(name):
    data = (ROOT / "docs" / "pictures" / f"{name}.png").read_bytes()
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (640, 360)
    assert f"docs/pictures/{name}.png" in README


def test_what_ci_runs_is_valid_bash():
    assert subprocess.run(["bash", "-n", str(ROOT / ".ci" / "run")], check=False).returncode == 0
