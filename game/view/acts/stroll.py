"""The walk in the fog, as it looks: wet leaves fly off a boot, turn over, and lie down again."""

from __future__ import annotations

import math
from typing import Any

from pygame import BLEND_RGBA_MULT, Rect

from game.sim.acts.stroll import KICK_TICKS
from game.view.acts.look import ActLook
from game.view.felt import Colour, mix
from game.view.sprites import Layers
from game.view.touches import scattered

LEAVES = 15
COLOURS: tuple[Colour, ...] = ((142, 96, 62), (168, 120, 70), (120, 78, 60), (150, 112, 58), (104, 88, 66))
LIES_TICKS = 60
SEEN_ROWS, SILL_PX = 17, 17
"""Rows of the doll that are seen in the window, and px from its middle bar to the sill."""


class StrollLook(ActLook):
    """Keeps nothing: where every leaf is follows from when it was kicked."""

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        if act.face is not None:
            self._draw_face(layers, *act.face)
        for n, (x0, y0, way, tick) in enumerate(act.kicks):
            age = t - tick
            if not 0 <= age < KICK_TICKS + LIES_TICKS:
                continue
            for i in range(LEAVES):
                salt = int(tick) % 997 + n
                own = 0.6 + 0.8 * scattered(i + salt, 81)
                air = min(age / (KICK_TICKS * own), 1.0)
                out = way * (10 + 34 * scattered(i + salt, 82)) * (1 - (1 - air) ** 2)
                up = math.sin(math.pi * air) * (8 + 22 * scattered(i + salt, 83))
                x = x0 + out + math.sin(age * 0.2 + i) * 2 * (1 - air)
                y = y0 + (scattered(i + salt, 84) - 0.5) * 16 - up
                left = 1.0 if age < KICK_TICKS else 1 - (age - KICK_TICKS) / LIES_TICKS
                colour = mix((70, 74, 72), COLOURS[i % len(COLOURS)], max(left, 0.0))
                px, py = round(x) - layers.x, round(y) - layers.y
                wide = (3, 2, 1, 2)[int(age * 0.25 + i) % 4] if air < 1 else 3
                layers.albedo.fill(colour, (px - wide // 2, py, wide, 2 if wide < 3 else 1))
                layers.albedo.fill(mix(colour, (20, 16, 24), 0.4), (px - wide // 2, py + (2 if wide < 3 else 1), 1, 1))

    def _draw_face(self, layers: Layers, x: float, y: float) -> None:
        """The doll behind a pane: as far down as the sill, grey as the glass, with the bars before it."""
        pose = self.assets.actor("doll").pose("sit", "down", 0)
        w = pose.picture.get_width()
        rows = min(SEEN_ROWS, pose.picture.get_height())
        behind = pose.picture.subsurface(Rect(0, 0, w, rows)).copy()
        behind.fill((150, 152, 176, 255), special_flags=BLEND_RGBA_MULT)
        left, top = round(x) - w // 2 - layers.x, round(y) - rows + SILL_PX - layers.y
        layers.albedo.blit(behind, (left, top))
        for bar in (Rect(round(x) - layers.x, top, 1, rows), Rect(left, round(y) - 2 - layers.y, w, 2)):
            layers.albedo.fill((158, 156, 170), bar)
