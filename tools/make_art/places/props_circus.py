"""Props of the top of the house: what Bobinsky keeps under his roof, and the circus that the Other World makes of it."""

from __future__ import annotations

import math

import numpy as np

from tools.make_art.core.field import Array, Sketch, noise
from tools.make_art.places.brush import around, bulb, cells, disc, glow, rect, rim
from tools.make_art.places.lettering import centred, letters
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.props_house import S, grain, legs, lines_x, lines_y
from tools.make_art.places.sdf import (
    RX,
    RY,
    RZ,
    G,
    ball,
    blk,
    box,
    cyl,
    inter,
    move,
    moved,
    rod,
    sub,
    torus,
    wavy,
)
from tools.make_art.places.surfaces import plain

SWEETS = ("red", "yellow", "blue", "green", "cush")


# ---- the ring --------------------------------------------------------------------------------------------------------
RING = (266.0, 232.0)
"""Half axes of the ring, px."""


def _ring(half: int):
    """The north-west (1) or south-west (-1) quarter of the ring; the anchor is the ring's middle, the east is its flip."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        mine = (X < 0) & (X > -280) & (Y * half > 0) & (np.abs(Y) < 252)
        a, b = RING
        slope = 2 * np.hypot(X / a**2, Y / b**2)
        e = (1 - (X / a) ** 2 - (Y / b) ** 2) / np.maximum(slope, 1e-4)
        angle = np.arctan2(Y / b, X / a)
        r = np.hypot(X, Y * a / b)
        h, w = sk.shape
        floor = mine & (e >= 16)
        rake = (
            0.06 * (np.floor(r / 9) % 2)
            + 0.10 * (noise(h, w, 70, 70, 51) - 0.5)
            + 0.16 * (noise(h, w, 9, 9, 52, 2) - 0.5)
        )
        sk.put(floor, "tentB", 0.60 + rake * 0.8 - 0.10 * np.clip((r - 150) / 110, 0, 1), 0.4)
        sk.put(floor & (noise(h, w, 170, 280, 53) > 0.93), "tentB", 0.30)
        sk.put(floor & (np.abs(r - 196) < 2), "red", 0.58)
        beads = np.abs(((angle / (math.pi / 36)) % 1) - 0.5) < 0.16
        sk.put(floor & (np.abs(r - 205) < 2.4) & beads, "yellow", 0.72)
        sk.put(floor & (np.abs(r - 118) < 3.4), "red", 0.55).put(floor & (np.abs(r - 118) < 1.2), "yellow", 0.8)
        turn = (angle / (math.pi / 4) + 0.5) % 1
        tip = np.abs(turn - 0.5) * 2
        for far, near, dark, light, ramp in (
            (178.0, 66.0, 0.62, 0.80, "tentB"),
            (104.0, 44.0, 0.50, 0.72, "red"),
            (92.0, 34.0, 0.55, 0.78, "yellow"),
        ):
            t = tip if ramp != "tentB" else 1 - tip
            edge = far * near / (near + (far - near) * np.minimum(t * 1.0, 1.0) ** 0.8)
            side = turn > 0.5
            sk.put(floor & (r < edge), ramp, np.where(side, light, dark))
        sk.put(floor & (r < 20), "red", 0.5).put(floor & (r < 16), "yellow", 0.9).put(floor & (r < 7), "red", 0.62)
        top = mine & (e >= 0) & (e < 16)
        seg = np.floor(angle / (math.pi / 18) + 0.5).astype(int)
        even = seg % 2 == 0
        bevel = np.select([e < 2, e < 5, e > 14], [-0.24, 0.16, -0.16], 0.0)
        face = np.zeros_like(top)
        for d in range(1, 10):
            face[d:] |= top[:-d]
        face &= ~top & (mine | (np.abs(Y) < 10) & (X < 0) & (X > -280))
        shade = np.zeros_like(top)
        for d in range(10, 17):
            shade[d:] |= top[:-d]
        sk.add(shade & ~top & ~face & floor, -0.16)
        sk.put(face, "red", np.where(even, 0.34, 0.22)).put(face & ~even, "tentB", 0.42)
        sk.put(top & even, "red", 0.62 + bevel).put(top & ~even, "tentB", 0.80 + bevel)
        stud = np.abs(angle / (math.pi / 18) - np.round(angle / (math.pi / 18))) * math.pi / 18 * r
        sk.put(top & (np.hypot(stud, e - 8) < 2.6), "brass", 0.85)
        rim_line = mine & (e < 0) & (e > -1.5)
        sk.put(rim_line, "dark", 0.05)

    return [], over


make_prop("ring_north", "circus", lambda: _ring(1), None, flat=True, shadow=False, view=(576, 272, 260))
make_prop("ring_south", "circus", lambda: _ring(-1), None, flat=True, shadow=False, view=(576, 272, 8))


@prop("circus", None, flat=True, shadow=False, view=(150, 90, 44))
def confetti():
    """Paper snips on the floor."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(61)
        for _ in range(64):
            x, y = rng.normal(0, 26), rng.normal(0, 13)
            yy, xx = int(ay + y), int(ax + x)
            if 3 < yy < sk.shape[0] - 4 and 3 < xx < sk.shape[1] - 5:
                ramp = SWEETS[int(rng.integers(5))]
                cells(sk, xx, yy, ("ab", "a b", "aa", "a")[int(rng.integers(4))], {"a": (ramp, 0.7), "b": (ramp, 0.45)})

    return [], over


# ---- hung in the air ---------------------------------------------------------------------------------------------------
def _catenary(X: Array, wide: float, sag: float) -> Array:
    return np.asarray(-sag * (1 - (X / (wide / 2)) ** 2))


def _festoon(wide: int, sag: float, flags: bool, up: int):
    """A string across the air, ``up`` px above the place it sorts by."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        line = up + _catenary(X, wide, sag)
        on = np.abs(X) < wide / 2
        steep = np.maximum(np.abs(8 * sag * X / wide**2), 1.0)
        sk.put(on & (np.abs(Y - line) < 0.8 * steep), "tape", 0.3)
        n = wide // (16 if flags else 26)
        for k in range(n):
            x = -wide / 2 + (k + 0.5) * wide / n
            y = up - sag * (1 - (x / (wide / 2)) ** 2)
            ramp = SWEETS[k % 5]
            if flags:
                drop = y - Y
                flag = (np.abs(X - x) < 6.5 * (1 - drop / 15)) & (drop >= 0) & (drop < 15)
                rim(sk, flag, ramp, 0.05)
                sk.put(flag, ramp, np.where(x > X, 0.62, 0.5)).put(flag & (drop < 2), "tape", 0.75)
            else:
                sk.put(rect(X, Y, x - 1, y - 3, x + 1, y), "iron", 0.5)
                bulb(sk, X, Y, x, y - 5.5, ("shade", "cush", "yellow", "flame", "red")[k % 5], 3.0)

    return [], over


make_prop("festoon_flags", "circus", lambda: _festoon(224, 30, True, 150), None, shadow=False, view=(300, 200, 190))
make_prop("festoon_bulbs", "circus", lambda: _festoon(256, 34, False, 150), None, shadow=False, view=(330, 200, 190))
make_prop("garland_bulbs", "circus", lambda: _festoon(128, 12, False, 0), None, wall=True, view=(190, 60, 30))
make_prop("garland_flags", "circus", lambda: _festoon(128, 12, True, 0), None, wall=True, view=(190, 70, 30))


@prop("circus", None, shadow=False, view=(60, 130, 120))
def bulb_cord():
    """A bare bulb on a cord, over one's head."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        sk.put(rect(X, Y, -0.6, 74, 0.6, 112), "dark", 0.4)
        sk.put(rect(X, Y, -2, 68, 2, 75), "brass", np.where(X < 0, 0.6, 0.35))
        bulb(sk, X, Y, 0, 64, "shade", 4.2)

    return [], over


