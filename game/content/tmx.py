"""The checking front door to maps: reads a .tmx without trusting it, mends what pytmx gets wrong, says what is wrong.

In: a file somebody drew. Out: a Draft with layers in drawing order, objects with templates, class defaults and tile
members filled in, and findings. content/tiled.py makes a Room of it, lint.py asks more. Codes: docs/maps.md.
"""

from __future__ import annotations

import base64
import binascii
import re
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from game.content.classes import REQUIRED, RESERVED, SHAPES, Classes, MemberKind, cast, convert
from game.content.finding import Notes
from game.content.shapes import area, bounds, crosses_itself
from game.content.tsx import Sheet, Tile, read_points, read_sheet
from game.content.xml import Folder, read_xml
from game.core.geometry import TILE, Box, Vec
from game.sim.room import FLIPS, Member

MOST_SIDE = 512
MOST_LAYERS = 32
MOST_SHEETS = 64
MOST_OBJECTS = 5000
MOST_POINTS = 500
FIRST_TILED = (1, 10)

ORDER = (
    "below/floor",
    "below/decor",
    "below/walls",
    "truth",
    "actors",
    "above/roof",
    "above/canopy",
    "collision",
    "logic",
    "lights",
    "notes",
)
"""Layers bottom to top. "truth" may be a tile layer and an object layer."""
TILES = frozenset(("below/floor", "below/decor", "below/walls", "truth", "above/roof", "above/canopy"))
OBJECTS = frozenset(("truth", "actors", "collision", "logic", "lights"))
NEEDED = ("below/floor", "below/walls", "actors", "collision", "logic")

_TMX_FIX = "in Map > Map Properties: "


@dataclass(frozen=True)
class Obj:
    """An object as it lies in the map, px. ``box``: its picture or area; w = h = 0 for a point.

    ``own`` = its own property list, ``members`` = that over its tile's and its class's. ``gid`` keeps the flips.
    """

    id: int
    name: str
    kind: str
    layer: str
    shape: str
    box: Box
    points: tuple[Vec, ...] = ()
    gid: int = 0
    own: Mapping[str, Member] = field(default_factory=dict)
    members: Mapping[str, Member] = field(default_factory=dict)
    is_hidden: bool = False


@dataclass(frozen=True)
class Layer:
    """A layer that the game knows. ``gids`` row by row for tiles, ``objects`` in drawing order for objects."""

    name: str
    opacity: float = 1.0
    is_hidden: bool = False
    gids: Sequence[int] = ()
    objects: tuple[Obj, ...] = ()


@dataclass
class Draft:
    """A map as read. Sizes in tiles. ``sheets``: (first gid, as written, file)."""

    file: str
    path: Path
    notes: Notes
    width: int = 0
    height: int = 0
    own: Mapping[str, Member] = field(default_factory=dict)
    members: Mapping[str, Member] = field(default_factory=dict)
    sheets: list[tuple[int, str, Path]] = field(default_factory=list)
    layers: list[Layer] = field(default_factory=list)
    tiles: dict[int, tuple[int, Sheet, Tile] | None] = field(default_factory=dict)
    is_read: bool = False

    @property
    def objects(self) -> list[Obj]:
        return [o for layer in self.layers for o in layer.objects]

    @property
    def name(self) -> str:
        """ "real/flat_down"."""
        return self.file.removesuffix(".tmx")


class Shelf:
    """Tilesets already read in this process, keyed by file, time and size."""

    def __init__(self) -> None:
        self._sheets: dict[tuple[str, int, int], Sheet] = {}

    def sheet(self, path: Path, folder: Folder) -> Sheet:
        stat = path.stat()
        key = (str(path), stat.st_mtime_ns, stat.st_size)
        if key not in self._sheets:
            for old in [k for k in self._sheets if k[0] == key[0]]:
                del self._sheets[old]
            self._sheets[key] = read_sheet(path, folder)
        return self._sheets[key]


