"""The photograph of the twins, brown with age: one frowns, one is about to laugh and has a doll under her arm.

photo_twins.png (200 x 140 with its border); photo_twins.json: where the faces and the doll are, for her eye to go to.
"""

from __future__ import annotations

import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np

from tools.make_art.actors import atlas, hair, paint, portraits, sdf
from tools.make_art.actors import cast_other as other
from tools.make_art.actors.rig import Human, P, Pose, _arm_parts, _head_parts, _leg_parts, _torso_parts, head_centre
from tools.make_art.actors.sdf import Part, cap, ell, frus, part_moved, part_scaled, rot_x, rot_y, rot_z, tor
from tools.make_art.core.field import Array, bayer, grid, noise
from tools.make_art.core.ramps import ramp

W, H = 200, 140
SEPIA = ramp("1e120e 3a251a 5a3c29 7d573b a27a55 c49c74 dfbf96 f0dab4 f9edd2")
PAPER = ramp("8a7050 b89c74 d8c096 eedcb4 f8ecd0")
GIRLS = ((62, -1), (134, 1))
"""Middle of each girl, and which way she leans."""


def _pinafore(p: Pose) -> list[Part]:
    """A dark dress, a white pinafore with frilled shoulders, a bow at the neck."""

    def pleat(q, n):
        return 0.10 * np.sin(np.arctan2(q[0], q[2]) * 12) * (q[1] < 4)

    frills = [
        ell((s * (4.6 + 0.3 * k), 11.4 - 1.6 * k, 1.2 + 0.5 * k), (1.9, 1.3, 1.8)) for s in (-1, 1) for k in range(3)
    ]
    return [
        Part("navy", [frus((0, 0), -14, 4, 8.6, 4.0, 0.84, 1.0, 0.75), frus((0, 0), 2, 12.3, 4.0, 4.3, 0.78, 1.0)], 2),
        Part("white", [frus((0, 0.5), -11.5, 3.6, 7.6, 4.1, 0.84, 0.8, 0.75)], 1, pleat),
        Part("white", [cap((-1.8, 9.6, 3.0), (-1.5, 3.6, 3.8), 1.5), cap((1.8, 9.6, 3.0), (1.5, 3.6, 3.8), 1.5)], 0.8),
        Part("white", frills, 0.4),
        Part("cream", [tor((0, 12.0, 0.4), 2.7, 1.0, rot_x(14))], 0),
        Part("black", [cap((0, 10.8, 4.0), (s * 2.2, 10.2, 4.0), 0.9, 1.2) for s in (-1, 1)], 0.3),
    ]


TWIN = Human(
    "twin",
    _pinafore,
    hair.join(hair.cap_hair("black", (8.3, 8.5, 8.1), line=2.6, back=-4), other.plaits("black", "white")),
    other.GFACE,
    skin="brownskin",
    arm_mat="navy",
    hand_mat="brownskin",
    shoulder=4.4,
    head=(7.7, 8.1, 7.5),
)
LOOK = portraits.Look(TWIN, iris="2a1a14", brow="1e1420", lips="5a2424", shade="86503f")
MOODS = {
    -1: portraits.Mood(open=0.84, raise_=-1.6, tilt=-1.5, mouth=-0.85, wide=0.9, turn=-7, nod=3, look=0.6),
    1: portraits.Mood(
        open=0.82, raise_=2.4, mouth=0.9, smirk=0.5, low=0.34, gap=0.22, turn=-13, nod=-3, look=-1.2, blush=0.4
    ),
}


