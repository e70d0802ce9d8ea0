"""Props of the house front on the other side, where it is always evening: every window lit, lanterns, wisteria, a carpet.

What hangs on the wall (wall=True) has its anchor on the wall's foot line or, for things of the windows, on their sill.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

import numpy as np

from tools.make_art.core.field import Sketch, grid
from tools.make_art.core.ramps import IDS
from tools.make_art.places.lettering import centred
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.props_facade import _bay, _turret, window_attic
from tools.make_art.places.props_grounds import _foliage, _house_window
from tools.make_art.places.sdf import G, ball, blk, cyl, orb, rod, sub
from tools.make_art.places.surfaces import plain

Built = list[G]
Over = Callable[[Sketch, int, int], None]
BLOOMS = {  # p petal, P petal in light, y heart
    "star": ("..P..", ".PpP.", "PpypP", ".ppp.", "..p.."),
    "daisy": (".P.P.", "PpypP", ".yyy.", "PpypP", ".p.p."),
    "cup": ("P.P.P", "PPpPp", "pPPpp", ".ppp."),
    "ball": (".PP.", "PPPp", "Pppp", ".pp."),
    "bell": (".P.", "PPp", "Ppp", "p.p"),
    "dot": ("Pp", "pp"),
}
TONES = {"p": 0.46, "P": 0.68, "y": 0.9}


def bloom(sk: Sketch, x: int, y: int, kind: str, ramp: str, glow: float = 0.5, dim: float = 0.0) -> None:
    """Stamp a blossom with its upper left corner at (x, y)."""
    for j, row in enumerate(BLOOMS[kind]):
        for i, c in enumerate(row):
            if c != "." and 0 <= y + j < sk.shape[0] and 0 <= x + i < sk.shape[1]:
                sk.mat[y + j, x + i] = IDS["yellow" if c == "y" else ramp]
                sk.tone[y + j, x + i] = TONES[c] - dim
                sk.glow[y + j, x + i] = glow * 0.4
                sk.alpha[y + j, x + i] = 1


def outline(sk: Sketch, ramp: str = "leaf", tone: float = 0.0) -> None:
    """A dark line round all that is there."""
    on = sk.mat >= 0
    rim = np.zeros_like(on)
    for way in ((0, 1), (0, -1), (1, 0), (-1, 0)):
        rim |= np.roll(on, way, (0, 1)) & ~on
    sk.put(rim, ramp, tone)


def lit(groups: Sequence[G], glow: float = 0.7) -> Built:
    """The same house part with light behind its panes."""
    return [G("shade", g.shapes, g.k, plain(0.2), glow) if g.mat == "glass" else g for g in groups]


# ---- windows ---------------------------------------------------------------------------------------------------------
def _turret_panes(sk: Sketch, ax: int, ay: int) -> None:
    """The front windows of the turret: their panes lie behind the curve, so they are painted."""
    y, x = grid(*sk.shape)
    X, Y = x - ax + 0.5, ay - y
    for low, high in ((18, 62), (100, 144), (176, 200)):
        pane = (np.abs(X) < 9) & (low + 1 <= Y) & (high > Y) & (np.abs(X) > 1) & (np.abs(Y - (low + high) / 2) > 1)
        sk.put(pane, "shade", 0.85 - 0.12 * (np.abs(X) > 6))
        sk.glow[pane] = 0.6


make_prop(
    "turret_lit",
    "facade",
    lambda: (lit(_turret(True)), _turret_panes),
    None,
    wall=True,
    view=(130, 440, 400),
    light="lamp",
)
make_prop("bay_tower_lit", "facade", lambda: _bay(2, 0.7), None, wall=True, view=(140, 280, 260), light="lamp")


@prop("facade", None, wall=True, light="lamp")
def window_attic_lit():
    """The top window, and the hats against the light."""
    groups, over = window_attic()
    return lit(groups), over


def _curtain(sk: Sketch, ax: int, ay: int, left: float, right: float, ramp: str) -> None:
    """Drapes on both sides of a house window's panes: ``left`` and ``right`` px wide where they are widest."""
    y, x = grid(*sk.shape)
    X, Y = x - ax + 0.5, ay - y
    pane = (np.abs(X) < 15) & (Y >= 5) & (Y < 46)
    for side, wide in ((-1, left), (1, right)):
        inward = np.where(side < 0, X + 15, 15 - X)
        tie = 20.0
        above, below = np.clip((Y - tie) / 26, 0, 1) ** 0.7, np.clip((tie - Y) / 16, 0, 1) ** 0.6
        w = 4 + (wide - 4) * (above + 0.55 * below)
        fold = (np.floor(inward + (Y - tie) * 0.06) % 4 < 2) * 0.16
        drape = pane & (inward < w)
        sk.put(drape, ramp, 0.62 + fold - 0.25 * (inward > w - 1.2))
        sk.glow[drape] = 0.34
        band = drape & (np.abs(Y - tie) < 1.2)
        sk.put(band, "brass", 0.8)
        sk.glow[band] = 0.4
    swag = pane & (40 + 2.5 * np.cos(X * 0.42) < Y)
    sk.put(swag, ramp, 0.7 + 0.14 * (np.floor(X) % 5 < 2))
    sk.glow[swag] = 0.34


