"""Props of the garden that blooms: drifts and flowers that open, hung lanterns, what is thrown at, the things with her name.

A flower that opens is three pictures (shut, half, open) with one anchor.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np

from tools.make_art.core.field import Sketch, grid
from tools.make_art.core.ramps import IDS
from tools.make_art.places.lettering import centred, letters
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.props_evening import COLOURS, bloom, outline, paper_lantern
from tools.make_art.places.props_garden import family_car, fountain
from tools.make_art.places.props_grounds import _foliage
from tools.make_art.places.props_house import grain
from tools.make_art.places.sdf import RX, RZ, G, ball, blk, cyl, move, moved, orb, rod, scaled, sub, torus
from tools.make_art.places.surfaces import plain

Built = list[G]
Over = Callable[[Sketch, int, int], None]


# ---- drifts ----------------------------------------------------------------------------------------------------------
def _drift(w: int, d: int, seed: int, ramps: Sequence[str], kinds: Sequence[str], tall: int = 9) -> tuple[Built, Over]:
    """A cushion of leaves w x d px on the ground, full of blossoms; back rows stand higher."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(seed)
        n = max(int(w * d / 90), 4)
        spots = []
        while len(spots) < n:
            x, y = rng.uniform(-1, 1), rng.uniform(-1, 1)
            if x * x + y * y < 1:
                spots.append((x * w / 2, y * d / 2))
        spots.sort(key=lambda s: s[1])
        lifts = [rng.uniform(0.3, 1) * tall for _ in spots]
        mounds = [(ax + x, ay + y - up * 0.5, rng.uniform(5, 7.5), 0.3) for (x, y), up in zip(spots, lifts)]
        _foliage(sk, mounds, "leaf", seed, 0.75)
        for (x, y), up in zip(spots, lifts):
            for _ in range(3):
                px, py = int(ax + x + rng.uniform(-7, 5)), int(ay + y - up + rng.uniform(-6, 3))
                j = int(rng.integers(0, 99))
                bloom(sk, px, py, kinds[j % len(kinds)], ramps[j % len(ramps)], 0.5, rng.uniform(0, 0.12))

    return [], over


DRIFTS = (
    ("drift_pink", ("flower", "bloss", "china"), ("ball", "star", "dot")),
    ("drift_blue", ("glass", "blue", "china"), ("star", "daisy", "dot")),
    ("drift_gold", ("yellow", "clay", "yellow"), ("daisy", "cup", "ball")),
    ("drift_white", ("web", "china", "web"), ("daisy", "star", "dot")),
    ("drift_violet", ("purple", "bloss", "purple"), ("bell", "ball", "star")),
    ("drift_mixed", ("red", "yellow", "flower", "glass", "china"), ("daisy", "ball", "star", "cup")),
)
for _k, (_name, _ramps, _kinds) in enumerate(DRIFTS):
    make_prop(
        _name,
        "bloom",
        lambda s=_k, r=_ramps, q=_kinds: _drift(54, 22, 20 + s, r, q),
        None,
        shadow=False,
        view=(100, 70, 40),
    )
    make_prop(
        f"{_name}_small",
        "bloom",
        lambda s=_k, r=_ramps, q=_kinds: _drift(24, 13, 40 + s, r, q, 6),
        None,
        shadow=False,
        view=(64, 60, 40),
    )