# ---- the tent's furniture ------------------------------------------------------------------------------------------------
@prop("circus", (20, 14), view=(80, 230, 200))
def king_pole():
    """One of the two that hold the tent up."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        pole = rect(X, Y, -5, 12, 5, 176)
        round_ = 0.22 * (1 - np.abs(X + 1.5) / 4)
        band = ((Y + X * 1.6) % 26) < 13
        rim(sk, pole, "red", 0.0)
        sk.put(pole & band, "red", 0.5 + round_).put(pole & ~band, "tentB", 0.62 + round_)
        for y in (14, 60, 118, 172):
            sk.put(rect(X, Y, -6, y, 6, y + 4), "brass", 0.55 + round_)
        flag = (X >= 1) & (X < 22) & (np.abs(Y - 188) < 7 - (X - 1) * 0.28)
        rim(sk, flag, "red", 0.0)
        sk.put(flag, "red", 0.55 - 0.12 * np.sin(X * 0.5))
        sk.put(rect(X, Y, -1, 176, 1, 197), "brass", 0.6)
        m = disc(X, Y, 0, 179, 6)
        rim(sk, m, "brass", 0.0)
        sk.put(m, "brass", 0.62).put(disc(X, Y, -2, 181, 2.4), "brass", 0.95)
        for k in range(6):
            bulb(sk, X, Y, -15 + 6 * k, 152 - 2.5 * abs(k - 2.5), ("yellow", "cush", "shade")[k % 3], 2.2)

    return [
        G("wood", [blk(0, 0, 0, 26, 5, 18, 1)], 0, grain),
        G("red", [cyl(0, 0, 5, 13, 9, 6, 0.8)], 0, plain(-0.05)),
        G("brass", [cyl(0, 0, 12, 14, 7, 7, 0.8)]),
    ], over


def _shell_flutes(q: Array, n: Array) -> Array:
    a = np.arctan2(q[:, 0], q[:, 1] - 8)
    return np.asarray(0.26 * np.sin(a * 15) + 0.06)


@prop("circus", (250, 40), view=(330, 170, 130))
def bandstand():
    """Where mice with brass sit: two striped steps under a gilded shell."""
    step = [cyl(0, 0, 0, 15, 128, 128, 0.30)]
    upper = [cyl(0, -6, 15, 27, 98, 98, 0.28)]
    arch = [(math.cos(a) * 112, 26 + math.sin(a) * 78) for a in np.linspace(0.12, math.pi - 0.12, 15)]

    def stripes(q: Array, n: Array) -> Array:
        return np.asarray(-0.24 * (np.sin(np.arctan2(q[:, 0], q[:, 2] * 3.3 + 60) * 26) > 0) * (n[:, 1] < 0.7))

    return [
        G("yellow", [inter(ball((0, 24, -20), (112, 82, 7)), lambda p: 14 - p[:, 1])], 0, _shell_flutes),
        G(
            "red",
            [inter(ball((0, 24, -16), (70, 50, 5)), lambda p: 14 - p[:, 1])],
            0,
            lambda q, n: _shell_flutes(q, n) * 0.8,
        ),
        G("brass", [rod((*arch[k], -19), (*arch[k + 1], -19), 3.0) for k in range(14)]),
        G("shade", [ball((x, y, -15), 2.7) for x, y in arch], 0, plain(0.3), 0.9),
        G("red", step, 0, stripes),
        G("purple", upper, 0, stripes),
        G(
            "brass",
            [
                cyl(0, 0, 14, 16.4, 130, 130, 0.30),
                cyl(0, -6, 26, 28.4, 100, 100, 0.28),
                cyl(0, 0, 0, 2, 130, 130, 0.30),
            ],
        ),
        G(
            "brass",
            [
                ball((0, 108, -18), (10, 8, 4)),
                *(move(box((0, 0, 0), (1.4, 9, 1.4), 0.5), RZ(a), (0, 112, -18)) for a in S(-50, -25, 0, 25, 50)),
            ],
            0.6,
        ),
    ]


def _bandmouse(tool: str, beat: int):
    """A mouse with a cap, in a jacket, at its instrument. ``beat`` 0 or 1."""
    y = beat * 1.0
    g = [
        G(
            "fur",
            [
                ball((0, 4.4 + y, 0), (4.2, 4.6, 3.4)),
                ball((0, 11 + y, 1), (3.9, 3.5, 3.2)),
                ball((-3.6, 14.4 + y, 0), 2.1),
                ball((3.6, 14.4 + y, 0), 2.1),
                ball((0, 10.2 + y, 4), (1.6, 1.3, 1.6)),
            ],
            0.8,
            plain(0.22),
        ),
        G("red" if tool != "drum" else "blue", [cyl(0, 0.2, 1.6 + y, 8.2 + y, 4.9, 3.6)], 0),
        G("brass", [ball((0, q + y, 4.3), 0.7) for q in S(3, 5.4, 7.6)]),
        G("red", [cyl(0, 0.4, 13.6 + y, 16.6 + y, 2.5, 2.5)]),
        G("dark", [ball((s * 1.6, 11.8 + y, 3.7), 0.8) for s in S(-1, 1)]),
        G("cush", [ball((0, 10.4 + y, 5.5), 0.8)]),
    ]
    if tool == "horn":
        g.append(
            G(
                "brass",
                [
                    rod((0, 9 + y, 5), (0, 9.6 + y + 2 * beat, 13), 0.9),
                    cyl(0, 13, 7 + y + 2 * beat, 12 + y + 2 * beat, 3, 3, 0.5),
                ],
                0.4,
            )
        )
    elif tool == "tuba":
        g.append(
            G(
                "brass",
                [
                    torus((6.4, 8 + y, 2), 4, 1.6, RX(90)),
                    cyl(6.4, 1, 12 + y, 20 + y + beat, 1.6, 5.6),
                    rod((2, 10 + y, 4), (5, 11 + y, 3), 0.9),
                ],
                0.6,
            )
        )
    else:
        g += [
            G("red", [cyl(0, 8, 0, 7, 6, 6, 0.7)], 0, lines_x(4, 0.2)),
            G("paper", [cyl(0, 8, 6.4, 8, 5.6, 5.6, 0.7)]),
            G(
                "wood",
                [
                    rod((-4, 7 + y, 3), (-2 - 2 * beat, 9 + 4 * beat, 9), 0.6),
                    rod((4, 7 + y, 3), (2, 13 - 4 * beat, 9), 0.6),
                ],
            ),
        ]
    return g


for _tool, _ms in (("horn", 284), ("tuba", 568), ("drum", 284)):
    make_prop(
        f"bandmouse_{_tool}_1",
        "circus",
        lambda t=_tool: _bandmouse(t, 0),
        None,
        shadow=False,
        frames=f"bandmouse_{_tool}_1,bandmouse_{_tool}_2",
        ms=_ms,
    )
    make_prop(f"bandmouse_{_tool}_2", "circus", lambda t=_tool: _bandmouse(t, 1), None, shadow=False)


@prop("circus", (84, 26), view=(140, 150, 120))
def candy_booth():
    """Sweets in jars under a striped awning."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        drop = 74 - 5 * np.abs(np.sin((X + 48) * math.pi / 16))
        awning = (np.abs(X) < 48 - (Y - 74) * 0.22) & (drop < Y) & (Y < 98)
        rim(sk, awning, "red", 0.0)
        stripe = np.floor((X * (1 + (Y - 74) * 0.005) + 48) / 8).astype(int) % 2 == 0
        tone = 0.5 + 0.012 * (Y - 74)
        sk.put(awning & stripe, "red", tone).put(awning & ~stripe, "tentB", tone + 0.24)
        sk.put(awning & (np.abs(Y - 76) < 0.8), "brass", 0.7)
        sign = rect(X, Y, -32, 98, 32, 110) | disc(X, Y, 0, 108, 20, 9)
        rim(sk, sign, "brass", 0.0)
        sk.put(sign, "purple", 0.42).put(sign & rect(X, Y, -30, 99, 30, 100), "brass", 0.7)
        centred(sk, ax, ay - 109, "SWEETS", "yellow", 0.9)
        for k in range(9):
            bulb(sk, X, Y, -40 + 10 * k, 72, "shade", 2.0)
        for k, x in enumerate((-33, -21, -9, 4, 16, 29)):
            jar = rect(X, Y, x - 5, 33, x + 5, 46)
            rim(sk, jar, "glass", 0.1)
            ramp = SWEETS[k % 5]
            sk.put(jar, "glass", 0.62).put(jar & (Y < 43), ramp, 0.58 + 0.18 * (np.sin(X * 2.1) * np.sin(Y * 2.3) > 0))
            sk.put(rect(X, Y, x - 4, 46, x + 4, 48), "brass", 0.7).put(jar & (np.abs(X - x + 3) < 0.6), "glass", 0.95)
            glow(sk, jar, 0.12)
        for x, ramp in ((-40, "cush"), (40, "yellow")):
            sk.put(rect(X, Y, x - 0.6, 36, x + 0.6, 52), "paper", 0.8)
            lolly = disc(X, Y, x, 57, 6)
            rim(sk, lolly, ramp, 0.0)
            swirl = (np.arctan2(Y - 57, X - x) + np.hypot(X - x, Y - 57) * 0.6) % 1.57 < 0.8
            sk.put(lolly & swirl, ramp, 0.75).put(lolly & ~swirl, "paper", 0.9)

    return [
        G("dark", [blk(0, 30, -9, 84, 44, 4)], 0, plain(0.06)),
        G("red", [blk(0, 0, 0, 88, 28, 22, 1)], 0, lines_x(11, 0.16)),
        G("yellow", [blk(0, 28, 1, 94, 4, 26, 1)]),
        G(
            "brass",
            [rod((s * 44, 30, 9), (s * 44, 76, 9), 1.6) for s in S(-1, 1)]
            + [blk(0, 2, 11.4, 80, 2, 0.8, 0.2), blk(0, 24, 11.4, 84, 2, 0.8, 0.2)],
        ),
        G("brass", [ball((x, 13, 11.4), (3.4, 3.4, 1.2)) for x in S(-33, -11, 11, 33)]),
    ], over


