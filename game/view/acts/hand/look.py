"""The night at the well: long grass and what goes through it, where a leap will land, roots, the rock and its shadow, sparks.

The hand itself is drawn by view/rigs from its bodies; here is all that tells about it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, SRCALPHA, Rect, Surface

from game.sim.acts import HandFight
from game.sim.acts.hand.drag import BEAT_TICK, PERIOD_TICKS
from game.sim.acts.hand.rock import BROKEN_TICKS, FALL_TICKS, HAUL_TICKS, SETS_TICKS, SHADOW_PX, SQUASH
from game.sim.panels.brace import WINDOW_TICKS
from game.sim.parts import Place
from game.view.acts.hand.orchard import LEAVES, Orchard, draw_rock
from game.view.acts.look import ToScreen
from game.view.assets import Assets
from game.view.felt import CREAM, GOLD, WARM, Cloth, Colour, edges, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.brace import BraceDrawer
from game.view.specks import DUST
from game.view.sprites import Layers
from game.view.truth import bead, line

STEEL: Colour = (206, 226, 255)
WARNS: Colour = (255, 176, 120)
CHIPS: tuple[Colour, ...] = ((222, 186, 140), (170, 128, 88), (120, 86, 62))
EARTH: tuple[Colour, ...] = ((96, 80, 70), (70, 60, 58), (130, 116, 104))
SPARKS: tuple[Colour, ...] = ((255, 255, 255), (190, 220, 255), (150, 190, 240))
RIM: Colour = (120, 150, 210)
THREAD: Colour = (220, 70, 86)
NEEDLE_TICKS = 30


@dataclass
class Hold:
    """What of a hold the panel's drawer wants to know."""

    pulses: int
    done: int
    tick: int
    last: str
    strain: float
    has_pressed: bool
    window: int
    period: int = PERIOD_TICKS
    beat: int = BEAT_TICK
    is_holding: bool = True


