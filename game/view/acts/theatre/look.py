"""How the theatre looks, whoever plays: lamps that go down, pools and cones of light, footlights, curtain, heads in front.

The house between shows is drawn by ``HouseLook``; each act adds its scenery (``backcloth``, ``behind``, ``before``).
"""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, SRCALPHA, Rect, Surface

from game.sim.acts.theatre.house import FLAT, STAGE_LEFT, STAGE_RIGHT
from game.sim.acts.theatre.show import BEAT_TICKS, DUO
from game.sim.parts import Look, Place
from game.view.acts.look import ActLook, ToScreen
from game.view.acts.theatre import scenery
from game.view.acts.theatre.front import TALLY_TICKS, Front
from game.view.acts.theatre.scenery import SKY_H, Colour, Cutout, mix
from game.view.assets import Assets, Pose
from game.view.felt import Cloth, ease
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.specks import CONFETTI, Specks
from game.view.specks import GOLD as GOLD_DUST
from game.view.sprites import Layers

CLOTH_TOP = 48
"""px of the map where the painted cloth hangs from."""
CLOTH_LIGHT: Colour = (112, 108, 124)
SHELL = "shell_"
"""How the map calls its footlights."""
CURTAIN_FOOT = 398
BUNCH = 34
"""px of curtain that are seen at each side when it is open."""
DUSK: Colour = (116, 100, 140)
"""What is left of the house's light when the lamps are down, of 255."""
KINDS: dict[str, Colour] = {
    "gold": (255, 222, 164),
    "rose": (255, 142, 184),
    "blue": (132, 172, 255),
    "white": (255, 250, 236),
    "red": (255, 92, 60),
}
POOL_ADDS, CONE_ADDS = 0.62, 0.085
"""How much a lamp adds to the floor it falls on, and to the air on its way, of its colour."""


