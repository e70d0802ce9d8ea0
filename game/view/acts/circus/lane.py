"""What the player is told: the ring that closes on the beat, the ribbon of what comes, early or late, how many bulbs are lit."""

from __future__ import annotations

import math
from typing import Any

import pygame
from pygame import SRCALPHA, Rect, Surface

from game.sim.acts.circus import BEAT_TICKS, HEARD_LATE_TICKS, MISSED, WAYS, Circus, Cue
from game.view.acts.circus import formations
from game.view.felt import CREAM, GOLD, WARM, Cloth, Colour, bob, ease, edges, mix, stitches
from game.view.font import Font
from game.view.glyphs import Glyphs
from game.view.hud import Taste, draw_arrow

CALLS: dict[str, Colour] = {
    "catch": (255, 214, 110),
    "throw": (255, 126, 168),
    "dodge": (120, 206, 255),
    "bow": (255, 246, 220),
}
"""The colour of each thing to do, on the ribbon and in the ring."""
BUTTONS = {"catch": "interact", "throw": "throw", "dodge": "dodge", "bow": "interact"}
ARROW_OF = {1: "\u2196", 2: "\u2197", 3: "\u2199", 4: "\u2198"}
LANE_PX = 1.5
"""px of ribbon a tick."""
LANE_W, LANE_H, LANE_NOW = 348, 36, 62
POP_TICKS = 48
SAID = ("early", "late", "way", "key")
OUTLINE: Colour = (30, 10, 28)