def _girl(side: int) -> np.ndarray:
    """One of them, RGBA (140, 110), seen down to her knees; the middle of the picture is her middle."""
    mood, scale, w = MOODS[side], 2.62, 110
    pose = (
        P(handL=(-4.4, 3.4, 5.4), handR=(4.4, 3.4, 5.4))
        if side < 0
        else P(handL=(-6.6, 2.2, 3.6), handR=(8.6, 3.4, 6.6), lean=-3)
    )
    c = head_centre(TWIN, pose)
    m = rot_y(mood.turn) @ rot_x(mood.nod) @ rot_z(0 if side < 0 else -6)
    parts = _torso_parts(TWIN, pose) + _arm_parts(TWIN, pose, 1.0)
    parts += [part_moved(g, m, tuple(c)) for g in _head_parts(TWIN, pose)]
    if side > 0:
        dolls, doll_head = _doll()
        parts += dolls
    parts = [part_scaled(g, scale) for g in parts]
    cy = 44
    g = sdf.render(parts, (w, H), (w / 2 + 0.5, cy + float(c[1]) * scale), 0, 4, ss=2, far=150)
    rgba, _ = paint.finish(paint.shade(g), 4)
    px = rgba[..., :3].astype(float)
    cv = portraits.Canvas(px, rgba[..., 3] > 0)
    k = TWIN.head[0] * scale / 23.8
    fx = round(w / 2 + TWIN.head[2] * scale * math.sin(math.radians(mood.turn)) * 0.6 + float(c[0]) * scale)
    fy = round(cy + 2 + mood.nod * 0.35)
    for s in (-1, 1):
        ex, ey = fx + s * 8.6 * k, fy + 1
        portraits._eye(cv, LOOK, mood, ex, ey, s, k)
        portraits._brow(cv, LOOK, mood, ex, ey, s, k)
    cv.curve(fx, fx + 3 * k, lambda u: fy + 8 * k + (1 - u * u), LOOK.shade)
    portraits._mouth(cv, LOOK, mood, fx, round(fy + 13 * k), k)
    rgba[..., :3] = np.clip(px, 0, 255)
    if side > 0:
        hx, hy = doll_head
        _doll_face(rgba, round(w / 2 + hx * scale), round(cy + float(c[1]) * scale - hy * scale))
    return rgba


def _doll() -> tuple[list[Part], tuple[float, float]]:
    """The doll under the right girl's arm, and where its face is (in the girl's own units, y up)."""
    doll = replace(other.DOLL, hand_mat="cream")
    held = P(armL=30, armR=10, out=0.2)
    c = head_centre(doll, held)
    parts = _torso_parts(doll, held) + _arm_parts(doll, held, 1.0) + _leg_parts(doll, held, 1.0)
    parts += [part_moved(g, rot_y(0), tuple(c)) for g in _head_parts(doll, held)]
    parts.append(Part("white", [cap((s * 1.3, 9.6, 2.2), (s * 1.8, 4.6, 3.0), 1.3) for s in (-1, 1)], 0))
    lean, size, at = rot_z(-52), 0.80, np.array([8.2, TWIN.leg + 3.2, 4.0])
    out = [part_moved(part_scaled(part_moved(g, np.eye(3), (0, -8, 0)), size), lean, tuple(at)) for g in parts]
    head = lean @ ((c - np.array([0, 8, 0])) * size) + at
    return out, (float(head[0]), float(head[1]))


def _doll_face(rgba: np.ndarray, x: int, y: int) -> None:
    """Two buttons and a seam of a mouth, on its side as the doll is."""
    for dx, dy in ((-3, -4), (2, 3)):
        for ox in (-1, 0, 1):
            for oy in (-1, 0, 1):
                rgba[y + dy + oy, x + dx + ox, :3] = (16, 12, 20)
        rgba[y + dy - 1, x + dx - 1, :3] = (190, 190, 200)
    for k in range(5):
        rgba[y + 3 - k, x - 4 - (k in (1, 2, 3)), :3] = (70, 30, 30)


def _backdrop() -> Array:
    """A brick wall, a sill, an espalier; out of focus, as they were standing in front of it. Tone 0..1."""
    y, x = grid(H, W)
    v = 0.60 + 0.10 * (noise(H, W, 6, 8, 2, 2) - 0.5)
    row = y // 9
    joint = (y % 9 < 1) | ((x + (row % 2) * 9) % 18 < 1)
    v = np.where(y < 104, v - 0.07 * joint + 0.05 * (noise(H, W, 16, 12, 7) - 0.5), v)
    window = (np.abs(x - 100) < 13) & (y > 8) & (y < 66)
    v = np.where(window, 0.26 + 0.10 * ((x + y) % 23 < 4), v)
    v = np.where((np.abs(np.abs(x - 100) - 14) < 1.6) & (y > 6) & (y < 68), 0.78, v)
    v = np.where(
        (np.abs(x - 100) < 14) & ((np.abs(y - 7) < 1.6) | (np.abs(y - 37) < 1.2) | (np.abs(y - 67) < 2)), 0.78, v
    )
    leaves = noise(H, W, 26, 34, 5) > 0.62
    for cx in (14, 188):
        bush = np.hypot((x - cx) / 26, (y - 62) / 58) + 0.16 * noise(H, W, 12, 16, 9) < 1
        v = np.where(bush, np.where(leaves, 0.46, 0.30), v)
    return np.where(y >= 104, 0.50 + 0.05 * ((x * 0.3 + y) % 11 < 3) - 0.003 * (y - 104), v)


