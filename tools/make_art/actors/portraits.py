"""72x72 portraits: the sprite's own 3-D head at about three times its size, with a face drawn in 2-D; a mood is six
numbers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from tools.make_art.actors import beldam, creatures, paint, sdf
from tools.make_art.actors import cast_other as other
from tools.make_art.actors import cast_real as real
from tools.make_art.actors.rig import Human, Pose, _arm_parts, _head_parts, _torso_parts, head_centre
from tools.make_art.actors.sdf import part_moved, part_scaled, rot_x, rot_y
from tools.make_art.core.ramps import hexc as rgb

SIZE = 72
BLINK = "_blink"
"""Ends the name of a mood with its eyes shut."""


@dataclass(frozen=True)
class Mood:
    """A face in numbers. open: height of the eyes (0 = shut); lid: how far the upper lid hangs over them (0..1); low:
    how far a
    smile or a squint pushes the lower lid up (0..1); raise_/tilt: brows (tilt > 0 worried, < 0 cross); lift: the one
    brow that
    goes up alone; mouth: curve -1..1; gap: open mouth 0..1; smirk: one corner up; wide: mouth width; look/look_y:
    pupils;
    turn/nod: head in degrees; blush, tear, sweat: extras 0..1."""

    open: float = 1.0
    raise_: float = 0
    tilt: float = 0
    mouth: float = 0.25
    gap: float = 0
    look: float = 0
    pupil: float = 1.0
    turn: float = 10
    nod: float = 0
    lid: float = 0
    low: float = 0
    lift: float = 0
    smirk: float = 0
    wide: float = 1.0
    look_y: float = 0
    blush: float = 0
    tear: float = 0
    sweat: float = 0


MOODS: dict[str, Mood] = {
    "plain": Mood(),
    "cross": Mood(open=0.62, raise_=-1, tilt=-1.3, mouth=-0.6, look=1.5, turn=16),
    "curious": Mood(open=1.14, raise_=1.2, lift=3.2, mouth=0.05, wide=0.7, look=-1.4, pupil=1.12, turn=-4, nod=-3),
    "glad": Mood(open=0.94, raise_=1.6, mouth=1.0, gap=0.5, low=0.3, nod=-3, blush=0.6),
    "sly": Mood(open=0.9, lid=0.36, tilt=-0.7, lift=2.6, mouth=0.45, smirk=1.0, look=2.0, turn=20, low=0.12),
    "worried": Mood(open=1.04, raise_=1, tilt=1.35, mouth=-0.35, wide=0.8, look=-1.2, turn=4, nod=4),
    "afraid": Mood(open=1.2, raise_=2, tilt=1.6, mouth=-0.5, gap=0.4, pupil=0.58, turn=2, nod=4, sweat=1),
    "brave": Mood(open=0.86, raise_=-0.6, tilt=-0.95, mouth=0.3, wide=1.1, smirk=0.3, turn=12, nod=-5),
    "sad": Mood(open=0.8, lid=0.16, raise_=0.5, tilt=1.6, mouth=-0.75, wide=0.8, look_y=1.2, nod=8, tear=1),
    "soft": Mood(open=0.92, lid=0.22, raise_=1.0, tilt=0.55, mouth=0.6, wide=0.85, low=0.16, nod=3, blush=0.7),
    "surprised": Mood(open=1.22, raise_=3.2, mouth=0, gap=1.0, pupil=0.85, nod=-3),
    "busy": Mood(
        open=0.9, lid=0.34, raise_=-0.6, tilt=-0.5, mouth=-0.05, wide=0.7, look=-2.2, look_y=1.6, turn=-16, nod=9
    ),
    "tired": Mood(open=0.95, lid=0.52, raise_=0.4, tilt=0.75, mouth=-0.3, wide=0.85, nod=6, look_y=0.8),
    "puzzled": Mood(
        open=1.04, raise_=0.4, tilt=0.2, lift=3.6, mouth=-0.15, smirk=-0.6, wide=0.75, look=1.6, turn=-6, nod=-2
    ),
    "proud": Mood(open=0.0, raise_=1.8, mouth=0.8, wide=1.1, nod=-7, turn=14, blush=0.6),
    "eager": Mood(open=1.18, raise_=2.4, mouth=1.0, gap=0.75, wide=1.08, pupil=1.16, turn=6, nod=-4, blush=0.5),
    "sheepish": Mood(
        open=0.95,
        lid=0.14,
        raise_=1.2,
        tilt=1.2,
        mouth=0.5,
        smirk=0.7,
        look=-2.4,
        look_y=0.6,
        turn=18,
        nod=5,
        blush=1,
        sweat=1,
    ),
    "bored": Mood(open=0.9, lid=0.58, mouth=-0.1, look=-1.5, turn=-14, nod=2),
    "wary": Mood(open=1.05, low=0.22, tilt=-0.8, raise_=0.4, mouth=-0.3, look=2.2, pupil=0.8, turn=-12),
    "grave": Mood(open=0.85, lid=0.2, raise_=-0.8, tilt=0.35, mouth=-0.4, nod=6, turn=6),
    "stern": Mood(open=0.74, raise_=-1.2, tilt=-1.0, mouth=-0.75, turn=8, nod=-2),
    "grand": Mood(open=0.9, lid=0.34, raise_=3.0, mouth=0.7, gap=0.3, wide=0.9, turn=20, nod=-9),
    "dry": Mood(open=0.84, lid=0.42, raise_=-0.4, lift=2.4, mouth=-0.1, smirk=0.7, look=1.8, turn=14),
    "warm": Mood(open=1.0, raise_=1.4, mouth=0.95, wide=1.1, nod=3, turn=8, blush=0.8),
    "still": Mood(open=1.0, mouth=0.0, wide=0.8, turn=0),
    "cold": Mood(open=0.9, raise_=-0.8, tilt=-1.2, mouth=-0.35, wide=0.85, turn=4, nod=6),
    "blank": Mood(open=1.0, mouth=0.0, wide=0.65, turn=0, nod=5),
    "hollow": Mood(open=1.0, raise_=1.6, tilt=1.3, mouth=-0.25, gap=0.55, wide=0.7, turn=-4, nod=8),
    "faint": Mood(open=1.0, lid=0.3, tilt=0.8, mouth=-0.1, wide=0.6, turn=2, nod=6),
    "bright": Mood(open=1.1, raise_=2.0, mouth=0.9, gap=0.25, low=0.15, pupil=1.12, nod=-4),
    "sweet": Mood(open=1.0, raise_=1.5, mouth=1.0, turn=14, nod=4),
    "furious": Mood(open=1.0, raise_=-2.5, tilt=-2.2, mouth=-0.6, gap=1.0, turn=2, nod=8),
    "blind": Mood(open=1.0, raise_=1.0, tilt=1.0, mouth=-0.6, gap=0.6, turn=-16, nod=-4),
}
NEUTRAL = MOODS["plain"]


@dataclass(frozen=True)
class Look:
    """How one character's face is drawn."""

    spec: Human
    eye: str = "kid"  # kid, adult, old, button
    iris: str = "7a4428"
    brow: str = "1b2560"
    brow_w: int = 2
    eye_k: float = 1.0  # size of the eyes
    lash: bool = False
    lips: str = "7a2c40"
    lip_full: bool = False
    shade: str = "c88f88"
    dots: tuple[tuple[int, int, str], ...] = ()
    lines: bool = False  # wrinkles
    mouth: bool = True
    glasses: str = ""
    teeth: bool = False
    scale: float = 2.9
    moods: tuple[str, ...] = ("plain",)
    faces: Mapping[str, Mood] = field(default_factory=dict)  # this one's own way of wearing a mood
    cheek: str = ""
    nose: bool = True
    drop: int = 0
    glow: float = 0


