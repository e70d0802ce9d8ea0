"""Frozen sessions painted by both painters: what one machine shows, every machine shows. Needs EGL; says so where there is none.

The hole and the stone lie on the same pixels; outside the two pictures are equal but for rounding; inside OpenGL filters on
purpose, so that only what is left after a blur may be compared.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
import numpy as np
import numpy.typing as npt
import pygame
import pytest

from game.content.foes.beldam import make_beldam
from game.content.start import new_session
from game.core.geometry import Vec
from game.core.intent import Action, Intent
from game.data import data_folder
from game.sim.fingers import make_hand
from game.sim.parts import Arachnid, Severed
from game.sim.session import Session
from game.sim.story import BEATS
from game.view.assets import Assets
from game.view.paint_soft import SoftPainter
from game.view.painter import Frame, Grade, Layer, Lens, Painter, Scene, Size
from game.view.show import Show
from tests.view.test_paint import opengl

SIZE: Size = (640, 360)
IDS = [b.id for b in BEATS]
PROPOSED = tuple(IDS[: IDS.index("game_proposed") + 1])
RAISE_TICKS = 30
Bools = npt.NDArray[np.bool_]
Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class Frozen:
    """One moment: where, what has happened, and what it must show."""

    room: str
    told: tuple[str, ...] = PROPOSED
    flags: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    stone: bool = True
    how: str = "fade"
    calm: bool = False
    ticks: int = 30
    shows: Callable[[Frame], bool] = lambda frame: frame.lens is not None
    comes: Callable[[Session], object] = lambda session: None
    """Who is put there besides."""


def she_strikes(session: Session) -> None:
    she = session.world.get(make_beldam(session, Vec(544, 215)), Arachnid)
    she.reach_x, she.reach_y, she.struck = 600.0, 300.0, 4


def a_shadow(session: Session) -> None:
    session.rules.gentle = True
    she_strikes(session)


def the_hand(session: Session) -> None:
    at = session.place
    hand = session.world.get(make_hand(session, Vec(at.x + 60, at.y + 20)), Severed)
    hand.pose, hand.told, hand.string, hand.string_x, hand.string_y = "fan", 1.0, "taut", at.x, at.y - 20


def bones(frame: Frame) -> int:
    """How many pixels are white."""
    pixels = pygame.surfarray.array3d(frame.scene.albedo.surface)
    return int((pixels.min(2) > 180).sum())


MOMENTS = {
    "lens lesson": Frozen("real/basement", told=tuple(IDS[: IDS.index("stone_given")])),
    "house": Frozen("other/flat_down", flags=("began_soul_house",)),
    "upstairs": Frozen("other/flat_up", flags=("began_soul_house",), calm=True),
    "theatre": Frozen("other/basement", flags=("began_soul_theatre",)),
    "circus": Frozen("other/attic", flags=("began_soul_circus",)),
    "garden": Frozen("other/grounds"),
    "fog": Frozen("real/orchard", told=("arrival", "ignored")),
    "a house that falls": Frozen(
        "other/flat_up",
        flags=("runout_house",),
        counts=(("runout.house", 660),),
        shows=lambda f: f.crumble is not None and f.lens is not None,
    ),
    "a circus that falls, and stitches": Frozen(
        "other/attic",
        flags=("runout_circus",),
        counts=(("runout.circus", 700), ("stitches", 2)),
        stone=False,
        shows=lambda f: f.crumble is not None and f.stitches > 1,
    ),
    "passage": Frozen(
        "between/passage", stone=False, how="pulse", ticks=24, shows=lambda f: f.passage is not None
    ),
    "her true form": Frozen(
        "between/web", stone=False, ticks=40, comes=she_strikes, shows=lambda f: bones(f) > 4500
    ),
    "a shadow with hands": Frozen(
        "between/web", stone=False, ticks=40, comes=a_shadow, shows=lambda f: bones(f) < 4500
    ),
    "the hand": Frozen(
        "real/orchard", flags=("is_night",), stone=False, comes=the_hand, shows=lambda f: bones(f) > 120
    ),
    "bloom": Frozen("other/flat_down", stone=False, how="bloom", ticks=40, shows=lambda f: f.bloom is not None),
}  # fmt: skip


def session_of(moment: Frozen) -> Session:
    session = new_session(moment.room, flags=(*moment.told, *moment.flags))
    for name, n in moment.counts:
        session.story.counts[name] = n
    if moment.how != "fade" or moment.counts:  # comes in once more, as the story then has it
        room = session.content.load_room(moment.room)
        session.enter(moment.room, room.first_spawn, moment.how)
    session.give("adder_stone")
    moment.comes(session)
    if moment.stone:
        for _ in range(60):
            session.step(Intent())
            session.talk = None
    for _ in range(moment.ticks):
        held = Action.STONE if moment.stone else Action(0)
        session.scenes.clear()
        session.talk, session.panel, session.locks = None, None, 0
        session.step(Intent(held=held))
    return session


def frame_of(name: str) -> Frame:
    moment = MOMENTS[name]
    session = session_of(moment)
    show = Show(Assets(data_folder("assets"), data_folder("maps")), SIZE, moment.calm)
    for _ in range(40):
        show.sewing.hear(session, show.specks)
    for _ in range(6):
        frame = show.frame(session, 1.0, 1 / 30)
    return frame


@pytest.fixture(scope="module")
def painters() -> tuple[Painter, Painter]:
    pygame.display.init()
    pygame.display.set_mode((8, 8))
    return SoftPainter(SIZE), opengl(SIZE, SIZE)


def painted(painter: Painter, frame: Frame) -> Pixels:
    painter.draw(frame)
    return painter.read()


def flat(colour: int) -> Scene:
    surfaces = [pygame.Surface(SIZE, 0, 32) for _ in range(3)]
    for surface, c in zip(surfaces, (colour, 128, 0)):
        surface.fill((c, c, c))
    return Scene(*(Layer(s) for s in surfaces), Grade(vignette=0))  # type: ignore[arg-type]


def masks(painter: Painter, lens: Lens, calm: bool) -> tuple[Bools, Bools]:
    """(pixels of the hole, pixels of the stone), as a painter lays them: black round white, and black round black."""
    dark = replace(lens, glow=(0.0, 0.0, 0.0), amount=0.004)
    hole = painted(painter, Frame(flat(0), truth=flat(255), lens=dark, calm=calm)).min(-1) > 150
    stone = painted(painter, Frame(flat(0), truth=flat(0), lens=dark, calm=calm)).max(-1) > 8
    near = np.hypot(*(v - c for v, c in zip(np.mgrid[0 : SIZE[1], 0 : SIZE[0]], (lens.y, lens.x))))
    return hole & (near < lens.radius * 1.08), stone


def blurred(pixels: Pixels) -> npt.NDArray[np.float32]:
    """A box of 2 px each way."""
    out = np.zeros(pixels.shape, np.float32)
    wide = np.pad(pixels.astype(np.float32), ((2, 2), (2, 2), (0, 0)), mode="edge")
    for dy in range(5):
        for dx in range(5):
            out += wide[dy : dy + pixels.shape[0], dx : dx + pixels.shape[1]]
    return np.asarray(out / 25)


def overlap(a: Bools, b: Bools) -> float:
    return float((a & b).sum() / max((a | b).sum(), 1))


@pytest.mark.parametrize("name", MOMENTS)
def test_both_painters_show_the_same(painters: tuple[Painter, Painter], name: str) -> None:
    frame = frame_of(name)
    assert MOMENTS[name].shows(frame), "the moment is not what its name says"
    soft, hard = (painted(p, frame) for p in painters)
    off = np.abs(soft.astype(int) - hard.astype(int))
    outside = np.ones(soft.shape[:2], bool)
    if frame.lens is not None:
        (hole, stone), (hole_gl, stone_gl) = (masks(p, frame.lens, frame.calm) for p in painters)
        assert overlap(hole, hole_gl) > 0.99
        assert overlap(stone, stone_gl) > 0.99
        inside = hole & hole_gl
        assert np.abs(blurred(soft) - blurred(hard))[inside].mean() <= 8
        outside = ~(hole | stone | hole_gl | stone_gl)
    assert off[outside].mean() <= 3
    assert np.percentile(off[outside], 99) <= 8
