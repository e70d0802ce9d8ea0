"""What Tiled's F5 and Shift+F5 say is understood, wherever the game is started."""

import pytest

from game.content.editor import room_name, spawn_near
from tests.maps.drawing import draw_project


def test_a_map_by_any_of_its_names(tmp_path):
    maps, _, path = draw_project(tmp_path)
    for written in ("real/room", "real/room.tmx", str(path), f'"{path}"'):
        assert room_name(written, maps) == "real/room"
    for wrong in ("real/nowhere", "/etc/passwd", "", "\0"):
        assert room_name(wrong, maps) == wrong


@pytest.mark.parametrize(
    ("written", "spawn"),
    [("12", "from_next"), ("17", "start"), ("999", ""), ("%objectid", ""), ("", ""), ("9" * 40, "")],
)
def test_the_spawn_nearest_to_the_selected_object(tmp_path, written, spawn):
    maps, _, _ = draw_project(tmp_path)
    assert spawn_near("real/room", maps, written) == spawn
