"""The first memory in cut paper: a boy at a table, a window on the sea, sixty-one boats of letter paper; and a small lit door."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import pygame
from pygame import Surface

from game.sim.panels.letters import HOME_TICKS, SAIL_TICKS, SUNDAYS
from game.view.felt import Colour, ease, mix
from game.view.hud import Taste
from game.view.panels.paper import HIGH, SKIN, WIDE, Flat, PaperDrawer, arm, backlight, cut, leg, limb, rivet

WINDOW = (222, 26, 500, 168)
SEA_Y = 112
ROOM: Colour = (26, 44, 56)
SILL_Y = 170
TABLE = (106, 164)
DOOR = (424, 186, 474, 252)
WAVES: tuple[Colour, ...] = ((58, 122, 140), (44, 98, 120), (32, 76, 100), (22, 56, 80))
PAPER: Colour = (236, 232, 214)
WARM: Colour = (255, 190, 104)
SHIP = (462.0, 104.0)
TOTAL = sum(SUNDAYS)


class LettersDrawer(PaperDrawer):
    """Everything follows from the panel: what was sent when, how much ink there is, how near he is."""

    def ask(self, panel: Any) -> str:
        if panel.phase == "write" and not panel.is_written:
            return "" if panel.fold or (panel.ink >= 1 and panel.full > 6) else "interact"
        return "right" if panel.phase == "nearer" and panel.near < 1 else ""

    def word(self, panel: Any) -> str:
        return "panel.brace_hold" if self.ask(panel) == "interact" and not panel.is_writing else ""

    def scene(self, stage: Surface, panel: Any, taste: Taste) -> None:
        gone = panel.sent / TOTAL
        dusk = {"home": ease(panel.ticks / HOME_TICKS), "nearer": 1.0, "sew": 1.0}.get(panel.phase, 0.0)
        stage.blit(self._sky, (0, 0))
        if gone or dusk:
            veil = self._night
            veil.set_alpha(round(min(110 * gone + 130 * dusk, 235)))
            stage.blit(veil, (0, 0))
        self._sea(stage, panel, gone, dusk)
        self._room.put(stage)
        self._tally(stage, panel)
        if dusk:
            self._dark.set_alpha(round(120 * dusk * (1 - 0.4 * panel.near)))
            stage.blit(self._dark, (0, 0))
        self._door(stage, panel, dusk)
        # All light before the figures: they are cut from black, and stay black before it.
        fire = 0.30 + 0.03 * math.sin(self.t * 0.13)
        self.glow((18, 214), 120, [int(v * fire) for v in WARM])
        self.glow((TABLE[0] - 9.5, TABLE[1] + 9), 104, [int(v * 0.46 * (1 - 0.7 * dusk)) for v in WARM])
        if dusk:
            near = 0.34 * dusk + 0.3 * panel.near
            self.glow(((DOOR[0] + DOOR[2]) / 2, 216), 150, [int(v * near) for v in WARM])
            self._reader_at_door(stage, panel, dusk)
        if panel.phase == "home":
            self._home(stage, panel)
        self._at_table(stage, panel, dusk)

    # ---- sheets that stay

    @cached_property
    def _sky(self) -> Surface:
        return backlight(WIDE, HIGH, (96, 156, 170), (226, 226, 196), (SHIP[0] - 30, SEA_Y - 8, 190), (255, 240, 200))

    @cached_property
    def _night(self) -> Surface:
        return backlight(WIDE, HIGH, (18, 26, 58), (58, 76, 104), (470, 60, 120), (120, 140, 190))

    @cached_property
    def _dark(self) -> Surface:
        s = Surface((WIDE, HIGH), 0, 32)
        s.fill((4, 6, 14))
        return s

    @cached_property
    def _room(self) -> Flat:
        """The wall with its window cut out, the wainscot, the floor."""
        flat = Flat()
        s = flat.on
        s.fill(ROOM)
        for x in range(6, WIDE, 26):  # paper on the wall
            pygame.draw.line(s, mix(ROOM, (60, 92, 100), 0.22), (x, 0), (x, 182))
            pygame.draw.line(s, mix(ROOM, (60, 92, 100), 0.12), (x + 4, 0), (x + 4, 182))
        x0, y0, x1, y1 = WINDOW
        arch: list[tuple[float, float]] = [(x0, y1), (x0, y0 + 46)]
        mid, half = (x0 + x1) / 2, (x1 - x0) / 2
        arch += [(mid - half * math.cos(a), y0 + 46 - 46 * math.sin(a)) for a in (math.pi * i / 24 for i in range(25))]
        arch += [(x1, y1)]
        big = [(mid + (x - mid) * 1.05, y0 + 70 + (y - y0 - 70) * 1.07) for x, y in arch]
        cut(s, big, (16, 30, 42))
        pygame.draw.polygon(s, (0, 0, 0, 0), arch)
        for k in (1 / 3, 2 / 3):
            bar = x0 + (x1 - x0) * k
            pygame.draw.rect(s, (16, 30, 42), (bar - 3, y0, 6, y1 - y0))
        pygame.draw.rect(s, (16, 30, 42), (x0, 92, x1 - x0, 5))
        cut(s, [(x0 - 18, y1 - 2), (x1 + 18, y1 - 2), (x1 + 24, y1 + 9), (x0 - 24, y1 + 9)], (22, 40, 52), 0.3)
        for side in (-1, 1):  # curtains
            cx = x0 - 12 if side < 0 else x1 + 12
            fold = [
                (cx - side * 4, 10),
                (cx + side * 26, 10),
                (cx + side * 14, 70),
                (cx + side * 20, 120),
                (cx + side * 8, 172),
                (cx - side * 14, 176),
            ]
            cut(s, fold, (18, 24, 44), 0.22)
        cut(s, [(0, 182), (WIDE, 182), (WIDE, 252), (0, 252)], (20, 34, 44), 0.3)
        for x in range(10, WIDE, 62):
            pygame.draw.rect(s, (30, 48, 58), (x, 194, 48, 46), 1)
        cut(s, [(0, 250), (WIDE, 250), (WIDE, HIGH), (0, HIGH)], (12, 20, 28), 0.4)
        # the fire this side of the hearth
        cut(s, [(0, 120), (26, 120), (34, 134), (34, 250), (0, 250)], (14, 20, 28), 0.3)
        return flat

    # ---- what moves

    def _sea(self, s: Surface, panel: Any, gone: float, dusk: float) -> None:
        """Four rows of waves, a ship that is a little further off each year, and what he has sent it."""
        t = panel.life
        x, y = SHIP[0] + 12 * gone, SHIP[1] - 2 * gone
        size = 1 - 0.5 * gone
        for i, colour in enumerate(WAVES):
            c = mix(colour, (10, 16, 34), 0.5 * gone + 0.4 * dusk)
            base = SEA_Y + i * 15
            if i == 1 and dusk < 1:
                self._ship(s, x, y + math.sin(t * 0.03) * 1.5, size, mix((20, 34, 50), c, 0.4 + 0.5 * dusk))
            points: list[tuple[float, float]] = [(WINDOW[0] - 4, HIGH)]
            for px in range(WINDOW[0] - 4, WINDOW[2] + 9, 8):
                wave = math.sin(px * (0.055 - 0.008 * i) + t * 0.022 * (1 + 0.5 * i) + i * 2)
                points.append((px, base + wave * (2 + 1.2 * i)))
            points.append((WINDOW[2] + 4, HIGH))
            cut(s, points, c, 0.3)
            self._boats(s, panel, i)

    @staticmethod
    def _ship(s: Surface, x: float, y: float, k: float, c: Colour) -> None:
        hull = [(-26, 0), (26, 0), (20, 10), (-20, 10)]
        cut(s, [(x + px * k, y + py * k) for px, py in hull], c, 0.1)
        for mx, high in ((-12, 30), (4, 38), (16, 26)):
            pygame.draw.line(s, c, (x + mx * k, y), (x + mx * k, y - high * k))
            sail = [(mx - 7, -high + 4), (mx + 7, -high + 6), (mx + 9, -high + 22), (mx - 6, -high + 20)]
            cut(s, [(x + px * k, y + py * k) for px, py in sail], mix(c, (230, 230, 214), 0.25), 0.1)

    def _boats(self, s: Surface, panel: Any, row: int) -> None:
        """Boats between this wave and the next: they start near and end far."""
        for born, first, many in panel.boats:
            for n in range(many):
                age = panel.life - born - n * 5
                u = age / SAIL_TICKS
                if not 0.12 <= u < 1:
                    continue
                if round((1 - u) * 3) != row:
                    continue
                spread = ((first + n) * 37 % 17 - 8) / 8
                x = 236 + (SHIP[0] - 236) * ease(u) + spread * 34 * math.sin(math.pi * u)
                y = SEA_Y + 46 * (1 - u) ** 1.2 - 4 + math.sin(age * 0.09 + n) * 2
                folded(s, x, y, 1.15 - 0.85 * u, 0.16 * math.sin(age * 0.07 + n))

    def _tally(self, s: Surface, panel: Any) -> None:
        """Sundays, in fives, on the wall."""
        c = (150, 172, 172)
        for n in range(panel.sent):
            five, i = divmod(n, 5)
            x, y = 74 + five % 6 * 23, 40 + five // 6 * 22
            if i < 4:
                pygame.draw.line(s, c, (x + i * 4, y), (x + i * 4 + (n % 3 - 1), y + 13))
            else:
                pygame.draw.line(s, c, (x - 3, y + 11), (x + 15, y + 2))

    def _at_table(self, s: Surface, panel: Any, dusk: float) -> None:
        """Table, doll, candle and boy; later the boy goes."""
        flat = self._front.clear()
        on = flat.on
        x, y = TABLE
        walks = panel.phase in ("nearer", "sew") and panel.near > 0
        if not walks:
            self._boy_writes(on, panel)
        top = [(x - 22, y + 30), (x + 104, y + 30), (x + 112, y + 38), (x - 28, y + 38)]
        cut(on, top, (20, 16, 20), 0.35)
        for tx in (x - 14, x + 92):
            cut(on, [(tx, y + 38), (tx + 9, y + 38), (tx + 7, 254), (tx + 2, 254)], (16, 13, 18), 0.2)
        self._doll_on_blotter(on, x + 84, y + 30)
        self._page(on, panel, x + 40, y + 29)
        pygame.draw.rect(on, (206, 196, 170), (x - 12, y + 14, 5, 16))  # the candle
        if walks:
            self._boy_goes(on, panel)
        flat.put(s)
        flame = (x - 9.5, y + 9 + math.sin(self.t * 0.3))
        pygame.draw.ellipse(s, (255, 226, 150), (flame[0] - 2, flame[1] - 4, 5, 9))

    @cached_property
    def _front(self) -> Flat:
        return Flat()

    def _boy_writes(self, on: Surface, panel: Any) -> None:
        """From the side, his tongue between his teeth."""
        x, y = TABLE[0] + 8, TABLE[1]
        nod = math.sin(self.t * 0.05) * 1.2
        busy = panel.phase == "write" and panel.is_writing
        cut(on, [(x - 30, y + 44), (x - 2, y + 44), (x - 2, y + 50), (x - 30, y + 50)], (18, 14, 18))
        leg(on, x - 10, y + 42, 1.35, 0.1, 1.35)
        leg(on, x - 12, y + 42, 1.2, -0.15, 1.35)
        body = [(x - 20, y + 46), (x - 17, y + 10), (x - 6, y + 2), (x + 6, y + 6), (x + 6, y + 46)]
        cut(on, body, SKIN)
        collar = [(x - 15, y + 6), (x + 7, y + 3), (x + 9, y + 12), (x - 20, y + 20)]
        cut(on, collar, (34, 60, 76), 0.3)
        head(on, x + 2, y - 13 + nod, 1.35, 1)
        sailor_cap(on, x + 2, y - 13 + nod, 1.35)
        wag = math.sin(self.t * 0.5) * 0.10 if busy else 0.0
        ink = panel.ink if panel.phase == "write" else 0.0
        hx, hy = arm(on, x - 2, y + 12, 0.7, 1.35 + wag + 0.2 * (ink * 4 % 1.0), 1.35)
        pygame.draw.line(on, (222, 210, 190), (hx, hy), (hx + 3, hy + 6))
        pygame.draw.line(on, (222, 210, 190), (hx, hy), (hx - 5 + wag * 20, hy - 13))
        rivet(on, x - 2, y + 12)

    def _page(self, on: Surface, panel: Any, x: float, y: float) -> None:
        """What he writes: seen aslant, filling line by line; folded, it is a boat."""
        many = SUNDAYS[min(panel.batch, len(SUNDAYS) - 1)]
        if panel.phase not in ("open", "write") or panel.is_written:
            return
        for i in range(min(many - 1, 9)):
            cut(
                on,
                [(x - 20 + i % 2, y - i), (x + 16 + i % 2, y - i), (x + 21, y + 3 - i), (x - 17, y + 3 - i)],
                mix(PAPER, (120, 130, 140), 0.12 * (i % 2)),
                0.0,
            )
        if panel.fold:
            folded(on, x + 6 + (1 - panel.fold / 26) * 40, y - 8 - (1 - panel.fold / 26) * 12, 1.2, 0.0)
            return
        up = 8 + min(many - 1, 9)
        sheet = [
            (x - 20, y - up + 8),
            (x + 17, y - up + 8),
            (x + 21, y + 3 - min(many - 1, 9)),
            (x - 17, y + 3 - min(many - 1, 9)),
        ]
        cut(on, sheet, PAPER, 0.0)
        lines = 4
        for i in range(lines):
            k = min(max(panel.ink * lines - i, 0.0), 1.0)
            if k > 0:
                ly = y - up + 9.5 + i * 2.4
                pygame.draw.line(on, (60, 70, 92), (x - 17 + i, ly), (x - 17 + i + 32 * k, ly))

    @staticmethod
    def _doll_on_blotter(on: Surface, x: float, y: float) -> None:
        """It looks at you, and somebody sees."""
        cut(on, [(x - 12, y), (x + 14, y), (x + 14, y - 2), (x - 12, y - 2)], (40, 62, 60))
        cut(on, [(x - 6, y - 2), (x - 4, y - 17), (x + 5, y - 17), (x + 7, y - 2)], (36, 48, 66), 0.25)
        cut(on, [(x - 7, y - 14), (x + 8, y - 14), (x + 5, y - 9), (x - 4, y - 9)], (150, 164, 170), 0.1)
        pygame.draw.circle(on, (196, 168, 140), (x + 0.5, y - 22), 7)
        for ex in (-3, 3):
            pygame.draw.circle(on, (8, 6, 10), (x + 0.5 + ex, y - 22), 2.4)
            on.set_at((round(x + ex), round(y - 23)), (230, 230, 240, 255))
        for lx in (-5, 3):
            limb(on, x + lx, y - 4, 0.5 if lx > 0 else -0.3, 8, (4, 3), (150, 130, 112))

    def _door(self, s: Surface, panel: Any, dusk: float) -> None:
        """The little door in the wainscot: nobody has ever looked at it until it is open."""
        x0, y0, x1, y1 = DOOR
        if not dusk:
            pygame.draw.rect(s, (28, 44, 54), (x0, y0, x1 - x0, y1 - y0), 1)
            pygame.draw.circle(s, (96, 110, 110), (x1 - 8, (y0 + y1) // 2), 2)
            return
        k = min(dusk * 1.8, 1.0)
        pygame.draw.rect(s, (255, 208, 132), (x0, y0, x1 - x0, y1 - y0))
        leaf = (x1 - x0) * (1 - 0.78 * k)
        cut(s, [(x0, y0), (x0 - 6 + leaf, y0 - 5 * k), (x0 - 6 + leaf, y1 + 5 * k), (x0, y1)], (34, 26, 30), 0.3)
        pygame.draw.rect(s, (12, 18, 26), (x0 - 3, y0 - 3, x1 - x0 + 6, y1 - y0 + 3), 3)
        wedge = [(x0, y1), (x1, y1), (x1 + 16, HIGH), (x0 - 60 * k, HIGH)]
        light = self._spare.clear()
        pygame.draw.polygon(light.on, (255, 200, 120, 90), wedge)
        light.put(s, shade=0)

    def _reader_at_door(self, s: Surface, panel: Any, dusk: float) -> None:
        if panel.phase in ("nearer", "sew") or dusk > 0.7:
            x0, _, x1, y1 = DOOR
            self._reader(s, panel, (x0 + x1) / 2 + 4, y1)

    @cached_property
    def _spare(self) -> Flat:
        return Flat()

    def _reader(self, s: Surface, panel: Any, x: float, y: float) -> None:
        """A man with button eyes, on the floor behind a door that is too small for him, with all of them in his lap."""
        c = (30, 16, 22)
        lean = 3 * math.sin(self.t * 0.03)
        cut(s, [(x - 15, y), (x - 13, y - 30), (x - 4, y - 38), (x + 7, y - 37), (x + 16, y)], c)
        pygame.draw.circle(s, c, (x - 1 + lean * 0.3, y - 46), 10)
        for ex in (-5, 2):
            pygame.draw.circle(s, (4, 3, 6), (x - 1 + ex + lean * 0.3, y - 46), 2.6)
            pygame.draw.circle(s, (255, 240, 210), (x - 2 + ex + lean * 0.3, y - 47), 0.8)
        for i in range(8):
            cut(
                s,
                [
                    (x - 16 + i % 3, y - 2 - i * 2),
                    (x + 8 + i % 2, y - 2 - i * 2),
                    (x + 10, y - i * 2),
                    (x - 14, y - i * 2),
                ],
                mix(PAPER, (150, 140, 130), 0.3 * (i % 2)),
                0.0,
            )
        cut(
            s,
            [(x - 14, y - 34 + lean), (x - 2, y - 36 + lean), (x - 1, y - 22 + lean), (x - 13, y - 20 + lean)],
            PAPER,
            0.0,
        )
        if panel.near > 0.7:  # an arm, longer than it need be, to make room beside him
            reach = ease((panel.near - 0.7) / 0.3)
            elbow = limb(s, x - 10, y - 30, -1.2, 24 * reach, (6, 5), c)
            limb(s, *elbow, -0.4, 22 * reach, (5, 3), c)

    def _home(self, s: Surface, panel: Any) -> None:
        """They come in at the window, all of them, and go by the boy, to the wrong door."""
        x1, y1 = (DOOR[0] + DOOR[2]) / 2, DOOR[3] - 20
        for n in range(TOTAL):
            u = (panel.ticks - 14 - n * 1.9) / 64
            if not 0 < u < 1:
                continue
            e = u * u * (3 - 2 * u)
            x0, y0 = 250 + (n * 53 % 230), 130 + (n * 31 % 34)
            bend = ((n * 7) % 9 - 4) * 12
            x = x0 + (x1 - x0) * e + bend * math.sin(math.pi * e)
            y = y0 + (y1 - y0) * e - 26 * math.sin(math.pi * e) * (1 if n % 3 else 0.2)
            folded(s, x, y, 0.9 - 0.3 * e, 0.4 * math.sin(panel.ticks * 0.12 + n))

    def _boy_goes(self, on: Surface, panel: Any) -> None:
        """To sit nearer."""
        k = panel.near
        x = 176 + (404 - 176) * k
        y = 214.0
        sits = ease((k - 0.88) / 0.12) if k > 0.88 else 0.0
        swing = math.sin(k * 42) * 0.5 * (1 - sits)
        y += 16 * sits
        leg(on, x - 2, y, swing * (1 - sits) + 1.4 * sits, swing * 0.4 + 0.2 * sits, 1.25)
        leg(on, x + 2, y, -swing * (1 - sits) + 1.3 * sits, -swing * 0.4 + 0.3 * sits, 1.25)
        cut(on, [(x - 11, y + 2), (x - 8, y - 32), (x + 7, y - 32), (x + 11, y + 2)], SKIN)
        cut(on, [(x - 10, y - 33), (x + 9, y - 33), (x + 6, y - 20), (x - 12, y - 22)], (34, 60, 76), 0.3)
        head(on, x + 1, y - 46, 1.25, 1)
        sailor_cap(on, x + 1, y - 46, 1.25)
        arm(on, x, y - 27, -swing * 0.8, -swing * 0.8 + 0.3, 1.25)


def head(on: Surface, x: float, y: float, k: float, way: int) -> None:
    """A child's, from the side: a nose, and the light on it."""
    pygame.draw.circle(on, SKIN, (x, y), 12 * k)
    cut(on, [(x + way * 10 * k, y - 3 * k), (x + way * 15 * k, y + 2 * k), (x + way * 10 * k, y + 4 * k)], SKIN, 0.0)
    pygame.draw.arc(on, (120, 110, 104), (x - 12 * k, y - 12 * k, 24 * k, 24 * k), 1.2, 2.6, 1)