class Canvas:
    """Tiny 2-D drawing helper on an rgb array, clipped to a mask."""

    def __init__(self, px: np.ndarray, mask: np.ndarray) -> None:
        self.px, self.mask = px, mask
        self.y, self.x = np.mgrid[0 : px.shape[0], 0 : px.shape[1]]

    def ellipse(
        self, cx: float, cy: float, rx: float, ry: float, col: str, where: np.ndarray | bool = True
    ) -> np.ndarray:
        """Filled ellipse; returns the painted mask."""
        m = (((self.x - cx) / rx) ** 2 + ((self.y - cy) / ry) ** 2 <= 1) & self.mask & where
        self.px[m] = rgb(col)
        return m

    def dot(self, x: float, y: float, col: str) -> None:
        """One pixel."""
        xi, yi = round(x), round(y)
        if 0 <= xi < self.px.shape[1] and 0 <= yi < self.px.shape[0] and self.mask[yi, xi]:
            self.px[yi, xi] = rgb(col)

    def curve(self, x0: float, x1: float, f, col: str, th: int = 1) -> None:
        """y = f(u), u in -1..1 over x0..x1."""
        n = max(int(abs(x1 - x0)) * 2, 2)
        for u in np.linspace(-1, 1, n):
            for k in range(th):
                self.dot(x0 + (x1 - x0) * (u + 1) / 2, f(u) + k, col)


def _base(spec: Human, mood: Mood, scale: float, drop: int) -> tuple[np.ndarray, int, int]:
    """Rendered head and shoulders; returns rgba and the face centre."""
    p = Pose(turn=0)
    c = head_centre(spec, p)
    M = rot_y(mood.turn) @ rot_x(mood.nod)
    parts = (
        _torso_parts(spec, p) + _arm_parts(spec, p, 1.0) + [part_moved(g, M, tuple(c)) for g in _head_parts(spec, p)]
    )
    hy = float(c[1]) * scale
    cy = 35 + drop
    parts = [part_scaled(g, scale) for g in parts]
    g = sdf.render(
        parts,
        (SIZE, SIZE),
        (SIZE / 2 + 0.5, cy + hy * math.cos(math.radians(5)) - float(c[2]) * scale * math.sin(math.radians(5))),
        0,
        5,
        ss=2,
        far=150,
    )
    rgba, _ = paint.finish(paint.shade(g, spec.remap), 4)
    dx = spec.head[2] * scale * math.sin(math.radians(mood.turn)) * 0.8
    return rgba, round(SIZE / 2 + dx * 0.75), round(cy + 2 + mood.nod * 0.35)