class Reader:
    """Reads maps below one folder. Keeps tilesets and listings: make a new one after files changed."""

    def __init__(self, maps: Path, classes: Classes, shelf: Shelf | None = None) -> None:
        self.folder = Folder(maps)
        self.classes = classes
        self.shelf = shelf or Shelf()
        self._sheets: dict[Path, Sheet] = {}

    def read(self, path: Path) -> Draft:
        """Never raises for what the file holds: ask ``draft.is_read`` and ``draft.notes.found``."""
        notes = Notes(self.folder.name(path))
        draft = Draft(notes.file, path, notes)
        tree = read_xml(path, "map", notes)
        if tree is not None and self._head(tree, draft):
            _Body(self, draft).read(tree)
            draft.is_read = True
        return draft

    def tile(self, draft: Draft, gid: int) -> tuple[int, Sheet, Tile] | None:
        """(first gid, sheet, tile) of a gid, flips or not; None for 0 and for what no sheet holds."""
        real = gid & ~FLIPS
        if real not in draft.tiles:
            found = None
            first, path = next(((f, p) for f, _, p in reversed(draft.sheets) if real >= f), (0, None))
            if path:
                sheet = self.sheet(path)
                found = (first, sheet, sheet.get(real - first)) if sheet.holds(real - first) else None
            draft.tiles[real] = found
        return draft.tiles[real]

    def sheet(self, path: Path) -> Sheet:
        if path not in self._sheets:
            self._sheets[path] = self.shelf.sheet(path, self.folder)
        return self._sheets[path]

    def opened(self, draft: Draft) -> list[Sheet]:
        """The tilesets of the draft that something in it made us read."""
        return [self._sheets[path] for path in dict.fromkeys(p for _, _, p in draft.sheets) if path in self._sheets]

    def _head(self, tree: ElementTree.Element, draft: Draft) -> bool:
        notes = draft.notes
        before = len(notes.found)
        if tree.get("orientation", "orthogonal") != "orthogonal":
            notes.stop("E-format", f'orientation "{tree.get("orientation")}"', _TMX_FIX + "Orthogonal")
        if tree.get("infinite", "0") != "0":
            notes.stop("E-format", "an infinite map", _TMX_FIX + "clear Infinite")
        if tree.get("renderorder", "right-down") != "right-down":
            notes.error("E-format", f'render order "{tree.get("renderorder")}"', _TMX_FIX + "Right Down")
        for side in ("tilewidth", "tileheight"):
            if tree.get(side) != str(TILE):
                notes.stop("E-format", f'{side} "{tree.get(side)}"', f"{_TMX_FIX}{TILE} x {TILE} px")
        draft.width, draft.height = _side(tree, "width", notes), _side(tree, "height", notes)
        self._version(tree, notes)
        if tree.get("class", "Map") != "Map":
            notes.error("E-class", f'the map has the class "{tree.get("class")}"', _TMX_FIX + 'class "Map"')
        return len(notes.found) == before or not any(f.stops for f in notes.found)

    def _version(self, tree: ElementTree.Element, notes: Notes) -> None:
        for name in ("version", "tiledversion"):
            written = tree.get(name, "")
            found = re.match(r"(\d{1,4})\.(\d{1,4})", written)
            if written and found and (int(found[1]), int(found[2])) < FIRST_TILED:
                notes.warn(
                    "W-old-tiled",
                    f"{name} {written}: older than 1.10 and drops classes",
                    "save it with Tiled 1.10 or newer",
                )
                return


def _side(tree: ElementTree.Element, name: str, notes: Notes) -> int:
    try:
        value = int(tree.get(name, "")[:12])
    except ValueError:
        value = 0
    if not 1 <= value <= MOST_SIDE:
        notes.stop("E-size", f'{name} "{tree.get(name)}" tiles', f"a map is 1 to {MOST_SIDE} tiles a side")
        return 0
    return value


