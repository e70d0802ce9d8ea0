"""Tilesets (.tsx): what each tile looks like, what is solid on it, where a prop stands."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from game.content.classes import cast
from game.content.finding import Finding, Notes
from game.content.shapes import bounds
from game.content.xml import Folder, read_xml
from game.core.geometry import Box, Vec
from game.sim.room import Member

MOST_TILES = 20_000
TICKS_A_SECOND = 60


@dataclass(frozen=True)
class Tile:
    """One tile of a sheet, or one picture of a collection (then it has an ``image``). px from its top left corner."""

    kind: str = ""
    members: Mapping[str, Member] = field(default_factory=dict)
    solids: tuple[Box, ...] = ()
    rings: tuple[tuple[Vec, ...], ...] = ()
    frames: tuple[tuple[int, int], ...] = ()
    image: str = ""
    size: tuple[int, int] = (0, 0)

    @property
    def anchor(self) -> Vec:
        """Where it stands: foot_x from the left, foot_y from the lower edge; else the middle of the lower edge."""
        w, h = self.size
        return Vec(float(self.members.get("foot_x", w / 2)), h - float(self.members.get("foot_y", 0)))


@dataclass(frozen=True)
class Sheet:
    """A whole tileset. ``image`` and every tile's image are relative to the folder of all maps."""

    file: str
    name: str
    count: int
    columns: int
    tile: tuple[int, int]
    image: str
    size: tuple[int, int]
    tiles: Mapping[int, Tile]
    findings: tuple[Finding, ...] = ()

    def holds(self, local: int) -> bool:
        return local in self.tiles if not self.columns else 0 <= local < self.count

    def get(self, local: int) -> Tile:
        return self.tiles.get(local, _PLAIN)


_PLAIN = Tile()


def read_sheet(path: Path, folder: Folder) -> Sheet:
    """Never fails: what is wrong is in ``Sheet.findings``."""
    notes = Notes(folder.name(path))
    tree = read_xml(path, "tileset", notes)
    if tree is None:
        return Sheet(notes.file, path.stem, 0, 1, (32, 32), "", (0, 0), {}, tuple(notes.found))
    here = _Place(path, folder, notes)
    count = here.whole(tree, "tilecount", 0, MOST_TILES)
    columns = here.whole(tree, "columns", 0, 4096)
    tile = (here.whole(tree, "tilewidth", 1, 4096), here.whole(tree, "tileheight", 1, 4096))
    if here.whole(tree, "spacing", 0, 64, 0) or here.whole(tree, "margin", 0, 64, 0):
        notes.stop("E-format", "spacing or margin between tiles", "draw the sheet without gaps")
    image, size = here.image(tree)
    tiles: dict[int, Tile] = {}
    for node in tree.findall("tile"):
        local = here.whole(node, "id", 0, MOST_TILES)
        if local in tiles:
            notes.stop("E-id", f"two tiles with the number {local}", "delete one in a text editor")
        tiles[local] = _tile(node, here, tile)
    if not columns:
        count = max(count, len(tiles))
    return Sheet(
        notes.file, tree.get("name") or path.stem, count, columns, tile, image, size, tiles, tuple(notes.found)
    )


