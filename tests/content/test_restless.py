"""The other house plays: what nobody looks at may be elsewhere, and stays there; nothing moves before her eyes."""

from game.content.props.restless import EVERY_TICKS, PREFIX
from game.core.geometry import Facing, Vec
from game.sim.parts import Place
from game.sim.save import Snapshot
from game.testing import Play

DONE = ["bricks", "mouse_guide", "portal", "other_dinner", "woke_home"]


def where(play: Play) -> dict[str, Vec]:
    """Where everything stands that may move."""
    session = play.session
    out = {}
    for name in session.room.spots:
        if name.startswith(PREFIX):
            at = session.world.get(session.find(name.removeprefix(PREFIX)), Place)
            out[name] = Vec(at.x, at.y)
    return out


def is_seen(play: Play, at: Vec) -> bool:
    d = at - play.position
    way = play.session.place.facing.way
    return abs(d.x) < 320 and abs(d.y) < 180 and d.x * way.x + d.y * way.y > 0


def test_things_move_behind_her_back_and_only_there():
    play = Play("other/flat_down", spawn="cp_living", flags=DONE)
    was, moved = where(play), set()
    for n in range(EVERY_TICKS * 8):
        if n % 600 == 0:
            play.session.place.facing = (Facing.UP, Facing.LEFT, Facing.DOWN, Facing.RIGHT)[n // 600 % 4]
        play.tick()
        now = where(play)
        for name in now:
            if now[name] != was[name]:
                moved.add(name)
                assert not is_seen(play, was[name]) and not is_seen(play, now[name]), name
        was = now
    assert len(moved) >= 2, moved
    play.session.keep()
    again = Play.load(Snapshot.from_data(play.session.checkpoint.to_data()))
    assert where(again) == where(play), "what moved was put back by a load"


def test_it_stops_when_the_story_gets_serious():
    play = Play("other/flat_down", spawn="cp_living", flags=[*DONE, "buttons_offered"])
    was = where(play)
    play.wait(EVERY_TICKS * 3)
    assert where(play) == was


def test_the_real_house_keeps_still():
    play = Play("real/flat_down", spawn="cp_living", flags=["bricks"])
    play.wait(EVERY_TICKS)
    assert not [flag for flag in play.session.story.flags if flag.startswith("moved.")]
