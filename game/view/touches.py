"""Small things that live by themselves, as they look: drops, prints, splashes, a mirror, moths, a spider, birds, mice in a window.

Nothing here changes what happens: it reads the session and the happenings of each tick, and keeps its own short memory.
``ground`` is drawn on the floor, ``walls`` on what hangs (people stand before it), ``over`` last. To add one: a method, and a
line in one of those three.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGBA_MULT, SRCALPHA, Rect, Surface

from game.core.geometry import Box, Facing, Vec
from game.sim.happenings import Stepped
from game.sim.parts import Bird, Drip, Furniture, Look, Place
from game.view.assets import Assets
from game.view.sprites import Layers

Colour = tuple[int, int, int]
SOLES = 16
"""Wet prints that shoes leave after the rain, each fainter than the one before."""
PUDDLE_SOLES = 7
PRINT_TICKS = 60 * 26
PRINT_STEPS = 8
PRINT_COLOUR = (22, 28, 40)
SPLASH_TICKS = 22
DROP_TICKS = 24
DROP_FROM_PX = 96.0
LAG_TICKS = 7
"""How long the mirror in the hall takes to be somebody."""
MIRROR_GLASS = (14, 19, 40, 71)
"""Of mirror_great: x, y, w, h."""
MIRROR_LONG = (0.92, 1.10)
"""It makes everyone look long and tired."""
MIST_TICKS = 300
LETTER = ((3, 0), (2, 0), (1, 0), (0, 1), (0, 2), (0, 3), (0, 4), (0, 5), (1, 6), (2, 6), (3, 6))
"""A C, dot by dot, as a finger writes it."""
GLOBE = (9.5, 8.5, 4.6)
"""Of snow_globe: the middle and the radius of its glass."""
FLAKES = 9
MICE = (10, 28, 5, 9, 6, 5)
"""Of window_attic: x, y, w, h of the first mouse, px from one to the next, how many."""
MICE_GLASS = (58, 71, 86)
MICE_SEEN_PX = 300.0
LAMPS = {"floor_lamp_lit": 11, "desk_lamp_lit": 7, "porch_lamp_lit": 9, "fringe_lamp_lit": 10}
"""Lit lamps that moths come to: px from the top to where it is brightest."""
SPIDER_SHY_PX = 92.0
SPIDER_UP_PX = 38.0
THREAD_PX = 50.0
GUST_EVERY_TICKS = 840
GUST_TICKS = 210
GUST_LEAVES = 8
CROW = {
    "k": (30, 29, 40),
    "h": (62, 64, 84),
    "b": (98, 92, 76),
    "e": (190, 180, 150),
}
SPARROW = {"k": (92, 70, 50), "h": (140, 112, 80), "b": (60, 52, 44), "e": (186, 170, 140)}
BIRDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "crow": (
        (".......hk..", "......hkebb", "......kkk..", "....hkkkk..", "..hkkkkk...", "hkkkkkk....", "kk..b.b...."),
        ("...........", ".......hk..", "....hhkkebb", "...hkkkkk..", "..hkkkkk...", "hkkkkkk....", "kk..b.b...."),
    ),
    "crow_flies": (
        (
            "k..........k",
            ".kk......kk.",
            "..hkk..kkh..",
            "....hkkkebb.",
            "..hkkkkk....",
            ".kk.........",
            "............",
        ),
        (
            "............",
            "............",
            "....hkkkebb.",
            "..hkkkkkk...",
            ".kkhkk.kkk..",
            ".kk......kk.",
            "k..........k",
        ),
    ),
    "sparrow": (("..hk.", ".hkeb", "hkke.", "k.b.."), (".....", "..hkb", "hkke.", "k.b..")),
    "sparrow_flies": (("k...k", ".hkh.", "..keb", "....."), (".....", ".hkeb", "hk.kh", ".....")),
}
"""Seen from their left side; dots of the colours above."""


@dataclass
class Print:
    """The mark of a wet sole."""

    x: int
    y: int
    is_across: bool
    tick: int
    strength: float


@dataclass
class Ghost:
    """How she stood some ticks ago."""

    x: float
    y: float
    facing: Facing
    anim: str
    ticks: int
    is_once: bool


@dataclass
class Mist:
    """A breath on a pane."""

    glass: Rect
    x: int
    y: int
    tick: int


@dataclass
class _Room:
    """What the pictures of this room's props offer; made anew when they change."""

    rows: object = None
    mirrors: list[Box] = field(default_factory=list)
    windows: list[Box] = field(default_factory=list)
    lamps: list[tuple[float, float]] = field(default_factory=list)
    mice: list[Box] = field(default_factory=list)
    globe: Vec | None = None


