"""The world that comes apart: floor shakes, falls and is gone; she falls with it; a load finds it as it was."""

from dataclasses import replace
from itertools import pairwise

import pytest

from game.core.geometry import Box, Vec
from game.sim.acts import RunOut
from game.sim.happenings import CameBack, Crumbled, Fell, Loosened
from game.sim.harm import can_slip, slip_past
from game.sim.parts import Rules
from game.sim.room import Path
from game.sim.ruin import FALL_TICKS, decays_of, fall_tick, running_out
from game.sim.save import Snapshot
from game.testing import Play
from tests.arena import arena, thing

ROUTE = Path("runout_house", (Vec(48, 192), Vec(592, 192)), speed=140.0)


def falling(at=Vec(80, 192), things=(), **more):
    """A strip that falls from the left to the right behind who runs along it; the last two tiles stay."""
    strip = thing("Crumble", "c_strip", Box(0, 0, 576, 384), stage=1, hunt="house")
    play = arena(things=[strip, *things], at=at, paths={"runout_house": ROUTE}, **more)
    story = play.session.story
    story.set("stone_given")
    story.set("runout_house")
    play.session.act = RunOut(hunt="house")
    return play


def run(play, ticks, *ways):
    told = []
    for _ in range(ticks):
        play.hold(*ways, ticks=1) if ways else play.tick()
        told += play.session.news.all()
    return told


def test_tiles_fall_in_the_order_of_the_route_and_gaps_at_once():
    play = falling(things=[thing("Crumble", "g", Box(320, 0, 32, 32), stage=1, hunt="house", gap=True)])
    ruin = play.session.ruin
    ticks = [fall_tick(ruin, "house", x, 192) for x in (48, 144, 304, 500)]
    assert ticks == sorted(ticks) and len(set(ticks)) == 4
    assert fall_tick(ruin, "house", 330, 10) == 1
    assert fall_tick(ruin, "house", 600, 192) > 10**6  # what no polygon holds stays


def test_what_is_off_the_route_falls_before_what_is_on_it():
    ruin = falling().session.ruin
    assert fall_tick(ruin, "house", 400, 20) < fall_tick(ruin, "house", 400, 192)


def test_a_tile_shakes_then_falls_then_is_gone():
    play = falling(at=Vec(600, 192))
    tile_tick = fall_tick(play.session.ruin, "house", 200, 192)
    seen = []
    for _ in range(tile_tick + FALL_TICKS + 260):
        play.tick()
        seen.append(play.session.ruin.integrity_at(200, 192))
    assert seen[0] == 1 and seen[-1] == 0
    assert all(a >= b for a, b in pairwise(seen))
    assert any(0.85 < s < 1 for s in seen) and any(0 < s < 0.85 for s in seen)


def test_who_stands_still_falls_and_is_back_with_a_stitch():
    play = falling()
    play.session.keep()
    play.session.act = RunOut(hunt="house")
    told = run(play, 700)
    assert any(isinstance(n, Fell) for n in told)
    assert any(isinstance(n, CameBack) and n.why == "fell" for n in told)
    assert play.session.story.counts["stitches"] == 1
    assert play.session.story.counts["runout.house.falls"] == 1
    assert not play.session.ruin.gone or play.session.ruin.is_sound(play.session.place.x, play.session.place.y)


def test_who_runs_gets_through_and_the_way_back_is_nothing():
    play = falling()
    told = run(play, 260, "right", "run")
    assert not any(isinstance(n, Fell) for n in told)
    assert any(isinstance(n, Loosened) for n in told)
    told = run(play, 900)
    assert any(isinstance(n, Crumbled) for n in told)
    x = play.session.place.x
    run(play, 60, "left", "run")
    assert x > 576 and play.session.place.x > 576  # the edge holds her: nobody walks into white


def test_things_go_with_their_floor():
    prop = thing("Prop", "chair", Box(96, 160, 32, 40), [Box(96, 180, 32, 20)], text="x")
    play = falling(at=Vec(600, 192), things=[prop])
    assert play.session.find("chair")
    run(play, 700)
    assert not play.session.world.is_alive(play.session.find("chair")) if play.session.find("chair") else True


