"""Settings: kept, mended, never in the way."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from game.app.folder import Folder, Folders
from game.app.settings import FILE, LETTERS_A_TICK, Settings, SettingsFile


def test_no_file_is_no_trouble_and_makes_none(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "down"
    settings, note = SettingsFile(Folder(folder)).load()
    assert (settings, note) == (Settings(), "")
    assert not folder.exists()


def test_what_is_set_comes_back(tmp_path: Path) -> None:
    kept = SettingsFile(Folder(tmp_path))
    settings = Settings(text_speed="fast", text_size=200, shake=0.5, window_size=(1920, 1080), first_run=False)
    settings.volumes["music"] = 0
    assert settings.bindings.bind("run", 0, "key.KP_0") == ""
    assert kept.save(settings) is None
    again, note = SettingsFile(Folder(tmp_path)).load()
    assert (again, note) == (settings, "")


def test_keys_of_another_version_stay(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"from_the_future": {"a": 1}, "captions": true}')
    kept = SettingsFile(Folder(tmp_path))
    settings, _ = kept.load()
    assert settings.captions
    kept.save(settings)
    assert json.loads((tmp_path / FILE).read_text())["from_the_future"] == {"a": 1}


def test_a_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"text_size": 120, "captions": true, "volumes": {"music": 3}, "shake": "much"}')
    settings, note = SettingsFile(Folder(tmp_path)).load()
    assert settings.captions
    assert (settings.text_size, settings.shake) == (100, 1.0)
    assert settings.volumes["music"] == 3
    assert settings.volumes["voices"] == Settings().volumes["voices"]
    assert "text_size" in note
    assert "shake" in note
    assert "\n" not in note


def test_a_damaged_file_is_kept_beside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"{ not json")
    settings, note = SettingsFile(Folder(tmp_path)).load()
    assert settings == Settings()
    assert note.count("\n") == 0
    assert "settings.damaged_1.json" in note
    assert (tmp_path / "settings.damaged_1.json").read_bytes() == b"{ not json"


@given(
    data=st.binary(max_size=300) | st.text(max_size=100).map(str.encode) | st.just(b"[]") | st.just(b'{"bindings":{}}')
)
@hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_file_content_is_a_crash(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FILE).write_bytes(data)
    settings, _ = SettingsFile(Folder(tmp_path)).load()
    assert settings.bindings.of("confirm")


@pytest.mark.parametrize("bad", ["confirm", "cancel", "pause", "up"])
def test_a_file_cannot_lock_anybody_out(tmp_path: Path, bad: str) -> None:
    raw = msgspec.to_builtins(Settings())
    raw["bindings"]["keyboard"][bad] = []
    (tmp_path / FILE).write_bytes(msgspec.json.encode(raw))
    settings, note = SettingsFile(Folder(tmp_path)).load()
    assert settings.bindings.of(bad)
    assert "bindings" in note


def test_a_folder_that_cannot_be_is_told_not_raised(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    trouble = SettingsFile(Folder(tmp_path / "file" / "folder")).save(Settings())
    assert trouble is not None
    assert trouble.kind == "broken"


def test_rules_take_what_they_may_know() -> None:
    rules = Settings(text_speed="at_once", auto_run=True).rules()
    assert (rules.text_speed, rules.auto_run) == (LETTERS_A_TICK["at_once"], True)


def test_one_folder_for_everything_when_asked(tmp_path: Path) -> None:
    folders = Folders.of(tmp_path / "all")
    for folder in (folders.settings, folders.saves, folders.replays, folders.pictures, folders.logs):
        assert tmp_path / "all" in (folder.root, *folder.root.parents)
    assert not (tmp_path / "all").exists()
    assert Folders.of().settings.root != Folders.of().saves.root
