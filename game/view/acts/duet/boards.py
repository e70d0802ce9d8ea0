"""The stage between two boards: chalk, marks that warm, threads, and a house that has turned round."""

from __future__ import annotations

import math
import random
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Rect, Surface

from game.core.geometry import TILE
from game.sim.acts.duet.board import FORCIBLE, HER, SPINK
from game.sim.acts.duet.stage import DUO
from game.sim.parts import Place, Stone
from game.view.acts.theatre.look import HouseLook
from game.view.acts.theatre.scenery import Colour, mix
from game.view.assets import Assets
from game.view.specks import Specks
from game.view.sprites import Layers

CHALK: Colour = (236, 228, 220)
HERS: Colour = (255, 220, 96)
"""Her colour, and each performer's: their marks, arrows and light."""
TONES: tuple[Colour, Colour, Colour] = (HERS, (255, 132, 184), (96, 226, 212))
THREAD: Colour = (214, 60, 72)
SHEET: Colour = (196, 190, 226)
"""What can be made out of dust sheets in the dark."""
HEAD_PX = 44


class BoardsLook(HouseLook):
    """Between boards: the chalk, the marks, what is in the way, and the two who hang there."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._chalk: tuple[int, bool, Surface] | None = None
        self._lamps: dict[tuple[Colour, int, int], Surface] = {}
        self.dust = Specks(0xD0E7)
        self._stares = 0.0

    # ---- the floor

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        is_open = act.holds_her  # between boards the lids are shut: she walks over them
        if self._chalk is None or self._chalk[:2] != (act.number, is_open):
            self._chalk = (act.number, is_open, board_in_chalk(act.board, act.number, is_open))
        corner = act.corner
        layers.albedo.blit(self._chalk[2], (round(corner.x) - 4 - layers.x, round(corner.y) - 4 - layers.y))
        middle = corner.x + act.board.width * TILE / 2, corner.y + act.board.height * TILE / 2
        self._shine(layers, *middle, 190, 0.20)
        for cell in act.board.walls:
            at = act.foot(cell)
            self._lamp(layers, at.x, at.y - 20, SHEET, 42, 0.3)
        for who in (SPINK, FORCIBLE):
            self._mark(layers, act, who, t)
        self._start(layers, act, t)
        for who, name in zip((SPINK, FORCIBLE), DUO, strict=True):
            at = self._at(session, name)
            if at is not None:
                self._lamp(layers, at[0], at[1] - 4, TONES[who], 46, 0.34)
        her = session.place
        self._lamp(layers, her.x, her.y - 6, HERS, 46, 0.26)

    def _mark(self, layers: Layers, act: Any, who: int, t: float) -> None:
        at = act.foot(act.board.marks[who - SPINK])
        self._ring_of(layers, at.x, at.y - 7, who, act.warmth(who), t)

    def _ring_of(self, layers: Layers, at_x: float, at_y: float, who: int, warm: float, t: float) -> None:
        """A ring in the colour of whom it waits for, warmer the nearer they are; its arrow says which way they get wrong."""
        breath = 0.5 + 0.5 * math.sin(t * (0.06 + 0.1 * warm) + who)
        tone = TONES[who]
        x, y = round(at_x) - layers.x, round(at_y) - layers.y
        c = mix(mix(CHALK, tone, 0.55), tone, warm)
        box = Rect(0, 0, 28, 22)
        box.center = (x, y)
        pygame.draw.ellipse(layers.albedo, mix((44, 18, 34), tone, 0.25 + 0.35 * warm), box)
        pygame.draw.ellipse(layers.albedo, c, box, 2)
        for dx, dy in ((1, 0), (-1, 0)) if who == SPINK else ((0, 1), (0, -1)):
            tip = (x + dx * 10, y + dy * 8)
            back = (x + dx * 4, y + dy * 3)
            pygame.draw.line(layers.albedo, c, (x, y), tip, 3)
            pygame.draw.polygon(
                layers.albedo, c, [tip, (back[0] - dy * 5, back[1] - dx * 4), (back[0] + dy * 5, back[1] + dx * 4)]
            )
        self._lamp(layers, at_x, at_y, tone, round(28 + 22 * warm), 0.42 + 0.35 * warm + 0.12 * breath)
        if warm > 0.55:
            self._glow(layers, at_x, at_y - 1, tone, 26, (warm - 0.5) * (0.5 + 0.4 * breath))

    def _start(self, layers: Layers, act: Any, t: float) -> None:
        """Where she begins: a ring with two heels in it, that calls as long as nobody stands there."""
        if not getattr(act, "is_waiting", False):
            return
        at = act.foot(act.board.start[HER])
        x, y = round(at.x) - layers.x, round(at.y) - 6 - layers.y
        k = 0.5 + 0.5 * math.sin(t * 0.09)
        box = Rect(0, 0, 26 + round(5 * k), 19 + round(3 * k))
        box.center = (x, y)
        pygame.draw.ellipse(layers.albedo, HERS, box, 2)
        for dx in (-4, 4):
            pygame.draw.ellipse(layers.albedo, HERS, Rect(x + dx - 2, y - 4, 5, 6))
            layers.albedo.fill(HERS, (x + dx - 1, y + 4, 3, 2))
        self._lamp(layers, at.x, at.y - 6, HERS, 46, 0.55 + 0.3 * k)
        self._glow(layers, at.x, at.y - 6, HERS, 30, 0.25 + 0.25 * k)

    def _lamp(self, layers: Layers, x: float, y: float, tone: Colour, radius: int, adds: float) -> None:
        s = self._lit(tone, radius, adds)
        layers.light.blit(s, (round(x) - radius - layers.x, round(y) - radius - layers.y), special_flags=BLEND_RGB_ADD)

    def _glow(self, layers: Layers, x: float, y: float, tone: Colour, radius: int, adds: float) -> None:
        s = self._lit(tone, radius, adds)
        layers.glow.blit(s, (round(x) - radius - layers.x, round(y) - radius - layers.y), special_flags=BLEND_RGB_ADD)

    def _lit(self, tone: Colour, radius: int, adds: float) -> Surface:
        step = round(max(adds, 0.0) * 20)
        key = (tone, radius, step)
        if key not in self._lamps:
            if len(self._lamps) > 120:
                self._lamps.clear()
            s = Surface((2 * radius, 2 * radius), 0, 32)
            for r in range(radius, 0, -2):
                k = (1 - r / radius) ** 1.5 * step / 20
                pygame.draw.circle(s, tuple(min(round(v * k), 255) for v in tone), (radius, radius), r)
            self._lamps[key] = s
        return self._lamps[key]

    # ---- over everybody

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        super().over(layers, session, act, t)
        self.dust.draw(layers)
        self._stares = min(self._stares + 0.02, 1.0) if getattr(act, "stares", False) else 0.0
        if self._stares > 0:
            self._eyes(layers, session, t)
        stone = session.world.find(session.hero, Stone)
        strength = 0.30 + (0.6 * stone.raised if stone is not None else 0.0)
        self._threads(layers, session, t, strength)

    def _eyes(self, layers: Layers, session: Any, t: float) -> None:
        """Two points of light in every head of the house, one head after another."""
        for thing in session.room.things:
            if not thing.name.startswith("moles_") or thing.name.startswith("moles_clap"):
                continue
            for i in range(5):
                n = (int(thing.box.x) * 7 + int(thing.box.y) * 3 + i * 13) % 20 / 20
                if n > self._stares or int(t + n * 300) % 170 < 5:
                    continue
                x, y = round(thing.box.x + 13 + 24 * i) - layers.x, round(thing.box.y + 14) - layers.y
                for dx in (-4, 2):
                    layers.glow.fill((226, 220, 255), (x + dx, y, 3, 3))
                    layers.glow.fill((40, 30, 60), (x + dx + 1, y + 1, 1, 1))

    def _threads(self, layers: Layers, session: Any, t: float, strength: float) -> None:
        """One from each to the flies, and one from each to the other; a glint runs up them."""
        ends = [at for at in (self._at(session, name) for name in DUO) if at is not None]
        for i, (x, y) in enumerate(ends):
            top = (round(x + 7 * math.sin(t * 0.03 + i)) - layers.x, -layers.y)
            head = (round(x) - layers.x, round(y) - HEAD_PX - layers.y)
            self._thread(layers, top, head, strength, t + 40 * i)
        if len(ends) == 2 and strength > 0.4:
            a, b = ends
            self._thread(
                layers,
                (round(a[0]) - layers.x, round(a[1]) - 26 - layers.y),
                (round(b[0]) - layers.x, round(b[1]) - 26 - layers.y),
                strength - 0.25,
                t,
            )

    @staticmethod
    def _thread(layers: Layers, a: tuple[int, int], b: tuple[int, int], strength: float, t: float) -> None:
        c = tuple(round(v * strength) for v in THREAD)
        pygame.draw.line(layers.glow, c, a, b)
        k = 1 - (t * 0.012) % 1.0
        x, y = a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k
        bright = tuple(min(round(v * strength * 1.4) + 30, 255) for v in THREAD)
        layers.glow.fill(bright, (round(x), round(y) - 3, 1, 6))

    @staticmethod
    def _at(session: Any, name: str) -> tuple[float, float] | None:
        entity = session.find(name)
        place = session.world.find(entity, Place) if entity else None
        return (place.x, place.y - place.lift) if place is not None else None


# ---------------------------------------------------------------- made once


def board_in_chalk(board: Any, number: int, is_open: bool) -> Surface:
    """The grid as somebody drew it who had drawn many, and the holes."""
    w, h = board.width * TILE, board.height * TILE
    s = Surface((w + 8, h + 8), SRCALPHA, 32)
    rng = random.Random(71 + number)
    for row in range(board.height):
        for column in range(board.width):
            if (row + column) % 2:
                s.fill((20, 6, 24, 78), (4 + column * TILE, 4 + row * TILE, TILE, TILE))
            else:
                s.fill((255, 236, 220, 24), (4 + column * TILE, 4 + row * TILE, TILE, TILE))
    for column in range(board.width + 1):
        _chalk_line(s, rng, (4 + column * TILE, 4), (4 + column * TILE, 4 + h), column in (0, board.width))
    for row in range(board.height + 1):
        _chalk_line(s, rng, (4, 4 + row * TILE), (4 + w, 4 + row * TILE), row in (0, board.height))
    for x, y in board.traps:
        box = Rect(4 + x * TILE + 2, 4 + y * TILE + 2, TILE - 4, TILE - 4)
        pygame.draw.rect(s, (70, 38, 30), box.inflate(2, 2), 0 if is_open else 2)
        if not is_open:
            pygame.draw.line(s, (24, 10, 20), (box.centerx, box.y), (box.centerx, box.bottom), 2)
            pygame.draw.rect(s, (24, 10, 20), box, 1)
            continue
        s.fill((8, 3, 12), box)
        for i in range(6):
            s.fill((58 - i * 9, 30 - i * 5, 40 - i * 6), (box.x, box.y + i, box.w, 1))
        s.fill((120, 74, 52), (box.x - 1, box.bottom, box.w + 2, 2))
        for dx in (4, box.w - 7):
            s.fill((150, 120, 84), (box.x + dx, box.bottom, 4, 2))
    return s


def _chalk_line(s: Surface, rng: random.Random, a: tuple[int, int], b: tuple[int, int], is_rim: bool) -> None:
    long = max(abs(b[0] - a[0]), abs(b[1] - a[1]))
    for i in range(long):
        x = a[0] + (b[0] - a[0]) * i // long
        y = a[1] + (b[1] - a[1]) * i // long
        if rng.random() < (0.06 if is_rim else 0.26):
            continue
        alpha = rng.randrange(150, 220) if is_rim else rng.randrange(70, 130)
        s.set_at((x, y), (*CHALK, alpha))
        if is_rim and rng.random() < 0.75:
            x2, y2 = (x + 1, y) if a[0] == b[0] else (x, y + 1)
            s.set_at((x2, y2), (*CHALK, alpha - 50))
