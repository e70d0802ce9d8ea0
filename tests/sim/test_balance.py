"""Balance on a beam: a mouse says beforehand which way to lean; standing is safe; coming down costs a ride on a mattress."""

import pytest

from game.core.geometry import Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import BeamAct
from game.sim.acts.beam import FLAP_TICKS, TOLD_TICKS
from game.sim.parts import Rules
from tests.arena import arena

STRAIGHT = ((600.0, 192.0), (40.0, 192.0))
CORNERED = ((560.0, 192.0), (360.0, 192.0), (360.0, 320.0), (40.0, 320.0))


def beam(points=STRAIGHT, rests=(), rest=0, s=6.0, parade=-1.0, **rules):
    """A game in which she stands on a beam; ``rests`` already reached make the pushes stronger."""
    play = arena(at=Vec(*points[0]), rules=Rules(text_speed=0.0, **rules))
    play.session.act = BeamAct(points=points, rests=rests, rest=rest, s=s, parade_s=parade)
    return play, play.session.act


def go(play, act, lean="with", ticks=2000, until=lambda: False, halts=True):
    """Walks on. ``lean``: with the mouse, against it, or "no"."""
    for _ in range(ticks):
        if act.is_over or until():
            return
        i, d = act.segment(act.s)
        (ax, ay), (bx, by) = act.points[i], act.points[i + 1]
        if abs(bx - ax) + abs(by - ay) - d < 6 and i < len(act.points) - 2:
            (ax, ay), (bx, by) = act.points[i + 1], act.points[i + 2]
        across = abs(bx - ax) > abs(by - ay)
        ahead = (1 if bx > ax else -1) if across else (1 if by > ay else -1)
        side = 0
        if act.phase in ("told", "push") and lean != "no":
            side = -act.side if lean == "with" else act.side
        if act.state == "flap":
            side = 0 if lean != "with" else (-1 if act.offset > 0 else 1)
        if halts and act.parade in ("told", "crossing"):
            ahead = 0
        x, y = (ahead, side) if across else (side, ahead)
        play.tick(Intent(x * STICK, y * STICK))


HARD = {"rests": ((1.0, 2.0), (3.0, 4.0)), "rest": 2, "s": 10.0}
"""As after two rests: the strongest pushes."""


@pytest.mark.parametrize("difficulty", ["storybook", "brave", "beldam"])
def test_who_leans_with_the_mouse_gets_across(difficulty):
    play, act = beam(difficulty=difficulty, **HARD)
    go(play, act)
    assert act.is_across and act.falls == 0 and act.pushes >= 3
    play.wait(3)
    assert play.session.act is None and play.session.is_free


def test_the_first_leg_throws_nobody_off():
    play, act = beam()
    go(play, act, lean="no")
    assert act.is_across and act.falls == 0 and act.pushes >= 2


def test_later_who_does_not_lean_comes_down_and_is_brought_back():
    play, act = beam(rests=((1.0, 2.0), (3.0, 4.0), (96.0, 140.0)), rest=3, s=170.0)
    go(play, act, lean="no", until=lambda: act.state == "lie")
    fell_at = act.s
    assert act.falls == 1 and "mattress_pomf" in play.heard
    go(play, act, lean="no", until=lambda: act.state == "walk")
    assert act.s == 118.0 < fell_at  # the middle of the last rest
    assert abs(play.position.y - 192) < 1


def test_leaning_the_wrong_way_is_worse():
    play, act = beam()
    go(play, act, lean="against", until=lambda: act.falls > 0)
    assert act.falls == 1


@pytest.mark.parametrize("difficulty", ["storybook", "brave", "beldam"])
def test_every_push_is_heard_and_seen_before_it_comes(difficulty):
    play, act = beam(difficulty=difficulty, **HARD)
    for _ in range(1200):
        before = len(play.heard)
        go(play, act, ticks=1)
        if act.phase == "told":
            break
    assert "mouse_squeak" in play.heard[before:]
    told = play.session.tick
    go(play, act, until=lambda: act.phase == "push")
    assert play.session.tick - told >= min(TOLD_TICKS[difficulty], 24) and TOLD_TICKS[difficulty] >= 24


def test_standing_still_is_always_safe():
    play, act = beam(**HARD)
    go(play, act, lean="no", until=lambda: act.phase == "push" and act.phase_ticks > 20)
    leaning = abs(act.offset)
    play.wait(600)
    assert act.state == "walk" and abs(act.offset) < leaning and abs(act.offset) < 1
    play.stick(0, 1, 600)  # to lean is not to walk
    assert act.state == "walk"


def test_flapping_there_is_time_to_lean_back():
    play, act = beam(**HARD)
    go(play, act, lean="no", until=lambda: act.state == "flap")
    play.wait(FLAP_TICKS["brave"] // 2)
    play.stick(0, -1 if act.offset > 0 else 1, 10)
    assert act.state == "walk" and act.saves == 1 and act.falls == 0


def test_who_turns_round_is_on_the_floor_again():
    play, act = beam()
    go(play, act, ticks=60)
    play.hold("right", ticks=200)
    assert act.is_left and not act.is_across
    assert play.session.is_free and play.session.act is None
    play.hold("right", ticks=10)
    assert play.position.x > STRAIGHT[0][0]


def test_corners_are_turned_by_wanting_the_other_way():
    play, act = beam(CORNERED, no_sway=True)
    play.hold("left", ticks=300)
    assert play.position == Vec(360.0, 192.0)
    play.hold("down", ticks=200)
    assert play.position == Vec(360.0, 320.0)
    play.hold("up", ticks=200)
    play.hold("right", ticks=10)
    assert play.position.x > 360 and play.position.y == 192
    go(play, act)
    assert act.is_across


def test_the_assist_makes_beams_hold_still():
    play, act = beam(no_sway=True, **HARD)
    go(play, act, lean="no")
    assert act.is_across and act.pushes == 0


def test_the_more_often_she_falls_the_calmer_the_beam():
    play, act = beam(**HARD)
    assert act.mercy == 1
    go(play, act, lean="no", ticks=9000)
    assert act.is_across and 2 <= act.falls < 12 and act.mercy < 1


def test_the_parade_has_right_of_way_and_hops_over_boots():
    play, act = beam(parade=200.0)
    go(play, act, until=lambda: act.parade == "gone")
    assert act.parade == "gone" and act.falls == 0 and act.saves == 0


def test_walking_into_the_parade_makes_her_flap():
    play, act = beam(parade=200.0)
    go(play, act, halts=False, lean="no", until=lambda: act.state == "flap")
    assert act.state == "flap" and act.parade == "crossing"


def test_while_somebody_talks_the_beam_waits():
    play, act = beam()
    go(play, act, ticks=90)
    play.session.say("bobinsky", "plain", "Heels!", "")
    before = (act.s, act.offset, act.phase_ticks, act.ticks)
    play.hold("left", ticks=60)
    assert (act.s, act.offset, act.phase_ticks, act.ticks) == before
    play.tick(Intent(pressed=Action.INTERACT, held=Action.INTERACT))
    play.wait(2)
    go(play, act, ticks=30)
    assert act.s > before[0]


def test_the_same_wishes_come_to_the_same_end():
    ends = []
    for _ in range(2):
        play, act = beam(**HARD)
        go(play, act, ticks=400)
        ends.append(play.hash())
    assert ends[0] == ends[1]
