"""Her room, attack by attack: who stands there is hit, who steps aside is not, and nobody is taken by surprise."""

from __future__ import annotations

import pytest

from game.app.bot.ch10 import PEEPS_FROM, go, refuge
from game.content.bosses import BOSSES
from game.core.geometry import Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import CatThrow, Needlework, Stare
from game.sim.acts.web import ATTACKS, SEAMS
from game.sim.acts.web.attacks import COLUMNS, ROWS
from game.sim.happenings import Heard, Pricked, Told
from game.sim.parts import Rules, Stone
from game.sim.telling import LEAST_TOLD_TICKS
from game.testing import Play

SEWN = tuple(a.name for a in ATTACKS.values() if a.kind != "stare")
DIFFICULTIES = ("storybook", "brave", "beldam")
IN_THE_WAY = {
    "row_a": Vec(552, 272), "row_b": Vec(552, 304), "row_c": Vec(552, 240), "row_d": Vec(552, 236),
    "row_e": Vec(552, 296), "row_g": Vec(552, 272), "row_h": Vec(552, 272), "column_f": Vec(530, 300),
    "column_i": Vec(464, 300), "sweep": Vec(480, 250), "last_needle": Vec(552, 290),
}  # fmt: skip
"""Where each of them strikes."""


def practice(attack: str, difficulty: str = "brave", windup: float = 1.0) -> tuple[Play, Needlework]:
    """She stands where it will strike."""
    play = Play.boss("web", attack, rules=Rules(difficulty=difficulty, windup=windup, text_speed=0.0))
    play.wait(2)
    act = play.session.act
    assert isinstance(act, Needlework)
    stand(play, IN_THE_WAY[attack])
    return play, act


def stand(play: Play, at: Vec) -> None:
    play.session.space.move(play.session.hero, at.x, at.y)
    place = play.session.place
    place.x, place.y, place.was_x, place.was_y = at.x, at.y, at.x, at.y


def pricks(play: Play, act: Needlework, step: bool, within: int = 500) -> int:
    """How often she is pricked in one go of it; ``step``: she goes where a person who reads the floor would."""
    count = 0
    for _ in range(within):
        if act.is_over:
            break
        if step:
            go(play, refuge(play, act))
        else:
            play.tick()
        count += len(play.session.news.of(Pricked))
    return count


def test_the_table_and_the_register_know_the_same_attacks() -> None:
    assert set(BOSSES["web"].attacks) == set(ATTACKS)
    assert {name for seam in SEAMS for name in seam} == set(SEWN)


@pytest.mark.parametrize("attack", SEWN)
def test_who_stands_there_is_hit(attack: str) -> None:
    assert pricks(*practice(attack), step=False) >= 1


@pytest.mark.parametrize("attack", SEWN)
@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_who_reads_the_floor_is_not(attack: str, difficulty: str) -> None:
    assert pricks(*practice(attack, difficulty), step=True) == 0


@pytest.mark.parametrize("attack", SEWN)
def test_a_dodge_at_the_right_moment_lets_it_by(attack: str) -> None:
    play, act = practice(attack)
    play.until(lambda: act.phase == "told" and act.since >= act.lasts - 3, within=300)
    count, first = 0, True
    while act.phase in ("told", "strike") and act.wave == 0:
        d = refuge(play, act) - play.position
        far = d.length
        x, y = (round(d.x / far * STICK), round(d.y / far * STICK)) if far > 2 else (0, 0)
        if attack == "last_needle":
            x, y = -STICK, 0
        dodge = Action.DODGE if first else Action(0)
        first = False
        play.tick(Intent(x, y, held=dodge | Action.RUN, pressed=dodge))
        count += len(play.session.news.of(Pricked))
    assert count == 0


@pytest.mark.parametrize("attack", SEWN)
@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_it_is_told_by_sight_and_sound_in_time(attack: str, difficulty: str) -> None:
    play, act = practice(attack, difficulty)
    words = play.session.content.words
    told, heard, since = 0, set(), -1
    for _ in range(600):
        play.tick()
        news = play.session.news
        if news.of(Told):
            told, since = news.of(Told)[0].ticks, play.session.tick
        if act.phase in ("hang", "told"):
            heard |= {h.name for h in news.of(Heard)}
        if act.phase == "strike":
            break
    assert told >= LEAST_TOLD_TICKS
    assert play.session.tick - since >= LEAST_TOLD_TICKS
    assert ATTACKS[attack].sounds[0] in heard
    for name in (*ATTACKS[attack].sounds, *heard):
        assert words.has(f"captions.{name}"), name