def _window(left: float, right: float, ramp: str) -> tuple[Built, Over]:
    return _house_window(0.8), lambda sk, ax, ay: _curtain(sk, ax, ay, left, right, ramp)


for _k, (_l, _r, _ramp) in enumerate(((9, 9, "velvet"), (6, 13, "velvet"), (13, 6, "velvet"))):
    make_prop(
        f"window_evening_{_k + 1}",
        "facade",
        lambda a=_l, b=_r, c=_ramp: _window(a, b, c),
        None,
        wall=True,
        light="lamp",
    )


def _flower_box(seed: int, w: int, ramps: Sequence[str]) -> tuple[Built, Over]:
    """A box under a window, running over; the anchor is the middle of its upper edge."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(seed)
        clusters = [(ax + x, ay - 3 - rng.uniform(0, 3), 5.5, 0.34) for x in np.linspace(-w / 2 + 3, w / 2 - 3, w // 6)]
        clusters += [(ax + rng.uniform(-w / 2, w / 2), ay + rng.uniform(3, 8), 3.6, 0.24) for _ in range(w // 7)]
        _foliage(sk, sorted(clusters, key=lambda c: -c[1]), "leaf", seed, 0.8)
        spots = [(rng.uniform(-w / 2, w / 2 - 3), rng.uniform(-9, 5)) for _ in range(w // 3)]
        for k, (x, y) in enumerate(sorted(spots, key=lambda s: s[1])):
            bloom(sk, int(ax + x), int(ay + y), ("ball", "star", "dot")[k % 3], ramps[k % len(ramps)], 0.35)

    return [G("wood", [blk(0, -11, 4, w, 9, 9, 0.8)], 0, lambda q, n: -0.2 * ((q[:, 0] % 9) < 1))], over


make_prop("flower_box_1", "facade", lambda: _flower_box(4, 44, ("red", "flower", "yellow")), None, wall=True)
make_prop("flower_box_2", "facade", lambda: _flower_box(9, 44, ("bloss", "china", "purple")), None, wall=True)
make_prop("flower_box_long", "facade", lambda: _flower_box(13, 84, ("red", "china", "flower")), None, wall=True)


# ---- what climbs -----------------------------------------------------------------------------------------------------
def _roses(seed: int, w: int, h: int, n: int, ramp: str) -> tuple[Built, Over]:
    """A rose that climbs the wall from its foot line: thick below, fingers above."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(seed)
        clusters, spots = [], []
        for k in range(n):
            t = (k + 0.5) / n
            sway = math.sin(seed + t * 5) * w * 0.24
            spread = w * 0.5 * (1 - t) ** 0.6 + 5
            for _ in range(3 if t < 0.5 else 2):
                cx, cy = ax + sway + rng.uniform(-spread, spread), ay - 6 - t * (h - 14) + rng.uniform(-5, 5)
                clusters.append((cx, cy, rng.uniform(7, 11) * (1.1 - 0.4 * t), 0.28 + 0.08 * t))
                spots += [(cx + rng.uniform(-7, 7), cy + rng.uniform(-7, 7)) for _ in range(2)]
        _foliage(sk, sorted(clusters, key=lambda c: c[1]), "leaf", seed, 0.45)
        for k, (x, y) in enumerate(sorted(spots, key=lambda s: s[1])):
            bloom(sk, int(x), int(y), ("ball", "star", "ball", "dot")[k % 4], ramp if k % 7 else "china", 0.3)

    return [], over


