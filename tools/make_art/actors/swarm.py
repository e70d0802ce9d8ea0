"""What walks by itself in the last game: a sewing box on needle legs, rats in the mice's hats, and the man they make."""

from __future__ import annotations

import functools
import itertools
import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from tools.make_art.actors import paint, sdf
from tools.make_art.actors.creatures import DIR8, TAU, CAnim, CPose, Creature, Decal
from tools.make_art.actors.creatures import draw as sdf_draw
from tools.make_art.actors.rig import Frame, bend
from tools.make_art.actors.sdf import (
    Part,
    Shape,
    beside,
    box,
    cap,
    ell,
    frus,
    part_moved,
    part_scaled,
    rot_x,
    rot_z,
    tor,
)

Vec3 = tuple[float, float, float]


# --- the sewing box -------------------------------------------------------------------------------------------------
def _quilting(q: np.ndarray, n: np.ndarray) -> np.ndarray:
    """Satin held down by stitches in a lattice."""
    a, b = (q[0] + q[2]) / 5.2, (q[0] - q[2]) / 5.2
    seam = np.minimum(np.abs(a - np.round(a)), np.abs(b - np.round(b)))
    return np.asarray(np.where(n[1] > 0.2, 0.10 * np.clip(seam * 4, 0, 1) - 0.26 * (seam < 0.09), 0))


def _boards(q: np.ndarray, n: np.ndarray) -> np.ndarray:
    return np.asarray(0.05 * np.sin(q[1] * 2.4 + 0.5 * np.sin(q[0] * 0.4)) - 0.18 * (np.abs(q[1] - 14.6) < 0.35))


def _needle_legs(p: CPose, low: float) -> list[Shape]:
    """Six, in two threes that take turns."""
    out: list[Shape] = []
    for side in (-1, 1):
        for k, z in enumerate((6.4, 0.0, -6.4)):
            turn = (p.get("ph", 0) + 0.5 * ((k + (side > 0)) % 2)) * TAU
            step, up = (math.sin(turn) * 3.0, max(0.0, math.cos(turn)) * 3.4) if "ph" in p else (0.0, 0.0)
            out_x = 16.4 - 1.4 * low - 2.6 * p.get("draw", 0) * (k == 0)
            hip = np.array([side * 9.6, 11.6 - low * 3, z * 0.8])
            foot = np.array([side * out_x, 0.3 + up, z * 1.5 + step])
            if k == 0 and p.get("reach"):  # the front pair goes for her
                foot = np.array([side * 9.0, 9.0, z + 13.0])
            knee = bend(hip, foot, 9.0, 15.6, np.array([side * 0.5, 1.0, 0.0]))
            out += [cap(tuple(hip), tuple(knee), 0.95, 0.85), cap(tuple(knee), tuple(foot), 0.85, 0.25)]
    return out


