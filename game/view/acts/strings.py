"""The thread that drags him. To ordinary eyes a glint that runs along nothing, a post that shivers; the stone shows all.

It hums: slack it is rose, taut it is gold; loops glint where a post holds it, and when she who pulls feels for the slack
a red bead runs down it. Needles that walk the floor are seen by everybody.
"""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, Rect, Surface

from game.sim.acts.needles import NEEDLE_TOLD, NEEDLE_UP, needle_lane
from game.sim.acts.strings import HOOK_UP_PX, POST_UP_PX, TUG_TOLD_TICKS
from game.sim.happenings import Knotted, Wound
from game.sim.parts import Place, Stone
from game.view.acts.look import ActLook
from game.view.assets import Assets
from game.view.felt import CREAM, FELT, GOLD, Cloth, ease
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste, ToScreen
from game.view.specks import DUST, Specks
from game.view.specks import GOLD as SPARKS
from game.view.sprites import Layers
from game.view.truth import bead

SLACK, TAUT, PULLED = (255, 96, 128), (255, 208, 96), (255, 44, 60)
CORE = (255, 240, 228)
GLINT_TICKS = 132
"""A glint runs along the thread once in so many ticks."""
GLINT_PX = 7.0
FLASH_TICKS = 26
SHIVER_TICKS = 34
NEEDLE_GAP_PX, NEEDLE_PX = 13, 30
STEEL, STEEL_LIT = (150, 156, 176), (236, 240, 255)
KNOB_PX, KNOB_GAP = 9, 22
CASCADE_TICKS = 9
SEAM_PX = 70
"""The stitches of the border begin so far from its right edge."""
ASKS = ("down", "drag", "tell", "reach", "hold", "wait")
"""Parts in which thread is still wanted round posts."""


