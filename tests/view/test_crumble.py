"""A world that comes apart, as drawn: what fell is baked once, what falls is handed to the painters, a still room costs nothing."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
import numpy as np
import pygame
from pygame import Rect

from game.app.presenter import Presenter
from game.app.settings import Settings
from game.content.start import new_session
from game.core.intent import Intent
from game.data import data_folder
from game.sim.harm import sew
from game.sim.parts import Harm
from game.sim.session import Session
from game.view.assets import Assets
from game.view.paint_soft import SoftPainter
from game.view.painter import BAKED, BLOCK, STANDS, Frame
from game.view.ruins import OWN
from game.view.sewing import FULL
from game.view.show import Show

ROOM = "other/flat_up"


def ruined(clock: int) -> Session:
    """Upstairs, so many ticks into the house's run-out."""
    session = new_session(ROOM, flags=("stone_given", "game_proposed", "runout_house"))
    session.story.counts["runout.house"] = clock
    session.enter(ROOM, session.room.first_spawn)
    return session


def on(session: Session, ticks: int = 1) -> None:
    for _ in range(ticks):
        session.story.counts["runout.house"] += 1
        harm = session.world.get(session.hero, Harm)
        harm.tumble, session.wants_again = 0, ""
        session.scenes.clear()
        session.talk, session.locks = None, 0
        session.step(Intent())


def shown() -> Show:
    pygame.display.init()
    pygame.display.set_mode((8, 8))
    return Show(Assets(data_folder("assets"), data_folder("maps")))


def pictures(show: Show, session: Session, n: int) -> Frame:
    for _ in range(n):
        frame = show.frame(session, 1.0, 1 / 60)
    return frame


def test_a_whole_room_asks_nothing_of_the_painters() -> None:
    session = new_session(ROOM)
    assert pictures(shown(), session, 2).crumble is None


def test_what_falls_is_handed_on_and_what_has_fallen_is_baked() -> None:
    session, show = ruined(500), shown()
    seen_falling = seen_baked = False
    for _ in range(40):
        on(session, 10)
        crumble = pictures(show, session, 2).crumble
        if crumble is not None:
            k = crumble.integrity
            seen_falling |= bool(((k > 0) & (k < STANDS)).any())
            seen_baked |= bool((k == BAKED).any())
    assert seen_falling
    assert seen_baked


def test_a_room_that_lies_still_costs_no_more_than_a_whole_one() -> None:
    session, show = ruined(10**6), shown()
    assert pictures(show, session, 4).crumble is None
    ground = show._ground
    assert ground is not None
    chunks = ground.kept(Rect(show.corner, show.size))
    assert any(c.void is not None and c.void.any() for c in chunks)
    before = [(id(c.albedo), pygame.image.tobytes(c.albedo, "RGB")) for c in chunks]
    pictures(show, session, 10)
    after = [(id(c.albedo), pygame.image.tobytes(c.albedo, "RGB")) for c in ground.kept(Rect(show.corner, show.size))]
    assert before == after


def test_only_chunks_that_change_are_painted_again() -> None:
    session, show = ruined(500), shown()
    pictures(show, session, 2)
    ground = show._ground
    assert ground is not None
    view = Rect(show.corner, show.size)
    for _ in range(20):
        old = {c.at: (c.void, pygame.image.tobytes(c.albedo, "RGB")) for c in ground.kept(view)}
        on(session, 6)
        pictures(show, session, 1)
        for c in ground.kept(view):
            void, pixels = old.get(c.at, (None, b""))
            if void is not None and c.void is not None and (void == c.void).all():
                assert pixels == pygame.image.tobytes(c.albedo, "RGB")


def test_what_is_gone_has_no_lamp_and_does_not_glow() -> None:
    session, show = ruined(10**6), shown()
    pictures(show, session, 4)
    ground = show._ground
    assert ground is not None
    for c in ground.kept(Rect(show.corner, show.size)):
        assert c.void is not None
        assert c.lit is not None
        gone = np.repeat(np.repeat(c.void[OWN], BLOCK, 0), BLOCK, 1).T
        assert (pygame.surfarray.array2d(c.lit.light)[gone] & 0xFFFFFF == 0x808080).all()
        if c.glow is not None:
            assert not (pygame.surfarray.array2d(c.glow)[gone] & 0xFFFFFF).any()