def sewing_box(p: CPose) -> tuple[list[Part], np.ndarray]:
    """Old wood, a lid of padded satin with pins in it. lid: degrees; low: 0..1 crouch; feel: feelers 0..1; jab: 0..1."""
    low, lid = p.get("low", 0), p.get("lid", 3)
    b = p.get("bob", 0) - low * 4
    y0, y1 = 9.4 + b, 18.6 + b
    out = [
        Part("needle", _needle_legs(p, low), 0.2),
        Part("wood", [box((0, (y0 + y1) / 2, 0), (10.6, (y1 - y0) / 2, 7.6), 0.9)], 0, _boards),
        Part(
            "gold",
            [
                box((s * 10.0, y, z), (1.2, 1.3, 1.2), 0.5)
                for s in (-1, 1)
                for y in (y0 + 1.2, y1 - 1.0)
                for z in (-7.0, 7.0)
            ],
            0,
        ),
    ]
    hinge, lift = (0.0, y1 + 0.2, -7.4), rot_x(-lid)

    def on_lid(g: Part) -> Part:
        return part_moved(g, lift, hinge)

    pins: list[tuple[str, Vec3, Vec3]] = [
        ("clip", (-5.6, 5.0, 5.0), (-7.4, 9.4, 4.4)),
        ("peacock", (-1.6, 5.6, 9.0), (-1.8, 10.6, 9.6)),
        ("glow", (4.2, 5.4, 4.6), (6.0, 10.4, 3.6)),
        ("clip", (6.6, 4.6, 10.4), (9.0, 8.4, 11.4)),
        ("silk", (1.4, 5.8, 7.0), (1.6, 9.6, 6.4)),
    ]
    out += [
        on_lid(Part("wood", [box((0, 0.9, 7.5), (11.0, 1.0, 8.0), 0.6)], 0)),
        on_lid(Part("rose", [ell((0, 1.6, 7.5), (10.4, 4.6, 7.6))], 0, _quilting)),
        on_lid(Part("needle", [cap(a, c, 0.35) for _, a, c in pins], 0)),
        *(on_lid(Part(m, [ell(c, 1.05)], 0)) for m, _, c in pins),
        on_lid(Part("gold", [box((0, 0.2, 15.6), (1.5, 1.6, 0.7), 0.4)], 0)),
    ]
    if lid > 8:
        out.append(Part("black", [box((0, y1 - 0.2, 0), (9.6, 0.5, 6.6), 0.2)], 0))
        spools = (("teal", -5.6, 2.0), ("rose", 0.4, -2.2), ("gold", 5.6, 1.6))
        out += [Part(m, [frus((x, z), y1 - 0.6, y1 + 2.4, 2.3, 2.3, 1, 0.5)], 0) for m, x, z in spools]
    if feel := p.get("feel", 0):
        for s in (-1, 1):
            sway = s * (1.4 + p.get("tremble", 0))
            pts = [
                np.array([s * 3.4, y1 + 0.6, 6.6]),
                np.array([s * 4.6 + sway * 0.4, y1 + 1.6 + 4 * feel, 8.6]),
                np.array([s * 5.6 + sway, y1 + 1.6 + 9 * feel, 8.8]),
                np.array([s * 8.0 + sway * 1.3, y1 + 1.6 + 11.4 * feel, 9.8]),
            ]
            out.append(
                Part(
                    "cream" if s < 0 else "red",
                    [
                        cap(tuple(a), tuple(c), 0.8 if s < 0 else 0.55, 0.7 if s < 0 else 0.45)
                        for a, c in itertools.pairwise(pts)
                    ],
                    0.2,
                    (lambda q, n: -0.4 * ((q[1] % 2.4) < 0.7)) if s < 0 else None,
                )
            )
    if jab := p.get("jab", 0):
        tip = np.array([0, y1 + 5 + 5 * jab, 7.0 + 9 * jab])
        root = np.array([0, y1, 1.5])
        spread = 2.6 + p.get("snip", 0) * 1.8
        blades = [
            cap(tuple(beside(root, s * 1.0, 0, 0)), tuple(beside(tip, -s * spread, 0, 0)), 1.1, 0.3) for s in (-1, 1)
        ]
        thin = [cap((x, y1, 2.0), (x * 2.1, y1 + 4 + 4 * jab, 6.0 + 5 * jab), 0.5, 0.2) for x in (-7.0, -4.4, 4.4, 7.0)]
        out += [Part("metal", blades, 0), Part("needle", thin, 0)]
    return out, np.array([0, y1, 0.0])


_breath = (3.0, 4.5, 6.0, 4.5)
BOX_ANIMS = {
    "idle": CAnim(tuple({"lid": v, "bob": -0.4 * (i == 2)} for i, v in enumerate(_breath)), (26, 14, 26, 14)),
    "walk": CAnim(
        tuple({"ph": i / 6, "lid": 3 + 4 * (i % 3 == 1), "bob": 0.5 * (i % 3 == 0)} for i in range(6)),
        (5,) * 6,
        tags=("tick:0", "tick:3"),
    ),
    "listen": CAnim(
        tuple({"lid": 22 + 2 * (i % 2), "feel": 1.0, "tremble": t} for i, t in enumerate((0, 1.6, -0.8, 1.0))),
        (7, 5, 9, 5),
    ),
    "alert": CAnim(
        (
            {"lid": 14, "feel": 0.5, "low": 0.6},
            {"lid": 40, "feel": 1.0, "bob": 1.6, "tremble": 1},
            {"lid": 34, "feel": 0.9},
        ),
        (6, 8, 30),
        False,
        tags=("told:1",),
    ),
    "pounce": CAnim(
        (
            {"lid": 26, "low": 1.0, "feel": 0.3},
            {"lid": 62, "low": 0.2, "jab": 0.5, "snip": 1.0, "draw": 1.0},
            {"lid": 78, "jab": 1.0, "reach": 1.0, "snip": 1.0, "bob": 1.0},
            {"lid": 66, "jab": 0.9, "reach": 1.0, "low": 0.4},
        ),
        (12, 4, 5, 12),
        False,
        tags=("hit:2",),
    ),
}
SEWING_BOX = Creature(
    "sewing_box",
    sewing_box,
    BOX_ANIMS,
    {"down": 0, "right": 62, "up": 180, "left": 298},
    frame=(72, 72),
    anchor=(36.5, 52),
    pitch=26,
    shadow=(14, 6),
    hurt=(24, 14),
)


