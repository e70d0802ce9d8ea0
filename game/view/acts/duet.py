"""How the duet looks: a board in chalk, marks that warm, who would go where, columns of light, threads, and the hook."""

from __future__ import annotations

import math
import random
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Rect, Surface

from game.core.geometry import TILE
from game.sim.acts.duet.board import FORCIBLE, HER, SPINK, WAYS
from game.sim.acts.duet.duet import DONE, DUO, HOOK, HOOK_BACK, LEAVE_TICKS, PLAY
from game.sim.parts import Place, Stone
from game.view.acts.look import ToScreen
from game.view.acts.theatre.look import HouseLook
from game.view.acts.theatre.scenery import Colour, mix
from game.view.assets import Assets
from game.view.felt import CREAM, WARM, Cloth, ease, edges
from game.view.font import Font, balanced
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.specks import DUST, GOLD, Specks
from game.view.sprites import Layers

CHALK: Colour = (236, 228, 220)
HERS: Colour = (255, 220, 96)
"""Her colour, and each performer's: their marks, arrows and light."""
TONES: tuple[Colour, Colour, Colour] = (HERS, (255, 132, 184), (96, 226, 212))
BAD: Colour = (240, 70, 60)
TRAIL_TICKS = 30
AXIS_TICKS = 26
THREAD: Colour = (214, 60, 72)
KEYS_TICKS = 900
"""So long the buttons are named on a board; on the first always."""
HEAD_PX = 44


class BoardsLook(HouseLook):
    """Between boards: the chalk, the marks, what is in the way, and the two who hang there."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._chalk: tuple[int, Surface] | None = None
        self._lamps: dict[tuple[Colour, int, int], Surface] = {}
        self.dust = Specks(0xD0E7)
        self._stares = 0.0

    # ---- the floor

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        if self._chalk is None or self._chalk[0] != act.number:
            self._chalk = (act.number, board_in_chalk(act.board, act.number))
        corner = act.corner
        layers.albedo.blit(self._chalk[1], (round(corner.x) - 4 - layers.x, round(corner.y) - 4 - layers.y))
        middle = corner.x + act.board.width * TILE / 2, corner.y + act.board.height * TILE / 2
        self._shine(layers, *middle, 190, 0.20)
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


class PursuitLook(BoardsLook):
    """Both after her: their rings in two pools of light, and what is left of the time a light holds."""

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        for who, at in zip((SPINK, FORCIBLE), act.pools(session), strict=True):
            name = DUO[who - SPINK]
            there = self._at(session, name)
            far = math.hypot(there[0] - at.x, there[1] - at.y) if there is not None else 999.0
            warm = 1.0 if act.pins[who - SPINK] else max(1 - far / 200, 0.0)
            self._ring_of(layers, at.x, at.y - 6, who, warm, t)
            if there is not None:
                self._lamp(layers, there[0], there[1] - 4, TONES[who], 46, 0.34)
            left = act.pins[who - SPINK] / max(act.most, 1)
            if left > 0:
                box = Rect(0, 0, 46, 34)
                box.center = (round(at.x) - layers.x, round(at.y) - 6 - layers.y)
                pygame.draw.arc(layers.glow, TONES[who], box, math.pi / 2, math.pi / 2 + math.tau * left, 3)
        her = session.place
        self._lamp(layers, her.x, her.y - 6, HERS, 46, 0.26)


FALLS_TICKS = 110


class FarewellLook(HouseLook):
    """Two gloves come down out of the flies, the way gloves do."""

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        super().over(layers, session, act, t)
        for i, ((x, y), name) in enumerate(zip(act.gloves, ("stage_glove_left", "stage_glove_right"), strict=False)):
            thing = self.prop(name)
            if thing is None:
                continue
            age = act.ticks - 14 * i
            k = min(max(age / FALLS_TICKS, 0.0), 1.0)
            high = 190 * (1 - k)
            sway = 16 * math.sin(age * 0.075 + i) * (1 - k)
            tone = mix((60, 56, 80), (214, 204, 230), min(k * 2, 1.0))
            big = pygame.transform.scale_by(thing.picture, 2)
            at = (round(x + sway) - big.get_width() // 2 - layers.x, round(y - high) - big.get_height() - layers.y)
            layers.albedo.blit(big, at)
            pygame.mask.from_surface(big, 127).to_surface(layers.light, setcolor=tone, unsetcolor=None, dest=at)


# ---------------------------------------------------------------- made once


def _way(dx: int, dy: int) -> str:
    return "R" if dx > 0 else "L" if dx < 0 else "D" if dy > 0 else "U"


def board_in_chalk(board: Any, number: int) -> Surface:
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
        pygame.draw.rect(s, (70, 38, 30), box.inflate(2, 2))
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


__all__ = ["BoardsLook", "DuetLook", "FarewellLook", "PursuitLook"]
