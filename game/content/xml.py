"""Reading XML that somebody else may have written: never outside a folder, never too much, never for ever."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree

from game.content.finding import Notes

MOST_BYTES = 16 << 20
MOST_TAGS = 250_000
MOST_ATTRIBUTES = 600_000
"""Far above any honest map (ours have 5 000 tags), and small enough for 2 s and 500 MB. Counted before parsing."""


def read_xml(path: Path, root: str, notes: Notes) -> ElementTree.Element | None:
    """The tree of the file, or None with an E-xml in ``notes``. ``root`` is what its first element must be called."""
    fix = "open it in Tiled and save it again, or take the last good version from git"
    try:
        size = path.stat().st_size
        if not path.is_file():
            notes.stop("E-path", "not a file", "give the path of a .tmx file")
            return None
        if size > MOST_BYTES:
            notes.stop("E-xml", f"{size >> 20} MB long, more than {MOST_BYTES >> 20}", fix)
            return None
        data = path.read_bytes()
    except OSError as error:
        notes.stop("E-path", f"cannot be read: {error.strerror or 'bad path'}", "mend the path or its permissions")
        return None
    except ValueError:
        notes.stop("E-path", "not a path", "mend the path")
        return None
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        notes.stop("E-xml", "a document type (DTD) is not allowed in a map", "delete the <!DOCTYPE ...> part")
        return None
    encoding = _ENCODING.match(data)
    if b"\0" in data or (encoding and encoding[1].lower() not in (b"utf-8", b"utf8", b"us-ascii", b"ascii")):
        notes.stop("E-xml", "not written as UTF-8", fix)
        return None
    if data.count(b"<") > MOST_TAGS or data.count(b"=") > MOST_ATTRIBUTES:
        notes.stop("E-xml", f"more than {MOST_TAGS} tags or {MOST_ATTRIBUTES} attributes", fix)
        return None
    try:
        tree = ElementTree.fromstring(data)
    except (ElementTree.ParseError, UnicodeError, LookupError, ValueError) as error:
        notes.stop("E-xml", f"not well-formed: {error}", fix)
        return None
    if tree.tag != root:
        notes.stop("E-xml", f"begins with <{tree.tag}>, not with <{root}>", f"this must be a Tiled {root} file")
        return None
    return tree


_ENCODING = re.compile(rb"\s*(?:\xef\xbb\xbf)?<\?xml[^>]{0,200}encoding\s*=\s*['\"]([^'\"]{0,40})")


class Folder:
    """The folder maps may not leave: checks paths written in files. Listings are kept while this object lives."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        self._listed: dict[str, tuple[Mapping[str, str], Mapping[str, str]]] = {}

    def name(self, path: Path) -> str:
        """``path`` as findings call it: relative to the root where it can be."""
        try:
            return path.resolve().relative_to(self.root).as_posix()
        except (ValueError, OSError):
            return path.name

    def find(self, written: str, base: Path) -> tuple[Path | None, str, str]:
        """(file, "", "") for a path written in a file of folder ``base``; or (None, what is wrong, how to mend it)."""
        if not written or len(written) > 500 or not written.isprintable():
            return None, "an empty or unreadable path", "choose the file again in Tiled"
        if "\\" in written:
            return None, f'"{written}" has a backslash', "write it with / so that it works on every system"
        if PurePosixPath(written).is_absolute() or ":" in written:
            return None, f'"{written}" is absolute', "make it relative to the map: it must work on every machine"
        whole = os.path.normpath(base.resolve() / written)
        try:
            parts = Path(whole).relative_to(self.root).parts
        except ValueError:
            return None, f'"{written}" leaves the project', f"move the file into {self.root.name}/"
        here = self.root
        kind = "folder"
        for part in parts:
            listing, lower = self._list(here) if kind == "folder" else ({}, {})
            if part not in listing:
                near = lower.get(part.lower())
                if near:
                    return None, f'"{written}" is spelt "{near}" on disk', "write it with the same capitals"
                return None, f'"{written}" does not exist', "mend the path or add the file"
            kind = listing[part]
            here = here / part
            if kind == "link":
                return None, f'"{written}" is a link', f"put the file itself into {self.root.name}/"
        if kind != "file":
            return None, f'"{written}" is not a file', "choose a file"
        return here, "", ""

    def _list(self, folder: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Name -> file, folder or link; and lower-case name -> name."""
        key = str(folder)
        if key not in self._listed:
            kinds: dict[str, str] = {}
            try:
                with os.scandir(folder) as entries:
                    for e in entries:
                        kinds[e.name] = "link" if e.is_symlink() else "file" if e.is_file() else "folder"
            except OSError:
                pass
            self._listed[key] = (kinds, {n.lower(): n for n in kinds})
        return self._listed[key]
