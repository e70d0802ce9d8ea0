"""The duet of the hunt in the theatre: boards as pure rules, the lights that read them, and the acts that play them."""

from game.sim.acts.duet.board import Board, Step
from game.sim.acts.duet.boards import BOARDS
from game.sim.acts.duet.duet import Duet
from game.sim.acts.duet.pursuit import Farewell, Pursuit
from game.sim.acts.duet.stage import Boards, Interval

__all__ = ["BOARDS", "Board", "Boards", "Duet", "Farewell", "Interval", "Pursuit", "Step"]