# ---- flowers that open -----------------------------------------------------------------------------------------------
def _moonflower(ramp: str, far: float) -> tuple[Built, Over]:
    """Three trumpets on one plant; ``far`` 0 shut, 1 wide open."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        _foliage(sk, [(ax - 6, ay - 4, 6.5, 0.26), (ax + 6, ay - 4, 6.5, 0.26), (ax, ay - 6, 6, 0.32)], "leaf", 5, 0.8)
        for cx, tall, size in ((-9, 22, 6.6), (9, 26, 7.2), (0, 37, 8.8)):
            for t in range(6, tall):
                u = t / tall
                px = round(ax + cx * u**1.4 + 1.5 * math.sin(t * 0.35))
                sk.mat[ay - t, px], sk.tone[ay - t, px] = IDS["leaf"], 0.5
                sk.mat[ay - t, px + 1], sk.tone[ay - t, px + 1] = IDS["leaf"], 0.2
            X, Y = x - ax - cx + 0.5, y - (ay - tall - 1) + 0.5
            a = np.arctan2(Y * 1.1, X)
            if far > 0.1:
                r = size * (0.45 + 0.55 * far) * (1 - 0.16 * np.abs(np.sin(2.5 * a + cx)))
                dist = np.hypot(X, Y * 1.12)
                head = dist < r
                star = head & (np.abs(np.sin(2.5 * a + cx)) > 0.93)
                sk.put(head, ramp, 0.98 - 0.42 * (dist / size) * (0.6 + 0.4 * (Y > 0)))
                sk.put(star, ramp, 0.62).put(head & (dist < size * 0.24), "yellow", 0.9)
                sk.glow[head] = 0.35 + 0.45 * far
                rim = (dist >= r) & (dist < r + 1)
                sk.put(rim, ramp, 0.08)
            else:
                bud = (np.abs(X + Y * 0.1) < 2.7 * np.clip((9 + Y) / 7, 0, 1) * np.clip((7 - Y) / 5, 0, 1)) & (Y > -9)
                bud &= Y < 6
                sk.put(bud, ramp, np.where(((X * 1.2 + Y) % 4) < 1.3, 0.34, 0.62))
                sk.glow[bud] = 0.14
                sk.put(bud & (Y > 3), "leaf", 0.5)
        outline(sk, "leaf", 0.0)

    return [], over


for _name, _ramp in (("moonflower", "web"), ("rosebell", "bloss"), ("sunbell", "yellow")):
    for _stage, _far in (("shut", 0.0), ("half", 0.5), ("open", 1.0)):
        make_prop(
            f"{_name}_{_stage}",
            "bloom",
            lambda r=_ramp, f=_far: _moonflower(r, f),
            None,
            shadow=False,
            view=(70, 90, 64),
        )


def _foxgloves(seed: int, n: int) -> tuple[Built, Over]:
    """Foxgloves, in pairs."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(seed)
        _foliage(sk, [(ax + dx, ay - 4, 6, 0.26) for dx in range(-8 * n, 8 * n + 1, 8)], "leaf", seed, 0.8)
        for k in range(n):
            for s in (-1, 1):
                cx, tall = ax + (k - (n - 1) / 2) * 20 + s * 4.5, 40 + 4 * (k % 2) + s
                for t in range(5, int(tall)):
                    px = round(cx + 0.6 * math.sin(t * 0.2))
                    sk.mat[ay - t, px], sk.tone[ay - t, px] = IDS["leaf"], 0.5
                for t in np.arange(14, tall, 3.2):
                    u = (t - 14) / (tall - 14)
                    wide = 4.2 * (1 - u) + 0.8
                    for side in (-1, 1):
                        px = int(cx + side * wide * 0.6 - 1 + rng.uniform(-0.6, 0.6))
                        bloom(sk, px, int(ay - t), "bell" if u < 0.7 else "dot", "flower" if k % 2 else "bloss", 0.4)
        outline(sk, "leaf", 0.0)

    return [], over


make_prop("foxgloves", "bloom", lambda: _foxgloves(3, 2), None, shadow=False, view=(80, 90, 64))
make_prop("foxgloves_row", "bloom", lambda: _foxgloves(6, 4), None, shadow=False, view=(130, 90, 64))


# ---- light -----------------------------------------------------------------------------------------------------------
for _k, _y in enumerate((58, 66, 52, 62, 55)):
    make_prop(
        f"lantern_hung_{_k + 1}",
        "bloom",
        lambda c=COLOURS[_k], h=_y: paper_lantern(0, h, 0, c, 7.4),
        None,
        shadow=False,
        view=(40, 110, 90),
        light="lamp",
    )


