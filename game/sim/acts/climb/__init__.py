"""Blind, she goes by sound: the room that she takes apart (unfloored), the web one climbs out by (climb)."""

from game.sim.acts.climb.blind import ATTACKS, Attack, Blind
from game.sim.acts.climb.climb import Climb
from game.sim.acts.climb.unfloored import Unfloored

__all__ = ["ATTACKS", "Attack", "Blind", "Climb", "Unfloored"]
