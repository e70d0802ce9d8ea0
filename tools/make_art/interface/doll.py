"""The rag doll held up to the light: front, left, right and back, 128 x 168, for the inspection panel.

The words of doll_given say what must be seen: a pulled thread at the left elbow, an open empty pocket on the right,
one long stitch up the back, black buttons with four holes for eyes.
"""

from __future__ import annotations

import itertools
import math
from pathlib import Path

import numpy as np

from tools.make_art.actors import atlas, paint, sdf
from tools.make_art.actors.portraits import Canvas, _button
from tools.make_art.actors.sdf import Part, cap, ell, frus, sub, tor

W, H = 128, 168
ANCHOR = (64.5, 160.0)
PITCH = 5.0
VIEWS = {"front": 0.0, "left": 286.0, "right": 74.0, "back": 180.0}
HEAD = (0.0, 116.0, 1.0)
THREAD, RED, DARK = "fff0c0", "b02838", "45241c"


def _felt(q: np.ndarray, n: np.ndarray) -> np.ndarray:
    """The nap of felt: small soft flecks."""
    return np.asarray(0.05 * np.sin(q[0] * 1.9 + 1.3 * np.sin(q[1] * 0.8)) * np.sin(q[1] * 1.7 + q[2] * 1.1))


def _wool(q: np.ndarray, n: np.ndarray) -> np.ndarray:
    """Thick yarn that runs down from the crown."""
    return np.asarray(0.17 * np.sin(np.arctan2(q[0], q[2] + 0.001) * 17 + 0.5 * np.sin(q[1] * 0.25)))


def _hair() -> list[Part]:
    hx, hy, hz = HEAD
    shell = sub(ell((hx, hy + 4, hz - 2), (33, 31, 31)), ell((hx, hy - 8, hz + 24), (25, 27, 27)))
    sides = [cap((s * 27, hy - 2, -2), (s * 29, hy - 26, 1), 8.4, 6.6) for s in (-1, 1)]
    fringe = [
        cap((x, hy + 27, hz + 19 - abs(x) * 0.2), (x * 1.5, hy + 9, hz + 26 - abs(x) * 0.4), 5.4, 4.2)
        for x in (-15, -5, 5, 15)
    ]
    back = [ell((0, hy - 12, -12), (28, 20, 18))]
    clip = Part("clip", [cap((17, hy + 16, hz + 23), (25, hy + 10, hz + 17), 2.2, 1.6)], 0)
    return [Part("bluehair", [shell, *sides, *fringe, *back], 2.4, _wool), clip]


def _parts() -> list[Part]:
    """Felt and wool, limp: 1 unit = 1 px."""
    legs = [cap((s * 10, 40, 0), (s * 13, 15, 3), 6.4, 5.4) for s in (-1, 1)]
    boots = [ell((s * 14, 7, 7), (8.4, 7, 11.5)) for s in (-1, 1)] + [
        cap((s * 13, 16, 3), (s * 13.6, 9, 3), 7, 7) for s in (-1, 1)
    ]
    arms = [cap((s * 17, 78, 0), (s * 34, 52, 2), 8.6, 7.4) for s in (-1, 1)]
    cuffs = [ell((s * 34.5, 51, 2), (8.4, 4.6, 8)) for s in (-1, 1)]
    hands = [ell((s * 37, 43, 4), (6.0, 7.6, 5)) for s in (-1, 1)] + [
        ell((s * 31.4, 44, 7), (2.6, 3.8, 2.4)) for s in (-1, 1)
    ]
    pockets = [ell((s * 15, 48, 17), (8, 2.2, 4.4)) for s in (-1, 1)]
    toggles = [ell((0.5, 72 - 12 * k, 19 + 2.2 * k), (2.8, 2.8, 2.0)) for k in range(4)]
    return [
        Part("leg", legs, 0.5, _felt),
        Part("boot", boots, 1.4, _felt),
        Part("coat", [frus((0, 0), 30, 84, 30, 16, 0.74, 1.15, 4)], 2, _felt),
        Part("coat", arms, 1.0, _felt),
        Part("coatd", cuffs + pockets, 0.5, _felt),
        Part("black", toggles, 0),
        Part("coat", [tor((0, 85, -2), 15, 5.4)], 0, _felt),
        Part("skin", hands, 0.8, _felt),
        Part("skin", [ell(HEAD, (29, 27, 26)), ell((0, 104, 8), (19, 15, 17))], 6, _felt),
        *_hair(),
    ]


def _at(p: tuple[float, float, float], yaw: float) -> tuple[float, float]:
    """Pixel of a world point."""
    x, y = sdf.project(p, yaw, PITCH)[:2]
    return ANCHOR[0] + float(x), ANCHOR[1] + float(y)


def _stitches(cv: Canvas, pts: list[tuple[float, float]], colour: str = THREAD, on: int = 4, off: int = 3) -> None:
    """A running stitch along a polyline, with the dent it makes below each stitch."""
    run = 0
    for (x0, y0), (x1, y1) in itertools.pairwise(pts):
        n = max(int(math.hypot(x1 - x0, y1 - y0)), 1)
        for i in range(n):
            if run % (on + off) < on:
                cv.dot(x0 + (x1 - x0) * i / n, y0 + (y1 - y0) * i / n, colour)
            elif run % (on + off) == on:
                cv.dot(x0 + (x1 - x0) * i / n, y0 + (y1 - y0) * i / n, DARK)
            run += 1


