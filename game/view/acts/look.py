"""ActLook: how one act of sim/acts looks, in the world and over it. Made anew when an act begins; may remember what it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from game.core.geometry import Vec
from game.view.assets import Assets
from game.view.camera import LEAD
from game.view.felt import Cloth
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.sprites import Layers

ToScreen = Callable[[float, float], tuple[float, float]]


class ActLook:
    """Each method may be left out. ``t`` is ticks with fractions. Nothing here changes a session."""

    cuts = False
    """When it begins, the picture is at her at once and does not travel there."""
    has_truth = False
    """Whether ``truth`` draws something: the stone then shows it."""

    def __init__(self, assets: Assets) -> None:
        self.assets = assets

    def lead_px(self, act: Any) -> float:
        """How far ahead of her the picture looks, the way she goes."""
        return LEAD

    def ahead(self, act: Any, way: Vec) -> Vec:
        """The unit way the picture leads; ``way`` is how she walks, (0, 0) where she stands."""
        return way

    def hear(self, session: Any, act: Any) -> None:
        """After every tick, with that tick's news."""

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """On the floor, under everybody."""

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """On the floor too, but over rugs and whatever else lies there."""

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """Over everybody, still in the world's light."""

    def truth(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """Only in the hole of the stone, over everybody; ``ground``, ``floor`` and ``over`` have been drawn there before.

        ``layers`` is clipped to the hole; lines, beads and the like: view/truth.py. Set ``has_truth``.
        """

    def hud(
        self,
        to: pygame.Surface,
        session: Any,
        act: Any,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        """In the interface: meters, what to press. ``to_screen`` turns a place of the map into one of ``to``."""
