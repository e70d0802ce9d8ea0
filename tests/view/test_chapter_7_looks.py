"""What the mirror looks like, as far as a test can see: rings are light, broken ones have gaps, memories fill two holes."""

import math

import pygame
import pytest

from game.content.words import load_words
from game.data import data_folder
from game.sim.acts import Pane, Ripples
from game.sim.acts.ripples import GAP, Ring
from game.sim.panels import LettersPanel, PantomimePanel, RacePanel
from game.testing import Play
from game.view.acts.mirror.room import ring_points
from game.view.assets import Assets
from game.view.felt import Cloth
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels import Panels
from game.view.panels.paper import APART, HOLE
from game.view.show import Show

OPENED = ("mirror_opened", "ripples_told", "ring_said_1", "ring_said_2", "ring_said_3")
PHASES = {
    LettersPanel: ("write", "home", "nearer", "sew"),
    PantomimePanel: ("doors", "house", "sew"),
    RacePanel: ("race", "cat", "foot", "away", "sew"),
}


@pytest.fixture(scope="module")
def assets():
    pygame.display.init()
    return Assets(data_folder("assets"), data_folder("maps"))


def brightness(surface: pygame.Surface, x: int, y: int) -> int:
    return sum(surface.get_at((x, y))[:3])


def test_a_ring_is_whole_until_it_is_broken():
    assert len(ring_points(0, 0, 50, [])) == 1
    for run in ring_points(0, 0, 50, [math.pi / 2]):
        assert all(abs(math.atan2(y, x) - math.pi / 2) > GAP * 0.7 for x, y in run)


def test_rings_are_the_light(assets):
    play = Play(beat="mirror_ghosts", flags=OPENED)
    play.wait(90)
    act = play.session.act
    assert isinstance(act, Ripples)
    show = Show(assets)
    dark = show.frame(play.session, 1.0, 1 / 60).scene.light.surface.copy()
    act.rings = [Ring(320, 250, 400, radius=100)]
    lit = show.frame(play.session, 1.0, 1 / 60).scene.light.surface
    x, y = 320 - 94 - show.corner[0], 250 - show.corner[1]
    assert brightness(lit, x, y) > brightness(dark, x, y) + 100
    assert brightness(lit, 620, 20) == brightness(dark, 620, 20), "and not where it has not come to"


@pytest.mark.parametrize("size", [(640, 360), (853, 360), (640, 400)])
def test_the_light_goes_before_she_comes(assets, size):
    play = Play(beat="wybie_frees", flags=["hand_seen"])
    play.wait(30)
    act = play.session.act
    assert isinstance(act, Pane)
    show = Show(assets, size)
    bright = show.frame(play.session, 1.0, 1 / 60).scene.light.surface.copy()
    act.matches, act.clock = 1, 128
    dark = show.frame(play.session, 1.0, 1 / 60).scene.light.surface
    x, y = 320 - show.corner[0], 150 - show.corner[1]
    assert brightness(dark, x, y) < brightness(bright, x, y) * 0.7
    act.clock = 200
    show.frame(play.session, 1.0, 1 / 60)


@pytest.mark.parametrize("kind", PHASES)
@pytest.mark.parametrize("size", [(640, 360), (853, 360)])
def test_a_memory_is_seen_through_two_holes(assets, kind, size):
    cloth = Cloth(assets)
    font = Font(*assets.font("font"))
    panels = Panels(cloth, font, load_words(data_folder("assets")))
    marks = Glyphs(cloth, font)
    to = pygame.Surface(size)
    panel = kind()
    for phase in PHASES[kind]:
        panel.go(phase)
        for ticks in (1, 40, 130, 250):
            panel.ticks, panel.life = ticks, panel.life + ticks
            panels.draw(to, panel, marks, Taste(), 100.0, "between")
        mid, cy = size[0] // 2, size[1] * 41 // 100
        assert panels.words_below
        for side in (-1, 1):
            hole = {tuple(to.get_at((mid + side * APART + dx, cy + dy))) for dx in (-70, 0, 70) for dy in (-60, 0, 60)}
            assert len(hole) > 1 or phase == "sew", phase
        rim = [tuple(to.get_at((mid + side * (APART + HOLE + 30), cy)))[:3] for side in (-1, 1)]
        assert all(sum(c) < 140 for c in rim) or phase == "sew"