class _Place:
    """A .tsx being read."""

    def __init__(self, path: Path, folder: Folder, notes: Notes) -> None:
        self.path, self.folder, self.notes = path, folder, notes

    def whole(self, node: ElementTree.Element, name: str, low: int, high: int, default: int | None = None) -> int:
        text = node.get(name)
        if text is None and default is not None:
            return default
        try:
            value = int((text or "")[:12])
        except ValueError:
            value = low - 1
        if not low <= value <= high:
            self.notes.stop("E-format", f'<{node.tag}> {name}="{text}"', f"a whole number from {low} to {high}")
            return low
        return value

    def number(self, node: ElementTree.Element, name: str) -> float:
        try:
            value = float(node.get(name, "0")[:40])
        except ValueError:
            value = math.nan
        if not abs(value) <= 1e5:
            self.notes.stop("E-shape", f'a collision shape with {name}="{node.get(name)}"', "draw the shape again")
            return 0.0
        return value

    def image(self, node: ElementTree.Element) -> tuple[str, tuple[int, int]]:
        image = node.find("image")
        if image is None:
            return "", (0, 0)
        found, wrong, fix = self.folder.find(image.get("source", ""), self.path.parent)
        if found is None:
            self.notes.error("E-path", f"picture {wrong}", fix)
            found = self.path.parent / "missing.png"
        return self.folder.name(found), (
            self.whole(image, "width", 1, 8192),
            self.whole(image, "height", 1, 8192),
        )


def _tile(node: ElementTree.Element, here: _Place, size: tuple[int, int]) -> Tile:
    image, picture = here.image(node)
    members: dict[str, Member] = {}
    for p in node.iterfind("properties/property"):
        try:
            members[p.get("name", "")] = cast(p.get("type", "string"), p.get("value", p.text or ""))
        except ValueError as error:
            here.notes.stop(
                "E-prop", f"tile {node.get('id')}: {p.get('name')}: {error}", "mend it in the tileset editor"
            )
    for foot in ("foot_x", "foot_y"):
        if foot in members and (isinstance(members[foot], (bool, str))):
            here.notes.stop("E-prop", f"tile {node.get('id')}: {foot} is no number", "make it an int")
            del members[foot]
    boxes: list[Box] = []
    rings: list[tuple[Vec, ...]] = []
    for o in node.iterfind("objectgroup/object"):
        _collider(o, here, boxes, rings)
    frames = tuple(
        (
            here.whole(f, "tileid", 0, MOST_TILES),
            max(1, round(here.whole(f, "duration", 1, 600_000) * TICKS_A_SECOND / 1000)),
        )
        for f in node.iterfind("animation/frame")
    )
    kind = node.get("type") or node.get("class") or ""
    return Tile(kind, members, tuple(boxes), tuple(rings), frames, image, picture if image else size)


def _collider(o: ElementTree.Element, here: _Place, boxes: list[Box], rings: list[tuple[Vec, ...]]) -> None:
    x, y = here.number(o, "x"), here.number(o, "y")
    w, h = here.number(o, "width"), here.number(o, "height")
    if here.number(o, "rotation"):
        here.notes.stop("E-shape", "a turned collision shape", "draw it as a polygon")
        return
    polygon = o.find("polygon")
    if polygon is not None:
        ring = read_points(polygon.get("points", ""), x, y)
        if ring is None or len(ring) < 3 or len(ring) > 64:
            here.notes.stop("E-shape", "a collision polygon that cannot be read", "draw it again with 3 to 64 points")
        else:
            rings.append(ring)
    elif o.find("ellipse") is not None and w > 0 and h > 0:
        steps = (i * math.tau / 12 for i in range(12))
        rings.append(tuple(Vec(x + w / 2 * (1 + math.cos(a)), y + h / 2 * (1 + math.sin(a))) for a in steps))
    elif w > 0 and h > 0:
        boxes.append(Box(x, y, w, h))


def read_points(text: str, x: float, y: float) -> tuple[Vec, ...] | None:
    """Tiled's "0,0 32,0 ..." moved by (x, y), or None when it is no such list."""
    try:
        pairs = [p.split(",") for p in text[:60_000].split()]
        points = tuple(Vec(float(a) + x, float(b) + y) for a, b in pairs)
    except ValueError:
        return None
    return points if all(abs(p.x) <= 1e6 and abs(p.y) <= 1e6 for p in points) else None


def boxes_of(tile: Tile) -> tuple[Box, ...]:
    """What is solid on a tile, as boxes: for furniture, whose polygons count as the box round them."""
    return (*tile.solids, *(bounds(r) for r in tile.rings))
