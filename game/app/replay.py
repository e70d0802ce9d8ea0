"""Recordings: a start and what was wanted each tick, with a chain of hashes, so that a replay that differs says where.

One JSON value a line: the header; then in order of time {"intents": [[ticks, buttons, sticks], ...]}, {"do": ...} for
what reaches a session beside intents (rules changed in the options, back to the checkpoint), {"tick", "chain", "seen"}
every second; at the end {"ticks", "hash"}. A recording that was cut off by a crash is good up to its last second.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeVar

import msgspec

from game.app.packed import DamagedError, unpacked
from game.core.digest import blake2b
from game.core.intent import Intent
from game.sim.harm import slip_past
from game.sim.parts import Name, Place, Rules
from game.sim.session import Session

FORMAT = 1
MARK_TICKS = 60
TAIL_TICKS = 2 * 60 * 60
"""What a report of a bug holds at least: two minutes."""

Packed = tuple[int, int]
Seen = dict[str, str]


class Replayed(Protocol):
    """What is asked of a session."""

    tick: int

    def step(self, intent: Intent, /) -> None: ...
    def state_hash(self) -> str: ...


S = TypeVar("S", bound=Replayed)


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """How the session began. ``start``: map, spawn, beat, flags; or ``snapshot``, the body of a save. ``words``: the
    digest of the text it was played with, since a longer line takes longer to read."""

    replay: int = FORMAT
    game: str = ""
    seed: int = 1
    start: dict[str, Any] = {}
    rules: dict[str, Any] = {}
    words: str = ""


class Deed(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Something done to the session between two ticks. ``do``: rules (``with_`` the new ones) or restore."""

    do: str
    with_: dict[str, Any] = msgspec.field(default_factory=dict, name="with")


