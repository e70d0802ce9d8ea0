"""Saves: whatever happens and whenever, a sound page can be opened afterwards, and the player is told the truth."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from game.app import folder as folder_module
from game.app.folder import Folder
from game.app.saves import BACKUPS, Saves, Summary, name, unfinished
from game.app.settings import Settings, SettingsFile

BODY = {
    "version": 1,
    "map": "real/grounds",
    "hero": [12.5, 0.1 + 0.2, "down"],
    "flags": ["boxes_in"],
    "log": [["a", "ä"]],
}
WHERE = Summary(1, 754, "real/grounds")


def saves(root: Path, version: int = 1, now: float = 1000.0) -> Saves:
    return Saves(Folder(root), version, lambda: now)


def body(n: int) -> dict[str, Any]:
    return BODY | {"n": n}


def files(root: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in root.iterdir()}


def test_an_empty_folder_is_three_empty_books_and_stays_untouched(tmp_path: Path) -> None:
    root = tmp_path / "not" / "there"
    assert [b.note for b in saves(root).books()] == ["empty"] * 3
    assert saves(root).load(2).note == "empty"
    assert saves(root).newest() is None
    assert not root.exists()


def test_what_is_saved_comes_back_exactly(tmp_path: Path) -> None:
    assert saves(tmp_path).save(2, BODY, WHERE) is None
    loaded = saves(tmp_path).load(2)
    assert (loaded.note, loaded.body, loaded.summary, loaded.saved_at) == ("ready", BODY, WHERE, 1000)
    assert [b.note for b in saves(tmp_path).books()] == ["empty", "ready", "empty"]


def test_the_same_state_gives_the_same_bytes_whatever_the_settings(tmp_path: Path) -> None:
    saves(tmp_path / "a").save(1, BODY, WHERE)
    SettingsFile(Folder(tmp_path / "b")).save(Settings(captions=True, text_size=200, auto_run=True))
    saves(tmp_path / "b").save(1, BODY, WHERE)
    assert files(tmp_path / "a")[name(1)] == files(tmp_path / "b")[name(1)]


def test_three_older_pages_are_kept(tmp_path: Path) -> None:
    for n in range(6):
        saves(tmp_path).save(1, body(n), WHERE)
    kept = [json.loads((tmp_path / name(1, back)).read_bytes())["body"]["n"] for back in range(BACKUPS + 1)]
    assert kept == [5, 4, 3, 2]
    assert len(files(tmp_path)) == BACKUPS + 1


def test_continue_opens_the_book_written_last(tmp_path: Path) -> None:
    for slot, now in ((1, 50.0), (3, 90.0), (2, 70.0)):
        saves(tmp_path, now=now).save(slot, BODY, WHERE)
    assert saves(tmp_path).newest() == 3


def test_a_damaged_page_is_kept_and_the_one_behind_it_opens(tmp_path: Path) -> None:
    for n in range(3):
        saves(tmp_path).save(1, body(n), WHERE)
    (tmp_path / name(1)).write_bytes(b"\0" * 400)
    assert saves(tmp_path).books()[0].note == "damaged"
    assert (tmp_path / name(1)).exists(), "looking moves nothing"
    loaded = saves(tmp_path).load(1)
    assert (loaded.note, loaded.body) == ("damaged", body(1))
    assert [p.read_bytes() for p in loaded.aside] == [b"\0" * 400]
    assert saves(tmp_path).load(1).body == body(1)
    assert saves(tmp_path).save(1, body(9), WHERE) is None
    assert saves(tmp_path).load(1).body == body(9)
    assert loaded.aside[0].exists()


def test_a_book_with_no_sound_page_says_so_and_keeps_everything(tmp_path: Path) -> None:
    for n in range(6):
        saves(tmp_path).save(1, body(n), WHERE)
    for path in tmp_path.iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    loaded = saves(tmp_path).load(1)
    assert (loaded.note, loaded.body, len(loaded.aside)) == ("lost", None, BACKUPS + 1)
    assert saves(tmp_path).save(1, body(7), WHERE) is None
    assert saves(tmp_path).load(1).body == body(7)


@given(st.data())
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
def test_any_garbling_is_noticed(tmp_path: Path, data: st.DataObject) -> None:
    root = tmp_path / "books"
    shutil.rmtree(root, ignore_errors=True)
    for n in range(2):
        saves(root).save(1, body(n), WHERE)
    whole = (root / name(1)).read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    how = data.draw(st.sampled_from(["cut", "flip", "insert", "zeros"]))
    garbled = {
        "cut": whole[:at],
        "flip": whole[:at] + bytes([whole[at] ^ (1 << data.draw(st.integers(0, 7)))]) + whole[at + 1 :],
        "insert": whole[:at] + data.draw(st.binary(min_size=1, max_size=9)) + whole[at:],
        "zeros": whole[:at] + b"\0" * (len(whole) - at),
    }[how]
    (root / name(1)).write_bytes(garbled)
    loaded = saves(root).load(1)
    assert loaded.body in (body(0), body(1)), "never a third thing"
    assert loaded.note in ("ready", "damaged")


@given(st.binary(max_size=400))
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_content_is_a_crash(tmp_path: Path, data: bytes) -> None:
    (tmp_path / name(1)).write_bytes(data)
    assert saves(tmp_path).load(1).body is None


def test_a_newer_games_book_is_refused_and_left_untouched(tmp_path: Path) -> None:
    saves(tmp_path, version=1).save(1, body(1), WHERE)
    saves(tmp_path, version=2).save(1, body(2), WHERE)
    before = files(tmp_path)
    old = saves(tmp_path, version=1)
    assert (old.load(1).note, old.load(1).body) == ("newer", None)
    trouble = old.save(1, body(3), WHERE)
    assert trouble is not None
    assert trouble.kind == "newer"
    assert old.copy(1, 2) is not None
    assert files(tmp_path) == before
    assert saves(tmp_path, version=2).load(1).body == body(2)


def test_copy_and_tear_out(tmp_path: Path) -> None:
    for n in range(3):
        saves(tmp_path).save(1, body(n), WHERE)
    assert saves(tmp_path).copy(1, 3) is None
    assert saves(tmp_path).delete(1) is None
    assert [b.note for b in saves(tmp_path).books()] == ["empty", "empty", "ready"]
    assert saves(tmp_path).load(3).body == body(2)
    assert set(files(tmp_path)) == {name(3)}
    assert saves(tmp_path).copy(1, 2) is not None


def test_there_is_no_fourth_book(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no book 4"):
        saves(tmp_path).load(4)


# ---- the disk says no


@pytest.mark.parametrize(
    ("number", "kind"),
    [(errno.ENOSPC, "full"), (errno.EROFS, "closed"), (errno.EACCES, "closed"), (errno.EIO, "broken")],
)
@pytest.mark.parametrize("call", ["open", "write", "fsync", "close"])
def test_a_disk_that_says_no_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: str, call: str
) -> None:
    saves(tmp_path).save(1, body(1), WHERE)
    before = files(tmp_path)
    real = getattr(os, call)

    def refuse(*arguments: Any, **more: Any) -> Any:
        if call == "close":
            real(*arguments)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(folder_module.os, call, refuse)
    trouble = saves(tmp_path).save(1, body(2), WHERE)
    monkeypatch.undo()
    assert trouble is not None
    assert trouble.kind == kind
    assert "\n" not in str(trouble)
    assert files(tmp_path) == before, "not even half a file is left"
    assert saves(tmp_path).load(1).body == body(1)


def test_a_disk_that_fills_half_way_costs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saves(tmp_path).save(1, body(1), WHERE)
    real = os.write
    room = [100]

    def little(descriptor: int, data: bytes) -> int:
        if not room[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        took = real(descriptor, bytes(data)[: room[0]])
        room[0] -= took
        return took

    monkeypatch.setattr(folder_module.os, "write", little)
    trouble = saves(tmp_path).save(1, body(2), WHERE)
    monkeypatch.undo()
    assert trouble is not None
    assert trouble.kind == "full"
    assert set(files(tmp_path)) == {name(1)}
    assert saves(tmp_path).load(1).body == body(1)


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "books").write_text("")
    trouble = saves(tmp_path / "books").save(1, BODY, WHERE)
    assert trouble is not None
    assert saves(tmp_path / "books").load(1).note == "closed"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions do not bind this user")
def test_a_read_only_folder_is_told_and_still_read(tmp_path: Path) -> None:
    saves(tmp_path).save(1, BODY, WHERE)
    tmp_path.chmod(0o500)
    try:
        trouble = saves(tmp_path).save(1, body(2), WHERE)
        assert trouble is not None
        assert trouble.kind == "closed"
        assert saves(tmp_path).load(1).body == BODY
    finally:
        tmp_path.chmod(0o700)


# ---- kill -9 at every step

KILLER = """
import json, os, pathlib, signal, sys
from game.app.folder import Folder
from game.app.saves import Saves, Summary