# --- rats -----------------------------------------------------------------------------------------------------------
def hatted_rat(p: CPose) -> tuple[list[Part], np.ndarray]:
    """A rat that has kept its hat. gallop ph, stretch; stand, eat, panic (hat flies up), climb (upright, belly shown)."""
    b, st = p.get("bob", 0), p.get("stand", 0)
    long = p.get("long", 0)
    paws: list[Shape] = []
    if st:
        hips, chest = np.array([0, 2.8, -0.8]), np.array([0, 7.0 + b, 0.4])
        body = [cap(tuple(chest), tuple(hips), 2.1, 2.9)]
        hd = np.array([p.get("tilt", 0), 9.8 + b, 1.6])
        ax, ay, az = p.get("ax", 1.4), p.get("ay", 5.6), p.get("az", 3.2)
        paws = [cap((s * 1.8, 6.6 + b, 1.2), (s * ax, ay + b, az), 0.8, 0.65) for s in (-1, 1)]
        paws += [ell((s * 1.8, 0.6, 2.0), (1.1, 0.8, 1.8)) for s in (-1, 1)]
        pt = np.array([0, 1.2, -3.4])
    else:
        f = p.get("ph", 0) * TAU
        hop = max(0.0, math.sin(f)) * 1.3 if "ph" in p else 0.0
        chest = np.array([0, 3.0 + b + hop, 2.4 + long])
        hips = np.array([0, 3.4 + b + hop * 0.6, -2.6 - long * 0.6])
        body = [cap(tuple(chest), tuple(hips), 2.1, 2.8)]
        hd = np.array([0, 4.0 + b + hop - p.get("nose", 0), 5.6 + long])
        for s, front in ((-1, True), (1, True), (-1, False), (1, False)):
            reach = (1 if front else -1) * (0.6 + long * 1.3) if "ph" in p else 0.0
            lag = 0.5 * s * math.cos(f) if "ph" in p else 0.0
            root = chest if front else hips
            foot = (s * 2.0, 0.6 + hop * 0.8, root[2] + reach + lag)
            paws.append(cap((s * 1.6, root[1] - 0.6, root[2]), foot, 1.0, 0.75))
        pt = np.array([0, 3.0 + b, -5.2 - long * 0.6])
    head = [
        ell(tuple(hd), (2.6, 2.3, 2.8)),
        cap(tuple(beside(hd, 0, -0.4, 1.6)), tuple(beside(hd, 0, -0.8, 4.0)), 1.6, 0.7),
    ]
    flat = p.get("flat", 0)
    ears = [
        ell(tuple(beside(hd, s * (2.1 + 0.5 * flat), 1.9 - 1.2 * flat, -1.2 - flat)), (1.4, 1.5 - 0.6 * flat, 0.7))
        for s in (-1, 1)
    ]
    tail: list[Shape] = []
    for i in range(6):
        wave = math.sin(p.get("tail", 0) + i * 0.9)
        nx = beside(pt, wave * 0.9, (0.35 if not st else 0.1) * (i - 1.5) * (0.4 + 0.6 * (long > 0)), -1.8)
        nx[1] = max(nx[1], 0.6)
        tail.append(cap(tuple(pt), tuple(nx), 0.75 - 0.07 * i, 0.68 - 0.07 * i))
        pt = nx
    top = beside(hd, 0, 1.6 + p.get("hat", 0), -0.6)
    out = [
        Part("rat", [*body, *paws], 1.0, lambda q, n: 0.10 * np.sin(q[2] * 2.2) * np.sin(q[0] * 2.0 + q[1])),
        Part("rat", head, 0.8),
        Part("rose", ears, 0),
        Part("rose", tail, 0.3),
        Part("red", [frus((top[0], top[2]), top[1], top[1] + 2.6, 1.9, 1.6, 1, 0.4)], 0),
        Part("gold", [ell((top[0], top[1] + 3.1, top[2]), 0.95)], 0),
    ]
    return out, beside(hd, 0, 0, 0.3)


def rat_face(d: str, p: CPose) -> Decal:
    """Red eyes with no white to them; a mouth when it screams."""
    open_ = p.get("mouth", 0)
    if d.startswith("up"):
        return ()
    if d == "down":
        eyes = ((-2, 0, "R"), (-2, 1, "K"), (2, 0, "R"), (2, 1, "K"), (0, 4, "n"))
        return eyes + (((0, 5, "K"), (-1, 5, "K"), (1, 5, "K")) if open_ else ())
    s = 1 if d.endswith("right") else -1
    if d.startswith("down"):
        return ((s * 0, 0, "R"), (s * 4, 1, "R"), (s * 3, 4, "n"))
    return ((s * 2, 0, "R"), (s * 2, 1, "K"), (s * 7, 3, "n")) + (((s * 6, 4, "K"), (s * 5, 4, "K")) if open_ else ())