def _lighter(colour: str) -> str:
    """The light that gathers at the foot of an iris."""
    return "".join(f"{min(int(v * 1.35 + 34), 255):02x}" for v in rgb(colour))


def _shut_eye(cv: Canvas, L: Look, m: Mood, ex: float, ey: float, rx: float) -> None:
    """A closed eye: an arch when smiling, a dish when not."""
    bow = -2.6 if m.mouth > 0.3 else 1.8
    cv.curve(ex - rx, ex + rx, lambda u: ey + 1.5 + bow * (1 - u * u), "1b1430", 2)
    cv.curve(ex - rx + 1, ex + rx - 1, lambda u: ey + 5 + bow * (1 - u * u), L.shade)


def _eye(cv: Canvas, L: Look, m: Mood, ex: float, ey: float, s: int, k: float) -> None:
    """One human eye: white, iris, pupil, glint, between an upper lid that may hang and a lower lid that may rise."""
    rx, ry = {"kid": (5.2, 5.8), "adult": (4.2, 4.2), "old": (3.9, 3.5)}[L.eye]
    k *= L.eye_k
    rx, ry = rx * k, ry * k * m.open
    if m.open < 0.1:
        _shut_eye(cv, L, m, ex, ey, rx)
        return
    top, bottom = ey - ry + 2 * ry * m.lid, ey + ry - 2 * ry * m.low
    gap = (cv.y >= np.round(top)) & (cv.y <= bottom)
    cv.ellipse(ex, ey, rx, ry, "fffdf6", gap)
    pr = {"kid": 3.4, "adult": 2.7, "old": 2.4}[L.eye] * k * m.pupil
    px, inside = ex - 0.5 * s + m.look, (((cv.x - ex) / rx) ** 2 + ((cv.y - ey) / max(ry, 0.8)) ** 2 <= 1) & gap
    ly = ey + m.look_y + (0.8 * m.lid * ry)
    cv.ellipse(px, ly + 0.6, pr, min(pr * 1.28, ry + 0.6), "3a1c18", inside)
    cv.ellipse(px, ly + 1.1, pr * 0.76, pr, L.iris, inside)
    cv.ellipse(px, ly + 0.4, pr * 0.45, pr * 0.6, "140a14", inside)
    glint = max(pr * 0.36, 0.8)
    cv.ellipse(px, ly + pr * 0.85, pr * 0.5, max(pr * 0.28, 0.6), _lighter(L.iris), inside)
    cv.ellipse(px - 1.3, max(ly - ry * 0.3, top + 1.5), glint, glint, "ffffff", inside)
    th = 2 if L.eye != "old" else 1
    if m.lid > 0.05:
        half = rx * math.sqrt(max(1 - (1 - 2 * m.lid) ** 2, 0.2)) + 0.6
        cv.curve(ex - half, ex + half, lambda u: top - th + 0.6 + 0.7 * u * u, "1b1430", th)
        cv.curve(ex - rx, ex + rx, lambda u: ey - ry * 0.95 * math.sqrt(max(1 - u * u, 0)) - 0.6, L.shade)
    else:
        cv.curve(ex - rx - 0.6, ex + rx + 0.6, lambda u: ey - ry * math.sqrt(max(1 - u * u, 0)) - 0.2, "1b1430", th)
    if m.low > 0.1:
        cv.curve(ex - rx + 0.5, ex + rx - 0.5, lambda u: bottom + 1 + u * u * 0.8, L.shade)
    elif m.open < 0.8:
        cv.curve(ex - rx + 1, ex + rx - 1, lambda u: ey + ry * math.sqrt(max(1 - u * u, 0)) + 0.8, L.shade)
    if L.eye == "old" or L.lines or m.lid > 0.45:
        cv.curve(ex - rx + 1, ex + rx, lambda u: ey + ry + 2.2 - u * u * 0.8, L.shade)
    if L.lash:
        cv.curve(ex + s * (rx + 0.4), ex + s * (rx + 2), lambda u: max(top, ey - ry) + ry * 0.5 - u * s * 0.9, "1b1430")
        cv.dot(ex + s * (rx + 1), max(top, ey - ry) + ry * 0.5 - 2, "1b1430")
    elif L.cheek and L.eye != "kid":
        cv.dot(ex + s * (rx + 1), ey - 1, "1b1430")


