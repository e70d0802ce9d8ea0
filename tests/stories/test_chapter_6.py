"""Chapter 6 as a player meets it: every answer but no is asked again, every way out leads in, asking takes a run-up."""

import pytest

from game.app.bot import Bot, ch06
from game.core.intent import STICK, Action, Intent
from game.sim.acts import Backing, Corridor
from game.sim.panels import BoxPanel, BracePanel, EyesPanel
from game.sim.parts import Look
from game.sim.save import Snapshot
from game.testing import Play


def at_the_question(answer: int = -1) -> Play:
    """At the table, the box open, the question asked; ``answer`` picks one."""
    play = Play(beat="buttons_offered")
    play.walk_to((7, 14)).walk_to("buttons_seat", stop=lambda: not play.session.is_free)
    play.until(lambda: isinstance(play.session.panel, BoxPanel) and play.talk is None, within=2000, reads=True)
    play.wait(50).press("interact")
    play.until(lambda: bool(play.talk and play.talk.options), within=4000, reads=True)
    if answer >= 0:
        play.choose(answer)
    return play


def test_the_box_waits_to_be_opened():
    play = Play(beat="buttons_offered")
    play.walk_to((7, 14)).walk_to("buttons_seat", stop=lambda: not play.session.is_free)
    play.until(lambda: isinstance(play.session.panel, BoxPanel) and play.talk is None, within=2000, reads=True)
    play.wait(300)
    assert not play.said("box.2"), "it opened by itself"
    play.press("interact").wait(60)
    assert play.said("box.2")


def test_no_is_no():
    play = at_the_question(0)
    play.until(lambda: play.saw("buttons_offered"), within=3000, reads=True)
    assert play.said("refuse.3") and "refused" in play.session.story.flags
    assert play.said("That was all of your lines")


def test_thinking_is_asked_again():
    play = at_the_question(1)
    play.read()
    assert play.said("think") and play.talk is not None and play.talk.options
    assert not play.saw("buttons_offered")


def test_yes_is_shown_to_its_end_and_asked_again():
    play = at_the_question(2)
    play.until(lambda: isinstance(play.session.panel, EyesPanel), within=600, reads=True)
    panel = play.session.panel
    assert isinstance(panel, EyesPanel)
    play.until(lambda: play.session.panel is None, within=4000, reads=True)
    assert panel.threads == 5
    assert all(play.said(f"yes_dark_{n}") for n in (1, 2, 3))
    play.until(lambda: bool(play.talk and play.talk.options), within=600, reads=True)
    assert play.said("yes_back") and "said_yes_once" in play.session.story.flags
    play.choose(0)
    play.until(lambda: play.saw("buttons_offered"), within=3000, reads=True)


def test_one_can_wake_from_yes():
    play = at_the_question(2)
    play.until(lambda: isinstance(play.session.panel, EyesPanel), within=600, reads=True)
    began = play.session.tick
    for _ in range(200):
        play.read()
        if not isinstance(play.session.panel, EyesPanel):
            break
        play.press("interact", ticks=1).wait(8)
    assert play.session.tick - began < 5 * 240, "pressing did not open her eyes"


def test_the_small_door_is_shut_for_her():
    play = at_the_question(0)
    play.until(lambda: play.saw("buttons_offered"), within=3000, reads=True)
    door = next(t for t in play.session.room.things if t.name == "small_door" and t.kind == "Door")
    assert not play.session.story.holds(door.text("needs"))


def test_every_window_is_the_same_window():
    play = Play(beat="still_there")
    Bot(play).run("still_there")
    for moment in ("bed", "awake", "toys", "window", "window_again", "cat", "down"):
        assert play.said(f"still_there.{moment}"), moment
    assert play.session.room.name == "other/flat_up"


def test_windows_do_nothing_before_she_has_slept():
    play = Play(beat="still_there")
    play.use("bedroom_window").wait(30)
    assert play.said("bedroom_window") and "window_bed_tried" not in play.session.story.flags


def test_a_load_after_waking_goes_on_from_there():
    play = Play(beat="still_there")
    play.wait(30).use("bed")
    play.until(lambda: "awake_still" in play.session.story.flags, within=3000, reads=True).read()
    play.wait(30)
    assert play.session.checkpoint is not None
    again = Play.load(Snapshot.from_data(play.session.checkpoint.to_data()))
    Bot(again).run("still_there")
    assert not again.said("awake") and again.said("window_again")


def test_three_demands_three_heights():
    play = Play(beat="she_turns")
    heights = []

    def watch(intent: Intent) -> None:
        session = play.session
        mother = session.find("other_mother")
        if mother:
            sheet = session.world.get(mother, Look).sheet
            if not heights or heights[-1] != sheet:
                heights.append(sheet)

    play.on_tick.append(watch)
    Bot(play).run("she_turns")
    assert heights == ["other_mother", "other_mother_2", "other_mother_3", "other_mother_thin"]
    for moment in ("demand_1", "demand_2", "demand_3", "run", "caught", "mirror"):
        assert play.said(f"she_turns.{moment}"), moment


def in_the_hall() -> Play:
    play = Play("other/hall", beat="she_turns", flags=["egg_laid", "demand_1_made", "demand_2_made", "demand_3_made"])
    play.until(lambda: isinstance(play.session.act, Corridor), within=200, reads=True)
    return play


def test_who_stands_still_is_let_go_and_gets_nowhere():
    play = in_the_hall()
    play.wait(600)
    act = play.session.act
    assert isinstance(act, Corridor) and act.touches >= 2 and act.gone < 0.1
    assert not play.saw("she_turns")


def test_the_glass_keeps_its_distance():
    play = in_the_hall()
    act = play.session.act
    assert isinstance(act, Corridor)
    gaps = []
    for _ in range(300):
        play.tick(Intent(-STICK, 0, Action.RUN))
        gaps.append(play.position.x - act.glass_x)
    assert min(gaps) > 6 * 32 and act.gone > 0.05


def test_the_arm_is_held_off_three_times():
    play = in_the_hall()
    bot = Bot(play)
    while not isinstance(play.session.panel, BracePanel):
        play.read()
        if play.session.is_free:
            ch06.run_west(bot)
        else:
            play.tick()
    panel = play.session.panel
    assert isinstance(panel, BracePanel) and panel.pulses == 3
    bot.hold_on()
    play.until(lambda: play.saw("she_turns"), within=3000, reads=True)
    assert play.said("caught")


@pytest.mark.parametrize("n, slide", ((1, False), (2, True), (3, True)))
def test_it_takes_a_run_up_to_ask_again(n: int, slide: bool):
    made = [f"demand_{i}_made" for i in range(1, n)]
    play = Play(beat="she_turns", spawn="cp_living", flags=["egg_laid", *made])
    near = play.session

    def is_pulled() -> bool:
        return isinstance(near.act, Backing) and near.act.pull > 0.3

    play.walk_to((11, 8), run=True, stop=is_pulled)
    assert is_pulled()
    play.wait(12)  # her own run runs out
    before = play.position
    play.wait(60)
    assert ((play.position - before).length > 8) == slide
    play.walk_to("other_mother", run=True, near=30, stop=lambda: not near.is_free)
    play.until(lambda: play.said(f"demand_{n}"), within=60)
