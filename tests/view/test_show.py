"""What a Show promises: it changes nothing in a session, repeats itself, and its camera neither trembles nor leaves the map."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import numpy as np
import pygame
import pytest

from game.content.tiled import load_room
from game.core.geometry import Box, Vec
from game.core.news import News
from game.core.world import World
from game.data import data_folder
from game.sim.happenings import Shook
from game.sim.parts import Fade, Furniture, Gaze, Lamp, Look, Place, Rules, Walker
from game.sim.room import Camera as Region
from game.sim.room import Room, Thing
from game.sim.ruin import Ruin
from game.sim.story import Story
from game.view.assets import Assets
from game.view.camera import Camera
from game.view.fit import fitted
from game.view.light import Light, Shading, Sky, Surfaces, banded, bayer, cast, wavering
from game.view.paint_soft import SoftPainter
from game.view.pictures import washed
from game.view.show import Show
from game.view.stage import open_painter

ROOMS = ("real/flat_down", "real/flat_up", "real/grounds", "real/orchard")
ASSETS = data_folder("assets")
needs_art = pytest.mark.skipif(
    not all((ASSETS / "art" / p).exists() for p in ("props/real.json", "actors/coraline.png", "tiles/house_n.png")),
    reason="the art is not made yet: python -m make_art all",
)


@dataclass
class Played:
    """What looks may read of a session, and no more."""

    room: Room
    world: World
    hero: int
    tick: int = 100
    talk: Any = None
    panel: Any = None
    act: Any = None
    crossing: Any = None
    prompt: Any = None
    fade: Fade = field(default_factory=Fade)
    title: Any = None
    gaze: Gaze | None = None
    weather: str = "none"
    is_night: bool = False
    news: News = field(default_factory=News)
    story: Story = field(default_factory=Story)
    rules: Rules = field(default_factory=Rules)
    ruin: Ruin = field(default_factory=lambda: Ruin(0, 0))

    @property
    def place(self) -> Place:
        return self.world.get(self.hero, Place)

    def find(self, name: str) -> int:
        return 0


def played(name: str, at: tuple[float, float] | None = None) -> Played:
    """A stay in one of our maps: the hero, the props, the lamps that need no flag."""
    room = load_room(name, data_folder("maps"))
    world = World()
    spawn = room.spawns[room.first_spawn].at
    x, y = at or (spawn.x, spawn.y)
    hero = world.born(Place(x, y, x, y), Look("coraline"), Walker())
    for thing in room.things:
        if "flag" in thing.text("if_flag"):
            continue
        foot = thing.foot
        place = Place(foot.x, foot.y, foot.x, foot.y)
        if thing.kind == "Light":
            world.born(place, _lamp(thing))
        elif thing.gid in room.pictures and thing.kind == "Prop":
            picture = room.pictures[thing.gid]
            world.born(place, Furniture(thing.gid, picture.prop, thing.box, foot.y, thing.flag("hangs")))
    world.settle()
    return Played(room, world, hero)


def _lamp(thing: Thing) -> Lamp:
    return Lamp(thing.number("radius", 90), thing.text("tint"), thing.number("energy"), shadows=thing.flag("shadows"))


@pytest.fixture(scope="module")
def assets() -> Iterator[Assets]:
    pygame.display.init()
    pygame.display.set_mode((8, 8))
    yield Assets(ASSETS, data_folder("maps"))


def pixels(show: Show, session: Played, painter: SoftPainter, between: float = 1.0) -> bytes:
    painter.draw(show.frame(session, between, 1 / 60))
    return hashlib.sha256(painter.read().tobytes()).digest()


# ---- pictures


@needs_art
@pytest.mark.parametrize("name", ROOMS)
@pytest.mark.parametrize("weather", ["none", "rain", "fog"])
def test_drawing_changes_nothing(assets: Assets, name: str, weather: str) -> None:
    session = played(name)
    session.weather = weather
    before = repr((session.world.rows(), session.tick, session.fade, session.gaze, session.news.all()))
    show = Show(assets)
    for between in (0.0, 0.4, 1.0):
        show.frame(session, between, 1 / 60)
    assert repr((session.world.rows(), session.tick, session.fade, session.gaze, session.news.all())) == before


@needs_art
@pytest.mark.parametrize("name", ROOMS)
def test_a_picture_repeats(assets: Assets, name: str) -> None:
    painter = SoftPainter()
    first = pixels(Show(assets), played(name), painter)
    assert first == pixels(Show(Assets(ASSETS, data_folder("maps"))), played(name), painter)


@needs_art
@pytest.mark.parametrize("size", [(640, 400), (853, 360)])
def test_other_canvases(assets: Assets, size: tuple[int, int]) -> None:
    painter = SoftPainter(size)
    painter.draw(Show(assets, size).frame(played("real/flat_down"), 1.0, 1 / 60))
    got = painter.read()
    assert got.shape == (size[1], size[0], 3)
    assert got.max() > 100


@needs_art
def test_night_is_darker_and_a_fade_hides_all(assets: Assets) -> None:
    painter, session = SoftPainter(), played("real/flat_down", (800, 230))
    show = Show(assets)
    painter.draw(show.frame(session, 1.0, 1 / 60))
    day = painter.read().mean()
    session.is_night = True
    painter.draw(show.frame(session, 1.0, 1 / 60))
    assert painter.read().mean() < day * 0.9
    session.fade = Fade(1.0)
    painter.draw(show.frame(session, 1.0, 1 / 60))
    assert painter.read().max() == 0


@needs_art
def test_a_lamp_that_is_lit_brightens_the_room_within_a_second(assets: Assets) -> None:
    painter, session = SoftPainter(), played("real/flat_down", (800, 230))
    session.is_night = True
    show = Show(assets)
    for _ in range(3):
        painter.draw(show.frame(session, 1.0, 1 / 60))
    dark = painter.read()[150:330, 200:440].mean()
    session.world.born(Place(800, 260, 800, 260), Lamp(180, "#ffffd9a0", 1.2, shadows=True))
    session.world.settle()
    for _ in range(60):
        session.tick += 1
        painter.draw(show.frame(session, 1.0, 1 / 60))
    assert painter.read()[150:330, 200:440].mean() > dark * 1.2


@needs_art
def test_calm_neither_flickers_nor_shakes(assets: Assets) -> None:
    session = played("real/flat_down", (800, 230))
    session.world.born(Place(800, 260, 800, 260), Lamp(180, "#ffffd9a0", 1.2, flicker=1.0))
    session.world.settle()
    session.news.tell(Shook(8, 60))
    show = Show(assets, calm=True)
    lights = set()
    for _ in range(12):
        session.tick += 1
        lights.add(pygame.image.tobytes(show.frame(session, 1.0, 1 / 60).scene.light.surface, "RGB"))
    assert len(lights) == 1


# ---- camera


def hall(regions: tuple[Region, ...] = ()) -> Room:
    return Room("test/hall", "real", 80, 60, cameras=regions)


def walk(camera: Camera, room: Room, start: Vec, way: Vec, frames: int, speed: float = 82.0) -> list[tuple[int, int]]:
    """Where she is on the screen, frame by frame, while she walks straight on."""
    seen = []
    at = start
    for i in range(frames):
        dt = (1 / 60, 1 / 58, 1 / 63)[i % 3]
        at = at + way * (speed * dt)
        x, y = camera.look(room, at, way, None, dt)
        seen.append((int(np.floor(at.x + 0.5)) - x, int(np.floor(at.y + 0.5)) - y))
    return seen


@pytest.mark.parametrize("way", [Vec(1, 0), Vec(-1, 0), Vec(0, 1), Vec(0, -1), Vec(0.7071, 0.7071)])
@pytest.mark.parametrize("speed", [31.0, 82.0, 131.7])
def test_she_does_not_tremble_on_the_screen(way: Vec, speed: float) -> None:
    camera, room = Camera((640, 360)), hall()
    camera.look(room, Vec(1200, 900), Vec(0, 0), None, 1 / 60)
    seen = walk(camera, room, Vec(1200, 900), way, 200, speed)
    for axis in (0, 1):
        steps = np.diff([p[axis] for p in seen])
        turns = np.diff(np.sign(steps[steps != 0]))
        assert np.count_nonzero(turns) <= 1, "once ahead and once back is following; more is trembling"
        late = steps[120:]
        assert np.count_nonzero(late) == 0, "at an even pace she stands still on the screen"


@pytest.mark.parametrize("start", [Vec(0, 0), Vec(2559, 1919), Vec(5, 1500), Vec(2000, 10)])
def test_the_camera_stays_in_the_map(start: Vec) -> None:
    camera, room = Camera((640, 360)), hall()
    camera.shake(12, 90)
    for i in range(200):
        at = Vec(start.x + (1280 - start.x) * i / 200, start.y)
        x, y = camera.look(room, at, Vec(1, 0), None, 1 / 60)
        assert 0 <= x <= room.size.x - 640
        assert 0 <= y <= room.size.y - 360


def test_from_region_to_region_without_a_jump() -> None:
    left, right = Region("left", Box(0, 0, 700, 500)), Region("right", Box(700, 0, 900, 500), 1)
    camera, room = Camera((640, 360)), hall((left, right))
    last = camera.look(room, Vec(600, 250), Vec(0, 0), None, 1 / 60)
    first = last
    for i in range(160):
        now = camera.look(room, Vec(600 + i * 1.4, 250), Vec(1, 0), None, 1 / 60)
        assert abs(now[0] - last[0]) < 34
        last = now
    assert last[0] >= 700 > first[0] + 640 - 641


def test_a_locked_region_and_a_larger_view() -> None:
    camera = Camera((640, 360))
    room = hall((Region("small", Box(960, 640, 320, 256), lock=True),))
    assert camera.look(room, Vec(1000, 700), Vec(0, 0), None, 1 / 60) == (800, 588)
    for i in range(60):
        assert camera.look(room, Vec(1000 + i, 700), Vec(1, 0), None, 1 / 60) == (800, 588)


def test_a_gaze_draws_the_camera_and_lets_go() -> None:
    camera, room = Camera((640, 360)), hall()
    here = camera.look(room, Vec(1200, 900), Vec(0, 0), None, 1 / 60)
    for _ in range(300):
        there = camera.look(room, Vec(1200, 900), Vec(0, 0), Gaze(1800, 1200), 1 / 60)
    assert there == (1480, 1020)
    for _ in range(300):
        back = camera.look(room, Vec(1200, 900), Vec(0, 0), None, 1 / 60)
    assert back == here


def test_a_map_smaller_than_the_picture_is_centred() -> None:
    camera = Camera((853, 360))
    assert camera.look(Room("test/cell", "real", 10, 8), Vec(100, 100), Vec(0, 0), None, 1 / 60) == (-267, -52)


# ---- light


def test_walls_stop_light_and_furniture_dims_it() -> None:
    lamp = Light(1, 100, 100, 44, 90, (1, 1, 1), 1.0, shadows=True)
    shadow = cast(lamp, [pygame.Rect(120, 60, 20, 80)], [pygame.Rect(95, 120, 10, 8)])
    at = lambda has_low, x, z: float(shadow.look(has_low, np.array([x], np.int32), np.array([[z]], np.int32))[0, 0])  # noqa: E731
    assert at(False, 170, 100) < 0.05
    assert at(False, 80, 100) > 0.95
    assert 0.3 < at(True, 100, 132) < 0.9
    assert at(False, 100, 132) > 0.95


def test_light_falls_off_and_comes_in_bands() -> None:
    normals = np.zeros((3, 64, 128), np.float32)
    normals[1] = 1
    shading = Shading(Surfaces((0, 0), normals), Sky((0.3, 0.3, 0.3)))
    shading.add(Light(1, 0, 32, 40, 120, (1.0, 0.8, 0.6), 1.0), None)
    row = shading.total[0, 32]
    assert (np.diff(row) <= 1e-6).all()
    assert row[0] > 0.8 > 0.35 > row[-1]
    levels = np.unique(banded(np.full((3, 8, 8), 0.5, np.float32), bayer(8, 8, 0, 0)) & 255)
    assert len(levels) <= 2


def test_flicker_keeps_its_rhythm_and_its_bounds() -> None:
    values = [wavering(t) for t in range(2000)]
    assert 0 <= min(values) < 0.3 < 0.7 < max(values) <= 1
    assert all(len(set(values[i : i + 4])) == 1 for i in range(0, 2000, 4)), "15 times a second"


# ---- stage


def test_the_picture_is_fitted_into_any_window() -> None:
    assert fitted((640, 360), (1920, 1080)) == pygame.Rect(0, 0, 1920, 1080)
    assert fitted((640, 400), (1920, 1080)).size == (1280, 800)
    assert fitted((640, 360), (333, 444)).w == 333
    assert fitted((640, 360), (1000, 900), "stretch").size == (1000, 900)


def test_a_painter_is_always_found() -> None:
    painter, note = open_painter("software", (640, 400))
    assert (painter.canvas, note, painter.is_opengl) == ((640, 400), "", False)
    painter, note = open_painter("opengl", shaders=None)
    assert not painter.is_opengl
    assert "software" in note
    painter, note = open_painter("opengl", shaders=ASSETS / "shaders", on_window=True)
    assert not painter.is_opengl
    assert note.startswith("OpenGL: ")
    assert "\n" not in note


def test_washing_a_part_of_an_atlas_leaves_its_shape() -> None:
    atlas = pygame.Surface((64, 64), pygame.SRCALPHA, 32)
    atlas.fill((200, 40, 40, 255), (10, 10, 13, 17))
    part = atlas.subsurface((7, 5, 20, 30))
    pale = washed(part, 0.5)
    assert (pygame.surfarray.array_alpha(pale) == pygame.surfarray.array_alpha(part)).all()
    inside = pygame.surfarray.array3d(pale)[4:15, 6:21]
    assert (inside == inside[0, 0]).all()
    assert 40 < inside[0, 0, 1] < inside[0, 0, 0] < 200
    assert washed(part, 1.0) is part
