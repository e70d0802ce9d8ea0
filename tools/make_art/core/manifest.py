"""assets/art/manifest.json: the SHA-256 of every picture and, for each group, the hash of the sources it was made
from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def digest(path: Path) -> str:
    """SHA-256 of a file, in hex."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read(path: Path) -> dict[str, Any]:
    """The manifest, or an empty one."""
    if not path.exists():
        return {"groups": {}}
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return data


def enter(path: Path, root: Path, group: str, source: str, files: Iterable[Path]) -> None:
    """Write down one group: its source hash and the files it made, named from ``root``."""
    data = read(path)
    made = {f.relative_to(root).as_posix(): digest(f) for f in sorted(files)}
    data["groups"][group] = {"source": source, "files": made}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def faults(path: Path, root: Path, sources: dict[str, str]) -> list[str]:
    """What is stale, missing or changed by hand; empty when all is well. ``sources`` = group -> hash as of now."""
    groups = read(path)["groups"]
    out = []
    for group, now in sources.items():
        entry = groups.get(group)
        if entry is None:
            out.append(f"{group}: never made")
            continue
        if entry["source"] != now:
            out.append(f"{group}: its sources have changed; run python -m tools.make_art {group}")
        for name, was in entry["files"].items():
            if not (root / name).is_file():
                out.append(f"{group}: {name} is missing")
            elif digest(root / name) != was:
                out.append(f"{group}: {name} is not what was made")
    return out