def _button(cv: Canvas, ex: float, ey: float, r: float) -> None:
    """Sewn button eye: rim, dish, four holes, crossed thread, highlight."""
    ex, ey = round(ex), round(ey)
    ramp = ("05050c", "14142a", "26264a", "444470", "7c86ac", "d0dcf0")
    d = np.hypot(cv.x - ex, cv.y - ey)
    light = (-(cv.x - ex) * 0.55 - (cv.y - ey) * 0.8) / r
    v = np.where(d > r * 0.72, 0.44 + 0.44 * light, 0.30 - 0.22 * light)
    v = np.where((d > r * 0.62) & (d < r * 0.76), 0.06, v)
    m = (d <= r) & cv.mask
    ix = np.clip((v * 6).astype(int), 0, 5)
    cv.px[m] = np.stack([rgb(c) for c in ramp])[ix][m]
    rim = (d > r) & (d <= r + 1) & cv.mask
    cv.px[rim] = rgb("05050c")
    for sx, sy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        cv.dot(ex + sx * r * 0.28, ey + sy * r * 0.28, "05050c")
    for q in np.linspace(-0.3, 0.3, 5):
        cv.dot(ex + q * r, ey + q * r, "8c94b4")
        cv.dot(ex + q * r, ey - q * r, "8c94b4")
    cv.dot(ex - r * 0.45, ey - r * 0.55, "d0dcf0")
    cv.dot(ex - r * 0.45 + 1, ey - r * 0.55, "d0dcf0")


def _mouth(cv: Canvas, L: Look, m: Mood, cx: int, my: float, k: float) -> None:
    """Curve, or an open mouth with teeth and tongue."""
    w = (5.5 + 2.2 * max(m.mouth, 0)) * k * (1 if m.gap < 0.9 else 0.55) * m.wide
    bow = m.mouth * 3.2 * k
    if m.gap > 0.05:
        h = 4.6 * m.gap * k
        if m.mouth < -0.2:
            cv.ellipse(cx, my + 1, w * 0.8, max(h, 1.4), "3a0e1c")
            cv.curve(cx - w * 0.6, cx + w * 0.6, lambda u: my - h * 0.2, "e8dcd0")
        elif m.gap > 0.8:
            cv.ellipse(cx, my + 1, w, h, L.lips)
            cv.ellipse(cx, my + 1, w - 1.2, h - 1.2, "3a0e1c")
        else:
            _open_smile(cv, L, cx, my, w, bow, h)
        return

    def line(u: float) -> float:
        return my + bow * (1 - u * u) - bow * 0.5 - m.smirk * 2.0 * k * (u + 0.3 * u * u)

    cv.curve(cx - w, cx + w, line, L.lips, 1)
    if abs(m.smirk) > 0.3:
        side = 1 if m.smirk > 0 else -1
        cv.curve(cx + side * (w + 0.5), cx + side * (w + 2), lambda u: line(side) - 0.8 + 0.6 * abs(u), L.shade)
    if L.lip_full:
        cv.curve(cx - w * 0.75, cx + w * 0.75, lambda u: line(u) + 1, L.lips)
    cv.curve(cx - w * 0.4, cx + w * 0.4, lambda u: my + bow * 0.5 + 2.4, L.shade)


def _open_smile(cv: Canvas, L: Look, cx: int, my: float, w: float, bow: float, h: float) -> None:
    """A grin: lips, a row of teeth, dark, tongue."""
    for x in range(round(cx - w), round(cx + w) + 1):
        u = (x - cx) / w
        arch = math.sqrt(max(1 - u * u, 0))
        top = my - bow * 0.45 + bow * 0.55 * (1 - u * u)
        rows = max(round((h + 1.6) * arch), 0)
        for j in range(rows + 1):
            y = top + j
            col = (
                L.lips
                if j in (0, rows)
                else "f6f0e8"
                if j == 1 and abs(u) < 0.8
                else "c05868"
                if j >= rows - 1 and abs(u) < 0.55
                else "3a0e1c"
            )
            cv.dot(x, y, col)


def _brow(cv: Canvas, L: Look, m: Mood, ex: float, ey: float, s: int, k: float) -> None:
    top = ey - (8.2 if L.eye in ("kid", "button") else 6.6) * k - m.raise_ - (m.lift if s > 0 else 0)
    cv.curve(ex - 4.6 * k, ex + 4.6 * k, lambda u: top + 1.2 * u * u + m.tilt * 1.7 * u * s, L.brow, L.brow_w)


def _glasses(cv: Canvas, L: Look, ex: float, ey: float, s: int, k: float) -> None:
    for a in np.linspace(0, 2 * math.pi, 60):
        cv.dot(ex + 6.4 * k * math.cos(a), ey + 5.8 * k * math.sin(a), L.glasses)
    cv.curve(ex + s * 6.4 * k, ex + s * 11 * k, lambda u: ey - 1, L.glasses)


def _extras(cv: Canvas, L: Look, m: Mood, cx: int, cy: int, gap: float, k: float) -> None:
    """Cheeks, tear and a drop of sweat."""
    if L.cheek or m.blush:
        tone = L.cheek or L.shade
        for s in (-1, 1):
            cv.ellipse(cx + s * gap * 1.22, cy + 8 * k, (2.6 + m.blush) * k, (1.5 + 0.4 * m.blush) * k, tone)
    if m.tear and L.eye in ("kid", "adult"):
        cv.ellipse(cx + gap + 2, cy + 7.5 * k, 1.1, 1.6, "a8dcf4")
        cv.dot(cx + gap + 2, cy + 7.5 * k - 1, "e8fbff")
    if m.sweat:
        cv.ellipse(cx - gap - 6.5 * k, cy - 6 * k, 1.2, 1.9, "a8dcf4")
        cv.dot(cx - gap - 6.5 * k, cy - 7 * k, "f0fdff")


