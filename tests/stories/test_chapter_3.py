"""Chapter 3 as it is played: three warnings, each in its own way, in order and interrupted."""

import pytest

from game.app.bot import Bot, ch03
from game.core.geometry import Vec
from game.core.intent import Action, Intent
from game.sim.acts import BeamAct
from game.sim.panels import LanternPanel, MessagePanel, PhotoPanel
from game.sim.parts import Look, Place, Rules
from game.testing import Play, TooLong

QUICK = Rules(text_speed=0.0)
CHAPTER_3 = ("twin_told", "bobinsky_warns", "actresses_warn")


def begun(beat, *flags, spawn="", **k):
    return Play(beat=beat, spawn=spawn, flags=[f"began_{beat}", *flags], rules=QUICK, **k)


def hear_until(play, question, within=6000, pick=0):
    """Turns pages and makes choices until something is so."""
    for _ in range(within):
        if question():
            return
        if play.talk is not None and play.talk.options:
            play.choose(pick)
        elif play.talk is not None:
            play.press("interact", ticks=1)
        else:
            play.tick()
    raise TooLong(f"not within {within}; {play.where()}")


@pytest.mark.parametrize("beat", CHAPTER_3)
def test_every_beat_can_be_begun_alone_and_ends(beat):
    play = Play(beat=beat, rules=QUICK)
    Bot(play).run(beat)
    assert play.saw(beat)


@pytest.mark.parametrize(
    ("spawn", "beat", "room"),
    [("from_attic", "twin_told", "real/attic"), ("from_basement", "bobinsky_warns", "real/basement")],
)
def test_the_neighbours_doors_open_when_their_turn_has_come(spawn, beat, room):
    play = Play("real/grounds", spawn, beat=beat, rules=QUICK)
    play.hold("up", ticks=60)
    assert play.session.room.name == "real/grounds" and play.session.leaving is None
    play.session.story.end(beat)
    play.read()
    play.hold("down", ticks=20)
    play.hold("up", ticks=60)
    play.until(lambda: play.session.room.name == room, within=120)


# ---------------------------------------------------------------- twin_told

WALK = ("chapter_3_carded", "cat_off_saddle", "twin_opened")


def beside_wybie(*flags):
    play = begun("twin_told", *WALK, *flags, spawn="cp_garden")
    play.until(lambda: play.session.is_running("twin_told"), within=60)
    play.walk_to(wybie(play) + Vec(30, 0), near=24)
    return play


def wybie(play):
    at = play.session.world.get(play.session.find("wybie_walk"), Place)
    return Vec(at.x, at.y)


def test_the_cat_keeps_a_place_on_the_saddle_and_goes_ahead_of_her():
    play = Play(beat="twin_told", rules=QUICK)
    play.wait(40)
    cat = play.session.world.get(play.session.find("cat"), Place)
    assert cat.lift > 20
    play.walk_to("from_flat_down", near=4)
    play.walk_to(Vec(940, 790))
    play.until(lambda: cat.lift == 0, within=200)
    before = (Vec(cat.x, cat.y) - wybie(play)).length
    for _ in range(6):
        play.walk_to(Vec(cat.x + 8, cat.y + 12))
    assert (Vec(cat.x, cat.y) - wybie(play)).length < before - 60
    assert "cat_meow" in play.heard


def test_a_word_with_wybie_begins_the_walk():
    play = Play(beat="twin_told", spawn="cp_garden", rules=QUICK)
    play.use("wybie_walk")
    play.until(lambda: play.said("twin_told.open"), within=120)


def test_he_goes_and_talks_while_she_is_near():
    play = beside_wybie()
    start = wybie(play)
    for _ in range(240):
        ch03.keep_beside(Bot(play))
    assert play.said("twin_told.walk_1")
    assert (wybie(play) - start).length > 100
    assert play.session.is_free  # nothing of it holds her


