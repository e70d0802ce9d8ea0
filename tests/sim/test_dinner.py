"""Dinner on rails and noughts and crosses: rules of two panels, played with the hands."""

from __future__ import annotations

import pytest

from game.app.bot import Bot
from game.app.bot.ch02 import dine
from game.core.intent import Action, Intent
from game.sim.panels import DinnerPanel, NoughtsPanel
from game.sim.panels.dinner import COURSES, HERS, LOCKED, PART, WAGONS, WAITS_TICKS, YOU
from game.sim.panels.noughts import WINS
from game.sim.parts import Rules
from game.testing import Play
from tests.arena import arena


def served(difficulty: str = "brave", seed: int = 1) -> tuple[Play, DinnerPanel]:
    play = arena(rules=Rules(text_speed=0.0, difficulty=difficulty))
    for _ in range(seed):
        play.session.fate.below(7)
    panel = DinnerPanel()
    play.session.panel = panel
    return play, panel


def until_before_her(play: Play, panel: DinnerPanel, dish: str = "", within: int = 2000) -> None:
    """Waits until a wagon with that dish (or with anything else than is wanted, for "") is well before her."""

    def is_here() -> bool:
        here = panel.wagon_here()
        at = panel.dishes[here] if here >= 0 else ""
        good = at == dish if dish else at not in ("", panel.now.dish, LOCKED)
        return panel.is_serving and good and abs(panel.place_of(here)) < HERS // 2

    play.until(is_here, within=within)


def dines(play: Play, panel: DinnerPanel, *press: str) -> list[str]:
    """Through to the end; for her own dishes ``press`` in turn. Answers what was to be said."""
    said: list[str] = []
    presses = iter(press)
    bot = Bot(play)
    while play.session.panel is panel:
        if panel.cue:
            said.append(panel.cue)
            panel.cue = ""
        if press and panel.now.guest == YOU and not panel.is_over:
            here = panel.wagon_here()
            if panel.is_serving and here >= 0 and panel.dishes[here] == panel.now.dish:
                play.press(next(presses))
                continue
            play.tick()
        else:
            dine(bot, panel)
    return said


@pytest.mark.parametrize("difficulty", ["storybook", "brave", "beldam"])
def test_everything_taken_everything_sent_on(difficulty: str):
    play, panel = served(difficulty)
    said = dines(play, panel)
    assert said == ["pie", "sprouts", "soup", "cake", "ate_all"]
    assert (panel.taken, panel.sent, panel.laughs) == (3, 0, 0)
    assert play.session.is_free


def test_she_may_send_every_dish_along():
    play, panel = served()
    said = dines(play, panel, "dodge", "throw", "dodge")
    assert (panel.taken, panel.sent) == (0, 3)
    assert said.count("passed") == 1, "it is remarked upon once"
    assert "ate_all" not in said


def test_some_of_each():
    play, panel = served()
    said = dines(play, panel, "interact", "dodge", "interact")
    assert (panel.taken, panel.sent) == (2, 1)
    assert "passed" in said and "ate_all" not in said


def test_there_is_always_one_wagon_before_her_for_three_places():
    play, panel = served()
    stays: dict[int, int] = {}
    for _ in range(720):
        play.tick()
        panel.cue = ""
        here = panel.wagon_here()
        assert here >= 0
        stays[here] = stays.get(here, 0) + 1
    assert len(stays) == WAGONS
    assert all(abs(t - 120) <= 6 for t in stays.values()), "two rounds, sixty ticks each"


def test_a_wrong_dish_is_laughed_about_and_nothing_is_spoiled():
    play, panel = served()
    until_before_her(play, panel)
    dish = panel.dishes[panel.wagon_here()]
    play.press("interact")
    assert (panel.last, panel.laughs, panel.course) == ("wrong", 1, 0)
    assert dish in panel.dishes, "it rides on"
    assert "laugh_table" in play.heard
    dines(play, panel)
    assert panel.taken == 3


def test_a_guests_dish_is_not_for_her():
    play, panel = served()
    until_before_her(play, panel, "pie")
    play.press("interact")
    play.until(lambda: panel.course == 1 and panel.is_serving, within=300)
    panel.cue = ""
    until_before_her(play, panel, "sprouts")
    play.press("interact")
    assert panel.last == "wrong" and "sprouts" in panel.dishes
    play.press("dodge")
    assert (panel.last, panel.last_to) == ("sent", "father")


