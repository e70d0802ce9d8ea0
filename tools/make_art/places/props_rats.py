"""Props of the circus at its end: coats that march, open, are seen through; bait, lamps, what is left of the hotel."""

from __future__ import annotations

import numpy as np

from tools.make_art.core.field import Sketch, grid
from tools.make_art.places.again import Built, line, over_it
from tools.make_art.places.brush import around, cells, disc, glow, rect, rim
from tools.make_art.places.lettering import centred
from tools.make_art.places.prop import make_prop, prop
from tools.make_art.places.props_house import grain
from tools.make_art.places.sdf import RX, RZ, G, Shape, ball, blk, cyl, moved, rod, sub, torus, wavy
from tools.make_art.places.surfaces import plain

CIRCUS = "rats"
S = (-1, 1)
COATS = (
    ("red", "red", "brass"),
    ("blue", "blue", "brass"),
    ("green", "green", "brass"),
    ("gold", "yellow", "red"),
    ("grey", "iron", "china"),
)


# ---- five coats ----------------------------------------------------------------------------------------------------
def _hat(colour: str, tilt: float) -> list[G]:
    hat = [
        G("dark", [cyl(0, 0, 48, 50, 9, 9, 0.8), cyl(0, 0, 49, 60, 6, 6.6, 0.8)], 0, plain(0.14)),
        G(colour, [cyl(0, 0, 50, 53, 6.4, 6.4, 0.8)]),
    ]
    return moved(moved(hat, None, (0, -48, 0)), RZ(tilt), (0, 48, 0))


def _stand() -> G:
    return G(
        "wood",
        [cyl(0, 0, 0, 2.4, 8, 6.5, 0.8), rod((0, 2, 0), (0, 50, 0), 1.4), rod((-9, 42, 0), (9, 42, 0), 1.3)],
        0,
        grain,
    )


def _marching(colour: str, trim: str, step: int) -> list[G]:
    """On the spot: one sleeve up before it, the other back, the hem kicked the other way."""

    def hem(p: np.ndarray) -> np.ndarray:
        low = np.clip((30 - p[:, 1]) / 20, 0, 1)
        return np.asarray(1.1 * np.sin(np.arctan2(p[:, 0], p[:, 2]) * 8 + step) + 0.9 * step * low * np.sign(p[:, 0]))

    ends = {s: ((s * 12.5, 27, 9) if s == step else (s * 14.5, 20, -5)) for s in S}
    return [
        _stand(),
        G(
            colour,
            [
                wavy(cyl(0, 0, 10, 42, 13.4, 8.4, 0.55), hem),
                *(rod((s * 9, 40, 0), (s * 13.5, 31, 2 if s == step else -2), 3.4) for s in S),
                *(rod((s * 13.5, 31, 2 if s == step else -2), ends[s], 3.3) for s in S),
                ball((0, 42, 0), (9, 4, 4.6)),
            ],
            1,
        ),
        G(
            trim,
            [torus(ends[s], 3.0, 1.0, RX(60 if s == step else 20)) for s in S]
            + [ball((s * 9.4, 43, 0), (3.4, 1.8, 3.4)) for s in S],
        ),
        G(
            trim,
            [ball((0.6 * step, y, 6.6), 1.2) for y in (14, 20, 26, 32)]
            + [rod((s * 3, 40, 5), (0, 30, 7), 0.8) for s in S],
        ),
        G("paper", [ball((0, 40, 4), (2.4, 4.6, 1.6))], 0, plain(-0.05)),
        *_hat(colour, -9 * step),
    ]


