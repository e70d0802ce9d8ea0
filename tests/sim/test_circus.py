"""The circus as a game: what is asked, how it is judged, that nobody can fail and that it can be played again."""

from itertools import pairwise

import pytest

from game.app.bot.ch04 import PRESSES, in_time
from game.core.geometry import Vec
from game.core.intent import NOTHING, STICK, Action, Intent
from game.sim.acts import Circus
from game.sim.acts.circus import ALL, BAR_TICKS, BARS, HEARD_LATE_TICKS, WAYS, Cue, chart, rehearsal
from game.sim.happenings import Heard, Judged
from game.sim.parts import Look, Rules
from tests.arena import arena

CANNONS = tuple(Vec(320 + 120 * WAYS[n].x, 192 + 80 * WAYS[n].y) for n in (1, 2, 3, 4))


def ring(cues=None, part="show", **rules):
    """She stands on the mark of a bare ring; the part has begun."""
    play = arena(rules=Rules(text_speed=0.0, **rules))
    act = Circus(mark=Vec(320, 192), cannons=CANNONS)
    play.session.act = act
    play.session.world.get(play.session.hero, Look).mood = "show"
    act.begin(part, cues or chart())
    return play, act


def play_through(play, act, hands=in_time):
    """Ticks with these hands until the part is over; everything judged."""
    told = []
    for _ in range(BARS * BAR_TICKS + 400):
        if act.part not in ("show", "rehearse"):
            return told
        play.tick(hands(act))
        told += play.session.news.of(Judged)
    raise AssertionError("it does not end")


def press_at(play, act, tick, action, way=None):
    """Waits until that tick of the music and presses then."""
    x, y = (round(way.x / way.length * STICK), round(way.y / way.length * STICK)) if way else (0, 0)
    while act.since + 1 - HEARD_LATE_TICKS < tick:
        play.tick(Intent(x, y))
    play.tick(Intent(x, y, action, action))


ONE = (Cue(200, "catch", 1),)