def _coat(colour: str, trim: str):
    """A ringmaster's coat and hat on a stand."""
    return [
        G(
            "wood",
            [cyl(0, 0, 0, 2.4, 8, 6.5, 0.8), rod((0, 2, 0), (0, 50, 0), 1.4), rod((-9, 42, 0), (9, 42, 0), 1.3)],
            0,
            grain,
        ),
        G(
            colour,
            [
                wavy(cyl(0, 0, 9, 42, 13, 8.4, 0.55), lambda p: 0.9 * np.sin(np.arctan2(p[:, 0], p[:, 2]) * 8)),
                rod((-9, 40, 0), (-13, 19, 2), 3.4),
                rod((9, 40, 0), (13, 19, 2), 3.4),
                ball((0, 42, 0), (9, 4, 4.6)),
            ],
            1,
        ),
        G(
            trim,
            [torus((s * 13.2, 17.6, 2), 3.2, 1.0) for s in S(-1, 1)]
            + [ball((s * 9.4, 43, 0), (3.4, 1.8, 3.4)) for s in S(-1, 1)],
        ),
        G(
            trim,
            [ball((0, y, 6.4), 1.2) for y in S(14, 20, 26, 32)]
            + [rod((-3, 40, 5), (0, 30, 7), 0.8), rod((3, 40, 5), (0, 30, 7), 0.8)],
        ),
        G("paper", [ball((0, 40, 4), (2.4, 4.6, 1.6))], 0, plain(-0.05)),
        G("dark", [cyl(0, 0, 48, 50, 9, 9, 0.8), cyl(0, 0, 49, 60, 6, 6.6, 0.8)], 0, plain(0.14)),
        G(colour, [cyl(0, 0, 50, 53, 6.4, 6.4, 0.8)]),
    ]


for _name, _colour, _trim in (
    ("red", "red", "brass"),
    ("blue", "blue", "brass"),
    ("green", "green", "brass"),
    ("gold", "yellow", "red"),
    ("grey", "iron", "china"),
):
    make_prop(f"coat_{_name}", "circus", lambda c=_colour, t=_trim: _coat(c, t), (24, 14), view=(80, 110, 84))


@prop("circus", (122, 14), view=(180, 120, 90))
def crowd_flat():
    """An audience painted on boards, three rows of it; somebody was in a hurry with the eyes."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        board = rect(X, Y, -61, 0, 61, 50) | (rect(X, Y, -61, 50, 61, 64) & (58 + 5 * np.sin(X * 0.32) > Y))
        rim(sk, board, "wood", 0.0)
        sk.put(board, "purple", 0.2 + 0.002 * Y)
        rng = np.random.default_rng(71)
        for row, (y0, tone) in enumerate(((50, 0.42), (34, 0.52), (18, 0.62))):
            for k in range(9):
                x = -54 + 13.2 * k + (6 if row % 2 else 0) + rng.uniform(-1.2, 1.2)
                if abs(x) > 56:
                    continue
                y = y0 + rng.uniform(-1.5, 1.5)
                coat = SWEETS[int(rng.integers(5))]
                body = (np.abs(X - x) < 6.2 - 0.10 * (Y - y + 10)) & (y - 14 < Y) & (y - 3 > Y)
                sk.put(board & body, coat, tone - 0.06).put(board & body & (np.abs(X - x) < 0.8), coat, tone - 0.26)
                head = disc(X, Y, x, y, 5, 5.4)
                rim(sk, head & board, "dark", 0.1)
                sk.put(board & head, "skin", tone + 0.12).put(board & head & (x + 2 < X), "skin", tone - 0.04)
                kind = int(rng.integers(4))
                hair = head & (y + 1 < Y)
                sk.put(board & hair, ("fur", "yellow", "red", "bark")[int(rng.integers(4))], tone - 0.1)
                if kind == 0:
                    sk.put(board & rect(X, Y, x - 6, y + 3, x + 6, y + 5), "dark", 0.5).put(
                        board & rect(X, Y, x - 3.5, y + 5, x + 3.5, y + 11), "dark", 0.5
                    )
                elif kind == 1:
                    sk.put(board & disc(X, Y, x + 3, y + 6, 3), coat, tone + 0.15)
                for s in (-1, 1):
                    sk.put(board & disc(X, Y, x + s * 1.7, y + 0.2, 1.15), "dark", 0.0)
                sk.put(board & rect(X, Y, x - 1.6, y - 3, x + 1.6, y - 2.2), "red", 0.5)
        front = rect(X, Y, -61, 0, 61, 9)
        sk.put(front, "red", 0.5 - 0.2 * (np.floor((X + 61) / 8).astype(int) % 2 == 0)).put(
            front & (Y > 7.4), "brass", 0.7
        )
        scallop = front & (Y < 9) & (3 + 4 * np.abs(np.sin((X + 61) * math.pi / 16)) < Y)
        sk.put(scallop, "yellow", 0.62)

    return [G("wood", [blk(s * 40, 0, -6, 4, 30, 4, 0.5) for s in S(-1, 1)], 0, grain)], over


@prop("circus", (156, 16), view=(220, 90, 60))
def circus_bench():
    """A long bench for those who look at the ring, seen from behind, with cushions and a drape."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        low = 7 + 6 * np.abs(np.sin((X + 78) * math.pi / 26))
        drape = (np.abs(X) < 78) & (low < Y) & (Y < 24)
        part = np.floor((X + 78) / 26).astype(int)
        rim(sk, drape, "red", 0.0)
        sk.put(drape & (part % 2 == 0), "red", 0.34 + 0.016 * Y).put(drape & (part % 2 == 1), "blue", 0.34 + 0.016 * Y)
        sk.put(drape & (low + 2 > Y), "brass", 0.7).put(drape & (Y > 22), "brass", 0.62)
        star = drape & disc(X - part * 26 + 78, Y, 13, 17, 3.4)
        sk.put(star, "yellow", 0.85)

    return [
        G(
            "wood",
            [blk(0, 12, -2, 156, 3, 14, 0.6), blk(0, 18, 6, 160, 9, 3, 0.8)]
            + [blk(x, 0, 0, 5, 14, 12, 0.6) for x in S(-72, -24, 24, 72)],
            0,
            grain,
        ),
        *[G(SWEETS[k % 5], [box((-62 + 31 * k, 17, -3), (12, 2.4, 6), 2.2)]) for k in range(5)],
    ], over


