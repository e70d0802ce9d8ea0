"""Drawer: how one panel of sim/panels looks. A new one is made each time a panel opens, so it may remember what it shows."""

from __future__ import annotations

from typing import Any

import pygame

from game.core.words import Words
from game.view.felt import CREAM, FELT, SHADOW, WARM, Cloth, Colour, edges
from game.view.font import Font, balanced
from game.view.glyphs import Glyphs
from game.view.hud import Taste


class Drawer:
    """``box`` is what it covered last; ``life_s`` since it opened; ``ramp`` the felt of this side of the door."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        self.cloth, self.font, self.words = cloth, font, words
        self.life_s = 0.0
        self.ramp: tuple[Colour, ...] = FELT
        self.box = pygame.Rect(0, 0, 0, 0)
        self.words_below = False
        """It fills the picture: what is said meanwhile stands at the lower edge, wherever she is."""
        self.words_above = False
        """As ``words_below``, at the upper edge."""
        self.words_left = 0
        """What is said keeps right of this, px, as far as the picture is wide enough."""
        self.is_spoken_over = False
        """Somebody is talking now: the words lie over its lower or upper part."""

    def show(self, to: pygame.Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        """One picture; ``hero_y`` where she is seen on ``to``, px."""
        self.life_s += dt_s
        self.box = pygame.Rect(0, 0, 0, 0)
        self.draw(to, panel, marks, taste, hero_y, dt_s)

    def draw(self, to: pygame.Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        """What a drawer must bring; sets ``box``."""
        raise NotImplementedError

    def felt(self) -> str:
        """The name of the panel's cloth on this side."""
        return "felt_warm" if self.ramp is WARM else "felt"

    def draw_leave(self, to: pygame.Surface, marks: Glyphs, taste: Taste, is_low: bool = False) -> None:
        """At the upper right (or lower left): that one may get up, and with what."""
        room = edges(to, taste.is_safe)
        text = balanced(self.font.cut(taste.text_size), self.words.get("panel.leave"), 200, marks)
        w, h = text.width + 16, text.height + 10
        box = pygame.Rect(room.x, room.bottom - h, w, h) if is_low else pygame.Rect(room.right - w, room.y, w, h)
        to.blit(self.cloth.plate(w, h, self.ramp, False), box)
        text.draw(to, box.x + 8, box.y + (h - text.height) // 2 + 1, CREAM)


def veil(to: pygame.Surface, alpha: int) -> None:
    """The world behind goes dark."""
    dark = pygame.Surface(to.get_size(), pygame.SRCALPHA, 32)
    dark.fill((*SHADOW, alpha))
    to.blit(dark, (0, 0))


def way_cap(marks: Glyphs, way: str) -> pygame.Surface:
    """The key bound to a way, or the pad's cross."""
    if marks.family != "keyboard":
        return marks.cap(f"pad.dp{way}")
    return marks.cap((marks.bindings.get(way) or (f"key.{way.upper()}",))[0])
