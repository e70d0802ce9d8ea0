"""The end of a chapter: a ribbon, a quiet line, and on to the title when a button is pressed."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.app.scenes.scene import DT_S, Change, Controls, Menu, Shell, went
from game.view.felt import CREAM, DIM, SHADOW, bob, ease
from game.view.font import balanced

QUIET_S = 1.6
"""The line comes after the ribbon; before it nothing can be skipped by accident."""


class ChapterEnd:
    """``then`` answers where it goes on, after at least ``QUIET_S``."""

    is_over = False

    def __init__(self, shell: Shell, chapter: int, then: Callable[[], Change]) -> None:
        self.shell = shell
        self.chapter = chapter
        self._then = then
        self._life_s = 0.0

    def tick(self, controls: Controls) -> Change | None:
        self._life_s += DT_S
        if self._life_s > QUIET_S and (went(controls, Menu.CONFIRM) or went(controls, Menu.BACK)):
            self.shell.sound("ui_select")
            return self._then()
        return None

    def draw(self, surface: pygame.Surface, between: float) -> None:
        shell, taste = self.shell, self.shell.taste
        surface.fill(SHADOW)
        mid = surface.get_width() // 2
        y = surface.get_height() * 30 // 100
        words = shell.words.get("menu.end.chapter", n=self.chapter)
        big = shell.font.cut(200)
        w = big.width(words) + 150
        opened = 1.0 if taste.calm else ease(self._life_s / 0.7)
        ribbon = shell.cloth.ribbon(w, 56)
        clip = surface.get_clip()
        surface.set_clip(pygame.Rect(mid - round(w / 2 * opened), y - 4, round(w * opened), 76))
        surface.blit(ribbon, (mid - w // 2, y))
        big.write(surface, mid, y + 28 - big.cap / 2 - big.rise, words, CREAM, align=0.5)
        surface.set_clip(clip)
        shown = self._life_s - QUIET_S / 2
        if shown <= 0:
            return
        veil = pygame.Surface(surface.get_size(), pygame.SRCALPHA, 32)
        cut = shell.font.cut(max(taste.text_size, 150))
        t = balanced(cut, shell.words.get(f"menu.end.{self.chapter}"), 470, pitch=cut.line + 4)
        top = y + 96
        t.draw(veil, mid, top, CREAM, align=0.5)
        small = shell.font.cut(taste.text_size)
        kept = balanced(small, shell.words.get("menu.end.saved"), 500)
        kept.draw(veil, mid, top + t.height + 22, DIM, align=0.5)
        veil.set_alpha(round(255 * min(shown / 0.8, 1.0)))
        surface.blit(veil, (0, 0))
        if self._life_s > QUIET_S:
            cap = shell.glyphs().drawn("confirm")
            surface.blit(cap, (mid - cap.get_width() // 2, surface.get_height() - 34 + bob(self._life_s, 1.5, 1.3)))
