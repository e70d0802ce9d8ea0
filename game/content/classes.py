"""The Tiled classes and their members, from maps/pink_palace.tiled-project: the file Tiled shows is the one source.

To add a class or a member: edit it in Tiled (View > Custom Types Editor), and name it here only if it must be filled in
or may have only some shapes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from game.sim.room import Member

PROJECT = "pink_palace.tiled-project"

REQUIRED: Mapping[str, tuple[str, ...]] = {
    "Map": ("side",),
    "Door": ("target_map", "target_spawn"),
    "Npc": ("actor",),
    "Foe": ("foe",),
    "Item": ("item",),
    "Trigger": ("beat|script",),
    "Light": ("radius",),
    "Area": ("title",),
    "Crumble": ("stage",),
    "Doll": ("place",),
    "Loop": ("period",),
}
"""Members that must say something. "a|b": one of the two."""

SHAPES: Mapping[str, tuple[str, ...]] = {
    "Spawn": ("point",),
    "Door": ("rect",),
    "Npc": ("point",),
    "Foe": ("point",),
    "Item": ("point", "tile"),
    "Trigger": ("rect", "polygon"),
    "Light": ("point", "ellipse"),
    "Camera": ("rect",),
    "Area": ("rect",),
    "Truth": ("rect", "tile"),
    "Hide": ("rect", "tile"),
    "Push": ("tile", "rect"),
    "Path": ("polyline", "polygon"),
    "Crumble": ("polygon", "rect"),
    "Solid": ("rect", "polygon"),
    "Surface": ("rect",),
    "Prop": ("tile", "rect"),
    "Spot": ("point", "rect"),
    "Doll": ("point", "tile"),
    "Hazard": ("rect",),
    "Loop": ("rect",),
    "Thin": ("point",),
}
"""What an object of the class may be drawn as."""

RESERVED = frozenset(
    {"name", "type", "class", "x", "y", "width", "height", "id", "gid", "visible", "rotation", "template"}
    | {"closed", "parent", "image", "properties", "points", "color"}
)
"""Names Tiled or pytmx use themselves: never a member."""

_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6})\Z")


@dataclass(frozen=True)
class MemberKind:
    """``type`` as Tiled calls it: string bool int float color file object. ``values`` = an enum's words."""

    type: str
    default: Member
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClassKind:
    """A class of the project. ``files``: its members that name files."""

    name: str
    members: Mapping[str, MemberKind]

    @cached_property
    def defaults(self) -> Mapping[str, Member]:
        return {name: kind.default for name, kind in self.members.items()}

    @cached_property
    def files(self) -> tuple[str, ...]:
        return tuple(name for name, kind in self.members.items() if kind.type == "file")


Classes = Mapping[str, ClassKind]


def read_classes(maps: Path) -> Classes:
    """The class table of the project file in ``maps``. Raises ValueError when it is missing or broken."""
    path = maps / PROJECT
    try:
        project = json.loads(path.read_text(encoding="utf-8"))
        kinds = project["propertyTypes"]
        enums = {k["name"]: tuple(map(str, k["values"])) for k in kinds if k["type"] == "enum"}
        return {
            k["name"]: ClassKind(k["name"], {m["name"]: _member(m, enums) for m in k["members"]})
            for k in kinds
            if k["type"] == "class"
        }
    except OSError as error:
        raise ValueError(f"{PROJECT} cannot be read: {error.strerror or error}") from error
    except (KeyError, TypeError, json.JSONDecodeError, RecursionError) as error:
        raise ValueError(f"{PROJECT} is not a Tiled project: {error!r}") from error


def _member(entry: Mapping[str, Member], enums: Mapping[str, tuple[str, ...]]) -> MemberKind:
    kind = str(entry["type"])
    value = entry["value"]
    if kind == "float":
        value = float(value)
    return MemberKind(kind, value, enums.get(str(entry.get("propertyType", "")), ()))


def cast(kind: str, written: str) -> Member:
    """A property's text as a value of the Tiled type ``kind``. Raises ValueError when it is none.

    >>> cast("bool", "true"), cast("float", "0.5"), cast("color", "#ff8a90a8")
    (True, 0.5, '#ff8a90a8')
    """
    if kind == "bool":
        if written not in ("true", "false"):
            raise ValueError(f'"{written}" is neither true nor false')
        return written == "true"
    if kind in ("int", "object"):
        if len(written) > 12:
            raise ValueError(f'"{written[:12]}..." is no whole number of a sensible size')
        return int(written)
    if kind == "float":
        value = float(written[:40])
        if not abs(value) < 1e9:
            raise ValueError(f'"{written}" is no number of a sensible size')
        return value
    if kind == "color" and written and not _COLOUR.match(written):
        raise ValueError(f'"{written}" is no colour: #AARRGGBB')
    return written


def convert(value: Member, kind: str) -> Member:
    """``value`` as a member of another Tiled type, where nothing is lost. Raises ValueError where something would be.

    >>> convert(8, "float"), convert("#ffffff", "color")
    (8.0, '#ffffff')
    """
    if kind in ("string", "file"):
        if isinstance(value, str):
            return value
        raise ValueError(f"{value!r} is no text")
    if isinstance(value, str):
        return cast(kind, value)
    if kind == "float" and not isinstance(value, bool):
        return float(value)
    if kind == "int" and isinstance(value, float) and value.is_integer():
        return int(value)
    if kind == "bool" and value in (0, 1):
        return bool(value)
    if kind == "int" and type(value) is int:
        return value
    raise ValueError(f"{value!r} is not a {kind}")
