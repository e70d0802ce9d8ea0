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
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, SRCALPHA, Rect, Surface

from game.sim.acts.ripples import DWELL_TICKS, GAP, SQUASH, floor_distance
from game.sim.acts.vow import NAMES
from game.sim.parts import Hero, Look, Place
from game.view.acts.look import ActLook, ToScreen
from game.view.acts.mirror.hall import disc, hall_picture
from game.view.assets import Assets
from game.view.felt import CREAM, FELT, Cloth, Colour, bob, edges
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
        sheen.fill((92, 90, 92), special_flags=BLEND_RGB_MULT)
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
