"""Chapter 5: the third night, the show, a friend at the gate, the cat, the hem; stopped in the middle, played again."""

from __future__ import annotations

import pytest

from game.app.bot import Bot, ch05
from game.content.beats.nights import touch_small_door
from game.content.beats.verbs import Stage
from game.core.geometry import Vec
from game.sim.acts import Cellar, Flight, Show
from game.sim.parts import Hero, Look, Place, Rules
from game.testing import Play

QUICK = Rules(text_speed=0.0)
SEATED = ("show_welcomed", "show_led", "show_met", "show_seated", "show_cast", "began_theatre_show")
ACTS = ("show_act_1", "show_act_2", "show_act_3")
BY_DAY = ("!is_night", "small_door_open")


def day() -> Play:
    """The day after the circus, by the bricks."""
    play = Play("real/flat_down", "cp_living", beat="theatre_show", rules=QUICK)
    for flag in ("is_night", "bricked"):
        play.session.story.set(flag, False)
    play.wait(4)
    return play


# ---------------------------------------------------------------- the night


def test_by_day_there_are_bricks_and_a_touch_makes_it_night() -> None:
    play = day()
    session = play.session
    assert session.story.holds("bricked,night_due")
    assert session.goal == "theatre_show_night"
    session.run("touch_small_door")
    play.until(lambda: session.story.holds("is_night,!bricked,!night_due"), within=300)
    assert session.title is not None and session.title.key == "menu.chapters.5"
    play.until(lambda: session.is_free and session.fade.amount == 0, within=600)


def test_with_nobody_waiting_bricks_are_bricks() -> None:
    play = Play("real/flat_down", "cp_living", flags=("bricks", "small_door_open"), rules=QUICK)
    play.session.scenes.clear()
    running = touch_small_door(play.session, 0)
    next(running)
    assert play.talk is not None
    assert "is_night" not in play.session.story.flags


def test_she_is_met_and_led_down() -> None:
    play = Play(beat="theatre_show", rules=QUICK)
    session = play.session
    play.until(lambda: "show_welcomed" in session.story.flags, within=300, reads=True)
    play.read()
    assert play.said("theatre_show.open")
    assert session.goal == "theatre_show_down"
    bot = Bot(play)
    bot.go_to_map("other/grounds")
    play.wait(30)
    him = session.world.get(session.find("other_wybie"), Place)
    before = Vec(him.x, him.y)
    play.wait(90)
    assert (Vec(him.x, him.y) - before).length > 20 or session.world.get(
        session.find("other_wybie"), Look
    ).anim == "wave"
    bot.go_to_map("other/basement")
    play.until(lambda: "show_met" in session.story.flags, within=400, reads=True)
    assert play.said("theatre_show.doors")


def test_he_waits_where_she_does_not_follow() -> None:
    play = Play("other/grounds", "from_flat_down", beat="theatre_show", flags=("show_welcomed", "began_theatre_show"))
    session = play.session
    play.wait(400)
    him = session.find("other_wybie")
    at = session.world.get(him, Place)
    assert (Vec(at.x, at.y) - play.position).length < 320
    assert session.world.get(him, Look).anim == "wave"


# ---------------------------------------------------------------- the show


def test_from_the_seats_to_the_stage() -> None:
    play = Play("other/basement", "from_grounds", beat="theatre_show", flags=SEATED[:2], rules=QUICK)
    session = play.session
    play.session.begin("theatre_show")
    play.until(lambda: "show_met" in session.story.flags, within=400, reads=True)
    play.read()
    play.walk_to("cp_aisle", stop=lambda: not session.is_free)
    play.until(lambda: "show_seated" in session.story.flags, within=400, reads=True)
    play.read()
    assert play.said("theatre_show.seats")
    play.walk_to((17, 13), stop=lambda: not session.is_free)
    play.until(lambda: isinstance(session.act, Show), within=1500, reads=True)
    assert play.said("theatre_show.on_stage") and play.said("theatre_show.teach")