root, first = pathlib.Path(sys.argv[1]), int(sys.argv[2])

def child(step):
    '''Saves once, and dies just before (or half-way through) its n-th call to the disk.'''
    count = [0]
    def deadly(call, half=None):
        def wrapped(*arguments, **more):
            count[0] += 1
            if count[0] == step:
                if half: half(*arguments)
                os.kill(os.getpid(), signal.SIGKILL)
            return call(*arguments, **more)
        return wrapped
    write = os.write
    os.write = deadly(os.write, half=lambda d, data: write(d, bytes(data)[: len(data) // 2]))
    for call in ("open", "fsync", "close"):
        setattr(os, call, deadly(getattr(os, call)))
    for call in ("replace", "unlink", "mkdir"):
        setattr(pathlib.Path, call, deadly(getattr(pathlib.Path, call)))
    Saves(Folder(root), 1).save(1, {"n": first + step}, Summary())
    os._exit(0)

for step in range(1, 100):
    before = Saves(Folder(root), 1).load(1)
    pid = os.fork()
    if pid == 0:
        child(step)
    status = os.waitpid(pid, 0)[1]
    after = Saves(Folder(root), 1).load(1)
    print(json.dumps([step, os.WIFSIGNALED(status), before.body, after.body, after.note]), flush=True)
    if not os.WIFSIGNALED(status):
        break
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a forked child")
@pytest.mark.parametrize("saved_before", [0, 1, 6])
def test_killed_at_any_step_the_old_or_the_new_page_opens(tmp_path: Path, saved_before: int) -> None:
    for n in range(saved_before):
        saves(tmp_path).save(1, {"n": n}, Summary())
    ran = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(KILLER), str(tmp_path), "1000"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert ran.returncode == 0, ran.stderr
    killed = [row for row in rows if row[1]]
    assert len(killed) >= 6, "open, write, fsync, close, rename, sync of the folder"
    assert not rows[-1][1]
    for step, _, before, after, note in rows:
        assert after in (before, {"n": 1000 + step}), f"step {step}"
        assert note in ("ready", "empty"), f"step {step}: {note}"
    assert rows[-1][3] == {"n": 1000 + rows[-1][0]}


def test_a_page_whose_rename_was_killed_is_not_written_over(tmp_path: Path) -> None:
    saves(tmp_path).save(1, body(1), WHERE)
    saves(tmp_path).save(1, body(2), WHERE)
    (tmp_path / name(1)).rename(tmp_path / unfinished(1))
    assert saves(tmp_path).load(1).body == body(2)
    saves(tmp_path).save(1, body(3), WHERE)
    kept = [json.loads((tmp_path / name(1, back)).read_bytes())["body"]["n"] for back in range(3)]
    assert kept == [3, 2, 1]
