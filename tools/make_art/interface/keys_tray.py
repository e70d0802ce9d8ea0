"""The ring of twelve keys that came with the lease: a strip of 32 px pictures, each key unlike the others.

The right one (``button``) has a round button with four holes for a bow. keys_tray.json: size, keys (names in
order), right.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

from tools.make_art.core import cache
from tools.make_art.core.ramps import REAL, Palette, ramp
from tools.make_art.places import sdf
from tools.make_art.places.sdf import RX, RZ, G, Shape, ball, box, cyl, moved, rod, sub, torus
from tools.make_art.places.surfaces import plain

SIZE = 32
PALETTE: Palette = {
    **REAL,
    "brass": ramp("3a1408 8a4c18 c0801e eeb832 fde070 fff6b8"),
    "iron": ramp("0e0e1a 2a2e40 4a5266 70788c 9aa4b4 d4dce4"),
    "clay": ramp("2a1210 5a2a20 8a4a30 b06a40 cc9060 e8b888"),
    "china": ramp("1c2432 46566c 7488a0 a4b8c8 d0e0e8 f8ffff"),
    "dark": ramp("05050c 14142a 26264a 444470 7c86ac d0dcf0"),
}
FLAT = RX(90)


def _shaft(length: float = 18.0, r: float = 1.3) -> Shape:
    return rod((0, 2, 0), (0, 2 - length, 0), r, r * 0.9)


def _bit(teeth: tuple[tuple[float, float], ...]) -> list[Shape]:
    """Teeth of (height from the tip, length)."""
    return [box((length / 2 + 0.6, -16 + y, 0), (length / 2 + 0.6, 0.9, 0.9), 0.2) for y, length in teeth]


def _ring(r: float = 4.6, thick: float = 1.4) -> list[Shape]:
    return [torus((0, 7, 0), r, thick, FLAT)]


def _button_key() -> list[G]:
    holes = [rod((sx * 2.1, 7 + sy * 2.1, -4), (sx * 2.1, 7 + sy * 2.1, 4), 1.15) for sx in (-1, 1) for sy in (-1, 1)]
    disc = moved([G("dark", [cyl(0, 0, -1.5, 1.5, 7.6, 7.6)])], FLAT, (0, 7, 0))[0].shapes[0]
    for hole in holes:
        disc = sub(disc, hole)
    return [
        G("dark", [disc, torus((0, 7, 0.6), 6.6, 1.2, FLAT)], 0.3, plain(0.1)),
        G("dark", [_shaft(17, 1.4), *_bit(((0, 4.4), (3, 2.6), (6, 4.4)))], 0, plain(0.16)),
        G("iron", [torus((0, -0.4, 0), 1.8, 0.8)], 0, plain(0.2)),
    ]


def _plain_key(mat: str, bow: list[Shape], teeth: tuple[tuple[float, float], ...], r: float = 1.3) -> list[G]:
    return [G(mat, [*bow, _shaft(18, r), *_bit(teeth)], 0.3, plain(0.04))]


def _petals(n: int, r: float, size: float, start: float = 90.0) -> list[Shape]:
    angles = [math.radians(start + 360 * k / n) for k in range(n)]
    return [torus((r * math.cos(a), 7 + r * math.sin(a), 0), size, 1.1, FLAT) for a in angles]


def _rusty() -> list[G]:
    made = _plain_key("clay", _ring(5.0, 1.6), ((0, 5.0), (2.6, 3.4)), 1.6)
    made[0].tex = lambda q, n: -0.3 * (np.sin(q[:, 0] * 2.1 + q[:, 1] * 1.3) * np.sin(q[:, 1] * 2.9) > 0.5)
    return made


def _label() -> list[G]:
    tag = [box((3.6, 10, 1.6), (4.4, 3.0, 0.6), 0.3)]
    return [
        *_plain_key("iron", [box((0, 7, 0), (4.2, 4.2, 1.2), 0.8)], ((0, 3.0), (3, 3.0))),
        G("paper", tag, 0, lambda q, n: -0.3 * ((q[:, 1] % 2.2) < 0.8)),
    ]


def _heart() -> list[Shape]:
    return [torus((s * 2.6, 8.4, 0), 2.8, 1.1, FLAT) for s in (-1, 1)] + [
        rod((s * 4.6, 6.6, 0), (0, 1.6, 0), 1.1) for s in (-1, 1)
    ]


def _diamond() -> list[Shape]:
    corners = [(0, 13), (5, 7.4), (0, 1.8), (-5, 7.4)]
    return [rod((*corners[k], 0), (*corners[(k + 1) % 4], 0), 1.2) for k in range(4)]


def _crown() -> list[Shape]:
    points = [rod((x, 5, 0), (x * 1.3, 12 - abs(x) * 0.3, 0), 1.2, 0.8) for x in (-4, 0, 4)]
    return [
        *points,
        box((0, 4.6, 0), (5, 1.5, 1.1), 0.5),
        *[ball((x * 1.3, 12.6 - abs(x) * 0.3, 0), 1.3) for x in (-4, 0, 4)],
    ]


KEYS: dict[str, Callable[[], list[G]]] = {
    "ring": lambda: _plain_key("iron", _ring(), ((0, 4.0), (3, 2.4))),
    "clover": lambda: _plain_key("brass", _petals(3, 3.4, 2.4), ((0, 3.4), (2.4, 3.4), (4.8, 2.0))),
    "rust": _rusty,
    "heart": lambda: _plain_key("brass", _heart(), ((0, 3.0), (3, 4.2))),
    "small": lambda: sdf.scaled(_plain_key("china", _ring(4.0, 1.3), ((0, 2.6),)), 0.72),
    "label": _label,
    "diamond": lambda: _plain_key("clay", _diamond(), ((0, 4.4), (2.2, 2.0), (4.4, 4.4))),
    "crown": lambda: _plain_key("brass", _crown(), ((0, 4.4), (3.2, 4.4))),
    "button": _button_key,
    "flower": lambda: _plain_key(
        "china", [*_petals(5, 4.4, 1.7), ball((0, 7, 0), 1.6)], ((0, 3.6), (2.4, 2.0), (4.8, 3.6))
    ),
    "double": lambda: _plain_key(
        "iron", [torus((0, 5, 0), 3.2, 1.1, FLAT), torus((0, 11, 0), 2.4, 1.0, FLAT)], ((0, 5.2),), 1.1
    ),
    "square": lambda: _plain_key(
        "iron",
        [sub(box((0, 7, 0), (5, 5, 1.2), 0.8), box((0, 7, 0), (2.8, 2.8, 4), 0.3))],
        ((0, 3.2), (2.2, 4.4), (4.4, 3.2), (6.6, 1.6)),
    ),
}
RIGHT = "button"


def render(name: str) -> np.ndarray:
    """RGBA (32, 32) of one key, leaning a little."""

    def make() -> dict[str, np.ndarray]:
        tilt = -28 + 5 * (list(KEYS).index(name) % 4)
        groups = moved(moved(KEYS[name](), None, (0, 1.6, 0)), RX(-8) @ RZ(tilt))
        buffer = sdf.render(groups, SIZE, SIZE, SIZE / 2, SIZE / 2 - 0.5, ss=4, pitch=-20)
        image, _, _ = sdf.paint(buffer, [g.mat for g in groups], [g.glow for g in groups], PALETTE, 2.5)
        return {"image": image}

    key = cache.source_hash(Path(sdf.__file__), Path(__file__), name)
    return cache.arrays(f"key_{name}", key, make)["image"]


def write(out: Path) -> list[Path]:
    """keys_tray.png (one row) and keys_tray.json."""
    out.mkdir(parents=True, exist_ok=True)
    files = [out / "keys_tray.png", out / "keys_tray.json"]
    Image.fromarray(np.concatenate([render(n) for n in KEYS], 1)).save(files[0], optimize=True)
    files[1].write_text(json.dumps({"size": SIZE, "keys": list(KEYS), "right": RIGHT}) + "\n")
    return files