def _path_lamp(ramp: str) -> Built:
    """A glass tulip on a bent stem."""
    petals = [ball((math.sin(a) * 2.6, 20, math.cos(a) * 2), (2.6, 5, 2.4)) for a in np.arange(5) * 1.257]
    return [
        G("leaf", [rod((0, 0, 0), (1, 9, 0), 1.0), rod((1, 9, 0), (0, 16, 0), 0.9)]),
        G("leaf", [ball((-4, 4, 1), (4.4, 1.4, 2)), ball((4, 5, 1), (4, 1.3, 2))]),
        G(ramp, petals, 0.8, plain(-0.08), 0.5),
        G("yellow", [ball((0, 24, 0), (1.8, 1.6, 1.6))], 0, plain(0.2), 0.8),
    ]


for _name, _ramp in (("path_lamp", "shade"), ("path_lamp_rose", "flower"), ("path_lamp_blue", "glass")):
    make_prop(_name, "bloom", lambda r=_ramp: _path_lamp(r), None, shadow=False, view=(50, 60, 44), light="lamp")


def _fairy(span: float, n: int, seed: int) -> tuple[Built, Over]:
    """A sagging wire of small bulbs, 30 px above the anchor."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for k in range(int(span)):
            x = k - span / 2
            wave = 7 * abs(math.sin(math.pi * k / 32))
            py, px = round(ay - 30 + wave), round(ax + x)
            sk.mat[py, px], sk.tone[py, px] = IDS["dark"], 0.3
            if k % max(int(span / n), 1) == 4:
                ramp = ("yellow", "flower", "glass", "yellow", "red")[(k * 7 + seed) % 5]
                bloom(sk, px, py + 1, "dot", ramp, 2.2, -0.2)
                sk.mat[py + 3, px], sk.tone[py + 3, px] = IDS[ramp], 0.5

    return [], over


make_prop("fairy_lights", "bloom", lambda: _fairy(128, 16, 0), None, shadow=False, view=(160, 70, 50))


@prop("bloom", None, shadow=False, view=(90, 190, 170), light="lamp")
def moon_hung():
    """A moon on two threads, hung early: a seam round its edge."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax + 0.5, y - (ay - 98) + 0.5
        d = np.hypot(X, Y)
        for s in (-1, 1):
            thread = (np.abs(X - s * (11 + (Y + 20) * -0.06)) < 0.6) & (Y < -17) & (Y > -62)
            sk.put(thread, "web", 0.85)
            sk.alpha[thread] = np.clip((Y[thread] + 62) / 34, 0.08, 1)
            sk.glow[thread] = 0.3
        disc = d < 23
        shade = 0.95 - 0.013 * np.hypot(X + 7, Y + 8)
        for cx, cy, r in ((7, -6, 5), (-8, 7, 6.5), (9, 10, 3.6), (-3, -12, 3)):
            q = np.hypot(X - cx, Y - cy)
            shade = np.where(q < r, shade - 0.16, np.where((q < r + 1.2) & (cx + cy < X + Y), shade + 0.06, shade))
        sk.put(disc, "paper", shade - 0.34)
        a = np.degrees(np.arctan2(Y, X)) % 15
        sk.put((np.abs(d - 20) < 0.75) & (a < 9), "brass", 0.5)
        sk.put((d >= 22) & (d < 23.2), "brass", 0.35)
        sk.glow[d < 23.2] = 0.3

    return [], over


