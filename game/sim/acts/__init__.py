"""Every act there is. To add one: a file here (a dataclass with ``tick``), a line below, a look in view/acts."""

from game.sim.acts.act import Act
from game.sim.acts.backing import Backing
from game.sim.acts.beam import BeamAct
from game.sim.acts.chase import Chase
from game.sim.acts.circus import Circus
from game.sim.acts.climb import Climb, Unfloored
from game.sim.acts.corridor import Corridor
from game.sim.acts.duet import Boards, Duet, Farewell, Interval, Pursuit
from game.sim.acts.escape import Escape
from game.sim.acts.garden import Garden
from game.sim.acts.grey import GreyWalk
from game.sim.acts.hand import HandFight, LanternWalk
from game.sim.acts.held import Held
from game.sim.acts.hem import Unmade
from game.sim.acts.night import NightAct
from game.sim.acts.pane import Pane
from game.sim.acts.party import Party
from game.sim.acts.rats import RatHunt
from game.sim.acts.ripples import Cell, Ripples
from game.sim.acts.runout import RunOut
from game.sim.acts.shutting import Shutting
from game.sim.acts.snow import Snow
from game.sim.acts.starway import Starway
from game.sim.acts.strings import Strings
from game.sim.acts.stroll import StrollAct
from game.sim.acts.theatre import Cellar, Flight, House, Show, Storm
from game.sim.acts.vow import Vow
from game.sim.acts.web import Buttons, CatThrow, Hush, Needlework, Stare, TornOff

__all__ = [
    "Act",
    "Backing",
    "BeamAct",
    "Boards",
    "Buttons",
    "CatThrow",
    "Cell",
    "Cellar",
    "Chase",
    "Circus",
    "Climb",
    "Corridor",
    "Duet",
    "Escape",
    "Farewell",
    "Flight",
    "Garden",
    "GreyWalk",
    "HandFight",
    "Held",
    "House",
    "Hush",
    "Interval",
    "LanternWalk",
    "Needlework",
    "NightAct",
    "Pane",
    "Party",
    "Pursuit",
    "RatHunt",
    "Ripples",
    "RunOut",
    "Show",
    "Shutting",
    "Snow",
    "Stare",
    "Starway",
    "Storm",
    "Strings",
    "StrollAct",
    "TornOff",
    "Unfloored",
    "Unmade",
    "Vow",
]