class Mark(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The chain after ``tick`` ticks, and what had changed to the eye since the last mark: "coraline.x" -> "12.5"."""

    tick: int
    chain: str
    seen: Seen = {}


class Intents(msgspec.Struct, frozen=True):
    """The same intent for so many ticks: (ticks, buttons, sticks)."""

    intents: list[tuple[int, int, int]]


class End(msgspec.Struct, frozen=True):
    ticks: int
    hash: str


class ReplayError(Exception):
    """A recording that cannot be read; one line that says file, line and what is wrong."""


@dataclass(frozen=True)
class Difference:
    """Where a replay first differed: in the second that ends at ``tick``, and in what, as far as that was recorded."""

    tick: int
    entity: str = ""
    field: str = ""


@dataclass(frozen=True)
class Result:
    ok: bool
    ticks: int
    hash: str
    first_difference: Difference | None = None


@dataclass
class Recording:
    """A recording in memory. ``deeds[n]`` are done before tick n + 1; ``hash`` is "" when the end is missing."""

    header: Header
    runs: list[tuple[int, Packed]] = field(default_factory=list)
    deeds: dict[int, list[Deed]] = field(default_factory=dict)
    marks: dict[int, Mark] = field(default_factory=dict)
    hash: str = ""

    @property
    def ticks(self) -> int:
        return sum(ticks for ticks, _ in self.runs)

    def intents(self) -> Iterator[Intent]:
        for ticks, packed in self.runs:
            intent = Intent.unpack(packed)
            for _ in range(ticks):
                yield intent


def seen(session: Session) -> Seen:
    """What a recording notes to name a difference: where everybody stands, and the story."""
    told: Seen = {
        "room.name": session.room.name,
        "fate.state": str(session.fate.state),
        "story.beat": session.story.beat,
        "story.flags": str(len(session.story.flags)),
        "talk.key": session.talk.key if session.talk else "",
    }
    for _, name, place in session.world.each(Name, Place):
        told[f"{name.name}.x"] = repr(place.x)
        told[f"{name.name}.y"] = repr(place.y)
        told[f"{name.name}.facing"] = place.facing.value
    return told


def see_nothing(session: object) -> Seen:
    """For sessions of which only the hash is known."""
    return {}


def words_digest(text: bytes) -> str:
    """Of assets/text/en.toml, for the header."""
    return blake2b(text, digest_size=8).hexdigest()


class Chain:
    """Every link holds all before it, so two chains that agree now have always agreed."""

    def __init__(self, header: Header) -> None:
        self.link = blake2b(msgspec.json.encode(header), digest_size=8).hexdigest()

    def add(self, state_hash: str) -> str:
        self.link = blake2b(f"{self.link}{state_hash}".encode(), digest_size=8).hexdigest()
        return self.link


class Recorder:
    """Writes a recording while it is played: after every ``session.step(intent)`` comes ``add(intent, session)``.

    ``out`` is flushed every second, so that a crash costs less than that. Raises OSError when the disk refuses.
    """

    def __init__(self, out: BinaryIO, header: Header, seen: Callable[[Any], Seen] = see_nothing) -> None:
        self._out = out
        self._chain = Chain(header)
        self._see = seen
        self._seen: Seen = {}
        self._runs: list[tuple[int, int, int]] = []
        self._ticks = 0
        self._line(header)

    def add(self, intent: Intent, session: Replayed) -> None:
        _gather(self._runs, intent.pack())
        self._ticks += 1
        if self._ticks % MARK_TICKS == 0:
            self._put_runs()
            now = self._see(session)
            changed = _changed(self._seen, now)
            self._seen = now
            self._line(Mark(tick=self._ticks, chain=self._chain.add(session.state_hash()), seen=changed))
            self._out.flush()

    def do(self, deed: Deed) -> None:
        """To be told when rules are changed or the checkpoint is restored, before or after which tick it happened."""
        self._put_runs()
        self._line(deed)

    def close(self, session: Replayed) -> None:
        """Writes the end; closing ``out`` is the caller's."""
        self._put_runs()
        self._line(End(self._ticks, session.state_hash()))
        self._out.flush()

    def _put_runs(self) -> None:
        if self._runs:
            self._line(Intents(self._runs))
            self._runs = []

    def _line(self, value: object) -> None:
        self._out.write(msgspec.json.encode(value) + b"\n")


def rules_deed(rules: Rules) -> Deed:
    """The deed of having changed the rules to these."""
    return Deed(do="rules", with_=msgspec.to_builtins(rules))


def _gather(runs: list[tuple[int, int, int]], packed: Packed) -> None:
    if runs and runs[-1][1:] == packed:
        runs[-1] = (runs[-1][0] + 1, *packed)
    else:
        runs.append((1, *packed))


def _changed(before: Seen, now: Seen) -> Seen:
    """What is other than before; what is gone says so."""
    gone = {key: "gone" for key in before if key not in now}
    return {key: value for key, value in now.items() if before.get(key) != value} | gone


# ---- reading


def read(path: Path) -> Recording:
    """Raises ReplayError (one line: file, line, what)."""
    try:
        data = path.read_bytes()
    except OSError as e:
        raise ReplayError(f"{path}: {(e.strerror or str(e)).lower()}") from e
    try:
        return parse(unpacked(data), str(path))
    except DamagedError as e:
        raise ReplayError(f"{path}: {e}") from e


def parse(data: bytes, name: str = "recording") -> Recording:
    """The recording in these bytes; ``name`` is what errors call it. A last line cut short is passed over."""
    lines = data.split(b"\n")
    if lines.pop():  # nothing stands behind the last line break, unless a crash cut the line short
        lines = lines or [b""]
    try:
        header = msgspec.json.decode(lines[0] if lines else b"", type=Header)
    except (msgspec.DecodeError, UnicodeDecodeError) as e:
        raise ReplayError(f"{name}:1: not a recording of this game ({e})") from e
    if header.replay > FORMAT:
        raise ReplayError(f"{name}:1: made by a newer version of the game ({header.game or 'unknown'})")
    recording = Recording(header)
    ticks = 0
    for number, line in enumerate(lines[1:], 2):
        try:
            ticks = _take(recording, line, ticks)
        except (msgspec.DecodeError, ValueError) as e:
            raise ReplayError(f"{name}:{number}: {e}") from e
    return recording


def _take(recording: Recording, line: bytes, ticks: int) -> int:
    """Puts one line in its place; ``ticks`` stand before it, how many after is returned. Raises ValueError."""
    if recording.hash:
        raise ValueError("more follows after the end")
    if line.startswith(b'{"intents"'):
        for run, buttons, sticks in msgspec.json.decode(line, type=Intents).intents:
            if run < 1:
                raise ValueError(f"a run of {run} ticks")
            Intent.unpack((buttons, sticks))
            recording.runs.append((run, (buttons, sticks)))
            ticks += run
    elif line.startswith(b'{"do"'):
        deed = msgspec.json.decode(line, type=Deed)
        if deed.do not in ("rules", "restore"):
            raise ValueError(f"an unknown deed {deed.do!r}")
        recording.deeds.setdefault(ticks, []).append(deed)
    elif line.startswith(b'{"tick"'):
        mark = msgspec.json.decode(line, type=Mark)
        if mark.tick != ticks:
            raise ValueError(f"the mark of tick {mark.tick} stands at tick {ticks}")
        recording.marks[ticks] = mark
    else:
        end = msgspec.json.decode(line, type=End)
        if end.ticks != ticks:
            raise ValueError(f"the end speaks of {end.ticks} ticks, there are {ticks}")
        recording.hash = end.hash
    return ticks


# ---- playing


def play_back(
    recording: Recording,
    new_session: Callable[[Header], S],
    seen: Callable[[S], Seen] = see_nothing,
    do: Callable[[S, Deed], None] | None = None,
    on_tick: Callable[[S, Intent], None] | None = None,
) -> Result:
    """Plays it all, as fast as it goes, and checks every mark. Stops at the first difference.

    ``new_session`` makes the session of a header; ``do`` carries out a deed (``do_deed`` for real sessions).
    """
    session = new_session(recording.header)
    chain = Chain(recording.header)
    was_seen: Seen = {}
    ticks = 0
    for deed in recording.deeds.get(0, ()):
        _carry_out(do, session, deed)
    for intent in recording.intents():
        session.step(intent)
        ticks += 1
        if on_tick:
            on_tick(session, intent)
        mark = recording.marks.get(ticks)
        if mark is not None:
            was_seen.update(mark.seen)
            if chain.add(session.state_hash()) != mark.chain:
                return Result(False, ticks, session.state_hash(), _difference(ticks, was_seen, seen(session)))
        for deed in recording.deeds.get(ticks, ()):
            _carry_out(do, session, deed)
    now = session.state_hash()
    if recording.hash and now != recording.hash:
        return Result(False, ticks, now, Difference(ticks, "session", "state_hash"))
    return Result(True, ticks, now)


def _carry_out(do: Callable[[S, Deed], None] | None, session: S, deed: Deed) -> None:
    if do is None:
        raise ReplayError(f"nobody to carry out {deed.do!r}")
    do(session, deed)


def _difference(tick: int, before: Mapping[str, str], now: Mapping[str, str]) -> Difference:
    for key, value in before.items():
        if now and value != now.get(key, "gone"):
            entity, _, what = key.rpartition(".")
            return Difference(tick, entity, what)
    return Difference(tick, "session", "state_hash")


def do_deed(session: Session, deed: Deed) -> None:
    """Carries out a deed on a real session. Raises ReplayError for one that cannot be."""
    if deed.do == "rules":
        try:
            session.rules = msgspec.convert(deed.with_, Rules)
        except msgspec.ValidationError as e:
            raise ReplayError(f"rules of another version: {e}") from e
    elif deed.do == "slip":
        slip_past(session)
    elif session.checkpoint is not None:
        session.restore(session.checkpoint)


# ---- the last two minutes


@dataclass
class Stretch:
    """From one possible start to the next: how it begins, then what followed. (ticks, buttons, sticks) is a run."""

    header: Header
    ticks: int = 0
    parts: list[tuple[int, int, int] | Deed | Hashed] = field(default_factory=list)


class Hashed(msgspec.Struct, frozen=True):
    """A state of the past: its tick within its stretch."""

    tick: int
    hash: str
    seen: Seen


class Tail:
    """What was played last, for a report of a bug: ``start`` at every checkpoint, ``add`` after every step.

    Holds at least TAIL_TICKS, from a checkpoint on (the one before, where that is what it takes), and no more.
    """

    def __init__(self, seen: Callable[[Any], Seen] = see_nothing, ticks: int = TAIL_TICKS) -> None:
        self._see = seen
        self._keep = ticks
        self._stretches: list[Stretch] = []

    def clear(self) -> None:
        """Another session begins: what was played of the last does not lead to it."""
        self._stretches.clear()

    def start(self, header: Header) -> None:
        """A point from which the present session could be begun: its snapshot is in ``header.start``."""
        self._stretches.append(Stretch(header))

    def do(self, deed: Deed) -> None:
        if self._stretches:
            self._stretches[-1].parts.append(deed)

    def add(self, intent: Intent, session: Replayed) -> None:
        if not self._stretches:
            return
        stretch = self._stretches[-1]
        stretch.ticks += 1
        packed = intent.pack()
        last = stretch.parts[-1] if stretch.parts else None
        if isinstance(last, tuple) and last[1:] == packed:
            stretch.parts[-1] = (last[0] + 1, *packed)
        else:
            stretch.parts.append((1, *packed))
        if stretch.ticks % MARK_TICKS == 0:
            stretch.parts.append(Hashed(stretch.ticks, session.state_hash(), self._see(session)))
            while sum(s.ticks for s in self._stretches[1:]) >= self._keep:
                del self._stretches[0]

    @property
    def ticks(self) -> int:
        return sum(s.ticks for s in self._stretches)

    def to_bytes(self) -> bytes:
        """A recording as a Recorder would have written it; b"" when nothing was played."""
        if not self._stretches:
            return b""
        header = self._stretches[0].header
        chain = Chain(header)
        out = io.BytesIO()
        out.write(msgspec.json.encode(header) + b"\n")
        before = 0
        was: Seen = {}
        for stretch in self._stretches:
            for part in stretch.parts:
                line: object = part
                if isinstance(part, tuple):
                    line = Intents([part])
                elif isinstance(part, Hashed):
                    line = Mark(tick=before + part.tick, chain=chain.add(part.hash), seen=_changed(was, part.seen))
                    was = part.seen
                out.write(msgspec.json.encode(line) + b"\n")
            before += stretch.ticks
        return out.getvalue()
