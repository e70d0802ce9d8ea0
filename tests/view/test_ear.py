"""The ear: what it asks of a device, what really comes out of SDL (its disk driver), and that the game may be deaf."""

from __future__ import annotations

import io
import itertools
import re
import time
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pygame
import pytest

from game.sim import happenings
from game.sim.happenings import Ended, Heard, Lettered, MusicCued, Stepped
from game.view import ear as ears
from game.view import vorbis
from game.view.ear import Ear, arrow, open_ear, place_sounds, placed
from game.view.mixer import Loudspeaker, Silence
from game.view.stream import RATE, RING, Stream

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "assets"
FRAME = 1 / 60
HERE = (500.0, 500.0)


class Notebook(Silence):
    """A device that writes down what it is asked."""

    def __init__(self) -> None:
        super().__init__("")
        self.started: list[tuple[int, str, float, float]] = []
        self.levels: dict[int, tuple[float, float]] = {}

    def start(self, channel: int, path: Path, left: float, right: float, endless: bool = False) -> None:
        self.started.append((channel, path.name, left, right))
        self.levels[channel] = (left, right)

    def level(self, channel: int, left: float, right: float) -> None:
        self.levels[channel] = (left, right)

    def names(self) -> list[str]:
        return [name for _, name, _, _ in self.started]


@pytest.fixture
def note() -> Notebook:
    return Notebook()


@pytest.fixture
def ear(note: Notebook) -> Ear:
    return Ear(note, ASSETS, {})


def run(ear: Ear, seconds: float) -> None:
    for _ in range(round(seconds / FRAME)):
        ear.frame(FRAME, HERE)


# ---------------------------------------------------------------------------------------------- what it asks for
def test_news_become_sounds(ear: Ear, note: Notebook) -> None:
    ear.hear([Stepped("coraline", "wood", *HERE, 96.0), Heard("door_creak", 520.0, 500.0), Ended("arrival")], HERE)
    run(ear, 0.1)
    assert [re.sub(r"(_\d)?\.ogg", "", n) for n in note.names()] == ["step_wood", "door_creak", "chime_small"]


def test_a_sound_never_comes_twice_running(ear: Ear, note: Notebook) -> None:
    for _ in range(40):
        ear.play("step_wood")
        run(ear, 0.4)
    heard = note.names()
    assert len(heard) == 40 and len(set(heard)) == 4
    assert all(a != b for a, b in itertools.pairwise(heard))


def test_the_same_sound_is_not_piled_up(ear: Ear, note: Notebook) -> None:
    for _ in range(30):
        ear.play("rock_impact")
    assert len(note.started) == 1


def test_far_and_to_the_side(note: Notebook) -> None:
    left, right = placed((700.0, 500.0), HERE)
    assert right > left > 0
    assert placed((500.0, 500.0 + ears.GONE), HERE) == (0.0, 0.0)
    assert placed(None, HERE) == (1.0, 1.0)


def test_arrows() -> None:
    ways = [arrow(100, 0), arrow(100, 100), arrow(0, 100), arrow(-100, 0), arrow(0, -100), arrow(-80, -80)]
    assert ways == ["→", "↘", "↓", "←", "↑", "↖"]
    assert arrow(10, 10) == ""


def test_captions_come_and_go(ear: Ear) -> None:
    ear.hear([Stepped("coraline", "wood", *HERE, 96.0), Heard("needle_tick", 300.0, 500.0)], HERE)
    assert ear.captions == [("needle_tick", "←", 0.0)]
    run(ear, 1.0)
    ear.play("cough", (500.0, 700.0))
    ear.play("needle_tick", (800.0, 500.0))
    assert [(k, a) for k, a, _ in ear.captions] == [("cough", "↓"), ("needle_tick", "→")]
    run(ear, 2.6)
    assert ear.captions == []


def test_what_cannot_be_heard_has_no_caption(ear: Ear) -> None:
    ear.play("cough", (5000.0, 500.0))
    assert ear.captions == []


def test_stems_cross_fade_a_frame_at_a_time(ear: Ear) -> None:
    ear.music("real_day", {"base": 1, "lead": 0})
    run(ear, 2.0)
    assert ear.levels() == {"base": 1.0, "lead": 0.0}
    ear.music("real_day", {"base": 1, "lead": 1})
    seen = []
    for _ in range(90):
        run(ear, FRAME)
        seen.append(ear.levels()["lead"])
    steps = np.diff([0.0, *seen])
    assert seen[-1] == 1.0 and steps.min() >= 0 and steps.max() < 0.02


