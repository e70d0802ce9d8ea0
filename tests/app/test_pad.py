"""Events in, wishes out: bindings, taps, sticks, pads that come and go, pictures of the right device."""

from __future__ import annotations

import math

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.app.bindings import ACTIONS, BOTH, GAME, MENU, NEEDED, PRESETS, Bindings, in_menus, in_play
from game.app.devices import AXES, BUTTONS, NUMBERS, Devices, Plugged, family_of, looks_like_pad
from game.app.pad import Menu, Pad, System, radial
from game.app.settings import Settings
from game.core.intent import Action, Intent

Event = pygame.event.Event


def key(name: str, down: bool = True, **more: object) -> Event:
    said = {"key": 0, "mod": 0, "unicode": "", "scancode": NUMBERS[name]} | more
    return Event(pygame.KEYDOWN if down else pygame.KEYUP, said)


def button(name: str, down: bool = True, pad: int = 3) -> Event:
    kind = pygame.CONTROLLERBUTTONDOWN if down else pygame.CONTROLLERBUTTONUP
    return Event(kind, instance_id=pad, button=BUTTONS.index(name))


def axis(name: str, number: int, value: float, pad: int = 3) -> Event:
    return Event(
        pygame.CONTROLLERAXISMOTION, instance_id=pad, axis=AXES.index((name, number)), value=round(value * 32767)
    )


PLUGGED = {
    0: Plugged(3, "Xbox 360 Controller", "", True),
    1: Plugged(4, "Nintendo Switch Pro Controller", "", True),
    2: Plugged(5, "PS4 Controller", "", True),
    3: Plugged(6, "Generic USB Joystick", "", False),
    4: Plugged(7, "Logitech Mouse", "", False, is_pad=False),
}


def plugged(index: int) -> Plugged | None:
    """Opens one of them, afresh."""
    one = PLUGGED.get(index)
    return one and Plugged(one.owner, one.name, one.guid, one.is_controller, one.is_pad)


@pytest.fixture
def pad() -> Pad:
    return Pad(Settings(), Devices(plugged))


def plug(pad: Pad, *indices: int) -> None:
    for index in indices:
        pad.feed(Event(pygame.JOYDEVICEADDED, device_index=index))
        pad.feed(Event(pygame.CONTROLLERDEVICEADDED, device_index=index))


# ---- keyboard


def test_keys_are_places_not_letters(pad: Pad) -> None:
    pad.feed(key("W", key=pygame.K_z))  # a French board prints Z there
    assert pad.tick().intent.y == -127


def test_both_hands_of_the_keyboard_work_at_once(pad: Pad) -> None:
    for up in ("W", "UP"):
        pad.feed(key(up))
        assert pad.tick().intent.y == -127
        pad.feed(key(up, down=False))
        assert pad.tick().intent.y == 0


def test_a_tap_within_one_frame_is_seen_by_exactly_one_tick(pad: Pad) -> None:
    pad.feed(key("SPACE"))
    pad.feed(key("SPACE", down=False))
    first, second = pad.tick().intent, pad.tick().intent
    assert first.pressed == first.held == Action.DODGE
    assert second.pressed == second.held == Action(0)


def test_a_held_key_is_pressed_once_and_the_systems_repeat_says_nothing(pad: Pad) -> None:
    pad.feed(key("E"))
    assert pad.tick().intent.pressed == Action.INTERACT
    pad.feed(key("E"))
    assert pad.tick().intent == Intent(held=Action.INTERACT)


def test_opposite_keys_cancel_and_diagonals_are_no_faster(pad: Pad) -> None:
    pad.feed(key("A"))
    pad.feed(key("D"))
    assert pad.tick().intent.x == 0
    pad.feed(key("A", down=False))
    pad.feed(key("W"))
    intent = pad.tick().intent
    assert (intent.x, intent.y) == (90, -90)


def test_enter_answers_in_play_and_in_menus(pad: Pad) -> None:
    pad.feed(key("RETURN"))
    controls = pad.tick()
    assert controls.intent.pressed == Action.INTERACT
    assert Menu.CONFIRM in controls.menu


def test_escape_goes_back_and_pauses_and_space_dodges_but_confirms(pad: Pad) -> None:
    pad.feed(key("ESCAPE"))
    assert pad.tick().menu == Menu.BACK | Menu.PAUSE | Menu.ANY
    pad.feed(key("SPACE"))
    controls = pad.tick()
    assert controls.menu == Menu.CONFIRM | Menu.ANY
    assert controls.intent.pressed == Action.DODGE