def human_portrait(L: Look, name: str) -> np.ndarray:
    """One mood of one person, transparent background."""
    plain = name.removesuffix(BLINK)
    m = L.faces.get(plain, MOODS[plain])
    if plain != name:
        m = replace(m, open=0.0, lid=0.0)
    k = L.spec.head[0] * L.scale / 23.8
    rgba, cx, cy = _base(L.spec, m, L.scale, L.drop)
    px = rgba[..., :3].astype(float)
    cv = Canvas(px, rgba[..., 3] > 0)
    gap = {"kid": 9.0, "adult": 8.0, "old": 7.8, "button": 8.6}[L.eye] * k
    _extras(cv, L, m, cx, cy, gap, k)
    for s in (-1, 1):
        ex, ey = cx + s * gap, cy + 1
        if L.eye == "button":
            _button(cv, ex, ey, (5.6 + 0.5 * (m.open - 1)) * k)
        else:
            _eye(cv, L, m, ex, ey, s, k)
        if L.brow_w:
            _brow(cv, L, m, ex, ey, s, k)
        if L.glasses:
            _glasses(cv, L, ex, ey, s, k)
    if L.glasses:
        cv.curve(cx - 2, cx + 2, lambda u: cy, L.glasses)
    if L.nose:
        cv.curve(cx, cx + 3 * k, lambda u: cy + 8 * k + (1 - u * u), L.shade)
    if L.lines:
        for s in (-1, 1):
            cv.curve(cx + s * 6 * k, cx + s * 7.5 * k, lambda u: cy + 11 * k + u * 2.4, L.shade)
    for dx, dy, c in L.dots:
        cv.dot(cx + dx * k, cy + dy * k, c)
    if L.mouth:
        _mouth(cv, L, m, cx, round(cy + 13 * k), k)
    rgba[..., :3] = np.clip(px, 0, 255)
    if L.spec.ghost:
        rgba[..., 3] = np.where(rgba[..., 3] > 0, 150 if name == "faint" else 225, 0)
    return rgba


FRECKLES = tuple((x, y, "d79a80") for x, y in ((-12, 8), (-9, 9), (-14, 9), (12, 8), (10, 10), (14, 9)))
B_ = {"eye": "button", "shade": "a39fae", "brow": "2b1c2c", "brow_w": 1}
G_ = {"shade": "9098b8", "brow": "405878", "brow_w": 1, "lips": "3a6a90"}
LOOKS: dict[str, Look] = {
    "coraline": Look(real.CORALINE, dots=FRECKLES),
    "coraline_pyjamas": Look(real.PYJAMAS, dots=FRECKLES),
    "mel": Look(
        real.MEL,
        "adult",
        "4e8454",
        "14142a",
        eye_k=1.2,
        lash=True,
        lips="9c4a50",
        drop=2,
        cheek="ecb4a0",
        scale=3.0,
    ),
    "charlie": Look(
        real.CHARLIE,
        "adult",
        "4c7c9c",
        "54382e",
        eye_k=1.16,
        lips="6a3430",
        glasses="3c3a48",
        scale=3.0,
        drop=1,
        cheek="e0a48c",
    ),
    "wybie": Look(real.WYBIE, iris="4a2a20", brow="1e1420", lips="6a2c30", shade="86503f", cheek="bc7450"),
    "bobinsky": Look(
        real.BOBINSKY,
        "adult",
        "3d5a7a",
        "9498a8",
        3,
        mouth=False,
        shade="bc7462",
        lines=True,
        scale=2.7,
        nose=False,
        cheek="dc8a70",
    ),
    "spink": Look(
        real.SPINK,
        "old",
        "4a6a8a",
        "7a4c95",
        1,
        lips="b03040",
        lip_full=True,
        shade="b8857c",
        lines=True,
        cheek="e8a090",
        scale=2.6,
        drop=10,
    ),
    "forcible": Look(
        real.FORCIBLE,
        "old",
        "4a3a2a",
        "60282c",
        1,
        lips="a82438",
        lip_full=True,
        shade="b8857c",
        lines=True,
        cheek="e09888",
        scale=2.8,
        drop=3,
    ),
    "grandmother": Look(
        real.GRAN, "old", "2a1a14", "9a9aa0", 1, lips="6a2c30", shade="86503f", lines=True, scale=2.9, drop=2
    ),
    "other_mother": Look(
        other.MOTHER,
        lips="c82c3c",
        lip_full=True,
        drop=1,
        scale=3.0,
        faces={
            "still": Mood(raise_=0.6, mouth=0.95, wide=1.3, turn=0),  # the same smile, but nothing else moves
            "cold": Mood(raise_=-1.8, tilt=-1.9, mouth=-0.55, wide=1.05, turn=-7, nod=9),
        },
        **B_,
    ),
    "other_mother_thin": Look(
        other.THIN,
        lips="a02030",
        scale=2.55,
        drop=7,
        lines=True,
        faces={"cold": Mood(raise_=-1.4, tilt=-2.3, mouth=-0.7, gap=0.8, wide=1.5, turn=-9, nod=8)},
        **B_,
    ),
    "other_father": Look(other.FATHER, lips="5a2430", scale=3.0, **{**B_, "brow": "4a2a2a", "brow_w": 2}),
    "other_wybie": Look(other.OWYBIE, mouth=False, nose=False, drop=5, **{**B_, "brow": "1e1420", "brow_w": 2}),
    "other_bobinsky": Look(
        other.OBOB, mouth=False, nose=False, scale=2.4, drop=9, **{**B_, "brow": "14142a", "brow_w": 2}
    ),
    "other_spink": Look(other.OSPINK, lips="c82c3c", lip_full=True, scale=2.6, drop=9, cheek="e0b8c8", **B_),
    "other_forcible": Look(
        other.OFORCIBLE, lips="c82c3c", lip_full=True, scale=2.8, drop=2, cheek="e0b8c8", **{**B_, "brow": "883c32"}
    ),
    "ghost_boy": Look(other.GHOST1, "button", **G_),
    "ghost_girl": Look(other.GHOST2, "button", **G_),
    "ghost_twin": Look(other.GHOST3, "button", **G_),
    "ghost_boy_mended": Look(other.GHOST1, iris="2a80b0", **G_),
    "ghost_girl_mended": Look(other.GHOST2, iris="7a50c0", **G_),
    "ghost_twin_mended": Look(other.GHOST3, iris="b07820", **G_),
    "doll": Look(other.DOLL, "button", scale=4.6, lips="6a2430", nose=False, brow_w=0, shade="c88f88"),
}


