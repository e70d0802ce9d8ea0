"""Recordings in an xz file: the same, a tenth as long; a damaged one is one line, not a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.app.main import main
from game.app.replay import ReplayError, read


def recorded(folder: Path, name: str) -> Path:
    file = folder / name
    assert main(["bot", "--until", "arrival", "--record", str(file)]) == 0
    return file


def test_packed_and_plain_hold_the_same_and_play_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain, packed = recorded(tmp_path, "a.replay"), recorded(tmp_path, "a.replay.xz")
    assert packed.stat().st_size * 4 < plain.stat().st_size
    assert read(plain) == read(packed)
    assert main(["replay", str(packed)]) == 0


@pytest.mark.parametrize("wrong", ["cut", "torn"])
def test_a_damaged_one_is_named_in_one_line(wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    packed = recorded(tmp_path, "a.replay.xz")
    data = bytearray(packed.read_bytes())
    if wrong == "cut":
        del data[len(data) // 2 :]
    else:
        data[40] ^= 0xFF
    packed.write_bytes(data)
    with pytest.raises(ReplayError, match=r"a\.replay\.xz"):
        read(packed)
    capsys.readouterr()
    assert main(["replay", str(packed)]) == 2
    told = capsys.readouterr().err
    assert "a.replay.xz" in told and told.count("\n") == 1
