"""Chapter 1 as it is played: in order, out of order, stopped in the middle. Inputs go in, what a player sees comes out."""

from itertools import pairwise

import pytest

from game.app.bot import Bot, ch01
from game.content.start import ALL_BEATS, STARTS, playable_beats
from game.core.intent import Action, Intent
from game.sim.panels import BracePanel, DollPanel, KeyPanel
from game.sim.story import BEATS
from game.testing import Play

CHAPTER_1 = ("arrival", "ignored", "wybie_met", "doll_given", "door_found", "bricks")


def test_the_whole_chapter_in_order():
    play = Play()
    report = Bot(play).run("bricks")
    assert tuple(report.beats) == CHAPTER_1
    assert play.said("bricks.end")


@pytest.mark.parametrize("beat", CHAPTER_1)
def test_every_beat_can_be_begun_alone_and_ends(beat):
    play = Play(beat=beat)
    Bot(play).run(beat)
    assert play.saw(beat)


def test_all_47_beats_tell_all_33_sentences_and_what_is_written_can_be_begun():
    assert len(BEATS) == 47
    assert {s for b in BEATS for s in b.sentences} == set(range(1, 34))
    assert set(STARTS) == set(ALL_BEATS) == set(playable_beats())


# ---------------------------------------------------------------- arrival


def test_the_door_cannot_be_opened_before_the_boxes_are_dry():
    play = Play(beat="arrival")
    play.until(lambda: play.session.is_free and play.said("open"), within=3000, reads=True)
    play.read()
    play.walk_to("front_door", within=2000)
    play.hold("up", ticks=60)
    assert play.session.room.name == "real/grounds"
    assert play.prompt != "brace"


def at_the_door():
    """A game in which the boxes are in and she has hold of the stuck door."""
    play = Play(
        "real/grounds", spawn="from_flat_down", beat="arrival", flags=["began_arrival", "arrival_opened", "boxes_in"]
    )
    play.use("brace_door")
    play.until(lambda: isinstance(play.session.panel, BracePanel), within=4000, reads=True)
    return play


def brace(play, press_at, ticks=400):
    """Holds, and presses again when the gauge stands at ``press_at``; reads what is said."""
    for _ in range(ticks):
        panel = play.session.panel
        if play.session.talk is not None:
            play.press("interact")
            continue
        if not isinstance(panel, BracePanel):
            return
        press = panel.tick == press_at and not panel.has_pressed
        play.tick(Intent(held=Action.INTERACT, pressed=Action.INTERACT if press else Action(0)))


def test_pressing_on_the_creak_opens_the_door_in_two_breaths():
    play = at_the_door()
    beat = play.session.panel.beat
    brace(play, beat)
    play.until(lambda: play.saw("arrival"), within=4000, reads=True)
    assert play.said("door_open")


@pytest.mark.parametrize(("when", "word"), [(25, "brace_early"), (0, "brace_late")])
def test_too_early_and_too_late_are_told_and_cost_nothing(when, word):
    play = at_the_door()
    brace(play, when or 10_000, ticks=300)
    assert play.said(word)
    assert isinstance(play.session.panel, BracePanel)
    brace(play, play.session.panel.beat)
    play.until(lambda: play.saw("arrival"), within=4000, reads=True)


def test_letting_go_of_the_door_lets_one_try_again():
    play = at_the_door()
    play.wait(300)
    assert isinstance(play.session.panel, BracePanel)
    brace(play, play.session.panel.beat, ticks=600)
    play.until(lambda: play.saw("arrival"), within=4000, reads=True)


# ---------------------------------------------------------------- ignored


def home():
    """A game at home after the first word with Mum, with the jobs to do."""
    play = Play(beat="ignored")
    bot = Bot(play)
    bot.start("ignored")
    bot.use("mel")
    return play, bot


def test_every_try_with_mum_and_dad_gets_another_answer_and_costs_a_minute():
    play, bot = home()
    heard = []
    for who in ("mel", "charlie", "mel", "charlie", "charlie", "mel", "charlie", "mel"):
        before = len(play.lines)
        bot.use(who)
        heard.append(tuple(play.lines[before:]))
    assert len(set(heard)) == len(heard)
    assert play.session.story.counts["minutes"] == 6
    assert "tally" in play.session.story.items


def test_the_jobs_can_be_done_in_any_order():
    play, bot = home()
    for name in ("draught_wall", "bulb_box_b", "charlie", "pan_cupboard", "drip", "boxes_living", "stove", "mel"):
        bot.use(name)
    play.until(lambda: play.saw("ignored"), within=300, reads=True)


def test_nothing_is_taken_out_of_boxes_before_one_was_asked():
    play = Play(beat="ignored")
    bot = Bot(play)
    bot.start("ignored")
    bot.use("boxes_living")
    assert "kettle" not in play.session.story.items


def test_dads_room_is_dark_until_the_bulb_is_in():
    play, bot = home()
    assert play.session.find("lit_charlie") == 0
    bot.use("bulb_box_b")
    bot.use("charlie")
    play.wait(2)
    assert play.session.find("lit_charlie") != 0 and play.session.find("lit_charlie_dim") == 0


