"""What chapter 3 looks like, as far as a test can see: the shadow is made of the rings, nothing runs out of the picture."""

from itertools import product

import pygame
import pytest

from game.content.words import load_words
from game.data import data_folder
from game.sim.acts import BeamAct, StrollAct
from game.sim.panels import LanternPanel, MessagePanel, PhotoPanel
from game.testing import Play
from game.view.felt import FELT
from game.view.hud import Taste
from game.view.panels import DRAWERS
from game.view.panels.shadow import REACH, SS, draw_bridge, draw_girl, draw_needle
from game.view.show import Show
from tests.interface import SCREENS, SIZES, art, cloth, font, keyboard, needs_art

pytestmark = needs_art
STEP = 3.14159265 / 3


def cast(rings, pull=0.0):
    """What stands on the sheet at these places of the rings."""
    s = pygame.Surface((REACH * 2 * SS, REACH * 2 * SS), pygame.SRCALPHA, 32)
    draw_needle(s, rings[2] * STEP)
    draw_bridge(s, rings[1] * STEP, pull)
    draw_girl(s, rings[0] * STEP, 0.0, pull)
    return s


def test_every_place_of_the_rings_is_another_shadow():
    seen = {pygame.image.tobytes(cast(rings), "RGBA") for rings in product(range(6), (0, 1, 3), (0, 2, 5))}
    assert len(seen) == 6 * 3 * 3


def test_threaded_means_that_the_thread_goes_through_the_eye():
    x, y = (REACH + 86) * SS, (REACH + 35) * SS
    empty = pygame.Surface((REACH * 2 * SS, REACH * 2 * SS), pygame.SRCALPHA, 32)
    draw_needle(empty, 0.0)
    eye = pygame.Rect(x - 4, y - 12, 8, 24)
    holes = [(px, py) for px in range(eye.x, eye.right) for py in range(eye.y, eye.bottom)]
    assert all(empty.get_at(p).a == 0 for p in holes)
    assert any(cast((3, 0, 0)).get_at(p).a for p in holes)
    assert not any(cast((3, 2, 0)).get_at(p).a for p in holes)


def test_pulled_through_she_is_small_and_near_the_eye_and_the_bridge_is_thread():
    def wide(s):
        return pygame.mask.from_surface(s).count()

    assert wide(cast((0, 0, 0), 1.0)) < 0.6 * wide(cast((0, 0, 0)))


PANELS = [
    LanternPanel(),
    LanternPanel(now=(3, 6, 1), ticks=9, guess="beats.actresses_warn.guess.5", guess_ticks=30, is_locked=True),
    LanternPanel(rings=(0, 0, 0), was=(0, 0, 0), now=(0, 0, 0), is_fixed=True, pulled=120),
    MessagePanel(),
    MessagePanel(state="pick", ticks=30, held=1, cursor=4, swaps=2, sits=(2,), hums=True),
    MessagePanel(state="swap", ticks=12, swapping=(0, 3)),
    MessagePanel(state="read", ticks=130),
    MessagePanel(state="told", order=(0, 1, 2, 3), bow_ticks=70),
    PhotoPanel(ticks=30),
    PhotoPanel(eye=1, ticks=50, asks=True, seen=(0, 1), caption="beats.twin_told.which"),
    PhotoPanel(eye=2, was=1, ticks=4, is_fixed=True),
]


@pytest.mark.parametrize("panel", PANELS, ids=lambda p: type(p).__name__)
def test_panels_are_drawn_in_every_size_and_changed_by_nobody(panel):
    words = load_words(data_folder("assets"))
    before = repr(panel)
    for screen in SCREENS:
        for size in SIZES:
            for calm in (False, True):
                drawer = DRAWERS[type(panel)](cloth(), font(), words)
                drawer.ramp = FELT
                to = pygame.Surface(screen, 0, 32)
                drawer.show(to, panel, keyboard(), taste(size, calm), 100.0, 1 / 60)
                drawer.show(to, panel, keyboard(), taste(size, calm), 100.0, 1.0)
                assert to.get_rect().inflate(4, 60).contains(drawer.box)
                assert pygame.transform.average_color(to)[:3] != (0, 0, 0)
    assert repr(panel) == before


def taste(size, calm):
    return Taste(size, calm=calm)


def test_beam_and_walk_are_drawn_through_and_fate_is_not_moved():
    play = Play("real/attic", "cp_ring", beat="bobinsky_warns", flags=["began_bobinsky_warns", "bobinsky_opened"])
    show = Show(art())
    session = play.session
    play.wait(5)
    session.act = act = BeamAct(points=((640.0, 368.0), (464.0, 368.0)), s=20.0, mouse=session.find("mouse_lead"))
    for state, ticks in (("walk", 5), ("flap", 12), ("fall", 12), ("lie", 8), ("carried", 9), ("hop", 6)):
        act.state, act.state_ticks, act.mat, act.mat_x, act.mat_y, act.offset = state, ticks, 1.0, 560.0, 410.0, 15.0
        before = play.hash()
        show.hear(session)
        show.frame(session, 0.5, 1 / 60)
        assert play.hash() == before
    act.state, act.phase, act.phase_ticks, act.side, act.parade_s = "walk", "told", 20.0, 1, 60.0
    act.parade, act.parade_ticks = "crossing", 60
    show.frame(session, 0.5, 1 / 60)
    walk = Play("real/grounds", "from_flat_down")
    walk.wait(3)
    walk.session.act = StrollAct(face=(1024.0, 349.0))
    walk.session.act.kick(1024.0, 640.0, 1, walk.session.tick)
    walk.wait(8)
    show.frame(walk.session, 0.5, 1 / 60)
