"""The sounds that are committed are those that the sources describe, and they keep the rules. Hardly renders."""

from __future__ import annotations

import importlib
import json
import shutil
from pathlib import Path

import pytest

pytest.importorskip("scipy")
pytest.importorskip("soundfile")
pytest.importorskip("pyloudnorm")
pytest.importorskip("mido")

import soundfile

from tools.make_music import __main__ as make_music
from tools.make_music import fluid, notation
from tools.make_music import rules as music_rules
from tools.make_music.tune import PIECES, beat_data
from tools.make_sound import __main__ as make_sound
from tools.make_sound import manifest, render, rules, vorbis
from tools.make_sound.catalogue import EFFECTS

SOUND, MUSIC = make_sound.FOLDER, make_music.FOLDER
MEGABYTE = 2**20


@pytest.fixture(scope="module", autouse=True)
def everything() -> None:
    for group in rules.sources():
        importlib.import_module(f"tools.make_sound.{group}")
    for score in music_rules.sources():
        importlib.import_module(f"tools.make_music.{score}")


def test_the_effects_are_as_their_sources_say() -> None:
    assert make_sound.check(SOUND) == 0


def test_the_music_is_as_its_sources_say() -> None:
    assert make_music.check(MUSIC) == 0


def test_every_effect_and_every_piece_has_its_files() -> None:
    assert {e.file(v) for e in EFFECTS.values() for v in range(e.variants)} == set(manifest.read(SOUND)["files"])
    pieces = manifest.read(MUSIC)["pieces"]
    assert set(pieces) == set(PIECES)
    for name, piece in pieces.items():
        assert set(piece["parts"].values()) <= set(manifest.read(MUSIC)["files"]), name


def test_all_sound_together_is_small_enough() -> None:
    total = sum(f.stat().st_size for folder in (SOUND, MUSIC) for f in folder.iterdir())
    assert total <= 30 * MEGABYTE


def test_loudness_of_every_file_is_told_and_near_its_target() -> None:
    for name, fact in manifest.read(SOUND)["files"].items():
        assert abs(fact["loudness"] - EFFECTS[fact["effect"]].loudness) <= 0.8, name
    for name, piece in manifest.read(MUSIC)["pieces"].items():
        assert abs(piece["loudness"] - piece["target"]) <= 0.7, name
        assert piece["transposition"] == 0, name


def test_voices_are_all_as_loud_as_each_other() -> None:
    levels = {f["loudness"] for f in manifest.read(SOUND)["files"].values() if f["bus"] == "voice"}
    assert max(levels) - min(levels) <= 0.6


def test_loops_are_exact() -> None:
    for folder in (SOUND, MUSIC):
        for name, fact in manifest.read(folder)["files"].items():
            if "loop_samples" in fact:
                info = soundfile.info(folder / name)
                assert (info.samplerate, info.frames) == (48000, fact["loop_samples"]), name


def test_stems_of_a_piece_are_equally_long() -> None:
    data = manifest.read(MUSIC)
    for name, piece in data["pieces"].items():
        if piece["loop"]:
            assert {data["files"][f]["loop_samples"] for f in piece["parts"].values()} == {piece["samples"]}, name
    same = ("other_world", "other_world_wall", "search")  # they share a deck
    assert len({data["pieces"][n]["samples"] for n in same}) == 1


@pytest.mark.parametrize("name", ["ui_select", "step_wood", "button_click"])
def test_a_cheap_effect_comes_out_again_as_it_was(name: str) -> None:
    effect = EFFECTS[name]
    made = render.finished(effect, 0)
    fact = render.facts(effect, 0, made, vorbis.encode(made, effect.quality))
    then = manifest.read(SOUND)["files"][effect.file(0)]
    assert fact["seconds"] == pytest.approx(then["seconds"], abs=0.001)
    assert fact["loudness"] == pytest.approx(then["loudness"], abs=0.5)
    assert fact["centroid"] == pytest.approx(then["centroid"], rel=0.03)


def test_the_same_effect_gives_the_same_bytes() -> None:
    effect = EFFECTS["ui_back"]
    assert len({vorbis.encode(render.finished(effect, 0), effect.quality) for _ in range(2)}) == 1


def test_check_notices_a_changed_a_missing_and_a_foreign_file(tmp_path: Path) -> None:
    kept = {n: f for n, f in manifest.read(SOUND)["files"].items() if f["group"] == "interface"}
    for name in kept:
        shutil.copy(SOUND / name, tmp_path / name)
    groups = {"interface": "abc"}
    (tmp_path / manifest.NAME).write_text(json.dumps({"version": 1, "groups": groups, "files": kept}))
    assert manifest.problems(tmp_path, groups) == []
    first, second = sorted(kept)[:2]
    (tmp_path / first).write_bytes(b"x")
    (tmp_path / second).unlink()
    (tmp_path / "stray.ogg").write_bytes(b"x")
    wrong = "\n".join(manifest.problems(tmp_path, {"interface": "abd"}))
    for words in (
        f"{first}: changed",
        f"{second}: missing",
        "stray.ogg: not in the manifest",
        "interface have changed",
    ):
        assert words in wrong


def test_an_unknown_name_is_bad_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        make_sound.make(["no_such_thing"], tmp_path, tmp_path)
    assert stop.value.code == 2 and "no_such_thing" in capsys.readouterr().err


def test_without_fluidsynth_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fluid.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit) as stop:
        make_music.make(["title"], tmp_path, tmp_path)
    assert stop.value.code == 2 and "apt-get install fluidsynth" in capsys.readouterr().err


def test_notation() -> None:
    assert notation.pitch("A4") == 69 and notation.pitch("C#5") == 73
    assert notation.length("A4 D5:2 -:1 | F4:.5") == 4.5
    assert notation.chord("Bb/D") == (10, [10, 2, 5], 2)
    with pytest.raises(ValueError, match="bar 2"):
        notation.line("A4:3 | D5:2 |", 3, 2)


def test_every_score_adds_up_and_its_tempo_is_exact() -> None:
    for name, make in PIECES.items():
        tune = make()
        assert tune.form, f"{name} says nothing about itself"
        assert fluid.midi(tune, next(t for t in tune.tracks if t.notes), 1, 0)
        assert all(0 <= n[2] <= 127 for t in tune.tracks for n in t.notes)


def test_playable_pieces_are_on_whole_ticks() -> None:
    for name in ("theatre_show", "circus_show", "dream_steps"):
        told = beat_data(PIECES[name]())
        assert told["ticks_per_beat"] == int(told["ticks_per_beat"])
        assert all(c["tick"] == int(c["tick"]) for c in told["cues"])