_gallop = tuple(
    {"ph": i / 6, "long": (0.0, 1.2, 2.2, 2.0, 1.0, 0.0)[i], "tail": i * 0.6, "flat": 0.6, "nose": 0.5}
    for i in range(6)
)
_sits = {"stand": 1.0}
RAT_ANIMS = {
    "run": CAnim(_gallop, (3,) * 6, True, DIR8),
    "walk": CAnim(_gallop, (4,) * 6, True, DIR8),
    "idle": CAnim(({"tail": 0}, {"tail": 0.8, "nose": 0.6}), (22, 14), True, DIR8),
    "stand": CAnim(({**_sits}, {**_sits, "tilt": 0.6, "bob": 0.5, "tail": 0.6}), (14, 9)),
    "eat": CAnim(
        (
            {**_sits, "ax": 0.6, "ay": 7.8, "az": 4.6, "bob": -1.4},
            {**_sits, "ax": 0.8, "ay": 7.0, "az": 4.8, "bob": -1.0},
        ),
        (7, 7),
    ),
    "panic": CAnim(
        tuple(
            {**_sits, "ax": 3.4, "ay": 9.6, "az": 1.6, "flat": 1.0, "mouth": 1, "hat": h, "tilt": t}
            for h, t in ((1.0, -0.8), (2.6, 0.8), (3.2, -0.8), (1.8, 0.8))
        ),
        (3,) * 4,
    ),
    "climb": CAnim(
        (
            {**_sits, "ax": 4.2, "ay": 8.4, "az": 1.2, "flat": 0.4},
            {**_sits, "ax": 3.6, "ay": 9.8, "az": 1.2, "flat": 0.4, "tilt": 0.6},
        ),
        (8, 8),
    ),
    "bow": CAnim(({**_sits, "bob": -1.6, "hat": 0.0}, {**_sits, "bob": -2.4, "hat": -1.0}), (14, 30), False),
}

YAW8 = {
    "down": 0,
    "down_right": 45,
    "right": 76,
    "up_right": 135,
    "up": 180,
    "up_left": 225,
    "left": 284,
    "down_left": 315,
}


def _rat(name: str, hat: str) -> Creature:
    def build(p: CPose) -> tuple[list[Part], np.ndarray]:
        parts, at = hatted_rat(p)
        return [Part(hat, g.shapes, g.k, g.tex) if g.mat == "red" else g for g in parts], at

    return Creature(
        name,
        build,
        RAT_ANIMS,
        dict(YAW8),
        rat_face,
        {"R": "ff5868", "K": "240810", "n": "cc5a68"},
        (48, 44),
        (24.5, 32),
        30,
        1.12,
        shadow=(5, 2),
        hurt=(12, 8),
    )


RATS = [_rat("rat_hat", "red"), _rat("rat_hat_b", "peacock"), _rat("rat_hat_g", "gold")]


# --- the man of rats ------------------------------------------------------------------------------------------------
MAN_FRAME, MAN_ANCHOR, MAN_PITCH, MAN_FAR = (120, 136), (60.5, 116.0), 22.0, 150.0
MAN_YAW = {"down": 0.0, "right": 62.0, "up": 180.0, "left": 298.0}
HATS = ("red", "peacock", "gold", "red", "plum")
_CLIMB = {**_sits, "ax": 3.4, "ay": 8.8, "az": 1.6, "flat": 0.4}


@functools.cache
def _rat_layer(kind: str, phase: int, yaw: int, hat: str) -> tuple[paint.Layer, int, int]:
    """One rat of the heap: (its picture, its anchor in it). kind: run, up (it climbs), hang (head down), fly."""
    pose: dict[str, float] = {"ph": phase / 4, "long": (0.4, 1.6, 1.2, 0.2)[phase % 4], "tail": phase * 1.1}
    if kind in ("up", "hang"):
        pose = {**_CLIMB, "tilt": 0.7 * (phase % 2), "tail": phase * 1.1}
    parts, hd = hatted_rat(pose)
    if kind == "hang":
        parts = [part_moved(g, rot_z(180), (0, 10, 0)) for g in parts]
    if kind == "fly":
        parts = [part_moved(g, rot_x(-40 + 30 * phase), (0, 4, 0)) for g in parts]
    parts = [part_scaled(g, 1.06) for g in parts]
    size, anchor = (44, 44), (22.5, 28.0)
    g = sdf.render(parts, size, anchor, yaw, MAN_PITCH, far=MAN_FAR)
    lay = paint.shade(g, {"red": hat})
    if kind != "hang" and (yaw < 80 or yaw > 280):
        v = sdf.project(hd * 1.06, yaw, MAN_PITCH)
        x, y = round(anchor[0] + v[0] - 0.5), round(anchor[1] + v[1] - 0.5)
        side = "down" if yaw < 30 or yaw > 330 else "right" if yaw < 180 else "left"
        paint.stamp(lay, rat_face(side, {}), x, y, RATS[0].colours)
    return lay, int(anchor[0]), int(anchor[1])


