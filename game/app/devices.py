"""Keyboards and pads as they are plugged: pygame's events in, signals with plain names out. What they mean is pad.py's.

Pads are SDL game controllers where SDL knows them; other joysticks get a sane map of their own. Mice, tablets and the
like that call themselves joysticks are left alone.
"""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pygame
from pygame._sdl2 import controller

BOARD = -1
"""The owner of all keys: SDL does not tell keyboards apart."""
TRIGGER_ON, TRIGGER_OFF = 0.5, 0.35
"""A trigger counts as a button; two thresholds, so that a worn one does not chatter."""

BUTTONS = (
    *("a", "b", "x", "y", "back", "guide", "start", "leftstick", "rightstick", "leftshoulder", "rightshoulder"),
    *("dpup", "dpdown", "dpleft", "dpright", "misc1", "paddle1", "paddle2", "paddle3", "paddle4", "touchpad"),
)
"""SDL's numbers of controller buttons, by place: a south, b east, x west, y north."""
AXES = (("left", 0), ("left", 1), ("right", 0), ("right", 1), ("lefttrigger", 0), ("righttrigger", 0))

RAW_FEW = ("a", "b", "x", "y", "leftshoulder", "rightshoulder", "back", "start", "leftstick", "rightstick")
RAW_MANY = ("y", "b", "a", "x", "leftshoulder", "rightshoulder", "lefttrigger", "righttrigger", "back", "start")
"""Joysticks SDL does not know: those of the XInput kind, and the old USB kind with four numbered buttons."""
HATS = ((("dpleft", "dpright"), 0), (("dpdown", "dpup"), 1))

NOT_PADS = (
    *("mouse", "keyboard", "tablet", "touchpad", "trackpad", "trackpoint", "wacom", "huion", "xp-pen", "digitizer"),
    *("receiver", "accelerometer", "motion sensor", "power button", "consumer control", "system control"),
)
MAKERS = {0x054C: "playstation", 0x057E: "nintendo", 0x045E: "xbox", 0x28DE: "deck"}
FAMILIES = (
    ("deck", ("steam deck", "neptune", "steam controller")),
    ("nintendo", ("nintendo", "switch", "joy-con", "joycon", "pro controller", "snes", "famicom")),
    ("playstation", ("playstation", "dualshock", "dualsense", "ps3", "ps4", "ps5", "sony", "sixaxis")),
    ("xbox", ("xbox", "x-box", "xinput", "microsoft")),
)


@dataclass(frozen=True, slots=True)
class Button:
    """A key or button went down or up. ``with_alt``: Alt was held with a key."""

    owner: int
    source: str
    is_down: bool
    with_alt: bool = False


@dataclass(frozen=True, slots=True)
class Lean:
    """One axis (0 = x, 1 = y, down is +) of a stick, -1..1, as the device says it: no dead zone yet."""

    owner: int
    stick: str
    axis: int
    value: float


@dataclass(frozen=True, slots=True)
class Came:
    owner: int
    name: str
    family: str


@dataclass(frozen=True, slots=True)
class Gone:
    owner: int


@dataclass(frozen=True, slots=True)
class Focus:
    """The window has the player's attention, or lost it."""

    is_ours: bool


Signal = Button | Lean | Came | Gone | Focus


@dataclass
class Plugged:
    """An open pad. ``handle`` keeps SDL's device open; ``buttons`` and ``axes`` name the raw numbers of a joystick."""

    owner: int
    name: str
    guid: str
    is_controller: bool
    is_pad: bool = True
    handle: Any = None
    buttons: tuple[str, ...] = RAW_FEW
    axes: tuple[tuple[str, int], ...] = AXES[:4]
    down: set[str] = field(default_factory=set)


def family_of(name: str, guid: str = "", is_deck: bool = False) -> str:
    """xbox, playstation, nintendo, deck or generic. ``is_deck``: this computer is one, so a pad of Steam's is its own.

    >>> family_of("Nintendo Switch Pro Controller")
    'nintendo'
    >>> family_of("Wireless Controller", "050000004c050000cc09000000000000")
    'playstation'
    """
    low = name.lower()
    maker = int(guid[10:12] + guid[8:10], 16) if len(guid) == 32 else 0
    product = int(guid[18:20] + guid[16:18], 16) if len(guid) == 32 else 0
    if maker == 0x28DE and product == 0x11FF:  # Steam's virtual pad: what is in the hands is not said
        return "deck" if is_deck else "xbox"
    for family, words in FAMILIES:
        if any(word in low for word in words):
            return family
    return MAKERS.get(maker, "generic")


def looks_like_pad(name: str, axes: int, buttons: int, hats: int) -> bool:
    """False for what is no pad, by its name or because nothing can be played with it.

    >>> looks_like_pad("Logitech USB Receiver Mouse", 2, 16, 0), looks_like_pad("Generic USB Joystick", 2, 10, 1)
    (False, True)
    """
    return not any(word in name.lower() for word in NOT_PADS) and buttons >= 2 and (axes >= 2 or hats >= 1)


