"""Command line: `python -m tools.make_sound [NAMES] [--check]`. NAMES are effects or groups (modules).

Writes assets/sound/*.ogg and their manifest.json. Exit 0 all is well, 1 a check failed, 2 bad usage."""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from tools.make_sound import manifest, rules

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "assets" / "sound"
CACHE = ROOT / ".cache" / "make_sound"


def make(names: list[str], folder: Path, cache: Path) -> int:
    """Make effects and enter them in the manifest. Returns the number of broken rules."""
    from rich.progress import Progress, TextColumn

    from tools.make_sound import render

    sources = rules.sources()
    for group in sources:
        importlib.import_module(f"tools.make_sound.{group}")
    try:
        chosen = render.effects_of(names)
    except KeyError as error:
        print(f"make_sound: no effect or group called {error.args[0]}", file=sys.stderr)
        raise SystemExit(2) from None
    folder.mkdir(parents=True, exist_ok=True)
    data = manifest.read(folder)
    known = {e.file(v) for e in render.EFFECTS.values() for v in range(e.variants)}
    for stale in set(data["files"]) - known:
        (folder / stale).unlink(missing_ok=True)
        del data["files"][stale]
    wrong: list[str] = []
    columns = (*Progress.get_default_columns(), TextColumn("{task.fields[now]}"))
    with Progress(*columns, disable=not sys.stderr.isatty()) as bar:
        task = bar.add_task("effects", total=sum(e.variants for e in chosen), now="")
        for e in chosen:
            for variant in range(e.variants):
                bar.update(task, now=e.name)
                file = e.file(variant)
                made, fact = render.one(e, variant, sources[e.group], cache)
                if not (folder / file).is_file() or (folder / file).read_bytes() != made:
                    (folder / file).write_bytes(made)
                data["files"][file] = fact
                wrong += rules.faults(file, fact)
                bar.advance(task)
    have = set(data["files"])
    for group, source in sources.items():
        own = [e for e in render.EFFECTS.values() if e.group == group]
        if set(own) <= set(chosen) and all(e.file(v) in have for e in own for v in range(e.variants)):
            data["groups"][group] = source
    data["groups"] = {g: s for g, s in data["groups"].items() if g in sources}
    manifest.write(folder, data)
    for line in wrong:
        print(f"make_sound: {line}", file=sys.stderr)
    total = sum(f["bytes"] for f in data["files"].values())
    print(f"make_sound: {len(data['files'])} files, {total / 2**20:.1f} MB in {folder}", file=sys.stderr)
    return len(wrong)


def check(folder: Path) -> int:
    """Compare the committed files with the manifest and the manifest with the sources; makes nothing."""
    wrong = manifest.problems(folder, rules.sources())
    for name, fact in manifest.read(folder)["files"].items():
        wrong += rules.faults(name, fact)
    for line in wrong:
        print(f"make_sound: {line}", file=sys.stderr)
    return len(wrong)


def main(arguments: list[str] | None = None) -> int:
    """The command. Returns its exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.make_sound", description=__doc__)
    parser.add_argument("names", nargs="*", help="effects or groups; none: all")
    parser.add_argument("--check", action="store_true", help="verify the committed files without making any")
    options = parser.parse_args(arguments)
    if options.check:
        return 1 if check(FOLDER) else 0
    return 1 if make(options.names, FOLDER, CACHE) else 0


if __name__ == "__main__":
    sys.exit(main())
