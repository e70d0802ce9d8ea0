"""The second memory in cut paper: a landing with eight doors, a girl who does all the parts; and a house full of faces."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import pygame
from pygame import SRCALPHA, Surface

from game.sim.panels.pantomime import BOW_TICKS, BOWS, DOORS, GO_TICKS, SHUT_TICKS, TRICK_TICKS
from game.view.felt import Colour, ease, mix
from game.view.hud import Taste
from game.view.panels.paper import HIGH, SKIN, WIDE, Flat, PaperDrawer, arm, backlight, cut, leg, limb, rivet

APART = 176.0
"""px from door to door."""
DOOR_W, DOOR_TOP, FLOOR_Y = 62, 62, 214
GIRL_X = 186.0
DOOR_AHEAD = 162.0
STAGE_X = 142.0
GOLD: Colour = (255, 214, 130)
WALL: Colour = (58, 40, 84)
OPENS_TICKS = 70
ROWS = ((118, 11, 9.0), (142, 10, 11.0), (172, 9, 14.0))
"""Of the house: y, how many, px of a head."""


class PantomimeDrawer(PaperDrawer):
    """The doors pass by; the doll has the best step."""

    def ask(self, panel: Any) -> str:
        if panel.phase == "doors" and not panel.is_done and not panel.trick and not panel.lit:
            return "move+interact"
        return "interact" if panel.phase == "house" and panel.ticks > OPENS_TICKS and not panel.has_bowed else ""

    def scene(self, stage: Surface, panel: Any, taste: Taste) -> None:
        if panel.phase in ("house", "sew"):
            self._house(stage, panel)
            return
        gone = panel.door / len(DOORS)
        stage.blit(self._wall, (0, 0))
        scroll = panel.door * APART
        if panel.shut > SHUT_TICKS:
            scroll += APART * ease((panel.shut - SHUT_TICKS) / GO_TICKS)
        for i in range(len(DOORS)):
            x = GIRL_X + DOOR_AHEAD + i * APART - scroll
            if -90 < x < WIDE + 90:
                self._door(stage, panel, i, x)
        self._runner(stage, scroll)
        flat = self._front.clear()
        walks = panel.shut > SHUT_TICKS
        sway = math.sin(panel.life * 0.06) * 1.2
        girl(flat.on, GIRL_X, FLOOR_Y + 8, panel, walks, sway)
        self.glow((GIRL_X, FLOOR_Y - 60), 96, (44, 30, 62))
        if panel.gape > 0.02:
            self.glow((GIRL_X + 60, FLOOR_Y - 40), 150, [int(v * 0.24 * panel.gape) for v in GOLD])
        flat.put(stage)
        self._stairs.put(stage)
        self._dusk.set_alpha(round(118 * gone))
        stage.blit(self._dusk, (0, 0))
        if panel.trick == "sing":
            self._notes(stage, panel)

    # ---- the landing

    @cached_property
    def _wall(self) -> Surface:
        s = backlight(WIDE, HIGH, (44, 30, 70), (92, 62, 110), (250, 40, 240), (120, 80, 150))
        for x in range(0, WIDE, 22):
            pygame.draw.line(s, mix(WALL, (110, 84, 140), 0.3), (x, 0), (x, 150))
            for y in range(14 + x % 44 // 2, 150, 44):
                cut(
                    s,
                    [(x + 11, y - 5), (x + 14, y), (x + 11, y + 6), (x + 8, y)],
                    mix(WALL, (140, 104, 160), 0.32),
                    0.0,
                )
        cut(s, [(0, 150), (WIDE, 150), (WIDE, FLOOR_Y), (0, FLOOR_Y)], (48, 32, 66), 0.35)
        cut(s, [(0, FLOOR_Y), (WIDE, FLOOR_Y), (WIDE, HIGH), (0, HIGH)], (34, 22, 46), 0.4)
        return s

    @cached_property
    def _dusk(self) -> Surface:
        s = Surface((WIDE, HIGH), 0, 32)
        s.fill((8, 4, 18))
        return s

    @cached_property
    def _front(self) -> Flat:
        return Flat()

    @cached_property
    def _stairs(self) -> Flat:
        """The foot of the next flight, near by and dark; on its best step somebody sits and watches."""
        flat = Flat()
        s = flat.on
        c = (14, 9, 20)
        points: list[tuple[float, float]] = [(0, HIGH)]
        for i in range(5):
            x, y = 34 + i * 26, 196 + i * 15
            points += [(x - 26, y), (x, y)]
        points += [(160, HIGH)]
        cut(s, points, c, 0.35)
        for i in range(6):
            pygame.draw.line(s, (26, 18, 34), (4 + i * 27, 120 + i * 16), (4 + i * 27, 200 + i * 16), 4)
        pygame.draw.line(s, (40, 28, 50), (0, 116), (166, 214), 6)
        x, y = 62, 211
        cut(s, [(x - 8, y), (x - 5, y - 17), (x + 6, y - 17), (x + 9, y)], (196, 188, 196), 0.2)
        cut(s, [(x - 5, y), (x - 4, y - 12), (x + 5, y - 12), (x + 6, y)], (232, 226, 226), 0.0)
        pygame.draw.circle(s, (196, 168, 140), (x + 1, y - 23), 7.5)
        for i in range(7):
            a = math.pi + math.pi * i / 6
            pygame.draw.circle(s, (112, 78, 70), (x + 1 + math.cos(a) * 7, y - 24 + math.sin(a) * 6), 3)
        for ex in (-2, 4):
            pygame.draw.circle(s, (8, 6, 10), (x + ex + 1, y - 23), 2.6)
            s.set_at((x + ex, y - 24), (240, 240, 250, 255))
        pygame.draw.line(s, (120, 50, 60), (x - 2, y - 17), (x + 4, y - 18))  # a cross mouth
        for lx in (-4, 3):
            limb(s, x + lx, y - 1, 0.15, 9, (4, 3), (170, 146, 126))
        return flat

    def _door(self, s: Surface, panel: Any, i: int, x: float) -> None:
        """One of eight. Behind it somebody has already clapped."""
        here = i == panel.door
        gape = panel.gape if here else 0.0
        half = DOOR_W / 2
        frame = [
            (x - half - 8, FLOOR_Y),
            (x - half - 8, DOOR_TOP - 8),
            (x + half + 8, DOOR_TOP - 8),
            (x + half + 8, FLOOR_Y),
        ]
        cut(s, frame, (32, 20, 44), 0.35)
        inside = pygame.Rect(round(x - half), DOOR_TOP, DOOR_W, FLOOR_Y - DOOR_TOP)
        if gape > 0:
            pygame.draw.rect(s, mix((120, 80, 60), GOLD, min(gape * 1.2, 1.0)), inside)
            self._family(s, i, x, gape)
            light = self._spare
            light.fill((0, 0, 0, 0))
            spread = 120 * gape
            pygame.draw.polygon(
                light,
                (*GOLD, round(110 * gape)),
                [
                    (x - half, FLOOR_Y),
                    (x - half + DOOR_W * gape, FLOOR_Y),
                    (x - 30, HIGH),
                    (x - half - 1.3 * spread, HIGH),
                ],
            )
            s.blit(light, (0, 0))
        wide = DOOR_W * (1 - 0.82 * gape)
        left = x + half - wide
        tip = 8 * gape
        leaf = [(x + half, DOOR_TOP), (left, DOOR_TOP - tip), (left, FLOOR_Y + tip), (x + half, FLOOR_Y)]
        cut(s, leaf, mix((70, 48, 92), (40, 26, 54), 0.0 if i >= panel.door else 0.8), 0.3)
        for y0, y1 in ((DOOR_TOP + 12, DOOR_TOP + 62), (DOOR_TOP + 74, FLOOR_Y - 14)):
            panel_box = [
                (x + half - wide * 0.85, y0),
                (x + half - wide * 0.15, y0),
                (x + half - wide * 0.15, y1),
                (x + half - wide * 0.85, y1),
            ]
            pygame.draw.polygon(s, (46, 30, 62), panel_box, 1)
        pygame.draw.circle(s, (206, 170, 110), (left + 6, (DOOR_TOP + FLOOR_Y) / 2 + 12), 2.5)
        if i >= panel.door and not gape:  # a line of light below: they are in
            pygame.draw.line(s, GOLD, (x - half + 3, FLOOR_Y - 1), (x + half - 3, FLOOR_Y - 1))
            self.glow((x, FLOOR_Y), 34, tuple(int(v * 0.2) for v in GOLD))

    @staticmethod
    def _family(s: Surface, i: int, x: float, gape: float) -> None:
        """Who is in there: backs, for the most part, and a hand for the door."""
        c = (74, 44, 40)
        clip = s.get_clip()
        s.set_clip(pygame.Rect(round(x - DOOR_W / 2), DOOR_TOP, round(DOOR_W * gape), FLOOR_Y - DOOR_TOP))
        tall = 86 + i * 37 % 30
        cut(
            s,
            [(x - 22, FLOOR_Y), (x - 16, FLOOR_Y - tall + 26), (x + 6, FLOOR_Y - tall + 24), (x + 12, FLOOR_Y)],
            c,
            0.2,
        )
        pygame.draw.circle(s, c, (x - 5, FLOOR_Y - tall + 14), 12)
        if i % 2:
            pygame.draw.circle(s, c, (x + 3, FLOOR_Y - tall + 5), 6)
        s.set_clip(clip)
        if gape > 0.85:
            limb(s, x + 2, FLOOR_Y - tall + 40, -0.9, 26, (6, 5), c)

    @cached_property
    def _spare(self) -> Surface:
        return Surface((WIDE, HIGH), SRCALPHA, 32)

    @staticmethod
    def _runner(s: Surface, scroll: float) -> None:
        cut(s, [(0, 226), (WIDE, 226), (WIDE, 252), (0, 252)], (76, 34, 66), 0.3)
        for i in range(-1, WIDE // 34 + 2):
            x = i * 34 - scroll % 34
            cut(s, [(x, 239), (x + 8, 233), (x + 16, 239), (x + 8, 245)], (124, 66, 92), 0.1)

    def _notes(self, s: Surface, panel: Any) -> None:
        for i in range(3):
            k = (panel.trick_ticks / TRICK_TICKS + i / 3) % 1.0
            x, y = GIRL_X + 10 + i * 12 + 30 * k, FLOOR_Y - 84 - 40 * k
            c = mix((240, 210, 255), WALL, k)
            pygame.draw.ellipse(s, c, (x, y, 6, 5))
            pygame.draw.line(s, c, (x + 5, y + 2), (x + 5, y - 9))

    # ---- the house

    def _house(self, s: Surface, panel: Any) -> None:
        """Every seat has a face in it, and she is what it is turned to."""
        opens = ease(panel.ticks / OPENS_TICKS) if panel.phase == "house" else 1.0
        taken = panel.bows - (1 if panel.trick and panel.trick_ticks < BOW_TICKS / 2 else 0)
        s.blit(self._hall, (0, 0))
        near = taken / BOWS
        for row, (y, many, size) in enumerate(ROWS):
            for i in range(many):
                grow = 1 + 0.35 * near * (row + 1) / 3
                x = WIDE / 2 + (i - (many - 1) / 2) * (42 - row * -6) * (1 + 0.06 * near)
                self._face(s, x, y + 10 * near * row, size * grow, panel, (i * 5 + row * 3) % 7 / 7 < near * 1.2 + 0.12)
        cut(s, [(0, 212), (WIDE, 212), (WIDE, HIGH), (0, HIGH)], (46, 26, 52), 0.5)
        for i in range(13):
            pygame.draw.line(s, (34, 18, 40), (WIDE / 2 + (i - 6) * 60, HIGH), (WIDE / 2 + (i - 6) * 38, 213))
        beam = self._spare
        beam.fill((0, 0, 0, 0))
        k = 0.5 + 0.2 * near
        pygame.draw.polygon(
            beam,
            (255, 236, 190, round(90 * k)),
            [(STAGE_X - 8, 0), (STAGE_X + 8, 0), (STAGE_X + 58, 246), (STAGE_X - 58, 246)],
        )
        pygame.draw.ellipse(beam, (255, 236, 190, round(120 * k)), (STAGE_X - 58, 232, 116, 24))
        s.blit(beam, (0, 0))
        flat = self._front.clear()
        girl(flat.on, STAGE_X, 244, panel, False, 0.0, on_stage=True)
        flat.put(s, shade=120)
        self._curtains(s, opens)

    @cached_property
    def _hall(self) -> Surface:
        s = backlight(WIDE, HIGH, (16, 8, 26), (60, 26, 60), (WIDE / 2, 150, 260), (110, 56, 100))
        for side in (-1, 1):  # boxes
            for i in range(3):
                x = WIDE / 2 + side * (170 + i * 44)
                cut(
                    s,
                    [(x - 20, 60 + i * 6), (x + 20, 60 + i * 6), (x + 18, 82 + i * 6), (x - 18, 82 + i * 6)],
                    (70, 34, 60),
                    0.3,
                )
        cut(s, [(0, 92), (WIDE, 92), (WIDE, 110), (0, 110)], (44, 20, 46), 0.4)
        return s

    def _face(self, s: Surface, x: float, y: float, r: float, panel: Any, is_turned: bool) -> None:
        """A head over the back of a seat; once it has turned it has buttons for eyes."""
        cut(
            s,
            [
                (x - r * 1.5, y + r * 2.6),
                (x - r * 1.3, y + r * 0.8),
                (x + r * 1.3, y + r * 0.8),
                (x + r * 1.5, y + r * 2.6),
            ],
            (88, 30, 52),
            0.25,
        )
        c = (206, 184, 170) if is_turned else (40, 24, 40)
        pygame.draw.circle(s, c, (x, y), r)
        if not is_turned:
            return
        for ex in (-0.42, 0.42):
            pygame.draw.circle(s, (8, 6, 10), (x + ex * r, y - 0.1 * r), max(r * 0.3, 1.5))
            s.set_at((round(x + ex * r - r * 0.1), round(y - r * 0.22)), (255, 255, 255))
        pygame.draw.arc(s, (120, 40, 56), (x - r * 0.5, y - r * 0.1, r, r * 0.8), math.pi * 1.1, math.pi * 1.9, 1)

    def _curtains(self, s: Surface, opens: float) -> None:
        for side in (-1, 1):
            flat = self._drapes.clear()
            edge = WIDE / 2 + side * (WIDE / 2) * opens * 0.9
            far = 0 if side < 0 else WIDE
            folds = 9
            for i in range(folds):
                a, b = edge + (far - edge) * i / folds, edge + (far - edge) * (i + 1) / folds
                wave = 6 * math.sin(i * 1.7 + self.t * 0.02)
                cut(
                    flat.on,
                    [(a, 0), (b, 0), (b + wave, HIGH), (a + wave, HIGH)],
                    mix((128, 24, 60), (76, 12, 42), i % 2),
                    0.14,
                )
            flat.put(s, shade=130)
        cut(
            s,
            [(0, 0), (WIDE, 0), (WIDE, 16), *((WIDE - i * 46, 16 + (18 if i % 2 else 4)) for i in range(13)), (0, 16)],
            (150, 34, 70),
            0.3,
        )

    @cached_property
    def _drapes(self) -> Flat:
        return Flat()


def girl(on: Surface, x: float, y: float, panel: Any, walks: bool, sway: float, on_stage: bool = False) -> None:
    """In a pinafore, with a great deal of hair, doing what she is doing."""
    k = 1.3
    trick = panel.trick
    span = BOW_TICKS if panel.phase == "house" else TRICK_TICKS
    u = math.sin(math.pi * min(panel.trick_ticks / span, 1.0)) if trick else 0.0
    lean, drop, hop = 0.0, 0.0, 0.0
    left, right = (-0.25, -0.1), (0.25, 0.1)
    if trick == "sing":
        left, right = (-0.3 - 1.7 * u, -0.3 - 2.1 * u), (0.3 + 1.7 * u, 0.3 + 2.1 * u)
        hop = 3 * u
    elif trick == "sword":
        right, left, lean = (0.3 + 1.25 * u, 0.1 + 1.5 * u), (-0.9 * u - 0.2, -1.6 * u), 6 * u
    elif trick == "fan":
        right, left, lean = (0.3 + 0.9 * u, 2.6 * u), (-0.5 * u - 0.2, 0.9 * u), -4 * u
    elif trick == "horse":
        left, right, lean, drop = (0.9 * u, 1.5 * u), (1.1 * u, 1.6 * u), 12 * u, 8 * u
        hop = abs(math.sin(panel.trick_ticks * 0.4)) * 7 * u
    elif trick == "bow":
        left, right, lean, drop = (-0.5 - 0.9 * u, -1.4 * u), (0.5 + 0.9 * u, 1.4 * u), 0.0, 16 * u
    swing = math.sin(panel.life * 0.34) * 0.55 if walks else 0.0
    y -= hop
    hip = y - 30 * k
    leg(on, x - 4, hip, swing + (0.3 * u if trick == "sword" else 0), swing * 0.4, k)
    leg(on, x + 4, hip, -swing - (0.5 * u if trick == "sword" else 0), -swing * 0.4, k)
    top = hip - 26 * k + drop
    cut(
        on,
        [(x - 13 * k, hip + 6 * k), (x - 7 * k + lean, top), (x + 7 * k + lean, top), (x + 13 * k, hip + 6 * k)],
        SKIN,
        0.2,
    )
    cut(
        on,
        [(x - 8 * k, hip + 5 * k), (x - 4 * k + lean, top + 4), (x + 4 * k + lean, top + 4), (x + 8 * k, hip + 5 * k)],
        (190, 178, 206),
        0.1,
    )
    for shoulder, (a, b) in ((-6, left), (6, right)):
        hand = arm(on, x + shoulder * k + lean, top + 5 * k, a, b, k)
        if shoulder > 0 and trick == "sword":
            pygame.draw.line(on, (226, 216, 190), hand, (hand[0] + 30, hand[1] - 4), 3)
            pygame.draw.line(on, (226, 216, 190), (hand[0] + 4, hand[1] - 6), (hand[0] + 5, hand[1] + 5), 2)
        elif shoulder > 0 and trick == "fan":
            for i in range(6):
                pygame.draw.line(on, (236, 170, 200), hand, (hand[0] - 10 + i * 5, hand[1] - 15 + abs(i - 2.5) * 2), 3)
    hx, hy = x + lean * 1.7, top - 12 * k + drop * 0.7 + sway
    pygame.draw.circle(on, SKIN, (hx, hy), 10 * k)
    for i in range(11):  # hair enough for two
        a = math.pi * (0.92 + 1.16 * i / 10)
        pygame.draw.circle(on, (30, 20, 38), (hx + math.cos(a) * 11 * k, hy + math.sin(a) * 10 * k), 6.2 * k)
    pygame.draw.circle(on, (30, 20, 38), (hx - 2, hy - 6 * k), 10 * k)
    for i in range(5):
        a = math.pi * (1.05 + 0.5 * i / 4)
        pygame.draw.arc(on, (120, 96, 140), (hx - 15 * k, hy - 15 * k, 30 * k, 30 * k), a, a + 0.1, 1)
    if trick == "horse" and u > 0.15:
        self_x, self_y = hx + 4, hy - 2
        cut(
            on,
            [
                (self_x - 8, self_y - 10),
                (self_x + 8, self_y - 16),
                (self_x + 30, self_y + 6),
                (self_x + 26, self_y + 14),
                (self_x + 8, self_y + 6),
                (self_x - 4, self_y + 12),
            ],
            (176, 140, 116),
            0.3,
        )
        pygame.draw.circle(on, (8, 6, 10), (self_x + 10, self_y - 5), 2)
    rivet(on, x - 6 * k + lean, top + 5 * k)
    rivet(on, x + 6 * k + lean, top + 5 * k)