def test_when_she_lags_he_waits_and_calls_and_goes_on_when_she_is_back():
    play = beside_wybie()
    play.walk_to("cp_garden", near=6)
    play.walk_to(Vec(480, 800))
    play.wait(200)
    stood = wybie(play)
    play.wait(200)
    assert wybie(play) == stood
    assert play.said("twin_told.lag") or play.said("twin_told.ahead")
    assert not play.said("twin_told.walk_3")
    hear_until_near = 0
    while (wybie(play) - stood).length < 20 and hear_until_near < 900:
        ch03.keep_beside(Bot(play))
        hear_until_near += 1
    assert (wybie(play) - stood).length >= 20


def test_going_round_him_in_circles_is_remarked_upon_once():
    play = beside_wybie()
    for _ in range(1500):
        d = play.position - wybie(play)
        r = d.length or 1.0
        # Round to the left of him, some forty px off.
        x, y = -d.y / r - d.x / r * (r - 40) / 20, d.x / r - d.y / r * (r - 40) / 20
        k = max(abs(x), abs(y))
        play.stick(x / k, y / k, 1)
        if play.said("circles"):
            return
    raise AssertionError(play.where())


def test_leaves_fly_and_he_kicks_them_himself():
    play = beside_wybie()
    for _ in range(2400):
        ch03.keep_beside(Bot(play))
        if "twin_leaves" in play.session.story.flags:
            break
    assert play.heard.count("leaf_rustle") >= 3


def at_the_photo():
    play = begun("twin_told", *WALK, "twin_leaves", spawn="cp_garden")
    play.until(lambda: play.session.is_running("twin_told"), within=60)
    for _ in range(3000):
        if isinstance(play.session.panel, PhotoPanel) and play.talk is None:
            return play, play.session.panel
        if play.talk is not None:
            play.press("interact", ticks=1)
        else:
            ch03.keep_beside(Bot(play))
    raise TooLong(play.where())


@pytest.mark.parametrize(("way", "moment"), [("left", "which_left"), ("right", "which_right")])
def test_both_girls_want_to_be_looked_at_before_one_is_asked_which_is_which(way, moment):
    play, panel = at_the_photo()
    play.wait(200)
    assert not play.said("twin_told.which")  # only one was looked at
    play.hold("right", ticks=4).wait(60)
    hear_until(play, lambda: panel.asks)
    play.hold(way, ticks=4).wait(30)
    play.press("interact")
    hear_until(play, lambda: play.said(moment) and play.said("twin_told.ivy"))
    assert play.session.story.notes["picked.twin_told.which"] == moment


@pytest.mark.parametrize(("pick", "moment", "keeps"), [(0, "keep", True), (1, "back", False)])
def test_the_photograph_may_be_kept(pick, moment, keeps):
    play = begun("twin_told", *WALK, "twin_leaves", "twin_photo", "twin_sent", spawn="cp_porch")
    hear_until(play, lambda: play.said(f"twin_told.{moment}"), pick=pick)
    play.until(lambda: "twin_kept" in play.session.story.flags, within=600, reads=True)
    assert ("photo" in play.session.story.items) == keeps == ("kept_photo" in play.session.story.flags)


@pytest.mark.parametrize(("flag", "line"), [("doll_turned", 1), ("doll_boxed", 2), ("doll_kept", 3)])
def test_he_is_told_what_the_doll_does_where_she_put_it(flag, line):
    play = begun("twin_told", *WALK, "twin_leaves", "twin_photo", "twin_sent", spawn="cp_porch")
    for other in ("doll_turned", "doll_boxed", "doll_kept"):
        play.session.story.set(other, other == flag)
    hear_until(play, lambda: play.talk is not None and bool(play.talk.options))
    assert [k for k in play.keys if k.startswith("beats.twin_told.doll.") and k[-1] in "123"] == [
        f"beats.twin_told.doll.{line}"
    ]


