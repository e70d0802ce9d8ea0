"""What chapter 4 looks like, as far as a test can see: everybody in the picture, every drawing there, nothing falls over."""

import pygame
import pytest

from game.app.bot.ch04 import in_time
from game.content.words import load_words
from game.data import data_folder
from game.sim.acts import Garden
from game.sim.acts.circus import ALL, BAR_TICKS, SECTIONS, chart
from game.sim.parts import Gaze, Talk
from game.testing import Play
from game.view.acts.circus import formations
from game.view.assets import Assets
from game.view.drawings import PICTURE
from game.view.felt import Cloth
from game.view.font import Font
from game.view.show import Show
from game.view.textbox import TextBox

MICE = formations.MICE


@pytest.fixture(scope="module")
def assets():
    pygame.display.init()
    return Assets(data_folder("assets"), data_folder("maps"))


@pytest.mark.parametrize("name", [n for n, _ in SECTIONS])
def test_every_formation_has_fifty_mice_in_the_picture(name):
    first = dict(SECTIONS)[name]
    for t in range((first - 1) * BAR_TICKS, first * BAR_TICKS, 9):
        spots = formations.in_show(float(t), 0)
        assert len(spots) == MICE
        if name != "march":  # they come in from behind the band
            assert all(abs(s.x) < 300 and -196 < s.y - s.z < 170 for s in spots), t


def test_the_picture_and_the_word_use_every_mouse():
    assert len(formations.PICTURE) == MICE == len(formations.HELLO) + 2
    assert len(formations.picture(500.0)) == MICE
    astray = [s for s in formations.hello(0.0, 0) if s.x > 150 and s.y > -60]
    assert len(astray) == formations.ASTRAY and not [s for s in formations.hello(0.0, 3) if s.x > 180]


def test_the_show_is_drawn_from_the_first_bar_to_the_confetti(assets):
    play = Play("other/attic", "cp_ring", flags=("other_wybie", "is_night"))
    session = play.session
    play.wait(3)
    act = session.act
    session.gaze = Gaze(act.mark.x, act.mark.y, 30)
    act.holds_her = True
    show = Show(assets)
    act.begin("show", chart())
    while act.part == "show":
        play.tick(in_time(act))
        show.hear(session)
        if act.since % 251 == 0:
            show.frame(session, 0.5, 1 / 60)
    assert act.hits == ALL
    for part in ("picture", "cheer", "rest"):
        act.begin(part)
        for _ in range(130):
            play.tick()
            show.hear(session)
        show.frame(session, 1.0, 1 / 60)


def test_the_garden_is_drawn_whatever_is_going_on(assets):
    play = Play("other/grounds", "cp_porch", flags=("woke_home", "actresses_warn", "is_night"))
    session = play.session
    session.space.move(session.hero, 1552, 960)
    play.wait(3)
    show = Show(assets)
    ring = session.room.paths["dodge_ring"].points
    for part in ("slide", "dodge", "both"):
        act = Garden(part=part, wybie=session.find("other_wybie"), line=session.room.spots["throw_line"].box, ring=ring)
        act.ground = session.room.spots["dodge_stand"].box.grown(200)
        act.thrown = 7 if part == "dodge" else 0
        session.act = act
        for n in range(420):
            play.tick()
            show.hear(session)
            if n % 60 == 0:
                show.frame(session, 1.0, 1 / 60)
        act.close(session, "left")
        play.wait(3)


def test_every_picture_of_the_words_has_been_made(assets):
    words = load_words(data_folder("assets"))
    made = Cloth(assets).table("ui/pictures")["pictures"]
    assert set(words.names("pictures")) <= set(made)
    assert all(tuple(made[n][2:]) == (PICTURE, PICTURE) for n in words.names("pictures"))


@pytest.mark.parametrize("size", [100, 150, 200])
def test_a_line_with_pictures_fits_the_screen_in_every_size(assets, size):
    words = load_words(data_folder("assets"))
    box = TextBox(Cloth(assets), Font(*assets.font("font")), words)
    for beat in words.names("beats"):
        for moment in words.names(f"beats.{beat}"):
            for key in words.numbered(f"beats.{beat}.{moment}"):
                node = words.node(key)
                if isinstance(node, dict) and node.get("pictures"):
                    talk = Talk(node["who"], node["mood"], node["say"], key, pictures=tuple(node["pictures"]))
                    w, h = box.size_of(talk, size, None)
                    assert w <= 640 and h <= 230, key
