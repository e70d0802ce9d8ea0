"""The linter, between maps: doors that lead somewhere and back, real and other twins, the world file."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from game.content.finding import Finding, Notes
from game.content.tmx import Draft, Obj

Lookup = Callable[[str], Draft | None]
"""A map's name ("real/flat_down") -> the map, None when it cannot be read."""


def lint_doors(draft: Draft, lookup: Lookup) -> list[Finding]:
    """Every Door's target exists and has a Door back; the twin of a map is like it."""
    notes = Notes(draft.file)
    for o in _of(draft, "Door"):
        where, spawn = str(o.members.get("target_map", "")), str(o.members.get("target_spawn", ""))
        target = lookup(where) if where else None
        who = (o.layer, o.id, o.name)
        if target is None:
            continue  # tmx.py has said that the file is missing, or the file itself is wrong and says so
        names = [s.name for s in _of(target, "Spawn")]
        if spawn and spawn not in names:
            fix = f"its spawns: {', '.join(names) or 'none'}"
            notes.error("E-ref", f'{where} has no Spawn "{spawn}"', fix, *who)
        if draft.name not in (str(back.members.get("target_map", "")) for back in _of(target, "Door")):
            fix = "draw a Door there, unless the story means it so"
            notes.warn("W-one-way-door", f"{where} has no Door back to {draft.name}", fix, *who)
    _pair(draft, lookup, notes)
    return notes.found


def _pair(draft: Draft, lookup: Lookup, notes: Notes) -> None:
    other = str(draft.members.get("pair", ""))
    twin = lookup(other) if other else None
    if twin is None:
        return
    fix = "the two houses have the same walls, spawns and doors"
    if str(twin.members.get("pair", "")) != draft.name:
        notes.error("E-pair", f"{other} does not name it as its pair", "set pair on both maps")
    if (twin.width, twin.height) != (draft.width, draft.height):
        notes.error("E-pair", f"{draft.width} x {draft.height} tiles, {other} {twin.width} x {twin.height}", fix)
    for kind in ("Spawn", "Door"):
        mine, its = {o.name for o in _of(draft, kind)}, {o.name for o in _of(twin, kind)}
        if mine - its:
            notes.error("E-pair", f"{other} lacks the {kind} {', '.join(sorted(mine - its))}", fix)


def lint_world(path: Path, maps: Path) -> list[Finding]:
    """A .world file: every map it shows exists, and every map beside it is shown."""
    file = path.relative_to(maps).as_posix() if path.is_relative_to(maps) else path.name
    notes = Notes(file)
    try:
        if path.stat().st_size > 1 << 20:
            raise ValueError("longer than 1 MB")
        shown = [str(m["fileName"]) for m in json.loads(path.read_text(encoding="utf-8"))["maps"]]
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        notes.error("E-xml", f"not a Tiled world: {error}", "save it again in Tiled (World > Save World)")
        return notes.found
    for name in shown:
        if (
            "\\" in name
            or ".." in name
            or name.startswith("/")
            or len(name) > 200
            or not (path.parent / name).is_file()
        ):
            notes.error("E-path", f'the world shows "{name}", which is not there', "remove it from the world")
    for beside in sorted((path.parent / path.stem).glob("*.tmx")):
        name = f"{path.stem}/{beside.name}"
        if name not in shown:
            notes.warn("W-world-lacks-map", f'the world does not show "{name}"', "World > Add Map to World")
    return notes.found


def _of(draft: Draft, kind: str) -> list[Obj]:
    return [o for o in draft.objects if o.kind == kind]
