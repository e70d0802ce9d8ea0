"""`python -m game lint [MAP|FOLDER ...] [--json]`: prints what is wrong. Exit 0 fine, 1 errors, 2 bad usage."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection
from pathlib import Path

from game.app.parser import Parser
from game.content.finding import Finding
from game.content.lint import lint
from game.data import data_folder


def lint_main(argv: list[str], scripts: Collection[str] | None = None) -> int:
    """Runs the linter on the arguments after "lint". ``scripts`` as for content/lint.lint. Warnings exit with 0."""
    parser = Parser(prog="pink-palace lint", description="Checks maps, tilesets, worlds and words.")
    parser.add_argument("paths", nargs="*", metavar="MAP|FOLDER", help="what to check; everything when left out")
    parser.add_argument("--json", action="store_true", help="print one JSON list instead of lines")
    parser.add_argument("--maps", type=Path, help="the folder of all maps (default: the game's own)")
    try:
        options = parser.parse_args(argv)
    except SystemExit as stop:
        return 2 if stop.code else 0
    maps = (options.maps or data_folder("maps")).absolute()
    paths = [_path(p, maps) for p in options.paths]
    missing = [p for p, found in zip(options.paths, paths) if found is None]
    if missing:
        print(f"pink-palace lint: no such file or folder: {missing[0]}", file=sys.stderr)
        return 2
    found = lint([p for p in paths if p] or None, maps, data_folder("assets"), scripts)
    _show(found, options.json)
    return 1 if any(f.level == "error" for f in found) else 0


def _path(written: str, maps: Path) -> Path | None:
    """A path, or a map's name as the game says it: real/flat_down."""
    try:
        for path in (Path(written), maps / f"{written}.tmx"):
            if path.exists():
                return path
    except (OSError, ValueError):
        pass
    return None


def _show(found: list[Finding], as_json: bool) -> None:
    if as_json:
        print(json.dumps([f.as_json() for f in found], indent=1))
        return
    for f in found:
        print(f)
    errors = sum(f.level == "error" for f in found)
    print(f"{errors} errors, {len(found) - errors} warnings", file=sys.stderr)
