"""72x72 portraits: the sprite's own 3-D head at about three times its size, with a face drawn in 2-D; a mood is six numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from tools.make_art.actors import beldam, creatures, paint, sdf
from tools.make_art.actors import cast_other as other
from tools.make_art.actors import cast_real as real
from tools.make_art.actors.rig import Human, Pose, _arm_parts, _head_parts, _torso_parts, head_centre
from tools.make_art.actors.sdf import part_moved, part_scaled, rot_x, rot_y
from tools.make_art.core.ramps import hexc as rgb

SIZE = 72


@dataclass(frozen=True)
class Mood:
    """open: eyelids; raise_/tilt: brows (tilt > 0 worried, < 0 cross); mouth: curve -1..1; gap: open mouth 0..1; look: pupils."""

    open: float = 1.0
    raise_: float = 0
    tilt: float = 0
    mouth: float = 0.25
    gap: float = 0
    look: float = 0
    pupil: float = 1.0
    turn: float = 10
    nod: float = 0


MOODS: dict[str, Mood] = dict(
    neutral=Mood(),
    happy=Mood(open=0.86, raise_=1.5, mouth=1.0, gap=0.5, nod=-3),
    annoyed=Mood(open=0.58, raise_=-1, tilt=-1.3, mouth=-0.55, look=1.5, turn=16),
    afraid=Mood(open=1.18, raise_=2, tilt=1.5, mouth=-0.5, gap=0.35, pupil=0.62, turn=4, nod=4),
    sad=Mood(open=0.66, raise_=0.5, tilt=1.5, mouth=-0.7, nod=7),
    surprised=Mood(open=1.22, raise_=3.2, mouth=0, gap=1.0, pupil=0.85, nod=-3),
)


@dataclass(frozen=True)
class Look:
    """How one character's face is drawn."""

    spec: Human
    eye: str = "kid"  # kid, adult, old, button
    iris: str = "7a4428"
    brow: str = "1b2560"
    brow_w: int = 2
    lips: str = "7a2c40"
    lip_full: bool = False
    shade: str = "c88f88"
    dots: tuple[tuple[int, int, str], ...] = ()
    lines: bool = False  # wrinkles
    mouth: bool = True
    glasses: str = ""
    teeth: bool = False
    scale: float = 2.9
    moods: tuple[str, ...] = ("neutral", "happy", "annoyed", "afraid", "sad", "surprised")
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
        xi, yi = int(round(x)), int(round(y))
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
    return rgba, int(round(SIZE / 2 + dx * 0.75)), int(round(cy + 2 + mood.nod * 0.35))


def _eye(cv: Canvas, L: Look, m: Mood, ex: float, ey: float, s: int, k: float) -> None:
    """One human eye."""
    rx, ry = {"kid": (5.2, 5.8), "adult": (4.2, 4.2), "old": (3.9, 3.5)}[L.eye]
    rx, ry = rx * k, ry * k * m.open
    cv.ellipse(ex, ey, rx, ry, "fffdf6")
    pr = {"kid": 3.4, "adult": 2.7, "old": 2.4}[L.eye] * k * m.pupil
    px, inside = ex - 0.5 * s + m.look, (((cv.x - ex) / rx) ** 2 + ((cv.y - ey) / max(ry, 0.8)) ** 2 <= 1)
    cv.ellipse(px, ey + 0.6, pr, min(pr * 1.28, ry + 0.6), "3a1c18", inside)
    cv.ellipse(px, ey + 1.1, pr * 0.76, pr, L.iris, inside)
    cv.ellipse(px, ey + 0.4, pr * 0.45, pr * 0.6, "140a14", inside)
    cv.ellipse(px - 1.3, ey - ry * 0.3, max(pr * 0.36, 0.8), max(pr * 0.36, 0.8), "ffffff", inside)
    lid = lambda u: ey - ry * math.sqrt(max(1 - u * u, 0)) - 0.2
    cv.curve(ex - rx - 0.6, ex + rx + 0.6, lid, "1b1430", 2 if L.eye != "old" else 1)
    if m.open < 0.8:
        cv.curve(ex - rx + 1, ex + rx - 1, lambda u: ey + ry * math.sqrt(max(1 - u * u, 0)) + 0.8, L.shade)
    if L.eye == "old" or L.lines:
        cv.curve(ex - rx + 1, ex + rx, lambda u: ey + ry + 2.2 - u * u * 0.8, L.shade)
    if L.cheek and L.eye != "kid":
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
    w = (5.5 + 2.2 * max(m.mouth, 0)) * k * (1 if m.gap < 0.9 else 0.55)
    bow = m.mouth * 3.2 * k
    line = lambda u: my + bow * (1 - u * u) - bow * 0.5
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
    else:
        cv.curve(cx - w, cx + w, line, L.lips, 1)
        if L.lip_full:
            cv.curve(cx - w * 0.75, cx + w * 0.75, lambda u: line(u) + 1, L.lips)
        cv.curve(cx - w * 0.4, cx + w * 0.4, lambda u: my + bow * 0.5 + 2.4, L.shade)


