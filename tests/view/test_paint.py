"""What must hold between the two painters. Needs EGL (software is enough) but no art: the worlds are noise and patches."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import numpy as np
import pygame
import pytest
from pygame import Mask

from game.data import data_folder
from game.view import looks
from game.view.paint_soft import SoftPainter, picture
from game.view.painter import (
    BAKED,
    Bloom,
    Crumble,
    Fog,
    Frame,
    Grade,
    Layer,
    Lens,
    Painter,
    Passage,
    Scene,
    Size,
    grid_of,
)

SIZES: tuple[Size, ...] = ((640, 360), (640, 400), (853, 360))


def opengl(size: Size, canvas: Size) -> Painter:
    """An OpenGL painter without a window; skips the test, and says why, where there is none."""
    try:
        moderngl: Any = import_module("moderngl")
        context = moderngl.create_standalone_context(backend="egl", require=330)
    except Exception as trouble:
        pytest.skip(f"no OpenGL 3.3 through EGL here ({trouble}): painters not compared")
    painter: Painter = import_module("game.view.paint_gl").GLPainter(
        context, data_folder("assets") / "shaders", size, canvas
    )
    return painter


@pytest.fixture(scope="module", params=SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
def painters(request: pytest.FixtureRequest) -> tuple[Painter, Painter]:
    pygame.display.init()
    pygame.display.set_mode((8, 8))
    return SoftPainter(request.param), opengl(request.param, request.param)


PALE, CLEAR = Grade(0.8, (1.05, 1.0, 0.95), (0.01, -0.01, 0.02)), Fog()


def scene(size: Size, seed: int, grade: Grade = PALE, fog: Fog = CLEAR) -> Scene:
    w, h = size
    smooth = np.stack([looks.noise(h, w, 6, 10, seed + i, 2) for i in range(3)], -1)
    layers = (smooth, 0.25 + smooth * 0.5, np.clip(smooth - 0.8, 0, 1))
    return Scene(*(Layer(picture(a)) for a in layers), grade, fog)


def field(size: Size, edge: float, origin: tuple[int, int] = (0, 0)) -> Crumble:
    """Half of it stands; of the other, a part is baked into the scene already, and some blocks loosen."""
    columns, rows = grid_of(size, origin)
    ground = looks.noise(rows, columns, 5, 7, 3, 2)
    k = np.where(ground > edge, 1.0, np.where(ground > edge - 0.2, 0.0, BAKED))
    k = np.where((ground > edge) & (ground < edge + 0.05), 0.92, k)
    body = Mask((30, 60), fill=True)
    return Crumble(k.astype(np.float32), origin=origin, spared=((body, (100, 90)), (body, (-10, 330))))


def frames(size: Size) -> dict[str, Frame]:
    """One of every effect: add a line here when you add one."""
    one = scene(size, 1)
    return {
        "plain": Frame(one),
        "fog": Frame(scene(size, 1, fog=Fog(0.5)), 3.0),
        "crumble": Frame(one, 0.33, crumble=field(size, 0.5)),
        "crumble of a map that scrolls": Frame(one, 0.33, crumble=field(size, 0.5, (1003, 517))),
        "crumble left of the map": Frame(one, 0.33, crumble=field(size, 0.5, (-77, -13)), calm=True),
        "passage": Frame(one, passage=Passage(0.4, 0.5)),
        "calm passage": Frame(one, passage=Passage(0.4, 0.5), calm=True),
        "bloom": Frame(one, bloom=Bloom(scene(size, 9), 200, 100, 0.4)),
        "drained": Frame(one, 1.0, lens=Lens(-500, -500, 60, 0.7)),
        "calm": Frame(one, 1.0, lens=Lens(-500, -500, 60, 0.7), calm=True),
        "stitches": Frame(one, stitches=2.5),
        "shut": Frame(one, stitches=4.0),
        "veil": Frame(one, veil=(40, 10, 0), veiled=0.6),
        "interface": Frame(one, paint_over=lambda s: s.fill((200, 40, 90), (30, 40, 100, 20)) and None),
    }


NAMES = tuple(frames((16, 16)))


@pytest.mark.parametrize("name", NAMES)
def test_painters_agree(painters: tuple[Painter, Painter], name: str) -> None:
    frame = frames(painters[0].canvas)[name]
    for p in painters:
        p.draw(frame)
    off = np.abs(painters[0].read().astype(int) - painters[1].read().astype(int)).max(-1)
    assert off.mean() < 3
    assert (off > 16).mean() < 0.002


def test_hole_and_stone_lie_on_the_same_pixels(painters: tuple[Painter, Painter]) -> None:
    w, h = painters[0].canvas
    black, white = scene((w, h), 1, Grade(vignette=0)), scene((w, h), 1, Grade(vignette=0))
    for s, v in ((black, 0), (white, 255)):
        for layer, c in ((s.albedo, v), (s.light, 128), (s.emissive, 0)):
            layer.surface.fill((c, c, c))
    holes = []
    y, x = np.mgrid[0:h, 0:w]
    for p in painters:
        p.draw(Frame(black, truth=white, lens=Lens(320, 180, glow=(0, 0, 0))))
        holes.append((p.read().min(-1) > 150) & (np.hypot(x - 320, y - 180) < 65))
    assert (holes[0] & holes[1]).sum() / (holes[0] | holes[1]).sum() > 0.995


@pytest.mark.parametrize("at", [(0, 0), (639, 359), (-30, 100), (320, -40), (700, 400), (5000, 5000)])
def test_the_stone_may_leave_the_screen(painters: tuple[Painter, Painter], at: tuple[int, int]) -> None:
    one, two = scene(painters[0].canvas, 1), scene(painters[0].canvas, 2)
    for p in painters:
        p.draw(Frame(one, truth=two, lens=Lens(*at)))


def test_drawing_changes_nothing_and_repeats(painters: tuple[Painter, Painter]) -> None:
    size = painters[0].canvas
    frame = Frame(scene(size, 1), 1.5, scene(size, 2), Lens(200, 150), field(size, 0.5), stitches=1)
    layers = (frame.scene.albedo, frame.scene.light, frame.scene.emissive)
    before = [pygame.image.tobytes(s.surface, "RGB") for s in layers]
    for p in painters:
        p.draw(frame)
        first = p.read()
        p.draw(frames(size)["plain"])
        p.draw(frame)
        assert (first == p.read()).all()
    assert before == [pygame.image.tobytes(s.surface, "RGB") for s in layers]


def test_pieces_fall_inside_the_picture() -> None:
    """The fall writes through flat indices: nothing may land outside, on any canvas."""
    for size in SIZES:
        columns, rows = grid_of(size)
        painter = SoftPainter(size)
        for k in (0.1, 0.5, 0.84):
            painter.draw(Frame(scene(size, 1), crumble=Crumble(np.full((rows, columns), k, np.float32))))


@pytest.mark.parametrize("window", [(1280, 720), (1000, 700), (1920, 1080)])
def test_opengl_fills_its_window(window: Size) -> None:
    painter = opengl(window, (640, 360))
    painter.draw(Frame(scene((640, 360), 1), lens=Lens(320, 180)))
    got = painter.read()
    zoom = min(window[0] // 640, window[1] // 360)
    left, top = (window[0] - 640 * zoom) // 2, (window[1] - 360 * zoom) // 2
    assert got.shape == (window[1], window[0], 3)
    assert got[top : top + 360 * zoom, left : left + 640 * zoom].mean() > 20
    assert left == 0 or got[:, :left].max() == 0
    assert top == 0 or got[:top].max() == 0


def test_the_first_picture_bakes_little() -> None:
    """Heavy tables wait until their effect is wanted (a start-up of 150 ms has no room for them)."""
    painter = SoftPainter()
    painter.draw(Frame(scene((640, 360), 1)))
    baked = set(vars(painter))
    assert not baked & {"_grain", "_fog_field", "_pieces", "_skin"}
    assert painter._void is None
