"""Props of the night at the well, of the morning after and of the dream: the bare ring, root and rock broken, stars to
stand on.
"""

from __future__ import annotations

import itertools
import math

import numpy as np

from tools.make_art.core.field import Array, Sketch
from tools.make_art.core.ramps import IDS
from tools.make_art.places.brush import around, disc, glow, rim
from tools.make_art.places.prop import Over, make_prop, prop
from tools.make_art.places.props_grounds import _rock
from tools.make_art.places.props_house import _globe
from tools.make_art.places.sdf import (
    RZ,
    G,
    ball,
    blk,
    box,
    cyl,
    half,
    inter,
    move,
    moved,
    rod,
    torus,
    wavy,
)
from tools.make_art.places.surfaces import chance, plain, rubble

WELL, DREAM = "well_night", "dream"
Built = list[G]


def _ring() -> Built:
    """The field stones that were under the boards, and weeds between them: the same as well_boards."""
    rocks = [
        ball((math.cos(a) * 27, 3.4, math.sin(a) * 19), (6.0, 4.6 + 0.8 * math.sin(a * 5), 5))
        for a in np.arange(14) * (2 * math.pi / 14)
    ]
    return [
        G("stone", rocks, 0, rubble(11, 2, 0.12)),
        G("leaf", [ball((x, 2, z), (4.4, 2.2, 2.6)) for x, z in ((-30, 10), (28, 14), (10, 23), (-16, 21))], 1),
    ]


@prop(WELL, (54, 36), view=(110, 90, 50))
def well_ring_open():
    """A hole, a long one: the wall goes down round by round, and very low there is something blue."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        mouth = np.hypot(X / 22.5, (Y - 3) / 15.5) < 1
        free = mouth & (np.hypot(X / 22.5, (Y - 2.2) / 15.0) < 1.02)
        sk.put(free, "dark", 0.16)
        for k, (r, low, tone) in enumerate(
            ((21.5, 0.6, 0.62), (18.6, -1.4, 0.44), (15.6, -3.2, 0.3), (12.6, -4.8, 0.18))
        ):
            inner = np.hypot(X / r, (Y - 3 - low) / (r * 0.69)) < 1
            wall = inner & free
            turn = ((np.arctan2(Y - 3 - low, X) + 0.26 * k) * (14 - 2 * k) / 6.2832) % 100
            sk.put(wall, "stone", tone * 0.9 + 0.16 * (chance(np.floor(turn), np.full(turn.shape, k)) - 0.5))
            sk.put(wall & (turn % 1 < 0.14 + 0.03 * k), "dark", 0.1)
            lip = wall & (np.hypot(X / (r - 1.2), (Y - 3 - low) / ((r - 1.2) * 0.69)) > 1) & (Y < 3)
            sk.put(lip, "stone", tone * 0.55)
        deep = np.hypot(X / 10.4, (Y + 2.6) / 7.2) < 1
        sk.put(deep, "dark", 0.0)
        water = np.hypot(X / 6.6, (Y + 4.2) / 3.6)
        sk.put(water < 1, "water", 0.36 + 0.3 * (1 - water))
        shine = (water < 1) & (np.abs(Y + 3.4 - 0.5 * np.sin(X * 0.9)) < 0.7) & (np.abs(X + 0.6) < 3.4)
        sk.put(shine, "glass", 0.85)
        sk.glow[water < 1] = 0.30
        sk.glow[shine] = 0.6
        halo = (water >= 1) & (water < 1.75) & deep
        sk.put(halo, "water", 0.16)
        sk.glow[halo] = 0.14

    rocks, weeds = _ring()
    floor = G("dark", [cyl(0, 0, 0, 3.4, 22, 22, 0.7)])
    return [floor, rocks, weeds], _behind(over)


def _behind(paint: Over) -> Over:
    """Paint that leaves out the stones of the ring: what is drawn may only show inside it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        paint(sk, ax, ay)
        X, Y = around(sk, ax, ay)
        for a in np.arange(14) * (2 * math.pi / 14):
            cx, cy = math.cos(a) * 27, 3.4 - math.sin(a) * 19
            stone = np.hypot((X - cx) / 6.6, (Y - cy) / (6.9 + 0.5 * math.sin(a * 5))) < 1
            sk.mat[stone] = -1

    return over


