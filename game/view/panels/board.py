"""The clue board: a page of dark felt with five cards pinned round a small door, and threads that hold or let go."""

from __future__ import annotations

import math
import random
from typing import Any

import pygame
from pygame import Rect, Surface

from game.core.words import Words
from game.sim.panels.board import CARDS, COME, COMES_TICKS, FALL, FALL_TICKS, PICK, PLACES, PULL, PULL_TICKS, TOLD
from game.view.felt import (
    CREAM,
    FELT,
    GOLD,
    INK,
    SHADOW,
    THREAD,
    Cloth,
    blank,
    bob,
    ease,
    edges,
    mix,
    seam_round,
)
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.board_art import (
    chair_back,
    little_door,
    pin,
    pinked,
    snowflake,
    two_coats,
    wool,
)
from game.view.panels.drawer import Drawer, veil

WIDE, HIGH = 604, 252
CARD_W, CARD_H = 100, 78
PICTURE = (84, 62)
PIN_Y = -30
"""Where a thread is fastened, px from the middle of a card."""
GROUNDS = ((150, 128, 112), (126, 140, 150), (132, 112, 128), (108, 124, 152), (150, 118, 104))
"""The felt each card is cut from."""
SAG = 26.0


class BoardDrawer(Drawer):
    """Cuts everything once; after that it only moves."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        super().__init__(cloth, font, words)
        self.words_below = True
        self._cards: dict[int, Surface] = {}
        self._door: Surface | None = None
        self._back: Surface | None = None
        self._hand: tuple[float, float] | None = None

    # ---- made once

    def _picture(self, name: str) -> Surface:
        """What is on a card: as the artist cut it, or put together from the house's own things."""
        table = self.cloth.table("ui/board").get("pictures", {})
        at = table.get(name if name in ("door", "wool", "pin") else f"card_{name}")
        if at is not None:
            return self.cloth.piece("ui/board", (at[0], at[1], at[2], at[3]))
        s = blank(*PICTURE)
        w, h = PICTURE
        if name == "snow":
            snowflake(s, w // 2, h // 2 - 2)
            return s
        if name == "page":
            self._typed(s)
            return s
        if name == "doll":
            chair_back(s)
            pose = self.cloth.assets.actor("doll").pose("sit", "down", 0)
            large = pygame.transform.scale_by(pose.picture, 2)
            x, y = w // 2 - large.get_width() // 2, h - 3 - large.get_height()
            s.blit(large, (x, y))
            for dx, dy, c in ((-4, 36, (150, 96, 62)), (5, 43, (236, 236, 240))):
                pygame.draw.circle(s, SHADOW, (w // 2 + dx, y + dy + 1), 5)
                pygame.draw.circle(s, c, (w // 2 + dx, y + dy), 4)
                for hx in (-1, 1):
                    s.set_at((w // 2 + dx + hx, y + dy), SHADOW)
            return s
        if name == "coats":
            two_coats(s)
            return s
        for prop, x, y, k in {
            "kettle": (("kettle", w // 2, h - 6, 2),),
        }.get(name, ()):
            self._put(s, prop, x, y, k)
        return s

    def _typed(self, s: Surface) -> None:
        """Page nineteen, as far as it got: still in the roller."""
        w, h = PICTURE
        sheet = Rect(9, 3, w - 18, h - 17)
        pygame.draw.rect(s, (*SHADOW, 120), sheet.move(2, 2))
        pygame.draw.rect(s, (232, 222, 196), sheet)
        pygame.draw.line(s, (250, 244, 226), sheet.topleft, (sheet.right - 1, sheet.y))
        cut = self.font.cut(100)
        for i, row in enumerate(self.words.get("panel.board_typed").split("|")):
            s.blit(cut.row(row, INK, False), (sheet.x + 5, sheet.y + 5 + i * 12))
        roller = Rect(2, h - 15, w - 4, 10)
        pygame.draw.rect(s, SHADOW, roller.inflate(2, 2), border_radius=5)
        for y in range(roller.h):
            k = abs(y / roller.h - 0.35) * 1.6
            pygame.draw.line(
                s,
                mix((104, 104, 118), (34, 32, 44), min(k, 1)),
                (roller.x, roller.y + y),
                (roller.right - 1, roller.y + y),
            )
        for x in (roller.x - 1, roller.right - 5):
            pygame.draw.rect(s, (24, 22, 32), Rect(x, roller.y - 1, 6, 12), border_radius=2)

    def _put(self, s: Surface, prop: str, x: int, foot: int, k: int) -> None:
        props = self.cloth.assets.props("real")
        if props.has(prop):
            p = props.get(prop).picture
            p = pygame.transform.scale_by(p, k) if k > 1 else p
            s.blit(p, (x - p.get_width() // 2, foot - p.get_height()))

    def _card(self, n: int) -> Surface:
        if n not in self._cards:
            ground = GROUNDS[n]
            w, h = CARD_W, CARD_H
            s = blank(w + 4, h + 5)
            pinked(s, Rect(3, 5, w, h), (*SHADOW, 150))
            pinked(s, Rect(0, 0, w, h), mix(ground, SHADOW, 0.55))
            pinked(s, Rect(1, 1, w - 2, h - 2), mix(ground, SHADOW, 0.1))
            inner = Rect(8, 8, w - 16, h - 16)
            pygame.draw.rect(s, mix(ground, SHADOW, 0.42), inner, border_radius=4)
            fluff = random.Random(n + 5)
            for _ in range(420):
                x, y = fluff.randrange(4, w - 4), fluff.randrange(4, h - 4)
                s.set_at((x, y), mix(s.get_at((x, y))[:3], CREAM if fluff.random() < 0.4 else SHADOW, 0.1))
            for y in range(inner.y + 2, inner.bottom - 2):  # a light from above on what is shown
                k = 1 - (y - inner.y) / inner.h
                pygame.draw.line(
                    s, mix(mix(ground, SHADOW, 0.42), ground, 0.5 * k), (inner.x + 3, y), (inner.right - 4, y)
                )
            s.blit(self._picture(CARDS[n]), (8, 8))
            seam_round(s, Rect(4, 4, w - 8, h - 8), mix(ground, CREAM, 0.55))
            self._cards[n] = s
        return self._cards[n]

    @property
    def _board(self) -> Surface:
        if self._back is None:
            s = Surface((WIDE, HIGH), pygame.SRCALPHA, 32)
            s.blit(self.cloth.panel(WIDE, HIGH, "felt"), (0, 0))
            fluff = random.Random(11)
            for _ in range(2600):
                x, y = fluff.randrange(10, WIDE - 10), fluff.randrange(10, HIGH - 10)
                s.set_at((x, y), mix(s.get_at((x, y))[:3], FELT[3] if fluff.random() < 0.5 else FELT[0], 0.3))
            cx, cy = PLACES[-1]
            ground = s.get_at((cx - 150, cy))[:3]
            for r in range(90, 20, -3):  # the felt is worn paler round the door
                k = (1 - r / 90) ** 2
                box = Rect(0, 0, r * 3, r * 2)
                box.center = (cx, cy)
                pygame.draw.ellipse(s, mix(ground, FELT[3], 0.6 * k), box)
            self._back = s
        return self._back

    def _door_shut(self) -> Surface:
        if self._door is None:
            made = self._picture("door")
            if made.get_width() == PICTURE[0] and not self.cloth.table("ui/board"):
                made = little_door()
            self._door = made
        return self._door

    # ---- each picture

    def draw(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste, hero_y: float, dt_s: float) -> None:
        veil(to, 190)
        room = edges(to, taste.is_safe)
        rise = 0 if taste.calm else round((1 - ease(min(panel.age / COMES_TICKS, 1.0))) * 30)
        x, y = room.centerx - WIDE // 2, room.y - 4 - rise
        self.box = Rect(x, y, WIDE, HIGH)
        to.blit(self._board, (x, y))
        t = panel.age
        done = ease(min(panel.joined / 70, 1.0)) if panel.is_done else 0.0
        self._draw_door(to, panel, x, y, done, taste)
        for n in range(len(CARDS) - 1):
            self._draw_card(to, panel, n, x, y, t, done, taste)
        for pair in panel.tied:
            fresh = panel.ticks if pair == panel.tries and panel.state == TOLD else 90
            self._tied(to, pair, x, y, fresh, t, done, taste)
        if panel.state == PULL:
            k = ease(panel.ticks / PULL_TICKS)
            self._thread(to, *self._ends(panel.tries, x, y), SAG * (1 - k) + 1.0, THREAD)
        elif panel.state == FALL:
            self._falling(to, panel, x, y, taste)
        if panel.state == PICK and not panel.is_fixed:
            self._draw_hand(to, panel, x, y, dt_s, taste)
            self._draw_words(to, panel, marks, taste)
        else:
            self._hand = None

    def _shift(self, panel: Any, n: int, t: int, taste: Taste) -> tuple[int, int]:
        """How far a card is out of its place now."""
        if panel.state == COME and not taste.calm:
            k = ease((panel.ticks - n * 3) / (COMES_TICKS - 16))
            return 0, round((1 - k) * -40)
        if n in panel.trembles and panel.state == PICK:
            return (0, 0) if taste.calm else ((t * 7 // 3 + n) % 3 - 1, (t * 5 // 3) % 2)
        return 0, 0

    def _draw_card(self, to: Surface, panel: Any, n: int, x: int, y: int, t: int, done: float, taste: Taste) -> None:
        dx, dy = self._shift(panel, n, t, taste)
        if panel.state == COME and panel.ticks < n * 3:
            return
        px, py = x + PLACES[n][0] + dx, y + PLACES[n][1] + dy
        over = panel.cursor == n and panel.state == PICK and not panel.is_fixed
        lift = 2 if over else 0
        card = self._card(n)
        to.blit(card, (px - CARD_W // 2, py - CARD_H // 2 - lift))
        if done:
            dark = blank(CARD_W, CARD_H)
            dark.fill((*FELT[0], round(120 * done)))
            to.blit(dark, (px - CARD_W // 2, py - CARD_H // 2))
        if over or n in panel.trembles:
            box = Rect(px - CARD_W // 2 - 3, py - CARD_H // 2 - 3 - lift, CARD_W + 6, CARD_H + 6)
            seam_round(to, box, GOLD if over else mix(GOLD, FELT[2], 0.4), 0 if taste.calm else t // 5)
        pin(to, px, py + PIN_Y - lift, n)

    def _draw_door(self, to: Surface, panel: Any, x: int, y: int, done: float, taste: Taste) -> None:
        n = CARDS.index("door")
        dx, dy = self._shift(panel, n, panel.age, taste)
        px, py = x + PLACES[n][0] + dx, y + PLACES[n][1] + dy
        door = self._door_shut()
        swell = 0.0 if taste.calm else 0.5 - 0.5 * math.cos(panel.age * math.tau / 190)
        glow = (0.14 + 0.12 * swell) * (0.5 + 0.25 * len(panel.tied)) + 0.5 * done
        box = door.get_rect(center=(px, py))
        for i in range(7, 0, -1):
            around = box.inflate(i * 7, i * 7)
            pygame.draw.rect(to, mix(FELT[1], (154, 108, 255), glow * 0.16 * (8 - i)), around, 4, border_radius=14)
        to.blit(door, box)
        if panel.is_done:
            wool(to, box.right - 14, box.centery + 4, min(done * 1.4, 1.0), 0 if taste.calm else panel.age)
        if panel.cursor == n and panel.state == PICK and not panel.is_fixed:
            seam_round(to, box.inflate(10, 10), GOLD, 0 if taste.calm else panel.age // 5)
        elif n in panel.trembles:
            seam_round(to, box.inflate(10, 10), mix(GOLD, FELT[2], 0.4), 0 if taste.calm else panel.age // 5)

    # ---- threads

    def _fast(self, n: int, x: float, y: float) -> tuple[float, float]:
        """Where a thread is fastened to a card; to the latch, at the door."""
        px, py = PLACES[n]
        return (x + px + 16, y + py + 4) if n == len(CARDS) - 1 else (x + px, y + py + PIN_Y)

    def _ends(self, pair: tuple[int, int], x: float, y: float) -> tuple[tuple[float, float], tuple[float, float]]:
        return self._fast(pair[0], x, y), self._fast(pair[1], x, y)

    def _thread(
        self,
        to: Surface,
        a: tuple[float, float],
        b: tuple[float, float],
        sag: float,
        colour: tuple[int, int, int],
        hum: float = 0.0,
    ) -> None:
        """Hangs through by ``sag`` px; ``hum`` px to and fro after it was plucked."""
        points = []
        for i in range(25):
            k = i / 24
            bow = 4 * k * (1 - k)
            points.append(
                (a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k + sag * bow + hum * math.sin(k * math.pi))
            )
        pygame.draw.lines(to, SHADOW, False, [(px + 1, py + 3) for px, py in points], 2)
        pygame.draw.lines(to, mix(colour, SHADOW, 0.35), False, [(px, py + 1) for px, py in points], 2)
        pygame.draw.lines(to, colour, False, points, 2)
        for px, py in points[1:-1:2]:  # it is twisted of two
            to.fill(mix(colour, CREAM, 0.4), (round(px), round(py), 2, 1))

    def _tied(
        self, to: Surface, pair: tuple[int, int], x: int, y: int, fresh: int, t: int, done: float, taste: Taste
    ) -> None:
        a, b = self._ends(pair, x, y)
        hum = 0.0 if taste.calm or fresh > 60 else math.sin(fresh * 0.9) * 5 * (1 - fresh / 60)
        colour = mix(THREAD, (255, 120, 96), 0.6 * done)
        if done and len(CARDS) - 1 not in pair:  # drawn in to the latch, as if from behind it
            door = self._fast(len(CARDS) - 1, x, y)
            mid = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
            at = (mid[0] + (door[0] - mid[0]) * done, mid[1] + (door[1] - mid[1]) * done)
            self._thread(to, a, at, 1.0, colour)
            self._thread(to, at, b, 1.0, colour)
        else:
            self._thread(to, a, b, 1.5, colour, hum)
        for px, py in (a, b):
            pygame.draw.circle(to, SHADOW, (round(px), round(py) + 1), 4)
            pygame.draw.circle(to, colour, (round(px), round(py)), 3)
            to.fill(CREAM, (round(px) - 1, round(py) - 1, 1, 1))

    def _falling(self, to: Surface, panel: Any, x: int, y: int, taste: Taste) -> None:
        """One end lets go, then the other; it curls as it drops."""
        k = panel.ticks / FALL_TICKS
        a, b = self._ends(panel.tries, x, y)
        drop = 150 * k * k
        points = []
        for i in range(25):
            u = i / 24
            curl = 0.0 if taste.calm else math.sin(u * 14 + k * 9) * 9 * k
            px = a[0] + (b[0] - a[0]) * (u * (1 - 0.35 * k)) + curl
            py = a[1] + (b[1] - a[1]) * u + 40 * 4 * u * (1 - u) * k + drop * (0.35 + 0.65 * u)
            points.append((px, py))
        if k < 0.92:
            colour = mix(THREAD, FELT[1], max(k - 0.4, 0.0) * 1.4)
            pygame.draw.lines(to, mix(SHADOW, FELT[1], k), False, [(px, py + 2) for px, py in points], 2)
            pygame.draw.lines(to, colour, False, points, 2)

    def _draw_hand(self, to: Surface, panel: Any, x: int, y: int, dt_s: float, taste: Taste) -> None:
        """A needle, where the cursor is; with the thread behind it, if one hangs from it."""
        goal = self._fast(panel.cursor, x, y)
        goal = (goal[0] + 3.0, goal[1] - 5.0)
        if self._hand is None or taste.calm:
            self._hand = goal
        k = min(dt_s * 14, 1.0)
        hx, hy = self._hand
        self._hand = hx, hy = hx + (goal[0] - hx) * k, hy + (goal[1] - hy) * k
        if panel.held >= 0:
            a = self._fast(panel.held, x, y)
            far = math.hypot(hx - a[0], hy - a[1])
            self._thread(to, a, (hx, hy), SAG * min(far / 120, 1.0) + 4, THREAD)
        dy = 0 if taste.calm else bob(self.life_s, 1.5, 1.1)
        tip, eye = (hx, hy), (hx + 18, hy - 22 + dy)
        pygame.draw.line(to, SHADOW, (tip[0] + 2, tip[1] + 2), (eye[0] + 2, eye[1] + 2), 4)
        pygame.draw.line(to, (120, 124, 148), tip, eye, 3)
        pygame.draw.line(to, (232, 236, 246), (tip[0], tip[1] - 1), (eye[0] - 1, eye[1] - 1), 1)
        pygame.draw.circle(to, (120, 124, 148), (round(eye[0]), round(eye[1])), 3, 1)

    # ---- words

    def _draw_words(self, to: Surface, panel: Any, marks: Glyphs, taste: Taste) -> None:
        """What the needle is on, and what a press would do."""
        cut = self.font.cut(taste.text_size)
        cap = marks.drawn("interact", taste.text_size)
        name = self.words.get(f"panel.board_{CARDS[panel.cursor]}")
        does = "drop" if panel.held == panel.cursor else "tie" if panel.held >= 0 else "pull"
        word = self.words.get(f"panel.board_{does}")
        room = edges(to, taste.is_safe)
        w1, w2 = cut.width(name) + 24, cut.width(word) + cap.get_width() + 34
        h = max(cut.line, cap.get_height()) + 12
        left = room.centerx - (w1 + w2 + 6) // 2
        top = min(self.box.bottom + 8, room.bottom - h)
        paper = self.cloth.paper(w1, h, seed=panel.cursor + 2, worn=0.6)
        to.blit(paper, (left, top))
        cut.write(to, left + w1 // 2, top + h // 2 - cut.cap // 2 - cut.rise, name, INK, align=0.5)
        to.blit(self.cloth.plate(w2, h, FELT), (left + w1 + 6, top))
        to.blit(cap, (left + w1 + 16, top + (h - cap.get_height()) // 2))
        cut.write(to, left + w1 + 26 + cap.get_width(), top + h // 2 - cut.cap // 2 - cut.rise, word, CREAM)
        if panel.held < 0 and not self.is_spoken_over:
            self.draw_leave(to, marks, taste, is_low=True)
