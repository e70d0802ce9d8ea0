"""A board under way: trails, what would happen, columns of light, the hook, and what the hands can do."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Rect, Surface

from game.core.geometry import TILE
from game.sim.acts.duet.board import FORCIBLE, HER, SPINK, WAYS
from game.sim.acts.duet.duet import LEAVE_TICKS
from game.sim.acts.duet.mishaps import DONE, HOOK, HOOK_BACK, PLAY
from game.view.acts.duet.boards import TONES, BoardsLook
from game.view.acts.look import ToScreen
from game.view.acts.theatre.scenery import Colour, mix
from game.view.assets import Assets
from game.view.felt import CREAM, WARM, Cloth, ease, edges
from game.view.font import Font, balanced
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.specks import DUST, GOLD
from game.view.sprites import Layers

BAD: Colour = (240, 70, 60)
TRAIL_TICKS = 30
AXIS_TICKS = 26
KEYS_TICKS = 900
"""So long the buttons are named on a board; on the first always."""


class DuetLook(BoardsLook):
    """A board under way: trails, what would happen, light, the hook, and what the hands can do."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._hook: Surface | None = None
        self._pale: dict[tuple[int, int], Surface] = {}
        self._columns: dict[tuple[int, int], Surface] = {}
        self._arrow: dict[tuple[str, Colour, int], Surface] = {}
        self._leaves = 0.0

    def hear(self, session: Any, act: Any) -> None:
        super().hear(session, act)
        self.dust.tick()
        if act.phase == PLAY and not act.is_back and act.step_ticks == 4:
            for who in (HER, SPINK, FORCIBLE):
                if act.now[who] != act.last[who]:
                    at = act.foot(act.now[who])
                    n = 5 if who == HER else 3
                    self.dust.burst("puff", (at.x, at.y, 1), n, DUST, 26, 12, 18, 2.6, 30)
        if act.phase == DONE and act.phase_ticks % 9 == 1:
            for who in (SPINK, FORCIBLE):
                at = act.foot(act.now[who])
                self.specks.burst("star", (at.x, at.y, 34), 5, (TONES[who], *GOLD), 60, 66, 40, 3.0, 90)

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        super().floor(layers, session, act, t)
        for x, top, deep, level in act.columns:
            self._column(layers, x, top, deep, level)
        if act.phase == PLAY:
            self._axes(layers, act)
            self._trails(layers, act)
            if act.peek:
                self._foresight(layers, act, t)

    # ---- light

    def _column(self, layers: Layers, x: float, top: float, deep: float, level: float) -> None:
        step = max(round(level * 8), 1)
        key = (round(deep), step)
        if key not in self._columns:
            s = Surface((TILE + 16, round(deep) + 12), 0, 32)
            for i in range(8):
                k = (i + 1) / 8 * step / 8
                c = (round(124 * k), round(116 * k), round(96 * k))
                s.fill(c, Rect(i, i, s.get_width() - 2 * i, s.get_height() - 2 * i))
            self._columns[key] = s
        s = self._columns[key]
        at = (round(x) - s.get_width() // 2 - layers.x, round(top) - 4 - layers.y)
        layers.light.blit(s, at, special_flags=BLEND_RGB_ADD)
        chalk = (255, 244, 214)
        inner = Rect(round(x) - TILE // 2 - layers.x, round(top) - layers.y, TILE, round(deep))
        pygame.draw.rect(layers.albedo, mix((160, 90, 80), chalk, 0.8), inner, 1)
        key2 = (round(top + deep), -step)
        if key2 not in self._columns:
            self._columns[key2] = shaft(round(top + deep), step / 8)
        air = self._columns[key2]
        at = (round(x) - air.get_width() // 2 - layers.x, -layers.y)
        layers.glow.blit(air, at, special_flags=BLEND_RGB_ADD)

    # ---- the rule

    def _axes(self, layers: Layers, act: Any) -> None:
        """After a step, for a moment, the line in which one of them is her picture: upright for Spink, level for Forcible."""
        if act.number > 1 or act.is_back or act.step_ticks > AXIS_TICKS or act.now == act.last:
            return
        k = 1 - act.step_ticks / AXIS_TICKS
        her = act.foot(act.now[HER])
        dx = act.now[HER][0] - act.last[HER][0]
        who = SPINK if dx else FORCIBLE
        at = act.foot(act.now[who])
        c = TONES[who]
        alpha = round(200 * k)
        if dx:
            x = round((her.x + at.x) / 2) - layers.x
            y0, y1 = round(act.corner.y) - layers.y, round(act.corner.y) + act.board.height * TILE - layers.y
            dashes = [((x, y), (x, min(y + 6, y1))) for y in range(y0, y1, 10)]
        else:
            y = round((her.y + at.y) / 2) - 7 - layers.y
            x0, x1 = round(act.corner.x) - layers.x, round(act.corner.x) + act.board.width * TILE - layers.x
            dashes = [((x, y), (min(x + 6, x1), y)) for x in range(x0, x1, 10)]
        tone = tuple(v * alpha // 255 for v in c)
        for a, b in dashes:
            pygame.draw.line(layers.glow, tone, a, b)

    def _trails(self, layers: Layers, act: Any) -> None:
        """Where each has just come from: an arrow that fades; a stub for who could not."""
        if act.is_back or act.step_ticks > TRAIL_TICKS or act.now == act.last:
            return
        k = 1 - act.step_ticks / TRAIL_TICKS
        for who in (HER, SPINK, FORCIBLE):
            a, b = act.foot(act.last[who]), act.foot(act.now[who])
            dx, dy = (act.now[who][0] - act.last[who][0], act.now[who][1] - act.last[who][1])
            if dx or dy:
                self._draw_arrow(layers, (a.x + b.x) / 2, (a.y + b.y) / 2 - 7, _way(dx, dy), TONES[who], k)
            else:
                self._stub(layers, act, who, act.bump_way, k)

    @staticmethod
    def _stub(layers: Layers, act: Any, who: int, way: str, k: float) -> None:
        """A bar before somebody who cannot go where her step sends them."""
        dx, dy = WAYS[way]
        dx, dy = (-dx, dy) if who == SPINK else (dx, -dy) if who == FORCIBLE else (dx, dy)
        at = act.foot(act.now[who])
        x, y = round(at.x + dx * 15) - layers.x, round(at.y - 7 + dy * 13) - layers.y
        c = tuple(round(v * k * 0.9) for v in TONES[who])
        if dx:
            pygame.draw.line(layers.glow, c, (x, y - 9), (x, y + 9), 3)
        else:
            pygame.draw.line(layers.glow, c, (x - 9, y), (x + 9, y), 3)

    def _foresight(self, layers: Layers, act: Any, t: float) -> None:
        """Look first: everybody as they would stand, and a line there; red where that would end badly."""
        ways = (act.peek,) if act.peek in WAYS else ()
        for way in ways:
            step = act.foresee(way)
            is_bad = step.falls is None
            for who in (HER, SPINK, FORCIBLE):
                a, b = act.foot(act.now[who]), act.foot(step.state[who])
                dx, dy = (step.state[who][0] - act.now[who][0], step.state[who][1] - act.now[who][1])
                falls = bool(step.falls) and who in step.falls
                tone = BAD if falls or (is_bad and who == HER) else TONES[who]
                if dx or dy:
                    pulse = 0.7 + 0.3 * math.sin(t * 0.2)
                    self._shade(layers, b.x, b.y, tone, pulse)
                    self._draw_arrow(layers, (a.x + b.x) / 2, (a.y + b.y) / 2 - 7, _way(dx, dy), tone, pulse)
                else:
                    self._stub(layers, act, who, way, 0.9)

    def _shade(self, layers: Layers, x: float, y: float, tone: Colour, k: float) -> None:
        box = Rect(0, 0, 22, 15)
        box.center = (round(x) - layers.x, round(y) - 6 - layers.y)
        c = tuple(round(v * k * 0.8) for v in tone)
        pygame.draw.ellipse(layers.glow, c, box, 2)
        body = Rect(0, 0, 12, 26)
        body.midbottom = (box.centerx, box.centery + 2)
        pygame.draw.rect(layers.glow, tuple(v // 3 for v in c), body, 0, 6)
        head = Rect(0, 0, 14, 13)
        head.midbottom = (body.centerx, body.top + 4)
        pygame.draw.ellipse(layers.glow, tuple(v // 3 for v in c), head)

    def _draw_arrow(self, layers: Layers, x: float, y: float, way: str, tone: Colour, k: float) -> None:
        step = max(min(round(k * 8), 8), 1)
        key = (way, tone, step)
        if key not in self._arrow:
            s = Surface((30, 30), 0, 32)
            dx, dy = WAYS[way]
            c = tuple(v * step // 8 for v in tone)
            tip = (15 + dx * 12, 15 + dy * 12)
            a = (15 + dx * 2 - dy * 8, 15 + dy * 2 + dx * 8)
            b = (15 + dx * 2 + dy * 8, 15 + dy * 2 - dx * 8)
            pygame.draw.polygon(s, c, [tip, a, b])
            tail = Rect(0, 0, 14 if dx else 6, 14 if dy else 6)
            tail.center = (15 - dx * 5, 15 - dy * 5)
            s.fill(c, tail)
            self._arrow[key] = s
        layers.glow.blit(
            self._arrow[key], (round(x) - 15 - layers.x, round(y) - 15 - layers.y), special_flags=BLEND_RGB_ADD
        )

    # ---- the hook

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        super().over(layers, session, act, t)
        if act.phase == HOOK and act.phase_ticks < HOOK_BACK:
            self._draw_hook(layers, act)

    def _draw_hook(self, layers: Layers, act: Any) -> None:
        if self._hook is None:
            self._hook = crook()
        s = self._hook if act.side > 0 else pygame.transform.flip(self._hook, True, False)
        x = round(act.hook_x()) - layers.x
        y = round(act.from_y) - 34 - layers.y
        at = (x - 10 if act.side > 0 else x - s.get_width() + 10, y)
        layers.albedo.blit(s, at)
        pygame.mask.from_surface(s, 127).to_surface(layers.light, setcolor=(150, 138, 120), unsetcolor=None, dest=at)

    # ---- before the picture

    def hud(
        self,
        to: pygame.Surface,
        session: Any,
        act: Any,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        super().hud(to, session, act, marks, taste, to_screen, cloth, font, dt_s)
        if session.talk is not None:
            return
        words = session.content.words
        room = edges(to, taste.is_safe)
        cut = font.cut(taste.text_size)
        if act.phase == DONE and act.number and act.phase_ticks > 24:
            key = "duet.par" if act.steps <= act.par else "duet.steps"
            k = 1.0 if taste.calm else ease(min((act.phase_ticks - 24) / 14, 1.0))
            self._plate(to, balanced(cut, words.get(key, n=act.steps, par=act.par), 280, marks), room, k, cloth)
        elif act.phase == PLAY and (act.number <= 1 or act.ticks < KEYS_TICKS or act.way_ticks > 0):
            k = min(act.ticks / 30, 1.0)
            text = balanced(cut, words.get("duet.keys"), 420, marks)
            y = room.bottom - text.height - 10
            board = Surface((text.width + 20, text.height + 8), SRCALPHA, 32)
            board.fill((16, 8, 20, round(150 * k)))
            to.blit(board, (room.centerx - board.get_width() // 2, y - 4))
            text.draw(to, room.centerx, y, CREAM, align=0.5)
        self._leaves = act.leave_ticks / LEAVE_TICKS
        if self._leaves > 0.2:
            over_her = to_screen(session.place.x, session.place.y - 62)
            box = Rect(0, 0, 22, 22)
            box.center = (round(over_her[0]), round(over_her[1]))
            pygame.draw.circle(to, (20, 10, 24), box.center, 12)
            pygame.draw.arc(to, CREAM, box, math.pi / 2, math.pi / 2 + math.tau * self._leaves, 3)

    @staticmethod
    def _plate(to: Surface, text: Any, room: Rect, k: float, cloth: Cloth) -> None:
        w, h = text.width + 26, text.height + 12
        plate = cloth.plate(w, h, WARM)
        plate.set_alpha(round(255 * k))
        y = room.y + 34 - round((1 - k) * 12)
        to.blit(plate, (room.centerx - w // 2, y))
        text.draw(to, room.centerx, y + (h - text.height) // 2 + 1, CREAM, align=0.5)


# ---------------------------------------------------------------- made once


def _way(dx: int, dy: int) -> str:
    return "R" if dx > 0 else "L" if dx < 0 else "D" if dy > 0 else "U"


def shaft(high: int, level: float) -> Surface:
    """The air a light falls through: narrow and bright above, a tile wide and nearly nothing where it lands."""
    s = Surface((TILE + 12, high), 0, 32)
    mid = s.get_width() / 2
    for y in range(high):
        k = y / high
        fade = (1 - k) ** 1.5 * level
        for part, adds in ((1.0, 0.16), (0.66, 0.16)):
            half = (3 + (TILE / 2 + 1) * min(k * 2.2, 1.0)) * part
            c = (round(255 * adds * fade), round(238 * adds * fade), round(206 * adds * fade))
            s.fill(c, Rect(round(mid - half), y, max(round(2 * half), 1), 1), BLEND_RGB_ADD)
    return s


def crook() -> Surface:
    """The hook: a long pole with a shepherd's bend, tape round the end of it, as long as the stage is wide."""
    s = Surface((520, 40), SRCALPHA, 32)
    wood, lit, line = (150, 98, 52), (206, 150, 88), (40, 20, 22)
    for grow, c in ((3, line), (1, wood)):
        pygame.draw.arc(
            s, c, Rect(2 - grow // 2, 2 - grow // 2, 30 + grow, 30 + grow), math.pi * 0.42, math.pi * 1.72, 4 + grow
        )
        pygame.draw.rect(s, c, Rect(20, 1 + 2 - grow // 2, 500, 3 + grow))
    s.fill(lit, (22, 3, 496, 1))
    for x in range(40, 516, 56):
        s.fill((232, 214, 180), (x, 2, 6, 5))
    return s
