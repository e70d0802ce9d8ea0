"""The quilt: patches side by side on a dark cloth, seen one at a time while each is sewn, and all together at the end."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import pygame
from pygame import Rect, Surface

from game.view.assets import Assets
from game.view.felt import FELT, SHADOW, Cloth, Colour, blank, mix, stitches
from game.view.retelling.cloths import woven
from game.view.retelling.patch import HIGH, SEW_S, WIDE, Patch
from game.view.retelling.patches import make_patch
from game.view.retelling.shapes import Chest

HEM = 10
"""px of felt round a patch."""
PITCH = WIDE + 2 * HEM + 14
HEMS: tuple[Colour, ...] = ((84, 48, 92), (120, 44, 70), (58, 64, 110), (128, 76, 44), (48, 82, 84), (104, 52, 104))
TOP_PART = 0.07
"""How far down the picture the patch hangs."""
SMALL = 0.5
"""In which size the whole quilt is kept."""


class Quilt:
    """``keys``: the sentences' numbers in order. A patch is made when it is first wanted, and then kept as one picture."""

    def __init__(self, assets: Assets, cloth: Cloth, keys: Sequence[str], facts: Mapping[str, int]) -> None:
        self.keys = tuple(keys)
        self._chest = Chest(assets, cloth)
        self._facts = facts
        self._patches: dict[int, Patch] = {}
        self._backs: dict[tuple[int, int], Surface] = {}
        self._hems: dict[int, Surface] = {}
        self._whole: Surface | None = None

    def patch(self, n: int) -> Patch:
        if n not in self._patches:
            self._patches[n] = make_patch(self.keys[n], self._chest, self._facts)
        return self._patches[n]

    def make_ahead(self, n: int) -> None:
        """While nothing moves: the next patch, and the last one as one picture."""
        if 0 <= n < len(self.keys):
            self.patch(n)
        for done in (n - 2, n - 3):
            if done in self._patches:
                self._patches[done].let_go()

    # ---- one at a time

    def draw_row(self, to: Surface, at: float, seconds: float) -> Rect:
        """The row of patches, the ``at``-th in the middle, ``seconds`` into its making; those before it are done. Where it lies."""
        w, h = to.get_size()
        self._back(to)
        y = round(h * TOP_PART) + HEM
        now = math.floor(at + 0.5)
        for n in range(max(now - 2, 0), min(now + 3, len(self.keys))):
            x = round(w / 2 - WIDE / 2 + (n - at) * PITCH)
            if x > w or x + WIDE < 0:
                continue
            to.blit(self._hem(n), (x - HEM, y - HEM))
            if n in self._patches or n == now:
                self.patch(n).draw(to, x, y, SEW_S if n < now else seconds if n == now else 0.0)
            else:
                pygame.draw.rect(to, mix(HEMS[n % len(HEMS)], SHADOW, 0.55), (x, y, WIDE, HIGH))
            if n > 0:
                self._cross(to, x - HEM - 14, y, n)
            if n != now or abs(n - at) > 0.02:
                self._dim(to, Rect(x - HEM, y - HEM, WIDE + 2 * HEM, HIGH + 2 * HEM), min(abs(n - at), 1.0))
        return Rect(w // 2 - WIDE // 2, y, WIDE, HIGH)

    def _back(self, to: Surface) -> None:
        size = to.get_size()
        if size not in self._backs:
            self._backs = {size: woven(*size, (20, 13, 36), (34, 22, 54), 5)}
        to.blit(self._backs[size], (0, 0))

    def _hem(self, n: int) -> Surface:
        kind = n % len(HEMS)
        if kind not in self._hems:
            w, h = WIDE + 2 * HEM, HIGH + 2 * HEM
            s = blank(w + 4, h + 5)
            pygame.draw.rect(s, (*SHADOW, 130), (3, 4, w, h), border_radius=4)
            s.blit(woven(w, h, mix(HEMS[kind], (255, 240, 230), 0.1), HEMS[kind], kind), (0, 0))
            pygame.draw.rect(s, mix(HEMS[kind], (255, 240, 230), 0.3), (0, 0, w, h), 1)
            thread = mix(HEMS[kind], (255, 236, 200), 0.62)
            for y in (4, h - 6):
                stitches(s, (6, y), (w - 6, y), thread, 6, 4)
            for x in (4, w - 6):
                stitches(s, (x, 6), (x, h - 6), thread, 6, 4)
            self._hems[kind] = s
        return self._hems[kind]

    @staticmethod
    def _cross(to: Surface, x: int, y: int, n: int) -> None:
        """What holds a patch to the one before it."""
        for k in range(9):
            top = y + 4 + k * 22
            for dy in (1, 0):
                colour = SHADOW if dy else (214, 70, 72)
                pygame.draw.line(to, colour, (x - 3, top + dy), (x + 16, top + 9 + dy), 2)
                pygame.draw.line(to, colour, (x + 16, top + dy), (x - 3, top + 9 + dy), 2)

    @staticmethod
    def _dim(to: Surface, box: Rect, far: float) -> None:
        veil = blank(box.w, box.h)
        veil.fill((14, 9, 26, round(170 * far)))
        to.blit(veil, box)

    # ---- all of it

    @property
    def whole(self) -> Surface:
        """The quilt with every patch, at SMALL of its size."""
        if self._whole is None:
            columns = columns_of(len(self.keys))
            rows = -(-len(self.keys) // columns)
            w, h = round((WIDE + 2 * HEM) * SMALL), round((HIGH + 2 * HEM) * SMALL)
            s = blank(columns * w + 16, rows * h + 16)
            pygame.draw.rect(s, (*mix(FELT[3], SHADOW, 0.1), 255), s.get_rect(), border_radius=6)
            for n in range(columns * rows):
                # back and forth, as one sews: the thread never has to jump
                row, column = n // columns, n % columns
                x = 8 + (column if row % 2 == 0 else columns - 1 - column) * w
                hem = self._hem(n).subsurface((0, 0, WIDE + 2 * HEM, HIGH + 2 * HEM)).copy()
                if n < len(self.keys):
                    hem.blit(self.patch(n).done, (HEM, HEM))
                    self.patch(n).let_go()
                else:  # not lived yet: plain cloth
                    hem.blit(
                        woven(WIDE, HIGH, mix(HEMS[n % 6], SHADOW, 0.25), mix(HEMS[n % 6], SHADOW, 0.4), n), (HEM, HEM)
                    )
                s.blit(pygame.transform.smoothscale(hem, (w, h)), (x, 8 + row * h))
            for x in range(4, s.get_width() - 6, 9):
                for y in (3, s.get_height() - 5):
                    pygame.draw.line(s, (255, 236, 200), (x, y), (x + 5, y), 2)
            for y in range(4, s.get_height() - 6, 9):
                for x in (3, s.get_width() - 5):
                    pygame.draw.line(s, (255, 236, 200), (x, y), (x, y + 5), 2)
            self._whole = s
        return self._whole

    def draw_whole(self, to: Surface, near: float, below: int = 0) -> None:
        """The quilt spread out; ``near`` 1: as if one still stood close to its last patch. ``below`` px are kept for words."""
        self._back(to)
        if not self.keys:
            return
        w, h = to.get_size()
        whole = self.whole
        ww, wh = whole.get_size()
        fit = min((w - 40) / ww, (h - below - 28) / wh)
        k = fit + (1 / SMALL - fit) * near
        columns = columns_of(len(self.keys))
        n = max(len(self.keys) - 1, 0)
        row, column = n // columns, n % columns
        column = column if row % 2 == 0 else columns - 1 - column
        cell = round((WIDE + 2 * HEM) * SMALL), round((HIGH + 2 * HEM) * SMALL)
        last = 8 + (column + 0.5) * cell[0], 8 + (row + 0.5) * cell[1]
        at_x = ww / 2 + (last[0] - ww / 2) * near
        at_y = wh / 2 + (last[1] - wh / 2) * near
        mid_y = (h - below) / 2 + (h * TOP_PART + HEM + HIGH / 2 - (h - below) / 2) * near
        # only what is in the picture is scaled
        left, top = at_x - w / 2 / k, at_y - mid_y / k
        part = Rect(math.floor(left), math.floor(top), math.ceil(w / k) + 2, math.ceil(h / k) + 2).clip(
            whole.get_rect()
        )
        if part.w and part.h:
            size = max(round(part.w * k), 1), max(round(part.h * k), 1)
            x, y = round((part.x - left) * k), round((part.y - top) * k)
            shade = blank(*size)
            shade.fill((*SHADOW, 120))
            to.blit(shade, (x + 5, y + 7))
            to.blit(pygame.transform.smoothscale(whole.subsurface(part), size), (x, y))


def columns_of(n: int) -> int:
    """
    >>> columns_of(1), columns_of(20), columns_of(24)
    (1, 5, 6)
    """
    return max(1, min(math.ceil(math.sqrt(n * 1.25)), 6))


def sewing(seconds: float, calm: bool) -> float:
    """How far a patch is ``seconds`` after it came before us: done at once where motion is unwelcome."""
    return SEW_S if calm else max(seconds, 0.0)


def gliding(seconds: float, lasts: float) -> float:
    """0..1 of a way that starts and ends slowly."""
    k = min(max(seconds / lasts, 0.0), 1.0)
    return k * k * (3 - 2 * k)
