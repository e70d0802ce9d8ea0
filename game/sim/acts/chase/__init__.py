"""The chase through the long passage: how fast she comes (pace), what stands in the way and what she does (chase)."""

from game.sim.acts.chase.chase import Chase, Obstacle
from game.sim.acts.chase.pace import ATTACKS, PACES, Attack, Pace, her_speed_px_s, told_ticks

__all__ = ["ATTACKS", "PACES", "Attack", "Chase", "Obstacle", "Pace", "her_speed_px_s", "told_ticks"]
