"""The lantern, seen from the chair: three brass rings before a lamp, a cone of dusty light, a sheet on a line, and on it her
shadow in the company of a bundle, a bridge and a needle.

What stands on the sheet is really made of the three pieces at the angles of the rings: turn them, and it is something else.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, SRCALPHA, Rect, Surface

from game.core.words import Words
from game.sim.panels.lantern import SIGNS, TURN_TICKS, TURNS
from game.view.felt import CREAM, FELT, GOLD, SHADOW, THREAD, Cloth, Colour, blank, bob, ease, edges, mix, seam_round
from game.view.font import Font, balanced
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer, veil, way_cap
from game.view.panels.shadow import REACH, SS, Points, draw_bridge, draw_girl, draw_needle, turned
from game.view.portraits import Portraits
from game.view.touches import scattered

SIZE = (640, 360)
SHEET = Rect(226, 20, 396, 232)
EYE = (424, 134)
"""The middle of the light on the sheet."""
RINGS = (104, 122)
RADII = (30, 51, 73)
"""Outer edge of the inner, middle and outer ring as they are seen on the lantern."""
HOME = (math.pi, math.pi / 2, 0.0)
"""Where on its ring a piece is cut out when the ring is home: as it stands on the sheet, left, below and right of her."""
BRASS: tuple[Colour, ...] = (
    (36, 24, 26),
    (84, 58, 40),
    (140, 100, 54),
    (190, 146, 78),
    (232, 200, 124),
    (255, 240, 190),
)
LIT: Colour = (255, 214, 138)
DARK: Colour = (36, 22, 32)
PULL_TICKS = 200
GUESS_TICKS = 150
FACE = 72


class LanternDrawer(Drawer):
    """Keeps the still parts, and the shadow as long as nothing turns."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self.words_below = True
        self.words_left = 178
        self.portraits = Portraits(cloth)
        self._shadow_of: tuple[object, ...] = ()
        self._shadow: Surface | None = None
        self._bounce = [9.0, 9.0]
        self._last = ""

    # ---- what stays

    @cached_property
    def _room(self) -> Surface:
        """The cellar wall, the line, the sheet on its pegs, lit."""
        s = Surface(SIZE, 0, 32)
        for y in range(SIZE[1]):
            k = y / SIZE[1]
            pygame.draw.line(s, mix((22, 15, 30), (12, 8, 18), k), (0, y), (SIZE[0], y))
        for x in range(0, SIZE[0], 34):  # paper that was once roses
            for y in range(0, 262, 30):
                px, py = x + (17 if y // 30 % 2 else 0), y + 8
                tone = mix((22, 15, 30), (62, 38, 58), 0.55)
                pygame.draw.circle(s, tone, (px, py), 3, 1)
                pygame.draw.line(s, tone, (px, py + 3), (px + 2, py + 10))
        pygame.draw.rect(s, (18, 11, 20), Rect(0, 268, SIZE[0], 92))
        pygame.draw.line(s, (54, 34, 44), (0, 268), (SIZE[0], 268))
        for i in range(9):
            x = i * 84 - 20
            pygame.draw.line(s, (12, 7, 14), (320 + (x - 320) * 0.9, 270), (320 + (x - 320) * 1.5, 360))
        s.blit(self._sheet, SHEET)
        a, b = (SHEET.x - 26, SHEET.y - 6), (SHEET.right + 22, SHEET.y - 6)
        line = [(a[0] + (b[0] - a[0]) * i / 24, a[1] + 7 * math.sin(math.pi * i / 24)) for i in range(25)]
        pygame.draw.lines(s, (120, 100, 92), False, line, 1)
        for i in range(5):
            x = SHEET.x + 14 + i * (SHEET.w - 28) // 4
            pygame.draw.rect(s, (52, 34, 36), Rect(x - 3, SHEET.y - 5, 7, 15))
            pygame.draw.rect(s, (176, 128, 84), Rect(x - 2, SHEET.y - 5, 5, 14))
            pygame.draw.line(s, (224, 180, 128), (x - 1, SHEET.y - 4), (x - 1, SHEET.y + 6))
        return s

    @cached_property
    def _sheet(self) -> Surface:
        """Linen with soft folds, and the light of the lamp on it: bright in the middle, brown where it ends."""
        w, h = SHEET.size
        s = Surface((w, h), SRCALPHA, 32)
        for x in range(w):
            fold = 0.5 + 0.5 * math.sin(x * 0.071 + math.sin(x * 0.019) * 2)
            low = h - 5 + round(4 * math.sin(x * 0.05) + 2 * math.sin(x * 0.13))
            pygame.draw.line(
                s, mix((150, 132, 120), (196, 180, 160), fold), (x, 3 + round(3 * math.sin(math.pi * x / w))), (x, low)
            )
        light = Surface((w, h), 0, 32)
        light.fill((44, 30, 40))
        cx, cy = EYE[0] - SHEET.x, EYE[1] - SHEET.y
        for i in range(40):
            k = i / 39
            rx, ry = 196 * (1 - k) + 40, 130 * (1 - k) + 26
            warm = mix((62, 40, 44), (255, 240, 206), ease(k) * 0.98)
            pygame.draw.ellipse(light, warm, Rect(cx - rx, cy - ry, rx * 2, ry * 2))
        light = pygame.transform.box_blur(light, 9)
        s.blit(light, (0, 0), special_flags=BLEND_RGB_MULT)
        return s

    @cached_property
    def _cone(self) -> Surface:
        """The light in the air between lamp and sheet, to be added."""
        s = Surface(SIZE, 0, 32)
        far: Points = [
            (SHEET.x + 30, SHEET.y + 4),
            (SHEET.right - 40, SHEET.y + 20),
            (SHEET.right - 60, SHEET.bottom),
            (SHEET.x + 20, SHEET.bottom - 4),
        ]
        for i in range(9):
            k = i / 8
            points = [
                RINGS,
                *((RINGS[0] + (x - RINGS[0]) * 1.0, EYE[1] + (y - EYE[1]) * (1 - 0.55 * k)) for x, y in far),
            ]
            part = Surface(SIZE, 0, 32)
            pygame.draw.polygon(part, (5, 4, 2), [points[0], points[1], points[4]])
            pygame.draw.polygon(part, (4, 3, 2), points)
            s.blit(part, (0, 0), special_flags=BLEND_RGB_ADD)
        return pygame.transform.box_blur(s, 6)

    # ---- the shadow

    def _angles(self, panel: Any) -> tuple[float, float, float]:
        """Of the rings now: brass comes round with a small jolt."""
        k = min(panel.ticks / TURN_TICKS, 1.0)
        k = 1 + (ease(k) - 1) * math.cos(k * 6.0) if k < 1 else 1.0
        step = math.tau / SIGNS
        a, b, c = (w + (n - w) * k for w, n in zip(panel.was, panel.now))
        return a * step, b * step, c * step

    def _cast(self, panel: Any, breath: float) -> Surface:
        """Everything that stands in the light, dark on nothing, REACH px to each side."""
        inner, middle, outer = self._angles(panel)
        pull = min(panel.pulled / PULL_TICKS, 1.0) if panel.pulled else 0.0
        key = (round(inner, 3), round(middle, 3), round(outer, 3), round(pull, 3), round(breath, 1))
        if key == self._shadow_of and self._shadow is not None:
            return self._shadow
        n = REACH * 2 * SS
        s = Surface((n, n), SRCALPHA, 32)
        draw_needle(s, outer)
        draw_bridge(s, middle, pull)
        draw_girl(s, inner, breath, pull)
        small = pygame.transform.smoothscale(s, (REACH * 2, REACH * 2))
        self._shadow_of, self._shadow = key, small
        return small

    # ---- each picture

    def draw(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        k = 1.0 if taste.calm else ease(self.life_s / 0.9)
        veil(to, 255)
        scene = Surface(SIZE, 0, 32)
        scene.blit(self._room, (0, 0))
        t = self.life_s
        breath = 0.0 if taste.calm else math.sin(t * 1.7)
        self._draw_shadow(scene, panel, breath)
        flicker = 1.0 if taste.calm else 0.94 + 0.06 * math.sin(t * 11) * math.sin(t * 3.1)
        cone = self._cone.copy()
        level = round(255 * flicker)
        cone.fill((level, level, level), special_flags=BLEND_RGB_MULT)
        scene.blit(cone, (0, 0), special_flags=BLEND_RGB_ADD)
        self._draw_dust(scene, t, taste)
        self._draw_her(scene, breath, panel)
        self._draw_lantern(scene, panel, t)
        if k < 1:
            dark = blank(*SIZE)
            dark.fill((0, 0, 0, round(255 * (1 - k))))
            scene.blit(dark, (0, 0))
        x, y = (to.get_width() - SIZE[0]) // 2, (to.get_height() - SIZE[1]) // 2
        to.blit(scene, (x, y))
        self.box = Rect(x, y, *SIZE)
        room = edges(to, taste.is_safe)
        if not self.is_spoken_over:  # whoever speaks has a face of their own in the words
            self._draw_ladies(to, panel, taste, room, dt_s)
        if not panel.is_fixed and not self.is_spoken_over:
            self.draw_leave(to, marks, taste)
        if panel.reading != "both" and not panel.pulled:
            self._draw_handles(to, panel, marks, taste, x, y)

    def _draw_shadow(self, scene: Surface, panel: Any, breath: float) -> None:
        cast = self._cast(panel, breath)
        soft = pygame.transform.box_blur(cast, 3)
        clip = scene.get_clip()
        scene.set_clip(SHEET)
        for picture, alpha, shift in ((soft, 120, 2), (cast, 205, 0)):
            tinted = picture.copy()
            tinted.fill((*DARK, 255), special_flags=pygame.BLEND_RGBA_MULT)
            tinted.fill((*DARK, 0), special_flags=pygame.BLEND_RGBA_MAX)
            tinted.set_alpha(alpha)
            scene.blit(tinted, (EYE[0] - REACH + shift, EYE[1] - REACH + shift))
        scene.set_clip(clip)

    def _draw_dust(self, scene: Surface, t: float, taste: Taste) -> None:
        """It turns in the light, and is only seen there."""
        for i in range(64):
            drift = t * (0 if taste.calm else 3.0 + 5.0 * scattered(i, 61))
            along = (scattered(i, 62) + drift * 0.004) % 1.0
            x = RINGS[0] + 50 + along * 300
            half = 20 + along * 96
            y = RINGS[1] + along * (EYE[1] - RINGS[1]) + (scattered(i, 63) * 2 - 1) * half + math.sin(t * 0.8 + i) * 4
            k = (0.3 + 0.7 * abs(math.sin(t * 1.3 + i * 2.1))) * (0.35 + 0.65 * scattered(i, 64))
            level = round(74 * k)
            size = 2 if i % 9 == 0 else 1
            scene.fill(
                (level, round(level * 0.84), round(level * 0.56)), (round(x), round(y), size, size), BLEND_RGB_ADD
            )

    def _draw_her(self, scene: Surface, breath: float, panel: Any) -> None:
        """Coraline from behind, on a chair, with the light round her hair. She does not move when her shadow does."""
        x, y = 262, 258 + round(breath * 0.6)
        hair = [
            (-29, 30),
            (-33, 22),
            (-30, 2),
            (-26, -16),
            (-15, -29),
            (0, -33),
            (15, -29),
            (26, -16),
            (30, 2),
            (33, 22),
        ]
        hair += [(29, 30), (18, 27), (6, 30), (-7, 27), (-18, 31)]
        coat = [(-20, 24), (20, 24), (31, 40), (40, 110), (-40, 110), (-31, 40)]
        back = Rect(x - 46, y + 62, 92, 60)
        for grow, cloth, hood in ((1.0, (40, 27, 24), (26, 30, 56)), (0.0, (22, 15, 18), (15, 17, 36))):
            k = 1 + grow * 0.045
            pygame.draw.polygon(scene, cloth, [(x + dx * k, y + 26 + (dy - 26) * k) for dx, dy in coat])
            pygame.draw.polygon(scene, hood, [(x + dx * k, y + dy * k) for dx, dy in hair])
        # The lamp is to her left, the sheet before her: a line of light runs along that side.
        rim = [
            (x + dx, y + dy) for dx, dy in ((-33, 22), (-30, 2), (-26, -16), (-15, -29), (0, -33), (15, -29), (24, -19))
        ]
        pygame.draw.lines(scene, (204, 150, 84), False, rim, 2)
        pygame.draw.lines(scene, (255, 226, 160), False, rim[1:4], 1)
        for i in range(4):
            lock = Rect(x - 20 + i * 5, y - 24 + i * 4, 36 - i * 7, 60)
            pygame.draw.arc(scene, (44, 58, 104), lock, 1.3, 2.7, 1)
        pygame.draw.lines(scene, (150, 106, 52), False, [(x - 20, y + 32), (x - 31, y + 42), (x - 39, y + 100)], 2)
        pygame.draw.rect(scene, (18, 11, 15), back)
        pygame.draw.line(scene, (128, 88, 58), back.topleft, back.topright, 2)
        for i in range(5):
            pygame.draw.line(
                scene, (40, 26, 26), (back.x + 12 + i * 17, back.y + 6), (back.x + 12 + i * 17, back.bottom)
            )

    def _draw_lantern(self, scene: Surface, panel: Any, t: float) -> None:
        """Tin box, chimney, lens barrel; on its front the three rings."""
        x, y = RINGS
        body = Rect(x - 92, y - 64, 66, 142)
        pygame.draw.rect(scene, BRASS[0], body.inflate(4, 4), border_radius=4)
        for i in range(body.w):
            k = abs(i / body.w - 0.34)
            scene.fill(mix((70, 58, 62), (26, 20, 28), min(k * 1.7, 1.0)), (body.x + i, body.y, 1, body.h))
        for i in range(5):
            scene.fill((255, 190, 96) if i % 2 else (214, 140, 64), (body.x + 12, body.y + 26 + i * 9, 26, 3))
        chimney = [(x - 72, y - 64), (x - 68, y - 96), (x - 46, y - 96), (x - 42, y - 64)]
        pygame.draw.polygon(scene, BRASS[0], chimney)
        pygame.draw.polygon(
            scene, (58, 48, 54), [(x - 70, y - 65), (x - 66, y - 94), (x - 48, y - 94), (x - 44, y - 65)]
        )
        pygame.draw.rect(scene, (34, 22, 26), Rect(x - 104, y + 80, 190, 10))
        pygame.draw.line(scene, (110, 74, 54), (x - 104, y + 80), (x + 86, y + 80))
        angles = self._angles(panel)
        turns = panel.turned_by(panel.handle) if not panel.is_fixed else (0, 0, 0)
        pygame.draw.circle(scene, BRASS[0], (x, y), RADII[2] + 5)
        glow = Surface((200, 200), 0, 32)
        for r in range(96, 0, -6):
            k = (1 - r / 96) ** 2
            pygame.draw.circle(glow, (round(80 * k), round(54 * k), round(22 * k)), (100, 100), r)
        scene.blit(glow, (x - 100, y - 100), special_flags=BLEND_RGB_ADD)
        for ring in (2, 1, 0):
            self._draw_ring(scene, ring, angles[ring], turns[ring], panel.is_locked and ring == 0, t)
        pygame.draw.circle(scene, BRASS[1], (x, y), 9)
        pygame.draw.circle(scene, (255, 244, 214), (x, y), 6)

    def _draw_ring(self, scene: Surface, ring: int, angle: float, way: int, locked: bool, t: float) -> None:
        x, y = RINGS
        out, inside = RADII[ring], (RADII[ring - 1] + 3 if ring else 10)
        mid = (out + inside) / 2
        tone = 0.22 if way else 0.0
        pygame.draw.circle(scene, BRASS[0], (x, y), out + 1)
        pygame.draw.circle(scene, mix(BRASS[2], BRASS[4], tone), (x, y), out)
        pygame.draw.circle(scene, mix(BRASS[3], BRASS[5], tone), (x, y), out - 2, 2)
        pygame.draw.circle(scene, BRASS[1], (x, y), inside + 2, 2)
        for i in range(SIGNS):
            a = angle + math.tau * i / SIGNS + HOME[ring]
            px, py = x + math.cos(a) * mid, y + math.sin(a) * mid
            if i == 0:
                self._draw_sign(scene, ring, px, py, angle, out - inside)
            else:
                r = max((out - inside) * 0.16, 2.0)
                pygame.draw.circle(scene, BRASS[0], (round(px), round(py)), round(r) + 1)
                pygame.draw.circle(scene, LIT, (round(px), round(py)), round(r))
        for i in range(36):
            a = angle + math.tau * i / 36
            p = (x + math.cos(a) * (out - 1), y + math.sin(a) * (out - 1))
            q = (x + math.cos(a) * (out - 4), y + math.sin(a) * (out - 4))
            pygame.draw.line(scene, BRASS[1], p, q)
        if way:  # the ones she has hold of: a thread runs round them the way they would go
            n = 28
            for i in range(n):
                a = math.tau * i / n + t * 0.9 * way
                b = a + math.tau / n * 0.55
                p = (x + math.cos(a) * (out + 1), y + math.sin(a) * (out + 1))
                q = (x + math.cos(b) * (out + 1), y + math.sin(b) * (out + 1))
                pygame.draw.line(scene, GOLD, p, q, 2)
        if locked:
            pygame.draw.circle(scene, SHADOW, (x + out - 4, y - 3), 6)
            pygame.draw.circle(scene, THREAD, (x + out - 4, y - 3), 5)
            pygame.draw.circle(scene, (255, 190, 180), (x + out - 6, y - 5), 1)

    @staticmethod
    def _draw_sign(scene: Surface, ring: int, px: float, py: float, a: float, wide: float) -> None:
        """What is cut out of the ring, small: a bundle, an arch, an eye with its needle."""
        k = wide / 22
        if ring == 0:
            shape: Points = [(-5, -4), (5, -4), (6, 4), (-6, 4)]
        elif ring == 1:
            shape = [(-10, 4), (-8, -3), (0, -6), (8, -3), (10, 4), (6, 4), (3, -1), (-3, -1), (-6, 4)]
        else:
            shape = [(-1, -12), (1, -12), (3, 6), (2, 12), (-2, 12), (-3, 6)]
        points = [(px + x * k, py + y * k) for x, y in turned(shape, a)]
        pygame.draw.polygon(scene, BRASS[0], [(px + x * k * 1.25, py + y * k * 1.25) for x, y in turned(shape, a)])
        pygame.draw.polygon(scene, (255, 232, 170), points)

    # ---- hands and voices

    def _draw_handles(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, x: int, y: int) -> None:
        """Three handles, each with the rings it turns; keys where they count."""
        top = y + 214
        for i in range(len(TURNS)):
            box = Rect(x + 14, top + i * 42, 128, 38)
            chosen = i == panel.handle
            to.blit(self.cloth.plate(box.w, box.h, FELT, False), box)
            by = panel.turned_by(i)
            cx, cy = box.x + 64, box.centery
            for ring in (2, 1, 0):
                r = (6, 11, 16)[ring]
                on = by[ring] != 0
                colour = (GOLD if chosen else mix(FELT[5], FELT[3], 0.3)) if on else FELT[3]
                pygame.draw.circle(to, colour, (cx, cy), r, 3 if on else 1)
                if on and ring == 2 and by[2] < 0:  # the one that goes the other way about
                    pygame.draw.polygon(to, colour, [(cx - 6, cy - r - 1), (cx + 3, cy - r - 6), (cx + 3, cy - r + 4)])
                elif on and (ring == 2 or (ring == 1 and by[2] == 0)):
                    pygame.draw.polygon(to, colour, [(cx + 6, cy - r - 1), (cx - 3, cy - r - 6), (cx - 3, cy - r + 4)])
            if chosen:
                seam_round(to, box, GOLD, int(self.life_s * 10))
            if chosen and not panel.is_fixed:
                step = 0 if taste.calm else bob(self.life_s, 1.6, 1.2)
                left, right = way_cap(marks, "left"), way_cap(marks, "right")
                to.blit(left, (box.x + 10 - step, cy - 8))
                to.blit(right, (box.right - 10 - right.get_width() + step, cy - 8))
        if panel.is_fixed:
            return
        up, down = way_cap(marks, "up"), way_cap(marks, "down")
        dy = 0 if taste.calm else bob(self.life_s, 1.2, 1.2)
        to.blit(up, (x + 148, top + 42 - 2 - dy))
        to.blit(down, (x + 148, top + 62 + dy))

    def _draw_ladies(self, to: Surface, panel: Any, taste: Taste, room: Rect, dt_s: float) -> None:
        """They sit to the right and have opinions; their faces say how near it is."""
        inner, middle, outer = panel.rings
        bridge = (inner == 0) + (middle == 0)
        gap = min((middle - outer) % SIGNS, (outer - middle) % SIGNS)
        moods = ("glad" if bridge == 2 else "grand", "worried" if gap == 0 else "dry")
        if panel.reading == "both" or panel.pulled:
            moods = ("worried", "worried")
        state = f"{panel.turns}"
        if state != self._last:
            self._last = state
            self._bounce = [0.0 if bridge == 2 else 9.0, 0.0 if gap == 0 else 9.0]
        guess = self.words.node(panel.guess) if panel.guess and panel.guess_ticks < GUESS_TICKS else None
        for i, (who, x) in enumerate((("spink", room.right - 172), ("forcible", room.right - 84))):
            self._bounce[i] += dt_s
            hop = (
                round(5 * abs(math.sin(self._bounce[i] * 9)) * max(1 - self._bounce[i], 0))
                if self._bounce[i] < 1
                else 0
            )
            speaks = guess is not None and guess["who"] == who
            if speaks:
                hop += (panel.guess_ticks // 7) % 2
            y = room.bottom - 78 - (0 if taste.calm else hop)
            blink = (self.life_s + i * 1.3) % 3.7 < 0.12
            face = self.portraits.face(who, moods[i], blink)
            frame = Rect(x, y, 80, 80)
            inner_box = frame.inflate(-10, -12)
            for row in range(inner_box.h):
                colour = mix((58, 38, 52), (26, 16, 30), row / inner_box.h)
                pygame.draw.line(to, colour, (inner_box.x, inner_box.y + row), (inner_box.right, inner_box.y + row))
            if face is not None:
                clip = to.get_clip()
                to.set_clip(inner_box)
                to.blit(face, (frame.x + 4, frame.y + 6))
                to.set_clip(clip)
            border = self.cloth.picture("ui/portrait_frame")
            if border is not None:
                to.blit(border, frame)
            if speaks and guess is not None:
                self._draw_guess(to, guess["say"], frame, taste, room, panel.guess_ticks)

    def _draw_guess(self, to: Surface, say: str, frame: Rect, taste: Taste, room: Rect, ticks: int) -> None:
        cut = self.font.cut(taste.text_size)
        text = balanced(cut, say, 190 * taste.text_size // 100)
        k = ease(min(ticks / 8, 1.0))
        box = Rect(0, 0, text.width + 20, text.height + 12)
        box.midbottom = (frame.centerx, frame.y - 4 - round(4 * k))
        box.clamp_ip(room)
        shown = blank(box.w, box.h + 6)
        shown.blit(self.cloth.plate(box.w, box.h, FELT, False), (0, 0))
        text.draw(shown, 10, (box.h - text.height) // 2 + 1, CREAM)
        left = min((GUESS_TICKS - ticks) / 16, 1.0)
        shown.set_alpha(round(255 * min(k, max(left, 0.0))))
        to.blit(shown, box)
