"""What stands before the world while she works with her hands: the stuck door, the doll, the ring of keys, a note.

Draws the panels of sim/parts.py and changes nothing. A new one: a dataclass there, a method here, a case in draw.
"""

from __future__ import annotations

import math

import pygame

from game.core.words import Words
from game.sim.parts import BracePanel, DollPanel, KeyPanel, NotePanel, Panel
from game.view.felt import (
    BAD,
    CREAM,
    FELT,
    GOLD,
    GOOD,
    INK,
    PINK,
    SHADOW,
    THREAD,
    WARM,
    Cloth,
    Colour,
    blank,
    bob,
    ease,
    edges,
    knot,
    mix,
    seam_round,
    stitches,
    thread,
)
from game.view.font import Font, Text, lay_out
from game.view.glyphs import Glyphs
from game.view.hud import Taste
from game.view.textbox import draw_needle

SIDES = ("front", "left", "back", "right")
TURN_S = 0.22
BRASS = ((34, 18, 8), (92, 56, 20), (150, 98, 34), (206, 152, 54), (240, 204, 104), (255, 244, 192))
COAT = ((5, 5, 12), (20, 20, 42), (38, 38, 74), (68, 68, 112), (124, 134, 172), (208, 220, 240))


class Panels:
    """Draws whatever panel the session shows; ``box`` is where it was drawn last, empty without one."""

    def __init__(self, cloth: Cloth, font: Font, words: Words) -> None:
        self.cloth = cloth
        self.font = font
        self.words = words
        self._life_s = 0.0
        self._open_s = 0.0
        self._kind: type[object] = type(None)
        self._side = 0
        self._was_side = 0
        self._turn_s = 1.0
        self._last = ""
        self._last_s = 9.0
        self._done = 0
        self._keys: dict[int, pygame.Surface] = {}
        self.box = pygame.Rect(0, 0, 0, 0)

    def draw(
        self,
        to: pygame.Surface,
        panel: Panel | None,
        marks: Glyphs,
        taste: Taste,
        hero_y: float = 0.0,
        side: str = "real",
        dt_s: float = 1 / 60,
    ) -> None:
        self._life_s += dt_s
        self.box = pygame.Rect(0, 0, 0, 0)
        if type(panel) is not self._kind:
            self._kind, self._open_s, self._last, self._last_s, self._done = type(panel), 0.0, "", 9.0, 0
            if isinstance(panel, DollPanel):
                self._side = self._was_side = panel.side
        self._open_s += dt_s
        self._last_s += dt_s
        self._turn_s += dt_s
        ramp = WARM if side == "other" else FELT
        match panel:
            case BracePanel():
                self.draw_brace(to, panel, marks, taste, hero_y, ramp)
            case DollPanel():
                self.draw_doll(to, panel, marks, taste, ramp)
            case KeyPanel():
                self.draw_keys(to, panel, marks, taste, ramp)
            case NotePanel():
                self.draw_note(to, panel, marks, taste)
            case _:
                pass

    # --- the stuck door

    def draw_brace(
        self,
        to: pygame.Surface,
        panel: BracePanel,
        marks: Glyphs,
        taste: Taste,
        hero_y: float,
        ramp: tuple[Colour, ...] = FELT,
    ) -> None:
        """A slit in the cloth that the door pulls open on each creak; the thread tightens until then."""
        if panel.last != self._last or panel.done != self._done:
            self._last, self._done, self._last_s = panel.last, panel.done, 0.0
        cut = self.font.cut(taste.text_size)
        w, h = 372, 84 + cut.line
        room = edges(to, taste.is_safe)
        y = room.top + 8 if hero_y > room.bottom - h - 20 else room.bottom - h - 6
        y += 0 if taste.calm else round((1 - ease(self._open_s / 0.16)) * 16)
        shake = 0 if taste.calm else round(panel.strain * math.sin(self._life_s * 50))
        x = room.centerx - w // 2 + shake
        self.box = pygame.Rect(x, y, w, h)
        to.blit(self.cloth.panel(w, h, "felt_warm" if ramp is WARM else "felt"), (x, y))
        self._draw_hold(to, panel, marks, cut.size, x + 46, y + 20, ramp)
        x0, length, mid = x + 96, 250, y + 44
        near = 1 - min(abs(panel.tick - panel.beat) / max(panel.window, 1), 1.0)
        zone_x = x0 + length * panel.beat / panel.period
        half_w = length * panel.window / panel.period
        self._draw_slit(to, zone_x, mid, half_w, near, panel.is_holding, ramp)
        tip = x0 + length * min(panel.tick / panel.period, 1.0)
        slack = (9.0 * (1 - min(panel.tick / max(panel.beat, 1), 1.0)) + 1.5) if panel.is_holding else 11.0
        points = [(float(x0), float(mid))]
        for i in range(1, max(int(tip - x0 - 12), 2)):
            damp = min(i / 20, 1.0, max(tip - 12 - x0 - i, 0) / 20)
            points.append((x0 + i, mid + slack * damp * math.sin(i * 0.16 + self._life_s * 5)))
        thread(to, points, THREAD, 1 if near < 0.5 else 2)
        knot(to, x0, mid)
        needle = self.cloth.picture("ui/cursor")
        if needle is not None:
            to.blit(needle, (round(tip) - 23, mid - 8), (0, 0, 24, 16))
        if near > 0.25 and panel.is_holding and not panel.has_pressed:
            cap = marks.drawn("interact")
            to.blit(cap, (round(zone_x) - cap.get_width() // 2, mid - 37 + round(2 * near)))
        self._draw_pulses(to, panel, x0, y + 66)
        self._draw_feedback(to, panel, cut.size, zone_x, half_w, y + 66, x0 + length)

    def _draw_hold(
        self, to: pygame.Surface, panel: BracePanel, marks: Glyphs, size: int, x: int, y: int, ramp: tuple[Colour, ...]
    ) -> None:
        big = pygame.transform.scale_by(marks.drawn("brace"), 2)
        down = 3 if panel.is_holding else bob(self._life_s, 1.5, 0.8)
        if big.get_width() > 60:
            big = marks.drawn("brace")
        pygame.draw.ellipse(to, ramp[0], (x - 20, y + 29, 40, 9))
        to.blit(big, (x - big.get_width() // 2, y + down + (34 - big.get_height()) // 2))
        if panel.is_holding:
            seam_round(to, pygame.Rect(x - 24, y - 6, 48, 50), GOLD, int(self._life_s * 12))
        cut = self.font.cut(size)
        word = self.words.get("panel.brace_holding" if panel.is_holding else "panel.brace_hold")
        cut.write(to, x, y + 46, word, GOLD if panel.is_holding else CREAM, align=0.5)

    def _draw_slit(
        self, to: pygame.Surface, x: float, y: float, half_w: float, near: float, held: bool, ramp: tuple[Colour, ...]
    ) -> None:
        """The seam under strain: closed it is a row of stitches, on the creak it gapes and shows light."""
        gape = 2 + 13 * ease(near)
        outline = []
        for sign in (-1, 1):
            way = range(-24, 25) if sign < 0 else range(24, -25, -1)
            for i in way:
                k = i / 24
                outline.append((x + k * half_w, y + sign * gape * (1 - k * k)))
        pygame.draw.polygon(to, mix(ramp[0], (255, 196, 96) if held else ramp[3], 0.75 * near), outline)
        pygame.draw.polygon(to, ramp[5] if near > 0.1 else ramp[4], outline, 1)
        for i in range(-3, 4):  # stitches across, drawn apart
            k = i / 4
            px, dy = x + k * half_w, gape * (1 - k * k) + 3
            colour = GOLD if near > 0.1 else ramp[5]
            pygame.draw.line(to, SHADOW, (px - 1, y - dy + 1), (px + 2, y + dy + 1))
            pygame.draw.line(to, colour, (px - 2, y - dy), (px + 1, y + dy))
        for sign in (-1, 1):  # the ends, as brackets: where it is too early and too late
            px = x + sign * (half_w + 4)
            pygame.draw.line(to, ramp[5], (px, y - 11), (px, y + 11))
            pygame.draw.line(to, ramp[5], (px, y - 11), (px - sign * 3, y - 11))
            pygame.draw.line(to, ramp[5], (px, y + 11), (px - sign * 3, y + 11))

    def _draw_pulses(self, to: pygame.Surface, panel: BracePanel, x: int, y: int) -> None:
        for i in range(panel.pulses):
            name = "button_full" if i < panel.done else "button_empty"
            hop = 0
            if i == panel.done - 1 and self._last_s < 0.3:
                hop = -round(4 * math.sin(math.pi * self._last_s / 0.3))
            to.blit(self.cloth.hud(name), (x + i * 20, y + hop))

    def _draw_feedback(
        self, to: pygame.Surface, panel: BracePanel, size: int, x: float, half_w: float, y: int, right: int
    ) -> None:
        if not panel.last or self._last_s > 1.6:
            return
        cut = self.font.cut(size)
        words = {
            "good": ("panel.brace_good", GOOD),
            "early": ("panel.brace_early", BAD),
            "late": ("panel.brace_late", BAD),
        }
        key, colour = words.get(panel.last, ("", CREAM))
        if not key:
            return
        say = self.words.get(key)
        sign = {"good": "✓ ", "early": "← ", "late": "→ "}[panel.last]
        cut.write(to, right, y + 2 - (0 if self._last_s > 0.12 else 2), sign + say, colour, align=1.0)

    # --- the doll

    def draw_doll(
        self, to: pygame.Surface, panel: DollPanel, marks: Glyphs, taste: Taste, ramp: tuple[Colour, ...] = FELT
    ) -> None:
        """The doll, large, turned by squashing it; a button below for each of its sides."""
        if panel.side != self._side:
            self._was_side, self._side, self._turn_s = self._side, panel.side, 0.0
        veil(to, 150)
        room = edges(to, taste.is_safe)
        w, h = 236, 228
        x = room.centerx - w // 2
        y = room.top + 8 + (0 if taste.calm else round((1 - ease(self._open_s / 0.25)) * 30))
        self.box = pygame.Rect(x, y, w, h)
        to.blit(self.cloth.panel(w, h, "felt_warm" if ramp is WARM else "felt"), (x, y))
        inner = pygame.Rect(x + 18, y + 16, w - 36, h - 56)
        for r in range(5):  # a pool of lamplight
            pygame.draw.ellipse(
                to, mix(ramp[2], (160, 112, 84), 0.10 * (r + 1)), inner.inflate(-r * 26, -r * 24 - 4).move(0, 4)
            )
        k = min(self._turn_s / TURN_S, 1.0)
        shown = self._was_side if k < 0.5 else self._side
        squash = 1.0 if taste.calm else max(abs(math.cos(math.pi * k)), 0.06)
        doll = self._doll(SIDES[shown % 4])
        wide = max(round(doll.get_width() * squash), 2)
        lift = bob(self._life_s, 1.0, 2.6)
        turned = pygame.transform.scale(doll, (wide, doll.get_height()))
        shadow = pygame.Rect(0, 0, max(wide * 3 // 4, 8), 12)
        shadow.center = (inner.centerx, inner.bottom - 4)
        pygame.draw.ellipse(to, ramp[0], shadow)
        to.blit(turned, (inner.centerx - wide // 2, inner.bottom - 6 - doll.get_height() + lift))
        for i, way in enumerate(("left", "right")):
            cap = marks.cap(f"key.{way.upper()}") if marks.family == "keyboard" else marks.cap(f"pad.dp{way}")
            step = bob(self._life_s + i * 0.8, 1.4, 1.6) * (-1 if i == 0 else 1)
            cx = inner.left + 4 if i == 0 else inner.right - 4 - cap.get_width()
            to.blit(cap, (cx + step, inner.centery - 8))
        for i in range(4):
            seen = i in panel.seen
            px, py = x + w // 2 - 44 + i * 24, y + h - 34
            to.blit(self.cloth.hud("button_full" if seen else "button_empty"), (px, py))
            if i == panel.side:
                seam_round(to, pygame.Rect(px - 3, py - 3, 23, 23), GOLD, int(self._life_s * 10))

    def _doll(self, side: str) -> pygame.Surface:
        made = self.cloth.picture(f"ui/doll_{side}")
        if made is not None:
            return made if made.get_height() > 100 else pygame.transform.scale_by(made, 2)
        icon = self.cloth.icon("rag_doll") or blank(24, 24)
        big = pygame.transform.scale_by(icon, 6)
        if side == "left":
            return pygame.transform.scale(big, (big.get_width() * 2 // 3, big.get_height()))
        if side == "right":
            return pygame.transform.flip(
                pygame.transform.scale(big, (big.get_width() * 2 // 3, big.get_height())), True, False
            )
        return big

    # --- the keys

    def draw_keys(
        self, to: pygame.Surface, panel: KeyPanel, marks: Glyphs, taste: Taste, ramp: tuple[Colour, ...] = FELT
    ) -> None:
        """A tray of twelve keys and the lock they are for."""
        veil(to, 150)
        room = edges(to, taste.is_safe)
        w, h = 462, 242
        x = room.centerx - w // 2
        y = room.top + 6 + (0 if taste.calm else round((1 - ease(self._open_s / 0.25)) * 30))
        self.box = pygame.Rect(x, y, w, h)
        to.blit(self.cloth.panel(w, h, "felt_warm" if ramp is WARM else "felt"), (x, y))
        lining = mix(ramp[3], ramp[4], 0.45)
        for i in range(12):
            at = self.key_place(x, y, i)
            is_tried, has_focus = i in panel.tried, i == panel.cursor
            pygame.draw.rect(to, ramp[0], at)
            pygame.draw.rect(to, mix(lining, ramp[2], 0.7) if is_tried else lining, at.inflate(-2, -2))
            pygame.draw.line(to, ramp[1], (at.x + 1, at.y + 1), (at.right - 2, at.y + 1))
            pygame.draw.line(to, ramp[4], at.bottomleft, (at.right - 1, at.bottom))
            if i != panel.chosen:
                key = self._key(i, panel.right)
                if is_tried:
                    key = key.copy()
                    key.fill((120, 112, 140, 150), special_flags=pygame.BLEND_RGBA_MULT)
                lift = -2 if has_focus and not is_tried else 0
                to.blit(key, (at.centerx - key.get_width() // 2, at.centery - key.get_height() // 2 + lift))
            if is_tried:  # by shape, not only by grey: a stitch through it
                stitches(to, (at.x + 8, at.centery), (at.right - 8, at.centery), CREAM, 3, 4)
            if has_focus:
                seam_round(to, at.inflate(4, 4), GOLD, int(self._life_s * 10))
                draw_needle(self.cloth, to, at.x - 10, at.bottom - 10, self._life_s)
        self._draw_lock(to, panel, x + 352, y + 40)

    @staticmethod
    def key_place(x: int, y: int, i: int) -> pygame.Rect:
        """Where key ``i`` lies in a tray whose panel has its corner at (x, y)."""
        return pygame.Rect(x + 26 + i % 4 * 78, y + 22 + i // 4 * 67, 70, 62)

    def _draw_lock(self, to: pygame.Surface, panel: KeyPanel, x: int, y: int) -> None:
        plate = pygame.Rect(x, y, 86, 158)
        pygame.draw.rect(to, SHADOW, plate.move(2, 3), border_radius=10)
        pygame.draw.rect(to, BRASS[0], plate, border_radius=10)
        for i in range(plate.h - 2):
            pygame.draw.line(to, mix(BRASS[2], BRASS[1], i / plate.h), (x + 4, y + 1 + i), (x + 81, y + 1 + i))
        pygame.draw.rect(to, BRASS[3], plate.inflate(-2, -2), 1, border_radius=9)
        pygame.draw.rect(to, BRASS[1], plate.inflate(-10, -10), 1, border_radius=6)
        for sx, sy in ((x + 9, y + 9), (x + 76, y + 9), (x + 9, y + 148), (x + 76, y + 148)):
            pygame.draw.circle(to, BRASS[0], (sx, sy), 4)
            pygame.draw.circle(to, BRASS[3], (sx, sy), 3)
            pygame.draw.line(to, BRASS[0], (sx - 2, sy - 1), (sx + 1, sy + 2))
        cx, cy = x + 43, y + 52
        pygame.draw.circle(to, BRASS[0], (cx, cy), 30)
        pygame.draw.circle(to, BRASS[3], (cx, cy), 28)
        pygame.draw.circle(to, BRASS[4], (cx - 1, cy - 1), 26)
        pygame.draw.circle(to, BRASS[3], (cx, cy), 25)
        pygame.draw.circle(to, BRASS[2], (cx, cy), 20, 1)
        for dx in (-7, 7):
            for dy in (-7, 7):
                pygame.draw.circle(to, BRASS[4], (cx + dx + 1, cy + dy + 1), 5)
                pygame.draw.circle(to, BRASS[0], (cx + dx, cy + dy), 5)
                pygame.draw.circle(to, BRASS[1], (cx + dx, cy + dy + 1), 3)
        hole_y = y + 106
        pygame.draw.circle(to, BRASS[4], (cx + 1, hole_y + 1), 9)
        pygame.draw.circle(to, SHADOW, (cx, hole_y), 9)
        pygame.draw.polygon(
            to, SHADOW, [(cx - 4, hole_y), (cx + 4, hole_y), (cx + 7, hole_y + 24), (cx - 7, hole_y + 24)]
        )
        if panel.chosen >= 0:
            key = self._key(panel.chosen, panel.right)
            wiggle = round(1.6 * math.sin(self._life_s * 26))
            to.blit(pygame.transform.flip(key, False, True), (cx - key.get_width() // 2 + wiggle, hole_y - 12))

    def _key(self, i: int, right: int) -> pygame.Surface:
        """Key number ``i`` of the ring, 64 x 64; the one with the button lies in the place of the right one."""
        table = self.cloth.table("ui/keys_tray")
        if not table:
            icon = self.cloth.icon("key_button" if i == right else "key_plain")
            return pygame.transform.scale_by(icon or blank(24, 24), 2)
        names = [n for n in table["keys"] if n != table["right"]]
        names.insert(right, table["right"])
        n = int(table["size"])
        at = table["keys"].index(names[i % len(names)])
        if at not in self._keys:
            self._keys[at] = pygame.transform.scale_by(self.cloth.piece("ui/keys_tray", (at * n, 0, n, n)), 2)
        return self._keys[at]

    # --- something to read

    def note_text(self, key: str, size: int, marks: Glyphs | None) -> Text:
        """What stands on the paper: one text, or the numbered entries under the key as paragraphs."""
        entries = self.words.numbered(key)
        say = "\n\n".join(self.words.get(k) for k in entries) if entries else self.words.get(key)
        return lay_out(
            self.font.cut(size), say, {100: 256, 150: 380, 200: 500}[size], marks, {100: 15, 150: 20, 200: 26}[size]
        )

    def draw_note(self, to: pygame.Surface, panel: NotePanel, marks: Glyphs, taste: Taste) -> None:
        """Paper, or the board of a sign, held up before her."""
        veil(to, 130)
        room = edges(to, taste.is_safe)
        t = self.note_text(panel.key, taste.text_size, marks)
        w, h = t.width + 76, min(t.height + 64, room.h - 4)
        w = max(w, 200)
        x = room.centerx - w // 2
        y = room.centery - h // 2 + (0 if taste.calm else round((1 - ease(self._open_s / 0.3)) * 60))
        self.box = pygame.Rect(x, y, w, h)
        if panel.kind == "sign":
            board = pygame.Rect(x - 8, y, w + 16, h)
            for post in (board.left + 22, board.right - 30):
                pygame.draw.rect(to, WARM[0], (post - 1, board.bottom - 4, 12, room.bottom))
                pygame.draw.rect(to, WARM[3], (post, board.bottom - 4, 10, room.bottom))
                pygame.draw.line(to, WARM[4], (post + 2, board.bottom), (post + 2, room.bottom + 20))
            pygame.draw.rect(to, WARM[0], board)
            pygame.draw.rect(to, WARM[4], board.inflate(-2, -2))
            pygame.draw.rect(to, WARM[3], board.inflate(-4, -4))
            pygame.draw.rect(to, WARM[0], board.inflate(-14, -14))
            pygame.draw.rect(to, PINK[2], board.inflate(-16, -16))
            for k in range(board.y + 20, board.bottom - 10, 12):
                pygame.draw.line(to, PINK[1], (board.x + 9, k), (board.right - 10, k))
            t.draw(to, room.centerx, y + (h - t.height) // 2, PINK[5], align=0.5)
        else:
            to.blit(self.cloth.paper(w, h, seed=len(panel.key), lines=15 if panel.kind == "page" else 0), (x, y))
            pin = self.cloth.hud("button_empty")
            to.blit(pin, (room.centerx - 8, y + 6))
            t.draw(to, x + (w - t.width) // 2, y + 34 + max(0, (h - 64 - t.height) // 2), INK, shadow=False)
        cap = marks.drawn("interact")
        to.blit(cap, (x + w - 26 - cap.get_width() // 2, y + h - 12 + bob(self._life_s, 1.4, 1.2)))


def veil(to: pygame.Surface, alpha: int) -> None:
    """The world behind goes dark."""
    dark = pygame.Surface(to.get_size(), pygame.SRCALPHA, 32)
    dark.fill((*SHADOW, alpha))
    to.blit(dark, (0, 0))