def open_plugged(index: int) -> Plugged | None:
    """Opens what SDL lists at ``index``; None when it went away in the meantime."""
    try:
        if controller.is_controller(index):
            pad = controller.Controller(index)
            stick = pad.as_joystick()
            name = pad.name or stick.get_name()
            return Plugged(stick.get_instance_id(), name, stick.get_guid(), True, handle=(pad, stick))
        stick = pygame.joystick.Joystick(index)
        axes, buttons = stick.get_numaxes(), stick.get_numbuttons()
        is_pad = looks_like_pad(stick.get_name(), axes, buttons, stick.get_numhats())
        plugged = Plugged(stick.get_instance_id(), stick.get_name(), stick.get_guid(), False, is_pad, stick)
        if axes >= 6:  # as Linux numbers them: a trigger after each stick
            plugged.axes = (AXES[0], AXES[1], AXES[4], AXES[2], AXES[3], AXES[5])
        elif buttons >= 10:
            plugged.buttons = RAW_MANY
        if not is_pad:
            stick.quit()
        return plugged
    except (pygame.error, IndexError, ValueError):
        return None


class Devices:
    """Keeps what is plugged and turns events into signals. ``open_pad`` is another in tests."""

    def __init__(self, open_pad: Callable[[int], Plugged | None] = open_plugged, is_deck: bool = False) -> None:
        self._open = open_pad
        self._is_deck = is_deck
        self._plugged: dict[int, Plugged] = {}
        self._gone: set[int] = set()

    def start(self) -> None:
        """Switches SDL's pads on; those already there announce themselves by events. Without pads this is no error."""
        with contextlib.suppress(pygame.error):
            pygame.joystick.init()
            controller.init()

    def read(self, event: pygame.event.Event) -> list[Signal]:
        """What one event says: mostly nothing or one signal."""
        kind = event.type
        if kind in (pygame.KEYDOWN, pygame.KEYUP):
            alt = bool(getattr(event, "mod", 0) & pygame.KMOD_ALT)
            return [Button(BOARD, f"key.{scancode_name(event)}", kind == pygame.KEYDOWN, alt)]
        if kind in (pygame.CONTROLLERBUTTONDOWN, pygame.CONTROLLERBUTTONUP):
            owner = self._owner(event)
            if not 0 <= event.button < len(BUTTONS):
                return []
            return [Button(owner, f"pad.{BUTTONS[event.button]}", kind == pygame.CONTROLLERBUTTONDOWN)]
        if kind == pygame.CONTROLLERAXISMOTION and 0 <= event.axis < len(AXES):
            value = event.value if isinstance(event.value, float) else event.value / 32767
            return self._axis(self._owner(event), AXES[event.axis], value)
        if kind in (pygame.JOYDEVICEADDED, pygame.CONTROLLERDEVICEADDED):
            return self._added(event.device_index)
        if kind in (pygame.JOYDEVICEREMOVED, pygame.CONTROLLERDEVICEREMOVED):
            return self._removed(self._owner(event))
        if kind in (pygame.WINDOWFOCUSLOST, pygame.WINDOWFOCUSGAINED):
            return [Focus(kind == pygame.WINDOWFOCUSGAINED)]
        return self._raw(event)

    def _raw(self, event: pygame.event.Event) -> list[Signal]:
        """A joystick that SDL has no map for."""
        if event.type not in (pygame.JOYBUTTONDOWN, pygame.JOYBUTTONUP, pygame.JOYAXISMOTION, pygame.JOYHATMOTION):
            return []
        owner = self._owner(event)
        plugged = self._plugged.get(owner) or Plugged(owner, "", "", False)
        if plugged.is_controller or not plugged.is_pad:
            return []
        if event.type == pygame.JOYAXISMOTION:
            return self._axis(owner, plugged.axes[event.axis], event.value) if event.axis < len(plugged.axes) else []
        if event.type == pygame.JOYHATMOTION:
            said: list[Signal] = []
            for (low, high), axis in HATS:
                said += self._change(owner, low, event.value[axis] < 0)
                said += self._change(owner, high, event.value[axis] > 0)
            return said
        if event.button >= len(plugged.buttons):
            return []
        return [Button(owner, f"pad.{plugged.buttons[event.button]}", event.type == pygame.JOYBUTTONDOWN)]

    def _owner(self, event: pygame.event.Event) -> int:
        return int(getattr(event, "instance_id", getattr(event, "joy", 0)))

    def release_all(self) -> None:
        """Hats and triggers count as let go until they say otherwise."""
        for plugged in self._plugged.values():
            plugged.down.clear()

    def _change(self, owner: int, name: str, is_down: bool) -> list[Signal]:
        """Hats and triggers tell where they are, not what changed: only a change is worth a signal."""
        plugged = self._plugged.setdefault(owner, Plugged(owner, "", "", True))
        if (name in plugged.down) == is_down:
            return []
        (plugged.down.add if is_down else plugged.down.discard)(name)
        return [Button(owner, f"pad.{name}", is_down)]

    def _axis(self, owner: int, axis: tuple[str, int], value: float) -> list[Signal]:
        name, number = axis
        value = max(-1.0, min(1.0, value))
        if name in ("left", "right"):
            return [Lean(owner, name, number, value)]
        held = owner in self._plugged and name in self._plugged[owner].down
        return self._change(owner, name, value > (TRIGGER_OFF if held else TRIGGER_ON))

    def _added(self, index: int) -> list[Signal]:
        plugged = self._open(index)
        if plugged is None or plugged.owner in self._plugged:
            return []
        self._plugged[plugged.owner] = plugged
        if not plugged.is_pad:
            return []
        return [Came(plugged.owner, plugged.name, self.family(plugged.owner))]

    def _removed(self, owner: int) -> list[Signal]:
        plugged = self._plugged.pop(owner, None)
        # SDL says it twice, as controller and as joystick; it never gives a number out again.
        if owner in self._gone or (plugged is not None and not plugged.is_pad):
            return []
        self._gone.add(owner)
        return [Gone(owner)]

    def family(self, owner: int) -> str:
        """keyboard, or the kind of pad."""
        if owner == BOARD:
            return "keyboard"
        plugged = self._plugged.get(owner)
        return family_of(plugged.name, plugged.guid, self._is_deck) if plugged else "generic"

    def rumble(self, owner: int, low: float, high: float, ms: int) -> None:
        """Shakes one pad, 0..1 each motor; quietly nothing where that cannot be."""
        plugged = self._plugged.get(owner)
        if plugged is None or plugged.handle is None:
            return
        handle = plugged.handle[0] if plugged.is_controller else plugged.handle
        with contextlib.suppress(pygame.error):  # went away this very moment; its event is on the way
            handle.rumble(low, high, ms)