make_prop("roses_1", "facade", lambda: _roses(3, 56, 124, 10, "bloss"), None, wall=True)
make_prop("roses_2", "facade", lambda: _roses(8, 38, 176, 13, "bloss"), None, wall=True)
make_prop("roses_3", "facade", lambda: _roses(14, 88, 76, 7, "flower"), None, wall=True)


def _wisteria(w: int, top: int, seed: int, drop: float) -> tuple[Built, Over]:
    """Clusters that hang from an edge ``top`` px above the anchor."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(seed)
        leaves = [
            (ax + x, ay - top + rng.uniform(-3, 2), rng.uniform(4.5, 7), 0.3) for x in np.arange(-w / 2, w / 2, 6)
        ]
        _foliage(sk, leaves, "leaf", seed, 0.6)
        y, x = grid(*sk.shape)
        for cx in sorted(rng.uniform(-w / 2, w / 2, int(w / 7)), key=lambda v: math.sin(v * 7)):
            long = drop * rng.uniform(0.45, 1.0)
            X, Y = x - ax - cx, y - (ay - top) - 1
            t = Y / long
            cone = (t >= 0) & (t <= 1) & (np.abs(X) < 4.4 * np.clip(1 - t, 0, 1) ** 0.6 + 0.5)
            grain_ = ((x * 5 + y * 3 + (x // 2) * (y // 2)) % 7) / 7
            sk.put(cone, "purple", 0.95 - 0.55 * t + 0.22 * (grain_ - 0.5) - 0.06 * X)
            sk.put(cone & (grain_ > 0.7), "bloss", 0.8 - 0.3 * t)
            sk.glow[cone] = 0.35
        outline(sk, "dark", 0.1)

    return [], over


make_prop("wisteria_porch", "facade", lambda: _wisteria(262, 92, 5, 22), None, shadow=False, view=(320, 160, 130))
make_prop("wisteria_eave", "facade", lambda: _wisteria(150, 4, 9, 30), None, wall=True, view=(200, 90, 40))


# ---- light -----------------------------------------------------------------------------------------------------------
def paper_lantern(x: float, y: float, z: float, ramp: str, r: float = 7.0) -> Built:
    """A paper lantern whose middle is at (x, y, z)."""
    return [
        G(ramp, [orb((x, y, z), r)], 0, lambda q, n: 0.06 - 0.14 * ((q[:, 1] % 3) < 0.9), 0.55),
        G("brass", [cyl(x, z, y - r * 0.9, y - r * 0.66, 2.4, 2.4), cyl(x, z, y + r * 0.62, y + r * 0.86, 2.6, 2.6)]),
        G("dark", [rod((x, y + r, z), (x, y + r + 7, z), 0.5), rod((x, y - r, z), (x, y - r - 4, z), 0.4)]),
    ]


COLOURS = ("red", "yellow", "enamel", "flower", "clay")


def festoon(span: float, n: int, sag: float, high: float, poles: bool, first: int = 0) -> Built:
    """A string of ``n`` paper lanterns over ``span`` px, hung ``high``; with or without its two poles."""

    def rope_y(x: float) -> float:
        return high - sag * (1 - (2 * x / span) ** 2)

    xs = np.linspace(-span / 2, span / 2, 17)
    out = [
        G("dark", [rod((a, rope_y(a), 0), (b, rope_y(b), 0), 0.6) for a, b in itertools.pairwise(xs)], 0, plain(0.3))
    ]
    for k in range(n):
        x = (k + 0.5) * span / n - span / 2
        out += paper_lantern(x, rope_y(x) - 13, 0, COLOURS[(k + first) % 5], 6.4)
    if poles:
        out.append(G("wood", [rod((s * span / 2, 0, 0), (s * span / 2, high + 4, 0), 1.8, 1.3) for s in (-1, 1)]))
        out.append(G("brass", [ball((s * span / 2, high + 6, 0), 2.4) for s in (-1, 1)]))
    return out


make_prop(
    "festoon", "party", lambda: festoon(160, 5, 14, 84, True), None, shadow=False, view=(220, 150, 110), light="lamp"
)
make_prop("festoon_short", "party", lambda: festoon(96, 3, 10, 78, True, 2), None, shadow=False, view=(150, 140, 100))
make_prop("festoon_wall", "facade", lambda: festoon(190, 6, 12, 20, False), None, wall=True, view=(240, 80, 40))
make_prop(
    "porch_lanterns",
    "facade",
    lambda: [g for k, x in enumerate((-93, -44, 44, 93)) for g in paper_lantern(x, 100, 24, COLOURS[(k * 2) % 5], 7.5)],
    None,
    shadow=False,
    view=(260, 150, 120),
    light="lamp",
)


def _wreath() -> tuple[Built, Over]:
    """Leaves and roses round a button of four holes; hangs on a door, anchor at the door's foot."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        ring = [(ax + 9 * math.cos(a), ay - 58 + 9 * math.sin(a), 4.2, 0.34) for a in np.arange(10) * 0.628]
        _foliage(sk, ring, "leaf", 5, 0.9)
        y, x = grid(*sk.shape)
        for k, a in enumerate(np.arange(7) * 0.898):
            px, py = int(ax + 9 * math.cos(a)) - 2, int(ay - 58 + 9 * math.sin(a)) - 2
            bloom(sk, px, py, "ball", ("bloss", "china")[k % 2], 0.4)
        X, Y = x - ax + 0.5, y - (ay - 58) + 0.5
        d = np.hypot(X, Y)
        sk.put(d < 7.2, "dark", 0.0).put(d < 6.4, "dark", np.where(d > 5, 0.95, 0.7))
        sk.put((np.abs(np.abs(X) - 1.9) < 0.9) & (np.abs(np.abs(Y) - 1.9) < 0.9), "dark", 0.0)

    return [], over


