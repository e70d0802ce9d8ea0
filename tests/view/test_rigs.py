"""Bodies of joints: feet that stand where they were set, arms that get there, and nothing of it in the state of the game."""

from __future__ import annotations

import math
import os
from itertools import pairwise

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
import pytest

from game.content.foes.beldam import make_beldam
from game.core.geometry import Vec
from game.data import data_folder
from game.sim.fingers import make_hand
from game.sim.parts import Arachnid, Severed
from game.testing import Play
from game.view.assets import Assets
from game.view.rigs.spider import ARM0, FEMUR, FINGER0, HIP0, NEEDLE, POSES, TIBIA, Spider
from game.view.show import Show


def no_wall(x: float, y: float) -> bool:
    return False


def tube(x: float, y: float) -> bool:
    """A passage five tiles high."""
    return y < 128 or y > 288


def walked(she: Arachnid, ticks: int, speed: float, is_wall=no_wall) -> list[Spider]:
    """One spider, and where its feet were after every tick."""
    spider = Spider()
    x, y = 300.0, 208.0
    h = math.radians(she.heading)
    out = []
    for tick in range(ticks):
        x, y = x + math.cos(h) * speed, y + math.sin(h) * speed
        spider.tick(tick, x, y, she, is_wall)
        out.append([(foot.at, foot.step) for foot in spider.feet])
    return [spider, out]  # type: ignore[list-item]


@pytest.mark.parametrize(("pose", "speed"), [("stand", 0.6), ("run", 2.3), ("climb", 1.5)])
def test_a_foot_that_stands_stands_still(pose, speed):
    spider, feet = walked(Arachnid(pose, heading=0.0), 240, speed)
    steps = 0
    for before, after in pairwise(feet):
        for (was, step_was), (now, step_now) in zip(before, after):
            if step_was == 0 and step_now == 0:
                assert was == now
            steps += step_was == 0 and step_now > 0
    assert steps > 12, "all six walk"
    assert all(sum(step > 0 for _, step in moment) <= 3 for moment in feet), "half of them bear her"
    for foot in spider.feet:
        assert math.dist(foot.at[:2], (spider.x, spider.y)) < 190


@pytest.mark.parametrize("pose", list(POSES))
def test_bones_keep_their_length(pose):
    spider, _ = walked(Arachnid(pose, heading=90.0), 90, 0.5)
    for n in range(6):
        hip, knee, ankle, _ = spider.now.points[HIP0 + n * 4 : HIP0 + n * 4 + 4]
        assert math.dist(hip, knee) == pytest.approx(FEMUR, abs=0.5)
        assert math.dist(knee, ankle) == pytest.approx(TIBIA, abs=0.5)


def test_feet_are_within_the_reach_of_their_needles():
    spider, _ = walked(Arachnid("stand"), 60, 0.0)
    for n in range(6):
        _, _, ankle, foot = spider.now.points[HIP0 + n * 4 : HIP0 + n * 4 + 4]
        assert math.dist(ankle, foot) == pytest.approx(NEEDLE, abs=6)
        assert foot[2] == pytest.approx(0)


def test_in_a_passage_she_runs_on_floor_and_walls():
    spider, _ = walked(Arachnid("run", heading=0.0), 120, 2.3, tube)
    assert sum(foot.is_on_wall for foot in spider.feet) >= 4
    high = [foot.at[2] for foot in spider.feet if foot.at[1] < spider.y - 8]
    assert min(high) > 40, "three of them on the face of the wall behind her"


def test_the_same_ticks_give_the_same_limbs():
    one, _ = walked(Arachnid("run", heading=180.0), 100, 2.0)
    two, _ = walked(Arachnid("run", heading=180.0), 100, 2.0)
    assert one.now == two.now


def test_after_a_jump_she_stands_where_she_is():
    spider, _ = walked(Arachnid("stand"), 60, 0.5)
    spider.tick(61, 900.0, 500.0, Arachnid("stand"), no_wall)
    assert all(math.dist(foot.at[:2], (900.0, 500.0)) < 160 and foot.is_planted for foot in spider.feet)
    assert spider.was == spider.now, "nothing is drawn half way"