def test_system_keys_are_apart_from_everything_else(pad: Pad) -> None:
    wanted = {"F11": System.FULLSCREEN, "F12": System.SCREENSHOT, "F3": System.PACING, "F8": System.REPLAY}
    for name, flag in wanted.items():
        pad.feed(key(name))
        controls = pad.tick()
        assert (controls.system, controls.menu, controls.sources) == (flag, Menu(0), ())
    pad.feed(key("RETURN", mod=pygame.KMOD_LALT))
    controls = pad.tick()
    assert controls.system == System.FULLSCREEN
    assert controls.menu == Menu(0)
    assert pad.tick().system == System(0)
    pad.feed(key("LALT"))
    assert pad.tick().menu == Menu(0), "Alt alone is no 'any key'"


def test_menu_directions_repeat_after_350_ms_then_every_90(pad: Pad) -> None:
    pad.feed(key("S"))
    fired = [n for n in range(60) if Menu.DOWN in pad.tick().menu]
    assert fired == [0, 21, 27, 32, 38, 43, 48, 54, 59]


def test_a_key_event_made_by_hand_without_a_scancode_still_works(pad: Pad) -> None:
    pad.feed(Event(pygame.KEYDOWN, key=pygame.K_RIGHT))
    assert pad.tick().intent.x == 127


# ---- pads


def test_dead_zone_is_radial_keeps_the_way_and_ramps_smoothly() -> None:
    assert radial(0.19, 0, 0.2) == (0, 0)
    assert radial(0.15, 0.12, 0.2) == (0, 0)
    assert radial(0.201, 0, 0.2)[0] < 0.01
    assert math.isclose(radial(0.95, 0, 0.2)[0], 1.0)


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_no_lean_is_longer_than_full_and_none_turns(x: float, y: float) -> None:
    out = radial(x, y, 0.2)
    assert math.hypot(*out) <= 1 + 1e-9
    if out != (0, 0):
        assert math.isclose(math.atan2(out[1], out[0]), math.atan2(y, x), abs_tol=1e-6)


def test_full_tilt_is_equally_fast_in_sixteen_ways(pad: Pad) -> None:
    for n in range(16):
        angle = n * math.tau / 16
        pad.feed(axis("left", 0, math.cos(angle)))
        pad.feed(axis("left", 1, math.sin(angle)))
        intent = pad.tick().intent
        assert abs(math.hypot(intent.x, intent.y) / 127 - 1) < 0.01


def test_a_light_tilt_comes_through_as_a_light_tilt(pad: Pad) -> None:
    pad.feed(axis("left", 0, 0.4))
    assert 20 < pad.tick().intent.x < 57


def test_the_dpad_walks_and_triggers_are_buttons(pad: Pad) -> None:
    pad.feed(button("dpleft"))
    pad.feed(axis("lefttrigger", 0, 1.0))
    pad.feed(axis("righttrigger", 0, 0.3))
    intent = pad.tick().intent
    assert intent.x == -127
    assert intent.held == Action.SNEAK
    pad.feed(axis("lefttrigger", 0, 0.1))
    assert pad.tick().intent.held == Action(0)


def test_a_stick_steers_menus_without_chatter(pad: Pad) -> None:
    pad.feed(axis("left", 1, 0.9))
    assert pad.tick().menu & ~Menu.ANY == Menu.DOWN
    pad.feed(axis("left", 1, 0.5))  # comes back a little: still held
    assert pad.tick().menu == Menu(0)
    pad.feed(axis("left", 1, 0.0))
    pad.tick()
    pad.feed(axis("left", 1, 0.9))
    assert Menu.DOWN in pad.tick().menu


def test_confirm_follows_the_letters_on_nintendo_pads_but_play_follows_the_place(pad: Pad) -> None:
    plug(pad, 0, 1)
    for owner, confirm, back in ((3, "a", "b"), (4, "b", "a")):
        pad.feed(button(confirm, pad=owner))
        assert Menu.CONFIRM in pad.tick().menu
        pad.feed(button(back, pad=owner))
        assert Menu.BACK in pad.tick().menu
    pad.release_all()
    pad.feed(button("a", pad=4))
    assert pad.tick().intent.pressed == Action.INTERACT
    pad.settings.swap_confirm = True
    pad.release_all()
    pad.feed(button("a", pad=4))
    assert Menu.CONFIRM in pad.tick().menu


