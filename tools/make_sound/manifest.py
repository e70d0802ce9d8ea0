"""manifest.json of a folder of made files: what each file is, and the hash of the sources it was made from.

Only the standard library is needed to check one, so that any machine can tell whether the committed sounds are those
that the committed sources describe."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

NAME = "manifest.json"
MADE = (".ogg", ".flac", ".json")


def sha256(data: bytes) -> str:
    """Hexadecimal hash."""
    return hashlib.sha256(data).hexdigest()


def source_hash(files: Iterable[Path]) -> str:
    """One hash over the text of some source files, the same whatever the line ends."""
    h = hashlib.sha256()
    for file in files:
        h.update(file.name.encode() + b"\0" + file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return h.hexdigest()


def read(folder: Path) -> dict[str, Any]:
    """The manifest of a folder, or an empty one."""
    path = folder / NAME
    empty: dict[str, Any] = {"version": 1, "groups": {}, "files": {}}
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else empty


def write(folder: Path, data: Mapping[str, Any]) -> None:
    """Write it with sorted keys, one fact a line, so that diffs stay small."""
    text = json.dumps(data, indent=1, sort_keys=True, ensure_ascii=False)
    (folder / NAME).write_text(text + "\n", encoding="utf-8", newline="\n")


def problems(folder: Path, sources: Mapping[str, str]) -> list[str]:
    """What is wrong with a folder, in sentences: missing, changed, foreign or stale files. Empty when all is well.

    sources: group -> the hash its sources have now."""
    data = read(folder)
    if not data["files"]:
        return [f"{folder}: no {NAME}, or an empty one"]
    wrong = []
    for name, facts in data["files"].items():
        path = folder / name
        if not path.is_file():
            wrong.append(f"{path}: missing")
        elif sha256(path.read_bytes()) != facts["sha256"]:
            wrong.append(f"{path}: changed since it was made")
    for path in sorted(folder.iterdir()):
        if path.suffix in MADE and path.name != NAME and path.name not in data["files"]:
            wrong.append(f"{path}: not in the manifest")
    for group, now in sources.items():
        if group not in data["groups"]:
            wrong.append(f"{folder}: the group {group} was never made")
        elif data["groups"][group] != now:
            wrong.append(f"{folder}: the sources of {group} have changed; make it again")
    wrong += [f"{folder}: nothing makes the group {group} any more" for group in data["groups"] if group not in sources]
    return wrong
