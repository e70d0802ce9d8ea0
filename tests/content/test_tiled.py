"""The reader: what is drawn in Tiled arrives in the Room, whole and in the right place."""
# ruff: noqa: E501 (maps are written as Tiled writes them: long lines)

import subprocess
import sys

import pytest

from game.content import tiled
from game.content.finding import MapError
from game.content.tiled import load_room
from game.core.geometry import Box, Facing, Vec
from tests.maps.drawing import GOOD, WALLS, H, W, changed, draw_project, layer, with_object

ACROSS, DOWN, DIAGONAL = 0x8000_0000, 0x4000_0000, 0x2000_0000


def room_of(tmp_path, text=GOOD):
    maps, _, _ = draw_project(tmp_path, text)
    return load_room("real/room", maps)


def thing(room, name):
    return next(t for t in room.things if t.name == name)


def with_tile(gid, x, y, text=GOOD):
    """The map with one tile of the walls replaced."""
    cells = WALLS.replace("\n", "").split(",")
    cells[y * W + x] = str(gid)
    return changed(WALLS, ",".join(cells), text)


def test_the_map_itself(tmp_path):
    room = room_of(tmp_path)
    assert (room.name, room.side, room.width, room.height) == ("real/room", "real", W, H)
    assert (room.ambient, room.weather, room.indoors, room.music) == ("#ff112233", "none", True, "")


def test_layers_bottom_to_top(tmp_path):
    room = room_of(tmp_path)
    assert [one.name for one in room.layers] == ["below/floor", "below/decor", "below/walls", "above/roof"]
    assert room.layers[0].gids == (1,) * (W * H)
    assert room.layers[2].gids[0] == 2 and room.layers[2].gids[W + 1] == 0


def test_raw_gids_keep_their_flips(tmp_path):
    for flips in (ACROSS, DOWN, DIAGONAL, ACROSS | DOWN, ACROSS | DOWN | DIAGONAL):
        room = room_of(tmp_path / str(flips), with_tile(3 | flips, 4, 4))
        assert room.layers[2].gids[4 * W + 4] == 3 | flips


@pytest.mark.parametrize(
    ("flips", "box"),
    [
        (0, Box(128, 128, 32, 10)),
        (ACROSS, Box(128, 128, 32, 10)),
        (DOWN, Box(128, 150, 32, 10)),
        (DIAGONAL, Box(128, 128, 10, 32)),
        (DIAGONAL | ACROSS, Box(150, 128, 10, 32)),
    ],
)
def test_collision_turns_with_the_tile(tmp_path, flips, box):
    assert box in room_of(tmp_path, with_tile(3 | flips, 4, 4)).walls


def test_walls_are_few_and_cover_every_solid_tile(tmp_path):
    room = room_of(tmp_path)
    assert len(room.walls) == 5, "four sides and the post"
    for y in range(H):
        for x in range(W):
            inside = any(w.holds(x * 32 + 16, y * 32 + 16) for w in room.walls)
            assert inside == (x in (0, W - 1) or y in (0, H - 1) or (x, y) == (8, 3)) or (x, y) == (8, 3)


def test_polygons_become_slopes(tmp_path):
    room = room_of(tmp_path, with_tile(4, 4, 4))
    assert len(room.slopes) == 2, "the slanting tile and the Solid corner"
    assert {Vec(128, 160), Vec(160, 160), Vec(160, 128)} in [set(s) for s in room.slopes]


def test_a_dented_polygon_becomes_convex_pieces(tmp_path):
    bent = '<polygon points="0,0 32,0 32,32 64,32 64,64 0,64"/>'
    room = room_of(tmp_path, changed('<polygon points="0,0 32,32 0,32"/>', bent))
    assert len(room.slopes) == 2


def test_pictures_of_a_sheet_and_of_a_collection(tmp_path):
    room = room_of(tmp_path, with_tile(5, 4, 4))
    assert room.pictures[2].source == "tilesets/real/house.png"
    assert room.pictures[2].box == Box(32, 0, 32, 32)
    chair = room.pictures[8001]
    assert (chair.source, chair.prop, chair.box) == ("tilesets/real/props/chair.png", "chair", Box(0, 0, 40, 60))
    assert chair.anchor == Vec(12, 50), "foot_y counts from the lower edge"