CAT_MOODS = {
    "plain": Mood(),
    "bored": Mood(lid=0.52, look=-1, turn=-16),
    "sly": Mood(open=0.9, lid=0.3, low=0.2, look=2, turn=18, mouth=0.8, smirk=1),
    "wary": Mood(open=1.16, pupil=0.7, turn=-8, look=1),
    "cross": Mood(open=0.62, tilt=-1.3, turn=14, look=1.5),
    "soft": Mood(open=0.0, turn=6, mouth=0.8),
}


def cat_portrait(name: str) -> np.ndarray:
    """The cat: slit pupils, moods by lids, ears and mouth."""
    plain = name.removesuffix(BLINK)
    m = CAT_MOODS[plain] if plain == name else replace(CAT_MOODS[plain], open=0.0)
    name = plain
    sc = 4.3
    pose = {"ears": 1.0 if name in ("cross", "wary") else 0.0, "sit": 1.0}
    parts, hd = creatures.cat(pose)
    T = rot_y(m.turn * 0.8)
    parts = [part_scaled(part_moved(part_moved(g, np.eye(3, dtype=sdf.F), tuple(-hd)), T), sc) for g in parts]
    g = sdf.render(parts, (SIZE, SIZE), (SIZE / 2 + 0.5, 40), 0, 6, ss=2, far=150)
    rgba, _ = paint.finish(paint.shade(g), 4)
    px = rgba[..., :3].astype(float)
    cv = Canvas(px, rgba[..., 3] > 0)
    cx, cy = SIZE // 2 + int(m.turn * 0.22), 39
    for s in (-1, 1):
        ex, ey = cx + s * 10, cy
        ry = 5.2 * m.open
        if ry < 1:  # shut, content
            cv.curve(ex - 6, ex + 6, lambda u, ey=ey: ey + 1 + 2.2 * (1 - u * u), "04040a", 2)
            cv.curve(ex - 5, ex + 5, lambda u, ey=ey: ey + 3 + 2.2 * (1 - u * u), "6a88a4")
            continue
        cv.ellipse(ex, ey, 6.2, ry + 0.8, "04040a")
        e = cv.ellipse(ex, ey, 5.4, ry, "3a9c78")
        cv.ellipse(ex, ey + 1, 4.4, ry * 0.76, "66d0a0", e)
        cv.ellipse(ex, ey + 2, 3.0, ry * 0.4, "e8f27a", e)
        cv.ellipse(ex + m.look * 0.6, ey, (1.3 if m.pupil >= 0.8 and m.open < 1.1 else 3.4), ry * 0.92, "04040a", e)
        cv.ellipse(ex - 2, ey - ry * 0.45, 1.2, 1.0, "ffffff", e)
        if m.lid:
            top = ey - ry - 1 + 2 * ry * m.lid
            cv.ellipse(ex, ey, 6.2, ry + 0.8, "171a30", cv.y <= top)
            cv.curve(ex - 6, ex + 6, lambda u, s=s, top=top: top + 0.6 - m.tilt * u * s, "04040a", 2)
        if m.low:
            cv.ellipse(ex, ey, 6.2, ry + 0.8, "171a30", cv.y >= ey + ry - 2 * ry * m.low)
        if m.tilt < 0:
            cv.curve(ex - 6, ex + 6, lambda u, s=s, ey=ey, ry=ry: ey - ry * 0.72 - u * s * 2.0, "04040a", 2)
    cv.ellipse(cx, cy + 9, 2.2, 1.4, "b9807a")
    cv.curve(cx - 5, cx, lambda u: cy + 12.5 + 1.4 * (1 - u * u), "3d5274")
    cv.curve(cx, cx + 5, lambda u: cy + 12.5 + 1.4 * (1 - u * u), "3d5274")
    if m.gap > 0.2:
        cv.ellipse(cx, cy + 15.5, 3.4, 1 + 3 * m.gap, "5a1c2c")
        cv.dot(cx - 2, cy + 14.5, "f6f2ea")
        cv.dot(cx + 2, cy + 14.5, "f6f2ea")
    for s in (-1, 1):
        for j in range(3):
            cv.curve(cx + s * 9, cx + s * 22, lambda u, j=j: cy + 9 + j * 2.4 + (u + 1) * (j - 1) * 1.2, "6a88a4")
    rgba[..., :3] = np.clip(px, 0, 255)
    return rgba


