"""Chapter 4: played as the bot plays it, left in the middle, chosen otherwise, loaded in between, and played again."""

import pytest

from game.app.bot.bot import Bot
from game.app.bot.ch04 import in_time, walk_some
from game.core.geometry import Vec
from game.core.intent import Action, Intent
from game.sim.acts import Circus, Garden
from game.sim.acts.circus import ALL
from game.sim.parts import Look, Rules
from game.testing import Play

AT_ONCE = Rules(text_speed=0.0)


def until_part(play, part, within=4000):
    """Turns pages until that part of the circus is on, or that game of the garden."""
    play.until(lambda: getattr(play.session.act, "part", "") == part, within=within, reads=True)
    return play.session.act


def test_the_whole_of_other_wybie():
    play = Play(beat="other_wybie", rules=AT_ONCE)
    Bot(play).run("other_wybie")
    for moment in ("open", "meet", "teach_throw", "throw_hit", "teach_dodge", "garden_talk", "miss", "end"):
        assert play.said(f"other_wybie.{moment}"), moment
    story = play.session.story
    assert {story.notes[f"garden_{part}"] for part in ("throw", "slide", "dodge", "both")} == {"done"}
    assert "missed_talking" in story.flags and "said_easier" not in story.flags
    assert play.session.room.name == "other/grounds"
    assert "other_wybie" in story.people


def test_his_pictures_stand_beside_his_words():
    play = Play(beat="other_wybie", rules=Rules())
    bot = Bot(play)
    play.until(lambda: play.session.is_running("other_wybie"), within=600)
    play.read()
    bot.go_to_map("other/grounds")
    play.until(lambda: play.session.is_free, within=900)
    for _ in range(60):
        walk_some(bot, Vec(1180, 800), 20)
        if play.talk is not None:
            break
    play.until(lambda: play.talk is not None and bool(play.talk.pictures), within=2000, reads=True)
    assert play.talk.pictures == ("wave", "bicycle", "you")
    look = play.session.world.get(play.session.actor_of("other_wybie"), Look)
    play.wait(3)
    assert look.anim == "draw"


def in_the_garden(part, **rules):
    """The beat goes on in the garden, with the games before that one behind it."""
    parts = ("throw", "slide", "dodge", "both")
    done = [f"garden_{p}" for p in parts[: parts.index(part)]]
    play = Play(
        "other/grounds",
        "cp_porch",
        "other_wybie",
        flags=("is_night", "began_other_wybie", "door_opened_twice", "wybie_drawn", *done),
        rules=Rules(text_speed=0.0, **rules),
    )
    spot = Vec(1186, 880) if part in ("throw", "slide") else Vec(1552, 960)
    play.session.space.move(play.session.hero, spot.x, spot.y)
    act = until_part(play, part)
    assert isinstance(act, Garden)
    play.until(lambda: play.talk is None, within=600, reads=True)
    return play, act


@pytest.mark.parametrize("part", ["throw", "dodge"])
def test_a_game_that_is_walked_away_from_is_over_and_the_next_one_waits(part):
    play, act = in_the_garden(part)
    play.wait(40)
    play.session.space.move(play.session.hero, 300, 1300)
    play.until(lambda: act.is_over, within=400, reads=True)
    play.until(lambda: f"garden_{part}" in play.session.story.flags, within=400, reads=True)
    assert play.session.story.notes[f"garden_{part}"] == "left"
    assert play.session.is_free or play.talk is not None


def test_whoever_walks_away_from_all_of_them_still_gets_to_the_circus():
    play, _ = in_the_garden("both")
    play.session.space.move(play.session.hero, 300, 1300)
    play.until(lambda: play.talk is not None and bool(play.talk.options), within=4000, reads=True)
    play.choose(0)
    play.until(lambda: play.saw("other_wybie"), within=4000, reads=True)
    assert play.said("other_wybie.easier") and "said_easier" in play.session.story.flags


def test_leaving_the_garden_in_the_middle_of_a_game_and_coming_back():
    play, act = in_the_garden("slide")
    play.wait(60)
    play.session.space.move(play.session.hero, 1024, 640)
    bot = Bot(play)
    bot.go_to_map("other/flat_down")
    play.wait(60)
    bot.go_to_map("other/grounds")
    play.session.space.move(play.session.hero, 1186, 880)
    again = until_part(play, "slide")
    assert again is not act and again.starred == ()
    assert not play.keys.count("beats.other_wybie.meet.1")


def test_loaded_between_two_games_it_goes_on_with_the_next():
    play, act = in_the_garden("throw")
    act.starred = ("target_1", "target_2", "target_3")
    play.until(lambda: "garden_throw" in play.session.story.flags, within=600, reads=True)
    play.until(lambda: "garden_throw" in play.session.checkpoint.flags, within=600, reads=True)
    again = Play.load(play.session.checkpoint, play.session.content)
    assert "garden_throw" in again.session.story.flags
    again.session.space.move(again.session.hero, 1186, 880)
    assert until_part(again, "slide").part == "slide"