def test_the_last_used_device_gives_the_pictures_without_flicker(pad: Pad) -> None:
    plug(pad, 2)
    assert pad.tick().device == "playstation"  # nothing touched yet
    seen = set()
    for n in range(40):  # both at once, turn about
        pad.feed(key("A", down=n % 2 == 0))
        pad.feed(button("a", down=n % 2 == 1, pad=5))
        seen.add(pad.tick().device)
    assert seen == {"playstation"}
    for _ in range(20):
        pad.tick()
    pad.feed(key("D"))
    assert pad.tick().device == "keyboard"
    pad.settings.glyphs = "xbox"
    assert pad.tick().device == "xbox"


def test_a_pad_pulled_out_in_play_is_missed_until_anything_is_pressed(pad: Pad) -> None:
    plug(pad, 0)
    assert pad.tick().joined == "Xbox 360 Controller"
    pad.feed(button("dpright"))
    assert pad.tick().intent.x == 127
    pad.feed(Event(pygame.CONTROLLERDEVICEREMOVED, instance_id=3))
    pad.feed(Event(pygame.JOYDEVICEREMOVED, instance_id=3))
    controls = pad.tick()
    assert controls.lost
    assert controls.intent.x == 0
    pad.feed(key("E"))
    controls = pad.tick()
    assert not controls.lost
    assert controls.intent == Intent(), "the press only says: I am here"
    assert pad.tick().intent == Intent()
    plug(pad, 0)
    pad.feed(button("dpright"))
    assert pad.tick().intent.x == 127


def test_a_pad_that_nobody_uses_is_not_missed(pad: Pad) -> None:
    plug(pad, 0)
    pad.feed(key("E"))
    pad.tick()
    pad.feed(Event(pygame.JOYDEVICEREMOVED, instance_id=3))
    assert not pad.tick().lost


def test_a_joystick_sdl_does_not_know_plays_too(pad: Pad) -> None:
    plug(pad, 3)
    pad.feed(Event(pygame.JOYAXISMOTION, instance_id=6, axis=0, value=1.0))
    pad.feed(Event(pygame.JOYBUTTONDOWN, instance_id=6, button=0))
    intent = pad.tick().intent
    assert (intent.x, intent.pressed) == (127, Action.INTERACT)
    pad.feed(Event(pygame.JOYAXISMOTION, instance_id=6, axis=0, value=0.0))
    pad.feed(Event(pygame.JOYHATMOTION, instance_id=6, hat=0, value=(0, 1)))
    assert pad.tick().intent.y == -127
    pad.feed(Event(pygame.JOYHATMOTION, instance_id=6, hat=0, value=(0, 0)))
    assert pad.tick().intent.y == 0


def test_known_controllers_are_not_heard_twice(pad: Pad) -> None:
    plug(pad, 0)
    pad.feed(Event(pygame.JOYBUTTONDOWN, instance_id=3, button=1))
    assert pad.tick().intent.pressed == Action(0)


def test_what_is_no_pad_is_left_alone(pad: Pad) -> None:
    plug(pad, 4)
    pad.feed(Event(pygame.JOYBUTTONDOWN, instance_id=7, button=0))
    assert pad.tick().sources == ()
    pad.feed(Event(pygame.JOYDEVICEREMOVED, instance_id=7))
    assert not pad.tick().lost
    for name in ("Wacom Intuos Pro M Pen", "Logitech USB Receiver", "SynPS/2 TouchPad", "Razer Mouse"):
        assert not looks_like_pad(name, 2, 12, 0)
    assert not looks_like_pad("Odd thing", 0, 30, 0)


def test_families_by_name_and_by_maker() -> None:
    assert [family_of(n) for n in ("Xbox Wireless Controller", "DualSense", "Steam Deck Controller", "Thing")] == [
        "xbox",
        "playstation",
        "deck",
        "generic",
    ]
    steam = "03000000de280000ff11000001000000"
    assert [family_of("Microsoft X-Box 360 pad 0", steam, is_deck) for is_deck in (False, True)] == ["xbox", "deck"]


