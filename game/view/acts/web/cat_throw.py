"""The throw: everything dims but her eyes and the cat; a dotted arc, a ring of stitches where it would come; then two buttons."""

from __future__ import annotations

import math
from collections import deque
from functools import lru_cache
from typing import Any

import pygame
from pygame import BLEND_RGB_MULT, Rect, Surface

from game.core.geometry import Facing
from game.sim.parts import Look, Place
from game.view.acts.look import ActLook, ToScreen
from game.view.acts.web.steel import disc, lit_veil, shine
from game.view.assets import Assets
from game.view.felt import GOLD, SHADOW, Cloth
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.rigs.ink import Ink
from game.view.sprites import Layers

DIM = (96, 88, 132)
TRAIL = 8
EYE_GAP = 9
RED = (222, 40, 52)


class CatThrowLook(ActLook):
    """Remembers how dark it is, and where the cat was."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._dark = 0.0
        self._was: deque[tuple[float, float]] = deque(maxlen=TRAIL)

    def hear(self, session: Any, act: Any) -> None:
        slow = act.state in ("aim", "fly")
        self._dark += ((1.0 if slow else 0.0) - self._dark) * 0.12
        if act.state == "fly":
            self._was.append((act.cat_x, act.cat_y - act.cat_up))
        else:
            self._was.clear()

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        if self._dark > 0.02:
            tint = tuple(round(255 - (255 - c) * self._dark) for c in DIM)
            layers.light.fill(tint, special_flags=BLEND_RGB_MULT)
            face = act.face
            k = self._dark
            shine(layers, face.x, face.y + 8, 90, 80, (int(74 * k), int(40 * k), int(56 * k)))
            place = session.place
            shine(layers, place.x, place.y - 18, 60, 50, (int(44 * k), int(40 * k), int(52 * k)))
            will_be = act.arrives() if act.state == "aim" else act.goal
            for side in (-1, 1):  # where her eyes will be: that is what one aims at
                x = will_be + side * EYE_GAP
                shine(layers, x, face.y, 9, 7, (int(170 * k), int(16 * k), int(28 * k)), "glow")
                Ink(layers).glint((x, face.y), 0.35 * k, (255, 80, 90))
        self._rimmed(layers, session, act)
        if act.state == "aim":
            self._arc(layers, session, act, t)
        elif act.state == "fly":
            self._ghosts(layers, act)

    def _rimmed(self, layers: Layers, session: Any, act: Any) -> None:
        """A black cat before a dark room: a line of light round it, and some of it on it."""
        if act.state not in ("aim", "fly", "hit"):
            return
        x, y = act.cat_x, act.cat_y - act.cat_up
        shine(layers, x, y - 8, 30, 26, (72, 66, 96))
        cat = session.find("cat")
        look = session.world.find(cat, Look) if cat else None
        if look is not None:
            pose = self.assets.actor("cat").pose(look.anim, session.world.get(cat, Place).facing, look.ticks)
            at = (round(x) + pose.offset[0] - layers.x - 1, round(y) + pose.offset[1] - layers.y - 1)
            layers.glow.blit(rim(pose.picture), at, special_flags=pygame.BLEND_RGB_ADD)
        if act.state == "hit" and act.since < 10:
            k = 1 - act.since / 10
            shine(layers, x, y - 8, 70, 60, (int(220 * k), int(190 * k), int(200 * k)), "glow")

    def _arc(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """The way it would fly."""
        on = act.is_on(session)
        colour = (255, 226, 120) if on else (190, 176, 226)
        x0, y0 = session.place.x, session.place.y - 34
        x1, y1 = act.mark, act.face.y
        n = 20
        for i in range(n):
            k = (i + (t * 0.09) % 1) / n
            x, y = x0 + (x1 - x0) * k, y0 + (y1 - y0) * k - 36 * math.sin(math.pi * k)
            v = 0.4 + 0.6 * k
            at = (round(x) - layers.x - 1, round(y) - layers.y - 1, 3, 3)
            layers.albedo.fill((12, 8, 22), at)
            layers.glow.fill(tuple(int(c * v) for c in colour), at)

    def _ghosts(self, layers: Layers, act: Any) -> None:
        """Where it has just been."""
        actor = self.assets.actor("cat")
        pose = actor.pose("thrown", Facing.UP, 0)
        veil = lit_veil(pose.picture, 70)
        for i, (x, y) in enumerate(list(self._was)[:-2]):
            shadow = veil.copy()
            shadow.set_alpha(16 + 18 * i)
            layers.glow.blit(shadow, (round(x) + pose.offset[0] - layers.x, round(y) + pose.offset[1] - layers.y))
        x, y = act.cat_x, act.cat_y - act.cat_up
        for i in range(8):
            a = i / 8 * math.tau + act.since * 0.05
            near, far = 20 + 3 * (i % 3), 32 + 6 * (i % 2)
            start = (round(x + math.cos(a) * near) - layers.x, round(y - 10 + math.sin(a) * near) - layers.y)
            end = (round(x + math.cos(a) * far) - layers.x, round(y - 10 + math.sin(a) * far) - layers.y)
            pygame.draw.line(layers.glow, (70, 66, 96), start, end)

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
        if session.talk is not None or act.state != "aim":
            return
        on = act.is_on(session)
        will_x, will_y = to_screen(act.arrives(), act.face.y)
        for side in (-1, 1):
            at = (round(will_x) + side * EYE_GAP, round(will_y))
            pygame.draw.circle(to, SHADOW, at, 4)
            pygame.draw.circle(to, RED, at, 3)
            pygame.draw.circle(to, (255, 220, 210), (at[0] - 1, at[1] - 1), 1)
        x, y = to_screen(act.mark, act.face.y)
        r = act.lean(session) + (0 if on else 3)
        colour = GOLD if on else (206, 192, 236)
        turn = 0.0 if taste.calm else session.tick * 0.03
        for i in range(12):
            a = i / 12 * math.tau + turn
            b = a + 0.34
            start, end = ((x + math.cos(v) * r, y + math.sin(v) * r) for v in (a, b))
            pygame.draw.line(to, SHADOW, (start[0] + 1, start[1] + 1), (end[0] + 1, end[1] + 1), 2)
            pygame.draw.line(to, colour, start, end, 2)
        for dx, dy in ((-1, 0), (1, 0), (0, -1), (0, 1)):
            pygame.draw.line(to, colour, (x + dx * 4, y + dy * 4), (x + dx * 9, y + dy * 9))


class ButtonsLook(ActLook):
    """Two black buttons, that roll."""

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        for n in (0, 1):
            x, y, up, turn, left = act.at(n, t - session.tick)
            if left <= 0:
                continue
            r = 8 if left > 0.99 else max(round(8 * left), 1)
            px, py = round(x) - layers.x, round(y - up) - layers.y
            layers.light.blit(
                disc(9, 4, (24, 24, 24)), (px - 9, round(y) - layers.y - 4), special_flags=pygame.BLEND_RGB_SUB
            )
            layers.albedo.blit(button(r, int(turn) % 8), (px - r - 1, py - 2 * r - 1))
            layers.light.blit(lit_veil(button(r, int(turn) % 8), 150), (px - r - 1, py - 2 * r - 1))
            if int(turn) % 8 == 2:
                Ink(layers).glint((x - r * 0.4, y - up - r * 1.5), 0.6)


@lru_cache(maxsize=8)
def rim(picture: Surface) -> Surface:
    """The outline of a picture, a pixel wider each way, to be added."""
    w, h = picture.get_size()
    out = Surface((w + 2, h + 2), 0, 32)
    for x, y in pygame.mask.from_surface(picture).outline():
        out.set_at((x + 1, y), (120, 116, 160))
        out.set_at((x + 1, y + 1), (70, 68, 104))
    return out


@lru_cache(maxsize=64)
def button(r: int, turn: int) -> Surface:
    """A black button with four holes, rolling: seen from the side to the front, eight ways."""
    s = Surface((2 * r + 3, 2 * r + 3), pygame.SRCALPHA, 32)
    wide = max(abs(math.cos(turn / 8 * math.pi)), 0.35)
    box = Rect(0, 0, max(round(2 * r * wide), 3), 2 * r)
    box.center = (r + 1, r + 1)
    pygame.draw.ellipse(s, (4, 4, 10, 255), box.inflate(2, 2))
    pygame.draw.ellipse(s, (40, 36, 58, 255), box)
    pygame.draw.ellipse(s, (150, 144, 186, 255), box, 1)
    for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):
        s.set_at((r + 1 + round(dx * r * 0.3 * wide), r + 1 + round(dy * r * 0.3)), (180, 40, 52, 255))
    return s
