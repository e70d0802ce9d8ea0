"""The party as it looks: sun through leaves, forty mice who can spell, chalk marks for chairs, drops on gravel, Mum's list."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, Rect, Surface

from game.core.geometry import Facing
from game.sim.acts.party import SEATS, TRAY, Party
from game.sim.parts import Hero, Place
from game.view import looks
from game.view.acts.look import ActLook, ToScreen
from game.view.assets import Assets, Pose
from game.view.felt import GOLD, INK, INK_RED, INK_SOFT, Cloth, ease, edges, paper
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.paint_soft import picture
from game.view.sprites import Layers
from game.view.weather import scattered

WORD = (
    ("110", "101", "101", "101", "110"),
    ("111", "101", "1.1", "101", "111"),
    ("1001", "1101", "1011", "1001", "1001"),
    ("111", "100", "110", "100", "111"),
)
"""DONE, a mouse to each 1. The . in the O is asleep."""
WORD_AT, MOUSE_DX, MOUSE_DY, LETTER_GAP = "mice_word", 14, 14, 13
SHY_PX = 26.0
DAPPLE = 256
CHALK = (236, 232, 216)
BEER = (222, 160, 70)
ROWS = ("beer", "chairs", "cake", "packet", "ask")
LIST_W, ROW_H = 116, 13
SUN = (52, 42, 20)
SHAFT = (15, 12, 6)


class PartyLook(ActLook):
    """Bakes the dapple once; remembers which rows have been crossed out, to cross them out with a stroke."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._dapple: Surface | None = None
        self._shafts: Surface | None = None
        self._crossed: dict[str, float] = {}
        self._sheet: Surface | None = None
        self._dims: dict[tuple[int, int], Surface] = {}
        self._shown = 0.0

    # ---- on the ground

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._sun(layers, t)
        self._marks(layers, session)
        for tick, x, y in act.drops:
            self._drop(layers, x, y, session.tick - tick)
        if session.story.holds("well_sealed"):
            self._mice(layers, session, t)

    def _sun(self, layers: Layers, t: float) -> None:
        """Light that comes through leaves and moves with them."""
        if self._dapple is None:
            n = looks.noise(DAPPLE, DAPPLE, 9, 7, 61, 2)
            k = np.clip((n - 0.50) * 4.2, 0, 1)
            k = np.floor(k * 6 + looks.bayer(DAPPLE, DAPPLE) * 0.9) / 6
            self._dapple = picture(np.clip(k[..., None] * np.array(SUN), 0, 255).astype(np.uint8))
        w, h = layers.light.get_size()
        sway = math.sin(t * 0.012) * 3
        x0 = -(round(layers.x + sway) % DAPPLE)
        y0 = -(round(layers.y + math.sin(t * 0.009) * 2) % DAPPLE)
        tiles = [(self._dapple, (x, y)) for y in range(y0, h, DAPPLE) for x in range(x0, w, DAPPLE)]
        layers.light.fblits(tiles, BLEND_RGB_ADD)

    def _marks(self, layers: Layers, session: Any) -> None:
        """A cross in chalk where a chair is wanted."""
        for name in SEATS:
            spot = session.room.spots.get(name)
            if spot is None or f"chair_at_{name}" in session.story.flags:
                continue
            x, y = round(spot.box.middle.x) - layers.x, round(spot.box.middle.y) - layers.y
            for i in range(-8, 9):
                if scattered(i + 40, 51) < 0.85:
                    layers.albedo.set_at((x + i, y + round(i * 0.6)), CHALK)
                    layers.albedo.set_at((x + i, y - round(i * 0.6)), CHALK)

    def _drop(self, layers: Layers, x: float, y: float, age: int) -> None:
        fade = max(1 - age / 2400, 0.25)
        colour = (round(BEER[0] * fade * 0.6), round(BEER[1] * fade * 0.6), round(BEER[2] * fade * 0.5))
        px, py = round(x) - layers.x, round(y) - layers.y
        if 0 <= px < layers.albedo.get_width() - 8 and 0 <= py < layers.albedo.get_height() - 4:
            pygame.draw.ellipse(layers.albedo, colour, Rect(px - 4, py - 2, 9, 4))
            layers.albedo.fill(BEER, (px - 1, py - 1, 2, 1))

    # ---- forty, less one who is asleep

    def _mice(self, layers: Layers, session: Any, t: float) -> None:
        spot = session.room.spots.get(WORD_AT)
        if spot is None:
            return
        actor = self.assets.actor("mouse_party")
        x0, y0 = spot.box.x, spot.box.y
        her = session.place
        glad = session.find("mice") and session.story.holds("poured_mice")
        n = 0
        for letter in WORD:
            wide = max(len(row) for row in letter)
            for j, row in enumerate(letter):
                for i, dot in enumerate(row):
                    if dot == "0":
                        continue
                    n += 1
                    x = x0 + i * MOUSE_DX + (scattered(n, 52) - 0.5) * 2
                    y = y0 + j * MOUSE_DY + (scattered(n, 53) - 0.5) * 2
                    self._mouse(layers, actor, x, y, her, t, n, dot == ".", bool(glad))
            x0 += wide * MOUSE_DX + LETTER_GAP

    def _mouse(
        self, layers: Layers, actor: Any, x: float, y: float, her: Any, t: float, n: int, asleep: bool, glad: bool
    ) -> None:
        """Stands where it is needed for the word; steps aside for a boot, and back."""
        dx, dy = x - her.x, y - her.y
        far = math.hypot(dx, dy * 1.4)
        if far < SHY_PX:
            k = (SHY_PX - far) / (far or 1.0)
            x, y = x + dx * k, y + dy * k * 0.7
        hop = 0.0
        if glad and not asleep:
            hop = max(math.sin(t * 0.16 + n * 0.7), 0.0) ** 3 * 4
        elif not asleep and far < SHY_PX:
            hop = abs(math.sin(t * 0.5)) * 3
        anim = "sleep" if asleep else "idle" if far < SHY_PX else "cheer" if glad and n % 3 == 0 else "stand"
        pose = actor.pose(anim, Facing.DOWN, int(t) + n * 7)
        at = (round(x) + pose.offset[0] - layers.x, round(y - hop) + pose.offset[1] - layers.y)
        if not Rect(-40, -40, layers.albedo.get_width() + 80, layers.albedo.get_height() + 80).collidepoint(at):
            return
        shade = Rect(round(x) - 6 - layers.x, round(y) - 2 - layers.y, 12, 4)
        pygame.draw.ellipse(layers.albedo, (54, 46, 44), shade)
        layers.albedo.blit(pose.picture, at)
        layers.light.blit(self._dim(pose), at, special_flags=BLEND_RGB_MULT)

    def _dim(self, pose: Pose) -> Surface:
        """Their fur is white: in this light it would burn out."""
        key = (pose.rect.x, pose.rect.y)
        if key not in self._dims:
            s = Surface(pose.picture.get_size(), 0, 32)
            s.fill((255, 255, 255))
            pygame.mask.from_surface(pose.picture, 100).to_surface(s, setcolor=(206, 200, 200), unsetcolor=None)
            self._dims[key] = s
        return self._dims[key]

    # ---- over everybody

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        if act.carried(session) == TRAY:
            self._glasses(layers, session, act, t)
        self._light(layers, t)

    def _glasses(self, layers: Layers, session: Any, act: Party, t: float) -> None:
        """What is in them leans the way she does not."""
        place = session.world.get(session.hero, Place)
        if session.world.get(session.hero, Hero).carries == 0 or place.facing.way.y < 0:
            return
        lean = max(min(act.slosh_x / 12, 2.0), -2.0)
        x = round(place.x + place.facing.way.x * 6) - layers.x
        y = round(place.y) - 34 - layers.y
        for i in (-1, 0, 1):
            gx = x + i * 8
            left, right = y + round(lean), y - round(lean)
            pygame.draw.line(layers.albedo, (255, 240, 200), (gx - 2, left), (gx + 1, right))
            if abs(lean) > 1.5:
                layers.albedo.fill((255, 240, 200), (gx - round(lean), y - 3 - int(t) % 3, 1, 1))

    def _light(self, layers: Layers, t: float) -> None:
        """Long low beams from the upper left."""
        w, h = layers.glow.get_size()
        if self._shafts is None or self._shafts.get_size() != (w, h):
            s = Surface((w, h), 0, 32)
            for i in range(4):
                x = w * (0.02 + 0.27 * i)
                wide = w * (0.05 + 0.04 * scattered(i, 54))
                for k in range(3):
                    inset = wide * 0.16 * k
                    c = (SHAFT[0] // 3, SHAFT[1] // 3, SHAFT[2] // 3)
                    part = Surface((w, h), 0, 32)
                    pygame.draw.polygon(
                        part,
                        c,
                        (
                            (x + inset, -4),
                            (x + wide - inset, -4),
                            (x + wide + h * 0.7 - inset, h),
                            (x + h * 0.6 + inset, h),
                        ),
                    )
                    s.blit(part, (0, 0), special_flags=BLEND_RGB_ADD)
            self._shafts = s
        layers.glow.blit(self._shafts, (0, 0), special_flags=BLEND_RGB_ADD)

    # ---- Mum's list

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
        story = session.story
        wants = story.holds("party_opened,!toast_done") and session.panel is None and session.locks == 0
        self._shown += max(-dt_s * 4, min(dt_s * 3, (1.0 if wants else 0.0) - self._shown))
        if self._shown <= 0.01:
            return
        cut = font.cut(taste.text_size)
        row = max(ROW_H, cut.line + 1)
        wide = LIST_W + (40 if taste.text_size > 100 else 0)
        h = 16 + row * len(ROWS)
        if self._sheet is None or self._sheet.get_size() != (wide + 3, h + 3):
            self._sheet = paper(wide, h, 7, lines=row)
        room = edges(to, taste.is_safe)
        x = room.right - wide + round((1 - ease(self._shown)) * (wide + 20))
        y = room.y
        to.blit(self._sheet, (x, y))
        pygame.draw.circle(to, INK_RED, (x + wide // 2, y + 4), 3)
        pygame.draw.circle(to, (226, 110, 110), (x + wide // 2 - 1, y + 3), 1)
        for n, name in enumerate(ROWS):
            done, of = self._count(session, name)
            ry = y + 9 + n * row
            is_done = done >= of
            self._crossed[name] = min(self._crossed.get(name, 0.0) + (dt_s * 3 if is_done else 0), 1.0)
            colour = INK_SOFT if is_done else INK
            cut.write(to, x + 9, ry, session.content.words.get(f"beats.party.list.{name}"), colour)
            if of > 1 and not is_done:
                cut.write(to, x + wide - 9, ry, f"{done}/{of}", INK_RED if done else INK_SOFT, align=1.0)
            if is_done:
                end = x + 6 + round((wide - 14) * self._crossed[name])
                pygame.draw.line(to, INK_RED, (x + 6, ry + row // 2 - 1), (end, ry + row // 2 - 3), 1)
                if self._crossed[name] < 1:
                    to.fill(GOLD, (end, ry + row // 2 - 4, 2, 2))

    def _count(self, session: Any, name: str) -> tuple[int, int]:
        flags = session.story.flags
        act = session.act
        thirsty = act.thirsty if isinstance(act, Party) else ()
        if name == "beer":
            return sum(f"poured_{who}" in flags for who in thirsty), len(thirsty)
        if name == "chairs":
            return sum(f"chair_at_{seat}" in flags for seat in SEATS), len(SEATS)
        if name == "cake":
            return int(any(f.startswith("cake_") and f != "cake_out" for f in flags)), 1
        if name == "packet":
            return int("packet_watered" in flags), 1
        return sum(f"asked_{who}" in flags for who in thirsty), len(thirsty)
