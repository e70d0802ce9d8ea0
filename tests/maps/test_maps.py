"""The maps of the game themselves: nothing wrong, and Tiled reads them as we do."""

import os
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from game.content.lint import lint
from game.content.start import ALL_SCRIPTS
from game.content.tiled import load_room

ROOT = Path(__file__).resolve().parents[2]
MAPS = ROOT / "maps"
FILES = sorted(MAPS.rglob("*.tmx"))
NAMES = [p.relative_to(MAPS).with_suffix("").as_posix() for p in FILES]
TILED = shutil.which("tiled")
HEADLESS = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": "/tmp"}


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


@pytest.mark.skipif(not TILED, reason="Tiled is not installed: nobody but us has read the maps")
@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_tiled_opens_and_saves_it_the_same(path, tmp_path):
    """Tiled's own reading, saved again: the same tiles and objects. Its failures often exit 0: look at the file."""
    out = tmp_path / path.name
    command = [TILED, "--export-map", "tmx", str(path), str(out)]
    subprocess.run(command, env=HEADLESS, timeout=60, capture_output=True, check=True)
    mine, its = ET.parse(path).getroot(), ET.parse(out).getroot()
    assert _cells(mine) == _cells(its)
    assert _objects(mine) == _objects(its)


def _names(tree):
    """gid -> "props:17": exporting renumbers the tilesets."""
    sheets = sorted((int(s.get("firstgid")), Path(s.get("source")).stem) for s in tree.iter("tileset"))

    def name(gid):
        first, sheet = max((s for s in sheets if s[0] <= gid & 0x1FFF_FFFF), default=(0, ""))
        return f"{sheet}:{(gid & 0x1FFF_FFFF) - first}:{gid >> 29}" if gid else ""

    return name


def _cells(tree):
    name = _names(tree)
    return {n.get("name"): [name(int(g)) for g in (n.findtext("data") or "").split(",")] for n in tree.iter("layer")}


def _objects(tree):
    name = _names(tree)
    numbers = ("x", "y", "width", "height")
    return {
        o.get("id"): (o.get("name", ""), name(int(o.get("gid", 0))), *(round(float(o.get(k, 0)), 3) for k in numbers))
        for o in tree.iter("object")
    }