# ---- water that runs upward ------------------------------------------------------------------------------------------
def _fountain_up(frame: int) -> tuple[Built, Over]:
    """The bowl of the other side's fountain; drops leave the basin and rise, frame 0..3."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        for k in range(11):
            a = k / 11 * 2 * math.pi + 0.2
            bx, bz = math.cos(a) * 30, math.sin(a) * 18
            for m in range(4):
                t = ((m + frame / 4 + (k * 0.37) % 1) % 4) / 4
                px = int(ax + bx * (1 - t) ** 0.8 + 3 * math.sin(a * 3) * t)
                py = int(ay + bz * (1 - t) - 8 - 78 * t**0.9)
                size = 1 if t > 0.7 else 2
                sk.put((x >= px) & (x < px + size) & (y >= py) & (y < py + size + 1), "water", 1.0 - 0.25 * t)
                sk.glow[py : py + size + 1, px : px + size] = 0.8
        X, Y = x - ax + 0.5, ay - y  # the column, climbing
        column = (Y > 40) & (Y < 84) & (np.abs(X) < 2.0 + 0.09 * (Y - 40))
        streak = np.sin(X * 1.7 + np.sin((Y - frame * 3) * 0.5) * 0.9) > 0.1
        sk.put(column, "water", np.where(streak, 0.95, 0.62))
        crown = np.hypot(X / 11, (Y - 84) / 6) < 1 + 0.16 * np.sin(X * 1.1 + frame * 1.6)
        sk.put(crown, "water", np.where(np.sin(X * 0.9 + Y * 0.5 + frame * 1.6) > -0.2, 1.0, 0.74))
        sk.glow[column | crown] = 0.6
        spray = np.random.default_rng(frame)
        for _ in range(14):
            px, py = int(ax + spray.normal(0, 9)), int(ay - 84 + spray.uniform(-8, 8))
            sk.mat[py, px], sk.tone[py, px], sk.glow[py, px] = IDS["water"], 1.0, 0.9

    groups = [g for g in fountain(True) if not (g.mat == "water" and g.glow == 0.5)]
    return groups, over


for _k in range(4):
    _more = {"frames": ",".join(f"fountain_up_{i + 1}" for i in range(4)), "ms": 110} if _k == 0 else {}
    make_prop(f"fountain_up_{_k + 1}", "bloom", lambda k=_k: _fountain_up(k), (84, 58), view=(140, 170, 130), **_more)


# ---- what is thrown at -----------------------------------------------------------------------------------------------
def _stand() -> Built:
    return [
        G("tentA", [rod((0, 3, 0), (0, 24, 0), 2.4)], 0, lambda q, n: 0.3 * ((q[:, 1] % 8) < 4) - 0.1),
        G("wood", [cyl(0, 0, 0, 4, 13, 12, 0.75), cyl(0, 0, 23, 26, 11, 11, 0.75)], 0, grain),
    ]


def _bucket(tip: float) -> Built:
    tin = [
        G("enamel", [sub(cyl(0, 0, 0, 17, 7, 9.4, 0.85), cyl(0, 0, 3, 30, 5.6, 8.2, 0.85))], 0, plain(0.08)),
        G("red", [cyl(0, 0, 6, 9.6, 8.6, 9, 0.85)], 0, plain(0.1)),
        G("iron", [move(torus((0, 0, 0), 9, 0.7), RX(62), (0, 16, 2))], 0, plain(0.2)),
    ]
    return moved(tin, RZ(tip), (0, 26, 0)) if tip == 0 else moved(tin, RZ(tip) @ RX(20), (14, 9, 4))


def _gourd(x: float, y: float, r: float) -> Built:
    ribs = [
        ball((x + math.cos(a) * r * 0.4, y, math.sin(a) * r * 0.32), (r * 0.62, r * 0.58, r * 0.46))
        for a in np.arange(7) * 0.898
    ]
    return [
        G("leafdry", ribs, 0.3, plain(0.06), 0.16),
        G("leaf", [rod((x, y + r * 0.5, 0), (x + 2, y + r * 0.5 + 5, 0), 1.3, 0.8)]),
    ]


FACES = {  # e eye, m mouth
    "grin": (
        "..e......e..",
        ".eee....eee.",
        "eeee....eeee",
        "............",
        "m..........m",
        "mm.mm..mm.mm",
        ".mmmmmmmmmm.",
        "..mm.mm.mm..",
    ),
    "sleepy": (
        "............",
        "eeee....eeee",
        ".eee....eee.",
        "............",
        "....mmmm....",
        "...mmmmmm...",
        "...mm..mm...",
        "....mmmm....",
    ),
}


def _face(kind: str, up: int) -> Over:
    def over(sk: Sketch, ax: int, ay: int) -> None:
        on = np.zeros(sk.shape, bool)
        for j, row in enumerate(FACES[kind]):
            for i, c in enumerate(row):
                on[ay - up + j, ax - 6 + i] = c in "em"
        rim = np.zeros_like(on)
        for way in ((0, 1), (0, -1), (1, 0), (-1, 0)):
            rim |= np.roll(on, way, (0, 1)) & ~on
        sk.put(rim, "leafdry", 0.0).put(on, "yellow", 0.95)
        sk.glow[on] = 0.8

    return over


make_prop("target_bucket", "bloom", lambda: [*_stand(), *_bucket(0)], (24, 14), view=(70, 90, 70))
make_prop("target_bucket_hit", "bloom", lambda: [*_stand(), *_bucket(112)], (24, 14), view=(80, 90, 70))
for _k, _f in enumerate(("grin", "sleepy")):
    make_prop(
        f"target_pumpkin_{_k + 1}",
        "bloom",
        lambda f=_f: ([*_stand(), *_gourd(0, 34, 12)], _face(f, 37)),
        (24, 14),
        view=(70, 90, 70),
    )


def _pumpkin_hit() -> tuple[Built, Over]:
    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(3)
        for _ in range(26):
            px, py = int(ax + rng.normal(0, 13)), int(ay - 28 + rng.normal(0, 7))
            bloom(sk, px, py, "dot", "clay" if rng.random() < 0.7 else "yellow", 0.2)

    half_ = [ball((-6, 29, 0), (6, 5, 6)), ball((7, 28, 2), (5, 4, 5))]
    return [*_stand(), G("clay", half_, 0.4, plain(0.05)), G("yellow", [ball((0, 28, 3), (7, 2.6, 4))])], over


make_prop("target_pumpkin_hit", "bloom", _pumpkin_hit, (24, 14), view=(80, 90, 70))
make_prop("pumpkin_ball", "bloom", lambda: _gourd(0, 6, 8), (13, 9), push="ball")
make_prop(
    "ball_soft",
    "bloom",
    lambda: [G("red", [orb((0, 7, 0), 8)], 0, lambda q, n: 0.16 - 0.45 * ((q[:, 0] * 0.9 + q[:, 1] + 1) % 7 < 1))],
    (13, 9),
    push="ball",
)
make_prop(
    "apple",
    "bloom",
    lambda: [
        G("red", [orb((0, 5, 0), 6), ball((0, 7.6, 0), (4.4, 2, 3.4))], 1.5, plain(0.1), 0.25),
        G("leaf", [rod((0, 9, 0), (1, 12, 0), 0.7), ball((3, 11, 0), (2.4, 1, 1.4))]),
    ],
    (11, 8),
    push="ball",
)


# ---- things with her name on -----------------------------------------------------------------------------------------
@prop("bloom", (74, 32), view=(130, 110, 80))
def car_little():
    """A little red car with a C on the door."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - ax - 1.5, y - (ay - 2)
        d = np.hypot(X, Y)
        sk.put(d < 7, "paper", 0.9).put((d >= 6) & (d < 7), "brass", 0.6)
        sk.put((d < 4.6) & (d > 2.6) & ~((X > 1) & (np.abs(Y) < 2)), "red", 0.35)

    small = scaled(family_car()[:-2], 0.8)
    return [G("red" if g.mat == "green" else g.mat, g.shapes, g.k, g.tex, g.glow) for g in small], over