def _set(out: paint.Layer, lay: paint.Layer, x0: int, y0: int, nearer: float) -> None:
    """Put a small layer into a large one, what is nearer in front; ``nearer`` px towards us."""
    h, w = lay.ramp.shape
    H, W = out.ramp.shape
    a, b, c, d = max(0, -y0), min(h, H - y0), max(0, -x0), min(w, W - x0)
    if a >= b or c >= d:
        return
    there = (slice(y0 + a, y0 + b), slice(x0 + c, x0 + d))
    here = (slice(a, b), slice(c, d))
    z = lay.depth[here] - nearer
    m = (lay.ramp[here] >= 0) & (z < out.depth[there])
    out.depth[there][m] = z[m]
    for name in ("ramp", "tone", "normal", "over"):
        getattr(out, name)[there][m] = getattr(lay, name)[here][m]


def _man_bones(p: CPose) -> dict[str, np.ndarray]:
    """Joints. k: how far he has risen; crouch 0..1; lean: degrees forwards; ax, ay, az: a hand, from the chest."""
    k, crouch = p.get("k", 1.0), p.get("crouch", 0)
    tip = rot_x(p.get("lean", 0)) @ rot_z(p.get("sway", 0))
    hips = np.array([p.get("hip", 0), (26 - 15 * crouch) * k + 2 + p.get("up", 0), p.get("ahead", 0)])

    def over(x: float, y: float, z: float) -> np.ndarray:
        return hips + tip @ np.array([x, y * (0.25 + 0.75 * k), z])

    chest, head = over(0, 27, 0), over(0, 44, 2.5)
    out = {"hips": hips, "chest": chest, "head": head, "tip": tip}
    for name, s in (("l", -1), ("r", 1)):
        sh = over(s * 10.5, 31, 0)
        ax, ay, az = (
            p.get(f"{name}x", p.get("ax", 18)),
            p.get(f"{name}y", p.get("ay", -15)),
            p.get(f"{name}z", p.get("az", 4)),
        )
        hand = hips + tip @ np.array([s * ax, (ay + 27) * (0.25 + 0.75 * k), az])
        out["sh_" + name], out["hand_" + name] = sh, hand
        out["el_" + name] = bend(sh, hand, 17.0, 17.0, np.array([s * 0.9, -0.3, -0.5]))
    return out