@prop("circus", (88, 26), view=(150, 150, 120))
def calliope():
    """A steam organ on wheels: it plays what it likes."""
    pipes = [(-30 + 7.5 * k, 62 + 26 - abs(k - 4) * 6) for k in range(9)]

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for x, _top in pipes:
            sk.put(rect(X, Y, x - 1.6, 52, x + 1.6, 55), "dark", 0.05)
        keys = rect(X, Y, -30, 17, 30, 22)
        sk.put(keys, "paper", 0.85).put(keys & (np.floor(X + 30) % 4 < 1), "paper", 0.3).put(
            keys & (Y > 19.5) & (np.floor(X + 30) % 8 < 3), "dark", 0.1
        )
        for k in range(11):
            bulb(sk, X, Y, -40 + 8 * k, 46 + 1.5 * math.cos(k), "shade", 1.8)

    return [
        G("purple", [blk(0, 6, -2, 84, 38, 20, 2)], 0, lines_x(14, 0.12)),
        G("yellow", [blk(0, 42, -2, 92, 5, 24, 1.6), blk(0, 4, 0, 92, 4, 24, 1)]),
        G("wood", [blk(0, 22, 9, 68, 3, 12, 0.6)], 0, grain),
        G("brass", [cyl(x, -4, 46, t, 3.2, 3.2) for x, t in pipes], 0, lambda q, n: 0.1 * (q[:, 0] % 7.5 < 3)),
        G(
            "brass",
            [torus((s * 30, 8, 12), 8, 1.7, RX(90)) for s in S(-1, 1)]
            + [ball((s * 30, 8, 12), 2.6) for s in S(-1, 1)]
            + [ball((s * 30, 34, 9), (7, 6, 1.6)) for s in S(-1, 1)],
        ),
        G("red", [ball((0, 34, 9), (12, 7, 1.6))]),
    ], over


@prop("circus", (16, 12), view=(90, 140, 120))
def balloons():
    """A bunch on a weight."""
    heads = (
        (-12, 66, "red"),
        (10, 70, "yellow"),
        (-2, 84, "blue"),
        (-15, 86, "green"),
        (13, 90, "cush"),
        (0, 101, "red"),
    )

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for x, y, _ramp in heads:
            t = np.clip(Y / y, 0, 1)
            sk.put((np.abs(X - x * t**1.6) < 0.6) & (Y > 8) & (y - 10 > Y), "tape", 0.7)
        for x, y, ramp in heads:
            m = disc(X, Y, x, y, 9, 11) | disc(X, Y, x, y - 12, 2)
            rim(sk, m, ramp, 0.0)
            sk.put(m, ramp, 0.46 + 0.02 * (Y - y) - 0.014 * (X - x)).put(
                disc(X, Y, x - 3.4, y + 4, 2.2, 3.2), ramp, 0.98
            )

    return [G("brass", [cyl(0, 0, 0, 8, 6, 4.4)]), G("red", [torus((0, 8, 0), 3, 1)])], over


@prop("circus", (60, 10), view=(110, 70, 50))
def rope_posts():
    """Two brass posts with a velvet rope between them."""
    return [
        G(
            "brass",
            [
                s
                for x in S(-26, 26)
                for s in (cyl(x, 0, 0, 2.4, 6, 5, 0.8), rod((x, 2, 0), (x, 26, 0), 1.4), ball((x, 28, 0), 2.6))
            ],
        ),
        G(
            "red",
            [
                rod(
                    (-26 + 6.5 * k, 24 - 9 * math.sin(k / 8 * math.pi), 0),
                    (-19.5 + 6.5 * k, 24 - 9 * math.sin((k + 1) / 8 * math.pi), 0),
                    1.8,
                )
                for k in range(8)
            ],
            0.5,
        ),
    ]


