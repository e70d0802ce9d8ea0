"""The hunt in the circus, as it looks."""

from game.view.acts.rats.look import RatsLook

__all__ = ["RatsLook"]
