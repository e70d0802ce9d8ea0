"""What is done to finished frames: a body turned over and over in the air, a ghost out of nothing, buttons that come off."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from tools.make_art.actors import cast_other as other
from tools.make_art.actors import rig
from tools.make_art.actors.rig import Frame, Human, Pose

TURN_DEG = 60
BAYER = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]]) / 16
NAMES = ("coraline", "coraline_pyjamas", *(g.name for g in other.GHOSTS))
"""Whose frames are worked on: their cache counts this file."""


def finish(s: Human, name: str, i: int, n: int, p: Pose, d: str, fr: Frame) -> Frame:
    """Frame ``i`` of ``n`` of an animation, after it was drawn."""
    if name == "tumble":
        return _turned(s, fr, -TURN_DEG * i)
    if s.ghost and name in ("appear", "vanish"):
        k = (i + 1) / n
        return _misty(s, fr, k if name == "appear" else 1 - i / n, i)
    if s.ghost and name == "mend":
        return _mended(s, p, d, i, fr)
    return fr


def _twice(a: np.ndarray) -> np.ndarray:
    """Scale2x of an (h, w) array of colour numbers: corners are cut, no new colours."""
    up, down = np.roll(a, 1, 0), np.roll(a, -1, 0)
    left, right = np.roll(a, 1, 1), np.roll(a, -1, 1)
    out = np.empty((a.shape[0] * 2, a.shape[1] * 2), a.dtype)
    out[::2, ::2] = np.where((left == up) & (left != down) & (up != right), left, a)
    out[::2, 1::2] = np.where((up == right) & (up != left) & (right != down), right, a)
    out[1::2, ::2] = np.where((down == left) & (down != right) & (left != up), left, a)
    out[1::2, 1::2] = np.where((right == down) & (right != up) & (down != left), right, a)
    return out


def _turned(s: Human, fr: Frame, angle: float) -> Frame:
    """The whole picture turned about the middle of the body, clockwise; no colour is mixed."""
    h, w = fr.rgba.shape[:2]
    size = 2 * max(h, w)
    flat = fr.rgba.reshape(-1, 4)
    colours, number = np.unique(flat, axis=0, return_inverse=True)
    # an upright figure in the middle of a square, four times as large
    cx, cy = int(s.anchor[0]), int(s.anchor[1]) - round((s.leg + s.torso * 0.6) * 0.94)
    none = int(np.flatnonzero(colours[:, 3] == 0)[0])
    square = np.full((size, size), none)
    square[size // 2 - cy : size // 2 - cy + h, size // 2 - cx : size // 2 - cx + w] = number.reshape(h, w)
    big = _twice(_twice(square))
    a = math.radians(-angle)
    y, x = np.mgrid[0:h, 0:w]
    X, Y = (x - cx) * math.cos(a) + (y - cy) * math.sin(a), -(x - cx) * math.sin(a) + (y - cy) * math.cos(a)
    bx = np.clip(np.round((X + size // 2 + 0.5) * 4 - 0.5).astype(int), 0, big.shape[1] - 1)
    by = np.clip(np.round((Y + size // 2 + 0.5) * 4 - 0.5).astype(int), 0, big.shape[0] - 1)
    rgba = colours[big[by, bx]].astype(np.uint8)
    sx = np.clip(np.round(X + cx).astype(int), 0, w - 1)
    sy = np.clip(np.round(Y + cy).astype(int), 0, h - 1)
    nrm = fr.normal[sy, sx].copy()
    nx, ny = nrm[..., 0].copy(), nrm[..., 1].copy()
    nrm[..., 0], nrm[..., 1] = nx * math.cos(a) + ny * math.sin(a), -nx * math.sin(a) + ny * math.cos(a)
    return Frame(rgba, nrm, fr.depth[sy, sx], fr.points)


def _misty(s: Human, fr: Frame, k: float, i: int) -> Frame:
    """So much of a ghost (0..1): from a waving thread of light upwards and outwards."""
    h, w = fr.rgba.shape[:2]
    y, x = np.mgrid[0:h, 0:w]
    rgba = fr.rgba.copy()
    if k < 1:
        for row in range(h):
            rgba[row] = np.roll(rgba[row], round((1 - k) * 5.0 * math.sin(row * 0.28 + i * 1.7)), 0)
    mid = np.abs(x - s.anchor[0]) / 17.0
    thin = k * 1.75 - mid * 0.62 - np.clip((s.anchor[1] - 30 - y) / 70, -0.15, 0.4)
    keep = (rgba[..., 3] > 0) & (thin > BAYER[y % 4, x % 4] * 0.9)
    edge = keep & (thin < BAYER[y % 4, x % 4] * 0.9 + 0.22) & (k < 1)
    rgba[~keep] = 0
    light = np.array([240, 255, 255])
    rgba[edge, :3] = (rgba[edge, :3] * 0.35 + light * 0.65).astype(np.uint8)
    if k < 0.45:
        rgba[keep, :3] = (rgba[keep, :3] * 0.5 + light * 0.5).astype(np.uint8)
    return Frame(rgba, fr.normal, fr.depth, fr.points)


def _mended(s: Human, p: Pose, d: str, i: int, fr: Frame) -> Frame:
    """Buttons loosen, drop and are gone; light; then eyes. Frames 0-1 as ever, 2-4 falling, 5 white, 6-9 mended."""
    eyes = next(m for m in other.MENDED if m.name.startswith(s.name.removesuffix("_mended")))
    if i >= 2:
        face = replace(eyes.face, eyes="kid")
        fr = rig.draw(replace(s, name=s.name + "@mended", face=face), replace(p, face="sleep" if i < 7 else p.face), d)
    rgba = fr.rgba.copy()
    if 2 <= i <= 4 and d != "up":
        hx, hy = fr.points["head"]
        fall = (0, 2, 7, 15)[i - 1]
        for sx in (-4, 3) if d == "down" else ((4,) if d == "right" else (-5,)):
            x, y = int(s.anchor[0]) + hx + sx, int(s.anchor[1]) + hy + 1 + fall
            rgba[y : y + 3, x : x + 2] = (10, 10, 18, 255)
            rgba[y, x] = (160, 232, 255, 255)
            rgba[y - 2 : y, x + 1] = (160, 232, 255, 200)
    if 4 <= i <= 6:
        m = rgba[..., 3] > 0
        k = (0.35, 0.85, 0.45)[i - 4]
        rgba[m, :3] = (rgba[m, :3] * (1 - k) + np.array([248, 255, 255]) * k).astype(np.uint8)
        if i == 5:
            rgba[m, 3] = 245
    return Frame(rgba, fr.normal, fr.depth, fr.points)
