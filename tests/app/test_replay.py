"""Recordings: what was played plays again, a difference is named, a crash costs a second at the most."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.replay import (
    MARK_TICKS,
    Deed,
    Header,
    Recorder,
    ReplayError,
    Seen,
    Tail,
    parse,
    play_back,
    read,
    rules_deed,
)
from game.core.intent import Action, Intent
from game.sim.parts import Rules


class Walk:
    """A session small enough to see through: a point that walks, faster by the rules."""

    def __init__(self, x: int = 0, tick: int = 0, fault_at: int = 0) -> None:
        self.x, self.tick, self.speed, self.fault_at = x, tick, 1, fault_at

    def step(self, intent: Intent) -> None:
        self.tick += 1
        self.x += intent.x * self.speed + (1000 if intent.pressed else 0)
        if self.tick == self.fault_at:
            self.x += 1

    def state_hash(self) -> str:
        return hashlib.blake2b(f"{self.tick},{self.x}".encode(), digest_size=8).hexdigest()


def seen(walk: Walk) -> Seen:
    return {"coraline.x": str(walk.x), "story.beat": "arrival"}


def do(walk: Walk, deed: Deed) -> None:
    if deed.do == "rules":
        walk.speed = int(deed.with_["speed"])
    else:
        walk.x = 0


def begin(header: Header) -> Walk:
    return Walk(header.start.get("x", 0), header.start.get("tick", 0))


def intent_of(n: int) -> Intent:
    pressed = Action.DODGE if n % 97 == 0 else Action(0)
    return Intent(x=(n // 40) % 5 - 2, y=n % 3, held=pressed, pressed=pressed)


def record(ticks: int, close: bool = True) -> tuple[bytes, Walk]:
    out, walk = io.BytesIO(), Walk()
    recorder = Recorder(out, Header(seed=7, start={"map": "real/grounds"}), seen)
    for n in range(ticks):
        if n == 100:
            deed = Deed(do="rules", with_={"speed": 3})
            do(walk, deed)
            recorder.do(deed)
        if n == 130:
            do(walk, Deed(do="restore"))
            recorder.do(Deed(do="restore"))
        walk.step(intent_of(n))
        recorder.add(intent_of(n), walk)
    if close:
        recorder.close(walk)
    return out.getvalue(), walk


@pytest.mark.parametrize("ticks", [0, 1, 59, 60, 61, 500])
def test_what_was_played_plays_again(ticks: int) -> None:
    data, walk = record(ticks)
    recording = parse(data)
    result = play_back(recording, begin, seen, do)
    assert (result.ok, result.ticks, result.hash) == (True, ticks, walk.state_hash())
    assert list(recording.intents()) == [intent_of(n) for n in range(ticks)]


def test_standing_still_costs_next_to_nothing() -> None:
    out, walk = io.BytesIO(), Walk()
    recorder = Recorder(out, Header())
    for _ in range(3600):
        walk.step(Intent())
        recorder.add(Intent(), walk)
    assert len(out.getvalue()) < 60 * 90


@pytest.mark.parametrize("fault", [1, 60, 61, 250, 499])
def test_a_difference_names_its_second_and_what_differs(fault: int) -> None:
    recording = parse(record(500)[0])
    result = play_back(recording, lambda h: Walk(fault_at=fault), seen, do)
    assert not result.ok
    assert result.first_difference is not None
    if fault < 480:
        assert fault <= result.first_difference.tick < fault + MARK_TICKS
        assert (result.first_difference.entity, result.first_difference.field) == ("coraline", "x")
    else:
        assert result.first_difference.tick == 500


def test_another_start_is_a_difference_in_the_first_second() -> None:
    result = play_back(parse(record(120)[0]), lambda h: Walk(x=1), do=do)
    assert result.first_difference is not None
    assert (result.first_difference.tick, result.first_difference.entity) == (60, "session")


def test_a_changed_header_breaks_the_chain() -> None:
    data = record(120)[0].replace(b'"seed":7', b'"seed":8')
    assert not play_back(parse(data), begin, do=do).ok


@given(st.integers(1, 10_000))
@settings(deadline=None, max_examples=60)
def test_cut_anywhere_it_is_read_or_refused_in_one_line(cut: int) -> None:
    data = record(200)[0]
    try:
        recording = parse(data[: cut % len(data)], "a.replay")
    except ReplayError as e:
        assert str(e).startswith("a.replay:1:")
        assert "\n" not in str(e)
    else:
        assert play_back(recording, begin, seen, do).ok


def test_a_crash_costs_less_than_a_second() -> None:
    data, _ = record(170, close=False)
    assert 170 - MARK_TICKS < parse(data).ticks <= 170
    assert parse(data).hash == ""


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=4))
@settings(deadline=None, max_examples=100)
def test_garbled_it_is_refused_or_differs_or_means_the_same(at: int, junk: bytes) -> None:
    whole = record(200)[0]
    at %= len(whole)
    data = whole[:at] + junk + whole[at + len(junk) :]
    try:
        recording = parse(data)
        if recording.header == parse(whole).header:
            play_back(recording, begin, seen, do)
    except (ReplayError, ValueError, KeyError):
        pass  # the deeds of this test's session may be garbled too


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b'{"intents":[[0,0,0]]}', "a run of 0 ticks"),
        (b'{"intents":[[1,0,0]]}', "not an intent"),
        (b'{"tick":9,"chain":"00"}', "the mark of tick 9 stands at tick 0"),
        (b'{"do":"dance"}', "an unknown deed 'dance'"),
        (b'{"ticks":3,"hash":"00"}', "the end speaks of 3 ticks, there are 0"),
        (b"hello", "malformed"),
    ],
)
def test_errors_name_file_line_and_fault(line: bytes, says: str, tmp_path: Path) -> None:
    path = tmp_path / "bad.replay"
    path.write_bytes(record(0, close=False)[0] + line + b"\n")
    with pytest.raises(ReplayError, match=says) as e:
        read(path)
    assert str(e.value).startswith(f"{path}:2: ")


def test_other_files_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ReplayError, match="no such file"):
        read(tmp_path / "none")
    (tmp_path / "empty").write_bytes(b"")
    with pytest.raises(ReplayError, match="empty:1: not a recording"):
        read(tmp_path / "empty")
    (tmp_path / "newer").write_bytes(b'{"replay":99,"game":"9.9"}\n')
    with pytest.raises(ReplayError, match="newer version"):
        read(tmp_path / "newer")


def test_rules_go_through_a_recording_unchanged() -> None:
    deed = rules_deed(Rules(auto_run=True, speed=0.5))
    assert deed.with_["auto_run"] is True
    assert deed.with_["speed"] == 0.5


def tail_of(ticks: int, checkpoints: set[int], keep: int = 7200) -> tuple[Tail, Walk]:
    tail, walk = Tail(seen, keep), Walk()
    for n in range(ticks):
        if n in checkpoints:
            tail.start(Header(start={"x": walk.x, "tick": walk.tick}))
        walk.step(intent_of(n))
        tail.add(intent_of(n), walk)
    return tail, walk


def test_the_tail_is_a_recording_from_a_checkpoint() -> None:
    tail, walk = tail_of(1000, {0, 333, 700}, keep=400)
    recording = parse(tail.to_bytes())
    assert recording.header.start["tick"] == 333
    result = play_back(recording, begin, seen, do)
    assert (result.ok, result.ticks, result.hash) == (True, 667, walk.state_hash())
    broken = play_back(recording, lambda h: Walk(h.start["x"], h.start["tick"], fault_at=800), seen, do)
    assert broken.first_difference is not None
    assert broken.first_difference.entity == "coraline"


def test_the_tail_holds_two_minutes_and_no_more_than_a_checkpoint_beyond() -> None:
    tail, _ = tail_of(30_000, set(range(0, 30_000, 1000)))
    assert 7200 <= tail.ticks <= 8200
    assert len(tail.to_bytes()) < 400_000


def test_a_tail_of_nothing_is_nothing() -> None:
    tail: Any = Tail()
    tail.add(Intent(), Walk())
    assert tail.to_bytes() == b""
    tail.start(Header())
    tail.clear()
    assert tail.ticks == 0
