"""The severed hand's bodies follow the wish of their act to the px, stand on their tips, and repeat themselves."""

from __future__ import annotations

import math

import pytest

from game.core.geometry import Vec
from game.sim.fingers import FAR, HOVER, LONG, NEAR, make_hand
from game.sim.parts import Place, Severed
from game.testing import Play
from tests.arena import arena

AT = Vec(320, 230)


def a_hand(play: Play) -> tuple[Place, Severed]:
    entity = make_hand(play.session, AT)
    play.session.world.settle()
    return play.session.world.get(entity, Place), play.session.world.get(entity, Severed)


def danced(play: Play, ticks: int = 240) -> list[str]:
    """A bit of everything, and what it came to after every tick."""
    _, hand = a_hand(play)
    out = []
    for t in range(ticks):
        k = t % 240
        hand.pose = ("stalk", "coil", "leap", "stuck", "drag", "slap")[k // 40]
        hand.told = (k % 40) / 40 if hand.pose in ("coil", "slap") else 0.0
        hand.height_px = 40 * math.sin(math.pi * (k % 40) / 40) if hand.pose == "leap" else 0.0
        hand.wish_x += 1.6 if hand.pose in ("stalk", "leap") else 0.0
        hand.heading = 0.0 if k < 120 else 180.0
        hand.string = "taut" if hand.pose == "drag" else ""
        hand.string_x, hand.string_y = hand.wish_x + 70, hand.wish_y - 20
        play.wait(1)
        out.append(repr((hand.palm, hand.joints, hand.thread)))
    return out


def test_it_repeats_itself():
    assert danced(arena()) == danced(arena())


def test_played_on_is_loaded():
    played = arena()
    danced(played, 30)
    played.session.keep()
    loaded = arena()
    loaded.session.restore(played.session.checkpoint)
    assert danced(played, 120) == danced(loaded, 120)


def test_its_place_is_the_wish_of_its_act():
    play = arena()
    place, hand = a_hand(play)
    for _ in range(30):
        hand.wish_x, hand.wish_y = hand.wish_x + 2.2, hand.wish_y - 0.7
        play.wait(1)
        assert (place.x, place.y) == (hand.wish_x, hand.wish_y)
    assert math.dist(hand.palm[:2], (place.x, place.y - HOVER)) < 16, "the palm is not far behind"


def test_bones_keep_their_length():
    play = arena()
    _, hand = a_hand(play)
    low = 0
    for t in range(200):
        hand.wish_x += math.cos(t * 0.05) * 2
        hand.wish_y += math.sin(t * 0.05) * 1.4
        hand.heading = t * 2.0
        play.wait(1)
        for kx, ky, mx, my, tx, ty, _ in hand.joints:
            assert math.hypot(mx - kx, my - ky) == pytest.approx(NEAR, abs=4)
            assert math.hypot(tx - mx, ty - my) == pytest.approx(FAR, abs=4)
            low += my > max(ky, ty) + 4
    assert low < 0.04 * 200 * 5, "hardly a finger bends through the floor"


def test_a_tip_that_stands_stands():
    play = arena()
    _, hand = a_hand(play)
    stood = 0
    before = None
    for _ in range(90):
        hand.wish_x += 1.2
        play.wait(1)
        tips = [joint[4:6] for joint in hand.joints]
        if before is not None:
            stood = max(stood, sum(math.dist(a, b) < 0.4 for a, b in zip(tips, before)))
            assert sum(math.dist(a, b) < 0.4 for a, b in zip(tips, before)) >= 1
        before = tips
    assert stood >= 3


def test_a_jump_sets_it_down_whole():
    play = arena()
    _, hand = a_hand(play)
    play.wait(10)
    hand.wish_x, hand.wish_y = 120.0, 150.0
    play.wait(1)
    assert all(math.dist(joint[4:6], (120, 150)) < LONG + 20 for joint in hand.joints)


def test_a_finger_that_is_gone_is_gone():
    play = arena()
    _, hand = a_hand(play)
    hand.fingers = 4
    play.wait(1)
    assert len(hand.joints) == 4


def test_what_is_pinned_stays_where_it_is():
    play = arena()
    _, hand = a_hand(play)
    play.wait(5)
    hand.pose, hand.pin_x, hand.pin_y = "pinned", AT.x + 20, AT.y + 6
    for _ in range(60):
        play.wait(1)
        assert min(math.dist(joint[4:6], (AT.x + 20, AT.y + 6)) for joint in hand.joints[:]) < 6


@pytest.mark.parametrize(("string", "slack"), [("taut", 1.03), ("slack", 1.3)])
def test_the_string_hangs_between_its_ends(string, slack):
    play = arena()
    _, hand = a_hand(play)
    hand.string, hand.string_x, hand.string_y = string, AT.x - 90, AT.y - 24
    play.wait(60)
    assert hand.thread[-1] == (AT.x - 90, AT.y - 24)
    long = sum(math.dist(a, b) for a, b in zip(hand.thread, hand.thread[1:]))
    far = math.dist(hand.thread[0], hand.thread[-1])
    assert far <= long + 0.5 and long < far * slack + 4
    hand.string = ""
    play.wait(1)
    assert hand.thread == ()
