"""The Beldam in her own room: needles in rows, her gaze, the cat that is thrown."""

from game.sim.acts.web.attacks import ATTACKS, SEAMS, Attack
from game.sim.acts.web.cat_throw import Buttons, CatThrow
from game.sim.acts.web.hush import Hush
from game.sim.acts.web.needlework import Needlework
from game.sim.acts.web.stare import Stare
from game.sim.acts.web.torn import TornOff

__all__ = ["ATTACKS", "SEAMS", "Attack", "Buttons", "CatThrow", "Hush", "Needlework", "Stare", "TornOff"]
