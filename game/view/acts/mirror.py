"""The room behind the mirror: rings of light over a floor like a pond, three small lights, the back of a glass.

All that can be seen there is lit by what goes out from feet, and by whoever it comes back from. The light is worked
out at a quarter of the size and laid over everything; the thin bright lines go into what glows, on the floor only.
"""

from __future__ import annotations

import math
from functools import cached_property
from random import Random
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, BLEND_RGBA_MULT, SRCALPHA, Rect, Surface

from game.core.geometry import Facing
from game.sim.acts.pane import NEAR_Y, SEES_PX, TOUCH_TICKS
from game.sim.acts.ripples import DWELL_TICKS, GAP, SQUASH, floor_distance
from game.sim.acts.vow import ECHO_TICKS, NAMES
from game.sim.parts import Hero, Look, Place
from game.view.acts.look import ActLook, ToScreen
from game.view.assets import Assets
from game.view.felt import CREAM, FELT, Cloth, Colour, bob, edges, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.sprites import Layers

HUES: dict[str, Colour] = {
    "": (190, 220, 236),
    "silas": (92, 214, 255),
    "hester": (196, 146, 255),
    "ivy": (255, 194, 96),
}
"""Of a ring: hers, and whose it is that comes back."""
FLOOR = Rect(64, 128, 512, 224)
"""px of the map that are pond."""
GLASS = Rect(128, 30, 384, 96)
SMALL = 4
"""px of the picture to one of the light."""
TRAIL_PX = (0.0, 7.0, 15.0)
"""Behind its front a ring has two more, each fainter."""
BANDS = ((0.0, 1.0), (6.0, 0.74), (12.0, 0.5), (20.0, 0.3), (30.0, 0.14), (40.0, 0.0))
"""px behind its front and how bright from there on: the light of a ring, from its edge to its tail."""
CORNERS = 84
KNOCK_ASKED_TICKS = 260
REFLECTION_Y = 122.0
HALL_WARM = (255, 214, 150)
SHUTS = (6, 7, 12)


def ring_points(cx: float, cy: float, radius: float, gaps: list[float]) -> list[list[tuple[float, float]]]:
    """The runs of a ring round a point that are whole: one of all corners, or what lies between its gaps."""
    runs: list[list[tuple[float, float]]] = [[]]
    for i in range(CORNERS + 1):
        a = math.tau * i / CORNERS
        if any(abs((a - g + math.pi) % math.tau - math.pi) < GAP for g in gaps):
            if runs[-1]:
                runs.append([])
            continue
        runs[-1].append((cx + math.cos(a) * radius, cy + math.sin(a) * radius * SQUASH))
    return [run for run in runs if len(run) > 1]


def ghost_at(session: Any, name: str) -> Place | None:
    """Where one of the three stands, None who is not found yet."""
    entity = session.find(f"ghost_{name}")
    return session.world.get(entity, Place) if entity else None


