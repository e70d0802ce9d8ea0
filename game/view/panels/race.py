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
from game.view.panels.orchard import HERS, big_cat, cat, runner, stocking, tree
from game.view.panels.paper import HIGH, WIDE, Flat, PaperDrawer, backlight, cut, limb

GROUND_Y = 206
IVY_X = 118.0
WALL_AHEAD = 196.0
JUMP_ASKED_PX = 150.0
AMBER: Colour = (255, 200, 104)
BARK: tuple[Colour, ...] = ((150, 96, 62), (94, 52, 44), (42, 22, 28))
"""Far to near."""
COLD: Colour = (150, 196, 255)


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
        cut(on, wall, (98, 62, 58), 0.5)
        for i in range(7):
            for j in range(4):
                bx, by = x + 8 + i * 34 + (j % 2) * 15, 146 + j * 15
                pygame.draw.rect(on, (122, 82, 70), (bx, by, 28, 11), 1)
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
        pygame.draw.rect(on, (58, 44, 68), (x, 0, WIDE + 200, HIGH))
        pygame.draw.rect(on, (88, 74, 104), (x + 26, 54, 400, 172))
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
        near.put(s, shade=90)
        self.glow((dx + 26, 196), 120, [int(v * 0.5 * ease(k)) for v in COLD])
        on = near.clear().on
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