def _lid(y: float) -> Built:
    """The cover of well_cover, on the stones."""
    return [
        G(
            "wood",
            [cyl(0, 0, y, y + 3, 25, 25, 0.72)],
            0,
            lambda q, n: -0.24 * ((q[:, 0] % 6.5) < 0.9) + 0.05 * np.sin(q[:, 2] * 2 + np.floor(q[:, 0] / 6.5) * 2),
        ),
        G("dwood", [blk(0, y + 2.4, z, 40, 2.6, 4, 0.5) for z in (-6, 7)]),
        G("iron", [ball((s * 15, y + 5, z), 1) for s in (-1, 1) for z in (-6, 7)] + [torus((0, y + 4.6, 0), 3, 0.8)]),
    ]


@prop(WELL, (54, 36), view=(110, 90, 50))
def well_ring_lid():
    """Shut, and heavy."""
    return [*_ring(), *_lid(7.0)]


@prop(WELL, (54, 36), view=(110, 100, 60))
def well_ring_lid_pot():
    """Shut, and somebody has stood a flower on it."""
    pot = [
        G("clay", [cyl(0, 0, 11, 18, 4.6, 6.2, rd=0.8), cyl(0, 0, 17.2, 19.4, 6.8, 6.8, rd=0.6)], 0, plain(0.08)),
        G(
            "leaf",
            [rod((0, 18, 0), (x, 27, z), 0.9) for x, z in ((-4, 1), (0, -1), (4, 1))]
            + [ball((x, 21, 2), (3.4, 1.8, 2)) for x in (-5, 5)],
        ),
        G("yellow", [ball((x, y, 1), (3.2, 2.9, 2.6)) for x, y in ((-5, 28), (0.4, 30.6), (5, 27.4))], 0, plain(0.12)),
        G("clay", [ball((x, y, 3.4), 1.3) for x, y in ((-5, 28), (0.4, 30.6), (5, 27.4))]),
    ]
    return [*_ring(), *_lid(7.0), *pot]


@prop(WELL, (38, 8), view=(90, 60, 40))
def root_torn():
    """The arched root, snapped in two: wood as pale as bread, earth everywhere."""

    def bark(q: Array, n: Array) -> Array:
        return np.asarray(0.12 * np.sin(q[:, 0] * 0.9))

    splints_l = [
        rod((-6.5, 10.2, 2), (-6.5 + x, 10.2 + y, 2.4), 1.1, 0.4) for x, y in ((6.4, 3.6), (7.2, 0.4), (4.6, 6.0))
    ]
    splints_r = [
        rod((8.4, 6.0, 1.4), (8.4 + x, 6.0 + y, 1.8), 1.1, 0.4) for x, y in ((-4.6, 4.6), (-5.6, 1.4), (-1.6, 6.2))
    ]
    clods = [
        ball((x, r * 0.6, z), (r, r * 0.75, r * 0.9))
        for x, z, r in ((-2, 5, 2.2), (3, 7, 1.5), (-9, 6, 1.4), (12, 7, 1.8), (1, -2, 1.3))
    ]
    return [
        G("bark", [rod((-18, 0, 0), (-12, 7, 1.4), 3, 2.8), rod((-12, 7, 1.4), (-6.5, 10.4, 2), 2.8, 2.5)], 1.6, bark),
        G(
            "bark",
            [rod((19, 0, 3), (13, 4.4, 2.4), 1.8, 2.4), rod((13, 4.4, 2.4), (8.6, 5.8, 1.4), 2.4, 2.3)],
            1.6,
            bark,
        ),
        G(
            "paper",
            [*splints_l, *splints_r, ball((-6.0, 10.4, 2.6), (1.9, 2.1, 1.5)), ball((8.2, 6.0, 2.2), (1.8, 1.9, 1.5))],
            0.6,
            plain(-0.12),
        ),
        G("dirt", clods, 0.3, plain(-0.16)),
    ]


# ---- the rock ------------------------------------------------------------------------------------------------------------
def _moss(q: Array, n: Array) -> Array:
    return np.asarray(0.10 * (np.sin(q[:, 0] * 0.5 + q[:, 1] * 0.7) > 0.75) - 0.05)


