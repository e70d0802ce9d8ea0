"""The night walk: rings at her feet for what is heard, boards that show in the light, three ears, a keyhole on the sleepers."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pygame
from pygame import BLEND_RGB_ADD, BLEND_RGB_MULT, Rect, Surface

from game.sim.acts.night import HUSH_LISTENS_TICKS, HUSH_TOLD_TICKS
from game.sim.happenings import Beckoned, Creaked, Noticed, Stepped
from game.sim.parts import Guide, Look, Person, Place, Sleeper
from game.sim.room import Surface as Ground
from game.sim.systems.listen import fades_ticks
from game.view.acts.look import ActLook, ToScreen
from game.view.assets import Assets, Pose
from game.view.felt import CREAM, FELT, GOLD, SHADOW, Cloth, Colour, bob, ease, edges, mix, plate, stitches
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.sprites import Layers

RING_TICKS = 34
RINGS: dict[str, tuple[float, Colour]] = {
    "sneak": (15.0, (70, 92, 130)),
    "walk": (34.0, (120, 112, 84)),
    "run": (62.0, (200, 96, 52)),
    "creak": (92.0, (224, 120, 60)),
    "call": (70.0, (150, 128, 70)),
    "stroke": (320.0, (76, 92, 150)),
    "kept": (40.0, (150, 140, 70)),
}
"""How wide a ring grows, px, and what it adds to the dark at its brightest."""
FLAT = 0.52
"""Rings lie on the floor, which is seen aslant."""
BOARD_LIGHT_PX = 84.0
HER_LIGHT_PX = 46.0
SEAM: dict[str, Colour] = {"loud": (255, 176, 96), "soft": (128, 156, 214)}
KNOWN = 0.55
FLASH_TICKS = 70
PLANK_PX = 16
KEYHOLE = (76, 50)
BED_TOP = 12
"""px of the bed's picture above what is seen of it."""
BED_BEFORE = 5
SIDE_PX = 17
HOT: Colour = (255, 132, 92)
TINTS: dict[str, Colour] = {"asleep": (96, 108, 172), "stirring": (150, 140, 176), "awake": (255, 226, 176)}
EAR = 20
POP_TICKS = 18


@dataclass
class Ring:
    """Something heard: ``kind`` of RINGS, where, and when."""

    kind: str
    x: float
    y: float
    tick: int
    drowned: bool = False


