"""The command line is a contract: what each command prints, how it exits, and one clear line for whatever goes wrong."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import game.app.game
import game.app.lint
import game.content.start
from game import __version__
from game.app.main import COMMANDS, main
from game.sim.story import BEATS

ROOT = Path(__file__).resolve().parents[2]
CHAPTER_1 = ["arrival", "ignored", "wybie_met", "doll_given", "door_found", "bricks"]
PNG = b"\x89PNG\r\n"


def said(capsys, *argv: object) -> tuple[int, str, str]:
    """(exit code, stdout, stderr) of a command."""
    capsys.readouterr()
    code = main([str(a) for a in argv])
    out, err = capsys.readouterr()
    return code, out, err


def complaint(capsys, *argv: object, code: int = 2) -> str:
    """The one line with which a command gives up: nothing on stdout, no traceback."""
    got, out, err = said(capsys, *argv)
    assert (got, out) == (code, ""), err
    assert err.count("\n") == 1 and err.endswith("\n"), err
    assert err.startswith("pink-palace") and "fault of ours" not in err, err
    return err


# ---------------------------------------------------------------------------------------------- what comes back


def test_beats_lists_the_story(capsys):
    code, out, err = said(capsys, "beats", "--json")
    beats = json.loads(out)
    assert (code, err) == (0, "")
    assert [b["id"] for b in beats] == [b.id for b in BEATS]
    assert all({"id", "chapter", "map", "sentences"} <= set(b) for b in beats)
    assert {n for b in beats for n in b["sentences"]} == set(range(1, 34))


def test_bot_reports_a_run_and_replay_repeats_it(capsys, tmp_path):
    tape = tmp_path / "run.replay"
    code, out, _ = said(capsys, "bot", "--until", "arrival", "--seed", 3, "--record", tape, "--json")
    report = json.loads(out)
    assert code == 0
    assert set(report) == {"beats", "ticks", "seconds_cpu", "stitches", "falls", "seed", "order", "hash"}
    assert (report["beats"], report["seed"]) == (["arrival"], 3)
    assert report["order"] == ["house", "theatre", "circus"]

    code, out, _ = said(capsys, "replay", tape, "--json")
    assert code == 0
    assert json.loads(out) == {"ok": True, "ticks": report["ticks"], "hash": report["hash"], "first_difference": None}

    lines = tape.read_bytes().split(b"\n")
    middle = next(i for i, line in enumerate(lines) if line.startswith(b'{"tick":1200'))
    mark = json.loads(lines[middle])
    lines[middle] = json.dumps(mark | {"chain": "0" * 16}).encode()
    tape.write_bytes(b"\n".join(lines))
    code, out, _ = said(capsys, "replay", tape, "--json")
    result = json.loads(out)
    assert (code, result["ok"]) == (1, False)
    assert result["first_difference"]["tick"] == 1200
    assert set(result["first_difference"]) == {"tick", "entity", "field"}


def test_bot_takes_any_order_of_hunts(capsys):
    code, out, _ = said(
        capsys, "bot", "--from", "doll_given", "--until", "doll_given", "--order", "circus,house,theatre", "--json"
    )
    assert code == 0
    assert json.loads(out)["order"] == ["circus", "house", "theatre"]


def test_lint_finds_nothing(capsys):
    code, out, err = said(capsys, "lint", "--json")
    assert (code, err, json.loads(out)) == (0, "", [])


@pytest.fixture
def broken_map(tmp_path) -> Path:
    """A copy of all maps in which a layer of one is cut short."""
    maps = tmp_path / "maps"
    shutil.copytree(ROOT / "maps", maps)
    path = maps / "real" / "orchard.tmx"
    text = path.read_text(encoding="utf-8")
    at = text.index("</data>")
    path.write_text(text[: at - 200] + "\n" + text[at:], encoding="utf-8")
    return path


def test_lint_says_what_is_wrong_and_how_to_mend_it(capsys, broken_map):
    code, out, _ = said(capsys, "lint", broken_map, "--maps", broken_map.parents[1], "--json")
    found = json.loads(out)
    assert code == 1
    assert found and all(set(f) == {"file", "layer", "object", "code", "level", "text", "fix"} for f in found)
    assert any(f["level"] == "error" and f["file"].endswith("orchard.tmx") and f["fix"] for f in found)
    code, out, _ = said(capsys, "lint", broken_map, "--maps", broken_map.parents[1])
    assert code == 1 and "orchard.tmx" in out


def test_a_broken_map_is_one_line_when_it_is_played(capsys, broken_map, monkeypatch, tmp_path):
    folders = {"assets": ROOT / "assets", "maps": broken_map.parents[1]}
    monkeypatch.setattr(game.content.start, "data_folder", folders.__getitem__)
    line = complaint(capsys, "shot", "--map", "real/orchard", "--out", tmp_path / "a.png")
    assert "orchard.tmx" in line and "E-size" in line


def test_shot_writes_a_picture_of_the_size_asked_for(capsys, tmp_path):
    out = tmp_path / "a.png"
    assert said(capsys, "shot", "--map", "real/flat_up", "--size", "320x200", "--tick", 5, "--out", out) == (0, "", "")
    data = out.read_bytes()
    assert data.startswith(PNG)
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (320, 200)


def test_drive_answers_every_line_with_one(capsys, monkeypatch, tmp_path):
    lines = ["state", "hold right 30", "tap interact", "stick 0.5 -1 20", "wait 60", f"shot {tmp_path / 'a.png'}"]
    lines += ["jump 3", "wait long", "hold wings 3", "stick 9 9 9", "quit", "state"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n".join(lines) + "\n"))
    code, out, _ = said(capsys, "drive", "--map", "real/flat_up")
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(answers) == lines.index("quit")
    asked = {
        "tick",
        "map",
        "beat",
        "position",
        "says",
        "choices",
        "prompt",
        "captions",
        "stitches",
        "goal",
        "events",
        "hash",
    }
    assert all(asked <= set(a) for a in answers[:6])
    ticks = [a["tick"] for a in answers[:6]]
    assert ticks[1] == ticks[0] + 30 and ticks[4] == ticks[3] + 60 and ticks[5] == ticks[4]
    assert answers[1]["position"] != answers[0]["position"]
    assert all(set(a) == {"error"} for a in answers[6:])
    assert (tmp_path / "a.png").read_bytes().startswith(PNG)


@pytest.mark.nightly
def test_bench_measures(capsys):
    code, out, _ = said(capsys, "bench", "--json")
    figures = json.loads(out)
    asked = {"headless", "tick_ms", "draw_ms", "floor_ms", "ratio", "first_frame_ms", "first_map_ms", "scene_change_ms"}
    assert code == 0
    assert asked | {"rss_mb", "hash"} <= set(figures)
    assert figures["headless"]["ticks_per_s"] > 600


def test_version_and_help(capsys):
    assert said(capsys, "--version") == (0, f"pink-palace {__version__}\n", "")
    code, out, _ = said(capsys, "--help")
    assert code == 0 and all(command in out for command in COMMANDS)
    for command in COMMANDS:
        assert said(capsys, command, "--help")[0] == 0


# ---------------------------------------------------------------------------------------------- what goes wrong


@pytest.mark.parametrize(
    ("argv", "about"),
    [
        (["dance"], "dance"),
        (["--dance"], "--dance"),
        (["shot", "--map", "real/nowhere", "--out", "a.png"], "real/nowhere"),
        (["shot", "--map", "../../etc/passwd", "--out", "a.png"], "passwd"),
        (["shot", "--map", "real/flat_up", "--spawn", "roof", "--out", "a.png"], "roof"),
        (["shot", "--beat", "picnic", "--out", "a.png"], "picnic"),
        (["shot", "--out", "a.png"], "--map, --beat or --boss"),
        (["shot", "--map", "real/flat_up", "--tick", "-1", "--out", "a.png"], "--tick"),
        (["shot", "--map", "real/flat_up", "--size", "big", "--out", "a.png"], "big"),
        (["shot", "--map", "real/flat_up", "--size", "1x1", "--out", "a.png"], "1x1"),
        (["shot", "--map", "real/flat_up", "--out", "not/there/a.png"], "not/there"),
        (["shot", "--map", "real/flat_up", "--out", "a.doc"], ".png"),
        (["shot", "--map", "real/flat_up", "--renderer", "etching", "--out", "a.png"], "etching"),
        (["bot", "--until", "picnic"], "picnic"),
        (["bot", "--from", "bricks", "--until", "arrival"], "comes after"),
        (["bot", "--order", "house,house,circus"], "--order"),
        (["bot", "--seed", "luck"], "luck"),
        (["bot", "--until", "arrival", "--record", "not/there/a.replay"], "not/there"),
        (["replay", "not_there.replay"], "not_there.replay"),
        (["replay"], "F"),
        (["lint", "real/nowhere"], "real/nowhere"),
        (["lint", "--dance"], "--dance"),
        (["drive", "--beat", "picnic"], "picnic"),
        (["shot", "--boss", "ogre", "--out", "a.png"], "ogre"),
        (["drive", "--boss", "hand", "--attack", "wink"], "wink"),
        (["drive", "--attack", "leap"], "--boss"),
        (["bot", "--boss", "hand", "--skill", "divine"], "divine"),
        (["play", "--map", "real/nowhere", "--saves", "."], "real/nowhere"),
        (["play", "--window", "1x1"], "1x1"),
        (["play", "--window", "640x360", "--fullscreen"], "--fullscreen"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_usage_is_one_line(capsys, monkeypatch, tmp_path, argv, about):
    monkeypatch.chdir(tmp_path)
    assert about in complaint(capsys, *argv)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"hello\n",
        b"\xff\xfe\x00",
        b"[1, 2]\n",
        b'{"replay": 99}\n',
        b'{"replay": 1, "start": {"beat": "picnic"}}\n',
        b'{"replay": 1, "start": {"map": "real/nowhere"}}\n',
        b'{"replay": 1, "start": {"snapshot": {"version": 1}}}\n',
        b'{"replay": 1}\n{"intents": [[0, 0, 0]]}\n',
        b'{"replay": 1}\n{"intents": "many"}\n',
        b'{"replay": 1}\n{"ticks": 5, "hash": "x"}\n',
    ],
)
def test_a_recording_that_is_none(capsys, tmp_path, data):
    tape = tmp_path / "bad.replay"
    tape.write_bytes(data)
    complaint(capsys, "replay", tape)


def test_a_picture_cannot_be_written_over_a_folder(capsys, tmp_path):
    (tmp_path / "a.png").mkdir()
    assert "a.png" in complaint(capsys, "shot", "--map", "real/flat_up", "--tick", 1, "--out", tmp_path / "a.png")


def test_words_that_are_missing_or_broken(capsys, monkeypatch, tmp_path):
    folders = {"assets": tmp_path, "maps": ROOT / "maps"}
    monkeypatch.setattr(game.content.start, "data_folder", folders.__getitem__)
    assert "en.toml" in complaint(capsys, "bot", "--until", "arrival")
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "en.toml").write_text("[menu\n", encoding="utf-8")
    assert "en.toml" in complaint(capsys, "bot", "--until", "arrival")


def test_an_installation_without_its_files(capsys, monkeypatch):
    def nowhere(name: str) -> Path:
        raise FileNotFoundError(f"{name}/ is missing: install the game again")

    monkeypatch.setattr(game.content.start, "data_folder", nowhere)
    monkeypatch.setattr(game.app.lint, "data_folder", nowhere)
    assert "install the game again" in complaint(capsys, "drive", "--beat", "arrival")
    assert "install the game again" in complaint(capsys, "lint")


def test_a_picture_that_is_damaged_is_named(capsys, monkeypatch, tmp_path):
    """All of assets/ by links, but one sheet."""
    wanted = Path("art/actors/coraline.png")
    for folder in [Path(), *reversed(wanted.parents[:-1])]:
        (tmp_path / folder).mkdir(exist_ok=True)
        for entry in (ROOT / "assets" / folder).iterdir():
            place = folder / entry.name
            if place not in (wanted, *wanted.parents):
                (tmp_path / place).symlink_to(entry)
    (tmp_path / wanted).write_bytes(b"not a picture")
    folders = {"assets": tmp_path, "maps": ROOT / "maps"}
    monkeypatch.setattr(game.app.game, "data_folder", folders.__getitem__)
    line = complaint(capsys, "shot", "--map", "real/flat_up", "--tick", 1, "--out", tmp_path / "a.png")
    assert "coraline.png" in line


def run(*argv: object, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, as a shell runs it."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("SDL_")} | {"PYTHONPATH": str(ROOT)} | environment
    command = [sys.executable, "-m", "game", *map(str, argv)]
    return subprocess.run(
        command, cwd=cwd, env=env, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL
    )


def test_without_a_display_the_game_says_so(tmp_path):
    done = run("play", "--mute", "--saves", tmp_path, cwd=tmp_path, SDL_VIDEODRIVER="x11", DISPLAY=":99999")
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert [line for line in done.stderr.splitlines() if line.startswith("pink-palace: no window: ")]


def test_without_a_display_pictures_are_taken_all_the_same(tmp_path):
    done = run(
        "shot", "--map", "real/flat_up", "--tick", 1, "--out", "a.png", cwd=tmp_path, SDL_VIDEODRIVER="x11", DISPLAY=""
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert [p.name for p in tmp_path.iterdir()] == ["a.png"]


def test_a_save_folder_that_is_a_file_costs_the_save_not_the_game(tmp_path):
    """Nothing can be kept there: the driver says so and plays on."""
    file = tmp_path / "saves"
    file.write_text("not a folder")
    done = subprocess.run(
        [sys.executable, "-m", "game", "drive", "--beat", "arrival", "--saves", str(file)],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        input="wait 120\nquit\n",
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout.splitlines()[0])["map"] == "real/grounds"
    assert file.read_text() == "not a folder"


def test_a_reader_that_hangs_up_early_is_no_error(tmp_path):
    """`pink-palace beats | head -1`."""
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "game", "beats", "--json"],
        cwd=tmp_path,
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout and process.stderr
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
