"""How the circus looks; see look.py."""

from game.view.acts.circus.look import CircusLook

__all__ = ["CircusLook"]
