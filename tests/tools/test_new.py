"""What `tools/dev.py new` writes passes everything as it stands: tried on a copy of the tree."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from game.content.start import ALL_BEATS
from tools import dev, new

UNTOLD, CHAPTER = "cat_vanishes", "ch12_party"
"""All beats are told; in the copy this one is not."""
ROOT = Path(__file__).resolve().parents[2]
WANTED = (("foe", "dust_bunny"), ("map", "real/cellar"), ("beat", UNTOLD), ("item", "marmalade"))
LINKED = ("tests/conftest.py", "tests/arena.py", "tests/__init__.py", "tests/maps/test_maps.py", "tests/test_house.py")


@pytest.fixture
def copy(tmp_path) -> Path:
    """Code and maps are copied; the rest of assets, which is never written, is linked."""
    for name in ("game", "maps"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "assets").mkdir()
    for entry in (ROOT / "assets").iterdir():
        if entry.name == "text":
            shutil.copytree(entry, tmp_path / "assets" / "text")
        else:
            (tmp_path / "assets" / entry.name).symlink_to(entry)
    for name in LINKED:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    chapter = tmp_path / "game" / "content" / "beats" / CHAPTER
    (chapter / f"{UNTOLD}.py").unlink()
    text = (chapter / "__init__.py").read_text(encoding="utf-8").replace(f"import {UNTOLD}, ", "import ")
    for kind in ("BEATS", "MINDS", "STARTS"):
        text = text.replace(f", **{UNTOLD}.{kind}", "").replace(f", *{UNTOLD}.{kind}", "")
    assert UNTOLD not in text
    (chapter / "__init__.py").write_text(text, encoding="utf-8")
    return tmp_path


def test_everything_new_passes_at_once(copy, monkeypatch):
    monkeypatch.delitem(ALL_BEATS, UNTOLD)
    before = set(copy.rglob("*.py"))
    for kind, name in WANTED:
        said = new.new(kind, name, copy)
        assert said[0].startswith("wrote") and all(" " in line for line in said)
    written = sorted(str(p.relative_to(copy)) for p in {*copy.rglob("*.py")} - before)
    assert len(written) == 7
    for command in (
        [sys.executable, "-m", "game", "lint"],
        [
            "-m",
            "pytest",
            "-q",
            "-n",
            "0",
            "-p",
            "no:cacheprovider",
            "-k",
            "not lives_ten_seconds or bunny",
            *_tests(written),
        ],
    ):
        run = command if command[0] == sys.executable else [sys.executable, *command]
        done = subprocess.run(run, cwd=copy, capture_output=True, text=True, timeout=300, stdin=subprocess.DEVNULL)
        assert done.returncode == 0, done.stdout + done.stderr
    assert "0 errors, 0 warnings" in _lint(copy)
    if shutil.which("ruff"):
        for words in (["check"], ["format", "--check", "--diff"]):
            done = subprocess.run(["ruff", *words, *written], cwd=copy, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stdout + done.stderr


def _tests(written: list[str]) -> list[str]:
    return [p for p in written if p.startswith("tests/")] + ["tests/test_house.py", "tests/maps/test_maps.py"]


def _lint(copy: Path) -> str:
    command = [sys.executable, "-m", "game", "lint"]
    return subprocess.run(command, cwd=copy, capture_output=True, text=True, timeout=120, check=False).stderr


@pytest.mark.parametrize(
    ("argv", "why"),
    [
        ([], "new foe|map|beat|item NAME"),
        (["dragon", "smok"], "new foe|map|beat|item NAME"),
        (["foe", "Big Rat"], "is no name"),
        (["map", "nowhere/attic"], "real/attic or other/attic"),
        (["map", "real/grounds"], "is there already"),
        (["beat", "picnic"], "not in the ledger"),
        (["beat", "arrival"], "told already"),
    ],
)
def test_what_is_refused_is_refused_in_one_line(capsys, argv, why):
    assert new.main(argv) == 2
    err = capsys.readouterr().err
    assert why in err and err.count("\n") == 1


def test_dev_names_its_steps_and_refuses_others(capsys):
    with pytest.raises(SystemExit) as stop:
        dev.main([])
    assert stop.value.code == 0
    out = capsys.readouterr().out
    assert all(f"  {name} " in out for name in dev.STEPS)
    assert set(dev.ALL) <= set(dev.STEPS)
    with pytest.raises(SystemExit) as stop:
        dev.main(["fly"])
    assert stop.value.code == 2
