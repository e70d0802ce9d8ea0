"""The credits: this player's own run told again, a patch for each sentence; then the whole quilt and who made it; then how it went.

A press goes on to the next line, holding it (or Back) goes to the end. Lines last whole bars of the music.
"""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.app.scenes.scene import DT_S, Change, Controls, Menu, Shell, Swap, went
from game.content.ending import ROLL, Retold
from game.core.intent import Action
from game.view.felt import CREAM, DIM, GOLD, SHADOW, edges, thread
from game.view.font import Text, balanced
from game.view.retelling.patch import SEW_S
from game.view.retelling.quilt import Quilt, gliding, sewing

MUSIC = "ending"
BAR_S = 240 / 108.0108
"""Of the piece the lines keep time with."""
GLIDE_S = 0.9
LETTERS_S = 34.0
"""Letters a second."""
LATE_S = 0.35
"""The words begin so long after a patch has come."""
READ_S = 2.6
"""So long a line stands at least when all of it is there."""
BACK_S = 3.2
"""To step back until the whole quilt is seen."""
HOLD_S = 1.0
ROLL_BARS = 2


class Credits:
    """``then``: the scene after the last line."""

    is_over = False

    def __init__(self, shell: Shell, told: Retold, then: Callable[[], Change]) -> None:
        self.shell = shell
        self.told = told
        self.quilt = Quilt(shell.assets, shell.cloth, [n for n, _ in told.lines], told.facts)
        self.roll = [shell.words.get(key) for key in (f"{ROLL}.{name}" for name in shell.words.names(ROLL))]
        self.line = 0
        """Of the retelling; from its length on of the roll."""
        self._then = then
        self._life_s = 0.0
        self._line_s = 0.0
        self._held_s = 0.0
        self._pressed_s = 99.0
        self._laid: dict[tuple[str, int, int], Text] = {}
        shell.music(MUSIC)

    @property
    def is_rolling(self) -> bool:
        return self.line >= len(self.told.lines)

    def lasts_s(self, line: int) -> float:
        """Whole bars: two for a short line, more for one that takes longer to read or to sew."""
        if line >= len(self.told.lines):
            return ROLL_BARS * BAR_S + (BACK_S if line == len(self.told.lines) else 0.0)
        need = max(LATE_S + len(self.told.lines[line][1]) / LETTERS_S + READ_S, GLIDE_S + SEW_S + 0.6)
        return max(-(-need // BAR_S), 2) * BAR_S

    # ---- time

    def tick(self, controls: Controls) -> Change | None:
        self._life_s += DT_S
        self._line_s += DT_S
        self._pressed_s += DT_S
        is_held = bool(controls.intent.held & (Action.INTERACT | Action.DODGE))
        self._held_s = self._held_s + DT_S if is_held else max(self._held_s - 3 * DT_S, 0.0)
        if controls.menu & Menu.ANY:
            self._pressed_s = 0.0
        if self._held_s >= HOLD_S or went(controls, Menu.BACK) or went(controls, Menu.PAUSE):
            return self._end()
        if went(controls, Menu.CONFIRM) and self._life_s > 1.0:
            return self._on()
        if not self.is_rolling and abs(self._line_s - (GLIDE_S + SEW_S + 0.3)) < DT_S / 2:
            self.quilt.make_ahead(self.line + 1)  # nothing moves now
        if self._line_s >= self.lasts_s(self.line):
            return self._next()
        return None

    def _on(self) -> Change | None:
        """First all of the line at once, then the next one."""
        done = GLIDE_S + SEW_S + 0.31
        if not self.is_rolling and self._line_s < done:
            self.quilt.make_ahead(self.line + 1)
            self._line_s = done
            return None
        return self._next()

    def _next(self) -> Change | None:
        self.line += 1
        self._line_s = 0.0
        return self._end() if self.line >= len(self.told.lines) + len(self.roll) else None

    def _end(self) -> Change:
        self.shell.sound("ui_page")
        return self._then()

    # ---- pictures

    def draw(self, surface: pygame.Surface, between: float) -> None:
        taste = self.shell.taste
        if self.is_rolling:
            self._draw_roll(surface)
        else:
            glide = 1.0 if taste.calm or self.line == 0 else gliding(self._line_s, GLIDE_S)
            made = self._line_s - (GLIDE_S * 0.75 if self.line else 0.5)
            box = self.quilt.draw_row(surface, self.line - 1 + glide if self.line else 0.0, sewing(made, taste.calm))
            self._draw_line(surface, self.told.lines[self.line][1], box.bottom + 12, made - LATE_S)
        self._draw_hint(surface)
        if self._life_s < 1.2:
            dark = pygame.Surface(surface.get_size())
            dark.set_alpha(round(255 * (1 - self._life_s / 1.2)))
            surface.blit(dark, (0, 0))

    def _text(self, text: str, width: int) -> Text:
        size = max(150, self.shell.taste.text_size)
        key = (text, size, width)
        if key not in self._laid:
            cut = self.shell.font.cut(size)
            self._laid[key] = balanced(cut, text, width, pitch=cut.line + 4)
        return self._laid[key]

    def _draw_line(self, to: pygame.Surface, text: str, top: int, seconds: float) -> None:
        """A sentence letter by letter, a thread growing under it."""
        taste = self.shell.taste
        room = edges(to, taste.is_safe)
        t = self._text(text, min(room.w - 24, 600))
        y = top + (room.bottom - 10 - top - t.height) // 2
        mid = to.get_width() // 2
        shown = 1e9 if taste.calm else max(seconds, 0.0) * LETTERS_S
        left = [round(mid - w / 2) for w in t.widths]
        for row, row_top, x in zip(t.rows, t.tops, left):
            for run in row:
                part = run.text[: max(0, int(shown - run.start))]
                if part:
                    t.cut.write(to, x + run.x, y + row_top, part, CREAM)
        k = min(max(shown / max(len(text), 1), 0.0), 1.0)
        wide = round(70 * k)
        if wide > 2:
            thread(to, [(mid - wide, y + t.height + 5), (mid + wide, y + t.height + 5)], (208, 64, 72), 2)

    def _draw_roll(self, to: pygame.Surface) -> None:
        taste = self.shell.taste
        n = self.line - len(self.told.lines)
        passed = self._line_s + (BACK_S if n else 0.0)
        near = 0.0 if taste.calm else 1 - gliding(passed, BACK_S)
        below = 92 if to.get_height() < 400 else 110
        self.quilt.draw_whole(to, near, below)
        seconds = self._line_s - (BACK_S if n == 0 and not taste.calm else 0.0)
        if seconds > 0:
            self._draw_line(to, self.roll[n], to.get_height() - below + 2, seconds - 0.2)

    def _draw_hint(self, to: pygame.Surface) -> None:
        """After any press: that holding skips; the ring fills while it is held."""
        if self._held_s <= 0.12 and self._pressed_s > 2.5:
            return
        shell, taste = self.shell, self.shell.taste
        cut = shell.font.cut(min(taste.text_size, 150))
        t = balanced(cut, shell.words.get("menu.pause.skip_scene"), 300, shell.glyphs())
        room = edges(to, taste.is_safe)
        box = pygame.Rect(0, 0, t.width + 20, t.height + 12)
        box.topright = room.topright
        to.blit(shell.cloth.plate(box.w, box.h, seam=False), box)
        t.draw(to, box.x + 10, box.y + 6, DIM if self._held_s <= 0 else GOLD)
        k = min(self._held_s / HOLD_S, 1.0)
        if k > 0:
            pygame.draw.rect(to, SHADOW, (box.x + 4, box.bottom - 5, box.w - 8, 3))
            pygame.draw.rect(to, (208, 64, 72), (box.x + 4, box.bottom - 5, round((box.w - 8) * k), 2))


def to_title(shell: Shell) -> Change:
    """Swaps everything for the title."""
    title = shell.title()
    assert title is not None, "the shell has no title"
    return Swap(title, all=True)
