"""The bet as cloth: four patches of felt words on a strip, a needle that reads, a hole with an eye in it, and her hand.

Above it two buttons listen, in the dark.
"""

from __future__ import annotations

import math
import random
from typing import Any

import pygame
from pygame import Rect, Surface

from game.core.words import Words
from game.sim.panels.wager import (
    COME,
    COMES_TICKS,
    GLINT_TICKS,
    KNOT,
    KNOT_TICKS,
    PATCHES,
    PICK,
    RIP,
    RIP_TICKS,
    RIPS_AT,
    SAY,
    SEW,
    SEW_TICKS,
    TIED,
    TOLD,
    TURN_TICKS,
)
from game.view.felt import (
    CREAM,
    GOLD,
    SHADOW,
    THREAD,
    WARM,
    Cloth,
    Colour,
    blank,
    bob,
    ease,
    edges,
    mix,
    seam_round,
    stitches,
)
from game.view.font import Font, balanced
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import Drawer, veil, way_cap
from game.view.panels.wager_art import listener, needle, needle_hand, plain_hand

WIDE = 584
MARGIN = 16
TOP = 40
"""px above the strip, for whoever listens."""
GAP = 5
FELTS: tuple[Colour, ...] = ((134, 96, 54), (52, 98, 104), (98, 62, 112), (138, 60, 58))
"""What the four patches are cut from."""
NEEDLE_ROW = 30
AWAY_TICKS = 34
HOLE_AT = 0.86
"""How far along a patch the cloth goes."""


