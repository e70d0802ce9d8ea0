"""A theatre of felt: four mice with cards before a curtain, matches for footlights, a herring tin for a drum."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, Rect, Surface

from game.core.words import Words
from game.sim.panels.message import (
    COME,
    COMES_TICKS,
    DRUM,
    MICE,
    PICK,
    READ,
    READ_TICKS,
    RIGHT,
    ROLL_TICKS,
    SWAP,
    SWAP_TICKS,
    TOLD,
)
from game.view.felt import CREAM, FELT, GOLD, INK, PINK, SHADOW, WARM, Cloth, blank, bob, ease, edges, mix, seam_round
from game.view.font import Font, balanced
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer, veil, way_cap
from game.view.panels.mice import GROUND, H, W, chin, mouse, paw
from game.view.touches import scattered

WIDE, HIGH = 600, 232
STEP = 116
FIRST = 66
FLOOR = 178
"""px from the top of the theatre to where they stand."""
CARD = (108, 46)
DOOR = Rect(240, 78, 40, 56)
"""A small door on the back cloth; nobody remembers sewing it on."""
DRUM_X = 540


class MessageDrawer(Drawer):
    """Cuts everything once; after that it only moves."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self.words_below = True
        self._mice: dict[tuple[int, str, bool], Surface] = {}
        self._cards: dict[tuple[int, int, bool], Surface] = {}
        self._lean = [0.0] * MICE

    # ---- made once

    @cached_property
    def _stage(self) -> Surface:
        """Back cloth, boards, curtains, valance."""
        s = blank(WIDE, HIGH)
        back = Rect(6, 6, WIDE - 12, FLOOR)
        for y in range(back.h):
            k = y / back.h
            pygame.draw.line(s, mix((44, 30, 62), (92, 54, 78), k * k), (back.x, back.y + y), (back.right, back.y + y))
        for i in range(26):  # painted stars, each sewn on
            x, y = 40 + round(scattered(i, 91) * (WIDE - 90)), 34 + round(scattered(i, 92) * 82)
            tone = mix((150, 122, 130), (238, 214, 150), scattered(i, 93))
            for dx, dy in ((0, -2), (0, 2), (-2, 0), (2, 0), (0, 0)):
                s.set_at((x + dx, y + dy), tone)
        for y in range(FLOOR, HIGH - 6):
            k = (y - FLOOR) / (HIGH - FLOOR)
            pygame.draw.line(s, mix((112, 74, 58), (64, 40, 40), k), (6, y), (WIDE - 7, y))
        for i in range(13):
            x = 6 + i * 50
            pygame.draw.line(s, (54, 34, 36), (300 + (x - 300) * 0.86, FLOOR), (300 + (x - 300) * 1.1, HIGH - 6))
        pygame.draw.line(s, (150, 104, 76), (6, FLOOR), (WIDE - 7, FLOOR))
        self._door(s, DOOR, 0.0)
        for side in (0, 1):
            self._curtain(s, side)
        self._valance(s)
        pygame.draw.rect(s, FELT[0], Rect(0, 0, WIDE, HIGH), 3)
        seam_round(s, Rect(3, 3, WIDE - 6, HIGH - 6), mix(FELT[5], FELT[2], 0.3))
        return s

    @staticmethod
    def _curtain(s: Surface, side: int) -> None:
        for x in range(40):
            fold = math.sin(x * 0.55) * 0.5 + 0.5
            colour = mix(PINK[1], PINK[3], fold * (1 - x / 52))
            px = 6 + x if side == 0 else WIDE - 7 - x
            bottom = HIGH - 8 - round(abs(math.sin(x * 0.28)) * 4) - (round((x - 24) * 3.2) if x > 24 else 0)
            pygame.draw.line(s, colour, (px, 6), (px, bottom))
        for k in range(3):  # the cord that holds it
            y = HIGH - 92 + k
            a, b = (6, 40) if side == 0 else (WIDE - 40, WIDE - 7)
            pygame.draw.line(s, (GOLD, (196, 156, 70), (120, 88, 50))[k], (a, y), (b, y - (8 if side == 0 else -8)))

    @staticmethod
    def _valance(s: Surface) -> None:
        n = 11
        w = (WIDE - 12) / n
        for i in range(n):
            box = Rect(round(6 + i * w), -8, math.ceil(w) + 1, 46)
            pygame.draw.ellipse(s, PINK[0], box.move(0, 3))
            pygame.draw.ellipse(s, PINK[2], box)
            pygame.draw.ellipse(s, PINK[3], box.inflate(-round(w * 0.3), -12).move(-3, -3))
            pygame.draw.circle(s, (216, 176, 90), (box.centerx, box.bottom + 1), 3)
        pygame.draw.rect(s, PINK[1], Rect(6, 3, WIDE - 12, 12))

    @staticmethod
    def _door(s: Surface, box: Rect, lit: float) -> None:
        """Sewn on with small stitches; ``lit``: how much light there is behind it."""
        for i in range(5, 0, -1):
            if lit > 0.02:
                around = box.inflate(i * 5, i * 5)
                pygame.draw.rect(
                    s, mix((92, 54, 78), (255, 190, 110), lit * 0.12 * (6 - i)), around, 3, border_radius=12
                )
        pygame.draw.rect(s, mix((30, 18, 40), (255, 206, 130), lit), box.inflate(4, 4), border_radius=9)
        pygame.draw.rect(s, (62, 36, 58), box, border_radius=8)
        pygame.draw.rect(s, (84, 50, 72), box.inflate(-8, -8), 2, border_radius=6)
        pygame.draw.rect(s, (84, 50, 72), Rect(box.x + 8, box.centery + 4, box.w - 16, box.h // 2 - 12), 1)
        pygame.draw.circle(s, (222, 180, 96), (box.right - 9, box.centery + 2), 2)
        seam_round(s, box.inflate(8, 8), (150, 112, 120))

    @cached_property
    def _glow(self) -> Surface:
        """The footlights: a fan of warm light for each match, added."""
        s = Surface((WIDE, HIGH), 0, 32)
        for i in range(9):
            x = 60 + i * 60
            for r in range(54, 0, -4):
                k = (1 - r / 54) ** 2
                pygame.draw.circle(s, (round(40 * k), round(26 * k), round(9 * k)), (x, HIGH - 22), r)
        return s

    def _mouse(self, n: int, mood: str, hat: bool) -> Surface:
        key = (n, mood, hat)
        if key not in self._mice:
            self._mice[key] = mouse(n, mood, hat)
        return self._mice[key]

    def _card(self, n: int, size: int, lit: bool) -> Surface:
        """Piece ``n`` as they have written it, with a drawing for those who read slowly; in large letters without."""
        key = (n, size, lit)
        if key not in self._cards:
            say = self.words.get(f"beats.bobinsky_warns.tile_{n + 1}.1").strip('"')
            rect = self.cloth.table("ui/show").get("pictures", {}).get(f"card_{n + 1}")
            ink = (120, 40, 30) if lit else INK
            if rect is not None and size == 100:
                s = self.cloth.piece("ui/show", (rect[0], rect[1], rect[2], rect[3])).copy()
                text = balanced(self.font.cut(100), say, rect[2] - 10, pitch=11)
                top = rect[3] - 26 + (24 - text.height) // 2
                text.draw(s, rect[2] // 2, top, ink, align=0.5, shadow=False)
            else:
                w, h = CARD
                s = blank(w + 4, h + 4)
                s.blit(self.cloth.paper(w, h, seed=n + 3, worn=0.7), (0, 0))
                text = balanced(self.font.cut(150), say, w - 12)
                if text.height > h - 6 or text.width > w - 8:
                    text = balanced(self.font.cut(100), say, w - 14)
                text.draw(s, w // 2, (h - text.height) // 2 + 1, ink, align=0.5, shadow=False)
            self._cards[key] = s
        return self._cards[key]

    # ---- each picture

    def draw(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        veil(to, 200)
        room = edges(to, taste.is_safe)
        rise = 0 if taste.calm else round((1 - ease(self.life_s / 0.4)) * 46)
        x, y = room.centerx - WIDE // 2, room.top + 4 - rise
        self.box = Rect(x, y, WIDE, HIGH)
        to.blit(self._stage, (x, y))
        if panel.is_right and panel.state == TOLD:  # it was holding it all the time
            k = 0.5 if taste.calm else 0.5 - 0.5 * math.cos(panel.bow_ticks * math.tau / 150)
            swell = round(4 * k)
            self._door(to, DOOR.move(x, y).inflate(swell, swell), 0.25 + 0.6 * k)
        glow = self._glow
        to.blit(glow, (x, y), special_flags=BLEND_RGB_ADD)
        self._draw_matches(to, x, y, taste)
        t = self.life_s * 60
        row = self._row(panel)
        for place, piece, px, py, front in sorted(row, key=lambda r: r[4]):
            self._draw_mouse(to, panel, taste, place, piece, x + px, y + py, t, front)
        self._draw_drum(to, panel, x + DRUM_X, y + FLOOR + 22, t)
        if panel.state == PICK:
            self._draw_hand(to, panel, marks, taste, x, y)
        elif panel.state == READ:
            self._draw_reading(to, panel, taste, room)

    def _row(self, panel: Any) -> list[tuple[int, int, float, float, float]]:
        """(place, piece, x, y, how far in front) of everybody on the boards."""
        out = []
        for place, piece in enumerate(panel.order):
            px, py, front = FIRST + place * STEP + 20.0, float(FLOOR + 16), 0.0
            if panel.state == SWAP and place in panel.swapping:
                a, b = panel.swapping
                other = b if place == a else a
                k = ease(panel.ticks / SWAP_TICKS)
                px += (other - place) * STEP * k
                passes = 1 if place == a else -1
                front = float(passes)
                py += math.sin(math.pi * k) * 13 * passes - abs(math.sin(k * math.pi * 3)) * 5
            elif panel.state == COME:
                k = ease(min(max((panel.ticks - place * 9) / (COMES_TICKS - 34), 0.0), 1.0))
                px += (1 - k) * (WIDE - px + 60)
                py -= abs(math.sin((1 - k) * 20)) * 5
            out.append((place, piece, px, py, front))
        return out

    def _draw_mouse(
        self, to: Surface, panel: Any, taste: Taste, place: int, piece: int, x: float, y: float, t: float, front: float
    ) -> None:
        reads = panel.piece_read == place
        sits = piece in panel.sits and panel.state in (PICK, TOLD) and not panel.is_right
        done = panel.is_right and panel.state == TOLD
        held = panel.state == PICK and panel.held == place
        over = panel.state == PICK and panel.cursor == place
        mood = "plain"
        if reads:
            mood = "sing" if int(panel.ticks / 7) % 2 else "plain"
        elif done:
            mood = "shy"
        elif sits or held:
            mood = "glad"
        elif (int(t) + piece * 71) % 210 < 8:
            mood = "blink"
        lift = raised = 0.0
        if reads:
            k = min((panel.ticks - ROLL_TICKS) % READ_TICKS / 16, 1.0)
            lift, raised = math.sin(math.pi * k) * 12 + 3, ease(k)
        elif held:
            lift = 9 + (0 if taste.calm else math.sin(t * 0.12) * 2)
        elif over:
            lift = 3
        elif panel.hums and panel.state == PICK and piece == RIGHT[place] and not taste.calm:
            lift = abs(math.sin(t * math.tau / 64)) * 8
            self._draw_note(to, x + 34, y - 112 - lift, t + place * 20)
        drop = 22 if sits else 0
        hat = not (done and piece == 3 and panel.bow_ticks > 20)
        picture = self._mouse(piece, mood, hat)
        sway = 0 if taste.calm else round(math.sin(t * 0.05 + piece * 2) * 1.2)
        pygame.draw.ellipse(to, mix((64, 40, 40), SHADOW, 0.5), Rect(round(x) - 40, round(y) - 3, 80, 11))
        card = self._card(piece, taste.text_size, reads or held)
        cw, ch = card.get_size()
        stands = ch - 2  # a card begins so many px above the boards, and the chin with it
        top = round(y - stands - chin(piece) - lift + drop)
        short = stands + chin(piece) - GROUND
        if short > 4:  # the short ones stand on a matchbox
            box = Rect(round(x) - 22, round(y) - short, 44, short)
            pygame.draw.rect(to, (58, 38, 38), box.inflate(2, 2))
            pygame.draw.rect(to, (196, 160, 104), box)
            pygame.draw.rect(to, (146, 66, 58), box.inflate(-12, -4))
        to.blit(picture, (round(x) - W // 2 + sway, top), Rect(0, 0, W, H - drop))
        if not hat:
            off = min((panel.bow_ticks - 20) / 24, 1.0)
            cap = self._mouse(piece, "plain", True).subsurface(Rect(W // 2 - 16, chin(piece) - 54, 36, 20))
            to.blit(cap, (round(x) + 22 + round(6 * off), top + chin(piece) - 26 + round(12 * off)))
        cx, cy = round(x) - cw // 2, round(y - stands - lift - raised * (W + 20))
        to.blit(card, (cx, cy))
        for side in (0, 1):
            to.blit(paw(piece), (cx + (6 if side == 0 else cw - 20), cy - 5 if raised < 0.5 else cy + ch - 6))
        if held:
            seam_round(to, Rect(cx - 3, cy - 3, cw + 6, ch + 6), GOLD, int(t * 0.2))

    def _draw_note(self, to: Surface, x: float, y: float, t: float) -> None:
        k = (t % 64) / 64
        px, py = round(x + math.sin(t * 0.1) * 3), round(y - k * 12)
        c = mix((150, 110, 110), GOLD, 1 - k)
        pygame.draw.circle(to, c, (px, py), 2)
        pygame.draw.line(to, c, (px + 2, py), (px + 2, py - 8))
        pygame.draw.line(to, c, (px + 2, py - 8), (px + 5, py - 6))

    def _draw_matches(self, to: Surface, x: int, y: int, taste: Taste) -> None:
        for i in range(9):
            mx, my = x + 60 + i * 60, y + HIGH - 10
            k = 0.5 if taste.calm else 0.5 + 0.5 * math.sin(self.life_s * (7 + i % 3) + i * 2)
            pygame.draw.rect(to, (70, 46, 40), Rect(mx - 7, my - 2, 14, 7))
            pygame.draw.rect(to, (196, 150, 96), Rect(mx - 6, my - 1, 12, 5))
            pygame.draw.line(to, (222, 196, 150), (mx, my - 2), (mx, my - 9))
            flame = [(mx - 2, my - 9), (mx, my - 16 - round(2 * k)), (mx + 2, my - 9)]
            pygame.draw.polygon(to, (255, 190, 90), flame)
            to.fill((255, 244, 200), (mx, my - 11, 1, 3))

    def _draw_drum(self, to: Surface, panel: Any, x: int, y: int, t: float) -> None:
        """HERRING, it says; it is tuned."""
        roll = panel.state == READ and panel.ticks < ROLL_TICKS
        over = panel.state == PICK and panel.cursor == DRUM
        dy = (int(t) // 2 % 2) if roll else (-2 if over else 0)
        tin = Rect(x - 30, y - 34 + dy, 60, 34)
        pygame.draw.ellipse(to, mix((64, 40, 40), SHADOW, 0.5), Rect(x - 34, y - 5, 68, 12))
        pygame.draw.rect(to, SHADOW, tin.inflate(4, 4), border_radius=6)
        for i in range(tin.w):
            k = abs(i / tin.w - 0.32)
            to.fill(mix((206, 204, 204), (92, 90, 108), min(k * 1.9, 1.0)), (tin.x + i, tin.y + 6, 1, tin.h - 8))
        pygame.draw.rect(to, (72, 112, 140), Rect(tin.x, tin.y + 13, tin.w, 14))
        cut = self.font.cut(100)
        cut.write(to, x, tin.y + 15, "~><>", (232, 226, 208), align=0.5)
        top = Rect(tin.x - 2, tin.y - 5, tin.w + 4, 16)
        pygame.draw.ellipse(to, SHADOW, top.inflate(2, 2))
        pygame.draw.ellipse(to, (226, 208, 176), top)
        pygame.draw.ellipse(to, (198, 172, 138), top.inflate(-18, -6), 1)
        for side in (-1, 1):
            beat = math.sin(t * 0.9 + (0 if side < 0 else math.pi)) if roll else 0.4
            tip = (x + side * 10, tin.y - 2 - round(abs(beat) * 9))
            end = (x + side * 30, tin.y - 22)
            pygame.draw.line(to, SHADOW, (tip[0] + 1, tip[1] + 1), (end[0] + 1, end[1] + 1), 3)
            pygame.draw.line(to, (200, 156, 104), tip, end, 2)
            pygame.draw.circle(to, (238, 226, 200), tip, 3)
        if over:
            seam_round(to, tin.inflate(14, 20).move(0, -3), GOLD, int(t * 0.2))
        elif panel.state == PICK and panel.swaps:  # it may be forgotten, over so much arranging
            word = self.words.get("panel.message_drum")
            box = Rect(0, 0, cut.width(word) + 14, cut.line + 6)
            box.midbottom = (x, tin.y - 26 + round(math.sin(t * 0.08)))
            box.right = min(box.right, self.box.right - 4)
            to.blit(self.cloth.plate(box.w, box.h, FELT, False), box)
            cut.write(to, box.centerx, box.y + 4, word, CREAM, align=0.5)

    def _draw_hand(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, x: int, y: int) -> None:
        """Where the cursor is, and in words what a press would do."""
        at_drum = panel.cursor == DRUM
        px = x + DRUM_X if at_drum else x + FIRST + panel.cursor * STEP + 20
        py = y + FLOOR - (64 if at_drum else 112)
        dy = 0 if taste.calm else bob(self.life_s, 2.0, 0.9)
        tip = [(px - 6, py - 8 + dy), (px + 6, py - 8 + dy), (px, py + 1 + dy)]
        pygame.draw.polygon(to, SHADOW, [(a + 1, b + 1) for a, b in tip])
        pygame.draw.polygon(to, GOLD, tip)
        key = "message_drum" if at_drum else "message_swap" if panel.held >= 0 else "message_pick"
        cut = self.font.cut(taste.text_size)
        cap = marks.drawn("interact", taste.text_size)
        word = self.words.get(f"panel.{key}")
        w = cut.width(word) + cap.get_width() + 66
        box = Rect(0, 0, w, max(cut.line, cap.get_height()) + 12)
        box.midtop = (x + WIDE // 2, self.box.bottom + 8)
        to.blit(self.cloth.plate(box.w, box.h, FELT), box)
        left, right = way_cap(marks, "left"), way_cap(marks, "right")
        to.blit(left, (box.x - left.get_width() - 6 + (0 if taste.calm else -bob(self.life_s, 1.0, 1.2)), box.y + 6))
        to.blit(right, (box.right + 6 + (0 if taste.calm else bob(self.life_s, 1.0, 1.2)), box.y + 6))
        to.blit(cap, (box.x + 14, box.centery - cap.get_height() // 2))
        cut.write(to, box.x + 22 + cap.get_width(), box.centery - cut.cap // 2 - cut.rise, word, CREAM)
        if panel.held < 0 and not self.is_spoken_over:
            self.draw_leave(to, marks, taste, is_low=True)

    def _draw_reading(self, to: Surface, panel: Any, taste: Taste, room: Rect) -> None:
        """The sentence as far as it has been read."""
        n = panel.piece_read + 1
        if n <= 0:
            return
        pieces = [self.words.get(f"beats.bobinsky_warns.tile_{p + 1}.1").strip('"') for p in panel.order[:n]]
        cut = self.font.cut(max(taste.text_size, 150))
        text = balanced(cut, " ".join(pieces), 560)
        box = Rect(0, 0, text.width + 40, text.height + 18)
        box.midtop = (room.centerx, self.box.bottom + 12)
        to.blit(self.cloth.plate(box.w, box.h, WARM), box)
        text.draw(to, box.centerx, box.y + 10, GOLD, align=0.5)