def _present(w: float, h: float, d: float, paper: str, ribbon: str) -> Built:
    bow = [ball((s * 3.2, h + 2.4, 0), (3, 2.2, 2)) for s in (-1, 1)]
    return [
        G(paper, [blk(0, 0, 0, w, h, d, 0.8)], 0, lambda q, n: 0.06 - 0.06 * (((q[:, 0] + q[:, 1]) % 6) < 1)),
        G(
            ribbon,
            [blk(0, 0, 0, 3, h + 0.5, d + 0.8, 0.2), blk(0, 0, 0, w + 0.8, h + 0.5, 3, 0.2), *bow],
            0,
            plain(0.1),
        ),
    ]


@prop("bloom", (56, 24), view=(110, 100, 70))
def parcels_heap():
    """Parcels. They have all got her name on."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for x, y in ((-19, -4), (12, -8), (-4, -32)):
            sk.put((np.abs(grid(*sk.shape)[1] - ax - x) < 4) & (np.abs(grid(*sk.shape)[0] - ay - y) < 4), "paper", 0.95)
            letters(sk, ax + x - 1, ay + y - 2, "C", "red", 0.4)

    return [
        *moved(_present(26, 19, 18, "purple", "yellow"), None, (-17, 0, 2)),
        *moved(_present(30, 23, 18, "blue", "red"), None, (13, 0, -1)),
        *moved(_present(20, 15, 14, "flower", "china"), None, (-3, 22, -3)),
        *moved(_present(13, 11, 11, "green", "yellow"), None, (27, 0, 12)),
    ], over


@prop("bloom", (124, 8), view=(170, 120, 90))
def washing_sizes():
    """A line of her clothes, in every size up to quite old."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        ramps = ("yellow", "red", "blue", "yellow", "flower", "enamel", "purple")
        cx = -54.0
        for k, size in enumerate((7, 9, 11, 13, 15, 18, 21)):
            cx += size * 0.5
            top = ay - (50 - 7 * (1 - (cx / 58) ** 2)) + 1
            X, Y = x - ax - cx + 0.5, y - top
            long = size * 1.5
            body = (Y >= 0) & (long > Y) & (np.abs(X) < size * (0.22 + 0.2 * Y / long))
            arms = (Y >= 0) & (size * 0.42 > Y) & (np.abs(X) < size * 0.46)
            on = body | arms
            rim = np.zeros_like(on)
            for way in ((0, 1), (0, -1), (1, 0), (-1, 0)):
                rim |= np.roll(on, way, (0, 1)) & ~on
            sk.put(rim, "dark", 0.1)
            sk.put(on, ramps[k], 0.72 - 0.22 * (size * 0.14 < X) + 0.1 * (Y < 2))
            sk.put(on & (np.abs(X) < 0.6) & (Y > 2) & (Y.astype(int) % 4 == 0), "dark", 0.2)
            for s in (-1, 1):
                sk.put((np.abs(X - s * size * 0.3) < 1) & (Y > -4) & (Y < 1), "wood", 0.9)
            cx += size * 0.5 + 2.4

    line = [
        rod((a, 50 - 7 * (1 - (a / 58) ** 2), 0), (a + 8, 50 - 7 * (1 - ((a + 8) / 58) ** 2), 0), 0.6)
        for a in range(-58, 58, 8)
    ]
    posts = [rod((s * 58, 0, 0), (s * 60, 54, 0), 1.8, 1.5) for s in (-1, 1)]
    return [G("wood", posts, 0, grain), G("paper", line, 0, plain(-0.1))], over


