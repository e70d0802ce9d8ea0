"""The other theatre: the house, and the three acts of the show that is played from its stage."""

from game.sim.acts.theatre.cellar import Cellar
from game.sim.acts.theatre.flight import Flight
from game.sim.acts.theatre.house import House
from game.sim.acts.theatre.show import Show
from game.sim.acts.theatre.storm import Storm

__all__ = ["Cellar", "Flight", "House", "Show", "Storm"]