def test_a_device_index_that_is_gone_again_is_no_crash() -> None:
    pad = Pad(Settings())
    pad.feed(Event(pygame.JOYDEVICEADDED, device_index=99))
    pad.feed(Event(pygame.JOYDEVICEREMOVED, instance_id=99))
    pad.tick()


def test_nothing_is_heard_while_the_window_is_not_ours(pad: Pad) -> None:
    pad.feed(button("dpleft"))
    pad.feed(Event(pygame.WINDOWFOCUSLOST))
    pad.feed(button("a"))
    pad.feed(axis("left", 0, 1.0))
    assert pad.tick().intent == Intent()
    pad.feed(Event(pygame.WINDOWFOCUSGAINED))
    pad.feed(button("b"))
    assert pad.tick().intent.pressed == Action.DODGE


WILD = st.one_of(
    st.builds(key, st.sampled_from(sorted(NUMBERS)), st.booleans(), mod=st.sampled_from([0, pygame.KMOD_LALT])),
    st.builds(button, st.sampled_from(BUTTONS), st.booleans(), st.integers(0, 9)),
    st.builds(lambda a, v, p: axis(*a, v, p), st.sampled_from(AXES), st.floats(-1, 1), st.integers(0, 9)),
    st.builds(lambda k, i: Event(k, device_index=i), st.just(pygame.JOYDEVICEADDED), st.integers(0, 6)),
    st.builds(
        lambda k, i: Event(k, instance_id=i),
        st.sampled_from([pygame.JOYDEVICEREMOVED, pygame.CONTROLLERDEVICEREMOVED]),
        st.integers(0, 9),
    ),
    st.builds(lambda i, b: Event(pygame.JOYBUTTONDOWN, instance_id=i, button=b), st.integers(0, 9), st.integers(0, 40)),
    st.builds(
        lambda i, a, v: Event(pygame.JOYAXISMOTION, instance_id=i, axis=a, value=v),
        *(st.integers(0, 9), st.integers(0, 9), st.floats(-1, 1)),
    ),
    st.sampled_from([pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED]).map(Event),
    st.just(None),
)


@given(st.lists(WILD, max_size=60))
@settings(max_examples=60, deadline=None)
def test_no_order_of_events_is_a_crash_or_too_fast_or_gets_stuck(events: list[Event | None]) -> None:
    pad = Pad(Settings(), Devices(plugged))
    for event in events:
        if event is not None:
            pad.feed(event)
            continue
        intent = pad.tick().intent
        assert math.hypot(intent.x, intent.y) < 127.6
        assert Intent.unpack(intent.pack()) == intent
        assert intent.pressed & intent.held == intent.pressed
    pad.feed(Event(pygame.WINDOWFOCUSLOST))
    assert pad.tick().intent == Intent()
    assert pad.tick().menu == Menu(0)


# ---- injected


def test_actions_can_be_injected_by_name(pad: Pad) -> None:
    pad.hold("right", True)
    pad.hold("brace", True)
    controls = pad.tick()
    assert (controls.intent.x, controls.intent.held) == (127, Action.INTERACT)
    assert Menu.CONFIRM in controls.menu
    pad.hold("right", False)
    pad.hold("brace", False)
    pad.stick(0.5, 0)
    assert pad.tick().intent.x == 64
    pad.stick(0, 0)
    pad.hold("pause", True)
    pad.hold("pause", False)
    assert Menu.PAUSE in pad.tick().menu
    for action in ACTIONS:
        pad.hold(action, True)
        pad.hold(action, False)
        assert pad.tick().menu != Menu(0)
    with pytest.raises(KeyError):
        pad.hold("fly", True)
    assert pad.tick().device == "keyboard", "a bot has no pictures of its own"


# ---- bindings


@pytest.mark.parametrize("preset", PRESETS)
def test_no_preset_means_two_things_with_one_key(preset: str) -> None:
    bindings = Bindings()
    bindings.reset("keyboard", preset)
    for device in ("keyboard", "pad"):
        for action in ACTIONS:
            assert bindings.of(action, device), action
            for source in bindings.of(action, device):
                assert bindings.conflict(action, source) == "", (action, source)


def test_every_action_can_have_every_free_key_and_then_does_it(pad: Pad) -> None:
    for action in GAME:
        pad.settings.bindings.reset("keyboard")
        assert pad.settings.bindings.bind(action, 1, "key.KP_5") == ""
        assert in_play(pad.settings.bindings.keyboard)["key.KP_5"] == action
        assert len(pad.settings.bindings.of(action)) <= 2


