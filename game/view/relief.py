"""The shape of what is painted: normals and heights out of pictures, for light to fall on."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pygame
from pygame import Surface

F32 = npt.NDArray[np.float32]
U8 = npt.NDArray[np.uint8]
FLAT: tuple[float, float, float] = (0.0, 1.0, 0.0)
"""The normal of a floor: x right, y up, z towards the viewer."""
FRONT: tuple[float, float, float] = (0.0, 0.60, 0.80)
"""What is painted onto a prop looks at us, and up a little."""
SHORT = 0.4
"""A normal shorter than this is none."""
FOLIAGE_PX = 1200
"""px without normals from which a prop is a bush or a tree."""


def normals_of(part: Surface, neutral: tuple[float, float, float] = FLAT) -> F32:
    """(3, h, w) unit normals of a normal-map picture; ``neutral`` where it says nothing (clear, or mid grey)."""
    rgb = pygame.surfarray.pixels3d(part)
    n = np.empty((3, rgb.shape[1], rgb.shape[0]), np.float32)
    for i in range(3):
        np.multiply(rgb[..., i].T, np.float32(1 / 127), out=n[i])
    n -= np.float32(1.008)
    d = np.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2])
    n /= np.maximum(d, np.float32(1e-3))
    mute = (d < SHORT) | (pygame.surfarray.pixels_alpha(part).T < 128)
    for i in range(3):
        n[i][mute] = neutral[i]
    return n


def rounded(part: Surface, normals: F32) -> F32:
    """Foliage is painted leaf by leaf and has no normals of its own: its mass is lit as one round thing."""
    rgb = pygame.surfarray.pixels3d(part)
    leaves = pygame.surfarray.pixels_alpha(part) > 127
    for i in range(3):  # within 11 of mid grey
        leaves &= (rgb[..., i] - np.uint8(117)) < 23
    leaves = leaves.T
    if np.count_nonzero(leaves) < FOLIAGE_PX:
        return normals
    rows = np.flatnonzero(leaves.sum(1) > 5)
    top, low = int(rows[0]), int(rows[-1]) + 1
    w = leaves.shape[1]
    left = np.where(leaves.any(1), leaves.argmax(1), w)
    right = np.where(leaves.any(1), w - leaves[:, ::-1].argmax(1), 0)
    x, y = np.arange(w, dtype=np.float32)[None], np.arange(leaves.shape[0], dtype=np.float32)[:, None]
    inside = (x >= left[:, None]) & (x < right[:, None]) & (y >= top) & (y < low)
    u, v = (x - w / 2) / (w / 2) * 0.85, (y - (top + low) / 2) / ((low - top) / 2) * 0.75
    out = normals.copy()
    round_ = (u + 0 * v, 0.35 - v, 0.75 + 0 * u + 0 * v)
    long = np.sqrt(round_[0] ** 2 + round_[1] ** 2 + round_[2] ** 2)
    for i in range(3):
        out[i] = np.where(inside, round_[i] / long, normals[i])
    return out
