"""The glass gives light: a glove on it, a reflection that goes the other way, somebody tall behind a candle."""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGBA_MULT, SRCALPHA, Rect, Surface

from game.core.geometry import Facing
from game.sim.acts.pane import NEAR_Y, PASS_TICKS, SEES_PX, STEPS_AHEAD_TICKS, TOUCH_TICKS
from game.sim.parts import Look
from game.view.acts.look import ToScreen
from game.view.acts.mirror.hall import HALL_WARM, disc
from game.view.acts.mirror.room import SMALL, MirrorLook
from game.view.assets import Assets
from game.view.felt import Cloth, Colour, edges
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.sprites import Layers

REFLECTION_Y = 122.0


class PaneLook(MirrorLook):
    """The glass gives light now: a pool of it on the floor, which goes before somebody comes. A glove, a reflection, a shadow."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._pressed = 0.0
        (
            assets.actor("other_mother_thin"),
            assets.actor("other_wybie"),
        )  # who is wanted later, while the picture is still shut
        _ = self._pale, self._paler, self._beam, self._beam_glow

    def _hall_light(self, session: Any, act: Any, t: float) -> float:
        k = 1 - 0.86 * float(act.dark)
        dull = 0.45 if act.dull else 1.0
        flick = 0.0 if act.dark in (0.0, 1.0) else 0.12 * math.sin(t * 1.7) * math.sin(t * 0.9)
        return max((0.86 + 0.04 * math.sin(t * 0.03)) * k * dull + flick, 0.06)

    def _pool(self, small: Surface, layers: Layers, session: Any, act: Any, t: float) -> None:
        k = self._hall_light(session, act, t) * (0.9 if act.matches < 3 else 1.2)
        box = act.light
        left, top = (box.x - layers.x) / SMALL, (box.y - layers.y) / SMALL
        for i in range(int(box.h / SMALL)):
            u = i / (box.h / SMALL)
            spread = 5 * u
            row = Rect(round(left + 4 - spread), round(top + i), round(box.w / SMALL - 8 + 2 * spread), 1)
            c = (1 - u) * 0.5 + 0.24
            small.fill(tuple(min(round(v * k * c * 0.62), 255) for v in HALL_WARM), row)
        for x in (0.25, 0.5, 0.75):  # the bars of the frame
            px = round(left + (box.w / SMALL) * x)
            pygame.draw.line(
                small,
                tuple(round(v * k * 0.2) for v in HALL_WARM),
                (px, top),
                (px + round((x - 0.5) * 14), top + box.h / SMALL - 1),
                1,
            )

    def _behind(self, layers: Layers, box: Rect, session: Any, act: Any, t: float) -> None:
        clip = layers.albedo.get_clip()
        for to in (layers.albedo, layers.light, layers.glow):
            to.set_clip(box)
        self._friend(layers, act, t)
        if act.past >= 0:
            self._shadow(layers, box, act, t)
        self._reflection(layers, session, act)
        self._glove(layers, act, t)
        if act.dull:
            fog = Surface(box.size, SRCALPHA, 32)
            fog.fill((150, 160, 176, round(150 * min(act.dull / 60, 1.0))))
            layers.albedo.blit(fog, box)
        for to in (layers.albedo, layers.light, layers.glow):
            to.set_clip(clip)

    def _friend(self, layers: Layers, act: Any, t: float) -> None:
        """Who holds the glove: no more than a shape against the hall."""
        if act.dark > 0.5 and act.matches < 3:
            return
        actor = self.assets.actor("other_wybie")
        anim = "push" if actor.has("push", "down") else "idle"
        pose = actor.pose(anim if act.hand_x == act.goal_x else "walk", "down", int(t))
        shape = pose.picture.copy()
        shape.fill((74, 56, 70, 215), special_flags=BLEND_RGBA_MULT)
        x = round(act.hand_x - 12) + pose.offset[0] - layers.x
        layers.albedo.blit(shape, (x, round(REFLECTION_Y) + pose.offset[1] - layers.y))

    def _glove(self, layers: Layers, act: Any, t: float) -> None:
        here = act.is_hand_there or act.matches >= 3
        self._pressed += ((1.0 if here else 0.0) - self._pressed) * 0.12
        if self._pressed < 0.05:
            return
        x = round(act.hand_x) - layers.x
        y = 92 - layers.y + round((1 - self._pressed) * 14)
        glove = self._glove_picture.copy()
        glove.set_alpha(round(255 * self._pressed))
        layers.albedo.blit(glove, (x - glove.get_width() // 2, y - glove.get_height() // 2))
        lit = max(self._lit_glove(act), 0.25)
        self._glove_mask.to_surface(layers.light, setcolor=tuple(round(v * lit) for v in (140, 132, 120)), unsetcolor=None,
                                    dest=(x - glove.get_width() // 2, y - glove.get_height() // 2))  # fmt: skip
        k = act.touch / TOUCH_TICKS
        if k > 0 or act.is_hand_there:
            for i in range(3):
                r = 12 + i * 7 + 10 * ((t * 0.02 + i / 3) % 1.0)
                c = tuple(round(v * (0.10 + 0.5 * k) * (1 - i * 0.25)) for v in (150, 224, 220))
                pygame.draw.circle(layers.glow, c, (x, y), r, 1)
        if k > 0:
            arc = Rect(x - 17, y - 17, 34, 34)
            pygame.draw.arc(layers.glow, (220, 250, 240), arc, math.pi / 2, math.pi / 2 + math.tau * k, 3)

    @staticmethod
    def _lit_glove(act: Any) -> float:
        return 1 - 0.8 * float(act.dark)

    @cached_property
    def _glove_mask(self) -> pygame.Mask:
        return pygame.mask.from_surface(self._glove_picture)

    @cached_property
    def _glove_picture(self) -> Surface:
        """A right glove, knitted, pressed flat; the seam of its thumb."""
        s = Surface((26, 30), SRCALPHA, 32)
        dark, mid, light = (54, 34, 40), (156, 108, 72), (206, 154, 102)
        parts = [Rect(7, 12, 13, 13), *(Rect(6 + i * 4, 3 + abs(i - 1), 4, 12) for i in range(4)), Rect(19, 13, 6, 4)]
        for grow, colour in ((1, dark), (0, mid)):
            for part in parts:
                pygame.draw.rect(s, colour, part.inflate(2 * grow, 2 * grow), border_radius=2)
        for y in range(13, 24, 3):
            for x in range(8, 19, 3):
                s.fill(light, (x + y % 2, y, 1, 1))
        for i in range(4):
            s.fill(light, (7 + i * 4, 5 + abs(i - 1), 1, 7))
        pygame.draw.rect(s, (120, 60, 70), (7, 25, 13, 4))
        pygame.draw.rect(s, dark, (6, 24, 15, 6), 1)
        return s

    def _reflection(self, layers: Layers, session: Any, act: Any) -> None:
        """Hers: it goes the other way. Only near the glass."""
        place, look = session.place, session.world.get(session.hero, Look)
        near = min(max((NEAR_Y + 18 - place.y) / 30, 0.0), 1.0)
        if near <= 0:
            return
        turned = {Facing.UP: "down", Facing.DOWN: "up", Facing.LEFT: "right", Facing.RIGHT: "left"}[place.facing]
        pose = self.assets.actor(look.sheet).pose(look.anim, turned, look.ticks)
        ghost = pose.picture.copy()
        ghost.fill((190, 226, 236, round(215 * near)), special_flags=BLEND_RGBA_MULT)
        x = round(act.reflection_x(place.x)) + pose.offset[0] - layers.x
        y = round(REFLECTION_Y) + pose.offset[1] - layers.y + round((place.y - 136) * 0.12)
        layers.albedo.blit(ghost, (x, y))
        k = max(1 - act.dark, 0.3)
        pygame.mask.from_surface(pose.picture).to_surface(
            layers.light, setcolor=tuple(round(v * k) for v in (112, 122, 128)), unsetcolor=None, dest=(x, y)
        )

    def _shadow(self, layers: Layers, box: Rect, act: Any, t: float) -> None:
        """Her, tall, along the other side; the head turned to the glass."""
        actor = self.assets.actor("other_mother_thin")
        pose = actor.pose("walk", "right", int(t))
        mask = pygame.mask.from_surface(pose.picture)
        shape = mask.to_surface(setcolor=(9, 5, 12, 255), unsetcolor=(0, 0, 0, 0))
        big = pygame.transform.scale_by(shape, 1.25)
        x = round(act.shadow_x) - layers.x - big.get_width() // 2
        y = box.bottom + 10 - big.get_height()
        pale = self._pale
        at = (round(act.shadow_x) - layers.x - pale.get_width() // 2, box.y - 10)
        layers.light.blit(pale, at, special_flags=BLEND_RGB_ADD)
        layers.glow.blit(self._paler, at, special_flags=BLEND_RGB_ADD)
        layers.albedo.blit(big, (x, y))
        dark = big.copy()
        layers.glow.blit(dark, (x, y))
        head = (x + big.get_width() * 0.56, y + 15)
        glow = (150, 40, 40) if act.seen and act.dull > 150 else (70, 76, 92)
        for dx in (-3, 4):
            pygame.draw.circle(layers.glow, glow, (round(head[0]) + dx, round(head[1])), 2)

    @cached_property
    def _pale(self) -> Surface:
        """The candle she carries behind her: she is seen against it."""
        return disc((150, 170, 190), 84, 1.0)

    @cached_property
    def _paler(self) -> Surface:
        return disc((60, 66, 84), 84, 1.0)

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        super().over(layers, session, act, t)
        if 0 < act.clock < STEPS_AHEAD_TICKS + PASS_TICKS:
            self._edge_of_light(layers, act)
        if act.past < 0:
            return
        # What she looks at lies in the beam of her eyes, as far as the light went: there one is seen.
        x = round(act.shadow_x) - layers.x
        beam = self._beam
        layers.light.blit(beam, (x - beam.get_width() // 2, round(act.light.y) - layers.y), special_flags=BLEND_RGB_ADD)
        glow = self._beam_glow
        layers.glow.blit(glow, (x - glow.get_width() // 2, round(act.light.y) - layers.y), special_flags=BLEND_RGB_ADD)

    @staticmethod
    def _edge_of_light(layers: Layers, act: Any) -> None:
        """Where safety begins: from the first of the steps until she has gone by."""
        edge = round(act.light.bottom) - layers.y
        left, right = round(act.light.x) - layers.x, round(act.light.right) - layers.x
        for px in range(left, right, 9):
            layers.glow.fill((96, 44, 54), (px, edge, 5, 1), BLEND_RGB_ADD)

    @cached_property
    def _beam(self) -> Surface:
        return self._cone((70, 66, 84))

    @cached_property
    def _beam_glow(self) -> Surface:
        return self._cone((46, 38, 52))

    @staticmethod
    def _cone(colour: Colour) -> Surface:
        """Where she can see to, wide as SEES_PX at its foot; brightest in its middle, gone at the edge of the light."""
        w, h = round(SEES_PX * 2), 130
        s = Surface((w, h), 0, 32)
        for y in range(h):
            half = (0.34 + 0.66 * y / h) * w / 2
            fades = 1 - 0.55 * y / h
            for i in range(8):
                k = (i + 1) / 8 * fades
                wide = half * (1 - i / 10)
                pygame.draw.line(s, tuple(round(v * k) for v in colour), (w / 2 - wide, y), (w / 2 + wide, y))
        return s

    def hud(
        self,
        to: Surface,
        session: Any,
        act: Any,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        if "hand_seen" not in session.story.flags or session.talk is not None:
            return
        room = edges(to, taste.is_safe)
        for n in range(3):
            cx, cy = room.centerx + (n - 1) * 24, room.bottom - 14
            pygame.draw.circle(to, (10, 8, 18), (cx, cy), 9)
            done = n < act.matches
            k = 1.0 if done else act.touch / TOUCH_TICKS if n == act.matches else 0.0
            pygame.draw.circle(to, (150, 210, 214) if done else (70, 84, 96), (cx, cy), 8, 2)
            if k > 0.05:
                pygame.draw.circle(to, (206, 240, 236), (cx, cy), max(round(6 * k), 1))
