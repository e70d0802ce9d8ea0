"""The title: the house under its button moon. Fog drifts, somebody stands at a window and steps back, the cat comes by.

The picture: assets/art/ui/title_layers.json lists its layers from far to near, which sway by their depth; logo.png. Where
the window is stands in WINDOW, in px of the 640 x 360 picture.
"""

from __future__ import annotations

import math
import random
from typing import Any

import pygame

from game.app.scenes.confirm import Confirm
from game.app.scenes.credits import Credits, to_title
from game.app.scenes.extras import Extras
from game.app.scenes.options import Options
from game.app.scenes.scene import DT_S, Change, Controls, Menu, Push, Quit, Shell, Swap, went
from game.content.ending import Retold
from game.view.felt import CREAM, FELT, SHADOW, Cloth, blank, ease, edges, stitches
from game.view.font import lay_out
from game.view.menu import Item
from game.view.menu import Menu as List

PICTURE = (640, 360)
WINDOW = pygame.Rect(410, 142, 13, 17)
"""The lit attic window where somebody stands."""
WATCH_S = 17.0
"""From one stepping back to the next."""
CAT_S, CAT_FIRST_S = 58.0, 6.0
CAT_SPEED, CAT_SITS_S = 34.0, 17.0
CAT_AT = (358, 337)
"""Where he sits down beside the girl, and looks at the house with her."""
SWAY_PX, SWAY_S = 9.0, 26.0
"""How far the nearest layer moves, and how long it takes there and back."""
TINT = (178, 168, 242)
PARTY_FLAGS = (((286, 222), 13, (372, 240), 8), ((374, 240), 9, (438, 232), 6), ((540, 214), 8, (590, 206), 5))
"""Lines of flags when the story is told: from, how far it hangs, to, how many."""
PARTY_CLOTHS = ((214, 84, 124), (236, 190, 98), (108, 128, 206), (232, 220, 238))
BALLOON = (190, 236)


