"""A small good project, drawn into a folder by the tests: two rooms, two tilesets, words. Broken maps are this with one text replaced."""
# ruff: noqa: E501 (maps are written as Tiled writes them: long lines)

import shutil
import struct
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
W, H = 12, 9


def png(width, height):
    """A grey picture as the bytes of a PNG file."""

    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def csv(rows):
    """Rows of letters as tiles: . nothing, f floor, # wall, h half a wall, / slope, w water (animated)."""
    numbers = {".": 0, "f": 1, "#": 2, "h": 3, "/": 4, "w": 5}
    return ",\n".join(",".join(str(numbers[c]) for c in row) for row in rows)


FLOOR = csv(["f" * W] * H)
NOTHING = csv(["." * W] * H)
WALLS = csv(["#" * W, *["#" + "." * (W - 2) + "#"] * (H - 2), "#" * W])

HOUSE = """<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.10.2" name="house" tilewidth="32" tileheight="32" tilecount="16" columns="4">
 <image source="house.png" width="128" height="128"/>
 <tile id="1"><objectgroup><object id="1" x="0" y="0" width="32" height="32"/></objectgroup></tile>
 <tile id="2"><objectgroup><object id="1" x="0" y="0" width="32" height="10"/></objectgroup></tile>
 <tile id="3"><objectgroup><object id="1" x="0" y="32"><polygon points="0,0 32,0 32,-32"/></object></objectgroup></tile>
 <tile id="4"><animation><frame tileid="4" duration="250"/><frame tileid="5" duration="500"/></animation></tile>
</tileset>
"""
PROPS = """<?xml version="1.0" encoding="UTF-8"?>
<tileset version="1.10" tiledversion="1.10.2" name="props" tilewidth="40" tileheight="60" tilecount="2" columns="0" objectalignment="bottomleft">
 <grid orientation="orthogonal" width="1" height="1"/>
 <tile id="0" type="Prop">
  <properties><property name="foot_x" type="int" value="12"/><property name="foot_y" type="int" value="10"/></properties>
  <image width="40" height="60" source="props/chair.png"/>
  <objectgroup><object id="1" x="4" y="40" width="20" height="12"/></objectgroup>
 </tile>
 <tile id="7" type="Prop">
  <properties><property name="wall" type="bool" value="true"/></properties>
  <image width="20" height="20" source="props/clock.png"/>
 </tile>
</tileset>
"""
BOX = """<?xml version="1.0" encoding="UTF-8"?>
<template>
 <tileset firstgid="1" source="../tilesets/real/props.tsx"/>
 <object name="box" type="Push" gid="1" width="40" height="60">
  <properties><property name="mass" type="float" value="12"/><property name="kind" value="crate"/></properties>
 </object>
</template>
"""


def layer(name, number, cells, more=""):
    return (
        f'<layer id="{number}" name="{name}" width="{W}" height="{H}"{more}>\n'
        f'<data encoding="csv">\n{cells}\n</data></layer>\n'
    )