def _open_smile(cv: Canvas, L: Look, cx: int, my: float, w: float, bow: float, h: float) -> None:
    """A grin: lips, a row of teeth, dark, tongue."""
    for x in range(int(round(cx - w)), int(round(cx + w)) + 1):
        u = (x - cx) / w
        arch = math.sqrt(max(1 - u * u, 0))
        top = my - bow * 0.45 + bow * 0.55 * (1 - u * u)
        rows = max(int(round((h + 1.6) * arch)), 0)
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


def human_portrait(L: Look, name: str) -> np.ndarray:
    """One mood of one person, transparent background."""
    m = MOODS[name]
    k = L.spec.head[0] * L.scale / 23.8
    rgba, cx, cy = _base(L.spec, m, L.scale, L.drop)
    px = rgba[..., :3].astype(float)
    cv = Canvas(px, rgba[..., 3] > 0)
    gap = {"kid": 9.0, "adult": 8.0, "old": 7.8, "button": 8.6}[L.eye] * k
    if L.cheek:
        for s in (-1, 1):
            cv.ellipse(cx + s * gap * 1.22, cy + 8 * k, 2.6 * k, 1.5 * k, L.cheek)
    for s in (-1, 1):
        ex, ey = cx + s * gap, cy + 1
        if L.eye == "button":
            _button(cv, ex, ey, (5.6 + 0.5 * (m.open - 1)) * k)
        else:
            _eye(cv, L, m, ex, ey, s, k)
        top = ey - (8.2 if L.eye in ("kid", "button") else 6.6) * k - m.raise_
        if L.brow_w:
            cv.curve(
                ex - 4.6 * k,
                ex + 4.6 * k,
                lambda u, s=s: top + 1.2 * u * u + m.tilt * 1.7 * (u * s if True else 0),
                L.brow,
                L.brow_w,
            )
        if L.glasses:
            for a in np.linspace(0, 2 * math.pi, 60):
                cv.dot(ex + 6.4 * k * math.cos(a), ey + 5.8 * k * math.sin(a), L.glasses)
            cv.curve(ex + s * 6.4 * k, ex + s * 11 * k, lambda u: ey - 1, L.glasses)
        if name == "sad" and L.eye == "kid" and s > 0:
            cv.ellipse(ex + 2, ey + 6.5, 1.1, 1.6, "a8dcf4")
    if L.glasses:
        cv.curve(cx - 2, cx + 2, lambda u: cy, L.glasses)
    if L.nose:
        cv.curve(cx, cx + 3 * k, lambda u: cy + 8 * k + (1 - u * u), L.shade)
    if L.lines:
        for s in (-1, 1):
            cv.curve(cx + s * 6 * k, cx + s * 7.5 * k, lambda u, s=s: cy + 11 * k + u * 2.4, L.shade)
    for dx, dy, c in L.dots:
        cv.dot(cx + dx * k, cy + dy * k, c)
    if L.mouth:
        _mouth(cv, L, m, cx, cy + 13 * k, k)
    rgba[..., :3] = np.clip(px, 0, 255)
    if L.spec.ghost:
        rgba[..., 3] = np.where(rgba[..., 3] > 0, 225, 0)
    return rgba