@prop("circus", (28, 14), view=(80, 100, 80))
def hoop_star():
    """A paper hoop on a stand, for somebody small to jump through."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        hoop = disc(X, Y, 0, 38, 19)
        rim(sk, hoop, "red", 0.0)
        sk.put(hoop, "red", 0.6).put(hoop & (np.floor(np.arctan2(Y - 38, X) * 4.5) % 2 == 0), "yellow", 0.7)
        inner = disc(X, Y, 0, 38, 15)
        sk.put(inner, "paper", 0.78).put(inner & (np.hypot(X, Y - 38) > 13.6), "paper", 0.45)
        a = np.arctan2(X, Y - 38) % (2 * math.pi / 5)
        star = np.hypot(X, Y - 38) < 11 * 0.42 / (0.42 + 0.58 * (1 - np.abs(a - math.pi / 5) / (math.pi / 5)) ** 0.9)
        sk.put(star, "cush", 0.6)

    return [G("brass", [cyl(0, 0, 0, 3, 12, 10, 0.7), rod((0, 3, 0), (0, 20, 0), 2)])], over


# ---- things that both attics have --------------------------------------------------------------------------------------
@prop("attic", (64, 24), view=(120, 160, 130))
def mouse_hotel(other):
    """A dolls' house with the front off and forty beds; in the other attic a grand hotel."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        wide, top = (36, 58) if not other else (40, 74)
        front = rect(X, Y, -wide, 4, wide, top)
        if not other:
            sk.put(front, "dwood", 0.3)
            for row in range(4):
                y = 6 + row * 13
                sk.put(front & rect(X, Y, -wide, y + 11, wide, y + 13), "wood", 0.6)
                for k in range(5):
                    x = -30 + 15 * k
                    room = rect(X, Y, x - 6.5, y, x + 6.5, y + 11)
                    sk.put(room, ("plaster", "cloth", "blue", "green", "yellow")[(k + row) % 5], 0.34)
                    for b in range(2):
                        bx = x - 5.5 + b * 6
                        bed = rect(X, Y, bx, y, bx + 5, y + 4)
                        sk.put(bed, ("red", "blue", "yellow")[(k + row + b) % 3], 0.6).put(
                            bed & (bx + 1.6 > X), "paper", 0.9
                        ).put(bed & (y + 1 > Y), "wood", 0.3)
                sk.put(rect(X, Y, -4, y + 6, -1, y + 9), "paper", 0.9) if row == 1 else None
            gable = (Y >= 58) & (np.abs(X) < 42 - (Y - 58) * 1.5) & (Y < 84)
            rim(sk, gable, "roof", 0.0)
            sk.put(gable, "roof", 0.45 - 0.14 * (np.floor(Y) % 5 == 0)).put(disc(X, Y, 0, 68, 5), "glass", 0.6)
        else:
            sk.put(front, "siding", 0.55).put(front & (np.floor(Y) % 14 < 1), "siding", 0.85)
            for row in range(5):
                for k in range(9):
                    x, y = -34 + 8.5 * k, 9 + row * 13
                    pane = rect(X, Y, x - 2.4, y, x + 2.4, y + 7) | disc(X, Y, x, y + 7, 2.4)
                    lit = (k * 5 + row * 3) % 7 != 0
                    rim(sk, pane, "siding", 0.1)
                    sk.put(pane, "shade" if lit else "portal", 0.85 if lit else 0.3)
                    if lit:
                        glow(sk, pane, 0.8)
            door = rect(X, Y, -6, 4, 6, 18) | disc(X, Y, 0, 18, 6)
            sk.put(door, "red", 0.5).put(door & (np.abs(X) < 0.6), "dark", 0.1)
            sk.put(rect(X, Y, -14, 22, 14, 25), "brass", 0.75)
            roof = (Y >= 74) & (np.abs(X) < 44 - (Y - 74) * 0.9) & (Y < 92)
            rim(sk, roof, "roof", 0.0)
            sk.put(roof, "roof", 0.55 - 0.16 * ((np.floor(Y) % 4 == 0) | (np.floor(X + Y) % 6 == 0)))
            for s in (-1, 0, 1):
                tower = rect(X, Y, s * 30 - 6, 86, s * 30 + 6, 98) | (
                    (np.abs(X - s * 30) < 8 - (Y - 98) * 0.5) & (Y >= 98) & (Y < 114)
                )
                rim(sk, tower, "roof", 0.0)
                sk.put(tower, "siding", 0.6).put(tower & (Y > 98), "roof", 0.6)
                bulb(sk, X, Y, s * 30, 92, "shade", 2.2)
                sk.put(rect(X, Y, s * 30 - 0.6, 114, s * 30 + 0.6, 121), "brass", 0.7)
            sign = rect(X, Y, -13, 25, 13, 34)
            rim(sk, sign, "brass", 0.6)
            sk.put(sign, "purple", 0.3)
            centred(sk, ax, ay - 32, "HOTEL", "yellow", 1.0)

    if other:
        return [
            G("siding", [blk(0, 0, 0, 86, 74, 22, 1)]),
            G("brass", [blk(0, 0, 6, 92, 4, 22, 1)]),
            G("brass", [blk(0, 73, 1, 90, 2.4, 23, 0.5)]),
        ], over
    return [
        G("wood", [blk(0, 0, 0, 78, 4, 24, 1), blk(0, 4, -2, 76, 56, 20, 1)], 0, grain),
        G("roof", [move(blk(0, 0, 0, 52, 3, 26, 0.6), RZ(s * -34), (s * 21, 70, -2)) for s in S(-1, 1)]),
        G("wood", [move(blk(0, 0, 0, 40, 54, 2, 0.6), RY(-58), (50, 4, 2))], 0, lines_y(9, 0.12)),
    ], over


@prop("attic", None, wall=True, view=(70, 90, 45))
def poster_show(other):
    """BOBINSKY! or CORALINE!"""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        sheet = rect(X, Y, -21, -29, 21, 29)
        sk.put(sheet, "paper", 0.66).put(sheet & ~rect(X, Y, -19, -27, 19, 27), "red", 0.5)
        sk.put(rect(X, Y, -17, -12, 17, 17), "blue" if other else "yellow", 0.42)
        ray = np.floor((np.arctan2(Y + 2, X) / (math.pi / 8)) + 0.5).astype(int) % 2 == 0
        sk.put(rect(X, Y, -17, -12, 17, 17) & ray, "yellow", 0.72 if other else 0.56)
        if other:
            sk.put(disc(X, Y, 0, 3, 9, 9), "blue", 0.55).put(disc(X, Y, 0, 0, 6, 5.6), "skin", 0.66)
            sk.put(disc(X, Y, -2, 7, 6, 3.4), "blue", 0.68).put(disc(X, Y, 5, 8, 2), "red", 0.6)
            for s in (-1, 1):
                sk.put(disc(X, Y, s * 2.4, 0, 1.1), "dark", 0.0)
            sk.put((np.abs(X) < 7 - (Y + 5) * -0.2) & (Y > -12) & (Y < -5), "yellow", 0.8)
        else:
            sk.put(disc(X, Y, 0, -8, 4), "skin", 0.7).put(rect(X, Y, -5, -5, 5, 6), "red", 0.5).put(
                rect(X, Y, -4, 6, -1, 16), "blue", 0.4
            ).put(rect(X, Y, 1, 6, 4, 16), "blue", 0.4)
            sk.put(rect(X, Y, -9, -12, -5, -3), "skin", 0.6).put(rect(X, Y, 5, -12, 9, -3), "skin", 0.6)
        centred(sk, ax, ay - 25, "CORALINE" if other else "BOBINSKY", "red", 0.4)
        centred(sk, ax, ay + 15, "TONIGHT" if other else "THE MAN", "dark", 0.3)
        centred(sk, ax, ay + 21, "EVERY" if other else "ON HIS", "red" if other else "dark", 0.4)

    return [G("paper", [box((0, 0, 0), (21.5, 29.5, 0.6), 0.2)])], over


@prop("attic", None, wall=True, view=(80, 70, 35))
def photo_roof(other):
    """Men on a roof. In the other frame they laugh, and so does the sun, with buttons."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        inn = rect(X, Y, -20, -14, 20, 14)
        ground, men = ("tape", "iron") if not other else ("yellow", "blue")
        sk.put(inn, ground, 0.72).put(inn & (Y < -4 + X * 0.12), men, 0.45).put(inn & (Y < -9), men, 0.3)
        for k in range(5):
            x, y = -14 + 7 * k, -3 + k * 0.7
            sk.put(inn & rect(X, Y, x - 2.4, y - 5, x + 2.4, y + 3), men, 0.25 + 0.05 * k).put(
                inn & disc(X, Y, x, y + 5, 2), "skin" if other else "tape", 0.6
            )
            if other:
                sk.put(inn & (np.abs(Y - y - 5) < 0.6) & (np.abs(np.abs(X - x) - 1) < 0.6), "dark", 0)
        sk.put(inn & disc(X, Y, 12, 9, 4), "paper", 0.95)
        if other:
            for s in (-1, 1):
                sk.put(disc(X, Y, 12 + s * 1.6, 9, 1.2), "dark", 0)

    return [
        G("brass" if other else "dwood", [sub(box((0, 0, 0), (23, 17, 2), 1), box((0, 0, 2), (20, 14, 3), 0.4))]),
        G("paper", [box((0, 0, -0.6), (21, 15, 0.8), 0)]),
    ], over


@prop("attic", None, wall=True, view=(80, 80, 40))
def medal_frame(other):
    """R: one medal on blue cloth, a drop of blood and three lines through it. O: gold, a foot across."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        if other:
            centred(sk, ax, ay - 3, "FOR", "red", 0.3)
            letters(sk, ax - 15, ay + 4, "CORALINE", "red", 0.3)
            return
        m = disc(X, Y, 0, -2, 6.4)
        rim(sk, m, "brass", 0.0)
        sk.put(m, "brass", 0.62).put(disc(X, Y, -1.6, 0, 3), "brass", 0.85)
        drop = disc(X, Y, 0, -3, 2.4) | ((np.abs(X) < 1.6 - (Y + 2) * 0.4) & (Y > -3) & (Y < 2.6))
        sk.put(drop, "red", 0.55)
        for k in (-1, 0, 1):
            sk.put(m & (np.abs(Y + 2 - X * 0.25 * k - k * 2.2) < 0.5), "dark", 0.2)
        sk.put(rect(X, Y, -2.6, 4, 2.6, 12), "red", 0.6).put(rect(X, Y, -0.8, 4, 0.8, 12), "paper", 0.8)

    if other:
        return [
            G("red", [box((-9, 17, 0), (4, 12, 1), 0.3), box((9, 17, 0), (4, 12, 1), 0.3)], 0, lines_x(3, 0.2)),
            G(
                "brass",
                [
                    move(cyl(0, 0, -1.6, 1.6, 21, 21, 1.4), RX(90), (0, -2, 2)),
                    *(ball((math.cos(a) * 21, -2 + math.sin(a) * 21, 2), 2.6) for a in np.arange(16) * math.pi / 8),
                ],
                0.4,
                plain(0.08),
                0.16,
            ),
        ], over
    return [
        G("wood", [sub(box((0, 2, 0), (14, 17, 2.4), 1), box((0, 2, 2), (11.5, 14.5, 3), 0.4))], 0, grain),
        G("blue", [box((0, 2, -0.4), (12, 15, 0.8), 0)], 0, plain(-0.05)),
    ], over


