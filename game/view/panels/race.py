"""The third memory in cut paper: an orchard that runs past two girls; a wall, a cat, a foot; and a door with a light in it."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import pygame
from pygame import Surface

from game.sim.panels.race import CAT_TICKS, JUMP_TICKS, LENGTH_PX, ROOTS, SPEED, TUG_TICKS, TUGS
from game.view.felt import Colour, ease, mix
from game.view.hud import Taste
from game.view.panels.paper import HIGH, SKIN, WIDE, Flat, PaperDrawer, Points, arm, backlight, cut, leg, limb, rivet

GROUND_Y = 206
IVY_X = 118.0
WALL_AHEAD = 196.0
JUMP_ASKED_PX = 150.0
AMBER: Colour = (255, 200, 104)
BARK: tuple[Colour, ...] = ((150, 96, 62), (94, 52, 44), (42, 22, 28))
"""Far to near."""
COLD: Colour = (150, 196, 255)
HERS: Colour = (112, 44, 38)
"""The dress of the one who wins."""


class RaceDrawer(PaperDrawer):
    """The orchard goes by her ``at``; the foot is drawn large, since that is what there is to see."""

    def ask(self, panel: Any) -> str:
        if panel.phase == "race" and not panel.is_run:
            is_near = any(-10 < root - panel.at < JUMP_ASKED_PX for root in ROOTS)
            return "right+interact" if is_near and not panel.air else "right"
        if panel.phase == "foot" and not panel.is_free:
            return "interact"
        return "right" if panel.phase == "away" and panel.away < 1 else ""

    def scene(self, stage: Surface, panel: Any, taste: Taste) -> None:
        if panel.phase == "foot":
            self._close(stage, panel)
        elif panel.phase in ("away", "sew"):
            self._away(stage, panel)
        else:
            self._orchard(stage, panel)

    # ---- the race

    @cached_property
    def _sky(self) -> Surface:
        return backlight(WIDE, HIGH, (206, 122, 74), (255, 222, 150), (372, 108, 250), (255, 226, 160))

    @cached_property
    def _far(self) -> Flat:
        return Flat()

    @cached_property
    def _mid(self) -> Flat:
        return Flat()

    @cached_property
    def _near(self) -> Flat:
        return Flat()

    def _orchard(self, s: Surface, panel: Any) -> None:
        at = panel.at
        s.blit(self._sky, (0, 0))
        hills = [(0.0, float(HIGH))]
        for x in range(0, WIDE + 9, 8):
            hills.append((x, 148 + 10 * math.sin((x + at * 0.06) * 0.012) + 6 * math.sin((x + at * 0.06) * 0.031)))
        hills.append((float(WIDE), float(HIGH)))
        cut(s, hills, (206, 142, 84), 0.35)
        far = self._far.clear()
        for i in range(-1, 9):
            x = i * 86 - (at * 0.22) % 86
            tree(far.on, x + 30, 182, 0.72, BARK[0], (196, 124, 66), round(i + at * 0.22 // 86))
        cut(far.on, [(0, 180), (WIDE, 176), (WIDE, HIGH), (0, HIGH)], (176, 110, 64), 0.3)
        far.put(s, shade=50)
        mid = self._mid.clear()
        for i in range(-1, 7):
            x = i * 134 - (at * 0.55) % 134
            tree(mid.on, x + 40, 200, 1.12, BARK[1], (150, 72, 48), round(i + 7 + at * 0.55 // 134))
        cut(mid.on, [(0, 198), (WIDE, 196), (WIDE, HIGH), (0, HIGH)], (112, 62, 46), 0.3)
        mid.put(s, shade=70)
        near = self._near.clear()
        on = near.on
        ground = [
            (0.0, float(HIGH)),
            *((float(x), GROUND_Y + 3 * math.sin((x + at) * 0.02)) for x in range(0, WIDE + 13, 12)),
            (float(WIDE), float(HIGH)),
        ]
        cut(on, ground, (62, 34, 34), 0.4)
        for root in ROOTS:
            x = IVY_X + root - at
            if -40 < x < WIDE + 40:
                arch = [
                    (x - 22, GROUND_Y + 6),
                    (x - 12, GROUND_Y - 7),
                    (x, GROUND_Y - 12),
                    (x + 12, GROUND_Y - 6),
                    (x + 24, GROUND_Y + 6),
                    (x + 14, GROUND_Y + 4),
                    (x, GROUND_Y - 5),
                    (x - 12, GROUND_Y + 2),
                ]
                cut(on, arch, (30, 15, 20), 0.5)
        self._fallen_doll(on, IVY_X - 60 - at, GROUND_Y + 2)
        self._finish(on, panel, at)
        self._girls(on, panel, at)
        for i in range(-1, WIDE // 15 + 2):  # long grass, nearest of all
            x = i * 15 - (at * 1.25) % 15
            h = 10 + (i * 7 + round(at * 1.25 // 15) * 7) % 11
            cut(on, [(x, HIGH), (x + 2, 246 - h), (x + 5, HIGH)], (26, 13, 18), 0.2)
        near.put(s, shade=80)
        if panel.speed > SPEED * 0.6 and panel.phase == "race":
            for i in range(6):
                y = 70 + i * 24
                x = (i * 173 - panel.life * 9) % (WIDE + 80) - 40
                pygame.draw.line(s, (255, 236, 190), (x, y), (x + 26, y))

    def _girls(self, on: Surface, panel: Any, at: float) -> None:
        """Her sister first: she always is."""
        stands = panel.phase != "race" or panel.is_run
        lead = panel.lead
        run = panel.life * 0.30
        speed = panel.speed / SPEED if not stands else 0.0
        hers = max(speed, 0.75 if not stands and panel.lead < 145 else speed)
        sister_x = IVY_X + lead
        if stands and panel.phase == "race":
            cheer = abs(math.sin(panel.ticks * 0.12)) * 5
            runner(on, sister_x, GROUND_Y - cheer, 0.0, 0.0, True, (-2.5, -2.8), ribbon=True, dress=HERS)
        elif stands:
            runner(on, sister_x + 46, GROUND_Y, 0.0, 0.0, True, (0.3, 0.2), ribbon=True, dress=HERS)
        else:
            hop = self._hop_over(at + lead)
            runner(on, sister_x, GROUND_Y - hop, run * 1.02, hers, False, ribbon=True, dress=HERS, turned=hers < 0.3)
        air = math.sin(math.pi * panel.air / JUMP_TICKS) * 30 if panel.air else 0.0
        trip = math.sin(panel.stumble * 0.5) * 5 if panel.stumble else 0.0
        runner(on, IVY_X, GROUND_Y - air + abs(trip) * 0.4, run, speed, False, lean=trip + 6 * speed)

    @staticmethod
    def _hop_over(at: float) -> float:
        for root in ROOTS:
            d = abs(at - root)
            if d < 46:
                return 26 * math.cos(math.pi * d / 92)
        return 0.0

    @staticmethod
    def _fallen_doll(on: Surface, x: float, y: float) -> None:
        """In the long grass, with a sock down."""
        if not -30 < x < WIDE + 30:
            return
        pygame.draw.circle(on, (196, 160, 128), (x, y - 22), 8)
        cut(on, [(x - 7, y - 1), (x - 5, y - 15), (x + 6, y - 15), (x + 8, y - 1)], (150, 110, 62), 0.3)
        for ex in (-3, 3):
            pygame.draw.circle(on, (8, 6, 10), (x + ex, y - 22), 2.6)
            pygame.draw.circle(on, (240, 236, 230), (x + ex - 1, y - 23), 0.8)
        for side, c in ((-1, (206, 190, 160)), (1, (170, 130, 104))):
            limb(on, x + side * 4, y - 2, side * 0.4, 11, (5, 4), c)

    def _finish(self, on: Surface, panel: Any, at: float) -> None:
        """A wall at the orchard's end; and on it, from when it is wanted, a cat."""
        x = IVY_X + LENGTH_PX - at + WALL_AHEAD
        if x > WIDE + 60:
            return
        wall = [(x, GROUND_Y + 4), (x + 4, 142), (x + 300, 136), (x + 300, GROUND_Y + 4)]
        cut(on, wall, (48, 30, 36), 0.5)
        for i in range(7):
            for j in range(4):
                bx, by = x + 8 + i * 34 + (j % 2) * 15, 146 + j * 15
                pygame.draw.rect(on, (68, 46, 48), (bx, by, 28, 11), 1)
        if panel.phase in ("cat",):
            self._cat_comes(on, panel, x)
        elif panel.phase == "race" and at > LENGTH_PX - 400:
            cat(on, x + 120, 138, 1.0, "sit", self.t)

    def _cat_comes(self, on: Surface, panel: Any, x: float) -> None:
        """Gets up, walks along the wall, jumps down, sits hard."""
        u = panel.ticks / CAT_TICKS
        if u < 0.12:
            cat(on, x + 130, 138, 1.0, "sit", self.t)
        elif u < 0.40:
            cat(on, x + 130 - 126 * (u - 0.12) / 0.28, 138, 1.0, "walk", panel.ticks)
        elif u < 0.50:
            k = (u - 0.40) / 0.10
            cat(
                on,
                x + 4 - 30 * k,
                138 + (GROUND_Y - 138) * k * k - 18 * math.sin(math.pi * k),
                1.0,
                "leap",
                panel.ticks,
            )
        elif u < 0.76:
            k = (u - 0.50) / 0.26
            cat(on, x - 26 + (IVY_X + 24 - x + 26) * k, GROUND_Y, 1.0, "walk", panel.ticks)
        else:
            drop = 7 * max(1 - (u - 0.76) / 0.05, 0.0)
            cat(on, IVY_X + 17, GROUND_Y - drop, 1.0, "sit", self.t)

    # ---- the foot

    def _close(self, s: Surface, panel: Any) -> None:
        """Grass, two stockings, one boot; and on it as much cat as there is."""
        s.blit(self._sky, (0, 0))
        far = self._far.clear()
        for i in range(4):
            tree(far.on, 40 + i * 160, 190, 1.5, (170, 104, 62), (196, 124, 66), i + 3)
        far.put(s, shade=40)
        near = self._near.clear()
        on = near.on
        cut(on, [(0, 196), (WIDE, 190), (WIDE, HIGH), (0, HIGH)], (70, 38, 36), 0.4)
        u = math.sin(math.pi * panel.tug / TUG_TICKS) if panel.tug else 0.0
        done = panel.tugs / TUGS
        slip = 10 * max(panel.tugs - (1 if panel.tug else 0), 0) + 26 * u
        free = (panel.tugs >= TUGS and panel.tug > TUG_TICKS * 0.4) or panel.is_free
        if free:
            slip = 130 + 40 * u
        # The other leg stands; this one pulls, away from the wall, towards the house.
        stocking(on, 372 + slip * 0.25, 0, 396, 188, False)
        boot_x = 172 + (slip if free else slip * 0.35)
        stocking(on, 232 + slip * 0.6, 0, boot_x + 6, 196 - (24 * u if free else 5 * u), True)
        tilt = -0.16 * u
        big_cat(on, 116 + (4 * u), 214, 1.0 - 0.05 * u, tilt, panel, self.t)
        for i in range(0, WIDE, 13):
            h = 22 + (i * 7) % 19
            cut(on, [(i, HIGH), (i + 4 + math.sin(self.t * 0.03 + i) * 2, HIGH - h), (i + 8, HIGH)], (28, 14, 18), 0.25)
        near.put(s, shade=90)
        self._dusk.set_alpha(round(40 * done))
        s.blit(self._dusk, (0, 0))

    @cached_property
    def _dusk(self) -> Surface:
        s = Surface((WIDE, HIGH), 0, 32)
        s.fill((10, 8, 26))
        return s

    # ---- a coat, and a bit of fish

    def _away(self, s: Surface, panel: Any) -> None:
        """Into the house. Two coats on the hooks, and behind them a light that was not there."""
        k = panel.away if panel.phase == "away" else 1.0
        s.blit(self._sky, (0, 0))
        pan = 330 * ease(k)
        far = self._far.clear()
        for i in range(4):
            tree(far.on, 40 + i * 150 - pan * 0.5, 196, 1.2, BARK[1], (150, 72, 48), i)
        cut(far.on, [(0, 198), (WIDE, 198), (WIDE, HIGH), (0, HIGH)], (112, 62, 46), 0.3)
        sister = 78 - pan * 0.5
        if sister > -30:
            runner(
                far.on,
                sister,
                210,
                0.0,
                0.0,
                True,
                (-2.2 if k < 0.35 else -0.2, -2.6 if k < 0.35 else -0.1),
                k=0.62,
                ribbon=True,
                dress=HERS,
            )
        cat(far.on, 150 - pan * 0.5, 208, 0.8, "sit", self.t)
        far.put(s, shade=60)
        veil = self._dusk
        veil.set_alpha(round(190 * ease(k)))
        s.blit(veil, (0, 0))
        near = self._near.clear()
        on = near.on
        x = 318 - pan * 0.6
        # The house is a dark sheet with a doorway in it; beyond it a wall with hooks.
        pygame.draw.rect(on, (24, 16, 30), (x, 0, WIDE + 200, HIGH))
        pygame.draw.rect(on, (46, 36, 58), (x + 26, 54, 400, 172))
        for i, c in enumerate(((172, 104, 52), (172, 104, 52))):
            hx = x + 86 + i * 54
            pygame.draw.circle(on, (140, 120, 100), (hx, 80), 3)
            gone = i == 0 and panel.phase == "sew"
            if not gone:
                cut(on, [(hx - 6, 82), (hx + 6, 82), (hx + 18, 148), (hx - 18, 148)], c, 0.3)
                limb(on, hx - 8, 88, -0.25, 40, (8, 7), mix(c, (40, 20, 20), 0.2))
                limb(on, hx + 8, 88, 0.25, 40, (8, 7), mix(c, (40, 20, 20), 0.2))
        dx = x + 230
        pygame.draw.rect(on, (12, 8, 16), (dx - 5, 150, 64, 80))
        pygame.draw.rect(on, mix((90, 120, 170), COLD, 0.6 + 0.2 * math.sin(self.t * 0.06)), (dx, 155, 54, 71))
        cut(on, [(dx + 54, 155), (dx + 84, 146), (dx + 84, 240), (dx + 54, 226)], (34, 24, 40), 0.3)
        cut(on, [(dx + 18, 226), (dx + 20, 176), (dx + 27, 165), (dx + 36, 176), (dx + 39, 226)], (10, 8, 18), 0.0)
        for ex in (-3, 4):
            pygame.draw.circle(on, COLD, (dx + 28 + ex, 171), 1.4)
        cut(on, [(x, 226), (WIDE + 200, 226), (WIDE + 200, HIGH), (x, HIGH)], (16, 10, 20), 0.3)
        cut(on, [(0, 214), (x + 6, 214), (x + 6, HIGH), (0, HIGH)], (50, 28, 32), 0.3)
        hx = 150 + 190 * k
        if panel.phase == "away":
            runner(
                on,
                hx,
                228,
                panel.life * 0.2 if panel.held_way == "right" else 0.0,
                0.5 if panel.held_way == "right" else 0.0,
                True,
            )
        else:
            runner(on, hx, 228, 0.0, 0.0, True)
        near.put(s, shade=90)
        self.glow((dx + 26, 196), 120, tuple(int(v * 0.5 * ease(k)) for v in COLD))