make_prop("wreath_button", "facade", _wreath, None, wall=True, view=(60, 110, 90))


def _topiary(kind: str) -> tuple[Built, Over]:
    """A clipped tree in a pot: a button of leaves, or three balls."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        if kind == "button":
            _foliage(sk, [(ax, ay - 42, 17, 0.34)], "leaf", 3, 1.4)
            X, Y = x - ax + 0.5, y - (ay - 43) + 0.5
            hole = (np.abs(np.abs(X) - 5) < 2.2) & (np.abs(np.abs(Y) - 4.4) < 2.0)
            sk.put(hole, "dark", 0.1)
            rim = np.abs(np.hypot(X, Y / 0.86) - 12.5) < 0.8
            sk.add(rim & (sk.mat == IDS["leaf"]), -0.2)
        else:
            for cy, r in ((27, 11.0), (45, 8.5), (59, 6.0)):
                _foliage(sk, [(ax, ay - cy, r, 0.36)], "leaf", int(cy), 1.3)
        rng = np.random.default_rng(7)
        for _ in range(9):
            a, q = rng.uniform(0, 6.28), math.sqrt(rng.random())
            px, py = int(ax + 14 * q * math.cos(a)), int(ay - 42 + 14 * q * math.sin(a))
            if kind == "button" and sk.mat[py, px] == IDS["leaf"]:
                bloom(sk, px, py, "dot", "china", 0.6)

    return [
        G("clay", [cyl(0, 0, 0, 13, 7, 9.5, 0.8), cyl(0, 0, 12, 15, 10.6, 10.6, 0.8)], 0, plain(0.05)),
        G("bark", [rod((0, 13, 0), (0, 32, 0), 1.8)]),
    ], over


make_prop("topiary_button", "grounds", lambda: _topiary("button"), (18, 12), view=(70, 110, 80))
make_prop("topiary_balls", "grounds", lambda: _topiary("balls"), (18, 12), view=(70, 120, 90))


# ---- on the boards ---------------------------------------------------------------------------------------------------
@prop("facade", None, flat=True, shadow=False, view=(90, 220, 60))
def runner_porch():
    """A carpet from the door over the boards and down the steps (the last two tiles are treads)."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, y - ay
        long = 134
        on = (np.abs(X) < 25) & (Y >= 0) & (long > Y)
        lozenge = (np.abs(((X + 100) % 12) - 6) + np.abs((Y % 16) - 8) * 0.75) < 3
        sk.put(on, "velvet", 0.52 + 0.08 * ((x + y) % 2)).put(on & lozenge, "carpetM", 0.75)
        edge = on & (np.abs(X) > 20)
        sk.put(edge, "brass", np.select([np.abs(X) > 23.5, np.abs(X) > 22.5], [0.3, 0.75], 0.5))
        sk.put(on & (np.abs(X) < 20) & (np.abs(X) > 18.8), "velvet", 0.2)
        treads = on & (long - 64 <= Y)
        f = (Y - (long - 64)) % 16
        sk.add(treads, np.select([f < 2, f >= 11], [0.14, -0.2], 0.0))
        sk.put(on & (long - 4 <= Y) & (X.astype(int) % 3 != 0), "brass", 0.7)

    return [], over


