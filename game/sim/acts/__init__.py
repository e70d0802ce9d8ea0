"""Every act there is. To add one: a file here (a dataclass with ``tick``), a line below, a look in view/acts."""

from game.sim.acts.act import Act
from game.sim.acts.backing import Backing
from game.sim.acts.corridor import Corridor

__all__ = ["Act", "Backing", "Corridor"]