def tree(on: Surface, x: float, y: float, k: float, bark: Colour, leaf: Colour, seed: int) -> None:
    """An apple tree: a forked trunk, three clouds of leaf, apples."""
    lean = ((seed * 37) % 9 - 4) * k
    top = y - 62 * k
    cut(on, [(x - 6 * k, y), (x - 3 * k + lean, top), (x + 4 * k + lean, top), (x + 8 * k, y)], bark, 0.2)
    limb(on, x + lean, y - 44 * k, 2.5, 26 * k, (6 * k, 3 * k), bark)
    limb(on, x + lean, y - 38 * k, -2.4, 26 * k, (6 * k, 3 * k), bark)
    for i, (dx, dy, r) in enumerate(((-20, -66, 21), (18, -70, 23), (-1, -86, 25))):
        cx, cy, rr = x + (dx * k) + lean, y + dy * k, r * k
        points = []
        for n in range(14):
            a = math.tau * n / 14
            wob = rr * (0.9 + 0.14 * math.sin(n * 2.4 + seed + i))
            points.append((cx + math.cos(a) * wob, cy + math.sin(a) * wob * 0.82))
        cut(on, points, mix(leaf, bark, 0.16 * i), 0.25)
        for n in range(3):
            a = n * 2.1 + seed + i
            pygame.draw.circle(
                on, (206, 62, 50), (cx + math.cos(a) * rr * 0.6, cy + math.sin(a) * rr * 0.5), max(2.4 * k, 1)
            )