def after_two_acts() -> Play:
    play = Play("other/basement", "cp_stage", beat="theatre_show", flags=(*SEATED, *ACTS[:2]), rules=QUICK)
    play.until(lambda: isinstance(play.session.act, Flight), within=1500, reads=True)
    return play


def test_the_bow_a_friend_and_the_way_out() -> None:
    play = after_two_acts()
    session = play.session
    ch05.act_of(Bot(play))
    play.until(lambda: "show_over" in session.story.flags, within=2500, reads=True)
    assert play.said("theatre_show.bow") and play.said("theatre_show.wybie")
    assert any(play.said(f"theatre_show.after_{how}") for how in ("some", "good", "little", "perfect"))
    assert session.story.counts["show_best"] == session.story.counts["show_good"] > 0
    play.read()
    assert session.goal == "theatre_show_out"
    Bot(play).run("theatre_show")
    assert play.said("theatre_show.out")
    assert session.room.name == "other/grounds"


def test_nobody_is_kept_from_leaving_and_coming_back() -> None:
    play = Play("other/basement", "cp_aisle", beat="theatre_show", flags=(*SEATED, "show_act_1"), rules=QUICK)
    session = play.session
    play.until(lambda: isinstance(session.act, Cellar), within=1500, reads=True)
    play.walk_to("cp_aisle", run=True, stop=lambda: not isinstance(session.act, Cellar))
    play.until(lambda: not isinstance(session.act, Show), within=900)
    play.wait(80)
    bot = Bot(play)
    bot.go_to_map("other/grounds")
    assert "show_act_2" not in session.story.flags
    bot.go_to_map("other/basement")
    play.until(lambda: isinstance(session.act, Cellar), within=1500, reads=True)


def test_it_can_be_played_again_and_the_best_is_kept() -> None:
    play = Play("other/basement", "cp_stage", beat="cat_speaks", rules=QUICK)
    session = play.session
    session.story.counts["show_best"] = 44
    play.wait(30)
    play.use("other_spink")
    play.until(lambda: play.talk is not None and bool(play.talk.options), within=300, reads=True)
    play.choose(0)
    bot = Bot(play)
    for _ in range(3):
        play.until(lambda: isinstance(session.act, Show), within=1500, reads=True)
        ch05.act_of(bot)
    play.until(lambda: session.story.counts.get("show_plays", 0) == 1, within=900, reads=True)
    play.read()
    play.until(lambda: session.is_free, within=600, reads=True)
    assert session.story.counts["show_best"] == 44
    assert session.story.counts["show_good"] >= 40
    assert not session.is_running("ch05_stage")


def test_she_may_also_only_look() -> None:
    play = Play("other/basement", "cp_stage", beat="cat_speaks", rules=QUICK)
    play.wait(30)
    play.use("other_forcible")
    play.until(lambda: play.talk is not None and bool(play.talk.options), within=300, reads=True)
    play.choose(1)
    play.read()
    assert play.session.is_free and not isinstance(play.session.act, Show)


# ---------------------------------------------------------------- the cat


def test_the_cat_says_what_it_came_for() -> None:
    play = Play(beat="cat_speaks", rules=QUICK)
    Bot(play).run("cat_speaks")
    for moment in (
        "open",
        "which",
        "how",
        "post",
        "thin",
        "teach_call",
        "edge",
        "edge_walk",
        "edge_end",
        "edge_throw",
        "end",
    ):
        assert play.said(f"cat_speaks.{moment}"), moment
    assert play.said("hints.cat_speaks.1")
    play.wait(4)
    assert not play.session.find("apple_1") or not play.session.find("apple_2") or not play.session.find("apple_3")


def in_the_orchard(*flags: str) -> Play:
    play = Play("other/orchard", "cp_post", beat="cat_speaks", flags=("began_cat_speaks", *flags), rules=QUICK)
    play.wait(30)
    return play