def test_a_key_in_use_is_refused_and_can_be_swapped() -> None:
    bindings = Bindings()
    assert bindings.bind("throw", 0, "key.Q") == "stone"
    assert bindings.of("throw") == BOTH["throw"]
    assert bindings.bind("throw", 0, "key.Q", swap=True) == ""
    assert bindings.of("throw") == ("key.Q", "key.C")
    assert bindings.of("stone") == ("key.F",)


def test_system_keys_cannot_be_bound() -> None:
    assert Bindings().bind("run", 0, "key.F11") == "reserved"


def test_needed_actions_keep_a_binding() -> None:
    bindings = Bindings()
    for action in NEEDED:
        for device in ("keyboard", "pad"):
            while bindings.unbind(action, device, 0) and bindings.of(action, device):
                pass
            assert bindings.of(action, device), action
    assert bindings.unbind("cat", "keyboard", 0)
    assert bindings.unbind("cat", "keyboard", 0)
    assert bindings.of("cat") == ()
    bindings.reset("keyboard")
    assert bindings.keyboard == BOTH


SOURCES = [*(f"key.{n}" for n in NUMBERS), *(f"pad.{b}" for b in BUTTONS)]


@given(st.lists(st.tuples(st.sampled_from(ACTIONS), st.integers(0, 1), st.sampled_from(SOURCES), st.booleans())))
def test_no_way_of_binding_locks_anybody_out(wishes: list[tuple[str, int, str, bool]]) -> None:
    bindings = Bindings()
    for action, slot, source, swap in wishes:
        bindings.bind(action, slot, source, swap)
    for device in ("keyboard", "pad"):
        for action in ACTIONS:
            assert len(bindings.of(action, device)) <= 2
            for source in bindings.of(action, device):
                assert bindings.conflict(action, source) == ""
        menus = in_menus(bindings.table(device))
        for action in NEEDED:
            assert any(action in means for means in menus.values())


def test_what_is_pressed_can_be_read_for_the_page_of_bindings(pad: Pad) -> None:
    pad.feed(key("KP_7"))
    pad.feed(button("leftstick"))
    assert pad.tick().sources == ("key.KP_7", "pad.leftstick")


def test_menu_actions_are_known() -> None:
    assert set(MENU) | set(GAME) == set(ACTIONS)


def test_a_mouse_works_an_open_board_and_presses_nothing_else(pad):
    def mouse(kind, at, **more):
        pad.feed(Event(kind, {"pos": at, **more}))

    mouse(pygame.MOUSEMOTION, (40, 40))
    mouse(pygame.MOUSEBUTTONDOWN, (40, 40), button=1)
    assert pad.tick().intent == Intent()
    mouse(pygame.MOUSEBUTTONUP, (40, 40), button=1)
    pad.on_board = lambda at: (-0.5, 0.25)
    mouse(pygame.MOUSEMOTION, (44, 40))
    mouse(pygame.MOUSEBUTTONDOWN, (44, 40), button=1)
    wish = pad.tick().intent
    assert wish.pressed == wish.held == Action.INTERACT and (wish.aim_x, wish.aim_y) == (-64, 32)
    assert pad.tick().intent.held == Action.INTERACT
    pad.on_board = lambda at: None  # it is shut while the button is down
    mouse(pygame.MOUSEBUTTONUP, (44, 40), button=1)
    assert pad.tick().intent.held == Action(0)


def test_a_mouse_points_the_stone_and_nothing_else() -> None:
    pad = Pad(Settings())
    pad.pointed = lambda at: (at[0] - 100.0, at[1] - 100.0)
    pad.feed(pygame.event.Event(pygame.MOUSEMOTION, pos=(300, 100), rel=(1, 0), buttons=(0, 0, 0)))
    assert pad.tick().intent.aim_x == 0, "a throw is not aimed by a mouse that was bumped"
    pad.hold("stone", True)
    aim = pad.tick().intent
    assert (aim.aim_x, aim.aim_y) == (127, 0)
    pad.point(0.0, -1.0)
    assert (pad.tick().intent.aim_x, pad.tick().intent.aim_y) == (0, -127), "a stick goes before the mouse"
    pad.point(0.0, 0.0)
    for _ in range(300):
        pad.tick()
    assert pad.tick().intent.aim_x == 0, "a mouse that lies still points nowhere after a while"
