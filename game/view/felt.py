"""The stuff the interface is made of: felt panels, plates, ribbons, paper, stitches; and who asks for assets/art/ui.

Colours of the interface stand here and nowhere else. A new picture: draw it in tools/make_art, ask for it by name.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from typing import Any

import pygame

from game.view.assets import Assets

Colour = tuple[int, int, int]
Point = tuple[int, int]

# dark to light; the last is the thread
FELT: tuple[Colour, ...] = ((12, 8, 24), (26, 18, 48), (42, 28, 70), (74, 52, 104), (124, 92, 148), (232, 200, 120))
WARM: tuple[Colour, ...] = ((24, 10, 8), (42, 18, 16), (66, 30, 24), (120, 66, 44), (184, 120, 80), (253, 224, 160))
PINK: tuple[Colour, ...] = ((44, 10, 40), (84, 18, 60), (128, 30, 78), (180, 56, 104), (236, 112, 146), (255, 240, 216))
PAPER: tuple[Colour, ...] = (
    (74, 54, 50),
    (150, 122, 98),
    (200, 178, 144),
    (226, 210, 178),
    (240, 228, 202),
    (250, 242, 222),
)

CREAM: Colour = (255, 244, 220)
GOLD: Colour = (253, 230, 120)
THOUGHT: Colour = (198, 190, 255)
DIM: Colour = (168, 156, 196)
INK: Colour = (52, 34, 62)
INK_SOFT: Colour = (104, 80, 92)
INK_RED: Colour = (148, 32, 56)
SHADOW: Colour = (10, 6, 20)
GOOD: Colour = (142, 224, 140)
BAD: Colour = (255, 140, 112)
THREAD: Colour = (208, 64, 60)
SAFE_EDGE = 0.05
"""How much of each side a screen may hide, when the player says that his does."""


ICONS = {
    "key": "key_button",
    "doll": "rag_doll",
    "photo": "photograph",
    "photo_returned": "photograph",
    "stone": "adder_stone",
    "pear_drops": "taffy",
    "pen": "catalogue_pen",
    "fan": "stage_fan",
    "globe": "snow_globe",
    "thimble": "keepsake_thimble",
    "bell": "keepsake_thimble",
    "biscuit": "cheese",
    "tally": "journal",
    "glove_left": "thread",
    "remnants": "needle",
    "irises": "seeds_4",
    "packet": "seeds_4",
    **{
        f"plate_{name}": f"seeds_{n}"
        for n, name in enumerate(
            (
                *("thrift", "mind_your_own", "bachelors_buttons", "love_in_a_mist", "self_heal", "old_mans_beard"),
                *("speedwell", "heartsease", "snow_in_summer", "feverfew", "witch_hazel", "honesty"),
            ),
            1,
        )
    },
    **{
        item: f"keepsake_{item}"
        for item in (
            *("silas_bottle", "silas_knot", "silas_stamp", "hester_playbill", "hester_ribbon", "hester_penny"),
            *("ivy_ribbon", "ivy_plait", "ivy_fishbone"),
        )
    },
}
"""Items whose icon has another name than they have."""
PROPS = {"pan": "drip_pan", "bulbs": "box_bulbs", "yellow_leaf": "cardigan_leaf"}
"""Items without an icon, which are shown as a prop of the house; the rest have its name."""


def edges(surface: pygame.Surface, is_safe: bool = False) -> pygame.Rect:
    """The part of the surface where words may stand: all but 8 px, or all but 5 % of each side."""
    w, h = surface.get_size()
    dx, dy = (int(w * SAFE_EDGE), int(h * SAFE_EDGE)) if is_safe else (8, 8)
    return pygame.Rect(dx, dy, w - 2 * dx, h - 2 * dy)


def ease(t: float) -> float:
    """0..1 to 0..1, quick at first, then settling."""
    t = min(max(t, 0.0), 1.0)
    return 1 - (1 - t) ** 3


def blank(w: int, h: int) -> pygame.Surface:
    return pygame.Surface((max(int(w), 1), max(int(h), 1)), pygame.SRCALPHA, 32)


def stitches(
    to: pygame.Surface, start: Point, end: Point, colour: Colour, on: int = 4, off: int = 3, shift: int = 0
) -> None:
    """A seam along a row or a column of pixels, with its shadow below."""
    (x0, y0), (x1, y1) = start, end
    flat = y0 == y1
    length = (x1 - x0) if flat else (y1 - y0)
    at = -((-shift) % (on + off))
    while at < length:
        a, b = max(at, 0), min(at + on, length)
        if b > a:
            if flat:
                pygame.draw.line(to, SHADOW, (x0 + a, y0 + 1), (x0 + b - 1, y0 + 1))
                pygame.draw.line(to, colour, (x0 + a, y0), (x0 + b - 1, y0))
            else:
                pygame.draw.line(to, colour, (x0, y0 + a), (x0, y0 + b - 1))
        at += on + off


def seam_round(to: pygame.Surface, box: pygame.Rect, colour: Colour, shift: int = 0) -> None:
    """A seam round a box, running along with ``shift``."""
    x, y, r, b = box.left, box.top, box.right - 1, box.bottom - 1
    stitches(to, (x + 2, y), (r - 1, y), colour, shift=shift)
    stitches(to, (x + 2, b), (r - 1, b), colour, shift=-shift)
    stitches(to, (x, y + 2), (x, b - 1), colour, shift=-shift)
    stitches(to, (r, y + 2), (r, b - 1), colour, shift=shift)


def plate(w: int, h: int, ramp: tuple[Colour, ...] = FELT, seam: bool = True) -> pygame.Surface:
    """A small piece of cloth with cut corners, for a line of words. Opaque."""
    s = blank(w, h)
    s.fill(ramp[0])
    pygame.draw.rect(s, ramp[3], (1, 1, w - 2, h - 2), 1)
    pygame.draw.line(s, ramp[2], (2, h - 2), (w - 2, h - 2))
    pygame.draw.rect(s, ramp[1], (2, 2, w - 4, h - 4))
    if seam and w > 20 and h > 14:
        for y in (4, h - 5):
            stitches(s, (8, y), (w - 8, y), _mix(ramp[5], ramp[2], 0.45), 3, 3)
    for x, y in ((0, 0), (1, 0), (0, 1)):
        for px, py in ((x, y), (w - 1 - x, y), (x, h - 1 - y), (w - 1 - x, h - 1 - y)):
            s.set_at((px, py), (0, 0, 0, 0))
    return s


def ribbon(w: int, h: int, ramp: tuple[Colour, ...] = PINK) -> pygame.Surface:
    """A sewn ribbon with swallow tails, ``w`` px with its tails (34 each)."""
    tail = 34
    s = blank(w, h + 7)
    for flip in (False, True):
        end = blank(tail + 8, h - 2)
        for y in range(h - 2):
            notch = int(9 - abs(y - (h - 3) / 2) * 18 / max(h - 3, 1))
            notch = max(notch, 0)
            pygame.draw.line(end, ramp[1], (notch, y), (tail + 7, y))
            end.set_at((notch, y), ramp[0])
        pygame.draw.line(end, ramp[0], (0, 0), (tail + 7, 0))
        pygame.draw.line(end, ramp[0], (0, h - 3), (tail + 7, h - 3))
        for y in (4, h - 7):
            stitches(end, (10, y), (tail - 2, y), _mix(ramp[5], ramp[1], 0.35))
        s.blit(pygame.transform.flip(end, flip, False), (w - tail - 8 if flip else 0, 8))
    body = pygame.Rect(tail - 12, 0, w - 2 * tail + 24, h)
    for x0, way in ((body.left, 1), (body.right - 1, -1)):  # the fold behind
        pygame.draw.polygon(s, ramp[0], [(x0, h - 1), (x0 + way * 20, h - 1), (x0 + way * 20, h + 5)])
    pygame.draw.rect(s, ramp[0], body)
    for y in range(1, h - 1):
        k = y / h
        shade = _mix(ramp[3], ramp[2], min(1.0, abs(k - 0.42) * 2.0))
        pygame.draw.line(s, shade, (body.left + 1, y), (body.right - 2, y))
    rng = random.Random(w * 31 + h)
    for _ in range(w * h // 22):
        x, y = rng.randrange(body.left + 2, body.right - 2), rng.randrange(2, h - 2)
        s.set_at((x, y), _mix(s.get_at((x, y))[:3], ramp[4 if rng.random() < 0.5 else 1], 0.22))
    pygame.draw.line(s, ramp[4], (body.left + 1, 1), (body.right - 2, 1))
    pygame.draw.line(s, ramp[1], (body.left + 1, h - 2), (body.right - 2, h - 2))
    for y in (5, h - 7):
        stitches(s, (body.left + 8, y), (body.right - 8, y), ramp[5])
    return s


def paper(w: int, h: int, seed: int = 1, lines: int = 0, worn: float = 1.0) -> pygame.Surface:
    """A sheet with uneven edges, stains and a shadow of 3 px. ``lines``: ruled that many px apart, 0 = plain."""
    rng = random.Random(seed * 7919 + w * 13 + h)
    s = blank(w + 3, h + 3)
    rim = [[0] * w, [0] * w, [0] * h, [0] * h]
    for edge in rim:
        v = 0
        for i in range(len(edge)):
            if rng.random() < 0.22 * worn:
                v = min(max(v + rng.choice((-1, 1)), 0), 2)
            edge[i] = v
    top, low, left, right = rim
    mask = blank(w, h)
    for x in range(w):
        pygame.draw.line(mask, (*PAPER[4], 255), (x, top[x]), (x, h - 1 - low[x]))
    for y in range(h):
        mask.fill((0, 0, 0, 0), (0, y, left[y], 1))
        mask.fill((0, 0, 0, 0), (w - right[y], y, right[y], 1))
    shape = pygame.mask.from_surface(mask)
    tint = blank(w, h)
    tint.fill(PAPER[4])
    for _ in range(int(7 * worn)):  # old water
        r = rng.randrange(12, max(14, min(w, h) // 3))
        cx, cy = rng.randrange(w), rng.randrange(h)
        blot = blank(2 * r, 2 * r)
        pygame.draw.circle(blot, (*PAPER[3], 70), (r, r), r)
        pygame.draw.circle(blot, (*PAPER[2], 60), (r, r), r, 1)
        tint.blit(blot, (cx - r, cy - r))
    for _ in range(w * h // 60):
        x, y = rng.randrange(w), rng.randrange(h)
        tint.set_at((x, y), _mix(tint.get_at((x, y))[:3], PAPER[5 if rng.random() < 0.5 else 2], 0.5))
    if lines:
        for y in range(lines, h - 6, lines):
            pygame.draw.line(tint, _mix(PAPER[3], (150, 160, 190), 0.35), (4, y), (w - 5, y))
    shape.to_surface(s, setcolor=(*SHADOW, 150), unsetcolor=None, dest=(3, 3))
    shape.to_surface(s, setcolor=(*PAPER[1], 255), unsetcolor=None)
    inner = shape.copy()
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        moved = pygame.mask.Mask((w, h))
        moved.draw(shape, (dx, dy))
        inner = inner.overlap_mask(moved, (0, 0))
    inner.to_surface(s, setsurface=tint, unsetcolor=None)
    return s


def knot(to: pygame.Surface, x: float, y: float, colour: Colour = THREAD) -> None:
    """A dot of thread, 3 px."""
    pygame.draw.rect(to, SHADOW, (int(x) - 1, int(y), 3, 2))
    pygame.draw.rect(to, colour, (int(x) - 1, int(y) - 1, 3, 2))


def thread(to: pygame.Surface, points: Sequence[tuple[float, float]], colour: Colour = THREAD, wide: int = 1) -> None:
    """A thread along the points, with its shadow."""
    if len(points) > 1:
        pygame.draw.lines(to, SHADOW, False, [(x, y + wide) for x, y in points], wide)
        pygame.draw.lines(to, colour, False, points, wide)


def _mix(a: Any, b: Any, k: float) -> Colour:
    return (
        int(a[0] + (b[0] - a[0]) * k),
        int(a[1] + (b[1] - a[1]) * k),
        int(a[2] + (b[2] - a[2]) * k),
    )


mix = _mix


class Cloth:
    """Asks for the interface's pictures when first wanted, and cuts panels from them.

    A picture that is not there comes back as None (``picture``) or is drawn plainly (the rest): nothing falls over.
    """

    def __init__(self, assets: Assets) -> None:
        self.assets = assets
        self._pictures: dict[str, pygame.Surface | None] = {}
        self._tables: dict[str, Any] = {}
        self._cut: dict[tuple[Any, ...], pygame.Surface] = {}

    def picture(self, name: str) -> pygame.Surface | None:
        """``ui/keys`` -> assets/art/ui/keys.png, 32 bits with alpha."""
        if name not in self._pictures:
            self._pictures[name] = self.assets.picture(name) if self.assets.has_picture(name) else None
        return self._pictures[name]

    def let_go(self, prefix: str) -> None:
        """Pictures whose names begin so will not be wanted for long: "ui/title_"."""
        for name in [n for n in self._pictures if n.startswith(prefix)]:
            del self._pictures[name]
        self.assets.let_go(prefix)

    def table(self, name: str) -> Any:
        """``ui/keys`` -> what assets/art/ui/keys.json holds; an empty table without the file."""
        if name not in self._tables:
            try:
                self._tables[name] = self.assets.json(name)
            except FileNotFoundError:
                self._tables[name] = {}
        return self._tables[name]

    def piece(self, sheet: str, rect: tuple[int, int, int, int]) -> pygame.Surface:
        """A part of a picture; an empty surface of that size when it is missing."""
        key = ("piece", sheet, *rect)
        if key not in self._cut:
            whole = self.picture(sheet)
            s = blank(rect[2], rect[3])
            if whole is not None:
                s.blit(whole, (0, 0), rect)
            self._cut[key] = s
        return self._cut[key]

    def icon(self, name: str) -> pygame.Surface | None:
        """An item's picture, 24 x 24."""
        table = self.table("ui/icons")
        at = table.get("icons", {}).get(name)
        if at is None:
            return None
        n = int(table.get("size", 24))
        return self.piece("ui/icons", (at[0], at[1], n, n))

    def thing(self, item: str) -> pygame.Surface:
        """What an item looks like, about 24 x 24: its icon, or the prop that it is in the house."""
        found = self.icon(item) or self.icon(ICONS.get(item, ""))
        if found is not None:
            return found
        prop = PROPS.get(item, item)
        try:
            props = self.assets.props("real")
        except FileNotFoundError:
            return self.icon("button") or blank(24, 24)
        if not props.has(prop):
            return self.icon("button") or blank(24, 24)
        return self._kept(("prop", prop), lambda: _fitted(props.get(prop).picture))

    def hud(self, name: str) -> pygame.Surface:
        """A picture of hud.png: button_full, button_empty, talk ..."""
        rect = self.table("ui/hud").get(name, [0, 0, 18, 18])
        return self.piece("ui/hud", (rect[0], rect[1], rect[2], rect[3]))

    def plate(self, w: int, h: int, ramp: tuple[Colour, ...] = FELT, seam: bool = True) -> pygame.Surface:
        return self._kept(("plate", w, h, ramp[2], seam), lambda: plate(w, h, ramp, seam))

    def ribbon(self, w: int, h: int, ramp: tuple[Colour, ...] = PINK) -> pygame.Surface:
        return self._kept(("ribbon", w, h, ramp[2]), lambda: ribbon(w, h, ramp))

    def paper(self, w: int, h: int, seed: int = 1, lines: int = 0, worn: float = 1.0) -> pygame.Surface:
        return self._kept(("paper", w, h, seed, lines, worn), lambda: paper(w, h, seed, lines, worn))

    def panel(self, w: int, h: int, kind: str = "felt", buttons: bool = True) -> pygame.Surface:
        """A stitched felt panel of w x h with coat buttons on its corners. ``kind``: felt, felt_warm, felt_void."""
        return self._kept(("panel", w, h, kind, buttons), lambda: self._panel(w, h, kind, buttons))

    def _kept(self, key: tuple[Any, ...], make: Any) -> pygame.Surface:
        if key not in self._cut:
            if len(self._cut) > 400:
                self._cut.clear()
            self._cut[key] = make()
        return self._cut[key]

    def _panel(self, w: int, h: int, kind: str, buttons: bool) -> pygame.Surface:
        nine = self.picture(f"ui/panel_{kind}")
        if nine is None:
            return plate(w, h, WARM if kind == "felt_warm" else FELT)
        s = nine_slice(nine, w, h, 16)
        ramp = WARM if kind == "felt_warm" else FELT
        if kind != "felt_void":
            # the seam of the picture repeats every 14 px, ours runs the whole side: no cut stitch at any size
            for x, y, ww, hh in (
                (14, 4, w - 28, 4),
                (14, h - 8, w - 28, 4),
                (4, 14, 4, h - 28),
                (w - 8, 14, 4, h - 28),
            ):
                s.fill(ramp[2], (x, y, ww, hh))
            stitches(s, (15, 5), (w - 14, 5), ramp[5])
            stitches(s, (15, h - 6), (w - 14, h - 6), ramp[5])
            stitches(s, (5, 15), (5, h - 14), ramp[5])
            stitches(s, (w - 6, 15), (w - 6, h - 14), ramp[5])
        if buttons:
            coat = self.hud("button_empty")
            for x in (-2, w - 14):
                for y in (-2, h - 14):
                    s.blit(coat, (x, y))
        return s


