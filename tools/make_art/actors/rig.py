"""The humanoid rig: a Human spec + a Pose + a yaw -> four layers (legs, torso, arms, head) -> sprite with anchors.

Layers are cached per process by the pose values that matter to them, so a walk cycle re-renders legs and arms only;
head and torso are moved by whole pixels.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, fields, replace

import numpy as np

from tools.make_art.actors import faces, paint, sdf
from tools.make_art.actors.sdf import Part, Shape, beside, cap, ell, moved, part_moved, rot_x, rot_y, rot_z, unit

Hand = tuple[float, float, float]
DIRS: dict[str, float] = {"down": 0, "right": 62, "up": 180, "left": 298}


@dataclass(frozen=True)
class Pose:
    """One frame.  Angles in degrees, bob and dx in whole screen pixels, hand targets in torso space (None: swing)."""

    bob: int = 0
    dx: int = 0
    dy: int = 0
    lean: float = 0
    twist: float = 0
    roll: float = 0  # whole body about x, for dodges and falls
    tip: float = 0  # whole body in the picture plane
    legL: float = 0
    legR: float = 0
    liftL: float = 0
    liftR: float = 0
    wide: float = 0  # extra foot spread
    armL: float = 0
    armR: float = 0
    elbL: float = 14
    elbR: float = 14
    out: float = 0
    handL: Hand | None = None
    handR: Hand | None = None
    turn: float = 0
    nod: float = 0
    tilt: float = 0
    sway: int = 0
    flow: int = 0  # hair tips towards the back, px (running)
    bounce: int = 0  # hair tips up, px
    hem: float = 0  # how far a coat is drawn up, so that boots show below it when she crouches
    hx: int = 0  # head shift in px on top of the rig
    hy: int = 0
    face: str = "neutral"
    prop: str = ""
    no_legs: bool = False
    tuck: int = 0  # px above the feet up to which a blanket hides everything
    cover: str = ""  # the blanket itself, by its ramp: its edge lies at ``edge``
    edge: int = 38  # px above the feet where the sheet is turned down
    bed: float = 22.5  # half the width of the blanket
    swell: float = 0.0  # how far a breath lifts the blanket, 0..1
    lies: bool = False  # only the head shows, on a pillow, seen from above
    seat: float = 0  # thighs forward, shins hanging from the knees; the foot anchor is where she sits
    kick: float = 0  # px by which the left shin swings forward (the right one if negative)
    strings: bool = False  # threads from both wrists, up and out of the picture
    grow: float = 1.0  # where a body that stretches has come to, 0..1
    bare: str = ""  # nothing but these arms ("both", "l", "r"): drawn over what she carries


def P(**k: object) -> Pose:
    """Short constructor."""
    return Pose(**k)  # type: ignore[arg-type]


PartFn = Callable[["Pose"], list[Part]]


@dataclass(frozen=True)
class Human:
    """A character: proportions, materials and functions that return parts in torso or head space."""

    name: str
    body: PartFn
    hair: PartFn
    face: faces.Face
    skin: str = "skin"
    leg_mat: str = "leg"
    boot_mat: str = "boot"
    arm_mat: str = "coat"
    fore_mat: str = ""  # forearm, when the sleeve is short
    hand_mat: str = ""
    leg: float = 11
    leg_r: float = 1.8
    boot_r: float = 2.1
    boot_h: float = 2.4
    hip_w: float = 2.7
    stride: float = 1.0
    lift: float = 1.0
    torso: float = 12.5
    shoulder: float = 4.4
    sh_drop: float = 1.7
    arm: float = 5.1
    arm_r: float = 1.9
    cuff: float = 2.4
    arm_out: float = 0.28
    hand_r: float = 1.7
    fingers: float = 0
    neck: float = 8.4
    neck_len: float = 0
    head: tuple[float, float, float] = (8.2, 8.6, 8.0)
    jaw: tuple[float, float, float] = (0.72, 0.53, 0.76)
    nose: tuple[float, float, float] = (1.1, 0.9, 1.1)
    head_z: float = 0.3
    head_extra: PartFn | None = None
    props: PartFn | None = None
    legs: Callable[[Human, Pose], list[Part]] | None = None  # replaces the two legs
    frame: tuple[int, int] = (48, 76)
    anchor: tuple[float, float] = (24.5, 62)
    remap: dict[str, str] = field(default_factory=dict)
    side_yaw: float = 62
    pitch: float = 20
    zjump: float = 2.2
    ghost: bool = False
    scale: float = 1.0
    shadow: tuple[int, int] = (9, 3)
    hurt: tuple[int, int] = (12, 18)  # hurt box w, h above the foot anchor
    grown: Callable[[float], Human] | None = None  # this body on its way, 0..1


def bend(a: np.ndarray, e: np.ndarray, l1: float, l2: float, pole: np.ndarray) -> np.ndarray:
    """Middle joint of a two-bone limb from a to e, bent towards the pole."""
    d = e - a
    dist = max(float(np.linalg.norm(d)), 1e-4)
    if dist > (l1 + l2) * 0.985:
        s = dist / ((l1 + l2) * 0.985)
        l1, l2 = l1 * s, l2 * s
    x = (l1 * l1 - l2 * l2 + dist * dist) / (2 * dist)
    h = math.sqrt(max(l1 * l1 - x * x, 0))
    u = d / dist
    p = pole - u * float(pole @ u)
    return a + u * x + unit(p) * h


def _leg_parts(s: Human, p: Pose, gait: float) -> list[Part]:
    """Two legs by inverse kinematics: feet stay on the ground whatever the hips do."""
    if s.legs is not None:
        return s.legs(s, p)
    if p.seat:
        return _seated_legs(s, p)
    legs: list[Shape] = []
    boots: list[Shape] = []
    hip_y = s.leg + p.bob / math.cos(math.radians(s.pitch))
    for sx, ang, lift in ((-1, p.legL, p.liftL), (1, p.legR, p.liftR)):
        a = math.radians(ang * s.stride) * gait
        lift = lift * s.lift
        hip = np.array([sx * s.hip_w, hip_y, 0.0])
        foot = np.array([sx * (s.hip_w + p.wide), 1.5 + lift, (s.leg - 1.5) * math.sin(a)])
        knee = bend(hip, foot, (s.leg - 1.2) * 0.52, (s.leg - 1.2) * 0.52, np.array([sx * 0.12, 0.1, 1.0]))
        legs += [cap(hip, knee, s.leg_r + 0.2, s.leg_r), cap(knee, foot, s.leg_r, s.leg_r - 0.1)]
        shin = unit(knee - foot)
        fp = math.radians(max(-ang * 0.9, 0) * 0.8 + lift * 6 if ang < 0 else -ang * 0.25)
        toe = foot + np.array([0, -0.2 - math.sin(fp) * 1.4, 1.4 * math.cos(fp)])
        br = s.boot_r
        boots += [
            cap(tuple(foot + shin * s.boot_h), tuple(foot), br, br),
            moved(ell((0, 0, 0), (br + 0.15, 1.7, br + 1.0)), rot_x(math.degrees(fp)), tuple(toe)),
            cap(beside(foot, 0, 0.2, 0), beside(foot, 0, 0.2 - math.sin(fp), 1.5 * math.cos(fp)), br - 0.15),
        ]
    return [Part(s.leg_mat, legs, 0.6), Part(s.boot_mat, boots, 1)]


def _seated_legs(s: Human, p: Pose) -> list[Part]:
    """Thighs forward, shins hanging."""
    thigh, shin = s.leg * 0.52 * p.seat + 1.2, s.leg * 0.5
    legs: list[Shape] = []
    boots: list[Shape] = []
    for sx, kick in ((-1, max(p.kick, 0)), (1, max(-p.kick, 0))):
        hip = np.array([sx * s.hip_w, s.leg - 0.4, 0.6])
        knee = np.array([sx * (s.hip_w + 0.5 + p.wide), s.leg + 0.2, thigh + 1.6])
        foot = beside(knee, 0, -shin + 0.24 * kick, kick)
        toe = beside(foot, 0, 0.1 + 0.2 * kick, 1.5)
        legs += [cap(hip, knee, s.leg_r + 0.3, s.leg_r), cap(knee, foot, s.leg_r, s.leg_r - 0.1)]
        boots += [
            cap(beside(foot, 0, s.boot_h, 0), foot, s.boot_r),
            ell(toe, (s.boot_r + 0.1, 1.6, s.boot_r + 1.0)),
        ]
    return [Part(s.leg_mat, legs, 0.6), Part(s.boot_mat, boots, 1)]


def hidden_legs(s: Human, p: Pose) -> list[Part]:
    """Under a long skirt only the shoe tips show: no knees that could pierce the cloth."""
    shoes = []
    for sx, ang, lift in ((-1, p.legL, p.liftL), (1, p.legR, p.liftR)):
        z = 2.2 + 2.2 * math.sin(math.radians(ang))
        shoes += [ell((sx * s.hip_w, 1.0 + lift * 0.2, z), (s.boot_r, 1.3, s.boot_r + 1.2))]
    return [Part(s.boot_mat, shoes, 0.4)]


def _torso_m(p: Pose) -> np.ndarray:
    return rot_x(p.lean) @ rot_y(p.twist)


def _arm_parts(s: Human, p: Pose, gait: float) -> list[Part]:
    """Two arms: forward swing or a hand target."""
    T = _torso_m(p)
    out: list[Part] = []
    lift = np.array([0, s.leg, 0.0])
    for sx, ang, el, tgt in ((-1, p.armL * gait, p.elbL, p.handL), (1, p.armR * gait, p.elbR, p.handR)):
        if p.bare == ("r" if sx < 0 else "l"):
            continue
        sh = T @ np.array([sx * s.shoulder, s.torso - s.sh_drop, 0.0]) + lift
        if tgt is not None:
            e = T @ np.array(tgt, float) + lift
            m = bend(sh, e, s.arm, s.arm, np.array([sx * 0.8, -0.8, -0.35]))
        else:
            A, B, side = math.radians(ang), math.radians(ang + el), sx * (s.arm_out + p.out)
            m = sh + np.array([side * s.arm, -s.arm * math.cos(A), s.arm * math.sin(A)])
            e = m + np.array([side * s.arm * 0.4, -s.arm * math.cos(B), s.arm * math.sin(B)])
        upper = [cap(sh, m, s.arm_r + 0.2, s.arm_r)]
        fore = cap(m, e, s.arm_r, s.cuff) if not s.fore_mat else cap(m, e, s.arm_r - 0.3, s.arm_r - 0.5)
        if s.fore_mat:
            out += [Part(s.arm_mat, upper, 0.6), Part(s.fore_mat, [fore], 0.3)]
        else:
            out.append(Part(s.arm_mat, [*upper, fore], 0.8))
        d = unit(e - m)
        hand = e + d * 1.5 + np.array([0, 0, 0.3])
        shapes = [ell(tuple(hand), s.hand_r)]
        if s.fingers:
            side_v = unit(np.cross(d, (0.2, 0, 1.0)))
            for q in (-1, 0, 1):
                shapes.append(cap(tuple(e + d * 0.6), tuple(e + d * s.fingers + side_v * q * 1.6), 0.9, 0.42))
        out.append(Part(s.hand_mat or s.skin, shapes, 0.5))
    return out


def _torso_parts(s: Human, p: Pose) -> list[Part]:
    T = _torso_m(p)
    parts = [part_moved(g, T, (0, s.leg, 0)) for g in s.body(p)]
    if s.neck_len:
        top = T @ np.array([0, s.torso - 2, 0.0])
        parts.append(
            Part(s.skin, [cap(beside(top, 0, s.leg, 0), beside(top, 0, s.leg + s.neck_len, 0.3), 1.9, 1.7)], 0)
        )
    return parts


def pivot(s: Human) -> np.ndarray:
    """The point about which a whole body rolls and tips."""
    return np.array([0, s.leg + s.torso * 0.4, 0])


def head_centre(s: Human, p: Pose) -> np.ndarray:
    """Head centre in object space, bob excluded."""
    c = rot_x(p.lean * 0.8) @ np.array([0, s.torso + s.neck, 0.0])
    return c + np.array([0, s.leg, s.head_z])


def _head_parts(s: Human, p: Pose) -> list[Part]:
    """Head in its own space (centre at the origin)."""
    a, b, c = s.head
    j = s.jaw
    skull = [
        ell((0, 0, 0.4), s.head),
        ell((0, -b * 0.48, 1.6), (a * j[0], b * j[1], c * j[2])),
        ell((0, -b * 0.2, c + 0.6), s.nose),
    ]
    parts = [Part(s.skin, skull, 1.5), *s.hair(p)]
    if s.head_extra:
        parts += s.head_extra(p)
    return parts


_CACHE: dict[tuple, paint.Layer] = {}


def _light_for(yaw: float) -> tuple[float, float, float]:
    """Key light from the upper left; a little frontal when the figure faces right, so that faces stay readable."""
    return (-0.12, 0.72, 0.74) if 20 < yaw % 360 < 160 else sdf.KEY_LIGHT


def _layer(
    s: Human,
    kind: str,
    key: tuple,
    build: Callable[[], tuple[list[Part], list[Part]]],
    yaw: float,
    pitch: float,
    world: np.ndarray | None,
) -> paint.Layer:
    """Render one layer or take it from the cache."""
    k = (s.name, kind, yaw, pitch, key)
    if k not in _CACHE:
        parts, ghosts = build()
        if world is not None:
            piv = (0, s.leg + s.torso * 0.4, 0)

            def turn(g):
                return part_moved(part_moved(g, np.eye(3, dtype=sdf.F), tuple(-v for v in piv)), world, piv)

            parts, ghosts = [turn(g) for g in parts], [turn(g) for g in ghosts]
        if s.scale != 1:
            parts, ghosts = [sdf.part_scaled(g, s.scale) for g in parts], [sdf.part_scaled(g, s.scale) for g in ghosts]
        far = 90 if max(s.frame) <= 90 else 150
        g = sdf.render(
            parts,
            s.frame,
            s.anchor,
            yaw,
            pitch,
            light=_light_for(yaw) if kind == "head" else sdf.KEY_LIGHT,
            ghosts=ghosts,
            far=far,
        )
        _CACHE[k] = paint.shade(g, s.remap)
    return _CACHE[k]


def _face_yaw(yaw: float, turn: float) -> float:
    return (yaw + turn + 180) % 360 - 180


def _head_layer(s: Human, p: Pose, yaw: float, pitch: float, world: np.ndarray | None) -> paint.Layer:
    """Head at its rest place with the face stamped on."""
    rest = Pose()
    c0 = head_centre(s, rest)
    M = rot_y(p.turn) @ rot_x(p.nod) @ rot_z(p.tilt)

    def build():
        return ([part_moved(g, M, tuple(c0)) for g in _head_parts(s, p)], [])

    held, hair = (p.turn, p.nod, p.tilt, p.roll, p.tip), (p.sway, p.flow, p.bounce)
    base = _layer(s, "head", (*held, *hair), build, yaw, pitch, world)
    k = (s.name, "faced", yaw, pitch, *held, *hair, p.face)
    if k in _CACHE:
        return _CACHE[k]
    lay = replace(base, ramp=base.ramp.copy(), tone=base.tone.copy(), depth=base.depth.copy(), over=base.over.copy())
    if any(hair):  # hair that swings keeps the light of hair at rest: only its outline moves, nothing flickers
        calm = replace(p, sway=0, flow=0, bounce=0)
        still = _layer(
            s,
            "head",
            (*held, 0, 0, 0),
            lambda: ([part_moved(g, M, tuple(c0)) for g in _head_parts(s, calm)], []),
            yaw,
            pitch,
            world,
        )
        same = (still.ramp == lay.ramp) & (lay.ramp >= 0)
        lay.tone[same] = still.tone[same]
    if world is None or (
        abs(p.roll) <= 20 and abs(p.tip) <= 20
    ):  # a face still sits on a figure that leans over a little
        at = c0 if world is None else world @ (c0 - pivot(s)) + pivot(s)
        vx, vy, _ = sdf.project(at * s.scale, yaw, pitch)
        x, y = round(s.anchor[0] + vx - 0.5), round(s.anchor[1] + vy - 0.5)
        fy = _face_yaw(yaw, p.turn)
        px, over = faces.pixels(s.face, p.face, fy)
        paint.stamp(lay, px, x, y + round(p.nod * 0.12), s.face.colours(), lock=not over)
    _CACHE[k] = lay
    return lay


@dataclass
class Frame:
    """A finished sprite frame: pixels, packed normals + height, pixel anchors relative to the foot anchor."""

    rgba: np.ndarray
    normal: np.ndarray
    depth: np.ndarray
    points: dict[str, tuple[int, int]]


def yaw_of(s: Human, d: str) -> float:
    """Yaw of a direction name."""
    return {"down": 0, "right": s.side_yaw, "up": 180, "left": 360 - s.side_yaw}[d]


def draw(s: Human, p: Pose, d: str) -> Frame:
    """Render one frame."""
    if p.grow != 1.0 and s.grown is not None:
        s = s.grown(p.grow)
    if p.seat:
        p = replace(p, dy=p.dy + round((s.leg - 2.2) * math.cos(math.radians(s.pitch))))
    if p.lies:
        return _in_bed(s, p)
    yaw, pitch = yaw_of(s, d), s.pitch
    gait = 0.72 if d in ("down", "up") else 1.0
    world = rot_z(p.tip) @ rot_x(p.roll) if p.roll or p.tip else None
    w, h = s.frame
    whole = world is not None
    turn = (p.lean, p.twist, p.roll, p.tip)

    def torso_at():
        return _torso_parts(s, p)

    def head_at():
        return [part_moved(g, rot_y(p.turn) @ rot_x(p.nod), tuple(head_centre(s, p))) for g in _head_parts(s, p)]

    stack: list[tuple[paint.Layer, int, int, float]] = []
    legs_key = (p.legL, p.legR, p.liftL, p.liftR, p.bob, p.wide, p.hem, p.seat, p.kick, turn if whole else p.lean)
    if not p.no_legs and not p.bare:
        stack.append(
            (_layer(s, "legs", legs_key, lambda: (_leg_parts(s, p, gait), torso_at()), yaw, pitch, world), 0, 0, 0)
        )
    if not p.bare:
        stack.append(
            (_layer(s, "torso", (*turn, p.hem), lambda: (torso_at(), head_at()), yaw, pitch, world), 0, -p.bob, 0)
        )
    arms_key = (*turn, p.armL, p.armR, p.elbL, p.elbR, p.out, p.handL, p.handR, p.bare)

    def arms_at():
        return _arm_parts(s, p, gait), [] if p.bare else torso_at()

    stack.append((_layer(s, "arms", arms_key, arms_at, yaw, pitch, world), 0, -p.bob, 0))
    c0, c1 = head_centre(s, Pose()), head_centre(s, p)
    if whole:
        piv = pivot(s)
        c0, c1 = world @ (c0 - piv) + piv, world @ (c1 - piv) + piv
    v0, v1 = sdf.project(c0 * s.scale, yaw, pitch), sdf.project(c1 * s.scale, yaw, pitch)
    hx, hy = round(v1[0] - v0[0]) + p.hx, round(v1[1] - v0[1]) - p.bob - p.hy
    if not p.bare:
        stack.append((_head_layer(s, p, yaw, pitch, world), hx, hy, -(v1[2] - v0[2])))
    if s.props and p.prop and not p.bare:
        pk = (*turn, p.prop, p.handL, p.handR)
        stack.append(
            (
                _layer(
                    s,
                    "prop",
                    pk,
                    lambda: ([part_moved(g, _torso_m(p), (0, s.leg, 0)) for g in s.props(p)], []),
                    yaw,
                    pitch,
                    world,
                ),
                0,
                -p.bob,
                0,
            )
        )
    lay = paint.merge(stack, h, w)
    if p.dx or p.dy:
        lay = paint.merge([(lay, p.dx, p.dy, 0)], h, w)
    if p.tuck:
        lay.ramp[int(s.anchor[1]) - p.tuck :] = -1
    if p.cover:
        lay = paint.merge([(lay, 0, 0, 0), (_blanket(s, p), 0, 0, 0)], h, w)
    rgba, nrm = paint.finish(lay, s.zjump)
    if s.ghost:
        rgba = _ghostly(rgba, s)
    points = _points(s, p, yaw, pitch, v1, hx - round(v1[0] - v0[0]), hy)
    if p.strings:
        _string_up(s, rgba, points)
    return Frame(rgba, nrm, lay.depth, points)


def _blanket(s: Human, p: Pose) -> paint.Layer:
    """A sheet turned down over a quilt with somebody under it; as wide as the bed, so that it hides the bed's own."""
    w, h = s.frame
    lay = paint.empty(h, w)
    y, x = np.mgrid[0:h, 0:w] + 0.5
    dx, v = x - s.anchor[0], y - (s.anchor[1] - p.edge)
    long, half = p.edge + 9.0, p.bed
    side = np.clip(dx / (13.0 - 0.13 * np.clip(v, 0, 40)), -1, 1)  # across the sleeper
    over = np.clip(1 - np.clip(v - long + 14, 0, 12) / 12, 0, 1) ** 0.5  # nothing of her reaches the foot of the bed
    dome = np.sqrt(1 - side**2) * over
    edge = -p.swell * dome - 1.5 * dome + 1.5 * (np.abs(dx) > half - 2)
    on = (np.abs(dx) < half) & (v > edge) & (v < long)
    sheet = on & (v < edge + 5.5)
    fold = np.clip(1 - np.abs((v - edge - 2.0) / 3.2), 0, 1)
    bent = v - 4.0 * dome
    checks = ((np.floor(dx / 8 + 40.5) + np.floor((bent * 0.8 + dx * 0.4) / 8 + 40)) % 2) * 2 - 1
    feet = np.exp(-(((v - long + 15) / 5) ** 2)) * (np.abs(dx) < 9)
    crease = np.exp(-((v - edge - 9 - 0.25 * dx) ** 2) / 5) + np.exp(-((v - edge - 22 + 0.3 * dx) ** 2) / 4)
    lit = 0.57 - 0.26 * side * np.sign(dome) * (dome > 0.05) + 0.10 * dome + 0.085 * checks + 0.14 * feet
    lit -= 0.10 * crease * dome + 0.10 * np.clip(np.abs(dx) - half + 4, 0, 4) / 4
    lit -= 0.20 * ((v > edge + 5.5) & (v < edge + 7))
    lit = np.where(sheet, 0.44 + 0.40 * fold - 0.14 * side * (dome > 0.05), lit)
    ids = paint.IDS
    lay.ramp = np.where(sheet, ids["sheet"], np.where(on, ids[p.cover], -1))
    lay.tone = 1 + np.clip((lit * 5).astype(int), 0, 4)
    lay.depth = np.where(on, 66.0, paint.FARAWAY)
    lay.normal = np.stack([side * 0.7 * (dome > 0.05), np.full_like(side, 0.4), np.full_like(side, 0.8)], -1)
    lay.normal[~on] = 0
    return lay


