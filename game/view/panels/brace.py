"""The stuck door: a slit in the cloth that is pulled open, and a thread that tightens."""

from __future__ import annotations

import math
from typing import Any

import pygame

from game.core.words import Words
from game.sim.panels import BracePanel
from game.view.felt import (
    BAD,
    CREAM,
    GOLD,
    GOOD,
    SHADOW,
    THREAD,
    Cloth,
    bob,
    ease,
    edges,
    knot,
    mix,
    seam_round,
    thread,
)
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer


class BraceDrawer(Drawer):
    """Remembers what it said last, to say it for a while."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self._last = ""
        self._last_s = 9.0
        self._done = 0
        self.is_low = False
        """Always at the bottom: what is above her is to be seen."""

    def draw(self, to: pygame.Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        """A slit in the cloth that the door pulls open on each creak; the thread tightens until then."""
        self._last_s += dt_s
        if panel.last != self._last or panel.done != self._done:
            self._last, self._done, self._last_s = panel.last, panel.done, 0.0
        cut = self.font.cut(taste.text_size)
        w, h = 372, 84 + cut.line
        room = edges(to, taste.is_safe)
        y = room.top + 8 if hero_y > room.bottom - h - 20 and not self.is_low else room.bottom - h - 6
        y += 0 if taste.calm else round((1 - ease(self.life_s / 0.16)) * 16)
        shake = 0 if taste.calm else round(panel.strain * math.sin(self.life_s * 50))
        x = room.centerx - w // 2 + shake
        self.box = pygame.Rect(x, y, w, h)
        to.blit(self.cloth.panel(w, h, self.felt()), (x, y))
        self._draw_hold(to, panel, marks, cut.size, x + 46, y + 20)
        x0, length, mid = x + 96, 250, y + 44
        near = 1 - min(abs(panel.tick - panel.beat) / max(panel.window, 1), 1.0)
        zone_x = x0 + length * panel.beat / panel.period
        half_w = length * panel.window / panel.period
        self._draw_slit(to, zone_x, mid, half_w, near, panel.is_holding)
        tip = x0 + length * min(panel.tick / panel.period, 1.0)
        slack = (9.0 * (1 - min(panel.tick / max(panel.beat, 1), 1.0)) + 1.5) if panel.is_holding else 11.0
        points = [(float(x0), float(mid))]
        for i in range(1, max(int(tip - x0 - 12), 2)):
            damp = min(i / 20, 1.0, max(tip - 12 - x0 - i, 0) / 20)
            points.append((x0 + i, mid + slack * damp * math.sin(i * 0.16 + self.life_s * 5)))
        thread(to, points, THREAD, 1 if near < 0.5 else 2)
        knot(to, x0, mid)
        needle = self.cloth.picture("ui/cursor")
        if needle is not None:
            to.blit(needle, (round(tip) - 23, mid - 8), (0, 0, 24, 16))
        if near > 0.25 and panel.is_holding and not panel.has_pressed:
            cap = marks.drawn("interact")
            to.blit(cap, (round(zone_x) - cap.get_width() // 2, mid - 37 + round(2 * near)))
        self._draw_pulses(to, panel, x0, y + 66)
        self._draw_feedback(to, panel, cut.size, zone_x, half_w, y + 66, x0 + length)

    def _draw_hold(self, to: pygame.Surface, panel: BracePanel, marks: Glyphs, size: int, x: int, y: int) -> None:
        big = pygame.transform.scale_by(marks.drawn("brace"), 2)
        down = 3 if panel.is_holding else bob(self.life_s, 1.5, 0.8)
        if big.get_width() > 60:
            big = marks.drawn("brace")
        pygame.draw.ellipse(to, self.ramp[0], (x - 20, y + 29, 40, 9))
        to.blit(big, (x - big.get_width() // 2, y + down + (34 - big.get_height()) // 2))
        if panel.is_holding:
            seam_round(to, pygame.Rect(x - 24, y - 6, 48, 50), GOLD, int(self.life_s * 12))
        cut = self.font.cut(size)
        word = self.words.get("panel.brace_holding" if panel.is_holding else "panel.brace_hold")
        cut.write(to, x, y + 46, word, GOLD if panel.is_holding else CREAM, align=0.5)

    def _draw_slit(self, to: pygame.Surface, x: float, y: float, half_w: float, near: float, held: bool) -> None:
        """The seam under strain: closed it is a row of stitches, on the creak it gapes and shows light."""
        gape = 2 + 13 * ease(near)
        outline = []
        for sign in (-1, 1):
            way = range(-24, 25) if sign < 0 else range(24, -25, -1)
            for i in way:
                k = i / 24
                outline.append((x + k * half_w, y + sign * gape * (1 - k * k)))
        pygame.draw.polygon(to, mix(self.ramp[0], (255, 196, 96) if held else self.ramp[3], 0.75 * near), outline)
        pygame.draw.polygon(to, self.ramp[5] if near > 0.1 else self.ramp[4], outline, 1)
        for i in range(-3, 4):  # stitches across, drawn apart
            k = i / 4
            px, dy = x + k * half_w, gape * (1 - k * k) + 3
            colour = GOLD if near > 0.1 else self.ramp[5]
            pygame.draw.line(to, SHADOW, (px - 1, y - dy + 1), (px + 2, y + dy + 1))
            pygame.draw.line(to, colour, (px - 2, y - dy), (px + 1, y + dy))
        for sign in (-1, 1):  # the ends, as brackets: where it is too early and too late
            px = x + sign * (half_w + 4)
            pygame.draw.line(to, self.ramp[5], (px, y - 11), (px, y + 11))
            pygame.draw.line(to, self.ramp[5], (px, y - 11), (px - sign * 3, y - 11))
            pygame.draw.line(to, self.ramp[5], (px, y + 11), (px - sign * 3, y + 11))

    def _draw_pulses(self, to: pygame.Surface, panel: BracePanel, x: int, y: int) -> None:
        for i in range(panel.pulses):
            name = "button_full" if i < panel.done else "button_empty"
            hop = 0
            if i == panel.done - 1 and self._last_s < 0.3:
                hop = -round(4 * math.sin(math.pi * self._last_s / 0.3))
            to.blit(self.cloth.hud(name), (x + i * 20, y + hop))

    def _draw_feedback(
        self, to: pygame.Surface, panel: BracePanel, size: int, x: float, half_w: float, y: int, right: int
    ) -> None:
        if not panel.last or self._last_s > 1.6:
            return
        cut = self.font.cut(size)
        words = {
            "good": ("panel.brace_good", GOOD),
            "early": ("panel.brace_early", BAD),
            "late": ("panel.brace_late", BAD),
        }
        key, colour = words.get(panel.last, ("", CREAM))
        if not key:
            return
        say = self.words.get(key)
        sign = {"good": "✓ ", "early": "← ", "late": "→ "}[panel.last]
        cut.write(to, right, y + 2 - (0 if self._last_s > 0.12 else 2), sign + say, colour, align=1.0)