def test_animation_in_ticks_with_its_frames(tmp_path):
    room = room_of(tmp_path, with_tile(5 | ACROSS, 4, 4))
    assert room.pictures[5].frames == ((5, 15), (6, 30))
    assert room.pictures[6].box == Box(32, 32, 32, 32), "a frame nobody drew has its picture too"


def test_a_prop_stands_on_its_foot(tmp_path):
    chair = thing(room_of(tmp_path), "chair")
    assert chair.box == Box(128, 100, 40, 60), "Tiled counts y from the lower edge"
    assert chair.foot == Vec(140, 150)
    assert chair.solids == (Box(132, 140, 20, 12),)
    assert (chair.kind, chair.layer, chair.text("text")) == ("Prop", "actors", "chair")


def test_a_mirrored_prop_is_mirrored_altogether(tmp_path):
    room = room_of(tmp_path, changed('gid="8001" x', f'gid="{8001 | ACROSS}" x'))
    chair = thing(room, "chair")
    assert chair.foot == Vec(156, 150) and chair.solids == (Box(144, 140, 20, 12),)
    assert room.pictures[chair.gid].anchor == Vec(28, 50)


def test_solid_false_takes_the_collision_away(tmp_path):
    soft = '<property name="text" value="chair"/><property name="solid" type="bool" value="false"/>'
    assert thing(room_of(tmp_path, changed('<property name="text" value="chair"/>', soft)), "chair").solids == ()


def test_an_area_to_look_at_is_only_solid_when_it_says_so(tmp_path):
    assert thing(room_of(tmp_path / "a"), "look_wall").solids == ()
    solid = '<property name="text" value="wall"/><property name="solid" type="bool" value="true"/>'
    room = room_of(tmp_path / "b", changed('<property name="text" value="wall"/>', solid))
    assert thing(room, "look_wall").solids == (Box(64, 0, 64, 32),)


def test_class_of_the_tile_and_defaults_of_the_project(tmp_path):
    clock = thing(room_of(tmp_path), "clock")
    assert clock.kind == "Prop", "it has no class itself: its tile has"
    assert clock.flag("hangs"), "its tile says it is a wall thing"
    assert clock.members["interact"] == "" and clock.members["if_flag"] == ""
    lamp = thing(room_of(tmp_path / "again"), "lamp")
    assert (lamp.number("radius"), lamp.number("energy"), lamp.text("falloff")) == (96.0, 1.0, "soft")
    assert lamp.text("tint") == "#ffffe0a0" and lamp.box == Box(128, 64, 0, 0)


def test_typed_places(tmp_path):
    room = room_of(tmp_path)
    assert room.first_spawn == "start" and room.spawns["start"].facing is Facing.RIGHT
    assert room.spawns["from_next"].at == Vec(300, 200)
    assert room.cameras[0].box == Box(0, 0, 384, 288) and not room.cameras[0].lock
    assert room.areas[0].title == "kitchen"
    assert room.surface_at(70, 70).kind == "carpet"
    assert room.paths["tour"].points == (Vec(64, 64), Vec(128, 64), Vec(128, 128))
    assert (room.paths["tour"].mode, room.paths["tour"].speed) == ("loop", 60.0)
    assert room.spots["corner_spot"].foot == Vec(64, 128)
    assert {t.kind for t in room.things} == {"Prop", "Door", "Npc", "Trigger", "Truth", "Light"}


def test_files_are_named_as_the_game_names_maps(tmp_path):
    assert thing(room_of(tmp_path), "to_next").text("target_map") == "real/next"


def test_solid_with_a_flag_is_a_thing(tmp_path):
    flag = '<object id="3" name="post" type="Solid" x="256" y="96" width="16" height="16"><properties><property name="if_flag" value="arrival"/></properties></object>'
    room = room_of(
        tmp_path, changed('<object id="3" name="post" type="Solid" x="256" y="96" width="16" height="16"/>', flag)
    )
    assert thing(room, "post").solids == (Box(256, 96, 16, 16),)
    assert len(room.walls) == 4