# ---------------------------------------------------------------- the circus


def test_the_whole_of_mouse_circus():
    play = Play(beat="mouse_circus", rules=AT_ONCE)
    Bot(play).run("mouse_circus")
    for moment in ("open", "mice", "teach", "good", "formation", "finale_perfect", "backstage", "wybie", "bed", "home"):
        assert play.said(f"mouse_circus.{moment}"), moment
    story = play.session.story
    assert story.counts["circus_best"] == ALL and "circus_perfect" in story.flags
    assert play.session.room.name == "real/flat_up"
    assert not play.session.is_night and "in_pyjamas" not in story.flags and "bricked" in story.flags


def in_the_ring(**rules):
    """On the mark, the rehearsal about to begin."""
    play = Play(
        "other/attic",
        "cp_ring",
        "mouse_circus",
        flags=("is_night", "began_mouse_circus", "circus_opened"),
        rules=Rules(text_speed=0.0, **rules),
    )
    return play, until_part(play, "rehearse")


def test_hands_in_pockets_lead_to_the_same_bed():
    play, _ = in_the_ring()
    play.until(lambda: "circus_shown" in play.session.story.flags, within=9000, reads=True)
    assert play.said("mouse_circus.finale_few") and play.said("mouse_circus.miss")
    assert play.session.story.counts["circus_waves"] == 0
    assert play.session.story.counts["circus_best"] == 0


def test_the_show_cannot_be_saved_in_the_middle_and_is_begun_again_after_a_load():
    play, act = in_the_ring()
    until_part(play, "show", within=2000)
    for _ in range(900):
        play.tick(in_time(act))
    assert act.hits > 3
    play.session.wants_checkpoint = True
    play.wait(5)
    assert play.session.act is act, "no checkpoint while she is on the mark"
    again = Play.load(play.session.checkpoint, play.session.content)
    assert "circus_shown" not in again.session.story.flags
    assert until_part(again, "rehearse").part == "rehearse"


def test_it_can_be_played_again_and_the_best_is_kept():
    play = Play("other/attic", "cp_ring", flags=("other_wybie", "circus_shown", "is_night"), rules=AT_ONCE)
    session = play.session
    session.story.counts["circus_best"] = 12
    for shows, hands in ((1, True), (2, False)):
        play.use("other_bobinsky")
        play.until(lambda: play.talk is not None and bool(play.talk.options), within=200)
        play.choose(0)
        act = until_part(play, "show", within=1200)
        assert isinstance(act, Circus)
        while act.part == "show":
            play.tick(in_time(act) if hands else Intent())
        play.until(lambda: play.talk is not None and bool(play.talk.options), within=2000, reads=True)
        play.choose(1)
        play.until(lambda: session.is_free, within=1200, reads=True)
        assert session.story.counts["circus_shows"] == shows
    assert session.story.counts["circus_best"] == ALL and session.story.counts["circus_last"] == 0


def test_just_looking_is_an_answer_too():
    play = Play("other/attic", "cp_ring", flags=("other_wybie", "circus_shown", "is_night"), rules=AT_ONCE)
    play.use("other_bobinsky")
    play.until(lambda: play.talk is not None and bool(play.talk.options), within=200)
    play.choose(1)
    play.wait(20)
    assert play.session.is_free and play.session.act.part == "rest"


def test_she_may_walk_out_before_bed_and_it_waits():
    play = Play(
        "other/attic",
        "cp_ring",
        "mouse_circus",
        flags=("is_night", "began_mouse_circus", "circus_opened", "circus_shown", "circus_backstage"),
        rules=AT_ONCE,
    )
    play.wait(10)
    assert play.session.find("mother_at_flap")
    play.session.space.move(play.session.hero, 1100, 384)
    play.hold("right", ticks=60)
    play.until(lambda: play.session.room.name != "other/attic" or play.talk is not None, within=200)
    play.until(lambda: play.session.room.name in ("other/grounds", "other/flat_up"), within=1200, reads=True)
    if play.session.room.name == "other/grounds":
        Bot(play).go_to_map("other/attic")
        play.wait(20)
        assert play.session.find("mother_at_flap")


def test_a_dodge_before_the_show_and_after_it_is_an_ordinary_one():
    play = Play("other/attic", "cp_ring", flags=("other_wybie", "circus_shown", "is_night"), rules=AT_ONCE)
    before = play.position
    play.tick(Intent(0, 100, Action.DODGE, Action.DODGE))
    play.wait(20)
    assert (play.position - before).length > 40