class HouseLook(ActLook):
    """Keeps its cloth, its specks, and what it drew of lamps."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self.specks = Specks(0x7EA7)
        self._halves: tuple[Surface, Surface] | None = None
        self._drawn: tuple[int, Surface, Surface] | None = None
        self._pools: dict[tuple[int, str, int], Surface] = {}
        self._rings: dict[tuple[int, str], Surface] = {}
        self._dots: dict[tuple[str, int], Surface] = {}
        self._shells: list[tuple[int, int]] | None = None
        self._air: Surface | None = None
        self.front = Front(assets)
        self._bulbs: list[str] = []
        self._props: dict[str, Cutout | None] = {}

    # ---- listening

    def hear(self, session: Any, act: Any) -> None:
        self.specks.tick()
        bulbs = list(getattr(act, "bulbs", ()))
        for was, now in zip(self._bulbs, bulbs, strict=False):
            if was != now and now == "good":
                p = session.place
                self.specks.burst("star", (p.x, p.y, p.lift + 30), 9, GOLD_DUST, 70, 60, 34, 3.0, 120)
        self._bulbs = bulbs
        if act.applause > 0.7 and session.tick % 9 == 0 and act.ticks < 600 and act.tally[1]:
            self.specks.burst(
                "confetti", (session.place.x, session.place.y, 150), 8, CONFETTI, 90, 20, 110, 2, 60, (0, 0), 90
            )

    # ---- the world

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._dim(layers, act)
        if act.curtain < 1.0:
            clip = self._clip(layers)
            self.backcloth(layers, session, act, t)
            self._unclip(layers, clip)
            self.behind(layers, session, act, t)
        self._footlights(layers, session, act, t)
        for x, y, radius, level, kind in getattr(act, "beams", ()):
            if level > 0:
                self._pool(layers, x, y, radius, level, kind, t)
        if getattr(act, "bulbs", None) and act.curtain < 1.0:
            self._seen(layers, session)

    def _seen(self, layers: Layers, session: Any) -> None:
        """Marks and lids that can be made out, and a little light that stays with her, lamps or no lamps."""
        for name, spot in session.room.spots.items():
            if name.startswith(("mark_", "trap_")):
                middle = spot.box.middle
                self._shine(layers, middle.x, middle.y, 48, 0.5 if name.startswith("trap_") else 0.32)
        place = session.place
        self._shine(layers, place.x, place.y - place.lift - 12, 52, 0.34)

    def _shine(self, layers: Layers, x: float, y: float, radius: int, adds: float) -> None:
        key = (f"soft{radius}", round(adds * 100))
        if key not in self._dots:
            self._dots[key] = _dot_of(radius, KINDS["white"], adds)
        layers.light.blit(
            self._dots[key],
            (round(x) - radius - layers.x, round(y) - radius - layers.y),
            special_flags=BLEND_RGB_ADD,
        )

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        if act.curtain < 1.0:
            self.before(layers, session, act, t)
        self._cones(layers, act)
        self.specks.draw(layers)
        self._curtain(layers, act)

    def backcloth(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """What hangs at the back, within the stage's width."""

    def behind(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """What stands on the stage behind everybody."""

    def before(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """What stands or hangs before everybody."""

    # ---- helpers for the acts

    @staticmethod
    def put(layers: Layers, thing: Cutout, x: float, y: float, light: Colour) -> None:
        """A cut-out with its top left at a place of the map."""
        at = (round(x) - layers.x, round(y) - layers.y)
        layers.albedo.blit(thing.picture, at)
        layers.light.blit(thing.light(light), at)

    def prop(self, name: str) -> Cutout | None:
        """A prop's picture as a cut-out, None when there is no such prop."""
        props = self.assets.props("other")
        if name not in self._props:
            self._props[name] = Cutout(props.get(name).picture.copy()) if props.has(name) else None
        return self._props[name]

    @staticmethod
    def sits(layers: Layers, pose: Pose, x: float, y: float, light: Colour) -> None:
        """Somebody who is no part of the world, with the feet at a place of the map."""
        at = (round(x) + pose.offset[0] - layers.x, round(y) + pose.offset[1] - layers.y)
        layers.albedo.blit(pose.picture, at)
        pygame.mask.from_surface(pose.picture, 127).to_surface(layers.light, setcolor=light, unsetcolor=None, dest=at)

    def cloth(self, layers: Layers, picture: Surface) -> None:
        """A painted cloth at the back, and the light on it."""
        x, y = round(STAGE_LEFT) - layers.x, CLOTH_TOP - layers.y
        layers.albedo.blit(picture, (x, y))
        layers.light.fill(CLOTH_LIGHT, (x, y, picture.get_width(), SKY_H))

    def shadow(self, layers: Layers, x: float, y: float, rx: int, ry: int, strength: int = 120) -> None:
        """A soft dark patch on the floor."""
        s = Surface((2 * rx, 2 * ry), SRCALPHA, 32)
        pygame.draw.ellipse(s, (10, 4, 18, strength), s.get_rect())
        layers.albedo.blit(s, (round(x) - rx - layers.x, round(y) - ry - layers.y))

    @staticmethod
    def _clip(layers: Layers) -> tuple[Rect, Rect]:
        area = Rect(round(STAGE_LEFT) - layers.x, -200, round(STAGE_RIGHT - STAGE_LEFT), 1200)
        old = layers.albedo.get_clip(), layers.light.get_clip()
        layers.albedo.set_clip(area)
        layers.light.set_clip(area)
        return old

    @staticmethod
    def _unclip(layers: Layers, old: tuple[Rect, Rect]) -> None:
        layers.albedo.set_clip(old[0])
        layers.light.set_clip(old[1])

    # ---- light

    @staticmethod
    def _dim(layers: Layers, act: Any) -> None:
        if act.dusk > 0:
            c = mix((255, 255, 255), DUSK, ease(act.dusk))
            layers.light.fill(c, special_flags=BLEND_RGB_MULT)

    def _pool(self, layers: Layers, x: float, y: float, radius: float, level: float, kind: str, t: float) -> None:
        """Light on the boards, with the hard rim of a followspot and its ring of chalk."""
        r = round(radius)
        step = max(round(level * 8), 1)
        key = (r, kind, step)
        if key not in self._pools:
            if len(self._pools) > 40:
                self._pools.clear()
            self._pools[key] = _pool_of(r, KINDS[kind], POOL_ADDS * step / 8)
        s = self._pools[key]
        at = (round(x) - s.get_width() // 2 - layers.x, round(y) - s.get_height() // 2 - layers.y)
        layers.light.blit(s, at, special_flags=BLEND_RGB_ADD)
        if level > 0.5:
            ring = self._rings.get((r, kind))
            if ring is None:
                ring = self._rings[r, kind] = _ring_of(r, KINDS[kind])
            layers.albedo.blit(
                ring, (round(x) - ring.get_width() // 2 - layers.x, round(y) - ring.get_height() // 2 - layers.y)
            )

    def _cones(self, layers: Layers, act: Any) -> None:
        """The air that the lamps shine through."""
        beams = [b for b in getattr(act, "beams", ()) if b[3] > 0.05]
        if not beams:
            return
        if self._air is None or self._air.get_size() != layers.glow.get_size():
            self._air = Surface(layers.glow.get_size(), 0, 32)
        air = self._air
        air.fill((0, 0, 0))
        for i, (x, y, radius, level, kind) in enumerate(beams):
            c = KINDS[kind]
            sx, sy = x - layers.x, y - layers.y
            source = (sx * 0.6 + (90 if i % 2 == 0 else 330), -60)
            for part, k in ((1.0, 0.5), (0.72, 0.32), (0.42, 0.3)):
                adds = tuple(min(round(v * CONE_ADDS * level * k * 2), 255) for v in c)
                one = [
                    (source[0] - 5, source[1]),
                    (source[0] + 5, source[1]),
                    (sx + radius * part, sy),
                    (sx, sy + radius * FLAT * part * 0.8),
                    (sx - radius * part, sy),
                ]
                _add_polygon(air, one, (adds[0], adds[1], adds[2]))
        layers.glow.blit(air, (0, 0), special_flags=BLEND_RGB_ADD)
        air.fill((150, 150, 150), special_flags=BLEND_RGB_MULT)
        layers.light.blit(air, (0, 0), special_flags=BLEND_RGB_ADD)

    def _footlights(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """A row of shells: they breathe with the beat, and run ahead of it where something is to come."""
        if self._shells is None:
            things = session.room.things
            self._shells = [
                (round(v.box.middle.x), round(v.box.bottom) - 10) for v in things if v.name.startswith(SHELL)
            ]
        feet = getattr(act, "feet", ())
        on_beat = max(math.cos(math.tau * t / BEAT_TICKS), 0.0) if act.dusk else 0.0
        for x, y in self._shells:
            level, kind = 0.2 + 0.14 * on_beat, "gold"
            for at, reach, strength, what in feet:
                k = strength * max(1 - abs(x - at) / reach, 0.0) ** 0.6 if reach else 0.0
                if k > level:
                    level, kind = min(k, 1.0), what
            self._shell(layers, x - layers.x, y - layers.y, level, kind)

    def _shell(self, layers: Layers, x: int, y: int, level: float, kind: str) -> None:
        if not -60 < x < layers.albedo.get_width() + 60:
            return
        step = round(level * 6)
        key = (kind, step)
        if key not in self._dots:
            self._dots[key] = _dot_of(40, KINDS[kind], 0.62 * step / 6)
        s = self._dots[key]
        at = (x - s.get_width() // 2, y - 6 - s.get_height() // 2)
        layers.glow.blit(s, at, special_flags=BLEND_RGB_ADD)
        layers.light.blit(s, at, special_flags=BLEND_RGB_ADD)

    # ---- curtain

    def _curtain(self, layers: Layers, act: Any) -> None:
        if self._halves is None:
            self._halves = scenery.curtain_half(False), scenery.curtain_half(True)
        whole = self._halves[0].get_width()
        wide = max(round(whole * ease_both(act.curtain)), BUNCH)
        if self._drawn is None or self._drawn[0] != wide:
            size = (wide, scenery.CURTAIN_H)
            self._drawn = (
                wide,
                pygame.transform.scale(self._halves[0], size),
                pygame.transform.scale(self._halves[1], size),
            )
        top = CURTAIN_FOOT - scenery.CURTAIN_H - layers.y
        sway = 0 if act.curtain in (0.0, 1.0) else round(2 * math.sin(act.ticks * 0.3))
        for s, x in ((self._drawn[1], STAGE_LEFT - 6), (self._drawn[2], STAGE_RIGHT + 6 - wide)):
            at = (round(x) + sway - layers.x, top)
            if at[0] > layers.albedo.get_width() or at[0] + wide < 0:
                continue
            area = Rect(at, s.get_size())
            layers.albedo.blit(s, at)
            layers.light.fill(mix((132, 124, 128), (92, 84, 104), act.dusk), area)
            glow = area.clip(layers.glow.get_rect())
            if glow.w and layers.glows:
                layers.glow.fill((0, 0, 0), glow)
            foot = Rect(area.x, area.bottom - 70, area.w, 70)
            for k in range(5):
                layers.light.fill(
                    (9, 7, 4), (foot.x, foot.y + k * 14, foot.w, 70 - k * 14), special_flags=BLEND_RGB_ADD
                )

    # ---- before the picture

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
        on_stage = session.place.y < 420 or getattr(act, "bulbs", None)
        if act.dusk > 0.02 and on_stage:
            self.front.frame(to, session, act, taste)
        if getattr(act, "bulbs", None) and session.talk is None:
            self.front.row(to, act, taste)
            if act.curtain < 0.5 and session.place.y < 420:
                self.front.arrows(to, act, to_screen, KINDS, taste)
            if session.title is None:
                self.front.sign(to, session.content.words, act, marks, taste, cloth, font)
        if act.tally[1] and act.tally_ticks < TALLY_TICKS:
            self.front.playbill(to, session.content.words, act, taste, cloth, font)


# ---------------------------------------------------------------- made once


def ease_both(k: float) -> float:
    """0..1 to 0..1, slow at both ends."""
    k = min(max(k, 0.0), 1.0)
    return k * k * (3 - 2 * k)


def _pool_of(radius: int, colour: Colour, adds: float) -> Surface:
    """An ellipse of light to be added: even inside, brighter at the rim, soft for the last few px."""
    w, h = 2 * radius + 8, round(2 * radius * FLAT) + 8
    s = Surface((w, h), 0, 32)
    rings = ((1.0, 0.30), (0.97, 0.62), (0.94, 0.96), (0.88, 0.86), (0.7, 0.9), (0.45, 1.0))
    for k, level in rings:
        c = tuple(min(round(v * adds * level), 255) for v in colour)
        rw, rh = round(2 * radius * k), round(2 * radius * FLAT * k)
        pygame.draw.ellipse(s, c, ((w - rw) // 2, (h - rh) // 2, rw, rh))
    return s


def _ring_of(radius: int, colour: Colour) -> Surface:
    """The ring of chalk: short strokes along the rim."""
    w, h = 2 * radius + 4, round(2 * radius * FLAT) + 4
    s = Surface((w, h), SRCALPHA, 32)
    n = max(radius // 2, 12)
    for i in range(n):
        a0, a1 = i * math.tau / n, (i + 0.55) * math.tau / n
        one = (w / 2 + math.cos(a0) * radius, h / 2 + math.sin(a0) * radius * FLAT)
        two = (w / 2 + math.cos(a1) * radius, h / 2 + math.sin(a1) * radius * FLAT)
        pygame.draw.line(s, (*mix(colour, (255, 255, 255), 0.5), 150), one, two)
    return s


def _dot_of(radius: int, colour: Colour, adds: float) -> Surface:
    s = Surface((2 * radius, 2 * radius), 0, 32)
    for r in range(radius, 0, -2):
        k = (1 - r / radius) ** 1.6
        c = tuple(round(v * adds * k) for v in colour)
        pygame.draw.circle(s, c, (radius, radius), r)
    return s


def _add_polygon(to: Surface, points: list[tuple[float, float]], colour: Colour) -> None:
    """A polygon that is added to what is there."""
    x0, y0 = math.floor(min(p[0] for p in points)), math.floor(min(p[1] for p in points))
    x1, y1 = math.ceil(max(p[0] for p in points)), math.ceil(max(p[1] for p in points))
    box = Rect(x0, y0, x1 - x0 + 1, y1 - y0 + 1).clip(to.get_rect())
    if not box.w or not box.h:
        return
    part = Surface(box.size, 0, 32)
    pygame.draw.polygon(part, colour, [(x - box.x, y - box.y) for x, y in points])
    to.blit(part, box, special_flags=BLEND_RGB_ADD)


def hands_of(assets: Assets, session: Any, entity: int) -> tuple[float, float]:
    """Where somebody's right hand is in the map, px: for ropes and things held."""
    look, place = session.world.get(entity, Look), session.world.get(entity, Place)
    try:
        pose = assets.actor(look.sheet).pose(look.anim, place.facing, look.ticks, look.is_once)
    except FileNotFoundError:
        return place.x, place.y - place.lift - 20
    dx, dy = pose.points.get("hand_r", (0, -20))
    return place.x + dx, place.y - place.lift + dy


__all__ = ["DUO", "Cutout", "HouseLook", "ease_both", "hands_of"]