def _open(colour: str, trim: str) -> list[G]:
    """It hangs open: lining, a pole, nobody."""
    front = sub(cyl(0, 0, 9, 42, 14.5, 8.6, 0.58), blk(0, 4, 9, 13, 36, 14, 1))
    return [
        _stand(),
        G("cush", [cyl(0, -1.5, 9, 41, 12, 7.6, 0.4)], 0, lambda p, n: -0.16 + 0.10 * np.sin(p[:, 0] * 1.8)),
        G(
            colour,
            [
                wavy(front, lambda p: 0.9 * np.sin(np.arctan2(p[:, 0], p[:, 2]) * 8)),
                *(rod((s * 9, 40, 0), (s * 15, 20, 2), 3.4) for s in S),
                ball((0, 42.6, -1), (9, 3, 3.4)),
            ],
            0.8,
        ),
        G(
            trim,
            [torus((s * 15.2, 18.4, 2), 3.2, 1.0) for s in S] + [ball((s * 9.4, 43, 0), (3.4, 1.8, 3.4)) for s in S],
        ),
        G(trim, [ball((s * 7.4, y, 5.4), 1.1) for s in S for y in (14, 21, 28)]),
        *_hat(colour, 14),
    ]


def _thread_coat(warm: bool) -> Built:
    """As the stone shows it: thread wound round nothing, stuffed with rats; in one of them something is warm."""

    def wound(p: np.ndarray, n: np.ndarray) -> np.ndarray:
        a = np.arctan2(p[:, 0], p[:, 2])
        v = p[:, 1] * 1.25 + 1.4 * np.sin(a * 2) + 0.8 * a
        return np.asarray(0.22 * (np.sin(v * 2.4) > 0.1) - 0.2 * (np.sin(v * 2.4) < -0.75))

    def over(sk: Sketch, ax: int, ay: int) -> None:
        for x, y, flip in ((-9, -18, 1), (7, -14, -1), (-3, -9, 1), (10, -30, -1), (-8, -38, 1), (2, -24, -1)):
            rows = "..KKK.. .KfffK. KfRffK. KfffnK. .KKKK.." if flip > 0 else "..KKK.. .KfffK. .KffRfK .KnfffK ..KKKK."
            cells(
                sk,
                ax + x - 3,
                ay + y - 2,
                rows,
                {"K": ("dark", 0.0), "f": ("fur", 0.55), "R": ("red", 0.9), "n": ("cush", 0.9)},
            )
        for x0, y0, x1, y1 in ((-13, -14, -19, -8), (12, -20, 19, -24), (5, -6, 11, -1), (-4, -4, -12, 1)):
            line(sk, ax + x0, ay + y0, ax + x1, ay + y1, "cush", 0.75)
            line(sk, ax + x1, ay + y1, ax + x1 + (2 if x1 > 0 else -2), ay + y1 - 3, "cush", 0.6)
        if warm:
            X, Y = around(sk, ax, ay)
            halo = disc(X, Y, 5, 33, 10) & (sk.mat >= 0)
            sk.put(halo & ((X.astype(int) + Y.astype(int)) % 2 == 0), "yellow", 0.55)
            sk.glow[halo] = 0.35
            rows = ".kk.kk. kyykyyk kyWyyyk kyWyyyk .kyyyk. ..kyk.. ...k..."
            cells(sk, ax + 2, ay - 38, rows, {"k": ("brass", 0.15), "y": ("brass", 0.85), "W": ("shade", 1.0)})
            glow(sk, disc(X, Y, 5.5, 34.5, 4.2) & (sk.tone > 0.5), 1.0)
            for x in (-7, 0, 8):
                m = line(sk, ax + x, ay - 40, ax + round(x * 1.5), ay - 10, "shade", 0.9, 2)
                glow(sk, m, 0.8)

    return [
        _stand(),
        G(
            "web",
            [
                cyl(0, 0, 9, 42, 13, 8.4, 0.55),
                *(rod((s * 9, 40, 0), (s * 13, 19, 2), 3.4) for s in S),
                ball((0, 42, 0), (9, 4, 4.6)),
            ],
            1,
            lambda p, n: -0.30 + wound(p, n),
        ),
        G("web", [cyl(0, 0, 48, 50, 9, 9, 0.8), cyl(0, 0, 49, 60, 6, 6.6, 0.8)], 0, lambda p, n: -0.42 + wound(p, n)),
    ], over


