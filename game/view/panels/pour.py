"""Ginger beer, seen from near: a stone bottle, whatever glass they brought, a line of thread round it, and somebody who watches."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import Rect, Surface

from game.core.words import Words
from game.sim.panels.pour import LEAVES_TICKS, LINE, PourPanel
from game.view.felt import CREAM, GOLD, SHADOW, THREAD, Cloth, blank, bob, ease, edges, knot, mix, stitches
from game.view.font import Font, balanced
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer, veil
from game.view.portraits import Portraits
from game.view.weather import scattered

SHAPES = {
    "flute": (30, 20, 92, 26),
    "tumbler": (48, 40, 72, 0),
    "jar": (62, 58, 92, 0),
    "thimble": (30, 38, 40, 0),
    "cup": (62, 40, 52, 0),
    "mug": (54, 52, 70, 0),
}
"""Width at the rim and at the bottom, height of the inside, px of stem below."""
HANDLES = {"cup", "mug"}
CLAY = {"cup": (206, 214, 226), "mug": (196, 150, 116), "thimble": (190, 194, 206)}
"""Those one cannot see through, but for a slit: they are cut open for us."""
DEEP, AMBER, LIGHT = (150, 78, 26), (214, 136, 44), (250, 204, 108)
FOAM, FOAM_SHADE = (255, 246, 220), (232, 204, 160)
GLASS, GLASS_DIM = (206, 232, 236), (118, 150, 166)
MOODS = {"exact": "glad", "full": "plain", "spilled": "soft"}


class PourDrawer(Drawer):
    """Keeps the bottle, and who is looking on."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self.portraits = Portraits(cloth)
        self._bottle = bottle()

    def draw(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        p: PourPanel = panel
        veil(to, 96)
        room = edges(to, taste.is_safe)
        w, h = 300, 216
        rise = 0 if taste.calm else round((1 - ease(self.life_s / 0.3)) * 50)
        if p.verdict and not taste.calm:
            rise += round(ease(max(p.after - LEAVES_TICKS + 12, 0) / 12) * 60)
        box = Rect(room.centerx - w // 2, room.centery - h // 2 - 8 + rise, w, h)
        self.box = box
        to.blit(self.cloth.panel(w, h, self.felt()), box)
        table = Rect(box.x + 14, box.bottom - 44, w - 28, 30)
        to.fill((96, 64, 48), table)
        to.fill((128, 90, 64), (table.x, table.y, table.w, 3))
        cloth_ = Rect(table.x + 74, table.y, 150, 16)
        to.fill((232, 222, 206), cloth_)
        for i in range(cloth_.w // 10):
            pygame.draw.circle(to, (232, 222, 206), (cloth_.x + 5 + i * 10, cloth_.bottom), 5)
        stitches(to, (cloth_.x + 2, cloth_.y + 12), (cloth_.right - 2, cloth_.y + 12), (206, 150, 150))
        self._draw_face(to, p, box)
        mid, foot = box.x + 168, table.y + 6
        rim = self._draw_glass(to, p, mid, foot)
        self._draw_bottle(to, p, mid, rim, foot)
        self._draw_words(to, p, box, marks, taste)

    # ---- who looks on

    def _draw_face(self, to: Surface, p: PourPanel, box: Rect) -> None:
        mood = MOODS.get(p.verdict, "plain")
        face = None
        for tried in (mood, "glad", "plain", "dry", "grand"):
            face = self.portraits.face(p.who, tried)
            if face is not None:
                break
        if face is None:
            return
        frame = Rect(box.x + 22, box.y + 34, 72, 72)
        hop = -abs(round(4 * math.sin(p.after * 0.25))) if p.verdict == "exact" else 0
        pygame.draw.rect(to, SHADOW, frame.inflate(8, 8))
        pygame.draw.rect(to, self.ramp[4], frame.inflate(6, 6))
        pygame.draw.rect(to, self.ramp[2], frame)
        part = face if face.get_width() <= 72 else pygame.transform.scale(face, (72, 72))
        to.set_clip(frame)
        to.blit(part, (frame.x + (72 - part.get_width()) // 2, frame.y + 72 - part.get_height() + hop))
        to.set_clip(None)

    # ---- the glass

    def _draw_glass(self, to: Surface, p: PourPanel, x: int, foot: int) -> int:
        """Returns the y of its rim."""
        top, low, tall, stem = SHAPES[p.glass]
        bottom = foot - stem - 2
        rim = bottom - tall
        pygame.draw.ellipse(to, (176, 160, 150), Rect(x - low // 2 - 8, foot - 3, low + 16, 8))
        if p.spilled:
            grow = min(p.ticks, 40) / 40
            pygame.draw.ellipse(to, (222, 176, 104), Rect(x - round(58 * grow), foot - 4, round(116 * grow), 11))
            pygame.draw.ellipse(to, (244, 214, 150), Rect(x - round(46 * grow), foot - 3, round(60 * grow), 5))

        def half(y: float) -> float:
            k = (y - rim) / tall
            return (top + (low - top) * k) / 2

        clay = CLAY.get(p.glass)
        if p.glass in HANDLES:
            side = Rect(x + round(half(rim + tall * 0.4)) - 5, rim + tall // 5, 22, round(tall * 0.55))
            pygame.draw.ellipse(to, SHADOW, side.inflate(2, 2), 6)
            pygame.draw.ellipse(to, clay or GLASS, side, 4)
        if clay is not None:
            shell = [
                (x - top / 2 - 7, rim),
                (x + top / 2 + 7, rim),
                (x + low / 2 + 7, bottom + 5),
                (x - low / 2 - 7, bottom + 5),
            ]
            pygame.draw.polygon(to, clay, shell)
            pygame.draw.polygon(to, SHADOW, shell, 1)
            shine = mix(clay, (255, 255, 255), 0.5)
            pygame.draw.line(to, shine, (x - top / 2 - 4, rim + 3), (x - low / 2 - 4, bottom - 2), 2)
        inner = [(x - top / 2, rim), (x + top / 2, rim), (x + low / 2, bottom), (x - low / 2, bottom)]
        pygame.draw.polygon(to, (44, 40, 58) if clay is None else (58, 40, 40), inner)
        surface = bottom - tall * min(p.level, 1.0)
        for y in range(round(surface), bottom):
            k = (y - surface) / max(tall * p.level, 1)
            w = half(y)
            colour = mix(LIGHT, AMBER, min(k * 2, 1.0)) if k < 0.5 else mix(AMBER, DEEP, (k - 0.5) * 2)
            pygame.draw.line(to, colour, (round(x - w + 1), y), (round(x + w - 1), y))
        self._bubbles(to, p, x, surface, bottom, half)
        foam = tall * p.foam * 0.55
        if p.level > 0.02:
            head = max(surface - foam, rim - 5)
            for y in range(round(head), round(surface) + 1):
                w = half(max(y, rim))
                pygame.draw.line(
                    to, FOAM if (y - head) < 3 else FOAM_SHADE, (round(x - w + 1), y), (round(x + w - 1), y)
                )
            for i in range(6):
                fx = x - half(max(head, rim)) * 0.8 + i * half(max(head, rim)) * 0.32
                pygame.draw.circle(to, FOAM, (round(fx), round(head + math.sin(p.ticks * 0.2 + i) * 1)), 2 + i % 2)
        if p.over:
            for way in (-1, 1):
                run = min((30 - p.over) * 3 + 12, tall)
                pygame.draw.line(
                    to, FOAM, (x + way * (half(rim) + 2), rim), (x + way * (half(rim + run) + 2), rim + run), 3
                )
        self._line(to, x, bottom - tall * LINE, half, p)
        if clay is None:
            pygame.draw.line(to, GLASS, inner[0], inner[3])
            pygame.draw.line(to, GLASS, inner[1], inner[2])
            pygame.draw.line(to, GLASS_DIM, inner[3], inner[2], 2)
            pygame.draw.line(
                to,
                (255, 255, 255),
                (x - half(rim + 8) + 4, rim + 8),
                (x - half(rim + tall * 0.6) + 4, rim + tall * 0.6),
            )
            pygame.draw.ellipse(to, GLASS, Rect(x - top // 2, rim - 3, top, 6), 1)
        if stem:
            pygame.draw.line(to, GLASS, (x, bottom), (x, bottom + stem - 4), 3)
            pygame.draw.ellipse(to, GLASS, Rect(x - 15, foot - 8, 30, 8))
            pygame.draw.ellipse(to, GLASS_DIM, Rect(x - 15, foot - 8, 30, 8), 1)
        if p.verdict == "exact":
            for i in range(9):
                a = math.tau * i / 9 + p.after * 0.03
                far = 16 + 34 * ease(p.after / 30)
                at = (round(x + math.cos(a) * far), round(surface + math.sin(a) * far * 0.8))
                to.fill(GOLD if i % 2 else CREAM, (*at, 2, 2))
        return rim

    def _bubbles(self, to: Surface, p: PourPanel, x: int, surface: float, bottom: int, half: Any) -> None:
        if bottom - surface < 6:
            return
        for i in range(12):
            k = (p.ticks * (0.006 + 0.006 * scattered(i, 41)) + scattered(i, 42)) % 1.0
            y = bottom - (bottom - surface) * k
            bx = x + (scattered(i, 43) - 0.5) * 1.6 * half(y) + math.sin(k * 14 + i)
            to.fill((255, 232, 170), (round(bx), round(y), 1 + (i % 4 == 0), 1 + (i % 4 == 0)))

    def _line(self, to: Surface, x: int, y: float, half: Any, p: PourPanel) -> None:
        """A thread tied round the glass."""
        w = round(half(y)) + 5
        near = abs(p.level - LINE) < p.rate * 12
        colour = GOLD if near else THREAD
        y = round(y)
        for i in range(-w, w, 5):
            pygame.draw.line(to, SHADOW, (x + i, y + 1), (x + min(i + 2, w), y + 1))
            pygame.draw.line(to, colour, (x + i, y), (x + min(i + 2, w), y))
        knot(to, x + w + 2, y, colour)

    # ---- the bottle

    def _draw_bottle(self, to: Surface, p: PourPanel, x: int, rim: int, foot: int) -> None:
        """It leans in as it tips; its mouth stays over the glass."""
        angle = 24 + 88 * ease(p.tilt)
        turned = pygame.transform.rotate(self._bottle, angle)
        h = self._bottle.get_height()
        a = math.radians(angle)
        # Where the mouth (middle of its upper edge) comes to lie in the turned picture.
        mx = turned.get_width() / 2 - math.sin(a) * h / 2
        my = turned.get_height() / 2 - math.cos(a) * h / 2
        mouth = (x + 3 + 40 * (1 - ease(p.tilt * 1.6)), rim - 26 + 8 * p.tilt - (1 - p.tilt) * 10)
        to.blit(turned, (round(mouth[0] - mx), round(mouth[1] - my)))
        flow = p.tilt * p.tilt
        if flow > 0.03 and not p.verdict:
            _, _, tall, stem = SHAPES[p.glass]
            surface = foot - stem - 2 - tall * min(p.level, 1.0)
            wide = 1 + round(3 * flow)
            start = (mouth[0] - 3, mouth[1] + 2)
            points = []
            for i in range(9):
                k = i / 8
                px = start[0] + (x - 1 - start[0]) * min(k * 1.8, 1.0)
                points.append((px, start[1] + (surface - start[1]) * k * k * 0.4 + (surface - start[1]) * k * 0.6))
            pygame.draw.lines(to, AMBER, False, points, wide + 1)
            pygame.draw.lines(to, LIGHT, False, points, max(wide - 1, 1))
            for i in range(4):
                sx = x - 1 + (scattered(i + p.ticks // 3, 44) - 0.5) * 16
                to.fill(FOAM, (round(sx), round(surface - 2 - 5 * scattered(i + p.ticks // 3, 45)), 1, 1))

    def _draw_words(self, to: Surface, p: PourPanel, box: Rect, marks: Glyphs, taste: Taste) -> None:
        if p.has_begun and not p.verdict:
            cap = marks.drawn("interact")
            down = 2 if p.tilt > 0.3 else bob(self.life_s, 1.5, 0.8)
            to.blit(cap, (box.x + 22 + (72 - cap.get_width()) // 2, box.y + 120 + down))
            return
        if p.verdict:
            return
        text = balanced(self.font.cut(taste.text_size), self.words.get("teach.pour"), 96, marks)
        text.draw(to, box.x + 14, box.y + 114, CREAM)


def bottle() -> Surface:
    """Stone, brown above and cream below, a wire and a marble; upright, 42 x 112."""
    s = blank(42, 112)
    brown, cream, dark, shine = (128, 78, 46), (226, 206, 170), (70, 42, 28), (176, 122, 82)
    body = [(15, 6), (27, 6), (28, 30), (38, 46), (38, 108), (4, 108), (4, 46), (14, 30)]
    pygame.draw.polygon(s, brown, body)
    s.fill(cream, (5, 66, 33, 42))
    pygame.draw.rect(s, cream, Rect(4, 62, 35, 46), border_radius=3)
    pygame.draw.polygon(s, dark, body, 1)
    pygame.draw.line(s, shine, (10, 48), (10, 60), 3)
    pygame.draw.line(s, (246, 234, 206), (10, 68), (10, 100), 3)
    pygame.draw.rect(s, dark, Rect(13, 0, 16, 8))
    pygame.draw.rect(s, (150, 140, 150), Rect(12, 8, 18, 2))
    label = Rect(15, 74, 19, 20)
    pygame.draw.rect(s, (250, 244, 226), label)
    pygame.draw.rect(s, (170, 60, 60), label, 1)
    pygame.draw.circle(s, (214, 140, 60), (24, 84), 5)
    pygame.draw.circle(s, (240, 190, 110), (23, 83), 2)
    return s
