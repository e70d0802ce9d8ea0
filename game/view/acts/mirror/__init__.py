"""How it looks behind the mirror: the room in the dark, the promise, the glass."""

from game.view.acts.mirror.pane import PaneLook
from game.view.acts.mirror.room import MirrorLook
from game.view.acts.mirror.vow import VowLook

__all__ = ["MirrorLook", "PaneLook", "VowLook"]