def runner(
    on: Surface,
    x: float,
    y: float,
    phase: float,
    speed: float,
    is_still: bool,
    arms: tuple[float, float] = (0.2, 0.1),
    k: float = 1.2,
    lean: float = 0.0,
    ribbon: bool = False,
    turned: bool = False,
    dress: Colour = SKIN,
) -> None:
    """One of two girls. The one with a ribbon is the one who wins."""
    if is_still:
        a1 = a2 = 0.0
        u1, u2 = arms
    else:
        a1, a2 = math.sin(phase) * 1.0 * speed, math.sin(phase + math.pi) * 1.0 * speed
        u1, u2 = a2 * 0.9, a1 * 0.9
    swing = 0.25 * math.sin(phase) if is_still and phase else 0.0
    hip = y - 29 * k
    leg(on, x, hip, a1 + swing, a1 * 0.3 - 0.7 * speed * max(-math.cos(phase), 0.0), k)
    leg(on, x + 2, hip, a2 - swing, a2 * 0.3 - 0.7 * speed * max(math.cos(phase), 0.0), k)
    top = hip - 24 * k
    tip = lean
    cut(
        on,
        [(x - 12 * k, hip + 7 * k), (x - 6 * k + tip, top), (x + 6 * k + tip, top), (x + 12 * k, hip + 6 * k)],
        dress,
        0.25,
    )
    arm(on, x - 3 * k + tip, top + 4 * k, u1, u1 + 0.7 * speed, k)
    arm(on, x + 3 * k + tip, top + 4 * k, u2, u2 + 0.7 * speed, k)
    hx, hy = x + tip * 1.5 + 2, top - 10 * k
    way = -1 if turned else 1
    pygame.draw.circle(on, SKIN, (hx, hy), 10 * k)
    cut(on, [(hx + way * 9 * k, hy - 2), (hx + way * 13 * k, hy + 2), (hx + way * 9 * k, hy + 4)], SKIN, 0.0)
    blow = -way * (0.5 + 0.9 * speed)
    for dy in (-4, 2, 7):
        limb(
            on,
            hx - way * 6 * k,
            hy + dy * 0.6 * k,
            blow + 0.06 * math.sin(phase * 2 + dy),
            17 * k,
            (7 * k, 3 * k),
            (44, 26, 26),
        )
    pygame.draw.circle(on, (44, 26, 26), (hx - way * 2, hy - 4 * k), 9 * k)
    if ribbon:
        cut(
            on,
            [(hx - way * 4 * k, hy - 12 * k), (hx - way * 14 * k, hy - 18 * k), (hx - way * 13 * k, hy - 8 * k)],
            (226, 96, 70),
            0.3,
        )
    rivet(on, x - 3 * k + tip, top + 4 * k)


