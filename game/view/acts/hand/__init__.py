"""The night at the well, as it looks."""

from game.view.acts.hand.look import HandLook
from game.view.acts.hand.orchard import WalkLook

__all__ = ["HandLook", "WalkLook"]
