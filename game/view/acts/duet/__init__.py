"""How the duet of the hunt in the theatre looks, from the first chalk to the last glove."""

from game.view.acts.duet.boards import BoardsLook
from game.view.acts.duet.pursuit import FarewellLook, PursuitLook
from game.view.acts.duet.steps import DuetLook

__all__ = ["BoardsLook", "DuetLook", "FarewellLook", "PursuitLook"]