class Fog:
    """Two banks of fog, each a strip that repeats, drifting at its own speed."""

    def __init__(self, seed: int = 4) -> None:
        self.banks = [self._bank(seed + i, 640, 60) for i in range(2)]

    @staticmethod
    def _bank(seed: int, w: int, h: int) -> pygame.Surface:
        rng = random.Random(seed)
        s = blank(w, h)
        for _ in range(26):
            rx, ry = rng.randrange(36, 110), rng.randrange(5, 12)
            x, y = rng.randrange(w), rng.randrange(ry, h - ry)
            puff = blank(2 * rx, 2 * ry)
            for k in range(5):
                rect = pygame.Rect(0, 0, 2 * rx * (5 - k) // 5, 2 * ry * (5 - k) // 5)
                rect.center = (rx, ry)
                pygame.draw.ellipse(puff, (150, 132, 204, 5 + 5 * k), rect)
            for dx in (-w, 0, w):
                s.blit(puff, (x - rx + dx, y - ry))
        return s

    def draw(self, to: pygame.Surface, x: int, y: int, t: float) -> None:
        for bank, speed, dy in zip(self.banks, (5.0, -3.2), (0, 22)):
            shift = int(t * speed) % PICTURE[0]
            to.blit(bank, (x + shift - PICTURE[0], y + dy))
            to.blit(bank, (x + shift, y + dy))


class Title:
    """Continue in focus when there is a save. Nothing stands between it and playing but one press."""

    is_over = False

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        w = shell.words
        has_save = shell.has_save()
        items = [
            Item("new", w.get("menu.title.new"), on=self._new),
            Item("extras", w.get("menu.title.extras"), on=lambda: Push(Extras(shell, lambda: self._credits()))),
            Item("options", w.get("menu.title.options"), on=lambda: Push(Options(shell))),
            Item("quit", w.get("menu.title.quit"), on=lambda: Quit()),
        ]
        if has_save:
            items.insert(0, Item("continue", w.get("menu.title.continue"), on=self._continue))
        self.menu = List(items)
        self._has_save = has_save
        self._life_s = 0.0
        self._fog = Fog()
        self._shine: pygame.Surface | None = None
        self._dim: dict[int, pygame.Surface] = {}
        self._stars = self._twinkles()

    # --- doing

    def _continue(self) -> Change | None:
        scene = self.shell.continue_()
        if scene is None:
            self.shell.sound("ui_error")
            return None
        return Swap(scene)

    def _new(self) -> Change | None:
        def begin() -> Change | None:
            scene = self.shell.start_new()
            return Swap(scene, all=True) if scene else None

        if self._has_save:
            return Push(Confirm(self.shell, self.shell.words.get("menu.confirm.sure_new"), begin))
        return begin()

    def _credits(self) -> Change:
        """The last run that was told to its end; without one, who made this."""
        last = self.shell.records.last
        return Swap(Credits(self.shell, last.told() if last else Retold(), lambda: to_title(self.shell)), all=True)

    def tick(self, controls: Controls) -> Change | None:
        self._life_s += DT_S
        for flag, way in ((Menu.UP, -1), (Menu.DOWN, 1)):
            if went(controls, flag) and self.menu.move(way):
                self.shell.sound("ui_move")
        if went(controls, Menu.CONFIRM):
            self.shell.sound("ui_select")
            change: Change | None = self.menu.press()
            return change
        return None

    # --- drawing

    def draw(self, surface: pygame.Surface, between: float) -> None:
        shell, taste = self.shell, self.shell.taste
        t = 0.0 if taste.calm else self._life_s
        sw, sh = surface.get_size()
        surface.fill(FELT[0])
        x, y = (sw - PICTURE[0]) // 2, sh - PICTURE[1]
        inside = pygame.Rect(x, 0, PICTURE[0], sh)
        clip = surface.get_clip()
        surface.set_clip(inside.clip(surface.get_rect()))
        self._draw_picture(surface, x, y, t)
        self._draw_stars(surface, x, y, t)
        if shell.records.is_finished:
            self._draw_party(surface, x + self._sway(0.5, t), y, t)
        else:
            self._draw_watcher(surface, x + self._sway(0.5, t), y, t)
        self._draw_cat(surface, x + self._sway(1.0, t), y, t)
        self._fog.draw(surface, x, y + 262, t)
        surface.set_clip(clip)
        if x > 0:
            self._draw_frame(surface, x, sh)
        room = edges(surface, taste.is_safe)
        left = max(room.x, x + 14)
        self._draw_logo(surface, left, max(room.y, y // 2 + 18), t)
        size = max(taste.text_size, 150)
        pitch = {150: 26, 200: 29}[size]
        shell.look.draw_list(surface, self.menu, left + 36, y + 176, size, self._life_s, pitch)
        small = shell.font.cut(taste.text_size)
        note = lay_out(small, shell.words.get("menu.title.fan_note"), room.w - 20)
        for dx, dy in ((-1, 0), (1, 0), (0, -1)):
            note.draw(surface, sw // 2 + dx, room.bottom - note.height - 1 + dy, SHADOW, shadow=False, align=0.5)
        note.draw(surface, sw // 2, room.bottom - note.height - 1, CREAM, align=0.5)

    @staticmethod
    def _sway(depth: float, t: float) -> int:
        """px a layer of that depth is moved."""
        return round(SWAY_PX * depth * math.sin(t * math.tau / SWAY_S))

    def _draw_picture(self, to: pygame.Surface, x: int, y: int, t: float) -> None:
        cloth = self.shell.cloth
        table = cloth.table("ui/title_layers")
        over = int(table.get("overscan", 0)) if table else 0
        rows: list[dict[str, Any]] = [{"name": "title", "depth": 0.0, "mode": "alpha"}]
        if table:
            rows = table["layers"]
        for row in rows:
            layer = cloth.picture(f"ui/{row['name']}")
            if layer is None:
                continue
            if row is rows[0] and y > 0:  # a taller screen: more sky
                to.fill(layer.get_at((over + 4, 0))[:3], (x, 0, PICTURE[0], y))
            flags = pygame.BLEND_RGB_ADD if row["mode"] == "add" else 0
            to.blit(layer, (x - over + self._sway(float(row["depth"]), t), y), special_flags=flags)

    def _draw_logo(self, to: pygame.Surface, x: int, y: int, t: float) -> None:
        logo = self.shell.cloth.picture("ui/logo")
        if logo is None:
            self.shell.font.cut(200).write(to, x, y, self.shell.words.get("menu.title.name"), CREAM)
            return
        to.blit(logo, (x, y))
        sweep = (t % 9.0) / 1.3
        if 0 < sweep < 1 and t > 0:  # a light runs along the seams
            w, h = logo.get_size()
            shine = logo.copy()
            band = blank(w, h)
            cx = sweep * (w + 120) - 60
            for i in range(-16, 17):
                a = round(80 * (1 - abs(i) / 17))
                pygame.draw.line(band, (a, a, a, 0), (cx + i + 24, 0), (cx + i - 24, h))
            mask = pygame.mask.from_surface(logo, 128)
            lit = mask.to_surface(setsurface=band, unsetcolor=(0, 0, 0, 0))
            shine.blit(lit, (0, 0), special_flags=pygame.BLEND_RGB_ADD)
            to.blit(shine, (x, y))
        cut = self.shell.font.cut(self.shell.taste.text_size)
        under = self.shell.words.get("menu.title.under")
        cut.write(to, x + 10, y + logo.get_height() + 6, under, (248, 216, 224))

    def _twinkles(self) -> list[tuple[int, int, float]]:
        rng = random.Random(8)
        return [(rng.randrange(6, 634), rng.randrange(4, 120), rng.random() * 6.28) for _ in range(26)]

    def _draw_stars(self, to: pygame.Surface, x: int, y: int, t: float) -> None:
        for sx, sy, phase in self._stars:
            if math.hypot(sx - 476, sy - 112) < 74:
                continue
            glow = math.sin(t * 1.1 + phase)
            if glow > 0.6:
                k = (glow - 0.6) / 0.4
                colour = (round(120 + 130 * k), round(110 + 130 * k), round(170 + 60 * k))
                to.set_at((x + sx, y + sy), colour)
                if k > 0.8:
                    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                        to.set_at((x + sx + dx, y + sy + dy), (120, 104, 160))

    def _draw_watcher(self, to: pygame.Surface, x: int, y: int, t: float) -> None:
        """She stands there, and when one looks she takes a step back from the glass."""
        phase = t % WATCH_S
        gone = ease((phase - 11.5) / 1.1) if phase > 11.5 else 0.0
        come = ease(phase / 2.5)
        there = come * (1 - gone)
        if there <= 0.02:
            return
        box = WINDOW.move(x, y)
        clip = to.get_clip()
        to.set_clip(box)
        figure = blank(box.w, box.h)
        dark = (58, 30, 50, round(235 * there))
        step = round(5 * gone)
        cx, head = 6 + step // 2, 6 + step
        pygame.draw.circle(figure, dark, (cx, head), 3)
        pygame.draw.rect(figure, dark, (cx - 1, head + 2, 3, 3))
        pygame.draw.rect(figure, dark, (cx - 4, head + 4, 9, 14), border_radius=2)
        if phase > 6 and gone == 0 and int(phase * 3) % 9 == 0:  # two glints that are not quite eyes
            figure.set_at((cx - 1, head - 1), (255, 244, 200, 255))
            figure.set_at((cx + 1, head - 1), (255, 244, 200, 255))
        to.blit(figure, box)
        to.set_clip(clip)

    def _draw_party(self, to: pygame.Surface, x: int, y: int, t: float) -> None:
        """The story has been told: nobody stands at the window, there are flags, and a balloon on the sign."""
        for start, sag, end, n in PARTY_FLAGS:
            points = []
            for i in range(2 * n + 1):
                k = i / (2 * n)
                dip = sag * 4 * k * (1 - k) + math.sin(t * 1.3 + k * 5) * 0.8
                points.append((x + start[0] + (end[0] - start[0]) * k, y + start[1] + (end[1] - start[1]) * k + dip))
            pygame.draw.lines(to, (58, 36, 66), False, points)
            for i in range(n):
                fx, fy = points[2 * i + 1]
                lean = math.sin(t * 1.7 + i * 0.9) * 1.6
                colour = PARTY_CLOTHS[i % len(PARTY_CLOTHS)]
                pygame.draw.polygon(to, SHADOW, [(fx - 3, fy + 1), (fx + 5, fy + 1), (fx + 1 + lean, fy + 9)])
                pygame.draw.polygon(to, colour, [(fx - 4, fy), (fx + 4, fy), (fx + lean, fy + 8)])
        bx, by = x + BALLOON[0] + math.sin(t * 0.9) * 2.5, y + BALLOON[1] + math.sin(t * 1.4) * 1.2
        knot = x + BALLOON[0] - 6, y + BALLOON[1] + 38
        pygame.draw.lines(to, (210, 196, 220), False, [(bx, by + 10), ((bx + knot[0]) / 2 + 2, by + 24), knot])
        pygame.draw.ellipse(to, (104, 30, 66), (bx - 9, by - 11, 18, 22))
        pygame.draw.ellipse(to, (204, 62, 96), (bx - 8, by - 11, 16, 20))
        pygame.draw.ellipse(to, (246, 150, 164), (bx - 5, by - 8, 4, 6))

    def _draw_cat(self, to: pygame.Surface, x: int, y: int, t: float) -> None:
        """He comes from the right, sits a while, and goes where he was going."""
        arrives = (PICTURE[0] + 30 - CAT_AT[0]) / CAT_SPEED
        phase = (t - CAT_FIRST_S) % CAT_S if t >= CAT_FIRST_S else -1.0
        if self.shell.taste.calm:
            phase = arrives + 1
        if phase < 0:
            return
        ticks = round(phase * 60)
        if phase < arrives:
            anim, facing, px = "walk", "left", PICTURE[0] + 30 - phase * CAT_SPEED
        elif phase < arrives + CAT_SITS_S:
            anim, facing, px = "sit", "up", float(CAT_AT[0])
        else:
            anim, facing, px = "walk", "left", CAT_AT[0] - (phase - arrives - CAT_SITS_S) * CAT_SPEED
        if px < -30:
            return
        try:
            pose = self.shell.assets.actor("cat").pose(anim, facing, ticks)
        except FileNotFoundError:
            return
        key = id(pose)
        if key not in self._dim:
            dim = blank(*pose.picture.get_size())
            dim.blit(pose.picture, (0, 0))
            dim.fill((*TINT, 255), special_flags=pygame.BLEND_RGBA_MULT)
            self._dim[key] = dim
        to.blit(self._dim[key], (x + round(px) + pose.offset[0], y + CAT_AT[1] + pose.offset[1]))

    def _draw_frame(self, to: pygame.Surface, side: int, h: int) -> None:
        """Wider screens: curtains of felt at both sides, sewn to the picture."""
        w = to.get_width()
        for left, edge in ((0, side - 1), (w - side, w - side)):
            curtain = self._curtain(side, h)
            to.blit(curtain, (left, 0))
            pygame.draw.line(to, SHADOW, (edge, 0), (edge, h))
        stitches(to, (side - 6, 0), (side - 6, h), FELT[5])
        stitches(to, (w - side + 5, 0), (w - side + 5, h), FELT[5])

    def _curtain(self, w: int, h: int) -> pygame.Surface:
        cloth: Cloth = self.shell.cloth
        nine = cloth.picture("ui/panel_felt")
        s = blank(w, h)
        s.fill(FELT[2])
        if nine is not None:
            for px in range(0, w, 14):
                for py in range(0, h, 14):
                    s.blit(nine, (px, py), (16, 16, 14, 14))
        for px in range(w):  # folds
            k = 0.5 + 0.5 * math.sin(px / 7.0)
            shade = blank(1, h)
            shade.fill((*SHADOW, round(110 * k)))
            s.blit(shade, (px, 0))
        return s