def test_pieces_cross_fade_on_two_decks(ear: Ear, note: Notebook) -> None:
    ear.music("real_day")
    run(ear, 2.0)
    ear.music("wybie", {"base": 1})
    run(ear, 0.7)
    music = {c: name for c, name, _, _ in note.started if name.startswith(("real_day", "wybie"))}
    old = [c for c, name in music.items() if name.startswith("real_day")]
    new = [c for c, name in music.items() if name.startswith("wybie")]
    assert ear.playing == "wybie"
    assert all(note.levels[c][0] > 0 for c in old + new) and not set(old) & set(new)
    ear.music(None)
    run(ear, 4.0)
    assert ear.playing == "" and ear.levels() == {}


def test_a_tiring_lead_rests(ear: Ear) -> None:
    ear.music("real_day")
    run(ear, 2.0)
    assert ear.levels()["lead"] == 1.0
    for _ in range(2 * 84):
        ear.frame(1.0, HERE)
    run(ear, 2.0)
    assert ear.levels() == {"base": 1.0, "lead": 0.0}


def test_the_story_may_want_other_music(ear: Ear) -> None:
    ear.music("real_day")
    ear.hear([MusicCued("title")], HERE)
    run(ear, 0.1)
    assert ear.playing == "title"
    ear.hear([MusicCued("")], HERE)
    run(ear, 0.1)
    assert ear.playing == "real_day"


def test_music_makes_room(ear: Ear, note: Notebook) -> None:
    ear.music("title")
    run(ear, 3.0)
    before = note.levels[0][0]
    ear.duck("dialogue", True)
    run(ear, 0.5)
    assert note.levels[0][0] == pytest.approx(before * 10 ** (-4 / 20), rel=0.02)
    ear.duck("dialogue", False)
    run(ear, 3.0)
    ear.hear([MusicCued("st_discover")], HERE)
    run(ear, 0.5)
    assert note.levels[0][0] < before * 0.4
    assert note.started[-1][:2] == (ears.STINGER, "st_discover.ogg")
    run(ear, 14.0)
    assert note.levels[0][0] == pytest.approx(before, rel=0.05)


def test_sliders_are_as_the_ear_feels_them(ear: Ear, note: Notebook) -> None:
    ear.volume("sfx", 0.5)
    ear.play("rock_impact")
    run(ear, 0.1)
    assert note.started[-1][2] == pytest.approx(0.25)
    ear.volume("master", 0.0)
    ear.play("door_close")
    assert note.started[-1][2] == 0.0


def test_blips_are_one_for_two_letters_and_questions_climb(ear: Ear, note: Notebook) -> None:
    for letter in "hello there":
        ear.hear([Lettered("mel", letter, False)], HERE)
        run(ear, 0.04)
    assert len(note.started) == 6 and all(n.startswith("voice_mother_") for n in note.names())
    assert note.names()[1] == "voice_mother_1.ogg"  # h | el: the vowel picks the syllable
    note.started.clear()
    for letter in "really":
        ear.hear([Lettered("coraline", letter, True)], HERE)
        run(ear, 0.04)
    assert [n[: len("voice_coraline_q1")] for n in note.names()] == [f"voice_coraline_q{i}" for i in (1, 2, 3)]


def test_a_sneak_is_softer_than_a_run(ear: Ear, note: Notebook) -> None:
    for noise in (24.0, 96.0, 192.0):
        ear.hear([Stepped("coraline", "wood", *HERE, noise)], HERE)
        run(ear, 0.5)
    sneak, walk, sprint = (left for _, _, left, _ in note.started)
    assert sneak == pytest.approx(walk / 2) and walk < sprint


def test_the_menu_sounds_while_the_world_is_held(ear: Ear, note: Notebook) -> None:
    held: list[bool] = []
    note.pause = held.append  # type: ignore[method-assign]
    for _ in range(3):
        ear.pause(True)
        run(ear, 0.1)
    ear.play("ui_move")
    ear.pause(False)
    assert held == [True, False] and note.names()[-1] == "ui_move.ogg"


def test_what_the_story_wanted_ends_with_the_place(ear: Ear) -> None:
    ear.music("real_day")
    ear.hear([MusicCued("doll")], HERE)
    ear.music("real_day")
    run(ear, 0.1)
    assert ear.playing == "doll"
    ear.music("title")
    run(ear, 0.1)
    assert ear.playing == "title"


def test_the_mute_boy_makes_no_sound(ear: Ear, note: Notebook) -> None:
    ear.hear([Lettered("other_wybie", "a", False)], HERE)
    assert note.started == []


def test_ambience_scatters_things_out_of_step(ear: Ear, note: Notebook) -> None:
    ear.ambience(["fog_loop"])
    run(ear, 120.0)
    crows = [n for n in note.names() if n.startswith("crow_far")]
    assert 3 <= len(crows) <= 12
    assert ears.AMBIENCE[0] in note.levels and note.levels[ears.AMBIENCE[0]][0] > 0.5
    ear.ambience([])
    run(ear, 2.0)
    ear.ambience(["house_loop", "rain_inside_loop"])
    run(ear, 2.0)
    assert {"house_loop.ogg", "rain_inside_loop.ogg"} <= set(note.names())