for _name, _colour, _trim in COATS:
    for _k, _step in ((1, 1), (2, -1)):
        make_prop(
            f"coat_{_name}_march_{_k}",
            CIRCUS,
            lambda c=_colour, t=_trim, s=_step: _marching(c, t, s),
            (24, 14),
            view=(90, 110, 84),
        )
    make_prop(f"coat_{_name}_open", CIRCUS, lambda c=_colour, t=_trim: _open(c, t), (24, 14), view=(90, 110, 84))
make_prop("coat_truth", CIRCUS, lambda: _thread_coat(False), (24, 14), view=(90, 110, 84))
make_prop("coat_heart", CIRCUS, lambda: _thread_coat(True), (24, 14), view=(90, 110, 84))


# ---- bait ----------------------------------------------------------------------------------------------------------
def _wedge(x: float, y: float, z: float, w: float, h: float, d: float, turn: float = 0.0) -> list[G]:
    """A wedge of hard cheese with its red rind."""

    def body(p: np.ndarray) -> np.ndarray:
        q = p - np.array((x, y, z), np.float32)
        u = q[:, 0] * np.cos(turn) + q[:, 2] * np.sin(turn)
        v = -q[:, 0] * np.sin(turn) + q[:, 2] * np.cos(turn)
        side = (np.abs(v) - d / 2 * np.clip((u + w / 2) / w, 0, 1)) * 0.86
        return np.asarray(np.maximum.reduce([side, np.abs(u) - w / 2, np.abs(q[:, 1] - h / 2) - h / 2]))

    def rind(p: np.ndarray) -> np.ndarray:
        q = p - np.array((x, y, z), np.float32)
        u = q[:, 0] * np.cos(turn) + q[:, 2] * np.sin(turn)
        return np.asarray(np.maximum(body(p) - 0.5, w / 2 - 1.2 - u))

    holes = [
        ball((x - 2.2, y + h * 0.6, z + 2.6), 1.3),
        ball((x + 1.8, y + h * 0.35, z + 3.6), 1.5),
        ball((x + 0.6, y + h, z - 0.4), 1.4),
    ]

    def bitten(p: np.ndarray) -> np.ndarray:
        return np.asarray(np.maximum.reduce([body(p), *(-f(p) for f in holes)]))

    return [G("yellow", [bitten], 0, plain(0.04)), G("red", [rind])]


@prop(CIRCUS, None, view=(40, 40, 26))
def cheese_bait():
    """Number seven of ninety: small enough to be carried over the head and thrown."""
    return _wedge(0, 0, 0, 12, 6.5, 10, 0.5)


@prop(CIRCUS, None, view=(40, 40, 26))
def cheese_bait_half():
    """The same, half eaten."""
    return _wedge(1, 0, 0, 7, 5.4, 8, 0.5)


