"""The linter bites: one good map, and every way we know to break it. Each break is told with its code, file and object."""
# ruff: noqa: E501 (maps are written as Tiled writes them: long lines)

import base64
import contextlib
import json
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from game.content.classes import PROJECT, REQUIRED, RESERVED, SHAPES, read_classes
from game.content.finding import MapError
from game.content.lint import lint
from game.content.spawn import MAKERS
from game.content.tiled import load_room
from tests.maps.drawing import FLOOR, GOOD, NEXT, NOTHING, PROPS, ROOT, H, W, changed, draw_project, with_object

SCRIPTS = ("peel", "signpost")
WALLED = "".join(
    f'<object id="{60 + i}" type="Solid" x="{x}" y="{y}" width="{w}" height="{h}"/>'
    for i, (x, y, w, h) in enumerate([(256, 160, 96, 16), (256, 160, 16, 96)])
)


def found(tmp_path, text=GOOD, files=None):
    maps, assets, path = draw_project(tmp_path, text)
    for name, content in (files or {}).items():
        (maps / name).parent.mkdir(parents=True, exist_ok=True)
        (maps / name).write_text(content)
    return lint([path], maps, assets, SCRIPTS)


def test_the_good_map_has_nothing_wrong(tmp_path):
    maps, assets, _ = draw_project(tmp_path)
    assert [str(f) for f in lint(None, maps, assets, SCRIPTS)] == []


def obj(number, kind, more='x="96" y="96"', inside="<point/>", name="odd"):
    return with_object(f'<object id="{number}" name="{name}" type="{kind}" {more}>{inside}</object>')


def member(name, value, kind=None):
    what = f' type="{kind}"' if kind else ""
    return f'<properties><property name="{name}"{what} value="{value}"/></properties>'


