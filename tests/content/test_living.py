"""The small things of chapter 1, played: what answers when it is poked, and what goes on by itself. None of it is ever needed."""

import shutil

import pytest

from game.content.lint import lint
from game.content.props.murmurs import DRIP_EVERY_TICKS
from game.content.tiled import load_room
from game.core.intent import Action, Intent
from game.data import data_folder
from game.sim.happenings import Heard
from game.sim.parts import Bird, DollSeat, Lamp, Name, Place, Presence
from game.testing import Play
from game.view.assets import Assets
from game.view.show import Show

MAPS = ("real/grounds", "real/flat_down", "real/flat_up", "real/orchard")
MOVED_IN = ("arrival", "door_open", "began_ignored", "ignored_opened", "chores_given")


def at_home(spawn="cp_living", *flags, done=("arrival",), room="real/flat_down"):
    """She is in the house, free, and nobody wants anything of her."""
    play = Play(room, spawn=spawn, flags=(*MOVED_IN, *done, *flags))
    play.session.story.done.extend(d for d in done if d not in play.session.story.done)
    play.wait(40)
    return play.read()


def heard_at(play, name, ticks):
    """The ticks at which a sound was heard within so many."""
    found = []
    for _ in range(ticks):
        play.tick()
        found += [play.session.tick for h in play.session.news.of(Heard) if h.name == name]
    return found


# ---------------------------------------------------------------- looking and poking


def test_a_thing_with_a_sound_is_heard_when_she_uses_it():
    play = at_home("cp_kitchen")
    play.use("fridge")
    assert "cupboard_open" in play.heard
    assert play.said("flat_down.real.fridge")


def test_the_linter_knows_a_sound_that_nobody_made(tmp_path):
    maps = tmp_path / "maps"
    shutil.copytree(data_folder("maps"), maps)
    flat = maps / "real" / "flat_up.tmx"
    flat.write_text(
        flat.read_text("utf-8").replace('"sound" value="cupboard_open"', '"sound" value="cupboard_sings"'), "utf-8"
    )
    wrong = [f for f in lint([flat], maps, data_folder("assets")) if "cupboard_sings" in str(f)]
    assert [f.code for f in wrong] == ["E-ref"]
    assert "cupboard_open" in wrong[0].fix


def test_the_second_look_says_something_else_and_the_third_the_first_again():
    play = at_home("cp_kitchen")
    for _ in range(3):
        play.use("fridge")
        play.read()
    keys = [k.rsplit(".", 1)[-1] for k in play.keys if ".fridge" in k]
    assert keys == ["fridge", "fridge_2", "fridge"]


def test_at_least_25_things_have_a_second_line():
    words = at_home().session.content.words
    places = [p.removeprefix("real/") for p in MAPS]
    second = [k for p in places for k in words.names(f"things.{p}.real") if k.endswith("_2")]
    assert len(second) >= 25
    assert all(
        words.has(f"things.{p}.real.{k.removesuffix('_2')}") for p in places for k in words.names(f"things.{p}.real")
    )


def lamps():
    for name in MAPS:
        room = load_room(name, data_folder("maps"))
        yield from (
            (name, t.name) for t in room.things if t.text("interact") == "lamp" and "!dark_" in t.text("if_flag")
        )


@pytest.mark.parametrize(("room", "lamp"), list(lamps()))
def test_every_lamp_goes_out_with_its_light_and_on_again(room, lamp):
    play = at_home("", room=room)
    session = play.session
    lights = len(session.world.each(Lamp))
    play.use(lamp)
    play.until(lambda: session.is_free and not session.is_running("lamp"), within=400, reads=True)
    assert len(session.world.each(Lamp)) == lights - 1
    assert not session.find(lamp)
    dark = f"{lamp}_dark"
    play.use(dark)
    play.until(lambda: session.is_free and not session.is_running("lamp"), within=400, reads=True)
    assert len(session.world.each(Lamp)) == lights
    assert session.find(lamp)
    assert play.heard.count("lamp_click") == 2


def test_mum_types_on_in_the_dark_and_the_second_time_puts_the_lamp_on_herself():
    play = at_home("cp_study")
    play.use("lamp_study")
    play.until(lambda: play.said("lamp_mel.1"), within=200)
    play.read()
    assert play.session.find("lamp_study_dark")
    play.use("lamp_study_dark").read()
    play.use("lamp_study")
    play.until(lambda: play.said("lamp_mel.2"), within=300)
    play.read()
    assert play.session.find("lamp_study")


def test_a_radiator_knocks_back_after_a_pause_and_more_often_the_second_time():
    play = at_home("cp_landing", room="real/flat_up")
    counts = []
    for _ in range(2):
        play.heard.clear()
        play.use("radiator")
        assert "pipe_knock" not in play.heard
        play.read()
        counts.append(play.heard.count("pipe_knock"))
    assert counts == [2, 3]  # hers, and then the answer