def test_the_clock_stops_while_she_falls_and_a_fall_buys_time():
    play = falling(rules=Rules(text_speed=0.0, difficulty="beldam"))
    before = fall_tick(play.session.ruin, "house", 400, 192)
    play.session.keep()
    play.session.act = RunOut(hunt="house")
    run(play, 700)
    assert fall_tick(play.session.ruin, "house", 400, 192) > before


@pytest.mark.parametrize("at_tick", [120, 333, 480])
def test_saved_and_loaded_in_the_middle_is_the_same_as_played_on(at_tick):
    play = falling(at=Vec(600, 192))
    run(play, at_tick)
    session = play.session
    session.keep()
    session.act = RunOut(hunt="house")
    copy = Snapshot.from_data(session.checkpoint.to_data())
    loaded = Play.load(copy, content=session.content)
    loaded.session.rules = session.rules
    loaded.session.restore(copy)
    loaded.session.act = RunOut(hunt="house")
    for _ in range(240):
        play.tick()
        loaded.tick()
    assert session.ruin.gone == loaded.session.ruin.gone
    assert session.state_hash() == loaded.session.state_hash()


def test_after_its_soul_all_of_a_hunt_is_gone_for_good():
    play = falling(at=Vec(600, 192))
    story = play.session.story
    play.session.act = None
    story.set("runout_house", False)
    story.done += ["soul_house"]
    play.session.keep()
    assert running_out(story) == ""
    assert len(play.session.ruin.gone) == 18 * 12


def test_the_nth_soul_whichever_it_is_makes_the_nth_stage_fall():
    stages = [thing("Crumble", f"s{n}", Box(32 * n, 0, 32, 384), stage=n) for n in (1, 2, 3)]
    play = arena(things=stages, at=Vec(600, 192))
    story = play.session.story
    for n, soul in enumerate(("soul_circus", "soul_house", "soul_theatre"), 1):
        story.end(soul)
        run(play, 400)
        assert {t % 20 for t in play.session.ruin.gone} == set(range(1, n + 1))
        assert story.counts["souls"] == n


def test_doors_to_what_is_gone_open_on_white():
    play = arena()
    here = play.session.room
    hall = replace(here, name="other/hall", side="other", things=(), spawns=dict(here.spawns))
    fallen = thing("Crumble", "all", Box(0, 0, 640, 384), stage=1)
    there = replace(here, name="other/there", side="other", things=(fallen,))
    door = thing(
        "Door", "door", Box(400, 160, 32, 64), target_map="../other/there.tmx", target_spawn="start", facing="right"
    )
    hall = replace(hall, things=(door,))
    rooms = {"other/hall": hall, "other/there": there}
    play = arena(more_rooms=rooms)
    play.session.enter("other/hall")
    play.session.story.end("soul_house")
    run(play, 700)
    run(play, 120, "right")
    assert play.session.room.name == "other/hall"
    assert any(k.startswith("doors.white") for k in play.keys)


def test_polygons_take_the_tiles_whose_middle_they_hold():
    play = arena(things=[thing("Crumble", "c", Box(16, 16, 64, 64), stage=1)])
    (decay,) = decays_of(play.session.room)
    assert sorted(decay.seconds) == [0, 1, 20, 21]


def test_after_three_falls_in_one_place_a_way_round_is_offered_and_taken():
    end = thing("Spot", "runout_house_end", Box(580, 160, 60, 64))
    play = falling(spots={"runout_house_end": end})
    session = play.session
    session.keep()
    for _ in range(3):
        assert not can_slip(session)
        session.act = RunOut(hunt="house")
        run(play, 900)
    session.act = RunOut(hunt="house")
    play.tick()
    assert can_slip(session)
    assert any(k.startswith("fail.offer_skip") for k in play.keys)
    slip_past(session)
    play.tick()
    assert session.act is None and session.place.x > 580


def test_the_offer_can_be_declined_for_good():
    play = falling(rules=Rules(text_speed=0.0, skip_after=False))
    play.session.keep()
    for _ in range(3):
        play.session.act = RunOut(hunt="house")
        run(play, 900)
    play.session.act = RunOut(hunt="house")
    assert not can_slip(play.session)