class StringsLook(ActLook):
    """Remembers what has just been wound, and what flies off it."""

    has_truth = True

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._specks = Specks(0x57A1)
        self._shivers: dict[str, int] = {}
        self._flash = 0
        self._shown = 0.0
        self._full: list[float] = []
        self._pops: list[int] = []

    # ---- what happens

    def hear(self, session: Any, act: Any) -> None:
        self._specks.tick()
        self._shivers = {k: v - 1 for k, v in self._shivers.items() if v > 1}
        self._flash = max(self._flash - 1, 0)
        self._pops = [max(p - 1, 0) for p in self._pops]
        for wound in session.news.of(Wound):
            self._shivers[wound.post] = SHIVER_TICKS
            at = (wound.x, wound.y, POST_UP_PX)
            self._specks.burst("puff", at, 5, DUST, 34, 30, 34, 2.4, 40)
            self._specks.burst("star" if wound.is_on else "dot", at, 6, SPARKS, 46, 60, 26, 2.0, 120)
            if wound.post in act.must and len(self._pops) == len(act.must):
                self._pops[act.must.index(wound.post)] = 18
        for knot in session.news.of(Knotted):
            self._flash = FLASH_TICKS
            self._specks.burst("puff", (knot.x, knot.y, 4), 14, DUST, 70, 26, 44, 3.0, 30)
            self._specks.burst("star", (knot.x, knot.y, 30), 14, SPARKS, 80, 70, 34, 2.4, 160)
            for bend in act.taut.bends:
                self._shivers[bend.corner.post] = SHIVER_TICKS
                self._specks.burst("puff", (bend.corner.x, bend.corner.y, POST_UP_PX), 3, DUST, 40, 30, 34, 2.2, 40)

    # ---- the thread as points of the picture, in the map

    def _points(self, session: Any, act: Any, t: float) -> list[tuple[float, float]]:
        """Hook, posts, and the piece that hangs to his hands."""
        hook = (act.hook.x, act.hook.y - HOOK_UP_PX)
        bends = [(b.corner.x, b.corner.y - POST_UP_PX) for b in act.taut.bends]
        leash = session.space.leashes.get(act.who)
        hung = leash.thread if leash is not None else []
        if act.part in ("up", "down", "gone") or not hung:
            place = session.world.find(session.find(act.who), Place)
            return [] if place is None else [hook, (place.x, place.y - 44 - place.lift)]
        return [hook, *bends[:-1], *hung] if bends else hung

    @staticmethod
    def _is_shown(act: Any) -> bool:
        return bool(act.part != "gone")

    # ---- by ordinary eyes

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """Where needles will come down there is a shadow first."""
        for row in act.needles:
            if act.part not in ("drag", "tell", "reach", "wait", "hold"):
                continue
            k = min(row.since / NEEDLE_TOLD, 1.0)
            lane = needle_lane(session.room, act.area)
            x = round(row.x) - layers.x
            if row.since < 1 or not -20 < x < layers.albedo.get_width() + 20:
                continue
            wide = round(3 + 7 * k)
            for y in range(round(lane.y) + 6, round(lane.bottom), NEEDLE_GAP_PX):
                box = Rect(0, 0, 2 * wide, wide)
                box.center = (x, y - layers.y)
                pygame.draw.ellipse(layers.albedo, (18, 8, 22), box)

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._needles(layers, session, act)
        if self._is_shown(act):
            self._glint(layers, session, act, t)
            self._marks(layers, act, t)
        self._specks.draw(layers)

    def _needles(self, layers: Layers, session: Any, act: Any) -> None:
        """They hang in the air, then they are in the boards, then they are drawn up again."""
        if act.part not in ("drag", "tell", "reach", "wait", "hold"):
            return
        for row in act.needles:
            told = row.since / NEEDLE_TOLD
            x = round(row.x) - layers.x
            if row.since < 8 or not -4 < x < layers.albedo.get_width() + 4:
                continue
            if row.is_down:
                up = 0.0
            elif told < 1:
                up = 70.0 - 14.0 * told + (2.0 * math.sin(row.since * 1.3) if told > 0.6 else 0.0)
            else:
                up = (row.since - NEEDLE_TOLD - NEEDLE_UP) * 5.0
            if up > 120:
                continue
            lane = needle_lane(session.room, act.area)
            for i, y in enumerate(range(round(lane.y) + 6, round(lane.bottom), NEEDLE_GAP_PX)):
                low = y - layers.y - round(up)
                px = x + (i % 2) * 3 - 1
                pygame.draw.line(layers.albedo, STEEL, (px, low - NEEDLE_PX), (px, low))
                pygame.draw.line(layers.albedo, STEEL_LIT, (px + 1, low - NEEDLE_PX), (px + 1, low - 6))
                layers.light.fill((150, 150, 164), (px, low - NEEDLE_PX, 2, NEEDLE_PX))
                if row.is_down or told > 0.7:
                    layers.glow.fill((70, 70, 86), (px, low - 8, 2, 8), BLEND_RGB_ADD)

    def _marks(self, layers: Layers, act: Any, t: float) -> None:
        """What would hold the thread and does not yet has grooves that catch the light."""
        if act.part not in ASKS:
            return
        for i, name in enumerate(act.must):
            if name in act.held_by:
                continue
            x, y = _mark(act, name)
            k = (t / 70 + i * 0.31) % 1
            if k < 0.5:
                beat = math.sin(k * math.tau)
                _star(layers, x + 3, y - 12 + 24 * k, 2 + 3 * beat, _mix((0, 0, 0), TAUT, 0.75 * beat))

    def _glint(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """A spark runs along it now and then; posts that hold it twitch."""
        points = self._points(session, act, t)
        whole = _length(points)
        if whole > 8:
            k = (t % GLINT_TICKS) / GLINT_TICKS
            if act.tug:
                k = min(act.tug / TUG_TOLD_TICKS, 1.0)
            if k < 0.8 or act.tug:
                along = whole * (k if act.tug else k / 0.8)
                for i in range(4):
                    x, y = _at(points, along - i * GLINT_PX)
                    dim = 1 - i / 4
                    colour = PULLED if act.tug else CORE
                    _dot(layers, x, y, tuple(round(c * 0.42 * dim) for c in colour))
        for post, left in self._shivers.items():
            for bend in act.taut.bends:
                if bend.corner.post == post:
                    shiver = math.sin(left * 2.1) * left / SHIVER_TICKS * 2.5
                    _dot(layers, bend.corner.x + shiver, bend.corner.y - POST_UP_PX, (150, 150, 170))

    # ---- through the stone

    def truth(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        if not self._is_shown(act):
            return
        points = self._points(session, act, t)
        if len(points) < 2:
            return
        strain = 1.0 if act.is_still else min(max(act.used - 0.72, 0.0) / 0.28, 1.0)
        colour = _mix(SLACK, TAUT, strain)
        if act.tug:
            colour = _mix(colour, PULLED, min(act.tug / TUG_TOLD_TICKS, 1.0) * 0.7)
        hum = (0.6 + 1.6 * strain) * (1.0 if not act.is_still else 0.5) + self._flash * 0.12
        last = len(act.taut.bends)
        for i, (a, b) in enumerate(pairwise(points)):
            _thread(layers, a, b, colour, hum if i < max(last, 1) else 0.4, t + i * 13, self._flash)
        self._hook(layers, act, colour, t)
        self._loops(layers, act, colour, t)
        self._beads(layers, points, colour, act, t)
        place = session.world.find(session.find(act.who), Place)
        if place is not None and act.is_still:
            self._bonds(layers, place, colour, t)

    @staticmethod
    def _hook(layers: Layers, act: Any, colour: tuple[int, int, int], t: float) -> None:
        x, y = round(act.hook.x) - layers.x, round(act.hook.y - HOOK_UP_PX) - layers.y
        pygame.draw.circle(layers.albedo, (70, 48, 30), (x, y - 5), 6)
        pygame.draw.circle(layers.albedo, (214, 168, 84), (x, y - 6), 5)
        pygame.draw.arc(layers.albedo, (250, 214, 130), Rect(x - 4, y - 5, 9, 10), math.pi, 2.3 * math.pi, 2)
        layers.light.fill((120, 112, 100), (x - 6, y - 11, 13, 18))
        beat = 0.7 + 0.3 * math.sin(t / 11)
        bead(layers, act.hook.x, act.hook.y - HOOK_UP_PX, 3, tuple(round(c * beat) for c in colour))  # type: ignore[arg-type]

    def _loops(self, layers: Layers, act: Any, colour: tuple[int, int, int], t: float) -> None:
        """Where a post holds it: a ring of thread for every corner it lies round, and stars when it holds well."""
        for name, box in act.posts:
            bends = sum(b.corner.post == name for b in act.taut.bends)
            if name in act.must and name not in act.held_by:  # it would hold, if the thread were laid round it
                beat = 0.75 + 0.25 * math.sin(t / 17 + box.x)
                mx, my = _mark(act, name)
                for n in range(3):
                    ring = Rect(0, 0, min(round(box.w), 30) + 8, 8)
                    ring.center = (round(mx) - layers.x, round(my) + 8 - 7 * n - layers.y)
                    pygame.draw.ellipse(layers.glow, tuple(round(c * beat * 0.4) for c in TAUT), ring.inflate(2, 2), 3)
                    pygame.draw.ellipse(layers.glow, tuple(round(c * beat) for c in TAUT), ring, 1)
                _star(layers, mx, my - 18, 3 + 4 * beat, _mix((0, 0, 0), TAUT, beat))
            if not bends:
                continue
            shiver = math.sin(self._shivers.get(name, 0) * 2.1) * self._shivers.get(name, 0) / SHIVER_TICKS * 3
            small = box.w < 40
            x, y = box.middle.x + shiver - layers.x, box.middle.y - POST_UP_PX - layers.y
            if small:
                for i in range(min((bends + 1) // 2 + 1, 4)):
                    ring = Rect(0, 0, round(box.w) + 8, 7)
                    ring.center = (round(x), round(y) - 3 + i * 3)
                    pygame.draw.ellipse(layers.glow, tuple(c // 3 for c in colour), ring.inflate(2, 2), 2)
                    pygame.draw.ellipse(layers.glow, colour, ring, 1)
            if name in act.held_by:
                for i in range(3):
                    k = (t / 40 + i / 3) % 1
                    px = box.x + box.w * ((i * 0.37 + 0.2) % 1)
                    _star(
                        layers,
                        px + layers.x * 0,
                        box.middle.y - POST_UP_PX - 4 - k * 10,
                        math.sin(k * math.pi) * 4,
                        TAUT,
                    )
        for bend in act.taut.bends:
            bead(layers, bend.corner.x, bend.corner.y - POST_UP_PX, 1, CORE)

    @staticmethod
    def _beads(
        layers: Layers, points: list[tuple[float, float]], colour: tuple[int, int, int], act: Any, t: float
    ) -> None:
        """Drops of light run down it, from her to him."""
        whole = _length(points)
        n = max(int(whole / 90), 1)
        speed = 2.6 if act.tug > TUG_TOLD_TICKS else 0.9
        for i in range(n):
            along = (t * speed + i * whole / n) % whole
            x, y = _at(points, along)
            bead(layers, x, y, 2 if not act.tug else 3, PULLED if act.tug else _mix(colour, CORE, 0.5))

    @staticmethod
    def _bonds(layers: Layers, place: Any, colour: tuple[int, int, int], t: float) -> None:
        """What is wound about him."""
        x, y = round(place.x) - layers.x, round(place.y) - layers.y
        for i, (up, wide) in enumerate(((40, 16), (35, 18), (29, 18), (22, 17), (14, 15))):
            breath = math.sin(t / 30 + i) * 0.6
            ring = Rect(0, 0, wide, 5)
            ring.center = (x, round(y - up + breath))
            pygame.draw.arc(layers.glow, colour, ring, math.pi, math.tau, 1)
            pygame.draw.arc(layers.glow, tuple(c // 3 for c in colour), ring.inflate(2, 2), math.pi, math.tau, 2)

    # ---- in the interface

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
        """A reel that runs out, and a knob for every post that must hold: filled as far as the thread turns there."""
        is_on = act.part in ("drag", "tell", "reach", "hold", "wait", "knot") and session.talk is None
        self._shown = min(self._shown + dt_s * 4, 1.0) if is_on else max(self._shown - dt_s * 4, 0.0)
        if not act.must:
            return
        self._beacons(to, session, act, to_screen)
        if self._shown < 0.03:
            return
        n = len(act.must)
        if len(self._full) != n:
            self._full, self._pops = [0.0] * n, [0] * n
        for i, name in enumerate(act.must):
            k = 1.0 if name in act.held_by else min(act.holds[i], 0.92)
            if act.is_still and act.since >= CASCADE_TICKS * i:
                k = self._full[i] = 1.0  # tied is tied
            elif act.is_still:
                k = min(self._full[i], 0.92)  # those that the last of the thread won come one after another
            self._full[i] += (k - self._full[i]) * min(dt_s * 12, 1.0)
        wide = n * KNOB_GAP + 74
        top = round(9 - (1 - ease(self._shown)) * 40)
        box = Rect(to.get_width() - wide - SEAM_PX, top, wide, 24)  # below, hints and captions would cover it
        pygame.draw.rect(to, FELT[0], box.move(0, 2), border_radius=9)
        pygame.draw.rect(to, FELT[1], box, border_radius=9)
        for x in range(box.x + 8, box.right - 8, 7):
            to.fill(FELT[3], (x, box.y + 2, 4, 1))
            to.fill(FELT[3], (x, box.bottom - 3, 4, 1))
        self._reel(to, act, box)
        x = box.x + 62
        for i in range(n):
            self._knob(to, (x + i * KNOB_GAP, box.centery), self._full[i], self._full[i] > 0.96, self._pops[i])

    def _beacons(self, to: Surface, session: Any, act: Any, to_screen: ToScreen) -> None:
        """While the stone is up, what still wants thread round it shines from afar; from outside the picture, at its edge."""
        stone = session.world.find(session.hero, Stone)
        if act.part not in ASKS or stone is None or stone.raised < 0.3 or session.talk is not None:
            return
        beat = 0.6 + 0.4 * math.sin(session.tick / 12)
        colour = _mix((120, 84, 40), TAUT, beat * min(stone.raised, 1.0))
        room = to.get_rect().inflate(-36, -72)
        for name in act.must:
            if name in act.held_by:
                continue
            x, y = to_screen(*_mark(act, name))
            if room.collidepoint(x, y):
                for n in range(3):  # loops of thread that are not there yet
                    loop = Rect(0, 0, 26 + round(4 * beat), 8)
                    loop.center = (round(x), round(y) + 8 * (1 - n))
                    pygame.draw.ellipse(to, FELT[0], loop.inflate(2, 2), 3)
                    pygame.draw.ellipse(to, colour, loop, 1)
                continue
            ex, ey = min(max(x, room.left), room.right), min(max(y, room.top), room.bottom)
            a = math.atan2(y - ey, x - ex)
            points = [(ex + math.cos(a + o) * d, ey + math.sin(a + o) * d) for o, d in ((0, 9), (2.4, 7), (-2.4, 7))]
            pygame.draw.polygon(to, colour, points)
            pygame.draw.polygon(to, FELT[0], points, 1)

    @staticmethod
    def _reel(to: Surface, act: Any, box: Rect) -> None:
        """What is left on the reel; its thread runs off to the knobs."""
        left = 1 - act.used
        cx, cy = box.x + 22, box.centery
        r = round(3 + 6 * left)
        colour = _mix(TAUT, SLACK, left)
        pygame.draw.line(to, colour, (cx, cy - r), (box.right - 12, cy - (1 if left > 0.06 else 0)), 1)
        to.fill(FELT[4], (cx - 8, cy - 9, 16, 3))
        to.fill(FELT[4], (cx - 8, cy + 7, 16, 3))
        pygame.draw.rect(to, colour, (cx - r, cy - 6, 2 * r, 13), border_radius=3)
        for y in range(cy - 4, cy + 6, 3):
            to.fill(_mix(colour, FELT[0], 0.45), (cx - r, y, 2 * r, 1))

    @staticmethod
    def _knob(to: Surface, at: tuple[int, int], full: float, is_held: bool, pop: int) -> None:
        """A post from above; thread is laid round it as far as it holds."""
        x, y = at
        r = KNOB_PX + (2 if pop > 9 else 1 if pop else 0)
        pygame.draw.circle(to, FELT[0], (x, y), r)
        pygame.draw.circle(to, FELT[4] if not is_held else _mix(FELT[4], GOLD, 0.7), (x, y), r - 4)
        if full > 0.02:
            box = Rect(0, 0, 2 * r - 2, 2 * r - 2)
            box.center = (x, y)
            start = math.pi / 2
            pygame.draw.arc(to, GOLD if is_held else CREAM, box, start - math.tau * min(full, 1.0), start, 3)


# ---------------------------------------------------------------- small things


def _mark(act: Any, name: str) -> tuple[float, float]:
    """Where a post is pointed out, in the map: a corner of the house by the corner, a thing by its middle."""
    corners = [c for c in act.corners if c.post == name]
    if len(corners) == 1:
        return corners[0].x, corners[0].y - POST_UP_PX
    box = next(b for n, b in act.posts if n == name)
    return box.middle.x, box.middle.y - POST_UP_PX


def _mix(a: tuple[int, ...], b: tuple[int, ...], k: float) -> tuple[int, int, int]:
    r, g, bl = (round(x + (y - x) * k) for x, y in zip(a, b))
    return r, g, bl


def _length(points: list[tuple[float, float]]) -> float:
    return sum(math.dist(a, b) for a, b in pairwise(points))


def _at(points: list[tuple[float, float]], along: float) -> tuple[float, float]:
    """The point so many px along them."""
    along = max(along, 0.0)
    for a, b in pairwise(points):
        d = math.dist(a, b)
        if along <= d and d > 0:
            k = along / d
            return a[0] + (b[0] - a[0]) * k, a[1] + (b[1] - a[1]) * k
        along -= d
    return points[-1]


def _dot(layers: Layers, x: float, y: float, colour: tuple[int, ...]) -> None:
    px, py = round(x) - layers.x, round(y) - layers.y
    layers.glow.fill(colour, (px, py, 2, 1), BLEND_RGB_ADD)
    layers.glows.append(Rect(px, py, 2, 1))


def _star(layers: Layers, x: float, y: float, n: float, colour: tuple[int, int, int]) -> None:
    px, py, r = round(x) - layers.x, round(y) - layers.y, round(n)
    layers.glow.fill(colour, (px - r, py, 2 * r + 1, 1), BLEND_RGB_ADD)
    layers.glow.fill(colour, (px, py - r, 1, 2 * r + 1), BLEND_RGB_ADD)


def _thread(
    layers: Layers,
    a: tuple[float, float],
    b: tuple[float, float],
    colour: tuple[int, int, int],
    hum: float,
    t: float,
    flash: int,
) -> None:
    """A piece of it: a soft halo, the thread, and a core that hums between its ends."""
    clip = layers.glow.get_clip()
    box = Rect(
        round(min(a[0], b[0])) - layers.x - 6,
        round(min(a[1], b[1])) - layers.y - 6,
        round(abs(a[0] - b[0])) + 12,
        round(abs(a[1] - b[1])) + 12,
    )
    if not clip.colliderect(box):
        return
    d = math.dist(a, b)
    n = max(int(d / 12), 1)
    sx, sy = (-(b[1] - a[1]) / d, (b[0] - a[0]) / d) if d > 1 else (0.0, 0.0)
    points = []
    for i in range(n + 1):
        k = i / n
        off = math.sin(k * math.pi) * math.sin(t * 1.9 + k * 9) * hum
        points.append(
            (
                round(a[0] + (b[0] - a[0]) * k + sx * off) - layers.x,
                round(a[1] + (b[1] - a[1]) * k + sy * off) - layers.y,
            )
        )
    bright = 1.0 + min(flash / FLASH_TICKS, 1.0) * 0.8
    faint = tuple(min(round(c * 0.10 * bright), 255) for c in colour)
    soft = tuple(min(round(c * 0.24 * bright), 255) for c in colour)
    mid = tuple(min(round(c * 0.60 * bright), 255) for c in colour)
    core = tuple(min(round(c * bright), 255) for c in _mix(colour, CORE, 0.3))
    if len(points) > 1:
        pygame.draw.lines(layers.albedo, (16, 10, 26), False, [(x, y + 2) for x, y in points], 2)
        pygame.draw.lines(layers.glow, faint, False, points, 9)
        pygame.draw.lines(layers.glow, soft, False, points, 5)
        pygame.draw.lines(layers.glow, mid, False, points, 3)
        pygame.draw.lines(layers.glow, core, False, points, 1)