class NightLook(ActLook):
    """Remembers the rings on the floor, the boards that flashed, and when an ear last moved."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._rings: list[Ring] = []
        self._flashes: dict[int, int] = {}
        self._popped = -999
        self._was_more = True
        self._shown = 0.0
        self._life_s = 0.0
        self._boards: dict[int, tuple[Surface, Surface]] = {}
        self._ears: dict[tuple[bool, bool], Surface] = {}
        self._kept = 0
        self._dusk = 0.0
        self._dark: Surface | None = None

    # ---- listening

    def hear(self, session: Any, act: Any) -> None:
        tick = session.tick
        drowned = act.din > 0
        for step in session.news.of(Stepped):
            kind = "run" if step.noise > 150 else "walk" if step.noise > 60 else "sneak"
            self._rings.append(Ring(kind, step.x, step.y, tick, drowned))
        for board in session.news.of(Creaked):
            self._flashes[board.board] = tick
            for late in (0, 7, 14):
                self._rings.append(Ring("creak", board.x, board.y, tick + late, drowned))
        for said in session.news.of(Beckoned):
            if said.how == "calls":
                self._rings += [Ring("call", said.x, said.y, tick + late) for late in (0, 12)]
        if act.kept > self._kept:
            self._kept = act.kept
            self._rings += [Ring("kept", session.place.x, session.place.y, tick + late) for late in (0, 8)]
        if session.news.of(Noticed):
            self._popped, self._was_more = tick, session.news.of(Noticed)[-1].is_more
        if act.din and act.din % 50 == 49:
            self._rings.append(Ring("stroke", session.place.x - 120, session.place.y - 40, tick))
        self._rings = [r for r in self._rings if tick - r.tick < RING_TICKS * (3 if r.kind == "stroke" else 1)]

    # ---- in the world

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        view = Rect((layers.x, layers.y), layers.albedo.get_size())
        lights = [(p.x, p.y) for _, p, _ in session.world.each(Place, Guide)]
        her = session.place
        for i, board in enumerate(session.room.surfaces):
            if board.creaks == "no" or not view.colliderect(_rect(board)):
                continue
            middle = board.box.middle
            near = max((1 - board.box.distance(x, y) / BOARD_LIGHT_PX for x, y in lights), default=0.0)
            near = max(near, 1 - board.box.distance(her.x, her.y) / HER_LIGHT_PX, KNOWN if i in act.known else 0.0)
            flash = 1 - (t - self._flashes.get(i, -999)) / FLASH_TICKS
            self._draw_board(layers, i, board, max(near, 0.0), max(flash, 0.0), t + middle.x)
        for ring in self._rings:
            self._draw_ring(layers, ring, t - ring.tick)

    def _draw_board(self, layers: Layers, i: int, board: Ground, near: float, flash: float, t: float) -> None:
        if near <= 0.02 and flash <= 0:
            return
        if i not in self._boards:
            self._boards[i] = _board_pictures(board)
        wood, seams = self._boards[i]
        jump = round(math.sin(t * 1.3) * 2 * flash) if flash > 0.6 else 0
        at = (round(board.box.x) - layers.x, round(board.box.y) - layers.y + jump)
        wood.set_alpha(round(255 * min(near + flash, 1.0)))
        layers.albedo.blit(wood, at)
        k = min(near * 0.5 + flash, 1.0) * (1.0 if board.creaks == "loud" else 0.5)
        glow = seams.copy()
        level = round(150 * k)
        glow.fill((level, level, level), special_flags=BLEND_RGB_MULT)
        layers.glow.blit(glow, at, special_flags=BLEND_RGB_ADD)
        layers.glows.append(glow.get_rect(topleft=at))

    def _draw_ring(self, layers: Layers, ring: Ring, age: float) -> None:
        lasts = RING_TICKS * (3 if ring.kind == "stroke" else 1)
        if not 0 <= age < lasts:
            return
        reach, colour = RINGS[ring.kind]
        if ring.drowned:
            reach, colour = reach * 0.4, (60, 68, 92)
        k = ease(age / lasts)
        r = 4 + reach * k
        fade = (1 - age / lasts) ** 1.4
        tint = (int(colour[0] * fade), int(colour[1] * fade), int(colour[2] * fade))
        x, y = ring.x - layers.x, ring.y - layers.y
        if ring.kind == "creak" and not ring.drowned:
            points = []
            for n in range(48):
                a = n * math.tau / 48
                rr = r + (3.5 if n % 2 else -3.5) * fade
                points.append((x + math.cos(a) * rr, y + math.sin(a) * rr * FLAT))
            pygame.draw.polygon(layers.glow, tint, points, 1)
        else:
            box = Rect(0, 0, round(2 * r), max(round(2 * r * FLAT), 2))
            box.center = (round(x), round(y))
            pygame.draw.ellipse(layers.glow, tint, box, 2 if ring.kind in ("run", "stroke") else 1)
        layers.glows.append(Rect(round(x - r - 4), round(y - r), round(2 * r + 8), round(2 * r)))

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
        self._life_s += dt_s
        self._draw_dusk(to, act, dt_s, taste.calm)
        wants = 1.0 if session.talk is None and session.panel is None and session.locks == 0 else 0.0
        wants = max(wants, 1.0 if act.ears >= 3 and session.talk is None else 0.0)
        step = dt_s / 0.25
        self._shown = min(max(self._shown + (step if wants > self._shown else -step), 0.0), 1.0)
        if self._shown <= 0:
            return
        since = session.tick - self._popped
        room = edges(to, taste.is_safe)
        w, h = KEYHOLE[0] + 3 * (EAR + 3) + 24, KEYHOLE[1] + 6
        if act.listens and not taste.calm:
            since = min(since, 6)  # it holds its breath
        slide = 0 if taste.calm else round((1 - ease(self._shown)) * (h + room.y + 4))
        shake = round(math.sin(since * 1.7) * 3 * max(1 - since / 20, 0)) if self._was_more and not taste.calm else 0
        box = Rect(room.right - w + shake, room.y - slide, w, h)  # the goal's line comes from the left
        to.blit(plate(w, h, FELT, False), box)
        self._draw_keyhole(to, session, act, Rect(box.x + 4, box.y + 3, *KEYHOLE))
        self._draw_ears(to, session, act, box.x + KEYHOLE[0] + 13, box.y + 12, since, taste.calm)
        line_y = box.bottom - 15
        x0, x1 = box.x + KEYHOLE[0] + 13, box.right - 11
        quiet = _quiet(session)
        stitches(to, (x0, line_y), (x1, line_y), FELT[3], 3, 3)
        if act.hush:
            left = 1 - max(act.hush - HUSH_TOLD_TICKS, 0) / HUSH_LISTENS_TICKS
            stitches(to, (x0, line_y), (x0 + round((x1 - x0) * left), line_y), HOT if act.listens else GOLD, 3, 3)
        elif act.ears and quiet > 0:
            stitches(to, (x0, line_y), (x0 + round((x1 - x0) * (1 - quiet)), line_y), GOLD, 3, 3)
        self._draw_breaths(to, session, act, to_screen, font, taste)

    def _draw_ears(self, to: Surface, session: Any, act: Any, x: int, y: int, since: int, calm: bool) -> None:
        for i in range(3):
            is_open = i < act.ears
            is_hot = act.ears >= 3
            key = (is_open or (act.hush > 0 and i == act.ears), is_hot or act.listens)
            if key not in self._ears:
                self._ears[key] = _ear(*key)
            picture = self._ears[key]
            if act.hush and i == act.ears:  # one that is listening: it is only half there
                picture = picture.copy()
                picture.set_alpha(150 if act.listens else 90 + round(60 * abs(math.sin(act.hush * 0.25))))
            hop = 0
            moved = act.ears - 1 if self._was_more else act.ears
            if i == moved and since < POP_TICKS and not calm:
                hop = -round(6 * math.sin(math.pi * since / POP_TICKS))
            elif is_open and not calm:
                hop = bob(self._life_s + i * 0.3, 1.0, 0.5)
            to.blit(picture, (x + i * (EAR + 3), y + hop))
            if act.din:  # nothing comes through: two waves across
                for n in (0, 5):
                    points = [
                        (x + i * (EAR + 3) + k, y + 8 + n + math.sin(k * 0.9 + session.tick * 0.4) * 2)
                        for k in range(EAR)
                    ]
                    pygame.draw.lines(to, (150, 168, 232), False, points, 1)

    def _draw_keyhole(self, to: Surface, session: Any, act: Any, box: Rect) -> None:
        """The bed, through the keyhole of their door: as it stands if it is here, as it must be when one is downstairs."""
        state = "awake" if act.ears >= 3 else "stirring" if act.ears or act.hush else "asleep"
        scene = Surface(box.size, 0, 32)
        scene.fill((58, 60, 84))
        for row in range(0, box.h, 4):
            pygame.draw.line(scene, (52, 54, 78), (0, row), (box.w, row))
        bed = self.assets.props("real").get("bed_parents")
        left, top = box.w // 2 - bed.anchor[0], -BED_TOP
        scene.blit(bed.picture, (left, top))
        for who, side, ears in (("mel", -1, 1), ("charlie", 1, 2)):
            pose = self._pose_of(session, act, who, ears)
            if pose is not None:
                x = box.w // 2 + side * SIDE_PX + pose.offset[0]
                scene.blit(pose.picture, (x, top + bed.anchor[1] + BED_BEFORE + pose.offset[1]))
        scene.fill(TINTS[state], special_flags=BLEND_RGB_MULT)
        if state == "awake":
            scene.blit(_lamplight(), (-40, -36), special_flags=BLEND_RGB_ADD)
        hole = Surface(box.size, pygame.SRCALPHA, 32)
        hole.fill((*FELT[1], 255))
        pygame.draw.ellipse(hole, (0, 0, 0, 0), Rect(2, 1, box.w - 4, box.h - 2))
        scene.blit(hole, (0, 0))
        to.blit(scene, box)
        rim = GOLD if state == "awake" else HOT if act.listens else GOLD if act.hush else FELT[4]
        pygame.draw.ellipse(to, rim, box.inflate(-2, 0), 2 if act.listens else 1)

    def _draw_dusk(self, to: Surface, act: Any, dt_s: float, calm: bool) -> None:
        """While somebody listens the night comes nearer."""
        goal = (1.0 if act.listens else 0.6) if act.hush else 0.0
        self._dusk += (goal - self._dusk) * min(dt_s * 5, 1.0)
        if self._dusk < 0.02:
            return
        if self._dark is None or self._dark.get_size() != to.get_size():
            self._dark = _dusk(*to.get_size())
        beat = 0 if calm or not act.listens else 18 * max(math.sin(self._life_s * 7.5), 0)
        self._dark.set_alpha(round(205 * self._dusk + beat))
        to.blit(self._dark, (0, 0))

    def _pose_of(self, session: Any, act: Any, who: str, stirs_at: int) -> Pose | None:
        actor = self.assets.actor(who)
        entity = session.find(f"{who}_asleep")
        ticks = session.tick
        if entity:
            look = session.world.get(entity, Look)
            if look.is_hidden:
                return None  # it has got up
            anim = session.world.get(entity, Person).idle
            ticks = look.ticks
            if act.hush and anim == "sleep" and who == "mel":
                anim = "sit_up_type"
        else:
            anim = "sleep" if act.ears < stirs_at else "sit_up_type" if act.ears == stirs_at < 3 else "sit_up"
        if not actor.has(anim, "down"):
            anim = "sleep"
        return actor.pose(anim, "down", ticks)

    def _draw_breaths(self, to: Surface, session: Any, act: Any, to_screen: ToScreen, font: Font, taste: Taste) -> None:
        """Sleep comes out at their door as letters; a question when it is disturbed."""
        door = session.room.spots.get("sleepers_door")
        at = (door.foot.x, door.foot.y) if door else (992.0, 420.0) if session.room.name == "real/flat_up" else None
        if at is None or act.ears >= 3:
            return
        cut = font.cut(100)
        if act.hush:
            x, y = to_screen(*at)
            cut.write(
                to, round(x), round(y) - 12, "..." if not act.listens else "?", HOT if act.listens else GOLD, align=0.5
            )
            return
        if act.ears:
            x, y = to_screen(*at)
            cut.write(to, round(x), round(y) - 12 + bob(self._life_s, 1.5, 0.6), "?" * act.ears, GOLD, align=0.5)
            return
        for i in range(3):
            k = (self._life_s / 3.2 + i / 3) % 1.0
            x, y = to_screen(at[0] + 6 * math.sin(k * 5 + i), at[1] - 22 * k)
            tint = mix(SHADOW, CREAM, 0.75 * math.sin(math.pi * k))
            cut.write(to, round(x), round(y), "z", tint, align=0.5)


def _dusk(w: int, h: int) -> Surface:
    """Dark from all sides, clear in the middle."""
    small = Surface((64, 36), pygame.SRCALPHA, 32)
    for y in range(36):
        for x in range(64):
            d = math.hypot((x - 31.5) / 32, (y - 17.5) / 20)
            small.set_at((x, y), (*SHADOW, round(235 * min(max((d - 0.42) / 0.7, 0.0), 1.0))))
    return pygame.transform.smoothscale(small, (w, h))


def _lamplight() -> Surface:
    """From the lamp beside their bed, to be added."""
    s = Surface((88, 88), 0, 32)
    for r in range(44, 0, -2):
        k = (1 - r / 44) ** 2
        pygame.draw.circle(s, (int(100 * k), int(70 * k), int(28 * k)), (44, 44), r)
    return s


def _rect(board: Ground) -> Rect:
    return Rect(round(board.box.x), round(board.box.y), round(board.box.w), round(board.box.h))


def _quiet(session: Any) -> float:
    """How much of the wait until an ear shuts is over, 0..1."""
    return max(
        (min(s.quiet_ticks / fades_ticks(session, s), 1.0) for _, s in session.world.each(Sleeper) if s.ears),
        default=0.0,
    )


def _board_pictures(board: Ground) -> tuple[Surface, Surface]:
    """The loose planks of a board as seen in the light, and its seams alone, on black, to be added."""
    w, h = round(board.box.w), round(board.box.h)
    wood = Surface((w, h), pygame.SRCALPHA, 32)
    seams = Surface((w, h), 0, 32)
    loud = board.creaks == "loud"
    colour = SEAM[board.creaks]
    dim = mix((0, 0, 0), colour, 0.55)
    for n, y in enumerate(range(0, h, PLANK_PX)):
        left, right = 2 + (n % 2) * 3, w - 3 - (n * 5 % 4)
        plank = Rect(left, y + 1, right - left, PLANK_PX - 2)
        wood.fill((126, 98, 74, 120) if loud else (92, 92, 104, 80), plank)
        pygame.draw.rect(wood, (26, 16, 18, 255), plank, 1)
        pygame.draw.line(wood, (176, 140, 104, 200), (plank.left + 1, plank.top + 1), (plank.right - 3, plank.top + 1))
        pygame.draw.rect(seams, dim, plank, 1)
        for x in (plank.left + 3, plank.right - 5):  # nails that have come up
            wood.fill((30, 22, 24, 255), (x, y + 6, 2, 3))
            wood.fill((220, 200, 170, 255), (x, y + 6, 1, 1))
            if loud:
                seams.fill(colour, (x, y + 6, 2, 2))
        if loud:
            crack = [(plank.left + 8 + k * 4, plank.centery + (k % 2) * 2 - 1) for k in range(4)]
            pygame.draw.lines(wood, (34, 22, 20, 255), False, crack, 1)
    return wood, seams


FINE = 6
"""An ear is drawn so many times as large, and made small again."""


def _ear(is_open: bool, is_hot: bool) -> Surface:
    """One ear of the meter: warm and pricked, or asleep: a dark one, hardly there."""
    if is_open:
        line, skin, fold, hole = (48, 14, 30), (248, 176, 148), (206, 108, 104), (92, 26, 48)
        if is_hot:
            skin, fold, hole = (255, 150, 104), (226, 74, 60), (120, 10, 24)
    else:
        line, skin, fold, hole = (14, 8, 26), (72, 58, 104), (52, 40, 82), (30, 20, 52)
    n = FINE
    big = Surface((EAR * n, (EAR + 4) * n), pygame.SRCALPHA, 32)

    def blob(x: float, y: float, r: float, colour: Colour, tall: float = 1.0) -> None:
        box = Rect(0, 0, round(2 * r * n), round(2 * r * n * tall))
        box.center = (round(x * n), round(y * n))
        pygame.draw.ellipse(big, colour, box)

    for grow, colour in ((1.1, line), (0.0, skin)):
        blob(10.6, 8.6, 7.6 + grow, colour)
        blob(9.4, 12.6, 6.2 + grow, colour)
        blob(7.6, 18.0, 4.0 + grow, colour)
    blob(10.8, 8.8, 5.6, fold)
    blob(9.4, 12.6, 4.2, fold)
    blob(9.4, 10.2, 4.0, skin, 1.15)
    blob(7.2, 13.6, 3.2, skin)
    blob(8.2, 12.2, 2.2, hole, 1.25)
    blob(6.4, 18.4, 1.6, fold)
    small = pygame.transform.smoothscale(big, (EAR, EAR + 4))
    for y in range(small.get_height()):  # a rim as hard as everything else's
        for x in range(small.get_width()):
            r, g, b, a = small.get_at((x, y))
            small.set_at((x, y), (r, g, b, 255) if a > 110 else (0, 0, 0, 0))
    return small