def _fitted(picture: pygame.Surface) -> pygame.Surface:
    """A prop small enough for a slot."""
    w, h = picture.get_size()
    k = min(1.0, 26 / max(w, h))
    return pygame.transform.scale(picture, (round(w * k), round(h * k))) if k < 1 else picture


def nine_slice(nine: pygame.Surface, w: int, h: int, corner: int) -> pygame.Surface:
    """A picture made large: corners kept, sides and middle repeated."""
    n_w, n_h = nine.get_size()
    s = blank(w, h)
    mid_w, mid_h = n_w - 2 * corner, n_h - 2 * corner
    for y in range(corner, h - corner, mid_h):
        hh = min(mid_h, h - corner - y)
        for x in range(corner, w - corner, mid_w):
            s.blit(nine, (x, y), (corner, corner, min(mid_w, w - corner - x), hh))
        s.blit(nine, (0, y), (0, corner, corner, hh))
        s.blit(nine, (w - corner, y), (n_w - corner, corner, corner, hh))
    for x in range(corner, w - corner, mid_w):
        ww = min(mid_w, w - corner - x)
        s.blit(nine, (x, 0), (corner, 0, ww, corner))
        s.blit(nine, (x, h - corner), (corner, n_h - corner, ww, corner))
    for x, sx in ((0, 0), (w - corner, n_w - corner)):
        for y, sy in ((0, 0), (h - corner, n_h - corner)):
            s.blit(nine, (x, y), (sx, sy, corner, corner))
    return s


def bob(seconds: float, px: float = 1.5, period: float = 1.6) -> int:
    """A small way up and down, in whole px."""
    return round(math.sin(seconds * math.tau / period) * px)