def test_who_leaves_in_the_middle_of_the_walk_finds_him_where_they_were():
    play = beside_wybie("twin_leaves")
    play.wait(30)
    bot = Bot(play)
    bot.go_to_map("real/flat_down")
    bot.go_to_map("real/grounds")
    assert play.session.is_running("twin_told")
    stand = play.session.room.paths["walk_and_talk"].points[2]
    assert (wybie(play) - stand).length < 40
    again = Play.load(play.session.checkpoint)
    again.wait(3)
    assert again.session.is_running("twin_told") and (wybie(again) - stand).length < 40
    Bot(again).run("twin_told")


# ---------------------------------------------------------------- bobinsky_warns


def on_the_beams(rest=0, *flags, **k):
    """A game in the attic, before the beams or at one of their rests."""
    play = begun("bobinsky_warns", "bobinsky_opened", *flags, spawn="cp_ring", **k)
    play.session.story.counts["beam_rest"] = rest
    return play


def ride(play, stop=lambda: False, within=4000):
    bot = Bot(play)
    for _ in range(within):
        session = play.session
        if stop() or "crossed_beams" in session.story.flags:
            return
        if session.talk is not None:
            ch03.hear_out(bot)
        elif isinstance(session.act, BeamAct):
            ch03.balance(bot, session.act)
        elif session.is_free and not session.wants_checkpoint:
            ch03.onto_beams(bot)
        else:
            play.tick()
    raise TooLong(play.where())


def test_by_leaning_with_the_mouse_she_crosses_and_never_fell():
    play = on_the_beams()
    ride(play)
    assert "no_beam_falls" in play.session.story.flags
    assert all(play.said(f"barks.bobinsky.{n}") for n in (2, 5, 4))
    assert play.said("parade.1")


def test_every_rest_is_kept():
    play = on_the_beams()
    ride(play, stop=lambda: play.session.story.counts.get("beam_rest", 0) == 2 and not play.session.wants_checkpoint)
    play.wait(4)
    again = Play.load(play.session.checkpoint)
    assert again.session.story.counts["beam_rest"] == 2
    assert (again.position - Vec(336, 560)).length < 60
    ride(again)
    assert "crossed_beams" in again.session.story.flags


def test_who_falls_is_caught_with_a_word_and_tried_again():
    play = on_the_beams()
    ride(play, stop=lambda: isinstance(play.session.act, BeamAct) and play.session.act.s > 260)
    act = play.session.act
    for _ in range(1200):
        if act.falls:
            break
        play.tick(Intent(0 if act.state == "flap" else 127 * act.side, 127 if act.state == "walk" else 0))
    play.until(lambda: play.said("bobinsky_warns.fall"), within=200)
    play.until(lambda: act.state == "walk", within=600, reads=True)
    assert (play.position - Vec(464, 368)).length < 30
    assert play.session.story.counts["falls"] == 1
    ride(play)
    assert "no_beam_falls" not in play.session.story.flags


def test_she_may_turn_back_and_leave_and_come_again():
    play = on_the_beams()
    ride(play, stop=lambda: isinstance(play.session.act, BeamAct) and play.session.act.s > 60)
    play.hold("right", ticks=200)
    assert play.session.is_free and play.session.act is None
    Bot(play).go_to_map("real/grounds")
    bot = Bot(play)
    bot.go_to_map("real/attic")
    assert play.session.is_running("bobinsky_warns")
    ride(play)


def test_once_crossed_the_beams_are_only_a_narrow_floor():
    play = begun(
        "bobinsky_warns", "bobinsky_opened", "crossed_beams", "parade_seen", "bobinsky_praised", spawn="cp_west"
    )
    play.wait(20)
    play.walk_to("from_grounds", near=20)
    assert play.position.x > 1000 and play.session.act is None
    play.walk_to("cp_west", near=20)
    assert play.position.x < 200


