"""Where a player's files live, and how one is written so that no crash, power cut or full disk can cost what was there.

Nothing is made or touched before the first write. A new kind of file: a field in Folders.
"""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "pink-palace"
FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
CLOSED = {errno.EROFS, errno.EACCES, errno.EPERM}


@dataclass(frozen=True)
class Trouble:
    """Why a file could not be written or read. ``kind``: full, closed (no permission, read-only), newer, broken."""

    kind: str
    path: Path
    why: str

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"

    @staticmethod
    def of(path: Path, error: OSError) -> Trouble:
        kind = "full" if error.errno in FULL else "closed" if error.errno in CLOSED else "broken"
        return Trouble(kind, path, (error.strerror or str(error)).lower())


class Folder:
    """A folder that is made at the first write. No method raises OSError."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def read(self, name: str) -> bytes | Trouble | None:
        """The whole file; None when there is none."""
        path = self.root / name
        try:
            return path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as e:
            return Trouble.of(path, e)

    def write(self, name: str, data: bytes, renames: Sequence[tuple[str, str]] = ()) -> Trouble | None:
        """Puts ``data`` under ``name``, whole or not at all; None = it is safely on the disk.

        First everything goes to ``name.new`` and down to the disk, then the ``renames`` (old name, new name) are done
        in order where the old one exists, then ``name.new`` takes its place. Killed in between, one of them is there.
        """
        path = self.root / name
        new = self.root / f"{name}.new"
        try:
            self.root.mkdir(parents=True, exist_ok=True)
            _put(new, data)
        except OSError as e:
            # Half a file is worth nothing, and on a full disk its room is needed. The old file still stands.
            with contextlib.suppress(OSError):  # the first error is the one to tell
                new.unlink(missing_ok=True)
            return Trouble.of(path, e)
        return self.rename([*renames, (new.name, name)])

    def rename(self, renames: Sequence[tuple[str, str]]) -> Trouble | None:
        """(old name, new name), in order; old ones that are not there are passed over. None = lasting."""
        try:
            for old, to in renames:
                if (self.root / old).exists():
                    (self.root / old).replace(self.root / to)
            _sync_folder(self.root)
        except OSError as e:
            return Trouble.of(self.root, e)
        return None

    def set_aside(self, name: str) -> Path | None:
        """Renames a damaged file to a free name beside it, so that it is never written over. None = could not."""
        path = self.root / name
        for n in range(1, 1000):
            aside = path.with_name(f"{path.stem}.damaged_{n}{path.suffix}")
            if not aside.exists():
                try:
                    path.replace(aside)
                except OSError:
                    return None
                return aside
        return None

    def remove(self, names: Sequence[str]) -> Trouble | None:
        """Removes files in this order; those that are not there are no trouble."""
        try:
            for name in names:
                (self.root / name).unlink(missing_ok=True)
        except OSError as e:
            return Trouble.of(self.root, e)
        return None


def _put(path: Path, data: bytes) -> None:
    """Writes and waits until the disk has it."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o644)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sync_folder(root: Path) -> None:
    """Makes the renames themselves last. Windows can not open folders and does not need it."""
    if os.name == "nt":
        return
    descriptor = os.open(root, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@dataclass(frozen=True)
class Folders:
    """One for each kind of file."""

    settings: Folder
    saves: Folder
    replays: Folder
    pictures: Folder
    logs: Folder

    @staticmethod
    def of(everything: Path | None = None) -> Folders:
        """The player's own folders as the system has them; or all in ``everything`` (``--saves DIR``)."""
        settings = everything or Path(platformdirs.user_config_dir(APP, appauthor=False))
        data = everything or Path(platformdirs.user_data_dir(APP, appauthor=False))
        return Folders(
            settings=Folder(settings),
            saves=Folder(data if everything else data / "books"),
            replays=Folder(data / "replays"),
            pictures=Folder(data / "pictures"),
            logs=Folder(data / "logs"),
        )
