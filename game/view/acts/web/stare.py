"""Her gaze on the floor, an eye over Coraline that fills while she peeps in it, and what is in the globe."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, Rect

from game.sim.acts.web.stare import SPREAD_DEG
from game.sim.parts import Arachnid, Place, Stone
from game.view.acts.look import ActLook, ToScreen
from game.view.acts.web.steel import NEEDLE_H, needle, put, shine
from game.view.assets import Assets
from game.view.eyes import eye
from game.view.felt import GOLD, SHADOW, Cloth, edges
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.rigs.ink import Ink
from game.view.sprites import Layers
from game.view.truth import bead

CONE, ANGRY = (62, 30, 54), (104, 12, 26)
"""Added to the light where she looks; while she feels something."""
EDGE = (214, 150, 190)
FACE_UP_PX = 116.0
"""Her eyes are drawn so far over the floor below her, crouched."""
SOUL = (176, 112, 240)
REACH_PX = 560.0


class StareLook(ActLook):
    has_truth = True

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._open = 0.0
        self._felt: pygame.Surface | None = None

    def floor(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        entity = session.find("beldam")
        if not entity or not session.world.has(entity, Arachnid):
            return
        at = session.world.get(entity, Place)
        if act.is_blink or act.state == "strikes":
            return
        half = math.radians(SPREAD_DEG / 2)
        gaze = math.radians(act.gaze)
        level = 1.0 if act.state == "goes" else 0.8
        tint = tuple(int(a + (b - a) * act.stare) for a, b in zip(CONE, ANGRY, strict=True))
        ox, oy = at.x - layers.x, at.y - layers.y
        w, h = layers.light.get_size()
        if self._felt is None or self._felt.get_size() != (w, h):
            self._felt = pygame.Surface((w, h), 0, 32)
        felt, area = self._felt, None
        for share, k in ((1.0, 0.5), (0.62, 0.8), (0.34, 1.1)):  # brighter the nearer to her
            r = REACH_PX * share
            points = [(ox, oy)]
            for i in range(13):
                a = gaze - half * (0.7 + 0.3 * share) + half * (1.4 + 0.6 * share) * i / 12
                points.append((ox + math.cos(a) * r, oy + math.sin(a) * r))
            if area is None:
                xs, ys = [p[0] for p in points], [p[1] for p in points]
                area = Rect(int(min(xs)), int(min(ys)), int(max(xs) - min(xs)) + 2, int(max(ys) - min(ys)) + 2)
                area = area.clip(felt.get_rect())
                felt.fill((0, 0, 0), area)
            pygame.draw.polygon(felt, tuple(int(c * k * level) for c in tint), points)
        assert area is not None
        layers.light.blit(felt, area, area, BLEND_RGB_ADD)
        bright = 0.34 + 0.5 * act.stare
        for side in (-1, 1):
            a = gaze + half * side
            for d in range(40 + int(t * 0.6) % 14, int(REACH_PX), 14):  # a hem that runs outwards
                x, y = ox + math.cos(a) * d, oy + math.sin(a) * d
                v = bright * max(1 - d / REACH_PX, 0.0) ** 0.5
                end = (x + math.cos(a) * 7, y + math.sin(a) * 7)
                pygame.draw.line(layers.glow, tuple(int(c * v) for c in EDGE), (x, y), end)
        layers.glows.append(area)

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        if act.state == "strikes" and act.since < 26:
            up = 0 if act.since < 12 else (act.since - 12) ** 2 * 0.9
            picture = needle()
            x, y = session.place.x + 7, session.place.y + 4
            at = (round(x) - layers.x - 3, round(y - up) - layers.y - NEEDLE_H)
            put(layers, picture, at, 160)
            Ink(layers).thread([(x, float(layers.y)), (x, y - up - NEEDLE_H + 5)], (208, 196, 244), 70)
            if act.since < 8:
                shine(layers, x, y, 22, 12, (176, 120, 190), "glow")

    def truth(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """In the globe: a violet light, and two people, ever so small."""
        if act.sees(session):
            return
        x, y = act.globe.x, act.globe.y
        beat = 0.75 + 0.25 * math.sin(t / 11)
        for r, k in ((46, 0.16), (30, 0.24), (18, 0.4)):
            shine(layers, x, y, r, r, tuple(int(c * k * beat) for c in SOUL), "glow")  # type: ignore[arg-type]
        px, py = round(x) - layers.x, round(y) - layers.y
        for dx, tall, coat, head in (
            (-3, 7, (220, 150, 96), (250, 214, 190)),
            (2, 8, (120, 150, 210), (250, 214, 190)),
        ):
            layers.glow.fill(coat, (px + dx, py - tall + 5, 3, tall - 2))
            layers.glow.fill(head, (px + dx, py - tall + 3, 3, 2))
        for i in range(7):
            k = (t / 80 + i / 7) % 1
            bead(layers, x + math.sin(t / 19 + i * 2) * 12, y - 4 - k * 26, 1, tuple(int(c * (1 - k)) for c in SOUL))  # type: ignore[arg-type]

    # ---- over the world

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
        if session.talk is not None:
            return
        entity = session.find("beldam")
        goal = 0.0 if act.is_blink else 1.0
        self._open += (goal - self._open) * min(dt_s * 9, 1.0)
        if entity:
            at = session.world.get(entity, Place)
            x, y = to_screen(at.x, at.y - FACE_UP_PX - 26)
            mark = pygame.transform.scale_by(eye(round(self._open * 6), act.state == "strikes"), 1.5)
            box = mark.get_rect(center=(round(x), round(y)))
            box.clamp_ip(edges(to, taste.is_safe))
            to.blit(mark, box)
        self._meter(to, session, act, to_screen, taste)
        self._ring(to, act, to_screen)

    def _meter(self, to: pygame.Surface, session: Any, act: Any, to_screen: ToScreen, taste: Taste) -> None:
        """How sure she is of it; in her gaze at all, an eye that only opens."""
        stone = session.world.find(session.hero, Stone)
        in_gaze = act.sees(session)
        if act.stare <= 0.01 and not (in_gaze and stone is not None and stone.raised > 0):
            return
        place = session.place
        x, y = to_screen(place.x + 54, place.y - 24)
        big = pygame.transform.scale_by(eye(max(round(act.stare * 12), 1), act.stare > 0.9), 2)
        shake = 0 if taste.calm else round(2 * act.stare * math.sin(self._ticks(session) * 1.9))
        box = big.get_rect(center=(round(x) + shake, round(y)))
        box.clamp_ip(edges(to, taste.is_safe))
        to.blit(big, box)
        w = 46
        bar = Rect(box.centerx - w // 2, box.bottom + 2, w, 5)
        pygame.draw.rect(to, SHADOW, bar.inflate(2, 2))
        pygame.draw.rect(to, (70, 30, 50), bar)
        pygame.draw.rect(to, (255, 96, 96), (bar.x, bar.y, round(w * act.stare), 5))

    @staticmethod
    def _ticks(session: Any) -> float:
        return float(session.tick)

    def _ring(self, to: pygame.Surface, act: Any, to_screen: ToScreen) -> None:
        """How much of it has been seen, sewn round the globe stitch by stitch."""
        if act.seen <= 0.02 or act.is_found:
            return
        x, y = to_screen(act.globe.x, act.globe.y)
        n = round(act.seen * 16)
        for i in range(n):
            a = i / 16 * math.tau - math.pi / 2
            b = a + 0.26
            start = (x + math.cos(a) * 18, y + math.sin(a) * 18)
            end = (x + math.cos(b) * 18, y + math.sin(b) * 18)
            pygame.draw.line(to, SHADOW, (start[0] + 1, start[1] + 1), (end[0] + 1, end[1] + 1), 2)
            pygame.draw.line(to, GOLD, start, end, 2)
