"""A pocket that glows, and a lamp that flickers in the colour of whoever is in it."""

from __future__ import annotations

import math
from typing import Any

from game.view.acts.look import ActLook
from game.view.acts.web.steel import shine
from game.view.sprites import Layers
from game.view.truth import bead

COLOURS = ((80, 216, 240), (240, 176, 96), (214, 150, 240))
LAMP = (802.0, 92.0)
"""The standing lamp's shade, px of the map."""


class HushLook(ActLook):
    """Keeps nothing."""

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        place = session.place
        k = act.glow * (0.8 + 0.2 * math.sin(t / 9))
        shine(layers, place.x, place.y - 2, 54, 34, _of(COLOURS[0], 0.34 * k))

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        place = session.place
        flick = 1.0 if math.sin(t * 0.9) + math.sin(t * 0.37) > -0.4 else 0.25
        shine(layers, *LAMP, 70, 60, _of(COLOURS[0], 0.34 * flick))
        shine(layers, *LAMP, 26, 22, _of(COLOURS[0], 0.4 * flick), "glow")
        for i, colour in enumerate(COLOURS):
            beat = 0.6 + 0.4 * math.sin(t / 11 + i * 2.1)
            x, y = place.x + 6 + i * 3 - 3, place.y - 10 - i % 2 * 2
            shine(layers, x, y, 9, 8, _of(colour, act.glow * beat * 0.7), "glow")
            k = (t / 70 + i / 3) % 1
            bead(layers, x + math.sin(t / 17 + i) * 6, y - k * 24, 1, _of(colour, act.glow * (1 - k)))


def _of(colour: tuple[int, int, int], k: float) -> tuple[int, int, int]:
    return int(colour[0] * k), int(colour[1] * k), int(colour[2] * k)
