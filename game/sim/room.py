"""Room: a map as plain data. content/tiled.py makes it from a .tmx; rules and looks only read it. All numbers are px.

Add a field here when a new Tiled class needs more than ``Thing.members`` can say.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from game.core.geometry import TILE, Box, Facing, Vec

Member = str | int | float | bool
FLIPS = 0xE000_0000
"""The top three bits of a gid: how the tile is flipped (Tiled's own numbers)."""


@dataclass(frozen=True)
class Picture:
    """How one tile or prop looks. ``source`` is relative to maps/; ``frames`` = (gid, ticks) of an animated one."""

    source: str
    box: Box
    prop: str = ""
    anchor: Vec = Vec(0, 0)  # frozen
    frames: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class TileLayer:
    """One layer of tiles: ``gids`` row by row, 0 = nothing, flips in the top bits."""

    name: str
    gids: tuple[int, ...]
    opacity: float = 1.0


@dataclass(frozen=True)
class Thing:
    """An object of the map, whatever its class. ``box`` is its picture or its area; for a point w = h = 0.

    ``foot`` is where it stands (a picture's anchor; the middle of an area; the point itself), by which it sorts.
    """

    id: int
    name: str
    kind: str
    layer: str
    box: Box
    foot: Vec
    members: Mapping[str, Member] = field(default_factory=dict)
    points: tuple[Vec, ...] = ()
    gid: int = 0
    solids: tuple[Box, ...] = ()

    def text(self, member: str, default: str = "") -> str:
        return str(self.members.get(member, default))

    def number(self, member: str, default: float = 0.0) -> float:
        return float(self.members.get(member, default))

    def flag(self, member: str, default: bool = False) -> bool:
        return bool(self.members.get(member, default))


@dataclass(frozen=True)
class Spawn:
    name: str
    at: Vec
    facing: Facing = Facing.DOWN


@dataclass(frozen=True)
class Camera:
    """A part of the map the camera stays in while she is there; the highest priority wins. ``lock``: it does not follow."""

    name: str
    box: Box
    priority: int = 0
    lock: bool = False


@dataclass(frozen=True)
class Area:
    """A room of the journal's map page. ``title`` is a text key under [area]."""

    name: str
    box: Box
    title: str


@dataclass(frozen=True)
class Surface:
    """What the floor is made of, for steps; the last one that holds the point wins. ``creaks``: no, soft or loud."""

    box: Box
    kind: str
    creaks: str = "no"
    if_flag: str = ""
    """It is there only while these hold: a puddle dries."""


@dataclass(frozen=True)
class Path:
    """A way to go. ``mode``: loop, pingpong or once; ``speed`` px/s; ``wait`` ticks at each point; ``offset`` s at its start."""

    name: str
    points: tuple[Vec, ...]
    mode: str = "once"
    speed: float = 60.0
    wait: int = 0
    offset: float = 0.0


@dataclass(frozen=True)
class Room:
    """A whole map. ``name`` is "real/flat_down"; sizes in tiles; colours are "#AARRGGBB" as in Tiled."""

    name: str
    side: str
    width: int
    height: int
    title: str = ""
    music: str = ""
    ambience: str = ""
    ambient: str = "#ff8a90a8"
    ambient_night: str = "#ff39415e"
    weather: str = "none"
    indoors: bool = True
    layers: tuple[TileLayer, ...] = ()
    pictures: Mapping[int, Picture] = field(default_factory=dict)
    walls: tuple[Box, ...] = ()
    slopes: tuple[tuple[Vec, ...], ...] = ()
    spawns: Mapping[str, Spawn] = field(default_factory=dict)
    first_spawn: str = ""
    cameras: tuple[Camera, ...] = ()
    areas: tuple[Area, ...] = ()
    surfaces: tuple[Surface, ...] = ()
    paths: Mapping[str, Path] = field(default_factory=dict)
    spots: Mapping[str, Thing] = field(default_factory=dict)
    things: tuple[Thing, ...] = ()

    @property
    def size(self) -> Vec:
        return Vec(self.width * TILE, self.height * TILE)

    def surface_at(self, x: float, y: float, holds: Callable[[str], bool] | None = None) -> Surface | None:
        """What lies uppermost there, as far as its flags are what ``holds`` knows of; without it, flags or no flags."""
        for s in reversed(self.surfaces):
            if s.box.holds(x, y) and (not s.if_flag or holds is None or holds(s.if_flag)):
                return s
        return None

    def area_at(self, x: float, y: float) -> Area | None:
        for a in self.areas:
            if a.box.holds(x, y):
                return a
        return None