@prop("facade", None, flat=True, shadow=False)
def doormat_back():
    """WELCOME BACK."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, y - ay + 0.5
        mat = (np.abs(X) < 23) & (np.abs(Y) < 10)
        sk.put(mat, "carpetB", 0.45 + 0.14 * ((x * 3 + y * 5) % 4 == 0))
        sk.put(mat & ((np.abs(X) > 20) | (np.abs(Y) > 7.6)), "brass", 0.6 + 0.12 * (x % 2))
        sk.put((np.abs(X) < 24) & (np.abs(X) > 22.9) & (np.abs(Y) < 10) & (y % 2 == 0), "brass", 0.4)
        centred(sk, ax, ay - 6, "WELCOME", "paper", 0.95)
        centred(sk, ax, ay + 1, "BACK", "paper", 0.95)

    return [], over


@prop("facade", (58, 8), view=(110, 110, 80))
def rope_velvet():
    """Two brass posts, a rope across the stairs, a card: NOT YET."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        centred(sk, ax, ay - 17, "NOT", "red", 0.3)
        centred(sk, ax, ay - 11, "YET", "red", 0.3)

    xs = np.linspace(-26, 26, 13)
    rope = [
        rod((a, 28 - 9 * (1 - (a / 26) ** 2), 0), (b, 28 - 9 * (1 - (b / 26) ** 2), 0), 1.8)
        for a, b in itertools.pairwise(xs)
    ]
    return [
        G("brass", [s for x in (-28, 28) for s in (cyl(x, 0, 0, 3, 6, 5, 0.8), rod((x, 2, 0), (x, 30, 0), 1.6))]),
        G("brass", [ball((x, 32, 0), 3) for x in (-28, 28)], 0, plain(0.1)),
        G("red", rope, 0, lambda q, n: 0.1 * np.sin(q[:, 0] * 1.6)),
        G("paper", [blk(0, 3, 1, 17, 16, 1.2, 0.3)], 0, plain(-0.05)),
    ], over