def picture() -> np.ndarray:
    """RGBA (140, 200)."""
    v = _backdrop()
    y, x = grid(H, W)
    for cx, side in GIRLS:
        girl = _girl(side)
        x0 = cx - girl.shape[1] // 2
        shade = np.hypot((x - cx - 7) / 34, (y - 150) / 60) < 1
        v = np.where(shade & (y > 92), v - 0.10, v)
        lo, hi = max(x0, 0), min(x0 + girl.shape[1], W)
        part = girl[:, lo - x0 : hi - x0]
        light = part[..., :3].astype(float) @ np.array([0.35, 0.45, 0.2]) / 255
        on = part[..., 3] > 0
        v[:, lo:hi] = np.where(on, np.clip(0.04 + light * 1.02, 0, 1), v[:, lo:hi])
    v = (
        v * (1 - 0.30 * np.clip(np.hypot((x - 100) / 118, (y - 66) / 84) - 0.55, 0, 1)) + 0.06
    )  # faded, darker towards the rim
    v += 0.05 * (noise(H, W, 40, 60, 21) - 0.5)
    fade = np.clip((x - 150) / 60, 0, 1) * np.clip((50 - y) / 60, 0, 1)
    v += 0.24 * fade  # where the sun of some window lay on it
    tone = np.clip(v * (len(SEPIA) - 1) + (bayer(H, W) - 0.5) * 0.18, 0, len(SEPIA) - 1)
    out = np.zeros((H, W, 4))
    out[..., :3] = SEPIA[np.round(tone).astype(int)]
    out[..., 3] = 255
    _paper(out, y, x)
    return np.clip(out, 0, 255).astype(np.uint8)


def _paper(im: Array, y: Array, x: Array) -> None:
    """White border with a deckled edge, a creased corner, a fold, one brown ring of a cup."""
    e = np.minimum(np.minimum(x, W - 1 - x), np.minimum(y, H - 1 - y))
    worn = noise(H, W, 14, 20, 3)
    border = e < 9
    tone = np.clip(3 + (worn > 0.72) - (worn < 0.26), 0, 4)
    im[border, :3] = PAPER[tone][border]
    im[(e == 8), :3] = SEPIA[2]
    im[(e == 7), :3] = PAPER[2]
    fold = np.abs(x - 99 - 1.2 * np.sin(y * 0.07)) < 0.6
    im[fold, :3] = np.minimum(im[fold, :3] * 0.6 + np.array([150, 130, 100]) * 0.6, 255)
    im[np.roll(fold, 1, 1), :3] *= 0.82
    crease = np.abs((x - W + 28) + (y - H + 4)) < 0.8
    crease &= (x > W - 34) & (y > H - 34)
    im[crease, :3] = PAPER[4]
    im[np.roll(crease, 1, 0), :3] *= 0.78
    ring = np.abs(np.hypot(x - 26, y - 118) - 17) < 1.2
    im[ring & (worn > 0.35), :3] = im[ring & (worn > 0.35), :3] * 0.72 + np.array([70, 44, 20]) * 0.18
    wave = np.sin(x * 0.9) * 0.5 + np.sin(y * 0.8) * 0.5
    im[e + wave < 0.5, 3] = 0
    corner = (np.minimum(x, W - 1 - x) + np.minimum(y, H - 1 - y)) < 3
    im[corner, 3] = 0
    solid = im[..., 3] > 0
    rim = solid & ~(np.roll(solid, 1, 0) & np.roll(solid, -1, 0) & np.roll(solid, 1, 1) & np.roll(solid, -1, 1))
    im[rim, :3] = PAPER[0]


def write(out: Path) -> list[Path]:
    """photo_twins.png and photo_twins.json."""
    files = [out / "photo_twins.png", out / "photo_twins.json"]
    atlas.save_png(files[0], picture())
    spots = {"left": [GIRLS[0][0], 51], "right": [GIRLS[1][0], 51], "doll": [GIRLS[1][0] + 40, 80]}
    files[1].write_text(json.dumps({"size": [W, H], "border": 9, "spots": spots}) + "\n", encoding="utf-8")
    return files
