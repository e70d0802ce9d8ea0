"""The garden's game as it looks: where the next pumpkin will go, stars over what was hit, splats, and how far it has got."""

from __future__ import annotations

import math
from collections import deque
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Rect, Surface

from game.sim.acts.garden import DODGES, HITS, TARGETS, THROWS, Garden
from game.sim.happenings import Splashed, Told
from game.sim.parts import Flight, Furniture, Place, Pushable
from game.view.acts.look import ActLook, ToScreen
from game.view.assets import Assets
from game.view.felt import CREAM, GOLD, WARM, Cloth, Colour, bob, edges, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.specks import FEATHERS, SEEDS, Specks
from game.view.sprites import Layers

WARNS: Colour = (255, 150, 92)
WOODEN: tuple[Colour, ...] = ((214, 220, 232), (150, 164, 190), (96, 112, 150))
DRIPS_TICKS = 150
PIP = 17
POP_TICKS = 22


class GardenLook(ActLook):
    """See above."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self.specks = Specks(0x6A2D)
        self._ticks = 0
        self._drips = -10_000
        self._told: deque[Told] = deque(maxlen=1)
        self._was = (0, 0, 0)
        self._pop = -100
        self._marks: list[bool] = []

    def hear(self, session: Any, act: Garden) -> None:
        """Splashes fly; what has been counted pops."""
        self._ticks += 1
        self.specks.tick()
        for s in session.news.of(Splashed):
            at = (s.x, s.y, s.z)
            if s.kind == "bucket":
                self.specks.burst("dot", at, 14, WOODEN, 110, 120, 40, 2.4, 420)
            elif s.kind == "pumpkin":
                self.specks.burst("dot", at, 26, SEEDS, 130, 140, 50, 3.2, 430)
                self.specks.burst("puff", at, 5, ((240, 140, 60), (200, 90, 40)), 40, 30, 20, 3.0, 60)
            self.specks.burst("feather", at, 10 if s.kind == "feathers" else 6, FEATHERS, 70, 80, 110, 2, 60)
            if s.on_her and s.kind == "pumpkin":
                self._drips = self._ticks
        self._told.extend(session.news.of(Told))
        now = (len(act.starred), act.dodged + act.felt, act.hits)
        if now != self._was:
            self._pop = self._ticks
            if now[1] > self._was[1]:
                self._marks.append(act.dodged > self._was_dodged)
            self._was_dodged = act.dodged
            self._was = now
        age = self._ticks - self._drips
        if age < DRIPS_TICKS and age % 7 == 0:
            her = session.place
            self.specks.burst("dot", (her.x, her.y + 1, 30), 1, SEEDS, 14, 0, 40, 2.4, 300, spread=7)

    _was_dodged = 0

    # ---- in the world

    def floor(self, layers: Layers, session: Any, act: Garden, t: float) -> None:
        """A stripe from his hand through her, which fills while he takes aim."""
        for place, _ in self._great(session):
            s = self._shade
            layers.albedo.blit(s, (round(place.x) - s.get_width() // 2 - layers.x, round(place.y) - 6 - layers.y))
        if not act.windup or not act.wybie:
            return
        at = session.world.get(act.wybie, Place)
        dx, dy = act.aim_x - at.x, act.aim_y - at.y
        far = max(math.hypot(dx, dy), 1.0)
        ux, uy = dx / far, dy / far
        k = 1 - act.windup / max(act.told, 1)
        is_great = act.part == "dodge" and act.thrown == THROWS - 1
        wide = 20 if is_great else 6
        turns = (-0.34, 0.0, 0.34) if act.part == "dodge" and act.thrown == 8 else (0.0,)
        for turn in turns:
            c, s2 = math.cos(turn), math.sin(turn)
            wx, wy = ux * c - uy * s2, ux * s2 + uy * c
            for i in range(int((far + 70) / 9)):
                d = 18 + i * 9.0
                is_full = d < (far + 70) * k
                colour = (
                    mix(WARNS, (255, 240, 200), 0.5 + 0.5 * math.sin(t * 0.5))
                    if is_full
                    else mix(WARNS, (60, 30, 70), 0.5)
                )
                for side in (-1, 1):
                    x = round(at.x + wx * d - wy * side * wide) - layers.x
                    y = round(at.y + wy * d + wx * side * wide * 0.8) - layers.y
                    layers.albedo.fill(colour, (x, y, 4 if abs(wx) > 0.5 else 2, 2 if abs(wx) > 0.5 else 4))
                    if is_full:
                        layers.glow.fill((64, 30, 16), (x, y, 4, 3), special_flags=BLEND_RGB_ADD)

    def over(self, layers: Layers, session: Any, act: Garden, t: float) -> None:
        """What he has in his hand, the great pumpkin, stars, splashes."""
        if act.windup and act.wybie:
            self._in_hand(layers, session, act)
        for place, push in self._great(session):
            self._roll(layers, place, push, t)
        for name in act.starred:
            entity = session.find(name)
            if entity:
                at = session.world.get(entity, Place)
                y = at.y - 74 + 2 * math.sin(t * 0.08 + at.x)
                self._star(layers, round(at.x) - layers.x, round(y) - layers.y)
        self.specks.draw(layers)

    def _great(self, session: Any) -> list[tuple[Place, Pushable]]:
        return [
            (place, push)
            for e, place, push, _ in session.world.each(Place, Pushable, Flight)
            if push.w > 30 and not session.world.has(e, Furniture)
        ]

    def _in_hand(self, layers: Layers, session: Any, act: Garden) -> None:
        at = session.world.get(act.wybie, Place)
        is_great = act.part == "dodge" and act.thrown == THROWS - 1
        name = "ball_soft" if act.part == "both" else "pumpkin" if is_great else "pumpkin_ball"
        props = self.assets.props("other")
        if not props.has(name):
            return
        picture = props.get(name).picture
        k = 1 - act.windup / max(act.told, 1)
        n = (0.4 + 0.6 * min(k * 1.6, 1.0)) * (2.0 if is_great else 0.9)
        picture = pygame.transform.scale(picture, (round(picture.get_width() * n), round(picture.get_height() * n)))
        shake = round(math.sin(act.windup * 1.4)) if act.windup < 16 else 0
        back = -at.facing.way.x * 9
        x = round(at.x + back) - picture.get_width() // 2 + shake - layers.x
        y = round(at.y - 44 - picture.get_height() / 2 + (6 if is_great else 0)) - layers.y
        layers.albedo.blit(picture, (x, y))
        lit = Surface(picture.get_size(), SRCALPHA, 32)
        pygame.mask.from_surface(picture).to_surface(lit, setcolor=(120, 112, 104, 255), unsetcolor=(0, 0, 0, 0))
        layers.light.blit(lit, (x, y))
        mark = self._bang
        by = y - 22 - round(3 * abs(math.sin(act.windup * 0.25)))
        mx = round(at.x) - mark.get_width() // 2 - layers.x
        layers.albedo.blit(mark, (mx, by))
        layers.glow.fill((90, 50, 20), (mx + 2, by + 2, 6, 14), special_flags=BLEND_RGB_ADD)
        layers.glows.append(Rect(mx, by, 10, 18))

    @cached_property
    def _bang(self) -> Surface:
        """Now! : felt, cream on dark."""
        s = Surface((10, 18), SRCALPHA, 32)
        pygame.draw.rect(s, (40, 14, 30), (1, 0, 8, 12), border_radius=2)
        pygame.draw.rect(s, (40, 14, 30), (1, 12, 8, 6), border_radius=2)
        pygame.draw.polygon(s, (255, 214, 110), [(3, 1), (6, 1), (5, 10), (4, 10)])
        pygame.draw.rect(s, (255, 214, 110), (3, 13, 4, 4))
        return s

    @cached_property
    def _shade(self) -> Surface:
        s = Surface((46, 16), SRCALPHA, 32)
        pygame.draw.ellipse(s, (10, 5, 20, 120), s.get_rect())
        return s

    def _roll(self, layers: Layers, place: Place, push: Pushable, t: float) -> None:
        """The great pumpkin, turning as it comes."""
        props = self.assets.props("other")
        if not props.has("pumpkin"):
            return
        picture = pygame.transform.scale2x(props.get("pumpkin").picture)
        turned = pygame.transform.rotate(picture, -round((place.x + place.y) * 1.6 / 15) * 15 % 360)
        x = round(place.x) - turned.get_width() // 2 - layers.x
        y = round(place.y - place.lift - 20) - turned.get_height() // 2 - layers.y
        layers.albedo.blit(turned, (x, y))
        if self._ticks % 4 == 0:
            self.specks.burst("puff", (place.x, place.y, 1), 1, ((150, 120, 150),), 20, 10, 18, 2.4, 20)

    def _star(self, layers: Layers, x: int, y: int) -> None:
        star = self._felt_star
        layers.albedo.blit(star, (x - star.get_width() // 2, y - star.get_height() // 2))
        lit = self._star_light
        layers.light.blit(lit, (x - lit.get_width() // 2, y - lit.get_height() // 2))
        layers.glow.fill((40, 30, 10), (x - 5, y - 5, 10, 10), special_flags=BLEND_RGB_ADD)
        layers.glows.append(Rect(x - 5, y - 5, 10, 10))

    @cached_property
    def _felt_star(self) -> Surface:
        return star_picture(9)

    @cached_property
    def _star_light(self) -> Surface:
        s = Surface(self._felt_star.get_size(), SRCALPHA, 32)
        pygame.mask.from_surface(self._felt_star).to_surface(s, setcolor=(128, 128, 128, 255), unsetcolor=(0, 0, 0, 0))
        return s

    # ---- in the interface

    def hud(
        self,
        to: Surface,
        session: Any,
        act: Garden,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        """A row of pips at the top: what has been hit, what has been dodged."""
        if session.talk is not None:
            return
        if act.part in ("throw", "slide"):
            pips = [name in act.starred for name in TARGETS]
            states = ["star" if p else "" for p in pips]
        elif act.part == "dodge":
            seen = self._marks[-THROWS:]
            states = ["star" if m else "splat" for m in seen] + [""] * max(THROWS - len(seen), 0)
        else:
            states = ["star"] * min(act.hits, HITS) + [""] * max(HITS - act.hits, 0)
        n = len(states)
        w, h = n * PIP + 16, PIP + 9
        room = edges(to, taste.is_safe)
        box = Rect(room.centerx - w // 2, room.y, w, h)
        to.blit(cloth.plate(w, h, WARM, False), box)
        last = sum(bool(s) for s in states) - 1
        for i, state in enumerate(states):
            x, y = box.x + 8 + i * PIP + PIP // 2, box.centery
            age = self._ticks - self._pop
            if i == last and age < POP_TICKS and not taste.calm:
                y -= round(5 * math.sin(math.pi * age / POP_TICKS))
            self._pip(to, x, y, state, act.part)
        if act.part == "dodge" and act.dodged >= DODGES and not taste.calm:
            to.fill(GOLD, (box.x + 8, box.bottom - 4 + bob(self._ticks / 60, 0.6, 1.0), n * PIP, 1))

    def _pip(self, to: Surface, x: int, y: int, state: str, part: str) -> None:
        if state == "star":
            star = self._small_star
            to.blit(star, (x - star.get_width() // 2, y - star.get_height() // 2))
        elif state == "splat":
            for dx, dy, r in ((0, 0, 4), (4, 2, 2), (-4, 1, 2), (1, -4, 2), (-2, 4, 1)):
                pygame.draw.circle(to, (196, 92, 36), (x + dx, y + dy), r)
            to.fill((250, 190, 90), (x - 1, y - 2, 2, 1))
        else:
            pygame.draw.circle(to, WARM[0], (x, y), 5)
            pygame.draw.circle(to, mix(WARM[3], CREAM, 0.2), (x, y), 5, 1)

    @cached_property
    def _small_star(self) -> Surface:
        return star_picture(7)


def star_picture(r: int) -> Surface:
    """A felt star of radius ``r``, with a seam."""
    s = Surface((2 * r + 3, 2 * r + 3), SRCALPHA, 32)
    c = r + 1

    def points(radius: float) -> list[tuple[float, float]]:
        out = []
        for i in range(10):
            a = -math.pi / 2 + i * math.pi / 5
            k = radius if i % 2 == 0 else radius * 0.46
            out.append((c + math.cos(a) * k, c + math.sin(a) * k))
        return out

    pygame.draw.polygon(s, (70, 30, 24), points(r + 1))
    pygame.draw.polygon(s, (250, 196, 70), points(r))
    pygame.draw.polygon(s, (255, 232, 150), points(r * 0.62))
    return s