@prop("attic", (36, 18), view=(90, 110, 80))
def boots_case(other):
    """His boots from then, under glass with the lid screwed down; the other boots dance on a drum."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        if other:
            return
        case = rect(X, Y, -15, 17, 15, 40)
        part = case & ((np.abs(X) > 14) | (Y > 39) | (np.abs(X + Y * 0.6 - 10) < 1))
        sk.put(part, "glass", 0.85)
        for x in (-13, 13):
            sk.put(disc(X, Y, x, 41, 1.2), "iron", 0.9)

    boot = [s for x in S(-6, 6) for s in (cyl(x, -1, 0, 13, 3.6, 4.2), ball((x, 2.4, 4), (3.6, 2.8, 5.4)))]
    if other:
        return [
            G("red", [cyl(0, 0, 0, 15, 17, 15, 0.7)], 0, lines_x(7, 0.2)),
            G("yellow", [cyl(0, 0, 14, 17, 17.5, 17.5, 0.7)]),
            *moved(
                [
                    G("cush", boot, 0.8),
                    G(
                        "brass",
                        [torus((x, 13, -1), 4, 0.9) for x in S(-6, 6)] + [ball((x, 3, 9), 1.4) for x in S(-6, 6)],
                    ),
                ],
                RZ(-6),
                (1, 18, 0),
            ),
        ], over
    return [
        G("wood", [blk(0, 0, 0, 38, 14, 18, 1), blk(0, 14, 0, 34, 2, 16, 0.5)], 0, grain),
        *moved([G("bark", boot, 0.8, plain(-0.05))], None, (0, 16, 0)),
        G("glass", [blk(0, 39, 0, 32, 1.4, 15, 0.3)], 0, plain(0.1)),
    ], over


@prop("attic", None, wall=True, view=(120, 70, 35))
def hat_pins(other):
    """Forty hats on forty pins; fifty of one size."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        shapes = (
            "._a._ .aaa. bbbbb",
            ".aaa. .aaa. bbbbb",
            "..a.. .aba. aaaaa",
            ".bab. aaaaa .....",
            ".aa.. aaaa. .bbbb",
        )
        ramps = ("red", "blue", "green", "yellow", "purple", "cush", "card")
        for row in range(4):
            for k in range(10):
                n = row * 10 + k
                ramp = "red" if other else ramps[(n * 3 + row) % 7]
                form = shapes[1] if other else shapes[(n * 7 + row) % 5]
                cells(
                    sk,
                    ax - 39 + 8 * k,
                    ay - 17 + 9 * row,
                    form,
                    {"a": (ramp, 0.62), "b": ("brass" if other else ramp, 0.85 if other else 0.38)},
                )

    return [
        G("purple" if other else "cloth", [box((0, 0, 0), (43, 20, 1.6), 0.6)], 0, plain(-0.1 if other else 0.1)),
        G("brass" if other else "wood", [box((0, 20, 1), (45, 1.6, 2.4), 0.6), box((0, -20, 1), (45, 1.6, 2.4), 0.6)]),
    ], over


@prop("attic", None, wall=True, view=(70, 90, 45))
def exercise_chart(other):
    """SHOULDERS. CHIN. KNEES. SOUP."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        sheet = rect(X, Y, -18, -25, 18, 23)
        sk.put(sheet, "paper", 0.7).put(sheet & (np.abs(Y - X * 0.04 - 24) < 0.8), "paper", 0.9)
        for row in range(3):
            for k in range(3):
                x, y = -11 + 11 * k, 11 - 14 * row
                if other:
                    a = np.arctan2(X - x, Y - y) % (2 * math.pi / 5)
                    sk.put(
                        np.hypot(X - x, Y - y)
                        < 4.6 * 0.42 / (0.42 + 0.58 * (1 - np.abs(a - math.pi / 5) / (math.pi / 5)) ** 0.9),
                        "yellow",
                        0.6,
                    )
                    continue
                sk.put(disc(X, Y, x, y + 4, 1.5), "dark", 0.4).put(
                    rect(X, Y, x - 0.6, y - 2, x + 0.6, y + 3), "dark", 0.4
                )
                lift = (row * 3 + k) % 3 - 1
                sk.put((np.abs(Y - y - 1 - lift * np.abs(X - x) * 0.7) < 0.7) & (np.abs(X - x) < 4), "red", 0.45)
                sk.put(
                    (np.abs(np.abs(X - x) - (y - 2 - Y) * (0.4 + 0.25 * k)) < 0.7) & (y - 2 > Y) & (y - 6 < Y),
                    "dark",
                    0.4,
                )
        centred(sk, ax, ay - 22, "PERFECT" if other else "1987", "red", 0.4)

    return [
        G("paper", [box((0, -1, 0), (18.5, 24.5, 0.6), 0.2)]),
        G("wood", [rod((-19, 24, 1), (19, 24, 1), 1.3)]),
    ], over


@prop("attic", (24, 16), view=(70, 70, 50))
def drum_herring(other):
    """A drum made from a tin of herring, on a stand; the other one plays itself."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        if not other:
            fish = disc(X, Y, -1, 13, 5, 2) | ((np.abs(Y - 13) < (X - 3) * 0.7) & (X > 3) & (X < 7))
            sk.put(fish, "blue", 0.7).put(disc(X, Y, -4, 13.4, 0.9), "dark", 0)

    return [
        G(
            "wood",
            [rod((x, 0, z), (x * 0.7, 7, z * 0.7), 1.2) for x, z in ((-9, 4), (9, 4), (0, -7))]
            + [rod((-3, 20, 3), (9, 25, 1), 0.8), rod((3, 20, 3), (-8, 24, 1), 0.8)],
        ),
        G(
            "red" if other else "iron",
            [cyl(0, 0, 6, 18, 12, 12, 0.75)],
            0,
            (lambda q, n: 0.3 * (np.abs(np.sin(np.arctan2(q[:, 0], q[:, 2]) * 6 + q[:, 1] * 0.3)) < 0.2))
            if other
            else plain(0.14),
        ),
        G("brass", [cyl(0, 0, 5.4, 7.4, 12.6, 12.6, 0.75), cyl(0, 0, 16.6, 18.8, 12.6, 12.6, 0.75)]),
        G("paper", [cyl(0, 0, 18, 19.4, 11, 11, 0.75)]),
    ], over