def test_a_fridge_stands_somewhere(ear: Ear, note: Notebook) -> None:
    ear.around({"fridge_loop": (700.0, 500.0)})
    run(ear, 2.0)
    left, right = note.levels[ears.AROUND[0]]
    assert right > left > 0
    ear.around({})
    run(ear, 2.0)
    assert note.levels[ears.AROUND[0]] == (0.0, 0.0) or note.levels[ears.AROUND[0]][1] < 0.02


def test_the_sounds_of_a_place() -> None:
    assert place_sounds("house_loop", "rain", True) == ["house_loop", "rain_inside_loop"]
    assert place_sounds("", "fog", False) == ["fog_loop"]
    assert place_sounds("rain_loop", "rain", False) == ["rain_loop"]
    assert place_sounds("", "", True) == []


# -------------------------------------------------------------------------------------------- nothing is missing
def known() -> set[str]:
    ear = Ear(Silence("test"), ASSETS, {})
    return set(ear._effects) | set(ear._pieces)


def test_every_line_of_the_table_has_its_file_and_its_happening() -> None:
    names = known()
    for kind, (attribute, table) in ears.SOUNDS.items():
        fields = getattr(happenings, kind).__dataclass_fields__
        assert not attribute or attribute in fields, kind
        assert {sound for sound, _ in table.values()} <= names
    assert set(ears.ALIASES.values()) <= names
    assert {name for rows in ears.SCATTERED.values() for name, *_ in rows} <= names


def test_every_sound_the_game_names_exists() -> None:
    names = known() | set(ears.ALIASES) | {"none", "silence"}
    captions = tomllib.loads((ASSETS / "text" / "en.toml").read_text(encoding="utf-8"))["captions"]
    asked: dict[str, str] = {}
    for file in sorted((ROOT / "game").rglob("*.py")):
        if file.parent.name != "view":
            for name in re.findall(
                r'(?:\.sound|\.music|Heard|MusicCued)\(\s*"([a-z0-9_]+)"', file.read_text(encoding="utf-8")
            ):
                asked[name] = file.name
    missing = {name: where for name, where in asked.items() if name not in names and name not in captions}
    assert not missing


def test_every_gameplay_sound_has_a_caption() -> None:
    captions = tomllib.loads((ASSETS / "text" / "en.toml").read_text(encoding="utf-8"))["captions"]
    ear = Ear(Silence("test"), ASSETS, {})
    wanted = {n for n, e in ear._effects.items() if e.bus in ("sfx", "ambience") and n not in ears.UNCAPTIONED}
    assert not wanted - set(captions)


def test_everybody_who_speaks_has_a_voice() -> None:
    speakers = tomllib.loads((ASSETS / "text" / "en.toml").read_text(encoding="utf-8"))["speakers"]
    names = known()
    for who, told in speakers.items():
        assert ears.VOICES.get(who, who) == told["voice"], who
        assert not told["voice"] or f"voice_{told['voice']}" in names, who


# -------------------------------------------------------------------------------------------------- real devices
def test_no_device_is_silence_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "nonsense")
    ear = open_ear({"music": 0.5}, ASSETS, mute=False)
    assert "nonsense" in ear.why
    ear.hear([Heard("thunder", 900.0, 500.0)], HERE)
    ear.music("title")
    run(ear, 0.5)
    assert ear.captions[0][:2] == ("thunder", "→")
    ear.close()


def test_muted(tmp_path: Path) -> None:
    assert open_ear({}, ASSETS, mute=True).why == "muted"


def test_no_sounds_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    ear = open_ear({}, tmp_path, mute=False)
    assert "manifest.json" in ear.why
    ear.play("step_wood")
    assert ear.unknown == {"step_wood"}


def test_the_dummy_device_plays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    ear = open_ear({}, ASSETS, mute=False)
    assert ear.why == ""
    ear.preload(["thunder", "wybie"])
    ear.music("title")
    ear.ambience(["house_loop"])
    ear.play("thunder")
    for _ in range(600):  # the thread decodes; a busy machine takes its time
        ear.frame(FRAME, HERE)
        time.sleep(FRAME)
        if ear.levels()["full"] > 0:
            break
    assert ear.levels()["full"] > 0 and ear.unknown == set()
    ear.close()
    ear.frame(FRAME, HERE)  # after close nothing raises