RECT = 'x="96" y="96" width="32" height="32"'
TO_NEXT = '<property name="target_map" type="file" value="next.tmx"/>'
BROKEN = {
    # name: (code, the map, the object the line must name or "")
    "not well-formed": ("E-xml", changed("</map>", ""), ""),
    "another root": ("E-xml", "<tileset/>", ""),
    "empty file": ("E-xml", "", ""),
    "binary": ("E-xml", b"\x00\xff\xfe" * 1000, ""),
    "a DTD": ("E-xml", changed("<map ", '<!DOCTYPE map SYSTEM "file:///etc/passwd"><map '), ""),
    "another encoding": ("E-xml", GOOD.encode("utf-16"), ""),
    "infinite": ("E-format", changed('infinite="0"', 'infinite="1"'), ""),
    "isometric": ("E-format", changed('"orthogonal"', '"isometric"'), ""),
    "16 px tiles": ("E-format", changed('tilewidth="32"', 'tilewidth="16"'), ""),
    "render order": ("E-format", changed('"right-down"', '"left-up"'), ""),
    "embedded tileset": ("E-format", changed('<tileset firstgid="1" source="../tilesets/real/house.tsx"/>', '<tileset firstgid="1" name="x" tilewidth="32" tileheight="32" tilecount="4" columns="2"/>'), ""),
    "zstd": ("E-format", GOOD.replace('encoding="csv">\n' + FLOOR, 'encoding="base64" compression="zstd">\nKLUv'), "below/floor"),
    "base64": ("E-format", GOOD.replace('encoding="csv">\n' + FLOOR, f'encoding="base64">\n{base64.b64encode(bytes([1, 0, 0, 0]) * W * H).decode()}'), "below/floor"),
    "no width": ("E-size", changed(f'width="{W}" height="{H}" tilewidth', f'width="" height="{H}" tilewidth'), ""),
    "a billion wide": ("E-size", changed(f'width="{W}" height="{H}" tilewidth', f'width="1000000000" height="{H}" tilewidth'), ""),
    "negative": ("E-size", changed(f'width="{W}" height="{H}" tilewidth', f'width="-5" height="{H}" tilewidth'), ""),
    "600 wide": ("E-size", changed(f'width="{W}" height="{H}" tilewidth', f'width="600" height="{H}" tilewidth'), ""),
    "a cell short": ("E-size", GOOD.replace(FLOOR, FLOOR[:-2]), "below/floor"),
    "layer of another size": ("E-size", changed(f'name="floor" width="{W}"', f'name="floor" width="{W + 1}"'), "below/floor"),
    "a word among the tiles": ("E-size", GOOD.replace(FLOOR, "x" + FLOOR[1:]), "below/floor"),
    "tileset missing": ("E-path", changed("real/house.tsx", "real/houze.tsx"), ""),
    "tileset in other capitals": ("E-path", changed("real/house.tsx", "real/House.tsx"), ""),
    "backslash": ("E-path", changed("../tilesets/real/house.tsx", "..\\tilesets\\real\\house.tsx"), ""),
    "absolute": ("E-path", changed("../tilesets/real/house.tsx", "/etc/passwd"), ""),
    "out of the project": ("E-path", changed("../tilesets/real/house.tsx", "../../../../../../../../etc/passwd"), ""),
    "windows drive": ("E-path", changed("../tilesets/real/house.tsx", "C:/maps/house.tsx"), ""),
    "not a tileset": ("E-path", changed("../tilesets/real/house.tsx", "next.tmx"), ""),
    "tile in no tileset": ("E-gid", GOOD.replace(NOTHING, "777" + NOTHING[1:], 1), "below/decor"),
    "tile past the sheet": ("E-gid", GOOD.replace(NOTHING, "17" + NOTHING[1:], 1), "below/decor"),
    "hole in a collection": ("E-gid", changed('gid="8001" x', 'gid="8003" x'), "chair"),
    "huge number": ("E-gid", GOOD.replace(NOTHING, "99999999999999999999" + NOTHING[1:], 1), "below/decor"),
    "negative tile": ("E-gid", GOOD.replace(NOTHING, "-1" + NOTHING[1:], 1), "below/decor"),
    "picture of no tileset": ("E-gid", changed('gid="8001" x', 'gid="5000" x'), "chair"),
    "tilesets overlap": ("E-gid", changed('firstgid="8001"', 'firstgid="1"'), ""),
    "two of one id": ("E-id", changed('id="3" name="post"', 'id="1" name="post"'), "post"),
    "two of one name": ("E-id", changed('name="rug" type="Surface"', 'name="tour" type="Spot"'), "tour"),
    "no name": ("E-id", changed('name="mel" type', 'name="" type'), 'object 15'),
    "unknown layer": ("E-layer", changed('name="roof"', 'name="roofs"'), "above/roofs"),
    "capital layer": ("E-layer", changed('name="floor"', 'name="Floor"'), "below/Floor"),
    "layer missing": ("E-layer", changed('name="collision"', 'name="notes"'), ""),
    "layers out of order": ("E-layer", GOOD.replace(NOTHING, NOTHING, 1).replace('name="decor"', 'name="tmp"').replace('name="walls"', 'name="decor"').replace('name="tmp"', 'name="walls"'), "below/decor"),
    "tiles on an object layer": ("E-layer", changed('<objectgroup id="8" name="lights">', '<objectgroup id="8" name="decor">'), "decor"),
    "layer off the grid": ("E-layer", changed('name="floor"', 'name="floor" offsetx="5"'), "below/floor"),
    "opacity nan": ("E-layer", changed('name="floor"', 'name="floor" opacity="nan"'), "below/floor"),
    "unknown group": ("E-layer", changed('name="above"', 'name="roofs"'), "roofs"),
    "no class": ("E-class", changed('name="see_all" type="Camera"', 'name="see_all"'), "see_all"),
    "unknown class": ("E-class", changed('type="Camera"', 'type="camera"'), "see_all"),
    "unknown member": ("E-prop", changed('<property name="kind" value="carpet"/>', '<property name="knid" value="carpet"/>'), "rug"),
    "not in the enum": ("E-prop", changed('value="carpet"', 'value="lava"'), "rug"),
    "wrong type": ("E-prop", changed('<property name="radius" type="float" value="96"/>', '<property name="radius" value="wide"/>'), "lamp"),
    "bool of another word": ("E-prop", changed('name="default" type="bool" value="true"', 'name="default" type="bool" value="yes"'), "start"),
    "nan member": ("E-prop", changed('type="float" value="96"', 'type="float" value="nan"'), "lamp"),
    "no colour": ("E-prop", changed('value="#ff112233"', 'value="red"'), ""),
    "reserved name": ("E-prop", changed('<property name="kind" value="carpet"/>', '<property name="visible" value="carpet"/>'), "rug"),
    "required is missing": ("E-prop", changed('<property name="actor" value="mel"/>', ""), "mel"),
    "map without side": ("E-prop", changed('<property name="side" value="real"/>', ""), ""),
    "beat and script": ("E-prop", changed('<property name="script" value="peel"/>', '<property name="script" value="peel"/><property name="beat" value="ignored"/>'), "ring"),
    "bad flags": ("E-prop", changed('"arrival, !ignored"', '"arrival and not ignored"'), "ring"),
    "class member": ("E-prop", changed('<property name="kind" value="carpet"/>', '<property name="kind" type="class" value="x"/>'), "rug"),
    "no such path": ("E-ref", changed('<property name="path" value="tour"/>', '<property name="path" value="tuor"/>'), "mel"),
    "no such object": ("E-ref", changed('type="object" value="2"', 'type="object" value="222"'), "secret"),
    "no such spawn": ("E-ref", changed('"target_spawn" value="start"', '"target_spawn" value="begin"'), "to_next"),
    "no such script": ("E-ref", changed('"script" value="peel"', '"script" value="peal"'), "ring"),
    "no such beat": ("E-ref", changed('"script" value="peel"', '"beat" value="arival"'), "ring"),
    "no such actor": ("E-ref", changed('"actor" value="mel"', '"actor" value="nell"'), "mel"),
    "no such target map": ("E-path", changed(TO_NEXT, TO_NEXT.replace("next", "nxet")), "to_next"),
    "no template": ("E-path", with_object('<object id="50" template="../templates/bax.tx" x="9" y="99"/>'), "object 50"),
    "template outside": ("E-path", with_object('<object id="50" template="../../../../etc/hosts" x="9" y="99"/>'), "object 50"),
    "nan place": ("E-shape", changed('x="256" y="96"', 'x="nan" y="96"'), "post"),
    "inf place": ("E-shape", changed('x="256" y="96"', 'x="inf" y="96"'), "post"),
    "1e300": ("E-shape", changed('width="16" height="16"', 'width="1e300" height="16"'), "post"),
    "negative size": ("E-shape", changed('width="16" height="16"', 'width="-16" height="16"'), "post"),
    "turned": ("E-shape", changed('width="16" height="16"', 'width="16" height="16" rotation="45"'), "post"),
    "crosses itself": ("E-shape", changed("0,0 32,32 0,32", "0,0 32,32 0,32 32,0"), "corner"),
    "no area": ("E-shape", changed("0,0 32,32 0,32", "0,0 32,32 64,64"), "corner"),
    "two corners": ("E-shape", changed("0,0 32,32 0,32", "0,0 32,32"), "corner"),
    "points are words": ("E-shape", changed("0,0 32,32 0,32", "a,b c,d e,f"), "corner"),
    "path of one point": ("E-shape", changed("0,0 64,0 64,64", "0,0"), "tour"),
    "outside the map": ("E-shape", changed('x="256" y="96"', 'x="2560" y="96"'), "post"),
    "wrong shape": ("E-shape", changed('<object id="19" name="corner_spot" type="Spot"', '<object id="19" name="corner_spot" type="Door"'), "corner_spot"),
    "stretched picture": ("E-shape", changed('width="40" height="60"/>' if GOOD.count('width="40" height="60"/>') else 'width="40" height="60">', 'width="80" height="60">'), "chair"),
    "area without size": ("E-shape", changed('width="16" height="16"', 'width="0" height="16"'), "post"),
    "no default spawn": ("E-spawn", changed('<property name="default" type="bool" value="true"/>', ""), ""),
    "two default spawns": ("E-spawn", changed('name="from_next" type="Spawn" x="300" y="200"><point/>', f'name="from_next" type="Spawn" x="300" y="200">{member("default", "true", "bool")}<point/>'), "from_next"),
    "spawn in a wall": ("E-spawn", changed('x="300" y="200"', 'x="345" y="10"'), "from_next"),
    "two spawns of a name": ("E-spawn", changed('name="from_next"', 'name="start"'), "start"),
    "door walled up": ("E-reach", with_object(WALLED, "collision").replace('x="300" y="200"', 'x="200" y="100"'), "to_next"),
    "door inside a wall": ("E-reach", changed('x="320" y="192" width="32" height="64"', 'x="352" y="192" width="32" height="64"'), "to_next"),
    "beat of another map": ("E-story", changed('"script" value="peel"', '"beat" value="ignored"'), "ring"),
    "crumble stages": ("E-story", obj(70, "Crumble", inside=member("stage", "4", "int") + '<polygon points="0,0 9,0 9,9"/>'), ""),
    "a soul twice": ("E-story", with_object("".join(f'<object id="{n}" name="soul_{n}" type="Truth" {RECT}><properties><property name="shows" value="soul"/><property name="hint" value="pen"/></properties></object>' for n in (70, 71))), ""),
    "no words for a thing": ("E-text", changed('"text" value="chair"', '"text" value="chiar"'), "chair"),
    "no words for a room": ("E-text", changed('"title" value="kitchen"', '"title" value="kitchn"'), "kitchen"),
    "no words for a doll": ("E-text", obj(70, "Doll", inside=member("place", "attic") + "<point/>"), "odd"),
    "no words for an item": ("E-text", obj(70, "Item", inside=member("item", "sword") + "<point/>"), "odd"),
    "a thing nobody shows": ("W-unanswered", changed('<property name="text" value="wall"/>', '<property name="text" value=""/>'), "things.room.real.wall"),
    "empty floor": ("W-empty-layer", GOOD.replace(FLOOR, NOTHING), "below/floor"),
    "hidden layer": ("W-hidden", changed('name="logic">', 'name="logic" visible="0">'), "logic"),
    "hidden in a group": ("W-hidden", changed('name="above">', 'name="above" visible="0">'), "above/roof"),
    "hidden object": ("W-hidden", changed('id="1" name="chair"', 'id="1" visible="0" name="chair"'), "chair"),
    "unused tileset": ("W-unused-tileset", changed(' <group id="1"', ' <tileset firstgid="9001" source="../tilesets/real/extra.tsx"/> <group id="1"'), "extra"),
    "no camera": ("W-no-camera", changed('type="Camera"', 'type="Spot"'), ""),
    "one-way door": ("W-one-way-door", GOOD, "to_next"),
    "old Tiled": ("W-old-tiled", changed('tiledversion="1.10.2" class="Map"', 'tiledversion="1.8.2" class="Map"'), ""),
    "odd name": ("W-name", changed('name="rug"', 'name="The Rug"'), "The Rug"),
    "crowd of lights": ("W-lights", with_object("".join(f'<object id="{100 + i}" name="l{i}" type="Light" x="{50 + i * 9}" y="80"><properties><property name="radius" type="float" value="50"/><property name="shadows" type="bool" value="true"/></properties><point/></object>' for i in range(13)), "lights"), "lights"),
    "tilesets in another order": ("W-first-gid", GOOD.replace("8001", "7001").replace("8008", "7008"), "props"),
}  # fmt: skip
FILES = {
    "unused tileset": {
        "tilesets/real/extra.tsx": PROPS.replace("props/", "props/").replace('name="props"', 'name="extra"')
    },
    "one-way door": {"real/next.tmx": changed('type="Door"', 'type="Trigger"', NEXT)},
}