def test_a_bell_pull_rings_here_and_then_a_long_way_up():
    play = at_home("from_flat_down", room="real/grounds")
    play.use("bell_pulls")
    bells = []
    for _ in range(120):
        play.tick()
        bells += [h for h in play.session.news.of(Heard) if h.name == "bell_wire"]
    assert len(bells) == 2
    assert bells[1].y < bells[0].y - 200


def test_the_wireless_has_another_sentence_each_time():
    play = at_home("cp_kitchen")
    for _ in range(3):
        play.use("radio").read()
    said = [k for k in play.keys if k.startswith("barks.radio")]
    assert len(said) == len(set(said)) == 3
    assert "static" in play.heard


def test_she_sits_until_she_has_had_enough():
    play = at_home()
    session = play.session
    play.use("sofa")
    play.until(lambda: session.place.lift > 0, within=120)
    while session.talk:
        play.press("interact")
    play.wait(120)
    where = play.position
    assert session.place.lift > 0
    assert not session.is_free
    play.tick(Intent(0, 100))
    play.until(lambda: session.is_free, within=30)
    assert session.place.lift == 0
    assert (play.position - where).length < 8


def test_nobody_sits_for_ever():
    play = at_home()
    play.use("armchair").read(within=2000)
    assert play.session.place.lift == 0


def test_the_piano_has_one_key_and_the_globe_is_never_still_again():
    play = at_home("cp_box")
    play.use("sheet_piano").read()
    assert "piano_key" in play.heard
    play = at_home()
    play.use("snow_globe").read()
    assert "globe_shaken" in play.session.story.flags


# ---------------------------------------------------------------- what goes on by itself


def test_a_drop_falls_every_second_and_a_half_and_the_pan_sings():
    play = at_home()
    ticks = heard_at(play, "plink_soft", DRIP_EVERY_TICKS * 9)
    assert all(t % DRIP_EVERY_TICKS == 0 for t in ticks)
    assert len(ticks) + play.heard.count("plink") >= 9
    assert "pan_ring" not in play.heard
    play = at_home("cp_living", "pan_done")
    assert heard_at(play, "pan_ring", DRIP_EVERY_TICKS * 3)


def test_mum_comes_to_the_end_of_a_line_and_dad_looks_at_both_sides_of_his_petal():
    play = at_home("cp_study")
    assert heard_at(play, "typewriter_bell", 1500)
    assert "type_carriage" in play.heard
    session = play.session
    ways = set()
    for _ in range(1200):
        play.tick()
        ways.add(session.world.get(session.find("charlie"), Place).facing.value)
    home = next(t for t in session.room.things if t.name == "charlie").text("facing")
    assert {"left", "right", home} <= ways


def test_needles_tick_behind_the_wall_only_once_the_doll_has_come():
    minute = 60 * 60
    assert not heard_at(at_home(), "needle_tick", minute)
    done = ("arrival", "ignored", "wybie_met", "doll_given")
    play = at_home("cp_living", "began_door_found", "door_found", done=(*done, "door_found", "bricks", "mouse_guide"))
    ticks = heard_at(play, "needle_tick", 2 * minute)
    assert len(ticks) >= 7
    assert ticks[6] - ticks[0] < 120


def with_doll(spawn):
    done = ("arrival", "ignored", "wybie_met", "doll_given", "door_found", "bricks", "mouse_guide")
    play = at_home(spawn, done=done)
    session = play.session
    entity = next(e for e, _, seat in session.world.each(Name, DollSeat) if seat.is_taken)
    return play, session.world.get(entity, Name).name, session.world.get(entity, Place)


def test_coming_upon_the_doll_is_heard_once_and_it_has_turned_its_head():
    play, name, place = with_doll("cp_hall_mid")
    play.walk_to(name, near=70)
    assert play.heard.count("doll_moved") == 1
    her = play.position
    way = place.facing.way
    assert way.x * (her.x - place.x) + way.y * (her.y - place.y) > 0
    play.wait(200)
    assert play.heard.count("doll_moved") == 1


# ---------------------------------------------------------------- birds and the cat


def birds(play):
    return {
        name for name, e in play.session.names.items() if name.startswith("bird_") and play.session.world.is_alive(e)
    }


def test_a_crow_flies_off_when_she_comes_near_and_is_back_another_day():
    play = at_home("start", room="real/grounds")
    session = play.session
    assert "bird_sign" in birds(play)
    play.use("signpost")
    assert "wings" in play.heard
    crow = session.world.get(session.find("bird_sign"), Bird)
    assert crow.away_ticks > 0
    play.read().wait(200)
    assert "bird_sign" not in birds(play)
    session.keep()
    assert "bird_sign" not in birds(play)
    session.enter("real/flat_down")
    session.enter("real/grounds", "from_orchard")
    assert "bird_sign" in birds(play)


