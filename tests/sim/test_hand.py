"""The severed hand, attack by attack: who stands there is hit, who steps aside is not, and nobody is taken by surprise."""

from __future__ import annotations

import math

import pytest

from game.app.bot.hand_fighter import SKILLS
from game.app.bot.hand_figures import fight_hand, summed
from game.content.bosses import BOSSES, BossError
from game.core.geometry import Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import HandFight
from game.sim.acts.hand import ATTACKS, MOVES
from game.sim.acts.hand.table import LEAST_TOLD
from game.sim.happenings import CameBack, Heard, SewnShut, Told
from game.sim.parts import Pushable, Rules
from game.testing import Play

NAMES = tuple(ATTACKS)
STRIKING = ("leap", "double", "feint", "sweep", "rush", "slap")
"""Those that hurt her; yank drags her, wybie goes for somebody else."""


def practice(attack: str, difficulty: str = "brave", **rules: float) -> tuple[Play, HandFight]:
    """She stands on open ground, the hand before her, doing one thing over and over."""
    play = Play.boss("hand", attack, rules=Rules(difficulty=difficulty, text_speed=0.0, **rules))  # type: ignore[arg-type]
    play.tick()
    act = play.session.act
    assert isinstance(act, HandFight)
    return play, act


def open_ground(play: Play, act: HandFight) -> None:
    """Somewhere without wood in its way."""
    at = Vec(1150, 600) if act.part != "drag" else Vec(1210, 660)
    play.session.space.move(play.session.hero, at.x, at.y)
    play.session.place.x, play.session.place.y = at.x, at.y
    if act.part != "drag":
        act.hand.put(play.session, at.x + 96, at.y)


def happens(play: Play, act: HandFight, what: str, within: int = 900) -> bool:
    for _ in range(within):
        play.tick()
        if what in act.happened:
            return True
    return False


def test_every_attack_is_a_generator_and_a_row_of_the_table() -> None:
    assert set(MOVES) == set(ATTACKS) == set(BOSSES["hand"].attacks)
    with pytest.raises(BossError, match="no attack 'wink'"):
        Play.boss("hand", "wink")


@pytest.mark.parametrize("attack", STRIKING)
def test_who_stands_there_is_hit(attack: str) -> None:
    play, act = practice(attack)
    open_ground(play, act)
    assert happens(play, act, "hit_her")
    assert play.session.story.counts["hand_hits"] >= 1


def test_who_stands_there_is_dragged() -> None:
    play, act = practice("yank")
    before = play.position
    play.until(lambda: act.hand.state == "out", within=400)
    play.until(lambda: act.hand.state != "out", within=60)
    assert (play.position - act.arena.well).length < (before - act.arena.well).length - 40


def test_wybie_is_caught_if_nobody_calls() -> None:
    play, act = practice("wybie")
    play.session.space.move(play.session.hero, 1010, 900)
    assert happens(play, act, "wybie_caught", 1600)


@pytest.mark.parametrize("attack", STRIKING)
@pytest.mark.parametrize("difficulty", ["storybook", "brave", "beldam"])
def test_who_steps_aside_is_not(attack: str, difficulty: str) -> None:
    play, act = practice(attack, difficulty)
    open_ground(play, act)
    rounds, was = 0, ""
    for _ in range(2400):
        hand, here = act.hand, play.position
        d = here - hand.at
        long = d.length or 1.0
        state = f"{hand.state}{act.attacks}{hand.struck == 1}"
        aside = Vec(-d.y / long, d.x / long)
        away = Vec(d.x / long, d.y / long)
        begins = hand.state == "out" and was != state and hand.struck <= 1
        way = None
        if attack in ("leap", "double", "feint") and begins:
            way = aside if play.session.space.is_free(here.x + aside.x * 50, here.y + aside.y * 50, 8) else away
        elif attack in ("sweep", "slap") and hand.state == "told" and hand.told > 0.72:
            way = away
        elif attack == "rush" and hand.state == "out" and long < 66:
            way = aside
        was = state
        if begins:
            rounds += 1
        if way is None:
            play.tick()
        else:
            play.tick(Intent(round(way.x * STICK), round(way.y * STICK), Action.DODGE, Action.DODGE))
        assert "hit_her" not in act.happened, f"round {rounds}"
        if rounds >= 4:
            break
        if hand.state == "free" and long > 190:
            open_ground(play, act)
    assert rounds >= 3


def test_who_steps_aside_is_not_dragged() -> None:
    play, act = practice("yank")
    play.until(lambda: act.hand.state == "told" and act.hand.told > 0.95, within=400)
    before = play.position
    away = before - act.arena.well
    k = STICK / away.length
    play.tick(Intent(round(away.x * k), round(away.y * k), Action.DODGE, Action.DODGE))
    seen = False
    for _ in range(40):
        play.tick()
        seen = seen or "yank_missed" in act.happened
    assert seen
    assert (play.position - act.arena.well).length > (before - act.arena.well).length


def test_wybie_is_let_be_when_the_key_rings() -> None:
    play, act = practice("wybie")
    play.until(lambda: act.hand.state == "out", within=600)
    play.press("cat", ticks=1)
    assert act.rock.caught == 0
    assert act.doing == "leap"


