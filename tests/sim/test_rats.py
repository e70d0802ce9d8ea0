"""Rats: one animal till there is cheese or light; a heart that shows while they are split; bars that tell before they sweep."""

from __future__ import annotations

import math

from game.core.geometry import Vec
from game.core.intent import STICK, Action, Intent
from game.sim.acts import RatHunt
from game.sim.acts.rats import COLOURS
from game.sim.acts.rats.hunt import OPTIONS, POOL_PX, SPLITS_FROM
from game.sim.acts.rats.trapeze import LEAST_TOLD, SWEEP_TICKS, TOLD_TICKS
from game.sim.happenings import Pricked, Told
from game.sim.parts import Furniture, Look, Place, Rules, Walker
from game.testing import Play

FLAGS = ("other_wybie", "stone_given")


def hunt(
    part: str, right: str = "", spawn: str = "cp_ring", pours: bool = True, **rules: object
) -> tuple[Play, RatHunt]:
    play = Play("other/attic", spawn, flags=FLAGS, rules=Rules(**rules))  # type: ignore[arg-type]
    play.session.story.items.append("adder_stone")
    play.wait(40)
    act = RatHunt.of(play.session, part, right)
    play.session.act = act
    play.tick()
    if pours:
        act.flock.pour_out(play.session)
    return play, act


def put(play: Play, x: float, y: float) -> None:
    """Sets her down elsewhere."""
    session = play.session
    session.space.move(session.hero, x, y)
    session.place.x = session.place.was_x = x
    session.place.y = session.place.was_y = y


def lay_cheese(play: Play, act: RatHunt, at: Vec) -> None:
    """As if she had thrown it there."""
    here = play.position
    assert act.give_cheese(play.session)
    put(play, at.x, at.y + 14)
    play.wait(30)
    play.press("interact")
    play.wait(4)
    put(play, here.x, here.y)
    play.wait(4)


def test_a_flock_runs_as_one() -> None:
    play, act = hunt("teach")
    play.wait(300)
    middle = act.flock.middle(play.session)
    assert act.flock.mood == "stream"
    assert act.flock.near(play.session, middle.x, middle.y, 90) == len(act.flock.rats)
    before = middle
    play.wait(60)
    assert (act.flock.middle(play.session) - before).length > 50


def test_no_rat_gets_through_a_wall_or_out_of_sight_for_good() -> None:
    play, act = hunt("two", "green")
    play.wait(200)
    act.flock.scare(play.session, act.flock.middle(play.session), 300)
    for _ in range(290):
        play.tick()
        for rat in act.flock.rats:
            place = play.session.world.get(rat.entity, Place)
            assert play.session.space.is_free(place.x, place.y, 1.0, walls_only=True) or rat.is_in
    play.wait(260)
    assert act.flock.mood == "stream"


def test_cheese_calls_them_and_is_eaten() -> None:
    play, act = hunt("teach")
    play.wait(200)
    lay_cheese(play, act, act.lamps["e"].pool)
    play.until(lambda: act.flock.mood == "bait", within=600)
    play.wait(90)
    pool = act.lamps["e"].pool
    assert act.flock.near(play.session, pool.x, pool.y, 60) > 18
    heap = [play.session.world.get(r.entity, Place).lift for r in act.flock.rats]
    assert max(heap) > 8  # they stand on each other
    play.until(lambda: not act.baits, within=700)
    play.until(lambda: act.flock.mood == "stream", within=300)


def test_light_splits_what_is_in_it_and_only_that() -> None:
    play, act = hunt("two", "green")
    play.wait(200)
    far = max(act.lamps.values(), key=lambda lamp: (lamp.pool - act.flock.middle(play.session)).length)
    act.turn(play.session, far.name)
    play.wait(3)
    assert not act.flock.is_split
    near = act.lamps["e"]
    lay_cheese(play, act, near.pool)
    play.until(lambda: act.flock.near(play.session, near.pool.x, near.pool.y, POOL_PX) >= SPLITS_FROM, within=600)
    assert act.turn(play.session, "e")
    play.wait(3)
    assert act.flock.is_split
    play.wait(70)
    middle = act.flock.middle(play.session)
    assert act.flock.near(play.session, middle.x, middle.y, 40) < 12  # two dozen opinions


def test_the_heart_shows_only_while_they_are_split() -> None:
    play, act = hunt("four", "blue")
    play.wait(100)
    assert act.hearts() == ()
    act.flock.scare(play.session, act.flock.middle(play.session), 100)
    assert act.hearts() == ("blue",)
    play.until(lambda: not act.flock.is_split, within=200)
    assert act.hearts() == ()