@pytest.mark.parametrize("name", BROKEN)
def test_every_break_is_told(tmp_path, name):
    code, text, who = BROKEN[name]
    lines = found(tmp_path, text, FILES.get(name))
    mine = [f for f in lines if f.code == code]
    assert mine, f"{code} is not among {[str(f) for f in lines]}"
    assert any("real/room.tmx" in str(f) and who in str(f) for f in mine), [str(f) for f in mine]
    for f in lines:
        assert f.text and f.fix and "Traceback" not in f.text and "\n" not in str(f)
        assert f.level == ("warning" if f.code.startswith("W-") else "error")


def test_enough_breaks():
    codes = {code for code, _, _ in BROKEN.values()}
    wanted = [
        "xml",
        "format",
        "size",
        "path",
        "gid",
        "id",
        "layer",
        "class",
        "prop",
        "ref",
        "shape",
        "spawn",
        "reach",
        "story",
        "text",
    ]
    assert codes >= {f"E-{c}" for c in wanted} and len(BROKEN) >= 60


def test_a_pair_that_differs(tmp_path):
    pair = '<property name="side" value="real"/>\n  <property name="pair" type="file" value="next.tmx"/>'
    lines = found(
        tmp_path, changed('<property name="side" value="real"/>', pair).replace('name="from_next"', 'name="arrive"')
    )
    texts = [f.text for f in lines if f.code == "E-pair"]
    assert any("does not name it" in t for t in texts) and any("lacks the Spawn arrive" in t for t in texts)


