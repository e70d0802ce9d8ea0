"""Things looked at closely: the small round box and what lies in it, muddy boots, a pastry that is a dry leaf.

button_box_closed.png and button_box_open.png (160 x 120, the tub at the same place in both), button_box_lid.png (the lid
alone, as it lies on the tub), tell.png/json (boots, pastry, turning, leaf).
"""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np

from tools.make_art.actors import atlas
from tools.make_art.core import cache
from tools.make_art.core.ramps import OTHER, Palette, ramp
from tools.make_art.interface.felt import sheet
from tools.make_art.places import sdf
from tools.make_art.places.sdf import RX, RY, RZ, G, ball, box, cyl, moved, rod, sub, torus, wavy

PAL: Palette = {
    **OTHER,
    "tub": ramp("22061c 4a0e34 7c1c50 a83468 d05c84 f094a8"),
    "velvet": ramp("1c0414 32081e 560f2c 7c1c3a a0304a c85a64"),
    "ribbon": ramp("4a1c08 96561a cc8c24 f0bc40 fce07c fffacc"),
    "black": ramp("04040a 0c0c1a 1c1c32 34345a 5c6088 a8b4d8"),
    "steel": ramp("14182a 444e66 7c88a0 b0bccc dce6ec ffffff"),
    "spool": ramp("2a1410 6a3a22 9c6434 c8904e e8c080 fce8b8"),
    "strand": ramp("2c0610 6c0e22 a41c30 cc3440 f06858 ffb098"),
    "boot": ramp("4a2a1c 9a5a18 cc8c1e eebc34 fadc58 fff2a8"),
    "mud": ramp("1a100c 34221a 4e3626 6a4c34 866548 a8855e"),
    "crust": ramp("4a2410 92581c c48830 e4b458 f6d88c fff2c8"),
    "glaze": ramp("3a1808 6e3812 a0601c c88428 e8ac48 fcd888"),
    "dry": ramp("241410 4c2c18 7c4a20 a86c2e cc9448 e8c07c"),
    "rib": ramp("1c0e0a 3a2012 5a3418 7c4e22 9c6c34 c09050"),
}
BOX_W, BOX_H = 160, 120
TUB_R, TUB_H = 57.0, 30.0


def shot(
    groups: list[G], w: int, h: int, ax: float, ay: float, pitch: float, key: str, jump: float = 3.0, ss: int = 3
) -> np.ndarray:
    """RGBA (h, w), cached by the source of this module."""

    def make() -> dict[str, np.ndarray]:
        buffer = sdf.render(groups, w, h, ax, ay, ss=ss, pitch=-pitch)
        image, _, _ = sdf.paint(buffer, [g.mat for g in groups], [g.glow for g in groups], PAL, jump)
        return {"image": image}

    full = cache.source_hash(Path(sdf.__file__), Path(__file__), key)
    return cache.arrays(f"still_{key}", full, make)["image"]