FRECKLES = tuple((x, y, "d79a80") for x, y in ((-12, 8), (-9, 9), (-14, 9), (12, 8), (10, 10), (14, 9)))
OMOODS = ("neutral", "happy", "annoyed", "sad", "surprised")
B_ = dict(eye="button", shade="a39fae", brow="2b1c2c", brow_w=1, moods=OMOODS)
G_ = dict(shade="9098b8", brow="405878", brow_w=1, lips="3a6a90", moods=("neutral", "sad", "afraid", "happy"))
LOOKS: dict[str, Look] = dict(
    coraline=Look(real.CORALINE, dots=FRECKLES),
    coraline_pyjamas=Look(real.PYJAMAS, dots=FRECKLES),
    mel=Look(real.MEL, "adult", "4a6a4a", "14142a", lips="9c4a50", drop=2, cheek="ecb4a0", scale=3.0),
    charlie=Look(real.CHARLIE, "adult", "4a5a6a", "54382e", lips="6a3430", glasses="3c3a48", scale=3.0, drop=1),
    wybie=Look(real.WYBIE, iris="4a2a20", brow="1e1420", lips="6a2c30", shade="86503f", cheek="bc7450"),
    bobinsky=Look(
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
    spink=Look(
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
    forcible=Look(
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
    grandmother=Look(
        real.GRAN, "old", "2a1a14", "9a9aa0", 1, lips="6a2c30", shade="86503f", lines=True, scale=2.9, drop=2
    ),
    other_mother=Look(other.MOTHER, lips="c82c3c", lip_full=True, drop=1, scale=3.0, **B_),
    other_mother_thin=Look(other.THIN, lips="a02030", scale=2.7, drop=2, lines=True, **B_),
    other_father=Look(other.FATHER, lips="5a2430", scale=3.0, **{**B_, "brow": "4a2a2a", "brow_w": 2}),
    other_wybie=Look(other.OWYBIE, mouth=False, nose=False, drop=5, **{**B_, "brow": "1e1420", "brow_w": 2}),
    other_bobinsky=Look(
        other.OBOB, mouth=False, nose=False, scale=2.4, drop=9, **{**B_, "brow": "14142a", "brow_w": 2}
    ),
    other_spink=Look(other.OSPINK, lips="c82c3c", lip_full=True, scale=2.6, drop=9, cheek="e0b8c8", **B_),
    other_forcible=Look(
        other.OFORCIBLE, lips="c82c3c", lip_full=True, scale=2.8, drop=2, cheek="e0b8c8", **{**B_, "brow": "883c32"}
    ),
    ghost_boy=Look(other.GHOST1, "button", **G_),
    ghost_girl=Look(other.GHOST2, "button", **G_),
    ghost_twin=Look(other.GHOST3, "button", **G_),
    ghost_boy_mended=Look(other.GHOST1, iris="2a80b0", **G_),
    ghost_girl_mended=Look(other.GHOST2, iris="7a50c0", **G_),
    ghost_twin_mended=Look(other.GHOST3, iris="b07820", **G_),
    doll=Look(other.DOLL, "button", scale=4.6, lips="6a2430", nose=False, brow_w=0, shade="c88f88", moods=("neutral",)),
)


def cat_portrait(name: str) -> np.ndarray:
    """The cat: slit pupils, moods by lids, ears and mouth."""
    m = MOODS[name]
    sc = 4.3
    pose = dict(ears=1.0 if name in ("annoyed", "afraid") else 0.0, sit=1.0)
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
        cv.ellipse(ex, ey, 6.2, ry + 0.8, "04040a")
        e = cv.ellipse(ex, ey, 5.4, ry, "3a9c78")
        cv.ellipse(ex, ey + 1, 4.4, ry * 0.76, "66d0a0", e)
        cv.ellipse(ex, ey + 2, 3.0, ry * 0.4, "e8f27a", e)
        cv.ellipse(ex + m.look * 0.6, ey, (1.3 if m.pupil >= 0.8 and m.open < 1.1 else 3.2), ry * 0.92, "04040a", e)
        cv.ellipse(ex - 2, ey - ry * 0.45, 1.2, 1.0, "ffffff", e)
        if m.tilt < 0:
            cv.curve(ex - 6, ex + 6, lambda u, s=s: ey - ry * 0.72 - u * s * 2.0, "04040a", 2)
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
        _button(cv, ex, ey, 6.2)
        cv.dot(ex + 1, ey + 1, "f0475a")
        cv.dot(ex + 2, ey + 1, "f0475a")
        cv.dot(ex + 1, ey + 2, "b9333f")
        cv.curve(ex - 7, ex + 7, lambda u, s=s: ey - 9 - m.raise_ * 0.5 + u * s * (m.tilt * 1.5 - 1.5), "1c1220", 2)
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


def jobs() -> list[tuple[str, str]]:
    """(speaker, mood) pairs."""
    out = [(n, m) for n, L in LOOKS.items() for m in L.moods]
    return out + [("cat", m) for m in MOODS] + [("beldam", m) for m in ("neutral", "happy", "annoyed", "surprised")]


def make(job: tuple[str, str]) -> np.ndarray:
    """Render one portrait."""
    n, m = job
    if n == "cat":
        return cat_portrait(m)
    if n == "beldam":
        return beldam_portrait(m)
    return human_portrait(LOOKS[n], m)
