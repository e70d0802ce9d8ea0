"""The night at the well, as it looks."""

from game.view.acts.hand.look import HandLook, WalkLook

__all__ = ["HandLook", "WalkLook"]