def at_the_mice():
    play = begun(
        "bobinsky_warns",
        "bobinsky_opened",
        "crossed_beams",
        "bobinsky_praised",
        "medal_asked",
        "medal_told",
        spawn="cp_west",
    )
    hear_until(play, lambda: isinstance(play.session.panel, MessagePanel) and play.session.panel.state == "pick")
    return play, play.session.panel


def read_out(play, panel, order):
    panel.order = order
    while panel.cursor != 4:
        play.hold("right", ticks=1).wait(2)
    play.wait(8).press("interact")
    before = len(play.keys)
    hear_until(play, lambda: panel.state == "pick" or (panel.is_right and play.session.panel is None))
    return play.keys[before:]


@pytest.mark.parametrize(
    ("order", "moment"), [((3, 0, 2, 1), "wrong_1"), ((2, 3, 0, 1), "wrong_3"), ((1, 2, 3, 0), "wrong_2")]
)
def test_a_wrong_reading_gets_the_answer_it_deserves(order, moment):
    play, panel = at_the_mice()
    assert any(moment in key for key in read_out(play, panel, order))
    assert not play.saw("bobinsky_warns")


def test_after_three_wrong_ones_he_hums():
    play, panel = at_the_mice()
    for order in ((3, 0, 2, 1), (1, 0, 2, 3), (0, 2, 1, 3)):
        read_out(play, panel, order)
    assert play.said("hum") and panel.hums


@pytest.mark.parametrize(("pick", "moment"), [(0, "been"), (1, "look"), (2, "thanks")])
def test_each_answer_to_the_mice_has_its_own(pick, moment):
    play = begun(
        "bobinsky_warns",
        *("bobinsky_opened", "crossed_beams", "bobinsky_praised", "medal_asked", "medal_told", "message_read"),
        spawn="cp_west",
    )
    hear_until(play, lambda: play.saw("bobinsky_warns"), pick=pick)
    assert play.said(f"bobinsky_warns.{moment}")


def test_mr_bobinsky_exercises_when_nobody_looks_and_not_when_somebody_stands_there():
    play = Play("real/attic", "cp_ring", beat="actresses_warn", rules=QUICK)
    seen = set()
    for _ in range(1000):
        play.tick()
        seen.add(play.session.world.get(play.session.find("bobinsky"), Look).anim)
    assert {"flex", "handstand", "idle"} <= seen


# ---------------------------------------------------------------- actresses_warn


def at_the_lantern(**k):
    play = begun("actresses_warn", "ladies_met", "lantern_tried", spawn="cp_aisle", **k)
    hear_until(
        play,
        lambda: isinstance(play.session.panel, LanternPanel) and not play.session.panel.is_fixed and play.talk is None,
    )
    return play, play.session.panel


def turn(play, panel, handle, way, times=1):
    for _ in range(times):
        for _ in range(3):
            if panel.handle != handle:
                play.hold("down" if handle > panel.handle else "up", ticks=1).wait(2)
        play.hold("right" if way > 0 else "left", ticks=1)
        play.wait(44)
        while play.talk is not None:
            play.press("interact", ticks=1)
        play.wait(4)


def test_tea_first_and_then_the_lantern():
    play = Play(beat="actresses_warn", rules=QUICK)
    bot = Bot(play)
    play.use("lantern")
    hear_until(play, lambda: play.said("actresses_warn.open"))  # not at the lantern before they have said who comes
    assert play.session.panel is None
    hear_until(play, lambda: "ladies_met" in play.session.story.flags and play.session.is_free)
    assert play.said("actresses_warn.tea")
    bot.use("lantern")
    hear_until(play, lambda: isinstance(play.session.panel, LanternPanel))


def test_each_reading_is_said_when_it_stands_on_the_sheet():
    play, panel = at_the_lantern()
    turn(play, panel, 0, -1, 2)
    turn(play, panel, 1, -1, 3)
    assert play.said("turn_bridge") and not play.said("actresses_warn.both")
    turn(play, panel, 2, -1, 1)
    assert not play.said("turn_needle")
    turn(play, panel, 2, -1, 1)
    hear_until(play, lambda: play.said("actresses_warn.both.5"))
    assert "lantern_first_try" in play.session.story.flags


