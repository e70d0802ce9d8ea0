"""The small door: braced on three creaks, a hand more for each; then the key."""

from __future__ import annotations

from game.app.bot import Bot
from game.core.intent import Action, Intent
from game.sim.acts import Shutting
from game.sim.panels import BracePanel
from game.testing import Play


def braced() -> tuple[Play, Shutting, BracePanel]:
    play = Play(beat="door_closed")
    play.until(lambda: isinstance(play.session.panel, BracePanel), within=900, reads=True)
    act, panel = play.session.act, play.session.panel
    assert isinstance(act, Shutting) and isinstance(panel, BracePanel)
    return play, act, panel


def pulse(play: Play, panel: BracePanel, presses: bool) -> None:
    """Holds on through one creak."""
    done, tries = panel.done, panel.tries
    for _ in range(400):
        press = presses and panel.tick == panel.beat and not panel.has_pressed
        play.tick(Intent(held=Action.INTERACT, pressed=Action.INTERACT if press else Action(0)))
        if play.session.panel is not panel or (panel.tick == 0 and (panel.done, panel.tries) != (done, tries)):
            return


def test_a_ghost_joins_on_every_pulse():
    play, act, panel = braced()
    for n in (1, 2, 3):
        pulse(play, panel, presses=True)
        play.wait(3)
        assert n == 3 or (act.hands == n and play.said(f"pulse_{n}"))
    play.until(lambda: act.hands == 3, within=30)
    play.until(lambda: play.said("pulse_3"), within=120)


def test_holding_alone_lets_the_door_open_and_two_misses_lose_a_hand():
    play, act, panel = braced()
    pulse(play, panel, presses=True)
    play.wait(2)
    assert act.hands == 1
    pulse(play, panel, presses=False)
    assert act.hands == 1
    pulse(play, panel, presses=False)
    play.wait(2)
    assert act.hands == 0 and play.session.panel is panel, "it cannot be lost, only held for longer"
    assert play.said("slip")


def test_mashing_is_no_better_than_missing():
    play, act, panel = braced()
    for n in range(panel.period * 2):
        play.tick(Intent(held=Action.INTERACT, pressed=Action.INTERACT if n % 5 == 0 else Action(0)))
    assert act.hands == 0


def test_who_has_it_done_for_them_need_not_press():
    play, _, panel = braced()
    play.session.rules.auto_brace = True
    play.hold("interact", ticks=5)
    play.until(lambda: play.session.panel is not panel, within=900)
    play.until(lambda: play.saw("door_closed"), within=2400, reads=True)


def test_the_key_is_one_press_and_then_it_is_quiet():
    play = Play(beat="door_closed")
    report = Bot(play).run("door_closed")
    flags = play.session.story.flags
    assert report.falls == 0 and "held_on" in flags and "door_fast" in flags and "door_pulled_to" in flags
    assert play.said("after") and "key_turn" in play.heard
    assert play.session.is_night and play.session.act is None