def test_a_save_in_the_middle_of_the_jobs_keeps_them():
    play, bot = home()
    bot.use("boxes_living")
    bot.go_to_map("real/flat_up")
    again = Play.load(play.session.checkpoint)
    assert "kettle" in again.session.story.items
    bot = Bot(again)
    bot.go_to_map("real/flat_down")
    bot.use("stove")
    assert again.said("chore_kettle")


def test_the_bells_upstairs_do_not_come_out():
    play, bot = home()
    bot.go_to_map("real/flat_up")
    bot.use("bell_board")
    assert play.said("Seventeen bells")


# ---------------------------------------------------------------- wybie_met


def test_he_can_be_found_by_ear_and_gets_tired_of_winning():
    play = Play(beat="wybie_met")
    bot = Bot(play)
    bot.start("wybie_met")
    play.until(lambda: play.said("tag_start"), within=2000, reads=True)
    play.read()
    play.walk_to("from_grounds", within=3000)
    play.until(lambda: "bike_bell" in play.heard, within=400)
    play.until(lambda: play.said("tag_lost"), within=75 * 60 + 200, reads=True)


def test_touches_are_kept_when_she_leaves_the_orchard():
    play = Play(beat="wybie_met")
    bot = Bot(play)
    bot.start("wybie_met")
    while play.session.story.counts.get("tag_touches", 0) < 1:
        play.read()
        ch01.chase(bot)
    play.read()
    bot.go_to_map("real/grounds")
    bot.go_to_map("real/orchard")
    assert play.session.is_running("wybie_met")
    assert play.session.story.counts["tag_touches"] == 1


@pytest.mark.parametrize(("pick", "moment"), [(0, "well_what"), (1, "well_fast"), (2, "well_cat")])
def test_each_question_about_the_well_has_its_answer(pick, moment):
    play = Play(beat="wybie_met", flags=["wybie_opened", "tag_won"])
    Bot(play).start("wybie_met")
    while not (play.talk is not None and play.talk.options):
        play.read()
        play.tick()
    play.choose(pick).read()
    assert play.said(moment)


# ---------------------------------------------------------------- doll_given


@pytest.mark.parametrize("way", ["left", "right"])
def test_the_doll_has_four_sides_either_way_round(way):
    play = Play(beat="doll_given")
    play.use("parcel")
    play.until(lambda: isinstance(play.session.panel, DollPanel), within=4000, reads=True)
    for _ in range(14):
        play.read()
        play.wait(16)
        if isinstance(play.session.panel, DollPanel) and play.session.talk is None:
            play.hold(way, ticks=2)
    assert all(play.said(f"doll_given.{side}") for side in ("front", "left", "right", "back"))


@pytest.mark.parametrize(("pick", "flag"), [(0, "doll_kept"), (1, "doll_turned"), (2, "doll_boxed")])
def test_where_the_doll_is_put_is_remembered(pick, flag):
    play = Play(beat="doll_given")
    play.use("parcel")
    for _ in range(4000):
        if play.saw("doll_given"):
            break
        play.read()
        if play.talk is not None and play.talk.options:
            play.choose(pick)
        elif isinstance(play.session.panel, DollPanel):
            play.hold("right", ticks=1)
        else:
            play.tick()
    assert flag in play.session.story.flags


def test_the_doll_sits_somewhere_else_each_time_one_comes_back():
    play = Play(beat="door_found")
    bot = Bot(play)
    seats = [play.session.story.notes["doll_seat"]]
    for name in ("real/grounds", "real/flat_down", "real/flat_up", "real/flat_down"):
        play.read()
        bot.go_to_map(name)
        seats.append(play.session.story.notes["doll_seat"])
    assert all(a != b for a, b in pairwise(seats))


# ---------------------------------------------------------------- door_found, bricks


def test_behind_the_paper_behind_the_crate_there_is_a_door():
    play = Play(beat="door_found")
    bot = Bot(play)
    bot.start("door_found")
    assert play.session.find("small_door_try") == 0
    ch01.push_crate_aside(bot)
    for n in (3, 1, 2):
        assert not play.said("door_found.peel")
        bot.use(f"paper_{n}")
    assert play.said("door_found.peel")
    play.until(lambda: play.said("door_found.seen"), within=300, reads=True)


def test_wrong_keys_cost_a_word_each_and_nothing_else():
    play = Play(beat="bricks")
    said = []
    while not play.saw("bricks"):
        play.read()
        panel = play.session.panel
        if play.talk is not None and play.talk.options:
            play.choose(1)
        elif isinstance(panel, KeyPanel) and panel.chosen < 0 and play.talk is None:
            left = [k for k in range(12) if k not in panel.tried and k != panel.right] or [panel.right]
            goal = left[0]
            column, row = goal % 4 - panel.cursor % 4, goal // 4 - panel.cursor // 4
            if column or row:
                way = "right" if column > 0 else "left" if column < 0 else "down" if row > 0 else "up"
                play.hold(way, ticks=1).wait(2)
            else:
                before = len(play.lines)
                play.press("interact").wait(30)
                play.read()
                said.append(play.lines[before])
        else:
            play.tick()
    assert len(said) == 12 and len(set(said)) == 12
    assert play.said("bricks.fine")


def test_no_beat_begins_out_of_turn():
    play = Play("real/orchard")
    trigger = next(t for t in play.session.room.things if t.name == "wybie_met")
    play.walk_to(trigger.box.middle)
    play.wait(30)
    assert not play.session.is_running("wybie_met")
