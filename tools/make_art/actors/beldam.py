"""The Beldam in her true form, as parts to be posed by inverse kinematics, plus baked key poses.

Every limb bone is rendered for ANGLES screen directions and LENGTHS foreshortenings, always lit from the upper
left, so the game never rotates pixels: it picks the nearest sprite and puts its pivot on the joint. `SKELETON`
holds the joint places (world units, y up, z to the viewer) and bone lengths; `pose_image` is the reference
implementation the game can follow.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tools.make_art.actors import paint, sdf
from tools.make_art.actors.hair import strands
from tools.make_art.actors.rig import Frame, bend
from tools.make_art.actors.sdf import (
    Part,
    Shape,
    beside,
    cap,
    ell,
    frus,
    part_moved,
    part_scaled,
    rot_y,
    rot_z,
    sub,
    tor,
    unit,
)

B = 1.42  # fight scale
PITCH = 24
ANGLES, LENGTHS = 24, (1.0, 0.78, 0.55)
HAND_ANGLES = 16
DIR8 = ("down", "down_right", "right", "up_right", "up", "up_left", "left", "down_left")

SKELETON: dict[str, object] = {
    "scale": B,
    "pitch": PITCH,
    "hover": 46.0,
    "abdomen": (0.0, -6.0, -21.0),
    "torso": (0.0, -8.0, 0.0),
    "head": (0.0, 40.0, 4.0),
    "shoulder": (7.4, 17.0, 0.0),
    "hips": [(4.5, -12.0, -4.0), (4.5, -12.0, -8.0), (4.5, -12.0, -12.0)],
    "foot_angles": (38, 88, 136),
    "foot_reach": (60, 72, 62),
    "bones": {"femur": 40.0, "tibia": 34.0, "tip": 32.0, "upper_arm": 18.0, "forearm": 19.0, "hand": 26.0},
}

EYES = {
    "B": "0a0a12",
    "o": "3c4664",
    "R": "f0475a",
    "d": "76708a",
    "r": "b9333f",
    "x": "cdc8c8",
    "E": "1c1220",
    "h": "fbf9ee",
}
FACE = {
    "neutral": (
        "..EE.............EE..",
        "....EEE.......EEE....",
        "......EE.....EE......",
        "....BBBB.....BBBB....",
        "...BBooBB...BBooBB...",
        "..BBoBBBBB.BBoBBBBB..",
        "..BoBRBBBB.BoBRBBBB..",
        "..BBBBRBBB.BBBBRBBB..",
        "...BBBBBB...BBBBBB...",
        "....BBBB..d..BBBB....",
        "...d.....d.d......d..",
        "..dd.............dd..",
        "...d..d.........d.d..",
        "....d.B.........B....",
        ".....rBBxBxBxBxBr....",
        "......rBxBxBxBBr.....",
        ".......rBBBBBBr......",
        "........rrrrrr.......",
    ),
    "snarl": (
        "..E...............E..",
        "...EEE.........EEE...",
        ".....EEE.....EEE.....",
        "....BBBEE...EEBBB....",
        "...BBooBB...BBooBB...",
        "..BBoBBBBB.BBoBBBBB..",
        "..BoBRBBBB.BoBRBBBB..",
        "..BBBRRBBB.BBBRRBBB..",
        "...BBBBBB...BBBBBB...",
        "....BBBB..d..BBBB....",
        "..dd.....d.d.....dd..",
        "...d.............d...",
        ".....BBBBBBBBBBB.....",
        "....rBxBxBxBxBxBr....",
        "....rBBBBBBBBBBBr....",
        "....rBBBrrrrrBBBr....",
        ".....rBxBxBxBxBr.....",
        "......rrrrrrrrr......",
    ),
    "blind": (
        "..EE.............EE..",
        "....EEE.......EEE....",
        "......EE.....EE......",
        "....EEEE.....EEEE....",
        "...EddddE...EddddE...",
        "..EdBBBBdE.EdBBBBdE..",
        "..EdBBBBdE.EdBBBBdE..",
        "...EdBBdE...EdBBdE...",
        "....EEEE..d..EEEE....",
        "......d......d.......",
        "...d..d......d....d..",
        "..dd...d......d..dd..",
        ".....BBBBBBBBBBB.....",
        "....rBxBxBxBxBxBr....",
        "....rBBBBBBBBBBBr....",
        ".....rBBrrrrrBBr.....",
        "......rxBxBxBxr......",
        ".......rrrrrrr.......",
    ),
}
SIDE_FACE = {
    "neutral": (
        "EE........",
        ".EEE......",
        "...EE.....",
        "..BBBB..EE",
        ".BBooBB.BB",
        ".BoBBBB.BB",
        ".BBBRBB.BB",
        "..BBBB..B.",
        ".......d..",
        ".d........",
        "..d....B..",
        "..rxBxBxB.",
        "...rBxBx..",
        "....rrr...",
    ),
    "snarl": (
        "E.........",
        ".EEE......",
        "...EEE....",
        "..BBEE..EE",
        ".BBooBB.BB",
        ".BoBBBB.BB",
        ".BBRRBB.BB",
        "..BBBB..B.",
        ".......d..",
        ".d........",
        "..rBxBxBx.",
        "..rBBBBBB.",
        "..rBxBxBx.",
        "...rrrrr..",
    ),
    "blind": (
        "EE........",
        ".EEE......",
        "...EE.....",
        "..EEEE..EE",
        ".EddddE.dB",
        ".EdBBdE.BB",
        ".EdBBdE.dB",
        "..EEEE..E.",
        "...d...d..",
        ".d.d......",
        "..rBxBxBx.",
        "..rBBBBBB.",
        "..rBxBxBx.",
        "...rrrrr..",
    ),
}


def abdomen() -> list[Part]:
    """Cracked black bag with red hourglass."""

    def rib(q, n):
        return -0.16 * (np.sin(q[2] * 0.75 + np.abs(q[0]) * 0.18) > 0.72) + 0.05 * np.sin(q[0] * 0.9) * np.sin(
            q[1] * 1.1
        )

    return [
        Part("black", [ell((0, 0, -2), (15, 12.5, 17)), ell((0, -4, 15), (7.4, 6.4, 8))], 5, rib),
        Part(
            "red",
            [
                ell((0, 11.0, 0), (3.6, 2.2, 3.6)),
                ell((0, 11.2, -7), (2.2, 2.0, 3.4)),
                ell((0, 11.2, -3.4), (1.5, 2.0, 2.2)),
            ],
            0.8,
        ),
        Part(
            "needle",
            [
                cap((s * 5.5, 8.6 - i, -4.0 - 5 * i), (s * 8.0, 13.4 - 1.8 * i, -7 - 6 * i), 1.1, 0.2)
                for s in (-1, 1)
                for i in range(2)
            ],
            0,
        ),
    ]


def torso() -> list[Part]:
    """Corset of ribs over a needle-thin waist, origin at the waist."""

    def rb(q, n):
        return -0.22 * (np.sin(q[1] * 1.35) > 0.5) * (np.abs(q[0]) < 7)

    return [
        Part("bonecl", [frus((0, 0), 0, 14, 2.8, 5.0, 0.75, 1.6), frus((0, 0), 13, 27, 5.2, 6.6, 0.66, 2.5)], 3, rb),
        Part(
            "black",
            [
                frus((0, 0), -6, 9, 7.4, 2.8, 0.8, 1, 0.8),
                tor((0, 26, 0), 5.0, 1.5),
                cap((-6, 25.5, 0), (-10.4, 29.5, -2), 2.4, 0.4),
                cap((6, 25.5, 0), (10.4, 29.5, -2), 2.4, 0.4),
            ],
            1.5,
            lambda q, n: 0.08 * np.sin(q[0] * 2),
        ),
        Part("bone", [cap((0, 26, 0), (0, 36, 3), 2.0, 1.7)], 0.5),
    ]


def head(sw: float = 0) -> list[Part]:
    """Skull-pale face, crown of spikes; origin at the head centre, 1.25 larger than life."""
    cut = ell((0, -3.6, 7.4), (7.4, 11.0, 8.4))
    skull = [
        ell((0, 1.5, 0), (8.2, 9.4, 8.2)),
        ell((0, -6.0, 2.2), (4.8, 6.4, 4.8)),
        ell((0, -2.2, 8.2), (1.1, 2.2, 1.3)),
    ] + [cap((s * 4.6, -1.6, 6.2), (s * 6.6, -0.4, 4.4), 1.3) for s in (-1, 1)]
    hs = [sub(ell((0, 2.6, -1), (10.2, 10.4, 10.0)), cut)]
    for s in (-1, 1):
        hs += [
            cap((s * 8, 3, 0), (s * 10.5 + sw, -5, 1), 3, 1.8),
            cap((s * 10.5 + sw, -5, 1), (s * 15 + sw, -9.5, 2), 1.8, 0.3),
            cap((s * 9, 5, -2), (s * 16 + sw, -1, -2), 2.4, 0.3),
            cap((s * 6, 10, -2), (s * 13, 14.5, -4), 2.4, 0.3),
            cap((s * 3, 12, -2), (s * 5.5, 19, -5), 2.0, 0.3),
            cap((s * 5, 4, -7), (s * 9, 2, -14), 2.4, 0.3),
            cap((s * 3, -2, -8), (s * 5, -6, -13), 2.4, 0.3),
        ]
    hs += [cap((-1.5, 9.4, 5), (-6.4, 6.0, 6.0), 1.8, 0.6), cap((1.5, 9.4, 5), (6.6, 6.2, 5.8), 1.8, 0.6)]
    return [part_scaled(g, 1.25) for g in (Part("paleskin", skull, 1.6), Part("black", hs, 1.2, strands(15, 0.09)))]


def limb(kind: str, length: float) -> list[Part]:
    """One bone along +x from the origin."""
    L = length
    if kind == "femur":
        return [
            Part("needle", [cap((0, 0, 0), (L, 0, 0), 2.1, 1.5)], 0),
            Part("metal", [ell((L, 0, 0), 2.1), ell((0, 0, 0), 2.3)], 0),
        ]
    if kind == "tibia":
        return [
            Part(
                "needle", [cap((0, 0, 0), (L, 0, 0), 1.5, 1.05), cap((L * 0.35, 0, 0), (L * 0.5, 2.4, 0), 0.8, 0.2)], 0
            ),
            Part("metal", [ell((L, 0, 0), 1.5)], 0),
        ]
    if kind == "tip":
        return [Part("needle", [cap((0, 0, 0), (L, 0, 0), 1.1, 0.2)], 0)]
    if kind == "upper_arm":
        return [
            Part("bone", [cap((0, 0, 0), (L, 0, 0), 2.3, 1.5)], 0),
            Part("metal", [ell((L, 0, 0), 2.3)], 0),
            Part("black", [ell((0, 0, 0), 3.0)], 0),
        ]
    return [
        Part("bone", [cap((0, 0, 0), (L * 0.55, 0, 0), 1.6, 2.0), cap((L * 0.55, 0, 0), (L, 0, 0), 2.0, 1.3)], 1),
        Part("metal", [ell((L, 0, 0), 2.0)], 0),
    ]


HAND_POSES: dict[str, tuple[float, float, float]] = {
    "spread": (0.36, 2.2, 0.25),
    "claw": (0.26, 4.0, 1.25),
    "stab": (0.10, 0.6, 0.05),
}


def needle_hand(pose: str) -> list[Part]:
    """Hand along +x: five needles; (fan, knuckle rise, curl)."""
    fan, rise, curl = HAND_POSES[pose]
    sh: list[Shape] = []
    jt: list[Shape] = []
    for k in range(5):
        a = (k - 2) * fan + (0.5 * fan if k == 4 else 0)
        L1 = (7.5, 10, 11, 10, 7)[k]
        d = np.array([math.cos(a), math.sin(a), 0.12 * (k - 2)])
        c = d * L1 + [0, rise * 0.5, rise]
        t = c + unit(d + np.array([0, -curl * 0.8, -curl * 0.5])) * L1 * 1.55
        sh += [cap((0, 0, 0), tuple(c), 1.0, 0.75), cap(tuple(c), tuple(t), 0.75, 0.15)]
        jt.append(ell(tuple(c), 0.95))
    return [Part("needle", sh, 0.2), Part("metal", jt, 0), Part("bone", [ell((0.6, 0, 0.3), (2.8, 2.6, 2.2))], 0.6)]


@dataclass(frozen=True)
class PartSprite:
    """A part image with its pivot pixel."""

    name: str
    frame: Frame
    pivot: tuple[int, int]


def _draw(
    parts: list[Part], size: tuple[int, int], anchor: tuple[float, float], yaw: float, pitch: float, zjump: float = 3.4
) -> tuple[paint.Layer, float]:
    g = sdf.render([part_scaled(p, B) for p in parts], size, anchor, yaw, pitch, far=150, ss=3)
    return paint.shade(g), zjump


def _frame(lay: paint.Layer, zjump: float) -> Frame:
    rgba, nrm = paint.finish(lay, zjump)
    return Frame(rgba, nrm, lay.depth, {})


def body_sprite(kind: str, i: int, mood: str = "neutral") -> PartSprite:
    """Abdomen, torso or head in direction i of DIR8."""
    yaw = (0, 42, 64, 135, 180, 225, 296, 318)[i] if kind == "head" else i * 45
    size, anchor, parts = {
        "abdomen": ((80, 80), (40.5, 42.5), abdomen),
        "torso": ((56, 84), (28.5, 66.5), torso),
        "head": ((96, 96), (48.5, 54.5), head),
    }[kind]
    lay, z = _draw(parts(), size, anchor, yaw, PITCH)
    if kind == "head" and i not in (3, 4, 5):
        grid, ox, oy = (FACE[mood], -10, -3) if i == 0 else (SIDE_FACE[mood], 2 if i in (2, 6) else 0, -2)
        px = [(ox + x, oy + y, ch) for y, row in enumerate(grid) for x, ch in enumerate(row) if ch != "."]
        if i > 4:
            px = [(-x, y, c) for x, y, c in px]
        paint.stamp(lay, px, int(anchor[0]), int(anchor[1]) + 3, EYES)
    name = f"{kind}_{mood}_{DIR8[i]}" if kind == "head" else f"{kind}_{DIR8[i]}"
    return PartSprite(name, _frame(lay, z), (int(anchor[0]), int(anchor[1])))


def limb_sprite(kind: str, a: int, k: int) -> PartSprite:
    """Bone `kind` pointing at screen angle a/ANGLES (counter-clockwise from right), foreshortening k."""
    L = SKELETON["bones"][kind] * LENGTHS[k]  # type: ignore[index]
    ang = a * 360 / ANGLES
    tilt = math.degrees(math.acos(LENGTHS[k]))
    full = SKELETON["bones"][kind]  # type: ignore[index]
    M = rot_z(ang) @ rot_y(-tilt)
    r = int(L * B + 8)
    lay, z = _draw([part_moved(p, M) for p in limb(kind, full)], (2 * r + 1, 2 * r + 1), (r + 0.5, r + 0.5), 0, 0)
    return PartSprite(f"{kind}_{a:02d}_{k}", _frame(lay, z), (r, r))


def hand_sprite(pose: str, a: int, side: int) -> PartSprite:
    """Needle hand at screen angle a/HAND_ANGLES; side -1 mirrors it."""
    M = rot_z(a * 360 / HAND_ANGLES)
    flip = np.diag([1, side, 1]).astype(sdf.F)
    r = 46
    lay, z = _draw(
        [part_moved(p, M @ flip) for p in needle_hand(pose)], (2 * r + 1, 2 * r + 1), (r + 0.5, r + 0.5), 0, 0
    )
    return PartSprite(f"hand_{pose}_{'r' if side > 0 else 'l'}_{a:02d}", _frame(lay, z), (r, r))


def part_jobs() -> list[tuple]:
    """Every sprite of the kit as (function name, args)."""
    jobs: list[tuple] = [("body_sprite", "abdomen", i) for i in range(8)] + [
        ("body_sprite", "torso", i) for i in range(8)
    ]
    jobs += [("body_sprite", "head", i, m) for m in FACE for i in range(8)]
    jobs += [
        ("limb_sprite", k, a, n)
        for k in ("femur", "tibia", "tip", "upper_arm", "forearm")
        for a in range(ANGLES)
        for n in range(len(LENGTHS))
    ]
    return jobs + [("hand_sprite", p, a, s) for p in HAND_POSES for a in range(HAND_ANGLES) for s in (-1, 1)]


def make(job: tuple) -> PartSprite:
    """Run one job."""
    return globals()[job[0]](*job[1:])


# --- reference poser ------------------------------------------------------------------------------------------------
def skeleton_pose(
    t: float, yaw: float, run: float = 0.0, arm: tuple[float, float] = (0, 0), rise: float = 0.0, reach: float = 1.0
) -> dict[str, object]:
    """Joints in world units for a gait phase t (0..1): list of limb chains and body places, already turned by yaw."""
    S = SKELETON
    R = rot_y(yaw)
    Y = S["hover"] + rise + run * 3 * math.sin(t * 4 * math.pi)  # type: ignore[operator]
    base = np.array([0, Y, 0.0])

    def turn(v):
        return R @ np.asarray(v, float)

    chains = []
    for i, (hip, ang, r) in enumerate(zip(S["hips"], S["foot_angles"], S["foot_reach"])):  # type: ignore[arg-type]
        for s in (-1, 1):
            ph = (t + i / 3 + (0 if s < 0 else 0.5)) * 2 * math.pi
            w, u = math.sin(ph), max(0.0, math.cos(ph))
            a = math.radians(ang + w * (7 + 17 * run))
            h = beside(base, s * hip[0], hip[1], hip[2])
            foot = np.array([s * math.sin(a) * r * reach, u * (5 + 9 * run), math.cos(a) * r * reach + hip[2]])
            b = S["bones"]  # type: ignore[assignment]
            ankle = foot + (h - foot) * 0.30 + [0, b["tip"] * 0.82, 0]
            knee = bend(h, ankle, b["femur"], b["tibia"], np.array([s * 0.35, 1.0, 0.1]))
            chains.append((("femur", "tibia", "tip"), [turn(v) for v in (h, knee, ankle, foot)], s))
    for s, lift in zip((-1, 1), arm):
        sx, sy, sz = S["shoulder"]  # type: ignore[misc]
        sh = beside(base, s * sx, sy, sz)
        wr = beside(sh, s * (21 - 6 * lift), -13 + 36 * lift, 13 + 6 * lift)
        # type: ignore[index]
        el = bend(sh, wr, S["bones"]["upper_arm"], S["bones"]["forearm"], np.array([s * 1.0, -0.4, -0.3]))
        chains.append((("upper_arm", "forearm"), [turn(v) for v in (sh, el, wr)], s))
    places = {k: turn(base + np.asarray(S[k], float)) for k in ("abdomen", "torso", "head")}
    return {"chains": chains, "places": places, "yaw": yaw}


def _screen(v: np.ndarray) -> tuple[float, float, float]:
    x, y, z = sdf.project(v, 0, PITCH)
    return x * B, y * B, z * B


def pose_image(
    parts: Mapping[str, PartSprite],
    pose: Mapping[str, object],
    size: tuple[int, int],
    anchor: tuple[int, int],
    mood: str = "neutral",
    hands: tuple[str, str] = ("claw", "claw"),
) -> np.ndarray:
    """Assemble one frame from the part sprites (painter's algorithm by depth)."""
    todo: list[tuple[float, PartSprite, float, float]] = []
    d8 = round(pose["yaw"] / 45) % 8  # type: ignore[operator]
    for k, v in pose["places"].items():  # type: ignore[attr-defined]
        n = f"head_{mood}_{DIR8[d8]}" if k == "head" else f"{k}_{DIR8[d8]}"
        x, y, z = _screen(v)
        todo.append((z + (4 if k == "head" else 0), parts[n], x, y))
    for names, pts, s in pose["chains"]:  # type: ignore[attr-defined]
        for n, a, b in zip(names, pts, pts[1:]):
            (x0, y0, z0), (x1, y1, z1) = _screen(a), _screen(b)
            ang = math.degrees(math.atan2(-(y1 - y0), x1 - x0)) % 360
            ratio = math.hypot(x1 - x0, y1 - y0) / (SKELETON["bones"][n] * B)  # type: ignore[index]
            k = int(np.argmin([abs(ratio - q) for q in LENGTHS]))
            todo.append(((z0 + z1) / 2, parts[f"{n}_{round(ang / 360 * ANGLES) % ANGLES:02d}_{k}"], x0, y0))
        if len(names) == 2:
            (x0, y0, _), (x1, y1, z1) = _screen(pts[1]), _screen(pts[2])
            ang = math.degrees(math.atan2(-(y1 - y0), x1 - x0)) % 360
            todo.append(
                (
                    z1 + 8,
                    parts[
                        f"hand_{hands[0 if s < 0 else 1]}_{'r' if s > 0 else 'l'}_"
                        f"{round(ang / 360 * HAND_ANGLES) % HAND_ANGLES:02d}"
                    ],
                    x1,
                    y1,
                )
            )
    out = np.zeros((size[1], size[0], 4), np.uint8)
    for _, sp, x, y in sorted(todo, key=lambda q: q[0]):
        _blit(out, sp.frame.rgba, round(anchor[0] + x) - sp.pivot[0], round(anchor[1] + y) - sp.pivot[1])
    return out


def _blit(dst: np.ndarray, src: np.ndarray, x: int, y: int) -> None:
    h, w = src.shape[:2]
    H, W = dst.shape[:2]
    x0, y0, x1, y1 = max(x, 0), max(y, 0), min(x + w, W), min(y + h, H)
    if x0 < x1 and y0 < y1:
        s = src[y0 - y : y1 - y, x0 - x : x1 - x]
        m = s[..., 3] > 0
        dst[y0:y1, x0:x1][m] = s[m]


KEY_POSES: dict[str, dict] = {
    "lurk": {"t": 0.1, "yaw": 0, "arm": (0.1, 0.2)},
    "strike": {"t": 0.3, "yaw": 0, "arm": (0.55, 1.0), "rise": 4},
    "blind_search": {"t": 0.6, "yaw": 0, "arm": (0.7, 0.35), "rise": -6},
}
