"""The hunt in the circus as it looks: pools of light, trapezes, dust, crumbs; through the stone, hearts and a trail of light.

The rats themselves are people of the room and stand among the others. Nothing is decided here.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Rect, Surface

from game.sim.acts.rats import RatHunt, TallMan, Trapeze
from game.sim.acts.rats.hunt import POOL_PX, RingLamp
from game.sim.acts.rats.tall import BARE_TICKS
from game.sim.happenings import Heard
from game.sim.parts import Place, Walker
from game.view.acts.look import ActLook, ToScreen
from game.view.assets import Assets
from game.view.felt import GOLD, WARM, Cloth, Colour, edges, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.specks import DUST, Specks
from game.view.specks import GOLD as SPARKS
from game.view.sprites import Layers
from game.view.truth import bead, line

LAMPLIGHT: Colour = (255, 226, 150)
SOUL: Colour = (90, 236, 255)
SQUASH = 0.62
"""A circle on the floor is so flat."""
BAR_PX = 40
TOP_PX = 250.0
"""So high over the floor the ropes of a trapeze end, out of the picture."""
CRUMBS: tuple[Colour, ...] = ((250, 214, 90), (236, 180, 60), (255, 240, 170))
BELOW_STITCHES_PX = 24
"""The border's tally of stitches stands in the corner above."""
PARTS = ("ribbon", "clasp", "medal")