def cat(on: Surface, x: float, y: float, k: float, pose: str, t: float) -> None:
    """Black, from the side, looking left."""
    c = (10, 8, 12)
    if pose == "sit":
        cut(
            on,
            [
                (x - 9 * k, y),
                (x - 9 * k, y - 14 * k),
                (x - 5 * k, y - 20 * k),
                (x + 2 * k, y - 18 * k),
                (x + 9 * k, y - 8 * k),
                (x + 10 * k, y),
            ],
            c,
            0.3,
        )
        hx, hy = x - 7 * k, y - 24 * k
        tail = [(x + 9 * k, y - 2 * k), (x + 16 * k, y - 3 * k), (x + 20 * k, y - (9 + 2 * math.sin(t * 0.07)) * k)]
    else:
        step = math.sin(t * 0.25) * 4 if pose == "walk" else 5
        cut(
            on,
            [(x - 13 * k, y - 9 * k), (x - 10 * k, y - 16 * k), (x + 10 * k, y - 15 * k), (x + 14 * k, y - 8 * k)],
            c,
            0.3,
        )
        for lx, d in ((-10, step), (-7, -step), (8, -step), (11, step)):
            spread = d if pose == "walk" else (-6 if lx < 0 else 6)
            limb(on, x + lx * k, y - 9 * k, spread * 0.08, 9 * k, (3.5 * k, 2.4 * k), c)
        hx, hy = x - 15 * k, y - 18 * k
        tail = [(x + 13 * k, y - 12 * k), (x + 22 * k, y - 18 * k), (x + 26 * k, y - 28 * k)]
    pygame.draw.circle(on, c, (hx, hy), 7 * k)
    for ear in (-4, 3):
        cut(
            on,
            [(hx + (ear - 3) * k, hy - 4 * k), (hx + ear * k, hy - 12 * k), (hx + (ear + 3) * k, hy - 4 * k)],
            c,
            0.2,
        )
    pygame.draw.lines(on, c, False, tail, max(round(3 * k), 2))
    for ex in (-4, 0):
        on.set_at((round(hx + ex * k), round(hy - k)), (150, 220, 255, 255))
        on.set_at((round(hx + ex * k) + 1, round(hy - k)), (90, 160, 220, 255))


