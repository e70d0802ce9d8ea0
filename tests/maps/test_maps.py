"""The maps of the game themselves: nothing wrong, and Tiled reads them as we do."""

import json
import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from game.content.lint import lint
from game.content.start import ALL_SCRIPTS, playable_beats
from game.content.tiled import load_room
from game.sim.story import BEAT

ROOT = Path(__file__).resolve().parents[2]
MAPS = ROOT / "maps"
FILES = sorted(MAPS.rglob("*.tmx"))
NAMES = [p.relative_to(MAPS).with_suffix("").as_posix() for p in FILES]
TILED = shutil.which("tiled")


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_nothing_is_wrong(path):
    assert [str(f) for f in lint([path], MAPS, ROOT / "assets", ALL_SCRIPTS)] == []


def test_worlds_and_tilesets():
    others = [p for p in MAPS.rglob("*") if p.suffix in (".tsx", ".world")]
    assert others
    assert [str(f) for f in lint(others, MAPS, ROOT / "assets")] == []


@pytest.mark.parametrize("name", NAMES)
def test_it_loads_with_a_floor_to_stand_on(name):
    room = load_room(name, MAPS)
    assert room.first_spawn and room.layers[0].name == "below/floor"
    for spawn in room.spawns.values():
        assert all(w.distance(spawn.at.x, spawn.at.y) >= 7 for w in room.walls), spawn.name
    used = {g & 0x1FFF_FFFF for layer in room.layers for g in layer.gids if g}
    assert used <= set(room.pictures)
    assert all((MAPS / p.source).is_file() for p in room.pictures.values())


def test_every_side_has_its_maps():
    """Were a folder not found, everything here would pass by asking nothing."""
    assert {"real", "other", "between"} <= {name.partition("/")[0] for name in NAMES}
    assert {BEAT[beat].map for beat in playable_beats()} <= set(NAMES)


@pytest.mark.skipif(not TILED, reason="Tiled is not installed: nobody but us has read the maps")
@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_tiled_opens_it_and_reads_what_we_read(path, tmp_path):
    """Tiled's own reading, exported: the same layers, tiles, objects and members. Its failures often exit 0: look at the file.

    Each run has a home of its own: Tiled writes its settings when it goes, and several run at once.
    """
    out = tmp_path / "exported.json"
    homes = {
        k: str(tmp_path) for k in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR")
    }
    command = [TILED, "--export-map", "json", str(path), str(out)]
    ran = subprocess.run(
        command,
        env=os.environ | homes | {"QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    assert ran.returncode == 0 and out.is_file(), ran.stderr
    mine, its = ET.parse(path).getroot(), json.loads(out.read_text(encoding="utf-8"))
    assert (its["width"], its["height"]) == (int(mine.get("width")), int(mine.get("height")))
    assert _members_of_ours(mine, path.parent) == _members_of_tiled(its, tmp_path)
    assert _layers_of_ours(mine, path.parent) == _layers_of_tiled(its, tmp_path)


def _namer(sheets):
    """gid -> "props:17": exporting renumbers the tilesets. ``sheets``: (first gid, file)."""
    known = sorted((int(first), Path(source).stem) for first, source in sheets)

    def name(gid):
        first, sheet = max((s for s in known if s[0] <= gid & 0x1FFF_FFFF), default=(0, ""))
        return f"{sheet}:{(gid & 0x1FFF_FFFF) - first}:{gid >> 29}" if gid else ""

    return name


def _value(value, kind, folder):
    """A member's value as one thing to compare: files as where they lie, numbers as numbers."""
    if kind == "file":
        return os.path.normpath(folder / str(value)) if value else ""
    if kind in ("int", "float", "object"):
        return round(float(value), 3)
    return str(value).lower() if kind == "bool" else str(value)


def _members_of_ours(node, folder):
    found = node.findall("properties/property")
    return {p.get("name"): _value(p.get("value", p.text or ""), p.get("type", "string"), folder) for p in found}


def _members_of_tiled(node, folder):
    return {p["name"]: _value(p["value"], p["type"], folder) for p in node.get("properties", ())}


def _layers_of_ours(tree, folder):
    """[(kind, name, is visible, tiles or objects)], groups taken apart in their place."""
    name = _namer((s.get("firstgid"), s.get("source")) for s in tree.findall("tileset"))
    out = []

    def read(parent):
        for node in parent:
            if node.tag not in ("layer", "objectgroup", "group"):
                continue
            inside = []
            if node.tag == "layer":
                inside = [name(int(gid)) for gid in (node.findtext("data") or "").split(",")]
            elif node.tag == "objectgroup":
                inside = sorted(_object_of_ours(o, name, folder) for o in node.findall("object"))
            out.append((node.tag, node.get("name"), node.get("visible", "1") == "1", inside))
            if node.tag == "group":
                read(node)

    read(tree)
    return out


def _object_of_ours(o, name, folder):
    shape = next((k for k in ("point", "ellipse", "polygon", "polyline") if o.find(k) is not None), "")
    points = [tuple(map(float, xy.split(","))) for n in o if n.get("points") for xy in n.get("points").split()]
    box = [round(float(o.get(k, 0)), 3) for k in ("x", "y", "width", "height")]
    told = (o.get("name", ""), o.get("type", o.get("class", "")), o.get("visible", "1") == "1")
    return int(o.get("id")), told, name(int(o.get("gid", 0))), box, shape, points, _members_of_ours(o, folder)


def _layers_of_tiled(tree, folder):
    name = _namer((s["firstgid"], s["source"]) for s in tree["tilesets"])
    kinds = {"tilelayer": "layer"}
    out = []

    def read(layers):
        for one in layers:
            inside = []
            if one["type"] == "tilelayer":
                inside = [name(gid) for gid in one["data"]]
            elif one["type"] == "objectgroup":
                inside = sorted(_object_of_tiled(o, name, folder) for o in one["objects"])
            out.append((kinds.get(one["type"], one["type"]), one["name"], one["visible"], inside))
            read(one.get("layers", ()))

    read(tree["layers"])
    return out


def _object_of_tiled(o, name, folder):
    shape = next((k for k in ("point", "ellipse", "polygon", "polyline") if k in o), "")
    points = [(float(p["x"]), float(p["y"])) for p in o.get("polygon", o.get("polyline", ()))]
    box = [round(float(o[k]), 3) for k in ("x", "y", "width", "height")]
    told = (o["name"], o.get("type", o.get("class", "")), o["visible"])
    return o["id"], told, name(o.get("gid", 0)), box, shape, points, _members_of_tiled(o, folder)