def test_world_files(tmp_path):
    maps, assets, _ = draw_project(tmp_path)
    world = maps / "real.world"
    world.write_text(
        json.dumps({"maps": [{"fileName": "real/room.tmx"}, {"fileName": "real/gone.tmx"}], "type": "world"})
    )
    codes = {f.code: str(f) for f in lint([world], maps, assets)}
    assert "real/gone.tmx" in codes["E-path"] and "real/next.tmx" in codes["W-world-lacks-map"]
    for bad in ("", "[]", "{", '{"maps": 3}', '{"maps": [3]}', "[" * 50_000):
        world.write_text(bad)
        assert [f.code for f in lint([world], maps, assets)] == ["E-xml"]


def test_broken_tilesets(tmp_path):
    maps, assets, path = draw_project(tmp_path)
    sheet = maps / "tilesets/real/props.tsx"
    for old, new, code in (
        ("props/chair.png", "props/chiar.png", "E-path"),
        ("props/chair.png", "../../../../../../../../etc/passwd", "E-path"),
        ('x="4" y="40" width="20"', 'x="nan" y="40" width="20"', "E-shape"),
        ('tilecount="2"', 'tilecount="-2"', "E-format"),
        ('<tile id="7"', '<tile id="0"', "E-id"),
        ('value="12"', 'value="twelve"', "E-prop"),
        ("</tileset>", "", "E-xml"),
    ):
        sheet.write_text(changed(old, new, PROPS))
        lines = lint([path], maps, assets, SCRIPTS)
        assert any(f.code == code and f.file == "tilesets/real/props.tsx" for f in lines), (
            new,
            [str(f) for f in lines],
        )