@prop(CIRCUS, None, flat=True, view=(40, 30, 15))
def cheese_crumbs():
    """What is left of it."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        rng = np.random.default_rng(6)
        for _ in range(15):
            x, y = round(ax + rng.normal(0, 5)), round(ay + rng.normal(0, 2.2))
            cells(sk, x, y, rng.choice(["y", "yY", "y Y", "Yy yy"]), {"y": ("yellow", 0.62), "Y": ("yellow", 0.85)})

    return [], over


@prop(CIRCUS, (30, 18), view=(70, 70, 48))
def cheese_crate():
    """A crate of wedges, its lid off."""
    slats = [blk(0, 3 + 6 * i, 9.4, 30, 4.6, 1.4, 0.4) for i in range(3)] + [
        blk(s * 15, 3 + 6 * i, 0, 1.4, 4.6, 19, 0.4) for s in S for i in range(3)
    ]
    out = [
        G("dwood", [blk(0, 0, 0, 30, 16, 17, 0.4)], 0, plain(-0.2)),
        G("wood", slats, 0, grain),
        G("wood", [blk(s * 13, 0, 9.8, 3, 21, 1.4, 0.3) for s in S], 0, grain),
    ]
    for x, z, t in ((-8, -3, 0.4), (2, -5, 1.6), (9, -1, 2.6), (-3, 3, 3.6), (6, 5, 5.0)):
        out += _wedge(x, 15.5, z, 11, 6, 9, t)
    return out


# ---- lamps ---------------------------------------------------------------------------------------------------------
def _barrel(a: tuple[float, float, float], b: tuple[float, float, float], r0: float, r1: float) -> Shape:
    """A flat-ended tube from a to b."""
    aa, axis = np.array(a, np.float32), np.array(b, np.float32) - np.array(a, np.float32)
    long = float(np.linalg.norm(axis))
    u = axis / long

    def f(p: np.ndarray) -> np.ndarray:
        q = p - aa
        t = q @ u
        out = np.linalg.norm(q - t[:, None] * u, axis=1)
        return np.asarray(
            np.maximum((out - (r0 + (r1 - r0) * np.clip(t / long, 0, 1))) * 0.9, np.abs(t - long / 2) - long / 2)
        )

    return f


def _ring_lamp(way: int, lit: bool) -> Built:
    """A lamp for the ring: tin, three flaps, a lens; it points down to one side."""
    a, b = (way * 5.0, 45.0, -2.5), (-way * 5.6, 38.0, 4.5)
    lens = (-way * 6.6, 37.4, 5.4)

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        cx, cy = lens[0], lens[1] - lens[2]
        m = disc(X, Y, cx, cy, 4.4, 4.0)
        if lit:
            sk.put(m, "shade", 0.8).put(disc(X, Y, cx - way * 0.6, cy + 0.4, 2.4), "shade", 1.0)
            glow(sk, m, 1.0)
            far = np.clip(1 - np.hypot((X - cx) / 12, (Y - cy) / 11), 0, 1)
            halo = (far > 0.1) & (sk.mat < 0)
            sk.put(halo, "shade", 0.85)
            sk.alpha[halo] = 0.34 * far[halo]
            sk.glow[halo] = (0.5 * far)[halo]
        else:
            sk.put(m, "glass", 0.22).put(disc(X, Y, cx - 1.2, cy + 1.2, 1.3), "glass", 0.6)

    return [
        G("iron", [cyl(0, 0, 0, 2.2, 9.5, 8.0, 0.8), rod((0, 2, 0), (0, 36, 0), 1.3)], 0.6),
        G("brass", [ball((0, 20, 0), 2.0), torus((0, 36, 0), 3.4, 0.9, RX(90))], 0),
        G("red", [_barrel(a, b, 5.4, 7.2)], 0, lambda p, n: 0.05 * np.sin(p[:, 0] * 1.2)),
        G("brass", [_barrel((b[0] + way * 1.2, b[1] + 1.0, b[2] - 0.8), b, 7.7, 7.7), ball(a, 2.6)], 0),
        G("iron", [blk(-way * 10, 44, 5, 7, 1.2, 6, 0.3), blk(-way * 13, 33, 7, 1.4, 8, 6, 0.3)], 0),
    ], over


for _suffix, _way in (("", 1), ("_r", -1)):
    make_prop(f"ring_lamp{_suffix}", CIRCUS, lambda w=_way: _ring_lamp(w, False), (16, 12), view=(80, 90, 66))
    make_prop(
        f"ring_lamp_lit{_suffix}",
        CIRCUS,
        lambda w=_way: _ring_lamp(w, True),
        (16, 12),
        view=(90, 100, 70),
        light="lamp",
    )


@prop(CIRCUS, None, wall=True, view=(70, 40, 20))
def trapeze_bar():
    """The bar alone with the ends of its ropes; the ropes are drawn by the game."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        bar = rect(X, Y, -21, 0, 21, 4)
        rim(sk, bar, "brass", 0.0)
        sk.put(bar, "brass", 0.62).put(bar & (Y > 2.5), "brass", 0.9).put(bar & (X.astype(int) % 9 < 2), "red", 0.5)
        for s in S:
            knot = disc(X, Y, s * 20, 2, 3.4, 3.6)
            rim(sk, knot, "paper", 0.0)
            sk.put(knot, "paper", 0.6).put(disc(X, Y, s * 20 - 0.6, 2.8, 1.6), "paper", 0.9)
            rope = rect(X, Y, s * 20 - 1, 5, s * 20 + 1, 11)
            sk.put(rope, "paper", 0.5 + 0.2 * ((Y.astype(int) % 3) == 0))

    return [], over