def scattered(i: int, salt: int) -> float:
    """A number 0..1 that is always the same for (i, salt)."""
    v = (i * 374761393 + salt * 668265263) & 0xFFFFFFFF
    v = ((v ^ (v >> 13)) * 1274126177) & 0xFFFFFFFF
    return ((v ^ (v >> 16)) & 0xFFFF) / 0xFFFF


class Touches:
    """See above. One for a Show; ``glass_of`` says which part of a window's picture is glass."""

    def __init__(self, assets: Assets, glass_of: Callable[[Box], Rect]) -> None:
        self.assets = assets
        self._glass_of = glass_of
        self._of = _Room()
        self._room: object = None
        self._comes_wet = False
        self._soles = 0
        self._prints: deque[Print] = deque(maxlen=40)
        self._splashes: deque[tuple[float, float, int]] = deque(maxlen=12)
        self._past: deque[Ghost] = deque(maxlen=LAG_TICKS)
        self._mists: deque[Mist] = deque(maxlen=4)
        self._breaths = 0
        self._spider_up = 0.0
        self._mice_down = 0.0
        self._cat_gone = 0

    # ---- what it remembers, for tests and the log

    @property
    def prints(self) -> int:
        """Wet prints on this floor."""
        return len(self._prints)

    @property
    def splashes(self) -> int:
        return len(self._splashes)

    @property
    def reflected(self) -> str:
        """Which way she faces in mirrors: as she did a moment ago; "" when there is nothing to remember."""
        return self._past[0].facing.value if self._past else ""

    @property
    def ducked(self) -> float:
        """How far the mice are down, px."""
        return self._mice_down

    # ---- after every tick

    def hear(self, session: Any) -> None:
        """Notes what this tick leaves behind: wet soles, splashes, where she stood, breath on a pane."""
        room = session.room
        if room is not self._room:
            self._soles = SOLES if self._comes_wet and room.indoors else 0
            self._room = room
            self._prints.clear()
            self._splashes.clear()
            self._past.clear()
            self._mists.clear()
            self._breaths = session.story.counts.get(f"breath.{room.name}", 0)
            self._spider_up = self._mice_down = 0.0
            self._cat_gone = -10_000
        self._comes_wet = session.weather == "rain" and not room.indoors
        for step in session.news.of(Stepped):
            self._stepped(session, step)
        place, look = session.place, session.world.get(session.hero, Look)
        self._past.append(Ghost(place.x, place.y, place.facing, look.anim, look.ticks, look.is_once))
        self._gather(session)
        self._breathe(session)
        self._shy(session)

    def _stepped(self, session: Any, step: Stepped) -> None:
        if step.surface == "puddle":
            self._splashes.append((step.x, step.y, session.tick))
            self._soles = max(self._soles, PUDDLE_SOLES) if session.room.indoors else 0
        elif self._soles > 0 and session.room.indoors:
            across = bool(session.place.facing.way.x)
            side = 3 if self._soles % 2 else -3
            x, y = (step.x, step.y + side // 2) if across else (step.x + side, step.y)
            self._prints.append(Print(round(x), round(y), across, session.tick, self._soles / SOLES))
            self._soles -= 1

    def _gather(self, session: Any) -> None:
        """Where in this room the mirrors, panes and lit lamps are."""
        rows = session.world.each(Furniture)
        if rows is self._of.rows:
            return
        now = _Room(rows)
        for _, f in rows:
            if f.prop == "mirror_great":
                x, y, w, h = MIRROR_GLASS
                now.mirrors.append(Box(f.box.x + x, f.box.y + y, w, h))
            elif f.prop.startswith("window") and session.room.indoors:
                now.windows.append(f.box)
            elif f.prop == "window_attic":
                now.mice.append(f.box)
            elif f.prop == "snow_globe":
                now.globe = Vec(f.box.x + GLOBE[0], f.box.y + GLOBE[1])
            elif f.prop in LAMPS:
                now.lamps.append((f.box.x + f.box.w / 2, f.box.y + LAMPS[f.prop]))
        self._of = now

    def _breathe(self, session: Any) -> None:
        breaths = session.story.counts.get(f"breath.{session.room.name}", 0)
        if breaths == self._breaths:
            return
        self._breaths = breaths
        place = session.place
        panes = [self._glass_of(box) for box in self._of.windows]
        if panes:
            glass = min(panes, key=lambda g: abs(g.centerx - place.x) + abs(g.bottom - place.y))
            x = min(max(round(place.x), glass.left + 9), glass.right - 9)
            self._mists.append(Mist(glass, x, glass.bottom - 14, session.tick))

    def _shy(self, session: Any) -> None:
        """The spider goes up when she comes; the mice go down when she looks."""
        place = session.place
        spider = session.room.spots.get("spider")
        if spider is not None:
            near = math.hypot(place.x - spider.foot.x, place.y - spider.foot.y) < SPIDER_SHY_PX
            step = 1.1 if near else -0.16
            self._spider_up = min(max(self._spider_up + step, 0.0), SPIDER_UP_PX)
        for box in self._of.mice:
            dx, dy = box.middle.x - place.x, box.bottom - place.y
            looks = place.facing is Facing.UP or place.facing.way.x * dx > 0
            looks = looks and math.hypot(dx, dy) < MICE_SEEN_PX
            self._mice_down = min(max(self._mice_down + (0.5 if looks else -0.12), 0.0), 16.0)

    # ---- on the floor

    def ground(self, layers: Layers, t: float) -> None:
        """Wet prints, and rings in puddles."""
        blits = []
        for p in self._prints:
            left = p.strength * (1 - (t - p.tick) / PRINT_TICKS)
            if left > 0:
                picture = self._soles_of[p.is_across][min(int(left * PRINT_STEPS), PRINT_STEPS - 1)]
                blits.append((picture, (p.x - layers.x - 2, p.y - layers.y - 2)))
        for x, y, tick in self._splashes:
            age = (t - tick) / SPLASH_TICKS
            if 0 <= age < 1:
                self._ring(layers, x, y, age)
        if blits:
            layers.albedo.fblits(blits)

    @cached_property
    def _soles_of(self) -> tuple[list[Surface], list[Surface]]:
        """Prints from faint to wet, of somebody who walks up or down, and across."""
        rows = []
        for w, h in ((3, 5), (5, 3)):
            row = []
            for i in range(PRINT_STEPS):
                s = Surface((w, h), SRCALPHA, 32)
                alpha = 16 + 96 * i // PRINT_STEPS
                s.fill((*PRINT_COLOUR, alpha))
                for corner in ((0, 0), (w - 1, 0), (0, h - 1), (w - 1, h - 1)):
                    s.set_at(corner, (*PRINT_COLOUR, alpha // 3))
                row.append(s)
            rows.append(row)
        return rows[0], rows[1]

    @cached_property
    def _rings(self) -> list[Surface]:
        out = []
        for i in range(6):
            s = Surface((27, 15), SRCALPHA, 32)
            box = Rect(0, 0, 7 + i * 4, 4 + i * 2)
            box.center = (13, 7)
            pygame.draw.ellipse(s, (196, 210, 230, 170 - i * 26), box, 1)
            out.append(s)
        return out

    def _ring(self, layers: Layers, x: float, y: float, age: float) -> None:
        at = (round(x) - 13 - layers.x, round(y) - 7 - layers.y)
        layers.albedo.blit(self._rings[min(int(age * 6), 5)], at)

    # ---- on the walls

    def walls(self, session: Any, layers: Layers, t: float) -> None:
        """What stands in mirrors and behind panes, breath on them, the globe, a spider, the mice."""
        view = Rect((layers.x, layers.y), layers.albedo.get_size())
        for glass in self._of.mirrors:
            if view.colliderect((glass.x, glass.y, glass.w, glass.h)):
                self._reflect(layers, glass)
        if session.story.holds("cat_at_sill,!is_night") and self._of.windows:
            self._cat(session, layers, t)
        for mist in self._mists:
            self._mist(layers, mist, t)
        if self._of.globe is not None and "globe_shaken" in session.story.flags:
            self._globe(layers, self._of.globe, t)
        spider = session.room.spots.get("spider")
        if spider is not None and view.inflate(0, 120).collidepoint(spider.foot.x, spider.foot.y):
            self._spider(layers, spider.foot, t)
        if self._mice_down > 0:
            for box in self._of.mice:
                self._mice(layers, box)

    def _reflect(self, layers: Layers, glass: Box) -> None:
        """Her, as she was a moment ago: as far behind the glass as she is before it."""
        if not self._past:
            return
        her = self._past[0]
        foot = glass.bottom + 6
        before = her.y - foot
        if not (0 < before < 90 and abs(her.x - glass.middle.x) < 60):
            return
        actor = self.assets.actor("coraline")
        facing = her.facing.back if her.facing.way.y else her.facing
        pose = actor.pose(her.anim, facing, her.ticks, her.is_once)
        kx, ky = MIRROR_LONG
        w, h = pose.picture.get_size()
        image = pygame.transform.scale(pose.picture, (max(round(w * kx), 1), max(round(h * ky), 1)))
        image.fill((150, 160, 176, 205), special_flags=BLEND_RGBA_MULT)
        x = her.x + pose.offset[0] * kx
        y = foot - before * 0.5 + pose.offset[1] * ky
        self._clipped(layers.albedo, layers, image, x, y, Rect(glass.x, glass.y, glass.w, glass.h))

    @staticmethod
    def _clipped(to: Surface, layers: Layers, picture: Surface, x: float, y: float, glass: Rect) -> None:
        """Draws a picture at (x, y) of the map on one of the layers, only within ``glass``."""
        to.set_clip(glass.move(-layers.x, -layers.y))
        to.blit(picture, (round(x) - layers.x, round(y) - layers.y))
        to.set_clip(None)

    def _cat(self, session: Any, layers: Layers, t: float) -> None:
        """Outside on the sill: all dark but for the eyes."""
        window = session.find("living_window")
        if not window:
            return
        her = session.world.get(window, Place)
        glass = min((self._glass_of(b) for b in self._of.windows), key=lambda g: abs(g.centerx - her.x))
        if "cat_left_sill" not in session.story.flags:
            self._cat_gone = session.tick
        away = t - self._cat_gone
        if away > 40:
            return
        actor = self.assets.actor("cat")
        anim = "jump" if away > 1 else "sit"
        pose = actor.pose(anim, Facing.LEFT if away > 1 else Facing.DOWN, int(away if away > 1 else t))
        shade = pose.picture.copy()
        shade.fill((40, 40, 56, 255), special_flags=BLEND_RGBA_MULT)
        x, y = glass.centerx - 11 - max(away, 0) * 1.4, glass.bottom - 2 + max(away, 0) ** 2 * 0.03
        at = (x + pose.offset[0], y + pose.offset[1])
        self._clipped(layers.albedo, layers, shade, *at, glass)
        shade.fill((0, 0, 0, 255), special_flags=BLEND_RGBA_MULT)
        self._clipped(layers.glow, layers, shade, *at, glass)  # it stands in the light of the pane
        if away < 2 and int(t) % 190 > 6:
            for dx in (-3, 2):
                eye = (round(x) + dx - layers.x, round(y) - 15 - layers.y, 2, 1)
                layers.glow.fill((150, 150, 60), eye, BLEND_RGB_ADD)

    def _mist(self, layers: Layers, mist: Mist, t: float) -> None:
        """Comes in half a second, is written in, goes from the edge inwards; the letter cries."""
        age = t - mist.tick
        if not 0 <= age < MIST_TICKS:
            return
        k = min(age / 30, 1.0) * min((MIST_TICKS - age) / 120, 1.0)
        step = min(int(k * len(self._breath)), len(self._breath) - 1)
        picture = self._breath[step]
        glass = mist.glass.move(-layers.x, -layers.y)
        x, y = mist.x - layers.x, mist.y - layers.y
        layers.albedo.set_clip(glass)
        layers.albedo.blit(picture, (x - picture.get_width() // 2, y - picture.get_height() // 2))
        for i, (dx, dy) in enumerate(LETTER[: max(int((age - 34) / 2), 0)]):
            run = int(max(age - 120, 0) * 0.06) if i in (4, 9) else 0
            layers.albedo.fill((64, 76, 92), (x - 2 + dx, y - 3 + dy, 1, 1 + run))
        layers.albedo.set_clip(None)

    @cached_property
    def _breath(self) -> list[Surface]:
        out = []
        for i in range(8):
            s = Surface((34, 22), SRCALPHA, 32)
            for r in range(5):
                box = Rect(0, 0, 14 + i * 2 - r * 3, 10 + i - r * 2)
                if box.w > 0 and box.h > 0:
                    box.center = (17, 11)
                    pygame.draw.ellipse(s, (206, 214, 224, min(20 + r * 22 + i * 5, 150)), box)
            out.append(s)
        return out

    def _globe(self, layers: Layers, middle: Vec, t: float) -> None:
        """Nothing settles."""
        for i in range(FLAKES):
            turn = t * (0.02 + 0.02 * scattered(i, 31)) + i * 2.1
            r = GLOBE[2] * (0.35 + 0.65 * scattered(i, 32))
            x = middle.x + math.cos(turn) * r
            y = middle.y + math.sin(turn * 0.83 + i) * r
            layers.glow.fill((120, 128, 140), (int(x) - layers.x, int(y) - layers.y, 1, 1), BLEND_RGB_ADD)

    def _spider(self, layers: Layers, foot: Vec, t: float) -> None:
        down = THREAD_PX - self._spider_up + 1.5 * math.sin(t * 0.021)
        top = foot.y - THREAD_PX
        x, y = int(foot.x + 1.2 * math.sin(t * 0.017)) - layers.x, int(top + down) - layers.y
        first = int(top) - layers.y
        for part in range(first, y, 3):  # a thread catches the light only here and there
            layers.albedo.fill((92, 96, 108), (x, part, 1, min(2, y - part)))
        leg = int(t / 9) % 2 if 0 < self._spider_up < SPIDER_UP_PX else 0
        layers.albedo.fill((112, 100, 96), (x - 1, y, 3, 3))
        layers.albedo.fill((164, 150, 140), (x, y, 1, 1))
        for dx, dy in ((-3, -1 + leg), (3, -leg), (-2, 2 - leg), (2, 1 + leg), (-3, 1), (3, 2)):
            layers.albedo.fill((84, 76, 76), (x + dx, y + dy, 1, 1))

    def _mice(self, layers: Layers, box: Box) -> None:
        """One after another they go down behind the frame, hats last."""
        x, y, w, h, step, many = MICE
        picture = self.assets.props("real").get("window_attic").picture
        at = Rect(round(box.x) + x - layers.x, round(box.y) + y - layers.y, step * many, h)
        layers.albedo.fill(MICE_GLASS, at)
        layers.albedo.set_clip(at)
        for i in range(many):
            down = min(max(int(self._mice_down - abs(i - 2) * 1.5), 0), h)
            if down < h:
                layers.albedo.blit(picture.subsurface((x + i * step, y, w, h)), (at.x + i * step, at.y + down))
        layers.albedo.set_clip(None)

    # ---- over everything

    def over(self, session: Any, layers: Layers, between: float, calm: bool) -> None:
        """Drops, splashes, birds, moths."""
        t = session.tick + between
        for _, at, leak in session.world.each(Place, Drip):
            self._drop(layers, at, leak, between)
        for x, y, tick in self._splashes:
            self._droplets(layers, x, y, t - tick)
        for entity, at, bird in session.world.each(Place, Bird):
            self._bird(layers, entity, at, bird, session.tick, between)
        if not calm:
            self._moths(layers, t)

    def _drop(self, layers: Layers, at: Place, leak: Drip, between: float) -> None:
        x, y = round(at.x) - layers.x, round(at.y) - layers.y
        if not layers.albedo.get_rect().inflate(0, 220).collidepoint(x, y):
            return
        since = leak.ticks + between
        falls = since - (leak.every - DROP_TICKS)
        if falls > 0:
            k = (falls / DROP_TICKS) ** 2
            top = y - round(DROP_FROM_PX * (1 - k))
            long = 2 + round(3 * falls / DROP_TICKS)
            layers.albedo.fill((206, 220, 238), (x, top - long, 1, long))
            layers.glow.fill((50, 56, 66), (x, top - long, 1, long), BLEND_RGB_ADD)
        elif since < SPLASH_TICKS:
            self._ring(layers, at.x, at.y, since / SPLASH_TICKS)
            self._droplets(layers, at.x, at.y, since)

    @staticmethod
    def _droplets(layers: Layers, x: float, y: float, age: float) -> None:
        """Four drops that jump and fall back."""
        if not 0 <= age < 13:
            return
        high = 1.5 * age - 0.13 * age * age
        for way in (-1.0, -0.4, 0.5, 1.0):
            px = round(x + way * age * 0.8) - layers.x
            py = round(y - high * (1.3 - abs(way) * 0.5)) - layers.y
            layers.albedo.fill((210, 222, 240), (px, py, 1, 1))

    def _bird(self, layers: Layers, entity: int, at: Place, bird: Bird, tick: int, between: float) -> None:
        away = bird.away_ticks + between if bird.away_ticks else 0.0
        way = at.facing.way.x or 1.0
        x = at.x + way * (away * 0.7 + away * away * 0.012)
        y = at.y - at.lift - away * 0.9 - 6 * math.sin(min(away, 20) / 20 * math.pi / 2)
        if away:
            kind, frame = f"{bird.kind}_flies", int(away / (4 if bird.kind == "crow" else 2)) % 2
        else:
            turn = (tick + entity * 53) // 100
            kind, frame = bird.kind, int(scattered(turn * 31 + entity, 41) < 0.3)
            if scattered(turn * 17 + entity, 42) < 0.35:
                way = -way
            if bird.kind == "sparrow" and (tick + entity * 53) % 100 < 6 and frame:
                y -= 2
        picture = self._birds[kind, frame, way < 0]
        layers.albedo.blit(
            picture, (round(x) - picture.get_width() // 2 - layers.x, round(y) - picture.get_height() - layers.y)
        )

    @cached_property
    def _birds(self) -> dict[tuple[str, int, bool], Surface]:
        out = {}
        for name, frames in BIRDS.items():
            colours = CROW if name.startswith("crow") else SPARROW
            for i, rows in enumerate(frames):
                s = Surface((max(len(r) for r in rows), len(rows)), SRCALPHA, 32)
                for y, row in enumerate(rows):
                    for x, dot in enumerate(row):
                        if dot in colours:
                            s.set_at((x, y), (*colours[dot], 255))
                out[name, i, False] = s
                out[name, i, True] = pygame.transform.flip(s, True, False)
        return out

    def _moths(self, layers: Layers, t: float) -> None:
        """One to a lamp, two to some: round and round, and against the shade."""
        view = layers.albedo.get_rect()
        for i, (lx, ly) in enumerate(self._of.lamps):
            if not view.collidepoint(lx - layers.x, ly - layers.y):
                continue
            for k in range(1 + i % 2):
                own = i * 3.7 + k * 1.9
                turn = t * 0.045 * (1 + 0.2 * k) + own
                wide = 19 + 6 * math.sin(t * 0.013 + own)
                x = lx + math.cos(turn) * wide + 2 * math.sin(t * 0.31 + own)
                y = ly + math.sin(turn * 1.31) * wide * 0.6 + 1.5 * math.sin(t * 0.27 + own)
                px, py = round(x) - layers.x, round(y) - layers.y
                up = 2 if int(t / 3 + own) % 2 else 0
                for wing in ((px - 2, py - up, 2, 2), (px + 1, py - up, 2, 2)):
                    layers.albedo.fill((196, 178, 146), wing)
                    layers.glow.fill((16, 14, 10), wing)  # before the shade it is dark
                layers.albedo.fill((74, 58, 44), (px, py - 1, 1, 3))
                layers.glow.fill((0, 0, 0), (px, py - 1, 1, 3))

    # ---- out of doors

    def gust(self, layers: Layers, leaves: list[list[Surface]], t: float) -> None:
        """A handful of leaves runs across the picture, low, and hops."""
        turn, age = divmod(t, GUST_EVERY_TICKS)
        age -= scattered(int(turn), 51) * (GUST_EVERY_TICKS - GUST_TICKS)
        if not 0 <= age < GUST_TICKS:
            return
        w, h = layers.albedo.get_size()
        wind = 1 if scattered(int(turn), 52) < 0.7 else -1
        blits = []
        for i in range(GUST_LEAVES):
            own = int(turn) * 16 + i
            go = age - scattered(own, 53) * 50
            if go < 0:
                continue
            run = go * (3.4 + 1.6 * scattered(own, 54)) - 24
            x = run if wind > 0 else w - run
            y = h * (0.35 + 0.55 * scattered(own, 55)) - abs(math.sin(go * 0.09 + i)) * (4 + 12 * scattered(own, 56))
            blits.append((leaves[i % 3][int(go * 0.2 + i) % 4], (int(x), int(y))))
        layers.albedo.fblits(blits)