class HandLook(Orchard):
    """See the file's head."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._drawer: BraceDrawer | None = None
        self._pop = -100
        self._was = 0.0
        self._trail: list[tuple[float, float, float]] = []
        self._rock_was = ("", 0)

    # ---- what it hears

    def hear(self, session: Any, act: HandFight) -> None:
        super().hear(session, act)
        hand = act.hand
        at = (hand.x, hand.y, hand.z + 8)
        for what in act.happened:
            if what == "stuck":
                self.specks.burst("dot", at, 18, CHIPS, 90, 90, 40, 2.4, 340)
            elif what in ("knocked", "drag_hit"):
                self.specks.burst("dot", at, 16, CHIPS, 130, 130, 44, 2.4, 380)
                self.specks.burst("star", at, 7, SPARKS, 120, 90, 34, 3.0, 120)
            elif what in ("apple_hit", "flinched"):
                self.specks.burst(
                    "dot", at, 12, ((236, 226, 180), (214, 120, 90), (180, 70, 60)), 90, 100, 36, 2.2, 380
                )
            elif what == "landed":
                self.specks.burst("puff", (hand.x, hand.y, 1), 5, EARTH, 50, 20, 26, 3.0, 40)
            elif what in ("pulse", "flung"):
                self.specks.burst("dot", (session.place.x, session.place.y, 4), 10, EARTH, 60, 80, 30, 2.0, 340)
            elif what in ("crushed", "near_miss_1", "near_miss_2", "too_soon"):
                spot = act.rock.shadow(act)
                self.specks.burst("puff", (spot.x, spot.y, 2), 22, DUST, 130, 46, 46, 4.4, 50)
                self.specks.burst("dot", (spot.x, spot.y, 4), 26, EARTH, 150, 150, 50, 2.8, 420)
                if what != "too_soon":
                    self.specks.burst("star", (spot.x, spot.y, 6), 9, SPARKS, 150, 90, 36, 3.0, 120)
            elif what == "hit_her":
                self.specks.burst(
                    "dot", (session.place.x, session.place.y, 24), 8, (THREAD, STEEL), 80, 60, 26, 2.0, 260
                )
        if act.rushes or (hand.is_hidden and self._ticks % 7 == 0 and act.arena.in_grass(hand.x, hand.y)):
            n = 2 if act.rushes else 1
            self.specks.burst("feather", (hand.x, hand.y, 10), n, LEAVES, 46, 60, 40, 2.0, 70)
        if hand.state == "out" and hand.z > 2:
            self._trail.append((hand.x, hand.y - hand.z - 8, 1.0))
        self._trail = [(x, y, k - 0.09) for x, y, k in self._trail if k > 0.1]
        now = self._score(act)
        if now != self._was:
            self._was, self._pop = now, self._ticks

    @staticmethod
    def _score(act: HandFight) -> float:
        """Pips that are done, 0..3."""
        return {"stalk": act.halves / 2, "drag": float(act.drag.hits), "rock": float(act.rock.drops)}.get(act.part, 0.0)

    def _goers(self, session: Any, act: HandFight) -> list[tuple[float, float, float]]:
        out = super()._goers(session, act)
        if act.hand.z < 6:
            place = session.world.find(act.hand.entity, Place)
            if place is not None:
                out.append((place.x, place.y, math.hypot(place.x - place.was_x, place.y - place.was_y)))
        return out

    def _more_feet(self, act: HandFight) -> list[tuple[float, float]]:
        return [(act.hand.x, act.hand.y)] if act.hand.z < 4 and act.hand.pose != "crushed" else []

    # ---- in the world

    def ground(self, layers: Layers, session: Any, act: HandFight, t: float) -> None:
        """What can be held on to."""
        if act.part == "drag" and not act.won:
            self._roots(layers, session, act, t)
        if act.part == "drag" and act.hand.state in ("down", "stunned"):
            self._apples(layers, session, act, t)

    def floor(self, layers: Layers, session: Any, act: HandFight, t: float) -> None:
        super().floor(layers, session, act, t)
        if act.part == "rock":
            self._shadow(layers, act, t)
        if act.aim is not None and act.hand.state == "told":
            self._leaps_to(layers, act, t)
        if act.part == "rock" and act.rock.state == "lies":
            at = act.rock.shadow(act)
            k = 1 - act.rock.left / BROKEN_TICKS
            fades = 255 if act.rock.crushed else int(255 * (1 - max(k - 0.8, 0) * 5))
            draw_rock(layers, self.assets, at.x, at.y + 10, 0.0, fades, split="rock_split" if k > 0.12 else "")

    def over(self, layers: Layers, session: Any, act: HandFight, t: float) -> None:
        super().over(layers, session, act, t)
        self._glint(layers, act, t)
        for x, y, k in self._trail:
            sx, sy = round(x) - layers.x, round(y) - layers.y
            layers.glow.fill((int(50 * k), int(64 * k), int(90 * k)), (sx - 4, sy, 9, 2), BLEND_RGB_ADD)
        if act.part == "rock":
            self._rock_above(layers, act, t)

    def _leaps_to(self, layers: Layers, act: HandFight, t: float) -> None:
        """A row of cold sparks along the way it will take, and a ring where it will come down."""
        assert act.aim is not None
        hand, aim, k = act.hand, act.aim, act.hand.told
        dx, dy = aim.x - hand.x, aim.y - hand.y
        far = max(math.hypot(dx, dy), 1.0)
        for n in range(1, int(far / 10)):
            p = n * 10 / far
            if p > k * 1.25:
                break
            x, y = round(hand.x + dx * p) - layers.x, round(hand.y + dy * p) - layers.y
            c = mix(RIM, STEEL, p)
            layers.albedo.fill(c, (x - 1, y, 3, 1))
            layers.glow.fill((int(c[0] * 0.3), int(c[1] * 0.34), int(c[2] * 0.4)), (x - 1, y, 3, 1), BLEND_RGB_ADD)
        radius = 19 + 15 * (1 - k)
        for n in range(20):
            a = n * math.tau / 20 + t * 0.02
            x = round(aim.x + math.cos(a) * radius) - layers.x
            y = round(aim.y + math.sin(a) * radius * 0.62) - layers.y
            full = n / 20 < k
            c = WARNS if full else (96, 110, 150)
            layers.albedo.fill(c, (x - 1, y, 3, 2))
            if full:
                layers.glow.fill((80, 44, 22), (x - 1, y, 3, 2), BLEND_RGB_ADD)

    def _glint(self, layers: Layers, act: HandFight, t: float) -> None:
        """What tells a blow from afar: needles that catch the light, more and more of it."""
        hand = act.hand
        if hand.state != "told" or hand.told < 0.12:
            return
        x, y = round(hand.x) - layers.x, round(hand.y - hand.z - 17) - layers.y
        k = hand.told
        blink = 0.7 + 0.3 * math.sin(t * 0.9)
        n = round(3 + 9 * k * blink)
        for w, h in ((2 * n + 1, 1), (1, 2 * n + 1)):
            c = (int(150 * k), int(170 * k), int(215 * k))
            layers.glow.fill(c, (x - w // 2, y - h // 2, w, h), BLEND_RGB_ADD)
        layers.glow.fill((int(200 * k), int(215 * k), int(255 * k)), (x - 1, y - 1, 3, 3), BLEND_RGB_ADD)
        layers.glows.append(Rect(x - n, y - n, 2 * n + 1, 2 * n + 1))

    def _roots(self, layers: Layers, session: Any, act: HandFight, t: float) -> None:
        """A pale breath round the roots that still hold."""
        for root in act.arena.roots:
            if root.name in act.drag.torn:
                continue
            k = 0.5 + 0.5 * math.sin(t * 0.09 + root.at.x)
            x, y = round(root.at.x) - layers.x, round(root.at.y) - 4 - layers.y
            c = (int(20 + 16 * k), int(17 + 12 * k), int(8 + 5 * k))
            s = self._pool(34, 20, c)
            layers.glow.blit(s, (x - 34, y - 20), special_flags=BLEND_RGB_ADD)

    def _apples(self, layers: Layers, session: Any, act: HandFight, t: float) -> None:
        """What could be thrown now twinkles."""
        for fall in act.windfalls.places:
            if not fall.entity:
                continue
            x, y = round(fall.at.x) - layers.x, round(fall.at.y) - 8 - layers.y
            layers.glow.blit(self._pool(24, 15, (34, 27, 12)), (x - 24, y - 15), special_flags=BLEND_RGB_ADD)
            n = round(2 + 4 * abs(math.sin(t * 0.12 + fall.at.x)))
            for w, h in ((2 * n + 1, 1), (1, 2 * n + 1)):
                layers.glow.fill((190, 160, 90), (x - w // 2, y - 4 - h // 2, w, h), BLEND_RGB_ADD)

    def _pool(self, rx: int, ry: int, c: Colour) -> Surface:
        s = Surface((2 * rx, 2 * ry), 0, 32)
        for n in range(6):
            k = 1 - n / 6
            box = Rect(0, 0, max(int(2 * rx * k), 2), max(int(2 * ry * k), 2))
            box.center = (rx, ry)
            f = (n + 1) / 6
            pygame.draw.ellipse(s, (int(c[0] * f), int(c[1] * f), int(c[2] * f)), box)
        return s

    # ---- the rock

    def _shadow(self, layers: Layers, act: HandFight, t: float) -> None:
        """It lies where the rock would come down now; it grows dark as that does."""
        rock = act.rock
        if rock.state not in ("ready", "falls", "sets"):
            return
        at = rock.shadow(act)
        fall = 1 - rock.left / FALL_TICKS if rock.state == "falls" else 0.0
        comes = 1 - min(rock.left / SETS_TICKS, 1.0)
        alpha = {"sets": int(110 * comes), "ready": 132, "falls": 140 + int(90 * fall)}[rock.state]
        k = 1.0 - 0.24 * fall if rock.state != "sets" else 1.25 - 0.25 * comes
        rx, ry = round(SHADOW_PX * k), round(SHADOW_PX * SQUASH * k)
        s = Surface((2 * rx, 2 * ry), SRCALPHA, 32)
        pygame.draw.ellipse(s, (4, 4, 14, alpha), s.get_rect())
        pygame.draw.ellipse(s, (4, 4, 14, min(alpha + 40, 255)), s.get_rect().inflate(-rx // 2, -ry // 2))
        x, y = round(at.x) - layers.x, round(at.y) - layers.y
        layers.albedo.blit(s, (x - rx, y - ry))
        if rock.state == "sets":
            return
        under = rock.is_under(act, act.hand.x, act.hand.y)
        lit = under and act.hand.is_open
        for n in range(36):
            if n % 3 == 2:
                continue
            a = n * math.tau / 36 + t * 0.008
            px, py = x + round(math.cos(a) * rx), y + round(math.sin(a) * ry)
            c = GOLD if lit else STEEL if under else (112, 126, 168)
            layers.albedo.fill(c, (px - 1, py, 3, 1))
            if under:
                layers.glow.fill((70, 56, 22) if lit else (30, 36, 52), (px - 1, py, 3, 1), BLEND_RGB_ADD)

    def _rock_above(self, layers: Layers, act: HandFight, t: float) -> None:
        """On the bank, one at each gap; and in the air."""
        rock = act.rock
        for n, chute in enumerate(act.arena.chutes):
            x, y, up, turn = chute.above.x, chute.above.y + 13, 0.0, 0
            if n == rock.chute and rock.state == "lies":
                continue
            if n == rock.chute and rock.state == "falls":
                k = 1 - rock.left / FALL_TICKS
                lands = rock.shadow(act)
                y = lands.y + 10
                up = (y - chute.above.y - 13) * (1 - k * k) + 26 * math.sin(math.pi * k)
                turn = int(k * 5.99)
            elif rock.wants[n]:
                k = 1 - rock.wants[n] / HAUL_TICKS
                if k < 0.25:
                    continue
                y -= 46 * (1 - k)
            elif n == rock.chute and rock.state == "ready":
                x += round(math.sin(t * 0.5)) if int(t) % 60 < 12 else 0
            draw_rock(layers, self.assets, x, y, -up, 255, turn)

    # ---- through the stone

    has_truth = True

    def truth(self, layers: Layers, session: Any, act: HandFight, t: float) -> None:
        """The hand is plain, and so is the thread on its wrist: it goes all the way back to the house."""
        hand = act.hand
        x, y = hand.x, hand.y - hand.z - 14
        last = (x, y)
        for n in range(1, 24):
            nx = x - n * 22
            ny = y + math.sin(n * 0.5 + t * 0.03) * 7 - n * 0.6
            line(layers, last, (nx, ny), THREAD)
            last = (nx, ny)
        if hand.is_hidden:
            for n in range(5):
                a = math.radians(hand.heading + (n - 2) * 27)
                tip = (x + math.cos(a) * 24, y + 8 + math.sin(a) * 15)
                line(layers, (x + math.cos(a) * 7, y), tip, STEEL)
                bead(layers, tip[0], tip[1], 1, STEEL)
            bead(layers, x, y, 5, STEEL)

    # ---- in the interface

    def hud(
        self,
        to: Surface,
        session: Any,
        act: HandFight,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        """Needles that are bent; holding on; where Wybie is."""
        if session.talk is not None or session.locks:
            return
        room = edges(to, taste.is_safe)
        if act.part != "shield":
            self._needles(to, act, cloth, room, taste)
        if act.drag.holds_on:
            self._hold(to, session, act, marks, taste, to_screen, cloth, font, dt_s)
        else:
            self._drawer = None
        if act.part == "shield" and not act.won:
            self._pointer(to, session, to_screen, room)

    def _needles(self, to: Surface, act: HandFight, cloth: Cloth, room: Rect, taste: Taste) -> None:
        step = 20
        w, h = 3 * step + 14, 28
        box = Rect(room.centerx - w // 2, room.y, w, h)
        to.blit(cloth.plate(w, h, WARM, False), box)
        done = self._score(act)
        age = self._ticks - self._pop
        for n in range(3):
            x, y = box.x + 7 + step // 2 + n * step, box.centery
            k = min(max(done - n, 0.0), 1.0)
            if age < NEEDLE_TICKS and k and n == math.ceil(done) - 1 and not taste.calm:
                y -= round(5 * math.sin(math.pi * age / NEEDLE_TICKS))
            _needle(to, x, y, k)

    def _hold(
        self,
        to: Surface,
        session: Any,
        act: HandFight,
        marks: Glyphs,
        taste: Taste,
        to_screen: ToScreen,
        cloth: Cloth,
        font: Font,
        dt_s: float,
    ) -> None:
        if self._drawer is None:
            self._drawer = BraceDrawer(cloth, font, session.content.words)
            self._drawer.is_low = True
        drag = act.drag
        window = WINDOW_TICKS.get(session.rules.difficulty, 14)
        hold = Hold(drag.wants, drag.pulses, drag.tick_, drag.last, drag.strain, drag.has_pressed, window)
        self._drawer.life_s += dt_s
        self._drawer.draw(to, hold, marks, taste, to_screen(session.place.x, session.place.y)[1], dt_s)

    def _pointer(self, to: Surface, session: Any, to_screen: ToScreen, room: Rect) -> None:
        """At the picture's edge: he is over there."""
        entity = session.find("wybie")
        place = session.world.find(entity, Place) if entity else None
        if place is None:
            return
        x, y = to_screen(place.x, place.y - 30)
        if to.get_rect().inflate(-16, -16).collidepoint(x, y):
            return
        px, py = min(max(x, room.x + 10), room.right - 10), min(max(y, room.y + 36), room.bottom - 10)
        pygame.draw.circle(to, (20, 14, 30), (round(px), round(py)), 7)
        pygame.draw.circle(to, (150, 190, 120), (round(px), round(py)), 5)
        pygame.draw.circle(to, CREAM, (round(px), round(py)), 2)


def _needle(to: Surface, x: int, y: int, k: float) -> None:
    """A needle, its eye up; half done it is bent, done it is broken."""
    c = STEEL if k < 1 else (116, 110, 130)
    if k <= 0:
        pygame.draw.line(to, (30, 20, 34), (x + 1, y - 8), (x + 1, y + 9))
        pygame.draw.line(to, c, (x, y - 8), (x, y + 9))
        pygame.draw.line(to, c, (x - 1, y - 8), (x - 1, y - 3))
        to.set_at((x, y - 6), (30, 20, 34))
    elif k < 1:
        pygame.draw.line(to, c, (x - 2, y - 8), (x - 1, y))
        pygame.draw.line(to, c, (x - 1, y), (x + 4, y + 8))
        pygame.draw.line(to, c, (x - 3, y - 8), (x - 3, y - 4))
    else:
        pygame.draw.line(to, c, (x - 2, y - 8), (x - 1, y - 1))
        pygame.draw.line(to, c, (x + 2, y + 3), (x + 6, y + 8))
        for dx, dy in ((-4, 1), (4, -1), (1, 1)):
            to.set_at((x + dx, y + dy), GOLD)
