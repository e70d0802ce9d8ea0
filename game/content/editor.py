"""What Tiled's commands hand to the game: a whole file name for a map, the selected object's number for a place."""

from __future__ import annotations

import math
from pathlib import Path

from game.content.classes import read_classes
from game.content.tmx import Reader


def room_name(written: str, maps: Path) -> str:
    """The map's name, e.g. "real/flat_down", for the name itself, for a path to its .tmx, and for Tiled's %mapfile.

    What is no map of ``maps`` comes back as it was, for load_room to say so.
    """
    bare = written.strip("\"'").removesuffix(".tmx")
    try:
        if (maps / f"{bare}.tmx").is_file() and not Path(bare).is_absolute():
            return bare
        return Path(bare).resolve().relative_to(maps.resolve()).as_posix()
    except (OSError, ValueError):
        return written


def spawn_near(name: str, maps: Path, written: str) -> str:
    """The Spawn nearest to the object whose number is ``written``; "" when there is none, or nothing was selected.

    Tiled passes the text %objectid itself when nothing is selected.
    """
    if not (written.isascii() and written.isdigit()) or len(written) > 12:
        return ""
    try:
        draft = Reader(maps, read_classes(maps)).read(maps / f"{name}.tmx")
    except ValueError:
        return ""
    chosen = next((o for o in draft.objects if o.id == int(written)), None)
    if chosen is None:
        return ""
    at = chosen.box.middle
    spawns = [o for o in draft.objects if o.kind == "Spawn"]
    spawns.sort(key=lambda o: math.hypot(o.box.x - at.x, o.box.y - at.y))
    return spawns[0].name if spawns else ""