@pytest.mark.parametrize("attack", NAMES)
@pytest.mark.parametrize("difficulty", ["storybook", "brave", "beldam"])
def test_it_is_told_by_sight_and_sound_for_24_ticks_at_least(attack: str, difficulty: str) -> None:
    play, act = practice(attack, difficulty, windup=1.0)
    words = play.session.content.words
    told, sounds, sight, ticks = 0, [], 0.0, 0
    for _ in range(900):
        play.tick()
        if told and act.hand.state == "out":
            break
        for news in play.session.news.of(Told):
            told, ticks = news.ticks, 0
        if told:
            ticks += 1
            sounds += [h.name for h in play.session.news.of(Heard)]
            sight = max(sight, act.hand.told)
    assert told >= LEAST_TOLD
    assert ticks >= LEAST_TOLD, "from the first sign of it to its coming"
    assert ATTACKS[attack].tells in sounds
    assert words.has(f"captions.{ATTACKS[attack].tells}")
    assert sight == 1.0


def test_longer_warnings_are_longer() -> None:
    play, _ = practice("leap", windup=2.0)
    told = 0
    for _ in range(400):
        play.tick()
        told = max([told, *(n.ticks for n in play.session.news.of(Told))])
    assert told == 72


# ---------------------------------------------------------------- what stops it


def _before_a_stump(play: Play, act: HandFight) -> None:
    post = next(p for p in act.arena.wood if p.name == "stump_4")
    play.session.space.move(play.session.hero, post.at.x - 34, post.at.y)
    play.session.place.x, play.session.place.y = post.at.x - 34, post.at.y
    act.hand.put(play.session, post.at.x - 130, post.at.y)


def test_wood_behind_her_holds_it_and_it_can_be_knocked_off() -> None:
    play, act = practice("leap")
    _before_a_stump(play, act)
    play.until(lambda: act.hand.state == "out", within=500)
    play.tick(Intent(0, -STICK, Action.DODGE, Action.DODGE))
    play.until(lambda: act.hand.state == "stuck", within=60)
    assert act.sticks_in == "stump_4"
    play.walk_to(act.hand.at, stop=lambda: play.prompt == "knock")
    assert play.prompt == "knock"
    play.press("interact", ticks=1)
    assert act.wood_hits == 1
    assert act.hand.state == "down"


def test_an_apple_stops_what_is_being_told() -> None:
    play, act = practice("leap")
    open_ground(play, act)
    play.until(lambda: act.hand.state == "told", within=400)
    act.hit_by_apple(play.session, act.hand.at)
    play.tick()
    assert act.hand.state == "down"
    assert not happens(play, act, "hit_her", 20)


def test_apples_can_be_lifted_and_grow_again() -> None:
    play, act = practice("yank")
    fall = act.windfalls.places[3]
    play.session.space.move(play.session.hero, fall.at.x, fall.at.y + 12)
    play.session.place.x, play.session.place.y = fall.at.x, fall.at.y + 12
    play.tick()
    assert play.prompt == "lift"
    first = fall.entity
    play.press("throw", ticks=1)
    play.until(lambda: play.session.world.get(first, Pushable).is_carried, within=30)
    play.until(lambda: fall.entity not in (0, first), within=700)


def test_it_is_sewn_shut_and_all_stands_again_within_two_seconds() -> None:
    play, act = practice("leap")
    session = play.session
    session.story.set("stone_given")
    open_ground(play, act)
    ended = 0
    for n in range(4000):
        if isinstance(session.act, HandFight) and session.act.hand.state == "free":
            here = session.place
            if session.act.hand.far(here.x, here.y) > 200:
                open_ground(play, session.act)
        play.tick()
        if session.news.of(SewnShut):
            ended = n
        if session.news.of(CameBack):
            break
    assert ended
    play.until(lambda: session.is_free and isinstance(session.act, HandFight), within=120)
    assert n - ended + 30 < 120


# ---------------------------------------------------------------- all of it


@pytest.mark.parametrize("difficulty", ["storybook", "brave", "beldam"])
def test_good_hands_win(difficulty: str) -> None:
    fight = fight_hand(5, SKILLS["good"], Rules(difficulty=difficulty))
    assert fight.won
    assert fight.tries <= 5


def test_checkpoints_stand_at_each_phase() -> None:
    play = Play.boss("hand")
    seen: list[tuple[str, str]] = []
    fight_hand_kept(play, seen)
    parts = [part for part, _ in seen]
    assert parts.index("drag") < parts.index("shield") < parts.index("rock")
    assert parts.count("rock") >= 3, "and after each drop of the rock"


def fight_hand_kept(play: Play, seen: list[tuple[str, str]]) -> None:
    """The fight to its end; every checkpoint with the part that begins there."""
    from game.app.bot import Bot
    from game.sim.happenings import Checkpointed

    pending = [0]

    def watch(intent: Intent) -> None:
        if play.session.news.of(Checkpointed):
            pending[0] = 1
        act = play.session.act
        if pending[0] and isinstance(act, HandFight) and not play.session.locks:
            pending[0] = 0
            seen.append((act.part, str(act.rock.drops)))

    play.on_tick.append(watch)
    Bot(play).run("hand_crushed")


@pytest.mark.nightly
def test_two_hundred_fights() -> None:
    rounds = [fight_hand(seed, SKILLS["middling"], Rules()) for seed in range(1, 201)]
    figures = summed(rounds)
    assert figures["won"] == 200, figures
    assert 1 <= figures["tries_median"] <= 4, figures
    assert math.isfinite(figures["seconds_median"])
