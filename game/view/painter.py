"""What a painter is given: one Frame a picture. Plain data; nothing here draws, and no painter changes it.

Change this file when a new effect needs a new parameter; then both painters must honour it
(tests/view/test_paint.py compares them).
All positions and radii are logical pixels, times seconds, colours 0..1, amounts 0 (off) .. 1 (full).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
import numpy.typing as npt
import pygame
from pygame import Mask, Rect

Size = tuple[int, int]
Colour = tuple[float, float, float]

SIZE: Size = (640, 360)
"""The canvas most players see; (640, 400) and (853, 360) are allowed too. Painters take theirs as an argument."""

BLOCK = 8
"""px; a crumble block. Collisions use the same grid."""


def grid_of(size: Size, origin: tuple[int, int] = (0, 0)) -> Size:
    """(columns, rows) of crumble blocks that cover a canvas whose top left is the map's px ``origin``.

    >>> grid_of((640, 360)), grid_of((640, 360), (5, 8))
    ((80, 45), (81, 45))
    """
    return -(-(size[0] + origin[0] % BLOCK) // BLOCK), -(-(size[1] + origin[1] % BLOCK) // BLOCK)


@dataclass
class Layer:
    """A picture of the canvas' size. ``version`` must rise when the pixels change: the OpenGL painter uploads only then.

    ``area``: outside it the pixels mean nothing; None = all of them count.
    """

    surface: pygame.Surface
    version: int = 0
    area: Rect | None = None


@dataclass(frozen=True)
class Grade:
    """Colour of a place, applied after light: colour = mix(grey, colour, saturation) * gain + lift."""

    saturation: float = 1.0
    """0..1: painters can only take colour away."""
    gain: Colour = (1.0, 1.0, 1.0)
    lift: Colour = (0.0, 0.0, 0.0)
    """-1..1"""
    vignette: float = 0.4


@dataclass(frozen=True)
class Fog:
    """Low drifting mist over the whole picture, lit by the light map. Rooms use view/weather.py's, which spares faces."""

    density: float = 0.0
    colour: Colour = (0.6, 0.65, 0.8)
    scroll: tuple[float, float] = (6.0, 1.5)
    """px/s"""


@dataclass
class Scene:
    """One world as seen now: (albedo + fog) * light * 2 + emissive, then the grade. Light 128 = unchanged."""

    albedo: Layer
    light: Layer
    emissive: Layer
    grade: Grade = field(default_factory=Grade)
    fog: Fog = field(default_factory=Fog)


@dataclass(frozen=True)
class Lens:
    """The adder stone held up. ``amount`` drains the world outside; ``radius`` is the mean radius of the hole."""

    x: float
    y: float
    radius: float = 60.0
    amount: float = 1.0
    glow: Colour = (0.30, 0.95, 1.0)
    """Colour of the soul nearest to it: rim and halo."""


BAKED = -1.0
"""Integrity of a block that is gone, and that the scene itself shows as gone."""
STANDS = 0.85
"""From this integrity up a block stands."""


@dataclass
class Crumble:
    """integrity (rows, columns) float32: 1 = stands, 0 = gone, between = loosens (1 .. 0.85), then tilts and falls.

    Blocks lie on the map's grid, not the canvas': the first one holds the map's px ``origin``, which is the canvas' top
    left. Whatever is random about a block, and the white nothing behind it, keep to the map too.
    """

    integrity: npt.NDArray[np.float32]
    centre: tuple[float, float] = (320.0, 190.0)
    """Pieces drift away from here, canvas px."""
    origin: tuple[int, int] = (0, 0)
    spared: Sequence[tuple[Mask, tuple[int, int]]] = ()
    """(shape, top left on the canvas) of who is drawn after the crumble: people."""


@dataclass(frozen=True)
class Passage:
    """The tunnel behind the little door. ``pulse`` 0..1 is the squeeze that runs from the far mouth to the near one."""

    travel: float
    """Chambers passed."""
    pulse: float = 0.0
    strength: float = 1.0
    centre: tuple[int, int] = (330, 160)


@dataclass
class Bloom:
    """Palette bloom: the other scene opens like a flower from (x, y)."""

    into: Scene
    x: float
    y: float
    amount: float


@dataclass
class Frame:
    """All that one picture shows."""

    scene: Scene
    time: float = 0.0
    truth: Scene | None = None
    """What the stone shows; same light as ``scene`` unless it brings its own."""
    lens: Lens | None = None
    crumble: Crumble | None = None
    passage: Passage | None = None
    bloom: Bloom | None = None
    stitches: float = 0.0
    """0..3 sewn round the border, 3..4 the picture closes."""
    stone: float = 0.0
    """px; the radius the stone in her pocket will have: painters bake for it, a step a picture. 0: she has none."""
    over: Sequence[tuple[pygame.Surface, tuple[int, int]]] = ()
    """Actors drawn over the passage."""
    veil: tuple[int, int, int] = (0, 0, 0)
    veiled: float = 0.0
    """A flat colour over the picture, under the interface: the story's fades."""
    calm: bool = False
    """Reduced motion: still grain, no wobble, no split colours, no trembling, a pulse that only lightens."""
    paint_over: Callable[[pygame.Surface], None] | None = None
    """The interface, drawn last and at logical size."""


class Painter(Protocol):
    """Both painters keep this. ``size`` is the size of the picture that ``read`` returns, ``canvas`` the logical one."""

    size: Size
    canvas: Size
    is_opengl: bool

    def draw(self, frame: Frame) -> None:
        """Paints the frame into the painter's own target. Changes nothing in the frame."""

    def read(self) -> npt.NDArray[np.uint8]:
        """The last picture as (height, width, 3) u8. Slow; for tests and screenshots."""

    def warm(self) -> Iterator[None]:
        """Bakes what later effects need, a little at each next(): one step a frame after loading."""

    def close(self) -> None:
        """Lets go of what it holds. Safe twice."""
