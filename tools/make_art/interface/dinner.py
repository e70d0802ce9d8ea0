"""What goes round the Other Mother's table: six dishes and a plate, the train that brings them, bubbles for wants.

dinner.png and dinner.json: name -> [x, y, w, h]. dish_* 38 x 34 (dish_name 52 x 42), plate, plate_crumbs; engine_0 .. 7
and wagon_0 .. 7 (44 x 36, direction k is 45 k degrees, 0 drives to the right, 2 up, 4 left, 6 down), each with its deck in
``decks`` (px from the top left of the picture: where the middle of a dish's plate belongs); want (46 x 46, a bubble),
want_glad, tick, steam_0 .. 2.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tools.make_art.actors import atlas
from tools.make_art.core import cache
from tools.make_art.core.ramps import OTHER, Palette, ramp
from tools.make_art.interface.felt import CLOTH, Felt, sheet
from tools.make_art.places import sdf
from tools.make_art.places.sdf import RX, RY, RZ, G, ball, blk, box, cyl, moved, rod, sub, torus, wavy

PAL: Palette = {
    **OTHER,
    "plate": ramp("3a3a5c 7c7ca0 b8b4cc e0dce4 f8f4f0 ffffff"),
    "rim": ramp("08304c 145c84 2488b4 4cb4d4 90dcec d8f8fc"),
    "crust": ramp("4a2410 8e5018 c08430 e4b050 f8d484 fff0bc"),
    "glaze": ramp("3a1808 6a3010 985418 c47a24 e8a440 fcd880"),
    "soup": ramp("4a0c08 8c1c10 c83818 ec5c24 fc8c44 ffc488"),
    "cream": ramp("5c4a3c a8947c dcc8a8 f4e8cc fffaec ffffff"),
    "sprout": ramp("0c2414 1c4c20 38782c 60a83c 94d058 d0f090"),
    "ginger": ramp("2c100c 5c2414 8c4020 b4602c d88c44 f4bc74"),
    "syrup": ramp("3c1408 7c3008 b85410 e88c20 fcc04c fff0a4"),
    "gravy": ramp("1c0c08 3c1c10 643018 8c4c24 b47038 dca460"),
    "pink": ramp("4a1034 8c2458 cc4480 f078a4 fcb0c4 ffe0e4"),
    "icing": ramp("6a5c7c a898b4 d8c8d8 f4ecf0 ffffff ffffff"),
    "loco": ramp("280614 640c24 a41c30 d83c3c f47050 ffb088"),
    "cab": ramp("3a1408 8a4c18 c88820 f0bc3c fce07c fff8c4"),
    "wheel": ramp("0a0a1c 1c1c3c 343464 545490 8080b8 b4b8e0"),
    "wagon": ramp("06243c 0c4868 147490 28a0ac 64ccc0 b4f0dc"),
    "bed": ramp("3c1c14 6c3c20 9c6434 c8904c e8bc78 fce4ac"),
}
DISH, NAME = (38, 34), (52, 42)
CAR = (44, 36)
PITCH = 42.0
LETTERS = {
    "C": "111 100 100 100 111", "O": "111 101 101 101 111", "R": "110 101 110 101 101", "A": "010 101 111 101 101",
    "L": "100 100 100 100 111", "I": "1 1 1 1 1", "N": "1001 1101 1011 1001 1001", "E": "111 100 110 100 111",
}  # fmt: skip


def shot(groups: list[G], size: tuple[int, int], key: str, up: float = 0.0, jump: float = 2.4) -> np.ndarray:
    """RGBA of a thing that stands in the middle of its picture."""

    def make() -> dict[str, np.ndarray]:
        w, h = size
        buffer = sdf.render(groups, w, h, w / 2, h / 2 + up, ss=4, pitch=-PITCH)
        image, _, _ = sdf.paint(buffer, [g.mat for g in groups], [g.glow for g in groups], PAL, jump)
        return {"image": image}

    full = cache.source_hash(Path(sdf.__file__), Path(__file__), key)
    return cache.arrays(f"dinner_{key}", full, make)["image"]


def _plate(r: float = 16.5) -> list[G]:
    dish = sub(cyl(0, 0, -1.6, 1.0, r * 0.62, r, 1, 0.8), ball((0, 6.6, 0), (r * 0.94, 6.4, r * 0.94)))
    return [G("plate", [dish]), G("rim", [torus((0, 0.9, 0), r - 1.2, 0.55)], 0, lambda q, n: 0.1 + 0 * q[:, 0])]


def plate() -> list[G]:
    """Nothing left."""
    return _plate()


def plate_crumbs() -> list[G]:
    """Nearly nothing."""
    spots = ((-5, 2), (2, -4), (5, 3), (-1, 5), (-8, -3), (8, -1))
    return [*_plate(), G("crust", [ball((x, 0.8, z), 0.5 + 0.9 * (k % 2)) for k, (x, z) in enumerate(spots)])]


def pie() -> list[G]:
    """Cheese and onion, an inch deep, with a C on it."""
    crimps = [
        ball((13.4 * math.cos(a), 5.2, 13.4 * math.sin(a)), (2.3, 1.7, 2.3))
        for a in np.linspace(0, 2 * math.pi, 18)[:-1]
    ]
    letter = [
        rod(
            (6.0 * math.cos(a), 9.6 - 0.06 * 36, 0.4 + 5.6 * math.sin(a)),
            (6.0 * math.cos(b), 9.6 - 0.06 * 36, 0.4 + 5.6 * math.sin(b)),
            1.5,
        )
        for a, b in zip(np.arange(0.8, 5.3, 0.4), np.arange(1.2, 5.7, 0.4))
    ]
    top = ball((0, 4.4, 0), (13, 4.4, 13))
    return [
        G("glaze", [cyl(0, 0, 0.4, 5, 11.4, 13.4, 1, 0.6)]),
        G("crust", [top, *crimps], 0.8, lambda q, n: 0.03 * np.sin(q[:, 0] * 1.4) * np.sin(q[:, 2] * 1.1) - 0.10),
        G("glaze", letter, 0.6, lambda q, n: -0.34 + 0 * q[:, 0]),
        *_plate(),
    ]


def soup() -> list[G]:
    """Tomato. The tinned kind."""
    bowl = sub(cyl(0, 0, 0, 9, 7, 14, 1, 1, 0.6), ball((0, 12, 0), (13.4, 9.6, 13.4)))
    swirl = [
        rod(
            ((1.2 + 1.5 * a) * math.cos(a), 8.0, (1.2 + 1.5 * a) * math.sin(a)),
            ((1.2 + 1.5 * (a + 0.4)) * math.cos(a + 0.4), 8.0, (1.2 + 1.5 * (a + 0.4)) * math.sin(a + 0.4)),
            0.9,
        )
        for a in np.arange(0, 4.4, 0.4)
    ]
    return [
        G("plate", [bowl]),
        G("rim", [torus((0, 5.0, 0), 11.8, 0.7)]),
        G("soup", [cyl(0, 0, 6.4, 7.8, 12.4, 12.8, 1, 0.3)], 0, lambda q, n: 0.04 * np.sin(q[:, 0] * 0.8) - 0.12),
        G("cream", swirl, 0.5),
        G("sprout", [ball((6.6, 8.4, 4.6), (1.7, 0.8, 1.1)), ball((4.4, 8.4, 6.4), (1.1, 0.8, 1.7))]),
    ]


def sprouts() -> list[G]:
    """They taste of something else."""
    rng = np.random.default_rng(5)
    heads: list[sdf.Shape] = []
    for k in range(13):
        ring = (0, 5, 10)[(k > 0) + (k > 4)]
        a = k * 2.4 + rng.uniform(-0.2, 0.2)
        c = (ring * 0.86 * math.cos(a), 3.2 + (9 - ring) * 0.42, ring * 0.86 * math.sin(a))
        heads.append(ball(c, (3.6, 3.5, 3.6)))

    def leaves(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        return 0.12 * np.sin(q[:, 0] * 2.3 + q[:, 1] * 1.7) * np.sin(q[:, 2] * 2.1) - 0.04

    butter = G("syrup", [box((1, 11.2, 0.6), (2.4, 1.0, 2.0), 0.6), ball((2, 9.6, 4), (1.4, 2.4, 1.2))], 0.6)
    return [G("sprout", heads, 0.3, leaves), butter, *_plate()]


def cake() -> list[G]:
    """Ginger: the corner piece."""

    def crumb(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        side = np.abs(n[:, 1]) < 0.6
        return np.where(side, 0.10 * np.sin(q[:, 0] * 2.7 + q[:, 1] * 1.3) * np.sin(q[:, 1] * 2.9 + q[:, 2] * 2.2), 0.0)

    drips = [rod((-9 + 4.4 * k, 10.4, 9.2), (-9 + 4.4 * k, 7.4 - 2.2 * (k % 2), 9.2), 1.5, 1.2) for k in range(5)]
    drips += [rod((10.2, 10.4, -7 + 4.6 * k), (10.2, 8 - 2.0 * (k % 2), -7 + 4.6 * k), 1.5, 1.2) for k in range(4)]
    made = [
        G("ginger", [blk(0, 0.6, 0, 20, 9.6, 18, 1.2)], 0, crumb),
        G("syrup", [blk(0, 9.4, 0, 20.6, 2.0, 18.6, 1.2), *drips], 0.8),
        G("cream", [ball((-4, 12, -3), (2.2, 1.4, 2.0)), ball((4.4, 12, 2.6), (2.0, 1.3, 1.8))]),
        G("ginger", [ball((-4, 13.2, -3), 1.0), ball((4.4, 13.0, 2.6), 0.9)]),
    ]
    return [*moved(made, RY(-24)), *_plate()]


def gravy() -> list[G]:
    """A boat of gravy, thick enough to stand a spoon in."""
    boat = sub(
        wavy(ball((0, 6.0, 0), (12.5, 6.4, 7.6)), lambda q: -0.02 * (q[:, 0] + 2) * (q[:, 1] > 6)),
        box((0, 15, 0), (20, 5.4, 20)),
    )
    hollow = sub(boat, ball((-0.4, 9.6, 0), (10.8, 5.0, 6.0)))
    return [
        G("plate", [hollow, ball((12, 9.6, 0), (3.4, 1.6, 2.6)), cyl(0, 0, 0, 2.2, 6.4, 4.4)], 0.6),
        G("plate", [torus((-12.6, 6.4, 0), 3.6, 1.1, RX(90))]),
        G("rim", [torus((0, 4.0, 0), 9.0, 0.5)], 0),
        G(
            "gravy",
            [ball((-0.4, 7.4, 0), (10.4, 1.6, 5.8))],
            0,
            lambda q, n: 0.16 * (np.hypot(q[:, 0] + 3, q[:, 2] + 1.4) < 2.4),
        ),
        *_plate(15.5),
    ]


def milk() -> list[G]:
    """A jug of milk, warm."""
    jug = sub(cyl(0, 0, 0.6, 17, 8.2, 6.0, 1, 1.2, 1.6), cyl(0, 0, 11, 30, 4.6, 5.2))
    return [
        G(
            "rim",
            [jug, ball((6.2, 16.4, 1.6), (3.0, 1.4, 2.2))],
            0.8,
            lambda q, n: 0.16 * (np.abs(q[:, 1] - 8 - np.sin(np.arctan2(q[:, 2], q[:, 0]) * 8)) < 0.9),
        ),
        G("rim", [torus((-8.6, 9.6, 0), 4.6, 1.3, RX(90))]),
        G("cream", [cyl(0, 0, 13, 14.6, 4.9, 5.1)], 0, lambda q, n: 0.1 + 0 * q[:, 0]),
        *_plate(13.5),
    ]


def name_cake() -> list[G]:
    """Pink, two tiers, candles; the name is piped on afterwards."""
    candles = [(-8, -5), (8, -5), (0, -8), (-4.6, -7.4), (4.6, -7.4)]
    pearls = [ball((18.6 * math.cos(a), 15.2, 18.6 * math.sin(a)), 1.5) for a in np.linspace(0, 2 * math.pi, 27)[:-1]]
    return [
        G("pink", [cyl(0, 0, 0.4, 15.6, 18.8, 18.4, 1, 1.2)]),
        G(
            "icing",
            [cyl(0, 0, 15, 16.4, 18.0, 17.4, 1, 0.8)],
            0,
            lambda q, n: -0.24 + 0.05 * np.sin(q[:, 0] * 0.9 + q[:, 2]),
        ),
        G("icing", pearls, 0),
        G("soup", [ball((12.6 * math.cos(a), 17.4, 12.6 * math.sin(a)), 1.8) for a in np.linspace(0.3, 2.84, 5)]),
        G("rim", [rod((x, 16, z), (x, 21, z), 0.9) for x, z in candles], 0),
        G("syrup", [rod((x, 22.2, z), (x, 24.6, z), 1.1, 0.3) for x, z in candles], 0, lambda q, n: 0.5 + 0 * q[:, 0]),
        *_plate(22.5),
    ]


def _name_cake() -> np.ndarray:
    """The cake with CORALINE in icing round its front."""
    im = shot(name_cake(), NAME, "name", 6.0)
    x = 11
    for c in "CORALINE":
        rows = LETTERS[c].split()
        sag = round(7.0 * (math.sqrt(max(1 - ((x + 1.5 - 26) / 19) ** 2, 0)) - 1))
        for j, bits in enumerate(rows):
            for i, b in enumerate(bits):
                if b == "1":
                    if j == 4 or rows[j + 1][i] == "0":
                        im[31 + sag + j, x + i] = (120, 26, 76, 255)
                    im[30 + sag + j, x + i] = (255, 252, 246, 255)
        x += len(rows[0]) + 1
    return im


DISHES: dict[str, tuple[Callable[[], list[G]], float]] = {
    "dish_pie": (pie, 4), "dish_soup": (soup, 5), "dish_sprouts": (sprouts, 5), "dish_cake": (cake, 5),
    "dish_gravy": (gravy, 4), "dish_milk": (milk, 7), "plate": (plate, 0), "plate_crumbs": (plate_crumbs, 0),
}  # fmt: skip


# ---- the train ----------------------------------------------------------------------------------------------------
def _wheels(xs: tuple[float, ...], r: float) -> list[G]:
    rims = [rod((x, r, s * 6.4), (x, r, s * 7.2), r) for x in xs for s in (-1, 1)]
    hubs = [rod((x, r, s * 7.6), (x, r, s * 8.0), r * 0.4) for x in xs for s in (-1, 1)]
    return [G("wheel", rims), G("cab", hubs)]


def engine() -> list[G]:
    """Drives towards +x."""
    boiler = rod((-3, 10, 0), (11, 10, 0), 5.2)
    return [
        G(
            "loco",
            [boiler, blk(2, 4, 0, 27, 3.4, 12, 1)],
            0.4,
            lambda q, n: 0.22 * (np.abs(q[:, 0] - 2) < 0.9) + 0.22 * (np.abs(q[:, 0] - 8) < 0.9),
        ),
        G(
            "cab",
            [
                torus((12.6, 10, 0), 4.6, 1.0, RZ(90)),
                cyl(10, 0, 14, 20.6, 1.9, 3.2, 1, 0.4),
                ball((2.6, 15.4, 0), (2.4, 2.2, 2.4)),
            ],
        ),
        G("dark", [cyl(10, 0, 19.8, 21, 2.3)]),
        G("loco", [blk(-8.4, 7, 0, 8.6, 12, 11.6, 0.8)], 0),
        G(
            "dark",
            [box((-8.4, 14.4, s * 5.9), (2.6, 2.6, 0.5), 0.4) for s in (-1, 1)]
            + [box((-4.0, 14.4, 0), (0.5, 2.4, 3.6), 0.3)],
        ),
        G("cab", [blk(-8.6, 18.6, 0, 11.4, 2.2, 14, 1.0)]),
        G("wheel", [rod((14, 3.2, z), (18, 1.6, z * 0.6), 1.0) for z in (-5, -2.5, 0, 2.5, 5)], 0.4),
        *_wheels((-9, 8), 3.6),
    ]


def wagon() -> list[G]:
    """A flat wagon with a low rail, for a dish."""
    return [
        G("wagon", [blk(0, 4, 0, 26, 3.2, 14, 1)]),
        G("bed", [blk(0, 6.8, 0, 24, 1.2, 12.4, 0.5)], 0, lambda q, n: -0.16 * ((q[:, 0] % 4.4) < 0.8)),
        G(
            "cab",
            [blk(0, 7, s * 6.8, 25.6, 1.8, 0.9, 0.4) for s in (-1, 1)]
            + [blk(s * 12.6, 7, 0, 0.9, 1.8, 14, 0.4) for s in (-1, 1)],
        ),
        G("wheel", [rod((s * 13, 4.6, 0), (s * 16.6, 4.6, 0), 1.1) for s in (-1, 1)]),
        *_wheels((-8, 8), 3.4),
    ]


DECK_Y = 8.0  # height of a wagon's bed


def cars() -> tuple[dict[str, np.ndarray], dict[str, list[int]]]:
    """Engine and wagon in eight directions, and the deck of each wagon."""
    made: dict[str, np.ndarray] = {}
    for k in range(8):
        made[f"engine_{k}"] = shot(moved(engine(), RY(45 * k)), CAR, f"engine_{k}", 8.0)
        made[f"wagon_{k}"] = shot(moved(wagon(), RY(45 * k)), CAR, f"wagon_{k}", 4.0)
    y = CAR[1] / 2 + 4.0 - DECK_Y * math.cos(math.radians(PITCH))
    return made, {f"wagon_{k}": [CAR[0] // 2, round(y)] for k in range(8)}


# ---- bubbles ------------------------------------------------------------------------------------------------------
def want(glad: bool) -> np.ndarray:
    """A napkin of a bubble with a tail, 46 x 46; a dish goes in its middle, 2 px above."""
    f = Felt(46, 46, 3)
    f.add(f.blob([(16, 33), (27, 33), (20, 44.4), (19, 37)]), "cream")
    f.add(f.box(1.2, 1.2, 44.8, 37.6, 11), "cream")
    f.add(f.blob([(17.6, 33), (26, 33), (20.6, 41), (20, 36)]), "cream", line=False, flat=True)
    t = "gold" if glad else "rose"
    for pts in ([(11, 4), (35, 4)], [(11, 34), (35, 34)], [(4, 11), (4, 28)], [(41, 11), (41, 28)]):
        f.stitch(pts, t, 3, 2)
    inner = f.box(5.2, 5.2, 40.8, 33.6, 8)
    f.im[inner, :3] = CLOTH["cream"][3]
    return f.done()


def tick() -> np.ndarray:
    """A golden tick, 18 x 16, for a want that was met."""
    f = Felt(18, 16, 2)
    f.add(f.line([(3, 8.6), (7, 12.4), (15, 3.4)], 3.4), "gold")
    return f.done()


def steam(k: int) -> np.ndarray:
    """A puff from the chimney, 16 x 14; three sizes."""
    f = Felt(16, 14, 5 + k)
    r = (2.6, 3.6, 4.4)[k]
    for dx, dy, q in ((-r * 0.8, 1, 0.8), (r * 0.7, 1.2, 0.72), (0, -1.2, 1.0)):
        f.add(f.oval(8 + dx, 7 + dy, r * q), "pale", flat=k == 2)
    if k == 2:
        y, x = np.mgrid[0:14, 0:16]
        f.clear((x + y) % 2 == 0)
    return f.done()


def write(out: Path) -> list[Path]:
    """dinner.png and dinner.json."""
    files = [out / "dinner.png", out / "dinner.json"]
    made = {n: shot(make(), DISH, n, up) for n, (make, up) in DISHES.items()}
    made["dish_name"] = _name_cake()
    train, decks = cars()
    made |= train | {"want": want(False), "want_glad": want(True), "tick": tick()}
    made |= {f"steam_{k}": steam(k) for k in range(3)}
    image, where = sheet(made, 45 * 8)
    atlas.save_png(files[0], image)
    files[1].write_text(json.dumps({"pictures": where, "decks": decks}) + "\n", encoding="utf-8")
    return files