def test_no_wind_up_is_ever_shorter_than_it_may_be() -> None:
    for attack in ATTACKS.values():
        for difficulty in DIFFICULTIES:
            assert attack.told(Rules(difficulty=difficulty)) >= LEAST_TOLD_TICKS
        assert attack.told(Rules(windup=2.0)) >= 2 * attack.told_ticks - 1


def test_there_is_always_a_gap_wide_enough_to_stand_in() -> None:
    for attack in ATTACKS.values():
        for wave in attack.waves:
            every = ROWS if attack.kind == "rows" else COLUMNS
            assert set(wave) < set(range(every))


# ---------------------------------------------------------------- the stare


def staring(difficulty: str = "brave") -> tuple[Play, Stare]:
    """Before the hearth, as her gaze comes round to it."""
    play = Play.boss("web", "stare", rules=Rules(difficulty=difficulty, text_speed=0.0))
    play.wait(2)
    act = play.session.act
    assert isinstance(act, Stare)
    for _ in range(600):
        if (play.position - PEEPS_FROM).length < 7:
            break
        go(play, PEEPS_FROM, run=False)
    play.until(lambda: act.sees(play.session) and act.gaze < 20, within=900)
    return play, act


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_who_peeps_while_she_looks_is_pricked_but_told_before(difficulty: str) -> None:
    play, act = staring(difficulty)
    told = 0
    for _ in range(200):
        play.tick(Intent(aim_y=-STICK, held=Action.STONE))
        if play.session.news.of(Told):
            told = play.session.tick
            assert "beldam_listens" in {h.name for h in play.session.news.of(Heard)}
        if play.session.news.of(Pricked):
            break
    else:
        pytest.fail("she let it pass")
    assert told and play.session.tick - told >= LEAST_TOLD_TICKS - 1
    assert not act.is_found


def test_who_lowers_the_stone_in_time_is_not() -> None:
    play, act = staring()
    held = 0
    for _ in range(300):
        up = act.stare < 0.4
        held += up
        play.tick(Intent(aim_y=-STICK, held=Action.STONE if up else Action(0)))
        assert not play.session.news.of(Pricked)
        if not act.sees(play.session):
            break
    assert held


def test_with_the_stone_down_she_may_look() -> None:
    play, act = staring()
    for _ in range(900):
        play.tick()
        assert not play.session.news.of(Pricked)
    assert act.looks == 0


def test_behind_her_gaze_the_globe_is_found() -> None:
    play, act = staring()
    play.until(lambda: act.is_blink, within=600)
    for _ in range(90):
        play.tick(Intent(aim_y=-STICK, held=Action.STONE))
    assert act.is_found
    assert play.session.world.get(play.session.hero, Stone).is_up


# ---------------------------------------------------------------- the cat


def throwing(off: float, difficulty: str = "brave") -> CatThrow:
    """A throw at ``off`` px beside where her eyes will be."""
    play = Play(beat="cat_thrown", flags=("cat_warned",), rules=Rules(difficulty=difficulty, text_speed=0.0))
    session = play.session
    play.until(lambda: isinstance(session.act, CatThrow), within=300, reads=True)
    act = session.act
    assert isinstance(act, CatThrow)
    for _ in range(400):
        if act.state == "wait":
            play.tick(Intent(held=Action.THROW, pressed=Action.THROW))
        elif act.state == "aim":
            d = act.arrives() + off - act.mark
            lets_go = abs(d) < 3 and act.since > 10
            x = round(max(min(d / 5, 1.0), -1.0) * STICK)
            play.tick(Intent(x=x, held=Action(0) if lets_go else Action.THROW))
        elif act.state == "fly":
            play.tick()
        else:
            break
    return act


@pytest.mark.parametrize("difficulty", DIFFICULTIES)
def test_a_cat_near_enough_finds_her_eyes(difficulty: str) -> None:
    assert throwing(0.0, difficulty).state == "hit"
    assert throwing(10.0, difficulty).state == "hit"


def test_a_cat_that_misses_lands_and_comes_back() -> None:
    act = throwing(90.0)
    assert act.state == "miss"
    assert act.misses == 1


def test_the_world_dawdles_only_while_she_aims_and_it_flies() -> None:
    act = CatThrow(middle=Vec(552, 214))
    assert act.pace == 1.0
    act.state = "aim"
    assert act.pace < 0.5
    act.state = "miss"
    assert act.pace == 1.0