class MirrorLook(ActLook):
    """Of the room in every state; what is special to the promise and to the glass is in the two below."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._soft: Surface | None = None
        self._small: Surface | None = None

    # ---- light

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._glass(layers, session, act, t)
        small = self._gathered(layers, session, act, t)
        layers.light.blit(small, (0, 0), special_flags=BLEND_RGB_ADD)
        floor = FLOOR.move(-layers.x, -layers.y)
        clip = layers.glow.get_clip()
        layers.glow.set_clip(floor)
        sheen = small.subsurface(floor.clip(small.get_rect())).copy()
        sheen.fill((84, 90, 100), special_flags=BLEND_RGB_MULT)
        layers.glow.blit(sheen, floor.clip(small.get_rect()), special_flags=BLEND_RGB_ADD)
        for ring in act.rings:
            self._line(layers, ring)
        layers.glow.set_clip(clip)
        layers.glows.append(floor)

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        if self._soft is not None:
            layers.light.blit(self._soft, (0, 0), special_flags=BLEND_RGB_ADD)
        self._ghosts(layers, session, t)

    def _gathered(self, layers: Layers, session: Any, act: Any, t: float) -> Surface:
        """All light of rings and of those who glow, soft, as large as the picture."""
        w, h = layers.light.get_size()
        if self._small is None or self._small.get_size() != (w // SMALL, h // SMALL):
            self._small = Surface((w // SMALL, h // SMALL), 0, 32)
        small = self._small
        small.fill((0, 0, 0))
        self._pool(small, layers, session, act, t)
        for ring in act.rings:
            k = ring.left**0.7 * (0.95 if ring.of else 0.8) * min(ring.radius / 14, 1.0)
            if k > 0.03:
                self._band(small, ring, (ring.x - layers.x) / SMALL, (ring.y - layers.y) / SMALL, k)
        for name, x, y, k in self._lights(session, act, t):
            disc = self._disc(name, k)
            at = (
                round((x - layers.x) / SMALL) - disc.get_width() // 2,
                round((y - layers.y) / SMALL) - disc.get_height() // 2,
            )
            small.blit(disc, at, special_flags=BLEND_RGB_ADD)
        self._soft = pygame.transform.smoothscale(small, (w, h))
        return self._soft

    def _band(self, small: Surface, ring: Any, cx: float, cy: float, k: float) -> None:
        """The light of one ring: bright at its front, gone at its tail, dark where it is broken."""
        r = ring.radius / SMALL
        box = Rect(
            math.floor(cx - r) - 1, math.floor(cy - r * SQUASH) - 1, math.ceil(r * 2) + 3, math.ceil(r * 2 * SQUASH) + 3
        )
        seen = box.clip(small.get_rect())
        if not seen.w or not seen.h:
            return
        spare = self._spare.subsurface((0, 0, *seen.size))
        spare.fill((0, 0, 0))
        x, y = cx - seen.x, cy - seen.y
        for back, part in BANDS:
            rx, ry = (ring.radius - back) / SMALL, (ring.radius - back) * SQUASH / SMALL
            if rx < 1:
                break
            c = tuple(int(v * k * part) for v in HUES[ring.of])
            pygame.draw.ellipse(spare, c, (x - rx, y - ry, rx * 2, ry * 2))
        for gap in ring.gaps:
            far = r * 1.2
            edge = [(x + math.cos(gap + d) * far, y + math.sin(gap + d) * far * SQUASH) for d in (-GAP, 0.0, GAP)]
            pygame.draw.polygon(spare, (0, 0, 0), [(x, y), *edge])
        small.blit(spare, seen, special_flags=BLEND_RGB_ADD)

    @cached_property
    def _spare(self) -> Surface:
        assert self._small is not None
        return Surface(self._small.get_size(), 0, 32)

    def _pool(self, small: Surface, layers: Layers, session: Any, act: Any, t: float) -> None:
        """What falls through the glass on the floor; in the dark it is next to nothing."""

    def _lights(self, session: Any, act: Any, t: float) -> list[tuple[str, float, float, float]]:
        """(whose, x, y, 0..1): she carries a little of her own; who is felt before they are seen has a little too."""
        place = session.place
        out = [("", place.x, place.y - 12, 0.26)]
        for voice in getattr(act, "voices", ()):
            near = max(1 - floor_distance(place.x, place.y, voice.x, voice.y) / 92, 0.0)
            k = 0.16 * near + 0.6 * voice.dwell / DWELL_TICKS
            if k > 0.02:
                out.append((voice.name, voice.x, voice.y - 14, min(k, 0.8)))
        for n, name in enumerate(NAMES):
            at = ghost_at(session, name)
            if at is not None:
                out.append((name, at.x, at.y - 14, 0.5 + 0.04 * math.sin(t * 0.04 + n * 2)))
        return out

    def _disc(self, name: str, k: float) -> Surface:
        key = (name, round(k * 12))
        if key not in self._discs:
            self._discs[key] = disc(HUES[name], 28, k)
        return self._discs[key]

    @cached_property
    def _discs(self) -> dict[tuple[str, int], Surface]:
        return {}

    def _line(self, layers: Layers, ring: Any) -> None:
        """Its bright front, and what runs after it; broken where somebody stood in the way."""
        hue = HUES[ring.of]
        for back, part in zip(TRAIL_PX, (1.0, 0.5, 0.26)):
            r = ring.radius - back
            k = ring.left**0.8 * part * (1.0 if ring.of else 0.8)
            if r < 3 or k < 0.04:
                continue
            c = tuple(min(int(v * k * 1.05), 255) for v in hue)
            cx, cy = ring.x - layers.x, ring.y - layers.y
            if not ring.gaps:
                pygame.draw.ellipse(layers.glow, c, (cx - r, cy - r * SQUASH, r * 2, r * 2 * SQUASH), 1)
                continue
            for run in ring_points(cx, cy, r, ring.gaps):
                pygame.draw.lines(layers.glow, c, False, run)
        for angle in ring.gaps:  # splinters of it, where it broke
            d = ring.radius * 0.98
            x = ring.x + math.cos(angle) * d - layers.x
            y = ring.y + math.sin(angle) * d * SQUASH - layers.y
            c = tuple(int(v * ring.left * 0.3) for v in hue)
            for i in (-2, 1, 3):
                layers.glow.fill(c, (round(x + i * 5), round(y + i * i - 4), 2, 1), BLEND_RGB_ADD)

    # ---- who is there

    def _ghosts(self, layers: Layers, session: Any, t: float) -> None:
        """They shine a little by themselves; whoever has a memory left to show is looked out of by two buttons."""
        story = session.story
        asks = story.beat == "mirror_ghosts" and "ghosts_met" in story.flags
        for n, name in enumerate(NAMES):
            entity = session.find(f"ghost_{name}")
            if not entity:
                continue
            place, look = session.world.get(entity, Place), session.world.get(entity, Look)
            pose = self.assets.actor(look.sheet).pose(look.anim, place.facing, look.ticks)
            at = (round(place.x) + pose.offset[0] - layers.x, round(place.y) + pose.offset[1] - layers.y)
            k = round((60 + 14 * math.sin(t * 0.05 + n * 2)) / 4) * 4
            layers.glow.blit(self._shine(pose.picture, k), at, special_flags=BLEND_RGB_ADD)
            halo = self._halo(name)
            hx, hy = round(place.x) - layers.x, round(place.y) - 20 - layers.y
            layers.glow.blit(
                halo, (hx - halo.get_width() // 2, hy - halo.get_height() // 2), special_flags=BLEND_RGB_ADD
            )
            if asks and f"memory_{name}_seen" not in story.flags and not session.locks:
                self._buttons(layers, place.x - layers.x, place.y - 56 - layers.y, t + n * 40, HUES[name])

    def _shine(self, picture: Surface, k: int) -> Surface:
        """A figure as light of its own, ``k`` of 255."""
        kept = self._shines.get((id(picture), k))
        if kept is None or kept[0] is not picture:
            if len(self._shines) > 90:
                self._shines.clear()
            flat = Surface(picture.get_size(), 0, 32)
            flat.blit(picture, (0, 0))
            flat.fill((k, k, k), special_flags=BLEND_RGB_MULT)
            kept = self._shines[id(picture), k] = (picture, flat)
        return kept[1]

    @cached_property
    def _shines(self) -> dict[tuple[int, int], tuple[Surface, Surface]]:
        return {}

    def _halo(self, name: str) -> Surface:
        if name not in self._halos:
            self._halos[name] = disc(HUES[name], 34, 0.14)
        return self._halos[name]

    @cached_property
    def _halos(self) -> dict[str, Surface]:
        return {}

    @staticmethod
    def _buttons(layers: Layers, x: float, y: float, t: float, hue: Colour) -> None:
        """A pair of button eyes in the air, and a thread each."""
        y += math.sin(t * 0.06) * 2
        glint = (t % 150) < 26
        for side in (-1, 1):
            cx, cy = round(x + side * 7), round(y)
            pygame.draw.line(layers.glow, tuple(v // 3 for v in hue), (cx, cy - 6), (cx, cy - 16))
            pygame.draw.circle(layers.glow, tuple(v // 2 for v in hue), (cx, cy), 5)
            pygame.draw.circle(layers.glow, (4, 3, 8), (cx, cy), 4)
            for dx, dy in ((-1, -1), (1, 1), (-1, 1), (1, -1)):
                layers.glow.fill(tuple(v * 2 // 3 for v in hue), (cx + dx, cy + dy, 1, 1))
            if glint:
                layers.glow.fill((255, 255, 255), (cx - 3, cy - 3, 2, 1))

    # ---- the glass

    def _glass(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """The hall from behind, going about its business: a dream of it in the dark, clearer later."""
        box = GLASS.move(-layers.x, -layers.y)
        k = self._hall_light(session, act, t)
        layers.albedo.blit(self._hall, box)
        c = tuple(round(v * k) for v in (118, 108, 112))
        layers.light.fill(c, box)
        self._behind(layers, box, session, act, t)
        layers.albedo.blit(self._rim, box.move(-6, -6))
        layers.light.fill(tuple(max(round(v * 0.8), 16) for v in c), Rect(box.x - 6, box.y - 6, box.w + 12, 6))
        sheen = self._sheen
        layers.glow.blit(sheen, (box.x, box.y), special_flags=BLEND_RGB_ADD)

    def _hall_light(self, session: Any, act: Any, t: float) -> float:
        near = max(1 - (float(session.place.y) - 128) / 200, 0.0)
        return 0.13 + 0.10 * near + 0.015 * math.sin(t * 0.02)

    def _behind(self, layers: Layers, box: Rect, session: Any, act: Any, t: float) -> None:
        """What moves on the other side."""

    @cached_property
    def _hall(self) -> Surface:
        return hall_picture(self.assets, GLASS.w, GLASS.h)

    @cached_property
    def _sheen(self) -> Surface:
        """Long slanting lights on the glass."""
        s = Surface(GLASS.size, 0, 32)
        for x, wide, c in ((40, 26, 9), (74, 8, 14), (250, 40, 7), (300, 10, 12)):
            pygame.draw.polygon(
                s, (c, c + 4, c + 6), [(x, 0), (x + wide, 0), (x + wide - 60, GLASS.h), (x - 60, GLASS.h)]
            )
        return s

    @cached_property
    def _rim(self) -> Surface:
        """The frame from behind, and silver that has come off along it."""
        w, h = GLASS.w + 12, GLASS.h + 12
        s = Surface((w, h), SRCALPHA, 32)
        for i, c in enumerate(((20, 14, 22), (74, 56, 50), (112, 86, 62), (70, 50, 48), (34, 24, 32), (16, 12, 20))):
            pygame.draw.rect(s, c, (i, i, w - 2 * i, h - 2 * i), 1)
        rng = Random(7)
        for _ in range(2600):
            x, y = rng.randrange(6, w - 6), rng.randrange(6, h - 6)
            d = min(x - 6, w - 7 - x, y - 6, h - 7 - y)
            if rng.random() < math.exp(-d / 5.0):
                s.fill(rng.choice(((58, 60, 70), (44, 46, 58), (30, 30, 42))), (x, y, rng.choice((1, 2, 2)), 1))
        for x in range(16, w - 8, 46):  # pins that hold it
            s.fill((150, 140, 130), (x, 2, 2, 2))
            s.fill((150, 140, 130), (x + 20, h - 4, 2, 2))
        return s

    # ---- interface

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
        if not session.is_free or session.prompt is not None or not getattr(act, "voices", ()):
            return
        if (
            session.world.get(session.hero, Hero).still_ticks < 45
            or act.knocks > 2
            or "ripples_told" not in session.story.flags
            or act.ticks < KNOCK_ASKED_TICKS
        ):
            return
        x, y = to_screen(session.place.x, session.place.y - 62)
        hint_plate(
            to, marks, taste, cloth, font, "interact", session.content.words.get("prompt.knock"), x, y, session.tick
        )


class VowLook(MirrorLook):
    """The dark draws in round four of them while it is held, and gives way with every heartbeat."""

    def _lights(self, session: Any, act: Any, t: float) -> list[tuple[str, float, float, float]]:
        place = session.place
        beat = math.sin(math.pi * min(act.held, 1.0)) if act.is_holding else 0.0
        out = [("", place.x, place.y - 14, 0.4 + 0.3 * beat)]
        for n, name in enumerate(NAMES):
            at = ghost_at(session, name)
            if at is not None:
                out.append(
                    (name, at.x, at.y - 14, 0.85 if n < act.pulses else 0.3 + 0.4 * act.held * (n == act.pulses))
                )
        return out

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        super().over(layers, session, act, t)
        self._dusk(layers, session, act)
        self._threads(layers, session, act, t)

    def _dusk(self, layers: Layers, session: Any, act: Any) -> None:
        """What is not held is taken: dark from the edges, less of it with each who holds on too."""
        k = (act.held if act.is_holding else 0.3 * act.held) * (1 - act.pulses * 0.28) if act.pulses < 3 else 0.0
        amount = round(70 * k)
        if amount:
            layers.light.fill((amount, amount, round(amount * 0.8)), special_flags=pygame.BLEND_RGB_SUB)

    def _threads(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """From each of them to her, as long as it holds: a line of light that is drawn tight."""
        place = session.place
        for n, name in enumerate(NAMES):
            at = ghost_at(session, name)
            k = 1.0 if n < act.pulses else act.held if n == act.pulses else 0.0
            if at is None or k <= 0.02:
                continue
            fades = 1.0 if act.pulses < 3 else 1 - act.echo / ECHO_TICKS
            points = []
            for i in range(25):
                u = i / 24 * k
                sag = math.sin(math.pi * i / 24) * (10 * (1 - k) + math.sin(t * 0.2 + n) * 1.5)
                points.append(
                    (at.x + (place.x - at.x) * u - layers.x, at.y - 18 + (place.y - at.y) * u + sag - layers.y)
                )
            c = tuple(int(v * 0.7 * fades) for v in HUES[name])
            pygame.draw.lines(layers.glow, c, False, points, 1)
            x, y = points[-1]
            layers.glow.fill(
                tuple(int(v * fades) for v in HUES[name]), (round(x) - 1, round(y) - 1, 3, 3), BLEND_RGB_ADD
            )

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
        if session.talk is not None or act.pulses >= len(NAMES):
            return
        room = edges(to, taste.is_safe)
        cap = pygame.transform.scale_by(marks.drawn("interact"), 2)
        down = 3 if act.is_holding else bob(session.tick / 60, 2.0, 0.9)
        x, y = room.centerx, room.bottom - 66
        to.blit(cap, (x - cap.get_width() // 2, y + down))
        for n, name in enumerate(NAMES):
            cx, cy = x + (n - 1) * 30, y + 52
            full = 1.0 if n < act.pulses else act.held if n == act.pulses else 0.0
            pygame.draw.circle(to, (10, 8, 18), (cx, cy), 9)
            pygame.draw.circle(to, mix((50, 46, 66), HUES[name], 0.35), (cx, cy), 8, 2)
            if full > 0.03:
                pygame.draw.circle(
                    to, mix((30, 26, 40), HUES[name], 0.4 + 0.6 * full), (cx, cy), max(round(6 * full), 1)
                )


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
        if act.past < 0:
            return
        # What she looks at lies in the beam of her eyes, as far as the light went: there one is seen.
        x = round(act.shadow_x) - layers.x
        beam = self._beam
        layers.light.blit(beam, (x - beam.get_width() // 2, round(act.light.y) - layers.y), special_flags=BLEND_RGB_ADD)
        glow = self._beam_glow
        layers.glow.blit(glow, (x - glow.get_width() // 2, round(act.light.y) - layers.y), special_flags=BLEND_RGB_ADD)
        edge = round(act.light.bottom) - layers.y
        left, right = round(act.light.x) - layers.x, round(act.light.right) - layers.x
        for px in range(left, right, 9):
            layers.glow.fill((58, 26, 34), (px, edge, 5, 1), BLEND_RGB_ADD)

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


def hint_plate(
    to: Surface,
    marks: Glyphs,
    taste: Taste,
    cloth: Cloth,
    font: Font,
    button: str,
    word: str,
    x: float,
    y: float,
    tick: int,
) -> None:
    """A key cap and a word on a plate, its lower middle at (x, y)."""
    cut = font.cut(taste.text_size)
    cap = marks.drawn(button, taste.text_size)
    w, h = cap.get_width() + cut.width(word) + 19, max(cap.get_height() + 7, cut.line + 9)
    box = Rect(0, 0, w, h)
    box.midbottom = (round(x), round(y) + (0 if taste.calm else bob(tick / 60, 1.2, 1.8)))
    box.clamp_ip(edges(to, taste.is_safe))
    to.blit(cloth.plate(w, h, FELT, False), box)
    to.blit(cap, (box.x + 5, box.centery - cap.get_height() // 2))
    cut.write(to, box.x + cap.get_width() + 10, box.centery - cut.cap / 2 - cut.rise, word, CREAM)


def disc(hue: Colour, radius: int, k: float) -> Surface:
    """Soft light, to be added, lying on the floor."""
    high = round(radius * 0.86)
    out = Surface((radius * 2, high * 2), 0, 32)
    for r in range(radius, 0, -1):
        part = (1 - (r / radius) ** 2) ** 2 * k
        box = Rect(0, 0, r * 2, max(round(r * 2 * 0.86), 1))
        box.center = (radius, high)
        pygame.draw.ellipse(out, tuple(min(int(v * part), 255) for v in hue), box)
    return out


def hall_picture(assets: Assets, w: int, h: int) -> Surface:
    """The other hall seen through the back of its mirror: paper, a dado, things along the far wall; softer than life."""
    s = Surface((w, h), 0, 32)
    wall = h * 66 // 100
    for y in range(wall):
        pygame.draw.line(s, mix((96, 40, 66), (66, 26, 54), 0.35 * y / wall), (0, y), (w, y))
        for x in range(12, w, 24):
            pygame.draw.line(s, mix((96, 40, 66), (66, 26, 54), 0.55 + 0.35 * y / wall), (x, y), (x + 11, y))
    rng = Random(3)
    for x in range(6, w, 24):
        for y in range(6, wall - 16, 14):
            dx = 12 if (y // 14) % 2 else 0
            s.fill((150, 78, 84), (x + dx - 1, y, 3, 2))
            s.fill((188, 120, 92), (x + dx, y - 1, 1, 1))
    pygame.draw.rect(s, (54, 24, 34), (0, wall - 18, w, 18))
    pygame.draw.line(s, (150, 96, 66), (0, wall - 18), (w, wall - 18))
    for x in range(0, w, 22):
        pygame.draw.rect(s, (70, 32, 40), (x + 3, wall - 14, 16, 11), 1)
    for y in range(wall, h):
        k = (y - wall) / (h - wall)
        pygame.draw.line(s, mix((60, 26, 30), (126, 70, 44), k), (0, y), (w, y))
        if (y - wall) % 7 == 0:
            pygame.draw.line(s, (44, 20, 28), (0, y), (w, y))
    pygame.draw.polygon(s, (120, 30, 48), [(0, wall + 9), (w, wall + 9), (w, h - 5), (0, h - 5)])
    for y in (wall + 11, h - 8):
        pygame.draw.line(s, (206, 150, 80), (0, y), (w, y))
    props = assets.props("other")
    row = (("clock_grandfather", 54), ("sconce_lit", 112), ("picture_portrait", 150), ("side_table", 190), ("sconce_lit", 246),
           ("coat_rack", 292), ("picture_girl_2", 336), ("palm_pot", 368))  # fmt: skip
    for name, x in row:
        if not props.has(name):
            continue
        p = props.get(name)
        picture = pygame.transform.flip(p.picture, True, False)
        on_wall = p.is_wall
        y = wall - 22 - picture.get_height() if on_wall else wall + 10 - picture.get_height()
        s.blit(picture, (x - picture.get_width() // 2, max(y, -30) if on_wall else y))
        if "lit" in name:
            glow = disc(HALL_WARM, 40, 0.34)
            s.blit(glow, (x - 40, y - 8), special_flags=BLEND_RGB_ADD)
    for _ in range(120):
        s.fill(
            (170, 120, 90), (rng.randrange(w), rng.randrange(wall), 1, 1), BLEND_RGB_ADD if rng.random() < 0.2 else 0
        )
    soft = pygame.transform.smoothscale(pygame.transform.smoothscale(s, (w * 2 // 3, h * 2 // 3)), (w, h))
    soft.fill((206, 226, 232), special_flags=BLEND_RGB_MULT)
    return soft