def test_a_project_file_that_is_none(tmp_path):
    maps, assets, _ = draw_project(tmp_path)
    for bad in ("", "{}", "[]", '{"propertyTypes": 4}'):
        (maps / PROJECT).write_text(bad)
        assert [f.code for f in lint(None, maps, assets)] == ["E-class"]


def bomb(megabytes=1000):
    """Zeros, packed a thousand times smaller."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes))
    return base64.b64encode(packed + packer.flush()).decode()


LAUGHS = '<!DOCTYPE m [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(12)
) + "]>"  # fmt: skip
HOSTILE = {
    "zlib bomb": GOOD.replace('encoding="csv">\n' + FLOOR, f'encoding="base64" compression="zlib">\n{bomb()}'),
    "truncated zlib": GOOD.replace('encoding="csv">\n' + FLOOR, 'encoding="base64" compression="zlib">\neNpjYGBg'),
    "billion laughs": changed("<map ", LAUGHS + "<map ").replace('value="carpet"', 'value="&m;"'),
    "deep": "<map>" + "<group>" * 100_000 + "</group>" * 100_000 + "</map>",
    "very deep": "<map>" + "<a>" * 2_000_000,
    "wide": "<map>" + "<a/>" * 3_000_000 + "</map>",
    "many attributes": "<map " + " ".join(f'a{i}="1"' for i in range(800_000)) + "/>",
    "20 MB": "<map>" + " " * (20 << 20) + "</map>",
    "15 MB of text": changed('value="carpet"', 'value="' + "x" * (15 << 20) + '"'),
    "large honest map": GOOD.replace(f'width="{W}" height="{H}"', 'width="512" height="512"').replace(FLOOR, ",".join(["1"] * 512 * 512)).replace(NOTHING, ",".join(["0"] * 512 * 512)),
    "many objects": with_object("".join(f'<object id="{i}" name="o{i}" type="Spot" x="99" y="99"><point/></object>' for i in range(100, 60_000))),
    "many walls": with_object("".join(f'<object id="{i}" name="o{i}" type="Solid" x="{i % 300}" y="{i // 300}" width="3000" height="3000"/>' for i in range(100, 5000)), "collision"),
    "a long polygon": changed("0,0 32,32 0,32", " ".join(f"{i},{i * i % 977}" for i in range(20_000))),
    "a star of 500": changed("0,0 32,32 0,32", " ".join(f"{i},{(i % 2) * 900 + i}" for i in range(499)) + " 0,5000"),
    "a huge area": changed('x="224" y="64" width="32" height="32"', 'x="0" y="0" width="1000000" height="1000000"'),
    "many tilesets": changed(' <group id="1"', "".join(f'<tileset firstgid="{9000 + i}" source="../tilesets/real/house.tsx"/>' for i in range(50_000)) + ' <group id="1"'),
    "many layers": changed(' <group id="1"', "".join(f'<layer name="x{i}"/>' for i in range(50_000)) + ' <group id="1"'),
    "digits": GOOD.replace(FLOOR, "9" * 5_000_000),
    "control characters": changed('name="rug"', 'name="a&#10;b&#9;c"'),
}  # fmt: skip

HARMLESS = ("a huge area",)


@pytest.mark.parametrize("name", HOSTILE)
def test_any_file_gets_an_answer(tmp_path, name):
    """2 s and 500 MB, in a process of its own, whose memory is read where a test's own is not counted in."""
    maps, assets, path = draw_project(tmp_path, HOSTILE[name])
    code = (
        "import time; from pathlib import Path; from game.app.memory import most_mb; from game.content.lint import lint\n"
        "before = time.process_time()\n"
        f"found = lint([Path({str(path)!r})], Path({str(maps)!r}), Path({str(assets)!r}))\n"
        "print(time.process_time() - before, most_mb(), len(found))\n"
        "print(*found[:3], sep='\\n')"
    )
    began = time.monotonic()
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, cwd=ROOT)
    assert run.returncode == 0, run.stderr[-600:]
    seconds, megabytes, count = map(float, run.stdout.split("\n")[0].split())
    assert seconds < 2.0, f"{seconds:.1f} s (with start-up {time.monotonic() - began:.1f})"
    assert megabytes < 500
    assert count < 1000 and (count or name in HARMLESS), run.stdout