@prop("bloom", (20, 13))
def birdbath_glass():
    """Glass birds bathing."""
    birds = []
    spots = ((-7, 0, 1), (8, 2, -1))
    for x, z, s in spots:
        birds += [
            ball((x, 28, z), (4.4, 3, 2.6)),
            ball((x + s * 3.6, 33, z), 2.5),
            rod((x - s * 4, 29, z), (x - s * 9, 32, z), 1.5, 0.6),
        ]
    beaks = [rod((x + s * 5.6, 33, z), (x + s * 8.4, 32.6, z), 0.9, 0.4) for x, z, s in spots]
    return [
        G(
            "stone",
            [
                cyl(0, 0, 0, 3, 9, 7),
                cyl(0, 0, 3, 20, 4, 3),
                sub(cyl(0, 0, 19, 25, 7, 14, 0.8), ball((0, 28, 0), (11, 6, 9))),
            ],
            0.5,
        ),
        G("water", [cyl(0, 0, 21, 23.6, 10, 10, 0.8)], 0, None, 0.4),
        G("glass", birds, 0.5, plain(0.3), 0.6),
        G("yellow", beaks, 0, plain(0.2), 0.5),
    ]


@prop("bloom", (60, 8), view=(120, 110, 90), light="lamp")
def signpost_gold():
    """THE PINK PALACE, in gold, very straight."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        centred(sk, ax, ay - 51, "THE", "yellow", 0.95)
        centred(sk, ax, ay - 44, "PINK PALACE", "yellow", 0.95)
        y, x = grid(*sk.shape)
        for s in (-1, 1):
            sk.put((np.abs(x - ax - s * 16) < 4) & (np.abs(y - (ay - 49)) < 1), "yellow", 0.7)
        letter = sk.mat >= 0
        sk.glow[letter] = 0.7

    return [
        G(
            "brass",
            [blk(s * 29, 0, 0, 4, 66, 4, 0.8) for s in (-1, 1)] + [ball((s * 29, 68, 0), 3.4) for s in (-1, 1)],
            0,
            plain(0.04),
        ),
        G("purple", [blk(0, 33, 1, 56, 26, 2.4, 0.8)], 0, plain(-0.1)),
        G("brass", [blk(0, 31.4, 1.4, 62, 2.6, 3.4, 0.6), blk(0, 58, 1.4, 62, 2.6, 3.4, 0.6)], 0, plain(0.12)),
        G("leaf", [ball((x, 3, 3), (5, 4, 3)) for x in (-32, -26, 27, 33)], 1),
        G("flower", [ball((x, 7, 5), 2.0) for x in (-33, -28, 27, 32)], 0, plain(0.2), 0.5),
    ], over


@prop("bloom", None, shadow=False, view=(120, 150, 120))
def rose_arch():
    """The leafy tunnel, in flower."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        parts = [
            (ax + s * 26 + dx, ay - h, 11.0, 0.26 + h * 0.0014)
            for s in (-1, 1)
            for h in range(6, 62, 11)
            for dx in (-3, 3)
        ]
        parts += [(ax + 27 * math.cos(a), ay - 60 - 24 * math.sin(a), 12.0, 0.36) for a in np.linspace(0, math.pi, 8)]
        _foliage(sk, parts, "leaf", 21, 0.7)
        rng = np.random.default_rng(4)
        for k in range(46):
            px, py, r, _ = parts[int(rng.integers(0, len(parts)))]
            bloom(
                sk,
                int(px + rng.uniform(-r, r) * 0.8),
                int(py + rng.uniform(-r, r) * 0.7),
                ("ball", "star", "ball")[k % 3],
                ("bloss", "china", "flower")[k % 3],
                0.35,
            )
        outline(sk, "leaf", 0.0)

    return [], over


