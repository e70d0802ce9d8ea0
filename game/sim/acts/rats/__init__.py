"""The hunt in the circus, as an act: hunt.py puts together the flock, the trapezes and the man made of rats."""

from game.sim.acts.rats.errands import COLOURS
from game.sim.acts.rats.flock import Flock
from game.sim.acts.rats.hunt import RatHunt
from game.sim.acts.rats.tall import TallMan
from game.sim.acts.rats.trapeze import Trapeze

__all__ = ["COLOURS", "Flock", "RatHunt", "TallMan", "Trapeze"]
