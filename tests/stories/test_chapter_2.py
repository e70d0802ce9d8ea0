"""Chapter 2 as it is played: a night, a way in, a dinner, a morning. Also out of order, and stopped in the middle."""

from __future__ import annotations

import pytest

from game.app.bot import Bot, ch02
from game.core.geometry import Facing, Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import NightAct
from game.sim.acts.night import known_boards
from game.sim.panels import DinnerPanel, NoughtsPanel, TellPanel
from game.sim.parts import Look, Place, Rules, Sleeper
from game.testing import Play

CHAPTER_2 = ("mouse_guide", "portal", "other_dinner", "woke_home")
UP, DOWN = "real/flat_up", "real/flat_down"


@pytest.mark.parametrize("beat", CHAPTER_2)
def test_every_beat_can_be_begun_alone_and_ends(beat: str):
    play = Play(beat=beat)
    Bot(play).run(beat)
    assert play.saw(beat)
    assert not play.session.story.counts.get("caught_at_night")


# ---------------------------------------------------------------- mouse_guide


def awake() -> Play:
    """A game in which she has got up, and the mouse is ready to go."""
    play = Play(beat="mouse_guide")
    play.until(lambda: "mouse_met" in play.session.story.flags and play.session.is_free, within=3000, reads=True)
    return play.wait(4)


def goes(play: Play, *points: tuple[float, float], how: Action = Action(0)) -> None:
    """Straight from point to point, whatever she thinks on the way."""
    for x, y in points:
        for _ in range(1500):
            d = Vec(x, y) - play.position
            if d.length < 4 or ears(play) >= 2:
                break
            if not play.session.is_free:
                play.read()
                continue
            act = play.session.act
            if isinstance(act, NightAct) and act.hush:
                play.tick()  # the mouse has stopped
                continue
            k = STICK / d.length
            play.tick(Intent(round(d.x * k), round(d.y * k), how))


def ears(play: Play) -> int:
    act = play.session.act
    return act.ears if isinstance(act, NightAct) else -1


def test_night_falls_by_itself_after_the_bricks():
    play = Play(beat="bricks")
    seen: list[str] = []

    def watch(intent: Intent) -> None:
        look = play.session.world.find(play.session.hero, Look)
        if play.saw("bricks") and play.session.room.name == UP and look is not None:
            assert play.session.is_night
            seen.append(f"{look.sheet} {look.anim}")

    play.on_tick.append(watch)
    Bot(play).run("bricks")
    play.until(lambda: play.said("You're a mouse"), within=1500, reads=True)
    assert "coraline_pyjamas lie" in seen[:4], "she is never seen standing there"


def test_she_is_woken_and_taught_to_go_softly():
    play = awake()
    assert play.said("mouse_guide.open")
    assert "taught_sneak" in play.session.story.flags
    assert play.session.find("mouse") and play.session.find("mel_asleep")
    assert ears(play) == 0


def test_running_on_the_landing_wakes_them_and_costs_nothing_but_the_way():
    play = awake()
    goes(play, (256, 400), (256, 490), (330, 528), how=Action.SNEAK)
    play.wait(20)
    flags = [*play.session.story.flags]
    play.hold("right", "run", ticks=60)
    play.until(lambda: play.said("mouse_guide.creak") or play.said("mouse_guide.caught"), within=400, reads=True)
    play.read()
    play.hold("right", "run", ticks=150)
    play.until(lambda: play.said("mouse_guide.caught"), within=400, reads=True)
    asked = play.session.tick
    play.read()
    assert play.session.tick - asked < 200, "back within a breath or two"
    assert (play.position - Vec(147, 208)).length < 4
    assert ears(play) == 0
    assert all(f in play.session.story.flags for f in flags)
    assert "parents_awake" not in play.session.story.flags
    mouse = play.point_of("mouse")
    assert mouse.x < 320, "it has come back for her"


def test_the_second_ear_can_be_talked_to():
    play = awake()
    goes(play, (256, 400), (256, 490), (640, 528), how=Action.SNEAK)
    play.read()
    goes(play, (720, 500), (720, 470))
    assert ears(play) == 1
    goes(play, (660, 500), (720, 480), how=Action.SNEAK)
    play.until(lambda: play.said("Is it Friday"), within=120, reads=True)
    play.read()
    assert ears(play) == 1, "it even helped"