@pytest.mark.parametrize("name", ["music/st_door.ogg", "sound/rain_loop.ogg", "sound/thunder_0.ogg"])
def test_slices_of_a_file_are_the_file(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    speaker = Loudspeaker()
    try:
        whole = pygame.sndarray.array(pygame.mixer.Sound(ASSETS / name)).astype(int)
        data = (ASSETS / name).read_bytes()
        parts = list(vorbis.slices(data, 20_000))
        assert len(parts) > 5 and sum(n for _, n in parts) == len(whole) == vorbis.length(data)
        joined = [pygame.sndarray.array(pygame.mixer.Sound(io.BytesIO(part)))[-n:] for part, n in parts]
        assert np.abs(np.concatenate(joined) - whole).max() <= 1
    finally:
        speaker.close()


def test_a_stream_is_the_file_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the ring holds where it is heard is what the file holds there, over its end and on."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    speaker = Loudspeaker()
    try:
        whole = pygame.sndarray.array(pygame.mixer.Sound(ASSETS / "music/passage_rib4.ogg"))
        data = (ASSETS / "music/passage_rib4.ogg").read_bytes()
        for is_endless in (True, False):
            stream = Stream(data)
            stream.is_endless = is_endless
            ring = pygame.sndarray.samples(stream.sound)
            heard = []
            for at in range(0, len(whole) + RING, RATE // 2):
                for _ in stream.fill(at):
                    pass
                heard.append(ring[np.arange(at, at + RATE // 2) % RING].copy())
            after = whole if is_endless else np.zeros_like(whole)
            wanted = np.concatenate([whole, after])[: RATE // 2 * len(heard)]
            assert np.abs(np.concatenate(heard).astype(int) - wanted).max() <= 1
    finally:
        speaker.close()


def test_music_is_not_kept_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stem takes its ring and no more; a stream that was held goes on where it was."""
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    speaker = Loudspeaker()
    try:
        path = ASSETS / "music/theatre.ogg"
        assert speaker.has(path, now=True)
        speaker.start(3, path, 1.0, 1.0, endless=True)
        assert speaker.busy(3)
        assert not speaker.has(path)  # each start has a stream of its own
        stream = Stream(path.read_bytes())
        assert len(pygame.sndarray.samples(stream.sound)) == RING < stream.length
        stream.began_at = 1000
        stream.hold(1500)
        assert stream.heard(9000) == 500
        stream.go_on(9000)
        assert stream.heard(9100) == 600
        speaker.stop(3)
        assert not speaker.busy(3)
    finally:
        speaker.close()


def test_what_is_no_ogg_is_refused() -> None:
    with pytest.raises(ValueError, match="not an OGG"):
        list(vorbis.slices(b"RIFF" + bytes(100), 1000))


Scene = Callable[[Ear, int], bool]
Recording = Callable[[Scene], np.ndarray]


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Recording]:
    """Play a scene in real time through SDL's disk driver until it says so; gives what came out, (n, 2), -1..1."""
    file = tmp_path / "out.raw"
    monkeypatch.setenv("SDL_AUDIODRIVER", "disk")
    monkeypatch.setenv("SDL_DISKAUDIOFILE", str(file))

    def play(scene: Scene) -> np.ndarray:
        ear = open_ear({}, ASSETS, mute=False)
        assert ear.why == ""
        for i in range(1200):  # 20 s: files are read in a thread, and the machine may be busy
            over = scene(ear, i)
            ear.frame(FRAME, HERE)
            time.sleep(FRAME)
            if over:
                break
        ear.close()
        return np.frombuffer(file.read_bytes(), "<i2").reshape(-1, 2) / 32768

    yield play


def test_what_comes_out_is_not_silent_and_comes_from_its_side(record: Recording) -> None:
    def scene(ear: Ear, i: int) -> bool:
        if i % 10 == 0:
            ear.play("door_close", (700.0, 500.0))
        return i == 60

    out = record(scene)
    left, right = np.sqrt((out**2).mean(0))
    assert right > 0.002 and right > 2 * left
    assert np.abs(out).max() < 0.999


def test_music_fades_in_without_a_click_and_a_pause_is_silent(record: Recording) -> None:
    begun: list[int] = []

    def scene(ear: Ear, i: int) -> bool:
        if i == 0:
            ear.music("title")
        if ear.levels().get("full", 0) >= 1 and not begun:
            begun.append(i)
        if begun and i == begun[0] + 30:
            ear.pause(True)
        return bool(begun) and i == begun[0] + 80

    out = record(scene)
    per_tenth = np.abs(out[: len(out) // 4800 * 4800]).max(1).reshape(-1, 4800).max(1)
    assert per_tenth.max() > 0.005  # it was there
    assert per_tenth[-3:].max() < 1e-3  # and then it was not
    assert np.abs(np.diff(out, axis=0)).max() < 0.2
