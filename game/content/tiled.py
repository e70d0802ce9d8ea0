"""A Tiled map as a Room. The only file that speaks pytmx.

tmx.py reads and checks first (pytmx trusts everything). pytmx then numbers the tiles and cuts the sheets; objects come
from tmx.py, because pytmx loses their templates, their classes' defaults and their shapes. No display is needed.
To make a new class reach the rules as more than a Thing: add a field to Room and a line to _CLASSES here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path as File
from xml.etree import ElementTree

import pytmx

from game.content.classes import PROJECT, Classes, read_classes
from game.content.collision import ACROSS, DIAGONAL, DOWN, flipped_point, foot_of, solid_tiles, solids_of
from game.content.finding import MapError, Notes
from game.content.shapes import convex_pieces, merge
from game.content.tmx import Draft, Layer, Obj, Reader, Shelf
from game.content.tsx import Tile
from game.core.geometry import TILE, Box, Facing, Vec
from game.sim.room import FLIPS, Area, Camera, Path, Picture, Room, Spawn, Surface, Thing, TileLayer

KEPT_ROOMS = 12

_SHELF = Shelf()
"""Tilesets read so far: only a memory of files, keyed by their time and size."""


def load_room(name: str, maps: File) -> Room:
    """The room ``name``, e.g. "real/flat_down", of the folder ``maps``. Equal files give the same Room object.

    Raises MapError (with every reason in it) when the map is missing or cannot be played.
    """
    path = maps / f"{name}.tmx"
    return _load(name, maps, path, _stamp(path), _stamp(maps / PROJECT))


def _stamp(path: File) -> tuple[int, int]:
    try:
        stat = path.stat()
    except (OSError, ValueError):
        return 0, 0
    return stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=KEPT_ROOMS * 4)
def _classes(maps: File, stamp: tuple[int, int]) -> Classes:
    return read_classes(maps)


@dataclass
class _Kept:
    """A room and the files it was made of."""

    room: Room
    stamps: Mapping[File, tuple[int, int]]


_ROOMS: dict[tuple[str, str], _Kept] = {}


def _load(name: str, maps: File, path: File, stamp: tuple[int, int], project: tuple[int, int]) -> Room:
    kept = _ROOMS.get((str(maps), name))
    if kept and all(_stamp(file) == was for file, was in kept.stamps.items()):
        return kept.room
    try:
        classes = _classes(maps, project)
    except ValueError as error:
        notes = Notes(PROJECT)
        raise MapError([notes.stop("E-class", str(error), "take it from git")]) from None
    reader = Reader(maps, classes, _SHELF)
    draft = reader.read(path)
    stops = [f for f in draft.notes.found if f.stops]
    if stops:
        raise MapError(stops)
    room = make_room(draft, reader, name)
    files = [path, maps / PROJECT, *(f for _, _, f in draft.sheets)]
    while len(_ROOMS) >= KEPT_ROOMS:
        del _ROOMS[next(iter(_ROOMS))]
    _ROOMS[str(maps), name] = _Kept(room, {**{f: _stamp(f) for f in files}, path: stamp})
    return room


def make_room(draft: Draft, reader: Reader, name: str) -> Room:
    """The Room of a draft that nothing stops."""
    used = _used_gids(draft, reader)
    tiled = _through_pytmx(draft, reader, used)
    made = _Made(draft, reader)
    for layer in draft.layers:
        for o in layer.objects:
            made.take(o)
    walls, slopes = solid_tiles(draft, reader)
    pictures = _pictures(tiled, draft, reader, used)
    own = draft.members
    word = {k: str(v) for k, v in own.items()}
    return Room(
        name=name,
        side=word.get("side", "real"),
        width=draft.width,
        height=draft.height,
        title=word.get("title", ""),
        music=word.get("music", ""),
        ambience=word.get("ambience", ""),
        ambient=word.get("ambient") or Room.ambient,
        ambient_night=word.get("ambient_night") or Room.ambient_night,
        weather=word.get("weather", "none"),
        indoors=bool(own.get("indoors", True)),
        layers=tuple(_tile_layers(tiled, draft)),
        pictures=pictures,
        walls=merge([*walls, *made.walls]),
        slopes=(*slopes, *made.slopes),
        spawns=made.spawns,
        first_spawn=made.first_spawn or next(iter(made.spawns), ""),
        cameras=tuple(made.cameras),
        areas=tuple(made.areas),
        surfaces=(*made.surfaces, *puddles(made.things, pictures)),
        paths=made.paths,
        spots=made.spots,
        things=tuple(made.things),
    )


# ---- pytmx: tiles and pictures


def _through_pytmx(draft: Draft, reader: Reader, used: set[int]) -> pytmx.TiledMap:
    """A TiledMap of the checked tile layers. Sheets go inline and without colliders, which pytmx takes for layers."""
    size = {"width": str(draft.width), "height": str(draft.height)}
    tree = ElementTree.Element("map", {"tilewidth": str(TILE), "tileheight": str(TILE), **size})
    owners = {g: (reader.tile(draft, g) or (0,))[0] for g in used}
    for first, _, file in draft.sheets:
        locals_used = sorted(g - first for g in used if owners[g] == first)
        if not locals_used:
            continue
        sheet = reader.sheet(file)
        node = ElementTree.SubElement(
            tree,
            "tileset",
            {
                "firstgid": str(first),
                "name": sheet.name,
                "tilewidth": str(sheet.tile[0]),
                "tileheight": str(sheet.tile[1]),
                "tilecount": str(sheet.count),
                "columns": str(sheet.columns),
            },
        )
        if sheet.image:
            ElementTree.SubElement(node, "image", _image(sheet.image, sheet.size))
        else:
            for local in locals_used:
                tile = sheet.get(local)
                child = ElementTree.SubElement(node, "tile", {"id": str(local)})
                ElementTree.SubElement(child, "image", _image(tile.image, tile.size))
    for number, layer in enumerate(_drawn(draft), 1):
        node = ElementTree.SubElement(tree, "layer", {"id": str(number), "name": layer.name, **size})
        ElementTree.SubElement(node, "data", {"encoding": "csv"}).text = ",".join(map(str, layer.gids))
    tiled = pytmx.TiledMap(load_all=False, allow_duplicate_names=True)
    tiled.filename = ""
    for gid in sorted(used):
        tiled.register_gid(gid)  # pytmx's own way (optional_gids) forgets tiles that only an animation shows
    tiled.parse_xml(tree)
    return tiled


def _image(source: str, size: tuple[int, int]) -> dict[str, str]:
    return {"source": source, "width": str(size[0]), "height": str(size[1])}


def _shown(draft: Draft) -> list[Layer]:
    return [layer for layer in draft.layers if layer.gids and not layer.is_hidden]


def _drawn(draft: Draft) -> list[Layer]:
    """Those with a tile in them: pytmx takes as long for an empty one."""
    return [layer for layer in _shown(draft) if any(layer.gids)]


def _used_gids(draft: Draft, reader: Reader) -> set[int]:
    """Every gid without flips, of tiles and objects, and the frames they change into."""
    used = {g & ~FLIPS for layer in draft.layers for g in set(layer.gids)} | {o.gid & ~FLIPS for o in draft.objects}
    used.discard(0)
    for gid in sorted(used):
        found = reader.tile(draft, gid)
        if found:
            used.update(found[0] + local for local, _ in found[2].frames if found[1].holds(local))
    return used


def _tile_layers(tiled: pytmx.TiledMap, draft: Draft) -> Iterable[TileLayer]:
    """pytmx numbers tiles anew: back to Tiled's numbers, flips in the top bits."""
    raw = {0: 0}
    for gid, variants in tiled.gidmap.items():
        for own, flags in variants:
            bits = sum(bit for bit, on in zip((ACROSS, DOWN, DIAGONAL), flags or ()) if on)
            raw[own] = gid | bits
    read = iter(tiled.layers)
    for layer in _shown(draft):
        gids = tuple(raw[own] for row in next(read).data for own in row) if any(layer.gids) else tuple(layer.gids)
        yield TileLayer(layer.name, gids, layer.opacity)