@dataclass(frozen=True)
class _Group:
    """What a layer inherits from the groups it lies in."""

    prefix: str = ""
    opacity: float = 1.0
    is_hidden: bool = False
    dx: float = 0.0
    dy: float = 0.0


class _Body:
    """One map being read."""

    def __init__(self, reader: Reader, draft: Draft) -> None:
        self.reader, self.draft, self.notes = reader, draft, draft.notes
        self.ids: dict[int, str] = {}
        self.seen: list[tuple[str, str]] = []
        self.count = 0
        self.known: set[int] = {0}
        self.templates: dict[str, tuple[ElementTree.Element, int] | None] = {}

    def read(self, tree: ElementTree.Element) -> None:
        self._sheets(tree)
        kinds = self.reader.classes.get("Map")
        own = self._properties(tree, "", 0, "the map", kinds.members if kinds else None)
        self.draft.own = own
        self.draft.members = {**(kinds.defaults if kinds else {}), **own}
        self._files("Map", self.draft.members, "", 0, "the map")
        if not own.get("side"):
            self.notes.error("E-prop", 'the map needs "side"', _TMX_FIX + "real, other or between")
        self._layers(tree, _Group(), 0)
        self._order()
        for sheet in self.reader.opened(self.draft):
            self.notes.found += [f for f in sheet.findings if f not in self.notes.found]

    # tilesets

    def _sheets(self, tree: ElementTree.Element) -> None:
        past = 0
        nodes = tree.findall("tileset")
        if len(nodes) > MOST_SHEETS:
            self.notes.stop("E-size", f"{len(nodes)} tilesets", f"at most {MOST_SHEETS}: remove those not used")
        for node in nodes[:MOST_SHEETS]:
            first = self._whole(node, "firstgid", 1, FLIPS & -FLIPS)
            if first is None:
                continue
            source = node.get("source")
            if source is None:
                name = node.get("name", "")
                self.notes.stop(
                    "E-format",
                    f'the tileset "{name}" is inside the map',
                    "in Tiled: Export Tileset (W-embedded-tileset)",
                )
                continue
            found, wrong, fix = self.reader.folder.find(source, self.draft.path.parent)
            if found is None:
                self.notes.stop("E-path", f"tileset {wrong}", fix)
                continue
            if not source.endswith(".tsx"):
                self.notes.stop("E-path", f'tileset "{source}" is no .tsx', "save the tileset as .tsx")
                continue
            if first <= past:
                self.notes.stop(
                    "E-gid",
                    f'the tileset "{source}" begins at {first}, inside the one before',
                    "remove and add the tileset again",
                )
            past = first
            self.draft.sheets.append((first, source, found))

    def _check_gids(self, gids: Sequence[int], layer: str) -> None:
        for gid in sorted(set(gids) - self.known):
            if gid & 0x1000_0000:
                self.notes.stop("E-gid", f"the tile number {gid} has a hexagonal turn", "erase the tile", layer)
            elif self.reader.tile(self.draft, gid) is None:
                where = next(i for i, g in enumerate(gids) if g == gid)
                at = f"at ({where % self.draft.width}, {where // self.draft.width})"
                self.notes.stop(
                    "E-gid",
                    f"the tile number {gid & ~FLIPS} {at} is in no tileset",
                    "erase the tile or add its tileset",
                    layer,
                )
            self.known.add(gid)

    # layers

    def _layers(self, parent: ElementTree.Element, group: _Group, depth: int) -> None:
        for node in parent:
            if node.tag not in ("layer", "objectgroup", "group", "imagelayer"):
                continue
            name = group.prefix + node.get("name", "")
            if len(self.seen) >= MOST_LAYERS:
                self.notes.stop("E-layer", f"more than {MOST_LAYERS} layers", "delete layers")
                return
            if node.tag == "group":
                if name == "notes":
                    continue
                if depth or name not in ("below", "above"):
                    self.notes.stop(
                        "E-layer", f'an unknown group "{name}"', "the groups are called below and above", name
                    )
                    continue
                self._layers(node, self._inherit(node, group, name + "/"), depth + 1)
                continue
            if name == "notes":
                continue
            kind = {"layer": TILES, "objectgroup": OBJECTS}.get(node.tag, frozenset())
            if name not in kind:
                self._unknown(node, name)
                continue
            if (name, node.tag) in self.seen:
                self.notes.stop("E-layer", "two layers of this name", "merge them or rename one", name)
                continue
            self.seen.append((name, node.tag))
            looks = self._inherit(node, group, "")
            if looks.is_hidden:
                self.notes.warn("W-hidden", "the layer is hidden", "click its eye in the Layers view", name)
            if node.tag == "layer":
                self._tiles(node, name, looks)
            else:
                self._objects(node, name, looks)

    def _unknown(self, node: ElementTree.Element, name: str) -> None:
        if name in TILES | OBJECTS:
            right = "tile" if name in TILES else "object"
            self.notes.stop("E-layer", f"not a {right} layer", f"make a new {right} layer of this name", name)
        elif node.tag == "imagelayer":
            self.notes.error("E-layer", "an image layer", "delete it: pictures are props", name)
        else:
            self.notes.stop("E-layer", "an unknown layer", "the layers are " + " ".join(ORDER), name)

    def _inherit(self, node: ElementTree.Element, group: _Group, prefix: str) -> _Group:
        name = group.prefix + node.get("name", "")
        for attribute in ("tintcolor", "parallaxx", "parallaxy", "mode"):
            if node.get(attribute) is not None:
                self.notes.warn(
                    "E-layer", f"{attribute} is not drawn in the game", "reset it in the layer's properties", name
                )
        return _Group(
            prefix,
            group.opacity * self._number(node, "opacity", 1.0, 0.0, 1.0, name),
            group.is_hidden or node.get("visible", "1") in ("0", "false"),
            group.dx + self._number(node, "offsetx", 0.0, -1e5, 1e5, name),
            group.dy + self._number(node, "offsety", 0.0, -1e5, 1e5, name),
        )

    def _order(self) -> None:
        names = [n for n, _ in self.seen]
        ranks = [ORDER.index(n) for n in names]
        for i in range(1, len(ranks)):
            if ranks[i] < ranks[i - 1]:
                self.notes.error(
                    "E-layer",
                    f'lies above "{names[i - 1]}"',
                    "the order is, bottom to top, " + " ".join(ORDER),
                    names[i],
                )
        for name in NEEDED:
            if name not in names:
                self.notes.stop("E-layer", f'the layer "{name}" is missing', "add it (Layer > New)")
        self.draft.layers.sort(key=lambda layer: ORDER.index(layer.name))

    # tiles

    def _tiles(self, node: ElementTree.Element, name: str, looks: _Group) -> None:
        w, h = self.draft.width, self.draft.height
        if node.get("width", str(w)) != str(w) or node.get("height", str(h)) != str(h):
            self.notes.stop(
                "E-size",
                f"{node.get('width')} x {node.get('height')} tiles, the map {w} x {h}",
                "resize the map in Tiled",
                name,
            )
            return
        if looks.dx or looks.dy:
            self.notes.stop("E-layer", "a tile layer off the grid", "set its offset to 0, 0", name)
        data = node.find("data")
        if data is None:
            self.notes.stop("E-size", "no tiles", "delete the layer and draw it again", name)
            return
        if data.find("chunk") is not None:
            self.notes.stop("E-format", "an infinite layer", _TMX_FIX + "clear Infinite", name)
            return
        gids = self._unpack(data, w * h, name)
        if gids is None:
            return
        if len(gids) != w * h:
            self.notes.stop(
                "E-size", f"{len(gids)} cells, not {w} x {h} = {w * h}", "take the last good version from git", name
            )
            return
        self._check_gids(gids, name)
        if not any(gids) and name in NEEDED:
            self.notes.warn("W-empty-layer", "no tile in it", "draw on it or leave it", name)
        self.draft.layers.append(Layer(name, looks.opacity, looks.is_hidden, gids))

    def _unpack(self, data: ElementTree.Element, cells: int, name: str) -> Sequence[int] | None:
        encoding, packing = data.get("encoding"), data.get("compression")
        text = data.text or ""
        if encoding == "csv":
            try:
                gids = [int(n) for n in text.split(",")] if text.strip() else []
            except ValueError:
                self.notes.stop(
                    "E-size", "something that is no number among the tiles", "take the last good version from git", name
                )
                return None
            if gids and not 0 <= min(gids) <= max(gids) < 1 << 32:
                self.notes.stop("E-gid", "a tile number out of range", "take the last good version from git", name)
                return None
            return gids
        if encoding != "base64" or packing not in (None, "", "zlib", "gzip"):
            self.notes.stop(
                "E-format",
                f"tiles written as {encoding} {packing or ''}".strip(),
                _TMX_FIX + "Tile Layer Format CSV",
                name,
            )
            return None
        self.notes.error(
            "E-format", "tiles written as base64, which nobody can compare", _TMX_FIX + "Tile Layer Format CSV", name
        )
        try:
            raw = base64.b64decode(text.strip())
            if packing:
                unpacker = zlib.decompressobj(31 if packing == "gzip" else 15)
                raw = unpacker.decompress(raw, cells * 4 + 4)
        except (binascii.Error, ValueError, zlib.error):
            self.notes.stop("E-size", "tiles that cannot be unpacked", "take the last good version from git", name)
            return None
        if len(raw) > cells * 4:
            self.notes.stop(
                "E-xml", "unpacks to more than the layer holds", "take the last good version from git", name
            )
            return None
        return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])

    # objects

    def _objects(self, node: ElementTree.Element, name: str, looks: _Group) -> None:
        objects: list[Obj] = []
        for o in node.findall("object"):
            self.count += 1
            if self.count > MOST_OBJECTS:
                self.notes.stop("E-size", f"more than {MOST_OBJECTS} objects", "delete some", name)
                break
            made = self._object(o, name, looks)
            if made:
                objects.append(made)
        self.draft.layers.append(Layer(name, looks.opacity, looks.is_hidden, (), tuple(objects)))

    def _object(self, node: ElementTree.Element, layer: str, looks: _Group) -> Obj | None:
        number = self._whole(node, "id", 1, 1 << 31, layer)
        if number is None:
            return None
        model, model_first = self._template(node, layer, number)
        inherited = dict(model.items()) if model is not None else {}
        inherited.pop("id", None)
        attributes = {**inherited, **dict(node.items())}
        name = attributes.get("name", "")
        if number in self.ids:
            self.notes.stop(
                "E-id",
                f'the id is also that of "{self.ids[number]}"',
                "cut and paste the object: it gets a new id",
                layer,
                number,
                name,
            )
        self.ids[number] = name
        gid = 0
        if "gid" in attributes:
            gid = self._gid(attributes["gid"], model_first if "gid" not in node.attrib else 0, layer, number, name)
            if not gid:
                return None
        kind = attributes.get("type") or attributes.get("class") or ""
        found = self.reader.tile(self.draft, gid) if gid else None
        tile = found[2] if found else None
        kind = kind or (tile.kind if tile else "")
        form = node if model is None or _shape(node) != "rect" else model
        shape = "tile" if gid else _shape(form)
        geometry = self._geometry(attributes, form, shape, tile, looks, (layer, number, name))
        if geometry is None:
            return None
        box, points = geometry
        own, members = self._members(node, model, kind, tile, (layer, number, name))
        if shape != "tile" and kind == "Prop" and "solid" not in own:
            members["solid"] = False
        self._check_class(kind, shape, (layer, number, name))
        self._required(kind, members, (layer, number, name))
        hidden = attributes.get("visible", "1") in ("0", "false")
        if hidden:
            self.notes.warn(
                "W-hidden",
                "the object is hidden",
                "click its eye in the Objects view, or use if_flag",
                layer,
                number,
                name,
            )
        return Obj(number, name, kind, layer, shape, box, points, gid, own, members, hidden or looks.is_hidden)

    def _gid(self, text: str, first: int, layer: str, number: int, name: str) -> int:
        try:
            gid = int(text[:12])
        except ValueError:
            gid = -1
        if first and gid > 0:
            gid += first - 1
        if not 0 < gid < 1 << 32 or gid & 0x1000_0000 or self.reader.tile(self.draft, gid) is None:
            self.notes.stop(
                "E-gid", f"its picture {text} is in no tileset", "choose its tile again", layer, number, name
            )
            return 0
        return gid

    def _geometry(
        self,
        attributes: Mapping[str, str],
        form: ElementTree.Element,
        shape: str,
        tile: Tile | None,
        looks: _Group,
        who: tuple[str, int, str],
    ) -> tuple[Box, tuple[Vec, ...]] | None:
        values: dict[str, float] = {}
        for key in ("x", "y", "width", "height", "rotation"):
            value = _float(attributes.get(key, "0"))
            if value is None:
                self.notes.stop(
                    "E-shape", f'{key} "{attributes[key]}" is no sensible number', "move or draw it again", *who
                )
                return None
            values[key] = value
        x, y, w, h = values["x"] + looks.dx, values["y"] + looks.dy, values["width"], values["height"]
        if values["rotation"] % 360:
            self.notes.error(
                "E-shape",
                "it is turned, and the game does not turn objects",
                "set its rotation to 0 (flip tiles, draw polygons)",
                *who,
            )
        if w < 0 or h < 0:
            self.notes.stop("E-shape", f"a size of {w:g} x {h:g}", "draw it again", *who)
            return None
        if shape == "tile":
            assert tile is not None
            w, h = w or tile.size[0], h or tile.size[1]
            if (w, h) != (float(tile.size[0]), float(tile.size[1])):
                self.notes.error(
                    "E-shape",
                    f"a picture of {tile.size[0]} x {tile.size[1]} stretched to {w:g} x {h:g}",
                    "right-click > Reset Tile Size",
                    *who,
                )
            return Box(x, y - h, w, h), ()
        if shape in ("polygon", "polyline"):
            return self._ring(form, shape, x, y, who)
        if shape == "text":
            self.notes.error("E-shape", "a text object is not shown in the game", "move it to the layer notes", *who)
            return None
        if shape == "point":
            return Box(x, y, 0, 0), ()
        if w == 0 or h == 0:
            self.notes.error("E-shape", "an area without size", "draw it as a rectangle, or use Insert Point", *who)
        return Box(x, y, w, h), ()

    def _ring(
        self, form: ElementTree.Element, shape: str, x: float, y: float, who: tuple[str, int, str]
    ) -> tuple[Box, tuple[Vec, ...]] | None:
        node = form.find(shape)
        points = read_points(node.get("points", "") if node is not None else "", x, y)
        least = 3 if shape == "polygon" else 2
        if points is None:
            self.notes.stop("E-shape", f"a {shape} with points that are no numbers", "draw it again", *who)
            return None
        if not least <= len(points) <= MOST_POINTS:
            self.notes.stop(
                "E-shape", f"a {shape} of {len(points)} points", f"draw it with {least} to {MOST_POINTS}", *who
            )
            return None
        if shape == "polygon" and area(points) == 0:
            self.notes.stop("E-shape", "a polygon without area", "draw it again", *who)
            return None
        if shape == "polygon" and crosses_itself(points):
            self.notes.stop("E-shape", "a polygon that crosses itself", "move its corners (Edit Polygons)", *who)
            return None
        return bounds(points), points

    def _check_class(self, kind: str, shape: str, who: tuple[str, int, str]) -> None:
        if not kind:
            self.notes.stop("E-class", "it has no class", "choose one in its properties", *who)
        elif kind not in self.reader.classes or kind == "Map":
            near = next((k for k in self.reader.classes if k.lower() == kind.lower()), "")
            self.notes.stop(
                "E-class",
                f'an unknown class "{kind}"',
                f'meant "{near}"?' if near else "choose one of the list in Tiled",
                *who,
            )
        elif shape not in SHAPES.get(kind, (shape,)):
            right = " or ".join(SHAPES[kind])
            self.notes.error("E-shape", f"a {kind} drawn as a {shape}", f"draw it as a {right}", *who)

    def _required(self, kind: str, members: Mapping[str, Member], who: tuple[str, int, str]) -> None:
        for wanted in REQUIRED.get(kind, ()):
            if not any(members.get(m) for m in wanted.split("|")):
                self.notes.error("E-prop", f'a {kind} needs "{wanted.replace("|", " or ")}"', "fill it in", *who)
        if kind == "Trigger" and members.get("beat") and members.get("script"):
            self.notes.error("E-prop", "a beat and a script", "a trigger starts one of them", *who)

    # templates

    def _template(self, node: ElementTree.Element, layer: str, number: int) -> tuple[ElementTree.Element | None, int]:
        """(the template's object, first gid of its tileset in this map); (None, 0) without one."""
        source = node.get("template")
        if source is None:
            return None, 0
        if source not in self.templates:
            self.templates[source] = self._read_template(source, layer, number)
        return self.templates[source] or (None, 0)

    def _read_template(self, source: str, layer: str, number: int) -> tuple[ElementTree.Element, int] | None:
        path, wrong, fix = self.reader.folder.find(source, self.draft.path.parent)
        if path is None:
            self.notes.stop("E-path", f"template {wrong}", fix, layer, number)
            return None
        if len(self.templates) > 200:
            self.notes.stop("E-size", "more than 200 templates", "use fewer", layer, number)
            return None
        tree = read_xml(path, "template", self.notes)
        model = tree.find("object") if tree is not None else None
        if tree is None or model is None:
            self.notes.stop(
                "E-xml", f'the template "{source}" holds no object', "make it again in Tiled", layer, number
            )
            return None
        first = 0
        sheet = tree.find("tileset")
        if model.get("gid") and sheet is not None:
            wanted, wrong, fix = self.reader.folder.find(sheet.get("source", ""), path.parent)
            if wanted is None:
                self.notes.stop("E-path", f'template "{source}": {wrong}', fix, layer, number)
                return None
            first = next((f for f, _, p in self.draft.sheets if p == wanted), 0)
            if not first:
                self.notes.stop(
                    "E-ref",
                    f'the template "{source}" needs the tileset "{wanted.name}"',
                    "add that tileset to the map",
                    layer,
                    number,
                )
                return None
        return model, first

    # members

    def _members(
        self,
        node: ElementTree.Element,
        model: ElementTree.Element | None,
        kind: str,
        tile: Tile | None,
        who: tuple[str, int, str],
    ) -> tuple[dict[str, Member], dict[str, Member]]:
        known = self.reader.classes.get(kind)
        kinds = known.members if known else None
        own = self._properties(model, *who, kinds) if model is not None else {}
        own.update(self._properties(node, *who, kinds))
        below: dict[str, Member] = dict(known.defaults) if known else {}
        if tile:
            below.update(tile.members)
            if kinds and "hangs" in kinds and tile.members.get("wall") is True:
                below["hangs"] = True
        members = {**below, **own}
        self._files(kind, members, *who)
        return own, members

    def _properties(
        self,
        node: ElementTree.Element,
        layer: str,
        number: int,
        name: str,
        kinds: Mapping[str, MemberKind] | None,
    ) -> dict[str, Member]:
        out: dict[str, Member] = {}
        for p in node.iterfind("properties/property"):
            member, kind = p.get("name", ""), p.get("type", "string")
            written = p.get("value")
            written = (p.text or "") if written is None else written
            if member in out:
                self.notes.error("E-prop", f'two members "{member}"', "delete one", layer, number, name)
            if member in RESERVED or not member:
                self.notes.error(
                    "E-prop",
                    f'"{member}" may not be the name of a member',
                    "rename it: Tiled uses it itself",
                    layer,
                    number,
                    name,
                )
                continue
            if kind not in ("string", "bool", "int", "float", "color", "file", "object"):
                self.notes.stop(
                    "E-prop",
                    f'"{member}" is of the type "{kind}"',
                    "use string, bool, int, float, color, file or object",
                    layer,
                    number,
                    name,
                )
                continue
            known = kinds.get(member) if kinds is not None else None
            if kinds is not None and known is None:
                near = " ".join(sorted(kinds)) or "none"
                self.notes.error(
                    "E-prop", f'an unknown member "{member}"', f"members of its class: {near}", layer, number, name
                )
            try:
                value = cast(kind, written)
                if known and known.type != kind:
                    right = convert(value, known.type)
                    if (known.type, kind) not in (
                        ("float", "int"),
                        ("int", "float"),
                        ("file", "string"),
                        ("color", "string"),
                    ):
                        self.notes.error(
                            "E-prop",
                            f'"{member}" is a {kind}, not a {known.type}',
                            f"delete it and let the class give it ({known.type})",
                            layer,
                            number,
                            name,
                        )
                    value = right
            except ValueError as error:
                self.notes.stop(
                    "E-prop",
                    f'"{member}": {error}',
                    f"a {known.type if known else kind} goes here",
                    layer,
                    number,
                    name,
                )
                continue
            if known and known.values and value not in known.values:
                self.notes.stop(
                    "E-prop", f'"{member}" is "{value}"', "one of " + " ".join(known.values), layer, number, name
                )
                continue
            out[member] = value
        return out

    def _files(self, kind: str, members: Mapping[str, Member], layer: str, number: int, name: str) -> None:
        """Files are written relative to the map; everybody else wants them relative to maps/, without .tmx."""
        known = self.reader.classes.get(kind)
        if known is None or not isinstance(members, dict):
            return
        for member in known.files:
            written = members.get(member)
            if not written:
                continue
            found, wrong, fix = self.reader.folder.find(str(written), self.draft.path.parent)
            if found is None:
                self.notes.error("E-path", f'"{member}": {wrong}', fix, layer, number, name)
                found = _plain_path(self.draft.path.parent, str(written))
            members[member] = self.reader.folder.name(found).removesuffix(".tmx")

    # numbers

    def _whole(self, node: ElementTree.Element, name: str, low: int, high: int, layer: str = "") -> int | None:
        try:
            value = int(node.get(name, "")[:12])
        except ValueError:
            value = low - 1
        if not low <= value <= high:
            self.notes.stop(
                "E-id" if name == "id" else "E-gid",
                f'<{node.tag}> with {name} "{node.get(name)}"',
                "a whole number above 0",
                layer,
            )
            return None
        return value

    def _number(
        self, node: ElementTree.Element, name: str, default: float, low: float, high: float, layer: str
    ) -> float:
        written = node.get(name)
        if written is None:
            return default
        value = _float(written)
        if value is None or not low <= value <= high:
            self.notes.stop("E-layer", f'{name} "{written}"', f"a number from {low:g} to {high:g}", layer)
            return default
        return value


def _plain_path(base: Path, written: str) -> Path:
    return base / written if len(written) < 500 and written.isprintable() else base / "nowhere"


def _float(text: str) -> float | None:
    try:
        value = float(text[:40])
    except ValueError:
        return None
    return value if abs(value) <= 1e6 else None


def _shape(node: ElementTree.Element) -> str:
    for shape in ("point", "ellipse", "polygon", "polyline", "text", "capsule"):
        if node.find(shape) is not None:
            return shape
    return "rect"