for _k, _turn in enumerate((34.0, 72.0)):
    make_prop(
        f"rock_great_turn_{_k + 1}",
        WELL,
        lambda t=_turn: moved(moved(_rock(1.9, 7), None, (0, -17, 0)), RZ(-t), (3, 20 + t * 0.03, 0)),
        (56, 38),
        view=(110, 110, 70),
    )


@prop(WELL, (52, 24), view=(110, 90, 56))
def rock_split():
    """Landed for the last time: two halves, and the inside of a stone that had never seen light."""

    def lumps(p: Array) -> Array:
        wave = np.sin(p[:, 0] * 0.2 + 1) * np.sin(p[:, 1] * 0.22 + 2)
        return np.asarray(1.5 * wave + 0.5 * np.sin(p[:, 0] * 0.7) * np.sin(p[:, 2] * 0.6))

    whole = wavy(ball((0, 0, 0), (21, 14, 13)), lumps)
    flesh = ball((0, 0, 0), (19.4, 12.6, 11.6))

    def grit(q: Array, n: Array) -> Array:
        return np.asarray(0.2 + 0.12 * (np.sin(q[:, 1] * 1.1 + q[:, 2] * 0.9 + q[:, 0]) > 0.5))

    out: Built = []
    for s, lean, at in ((-1, 34, (-11, 9.0, -2)), (1, -40, (12, 8.0, 3))):
        cut = half((-s, 0.12, 0), 0.0)  # keeps the outer half
        rough = half((-s, 0.12, 0), 0.9)
        out += [
            G("stone", [move(inter(whole, cut), RZ(lean), at)], 0, _moss),
            G("trimw", [move(inter(inter(flesh, rough), half((s, -0.12, 0), 0.6)), RZ(lean), at)], 0, grit),
        ]
    chips = [
        box((x, 1.2, z), (r, 1.2, r * 0.8), 0.5)
        for x, z, r in ((-1, 13, 2.4), (5, 15, 1.6), (-9, 15, 1.4), (1, 9, 1.4), (12, 16, 1.8))
    ]
    return [*out, G("stone", chips, 0, plain(0.1))]