def _pictures(tiled: pytmx.TiledMap, draft: Draft, reader: Reader, used: set[int]) -> dict[int, Picture]:
    out: dict[int, Picture] = {}
    for gid in sorted(used):
        first, sheet, tile = reader.tile(draft, gid) or (0, None, Tile())
        source, rect = "", None
        for own, _ in tiled.gidmap.get(gid, ()):
            if tiled.images[own]:
                source, rect, _ = tiled.images[own]
                break
        if sheet is None or not source:
            continue
        box = Box(*rect) if rect else Box(0, 0, *tile.size)
        frames = tuple((first + local, ticks) for local, ticks in tile.frames if sheet.holds(local))
        prop, anchor = ("", Vec(0, 0)) if sheet.columns else (source.rpartition("/")[2].rpartition(".")[0], tile.anchor)
        out[gid] = Picture(source, box, prop, anchor, frames)
    for o in draft.objects:
        if o.gid & FLIPS and o.gid & ~FLIPS in out:
            p = out[o.gid & ~FLIPS]
            out[o.gid] = Picture(p.source, p.box, p.prop, flipped_point(p.anchor, p.box.w, p.box.h, o.gid), p.frames)
    return out


def puddles(things: Sequence[Thing], pictures: Mapping[int, Picture]) -> list[Surface]:
    """The floor is wet where a picture of a puddle lies on it."""
    found = []
    for thing in things:
        picture = pictures.get(thing.gid & ~FLIPS) if thing.kind == "Prop" and thing.gid else None
        if picture is not None and "puddle" in picture.prop:
            b = thing.box
            wet = Box(b.x + b.w * 0.14, b.y + b.h * 0.1, b.w * 0.72, b.h * 0.8)
            found.append(Surface(wet, "puddle", if_flag=thing.text("if_flag")))
    return found