def test_random_damage_never_raises(tmp_path):
    """Bytes flipped, cut out and doubled, from a fixed seed."""
    import random

    chance = random.Random(7)
    maps, assets, path = draw_project(tmp_path)
    good = GOOD.encode()
    for _ in range(150):
        data = bytearray(good)
        for _ in range(chance.randint(1, 6)):
            at, how = chance.randrange(len(data)), chance.random()
            if how < 0.5:
                data[at] = chance.choice(b'0123456789"<>/-=, aex.\x00\xff')
            elif how < 0.8:
                del data[at : at + chance.randint(1, 40)]
            else:
                data[at:at] = data[at : at + chance.randint(1, 40)]
        path.write_bytes(bytes(data))
        for f in lint([path], maps, assets, SCRIPTS):
            assert f.fix and "\n" not in str(f)
        with contextlib.suppress(MapError):
            load_room("real/room", maps)


def test_links_out_of_the_project_are_not_followed(tmp_path):
    maps, assets, path = draw_project(tmp_path, changed("real/house.tsx", "real/link.tsx"))
    outside = tmp_path / "outside.tsx"
    outside.write_text("<tileset secret='yes'/>")
    (maps / "tilesets/real/link.tsx").symlink_to(outside)
    lines = lint([path], maps, assets)
    assert any(f.code == "E-path" and "link" in f.text for f in lines) and "secret" not in str(lines)