def test_a_coat_seen_to_be_empty_stops_marching_and_the_right_one_hums() -> None:
    play, act = hunt("two", "gold")
    play.wait(100)
    act.flock.scare(play.session, act.flock.middle(play.session), 900)
    play.session.story.items.append("adder_stone")
    play.walk_to(Vec(784, 346))
    play.heard.clear()
    play.hold("up", "stone", ticks=60)
    assert act.cleared == ["green"]
    assert "soul_near" in play.heard
    assert play.session.world.get(play.session.find("coat_green"), Furniture).prop == "coat_green_march_1"


def test_in_the_end_every_coat_beats_and_only_the_trail_tells() -> None:
    play, act = hunt("five")
    act.flock.scare(play.session, act.flock.middle(play.session), 100)
    assert act.hearts() == COLOURS


def test_the_right_coat_sends_them_home() -> None:
    play, act = hunt("two", "gold")
    play.wait(150)
    assert act.open_coat(play.session, "gold") == "right"
    assert act.found == "gold"
    play.until(lambda: act.flock.mood == "hid", within=800)
    assert all(play.session.world.get(r.entity, Look).is_hidden for r in act.flock.rats)


def test_a_wrong_coat_is_full_of_rats() -> None:
    play, act = hunt("two", "gold")
    play.wait(150)
    at = act.coats["green"]
    put(play, at.x, at.y + 14)
    assert act.open_coat(play.session, "green") == "wrong"
    assert play.session.story.counts["stitches"] == 1
    assert act.flock.hurry_left > 0
    assert act.flock.now_speed > act.flock.speed
    assert act.open_coat(play.session, "green") == "open"
    assert act.open_coat(play.session, "grey") == "none"  # no part of this


def test_which_coat_it_is_does_not_hang_on_where_she_stands() -> None:
    def coat(seed: int) -> int:
        play = Play(beat="soul_circus", seed=seed, flags=("circus_rats_open", "circus_rats_taught"))
        play.session.begin("soul_circus")
        play.wait(30)
        return play.session.story.counts["circus_coat_two"]

    assert {coat(seed) for seed in range(1, 9)} == {1, 2}
    assert coat(3) == coat(3)


def test_a_trapeze_tells_before_it_sweeps_and_comes_back() -> None:
    play, act = hunt("four", "blue")
    bar = act.trapezes[0]
    told, swept = [], []
    for _ in range(2 * bar.period):
        play.tick()
        told += [play.session.tick for t in play.session.news.of(Told) if t.x == bar.x]
        if bar.is_sweeping and (not swept or play.session.tick - swept[-1] > SWEEP_TICKS):
            swept.append(play.session.tick)
    assert 1 <= len(swept) <= 2
    assert all(any(0 < s - t <= TOLD_TICKS + 1 and s - t >= LEAST_TOLD for t in told) for s in swept[1:] or swept)
    assert any(h == "rope_creak" for h in play.heard)


def stand_under(play: Play, act: RatHunt) -> None:
    """In its line, in the middle, a moment before it comes."""
    bar = act.trapezes[0]
    play.until(lambda: bar.ticks > bar.period - SWEEP_TICKS - 6 and not bar.is_sweeping, within=2 * bar.period)
    put(play, bar.x + 2, (bar.top + bar.bottom) / 2)


def test_it_hits_once_and_throws_her_two_tiles() -> None:
    play, act = hunt("four", "blue", pours=False)
    stand_under(play, act)
    before = play.position
    hits = 0
    for _ in range(SWEEP_TICKS + 20):
        play.tick()
        hits += len(play.session.news.of(Pricked))
    assert hits == 1
    assert 32 < abs(play.position.x - before.x) < 96


def test_a_dodge_goes_through_it() -> None:
    play, act = hunt("four", "blue", pours=False)
    stand_under(play, act)
    bar = act.trapezes[0]
    for _ in range(SWEEP_TICKS + 20):
        y, z = bar.at()
        due = bar.is_sweeping and abs(y - play.position.y) < 34 and z < 40
        press = Action.DODGE if due else Action(0)
        play.tick(Intent(STICK if due else 0, 0, press, press))
    assert play.session.story.counts.get("stitches", 0) == 0


def test_cheese_in_its_way_is_swept_off() -> None:
    play, act = hunt("four", "blue")
    bar = act.trapezes[0]
    lay_cheese(play, act, Vec(bar.x, (bar.top + bar.bottom) / 2))
    play.until(lambda: bar.is_sweeping, within=2 * bar.period)
    play.wait(SWEEP_TICKS)
    at = act.bait_at(play.session)
    assert at is None or abs(at.x - bar.x) > 40