@prop("grounds", None, shadow=False, view=(90, 190, 150))
def dust_sheet():
    """A sheet on a line between two poles, three tiles deep, seen from its end: behind it somebody sews."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X = x - ax + 0.5
        lean = X * 1.5  # the line runs away from the viewer, to the upper right
        Y = ay - y - lean
        on = (np.abs(X) < 21) & (2 + 2 * np.sin(X * 0.6) < Y) & (78 - 3 * np.cos(X * 0.2) > Y)
        fold = np.sin(X * 0.75 + np.sin(Y * 0.05) * 1.2)
        sk.put(on, "china", np.clip(0.62 + 0.2 * fold, 0.3, 0.9))
        seam = on & (np.abs(Y - 30) < 1) & (x % 6 < 4)
        sk.put(seam, "red", 0.6)
        sk.put(on & (74 - 3 * np.cos(X * 0.2) < Y), "china", 0.95)
        outline(sk, "china", 0.05)
        for s in (-1, 1):
            pole = (np.abs(X - s * 22) < 1.5) & (Y > -2) & (Y < 86)
            sk.put(pole, "wood", np.where(X - s * 22 < 0, 0.7, 0.4))

    return [], over


@prop("facade", None, flat=True, shadow=False, view=(80, 340, 310))
def stairs_keys():
    """Keys for the treads of the outer stairs (same anchor): each plays a note."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax, ay - y
        run = (np.abs(X + 0.5) < 24) & (Y > 0) & (Y <= 288)
        f = (Y - 1) % 16
        tread = run & (f >= 6) & (f <= 14)
        key = (X + 24) // 8
        sk.put(tread, "china", 0.86 + 0.1 * (f > 12) - 0.3 * (f == 6))
        sk.put(tread & ((X + 24) % 8 == 0), "dark", 0.3)
        black = tread & (f >= 9) & (((X + 20) % 8) < 4) & ((key % 7 != 2) & (key % 7 != 6))
        sk.put(black & (np.abs(X + 0.5) < 20), "dark", np.where(f == 14, 0.7, 0.3))
        lamp = run & (f >= 2) & (f < 5) & (np.abs(X + 0.5) > 20)
        sk.put(lamp, "yellow", 0.9)
        sk.glow[lamp] = 0.9
        sk.glow[tread] = np.maximum(sk.glow[tread], 0.12)

    return [], over