# ---- objects


@dataclass
class _Made:
    """What the objects have become so far."""

    draft: Draft
    reader: Reader
    walls: list[Box] = field(default_factory=list)
    slopes: list[tuple[Vec, ...]] = field(default_factory=list)
    spawns: dict[str, Spawn] = field(default_factory=dict)
    first_spawn: str = ""
    cameras: list[Camera] = field(default_factory=list)
    areas: list[Area] = field(default_factory=list)
    surfaces: list[Surface] = field(default_factory=list)
    paths: dict[str, Path] = field(default_factory=dict)
    spots: dict[str, Thing] = field(default_factory=dict)
    things: list[Thing] = field(default_factory=list)

    def take(self, o: Obj) -> None:
        if o.is_hidden and o.layer == "actors":
            return
        thing = make_thing(o, self.reader, self.draft)
        if o.kind == "Solid" and not thing.text("if_flag"):
            if o.points:
                self.slopes += convex_pieces(o.points)
            else:
                self.walls.append(o.box)
        elif o.kind in _CLASSES:
            _CLASSES[o.kind](self, thing)
        else:
            self.things.append(thing)

    def spawn(self, thing: Thing) -> None:
        self.spawns[thing.name] = Spawn(thing.name, thing.foot, Facing(thing.text("facing", "down")))
        if thing.flag("default") and not self.first_spawn:
            self.first_spawn = thing.name

    def camera(self, thing: Thing) -> None:
        self.cameras.append(Camera(thing.name, thing.box, int(thing.number("priority")), thing.flag("lock")))

    def area(self, thing: Thing) -> None:
        self.areas.append(Area(thing.name, thing.box, thing.text("title")))

    def surface(self, thing: Thing) -> None:
        self.surfaces.append(Surface(thing.box, thing.text("kind", "wood"), thing.text("creaks", "no")))

    def path(self, thing: Thing) -> None:
        mode, speed, wait = thing.text("mode", "once"), thing.number("speed", 60.0), int(thing.number("wait"))
        self.paths[thing.name] = Path(thing.name, thing.points, mode, speed, wait, thing.number("offset"))

    def spot(self, thing: Thing) -> None:
        self.spots[thing.name] = thing


_CLASSES: Mapping[str, Callable[[_Made, Thing], None]] = {
    "Spawn": _Made.spawn,
    "Camera": _Made.camera,
    "Area": _Made.area,
    "Surface": _Made.surface,
    "Path": _Made.path,
    "Spot": _Made.spot,
}
"""Classes with a place of their own in Room; all others are Room.things."""


def make_thing(o: Obj, reader: Reader, draft: Draft) -> Thing:
    """An object as the rules see it: ``solids`` in map px, ``foot`` where it stands."""
    foot, solids = foot_of(o, reader, draft), tuple(solids_of(o, reader, draft))
    return Thing(o.id, o.name, o.kind, o.layer, o.box, foot, dict(o.members), o.points, o.gid, solids)