def test_the_chart_can_be_read_and_played():
    cues = chart()
    assert len(cues) == ALL == 45
    assert list(cues) == sorted(cues, key=lambda c: c.tick)
    assert all(b.tick - a.tick >= 32 for a, b in pairwise(cues))
    assert cues[-1].tick < BARS * BAR_TICKS
    assert all(c.lead >= 24 for c in cues), "every ball is told before it comes"
    assert all(c.cannon in WAYS for c in cues if c.kind in ("catch", "throw"))
    assert all((c.tick // 32) % 4 == 3 for c in cues if c.kind == "bow")


def test_every_other_show_asks_as_much_and_never_the_same():
    shows = {chart(turn, mirrored) for turn in range(4) for mirrored in (False, True)}
    assert len(shows) == 8
    assert {len(s) for s in shows} == {ALL}
    assert {tuple(c.kind for c in s) for s in shows} == {tuple(c.kind for c in chart())}


def test_hands_that_are_three_ticks_off_light_every_bulb():
    play, act = ring()
    play_through(play, act)
    assert act.hits == ALL and act.part == "done"
    assert act.longest == ALL


def test_who_does_nothing_sees_the_show_and_loses_nothing():
    play, act = ring()
    told = play_through(play, act, lambda a: Intent())
    assert act.hits == 0 and act.part == "done"
    assert {t.verdict for t in told} == {"miss"} and len(told) == ALL
    assert play.session.story.counts.get("stitches", 0) == 0


@pytest.mark.parametrize(
    ("difficulty", "wider", "inside"),
    [("storybook", 1.0, 15), ("brave", 1.0, 10), ("beldam", 1.0, 7), ("brave", 1.5, 15), ("beldam", 2.0, 14)],
)
def test_the_window_is_as_wide_as_the_rules_say(difficulty, wider, inside):
    for off, is_hit in ((-inside, True), (inside, True), (-inside - 1, False), (inside + 1, False)):
        play, act = ring(ONE, difficulty=difficulty, show_window=wider)
        press_at(play, act, 200 + off, Action.INTERACT, WAYS[1])
        play.wait(40)
        assert (act.hits == 1) == is_hit, off


def test_near_the_beat_is_gold():
    for off, gold in ((0, 1), (4, 1), (-4, 1), (7, 0)):
        play, act = ring(ONE)
        press_at(play, act, 200 + off, Action.INTERACT, WAYS[1])
        assert act.hits == 1 and act.golds == gold


def test_the_right_way_round_makes_gold_of_white():
    for difficulty, golds in (("storybook", 1), ("brave", 0)):
        play, act = ring(ONE, difficulty=difficulty)
        press_at(play, act, 200, Action.INTERACT, WAYS[4])
        assert act.hits == 1 and act.golds == golds
        assert [j.why for j in play.session.news.of(Judged)] == ["" if golds else "way"]


def test_early_late_and_the_wrong_button_are_told_apart():
    for tick, button, told in ((200, Action.DODGE, ("wrong", "key")), (176, Action.INTERACT, ("early", ""))):
        play, act = ring(ONE)
        press_at(play, act, tick, button, WAYS[1])
        assert (told[0], told[1]) in [(j.verdict, j.why) for j in play.session.news.of(Judged)]
    play, act = ring(ONE)
    press_at(play, act, 216, Action.INTERACT, WAYS[1])
    assert "late" in [j.verdict for j in play.session.news.of(Judged)] and act.hits == 0


def test_by_the_hardest_rules_the_wrong_way_scores_nothing_and_may_be_mended():
    play, act = ring(ONE, difficulty="beldam")
    press_at(play, act, 195, Action.INTERACT, WAYS[4])
    assert act.hits == 0 and "mouse_squeak" in [h.name for h in play.session.news.of(Heard)]
    press_at(play, act, 200, Action.INTERACT, WAYS[1])
    assert act.hits == 1


@pytest.mark.parametrize("way", [Vec(-1, 0), Vec(0, -1), Vec(-1, -1)])
def test_one_arrow_is_enough_for_a_corner(way):
    play, act = ring(ONE)
    press_at(play, act, 200, Action.INTERACT, way)
    assert act.hits == 1


def test_the_wrong_button_is_no_catch():
    play, act = ring(ONE)
    press_at(play, act, 200, Action.DODGE, WAYS[1])
    play.wait(40)
    assert act.hits == 0


def test_a_missed_catch_does_not_spoil_the_throw_after_it():
    play, act = ring((Cue(200, "catch", 1), Cue(264, "throw", 4)))
    while act.since < 250:
        play.tick()
    assert act.verdicts[0] == "miss"
    press_at(play, act, 264, Action.THROW, WAYS[4])
    assert act.verdicts[1] == "perfect"


def test_a_dodge_is_a_hop_on_the_spot():
    play, act = ring((Cue(100, "dodge"),))
    before = play.position
    press_at(play, act, 100, Action.DODGE)
    highest = 0.0
    for _ in range(24):
        play.tick()
        highest = max(highest, play.session.place.lift)
    assert highest > 14 and (play.position - before).length < 1 and play.session.place.lift == 0


def test_she_stays_on_the_mark_whatever_the_stick_does():
    play, _ = ring()
    before = play.position
    for _ in range(60):
        play.tick(Intent(STICK, STICK, Action.RUN))
    assert (play.position - before).length < 1


def test_the_rehearsal_waits_for_the_first_catch_but_not_for_ever():
    play, act = ring(rehearsal(), "rehearse")
    play_through(play, act, lambda a: Intent())
    assert act.passes == 2
    play, act = ring(rehearsal(), "rehearse")
    play_through(play, act)
    assert act.passes == 0 and act.hits == len(rehearsal())


def test_a_pause_in_the_middle_changes_nothing():
    """The music and the ticks stop together; nothing but ticks moves the show."""
    hashes = []
    for pauses in (False, True):
        play, act = ring()
        for n in range(600):
            if pauses and n == 300:
                before = play.hash()
                assert play.hash() == before
            play.tick(in_time(act))
        hashes.append(play.hash())
    assert hashes[0] == hashes[1]


def test_talk_stops_it_and_it_goes_on_where_it_was():
    play, act = ring()
    play.wait(100)
    since = act.since
    play.session.say("coraline", "plain", "Oh.", "x")
    play.wait(50)
    assert act.since == since


def test_it_keeps_time_with_the_music_only_while_it_plays():
    play, act = ring()
    assert act.keeps_time
    play_through(play, act)
    assert not act.keeps_time


def test_mashing_is_no_way_to_gold():
    play, act = ring()

    def mash(a):
        i = a.next_cue()
        cue = a.cues[i] if i >= 0 else None
        way = WAYS.get(cue.cannon) if cue else None
        x, y = (round(way.x * 90), round(way.y * 90)) if way else (0, 0)
        press = PRESSES[cue.kind] if cue and a.since % 4 == 0 else NOTHING
        return Intent(x, y, press, press)

    play_through(play, act, mash)
    assert act.golds < 5
