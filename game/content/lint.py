"""The linter: what is wrong with maps, tilesets, worlds and their words, where, and how to mend it.

No pygame, no pytmx. One file can hold anything at all: the answer comes within 2 s and 500 MB and is never a traceback.
Codes: docs/maps.md. To add a check: lint_map.py (in one map), lint_world.py (between maps), lint_text.py (words).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from game.content.classes import PROJECT, read_classes
from game.content.finding import Finding, Notes
from game.content.lint_map import Facts, lint_map
from game.content.lint_text import lint_text
from game.content.lint_world import lint_doors, lint_world
from game.content.tmx import Draft, Reader
from game.content.words import WordsError, load_words
from game.core.words import Words
from game.sim.story import BEATS

MOST_JSON = 8 << 20


def lint(
    paths: Sequence[Path] | None,
    maps: Path,
    assets: Path,
    scripts: Collection[str] | None = None,
) -> list[Finding]:
    """Findings of ``paths`` (maps, tilesets, worlds, folders); None = everything below ``maps``.

    ``scripts``: names that Trigger.script and Prop.interact may say; None = not checked. Sorted by file, worst first.
    """
    found: list[Finding] = []
    try:
        classes = read_classes(maps)
    except ValueError as error:
        return [Notes(PROJECT).stop("E-class", str(error), "take it from git")]
    reader = Reader(maps, classes)
    facts, wrong = _facts(assets, scripts)
    found += wrong
    drafts: dict[str, Draft | None] = {}

    def lookup(name: str) -> Draft | None:
        if name not in drafts:
            path = maps / f"{name}.tmx"
            drafts[name] = reader.read(path) if path.is_file() else None
        draft = drafts[name]
        return draft if draft and draft.is_read else None

    for path in _files(paths, maps):
        if path.suffix == ".world":
            found += lint_world(path, maps)
        elif path.suffix == ".tsx":
            found += reader.sheet(path).findings
        else:
            draft = reader.read(path)
            drafts[draft.name] = draft
            found += draft.notes.found
            if draft.is_read and not any(f.stops and f.code in _UNREADABLE for f in draft.notes.found):
                found += lint_map(draft, reader, facts)
                found += lint_doors(draft, lookup)
                if facts.words:
                    found += lint_text(draft, facts.words)
    return sorted(dict.fromkeys(found), key=lambda f: (f.file, f.level, f.layer, f.object, f.code, f.text))


_UNREADABLE = frozenset(("E-xml", "E-format", "E-size", "E-gid"))
"""After these the rest of a map says nothing."""


def _files(paths: Sequence[Path] | None, maps: Path) -> list[Path]:
    out: list[Path] = []
    for path in [maps] if paths is None else paths:
        if path.is_dir():
            out += sorted(p for kind in ("*.tmx", "*.tsx", "*.world") for p in path.rglob(kind))
        else:
            out.append(path)
    return list(dict.fromkeys(p.absolute() for p in out))


def _facts(assets: Path, scripts: Collection[str] | None) -> tuple[Facts, list[Finding]]:
    """What assets/ holds. What is not made yet is not checked."""
    wrong: list[Finding] = []
    words: Words | None = None
    try:
        words = load_words(assets)
    except WordsError as error:
        wrong.append(Notes("assets/text/en.toml").error("E-text", str(error), "mend that line"))
    props = {side: _keys(assets / "art/props" / f"{side}.json") for side in ("real", "other")}
    sounds = {p.stem for folder in ("music", "sound") for p in (assets / folder).glob("*.ogg")}
    actors = {p.stem for p in (assets / "art/actors").glob("*.json")}
    facts = Facts(
        words=words,
        beats={b.id: b.map for b in BEATS},
        scripts=scripts,
        actors=actors or None,
        props={side: names for side, names in props.items() if names},
        sounds=sounds or None,
    )
    return facts, wrong


def _keys(path: Path) -> Collection[str]:
    """Names in an atlas: {name: rect} or {"props": {name: rect}}."""
    try:
        if path.stat().st_size > MOST_JSON:
            return ()
        tree = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return ()
    inner = tree.get("props", tree) if isinstance(tree, dict) else {}
    return frozenset(inner) if isinstance(inner, Mapping) else ()
