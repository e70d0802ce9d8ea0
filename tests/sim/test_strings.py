"""The thread that drags him: how it lies round posts, comes off again, ties him up; how he gets her, and how he does not."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from game.app.bot import Bot, ch09_house
from game.content.folk.people import make_person
from game.core.geometry import Box, Facing, Vec
from game.core.taut import Taut, corners_of
from game.sim.acts import Strings
from game.sim.acts.needles import Needles
from game.sim.acts.strings import HELD_TICKS
from game.sim.happenings import Knotted, Wound
from game.sim.harm import stitches
from game.sim.parts import Place, Rules
from game.sim.save import Snapshot
from game.sim.space import Leash
from game.testing import Play
from tests.arena import arena, thing

POST = Box(310, 180, 20, 16)


def circle(taut: Taut, turns: float, radius: float = 70.0, post: Box = POST, start: float = -90.0) -> None:
    """Its end walks round the post; turns < 0 the other way."""
    corners = corners_of([("post", post)])
    steps = abs(round(turns * 180))
    for i in range(steps + 1):
        a = math.radians(start + i * 2 * (1 if turns > 0 else -1))
        taut.follow(post.middle.x + radius * math.cos(a), post.middle.y + radius * math.sin(a), corners)


def hung() -> Taut:
    taut = Taut(320, 60, 320, 118)
    taut.follow(320, 118, corners_of([("post", POST)]))
    return taut


# ---- the rule


def test_it_is_straight_where_nothing_is_in_its_way():
    taut = hung()
    assert not taut.bends and taut.length == pytest.approx(58)


@pytest.mark.parametrize("turns", [1, 2, 5, -1, -3])
def test_it_winds_round_a_post_once_for_every_turn(turns: int):
    taut = hung()
    circle(taut, turns)
    assert taut.posts == ("post",)
    assert len(taut.bends) in range(4 * abs(turns) - 2, 4 * abs(turns) + 1)
    assert taut.turn_of("post") == pytest.approx(360 * abs(turns) - 110, abs=60)  # it leaves as it comes, aside


@pytest.mark.parametrize("turns", [0.6, 1.3, 3.0, -2.6])
def test_the_same_way_back_undoes_it(turns: float):
    taut = hung()
    before = taut.length
    circle(taut, turns)
    assert taut.bends
    steps = abs(round(turns * 180))
    corners = corners_of([("post", POST)])
    for i in range(steps, -1, -1):
        a = math.radians(-90 + i * 2 * (1 if turns > 0 else -1))
        taut.follow(POST.middle.x + 70 * math.cos(a), POST.middle.y + 70 * math.sin(a), corners)
    assert not taut.bends and taut.length == pytest.approx(before, abs=0.5)


def test_the_other_way_round_undoes_it_too():
    taut = hung()
    circle(taut, 1)
    circle(taut, -1)
    assert not taut.bends


def test_boxes_that_lie_together_have_no_corners_between():
    wall = [("a", Box(0, 0, 40, 20)), ("a", Box(40, 0, 40, 20)), ("a", Box(40, 20, 40, 20))]
    corners = {(c.x, c.y) for c in corners_of(wall)}
    assert (40, -5) not in corners and len(corners) == 5


def test_it_is_as_long_as_a_string_would_be():
    taut = hung()
    circle(taut, 0.5)
    by_hand = sum(math.dist(a, b) for a, b in pairwise(taut.points))
    assert taut.length == pytest.approx(by_hand)
    straight = math.dist(taut.points[0], taut.points[-1])
    assert straight < taut.length < straight + 80


# ---- the joints


def test_a_leash_lets_nobody_further_than_its_thread():
    leash = Leash(100, 100)
    for i in range(240):
        leash.pull(100 + i, 100, 100, 100, 90.0)
        leash.hang((100, 20), (leash.at[0], 60), 0.01)
        leash.step()
    assert leash.at[0] == pytest.approx(190, abs=2.0)
    assert leash.strain > 1


def test_its_thread_keeps_its_length():
    leash = Leash(100, 100)
    for _ in range(200):
        leash.hang((100, 20), (260, 60), 0.05)
        leash.step()
    points = leash.thread
    long = sum(math.dist(a, b) for a, b in pairwise(points))
    assert long == pytest.approx(math.dist((100, 20), (260, 60)) * 1.05, rel=0.03)
    assert max(y for _, y in points) > 55, "it does not sag"


# ---- him, in a bare room


def dragged(at: Vec = Vec(400, 192), rules: Rules | None = None, **more: object) -> tuple[Play, Strings]:
    """She stands in the arena, he has just been let down; a post in the middle."""
    play = arena(things=[thing("Solid", "post", POST, [POST])], walls=[POST], at=at, rules=rules)
    session = play.session
    session.story.set("stone_given")
    entity = session.bear(make_person(session, "other_father", Vec(320, 120), Facing.DOWN, "none", is_ghost=True))
    session.world.settle()
    session.names["him"] = entity
    fields: dict[str, object] = {
        "who": "him",
        "hook": Vec(320, 60),
        "home": Vec(320, 120),
        "door": Vec(60, 330),
        "area": Box(0, 0, 640, 384),
        "posts": (("post", POST),),
        "must": ("post",),
        "turn": 150.0,
        "long_px": 500.0,
    }
    act = Strings(**{**fields, **more})  # type: ignore[arg-type]
    session.act = act
    play.until(lambda: act.part == "drag", within=120)
    return play, act


def lead(play: Play, *points: tuple[float, float]) -> None:
    act = play.session.act
    for x, y in points:
        play.walk_to(Vec(x, y), near=6, stop=lambda: isinstance(act, Strings) and act.is_still)


ROUND = ((400, 150), (400, 240), (320, 250), (240, 240), (240, 140), (320, 130), (400, 150))


def test_he_goes_where_she_went():
    play, act = dragged()
    lead(play, (500, 192), (500, 300))
    play.wait(40)
    at = act.leash(play.session).at
    assert at[0] > 440, "he does not follow"


def test_led_round_a_post_he_is_tied():
    play, act = dragged()
    wound: list[Wound] = []
    knots: list[Knotted] = []
    play.on_tick.append(lambda _: wound.extend(play.session.news.of(Wound)))
    play.on_tick.append(lambda _: knots.extend(play.session.news.of(Knotted)))
    lead(play, *ROUND, *ROUND)
    play.until(lambda: act.part == "still", within=300)
    assert [w.is_on for w in wound] == [True] and len(knots) == 1
    assert act.held_by == ("post",) and "string_pull" in play.heard


def test_led_back_he_comes_undone():
    play, act = dragged()
    lead(play, *ROUND[:5])
    assert act.taut.bends
    lead(play, (180, 330), (420, 330), (480, 200), (480, 110), (400, 100))
    play.until(lambda: not act.taut.bends, within=900)


def test_touched_by_him_she_is_held_and_put_at_the_door():
    play, act = dragged(at=Vec(330, 240))
    for _ in range(400):
        play.tick()
        if act.part == "hold":
            break
    assert act.part == "hold", "he never closed his arms"
    play.tick()
    assert not play.session.is_free
    play.wait(HELD_TICKS + 90)
    assert stitches(play.session) == 1
    assert (play.position - act.door).length < 8
    assert act.part in ("wait", "drag")


def test_his_arms_are_seen_coming_and_can_be_dodged():
    play, act = dragged(at=Vec(330, 240))
    play.until(lambda: act.part == "tell", within=400)
    told = play.session.tick
    play.until(lambda: act.part == "reach", within=200)
    assert play.session.tick - told >= 24
    assert act.caught == 0


def test_who_walks_off_in_time_is_not_in_them():
    play, act = dragged(at=Vec(330, 240))
    play.until(lambda: act.part == "tell", within=400)
    play.walk_to(Vec(480, 330), run=True)
    play.wait(20)
    assert act.caught == 0 and stitches(play.session) == 0


def test_he_never_goes_as_fast_as_she_runs():
    for difficulty in ("storybook", "brave", "beldam"):
        play, act = dragged(rules=Rules(text_speed=0.0, difficulty=difficulty))
        act.tug = 60
        assert act.speed(play.session) <= 0.92 * 152


def test_longer_windups_are_longer():
    play, act = dragged()
    place = play.session.world.get(play.session.find("him"), Place)
    usual = act.told(play.session, place)
    play.session.rules.windup = 2.0
    assert act.told(play.session, place) > usual


def test_stretched_and_held_by_nothing_he_is_not_tied():
    play, act = dragged(long_px=150.0)
    lead(play, (560, 120))
    play.wait(200)
    assert not act.is_still
    assert math.dist(act.leash(play.session).at, (320, 60)) < 160


def test_needles_hurt_where_they_come_down_and_nowhere_else():
    play, _ = dragged(at=Vec(560, 330), needles=[Needles(560.0, 1, 0)], long_px=80.0)
    play.wait(60)
    assert stitches(play.session) == 1
    play, _ = dragged(at=Vec(560, 330), needles=[Needles(300.0, 1, 0)], long_px=80.0)
    play.wait(60)
    assert stitches(play.session) == 0


# ---- the rooms as they are built


def house(*done: str, spawn: str = "from_passage", room: str = "other/flat_down") -> Play:
    flags = ("house_opened", "began_soul_house", "house_saw_strings", *(f"house_{d}" for d in done))
    play = Play(beat="soul_house", flags=flags)
    play.session.enter(room, spawn)
    play.wait(50)
    return play


ROOMS = {
    "kitchen": ((), "from_passage", "other/flat_down"),
    "study": (("kitchen",), "from_mirror", "other/flat_down"),
    "music": (("kitchen", "study"), "from_grounds", "other/flat_down"),
    "parents": (("kitchen", "study", "music"), "from_down", "other/flat_up"),
    "long": (("kitchen", "study", "music", "parents", "up"), "cp_parents", "other/flat_up"),
}


def solve(play: Play, room: str) -> None:
    bot = Bot(play)
    for _ in range(4):
        if f"house_{room}" in play.session.story.flags:
            return
        ch09_house.tangle(bot, room)
    raise AssertionError(f"he is not tied in the {room}; {play.where()}")


@pytest.mark.parametrize("room", list(ROOMS))
def test_every_room_can_be_solved(room: str):
    done, spawn, where = ROOMS[room]
    play = house(*done, spawn=spawn, room=where)
    solve(play, room)
    assert f"house_{room}" in play.session.story.flags


def test_left_and_loaded_in_the_middle_of_a_room():
    play = house("kitchen", spawn="from_mirror")
    bot = Bot(play)
    ch09_house.enter_room(bot, "study")
    for x, y in ch09_house.ROUTES["study"][:4]:
        play.walk_to(Vec(x * 32, y * 32), near=8)
    assert play.session.act is not None and play.session.checkpoint is not None
    again = Play.load(Snapshot.from_data(play.session.checkpoint.to_data()))
    again.wait(30)
    solve(again, "study")


def test_the_thread_of_the_long_string_is_kept():
    play = house(*ROOMS["long"][0], spawn="cp_parents", room="other/flat_up")
    solve(play, "long")
    for _ in range(2000):
        if "house_told" in play.session.story.flags:
            break
        play.read()
        if play.talk is not None and play.talk.options:
            play.choose(0)
        play.tick()
    play.wait(60)
    act = play.session.act
    assert isinstance(act, Strings) and act.part == "still"
    assert len(act.taut.bends) >= 3
    at = act.leash(play.session).at
    again = Play.load(play.session.checkpoint)  # type: ignore[arg-type]
    again.wait(60)
    other = again.session.act
    assert isinstance(other, Strings) and math.dist(other.leash(again.session).at, at) < 2


def test_he_is_tied_when_every_post_holds_and_not_before():
    play = house(*ROOMS["long"][0], spawn="cp_parents", room="other/flat_up")
    bot = Bot(play)
    ch09_house.enter_room(bot, "long")
    act = play.session.act
    assert isinstance(act, Strings) and len(act.must) == 4
    for _ in range(4):
        for x, y in ch09_house.ROUTES["long"]:
            if act.part in ("knot", "still"):
                break
            assert len(act.held_by) < len(act.must)
            ch09_house._lead(bot, Vec(x * 32, y * 32))
    assert act.is_still and act.held_by == act.must


def test_while_somebody_talks_he_stands_and_then_rests():
    play, act = dragged(at=Vec(330, 300))
    play.wait(20)
    place = play.session.world.get(play.session.find("him"), Place)
    play.session.say("coraline", "plain", "Wait.", "wait")
    play.wait(4)
    at = Vec(place.x, place.y)
    play.wait(60)
    assert (Vec(place.x, place.y) - at).length < 2 and act.part == "drag"
    play.read()
    play.wait(2)
    assert act.part == "wait"
    play.until(lambda: act.part == "drag", within=120)