def test_back_at_a_mark_it_all_stands_again() -> None:
    session, show = ruined(900), shown()
    pictures(show, session, 4)
    fallen = pygame.image.tobytes(show._layers.albedo, "RGB")
    session.story.counts["runout.house"] = 2
    session.enter(ROOM, session.room.first_spawn)
    pictures(show, session, 4)
    whole = shown()
    pictures(whole, session, 4)
    again = pygame.image.tobytes(show._layers.albedo, "RGB")
    assert again != fallen
    assert again == pygame.image.tobytes(whole._layers.albedo, "RGB")


def test_pictures_of_what_falls_change_nothing_in_the_session() -> None:
    session, show = ruined(650), shown()
    before = session.state_hash()
    pictures(show, session, 3)
    assert session.state_hash() == before


def test_people_are_drawn_after_the_crumble() -> None:
    """She stands whole on a floor that is going: her pixels are those of the picture without the crumble."""
    session, show, painter = ruined(500), shown(), SoftPainter()
    for _ in range(60):
        on(session, 6)
        frame = pictures(show, session, 1)
        if frame.crumble is not None and frame.crumble.spared:
            break
    assert frame.crumble is not None
    painter.draw(frame)
    crumbled = painter.read()
    people, frame.crumble = frame.crumble.spared, None
    painter.draw(frame)
    whole = painter.read()
    body = pygame.mask.Mask(show.size)
    for mask, at in people:
        body.draw(mask, at)
    bits = np.array([[body.get_at((x, y)) for x in range(0, 640, 2)] for y in range(0, 360, 2)], bool)
    assert (crumbled[::2, ::2][bits] == whole[::2, ::2][bits]).all()


def test_stitches_ease_in_and_the_last_closes_the_picture() -> None:
    session, show = ruined(1), shown()
    session.world.get(session.hero, Harm).grace = 0
    sew(session, "needle")
    show._heard = -1
    before = show.sewing.shown
    on(session)
    show.hear(session)
    assert before < show.sewing.shown < 1
    for _ in range(3):
        sew(session, "needle")
    for _ in range(40):
        session.step(Intent())
        show.hear(session)
    assert show.sewing.shown > FULL


def test_a_flash_is_for_those_who_want_flashes() -> None:
    session, show = ruined(1), shown()
    on(session, 60)
    session.fade.amount = session.fade.goal = 0.0
    sew(session, "needle")
    show._heard = -1
    show.hear(session)
    assert pictures(show, session, 1).veiled > 0
    show.flashes = False
    assert pictures(show, session, 1).veiled == 0
    show.flashes, show.calm = True, True
    assert pictures(show, session, 1).veiled == 0


class Fading:
    """A window whose OpenGL dies with the third picture."""

    def __init__(self) -> None:
        self.is_opengl, self.size = True, (640, 360)
        self.surface = pygame.Surface((640, 360), 0, 32)

    def reopen(self, wants_opengl: bool) -> None:
        self.is_opengl = wants_opengl


class Dying(SoftPainter):
    is_opengl = True
    left = 2

    def draw(self, frame: Frame) -> None:
        self.left -= 1
        if self.left < 0:
            raise RuntimeError("GL_CONTEXT_LOST")


def test_when_opengl_is_lost_the_game_goes_on_in_software() -> None:
    pygame.display.init()
    pygame.display.set_mode((640, 360))
    lines: list[str] = []
    presenter = Presenter(Fading(), Settings(), (640, 360), data_folder("assets") / "shaders", lines.append)  # type: ignore[arg-type]
    presenter.screen.painter = Dying()
    lines.clear()
    frame = shown().blank_frame()
    pygame.display.set_mode((640, 360))
    for _ in range(5):
        presenter.present(frame)
    assert not presenter.screen.painter.is_opengl
    assert len(lines) == 1
    assert "GL_CONTEXT_LOST" in lines[0]