def _torn_eye(cv: Canvas, ex: float, ey: float, s: int) -> None:
    """Where a button was: a hole, torn cloth and red threads hanging."""
    cv.ellipse(ex, ey, 6.4, 6.0, "4a4460")
    cv.ellipse(ex, ey, 5.2, 4.8, "0c0818")
    for j, length in ((-3, 9), (0, 14), (2, 7)):
        for q in range(length):
            cv.dot(ex + j + round(0.8 * math.sin(q * 0.6 + j)) * s, ey + 1 + q, "b9333f" if q % 3 else "7e1628")
    for a in np.linspace(0, 2 * math.pi, 9)[:-1]:
        cv.dot(ex + 5.6 * math.cos(a), ey + 5.2 * math.sin(a), "cdc8c8")


def mice_portrait(name: str) -> np.ndarray:
    """Three of Bobinsky's mice in their hats, in front of each other."""
    m = MOODS[name]
    out = np.zeros((SIZE, SIZE, 4), np.uint8)
    for turn, dx, dy, hop in ((26, -17, 0, 2), (-26, 17, 0, 4), (0, 0, 12, 0)):
        im = _mouse(turn, m)
        dy -= hop if name == "glad" else 0
        y0, x0 = max(dy, 0), max(dx, 0)
        part = im[max(-dy, 0) : SIZE - y0, max(-dx, 0) : SIZE - x0]
        at = out[y0 : y0 + part.shape[0], x0 : x0 + part.shape[1]]
        at[part[..., 3] > 0] = part[part[..., 3] > 0]
    return out


def _mouse(turn: float, m: Mood) -> np.ndarray:
    parts, hd = creatures.CIRCUS_MOUSE.parts({"stand": 1, "cheer": 1 if m.mouth > 0.6 else 0})
    sc = 4.2
    parts = [part_scaled(part_moved(part_moved(g, np.eye(3, dtype=sdf.F), tuple(-hd)), rot_y(turn)), sc) for g in parts]
    g = sdf.render(parts, (SIZE, SIZE), (SIZE / 2 + 0.5, 34), 0, 6, ss=2, far=150)
    rgba, _ = paint.finish(paint.shade(g), 4)
    px = rgba[..., :3].astype(float)
    cv = Canvas(px, rgba[..., 3] > 0)
    cx = SIZE // 2 + turn * 0.14
    for s in (-1, 1):
        if m.mouth > 0.6:
            cv.curve(cx + s * 5 - 2, cx + s * 5 + 2, lambda u: 34 - 2 * (1 - u * u), "140a14", 2)
        else:
            cv.ellipse(cx + s * 5, 33, 2.0, 2.3, "140a14")
            cv.dot(cx + s * 5 - 1, 32, "ffffff")
    cv.ellipse(cx, 38, 1.6, 1.2, "cc5a68")
    if m.gap:
        cv.ellipse(cx, 41.5, 2.2, 1.6, "6a2430")
    rgba[..., :3] = np.clip(px, 0, 255)
    return rgba