@pytest.mark.parametrize(("pick", "moment"), [(0, "why"), (1, "thanks"), (2, "danger")])
def test_three_things_can_be_said(pick: int, moment: str) -> None:
    play = in_the_orchard("cat_named", "cat_post_seen", "cat_lesson")
    play.until(lambda: play.talk is not None and bool(play.talk.options), within=600, reads=True)
    play.choose(pick)
    play.until(lambda: "edge_told" in play.session.story.flags, within=900, reads=True)
    assert play.said(f"cat_speaks.{moment}")


def test_it_goes_behind_a_post_and_is_out_of_sight() -> None:
    play = in_the_orchard()
    session = play.session
    play.until(lambda: play.said("cat_speaks.post.1"), within=2500, reads=True)
    assert session.world.get(session.find("cat"), Look).is_hidden
    play.until(lambda: "cat_post_seen" in session.story.flags, within=2000, reads=True)
    play.wait(12)
    other = session.room.spots["post_b"].box.middle
    cat = session.world.get(session.find("cat"), Place)
    assert not session.world.get(session.find("cat"), Look).is_hidden
    assert (Vec(cat.x, cat.y) - other).length < 60


def test_who_does_not_call_is_not_kept_waiting() -> None:
    play = in_the_orchard("cat_named", "cat_post_seen")
    play.until(lambda: "cat_lesson" in play.session.story.flags, within=2200, reads=True)
    assert "cat_was_called" not in play.session.story.flags


def at_the_hem(*flags: str) -> Play:
    play = Play(
        "other/orchard",
        "cp_edge",
        beat="cat_speaks",
        flags=(
            *("began_cat_speaks", "cat_named", "cat_post_seen", "cat_lesson", "cat_asked"),
            *("edge_told", "edge_walked", "edge_seen", *flags),
        ),
        rules=QUICK,
    )
    play.wait(30)
    return play


def test_an_apple_may_also_be_rolled_over() -> None:
    play = at_the_hem()
    session = play.session
    hem = Stage(session, "cat_speaks").at("hem_edge")
    apple = session.world.get(session.find("apple_2"), Place)
    apple.x = hem.x + 4
    session.space.move(session.find("apple_2"), apple.x, apple.y)
    play.until(lambda: "apple_over" in session.story.flags, within=600)
    play.until(lambda: play.saw("cat_speaks"), within=2500, reads=True)
    assert play.said("cat_speaks.edge_throw")


def test_the_throw_verb_does_it_too() -> None:
    play = at_the_hem()
    session = play.session
    Bot(play).use("apple_1")
    play.wait(30)
    assert session.world.get(session.hero, Hero).carries
    hem = session.room.spots["hem_edge"].box.middle
    play.walk_to(Vec(hem.x - 60, hem.y), near=12, stop=lambda: not session.is_free)
    play.hold("right", ticks=2)
    play.hold("right", "throw", ticks=30)
    play.wait(2)
    play.until(lambda: "apple_over" in session.story.flags, within=400)


def test_it_goes_on_where_it_was_left() -> None:
    play = in_the_orchard()
    session = play.session
    play.until(lambda: "cat_post_seen" in session.story.flags, within=4000, reads=True)
    play.wait(20)
    assert session.checkpoint is not None
    again = Play.load(session.checkpoint)
    again.until(lambda: again.said("cat_speaks.teach_call"), within=400, reads=True)
    assert not again.said("cat_speaks.open")


def test_the_orchard_may_be_left_and_come_back_to() -> None:
    play = in_the_orchard("cat_named", "cat_post_seen", "cat_lesson", "cat_asked", "edge_told")
    bot = Bot(play)
    bot.go_to_map("other/grounds")
    him = play.session.world.get(play.session.find("other_wybie"), Place)
    play.wait(4)
    gate = next(t.box.middle for t in play.session.room.things if t.name == "to_orchard")
    assert abs(him.x - gate.x) < 140, "he waits at the gate"
    bot.go_to_map("other/orchard")
    play.wait(10)
    assert play.session.is_running("cat_speaks")
    assert play.session.goal == "cat_speaks_edge"


def test_the_chapter_ends_on_the_screen() -> None:
    play = at_the_hem("apple_over")
    play.until(lambda: play.session.is_chapter_over == 5, within=2500, reads=True)