# ---- what has become of the circus ---------------------------------------------------------------------------------
@prop(CIRCUS, None, wall=True, view=(80, 100, 74))
def poster_last():
    """CORALINE! LAST CHANCE! An inch deep."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        for k, (dx, dy, lean) in enumerate(((4, 3, 0.05), (-3, 1, -0.04), (2, -2, 0.02), (0, 0, 0.0))):
            x = X - dx - lean * (Y - 30)
            sheet = rect(x, Y - dy, -19, 6, 19, 60) & ~((k == 3) & (x > 12) & (Y - dy < 12))
            rim(sk, sheet, "dwood", 0.0)
            sk.put(sheet, "paper", 0.46 + 0.12 * k).put(sheet & (x < -17.5), "paper", 0.3 + 0.1 * k)
        sk.put(rect(X, Y, 12, 6, 19, 12) & (X - 12 + (12 - Y) < 7), "paper", 0.35)
        band = rect(X, Y, -17, 44, 17, 57)
        sk.put(band, "red", 0.5).put(rect(X, Y, -17, 45, 17, 46) | rect(X, Y, -17, 55, 17, 56), "brass", 0.8)
        centred(sk, ax, ay - 53, "CORALINE", "paper", 1.0)
        centred(sk, ax, ay - 41, "LAST", "red", 0.4)
        centred(sk, ax, ay - 34, "CHANCE", "red", 0.4)
        for y, w in ((24, 12), (20, 10), (16, 13), (12, 7)):
            sk.put(rect(X, Y, -w, y, w, y + 1) & (X.astype(int) % 5 != 0), "dark", 0.3)
        line(sk, ax - 16, ay - 30, ax + 9, ay - 16, "paper", 0.28)

    return [], over


@prop(CIRCUS, None, wall=True, view=(110, 70, 50))
def hat_pins_bare():
    """Fifty pins and no hats."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        board = rect(X, Y, -38, 6, 38, 40)
        rim(sk, board, "wood", 0.0)
        sk.put(board, "wood", 0.42).put(rect(X, Y, -35, 9, 35, 37), "velvet", 0.34).put(
            rect(X, Y, -38, 38, 38, 40), "wood", 0.7
        )
        for i in range(50):
            x, y = -32 + 7 * (i % 10), 12 + 5.4 * (i // 10)
            p = disc(X, Y, x + 0.5, y + 2, 1.5)
            sk.put(rect(X, Y, x, y - 1, x + 1, y + 2), "iron", 0.6).put(p, "china", 0.7).put(
                disc(X, Y, x, y + 2.5, 0.9), "china", 1.0
            )
            faded = disc(X, Y, x + 0.5, y - 0.4, 2.8, 1.6) & ~p
            sk.add(faded, -0.10)

    return [], over


@prop(CIRCUS, (26, 14), view=(70, 70, 50))
def medal_case_bare():
    """Velvet, with a dent the shape of a medal; the glass has been licked."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        dent = disc(X, Y, 0, 14, 4.4, 3.4) | rect(X, Y, -1.6, 17, 1.6, 21)
        sk.put(dent, "velvet", 0.12).put(disc(X, Y, 0.8, 13.4, 3.2, 2.2) & dent, "velvet", 0.22)
        for x0, y0, x1, y1 in ((-9, 10, -3, 20), (2, 9, 9, 19), (5, 8, 11, 15)):
            line(sk, ax + x0, ay - y0, ax + x1, ay - y1, "glass", 0.9, 3)

    return [
        G("wood", [blk(0, 0, 0, 28, 16, 17, 1)], 0, grain),
        G("brass", [blk(0, 14, 0, 29, 2, 18, 0.6)]),
        G("velvet", [blk(0, 15, 0, 25, 1.6, 14, 0.4)], 0, plain(-0.06)),
    ], over


def _gnawed(sk: Sketch, ax: int, ay: int) -> None:
    """Dark windows, bitten edges, one tiny case in the hall."""
    yellow = (sk.mat >= 0) & (sk.glow > 0.1)
    sk.put(yellow, "dark", 0.16)
    sk.glow[:] = 0


@prop(CIRCUS, (44, 16), view=(110, 130, 100))
def mouse_hotel_gnawed():
    """The mice's hotel after the rats."""
    groups, over = over_it("mouse_hotel", _gnawed)

    def bites(sk: Sketch, ax: int, ay: int) -> None:
        over(sk, ax, ay)
        _gnawed(sk, ax, ay)
        X, Y = around(sk, ax, ay)
        for x, y, r in ((-16, 12, 4.0), (15, 30, 4.4), (-14, 44, 3.4), (6, 8, 3.0), (12, 54, 3.6)):
            bite = disc(X, Y, x, y, r) | disc(X, Y, x + r, y - 1, r * 0.7)
            rim(sk, bite, "wood", 0.85)
            sk.put(bite, "dark", 0.04)
        for x, y in ((-15, 13), (14, 31)):
            sk.put(disc(X, Y, x - 1, y, 0.8) | disc(X, Y, x + 2, y, 0.8), "red", 0.9)
            sk.glow[disc(X, Y, x - 1, y, 0.8) | disc(X, Y, x + 2, y, 0.8)] = 0.7

    return [G(g.mat, g.shapes, g.k, g.tex) for g in groups], bites


@prop(CIRCUS, (26, 16), view=(100, 130, 100))
def samovar_tails():
    """It is full of tails."""
    groups, over = over_it("samovar_great")
    high = 58

    def tails(sk: Sketch, ax: int, ay: int) -> None:
        over(sk, ax, ay)
        for x, tall, bend in ((-9, 12, -4), (-5, 17, 3), (-1, 20, -3), (3, 15, 5), (7, 18, -2), (10, 10, 6)):
            for i in range(tall):
                mask = np.zeros(sk.shape, bool)
                x0 = round(ax + x + bend * np.sin(i / tall * 2.6))
                mask[ay - high - i, x0 : x0 + (2 if i < tall * 0.6 else 1)] = True
                sk.put(mask, "cush", 0.62 + 0.2 * (i % 3 == 0))

    return groups, tails


@prop(CIRCUS, None, flat=True, view=(200, 60, 30))
def rib_beam():
    """A beam that is a rib."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        X, Y = around(sk, ax, ay)
        mid = 5 - 0.0011 * X**2 + 1.2 * np.sin(X * 0.09)
        half = 6.4 - 2.6 * np.abs(X) / 90 + 0.8 * np.sin(X * 0.21 + 1)
        m = (np.abs(Y - mid) < half) & (np.abs(X) < 90)
        v = (Y - mid) / half
        rim(sk, m, "china", 0.0)
        sk.put(m, "china", 0.46 + 0.30 * v - 0.10 * (np.sin(X * 0.7 + Y) > 0.8) - 0.12 * (np.abs(v + 0.3) < 0.12))
        sk.put(m & (np.abs(np.abs(X) - 80) < 1), "china", 0.2)

    return [], over


@prop(CIRCUS, None, flat=True, view=(90, 90, 45))
def tent_thread():
    """What the tent is: one long thread, wound round nothing. 64 px square, meets itself at its edges."""

    def over(sk: Sketch, ax: int, ay: int) -> None:
        y, x = grid(*sk.shape)
        X, Y = x - (ax - 32), y - (ay - 32)
        m = (X >= 0) & (X < 64) & (Y >= 0) & (Y < 64)
        wave = Y + 2.4 * np.sin(X * 2 * np.pi / 64) + 1.2 * np.sin(X * 2 * np.pi / 32 + 1)
        f = wave % 8
        sk.put(m, "dark", 0.20).put(m & (f < 4.6), "red", 0.34 + 0.10 * (f < 3) + 0.12 * (f < 1.2))
        sk.put(m & (f < 4.6) & ((X + np.floor(wave / 8) * 3) % 6 < 1.2), "red", 0.22)
        sk.put(m & (np.floor(wave / 8) % 4 == 1) & (f < 1.4), "tentB", 0.6)

    return [], over