OBJECTS = """ <objectgroup id="5" name="actors">
  <object id="1" name="chair" type="Prop" gid="8001" x="128" y="160" width="40" height="60">
   <properties><property name="text" value="chair"/></properties></object>
  <object id="2" name="clock" gid="8008" x="200" y="40" width="20" height="20"/>
 </objectgroup>
 <group id="15" name="above">
ROOF </group>
 <objectgroup id="6" name="collision">
  <object id="3" name="post" type="Solid" x="256" y="96" width="16" height="16"/>
  <object id="4" name="corner" type="Solid" x="32" y="224"><polygon points="0,0 32,32 0,32"/></object>
 </objectgroup>
 <objectgroup id="7" name="logic">
  <object id="10" name="start" type="Spawn" x="80" y="80"><properties>
   <property name="default" type="bool" value="true"/><property name="facing" value="right"/></properties><point/></object>
  <object id="11" name="from_next" type="Spawn" x="300" y="200"><point/></object>
  <object id="12" name="to_next" type="Door" x="320" y="192" width="32" height="64"><properties>
   <property name="target_map" type="file" value="next.tmx"/><property name="target_spawn" value="start"/>
   <property name="facing" value="right"/><property name="kind" value="edge"/></properties></object>
  <object id="13" name="see_all" type="Camera" x="0" y="0" width="384" height="288"/>
  <object id="14" name="tour" type="Path" x="64" y="64"><properties>
   <property name="mode" value="loop"/></properties><polyline points="0,0 64,0 64,64"/></object>
  <object id="15" name="mel" type="Npc" x="160" y="200"><properties>
   <property name="actor" value="mel"/><property name="path" value="tour"/></properties><point/></object>
  <object id="16" name="kitchen" type="Area" x="32" y="32" width="320" height="224"><properties>
   <property name="title" value="kitchen"/></properties></object>
  <object id="17" name="rug" type="Surface" x="64" y="64" width="64" height="32"><properties>
   <property name="kind" value="carpet"/></properties></object>
  <object id="18" name="ring" type="Trigger" x="96" y="192" width="32" height="32"><properties>
   <property name="script" value="peel"/><property name="if_flag" value="arrival, !ignored"/></properties></object>
  <object id="19" name="corner_spot" type="Spot" x="64" y="128"><point/></object>
  <object id="20" name="look_wall" type="Prop" x="64" y="0" width="64" height="32"><properties>
   <property name="text" value="wall"/></properties></object>
  <object id="21" name="secret" type="Truth" x="224" y="64" width="32" height="32"><properties>
   <property name="reveals" type="object" value="2"/></properties></object>
 </objectgroup>
 <objectgroup id="8" name="lights">
  <object id="30" name="lamp" type="Light" x="128" y="64"><properties>
   <property name="radius" type="float" value="96"/></properties><point/></object>
 </objectgroup>
 <layer id="9" name="notes" width="1" height="1"><data encoding="csv">99</data></layer>
</map>
"""
GOOD = (
    f"""<?xml version="1.0" encoding="UTF-8"?>
<map version="1.10" tiledversion="1.10.2" class="Map" orientation="orthogonal" renderorder="right-down" width="{W}" height="{H}" tilewidth="32" tileheight="32" infinite="0" nextlayerid="20" nextobjectid="40">
 <properties>
  <property name="side" value="real"/>
  <property name="ambient" type="color" value="#ff112233"/>
 </properties>
 <tileset firstgid="1" source="../tilesets/real/house.tsx"/>
 <tileset firstgid="8001" source="../tilesets/real/props.tsx"/>
 <group id="1" name="below">
"""
    + layer("floor", 2, FLOOR)
    + layer("decor", 3, NOTHING)
    + layer("walls", 4, WALLS)
    + " </group>\n"
    + OBJECTS.replace("ROOF", layer("roof", 12, NOTHING))
)
NEXT = GOOD.replace('value="next.tmx"', 'value="room.tmx"').replace(
    '"target_spawn" value="start"', '"target_spawn" value="from_next"'
)
WORDS = """[area]
kitchen = "Kitchen"
[things.room.real]
chair = "A chair."
wall = "A wall."
[things.next.real]
chair = "A chair."
wall = "A wall."
[doll]
chair = "On the chair."
[journal.items]
key = "A key."
"""


def draw_project(folder, room=GOOD):
    """Writes the project; returns (folder of maps, folder of assets, path of real/room.tmx)."""
    maps, assets = Path(folder) / "maps", Path(folder) / "assets"
    props = maps / "tilesets/real/props"
    for made in (props, maps / "real", maps / "templates", assets / "text", assets / "art/actors"):
        made.mkdir(parents=True)
    shutil.copy(ROOT / "maps/pink_palace.tiled-project", maps)
    (maps / "tilesets/real/house.tsx").write_text(HOUSE)
    (maps / "tilesets/real/house.png").write_bytes(png(128, 128))
    (maps / "tilesets/real/props.tsx").write_text(PROPS)
    (props / "chair.png").write_bytes(png(40, 60))
    (props / "clock.png").write_bytes(png(20, 20))
    (maps / "templates/box.tx").write_text(BOX)
    (maps / "real/next.tmx").write_text(NEXT)
    (assets / "text/en.toml").write_text(WORDS)
    (assets / "art/actors/mel.json").write_text("{}")
    path = maps / "real/room.tmx"
    if isinstance(room, bytes):
        path.write_bytes(room)
    else:
        path.write_text(room)
    return maps, assets, path


def changed(old, new, text=GOOD):
    """The good map with one thing different. Fails when ``old`` is not there once."""
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in the map"
    return text.replace(old, new)


def with_object(xml, group="logic"):
    """The good map with one object more."""
    return changed(f'name="{group}">\n', f'name="{group}">\n{xml}\n')
