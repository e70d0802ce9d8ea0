"""Animals, the severed hand: anything that is not a person.  A Creature maps a pose dict to parts."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np

from tools.make_art.actors import paint, sdf
from tools.make_art.actors.rig import Frame, bend
from tools.make_art.actors.sdf import (
    Part,
    Shape,
    beside,
    box,
    cap,
    ell,
    frus,
    moved,
    part_moved,
    part_scaled,
    rot_x,
    rot_z,
    tor,
)

CPose = Mapping[str, float]
Decal = tuple[tuple[int, int, str], ...]
TAU = 2 * math.pi
DIR4 = ("down", "right", "up", "left")
DIR8 = ("down", "down_right", "right", "up_right", "up", "up_left", "left", "down_left")


@dataclass(frozen=True)
class CAnim:
    """Animation of pose dicts."""

    poses: tuple[dict[str, float], ...]
    ticks: tuple[int, ...]
    loop: bool = True
    dirs: tuple[str, ...] = DIR4
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Creature:
    """A non-human actor."""

    name: str
    parts: Callable[[CPose], tuple[list[Part], np.ndarray]]  # parts and face anchor
    anims: dict[str, CAnim]
    yaw: dict[str, float]
    decals: Callable[[str, CPose], Decal] = lambda d, p: ()
    colours: dict[str, str] = field(default_factory=dict)
    frame: tuple[int, int] = (48, 48)
    anchor: tuple[float, float] = (24.5, 38)
    pitch: float = 24
    scale: float = 1.0
    zjump: float = 2.2
    shadow: tuple[int, int] = (8, 3)
    hurt: tuple[int, int] = (16, 10)
    seen: Mapping[str, CPose] = field(default_factory=dict)  # what is posed otherwise from one side


def draw(c: Creature, p: CPose, d: str) -> Frame:
    """Render one frame."""
    p = {**c.seen.get(d, {}), **p}
    parts, anchor = c.parts(p)
    if c.scale != 1:
        parts, anchor = [part_scaled(g, c.scale) for g in parts], anchor * c.scale
    yaw, pitch = c.yaw[d], c.pitch + p.get("pitch", 0)
    up = round(p.get("y", 0))
    ahead = {"right": 1, "left": -1}.get(d, 0)
    ax = c.anchor[0] + ahead * round(p.get("x", 0))
    g = sdf.render(parts, c.frame, (ax, c.anchor[1] - up), yaw, pitch, far=90 if max(c.frame) < 100 else 150)
    lay = paint.shade(g)
    v = sdf.project(anchor, yaw, pitch)
    x, y = round(ax + v[0] - 0.5), round(c.anchor[1] - up + v[1] - 0.5)
    paint.stamp(lay, c.decals(d, p), x, y, c.colours)
    if p.get("gone"):  # behind a thin post at the anchor: what is past it (1) or not yet past it (-1) is nowhere
        right = (p["gone"] > 0) == (ahead >= 0)
        middle = int(c.anchor[0])
        lay.ramp[:, middle + 1 :] = -1 if right else lay.ramp[:, middle + 1 :]
        lay.ramp[:, :middle] = -1 if not right else lay.ramp[:, :middle]
    rgba, nrm = paint.finish(lay, c.zjump)
    return Frame(rgba, nrm, lay.depth, {"head": (x - int(c.anchor[0]), y - int(c.anchor[1]))})


# --- the cat --------------------------------------------------------------------------------------------------------
CAT_COL = {
    "G": "66d0a0",
    "y": "e8f27a",
    "K": "04040a",
    "n": "b9807a",
    "M": "6a2438",
    "W": "f6f2ea",
    "g": "5f86a8",
    "r": "c25a66",
}


def _cat_legs(p: CPose, sh: np.ndarray, hp: np.ndarray) -> list[Shape]:
    """Four legs by inverse kinematics; ph = phase of the gait or absent."""
    out: list[Shape] = []
    amp, gallop = p.get("amp", 3.4), p.get("gallop", 0)
    offs = (0, 0.5, 0.55, 0.05) if not gallop else (0, 0.12, 0.5, 0.62)
    for i, (sx, root, front) in enumerate(((-1, sh, True), (1, sh, True), (-1, hp, False), (1, hp, False))):
        dz = li = 0.0
        if "ph" in p:
            a = (p["ph"] + offs[i]) * TAU
            dz, li = math.sin(a) * amp, max(0.0, math.cos(a)) * (2.0 if not gallop else 3.0)
        dz += p.get("fz" if front else "hz", 0)
        foot = np.array([sx * 2.5, 1.1 + li + p.get("fy" if front else "hyy", 0), root[2] + dz])
        hip = beside(root, sx * 2.2, -1.2, 0)
        knee = bend(hip, foot, 3.9, 3.9, np.array([0, 0, 0.9 if not front else -0.7]))
        out += [
            cap(hip, knee, 1.9 if front else 2.3, 1.2),
            cap(knee, foot, 1.2, 1.0),
            ell(beside(foot, 0, -0.1, 0.8), (1.45, 1.05, 1.8)),
        ]
    return out


def cat(p: CPose) -> tuple[list[Part], np.ndarray]:
    """Lean stray; poses: walk (ph), gallop, sit, arch, curl."""
    b, sit, arch, rear = p.get("bob", 0), p.get("sit", 0), p.get("arch", 0), p.get("rear", 0)
    tw = p.get("tail", 0.0)
    sh, hp = (
        np.array([0, 9.2 + b + rear * 4, 4.6 + p.get("stretch", 0)]),
        np.array([0, 9.0 + b + p.get("hip", 0), -5.0 - p.get("stretch", 0)]),
    )
    if p.get("curl"):
        body = [tor((0, 2.6, 0), 4.6, 3.0), ell((0, 2.6, 0), (5, 2.6, 5))]
        tail = [
            cap(
                (6.6 * math.cos(a), 1.8, 6.6 * math.sin(a)),
                (6.8 * math.cos(a + 0.4), 1.6, 6.8 * math.sin(a + 0.4)),
                1.4,
                1.3,
            )
            for a in np.arange(0.6, 2.6, 0.4)
        ]
        hd = np.array([3.2, 4.4 + b, 5.2])
        legs: list[Shape] = []
    elif sit:
        paw = p.get("paw", 0)  # one forefoot lifted to the mouth
        legs = [cap((-2.1, 9, 3.4), (-1.9, 1.1, 4.6), 1.6, 1.1), ell((-1.9, 1.0, 5.6), (1.45, 1.05, 1.8))]
        if paw:
            knee, foot = (3.4, 8.2, 6.6), (1.6, 10.4 + paw, 9.4)
            legs += [cap((2.1, 9.4, 3.6), knee, 1.6, 1.3), cap(knee, foot, 1.3, 1.2), ell(foot, (1.6, 1.5, 1.6))]
        else:
            legs += [cap((2.1, 9, 3.4), (1.9, 1.1, 4.6), 1.6, 1.1), ell((1.9, 1.0, 5.6), (1.45, 1.05, 1.8))]
        legs += [ell((s * 3.4, 3.6, -1.6), (2.3, 3.5, 3.8)) for s in (-1, 1)] + [
            ell((s * 3.5, 0.9, 2.0), (1.4, 0.9, 2.1)) for s in (-1, 1)
        ]
        body = [cap((0, 10.5 + b, 2.8), (0, 5.0, -2.6), 3.2, 4.4)]
        pts = [
            np.array(v, float)
            for v in (
                (0, 2.2, -6.2),
                (4.0, 1.5, -6.0),
                (7.0, 1.4, -3.2),
                (7.8, 1.4, 0.8),
                (7.0, 1.5 + 2.2 * max(0, math.sin(tw)), 4.0),
                (5.6 + 1.6 * max(0, math.sin(tw)), 1.9 + 5.4 * max(0, math.sin(tw)), 6.0),
            )
        ]
        tail = [cap(a, c, 1.35 - 0.08 * k, 1.3 - 0.08 * k) for k, (a, c) in enumerate(itertools.pairwise(pts))]
        hd = np.array([p.get("hd_x", 0), 16.4 + b + p.get("hd_y", 0), 4.8 + p.get("hd_z", 0)])
    else:
        mid = (sh + hp) / 2 + [0, -0.3 + arch * 4.2, 0]
        legs = _cat_legs(p, sh, hp)
        body = [cap(sh, mid, 3.3, 2.9), cap(mid, hp, 2.9, 3.3)] + [
            ell(beside(hp, s * 1.7, -1.0, 0.3), (2.0, 3.1, 2.7)) for s in (-1, 1)
        ]
        tail, pt, ang = [], beside(hp, 0, 1.4, -2.2), p.get("tail_ang", 30.0)
        for i in range(8):
            a = math.radians(ang)
            nx = beside(
                pt,
                math.sin(tw + i * 0.5) * (0.5 + 0.12 * i) + p.get("tail_x", 0) * 0.5,
                math.sin(a) * 2.0,
                -math.cos(a) * 2.0,
            )
            fluff = 1.3 * arch if arch else 0
            tail.append(cap(pt, nx, 1.3 - 0.04 * i + fluff * 0.5, 1.25 - 0.04 * i + fluff * 0.5))
            pt, ang = nx, ang + (14 if i < 5 else -16)
        hd = beside(sh, 0, 5.4 - arch * 2.2 + p.get("hd_y", 0) - rear, 3.6 + p.get("hd_z", 0))
    nod = rot_x(p.get("nod", 0))

    def H(f):
        return moved(f, nod, tuple(hd))

    flat = p.get("ears", 0)
    head = [H(ell((0, 0, 0), (5.6, 4.6, 4.7))), H(ell((0, -1.5, 3.5), (2.9, 2.1, 2.0)))] + [
        H(ell((s * 4.2, -1.6, 1.4), (2.2, 1.8, 2.0))) for s in (-1, 1)
    ]
    eshape = [
        H(cap((s * 3.3, 2.6, -0.4), (s * (4.6 + flat * 2.6), 7.6 - flat * 4.0, -0.8 - flat * 2), 2.3, 0.35))
        for s in (-1, 1)
    ]
    neck = (
        []
        if p.get("curl")
        else [cap((0, 10 + b, 3.0) if sit else beside(sh, 0, 0.6, 0.4), tuple(hd - [0, 1.5, 1.5]), 2.7, 2.6)]
    )
    out = [
        Part("cat", legs + body + neck, 1.4),
        Part("cat", tail, 0.8),
        Part("cat", head, 0.8),
        Part("cat", eshape, 0.4),
    ]
    if p.get("feather"):  # across its mouth, quill to the left
        vane = [H(cap((1.0, -3.6, 6.0), (11.0, -2.0 + p["feather"], 4.6), 1.5, 0.9))]
        out += [
            Part("rose", vane, 0, lambda q, n: 0.16 * np.sin((q[0] - q[1]) * 2.4)),
            Part("white", [H(cap((-6.4, -4.2, 5.4), (1.0, -3.6, 6.2), 0.5, 0.5))], 0),
        ]
    return out, beside(hd, 0, 0, 0.2)


def cat_face(d: str, p: CPose) -> Decal:
    """Eyes, nose, whisker marks."""
    shut, mouth = p.get("blink", 0) or p.get("curl", 0), p.get("talk", 0)
    if d == "up":
        return ()
    if d == "down":
        eye = (
            ((-4, 0, "g"), (-3, 1, "g"), (-2, 0, "g"))
            if shut
            else ((-4, -1, "G"), (-3, -1, "G"), (-4, 0, "G"), (-3, 0, "K"), (-2, 0, "G"), (-3, 1, "y"), (-2, 1, "y"))
        )
        out = eye + tuple((-x, y, c) for x, y, c in eye) + ((0, 2, "n"),)
        if p.get("lick"):
            out += ((0, 3, "r"), (1, 3, "r"), (1, 4, "r"))
        return out + (((-1, 4, "M"), (0, 4, "M"), (1, 4, "M")) if mouth else ())
    eye = (
        ((1, 0, "g"), (2, 1, "g"), (3, 0, "g"))
        if shut
        else ((1, -1, "G"), (2, -1, "G"), (2, 0, "K"), (3, 0, "G"), (2, 1, "y"), (3, 1, "y"))
    )
    out = eye + ((6, 2, "n"),) + (((5, 4, "M"), (4, 4, "M")) if mouth else ())
    return out if d == "right" else tuple((-x, y, c) for x, y, c in out)


_six = [i / 6 for i in range(6)]
_eight = [i / 8 for i in range(8)]


def _strides(x: float, i: int, **k: float) -> dict[str, float]:
    """A step of the walk, x px before (-) or past the middle."""
    return {"ph": i / 8, "amp": 4.0, "tail": i / 8 * TAU, "x": float(x), **k}


_sits = {"sit": 1.0}
_washes = {"sit": 1.0, "blink": 1.0, "nod": 16.0, "hd_z": 0.8, "hd_x": 0.6}
CAT_ANIMS = {
    "idle": CAnim(({"tail": 0}, {"tail": 0.5}, {"tail": 1.0, "bob": -0.4}, {"tail": 0.5}), (16,) * 4),
    "blink": CAnim(({"blink": 1},), (6,)),
    "walk": CAnim(
        tuple(
            {"ph": f, "amp": 4.0, "bob": 0.5 * math.sin(f * 2 * TAU), "tail": f * TAU, "nod": 2 * math.sin(f * 2 * TAU)}
            for f in _eight
        ),
        (4,) * 8,
    ),
    "run": CAnim(
        tuple(
            {
                "ph": f,
                "gallop": 1,
                "amp": 5.5,
                "bob": 1.6 * math.sin(f * TAU),
                "stretch": 1.4 * math.cos(f * TAU),
                "tail_ang": 5,
                "tail": f * 2,
                "nod": 4,
                "hd_y": -1.5,
            }
            for f in _six
        ),
        (4,) * 6,
    ),
    "sit": CAnim(
        (
            _sits,
            {**_sits, "blink": 1},
            _sits,
            {**_sits, "tail": 0.7},
            {**_sits, "tail": 1.5, "ears": 0.25},
            {**_sits, "tail": 0.6},
            _sits,
            {**_sits, "tail": 1.2},
            {**_sits, "tail": 0.4},
        ),
        (64, 7, 50, 5, 9, 6, 12, 7, 6),
    ),
    "groom": CAnim(
        (
            {**_washes, "paw": 0.6, "lick": 1},
            {**_washes, "paw": 1.8, "lick": 1, "nod": 11.0},
            {**_washes, "paw": 0.6, "lick": 1},
            {**_washes, "paw": 1.8, "lick": 1, "nod": 11.0},
            {**_washes, "paw": 4.2, "nod": 20.0, "hd_x": 1.4},
            {**_washes, "paw": 6.4, "nod": 15.0, "hd_x": 1.8},
            {**_washes, "paw": 4.2, "nod": 20.0, "hd_x": 1.4},
        ),
        (8, 7, 8, 7, 8, 7, 8),
    ),
    "talk": CAnim(({"sit": 1, "talk": 1}, {"sit": 1, "nod": -5}), (9, 9)),
    "jump": CAnim(
        (
            {"bob": -2.6, "hip": -1, "tail_ang": 10},
            {"rear": 0.7, "fz": 4, "fy": 6, "hz": -3, "stretch": 1.5, "tail_ang": -10, "y": 4},
            {"stretch": 2, "fz": 4, "fy": 4, "hz": -4, "hyy": 4, "tail_ang": 20, "y": 9},
            {"rear": -0.6, "fz": 2, "hip": 2, "hyy": 4, "hz": -2, "tail_ang": 50, "y": 3},
        ),
        (6, 5, 7, 6),
        False,
    ),
    "arched": CAnim(
        (
            {"arch": 1, "ears": 1, "tail_ang": 60, "hd_y": -1, "talk": 1},
            {"arch": 1.15, "ears": 1, "tail_ang": 66, "hd_y": -1, "talk": 1, "tail": 0.6},
        ),
        (6, 6),
    ),
    "thrown": CAnim(
        (
            {"stretch": 2, "fz": 5, "fy": 5, "hz": -4, "hyy": 3, "ears": 1, "talk": 1, "tail": 0},
            {"stretch": 1, "fz": 3, "fy": 7, "hz": -2, "hyy": 6, "ears": 1, "talk": 1, "tail": 2},
        ),
        (4, 4),
    ),
    "sleep": CAnim(({"curl": 1}, {"curl": 1, "bob": -0.6}), (50, 50)),
    "feather": CAnim(
        (
            {**_sits, "feather": 1.0},
            {**_sits, "feather": 1.0, "blink": 1},
            {**_sits, "feather": 1.0},
            {**_sits, "feather": 2.0, "tail": 0.8},
        ),
        (70, 7, 40, 9),
    ),
    "feather_walk": CAnim(
        tuple(
            {
                "ph": f,
                "amp": 4.0,
                "bob": 0.5 * math.sin(f * 2 * TAU),
                "tail": f * TAU,
                "feather": 1.0 + math.sin(f * TAU),
            }
            for f in _eight
        ),
        (4,) * 8,
    ),
    "slip": CAnim(  # the anchor is a post; what has gone behind it does not come out
        tuple(_strides(x, i, gone=1.0) for i, x in enumerate((-17, -12, -7, -2, 3, 8, 13, 18))),
        (6,) * 8,
        False,
        ("right", "left"),
    ),
    "slip_out": CAnim(
        tuple(_strides(x, i, gone=-1.0) for i, x in enumerate((-17, -12, -7, -2, 3, 8, 13, 18))),
        (6,) * 8,
        False,
        ("right", "left"),
    ),
    "slip_half": CAnim(  # half of a cat, in no hurry
        (
            {"x": 0.0, "gone": 1.0, "tail": 0.0},
            {"x": 0.0, "gone": 1.0, "tail": 0.7},
            {"x": 0.0, "gone": 1.0, "tail": 1.3},
            {"x": 0.0, "gone": 1.0, "tail": 0.7},
        ),
        (14,) * 4,
        True,
        ("right", "left"),
    ),
}
CAT = Creature(
    "cat",
    cat,
    CAT_ANIMS,
    {"down": 0, "right": 76, "up": 180, "left": 284},
    cat_face,
    CAT_COL,
    (84, 56),
    (42.5, 44),
    24,
    hurt=(18, 12),
    seen={"up": {"tail_x": 1.5}},  # its tail would hide all the rest of it
)


# --- mice, rats -----------------------------------------------------------------------------------------------------
def rodent(fur: str, hat: str, tail_mat: str, lamp: bool = False, ear: float = 1.85):
    """Mouse or rat; hat = ramp of a band cap ('' for none); lamp: a little lantern swings from the end of its tail."""

    def build(p: CPose) -> tuple[list[Part], np.ndarray]:
        st, b = p.get("stand", 0), p.get("bob", 0)
        bow, step = p.get("bow", 0), p.get("step", 0)
        if st:
            hips = np.array([0, 2.6 + 0.4 * abs(step), -0.6])
            chest = np.array([0, 6.4 + b - 2.0 * bow, 0.4 + 3.2 * bow])
            body = [cap(tuple(chest), tuple(hips), 2.1, 2.6)] + [
                ell((s * 1.7, 0.6 + max(0, s * step) * 1.6, 2.3 + s * step * 1.2), (1.1, 0.8, 1.7)) for s in (-1, 1)
            ]
            hd = np.array([p.get("lean", 0), 9.4 + b - 4.2 * bow, 1.2 + 4.4 * bow])
            hold = [
                (
                    p.get("ax", 2.4 + 1.6 * p.get("cheer", 0)),
                    p.get("ay", 5.4 + 4.4 * p.get("cheer", 0)),
                    p.get("az", 3.0),
                )
            ] * 2
            if "rx" in p:  # the right hand does something of its own
                hold[1] = (p["rx"], p["ry"], p["rz"])
            arms = [
                cap(tuple(beside(chest, s * 1.8, 0, 0.8)), (s * x, y + b - 2.6 * bow, z + 3 * bow), 0.8, 0.65)
                for s, (x, y, z) in zip((-1, 1), hold)
            ]
        else:
            body = [cap((0, 2.9 + b, 2.2), (0, 3.2 + b, -2.4), 2.1, 3.0)]
            hd = np.array([0, 4.0 + b, 5.0])
            arms = []
            for i, (sx, z) in enumerate(((-1, 3), (1, 3), (-1, -3), (1, -3))):
                a = p.get("ph", 0) * TAU + (0, math.pi, math.pi, 0)[i]
                arms.append(
                    ell(
                        (
                            sx * 1.8,
                            0.6 + (max(0, math.cos(a)) * 0.8 if "ph" in p else 0),
                            z + (math.sin(a) * 1.6 if "ph" in p else 0),
                        ),
                        (0.9, 0.7, 1.4),
                    )
                )
        head = [ell(tuple(hd), (2.7, 2.5, 2.9)), ell(beside(hd, 0, -0.5, 2.4), (1.3, 1.2, 1.8))]
        ex, ey = 1.0 + 0.85 * ear, 0.9 + 0.85 * ear
        earsh = [ell(beside(hd, s * ex, ey, -1.0), (ear, ear * 1.1, 0.7)) for s in (-1, 1)]
        inner = [ell(beside(hd, s * ex, ey - 0.1, -0.5), (ear * 0.6, ear * 0.66, 0.5)) for s in (-1, 1)]
        tail, pt = [], np.array([0, 2.0, -5.0 if not st else -3.0])
        for i in range(6):
            if lamp and not st:  # the tail is carried like a crook
                nx = beside(
                    pt,
                    0.4 * math.sin(p.get("tail", 0)) + 0.8 * p.get("tail_x", 0),
                    (0.6, 2.8, 3.2, 3.2, 1.8, -0.2)[i],
                    (-1.8, -1.0, 0, 0.5, 1.7, 1.7)[i],
                )
            else:
                nx = beside(pt, math.sin(p.get("tail", 0) + i * 0.8) * 1.0, 0.25 * i - 0.4, -1.6)
                nx[1] = max(nx[1], 0.6)
            tail.append(
                cap(pt, nx, 0.7 - 0.03 * i, 0.65 - 0.03 * i)
                if lamp and not st
                else cap(pt, nx, 0.7 - 0.05 * i, 0.65 - 0.05 * i)
            )
            pt = nx
        out = [
            Part(fur, body + arms, 1.0),
            Part(fur, head, 0.8),
            Part(fur, earsh, 0),
            Part("rose", inner, 0),
            Part(tail_mat, tail, 0.3),
        ]
        if lamp:
            at = beside(pt, 0.6 * math.sin(p.get("tail", 0)), -2.9, 0.5)
            if st:
                at = np.array([-5.2, 4.6 + b - 2.0 * bow, 3.6 + 2 * bow])
                hold[0] = (4.6, 7.6, 3.4)
                arms[0] = cap(tuple(beside(chest, -1.8, 0, 0.8)), tuple(beside(at, 0.4, 2.9, 0)), 0.8, 0.65)
                body[-2:-2] = [arms[0]]
            out += [
                Part(
                    "gold",
                    [
                        frus((at[0], at[2]), at[1] + 1.5, at[1] + 2.9, 1.9, 0.5, 1, 0.2),
                        frus((at[0], at[2]), at[1] - 2.4, at[1] - 1.5, 1.8, 1.8, 1, 0.2),
                    ],
                    0,
                ),
                Part("glow", [ell(tuple(at), (1.75, 1.9, 1.75))], 0, lambda q, n: 0.5 + 0 * q[0]),
            ]
        if hat:
            off = p.get("hat_off", 0)
            top = beside(hd, 0, 1.8, -0.4) if not off else np.array([3.4, 5.6 + b, 3.6])
            out += [
                Part(hat, [frus((top[0], top[2]), top[1], top[1] + 2.4, 1.5, 1.3, 1, 0.4)], 0),
                Part("gold", [ell((top[0], top[1] + 2.8, top[2]), 0.8)], 0),
            ]
            if st:
                out.append(Part(hat, [cap(tuple(chest), tuple(beside(hips, 0, 1.9, 0.2)), 2.35, 2.7)], 0.4))
        if p.get("card"):
            k = p["card"]
            y = 4.6 if k < 2 else 13.6
            out.append(
                Part(
                    "cream",
                    [box((0, y + b, 5.4 if k < 2 else 2.4), (5.2, 3.4, 0.5), 0.3)],
                    0,
                    lambda q, n: 0.25 + 0 * q[0],
                )
            )
        if p.get("ball"):
            side = p["ball"]
            c = (p["rx"], p["ry"] + b + 1.9, p["rz"] + 0.4) if side < 2 else (0, p["ay"] + b + 2.0, p["az"] + 0.8)
            out += [Part("peacock", [ell(c, 1.9)], 0), Part("cream", [tor(c, 1.7, 0.45, rot_z(24))], 0)]
        return out, beside(hd, 0, 0, 0.3)

    return build


def rodent_face(eye: str):
    """Two bead eyes with a glint and a nose; on a card two lines of writing."""

    def f(d: str, p: CPose) -> Decal:
        if d == "up":
            return ()
        if d == "down":
            face: Decal = ((-2, 0, eye), (-2, 1, eye), (2, 0, eye), (2, 1, eye), (0, 3, "n"))
            if p.get("bow", 0) > 0.4:
                face = ((-3, 2, eye), (-2, 3, eye), (3, 2, eye), (2, 3, eye), (0, 5, "n"))
            lines = ((-4, -3, -2, 0, 1, 3, 4), (-4, -2, -1, 0, 2, 3))
            if p.get("card"):
                y = 8 if p["card"] < 2 else -6
                face += tuple((x, y + 2 * j, "w") for j, row in enumerate(lines) for x in row)
            return face
        s = 1 if d == "right" else -1
        low = 1 if p.get("bow", 0) > 0.4 else 0
        return ((s * 2, low, eye), (s * 2, low + 1, eye), (s * 6, 2 + low, "n"))

    return f


_up = {"stand": 1.0}
_juggles = {**_up, "ax": 3.0, "ay": 8.6, "az": 3.4}
ROD_ANIMS = {
    "idle": CAnim(({}, {"bob": -0.4, "tail": 0.6}), (24, 24)),
    "walk": CAnim(tuple({"ph": i / 4, "tail": i * 1.57, "bob": 0.4 * (i % 2)} for i in range(4)), (4,) * 4),
    "stand": CAnim(({"stand": 1}, {"stand": 1, "bob": -0.5, "tail": 0.6}), (16, 16)),
    "cheer": CAnim(({"stand": 1, "cheer": 1}, {"stand": 1, "cheer": 0.5, "bob": -0.6}), (8, 8)),
    "bow": CAnim(
        (
            _up,
            {**_up, "bow": 0.5, "ax": 2.8},
            {**_up, "bow": 1.0, "ax": 3.0},
            {**_up, "bow": 1.0, "ax": 3.0, "tail": 0.6},
            {**_up, "bow": 0.5, "ax": 2.8},
            _up,
        ),
        (6, 5, 14, 14, 6, 10),
        False,
        tags=("low:2",),
    ),
    "wave": CAnim(tuple({**_up, "rx": x, "ry": 9.8, "rz": 2.4, "bob": b} for x, b in ((3.0, 0), (4.4, -0.4))), (8, 8)),
    "beckon": CAnim(
        tuple({**_up, "rx": 2.6, "ry": y, "rz": z, "lean": 0.4} for y, z in ((7.0, 5.4), (9.4, 3.6))), (9, 12)
    ),
}
TROUPE_ANIMS = {
    **ROD_ANIMS,
    "march": CAnim(
        tuple(
            {**_up, "step": s, "bob": b, "ax": 2.6, "ay": 5.0 + 1.6 * s}
            for s, b in ((1, 0), (0, 0.6), (-1, 0), (0, 0.6))
        ),
        (8,) * 4,
        tags=("step:0", "step:2"),
    ),
    "hold_card": CAnim(
        (
            {**_up, "card": 1, "ax": 4.2, "ay": 4.6, "az": 4.6},
            {**_up, "card": 1, "ax": 4.2, "ay": 4.6, "az": 4.6, "bob": -0.5},
        ),
        (22, 18),
    ),
    "show_card": CAnim(
        (
            {**_up, "card": 2, "ax": 4.4, "ay": 12.0, "az": 2.0},
            {**_up, "card": 2, "ax": 4.4, "ay": 12.0, "az": 2.0, "bob": -0.6},
        ),
        (12, 12),
    ),
    "throw": CAnim(
        (
            {**_up, "rx": 3.4, "ry": 8.6, "rz": -1.6, "ball": 1},
            {**_up, "rx": 3.2, "ry": 10.6, "rz": 0.4, "ball": 1},
            {**_up, "rx": 2.2, "ry": 9.4, "rz": 5.0, "lean": 0.3},
            {**_up, "rx": 1.4, "ry": 5.0, "rz": 4.6},
        ),
        (8, 4, 4, 10),
        False,
        tags=("release:2",),
    ),
    "catch": CAnim(
        (
            _juggles,
            {**_up, "ax": 1.2, "ay": 6.6, "az": 4.4, "ball": 2, "bob": -0.6},
            {**_up, "ax": 1.2, "ay": 7.0, "az": 4.2, "ball": 2},
        ),
        (10, 6, 16),
        False,
        tags=("catch:1",),
    ),
    "catch_ready": CAnim((_juggles, {**_juggles, "bob": -0.5}), (12, 10)),
    "carry": CAnim(  # the lower one of two: it holds a pair of feet
        ({**_up, "ax": 2.2, "ay": 12.4, "az": 0.6}, {**_up, "ax": 2.2, "ay": 12.4, "az": 0.6, "bob": -0.5}), (18, 14)
    ),
    "stand_on": CAnim(  # the upper one: arms out, on the shoulders of another
        ({**_up, "ax": 5.0, "ay": 7.6, "az": 0.8}, {**_up, "ax": 5.0, "ay": 8.6, "az": 0.8, "bob": -0.5, "tail": 0.6}),
        (14, 14),
    ),
    "hat_off": CAnim(({**_up, "hat_off": 1.0, "rx": 2.8, "ry": 5.4, "rz": 3.4, "bow": 0.2},), (60,)),
    "drum": CAnim(
        (
            {**_up, "ax": 1.8, "ay": 4.2, "az": 4.6, "rx": 2.6, "ry": 7.6, "rz": 3.6},
            {**_up, "ax": 2.6, "ay": 7.6, "az": 3.6, "rx": 1.8, "ry": 4.2, "rz": 4.6},
        ),
        (8, 8),
    ),
}
YAW4 = {"down": 0, "right": 72, "up": 180, "left": 288}
ROD = {
    "yaw": YAW4,
    "colours": {"K": "0a0a12", "R": "f0475a", "n": "8c3a48", "B": "0a0a12", "w": "7a5a60"},
    "frame": (52, 46),
    "anchor": (26.5, 34),
    "pitch": 28,
    "shadow": (5, 2),
    "hurt": (8, 6),
}
MOUSE = Creature("mouse", rodent("mouse", "", "rose"), ROD_ANIMS, decals=rodent_face("K"), scale=1.25, **ROD)
MOUSE_LIGHT = Creature(
    "mouse_light",
    rodent("mouse", "", "rose", lamp=True),
    ROD_ANIMS,
    decals=rodent_face("K"),
    scale=1.25,
    seen={"up": {"tail_x": 1.0}},
    **ROD,
)
CIRCUS_MOUSE = Creature(
    "circus_mouse", rodent("mouse", "red", "rose"), TROUPE_ANIMS, decals=rodent_face("K"), scale=1.3, **ROD
)
RAT = Creature(
    "rat",
    rodent("rat", "", "clip", ear=1.35),
    ROD_ANIMS,
    decals=rodent_face("R"),
    **{**ROD, "scale": 1.35, "hurt": (12, 8)},
)


# --- theatre dogs ---------------------------------------------------------------------------------------------------
def dog(wings: bool):
    """Sitting terrier; with bat wings in the Other theatre."""

    def build(p: CPose) -> tuple[list[Part], np.ndarray]:
        b = p.get("bob", 0)

        def shag(q, n):
            return 0.10 * np.sin(q[0] * 2.3 + q[1] * 0.7) * np.sin(q[1] * 1.7 + q[2])

        body = (
            [cap((0, 8.4 + b, 1.6), (0, 4.6, -1.8), 3.5, 4.6)]
            + [cap((s * 2.1, 7, 3.2), (s * 2.0, 1.1, 4.0), 1.6, 1.3) for s in (-1, 1)]
            + [ell((s * 2.0, 0.9, 4.8), (1.5, 1.0, 1.7)) for s in (-1, 1)]
        )
        body += [ell((s * 3.6, 2.6, 0), (2.0, 2.6, 3.4)) for s in (-1, 1)]
        hd = np.array([0, 13.6 + b, 4.0])
        head = [ell(tuple(hd), (4.3, 3.9, 4.2))]
        muzzle = [ell(beside(hd, 0, -1.6, 4.2), (2.8, 2.3, 3.2)), ell(beside(hd, 0, -3.4, 3.4), (2.4, 2.8, 2.2))]
        earsh = [cap(beside(hd, s * 2.7, 2.6, -0.4), beside(hd, s * 3.3, 6.4, -0.4), 1.5, 0.3) for s in (-1, 1)]
        out = [
            Part("terrier", [*body, cap((0, 4, -5.6), (0, 8.4, -7.4), 1.2, 0.5)], 1.2, shag),
            Part("terrier", head, 0.8, shag),
            Part("grey", muzzle, 0.8, shag),
            Part("terrier", earsh, 0.3),
            Part("clip", [tor(beside(hd, 0, -3.8, -1.0), 3.2, 0.8, rot_x(24))], 0),
        ]
        if wings:
            fl = p.get("flap", 0)
            for s in (-1, 1):
                root = np.array([s * 2.4, 9.4 + b, -2.6])
                tip = beside(root, s * (10 - 2 * fl), 4.0 + 7 * fl, -2.0)
                elbow = beside(root, s * 4.6, 5.5 + 2.5 * fl, -1.4)
                fing = [
                    beside(root, s * (9 - 1.5 * fl), -1.6 + 6 * fl, -2),
                    beside(root, s * (5.6 - fl), -3.4 + 3 * fl, -2),
                ]
                out.append(
                    Part(
                        "dusk",
                        [cap(root, elbow, 1.0, 0.8), cap(elbow, tip, 0.8, 0.35)]
                        + [cap(elbow, f, 0.6, 0.3) for f in fing],
                        0.2,
                    )
                )
                pan = [
                    ((elbow + tip + fing[0]) / 3, 3.0),
                    ((elbow + fing[0] + fing[1]) / 3, 2.8),
                    ((elbow + root + fing[1]) / 3, 2.6),
                ]
                out.append(Part("plum", [ell(tuple(c), (r, r * 0.95, 0.55)) for c, r in pan], 1.5))
        return out, beside(hd, 0, 0, 0.5)

    return build


def dog_face(button: bool):
    """Shaggy brows, dark or button eyes, wet nose."""

    def f(d: str, p: CPose) -> Decal:
        if d == "up":
            return ()
        e = ("B", "g") if button else ("K", "w")
        if d == "down":
            return (
                (-3, 0, e[0]),
                (-2, 0, e[1]),
                (-3, 1, e[1]),
                (-2, 1, e[0]),
                (2, 0, e[0]),
                (3, 0, e[1]),
                (2, 1, e[1]),
                (3, 1, e[0]),
                (-1, 4, "K"),
                (0, 4, "K"),
                (1, 4, "K"),
                (0, 5, "K"),
            )
        s = 1 if d == "right" else -1
        return (
            (s * 2, -1, e[0]),
            (s * 3, -1, e[1]),
            (s * 2, 0, e[1]),
            (s * 3, 0, e[0]),
            (s * 8, 2, "K"),
            (s * 7, 2, "K"),
        )

    return f


DOG_ANIMS = {
    "idle": CAnim(({}, {"bob": -0.7}), (26, 26)),
    "applaud": CAnim(({"flap": 0}, {"flap": 1, "bob": 0.6}), (6, 6)),
}
DOG_KW = {
    "yaw": {"down": 0, "right": 66, "up": 180, "left": 294},
    "colours": {"K": "0a0a12", "B": "0a0a12", "g": "c8d0e8", "w": "f0e4c8"},
    "frame": (48, 44),
    "anchor": (24.5, 36),
    "pitch": 22,
}
DOG = Creature("terrier", dog(False), {"idle": DOG_ANIMS["idle"]}, decals=dog_face(False), **DOG_KW)
WINGED_DOG = Creature("winged_terrier", dog(True), DOG_ANIMS, decals=dog_face(True), **DOG_KW)


# --- the audience of the other theatre ------------------------------------------------------------------------------
def mole(p: CPose) -> tuple[list[Part], np.ndarray]:
    """A mole in its seat: velvet, a long pink nose, hands like spades. It sees perfectly, says everyone."""
    b, clap = p.get("bob", 0), p.get("clap", 0)
    body = [cap((0, 9.0 + b, 0), (0, 4.6, -0.6), 4.6, 5.6)]
    hd = np.array([0, 13.4 + b + p.get("up", 0), 1.6])
    head = [ell(tuple(hd), (5.0, 4.4, 4.6)), cap(beside(hd, 0, -0.4, 2.6), beside(hd, 0, 0.2, 6.2), 2.6, 1.3)]
    apart = 1.5 + 4.4 * (1 - clap)
    palms = [
        ell((s * apart, 8.6 + b + 1.4 * clap, 6.0 - 0.4 * (1 - clap)), (1.9 + 0.3 * (1 - clap), 2.2, 1.3))
        for s in (-1, 1)
    ]
    arms = [cap((s * 4.2, 8.6 + b, 2.0), (s * (apart + 0.8), 8.0 + b + 1.4 * clap, 5.2), 1.6, 1.3) for s in (-1, 1)]

    def velvet(q, n):
        return 0.05 * np.sin(q[0] * 2.1 + q[1] * 1.3) * np.sin(q[2] * 1.9 + q[1])

    return [
        Part("plum" if p.get("dress", 1) else "cat", [*body, *arms], 1.4, velvet),
        Part("terrier", head, 1.0, velvet),
        Part("rose", [ell(tuple(beside(hd, 0, 0.4, 7.2)), (1.5, 1.2, 1.1))], 0),
        Part("rose", palms, 0.2),
        Part("white", [ell(tuple(beside(hd, s * 1.6, -4.0, 3.6)), (1.7, 1.1, 0.8)) for s in (-1, 1)], 0),
    ], beside(hd, 0, 0, 0.4)


def mole_face(d: str, p: CPose) -> Decal:
    """Eyes: two buttons, as small as they come."""
    if d == "up":
        return ()
    if d == "down":
        return (
            (-3, -1, "B"),
            (-2, -1, "g"),
            (-3, 0, "g"),
            (-2, 0, "B"),
            (3, -1, "B"),
            (2, -1, "g"),
            (3, 0, "g"),
            (2, 0, "B"),
        )
    s = 1 if d == "right" else -1
    return ((s * 1, -1, "B"), (s * 2, -1, "g"), (s * 1, 0, "g"), (s * 2, 0, "B"))


MOLE = Creature(
    "mole",
    mole,
    {
        "idle": CAnim(({"clap": 0.8}, {"clap": 0.8, "bob": -0.6}), (34, 30)),
        "applaud": CAnim(({"clap": 1.0}, {"clap": 0.2, "bob": 0.5}), (7, 8)),
        "gasp": CAnim(({"clap": 0.5, "up": 1.4}, {"clap": 0.5, "up": 1.4, "bob": 0.4}), (10, 12)),
        "turn": CAnim(({"clap": 0.8},), (60,)),
    },
    {"down": 0, "right": 62, "up": 180, "left": 298},
    mole_face,
    {"B": "0a0a12", "g": "8c94b4"},
    (40, 40),
    (20.5, 32),
    22,
    shadow=(7, 3),
    hurt=(12, 10),
)


# --- the severed right hand -----------------------------------------------------------------------------------------
_BASE = ((-3.6, 7.3, 2.2), (-2.1, 7.9, 4.0), (0, 8.2, 4.6), (2.2, 7.9, 4.0), (4.0, 6.8, 0.2))
_ANGLE, _LEN = (-56, -25, 0, 25, 82), (10.5, 12.5, 13.5, 12.5, 9.0)


def hand(p: CPose) -> tuple[list[Part], np.ndarray]:
    """Fingers are legs; thumb on the right when it comes towards you: a right hand, palm down.  rear: 0..1 wind-up,
    spread, curl, flip.
    """
    rear, spread, curl, sink = p.get("rear", 0), p.get("spread", 0), p.get("curl", 0), p.get("sink", 0)
    fing: list[Shape] = []
    knuckle: list[Shape] = []
    tilt = rot_x(-92 * rear)
    wrist = np.array([0, 7.4, -6.0])
    lift = wrist - tilt @ wrist + [0, -3.4 * sink - 4.0 * rear, 0]
    for i, (bp0, ang, ln) in enumerate(zip(_BASE, _ANGLE, _LEN)):
        ph = p.get("ph", 0) * TAU + i * TAU * 0.4
        w, u = (math.sin(ph), max(0.0, math.cos(ph))) if "ph" in p else (0.0, 0.0)
        r = math.radians(ang * (1 + 0.35 * spread) + w * 14)
        d = np.array([math.sin(r), 0, math.cos(r)])
        bp = tilt @ np.array(bp0) + lift
        knee = bp + d * ln * 0.48 + [0, 3.2 + u * 2.2 + 2.5 * curl - sink, 0]
        tip = bp + d * ln * (1.14 + 0.05 * w - 0.5 * curl)
        tip[1] = 0.2 + u * 3.0
        if rear > 0.3:  # off the ground: the fingers turn with the palm, tips hooked towards its inner side
            knee = bp + tilt @ (d * ln * 0.52 + np.array([0, 1.8, 0]))
            tip = knee + tilt @ (d * ln * 0.55 - np.array([0, ln * (0.34 + 0.5 * curl), 0]))
        fing += [cap(bp, knee, 1.0, 0.75), cap(knee, tip, 0.75, 0.2)]
        knuckle.append(ell(tuple(knee), 1.1))

    def T(f):
        return moved(f, tilt, tuple(lift))

    palm = [
        T(ell((0, 7.4, 0.6), (4.5, 2.2, 4.9))),
        T(cap((0, 7.3, -2.5), (0, 7.6, -7), 2.6, 2.0)),
        T(ell((3.0, 6.8, -0.4), (2.2, 1.8, 3.0))),
    ]

    def tendon(q, n):
        return -0.34 * ((np.abs(((q[0] / (1.15 + 0.06 * q[2])) % 2.0) - 1) < 0.26) & (n[1] > 0.25) & (q[2] > -3)) + 0.05

    cuffs = [T(tor((0, 7.5, -6.0), 2.5, 0.9, rot_x(90)))]
    wound = [
        T(ell((0, 7.6, -8.2), (1.7, 1.7, 0.8))),
        T(cap((-0.8, 7.4, -8.4), (-1.3, 6.0, -10.4), 0.5, 0.25)),
        T(cap((0.9, 7.8, -8.4), (1.5, 7.0, -10.8), 0.5, 0.25)),
    ]
    out = [
        Part("needle", fing, 0.2),
        Part("bonecl", palm, 1.2, tendon),
        Part("metal", knuckle, 0),
        Part("red", wound, 0),
        Part("black", cuffs, 0),
    ]
    if p.get("key"):
        kz = 4 + 6 * p["key"]
        out.append(
            Part(
                "gold",
                [
                    tor((1.0, 3.4, kz + 3), 2.1, 0.8, rot_x(70)),
                    cap((1.0, 2.0, kz + 4.6), (1.0, 0.8, kz + 10), 0.7),
                    cap((1, 0.9, kz + 9), (2.6, 0.9, kz + 9), 0.6),
                ],
                0,
            )
        )
    if p.get("flip"):
        M = rot_z(180)
        out = [part_moved(g, M, (0, 11, 0)) for g in out]
    return out, np.array([0, 8, 0.0])


HAND_ANIMS = {
    "scuttle": CAnim(tuple({"ph": f} for f in _six), (3,) * 6, True, DIR8, ("tick:0", "tick:3")),
    "idle": CAnim(({}, {"curl": 0.12}), (20, 8), True, DIR8),
    "stalk": CAnim(
        ({"sink": 0.7, "ph": 0.1}, {"sink": 0.7, "ph": 0.4}, {"sink": 0.7, "ph": 0.7}), (8, 8, 8), True, DIR8
    ),
    "windup": CAnim(({"sink": 0.9, "curl": 0.25}, {"rear": 1.0, "spread": 0.5}), (10, 16), False, DIR8),
    "leap": CAnim(
        ({"rear": 0.9, "curl": 0.2, "spread": 0.4, "y": 8}, {"spread": 0.6, "y": 12}, {"curl": 0.5, "y": 5}),
        (4, 5, 4),
        False,
        DIR8,
    ),
    "stab": CAnim(({"rear": 0.2, "curl": 0.7}, {"sink": 1, "curl": 0.2}), (3, 8), False, DIR8),
    "stuck": CAnim(({"sink": 1.2, "curl": 0.5}, {"sink": 1.1, "curl": 0.6, "spread": 0.2}), (4, 4), True, DIR8),
    "drag": CAnim(tuple({"ph": f, "key": 0.1} for f in _six[::2]), (5,) * 3, True, DIR8),
    "stunned": CAnim(
        ({"flip": 1, "curl": 0.6}, {"flip": 1, "curl": 0.9}), (8, 8), True, ("down", "right", "up", "left")
    ),
    "crushed": CAnim(({"sink": 1.9, "spread": 1.4},), (60,), False, ("down",)),
}
HAND = Creature(
    "hand",
    hand,
    HAND_ANIMS,
    {d: i * 45 for i, d in enumerate(DIR8)},
    frame=(96, 92),
    anchor=(48.5, 60),
    pitch=42,
    scale=1.7,
    shadow=(20, 9),
    hurt=(22, 14),
)
SCUTTLER = Creature(
    "hand_small",
    hand,
    {k: HAND_ANIMS[k] for k in ("scuttle", "idle", "stalk")},
    {d: i * 45 for i, d in enumerate(DIR8)},
    frame=(72, 64),
    anchor=(36.5, 42),
    pitch=46,
    scale=1.15,
    shadow=(13, 6),
    hurt=(14, 9),
)


# --- the cocoon of the two performers -------------------------------------------------------------------------------
def cocoon(p: CPose) -> tuple[list[Part], np.ndarray]:
    """Spun silk hanging from a thread; two button faces press through the weave."""
    k = p.get("pulse", 0)

    def spun(q, n):
        return -0.20 * (np.sin(q[1] * 0.95 + np.arctan2(q[0], q[2]) * 1.5) > 0.45) + 0.06 * np.sin(
            q[1] * 2.3 - np.arctan2(q[0], q[2]) * 3
        )

    bag = [
        ell((0, 24, 0), (12 + k, 17, 11 + k)),
        ell((0, 12, 0), (9.5 - k, 10, 9 - k)),
        cap((0, 38, 0), (0, 52, 0), 4.5, 1.2),
        cap((0, 50, 0), (0, 66, 0), 1.2, 0.9),
    ]
    faces = [ell((-4.6, 28 + k, 9.2 + k), (4.8, 5.6, 3.8)), ell((4.8, 19 - k, 8.8 + k), (4.8, 5.6, 3.8))]
    shreds = [
        cap((x, y, z), (x * 1.5, y - 5, z * 1.2), 1.0, 0.3)
        for x, y, z in ((-8, 10, 4), (7, 8, 5), (0, 4, 6), (-10, 22, 3), (10.5, 26, 2))
    ]
    return [
        Part("silk", bag + shreds, 4, spun),
        Part("paleskin", faces, 1.0),
        Part("rose", [cap((3, 36, 8), (8, 33, 7), 0.9, 0.5)], 0),
    ], np.array([0, 24, 10.0])


def cocoon_face(d: str, p: CPose) -> Decal:
    """Two faces, four buttons, two open mouths."""
    out = []
    for x, y in ((-5, -5), (5, 4)):
        for s in (-1, 1):
            out += [(x + s * 2 + a, y + b, c) for a, b, c in ((0, 0, "B"), (-1, 0, "g"), (0, -1, "B"), (-1, -1, "B"))]
        m = 2 if p.get("open") else 1
        out += [(x + a, y + 3 + b, "M") for a in (-1, 0) for b in range(m)]
    return tuple(out)


COCOON = Creature(
    "cocoon",
    cocoon,
    {
        "idle": CAnim(({}, {"pulse": 0.5}, {"pulse": 0.8}, {"pulse": 0.5}), (18, 10, 18, 10), True, ("down",)),
        "talk": CAnim(({"open": 1}, {"pulse": 0.5}), (9, 9), True, ("down",)),
        "burst": CAnim(({"pulse": 1.6, "open": 1}, {"pulse": -0.8, "open": 1}), (4, 4), True, ("down",)),
    },
    {"down": 0},
    cocoon_face,
    {"B": "0a0a12", "g": "7c86a0", "M": "4a1426"},
    (64, 96),
    (32.5, 84),
    18,
    shadow=(12, 4),
    hurt=(22, 40),
)

CREATURES = [COCOON, CAT, MOLE, MOUSE, MOUSE_LIGHT, CIRCUS_MOUSE, RAT, DOG, WINGED_DOG, HAND, SCUTTLER]