def test_what_is_missed_comes_round_again():
    play, panel = served()
    for _ in range(2):
        until_before_her(play, panel, "pie")
        play.wait(120)
    assert panel.course == 0


def test_somebody_helps_whoever_never_presses():
    play, panel = served("beldam")
    for _ in range(len(COURSES) * (WAITS_TICKS + 700)):
        play.tick()
        panel.cue = ""
        if play.session.panel is not panel:
            break
    assert play.session.panel is None
    assert panel.taken == 3, "it was set before her"


def test_the_small_round_box_is_not_for_tonight():
    play, panel = served()
    bot = Bot(play)
    for _ in range(6000):
        if panel.course == 3 and LOCKED in panel.dishes:
            break
        panel.cue = ""
        dine(bot, panel) if panel.course < 3 else play.tick()
    until_before_her(play, panel, LOCKED)
    play.press("interact")
    assert panel.last == "locked" and LOCKED in panel.dishes
    assert panel.laughs == 0


def test_the_train_turns_round_for_the_jellies():
    play, panel = served()
    ways = set()
    bot = Bot(play)
    for _ in range(8000):
        if panel.course >= 5:
            break
        panel.cue = ""
        before = panel.along
        dine(bot, panel)
        if panel.course == 4 and panel.is_serving:
            ways.add((panel.along - before) % (18 * PART) < 9 * PART)
    assert ways == {False}


def test_held_still_it_stands_still():
    play, _ = served()
    play.wait(200)
    before = play.hash()
    assert play.hash() == before, "no tick, no train"


def test_talk_stops_the_train():
    play, panel = served()
    play.wait(200)
    along = panel.along
    play.session.say("other_father", "glad", "Sprouts!", "x")
    play.wait(50)
    assert panel.along == along


# ---------------------------------------------------------------- noughts and crosses


@pytest.mark.parametrize(
    "order", [range(9), range(8, -1, -1), (1, 3, 5, 7, 0, 2, 4, 6, 8), (0, 1, 3, 5, 8, 6, 7, 2, 4)]
)
def test_whatever_she_does_she_wins_seven_times(order):
    play = arena()
    panel = NoughtsPanel()
    play.session.panel = panel
    todo = iter([*order])
    cell = next(todo)
    for _ in range(4000):
        if play.session.panel is not panel:
            break
        if panel.state == "hers" and panel.ticks > 8:
            while panel.cells[cell]:
                cell = next(todo)
            panel.cursor = cell
            play.tick(Intent(pressed=Action.INTERACT))
        else:
            play.tick()
    assert panel.wins == WINS and play.session.panel is None


def test_a_taken_square_cannot_be_taken():
    play = arena()
    panel = NoughtsPanel()
    play.session.panel = panel
    play.wait(10).press("interact")
    play.until(lambda: panel.state == "hers", within=200)
    play.wait(10).press("interact")
    assert panel.cells.count("x") == 1 and "ui_error" in play.heard


def test_the_lamps_count_what_is_kept_and_a_wrong_press_takes_none_away():
    play, panel = served()
    counts: list[int] = []
    play.on_tick.append(lambda intent: counts.append(panel.kept))
    bot = Bot(play)
    while panel.course < 2:
        dine(bot, panel)
    assert panel.kept == 2
    play.wait(40)
    assert panel.kept == 2, "none is lit that is not kept"
    until_before_her(play, panel)
    play.press("interact")
    assert panel.last == "wrong" and panel.why == "not_mine" and panel.kept == 2
    while play.session.panel is panel:
        dine(bot, panel)
    assert panel.kept == len(COURSES)
    assert counts == sorted(counts)


def test_a_wrong_press_says_whose_it_was():
    play, panel = served()
    bot = Bot(play)
    while panel.course < 1:
        dine(bot, panel)
    until_before_her(play, panel, panel.now.dish)
    play.press("interact")
    assert panel.last == "wrong" and panel.why == "theirs"
    until_before_her(play, panel)
    play.press("dodge")
    assert panel.why == "not_theirs"