@prop("attic", None, flat=True, shadow=False, view=(160, 110, 50))
def mattress_gravity(other):
    """It lies below the beams with PROPERTY OF GRAVITY on it in chalk; in the other attic, a net."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        if other:
            net = (np.abs(X) < 50 - 0.02 * Y**2 / 10) & (np.abs(Y) < 30)
            mesh = (np.floor(X + Y) % 8 < 1) | (np.floor(X - Y) % 8 < 1)
            sk.put(net & mesh, "brass", 0.75)
            edge = net & ~((np.abs(X) < 47) & (np.abs(Y) < 27))
            sk.put(edge, "red", 0.6)
            return
        over_joist = (X % 32 >= 10) & (X % 32 < 20)  # it lies beneath them: the floor's own joists stay in sight
        bed = (np.abs(X) < 48) & (np.abs(Y) < 28) & (np.abs(X) + np.abs(Y) < 72) & ~over_joist
        side = (np.abs(X) < 48) & (Y > -34) & (Y <= -28) & (np.abs(X) + np.abs(Y) < 77) & ~over_joist
        stripe = np.floor(X + 48) % 12
        puff = 0.10 * np.cos(X / 16 * math.pi) * np.cos(Y / 14 * math.pi) - 0.14 * (X % 32 < 26) * (X % 32 >= 20)
        sk.put(bed, "paper", 0.42 + puff).put(bed & (stripe < 2), "blue", 0.36).put(
            bed & (stripe >= 4) & (stripe < 5), "blue", 0.5
        )
        sk.put(side, "cloth", 0.28).put(side & (stripe < 2), "blue", 0.24)
        for word, x, y in (("PROP", -33, -12), ("ERTY", -1, -12), ("OF", 31, -12), ("GRAV", -33, 2), ("ITY", -1, 2)):
            centred(sk, ax + x, ay + y, word, "china", 1.0)
        sk.clear(over_joist)

    return [], over


@prop("attic", (58, 22), view=(110, 90, 60))
def cheese_board(other):
    """Cheese in ninety numbered pieces; or one huge cheese with a C in it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        if other:
            c = (np.hypot(X, Y - 14) < 9) & (np.hypot(X, Y - 14) > 5.4) & ~((X > 3) & (np.abs(Y - 14) < 4))
            sk.put(c, "red", 0.5)
            return
        for j in range(6):
            for i in range(9):
                x, y = -25 + 5.6 * i, 33 - 3.4 * j
                piece = rect(X, Y, x, y - 2.4, x + 4.4, y)
                if (i, j) == (6, 2):
                    sk.put(piece, "red", 0.5)
                    continue
                sk.put(piece, "yellow", 0.72 - 0.1 * ((i + j) % 2)).put(piece & (y - 1.6 > Y), "yellow", 0.4)

    if other:
        return [
            G("wood", [blk(0, 0, 0, 60, 4, 26, 1)], 0, grain),
            G(
                "yellow",
                [cyl(0, 0, 4, 26, 27, 27, 0.55)],
                0,
                lambda q, n: -0.2 * (np.sin(q[:, 0] * 0.5 + 1) * np.sin(q[:, 1] * 0.7 + q[:, 2] * 0.5) > 0.72),
            ),
            G("red", [cyl(0, 0, 4, 7, 27.6, 27.6, 0.55)]),
        ], over
    return [
        G("wood", [blk(0, 18, 0, 62, 3, 26, 0.8), *legs(26, 9, 18, 1.8)], 0, grain),
        G("card", [blk(0, 20, 0, 56, 1.6, 22, 0.4)], 0, grain),
    ], over


@prop("attic", None, wall=True, light="window", view=(110, 90, 45))
def window_loft(other):
    """R: over the fog, a field. O: fireworks, and no noise."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        pane = rect(X, Y, -26, -21, 26, 21)
        if other:
            sk.put(pane, "portal", 0.14 + 0.004 * (Y + 21), 0.4)
            for cx, cy, r, ramp in (
                (-12, 7, 12, "yellow"),
                (11, 2, 10, "cush"),
                (0, 14, 7, "glass"),
                (17, 14, 5, "red"),
            ):
                d, a = np.hypot(X - cx, Y - cy), np.arctan2(Y - cy, X - cx)
                spark = pane & (d < r) & (np.abs(((a / (math.pi / 7)) % 1) - 0.5) > 0.34) & (np.floor(d) % 3 < 2)
                sk.put(spark, ramp, 1.0 - 0.4 * d / r)
                glow(sk, spark, 0.9)
            sk.put(pane & (-16 + 2 * np.sin(X * 0.4) > Y), "dark", 0.1)
        else:
            sk.put(pane, "china", 0.84 - 0.004 * (Y + 21), 0.3)
            sk.put(pane & (2 + 2 * np.sin(X * 0.12) > Y), "grass", 0.62).put(
                pane & (-4 + 3 * np.sin(X * 0.16 + 1) > Y), "china", 0.72
            )
            sk.put(pane & (-12 + 2 * np.sin(X * 0.23) > Y), "china", 0.6)
            sk.put(pane & (np.abs(X - 12) < 1) & (Y > 0) & (Y < 7), "bark", 0.4).put(
                pane & disc(X, Y, 12, 8, 3.6), "leaf", 0.5
            )
            glow(sk, pane, 0.10)
        bars = pane & ((np.abs(X) < 1.4) | (np.abs(Y - 2) < 1.2))
        sk.put(bars, "trimw" if not other else "wood", 0.7)
        glow(sk, bars, 0.0)

    trim = "wood" if other else "trimw"
    return [
        G(
            trim,
            [sub(box((0, 0, 0), (30, 25, 2), 0.6), box((0, 0, 2), (26, 21, 4), 0.2)), blk(0, -28, 2, 66, 4, 7, 0.8)],
            0,
            grain,
        ),
        G("dark", [box((0, 0, -0.5), (27, 22, 1), 0)]),
    ], over


@prop("attic", (30, 18), view=(90, 130, 100))
def samovar_great(other):
    """Bigger than the stove. In the other attic it pours hot chocolate."""
    return [
        G("wood", [blk(0, 18, 0, 38, 3, 22, 0.8), *legs(15, 8, 18, 1.8)], 0, grain),
        G(
            "brass",
            [
                cyl(0, 0, 21, 26, 9, 8),
                ball((0, 40, 0), (14, 15, 12)),
                cyl(0, 0, 53, 58, 8, 6),
                rod((0, 34, 11), (0, 33, 18), 1.6),
                rod((0, 36, 17), (0, 40, 17), 1.0),
                torus((-16, 42, 0), 4, 1.3, RX(90)),
                torus((16, 42, 0), 4, 1.3, RX(90)),
            ],
            0.8,
            lambda q, n: 0.1 * (np.sin(np.arctan2(q[:, 0], q[:, 2]) * 10) > 0.3),
        ),
        G("china", [ball((0, 63, 0), (7, 5.6, 6)), rod((6, 62, 2), (11, 65, 3), 1.4)], 0.5),
        G("red", [ball((0, 69, 0), 1.6), torus((0, 63, 0), 6.6, 0.8)]),
        *(
            [G("card", [rod((0, 33, 18), (0, 23, 18), 1.3)], 0, plain(-0.1)), G("china", [cyl(0, 18, 21, 26, 3.4, 4)])]
            if other
            else [G("china", [cyl(-12, 6, 21, 24.6, 2.6, 3.4), cyl(12, 6, 21, 24.6, 2.6, 3.4)])]
        ),
    ]


@prop("attic", None, wall=True, view=(60, 70, 40))
def mouse_door():
    """The second, tiny door, with a bell of its own and a notice above it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        note = rect(X, Y, -14, 16, 14, 30)
        sk.put(note, "paper", 0.75)
        centred(sk, ax, ay - 28, "KNOCK", "red", 0.35)
        centred(sk, ax, ay - 22, "LOW", "red", 0.35)
        hole = rect(X, Y, -6, -9, 6, 3) | disc(X, Y, 0, 3, 6)
        rim(sk, hole, "brass", 0.7)
        sk.put(hole, "red", 0.5).put(hole & (np.abs(np.abs(X) - 3) < 0.6), "red", 0.3).put(
            disc(X, Y, 4, -2, 1), "brass", 0.9
        )
        sk.put(disc(X, Y, 10, 5, 2.2), "brass", 0.75).put(rect(X, Y, 9.6, 7, 10.4, 10), "iron", 0.5)

    return [], over