class RatsLook(ActLook):
    """See above."""

    has_truth = True

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self.specks = Specks(0x4A75)
        self._ticks = 0
        self._discs: dict[tuple[int, int, Colour], Surface] = {}
        self._shines: dict[str, Surface] = {}

    # ---- after every tick

    def hear(self, session: Any, act: RatHunt) -> None:
        """Dust under many feet, crumbs from the heap."""
        self._ticks += 1
        self.specks.tick()
        flock = act.flock
        for i, rat in enumerate(flock.rats):
            if rat.is_in:
                continue
            walker = session.world.find(rat.entity, Walker)
            place = session.world.find(rat.entity, Place)
            if walker is None or place is None:
                continue
            runs = math.hypot(walker.vx, walker.vy) > 90
            if runs and (self._ticks + i * 5) % (9 if flock.is_split else 16) == 0:
                self.specks.burst("puff", (place.x, place.y, 1), 1, DUST, 10, 8, 16, 1.5, 12)
        if flock.mood == "bait" and flock.goal is not None and flock.since > 20 and self._ticks % 5 == 0:
            self.specks.burst("dot", (flock.goal.x, flock.goal.y, 14), 2, CRUMBS, 46, 60, 34, 1.8, 240)
        for heard in session.news.of(Heard):
            if heard.name == "rats_turn" and flock.is_split and flock.since <= 1:
                for rat in flock.rats[::2]:
                    place = session.world.find(rat.entity, Place)
                    if place is not None:
                        self.specks.burst("puff", (place.x, place.y, 3), 2, DUST, 50, 20, 24, 2.4, 16)
        for hung in act.trapezes:
            if hung.is_on and hung.is_sweeping and self._ticks % 3 == 0:
                y, z = hung.at()
                if z < 26:
                    self.specks.burst("puff", (hung.x, y, 1), 1, DUST, 24, 8, 20, 1.8, 14)
        man = act.man
        if man is not None and man.state in ("stalk", "leap") and self._ticks % 7 == 0:
            self.specks.burst("puff", (man.x, man.y, 1), 2, DUST, 26, 8, 20, 2.2, 14)
        if act.bare and self._ticks % 6 == 0 and man is not None:
            self.specks.burst("star", (man.x, man.y + 4, 8), 1, SPARKS, 22, 40, 28, 2.6, 10)

    # ---- in the world

    def floor(self, layers: Layers, session: Any, act: RatHunt, t: float) -> None:
        """Where a lamp's light falls, or would; shadows of what hangs in the air."""
        if act.part != "away":
            for lamp in act.lamps.values():
                self._pool(layers, act, lamp, t)
        for hung in act.trapezes:
            if hung.is_on:
                self._shadow(layers, hung, t)
        if act.man is not None:
            self._under_man(layers, act, act.man, t)

    def over(self, layers: Layers, session: Any, act: RatHunt, t: float) -> None:
        for lamp in act.lamps.values():
            if lamp.left:
                self._beam(layers, lamp, t)
        for hung in act.trapezes:
            if hung.is_on:
                self._trapeze(layers, hung, t)
        self._glint(layers, session, act, t)
        self.specks.draw(layers)

    # ---- light

    def _disc(self, to: Surface, x: int, y: int, rx: int, ry: int, colour: Colour) -> None:
        """Soft light, added."""
        key = (rx, ry, (colour[0] & ~7, colour[1] & ~7, colour[2] & ~7))
        if key not in self._discs:
            if len(self._discs) > 60:
                self._discs.clear()
            s = Surface((2 * rx, 2 * ry), 0, 32)
            steps = 14
            for i in range(steps, 0, -1):
                k = (1 - ((i - 0.5) / steps) ** 4) ** 1.4
                box = Rect(0, 0, max(2 * rx * i // steps, 2), max(2 * ry * i // steps, 2))
                box.center = (rx, ry)
                pygame.draw.ellipse(s, (int(key[2][0] * k), int(key[2][1] * k), int(key[2][2] * k)), box)
            self._discs[key] = s
        to.blit(self._discs[key], (x - rx, y - ry), special_flags=BLEND_RGB_ADD)

    def _pool(self, layers: Layers, act: RatHunt, lamp: RingLamp, t: float) -> None:
        x, y = round(lamp.pool.x) - layers.x, round(lamp.pool.y) - layers.y
        rx, ry = round(POOL_PX), round(POOL_PX * SQUASH)
        if not layers.albedo.get_rect().inflate(2 * rx, 2 * ry).collidepoint(x, y):
            return
        if lamp.left:
            k = min(lamp.left / 14, 1.0) * (0.93 + 0.07 * math.sin(t * 0.9))
            if lamp.left < 40 and lamp.left // 4 % 2:
                k *= 0.55
            self._disc(layers.light, x, y, rx, ry, (int(118 * k), int(98 * k), int(56 * k)))
            self._disc(layers.glow, x, y, rx, ry, (int(16 * k), int(12 * k), int(4 * k)))
        n = 40
        colour = LAMPLIGHT if lamp.left else (206, 168, 140)
        turn = t * 0.006 if lamp.left else 0.0
        for i in range(n):
            a = i * math.tau / n + turn
            if i % 2:
                continue
            px, py = x + round(math.cos(a) * rx), y + round(math.sin(a) * ry)
            layers.albedo.fill(colour, (px - 1, py, 3, 1))
            if lamp.left:
                layers.glow.fill((60, 48, 20), (px - 1, py, 3, 1), BLEND_RGB_ADD)

    def _beam(self, layers: Layers, lamp: RingLamp, t: float) -> None:
        """From the lens to the pool."""
        x0, y0 = round(lamp.at.x) - layers.x, round(lamp.at.y) - 46 - layers.y
        x1, y1 = round(lamp.pool.x) - layers.x, round(lamp.pool.y) - layers.y
        k = min(lamp.left / 14, 1.0)
        dx, dy = x1 - x0, y1 - y0
        d = math.hypot(dx, dy) or 1.0
        nx, ny = -dy / d, dx / d
        for wide, level in ((POOL_PX * 0.7, 5), (POOL_PX * 0.45, 7), (POOL_PX * 0.2, 8)):
            w = wide * (abs(nx) + abs(ny) * SQUASH)
            points = [
                (x0 - nx * 3, y0 - ny * 3),
                (x0 + nx * 3, y0 + ny * 3),
                (x1 + nx * w, y1 + ny * w),
                (x1 - nx * w, y1 - ny * w),
            ]
            low_x, low_y = min(p[0] for p in points), min(p[1] for p in points)
            size = (
                max(int(max(p[0] for p in points) - low_x), 1) + 1,
                max(int(max(p[1] for p in points) - low_y), 1) + 1,
            )
            if size[0] > 420 or size[1] > 420 or not layers.glow.get_rect().colliderect((low_x, low_y, *size)):
                continue
            s = Surface(size, 0, 32)
            c = (int(level * 1.5 * k), int(level * 1.2 * k), int(level * 0.6 * k))
            pygame.draw.polygon(s, c, [(px - low_x, py - low_y) for px, py in points])
            layers.glow.blit(s, (low_x, low_y), special_flags=BLEND_RGB_ADD)
        self._disc(layers.glow, x0, y0, 12, 12, (int(150 * k), int(130 * k), int(80 * k)))

    def _glint(self, layers: Layers, session: Any, act: RatHunt, t: float) -> None:
        """Gold, passed along: seen for a moment, in passing."""
        flock = act.flock
        if act.right or act.found or flock.mood not in ("stream", "gather") or not flock.rats:
            return
        if act.part in ("away", "tall") or flock.since % 70 > 26:
            return
        rat = flock.rats[act.carrier % len(flock.rats)]
        place = session.world.find(rat.entity, Place)
        if place is None or rat.is_in:
            return
        x, y = round(place.x) - layers.x, round(place.y) - 12 - layers.y
        k = math.sin(math.pi * (flock.since % 70) / 26)
        layers.albedo.fill(GOLD, (x - 2, y - 1, 4, 3))
        n = round(3 * k)
        for box in ((x - n, y, 2 * n + 1, 1), (x, y - n, 1, 2 * n + 1)):
            layers.glow.fill((int(150 * k), int(120 * k), int(50 * k)), box, BLEND_RGB_ADD)

    # ---- what hangs in the air

    def _shadow(self, layers: Layers, hung: Trapeze, t: float) -> None:
        """Its line, while it tells that it will come; its shadow while it comes."""
        told = hung.warning()
        x = round(hung.x) - layers.x
        if told:
            n = int((hung.bottom - hung.top) / 14)
            for i in range(n):
                k = i / n if hung.at_top else 1 - i / n
                lit = k < told * 1.15
                y = round(hung.top + i * 14) - layers.y
                blink = 0.6 + 0.4 * math.sin(t * 0.5)
                layers.albedo.fill(mix((92, 52, 60), (255, 170, 96), blink) if lit else (104, 66, 72), (x - 1, y, 3, 6))
                if lit:
                    layers.glow.fill((46, 22, 10), (x - 1, y, 3, 6), BLEND_RGB_ADD)
        low, z = hung.at()
        s = self._bar_shade[min(int(z / 14), len(self._bar_shade) - 1)]
        layers.albedo.blit(s, (x - s.get_width() // 2, round(low) - s.get_height() // 2 - layers.y))

    @cached_property
    def _bar_shade(self) -> list[Surface]:
        out = []
        for k in range(8):
            s = Surface((BAR_PX + k * 2, 8), SRCALPHA, 32)
            pygame.draw.ellipse(s, (12, 5, 18, 130 - k * 14), s.get_rect())
            out.append(s)
        return out

    def _trapeze(self, layers: Layers, hung: Trapeze, t: float) -> None:
        y, z = hung.at()
        shake = math.sin(t * 1.1) * 2 * hung.warning()
        x = round(hung.x + shake) - layers.x
        bar_y = round(y - z) - layers.y
        top_y = round((hung.top + hung.bottom) / 2 - TOP_PX) - layers.y
        half = BAR_PX // 2 - 3
        for side in (-half, half):
            self._rope(layers, x + side, bar_y, x + side * 0.8, top_y)
        bar = self._bar
        if bar is not None:
            layers.albedo.blit(bar, (x - bar.get_width() // 2, bar_y - 8))
            layers.light.fill((116, 108, 104), (x - BAR_PX // 2, bar_y - 2, BAR_PX, 6))
        if hung.is_sweeping:
            way = 1 if hung.at_top else -1
            for n in range(1, 5):
                back = hung.at(max(hung.sweep - n * 0.03, 0.0))
                by = round(back[0] - back[1]) - layers.y
                c = 26 - n * 5
                layers.glow.fill((c, c, c + 4), (x - BAR_PX // 2, by - way, BAR_PX, 2), BLEND_RGB_ADD)

    @cached_property
    def _bar(self) -> Surface | None:
        props = self.assets.props("other")
        return props.get("trapeze_bar").picture if props.has("trapeze_bar") else None

    @staticmethod
    def _rope(layers: Layers, x0: float, y0: float, x1: float, y1: float) -> None:
        n = max(int(abs(y1 - y0) / 4), 1)
        for i in range(n):
            k = i / n
            x, y = round(x0 + (x1 - x0) * k), round(y0 + (y1 - y0) * k)
            layers.albedo.fill((190, 160, 122) if i % 2 else (138, 106, 84), (x, min(y, y - 4), 2, 4))

    # ---- the man

    def _under_man(self, layers: Layers, act: RatHunt, man: TallMan, t: float) -> None:
        x, y = round(man.x) - layers.x, round(man.y) - layers.y
        if man.state == "fallen":
            self._fallen(layers, act, man, x, y, t)
            return
        if man.state == "come":
            return
        r = round(30 - man.lift * 0.2)
        s = Surface((2 * r, r), SRCALPHA, 32)
        pygame.draw.ellipse(s, (12, 5, 18, 120), s.get_rect())
        layers.albedo.blit(s, (x - r, y - r // 2))
        if man.state in ("windup", "leap"):
            k = min(man.ticks / max(man.told, 1), 1.0) if man.state == "windup" else 1.0
            tx, ty = round(man.to_x) - layers.x, round(man.to_y) - layers.y
            for n in range(22):
                a = n * math.tau / 22 + t * 0.03
                rr = 40 - 16 * k
                px, py = tx + round(math.cos(a) * rr), ty + round(math.sin(a) * rr * SQUASH)
                full = n / 22 < k
                layers.albedo.fill((255, 170, 96) if full else (120, 70, 76), (px - 1, py - 1, 3, 2))
                if full:
                    layers.glow.fill((70, 34, 14), (px - 1, py - 1, 3, 2), BLEND_RGB_ADD)

    def _fallen(self, layers: Layers, act: RatHunt, man: TallMan, x: int, y: int, t: float) -> None:
        """How long the medal lies there."""
        if not act.bare:
            return
        left = min(man.bare / BARE_TICKS, 1.0)
        beat = 0.7 + 0.3 * math.sin(t * 0.25)
        self._disc(layers.glow, x, y - 6, 26, 20, (int(96 * beat), int(72 * beat), int(28 * beat)))
        self._disc(layers.light, x, y - 3, 56, 36, (int(80 * beat), int(66 * beat), int(40 * beat)))
        for n in range(30):
            a = -math.pi / 2 + n * math.tau / 30
            c = GOLD if n / 30 < left else (84, 60, 62)
            layers.albedo.fill(c, (x + round(math.cos(a) * 40), y + round(math.sin(a) * 40 * SQUASH), 3, 2))

    # ---- through the stone

    def truth(self, layers: Layers, session: Any, act: RatHunt, t: float) -> None:
        """Which coat has a heart in it; where the light went."""
        hearts = act.hearts()
        props = self.assets.props("other")
        for colour, at in act.coats.items():
            name = "coat_heart" if colour in hearts else "coat_truth"
            if props.has(name):
                prop = props.get(name)
                box = (round(at.x) - 21 - layers.x, round(at.y) - 13 - 66 - layers.y)
                layers.albedo.blit(prop.picture, box)
                layers.light.blit(self._lit(name, prop.picture), box)
            self._seams(layers, at.x, at.y - 13, colour in hearts, t)
        last = None
        for i, (x, y, stood) in enumerate(act.tail):
            if last is not None:
                line(layers, last, (x, y - 5), (70, 180, 200))
            if i % 4 == 0:
                k = (t / 30 - i * 0.06) % 1
                bead(layers, x, y - 5, 2 if k < 0.3 else 1, SOUL)
            if stood:
                for n in range(4):
                    a = t * 0.05 + n * math.tau / 4
                    bead(layers, x + math.cos(a) * 9, y - 5 + math.sin(a) * 6, 1, SOUL)
            last = (x, y - 5)
        for courier in act.couriers:
            if courier.has_it and not courier.is_there:
                place = session.world.find(act.flock.rats[courier.rat].entity, Place)
                if place is not None:
                    bead(layers, place.x, place.y - 9, 4, SOUL)
        if act.man is not None and act.man.state not in ("come", "fallen"):
            beat = 0.6 + 0.4 * math.sin(t * 0.2)
            x, y = act.man.x - 6, act.man.y - act.man.lift - 58
            self._disc(layers.glow, round(x) - layers.x, round(y) - layers.y, 20, 20, _scaled(SOUL, 0.5 * beat))
            bead(layers, x, y, 4, SOUL)
        elif not act.right and act.flock.rats and act.part not in ("away",):
            rat = act.flock.rats[act.carrier % len(act.flock.rats)]
            place = session.world.find(rat.entity, Place)
            if place is not None and not rat.is_in and act.man is None:
                bead(layers, place.x, place.y - 9, 3, SOUL)

    def _lit(self, name: str, picture: Surface) -> Surface:
        """Light in the shape of a picture: it is seen whatever the lamps do."""
        if name not in self._shines:
            s = Surface(picture.get_size(), SRCALPHA, 32)
            pygame.mask.from_surface(picture).to_surface(s, setcolor=(108, 104, 104, 255), unsetcolor=(0, 0, 0, 0))
            self._shines[name] = s
        return self._shines[name]

    def _seams(self, layers: Layers, x: float, foot: float, is_heart: bool, t: float) -> None:
        """A coat is threads wound round nothing; one has something in it that beats."""
        if not is_heart:
            return
        beat = 0.55 + 0.45 * max(math.sin(t * 0.14), math.sin(t * 0.14 + 0.7) * 0.8)
        hx, hy = round(x + 7) - layers.x, round(foot - 38) - layers.y
        self._disc(layers.glow, hx, hy, 24, 24, _scaled((255, 176, 70), 0.34 * beat))

    # ---- in the interface

    def hud(
        self,
        to: Surface,
        session: Any,
        act: RatHunt,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        """What of the medal she has; where the flock is when it is out of the picture."""
        if session.talk is not None or session.locks or act.part == "away":
            return
        flags = session.story.flags
        is_tall = act.part == "tall" and act.man is not None
        has = (
            [n >= (act.man.left if act.man else 0) for n in (2, 1, 0)]
            if is_tall
            else [f in flags for f in ("circus_ribbon", "circus_clasp")]
        )
        room, step = edges(to, taste.is_safe), 20 if is_tall else 34
        w, h = 3 * step + 12, 26 if is_tall else 38
        box = Rect(room.right - w, room.y + BELOW_STITCHES_PX, w, h)
        to.blit(cloth.plate(w, h, WARM, False), box)
        for i in range(3):
            x, y = box.x + 6 + step // 2 + i * step, box.centery
            if is_tall:
                _hat_pip(to, x, y, has[i])
            else:
                self._part_of_medal(to, cloth, x, y, PARTS[i], has[i] if i < 2 else "medal" in session.story.items)
        self._pointer(to, session, act, to_screen, room)

    @staticmethod
    def _part_of_medal(to: Surface, cloth: Cloth, x: int, y: int, name: str, has: bool) -> None:
        at = cloth.table("ui/hunt").get("pictures", {}).get(name if has else f"{name}_empty")
        if at:
            to.blit(cloth.piece("ui/hunt", (at[0], at[1], at[2], at[3])), (x - at[2] // 2, y - at[3] // 2))

    def _pointer(self, to: Surface, session: Any, act: RatHunt, to_screen: ToScreen, room: Rect) -> None:
        """At the picture's edge: that way."""
        if act.flock.mood == "hid" and act.man is None:
            return
        at = act.flock.middle(session) if act.man is None else None
        x, y = to_screen(at.x, at.y) if at is not None else to_screen(act.man.x, act.man.y - 40)  # type: ignore[union-attr]
        if to.get_rect().inflate(-20, -20).collidepoint(x, y):
            return
        px = min(max(x, room.x + 10), room.right - 10)
        py = min(max(y, room.y + 34), room.bottom - 10)
        beat = 0.6 + 0.4 * math.sin(self._ticks * 0.2)
        c = mix((150, 60, 60), (255, 120, 90), beat if act.flock.is_whole else 0.2)
        pygame.draw.circle(to, (30, 14, 24), (round(px), round(py)), 7)
        pygame.draw.circle(to, (86, 78, 90), (round(px), round(py)), 5)
        for dx in (-2, 2):
            to.fill(c, (round(px) + dx - 1, round(py) - 1, 2, 2))
            pygame.draw.circle(to, (86, 78, 90), (round(px) + dx * 2, round(py) - 5), 2)


def _scaled(c: Colour, k: float) -> Colour:
    return int(c[0] * k), int(c[1] * k), int(c[2] * k)


def _hat_pip(to: Surface, x: int, y: int, has: bool) -> None:
    """A hat for every third of him that has run."""
    c = GOLD if has else (92, 68, 74)
    to.fill(c, (x - 7, y + 3, 14, 3))
    to.fill(c, (x - 4, y - 6, 8, 9))
    to.fill((160, 50, 60) if has else (70, 50, 58), (x - 4, y, 8, 2))