def test_template_gives_all_and_the_object_wins(tmp_path):
    two = """<object id="50" template="../templates/box.tx" x="160" y="120"/>
    <object id="51" name="light_box" template="../templates/box.tx" x="200" y="120"><properties>
    <property name="mass" type="float" value="3"/></properties></object>"""
    room = room_of(tmp_path, with_object(two, "actors"))
    box, light = thing(room, "box"), thing(room, "light_box")
    assert (box.kind, box.gid, box.text("kind"), box.number("mass")) == ("Push", 8001, "crate", 12.0)
    assert box.box == Box(160, 60, 40, 60) and box.solids
    assert (light.kind, light.text("kind"), light.number("mass")) == ("Push", "crate", 3.0)


def test_group_visibility_opacity_and_offset_are_inherited(tmp_path):
    text = changed('<group id="15" name="above">', '<group id="15" name="above" opacity="0.5">')
    assert room_of(tmp_path / "a", text.replace('name="roof"', 'name="roof" opacity="0.5"')).layers[-1].opacity == 0.25
    text = changed('<group id="1" name="below">', '<group id="1" name="below" visible="0">')
    assert [one.name for one in room_of(tmp_path / "b", text).layers] == ["above/roof"]
    text = changed('name="logic">', 'name="logic" offsetx="8" offsety="-4.5">')
    assert room_of(tmp_path / "c", text).spawns["start"].at == Vec(88, 75.5)


def test_order_is_the_contract_whatever_the_file_says(tmp_path):
    truth = layer("truth", 30, WALLS)
    room = room_of(
        tmp_path, changed(' <objectgroup id="8" name="lights">', truth + ' <objectgroup id="8" name="lights">')
    )
    assert [one.name for one in room.layers] == ["below/floor", "below/decor", "below/walls", "truth", "above/roof"]
    assert len(room.walls) == 5, "truth is no wall"


def test_a_room_is_read_once_until_a_file_changes(tmp_path):
    maps, _, path = draw_project(tmp_path)
    first = load_room("real/room", maps)
    assert load_room("real/room", maps) is first
    path.write_text(changed('name="rug"', 'name="mat"') + "\n")
    assert load_room("real/room", maps) is not first
    sheet = maps / "tilesets/real/house.tsx"
    before = load_room("real/room", maps)
    sheet.write_text(sheet.read_text().replace('height="10"', 'height="12"'))
    assert load_room("real/room", maps) is not before


def test_a_missing_map_is_one_clear_line(tmp_path):
    maps, _, _ = draw_project(tmp_path)
    with pytest.raises(MapError) as caught:
        load_room("real/nowhere", maps)
    assert (caught.value.file, caught.value.code) == ("real/nowhere.tmx", "E-path")


def test_an_error_names_layer_and_object(tmp_path):
    maps, _, _ = draw_project(tmp_path, changed('type="Camera"', 'type="Kamera"'))
    with pytest.raises(MapError) as caught:
        load_room("real/room", maps)
    e = caught.value
    assert (e.file, e.layer, e.object, e.name, e.code) == ("real/room.tmx", "logic", 13, "see_all", "E-class")
    assert str(e).startswith('real/room.tmx: layer "logic": object 13 "see_all": E-class')


def test_loading_needs_no_display_and_the_linter_no_pygame():
    code = "import game.content.lint, sys; assert 'pygame' not in sys.modules; import game.content.tiled, pygame; assert not pygame.display.get_init()"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_speed_of_the_largest_map(tmp_path):
    """40 ms is the aim on a free machine; the bound leaves room for a busy one."""
    import time

    maps, _, path = draw_project(tmp_path)
    wide = GOOD.replace(f'width="{W}" height="{H}"', 'width="64" height="48"')
    for cells in {
        WALLS,
        ",\n".join(",".join(["1"] * W) for _ in range(H)),
        ",\n".join(",".join(["0"] * W) for _ in range(H)),
    }:
        wide = wide.replace(cells, ",".join([cells[0]] * 64 * 48))
    path.write_text(wide)
    best = 1.0
    for _ in range(5):
        tiled._ROOMS.clear()
        began = time.process_time()
        load_room("real/room", maps)
        best = min(best, time.process_time() - began)
    assert best < 0.12