# ---- the box ------------------------------------------------------------------------------------------------------
def _seam(y: float, radius: float) -> Callable[[np.ndarray, np.ndarray], np.ndarray]:
    """A running stitch round the side at height y."""

    def tex(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        a = np.arctan2(q[:, 2], q[:, 0]) * radius
        return 0.34 * ((np.abs(q[:, 1] - y) < 0.9) & (a % 7 < 4)) - 0.16 * (
            (np.abs(q[:, 1] - y + 1.6) < 0.7) & (a % 7 < 4)
        )

    return tex


def _tub(is_open: bool) -> list[G]:
    wall = cyl(0, 0, 0, TUB_H, TUB_R - 2, TUB_R, 1, 2)
    if not is_open:
        return [G("tub", [wall], 0, _seam(8, TUB_R))]
    hollow = sub(wall, cyl(0, 0, 7, TUB_H + 20, TUB_R - 6, TUB_R - 5, 1, 1))
    cushion = wavy(
        ball((0, 9, 0), (TUB_R - 5, 12.0, TUB_R - 5)),
        lambda q: (
            0.9 * np.sin(q[:, 0] * 0.16 + 1) * np.sin(q[:, 2] * 0.19) + 0.5 * np.sin(q[:, 0] * 0.31 + q[:, 2] * 0.27)
        ),
    )
    return [G("tub", [hollow], 0, _seam(8, TUB_R)), G("velvet", [cushion], 0)]


def _ribbon_lid(lift: float = 0.0) -> list[G]:
    """Lid, ribbon both ways, a bow on top."""
    y = TUB_H - 3 + lift
    lid = cyl(0, 0, y, y + 12, TUB_R + 2, TUB_R + 3, 1, 3)

    def bands(q: np.ndarray) -> np.ndarray:
        return np.minimum(np.abs(q[:, 0]), np.abs(q[:, 2])) - 5.5

    band = lambda q: np.maximum(cyl(0, 0, y - 0.4, y + 12.9, TUB_R + 2.9, TUB_R + 3.9, 1, 3)(q), bands(q))  # noqa: E731
    lobes = []
    for s in (-1, 1):
        lobe = ball((s * 14, 0, 0), (14, 6.4, 8.4))
        lobe = sub(lobe, ball((s * 17, 0.4, 7.5), (9, 3.6, 8)))
        lobes.append(sdf.move(lobe, RZ(s * 20) @ RX(-24), (0, y + 17, 0)))
    tails = [
        sdf.move(box((0, 0, 12), (4.6, 1.5, 13), 1.2), RZ(s * 6) @ RY(s * 40) @ RX(10), (s * 2, y + 15.4, 2))
        for s in (-1, 1)
    ]

    def cloth(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        r = np.hypot(q[:, 0], q[:, 2])
        turn = np.arctan2(q[:, 2], q[:, 0]) * 47
        top = n[:, 1] > 0.8
        stitch = 0.30 * ((np.abs(r - 47) < 0.9) & (turn % 8 < 4.6)) - 0.14 * (
            (np.abs(r - 48.8) < 0.8) & (turn % 8 < 4.6)
        )
        fuzz = 0.05 * np.sin(q[:, 0] * 1.7 + 2 * np.sin(q[:, 2] * 0.9)) * np.sin(q[:, 2] * 1.9)
        return np.where(top, stitch + fuzz - 0.10 - 0.0016 * (q[:, 0] + q[:, 2]), _seam(y + 5.5, TUB_R)(q, n))

    return [
        G("tub", [lid], 0, cloth),
        G("ribbon", [band], 0, lambda q, n: -0.10 + 0.10 * (np.minimum(np.abs(q[:, 0]), np.abs(q[:, 2])) < 3.4)),
        G("ribbon", lobes, 0.6, lambda q, n: 0.08 * np.sin(q[:, 0] * 1.1 + q[:, 2] * 0.5)),
        G("ribbon", [ball((0, y + 17, 1.5), (4.8, 5.0, 5)), *tails], 0.8),
    ]


def _button(x: float, z: float, r: float, y: float, tip: float) -> list[G]:
    """A coat button lying on velvet, four holes."""
    holes = [cyl(a * r * 0.28, b * r * 0.28, -9, 9, r * 0.14, r * 0.14) for a in (-1, 1) for b in (-1, 1)]
    disc = sub(cyl(0, 0, -2.4, 2.4, r, r, 1, 1.6), cyl(0, 0, 0.6, 9, r * 0.66, r * 0.72, 1, 0.5))
    for hole in holes:
        disc = sub(disc, hole)
    m = RX(tip) @ RZ(-tip * 0.6)
    glow = lambda q, n: 0.5 * np.exp(-((q[:, 0] + r * 0.52) ** 2 + (q[:, 2] + r * 0.6) ** 2) / (r * 1.1)) - 0.36  # noqa: E731
    return moved([G("black", [disc], 0, glow)], m, (x, y, z))


def _contents() -> list[G]:
    y = 23.5
    coil = [
        rod(
            (30 + 9 * math.cos(a), y - 1, 20 + 6 * math.sin(a)),
            (30 + 9 * math.cos(a + 0.5), y - 1, 20 + 6 * math.sin(a + 0.5)),
            0.9,
        )
        for a in np.arange(0, 5.2, 0.5)
    ]
    spool = moved(
        [
            G("spool", [cyl(0, 0, -10, -7, 7.6, 7.6, 1, 1), cyl(0, 0, 7, 10, 7.6, 7.6, 1, 1)]),
            G(
                "strand",
                [cyl(0, 0, -7, 7, 6.2, 6.2, 1, 0.5)],
                0,
                lambda q, n: -0.20 * (((q[:, 1] + q[:, 0] * 0.12) % 2.2) < 0.8),
            ),
        ],
        RY(24) @ RZ(82),
        (28, y + 5, 6),
    )
    needle = [rod((-36, y + 0.4, 22), (22, y + 1.6, 36), 1.5, 0.5)]
    eye = [torus((-37.4, y + 0.3, 21.6), 2.2, 0.9, RY(-14) @ RZ(10))]
    strand = [
        (-37, y, 21),
        (-44, y - 1, 14),
        (-40, y, 5),
        (-28, y + 1, 8),
        (-14, y + 1, 18),
        (4, y + 1, 18),
        (18, y + 2, 12),
    ]
    thread = [rod(a, b, 0.8) for a, b in itertools.pairwise(strand)]
    return [
        *_button(-21, -13, 17, y + 1.5, 6),
        *_button(17, -17, 17, y + 1.5, 4),
        *spool,
        G("strand", [*coil, *thread], 0.4),
        G("steel", [*needle, *eye], 0.2, lambda q, n: 0.20 + 0 * q[:, 0]),
    ]


def box_closed() -> np.ndarray:
    """Shut, with its bow."""
    return shot([*_tub(False), *_ribbon_lid()], BOX_W, BOX_H, 80, 82, 38, "box_closed", 4)


def box_open() -> np.ndarray:
    """Two buttons, a reel, a needle, on velvet."""
    return shot([*_tub(True), *_contents()], BOX_W, BOX_H, 80, 82, 38, "box_open", 4)


def box_lid() -> np.ndarray:
    """The lid alone, to be lifted off."""
    return shot(_ribbon_lid(), BOX_W, BOX_H, 80, 82, 38, "box_lid", 4)


# ---- the waking tell ----------------------------------------------------------------------------------------------
def boots() -> np.ndarray:
    """48 x 32: her boots, with mud on them that she did not fetch."""

    def boot(x: float, z: float, m: np.ndarray) -> list[G]:
        shaft = sub(cyl(0, -3, 4, 20, 5.6, 6.6, 1.0, 1), cyl(0, -3, 16, 40, 4.9, 5.4))
        made = [
            G("boot", [shaft, ball((0, 5.6, 5.4), (6.0, 5.6, 9.4)), torus((0, 19.4, -3), 5.9, 1.1)], 2.0),
            G("dark", [cyl(0, -3, 15, 16, 5.0)]),
            G("rib", [box((0, 0.8, 2.6), (5.6, 1.2, 11.4), 1.0)]),
            G(
                "mud",
                [
                    wavy(ball((0, 2.2, 3.4), (6.7, 2.6, 12.0)), lambda q: 1.0 * np.sin(q[:, 0] * 1.1 + q[:, 2] * 0.8)),
                    ball((4.6, 5.4, 9.4), (2.6, 3.4, 3.4)),
                    ball((-4.6, 6.4, 8.0), (2.4, 3.0, 3.2)),
                    ball((5.4, 7.6, -1.0), (1.8, 4.0, 2.6)),
                    ball((-5.2, 9.6, -2.0), (1.8, 2.2, 2.2)),
                    ball((1.6, 10.8, 6.4), (2.2, 1.4, 2.0)),
                    ball((5.6, 14.6, -3.6), (1.3, 1.5, 1.5)),
                ],
                1.0,
            ),
        ]
        return moved(made, m, (x, 0, z))

    puddle = G("mud", [ball((0, -0.8, 2), (21, 1.2, 11))], 0, lambda q, n: -0.16 + 0 * q[:, 0])
    pair = [*boot(-13, -3, RY(66)), *moved(boot(0, 0, RY(34) @ RZ(-7)), None, (9, 0, 4))]
    return shot([*sdf.scaled(pair, 0.84), puddle], 48, 32, 24, 23, 28, "boots", 2.4, 4)


def _slab(q: np.ndarray) -> np.ndarray:
    """The corner of a pie lid, x and z in the plane: broken on two sides, crimped on the third."""
    x, z = q[:, 0], q[:, 2]
    r = np.hypot(x + 4, (z + 15) * 1.15) - 26
    left = -x - 15.5 + 0.25 * z + 0.7 * np.sin(z * 0.9)
    back = -z - 9.5 + 0.8 * np.sin(x * 0.55 + 1)
    right = x - 16.5 + 0.2 * z + 0.7 * np.sin(z * 0.8 + 2)
    flat = np.abs(q[:, 1] - 1.6) - 2.4 - 0.3 * np.sin(x * 0.35) * np.sin(z * 0.4)
    return np.maximum.reduce([r * 0.8, left * 0.7, back * 0.7, right * 0.7, flat])


def pastry(t: float = 0.0) -> np.ndarray:
    """40 x 28: a bit of pastry, and it says C."""
    letter = [
        rod(
            (1 + 6.6 * math.cos(a), 4.2, -1.4 + 6.0 * math.sin(a)),
            (1 + 6.6 * math.cos(b), 4.2, -1.4 + 6.0 * math.sin(b)),
            1.5,
        )
        for a, b in zip(np.arange(0.8, 5.3, 0.35), np.arange(1.15, 5.65, 0.35))
    ]
    crimps = [ball((-14 + 5.4 * k, 3.4, 8.8 - 0.16 * (k - 2.6) ** 2), (2.7, 2.4, 2.4)) for k in range(6)]
    groups = [
        G("crust", [_slab, *crimps], 0.9, lambda q, n: 0.03 * np.sin(q[:, 0] * 1.3) * np.sin(q[:, 2] * 1.1) - 0.06),
        G("glaze", letter, 0.6, lambda q, n: -0.16 + 0 * q[:, 0]),
        G("crust", [ball((-17.5, 0.8, 10), (1.4, 0.9, 1.1)), ball((16.6, 0.7, 9.4), (1.0, 0.7, 0.9))]),
    ]
    return shot(moved(groups, RY(-14)), 40, 28, 20, 15, 50, "pastry", 2.2, 4)


def _leaf_groups(curl: float, tone: float) -> list[G]:
    def blade(q: np.ndarray) -> np.ndarray:
        x, z = q[:, 0], q[:, 2]
        bend = curl * (0.020 * (x - 2) ** 2 + 0.055 * z**2) - 1.0 + 0.5 * np.sin(x * 0.8 + z * 0.6)
        width = 9.6 * np.clip(1 - ((x + 1) / 16.5) ** 2, 0, 1) ** 0.8 + 0.5 * np.sin(x * 1.3)
        body = np.maximum(np.abs(z) - width, np.abs(x + 1) - 16)
        return np.maximum(np.abs(q[:, 1] - bend) - 0.9, body) * 0.55

    def veins(q: np.ndarray, n: np.ndarray) -> np.ndarray:
        side = np.abs((q[:, 0] + np.abs(q[:, 2]) * 0.8) % 5.4 - 0.6) < 0.7
        return tone - 0.16 * side + 0.06 * np.sin(q[:, 0] * 0.9 + q[:, 2] * 1.7)

    def y(x: float) -> float:
        return curl * 0.020 * (x - 2) ** 2 - 0.2 + 0.5 * math.sin(x * 0.8)

    xs = np.arange(-16, 15, 3.0)
    rib = [rod((a, y(a) + 0.3, 0), (b, y(b) + 0.3, 0), 0.9, 0.8) for a, b in itertools.pairwise(xs)]
    stalk = [rod((-16, y(-16), 0), (-21, y(-16) + 2.4, 2.6), 0.9, 0.7)]
    return [G("dry", [blade], 0, veins), G("rib", [*rib, *stalk], 0.3)]


def leaf() -> np.ndarray:
    """40 x 28: a dry leaf, a curly one."""
    return shot(moved(_leaf_groups(1.0, 0.06), RY(-16) @ RX(8)), 40, 28, 21, 16, 50, "leaf", 2.2, 4)


def turning() -> np.ndarray:
    """40 x 28: neither the one nor the other, for two ticks."""
    a, b = pastry(), leaf()
    y, x = np.mgrid[0:28, 0:40]
    use = ((x * 0.7 + y) + 3 * np.sin(x * 0.9)) % 9 < 4.5
    return np.where(use[..., None], a, b).astype(np.uint8)


def write(out: Path) -> list[Path]:
    """The pictures and tell.json."""
    files = [out / f"button_box_{n}.png" for n in ("closed", "open", "lid")] + [out / "tell.png", out / "tell.json"]
    for path, make in zip(files, (box_closed, box_open, box_lid)):
        atlas.save_png(path, make())
    image, where = sheet({"boots": boots(), "pastry": pastry(), "turning": turning(), "leaf": leaf()}, 180)
    atlas.save_png(files[3], image)
    files[4].write_text(json.dumps(where) + "\n", encoding="utf-8")
    return files