def test_what_is_nothing_gets_guesses_and_then_belgium():
    play, panel = at_the_lantern()
    turn(play, panel, 0, 1)
    assert panel.guess.startswith("beats.actresses_warn.guess.")
    turn(play, panel, 0, 1, 4)
    assert play.said("turn_needle") and play.said("turn_nothing")


def test_after_many_turns_the_little_ring_catches():
    play, panel = at_the_lantern()
    turn(play, panel, 2, 1, 20)
    assert panel.is_locked and play.said("caught")
    assert panel.rings[0] == 0


@pytest.mark.parametrize(
    ("pick", "moment", "flag"), [(0, "nicer", "asked_nicer"), (1, "about", ""), (2, "tortoise", "fed_tortoise")]
)
def test_each_question_has_its_answer_and_the_chapter_ends(pick, moment, flag):
    play = begun("actresses_warn", "ladies_met", "lantern_tried", "lantern_read", spawn="cp_aisle")
    hear_until(play, lambda: play.saw("actresses_warn"), pick=pick)
    assert play.said(f"actresses_warn.{moment}")
    assert not flag or flag in play.session.story.flags
    assert play.session.is_chapter_over == 3


def test_a_save_between_tea_and_lantern_keeps_the_tea():
    play = Play(beat="actresses_warn", rules=QUICK)
    Bot(play).start("actresses_warn")
    hear_until(play, lambda: "ladies_met" in play.session.story.flags and not play.session.wants_checkpoint)
    again = Play.load(play.session.checkpoint)
    again.wait(10)
    assert again.session.is_running("actresses_warn") and not again.said("actresses_warn.open")
    Bot(again).use("lantern")
    hear_until(again, lambda: isinstance(again.session.panel, LanternPanel))


def test_the_ladies_bicker_across_her_and_neither_waits_for_an_answer():
    play = Play("real/basement", "cp_aisle", flags=["ladies_met"], rules=QUICK)
    play.until(lambda: sum("spink_forcible_pair" in k for k in play.keys) >= 2, within=1400)
    assert play.session.is_free


# ---------------------------------------------------------------- talk


def test_everybody_tells_each_thing_they_know_once_and_remarks_between():
    play = Play("real/basement", "cp_aisle", flags=["ladies_met", "bobinsky_warns", "twin_told"], rules=QUICK)
    for name in ("bobinsky_warns", "twin_told"):
        play.session.story.end(name)
    bot = Bot(play)
    for _ in range(9):
        bot.use("forcible")
        play.wait(4)
    told = [k for k in play.keys if k.startswith("topics.forcible.")]
    assert len(told) == len(set(told)) >= 3
    assert "topics.forcible.the_lantern" not in told  # nobody has tried it yet
    assert any(k.startswith("barks.forcible") for k in play.keys)


def test_the_mice_stop_to_count_her_and_answer():
    play = Play("real/attic", "cp_west", beat="actresses_warn", rules=QUICK)
    play.wait(5)
    play.walk_to("marcher_1", near=18)
    play.wait(4)
    mouse = play.session.world.get(play.session.find("marcher_1"), Place)
    stood = Vec(mouse.x, mouse.y)
    play.wait(60)
    assert Vec(mouse.x, mouse.y) == stood
    for way in ("up", "down", "left", "right"):
        play.hold(way, ticks=2).wait(2)
        if play.prompt == "talk":
            play.press("interact").wait(4)
            break
    play.until(lambda: any(k.startswith("barks.mice") for k in play.keys), within=60)


def test_hands_are_hers_while_he_talks():
    """Running about on the walk is never answered by being held."""
    play = beside_wybie()
    for _ in range(120):
        play.tick(Intent(x=127, held=Action.RUN))
        assert play.session.is_free