def _in_bed(s: Human, p: Pose) -> Frame:
    """A head on a pillow, seen from above, and whoever it belongs to under a blanket."""
    w, h = s.frame
    head = _head_layer(s, p, 0, 6, None)
    up = sdf.project(head_centre(s, Pose()) * s.scale, 0, 6)[1]
    dy = round(-p.edge - 10 - up) - p.hy
    lay = paint.merge([(head, p.dx + p.hx, dy, 0), (_blanket(s, p), 0, 0, 0)], h, w)
    rgba, nrm = paint.finish(lay, s.zjump)
    return Frame(rgba, nrm, lay.depth, {"head": (p.dx + p.hx, round(up) + dy)})


def _string_up(s: Human, rgba: np.ndarray, points: dict[str, tuple[int, int]]) -> None:
    """Threads from the wrists to the top of the picture, behind the figure; a px in three is left out: they shine."""
    for name in ("hand_l", "hand_r"):
        x, y = points[name][0] + int(s.anchor[0]), points[name][1] + int(s.anchor[1])
        for row in range(max(y, 0)):
            if (row + x) % 3 and not rgba[row, x, 3]:
                rgba[row, x] = (*((216, 190, 206) if row % 4 else (255, 252, 240)), 255)


def _ghostly(rgba: np.ndarray, s: Human) -> np.ndarray:
    """Translucent, fading into tatters towards the feet."""
    h, w = rgba.shape[:2]
    y, x = np.mgrid[0:h, 0:w]
    foot = s.anchor[1] - 3
    fade = np.clip((foot + 1.5 * np.sin(x * 0.9) - y) / 16, 0, 1)
    bayer = np.array([[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]])[y % 4, x % 4] / 16
    on = fade > bayer * 0.9
    out = rgba.copy()
    keep = on & (rgba[..., 3] > 0) & (y < foot - 1)
    out[..., 3] = np.where(keep, 205, 0)
    out[out[..., 3] == 0] = 0
    return out


def _points(
    s: Human, p: Pose, yaw: float, pitch: float, head: tuple[float, float, float], hx: int, hy: int
) -> dict[str, tuple[int, int]]:
    """Where head and hands are, in pixels from the foot anchor (for carried things and effects)."""
    out = {"head": (round(head[0]) + p.hx + p.dx, round(head[1]) - p.bob - p.hy + p.dy)}
    for n, t, sx in (("hand_l", p.handL, -1), ("hand_r", p.handR, 1)):
        local = np.array(t, float) if t else np.array([sx * (s.shoulder + 2), s.torso - s.sh_drop - s.arm * 1.8, 2.0])
        v = sdf.project((_torso_m(p) @ local + [0, s.leg, 0]) * s.scale, yaw, pitch)
        out[n] = (round(v[0]) + p.dx, round(v[1]) - p.bob + p.dy)
    return out


def clear_cache() -> None:
    """Forget rendered layers (call between characters)."""
    _CACHE.clear()


def spec_text(s: Human) -> str:
    """Stable text of the plain fields, part of the cache key."""
    return ";".join(f"{f.name}={getattr(s, f.name)!r}" for f in fields(s) if not callable(getattr(s, f.name)))