# ---- morning -------------------------------------------------------------------------------------------------------------
@prop(WELL, (12, 8), item="snow_globe")
def snow_globe_cracked():
    """A crack from side to side, a finger of water, nobody in it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        inside = disc(X, Y, 0, 8, 5.6)
        sk.put(inside & (Y < 5.4), "water", 0.72).put(inside & (np.abs(Y - 5.2) < 0.6), "glass", 0.95)
        path = ((-5, 10), (-2, 9), (-1, 11), (1, 8), (2, 9), (3, 6), (5, 6))
        for (x0, y0), (x1, y1) in itertools.pairwise(path):
            for t in np.linspace(0, 1, 6):
                px, py = round(ax + x0 + (x1 - x0) * t), round(ay - y0 - (y1 - y0) * t)
                sk.mat[py, px], sk.tone[py, px] = IDS["dark"], 0.3
                sk.mat[py - 1, px], sk.tone[py - 1, px] = IDS["paper"], 1.0
        for x, y in ((-1, 12), (-2, 13), (2, 10), (1, 6), (0, 5)):
            sk.mat[ay - y, ax + x], sk.tone[ay - y, ax + x] = IDS["dark"], 0.45

    return _globe(0, 0.0), over


# ---- stars to stand on ---------------------------------------------------------------------------------------------------
def _star_field(X: Array, Y: Array, r: float, waist: float = 0.44, spin: float = 0.0) -> Array:
    """< 1 inside a five-pointed star lying on the ground (seen from above at a slant)."""
    a = np.arctan2(Y / 0.86, X) - math.pi / 2 + spin
    f = np.abs(((a / (2 * math.pi / 5)) % 1) - 0.5) * 2  # 1 on a point, 0 between
    edge = r / (1 + (1 / waist - 1) * (1 - f))
    return np.asarray(np.hypot(X, Y / 0.86) / edge)


def _pad(kind: str) -> tuple[Built, Over]:
    """A star of thread, stitched on nothing: asleep, awake or gold."""
    thread = {"asleep": "web", "lit": "flame", "gold": "flame"}[kind]
    bright = 0.0 if kind == "asleep" else 1.0
    warm = 0.3 if kind == "lit" else 0.0  # paler than gold

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        d = _star_field(X, Y, 31)
        if bright:
            aura = (d < 1.5) & (np.hypot(X, Y / 0.86) < 31.5)
            sk.put(aura, thread, 0.7 + warm)
            sk.alpha[aura] = (np.floor(np.clip(1.5 - d, 0, 0.5) * 2 * 5) / 5 * 0.42)[aura]
            sk.glow[aura] = 0.22
        body = d < 1
        sk.put(body, "purple" if not bright else thread, 0.2 if not bright else 0.5 + warm * 0.9)
        sk.alpha[body] = 0.55 if not bright else 0.72
        sk.glow[body] = 0.0 if not bright else 0.3
        arm = np.arctan2(Y / 0.86, X) - math.pi / 2
        lines = body & (np.abs(((np.hypot(X, Y / 0.86) - 0.25 * arm) % 4.6) - 2.3) < 0.7) & (d < 0.86)
        sk.put(lines, thread, 0.46 if not bright else 0.78 + warm)
        sk.alpha[lines] = 0.75 if not bright else 0.95
        sk.glow[lines] = 0.06 if not bright else 0.5
        seam = (np.abs(d - 0.93) < 0.055) & (np.floor(np.hypot(X * 1.0, Y * 1.4) / 3.4 + arm * 3.2) % 2 == 0)
        edge = body & (d > 0.9)
        sk.put(edge, thread, 0.3 if not bright else 0.66 - warm * 0.2)
        sk.put(seam, thread, 0.86 if not bright else 1.0)
        sk.glow[edge] = 0.08 if not bright else 0.6
        for k in range(5):  # a knot where each point is tied
            a = math.pi / 2 + k * 2 * math.pi / 5
            x, y = math.cos(a) * 29.4, math.sin(a) * 29.4 * 0.86
            knot = disc(X, Y, x, y, 1.7)
            sk.put(knot, thread, 0.9 + warm)
            sk.glow[knot] = 0.15 if not bright else 0.9
        heart = disc(X, Y, 0, 0, 4.6, 4.0)
        sk.put(heart & body, thread, 0.62 if not bright else 1.0)
        sk.glow[heart & body] = 0.14 if not bright else 0.95
        if kind == "gold":
            ring = np.abs(np.hypot(X, Y / 0.86) - 10.4) < 0.9
            sk.put(ring & body, thread, 0.95)
            glow(sk, ring & body, 0.8)

    return [], over


for _kind, _name in (("asleep", "star_pad"), ("lit", "star_pad_lit"), ("gold", "star_pad_gold")):
    _light = {} if _kind == "asleep" else {"light": "soul"}
    make_prop(_name, DREAM, lambda k=_kind: _pad(k), None, flat=True, shadow=False, view=(80, 80, 40), **_light)


def _item(k: int) -> tuple[Built, Over]:
    """A star one can put into a pocket; it turns."""
    wide = (1.0, 0.74, 0.34, 0.74)[k]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        U, V = X / wide, (Y - 7) * 0.86
        d = _star_field(U, V, 7.4, 0.48)
        halo = np.hypot(X, Y - 7) < 7.8
        soft = halo & (d >= 1)
        sk.put(soft, "flame", 0.9)
        sk.alpha[soft] = (0.28 * np.clip(1.3 - np.hypot(X, Y - 7) / 8, 0, 1))[soft]
        star = d < 1
        rim(sk, star, "flame", 0.5)
        side = np.clip(0.78 - 0.05 * X + 0.035 * (Y - 7), 0.5, 1.0)
        sk.put(star, "flame", side).put(d < 0.34, "flame", 1.0)
        sk.glow[star] = 0.9
        sk.glow[soft] = 0.3
        if k == 0:
            sk.put((np.abs(X + 2.6) < 0.6) & (np.abs(Y - 10) < 0.6), "paper", 1.0)

    return [], over


for _k in range(4):
    _name = "star_item" if _k == 0 else f"star_item_{_k + 1}"
    _more = {"frames": "star_item,star_item_2,star_item_3,star_item_4", "ms": 150} if _k == 0 else {}
    make_prop(_name, DREAM, lambda k=_k: _item(k), None, shadow=False, view=(40, 40, 26), light="soul", **_more)