def _man_coat(p: CPose, j: Mapping[str, np.ndarray]) -> list[Part]:
    """His coat with the gold on it, the arms of it as far as the elbow, and the tall hat."""
    k = p.get("k", 1.0)
    if k < 0.3:
        return []
    tip, hips = j["tip"], j["hips"]

    def put(g: Part) -> Part:
        return part_moved(g, tip, tuple(hips))

    def fray(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        return np.asarray(0.10 * np.sin(np.arctan2(q[0], q[2]) * 11) * np.clip((8 - q[1]) / 10, 0, 1))

    t = 0.25 + 0.75 * k
    out = [
        put(
            Part(
                "red",
                [frus((0, 0), -2, 30 * t, 8.6, 10.0, 0.74, 2.2, 0.9), ell((0, 29 * t, 0.4), (10.4, 5.4, 6.0))],
                2,
                fray,
            )
        ),
        put(
            Part(
                "red",
                [cap((s * 5.0, 2, -4.2), (s * (6.4 + p.get("tails", 0)), -15 * t, -5.4), 3.2, 1.0) for s in (-1, 1)],
                0.6,
            )
        ),
        put(
            Part(
                "gold",
                [
                    cap(
                        (-5.4 + 0.4 * i, 28 * t - 5.0 * i, 6.9 + 0.3 * i),
                        (5.4 - 0.4 * i, 28 * t - 5.0 * i, 6.9 + 0.3 * i),
                        0.75,
                    )
                    for i in range(4)
                ],
                0,
            )
        ),
        put(Part("gold", [ell((s * 11.2, 33 * t, 0), (4.2, 1.8, 3.8)) for s in (-1, 1)], 0)),
        put(Part("gold", [tor((0, 33.6 * t, 0.4), 4.4, 1.1)], 0)),
    ]
    sleeves = [cap(tuple(j[f"sh_{s}"]), tuple(j[f"el_{s}"]), 3.9, 3.5) for s in "lr"]
    out += [Part("red", sleeves, 0), Part("gold", [ell(tuple(j[f"el_{s}"]), 3.9) for s in "lr"], 0)]
    head = j["head"]

    def on_head(g: Part) -> Part:
        return part_moved(g, tip @ rot_z(p.get("cock", 0)), tuple(head))

    out += [
        on_head(
            Part(
                "rat",
                [ell((0, 0, 0), (7.4, 7.6, 7.0))],
                0,
                lambda q, n: 0.22 * np.sin(q[0] * 1.3 + 1) * np.sin(q[1] * 1.5),
            )
        ),
        on_head(Part("red", [frus((0, -0.4), 6.0, 17.0, 7.6, 8.6, 0.96, 1.0)], 0)),
        on_head(
            Part(
                "gold",
                [tor((0, 6.8, -0.4), 7.7, 0.9), tor((0, 16.6, -0.4), 8.4, 0.8), ell((0, 11.4, 7.8), (1.9, 2.2, 0.9))],
                0,
            )
        ),
        on_head(
            Part(
                "peacock",
                [
                    cap((0, 15.5, 5.4), (p.get("plume", 0), 23, 4.0), 1.5, 2.1),
                    ell((p.get("plume", 0) * 1.4, 25, 3.4), (2.4, 2.6, 2.4)),
                ],
                0.8,
            )
        ),
        on_head(Part("black", [ell((0, 5.4, 7.0), (5.8, 0.9, 3.6))], 0)),
        on_head(
            Part(
                "rose",
                [cap((s * 0.6, -3.0, 8.4), (s * 5.4, -4.0, 7.4), 1.3, 1.1) for s in (-1, 1)]
                + [
                    cap((s * 5.4, -4.0, 7.4), (s * 9.6, -7.6 - p.get("plume", 0) * s * 0.4, 6.4), 1.1, 0.4)
                    for s in (-1, 1)
                ],
                0.2,
            )
        ),
    ]
    return out


def _man_rats(p: CPose, j: Mapping[str, np.ndarray]) -> list[tuple[np.ndarray, str, int, int, str]]:
    """(place, kind, phase, yaw in the world, hat) of every rat, from the floor up. Never by chance: the same ones every time."""
    k, ph, fling = p.get("k", 1.0), int(p.get("t", 0)), p.get("fling", 0)
    golden = 2.399963
    out: list[tuple[np.ndarray, str, int, int, str]] = []

    def add(at: np.ndarray, kind: str, i: int, yaw: float) -> None:
        out.append((at, kind, (ph + i) % 4, round(yaw / 45) * 45 % 360, HATS[i % len(HATS)]))

    hips = j["hips"]
    wide = p.get("spread", 1.0)
    for i in range(34):  # the heap he stands in
        a, up = i * golden + 0.10 * ph, (i / 34) ** 0.9
        r = (21 - 13 * up) * wide * (1.15 - 0.15 * k)
        y = up * max(hips[1] - 4, 3)
        at = np.array([hips[0] * up + r * math.sin(a), y, hips[2] * up + 0.72 * r * math.cos(a)])
        kind = "run" if up < 0.3 else ("up", "hang", "up", "run")[i % 4]
        add(at, kind, i, math.degrees(a) + (80 if kind == "run" else 0))
    for s in "lr":  # arms: from the cuff to the hand, the last with its head out
        el, hand = j[f"el_{s}"], j[f"hand_{s}"]
        for i in range(6):
            f = (i + 0.6) / 6
            at = el + (hand - el) * f + np.array([0.9 * math.sin(i * 2.1), -4.6, 1.2 * math.cos(i * 2.1)])
            add(at, "hang" if i % 2 else "up", i + (3 if s == "l" else 0), i * 90 + 20 * ph)
        for i in range(2):
            add(hand + np.array([(i - 0.5) * 5.0, -5.0, 2.0]), "run", i + 1, (i * 2 - 1) * 40)
    if k > 0.3:  # out of the collar and round the head
        head, tip = j["head"], j["tip"]
        for i in range(6):
            a = i * TAU / 6 + 0.52
            add(
                head + tip @ np.array([7.4 * math.sin(a), -11.6 + 1.2 * (i % 2), 5.0 * math.cos(a)]),
                ("up", "hang")[i % 2],
                i,
                math.degrees(a),
            )
        for i, (x, y) in enumerate(((5.8, 15), (-6.0, 5))):  # between the buttons
            at = j["hips"] + tip @ np.array([x, y * (0.25 + 0.75 * k), 6.4])
            add(at, "up" if (i + ph // 2) % 2 else "hang", i, 0)
    if fling:
        for i, (at, _, phase, _, hat) in enumerate(out):
            if i % 3 == 0:
                a = i * golden
                d = fling * (0.7 + 0.3 * math.sin(i * 1.7))
                at2 = at + np.array(
                    [
                        38 * d * math.sin(a),
                        14 * math.sin(min(d, 1.0) * math.pi) - 0.3 * d * at[1] * fling,
                        26 * d * math.cos(a),
                    ]
                )
                at2[1] = max(at2[1], 0)
                out[i] = (at2, "fly" if at2[1] > 4 else "run", phase, round(math.degrees(a) / 45) * 45 % 360, hat)
    return out


def rat_man(c: Creature, p: CPose, d: str) -> Frame:
    """He is drawn rat by rat over his coat."""
    yaw = MAN_YAW[d]
    j = _man_bones(p)
    w, h = MAN_FRAME
    lay = paint.empty(h, w)
    coat = [] if p.get("bare") else _man_coat(p, j)
    if p.get("bare"):
        coat = _fallen_coat()
    if coat:
        g = sdf.render(coat, MAN_FRAME, MAN_ANCHOR, yaw, MAN_PITCH, ss=2, far=MAN_FAR)
        _set(lay, paint.shade(g), 0, 0, 0)
    if not p.get("bare"):
        for at, kind, phase, turn, hat in _man_rats(p, j):
            small, ax, ay = _rat_layer(kind, phase, round((turn + yaw) / 45) * 45 % 360, hat)
            v = sdf.project(at, yaw, MAN_PITCH)
            _set(lay, small, round(MAN_ANCHOR[0] + v[0]) - ax, round(MAN_ANCHOR[1] + v[1]) - ay, v[2])
        if d != "up" and p.get("k", 1.0) > 0.3:  # two rats look out where a man has eyes
            v = sdf.project(j["head"] + j["tip"] @ np.array([0, 1.4, 7.4]), yaw, MAN_PITCH)
            x, y = round(MAN_ANCHOR[0] + v[0] - 0.5), round(MAN_ANCHOR[1] + v[1] - 0.5)
            eyes = (-4, 3) if d == "down" else (3,) if d == "right" else (-4,)
            bead = ("KKKK", "KRRK", "KRWK", "KKKK")
            grid = [(e + a - 1, b - 1, ch) for e in eyes for b, row in enumerate(bead) for a, ch in enumerate(row)]
            paint.stamp(lay, grid, x, y, {**RATS[0].colours, "W": "ffd0c8"}, lock=False)
    rgba, nrm = paint.finish(lay, 2.2)
    pts = {}
    for name in ("head", "hand_l", "hand_r"):
        v = sdf.project(j[name], yaw, MAN_PITCH)
        pts[name] = (round(v[0]), round(v[1]))
    return Frame(rgba, nrm, lay.depth, pts)


def _fallen_coat() -> list[Part]:
    """Folded, sleeve over sleeve, as if it lay to attention; the medal on its left breast."""
    flat = rot_x(-52)
    parts = [
        Part("red", [frus((0, 0), -2, 15, 8.6, 7.6, 0.30, 1.4), ell((0, 15, 0), (8.6, 3.4, 2.2))], 1.5),
        Part("red", [cap((s * 4.6, 0, 0), (s * 6.4, -9, 0), 3.0, 2.2) for s in (-1, 1)], 0.4),
        Part("gold", [ell((s * 8.2, 16.4, 0.6), (3.4, 1.7, 1.6)) for s in (-1, 1)], 0),
        Part("gold", [cap((-4.4, 13.6 - 3.4 * i, 2.6), (4.4, 13.6 - 3.4 * i, 2.6), 0.6) for i in range(3)], 0),
        Part(
            "red", [cap((-8.4, 14, 1.6), (4.4, 4.4, 3.8), 2.3, 1.9), cap((8.4, 14, 1.6), (-3.6, 6.6, 4.4), 2.3, 1.9)], 0
        ),
        Part("gold", [ell((5.0, 4.0, 4.2), 2.1), ell((-4.4, 6.9, 4.8), 2.1)], 0),
        Part("plum", [box((4.6, 13.4, 3.6), (1.4, 2.0, 0.7), 0.3)], 0),
        Part("glow", [ell((4.6, 10.0, 4.6), (2.5, 2.5, 1.2))], 0, lambda q, n: 0.4 + 0 * q[0]),
    ]
    return [part_moved(g, flat, (0, 7.5, 2)) for g in parts]


MAN_ANIMS = {
    "rise": CAnim(
        tuple(
            {"k": v, "t": i, "lean": lean, "ax": ax, "ay": ay, "spread": s, "az": 6}
            for i, (v, lean, ax, ay, s) in enumerate(
                (
                    (0.0, 0, 12, 0, 1.35),
                    (0.12, 0, 12, 0, 1.3),
                    (0.32, 30, 13, -12, 1.25),
                    (0.5, 24, 15, -14, 1.15),
                    (0.68, 14, 16, -10, 1.05),
                    (0.86, 4, 17, -4, 1.0),
                    (1.04, -8, 22, 8, 1.0),
                    (1.0, 0, 18, -15, 1.0),
                )
            )
        ),
        (6,) * 8,
        False,
        tags=("stands:6",),
    ),
    "idle": CAnim(
        tuple({"t": i, "sway": s, "ay": -15 + s * 0.5, "plume": s * 0.5} for i, s in enumerate((0.0, 2.6, 0.0, -2.6))),
        (11,) * 4,
    ),
    "walk": CAnim(
        tuple(
            {
                "t": i,
                "sway": 4.2 * math.sin(i / 6 * TAU),
                "hip": 2.0 * math.sin(i / 6 * TAU + 1),
                "lean": 6,
                "up": 1.4 * abs(math.sin(i / 6 * TAU)),
                "lz": 7 + 7 * math.sin(i / 6 * TAU),
                "rz": 7 - 7 * math.sin(i / 6 * TAU),
                "ax": 17,
                "plume": -math.sin(i / 6 * TAU),
            }
            for i in range(6)
        ),
        (8,) * 6,
        tags=("footstep:0", "footstep:3"),
    ),
    "eat": CAnim(
        (
            {"t": 0, "lean": 68, "crouch": 0.8, "ax": 9, "ay": 0, "az": 17},
            {"t": 2, "lean": 74, "crouch": 0.85, "ax": 7, "ay": 2, "az": 15},
        ),
        (9, 9),
    ),
    "windup": CAnim(
        (
            {"t": 0, "lean": 14, "crouch": 0.45, "ax": 17, "ay": -2, "az": -8},
            {"t": 2, "lean": 30, "crouch": 0.85, "ax": 19, "ay": 4, "az": -16, "spread": 1.15},
        ),
        (14, 26),
        False,
    ),
    "leap": CAnim(
        (
            {"t": 1, "lean": 62, "up": 16, "ahead": -4, "ax": 11, "ay": 12, "az": 12, "spread": 0.7, "plume": -3},
            {"t": 3, "lean": 66, "crouch": 0.9, "ax": 13, "ay": 8, "az": 10, "spread": 1.3},
        ),
        (8, 8),
        False,
        tags=("hit:1",),
    ),
    "recover": CAnim(
        (
            {"t": 0, "lean": 82, "crouch": 0.9, "ax": 15, "ay": -2, "az": 21, "spread": 1.2},
            {"t": 2, "lean": 86, "crouch": 1.0, "ax": 16, "ay": -2, "az": 22, "spread": 1.2, "cock": 8},
        ),
        (16, 16),
    ),
    "burst": CAnim(
        tuple(
            {"t": i, "fling": f, "lean": -10 + 8 * i, "ax": 22 - 3 * i, "ay": 14 - 6 * i, "plume": 2.0 - i}
            for i, f in enumerate((0.15, 0.5, 0.9, 1.25))
        ),
        (5,) * 4,
        False,
    ),
    "cower": CAnim(
        tuple(
            {"t": i, "lean": 34, "crouch": 0.6, "ax": 5, "ay": 17, "az": 7, "sway": s}
            for i, s in enumerate((1.5, -1.5))
        ),
        (5, 5),
    ),
    "coat": CAnim(({"bare": 1.0, "k": 0.0},), (60,), True, ("down",)),
}
RAT_MAN = Creature(
    "rat_man",
    hatted_rat,
    MAN_ANIMS,
    dict(MAN_YAW),
    frame=MAN_FRAME,
    anchor=MAN_ANCHOR,
    pitch=MAN_PITCH,
    shadow=(26, 11),
    hurt=(30, 18),
)


def draw(c: Creature, p: CPose, d: str) -> Frame:
    """One frame of anything here."""
    return rat_man(c, p, d) if c is RAT_MAN else sdf_draw(c, p, d)


MOUSE_TRUTH = replace(RATS[0], name="circus_mouse_truth", anims={k: RAT_ANIMS[k] for k in ("idle", "walk", "stand")})
CREATURES = [SEWING_BOX, *RATS, MOUSE_TRUTH, RAT_MAN]
