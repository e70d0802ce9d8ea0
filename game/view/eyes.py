"""Over heads, in the interface: an eye that opens as a watcher grows sure, what the wordless show in passing, and the dark round
her while she hides. ``hear`` once a tick, ``draw`` once a picture.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pygame
from pygame import SRCALPHA, Rect, Surface

from game.sim.happenings import Drew, Watched
from game.sim.parts import Hidden, Look, Place, Watcher
from game.view.drawings import HEAD_PX, PICTURE, RIM, Drawings
from game.view.felt import CREAM, GOLD, SHADOW, bob, ease, edges
from game.view.font import Font
from game.view.hud import Taste, ToScreen

HEADS_PX = {"other_mother_thin": 96, "other_mother": 66, "sewing_box": 40}
EYE_W, EYE_H, FINE = 22, 14, 4
POP_TICKS = 14
RED, WARY = (226, 52, 60), (250, 190, 80)
SMALL = 22


@dataclass
class Shown:
    """Pictures that stand over somebody. ``ticks`` of ``lasts``."""

    who: str
    pictures: tuple[str, ...]
    lasts: int
    ticks: int = 0


class Eyes:
    """One for an overlay."""

    def __init__(self, drawings: Drawings, font: Font) -> None:
        self.drawings, self.font = drawings, font
        self._drawn: list[Shown] = []
        self._since: dict[int, int] = {}
        self._dusk = 0.0
        self._room: object = None
        self._small: dict[str, Surface] = {}

    def hear(self, session: Any) -> None:
        """After every tick."""
        if session.room is not self._room:
            self._room = session.room
            self._drawn.clear()
            self._since.clear()
        for shown in self._drawn:
            shown.ticks += 1
        self._drawn = [s for s in self._drawn if s.ticks < s.lasts]
        for drew in session.news.of(Drew):
            self._drawn = [s for s in self._drawn if s.who != drew.who]
            self._drawn.append(Shown(drew.who, drew.pictures, drew.lasts))
        for told in session.news.of(Watched):
            if told.state in ("alert", "reach", "search"):
                self._since[told.entity] = session.tick

    def draw(self, to: Surface, session: Any, to_screen: ToScreen, taste: Taste) -> None:
        """Over the world, under words."""
        self._draw_dusk(to, session, taste.calm)
        for shown in self._drawn:
            if session.talk is None:
                self._bubble(to, session, shown, to_screen, taste)
        for entity, place, watcher in session.world.each(Place, Watcher):
            look = session.world.find(entity, Look)
            if look is None or look.is_hidden or (watcher.state == "walk" and watcher.seen < 0.02):
                continue
            x, y = to_screen(place.x, place.y - place.lift)
            since = session.tick - self._since.get(entity, -999)
            hop = 0 if taste.calm or since > POP_TICKS else round(6 * math.sin(math.pi * since / POP_TICKS))
            y -= HEADS_PX.get(look.sheet, 56) + hop
            box = Rect(0, 0, EYE_W, EYE_H)
            box.center = (round(x), round(y))
            box.clamp_ip(edges(to, taste.is_safe))
            if watcher.is_blind or (watcher.by_ear and watcher.seen < 0.1):
                word = {"alert": "?", "search": "...", "return": ""}.get(watcher.state, "!")
                tint = RED if word == "!" else GOLD
                self.font.cut(150).write(to, box.centerx, box.y - 2, word, tint, align=0.5)
            else:
                shut = watcher.state in ("search", "return") and watcher.seen < 0.02
                to.blit(eye(0 if shut else max(round(watcher.seen * 12), 1), watcher.state in ("reach", "caught")), box)

    def _draw_dusk(self, to: Surface, session: Any, calm: bool) -> None:
        hidden = session.world.find(session.hero, Hidden)
        goal = 1.0 if hidden is not None and hidden.phase != "out" else 0.0
        self._dusk += (goal - self._dusk) * 0.09
        if self._dusk < 0.02:
            return
        dark = _cloth(*to.get_size())
        beat = 0 if calm else 10 * math.sin(session.tick * 0.08)
        dark.set_alpha(max(round(190 * self._dusk + beat), 0))
        to.blit(dark, (0, 0))

    def _bubble(self, to: Surface, session: Any, shown: Shown, to_screen: ToScreen, taste: Taste) -> None:
        entity = session.actor_of(shown.who)
        if not entity:
            return
        place = session.world.get(entity, Place)
        x, y = to_screen(place.x, place.y - place.lift)
        n = len(shown.pictures)
        k = 1.0 if taste.calm else ease(min(shown.ticks / 9, 1.0))
        k = min(k, max((shown.lasts - shown.ticks) / 8, 0.05))
        w, h = round((n * (SMALL + 3) + 2 * RIM - 6) * k), round((SMALL + 2 * RIM - 6) * k)
        if w < 20 or h < 20:
            return
        box = Rect(0, 0, w, h)
        box.midbottom = (round(x), round(y) - HEAD_PX + (0 if taste.calm else bob(shown.ticks / 60, 1.2, 1.7)))
        box.clamp_ip(edges(to, taste.is_safe))
        to.blit(self.drawings.cloud(w, h), box)
        if k < 0.95:
            return
        self.drawings.tail(to, min(max(round(x), box.left + 10), box.right - 11), box.bottom)
        for i, name in enumerate(shown.pictures):
            to.blit(self._picture(name), (box.x + RIM - 2 + i * (SMALL + 3), box.y + RIM - 3))

    def _picture(self, name: str) -> Surface:
        if name not in self._small:
            whole = self.drawings.picture(name)
            self._small[name] = whole if PICTURE == SMALL else pygame.transform.smoothscale(whole, (SMALL, SMALL))
        return self._small[name]


@lru_cache(maxsize=32)
def eye(open_twelfths: int, sure: bool) -> Surface:
    """A stitched eye, open so far; it fills with red from below as it grows sure."""
    w, h, n = EYE_W, EYE_H, FINE
    big = Surface((w * n, h * n), SRCALPHA, 32)
    cx, cy = w * n / 2, h * n / 2
    k = 1.0 if sure else open_twelfths / 12
    half, tall = w * n * 0.46, h * n * 0.44 * (0.22 + 0.78 * min(k * 1.6, 1.0))
    if open_twelfths == 0 and not sure:
        tall = n * 0.6
    lid = [(cx - half + 2 * half * i / 24, cy - tall * math.sin(math.pi * i / 24)) for i in range(25)]
    lower = [(px, 2 * cy - py) for px, py in reversed(lid)]
    almond = [*lid, *lower]
    pygame.draw.polygon(big, (*CREAM, 255), almond)
    if open_twelfths or sure:
        fill = Surface(big.get_size(), SRCALPHA, 32)
        pygame.draw.polygon(fill, (255, 255, 255, 255), almond)
        red = Surface(big.get_size(), SRCALPHA, 32)
        top = cy + tall - 2 * tall * k
        red.fill((*(RED if k > 0.5 else WARY), 255), (0, round(top), w * n, h * n))
        red.blit(fill, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
        big.blit(red, (0, 0))
        r = min(tall * 0.82, h * n * 0.32)
        pygame.draw.circle(big, (20, 12, 26), (round(cx), round(cy)), round(r))
        for dx, dy in ((-1, -1), (1, -1), (-1, 1), (1, 1)):  # a button's four holes
            pygame.draw.circle(
                big, (110, 90, 120), (round(cx + dx * r * 0.32), round(cy + dy * r * 0.32)), max(round(r * 0.14), 1)
            )
    pygame.draw.lines(big, (30, 14, 34), True, almond, n + 1)
    return pygame.transform.smoothscale(big, (w, h))


@lru_cache(maxsize=2)
def _cloth(w: int, h: int) -> Surface:
    """Dark from all sides, as between two folds."""
    small = Surface((64, 36), SRCALPHA, 32)
    for y in range(36):
        for x in range(64):
            d = math.hypot((x - 31.5) / 34, (y - 17.5) / 21)
            fold = 0.08 * math.sin(x * 0.9)
            small.set_at((x, y), (*SHADOW, round(225 * min(max((d + fold - 0.5) / 0.6, 0.0), 1.0))))
    return pygame.transform.smoothscale(small, (w, h))
