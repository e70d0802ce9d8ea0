"""Chapter 8 as a player meets it: nobody in, five things in any order, threads, a night; and downstairs a stone."""

import random

import pytest

from game.app.bot import Bot, ch08
from game.core.geometry import Vec
from game.sim.panels import BoardPanel
from game.sim.panels.board import LINKS
from game.sim.parts import DollSeat, Look, Rules
from game.sim.save import Snapshot
from game.testing import Play

QUICK = Rules(text_speed=0.0)
CLUES = dict(ch08.CLUES)


def home(*flags, **k):
    """She is in, and has called."""
    play = Play(beat="parents_gone", flags=flags, rules=QUICK, **k)
    play.until(lambda: play.session.is_free and "alone_opened" in play.session.story.flags, within=3000, reads=True)
    play.wait(10)
    return play


def find(play, *clues):
    for clue in clues:
        for _ in range(4):
            play.read()
            if clue in play.session.story.flags:
                break
            play.use(CLUES[clue])
            play.read()
        assert clue in play.session.story.flags, clue
        play.until(lambda: play.session.is_free or isinstance(play.session.panel, BoardPanel), within=600, reads=True)


def at_the_board(*order):
    play = home()
    find(play, *(order or CLUES))
    play.until(lambda: isinstance(play.session.panel, BoardPanel), within=2000, reads=True)
    return play, play.session.panel


def tie(play, panel, *pairs):
    for pair in pairs:
        play.until(lambda: panel.state == "pick" and play.talk is None, within=2000, reads=True)
        play.wait(8)
        for card in pair:
            for way in ch08._ways(panel.cursor, card):
                play.stick(*way, ticks=1).wait(2)
            play.press("interact").wait(8)
        play.until(lambda: panel.state in ("told", "pick") and play.talk is None, within=2000, reads=True)


@pytest.mark.parametrize("beat", ("parents_gone", "stone_given"))
def test_every_beat_can_be_begun_alone_and_ends(beat):
    play = Play(beat=beat, rules=QUICK)
    Bot(play).run(beat)
    assert play.saw(beat)


# ---------------------------------------------------------------- parents_gone


@pytest.mark.parametrize("room", ("real/flat_down", "real/flat_up", "real/attic", "real/basement", "real/grounds"))
@pytest.mark.parametrize("night", (False, True))
def test_they_are_in_no_room_by_day_or_night(room, night):
    play = Play(room, beat="stone_given", flags=["is_night"] if night else [], rules=QUICK)
    play.session.story.set("is_night", night)
    play.wait(10)
    sheets = {look.sheet for _, look in play.session.world.each(Look)}
    assert not sheets & {"mel", "charlie"}
    assert not {"typing_wall_loop", "pencil_loop"} & set(play.heard)


def test_it_is_day_and_cold_when_she_comes_home_from_a_night():
    play = Play(beat="parents_gone", flags=["is_night", "in_pyjamas"], rules=QUICK)
    play.wait(2)
    assert play.session.story.holds("!is_night,!in_pyjamas,bricked")


def test_she_calls_into_every_room_once_and_only_the_drip_says_anything():
    play = home()
    for at in ("cp_kitchen", "cp_hall_mid", "cp_study", "cp_box"):
        play.walk_to(at)
        play.wait(280)
    for room in ("kitchen", "hall", "study", "box_room"):
        assert play.said(f"call.{room}"), room
    again = len([key for key in play.session.story.flags if key.startswith("called_")])
    play.walk_to("cp_kitchen")
    play.wait(300)
    assert len([k for k in play.session.story.flags if k.startswith("called_")]) <= again + 1
    assert any("plink" in sound for sound in play.heard)


@pytest.mark.parametrize("seed", range(3))
def test_five_things_in_any_order(seed):
    order = [c for c in CLUES if c != "clue_doll"]
    random.Random(seed).shuffle(order)
    places = [n for n in (2, 3, 4) if order[n - 1] != "clue_snow"]  # it comes while she is in another room
    order.insert(random.Random(seed).choice(places), "clue_doll")
    play, panel = at_the_board(*order)
    assert panel.tied == () and play.said("parents_gone.board")


def test_the_doll_is_not_there_until_she_has_found_two_things_and_looked_away():
    play = home()

    def taken():
        return [e for e, seat in play.session.world.each(DollSeat) if seat.is_taken]

    assert taken() == []
    find(play, "clue_snow")
    play.walk_to("cp_kitchen")
    assert taken() == []
    find(play, "clue_kettle")
    play.wait(10)
    assert taken() == [play.session.find("doll_dads_chair")]


def test_what_they_left_is_looked_at_with_other_eyes():
    play = home()
    play.use("wastebasket")
    play.until(lambda: play.talk is not None, within=60)
    assert "how hard it was" in play.talk.say
    play.read()
    play.use("drawing_board")
    play.until(lambda: play.talk is not None, within=60)
    assert "He'd nearly done the petal" in play.talk.say


