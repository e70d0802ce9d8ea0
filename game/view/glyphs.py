"""How an action is drawn and called now: the key really bound, or the button as the controller in use names it.

``family``: keyboard, xbox, playstation, nintendo, deck or generic. ``bindings``: action -> sources, as app/bindings.py
writes them: "key.W" (the place of a key), "pad.a" (the place of a button: a south, b east, x west, y north).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pygame

from game.view.felt import Cloth, blank
from game.view.font import Font

ALIAS = {"brace": "interact", "confirm": "interact", "hold": "interact", "map": "journal"}
"""Words in the text for what is the same button as another, where nothing of its own is bound."""
FAMILIES = {"xbox": "xbox", "deck": "xbox", "playstation": "playstation", "nintendo": "nintendo", "generic": "generic"}
SHORT = {
    "LSHIFT": "Shift",
    "RSHIFT": "Shift",
    "LCTRL": "Ctrl",
    "RCTRL": "Ctrl",
    "LALT": "Alt",
    "RALT": "Alt",
    "RETURN": "Enter",
    "ESCAPE": "Esc",
    "BACKSPACE": "Back",
    "DELETE": "Del",
    "INSERT": "Ins",
    "PAGEUP": "PgUp",
    "PAGEDOWN": "PgDn",
    "UP": "↑",
    "DOWN": "↓",
    "LEFT": "←",
    "RIGHT": "→",
    "SPACE": "Space",
    "TAB": "Tab",
    "HOME": "Home",
    "END": "End",
    "MINUS": "-",
    "EQUALS": "=",
    "LEFTBRACKET": "[",
    "RIGHTBRACKET": "]",
    "SEMICOLON": ";",
    "APOSTROPHE": "'",
    "COMMA": ",",
    "PERIOD": ".",
    "SLASH": "/",
    "BACKSLASH": "\\",
    "GRAVE": "`",
    "KP_PERIOD": "Num .",
    "KP_MINUS": "Num -",
    "KP_PLUS": "Num +",
    "KP_MULTIPLY": "Num *",
    "KP_DIVIDE": "Num /",
    "KP_ENTER": "Num Enter",
    "CAPSLOCK": "Caps",
}
"""Keys whose cap says something else than SDL's name of the place."""
PLACES = {
    "a": "south",
    "b": "east",
    "x": "west",
    "y": "north",
    "dpup": "dpad_up",
    "dpdown": "dpad_down",
    "dpleft": "dpad_left",
    "dpright": "dpad_right",
    "leftshoulder": "lb",
    "rightshoulder": "rb",
    "lefttrigger": "lt",
    "righttrigger": "rt",
    "leftstick": "ls",
    "rightstick": "rs",
    "back": "select",
}
CALLED = {
    "xbox": {"south": "A", "east": "B", "west": "X", "north": "Y", "select": "View", "start": "Menu"},
    "playstation": {
        "south": "Cross",
        "east": "Circle",
        "west": "Square",
        "north": "Triangle",
        "lb": "L1",
        "rb": "R1",
        "lt": "L2",
        "rt": "R2",
        "select": "Create",
        "start": "Options",
    },
    "nintendo": {"south": "B", "east": "A", "west": "Y", "north": "X", "lb": "L", "rb": "R", "lt": "ZL", "rt": "ZR"},
    "generic": {"south": "1", "east": "2", "west": "3", "north": "4"},
}
WAYS = ("up", "left", "down", "right")


