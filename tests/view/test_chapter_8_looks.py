"""What the clue board and the bet look like, as far as a test can see: in every size, inside the picture, changed by nobody."""

import pygame
import pytest

from game.content.words import load_words
from game.data import data_folder
from game.sim.panels import BoardPanel, WagerPanel
from game.sim.panels.board import CARDS, LINKS
from game.sim.panels.wager import WHOLE
from game.view.felt import FELT
from game.view.font import balanced
from game.view.hud import Taste
from game.view.panels import DRAWERS
from tests.interface import SCREENS, SIZES, cloth, font, gamepad, keyboard, needs_art

pytestmark = needs_art
PANELS = [
    BoardPanel(),
    BoardPanel(state="pick", ticks=30, cursor=3, held=0, age=40),
    BoardPanel(state="pick", ticks=30, cursor=5, wrong=3, age=47),
    BoardPanel(state="pull", ticks=12, tries=(0, 1)),
    BoardPanel(state="fall", ticks=20, tries=(0, 2), tied=((2, 3),), wrong=2, age=50),
    BoardPanel(state="told", ticks=80, tries=(4, 5), tied=LINKS, joined=90, age=200),
    WagerPanel(),
    WagerPanel(state="pick", ticks=30, cursor=4, chosen=(3, 0, 2, 0), age=40),
    WagerPanel(state="pick", ticks=30, cursor=2, turned=9, age=40),
    WagerPanel(state="sew", ticks=60, chosen=WHOLE, target=1, reach=70, age=50),
    WagerPanel(state="sew", ticks=60, sewn=1, chosen=WHOLE, away=8, slapped=True, age=50),
    WagerPanel(state="sew", ticks=90, sewn=1, chosen=(3, 1, 0, 1), glint=20, age=90),
    WagerPanel(state="told", ticks=80, sewn=2, chosen=(3, 1, 1, 1), age=200, tries=1),
    WagerPanel(state="knot", ticks=30, sewn=4, chosen=WHOLE),
    WagerPanel(state="tied", ticks=60, sewn=4, chosen=WHOLE, age=80),
]


def drawn(panel, screen, size, calm=False, marks=None, spoken=False):
    drawer = DRAWERS[type(panel)](cloth(), font(), load_words(data_folder("assets")))
    drawer.ramp = FELT
    drawer.is_spoken_over = spoken
    to = pygame.Surface(screen, 0, 32)
    for dt in (1 / 60, 1.0, 1.0):
        drawer.show(to, panel, marks or keyboard(), Taste(size, calm=calm), 100.0, dt)
    return drawer, to


@pytest.mark.parametrize("panel", PANELS, ids=lambda p: f"{type(p).__name__}-{p.state}")
def test_panels_are_drawn_in_every_size_and_changed_by_nobody(panel):
    before = repr(panel)
    for screen in SCREENS:
        for size in SIZES:
            for calm in (False, True):
                drawer, to = drawn(panel, screen, size, calm, gamepad() if calm else None, spoken=calm)
                assert to.get_rect().inflate(4, 60).contains(drawer.box)
                assert pygame.transform.average_color(to)[:3] != (0, 0, 0)
    assert repr(panel) == before


@pytest.mark.parametrize("size", SIZES)
def test_what_is_written_on_the_patches_fits_on_one_or_two_rows(size):
    drawer, _ = drawn(WagerPanel(state="pick"), (640, 360), size)
    for patch in range(4):
        for word in range(len(drawer._all(patch))):
            text = balanced(font().cut(max(size, 200)), drawer.say(patch, word), 482)
            assert len(text.rows) <= 2 and text.width <= 552


@pytest.mark.parametrize("size", SIZES)
def test_the_patch_that_tore_stands_above_the_words(size):
    drawer, _ = drawn(
        WagerPanel(state="told", ticks=80, sewn=3, chosen=(3, 1, 2, 0), tries=1), (640, 360), size, spoken=True
    )
    high = sum(drawer._high(i, size) for i in range(4))
    assert drawer.box.y + 40 + high - drawer._scroll < 360


def test_a_thread_that_holds_can_be_seen():
    for pair in LINKS:
        _, with_it = drawn(BoardPanel(state="pick", is_fixed=True, tied=(pair,), ticks=90), (640, 360), 100, calm=True)
        _, without = drawn(BoardPanel(state="pick", is_fixed=True, ticks=90), (640, 360), 100, calm=True)
        changed = pygame.mask.from_threshold(with_it, (208, 64, 60), (40, 40, 40)).count()
        before = pygame.mask.from_threshold(without, (208, 64, 60), (40, 40, 40)).count()
        assert changed > before + 60


def test_every_card_has_a_name():
    words = load_words(data_folder("assets"))
    assert all(words.has(f"panel.board_{card}") for card in CARDS)