def beldam_portrait(name: str) -> np.ndarray:
    """The true form: cracked mask, buttons with an ember, a zip of teeth."""
    m = MOODS[name]
    parts = [part_scaled(part_moved(g, rot_y(m.turn * 0.6) @ rot_x(4)), 2.15) for g in beldam.head()]
    g = sdf.render(parts, (SIZE, SIZE), (SIZE / 2 + 0.5, 37), 0, 6, ss=2, far=150)
    rgba, _ = paint.finish(paint.shade(g), 4)
    px = rgba[..., :3].astype(float)
    cv = Canvas(px, rgba[..., 3] > 0)
    cx, cy = SIZE // 2 + int(m.turn * 0.2), 38
    for s in (-1, 1):
        ex, ey = cx + s * 9, cy
        cv.ellipse(ex, ey, 8, 8, "76708a")
        if name == "blind":
            _torn_eye(cv, ex, ey, s)
        else:
            _button(cv, ex, ey, 6.2)
            for dx, dy, ember in ((1, 1, "f0475a"), (2, 1, "f0475a"), (1, 2, "b9333f")):
                cv.dot(ex + dx, ey + dy, ember)
        cv.curve(
            ex - 7, ex + 7, lambda u, s=s, ey=ey: ey - 9 - m.raise_ * 0.5 + u * s * (m.tilt * 1.5 - 1.5), "1c1220", 2
        )
        cv.curve(cx + s * 5, cx + s * 11, lambda u, s=s: cy + 12 + u * 3 * s * s, "a39fae")
    my, w = cy + 17, 10.5
    for j in range(int(4 + 4 * m.gap)):
        cv.curve(
            cx - w + j * 0.5,
            cx + w - j * 0.5,
            lambda u, j=j: my - 3.2 * (u * u if m.mouth > -0.3 else -0.4 * u * u) + j,
            "16040f",
        )
    for t in range(-4, 5):
        bow = 3.2 * (t / 4.6) ** 2 if m.mouth > -0.3 else -1.2 * (t / 4.6) ** 2
        for j in range(2):
            cv.dot(cx + t * 2.2, my - bow + j, "f4ecdc")
            cv.dot(cx + t * 2.2 + 1, my - bow + 3 + 3 * m.gap + j - 1, "d8ccc0")
    cv.curve(cx - w - 1, cx + w + 1, lambda u: my - 1 - 3.2 * (u * u if m.mouth > -0.3 else -0.4 * u * u), "b9333f")
    for x0, y0, dx, dy in ((8, -16, -1, 1), (9, -14, 1, 1), (-14, 6, 1, 1), (-13, 7, -1, 1), (14, 8, -1, 1)):
        for q in range(4):
            cv.dot(cx + x0 + dx * q + (q % 2), cy + y0 + dy * q, "76708a")
    rgba[..., :3] = np.clip(px, 0, 255)
    return rgba


KIDS = ("plain", "cross", "curious", "glad", "sly", "worried", "afraid", "brave", "sad", "soft", "surprised")
GHOSTS = ("faint", "plain", "sad", "afraid", "soft", "bright", "brave", "glad")
# speaker of the text -> moods in the order of the strip; the first is the one to fall back to
SPEAKERS: dict[str, tuple[str, ...]] = {
    "coraline": KIDS,
    "coraline_pyjamas": KIDS,
    "mel": ("plain", "busy", "tired", "soft", "glad", "puzzled", "worried", "sly"),
    "charlie": ("plain", "busy", "tired", "soft", "glad", "puzzled", "worried", "proud"),
    "wybie": ("plain", "eager", "worried", "afraid", "glad", "sheepish", "brave", "sad", "soft"),
    "cat": ("plain", "bored", "sly", "wary", "cross", "soft"),
    "grandmother": ("plain", "stern", "sad", "soft", "glad"),
    "bobinsky": ("plain", "proud", "grave", "glad", "worried"),
    "mice": ("plain", "glad"),
    "spink": ("grand", "worried", "glad", "soft"),
    "forcible": ("dry", "worried", "glad", "soft"),
    "other_mother": ("warm", "glad", "still", "cold", "thin"),
    "other_father": ("glad", "blank", "afraid", "sad", "soft"),
    "other_wybie": ("plain", "glad", "eager", "sad", "afraid", "brave", "soft"),
    "other_bobinsky": ("grand", "blank", "hollow", "soft", "glad"),
    "other_spink": ("grand", "hollow", "soft", "glad"),
    "other_forcible": ("grand", "hollow", "soft", "glad"),
    "beldam": ("sweet", "still", "glad", "cold", "furious", "blind"),
    "ghost_silas": GHOSTS,
    "ghost_hester": GHOSTS,
    "ghost_ivy": GHOSTS,
    "ghost_silas_mended": GHOSTS[1:],
    "ghost_hester_mended": GHOSTS[1:],
    "ghost_ivy_mended": GHOSTS[1:],
    "doll": ("plain",),
}
GHOST_LOOKS = {"ghost_silas": "ghost_boy", "ghost_hester": "ghost_girl", "ghost_ivy": "ghost_twin"}


def jobs() -> list[tuple[str, str]]:
    """(speaker, mood) pairs: the moods in the order of the strip, then each with its eyes shut, if they can be."""
    return [(n, m) for n, moods in SPEAKERS.items() for m in (*moods, *_blinks(n, moods))]


def _blinks(n: str, moods: tuple[str, ...]) -> list[str]:
    """Buttons never blink, nor do ghosts; a face whose eyes are shut already need not."""
    if n == "cat":
        return [m + BLINK for m in moods if CAT_MOODS[m].open > 0.1]
    if n not in LOOKS or LOOKS[n].eye == "button":
        return []
    return [m + BLINK for m in moods if LOOKS[n].faces.get(m, MOODS[m]).open > 0.1]


def make(job: tuple[str, str]) -> np.ndarray:
    """Render one portrait."""
    n, m = job
    if n == "cat":
        return cat_portrait(m)
    if n == "beldam":
        return beldam_portrait(m)
    if n == "mice":
        return mice_portrait(m)
    who = n.removesuffix("_mended")
    if who in GHOST_LOOKS:
        has_eyes = who != n or m in ("bright", "glad")
        return human_portrait(LOOKS[GHOST_LOOKS[who] + ("_mended" if has_eyes else "")], m)
    if (n, m) == ("other_mother", "thin"):
        return human_portrait(LOOKS["other_mother_thin"], "cold")
    return human_portrait(LOOKS[n], m)
