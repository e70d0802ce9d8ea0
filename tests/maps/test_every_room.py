"""Every room at every time: she comes in by each way, in each chapter, things go on around her, and it can be painted.

Nothing is asserted about what happens there: that nothing breaks is the test. The stories' own tests ask the rest.
"""

import itertools

import pygame
import pytest

from game.app.bot.plays import PLAYS
from game.content.spawn import map_name
from game.content.start import ALL_BEATS, ALL_SCRIPTS, STARTS, make_content, new_session
from game.content.tiled import load_room
from game.core.geometry import Vec
from game.core.intent import STICK, STILL, Action, Intent
from game.data import data_folder
from game.sim.story import BEATS
from game.view.assets import Assets
from game.view.paint_soft import SoftPainter
from game.view.show import Show

MAPS = data_folder("maps")
NAMES = sorted(p.relative_to(MAPS).with_suffix("").as_posix() for p in MAPS.rglob("*.tmx"))
CONTENT = make_content()
TOLD = [b for b in BEATS if b.id in ALL_BEATS]
OPENINGS = [next(b.id for b in TOLD if b.chapter == chapter) for chapter in dict.fromkeys(b.chapter for b in TOLD)]
"""The first beat of each chapter that is told."""
STAYS_TICKS = 120
DOORSTEP_PX = 120.0
"""Who comes through a door stands no farther from the door back."""
WAYS = (Intent(STICK, 0), Intent(0, STICK), Intent(-STICK, 0), Intent(0, -STICK))
PRESS = Intent(held=Action.INTERACT, pressed=Action.INTERACT)


def stay(session, ticks=STAYS_TICKS):
    """She walks a little each way, presses what there is to press, and reads what is said."""
    for n in range(ticks):
        session.step(PRESS if n % 15 == 14 else WAYS[n // 30 % 4] if n % 30 < 10 else STILL)


@pytest.mark.parametrize("beat", [b.id for b in TOLD])
@pytest.mark.parametrize("name", NAMES)
def test_things_go_on(name, beat):
    """When a chapter begins by every way in, before every other beat by one of them, in turn."""
    spawns = sorted(load_room(name, MAPS).spawns)
    turn = [b.id for b in TOLD].index(beat) % len(spawns)
    for spawn in spawns if beat in OPENINGS else spawns[turn : turn + 1]:
        stay(new_session(name, spawn, beat, content=CONTENT))


@pytest.fixture(scope="module")
def looks():
    pygame.display.init()
    pygame.display.set_mode((640, 360))
    yield Show(Assets(data_folder("assets"), MAPS)), SoftPainter((640, 360))
    pygame.display.quit()


@pytest.mark.parametrize("name", NAMES)
def test_it_can_be_painted_from_every_way_in(name, looks):
    show, painter = looks
    spawns = sorted(load_room(name, MAPS).spawns)
    for spawn, beat in zip(spawns, itertools.cycle(reversed(OPENINGS))):
        session = new_session(name, spawn, beat, content=CONTENT)
        stay(session, 24)
        painter.draw(show.frame(session, 0.5, 1 / 60))


# ---------------------------------------------------------------- doors


DOORS = [(name, thing) for name in NAMES for thing in load_room(name, MAPS).things if thing.kind == "Door"]


@pytest.mark.parametrize(("name", "door"), DOORS, ids=[f"{name}-{door.name}" for name, door in DOORS])
def test_a_door_leads_to_where_one_comes_back_from(name, door):
    here = load_room(name, MAPS)
    there = load_room(map_name(here, door.text("target_map")), MAPS)
    assert door.text("target_spawn") in there.spawns
    at = there.spawns[door.text("target_spawn")].at
    back = [d for d in there.things if d.kind == "Door" and map_name(there, d.text("target_map")) == name]
    assert back, "there is no way back"
    assert min((at - d.box.middle).length for d in back) <= DOORSTEP_PX, "she comes in far from the door"
    assert not any(d.box.holds(at.x, at.y) for d in there.things if d.kind == "Door"), "she would stand in a door"
    facing = there.spawns[door.text("target_spawn")].facing.way
    nearest = min(back, key=lambda d: (at - d.box.middle).length)
    into = nearest.box.middle - at
    assert facing.x * into.x + facing.y * into.y <= max(abs(into.x), abs(into.y)) * 0.7, "she looks at the door"
    assert not any(w.holds(at.x, at.y) for w in there.walls)


def test_whoever_is_to_be_spoken_to_has_something_to_say():
    for name in NAMES:
        for thing in load_room(name, MAPS).things:
            for member in ("interact", "script", "dialog"):
                asked = thing.text(member)
                known = asked in ALL_SCRIPTS or asked in ALL_BEATS or asked in ("", "none", "sit", "lamp", "breathe")
                assert known, f"{name}: {thing.name} has {member}={asked}"
            assert thing.text("beat") in ("", *(b.id for b in BEATS)), f"{name}: {thing.name}"


# ---------------------------------------------------------------- beats


@pytest.mark.parametrize("beat", TOLD, ids=[b.id for b in TOLD])
def test_a_beat_is_told_whole(beat):
    """Where it begins, who plays it, what the journal says of it, and three hints, each another."""
    words = CONTENT.words
    start = STARTS[beat.id]
    assert beat.plays_on(start.map)
    room = load_room(start.map, MAPS)
    assert not start.spawn or start.spawn in room.spawns
    for other in (beat.map, *beat.also):
        assert other in NAMES
    assert beat.id in PLAYS, "the bot cannot play it"
    assert words.has(f"journal.goal.{beat.id}")
    hints = [words.get(f"hints.{beat.id}.{tier}") for tier in (1, 2, 3)]
    assert len(set(hints)) == 3 and all(hints)
    assert words.has(f"menu.chapters.{beat.chapter}")


def test_beats_that_follow_each_other_can_be_walked_between():
    """From the map where a beat ends the next one's can be reached: over doors, by a bed or a mirror, or it is the same."""
    linked = {(name, map_name(load_room(name, MAPS), door.text("target_map"))) for name, door in DOORS}
    carried = {
        ("other/flat_up", "real/flat_up"),
        ("real/flat_up", "other/flat_down"),
        ("other/flat_down", "between/web"),
    }
    carried |= {
        ("other/flat_down", "other/hall"),
        ("other/hall", "between/mirror"),
        ("between/mirror", "other/flat_down"),
        ("between/passage_long", "real/flat_down"),
        ("real/flat_up", "between/dream"),
        ("real/flat_down", "between/dream"),
        ("between/dream", "real/flat_up"),
    }
    for before, after in itertools.pairwise(TOLD):
        ends = {before.map, *before.also}
        reach, queue = set(ends), list(ends)
        while queue:
            here = queue.pop()
            for a, b in linked | carried:
                if a == here and b not in reach:
                    reach.add(b)
                    queue.append(b)
        assert after.map in reach, (before.id, after.id)


def test_spawns_are_spread():
    """Two ways in are two places."""
    for name in NAMES:
        spawns = list(load_room(name, MAPS).spawns.values())
        for a, b in itertools.combinations(spawns, 2):
            assert (a.at - b.at) != Vec(0, 0) or a.facing != b.facing, (name, a.name, b.name)