class WagerDrawer(Drawer):
    """Cuts a patch when it is first seen; remembers where her hand was."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self.words_below = True
        self._patches: dict[tuple[int, int, int, bool], Surface] = {}
        self._hands: dict[str, Surface] = {}
        self._scroll = 0.0

    # ---- made once

    def say(self, patch: int, word: int) -> str:
        """The words of a patch, without the dots that join them."""
        node = self.words.node(f"beats.game_proposed.tile_{PATCHES[patch]}.{word + 1}")
        return str(node["pick"]).strip(". ") if isinstance(node, dict) else ""

    def _high(self, patch: int, size: int) -> int:
        """Patches are as high as the longest of their words, so that nothing moves when they are turned."""
        return max(self._patch(patch, w, size, False).get_height() for w in range(len(self._all(patch))))

    def _all(self, patch: int) -> list[str]:
        return self.words.numbered(f"beats.game_proposed.tile_{PATCHES[patch]}")

    def _patch(self, patch: int, word: int, size: int, lit: bool) -> Surface:
        """Felt letters sewn on a piece of felt; ``lit``: as far as the needle has been."""
        key = (patch, word, size, lit)
        if key in self._patches:
            return self._patches[key]
        cut = self.font.cut(max(size, 200))
        text = balanced(cut, self.say(patch, word), WIDE - 2 * MARGIN - 70)
        w, h = WIDE - 2 * MARGIN, text.height + 15
        s = blank(w, h + 3)
        ground = FELTS[patch]
        pygame.draw.rect(s, (*SHADOW, 140), Rect(2, 4, w - 3, h - 2), border_radius=4)
        pygame.draw.rect(s, mix(ground, SHADOW, 0.55), Rect(0, 0, w, h), border_radius=5)
        for y in range(1, h - 1):
            k = y / h
            pygame.draw.line(s, mix(mix(ground, CREAM, 0.07), mix(ground, SHADOW, 0.28), k), (1, y), (w - 2, y))
        fluff = random.Random(patch * 7 + 3)
        for _ in range(w * h // 9):
            x, y = fluff.randrange(1, w - 1), fluff.randrange(1, h - 1)
            s.set_at((x, y), mix(s.get_at((x, y))[:3], CREAM if fluff.random() < 0.45 else SHADOW, 0.09))
        words = blank(w, h)
        text.draw(words, w // 2, (h - text.height) // 2 + 1, (255, 255, 255), align=0.5, shadow=False)
        shape = pygame.mask.from_surface(words)
        edge = mix(ground, SHADOW, 0.72)
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1), (1, 2), (0, 2)):
            shape.to_surface(s, setcolor=(*edge, 255), unsetcolor=None, dest=(dx, dy))
        top, low = ((255, 238, 170), (236, 178, 84)) if lit else (CREAM, (206, 184, 160))
        tint = blank(w, h)
        rows = max(len(text.rows), 1)
        for y in range(h):
            k = ((y - 6) % max((h - 12) // rows, 1)) / max((h - 12) // rows, 1)
            pygame.draw.line(tint, mix(top, low, k), (0, y), (w, y))
        for _ in range(w * h // 14):  # letters are cut from felt too
            x, y = fluff.randrange(w), fluff.randrange(h)
            tint.set_at((x, y), mix(tint.get_at((x, y))[:3], ground, 0.25))
        shape.to_surface(s, setsurface=tint, unsetcolor=None)
        self._patches[key] = s
        return s

    def _hand(self, name: str) -> Surface:
        """Hers, from above: reach, pinch, recoil."""
        if name not in self._hands:
            at = self.cloth.table("ui/wager").get("pictures", {}).get(f"her_{name}")
            if at is not None:
                self._hands[name] = self.cloth.piece("ui/wager", (at[0], at[1], at[2], at[3]))
            else:
                self._hands[name] = needle_hand({"reach": 1.0, "pinch": 0.15, "recoil": 1.5}[name])
        return self._hands[name]

    # ---- each picture

    def draw(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        veil(to, 216)
        room = edges(to, taste.is_safe)
        size = taste.text_size
        highs = [self._high(i, size) for i in range(SAY)]
        whole = sum(highs) + GAP * (SAY + 1) + NEEDLE_ROW
        x = room.centerx - WIDE // 2
        if panel.shaken and not taste.calm:
            x += round(math.sin(panel.shaken * 1.4) * panel.shaken / 3)
        goal = self._scrolled(panel, highs, room)
        self._scroll += (goal - self._scroll) * (1.0 if taste.calm else min(dt_s * 9, 1.0))
        come = 1.0 if taste.calm or panel.state != COME else ease(panel.ticks / COMES_TICKS)
        y = room.y + TOP - round(self._scroll) - round((1 - come) * 80)
        # they lean in when the bet is whole
        keen = 0.3 if panel.state in (SEW, KNOT) and panel.is_whole else 0.0
        sway = 0 if taste.calm else round(math.sin(panel.age * 0.02) * 3)
        listener(to, room.centerx, room.y - round(self._scroll * 0.6) + 16, keen, sway)
        strip = Rect(x, y, WIDE, whole)
        self.box = strip.clip(to.get_rect())
        self._draw_strip(to, panel, strip, taste)
        tops = []
        at = strip.y + GAP
        for high in highs:
            tops.append(at)
            at += high + GAP
        for i in range(SAY):
            self._draw_patch(to, panel, i, Rect(x + MARGIN, tops[i], WIDE - 2 * MARGIN, highs[i]), size, taste, marks)
        self._draw_needle_row(to, panel, Rect(x + MARGIN, at, WIDE - 2 * MARGIN, NEEDLE_ROW), taste)
        if panel.state in (SEW, RIP, TOLD, KNOT, TIED):
            self._draw_needle(to, panel, x, tops, highs, taste)
        self._draw_her_hand(to, panel, x, tops, highs, taste)
        if panel.state == PICK:
            self._draw_prompt(to, panel, marks, taste, room)
        elif panel.reach and panel.reach <= panel.reach_ticks:
            i = panel.target
            self._draw_keep(to, marks, taste, room, (x + WIDE - 150, tops[i] + highs[i] // 2))

    def _scrolled(self, panel: Any, highs: list[int], room: Rect) -> float:
        """How far the strip is drawn up, so that what matters stands above the words."""
        if not self.is_spoken_over and panel.state in (PICK, COME):
            n = panel.cursor
        elif panel.state in (RIP, TOLD):
            n = max(panel.hole_at, 0)
        else:
            n = panel.target if panel.reach else min(panel.sewn, SAY)
        low = TOP + GAP + sum(highs[: n + 1]) + GAP * (n + 1) + (NEEDLE_ROW if n >= SAY - 1 else 0)
        space = room.h - (126 if self.is_spoken_over else 44)
        return max(0.0, float(low - space))

    def _draw_strip(self, to: Surface, panel: Any, strip: Rect, taste: Taste) -> None:
        """A length of her tablecloth."""
        pygame.draw.rect(to, SHADOW, strip.move(3, 4), border_radius=3)
        pygame.draw.rect(to, (58, 40, 46), strip, border_radius=3)
        for i in range(strip.x + 2, strip.right - 2, 3):
            pygame.draw.line(to, (64, 46, 52), (i, strip.y + 2), (i, strip.bottom - 3))
        for j in range(strip.y + 2, strip.bottom - 2, 3):
            pygame.draw.line(to, (52, 36, 44), (strip.x + 2, j), (strip.right - 3, j))
        tied = panel.state == TIED
        colour = GOLD if tied else (132, 92, 84)
        seam_round(to, strip.inflate(-6, -6), colour, 0 if taste.calm or not tied else panel.age // 4)
        for i in range(strip.x + 4, strip.right - 4, 5):  # a fringe
            pygame.draw.line(to, (84, 60, 60), (i, strip.bottom - 1), (i + (i * 7 % 3) - 1, strip.bottom + 5))

    def _draw_patch(self, to: Surface, panel: Any, i: int, box: Rect, size: int, taste: Taste, marks: Glyphs) -> None:
        picks = panel.state == PICK
        over = picks and panel.cursor == i
        sewn = panel.state in (KNOT, TIED) or (panel.state in (SEW, RIP, TOLD) and i < panel.sewn)
        picture = self._patch(i, panel.chosen[i], size, sewn)
        y = box.y + (box.h - picture.get_height() + 3) // 2
        if panel.turned and over and not taste.calm:  # turned over like a page
            k = abs(math.cos((1 - panel.turned / TURN_TICKS) * math.pi / 2 - math.pi / 2))
            flat = max(round(picture.get_height() * max(k, 0.08)), 2)
            picture = pygame.transform.scale(picture, (picture.get_width(), flat))
            y = box.centery - flat // 2
        elif panel.target == i and panel.reach > panel.reach_ticks:
            y += -3 if panel.reach % 6 < 3 else -1  # plucked
        to.blit(picture, (box.x, y))
        if panel.state == SEW and panel.sewn == i:
            k = min(panel.ticks / SEW_TICKS, 1.0)
            lit = self._patch(i, panel.chosen[i], size, True)
            to.blit(lit, (box.x, y), Rect(0, 0, round(box.w * k), lit.get_height()))
        if panel.state in (RIP, TOLD) and panel.hole_at == i:
            self._draw_hole(to, panel, box, taste)
        # its seam: tacked with loose white thread until it is sewn
        edge = box.inflate(-4, -4)
        if sewn:
            seam_round(to, edge, GOLD)
        elif over:
            seam_round(to, edge, GOLD, 0 if taste.calm else panel.age // 5)
        else:
            for x0 in (edge.x + 6, edge.right - 20):
                stitches(to, (x0, edge.y), (x0 + 14, edge.y), mix(FELTS[i], CREAM, 0.5), 5, 5)
                stitches(to, (x0, edge.bottom - 1), (x0 + 14, edge.bottom - 1), mix(FELTS[i], CREAM, 0.5), 5, 5)
        if panel.glint and panel.state == SEW and i == panel.sewn + 1:
            k = panel.glint / GLINT_TICKS
            shine = blank(box.w, box.h)
            gx = round((1 - k) * (box.w + 60)) - 30
            pygame.draw.polygon(
                shine, (255, 255, 255, round(120 * k)), [(gx, 0), (gx + 22, 0), (gx, box.h), (gx - 22, box.h)]
            )
            to.blit(shine, box)
        if over:
            dx = 0 if taste.calm else bob(self.life_s, 2.0, 1.0)
            left, right = way_cap(marks, "left"), way_cap(marks, "right")
            to.blit(left, (box.x + 5 - dx, box.centery - left.get_height() // 2))
            to.blit(right, (box.right - right.get_width() - 5 + dx, box.centery - right.get_height() // 2))
            n, many = panel.chosen[i], len(self._all(i))
            for k in range(many):  # how many there are
                c = GOLD if k == n else mix(FELTS[i], SHADOW, 0.6)
                to.fill(c, (box.centerx - many * 5 + k * 10, box.bottom - 5, 6, 2))

    def _draw_hole(self, to: Surface, panel: Any, box: Rect, taste: Taste) -> None:
        """The cloth has gone there; somebody is quite near on the other side."""
        k = ease(panel.ticks / RIP_TICKS) if panel.state == RIP else 1.0
        # where the needle stopped
        cx, cy = box.x + round(box.w * HOLE_AT), box.centery
        rx, ry = 52 * k + 2, min(box.h * 0.66, 32) * k + 1
        rag = random.Random(panel.tries)
        outer, inner = [], []
        for n in range(26):
            a = n * math.tau / 26
            j = 0.8 + rag.random() * 0.45
            outer.append((cx + math.cos(a) * rx * j * 1.12, cy + math.sin(a) * ry * j * 1.12))
            inner.append((cx + math.cos(a) * rx * j, cy + math.sin(a) * ry * j))
        pygame.draw.polygon(to, mix(FELTS[panel.hole_at], CREAM, 0.35), outer)
        pygame.draw.polygon(to, (5, 3, 9), inner)
        if k > 0.5:
            look = 0 if taste.calm else round(math.sin(panel.age * 0.035) * 5)
            at = (
                self.cloth.table("ui/wager")
                .get("pictures", {})
                .get("eye_left" if look < -2 else "eye_right" if look > 2 else "eye_mid")
            )
            shown = (k - 0.5) * 2
            if at is not None:
                eye = self.cloth.piece("ui/wager", (at[0], at[1], at[2], at[3]))
                to.blit(eye, (cx - eye.get_width() // 2, cy - eye.get_height() // 2))
            else:
                r = round(min(ry * 0.72, 17) * shown)
                pygame.draw.circle(to, (46, 38, 52), (cx + look, cy), r)
                pygame.draw.circle(to, (98, 88, 106), (cx + look, cy), r, 2)
                if r > 8:
                    for dx in (-4, 4):
                        for dy in (-4, 4):
                            pygame.draw.circle(to, (8, 5, 12), (cx + look + dx, cy + dy), 2)
                    to.fill((220, 214, 222), (cx + look - r // 2, cy - r // 2, 3, 2))
        for n in range(7):  # threads that held it
            from_x, from_y = outer[n * 3 % 26]
            hang = (6 + rag.random() * 12) * k
            end = (from_x + rag.uniform(-5, 5), from_y + hang)
            pygame.draw.line(to, SHADOW, (from_x + 1, from_y + 1), (end[0] + 1, end[1] + 1))
            pygame.draw.line(to, CREAM, (from_x, from_y), end)

    def _draw_needle_row(self, to: Surface, panel: Any, box: Rect, taste: Taste) -> None:
        """The needle stuck in the hem, until it is wanted."""
        if panel.state in (SEW, RIP, TOLD):
            return
        over = panel.state == PICK and panel.cursor == SAY
        x, y = box.centerx, box.centery
        if panel.state in (KNOT, TIED):
            self._draw_knot(to, panel, x, y)
            return
        dy = bob(self.life_s, 1.5, 1.0) if over and not taste.calm else 0
        needle(to, (x + 34, y + 6 + dy), (x - 38, y - 3 + dy))
        points = [(x - 36 + -k * 6, y - 3 + dy + math.sin(k * 0.9) * 5) for k in range(11)]
        pygame.draw.lines(to, SHADOW, False, [(a, b + 2) for a, b in points], 2)
        pygame.draw.lines(to, THREAD, False, points, 2)
        if over:
            seam_round(to, Rect(x - 120, box.y + 1, 240, box.h - 3), GOLD, 0 if taste.calm else panel.age // 5)

    def _draw_knot(self, to: Surface, panel: Any, x: int, y: int) -> None:
        k = min(panel.ticks / KNOT_TICKS, 1.0) if panel.state == KNOT else 1.0
        half = round(120 - 70 * ease(k))
        for side in (-1, 1):
            pygame.draw.line(to, (8, 6, 12), (x, y + 1), (x + side * half, y - 4 + round(8 * (1 - k))), 3)
            pygame.draw.line(to, (40, 34, 46), (x, y), (x + side * half, y - 5 + round(8 * (1 - k))), 1)
        r = round(13 - 5 * ease(k))
        pygame.draw.ellipse(to, (8, 6, 12), Rect(x - r, y - r // 2 - 1, 2 * r, r + 3))
        pygame.draw.ellipse(to, (52, 44, 60), Rect(x - r + 2, y - r // 2, 2 * r - 5, r - 1), 2)
        if panel.state == TIED:
            pygame.draw.arc(to, (52, 44, 60), Rect(x - 5, y - 6, 10, 12), 0, 3.1, 2)

    def _draw_needle(self, to: Surface, panel: Any, x: int, tops: list[int], highs: list[int], taste: Taste) -> None:
        """Along the lower seam of the patch that is read, stitches behind it; stuck where the hole is."""
        for i in range(SAY):
            done = i < panel.sewn or panel.state in (KNOT, TIED)
            k = 1.0 if done else 0.0
            if i == panel.sewn and panel.state in (SEW, RIP, TOLD):
                k = min(panel.ticks / SEW_TICKS, 1.0) if panel.state == SEW else RIPS_AT
            if k <= 0:
                continue
            y = tops[i] + highs[i] - 4
            end = x + MARGIN + 6 + round((WIDE - 2 * MARGIN - 12) * k)
            stitches(to, (x + MARGIN + 6, y), (end, y), THREAD, 6, 3)
            if not done and k < 1:
                dip = 0 if taste.calm else round(math.sin(panel.ticks * math.tau / 16) * 4)
                needle(to, (end + 20, y + dip), (end - 14, y - dip - 3))

    def _draw_her_hand(self, to: Surface, panel: Any, x: int, tops: list[int], highs: list[int], taste: Taste) -> None:
        """Down along the side, on its fingertips; up again with what it came for, or without."""
        wx = x + WIDE - 150
        if panel.reach:
            i = panel.target
            goal = tops[i] + highs[i] // 2
            k = min(panel.reach / panel.reach_ticks, 1.0)
            steps = math.floor(k * 5) / 5 + ease(min((k * 5 % 1.0) * 2, 1.0)) / 5  # in five small hurries
            tip = -20 + (goal + 20) * min(steps, 1.0)
            pinch = panel.reach > panel.reach_ticks - 12
            quiver = 0 if taste.calm else round(math.sin(panel.reach * 1.3) * (1 if pinch else 2))
            self._arm(to, "pinch" if pinch else "reach", wx + quiver, round(tip))
        elif panel.away and panel.away < AWAY_TICKS:
            k = ease(panel.away / AWAY_TICKS)
            i = min(panel.sewn + 1, SAY - 1)
            tip = (tops[i] + highs[i] // 2) * (1 - k) - 40 * k
            self._arm(to, "recoil" if panel.slapped else "pinch", wx + round(22 * k), round(tip))
            if panel.slapped and panel.away < 24:
                self._mine(to, wx, tops[i] + highs[i] // 2, panel.away)

    def _arm(self, to: Surface, name: str, x: int, tip: int) -> None:
        """``tip``: where its fingers end."""
        hand = self._hand(name)
        w, h = hand.get_size()
        top = tip - h + 6
        if top > 0:  # there is a great deal more of it
            sleeve = hand.subsurface((0, 1, w, 1))
            to.blit(pygame.transform.scale(sleeve, (w, top + 1)), (x - w // 2, 0))
            for yy in range(0, top, 7):
                pygame.draw.line(to, SHADOW, (x - 12, yy), (x + 12, yy + 3))
        to.blit(hand, (x - w // 2, top))

    def _mine(self, to: Surface, x: int, y: int, since: int) -> None:
        """Hers, flat on the cloth, where the other was."""
        down = ease(min(since / 7, 1.0))
        at = self.cloth.table("ui/wager").get("pictures", {}).get("my_hold")
        yy = y + round((1 - down) * 60)
        if at is not None:
            hand = self.cloth.piece("ui/wager", (at[0], at[1], at[2], at[3]))
            to.blit(hand, (x - hand.get_width() // 2, yy - hand.get_height() // 2 + 2))
        else:
            plain_hand(to, x, yy)
        if since < 10:
            for n in range(8):
                a = n * math.tau / 8
                r = 26 + since * 2
                pygame.draw.line(
                    to,
                    CREAM,
                    (x + math.cos(a) * r, y + math.sin(a) * r * 0.6),
                    (x + math.cos(a) * (r + 6), y + math.sin(a) * (r + 6) * 0.6),
                )

    # ---- words

    def _draw_prompt(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, room: Rect) -> None:
        if self.is_spoken_over:
            return
        cut = self.font.cut(taste.text_size)
        cap = marks.drawn("interact", taste.text_size)
        word = self.words.get("panel.wager_say" if panel.cursor == SAY else "panel.wager_turn")
        w = cut.width(word) + cap.get_width() + 34
        h = max(cut.line, cap.get_height()) + 10
        box = Rect(0, 0, w, h)
        box.midbottom = (room.centerx, room.bottom)
        to.blit(self.cloth.plate(w, h, WARM), box)
        to.blit(cap, (box.x + 12, box.centery - cap.get_height() // 2))
        cut.write(to, box.x + 22 + cap.get_width(), box.centery - cut.cap // 2 - cut.rise, word, CREAM)
        up, down = way_cap(marks, "up"), way_cap(marks, "down")
        to.blit(up, (box.x - up.get_width() - 8, box.y + 4))
        to.blit(down, (box.right + 8, box.y + 4))

    def _draw_keep(self, to: Surface, marks: Glyphs, taste: Taste, room: Rect, hand: tuple[int, int]) -> None:
        """Quick: what a press would do now, large, beside the hand it is about."""
        size = max(taste.text_size, 150)
        cut = self.font.cut(size)
        cap = marks.drawn("interact", size)
        word = self.words.get("panel.wager_keep")
        w = cut.width(word) + cap.get_width() + 34
        h = max(cut.line, cap.get_height()) + 12
        box = Rect(0, 0, w, h)
        box.midright = (hand[0] - 26, hand[1])
        box.clamp_ip(room)
        box.y += 0 if taste.calm else bob(self.life_s, 2.0, 0.4)
        to.blit(self.cloth.plate(w, h, WARM), box)
        to.blit(cap, (box.x + 12, box.centery - cap.get_height() // 2))
        cut.write(to, box.x + 22 + cap.get_width(), box.centery - cut.cap // 2 - cut.rise, word, GOLD)
