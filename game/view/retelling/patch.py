"""One patch of the quilt: woven ground, pieces of felt laid on it one after another, threads that sew themselves.

A patch is put together once (``cut``, ``lay``, ``sew``, ``button``) and drawn at any second of its making; when the last
stitch is in, it is one picture and costs a blit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from random import Random

import pygame
from pygame import BLEND_RGB_MULT, Mask, Surface

from game.view.felt import SHADOW, Colour, blank, ease, mix
from game.view.retelling.cloths import FELTS, Dash, Points, Tones, dashes, dyed, edge, felt, grown, inset, nap, woven

WIDE, HIGH = 336, 196
"""px of a patch without its hem."""
SEW_S = 2.9
"""From the first piece to the last stitch."""
LAID_S = 0.34
"""How long a piece takes to come down."""
SHADE = (2, 3)
NEEDLE: Colour = (226, 230, 240)


@dataclass
class Piece:
    """A piece of cloth on the patch: its picture, where, and the stitches that hold it."""

    picture: Surface | None
    at: tuple[int, int]
    stitches: list[Dash] = field(default_factory=list)
    thread: Colour = NEEDLE
    thick: int = 1
    start: float = 0.0
    lasts: float = 0.0
    """Of the sewing; a piece is laid before that."""
    shade: Surface | None = None

    @property
    def sewn_from(self) -> float:
        return self.start + (LAID_S if self.picture is not None else 0.0)


class Patch:
    """See above. Seconds count from when its making begins; ``ends`` when all is in."""

    def __init__(self, tones: Tones, seed: int = 1) -> None:
        self.tones = tones
        self.seed = seed
        self.chance = Random(seed)
        self.ground = woven(WIDE, HIGH, tones.top, tones.low, seed)
        self.pieces: list[Piece] = []
        self._done: Surface | None = None
        self._is_timed = False
        self._so_far: Surface | None = None
        self._baked = 0
        """So many pieces are finished, and stand in ``_so_far``."""

    # ---- putting it together

    def wash(self, points: Points, colour: Colour, alpha: int = 90) -> None:
        """Colour in the ground itself: light that falls, a shadow that was always there."""
        s = blank(WIDE, HIGH)
        pygame.draw.polygon(s, (*colour, alpha), points)
        self.ground.blit(s, (0, 0))

    def glow(self, x: float, y: float, radius: int, colour: Colour, strength: float = 0.5) -> None:
        """Light in the ground round a place."""
        lamp = Surface((radius * 2, radius * 2), 0, 32)
        for r in range(radius, 0, -3):
            k = (1 - r / radius) ** 2 * strength
            pygame.draw.circle(lamp, tuple(round(v * k) for v in colour), (radius, radius), r)
        self.ground.blit(lamp, (round(x) - radius, round(y) - radius), special_flags=pygame.BLEND_RGB_ADD)

    def cut(self, points: Points, colour: Colour, thread: Colour | None = None, seam: int = 3) -> None:
        """A piece cut along these points. ``thread``: what it is sewn on with (None: the patch's own); ``seam`` px in, 0 none."""
        s = blank(WIDE, HIGH)
        pygame.draw.polygon(s, (255, 255, 255, 255), points)
        self.lay(pygame.mask.from_surface(s), colour, (0, 0), thread, seam)

    def disc(self, x: float, y: float, rx: float, ry: float, colour: Colour, seam: int = 3) -> None:
        """A round piece."""
        s = blank(WIDE, HIGH)
        pygame.draw.ellipse(s, (255, 255, 255, 255), (x - rx, y - ry, 2 * rx, 2 * ry))
        self.lay(pygame.mask.from_surface(s), colour, (0, 0), None, seam)

    def lay(
        self, shape: Mask, colour: Colour, at: tuple[int, int], thread: Colour | None = None, seam: int = 3
    ) -> None:
        """A piece of a shape."""
        boxes = shape.get_bounding_rects()
        if not boxes:
            return
        box = boxes[0].unionall(boxes[1:])
        own = Mask(box.size)
        own.draw(shape, (-box.x, -box.y))
        at = at[0] + box.x, at[1] + box.y
        self._piece(felt(own, colour), own, at, thread, seam)

    def figure(
        self,
        picture: Surface,
        x: float,
        foot: float,
        size: float = 2.0,
        worn: float = 0.42,
        colour: Colour | None = None,
        seam: int = -1,
        flip: bool = False,
    ) -> None:
        """Somebody or something of the game cut out of cloth: standing in the middle of x, on ``foot``.

        In its own colours, ``worn`` of the way to the patch's darkest felt; or all of one ``colour``. ``seam`` as in ``cut``;
        -1: thread along the very edge.
        """
        big = grown(pygame.transform.flip(picture, True, False) if flip else picture, size)
        shape = pygame.mask.from_surface(big, 110)
        boxes = shape.get_bounding_rects()
        if not boxes:
            return
        box = boxes[0].unionall(boxes[1:])
        at = round(x - box.w / 2), round(foot - box.h)
        own = Mask(box.size)
        own.draw(shape, (-box.x, -box.y))
        if colour is None:
            dress = dyed(big.subsurface(box).copy(), FELTS, self.tones.dark, worn)
            edge(dress, own, (0, 1), (*mix(self.tones.mid, (255, 246, 230), 0.5), 255))
            dress.blit(nap(*box.size), (0, 0), special_flags=BLEND_RGB_MULT)
        else:
            dress = felt(own, colour)
        thread = mix(self.tones.thread, self.tones.dark, 0.25 + worn * 0.6)
        self._piece(dress, own, at, thread, seam)

    def _piece(self, picture: Surface, shape: Mask, at: tuple[int, int], thread: Colour | None, seam: int) -> None:
        stitches: list[Dash] = []
        if seam:
            w, h = shape.get_size()
            room = Mask((w + 4, h + 4))
            room.draw(shape, (2, 2))
            line = inset(room, seam) if seam > 0 else room
            for part in line.connected_components(12):
                around = part.outline()
                if len(around) > 8:
                    points = [(px - 2 + at[0], py - 2 + at[1]) for px, py in [*around, around[0]]]
                    stitches += dashes(points, 5, 3)
        shade = shape.to_surface(setcolor=(*SHADOW, 96), unsetcolor=(0, 0, 0, 0))
        self.pieces.append(Piece(picture, at, stitches, thread or self.tones.thread, shade=shade))

    def sew(
        self, points: Points, colour: Colour | None = None, thick: int = 1, on: float = 5.0, off: float = 3.0
    ) -> None:
        """A line of thread; ``off`` 0: laid down whole, not in stitches."""
        stitches = dashes(points, on, off) if off else [(*a, *b) for a, b in pairwise(points)]
        self.pieces.append(Piece(None, (0, 0), stitches, colour or self.tones.thread, thick))

    def strokes(self, lines: Sequence[Dash], colour: Colour | None = None, thick: int = 1) -> None:
        """Single stitches: rain, grass, crosses."""
        self.pieces.append(Piece(None, (0, 0), list(lines), colour or self.tones.thread, thick))

    def button(self, x: float, y: float, r: int, colour: Colour, thread: Colour | None = None, holes: int = 4) -> None:
        """Sewn on through its holes."""
        n = 2 * r + 3
        s = blank(n, n)
        c = r + 1
        pygame.draw.circle(s, (*mix(colour, SHADOW, 0.5), 255), (c, c), r)
        pygame.draw.circle(s, (*colour, 255), (c, c), r - 1)
        pygame.draw.circle(s, (*mix(colour, SHADOW, 0.35), 255), (c, c), max(r - 3, 1), 1)
        if r > 5:
            pygame.draw.arc(s, (*mix(colour, (255, 250, 240), 0.6), 255), (1, 1, n - 3, n - 3), 1.7, 2.9, 1)
        gap = max(round(r * 0.26), 1)
        spots = ((-gap, -gap), (gap, -gap), (-gap, gap), (gap, gap)) if holes == 4 else ((-gap, 0), (gap, 0))
        for dx, dy in spots:
            pygame.draw.circle(s, (*SHADOW, 255), (c + dx, c + dy), max(r // 8, 1))
        x0, y0 = round(x) - c, round(y) - c
        mid = x0 + c, y0 + c
        lines = [
            (mid[0] - gap, mid[1] - gap, mid[0] + gap, mid[1] + gap),
            (mid[0] + gap, mid[1] - gap, mid[0] - gap, mid[1] + gap),
        ]
        if holes == 2:
            lines = [(mid[0] - gap, mid[1], mid[0] + gap, mid[1])]
        shade = pygame.mask.from_surface(s).to_surface(setcolor=(*SHADOW, 110), unsetcolor=(0, 0, 0, 0))
        self.pieces.append(
            Piece(
                s,
                (x0, y0),
                [(float(a), float(b), float(c2), float(d)) for a, b, c2, d in lines],
                thread or self.tones.accent,
                shade=shade,
            )
        )

    # ---- time

    def _time(self) -> None:
        """Shares out the seconds: every piece has its moment, every thread time by its length."""
        self._is_timed = True
        weights = [(0.55 if p.picture is not None else 0.0) + min(len(p.stitches), 90) / 40 + 0.05 for p in self.pieces]
        whole = sum(weights) or 1.0
        room, at = SEW_S - LAID_S - 0.3, 0.0
        for piece, weight in zip(self.pieces, weights):
            share = room * weight / whole
            piece.start, piece.lasts = at, max(share * 1.15, 0.12)
            at += share

    # ---- drawing

    def draw(self, to: Surface, x: int, y: int, seconds: float = SEW_S) -> None:
        """The patch at a second of its making, its top left at (x, y)."""
        if seconds >= SEW_S:
            to.blit(self.done, (x, y))
            return
        if not self._is_timed:
            self._time()
        self._bake(seconds)
        to.blit(self._so_far or self.ground, (x, y))
        clip = to.get_clip()
        to.set_clip(pygame.Rect(x, y, WIDE, HIGH).clip(clip))
        needle: tuple[float, float, float] | None = None
        for piece in self.pieces[self._baked :]:
            if seconds < piece.start:
                break
            if piece.picture is not None:
                k = ease((seconds - piece.start) / LAID_S)
                up = round((1 - k) * 7)
                if piece.shade is not None:
                    piece.shade.set_alpha(round(255 * k))
                    to.blit(piece.shade, (x + piece.at[0] + SHADE[0] + up // 2, y + piece.at[1] + SHADE[1] + up // 2))
                piece.picture.set_alpha(round(255 * k))
                to.blit(piece.picture, (x + piece.at[0], y + piece.at[1] - up))
            if not piece.stitches:
                continue
            part = (seconds - piece.sewn_from) / piece.lasts
            n = round(len(piece.stitches) * min(max(part, 0.0), 1.0))
            _draw_stitches(to, piece.stitches[:n], piece.thread, piece.thick, x, y)
            if 0 < n < len(piece.stitches):
                x0, y0, x1, y1 = piece.stitches[n]
                needle = (x1 + x, y1 + y, math.atan2(y1 - y0, x1 - x0))
        if needle is not None:
            draw_needle(to, *needle)
        to.set_clip(clip)

    def _bake(self, seconds: float) -> None:
        """What is finished by now becomes one picture."""
        while self._baked < len(self.pieces):
            piece = self.pieces[self._baked]
            if seconds < piece.sewn_from + piece.lasts or seconds < piece.start + LAID_S:
                return
            if self._so_far is None:
                self._so_far = self.ground.copy()
            _finish(self._so_far, piece)
            self._baked += 1

    @property
    def done(self) -> Surface:
        """All of it sewn, WIDE x HIGH."""
        if self._done is None:
            self._done = Surface((WIDE, HIGH), 0, 32)
            self._done.blit(self.ground, (0, 0))
            for piece in self.pieces:
                _finish(self._done, piece)
        return self._done

    def let_go(self) -> None:
        """It is sewn: only its picture is kept."""
        _ = self.done
        self.pieces.clear()
        self._so_far, self._baked = None, 0


def _finish(to: Surface, piece: Piece) -> None:
    """A piece as it stays."""
    if piece.picture is not None:
        if piece.shade is not None:
            piece.shade.set_alpha(255)
            to.blit(piece.shade, (piece.at[0] + SHADE[0], piece.at[1] + SHADE[1]))
        piece.picture.set_alpha(255)
        to.blit(piece.picture, piece.at)
    _draw_stitches(to, piece.stitches, piece.thread, piece.thick, 0, 0)


def _draw_stitches(to: Surface, lines: Sequence[Dash], colour: Colour, thick: int, x: int, y: int) -> None:
    dark = mix(colour, SHADOW, 0.72)
    for x0, y0, x1, y1 in lines:
        pygame.draw.line(to, dark, (x + x0, y + y0 + thick), (x + x1, y + y1 + thick), thick)
        pygame.draw.line(to, colour, (x + x0, y + y0), (x + x1, y + y1), thick)


def draw_needle(to: Surface, x: float, y: float, angle: float) -> None:
    """At the head of the thread, pointing where it goes."""
    dx, dy = math.cos(angle), math.sin(angle)
    tip, eye = (x + dx * 15, y + dy * 15), (x - dx * 3, y - dy * 3)
    pygame.draw.line(to, SHADOW, (eye[0] + 1, eye[1] + 3), (tip[0] + 1, tip[1] + 3), 2)
    pygame.draw.line(to, (132, 138, 158), eye, tip, 2)
    pygame.draw.line(to, NEEDLE, (eye[0], eye[1] - 1), (tip[0], tip[1] - 1))
