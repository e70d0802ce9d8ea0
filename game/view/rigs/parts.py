"""What of the Beldam is drawn beforehand: abdomen and head from eight sides, four faces."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pygame
from pygame import Rect, Surface

from game.view.assets import Pose
from game.view.pictures import load, read
from game.view.relief import F32

WAYS = ("down", "down_right", "right", "up_right", "up", "up_left", "left", "down_left")
KINDS = ("abdomen", "head_neutral", "head_snarl", "head_blind", "head_hurt")
RED = (160, 110)
"""An eye shines where it is redder than the first and less green than the second."""
TILT_STEP = 4
FINE = 4
"""A head is tilted at so many times its size, so that its pixels stay its own."""


class Parts:
    """``pose(kind, way)`` is a part's picture, its offset from the joint it hangs on; ``normals`` what light asks for."""

    name = "beldam"

    def __init__(self, folder: Path) -> None:
        table = json.loads((folder / "beldam.json").read_text(encoding="utf-8"))
        sheet, bumps = load(folder / "beldam.png"), read(folder / "beldam_n.png")
        self._poses: dict[str, Pose] = {}
        self._slopes: dict[int, tuple[Surface, F32]] = {}
        self._glows: dict[int, tuple[Surface, Surface]] = {}
        self._tilted: dict[tuple[str, int], Pose] = {}
        for kind in KINDS:
            for way in WAYS:
                entry = table["parts"][f"{kind}_{way}"]
                r = Rect(entry["rect"])
                picture = sheet.subsurface(r).copy()
                pose = Pose(picture, (-int(entry["pivot"][0]), -int(entry["pivot"][1])), 1, {}, r)
                self._poses[f"{kind}_{way}"] = pose
                self._slopes[id(picture)] = (picture, _slopes(bumps.subsurface(r)))

    def pose(self, kind: str, degrees: float, tilt: float = 0.0) -> Pose:
        """The part as it looks when it faces that way; ``tilt`` degrees to its side."""
        name = f"{kind}_{WAYS[round((90 - degrees) / 45) % 8]}"
        pose = self._poses[name]
        step = round(tilt / TILT_STEP)
        if not step:
            return pose
        if (name, step) not in self._tilted:
            self._tilted[name, step] = self._turned(pose, step * TILT_STEP)
        return self._tilted[name, step]

    def _turned(self, pose: Pose, degrees: float) -> Pose:
        w, h = pose.picture.get_size()
        px, py = -pose.offset[0], -pose.offset[1]
        half = max(px, py, w - px, h - py) + 2
        wide = Surface((2 * half, 2 * half), pygame.SRCALPHA, 32)
        wide.blit(pose.picture, (half - px, half - py))
        big = wide
        for _ in range(2):
            big = pygame.transform.scale2x(big)
        big = pygame.transform.rotate(big, degrees)
        side = big.get_width() // FINE
        picture = pygame.transform.scale(big, (side, side))
        return Pose(picture, (-side // 2, -side // 2), 1, {}, Rect(0, 0, 0, 0))

    def normals(self, pose: Pose) -> F32 | None:
        """(3, h, w) of a part; None for one that is tilted."""
        kept = self._slopes.get(id(pose.picture))
        return kept[1] if kept is not None else None

    def eyes(self, pose: Pose) -> Surface:
        """What shines of a face, on black."""
        kept = self._glows.get(id(pose.picture))
        if kept is None:
            kept = self._glows[id(pose.picture)] = (pose.picture, _eyes(pose.picture))
        return kept[1]


def _slopes(bumps: Surface) -> F32:
    x, y = pygame.surfarray.array_red(bumps).T, pygame.surfarray.array_green(bumps).T
    n = np.zeros((3, *x.shape), np.float32)
    for i, v in enumerate((x, y)):
        n[i] = v.astype(np.float32) / np.float32(127.5) - 1
    n[2] = np.sqrt(np.maximum(1 - n[0] ** 2 - n[1] ** 2, 0))
    return n


def _eyes(picture: Surface) -> Surface:
    out = Surface(picture.get_size(), 0, 32)
    colours = pygame.surfarray.array3d(picture)
    there = pygame.surfarray.array_alpha(picture) > 0
    red = (colours[:, :, 0] > RED[0]) & (colours[:, :, 1] < RED[1]) & there
    rows = np.nonzero(red.any(0))[0]
    if rows.size:  # the mouth is red too, and does not shine
        red[:, int(rows[0]) + 6 :] = False
    pixels = pygame.surfarray.pixels3d(out)
    pixels[red] = (210, 26, 40)
    return out