def _hem(cv: Canvas, yaw: float) -> None:
    """Stitches round the hem and the cuffs."""
    ring = []
    for a in np.linspace(-85, 85, 30):
        t = math.radians(a - yaw)
        ring.append(_at((math.sin(t) * 29, 36, math.cos(t) * 21.5), yaw))
    _stitches(cv, sorted(ring), "a86414")


def _face(cv: Canvas, yaw: float) -> None:
    """Buttons, a sewn mouth, freckles and cheeks; only what this side shows."""
    hx, hy, hz = HEAD
    turned = {0.0: 0, 286.0: -1, 74.0: 1}[yaw]
    for s in (-1, 1):
        if turned and s != -turned:
            continue
        ex, ey = _at((hx + s * (12 if not turned else 16), hy - 3, hz + (25 if not turned else 19)), yaw)
        cv.ellipse(ex, ey + 1, 9.2, 9.2, "c88f88")
        _button(cv, ex, ey, 8.0)
        cx, cy = _at((s * 18, hy - 14, hz + 19), yaw)
        cv.ellipse(cx, cy, 4.4, 2.6, "f0b4a0")
        for dx, dy in ((-3, -3), (1, -4), (4, -2)):
            cv.dot(cx + dx, cy + dy, "c07c60")
    span = (-9, 9) if not turned else ((-2, 9) if turned < 0 else (-9, 2))
    pts = [
        _at((x, hy - 18 - 2.2 * (1 - (x / 9) ** 2), hz + 24.5 - abs(x) * 0.25), yaw)
        for x in range(span[0], span[1] + 1)
    ]
    for x, y in pts:
        cv.dot(x, y, "6a2430")
    for x, y in pts[1::4]:
        for d in (-2, -1, 1, 2):
            cv.dot(x, y + d, "6a2430")


def _front(cv: Canvas) -> None:
    _stitches(cv, [(58, 80), (57, 100), (55, 122)], "a86414")
    for s in (-1, 1):
        _stitches(cv, [(64 + s * 8, 115), (64 + s * 8, 124), (64 + s * 21, 124), (64 + s * 22, 115)], "a86414", 2, 2)


def _left(cv: Canvas) -> None:
    """A pulled thread at the elbow, curling loose."""
    x, y = 61.0, 94.0
    for i in range(46):
        t = i / 45
        px, py = x + 16 * t + 5 * math.sin(t * 11), y + 20 * t * t + 4 * math.cos(t * 9)
        for k, c in ((1, "8a4a1e"), (0, "fffbe0")):
            cv.dot(px, py + k, c)
    for dx, dy in ((-2, -1), (-1, -2), (0, 0), (-2, 2), (1, -1)):
        cv.dot(x + dx, y + dy, "8a4a1e")


def _right(cv: Canvas) -> None:
    """The pocket stands open; there is nothing in it."""
    x, y = 68.0, 112.0
    cv.ellipse(x, y + 8, 10, 9, "c07c1c", cv.y > y)
    cv.ellipse(x, y, 10, 4.6, "45241c")
    cv.ellipse(x, y + 0.6, 8.4, 3.2, "140a14")
    _stitches(cv, [(x - 9, y + 3), (x - 7, y + 13), (x, y + 16), (x + 7, y + 13), (x + 9, y + 3)], "fff0c0", 2, 2)


def _back(cv: Canvas) -> None:
    """One long stitch all the way up, done in a hurry."""
    for y in range(34, 131):
        cv.dot(64 + round(0.7 * math.sin(y * 0.3)), y, "480e2c" if y % 2 else "22081c")
    for k in range(13):
        y = 128 - k * 7.4
        lean = (2, 3, 1, 3, 2)[k % 5] * (1 if k % 2 else -1)
        for i in range(-5, 6):
            cv.dot(64 + i, y + 1 + lean * i / 8, "480e2c")
            cv.dot(64 + i, y + lean * i / 8, RED if abs(i) < 4 else "ee7a58")
        for end in (-6, 6):
            cv.dot(64 + end, y + lean * end / 8, "22081c")
    for i in range(16):
        cv.dot(66 + i * 0.8, 130 + 1.8 * math.sin(i * 0.7) - i * 0.2, RED)


DETAILS = {"front": _front, "left": _left, "right": _right, "back": _back}


def picture(view: str) -> np.ndarray:
    """RGBA (168, 128) of one side."""
    yaw = VIEWS[view]
    g = sdf.render(_parts(), (W, H), ANCHOR, yaw, PITCH, ss=2, far=190)
    rgba, _ = paint.finish(paint.shade(g), 5)
    px = rgba[..., :3].astype(float)
    cv = Canvas(px, rgba[..., 3] > 0)
    if view != "back":
        _face(cv, yaw)
    _hem(cv, 0.0)
    DETAILS[view](cv)
    rgba[..., :3] = np.clip(px, 0, 255)
    return rgba


def write(out: Path) -> list[Path]:
    """doll_front.png and the other three sides."""
    out.mkdir(parents=True, exist_ok=True)
    files = []
    for view in VIEWS:
        files.append(out / f"doll_{view}.png")
        atlas.save_png(files[-1], picture(view))
    return files
