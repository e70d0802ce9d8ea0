"""The severed hand at the well. See fight.py; attacks as data in table.py, as generators in attacks.py."""

from game.sim.acts.hand.attacks import MOVES
from game.sim.acts.hand.fight import PARTS, HandFight
from game.sim.acts.hand.table import ATTACKS, Attack, told_ticks
from game.sim.acts.hand.walk import LanternWalk

__all__ = ["ATTACKS", "MOVES", "PARTS", "Attack", "HandFight", "LanternWalk", "told_ticks"]