def test_a_board_that_gave_her_away_is_known_from_then_on():
    play = awake()
    goes(play, (256, 400), (256, 490), (640, 528), how=Action.SNEAK)
    play.read()
    goes(play, (720, 500), (720, 470), how=Action.SNEAK)
    known = known_boards(play.session)
    assert len(known) == 1
    again = Play.load(play.session.checkpoint)
    assert known_boards(again.session) in ([], known)
    again.session.story.notes.update(play.session.story.notes)
    again.wait(10)
    assert isinstance(again.session.act, NightAct) and again.session.act.known == known


def test_with_quiet_boards_only_running_wakes():
    play = Play(beat="mouse_guide", rules=Rules(text_speed=0.0, quiet_boards=True))
    play.until(lambda: "mouse_met" in play.session.story.flags and play.session.is_free, within=3000, reads=True)
    goes(play, (256, 400), (256, 490), (640, 528))
    play.read()
    goes(play, (720, 490), (790, 540))
    assert ears(play) == 0


def test_a_sleeper_who_is_spoken_to_answers_of_a_kind():
    play = awake()
    play.session.story.set("parents_said")
    sleeper = play.session.find("mel_asleep")
    play.session.run("asleep", sleeper)
    play.wait(2)
    assert play.said("hardy to minus ten")
    assert play.session.world.get(sleeper, Sleeper).state == "asleep"


def test_the_clock_in_the_hall_covers_her():
    play = Play(
        DOWN,
        "from_up",
        beat="mouse_guide",
        flags=("night_fallen", "mouse_met", "is_night", "in_pyjamas", "began_mouse_guide"),
    )
    play.wait(20)
    goes(play, (1264, 400), (1264, 552), how=Action.SNEAK)
    goes(play, (1110, 556))
    play.until(lambda: play.said("mouse_guide.clock"), within=300, reads=True)
    play.read()
    play.wait(2)
    before = ears(play)
    assert isinstance(play.session.act, NightAct)
    goes(play, (1040, 544), (900, 544), how=Action.RUN)
    assert "clock_strike" in play.heard
    assert ears(play) == before == 0, "she has run under it"


def test_caught_in_the_hall_she_waits_below_the_stairs():
    play = Play(
        DOWN,
        "from_up",
        beat="mouse_guide",
        flags=("night_fallen", "mouse_met", "is_night", "in_pyjamas", "began_mouse_guide", "clock_said"),
    )
    play.wait(20)
    play.hold("down", "run", ticks=200)
    play.until(lambda: play.said("mouse_guide.caught"), within=400, reads=True)
    play.read()
    assert play.session.room.name == DOWN
    assert (play.position - Vec(1264, 147)).length < 4


def test_a_save_in_the_middle_of_the_night_finds_the_mouse_where_it_was():
    play = awake()
    bot = Bot(play)
    ch02.follow(bot, lambda: play.session.story.counts.get("mouse.mouse_up", 0) >= 6)
    play.read()
    play.session.wants_checkpoint = True
    play.wait(10)
    again = Play.load(play.session.checkpoint)
    again.wait(10)
    assert again.session.world.get(again.session.find("mouse"), Place).x > 600
    Bot(again).run("mouse_guide")


def test_she_may_go_back_upstairs_and_down_again():
    play = Play(
        DOWN,
        "from_up",
        beat="mouse_guide",
        flags=("night_fallen", "mouse_met", "is_night", "in_pyjamas", "began_mouse_guide"),
    )
    play.wait(20)
    play.hold("up", ticks=60)
    play.until(lambda: play.session.room.name == UP, within=200)
    play.wait(60)
    assert play.session.find("mouse")
    for _ in range(60):
        play.hold("down", "sneak", ticks=4)
        if play.session.room.name == DOWN:
            break
        play.read()
    play.wait(30)
    ch02.follow(Bot(play), lambda: play.saw("mouse_guide"))


# ---------------------------------------------------------------- portal


def at_the_door() -> Play:
    play = Play(beat="portal")
    play.walk_to(Vec(976, 200), stop=lambda: play.session.is_running("portal"))
    return play.until(lambda: play.talk is not None and bool(play.talk.options), within=1200, reads=True)


def test_she_may_go_in_at_once():
    play = at_the_door()
    play.choose(0)
    play.until(lambda: play.session.room.name == "between/passage", within=900, reads=True)
    assert play.said("portal.go")
    assert "thought_first" not in play.session.story.flags