# --- keys: places on the board, and what is printed there


OLD_NAMES = {"BREAK", "EURO", "LMETA", "LSUPER", "NUMLOCK", "PRINT", "RMETA", "RSUPER", "SCROLLOCK"} | {
    f"KP{n}" for n in range(10)
}
"""pygame's second names for the same keys."""


def _scancodes() -> dict[int, str]:
    names = {n.removeprefix("KSCAN_"): getattr(pygame, n) for n in dir(pygame) if n.startswith("KSCAN_")}
    return {number: name for name, number in names.items() if name not in OLD_NAMES}


def _keycodes() -> dict[int, str]:
    return {getattr(pygame, n): n.removeprefix("K_").upper() for n in dir(pygame) if n.startswith("K_")}


SCANCODES = _scancodes()
KEYCODES = _keycodes()
NUMBERS = {n.removeprefix("KSCAN_"): getattr(pygame, n) for n in dir(pygame) if n.startswith("KSCAN_")}


def scancode_name(event: pygame.event.Event) -> str:
    """SDL's name of the key's place: W is where W is on an American board, whatever the layout prints there."""
    scancode = getattr(event, "scancode", 0)
    if scancode:
        return SCANCODES.get(scancode, "UNKNOWN")
    return KEYCODES.get(event.key, "UNKNOWN")  # made by hand, in a test


class KeyNames:
    """What is printed on the keys of this player's board, for texts and pictures."""

    def __init__(self) -> None:
        self._seen: dict[str, str] = {}
        self._ask = _keycode_asker()

    def see(self, event: pygame.event.Event) -> None:
        """Every KEYDOWN teaches its own name, where SDL itself cannot be asked."""
        if pygame.display.get_init():
            self._seen[f"key.{scancode_name(event)}"] = pygame.key.name(event.key)

    def label(self, source: str) -> str:
        """``key.W`` -> "W", or "Z" on a French board.

        >>> KeyNames().label("key.SPACE")
        'Space'
        """
        name = source.removeprefix("key.")
        said = self._seen.get(source, "")
        if not said and self._ask and name in NUMBERS and pygame.display.get_init():
            said = pygame.key.name(self._ask(NUMBERS[name]))
        return (said or name.lower().replace("_", " ")).title()


def _keycode_asker() -> Callable[[int], int] | None:
    """SDL's scancode -> keycode in the present layout, which pygame does not pass on; None if it cannot be found."""
    for library in (pygame.base.__file__, "SDL2.dll"):
        try:
            ask = ctypes.CDLL(library).SDL_GetKeyFromScancode
        except (OSError, AttributeError, TypeError):
            continue
        ask.argtypes, ask.restype = [ctypes.c_int], ctypes.c_int
        return lambda scancode: int(ask(scancode))
    return None