@prop("attic", (46, 26), view=(100, 110, 80))
def water_tank():
    """The tank of the whole house, lagged with somebody's coats."""
    return [
        G("wood", [blk(x, 0, 0, 6, 8, 28, 0.6) for x in S(-18, 18)], 0, grain),
        G(
            "enamel",
            [blk(0, 8, 0, 54, 36, 30, 2)],
            0,
            lambda q, n: -0.16 * ((q[:, 0] + 27) % 18 < 1.4) - 0.06 * (np.sin(q[:, 1] * 0.7 + q[:, 0] * 0.1) > 0.5),
        ),
        G("wood", [blk(0, 43, 0, 58, 3, 33, 0.6)], 0, lines_x(9, 0.14)),
        G("iron", [rod((27, 14, 6), (34, 14, 6), 2), rod((34, 14, 6), (34, 0, 6), 2), ball((30, 14, 6), 3)]),
        G("card", [wavy(box((-12, 30, 15.6), (12, 11, 1.4), 1), lambda p: 0.8 * np.sin(p[:, 0] * 0.8))]),
    ]


@prop("attic", (14, 12), view=(110, 160, 140))
def roof_post():
    """A post that holds the ridge, with its two struts."""
    return [
        G("wood", [blk(0, 0, 0, 13, 118, 11, 0.8)], 0, lambda q, n: grain(q[:, [1, 0, 2]], n)),
        G("wood", [rod((s * 4, 78, 0), (s * 36, 114, 0), 4.2) for s in S(-1, 1)], 0, grain),
        G("wood", [blk(0, 112, 0, 92, 9, 10, 0.8)], 0, grain),
        G("iron", [box((0, y, 5.8), (7, 2, 0.6), 0.3) for y in S(8, 74)] + [ball((x, 74, 6.4), 1) for x in S(-4, 4)]),
    ]


@prop("attic", (62, 18), view=(110, 120, 95))
def beet_shelf():
    """Jars, and what is in them is beets."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        rng = np.random.default_rng(91)
        for row, y in enumerate((5, 27, 49)):
            x = -26.0
            while x < 22:
                wide = float(rng.integers(7, 11))
                high = float(rng.integers(11, 15))
                jar = rect(X, Y, x, y, x + wide, y + high)
                rim(sk, jar, "glass", 0.1)
                ramp = "red" if (row + int(x)) % 4 else "green"
                sk.put(jar, ramp, 0.36 + 0.2 * ((np.floor(X) % 3 == 0) & (np.floor(Y) % 3 == 0))).put(
                    rect(X, Y, x, y + high, x + wide, y + high + 2.4), "paper", 0.75
                )
                sk.put(jar & (x + 1.6 > X) & (x + 0.6 < X), "glass", 0.9)
                x += wide + 2

    return [
        G("dwood", [blk(0, 0, -5, 62, 70, 3, 0.5)], 0, grain),
        G(
            "wood",
            [blk(s * 30, 0, 0, 3, 72, 14, 0.5) for s in S(-1, 1)]
            + [blk(0, y, 0, 60, 3, 14, 0.5) for y in S(1, 23, 45, 69)],
            0,
            grain,
        ),
    ], over


@prop("attic", (52, 24), view=(110, 90, 60))
def mouse_gym():
    """Bars of matches, a reel to jump over, rings of thread: for those who are four inches tall."""
    return [
        G("wood", [blk(0, 0, 0, 58, 3, 30, 0.8)], 0, grain),
        G("green", [blk(0, 3, 0, 54, 1, 26, 0.3)]),
        G(
            "card",
            [rod((x, 4, z), (x, 13, z), 0.7) for x in S(-20, -8) for z in S(-6, 2)]
            + [rod((-22, 13, z), (-6, 13, z), 0.7) for z in S(-6, 2)],
        ),
        G("red", [cyl(6, 4, 4, 6, 5, 5, 0.8), cyl(6, 4, 11, 13, 5, 5, 0.8)]),
        G("tape", [cyl(6, 4, 6, 11, 3.6, 3.6, 0.8)], 0, lines_y(2, 0.2)),
        G(
            "iron",
            [
                rod((18, 4, -4), (18, 22, -4), 0.8),
                rod((26, 4, -4), (26, 22, -4), 0.8),
                rod((18, 22, -4), (26, 22, -4), 0.8),
            ],
        ),
        G("yellow", [torus((20, 13, -4), 2, 0.6, RX(90)), torus((24, 13, -4), 2, 0.6, RX(90))]),
        G(
            "fur",
            [
                ball((-14, 16, -2), (2, 2.6, 1.8)),
                ball((-14, 19.4, -2), 1.6),
                ball((22, 11, -3), (1.8, 2.6, 1.8)),
                ball((22, 14.6, -3), 1.5),
                ball((13, 6, 6), (2.6, 2, 1.8)),
                ball((15.6, 7.4, 6.6), 1.4),
            ],
            0.5,
            plain(0.3),
        ),
    ]


@prop("attic", (34, 16), view=(80, 70, 50))
def herring_tins():
    """A stack of tins: dinner, and later an orchestra."""
    return [
        G(
            "iron",
            [cyl(x, z, y, y + 6, 8, 8, 0.7) for x, y, z in ((-9, 0, 0), (9, 0, 0), (0, 6, 0), (0, 12, 0))],
            0,
            plain(0.2),
        ),
        G(
            "blue",
            [cyl(x, z, y + 1.6, y + 4.6, 8.3, 8.3, 0.7) for x, y, z in ((-9, 0, 0), (9, 0, 0), (0, 6, 0), (0, 12, 0))],
        ),
        G("yellow", [ball((x, y + 3, 6), (2.4, 1.2, 0.8)) for x, y in ((-9, 0), (9, 0), (0, 6), (0, 12))]),
    ]


@prop("attic", (30, 20), view=(80, 70, 50))
def suitcase():
    """Leather, with labels of towns that are called something else now."""
    return [
        G("card", [blk(0, 0, 0, 38, 14, 22, 2.4)], 0, lines_x(19, 0.1)),
        G("bark", [blk(s * 12, 0, 0, 3, 14.6, 22.6, 1) for s in S(-1, 1)] + [rod((-5, 8, 12), (5, 8, 12), 1.2)]),
        G("paper", [box((4, 9, 11.4), (4, 2.6, 0.5), 0.2)]),
        G("red", [box((-5, 5, 11.4), (3, 2, 0.5), 0.2)]),
        G("brass", [box((s * 12, 10, 11.4), (1.6, 1.6, 0.6), 0.2) for s in S(-1, 1)]),
    ]


@prop("circus", (40, 24), view=(90, 80, 60))
def sweet_crates():
    """Boxes of sugared nuts, and a heap of paper cones."""
    return [
        G("wood", [sub(blk(0, 0, 0, 40, 14, 24, 0.6), blk(0, 4, 0, 36, 20, 20, 0.4))], 0, lines_y(4.6)),
        *[G(SWEETS[k % 5], [ball((-14 + 7 * (k % 5), 14 + (k % 2), -5 + 8 * (k // 5)), 4)]) for k in range(10)],
        G(
            "paper",
            [move(cyl(0, 0, 0, 12, 0.6, 4), RZ(a), (x, 15, 3)) for x, a in ((-8, 16), (2, -8), (11, -22))],
            0,
            lines_y(3, 0.12),
        ),
    ]
