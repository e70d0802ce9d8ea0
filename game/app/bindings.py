"""Which key or button does what: two bindings an action for keyboards, two for pads. Pure data, no devices here.

A source is "key.W" (the place of the key on the board: SDL's scancode name) or "pad.a" (the place on the pad: a south,
b east, x west, y north). A new action: add it to GAME or MENU and to both tables, and name it in en.toml.
"""

from __future__ import annotations

import msgspec

KEYBOARD = "keyboard"
PAD = "pad"
SLOTS = 2

MOVES = ("up", "down", "left", "right")
GAME = (*MOVES, "interact", "dodge", "throw", "cat", "stone", "next", "sneak", "run", "journal", "pause")
MENU = (*MOVES, "confirm", "cancel", "journal", "pause", "stone", "next")
"""Two places where a key may mean different things: in play, and in menus (where stone and next turn the tabs)."""
ACTIONS = tuple(dict.fromkeys(GAME + MENU))
FRIENDS = {"pause", "cancel"}
"""May share a key: Escape goes one level back, and at the top that is the pause."""
NEEDED = ("confirm", "cancel", "pause", *MOVES)
"""Never without a binding: nobody may lock themselves out of the page that mends it."""

FIXED = {"confirm": ("key.RETURN", "key.KP_ENTER"), "cancel": ("key.ESCAPE", "key.BACKSPACE")}
"""Work in menus whatever is bound, unless bound to something else there."""
RESERVED = frozenset({"key.F3", "key.F8", "key.F11", "key.F12", "pad.guide", "key.UNKNOWN"})
"""System keys: cannot be bound."""

Table = dict[str, tuple[str, ...]]

# Left hand on WASD or right hand on the arrows, both at once. The arrows' own A (stone) and S (next) would collide with
# WASD, and a left hand beside the arrows reaches Q and Tab anyway.
BOTH: Table = {
    "up": ("key.W", "key.UP"),
    "down": ("key.S", "key.DOWN"),
    "left": ("key.A", "key.LEFT"),
    "right": ("key.D", "key.RIGHT"),
    "interact": ("key.E", "key.Z"),
    "dodge": ("key.SPACE", "key.X"),
    "throw": ("key.F", "key.C"),
    "cat": ("key.R", "key.V"),
    "stone": ("key.Q",),
    "next": ("key.TAB",),
    "sneak": ("key.LCTRL",),
    "run": ("key.LSHIFT",),
    "journal": ("key.M", "key.J"),
    "pause": ("key.ESCAPE", "key.P"),
    "confirm": ("key.RETURN", "key.SPACE"),
    "cancel": ("key.ESCAPE", "key.X"),
}
ARROWS: Table = BOTH | {
    "up": ("key.UP",),
    "down": ("key.DOWN",),
    "left": ("key.LEFT",),
    "right": ("key.RIGHT",),
    "interact": ("key.Z",),
    "dodge": ("key.X",),
    "throw": ("key.C",),
    "cat": ("key.V",),
    "stone": ("key.A",),
    "next": ("key.S",),
}
LEFT_HAND: Table = BOTH | {
    "throw": ("key.F",),
    "cat": ("key.R",),
    "journal": ("key.C", "key.M"),
    "pause": ("key.ESCAPE", "key.GRAVE"),
    "sneak": ("key.LCTRL", "key.V"),
}
RIGHT_HAND: Table = BOTH | {
    "up": ("key.UP",),
    "down": ("key.DOWN",),
    "left": ("key.LEFT",),
    "right": ("key.RIGHT",),
    "interact": ("key.RCTRL", "key.KP_ENTER"),
    "dodge": ("key.RSHIFT", "key.KP_0"),
    "throw": ("key.SLASH", "key.KP_1"),
    "cat": ("key.PERIOD", "key.KP_2"),
    "stone": ("key.COMMA", "key.KP_3"),
    "next": ("key.L", "key.KP_PERIOD"),
    "sneak": ("key.K", "key.KP_MINUS"),
    "run": ("key.J", "key.KP_PLUS"),
    "journal": ("key.M", "key.KP_MULTIPLY"),
    "pause": ("key.P", "key.ESCAPE"),
    "cancel": ("key.BACKSPACE", "key.ESCAPE"),
}
PRESETS = {"both": BOTH, "arrows": ARROWS, "left_hand": LEFT_HAND, "right_hand": RIGHT_HAND}

PAD_TABLE: Table = {
    "up": ("pad.dpup",),
    "down": ("pad.dpdown",),
    "left": ("pad.dpleft",),
    "right": ("pad.dpright",),
    "interact": ("pad.a",),
    "dodge": ("pad.b",),
    "throw": ("pad.x",),
    "cat": ("pad.y",),
    "stone": ("pad.leftshoulder",),
    "next": ("pad.rightshoulder",),
    "sneak": ("pad.lefttrigger",),
    "run": ("pad.righttrigger",),
    "journal": ("pad.back", "pad.touchpad"),
    "pause": ("pad.start",),
    "confirm": ("pad.a",),
    "cancel": ("pad.b",),
}