@prop("bloom", None, wall=True, view=(80, 90, 60))
def fern_fountain():
    """A fountain of ferns out of a gutter; anchor on the gutter."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for k, a in enumerate((-1.5, 1.5, -1.15, 1.15, -0.8, 0.8, -0.45, 0.45, -0.15, 0.15)):
            reach, lift = 31 * math.sin(a), 30 * math.cos(a) + 8
            for t in np.linspace(0, 1, 40):
                px, py = ax + reach * t, ay - lift * 4 * t * (1 - 0.78 * t) * 0.62
                long = int(1 + 4 * math.sin(math.pi * min(t * 1.1, 1)))
                for d in range(-long, long + 1):
                    qx, qy = int(px + d * math.cos(a) * 0.8), int(py + abs(d) * 0.7 + d * math.sin(a) * 0.4)
                    sk.mat[qy, qx], sk.tone[qy, qx] = (
                        IDS["leaf"],
                        0.34 + 0.07 * (k // 2) + 0.12 * (d == 0) - 0.03 * abs(d),
                    )
        outline(sk, "leaf", 0.0)

    return [], over


@prop("bloom", (50, 16))
def bench_back():
    """The porch's bench from behind: it faces the house."""
    return [
        G(
            "wood",
            [blk(0, 12, z, 50, 2, 5, 0.5) for z in (-5, 1, 7)] + [blk(0, y, 8, 50, 4.6, 1.6, 0.5) for y in (17, 23)],
            0,
            grain,
        ),
        G(
            "iron",
            [rod((s * 21, 0, z), (s * 21, 12, z * 0.8), 1.2) for s in (-1, 1) for z in (-8, 8)]
            + [rod((s * 21, 10, 9), (s * 21, 29, 9.4), 1.3) for s in (-1, 1)],
        ),
    ]
