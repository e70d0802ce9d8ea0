"""Every panel there is. To add one: a file here (a dataclass with ``work``), a line below, a drawer in view/panels."""

from game.sim.panels.board import BoardPanel
from game.sim.panels.box import BoxPanel
from game.sim.panels.brace import BracePanel
from game.sim.panels.claim import ClaimPanel
from game.sim.panels.dinner import DinnerPanel
from game.sim.panels.doll import DollPanel
from game.sim.panels.eyes import EyesPanel
from game.sim.panels.keys import KeyPanel
from game.sim.panels.lantern import LanternPanel
from game.sim.panels.letters import LettersPanel
from game.sim.panels.memory import MemoryPanel
from game.sim.panels.message import MessagePanel
from game.sim.panels.note import NotePanel
from game.sim.panels.noughts import NoughtsPanel
from game.sim.panels.panel import Panel
from game.sim.panels.pantomime import PantomimePanel
from game.sim.panels.photo import PhotoPanel
from game.sim.panels.pour import PourPanel
from game.sim.panels.race import RacePanel
from game.sim.panels.tell import TellPanel
from game.sim.panels.wager import WagerPanel

__all__ = [
    "BoardPanel",
    "BoxPanel",
    "BracePanel",
    "ClaimPanel",
    "DinnerPanel",
    "DollPanel",
    "EyesPanel",
    "KeyPanel",
    "LanternPanel",
    "LettersPanel",
    "MemoryPanel",
    "MessagePanel",
    "NotePanel",
    "NoughtsPanel",
    "Panel",
    "PantomimePanel",
    "PhotoPanel",
    "PourPanel",
    "RacePanel",
    "TellPanel",
    "WagerPanel",
]
