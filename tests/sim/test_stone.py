"""The adder stone: what it shows is so while it shows it, and no longer."""

import pytest

from game.core.geometry import Box, Vec
from game.core.intent import STICK, Action, Intent
from game.sim.happenings import Fell, Raised, Revealed
from game.sim.parts import Harm, Rules, Stone, Veiled
from tests.arena import arena, thing

HOLD = Intent(held=Action.STONE)


def room(*things, at=Vec(200, 192), **more):
    play = arena(things=things, at=at, **more)
    play.session.story.items.append("adder_stone")
    return play


def stone(play):
    return play.session.world.get(play.session.hero, Stone)


def look(play, ticks=20, x=0, y=0, aim=(0, 0)):
    for _ in range(ticks):
        play.tick(Intent(x, y, Action.STONE, Action(0), *aim))
    return play


def told(play, kind, intent, ticks=30):
    found = []
    for _ in range(ticks):
        play.tick(intent)
        found += play.session.news.of(kind)
    return found


def test_without_the_stone_the_button_does_nothing():
    play = arena()
    look(play, 30)
    assert stone(play).raised == 0


def test_it_goes_up_while_held_and_down_after():
    play = room()
    assert told(play, Raised, HOLD) == [Raised(True)]
    assert stone(play).is_up
    assert told(play, Raised, Intent()) == [Raised(False)]
    assert stone(play).raised == 0


def test_a_toggle_keeps_it_up():
    play = room(rules=Rules(text_speed=0.0, stone_toggle=True))
    play.press("stone").wait(30)
    assert stone(play).is_up
    play.press("stone").wait(30)
    assert stone(play).raised == 0


def test_she_walks_slower_behind_it():
    play = room(at=Vec(100, 192))
    play.hold("right", ticks=30)
    there = play.session.place.x
    slow = room(at=Vec(100, 192))
    look(slow, 20)
    start = slow.session.place.x
    look(slow, 30, x=STICK)
    assert slow.session.place.x - start < 0.75 * (there - 100)


def test_a_stick_points_it_elsewhere_than_she_looks():
    play = room()
    look(play, 40, aim=(-STICK, 0))
    assert stone(play).x < play.session.place.x - 30
    look(play, 40, aim=(STICK, 0))
    assert stone(play).x > play.session.place.x + 30


def hidden(over, x=256, w=64, name="way", **more):
    return thing("Truth", name, Box(x, 128, w, 128), shows="hidden", over=over, **more)


@pytest.mark.parametrize("over", ["wall", "hole"])
def test_a_hidden_way_bears_only_while_it_is_seen(over):
    play = room(hidden(over))
    play.hold("right", ticks=60)
    assert play.session.place.x < 256
    look(play, 20, x=STICK, aim=(STICK, 0))
    look(play, 140, x=STICK, aim=(STICK, 0))
    assert play.session.place.x > 320


def test_a_plank_that_is_not_looked_at_drops_her():
    play = room(hidden("hole", w=128))
    look(play, 100, x=STICK, aim=(STICK, 0))
    assert 256 < play.session.place.x < 384
    fell = told(play, Fell, Intent(), 30)
    assert fell
    play.wait(60)
    assert play.session.place.x < 256  # back on floor that is floor
    assert not play.session.world.get(play.session.hero, Harm).holds


def test_a_wall_never_closes_on_her():
    play = room(hidden("wall", w=128))
    look(play, 100, x=STICK, aim=(STICK, 0))
    assert 256 < play.session.place.x < 384
    assert not told(play, Fell, Intent(), 60)
    x = play.session.place.x
    play.hold("left", ticks=10)
    assert play.session.place.x < x


def test_false_floor_falls_away_while_seen():
    play = room(thing("Truth", "rug", Box(256, 128, 64, 128), shows="false", over="floor"))
    look(play, 140, x=STICK)
    assert play.session.place.x < 256  # seen, it is a hole, and one does not walk into it
    play.wait(40)
    play.hold("right", ticks=90)
    assert play.session.place.x > 320  # unseen it bears
    play = room(thing("Truth", "rug", Box(160, 128, 96, 128), shows="false", over="floor"), at=Vec(100, 192))
    play.hold("right", ticks=64)
    assert 160 < play.session.place.x < 250
    assert told(play, Fell, Intent(held=Action.STONE, aim_x=STICK), 40) or told(
        play, Fell, Intent(held=Action.STONE, aim_y=-STICK), 40
    )


def test_what_is_feigned_stands_in_the_way_until_seen():
    crate = thing("Prop", "fake", Box(256, 100, 48, 200), [Box(256, 100, 48, 200)])
    play = room(crate, thing("Truth", "lie", Box(256, 100, 48, 200), shows="false", reveals=crate.id))
    play.hold("right", ticks=60)
    assert play.session.place.x < 256
    look(play, 160, x=STICK, aim=(STICK, 0))
    assert play.session.place.x > 304


def test_a_hidden_thing_can_be_taken_only_while_seen():
    ribbon = thing("Item", "ribbon", Box(232, 186, 4, 4), item="ribbon", once=True)
    play = room(
        ribbon, thing("Truth", "veil", Box(224, 176, 32, 32), shows="hidden", reveals=ribbon.id), at=Vec(210, 192)
    )
    play.hold("right", ticks=2).wait(2)
    assert play.session.prompt is None
    play.press("interact").wait(4)
    assert "ribbon" not in play.session.story.items
    entity = play.session.find("ribbon")
    look(play, 20, aim=(STICK, 0))
    assert play.session.world.get(entity, Veiled).is_seen
    assert play.session.prompt is not None and play.session.prompt.verb == "take"
    play.tick(Intent(held=Action.STONE | Action.INTERACT, pressed=Action.INTERACT))
    assert "ribbon" in play.session.story.items
    again = play.session
    again.wants_checkpoint = True
    play.wait(60)
    assert not play.session.find("ribbon")  # taken once, taken for good


def test_what_was_seen_is_told_once_and_remembered():
    play = room(thing("Truth", "glow", Box(230, 176, 32, 32), shows="soul"))
    seen = told(play, Revealed, Intent(held=Action.STONE, aim_x=STICK), 40)
    assert [s.shows for s in seen] == ["soul"]
    assert "seen_glow" in play.session.story.flags
    assert not told(play, Revealed, Intent(held=Action.STONE, aim_x=STICK), 40)


def test_the_wide_lens_sees_further():
    far = Box(312, 176, 16, 16)
    for wide, sees in ((False, False), (True, True)):
        play = room(
            thing("Truth", "far", far, shows="hidden"), at=Vec(200, 192), rules=Rules(text_speed=0.0, wide_lens=wide)
        )
        assert bool(told(play, Revealed, Intent(held=Action.STONE, aim_x=STICK), 40)) is sees


def test_no_checkpoint_is_made_where_a_load_would_fall():
    play = room(hidden("hole", w=128))
    look(play, 100, x=STICK, aim=(STICK, 0))
    play.session.wants_checkpoint = True
    kept = play.session.checkpoint
    look(play, 4, aim=(STICK, 0))
    assert play.session.checkpoint is kept