def test_she_may_shut_it_and_think_and_then_it_is_hers_to_open():
    play = at_the_door()
    play.choose(1)
    play.read()
    assert play.said("portal.think") and "thought_first" in play.session.story.flags
    assert "door_pulled_to" in play.session.story.flags
    play.wait(60)
    assert play.session.room.name == DOWN
    play.use("little_door")
    play.until(lambda: play.session.room.name == "between/passage", within=900, reads=True)
    assert play.said("portal.go")


def test_thinking_outlasts_a_save():
    play = at_the_door()
    play.choose(1)
    play.read()
    play.session.wants_checkpoint = True
    play.wait(10)
    again = Play.load(play.session.checkpoint).wait(20)
    again.use("little_door")
    again.until(lambda: again.session.room.name == "between/passage", within=900, reads=True)


def test_in_the_middle_somebody_lays_a_table():
    play = at_the_door()
    play.choose(0)
    play.until(lambda: play.session.room.name == "between/passage", within=900, reads=True)
    play.until(lambda: play.session.is_free, within=200, reads=True)
    play.walk_to("cp_belly")
    play.until(lambda: play.said("portal.middle"), within=200, reads=True)


def test_she_may_turn_back_in_the_passage():
    play = at_the_door()
    play.choose(0)
    play.until(lambda: play.session.room.name == "between/passage", within=900, reads=True)
    play.until(lambda: play.session.is_free, within=200, reads=True)
    Bot(play).go_to_map(DOWN)
    play.wait(60)
    Bot(play).go_to_map("other/flat_down")
    play.until(lambda: play.saw("portal"), within=900, reads=True)
    assert play.said("portal.end")


# ---------------------------------------------------------------- other_dinner


def test_everything_is_answered_and_then_there_is_a_chair():
    play = Play(beat="other_dinner")
    play.walk_to(Vec(650, 240), stop=lambda: play.talk is not None)
    play.until(lambda: "dinner_met" in play.session.story.flags, within=5000, reads=True)
    for moment in ("open", "eyes", "father", "answered"):
        assert play.said(f"other_dinner.{moment}")
    play.until(lambda: bool(play.session.find("her_chair")), within=1500, reads=True)
    assert play.session.is_free, "she sits down when she likes"
    play.use("her_chair")
    play.until(lambda: isinstance(play.session.panel, DinnerPanel), within=900, reads=True)
    assert play.said("other_dinner.table")


def at_table() -> Play:
    play = Play(beat="other_dinner", flags=("dinner_met", "dinner_sat", "began_other_dinner"))
    return play.until(lambda: isinstance(play.session.panel, DinnerPanel), within=900, reads=True)


def eats(play: Play, sends: bool) -> None:
    panel = play.session.panel
    bot = Bot(play)
    assert isinstance(panel, DinnerPanel)
    while play.session.panel is panel:
        if play.talk is not None:
            play.press("interact", ticks=1)
        elif sends and panel.now.guest == "you" and panel.is_serving:
            here = panel.wagon_here()
            if here >= 0 and panel.dishes[here] == panel.now.dish:
                play.press("dodge")
            play.tick()
        else:
            ch02.dine(bot, panel)
    play.wait(3)


@pytest.mark.parametrize(
    ("pick", "moment", "flag"),
    [(0, "praise", "ate_happily"), (1, "place", ""), (2, "eat", "saw_she_fasts")],
)
def test_what_she_says_of_it(pick: int, moment: str, flag: str):
    play = Play(beat="other_dinner", flags=("dinner_met", "dinner_sat", "dined", "began_other_dinner"))
    play.until(lambda: play.talk is not None and bool(play.talk.options), within=300, reads=True)
    play.choose(pick)
    play.until(lambda: isinstance(play.session.panel, NoughtsPanel), within=900, reads=True)
    assert play.said(f"other_dinner.{moment}")
    assert not flag or flag in play.session.story.flags


def test_a_full_girl_stays_in():
    play = at_table()
    eats(play, sends=False)
    for moment in ("pie", "sprouts", "soup", "cake", "ate_all"):
        assert play.said(f"other_dinner.{moment}")
    assert play.session.story.counts["dinner_taken"] == 3
    assert "passed_all" not in play.session.story.flags


def test_whoever_sends_every_plate_along_goes_to_bed_hungry_and_safe():
    play = at_table()
    eats(play, sends=True)
    assert play.said("other_dinner.passed") and not play.said("other_dinner.ate_all")
    assert "passed_all" in play.session.story.flags


