"""Devices to wishes: what the player wants this tick, as Controls. Reads events only, so that tests and bots can post
their own; scenes and rules never see a key. What a key means stands in bindings.py, what is plugged in devices.py.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntFlag

import pygame

from game.app.bindings import ACTIONS, GAME, MENU, MOVES, in_menus, in_play
from game.app.devices import BOARD, Button, Came, Devices, Focus, Gone, KeyNames, Lean, Signal
from game.app.settings import Settings
from game.core.clock import TICKS_A_SECOND
from game.core.intent import NOTHING, STICK, STILL, Action, Intent

REPEAT_FIRST_TICKS = 0.350 * TICKS_A_SECOND
REPEAT_NEXT_TICKS = 0.090 * TICKS_A_SECOND
GLYPHS_HOLD_TICKS = round(0.3 * TICKS_A_SECOND)
"""A device keeps the pictures this long after its last input, so that two in use do not flicker."""
OUTER = 0.95
"""Worn sticks do not reach 1; from here on it is full tilt."""
MENU_ON, MENU_OFF = 0.5, 0.35
"""Tilt at which a stick counts as an arrow in menus, and at which it lets go."""
Stamp = tuple[bool, bool, tuple[tuple[str, tuple[str, ...]], ...]]
"""Whether a keyboard, whether confirm is swapped, and the bindings: what the meaning of a source hangs on."""
POINTS_TICKS = 4 * TICKS_A_SECOND
"""A mouse that has lain still so long points at nothing any more."""
NEAR_PX = 10.0
"""Of the canvas: so near her a mouse points nowhere."""
HAND = -2
"""The owner of what is injected by ``hold`` and ``stick``."""


class Menu(IntFlag):
    """What menus hear. Directions repeat while held; all others are the moment of pressing."""

    UP = 1
    DOWN = 2
    LEFT = 4
    RIGHT = 8
    CONFIRM = 16
    BACK = 32
    PAUSE = 64
    JOURNAL = 128
    TAB_LEFT = 256
    TAB_RIGHT = 512
    ANY = 1024


class System(IntFlag):
    """Keys of the program itself: never bound, never part of a recording."""

    FULLSCREEN = 1
    SCREENSHOT = 2
    PACING = 4
    REPLAY = 8


SYSTEM_KEYS = {
    "key.F11": System.FULLSCREEN,
    "key.F12": System.SCREENSHOT,
    "key.F3": System.PACING,
    "key.F8": System.REPLAY,
}
QUIET = {"key.LALT", "key.RALT", "key.LGUI", "key.RGUI", "key.CAPSLOCK", "key.NUMLOCKCLEAR", "key.PRINTSCREEN"}
"""Not "any key": they are pressed for the system's own ends."""
MENU_FLAGS = {
    "up": Menu.UP,
    "down": Menu.DOWN,
    "left": Menu.LEFT,
    "right": Menu.RIGHT,
    "confirm": Menu.CONFIRM,
    "cancel": Menu.BACK,
    "pause": Menu.PAUSE,
    "journal": Menu.JOURNAL,
    "stone": Menu.TAB_LEFT,
    "next": Menu.TAB_RIGHT,
}
PAGE_KEYS = {"key.PAGEUP": ("stone",), "key.PAGEDOWN": ("next",)}
ARROW_KEYS = {f"key.{move.upper()}": (move,) for move in MOVES}
"""Always steer menus, whatever is bound, unless bound to something else there."""
INTENT_ACTIONS = {action.name.lower(): action for action in Action if action.name}


@dataclass(frozen=True)
class Controls:
    """One tick. ``device`` is whose pictures to show; ``lost``: its pad was pulled out, until anything is pressed.

    ``sources``: what was newly pressed, by source name, for the page where keys are bound. ``joined``: the name of a
    pad that has just come.
    """

    intent: Intent = STILL
    menu: Menu = Menu(0)  # noqa: RUF009  # immutable
    device: str = "keyboard"
    lost: bool = False
    system: System = System(0)  # noqa: RUF009  # immutable
    sources: tuple[str, ...] = ()
    joined: str = ""


@dataclass
class Stick:
    """Where one stick of one device leans, raw."""

    at: list[float] = field(default_factory=lambda: [0.0, 0.0])

    def lean(self, inner: float, outer: float = OUTER) -> tuple[float, float]:
        return radial(self.at[0], self.at[1], inner, outer)