@pytest.mark.parametrize("is_left", [False, True])
def test_a_blow_is_coiled_for_and_then_is_there(is_left):
    she = Arachnid("stand", reach_x=380.0, reach_y=330.0, is_left=is_left)
    spider, _ = walked(she, 30, 0.0)
    arm = 1 if is_left else 0

    def off() -> float:
        tips = [spider.now.points[FINGER0 + (arm * 5 + n) * 3 + 2] for n in range(5)]
        return min(math.dist((x, y - z), (380, 330)) for x, y, z in tips)

    for tick in range(30, 66):
        she.told = (tick - 30) / 36
        spider.tick(tick, spider.x, spider.y, she, no_wall)
    shoulder, _, wrist = spider.now.points[ARM0 + arm * 3 : ARM0 + arm * 3 + 3]
    assert wrist[2] > shoulder[2], "it is drawn back and up"
    assert off() > 90
    she.told = 0.0
    for tick in range(66, 70):
        she.struck = tick - 65
        spider.tick(tick, spider.x, spider.y, she, no_wall)
    assert off() < 24
    she.struck, she.reach_x = 0, -1.0
    for tick in range(70, 130):
        spider.tick(tick, spider.x, spider.y, she, no_wall)
    assert off() > 60, "and draws back"


def shown(gentle: bool = False) -> tuple[Play, Show]:
    play = Play("between/web")
    play.session.rules.gentle = gentle
    make_beldam(play.session, Vec(544, 215))
    make_hand(play.session, Vec(600, 300))
    play.session.world.settle()
    return play, Show(Assets(data_folder("assets"), data_folder("maps")))


def test_looking_changes_nothing():
    seen, show = shown()
    unseen, _ = shown()
    for play in (seen, unseen):
        play.session.world.each(Arachnid)[0][1].pose = "thrash"
    for _ in range(20):
        seen.wait(1)
        show.hear(seen.session)
        show.frame(seen.session, 0.5, 1 / 60)
        unseen.wait(1)
    assert seen.session.state_hash() == unseen.session.state_hash()


def test_who_wants_no_spider_gets_none():
    pictures = []
    for gentle in (False, True):
        play, show = shown(gentle)
        play.wait(30)
        frame = show.frame(play.session, 1.0, 1 / 60)
        pictures.append(frame.scene.albedo.surface.copy())
    spider, shadow = (sum(p.get_at((x, 200)).r > 180 for x in range(640)) for p in pictures)
    assert spider > shadow, "no white legs"


def test_who_is_gone_is_not_drawn():
    play, show = shown()
    for _, she in play.session.world.each(Arachnid):
        she.pose = "gone"
    for _, hand in play.session.world.each(Severed):
        hand.pose = "gone"
    play.wait(2)
    show.hear(play.session)
    show.frame(play.session, 1.0, 1 / 60)
    assert not show.rigs.pieces(show._layers, show._stand, play.session, 1.0)


def test_floor_that_falls_is_drawn_behind_her():
    play, show = shown()
    play.wait(30)
    show.frame(play.session, 1.0, 1 / 60)
    ((shape, at),) = show.rigs.shapes(show._layers, show._stand, play.session, 1.0)
    assert shape.get_size()[0] > 150, "from one foot to the other"
    x, y = 544 - show.corner[0] - at[0], 215 - 110 - show.corner[1] - at[1]
    assert shape.get_at((x, y)), "her body"


def test_no_joint_leaps_while_she_runs():
    spider, _ = walked(Arachnid("run", heading=0.0), 60, 2.3, tube)
    for tick in range(60, 240):
        spider.tick(tick, spider.x + 2.3, spider.y, Arachnid("run", heading=0.0), tube)
        for (ax, ay, az), (bx, by, bz) in zip(spider.was.points, spider.now.points, strict=True):
            assert math.hypot(ax - bx, (ay - az) - (by - bz)) < 60