def test_dinner_goes_on_where_it_was_after_a_walk():
    play = Play(beat="other_dinner", flags=("dinner_met", "began_other_dinner"))
    play.until(lambda: bool(play.session.find("her_chair")), within=300, reads=True)
    Bot(play).go_to_map("between/passage")
    Bot(play).go_to_map("other/flat_down")
    play.until(lambda: bool(play.session.find("her_chair")), within=300, reads=True)
    assert not play.said("other_dinner.open"), "nobody says it all again"


def test_a_save_at_table_is_before_the_dinner():
    play = Play(beat="other_dinner", flags=("dinner_met", "began_other_dinner"))
    play.until(lambda: bool(play.session.find("her_chair")), within=300, reads=True)
    play.session.wants_checkpoint = True
    play.wait(5)
    play.use("her_chair")
    play.until(lambda: play.session.panel is not None, within=900, reads=True)
    again = Play.load(play.session.checkpoint)
    again.until(lambda: bool(again.session.find("her_chair")), within=300, reads=True)
    assert again.session.is_free


# ---------------------------------------------------------------- woke_home


def at_home(*flags: str) -> Play:
    play = Play(UP, "cp_bed", beat="woke_home", flags=("woke_up", "bricked", "tucked_in", "began_woke_home", *flags))
    for flag in ("is_night", "in_pyjamas"):
        play.session.story.set(flag, False)
    return play.wait(30)


def test_to_bed_there_and_awake_here():
    play = Play(beat="woke_home")
    play.until(lambda: play.said("woke_home.other_bed"), within=900, reads=True)
    assert play.session.world.get(play.session.hero, Look).anim == "lie_awake_other"
    play.until(lambda: play.session.room.name == UP, within=3000, reads=True)
    assert not play.session.is_night and "bricked" in play.session.story.flags
    play.until(lambda: isinstance(play.session.panel, TellPanel), within=2000, reads=True)
    play.until(lambda: "woke_up" in play.session.story.flags and play.session.is_free, within=2000, reads=True)
    assert play.said("woke_home.shoes")
    assert play.session.world.get(play.session.hero, Look).sheet == "coraline"
    assert play.session.is_night is False


@pytest.mark.parametrize(("pick", "moment", "flag"), [(0, "pastry", "told_mel"), (1, "dream", "")])
def test_mum_is_told_either_way(pick: int, moment: str, flag: str):
    play = at_home()
    bot = Bot(play)
    bot.go_to_map(DOWN)
    bot.use("mel")
    play.until(lambda: play.talk is not None and bool(play.talk.options), within=1500, reads=True)
    play.choose(pick)
    play.until(lambda: "mum_told" in play.session.story.flags, within=1500, reads=True)
    assert play.said(f"woke_home.{moment}") and play.session.panel is None
    assert (flag in play.session.story.flags) == bool(flag)
    assert not play.saw("woke_home")


def test_bricks_first_and_mum_afterwards():
    play = at_home()
    bot = Bot(play)
    bot.go_to_map(DOWN)
    play.walk_to(Vec(976, 200), stop=lambda: "bricks_again" in play.session.story.flags)
    play.until(lambda: play.said("woke_home.bricks"), within=600, reads=True)
    play.read()
    assert not play.saw("woke_home")
    assert play.session.goal == "woke_home_mum"
    bot.use("mel")
    play.until(lambda: play.talk is not None and bool(play.talk.options), within=1500, reads=True)
    play.choose(1)
    play.until(lambda: play.saw("woke_home"), within=1500, reads=True)
    assert play.session.is_chapter_over == 2


def test_the_small_door_is_bricked_by_day():
    play = at_home("mum_told", "bricks_again")
    Bot(play).go_to_map(DOWN)
    play.read()
    play.walk_to(Vec(976, 180))
    play.hold("up", ticks=90)
    assert play.session.room.name == DOWN


def test_honesty_grows_by_the_gate_for_who_goes_to_look():
    play = at_home("mum_told")
    Bot(play).go_to_map("real/grounds")
    play.read()
    assert not play.said("woke_home.honesty")
    spot = play.session.room.spots.get("honesty_gate")
    goal = spot.box.middle if spot else play.point_of("signpost")
    play.walk_to(goal, within=4000, near=60, stop=lambda: play.said("woke_home.honesty"))
    play.until(lambda: play.said("woke_home.honesty"), within=300, reads=True)


def test_she_faces_the_way_she_is_turned():
    """Waking, she looks at the bed she has just been in."""
    play = Play(beat="woke_home")
    play.until(lambda: isinstance(play.session.panel, TellPanel), within=6000, reads=True)
    assert play.session.place.facing is Facing.LEFT