class Bindings(msgspec.Struct):
    """action -> up to two sources, by device. Changed in place by the options; stored with the settings."""

    keyboard: Table = msgspec.field(default_factory=lambda: dict(BOTH))
    pad: Table = msgspec.field(default_factory=lambda: dict(PAD_TABLE))

    def table(self, device: str) -> Table:
        """Of ``keyboard``, or of the pads for every other device's name."""
        return self.keyboard if device == KEYBOARD else self.pad

    def of(self, action: str, device: str = KEYBOARD) -> tuple[str, ...]:
        """The sources of an action, first one first; () when it has none. ``brace`` is interact held."""
        return self.table(device).get("interact" if action == "brace" else action, ())

    def conflict(self, action: str, source: str) -> str:
        """The other action that ``source`` already does where ``action`` counts; "" when it is free."""
        return next(iter(_rivals(self.table(device_of(source)), action, source)), "")

    def bind(self, action: str, slot: int, source: str, swap: bool = False) -> str:
        """Gives an action a source in ``slot`` 0 or 1. Returns "" when done; else why not, and nothing is changed:
        the action that has the source (pass ``swap`` to trade with it), or "reserved" for keys of the system."""
        if source in RESERVED or action not in ACTIONS:
            return "reserved"
        table = dict(self.table(device_of(source)))
        rivals = _rivals(table, action, source)
        if rivals and not swap:
            return rivals[0]
        mine = list(table.get(action, ()))
        given_up = mine[slot] if slot < len(mine) else ""
        mine[slot : slot + 1] = [source]
        table[action] = tuple(dict.fromkeys(mine))[:SLOTS]
        for rival in rivals:
            table[rival] = tuple(s for s in table[rival] if s != source)
            # What is given up goes the other way, where it means nothing else.
            if given_up and given_up != source and not _rivals(table, rival, given_up):
                table[rival] = tuple(dict.fromkeys((*table[rival], given_up)))
            if not table[rival] and rival in NEEDED:
                return rival
        self.table(device_of(source)).update(table)
        return ""

    def unbind(self, action: str, device: str, slot: int) -> bool:
        """Takes one binding away; False (and nothing happens) when the action needs at least one."""
        table = self.table(device)
        left = [s for i, s in enumerate(table.get(action, ())) if i != slot]
        if not left and action in NEEDED:
            return False
        table[action] = tuple(left)
        return True

    def reset(self, device: str, preset: str = "both") -> None:
        """As it came, or one of PRESETS for the keyboard."""
        table = self.table(device)
        table.clear()
        table.update(PRESETS[preset] if device == KEYBOARD else PAD_TABLE)

    def mend(self) -> bool:
        """Puts the defaults where a file left out what is needed; True when something had to be mended."""
        mended = False
        for device, default in ((KEYBOARD, BOTH), (PAD, PAD_TABLE)):
            table = self.table(device)
            for action in ACTIONS:
                has = table.get(action)
                fit = tuple(s for s in has or () if device_of(s) == device and s not in RESERVED)[:SLOTS]
                if has is None or (action in NEEDED and not fit):
                    fit = default[action]
                mended |= fit != has
                table[action] = fit
        return mended


def device_of(source: str) -> str:
    """
    >>> device_of("key.W"), device_of("pad.a")
    ('keyboard', 'pad')
    """
    return KEYBOARD if source.startswith("key.") else PAD


def _rivals(table: Table, action: str, source: str) -> list[str]:
    """Other actions that ``source`` does where ``action`` counts."""
    return [
        other
        for other in ACTIONS
        if other != action
        and source in table.get(other, ())
        and {action, other} != FRIENDS
        and any(action in place and other in place for place in (GAME, MENU))
    ]


def in_play(table: Table) -> dict[str, str]:
    """source -> action in play. A confirm key that is otherwise free interacts, so that Enter answers people too.

    >>> in_play(BOTH)["key.RETURN"], in_play(BOTH)["key.SPACE"]
    ('interact', 'dodge')
    """
    means = {source: action for action in GAME for source in table.get(action, ())}
    for source in table.get("confirm", ()):
        means.setdefault(source, "interact")
    return means


def in_menus(table: Table, swap: bool = False) -> dict[str, tuple[str, ...]]:
    """source -> actions in menus; an interact key that is otherwise free confirms. Escape may both go back and pause.

    ``swap`` trades pad.a and pad.b for confirm and cancel (Nintendo's letters; or the player's wish).
    """
    means: dict[str, tuple[str, ...]] = {}
    for action in MENU:
        for source in swapped(table.get(action, ()), swap and action in ("confirm", "cancel")):
            means[source] = (*means.get(source, ()), action)
    for action, sources in (("confirm", table.get("interact", ())), *FIXED.items()):
        for source in sources:
            if device_of(source) == KEYBOARD:
                means.setdefault(source, (action,))
    return means


def swapped(sources: tuple[str, ...], swap: bool = True) -> tuple[str, ...]:
    """pad.a <-> pad.b, others as they are."""
    trade = {"pad.a": "pad.b", "pad.b": "pad.a"} if swap else {}
    return tuple(trade.get(s, s) for s in sources)