def test_the_cat_watches_from_the_car_and_slips_away_to_the_orchard():
    play = Play("real/grounds", spawn="from_flat_down", flags=("began_arrival", "arrival_opened"))
    session = play.session
    play.wait(60)
    cat = session.find("cat_watches")
    assert cat
    assert session.world.get(cat, Place).lift > 0
    play.walk_to((43, 27.6), near=20)
    play.until(lambda: "cat_slipped" in session.story.flags, within=600)
    assert session.tick
    play.wait(2)
    assert not session.find("cat_watches")
    assert play.prompt != "talk"


def test_the_cat_crosses_the_orchards_path_once_before_it_has_been_met():
    play = Play("real/orchard", spawn="from_grounds", flags=("arrival", "ignored"))
    play.session.story.done.extend(("arrival", "ignored"))
    play.wait(20).hold("right", ticks=70)
    assert play.session.find("cat_crossing")
    assert play.session.actor_of("cat") == play.session.find("cat")
    play.until(lambda: not play.session.find("cat_crossing"), within=400)
    assert "cat_crossed" in play.session.story.flags


def test_the_cat_looks_in_once_and_goes_when_she_comes_to_the_window():
    play = at_home("cp_living")
    story = play.session.story
    play.walk_to((21, 8))
    assert story.holds("cat_at_sill,!cat_left_sill")
    play.use("living_window")
    assert story.holds("cat_left_sill")
    assert "cat_land" in play.heard


# ---------------------------------------------------------------- looks


@pytest.fixture(scope="module")
def assets():
    return Assets(data_folder("assets"), data_folder("maps"))


def watched(play, assets):
    """The same game with somebody looking at every tick of it."""
    show = Show(assets)
    show.hear(play.session)
    play.on_tick.append(lambda _: show.hear(play.session))
    return show


def test_shoes_are_wet_after_the_rain_and_puddles_splash(assets):
    play = at_home("from_flat_down", room="real/grounds")
    show = watched(play, assets)
    play.wait(30).walk_to((36.6, 24.2), near=8)
    for _ in range(120):
        play.hold("left", ticks=1)
    assert "step_puddle" in play.heard
    assert show.touches.splashes > 0
    play.walk_to("front_door", near=30, within=3000)
    play.until(lambda: (play.hold("up", ticks=2), play.session.room.name == "real/flat_down")[1], within=200)
    play.wait(30).read()
    play.hold("up", ticks=90)
    assert show.touches.prints > 2


def test_in_the_hall_mirror_she_is_there_a_moment_late(assets):
    play = at_home("cp_hall_mid")
    show = watched(play, assets)
    play.walk_to((2.6, 15.6))
    play.hold("up", ticks=10).wait(20)
    before = show.touches.reflected
    play.hold("down", ticks=3)
    assert play.session.place.facing.value == "down"
    assert show.touches.reflected == before == "up"
    play.wait(10)
    assert show.touches.reflected == "down"


def test_the_mice_duck_while_she_looks_up(assets):
    play = at_home("from_flat_down", room="real/grounds")
    show = watched(play, assets)
    play.wait(20).walk_to((50.5, 10), within=3000)
    play.hold("down", ticks=3).wait(160)
    assert show.touches.ducked == 0
    play.hold("up", ticks=3).wait(60)
    assert show.touches.ducked > 8


@pytest.mark.parametrize("spawn", ["cp_living", "cp_hall_mid", "cp_box"])
def test_looking_at_all_this_changes_nothing(spawn, assets):
    seen, unseen = at_home(spawn, "globe_shaken", "lamp_living"), at_home(spawn, "globe_shaken", "lamp_living")
    show = watched(seen, assets)
    for play in (seen, unseen):
        play.hold("left", ticks=30).wait(30)
    show.frame(seen.session, 0.5, 1 / 60)
    assert seen.session.state_hash() == unseen.session.state_hash()


def test_all_of_it_can_be_drawn(assets):
    play = at_home("cp_living", "globe_shaken", "lamp_living")
    show = watched(play, assets)
    play.walk_to((21, 8))
    play.use("living_window")
    for _ in range(30):
        play.wait(6)
        show.frame(play.session, 0.5, 0.1)


def test_every_lamp_that_can_be_turned_names_its_switch():
    for name in MAPS:
        session = Play(name, flags=MOVED_IN).session
        for _, presence in session.world.each(Presence):
            if presence.thing.text("interact") == "lamp":
                assert any(w in presence.thing.text("if_flag") for w in ("lamp_", "dark_"))


def test_interact_is_never_eaten_by_a_bird_or_a_cat():
    play = Play("real/grounds", spawn="start", flags=("began_arrival", "arrival_opened"))
    play.wait(30)
    play.tick(Intent(held=Action.INTERACT, pressed=Action.INTERACT))
    assert play.prompt in ("", "look", "read")
