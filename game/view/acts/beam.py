"""The beams: a mouse that leans as far as a mouse can, a needle under her feet, a mattress that comes running, a parade."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import SRCALPHA, Rect, Surface

from game.core.geometry import Facing
from game.sim.acts.beam import CARRIED, EDGE_PX, FALL, FLAP, LIE, PARADE_HALF, PUSH_TICKS, TOLD_TICKS, WALK
from game.sim.parts import Look, Place
from game.view.acts.look import ActLook, ToScreen
from game.view.assets import Assets, Pose
from game.view.felt import BAD, CREAM, FELT, GOLD, GOOD, SHADOW, THREAD, Cloth, Colour, bob, ease, mix
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.panels.drawer import way_cap
from game.view.sprites import Layers
from game.view.touches import scattered

HATS: tuple[tuple[Colour, Colour], ...] = (
    ((150, 52, 62), (214, 96, 92)),
    ((58, 84, 140), (108, 140, 196)),
    ((176, 132, 52), (230, 196, 104)),
    ((74, 116, 76), (124, 168, 110)),
    ((112, 70, 128), (164, 118, 176)),
)
"""(shade, cloth) of the hats of the parade, in turn."""
LEAN_PX = 6.0
MATTRESS = (46, 28)
FEATHERS = 18
FEATHER_TICKS = 70
HOP_PX = 13.0
HOPS_NEAR_PX = 20.0
UP_PX = 10.0
GAUGE_PX = 26.0
"""Half the length of the seam on which the needle goes."""
BESIDE_PX = 36
"""How far beside the mouse its bubble stands on a beam that goes up or down."""
TEACHES = 3
"""So many pushes show the key as well."""


class BeamLook(ActLook):
    """Remembers where the last fall was, for the feathers, and how far the gauge is in."""

    def __init__(self, assets: Assets) -> None:
        super().__init__(assets)
        self._burst = (0.0, 0.0, -999)
        self._shown = 0.0
        self._needle = 0.0
        self._mattress: Surface | None = None
        self._wobbled: dict[tuple[int, int], Surface] = {}

    def hear(self, session: Any, act: Any) -> None:
        if act.state == LIE and act.state_ticks == 0:
            self._burst = (act.mat_x, act.mat_y, session.tick)

    # ---- in the world

    def ground(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        if act.mat > 0.02:
            self._draw_mattress(layers, session, act, t)

    def over(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        self._draw_leader(layers, session, act, t)
        if act.parade == "crossing":
            self._draw_parade(layers, session, act, t)
        self._draw_feathers(layers, session.tick, t)

    def _draw_leader(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """The mouse in front, drawn by us while it has something to say: it tips over from the feet, and its arms go out."""
        place = session.world.find(act.mouse, Place)
        look = session.world.find(act.mouse, Look)
        if place is None or look is None:
            return
        actor = self.assets.actor("mouse")
        lean = leaning(act, session.rules.difficulty)
        pose = actor.pose(look.anim, place.facing, look.ticks)
        if look.is_hidden:
            across = act.goes_across(act.mouse_s)
            tip = -act.side * lean
            hop = abs(math.sin(t * 0.3)) * 2 if act.phase == "told" else 0.0
            shift_y = round(tip * 3) if across else 0
            self._sheared(layers, pose, place.x, place.y - hop + shift_y, tip * LEAN_PX * (0.6 if across else 1.0))
        x, y = round(place.x) - layers.x, round(place.y) - layers.y
        head = pose.points.get("head", (0, -9))
        hat(layers.albedo, x + head[0] + round(-act.side * lean * LEAN_PX if look.is_hidden else 0), y + head[1] - 4, 0)

    def _sheared(self, layers: Layers, pose: Pose, x: float, y: float, tip: float) -> None:
        """Row by row further over, feet where they are."""
        w, h = pose.picture.get_size()
        left, top = round(x) + pose.offset[0] - layers.x, round(y) + pose.offset[1] - layers.y
        for row in range(h):
            k = (h - row) / h
            dx = round(tip * k * k * 1.15)
            layers.albedo.blit(pose.picture, (left + dx, top + row), Rect(0, row, w, 1))

    def _draw_parade(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """Right of way, in hats, with a flag in front; over her boots, if that is where they are."""
        actor = self.assets.actor("mouse")
        x0, y0 = act.at(act.parade_s)
        across = act.goes_across(act.parade_s)
        her = session.place
        for n, d in enumerate(act.parade_mice()):
            x, y = (x0, y0 + d) if across else (x0 + d, y0)
            facing = Facing.DOWN if across else Facing.RIGHT
            pose = actor.pose("walk", facing, int(t) + n * 5)
            near = math.hypot(her.x - x, her.y - y)
            hop = HOP_PX * math.sin(math.pi * (1 - near / HOPS_NEAR_PX)) if near < HOPS_NEAR_PX else 0.0
            step = abs(math.sin(t * 0.4 + n)) * 1.5
            edge = PARADE_HALF - abs(d)
            if edge < UP_PX:  # up from between the joists, and down again on the other side
                hop -= (UP_PX - edge) * 0.8
            px, py = round(x) - layers.x, round(y - hop - step) - layers.y
            layers.albedo.blit(pose.picture, (px + pose.offset[0], py + pose.offset[1]))
            head = pose.points.get("head", (3, -6))
            hat(layers.albedo, px + head[0], py + head[1] - 4, n)
            if n == 0:
                pygame.draw.line(layers.albedo, (176, 160, 130), (px + 3, py - 4), (px + 3, py - 24))
                wave = round(math.sin(t * 0.2) * 1.5)
                flag = [(px + 3, py - 24), (px - 8, py - 22 + wave), (px - 8, py - 16 + wave), (px + 3, py - 17)]
                pygame.draw.polygon(layers.albedo, (150, 52, 62), flag)
                pygame.draw.line(layers.albedo, (226, 190, 120), flag[1], flag[2])

    def _draw_mattress(self, layers: Layers, session: Any, act: Any, t: float) -> None:
        """Ticking, older than all of them; a mouse at each corner; it dips where she lies."""
        if self._mattress is None:
            self._mattress = mattress(*MATTRESS)
        w, h = MATTRESS
        runs = act.state in (FLAP, CARRIED) or act.mat < 1
        dip = 0
        if act.state == LIE:
            dip = round(5 * math.exp(-act.state_ticks * 0.09) * math.cos(act.state_ticks * 0.35)) + 1
        x, y = round(act.mat_x) - layers.x, round(act.mat_y) - layers.y
        bounce = round(abs(math.sin(t * 0.5)) * 2) if runs else 0
        actor = self.assets.actor("mouse")
        gone = act.state not in (FLAP, FALL, LIE, CARRIED)
        for i, (cx, cy) in enumerate(((-w // 2 + 6, -h + 8), (w // 2 - 6, -h + 8))):
            pose = actor.pose("walk" if runs else "idle", Facing.DOWN, int(t) + i * 7)
            at = (x + cx + pose.offset[0], y + cy - 2 + pose.offset[1])
            layers.albedo.blit(pose.picture, at)
        picture = self._mattress
        if gone:
            picture = picture.copy()
            picture.set_alpha(round(255 * act.mat))
        squeezed = pygame.transform.scale(picture, (w + dip * 2, h - dip)) if dip else picture
        layers.albedo.blit(squeezed, (x - squeezed.get_width() // 2, y - h + 8 + dip - bounce))
        for i, cx in enumerate((-w // 2 + 5, w // 2 - 5)):
            pose = actor.pose("walk" if runs else "idle", Facing.DOWN, int(t) + 3 + i * 7)
            at = (x + cx + pose.offset[0], y + 12 + pose.offset[1])
            layers.albedo.blit(pose.picture, at)
            head = pose.points.get("head", (0, -8))
            hat(layers.albedo, x + cx + head[0], y + 12 + head[1] - 4, i + 2)

    def _draw_feathers(self, layers: Layers, tick: int, t: float) -> None:
        x0, y0, when = self._burst
        age = t - when
        if not 0 <= age < FEATHER_TICKS:
            return
        for i in range(FEATHERS):
            a = scattered(i, 71) * math.tau
            out = ease(min(age / 26, 1.0)) * (10 + 24 * scattered(i, 72))
            fall = max(age - 20, 0) * (0.12 + 0.16 * scattered(i, 73))
            x = x0 + math.cos(a) * out + math.sin(age * 0.12 + i) * 3 - layers.x
            y = y0 - 10 - abs(math.sin(a)) * out * 0.8 + fall - layers.y
            k = 1 - age / FEATHER_TICKS
            colour = mix((96, 92, 96), (238, 232, 222), k)
            turn = int(age * 0.2 + i) % 3
            pygame.draw.line(layers.albedo, colour, (x - 2, y), (x + 2, y + (turn - 1)))
            layers.albedo.fill(colour, (round(x), round(y) - 1, 1, 1))

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
        balances = act.state in (WALK, FLAP) and not act.is_rest(act.s)
        self._shown = min(self._shown + dt_s * 5, 1.0) if balances else max(self._shown - dt_s * 5, 0.0)
        self._needle += (act.offset / EDGE_PX - self._needle) * min(dt_s * 18, 1.0)
        if self._shown > 0.03 and session.talk is None:
            self._draw_gauge(to, session, act, to_screen)
        if session.talk is not None:
            return
        if act.state == WALK and act.phase in ("told", "push"):
            self._draw_word(to, session, act, marks, taste, to_screen, cloth)
        elif act.state == FLAP:
            self._draw_flap(to, session, act, marks, taste, to_screen)
        elif act.parade == "told" or (act.parade == "crossing" and act.state == WALK):
            self._draw_halt(to, session, act, to_screen, cloth)

    def _draw_gauge(self, to: Surface, session: Any, act: Any, to_screen: ToScreen) -> None:
        """A seam below her feet and a needle on it; its ends are red because they are the ends."""
        across = act.goes_across(act.s)
        cx, cy = to_screen(*act.at(act.s))
        half = GAUGE_PX * ease(self._shown)
        danger = min(max((abs(self._needle) - 0.45) / 0.5, 0.0), 1.0)

        def at(k: float, out: float = 0.0) -> tuple[int, int]:
            bend = (1 - k * k) * 5
            if across:
                side = 22 if act.way * (act.points[act.segment(act.s)[0] + 1][0] - act.at(act.s)[0]) < 0 else -22
                return round(cx + side + (bend + out) * (1 if side > 0 else -1)), round(cy - 9 + k * half)
            return round(cx + k * half), round(cy + 7 + bend + out)

        points = [at(i / 12) for i in range(-12, 13)]
        pygame.draw.lines(to, SHADOW, False, [(px, py + 1) for px, py in points], 3)
        for i in range(24):
            k = (i - 11.5) / 12
            edge = abs(k) > 0.62
            colour = mix(FELT[4], BAD, danger * 0.8 + 0.2) if edge else mix(FELT[4], GOOD, 0.35)
            if i % 2 == 0 or edge:
                pygame.draw.line(to, colour, points[i], points[i + 1], 2 if edge else 1)
        for k in (-1.0, 1.0):
            a, b = at(k, -3), at(k, 3)
            pygame.draw.line(to, mix(FELT[5], BAD, danger), a, b, 2)
        k = max(-1.15, min(1.15, self._needle)) * 0.92
        tip, eye = at(k, -4), at(k, 9)
        if danger > 0.6:
            jump = round(math.sin(session.tick * 1.1))
            tip, eye = (tip[0] + jump, tip[1]), (eye[0] + jump, eye[1])
        pygame.draw.line(to, SHADOW, (tip[0] + 1, tip[1] + 1), (eye[0] + 1, eye[1] + 1), 3)
        pygame.draw.line(to, mix(CREAM, BAD, danger), tip, eye, 2)
        pygame.draw.circle(to, SHADOW, eye, 3)
        pygame.draw.circle(to, THREAD, eye, 2)

    def _lean_way(self, act: Any) -> str:
        """The way she should lean, as a way of the stick."""
        sign = (-1 if act.offset > 0 else 1) if act.state == FLAP else -act.side
        if act.goes_across(act.s):
            return "up" if sign < 0 else "down"
        return "left" if sign < 0 else "right"

    def _draw_word(
        self, to: Surface, session: Any, act: Any, marks: Glyphs, taste: Taste, to_screen: ToScreen, cloth: Cloth
    ) -> None:
        """What the mouse says: an arrow in a bubble; the first few times with the key."""
        place = session.world.find(act.mouse, Place)
        if place is None:
            return
        x, y = to_screen(place.x, place.y)
        told = act.phase == "told"
        k = ease(min(act.phase_ticks / 7, 1.0)) if told else 1.0
        left = 1.0 if told else 1 - act.phase_ticks / PUSH_TICKS
        if left < 0.12:
            return
        way = self._lean_way(act)
        beside = 0 if act.goes_across(act.mouse_s) and act.goes_across(act.s) else 1 if way == "right" else -1
        jump = 0 if taste.calm else bob(session.tick / 60, 1.2, 0.5)
        box = bubble(to, cloth, (30, 26), (round(x), round(y) - round(4 * k) + jump), beside)
        arrow(to, box.center, way, GOLD if told else mix(FELT[5], GOLD, 0.4), 9 if told else 8)
        if act.pushes <= TEACHES or session.rules.difficulty == "storybook":
            cap = way_cap(marks, way)
            hx, hy = to_screen(session.place.x, session.place.y)
            dx, dy = {"left": (-40, -24), "right": (40, -24), "up": (0, -70), "down": (0, 26)}[way]
            jump = 0 if taste.calm else bob(session.tick / 60, 2.0, 0.6)
            to.blit(cap, (round(hx) + dx - cap.get_width() // 2, round(hy) + dy - 8 + jump))

    def _draw_flap(self, to: Surface, session: Any, act: Any, marks: Glyphs, taste: Taste, to_screen: ToScreen) -> None:
        """Back! While there is time; what is left of it runs out round the key."""
        way = self._lean_way(act)
        x, y = to_screen(session.place.x, session.place.y)
        dx, dy = {"left": (-44, -26), "right": (44, -26), "up": (0, -72), "down": (0, 30)}[way]
        cap = way_cap(marks, way)
        cx, cy = round(x) + dx, round(y) + dy
        big = pygame.transform.scale_by(cap, 2) if cap.get_width() <= 20 else cap
        shake = 0 if taste.calm else round(math.sin(session.tick * 1.2) * 2)
        to.blit(big, (cx - big.get_width() // 2 + shake, cy - big.get_height() // 2))
        arrow(to, (round(x) + dx * 6 // 10, round(y) + (dy * 6 // 10 if dx == 0 else -26)), way, BAD, 8)

    def _draw_halt(self, to: Surface, session: Any, act: Any, to_screen: ToScreen, cloth: Cloth) -> None:
        """A paw, held up."""
        place = session.world.find(act.mouse, Place)
        if place is None:
            return
        x, y = to_screen(place.x, place.y)
        beside = 0 if act.goes_across(act.mouse_s) and act.goes_across(act.s) else 1
        box = bubble(to, cloth, (26, 26), (round(x), round(y) + bob(session.tick / 60, 1.0, 1.0)), beside)
        cx, cy = box.center
        pygame.draw.circle(to, GOLD, (cx, cy + 3), 5)
        for dx, dy in ((-6, -2), (-2, -6), (3, -6), (7, -2)):
            pygame.draw.circle(to, GOLD, (cx + dx, cy + dy + 1), 2)


def bubble(to: Surface, cloth: Cloth, size: tuple[int, int], at: tuple[int, int], beside: int) -> Rect:
    """A small plate over the mouse, or ``beside`` it (-1 left, 1 right) where she walks above or below it. Its place."""
    box = Rect((0, 0), size)
    if beside:
        box.center = (at[0] + beside * BESIDE_PX, at[1] - 6)
    else:
        box.midbottom = (at[0], at[1] - 20)
    to.blit(cloth.plate(*size, FELT, False), box)
    for i, half in enumerate((3, 2, 1)):
        if beside:
            x = box.left - 1 - i if beside > 0 else box.right + i
            pygame.draw.line(to, FELT[1], (x, box.centery - half), (x, box.centery + half))
        else:
            pygame.draw.line(to, FELT[1], (box.centerx - half, box.bottom + i), (box.centerx + half, box.bottom + i))
    return box


def leaning(act: Any, difficulty: str) -> float:
    """How far the mouse is over, 0..1: slowly at first, then all it can, and up again as the push goes."""
    if act.state != WALK:
        return 0.0
    if act.phase == "told":
        return ease(act.phase_ticks / TOLD_TICKS[difficulty])
    if act.phase == "push":
        return 1 - ease(max(act.phase_ticks / PUSH_TICKS - 0.55, 0.0) / 0.45)
    return 0.0


def arrow(to: Surface, at: tuple[int, int], way: str, colour: Colour, size: int) -> None:
    """A stout arrow with a shadow."""
    x, y = at
    dx, dy = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}[way]
    for off, c in ((1, SHADOW), (0, colour)):
        tip = (x + dx * size + off, y + dy * size + off)
        a = (x + dy * size * 0.8 + off, y + dx * size * 0.8 + off)
        b = (x - dy * size * 0.8 + off, y - dx * size * 0.8 + off)
        pygame.draw.polygon(to, c, [tip, a, b])
        tail = Rect(0, 0, 5 if dx == 0 else size, 5 if dy == 0 else size)
        tail.center = (round(x - dx * size * 0.5) + off, round(y - dy * size * 0.5) + off)
        to.fill(c, tail)


def hat(to: Surface, x: int, y: int, n: int) -> None:
    """Four px of felt with a brim: no two next to each other alike. (x, y) the middle of its crown."""
    dark, cloth = HATS[n % len(HATS)]
    to.fill(dark, (x - 3, y + 2, 7, 1))
    if n % 3 == 1:  # a bowler
        to.fill(cloth, (x - 2, y, 5, 2))
        to.fill(cloth, (x - 1, y - 1, 3, 1))
    elif n % 3 == 2:  # a cone
        for i in range(4):
            to.fill(cloth, (x - (3 - i) // 2, y + 1 - i, 1 + (3 - i) // 2 * 2, 1))
    else:
        to.fill(cloth, (x - 2, y - 2, 4, 4))
        to.fill(dark, (x - 2, y, 4, 1))


def mattress(w: int, h: int) -> Surface:
    """Striped ticking with buttons and a patch, seen aslant from above."""
    s = Surface((w, h + 8), SRCALPHA, 32)
    line, dark, mid, light = (32, 30, 46), (80, 80, 96), (140, 136, 138), (172, 166, 160)
    top = Rect(0, 0, w, h - 7)
    pygame.draw.rect(s, line, Rect(0, 3, w, h + 1), border_radius=6)
    pygame.draw.rect(s, dark, Rect(1, 8, w - 2, h - 6), border_radius=5)
    pygame.draw.rect(s, line, top, border_radius=6)
    pygame.draw.rect(s, light, top.inflate(-2, -2), border_radius=5)
    for x in range(4, w - 3, 6):
        pygame.draw.line(s, mid, (x, 2), (x, h - 10))
        pygame.draw.line(s, (118, 128, 158), (x + 2, 2), (x + 2, h - 10))
        pygame.draw.line(s, (84, 84, 100), (x, h - 5), (x, h - 1))
    for bx in (w // 4, w // 2, w * 3 // 4):
        s.fill((96, 90, 98), (bx, h // 2 - 5, 2, 2))
        s.set_at((bx, h // 2 - 5), (232, 226, 214))
    pygame.draw.rect(s, (150, 86, 88), (w - 15, 4, 9, 7))
    pygame.draw.rect(s, (206, 170, 120), (w - 15, 4, 9, 7), 1)
    return s