def test_the_medal_leaves_stops_once_and_does_not_stop_where_it_stays() -> None:
    play, act = hunt("five")
    put(play, 740, 500)
    play.until(lambda: bool(act.couriers), within=900)
    runner = act.couriers[0]
    feint, goal = runner.feint, runner.coat
    assert feint != goal
    play.until(lambda: runner.is_there, within=1800)
    assert act.right == goal
    stood = [(x, y) for x, y, stands in act.tail if stands]
    at = act.coats[feint]
    assert stood
    assert all(math.hypot(x - at.x, y - at.y) < 20 for x, y in stood)
    end = act.tail[-1]
    assert math.hypot(end[0] - act.coats[goal].x, end[1] - act.coats[goal].y) < 20


def test_he_stands_up_and_needs_two_lights() -> None:
    play, act = hunt("tall", pours=False)
    man = act.man
    assert man is not None
    put(play, 740, 560)
    play.until(lambda: man.state == "stalk", within=900)
    lay_cheese(play, act, Vec(man.x + 6, man.y))
    play.until(lambda: man.state == "eat", within=600)
    lamps = [lamp for lamp in act.lamps.values() if math.hypot(man.x - lamp.pool.x, man.y - lamp.pool.y) < POOL_PX]
    if len(lamps) >= 2:
        act.turn(play.session, lamps[0].name)
        play.wait(4)
        assert man.state == "eat"  # one is not enough
        act.turn(play.session, lamps[1].name)
        play.wait(4)
        assert man.state == "shaken"
        play.wait(80)
        assert man.left == 2


def test_what_lies_bare_is_taken_or_he_stands_again() -> None:
    play, act = hunt("tall", pours=False)
    man = act.man
    assert man is not None
    put(play, 740, 560)
    play.until(lambda: man.state == "stalk", within=900)
    man.left = 1
    man.become("shaken")
    play.until(lambda: act.bare, within=200)
    play.until(lambda: not act.bare, within=200)  # too late
    assert man.left == 1
    play.until(lambda: man.state == "stalk", within=400)
    man.become("shaken")
    play.until(lambda: act.bare, within=200)
    put(play, man.x, man.y)
    play.wait(3)
    assert act.taken


def test_a_leap_is_told_and_can_be_dodged() -> None:
    play, act = hunt("tall", pours=False)
    man = act.man
    assert man is not None
    put(play, 740, 560)
    play.until(lambda: man.state == "stalk", within=900)
    put(play, man.x + 80, man.y)
    play.until(lambda: man.state == "windup", within=400)
    assert man.told >= LEAST_TOLD
    play.until(lambda: man.state == "leap", within=80)
    press = Action.DODGE
    side = Intent(round(-man.way_y * STICK), round(man.way_x * STICK), press, press)
    play.tick(side)
    for _ in range(20):
        play.tick(Intent(side.x, side.y))
    assert play.session.story.counts.get("stitches", 0) == 0


def test_it_repeats_itself_bit_for_bit() -> None:
    def run() -> list[str]:
        play, act = hunt("two", "green")
        out = []
        for n in range(600):
            if n == 200:
                act.turn(play.session, "e")
            if n == 300:
                act.flock.scare(play.session, act.flock.middle(play.session), 90)
            play.tick(Intent(STICK if n % 90 < 30 else 0, -STICK if n % 70 < 20 else 0))
            if n % 100 == 99:
                out.append(play.hash())
        return out

    assert run() == run()


def test_after_a_load_the_same_coat_and_the_same_rats() -> None:
    play = Play(beat="soul_circus", flags=("circus_rats_open", "circus_rats_taught"))
    session = play.session
    session.begin("soul_circus")
    play.until(lambda: isinstance(session.act, RatHunt), within=60)
    session.wants_checkpoint = True
    play.until(lambda: not session.wants_checkpoint, within=60)
    kept = session.checkpoint
    assert kept is not None
    other = Play.load(kept)
    for _ in range(200):
        play.tick()
        other.tick()
    assert play.hash() == other.hash()
    assert isinstance(other.session.act, RatHunt)
    assert other.session.act.right in OPTIONS["two"]


def test_nobody_trips_over_a_rat() -> None:
    play, act = hunt("teach")
    play.until(lambda: act.flock.near(play.session, act.flock.head_x, act.flock.head_y, 60) > 10, within=400)
    put(play, act.flock.head_x, act.flock.head_y + 30)
    before = play.position.y
    play.hold("up", ticks=40)
    assert before - play.position.y > 40
    assert all(play.session.world.get(r.entity, Walker).is_small for r in act.flock.rats)


def test_talk_holds_them_still() -> None:
    play, act = hunt("teach")
    play.wait(200)
    play.session.say("coraline", "plain", "Well.", "beats.soul_circus.coats.1")
    play.wait(20)
    middle = act.flock.middle(play.session)
    play.wait(30)
    assert (act.flock.middle(play.session) - middle).length < 4


def test_squeaks_are_heard() -> None:
    play, _ = hunt("teach")
    play.wait(240)
    assert "rat_chitter" in play.heard