def radial(x: float, y: float, inner: float, outer: float = OUTER) -> tuple[float, float]:
    """Dead zone by the length of the tilt, never by axis: nothing inside, a smooth ramp to full tilt, the way kept.

    >>> radial(0.1, 0.1, 0.2), radial(1.0, 0.0, 0.2)
    ((0.0, 0.0), (1.0, 0.0))
    """
    length = math.hypot(x, y)
    if length <= inner or length == 0:
        return 0.0, 0.0
    tilt = min((length - inner) / (outer - inner), 1.0)
    return x / length * tilt, y / length * tilt


class Pad:
    """All devices of the player together. ``feed`` every event, then one ``tick`` for each tick of the game."""

    def __init__(self, settings: Settings, devices: Devices | None = None, names: KeyNames | None = None) -> None:
        self.settings = settings
        self.devices = devices or Devices()
        self.names = names or KeyNames()
        self.has_focus = True
        self._held: dict[int, dict[str, None]] = {}
        self._fresh: dict[tuple[int, str], None] = {}
        self._sticks: dict[tuple[int, str], Stick] = {}
        self._steering: set[str] = set()
        self._direction_ticks: dict[str, int] = {}
        self._known: dict[Stamp, tuple[dict[str, str], dict[str, tuple[str, ...]]]] = {}
        self._system = System(0)
        self._joined = ""
        self._is_lost = False
        self._used: int | None = None
        self._shown = "keyboard"
        self._shown_owner = BOARD
        self._since_shown = GLYPHS_HOLD_TICKS
        self.pointed: Callable[[tuple[int, int]], tuple[float, float]] = lambda at: (0.0, 0.0)
        """From a place in the window, px: the way from her to there on the canvas. Whoever shows the picture knows."""
        self.on_board: Callable[[tuple[int, int]], tuple[float, float] | None] = lambda at: None
        """The same from the middle of something that is worked with a pointer, -1..1; None when there is nothing such."""
        self._mouse: tuple[int, int] | None = None
        self._since_mouse = 0

    # ---- events in

    def feed(self, event: pygame.event.Event) -> None:
        """Takes in one event; events that are no device's are passed over."""
        if event.type == pygame.KEYDOWN:
            self.names.see(event)
        if event.type == pygame.MOUSEMOTION:
            self._mouse, self._since_mouse = event.pos, 0
        if event.type in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP) and event.button == 1:
            is_down = event.type == pygame.MOUSEBUTTONDOWN
            if not is_down or self.on_board(event.pos) is not None:
                self._button(Button(HAND, "act.interact", is_down))
        for signal in self.devices.read(event):
            self._take(signal)

    def _take(self, signal: Signal) -> None:
        match signal:
            case Focus():
                self.has_focus = signal.is_ours
                self.release_all()
            case Came():
                self._joined = signal.name
                if self._used is None:  # nothing touched yet: a pad that lies there is probably what will be
                    self._show(signal.owner)
            case Gone():
                self._gone(signal.owner)
            case Button() if self.has_focus or not signal.is_down:
                self._button(signal)
            case Lean() if self.has_focus:
                self._lean(signal)

    def _button(self, signal: Button) -> None:
        held = self._held.setdefault(signal.owner, {})
        if not signal.is_down:
            held.pop(signal.source, None)
            return
        if signal.source in held:
            return  # the system's own key repeat
        system = SYSTEM_KEYS.get(signal.source, System(0))
        if signal.with_alt and signal.source in ("key.RETURN", "key.KP_ENTER"):
            system = System.FULLSCREEN
        if system or (signal.with_alt and signal.source in ("key.TAB", "key.F4")):
            self._system |= system
            return
        self._use(signal.owner)
        if self._is_lost:
            self._is_lost = False  # this press says "I am here", nothing else
            return
        held[signal.source] = None
        self._fresh[signal.owner, signal.source] = None

    def _lean(self, signal: Lean) -> None:
        stick = self._sticks.setdefault((signal.owner, signal.stick), Stick())
        stick.at[signal.axis] = signal.value
        if stick.lean(self.settings.dead_zone) != (0.0, 0.0):
            self._use(signal.owner)

    def _gone(self, owner: int) -> None:
        self._held.pop(owner, None)
        for key in [k for k in self._sticks if k[0] == owner]:
            del self._sticks[key]
        if self._used in (owner, None):
            self._is_lost = True

    def release_all(self) -> None:
        """Nothing is held any more: the window lost its focus, or another takes over."""
        self._held.clear()
        self._fresh.clear()
        self._sticks.clear()
        self._steering.clear()
        self._direction_ticks.clear()
        self.devices.release_all()

    def _use(self, owner: int) -> None:
        self._used = owner
        if owner == self._shown_owner:
            self._since_shown = 0
        elif self._since_shown >= GLYPHS_HOLD_TICKS:
            self._show(owner)

    def _show(self, owner: int) -> None:
        if owner != HAND:
            self._shown_owner = owner
            self._shown = self.devices.family(owner)
            self._since_shown = 0

    # ---- injected, for ``drive`` and tests

    def hold(self, action: str, down: bool) -> None:
        """Holds or lets go an action by name, as if a key for just that were pressed. Raises KeyError for no action."""
        action = "interact" if action == "brace" else action
        if action not in ACTIONS:
            raise KeyError(action)
        self._button(Button(HAND, f"act.{action}", down))

    def stick(self, x: float, y: float) -> None:
        """Leans an injected left stick, -1..1, y down; stays until the next call. It has no dead zone."""
        length = max(math.hypot(x, y), 1.0)
        self._sticks[HAND, "left"] = Stick([x / length, y / length])

    def point(self, x: float, y: float) -> None:
        """Leans an injected right stick, -1..1, y down, as ``stick`` does the left one."""
        length = max(math.hypot(x, y), 1.0)
        self._sticks[HAND, "right"] = Stick([x / length, y / length])

    # ---- a tick out

    @property
    def device(self) -> str:
        """Whose pictures to show: the player's choice, or the device last used."""
        return self._shown if self.settings.glyphs == "auto" else self.settings.glyphs

    @property
    def swaps_confirm(self) -> bool:
        """Whether confirm is the east button on the pad in use, for the pictures."""
        return self._swaps(self._shown_owner)

    def tick(self) -> Controls:
        """What is wanted now. What was pressed since the last tick counts as held in this one, however short it was."""
        playing, playing_fresh, menu_held, menu_fresh = self._actions()
        tilt = self._strongest("left")
        menu = Menu(0)
        for action in menu_fresh:
            if action not in MOVES:
                menu |= MENU_FLAGS[action]
        menu |= self._directions(menu_held | self._steered(tilt))
        if any(source not in QUIET for _, source in self._fresh):
            menu |= Menu.ANY
        x, y = self._way(playing, tilt)
        aim_x, aim_y = self._strongest("right")
        if not (aim_x or aim_y):
            aim_x, aim_y = self._pointing("stone" in playing or self.settings.stone_toggle)
        aim = round(aim_x * STICK), round(aim_y * STICK)
        intent = Intent(x, y, _flags(playing), _flags(playing_fresh), *aim)
        sources = tuple(source for _, source in self._fresh)
        controls = Controls(intent, menu, self.device, self._is_lost, self._system, sources, self._joined)
        self._fresh.clear()
        self._system = System(0)
        self._joined = ""
        self._since_shown += 1
        return controls

    def _actions(self) -> tuple[set[str], set[str], set[str], set[str]]:
        """In play held, newly pressed; in menus held, newly pressed."""
        sets: tuple[set[str], set[str], set[str], set[str]] = (set(), set(), set(), set())
        for owner in dict.fromkeys((*self._held, *(o for o, _ in self._fresh))):
            fresh = [s for o, s in self._fresh if o == owner]
            held = (*self._held.get(owner, ()), *fresh)
            if not held:
                continue
            play, menus = self._means(owner)
            for into, sources in ((0, held), (1, fresh)):
                for source in sources:
                    if owner == HAND:
                        sets[into].update(_injected_play(source))
                        sets[into + 2].update(_injected_menu(source))
                    else:
                        if source in play:
                            sets[into].add(play[source])
                        sets[into + 2].update(menus.get(source, ()))
        return sets

    def _means(self, owner: int) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
        """What the sources of a device do, in play and in menus; worked out once until a binding changes."""
        table = self.settings.bindings.table("keyboard" if owner == BOARD else "pad")
        swaps = self._swaps(owner)
        stamp = (owner == BOARD, swaps, tuple(table.items()))
        means = self._known.get(stamp)
        if means is None:
            always = PAGE_KEYS | ARROW_KEYS if owner == BOARD else {}
            means = in_play(table), always | in_menus(table, swaps)
            self._known = {k: v for k, v in self._known.items() if k[0] != stamp[0] or k[1] != swaps}
            self._known[stamp] = means
        return means

    def _swaps(self, owner: int) -> bool:
        return owner >= 0 and (self.devices.family(owner) == "nintendo") != self.settings.swap_confirm

    def _strongest(self, name: str) -> tuple[float, float]:
        """The farthest lean of all sticks of that name."""
        leans = [
            stick.lean(0.0, 1.0) if owner == HAND else stick.lean(self.settings.dead_zone)
            for (owner, side), stick in self._sticks.items()
            if side == name
        ]
        return max(leans, key=lambda lean: math.hypot(*lean), default=(0.0, 0.0))

    def _way(self, playing: set[str], tilt: tuple[float, float]) -> tuple[int, int]:
        """Keys and D-pad go before sticks, at full tilt; opposite ones cancel; never longer than STICK."""
        x = ("right" in playing) - ("left" in playing)
        y = ("down" in playing) - ("up" in playing)
        if any(move in playing for move in MOVES):
            full = STICK / math.hypot(x, y) if x or y else 0.0
            return round(x * full), round(y * full)
        return round(tilt[0] * STICK), round(tilt[1] * STICK)

    def _pointing(self, looks: bool) -> tuple[float, float]:
        """Where a mouse that is used points: on a board that is open, or from her, at full tilt, only for the stone."""
        self._since_mouse += 1
        if self._mouse is None or self._since_mouse > POINTS_TICKS:
            return 0.0, 0.0
        board = self.on_board(self._mouse)
        if board is not None:
            return board
        if not looks:
            return 0.0, 0.0
        x, y = self.pointed(self._mouse)
        far = math.hypot(x, y)
        return (x / far, y / far) if far > NEAR_PX else (0.0, 0.0)

    def _steered(self, tilt: tuple[float, float]) -> set[str]:
        """The one direction a stick means in menus; holds until it has clearly come back."""
        x, y = tilt
        towards = {"right": x, "left": -x, "down": y, "up": -y}
        move = max(towards, key=lambda m: towards[m])
        if towards[move] >= MENU_ON:
            self._steering = {move}
        elif towards[move] < MENU_OFF:
            self._steering = set()
        return self._steering

    def _directions(self, held: set[str]) -> Menu:
        """Those that fire in this tick: at once, after 350 ms, then every 90 ms."""
        fired = Menu(0)
        for move in MOVES:
            if move not in held:
                self._direction_ticks.pop(move, None)
                continue
            ticks = self._direction_ticks.get(move, 0)
            self._direction_ticks[move] = ticks + 1
            if ticks == 0 or _repeats(ticks) > _repeats(ticks - 1):
                fired |= MENU_FLAGS[move]
        return fired

    # ---- out to the devices

    def rumble(self, low: float, high: float, ms: int) -> None:
        """Shakes the pad in use, as strongly as the player allows; a keyboard is left in peace."""
        strength = self.settings.rumble
        if strength > 0 and self._used is not None and self._used >= 0:
            self.devices.rumble(self._used, low * strength, high * strength, ms)


def _repeats(ticks: int) -> int:
    """How often a direction held so long has repeated."""
    return 0 if ticks < REPEAT_FIRST_TICKS else 1 + int((ticks - REPEAT_FIRST_TICKS) / REPEAT_NEXT_TICKS)


def _flags(actions: set[str]) -> Action:
    flags = NOTHING
    for action in actions:
        flags |= INTENT_ACTIONS.get(action, NOTHING)
    return flags


def _injected_play(source: str) -> tuple[str, ...]:
    action = source.removeprefix("act.")
    return ("interact",) if action == "confirm" else (action,) if action in GAME else ()


def _injected_menu(source: str) -> tuple[str, ...]:
    action = source.removeprefix("act.")
    return ("confirm",) if action == "interact" else (action,) if action in MENU else ()