class Glyphs:
    """The buttons of now. Make a new one when the device or a binding changes; ``stamp`` tells two apart.

    ``label``: what the player's own keyboard says on the key at a place ("key.W" -> "Z" on a French one); "" = no idea.
    """

    def __init__(
        self,
        cloth: Cloth,
        font: Font,
        family: str = "keyboard",
        bindings: Mapping[str, Sequence[str]] | None = None,
        label: Callable[[str], str] | None = None,
    ) -> None:
        self._cloth = cloth
        self._font = font
        self._label = label
        self.family = family
        self.bindings: dict[str, tuple[str, ...]] = {k: tuple(v) for k, v in (bindings or {}).items()}
        self.stamp = f"{family}:{sorted(self.bindings.items())}"
        self._drawn: dict[tuple[str, int], pygame.Surface] = {}

    def knows(self, token: str) -> bool:
        """Whether {token} in a text is a button."""
        return token in ALIAS or token in self.bindings or (token == "move" and bool(self._names("move")))

    def names(self, action: str) -> tuple[str, ...]:
        """What is bound to it, first choice first, as the player would call it."""
        return tuple(self.called(n) for n in self._names(action))

    def called(self, source: str) -> str:
        """A source in words: "E", "Shift", "Cross", "LB"."""
        place = source.split(".", 1)[-1]
        if source.startswith("key."):
            if place in SHORT:
                return SHORT[place]
            own = self._label(source) if self._label else ""
            if own:
                return own.upper() if len(own) == 1 else own
            return "Num " + place[3:] if place.startswith("KP_") else place if len(place) < 4 else place.title()
        low = PLACES.get(place, place)
        plain = {"ls": "L stick", "rs": "R stick"}.get(low, low.replace("dpad_", "").replace("_", " ").title())
        if len(low) == 2 and low[1] in "bt":
            plain = low.upper()
        return CALLED[FAMILIES.get(self.family, "generic")].get(low, plain)

    def drawn(self, token: str, size: int = 100) -> pygame.Surface:
        """The button or buttons of an action, 17 px high (34 at 200)."""
        names = self._names(token)
        if token != "move":
            names = names[:1]
        parts = [self.cap(n) for n in names] or [self._key("?")]
        key = (token, size)
        if key not in self._drawn:
            w = sum(p.get_width() for p in parts) + len(parts) - 1
            s = blank(w, parts[0].get_height())
            x = 0
            for p in parts:
                s.blit(p, (x, 0))
                x += p.get_width() + 1
            self._drawn[key] = pygame.transform.scale_by(s, 2) if size == 200 else s
        return self._drawn[key]

    def cap(self, source: str) -> pygame.Surface:
        """One key cap or button by its source."""
        if source.startswith("key."):
            return self._key(self.called(source))
        place = source.split(".", 1)[-1]
        family = FAMILIES.get(self.family, "generic")
        rect = self._cloth.table("ui/pads").get(family, {}).get(PLACES.get(place, place))
        if rect is None:
            return self._key(self.called(source))
        return self._cloth.piece("ui/pads", (rect[0], rect[1], rect[2], rect[3]))

    def _names(self, action: str) -> tuple[str, ...]:
        if action in self.bindings:
            return self.bindings[action]
        if action == "move":
            if self.family != "keyboard":
                return ("pad.leftstick",)
            ways = [self.bindings.get(w) for w in WAYS]
            return tuple(w[0] for w in ways if w)
        return self.bindings.get(ALIAS.get(action, ""), ())

    def _key(self, label: str) -> pygame.Surface:
        """A key cap: from the picture, or made from a blank one for keys that nobody drew."""
        rect = self._cloth.table("ui/keys").get(label)
        if rect is not None:
            return self._cloth.piece("ui/keys", (rect[0], rect[1], rect[2], rect[3]))
        cut = self._font.cut(100)
        w = max(17, cut.width(label) + 8)
        s = blank(w, 17)
        dark, side, face, light = (12, 8, 24), (108, 100, 132), (228, 224, 228), (255, 250, 240)
        s.fill(dark)
        s.fill(side, (1, 1, w - 2, 15))
        s.fill(face, (2, 1, w - 4, 12))
        s.fill(light, (2, 1, w - 4, 1))
        for x, y in ((0, 0), (w - 1, 0), (0, 16), (w - 1, 16)):
            s.set_at((x, y), (0, 0, 0, 0))
        cut.write(s, w // 2 + 1, 1, label, (42, 28, 70), False, 0.5)
        return s
