"""What lasts beyond one book: honours, plates, keepsakes, the doll's places, stories finished, best times, the last run retold.

One file beside the books, written as they are: whole or not at all, with the page before it kept. A damaged one is put aside
and the older page opened: one line says so, and what the game goes on to find is added to it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import msgspec

from game.app.folder import Folder, Trouble
from game.app.saves import GAME, Page, sound_page
from game.content.deeds import BEGUN_AT, OTHER_SIDE, PLATE
from game.content.ending import Retold
from game.content.honours import LASTING, Watch, seen_places
from game.core.words import Words
from game.sim.session import Session
from game.sim.story import BEATS

FILE, OLDER, UNFINISHED = "records.json", "records.older_1.json", "records.json.new"
VERSION = 1
END = BEATS[-1].id


class LastRun(msgspec.Struct, frozen=True):
    """A finished run as the credits tell it."""

    lines: list[tuple[str, str]] = []
    facts: dict[str, int] = {}
    numbers: list[tuple[str, str]] = []

    def told(self) -> Retold:
        return Retold(tuple(self.lines), self.facts, tuple(self.numbers))


class Records(msgspec.Struct):
    """``honours``: name -> when, seconds since 1970. ``best``: difficulty -> beat -> ticks at its end in the fastest whole run.

    ``practice``: what was practised -> fewest ticks.
    """

    honours: dict[str, int] = {}
    plates: list[str] = []
    keepsakes: list[str] = []
    dolls: list[str] = []
    finished: int = 0
    finished_other: int = 0
    best: dict[str, dict[str, int]] = {}
    practice: dict[str, int] = {}
    last: LastRun | None = None

    @property
    def is_finished(self) -> bool:
        """Whether the story has been told to its end once."""
        return self.finished > 0

    def best_run(self, difficulty: str) -> dict[str, int]:
        return self.best.get(difficulty, {})


@dataclass(frozen=True)
class Loaded:
    """``line``: what the player should know, "" for nothing. ``is_closed``: nothing may be written over what is there."""

    records: Records
    line: str = ""
    is_closed: bool = False


class RecordsFile:
    """The file in its folder. No method raises OSError."""

    def __init__(self, folder: Folder, now: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._now = now
        self._turn = 0
        self._is_closed = False

    def open(self) -> Loaded:
        """The newest sound page. Damaged ones are renamed, never thrown away."""
        pages: list[Page] = []
        damaged: list[str] = []
        for name in (UNFINISHED, FILE, OLDER):
            data = self._folder.read(name)
            if isinstance(data, Trouble):
                self._is_closed = True
                return Loaded(Records(), str(data), True)
            if data is None:
                continue
            page = sound_page(data)
            if page is not None:
                pages.append(page)
            elif name != UNFINISHED:  # half a page that was never finished is nothing to keep
                damaged.append(name)
        aside = [path.name for path in map(self._folder.set_aside, damaged) if path is not None]
        line = f"{self._folder.root / FILE}: damaged, kept as {', '.join(aside)}" if damaged else ""
        best = max(pages, key=lambda page: page.turn, default=None)
        if best is None:
            return Loaded(Records(), line)
        self._turn = best.turn
        if best.version > VERSION:
            self._is_closed = True
            return Loaded(Records(), f"{self._folder.root / FILE}: written by a newer version of the game", True)
        try:
            return Loaded(msgspec.json.decode(best.body, type=Records), line)
        except msgspec.DecodeError as e:
            self._is_closed = True
            return Loaded(Records(), f"{self._folder.root / FILE}: {e}", True)

    def save(self, records: Records) -> Trouble | None:
        """Writes it; None = it is safe, or it is not ours to write."""
        if self._is_closed:
            return None
        self._turn += 1
        body = msgspec.Raw(msgspec.json.encode(records))
        page = Page(GAME, VERSION, self._turn, int(self._now()), msgspec.Raw(b"{}"), body).sealed()
        return self._folder.write(FILE, msgspec.json.encode(page), [(FILE, OLDER)])


@dataclass
class Keeper:
    """Watches what is played and keeps what lasts. ``earned``: honours nobody has been shown yet, in their order."""

    words: Words
    file: RecordsFile | None = None
    note: Callable[[str], None] = lambda line: None
    now: Callable[[], float] = time.time
    records: Records = field(default_factory=Records)
    earned: list[str] = field(default_factory=list)
    is_off: bool = False
    """What is only practised earns nothing."""
    _watch: Watch | None = None
    _is_changed: bool = False

    def __post_init__(self) -> None:
        if self.file is not None:
            loaded = self.file.open()
            self.records = loaded.records
            if loaded.line:
                self.note(loaded.line)

    def begin(self, session: Session, is_practice: bool = False) -> None:
        """A session is about to be played."""
        self.is_off = is_practice
        self._watch = Watch(session)
        self.earned.clear()

    def after(self, session: Session) -> None:
        """After each tick of it."""
        if self._watch is None or self.is_off:
            return
        for name in self._watch.tick(session):
            self._earn(name)
        if session.tick % 30 == 0:
            self._find(session)

    def save(self) -> None:
        """Onto the disk, if anything is new."""
        if not self._is_changed:
            return
        self._is_changed = False
        if self.file is not None:
            trouble = self.file.save(self.records)
            if trouble is not None:
                self.note(str(trouble))

    def finish(self, session: Session, told: Retold) -> None:
        """The story has been told."""
        if self._watch is None or self.is_off:
            return
        for name in self._watch.look(session):
            self._earn(name)
        self._find(session)
        records, story = self.records, session.story
        self._is_changed = True
        records.finished += 1
        if OTHER_SIDE in story.flags:
            records.finished_other += 1
        records.last = LastRun(list(told.lines), dict(told.facts), list(told.numbers))
        splits = {b.id: story.counts[f"at.{b.id}"] for b in BEATS if f"at.{b.id}" in story.counts}
        best = records.best_run(session.rules.difficulty)
        is_whole = BEGUN_AT not in story.notes and len(splits) == len(BEATS)
        if is_whole and (END not in best or splits[END] < best[END]):
            records.best = {**records.best, session.rules.difficulty: splits}
        self.save()

    def practised(self, what: str, ticks: int) -> bool:
        """A fight was won in that many ticks; whether it is the fastest so far."""
        best = self.records.practice.get(what, 0)
        if best and best <= ticks:
            return False
        self.records.practice = {**self.records.practice, what: ticks}
        self._is_changed = True
        self.save()
        return True

    def _earn(self, name: str) -> None:
        if name in self.records.honours or not self.words.has(f"achievements.name.{name}"):
            return
        self.records.honours = {**self.records.honours, name: int(self.now())}
        self.earned.append(name)
        self._is_changed = True

    def _find(self, session: Session) -> None:
        records, story = self.records, session.story
        records.plates = self._with(records.plates, (i for i in story.items if i.startswith(PLATE)))
        own = (i for i in story.items if self.words.has(f"keepsakes.{i}"))
        records.keepsakes = self._with(records.keepsakes, own)
        records.dolls = self._with(records.dolls, seen_places(story.flags))
        lists = {"twelve_plates": records.plates, "nine_keepsakes": records.keepsakes, "doll_all": records.dolls}
        for name, found in lists.items():
            if len(found) >= LASTING[name]:
                self._earn(name)

    def _with(self, had: list[str], found: Iterable[str]) -> list[str]:
        new = [item for item in found if item not in had]
        if not new:
            return had
        self._is_changed = True
        return [*had, *new]
