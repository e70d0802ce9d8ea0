"""All that the player wants in one tick. The only thing that ever enters a session from outside.

To add an action: add it to Action (at the end: recordings hold the numbers), bind it in app/settings.py, name it in en.toml.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntFlag


class Action(IntFlag):
    """What can be pressed. A tick holds two sets of these: held, and newly pressed."""

    INTERACT = 1
    DODGE = 2
    THROW = 4
    CAT = 8
    STONE = 16
    NEXT = 32
    SNEAK = 64
    RUN = 128


NOTHING = Action(0)
STICK = 127
"""A stick's full tilt. Whole numbers, so that a recording is exact."""


@dataclass(frozen=True, slots=True)
class Intent:
    """One tick of wanting. ``x``/``y`` and ``aim_x``/``aim_y`` are -127..127; y points down.

    >>> i = Intent(x=100, pressed=Action.INTERACT, held=Action.INTERACT)
    >>> Intent.unpack(i.pack()) == i
    True
    """

    x: int = 0
    y: int = 0
    held: Action = NOTHING
    pressed: Action = NOTHING
    aim_x: int = 0
    aim_y: int = 0

    def pack(self) -> tuple[int, int]:
        """(buttons, sticks) as two whole numbers."""
        sticks = 0
        for axis in (self.x, self.y, self.aim_x, self.aim_y):
            sticks = sticks << 8 | (axis + 128)
        return int(self.held) | int(self.pressed) << 16, sticks

    @staticmethod
    def unpack(packed: tuple[int, int]) -> Intent:
        """The other way round. Raises ValueError for numbers no Intent packs to."""
        buttons, sticks = packed
        axes = [((sticks >> s) & 255) - 128 for s in (24, 16, 8, 0)]
        if buttons < 0 or buttons >> 32 or sticks < 0 or sticks >> 32 or min(axes) < -STICK:
            raise ValueError(f"not an intent: {packed}")
        return Intent(axes[0], axes[1], Action(buttons & 0xFFFF), Action(buttons >> 16), axes[2], axes[3])


STILL = Intent()