def stocking(on: Surface, x0: float, y0: float, x1: float, y1: float, is_down: bool) -> None:
    """A leg from above the picture down to its boot; one of the two has its sock down."""
    c, sock = (146, 96, 76), (208, 190, 154)
    kx, ky = (x0 + x1) / 2 + 10, (y0 + y1) / 2 - 16
    for (ax, ay), (bx, by), wa, wb in (((x0, y0), (kx, ky), 44, 36), ((kx, ky), (x1, y1), 36, 24)):
        d = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / d, (bx - ax) / d
        cut(
            on,
            [
                (ax + nx * wa / 2, ay + ny * wa / 2),
                (bx + nx * wb / 2, by + ny * wb / 2),
                (bx - nx * wb / 2, by - ny * wb / 2),
                (ax - nx * wa / 2, ay - ny * wa / 2),
            ],
            c,
            0.2,
        )
    pygame.draw.circle(on, c, (kx, ky), 18)
    cut(on, [(x0 - 60, -4), (x0 + 50, -4), (x0 + 60, 26), (x0 - 66, 30)], (30, 16, 20), 0.3)
    if is_down:
        for i in range(3):
            pygame.draw.ellipse(on, mix(sock, (120, 96, 80), 0.2 * i), (x1 - 16, y1 - 30 + i * 7, 34, 12))
    else:
        cut(on, [(x1 - 13, y1 - 4), (x1 - 12, y1 - 66), (x1 + 18, y1 - 66), (x1 + 15, y1 - 4)], sock, 0.3)
        for i in range(2):
            pygame.draw.line(on, (170, 70, 60), (x1 - 12, y1 - 60 + i * 6), (x1 + 17, y1 - 60 + i * 6), 2)
    boot = [
        (x1 - 15, y1 - 14),
        (x1 + 16, y1 - 14),
        (x1 + 17, y1 + 14),
        (x1 - 34, y1 + 14),
        (x1 - 40, y1 + 6),
        (x1 - 22, y1 - 2),
    ]
    cut(on, boot, (26, 16, 20), 0.4)
    cut(on, [(x1 - 42, y1 + 13), (x1 + 19, y1 + 13), (x1 + 19, y1 + 19), (x1 - 42, y1 + 19)], (14, 9, 12), 0.2)


