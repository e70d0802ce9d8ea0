"""Plates and keepsakes: every one lies where she can take it, is read once, and stands in the journal."""

from __future__ import annotations

import pytest

from game.content.deeds import ALL_KEEPSAKES, ALL_PLATES, keepsakes, plates
from game.content.tiled import load_room
from game.data import data_folder
from game.sim.panels import NotePanel
from game.testing import Play
from tests.interface import words

MAPS = data_folder("maps")


def lying() -> dict[str, str]:
    """Item -> the map it lies on, of all maps."""
    found = {}
    for path in sorted(MAPS.rglob("*.tmx")):
        name = path.relative_to(MAPS).with_suffix("").as_posix()
        for thing in load_room(name, MAPS).things:
            if thing.kind == "Item":
                assert thing.text("item") not in found, thing.text("item")
                found[thing.text("item")] = name
    return found


def test_twelve_plates_and_nine_keepsakes_lie_about():
    found = lying()
    names = [f"plate_{name}" for name in words().names("plants.real")]
    assert len(names) == ALL_PLATES and set(names) <= set(found)
    assert [found[name].split("/")[0] for name in names] == ["real"] * 6 + ["other"] * 6
    assert len(words().names("keepsakes")) == ALL_KEEPSAKES and set(words().names("keepsakes")) <= set(found)
    assert words().names("plants.real") == words().names("plants.other")


@pytest.mark.parametrize("name", words().names("plants.real"))
def test_a_plate_is_found_read_and_kept(name: str):
    item = f"plate_{name}"
    room = lying()[item]
    play = Play(room)
    play.use(item)
    play.until(lambda: isinstance(play.session.panel, NotePanel), within=60)
    side = room.split("/")[0]
    assert play.session.panel.key == f"plants.{side}.{name}"
    assert item in play.session.story.items and not play.session.world.is_alive(play.session.find(item))
    play.read()
    play.wait(60)
    assert play.session.panel is None, "it is read once"
    assert plates(play.session.story) == 1
    assert play.session.content.words.item(item) == words().get(f"plants.real.{name}")


@pytest.mark.parametrize(
    ("name", "room", "flags"),
    [
        ("silas_knot", "between/mirror", ("memory_silas_seen",)),
        ("hester_ribbon", "between/mirror", ("memory_hester_seen",)),
        ("ivy_plait", "between/mirror", ("memory_ivy_seen",)),
    ],
)
def test_what_a_child_kept_is_left_where_it_stood(name: str, room: str, flags: tuple[str, ...]):
    before = Play(room)
    assert not before.session.find(f"keepsake_{name}")
    play = Play(room, flags=flags)
    play.use(f"keepsake_{name}")
    play.wait(10)
    assert name in play.session.story.items and keepsakes(play.session) == 1


def test_the_penny_lies_on_what_is_left_of_her_floor():
    play = Play("between/web")
    play.use("keepsake_hester_penny")
    play.wait(10)
    assert "hester_penny" in play.session.story.items
