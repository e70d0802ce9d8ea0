"""Command line: `python -m tools.make_music [NAMES] [--check]`. NAMES are pieces; none: all of them.

Writes assets/music/*.ogg and their manifest.json. Exit 0 all is well, 1 a check failed, 2 bad usage, or no FluidSynth
or soundfont (--check needs neither)."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path
from typing import Any

from tools.make_music import rules
from tools.make_sound import manifest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "assets" / "music"
CACHE = ROOT / ".cache" / "make_music"


def _enter(data: dict[str, Any], name: str, result: dict[str, Any], folder: Path) -> None:
    """Write a piece's files and its lines of the manifest; drop the files it no longer has."""
    for old in [f for f, fact in data["files"].items() if fact["piece"] == name and f not in result["files"]]:
        (folder / old).unlink(missing_ok=True)
        del data["files"][old]
    for file, content in result["data"].items():
        if not (folder / file).is_file() or (folder / file).read_bytes() != content:
            (folder / file).write_bytes(content)
    data["files"] |= result["files"]
    data["pieces"][name] = result["piece"]


def make(names: list[str], folder: Path, cache: Path) -> int:
    """Make pieces and enter them in the manifest. Returns the number of broken rules; exits 2 where it cannot begin."""
    from rich.progress import Progress, TextColumn

    from tools.make_music import fluid, render
    from tools.make_music.tune import PIECES

    sources = rules.sources()
    homes = rules.homes()
    for score in sources:
        importlib.import_module(f"tools.make_music.{score}")
    unknown = [n for n in names if n not in PIECES]
    if unknown:
        print(f"make_music: no piece called {', '.join(unknown)}", file=sys.stderr)
        raise SystemExit(2)
    try:
        fluid.soundfont()
    except fluid.Missing as error:
        print(f"make_music: {error}", file=sys.stderr)
        raise SystemExit(2) from None
    folder.mkdir(parents=True, exist_ok=True)
    data = manifest.read(folder)
    data.setdefault("pieces", {})
    for gone in set(data["pieces"]) - set(PIECES):
        _enter(data, gone, {"files": {}, "data": {}, "piece": {}}, folder)
        del data["pieces"][gone]
    chosen = names or list(PIECES)
    wrong: list[str] = []
    columns = (*Progress.get_default_columns(), TextColumn("{task.fields[now]}"))
    with Progress(*columns, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("pieces", total=len(chosen), now="")
        for name in chosen:
            bar.update(task, now=name)
            result = render.kept(PIECES[name](), cache)
            _enter(data, name, result, folder)
            sounds = {f: fact for f, fact in result["files"].items() if fact["bus"]}
            wrong += rules.faults(name, result["piece"], sounds)
            score = homes[name]
            own = [n for n, home in homes.items() if home == score]
            if set(own) <= set(chosen):
                data["groups"][score] = sources[score]
            manifest.write(folder, data)  # after every piece: a long run may be stopped
            bar.advance(task)
    for line in wrong:
        print(f"make_music: {line}", file=sys.stderr)
    total = sum(f["bytes"] for f in data["files"].values())
    print(f"make_music: {len(data['files'])} files, {total / 2**20:.1f} MB in {folder}", file=sys.stderr)
    return len(wrong)


def check(folder: Path) -> int:
    """Compare the committed files with the manifest and the manifest with the sources; makes nothing."""
    data = manifest.read(folder)
    wrong = manifest.problems(folder, rules.sources())
    for name, piece in data.get("pieces", {}).items():
        files = {f: fact for f, fact in data["files"].items() if fact["piece"] == name and fact["bus"]}
        wrong += rules.faults(name, piece, files)
    for line in wrong:
        print(f"make_music: {line}", file=sys.stderr)
    return len(wrong)


def main(arguments: list[str] | None = None) -> int:
    """The command. Returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.make_music", description=__doc__)
    parser.add_argument("names", nargs="*", help="pieces; none: all")
    parser.add_argument("--check", action="store_true", help="verify the committed files without making any")
    options = parser.parse_args(arguments)
    if options.check:
        return 1 if check(FOLDER) else 0
    return 1 if make(options.names, FOLDER, CACHE) else 0


if __name__ == "__main__":
    sys.exit(main())