def test_line_and_json_as_promised(tmp_path):
    one = next(f for f in found(tmp_path, changed('value="carpet"', 'value="lava"')) if f.code == "E-prop")
    assert (
        str(one)
        == 'real/room.tmx: layer "logic": object 17 "rug": E-prop "kind" is "lava"; one of wood carpet stone grass leaves web soft lino'
    )
    assert list(one.as_json()) == ["file", "layer", "object", "code", "level", "text", "fix"]


def test_command_line(tmp_path):
    maps, _, path = draw_project(tmp_path, changed('value="carpet"', 'value="lava"'))

    def run(*arguments):
        code = "import sys; from game.app.lint import lint_main; sys.exit(lint_main(sys.argv[1:]))"
        return subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=ROOT)

    bad = run("--json", "--maps", str(maps), str(path))
    assert (
        bad.returncode == 1
        and [f["code"] for f in json.loads(bad.stdout) if f["level"] == "error"].count("E-prop") == 1
    )
    assert run("--maps", str(maps), "real/next").returncode in (0, 1)
    assert run("--maps", str(maps), "real/nowhere").returncode == 2
    assert run("--what").returncode == 2


def test_code_and_project_agree():
    classes = read_classes(ROOT / "maps")
    assert set(SHAPES) | {"Map"} == set(classes)
    assert set(MAKERS) | {"Map", "Solid"} == set(classes) | {"Solid"}
    for name, kind in classes.items():
        assert not RESERVED & set(kind.members), name
        for member_name, what in kind.members.items():
            assert not what.values or what.default in what.values, f"{name}.{member_name}"
    for name, members in REQUIRED.items():
        for one in members:
            assert set(one.split("|")) <= set(classes[name].members)
    project = json.loads((ROOT / "maps" / PROJECT).read_text())
    assert [c["shortcut"] for c in project["commands"]] == ["F5", "Shift+F5", "F6"]
    assert all(k.get("storageType", "string") == "string" for k in project["propertyTypes"])


def test_the_docs_list_every_code():
    docs = (ROOT / "docs/maps.md").read_text()
    sources = "".join(p.read_text() for p in (ROOT / "game/content").glob("*.py"))
    import re

    for code in set(re.findall(r'"([EW]-[a-z-]+)"', sources)):
        assert f"`{code}`" in docs, code
    for name in read_classes(Path(ROOT / "maps")):
        assert f"`{name}`" in docs, name