def big_cat(on: Surface, x: float, y: float, k: float, tilt: float, panel: Any, t: float) -> None:
    """All of it, on the toe of the boot, hard. It looks up at each tug."""
    c = (9, 7, 12)
    breath = 1 + 0.012 * math.sin(t * 0.06)

    def put(points: Points) -> list[tuple[float, float]]:
        cs, sn = math.cos(tilt), math.sin(tilt)
        return [(x + (px * cs - py * sn) * k * breath, y + (px * sn + py * cs) * k) for px, py in points]

    tail = [(-40, -4), (-66, -8), (-84, -2), (-92, -18 - 5 * math.sin(t * 0.05))]
    pygame.draw.lines(on, c, False, put(tail), 9)
    body = [(-52, 4), (-50, -34), (-36, -66), (-14, -86), (14, -84), (34, -60), (44, -24), (44, 4)]
    cut(on, put(body), c, 0.35)
    for px in (4, 24):
        cut(on, put([(px, -40), (px + 14, -42), (px + 15, 4), (px - 3, 4)]), (13, 10, 17), 0.35)
    up = 6 if panel.tug else 0
    hx, hy = 4.0, -104.0 - up
    head = [(hx + math.cos(a) * 29, hy + math.sin(a) * 25) for a in (math.tau * i / 20 for i in range(20))]
    cut(on, put(head), c, 0.35)
    for side in (-1, 1):
        cut(on, put([(hx + side * 25, hy - 10), (hx + side * 23, hy - 44), (hx + side * 6, hy - 23)]), c, 0.35)
        pygame.draw.polygon(
            on, (54, 32, 44), put([(hx + side * 21, hy - 15), (hx + side * 20, hy - 34), (hx + side * 11, hy - 22)])
        )
    blink = not panel.tug and t % 230 < 8
    for side in (-1, 1):
        (ex, ey) = put([(hx + side * 12, hy - 2)])[0]
        if blink:
            pygame.draw.line(on, (110, 170, 220), (ex - 6, ey), (ex + 6, ey), 2)
            continue
        pygame.draw.ellipse(on, (122, 190, 240), (ex - 7, ey - 6, 14, 12))
        pygame.draw.ellipse(on, (6, 5, 10), (ex - 2, ey - 6, 5, 12))
        pygame.draw.circle(on, (255, 255, 255), (ex - 2, ey - 3), 1.4)
    (nx, ny) = put([(hx, hy + 10)])[0]
    pygame.draw.polygon(on, (120, 76, 84), [(nx - 3, ny - 2), (nx + 3, ny - 2), (nx, ny + 2)])
    for side in (-1, 1):
        for i in (-1, 1):
            pygame.draw.line(on, (90, 84, 96), (nx + side * 6, ny + i), (nx + side * 26, ny + i * 5 - 1))
