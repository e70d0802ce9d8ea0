"""What the stone shows: drawn only in its hole, only where truth differs, and the same whatever the canvas."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
from dataclasses import replace

import numpy as np
import pygame
import pytest

from game.content.start import new_session
from game.core.intent import Action, Intent
from game.data import data_folder
from game.sim.parts import Feigned, Furniture, Stone, Truth
from game.sim.session import Session
from game.sim.story import BEATS
from game.view import looks
from game.view.assets import Assets
from game.view.paint_soft import SoftPainter
from game.view.painter import Frame, Lens
from game.view.show import Show
from game.view.truth import is_made, sewn

IDS = [b.id for b in BEATS]
TOLD = tuple(IDS[: IDS.index("game_proposed") + 1])


def held_up(room: str, ticks: int = 30) -> Session:
    session = new_session(room, flags=TOLD)
    session.give("adder_stone")
    for _ in range(60):
        session.step(Intent())
        session.talk = None
    look(session, ticks)
    return session


def look(session: Session, ticks: int) -> None:
    for _ in range(ticks):
        session.scenes.clear()
        session.talk, session.panel, session.locks = None, None, 0
        session.step(Intent(held=Action.STONE))


def stand_at(session: Session, x: float, y: float) -> None:
    place = session.place
    session.space.move(session.hero, x, y)
    place.x = place.was_x = x
    place.y = place.was_y = y


def shown(size: tuple[int, int] = (640, 360)) -> Show:
    pygame.display.init()
    pygame.display.set_mode((8, 8))
    return Show(Assets(data_folder("assets"), data_folder("maps")), size)


def test_down_it_costs_nothing_and_up_it_is_where_the_rules_have_it() -> None:
    session, show = held_up("other/flat_down", ticks=0), shown()
    assert show.frame(session, 1.0, 1 / 60).lens is None
    look(session, 30)
    lens = show.frame(session, 1.0, 1 / 60).lens
    stone = session.world.get(session.hero, Stone)
    assert lens is not None
    assert lens.amount == 1
    assert lens.radius == stone.radius == 60
    x, y = show.corner
    assert (lens.x, lens.y) == pytest.approx((stone.x - x, stone.y - y))


def test_raising_it_passes_through_baked_sizes_and_bakes_nothing_new() -> None:
    session, show, painter = held_up("other/flat_down", ticks=0), shown(), SoftPainter()
    for _ in painter.warm(60):
        pass
    from game.view import paint_soft

    before = paint_soft._stone.cache_info().misses, paint_soft._hole.cache_info().misses
    for _ in range(20):
        look(session, 1)
        painter.draw(show.frame(session, 1.0, 1 / 60))
    assert (paint_soft._stone.cache_info().misses, paint_soft._hole.cache_info().misses) == before
    assert {looks.baked_radius(r) for r in (6.0, 33.0, 60.0, 84.0)} <= set(looks.RADII)


def test_the_wide_stone_is_baked_only_for_those_who_asked() -> None:
    from game.view import paint_soft

    paint_soft._stone.cache_clear()
    for _ in SoftPainter().warm(60):
        pass
    assert paint_soft._stone.cache_info().currsize == sum(r <= 60 for r in looks.RADII)


def test_the_truth_is_drawn_only_in_the_hole() -> None:
    session, show = held_up("other/flat_down"), shown()
    truth = next(t for _, t in session.world.each(Truth) if t.shows == "hidden")
    stand_at(session, truth.area.middle.x, truth.area.bottom + 40)
    look(session, 20)
    frame = show.frame(session, 1.0, 1 / 60)
    assert frame.lens is not None
    assert frame.truth is not None
    area = frame.truth.albedo.area
    assert area is not None
    assert area.w <= 2 * (60 * 1.2 + 8)
    assert area.collidepoint(frame.lens.x, min(frame.lens.y, 359))


def test_what_is_false_is_gone_in_the_stone_alone() -> None:
    session, show = held_up("other/flat_down"), shown()
    false = [(e, f) for e, f, _ in session.world.each(Furniture, Feigned)]
    assert false, "nothing is false there any more: choose another map"
    entity, furniture = false[0]
    stand_at(session, furniture.box.middle.x, furniture.box.bottom + 30)
    look(session, 20)
    show.frame(session, 1.0, 1 / 60)
    stand = show._stand
    assert stand is not None
    assert stand._true is not None
    plain = {p.entity for row in (stand._flat, stand._upright) for p in row.pieces}
    true = {p.entity for row in stand._true for p in row.pieces}
    assert entity in plain
    assert entity not in true


def test_where_nothing_is_other_than_it_seems_the_scene_itself_is_shown() -> None:
    session, show = held_up("real/flat_up"), shown()
    assert not session.world.each(Truth)
    frame = show.frame(session, 1.0, 1 / 60)
    assert frame.lens is not None
    assert frame.truth is not None
    assert frame.truth.albedo is frame.scene.albedo


def test_pictures_of_a_session_with_the_stone_up_change_nothing_in_it() -> None:
    session, show = held_up("other/flat_down"), shown()
    before = session.state_hash()
    show.frame(session, 0.5, 1 / 60)
    assert session.state_hash() == before


def test_outside_the_stone_nothing_of_the_truth_is_seen() -> None:
    session, show, painter = held_up("other/flat_down"), shown(), SoftPainter()
    frame = show.frame(session, 1.0, 1 / 60)
    assert frame.lens is not None
    painter.draw(replace(frame, truth=None))
    plain = painter.read()
    painter.draw(frame)
    y, x = np.mgrid[0:360, 0:640]
    far = np.hypot(x - frame.lens.x, y - frame.lens.y) > 60 * 1.1
    assert (plain == painter.read())[far].all()


@pytest.mark.parametrize("size", [(640, 400), (853, 360)])
def test_other_canvases_show_the_stone_too(size: tuple[int, int]) -> None:
    session, show, painter = held_up("other/flat_down"), shown(size), SoftPainter(size)
    frame = show.frame(session, 1.0, 1 / 60)
    painter.draw(frame)
    assert painter.read().shape == (size[1], size[0], 3)
    assert frame.lens is not None


def test_calm_keeps_the_glass_still() -> None:
    frame = Frame(shown().blank_frame().scene, lens=Lens(100, 100), calm=True)
    assert {looks.phase_of(replace(frame, time=t / 10), 60) for t in range(40)} == {-1}
    assert len({looks.phase_of(replace(frame, time=t / 10, calm=False), 60) for t in range(40)}) == looks.PHASES


def test_who_was_made_is_cloth_and_who_was_born_is_not() -> None:
    assert is_made("other_father")
    assert not is_made("coraline")
    assert not is_made("cat")
    doll = pygame.Surface((20, 40), pygame.SRCALPHA, 32)
    doll.fill((200, 120, 90, 255), (5, 5, 10, 30))
    cloth = sewn(doll)
    assert cloth.get_size() == doll.get_size()
    assert pygame.mask.from_surface(cloth).count() == pygame.mask.from_surface(doll).count()