def test_the_board_can_be_put_off_and_is_laid_out_again_as_it_was():
    play, panel = at_the_board()
    tie(play, panel, LINKS[1])
    play.until(lambda: panel.state == "pick" and play.talk is None, within=600, reads=True)
    play.press("dodge").wait(4)
    play.read()
    assert play.session.panel is None and play.session.is_free
    play.use("doll_dads_chair")
    play.until(lambda: isinstance(play.session.panel, BoardPanel), within=600, reads=True)
    assert play.session.panel.tied == (LINKS[1],)


def test_every_thread_that_will_not_hold_has_a_thought_of_its_own():
    play, panel = at_the_board()
    wrong = [(a, b) for a in range(6) for b in range(a + 1, 6) if (a, b) not in LINKS]
    for pair in wrong:
        tie(play, panel, pair)
    play.until(lambda: panel.state == "pick" and play.talk is None, within=600, reads=True)
    said = {key for key in play.session.story.log if "coraline" in key}
    assert len(said) > len(wrong)
    assert play.said("link_wrong") and play.said("wrong_kettle_coats") and play.said("wrong_snow_door")
    assert play.session.story.counts["board_wrong"] == len(wrong) and panel.trembles


def test_three_threads_lead_to_the_latch_and_the_latch_to_the_night():
    play, panel = at_the_board()
    tie(play, panel, *LINKS)
    play.until(lambda: play.session.is_free, within=1200, reads=True)
    assert play.session.goal == "parents_gone_door"
    play.walk_to(Vec(976, 190), stop=lambda: not play.session.is_free)
    play.until(lambda: "night_sat" in play.session.story.flags, within=4000, reads=True)
    assert play.said("parents_gone.thread") and play.said("parents_gone.realise") and play.said("parents_gone.night")
    assert play.session.is_night


def by_the_telephone(pick):
    play = Play(beat="parents_gone", flags=("alone_opened", "realised", "night_sat", "is_night"), rules=QUICK)
    play.wait(60)
    play.use("call_wybie")
    play.until(lambda: bool(play.talk and play.talk.options), within=4000, reads=True)
    assert play.session.world.get(play.session.find("doll_coat_hook"), DollSeat).is_taken
    play.choose(pick)
    play.until(lambda: play.saw("parents_gone"), within=4000, reads=True)
    return play


def test_the_doll_may_watch_the_sprouts():
    play = by_the_telephone(0)
    assert "doll_larder" in play.session.story.flags and play.said("parents_gone.larder") and play.said("end.1")
    play.read()
    assert not any(seat.is_taken for _, seat in play.session.world.each(DollSeat))


def test_or_be_stared_down():
    play = by_the_telephone(1)
    assert "doll_stared" in play.session.story.flags and play.said("end.2") and not play.said("end.1")


def test_nobody_keeps_her_in_any_more():
    play = by_the_telephone(1)
    Bot(play).go_to_map("real/grounds")
    assert play.session.is_night and play.session.find("cat_steps")


def test_every_checkpoint_of_the_chapter_is_a_place_to_go_on_from():
    play = Play(beat="parents_gone", rules=QUICK)
    kept: dict[str, Snapshot] = {}

    def watch(intent):
        shot = play.session.checkpoint
        if shot is not None:
            data = shot.to_data()
            kept.setdefault(" ".join(sorted(play.session.story.flags)[:400]), Snapshot.from_data(data))

    play.on_tick.append(watch)
    Bot(play).run("parents_gone")
    assert len(kept) > 5
    for shot in random.Random(3).sample(list(kept.values()), 5):
        again = Play.load(shot)
        again.session.rules = QUICK
        Bot(again).run("parents_gone")
        assert again.saw("parents_gone")


# ---------------------------------------------------------------- stone_given


def test_on_the_way_down_the_journal_says_where():
    play = Play("real/flat_down", beat="stone_given", rules=QUICK)
    play.wait(5)
    assert play.session.goal == "stone_given_steps"


@pytest.mark.parametrize(("pick", "moment"), ((0, "brave"), (1, "lose"), (2, "biscuit")))
def test_what_she_asks_is_answered(pick, moment):
    lessons = ("stone_lent", "lesson_false_1", "lesson_false_2", "lesson_false_3", "lesson_true", "began_stone_given")
    play = Play(beat="stone_given", spawn="cp_aisle", flags=lessons, rules=QUICK)
    play.session.give("adder_stone")
    play.until(lambda: bool(play.talk and play.talk.options), within=3000, reads=True)
    play.choose(pick)
    play.until(lambda: play.saw("stone_given"), within=3000, reads=True)
    assert play.said(f"stone_given.{moment}") and play.said("stone_given.end")
    assert ("biscuit" in play.session.story.items) == (moment == "biscuit")


def test_the_chapter_ends_with_the_stone_in_her_pocket():
    play = Play(beat="stone_given", rules=QUICK)
    Bot(play).run("stone_given")
    assert "adder_stone" in play.session.story.items and play.session.is_chapter_over in (0, 8)
    assert play.session.story.beat == "cat_joins"