def sailor_cap(on: Surface, x: float, y: float, k: float) -> None:
    """Flat, with two ribbons behind."""
    cut(
        on,
        [(x - 13 * k, y - 6 * k), (x - 11 * k, y - 14 * k), (x + 12 * k, y - 13 * k), (x + 12 * k, y - 5 * k)],
        (38, 66, 84),
        0.35,
    )
    pygame.draw.line(on, (150, 176, 182), (x - 12 * k, y - 7 * k), (x + 12 * k, y - 6 * k))
    for dy in (0, 4):
        limb(on, x - 12 * k, y - 6 * k, -0.7 - dy * 0.1, 10 * k, (3, 2), (38, 66, 84))


def folded(on: Surface, x: float, y: float, k: float, tilt: float) -> None:
    """A letter that is a boat."""
    c, s = math.cos(tilt), math.sin(tilt)

    def put(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
        return [(x + (px * c - py * s) * k, y + (px * s + py * c) * k) for px, py in points]

    pygame.draw.polygon(on, (186, 190, 182), put([(-12, -3), (12, -3), (7, 5), (-7, 5)]))
    pygame.draw.polygon(on, PAPER, put([(-12, -3), (0, 0), (12, -3), (7, 5), (-7, 5)]))
    pygame.draw.polygon(on, (250, 248, 236), put([(-6, -2), (0, -12), (6, -2), (0, 0)]))
    if k > 0.7:
        pygame.draw.line(on, (120, 130, 150), put([(-4, 2)])[0], put([(4, 2)])[0])