class Lane:
    """One for a look. ``word`` is what was amiss (early, late, way, key), and when it was said."""

    def __init__(self) -> None:
        self.word: tuple[str, int] = ("", -999)
        self._caps: dict[tuple[str, str], Surface] = {}

    def call(self, to: Surface, act: Circus, marks: Glyphs, x: int, y: int, taste: Taste) -> None:
        """Round her: a ring that has closed when it is time, and which way."""
        i = act.next_cue()
        if i < 0:
            return
        cue = act.cues[i]
        left = cue.tick - (act.since - HEARD_LATE_TICKS)
        if left > 64:
            return
        colour = CALLS[cue.kind]
        r = 20 + max(left, 0) * 0.72
        fade = min(1.0, (64 - left) / 16)
        ring(to, x, y, 20, mix((40, 20, 40), colour, 0.45), 1)
        ring(to, x, y, r, mix((60, 30, 50), colour, fade), 2)
        if cue.cannon:
            way = WAYS[cue.cannon]
            d = 36 + (0 if taste.calm else 3 * math.sin(left * 0.3))
            sign = -1 if cue.kind == "catch" else 1
            cx, cy = x + way.x * d * 0.78, y + way.y * d * 0.62
            chevron(to, cx, cy, way.x * sign, way.y * sign * 0.8, colour)
            chevron(
                to, cx + way.x * 8, cy + way.y * 6, way.x * sign, way.y * sign * 0.8, mix(colour, (60, 30, 60), 0.4)
            )
        cap = self._cap(marks, BUTTONS[cue.kind])
        top = y - 60 + (0 if taste.calm else bob(left / 60, 1.5, 0.5))
        if not cue.cannon:
            to.blit(cap, (x - cap.get_width() // 2, top))
            return
        side = 1 if WAYS[cue.cannon].x > 0 else -1
        stick = self._cap(marks, "right" if side > 0 else "left") if marks.family == "keyboard" else None
        stick = stick or self._cap(marks, "move")
        w = cap.get_width() + stick.get_width() + 5
        at = x - w // 2
        sx, cx = (at + cap.get_width() + 5, at) if side > 0 else (at, at + stick.get_width() + 5)
        to.blit(stick, (sx, top))
        to.blit(cap, (cx, top))
        tip = sx + stick.get_width() + 8 if side > 0 else sx - 8
        chevron(to, tip, top + stick.get_height() // 2, side, 0, (255, 246, 160))

    def _cap(self, marks: Glyphs, action: str) -> Surface:
        key = (marks.stamp, action)
        if key not in self._caps:
            self._caps[key] = marks.drawn(action, 100)
        return self._caps[key]

    def ribbon(self, to: Surface, act: Circus, taste: Taste, cloth: Cloth) -> None:
        """A ribbon along the bottom: stitches are beats, buttons big beats; what is to be done runs to the needle."""
        room = edges(to, taste.is_safe)
        box = Rect(room.centerx - LANE_W // 2, room.bottom - LANE_H, LANE_W, LANE_H)
        to.blit(cloth.plate(LANE_W, LANE_H, WARM, False), box)
        now = act.since - HEARD_LATE_TICKS
        x0, mid = box.x + LANE_NOW, box.centery
        stitches(to, (box.x + 8, mid), (box.right - 8, mid), mix(WARM[4], WARM[2], 0.4), 4, 3, int(now * LANE_PX))
        clip = to.get_clip()
        to.set_clip(box.inflate(-8, -4))
        first = int((now - LANE_NOW / LANE_PX) // BEAT_TICKS)
        for n in range(max(first, 0), first + 10):
            x = round(x0 + (n * BEAT_TICKS - now) * LANE_PX)
            if n % 4 == 3:
                # A bar's line, and nothing like a cue: it asks for nothing.
                pygame.draw.line(to, mix(WARM[3], WARM[4], 0.5), (x, mid - 9), (x, mid + 9), 2)
            else:
                pygame.draw.circle(to, WARM[4], (x, mid), 2)
        for i, cue in enumerate(act.cues):
            at = x0 + (cue.tick - now) * LANE_PX
            verdict = act.verdicts[i]
            if not box.x - 20 < at < box.right + 20 or (verdict and cue.tick < now - 40):
                continue
            self._mark(to, cue, verdict, round(at), mid, now)
        to.set_clip(clip)
        n, f = formations.beat_of(now)
        kick = math.exp(-5 * f)
        glow = mix(WARM[5], GOLD, kick)
        r = 12 + (round(3 * kick) if n % 4 == 3 and not taste.calm else 0)
        pygame.draw.circle(to, WARM[0], (x0, mid), r + 1, 2)
        pygame.draw.circle(to, glow, (x0, mid), r, 2)

    def _mark(self, to: Surface, cue: Cue, verdict: str, x: int, y: int, now: int) -> None:
        colour = CALLS[cue.kind]
        if verdict == MISSED:
            colour, y = (90, 70, 76), y + min(max(now - cue.tick, 0) // 2, 8)
        elif verdict:
            y -= min(max(now - cue.tick + 4, 0), 14)
        badge(to, cue.kind, x, y, colour)
        if cue.cannon:
            arrow = ARROW_OF[cue.cannon]
            dark_arrow(to, x, y, arrow)
        elif cue.kind == "dodge":
            dark_arrow(to, x, y, "\u2191")
        else:
            pygame.draw.lines(to, (60, 24, 40), False, [(x - 4, y - 2), (x, y + 3), (x + 4, y - 2)], 2)

    def say(
        self,
        to: Surface,
        session: Any,
        act: Circus,
        marks: Glyphs,
        font: Font,
        x: int,
        y: int,
        taste: Taste,
        now: int,
    ) -> None:
        """What was amiss, in a word at her feet, for a moment; a wrong button shows the right one."""
        word, when = self.word
        age = now - when
        if age > POP_TICKS or word not in SAID:
            return
        text = session.content.words.get(f"circus.{word}")
        cut = font.cut(max(taste.text_size, 150))
        i = act.next_cue()
        cap = self._cap(marks, BUTTONS[act.cues[i].kind]) if word == "key" and i >= 0 else None
        left = x - (cut.width(text) + (cap.get_width() + 6 if cap else 0)) // 2
        top = y + 16 - (0 if taste.calm else round(age * 0.1))
        for dx, dy in ((-2, 0), (2, 0), (0, -2), (0, 2), (-1, -1), (1, 1), (-1, 1), (1, -1)):
            cut.write(to, left + dx, top + dy, text, OUTLINE, shadow=False)
        cut.write(to, left, top, text, CREAM, shadow=False)
        if cap:
            to.blit(cap, (left + cut.width(text) + 6, top + (cut.line - cap.get_height()) // 2))

    def score(self, to: Surface, session: Any, act: Circus, font: Font, cloth: Cloth, taste: Taste) -> None:
        """How many bulbs are lit, counted up, and the best so far."""
        words = session.content.words
        cut = font.cut(taste.text_size)
        k = min(act.since / 70, 1.0)
        lines = [words.get("circus.score", hits=round(act.hits * k), all=len(act.cues))]
        if act.golds:
            lines.append(words.get("circus.golds", golds=round(act.golds * k)))
        if act.since > 80:
            best = session.story.counts.get("circus_best", 0)
            key = "circus.new_best" if act.hits > act.best and act.best else "circus.best"
            lines.append(words.get(key, best=max(best, act.hits)))
        w = max(cut.width(line) for line in lines) + 44
        h = cut.line * len(lines) + 22
        room = edges(to, taste.is_safe)
        y = room.y + 18 - (0 if taste.calm else round((1 - ease(min(act.since / 20, 1.0))) * 60))
        box = Rect(room.centerx - w // 2, y, w, h)
        to.blit(cloth.panel(w, h, "felt_warm", False), box)
        for i, line in enumerate(lines):
            cut.write(
                to, box.centerx - cut.width(line) // 2, box.y + 11 + i * cut.line, line, GOLD if i == 0 else CREAM
            )


def ring(to: Surface, x: float, y: float, r: float, colour: Colour, wide: int) -> None:
    """An ellipse that lies round her a little aslant, with its shadow."""
    box = Rect(0, 0, round(2 * r), round(2 * r * 0.8))
    box.center = (round(x), round(y) + 1)
    pygame.draw.ellipse(to, (24, 8, 26), box, wide)
    box.y -= 1
    pygame.draw.ellipse(to, colour, box, wide)


def chevron(to: Surface, x: float, y: float, way_x: float, way_y: float, colour: Colour) -> None:
    """A small arrowhead at (x, y) that points that way."""
    n = math.hypot(way_x, way_y) or 1.0
    ux, uy = way_x / n, way_y / n
    tip = (x + ux * 6, y + uy * 6)
    wings = [(x - ux * 3 + s * uy * 6, y - uy * 3 - s * ux * 6) for s in (-1, 1)]
    for shade, dy in (((24, 8, 26), 1), (colour, 0)):
        pygame.draw.lines(to, shade, False, [(w[0], w[1] + dy) for w in (wings[0], tip, wings[1])], 3)


def badge(to: Surface, kind: str, x: int, y: int, colour: Colour) -> None:
    """Each thing to do has its own shape: round to catch, square on its corner to throw, square to dodge, a button to bow."""
    rim, dark = (30, 12, 22), mix(colour, (40, 16, 30), 0.5)
    if kind == "throw":
        for r, c in ((12, rim), (11, colour)):
            pygame.draw.polygon(to, c, [(x - r, y), (x, y - r), (x + r, y), (x, y + r)])
        pygame.draw.polygon(to, dark, [(x - 11, y), (x, y - 11), (x + 11, y), (x, y + 11)], 1)
    elif kind == "dodge":
        for r, c in ((10, rim), (9, colour)):
            pygame.draw.rect(to, c, (x - r, y - r, 2 * r + 1, 2 * r + 1), border_radius=3)
        pygame.draw.rect(to, dark, (x - 9, y - 9, 19, 19), 1, border_radius=3)
    else:
        for r, c in ((10, rim), (9, colour)):
            pygame.draw.circle(to, c, (x, y), r)
        pygame.draw.circle(to, dark, (x, y), 9, 1)


def dark_arrow(to: Surface, x: int, y: int, arrow: str) -> None:
    """The arrow of a mark, dark on its colour."""
    s = Surface((18, 18), SRCALPHA, 32)
    draw_arrow(s, 9, 9, 12, arrow)
    s.fill((60, 24, 40, 255), special_flags=pygame.BLEND_RGBA_MULT)
    to.blit(s, (x - 9, y - 9))
