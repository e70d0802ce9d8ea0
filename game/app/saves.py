"""The three books: saves on the disk, each with three older pages behind it. Whatever happens while one is written
(a crash, a power cut, a full disk), a sound page is there afterwards. What a body holds is sim/save.py's business.

The envelope stays as it is for ever; a change of what is saved is a new ``version``, made over in sim/save.py.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import msgspec

from game.app.folder import Folder, Trouble
from game.core.digest import blake2b

GAME = "pink-palace"
SLOTS = (1, 2, 3)
BACKUPS = 3


class Summary(msgspec.Struct, frozen=True):
    """What the list of books shows. ``place`` is a map's name, as real/flat_down."""

    chapter: int = 1
    seconds: int = 0
    place: str = ""


class Page(msgspec.Struct, frozen=True):
    """One file. ``turn`` counts the saves of a book, so that the newest is known without trusting a clock."""

    game: str
    version: int
    turn: int
    saved_at: int
    summary: msgspec.Raw
    body: msgspec.Raw
    checksum: str = ""

    def sealed(self) -> Page:
        """The same page with its checksum over everything else."""
        bare = msgspec.json.encode(msgspec.structs.replace(self, checksum=""))
        return msgspec.structs.replace(self, checksum=blake2b(bare, digest_size=16).hexdigest())


@dataclass(frozen=True)
class Loaded:
    """What opening a book gave. ``note`` is one of

    ready      ``body`` is the newest page
    damaged    the newest page was not sound and is kept aside; ``body`` is the newest sound one behind it
    lost       no page is sound any more; all are kept aside, there is no body
    newer      written by a newer version of the game, left as it is; no body
    empty      nothing there; no body
    closed     the folder may not be read; no body
    """

    body: dict[str, Any] | None
    note: str
    summary: Summary | None = None
    saved_at: int = 0
    aside: tuple[Path, ...] = ()


class Saves:
    """The books in a folder. ``version`` is the newest body this game knows; ``now`` gives seconds since 1970."""

    def __init__(self, folder: Folder, version: int, now: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._version = version
        self._now = now

    def save(self, slot: int, body: dict[str, Any], summary: Summary) -> Trouble | None:
        """Writes the next page of a book; None = it is safe. Nothing is changed when a newer game wrote there."""
        raw = msgspec.Raw(msgspec.json.encode(body))
        return self._write(slot, self._version, raw, msgspec.Raw(msgspec.json.encode(summary)))

    def load(self, slot: int) -> Loaded:
        """Opens the newest sound page. Damaged ones are renamed, never thrown away."""
        found = self._read(slot)
        loaded = found.loaded(self._version)
        if loaded.note in ("damaged", "lost"):
            return replace(loaded, aside=self._keep_aside(found))
        return loaded

    def books(self) -> list[Loaded]:
        """All three as they stand, for the menu; touches nothing."""
        return [self._read(slot).loaded(self._version) for slot in SLOTS]

    def newest(self) -> int | None:
        """The slot that Continue opens; None when there is none that can be."""
        books = dict(zip(SLOTS, self.books()))
        ready = [slot for slot in SLOTS if books[slot].body is not None]
        return max(ready, key=lambda slot: books[slot].saved_at, default=None)

    def copy(self, slot: int, to: int) -> Trouble | None:
        """The newest sound page of one book becomes the next page of another."""
        page = self._read(slot).best
        if page is None or page.version > self._version:
            return Trouble("newer" if page else "broken", self._folder.root / name(slot), "there is nothing to copy")
        return self._write(to, page.version, page.body, page.summary)

    def delete(self, slot: int) -> Trouble | None:
        """Tears a book out, as the player asked; older pages first, so that a crash half-way leaves the newest one."""
        return self._folder.remove(_all_names(slot)[::-1])

    def _write(self, slot: int, version: int, body: msgspec.Raw, summary: msgspec.Raw) -> Trouble | None:
        found = self._read(slot)
        if found.best is not None and found.best.version > self._version:
            return Trouble("newer", self._folder.root / name(slot), "written by a newer version of the game")
        self._keep_aside(found)
        older = [(name(slot, n), name(slot, n + 1)) for n in range(BACKUPS - 1, -1, -1)]
        if found.is_unfinished:
            # A write was killed at its renames: finish it, or this one would write over the newest page.
            rest = older if found.has_first else []
            if trouble := self._folder.rename([*rest, (unfinished(slot), name(slot))]):
                return trouble
        turn = found.best.turn + 1 if found.best else 1
        page = Page(GAME, version, turn, int(self._now()), summary, body).sealed()
        return self._folder.write(name(slot), msgspec.json.encode(page), older)

    def _keep_aside(self, found: Found) -> tuple[Path, ...]:
        return tuple(p for p in map(self._folder.set_aside, found.damaged) if p is not None)

    def _read(self, slot: int) -> Found:
        """Every page of a book, judged."""
        if slot not in SLOTS:
            raise ValueError(f"no book {slot}: they are 1, 2 and 3")
        pages, damaged, trouble = [], [], None
        for file in _all_names(slot):
            data = self._folder.read(file)
            if isinstance(data, Trouble):
                trouble = data
            elif data is not None:
                page = sound_page(data)
                if page is not None:
                    pages.append((page, file))
                elif not file.endswith(".new"):  # half a page that was never finished is nothing to keep
                    damaged.append(file)
        return Found(pages, damaged, trouble, name(slot))


@dataclass(frozen=True)
class Found:
    """The pages of one book: sound ones with their files, names of damaged ones."""

    pages: list[tuple[Page, str]]
    damaged: list[str]
    trouble: Trouble | None
    first: str

    @property
    def is_unfinished(self) -> bool:
        """Whether the newest page has not come to its place."""
        return any(page is self.best and file.endswith(".new") for page, file in self.pages)

    @property
    def has_first(self) -> bool:
        return any(file == self.first for _, file in self.pages)

    @property
    def best(self) -> Page | None:
        return max((page for page, _ in self.pages), key=lambda page: page.turn, default=None)

    def loaded(self, version: int) -> Loaded:
        if self.best is None:
            return Loaded(None, "lost" if self.damaged else "closed" if self.trouble else "empty")
        summary = _summary(self.best.summary)
        if self.best.version > version:
            return Loaded(None, "newer", summary, self.best.saved_at)
        body = msgspec.json.decode(self.best.body, type=dict[str, Any])
        note = "damaged" if self.first in self.damaged else "ready"
        return Loaded(body, note, summary, self.best.saved_at)


def name(slot: int, back: int = 0) -> str:
    """
    >>> name(1), name(1, 2)
    ('book_1.json', 'book_1.older_2.json')
    """
    return f"book_{slot}.older_{back}.json" if back else f"book_{slot}.json"


def unfinished(slot: int) -> str:
    """Where Folder.write puts a page before it takes its place."""
    return f"{name(slot)}.new"


def _all_names(slot: int) -> list[str]:
    """Where pages may stand. The unfinished one counts: killed between write and rename, it is the newest and sound."""
    return [unfinished(slot), name(slot), *(name(slot, n) for n in range(1, BACKUPS + 1))]


def sound_page(data: bytes) -> Page | None:
    """The page in a file, or None when anything at all is wrong with it."""
    try:
        page = msgspec.json.decode(data, type=Page)
        if page.game != GAME or page.checksum != page.sealed().checksum:
            return None
        msgspec.json.decode(page.body, type=dict[str, Any])
        return page
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _summary(raw: msgspec.Raw) -> Summary:
    try:
        return msgspec.json.decode(raw, type=Summary)
    except msgspec.DecodeError:  # a newer game's
        return Summary()