@prop("facade", None, flat=True, shadow=False, view=(80, 110, 80))
def feathers_steps():
    """A pink feather on every step of the area (same anchor), counted out."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        for k in range(6):
            X, Y = x - ax - (-14, 12, -5, 16, -12, 4)[k] + 0.5, (ay - 6 - 9 * k) - y
            turn = (0.5, -0.4, 0.2, -0.6, 0.4, -0.2)[k]
            u, v = X + turn * Y, Y - turn * X
            vane = (np.abs(u) < 8) & (np.abs(v) < 2.6 - np.abs(u - 1) * 0.26)
            sk.put(vane, "bloss", 0.95 - 0.22 * (v < 0) - 0.05 * k)
            sk.put((np.abs(v) < 0.6) & (u > -10) & (u < 7), "china", 0.9)
            sk.glow[vane] = 0.25

    return [], over


@prop("facade", None, flat=True, shadow=False, view=(30, 230, 20))
def chalk_line():
    """Six tiles of chalk on the ground, from the anchor down."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, y - ay
        crumble = ((x * 7 + y * 11 + (x // 2) * (y // 3)) % 9) < 7
        sk.put((np.abs(X - np.sin(Y * 0.05)) < 3) & (Y >= 0) & (Y < 196) & crumble, "china", 0.92)
        sk.put((np.abs(X) < 8) & ((Y < 3) | (Y > 192)) & (Y >= 0) & (Y < 196) & crumble, "china", 0.92)

    return [], over


@prop("facade", None, flat=True, shadow=False, view=(140, 90, 40))
def stars_sewn():
    """Stars on water: each a crossed stitch, some with the thread going through."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(6)
        for k in range(17):
            a, q = rng.uniform(0, 6.28), math.sqrt(rng.random())
            px, py = int(ax + 52 * q * math.cos(a)), int(ay + 24 * q * math.sin(a))
            arms = ((0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)) if k % 3 else ((0, 0), (1, 1), (-1, -1), (1, -1), (-1, 1))
            for dx, dy in arms:
                sk.mat[py + dy, px + dx], sk.tone[py + dy, px + dx] = IDS["paper"], 1.0 if dx == dy == 0 else 0.8
                sk.glow[py + dy, px + dx] = 0.9
            if k % 4 == 0:
                for t in range(2, 9):
                    sk.mat[py + t // 3, px + t], sk.tone[py + t // 3, px + t] = IDS["brass"], 0.8

    return [], over


# ---- the real front, from chapter 2 on -------------------------------------------------------------------------------
@prop("facade", None, wall=True)
def front_door_open(other):
    """The front door with its leaf folded inwards: the hall behind it, unlit; over there a lamp burns in it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, ay - y
        hole = (np.abs(X) < 20) & (Y >= 0) & (Y < 79)
        light = 0.34 if other else 0.0
        near = np.clip((26 - Y) / 26, 0, 1)
        sk.put(hole, "wall", 0.12 + light + 0.05 * ((x + Y // 6) % 8 == 0))
        sk.put(hole & (Y < 44), "wood", 0.14 + light + 0.06 * (x % 7 == 0))
        sk.put(
            hole & (Y < 26),
            "floor",
            0.12 + light + 0.3 * near - 0.08 * ((X * 40 / np.maximum(66 - Y, 1)).astype(int) % 5 == 0),
        )
        sk.put(hole & (Y < 24) & (np.abs(X) < 5 + (24 - Y) * 0.28), "runA", 0.3 + light + 0.2 * near)
        sk.put(hole & (Y > 74), "dark", 0.1)
        u = X + 20
        leaf = hole & (u < 11) & (u * 1.1 < Y) & (79 - u * 0.8 > Y)
        sk.put(leaf, "red", 0.5 + 0.5 * light - 0.024 * u).put(leaf & (u > 10), "red", 0.9)
        panel = leaf & (u > 2.5) & (u < 8.5) & (np.abs((Y - u) % 38 - 20) < 12)
        sk.add(panel, -0.12)
        if other:
            d = np.hypot(X - 8, Y - 58)
            sk.put(hole & ~leaf & (d < 5), "shade", 0.95)
            sk.glow[hole & ~leaf] = np.clip(0.55 - d / 60, 0.12, 0.9)[hole & ~leaf]

    fr = [G("trimw", [sub(blk(0, 0, 0, 50, 84, 6, 1), blk(0, -2, 0, 40, 81, 20, 0.4)), blk(0, 83, 1, 54, 4, 8, 0.8)])]
    return fr, over


@prop("facade", None, wall=True, view=(60, 90, 70))
def doll_pane():
    """A small face at a pane: wool for hair, two buttons. Anchor as the window's."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5 - 5, ay - y
        head = np.hypot(X / 5.2, (Y - 14) / 5.6) < 1
        hair = (np.hypot(X / 6.6, (Y - 15) / 7.4) < 1) & ((Y > 16) | (np.abs(X) > 4.2))
        coat = (np.abs(X) < 5.5 - (Y - 5) * 0.25) & (Y >= 5) & (Y < 10)
        sk.put(coat, "yellow", 0.62).put(head, "skin", 0.62 + 0.06 * (X < 0)).put(hair, "blue", 0.5 + 0.14 * (x % 2))
        for s in (-1, 1):
            eye = np.hypot(X - s * 2.4, Y - 14) < 1.7
            sk.put(eye, "dark", 0.0)
            sk.put((np.abs(X - s * 2.4 + 0.6) < 0.6) & (np.abs(Y - 14.7) < 0.6), "glass", 0.95)
        sk.put((np.abs(X) < 2) & (Y == 11), "red", 0.3)

    return [], over
